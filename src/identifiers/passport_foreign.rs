//! Passports of other countries (`identifiers.md`, section 6; ICAO Doc 9303). Each country numbers them its own way.

use super::{Identifier, Judged, Verdict, Warning, Warnings, all_digits, compact};

/// The places that the number has in the machine-readable zone.
const FIELD: usize = 9;

/// Passports that are no document for a filing, although they have the form of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// The passport of the Hong Kong Special Administrative Region: K and eight digits, KJ and seven.
    HongKong,
    /// The passport of the Macau Special Administrative Region, as reported: MA or MB and seven digits. MA and seven digits is
    /// also the form of a Macau resident's travel permit.
    Macau,
}

/// 5 to 17 letters and digits, at least one a digit.
#[derive(Debug, Clone, Copy)]
pub struct PassportForeign;

impl Identifier for PassportForeign {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        if let Some(reason) = problem(&value) {
            return Verdict::invalid(reason, value);
        }
        let warnings = Warnings::NONE.with(value.len() > FIELD, Warning::LONG);
        Verdict::valid(value, warnings)
    }
}

/// Judges a number as one of a [`PassportForeign`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str) -> Verdict {
    PassportForeign.judge(value).into_owned()
}

/// Whose passport it is by its number, when it is one of Hong Kong or Macau: their people file with the travel permit or the
/// residence permit.
pub fn region(value: &str) -> Option<Region> {
    let value = compact(value);
    let has = |prefix: &str, count| value.strip_prefix(prefix).is_some_and(|rest| rest.len() == count && all_digits(rest));
    if has("K", 8) || has("KJ", 7) {
        Some(Region::HongKong)
    } else if has("MA", 7) || has("MB", 7) {
        Some(Region::Macau)
    } else {
        None
    }
}

/// The first thing wrong with a compact number. `<` fills the machine-readable zone and belongs to no number.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if !value.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
        return Some("bad_char");
    }
    if !(5..=17).contains(&value.len()) {
        return Some("length");
    }
    (!value.bytes().any(|byte| byte.is_ascii_digit())).then_some("no_digit")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        PassportForeign;
        accepts: "[A-Z0-9]{4}[0-9][A-Z0-9]{0,12}";
        others: |value| { region(value); };
    }

    #[test]
    fn passports_of_the_two_regions() {
        for (value, expected) in [
            ("K85511163", Some(Region::HongKong)),
            ("kj 1234567", Some(Region::HongKong)),
            ("MA4355349", Some(Region::Macau)),
            ("MB4355349", Some(Region::Macau)),
            ("MC4355349", None),
            ("M94352042", None),
            ("K8551116", None),
            ("", None),
        ] {
            assert_eq!(region(value), expected, "{value}");
        }
    }
}
