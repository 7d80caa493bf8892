//! Taking changes of the open draft back, and making them again.

use super::{Document, Snapshot};
use crate::filing::{Draft, FieldId};

/// Steps that can be taken back.
const UNDO_STEPS: usize = 200;

impl Document {
    /// Takes the last change back. Returns the field it was in, if it was in one; `None` when there is nothing to take back.
    pub fn undo(&mut self) -> Option<Option<FieldId>> {
        let before = self.draft.clone();
        Self::step(&mut self.undo, &mut self.redo, &mut self.draft).inspect(|_| self.stepped(&before))
    }

    /// Makes the last change taken back again.
    pub fn redo(&mut self) -> Option<Option<FieldId>> {
        let before = self.draft.clone();
        Self::step(&mut self.redo, &mut self.undo, &mut self.draft).inspect(|_| self.stepped(&before))
    }

    /// What came back is judged as it was; what is empty again, and nobody has been at, is neutral again.
    fn stepped(&mut self, before: &Draft) {
        self.visit = None;
        for id in FieldId::ALL.iter().copied().filter(|id| self.draft.get(*id) != before.get(*id)) {
            if self.draft.get(id).is_some() {
                self.touched.insert(id);
            } else if !self.visited.contains(&id) {
                self.touched.remove(&id);
            }
        }
        self.changed();
    }

    pub(super) fn remember(&mut self, field: Option<FieldId>) {
        if self.undo.len() >= UNDO_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(Snapshot { draft: self.draft.clone(), field });
    }

    fn step(from: &mut Vec<Snapshot>, to: &mut Vec<Snapshot>, draft: &mut Draft) -> Option<Option<FieldId>> {
        // Steps that change nothing, such as a field edited there and back, are passed over.
        while let Some(Snapshot { draft: mut other, field }) = from.pop() {
            // Events are recorded, not edited: they stay as they are.
            other.events.clone_from(&draft.events);
            if other != *draft {
                to.push(Snapshot { draft: std::mem::replace(draft, other), field });
                return Some(field);
            }
        }
        None
    }
}
