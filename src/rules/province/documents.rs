//! Which certificates a responsible person or owner may have.

use super::{VENDORS, here, reads, rows};
use crate::catalog;
use crate::catalog::province::{Refused, Test};
use crate::filing::{FieldId, PersonField, Role};
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Finding, Severity};

/// The province does not take a person with this kind of certificate.
pub static CERTIFICATE_KIND_AGAINST_PROVINCE: Rule = Rule {
    name: "certificate-kind-against-province",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonCertificateKind, FieldId::OwnerCertificateKind],
    source: VENDORS,
    reasons: &["person", "individual"],
    check: certificate_kind_against_province,
};

/// Passports, and the foreigners' permanent residence card.
const FOREIGN: &[u32] = &[7, 30];

fn certificate_kind_against_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(province) = here(context) else { return };
    let rule = &CERTIFICATE_KIND_AGAINST_PROVINCE;
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Documents { refused, of_owner } = *test else { continue };
            let role = if of_owner { Role::Owner } else { Role::ResponsiblePerson };
            let field = context.draft.person_field(role, PersonField::CertificateKind);
            let Some(kind) = context.code(field) else { continue };
            let is_refused = match refused {
                Refused::Foreign => FOREIGN.contains(&kind),
                Refused::NotResidentId => kind != catalog::RESIDENT_ID,
            };
            if is_refused {
                let reason = if context.draft.is_individual() { "individual" } else { "person" };
                findings.push(reads(rule, field, province, row).because(reason));
            }
        }
    }
}
