//! What the mini-program offers: service contents, prior approvals, remark.

use std::collections::HashSet;

use super::look::{folded, is_blank};
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Column, Finding, Severity};
use crate::catalog;
use crate::catalog::name_word::{self, List};
use crate::filing::{Approval, FieldId, Value};
use crate::text::normalize::{Mode, normalize};

/// Too many service contents.
pub static SERVICE_CONTENTS_TOO_MANY: Rule = Rule {
    name: "service-contents-too-many",
    topic: Topic::ServiceContents,
    severity: Severity::Error,
    fields: &[FieldId::ServiceContents],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &[""],
    check: service_contents_too_many,
};

/// A service content is named twice.
pub static SERVICE_CONTENT_REPEATED: Rule = Rule {
    name: "service-content-repeated",
    topic: Topic::ServiceContents,
    severity: Severity::Error,
    fields: &[FieldId::ServiceContents],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &[""],
    check: service_content_repeated,
};

/// A row of the prior approvals lacks something.
pub static PRIOR_APPROVAL_INCOMPLETE: Rule = Rule {
    name: "prior-approval-incomplete",
    topic: Topic::PriorApproval,
    severity: Severity::Error,
    fields: &[FieldId::PriorApprovals],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["kind", "number", "document"],
    check: prior_approval_incomplete,
};

/// A prior approval is named twice.
pub static PRIOR_APPROVAL_REPEATED: Rule = Rule {
    name: "prior-approval-repeated",
    topic: Topic::PriorApproval,
    severity: Severity::Error,
    fields: &[FieldId::PriorApprovals],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &[""],
    check: prior_approval_repeated,
};

/// 以上都不涉及 stands beside an approval.
pub static PRIOR_APPROVAL_NONE_NOT_ALONE: Rule = Rule {
    name: "prior-approval-none-not-alone",
    topic: Topic::PriorApproval,
    severity: Severity::Error,
    fields: &[FieldId::PriorApprovals],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &[""],
    check: prior_approval_none_not_alone,
};

/// The mini-program's remark is too short or too long.
pub static REMARK_LENGTH: Rule = Rule {
    name: "remark-length",
    topic: Topic::Remark,
    severity: Severity::Error,
    fields: &[FieldId::MiniProgramRemark],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["too_short", "too_long", "barely_enough", "nearly_full"],
    check: remark_length,
};

/// The mini-program's remark says little.
pub static REMARK_SAYS_LITTLE: Rule = Rule {
    name: "remark-says-little",
    topic: Topic::Remark,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramRemark],
    source: Source::new("审核驳回案例", Confidence::Anecdotal),
    reasons: &["few_characters", "no_chinese", "unfinished", "no_function"],
    check: remark_says_little,
};

/// Characters a remark has at least and at most. How blanks and marks are counted is documented nowhere, so near the limits
/// (25 and 190) a hint is given.
const REMARK: (usize, usize) = (20, 200);
const REMARK_SAFE: (usize, usize) = (25, 190);
/// A remark of 20 characters that says something has at least so many different ones.
const DISTINCT: usize = 12;
/// Words of a remark that its writer meant to come back to.
const UNFINISHED: &[&str] =
    &["待填写", "待补充", "待完善", "凑字数", "字数不够", "测试测试", "xxxx", "某某某", "lorem ipsum", "todo"];

fn service_contents_too_many(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (count, (_, most)) = (context.codes(FieldId::ServiceContents).len(), catalog::service_content_limits());
    if count > most {
        let finding = SERVICE_CONTENTS_TOO_MANY.finds(FieldId::ServiceContents);
        findings.push(finding.with("count", number(count)).with("most", number(most)));
    }
}

fn service_content_repeated(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let ids = context.codes(FieldId::ServiceContents);
    let mut seen = HashSet::new();
    let mut once = Vec::new();
    let mut repeated = Vec::new();
    for (row, id) in ids.iter().enumerate() {
        if seen.insert(*id) { once.push(*id) } else { repeated.push(row) }
    }
    // Every finding carries the whole list mended; a list of any length does not get that many.
    for row in repeated.into_iter().take(super::MOST_OF_A_RULE) {
        let finding = SERVICE_CONTENT_REPEATED.finds(FieldId::ServiceContents).at(row, None);
        findings.push(finding.surely_mended_by(Value::Codes(once.clone())));
    }
}

/// The rows of the prior approvals, if they are asked for.
fn rows<'a>(context: &Context<'a>) -> &'a [Approval] {
    if context.draft.asks(FieldId::PriorApprovals) { context.draft.approvals() } else { &[] }
}

fn prior_approval_incomplete(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (row, approval) in rows(context).iter().enumerate() {
        let mut miss = |reason, column| {
            let finding = PRIOR_APPROVAL_INCOMPLETE.finds(FieldId::PriorApprovals);
            findings.push(finding.at(row, Some(column)).because(reason));
        };
        if approval.kind.is_none() {
            miss("kind", Column::Kind);
        }
        if approval.kind == Some(catalog::NONE_INVOLVED) {
            continue;
        }
        if is_blank(&approval.number) {
            miss("number", Column::Number);
        }
        if is_blank(&approval.document) {
            miss("document", Column::Document);
        }
    }
}

fn prior_approval_repeated(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for (row, approval) in rows(context).iter().enumerate() {
        if let Some(kind) = approval.kind
            && !seen.insert(kind)
        {
            findings.push(PRIOR_APPROVAL_REPEATED.finds(FieldId::PriorApprovals).at(row, Some(Column::Kind)));
        }
    }
}

fn prior_approval_none_not_alone(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let is_none = |row: &Approval| row.kind == Some(catalog::NONE_INVOLVED);
    let rows = rows(context);
    let others: Vec<Approval> = rows.iter().filter(|row| !is_none(row)).cloned().collect();
    if others.is_empty() {
        return;
    }
    if let Some(row) = rows.iter().position(is_none) {
        let finding = PRIOR_APPROVAL_NONE_NOT_ALONE.finds(FieldId::PriorApprovals).at(row, Some(Column::Kind));
        findings.push(finding.mended_by(Value::Approvals(others)));
    }
}

fn remark_length(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::MiniProgramRemark) else { return };
    let count = normalize(text, Mode::Text).value.chars().count();
    let (reason, severity) = match count {
        _ if count < REMARK.0 => ("too_short", Severity::Error),
        _ if count > REMARK.1 => ("too_long", Severity::Error),
        _ if count < REMARK_SAFE.0 => ("barely_enough", Severity::Hint),
        _ if count > REMARK_SAFE.1 => ("nearly_full", Severity::Hint),
        _ => return,
    };
    let finding = REMARK_LENGTH.finds(FieldId::MiniProgramRemark).because(reason).weighing(severity);
    let finding = finding.with("count", number(count)).with("missing", number(REMARK.0.saturating_sub(count)));
    findings.push(finding.with("surplus", number(count.saturating_sub(REMARK.1))));
}

fn remark_says_little(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::MiniProgramRemark) else { return };
    let remark = normalize(text, Mode::Text).value;
    // A remark that is too short is told so, which is enough.
    if remark.chars().count() < REMARK.0 {
        return;
    }
    let finding = REMARK_SAYS_LITTLE.finds(FieldId::MiniProgramRemark);
    if let Some(reason) = emptiness(&remark) {
        findings.push(finding.because(reason));
    } else if name_word::find(&folded(text), List::Function).is_empty() {
        findings.push(finding.because("no_function").weighing(Severity::Hint));
    }
}

/// Why a remark of sufficient length still says little.
fn emptiness(remark: &str) -> Option<&'static str> {
    let small = remark.to_lowercase();
    let distinct: HashSet<char> = small.chars().filter(|c| c.is_alphanumeric()).collect();
    match () {
        () if UNFINISHED.iter().any(|word| small.contains(word)) => Some("unfinished"),
        () if distinct.len() < DISTINCT => Some("few_characters"),
        () if !small.chars().any(super::name::is_ideograph) => Some("no_chinese"),
        () => None,
    }
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_that_say_little() {
        for (remark, reason) in [
            ("为社区居民提供菜谱浏览、收藏和分享，按时令推荐食材，不涉及交易。", None),
            ("小程序小程序小程序小程序小程序小程序小程序", Some("few_characters")),
            ("。。。。。。。。。。。。。。。。。。。。。。", Some("few_characters")),
            ("A mini-program that shows recipes of the season.", Some("no_chinese")),
            ("本小程序提供菜谱浏览和收藏，其余功能待补充，请先审核。", Some("unfinished")),
        ] {
            assert_eq!(emptiness(remark), reason, "{remark}");
        }
    }
}
