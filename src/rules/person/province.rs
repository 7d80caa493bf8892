//! Who may be responsible person and owner of an organisation.

use crate::catalog::Circumstance;
use crate::catalog::province::{LegalPersonRule, Test};
use crate::filing::{FieldId, PersonField, Role, Value};
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::concerns::holds;
use crate::rules::province::{heaviest, here, reads, rows, says};
use crate::text::text;

/// The province wants the legal person as responsible person.
pub static RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON: Rule = Rule {
    name: "responsible-person-must-be-legal-person",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Warning,
    fields: &[FieldId::IsLegalPerson],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::LegalPersonRequired],
    title: text("当地要求法定代表人任主体负责人", "The province requires the legal representative"),
    what: text(
        "主体负责人不是法定代表人时，看当地收不收授权书。",
        "Where the responsible person is not the legal representative, the province accepts a letter of authorisation.",
    ),
    why: text(
        "不支持授权的地区会提示「主体负责人与法定代表人不一致」，直接退回。",
        "Where letters are not accepted, the filing is rejected: responsible person and legal representative differ.",
    ),
    fix: text(
        "改由法定代表人任主体负责人，或按当地的例外备好材料。",
        "Let the legal representative be the responsible person, or prepare what the exception asks for.",
    ),
    messages: &[
        message(
            "required",
            text(
                "{province}要求法定代表人任主体负责人，一般不收授权书。",
                "{province} requires the legal representative as responsible person and normally does not accept a letter.",
            ),
            text("改由法定代表人任主体负责人。", "Let the legal representative be the responsible person."),
        ),
        message(
            "disagree",
            text(
                "{strict}：{province}只收法定代表人任主体负责人；{mild}：可以凭授权书由他人担任。",
                "{strict}: {province} accepts the legal representative only; {mild}: someone else with a letter.",
            ),
            text(
                "由法定代表人任主体负责人最稳妥；由他人担任的，先问当地通管局。",
                "The legal representative is the safe choice; otherwise ask the bureau first.",
            ),
        ),
        message(
            "row",
            text("{province}：{asked}。", "{province}: {asked}."),
            text(
                "做不到就改由法定代表人任主体负责人。",
                "If that is not possible, make the legal representative the responsible person.",
            ),
        ),
        message(
            "unsettled",
            text("{province}：{asked}。", "{province}: {asked}."),
            text(
                "能由法定代表人担任就由他担任；由他人担任的，提交前先问当地管局要什么。",
                "If the legal representative can do it, choose them; otherwise ask the bureau before submitting what it accepts.",
            ),
        ),
        message(
            "exception",
            text(
                "{province}一般只收法定代表人，例外是：{asked}。",
                "{province} normally accepts the legal representative only; the exception: {asked}.",
            ),
            text("备好授权书即可。", "Have the letter ready."),
        ),
    ],
    wrong: case(
        "subject.region = '430102'\nresponsible_person.is_legal_person = false",
        text("湖南只收法定代表人。", "Hunan accepts the legal representative only."),
    ),
    right: case(
        "subject.region = '430102'\nresponsible_person.is_legal_person = true",
        text("法定代表人自己担任。", "The legal representative does it."),
    ),
    check: responsible_person_must_be_legal_person,
};

/// The province wants a responsible person who is not the legal person to be the owner as well.
pub static OWNER_MUST_BE_RESPONSIBLE_PERSON: Rule = Rule {
    name: "owner-must-be-responsible-person",
    topic: Topic::Owner,
    severity: Severity::Warning,
    fields: &[FieldId::SameAsResponsiblePerson],
    source: source::VENDORS_BUREAUS,
    prevents: &[],
    title: text("当地要求两个负责人是同一人", "One person for both roles"),
    what: text(
        "主体负责人不是法定代表人时，有的省要求他同时是小程序负责人。",
        "Some provinces require a responsible person who is not the legal representative to be the mini-program contact too.",
    ),
    why: text("江苏、安徽、海南、黑龙江会因此退回。", "Jiangsu, Anhui, Hainan and Heilongjiang reject it."),
    fix: text(
        "两处填同一个人，或改由法定代表人任主体负责人。",
        "Name one person for both, or let the legal representative be the responsible person.",
    ),
    messages: &[message(
        "",
        text(
            "{province}要求：主体负责人不是法定代表人时，小程序负责人须是同一个人。",
            "{province} requires a responsible person who is not the legal representative to be the mini-program contact as well.",
        ),
        text(
            "两处填同一个人，或改由法定代表人任主体负责人。",
            "Name one person for both, or let the legal representative be the responsible person.",
        ),
    )],
    wrong: case(
        "subject.region = '320102'\nresponsible_person.is_legal_person = false\nowner.same_as_responsible_person = false",
        text(
            "江苏：授权了一位主体负责人，小程序负责人又是另一位。",
            "Jiangsu: one person authorised as responsible person, another as mini-program contact.",
        ),
    ),
    right: case(
        "subject.region = '320102'\nresponsible_person.is_legal_person = false\nowner.same_as_responsible_person = true",
        text("两处是同一个人。", "One person for both."),
    ),
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
    let read = |row, reason| reads(rule, FieldId::IsLegalPerson, province, row).with_message(reason);
    let required = || {
        says(rule, FieldId::IsLegalPerson, province)
            .with_message(message_of!(RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON, "required"))
            .with_severity(heaviest(province.confidence))
    };
    let sayings = province.legal_person_rule();
    let Some((strictest, mildest)) = sayings.extremes() else { return };
    let milder = mildest.filter(|mildest| mildest.answer == LegalPersonRule::LetterAccepted);
    let finding = match strictest.answer {
        LegalPersonRule::Required if milder.is_some() => milder.map(|milder| {
            says(rule, FieldId::IsLegalPerson, province)
                .with_message(message_of!(RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON, "disagree"))
                .with_severity(heaviest(strictest.confidence))
                .with("strict", Arg::Sources(strictest.sources.clone()))
                .with("mild", Arg::Sources(milder.sources.clone()))
        }),
        LegalPersonRule::Required => Some(required()),
        LegalPersonRule::RequiredWithExceptions => Some(rows.iter().find_map(|row| {
            row.tests.iter().find_map(|test| match test {
                // Only a person knows whether such an exception applies.
                Test::LetterAccepted { when: [Circumstance::Always] } => {
                    Some(read(row, message_of!(RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON, "row")))
                }
                Test::LetterAccepted { when } if holds(context, when) => Some(
                    read(row, message_of!(RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON, "exception")).with_severity(Severity::Hint),
                ),
                _ => None,
            })
        }))
        .map(|exception| exception.unwrap_or_else(required)),
        // Whoever does not follow advice to play safe cannot be told to do so as the way out.
        LegalPersonRule::SourcesDisagree => {
            rows.first().map(|row| read(row, message_of!(RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON, "unsettled")))
        }
        // Where letters are accepted a row can only say of whom they are not.
        LegalPersonRule::LetterAccepted => {
            rows.first().map(|row| read(row, message_of!(RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON, "row")))
        }
    };
    let Some(finding) = finding else { return };
    findings.push(match legal_person_steps_in(context) {
        Some(fix) if finding.message.name != "exception" => finding.with_fix(fix),
        _ => finding,
    });
}

/// Makes the legal person responsible person, where the draft holds all of the legal person's data: as the owner's.
fn legal_person_steps_in(context: &Context<'_>) -> Option<Fix> {
    if !context.owner_is_another() || !context.owner_is_legal_person() {
        return None;
    }
    let parts = PersonField::ALL.into_iter().filter(|part| *part != PersonField::AuthorizationLetter);
    let data = parts.map(|part| (part.of(Role::ResponsiblePerson), context.get(part.of(Role::Owner)).cloned()));
    let flags = [FieldId::IsLegalPerson, FieldId::SameAsResponsiblePerson].map(|id| (id, Some(Value::Flag(true))));
    Some(Fix::offer(flags.into_iter().chain(data).collect()))
}

fn owner_must_be_responsible_person(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(province) = here(context).filter(|province| province.same_person) else { return };
    if !is_another(context) || !context.has_two_people() {
        return;
    }
    let finding = says(&OWNER_MUST_BE_RESPONSIBLE_PERSON, FieldId::SameAsResponsiblePerson, province);
    let finding = finding.with_severity(heaviest(province.confidence));
    // Whoever is the administrator has to be the owner, which no change here can mend.
    let administrator = context.name(FieldId::OwnerAdministrator);
    let fits = administrator.is_none() || administrator == context.name(FieldId::ResponsiblePersonName);
    findings.push(if fits { finding.with_fix_to(Value::Flag(true)) } else { finding });
}
