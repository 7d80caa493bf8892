//! Numbers given by the filing: subject, site, app, mini-program, quick app (`identifiers.md`, section 9).

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::{Captures, Regex};

use super::{Verdict, all_digits};
use crate::text::normalize::{Mode, normalize};

/// The characters that stand for a province in filing numbers: 蜀 not 川, 陇 not 甘, 滇 not 云, 黔 not 贵.
const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新";

/// Checks a filing or licence number. For a valid one `reason` is its subtype: `subject`, `site`, `app`, `miniprogram` or
/// `quickapp`; `normalized` is in capitals, without blanks and with 号.
pub fn check(value: &str, today: NaiveDate) -> Verdict {
    let mut value = normalize(value, Mode::Ascii).value.to_ascii_uppercase();
    value.retain(|c| c != ' ');
    if value.is_empty() {
        return Verdict::invalid("empty", value);
    }
    match read(&value, today.year()) {
        Ok((normalized, subtype)) => Verdict { reason: subtype, ..Verdict::valid(normalized, Vec::new()) },
        Err(reason) => Verdict::invalid(reason, value),
    }
}

/// A filing number, or the old form of a licence: province, 备 or 证, digits, 号 (which may be left out), what follows.
static FILING: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("^(.?)ICP([备证])([0-9]+)(号?)(.*)$").ok());

/// A licence: prefix, classes, digits, what follows.
static LICENCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^([^AB]*)([AB][12](?:\.[AB][12])*)-([0-9]+)(-.*)?$").ok());

/// The number in its stored form and its subtype, or the first thing wrong.
fn read(value: &str, this_year: i32) -> Result<(String, &'static str), &'static str> {
    match FILING.as_ref().and_then(|shape| shape.captures(value)) {
        Some(parts) => filing(&part(&parts), this_year),
        None => licence(value, this_year).and_then(|suffix| Ok((value.to_owned(), subtype(suffix)?))),
    }
}

/// The text of a group; empty where it took no part.
fn part<'a>(parts: &Captures<'a>) -> impl Fn(usize) -> &'a str {
    let texts: Vec<&str> = parts.iter().map(|group| group.map_or("", |group| group.as_str())).collect();
    move |index| texts.get(index).copied().unwrap_or_default()
}

fn filing<'a>(part: &impl Fn(usize) -> &'a str, this_year: i32) -> Result<(String, &'static str), &'static str> {
    let (province, kind, number, suffix) = (part(1), part(2), part(3), part(5));
    if part(4).is_empty() && !suffix.is_empty() && !suffix.starts_with('-') {
        return Err("format");
    }
    if province.is_empty() || !PROVINCES.contains(province) {
        return Err("province");
    }
    match kind {
        "备" => filing_year(number, this_year)?,
        _ if number.len() != 6 => return Err("number_length"),
        _ => {}
    }
    Ok((format!("{province}ICP{kind}{number}号{suffix}"), subtype(suffix)?))
}

/// 8 digits begin with two of the year, 10 with four; filing began in 2005.
fn filing_year(number: &str, this_year: i32) -> Result<(), &'static str> {
    let year = match number.len() {
        8 => number.get(..2).map(|year| format!("20{year}")),
        10 => number.get(..4).map(str::to_owned),
        _ => return Err("number_length"),
    };
    year_between(year.as_deref(), 2005, this_year)
}

fn year_between(year: Option<&str>, first: i32, last: i32) -> Result<(), &'static str> {
    let year = year.and_then(|year| year.parse::<i32>().ok()).ok_or("year")?;
    if (first..=last).contains(&year) { Ok(()) } else { Err("year") }
}

/// Checks a licence number such as `粤B2-20090059` and returns what follows it.
fn licence(value: &str, this_year: i32) -> Result<&str, &'static str> {
    let parts = LICENCE.as_ref().and_then(|shape| shape.captures(value)).ok_or("format")?;
    let part = part(&parts);
    let (prefix, classes, number) = (part(1), part(2), part(3));
    // A licence for several classes across provinces is written without a prefix.
    let prefix_fits = match prefix.chars().count() {
        0 => classes.contains('.'),
        1 => PROVINCES.contains(prefix),
        _ if prefix == "合字" => true,
        _ => return Err("format"),
    };
    if !prefix_fits {
        return Err("province");
    }
    if number.len() != 8 {
        return Err("number_length");
    }
    year_between(number.get(..4), 2000, this_year)?;
    Ok(part(4))
}

/// What the number is given to: nothing behind it the subject, `-` and a serial a service.
fn subtype(suffix: &str) -> Result<&'static str, &'static str> {
    if suffix.is_empty() {
        return Ok("subject");
    }
    let service = suffix.strip_prefix('-').ok_or("suffix")?;
    let (serial, subtype) = match service.chars().last() {
        Some('A') => (service.strip_suffix('A'), "app"),
        Some('X') => (service.strip_suffix('X'), "miniprogram"),
        Some('K') => (service.strip_suffix('K'), "quickapp"),
        _ => (Some(service), "site"),
    };
    let fits = |serial: &&str| all_digits(serial) && serial.len() <= 6 && !serial.starts_with('0');
    serial.filter(fits).map(|_| subtype).ok_or("suffix")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reason(value: &str) -> &'static str {
        check(value, NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")).reason
    }

    #[test]
    fn numbers_beyond_the_vectors() {
        for (value, expected) in [
            ("京ICP备2023000001号-999999X", "miniprogram"),
            ("京ICP备2023000001号-1000000X", "suffix"),
            ("京ICP备2023000001号-01X", "suffix"),
            ("京ICP备2023000001号1X", "suffix"),
            ("京ICP备2023000001X", "format"),
            ("备案号京ICP备2023000001号", "format"),
            ("京ICP证141563", "subject"),
            ("合字B2-20060036", "subject"),
            ("合字B2-19990036", "year"),
            ("粤B2-20270059", "year"),
            ("京津B2-20090059", "format"),
            ("川B2-20090059", "province"),
            ("粤B2-2009005A", "format"),
            ("粤B2", "format"),
            ("ICP备", "format"),
            ("ICP备2023000001号", "province"),
        ] {
            assert_eq!(reason(value), expected, "{value}");
        }
    }

    #[test]
    fn every_province_may_file() {
        assert_eq!(PROVINCES.chars().count(), 31);
        for province in PROVINCES.chars() {
            assert_eq!(reason(&format!("{province}ICP备2023000001号-1X")), "miniprogram");
        }
    }

    proptest! {
        #[test]
        fn never_panics(value in "\\PC{0,30}|[京粤合字ICP备证号AB12.X-]{0,20}") {
            reason(&value);
        }
    }
}
