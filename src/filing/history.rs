//! The course of a filing: which stage its events lead to, and which event may come next.
//!
//! Each kind of filing has a course of its own (`filing-rules.md` section 6, `wechat-api.md` section 6):
//!
//! - new and change: platform review, verification, bureau review, filed; a change begins where its subject is filed already;
//! - deregistration: requested, the code, done. Ignoring the code for 24 hours ends the request, and the record stays.
//!
//! Events can only come in the order of the real world: [`History::possible`] says what may come next, [`History::push`]
//! refuses everything else, and a mistake is taken back with [`History::undo`].

use std::fmt;

use super::change;
use super::deregistration::Scope;
use super::draft::Draft;
use super::event::{Event, EventKind, Moment, SMS_LAST_WRONG, SMS_RESENDS};
use super::field::{FieldId, Role};
use super::status::lies_before;
use super::verification::Round;

/// The stages of a filing (环节).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Being prepared: not submitted yet, rejected, withdrawn, or timed out.
    Preparing,
    /// Under review by the platform (平台初审).
    PlatformReview,
    /// Waiting for the ministry's code to be entered (短信核验).
    SmsVerification,
    /// Under review by the bureau (通管局审核).
    BureauReview,
    /// Filed (备案成功).
    Filed,
    /// Deregistered (已注销).
    Deregistered,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Self; 6] =
        [Self::Preparing, Self::PlatformReview, Self::SmsVerification, Self::BureauReview, Self::Filed, Self::Deregistered];

    /// The word in JSON output, e.g. `platform-review`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::PlatformReview => "platform-review",
            Self::SmsVerification => "sms-verification",
            Self::BureauReview => "bureau-review",
            Self::Filed => "filed",
            Self::Deregistered => "deregistered",
        }
    }

    /// Whether an order is with the platform or the ministry: submitted, and not decided yet.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::PlatformReview | Self::SmsVerification | Self::BureauReview)
    }
}

/// The course that a filing takes, which follows from its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Course {
    /// 新增.
    #[default]
    New,
    /// 变更: the same stages, and it can begin where something is filed already.
    Change,
    /// 注销.
    Deregistration,
}

impl Course {
    /// The course of the kind with this name; a new filing's where the kind is none.
    #[must_use]
    pub fn of_kind(kind: &str) -> Self {
        match kind {
            "change" => Self::Change,
            "deregister" => Self::Deregistration,
            _ => Self::New,
        }
    }

    /// The course of this draft.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        Self::of_kind(draft.text(FieldId::FilingKind))
    }

    /// The stages it passes through, in order.
    #[must_use]
    pub const fn stages(self) -> &'static [Stage] {
        match self {
            Self::New | Self::Change => {
                &[Stage::Preparing, Stage::PlatformReview, Stage::SmsVerification, Stage::BureauReview, Stage::Filed]
            }
            Self::Deregistration => &[Stage::Preparing, Stage::SmsVerification, Stage::Deregistered],
        }
    }
}

/// Why an event cannot be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutOfOrder {
    /// It cannot happen in this stage; these can.
    NotNow {
        /// The stage it is in.
        stage: Stage,
        /// What can happen there.
        possible: Vec<EventKind>,
    },
    /// No code has arrived that could be entered, as far as is recorded.
    NoCodeYet,
    /// The first code has arrived already.
    CodeArrived,
    /// The code was entered already.
    CodeEntered,
    /// The code can be sent again no more than twice.
    NoMoreResends,
    /// It lies before the last event.
    BeforeLast {
        /// When the last event happened.
        last: Moment,
    },
    /// It lies in the future.
    InFuture,
}

impl fmt::Display for OutOfOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotNow { stage, .. } => write!(f, "cannot happen in stage {}", stage.name()),
            Self::NoCodeYet => f.write_str("no code has arrived"),
            Self::CodeArrived => f.write_str("the code has arrived already"),
            Self::CodeEntered => f.write_str("the code was entered already"),
            Self::NoMoreResends => write!(f, "the code was sent again {SMS_RESENDS} times"),
            Self::BeforeLast { last } => write!(f, "lies before the last event, {last}"),
            Self::InFuture => f.write_str("lies in the future"),
        }
    }
}

impl std::error::Error for OutOfOrder {}

/// The events of a filing, for asking and for adding to them.
#[derive(Debug, Clone, Copy)]
pub struct History<'a> {
    course: Course,
    events: &'a [Event],
    /// Whose events they are, where that is known: a change says who gets a code.
    draft: Option<&'a Draft>,
}

impl<'a> History<'a> {
    /// These events, of a filing that takes this course.
    #[must_use]
    pub const fn new(course: Course, events: &'a [Event]) -> Self {
        Self { course, events, draft: None }
    }

    /// The events of a draft.
    #[must_use]
    pub fn of(draft: &'a Draft) -> Self {
        Self::of_events(draft, &draft.events)
    }

    /// These events as those of a draft: the first of its own, or what they would become.
    #[must_use]
    pub fn of_events(draft: &'a Draft, events: &'a [Event]) -> Self {
        Self { draft: Some(draft), ..Self::new(Course::of(draft), events) }
    }

    /// The course of this filing.
    #[must_use]
    pub const fn course(&self) -> Course {
        self.course
    }

    /// The stages of the order that is under way, else of the one that is being prepared or was made last: a filing whose
    /// deregistration was not requested yet has passed those of a filing.
    #[must_use]
    pub fn stages(&self) -> &'static [Stage] {
        let state = self.walk(|_, _| {});
        match state.stage {
            // Without a code there was nothing to verify.
            Stage::Deregistered if state.round.touched().all(|(_, one)| one.received.is_none() && one.verified.is_none()) => {
                &[Stage::Preparing, Stage::Deregistered]
            }
            // Nobody says that the end of an access sends one.
            Stage::Preparing if self.is_of_access() => &[Stage::Preparing, Stage::Deregistered],
            Stage::Deregistered => Course::Deregistration.stages(),
            stage if stage.is_under_way() && !state.is_leaving => Course::New.stages(),
            Stage::Filed => Course::New.stages(),
            _ => self.course.stages(),
        }
    }

    /// The stage after all events. Events that a person wrote into the file out of order leave the stage where it was.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.walk(|_, _| {}).stage
    }

    /// Whether what is under way, or was done, is a deregistration.
    #[must_use]
    pub fn is_deregistration(&self) -> bool {
        let state = self.walk(|_, _| {});
        state.is_leaving || state.stage == Stage::Deregistered
    }

    /// Whether a record stands with the ministry, as far as these events tell.
    #[must_use]
    pub fn is_on_record(&self) -> bool {
        self.walk(|_, _| {}).is_on_record
    }

    /// Indices of events that could not have happened when they are said to have.
    #[must_use]
    pub fn impossible(&self) -> Vec<usize> {
        let mut wrong = Vec::new();
        self.walk(|index, _| wrong.push(index));
        wrong
    }

    /// When the present stage began; `None` while nothing happened.
    #[must_use]
    pub fn since(&self) -> Option<Moment> {
        let (mut since, mut state) = (None, State::default());
        for event in self.events {
            if let Some(next) = self.after(state, event) {
                if next.stage != state.stage {
                    since = Some(event.at);
                }
                state = next;
            }
        }
        since
    }

    /// Kinds of events that may come next, in their usual order.
    #[must_use]
    pub fn possible(&self) -> Vec<EventKind> {
        let mut kinds: Vec<EventKind> = self.offers(false).into_iter().map(|(kind, _)| kind).collect();
        kinds.dedup();
        kinds
    }

    /// The same, with what may be recorded of one of two people alone.
    fn possible_for_all(&self) -> Vec<EventKind> {
        let mut kinds = self.possible();
        let of_one = self.offers(self.draft.is_some_and(super::status::has_two_people)).into_iter().map(|(kind, _)| kind);
        for kind in of_one {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    }

    /// What may come next, in the usual order, and what leads back last: with a filing of two people, whose code it is as well.
    #[must_use]
    pub fn offers(&self, two_people: bool) -> Vec<(EventKind, Option<Role>)> {
        let state = self.walk(|_, _| {});
        let people: &[Option<Role>] = match two_people {
            true => &[Some(Role::ResponsiblePerson), Some(Role::Owner)],
            false => &[None],
        };
        let of = |kind: EventKind| if kind.has_person() { people } else { &[None] };
        let all = EventKind::ALL.into_iter().flat_map(|kind| of(kind).iter().map(move |who| (kind, *who)));
        let mut offers: Vec<_> = all.filter(|(kind, who)| state.offers(self.course, *kind, *who)).collect();
        // A code that was entered ends the filing; without one, the platform says that it has ended.
        let has_code = state.round.touched().any(|(_, one)| one.received.is_some());
        let end = if self.is_of_access() { EventKind::AccessCancelled } else { EventKind::Deregistered };
        offers.retain(|(kind, _)| !kind.ends() || (!has_code && *kind == end));
        // What leads on comes first: a hasty key must not send a filing back.
        offers.sort_by_cached_key(|(kind, who)| {
            let at = self.events.last().map_or_else(Moment::default, |last| last.at);
            let event = Event { who: *who, ..Event::new(*kind, at) };
            state.after(self.course, &event).is_some_and(|next| next.stage < state.stage)
        });
        offers
    }

    /// Whether what has ended is WeChat's access alone.
    #[must_use]
    pub fn is_without_access(&self) -> bool {
        let end = self.events.iter().rev().map(|event| event.kind).find(|kind| kind.ends());
        self.stage() == Stage::Deregistered && (end == Some(EventKind::AccessCancelled) || self.is_of_access())
    }

    /// Whether it is to end WeChat's access alone.
    #[must_use]
    pub fn is_of_access(&self) -> bool {
        self.draft.is_some_and(|draft| Scope::of(draft) == Some(Scope::Access))
    }

    /// The verification of the present or last round.
    #[must_use]
    pub fn round(&self) -> Round {
        self.walk(|_, _| {}).round
    }

    /// The last event.
    #[must_use]
    pub fn last(&self) -> Option<&'a Event> {
        self.events.last()
    }

    /// What ended the orders since the last one that came under review: rejections, missed codes, withdrawals, in order.
    /// Empty while an order is under way.
    #[must_use]
    pub fn returns(&self) -> Vec<&'a Event> {
        let (mut returns, mut state) = (Vec::new(), State::default());
        for event in self.events {
            let Some(next) = self.after(state, event) else { continue };
            if event.kind == EventKind::Answered {
                continue;
            }
            if next.stage.is_under_way()
                || matches!(event.kind, EventKind::BureauPassed | EventKind::Changed)
                || next.stage == Stage::Deregistered
            {
                returns.clear();
            } else {
                returns.push(event);
            }
            state = next;
        }
        returns
    }

    /// The last event that ended an order without result.
    #[must_use]
    pub fn sent_back_by(&self) -> Option<&'a Event> {
        self.returns().last().copied()
    }

    /// Whether it was submitted after a missed code: with unchanged data it goes straight to the bureau.
    #[must_use]
    pub fn is_direct(&self) -> bool {
        let state = self.walk(|_, _| {});
        state.is_direct && state.stage == Stage::PlatformReview
    }

    /// The filing number, once the bureau gave it.
    #[must_use]
    pub fn number(&self) -> Option<&'a str> {
        let numbers = self.events.iter().rev().filter(|event| event.kind.has_number());
        numbers.map(|event| event.number.as_str()).find(|number| !number.is_empty())
    }

    /// Whether the event may be added now.
    ///
    /// # Errors
    /// When it cannot happen in the present stage, lies before the last event, or after `now`.
    pub fn admits(&self, event: &Event, now: Moment) -> Result<(), OutOfOrder> {
        let state = self.walk(|_, _| {});
        if !state.offers(self.course, event.kind, event.who) {
            return Err(match event.kind {
                kind if kind.has_person() && state.has_verified(event.who) && state.awaits_codes() => OutOfOrder::CodeEntered,
                EventKind::SmsResent if state.round.of(event.who).resent >= SMS_RESENDS => OutOfOrder::NoMoreResends,
                EventKind::SmsVerified | EventKind::SmsWrongCode if state.awaits_codes() => OutOfOrder::NoCodeYet,
                EventKind::SmsReceived if state.awaits_codes() => OutOfOrder::CodeArrived,
                _ => OutOfOrder::NotNow { stage: state.stage, possible: self.possible_for_all() },
            });
        }
        match self.last() {
            Some(last) if lies_before(event.at, last.at) && self.place_beside(event).is_none() => {
                Err(OutOfOrder::BeforeLast { last: last.at })
            }
            _ if event.at > now => Err(OutOfOrder::InFuture),
            _ => Ok(()),
        }
    }

    /// These events with another one that they admit: at the end, or where it happened.
    #[must_use]
    pub fn with(&self, event: Event) -> Vec<Event> {
        let mut events = self.events.to_vec();
        let is_last = self.last().is_none_or(|last| !lies_before(event.at, last.at));
        let place = Some(events.len()).filter(|_| is_last).or_else(|| self.place_beside(&event)).unwrap_or(events.len());
        events.insert(place, event);
        events
    }

    /// Where an event belongs that happened before the last one: two people enter their codes independently of each other, and
    /// whoever notes that notes one person after the other. `None` for anything else.
    fn place_beside(&self, event: &Event) -> Option<usize> {
        event.who?;
        let place = self.events.iter().rposition(|before| before.at <= event.at).map_or(0, |before| before + 1);
        let (before, since) = self.events.split_at(place);
        let is_of_other = |one: &Event| one.kind.has_person() && one.who.is_some() && one.who != event.who;
        if !event.kind.has_person() || !since.iter().all(is_of_other) {
            return None;
        }
        let events = [before, std::slice::from_ref(event), since].concat();
        (History { events: &events, ..*self }.impossible().len() == self.impossible().len()).then_some(place)
    }

    /// Adds an event to those of a draft.
    ///
    /// # Errors
    /// As [`History::admits`]; the events stay as they were.
    pub fn push(draft: &mut Draft, event: Event, now: Moment) -> Result<Stage, OutOfOrder> {
        History::of(draft).admits(&event, now)?;
        draft.events = History::of(draft).with(event);
        Ok(History::of(draft).stage())
    }

    /// Puts a number into the record of what is filed, where that came without one; the event as it is then.
    pub fn add_number<'e>(course: Course, events: &'e mut [Event], number: &str) -> Option<&'e Event> {
        if number.is_empty() || History::new(course, events).stage() != Stage::Filed {
            return None;
        }
        let passed = events.iter_mut().rev().find(|event| event.kind == EventKind::BureauPassed)?;
        if !passed.number.is_empty() {
            return None;
        }
        number.clone_into(&mut passed.number);
        Some(passed)
    }

    /// Puts another number into the last event, where that is the bureau's word: nothing else about it was wrong. False where it is not.
    pub fn correct_number(events: &mut [Event], number: &str) -> bool {
        let last = events.last_mut().filter(|last| last.kind == EventKind::BureauPassed && !number.is_empty());
        last.is_some_and(|last| {
            number.clone_into(&mut last.number);
            true
        })
    }

    /// Takes the last event back.
    pub fn undo(events: &mut Vec<Event>) -> Option<Event> {
        events.pop()
    }

    fn walk(&self, mut impossible: impl FnMut(usize, &Event)) -> State {
        let mut state = State::default();
        for (index, event) in self.events.iter().enumerate() {
            match self.after(state, event) {
                Some(next) => state = next,
                None => impossible(index, event),
            }
        }
        state
    }

    /// What follows an event, as [`State::after`] has it. Who gets a code is not said for a new filing, so that who is named
    /// as having got one counts; of a change it is: where both people do, the bureau does not begin after the first.
    fn after(&self, state: State, event: &Event) -> Option<State> {
        let next = state.after(self.course, event)?;
        let is_first = event.kind == EventKind::SmsVerified && event.who.is_some() && next.stage == Stage::BureauReview;
        let waits = is_first
            && Role::BOTH.iter().any(|role| next.round.of(Some(*role)).verified.is_none())
            && self.draft.is_some_and(change::has_two_codes);
        Some(if waits { next.at(Stage::SmsVerification) } else { next })
    }
}

/// Where the events so far have led.
#[derive(Debug, Clone, Copy)]
struct State {
    stage: Stage,
    /// A deregistration is under way.
    is_leaving: bool,
    /// A record stands with the ministry.
    is_on_record: bool,
    /// The last round ended because a code was missed: submitted unchanged, it goes straight back to the bureau.
    is_direct: bool,
    round: Round,
}

impl Default for State {
    fn default() -> Self {
        Self { stage: Stage::Preparing, is_leaving: false, is_on_record: false, is_direct: false, round: Round::default() }
    }
}

impl State {
    const fn at(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    /// The order came to nothing: it is prepared again, or what was on record stays.
    const fn back(self) -> Self {
        let stage = if self.is_leaving && self.is_on_record { Stage::Filed } else { Stage::Preparing };
        Self { stage, is_leaving: false, is_direct: false, ..self }
    }

    /// What follows an event; `None` when it cannot happen here. More generous than [`State::offers`]: whatever an earlier
    /// version recorded, or was recorded while the draft was of another kind, keeps its meaning.
    fn after(self, course: Course, event: &Event) -> Option<Self> {
        use EventKind as E;
        use Stage as S;
        let deregistered = Self { stage: S::Deregistered, is_leaving: false, is_on_record: false, ..self };
        match (self.stage, event.kind) {
            // It says nothing of the stage.
            (_, E::Answered) => Some(self),
            (S::Preparing, E::Submitted) => Some(self.at(S::PlatformReview)),
            (S::Filed, E::Submitted) if course == Course::Change => Some(self.at(S::PlatformReview)),
            (S::Preparing, E::SubmissionRefused) => Some(self),
            // What another draft did to the record (`filing/take_over.rs`).
            (S::Filed, E::Changed) => Some(self),
            // The codes of the filing were another order's.
            (S::Filed, E::Deregistered | E::AccessCancelled) => Some(Self { round: Round::default(), ..deregistered }),
            (S::Filed, E::SubmissionRefused) if course != Course::New => Some(self),
            (S::Preparing | S::Filed, E::DeregistrationRequested) => {
                Some(Self { stage: S::SmsVerification, is_leaving: true, round: Round::default(), ..self })
            }
            (S::PlatformReview, E::PlatformPassed) => {
                Some(Self { stage: S::SmsVerification, is_direct: false, round: Round::default(), ..self })
            }
            (S::PlatformReview, E::SmsReceived) if self.is_direct => {
                let round = Round::default().received(event.who, event.at)?;
                Some(Self { stage: S::SmsVerification, is_direct: false, round, ..self })
            }
            (S::PlatformReview, E::BureauReturned) if self.is_direct => Some(self.back()),
            (S::PlatformReview, E::PlatformReturned | E::Withdrawn) => Some(self.back()),
            (S::SmsVerification, E::SmsReceived) => Some(Self { round: self.round.received(event.who, event.at)?, ..self }),
            (S::SmsVerification, E::SmsResent) => Some(Self { round: self.round.resent(event.who), ..self }),
            (S::SmsVerification, E::SmsVerified) => {
                let round = self.round.verified(event.who, event.at)?;
                let next = Self { round, ..self };
                Some(match (round.is_done(), self.is_leaving) {
                    (false, _) => next,
                    (true, true) => Self { round, ..deregistered },
                    (true, false) => next.at(S::BureauReview),
                })
            }
            (S::SmsVerification, E::SmsWrongCode) => {
                let round = self.round.wrong(event.who)?;
                let next = Self { round, ..self };
                if round.of(event.who).wrong < SMS_LAST_WRONG {
                    return Some(next);
                }
                Some(Self { is_direct: !self.is_leaving, ..next.back() })
            }
            // The order falls back to the platform when the code is not entered in time, arrived or not.
            (S::SmsVerification, E::SmsTimedOut) if !self.is_leaving => Some(Self { is_direct: true, ..self.back() }),
            (S::SmsVerification, E::BureauReturned) => Some(self.back()),
            (S::SmsVerification, E::DeregistrationLapsed) if self.is_leaving => Some(self.back()),
            (S::SmsVerification, E::Deregistered | E::AccessCancelled) if self.is_leaving => Some(deregistered),
            // One person was named, and the other got a code as well.
            (S::BureauReview, E::SmsReceived) if self.round.expects(event.who) => {
                Some(Self { round: self.round.received(event.who, event.at)?, ..self.at(S::SmsVerification) })
            }
            (S::BureauReview, E::SmsTimedOut) if self.round.expects(event.who) => Some(Self { is_direct: true, ..self.back() }),
            // The bureau has decided: whoever was waited for had no code to enter.
            (S::SmsVerification, E::BureauPassed) if !self.is_leaving && self.round.is_done() => {
                Some(Self { is_on_record: true, ..self.at(S::Filed) })
            }
            (S::BureauReview, E::BureauPassed) => Some(Self { is_on_record: true, ..self.at(S::Filed) }),
            (S::BureauReview, E::BureauReturned) => Some(self.back()),
            _ => None,
        }
    }

    /// Whether codes are entered now.
    fn awaits_codes(self) -> bool {
        self.stage == Stage::SmsVerification
    }

    /// Whether this person is named as having entered the code.
    fn has_verified(self, who: Option<Role>) -> bool {
        who.is_some() && self.round.of(who).verified.is_some()
    }

    /// Whether this may be recorded next, in a filing that takes this course.
    fn offers(self, course: Course, kind: EventKind, who: Option<Role>) -> bool {
        use EventKind as E;
        let leaves = course == Course::Deregistration;
        let fits = match kind {
            // What is changed again is a change of its own, prepared in another draft.
            E::Submitted | E::SubmissionRefused if self.stage == Stage::Filed => leaves && kind != E::Submitted,
            E::Submitted => !leaves,
            E::DeregistrationRequested => leaves,
            // Recorded in the filed draft when a change or a deregistration of it is through, by no one's hand.
            E::Changed | E::Answered => false,
            E::Deregistered | E::AccessCancelled => self.is_leaving,
            E::SmsResent => self.round.of(who).resent < SMS_RESENDS && !self.has_verified(who),
            E::SmsTimedOut => !self.has_verified(who),
            _ => true,
        };
        let moment = Moment::default();
        fits && self.after(course, &Event { who, ..Event::new(kind, moment) }).is_some()
    }
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
