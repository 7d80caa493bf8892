//! 军官证, 士兵证, 警官证 (`identifiers.md`, section 6). No structure has been published, so the check is loose: what is printed
//! like `南字第1234567号` passes.

use super::{Identifier, Judged, Verdict, Warnings, compact};

/// 4 to 20 characters, at least four digits. `normalized` is without blanks and dashes.
#[derive(Debug, Clone, Copy)]
pub struct Military;

impl Identifier for Military {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let reason = match value.chars().count() {
            0 => "empty",
            _ if value.contains(char::is_control) => "control",
            4..=20 if digits >= 4 => return Verdict::valid(value, Warnings::NONE),
            4..=20 => "few_digits",
            _ => "length",
        };
        Verdict::invalid(reason, value)
    }
}

/// Judges a number as one of a [`Military`] document.
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str) -> Verdict {
    Military.judge(value).into_owned()
}

/// Whether it is written as on these papers, with 字第 or 号 around the digits.
pub fn is_printed_form(value: &str) -> bool {
    let value = compact(value);
    value.contains("字第") || value.ends_with('号') && value.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        Military;
        others: |value| { is_printed_form(value); };
    }

    #[test]
    fn takes_what_is_printed() {
        for (value, reason, printed) in [
            ("南字第1234567号", "ok", true),
            ("南 字 第 １２３４５６７ 号", "ok", true),
            ("1234567", "ok", false),
            ("武水字第0123号", "ok", true),
            ("南字第12号", "few_digits", true),
            ("123", "length", false),
            ("南字第123456789012345678号", "length", true),
            ("南字第1234\u{1B}号", "control", true),
            (" ", "empty", false),
            ("E12345678", "ok", false),
        ] {
            assert_eq!((check(value).reason, is_printed_form(value)), (reason, printed), "{value}");
        }
    }
}
