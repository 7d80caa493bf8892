//! One reason of a rejection, at the field it is about.

use super::draft::Draft;
use super::event::{Event, EventKind};
use super::field::{FieldId, PersonField, Role, Section};

/// Why a reviewer rejected a filing. It is open until what stands at its field is another thing than it was then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Path of the field it is about; empty for the filing as a whole, and whatever a person wrote into the file.
    pub field: String,
    /// Number of the known rejection (1 to 50) that it is; `None` where it is none of them.
    pub rejection: Option<u16>,
    /// The reviewer's words.
    pub text: String,
    /// A fingerprint of what stood there when it was recorded; empty where that is not known.
    pub was: String,
}

impl Reason {
    /// The field it is about, where the table has it.
    #[must_use]
    pub fn id(&self) -> Option<FieldId> {
        FieldId::from_path(&self.field)
    }
}

/// Whether a reviewer's reason names this field. It does until the filing is through and handed in anew: what was asked for once
/// belongs to what is submitted next, and is still part of it when the bureau has passed it.
#[must_use]
pub fn is_named(draft: &Draft, id: FieldId) -> bool {
    let names = |event: &Event| event.reasons.iter().any(|reason| reason.field == id.path());
    let Some(last) = draft.events.iter().rposition(names) else { return false };
    let mut later = draft.events.iter().skip(last);
    let passed = later.any(|event| event.kind == EventKind::BureauPassed);
    !(passed && later.any(|event| matches!(event.kind, EventKind::Submitted | EventKind::SubmissionRefused)))
}

/// Whether a reviewer asks for the papers of this field, whatever else the draft says of them. Papers of a person of whom nothing is
/// asked have no place, nor have any in a deregistration: neither its form nor its interface takes them (`filing-rules.md` section
/// 1.4).
#[must_use]
pub fn wants_papers(draft: &Draft, id: FieldId) -> bool {
    let field = id.field();
    let is_paper = field.kind.is_file() && field.kinds.has(draft.filing_kind());
    let has_person = match PersonField::find(id) {
        Some((Role::Owner, part)) => part == PersonField::AuthorizationLetter || draft.owner_is_another(),
        _ => true,
    };
    is_paper && has_person && is_named(draft, id)
}

/// Whether a change asks again, because of a reason, what is as it was on record: a question, or the face check.
pub(super) fn asks_again(draft: &Draft, id: FieldId) -> bool {
    (id.field().section == Section::Questions || FieldId::FACE_CHECK.contains(&id)) && is_named(draft, id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{FilingKind, Need, Value, change};

    fn event(kind: EventKind, field: Option<FieldId>) -> Event {
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-24T10:00:00+08:00").unwrap();
        let named = field.map(|id| Reason { field: id.path().to_owned(), ..Reason::default() });
        Event { reasons: named.into_iter().collect(), ..Event::new(kind, at) }
    }

    fn draft(kind: FilingKind) -> Draft {
        let mut draft = Draft::new(4);
        draft.set(FieldId::FilingKind, Some(kind.word().into()));
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
        draft.set(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        draft.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        draft
    }

    #[test]
    fn what_a_reason_names_is_asked_for_whatever_kind_the_filing_is_of() {
        use FieldId as F;
        use FilingKind as K;
        use Need::{Expected, NotAsked, Optional, Required};
        for (kind, field, before, after) in [
            // What was handed in before belongs to the record; a change brings only what it changes.
            (K::Change, F::OwnerAuthorizationLetter, NotAsked, Expected),
            (K::Change, F::OwnerCertificateFront, NotAsked, Expected),
            (K::Change, F::SubjectCertificatePhoto, NotAsked, Expected),
            (K::Change, F::SubjectResidencePermit, NotAsked, Expected),
            (K::Change, F::FaceCheckPassedAt, NotAsked, Optional),
            (K::Change, F::RegistryIsNormal, NotAsked, Optional),
            (K::Change, F::SubjectAddress, Optional, Optional),
            (K::New, F::SubjectCertificatePhoto, Optional, Expected),
            (K::New, F::SubjectResidencePermit, NotAsked, Expected),
            (K::New, F::OwnerAuthorizationLetter, Required, Required),
            (K::Deregistration, F::SubjectCertificatePhoto, NotAsked, NotAsked),
        ] {
            let mut draft = draft(kind);
            assert_eq!(draft.need(field), before, "{kind:?} {field:?}");
            draft.events = vec![event(EventKind::Submitted, None), event(EventKind::PlatformReturned, Some(field))];
            assert_eq!(draft.need(field), after, "{kind:?} {field:?}");
        }
    }

    #[test]
    fn it_stays_asked_for_until_something_else_is_handed_in() {
        use EventKind as E;
        let field = FieldId::OwnerAuthorizationLetter;
        let returned = [event(E::Submitted, None), event(E::PlatformReturned, Some(field))];
        for (later, is_asked) in [
            (&[][..], true),
            (&[E::Submitted], true),
            (&[E::Submitted, E::PlatformReturned], true),
            (&[E::Submitted, E::PlatformPassed, E::BureauPassed], true),
            (&[E::Submitted, E::PlatformPassed, E::BureauPassed, E::Submitted], false),
        ] {
            let mut draft = draft(FilingKind::Change);
            draft.events = returned.iter().cloned().chain(later.iter().map(|kind| event(*kind, None))).collect();
            assert_eq!(draft.asks(field), is_asked, "{later:?}");
        }
    }

    #[test]
    fn papers_of_a_person_who_does_not_exist_are_never_asked_for() {
        let mut draft = draft(FilingKind::Change);
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
        draft.events = vec![event(EventKind::PlatformReturned, Some(FieldId::OwnerCertificateFront))];
        assert!(!draft.asks(FieldId::OwnerCertificateFront));
    }

    #[test]
    fn the_document_of_an_approval_on_record_is_proved_again() {
        let row = crate::filing::Approval { kind: Some(2), number: "虚构号".into(), document: "permit.jpg".into() };
        let mut draft = draft(FilingKind::Change);
        draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![row.clone()])));
        draft.set_recorded(FieldId::PriorApprovals, Some(Value::Approvals(vec![row.clone()])));
        assert!(!change::proves_approval(&draft, &row) && draft.files().is_empty());
        draft.events = vec![event(EventKind::PlatformReturned, Some(FieldId::PriorApprovals))];
        assert!(change::proves_approval(&draft, &row));
        assert_eq!(draft.files().len(), 1);
    }
}
