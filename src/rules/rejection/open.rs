//! The reasons of the last rejections of which nothing has changed yet.

use super::advice::needs_nothing;
use super::fingerprint::{has_place, is_unchanged};
use crate::filing::event::Moment;
use crate::filing::{Draft, FieldId, History, Reason};
use crate::rules::Rejection;
use crate::rules::confirmation::is_confirmed;
use crate::scan::facts::Facts;

/// The name of the rule that reports what is open.
pub const OPEN_RULE: &str = "rejection-open";

/// How far a reason has been dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// What it is about, and all that its advice names, is what it was.
    Open,
    /// It is as it was, and somebody stands by that.
    Confirmed,
    /// Something of it has changed.
    Changed,
    /// Its advice is to submit the filing as it is.
    NothingToChange,
}

/// A reason of the rejections since the filing was last under review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Place of its event among the events.
    pub event: usize,
    /// Its place in the event.
    pub index: usize,
    /// What it says.
    pub reason: &'a Reason,
    /// How far it has been dealt with.
    pub state: State,
}

impl Standing<'_> {
    /// Whether nobody has dealt with it yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether it is as it was, whoever stands by that.
    #[must_use]
    pub const fn is_unchanged(&self) -> bool {
        matches!(self.state, State::Open | State::Confirmed)
    }

    /// Whether it is known what it is about, so that a change there tells that it was dealt with.
    #[must_use]
    pub fn has_place(&self) -> bool {
        has_place(self.reason)
    }

    /// The known rejection that it is.
    #[must_use]
    pub fn rejection(&self) -> Option<Rejection> {
        known(self.reason)
    }

    /// Where it shows.
    #[must_use]
    pub fn shown_at(&self, draft: &Draft) -> FieldId {
        place_of(self.reason, draft)
    }
}

/// Where a reason shows: its field where that is asked for, else the kind of the filing, which stands for the whole.
fn place_of(reason: &Reason, draft: &Draft) -> FieldId {
    reason.id().filter(|id| draft.asks(*id)).unwrap_or(FieldId::FilingKind)
}

fn state(reason: &Reason, at: Moment, draft: &Draft, facts: &Facts) -> State {
    match () {
        () if known(reason).is_some_and(needs_nothing) => State::NothingToChange,
        // Of a reason that is about nothing known no change tells that it was dealt with: somebody has to say so.
        () if has_place(reason) && !is_unchanged(reason, draft, facts) => State::Changed,
        () if is_confirmed(draft, facts, OPEN_RULE, place_of(reason, draft), at) => State::Confirmed,
        () => State::Open,
    }
}

/// The known rejection that a reason is; `None` for what no version of this program knows as well.
#[must_use]
pub fn known(reason: &Reason) -> Option<Rejection> {
    let number = reason.rejection?;
    Rejection::ALL.into_iter().find(|one| u16::from(one.record().number) == number)
}

/// The reasons that stand, in the order in which they were given. None once the filing is under review again.
#[must_use]
pub fn standing<'a>(draft: &'a Draft, facts: &Facts) -> Vec<Standing<'a>> {
    let mut standing = Vec::new();
    for event in History::of(draft).returns() {
        let place = draft.events.iter().position(|one| std::ptr::eq(one, event)).unwrap_or_default();
        standing.extend(event.reasons.iter().enumerate().map(|(index, reason)| Standing {
            event: place,
            index,
            reason,
            state: state(reason, event.at, draft, facts),
        }));
    }
    standing
}

/// How many of them are open.
#[must_use]
pub fn count_open(draft: &Draft, facts: &Facts) -> usize {
    standing(draft, facts).iter().filter(|one| one.is_open()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind};
    use crate::rules::confirmation::confirmation;

    /// Stands by the first thing that is said to be open.
    fn confirm(draft: &mut Draft, facts: &Facts) {
        let day = "2026-11-24".parse().unwrap();
        let found = crate::rules::check(&crate::rules::engine::Context::new(draft, facts, day));
        let open = found.iter().find(|finding| finding.rule.name == OPEN_RULE && finding.counts()).expect("something is open");
        draft.confirmed.push(confirmation(draft, facts, open, "已经保持畅通", day));
    }

    #[test]
    fn what_is_said_again_is_open_again() {
        let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap();
        let facts = Facts::new();
        let mut draft = Draft::new(4);
        draft.set(FieldId::ResponsiblePersonMobile, Some("13012340003".into()));
        for (submitted, returned) in [("10:00", "11:00"), ("12:00", "13:00")] {
            let [submitted, returned] = [submitted, returned].map(|time| at(&format!("2026-11-24T{time}:00+08:00")));
            let reason = super::super::reason("", Some(Rejection::PhoneNotAnswered), &draft);
            let mut rejected = Event { reasons: vec![reason], ..Event::new(EventKind::PlatformReturned, returned) };
            super::super::stamp(&mut rejected, &draft, &facts);
            draft.events.extend([Event::new(EventKind::Submitted, submitted), rejected]);
            assert_eq!(count_open(&draft, &facts), 1, "{returned}");
            confirm(&mut draft, &facts);
            assert_eq!(count_open(&draft, &facts), 0, "{returned}");
        }
    }

    #[test]
    fn a_reason_that_somebody_stands_by_is_not_open() {
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-24T10:00:00+08:00").unwrap();
        let facts = Facts::new();
        for (rejection, confirmed, mobile, expected) in [
            (Rejection::PhoneNotAnswered, false, "13012340003", State::Open),
            (Rejection::PhoneNotAnswered, true, "13012340003", State::Confirmed),
            (Rejection::PhoneNotAnswered, true, "13012340004", State::Changed),
            (Rejection::SmsTimeout, false, "13012340003", State::NothingToChange),
        ] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::ResponsiblePersonMobile, Some("13012340003".into()));
            let reason = super::super::reason("", Some(rejection), &draft);
            let mut returned = Event { reasons: vec![reason], ..Event::new(EventKind::PlatformReturned, at) };
            super::super::stamp(&mut returned, &draft, &facts);
            draft.events = vec![Event::new(EventKind::Submitted, at), returned];
            if confirmed {
                confirm(&mut draft, &facts);
            }
            draft.set(FieldId::ResponsiblePersonMobile, Some(mobile.into()));
            assert_eq!(standing(&draft, &facts)[0].state, expected, "{rejection:?} {confirmed} {mobile}");
            assert_eq!(count_open(&draft, &facts), usize::from(expected == State::Open));
        }
    }
}
