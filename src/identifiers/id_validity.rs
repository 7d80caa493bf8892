//! The period printed on a resident identity card (居民身份证法, article 5; `identifiers.md`, section 5).

use chrono::{Datelike, Days, Months, NaiveDate};

#[cfg(any(test, feature = "internals"))]
use super::date;
use super::date::When;
use super::resident_id::age_on;
#[cfg(any(test, feature = "internals"))]
use super::{Judged, Verdict};
use super::{Warning, Warnings};

/// Second-generation cards exist since this day; first-generation ones have been void since 2013.
const FIRST_CARD: Option<NaiveDate> = NaiveDate::from_ymd_opt(2004, 1, 1);
/// Days between application, on which the age counts, and issue.
const ISSUE_DELAY: Days = Days::new(60);

/// How long a card is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// 5, 10 or 20 years.
    Years(i32),
    /// 长期: without an end.
    LongTerm,
}

impl Term {
    /// The end of a card of this term that begins on a day; nothing at the end of the calendar. A card of 29 February ends on
    /// 28 February where there is no such day.
    #[must_use]
    pub fn end(self, start: NaiveDate) -> Option<When> {
        match self {
            Self::Years(years) => {
                let months = u32::try_from(years).ok()?.checked_mul(12)?;
                start.checked_add_months(Months::new(months)).map(When::Day)
            }
            Self::LongTerm => Some(When::LongTerm),
        }
    }
}

/// Checks a period as typed. `birth` comes from the ID number, when that is known; a card with fewer than `soon_days` days
/// left is warned about. `normalized` is `YYYYMMDD-YYYYMMDD` or `YYYYMMDD-长期`, empty when a date is not readable.
#[cfg(any(test, feature = "internals"))]
pub fn check(start: &str, end: &str, birth: Option<NaiveDate>, today: NaiveDate, soon_days: i64) -> Verdict {
    judge_texts(start, end, birth, today, soon_days).into_owned()
}

#[cfg(any(test, feature = "internals"))]
fn judge_texts(start: &str, end: &str, birth: Option<NaiveDate>, today: NaiveDate, soon_days: i64) -> Judged<'static> {
    let (start, end) = match read(start, end) {
        Ok(period) => period,
        Err(reason) => return Verdict::invalid(reason, ""),
    };
    let normalized = format!("{}-{}", When::Day(start).stored(), end.stored());
    match judge(start, end, birth, today, soon_days) {
        Ok(warnings) => Verdict::valid(normalized, warnings),
        Err(reason) => Verdict::invalid(reason, normalized),
    }
}

/// The warnings about a period that may be used, or the first reason why it may not.
pub type Judgement = Result<Warnings, &'static str>;

/// Judges a period that has been read, as [`check`] does.
///
/// # Errors
/// The first thing that is wrong, as the specification names it.
pub fn judge(start: NaiveDate, end: When, birth: Option<NaiveDate>, today: NaiveDate, soon_days: i64) -> Judgement {
    if let Some(reason) = start_problem(start, birth, today).or_else(|| end_problem(start, end, today)) {
        return Err(reason);
    }
    let term = term_between(start, end).ok_or("span_invalid")?;
    let mismatch = birth.is_some_and(|birth| !fits_age(term, birth, start));
    let soon = matches!(end, When::Day(end) if end.signed_duration_since(today).num_days() < soon_days);
    Ok(Warnings::NONE.with(mismatch, Warning::SPAN_AGE_MISMATCH).with(soon, Warning::EXPIRING_SOON))
}

/// Both ends of the period, or the first reason why there is none.
#[cfg(any(test, feature = "internals"))]
fn read(start: &str, end: &str) -> Result<(NaiveDate, When), &'static str> {
    let start = match date::read(start) {
        Ok(When::Day(day)) => day,
        Err("empty") => return Err("start_empty"),
        Err("range") => return Err("start_range"),
        Err("not_a_date") => return Err("start_not_a_date"),
        Ok(When::LongTerm) | Err(_) => return Err("start_format"),
    };
    let end = date::read(end).map_err(|reason| match reason {
        "empty" => "end_empty",
        "range" => "end_range",
        "not_a_date" => "end_not_a_date",
        _ => "end_format",
    })?;
    Ok((start, end))
}

fn start_problem(start: NaiveDate, birth: Option<NaiveDate>, today: NaiveDate) -> Option<&'static str> {
    if birth.is_some_and(|birth| start < birth) {
        Some("start_before_birth")
    } else if start > today {
        Some("start_future")
    } else if FIRST_CARD.is_some_and(|first| start < first) {
        Some("first_generation")
    } else {
        None
    }
}

fn end_problem(start: NaiveDate, end: When, today: NaiveDate) -> Option<&'static str> {
    match end {
        When::Day(end) if end <= start => Some("end_before_start"),
        When::Day(end) if end < today => Some("expired"),
        _ => None,
    }
}

/// The legal term that lies exactly between the two ends.
fn term_between(start: NaiveDate, end: When) -> Option<Term> {
    let When::Day(end) = end else {
        return Some(Term::LongTerm);
    };
    [5, 10, 20].into_iter().find(|years| is_anniversary(start, end, *years)).map(Term::Years)
}

/// Whether `end` is the same calendar day `years` after `start`. Where 29 February does not exist, cards are said to be
/// printed with 28 February or with 1 March: both count.
fn is_anniversary(start: NaiveDate, end: NaiveDate, years: i32) -> bool {
    let year = start.year() + years;
    match NaiveDate::from_ymd_opt(year, start.month(), start.day()) {
        Some(day) => end == day,
        None => end.year() == year && matches!((end.month(), end.day()), (2, 28) | (3, 1)),
    }
}

/// Whether a period is one that a card is given for by law to somebody born on this day.
#[must_use]
pub fn fits(start: NaiveDate, end: When, birth: NaiveDate) -> bool {
    start >= birth && term_between(start, end).is_some_and(|term| fits_age(term, birth, start))
}

/// Whether the term is the one for the age at issue or at an application shortly before it.
fn fits_age(term: Term, birth: NaiveDate, start: NaiveDate) -> bool {
    let applied = start.checked_sub_days(ISSUE_DELAY).unwrap_or(start);
    [start, applied].into_iter().any(|day| term_at(age_on(birth, day)) == term)
}

/// The term by law for an age in full years.
#[must_use]
pub fn term_at(age: i32) -> Term {
    match age {
        ..=15 => Term::Years(5),
        16..=25 => Term::Years(10),
        26..=45 => Term::Years(20),
        _ => Term::LongTerm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn reason(start: &str, end: &str) -> &'static str {
        check(start, end, None, day("2026-11-23"), 90).reason
    }

    #[test]
    fn leap_days() {
        assert_eq!(reason("20200229", "20300228"), "ok");
        assert_eq!(reason("20200229", "20300301"), "ok");
        assert_eq!(reason("20160229", "20360228"), "span_invalid");
        assert_eq!(reason("20160229", "20360229"), "ok");
    }

    #[test]
    fn ranges_and_unknown_births() {
        assert_eq!(reason("18991231", "20300228"), "start_range");
        assert_eq!(reason("20200101", "22000101"), "end_range");
        assert_eq!(reason("20200101", "abc"), "end_format");
        assert!(check("20200506", "长期", None, day("2026-11-23"), 90).warnings.is_empty());
    }

    #[test]
    fn terms_end_where_cards_do() {
        let end = |age, start: &str| term_at(age).end(day(start)).map(When::stored);
        assert_eq!(end(15, "2022-04-01").as_deref(), Some("20270401"));
        assert_eq!(end(16, "2022-04-01").as_deref(), Some("20320401"));
        assert_eq!(end(25, "2020-02-29").as_deref(), Some("20300228"));
        assert_eq!(end(26, "2020-02-29").as_deref(), Some("20400229"));
        assert_eq!(end(45, "2022-04-01").as_deref(), Some("20420401"));
        assert_eq!(end(46, "2022-04-01").as_deref(), Some("长期"));
        assert_eq!(Term::Years(5).end(NaiveDate::MAX), None);
    }

    #[test]
    fn soon_is_a_parameter() {
        let names = |soon| check("20161220", "20261220", None, day("2026-11-23"), soon).warnings.len();
        assert_eq!((names(27), names(28)), (0, 1));
    }

    proptest! {
        #[test]
        fn never_panics(start in any::<String>(), end in any::<String>(), soon in any::<i64>()) {
            check(&start, &end, None, day("2026-11-23"), soon);
            check("20200101", &end, Some(NaiveDate::MIN), NaiveDate::MAX, soon);
        }
    }
}
