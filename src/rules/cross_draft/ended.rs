//! A change or a deregistration of what another draft at hand says to have ended.

use super::collisions::{about, own};
use crate::filing::{FieldId, FilingKind, Stage};
use crate::rules::engine::peers::Traits;
use crate::rules::engine::{Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// What is to be changed or ended was deregistered already.
pub static RECORD_HAS_ENDED: Rule = Rule {
    name: "record-has-ended",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::RecordNumber, FieldId::FiledBefore],
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("原备案已经注销", "The filing has ended"),
    what: text("变更和注销的，是还有效的备案。", "Only a filing that still stands can be changed or deregistered."),
    why: text("已经注销的备案，平台不再受理。", "The platform takes no more orders for a filing that has ended."),
    fix: text(
        "还要用的重新备案；其实没有注销的，在那份草稿的「进度」里撤销那一条。",
        "File again if it is still used; if it did not end, undo that record under Status of the other draft.",
    ),
    messages: &[
        message(
            "change",
            text(
                "照「{drafts}」看，这份备案已经注销，没有可以变更的了。",
                "According to {drafts}, this filing was deregistered: there is nothing to change.",
            ),
            text(
                "还要用的重新备案；记错了的，在那份草稿里撤销。",
                "File again if it is still used; undo it there if that is a mistake.",
            ),
        ),
        message(
            "access",
            text(
                "照「{drafts}」看，微信接入已经取消，不能再从微信变更或注销。",
                "According to {drafts}, WeChat's access has been cancelled: nothing more can be changed or deregistered from there.",
            ),
            text(
                "别的平台还接入的，到那里办；记错了的，在那份草稿里撤销。",
                "Do it with the provider that still gives access; undo it there if that is a mistake.",
            ),
        ),
        message(
            "more",
            text(
                "照「{drafts}」看，这个主体已经注销，不能复用它的备案信息。",
                "According to {drafts}, the entity itself was deregistered: nothing of it can be reused.",
            ),
            text(
                "还要用的按首次备案办；记错了的，在那份草稿里撤销。",
                "Make a first filing if it is still used; undo it there if that is a mistake.",
            ),
        ),
        message(
            "more_access",
            text(
                "照「{drafts}」看，这个主体在微信的接入已经取消。",
                "According to {drafts}, WeChat's access to the entity's filing has been cancelled.",
            ),
            text(
                "先在公众平台看看还能不能复用主体资料；不能的，照备案记录全部填写。",
                "See whether the console still offers to reuse the entity; where it does not, enter everything as it is on record.",
            ),
        ),
        message(
            "end",
            text(
                "照「{drafts}」看，这份备案已经注销，不用再注销。",
                "According to {drafts}, this filing was deregistered already.",
            ),
            text("记错了的，在那份草稿里撤销。", "If that is a mistake, undo it there."),
        ),
    ],
    wrong: case(
        "kind = 'change'\nrecord.number = '蜀ICP备2026000001号-1X'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }, { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' }, { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  \
         { at = 2026-11-21T14:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n  \
         { at = 2026-11-22T14:00:00+08:00, kind = 'deregistered' },\n\
         ]",
        text("原备案的草稿里记着已经注销。", "The filed draft says that it has been deregistered since."),
    ),
    right: case(
        "kind = 'change'\nrecord.number = '蜀ICP备2026000001号-1X'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }, { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' }, { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  \
         { at = 2026-11-21T14:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n\
         ]",
        text("原备案还有效。", "It stands."),
    ),
    check: record_has_ended,
};

fn record_has_ended(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| me.is_to_come()) else { return };
    let message = match me.kind {
        FilingKind::New => message_of!(RECORD_HAS_ENDED, "more"),
        FilingKind::Change => message_of!(RECORD_HAS_ENDED, "change"),
        FilingKind::Deregistration => message_of!(RECORD_HAS_ENDED, "end"),
    };
    let ends = ends_of(context, me);
    let is_access = me.kind != FilingKind::New && !ends.is_empty() && ends.iter().all(|end| end.without_access);
    let message = if is_access { message_of!(RECORD_HAS_ENDED, "access") } else { message };
    let field = if me.kind == FilingKind::New { FieldId::FiledBefore } else { FieldId::RecordNumber };
    findings.extend(about(RECORD_HAS_ENDED.finds(field).with_message(message), ends.into_iter()));
    if me.kind == FilingKind::New && context.answer(FieldId::FiledBefore) == Some(true) {
        let filed = || context.peers().ever_of_record(me.record).filter(|other| other.kind == FilingKind::New);
        let without = filed().filter(|other| other.without_access);
        let stands = filed().any(|other| other.stage == Stage::Filed);
        let finding = RECORD_HAS_ENDED.finds(field).with_message(message_of!(RECORD_HAS_ENDED, "more_access"));
        findings.extend((!stands).then(|| about(finding.with_severity(Severity::Hint), without)).flatten());
    }
}

/// The drafts that say that what a draft refers to has ended; none where it stands.
pub(super) fn ends_of<'a>(context: &Context<'a>, draft: &Traits) -> Vec<&'a Traits> {
    if draft.kind == FilingKind::New {
        // One more mini-program names the number of another one: only the end of the entity ends it.
        let ended = context.peers().ever_of_record(draft.record).filter(|other| other.ends_subject);
        return if draft.is_to_come() { ended.collect() } else { Vec::new() };
    }
    if draft.app_id.is_empty() || draft.record.is_empty() {
        return Vec::new();
    }
    let same = || context.peers().ever_of_record(draft.record).filter(|other| other.app_id == draft.app_id);
    // One that was filed again under the subject's number stands.
    if same().any(|other| other.kind == FilingKind::New && other.stage == Stage::Filed) {
        return Vec::new();
    }
    same().filter(|other| other.has_ended()).collect()
}
