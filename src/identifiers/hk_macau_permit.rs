//! 港澳居民来往内地通行证: the number on a mainland travel permit of a Hong Kong or Macau resident
//! (`identifiers.md`, sections 2.4 and 6). It has no check digit.

use super::{Verdict, Warning, all_digits, digit_meant};
use crate::text::normalize::{Mode, normalize};

/// Checks a number: H or M and eight digits; or, for permanent residents of foreign nationality since 2024-07-10, HA or MA and
/// seven.
pub fn check(value: &str) -> Verdict {
    let value = normalize(value, Mode::Compact).value;
    match problem(&value) {
        Some(reason) => Verdict::invalid(reason, value),
        None if is_of_foreign_national(&value) => Verdict::valid(value, vec![Warning::info("foreign_national")]),
        None => Verdict::valid(value, Vec::new()),
    }
}

/// The number that was probably meant by an invalid one: without the count of renewals that cards before 2013 carry, or with
/// look-alike characters replaced. To be offered, never applied.
pub fn suggest(value: &str) -> Option<String> {
    let value = normalize(value, Mode::Compact).value;
    let meant: String = match problem(&value)? {
        "renewal_suffix" => value.chars().take(9).collect(),
        "bad_char" => value.chars().enumerate().map(|(at, c)| digit_meant(c).filter(|_| at > 0).unwrap_or(c)).collect(),
        _ => return None,
    };
    Some(meant).filter(|meant| problem(meant).is_none())
}

/// HA or MA and seven digits.
fn is_of_foreign_national(value: &str) -> bool {
    let rest = value.strip_prefix("HA").or_else(|| value.strip_prefix("MA"));
    rest.is_some_and(|rest| rest.len() == 7 && all_digits(rest))
}

/// The first thing wrong with a compact number.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    let Some(rest) = value.strip_prefix(['H', 'M']) else {
        return Some("prefix");
    };
    if is_of_foreign_national(value) {
        return None;
    }
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("bad_char");
    }
    match rest.len() {
        8 => None,
        10 => Some("renewal_suffix"),
        _ => Some("length"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn suggests_one_or_nothing() {
        for (typed, meant) in [
            ("H7683121202", Some("H76831212")),
            ("m 9281 7319 00", Some("M92817319")),
            ("H0851898O", Some("H08518980")),
            ("HI2345678", Some("H12345678")),
            ("HB4126506", None),
            ("HA13367252", None),
            ("K27545904", None),
            ("H83176435", None),
            ("H8317", None),
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
        fn accepts_well_formed(value in "[HM][0-9]{8}|[HM]A[0-9]{7}") {
            prop_assert!(check(&value).valid);
            prop_assert_eq!(suggest(&value), None);
        }
    }
}
