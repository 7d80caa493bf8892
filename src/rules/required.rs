//! What must or should be filled in.

use super::look::is_blank;
use super::rule::{Confidence, Context, Rule, Source};
use super::{Finding, Severity};
use crate::filing::{FieldId, Kind, Need, Value, field};

/// A field that must be filled in is empty.
pub static REQUIRED_FIELD_EMPTY: Rule = Rule {
    name: "required-field-empty",
    severity: Severity::Error,
    fields: FieldId::ALL,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["typed", "chosen", "file", "approvals", "legal_person", "letter"],
    check: required_field_empty,
};

/// A field that may stay empty, but hardly should, is empty.
pub static EXPECTED_FIELD_EMPTY: Rule = Rule {
    name: "expected-field-empty",
    severity: Severity::Warning,
    fields: FieldId::ALL,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["residence_permit", "other"],
    check: expected_field_empty,
};

fn required_field_empty(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in field::table() {
        if is_empty(context, record.id) && context.draft.need(record.id) == Need::Required {
            findings.push(REQUIRED_FIELD_EMPTY.finds(record.id).because(reason(record.id, record.kind)));
        }
    }
}

fn expected_field_empty(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in field::table() {
        if is_empty(context, record.id) && context.draft.need(record.id) == Need::Expected {
            let reason = if record.id == FieldId::SubjectResidencePermit { "residence_permit" } else { "other" };
            findings.push(EXPECTED_FIELD_EMPTY.finds(record.id).because(reason));
        }
    }
}

/// Whether a field says nothing. A flag has its default.
fn is_empty(context: &Context<'_>, id: FieldId) -> bool {
    match context.draft.get(id) {
        None => !matches!(id.field().kind, Kind::Flag(_)),
        Some(Value::Text(text)) => is_blank(text),
        Some(_) => false,
    }
}

fn reason(id: FieldId, kind: Kind) -> &'static str {
    match (id, kind) {
        (FieldId::LegalPersonName | FieldId::LegalPersonNumber, _) => "legal_person",
        (FieldId::ResponsiblePersonAuthorizationLetter | FieldId::OwnerAuthorizationLetter, _) => "letter",
        (_, Kind::Approvals) => "approvals",
        (_, Kind::Choice(_) | Kind::Choices(_) | Kind::Region | Kind::Flag(_)) => "chosen",
        (_, Kind::Picture | Kind::Pictures(_) | Kind::Videos(_)) => "file",
        (_, Kind::Text(_) | Kind::Date(_) | Kind::Time) => "typed",
    }
}
