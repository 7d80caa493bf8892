//! How much of a draft is filled in.

use super::draft::Draft;
use super::field::{FieldId, Kind, Need, Section};

/// Fields filled in, of those that must or should be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Filled in.
    pub done: usize,
    /// Asked for, not counting what may stay empty.
    pub total: usize,
}

impl Progress {
    /// Whole percent, rounded down, so that 100 means all.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.done * 100).checked_div(self.total).unwrap_or(100)
    }

    /// Whether nothing is left to fill in.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.done >= self.total
    }
}

/// Whether the field says something: a value, or a flag's default.
#[must_use]
pub fn is_filled(draft: &Draft, id: FieldId) -> bool {
    matches!(id.field().kind, Kind::Flag(Some(_))) || draft.get(id).is_some()
}

/// Progress of one form.
#[must_use]
pub fn of_section(draft: &Draft, section: Section) -> Progress {
    count(draft, FieldId::ALL.iter().copied().filter(|id| draft.section_of(*id) == section))
}

/// Progress of the whole draft.
#[must_use]
pub fn of_draft(draft: &Draft) -> Progress {
    count(draft, FieldId::ALL.iter().copied())
}

/// Whether nothing is missing that must be there; what is likely to be asked for may be.
#[must_use]
pub fn has_all_required(draft: &Draft) -> bool {
    FieldId::ALL.iter().copied().all(|id| draft.need(id) != Need::Required || is_filled(draft, id))
}

fn count(draft: &Draft, fields: impl Iterator<Item = FieldId>) -> Progress {
    let mut progress = Progress::default();
    for id in fields {
        let counts = match draft.need(id) {
            Need::Required | Need::Expected => true,
            // What may stay empty counts once it is there, so that filling it in never lowers the share.
            Need::Optional => draft.get(id).is_some(),
            Need::NotAsked => false,
        };
        if counts {
            progress.total += 1;
            progress.done += usize::from(is_filled(draft, id));
        }
    }
    progress
}
