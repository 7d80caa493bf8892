//! The reasons of the last rejections of which nothing has changed yet.

use super::fingerprint::is_open;
use crate::filing::{Draft, FieldId, History, Reason};
use crate::rules::Rejection;
use crate::scan::facts::Facts;

/// A reason of the rejections since the filing was last under review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Place of its event among the events.
    pub event: usize,
    /// Its place in the event.
    pub index: usize,
    /// What it says.
    pub reason: &'a Reason,
    /// Whether what it is about is still what it was.
    pub is_open: bool,
}

impl Standing<'_> {
    /// The known rejection that it is.
    #[must_use]
    pub fn rejection(&self) -> Option<Rejection> {
        known(self.reason)
    }

    /// Where it shows: its field where that is asked for, else the kind of the filing, which stands for the whole.
    #[must_use]
    pub fn shown_at(&self, draft: &Draft) -> FieldId {
        self.reason.id().filter(|id| draft.asks(*id)).unwrap_or(FieldId::FilingKind)
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
            is_open: is_open(reason, draft, facts),
        }));
    }
    standing
}

/// How many of them are open.
#[must_use]
pub fn count_open(draft: &Draft, facts: &Facts) -> usize {
    standing(draft, facts).iter().filter(|one| one.is_open).count()
}
