//! A saved answer of `get_online_icp_order` (`wechat-api.md` section 7): the request's own field names, without files, personal data
//! masked with `*`.

use serde_json::Value as Json;

use super::RecordError;
use crate::answer::applet::{self, Applet, Meant};
use crate::answer::{Refusal, tree};
use crate::catalog::INDIVIDUAL;
use crate::filing::field::table;
use crate::filing::take_over::subject_of;
use crate::filing::{Approval, Draft, FieldId, FilingKind, Kind, PersonField, Role, Value};

/// The parts that an answer has.
const PARTS: [&str; 2] = ["icp_subject", "icp_applets"];
/// What the platform fills in by itself, and so only answers.
const ANSWERED: [(FieldId, &str); 3] = [
    (FieldId::AppId, "icp_applets.base_info.appid"),
    (FieldId::MiniProgramName, "icp_applets.base_info.name"),
    (FieldId::RecordNumber, "icp_applets.base_info.record_number"),
];

/// What an answer says is on record; of several mini-programs, of the one that is meant. A value that is no value of its field
/// is left out.
pub(super) fn draft(bytes: &[u8], meant: Meant<'_>, kind: FilingKind) -> Result<Draft, RecordError> {
    let mut answer: Json = tree::parse(bytes).map_err(RecordError::NotAnAnswer)?;
    match applet::narrow(&mut answer, meant) {
        Err(Refusal::SeveralMiniPrograms(all)) if kind == FilingKind::New && is_of_their_subject(&all, meant.number) => {
            applet::narrow_to_any(&mut answer);
        }
        Err(Refusal::SeveralMiniPrograms(all)) => return Err(RecordError::SeveralMiniPrograms(all)),
        Err(refusal) => return Err(RecordError::NotAnAnswer(refusal)),
        Ok(()) => {}
    }
    if let Some(code) = answer.get("errcode").and_then(Json::as_i64).filter(|code| *code != 0) {
        return Err(RecordError::Errcode(code));
    }
    if answer.get("icp_applets").and_then(Json::as_array).is_some_and(Vec::is_empty) {
        return Err(RecordError::NoMiniProgram);
    }
    if let Some(missing) = PARTS.into_iter().find(|part| find(&answer, part).is_none_or(|found| !found.is_object())) {
        return Err(RecordError::PartMissing { part: missing });
    }
    let mut draft = Draft::default();
    draft.set(FieldId::FilingKind, Some("new".into()));
    for field in table().iter().filter(|field| field.is_recorded()) {
        let found = field.api().and_then(|path| find(&answer, path));
        draft.set(field.id, found.and_then(|found| value(field.kind, found)));
    }
    for (id, path) in ANSWERED {
        draft.set(id, find(&answer, path).and_then(Json::as_str).map(Value::from));
    }
    // What kind of certificate, or which contents, is said of someone or something.
    let told = table().iter().filter(|field| matches!(field.kind, Kind::Text(_))).any(|field| draft.get(field.id).is_some());
    if !told {
        return Err(RecordError::NothingOnRecord);
    }
    people(&mut draft, &answer);
    Ok(draft)
}

/// Whether a number can be one of their subject's: the digits before 号 are those of all its mini-programs. Empty is what was not given.
fn is_of_their_subject(all: &[Applet], number: &str) -> bool {
    let subject = |number: &str| subject_of(number).trim().to_uppercase();
    let mut numbers = all.iter().map(|applet| applet.number.as_str()).filter(|number| !number.is_empty()).peekable();
    number.trim().is_empty() || numbers.peek().is_none() || numbers.any(|theirs| subject(theirs) == subject(number))
}

/// What an answer says only by what it has, and what it says twice.
fn people(draft: &mut Draft, answer: &Json) {
    let individual = draft.code(FieldId::SubjectNature) == Some(INDIVIDUAL);
    if individual {
        // The person is the subject, and stands in the fields of the responsible person.
        for id in [FieldId::SubjectName, FieldId::SubjectCertificateKind, FieldId::SubjectCertificateNumber] {
            draft.set(id, None);
        }
    } else {
        draft.set(FieldId::IsLegalPerson, is_legal_person(draft, answer).map(Value::Flag));
    }
    let same = is_same_person(draft);
    if !individual {
        draft.set(FieldId::SameAsResponsiblePerson, same.map(Value::Flag));
    }
    if same == Some(true) || individual {
        for part in PersonField::ALL {
            draft.set(part.of(Role::Owner), None);
        }
    }
}

/// Whether the responsible person is the legal person. An answer that names a legal person tells; one that names none does not say
/// that there is no other.
fn is_legal_person(draft: &Draft, answer: &Json) -> Option<bool> {
    let at = |path: &str| find(answer, path).and_then(Json::as_str).map(str::trim).filter(|text| !text.is_empty());
    let legal = at("icp_subject.legal_person_info.name")?;
    let responsible = draft.text(FieldId::ResponsiblePersonName).trim();
    match at("icp_subject.legal_person_info.certificate_number") {
        Some(number) if legal == responsible => Some(number == draft.text(FieldId::ResponsiblePersonCertificateNumber).trim()),
        _ => Some(false),
    }
}

/// Whether the owner is the responsible person: where both are named, and as far as the mask lets it be seen.
fn is_same_person(draft: &Draft) -> Option<bool> {
    let told = [PersonField::Name, PersonField::CertificateNumber, PersonField::Mobile];
    let mut pairs = Vec::new();
    for part in told {
        if let (Some(owner), Some(responsible)) = (draft.get(part.of(Role::Owner)), draft.get(part.of(Role::ResponsiblePerson))) {
            pairs.push(owner == responsible);
        }
    }
    match (pairs.iter().all(|same| *same), pairs.len() == told.len()) {
        (false, _) => Some(false),
        (true, true) => Some(true),
        (true, false) => None,
    }
}

/// What stands at a dotted path. The mini-program is an object in the platform's example and a list in its table: of one here.
fn find<'a>(answer: &'a Json, path: &str) -> Option<&'a Json> {
    path.split('.').try_fold(answer, |at, key| {
        let found = at.get(key)?;
        if key == "icp_applets" && found.is_array() { found.get(0) } else { Some(found) }
    })
}

fn value(kind: Kind, found: &Json) -> Option<Value> {
    let code = |found: &Json| u32::try_from(found.as_u64()?).ok();
    match kind {
        Kind::Choice(_) => code(found).map(Value::Code),
        Kind::Choices(_) => found.as_array()?.iter().map(code).collect::<Option<Vec<u32>>>().map(Value::Codes),
        Kind::Date(_) => found.as_str().map(|text| Value::Text(dashed(text))),
        Kind::Text(_) | Kind::Region => found.as_str().map(Value::from),
        Kind::Approvals => {
            let row = |row: &Json| {
                let number = row.get("code").and_then(Json::as_str).unwrap_or_default().to_owned();
                Some(Approval { kind: Some(code(row.get("type")?)?), number, document: String::new() })
            };
            found.as_array()?.iter().map(row).collect::<Option<Vec<Approval>>>().map(Value::Approvals)
        }
        _ => None,
    }
}

/// 2023-08-15 for 20230815; anything else, such as 长期 or a masked date, as it stands.
fn dashed(text: &str) -> String {
    match (text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()), text.get(..4), text.get(4..6), text.get(6..)) {
        (true, Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => text.to_owned(),
    }
}
