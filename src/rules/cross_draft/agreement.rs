//! What the filings of one subject have to say alike: its certificate, its name, who answers for it.

use super::collisions::{about, own};
use crate::filing::{FieldId, FilingKind};
use crate::rules::engine::peers::{AGREED, Traits};
use crate::rules::engine::{Context, Finding, Rejection, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// Two drafts of one subject say different things about it.
pub static SUBJECT_DIFFERS_BETWEEN_DRAFTS: Rule = Rule {
    name: "subject-differs-between-drafts",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &AGREED,
    source: source::STEP_BY_STEP_AND_EMPTY_SUBJECTS,
    prevents: &[Rejection::EarlierRecordDiffers],
    title: text("同一主体的草稿写得不一样", "Drafts of one entity disagree"),
    what: text(
        "同一主体的每份备案，性质、名称、证件、住所、法定代表人和主体负责人都要一样。",
        "All filings of an entity agree on its type, name, certificate, address, legal representative and responsible person.",
    ),
    why: text(
        "一个主体在备案系统里只有一条信息；后提交的与先备案的不一致，会被退回。",
        "The ministry keeps one record of an entity: a filing that differs from the earlier one is rejected.",
    ),
    fix: text("照证件核对，两边写成一样。", "Compare with the certificate and make both alike."),
    messages: &[message(
        "",
        text("在「{drafts}」里写的是另一个。", "In {drafts} it says something else."),
        text("照证件核对，两边写成一样。", "Compare with the certificate and make both alike."),
    )],
    wrong: case(
        "subject.name = '虚构科技有限公司'\n\
         subject.certificate.number = '91510107MA0000007C'\n\
         beside.subject.name = '虚构数码有限公司'\n\
         beside.subject.certificate.number = '91510107MA0000007C'",
        text("同一个信用代码，两个名称。", "One credit code, two names."),
    ),
    right: case(
        "subject.name = '虚构科技有限公司'\n\
         subject.certificate.number = '91510107MA0000007C'\n\
         beside.subject.name = '虚构科技有限公司'\n\
         beside.subject.certificate.number = '91510107MA0000007C'",
        text("名称一致。", "The names agree."),
    ),
    check: subject_differs_between_drafts,
};

/// Whether a draft is still to be submitted or under way as a new filing: what is on record is held against drafts by another rule, and
/// a change is there to differ.
fn is_open(traits: &Traits) -> bool {
    traits.kind == FilingKind::New && traits.is_to_come()
}

fn subject_differs_between_drafts(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| is_open(me)) else { return };
    for (id, mine) in &me.agreed {
        let differs = |other: &Traits| other.agreed.iter().any(|(there, theirs)| there == id && theirs != mine);
        // The number of an individual is what the drafts are found by; the name of a person has a rule of its own.
        let others = context.peers().of_subject(me.subject).filter(|other| is_open(other) && differs(other));
        let told_elsewhere = me.individual && *id == FieldId::ResponsiblePersonName;
        findings.extend(about(SUBJECT_DIFFERS_BETWEEN_DRAFTS.finds(*id), others).filter(|_| !told_elsewhere));
    }
}
