//! The mini-program's own data.

use super::number::Judged;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::filing::FieldId;
use crate::identifiers::appid::{self, LooksLike};
use crate::identifiers::mp_name_len;

/// The AppID is not one.
pub static APP_ID_INVALID: Rule = Rule {
    name: "app-id-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: &[FieldId::AppId],
    source: Source::new("微信公众平台 AppID", Confidence::Platform),
    reasons: &["prefix", "length", "bad_char", "secret", "wecom", "original_id", "tourist"],
    check: app_id_invalid,
};

/// The mini-program's name is too short or too long.
pub static MINI_PROGRAM_NAME_LENGTH: Rule = Rule {
    name: "mini-program-name-length",
    topic: Topic::MiniProgramName,
    severity: Severity::Error,
    fields: &[FieldId::MiniProgramName],
    source: Source::new("微信小程序名称规则", Confidence::Platform),
    reasons: &["too_short", "too_long"],
    check: mini_program_name_length,
};

fn app_id_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::AppId) else { return };
    let other = appid::looks_like(text).map(|other| match other {
        LooksLike::Secret => "secret",
        LooksLike::WeCom => "wecom",
        LooksLike::OriginalId => "original_id",
        LooksLike::Tourist => "tourist",
    });
    if let Some(reason) = other {
        findings.push(APP_ID_INVALID.finds(FieldId::AppId).because(reason));
        return;
    }
    Judged { field: FieldId::AppId, verdict: &appid::check(text), suggestion: None }.refused(&APP_ID_INVALID, findings);
}

fn mini_program_name_length(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::MiniProgramName) else { return };
    let verdict = mp_name_len::check(text);
    let judged = Judged { field: FieldId::MiniProgramName, verdict: &verdict, suggestion: None };
    if let Some(reason) = judged.reason(&MINI_PROGRAM_NAME_LENGTH) {
        let units = i64::try_from(mp_name_len::units(&verdict.normalized)).unwrap_or(i64::MAX);
        let finding = MINI_PROGRAM_NAME_LENGTH.finds(FieldId::MiniProgramName).because(reason);
        findings.push(finding.with("units", Arg::Number(units)));
    }
}
