//! The ministry's codes: each person concerned enters one of their own (`filing-rules.md` section 6).
//!
//! Who gets a code is not the same in all sources: the responsible person always does in a filing, the owner may. So those
//! count who are said to have got one, and all of them have to enter it.

use chrono::TimeDelta;

use super::event::{Moment, SMS_HOURS};
use super::field::Role;

/// How far one person has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verification {
    /// When the first code arrived.
    pub received: Option<Moment>,
    /// When the right code was entered.
    pub verified: Option<Moment>,
    /// How often it was sent again.
    pub resent: u8,
    /// How often a wrong one was entered.
    pub wrong: u8,
}

impl Verification {
    /// Until when the code has to be entered: 24 hours after it first arrived. Asking for it again is not known to start the
    /// time anew, so it does not here. `None` before it arrived and once it was entered.
    #[must_use]
    pub fn deadline(self) -> Option<Moment> {
        if self.verified.is_some() {
            return None;
        }
        self.received?.checked_add_signed(TimeDelta::hours(SMS_HOURS))
    }

    /// Whether nothing is known of this person's code.
    #[must_use]
    pub fn is_untouched(self) -> bool {
        self == Self::default()
    }
}

/// One round of verification: what is known of nobody in particular, of the responsible person and of the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round([Verification; 3]);

const fn place(who: Option<Role>) -> usize {
    match who {
        None => 0,
        Some(Role::ResponsiblePerson) => 1,
        Some(Role::Owner) => 2,
    }
}

impl Round {
    /// Nobody in particular, then both people.
    pub const WHO: [Option<Role>; 3] = [None, Some(Role::ResponsiblePerson), Some(Role::Owner)];

    /// How far this person has come; of `None`, what was recorded without naming anyone.
    #[must_use]
    pub fn of(&self, who: Option<Role>) -> Verification {
        let [nobody, first, second] = self.0;
        match place(who) {
            0 => nobody,
            1 => first,
            _ => second,
        }
    }

    /// Everyone of whom something was recorded.
    pub fn touched(&self) -> impl Iterator<Item = (Option<Role>, Verification)> + '_ {
        Self::WHO.into_iter().map(|who| (who, self.of(who))).filter(|(_, one)| !one.is_untouched())
    }

    /// The people who were named as having a code and have not entered it; none where what is known is of nobody in particular.
    pub fn holders(&self) -> impl Iterator<Item = Role> + '_ {
        let is_named = self.of(None).received.is_none();
        let has_open = |role: &Role| self.of(Some(*role)).received.is_some() && self.of(Some(*role)).verified.is_none();
        Role::BOTH.into_iter().filter(move |role| is_named && has_open(role))
    }

    /// The next moment by which a code has to be entered.
    #[must_use]
    pub fn deadline(&self) -> Option<Moment> {
        if self.is_done() {
            return None;
        }
        self.touched().filter_map(|(_, one)| one.deadline()).min()
    }

    /// Whether everyone who got a code has entered it.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let [nobody, people @ ..] = self.0;
        let all = people.iter().all(|one| one.received.is_none() || one.verified.is_some());
        let any = self.0.iter().any(|one| one.verified.is_some());
        nobody.verified.is_some() || (any && all)
    }

    /// Whether a code may still arrive for this person although the round seemed done: somebody else was named.
    #[must_use]
    pub fn expects(&self, who: Option<Role>) -> bool {
        self.of(None).verified.is_none() && who.is_some() && self.of(who).verified.is_none()
    }

    fn with(mut self, who: Option<Role>, change: impl FnOnce(&mut Verification)) -> Self {
        if let Some(one) = self.0.get_mut(place(who)) {
            change(one);
        }
        self
    }

    /// A first code arrived; `None` when it had already.
    #[must_use]
    pub fn received(self, who: Option<Role>, at: Moment) -> Option<Self> {
        let had = match who {
            None => self.0.iter().any(|one| one.received.is_some()),
            who => self.of(who).received.is_some() || self.of(who).verified.is_some(),
        };
        (!had).then(|| self.with(who, |one| one.received = Some(at)))
    }

    /// It was sent again.
    #[must_use]
    pub fn resent(self, who: Option<Role>) -> Self {
        self.with(who, |one| one.resent = one.resent.saturating_add(1))
    }

    /// A wrong code was entered; `None` when there was none to enter.
    #[must_use]
    pub fn wrong(self, who: Option<Role>) -> Option<Self> {
        self.has_code(who).then(|| self.with(who, |one| one.wrong = one.wrong.saturating_add(1)))
    }

    /// The right code was entered; without a person, by everyone. `None` when there was none to enter.
    #[must_use]
    pub fn verified(self, who: Option<Role>, at: Moment) -> Option<Self> {
        self.has_code(who).then(|| self.with(who, |one| one.verified = Some(at)))
    }

    /// Whether this person, or anyone, has a code to enter.
    fn has_code(&self, who: Option<Role>) -> bool {
        match who {
            None => self.0.iter().any(|one| one.received.is_some()),
            who => {
                let own = self.of(who);
                own.verified.is_none() && (own.received.is_some() || self.of(None).received.is_some())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    const RESPONSIBLE: Option<Role> = Some(Role::ResponsiblePerson);
    const OWNER: Option<Role> = Some(Role::Owner);

    fn at(hour: i64) -> Moment {
        DateTime::parse_from_rfc3339("2026-11-23T08:00:00+08:00").unwrap() + TimeDelta::hours(hour)
    }

    #[test]
    fn a_round_is_done_when_everyone_who_got_a_code_has_entered_it() {
        let round = Round::default().received(RESPONSIBLE, at(0)).unwrap().received(OWNER, at(2)).unwrap();
        assert!(!round.is_done());
        assert_eq!(round.deadline(), Some(at(24)));
        let first = round.verified(RESPONSIBLE, at(3)).unwrap();
        assert!(!first.is_done());
        assert_eq!(first.deadline(), Some(at(26)));
        let both = first.verified(OWNER, at(4)).unwrap();
        assert!(both.is_done());
        assert_eq!(both.deadline(), None);
        assert!(round.verified(None, at(3)).unwrap().is_done(), "nobody named means everyone");
    }

    #[test]
    fn a_code_has_to_arrive_before_it_is_entered() {
        let round = Round::default();
        assert!(round.verified(OWNER, at(1)).is_none() && round.wrong(None).is_none());
        let unnamed = round.received(None, at(0)).unwrap();
        assert!(unnamed.received(None, at(1)).is_none(), "a first code arrives once");
        assert!(unnamed.verified(OWNER, at(1)).unwrap().is_done(), "it was the owner's");
        assert!(unnamed.received(OWNER, at(1)).is_some());
    }

    #[test]
    fn the_other_person_may_get_one_later() {
        let round = Round::default().received(RESPONSIBLE, at(0)).unwrap().verified(RESPONSIBLE, at(1)).unwrap();
        assert!(round.is_done() && round.expects(OWNER) && !round.expects(RESPONSIBLE) && !round.expects(None));
        let unnamed = Round::default().received(None, at(0)).unwrap().verified(None, at(1)).unwrap();
        assert!(!unnamed.expects(OWNER));
    }
}
