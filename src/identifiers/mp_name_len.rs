//! The length of a mini-program's name (`identifiers.md`, section 9). What else a name may hold is a filing rule.

use super::Verdict;
use crate::text::normalize::{Mode, normalize};

/// The fewest units of a name.
pub const MIN_UNITS: usize = 4;
/// The most units of a name.
pub const MAX_UNITS: usize = 30;

/// Checks the length; `normalized` is the name without outer blanks and invisible characters.
pub fn check(value: &str) -> Verdict {
    let name = normalize(value, Mode::Text);
    let reason = match units(&name.value) {
        0 => "empty",
        _ if name.control.is_some() => "bad_char",
        1..MIN_UNITS => "too_short",
        MIN_UNITS..=MAX_UNITS => return Verdict::valid(name.value, Vec::new()),
        _ => "too_long",
    };
    Verdict::invalid(reason, name.value)
}

/// The units of a name: U+0020–007E count one, everything else two. Neither bytes nor cells.
pub fn units(value: &str) -> usize {
    normalize(value, Mode::Text).value.chars().map(|c| if matches!(c, ' '..='~') { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_units() {
        for (name, expected) in [("小食记", 6), ("ab", 2), ("小 a", 4), (" 小食 ", 4), ("Ａ", 2), ("𠮷", 2), ("", 0)] {
            assert_eq!(units(name), expected, "{name}");
        }
        assert_eq!(check("小\u{1b}食记").reason, "bad_char");
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
