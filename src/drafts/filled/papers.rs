//! Letters and permits among pictures: which field of the draft asks for each, by what stands at its head.
//!
//! Titles are matched with the materials that this very draft asks for, by their names and by the letters that this program prints
//! (`needed_materials.toml`, `letters.toml`), and with the few that any filing may need. What two fields may ask for, and what two pictures
//! claim to be, is left to the user.

use chrono::NaiveDate;

use crate::catalog::letter::paper;
use crate::catalog::province::province;
use crate::filing::checklist::checklist;
use crate::filing::{Draft, FieldId, Need, PersonField, Role, Value};
use crate::reading::{DocumentKind, Reading, What};

/// What titles of letters that authorise somebody contain.
const AUTHORISATIONS: [&str; 2] = ["授权书", "委托书"];
/// What names the role that a letter authorises to.
const ROLES: [(&str, Role); 4] = [
    ("主体负责人", Role::ResponsiblePerson),
    ("小程序负责人", Role::Owner),
    ("服务负责人", Role::Owner),
    ("网站负责人", Role::Owner),
];
/// What a title says besides that turns it round: a revocation, or that something is not so.
const AGAINST: [&str; 11] = ["撤销", "撤回", "注销", "解除", "终止", "取消", "作废", "未", "不", "无", "非"];
/// What titles of letters and papers of any province contain, whatever they are called otherwise.
const ANYWHERE: [(&str, FieldId); 12] = [
    ("更名函", FieldId::NameChangeLetter),
    ("主体名称变更", FieldId::NameChangeLetter),
    ("企业名称变更", FieldId::NameChangeLetter),
    ("公司名称变更", FieldId::NameChangeLetter),
    ("单位名称变更", FieldId::NameChangeLetter),
    ("变更登记通知书", FieldId::NameChangeLetter),
    ("居住证明", FieldId::SubjectResidencePermit),
    ("居住登记", FieldId::SubjectResidencePermit),
    ("暂住证", FieldId::SubjectResidencePermit),
    ("互联网信息服务备案承诺书", FieldId::CommitmentLetter),
    ("互联网信息服务承诺书", FieldId::CommitmentLetter),
    ("网站备案承诺书", FieldId::CommitmentLetter),
];
/// A name of a material that is shorter says too little: 说明, 承诺书.
const TELLING: usize = 4;

/// A picture without a place, and what it says.
pub(super) type Paper<'a> = (&'a str, &'a Reading);

/// The fields that letters belong into, each with its picture. `named` is who has which role, as far as
/// the draft or a card says, and who else is on a card.
pub(super) fn letters<'a>(
    draft: &Draft,
    papers: &[Paper<'a>],
    named: &[(Option<Role>, String)],
    today: NaiveDate,
) -> Vec<(FieldId, &'a str)> {
    let field = |(path, reading): &Paper<'a>| {
        let title = plain(title(reading)?);
        if is_to_another_bureau(reading, draft) {
            return None;
        }
        let field = if AUTHORISATIONS.iter().any(|word| title.ends_with(word)) {
            authorisation(draft, &title, reading, named)
        } else {
            asked_for(draft, &title, today)
        };
        Some((field?, *path))
    };
    let all: Vec<(FieldId, &str)> = papers.iter().filter_map(field).collect();
    let is_only = |(field, _): &&(FieldId, &str)| all.iter().filter(|(other, _)| other == field).count() == 1;
    all.iter().filter(is_only).copied().collect()
}

/// The rows of the prior approvals whose document is missing, each with the only picture of a permit of that number.
pub(super) fn permits<'a>(draft: &Draft, papers: &[Paper<'a>]) -> Vec<(usize, &'a str)> {
    let number = |reading: &Reading| {
        let seen = reading.sure(What::Number)?;
        (reading.kind == Some(DocumentKind::Approval)).then(|| plain(&seen.text))
    };
    let of_row = |(index, row): (usize, &crate::filing::Approval)| {
        let wanted = plain(&row.number);
        let mut found = papers.iter().filter(|(_, reading)| number(reading).is_some_and(|number| number == wanted));
        let only = found.next().filter(|_| found.next().is_none())?;
        (!wanted.is_empty() && row.document.trim().is_empty()).then_some((index, only.0))
    };
    draft.approvals().iter().enumerate().filter_map(of_row).collect()
}

fn title(reading: &Reading) -> Option<&str> {
    let is_paper = matches!(reading.kind, Some(DocumentKind::Letter | DocumentKind::Approval));
    let seen = reading.sure(What::Title).filter(|_| is_paper)?;
    Some(&seen.text)
}

/// A title without brackets and what stands in them, blanks, and 备案, which some put in and others leave out.
fn plain(title: &str) -> String {
    let mut depth = 0_u32;
    let outside = title.chars().filter(|c| match c {
        '（' | '(' => {
            depth += 1;
            false
        }
        '）' | ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        c => depth == 0 && !c.is_whitespace(),
    });
    outside.collect::<String>().replace("备案", "")
}

/// Whether a letter authorises somebody who is neither of those that have a role, nor on a card that lies beside it.
pub(super) fn is_for_somebody_else(reading: &Reading, people: &[(Option<Role>, String)]) -> bool {
    let authorised = reading.sure(What::Authorised);
    authorised.is_some_and(|seen| !people.is_empty() && people.iter().all(|(_, name)| *name != seen.text))
}

/// Whether a letter is addressed to the bureau of another province than the one in which the subject files.
pub(super) fn is_to_another_bureau(reading: &Reading, draft: &Draft) -> bool {
    let region = draft.get(FieldId::SubjectRegion).or_else(|| draft.recorded(FieldId::SubjectRegion)).and_then(Value::as_text);
    reading.bureau().zip(region.and_then(province)).is_some_and(|(seen, wanted)| seen != wanted)
}

/// Whether a title says more than a name that turns it round.
fn is_against(title: &str, name: &str) -> bool {
    let rest = if name.is_empty() { title.to_owned() } else { title.replacen(name, "", 1) };
    AGAINST.iter().any(|word| rest.contains(word))
}

/// The letter of the role that is in the title, or of whoever is authorised. A letter for somebody else has no place.
fn authorisation(draft: &Draft, title: &str, reading: &Reading, named: &[(Option<Role>, String)]) -> Option<FieldId> {
    let field = |role: Role| PersonField::AuthorizationLetter.of(role);
    let name = |role: Role| named.iter().find(|(of, _)| *of == Some(role)).map(|(_, name)| name.as_str());
    let authorised = reading.sure(What::Authorised);
    let is_for = |role: Role| authorised.is_none_or(|seen| name(role).is_none_or(|name| name == seen.text));
    if is_for_somebody_else(reading, named) {
        return None;
    }
    if is_against(title, "") {
        return None;
    }
    let mut roles = ROLES.iter().filter(|(word, _)| title.contains(word)).map(|(_, role)| *role);
    if let Some(role) = roles.next() {
        // One letter for both is uploaded twice, or is none.
        return (is_for(role) && roles.all(|other| other == role)).then_some(field(role));
    }
    let asked: Vec<Role> = Role::BOTH.into_iter().filter(|role| may_be_asked_for(draft, field(*role))).collect();
    match asked[..] {
        [only] => is_for(only).then_some(field(only)),
        _ => {
            let seen = authorised?;
            let mut people = asked.into_iter().filter(|role| name(*role) == Some(seen.text.as_str()));
            people.next().filter(|_| people.next().is_none()).map(field)
        }
    }
}

/// The only field that asks for a paper of this title: of those whose material's name is in it the ones with the longest.
fn asked_for(draft: &Draft, title: &str, today: NaiveDate) -> Option<FieldId> {
    let list = checklist(draft, Some(today));
    let names = list.iter().filter(|material| material.row.is_none()).flat_map(|material| {
        let printed = material.letter.and_then(paper).map(|paper| paper.title.zh);
        // 收入证明或工作证明: one of them is enough.
        let names = material.name.zh.split('或').chain(printed);
        names.map(|name| (plain(name), material.field))
    });
    let anywhere = ANYWHERE.iter().map(|(name, field)| (plain(name), *field));
    let fits: Vec<(usize, FieldId)> = names
        .chain(anywhere)
        .map(|(name, field)| (name.chars().count(), name, field))
        .filter(|(length, name, _)| *length >= TELLING && title.contains(name.as_str()) && !is_against(title, name))
        .map(|(length, _, field)| (length, field))
        .collect();
    let longest = fits.iter().map(|(length, _)| *length).max()?;
    let mut fields = fits.iter().filter(|(length, _)| *length == longest).map(|(_, field)| *field);
    let first = fields.next()?;
    fields.all(|other| other == first).then_some(first)
}

/// Whether the draft asks for a field, or may once it says more: proof of residence is asked for where the filing does not go to the province
/// of the card, a letter of authorisation where somebody is not the legal representative.
pub(super) fn may_be_asked_for(draft: &Draft, field: FieldId) -> bool {
    let is_unanswered = |id: FieldId| draft.get(id).is_none();
    let may = match field {
        FieldId::SubjectResidencePermit => draft.is_individual() && is_unanswered(FieldId::SubjectRegion),
        FieldId::ResponsiblePersonAuthorizationLetter => !draft.is_individual() && is_unanswered(FieldId::IsLegalPerson),
        FieldId::OwnerAuthorizationLetter => {
            let is_open = is_unanswered(FieldId::IsLegalPerson) || is_unanswered(FieldId::SameAsResponsiblePerson);
            !draft.is_individual() && is_open
        }
        _ => false,
    };
    may || draft.need(field) != Need::NotAsked
}

/// Who has which role: the name in the draft, else the one on the card that was placed; one person may have both. Then who else is on a card.
pub(super) fn named(draft: &Draft, placed: &[(Role, String)], on_cards: &[String]) -> Vec<(Option<Role>, String)> {
    let is_one = draft.get(FieldId::SameAsResponsiblePerson) == Some(&Value::Flag(true));
    let name = |role: Role| {
        let holder = if is_one { Role::ResponsiblePerson } else { role };
        let typed = draft.text(PersonField::Name.of(holder)).trim();
        let on_card = || placed.iter().find(|(of, _)| *of == holder).map(|(_, name)| name.clone());
        (!typed.is_empty()).then(|| typed.to_owned()).or_else(on_card).map(|name| (Some(role), name))
    };
    Role::BOTH.into_iter().filter_map(name).chain(on_cards.iter().map(|name| (None, name.clone()))).collect()
}

#[cfg(test)]
#[path = "papers_tests.rs"]
mod tests;
