//! The unified social credit code.

use crate::catalog;
use crate::filing::FieldId;
use crate::identifiers::registration::Form;
use crate::rules::engine::judge::{Judged, number};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::organisation::number::{FIELD, NUMBER, PLACES, numbered, of_form, refused, verdict};
use crate::text::text;

/// The unified social credit code is not well formed.
pub static CREDIT_CODE_INVALID: Rule = Rule {
    name: "credit-code-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: source::GB_32100,
    prevents: &[Rejection::RegistryCheckFailed, Rejection::CertificateOutdated],
    title: text("统一社会信用代码不对", "Credit code is wrong"),
    what: text(
        "代码共 18 位，登记部门、地区、主体标识和校验位都要符合规则。",
        "18 characters; department, region, organisation code and check character follow the standard.",
    ),
    why: text(
        "GB 32100 规定了校验位，错一位就对不上，工商核验也通不过。",
        "GB 32100 has a check character: one wrong place breaks it, and the registry check fails.",
    ),
    fix: text("对照证件逐位核对，最好从电子执照复制。", "Compare character by character with the certificate; best copy it."),
    messages: &[
        message(
            "length",
            text(
                "统一社会信用代码是 18 位，现在是 {count} 位，少 {missing} 位。",
                "A credit code has 18 characters; this has {count}, {missing} too few.",
            ),
            text("对照证件补全。", "Complete it from the certificate."),
        ),
        message(
            "too_long",
            text(
                "统一社会信用代码是 18 位，现在是 {count} 位，多 {surplus} 位。",
                "A credit code has 18 characters; this has {count}, {surplus} too many.",
            ),
            text("对照证件删去多余的字符。", "Compare with the certificate and remove the extra characters."),
        ),
        message(
            "illegal_char",
            text(
                "有代码里不会出现的字符；代码不用字母 I、O、S、V、Z。",
                "It contains a character that codes never have; I, O, S, V and Z are not used.",
            ),
            text(
                "多半是把 1、0、5、U、2 看错了，对照证件改。",
                "Probably a misread 1, 0, 5, U or 2: compare with the certificate.",
            ),
        ),
        message(
            "looks_like_resident_id",
            text("这像是身份证号，不是统一社会信用代码。", "This looks like an identity number, not a credit code."),
            text("填营业执照等证件上的代码。", "Enter the code on the licence."),
        ),
        message(
            "department",
            text("第 1 位不是登记管理部门的代码。", "Character 1 does not stand for a registration department."),
            text("对照证件改第 1 位。", "Compare character 1 with the certificate."),
        ),
        message(
            "region_format",
            text("第 3 到 8 位应是数字。", "Characters 3 to 8 should be digits."),
            text("对照证件改这几位。", "Compare these places with the certificate."),
        ),
        message(
            "org_check",
            text(
                "第 9 到 17 位的校验对不上，有错位或看错的字符。",
                "Characters 9 to 17 fail their check: something is misread or out of place.",
            ),
            text("对照证件核对第 9 到 17 位。", "Compare characters 9 to 17 with the certificate."),
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
            "organisation_code",
            text(
                "这是 9 位的组织机构代码，它只是统一社会信用代码的第 9 到 17 位。",
                "This is an organisation code, which is only characters 9 to 17 of a credit code.",
            ),
            text("填证件上 18 位的统一社会信用代码。", "Enter the credit code of 18 characters on the certificate."),
        ),
    ],
    wrong: case(
        "subject.certificate.number = '91510107MA0000007D'",
        text("最后一位校验对不上。", "The check character does not fit."),
    ),
    right: case(
        "subject.certificate.number = '91510107MA0000007C'",
        text("与营业执照逐位一致。", "As on the licence, character by character."),
    ),
    check: credit_code_invalid,
};

/// The unified social credit code is well formed, but such codes are rare.
pub static CREDIT_CODE_UNUSUAL: Rule = Rule {
    name: "credit-code-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::GB_32100,
    prevents: &[],
    title: text("少见的统一社会信用代码", "Unusual credit code"),
    what: text("代码符合规则，但类别或地区少见。", "The code is well formed, but of a rare category or region."),
    why: text("确有这样的代码，但多半是填错。", "Such codes exist, but slips are more common."),
    fix: text("对照证件再看一遍。", "Look at the certificate once more."),
    messages: &[
        message(
            "category_unknown",
            text("前两位的机构类别少见。", "The category in characters 1 and 2 is rare."),
            text("对照证件核对前两位。", "Compare characters 1 and 2 with the certificate."),
        ),
        message(
            "region_unknown",
            text("第 3 到 8 位的地区少见。", "The region from character 3 is rare."),
            text("对照证件核对第 3 到 8 位。", "Compare characters 3 to 8 with the certificate."),
        ),
        message(
            "fujian_pilot_check",
            text(
                "最后一位不合标准；2015 年福建试点时的代码确有这样的。",
                "The check character is off; codes of the Fujian pilot of 2015 are like that.",
            ),
            text("对照证件核对，一致就不用改。", "Compare with the certificate; leave it if it agrees."),
        ),
    ],
    wrong: case(
        "subject.certificate.number = '91990107MA00000078'",
        text("第 3 位起的 990107 不是已知的地区。", "990107, from character 3, is not a known region."),
    ),
    right: case(
        "subject.certificate.number = '91510107MA0000007C'",
        text("510107 是成都市武侯区。", "510107 is Wuhou in Chengdu."),
    ),
    check: credit_code_unusual,
};

/// The first two places of the credit code say another nature than the one chosen.
pub static CREDIT_CODE_OF_ANOTHER_NATURE: Rule = Rule {
    name: "credit-code-of-another-nature",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::GB_32100,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("代码与主体性质不符", "Code of another entity type"),
    what: text(
        "代码前两位说明机构类别，应与主体性质一致。",
        "Characters 1 and 2 name the kind of body, which should agree with the entity type.",
    ),
    why: text(
        "性质由小程序账号的认证主体决定，选错了，证件也对不上。",
        "The entity type follows the account's verification; a wrong one does not match the certificate.",
    ),
    fix: text("核对主体性质和代码。", "Check entity type and code."),
    messages: &[message(
        "",
        text("代码以 {category} 开头，一般是「{nature}」。", "The code begins with {category}, which is usually \"{nature}\"."),
        text("核对主体性质和代码。", "Check entity type and code."),
    )],
    wrong: case(
        "subject.nature = 4\nsubject.certificate.number = '51510107MA0000007G'",
        text("51 开头是社会团体，不是企业。", "51 stands for a social organisation, not an enterprise."),
    ),
    right: case(
        "subject.nature = 4\nsubject.certificate.number = '91510107MA0000007C'",
        text("91 开头是企业。", "91 stands for an enterprise."),
    ),
    check: credit_code_of_another_nature,
};

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

fn credit_code_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some((text, finding, value)) = refused(context, Form::CreditCode, &CREDIT_CODE_INVALID) else { return };
    let count = value.chars().count();
    findings.push(match finding.message.name {
        "length" if Form::recognise(text) == Some(Form::OrganisationCode) => {
            finding.with_message(message_of!(CREDIT_CODE_INVALID, "organisation_code"))
        }
        "length" if count > PLACES => finding
            .with_message(message_of!(CREDIT_CODE_INVALID, "too_long"))
            .with("count", number(count))
            .with("surplus", number(count - PLACES)),
        "length" => finding.with("count", number(count)).with("missing", number(PLACES.saturating_sub(count))),
        _ => finding,
    });
}

fn credit_code_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if of_form(context, Form::CreditCode).is_some()
        && let Some(verdict) = verdict(context)
    {
        Judged { field: FIELD, verdict, suggestion: None }.unusual(&CREDIT_CODE_UNUSUAL, findings);
    }
}

fn credit_code_of_another_nature(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some((_, form)), Some(chosen)) = (numbered(context), context.code(FieldId::SubjectNature)) else { return };
    if !matches!(form, None | Some(Form::CreditCode)) {
        return;
    }
    let Some(verdict) = verdict(context) else { return };
    let Some(places) = verdict.normalized.get(..2).filter(|_| verdict.valid) else { return };
    let Some((category, natures)) = NATURE_OF_CATEGORY.iter().find(|(category, _)| *category == places) else { return };
    if let (false, Some(meant)) = (natures.contains(&chosen), natures.first().and_then(|id| catalog::nature(*id))) {
        let finding = CREDIT_CODE_OF_ANOTHER_NATURE.finds(FIELD);
        findings.push(finding.with("category", Arg::Text((*category).to_owned())).with("nature", Arg::Name(meant.name)));
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
}
