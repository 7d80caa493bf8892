//! 台湾居民来往大陆通行证: the number on a mainland travel permit of a Taiwan resident (`identifiers.md`, sections 2.4 and 6).
//! It has no check digit.

use super::{Identifier, Judged, Verdict, Warnings, all_digits, compact, digit_meant};

/// A number of eight digits.
#[derive(Debug, Clone, Copy)]
pub struct TaiwanPermit;

impl Identifier for TaiwanPermit {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        match problem(&value) {
            Some(reason) => Verdict::invalid(reason, value),
            None => Verdict::valid(value, Warnings::NONE),
        }
    }

    /// Without the count of issues that permits before September 2008 carry, or with look-alike characters replaced.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = compact(typed);
        let meant: String = match problem(&value)? {
            "old_suffix" => value.chars().take(8).collect(),
            "bad_char" => value.chars().map(|c| digit_meant(c).unwrap_or(c)).collect(),
            _ => return None,
        };
        Some(meant).filter(|meant| problem(meant).is_none())
    }
}

/// Judges a number as one of a [`TaiwanPermit`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str) -> Verdict {
    TaiwanPermit.judge(value).into_owned()
}

/// What was probably meant by an invalid number of a [`TaiwanPermit`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str) -> Option<String> {
    TaiwanPermit.suggest(value)
}

/// Eight digits, two more for the count of issues, and a letter for the office, in brackets or not, or left out.
fn has_old_suffix(value: &str) -> bool {
    let Some((digits, office)) = value.split_at_checked(10) else { return false };
    let office = office.strip_prefix('(').and_then(|office| office.strip_suffix(')')).unwrap_or(office);
    all_digits(digits) && office.len() <= 1 && office.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The first thing wrong with a compact number.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if has_old_suffix(value) {
        return Some("old_suffix");
    }
    if !all_digits(value) {
        return Some("bad_char");
    }
    (value.len() != 8).then_some("length")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        TaiwanPermit;
        bad: [("2508269841(B", "bad_char"), ("2508269841()", "old_suffix"), ("2508269841BB", "bad_char")];
        meant: [
            ("3713154577", Some("37131545")),
            ("2508269841（b）", Some("25082698")),
            ("5920969662D", Some("59209696")),
            ("6753825O", Some("67538250")),
            ("T9085932", None),
            ("80140", None),
            ("59252042", None),
            ("", None),
        ];
    }

    proptest::proptest! {
        #[test]
        fn accepts_eight_digits_only(value in "[0-9]{1,14}") {
            proptest::prop_assert_eq!(check(&value).valid, value.len() == 8);
        }
    }
}
