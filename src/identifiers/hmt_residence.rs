//! 港澳台居民居住证: the number on a residence permit of a Hong Kong, Macau or Taiwan resident, given out since 2018-09-01
//! (`identifiers.md`, sections 2.4 and 6).

use chrono::NaiveDate;

use super::eighteen::{self, birth_problem, check_fits};
use super::resident_id::age_on;
use super::{Identifier, Judged, Verdict, Warning, Warnings, compact};

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

/// A number of 18 places, as of a day.
#[derive(Debug, Clone, Copy)]
pub struct HmtResidence {
    /// The day on which the holder must have been born.
    pub today: NaiveDate,
}

impl Identifier for HmtResidence {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        if let Some(reason) = problem(&value, self.today) {
            return Verdict::invalid(reason, value);
        }
        let minor = birth(&value).is_some_and(|birth| age_on(birth, self.today) < 18);
        Verdict::valid(value, Warnings::NONE.with(minor, Warning::UNDER_18))
    }

    /// Look-alike characters replaced, or strange ones left out.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = compact(typed);
        eighteen::suggest(&value, problem(&value, self.today)?, |candidate| problem(candidate, self.today).is_none())
    }
}

/// Judges a number as one of a [`HmtResidence`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str, today: NaiveDate) -> Verdict {
    HmtResidence { today }.judge(value).into_owned()
}

/// What was probably meant by an invalid number of a [`HmtResidence`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str, today: NaiveDate) -> Option<String> {
    HmtResidence { today }.suggest(value)
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
    use super::super::vectors::vectors;
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    vectors! {
        HmtResidence { today: today() };
        meant: [
            ("81OO00197101219937", Some("810000197101219937")),
            ("180000197101219937", None),
            ("83000019471024998×", Some("83000019471024998X")),
            ("810000.19710121.9937", Some("810000197101219937")),
            ("810000197101219937", None),
            ("830000196601149924", None),
            ("", None),
        ];
        others: |value| { home(value); birth(value); };
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

    proptest! {
        #[test]
        fn suggestions_are_valid(value in "8[123]0{4}19[0-9OI]{9}[0-9X×]") {
            if let Some(suggestion) = suggest(&value, today()) {
                prop_assert!(check(&suggestion, today()).valid);
            }
        }
    }
}
