//! Days and times given on the command line.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

use super::error::Failure;
use crate::filing::event::Moment;
use crate::filing::outlook::in_china;
use crate::locale::{Lang, error as words};
use crate::text::clean::visible;

/// A day, `YYYY-MM-DD`.
///
/// # Errors
/// When it is none.
pub fn day(lang: Lang, text: &str) -> Result<NaiveDate, Failure> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| {
        Failure::usage(lang, words::BAD_TODAY, &[("value", &visible(text))], words::BAD_TODAY_HINT.in_lang(lang).to_owned())
    })
}

/// A moment: RFC 3339, or a day and a time in China, or only a day. `last` is the event before it: of a day alone, nobody
/// means a time before what already happened on it.
///
/// # Errors
/// When it is none of these.
pub fn moment(lang: Lang, text: &str, now: Moment, last: Option<Moment>) -> Result<Moment, Failure> {
    let text = text.trim();
    parse(text, now, last).ok_or_else(|| {
        Failure::usage(lang, words::BAD_TIME, &[("value", &visible(text))], words::BAD_TIME_HINT.in_lang(lang).to_owned())
    })
}

fn parse(text: &str, now: Moment, last: Option<Moment>) -> Option<Moment> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(moment);
    }
    let china = *in_china(now).offset();
    let local = |time: NaiveDateTime| time.and_local_timezone(china).single();
    let formats = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    if let Some(time) = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok()) {
        return local(time);
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    let start = local(day.and_time(NaiveTime::MIN))?;
    let earlier = last.map(in_china).filter(|last| last.date_naive() == day);
    Some(earlier.map_or(start, |last| last.max(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn times_are_those_of_china_unless_they_say_otherwise() {
        let now = at("2026-11-23T00:00:00+00:00");
        let table = [
            ("2026-11-23T10:42:33+01:00", Some("2026-11-23T10:42:33+01:00")),
            ("2026-11-23 10:42", Some("2026-11-23T10:42:00+08:00")),
            ("2026-11-23T10:42:33", Some("2026-11-23T10:42:33+08:00")),
            ("2026-11-23", Some("2026-11-23T00:00:00+08:00")),
            ("2026-02-30", None),
            ("yesterday", None),
            ("", None),
        ];
        for (text, moment) in table {
            assert_eq!(parse(text, now, None), moment.map(at), "{text:?}");
        }
    }

    #[test]
    fn a_day_alone_does_not_go_before_what_happened_on_it() {
        let last = at("2026-11-23T10:00:00+08:00");
        assert_eq!(parse("2026-11-23", last, Some(last)), Some(last));
        assert_eq!(parse("2026-11-22", last, Some(last)), Some(at("2026-11-22T00:00:00+08:00")));
        assert_eq!(parse("2026-11-24", last, Some(last)), Some(at("2026-11-24T00:00:00+08:00")));
    }
}
