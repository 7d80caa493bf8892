//! What keeps an edit from a draft in which it would reach nobody, until a person has chosen to edit all the same.

use super::Document;
use crate::filing::FieldId;
pub use crate::filing::guard::Guard;
use crate::filing::guard::{guard, is_ended, is_filed};

impl Document {
    /// Whether it is on record with the ministry.
    #[must_use]
    pub fn is_filed(&self) -> bool {
        is_filed(self.draft())
    }

    /// Whether it has ended.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        is_ended(self.draft())
    }

    /// What keeps these fields from being edited without a question; `None` once a person has chosen to edit all the same.
    #[must_use]
    pub fn guard(&self, ids: impl IntoIterator<Item = FieldId>) -> Option<Guard> {
        guard(self.draft(), ids).filter(|guard| self.is_writable() && self.unlocked != Some(*guard))
    }

    /// Lets edits through until the draft is closed, or stands elsewhere than now: a person has chosen so.
    pub fn unlock(&mut self) {
        self.unlocked = guard(self.draft(), FieldId::ALL.iter().copied());
    }

    /// Whether there is a change to take back, or one to make again.
    #[must_use]
    pub const fn has_step(&self, again: bool) -> bool {
        !(if again { &self.redo } else { &self.undo }).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, Event, EventKind};

    fn document(kind: &str, events: &[EventKind]) -> Document {
        let mut draft = Draft::new(4);
        draft.set(FieldId::FilingKind, Some(kind.into()));
        draft.events = events.iter().map(|kind| Event::new(*kind, "2026-09-30T09:00:00+08:00".parse().unwrap())).collect();
        Document::new("/a.toml".into(), draft, "2026-11-25".parse().unwrap())
    }

    #[test]
    fn what_is_filed_is_guarded_until_a_person_chooses_otherwise() {
        for (kind, events, guarded) in [
            ("new", &EventKind::TO_FILED[..], true),
            ("change", &EventKind::TO_FILED[..], true),
            ("new", &[], false),
            // A change begins on record, before anything happened to it.
            ("change", &[], false),
            ("deregister", &EventKind::TO_FILED[..], false),
        ] {
            let mut document = document(kind, events);
            let guard = guarded.then_some(Guard::Filed);
            assert_eq!(document.guard([FieldId::ResponsiblePersonMobile]), guard, "{kind} {events:?}");
            assert_eq!(document.guard([FieldId::Published]), None, "{kind} {events:?}");
            assert_eq!(document.guard([FieldId::Published, FieldId::SubjectName]), guard, "{kind} {events:?}");
            document.unlock();
            assert_eq!(document.guard([FieldId::ResponsiblePersonMobile]), None, "{kind} {events:?}");
        }
    }

    #[test]
    fn who_edits_what_is_under_review_is_asked_again_once_it_is_filed() {
        let mut document = document("new", &EventKind::TO_FILED[..4]);
        assert_eq!(document.guard([FieldId::SubjectName]), Some(Guard::UnderReview));
        document.unlock();
        assert_eq!(document.guard([FieldId::SubjectName]), None);
        let at = "2026-10-30T09:00:00+08:00".parse().unwrap();
        document.draft.events.push(Event::new(EventKind::BureauPassed, at));
        assert_eq!(document.guard([FieldId::SubjectName]), Some(Guard::Filed));
    }

    #[test]
    fn of_one_more_mini_program_only_what_is_on_record_is_guarded() {
        let mut document = document("new", &[]);
        document.edit(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        assert_eq!(document.guard([FieldId::SubjectName]), None);
        document.draft.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        assert_eq!(document.guard([FieldId::SubjectName]), Some(Guard::OnRecord));
        assert_eq!(document.guard([FieldId::MiniProgramName, FieldId::SubjectAddress]), None);
    }
}
