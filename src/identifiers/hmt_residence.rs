//! 港澳台居民居住证: the number on a residence permit of a Hong Kong, Macau or Taiwan resident, given out since 2018-09-01
//! (`identifiers.md`, sections 2.4 and 6).

use chrono::NaiveDate;

use super::eighteen::{self, birth_problem, check_fits};
use super::resident_id::age_on;
use super::{Verdict, Warning};
use crate::text::normalize::{Mode, normalize};

/// Where the holder is at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// Hong Kong, 810000.
    HongKong,
    /// Macau, 820000.
    Macau,
    /// Taiwan, 830000 (not 71).
    Taiwan,
}

/// Checks a number of 18 places.
pub fn check(value: &str, today: NaiveDate) -> Verdict {
    let value = normalize(value, Mode::Compact).value;
    if let Some(reason) = problem(&value, today) {
        return Verdict::invalid(reason, value);
    }
    let minor = birth(&value).is_some_and(|birth| age_on(birth, today) < 18);
    Verdict::valid(value, minor.then(|| Warning::info("under_18")).into_iter().collect())
}

/// Where the holder of a number in its stored form is at home; nothing when it begins like none.
pub fn home(normalized: &str) -> Option<Home> {
    match normalized.get(..6)? {
        "810000" => Some(Home::HongKong),
        "820000" => Some(Home::Macau),
        "830000" => Some(Home::Taiwan),
        _ => None,
    }
}

/// The day of birth in a number in its stored form.
pub fn birth(normalized: &str) -> Option<NaiveDate> {
    eighteen::body(normalized).and_then(eighteen::birth)
}

/// The number that was probably meant by an invalid one. To be offered, never applied; nothing when there is more than one way.
pub fn suggest(value: &str, today: NaiveDate) -> Option<String> {
    let value = normalize(value, Mode::Compact).value;
    eighteen::suggest(&value, problem(&value, today)?, |candidate| problem(candidate, today).is_none())
}

/// The first thing wrong with a compact number.
fn problem(value: &str, today: NaiveDate) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if value.chars().count() != 18 {
        return Some("length");
    }
    let Some(body) = eighteen::body(value) else {
        return Some("bad_char");
    };
    if home(value).is_none() {
        return Some("prefix");
    }
    birth_problem(body, today).or_else(|| (!check_fits(value)).then_some("check_digit"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    #[test]
    fn says_what_is_in_it() {
        assert_eq!(home("810000197101219937"), Some(Home::HongKong));
        assert_eq!(home("820000198108169916"), Some(Home::Macau));
        assert_eq!(home("830000195911079969"), Some(Home::Taiwan));
        assert_eq!(home("710000195005309948"), None);
        assert_eq!(birth("83000019471024998X"), "1947-10-24".parse().ok());
        assert_eq!(birth("H48290276"), None);
    }

    #[test]
    fn suggests_one_or_nothing() {
        for (typed, meant) in [
            ("81OO00197101219937", Some("810000197101219937")),
            ("180000197101219937", Some("810000197101219937")),
            ("83000019471024998×", Some("83000019471024998X")),
            ("810000.19710121.9937", Some("810000197101219937")),
            ("810000197101219937", None),
            ("830000196601149924", None),
            ("", None),
        ] {
            assert_eq!(suggest(typed, today()).as_deref(), meant, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            check(&value, today());
            suggest(&value, today());
            home(&value);
            birth(&value);
        }

        #[test]
        fn suggestions_are_valid(value in "8[123]0{4}19[0-9OI]{9}[0-9X×]") {
            if let Some(suggestion) = suggest(&value, today()) {
                prop_assert!(check(&suggestion, today()).valid);
            }
        }
    }
}
