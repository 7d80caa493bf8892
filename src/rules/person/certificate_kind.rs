//! Which certificates a responsible person or owner may have.

use crate::catalog;
use crate::catalog::province::{Refused, Test};
use crate::filing::{FieldId, PersonField, Role};
use crate::rules::engine::{Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::{here, reads, rows};
use crate::text::text;

/// The province does not take a person with this kind of certificate.
pub static CERTIFICATE_KIND_AGAINST_PROVINCE: Rule = Rule {
    name: "certificate-kind-against-province",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonCertificateKind, FieldId::OwnerCertificateKind],
    source: source::VENDORS_BUREAUS,
    prevents: &[],
    title: text("当地不收这种证件", "The province does not accept this ID document"),
    what: text(
        "有的省要求负责人持居民身份证，或不收外国人。",
        "Some provinces require a resident ID card, or do not accept foreigners.",
    ),
    why: text(
        "河北、山西、山东、福建对外籍和港澳台人员另有要求。",
        "Hebei, Shanxi, Shandong and Fujian have rules of their own for people from abroad, Hong Kong, Macao and Taiwan.",
    ),
    fix: text(
        "换由持居民身份证的人担任，并附授权书。",
        "Let a holder of a resident ID card do it, with a letter of authorisation.",
    ),
    messages: &[
        message(
            "person",
            text("{province}：{asked}。", "{province}: {asked}."),
            text(
                "换由持居民身份证的人担任，并附授权书。",
                "Let a holder of a resident ID card do it, with a letter of authorisation.",
            ),
        ),
        message(
            "individual",
            text("{province}：{asked}。", "{province}: {asked}."),
            text(
                "改以单位备案，或由持居民身份证的人备案。",
                "File as an organisation, or let a holder of a resident ID card file.",
            ),
        ),
    ],
    wrong: case(
        "subject.region = '370102'\nresponsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'E12345678'",
        text("山东要求主体负责人持居民身份证，这里是护照。", "Shandong requires a resident ID card; this is a passport."),
    ),
    right: case(
        "subject.region = '370102'\nresponsible_person.certificate.kind = 2\nresponsible_person.certificate.number = '51010719920712992X'",
        text("居民身份证。", "A resident ID card."),
    ),
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
            let field = context.person_field(role, PersonField::CertificateKind);
            let Some(kind) = context.code(field) else { continue };
            let is_refused = match refused {
                Refused::Foreign => FOREIGN.contains(&kind),
                Refused::NotResidentId => kind != catalog::RESIDENT_ID,
            };
            if is_refused {
                let reason = if context.is_individual() {
                    message_of!(CERTIFICATE_KIND_AGAINST_PROVINCE, "individual")
                } else {
                    message_of!(CERTIFICATE_KIND_AGAINST_PROVINCE, "person")
                };
                findings.push(reads(rule, field, province, row).with_message(reason));
            }
        }
    }
}
