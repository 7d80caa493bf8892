//! How old people must be at least, and may be at most.

use crate::catalog::province::{Province, Test};
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::resident_id;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::{heaviest, here, reads, rows, says};
use crate::text::text;

/// A person is younger or older than the province takes, or of an age at which it wants more.
pub static PERSON_OUTSIDE_AGES_OF_PROVINCE: Rule = Rule {
    name: "person-outside-ages-of-province",
    topic: Topic::Age,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonCertificateNumber, FieldId::OwnerCertificateNumber],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::UnderAge],
    title: text("年龄不合当地要求", "Age outside the province's limits"),
    what: text(
        "按身份证号计算年龄，对照当地的下限、上限和附加要求。",
        "The age in the identity number lies within the province's limits; within them it may ask for a proof.",
    ),
    why: text("各省对负责人的年龄要求不同，不符合会退回。", "Provinces differ, and reject what does not fit."),
    fix: text("换合适的人，或附上当地要的证明。", "Let someone else do it, or attach what the province asks for."),
    messages: &[
        message(
            "too_young",
            text("现在 {age} 岁，{province}要求年满 {least} 岁。", "Aged {age}; {province} requires {least}."),
            text("核对号码；确实不够就换成年人。", "Check the number; if it is right, let an adult do it."),
        ),
        message(
            "too_old",
            text("现在 {age} 岁。{province}：{asked}。", "Aged {age}. {province}: {asked}."),
            text("换一位年龄合适的小程序负责人。", "Let someone else be the mini-program contact."),
        ),
        message(
            "row",
            text("现在 {age} 岁。{province}：{asked}。", "Aged {age}. {province}: {asked}."),
            text("把证明放进补充材料，或换一个人。", "Add the proof to the materials, or let someone else do it."),
        ),
    ],
    wrong: case(
        "subject.region = '110105'\nresponsible_person.certificate.number = '510107200811249923'",
        text("17 岁，北京要求年满 18 岁。", "Aged 17; Beijing requires 18."),
    ),
    right: case(
        "subject.region = '110105'\nresponsible_person.certificate.number = '51010719920712992X'",
        text("34 岁。", "Aged 34."),
    ),
    check: person_outside_ages_of_province,
};

/// What the province says of a young person.
pub enum Youth {
    /// What there is to say.
    Found(Box<Finding>),
    /// The province takes people of this age, from so many years on.
    Taken(&'static Province, u8),
    /// Nothing is known of the province.
    Unknown,
}

/// What the province says of the role's own person, seen as too young. The age has to be known.
pub fn youth(context: &Context<'_>, role: Role, age: i32) -> Youth {
    let Some(province) = here(context) else { return Youth::Unknown };
    let field = PersonField::CertificateNumber.of(role);
    let rule = &PERSON_OUTSIDE_AGES_OF_PROVINCE;
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Ages { from, to, except_legal_person } = *test else { continue };
            if !(i32::from(from)..=i32::from(to)).contains(&age) {
                continue;
            }
            if except_legal_person && is_legal_person(context, role) {
                return Youth::Taken(province, from);
            }
            let finding = reads(rule, field, province, row).with_message(message_of!(PERSON_OUTSIDE_AGES_OF_PROVINCE, "row"));
            return Youth::Found(Box::new(finding.with("age", Arg::Number(i64::from(age)))));
        }
    }
    let sayings = province.least_age(context.is_individual());
    let Some((strictest, _)) = sayings.extremes() else { return Youth::Unknown };
    let least = strictest.answer;
    if age >= i32::from(least) {
        return Youth::Taken(province, least);
    }
    let finding = says(rule, field, province)
        .with_message(message_of!(PERSON_OUTSIDE_AGES_OF_PROVINCE, "too_young"))
        .with_severity(heaviest(strictest.confidence));
    let finding = finding.with("age", Arg::Number(i64::from(age))).with("least", Arg::Number(i64::from(least)));
    Youth::Found(Box::new(finding))
}

fn is_legal_person(context: &Context<'_>, role: Role) -> bool {
    match role {
        Role::ResponsiblePerson => context.flag(FieldId::IsLegalPerson),
        Role::Owner => context.owner_is_legal_person(),
    }
}

fn person_outside_ages_of_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for role in Role::BOTH {
        let Some(age) = context.birth(role).map(|birth| resident_id::age_on(birth, context.today())) else { continue };
        if let Youth::Found(finding) = youth(context, role, age) {
            findings.push(*finding);
        }
    }
    findings.extend(too_old(context));
}

/// The owner, where the province has a greatest age.
fn too_old(context: &Context<'_>) -> Option<Finding> {
    let province = here(context)?;
    let role = if context.owner_is_another() { Role::Owner } else { Role::ResponsiblePerson };
    let age = resident_id::age_on(context.birth(role)?, context.today());
    let field = PersonField::CertificateNumber.of(role);
    let female = resident_id::parts(context.number(field)?)?.female;
    let rule = &PERSON_OUTSIDE_AGES_OF_PROVINCE;
    rows(context, rule).into_iter().find_map(|row| {
        row.tests.iter().find_map(|test| match test {
            Test::OldestOwner { men, women } => {
                let most = if female { *women } else { *men };
                let finding = reads(rule, field, province, row)
                    .with_message(message_of!(PERSON_OUTSIDE_AGES_OF_PROVINCE, "too_old"))
                    .with("age", Arg::Number(i64::from(age)));
                (age > i32::from(most)).then_some(finding)
            }
            _ => None,
        })
    })
}
