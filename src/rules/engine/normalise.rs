//! The form in which a value is stored: what people type in many ways is kept in one.

use crate::catalog;
use crate::filing::field::TextKind;
use crate::filing::{Draft, FieldId, Kind, PersonField, Value};
use crate::identifiers::date::When;
use crate::identifiers::document::Document;
use crate::identifiers::{Verdict, appid, date, email, mobile_cn, moment, passport_cn, person_name};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::inputs::Inputs;
use crate::text::normalize::{Mode, normalize};

/// What the normal form of a value follows from beside the value.
pub const INPUTS: Inputs =
    Inputs::fields(&[FieldId::SubjectCertificateKind, FieldId::ResponsiblePersonCertificateKind, FieldId::OwnerCertificateKind]);

/// What people without an input method type for `长期`.
const NO_END: [&str; 6] = ["long", "long-term", "none", "no end", "permanent", "changqi"];

/// The form to store on leaving a field: full-width letters and digits folded where the field wants ASCII, blanks out of
/// numbers, dates as `YYYY-MM-DD` or `长期`, times as RFC 3339, phone numbers as 11 digits. What is not valid stays as typed, for
/// the person to mend; of what is blank the empty text is left, which a draft does not keep.
#[must_use]
pub fn normalised(draft: &Draft, id: FieldId, value: &Value) -> Value {
    match (value, id.field().kind) {
        (Value::Text(text), _) if is_blank(text) => Value::Text(String::new()),
        (Value::Text(text), kind) => Value::Text(text_of(draft, id, kind, text).unwrap_or_else(|| text.clone())),
        (Value::Approvals(rows), Kind::Approvals) => Value::Approvals(
            rows.iter()
                .map(|row| {
                    let mut row = row.clone();
                    if let Some(number) = sound(&row.number, Mode::Text) {
                        row.number = number;
                    }
                    row
                })
                .collect(),
        ),
        _ => value.clone(),
    }
}

/// The normal form of a text; `None` where it stays as typed.
fn text_of(draft: &Draft, id: FieldId, kind: Kind, text: &str) -> Option<String> {
    match kind {
        Kind::Text(TextKind::Words | TextKind::Long) => sound(text, Mode::Text),
        Kind::Text(TextKind::Token) => sound(text, Mode::Ascii),
        Kind::Text(TextKind::CertificateNumber) => certificate_number(draft, id, text).or_else(|| sound(text, Mode::Ascii)),
        Kind::Text(TextKind::PersonName) => valid(person_name::check(text)).or_else(|| valid(person_name::check_latin(text))),
        Kind::Text(TextKind::Phone) => phone(text),
        Kind::Text(TextKind::Mail) => valid(email::check(text)),
        Kind::Text(TextKind::AppId) => valid(appid::check(text)),
        Kind::Date(true) if NO_END.contains(&text.trim().to_ascii_lowercase().as_str()) => Some("长期".to_owned()),
        Kind::Date(long_term) => match date::parse(text)? {
            When::Day(day) => Some(day.format("%Y-%m-%d").to_string()),
            When::LongTerm => long_term.then(|| "长期".to_owned()),
        },
        Kind::Time => moment::parse(text).map(moment::stored),
        Kind::Choice(_) | Kind::Region => Some(text.trim().to_owned()),
        // A path is kept to the letter: a file's name may begin or end with anything.
        _ => None,
    }
}

/// The number without the blanks and dashes that are only for the eye. On permits of many bodies they belong to it.
fn certificate_number(draft: &Draft, id: FieldId, text: &str) -> Option<String> {
    match PersonField::find(id) {
        Some((role, _)) => {
            let kind = draft.code(PersonField::CertificateKind.of(role))?;
            let passport = catalog::certificate_kind(kind).and_then(|kind| kind.document()) == Some(Document::Passport);
            // Points in the number of a Chinese passport are for the eye, too.
            passport.then(|| valid(passport_cn::check(text))).flatten().or_else(|| sound(text, Mode::Compact))
        }
        None if id == FieldId::SubjectCertificateNumber => crate::rules::organisation::number::stored(draft, text),
        None => sound(text, Mode::Compact),
    }
}

fn valid(verdict: Verdict) -> Option<String> {
    verdict.valid.then_some(verdict.normalized)
}

fn phone(text: &str) -> Option<String> {
    let verdict = mobile_cn::check(text);
    mobile_cn::is_possible(&verdict).then_some(verdict.normalized)
}

/// The normal form of a text without control characters.
fn sound(text: &str, mode: Mode) -> Option<String> {
    let normal = normalize(text, mode);
    normal.control.is_none().then_some(normal.value)
}
