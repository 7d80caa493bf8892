//! A sentence in both languages, and how its blanks are filled.

use std::fmt::Display;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Simplified Chinese, the users' own.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the users' own first.
    pub const BOTH: [Self; 2] = [Self::Zh, Self::En];

    /// What stands between the members of a list in a sentence.
    #[must_use]
    pub const fn between(self) -> &'static str {
        match self {
            Self::Zh => "、",
            Self::En => ", ",
        }
    }

    /// The language a tag or locale names: `zh-CN`, `zh_CN.UTF-8`, `en`, `en_US.UTF-8`; `None` for every other.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The tag: `zh-CN` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

/// A sentence in both languages. Blanks are written `{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// A sentence.
    #[must_use]
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The sentence in a language.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// Whether there are blanks in it, in either language.
    #[must_use]
    pub const fn has_blanks(self) -> bool {
        has_brace(self.zh.as_bytes()) || has_brace(self.en.as_bytes())
    }

    /// The sentence in a language, its blanks filled.
    #[must_use]
    pub fn with(self, lang: Lang, args: &[(&str, &dyn Display)]) -> String {
        fill(self.in_lang(lang), args)
    }
}

const fn has_brace(text: &[u8]) -> bool {
    let mut index = 0;
    while index < text.len() {
        if text[index] == b'{' {
            return true;
        }
        index += 1;
    }
    false
}

/// A sentence in Chinese and English.
#[must_use]
pub const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// What stands in a blank `{name:row|rows}`, which takes the first word where the value that `name` has is one, else the second: the name, and
/// both words. `None` for a blank that is filled with the value itself.
#[must_use]
pub fn counted(blank: &str) -> Option<(&str, [&str; 2])> {
    let (name, words) = blank.split_once(':')?;
    let (one, several) = words.split_once('|')?;
    Some((name, [one, several]))
}

/// Fills the blanks `{name}` of a sentence, and those of [`counted`] words. Blanks nobody fills stay as they are, which a test looks for.
#[must_use]
pub fn fill(sentence: &str, args: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let blank = tail.split_once('}');
        let word = blank.and_then(|(blank, after)| Some((counted(blank)?, after)));
        if let Some(((name, [one, several]), after)) = word
            && let Some((_, value)) = args.iter().find(|(key, _)| *key == name)
        {
            out.push_str(if value.to_string() == "1" { one } else { several });
            rest = after;
            continue;
        }
        match blank {
            Some((name, after)) if args.iter().any(|(key, _)| *key == name) => {
                for (_, value) in args.iter().filter(|(key, _)| *key == name).take(1) {
                    out.push_str(&value.to_string());
                }
                rest = after;
            }
            _ => {
                out.push('{');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Declares sentences: `NAME = "中文", "English";`. Gives a constant a name, and `ALL`, which the tests walk.
#[macro_export]
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal;)+) => {
        $($(#[$doc])* #[doc = concat!("```text\n", $en, "\n```")] pub const $name: $crate::text::Text = $crate::text::Text::new($zh, $en);)+

        /// Every sentence of this area, with its name.
        #[cfg(any(test, feature = "internals"))]
        pub const ALL: &[(&str, $crate::text::Text)] = &[$((stringify!($name), $name),)+];
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_once_and_in_any_order() {
        assert_eq!(fill("{a}和{b}", &[("b", &2), ("a", &"{b}")]), "{b}和2");
        assert_eq!(fill("没有", &[]), "没有");
        assert_eq!(fill("{unknown} {", &[("a", &1)]), "{unknown} {");
        for (count, sentence) in [(0, "0 rows are gone"), (1, "1 row is gone"), (11, "11 rows are gone")] {
            assert_eq!(fill("{n} {n:row is|rows are} gone", &[("n", &count)]), sentence);
        }
        assert_eq!(fill("{m:a|b}", &[("n", &1)]), "{m:a|b}");
    }

    #[test]
    fn languages_are_read_from_locales() {
        for (tag, lang) in [
            ("zh-CN", Some(Lang::Zh)),
            ("zh_CN.UTF-8", Some(Lang::Zh)),
            ("en", Some(Lang::En)),
            ("EN_GB@euro", Some(Lang::En)),
            ("C.UTF-8", None),
            ("de_DE", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
    }
}
