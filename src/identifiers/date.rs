//! Dates as people type them (`identifiers.md`, section 11).

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::{Identifier, Judged, Verdict, Warnings, all_digits, ascii_without};

/// The word that is stored for a document without an end.
pub const LONG_TERM: &str = "长期";

/// A day, or no end at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day of the Gregorian calendar.
    Day(NaiveDate),
    /// 长期: valid without an end.
    LongTerm,
}

impl When {
    /// The stored form: `YYYYMMDD` or 长期.
    pub fn stored(self) -> String {
        match self {
            Self::Day(day) => format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()),
            Self::LongTerm => LONG_TERM.to_owned(),
        }
    }
}

/// A date or 长期; `normalized` is `YYYYMMDD` or 长期.
#[derive(Debug, Clone, Copy)]
pub struct Date;

impl Identifier for Date {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = without_blanks(typed);
        match read_compact(&value) {
            Ok(When::Day(_)) if value.len() == 8 && all_digits(&value) => Verdict::valid(value, Warnings::NONE),
            Ok(When::LongTerm) => Verdict::valid(LONG_TERM, Warnings::NONE),
            Ok(when) => Verdict::valid(when.stored(), Warnings::NONE),
            Err(reason) => Verdict::invalid(reason, value),
        }
    }
}

/// Judges a text as a [`Date`].
pub fn check(value: &str) -> Verdict {
    Date.judge(value).into_owned()
}

/// The day or 长期 that `value` says, when `check` would accept it.
pub fn parse(value: &str) -> Option<When> {
    if value == LONG_TERM {
        return Some(When::LongTerm);
    }
    stored_day(value).map(When::Day).or_else(|| read(value).ok())
}

/// The day that is written `YYYY-MM-DD`, as nearly every date is that was stored once: told without a copy.
fn stored_day(value: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = value.as_bytes() else { return None };
    let number = |digits: &[&u8]| {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
        digits.iter().try_fold(0, |number, byte| Some(number * 10 + digit(**byte)?))
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok().filter(|year| (1900..=2199).contains(year))?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

fn without_blanks(typed: &str) -> Cow<'_, str> {
    ascii_without(typed, |c| c == ' ')
}

/// The day or 长期 that a typed text says, or the reason why it says none.
pub(super) fn read(typed: &str) -> Result<When, &'static str> {
    read_compact(&without_blanks(typed))
}

/// As [`read`], of a text without blanks.
fn read_compact(value: &str) -> Result<When, &'static str> {
    if value.is_empty() {
        return Err("empty");
    }
    if matches!(value, "长期" | "長期" | "长期有效" | "永久" | "永久有效" | "长久") {
        return Ok(When::LongTerm);
    }
    let (year, month, day) = split(value).ok_or("format")?;
    if !(1900..=2199).contains(&year) {
        return Err("range");
    }
    NaiveDate::from_ymd_opt(year, month, day).map(When::Day).ok_or("not_a_date")
}

/// The months as passports print them, in English and by their first letters.
const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/// Their whole names.
const MONTHS_IN_FULL: [&str; 12] =
    ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];

/// Day, month and year as passports print them: `13 AUG 2028`, `15 MAR/MARS 2018` with the month in a second language,
/// `13 8月/AUG 2028`; also `13-Aug-2028`, and `August 13, 2028`. The month is named, so that day and year cannot be mistaken.
fn printed(value: &str) -> Option<(i32, u32, u32)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let year = value.get(value.len().checked_sub(4)?..).filter(|year| all_digits(year))?;
    let rest = value.get(..value.len() - 4)?;
    let (day, named) = match rest.starts_with(is_digit) {
        true => rest.split_at(rest.find(|c| !is_digit(c))?),
        false => {
            let (named, day) = rest.strip_suffix(',').unwrap_or(rest).split_at(rest.find(is_digit)?);
            (day, named)
        }
    };
    let named = named.to_uppercase();
    let names = || named.split('/').map(|name| name.trim_matches(['-', '.', ',']));
    let of =
        |names: &[&str; 12], wanted: &str| names.iter().zip(1..).find(|(name, _)| **name == wanted).map(|(_, number)| number);
    let known = |name| of(&MONTHS, name).or_else(|| of(&MONTHS_IN_FULL, name)).or_else(|| (name == "SEPT").then_some(9));
    let mut months = names().filter_map(known);
    let month: u32 = months.next()?;
    months.all(|other| other == month).then_some(())?;
    let month = month.to_string();
    // The number before 月 stands behind the day.
    let day = match names().next() {
        Some("月") => day.strip_suffix(&format!("{month:0>2}")).or_else(|| day.strip_suffix(&month))?,
        _ => day,
    };
    numbers(year, &month, day)
}

/// Year, month and day as numbers: `YYYYMMDD`, `Y-M-D` with `-`, `.` or `/`, `Y年M月D日`, or as passports print them.
fn split(value: &str) -> Option<(i32, u32, u32)> {
    if value.len() == 8 && all_digits(value) {
        return numbers(value.get(..4)?, value.get(4..6)?, value.get(6..)?);
    }
    if let Some(rest) = value.strip_suffix('日') {
        let (year, rest) = rest.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        return numbers(year, month, day);
    }
    if let Some(day) = printed(value) {
        return Some(day);
    }
    let mut parts = value.split(['-', '.', '/']);
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    numbers(year, month, day)
}

/// A year of four digits, month and day of one or two.
fn numbers(year: &str, month: &str, day: &str) -> Option<(i32, u32, u32)> {
    let fits = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
    if !fits || ![year, month, day].into_iter().all(all_digits) {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::super::vectors::holds;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_and_refuses() {
        let day = NaiveDate::from_ymd_opt(2024, 1, 2).map(When::Day);
        for value in ["20240102", "2024-1-2", "2024.01.02", "2024/1/02", "2024年1月2日", "2024 01 02", "２０２４－０１－０２"]
        {
            assert_eq!(parse(value), day, "{value}");
        }
        assert_eq!(parse("长期有效"), Some(When::LongTerm));
        for value in
            ["2024年1月2", "2024年1月", "2024-1-2-3", "24-1-2", "2024-001-2", "2024--2", "-2024-1-2", "2024-1-+2", "1/2/2024"]
        {
            assert_eq!(check(value).reason, "format", "{value}");
        }
        assert_eq!(check("2023年2月29日").reason, "not_a_date");
    }

    #[test]
    fn reads_what_passports_print() {
        for (value, expected) in [
            ("13 AUG 2028", "20280813"),
            ("15 MAR 2018", "20180315"),
            ("15 MAR/MARS 2018", "20180315"),
            ("15 MARS/MAR 2018", "20180315"),
            ("5 Sept. 2030", "20300905"),
            ("13-Aug-2028", "20280813"),
            ("13AUG2028", "20280813"),
            ("13 8月/AUG 2028", "20280813"),
            ("August 13, 2028", "20280813"),
            ("01 DÉC/DEC 2027", "20271201"),
        ] {
            assert_eq!(check(value).normalized, expected, "{value}");
        }
        for value in
            ["13 AUX 2028", "AUG 2028", "13 2028", "13 AUG 28", "13 AUG/SEP 2028", "2028 AUG 13", "31 APRIL", "Marsch 3 2020"]
        {
            assert!(!check(value).valid, "{value}");
        }
        assert_eq!(check("31 APR 2028").reason, "not_a_date");
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            holds(&Date, &value)?;
            prop_assert_eq!(check(&value).valid, parse(&value).is_some());
        }

        #[test]
        fn stored_form_is_stable(year in 1900i32..2200, ordinal in 1u32..366) {
            let stored = NaiveDate::from_yo_opt(year, ordinal).map(|day| When::Day(day).stored()).unwrap_or_default();
            prop_assert_eq!(check(&stored).normalized, stored);
        }
    }
}
