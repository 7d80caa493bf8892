//! The filing number that a change or a deregistration refers to.

use chrono::NaiveDate;

use crate::catalog::province::{Province, province};
use crate::filing::deregistration::Scope;
use crate::filing::{Draft, FieldId, FilingKind, Value};
use crate::identifiers::icp_no;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// The number on record is no filing number, not a mini-program's, or not of the province in which the subject files.
pub static RECORD_NUMBER_INVALID: Rule = Rule {
    name: "record-number-invalid",
    topic: Topic::Status,
    severity: Severity::Error,
    fields: &[FieldId::RecordNumber],
    source: source::MIIT_NUMBERING,
    prevents: &[],
    title: text("原备案号不对", "Number on record is wrong"),
    what: text(
        "变更和注销凭备案号办理；小程序的以「-序号X」结尾，开头是备案省份的简称。",
        "A change or a deregistration names the filing by its number: the province's character first, a serial and X last.",
    ),
    why: text("备案号不对，就不知道变更或注销的是哪一项。", "A wrong number means another filing, or none."),
    fix: text("从微信公众平台或 beian.miit.gov.cn 复制。", "Copy it from the console or from beian.miit.gov.cn."),
    messages: &[
        message(
            "malformed",
            text("「{number}」不像备案号。", "\"{number}\" is not a filing number."),
            text("完整的写法如「蜀ICP备2026000001号-1X」。", "In full it looks like 蜀ICP备2026000001号-1X."),
        ),
        message(
            "character",
            text("「{number}」不像备案号：开头应为「{right}」。", "\"{number}\" is not a filing number: it begins with {right}."),
            text(
                "备案号里四川写「蜀」、甘肃写「陇」、云南写「滇」、贵州写「黔」。",
                "In filing numbers Sichuan is 蜀, Gansu 陇, Yunnan 滇 and Guizhou 黔.",
            ),
        ),
        message(
            "other_service",
            text("「{number}」不是小程序的备案号。", "\"{number}\" is not a mini-program's number."),
            text("小程序的备案号以「-序号X」结尾。", "A mini-program's number ends in a serial and X."),
        ),
        message(
            "province",
            text("「{number}」不是{province}的备案号。", "\"{number}\" is not a filing number of {province}."),
            text(
                "核对备案号和地区；换省不能变更，要注销后在新的省份重新备案。",
                "Check number and region. Another province cannot be filed as a change: deregister, then file there.",
            ),
        ),
        message(
            "province_of_other",
            text("「{number}」不是{province}的备案号。", "\"{number}\" is not a filing number of {province}."),
            text("照备案通知核对备案号和地区。", "Check the number and the region against the bureau's notice."),
        ),
    ],
    wrong: case(
        "kind = 'deregister'\nrecord.number = '蜀ICP备2026000001号-1'",
        text("没有 X，是网站的号。", "Without the X: a website's number."),
    ),
    right: case(
        "kind = 'deregister'\nrecord.number = '蜀ICP备2026000001号-1X'",
        text("小程序的号以 X 结尾。", "A mini-program's number ends in X."),
    ),
    check: record_number_invalid,
};

fn record_number_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(number) = context.typed(FieldId::RecordNumber) else { return };
    // The whole subject ends under its own number as well.
    let of_subject = || {
        context.typed(FieldId::DeregistrationScope).and_then(Scope::from_word) == Some(Scope::Subject)
            && context.asks(FieldId::DeregistrationScope)
    };
    findings.extend(judge(number, context.kind(), of_subject, here(context), context.today()));
}

/// The province in which the subject files: as it is chosen, else as it is on record.
pub(in crate::rules) fn here(context: &Context<'_>) -> Option<&'static Province> {
    let chosen = context.typed(FieldId::SubjectRegion);
    let recorded = || context.recorded(FieldId::SubjectRegion).and_then(Value::as_text);
    chosen.or_else(recorded).and_then(province)
}

/// What is wrong with the number of what is on record, which a filing of this kind is about.
fn judge(
    number: &str,
    kind: FilingKind,
    of_subject: impl Fn() -> bool,
    here: Option<&'static Province>,
    today: NaiveDate,
) -> Option<Finding> {
    let verdict = icp_no::check(number, today);
    let finding = RECORD_NUMBER_INVALID.finds(FieldId::RecordNumber).with("number", Arg::Text(number.trim().to_owned()));
    if let Some((_, right)) = icp_no::alias(number) {
        let finding =
            finding.with_message(message_of!(RECORD_NUMBER_INVALID, "character")).with("right", Arg::Text(right.to_string()));
        let rest: String = number.trim().chars().skip(1).collect();
        let written = format!("{right}{rest}");
        let is_number = icp_no::check(&written, today).valid;
        return Some(if is_number { finding.with_fix_to(Value::Text(written)) } else { finding });
    }
    match (verdict.valid, verdict.reason) {
        (false, _) => return Some(finding.with_message(message_of!(RECORD_NUMBER_INVALID, "malformed"))),
        (true, "miniprogram") => {}
        (true, "subject") if of_subject() => {}
        (true, _) => return Some(finding.with_message(message_of!(RECORD_NUMBER_INVALID, "other_service"))),
    }
    let province = here.filter(|province| !verdict.normalized.starts_with(province.prefix))?;
    // Only who changes something could mean to move.
    let message = match kind {
        FilingKind::Change => message_of!(RECORD_NUMBER_INVALID, "province"),
        FilingKind::New | FilingKind::Deregistration => message_of!(RECORD_NUMBER_INVALID, "province_of_other"),
    };
    Some(finding.with_message(message).with("province", Arg::Name(province.short)))
}

/// The province in which a draft files, where its number is one of another.
#[must_use]
pub fn elsewhere(draft: &Draft, number: &str, today: NaiveDate) -> Option<&'static Province> {
    let region = draft.get(FieldId::SubjectRegion).or_else(|| draft.recorded(FieldId::SubjectRegion));
    let here = region.and_then(Value::as_text).and_then(province)?;
    let verdict = icp_no::check(number, today);
    (verdict.valid && !verdict.normalized.starts_with(here.prefix)).then_some(here)
}

/// What is wrong with the number on record of a draft that begins, before anything else is checked. One more mini-program refers to
/// its subject, whose own number will do.
#[must_use]
pub fn record_number(draft: &Draft, today: NaiveDate) -> Option<Finding> {
    let of_subject = || draft.filing_kind() != FilingKind::Change;
    let region = draft.get(FieldId::SubjectRegion).or_else(|| draft.recorded(FieldId::SubjectRegion));
    let here = region.and_then(Value::as_text).and_then(province);
    judge(draft.text(FieldId::RecordNumber), draft.filing_kind(), of_subject, here, today)
}

/// How a number that came with the bureau's word departs from the one that the draft refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// A change keeps the number.
    OfChange,
    /// One more mini-program has the number of its subject, and a serial of its own.
    OfSubject,
}

/// Whether a number that was given departs from the one on record; nothing where either is no filing number.
#[must_use]
pub fn departure(draft: &Draft, given: &str, today: NaiveDate) -> Option<Departure> {
    let [ours, theirs] = [draft.text(FieldId::RecordNumber), given].map(|number| icp_no::check(number, today));
    if !ours.valid || !theirs.valid {
        return None;
    }
    let subject = |number: &str| number.split('号').next().map(str::to_owned);
    let is_of_subject = subject(&ours.normalized) == subject(&theirs.normalized);
    match draft.filing_kind() {
        FilingKind::New => (!is_of_subject).then_some(Departure::OfSubject),
        FilingKind::Change if ours.reason == "subject" => (!is_of_subject).then_some(Departure::OfChange),
        FilingKind::Change => (ours.normalized != theirs.normalized).then_some(Departure::OfChange),
        FilingKind::Deregistration => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_of_the_province_in_which_the_draft_files() {
        let day = "2026-11-29".parse().unwrap();
        let mut draft = Draft::new(4);
        assert_eq!(elsewhere(&draft, "沪ICP备2026123456号-1X", day), None, "no region yet");
        draft.set(FieldId::SubjectRegion, Some("110108".into()));
        assert_eq!(elsewhere(&draft, "沪ICP备2026123456号-1X", day).map(|here| here.prefix), Some("京"));
        for number in ["京ICP备2026123456号-1X", "京icp备2026123456号-1x", "沪ICP备", ""] {
            assert_eq!(elsewhere(&draft, number, day), None, "{number}");
        }
    }

    #[test]
    fn a_change_keeps_its_number_and_one_more_mini_program_that_of_its_subject() {
        let day = "2026-11-29".parse().unwrap();
        let (one, two) = ("蜀ICP备2026000001号-1X", "蜀ICP备2026000001号-2X");
        let (other, whole) = ("蜀ICP备2026000009号-1X", "蜀ICP备2026000001号");
        for (kind, on_record, given, expected) in [
            ("change", one, one, None),
            ("change", one, "蜀icp备2026000001号-1x", None),
            ("change", one, two, Some(Departure::OfChange)),
            ("change", one, other, Some(Departure::OfChange)),
            ("change", whole, two, None),
            ("change", whole, other, Some(Departure::OfChange)),
            ("change", "", other, None),
            ("change", one, "别的", None),
            ("new", one, two, None),
            ("new", whole, two, None),
            ("new", one, other, Some(Departure::OfSubject)),
            ("new", "", other, None),
            ("deregister", one, other, None),
        ] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set(FieldId::RecordNumber, Some(on_record.into()));
            assert_eq!(departure(&draft, given, day), expected, "{kind} {on_record} {given}");
        }
    }
}
