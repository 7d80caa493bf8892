//! Where a filing stands as of a moment: what it waits for, by when, and what to do next (`filing-rules.md` section 6).
//!
//! Values only; `locale::stage` has the words.

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use super::ahead::review_due;
use super::change::{alters_nothing, code_receivers, face_check_is_due, has_two_codes};
use super::deregistration::Scope;
use super::draft::Draft;
use super::event::{Event, EventKind, Moment};
use super::field::{FieldId, Role};
use super::history::{Course, History, Stage};
use super::progress;
use super::reuse::reuses_subject;
pub use super::step::Step;
use super::verification::Verification;
use crate::catalog::FilingKind;
use crate::catalog::holiday::Due;
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

/// The moment that a person writes at `now` for an event: a time, or a day alone, which its beginning stands for. `None` for what is neither.
#[must_use]
pub fn written_moment(text: &str, now: Moment) -> Option<Moment> {
    match moment::read_before(text, now)? {
        Written::At(moment) => Some(moment),
        Written::Day(day) => moment::in_china(day, NaiveTime::MIN),
    }
}

/// Whether one moment lies before another in any case: what is known by its day alone lies before nothing on that day.
#[must_use]
pub fn lies_before(one: Moment, other: Moment) -> bool {
    one < other && !(is_of_day(one) && day_in_china(one) == day_in_china(other))
}

/// By when the ministry's code must have been entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The moment that is safe.
    pub at: Moment,
    /// The last moment that is possible, where of the code only the day is known on which it arrived: a day later.
    pub latest: Option<Moment>,
    /// What is left until the safe moment; negative once it has passed.
    pub left: TimeDelta,
    /// What is left until the last one; negative once it has passed.
    pub left_at_most: TimeDelta,
}

/// Whether a moment stands for its day: what is recorded without a time begins with it, and so do the hours that are counted from there.
#[must_use]
pub fn is_of_day(at: Moment) -> bool {
    in_china(at).time() == NaiveTime::MIN
}

/// The last moment at which a code can be entered whose hours end at `at` when they are counted from what is recorded. Of a day without a time
/// that is its beginning: the code may have arrived until its end.
#[must_use]
pub fn latest_code(at: Moment) -> Option<Moment> {
    at.checked_add_signed(TimeDelta::days(1)).filter(|_| is_of_day(at))
}

impl Deadline {
    fn of(at: Moment, now: Moment) -> Self {
        let latest = latest_code(at);
        Self { at, latest, left: at - now, left_at_most: latest.unwrap_or(at) - now }
    }

    /// Whether it has passed in any case.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.left_at_most < TimeDelta::zero()
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

/// What rules and files say of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Judged {
    /// How many errors there are.
    pub errors: usize,
    /// How many questions nobody has answered.
    pub questions: usize,
    /// Another draft says that what this one changes or ends has ended already.
    pub record_has_ended: bool,
}

impl Judged {
    /// Whether nothing keeps what is filled in from being handed in.
    #[must_use]
    pub const fn is_clear(self) -> bool {
        self.errors == 0 && self.questions == 0 && !self.record_has_ended
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
        let offers = history.offers(has_two_people(draft));
        let (possible, impossible) = (possible(&history, &offers), history.impossible());
        let mut status = Self { possible, offers, impossible, ..Self::in_brief(draft, now) };
        status.next = status.steps(draft, &history);
        status
    }

    /// The same for lists: without what to do, what may be recorded and what is impossible, which none of them tells.
    #[must_use]
    pub fn in_brief(draft: &'a Draft, now: Moment) -> Self {
        let history = History::of(draft);
        let (stage, since) = (history.stage(), history.since());
        let due = since.and_then(|since| {
            // Unchanged it goes straight to the bureau, and nobody can say which of the two has it.
            if history.is_direct() { None } else { review_due(stage, day_in_china(since)) }
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
        let people: Vec<PersonStatus> = people.collect();
        // Whose code is late in any case is told of before whose may end sooner.
        let over = people.iter().filter_map(|one| one.deadline).filter(|one| one.is_over()).min_by_key(|one| one.at);
        Self {
            stage,
            stages: history.stages(),
            course: history.course(),
            is_leaving: history.is_deregistration(),
            since,
            due,
            overdue: due.is_some_and(|due| day_in_china(now) > due.date),
            deadline: over.or_else(|| deadline(round.deadline())),
            people,
            sent_back_by: history.sent_back_by(),
            number: history.number().or_else(|| number_on_record(draft)),
            next: Vec::new(),
            possible: Vec::new(),
            offers: Vec::new(),
            impossible: Vec::new(),
        }
    }

    /// Whether the time of what it waits for is over: of the review, or of the code.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.overdue || self.deadline.is_some_and(Deadline::is_over)
    }

    /// The day by which it should have gone on: of the review, else of the code.
    #[must_use]
    pub fn due_day(&self) -> Option<NaiveDate> {
        self.due.map(|due| due.date).or_else(|| self.deadline.map(|code| day_in_china(code.at)))
    }

    /// What rules and files say of a draft that is being prepared, which the events do not.
    pub fn take_in(&mut self, judged: Judged) {
        if self.stage != Stage::Preparing {
            return;
        }
        if judged.record_has_ended {
            self.next = vec![Step::RecordEnded];
            return;
        }
        if judged.errors == 0 {
            self.next.retain(|step| *step != Step::Check);
        }
        // Who has fields to fill in comes to the questions behind them.
        let has_fields = self.next.iter().any(|step| matches!(step, Step::FillIn | Step::EnterChange));
        if judged.questions > 0 && !has_fields {
            let before =
                [Step::FaceCheck, Step::ExportAndSubmit, Step::ExportAgain, Step::SubmitAgain, Step::RequestDeregistration];
            let place = self.next.iter().position(|step| before.contains(step)).unwrap_or(self.next.len());
            self.next.insert(place, Step::Answer);
        }
    }

    /// A package was made, and is what would be made now: what is left is to submit.
    pub fn is_packed(&mut self) {
        self.next.retain(|step| *step != Step::ExportAgain);
        for step in self.next.iter_mut().filter(|step| **step == Step::ExportAndSubmit) {
            *step = Step::Submit;
        }
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
            Stage::Deregistered if history.is_without_access() => vec![Step::AccessGone],
            Stage::Deregistered => vec![Step::Gone],
        };
        if let Some(place) = steps.iter().position(|step| *step == Step::FillIn) {
            let left: &[Step] = match (progress::has_all_required(draft), progress::has_all_expected(draft)) {
                (false, _) if alters_nothing(draft) => &[Step::EnterChange, Step::FillIn],
                (false, _) => &[Step::FillIn],
                (true, _) if alters_nothing(draft) => &[Step::EnterChange],
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
            None if Scope::of(draft).is_some_and(|scope| !scope.sends_code()) => {
                return vec![Step::CodePerhaps, Step::StillFiled];
            }
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
#[path = "status_tests.rs"]
mod tests;
