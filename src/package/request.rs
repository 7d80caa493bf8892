//! The body of `apply_icp_filing` (`wechat-api.md` sections 3 and 4): the field table, walked.
//!
//! Types and spelling are those of section 4.9: codes of choices are numbers, codes of regions are strings, dates have no
//! dashes, and what is not there is left out, never sent empty.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

use super::PackageError;
use super::media::Media;
use crate::catalog::{self, filing_region};
use crate::filing::field::{Sent, table};
use crate::filing::{Application, Approval, Draft, FieldId, Kind, PersonField, Role, Value};

/// The fields that are sent, in the order of the platform's own samples.
static ORDER: LazyLock<Vec<FieldId>> = LazyLock::new(|| {
    let mut sent: Vec<(Sent, FieldId)> = table().iter().filter_map(|field| Some((field.sent?, field.id))).collect();
    sent.sort_by_key(|(sent, _)| sent.order);
    sent.into_iter().map(|(_, id)| id).collect()
});

/// Keys that are not asked for: the district that was chosen lies in them. They go before it.
const ABOVE_DISTRICT: [&str; 2] = ["icp_subject.base_info.province", "icp_subject.base_info.city"];

/// The keys of the request that a field's value goes into, in their order.
fn keys(id: FieldId) -> impl Iterator<Item = &'static str> {
    let above: &[&str] = if id == FieldId::SubjectRegion { &ABOVE_DISTRICT } else { &[] };
    above.iter().copied().chain(id.field().api())
}

/// The request body of a filing.
///
/// # Errors
/// When a value cannot be written as its field wants it, which the rules should have found.
pub fn body(filing: &Application, media: &Media) -> Result<Json, PackageError> {
    let draft = filing.draft();
    let mut values = BTreeMap::new();
    for id in draft.asked() {
        let (Some(api), Some(value)) = (id.field().api(), draft.get(id)) else { continue };
        if id == FieldId::SubjectRegion {
            values.extend(region(id, value)?);
        } else {
            values.insert(api, to_json(id, value, media)?);
        }
    }
    copy_person(draft, &mut values);
    Ok(nest(&values))
}

/// What is asked once and sent several times: the owner who is the responsible person, and an individual as the subject.
fn copy_person(draft: &Draft, values: &mut BTreeMap<&'static str, Json>) {
    // The platform wants a picture of the back. What it takes as the back of one page is documented nowhere: the page again.
    for role in Role::BOTH {
        let back = PersonField::Back.of(role).field().api().filter(|back| !values.contains_key(back));
        let front = PersonField::Front.of(role).field().api().and_then(|front| values.get(front)).cloned();
        if let (Some(back), Some(front), true) = (back, front, draft.document_has_one_side(role)) {
            values.insert(back, front);
        }
    }
    let mut copy = |from: FieldId, to: Option<&'static str>| {
        let value = from.field().api().and_then(|api| values.get(api)).cloned();
        if let (Some(to), Some(value)) = (to, value) {
            values.insert(to, value);
        }
    };
    if !draft.owner_is_another() {
        for part in PersonField::ALL.into_iter().filter(|part| *part != PersonField::AuthorizationLetter) {
            copy(part.of(Role::ResponsiblePerson), part.of(Role::Owner).field().api());
        }
    }
    if draft.is_individual() {
        copy(FieldId::ResponsiblePersonName, FieldId::SubjectName.field().api());
        copy(FieldId::ResponsiblePersonCertificateKind, FieldId::SubjectCertificateKind.field().api());
        copy(FieldId::ResponsiblePersonCertificateNumber, FieldId::SubjectCertificateNumber.field().api());
    }
}

/// Objects from dotted paths, in the platform's order. The three parts are always there, also without content.
fn nest(values: &BTreeMap<&'static str, Json>) -> Json {
    let mut root = Map::new();
    for part in ["icp_subject", "icp_applets", "icp_materials"] {
        root.insert(part.to_owned(), Json::Object(Map::new()));
    }
    for path in ORDER.iter().copied().flat_map(keys) {
        if let Some(value) = values.get(path) {
            put(&mut root, path, value.clone());
        }
    }
    Json::Object(root)
}

fn put(object: &mut Map<String, Json>, path: &str, value: Json) {
    match path.split_once('.') {
        None => drop(object.insert(path.to_owned(), value)),
        Some((key, rest)) => {
            let inner = object.entry(key).or_insert_with(|| Json::Object(Map::new()));
            if let Some(inner) = inner.as_object_mut() {
                put(inner, rest, value);
            }
        }
    }
}

fn to_json(id: FieldId, value: &Value, media: &Media) -> Result<Json, PackageError> {
    let unfit = || PackageError::Unfit { field: id };
    let reference = |path: &str| media.reference(path).map(Json::from).ok_or_else(unfit);
    match (id.field().kind, value) {
        (Kind::Choice(_), Value::Code(code)) => Ok((*code).into()),
        (Kind::Choices(_), Value::Codes(codes)) => Ok(codes.iter().copied().collect()),
        (Kind::Flag(_), Value::Flag(flag)) => Ok((*flag).into()),
        (Kind::Text(_) | Kind::Time, Value::Text(text)) => Ok(text.as_str().into()),
        (Kind::Date(_), Value::Text(text)) => date(text).map(Json::from).ok_or_else(unfit),
        (Kind::Picture, Value::Text(path)) => reference(path),
        (Kind::Pictures(_) | Kind::Videos(_), Value::Paths(paths)) => paths.iter().map(|path| reference(path)).collect(),
        (Kind::Approvals, Value::Approvals(rows)) => rows.iter().map(|row| approval(row, media).ok_or_else(unfit)).collect(),
        _ => Err(unfit()),
    }
}

/// `YYYYMMDD`, or 长期.
pub(super) fn date(text: &str) -> Option<String> {
    const LONG_TERM: &str = "长期";
    if text == LONG_TERM {
        return Some(LONG_TERM.to_owned());
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|date| date.format("%Y%m%d").to_string())
}

/// Province, city and district of a district's code.
fn region(id: FieldId, value: &Value) -> Result<Vec<(&'static str, Json)>, PackageError> {
    let path = filing_region::path(value.as_text().unwrap_or_default());
    let [province, city, district] = path.as_slice() else {
        return Err(PackageError::Unfit { field: id });
    };
    Ok(keys(id).zip([province, city, district].map(|region| region.code().into())).collect())
}

/// One row of the prior approvals; 以上都不涉及 has neither code nor media.
fn approval(row: &Approval, media: &Media) -> Option<Json> {
    let kind = row.kind?;
    let mut object = Map::new();
    object.insert("type".to_owned(), kind.into());
    if kind != catalog::NONE_INVOLVED {
        object.insert("code".to_owned(), Some(row.number.as_str()).filter(|code| !code.is_empty())?.into());
        object.insert("media".to_owned(), media.reference(&row.document)?.into());
    }
    Some(Json::Object(object))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_field_that_is_sent_has_its_place_and_nothing_else_is() {
        let paths: Vec<&str> = ORDER.iter().copied().flat_map(keys).collect();
        for path in &paths {
            let known = table().iter().any(|field| field.api() == Some(path));
            assert!(known || ABOVE_DISTRICT.contains(path), "{path}");
            assert_eq!(paths.iter().filter(|other| *other == path).count(), 1, "{path}");
        }
        for field in table() {
            assert!(field.api().is_none_or(|api| paths.contains(&api)), "{}", field.path);
        }
    }

    #[test]
    fn keys_of_one_object_stand_together() {
        let object = |path: &str| path.rsplit_once('.').map(|(object, _)| object.to_owned());
        let mut objects: Vec<_> = ORDER.iter().copied().flat_map(keys).map(object).collect();
        objects.dedup();
        let all = objects.len();
        objects.sort();
        objects.dedup();
        assert_eq!(objects.len(), all, "{objects:?}");
    }

    #[test]
    fn dates_are_written_without_dashes() {
        for (text, sent) in [("2016-08-15", Some("20160815")), ("长期", Some("长期")), ("20160815", None), ("2026-02-30", None)]
        {
            assert_eq!(date(text).as_deref(), sent, "{text}");
        }
    }

    #[test]
    fn a_value_that_does_not_fit_is_refused_not_sent() {
        let media = Media::default();
        for (id, value) in [
            (FieldId::SubjectNature, Value::Text("企业".into())),
            (FieldId::SubjectName, Value::Invalid("3".into())),
            (FieldId::CommitmentLetter, Value::Paths(vec!["nowhere.jpg".into()])),
        ] {
            assert!(matches!(to_json(id, &value, &media), Err(PackageError::Unfit { field }) if field == id), "{id:?}");
        }
        assert!(region(FieldId::SubjectRegion, &"440300".into()).is_err());
    }

    #[test]
    fn the_three_parts_are_always_there() {
        let empty = nest(&BTreeMap::new());
        assert_eq!(empty, json!({ "icp_subject": {}, "icp_applets": {}, "icp_materials": {} }));
    }
}
