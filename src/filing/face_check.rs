//! The face check's clock (`filing-rules.md` section 4.4): the notice to the administrator lives 24 hours, the task three days.
//! Both run from when the check was started; where only its passing is noted, the task can be no older than that.

use chrono::TimeDelta;

use super::draft::Draft;
use super::event::Moment;
use super::field::FieldId;
use super::history::{History, Stage};
use crate::identifiers::moment;

/// Hours the notice in the administrator's WeChat can be used.
pub const NOTICE_HOURS: i64 = 24;
/// Days a task, passed or not, can be handed in.
pub const TASK_DAYS: i64 = 3;

/// When the face check was started and passed, as far as it was noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FaceCheck {
    /// When the notice was sent.
    pub started: Option<Moment>,
    /// When the owner passed.
    pub passed: Option<Moment>,
}

/// How a face check stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The owner can still answer the notice.
    Notice {
        /// Time left.
        left: TimeDelta,
        /// Until when.
        until: Moment,
    },
    /// The notice went by and the check was not noted as passed.
    NoticeOver,
    /// Passed: the filing has to be handed in.
    Task {
        /// Time left.
        left: TimeDelta,
        /// Until when.
        until: Moment,
    },
    /// The task is over: a new check is needed.
    TaskOver {
        /// Since when.
        since: Moment,
    },
    /// It was passed before it was started, or either lies in the future.
    Impossible,
}

impl FaceCheck {
    /// Reads the times of a draft. Once the filing is handed in the check's age no longer matters: then there are none.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        if History::of(draft).stage() != Stage::Preparing {
            return Self::default();
        }
        let [started, passed] = [FieldId::FaceCheckStartedAt, FieldId::FaceCheckPassedAt].map(|id| moment::parse(draft.text(id)));
        Self { started, passed }
    }

    /// Until when the filing has to be handed in with this task.
    #[must_use]
    pub fn task_until(self) -> Option<Moment> {
        self.started.or(self.passed)?.checked_add_signed(TimeDelta::days(TASK_DAYS))
    }

    /// Until when the notice can be answered.
    #[must_use]
    pub fn notice_until(self) -> Option<Moment> {
        self.started?.checked_add_signed(TimeDelta::hours(NOTICE_HOURS))
    }

    /// Whether it was passed before it was started.
    #[must_use]
    pub fn is_backwards(self) -> bool {
        matches!((self.started, self.passed), (Some(started), Some(passed)) if passed < started)
    }

    /// How it stands; `None` where no time is noted.
    #[must_use]
    pub fn clock(self, now: Moment) -> Option<Clock> {
        let until = self.task_until()?;
        let last = self.passed.max(self.started)?;
        if self.is_backwards() || last > now {
            return Some(Clock::Impossible);
        }
        Some(match (self.passed, self.notice_until()) {
            _ if now > until => Clock::TaskOver { since: until },
            (None, Some(until)) if now <= until => Clock::Notice { left: until - now, until },
            (None, _) => Clock::NoticeOver,
            (Some(_), _) => Clock::Task { left: until - now, until },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind};

    fn at(text: &str) -> Moment {
        moment::parse(text).unwrap()
    }

    fn draft(started: &str, passed: &str) -> Draft {
        let mut draft = Draft::new(4);
        draft.set(FieldId::FaceCheckStartedAt, Some(started.into()));
        draft.set(FieldId::FaceCheckPassedAt, Some(passed.into()));
        draft
    }

    #[test]
    fn the_clock_runs_from_the_start() {
        let until = at("2026-11-23 9:00");
        let notice = at("2026-11-21 9:00");
        let left = |hours| TimeDelta::hours(hours);
        let cases = [
            ("", "", "2026-11-20 9:00", None),
            ("2026-11-20 9:00", "", "2026-11-20 9:00", Some(Clock::Notice { left: left(24), until: notice })),
            ("2026-11-20 9:00", "", "2026-11-21 8:00", Some(Clock::Notice { left: left(1), until: notice })),
            ("2026-11-20 9:00", "", "2026-11-21 9:01", Some(Clock::NoticeOver)),
            ("2026-11-20 9:00", "2026-11-20 10:00", "2026-11-21 9:00", Some(Clock::Task { left: left(48), until })),
            ("2026-11-20 9:00", "2026-11-20 10:00", "2026-11-23 9:00", Some(Clock::Task { left: left(0), until })),
            ("2026-11-20 9:00", "2026-11-20 10:00", "2026-11-23 9:01", Some(Clock::TaskOver { since: until })),
            ("2026-11-20 9:00", "", "2026-11-24 9:00", Some(Clock::TaskOver { since: until })),
            ("", "2026-11-20 9:00", "2026-11-22 9:00", Some(Clock::Task { left: left(24), until })),
            ("2026-11-20 9:00", "2026-11-20 8:00", "2026-11-21 9:00", Some(Clock::Impossible)),
            ("2026-11-20 9:00", "", "2026-11-20 8:59", Some(Clock::Impossible)),
            ("昨天", "", "2026-11-20 8:59", None),
        ];
        for (started, passed, now, clock) in cases {
            assert_eq!(FaceCheck::of(&draft(started, passed)).clock(at(now)), clock, "{started} {passed} {now}");
        }
    }

    #[test]
    fn a_filing_that_is_handed_in_has_no_clock() {
        let mut draft = draft("2026-11-20 9:00", "2026-11-20 10:00");
        draft.events.push(Event::new(EventKind::Submitted, at("2026-11-20 11:00")));
        assert_eq!(FaceCheck::of(&draft).clock(at("2026-11-25")), None);
    }
}
