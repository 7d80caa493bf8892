//! Where a filing stands as of a moment: what it waits for, by when, and what to do next (`filing-rules.md` section 6).
//!
//! Values only; `locale::stage` has the words.

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use super::change::{code_receivers, face_check_is_due, has_two_codes};
use super::draft::Draft;
use super::event::{BUREAU_DAYS, Event, EventKind, Moment, PLATFORM_DAYS};
use super::field::{FieldId, Role};
use super::history::{Course, History, Stage};
use super::progress;
use super::reuse::reuses_subject;
use super::verification::Verification;
use crate::catalog::FilingKind;
use crate::catalog::holiday::{Due, add_working_days};
use crate::identifiers::moment::{self, CHINA_OFFSET, Written};

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

/// The moment that a person writes for an event: a time, or a day alone, of which its beginning is meant. `last` is the event
/// before it: nobody means a time before what already happened on that day. `None` for what is neither.
#[must_use]
pub fn written_moment(text: &str, last: Option<Moment>) -> Option<Moment> {
    match moment::read(text)? {
        Written::At(moment) => Some(moment),
        Written::Day(day) => {
            let start = moment::in_china(day, NaiveTime::MIN)?;
            let earlier = last.map(in_china).filter(|last| last.date_naive() == day);
            Some(earlier.map_or(start, |last| last.max(start)))
        }
    }
}

/// Something to do, or to know, next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Fill in what is missing and mend what is wrong.
    FillIn,
    /// Everything is filled in: fix the errors that the rules find, if any.
    Check,
    /// Nothing must be filled in any more: add what the filing is likely to come back without.
    AddExpected,
    /// Export the package and hand it in.
    ExportAndSubmit,
    /// The administrator's face check comes last, because it lives three days.
    FaceCheck,
    /// Correct what the reviewer named.
    Correct,
    /// Nothing the reviewer named is left: look at it once more, and export it again.
    ExportAgain,
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
    /// The same for a change: the number stays.
    WaitForBureauOnChange,
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
    /// Have the responsible person confirm that the subject is reused.
    ConfirmReuse,
    /// Request the deregistration.
    RequestDeregistration,
    /// What is on record stands until the deregistration is done.
    StillFiled,
    /// The request ends by itself when the code is ignored.
    LapsesIfIgnored,
    /// Submitted unchanged after a missed code, it goes straight to the bureau.
    StraightToBureau,
    /// Another person has not entered their code yet.
    WaitForOthers,
    /// The owner may get a code as well.
    OwnerMayGetCode,
    /// Each of both people gets a code, and one of them is not known to have got theirs.
    CodeForBoth,
}

impl Step {
    /// All steps.
    #[cfg(any(test, feature = "internals"))]
    pub const ALL: [Self; 29] = [
        Self::FillIn,
        Self::Check,
        Self::AddExpected,
        Self::ExportAndSubmit,
        Self::FaceCheck,
        Self::Correct,
        Self::ExportAgain,
        Self::SubmitAgain,
        Self::SubmitUnchanged,
        Self::KeepPhonesOn,
        Self::MayWithdraw,
        Self::WaitForCode,
        Self::EnterCode,
        Self::CodeIsLate,
        Self::WaitForBureau,
        Self::WaitForBureauOnChange,
        Self::AskWhy,
        Self::Publish,
        Self::ShowNumber,
        Self::KeepUpToDate,
        Self::Gone,
        Self::ConfirmReuse,
        Self::RequestDeregistration,
        Self::StillFiled,
        Self::LapsesIfIgnored,
        Self::StraightToBureau,
        Self::WaitForOthers,
        Self::OwnerMayGetCode,
        Self::CodeForBoth,
    ];

    /// The word in JSON output, e.g. `enter-code`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FillIn => "fill-in",
            Self::Check => "check",
            Self::AddExpected => "add-expected",
            Self::ExportAndSubmit => "export-and-submit",
            Self::FaceCheck => "face-check",
            Self::Correct => "correct",
            Self::ExportAgain => "export-again",
            Self::SubmitAgain => "submit-again",
            Self::SubmitUnchanged => "submit-unchanged",
            Self::KeepPhonesOn => "keep-phones-on",
            Self::MayWithdraw => "may-withdraw",
            Self::WaitForCode => "wait-for-code",
            Self::EnterCode => "enter-code",
            Self::CodeIsLate => "code-is-late",
            Self::WaitForBureau => "wait-for-bureau",
            Self::WaitForBureauOnChange => "wait-for-bureau-on-change",
            Self::AskWhy => "ask-why",
            Self::Publish => "publish",
            Self::ShowNumber => "show-number",
            Self::KeepUpToDate => "keep-up-to-date",
            Self::Gone => "gone",
            Self::ConfirmReuse => "confirm-reuse",
            Self::RequestDeregistration => "request-deregistration",
            Self::StillFiled => "still-filed",
            Self::LapsesIfIgnored => "lapses-if-ignored",
            Self::StraightToBureau => "straight-to-bureau",
            Self::WaitForOthers => "wait-for-others",
            Self::OwnerMayGetCode => "owner-may-get-code",
            Self::CodeForBoth => "code-for-both",
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

impl Deadline {
    fn of(at: Moment, now: Moment) -> Self {
        Self { at, left: at - now }
    }

    /// Whether it has passed.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.left < TimeDelta::zero()
    }
}

/// How far one person has come with the ministry's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonStatus {
    /// Whose code it is; `None` where nobody is named.
    pub who: Option<Role>,
    /// What is known of it.
    pub verification: Verification,
    /// Until when it has to be entered; only while it can be.
    pub deadline: Option<Deadline>,
}

impl PersonStatus {
    /// Whether there is more to say than the countdown of the stage says: whose code it is, or how often it failed.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.who.is_some() || self.verification.wrong > 0 || self.verification.resent > 0
    }
}

/// Where a filing stands as of a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingStatus<'a> {
    /// The stage.
    pub stage: Stage,
    /// The stages it passes through, in order.
    pub stages: &'static [Stage],
    /// The course that it takes.
    pub course: Course,
    /// Whether what is under way, or was done, is a deregistration.
    pub is_leaving: bool,
    /// When the stage began; `None` while nothing has happened.
    pub since: Option<Moment>,
    /// The day by which the review should be done; only while one is under way.
    pub due: Option<Due>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// The next limit of the SMS check; only once a code has arrived.
    pub deadline: Option<Deadline>,
    /// Who got a code in this round, and how far they are. Empty outside the verification and the bureau's review.
    pub people: Vec<PersonStatus>,
    /// The event that brought the filing back to preparation, with its reasons.
    pub sent_back_by: Option<&'a Event>,
    /// The filing number, once there is one.
    pub number: Option<&'a str>,
    /// What to do next, in order.
    pub next: Vec<Step>,
    /// What may be recorded next.
    pub possible: Vec<EventKind>,
    /// The same, with whose code it is in a filing of two people.
    pub offers: Vec<(EventKind, Option<Role>)>,
    /// Indices of events that could not have happened when they are said to have.
    pub impossible: Vec<usize>,
}

impl<'a> FilingStatus<'a> {
    /// Where the filing stands at `now`.
    #[must_use]
    pub fn of(draft: &'a Draft, now: Moment) -> Self {
        let history = History::of(draft);
        let (stage, since) = (history.stage(), history.since());
        let due = since.and_then(|since| {
            let days = match stage {
                // Unchanged it goes straight to the bureau, and nobody can say which of the two has it.
                Stage::PlatformReview if history.is_direct() => return None,
                Stage::PlatformReview => PLATFORM_DAYS,
                Stage::BureauReview => BUREAU_DAYS,
                Stage::Preparing | Stage::SmsVerification | Stage::Filed | Stage::Deregistered => return None,
            };
            Some(add_working_days(day_in_china(since), days))
        });
        let is_verified = matches!(stage, Stage::SmsVerification | Stage::BureauReview);
        let round = Some(history.round()).filter(|_| is_verified).unwrap_or_default();
        let deadline = |at: Option<Moment>| at.filter(|_| !round.is_done()).map(|at| Deadline::of(at, now));
        // What was entered without naming anyone was entered by everyone.
        let by_everyone = round.of(None).verified;
        let people = round.touched().map(|(who, one)| {
            let verification = Verification { verified: one.verified.or(by_everyone), ..one };
            PersonStatus { who, verification, deadline: deadline(verification.deadline()) }
        });
        let offers = history.offers(has_two_people(draft));
        let mut status = Self {
            stage,
            stages: history.stages(),
            course: history.course(),
            is_leaving: history.is_deregistration(),
            since,
            due,
            overdue: due.is_some_and(|due| day_in_china(now) > due.date),
            deadline: deadline(round.deadline()),
            people: people.collect(),
            sent_back_by: history.sent_back_by(),
            number: history.number().or_else(|| number_on_record(draft)),
            next: Vec::new(),
            possible: possible(&history, &offers),
            offers,
            impossible: history.impossible(),
        };
        status.next = status.steps(draft, &history);
        status
    }

    /// Nothing that the reviewers named is left to correct. Whether that is so, rules and files tell, not the events.
    pub fn all_is_corrected(&mut self) {
        for step in self.next.iter_mut().filter(|step| **step == Step::Correct) {
            *step = Step::ExportAgain;
        }
    }

    fn steps(&self, draft: &Draft, history: &History<'_>) -> Vec<Step> {
        let leaves = history.course() == Course::Deregistration;
        let mut steps = match self.stage {
            Stage::Preparing if leaves => vec![Step::FillIn, Step::RequestDeregistration],
            Stage::Preparing => match self.sent_back_by.map(|event| event.kind) {
                Some(EventKind::SmsTimedOut | EventKind::SmsWrongCode) => vec![Step::SubmitUnchanged],
                Some(EventKind::Withdrawn) => vec![Step::SubmitAgain],
                Some(_) => vec![Step::Correct, Step::SubmitAgain],
                None if reuses_subject(draft) => {
                    vec![Step::FillIn, Step::FaceCheck, Step::ExportAndSubmit, Step::ConfirmReuse]
                }
                None if history.course() == Course::Change && !face_check_is_due(draft) => {
                    vec![Step::FillIn, Step::ExportAndSubmit]
                }
                None => vec![Step::FillIn, Step::FaceCheck, Step::ExportAndSubmit],
            },
            Stage::PlatformReview if history.is_direct() => vec![Step::StraightToBureau, Step::KeepPhonesOn],
            Stage::PlatformReview => vec![Step::KeepPhonesOn, Step::MayWithdraw],
            Stage::SmsVerification => self.verification_steps(draft, history),
            Stage::BureauReview => {
                let is_change = history.course() == Course::Change;
                let wait = if is_change { Step::WaitForBureauOnChange } else { Step::WaitForBureau };
                // A code that nobody enters sends the filing back: it comes before all waiting.
                let code = self.owner_may_get_code(draft).then_some(Step::OwnerMayGetCode);
                code.into_iter().chain([wait, Step::KeepPhonesOn]).collect()
            }
            Stage::Filed => match history.course() {
                Course::Deregistration => vec![Step::StillFiled, Step::RequestDeregistration],
                // What was published stays so; the number is the same.
                Course::Change => vec![Step::ShowNumber, Step::KeepUpToDate],
                Course::New if draft.flag(FieldId::Published) => vec![Step::ShowNumber, Step::KeepUpToDate],
                Course::New => vec![Step::Publish, Step::ShowNumber, Step::KeepUpToDate],
            },
            Stage::Deregistered => vec![Step::Gone],
        };
        if let Some(place) = steps.iter().position(|step| *step == Step::FillIn) {
            let left: &[Step] = match (progress::has_all_required(draft), progress::of_draft(draft).is_complete()) {
                (false, _) => &[Step::FillIn],
                (true, false) => &[Step::Check, Step::AddExpected],
                (true, true) => &[Step::Check],
            };
            steps.splice(place..=place, left.iter().copied());
        }
        if self.overdue {
            steps.push(Step::AskWhy);
        }
        steps
    }

    fn verification_steps(&self, draft: &Draft, history: &History<'_>) -> Vec<Step> {
        let mut steps = match self.deadline {
            None => vec![Step::WaitForCode],
            Some(deadline) if deadline.is_over() && history.is_deregistration() => vec![Step::LapsesIfIgnored],
            Some(deadline) if deadline.is_over() => vec![Step::CodeIsLate],
            Some(_) => vec![Step::EnterCode],
        };
        if history.is_deregistration() {
            steps.extend((!steps.contains(&Step::LapsesIfIgnored)).then_some(Step::LapsesIfIgnored));
            steps.extend(history.is_on_record().then_some(Step::StillFiled));
            return steps;
        }
        if self.a_code_is_to_come(draft) {
            // Once one is there, it is the other one that is waited for.
            steps.retain(|step| *step != Step::WaitForCode || self.people.is_empty());
            steps.push(Step::CodeForBoth);
            return steps;
        }
        let is_verified = |person: &PersonStatus| person.verification.verified.is_some();
        let are_several = self.people.len() > 1 && self.people.iter().all(|person| person.verification.received.is_some());
        if self.people.iter().any(is_verified) || are_several {
            steps.push(Step::WaitForOthers);
        } else if self.owner_may_get_code(draft) {
            steps.push(Step::OwnerMayGetCode);
        }
        steps
    }

    /// Whether each of both people gets a code and one of them is not known to have got theirs.
    fn a_code_is_to_come(&self, draft: &Draft) -> bool {
        let is_known = |role: &Role| self.people.iter().any(|person| person.who.is_none() || person.who == Some(*role));
        has_two_codes(draft) && !Role::BOTH.iter().all(is_known)
    }

    /// Whether the owner is another person, was not named yet, and somebody else was.
    fn owner_may_get_code(&self, draft: &Draft) -> bool {
        let is = |role| move |person: &PersonStatus| person.who == Some(role);
        has_two_people(draft) && self.people.iter().any(is(Role::ResponsiblePerson)) && !self.people.iter().any(is(Role::Owner))
    }
}

/// Kinds of events that may come next in their usual order, for nobody in particular or for one of two people.
fn possible(history: &History<'_>, offers: &[(EventKind, Option<Role>)]) -> Vec<EventKind> {
    let of_nobody = history.possible();
    let mut kinds = of_nobody.clone();
    for (kind, _) in offers.iter().filter(|(kind, _)| !of_nobody.contains(kind)) {
        if !kinds.contains(kind) {
            kinds.insert(0, *kind);
        }
    }
    kinds
}

/// The number that a change or a deregistration refers to: it stays valid until the end of either.
fn number_on_record(draft: &Draft) -> Option<&str> {
    let number = draft.text(FieldId::RecordNumber).trim();
    (History::of(draft).course() != Course::New && !number.is_empty()).then_some(number)
}

/// Whether each of two people may get a code. In a deregistration one person does, whom its scope names; in a change those whose
/// data it is about.
#[must_use]
pub fn has_two_people(draft: &Draft) -> bool {
    let concerns_both = match draft.filing_kind() {
        FilingKind::New => true,
        FilingKind::Change => code_receivers(draft).len() != 1,
        FilingKind::Deregistration => false,
    };
    concerns_both && draft.owner_is_another()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Need;
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
        type Events<'a> = &'a [(E, &'a str)];
        let table: &[(Events<'_>, &[Step])] = &[
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
            assert_eq!(FilingStatus::of(&draft(events), moment("2026-11-25T10:00:00+08:00")).next, *next, "{events:?}");
        }
    }

    #[test]
    fn submitted_again_after_a_missed_code_nobody_says_by_when_the_platform_is_done() {
        let again = draft(&[
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
            (E::SmsTimedOut, "2026-11-25T11:00:00+08:00"),
            (E::Submitted, "2026-11-25T12:00:00+08:00"),
        ]);
        let status = FilingStatus::of(&again, moment("2026-12-25T10:00:00+08:00"));
        assert_eq!((status.stage, status.due, status.overdue), (Stage::PlatformReview, None, false));
        assert_eq!(status.next, [Step::StraightToBureau, Step::KeepPhonesOn]);
    }

    #[test]
    fn what_is_dealt_with_is_not_to_be_corrected() {
        let back = draft(&[(E::Submitted, "2026-11-23T10:00:00+08:00"), (E::PlatformReturned, "2026-11-24T10:00:00+08:00")]);
        let mut status = FilingStatus::of(&back, moment("2026-11-25T10:00:00+08:00"));
        status.all_is_corrected();
        assert_eq!(status.next, [Step::ExportAgain, Step::SubmitAgain]);
    }

    #[test]
    fn a_code_of_nobody_in_particular_is_told_once_it_went_wrong() {
        let mut events = vec![
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
        ];
        for wrong in 0..=5 {
            let draft = draft(&events);
            let status = FilingStatus::of(&draft, moment("2026-11-24T12:00:00+08:00"));
            let told: Vec<u8> = status.people.iter().filter(|one| one.is_told()).map(|one| one.verification.wrong).collect();
            assert_eq!(told, if wrong == 0 { vec![] } else { vec![wrong] });
            events.push((E::SmsWrongCode, "2026-11-24T11:30:00+08:00"));
        }
    }

    #[test]
    fn what_is_to_be_filled_in_is_told_by_what_is_missing() {
        let complete = Draft::from_toml(include_str!("../../assets/example/company.toml")).unwrap();
        let likely = FieldId::ALL.iter().copied().find(|id| complete.need(*id) == Need::Expected && complete.get(*id).is_some());
        // (what is taken out, what is to be done about it)
        let table: &[(Option<FieldId>, &[Step])] = &[
            (None, &[Step::Check]),
            (Some(likely.unwrap()), &[Step::Check, Step::AddExpected]),
            (Some(FieldId::SubjectName), &[Step::FillIn]),
        ];
        for (missing, first) in table {
            let mut draft = complete.clone();
            draft.events.clear();
            if let Some(id) = missing {
                draft.set(*id, None);
            }
            let next = FilingStatus::of(&draft, moment("2026-11-25T10:00:00+08:00")).next;
            assert!(next.starts_with(first) && next[first.len()] == Step::FaceCheck, "{missing:?} {next:?}");
        }
    }

    #[test]
    fn reviews_are_due_after_working_days_of_china() {
        // Friday evening in Berlin is Saturday in China: two working days after it is Tuesday.
        let draft = draft(&[(E::Submitted, "2026-11-20T19:00:00+01:00")]);
        let status = FilingStatus::of(&draft, moment("2026-11-24T23:00:00+08:00"));
        assert_eq!(status.due.map(|due| due.date.to_string()).as_deref(), Some("2026-11-24"));
        assert!(!status.overdue);
        let status = FilingStatus::of(&draft, moment("2026-11-24T23:00:00+00:00"));
        assert!(status.overdue && status.next.contains(&Step::AskWhy));
    }

    #[test]
    fn the_code_counts_down_and_then_says_so() {
        let events = [
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
        ];
        let draft = draft(&events);
        let status = FilingStatus::of(&draft, moment("2026-11-25T10:30:00+08:00"));
        assert_eq!(status.deadline.map(|d| d.left), Some(TimeDelta::minutes(30)));
        let status = FilingStatus::of(&draft, moment("2026-11-25T11:30:00+08:00"));
        assert_eq!(status.next, [Step::CodeIsLate]);
    }

    #[test]
    fn reasons_of_the_reviewer_are_at_hand_until_it_goes_out_again() {
        let mut draft = draft(&[(E::Submitted, "2026-11-23T10:00:00+08:00"), (E::PlatformReturned, "2026-11-24T10:00:00+08:00")]);
        draft.events[1].note = "证件照片不清晰".to_owned();
        let now = moment("2026-11-25T10:00:00+08:00");
        assert_eq!(FilingStatus::of(&draft, now).sent_back_by.map(|event| event.note.as_str()), Some("证件照片不清晰"));
        draft.events.push(Event::new(E::Submitted, now));
        assert_eq!(FilingStatus::of(&draft, now).sent_back_by, None);
    }

    #[test]
    fn a_filing_stays_filed_until_its_deregistration_is_done() {
        let filed: &[(E, &str)] = &[
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
            (E::SmsVerified, "2026-11-24T12:00:00+08:00"),
            (E::BureauPassed, "2026-11-25T12:00:00+08:00"),
        ];
        let requested = (E::DeregistrationRequested, "2026-11-26T09:00:00+08:00");
        let code = (E::SmsReceived, "2026-11-26T10:00:00+08:00");
        let lapsed = (E::DeregistrationLapsed, "2026-11-27T10:00:00+08:00");
        let verified = (E::SmsVerified, "2026-11-26T11:00:00+08:00");
        type Row<'a> = (&'a [(E, &'a str)], Stage, &'a [Step]);
        let table: &[Row<'_>] = &[
            (&[], Stage::Filed, &[Step::StillFiled, Step::RequestDeregistration]),
            (&[requested], Stage::SmsVerification, &[Step::WaitForCode, Step::LapsesIfIgnored, Step::StillFiled]),
            (&[requested, code], Stage::SmsVerification, &[Step::EnterCode, Step::LapsesIfIgnored, Step::StillFiled]),
            (&[requested, code, lapsed], Stage::Filed, &[Step::StillFiled, Step::RequestDeregistration]),
            (&[requested, code, verified], Stage::Deregistered, &[Step::Gone]),
        ];
        for (events, stage, next) in table {
            let mut draft = draft(&[filed, events].concat());
            draft.set(FieldId::FilingKind, Some("deregister".into()));
            let status = FilingStatus::of(&draft, moment("2026-11-26T12:00:00+08:00"));
            assert_eq!((status.stage, status.next.as_slice()), (*stage, *next), "{events:?}");
            assert!(status.impossible.is_empty());
        }
    }

    #[test]
    fn a_change_of_both_sides_waits_for_the_code_of_either() {
        use crate::filing::Value;
        let mut draft = draft(&[(E::Submitted, "2026-11-23T10:00:00+08:00"), (E::PlatformPassed, "2026-11-24T10:00:00+08:00")]);
        draft.set(FieldId::FilingKind, Some("change".into()));
        draft.set(FieldId::SubjectNature, Some(Value::Code(4)));
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
        draft.set_recorded(FieldId::MiniProgramName, Some("虚构助手".into()));
        draft.set(FieldId::MiniProgramName, Some("虚构帮手".into()));
        let now = moment("2026-11-24T14:00:00+08:00");
        let (first, owner) = (Some(Role::ResponsiblePerson), Some(Role::Owner));
        for (kind, who, next) in [
            (None, None, &[Step::WaitForCode, Step::CodeForBoth] as &[Step]),
            (Some(E::SmsReceived), first, &[Step::EnterCode, Step::CodeForBoth]),
            (Some(E::SmsVerified), first, &[Step::CodeForBoth]),
            (Some(E::SmsReceived), owner, &[Step::EnterCode, Step::WaitForOthers]),
            (Some(E::SmsVerified), owner, &[Step::WaitForBureauOnChange, Step::KeepPhonesOn]),
        ] {
            draft.events.extend(kind.map(|kind| Event { who, ..Event::new(kind, moment("2026-11-24T11:00:00+08:00")) }));
            let status = FilingStatus::of(&draft, now);
            assert_eq!(status.next, next, "{kind:?} {who:?}");
            let is_to_come = next.contains(&Step::CodeForBoth);
            assert_eq!(status.possible.contains(&E::SmsReceived), is_to_come, "{kind:?} {who:?}");
        }
    }

    #[test]
    fn what_everyone_entered_each_has_entered() {
        let mut draft = draft(&[
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
            (E::SmsVerified, "2026-11-24T13:00:00+08:00"),
        ]);
        draft.events[2].who = Some(Role::ResponsiblePerson);
        let status = FilingStatus::of(&draft, moment("2026-11-24T14:00:00+08:00"));
        assert_eq!(status.stage, Stage::BureauReview);
        assert!(status.people.iter().all(|person| person.verification.verified.is_some() && person.deadline.is_none()));
    }

    #[test]
    fn each_person_has_a_deadline_of_their_own() {
        let mut draft = draft(&[
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
            (E::SmsReceived, "2026-11-24T13:00:00+08:00"),
        ]);
        draft.set(FieldId::SameAsResponsiblePerson, Some(crate::filing::Value::Flag(false)));
        draft.events[2].who = Some(Role::ResponsiblePerson);
        let now = moment("2026-11-24T14:00:00+08:00");
        draft.events.truncate(3);
        assert_eq!(FilingStatus::of(&draft, now).next, [Step::EnterCode, Step::OwnerMayGetCode]);
        draft.events.push(Event::new(E::SmsReceived, moment("2026-11-24T13:00:00+08:00")).of(Role::Owner));
        let hours = |draft: &Draft| -> Vec<Option<i64>> {
            FilingStatus::of(draft, now).people.iter().map(|person| person.deadline.map(|one| one.left.num_hours())).collect()
        };
        assert_eq!(hours(&draft), [Some(21), Some(23)]);
        draft.events.push(Event::new(E::SmsVerified, moment("2026-11-24T13:30:00+08:00")).of(Role::ResponsiblePerson));
        assert_eq!(hours(&draft), [None, Some(23)]);
        let status = FilingStatus::of(&draft, now);
        assert_eq!((status.stage, status.next), (Stage::SmsVerification, vec![Step::EnterCode, Step::WaitForOthers]));
    }
}
