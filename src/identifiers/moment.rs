//! Times as people type them. Without an offset they are those of China's clocks.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, SecondsFormat};

use super::all_digits;
use super::date::{self, When};
use crate::text::normalize::{Mode, normalize};

/// Seconds by which China's clocks are ahead of UTC. Days and limits of a filing are counted there.
pub const CHINA_OFFSET: i32 = 8 * 60 * 60;

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A day and a time of day.
    At(DateTime<FixedOffset>),
    /// Only a day, of China's calendar.
    Day(NaiveDate),
}

/// Reads RFC 3339 (`2026-11-20T10:42:00+08:00`), or a day in any form that [`date`] takes, alone or with a time after a blank,
/// a `T` or 日: `2026-11-20 9:30`, `2026/11/20T09:30:15`, `2026年11月20日9:30`. The time may be written as messages in Chinese write it:
/// `上午9:30`, `下午3时05分`. Full-width characters count as plain ones.
#[must_use]
pub fn read(value: &str) -> Option<Written> {
    let text = normalize(value, Mode::Ascii).value;
    if let Ok(moment) = DateTime::parse_from_rfc3339(&text) {
        return Some(Written::At(moment));
    }
    let text = with_colons(&text);
    let Some((before, after)) = text.split_once(':') else { return day(&text).map(Written::Day) };
    let before = before.trim_end_matches(' ');
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let hour = place(before.strip_prefix(rest)?)?;
    let half = HALVES.iter().find_map(|(word, half)| Some((rest.trim_end_matches(' ').strip_suffix(word)?, *half)));
    let (rest, hour) = match half {
        Some((rest, half)) => (rest, half.hour(hour)?),
        None => (rest, hour),
    };
    let written = rest.trim_end_matches([' ', 'T', 't']);
    if written.len() == rest.len() && !rest.ends_with('日') && half.is_none() {
        return None;
    }
    let (minute, second) = after.split_once(':').unwrap_or((after, "0"));
    let time = NaiveTime::from_hms_opt(hour, place(minute)?, place(second)?)?;
    in_china(day(written)?, time).map(Written::At)
}

/// Days as they are called today, with how long ago they were.
const CALLED: [(&str, u64); 5] = [("今天", 0), ("昨天", 1), ("前天", 2), ("today", 0), ("yesterday", 1)];

/// The text with its day in numbers, where it is called by its distance from `now`: `昨天 10:05`, `yesterday`.
fn with_day(text: &str, now: DateTime<FixedOffset>) -> Option<String> {
    let small = text.trim_start_matches(' ').to_lowercase();
    let (rest, ago) = CALLED.iter().find_map(|(word, ago)| Some((small.strip_prefix(word)?, *ago)))?;
    let today = now.with_timezone(&FixedOffset::east_opt(CHINA_OFFSET)?).date_naive();
    let day = today.checked_sub_days(Days::new(ago))?;
    Some(format!("{}年{}月{}日{rest}", day.year(), day.month(), day.day()))
}

/// As [`read`], of what may leave out the year (`11月27日 10:05`): then it is the last such day that `now` has seen. A day may also be called
/// by its distance from `now`: `昨天 10:05`.
#[must_use]
pub fn read_before(value: &str, now: DateTime<FixedOffset>) -> Option<Written> {
    if let Some(text) = with_day(&normalize(value, Mode::Ascii).value, now) {
        return read(&text);
    }
    let has_no_year = || {
        let text = normalize(value, Mode::Ascii).value;
        let month = text.split_once('月')?.0;
        place(month).map(|_| text)
    };
    read(value).or_else(|| {
        let (text, year) = (has_no_year()?, now.with_timezone(&FixedOffset::east_opt(CHINA_OFFSET)?).year());
        let in_year = |year: i32| read(&format!("{year}年{text}"));
        let has_come = |written: &Written| match written {
            Written::At(at) => *at <= now,
            Written::Day(day) => in_china(*day, NaiveTime::MIN).is_some_and(|at| at <= now),
        };
        in_year(year).filter(has_come).or_else(|| in_year(year - 1))
    })
}

/// A half of the day, as it stands before an hour.
#[derive(Clone, Copy)]
enum Half {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

const HALVES: [(&str, Half); 8] = [
    ("凌晨", Half::Night),
    ("早上", Half::Morning),
    ("上午", Half::Morning),
    ("中午", Half::Noon),
    ("下午", Half::Afternoon),
    ("傍晚", Half::Afternoon),
    ("晚上", Half::Evening),
    ("晚", Half::Evening),
];

impl Half {
    /// The hour of 24; `None` for one that does not go with it, or may be either of two: 上午12, 晚上12.
    const fn hour(self, hour: u32) -> Option<u32> {
        match (self, hour) {
            (Self::Night, 12) => Some(0),
            (Self::Night, 0..=6) | (Self::Morning, 0..=11) | (Self::Noon, 11..=13) => Some(hour),
            (Self::Afternoon, 12..=19) | (Self::Evening, 17..=23) => Some(hour),
            (Self::Noon, 1) | (Self::Afternoon, 1..=7) | (Self::Evening, 5..=11) => Some(hour + 12),
            _ => None,
        }
    }
}

/// The text with its time written `10:05` where it is written 10时05分, 10点05分, 10点 or 10点半.
fn with_colons(text: &str) -> String {
    if !text.contains(['时', '点']) {
        return text.to_owned();
    }
    let text = text.replace("点整", ":00").replace("点半", ":30");
    let text = text.replace(['时', '点', '分'], ":").replace('秒', "");
    let written = text.trim_end_matches([':', ' ']);
    // A full hour has no minutes.
    if written.contains(':') || written.len() == text.len() { written.to_owned() } else { format!("{written}:00") }
}

/// The moment that `value` says; of a day alone its beginning.
#[must_use]
pub fn parse(value: &str) -> Option<DateTime<FixedOffset>> {
    match read(value)? {
        Written::At(moment) => Some(moment),
        Written::Day(day) => in_china(day, NaiveTime::MIN),
    }
}

/// The form to store: RFC 3339.
#[must_use]
pub fn stored(moment: DateTime<FixedOffset>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// The moment at which China's clocks show this.
#[must_use]
pub fn in_china(day: NaiveDate, time: NaiveTime) -> Option<DateTime<FixedOffset>> {
    day.and_time(time).and_local_timezone(FixedOffset::east_opt(CHINA_OFFSET)?).single()
}

fn day(text: &str) -> Option<NaiveDate> {
    match date::parse(text)? {
        When::Day(day) => Some(day),
        When::LongTerm => None,
    }
}

/// One or two digits, with blanks around them.
fn place(text: &str) -> Option<u32> {
    let text = text.trim_matches(' ');
    if text.len() > 2 || !all_digits(text) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, meant) in [
            ("2026-11-20T10:42:33+08:00", "2026-11-20T10:42:33+08:00"),
            ("2026-11-20T10:42:33.5+01:00", "2026-11-20T10:42:33.500+01:00"),
            ("2026-11-20T02:42:33Z", "2026-11-20T02:42:33Z"),
            ("2026-11-20 10:42", "2026-11-20T10:42:00+08:00"),
            ("2026-11-20T10:42", "2026-11-20T10:42:00+08:00"),
            ("2026-11-20 9:30:15", "2026-11-20T09:30:15+08:00"),
            ("2026-11-20", "2026-11-20T00:00:00+08:00"),
            ("20261120 9:30", "2026-11-20T09:30:00+08:00"),
            ("2026/11/3  9:05", "2026-11-03T09:05:00+08:00"),
            ("2026.11.3 9:05", "2026-11-03T09:05:00+08:00"),
            ("２０２６－１１－０３ ０９：０５", "2026-11-03T09:05:00+08:00"),
            ("2026年11月3日 9:05", "2026-11-03T09:05:00+08:00"),
            ("2026年11月3日9:05", "2026-11-03T09:05:00+08:00"),
            ("2026年11月3日", "2026-11-03T00:00:00+08:00"),
            ("2026年11月27日 上午10:05", "2026-11-27T10:05:00+08:00"),
            ("2026年11月27日上午10:05", "2026-11-27T10:05:00+08:00"),
            ("2026年11月27日 10时05分", "2026-11-27T10:05:00+08:00"),
            ("2026年11月27日10点5分30秒", "2026-11-27T10:05:30+08:00"),
            ("2026-11-03 下午3:05", "2026-11-03T15:05:00+08:00"),
            ("2026-11-03 下午 15:05", "2026-11-03T15:05:00+08:00"),
            ("2026-11-03 凌晨12:05", "2026-11-03T00:05:00+08:00"),
            ("2026-11-03 中午1:05", "2026-11-03T13:05:00+08:00"),
            ("2026-11-03 晚上8时05分", "2026-11-03T20:05:00+08:00"),
            ("2026-11-03 10时", "2026-11-03T10:00:00+08:00"),
            ("2026年11月25日 10点", "2026-11-25T10:00:00+08:00"),
            ("2026年11月25日下午3点半", "2026-11-25T15:30:00+08:00"),
            ("2026年11月25日 上午10点整", "2026-11-25T10:00:00+08:00"),
        ] {
            let stored = parse(text).map(stored);
            assert_eq!(stored.as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "长期",
            "昨天",
            "9:05",
            "2026-13-03 09:05",
            "2026-11-03 25:05",
            "2026-11-03 09:60",
            "2026-11-03 09:05:00:1",
            "2026-11-0309:05",
            "2026-11-03 上午12:05",
            "2026-11-03 上午15:05",
            "2026-11-03 晚上12:05",
            "2026-11-03 夜里3:05",
            "11月3日 10:05",
            "2026-11-03 :05",
            "2026-11-03 009:05",
            "1899-11-03 09:05",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_year_may_be_left_out_of_what_has_happened() {
        let now = parse("2026-11-28 12:00").unwrap();
        for (text, meant) in [
            ("11月27日 10:05", Some("2026-11-27 10:05")),
            ("11月28日 上午10时05分", Some("2026-11-28 10:05")),
            ("12月31日 10:05", Some("2025-12-31 10:05")),
            ("11月28日 13:05", Some("2025-11-28 13:05")),
            ("2026年11月27日 10:05", Some("2026-11-27 10:05")),
            ("13月3日 10:05", None),
            ("27日 10:05", None),
        ] {
            assert_eq!(read_before(text, now), meant.and_then(read), "{text}");
        }
        assert_eq!(read_before("11月27日", now), read("2026-11-27"));
        for (text, meant) in [
            ("昨天 10:05", now - TimeDelta::days(1)),
            ("今天", now),
            ("前天下午3点", now - TimeDelta::days(2)),
            ("yesterday 9:30", now - TimeDelta::days(1)),
            ("Today 9:30", now),
        ] {
            let day = meant.date_naive();
            let found = read_before(text, now).map(|written| match written {
                Written::At(at) => at.date_naive(),
                Written::Day(day) => day,
            });
            assert_eq!(found, Some(day), "{text}");
        }
        assert_eq!(read_before("yesterdays 9:30", now), None);
    }

    #[test]
    fn a_day_alone_is_told_apart() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 3);
        assert_eq!(read("2026-11-3"), day.map(Written::Day));
        assert!(matches!(read("2026-11-3 0:00"), Some(Written::At(_))));
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            let _ = read(&value);
        }

        #[test]
        fn the_stored_form_is_read_as_the_same(value in "2026-1[0-2]-[0-3][0-9][T ][0-2]?[0-9]:[0-5][0-9](:[0-5][0-9])?") {
            if let Some(moment) = parse(&value) {
                prop_assert_eq!(parse(&stored(moment)), Some(moment));
            }
        }
    }
}
