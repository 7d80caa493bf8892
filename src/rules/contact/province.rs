//! How many different numbers two people have between them.

use crate::catalog::province::Test;
use crate::filing::{FieldId, PersonField, Role};
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, source};
use crate::rules::province::{here, reads, rows};
use crate::text::text;
use std::collections::BTreeSet;

/// Two people have fewer different numbers than the province wants.
pub static TOO_FEW_PHONE_NUMBERS: Rule = Rule {
    name: "too-few-phone-numbers",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: &[FieldId::OwnerEmergencyPhone],
    source: source::VENDORS_BUREAUS,
    prevents: &[],
    title: text("电话号码不够多", "Too few phone numbers"),
    what: text(
        "两位负责人的手机号码和应急联系电话合起来，有的省要求三个或四个不同的号码。",
        "Some provinces require three or four different numbers for two people.",
    ),
    why: text("审核人员要能分别找到每一位和他们的应急联系人。", "Reviewers want to reach each person and each contact."),
    fix: text("换成不同的号码。", "Use different numbers."),
    messages: &[message(
        "",
        text(
            "两位负责人一共 {count} 个不同的号码，{province}要求 {least} 个。",
            "Two people with {count} different numbers; {province} requires {least}.",
        ),
        text("小程序负责人另填一个应急联系电话。", "Give the mini-program contact another emergency number."),
    )],
    wrong: case(
        "subject.region = '420102'\nowner.emergency_phone = '17712340004'",
        text(
            "湖北要求两位负责人四个号码，这里应急联系电话共用一个。",
            "Hubei requires four numbers for two people; here they share the emergency number.",
        ),
    ),
    right: case(
        "subject.region = '420102'\nowner.emergency_phone = '17712340006'",
        text("四个号码各不相同。", "Four different numbers."),
    ),
    check: |context, findings| findings.extend(too_few(context)),
};

/// What the province has to say about the number of numbers, once all four are there. What is wrong with each of them is the
/// business of other rules.
pub fn too_few(context: &Context<'_>) -> Option<Finding> {
    let province = here(context)?;
    if !context.has_two_people() {
        return None;
    }
    let mut numbers = BTreeSet::new();
    for role in Role::BOTH {
        for part in [PersonField::Mobile, PersonField::EmergencyPhone] {
            numbers.insert(context.phone(part.of(role))?);
        }
    }
    let rule = &TOO_FEW_PHONE_NUMBERS;
    rows(context, rule).into_iter().find_map(|row| {
        let most = row.tests.iter().find_map(|test| match test {
            Test::PhoneNumbers { least } => Some(*least),
            _ => None,
        });
        let count = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let least = most.filter(|least| numbers.len() < *least)?;
        let finding = reads(rule, FieldId::OwnerEmergencyPhone, province, row);
        Some(finding.with("least", count(least)).with("count", count(numbers.len())))
    })
}
