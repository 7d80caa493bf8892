//! Working days: the State Council's yearly notices of days off and worked weekends.
//!
//! A year whose notice is not in the list has its statutory days only, so what is counted in it is an estimate.

use chrono::{Datelike, NaiveDate, Weekday};

include!(concat!(env!("OUT_DIR"), "/holidays.rs"));

/// The last days of December are settled by the notice of the year that follows (as 2022-12-31 was).
const NEXT_NOTICE_FROM_DAY: u32 = 28;

/// A day counted from another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub date: NaiveDate,
    /// The span touches days that no notice settles yet: the day may move.
    pub estimate: bool,
}

/// How many days the lists have.
#[must_use]
pub fn count() -> usize {
    DAYS.len()
}

/// Whether people work on this day, as far as the lists know. See [`settled`] for how sure that is.
pub fn is_working_day(date: NaiveDate) -> bool {
    match listed(date) {
        Some(worked) => worked,
        None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
    }
}

/// Whether the notice for this year is in the list.
pub fn official(year: i32) -> bool {
    notice_date(year).is_some()
}

/// When the notice for this year was published.
fn notice_date(year: i32) -> Option<NaiveDate> {
    let (_, published) = NOTICES.iter().find(|(of, _)| *of == year)?;
    let year = i32::try_from(published / 10_000).ok()?;
    NaiveDate::from_ymd_opt(year, published / 100 % 100, published % 100)
}

/// Whether a published notice settles if this day is worked.
pub fn settled(date: NaiveDate) -> bool {
    let turn_of_year = date.month() == 12 && date.day() >= NEXT_NOTICE_FROM_DAY;
    official(date.year()) && (!turn_of_year || official(date.year() + 1))
}

/// The `count`-th working day after `date`. Counting starts on the day after; with 0 it is `date` itself.
pub fn add_working_days(date: NaiveDate, count: u32) -> Due {
    let mut due = Due { date, estimate: false };
    let mut left = count;
    while left > 0 {
        let Some(next) = due.date.succ_opt() else {
            break;
        };
        due.date = next;
        due.estimate |= !settled(next);
        left -= u32::from(is_working_day(next));
    }
    due
}

/// Whether a listed day is worked.
fn listed(date: NaiveDate) -> Option<bool> {
    let year = u32::try_from(date.year()).ok()?;
    let number = year * 10_000 + date.month() * 100 + date.day();
    let place = DAYS.binary_search_by_key(&number, |(day, ..)| *day).ok()?;
    DAYS.get(place).map(|(_, _, worked)| *worked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_list_is_complete() {
        assert_eq!(DAYS.len(), 155);
        assert!(DAYS.is_sorted_by(|a, b| a.0 < b.0));
        for (number, ..) in DAYS {
            let year = i32::try_from(number / 10_000).unwrap();
            let date = NaiveDate::from_ymd_opt(year, number / 100 % 100, number % 100);
            assert!(date.is_some(), "{number}");
        }
    }

    #[test]
    fn only_weekends_are_listed_as_worked() {
        for (number, _, worked) in DAYS {
            let text = number.to_string();
            let date = NaiveDate::parse_from_str(&text, "%Y%m%d").unwrap();
            let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            assert!(!worked || weekend, "{date}");
        }
    }

    #[test]
    fn working_days() {
        for (date, expected) in [
            ("2026-09-20", true),  // a Sunday, made up for the National Day
            ("2026-09-25", false), // 中秋节, a Friday
            ("2026-09-30", true),
            ("2026-10-01", false),
            ("2026-10-07", false),
            ("2026-10-08", true),
            ("2026-10-10", true), // a Saturday, made up
            ("2026-10-11", false),
            ("2026-11-23", true),
            ("2022-12-31", false),
            ("2027-02-08", false), // the third day of the new year
            ("2027-10-01", false),
            ("2031-03-05", true),
            ("2031-03-08", false),
        ] {
            assert_eq!(is_working_day(day(date)), expected, "{date}");
        }
    }

    #[test]
    fn years_with_a_notice() {
        for (year, expected) in
            [(2022, false), (2023, true), (2024, true), (2025, true), (2026, true), (2027, false), (2100, false)]
        {
            assert_eq!(official(year), expected, "{year}");
        }
        assert_eq!(notice_date(2026), Some(day("2025-11-04")));
        assert_eq!(notice_date(2027), None);
    }

    #[test]
    fn counting_forward() {
        for (from, count, due, estimate) in [
            ("2026-11-23", 0, "2026-11-23", false),
            ("2026-11-23", 1, "2026-11-24", false),
            ("2026-11-23", 20, "2026-12-21", false),
            ("2026-09-30", 1, "2026-10-08", false), // over the National Day
            ("2026-09-30", 3, "2026-10-10", false), // the made-up Saturday counts
            ("2026-09-30", 4, "2026-10-12", false),
            ("2026-09-19", 1, "2026-09-20", false),
            ("2026-12-25", 1, "2026-12-28", true), // the notice for 2027 may touch it
            ("2026-12-31", 1, "2027-01-04", true),
            ("2025-12-31", 1, "2026-01-04", false), // a Sunday, made up for new year
            ("2027-06-01", 1, "2027-06-02", true),
        ] {
            let expected = Due { date: day(due), estimate };
            assert_eq!(add_working_days(day(from), count), expected, "{from} + {count}");
        }
    }

    /// The working days after `from`, up to and including `to`, counted the plain way; and whether a notice may change that.
    fn working_days_between(from: NaiveDate, to: NaiveDate) -> (u32, bool) {
        let days: Vec<NaiveDate> = from.iter_days().skip(1).take_while(|day| *day <= to).collect();
        let worked = days.iter().filter(|day| is_working_day(**day)).count();
        (u32::try_from(worked).unwrap(), days.iter().any(|day| !settled(*day)))
    }

    #[test]
    fn counting_between() {
        for (from, to, days, estimate) in [
            ("2026-11-23", "2026-11-23", 0, false),
            ("2026-11-23", "2026-11-20", 0, false),
            ("2026-11-20", "2026-11-23", 1, false),
            ("2026-09-30", "2026-10-12", 4, false),
            ("2026-12-31", "2027-01-04", 1, true),
        ] {
            assert_eq!(working_days_between(day(from), day(to)), (days, estimate), "{from}..{to}");
        }
    }

    #[test]
    fn the_two_counts_agree() {
        for count in 0..80 {
            let from = day("2026-08-03");
            let due = add_working_days(from, count);
            assert_eq!(working_days_between(from, due.date).0, count);
        }
    }

    #[test]
    fn the_end_of_the_calendar_does_not_hang() {
        assert_eq!(add_working_days(NaiveDate::MAX, 3).date, NaiveDate::MAX);
    }
}
