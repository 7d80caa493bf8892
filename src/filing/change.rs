//! What differs between a draft and what is on record, and what follows from it (`filing-rules.md` section 1.3).

use super::draft::Draft;
use super::field::{Field, FieldId, PersonField, Role, Section};
use super::history::{History, Stage};
use super::reason;
use super::value::{Approval, Value};
use crate::catalog::FilingKind;

/// What a value that the platform has masked holds in the place of each hidden character.
const MASK: char = '*';

/// One difference from the record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference<'a> {
    /// The field.
    pub id: FieldId,
    /// What is on record; `None` where that is not known.
    pub old: Option<&'a Value>,
    /// What the change makes of it.
    pub new: &'a Value,
}

/// Which data a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// 变更主体.
    Subject,
    /// 变更小程序.
    Service,
    /// Both together.
    Both,
}

impl Sort {
    /// The word in JSON output.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Service => "mini-program",
            Self::Both => "both",
        }
    }
}

impl Field {
    /// Whether the record has it: what was filed about subject, people and mini-program. Files are not on record.
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        use FieldId as F;
        let filed = matches!(self.section, Section::Subject | Section::ResponsiblePerson | Section::MiniProgram | Section::Owner);
        let own = matches!(
            self.id,
            F::FilingKind | F::RecordNumber | F::RecordFiledOn | F::RecordSource | F::Published | F::OwnerAdministrator
        );
        filed && !own && !self.kind.is_file() && !FieldId::FACE_CHECK.contains(&self.id)
    }
}

/// Fields that are never sent: the checks read them, and the ministry has no record of them.
pub const KEPT_HERE: [FieldId; 2] = [FieldId::SubjectBusinessScope, FieldId::OriginalId];

/// Fields that say whose record it is: without a value on record they tell nothing new.
const CONTEXT: [FieldId; 7] = [
    FieldId::SubjectNature,
    FieldId::SubjectRegion,
    FieldId::IsLegalPerson,
    FieldId::AppId,
    FieldId::OriginalId,
    FieldId::MiniProgramName,
    FieldId::SameAsResponsiblePerson,
];

/// Whether the platform has hidden parts of a value.
#[must_use]
pub fn is_masked(value: &Value) -> bool {
    value.as_text().is_some_and(|text| text.contains(MASK))
}

/// What differs from the record, in the order of the fields. A value equal to the record, one that fits a masked value, and an
/// empty one are no difference.
#[must_use]
pub fn differences(draft: &Draft) -> Vec<Difference<'_>> {
    let table = super::field::table().iter().filter(|field| field.is_recorded());
    table.filter_map(|field| difference(draft, field.id)).collect()
}

/// Whether a draft is a change in which nothing differs from the record yet.
#[must_use]
pub fn alters_nothing(draft: &Draft) -> bool {
    draft.filing_kind() == FilingKind::Change && differences(draft).is_empty()
}

/// Where one more mini-program says otherwise of the subject than the record; of its own side nothing is on record. Once it is filed
/// itself, what it says is on record, a later change of the subject included.
#[must_use]
pub fn departures(draft: &Draft) -> Vec<Difference<'_>> {
    let history = History::of(draft);
    if history.is_on_record() || history.stage() == Stage::Deregistered {
        return Vec::new();
    }
    differences(draft).into_iter().filter(|one| one.old.is_some()).collect()
}

/// The difference in one field, if there is one.
#[must_use]
pub fn difference(draft: &Draft, id: FieldId) -> Option<Difference<'_>> {
    if KEPT_HERE.contains(&id) {
        return None;
    }
    let (old, new) = (draft.recorded(id), draft.get(id)?);
    let differs = match old {
        Some(old) => !is_same(old, new),
        None => !CONTEXT.contains(&id) && !is_masked(new),
    };
    // What is not asked for is not sent: only what the present record shows counts.
    (differs && id.field().is_recorded() && (id.field().need)(draft) != super::Need::NotAsked).then_some(Difference {
        id,
        old,
        new,
    })
}

/// Whether a value says what is on record, as far as a mask lets it be seen.
pub(super) fn is_same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Text(old), Value::Text(new)) => fits(old.trim(), new.trim()),
        (Value::Approvals(old), Value::Approvals(new)) => {
            let plain = |rows: &[Approval]| rows.iter().map(|row| (row.kind, row.number.trim().to_owned())).collect::<Vec<_>>();
            plain(old) == plain(new)
        }
        (Value::Codes(old), Value::Codes(new)) => {
            let sorted = |codes: &[u32]| {
                let mut codes = codes.to_vec();
                codes.sort_unstable();
                codes
            };
            sorted(old) == sorted(new)
        }
        (old, new) => old == new,
    }
}

/// Whether what was typed is what is on record, as far as the mask lets it be seen.
#[must_use]
pub fn fits_record(on_record: &Value, typed: &str) -> bool {
    on_record.as_text().is_some_and(|old| fits(old.trim(), typed.trim()))
}

/// Whether a text is the one on record, as far as the mask lets it be seen.
fn fits(old: &str, new: &str) -> bool {
    if !old.contains(MASK) {
        return old == new;
    }
    let same = |(old, new): (char, char)| old == MASK || old == new;
    new == old || (old.chars().count() == new.chars().count() && old.chars().zip(new.chars()).all(same))
}

/// Which data the change is about; `None` while there is no difference.
#[must_use]
pub fn sort(draft: &Draft) -> Option<Sort> {
    let changed = differences(draft);
    let of = |service: bool| {
        changed.iter().any(|one| matches!(one.id.field().section, Section::MiniProgram | Section::Owner) == service)
    };
    match (of(false), of(true)) {
        (false, false) => None,
        // An individual is subject and owner: what is said of the person stands in both (`filing-rules.md` section 1.3).
        (true, _) if draft.is_individual() => Some(Sort::Both),
        (true, false) if !draft.owner_is_another() && is_another_person(draft, Role::ResponsiblePerson) => Some(Sort::Both),
        (true, false) => Some(Sort::Subject),
        (false, true) => Some(Sort::Service),
        (true, true) => Some(Sort::Both),
    }
}

/// Whether the person in this role is another than the one on record.
#[must_use]
pub fn is_another_person(draft: &Draft, role: Role) -> bool {
    let differs = |part: PersonField| {
        let id = draft.person_field(role, part);
        // Of an owner who was the responsible person, the record has the data there.
        let before = draft.recorded(part.of(role)).or_else(|| draft.recorded(part.of(Role::ResponsiblePerson)));
        match (before, draft.get(id)) {
            (Some(old), Some(new)) => !is_same(old, new),
            (None, Some(new)) => difference(draft, id).is_some() && !is_masked(new),
            _ => false,
        }
    };
    differs(PersonField::Name) || differs(PersonField::CertificateNumber)
}

/// Whether another subject stands in the place of the one on record: another sort of subject, another certificate, or another
/// individual.
#[must_use]
pub fn is_another_subject(draft: &Draft) -> bool {
    use FieldId as F;
    let differs = |id: FieldId| difference(draft, id).is_some();
    differs(F::SubjectNature)
        || differs(F::SubjectCertificateNumber)
        || (draft.is_individual() && is_another_person(draft, Role::ResponsiblePerson))
}

/// Whether the legal person of a unit is another than the one on record, or may be: the responsible person who is one changes.
#[must_use]
pub fn is_another_legal_person(draft: &Draft) -> bool {
    use FieldId as F;
    let differs = [F::IsLegalPerson, F::LegalPersonName, F::LegalPersonNumber].iter().any(|id| difference(draft, *id).is_some());
    !draft.is_individual() && (differs || (draft.flag(F::IsLegalPerson) && is_another_person(draft, Role::ResponsiblePerson)))
}

/// Who receives the ministry's code: the responsible person for the subject's data, the owner for the mini-program's, both for a
/// new name of it.
#[must_use]
pub fn code_receivers(draft: &Draft) -> Vec<Role> {
    let renamed = difference(draft, FieldId::MiniProgramName).is_some();
    match sort(draft) {
        None => Vec::new(),
        Some(_) if renamed => Role::BOTH.to_vec(),
        Some(Sort::Subject) => vec![Role::ResponsiblePerson],
        Some(Sort::Service) => vec![Role::Owner],
        Some(Sort::Both) => Role::BOTH.to_vec(),
    }
}

/// Whether a draft is a change whose codes go to two people.
#[must_use]
pub fn has_two_codes(draft: &Draft) -> bool {
    draft.filing_kind() == FilingKind::Change && draft.owner_is_another() && code_receivers(draft).len() == Role::BOTH.len()
}

/// Whether the owner does the face check again: where the owner is another person, or a reviewer wants it.
#[must_use]
pub fn face_check_is_due(draft: &Draft) -> bool {
    is_another_person(draft, Role::Owner) || FieldId::FACE_CHECK.iter().any(|id| reason::asks_again(draft, *id))
}

/// Whether a file of this field is due in a change: only what changes is proved anew.
#[must_use]
pub fn is_due(draft: &Draft, id: FieldId) -> bool {
    use FieldId as F;
    let any = |ids: &[FieldId]| ids.iter().any(|id| difference(draft, *id).is_some());
    match (id, PersonField::find(id)) {
        (F::SubjectCertificatePhoto, _) => any(&[
            F::SubjectName,
            F::SubjectCertificateKind,
            F::SubjectCertificateNumber,
            F::SubjectCertificateAddress,
            F::SubjectCertificateValidUntil,
            F::LegalPersonName,
        ]),
        (F::NameChangeLetter, _) => any(&[F::SubjectName]),
        (F::SubjectResidencePermit, _) => any(&[F::SubjectRegion, F::ResponsiblePersonCertificateNumber]),
        (_, Some((role, PersonField::AuthorizationLetter))) => is_another_person(draft, role) || any(&[F::LegalPersonName]),
        (_, Some((role, PersonField::Front | PersonField::Back))) => {
            let period =
                [PersonField::CertificateKind, PersonField::ValidFrom, PersonField::ValidUntil].map(|part| part.of(role));
            is_another_person(draft, role) || any(&period)
        }
        _ => true,
    }
}

/// Whether the document of an approval is handed in: in a change only where kind or number are not those on record, or a reviewer
/// speaks of it.
#[must_use]
pub fn proves_approval(draft: &Draft, row: &Approval) -> bool {
    let same = |old: &Approval| old.kind == row.kind && old.number.trim() == row.number.trim();
    let on_record = match draft.recorded(FieldId::PriorApprovals) {
        Some(Value::Approvals(rows)) => rows.iter().any(same),
        _ => false,
    };
    draft.filing_kind() != FilingKind::Change || !on_record || reason::is_named(draft, FieldId::PriorApprovals)
}

/// Whether a question concerns what a change changes. What was answered for the filing on record is not asked again.
fn is_open_question(draft: &Draft, id: FieldId) -> bool {
    use FieldId as F;
    let any = |ids: &[FieldId]| ids.iter().any(|id| difference(draft, *id).is_some());
    let person = |role: Role| is_another_person(draft, role);
    match id {
        // The difference answers it.
        F::Renamed => false,
        F::AccountNameAgrees | F::RegistryIsNormal => {
            let who = any(&[F::SubjectName, F::SubjectCertificateKind, F::SubjectCertificateNumber]);
            who || (draft.is_individual() && person(Role::ResponsiblePerson))
        }
        F::LicenceChangedLately => any(&[
            F::SubjectName,
            F::SubjectCertificateKind,
            F::SubjectCertificateAddress,
            F::SubjectCertificateValidUntil,
            F::LegalPersonName,
            F::LegalPersonNumber,
        ]),
        F::NameIsUnique => any(&[F::MiniProgramName]),
        F::AdministratorIsOwner => person(Role::Owner),
        F::PhonesAreAnswered | F::PhonesUsedElsewhere => {
            any(&PersonField::Mobile.of_both()) || any(&PersonField::EmergencyPhone.of_both())
        }
        F::PhonesAreLocal => any(&PersonField::Mobile.of_both()),
        F::PicturesAreOriginals => FieldId::CERTIFICATES.iter().any(|file| draft.get(*file).is_some() && draft.asks(*file)),
        F::GameHasPayments => any(&[F::ServiceContents]),
        F::ApprovalsValidUntil => any(&[F::PriorApprovals]),
        _ => true,
    }
}

/// Whether a change asks for a field, and how strongly, where a new filing would ask for it this strongly: an empty field stays as
/// it is on record, so only what tells which record it is must be there.
pub(super) fn need(draft: &Draft, id: FieldId, need: super::Need) -> super::Need {
    use super::Need;
    debug_assert_eq!(draft.filing_kind(), FilingKind::Change);
    match id {
        _ if need == Need::NotAsked => need,
        FieldId::FilingKind | FieldId::RecordNumber | FieldId::AppId | FieldId::SubjectNature => need,
        FieldId::SubjectRegion => Need::Expected,
        _ if id.field().section == Section::Questions => {
            if is_open_question(draft, id) || reason::asks_again(draft, id) {
                need
            } else {
                Need::NotAsked
            }
        }
        _ if FieldId::FACE_CHECK.contains(&id) => {
            if face_check_is_due(draft) {
                need
            } else {
                Need::NotAsked
            }
        }
        _ if id.field().kind.is_file() => {
            if is_due(draft, id) {
                need
            } else {
                Need::NotAsked
            }
        }
        _ => need.min(Need::Optional),
    }
}

#[cfg(test)]
#[path = "change_tests.rs"]
mod tests;
