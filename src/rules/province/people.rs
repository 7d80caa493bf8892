//! Who may be responsible person and owner of an organisation.

use super::concerns::holds;
use super::{VENDORS, heaviest, here, reads, rows, says};
use crate::catalog::Circumstance;
use crate::catalog::province::{LegalPersonRule, Test};
use crate::filing::{FieldId, PersonField, Role, Value};
use crate::rules::finding::Fix;
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Finding, Severity};

/// The province wants the legal person as responsible person.
pub static RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON: Rule = Rule {
    name: "responsible-person-must-be-legal-person",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Warning,
    fields: &[FieldId::IsLegalPerson],
    source: VENDORS,
    reasons: &["required", "row", "exception"],
    check: responsible_person_must_be_legal_person,
};

/// The province wants a responsible person who is not the legal person to be the owner as well.
pub static OWNER_MUST_BE_RESPONSIBLE_PERSON: Rule = Rule {
    name: "owner-must-be-responsible-person",
    topic: Topic::Owner,
    severity: Severity::Warning,
    fields: &[FieldId::SameAsResponsiblePerson],
    source: VENDORS,
    reasons: &[""],
    check: owner_must_be_responsible_person,
};

/// The responsible person is said not to be the legal person, and the numbers do not contradict it.
fn is_another(context: &Context<'_>) -> bool {
    let legal = context.number(FieldId::LegalPersonNumber);
    let one = legal.is_some() && legal == context.number(FieldId::ResponsiblePersonCertificateNumber);
    holds(context, &[Circumstance::ResponsiblePersonIsAnother]) && !one
}

fn responsible_person_must_be_legal_person(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let rule = &RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON;
    let Some(province) = here(context).filter(|_| is_another(context)) else { return };
    let rows = rows(context, rule);
    let read = |row, reason| reads(rule, FieldId::IsLegalPerson, province, row).because(reason);
    let required = || says(rule, FieldId::IsLegalPerson, province).because("required").weighing(heaviest(province.confidence));
    let finding = match province.legal_person_rule {
        LegalPersonRule::Required => Some(required()),
        LegalPersonRule::RequiredWithExceptions => Some(rows.iter().find_map(|row| {
            row.tests.iter().find_map(|test| match test {
                // Only a person knows whether such an exception applies.
                Test::LetterAccepted { when: [Circumstance::Always] } => Some(read(row, "row")),
                Test::LetterAccepted { when } if holds(context, when) => Some(read(row, "exception").weighing(Severity::Hint)),
                _ => None,
            })
        }))
        .map(|exception| exception.unwrap_or_else(required)),
        // Where letters are accepted a row can only say of whom they are not.
        LegalPersonRule::SourcesDisagree | LegalPersonRule::LetterAccepted => rows.first().map(|row| read(row, "row")),
    };
    let Some(finding) = finding else { return };
    findings.push(match legal_person_steps_in(context) {
        Some(fix) if finding.reason != "exception" => finding.mended_with(fix),
        _ => finding,
    });
}

/// Makes the legal person responsible person, where the draft holds all of the legal person's data: as the owner's.
fn legal_person_steps_in(context: &Context<'_>) -> Option<Fix> {
    let draft = context.draft;
    if !draft.owner_is_another() || !draft.owner_is_legal_person() {
        return None;
    }
    let parts = PersonField::ALL.into_iter().filter(|part| *part != PersonField::AuthorizationLetter);
    let data = parts.map(|part| (part.of(Role::ResponsiblePerson), draft.get(part.of(Role::Owner)).cloned()));
    let flags = [FieldId::IsLegalPerson, FieldId::SameAsResponsiblePerson].map(|id| (id, Some(Value::Flag(true))));
    Some(Fix::offer(flags.into_iter().chain(data).collect()))
}

fn owner_must_be_responsible_person(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(province) = here(context).filter(|province| province.same_person) else { return };
    if !is_another(context) || !context.has_two_people() {
        return;
    }
    let finding = says(&OWNER_MUST_BE_RESPONSIBLE_PERSON, FieldId::SameAsResponsiblePerson, province);
    let finding = finding.weighing(heaviest(province.confidence));
    // Whoever is the administrator has to be the owner, which no change here can mend.
    let administrator = context.name(FieldId::OwnerAdministrator);
    let fits = administrator.is_none() || administrator == context.name(FieldId::ResponsiblePersonName);
    findings.push(if fits { finding.mended_by(Value::Flag(true)) } else { finding });
}
