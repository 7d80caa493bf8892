//! What a draft says beside those that are on record: the mini-program and the subject are known there.

use super::collisions::{about, own, same_subject};
use crate::filing::record::Source;
use crate::filing::{FieldId, FilingKind, Stage, Value};
use crate::rules::engine::mark::Mark;
use crate::rules::engine::peers::{OF_SUBJECT, Traits, comparable};
use crate::rules::engine::{Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// Two new filings of one mini-program.
pub static APP_ID_IN_ANOTHER_DRAFT: Rule = Rule {
    name: "app-id-in-another-draft",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::AppId],
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("同一个 AppID 有两份新增备案", "Two new filings of one AppID"),
    what: text("一个小程序（AppID）只备案一次。", "A mini-program, which its AppID names, is filed once."),
    why: text("已备案的不能再新增，第二份提交不了。", "What is filed cannot be filed again: the second one is not accepted."),
    fix: text(
        "已备案的办变更；另一个小程序的，填它自己的 AppID。",
        "Change what is filed; for another mini-program enter its own AppID.",
    ),
    messages: &[
        message(
            "filed",
            text("「{drafts}」已用这个 AppID 备案。", "Filed under this AppID already: {drafts}."),
            text(
                "信息有变的，从那份草稿办变更；另一个小程序的，换成它的 AppID。",
                "To alter it, begin a change from that draft; for another mini-program enter its own AppID.",
            ),
        ),
        message(
            "prepared",
            text("「{drafts}」是同一个 AppID。", "The same AppID: {drafts}."),
            text("留一份，或改成另一个小程序的 AppID。", "Keep one of them, or enter the AppID of the other mini-program."),
        ),
    ],
    wrong: case(
        "mini_program.app_id = 'wx0000000000000001'\nbeside.mini_program.app_id = 'wx0000000000000001'",
        text("两份新增备案填了同一个 AppID。", "Two new filings name one AppID."),
    ),
    right: case(
        "mini_program.app_id = 'wx0000000000000001'\nbeside.mini_program.app_id = 'wx0000000000000002'",
        text("每个小程序填写自己的 AppID。", "Each names its own."),
    ),
    check: app_id_in_another_draft,
};

fn app_id_in_another_draft(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| me.kind == FilingKind::New && me.is_to_come()) else { return };
    let others: Vec<&Traits> = context.peers().of_app_id(me.app_id).filter(|other| other.kind == FilingKind::New).collect();
    let finding = APP_ID_IN_ANOTHER_DRAFT.finds(FieldId::AppId);
    let filed = about(
        finding.clone().with_message(message_of!(APP_ID_IN_ANOTHER_DRAFT, "filed")),
        others.iter().copied().filter(|other| other.stage == Stage::Filed),
    );
    let prepared = || {
        let others = others.iter().copied().filter(|other| other.is_to_come());
        about(finding.with_message(message_of!(APP_ID_IN_ANOTHER_DRAFT, "prepared")), others)
    };
    findings.extend(filed.or_else(prepared));
}

/// One name for two mini-programs of one subject.
pub static MINI_PROGRAM_NAME_OF_TWO_APP_IDS: Rule = Rule {
    name: "mini-program-name-of-two-app-ids",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: source::DRAFT_COMPARISON,
    prevents: &[Rejection::NameTaken],
    title: text("两个 AppID 同名", "One name under two AppIDs"),
    what: text("同一主体的两个小程序不同名。", "Two mini-programs of one entity have different names."),
    why: text("小程序名称不能重复，同名会被退回。", "Names of mini-programs are unique: the same one is rejected."),
    fix: text("核对名称和 AppID，改掉填错的一份。", "Compare names and AppIDs, and correct the wrong one."),
    messages: &[message(
        "",
        text("「{drafts}」是另一个 AppID，小程序同名。", "The same name under another AppID: {drafts}."),
        text("核对名称和 AppID，改掉填错的一份。", "Compare names and AppIDs, and correct the wrong one."),
    )],
    wrong: case(
        "mini_program.name = '小食记'\nmini_program.app_id = 'wx0000000000000001'\n\
         beside.mini_program.name = '小食记'\nbeside.mini_program.app_id = 'wx0000000000000002'",
        text("甲公司的两个小程序都叫「小食记」。", "Both mini-programs of company A are called 小食记."),
    ),
    right: case(
        "mini_program.name = '小食记'\nmini_program.app_id = 'wx0000000000000001'\n\
         beside.mini_program.name = '小食记外卖'\nbeside.mini_program.app_id = 'wx0000000000000002'",
        text("第二个另有名称。", "The second one has a name of its own."),
    ),
    check: mini_program_name_of_two_app_ids,
};

fn mini_program_name_of_two_app_ids(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| !me.app_id.is_empty()) else { return };
    let is_another = |other: &&Traits| {
        let known = !me.subject.is_empty() && !other.subject.is_empty() && !other.app_id.is_empty();
        known && same_subject(me, other) && other.app_id != me.app_id && other.stage != Stage::Deregistered
    };
    let others = context.peers().of_mini_program(me.mini_program).filter(is_another);
    findings.extend(about(MINI_PROGRAM_NAME_OF_TWO_APP_IDS.finds(FieldId::MiniProgramName), others));
}

/// Never filed, says the draft, or nothing yet; another one of the subject is filed.
pub static FILED_BEFORE_IN_ANOTHER_DRAFT: Rule = Rule {
    name: "filed-before-in-another-draft",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::FiledBefore],
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("主体已经备过案", "The entity has filed before"),
    what: text(
        "主体备过案的，再备案是再新增一个小程序，不是首次备案。",
        "An entity that is on record adds a mini-program: it is not a first filing.",
    ),
    why: text(
        "按首次备案提交，会与已有的主体信息冲突而退回。",
        "Submitted as a first filing it conflicts with the record, and is rejected.",
    ),
    fix: text("答「是」，主体信息与原备案一致。", "Answer yes, and keep the entity's data as they are on record."),
    messages: &[message(
        "",
        text("「{drafts}」是同一主体，已经备案成功。", "On record for the same filing entity: {drafts}."),
        text("答「是」，主体信息与原备案一致。", "Answer yes, and keep the entity's data as they are on record."),
    )],
    wrong: case(
        "answers.filed_before = false\nbeside.mini_program.app_id = 'wx0000000000000001'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }, { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' }, { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  \
         { at = 2026-11-21T14:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n\
         ]",
        text(
            "甲公司的一个小程序已经备案，这份却答没有备过案。",
            "Company A has one on record, and this draft says it never filed.",
        ),
    ),
    right: case(
        "answers.filed_before = true\nbeside.mini_program.app_id = 'wx0000000000000001'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }, { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' }, { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  \
         { at = 2026-11-21T14:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n\
         ]",
        text("这份答备过案。", "This draft says so."),
    ),
    check: filed_before_in_another_draft,
};

/// Filings of the same subject that are on record.
fn on_record<'a>(context: &Context<'a>, me: &Traits) -> impl Iterator<Item = &'a Traits> {
    context.peers().of_subject(me.subject).filter(|other| other.stage == Stage::Filed && other.kind == FilingKind::New)
}

/// Whether another filing of the subject that is on record has this value in this field.
pub(in crate::rules) fn is_on_record_elsewhere(context: &Context<'_>, id: FieldId, value: &str) -> bool {
    let value = comparable(value);
    own(context).is_some_and(|me| on_record(context, me).any(|other| other.on_record.contains(&(id, value))))
}

fn filed_before_in_another_draft(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| me.kind == FilingKind::New && me.is_to_come()) else { return };
    // Asked of thousands of drafts when a list is compared, most of which are the only one of their subject.
    let mut on_record = on_record(context, me).peekable();
    if on_record.peek().is_some() && context.asks(FieldId::FiledBefore) && context.answer(FieldId::FiledBefore) != Some(true) {
        findings.extend(about(FILED_BEFORE_IN_ANOTHER_DRAFT.finds(FieldId::FiledBefore), on_record));
    }
}

/// What a new filing says about the subject is not what is on record.
pub static DIFFERS_FROM_SUBJECT_ON_RECORD: Rule = Rule {
    name: "differs-from-subject-on-record",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &OF_SUBJECT,
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("与主体的备案信息不一致", "Differs from the entity's record"),
    what: text(
        "再新增一个小程序，主体信息与已有的备案一致。",
        "One more mini-program has the entity's data as they are on record.",
    ),
    why: text("主体信息冲突会被退回；变了的要先办变更。", "A conflict is rejected; what has changed is changed on record first."),
    fix: text("照原备案填；确实变了的，先办变更备案。", "Enter what is on record; file a change first if it has changed."),
    messages: &[message(
        "",
        text("「{drafts}」已备案，那里不是这样填的。", "On record it is something else, in {drafts}."),
        text("照原备案填；确实变了的，先办变更备案。", "Enter what is on record; file a change first if it has changed."),
    )],
    wrong: case(
        "responsible_person.email = 'new@example.com'\n\
         beside.mini_program.app_id = 'wx0000000000000001'\n\
         beside.responsible_person.email = 'old@example.com'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }, { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' }, { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  \
         { at = 2026-11-21T14:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n\
         ]",
        text(
            "备案里是 old@example.com，第二个小程序写了别的邮箱。",
            "old@example.com is on record; the second mini-program says otherwise.",
        ),
    ),
    right: case(
        "responsible_person.email = 'old@example.com'\n\
         beside.mini_program.app_id = 'wx0000000000000001'\n\
         beside.responsible_person.email = 'old@example.com'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }, { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' }, { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  \
         { at = 2026-11-21T14:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n\
         ]",
        text("两份写的是同一个邮箱。", "Both say the same."),
    ),
    check: differs_from_subject_on_record,
};

fn differs_from_subject_on_record(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| me.kind == FilingKind::New && me.is_to_come()) else { return };
    let others: Vec<&Traits> = on_record(context, me).filter(|other| me.app_id.is_empty() || other.app_id != me.app_id).collect();
    if others.is_empty() {
        return;
    }
    for id in OF_SUBJECT {
        let Some(mine) = context.typed(id).map(comparable) else { continue };
        // Where the draft knows what is on record itself, another rule says so, and what it is.
        let known = context.recorded(id).and_then(Value::as_text).map(comparable);
        let is_news = |value: Mark| value != mine && Some(value) != known;
        let differs = |other: &&Traits| other.on_record.iter().any(|(field, value)| *field == id && is_news(*value));
        let finding = DIFFERS_FROM_SUBJECT_ON_RECORD.finds(id);
        findings.extend(about(finding, others.iter().copied().filter(differs)));
    }
}

/// The draft that a change began with is not among those at hand.
pub static ORIGINAL_NOT_AT_HAND: Rule = Rule {
    name: "original-not-at-hand",
    topic: Topic::Drafts,
    severity: Severity::Hint,
    fields: &[FieldId::RecordSource],
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("原备案的草稿不在", "The filed draft is missing"),
    what: text("变更完成后，新的内容会写回原备案的草稿。", "Once a change is through, the filed draft it began with is updated."),
    why: text("原备案的草稿删了或移走了，就没有可以更新的。", "If that draft was deleted or moved, there is nothing to update."),
    fix: text("移走的放回来；删了的不影响这次变更。", "Move it back; if it was deleted, the change is not affected."),
    messages: &[message(
        "",
        text("一起检查的草稿里，没有这个备案号的已备案草稿。", "None of the drafts at hand is filed under this number."),
        text(
            "移走的放回来；删了的不影响这次变更，以后从这份开始。",
            "Move it back; if it was deleted, this change is not affected, and the next one begins with it.",
        ),
    )],
    wrong: case(
        "kind = 'change'\nrecord.source = 'draft'\nrecord.number = '蜀ICP备2026000001号-1X'\n\
         beside.mini_program.app_id = 'wx0000000000000002'",
        text("变更从一份草稿开始，那份已经不在了。", "The change began with a draft that is gone."),
    ),
    right: case(
        "kind = 'change'\nrecord.source = 'typed'\nrecord.number = '蜀ICP备2026000001号-1X'\n\
         beside.mini_program.app_id = 'wx0000000000000002'",
        text("原备案是手工填写的。", "What is on record was typed."),
    ),
    check: original_not_at_hand,
};

fn original_not_at_hand(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| me.kind == FilingKind::Change && me.is_to_come()) else { return };
    let began_with_draft = context.typed(FieldId::RecordSource) == Some(Source::Draft.word());
    if !began_with_draft || me.record.is_empty() {
        return;
    }
    // What has ended is at hand, and told of by another rule.
    let mut originals = context.peers().ever_of_record(me.record).filter(|other| other.kind != FilingKind::Deregistration);
    // Another AppID under its very number is a slip, which another rule tells of.
    let is_it = |other: &Traits| {
        me.app_id.is_empty() || other.app_id == me.app_id || (!me.service.is_empty() && other.service == me.service)
    };
    if !originals.any(|other| !other.is_to_come() && is_it(other)) {
        findings.push(ORIGINAL_NOT_AT_HAND.finds(FieldId::RecordSource));
    }
}

/// A change that is through is not in the draft of what was filed.
pub static CHANGE_NOT_TAKEN_OVER: Rule = Rule {
    name: "change-not-taken-over",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind],
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("变更没有写回", "A change has not reached the filed draft"),
    what: text(
        "变更通过后，已备案的草稿写的是变更后的内容。",
        "Once a change is through, the filed draft says what it made of the filing.",
    ),
    why: text(
        "从旧的内容再办变更或新增，会与备案信息冲突。",
        "A change or filing that begins with what was on record before conflicts with what is now.",
    ),
    fix: text("对那份变更运行 beian status 变更 sync。", "Run beian status CHANGE sync with that change."),
    messages: &[message(
        "",
        text(
            "变更「{drafts}」已经通过，这份草稿里还是原来的内容。",
            "These changes are through, and this draft has what was on record before: {drafts}.",
        ),
        text(
            "运行 beian status 那份变更 sync；或在那份变更的「进度」里撤销「通过」，再记一次。",
            "Run beian status CHANGE sync; or undo the approval under Status of the change, and record it again.",
        ),
    )],
    wrong: case(
        "events = [{ at = 2026-11-10T02:00:00Z, kind = 'submitted' }, { at = 2026-11-10T03:00:00Z, kind = 'platform-passed' },\n  \
         { at = 2026-11-10T04:00:00Z, kind = 'sms-received' }, { at = 2026-11-10T05:00:00Z, kind = 'sms-verified' },\n  \
         { at = 2026-11-11T06:00:00Z, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' }]\n\
         beside.kind = 'change'\n\
         beside.record.number = '蜀ICP备2026000001号-1X'\n\
         beside.events = [{ at = 2026-11-20T02:00:00Z, kind = 'submitted' },\n  \
         { at = 2026-11-20T03:00:00Z, kind = 'platform-passed' }, { at = 2026-11-20T04:00:00Z, kind = 'sms-received' },\n  \
         { at = 2026-11-20T05:00:00Z, kind = 'sms-verified' }, { at = 2026-11-21T06:00:00Z, kind = 'bureau-passed' }]",
        text("变更通过时，这份草稿在回收站里。", "This draft was in the trash when the change came through."),
    ),
    right: case(
        "events = [{ at = 2026-11-10T02:00:00Z, kind = 'submitted' }, { at = 2026-11-10T03:00:00Z, kind = 'platform-passed' },\n  \
         { at = 2026-11-10T04:00:00Z, kind = 'sms-received' }, { at = 2026-11-10T05:00:00Z, kind = 'sms-verified' },\n  \
         { at = 2026-11-11T06:00:00Z, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' }]\n\
         beside.kind = 'change'\n\
         beside.record.number = '蜀ICP备2026000001号-2X'\n\
         beside.events = [{ at = 2026-11-20T02:00:00Z, kind = 'submitted' },\n  \
         { at = 2026-11-20T03:00:00Z, kind = 'platform-passed' }, { at = 2026-11-20T04:00:00Z, kind = 'sms-received' },\n  \
         { at = 2026-11-20T05:00:00Z, kind = 'sms-verified' }, { at = 2026-11-21T06:00:00Z, kind = 'bureau-passed' }]",
        text("变更的是另一个小程序。", "The change was of another mini-program."),
    ),
    check: change_not_taken_over,
};

fn change_not_taken_over(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let is_on_record = |me: &&Traits| (me.kind, me.stage) == (FilingKind::New, Stage::Filed) && !me.service.is_empty();
    let Some(me) = own(context).filter(is_on_record) else { return };
    let is_news = |other: &&Traits| {
        let same = other.service == me.service && (other.app_id.is_empty() || me.app_id.is_empty() || other.app_id == me.app_id);
        let last = other.changed.last();
        same && other.kind == FilingKind::Change && last.is_some_and(|at| !me.changed.contains(at))
    };
    let others = context.peers().of_record(me.record).filter(is_news);
    findings.extend(about(CHANGE_NOT_TAKEN_OVER.finds(FieldId::FilingKind), others));
}
