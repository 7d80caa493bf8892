//! Every check, a family a file. Rules return values: name, field, reason, arguments. `locale` has the words.
//!
//! Only fields that a draft asks for are checked. A rule looks at a draft through [`Context`], says what it finds as
//! [`Finding`]s and never panics, whatever the draft holds. An empty field is the business of `required` alone; every other
//! rule is silent about it.

pub mod confirm;
pub mod others;

mod across;
mod address;
mod certificate;
mod content;
mod denial;
mod document;
mod finding;
mod fit;
mod held;
mod legal_person;
mod look;
mod mail;
mod materials;
mod mini_program_name;
mod name;
pub mod needed;
mod normal;
mod number;
mod odd;
mod organisation;
mod owner;
mod person;
mod phone;
mod picture;
pub mod province;
mod question;
mod register;
mod rejection;
mod required;
mod rule;
mod story;
mod subject;
mod subject_name;
mod trade;
mod validity;
mod words;

pub use finding::{Arg, Column, Finding, Fix, Severity, Spot};
pub use materials::limits;
pub use normal::normalised;
pub use picture::THRESHOLDS as PICTURE_THRESHOLDS;
pub use register::{find, register};
pub use rejection::{Rejection, found_by, rejections};
pub use rule::{Confidence, Context, Rule, Source, Topic};

use std::collections::HashMap;

use crate::filing::{FieldId, Filing};

/// The version of the rule set, a date: it changes when a rule is added, dropped or judges differently.
pub const VERSION: &str = "2026-11-25";

/// So many findings of one rule under one field say enough.
const MOST_OF_A_RULE: usize = 20;

/// How many findings of this weight count: those that nobody stands by.
#[must_use]
pub fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity && finding.counts()).count()
}

/// All findings about a draft, in the order of the field table, the gravest first within a field; of one rule no more than 20
/// under a field.
#[must_use]
pub fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in register() {
        (rule.check)(context, &mut findings);
    }
    finish(context, &mut findings);
    findings
}

/// What a draft and the others at hand say together; the rest of the rules keep silent.
#[must_use]
pub fn check_among(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in register().iter().filter(|rule| rule.topic == Topic::Drafts) {
        (rule.check)(context, &mut findings);
    }
    finish(context, &mut findings);
    findings
}

/// The findings that stand under one field, the gravest first.
#[must_use]
pub fn check_field(context: &Context<'_>, field: FieldId) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in register().iter().filter(|rule| rule.fields.contains(&field)) {
        (rule.check)(context, &mut findings);
    }
    findings.retain(|finding| finding.field == field);
    finish(context, &mut findings);
    findings
}

fn finish(context: &Context<'_>, findings: &mut Vec<Finding>) {
    confirm::mark(context, findings);
    sort(findings);
    curb(findings);
}

/// The filing that the draft amounts to, with what remains to be said about it (warnings and hints): every value that is
/// asked for stands in its normal form.
///
/// # Errors
/// All findings, when one of them is an error: such a draft cannot be exported.
pub fn complete(context: &Context<'_>) -> Result<(Filing, Vec<Finding>), Vec<Finding>> {
    let findings = check(context);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(findings);
    }
    let mut draft = context.draft.clone();
    for id in context.draft.asked() {
        if let Some(value) = context.draft.get(id) {
            draft.set(id, Some(normalised(context.draft, id, value)));
        }
    }
    Ok((Filing::vouch(draft), findings))
}

/// By field, then by weight, what is confirmed last; within these in the order of the register.
fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.field, !finding.counts(), finding.severity, finding.spot));
}

/// Drops what a rule says about a field for the twenty-first time: lists of a hostile draft have any length. The gravest stay.
fn curb(findings: &mut Vec<Finding>) {
    let mut counts: HashMap<(FieldId, &'static str), usize> = HashMap::new();
    findings.retain(|finding| {
        let count = counts.entry((finding.field, finding.rule)).or_default();
        *count += 1;
        *count <= MOST_OF_A_RULE
    });
}
