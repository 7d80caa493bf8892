//! One more mini-program of a subject on record: the subject is the one on record.

use crate::filing::change::fits_record;
use crate::filing::{FilingKind, Stage, Value};
use crate::rules::cross_draft::records::is_on_record_elsewhere;
use crate::rules::engine::peers::OF_SUBJECT;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// What is entered about the subject is not what is on record.
pub static SUBJECT_DIFFERS_FROM_RECORD: Rule = Rule {
    name: "subject-differs-from-record",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &OF_SUBJECT,
    source: source::STEP_BY_STEP_AND_EMPTY_SUBJECTS,
    prevents: &[Rejection::EarlierRecordDiffers],
    title: text("与备案记录不一致", "Differs from the record"),
    what: text(
        "再新增一个小程序，主体信息与备案记录一致。",
        "One more mini-program has the entity's data as they are on record.",
    ),
    why: text("主体信息冲突会被退回；变了的要先办变更。", "A conflict is rejected; what has changed is changed on record first."),
    fix: text("照备案记录填；确实变了的，先办变更备案。", "Enter what is on record; file a change first if it has changed."),
    messages: &[message(
        "",
        text("备案记录是「{old}」。", "On record it is {old}."),
        text("照备案记录填；确实变了的，先办变更备案。", "Enter what is on record; file a change first if it has changed."),
    )],
    wrong: case(
        "record.responsible_person.mobile = '13012340003'\nresponsible_person.mobile = '13012340009'",
        text("新增时换了手机号码，没有先办变更。", "Another mobile number than on record, and no change was filed."),
    ),
    right: case(
        "record.responsible_person.mobile = '13012340003'\nresponsible_person.mobile = '13012340003'",
        text("与备案记录相同。", "As it is on record."),
    ),
    check: subject_differs_from_record,
};

fn subject_differs_from_record(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // What is filed is on record itself, a change of the subject that came later included.
    if context.kind() != FilingKind::New || context.history().is_on_record() || context.stage() == Stage::Deregistered {
        return;
    }
    for id in OF_SUBJECT {
        let (Some(old), Some(new)) = (context.recorded(id), context.typed(id)) else { continue };
        // A draft of the subject that says the same and is filed knows of a change that came later than this record.
        if !fits_record(old, new) && !is_on_record_elsewhere(context, id, new) {
            let old = Arg::Text(Value::as_text(old).unwrap_or_default().to_owned());
            findings.push(SUBJECT_DIFFERS_FROM_RECORD.finds(id).with("old", old));
        }
    }
}
