//! The number on the subject's certificate: which check it takes follows from the kind of certificate.

use crate::catalog::{self, CertificateKind};
use crate::filing::{Draft, FieldId};
use crate::identifiers::Verdict;
use crate::identifiers::registration::Form;
use crate::rules::engine::judge::Judged;
use crate::rules::engine::{Context, Finding, Rule};
use crate::rules::scans::writing::offers::has_other;
use crate::text::normalize::{Mode, normalize};

pub(in crate::rules) const NUMBER: &[FieldId] = &[FieldId::SubjectCertificateNumber];

pub(in crate::rules) const FIELD: FieldId = FieldId::SubjectCertificateNumber;
/// Places of a credit code.
pub(in crate::rules) const PLACES: usize = 18;
/// The certificate that was chosen.
pub(in crate::rules) fn kind(draft: &Draft) -> Option<&'static CertificateKind> {
    certificate(draft.code(FieldId::SubjectCertificateKind)?)
}

/// A kind of certificate of subjects.
fn certificate(kind: u32) -> Option<&'static CertificateKind> {
    catalog::certificate_kind(kind).filter(|kind| !kind.person)
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
pub(in crate::rules) fn numbered<'a>(context: &Context<'a>) -> Option<(&'a str, Option<Form>)> {
    let form = *context.memo(&context.reading.subject_form, || {
        let registration = certificate(context.code(FieldId::SubjectCertificateKind)?)?.registration();
        Some(registration.form(context.typed(FIELD)?))
    });
    context.typed(FIELD).zip(form)
}

/// The typed number, where it is to be judged in this form.
pub(in crate::rules) fn of_form<'a>(context: &Context<'a>, form: Form) -> Option<&'a str> {
    numbered(context).filter(|(_, found)| *found == Some(form)).map(|(text, _)| text)
}

/// The verdict on the number in its form; where the certificate has rules of its own, on the number as a credit code.
pub(in crate::rules) fn verdict<'c>(context: &'c Context<'_>) -> Option<&'c Verdict> {
    let judge = || numbered(context).map(|(text, form)| form.unwrap_or(Form::CreditCode).check(text));
    context.memo(&context.reading.subject_number, judge).as_ref()
}

/// Why the number is refused in this form, if it has that form and is refused, and the number as it was judged.
pub(in crate::rules) fn refused<'c>(
    context: &'c Context<'_>,
    form: Form,
    rule: &'static Rule,
) -> Option<(&'c str, Finding, &'c str)> {
    let text = of_form(context, form)?;
    let verdict = verdict(context).filter(|verdict| !verdict.valid)?;
    let mut found = Vec::new();
    let suggestion = form.suggest(text).filter(|_| !has_other(context, FIELD));
    Judged { field: FIELD, verdict, suggestion }.refused(rule, &mut found);
    found.pop().map(|finding| (text, finding, verdict.normalized.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Value;

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
