//! Where a filing stands as of a moment: what it waits for, by when, and what to do next (`filing-rules.md` section 6).
//!
//! Values only; `locale::stage` has the words.

use chrono::{FixedOffset, NaiveDate, TimeDelta};

use super::draft::Draft;
use super::event::{BUREAU_DAYS, Event, EventKind, Moment, PLATFORM_DAYS, Stage, Story};
use super::field::FieldId;
use crate::catalog::holiday::{Due, add_working_days};
use crate::identifiers::moment::CHINA_OFFSET;

/// The moment on China's clocks.
#[must_use]
pub fn in_china(moment: Moment) -> Moment {
    FixedOffset::east_opt(CHINA_OFFSET).map_or(moment, |china| moment.with_timezone(&china))
}

/// The day it is in China at that moment.
#[must_use]
pub fn day_in_china(moment: Moment) -> NaiveDate {
    in_china(moment).date_naive()
}

/// Something to do, or to know, next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Fill in what is missing and mend what is wrong.
    FillIn,
    /// Export the package and hand it in.
    ExportAndSubmit,
    /// The administrator's face check comes last, because it lives three days.
    FaceCheck,
    /// Correct what the reviewer named.
    Correct,
    /// Hand it in again.
    SubmitAgain,
    /// Nothing is wrong with the data: hand it in again as it is.
    SubmitUnchanged,
    /// Reviewers call: keep the phones on.
    KeepPhonesOn,
    /// Can still be taken back.
    MayWithdraw,
    /// The code comes from 12381.
    WaitForCode,
    /// Enter the code at the ministry's site.
    EnterCode,
    /// Time is up: ask for the code again, or record that it was missed.
    CodeIsLate,
    /// The bureau takes its time.
    WaitForBureau,
    /// Longer than usual: ask.
    AskWhy,
    /// Publish only now.
    Publish,
    /// Show the number inside the mini-program.
    ShowNumber,
    /// Report changes.
    KeepUpToDate,
    /// The filing no longer exists.
    Gone,
}

impl Step {
    /// All steps.
    #[cfg(any(test, feature = "internals"))]
    pub const ALL: [Self; 17] = [
        Self::FillIn,
        Self::ExportAndSubmit,
        Self::FaceCheck,
        Self::Correct,
        Self::SubmitAgain,
        Self::SubmitUnchanged,
        Self::KeepPhonesOn,
        Self::MayWithdraw,
        Self::WaitForCode,
        Self::EnterCode,
        Self::CodeIsLate,
        Self::WaitForBureau,
        Self::AskWhy,
        Self::Publish,
        Self::ShowNumber,
        Self::KeepUpToDate,
        Self::Gone,
    ];

    /// The word in JSON output, e.g. `enter-code`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FillIn => "fill-in",
            Self::ExportAndSubmit => "export-and-submit",
            Self::FaceCheck => "face-check",
            Self::Correct => "correct",
            Self::SubmitAgain => "submit-again",
            Self::SubmitUnchanged => "submit-unchanged",
            Self::KeepPhonesOn => "keep-phones-on",
            Self::MayWithdraw => "may-withdraw",
            Self::WaitForCode => "wait-for-code",
            Self::EnterCode => "enter-code",
            Self::CodeIsLate => "code-is-late",
            Self::WaitForBureau => "wait-for-bureau",
            Self::AskWhy => "ask-why",
            Self::Publish => "publish",
            Self::ShowNumber => "show-number",
            Self::KeepUpToDate => "keep-up-to-date",
            Self::Gone => "gone",
        }
    }
}

/// By when the ministry's code must have been entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The last moment.
    pub at: Moment,
    /// What is left of it; negative once it has passed.
    pub left: TimeDelta,
}

/// Where a filing stands as of a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook<'a> {
    /// The stage.
    pub stage: Stage,
    /// When the stage began; `None` while nothing has happened.
    pub since: Option<Moment>,
    /// The day by which the review should be done; only while one is under way.
    pub due: Option<Due>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// The limit of the SMS check; only once the code has arrived.
    pub deadline: Option<Deadline>,
    /// The event that brought the filing back to preparation, with its reasons in the note.
    pub sent_back_by: Option<&'a Event>,
    /// The filing number, once there is one.
    pub number: Option<&'a str>,
    /// What to do next, in order.
    pub next: Vec<Step>,
    /// What may be recorded next.
    pub possible: Vec<EventKind>,
    /// Indices of events that could not have happened when they are said to have.
    pub impossible: Vec<usize>,
}

impl<'a> Outlook<'a> {
    /// Where the filing stands at `now`.
    #[must_use]
    pub fn of(draft: &'a Draft, now: Moment) -> Self {
        let events = draft.events.as_slice();
        let story = Story::of(events);
        let (stage, since) = (story.stage(), story.since());
        let due = since.and_then(|since| {
            let days = match stage {
                Stage::PlatformReview => PLATFORM_DAYS,
                Stage::BureauReview => BUREAU_DAYS,
                Stage::Preparing | Stage::SmsVerification | Stage::Filed => return None,
            };
            Some(add_working_days(day_in_china(since), days))
        });
        let mut outlook = Self {
            stage,
            since,
            due,
            overdue: due.is_some_and(|due| day_in_china(now) > due.date),
            deadline: story.sms_deadline().map(|at| Deadline { at, left: at - now }),
            sent_back_by: sent_back_by(events, stage, since),
            number: story.number(),
            next: Vec::new(),
            possible: story.possible(),
            impossible: story.impossible(),
        };
        outlook.next = outlook.steps(draft);
        outlook
    }

    fn steps(&self, draft: &Draft) -> Vec<Step> {
        let mut steps = match self.stage {
            Stage::Preparing => match self.sent_back_by.map(|event| event.kind) {
                Some(EventKind::SmsTimedOut) => vec![Step::SubmitUnchanged],
                Some(EventKind::Withdrawn) => vec![Step::SubmitAgain],
                Some(_) => vec![Step::Correct, Step::SubmitAgain],
                None => vec![Step::FillIn, Step::FaceCheck, Step::ExportAndSubmit],
            },
            Stage::PlatformReview => vec![Step::KeepPhonesOn, Step::MayWithdraw],
            Stage::SmsVerification => match self.deadline {
                None => vec![Step::WaitForCode],
                Some(Deadline { left, .. }) if left < TimeDelta::zero() => vec![Step::CodeIsLate],
                Some(_) => vec![Step::EnterCode],
            },
            Stage::BureauReview => vec![Step::WaitForBureau, Step::KeepPhonesOn],
            Stage::Filed => match draft.text(FieldId::FilingKind) {
                "deregister" => vec![Step::Gone],
                _ if draft.flag(FieldId::Published) => vec![Step::ShowNumber, Step::KeepUpToDate],
                _ => vec![Step::Publish, Step::ShowNumber, Step::KeepUpToDate],
            },
        };
        if self.overdue {
            steps.push(Step::AskWhy);
        }
        steps
    }
}

/// The event with which the present preparation began.
fn sent_back_by(events: &[Event], stage: Stage, since: Option<Moment>) -> Option<&Event> {
    if stage != Stage::Preparing {
        return None;
    }
    let returns = |kind| {
        use EventKind as E;
        matches!(kind, E::PlatformReturned | E::BureauReturned | E::SmsTimedOut | E::Withdrawn)
    };
    events.iter().rev().find(|event| Some(event.at) == since && returns(event.kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use EventKind as E;
    use chrono::DateTime;

    fn moment(text: &str) -> Moment {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    fn draft(events: &[(E, &str)]) -> Draft {
        let mut draft = Draft::new(4);
        draft.events = events.iter().map(|(kind, at)| Event::new(*kind, moment(at))).collect();
        draft
    }

    #[test]
    fn every_stage_says_what_is_next() {
        let sent = (E::Submitted, "2026-11-23T10:00:00+08:00");
        let passed = (E::PlatformPassed, "2026-11-24T10:00:00+08:00");
        let code = (E::SmsReceived, "2026-11-24T11:00:00+08:00");
        let entered = (E::SmsVerified, "2026-11-24T12:00:00+08:00");
        let filed = (E::BureauPassed, "2026-11-25T12:00:00+08:00");
        let back = (E::PlatformReturned, "2026-11-24T10:00:00+08:00");
        let late = (E::SmsTimedOut, "2026-11-25T11:00:00+08:00");
        type Story<'a> = &'a [(E, &'a str)];
        let table: &[(Story<'_>, &[Step])] = &[
            (&[], &[Step::FillIn, Step::FaceCheck, Step::ExportAndSubmit]),
            (&[sent], &[Step::KeepPhonesOn, Step::MayWithdraw]),
            (&[sent, back], &[Step::Correct, Step::SubmitAgain]),
            (&[sent, passed], &[Step::WaitForCode]),
            (&[sent, passed, code], &[Step::EnterCode]),
            (&[sent, passed, code, late], &[Step::SubmitUnchanged]),
            (&[sent, passed, code, entered], &[Step::WaitForBureau, Step::KeepPhonesOn]),
            (&[sent, passed, code, entered, filed], &[Step::Publish, Step::ShowNumber, Step::KeepUpToDate]),
        ];
        for (events, next) in table {
            assert_eq!(Outlook::of(&draft(events), moment("2026-11-25T10:00:00+08:00")).next, *next, "{events:?}");
        }
    }

    #[test]
    fn reviews_are_due_after_working_days_of_china() {
        // Friday evening in Berlin is Saturday in China: two working days after it is Tuesday.
        let draft = draft(&[(E::Submitted, "2026-11-20T19:00:00+01:00")]);
        let outlook = Outlook::of(&draft, moment("2026-11-24T23:00:00+08:00"));
        assert_eq!(outlook.due.map(|due| due.date.to_string()).as_deref(), Some("2026-11-24"));
        assert!(!outlook.overdue);
        let outlook = Outlook::of(&draft, moment("2026-11-24T23:00:00+00:00"));
        assert!(outlook.overdue && outlook.next.contains(&Step::AskWhy));
    }

    #[test]
    fn the_code_counts_down_and_then_says_so() {
        let events = [
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
        ];
        let draft = draft(&events);
        let outlook = Outlook::of(&draft, moment("2026-11-25T10:30:00+08:00"));
        assert_eq!(outlook.deadline.map(|d| d.left), Some(TimeDelta::minutes(30)));
        let outlook = Outlook::of(&draft, moment("2026-11-25T11:30:00+08:00"));
        assert_eq!(outlook.next, [Step::CodeIsLate]);
    }

    #[test]
    fn reasons_of_the_reviewer_are_at_hand_until_it_goes_out_again() {
        let mut draft = draft(&[(E::Submitted, "2026-11-23T10:00:00+08:00"), (E::PlatformReturned, "2026-11-24T10:00:00+08:00")]);
        draft.events[1].note = "证件照片不清晰".to_owned();
        let now = moment("2026-11-25T10:00:00+08:00");
        assert_eq!(Outlook::of(&draft, now).sent_back_by.map(|event| event.note.as_str()), Some("证件照片不清晰"));
        draft.events.push(Event::new(E::Submitted, now));
        assert_eq!(Outlook::of(&draft, now).sent_back_by, None);
    }

    #[test]
    fn a_deregistered_filing_is_not_published() {
        let mut draft = draft(&[
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
            (E::SmsVerified, "2026-11-24T12:00:00+08:00"),
            (E::BureauPassed, "2026-11-25T12:00:00+08:00"),
        ]);
        draft.set(FieldId::FilingKind, Some("deregister".into()));
        assert_eq!(Outlook::of(&draft, moment("2026-11-26T10:00:00+08:00")).next, [Step::Gone]);
    }
}
