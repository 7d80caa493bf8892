//! What is ahead of a filing, and by when: each stage in its place, the one that is under way by the day that the status names.

use chrono::{Days, NaiveDate, NaiveTime};

use super::draft::Draft;
use super::event::{BUREAU_DAYS, Moment, PLATFORM_DAYS, SMS_HOURS};
use super::history::Stage;
use super::status::{FilingStatus, day_in_china};
use crate::catalog::holiday::{Due, add_working_days};
use crate::identifiers::moment;

/// Hours of a day.
const DAY_HOURS: u64 = 24;

/// By when a review that began on this day is over, at the latest; `None` for what is no review.
#[must_use]
pub fn review_due(stage: Stage, began: NaiveDate) -> Option<Due> {
    match stage {
        Stage::PlatformReview => Some(add_working_days(began, PLATFORM_DAYS)),
        Stage::BureauReview => Some(add_working_days(began, BUREAU_DAYS)),
        Stage::Preparing | Stage::SmsVerification | Stage::Filed | Stage::Deregistered => None,
    }
}

/// The stages that a filing has not left yet, and by when it leaves them at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    /// Where it stands.
    pub stage: Stage,
    /// Since when (China time); `None` before anything has happened.
    pub since: Option<NaiveDate>,
    /// Whether the day of the review that is under way has passed.
    pub is_overdue: bool,
    /// By when the platform's review is over; `None` once it is, and where nobody can say.
    pub platform: Option<Due>,
    /// Until when the ministry's code is entered; `None` before one has arrived and once all are entered.
    pub code: Option<Moment>,
    /// By when the bureau's review is over; `None` once it is.
    pub bureau: Option<Due>,
}

impl Ahead {
    /// What is ahead of a draft on a day (China time). What is not submitted is taken to be submitted on that day, and each stage to
    /// take as long as it may.
    #[must_use]
    pub fn of(draft: &Draft, today: NaiveDate) -> Self {
        let now = moment::in_china(today, NaiveTime::MIN).unwrap_or_default();
        let status = FilingStatus::of(draft, now);
        let since = status.since.map(day_in_china);
        let code = status.deadline.map(|deadline| deadline.at);
        let platform = match status.stage {
            Stage::Preparing => review_due(Stage::PlatformReview, today),
            Stage::PlatformReview => status.due,
            _ => None,
        };
        // What is late is over today at the earliest.
        let no_sooner = |day: NaiveDate| day.max(today);
        let bureau = match status.stage {
            Stage::Preparing | Stage::PlatformReview => {
                let passed = platform.map_or(today, |due| no_sooner(due.date));
                review_due(Stage::BureauReview, code_day(passed))
                    .map(|due| Due { estimate: due.estimate || platform.is_none_or(|first| first.estimate), ..due })
            }
            Stage::SmsVerification => {
                let entered = code.map_or_else(|| code_day(today), |at| no_sooner(day_in_china(at)));
                review_due(Stage::BureauReview, entered)
            }
            Stage::BureauReview => status.due,
            Stage::Filed | Stage::Deregistered => None,
        };
        Self { stage: status.stage, since, is_overdue: status.overdue, platform, code, bureau }
    }

    /// Whether it is submitted, and neither through nor sent back.
    #[must_use]
    pub const fn is_under_way(&self) -> bool {
        matches!(self.stage, Stage::PlatformReview | Stage::SmsVerification | Stage::BureauReview)
    }
}

/// The last day on which a code is entered that arrives on this one.
fn code_day(arrives: NaiveDate) -> NaiveDate {
    let days = SMS_HOURS.unsigned_abs().div_ceil(DAY_HOURS);
    arrives.checked_add_days(Days::new(days)).unwrap_or(arrives)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind as E};
    use chrono::DateTime;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn happened(events: &[(E, &str)]) -> Draft {
        let mut draft = Draft::new(4);
        let at = |text: &str| DateTime::parse_from_rfc3339(&format!("{text}+08:00")).unwrap();
        draft.events = events.iter().map(|(kind, moment)| Event::new(*kind, at(moment))).collect();
        draft
    }

    /// A filing each of whose stages takes as long as it may is told the same last day all the way.
    #[test]
    fn the_last_day_stays_the_same_while_every_stage_takes_its_time() {
        let mut events = Vec::new();
        let told = |events: &[(E, &str)], today: &str| Ahead::of(&happened(events), day(today)).bureau.map(|due| due.date);
        let last = Some(day("2026-10-29"));
        assert_eq!(told(&events, "2026-09-21"), last);
        for (kind, at, today) in [
            (E::Submitted, "2026-09-21T10:00:00", "2026-09-21"),
            (E::PlatformPassed, "2026-09-23T10:00:00", "2026-09-23"),
            (E::SmsReceived, "2026-09-23T11:00:00", "2026-09-23"),
            (E::SmsVerified, "2026-09-24T10:00:00", "2026-09-24"),
        ] {
            events.push((kind, at));
            assert_eq!(told(&events, today), last, "{kind:?}");
        }
        events.push((E::BureauPassed, "2026-10-20T10:00:00"));
        assert_eq!(told(&events, "2026-10-20"), None);
    }

    #[test]
    fn what_is_under_way_has_the_days_of_the_status() {
        let all = [
            (E::Submitted, "2026-11-23T10:00:00"),
            (E::PlatformPassed, "2026-11-25T10:00:00"),
            (E::SmsReceived, "2026-11-26T11:00:00"),
            (E::SmsVerified, "2026-11-27T09:00:00"),
        ];
        let today = day("2026-11-30");
        let now = moment::in_china(today, NaiveTime::MIN).unwrap();
        for count in 1..=all.len() {
            let draft = happened(&all[..count]);
            let (ahead, status) = (Ahead::of(&draft, today), FilingStatus::of(&draft, now));
            assert!(ahead.is_under_way());
            assert_eq!((ahead.platform.is_some(), ahead.is_overdue), (count == 1, count == 1), "{ahead:?}");
            assert_eq!(ahead.platform.or(ahead.bureau.filter(|_| count == 4)), status.due, "{ahead:?}");
            assert_eq!(ahead.code, status.deadline.map(|deadline| deadline.at));
            assert!(ahead.bureau.is_some_and(|due| due.date > today));
        }
        assert_eq!(Ahead::of(&happened(&all), today).bureau.map(|due| due.date), Some(day("2026-12-25")));
    }
}
