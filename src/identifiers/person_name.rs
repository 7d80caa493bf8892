//! Names of persons (民委发〔2016〕33号; `identifiers.md`, section 10.1).

use std::borrow::Cow;

use super::{Identifier, Judged, Verdict, Warning, Warnings, without};
use crate::text::normalize::{Mode, normal};

/// The separator that the notice prescribes between the parts of a name.
pub const DOT: char = '·';

/// What people type in its place.
fn is_other_dot(c: char) -> bool {
    "•‧・･⋅∙․．.。｡●᛫⸱".contains(c)
}

/// An ideograph that may stand in a name: U+3007, the unified blocks, and compatibility ideographs that NFC keeps.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FA0E}'..='\u{FA29}'
        | '\u{20000}'..='\u{2FA1F}' | '\u{30000}'..='\u{33479}')
}

/// Private use: rare characters were typed like this before GB 18030-2022.
fn is_private_use(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// A Chinese name; `normalized` has no blanks and U+00B7 between its parts.
#[derive(Debug, Clone, Copy)]
pub struct PersonName;

impl Identifier for PersonName {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let mut name = without(normal(typed, Mode::Text), |c| c == ' ');
        if name.contains(is_other_dot) {
            name = Cow::Owned(name.replace(is_other_dot, "·"));
        }
        let length = name.chars().count();
        if let Some(reason) = problem(&name, length) {
            return Verdict::invalid(reason, name);
        }
        let warnings = Warnings::NONE
            .with(name.contains(is_private_use), Warning::PRIVATE_USE)
            .with(length == 1, Warning::SINGLE_CHAR)
            .with(length > 25, Warning::LONG_NAME);
        Verdict::valid(name, warnings)
    }
}

/// Judges a text as a Chinese [`PersonName`].
pub fn check(value: &str) -> Verdict {
    PersonName.judge(value).into_owned()
}

fn problem(name: &str, length: usize) -> Option<&'static str> {
    if name.is_empty() {
        Some("empty")
    } else if name.starts_with(DOT) || name.ends_with(DOT) || name.contains("··") {
        Some("dot_position")
    } else if !name.chars().all(|c| c == DOT || is_ideograph(c) || is_private_use(c)) {
        Some("bad_char")
    } else if length > 50 {
        Some("too_long")
    } else {
        None
    }
}

/// The first character of a name that may not stand there, to be named in the message.
pub fn offending_char(value: &str) -> Option<char> {
    PersonName.judge(value).normalized.chars().find(|c| *c != DOT && !is_ideograph(*c) && !is_private_use(*c))
}

/// A name in Latin letters as on a passport: letters, blanks, hyphens, apostrophes and full stops, 2 to 100 of them.
/// Reasons: `empty`, `bad_char`, `too_short`, `too_long`. The order and the case are kept.
#[derive(Debug, Clone, Copy)]
pub struct LatinName;

impl Identifier for LatinName {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let mut name = normal(typed, Mode::Ascii);
        if name.contains(['’', '‘']) {
            name = Cow::Owned(name.replace(['’', '‘'], "'"));
        }
        if name.contains("  ") {
            name = Cow::Owned(name.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "));
        }
        let fits = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.');
        match name.chars().count() {
            0 => Verdict::invalid("empty", name),
            _ if !name.chars().all(fits) || !name.contains(|c: char| c.is_ascii_alphabetic()) => {
                Verdict::invalid("bad_char", name)
            }
            1 => Verdict::invalid("too_short", name),
            101.. => Verdict::invalid("too_long", name),
            _ => Verdict::valid(name, Warnings::NONE),
        }
    }
}

/// Judges a text as a [`LatinName`].
pub fn check_latin(value: &str) -> Verdict {
    LatinName.judge(value).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::vectors::holds;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_dot_becomes_the_one() {
        for dot in "•‧・･⋅∙․．.。｡●᛫⸱·".chars() {
            assert_eq!(check(&format!("艾力{dot}努尔")).normalized, "艾力·努尔", "U+{:04X}", u32::from(dot));
        }
    }

    #[test]
    fn names_the_offender() {
        assert_eq!(offending_char("⻓敏"), Some('⻓'));
        assert_eq!(offending_char("王*明"), Some('*'));
        assert_eq!(offending_char("王\u{1b}明"), Some('\u{1b}'));
        assert_eq!(offending_char("王明"), None);
    }

    #[test]
    fn latin_names() {
        for (value, reason) in [
            ("SMITH John", "ok"),
            ("O’Neil-Ann  M.", "ok"),
            ("ＳＭＩＴＨ", "ok"),
            ("A", "too_short"),
            ("", "empty"),
            ("张三", "bad_char"),
            ("..", "bad_char"),
            ("R2", "bad_char"),
        ] {
            assert_eq!(check_latin(value).reason, reason, "{value}");
        }
        assert_eq!(check_latin("O’Neil  Ann").normalized, "O'Neil Ann");
        assert_eq!(check_latin(&"A".repeat(101)).reason, "too_long");
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            holds(&PersonName, &value)?;
            holds(&LatinName, &value)?;
            offending_char(&value);
        }

        #[test]
        fn ideographs_are_names(name in "[\u{4E00}-\u{9FFF}𠮷𬭎]{2,25}") {
            prop_assert!(check(&name).valid);
        }
    }
}
