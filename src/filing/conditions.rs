//! When a field is asked for: the conditions the field table names.

use super::draft::Draft;
use super::field::{FieldId, Need};
use super::needed;
use crate::catalog;
use crate::catalog::province::LocalPhone;

pub fn required(_: &Draft) -> Need {
    Need::Required
}

pub fn optional(_: &Draft) -> Need {
    Need::Optional
}

pub fn required_of_unit(draft: &Draft) -> Need {
    when(!draft.is_individual(), Need::Required)
}

pub fn optional_of_unit(draft: &Draft) -> Need {
    when(!draft.is_individual(), Need::Optional)
}

/// Only organisations are renamed.
pub fn name_change_letter(draft: &Draft) -> Need {
    if draft.is_individual() { Need::NotAsked } else { needed::need(draft, FieldId::NameChangeLetter) }
}

/// The legal person is asked for, and a letter of authorisation, when the responsible person of a unit is someone else
/// (`wechat-api.md` sections 4.4 and 4.5).
pub fn legal_person_is_another(draft: &Draft) -> Need {
    when(!draft.is_individual() && !draft.flag(FieldId::IsLegalPerson), Need::Required)
}

/// The owner's own data are asked for when the owner is not the responsible person. An individual is both.
pub fn owner_is_another(draft: &Draft) -> Need {
    when(draft.owner_is_another(), Need::Required)
}

/// A unit's owner who is not its legal person needs a letter of authorisation, also when the owner is the responsible
/// person (`wechat-api.md` section 4.4).
pub fn owner_is_not_legal_person(draft: &Draft) -> Need {
    when(!draft.is_individual() && !draft.owner_is_legal_person(), Need::Required)
}

/// An individual from another province proves the residence (`wechat-api.md` section 4.2). The number on an identity card
/// names the province of its first registration, which may have changed since: so the proof is expected, not required. For
/// other certificates nobody can know: it is optional.
pub fn residence_permit(draft: &Draft) -> Need {
    if !draft.is_individual() {
        return Need::NotAsked;
    }
    if draft.code(FieldId::ResponsiblePersonCertificateKind) != Some(catalog::RESIDENT_ID) {
        return Need::Optional;
    }
    let (number, region) = (draft.text(FieldId::ResponsiblePersonCertificateNumber), draft.text(FieldId::SubjectRegion));
    match (number.trim().get(..2), region.get(..2)) {
        (Some(home), Some(here)) if home.bytes().all(|b| b.is_ascii_digit()) => when(home != here, Need::Expected),
        _ => Need::NotAsked,
    }
}

/// Whether the administrator is the owner has to be asked only where the administrator's name was not given, which tells it.
pub fn administrator_is_unnamed(draft: &Draft) -> Need {
    when(draft.text(FieldId::OwnerAdministrator).trim().is_empty(), Need::Optional)
}

/// Some provinces want phone numbers of the province (`filing-rules.md` TEL-06). Where a number belongs cannot be told from
/// its digits, since numbers move between operators and tables of ranges are not public.
pub fn phones_must_be_local(draft: &Draft) -> Need {
    let Some(province) = catalog::province::province(draft.text(FieldId::SubjectRegion)) else { return Need::NotAsked };
    let asked = match province.local_phone {
        LocalPhone::NotAsked => false,
        LocalPhone::Everyone | LocalPhone::Recommended => true,
        LocalPhone::Individuals => draft.is_individual(),
        LocalPhone::NonlocalIndividuals => residence_permit(draft) == Need::Expected,
    };
    when(asked, Need::Optional)
}

/// Letters are there whose signatures, seal and date only the person can see.
pub fn letters_are_there(draft: &Draft) -> Need {
    when(FieldId::SIGNED.iter().any(|id| draft.asks(*id) && draft.get(*id).is_some()), Need::Optional)
}

/// Permits are there, whose end only the paper tells.
pub fn approvals_are_there(draft: &Draft) -> Need {
    let approvals = draft.approvals().iter();
    when(approvals.filter_map(|row| row.kind).any(|kind| kind != catalog::NONE_INVOLVED), Need::Optional)
}

fn when(condition: bool, need: Need) -> Need {
    if condition { need } else { Need::NotAsked }
}
