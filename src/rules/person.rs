//! The numbers on resident identity cards, and people's age.

use super::held::{question, refuse};
use super::province::ages::Youth;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity, province};
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::document::Document;
use crate::identifiers::resident_id;

const NUMBERS: &[FieldId] =
    &[FieldId::LegalPersonNumber, FieldId::ResponsiblePersonCertificateNumber, FieldId::OwnerCertificateNumber];
const OWN_NUMBERS: &[FieldId] = &[FieldId::ResponsiblePersonCertificateNumber, FieldId::OwnerCertificateNumber];

/// The number of a resident identity card is not well formed.
pub static RESIDENT_ID_INVALID: Rule = Rule {
    name: "resident-id-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("GB 11643-1999", Confidence::Standard),
    reasons: &[
        "legacy_15",
        "length",
        "too_long",
        "bad_char",
        "kind_foreign_pr",
        "kind_hmt_residence",
        "province",
        "birth_date",
        "birth_range",
        "birth_future",
        "check_digit",
        "another_kind",
    ],
    check: |context, findings| refuse(context, &[Document::ResidentId], &RESIDENT_ID_INVALID, findings),
};

/// The number of a resident identity card is well formed, but such numbers are rare.
pub static RESIDENT_ID_UNUSUAL: Rule = Rule {
    name: "resident-id-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBERS,
    source: Source::new("GB/T 2260-2007", Confidence::Standard),
    reasons: &["region_unknown", "region_upper", "over_100"],
    check: |context, findings| question(context, &[Document::ResidentId], &RESIDENT_ID_UNUSUAL, findings),
};

/// The person is under age.
pub static PERSON_UNDER_18: Rule = Rule {
    name: "person-under-18",
    topic: Topic::Age,
    severity: Severity::Warning,
    fields: OWN_NUMBERS,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["likely_back", "taken_here"],
    check: person_under_18,
};

/// From this age on people are adults.
const ADULT: i32 = 18;

fn person_under_18(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for role in Role::BOTH {
        let Some(age) = context.birth(role).map(|birth| resident_id::age_on(birth, context.today)) else { continue };
        if age >= ADULT {
            continue;
        }
        let finding = PERSON_UNDER_18.finds(PersonField::CertificateNumber.of(role)).with("age", Arg::Number(i64::from(age)));
        findings.extend(match province::ages::youth(context, role, age) {
            // The province has its own word, which `person-outside-ages-of-province` says.
            Youth::Found(_) => None,
            Youth::Unknown => Some(finding.because("likely_back")),
            Youth::Taken(province, least) => {
                let finding = finding.because("taken_here").weighing(Severity::Hint);
                Some(finding.with("province", Arg::Name(province.short)).with("least", Arg::Number(i64::from(least))))
            }
        });
    }
}
