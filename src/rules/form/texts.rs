//! Texts as texts: what hides in them, and what stands in only for the time being.

use crate::filing::field::{TextKind, table};
use crate::filing::{FieldId, Kind, Value};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{
    Arg, Column, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source,
};
use crate::rules::organisation::sole_trader;
use crate::rules::person::name::is_ideograph;
use crate::text::clean::one_line;
use crate::text::normalize::{Mode, is_invisible, normalize};
use crate::text::reportable::{Why, first_refused, reportable};
use crate::text::text;

/// A text holds characters that nobody sees: they come along when text is copied.
pub static TEXT_HAS_HIDDEN_CHARACTERS: Rule = Rule {
    name: "text-has-hidden-characters",
    topic: Topic::Form,
    severity: Severity::Error,
    fields: FieldId::ALL,
    source: source::TEXT_RULES,
    prevents: &[Rejection::SubjectDiffersFromAccount, Rejection::CertificateAddressFailed],
    title: text("文字里有看不见的字符", "Hidden characters in the text"),
    what: text(
        "文字里不能有控制字符和零宽字符，单行的项不能换行。",
        "Texts hold no control or zero-width characters, and one-line fields no line breaks.",
    ),
    why: text(
        "从聊天记录、网页或 PDF 复制时常带来这些字符，看着一样，核验却对不上。",
        "They come with text copied from chats, pages or PDFs: it looks the same, but does not match.",
    ),
    fix: text("接受给出的改法，或重新输入。", "Accept the cleaned text, or type it again."),
    messages: &[
        message(
            "control",
            text("有控制字符（{code}）。", "There is a control character ({code})."),
            text("去掉它，最好重新输入。", "Remove it; best type the text again."),
        ),
        message(
            "line_break",
            text("单行的项里有换行。", "There is a line break in a one-line field."),
            text("改成一行。", "Put it on one line."),
        ),
        message(
            "invisible",
            text("有看不见的字符（{code}）。", "There is an invisible character ({code})."),
            text("去掉它。", "Remove it."),
        ),
    ],
    wrong: case(
        "responsible_person.mobile = \"\\u202D13012340003\\u202C\"",
        text("从网页复制来的不可见字符。", "Invisible characters, copied along from a page."),
    ),
    right: case("responsible_person.mobile = '13012340003'", text("只有看得见的字符。", "Only what can be seen.")),
    check: text_has_hidden_characters,
};

/// A text only keeps the place for another.
pub static TEXT_IS_PLACEHOLDER: Rule = Rule {
    name: "text-is-placeholder",
    topic: Topic::Form,
    severity: Severity::Warning,
    fields: &[
        FieldId::SubjectName,
        FieldId::SubjectCertificateAddress,
        FieldId::SubjectAddress,
        FieldId::SubjectRemark,
        FieldId::LegalPersonName,
        FieldId::ResponsiblePersonName,
        FieldId::MiniProgramName,
        FieldId::PriorApprovals,
        FieldId::MiniProgramRemark,
        FieldId::OwnerName,
        FieldId::OwnerAdministrator,
    ],
    source: source::REVIEW_EXPERIENCE,
    prevents: &[Rejection::RemarkTooVague],
    title: text("像是占位的文字", "Looks like a placeholder"),
    what: text("「测试」「同上」「无」「123」之类不是真实内容。", "Words like test, none or 123 are not real content."),
    why: text("填占位文字会被退回。", "Reviewers reject placeholders."),
    fix: text("换成真实内容；不是必填的项可以留空。", "Enter the real content; leave the field empty if it is optional."),
    messages: &[message(
        "",
        text("「{value}」像是占位的文字。", "\"{value}\" looks like a placeholder."),
        text("换成真实内容。", "Enter the real content."),
    )],
    wrong: case("mini_program.name = '测试小程序'", text("占位的名称。", "A name that is only a placeholder.")),
    right: case("mini_program.name = '虚构音乐厅'", text("真实的名称。", "The real name.")),
    check: text_is_placeholder,
};

/// A text holds a character that the ministry does not take: it refuses the whole report.
pub static TEXT_HAS_REFUSED_CHARACTERS: Rule = Rule {
    name: "text-has-refused-characters",
    topic: Topic::Form,
    severity: Severity::Warning,
    fields: FieldId::WORDS,
    source: source::MIIT_CODE_5008,
    prevents: &[],
    title: text("有不能上报的字符", "Characters that cannot be reported"),
    what: text(
        "上报工信部的文字里不能有表情符号、颜文字、尖括号、图形符号、花体字母、自造字和转义符。",
        "Texts reported to the ministry hold no emoji, faces, angle brackets, symbols, styled letters, private characters or escapes.",
    ),
    why: text(
        "工信部的接口遇到非法字符会退回整份备案（返回码 5008）；哪些字符非法没有公布。",
        "The ministry's interface refuses a report with illegal characters (code 5008); which these are is not published.",
    ),
    fix: text("去掉这些字符，换成文字。", "Remove them, or write words instead."),
    messages: &[
        message(
            "",
            text("「{character}」（{code}）很可能不能上报。", "\"{character}\" ({code}) is likely to be rejected."),
            text("去掉它，或换成文字。", "Remove it, or write a word instead."),
        ),
        message(
            "markup",
            text(
                "「{character}」是网页标记的符号，不能上报。",
                "\"{character}\" is a character of markup and cannot be reported.",
            ),
            text(
                "去掉标记，只留文字；大于、小于写成汉字。",
                "Remove the markup and keep the words; write 大于 or 小于 in words.",
            ),
        ),
        message(
            "undefined",
            text(
                "有自造字或损坏的字符（{code}），别人看不到它。",
                "There is a private or damaged character ({code}), which no one else can see.",
            ),
            text("换成通用的字；生僻字用输入法重新输入。", "Type the usual character in its place."),
        ),
        message(
            "styled",
            text(
                "「{character}」（{code}）是花体字符，不是普通字母。",
                "\"{character}\" ({code}) is a styled character, not a plain letter.",
            ),
            text("换成普通的字母或汉字。", "Write plain letters or Chinese."),
        ),
        message(
            "face",
            text(
                "「{character}」是颜文字，很可能不能上报。",
                "\"{character}\" is a face made of characters and is likely to be rejected.",
            ),
            text("去掉它。", "Remove it."),
        ),
        message(
            "escape",
            text("「{character}」是程序留下的转义符，不是文字。", "\"{character}\" is an escape left by a program, not text."),
            text("换成它代表的文字，或去掉。", "Replace it with what it stands for, or remove it."),
        ),
    ],
    wrong: case(
        "mini_program.remark = '面向成都的家庭，记录每天的菜谱和食材😀，可以按时令查找做法、列购物清单。'",
        text("有表情符号。", "It contains an emoji."),
    ),
    right: case(
        "mini_program.remark = '面向成都的家庭，记录每天的菜谱和食材，可以按时令查找做法、列购物清单。'",
        text("只有文字和标点。", "Words and punctuation only."),
    ),
    check: text_has_refused_characters,
};

/// Printed on a paper, or set in the console, so that a fix would be a lie.
fn is_printed(id: FieldId) -> bool {
    use FieldId::{MiniProgramName, SubjectCertificateAddress, SubjectName};
    FieldId::PEOPLE.contains(&id) || matches!(id, SubjectName | SubjectCertificateAddress | MiniProgramName)
}

fn text_has_refused_characters(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in TEXT_HAS_REFUSED_CHARACTERS.fields {
        let Some(text) = context.normal(*id) else { continue };
        // Of the usual characters only what markup, faces and escapes are made of.
        if context.is_usual(*id) && !text.contains(['<', '>', '(', '（', '\\', '&', '_']) {
            continue;
        }
        let Some((why, place)) = first_refused(text) else { continue };
        let refused = text.get(place).unwrap_or_default();
        let finding = TEXT_HAS_REFUSED_CHARACTERS.finds(*id).with_message(message_for(why));
        let finding = finding.with("character", Arg::Text(refused.to_owned()));
        let finding = finding.with("code", code(refused.chars().next().unwrap_or(' ')));
        let rest = reportable(text);
        let mendable = !is_printed(*id) && !is_blank(&rest);
        findings.push(if mendable { finding.with_fix_to(Value::Text(rest.into_owned())) } else { finding });
    }
}

const fn message_for(why: Why) -> &'static Message {
    match why {
        Why::Markup => message_of!(TEXT_HAS_REFUSED_CHARACTERS, "markup"),
        Why::Undefined => message_of!(TEXT_HAS_REFUSED_CHARACTERS, "undefined"),
        Why::Styled => message_of!(TEXT_HAS_REFUSED_CHARACTERS, "styled"),
        Why::Face => message_of!(TEXT_HAS_REFUSED_CHARACTERS, "face"),
        Why::Escape => message_of!(TEXT_HAS_REFUSED_CHARACTERS, "escape"),
        Why::Picture | Why::Foreign => message_of!(TEXT_HAS_REFUSED_CHARACTERS, ""),
    }
}

/// What people type when they mean to come back later; compared in small letters and without blanks.
const PLACEHOLDERS: &[&str] = &[
    "test",
    "demo",
    "todo",
    "tbd",
    "none",
    "null",
    "abc",
    "asdf",
    "qwer",
    "123",
    "1234",
    "12345",
    "123456",
    "xxx",
    "xxxx",
    "测试",
    "测试小程序",
    "小程序测试",
    "测试公司",
    "测试地址",
    "小程序",
    "示例",
    "无",
    "没有",
    "暂无",
    "同上",
    "待定",
    "待填",
    "待填写",
    "待补充",
    "未定",
    "某某",
    "某某某",
    "某公司",
    "姓名",
    "名称",
    "地址",
];

/// No placeholder has more characters.
const LONGEST: usize = 6;

fn text_has_hidden_characters(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in table() {
        let Kind::Text(kind) = record.kind else { continue };
        let Some(text) = context.typed(record.id).filter(|_| !context.is_usual(record.id)) else { continue };
        if let Some((reason, hidden)) = hidden(text, kind) {
            let finding = TEXT_HAS_HIDDEN_CHARACTERS.finds(record.id).with_message(reason).with("code", code(hidden));
            let finding = finding.with_safe_fix(Value::Text(cleaned(text)));
            findings.push(if reason.name == "control" { finding } else { finding.with_severity(Severity::Warning) });
        }
    }
    for (row, approval) in approvals(context) {
        if let Some((reason, character)) = hidden(&approval.number, TextKind::Words) {
            let mut rows = context.approvals().to_vec();
            if let Some(row) = rows.get_mut(row) {
                row.number = cleaned(&row.number);
            }
            let finding = TEXT_HAS_HIDDEN_CHARACTERS.finds(FieldId::PriorApprovals).at(row, Some(Column::Number));
            let finding = finding.with_message(reason).with("code", code(character)).with_safe_fix(Value::Approvals(rows));
            findings.push(if reason.name == "control" { finding } else { finding.with_severity(Severity::Warning) });
        }
    }
}

/// The gravest hidden character of a text. Long texts may have line breaks, and blanks at the ends harm nobody.
fn hidden(text: &str, kind: TextKind) -> Option<(&'static Message, char)> {
    // Letters, digits, marks and ideographs that everyone sees are told at a glance.
    if text.chars().all(|c| matches!(c, ' '..='~' | '\u{3001}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')) {
        return None;
    }
    let text = text.trim();
    let find = |is: &dyn Fn(char) -> bool| text.chars().find(|c| is(*c));
    let control =
        find(&|c| c.is_control() && !c.is_whitespace()).map(|c| (message_of!(TEXT_HAS_HIDDEN_CHARACTERS, "control"), c));
    let line_break = || match kind {
        TextKind::Long => None,
        _ => find(&|c| matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'))
            .map(|c| (message_of!(TEXT_HAS_HIDDEN_CHARACTERS, "line_break"), c)),
    };
    control.or_else(line_break).or_else(|| find(&is_invisible).map(|c| (message_of!(TEXT_HAS_HIDDEN_CHARACTERS, "invisible"), c)))
}

/// The text without what hides in it.
fn cleaned(text: &str) -> String {
    let (line, _) = one_line(text);
    normalize(&line, Mode::Text).value
}

/// A character as people look it up.
fn code(c: char) -> Arg {
    Arg::Text(format!("U+{:04X}", u32::from(c)))
}

fn approvals<'a>(context: &Context<'a>) -> impl Iterator<Item = (usize, &'a crate::filing::Approval)> {
    let asked = context.asks(FieldId::PriorApprovals);
    context.approvals().iter().enumerate().filter(move |(_, row)| asked && !is_blank(&row.number))
}

fn text_is_placeholder(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in TEXT_IS_PLACEHOLDER.fields {
        if context.normal(*id).is_some_and(is_placeholder)
            && !(*id == FieldId::SubjectName && sole_trader::stands_in(context))
            && let Some(text) = context.typed(*id)
        {
            findings.push(TEXT_IS_PLACEHOLDER.finds(*id).with("value", Arg::Text(text.to_owned())));
        }
    }
    for (row, approval) in approvals(context).filter(|(_, row)| is_placeholder(&normalize(&row.number, Mode::Text).value)) {
        let finding = TEXT_IS_PLACEHOLDER.finds(FieldId::PriorApprovals).at(row, Some(Column::Number));
        findings.push(finding.with("value", Arg::Text(approval.number.clone())));
    }
}

/// Whether the whole of a text in its normal form is one of the placeholders, or one character again and again.
fn is_placeholder(text: &str) -> bool {
    let mut start = text.chars().filter(|c| !c.is_whitespace());
    let (first, is_long) = (start.next(), start.nth(LONGEST - 1).is_some());
    // Nearly every text is longer than any placeholder and has two characters that differ near its beginning. The letters are
    // made small only where that may matter.
    if is_long && first.is_some_and(|first| !first.is_alphabetic() || is_ideograph(first)) {
        return text.chars().filter(|c| !c.is_whitespace()).all(|c| Some(c) == first);
    }
    if text.chars().all(is_ideograph) {
        return is_repeated(text) || PLACEHOLDERS.contains(&text);
    }
    let bare: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    is_repeated(&bare) || PLACEHOLDERS.contains(&bare.as_str())
}

/// Whether a text is one character, three times or more.
fn is_repeated(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next();
    text.chars().nth(2).is_some() && chars.all(|c| Some(c) == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_whole_texts() {
        for text in ["测试", " Test ", "无", "同上", "12345", "xxxx", "XXX", "啊啊啊", "。。。", "1 2 3"] {
            assert!(is_placeholder(&normalize(text, Mode::Text).value), "{text}");
        }
        for text in ["视力测试", "小食记", "无锡市示例科技有限公司", "科技中一路1号", "妈妈", "张三", "粤-12345号", ""]
        {
            assert!(!is_placeholder(&normalize(text, Mode::Text).value), "{text}");
        }
    }

    #[test]
    fn no_placeholder_is_longer_than_the_longest() {
        for text in PLACEHOLDERS {
            assert!(text.chars().count() <= LONGEST, "{text}");
        }
    }

    #[test]
    fn what_hides_is_found() {
        for (text, kind, reason) in [
            ("张\u{200B}三", TextKind::PersonName, Some("invisible")),
            ("张\u{1B}三\u{200B}", TextKind::PersonName, Some("control")),
            ("科技路\n1号", TextKind::Words, Some("line_break")),
            ("第一段\n第二段", TextKind::Long, None),
            ("第一段\u{7}", TextKind::Long, Some("control")),
            ("  张三\n", TextKind::Words, None),
            ("张 三", TextKind::Words, None),
        ] {
            assert_eq!(hidden(text, kind).map(|found| found.0.name), reason, "{text:?}");
            if let Some((_, c)) = hidden(text, kind) {
                assert!(!cleaned(text).contains(c), "{text:?}");
            }
        }
    }
}
