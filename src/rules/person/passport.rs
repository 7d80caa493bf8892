//! The numbers of passports.

use crate::catalog;
use crate::filing::{FieldId, Value};
use crate::identifiers::document::Document;
use crate::identifiers::passport_foreign::{self, Region};
use crate::identifiers::{hk_macau_permit, passport_cn, person_name};
use crate::rules::engine::{Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::person::certificate_number::{CertificateNumber, question, refuse};
use crate::text::text;

/// A passport's number has a length or characters that no passport has.
pub static PASSPORT_NUMBER_INVALID: Rule = Rule {
    name: "passport-number-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::ICAO_9303,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("护照号码不对", "Passport number is wrong"),
    what: text(
        "护照号码由 5 到 17 位数字和字母组成，一般是 9 位。",
        "Passport numbers have 5 to 17 digits and letters, mostly nine.",
    ),
    why: text(
        "国际民航组织的标准只给号码留了 9 位；没有哪国的号码在这个范围之外。",
        "The standard of ICAO has a field of nine places, and no country goes beyond these limits.",
    ),
    fix: text("只填护照资料页上的号码。", "Enter the number on the data page alone."),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another ID document: {kind}."),
            text("把证件类型改成它，或填护照上的号码。", "Change the ID type, or enter the number on the passport."),
        ),
        message(
            "bad_char",
            text(
                "号码里有「{character}」，护照号码只有数字和字母。",
                "It contains \"{character}\"; passport numbers have digits and letters only.",
            ),
            text(
                "对照护照改正或去掉它；机读区里的 < 不属于号码。",
                "Correct or remove it; a < in the machine-readable lines is not part of the number.",
            ),
        ),
        message(
            "length",
            text("护照号码是 5 到 17 位，现在是 {count} 位。", "A passport number has 5 to 17 characters; this has {count}."),
            text("对照护照补全或删去多余的。", "Complete or shorten it, comparing with the passport."),
        ),
        message(
            "no_digit",
            text("只有字母；护照号码里总有数字。", "Letters only: passport numbers always have digits."),
            text("看看是不是填成了姓名或国籍。", "See whether it is a name or a country instead."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = '0529'",
        text("只有 4 位。", "Four places only."),
    ),
    right: case(
        "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'E12345678'",
        text("与护照一致。", "As on the passport."),
    ),
    check: |context, findings| refuse(context, &[Document::Passport], &PASSPORT_NUMBER_INVALID, findings),
};

/// A passport's number can be one, but not of this person, or of a passport that has expired.
pub static PASSPORT_NUMBER_UNUSUAL: Rule = Rule {
    name: "passport-number-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::PASSPORT_NUMBERS,
    prevents: &[],
    title: text("少见的护照号码", "Unusual passport number"),
    what: text(
        "号码可能对，但少见，或者这种护照不用来备案。",
        "The number is possible but rare, or belongs to a passport that is not used for filing.",
    ),
    why: text(
        "确有这样的号码，但多半是填错或拿错了证件。",
        "Such numbers exist, but slips and wrong ID documents are more common.",
    ),
    fix: text("对照护照再看一遍。", "Look at the passport once more."),
    messages: &[
        message(
            "long",
            text("超过 9 位，少见。", "More than nine places, which is rare."),
            text("对照护照核对，一致就不用改。", "Compare with the passport; leave it if it agrees."),
        ),
        message(
            "official_passport",
            text("这是公务护照或外交护照的号码。", "This is the number of an official or diplomatic passport."),
            text("最好用居民身份证备案。", "File with the resident ID card instead."),
        ),
        message(
            "superseded",
            text("像是早年签发的中国护照，都已过期。", "Like the Chinese passports of earlier years, which have all expired."),
            text(
                "换成现在的证件；中国公民最好用居民身份证。",
                "Use a current ID document; Chinese citizens should use the resident ID card.",
            ),
        ),
        message(
            "format",
            text(
                "姓名是汉字，号码却不像中国护照：应是 E 加 8 位，或 E、一个字母（不用 I、O）和 7 位数字。",
                "A Chinese name, but unlike a Chinese passport: E and eight digits, or E, a letter (not I or O) and seven digits.",
            ),
            text(
                "对照护照核对；持外国护照的，姓名照护照填字母。",
                "Compare with the passport; with a foreign one, enter the name in its letters.",
            ),
        ),
        message(
            "hong_kong",
            text(
                "像是香港护照；香港居民备案用来往内地通行证或居住证。",
                "Like a Hong Kong passport; Hong Kong residents file with the travel permit or the residence permit.",
            ),
            text("改证件类型，填通行证或居住证的号码。", "Change the ID type and enter the number on the permit."),
        ),
        message(
            "macau",
            text(
                "像是澳门护照，也可能是来往内地通行证；澳门居民备案用通行证或居住证。",
                "Like a Macao passport, or a travel permit; Macao residents file with the travel permit or the residence permit.",
            ),
            text(
                "确是通行证，就把证件类型改成它；是护照，就换成通行证或居住证。",
                "If it is the permit, change the ID type; if the passport, use a permit instead.",
            ),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'PE0655479'",
        text("公务护照，一般不用来备案。", "A passport for official business, seldom used here."),
    ),
    right: case(
        "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'E12345678'",
        text("普通护照。", "An ordinary passport."),
    ),
    check: passport_number_unusual,
};

fn passport_number_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    question(context, &[Document::Passport], &PASSPORT_NUMBER_UNUSUAL, findings);
    for held in CertificateNumber::on(context, &[Document::Passport]) {
        if held.verdict(context).is_some_and(|verdict| verdict.valid) {
            findings.extend(of_a_region(&held).or_else(|| unlike_chinese(context, &held)));
        }
    }
}

/// Passports of Hong Kong and Macau are no documents for a filing; MA and seven digits may be a travel permit as well.
fn of_a_region(held: &CertificateNumber<'_>) -> Option<Finding> {
    let finding = PASSPORT_NUMBER_UNUSUAL.finds(held.field);
    match passport_foreign::region(held.text)? {
        Region::HongKong => Some(finding.with_message(message_of!(PASSPORT_NUMBER_UNUSUAL, "hong_kong"))),
        Region::Macau => {
            let finding = finding.with_message(message_of!(PASSPORT_NUMBER_UNUSUAL, "macau"));
            let is_permit = hk_macau_permit::check(held.text).valid;
            let permit = catalog::kind_of_document(Document::HkMacauPermit).filter(|_| is_permit);
            Some(match held.kind.zip(permit) {
                Some((field, kind)) => finding.with_fix(Fix::offer(vec![(field, Some(Value::Code(kind.id)))])),
                None => finding,
            })
        }
    }
}

/// Whoever has a name in Chinese characters and shows a passport shows a Chinese one.
fn unlike_chinese(context: &Context<'_>, held: &CertificateNumber<'_>) -> Option<Finding> {
    let name = context.typed(held.name)?;
    let verdict = passport_cn::check(held.text);
    if !person_name::check(name).valid || verdict.valid || held.kind.is_none() {
        return None;
    }
    let reason = if verdict.reason == "superseded" {
        message_of!(PASSPORT_NUMBER_UNUSUAL, "superseded")
    } else {
        message_of!(PASSPORT_NUMBER_UNUSUAL, "format")
    };
    let finding = PASSPORT_NUMBER_UNUSUAL.finds(held.field).with_message(reason);
    Some(match passport_cn::suggest(held.text) {
        Some(meant) => finding.with_fix_to(Value::Text(meant)),
        None => finding,
    })
}
