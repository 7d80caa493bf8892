//! The numbers on people's documents other than the resident identity card.

use crate::catalog;
use crate::filing::{FieldId, Value};
use crate::identifiers::document::Document;
use crate::identifiers::passport_foreign::{self, Region};
use crate::identifiers::{hk_macau_permit, passport_cn, person_name};
use crate::rules::engine::judge::number;
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::person::certificate_number::{CertificateNumber, question, refuse};
use crate::text::normalize::{Mode, normalize};
use crate::text::text;

const NUMBERS: &[FieldId] =
    &[FieldId::LegalPersonNumber, FieldId::ResponsiblePersonCertificateNumber, FieldId::OwnerCertificateNumber];
const RESIDENCE: &[Document] = &[Document::HkMacauResidence, Document::TaiwanResidence];

/// The number of a residence permit of Hong Kong, Macau and Taiwan residents is not well formed.
pub static RESIDENCE_PERMIT_INVALID: Rule = Rule {
    name: "residence-permit-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
    source: source::RESIDENCE_PERMITS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("居住证号码不对", "Residence permit number is wrong"),
    what: text(
        "港澳台居民居住证的号码共 18 位，以 810000（香港）、820000（澳门）或 830000（台湾）开头，出生日期和校验位都要符合规则。",
        "18 places beginning with 810000 (Hong Kong), 820000 (Macao) or 830000 (Taiwan); birthday and check character follow the standard.",
    ),
    why: text(
        "号码与居民身份证同一规则，有校验位；号码与姓名不符，核验就通不过。",
        "The number has a check character like that of identity cards, and number and name are verified together.",
    ),
    fix: text("对照居住证逐位核对。", "Compare it place by place with the permit."),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another certificate: {kind}."),
            text("把证件类型改成它，或填居住证上的号码。", "Change the kind of certificate, or enter the number on the permit."),
        ),
        message(
            "length",
            text(
                "居住证号码是 18 位，现在是 {count} 位，少 {missing} 位。",
                "A residence permit number has 18 places; this has {count}, {missing} too few.",
            ),
            text("对照居住证补全。", "Complete it from the permit."),
        ),
        message(
            "too_long",
            text(
                "居住证号码是 18 位，现在是 {count} 位，多 {surplus} 位。",
                "A residence permit number has 18 places; this has {count}, {surplus} too many.",
            ),
            text("对照居住证删去多输的数字。", "Remove what is too much, comparing with the permit."),
        ),
        message(
            "bad_char",
            text(
                "第 {place} 位是「{character}」；前 17 位应是数字，最后一位是数字或 X。",
                "Place {place} is \"{character}\"; places 1 to 17 are digits, the last is a digit or X.",
            ),
            text("对照居住证改正或去掉这一位。", "Correct or remove it from the permit."),
        ),
        message(
            "prefix",
            text(
                "港澳居民居住证以 810000 或 820000 开头，台湾居民居住证以 830000 开头。",
                "Permits of Hong Kong and Macao residents begin with 810000 or 820000, those of Taiwan residents with 830000.",
            ),
            text(
                "对照居住证改前六位，并核对证件类型。",
                "Compare places 1 to 6 with the permit, and check the kind of certificate.",
            ),
        ),
        message(
            "birth_date",
            text("第 7 到 14 位不是日期。", "Places 7 to 14 are no date."),
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
            text("校验位对不上，有一位填错了。", "The check character does not fit: one place is wrong."),
            text("对照居住证逐位核对。", "Compare it place by place with the permit."),
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
    fields: NUMBERS,
    source: source::MPS_HK_MACAU_PERMITS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("港澳居民来往内地通行证号码不对", "Hong Kong or Macao permit number is wrong"),
    what: text(
        "号码是 H（香港）或 M（澳门）加 8 位数字；非中国籍永久性居民的是 HA 或 MA 加 7 位数字。",
        "H (Hong Kong) or M (Macao) and eight digits; HA or MA and seven for permanent residents of foreign nationality.",
    ),
    why: text("2013 年起的卡式通行证，号码是 9 位。", "Permits have been cards with a number of nine places since 2013."),
    fix: text("对照通行证逐位核对，不填换证次数。", "Compare it place by place with the permit, without the count of renewals."),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another certificate: {kind}."),
            text("把证件类型改成它，或填通行证上的号码。", "Change the kind of certificate, or enter the number on the permit."),
        ),
        message(
            "regional_passport",
            text(
                "这是香港或澳门护照的号码，备案不用护照。",
                "This is the number of a Hong Kong or Macao passport, with which one does not file.",
            ),
            text(
                "填来往内地通行证的号码；用居住证备案的，改证件类型。",
                "Enter the number on the travel permit; with a residence permit, change the kind of certificate.",
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
        text("连换证次数也填上了。", "The number of renewals came along."),
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
    fields: NUMBERS,
    source: source::MPS_TAIWAN_PERMITS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("台湾居民来往大陆通行证号码不对", "Taiwan permit number is wrong"),
    what: text("号码是 8 位数字。", "The number has eight digits."),
    why: text("2008 年 9 月起一人一号，号码终身不变。", "Since September 2008 a person keeps one number for life."),
    fix: text(
        "对照通行证逐位核对，不填签发次数和机关代码。",
        "Compare it place by place with the permit, without the count of issues and the office's letter.",
    ),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another certificate: {kind}."),
            text("把证件类型改成它，或填通行证上的号码。", "Change the kind of certificate, or enter the number on the permit."),
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
    fields: NUMBERS,
    source: source::NIA_PERMANENT_RESIDENCE,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("外国人永久居留身份证号码不对", "Foreigner's card number is wrong"),
    what: text(
        "新版号码 18 位，以 9 开头；旧版 15 位，以三个字母的国籍代码开头。",
        "18 digits beginning with 9; on old cards 15 places beginning with three letters of the country.",
    ),
    why: text(
        "2023 年 12 月起发新版证件，号码有校验位；旧版在有效期内照用。",
        "Cards since December 2023 have a number with a check character; old ones are good until they expire.",
    ),
    fix: text("对照证件逐位核对。", "Compare it place by place with the card."),
    messages: &[
        message(
            "another_kind",
            text("这是「{kind}」的号码。", "This is a number of another certificate: {kind}."),
            text(
                "把证件类型改成它，或填永久居留身份证上的号码。",
                "Change the kind of certificate, or enter the number on the card.",
            ),
        ),
        message(
            "length",
            text(
                "新版号码是 18 位，旧版 15 位，现在是 {count} 位。",
                "The number has 18 places, on old cards 15; this has {count}.",
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
            text("18 位的号码应以 9 开头。", "A number of 18 places begins with 9."),
            text("对照证件核对，并核对证件类型。", "Compare it with the card, and check the kind of certificate."),
        ),
        message(
            "province",
            text(
                "号码里的省份代码不对：新版在第 2、3 位，旧版在第 4、5 位。",
                "The province in it does not exist: places 2 and 3, on old cards 4 and 5.",
            ),
            text("对照证件改这两位。", "Compare these places with the card."),
        ),
        message(
            "birth_date",
            text(
                "号码里的出生日期不是日期：新版在第 7 到 14 位，旧版在第 8 到 13 位。",
                "The birthday in it is no date: places 7 to 14, on old cards 8 to 13.",
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
            text("校验位对不上，有一位填错了。", "The check character does not fit: one place is wrong."),
            text("对照证件逐位核对。", "Compare it place by place with the card."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 30\nresponsible_person.certificate.number = '911124198108030025'",
        text("校验位对不上。", "The check digit does not fit."),
    ),
    right: case(
        "responsible_person.certificate.kind = 30\nresponsible_person.certificate.number = '911124198108030024'",
        text("与证件逐位一致。", "As on the card, place by place."),
    ),
    check: |context, findings| refuse(context, &[Document::ForeignPr], &FOREIGNER_CARD_INVALID, findings),
};

/// A passport's number has a length or characters that no passport has.
pub static PASSPORT_NUMBER_INVALID: Rule = Rule {
    name: "passport-number-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBERS,
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
            text("这是「{kind}」的号码。", "This is a number of another certificate: {kind}."),
            text("把证件类型改成它，或填护照上的号码。", "Change the kind of certificate, or enter the number on the passport."),
        ),
        message(
            "bad_char",
            text(
                "号码里有「{character}」，护照号码只有数字和字母。",
                "It holds \"{character}\"; passport numbers have digits and letters only.",
            ),
            text(
                "对照护照改正或去掉它；机读区里的 < 不属于号码。",
                "Correct or remove it; a < in the machine-readable lines is not part of the number.",
            ),
        ),
        message(
            "length",
            text("护照号码是 5 到 17 位，现在是 {count} 位。", "A passport number has 5 to 17 places; this has {count}."),
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
    fields: NUMBERS,
    source: source::PASSPORT_NUMBERS,
    prevents: &[],
    title: text("少见的护照号码", "Unusual passport number"),
    what: text(
        "号码可能对，但少见，或者这种护照不用来备案。",
        "The number is possible, but rare, or of a passport with which one does not file.",
    ),
    why: text(
        "确有这样的号码，但多半是填错或拿错了证件。",
        "Such numbers exist, but slips and wrong certificates are more common.",
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
            text("最好用居民身份证备案。", "Best file with the resident identity card."),
        ),
        message(
            "superseded",
            text("像是早年签发的中国护照，都已过期。", "Like the Chinese passports of earlier years, which have all expired."),
            text(
                "换成现在的证件；中国公民最好用居民身份证。",
                "Use a current certificate; Chinese citizens best use the identity card.",
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
            text("改证件类型，填通行证或居住证的号码。", "Change the kind of certificate and enter the number on the permit."),
        ),
        message(
            "macau",
            text(
                "像是澳门护照，也可能是来往内地通行证；澳门居民备案用通行证或居住证。",
                "Like a Macao passport, or a travel permit; Macao residents file with the travel permit or the residence permit.",
            ),
            text(
                "确是通行证，就把证件类型改成它；是护照，就换成通行证或居住证。",
                "If it is the permit, change the kind of certificate; if the passport, use a permit instead.",
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

/// A military or police paper's number is too short, too long or has hardly a digit.
pub static MILITARY_NUMBER_UNLIKELY: Rule = Rule {
    name: "military-number-unlikely",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBERS,
    source: source::MILITARY_FORMS,
    prevents: &[],
    title: text("军警证件号码不像", "Unlikely military number"),
    what: text(
        "军官证、士兵证、警官证的号码没有公开的规则，一般是 4 到 20 个字，至少 4 位数字，如「南字第1234567号」。",
        "Papers of officers, soldiers and police have no published rule: 4 to 20 characters, at least four digits.",
    ),
    why: text("号码与证件不符会被退回。", "What differs from the certificate is sent back."),
    fix: text("照证件填写全部文字和数字。", "Enter all characters and digits as printed."),
    messages: &[
        message(
            "length",
            text("一般是 4 到 20 个字，现在是 {count} 个。", "Such numbers have 4 to 20 characters; this has {count}."),
            text("对照证件核对，一致就不用改。", "Compare with the certificate; leave it if it agrees."),
        ),
        message(
            "few_digits",
            text("数字不到 4 位。", "Fewer than four digits."),
            text("对照证件补全，一致就不用改。", "Complete it from the certificate; leave it if it agrees."),
        ),
    ],
    wrong: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '南字第12号'",
        text("只有 2 位数字。", "Two digits only."),
    ),
    right: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '南字第1234567号'",
        text("照证件写全。", "All of it, as on the paper."),
    ),
    check: |context, findings| refuse(context, &[Document::Military], &MILITARY_NUMBER_UNLIKELY, findings),
};

/// A sound number says something about its holder that is worth knowing.
pub static PERMIT_NUMBER_TELLS: Rule = Rule {
    name: "permit-number-tells",
    topic: Topic::Number,
    severity: Severity::Hint,
    fields: NUMBERS,
    source: source::NIA_NOTICES,
    prevents: &[],
    title: text("号码透露的情况", "What the number tells"),
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
                "This is the number of 15 places on old cards, good until the card expires.",
            ),
            text("已换新证的，填新证上的 18 位号码。", "With a new card, enter its number of 18 places."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'HA2919018'",
        text("HA 开头，持证人不是中国籍。", "HA: the holder is no Chinese national."),
    ),
    right: case(
        "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'H13281116'",
        text("H 加 8 位数字。", "H and eight digits."),
    ),
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
    source: source::NUMBERING_RULES,
    prevents: &[],
    title: text("证件号码不对", "Not a certificate number"),
    what: text("证件号码由 5 到 20 位数字和字母组成。", "Certificate numbers have 5 to 20 digits and letters."),
    why: text("现行的个人证件号码都在这个范围内。", "All present certificates of people keep within this."),
    fix: text("只填证件上的号码，不加其他内容。", "Enter the number alone, as on the certificate."),
    messages: &[
        message(
            "length",
            text("不像任何个人证件的号码（现在是 {count} 位）。", "Like no certificate of a person ({count} places)."),
            text("对照证件核对。", "Compare it with the certificate."),
        ),
        message(
            "characters",
            text(
                "号码里有「{character}」，证件号码只有数字和字母。",
                "It holds \"{character}\"; certificate numbers have digits and letters only.",
            ),
            text("对照证件改正或去掉它。", "Correct or remove it, comparing with the certificate."),
        ),
    ],
    wrong: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = 'A1'",
        text("只有 2 位。", "Two places only."),
    ),
    right: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = '510107198003089933'",
        text("与证件一致。", "As on the certificate."),
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
    title: text("法定代表人的证件", "The legal person's certificate"),
    what: text(
        "法定代表人的证件没有类型可选，按号码的样式判断。",
        "The legal person's certificate has no kind; it is judged by the form of its number.",
    ),
    why: text(
        "法定代表人多用居民身份证；样式不同，可能是填错了。",
        "Most legal persons have a resident identity card; another form may be a slip.",
    ),
    fix: text("确是这种证件就不用改。", "Leave it if that is the certificate."),
    messages: &[
        message(
            "",
            text("看起来是「{kind}」的号码。", "Looks like a number of: {kind}."),
            text("确是这种证件就不用改。", "Leave it if that is the certificate."),
        ),
        message(
            "military",
            text("看起来是军官证、士兵证或警官证的号码。", "Looks like a number of a military or police paper."),
            text("有居民身份证的，最好填身份证号。", "Best enter the identity number, where there is one."),
        ),
    ],
    wrong: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.number = 'H13281116'",
        text("按样式是港澳居民来往内地通行证。", "By its form a permit of Hong Kong residents."),
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
