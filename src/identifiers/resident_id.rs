//! 居民身份证: the number on a resident identity card (GB 11643-1999; `identifiers.md`, sections 2.4 and 4).

use chrono::{Datelike, NaiveDate};

use super::check_chars::mod_11_2;
use super::eighteen::{self, birth, birth_problem, check_fits};
use super::{Identifier, Judged, Places, Verdict, Warning, Warnings, all_digits, compact, is_mainland_province};

/// What a well-formed number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The six digits of the place where the number was first given.
    pub region: &'a str,
    /// The day of birth.
    pub birth: NaiveDate,
    /// Whether the sequence number is even.
    pub female: bool,
}

/// A number of 18 places, as of a day.
#[derive(Clone, Copy)]
pub struct ResidentId<'p> {
    /// The day on which the holder must have been born.
    pub today: NaiveDate,
    /// Only decide whether to warn: an unknown region is never an error.
    pub places: &'p dyn Places,
}

impl Identifier for ResidentId<'_> {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        if let Some(reason) = problem(&value, self.today) {
            return Verdict::invalid(reason, value);
        }
        let Some(parts) = parts(&value) else {
            return Verdict::invalid("bad_char", value);
        };
        let upper = parts.region.ends_with("00");
        let age = age_on(parts.birth, self.today);
        let warnings = Warnings::NONE
            .with(upper, Warning::REGION_UPPER)
            .with(!upper && !is_known_region(parts.region, self.places), Warning::REGION_UNKNOWN)
            .with(age < 18, Warning::UNDER_18)
            .with(age > 100, Warning::OVER_100);
        Verdict::valid(value, warnings)
    }

    fn suggest(&self, typed: &str) -> Option<String> {
        suggest(typed, self.today)
    }
}

/// Judges a number as a [`ResidentId`].
pub fn check(value: &str, today: NaiveDate, places: &dyn Places) -> Verdict {
    ResidentId { today, places }.judge(value).into_owned()
}

/// Whether the place is listed, or is the summary code (`xx01`, `xx20`) of a listed prefecture.
fn is_known_region(region: &str, places: &dyn Places) -> bool {
    let summary = region.get(..4).filter(|_| region.ends_with("01") || region.ends_with("20"));
    places.knows(region) || summary.is_some_and(|prefecture| places.knows(&format!("{prefecture}00")))
}

/// The first thing wrong with a compact number, in the order of the specification.
fn problem(value: &str, today: NaiveDate) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if value.len() == 15 && all_digits(value) {
        return Some("legacy_15");
    }
    if value.chars().count() != 18 {
        return Some("length");
    }
    let Some(body) = eighteen::body(value) else {
        return Some("bad_char");
    };
    if body.starts_with('9') {
        return Some("kind_foreign_pr");
    }
    if ["81", "82", "83"].iter().any(|start| body.starts_with(start)) {
        return Some("kind_hmt_residence");
    }
    if !is_mainland_province(body) {
        return Some("province");
    }
    birth_problem(body, today).or_else(|| (!check_fits(value)).then_some("check_digit"))
}

/// Whether a compact value is a well-formed number, whatever the day is today.
pub(super) fn is_well_formed(value: &str) -> bool {
    problem(value, NaiveDate::MAX).is_none()
}

/// What a number in its stored form says; nothing when it is not 18 places of digits with a day in the middle.
pub fn parts(normalized: &str) -> Option<Parts<'_>> {
    let body = normalized.get(..17).filter(|body| all_digits(body))?;
    if normalized.len() != 18 {
        return None;
    }
    let sequence = body.chars().last()?.to_digit(10)?;
    Some(Parts { region: body.get(..6)?, birth: birth(body)?, female: sequence % 2 == 0 })
}

/// Full years on `day`. Who was born on 29 February has the birthday on 1 March in common years.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> i32 {
    let before_birthday = (day.month(), day.day()) < (birth.month(), birth.day());
    day.year() - birth.year() - i32::from(before_birthday)
}

/// What was meant by an invalid [`ResidentId`]: the upgrade of 15 digits, look-alike characters replaced, or strange ones left
/// out. To be offered, never applied; nothing when there is more than one way, as there is to every wrong check digit.
pub fn suggest(value: &str, today: NaiveDate) -> Option<String> {
    let value = compact(value);
    let fits = |candidate: &String| problem(candidate, today).is_none();
    match problem(&value, today)? {
        "legacy_15" => upgrade(&value).filter(fits),
        "kind_foreign_pr" | "kind_hmt_residence" => None,
        reason => eighteen::suggest(&value, reason, fits),
    }
}

/// A first-generation number as 18 places. The sequences 996 to 999 meant people born before 1900.
fn upgrade(value: &str) -> Option<String> {
    if value.get(12..).is_some_and(|sequence| ("996"..="999").contains(&sequence)) {
        return None;
    }
    let body = format!("{}19{}", value.get(..6)?, value.get(6..)?);
    let check = mod_11_2(&body)?;
    Some(format!("{body}{check}"))
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;
    use proptest::prelude::*;

    struct Nowhere;

    impl Places for Nowhere {
        fn knows(&self, code: &str) -> bool {
            code == "440400"
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn today() -> NaiveDate {
        day("2026-11-23")
    }

    #[test]
    fn says_what_is_in_it() {
        let parts = parts("11010519491231002X").expect("well formed");
        assert_eq!((parts.region, parts.birth, parts.female), ("110105", day("1949-12-31"), true));
        assert!(!super::parts("620825197812249951").expect("well formed").female);
        assert_eq!(super::parts("110105194912310"), None);
        assert_eq!(super::parts("11010519491331002X"), None);
    }

    #[test]
    fn region_is_never_an_error() {
        let warnings = |value: &str| check(value, today(), &Nowhere).warnings;
        assert_eq!(warnings("11010519491231002X"), Warning::REGION_UNKNOWN.into());
        let summary = "44040119800101999".to_owned();
        let summary = format!("{summary}{}", mod_11_2(&summary).expect("digits"));
        assert_eq!(warnings(&summary), Warnings::NONE);
    }

    #[test]
    fn ages() {
        for (birth, on, age) in [
            ("2000-02-29", "2018-02-28", 17),
            ("2000-02-29", "2018-03-01", 18),
            ("2000-02-29", "2020-02-29", 20),
            ("1990-05-05", "2026-05-04", 35),
            ("1990-05-05", "2026-05-05", 36),
            ("2026-11-23", "2026-11-23", 0),
        ] {
            assert_eq!(age_on(day(birth), day(on)), age, "{birth} on {on}");
        }
    }

    vectors! {
        ResidentId { today: today(), places: &Nowhere };
        meant: [
            ("32032419470102994Х", Some("32032419470102994X")),
            ("14O123194907299920", None),
            ("1101O5l9491231002×", Some("11010519491231002X")),
            ("11010519491231002Ⅹ", Some("11010519491231002X")),
            ("1101051949123100Х2", None),
            ("130503670401001", Some("130503196704010016")),
            ("130503670401997", None),
            ("130284991332123", None),
            ("11010519491231002X", None),
            ("110105194912310X2", None),
            ("110105.19491231.002X", Some("11010519491231002X")),
            ("1101051949123100222", None),
            ("810000200607069918", None),
            ("", None),
        ];
        one_wrong: ("11010519491231002X", "[0-9]");
        others: |value| { parts(value); };
    }

    /// A digit that was mistyped and two that were exchanged look the same: the true numbers of these end in 1779, 1200 and 3442.
    #[test]
    fn a_wrong_check_digit_has_no_fix() {
        for typed in ["330106198403121778", "350502198801131201", "510107200401213422"] {
            assert_eq!(problem(typed, today()), Some("check_digit"));
            assert_eq!(suggest(typed, today()), None);
        }
        for place in 0..17 {
            let mut digits: Vec<char> = "11010519491231002X".chars().collect();
            digits.swap(place, place + 1);
            let swapped: String = digits.into_iter().collect();
            assert_eq!(suggest(&swapped, today()).filter(|_| !swapped[..17].contains('X')), None, "{swapped}");
        }
    }

    proptest! {
        #[test]
        fn suggestions_are_valid(value in "[0-9OIl一Z]{17}[0-9X×]|[1-6][0-9]{14}") {
            if let Some(suggestion) = suggest(&value, today()) {
                prop_assert!(check(&suggestion, today(), &Nowhere).valid);
            }
        }
    }
}
