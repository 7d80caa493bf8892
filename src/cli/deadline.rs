//! What of a draft is due next, as lists tell it.

use serde_json::{Value as Json, json};

use crate::filing::deadline::{By, Deadline, DeadlineKind};
use crate::filing::event::Moment;
use crate::filing::status::in_china;
use crate::locale::{Lang, deadline as words};
use crate::package::calendar::words::code_limit;

/// When, and what.
#[must_use]
pub fn shown(lang: Lang, deadline: &Deadline) -> String {
    let when = match deadline.by {
        By::Moment(at) if matches!(deadline.kind, DeadlineKind::Code(_)) => code_limit(lang, at),
        By::Moment(at) => in_china(at).format("%Y-%m-%d %H:%M").to_string(),
        By::Day { date, .. } => date.to_string(),
    };
    let what = match deadline.kind {
        DeadlineKind::Code(_) => words::CODE,
        DeadlineKind::PlatformReview => words::PLATFORM,
        DeadlineKind::BureauReview => words::BUREAU,
        DeadlineKind::FaceNotice | DeadlineKind::FaceTask => words::FACE,
        DeadlineKind::RunsOut(_) => words::RUNS_OUT,
        DeadlineKind::ReportChange(_) => words::REPORT,
    };
    format!("{when} {}", what.in_lang(lang))
}

/// The same for programs.
#[must_use]
pub fn to_json(deadline: &Deadline, now: Moment) -> Json {
    let (at, estimate) = match deadline.by {
        By::Moment(at) => (at.to_rfc3339(), false),
        By::Day { date, estimate } => (date.to_string(), estimate),
    };
    let is_over = deadline.is_over(now);
    let latest = deadline.latest().map(|latest| latest.to_rfc3339());
    json!({ "what": deadline.kind.key(), "by": at, "latest": latest, "estimate": estimate, "is_over": is_over })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::deadline::next;
    use crate::filing::{Draft, Event, EventKind as E, FieldId};

    fn at(text: &str) -> Moment {
        chrono::DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn the_next_deadline_is_the_first_that_is_open_and_near() {
        let now = at("2026-11-27T10:00:00+08:00");
        let shown_of = |events: &[(E, &str)], ends: &str| {
            let mut draft = Draft::new(4);
            draft.events = events.iter().map(|(kind, moment)| Event::new(*kind, at(moment))).collect();
            draft.set(FieldId::SubjectCertificateValidUntil, Some(ends.into()));
            next(&draft, now).map(|one| shown(Lang::En, &one))
        };
        let submitted = (E::Submitted, "2026-11-23T10:00:00+08:00");
        let passed = (E::PlatformPassed, "2026-11-24T10:00:00+08:00");
        let code = (E::SmsReceived, "2026-11-26T11:00:00+08:00");
        let of_day = (E::SmsReceived, "2026-11-27T00:00:00+08:00");
        for (events, ends, expected) in [
            (&[][..], "2036-01-01", None),
            (&[], "长期", None),
            (&[], "2027-01-01", Some("2027-01-01 document expires")),
            (&[submitted], "2027-01-01", Some("2026-11-25 platform review")),
            (&[submitted, passed], "2036-01-01", None),
            (&[submitted, passed, code], "2027-01-01", Some("2026-11-27 11:00 SMS code")),
            // Nobody recorded the hour.
            (&[submitted, passed, of_day], "2027-01-01", Some("2026-11-28 00:00 (end of day at the latest) SMS code")),
        ] {
            assert_eq!(shown_of(events, ends).as_deref(), expected, "{events:?} {ends}");
        }
    }
}
