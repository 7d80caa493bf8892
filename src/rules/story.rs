//! The filing's story, as far as it stands in the draft.

use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::filing::FieldId;
use crate::filing::event::Story;
use crate::identifiers::icp_no;

/// Events that a person wrote into the draft could not have happened in this order.
pub static EVENT_OUT_OF_ORDER: Rule = Rule {
    name: "event-out-of-order",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind],
    source: Source::new("微信小程序备案操作指引", Confidence::Official),
    reasons: &["stage", "time"],
    check: event_out_of_order,
};

/// The filing number that the bureau is said to have given is none of a mini-program.
pub static FILING_NUMBER_INVALID: Rule = Rule {
    name: "filing-number-invalid",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind],
    source: Source::new("工信部 ICP 备案编号规则", Confidence::Vendor),
    reasons: &["malformed", "other_service"],
    check: filing_number_invalid,
};

/// Position of an event as people count, and its day.
fn place(finding: Finding, index: usize, day: chrono::NaiveDate) -> Finding {
    let position = i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1);
    finding.with("position", Arg::Number(position)).with("date", Arg::Date(day))
}

fn event_out_of_order(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let events = &context.draft.events;
    let impossible = Story::of(events).impossible();
    let early = events.windows(2).enumerate().filter(|(_, pair)| matches!(pair, [before, after] if after.at < before.at));
    let early: Vec<usize> = early.map(|(index, _)| index + 1).collect();
    for (index, event) in events.iter().enumerate() {
        let reason = match () {
            () if impossible.contains(&index) => "stage",
            () if early.contains(&index) => "time",
            () => continue,
        };
        findings.push(place(EVENT_OUT_OF_ORDER.finds(FieldId::FilingKind).because(reason), index, event.at.date_naive()));
    }
}

fn filing_number_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let events = context.draft.events.iter().enumerate();
    for (index, event) in events.filter(|(_, event)| event.kind.has_number() && !event.number.is_empty()) {
        let verdict = icp_no::check(&event.number, context.today);
        let reason = match (verdict.valid, verdict.reason) {
            (true, "miniprogram") => continue,
            (true, _) => "other_service",
            (false, _) => "malformed",
        };
        let finding = FILING_NUMBER_INVALID.finds(FieldId::FilingKind).because(reason);
        findings.push(place(finding.with("number", Arg::Text(event.number.clone())), index, event.at.date_naive()));
    }
}
