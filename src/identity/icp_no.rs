//! Numbers given by the filing: subject, site, app, mini-program, quick app (`identifiers.md`, section 9).

use chrono::{Datelike, NaiveDate};

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

/// The number in its stored form and its subtype, or the first thing wrong.
fn read(value: &str, this_year: i32) -> Result<(String, &'static str), &'static str> {
    if let Some((province, rest)) = value.split_once("ICP备") {
        let (number, suffix) = filing_number(province, rest)?;
        filing_year(number, this_year)?;
        return Ok((format!("{province}ICP备{number}号{suffix}"), subtype(suffix)?));
    }
    if let Some((province, rest)) = value.split_once("ICP证") {
        let (number, suffix) = filing_number(province, rest)?;
        if number.len() != 6 {
            return Err("number_length");
        }
        return Ok((format!("{province}ICP证{number}号{suffix}"), subtype(suffix)?));
    }
    let suffix = licence(value, this_year)?;
    Ok((value.to_owned(), subtype(suffix)?))
}

/// The digits and the suffix behind `ICP备` or `ICP证`; 号 may be left out.
fn filing_number<'a>(province: &str, rest: &'a str) -> Result<(&'a str, &'a str), &'static str> {
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, tail) = rest.split_at_checked(end).ok_or("format")?;
    let suffix = match tail.strip_prefix('号') {
        Some(suffix) => suffix,
        None if tail.is_empty() || tail.starts_with('-') => tail,
        None => return Err("format"),
    };
    if number.is_empty() || province.chars().count() > 1 {
        return Err("format");
    }
    if province.is_empty() || !PROVINCES.contains(province) {
        return Err("province");
    }
    Ok((number, suffix))
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
    let start = value.find(['A', 'B']).ok_or("format")?;
    let (prefix, rest) = value.split_at_checked(start).ok_or("format")?;
    let (classes, rest) = rest.split_once('-').ok_or("format")?;
    let (number, suffix) = rest.split_at_checked(rest.find('-').unwrap_or(rest.len())).ok_or("format")?;
    let classes: Vec<&str> = classes.split('.').collect();
    let known = |class: &&str| matches!(*class, "A1" | "A2" | "B1" | "B2");
    if !classes.iter().all(known) || !all_digits(number) {
        return Err("format");
    }
    // A licence for several classes across provinces is written without a prefix.
    let prefix_fits = match prefix.chars().count() {
        0 => classes.len() > 1,
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
    Ok(suffix)
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
