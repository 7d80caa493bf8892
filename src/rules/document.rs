//! The numbers on people's documents other than the resident identity card.

use super::held::{Held, question, refuse};
use super::number::number;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Fix, Severity};
use crate::catalog;
use crate::filing::{FieldId, Value};
use crate::identifiers::document::Document;
use crate::identifiers::passport_foreign::{self, Region};
use crate::identifiers::{hk_macau_permit, passport_cn, person_name};
use crate::text::normalize::{Mode, normalize};

const NUMBERS: &[FieldId] =
    &[FieldId::LegalPersonNumber, FieldId::ResponsiblePersonCertificateNumber, FieldId::OwnerCertificateNumber];
const RESIDENCE: &[Document] = &[Document::HkMacauResidence, Document::TaiwanResidence];

/// The number of a residence permit of Hong Kong, Macau and Taiwan residents is not well formed.
pub static RESIDENCE_PERMIT_INVALID: Rule = Rule {
    name: "residence-permit-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("港澳台居民居住证申领发放办法（2018）；GB 11643-1999", Confidence::Standard),
    reasons: &[
        "another_kind",
        "length",
        "too_long",
        "bad_char",
        "prefix",
        "birth_date",
        "birth_range",
        "birth_future",
        "check_digit",
    ],
    check: |context, findings| refuse(context, RESIDENCE, &RESIDENCE_PERMIT_INVALID, findings),
};

/// The number of a travel permit of Hong Kong and Macau residents is not well formed.
pub static HK_MACAU_PERMIT_INVALID: Rule = Rule {
    name: "hk-macau-permit-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("公安部 港澳居民来往内地通行证号码规则（2010、2013）", Confidence::Standard),
    reasons: &["another_kind", "regional_passport", "prefix", "bad_char", "renewal_suffix", "length"],
    check: hk_macau_permit_invalid,
};

/// The number of a travel permit of Taiwan residents is not well formed.
pub static TAIWAN_PERMIT_INVALID: Rule = Rule {
    name: "taiwan-permit-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("公安部 台湾居民来往大陆通行证「一人一号」（2008）", Confidence::Standard),
    reasons: &["another_kind", "old_suffix", "bad_char", "length"],
    check: |context, findings| refuse(context, &[Document::TaiwanPermit], &TAIWAN_PERMIT_INVALID, findings),
};

/// The number of a foreigner's permanent residence card is not well formed.
pub static FOREIGNER_CARD_INVALID: Rule = Rule {
    name: "foreigner-card-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("国家移民管理局 新版外国人永久居留身份证（2023）", Confidence::Standard),
    reasons: &[
        "another_kind",
        "length",
        "bad_char",
        "prefix",
        "province",
        "birth_date",
        "birth_range",
        "birth_future",
        "check_digit",
    ],
    check: |context, findings| refuse(context, &[Document::ForeignPr], &FOREIGNER_CARD_INVALID, findings),
};

/// A passport's number has a length or characters that no passport has.
pub static PASSPORT_NUMBER_INVALID: Rule = Rule {
    name: "passport-number-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("ICAO Doc 9303", Confidence::Standard),
    reasons: &["another_kind", "bad_char", "length", "no_digit"],
    check: |context, findings| refuse(context, &[Document::Passport], &PASSPORT_NUMBER_INVALID, findings),
};

/// A passport's number can be one, but not of this person, or of a passport that has expired.
pub static PASSPORT_NUMBER_UNUSUAL: Rule = Rule {
    name: "passport-number-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBERS,
    source: Source::new("普通护照号码规则（公开资料整理）；ICAO Doc 9303", Confidence::Anecdotal),
    reasons: &["long", "official_passport", "superseded", "format", "hong_kong", "macau"],
    check: passport_number_unusual,
};

/// A military or police paper's number is too short, too long or has hardly a digit.
pub static MILITARY_NUMBER_UNLIKELY: Rule = Rule {
    name: "military-number-unlikely",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBERS,
    source: Source::new("军官证、士兵证、警官证的常见印制样式", Confidence::Inferred),
    reasons: &["length", "few_digits"],
    check: |context, findings| refuse(context, &[Document::Military], &MILITARY_NUMBER_UNLIKELY, findings),
};

/// A sound number says something about its holder that is worth knowing.
pub static PERMIT_NUMBER_TELLS: Rule = Rule {
    name: "permit-number-tells",
    topic: Topic::Number,
    severity: Severity::Hint,
    fields: NUMBERS,
    source: Source::new("国家移民管理局公告（2023、2024）", Confidence::Standard),
    reasons: &["foreign_national", "old_format"],
    check: |context, findings| {
        question(context, &[Document::HkMacauPermit, Document::ForeignPr], &PERMIT_NUMBER_TELLS, findings);
    },
};

/// The number of a kind of certificate that nothing is known about, or of none, has a length or characters that no certificate has.
pub static CERTIFICATE_NUMBER_MALFORMED: Rule = Rule {
    name: "certificate-number-malformed",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: Source::new("各类证件的公开编号规则", Confidence::Standard),
    reasons: &["length", "characters"],
    check: certificate_number_malformed,
};

/// The legal person's number, for which no kind is asked, looks like one of another document than the resident identity card.
pub static LEGAL_PERSON_DOCUMENT: Rule = Rule {
    name: "legal-person-document",
    topic: Topic::Number,
    severity: Severity::Hint,
    fields: &[FieldId::LegalPersonNumber],
    source: Source::new("各类证件的公开编号规则", Confidence::Inferred),
    reasons: &["", "military"],
    check: legal_person_document,
};

/// Least and greatest number of characters on certificates of people: a Taiwan permit has 8, the foreigners' permanent residence
/// card 18; a foreign passport can be as short as 5.
const LENGTHS: (usize, usize) = (5, 20);

fn hk_macau_permit_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut refused = Vec::new();
    refuse(context, &[Document::HkMacauPermit], &HK_MACAU_PERMIT_INVALID, &mut refused);
    findings.extend(refused.into_iter().map(|finding| {
        let typed = context.typed(finding.field).unwrap_or_default();
        if finding.reason == "prefix" && passport_foreign::region(typed).is_some() {
            finding.because("regional_passport")
        } else {
            finding
        }
    }));
}

fn passport_number_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    question(context, &[Document::Passport], &PASSPORT_NUMBER_UNUSUAL, findings);
    for held in Held::on(context, &[Document::Passport]) {
        if held.verdict(context).is_some_and(|verdict| verdict.valid) {
            findings.extend(of_a_region(&held).or_else(|| unlike_chinese(context, &held)));
        }
    }
}

/// Passports of Hong Kong and Macau are no documents for a filing; MA and seven digits may be a travel permit as well.
fn of_a_region(held: &Held<'_>) -> Option<Finding> {
    let finding = PASSPORT_NUMBER_UNUSUAL.finds(held.field);
    match passport_foreign::region(held.text)? {
        Region::HongKong => Some(finding.because("hong_kong")),
        Region::Macau => {
            let finding = finding.because("macau");
            let is_permit = hk_macau_permit::check(held.text).valid;
            let permit = catalog::kind_of_document(Document::HkMacauPermit).filter(|_| is_permit);
            Some(match held.kind.zip(permit) {
                Some((field, kind)) => finding.mended_with(Fix::offer(vec![(field, Some(Value::Code(kind.id)))])),
                None => finding,
            })
        }
    }
}

/// Whoever has a name in Chinese characters and shows a passport shows a Chinese one.
fn unlike_chinese(context: &Context<'_>, held: &Held<'_>) -> Option<Finding> {
    let name = context.typed(held.name)?;
    let verdict = passport_cn::check(held.text);
    if !person_name::check(name).valid || verdict.valid || held.kind.is_none() {
        return None;
    }
    let reason = if verdict.reason == "superseded" { "superseded" } else { "format" };
    let finding = PASSPORT_NUMBER_UNUSUAL.finds(held.field).because(reason);
    Some(match passport_cn::suggest(held.text) {
        Some(meant) => finding.mended_by(Value::Text(meant)),
        None => finding,
    })
}

fn certificate_number_malformed(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for held in Held::all(context) {
        if held.document.is_some() && !held.has_no_form(context) {
            continue;
        }
        let value = normalize(held.text, Mode::Compact).value;
        let count = value.chars().count();
        let finding = CERTIFICATE_NUMBER_MALFORMED.finds(held.field);
        if let Some(odd) = value.chars().find(|c| !c.is_ascii_alphanumeric()) {
            findings.push(finding.because("characters").with("character", Arg::Text(odd.to_string())));
        } else if count < LENGTHS.0 || count > LENGTHS.1 || held.document.is_some() {
            findings.push(finding.because("length").with("count", number(count)));
        }
    }
}

fn legal_person_document(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(held) = Held::all(context).into_iter().find(|held| held.kind.is_none()) else { return };
    let Some(document) = held.document.filter(|document| *document != Document::ResidentId) else { return };
    if !held.verdict(context).is_some_and(|verdict| verdict.valid) {
        return;
    }
    let finding = LEGAL_PERSON_DOCUMENT.finds(held.field);
    if document == Document::Military {
        findings.push(finding.because("military"));
    } else if let Some(kind) = catalog::kind_of_document(document) {
        findings.push(finding.with("kind", Arg::Name(kind.name)));
    }
}
