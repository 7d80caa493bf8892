//! The legal person, as far as it is not the responsible person.

use crate::filing::{FieldId, Value};
use crate::rules::engine::{Context, Finding, Rejection, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// The legal person named is the responsible person.
pub static LEGAL_PERSON_IS_RESPONSIBLE_PERSON: Rule = Rule {
    name: "legal-person-is-responsible-person",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Warning,
    fields: &[FieldId::IsLegalPerson],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::LegalPersonRequired, Rejection::LegalPersonMissing],
    title: text("法定代表人就是主体负责人", "Legal representative is the responsible person"),
    what: text("法定代表人与主体负责人的证件号码相同，就是同一个人。", "The same ID number means the same person."),
    why: text(
        "填成两个人就要多交授权书，核验也可能对不上。",
        "Filed as two people, a letter is required and verification may fail.",
    ),
    fix: text(
        "改成「主体负责人是法定代表人」，就不用授权书了。",
        "Answer that the responsible person is the legal representative: then no letter is required.",
    ),
    messages: &[message(
        "",
        text(
            "主体负责人与法定代表人的证件号码相同，却填了「不是」。",
            "Responsible person and legal representative have the same ID number, yet the answer is no.",
        ),
        text("改成「是」。", "Answer yes."),
    )],
    wrong: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '51010719920712992X'\nresponsible_person.certificate.number = '51010719920712992X'",
        text("说不是法定代表人，号码却相同。", "Said to be another person, with the same number."),
    ),
    right: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '510107198003089933'\nresponsible_person.certificate.number = '51010719920712992X'",
        text("两个人，两个号码。", "Two people, two numbers."),
    ),
    check: legal_person_is_responsible_person,
};

/// The legal person and the responsible person have the same name, but not the same number.
pub static LEGAL_PERSON_NUMBER_DIFFERS: Rule = Rule {
    name: "legal-person-number-differs",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Hint,
    fields: &[FieldId::LegalPersonNumber],
    source: source::REGISTRY_CHECK,
    prevents: &[Rejection::RegistryCheckFailed, Rejection::NameDiffersFromCertificate],
    title: text("同名但号码不同", "Same name, different number"),
    what: text(
        "法定代表人与主体负责人同名，号码却不同。",
        "Legal representative and responsible person have the same name, but different ID numbers.",
    ),
    why: text(
        "企业工商四要素核验要比对法定代表人的姓名和号码。",
        "The registry check looks at the legal representative's name and number.",
    ),
    fix: text("是同一个人就改号码；确是两个人就不用改。", "If they are one person, correct the number; if two, leave it."),
    messages: &[message(
        "",
        text("与主体负责人同名，号码却不同。", "Same name as the responsible person, but a different ID number."),
        text("核对号码；确是两个人就不用改。", "Check the number; leave it if they are two people."),
    )],
    wrong: case(
        "responsible_person.name = '测试丙'\nsubject.legal_person.name = '测试丙'\nsubject.legal_person.number = '510107198003089933'",
        text("同名，号码却不同。", "One name, two ID numbers."),
    ),
    right: case(
        "responsible_person.name = '测试丙'\nsubject.legal_person.name = '测试丁'\nsubject.legal_person.number = '510107198003089933'",
        text("两个人，两个号码。", "Two people, two numbers."),
    ),
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
        findings.push(finding.with_fix_to(Value::Flag(true)));
    }
}

fn legal_person_number_differs(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if let Some((true, false)) = agreement(context) {
        findings.push(LEGAL_PERSON_NUMBER_DIFFERS.finds(FieldId::LegalPersonNumber));
    }
}
