//! Answers to the questions, and what they were given about.

use super::{Document, Snapshot};
use crate::filing::FieldId;
use crate::rules;

impl Document {
    /// What was given about what stands there: the questions that are answered, and the face check.
    #[must_use]
    pub fn answered(&self) -> Vec<FieldId> {
        rules::given().filter(|id| self.draft.get(*id).is_some()).collect()
    }

    /// What has to be given again because of what was done at the field that somebody is at.
    #[must_use]
    pub fn reopened_here(&self) -> Vec<FieldId> {
        let Some(Snapshot { draft: before, .. }) = self.visit.and(self.undo.last()) else { return Vec::new() };
        let asks_again = |id: &FieldId| before.get(*id).is_some() && self.draft.get(*id).is_none() && self.visit != Some(*id);
        rules::given().filter(asks_again).collect()
    }

    /// Answers hold for what they were given about: while somebody is at a field, for what stood in it when they came. What was
    /// answered or emptied just now stays so.
    pub(super) fn reopen_answers(&mut self, edited: &[FieldId]) {
        let Some(Snapshot { draft: before, .. }) = self.undo.last() else { return };
        let settled = rules::settled(before, &self.draft).into_iter().map(|id| (id, before.get(id).cloned()));
        let reopened = rules::reopened(before, &self.draft).into_iter().map(|id| (id, None));
        for (id, answer) in settled.chain(reopened).filter(|(id, _)| !edited.contains(id)).collect::<Vec<_>>() {
            self.draft.set(id, answer);
        }
    }
}
