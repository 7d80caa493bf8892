//! Names of people.

use super::number::Judged;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog;
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::person_name;

const NAMES: &[FieldId] = &[FieldId::LegalPersonName, FieldId::ResponsiblePersonName, FieldId::OwnerName];

/// A name cannot stand like this on the person's certificate.
pub static PERSON_NAME_INVALID: Rule = Rule {
    name: "person-name-invalid",
    topic: Topic::Name,
    severity: Severity::Error,
    fields: NAMES,
    source: Source::new("民委发〔2016〕33号", Confidence::Official),
    reasons: &["dot_position", "bad_char", "too_long", "too_short"],
    check: person_name_invalid,
};

/// A name is possible, but rare.
pub static PERSON_NAME_UNUSUAL: Rule = Rule {
    name: "person-name-unusual",
    topic: Topic::Name,
    severity: Severity::Warning,
    fields: NAMES,
    source: Source::new("民委发〔2016〕33号", Confidence::Official),
    reasons: &["single_char", "long_name", "private_use"],
    check: person_name_unusual,
};

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

/// What a name in letters may hold.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.' | '’' | '‘')
}

fn person_name_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (field, text, letters) in names(context) {
        let in_letters = letters && is_in_letters(text);
        let verdict = if in_letters { person_name::check_latin(text) } else { person_name::check(text) };
        let before = findings.len();
        Judged { field, verdict: &verdict, suggestion: None }.refused(&PERSON_NAME_INVALID, findings);
        for finding in findings.iter_mut().skip(before).filter(|finding| finding.reason == "bad_char") {
            let wrong = if in_letters { text.chars().find(|c| !is_letter(*c)) } else { person_name::offending_char(text) };
            finding.args.push(("character", Arg::Text(wrong.map(String::from).unwrap_or_default())));
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
