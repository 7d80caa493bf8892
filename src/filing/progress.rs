//! How much of a draft a person has filled in.

use super::draft::Draft;
use super::field::{FieldId, Kind, Need, Section};
use super::history::{History, Stage};

/// Fields filled in, of those that must or should be. What stands there by itself counts in neither: an answer that is taken for granted
/// until somebody gives one, and what is as the record has it.
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
    has_all(draft, Need::Required)
}

/// Whether nothing is missing that must be there or is likely to be asked for; questions may be open.
#[must_use]
pub fn has_all_expected(draft: &Draft) -> bool {
    has_all(draft, Need::Expected)
}

fn has_all(draft: &Draft, need: Need) -> bool {
    FieldId::ALL.iter().copied().all(|id| draft.need(id) < need || is_filled(draft, id))
}

fn count(draft: &Draft, fields: impl Iterator<Item = FieldId>) -> Progress {
    let mut progress = Progress::default();
    // Once a filing is handed in, its questions are the platform's.
    let asks_questions = History::of(draft).stage() == Stage::Preparing;
    for id in fields {
        let held = draft.get(id);
        let is_open_question = || asks_questions && draft.section_of(id) == Section::Questions;
        let counts = match draft.need(id) {
            _ if held.is_none() && is_filled(draft, id) => false,
            _ if held.is_some() && held == draft.recorded(id) => false,
            Need::Required | Need::Expected => true,
            // What may stay empty counts once it is there, so that filling it in never lowers the share.
            Need::Optional => held.is_some() || is_open_question(),
            Need::NotAsked => false,
        };
        progress.total += usize::from(counts);
        progress.done += usize::from(counts && held.is_some());
    }
    progress
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind, Value};

    /// What is done, and what is asked for in all.
    fn counted(draft: &Draft) -> (usize, usize) {
        let progress = of_draft(draft);
        (progress.done, progress.total)
    }

    fn with(draft: &Draft, id: FieldId, value: impl Into<Value>) -> Draft {
        let mut draft = draft.clone();
        draft.set(id, Some(value.into()));
        draft
    }

    #[test]
    fn what_a_person_has_answered_counts_of_what_is_asked() {
        let draft = Draft::new(4);
        let (done, total) = counted(&draft);
        for (name, id, value, more) in [
            ("what must be there", FieldId::SubjectName, Value::from("晨星"), (1, 0)),
            ("an open question", FieldId::FiledBefore, Value::Flag(false), (1, 0)),
            ("what may stay empty", FieldId::SubjectRemark, Value::from("无"), (1, 1)),
            ("an answer taken for granted, given", FieldId::IsLegalPerson, Value::Flag(true), (1, 1)),
        ] {
            assert_eq!(counted(&with(&draft, id, value)), (done + more.0, total + more.1), "{name}");
        }
    }

    #[test]
    fn all_means_that_no_question_is_open() {
        let mut draft = Draft::new(4);
        while let Some(id) = FieldId::ALL.iter().copied().find(|id| draft.need(*id) >= Need::Expected && !is_filled(&draft, *id))
        {
            draft.set(id, Some(Value::from("x")));
        }
        assert!(has_all_required(&draft) && has_all_expected(&draft));
        assert!(!of_draft(&draft).is_complete() && of_draft(&draft).percent() < 100);
        // What was handed in is asked nothing any more.
        let mut submitted = draft.clone();
        submitted.events = vec![Event::new(EventKind::Submitted, "2026-11-23T10:00:00+08:00".parse().unwrap())];
        assert_eq!(of_draft(&submitted).percent(), 100);
        for id in Section::Questions.fields().map(|field| field.id) {
            let is_flag = matches!(id.field().kind, Kind::Flag(_));
            if draft.asks(id) {
                draft.set(id, Some(if is_flag { Value::Flag(false) } else { Value::from("2026-11-01") }));
            }
        }
        let open: Vec<&str> =
            draft.asked_in(Section::Questions).filter(|id| draft.get(*id).is_none()).map(FieldId::path).collect();
        assert_eq!((of_draft(&draft).percent() == 100, open.is_empty()), (true, true), "{open:?}");
    }

    #[test]
    fn what_is_on_record_was_not_done_here() {
        let mut draft = with(&Draft::new(4), FieldId::SubjectAddress, "虚构路 1 号");
        draft.set_recorded(FieldId::SubjectAddress, Some("虚构路 1 号".into()));
        let (done, total) = counted(&draft);
        let changed = with(&draft, FieldId::SubjectAddress, "虚构路 2 号");
        assert_eq!(counted(&changed), (done + 1, total + 1));
        draft.set(FieldId::SubjectAddress, None);
        assert_eq!(counted(&draft), (done, total + 1), "what the platform has masked is asked for");
    }
}
