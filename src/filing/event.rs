//! What happened to a filing after it was sent, and where that leaves it (`filing-rules.md` section 6,
//! `wechat-api.md` section 6).
//!
//! The events are the record; the stage is derived from them. They can only come in the order of the real world:
//! [`Story::possible`] says what may come next, [`Story::push`] refuses everything else, and a mistake is taken back with
//! [`Story::undo`].

use std::fmt;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::text::Text;

/// A moment, with the offset in which it was recorded.
pub type Moment = DateTime<FixedOffset>;

/// Hours in which the ministry's code must be entered after it arrived.
pub const SMS_HOURS: i64 = 24;
/// Working days the platform takes for its review, at most.
pub const PLATFORM_DAYS: u32 = 2;
/// Working days the bureau takes for its review, at most.
pub const BUREAU_DAYS: u32 = 20;

/// What can happen to a filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Handed in at the platform.
    Submitted,
    /// Passed by the platform and on its way to the bureau.
    PlatformPassed,
    /// Sent back by the platform, with reasons.
    PlatformReturned,
    /// The ministry's code arrived.
    SmsReceived,
    /// The code was asked for again.
    SmsResent,
    /// The code was entered by everyone concerned.
    SmsVerified,
    /// The code was not entered in time.
    SmsTimedOut,
    /// Passed by the bureau, with the filing number.
    BureauPassed,
    /// Sent back by the bureau, with reasons.
    BureauReturned,
    /// Taken back by the filer, which is possible until the platform passes it on.
    Withdrawn,
}

impl EventKind {
    /// All kinds, in the order in which they usually come.
    pub const ALL: [Self; 10] = [
        Self::Submitted,
        Self::PlatformPassed,
        Self::PlatformReturned,
        Self::SmsReceived,
        Self::SmsVerified,
        Self::SmsResent,
        Self::SmsTimedOut,
        Self::BureauPassed,
        Self::BureauReturned,
        Self::Withdrawn,
    ];

    /// The name of the event.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Submitted => Text::new("已提交平台", "Submitted"),
            Self::PlatformPassed => Text::new("平台初审通过", "Approved by the platform"),
            Self::PlatformReturned => Text::new("平台初审驳回", "Rejected by the platform"),
            Self::SmsReceived => Text::new("收到核验短信", "SMS code received"),
            Self::SmsResent => Text::new("重发核验短信", "SMS code sent again"),
            Self::SmsVerified => Text::new("短信核验完成", "SMS verification done"),
            Self::SmsTimedOut => Text::new("短信核验超时", "SMS verification timed out"),
            Self::BureauPassed => Text::new("通管局审核通过", "Approved by the bureau"),
            Self::BureauReturned => Text::new("通管局审核驳回", "Rejected by the bureau"),
            Self::Withdrawn => Text::new("已撤回", "Withdrawn"),
        }
    }

    /// The word in the draft and on the command line, e.g. `platform-passed`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::PlatformPassed => "platform-passed",
            Self::PlatformReturned => "platform-returned",
            Self::SmsReceived => "sms-received",
            Self::SmsResent => "sms-resent",
            Self::SmsVerified => "sms-verified",
            Self::SmsTimedOut => "sms-timed-out",
            Self::BureauPassed => "bureau-passed",
            Self::BureauReturned => "bureau-returned",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The kind with this name; `_` may stand for `-`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.replace('_', "-");
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether the event carries the reasons of a reviewer.
    #[must_use]
    pub const fn has_reasons(self) -> bool {
        matches!(self, Self::PlatformReturned | Self::BureauReturned)
    }

    /// Whether the event carries the filing number.
    #[must_use]
    pub const fn has_number(self) -> bool {
        matches!(self, Self::BureauPassed)
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What.
    pub kind: EventKind,
    /// Reasons for sending it back, or a remark; empty for none.
    pub note: String,
    /// The filing number the bureau gave; empty for none.
    pub number: String,
}

impl Event {
    /// An event that says only what and when.
    #[must_use]
    pub fn new(kind: EventKind, at: Moment) -> Self {
        Self { at, kind, note: String::new(), number: String::new() }
    }
}

/// The five stages of a filing (环节).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Being prepared: not handed in yet, sent back, withdrawn, or timed out.
    Preparing,
    /// Under review by the platform (平台初审).
    PlatformReview,
    /// Waiting for the ministry's code to be entered (短信核验).
    SmsVerification,
    /// Under review by the bureau (管局审核).
    BureauReview,
    /// Filed (备案成功).
    Filed,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Self; 5] = [Self::Preparing, Self::PlatformReview, Self::SmsVerification, Self::BureauReview, Self::Filed];

    /// The word in JSON output, e.g. `platform-review`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::PlatformReview => "platform-review",
            Self::SmsVerification => "sms-verification",
            Self::BureauReview => "bureau-review",
            Self::Filed => "filed",
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
    /// It lies before the event that stands last in the story.
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
            Self::BeforeLast { last } => write!(f, "lies before the last event, {last}"),
            Self::InFuture => f.write_str("lies in the future"),
        }
    }
}

impl std::error::Error for OutOfOrder {}

/// The filing's story, for asking and for adding to it.
#[derive(Debug)]
pub struct Story<'a> {
    events: &'a [Event],
}

impl<'a> Story<'a> {
    /// The story these events tell.
    #[must_use]
    pub const fn of(events: &'a [Event]) -> Self {
        Self { events }
    }

    /// The stage after all events. Events that a person wrote into the file out of order leave the stage where it was.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.walk(|_, _| {}).0
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
        let mut since = None;
        let (mut stage, mut sms) = (Stage::Preparing, false);
        for event in self.events {
            if let Some((next, received)) = step(stage, sms, event.kind) {
                if next != stage {
                    since = Some(event.at);
                }
                (stage, sms) = (next, received);
            }
        }
        since
    }

    /// Events that may happen next, in their usual order.
    #[must_use]
    pub fn possible(&self) -> Vec<EventKind> {
        let (stage, sms) = self.walk(|_, _| {});
        EventKind::ALL.into_iter().filter(|kind| step(stage, sms, *kind).is_some()).collect()
    }

    /// The last event.
    #[must_use]
    pub fn last(&self) -> Option<&'a Event> {
        self.events.last()
    }

    /// When the ministry's code must have been entered: 24 hours after it first arrived in this round. Asking for it again
    /// is not known to start the time anew, so it does not here. `None` outside that stage or before it arrived.
    #[must_use]
    pub fn sms_deadline(&self) -> Option<Moment> {
        if self.stage() != Stage::SmsVerification {
            return None;
        }
        let round = self.events.iter().rposition(|event| event.kind == EventKind::PlatformPassed)?;
        let first = self.events.get(round..)?.iter().find(|event| event.kind == EventKind::SmsReceived)?;
        first.at.checked_add_signed(TimeDelta::hours(SMS_HOURS))
    }

    /// The filing number, once the bureau gave it.
    #[must_use]
    pub fn number(&self) -> Option<&'a str> {
        let last = self.events.iter().rev().find(|event| event.kind == EventKind::BureauPassed)?;
        Some(last.number.as_str()).filter(|number| !number.is_empty())
    }

    /// Whether the event may be added now.
    ///
    /// # Errors
    /// When it cannot happen in the present stage, lies before the last event, or after `now`.
    pub fn admits(&self, event: &Event, now: Moment) -> Result<(), OutOfOrder> {
        let possible = self.possible();
        if !possible.contains(&event.kind) {
            return Err(OutOfOrder::NotNow { stage: self.stage(), possible });
        }
        match self.last() {
            Some(last) if event.at < last.at => Err(OutOfOrder::BeforeLast { last: last.at }),
            _ if event.at > now => Err(OutOfOrder::InFuture),
            _ => Ok(()),
        }
    }

    /// Adds an event to the story.
    ///
    /// # Errors
    /// As [`Story::admits`]; the events stay as they were.
    pub fn push(events: &mut Vec<Event>, event: Event, now: Moment) -> Result<Stage, OutOfOrder> {
        Story::of(events).admits(&event, now)?;
        events.push(event);
        Ok(Story::of(events).stage())
    }

    /// Takes the last event back.
    pub fn undo(events: &mut Vec<Event>) -> Option<Event> {
        events.pop()
    }

    fn walk(&self, mut impossible: impl FnMut(usize, &Event)) -> (Stage, bool) {
        let (mut stage, mut sms) = (Stage::Preparing, false);
        for (index, event) in self.events.iter().enumerate() {
            match step(stage, sms, event.kind) {
                Some(next) => (stage, sms) = next,
                None => impossible(index, event),
            }
        }
        (stage, sms)
    }
}

/// The stage after an event, and whether the code has arrived in it; `None` when the event cannot happen there.
fn step(stage: Stage, sms: bool, kind: EventKind) -> Option<(Stage, bool)> {
    use EventKind as E;
    match (stage, kind) {
        (Stage::Preparing, E::Submitted) => Some((Stage::PlatformReview, false)),
        (Stage::PlatformReview, E::PlatformPassed) => Some((Stage::SmsVerification, false)),
        (Stage::PlatformReview, E::PlatformReturned | E::Withdrawn) => Some((Stage::Preparing, false)),
        (Stage::SmsVerification, E::SmsReceived) if !sms => Some((stage, true)),
        (Stage::SmsVerification, E::SmsResent) => Some((stage, sms)),
        (Stage::SmsVerification, E::SmsVerified) if sms => Some((Stage::BureauReview, false)),
        // The order falls back to the platform when the code is not entered in time, arrived or not.
        (Stage::SmsVerification, E::SmsTimedOut | E::BureauReturned) => Some((Stage::Preparing, false)),
        (Stage::BureauReview, E::BureauPassed) => Some((Stage::Filed, false)),
        (Stage::BureauReview, E::BureauReturned) => Some((Stage::Preparing, false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EventKind as E;

    fn at(hour: i64) -> Moment {
        let start = DateTime::parse_from_rfc3339("2026-11-23T08:00:00+08:00").unwrap();
        start + TimeDelta::hours(hour)
    }

    fn story(kinds: &[E]) -> Vec<Event> {
        let mut events = Vec::new();
        for (hour, kind) in kinds.iter().enumerate() {
            Story::push(&mut events, Event::new(*kind, at(hour as i64)), at(1000)).unwrap();
        }
        events
    }

    #[test]
    fn stages_follow_from_events() {
        let table: &[(&[E], Stage)] = &[
            (&[], Stage::Preparing),
            (&[E::Submitted], Stage::PlatformReview),
            (&[E::Submitted, E::PlatformReturned], Stage::Preparing),
            (&[E::Submitted, E::Withdrawn], Stage::Preparing),
            (&[E::Submitted, E::PlatformReturned, E::Submitted, E::PlatformPassed], Stage::SmsVerification),
            (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsResent], Stage::SmsVerification),
            (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsTimedOut], Stage::Preparing),
            (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified], Stage::BureauReview),
            (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauReturned], Stage::Preparing),
            (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed], Stage::Filed),
        ];
        for (kinds, stage) in table {
            assert_eq!(Story::of(&story(kinds)).stage(), *stage, "{kinds:?}");
        }
    }

    #[test]
    fn the_order_of_the_world_is_held() {
        let table: &[(&[E], E)] = &[
            (&[], E::PlatformPassed),
            (&[], E::Withdrawn),
            (&[E::Submitted], E::Submitted),
            (&[E::Submitted], E::SmsVerified),
            (&[E::Submitted, E::PlatformPassed], E::Withdrawn),
            (&[E::Submitted, E::PlatformPassed], E::SmsVerified),
            (&[E::Submitted, E::PlatformPassed, E::SmsReceived], E::SmsReceived),
            (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed], E::BureauReturned),
        ];
        for (before, kind) in table {
            let mut events = story(before);
            let kept = events.clone();
            let refused = Story::push(&mut events, Event::new(*kind, at(900)), at(1000));
            assert!(matches!(refused, Err(OutOfOrder::NotNow { .. })), "{before:?} {kind:?}");
            assert_eq!(events, kept);
        }
    }

    #[test]
    fn time_only_goes_forward() {
        let mut events = story(&[E::Submitted]);
        let early = Story::push(&mut events, Event::new(E::Withdrawn, at(-1)), at(10));
        assert_eq!(early, Err(OutOfOrder::BeforeLast { last: at(0) }));
        let late = Story::push(&mut events, Event::new(E::Withdrawn, at(11)), at(10));
        assert_eq!(late, Err(OutOfOrder::InFuture));
        assert_eq!(Story::push(&mut events, Event::new(E::Withdrawn, at(10)), at(10)), Ok(Stage::Preparing));
    }

    #[test]
    fn the_code_must_be_entered_within_a_day_of_its_first_arrival() {
        let mut events = story(&[E::Submitted, E::PlatformPassed]);
        assert_eq!(Story::of(&events).sms_deadline(), None);
        events.extend([Event::new(E::SmsReceived, at(5)), Event::new(E::SmsResent, at(9))]);
        assert_eq!(Story::of(&events).sms_deadline(), Some(at(29)));
        events.push(Event::new(E::SmsVerified, at(10)));
        assert_eq!(Story::of(&events).sms_deadline(), None);
        assert_eq!(Story::of(&events).since(), Some(at(10)));
    }

    #[test]
    fn a_mistake_is_taken_back() {
        let mut events = story(&[E::Submitted, E::PlatformPassed]);
        assert_eq!(Story::undo(&mut events).map(|event| event.kind), Some(E::PlatformPassed));
        assert_eq!(Story::of(&events).stage(), Stage::PlatformReview);
    }

    #[test]
    fn events_written_by_hand_out_of_order_are_named() {
        let events = [Event::new(E::SmsVerified, at(0)), Event::new(E::Submitted, at(1))];
        assert_eq!(Story::of(&events).impossible(), [0]);
        assert_eq!(Story::of(&events).stage(), Stage::PlatformReview);
    }

    #[test]
    fn names_go_there_and_back() {
        for kind in E::ALL {
            assert_eq!(EventKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(EventKind::from_name("sms_verified"), Some(E::SmsVerified));
        assert_eq!(EventKind::from_name("verified"), None);
    }
}
