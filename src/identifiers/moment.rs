//! Times as people type them. Without an offset they are those of China's clocks.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat};

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
/// a `T` or 日: `2026-11-20 9:30`, `2026/11/20T09:30:15`, `2026年11月20日9:30`. Full-width characters count as plain ones.
#[must_use]
pub fn read(value: &str) -> Option<Written> {
    let text = normalize(value, Mode::Ascii).value;
    if let Ok(moment) = DateTime::parse_from_rfc3339(&text) {
        return Some(Written::At(moment));
    }
    let Some((before, after)) = text.split_once(':') else { return day(&text).map(Written::Day) };
    let before = before.trim_end_matches(' ');
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let hour = before.strip_prefix(rest)?;
    let written = rest.trim_end_matches([' ', 'T', 't']);
    if written.len() == rest.len() && !rest.ends_with('日') {
        return None;
    }
    let (minute, second) = after.split_once(':').unwrap_or((after, "0"));
    let time = NaiveTime::from_hms_opt(place(hour)?, place(minute)?, place(second)?)?;
    in_china(day(written)?, time).map(Written::At)
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
            "2026-11-03 下午3:05",
            "2026-11-03 :05",
            "2026-11-03 009:05",
            "1899-11-03 09:05",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
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
