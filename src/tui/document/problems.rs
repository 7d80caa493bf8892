//! From one problem of the open draft to the next.

use super::Document;
use crate::filing::{FieldId, Kind, Need};
use crate::rules::{Finding, QUESTION_OPEN, Severity};

impl Document {
    /// The problem after (or before) this place, in the order of the fields; from the end it starts anew. An unanswered question is one:
    /// it is the last thing that stands between a person and the export. So is an answer that was there to begin with, until somebody has
    /// been at it: what is asked for follows from it.
    #[must_use]
    pub fn next_problem(&self, from: Option<FieldId>, backwards: bool) -> Option<FieldId> {
        next(self.problems().chain(self.presets()).collect(), from, backwards)
    }

    /// Whether this field has a problem.
    #[must_use]
    pub fn has_problem(&self, id: FieldId) -> bool {
        self.problems().any(|field| field == id)
    }

    /// Whether this field has a problem that is not shown, because nobody has been there.
    #[must_use]
    pub fn has_untold_problem(&self, id: FieldId) -> bool {
        !self.is_touched(id) && self.has_problem(id)
    }

    /// Where the problems are that one goes from one to the next of.
    fn problems(&self) -> impl Iterator<Item = FieldId> {
        let is_problem = |finding: &&Finding| {
            finding.counts() && (finding.severity != Severity::Hint || finding.rule.name == QUESTION_OPEN.name)
        };
        self.findings.iter().filter(is_problem).map(|finding| finding.field)
    }

    /// Answers that nobody has given or looked at, where the filing is in preparation.
    fn presets(&self) -> impl Iterator<Item = FieldId> {
        let is_preparing = self.is_writable() && self.draft.events.is_empty();
        let is_preset = |id: &FieldId| {
            let is_preset = matches!(id.field().kind, Kind::Flag(Some(_))) && self.draft.need(*id) == Need::Required;
            is_preset && self.draft.get(*id).is_none() && !self.visited.contains(id)
        };
        FieldId::ALL.iter().copied().filter(move |id| is_preparing && is_preset(id))
    }
}

/// The field after (or before) this place; past the end it starts again.
fn next(mut fields: Vec<FieldId>, from: Option<FieldId>, backwards: bool) -> Option<FieldId> {
    fields.sort_unstable();
    let from = from.map_or(-1, |id| id as i32);
    if backwards {
        fields.iter().rev().find(|id| (**id as i32) < from).or(fields.last()).copied()
    } else {
        fields.iter().find(|id| (**id as i32) > from).or(fields.first()).copied()
    }
}
