//! What the parser of TOML complains about: its words are English, and stay beside the sentence for whoever searches for them.

use super::Lang;
use crate::text::clean::visible;

/// What stands in the parser's words, and what it means in Chinese; the first that fits counts.
const KINDS: [(&[&str], &str); 15] = [
    (&["control character"], "有看不见的控制字符，删掉它"),
    (&["hexadecimal number", "octal number", "binary number", "prefix"], "0x、0o、0b 后面应当是数字；要写成文字就加引号"),
    (&["duplicate key"], "同一个键写了两次"),
    (&["with a dotted key"], "这个键已经有值，不能再当作表"),
    (&["escape", "unicode"], "反斜杠后面的写法不对；文件路径可以用单引号"),
    (&["unclosed", "missing array opening", "missing inline table opening", "missing table open"], "括号没有成对"),
    (&["must be quoted", "missing opening quote", "missing closing", "string"], "文字的引号不对"),
    (
        &["missing assignment", "key with no value", "missing value", "extra `=`", "extra assignment"],
        "键和值之间应当正好有一个等号",
    ),
    (&["comma"], "逗号少了或多了"),
    (&["unquoted key", "missing key", "keys cannot", "key"], "键的写法不对"),
    (&["date", "time"], "日期或时间的写法不对"),
    (&["leading zero", "sign", "radix", "digit", "`_`", "integer", "float", "number"], "数字的写法不对；编号、电话要加引号"),
    (&["recurse", "recursion"], "嵌套太深"),
    (&["comment", "newline", "carriage return"], "换行或注释的位置不对"),
    (&["unexpected", "invalid", "expected"], "这里不该有这些字符"),
];

/// A complaint of the parser in a language: in English its own words, in Chinese what they mean, with the words behind it.
#[must_use]
pub fn complaint(lang: Lang, message: &str) -> String {
    let words = visible(message.lines().next().unwrap_or_default()).into_owned();
    match lang {
        Lang::En => words,
        Lang::Zh => {
            let meant = KINDS.iter().find(|(signs, _)| signs.iter().any(|sign| words.contains(sign)));
            format!("{}（{words}）", meant.map_or("写法不对", |(_, meant)| meant))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::codec::{self, CodecError};

    #[test]
    fn mistakes_are_named_in_chinese_with_the_words_of_the_parser() {
        for (text, meant) in [
            ("a = 1\na = 2\n", "写了两次"),
            ("[subject\nname = \"甲\"\n", "括号没有成对"),
            ("subject = { name = \"甲\"\n", "括号没有成对"),
            ("a = \"甲\n", "引号"),
            ("a = 甲\n", "引号"),
            ("a\n", "等号"),
            ("a = [1,, 2]\n", "逗号"),
            ("a = 0123\n", "编号、电话要加引号"),
            ("a = \"C:\\Users\"\n", "反斜杠"),
            ("a = \"b\u{7}\"\n", "控制字符"),
            ("# \u{1}\n", "控制字符"),
            ("a\u{0} = 1\n", "控制字符"),
            ("a = 0x\n", "0x"),
            ("a = 0xg\n", "0x"),
        ] {
            let Err(CodecError::NotToml { message, .. }) = codec::parse(text) else { panic!("{text}") };
            let said = complaint(Lang::Zh, &message);
            assert!(said.contains(meant) && said.contains(message.lines().next().unwrap()), "{text}: {said}");
            assert_eq!(complaint(Lang::En, &message), message.lines().next().unwrap());
        }
        assert!(complaint(Lang::Zh, "something new").starts_with("写法不对（"));
    }
}
