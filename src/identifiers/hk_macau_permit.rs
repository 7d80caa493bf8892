//! 港澳居民来往内地通行证: the number on a mainland travel permit of a Hong Kong or Macau resident
//! (`identifiers.md`, sections 2.4 and 6). It has no check digit.

use super::{Identifier, Judged, Verdict, Warning, Warnings, all_digits, compact, digit_meant};

/// H or M and eight digits; or, for permanent residents of foreign nationality since 2024-07-10, HA or MA and seven.
#[derive(Debug, Clone, Copy)]
pub struct HkMacauPermit;

impl Identifier for HkMacauPermit {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        if let Some(reason) = problem(&value) {
            return Verdict::invalid(reason, value);
        }
        let warnings = Warnings::NONE.with(is_of_foreign_national(&value), Warning::FOREIGN_NATIONAL);
        Verdict::valid(value, warnings)
    }

    /// Without the count of renewals that cards before 2013 carry, or with look-alike characters replaced.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = compact(typed);
        let meant: String = match problem(&value)? {
            "renewal_suffix" => value.chars().take(9).collect(),
            "bad_char" => value.chars().enumerate().map(|(at, c)| digit_meant(c).filter(|_| at > 0).unwrap_or(c)).collect(),
            _ => return None,
        };
        Some(meant).filter(|meant| problem(meant).is_none())
    }
}

/// Judges a number as one of a [`HkMacauPermit`].
pub fn check(value: &str) -> Verdict {
    HkMacauPermit.judge(value).into_owned()
}

/// What was probably meant by an invalid number of a [`HkMacauPermit`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str) -> Option<String> {
    HkMacauPermit.suggest(value)
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
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        HkMacauPermit;
        meant: [
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
        ];
        accepts: "[HM][0-9]{8}|[HM]A[0-9]{7}";
    }
}
