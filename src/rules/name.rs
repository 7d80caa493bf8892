//! Names of people.

use super::number::Judged;
use super::rule::{Confidence, Context, Rule, Source};
use super::{Finding, Severity};
use crate::catalog;
use crate::filing::{FieldId, PersonField, Role};
use crate::identity::person_name;
use crate::text::normalize::{Mode, normalize};

const NAMES: &[FieldId] = &[FieldId::LegalPersonName, FieldId::ResponsiblePersonName, FieldId::OwnerName];

/// A name cannot stand like this on the person's certificate.
pub static PERSON_NAME_INVALID: Rule = Rule {
    name: "person-name-invalid",
    severity: Severity::Error,
    fields: NAMES,
    source: Source::new("民委发〔2016〕33号", Confidence::Official),
    reasons: &["dot_position", "bad_char", "too_long", "not_letters", "letters_length"],
    check: person_name_invalid,
};

/// A name is possible, but rare.
pub static PERSON_NAME_UNUSUAL: Rule = Rule {
    name: "person-name-unusual",
    severity: Severity::Warning,
    fields: NAMES,
    source: Source::new("民委发〔2016〕33号", Confidence::Official),
    reasons: &["single_char", "long_name", "private_use"],
    check: person_name_unusual,
};

/// A name in letters, as on passports and permanent residence cards.
const LETTERS: (usize, usize) = (2, 100);

/// The names that are asked for, and whether they may be written in letters. The identity card has Chinese names only; other
/// certificates carry one of the two, and for the legal person nobody knows the certificate.
fn names<'a>(context: &Context<'a>) -> impl Iterator<Item = (FieldId, &'a str, bool)> {
    let context = *context;
    let own = Role::BOTH.into_iter().map(move |role| {
        let resident = context.code(PersonField::CertificateKind.of(role)) == Some(catalog::RESIDENT_ID);
        (PersonField::Name.of(role), !resident)
    });
    let all = [(FieldId::LegalPersonName, true)].into_iter().chain(own);
    all.filter_map(move |(id, letters)| context.typed(id).map(|text| (id, text, letters)))
}

/// Whether the name is in letters rather than in ideographs.
fn is_in_letters(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphabetic()) && !text.chars().any(is_ideograph)
}

/// Ideographs in the wide sense; only to tell one script from the other.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3347F}' | '\u{3007}')
}

fn letters_reason(text: &str) -> Option<&'static str> {
    let name = normalize(text, Mode::Text).value;
    let count = name.chars().count();
    if !name.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.')) {
        return Some("not_letters");
    }
    (count < LETTERS.0 || count > LETTERS.1).then_some("letters_length")
}

fn person_name_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (field, text, letters) in names(context) {
        if letters && is_in_letters(text) {
            findings.extend(letters_reason(text).map(|reason| PERSON_NAME_INVALID.finds(field).because(reason)));
        } else {
            Judged { field, verdict: &person_name::check(text), suggestion: None }.refused(&PERSON_NAME_INVALID, findings);
        }
    }
}

fn person_name_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (field, text, letters) in names(context) {
        if !(letters && is_in_letters(text)) {
            Judged { field, verdict: &person_name::check(text), suggestion: None }.unusual(&PERSON_NAME_UNUSUAL, findings);
        }
    }
}
