//! Days as they are printed: `2020年1月2日`, `2020.01.02`, `2020-01-02`, `20200102`, `二〇二〇年一月二日`, and periods of two.

use chrono::NaiveDate;

use crate::identifiers::date::When;
use crate::identifiers::digit_meant;

/// Marks between year, month and day, or two days.
fn is_mark(c: char) -> bool {
    matches!(c, '.' | '-' | '/' | '年' | '月' | '日' | '·' | ',' | ':' | '~' | '一' | '—' | '至' | '。' | '、' | ' ' | '_' | '•')
}

/// All days that a text tells, in its order. Blanks count for nothing. The day of birth in a longer number is none.
pub(super) fn days(text: &str) -> Vec<NaiveDate> {
    let chars: Vec<char> = digits_meant(text);
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let (mut at, mut last) = (0, 0);
    while at < chars.len() {
        // A day may follow another without a mark.
        let begins = at == last || !is_digit(at - 1);
        match day_at(&chars, at).filter(|(_, end)| begins && (!is_digit(*end) || day_at(&chars, *end).is_some())) {
            Some((day, end)) => {
                found.push(day);
                (at, last) = (end, end);
            }
            None => at += 1,
        }
    }
    found
}

/// The only day that a text tells.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    match days(text)[..] {
        [day] => Some(day),
        _ => chinese_day(text),
    }
}

/// Beginning and end of a period.
#[must_use]
pub fn period(text: &str) -> Option<(NaiveDate, When)> {
    match days(text)[..] {
        [from, to] if to > from => Some((from, When::Day(to))),
        [from] if text.contains("长期") || text.contains("长") && text.contains('期') => Some((from, When::LongTerm)),
        _ => None,
    }
}

/// The text without blanks, letters that stand among digits replaced by the digits they look like.
fn digits_meant(text: &str) -> Vec<char> {
    let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let meant = |(at, c): (usize, &char)| {
        let among = is_digit(at.checked_sub(1)) || is_digit(Some(at + 1));
        let digit =
            if matches!(c, '一' | '〇') { None } else { digit_meant(c.to_ascii_uppercase()).or((*c == '|').then_some('1')) };
        digit.filter(|_| among).unwrap_or(*c)
    };
    chars.iter().enumerate().map(meant).collect()
}

/// The day that begins at a place, and where it ends.
fn day_at(chars: &[char], at: usize) -> Option<(NaiveDate, usize)> {
    let year = number(chars, at, 4)?;
    if !(1900..=2199).contains(&year) {
        return None;
    }
    let month_at = at + 4 + marks(chars, at + 4)?;
    let parted = month_at > at + 4;
    let (month, day_at, parted) = field(chars, month_at, parted, 12)?;
    let (day, end, _) = field(chars, day_at, parted, 31)?;
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some((day, end))
}

/// A number of one or two digits up to a largest one, where the next one begins, and whether marks stand between.
fn field(chars: &[char], at: usize, parted: bool, most: u32) -> Option<(u32, usize, bool)> {
    let two = number(chars, at, 2).filter(|number| (1..=most).contains(number));
    let (number, end) = match two {
        Some(number) => (number, at + 2),
        // One digit alone is known by the marks around it.
        None => (number(chars, at, 1).filter(|number| *number > 0 && parted)?, at + 1),
    };
    let count = marks(chars, end)?;
    if end == at + 1 && count == 0 && chars.get(end).is_some_and(char::is_ascii_digit) {
        return None;
    }
    Some((number, end + count, count > 0))
}

/// How many marks stand at a place; `None` for more than there are between two numbers.
fn marks(chars: &[char], at: usize) -> Option<usize> {
    let count = chars.iter().skip(at).take_while(|c| is_mark(**c)).count();
    Some(count.min(2))
}

fn number(chars: &[char], at: usize, count: usize) -> Option<u32> {
    let digits = chars.get(at..at.checked_add(count)?)?;
    digits.iter().try_fold(0, |number, c| Some(number * 10 + c.to_digit(10)?))
}

/// A day in Chinese numerals, as letters are dated.
fn chinese_day(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let digits: Vec<u32> = year.chars().rev().map_while(numeral).take(4).collect();
    let [d, c, b, a] = digits[..] else { return None };
    let year = i32::try_from(a * 1000 + b * 100 + c * 10 + d).ok().filter(|year| (1900..=2199).contains(year))?;
    NaiveDate::from_ymd_opt(year, small(month)?, small(day)?)
}

fn numeral(c: char) -> Option<u32> {
    match c {
        '〇' | '零' | 'O' | '0' | '○' => Some(0),
        _ => "一二三四五六七八九".chars().zip(1..).find(|(known, _)| *known == c).map(|(_, number)| number),
    }
}

/// A number up to 39 in Chinese numerals.
fn small(text: &str) -> Option<u32> {
    let text: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    match text[..] {
        ['十'] => Some(10),
        ['十', ones] => Some(10 + numeral(ones)?),
        [tens, '十'] => Some(numeral(tens)? * 10),
        [tens, '十', ones] => Some(numeral(tens)? * 10 + numeral(ones)?),
        [ones] => numeral(ones),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_read_as_they_are_printed() {
        for (text, expected) in [
            ("2020年1月2日", "2020-01-02"),
            ("2020 年 01 月 12 日", "2020-01-12"),
            ("2020年11月2", "2020-11-02"),
            ("1990 年 1 月 21 日", "1990-01-21"),
            ("2020.01.02", "2020-01-02"),
            ("2020·01-02", "2020-01-02"),
            ("20200102", "2020-01-02"),
            ("2020.0102", "2020-01-02"),
            ("202001.02", "2020-01-02"),
            ("2O2O.O1.l2", "2020-01-12"),
            ("2020年1112", "2020-11-12"),
            ("二〇二六年十一月二十日", "2026-11-20"),
            ("二零二六年一月三十一日", "2026-01-31"),
            ("成立日期2020年2月29日", "2020-02-29"),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "2020",
            "2020年",
            "2020年1月",
            "2020年13月1日",
            "2021年2月29日",
            "2020112",
            "1800.01.02",
            "2020.01.02-2030.01.02",
            "年月日",
            "1年1月1日",
            // A day of birth is in them.
            "510107198003089933",
            "居民身份证 51010719920712992X",
            "199003079919",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn periods_have_two_ends() {
        for (text, expected) in [
            ("2015.03.02-2035.03.02", Some("2015-03-02 20350302")),
            ("2015.03.022035.03.02", Some("2015-03-02 20350302")),
            ("2015030220350302", Some("2015-03-02 20350302")),
            ("2015.03.02一2035.03.02", Some("2015-03-02 20350302")),
            ("2015.03.02-长期", Some("2015-03-02 长期")),
            ("2015年03月02日至2045年03月02日", Some("2015-03-02 20450302")),
            ("2015年3月2日至长期", Some("2015-03-02 长期")),
            ("2035.03.02-2015.03.02", None),
            ("2015.03.02", None),
            ("长期", None),
        ] {
            let found = period(text).map(|(from, to)| format!("{from} {}", to.stored()));
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>(), digits in "[0-9年月日.至-]{0,40}") {
            for text in [&text, &digits] {
                let _ = (days(text), day(text), period(text), chinese_day(text));
            }
        }
    }
}
