//! 外国人永久居留身份证: the number on a foreigner's permanent residence card, in the form of 2023 and the one before it
//! (`identifiers.md`, sections 2.4 and 6).

use chrono::{Datelike, NaiveDate};

use super::eighteen::{self, birth_problem, check_fits};
use super::resident_id::age_on;
use super::{Identifier, Judged, Verdict, Warning, Warnings, all_digits, compact, digit_meant, is_mainland_province};

/// 18 digits beginning with 9, or on cards given out before December 2023 three letters of the country and 12 digits. The old
/// form's check digit is not enforced: its rule has never been published.
#[derive(Debug, Clone, Copy)]
pub struct ForeignPr {
    /// The day on which the holder must have been born.
    pub today: NaiveDate,
}

impl Identifier for ForeignPr {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        if let Some(reason) = problem(&value, self.today) {
            return Verdict::invalid(reason, value);
        }
        let minor = birth(&value, self.today).is_some_and(|birth| age_on(birth, self.today) < 18);
        let warnings = Warnings::NONE.with(is_old_form(&value), Warning::OLD_FORMAT).with(minor, Warning::UNDER_18);
        Verdict::valid(value, warnings)
    }

    /// Look-alike characters replaced; on the form of 18 places also strange ones left out.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = compact(typed);
        let reason = problem(&value, self.today)?;
        let fits = |candidate: &String| problem(candidate, self.today).is_none();
        if is_old_form(&value) {
            let meant = |(at, c): (usize, char)| digit_meant(c).filter(|_| at >= 3).unwrap_or(c);
            return Some(value.chars().enumerate().map(meant).collect()).filter(fits);
        }
        eighteen::suggest(&value, reason, fits)
    }
}

/// Judges a number as one of a [`ForeignPr`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str, today: NaiveDate) -> Verdict {
    ForeignPr { today }.judge(value).into_owned()
}

/// What was probably meant by an invalid number of a [`ForeignPr`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str, today: NaiveDate) -> Option<String> {
    ForeignPr { today }.suggest(value)
}

/// Whether a number has as many places as the form before December 2023.
pub fn is_old_form(normalized: &str) -> bool {
    normalized.chars().count() == 15
}

/// The day of birth in a number in its stored form. The old form has a year of two digits: the later century that is not in the
/// future is meant.
pub fn birth(normalized: &str, today: NaiveDate) -> Option<NaiveDate> {
    if is_old_form(normalized) {
        return births_of_old_form(normalized).into_iter().flatten().find(|birth| *birth <= today);
    }
    eighteen::body(normalized).and_then(eighteen::birth)
}

/// The days that places 8 to 13 of an old number can mean, the later first.
fn births_of_old_form(value: &str) -> [Option<NaiveDate>; 2] {
    let day = |century: &str| {
        let digits = format!("{century}{}", value.get(7..13)?);
        all_digits(&digits).then(|| NaiveDate::parse_from_str(&digits, "%Y%m%d").ok()).flatten()
    };
    [day("20"), day("19")]
}

/// The first thing wrong with a compact number.
fn problem(value: &str, today: NaiveDate) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if is_old_form(value) {
        return old_problem(value, today);
    }
    if value.chars().count() != 18 {
        return Some("length");
    }
    let Some(body) = eighteen::body(value) else {
        return Some("bad_char");
    };
    if !body.starts_with('9') {
        return Some("prefix");
    }
    if !body.get(1..3).is_some_and(is_mainland_province) {
        return Some("province");
    }
    birth_problem(body, today).or_else(|| (!check_fits(value)).then_some("check_digit"))
}

/// The first thing wrong with a number of 15 places: country, region, birth, sequence and check.
fn old_problem(value: &str, today: NaiveDate) -> Option<&'static str> {
    let country_fits = value.get(..3).is_some_and(|country| country.bytes().all(|byte| byte.is_ascii_uppercase()));
    let Some(digits) = value.get(3..).filter(|digits| country_fits && all_digits(digits)) else {
        return Some("bad_char");
    };
    if !is_mainland_province(digits) {
        return Some("province");
    }
    birth(value, today).filter(|birth| birth.year() >= 1900).is_none().then_some("birth_date")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::{holds, vectors};
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn today() -> NaiveDate {
        day("2026-11-23")
    }

    vectors! {
        ForeignPr { today: today() };
        meant: [
            ("91112419810803OO24", Some("911124198108030024")),
            ("911124198108030042", None),
            ("911124198108003024", None),
            ("GBR3100510412Z2", Some("GBR310051041222")),
            ("911124198108030024", None),
            ("", None),
        ];
        others: |value| { birth(value, today()); };
    }

    #[test]
    fn births_of_both_forms() {
        for (number, birth) in [
            ("911124198108030024", Some("1981-08-03")),
            ("GBR310051041272", Some("1951-04-12")),
            ("KOR310005022910", None),
            ("KOR310004022910", Some("2004-02-29")),
            ("KOR310026112310", Some("2026-11-23")),
            ("KOR310026112410", Some("1926-11-24")),
            ("KOR310000022910", Some("2000-02-29")),
            ("E12345678", None),
        ] {
            assert_eq!(super::birth(number, today()), birth.map(day), "{number}");
        }
    }

    #[test]
    fn minors_are_noticed_in_both_forms() {
        let names = |value: &str| check(value, today()).warnings.iter().map(|warning| warning.name).collect::<Vec<_>>();
        assert_eq!(names("KOR310012022910"), ["old_format", "under_18"]);
        assert_eq!(names("GBR310051041272"), ["old_format"]);
        assert_eq!(names("911124198108030024"), [""; 0]);
    }

    proptest! {
        #[test]
        fn fifteen_places_never_panic(value in "\\PC{15}") {
            holds(&ForeignPr { today: today() }, &value)?;
            birth(&value, today());
        }
    }
}
