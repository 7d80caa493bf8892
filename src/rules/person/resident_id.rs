//! The numbers on resident identity cards, and people's age.

use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::document::Document;
use crate::identifiers::resident_id;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::person::ages::Youth;
use crate::rules::person::certificate_number::{question, refuse};
use crate::text::text;

const OWN_NUMBERS: &[FieldId] = &PersonField::CertificateNumber.of_both();

/// The number of a resident identity card is not well formed.
pub static RESIDENT_ID_INVALID: Rule = Rule {
    name: "resident-id-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::GB_11643,
    prevents: &[Rejection::RegistryCheckFailed, Rejection::NameDiffersFromCertificate],
    title: text("身份证号不对", "Identity number is wrong"),
    what: text(
        "身份证号共 18 位，省份、出生日期和校验位都要符合规则。",
        "18 characters; province, birthday and check character follow the standard.",
    ),
    why: text(
        "GB 11643 规定了校验位；号码与姓名不符，核验就通不过。",
        "GB 11643 has a check character, and number and name are verified together.",
    ),
    fix: text("对照身份证逐位核对。", "Compare it character by character with the card."),
    messages: &[
        message(
            "legacy_15",
            text("15 位的一代身份证号已停用。", "15-place numbers of the first generation are no longer in use."),
            text("填现在身份证上的 18 位号码。", "Enter the 18 characters of the present card."),
        ),
        message(
            "length",
            text(
                "身份证号是 18 位，现在是 {count} 位，少 {missing} 位。",
                "An identity number has 18 characters; this has {count}, {missing} too few.",
            ),
            text("对照身份证补全。", "Complete it from the card."),
        ),
        message(
            "too_long",
            text(
                "身份证号是 18 位，现在是 {count} 位，多 {surplus} 位。",
                "An identity number has 18 characters; this has {count}, {surplus} too many.",
            ),
            text("对照身份证删去多输的数字。", "Compare with the card and remove the extra characters."),
        ),
        message(
            "bad_char",
            text(
                "第 {place} 位是「{character}」；前 17 位应是数字，最后一位是数字或 X。",
                "Character {place} is \"{character}\"; characters 1 to 17 are digits, the last is a digit or X.",
            ),
            text(
                "对照身份证改正或去掉这一位；0、1、X 容易输错。",
                "Correct or remove it from the card; 0, 1 and X are easily mistyped.",
            ),
        ),
        message(
            "kind_foreign_pr",
            text(
                "以 9 开头的是外国人永久居留身份证。",
                "Numbers beginning with 9 belong to foreigners' permanent residence cards.",
            ),
            text("把证件类型改成外国人永久居留身份证。", "Change the ID type to that card."),
        ),
        message(
            "kind_hmt_residence",
            text(
                "以 81、82、83 开头的是港澳台居民居住证。",
                "Numbers beginning with 81, 82 or 83 belong to residence permits of Hong Kong, Macao and Taiwan residents.",
            ),
            text("把证件类型改成相应的居住证。", "Change the ID type to that permit."),
        ),
        message(
            "province",
            text("前两位不是省份代码。", "Characters 1 and 2 do not stand for a province."),
            text("对照身份证改前两位。", "Compare characters 1 and 2 with the card."),
        ),
        message(
            "birth_date",
            text("第 7 到 14 位不是日期。", "Characters 7 to 14 are not a date."),
            text("对照身份证改出生日期。", "Compare the birthday with the card."),
        ),
        message(
            "birth_range",
            text("出生日期早于 1900 年。", "The birthday lies before 1900."),
            text("对照身份证改出生日期。", "Compare the birthday with the card."),
        ),
        message(
            "birth_future",
            text("出生日期还没有到。", "The birthday lies in the future."),
            text("对照身份证改出生日期。", "Compare the birthday with the card."),
        ),
        message(
            "check_digit",
            text(
                "校验位对不上：有一位填错了，或相邻两位填颠倒了。",
                "The check character does not match: one character is wrong, or two neighbouring ones are swapped.",
            ),
            text("对照身份证逐位核对。", "Compare it character by character with the card."),
        ),
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another ID document: {kind}."),
            text("把证件类型改成它，或填身份证上的号码。", "Change the ID type, or enter the number on the resident ID card."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.number = '510107199207129921'",
        text(
            "校验位对不上：有一位填错了，或相邻两位填颠倒了。",
            "The check character does not match: one character is wrong, or two neighbouring ones are swapped.",
        ),
    ),
    right: case(
        "responsible_person.certificate.number = '51010719920712992X'",
        text("与身份证逐位一致。", "As on the card, character by character."),
    ),
    check: |context, findings| refuse(context, &[Document::ResidentId], &RESIDENT_ID_INVALID, findings),
};

/// The number of a resident identity card is well formed, but such numbers are rare.
pub static RESIDENT_ID_UNUSUAL: Rule = Rule {
    name: "resident-id-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::GB_2260,
    prevents: &[],
    title: text("少见的身份证号", "Unusual identity number"),
    what: text("号码符合规则，但少见。", "The number is well formed, but rare."),
    why: text("确有这样的号码，但多半是填错。", "Such numbers exist, but slips are more common."),
    fix: text("对照身份证再看一遍。", "Look at the card once more."),
    messages: &[
        message(
            "region_unknown",
            text("前六位的地区不在区划表里。", "The region in characters 1 to 6 is not in the tables."),
            text("对照身份证核对，一致就不用改。", "Compare with the card; leave it if it agrees."),
        ),
        message(
            "region_upper",
            text("前六位只到省或市，少见。", "Characters 1 to 6 name no county, which is rare."),
            text("对照身份证核对前六位。", "Compare characters 1 to 6 with the card."),
        ),
        message(
            "over_100",
            text("按号码推算，已超过 100 岁。", "According to this number the person is over 100."),
            text("对照身份证核对出生日期。", "Compare the birthday with the card."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.number = '51000019920712992X'",
        text("510000 是整个四川省，不到区县。", "510000 is all of Sichuan, not a county."),
    ),
    right: case(
        "responsible_person.certificate.number = '51010719920712992X'",
        text("510107 是成都市武侯区。", "510107 is Wuhou in Chengdu."),
    ),
    check: |context, findings| question(context, &[Document::ResidentId], &RESIDENT_ID_UNUSUAL, findings),
};

/// The person is under age.
pub static PERSON_UNDER_18: Rule = Rule {
    name: "person-under-18",
    topic: Topic::Age,
    severity: Severity::Warning,
    fields: OWN_NUMBERS,
    source: source::VENDORS,
    prevents: &[Rejection::UnderAge],
    title: text("未满 18 岁", "Under 18"),
    what: text(
        "按身份证、居住证、永久居留身份证的号码计算年龄。",
        "The age follows from the number on resident ID cards, residence permits and foreigners' cards.",
    ),
    why: text(
        "各地多要求年满 18 岁，微信的个人小程序也只向成年人开放。",
        "Most provinces require an age of 18, and WeChat gives personal accounts to adults only.",
    ),
    fix: text("换成年人做负责人。", "Let an adult be the person in charge."),
    messages: &[
        message(
            "likely_back",
            text("现在 {age} 岁，不满 18 岁，多半会被退回。", "Aged {age}: under 18, likely to be rejected."),
            text("核对号码；确实未成年就换成年人来备案。", "Check the number; if it is right, let an adult file."),
        ),
        message(
            "taken_here",
            text(
                "现在 {age} 岁。{province}收年满 {least} 岁的，但微信一般只收成年人。",
                "Aged {age}. {province} accepts people from {least} on, but WeChat as a rule adults only.",
            ),
            text("换成年人更稳妥。", "An adult is the safer choice."),
        ),
    ],
    wrong: case(
        "subject.region = '520102'\nresponsible_person.certificate.number = '510107200811249923'",
        text("2008-11-24 出生，2026-11-23 还差一天满 18 岁。", "Born on 2008-11-24: not 18 on 2026-11-23, by a day."),
    ),
    right: case(
        "subject.region = '520102'\nresponsible_person.certificate.number = '51010719920712992X'",
        text("1992 年出生。", "Born in 1992."),
    ),
    check: person_under_18,
};

/// From this age on people are adults.
const ADULT: i32 = 18;

fn person_under_18(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for role in Role::BOTH {
        let Some(age) = context.birth(role).map(|birth| resident_id::age_on(birth, context.today())) else { continue };
        if age >= ADULT {
            continue;
        }
        let finding = PERSON_UNDER_18.finds(PersonField::CertificateNumber.of(role)).with("age", Arg::Number(i64::from(age)));
        findings.extend(match crate::rules::person::ages::youth(context, role, age) {
            // The province has its own word, which `person-outside-ages-of-province` says.
            Youth::Found(_) => None,
            Youth::Unknown => Some(finding.with_message(message_of!(PERSON_UNDER_18, "likely_back"))),
            Youth::Taken(province, least) => {
                let finding = finding.with_message(message_of!(PERSON_UNDER_18, "taken_here")).with_severity(Severity::Hint);
                Some(finding.with("province", Arg::Name(province.short)).with("least", Arg::Number(i64::from(least))))
            }
        });
    }
}
