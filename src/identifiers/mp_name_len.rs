//! The length of a mini-program's name (`identifiers.md`, section 9). What else a name may hold is a filing rule.

use super::{Identifier, Judged, Verdict, Warnings};
use crate::text::normalize::{Mode, normal};

/// The fewest units of a name.
pub const MIN_UNITS: usize = 4;
/// The most units of a name.
pub const MAX_UNITS: usize = 30;

/// A name by its length; `normalized` is the name without outer blanks and invisible characters.
#[derive(Debug, Clone, Copy)]
pub struct MiniProgramName;

impl Identifier for MiniProgramName {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let name = normal(typed, Mode::Text);
        let reason = match count(&name) {
            0 => "empty",
            _ if name.contains(char::is_control) => "bad_char",
            1..MIN_UNITS => "too_short",
            MIN_UNITS..=MAX_UNITS => return Verdict::valid(name, Warnings::NONE),
            _ => "too_long",
        };
        Verdict::invalid(reason, name)
    }
}

/// Judges the length of a [`MiniProgramName`].
pub fn check(value: &str) -> Verdict {
    MiniProgramName.judge(value).into_owned()
}

/// The units of a name: U+0020–007E count one, everything else two. Neither bytes nor cells.
pub fn units(value: &str) -> usize {
    count(&normal(value, Mode::Text))
}

/// The units of a name in its normal form.
fn count(name: &str) -> usize {
    name.chars().map(|c| if matches!(c, ' '..='~') { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;
    use proptest::prelude::*;

    vectors! {
        MiniProgramName;
        bad: [("小\u{1b}食记", "bad_char")];
    }

    #[test]
    fn counts_units() {
        for (name, expected) in [("小食记", 6), ("ab", 2), ("小 a", 4), (" 小食 ", 4), ("Ａ", 2), ("𠮷", 2), ("", 0)] {
            assert_eq!(units(name), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn valid_exactly_within_the_limits(value in any::<String>()) {
            let verdict = check(&value);
            let within = (MIN_UNITS..=MAX_UNITS).contains(&units(&value));
            prop_assert!(!verdict.valid || within);
            prop_assert!(verdict.valid || !within || verdict.reason == "bad_char");
        }
    }
}
