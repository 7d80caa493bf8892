//! The number on the subject's certificate: which check it takes follows from the kind of certificate.

use super::number::{Judged, number};
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Fix, Severity};
use crate::catalog::{self, CertificateKind};
use crate::filing::{Draft, FieldId, Value};
use crate::identifiers::registration::{Form, Registration};
use crate::identifiers::{resident_id, uscc};
use crate::text::normalize::{Mode, normalize};

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
        "organisation_code",
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

/// The organisation code is not well formed.
pub static ORGANISATION_CODE_INVALID: Rule = Rule {
    name: "organisation-code-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: Source::new("GB 11714-1997", Confidence::Standard),
    reasons: &["length", "bad_char", "check_digit", "credit_code"],
    check: organisation_code_invalid,
};

/// The registration number of an old business licence is not well formed.
pub static REGISTRATION_NUMBER_INVALID: Rule = Rule {
    name: "registration-number-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: Source::new("GS 15-2006", Confidence::Standard),
    reasons: &["old_13", "length", "bad_char", "province", "check_digit"],
    check: registration_number_invalid,
};

/// The number is sound, but of a kind that the unified social credit code has replaced.
pub static NUMBER_SUPERSEDED: Rule = Rule {
    name: "number-superseded",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: Source::new("国发〔2015〕33号 统一社会信用代码制度建设总体方案", Confidence::Standard),
    reasons: &["superseded_by_uscc", "organisation_code"],
    check: number_superseded,
};

/// The number of a certificate with rules of its own looks like something else.
pub static SUBJECT_NUMBER_UNLIKELY: Rule = Rule {
    name: "subject-number-unlikely",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: Source::new("各类证件的公开编号规则", Confidence::Inferred),
    reasons: &["short", "no_digit", "resident_id", "credit_code"],
    check: subject_number_unlikely,
};

const FIELD: FieldId = FieldId::SubjectCertificateNumber;
/// Places of a credit code.
const PLACES: usize = 18;
/// Fewer characters than this are no certificate's number.
const LEAST: usize = 4;

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

/// The certificate that was chosen.
fn kind(draft: &Draft) -> Option<&'static CertificateKind> {
    catalog::certificate_kind(draft.code(FieldId::SubjectCertificateKind)?).filter(|kind| !kind.person)
}

/// The stored form of the number on the chosen certificate, where its form is known: without blanks, an organisation code with its
/// dash. `None` where blanks and dashes may belong to it.
pub fn stored(draft: &Draft, text: &str) -> Option<String> {
    let registration = kind(draft)?.registration();
    let form = registration.form(text).filter(|_| registration.has_one_form())?;
    let verdict = form.check(text);
    if verdict.valid {
        Some(verdict.normalized)
    } else {
        Some(normalize(text, Mode::Compact)).filter(|n| n.control.is_none()).map(|n| n.value)
    }
}

/// The typed number, and what the certificate says it is; `None` for the form where the certificate has rules of its own.
fn numbered<'a>(context: &Context<'a>) -> Option<(&'a str, Option<Form>)> {
    context.code(FieldId::SubjectCertificateKind)?;
    let registration = kind(context.draft)?.registration();
    let text = context.typed(FIELD)?;
    Some((text, registration.form(text)))
}

/// The typed number, where it is to be judged in this form.
fn of_form<'a>(context: &Context<'a>, form: Form) -> Option<&'a str> {
    numbered(context).filter(|(_, found)| *found == Some(form)).map(|(text, _)| text)
}

/// Why the number is refused in its form, if it is.
fn refused(text: &str, form: Form, rule: &Rule) -> Option<(Finding, String)> {
    let verdict = form.check(text);
    let mut found = Vec::new();
    Judged { field: FIELD, verdict: &verdict, suggestion: form.suggest(text) }.refused(rule, &mut found);
    found.pop().map(|finding| (finding, verdict.normalized))
}

fn credit_code_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = of_form(context, Form::CreditCode) else { return };
    let Some((finding, value)) = refused(text, Form::CreditCode, &CREDIT_CODE_INVALID) else { return };
    let count = value.chars().count();
    findings.push(match finding.reason {
        "length" if Form::recognise(text) == Some(Form::OrganisationCode) => finding.because("organisation_code"),
        "length" if count > PLACES => {
            finding.because("too_long").with("count", number(count)).with("surplus", number(count - PLACES))
        }
        "length" => finding.with("count", number(count)).with("missing", number(PLACES.saturating_sub(count))),
        _ => finding,
    });
}

fn credit_code_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = of_form(context, Form::CreditCode) else { return };
    Judged { field: FIELD, verdict: &uscc::check(text), suggestion: None }.unusual(&CREDIT_CODE_UNUSUAL, findings);
}

fn credit_code_of_another_nature(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some((text, form)), Some(chosen)) = (numbered(context), context.code(FieldId::SubjectNature)) else { return };
    if !matches!(form, None | Some(Form::CreditCode)) {
        return;
    }
    let verdict = uscc::check(text);
    let Some(places) = verdict.normalized.get(..2).filter(|_| verdict.valid) else { return };
    let Some((category, natures)) = NATURE_OF_CATEGORY.iter().find(|(category, _)| *category == places) else { return };
    if let (false, Some(meant)) = (natures.contains(&chosen), natures.first().and_then(|id| catalog::nature(*id))) {
        let finding = CREDIT_CODE_OF_ANOTHER_NATURE.finds(FIELD);
        findings.push(finding.with("category", Arg::Text((*category).to_owned())).with("nature", Arg::Name(meant.name)));
    }
}

fn organisation_code_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = of_form(context, Form::OrganisationCode) else { return };
    let Some((finding, value)) = refused(text, Form::OrganisationCode, &ORGANISATION_CODE_INVALID) else { return };
    let odd = value.chars().find(|c| !(c.is_ascii_digit() || c.is_ascii_uppercase()));
    let last = value.chars().last().filter(|_| finding.reason == "bad_char");
    if finding.reason == "length" && Form::recognise(text) == Some(Form::CreditCode) {
        let finding = finding.because("credit_code");
        findings.push(kinds_with_credit_code(context).into_iter().fold(finding, Finding::mended_with));
    } else if let Some(c) = odd.or(last) {
        findings.push(finding.because("bad_char").with("character", Arg::Text(c.to_string())));
    } else {
        findings.push(finding.with("count", number(value.chars().count())));
    }
}

/// The nature's certificates that carry a credit code, each as something to choose.
fn kinds_with_credit_code(context: &Context<'_>) -> Vec<Fix> {
    let Some(nature) = context.code(FieldId::SubjectNature) else { return Vec::new() };
    let carriers = catalog::certificate_kinds_for(nature)
        .filter(|kind| matches!(kind.registration(), Registration::CreditCode | Registration::Licence));
    carriers.map(|kind| Fix::offer(vec![(FieldId::SubjectCertificateKind, Some(Value::Code(kind.id)))])).collect()
}

fn registration_number_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = of_form(context, Form::RegistrationNumber) else { return };
    let Some((finding, value)) = refused(text, Form::RegistrationNumber, &REGISTRATION_NUMBER_INVALID) else { return };
    let finding = finding.with("count", number(value.chars().count()));
    findings.push(match value.chars().find(|c| !c.is_ascii_digit()) {
        Some(odd) => finding.with("character", Arg::Text(odd.to_string())),
        None => finding,
    });
}

fn number_superseded(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some((text, Some(form))) = numbered(context) else { return };
    let verdict = form.check(text);
    if verdict.valid && form == Form::OrganisationCode {
        findings.push(NUMBER_SUPERSEDED.finds(FIELD).because("organisation_code"));
    }
    if form == Form::RegistrationNumber {
        Judged { field: FIELD, verdict: &verdict, suggestion: None }.unusual(&NUMBER_SUPERSEDED, findings);
    }
}

fn subject_number_unlikely(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some((text, None)) = numbered(context) else { return };
    let value = normalize(text, Mode::Compact).value;
    let finding = SUBJECT_NUMBER_UNLIKELY.finds(FIELD);
    let verdict = uscc::check(text);
    if verdict.valid {
        return;
    }
    if resident_id::check(text, context.today, &catalog::place::Book).valid {
        findings.push(finding.because("resident_id"));
    } else if value.chars().count() < LEAST {
        findings.push(finding.because("short"));
    } else if !value.chars().any(|c| c.is_ascii_digit()) {
        findings.push(finding.because("no_digit"));
    } else if value.chars().count() == PLACES
        && matches!(verdict.reason, "org_check" | "check_digit")
        && uscc::category(text).is_some()
    {
        let finding = finding.because("credit_code");
        findings.push(match uscc::suggest(text) {
            Some(meant) => finding.mended_by(Value::Text(meant)),
            None => finding,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natures_of_the_table_exist() {
        for (category, natures) in NATURE_OF_CATEGORY {
            assert_eq!(category.len(), 2);
            assert!(natures.iter().all(|id| catalog::nature(*id).is_some()), "{category}");
        }
    }

    #[test]
    fn the_stored_form_follows_the_certificate() {
        for (kind, typed, stored_as) in [
            (1, "９１510107ma0000007c", Some("91510107MA0000007C")),
            (1, "6590 0217 8555 990", Some("659002178555990")),
            (1, "91 51", Some("9151")),
            (1, "91\u{1B}51", None),
            (9, "d2143569x", Some("D2143569-X")),
            (9, "D2143569-1", Some("D21435691")),
            (38, "PDY 00012-3", None),
            (2, "91510107MA0000007C", None),
        ] {
            let mut draft = Draft::new(catalog::ENTERPRISE);
            draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(kind)));
            assert_eq!(stored(&draft, typed).as_deref(), stored_as, "{kind} {typed}");
        }
    }
}
