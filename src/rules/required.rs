//! What must or should be filled in.

use super::look::is_blank;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Finding, Severity};
use crate::filing::field::TextKind;
use crate::filing::{FieldId, Kind, Need, PersonField, Role, Section, Value, field};

/// A field that must be filled in is empty.
pub static REQUIRED_FIELD_EMPTY: Rule = Rule {
    name: "required-field-empty",
    topic: Topic::Form,
    severity: Severity::Error,
    fields: FieldId::ALL,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &[
        "certificate",
        "name",
        "postal_address",
        "mobile",
        "emergency_phone",
        "mail",
        "app_id",
        "mini_program_name",
        "remark",
        "typed",
        "chosen",
        "region",
        "service_contents",
        "approvals",
        "file",
        "legal_person",
        "letter",
    ],
    check: required_field_empty,
};

/// A field that may stay empty, but hardly should, is empty.
pub static EXPECTED_FIELD_EMPTY: Rule = Rule {
    name: "expected-field-empty",
    topic: Topic::Form,
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
    // What provinces ask for on the last step has a rule of its own.
    for record in field::table().iter().filter(|record| record.section != Section::Materials) {
        if is_empty(context, record.id) && context.draft.need(record.id) == Need::Expected {
            let reason = if record.id == FieldId::SubjectResidencePermit { "residence_permit" } else { "other" };
            findings.push(EXPECTED_FIELD_EMPTY.finds(record.id).because(reason));
        }
    }
}

/// Whether a field says nothing. A flag has its default.
fn is_empty(context: &Context<'_>, id: FieldId) -> bool {
    match context.draft.get(id) {
        None => !matches!(id.field().kind, Kind::Flag(Some(_))),
        Some(Value::Text(text)) => is_blank(text),
        Some(_) => false,
    }
}

/// The sentence for an empty field: what to put there depends on what it is.
fn reason(id: FieldId, kind: Kind) -> &'static str {
    use FieldId as F;
    match (id, kind) {
        (F::LegalPersonName | F::LegalPersonNumber, _) => "legal_person",
        (F::ResponsiblePersonAuthorizationLetter | F::OwnerAuthorizationLetter, _) => "letter",
        (F::SubjectName | F::SubjectCertificateAddress, _) => "certificate",
        (F::SubjectAddress, _) => "postal_address",
        (F::MiniProgramName, _) => "mini_program_name",
        (F::ServiceContents, _) => "service_contents",
        (_, Kind::Text(kind)) => typed_reason(id, kind),
        (_, Kind::Approvals) => "approvals",
        (_, Kind::Region) => "region",
        (_, Kind::Choice(_) | Kind::Choices(_) | Kind::Flag(_)) => "chosen",
        (_, Kind::Picture | Kind::Pictures(_) | Kind::Videos(_)) => "file",
        (_, Kind::Date(_)) => "certificate",
        (_, Kind::Time) => "typed",
    }
}

fn typed_reason(id: FieldId, kind: TextKind) -> &'static str {
    match kind {
        TextKind::CertificateNumber => "certificate",
        TextKind::PersonName => "name",
        TextKind::Phone if Role::BOTH.map(|role| PersonField::EmergencyPhone.of(role)).contains(&id) => "emergency_phone",
        TextKind::Phone => "mobile",
        TextKind::Mail => "mail",
        TextKind::AppId => "app_id",
        TextKind::Long => "remark",
        TextKind::Words | TextKind::Token => "typed",
    }
}
