//! The legal person, as far as it is not the responsible person.

use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Finding, Severity};
use crate::filing::{FieldId, Value};

/// The legal person named is the responsible person.
pub static LEGAL_PERSON_IS_RESPONSIBLE_PERSON: Rule = Rule {
    name: "legal-person-is-responsible-person",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Warning,
    fields: &[FieldId::IsLegalPerson],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &[""],
    check: legal_person_is_responsible_person,
};

/// The legal person and the responsible person have the same name, but not the same number.
pub static LEGAL_PERSON_NUMBER_DIFFERS: Rule = Rule {
    name: "legal-person-number-differs",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Hint,
    fields: &[FieldId::LegalPersonNumber],
    source: Source::new("企业工商四要素核验", Confidence::Anecdotal),
    reasons: &[""],
    check: legal_person_number_differs,
};

/// Whether names and numbers of the two agree; `None` where one is missing.
fn agreement(context: &Context<'_>) -> Option<(bool, bool)> {
    let name = context.name(FieldId::LegalPersonName)? == context.name(FieldId::ResponsiblePersonName)?;
    let number = context.number(FieldId::LegalPersonNumber)? == context.number(FieldId::ResponsiblePersonCertificateNumber)?;
    Some((name, number))
}

fn legal_person_is_responsible_person(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // The legal person's fields are asked for only when the two are said to be different people.
    if let Some((_, true)) = agreement(context) {
        let finding = LEGAL_PERSON_IS_RESPONSIBLE_PERSON.finds(FieldId::IsLegalPerson);
        findings.push(finding.mended_by(Value::Flag(true)));
    }
}

fn legal_person_number_differs(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if let Some((true, false)) = agreement(context) {
        findings.push(LEGAL_PERSON_NUMBER_DIFFERS.finds(FieldId::LegalPersonNumber));
    }
}
