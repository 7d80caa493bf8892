//! From one problem of the open draft to the next.

use super::Document;
use crate::filing::{FieldId, Kind, Need};
use crate::rules::{Finding, QUESTION_OPEN, Severity};

impl Document {
    /// The problem after (or before) this place in an order of fields; from the end it starts anew. What the order lacks comes last. An
    /// unanswered question is one: it is the last thing that stands between a person and the export. So is an answer that was there to
    /// begin with, until somebody has been at it: what is asked for follows from it.
    #[must_use]
    pub fn next_problem(&self, order: &[FieldId], from: Option<FieldId>, backwards: bool) -> Option<FieldId> {
        let found = next(self.problems().chain(self.presets()).collect(), order, from, backwards)?;
        // What is wrong keeps a person from exporting whatever is answered: nobody is led into the questions past it.
        let enters_questions = self.is_only_asked(found) && !from.is_some_and(|from| self.is_only_asked(from));
        let wrong = || next(self.errors().filter(|id| Some(*id) != from).collect(), order, from, backwards);
        Some(if enters_questions { wrong().unwrap_or(found) } else { found })
    }

    /// Whether a field has no other problem than that it is a question without an answer.
    fn is_only_asked(&self, id: FieldId) -> bool {
        let mut here = self.findings.iter().filter(|finding| finding.field == id && finding.counts()).peekable();
        here.peek().is_some() && here.all(|finding| finding.rule.name == QUESTION_OPEN.name)
    }

    fn errors(&self) -> impl Iterator<Item = FieldId> {
        let is_wrong = |finding: &&Finding| finding.counts() && finding.severity == Severity::Error;
        self.findings.iter().filter(is_wrong).map(|finding| finding.field)
    }

    /// Whether there is a problem anywhere.
    #[must_use]
    pub fn has_problems(&self) -> bool {
        self.problems().chain(self.presets()).next().is_some()
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
fn next(mut fields: Vec<FieldId>, order: &[FieldId], from: Option<FieldId>, backwards: bool) -> Option<FieldId> {
    let place = |id: FieldId| (order.iter().position(|one| *one == id).unwrap_or(order.len()), id);
    fields.sort_by_cached_key(|id| place(*id));
    let from = from.map(place);
    if backwards {
        let before = |id: &&FieldId| from.is_some_and(|from| place(**id) < from);
        fields.iter().rev().find(before).or(fields.last()).copied()
    } else {
        let behind = |id: &&FieldId| from.is_none_or(|from| place(**id) > from);
        fields.iter().find(behind).or(fields.first()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_in_the_order_given_and_round() {
        use FieldId as F;
        // The order of a screen that is not the table's; the last has no place in it.
        let order = [F::SubjectName, F::MiniProgramRemark, F::AppId, F::OwnerName];
        let fields = vec![F::AppId, F::OwnerEmail, F::MiniProgramRemark, F::SubjectName];
        let walk = [F::SubjectName, F::MiniProgramRemark, F::AppId, F::OwnerEmail];
        for (at, id) in walk.into_iter().enumerate() {
            let go = |backwards| next(fields.clone(), &order, Some(id), backwards);
            assert_eq!(go(false), Some(walk[(at + 1) % walk.len()]), "{id:?}");
            assert_eq!(go(true), Some(walk[(at + walk.len() - 1) % walk.len()]), "{id:?}");
        }
        // From what is no problem itself, and from nowhere.
        assert_eq!(next(fields.clone(), &order, Some(F::OwnerName), false), Some(F::OwnerEmail));
        assert_eq!(next(fields.clone(), &order, Some(F::OwnerName), true), Some(F::AppId));
        assert_eq!(next(fields.clone(), &order, None, false), Some(F::SubjectName));
        assert_eq!(next(fields, &order, None, true), Some(F::OwnerEmail));
        assert_eq!(next(Vec::new(), &order, None, false), None);
    }
}
