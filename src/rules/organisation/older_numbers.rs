//! The numbers that the credit code has replaced, and numbers of certificates with rules of their own.

use crate::catalog;
use crate::filing::{FieldId, Value};
use crate::identifiers::registration::{Form, Registration};
use crate::identifiers::{resident_id, uscc};
use crate::rules::engine::judge::{Judged, number};
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::organisation::number::{FIELD, NUMBER, PLACES, numbered, refused, verdict};
use crate::text::text;

/// The organisation code is not well formed.
pub static ORGANISATION_CODE_INVALID: Rule = Rule {
    name: "organisation-code-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: source::GB_11714,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("组织机构代码不对", "Organisation code is wrong"),
    what: text(
        "代码共 9 位：8 位数字或字母，加一位校验，如 D2143569-X。",
        "Nine places: eight digits or letters and a check, such as D2143569-X.",
    ),
    why: text("GB 11714 规定了校验位，错一位就对不上。", "GB 11714 has a check character: one wrong place breaks it."),
    fix: text("对照证件逐位核对。", "Compare it character by character with the certificate."),
    messages: &[
        message(
            "length",
            text("组织机构代码是 9 位，现在是 {count} 位。", "An organisation code has nine places; this has {count}."),
            text("对照证件补全或删去多余的。", "Complete or shorten it, comparing with the certificate."),
        ),
        message(
            "bad_char",
            text(
                "「{character}」不该在这里；代码只有数字和字母，最后一位是数字或 X。",
                "\"{character}\" does not belong there: digits and letters, and at the end a digit or X.",
            ),
            text("对照证件改正或去掉它。", "Correct or remove it, comparing with the certificate."),
        ),
        message(
            "check_digit",
            text(
                "最后一位校验对不上：有一位填错了，或相邻两位填颠倒了。",
                "The check character does not match: one character is wrong, or two neighbouring ones are swapped.",
            ),
            text("对照证件逐位核对。", "Compare it character by character with the certificate."),
        ),
        message(
            "credit_code",
            text(
                "这是 18 位的统一社会信用代码，证件类型却选了组织机构代码证。",
                "This is a credit code of 18 characters, but the chosen certificate carries an organisation code.",
            ),
            text("把证件类型改成印有这个代码的证件。", "Change the certificate type to the one with this code."),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 12\nsubject.certificate.number = '330272095'",
        text("校验位对不上。", "The check does not fit."),
    ),
    right: case(
        "subject.certificate.kind = 12\nsubject.certificate.number = 'D2143569-X'",
        text("与证件逐位一致。", "As on the certificate, character by character."),
    ),
    check: organisation_code_invalid,
};

/// The registration number of an old business licence is not well formed.
pub static REGISTRATION_NUMBER_INVALID: Rule = Rule {
    name: "registration-number-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: source::GS_15,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("营业执照注册号不对", "Registration number is wrong"),
    what: text(
        "旧执照的注册号是 15 位数字，前两位是省份，最后一位是校验。",
        "15 digits on old licences: a province in front, a check digit at the end.",
    ),
    why: text(
        "GS 15-2006 规定了编号规则；2018 年起只认统一社会信用代码。",
        "GS 15-2006 sets the form; since 2018 only the credit code counts.",
    ),
    fix: text(
        "有新执照就填 18 位统一社会信用代码；没有就先换照。",
        "Enter the credit code of 18 characters on the new licence; renew an old one first.",
    ),
    messages: &[
        message(
            "old_13",
            text("13 位的是 2007 年以前的注册号，早已停用。", "Numbers of 13 digits are from before 2007 and long out of use."),
            text("填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 characters on the licence."),
        ),
        message(
            "length",
            text(
                "统一社会信用代码是 18 位，旧注册号是 15 位，现在是 {count} 位。",
                "A credit code has 18 characters, an old registration number 15; this has {count}.",
            ),
            text("填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 characters on the licence."),
        ),
        message(
            "bad_char",
            text(
                "有「{character}」；旧注册号只有数字，统一社会信用代码是 18 位。",
                "It contains \"{character}\": old registration numbers have digits only, and a credit code has 18 characters.",
            ),
            text("填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 characters on the licence."),
        ),
        message(
            "province",
            text("前两位不是省份代码。", "Characters 1 and 2 do not stand for a province."),
            text(
                "对照证件核对；有 18 位统一社会信用代码就填它。",
                "Compare with the certificate; enter the credit code if there is one.",
            ),
        ),
        message(
            "check_digit",
            text(
                "最后一位校验对不上：有一位填错了，或相邻两位填颠倒了。",
                "The check digit does not match: one digit is wrong, or two neighbouring ones are swapped.",
            ),
            text(
                "对照证件核对；有 18 位统一社会信用代码就填它。",
                "Compare with the certificate; enter the credit code if there is one.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 1\nsubject.certificate.number = '440229362123149'",
        text("校验位对不上。", "The check digit does not fit."),
    ),
    right: case(
        "subject.certificate.kind = 1\nsubject.certificate.number = '91510107MA0000007C'",
        text("换照后的统一社会信用代码。", "The credit code of the renewed licence."),
    ),
    check: registration_number_invalid,
};

/// The number is sound, but of a kind that the unified social credit code has replaced.
pub static NUMBER_SUPERSEDED: Rule = Rule {
    name: "number-superseded",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::STATE_COUNCIL_2015_33,
    prevents: &[Rejection::CertificateOutdated],
    title: text("号码已停用", "Number is out of use"),
    what: text(
        "组织机构代码和营业执照注册号都已由统一社会信用代码取代。",
        "Organisation codes and registration numbers have been replaced by the unified social credit code.",
    ),
    why: text("过渡期已过，备案时多半核验不了旧号码。", "The transition is over, and old numbers can hardly be verified."),
    fix: text(
        "填证件上 18 位的统一社会信用代码；还是旧证的先换证。",
        "Enter the credit code of 18 characters on the certificate; renew an old one first.",
    ),
    messages: &[
        message(
            "superseded_by_uscc",
            text(
                "这是旧的 15 位注册号，2018 年起由 18 位统一社会信用代码取代。",
                "This is an old registration number; the credit code of 18 characters has replaced it since 2018.",
            ),
            text(
                "填营业执照上的统一社会信用代码；还是旧执照的先换照。",
                "Enter the credit code on the licence; renew an old licence first.",
            ),
        ),
        message(
            "organisation_code",
            text(
                "组织机构代码证已停发，代码并入了统一社会信用代码的第 9 到 17 位。",
                "Organisation codes are no longer given out: they are characters 9 to 17 of the credit code.",
            ),
            text(
                "有统一社会信用代码的证件，就改证件类型并填 18 位代码。",
                "With a certificate that has a credit code, change the type and enter its 18 characters.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 12\nsubject.certificate.number = 'D2143569-X'",
        text("组织机构代码已经停用。", "Organisation codes are out of use."),
    ),
    right: case(
        "subject.certificate.kind = 1\nsubject.certificate.number = '91510107MA0000007C'",
        text("统一社会信用代码。", "The credit code."),
    ),
    check: number_superseded,
};

/// The number of a certificate with rules of its own looks like something else.
pub static SUBJECT_NUMBER_UNLIKELY: Rule = Rule {
    name: "subject-number-unlikely",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::NUMBERING_RULES_INFERRED,
    prevents: &[],
    title: text("证件号码不像", "Unlikely certificate number"),
    what: text(
        "这种证件的编号没有公开的规则，但有的号码明显不像。",
        "This certificate's numbers have no published rule, but some are plainly unlike any.",
    ),
    why: text("号码与证件不符会被退回。", "What differs from the certificate is rejected."),
    fix: text("照证件填写编号。", "Enter the number as on the certificate."),
    messages: &[
        message(
            "short",
            text("不到 4 个字，太短了。", "Fewer than four characters."),
            text("照证件填写完整的编号。", "Enter the whole number from the certificate."),
        ),
        message(
            "no_digit",
            text("没有一位数字。", "Not a single digit."),
            text("看看是不是填成了名称。", "See whether it is a name instead."),
        ),
        message(
            "resident_id",
            text(
                "这是身份证号，不是单位证件的号码。",
                "This is a person's identity number, not that of an organisation's certificate.",
            ),
            text("填单位证件上的编号。", "Enter the number on the organisation's certificate."),
        ),
        message(
            "credit_code",
            text("像是统一社会信用代码，但校验对不上。", "Like a credit code, but its check character does not fit."),
            text(
                "对照证件逐位核对；证件上确是这样就不用改。",
                "Compare it character by character with the certificate; leave it if it agrees.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 38\nsubject.certificate.number = '123'",
        text("3 位，不像证件号码。", "Three characters: hardly a certificate's number."),
    ),
    right: case(
        "subject.certificate.kind = 38\nsubject.certificate.number = 'PDY00012-344010517A1002'",
        text("照证件写全。", "All of it, as on the certificate."),
    ),
    check: subject_number_unlikely,
};

/// Fewer characters than this are no certificate's number.
const LEAST: usize = 4;

fn organisation_code_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some((text, finding, value)) = refused(context, Form::OrganisationCode, &ORGANISATION_CODE_INVALID) else { return };
    let odd = value.chars().find(|c| !(c.is_ascii_digit() || c.is_ascii_uppercase()));
    let last = value.chars().last().filter(|_| finding.message.name == "bad_char");
    if finding.message.name == "length" && Form::recognise(text) == Some(Form::CreditCode) {
        let finding = finding.with_message(message_of!(ORGANISATION_CODE_INVALID, "credit_code"));
        findings.push(kinds_with_credit_code(context).into_iter().fold(finding, Finding::with_fix));
    } else if let Some(c) = odd.or(last) {
        findings.push(
            finding.with_message(message_of!(ORGANISATION_CODE_INVALID, "bad_char")).with("character", Arg::Text(c.to_string())),
        );
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
    let Some((_, finding, value)) = refused(context, Form::RegistrationNumber, &REGISTRATION_NUMBER_INVALID) else { return };
    let finding = finding.with("count", number(value.chars().count()));
    findings.push(match value.chars().find(|c| !c.is_ascii_digit()) {
        Some(odd) => finding.with("character", Arg::Text(odd.to_string())),
        None => finding,
    });
}

fn number_superseded(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some((_, Some(form))), Some(verdict)) = (numbered(context), verdict(context)) else { return };
    if verdict.valid && form == Form::OrganisationCode {
        findings.push(NUMBER_SUPERSEDED.finds(FIELD).with_message(message_of!(NUMBER_SUPERSEDED, "organisation_code")));
    }
    if form == Form::RegistrationNumber {
        Judged { field: FIELD, verdict, suggestion: None }.unusual(&NUMBER_SUPERSEDED, findings);
    }
}

fn subject_number_unlikely(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some((text, None)), Some(verdict)) = (numbered(context), verdict(context)) else { return };
    let Some(value) = context.number(FIELD) else { return };
    let finding = SUBJECT_NUMBER_UNLIKELY.finds(FIELD);
    if verdict.valid {
        return;
    }
    if resident_id::check(text, context.today(), &catalog::place::Book).valid {
        findings.push(finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "resident_id")));
    } else if value.chars().count() < LEAST {
        findings.push(finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "short")));
    } else if !value.chars().any(|c| c.is_ascii_digit()) {
        findings.push(finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "no_digit")));
    } else if value.chars().count() == PLACES
        && matches!(verdict.reason, "org_check" | "check_digit")
        && uscc::category(text).is_some()
    {
        findings.push(finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "credit_code")));
    }
}
