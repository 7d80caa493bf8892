//! How many different numbers two people have between them.

use std::collections::BTreeSet;

use super::{VENDORS, here, reads, rows};
use crate::catalog::province::Test;
use crate::filing::{FieldId, PersonField, Role};
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Arg, Finding, Severity};

/// Two people have fewer different numbers than the province wants.
pub static TOO_FEW_PHONE_NUMBERS: Rule = Rule {
    name: "too-few-phone-numbers",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: &[FieldId::OwnerEmergencyPhone],
    source: VENDORS,
    reasons: &[""],
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
