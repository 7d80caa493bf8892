//! What a change changes: field, place in the interface, old and new, in the order of the console's pages.
//!
//! The platform has no interface for changes; they are entered in the console. Values stand in the form of
//! `apply_icp_filing`, so that a program of another platform can read them too.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::media::Media;
use super::request::date;
use crate::filing::change::{self, Difference};
use crate::filing::reuse::reuses_subject;
use crate::filing::{Draft, FieldId, Kind, PersonField, Role, Value};

/// The list of a change, and what follows from it.
#[derive(Debug, Serialize)]
pub struct Changes {
    /// Which data it is about: `subject`, `mini-program`, `both`.
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<&'static str>,
    /// Whose phones receive the ministry's code.
    code_receivers: Vec<&'static str>,
    /// Whether the owner does the face check again.
    face_check: bool,
    /// The differences.
    changes: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    field: &'static str,
    /// The key of the interface; `null` for what it does not take.
    path: Option<&'static str>,
    /// The key of the contact's value, where responsible person and contact are one person: the record has it twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<&'static str>,
    /// What is on record; `null` where nothing is known of it.
    old: Json,
    new: Json,
}

/// What a draft changes. Files are named by their places in a package where there is one.
#[must_use]
pub fn of(draft: &Draft, media: Option<&Media>) -> Changes {
    let row = |one: Difference<'_>| Row {
        field: one.id.path(),
        path: one.id.field().api(),
        also: of_contact(draft, one.id),
        old: one.old.map_or(Json::Null, |old| plain(one.id, old, None)),
        new: plain(one.id, one.new, media),
    };
    if reuses_subject(draft) {
        let changes = change::departures(draft).into_iter().map(row).collect();
        return Changes { sort: None, code_receivers: Vec::new(), face_check: false, changes };
    }
    Changes {
        sort: change::sort(draft).map(change::Sort::word),
        code_receivers: change::code_receivers(draft).into_iter().map(role).collect(),
        face_check: change::face_check_is_due(draft),
        changes: change::differences(draft).into_iter().map(row).collect(),
    }
}

/// Where the contact's value stands that changes with this one of the responsible person, who is the same.
fn of_contact(draft: &Draft, id: FieldId) -> Option<&'static str> {
    match PersonField::find(id) {
        Some((Role::ResponsiblePerson, part)) if !draft.owner_is_another() => part.of(Role::Owner).field().api(),
        _ => None,
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::ResponsiblePerson => "responsible_person",
        Role::Owner => "owner",
    }
}

/// A value in the form of the interface; a masked or unusual one as it stands.
fn plain(id: FieldId, value: &Value, media: Option<&Media>) -> Json {
    match value {
        Value::Text(text) if matches!(id.field().kind, Kind::Date(_)) => date(text).unwrap_or_else(|| text.clone()).into(),
        Value::Text(text) | Value::Invalid(text) => text.as_str().into(),
        Value::Code(code) => (*code).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Codes(codes) => codes.iter().copied().collect(),
        Value::Paths(paths) => paths.iter().map(String::as_str).collect(),
        Value::Approvals(rows) => rows
            .iter()
            .map(|row| {
                let mut object = json!({ "type": row.kind });
                if !row.number.is_empty() {
                    object["code"] = row.number.as_str().into();
                }
                if let Some(reference) = media.and_then(|media| media.reference(&row.document)) {
                    object["media"] = reference.into();
                }
                object
            })
            .collect(),
    }
}
