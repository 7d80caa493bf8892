//! Numbers of documents of which little is known: military papers, kinds without rules, the legal person's.

use crate::catalog;
use crate::filing::FieldId;
use crate::identifiers::document::Document;
use crate::rules::engine::judge::number;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::person::certificate_number::{CertificateNumber, refuse};
use crate::text::normalize::{Mode, normalize};
use crate::text::text;

/// A military or police paper's number is too short, too long or has hardly a digit.
pub static MILITARY_NUMBER_UNLIKELY: Rule = Rule {
    name: "military-number-unlikely",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::MILITARY_FORMS,
    prevents: &[],
    title: text("军警证件号码不像", "Unlikely military number"),
    what: text(
        "军官证、士兵证、警官证的号码没有公开的规则，一般是 4 到 20 个字，至少 4 位数字，如「南字第1234567号」。",
        "ID documents of officers, soldiers and police have no published rule: 4 to 20 characters, at least four digits.",
    ),
    why: text("号码与证件不符会被退回。", "What differs from the ID document is rejected."),
    fix: text("照证件填写全部文字和数字。", "Enter all characters and digits as printed."),
    messages: &[
        message(
            "length",
            text("一般是 4 到 20 个字，现在是 {count} 个。", "Such numbers have 4 to 20 characters; this has {count}."),
            text("对照证件核对，一致就不用改。", "Compare with the ID document; leave it if it agrees."),
        ),
        message(
            "few_digits",
            text("数字不到 4 位。", "Fewer than four digits."),
            text("对照证件补全，一致就不用改。", "Complete it from the ID document; leave it if it agrees."),
        ),
    ],
    wrong: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '南字第12号'",
        text("只有 2 位数字。", "Two digits only."),
    ),
    right: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '南字第1234567号'",
        text("照证件写全。", "All of it, as on the document."),
    ),
    check: |context, findings| refuse(context, &[Document::Military], &MILITARY_NUMBER_UNLIKELY, findings),
};

/// The number of a kind of certificate that nothing is known about, or of none, has a length or characters that no certificate has.
pub static CERTIFICATE_NUMBER_MALFORMED: Rule = Rule {
    name: "certificate-number-malformed",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::NUMBERING_RULES,
    prevents: &[],
    title: text("证件号码不对", "Not an ID number"),
    what: text("证件号码由 5 到 20 位数字和字母组成。", "ID numbers have 5 to 20 digits and letters."),
    why: text("现行的个人证件号码都在这个范围内。", "All current ID documents keep within this."),
    fix: text("只填证件上的号码，不加其他内容。", "Enter the number alone, as on the ID document."),
    messages: &[
        message(
            "length",
            text(
                "不像任何个人证件的号码（现在是 {count} 位）。",
                "Matches no known ID document of a person ({count} {count:character|characters}).",
            ),
            text("对照证件核对。", "Compare it with the ID document."),
        ),
        message(
            "characters",
            text(
                "号码里有「{character}」，证件号码只有数字和字母。",
                "It contains \"{character}\"; ID numbers have digits and letters only.",
            ),
            text("对照证件改正或去掉它。", "Correct or remove it, comparing with the ID document."),
        ),
    ],
    wrong: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = 'A1'",
        text("只有 2 位。", "Two places only."),
    ),
    right: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '510107198003089933'",
        text("与证件一致。", "As on the ID document."),
    ),
    check: certificate_number_malformed,
};

/// The legal person's number, for which no kind is asked, looks like one of another document than the resident identity card.
pub static LEGAL_PERSON_DOCUMENT: Rule = Rule {
    name: "legal-person-document",
    topic: Topic::Number,
    severity: Severity::Hint,
    fields: &[FieldId::LegalPersonNumber],
    source: source::NUMBERING_RULES_INFERRED,
    prevents: &[],
    title: text("法定代表人的证件", "The legal representative's ID document"),
    what: text(
        "法定代表人的证件没有类型可选，按号码的样式判断。",
        "The type of the legal representative's ID document is not stated; it is judged by the form of its number.",
    ),
    why: text(
        "法定代表人多用居民身份证；样式不同，可能是填错了。",
        "Most legal representatives have a resident ID card; another form may be a slip.",
    ),
    fix: text("确是这种证件就不用改。", "Leave it if that is the ID document."),
    messages: &[
        message(
            "",
            text("看起来是「{kind}」的号码。", "Looks like a number of: {kind}."),
            text(
                "确是这种证件就不用改：姓名照营业执照上印的填，不自己翻译；有的省要求这时由持居民身份证的人任主体负责人，附授权书。",
                "Leave it if that is the ID document. Enter the name as the licence prints it, not a translation; some provinces then want a holder of a resident ID card as responsible person, with a letter of authorisation.",
            ),
        ),
        message(
            "military",
            text("看起来是军官证、士兵证或警官证的号码。", "Looks like a number of a military or police ID."),
            text("有居民身份证的，最好填身份证号。", "Enter the identity number instead, where there is one."),
        ),
    ],
    wrong: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = 'H13281116'",
        text("按样式是港澳居民来往内地通行证。", "Looks like a Hong Kong resident's permit number."),
    ),
    right: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '510107198003089933'",
        text("居民身份证号。", "A resident ID."),
    ),
    check: legal_person_document,
};

/// Least and greatest number of characters on certificates of people: a Taiwan permit has 8, the foreigners' permanent residence
/// card 18; a foreign passport can be as short as 5.
const LENGTHS: (usize, usize) = (5, 20);

fn certificate_number_malformed(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for held in CertificateNumber::all(context) {
        if held.document.is_some() && !held.has_no_form(context) {
            continue;
        }
        let value = normalize(held.text, Mode::Compact).value;
        let count = value.chars().count();
        let finding = CERTIFICATE_NUMBER_MALFORMED.finds(held.field);
        if let Some(odd) = value.chars().find(|c| !c.is_ascii_alphanumeric()) {
            findings.push(
                finding
                    .with_message(message_of!(CERTIFICATE_NUMBER_MALFORMED, "characters"))
                    .with("character", Arg::Text(odd.to_string())),
            );
        } else if count < LENGTHS.0 || count > LENGTHS.1 || held.document.is_some() {
            findings.push(finding.with_message(message_of!(CERTIFICATE_NUMBER_MALFORMED, "length")).with("count", number(count)));
        }
    }
}

fn legal_person_document(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(held) = CertificateNumber::all(context).into_iter().find(|held| held.kind.is_none()) else { return };
    let Some(document) = held.document.filter(|document| *document != Document::ResidentId) else { return };
    if !held.verdict(context).is_some_and(|verdict| verdict.valid) {
        return;
    }
    let finding = LEGAL_PERSON_DOCUMENT.finds(held.field);
    if document == Document::Military {
        findings.push(finding.with_message(message_of!(LEGAL_PERSON_DOCUMENT, "military")));
    } else if let Some(kind) = catalog::kind_of_document(document) {
        findings.push(finding.with("kind", Arg::Name(kind.name)));
    }
}
