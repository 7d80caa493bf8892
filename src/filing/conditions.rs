//! When a field is asked for: the conditions the field table names.

use super::checklist;
use super::circumstance::{Answer, Circumstances};
use super::deregistration::Scope;
use super::draft::Draft;
use super::field::{FieldId, Need, Role};
use super::history::History;
use crate::catalog::{Circumstance, keyword};

pub fn required(_: &Draft) -> Need {
    Need::Required
}

/// The back of the responsible person's certificate, unless all of it stands on one side.
pub fn back_of_responsible_person(draft: &Draft) -> Need {
    if draft.document_has_one_side(Role::ResponsiblePerson) { Need::Optional } else { Need::Required }
}

/// The back of the owner's certificate, where that is another person, unless all of it stands on one side.
pub fn back_of_owner(draft: &Draft) -> Need {
    match owner_is_another(draft) {
        Need::Required if draft.document_has_one_side(Role::Owner) => Need::Optional,
        need => need,
    }
}

pub fn optional(_: &Draft) -> Need {
    Need::Optional
}

/// The number of what is changed or ended, unless the draft's own story tells it.
pub fn record_number(draft: &Draft) -> Need {
    if History::of(draft).number().is_some() { Need::Optional } else { Need::Required }
}

/// The ministry's code has a receiver, where what ends is more than an access (`filing-rules.md` section 1.4).
pub fn code_receiver(draft: &Draft) -> Need {
    if Scope::of(draft).is_none_or(Scope::sends_code) { Need::Required } else { Need::Optional }
}

pub fn required_of_unit(draft: &Draft) -> Need {
    if draft.is_individual() { Need::NotAsked } else { Need::Required }
}

pub fn optional_of_unit(draft: &Draft) -> Need {
    if draft.is_individual() { Need::NotAsked } else { Need::Optional }
}

/// Only organisations are renamed.
pub fn name_change_letter(draft: &Draft) -> Need {
    if draft.is_individual() { Need::NotAsked } else { checklist::need(draft, FieldId::NameChangeLetter) }
}

/// The legal person is asked for, and a letter of authorisation, when the responsible person of a unit is someone else
/// (`wechat-api.md` sections 4.4 and 4.5).
pub fn legal_person_is_another(draft: &Draft) -> Need {
    in_case_of(Circumstance::ResponsiblePersonIsAnother, draft, Need::Required)
}

/// The owner's own data are asked for when the owner is not the responsible person. An individual is both.
pub fn owner_is_another(draft: &Draft) -> Need {
    in_case_of(Circumstance::OwnerIsAnother, draft, Need::Required)
}

/// A unit's owner who is not its legal person needs a letter of authorisation, also when the owner is the responsible
/// person (`wechat-api.md` section 4.4).
pub fn owner_is_not_legal_person(draft: &Draft) -> Need {
    in_case_of(Circumstance::OwnerIsNotLegalPerson, draft, Need::Required)
}

/// An individual from another province proves the residence (`wechat-api.md` section 4.2). The number on an identity card
/// names the province of its first registration, which may have changed since: so the proof is expected, not required. For
/// other certificates nobody can know: it is optional.
pub fn residence_permit(draft: &Draft) -> Need {
    match Circumstances::of(draft, None).answer(Circumstance::IdFromAnotherProvince) {
        Answer::Yes => Need::Expected,
        Answer::Unknown => Need::Optional,
        Answer::No => Need::NotAsked,
    }
}

/// Whether the administrator is the owner has to be asked only where the administrator's name was not given, which tells it.
pub fn administrator_is_unnamed(draft: &Draft) -> Need {
    in_case_of(Circumstance::AdministratorUnnamed, draft, Need::Optional)
}

/// Some provinces want phone numbers of the province (`filing-rules.md` TEL-06). Where a number belongs cannot be told from
/// its digits, since numbers move between operators and tables of ranges are not public.
pub fn phones_must_be_local(draft: &Draft) -> Need {
    in_case_of(Circumstance::LocalPhoneAsked, draft, Need::Optional)
}

/// Letters are there whose signatures, seal and date only the person can see.
pub fn letters_are_there(draft: &Draft) -> Need {
    in_case_of(Circumstance::LetterAttached, draft, Need::Optional)
}

/// A service content says that it is a game: whether players pay decides about the publication number (WeChat's guide for games).
pub fn game_is_chosen(draft: &Draft) -> Need {
    let is_game = |id: &u32| keyword::trade_of_content(*id).is_some_and(|trade| trade.category == keyword::GAME);
    if draft.codes(FieldId::ServiceContents).iter().any(is_game) { Need::Optional } else { Need::NotAsked }
}

/// Permits are there, whose end only the paper tells.
pub fn approvals_are_there(draft: &Draft) -> Need {
    in_case_of(Circumstance::ApprovalChosen, draft, Need::Optional)
}

/// The need where the circumstance holds for sure: a field that nobody knows to be needed is not asked for.
fn in_case_of(circumstance: Circumstance, draft: &Draft, need: Need) -> Need {
    match Circumstances::of(draft, None).answer(circumstance) {
        Answer::Yes => need,
        Answer::No | Answer::Unknown => Need::NotAsked,
    }
}
