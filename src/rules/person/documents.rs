//! The numbers on people's documents other than the resident identity card.

use crate::filing::FieldId;
use crate::identifiers::document::Document;
use crate::identifiers::passport_foreign;
use crate::rules::engine::{Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::person::certificate_number::{question, refuse};
use crate::text::text;

const RESIDENCE: &[Document] = &[Document::HkMacauResidence, Document::TaiwanResidence];

/// The number of a residence permit of Hong Kong, Macau and Taiwan residents is not well formed.
pub static RESIDENCE_PERMIT_INVALID: Rule = Rule {
    name: "residence-permit-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::RESIDENCE_PERMITS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("居住证号码不对", "Residence permit number is wrong"),
    what: text(
        "港澳台居民居住证的号码共 18 位，以 810000（香港）、820000（澳门）或 830000（台湾）开头，出生日期和校验位都要符合规则。",
        "18 characters beginning with 810000 (Hong Kong), 820000 (Macao) or 830000 (Taiwan); birthday and check character follow the standard.",
    ),
    why: text(
        "号码与居民身份证同一规则，有校验位；号码与姓名不符，核验就通不过。",
        "The number has a check character like that of resident ID cards, and number and name are verified together.",
    ),
    fix: text("对照居住证逐位核对。", "Compare it character by character with the permit."),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another ID document: {kind}."),
            text("把证件类型改成它，或填居住证上的号码。", "Change the ID type, or enter the number on the permit."),
        ),
        message(
            "length",
            text(
                "居住证号码是 18 位，现在是 {count} 位，少 {missing} 位。",
                "A residence permit number has 18 characters; this has {count}, {missing} too few.",
            ),
            text("对照居住证补全。", "Complete it from the permit."),
        ),
        message(
            "too_long",
            text(
                "居住证号码是 18 位，现在是 {count} 位，多 {surplus} 位。",
                "A residence permit number has 18 characters; this has {count}, {surplus} too many.",
            ),
            text("对照居住证删去多输的数字。", "Compare with the permit and remove the extra characters."),
        ),
        message(
            "bad_char",
            text(
                "第 {place} 位是「{character}」；前 17 位应是数字，最后一位是数字或 X。",
                "Character {place} is \"{character}\"; characters 1 to 17 are digits, the last is a digit or X.",
            ),
            text("对照居住证改正或去掉这一位。", "Correct or remove it from the permit."),
        ),
        message(
            "prefix",
            text(
                "港澳居民居住证以 810000 或 820000 开头，台湾居民居住证以 830000 开头。",
                "Permits of Hong Kong and Macao residents begin with 810000 or 820000, those of Taiwan residents with 830000.",
            ),
            text("对照居住证改前六位，并核对证件类型。", "Compare characters 1 to 6 with the permit, and check the ID type."),
        ),
        message(
            "birth_date",
            text("第 7 到 14 位不是日期。", "Characters 7 to 14 are not a date."),
            text("对照居住证改出生日期。", "Compare the birthday with the permit."),
        ),
        message(
            "birth_range",
            text("出生日期早于 1900 年。", "The birthday lies before 1900."),
            text("对照居住证改出生日期。", "Compare the birthday with the permit."),
        ),
        message(
            "birth_future",
            text("出生日期还没有到。", "The birthday lies in the future."),
            text("对照居住证改出生日期。", "Compare the birthday with the permit."),
        ),
        message(
            "check_digit",
            text(
                "校验位对不上：有一位填错了，或相邻两位填颠倒了。",
                "The check character does not match: one character is wrong, or two neighbouring ones are swapped.",
            ),
            text("对照居住证逐位核对。", "Compare it character by character with the permit."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '81000019710121993'",
        text("少一位。", "One place too few."),
    ),
    right: case(
        "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '810000197101219937'",
        text("18 位，810000 开头。", "Eighteen places, beginning with 810000."),
    ),
    check: |context, findings| refuse(context, RESIDENCE, &RESIDENCE_PERMIT_INVALID, findings),
};

/// The number of a travel permit of Hong Kong and Macau residents is not well formed.
pub static HK_MACAU_PERMIT_INVALID: Rule = Rule {
    name: "hk-macau-permit-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::MPS_HK_MACAU_PERMITS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("港澳居民来往内地通行证号码不对", "Hong Kong or Macao permit number is wrong"),
    what: text(
        "号码是 H（香港）或 M（澳门）加 8 位数字；非中国籍永久性居民的是 HA 或 MA 加 7 位数字。",
        "H (Hong Kong) or M (Macao) and eight digits; HA or MA and seven for permanent residents of foreign nationality.",
    ),
    why: text("2013 年起的卡式通行证，号码是 9 位。", "Permits have been cards with a number of nine places since 2013."),
    fix: text(
        "对照通行证逐位核对，不填换证次数。",
        "Compare it character by character with the permit, without the count of renewals.",
    ),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another ID document: {kind}."),
            text("把证件类型改成它，或填通行证上的号码。", "Change the ID type, or enter the number on the permit."),
        ),
        message(
            "regional_passport",
            text(
                "这是香港或澳门护照的号码，备案不用护照。",
                "This is the number of a Hong Kong or Macao passport, which is not used for filing.",
            ),
            text(
                "填来往内地通行证的号码；用居住证备案的，改证件类型。",
                "Enter the number on the travel permit; with a residence permit, change the ID type.",
            ),
        ),
        message(
            "prefix",
            text("号码应以 H（香港）或 M（澳门）开头。", "It begins with H (Hong Kong) or M (Macao)."),
            text("对照通行证补上或改正开头的字母。", "Add or correct the letter in front, comparing with the permit."),
        ),
        message(
            "bad_char",
            text(
                "第 {place} 位是「{character}」，开头的字母之后应是数字。",
                "Place {place} is \"{character}\"; digits follow the letter in front.",
            ),
            text(
                "对照通行证改正或去掉它；0 和 1 容易输成字母。",
                "Correct or remove it from the permit; 0 and 1 are easily typed as letters.",
            ),
        ),
        message(
            "renewal_suffix",
            text(
                "最后两位是旧通行证的换证次数，不属于号码。",
                "The last two places are the count of renewals on old permits, not the number.",
            ),
            text(
                "填前 9 位；还是旧证的先换证，旧证都已过期。",
                "Enter the first nine places; renew an old permit first, they have all expired.",
            ),
        ),
        message(
            "length",
            text(
                "号码是字母加 8 位数字，共 9 位，现在是 {count} 位。",
                "A letter and eight digits make nine places; this has {count}.",
            ),
            text("对照通行证补全或删去多余的。", "Complete or shorten it, comparing with the permit."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'H7683121202'",
        text("连换证次数也填上了。", "The count of renewals was copied along."),
    ),
    right: case(
        "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'H76831212'",
        text("H 加 8 位数字。", "H and eight digits."),
    ),
    check: hk_macau_permit_invalid,
};

/// The number of a travel permit of Taiwan residents is not well formed.
pub static TAIWAN_PERMIT_INVALID: Rule = Rule {
    name: "taiwan-permit-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::MPS_TAIWAN_PERMITS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("台湾居民来往大陆通行证号码不对", "Taiwan permit number is wrong"),
    what: text("号码是 8 位数字。", "The number has eight digits."),
    why: text("2008 年 9 月起一人一号，号码终身不变。", "Since September 2008 a person keeps one number for life."),
    fix: text(
        "对照通行证逐位核对，不填签发次数和机关代码。",
        "Compare it character by character with the permit, without the count of issues and the office's letter.",
    ),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another ID document: {kind}."),
            text("把证件类型改成它，或填通行证上的号码。", "Change the ID type, or enter the number on the permit."),
        ),
        message(
            "old_suffix",
            text(
                "后面带着旧通行证的签发次数或机关代码，不属于号码。",
                "Behind it stands the count of issues or the office's letter of old permits, which are not the number.",
            ),
            text("填前 8 位；还是旧证的先换证。", "Enter the first eight digits; renew an old permit first."),
        ),
        message(
            "bad_char",
            text(
                "第 {place} 位是「{character}」，号码只有数字。",
                "Place {place} is \"{character}\"; the number has digits only.",
            ),
            text("对照通行证改正或去掉它。", "Correct or remove it, comparing with the permit."),
        ),
        message(
            "length",
            text("号码是 8 位数字，现在是 {count} 位。", "The number has eight digits; this has {count}."),
            text("对照通行证补全或删去多余的。", "Complete or shorten it, comparing with the permit."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 11\nresponsible_person.certificate.number = '9103285'",
        text("只有 7 位。", "Seven digits only."),
    ),
    right: case(
        "responsible_person.certificate.kind = 11\nresponsible_person.certificate.number = '25082698'",
        text("8 位数字。", "Eight digits."),
    ),
    check: |context, findings| refuse(context, &[Document::TaiwanPermit], &TAIWAN_PERMIT_INVALID, findings),
};

/// The number of a foreigner's permanent residence card is not well formed.
pub static FOREIGNER_CARD_INVALID: Rule = Rule {
    name: "foreigner-card-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::NIA_PERMANENT_RESIDENCE,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("外国人永久居留身份证号码不对", "Foreigner's card number is wrong"),
    what: text(
        "新版号码 18 位，以 9 开头；旧版 15 位，以三个字母的国籍代码开头。",
        "18 digits beginning with 9; on old cards 15 characters beginning with three letters of the country.",
    ),
    why: text(
        "2023 年 12 月起发新版证件，号码有校验位；旧版在有效期内照用。",
        "Cards since December 2023 have a number with a check character; old ones are good until they expire.",
    ),
    fix: text("对照证件逐位核对。", "Compare it character by character with the card."),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another ID document: {kind}."),
            text("把证件类型改成它，或填永久居留身份证上的号码。", "Change the ID type, or enter the number on the card."),
        ),
        message(
            "length",
            text(
                "新版号码是 18 位，旧版 15 位，现在是 {count} 位。",
                "The number has 18 characters, on old cards 15; this has {count}.",
            ),
            text("对照证件补全或删去多余的。", "Complete or shorten it, comparing with the card."),
        ),
        message(
            "bad_char",
            text(
                "第 {place} 位是「{character}」，不该在这里。",
                "Place {place} is \"{character}\", which does not belong there.",
            ),
            text(
                "对照证件改正：新版是 18 位数字，旧版是三个字母加 12 位数字。",
                "Correct it from the card: 18 digits, or on old cards three letters and 12 digits.",
            ),
        ),
        message(
            "prefix",
            text("18 位的号码应以 9 开头。", "A number of 18 characters begins with 9."),
            text("对照证件核对，并核对证件类型。", "Compare it with the card, and check the ID type."),
        ),
        message(
            "province",
            text(
                "号码里的省份代码不对：新版在第 2、3 位，旧版在第 4、5 位。",
                "The province in it does not exist: characters 2 and 3, on old cards 4 and 5.",
            ),
            text("对照证件改这两位。", "Compare these places with the card."),
        ),
        message(
            "birth_date",
            text(
                "号码里的出生日期不是日期：新版在第 7 到 14 位，旧版在第 8 到 13 位。",
                "The date of birth in it is not a date: characters 7 to 14, on old cards 8 to 13.",
            ),
            text("对照证件改出生日期。", "Compare the birthday with the card."),
        ),
        message(
            "birth_range",
            text("出生日期早于 1900 年。", "The birthday lies before 1900."),
            text("对照证件改出生日期。", "Compare the birthday with the card."),
        ),
        message(
            "birth_future",
            text("出生日期还没有到。", "The birthday lies in the future."),
            text("对照证件改出生日期。", "Compare the birthday with the card."),
        ),
        message(
            "check_digit",
            text(
                "校验位对不上：有一位填错了，或相邻两位填颠倒了。",
                "The check character does not match: one character is wrong, or two neighbouring ones are swapped.",
            ),
            text("对照证件逐位核对。", "Compare it character by character with the card."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 30\nresponsible_person.certificate.number = '911124198108030025'",
        text("校验位对不上。", "The check digit does not fit."),
    ),
    right: case(
        "responsible_person.certificate.kind = 30\nresponsible_person.certificate.number = '911124198108030024'",
        text("与证件逐位一致。", "As on the card, character by character."),
    ),
    check: |context, findings| refuse(context, &[Document::ForeignPr], &FOREIGNER_CARD_INVALID, findings),
};

/// A sound number says something about its holder that is worth knowing.
pub static PERMIT_NUMBER_TELLS: Rule = Rule {
    name: "permit-number-tells",
    topic: Topic::Number,
    severity: Severity::Hint,
    fields: FieldId::PEOPLES_NUMBERS,
    source: source::NIA_NOTICES,
    prevents: &[],
    title: text("号码透露的情况", "What the number implies"),
    what: text(
        "号码符合规则，并说明了持证人或证件的情况。",
        "The number is well formed and says something about its holder or the card.",
    ),
    why: text("照号码看与实际不符，多半是填错了。", "If it is not so, the number is probably mistyped."),
    fix: text("与实际相符就不用改。", "Leave it if that is so."),
    messages: &[
        message(
            "foreign_national",
            text(
                "HA、MA 开头的是非中国籍港澳永久性居民的通行证，2024 年 7 月起发放。",
                "HA and MA stand for permanent residents of foreign nationality, since July 2024.",
            ),
            text(
                "确是这样就不用改；澳门护照也以 MA 开头，注意别填错。",
                "Leave it if that is so; Macao passports begin with MA as well.",
            ),
        ),
        message(
            "old_format",
            text(
                "这是旧版永久居留身份证的 15 位号码，在有效期内照用。",
                "This is the number of 15 characters on old cards, good until the card expires.",
            ),
            text("已换新证的，填新证上的 18 位号码。", "With a new card, enter its number of 18 characters."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'HA2919018'",
        text("HA 开头，持证人不是中国籍。", "HA: the holder is not a Chinese national."),
    ),
    right: case(
        "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'H13281116'",
        text("H 加 8 位数字。", "H and eight digits."),
    ),
    check: |context, findings| {
        question(context, &[Document::HkMacauPermit, Document::ForeignPr], &PERMIT_NUMBER_TELLS, findings);
    },
};

fn hk_macau_permit_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut refused = Vec::new();
    refuse(context, &[Document::HkMacauPermit], &HK_MACAU_PERMIT_INVALID, &mut refused);
    findings.extend(refused.into_iter().map(|finding| {
        let typed = context.typed(finding.field).unwrap_or_default();
        if finding.message.name == "prefix" && passport_foreign::region(typed).is_some() {
            finding.with_message(message_of!(HK_MACAU_PERMIT_INVALID, "regional_passport"))
        } else {
            finding
        }
    }));
}
