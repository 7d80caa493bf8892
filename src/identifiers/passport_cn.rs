//! 普通护照: the number of a Chinese passport (`identifiers.md`, sections 2.4 and 6). It has no check digit.

use super::{Verdict, Warning, all_digits, digit_meant, only};
use crate::text::normalize::{Mode, normalize};

/// Checks a number: E and eight digits, or E, a letter other than I and O, and seven digits; official passports begin with PE, SE
/// or DE. Points are dropped.
pub fn check(value: &str) -> Verdict {
    let value = compact(value);
    match problem(&value) {
        Some(reason) => Verdict::invalid(reason, value),
        None if is_official(&value) => Verdict::valid(value, vec![Warning::confirm("official_passport")]),
        None => Verdict::valid(value, Vec::new()),
    }
}

/// The number that was probably meant by an invalid one: look-alike letters in the places of digits replaced. To be offered,
/// never applied; nothing when there is more than one way.
pub fn suggest(value: &str) -> Option<String> {
    let value = compact(value);
    problem(&value)?;
    let replaced = |from: usize| -> String {
        value.chars().enumerate().map(|(at, c)| digit_meant(c).filter(|_| at >= from).unwrap_or(c)).collect()
    };
    // The second place may hold a letter or a digit.
    only([replaced(2), replaced(1)].into_iter().filter(|meant| problem(meant).is_none() && !is_official(meant)))
}

fn compact(value: &str) -> String {
    let mut value = normalize(value, Mode::Compact).value;
    value.retain(|c| c != '.');
    value
}

/// What follows `prefix`, when it is nothing but so many digits.
fn has_digits_after(value: &str, prefix: &str, count: usize) -> bool {
    value.strip_prefix(prefix).is_some_and(|rest| rest.len() == count && all_digits(rest))
}

fn is_official(value: &str) -> bool {
    ["PE", "SE", "DE"].iter().any(|series| has_digits_after(value, series, 7))
}

/// The series that have all expired: G, 14 and 15 of ordinary, P, S and D of official passports.
fn is_superseded(value: &str) -> bool {
    has_digits_after(value, "G", 8) || ["14", "15", "P", "S", "D"].iter().any(|series| has_digits_after(value, series, 7))
}

fn is_ordinary(value: &str) -> bool {
    let second = value.strip_prefix('E').and_then(|rest| rest.split_at_checked(1));
    second.is_some_and(|(second, digits)| {
        let fits = second.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'O'));
        fits && digits.len() == 7 && all_digits(digits)
    })
}

/// The first thing wrong with a compact number.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if !value.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
        return Some("bad_char");
    }
    if is_superseded(value) {
        return Some("superseded");
    }
    if value.len() != 9 {
        return Some("length");
    }
    (!is_ordinary(value) && !is_official(value)).then_some("format")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn suggests_one_or_nothing() {
        for (typed, meant) in [
            ("E4475558I", Some("E44755581")),
            ("EI0793760", Some("E10793760")),
            ("EO6996178", Some("E06996178")),
            ("EN655lO44", Some("EN6551044")),
            // EZ1234507 or E21234507.
            ("EZ12345O7", None),
            ("EN6551044", None),
            ("G29918678", None),
            ("", None),
        ] {
            assert_eq!(suggest(typed).as_deref(), meant, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            check(&value);
            suggest(&value);
        }

        #[test]
        fn accepts_well_formed(value in "E[0-9]{8}|E[A-HJ-NP-Z][0-9]{7}") {
            prop_assert!(check(&value).valid);
        }
    }
}
