//! The numbers on people's certificates, and their age.

use super::number::{Judged, number};
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog::{self, place::Book};
use crate::filing::{FieldId, PersonField, Role};
use crate::identity::{Verdict, resident_id};
use crate::text::normalize::{Mode, normalize};

const NUMBERS: &[FieldId] =
    &[FieldId::LegalPersonNumber, FieldId::ResponsiblePersonCertificateNumber, FieldId::OwnerCertificateNumber];
const OWN_NUMBERS: &[FieldId] = &[FieldId::ResponsiblePersonCertificateNumber, FieldId::OwnerCertificateNumber];

/// The number of a resident identity card is not well formed.
pub static RESIDENT_ID_INVALID: Rule = Rule {
    name: "resident-id-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("GB 11643-1999", Confidence::Standard),
    reasons: &[
        "legacy_15",
        "length",
        "too_long",
        "bad_char",
        "kind_foreign_pr",
        "kind_hmt_residence",
        "province",
        "birth_date",
        "birth_range",
        "birth_future",
        "check_digit",
    ],
    check: resident_id_invalid,
};

/// The number of a resident identity card is well formed, but such numbers are rare.
pub static RESIDENT_ID_UNUSUAL: Rule = Rule {
    name: "resident-id-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBERS,
    source: Source::new("GB/T 2260-2007", Confidence::Standard),
    reasons: &["region_unknown", "region_upper", "over_100"],
    check: resident_id_unusual,
};

/// The number of another certificate has a length or characters that no such certificate has.
pub static CERTIFICATE_NUMBER_MALFORMED: Rule = Rule {
    name: "certificate-number-malformed",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("各类证件的公开编号规则", Confidence::Standard),
    reasons: &["length", "characters"],
    check: certificate_number_malformed,
};

/// The person is under age.
pub static PERSON_UNDER_18: Rule = Rule {
    name: "person-under-18",
    topic: Topic::Age,
    severity: Severity::Warning,
    fields: OWN_NUMBERS,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &[""],
    check: person_under_18,
};

/// Places of a resident ID.
const PLACES: usize = 18;
/// Least and greatest number of characters on certificates other than the resident identity card: a Taiwan permit has 8, the
/// foreigners' permanent residence card 18; a foreign passport can be as short as 5.
const LENGTHS: (usize, usize) = (5, 20);

/// A number on a resident identity card, as far as the draft tells that it is one. The legal person's certificate has no
/// kind: it is taken for one where it has that shape.
fn resident_ids<'a>(context: &Context<'a>) -> impl Iterator<Item = (FieldId, &'a str, Verdict)> {
    let own = Role::BOTH.into_iter().filter(|role| is_resident(context, *role));
    let own = own.filter_map(|role| {
        let id = PersonField::CertificateNumber.of(role);
        context.typed(id).map(|text| (id, text))
    });
    let legal = context.typed(FieldId::LegalPersonNumber).filter(|text| looks_like_resident_id(text));
    let all: Vec<_> = legal.map(|text| (FieldId::LegalPersonNumber, text)).into_iter().chain(own).collect();
    let today = context.today;
    all.into_iter().map(move |(id, text)| (id, text, resident_id::check(text, today, &Book)))
}

fn is_resident(context: &Context<'_>, role: Role) -> bool {
    context.code(PersonField::CertificateKind.of(role)) == Some(catalog::RESIDENT_ID)
}

/// 18 places of which the first 17 are digits: nothing else is numbered like that, but for the residence permits and the
/// foreigners' card, which have the same check digit and begin with 8 or 9.
fn looks_like_resident_id(text: &str) -> bool {
    let number = normalize(text, Mode::Compact).value;
    let (digits, last) = number.split_at_checked(17).unwrap_or_default();
    digits.len() == 17
        && digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(last.as_bytes(), [b'0'..=b'9' | b'X'])
        && !number.starts_with(['8', '9'])
}

fn resident_id_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (field, text, verdict) in resident_ids(context) {
        if verdict.valid {
            continue;
        }
        let mut judged = Vec::new();
        let suggestion = resident_id::suggest(text, context.today);
        Judged { field, verdict: &verdict, suggestion }.refused(&RESIDENT_ID_INVALID, &mut judged);
        findings.extend(judged.into_iter().map(|finding| detailed(finding, &verdict.normalized)));
    }
}

/// Says by how many places a number is too short or too long, or which character does not belong there: that one first, for
/// without it the length may be right.
fn detailed(finding: Finding, value: &str) -> Finding {
    let count = value.chars().count();
    let odd = value.chars().enumerate().find(|(at, c)| !(c.is_ascii_digit() || *c == 'X' && at + 1 == count));
    match (finding.reason, odd) {
        ("length" | "bad_char", Some((at, c))) => {
            finding.because("bad_char").with("place", number(at + 1)).with("character", Arg::Text(c.to_string()))
        }
        ("length", None) if count > PLACES => {
            finding.because("too_long").with("count", number(count)).with("surplus", number(count - PLACES))
        }
        ("length", None) => finding.with("count", number(count)).with("missing", number(PLACES.saturating_sub(count))),
        _ => finding,
    }
}

fn resident_id_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (field, _, verdict) in resident_ids(context) {
        Judged { field, verdict: &verdict, suggestion: None }.unusual(&RESIDENT_ID_UNUSUAL, findings);
    }
}

fn certificate_number_malformed(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let own = Role::BOTH.into_iter().filter(|role| !is_resident(context, *role));
    let ids = own.map(|role| PersonField::CertificateNumber.of(role)).chain([FieldId::LegalPersonNumber]);
    for id in ids {
        let Some(text) = context.typed(id) else { continue };
        let value = normalize(text, Mode::Compact).value;
        let count = value.chars().count();
        if let Some(odd) = value.chars().find(|c| !c.is_ascii_alphanumeric()) {
            let finding = CERTIFICATE_NUMBER_MALFORMED.finds(id).because("characters");
            findings.push(finding.with("character", Arg::Text(odd.to_string())));
        } else if count < LENGTHS.0 || count > LENGTHS.1 {
            findings.push(CERTIFICATE_NUMBER_MALFORMED.finds(id).because("length").with("count", number(count)));
        }
    }
}

fn person_under_18(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for role in Role::BOTH {
        let Some(age) = context.birth(role).map(|birth| resident_id::age_on(birth, context.today)) else { continue };
        if age < 18 {
            let id = PersonField::CertificateNumber.of(role);
            findings.push(PERSON_UNDER_18.finds(id).with("age", Arg::Number(i64::from(age))));
        }
    }
}
