//! The subject's certificate, and the mini-program's own data.

use super::number::{Judged, number};
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog;
use crate::filing::FieldId;
use crate::identity::appid::{self, LooksLike};
use crate::identity::{mp_name_len, uscc};

const NUMBER: &[FieldId] = &[FieldId::SubjectCertificateNumber];

/// The unified social credit code is not well formed.
pub static CREDIT_CODE_INVALID: Rule = Rule {
    name: "credit-code-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: Source::new("GB 32100-2015", Confidence::Standard),
    reasons: &[
        "length",
        "too_long",
        "illegal_char",
        "looks_like_resident_id",
        "department",
        "region_format",
        "org_check",
        "check_digit",
    ],
    check: credit_code_invalid,
};

/// The unified social credit code is well formed, but such codes are rare.
pub static CREDIT_CODE_UNUSUAL: Rule = Rule {
    name: "credit-code-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: Source::new("GB 32100-2015", Confidence::Standard),
    reasons: &["category_unknown", "region_unknown", "fujian_pilot_check"],
    check: credit_code_unusual,
};

/// The first two places of the credit code say another nature than the one chosen.
pub static CREDIT_CODE_OF_ANOTHER_NATURE: Rule = Rule {
    name: "credit-code-of-another-nature",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: Source::new("GB 32100-2015", Confidence::Standard),
    reasons: &[""],
    check: credit_code_of_another_nature,
};

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

/// Places of a credit code.
const PLACES: usize = 18;
/// Certificates that carry a unified social credit code; on others it may stand or not.
const WITH_CREDIT_CODE: &[u32] = &[1, 4, 6, 13, 15, 17, 19, 21, 24, 27, 28, 36, 43];

/// What the first two places of a code say, and under which natures such a body files. Pairs that are not here say nothing.
const NATURE_OF_CATEGORY: &[(&str, &[u32])] = &[
    ("11", &[2]),
    ("12", &[3, 17]),
    ("13", &[13]),
    ("31", &[11]),
    ("32", &[18]),
    ("34", &[14]),
    ("35", &[20]),
    ("51", &[6, 15]),
    ("52", &[9, 17]),
    ("53", &[10]),
    ("71", &[15]),
    ("72", &[15]),
    ("81", &[13]),
    ("91", &[4, 17]),
    ("92", &[4, 17]),
    ("93", &[4]),
    ("N1", &[19]),
    ("N2", &[19]),
    ("N3", &[19]),
    ("N9", &[19]),
];

/// Whether certificates of this kind carry a unified social credit code.
pub fn carries_credit_code(kind: u32) -> bool {
    WITH_CREDIT_CODE.contains(&kind)
}

/// The typed code, where the certificate carries one.
fn credit_code<'a>(context: &Context<'a>) -> Option<&'a str> {
    let kind = context.code(FieldId::SubjectCertificateKind)?;
    context.typed(FieldId::SubjectCertificateNumber).filter(|_| carries_credit_code(kind))
}

fn credit_code_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = credit_code(context) else { return };
    let verdict = uscc::check(text);
    let judged = Judged { field: FieldId::SubjectCertificateNumber, verdict: &verdict, suggestion: uscc::suggest(text) };
    let mut refused = Vec::new();
    judged.refused(&CREDIT_CODE_INVALID, &mut refused);
    let count = verdict.normalized.chars().count();
    findings.extend(refused.into_iter().map(|finding| match finding.reason {
        "length" if count > PLACES => {
            finding.because("too_long").with("count", number(count)).with("surplus", number(count - PLACES))
        }
        "length" => finding.with("count", number(count)).with("missing", number(PLACES.saturating_sub(count))),
        _ => finding,
    }));
}

fn credit_code_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = credit_code(context) else { return };
    let verdict = uscc::check(text);
    Judged { field: FieldId::SubjectCertificateNumber, verdict: &verdict, suggestion: None }
        .unusual(&CREDIT_CODE_UNUSUAL, findings);
}

fn credit_code_of_another_nature(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(text), Some(chosen)) = (credit_code(context), context.code(FieldId::SubjectNature)) else { return };
    let verdict = uscc::check(text);
    let Some(places) = verdict.normalized.get(..2).filter(|_| verdict.valid) else { return };
    let Some((category, natures)) = NATURE_OF_CATEGORY.iter().find(|(category, _)| *category == places) else { return };
    if let (false, Some(meant)) = (natures.contains(&chosen), natures.first().and_then(|id| catalog::nature(*id))) {
        let finding = CREDIT_CODE_OF_ANOTHER_NATURE.finds(FieldId::SubjectCertificateNumber);
        findings.push(finding.with("category", Arg::Text((*category).to_owned())).with("nature", Arg::Name(meant.name)));
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natures_and_certificates_of_the_tables_exist() {
        for (category, natures) in NATURE_OF_CATEGORY {
            assert_eq!(category.len(), 2);
            assert!(natures.iter().all(|id| catalog::nature(*id).is_some()), "{category}");
        }
        assert!(WITH_CREDIT_CODE.iter().all(|id| catalog::certificate_kind(*id).is_some_and(|kind| !kind.person)));
    }
}
