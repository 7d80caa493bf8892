//! Days and times given on the command line.

use chrono::NaiveDate;

use super::error::Failure;
use super::sentence::Sentence;
use crate::filing::event::Moment;
use crate::filing::status::written_moment;
use crate::identifiers;
use crate::locale::error as words;
use crate::text::clean::visible;

/// A day that no filing's time is far from.
const DAY: &str = "2026-01-01";

/// A day, `YYYY-MM-DD`.
///
/// # Errors
/// When it is none.
pub fn day(text: &str) -> Result<NaiveDate, Failure> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .map_err(|_| Failure::usage(Sentence::of(words::BAD_TODAY).with("value", visible(text))).hint(words::BAD_TODAY_HINT))
}

/// A moment: RFC 3339, or a day and a time in China, or only a day, which its beginning stands for.
///
/// # Errors
/// When it is none of these.
pub fn moment(text: &str, now: Moment) -> Result<Moment, Failure> {
    let text = text.trim();
    // What is written rightly and lies centuries ahead is no slip of writing.
    let is_far = || {
        let (day, time) = text.split_at_checked(DAY.len())?;
        day.parse::<NaiveDate>().ok()?;
        identifiers::moment::parse(&format!("{DAY}{time}"))
    };
    written_moment(text, now).ok_or_else(|| {
        let said = if is_far().is_some() { words::FAR_TIME } else { words::BAD_TIME };
        let hint = if is_far().is_some() { words::FAR_TIME_HINT } else { words::BAD_TIME_HINT };
        Failure::usage(Sentence::of(said).with("value", visible(text))).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn at(text: &str) -> Moment {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn times_are_those_of_china_unless_they_say_otherwise() {
        let table = [
            ("2026-11-23T10:42:33+01:00", Some("2026-11-23T10:42:33+01:00")),
            ("2026-11-23 10:42", Some("2026-11-23T10:42:00+08:00")),
            ("2026-11-23T10:42:33", Some("2026-11-23T10:42:33+08:00")),
            ("2026/11/23 9:05", Some("2026-11-23T09:05:00+08:00")),
            ("2026-11-23", Some("2026-11-23T00:00:00+08:00")),
            ("2026-02-30", None),
            ("yesterday 9:05", Some("2026-11-27T09:05:00+08:00")),
            ("last week", None),
            ("", None),
        ];
        for (text, moment) in table {
            assert_eq!(written_moment(text, at("2026-11-28T12:00:00+08:00")), moment.map(at), "{text:?}");
        }
    }

    #[test]
    fn what_lies_far_off_is_said_to_do_so() {
        let said = |text: &str| moment(text, at("2026-11-28T12:00:00+08:00")).unwrap_err().to_text(crate::locale::Lang::En);
        assert!(said("2999-01-01").contains("future") && said("1999-1-1x").contains("not a time"));
        assert!(said("2026-11-29 25:00").contains("not a time"), "no hour of a day");
    }
}
