//! The mini-program's own data.

use super::number::Judged;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::filing::FieldId;
use crate::identity::appid::{self, LooksLike};
use crate::identity::mp_name_len;
use crate::text::normalize::{Mode, normalize};

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

/// The mini-program's name has a form that bureaus send back.
pub static MINI_PROGRAM_NAME_UNUSUAL: Rule = Rule {
    name: "mini-program-name-unusual",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["digits", "letters", "domain"],
    check: mini_program_name_unusual,
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

fn mini_program_name_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::MiniProgramName) else { return };
    if let Some(reason) = form_of_name(&normalize(text, Mode::Text).value) {
        findings.push(MINI_PROGRAM_NAME_UNUSUAL.finds(FieldId::MiniProgramName).because(reason));
    }
}

/// Digits only, letters without any Chinese, or a domain.
fn form_of_name(name: &str) -> Option<&'static str> {
    let ascii = name.is_ascii();
    match () {
        () if ascii && name.bytes().all(|b| b.is_ascii_digit() || b == b' ') => Some("digits"),
        () if has_domain(name) => Some("domain"),
        () if ascii && name.bytes().any(|b| b.is_ascii_alphabetic()) => Some("letters"),
        () => None,
    }
}

/// Whether the name holds something like `example.com`.
fn has_domain(name: &str) -> bool {
    const ENDINGS: [&str; 7] = [".com", ".cn", ".net", ".org", ".top", ".xyz", ".vip"];
    let small = name.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| {
        small.match_indices(ending).any(|(at, _)| {
            let before = small.get(..at).and_then(|before| before.chars().next_back());
            let after = small.get(at + ending.len()..).and_then(|after| after.chars().next());
            before.is_some_and(char::is_alphanumeric) && !after.is_some_and(|c| c.is_ascii_alphanumeric())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_names() {
        for (name, form) in [
            ("小食记", None),
            ("小食记2", None),
            ("12306", Some("digits")),
            ("12 306", Some("digits")),
            ("Hello Food", Some("letters")),
            ("food2go", Some("letters")),
            ("example.com", Some("domain")),
            ("小食记.com.cn", Some("domain")),
            ("小食.记", None),
            ("e.company", Some("letters")),
        ] {
            assert_eq!(form_of_name(name), form, "{name}");
        }
    }
}
