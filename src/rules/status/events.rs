//! The filing's story, as far as it stands in the draft.

use crate::filing::status::{day_in_china, lies_before};
use crate::filing::{Event, FieldId};
use crate::identifiers::icp_no;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::record::number::{Departure, departure, here};
use crate::text::text;

/// Events that a person wrote into the draft could not have happened in this order.
pub static EVENT_OUT_OF_ORDER: Rule = Rule {
    name: "event-out-of-order",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind],
    source: source::WECHAT_GUIDE,
    prevents: &[],
    title: text("进度记录的先后不对", "Events out of order"),
    what: text("进度里的事件要符合备案的步骤和时间先后。", "Events follow the steps of a filing, in time."),
    why: text("当前环节由事件推出，先后错了就推不对。", "The stage is derived from the events."),
    fix: text("改正或删去这条记录。", "Correct or remove the record."),
    messages: &[
        message(
            "stage",
            text(
                "进度第 {position} 条（{date}）在当时的环节不会发生。",
                "Entry {position} of the history ({date}) cannot happen at that step.",
            ),
            text("改正或删去这一条。", "Correct or remove it."),
        ),
        message(
            "time",
            text(
                "进度第 {position} 条（{date}）早于前一条。",
                "Entry {position} of the history ({date}) is earlier than the one above it.",
            ),
            text("核对时间。", "Check the time."),
        ),
    ],
    wrong: case(
        "events = [{ at = 2026-11-20T10:00:00+08:00, kind = 'sms-verified' }]",
        text("还没有提交，就核验了短信。", "The code is entered before anything was submitted."),
    ),
    right: case(
        "events = [{ at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }]",
        text("从提交开始。", "It begins with the submission."),
    ),
    check: event_out_of_order,
};

/// The filing number that the bureau is said to have given is none of a mini-program.
pub static FILING_NUMBER_INVALID: Rule = Rule {
    name: "filing-number-invalid",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind],
    source: source::MIIT_NUMBERING,
    prevents: &[],
    title: text("备案号不对", "Filing number is wrong"),
    what: text(
        "小程序的备案号以「-序号X」结尾，如「京ICP备2023000001号-1X」。",
        "A mini-program's number ends in a serial and X, like 京ICP备2023000001号-1X.",
    ),
    why: text("备案号要显示在小程序里。", "The number must be shown in the mini-program."),
    fix: text("从微信公众平台或工信部网站复制。", "Copy it from the console or the ministry's site."),
    messages: &[
        message(
            "malformed",
            text(
                "进度第 {position} 条（{date}）里的「{number}」不像备案号。",
                "\"{number}\" in entry {position} of the history ({date}) is not a filing number.",
            ),
            text("从微信公众平台复制备案号。", "Copy it from the console."),
        ),
        message(
            "other_service",
            text(
                "进度第 {position} 条（{date}）里的「{number}」不是小程序的备案号。",
                "\"{number}\" in entry {position} of the history ({date}) is not a mini-program's number.",
            ),
            text("核对备案号；小程序的以 X 结尾。", "A mini-program's number ends in X: check it."),
        ),
        message(
            "province",
            text(
                "进度第 {position} 条（{date}）里的「{number}」不是{province}的备案号。",
                "\"{number}\" in entry {position} of the history ({date}) is not a number of {province}.",
            ),
            text("核对备案号和备案地区。", "Check the number and the region."),
        ),
        message(
            "changed",
            text(
                "进度第 {position} 条（{date}）里的「{number}」不是变更的备案号「{record}」：变更不改备案号。",
                "\"{number}\" in entry {position} of the history ({date}) is not the number that was changed, {record}: a change keeps it.",
            ),
            text(
                "核对备案号；变更的是另一项的，改「原备案号」。",
                "Check the number; if another filing was changed, correct the number on record.",
            ),
        ),
        message(
            "other_entity",
            text(
                "进度第 {position} 条（{date}）里的「{number}」与主体的备案号「{record}」不是同一个主体。",
                "\"{number}\" in entry {position} of the history ({date}) is of another filing entity than {record}.",
            ),
            text(
                "同一主体的小程序只有序号（-1X、-2X）不同：核对备案号。",
                "Numbers of one entity differ in their serials (-1X, -2X) alone: check it.",
            ),
        ),
    ],
    wrong: case(
        "events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' },\n  { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  { at = 2026-11-21T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1' },\n]",
        text("没有 X，是网站的号。", "Without the X: a website's number."),
    ),
    right: case(
        "events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' },\n  { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  { at = 2026-11-21T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n]",
        text("小程序的号以 X 结尾。", "A mini-program's number ends in X."),
    ),
    check: filing_number_invalid,
};

/// Position of an event as people count, and its day.
fn place(finding: Finding, index: usize, day: chrono::NaiveDate) -> Finding {
    let position = i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1);
    finding.with("position", Arg::Number(position)).with("date", Arg::Date(day))
}

fn event_out_of_order(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let events = context.events();
    let impossible = context.history().impossible();
    // A change of the subject may have come through while this filing was under review: it is told of behind the end of that.
    let is_early = |before: &Event, after: &Event| lies_before(after.at, before.at) && !after.is_written_by_change();
    let early = events.windows(2).enumerate().filter(|(_, pair)| matches!(pair, [before, after] if is_early(before, after)));
    let early: Vec<usize> = early.map(|(index, _)| index + 1).collect();
    for (index, event) in events.iter().enumerate() {
        let reason = match () {
            () if impossible.contains(&index) => message_of!(EVENT_OUT_OF_ORDER, "stage"),
            () if early.contains(&index) => message_of!(EVENT_OUT_OF_ORDER, "time"),
            () => continue,
        };
        findings.push(place(EVENT_OUT_OF_ORDER.finds(FieldId::FilingKind).with_message(reason), index, day_in_china(event.at)));
    }
}

fn filing_number_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let events = context.events().iter().enumerate();
    for (index, event) in events.filter(|(_, event)| event.kind.has_number() && !event.number.is_empty()) {
        let verdict = icp_no::check(&event.number, context.today());
        let reason = match (verdict.valid, verdict.reason) {
            (true, "miniprogram") => {
                let Some(province) = here(context).filter(|province| !verdict.normalized.starts_with(province.prefix)) else {
                    findings.extend(departs(context, event).map(|finding| place(finding, index, day_in_china(event.at))));
                    continue;
                };
                let finding = FILING_NUMBER_INVALID.finds(FieldId::FilingKind);
                let finding = finding.with_message(message_of!(FILING_NUMBER_INVALID, "province"));
                let finding = finding.with("province", Arg::Name(province.short)).with("number", Arg::Text(event.number.clone()));
                findings.push(place(finding, index, day_in_china(event.at)));
                continue;
            }
            (true, _) => message_of!(FILING_NUMBER_INVALID, "other_service"),
            (false, _) => message_of!(FILING_NUMBER_INVALID, "malformed"),
        };
        let finding = FILING_NUMBER_INVALID.finds(FieldId::FilingKind).with_message(reason);
        findings.push(place(finding.with("number", Arg::Text(event.number.clone())), index, day_in_china(event.at)));
    }
}

/// That a number is not the one that the draft refers to.
fn departs(context: &Context<'_>, event: &Event) -> Option<Finding> {
    // Both decide which number it has to be.
    let (record, _) = (context.text(FieldId::RecordNumber), context.kind());
    let reason = match departure(context.draft(), &event.number, context.today())? {
        Departure::OfChange => message_of!(FILING_NUMBER_INVALID, "changed"),
        Departure::OfSubject => message_of!(FILING_NUMBER_INVALID, "other_entity"),
    };
    let finding = FILING_NUMBER_INVALID.finds(FieldId::FilingKind).with_message(reason);
    Some(finding.with("number", Arg::Text(event.number.clone())).with("record", Arg::Text(record.trim().to_owned())))
}
