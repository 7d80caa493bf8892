//! Values that do not fit their field: of another kind, or not in the official list.

use super::normal::normalised;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Column, Finding, Severity};
use crate::catalog::{self, filing_region};
use crate::filing::draft::FILING_KINDS;
use crate::filing::field::{List, table};
use crate::filing::{FieldId, Kind, Value};
use crate::identifiers::{date, moment};

/// What stands in the field is of another kind than the field: text where a list belongs, a number where a date does.
pub static VALUE_DOES_NOT_FIT: Rule = Rule {
    name: "value-does-not-fit",
    topic: Topic::Form,
    severity: Severity::Error,
    fields: FieldId::ALL,
    source: Source::new("本程序的草稿格式", Confidence::Inferred),
    reasons: &["choice", "choices", "flag", "text", "region", "date", "time", "path", "paths", "approvals"],
    check: value_does_not_fit,
};

/// The entry is not in the official list.
pub static CHOICE_NOT_IN_LIST: Rule = Rule {
    name: "choice-not-in-list",
    topic: Topic::Form,
    severity: Severity::Error,
    fields: &[
        FieldId::FilingKind,
        FieldId::SubjectNature,
        FieldId::SubjectRegion,
        FieldId::ServiceContents,
        FieldId::PriorApprovals,
    ],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["filing_kind", "nature", "region", "region_above_district", "service_content", "service_group", "prior_approval"],
    check: choice_not_in_list,
};

fn value_does_not_fit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in table() {
        let Some(value) = context.draft.get(record.id).filter(|_| context.draft.asks(record.id)) else { continue };
        if fits(record.kind, value) {
            continue;
        }
        let finding = VALUE_DOES_NOT_FIT.finds(record.id).because(reason(record.kind)).with("value", Arg::Text(words(value)));
        findings.push(match repaired(context, record.id, record.kind, value) {
            Some(value) => finding.mended_by(value),
            None => finding,
        });
    }
}

fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Choice(List::FilingKinds) | Kind::Text(_) | Kind::Region | Kind::Date(_) | Kind::Time | Kind::Picture => {
            matches!(value, Value::Text(_))
        }
        Kind::Choice(_) => matches!(value, Value::Code(_)),
        Kind::Choices(_) => matches!(value, Value::Codes(_)),
        Kind::Flag(_) => matches!(value, Value::Flag(_)),
        Kind::Pictures(_) | Kind::Videos(_) => matches!(value, Value::Paths(_)),
        Kind::Approvals => matches!(value, Value::Approvals(_)),
    }
}

fn reason(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice(_) => "choice",
        Kind::Choices(_) => "choices",
        Kind::Flag(_) => "flag",
        Kind::Text(_) => "text",
        Kind::Region => "region",
        Kind::Date(_) => "date",
        Kind::Time => "time",
        Kind::Picture => "path",
        Kind::Pictures(_) | Kind::Videos(_) => "paths",
        Kind::Approvals => "approvals",
    }
}

/// The value in its own words.
fn words(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Odd(text) => text.clone(),
        Value::Code(code) => code.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Codes(codes) => codes.iter().map(u32::to_string).collect::<Vec<_>>().join(", "),
        Value::Paths(paths) => paths.join(", "),
        Value::Approvals(rows) => rows.iter().map(|row| row.number.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// What was certainly meant: a phone number written as a number, a date without quotes.
fn repaired(context: &Context<'_>, id: FieldId, kind: Kind, value: &Value) -> Option<Value> {
    let text = words(value);
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/'));
    let meant = match kind {
        Kind::Text(_) if plain => true,
        Kind::Date(_) => date::parse(&text).is_some(),
        Kind::Time => moment::parse(&text).is_some(),
        Kind::Region => filing_region::find(&text).is_some(),
        _ => false,
    };
    meant.then(|| normalised(context.draft, id, &Value::Text(text)))
}

fn choice_not_in_list(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut report = |id: FieldId, reason: &'static str, value: String| {
        findings.push(CHOICE_NOT_IN_LIST.finds(id).because(reason).with("value", Arg::Text(value)));
    };
    if let Some(kind) = context.typed(FieldId::FilingKind)
        && !FILING_KINDS.contains(&kind)
    {
        report(FieldId::FilingKind, "filing_kind", kind.to_owned());
    }
    if let Some(nature) = context.code(FieldId::SubjectNature)
        && catalog::nature(nature).is_none()
    {
        report(FieldId::SubjectNature, "nature", nature.to_string());
    }
    if let Some(code) = context.typed(FieldId::SubjectRegion) {
        match filing_region::find(code.trim()) {
            None => report(FieldId::SubjectRegion, "region", code.to_owned()),
            Some(region) if region.level < 3 => report(FieldId::SubjectRegion, "region_above_district", region.name.to_owned()),
            Some(_) => {}
        }
    }
    service_contents(context, findings);
    prior_approvals(context, findings);
}

fn service_contents(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (row, id) in context.codes(FieldId::ServiceContents).iter().enumerate() {
        let finding = CHOICE_NOT_IN_LIST.finds(FieldId::ServiceContents).at(row, None);
        match catalog::service_content(*id) {
            None => findings.push(finding.because("service_content").with("value", Arg::Text(id.to_string()))),
            Some(group) if group.parent == 0 => {
                findings.push(finding.because("service_group").with("value", Arg::Name(group.name)));
            }
            Some(_) => {}
        }
    }
}

fn prior_approvals(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (row, approval) in context.draft.approvals().iter().enumerate() {
        let Some(id) = approval.kind.filter(|id| catalog::prior_approval(*id).is_none()) else { continue };
        let finding = CHOICE_NOT_IN_LIST.finds(FieldId::PriorApprovals).at(row, Some(Column::Kind));
        findings.push(finding.because("prior_approval").with("value", Arg::Text(id.to_string())));
    }
}
