//! Every check, a family a folder. A rule is a record in one place: its words, its source, its cases and the check
//! (`engine/rule.rs`); a family lists its rules, and the register joins the families.
//!
//! Only fields that a draft asks for are checked. A rule looks at a draft through [`Context`], says what it finds as
//! [`Finding`]s and never panics, whatever the draft holds. An empty field is the business of `required` alone; every other
//! rule is silent about it.

mod address;
mod certificate;
mod contact;
mod content;
mod cross_draft;
mod engine;
mod form;
mod naming;
mod organisation;
mod person;
pub mod province;
mod questions;
mod recheck;
mod record;
mod register;
pub mod rejection;
mod scans;
mod status;

pub use address::region::without_repeated_region;
pub(crate) use cross_draft::ended::RECORD_HAS_ENDED;
pub(crate) use cross_draft::numbers::{FILING_NUMBER_IN_ANOTHER_DRAFT, drafts_with_number};
pub use engine::confirmation;
pub(crate) use engine::message_of;
pub use engine::normalise::normalised;
pub use engine::peers;
pub use engine::{
    Applicability, Arg, Case, Column, Confidence, Context, Finding, Fix, Message, Rejection, Rule, Sentence, Severity, Source,
    Spot, Topic,
};
pub(crate) use form::required::REQUIRED_FIELD_EMPTY;
pub(crate) use person::left_out::PERSON_LEFT_OUT;
pub use questions::about::{given, reopened, settled, unanswered};
pub use questions::open::QUESTION_OPEN;
pub use recheck::Recheck;
pub(crate) use record::change::CHANGE_OF_WHAT_IS_FIXED;
pub use record::{Departure, departure, elsewhere, record_number};
#[cfg(any(test, feature = "internals"))]
pub use register::rules_against;
pub use register::{find, register};
#[cfg(any(test, feature = "internals"))]
pub use scans::expected::THRESHOLDS as PICTURE_THRESHOLDS;
pub use scans::expected::is_card;
#[cfg(any(test, feature = "internals"))]
pub use scans::file::limits;
pub(crate) use scans::files::{FILE_DAMAGED, FILE_MISSING, FILE_OF_ANOTHER_FORMAT};
pub use scans::required_materials;
pub(crate) use scans::size::PICTURE_TOO_SMALL;
pub(crate) use scans::writing::kind::SCAN_OF_ANOTHER_KIND;
pub use scans::writing::offers::{Offer, offers};
pub(crate) use scans::writing::sides::SCAN_SIDES_OF_TWO_PEOPLE;
pub(crate) use scans::writing::values::{SCAN_DIFFERS, SCAN_FILLS};
pub(crate) use status::rejections::leave_words_out;

use crate::filing::status::Judged;
use crate::filing::{FieldId, Filing, FilingKind, Stage};

/// The version of the rule set, a date: it changes when a rule is added, dropped or judges differently.
pub const VERSION: &str = "2026-11-30";

/// So many findings of one rule under one field say enough.
const MOST_OF_A_RULE: usize = 20;

/// How many findings of this weight count: those that nobody stands by.
#[must_use]
pub fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity && finding.counts()).count()
}

/// What findings say of a draft that is to be handed in.
#[must_use]
pub fn judged(findings: &[Finding]) -> Judged {
    let of = |rule: &Rule| findings.iter().filter(|finding| finding.rule.name == rule.name && finding.counts()).count();
    Judged {
        errors: count(findings, Severity::Error),
        questions: of(&QUESTION_OPEN),
        record_has_ended: findings.iter().any(|finding| {
            finding.rule.name == RECORD_HAS_ENDED.name && finding.severity == Severity::Warning && finding.counts()
        }),
    }
}

/// All findings about a draft, in the order of the field table, the gravest first within a field; of one rule no more than 20
/// under a field.
#[must_use]
pub fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::with_capacity(MANY);
    for rule in register() {
        run(rule, context, &mut findings);
    }
    finish(context, &mut findings);
    findings
}

/// Runs a rule, if the filing is about any of its fields: what is not filed is not judged. Of what is over, errors stay, since a package
/// can still be made of it; what could only be seen to before it was handed in does not, but for its story and what other drafts say.
fn run(rule: &Rule, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let kind = context.kind();
    if !rule.fields.iter().any(|id| id.field().is_filed_in(kind)) {
        return;
    }
    let before = findings.len();
    (rule.check)(context, findings);
    // The story of a filing is told at its kind.
    let is_of_story = rule.topic == Topic::Status && rule.fields == [FieldId::FilingKind];
    if findings.len() > before && !is_of_story && rule.topic != Topic::Drafts && is_over(context) {
        let mut place = 0;
        findings.retain(|finding| {
            place += 1;
            place <= before || finding.severity == Severity::Error
        });
    }
}

/// Whether nothing is handed in from this draft any more: its filing has ended, or it is a change that is through, whose values the filed
/// draft has taken over. A filed draft is not over: certificates on record run out, and the next change begins with it.
fn is_over(context: &Context<'_>) -> bool {
    match context.stage() {
        Stage::Deregistered => true,
        Stage::Filed => context.kind() == FilingKind::Change,
        Stage::Preparing | Stage::PlatformReview | Stage::SmsVerification | Stage::BureauReview => false,
    }
}

/// Findings that a draft hardly has more of.
const MANY: usize = 32;

/// What a draft and the others at hand say together; the rest of the rules keep silent.
#[must_use]
pub fn check_with_peers(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in register().iter().filter(|rule| rule.topic == Topic::Drafts) {
        run(rule, context, &mut findings);
    }
    finish(context, &mut findings);
    findings
}

/// The findings that stand under one field, the gravest first.
#[must_use]
pub fn check_field(context: &Context<'_>, field: FieldId) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in register().iter().filter(|rule| rule.fields.contains(&field)) {
        run(rule, context, &mut findings);
    }
    findings.retain(|finding| finding.field == field);
    finish(context, &mut findings);
    findings
}

fn finish(context: &Context<'_>, findings: &mut Vec<Finding>) {
    confirmation::mark(context, findings);
    sort(findings);
    cap_per_rule(findings);
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
    Ok((Filing::vouch(context.normalised_draft()), findings))
}

/// By field, then by weight, what is confirmed last; within these in the order of the register.
fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.field, !finding.counts(), finding.severity, finding.spot));
}

/// Drops what a rule says about a field (they stand together) for the twenty-first time: lists of a hostile draft have any length. The gravest stay.
fn cap_per_rule(findings: &mut Vec<Finding>) {
    if findings.chunk_by(|one, next| one.field == next.field).all(|of_field| of_field.len() <= MOST_OF_A_RULE) {
        return;
    }
    let mut field = None;
    let mut counts: Vec<(&'static Rule, usize)> = Vec::new();
    findings.retain(|finding| {
        if field.replace(finding.field) != Some(finding.field) {
            counts.clear();
        }
        match counts.iter_mut().find(|(rule, _)| *rule == finding.rule) {
            Some((_, count)) => {
                *count += 1;
                *count <= MOST_OF_A_RULE
            }
            None => {
                counts.push((finding.rule, 1));
                true
            }
        }
    });
}
