//! Numbers given by the filing: subject, site, app, mini-program, quick app (`identifiers.md`, section 9).

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::{Identifier, Judged, Verdict, Warnings, all_digits, ascii_without};

/// The characters that stand for a province in filing numbers: 蜀 not 川, 陇 not 甘, 滇 not 云, 黔 not 贵.
const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新";

/// What provinces are called for short elsewhere, and what stands for them in filing numbers.
const ALIASES: [(char, char); 6] = [('川', '蜀'), ('甘', '陇'), ('云', '滇'), ('贵', '黔'), ('秦', '陕'), ('申', '沪')];

/// The character that a number begins with and should not, and the one that stands for that province in filing numbers.
#[must_use]
pub fn alias(number: &str) -> Option<(char, char)> {
    let first = number.trim().chars().next()?;
    ALIASES.into_iter().find(|(other, _)| *other == first)
}

/// A filing or licence number, as of a day. For a valid one `reason` is its subtype: `subject`, `site`, `app`, `miniprogram` or
/// `quickapp`; `normalized` is in capitals, without blanks and with 号.
#[derive(Debug, Clone, Copy)]
pub struct FilingNumber {
    /// The year in the number is not after this day's.
    pub today: NaiveDate,
}

impl Identifier for FilingNumber {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let mut value = ascii_without(typed, |c| c == ' ');
        if value.bytes().any(|byte| byte.is_ascii_lowercase()) {
            value = Cow::Owned(value.to_ascii_uppercase());
        }
        match read(&value, self.today.year()) {
            Ok((stored, subtype)) => {
                let value = stored.map_or(value, Cow::Owned);
                Verdict { reason: subtype, ..Verdict::valid(value, Warnings::NONE) }
            }
            Err(reason) => Verdict::invalid(reason, value),
        }
    }
}

/// Judges a text as a [`FilingNumber`].
pub fn check(value: &str, today: NaiveDate) -> Verdict {
    FilingNumber { today }.judge(value).into_owned()
}

/// The filing number that stands in a longer text, such as the bureau's message or one with its label before it, in its stored form. Of a
/// mini-program's number and its subject's beside it, the mini-program's is meant; `None` where there is none, or several.
#[must_use]
pub fn contained(text: &str, today: NaiveDate) -> Option<String> {
    let text = ascii_without(text, |_| false).to_ascii_uppercase();
    let verdicts =
        text.match_indices("ICP").filter_map(|(at, _)| written_at(&text, at, today)).map(|written| check(&written, today));
    let found: Vec<Verdict> = verdicts.filter(|verdict| verdict.valid).collect();
    let only = |subtype: Option<&str>| {
        let mut numbers = found.iter().filter(|verdict| subtype.is_none_or(|subtype| verdict.reason == subtype));
        let first = &numbers.next()?.normalized;
        numbers.all(|other| other.normalized == *first).then(|| first.clone())
    };
    only(Some("miniprogram")).or_else(|| only(None))
}

/// What is written like a filing number around the `ICP` at this place: the character before it, and what follows as far as it can be a part.
/// A blank behind what is a number ends it, unless 号 or a dash follows.
fn written_at(text: &str, at: usize, today: NaiveDate) -> Option<String> {
    let (before, after) = text.split_at_checked(at)?;
    let mut written = String::from(before.trim_end_matches(' ').chars().next_back()?);
    for (at, c) in after.char_indices() {
        match c {
            ' ' => {
                let goes_on = after.get(at..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with(['-', '号']));
                if !goes_on && check(&written, today).valid {
                    break;
                }
            }
            c if c.is_ascii_alphanumeric() || matches!(c, '备' | '证' | '号' | '-') => written.push(c),
            _ => break,
        }
    }
    // A sentence goes on behind the number in Chinese, or after a dash.
    written.truncate(written.trim_end_matches('-').len());
    Some(written)
}

/// The number in its stored form, where that is another than the text, and its subtype; or the first thing wrong.
fn read(value: &str, this_year: i32) -> Result<(Option<String>, &'static str), &'static str> {
    if value.is_empty() {
        return Err("empty");
    }
    match Filing::of(value) {
        Some(parts) => filing(&parts, this_year),
        None => licence(value, this_year).and_then(|suffix| Ok((None, subtype(suffix)?))),
    }
}

/// The parts of a filing number, or of the old form of a licence: what stands for the province, 备 or 证, digits, 号 (which may be
/// left out), what follows.
struct Filing<'a> {
    province: &'a str,
    kind: char,
    number: &'a str,
    has_mark: bool,
    suffix: &'a str,
}

impl<'a> Filing<'a> {
    fn of(value: &'a str) -> Option<Self> {
        let first = value.chars().next().filter(|_| !value.starts_with("ICP")).map_or(0, char::len_utf8);
        let (province, rest) = value.split_at_checked(first)?;
        let rest = rest.strip_prefix("ICP")?;
        let kind = rest.chars().next().filter(|kind| matches!(kind, '备' | '证'))?;
        let (number, rest) = leading_digits(rest.strip_prefix(kind)?)?;
        let marked = rest.strip_prefix('号');
        Some(Self { province, kind, number, has_mark: marked.is_some(), suffix: marked.unwrap_or(rest) })
    }
}

/// The digits at the beginning, of which there is at least one, and the rest.
fn leading_digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())
}

fn filing(parts: &Filing<'_>, this_year: i32) -> Result<(Option<String>, &'static str), &'static str> {
    let Filing { province, kind, number, has_mark, suffix } = *parts;
    if !has_mark && !suffix.is_empty() && !suffix.starts_with('-') {
        return Err("format");
    }
    if province.is_empty() || !PROVINCES.contains(province) {
        return Err("province");
    }
    match kind {
        '备' => filing_year(number, this_year)?,
        _ if number.len() != 6 => return Err("number_length"),
        _ => {}
    }
    let stored = (!has_mark).then(|| format!("{province}ICP{kind}{number}号{suffix}"));
    Ok((stored, subtype(suffix)?))
}

/// 8 digits begin with two of the year, 10 with four; filing began in 2005.
fn filing_year(number: &str, this_year: i32) -> Result<(), &'static str> {
    let (century, digits) = match number.len() {
        8 => (2000, number.get(..2)),
        10 => (0, number.get(..4)),
        _ => return Err("number_length"),
    };
    year_between(century, digits, 2005, this_year)
}

fn year_between(century: i32, digits: Option<&str>, first: i32, last: i32) -> Result<(), &'static str> {
    let year = digits.and_then(|digits| digits.parse::<i32>().ok()).ok_or("year")? + century;
    if (first..=last).contains(&year) { Ok(()) } else { Err("year") }
}

/// The parts of a licence number: prefix, classes such as `B2` or `A2.B1`, digits, what follows them behind a dash.
struct Licence<'a> {
    prefix: &'a str,
    classes: &'a str,
    number: &'a str,
    suffix: &'a str,
}

impl<'a> Licence<'a> {
    fn of(value: &'a str) -> Option<Self> {
        let (prefix, rest) = value.split_at_checked(value.find(['A', 'B'])?)?;
        let (classes, rest) = rest.split_once('-')?;
        let (number, suffix) = leading_digits(rest)?;
        let is_class = |class: &str| matches!(class.as_bytes(), [b'A' | b'B', b'1' | b'2']);
        let fits = classes.split('.').all(is_class) && (suffix.is_empty() || suffix.starts_with('-'));
        fits.then_some(Self { prefix, classes, number, suffix })
    }
}

/// Checks a licence number such as `粤B2-20090059` and returns what follows it.
fn licence(value: &str, this_year: i32) -> Result<&str, &'static str> {
    let Licence { prefix, classes, number, suffix } = Licence::of(value).ok_or("format")?;
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
    year_between(0, number.get(..4), 2000, this_year)?;
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
    use super::super::vectors::{holds, vectors};
    use super::*;
    use proptest::prelude::*;
    use regex::{Captures, Regex};

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    fn reason(value: &str) -> &'static str {
        check(value, today()).reason
    }

    vectors! {
        FilingNumber { today: today() };
    }

    #[test]
    fn what_provinces_are_called_elsewhere_is_known() {
        for (number, expected) in [
            ("川ICP备2026000001号-1X", Some(('川', '蜀'))),
            (" 甘ICP备", Some(('甘', '陇'))),
            ("蜀ICP备2026000001号", None),
            ("", None),
        ] {
            assert_eq!(alias(number), expected, "{number}");
        }
        for (other, right) in ALIASES {
            assert!(!PROVINCES.contains(other) && PROVINCES.contains(right), "{other} {right}");
        }
    }

    #[test]
    fn a_number_is_taken_out_of_what_it_was_copied_with() {
        for (text, expected) in [
            ("备案号：蜀ICP备2026000001号-1X", Some("蜀ICP备2026000001号-1X")),
            ("ICP filing number: 蜀icp备2026000001号-1x.", Some("蜀ICP备2026000001号-1X")),
            ("蜀ICP备2026000001号 - 1X", Some("蜀ICP备2026000001号-1X")),
            (
                "【四川省通信管理局】您的备案申请已通过，主体备案号：蜀ICP备2026000001号，小程序备案号：蜀ICP备2026000001号-1X，审核日期：2026-11-28。",
                Some("蜀ICP备2026000001号-1X"),
            ),
            ("主体备案号为蜀ICP备2026000001号。", Some("蜀ICP备2026000001号")),
            ("蜀ICP备2026000001号-1X 2026-11-28", Some("蜀ICP备2026000001号-1X")),
            ("蜀 ICP备 2026000001 号 -1X APP", Some("蜀ICP备2026000001号-1X")),
            ("蜀ICP备2026000001号-1X http://beian.miit.gov.cn", Some("蜀ICP备2026000001号-1X")),
            ("蜀ICP备2026000001号-1 2X", Some("蜀ICP备2026000001号-1")),
            ("蜀ICP备2026000001号-1X、蜀ICP备2026000001号-2X", None),
            ("蜀ICP备2026000001号-1X，蜀ICP备2026000001号-1X", Some("蜀ICP备2026000001号-1X")),
            ("蜀ICP备26号-1X", None),
            ("ICP备2026000001号", None),
            ("您的ICP备案申请已通过", None),
            ("", None),
        ] {
            assert_eq!(contained(text, today()).as_deref(), expected, "{text}");
        }
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
            holds(&FilingNumber { today: today() }, &value)?;
        }

        #[test]
        fn what_is_contained_is_a_number(value in "\\PC{0,30}|[京粤ICP备证号12X，：-]{0,40}") {
            if let Some(found) = contained(&value, today()) {
                prop_assert!(check(&found, today()).valid, "{}", found);
            }
        }

        /// The parts are those that these expressions take.
        #[test]
        fn parts_are_those_of_the_expressions(value in "\\PC{0,20}|[京粤合字ICP备证号AB12.X-]{0,14}|[京I]?ICP[备证][0-9]{0,3}号?[-号0-9X]{0,3}|[粤合I]{0,2}[AB][123](\\.?[AB][12]){0,2}-{0,2}[0-9]{0,3}[-X0-9]{0,3}") {
            let part = |parts: &Captures<'_>, index: usize| parts.get(index).map_or(String::new(), |part| part.as_str().to_owned());
            let filing = Regex::new("^(.?)ICP([备证])([0-9]+)(号?)(.*)$").expect("an expression");
            let expected = filing.captures(&value).map(|parts| [1, 2, 3, 4, 5].map(|index| part(&parts, index)));
            let found = Filing::of(&value).map(|found| {
                let mark = if found.has_mark { "号" } else { "" };
                [found.province.to_owned(), found.kind.to_string(), found.number.to_owned(), mark.to_owned(), found.suffix.to_owned()]
            });
            prop_assert_eq!(found, expected);
            let licence = Regex::new(r"^([^AB]*)([AB][12](?:\.[AB][12])*)-([0-9]+)(-.*)?$").expect("an expression");
            let expected = licence.captures(&value).map(|parts| [1, 2, 3, 4].map(|index| part(&parts, index)));
            let found = Licence::of(&value).map(|found| [found.prefix, found.classes, found.number, found.suffix].map(str::to_owned));
            prop_assert_eq!(found, expected);
        }
    }
}
