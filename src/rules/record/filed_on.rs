//! The day on which what is changed was filed.

use crate::filing::FieldId;
use crate::identifiers::date::When;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// What is on record was filed on a day that is still to come.
pub static RECORD_FILED_IN_FUTURE: Rule = Rule {
    name: "record-filed-in-future",
    topic: Topic::Status,
    severity: Severity::Error,
    fields: &[FieldId::RecordFiledOn],
    source: source::DRAFT_FORMAT,
    prevents: &[],
    title: text("审核通过日期还没有到", "Approved on a day to come"),
    what: text(
        "要变更的备案已经通过，审核通过日期不会在将来。",
        "What is changed is on record already: its approval lies behind.",
    ),
    why: text(
        "日期写错了，与别的日期的先后就核对不了；还没有通过的，不能变更。",
        "With a wrong day nothing can be compared with it; what is not approved yet cannot be changed.",
    ),
    fix: text(
        "照 beian.miit.gov.cn 上的「审核通过日期」改；查不到的留空。",
        "Enter the day that beian.miit.gov.cn says; leave it empty where it is not known.",
    ),
    messages: &[message(
        "",
        text("{day} 还没有到。", "{day} lies in the future."),
        text("核对审核通过日期；查不到的留空。", "Check the day of the approval; leave it empty where it is not known."),
    )],
    wrong: case(
        "kind = 'change'\nrecord.filed_on = '2026-11-24'",
        text("2026-11-23 检查，是明天。", "Checked on 2026-11-23: that is tomorrow."),
    ),
    right: case("kind = 'change'\nrecord.filed_on = '2026-11-23'", text("当天通过的也可以。", "It may be the very day.")),
    check: record_filed_in_future,
};

fn record_filed_in_future(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(When::Day(day)) = context.when(FieldId::RecordFiledOn) else { return };
    if day > context.today() {
        let finding = RECORD_FILED_IN_FUTURE.finds(FieldId::RecordFiledOn);
        findings.push(finding.with_message(message_of!(RECORD_FILED_IN_FUTURE, "")).with("day", Arg::Date(day)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Draft;
    use crate::scan::facts::Facts;

    #[test]
    fn what_is_on_record_was_filed_before_or_today() {
        for (kind, day, expected) in [
            ("change", "2026-11-29", false),
            ("change", "2026-11-30", false),
            ("change", "2026-12-01", true),
            ("change", "2126-01-01", true),
            ("change", "", false),
            // That is no day, which another rule tells.
            ("change", "2026-13-40", false),
            ("change", "长期", false),
            ("new", "2026-12-01", false),
            ("deregister", "2026-12-01", false),
        ] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set(FieldId::RecordFiledOn, Some(day.into()).filter(|_| !day.is_empty()));
            let facts = Facts::new();
            let mut found = Vec::new();
            record_filed_in_future(&Context::new(&draft, &facts, "2026-11-30".parse().unwrap()), &mut found);
            assert_eq!(!found.is_empty(), expected, "{kind} {day}");
        }
    }
}
