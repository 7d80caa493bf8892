//! What keeps an edit from a draft in which it would reach nobody: what is filed is changed by a filing of its own.

use super::Document;
use crate::filing::change::KEPT_HERE;
use crate::filing::reuse::is_on_record;
use crate::filing::{FieldId, FilingKind, History, Stage};

/// Why an edit is asked about before it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// The draft is filed: platform and bureau do not hear of an edit.
    Filed,
    /// The field is on record for a subject that files one more mini-program.
    OnRecord,
}

impl Document {
    /// Whether it is on record with the ministry, as a filing or as a change. Not so a deregistration, which ends one.
    #[must_use]
    pub fn is_filed(&self) -> bool {
        let draft = self.draft();
        let happened = !draft.events.is_empty() && draft.filing_kind() != FilingKind::Deregistration;
        happened && History::of(draft).stage() == Stage::Filed
    }

    /// What keeps these fields from being edited without a question; `None` once a person has chosen to edit all the same. Whether
    /// the mini-program was published is no part of a filing, and what is never sent is none either.
    #[must_use]
    pub fn guard(&self, ids: impl IntoIterator<Item = FieldId>) -> Option<Guard> {
        if self.is_unlocked || !self.is_writable() {
            return None;
        }
        let is_filed = self.is_filed();
        let guards = |id: FieldId| match id {
            FieldId::Published => None,
            _ if KEPT_HERE.contains(&id) => None,
            _ if is_filed => Some(Guard::Filed),
            _ => is_on_record(self.draft(), id).then_some(Guard::OnRecord),
        };
        ids.into_iter().find_map(guards)
    }

    /// Lets edits through until the draft is closed: a person has chosen so.
    pub const fn unlock(&mut self) {
        self.is_unlocked = true;
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

    const FILED: [EventKind; 5] = [
        EventKind::Submitted,
        EventKind::PlatformPassed,
        EventKind::SmsReceived,
        EventKind::SmsVerified,
        EventKind::BureauPassed,
    ];

    #[test]
    fn what_is_filed_is_guarded_until_a_person_chooses_otherwise() {
        for (kind, events, guarded) in [
            ("new", &FILED[..], true),
            ("change", &FILED[..], true),
            ("new", &FILED[..4], false),
            ("new", &[], false),
            // A change begins on record, before anything happened to it.
            ("change", &[], false),
            ("deregister", &FILED[..], false),
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
    fn of_one_more_mini_program_only_what_is_on_record_is_guarded() {
        let mut document = document("new", &[]);
        document.edit(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        assert_eq!(document.guard([FieldId::SubjectName]), None);
        document.draft.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        assert_eq!(document.guard([FieldId::SubjectName]), Some(Guard::OnRecord));
        assert_eq!(document.guard([FieldId::MiniProgramName, FieldId::SubjectAddress]), None);
    }
}
