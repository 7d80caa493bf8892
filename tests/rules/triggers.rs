//! What triggers each rule, and for which reason. A rule or a reason that stands in the register and not here fails the build.

use beian::catalog::NONE_INVOLVED;
use beian::filing::{EventKind, FieldId as F, Reason, Value};
use beian_scan::facts::{Analysis, CardSide, Content, Damage, FileFacts, Format, Obstacle, Outline, Print, Turn};

use super::drafts::{Case, FIRST, SECOND, company, individual, look, picture, three_people};

/// Rule, reason, a draft without faults, how to spoil it, and the field under which the finding stands.
pub type Trigger = (&'static str, &'static str, fn() -> Case, fn(&mut Case), F);

const PHOTO: F = F::SubjectCertificatePhoto;
const FRONT: F = F::ResponsiblePersonCertificateFront;
const BACK: F = F::ResponsiblePersonCertificateBack;
const NUMBER: F = F::ResponsiblePersonCertificateNumber;
const FROM: F = F::ResponsiblePersonCertificateValidFrom;
const UNTIL: F = F::ResponsiblePersonCertificateValidUntil;
const MOBILE: F = F::ResponsiblePersonMobile;
const EMERGENCY: F = F::ResponsiblePersonEmergencyPhone;
const MAIL: F = F::ResponsiblePersonEmail;
const OTHERS: F = F::SubjectOtherMaterials;
const CODE: F = F::SubjectCertificateNumber;
const LEGAL_NUMBER: F = F::LegalPersonNumber;

const LIKELY: &str = "prior-approval-likely-needed";
const UNLIKE: &str = "subject-name-unlike-licence";
const REFUSED: &str = "text-has-refused-characters";
const UNFIT: &str = "mini-program-name-unfit-for-individual";
const ON_VIDEO: &str = "面向成都的家庭，提供做菜的短视频在线播放，可以按时令查找做法、列购物清单，并查看说明。";

/// A deregistration of the mini-program, or what a word says.
fn ends(case: &mut Case, scope: &str) {
    case.set(F::FilingKind, "deregister").set(F::RecordNumber, "蜀ICP备2026000001号-1X");
    case.set(F::DeregistrationScope, scope).set(F::DeregistrationReason, Value::Code(1));
    case.set(F::DeregistrationCodeReceiver, "测试丙").set(F::DeregistrationCodePhone, "13012340003");
}

/// A sound picture that says this.
fn reads(case: &mut Case, field: F, says: &str) {
    case.file(field, "scans/read.jpg", picture().with_sha256("read"));
    case.readings.insert("read", super::case_files::reading(super::case::Part::parse("a trigger", says)));
}

/// Both sides of the responsible person's document, which say this.
fn sides(case: &mut Case, front: &str, back: &str) {
    for (field, name, says) in [(FRONT, "front", front), (BACK, "back", back)] {
        case.file(field, &format!("scans/{name}.jpg"), picture().with_sha256(name));
        case.readings.insert(name, super::case_files::reading(super::case::Part::parse("a trigger", says)));
    }
}

/// A photo of the licence with these facts.
fn photo(case: &mut Case, facts: FileFacts) {
    case.file(PHOTO, "scans/spoilt.jpg", facts);
}

fn video(case: &mut Case, facts: FileFacts) {
    case.file(F::PromiseVideo, "scans/spoilt.mp4", facts);
}

fn film(mp4: bool) -> FileFacts {
    FileFacts { size: 5_000_000, ..FileFacts::of(Content::Video { mp4, damage: None, location: false, sha256: "film".into() }) }
}

/// A hospital in Inner Mongolia, which wants two documents in one field.
fn hospital(case: &mut Case) {
    case.set(F::SubjectRegion, "150102").set(F::SubjectName, "内蒙古虚构医院有限公司");
}

/// A person with a number on a certificate of this kind.
fn paper(case: &mut Case, kind: u32, number: &str) {
    case.set(F::ResponsiblePersonCertificateKind, Value::Code(kind)).set(NUMBER, number);
}

/// A subject with a number on a certificate of this kind.
fn licence(case: &mut Case, kind: u32, number: &str) {
    case.set(F::SubjectCertificateKind, Value::Code(kind)).set(CODE, number);
}

/// A permit of a kind, with a number, for a period.
fn permit_for(case: &mut Case, kind: u32, number: &str, from: &str, until: &str) {
    paper(case, kind, number);
    case.set(FROM, from).set(UNTIL, until);
}

/// A photo of the licence in which something is seen that is not good.
fn seen(case: &mut Case, spoil: fn(&mut Analysis)) {
    seen_in(case, PHOTO, spoil);
}

fn seen_in(case: &mut Case, field: F, spoil: fn(&mut Analysis)) {
    let mut look = look();
    spoil(&mut look);
    case.file(field, "scans/seen.jpg", picture().with_sha256("seen").with_analysis(look));
}

/// The outline in which a document is seen.
fn outlined(look: &mut Analysis, spoil: fn(&mut Outline)) {
    if let Some(outline) = &mut look.outline {
        outline.proportion = 1.9;
        spoil(outline);
    }
}

/// A picture that shows a slope of so many steps, in a file of its own.
fn slope(case: &mut Case, field: F, file: &str) {
    let print = Print::new(&(0..64 * 64).map(|n| (n % 64 * 3) as u8).collect::<Vec<_>>());
    case.file(field, file, picture().with_sha256(file).with_analysis(Analysis { print, outline: None, ..look() }));
}

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Trigger> {
    let others = [
        super::province_triggers::PROVINCE_TRIGGERS,
        super::record_triggers::RECORD_TRIGGERS,
        super::letter_triggers::LETTER_TRIGGERS,
    ];
    TRIGGERS.iter().chain(others.into_iter().flatten())
}

/// A draft of another subject with another person, who is reached otherwise, and then changed.
fn stranger(case: &mut Case, change: impl FnOnce(&mut Case)) {
    case.other(|other| {
        other.set(CODE, "x").set(F::SubjectName, "别的公司").set(NUMBER, SECOND).set(F::ResponsiblePersonName, "测试戊");
        other.set(MOBILE, "13012340019").set(F::ResponsiblePersonEmergencyPhone, "17712340019");
        other.set(F::ResponsiblePersonEmail, "wu@example.org").set(F::AppId, "wx0000000000000019");
        change(other);
    })
    .done();
}

const TRIGGERS: &[Trigger] = &[
    ("required-field-empty", "certificate", company, |c| c.set(F::SubjectName, " \u{200B}\u{3000}").done(), F::SubjectName),
    ("required-field-empty", "certificate", company, |c| c.clear(NUMBER).done(), NUMBER),
    ("required-field-empty", "day", company, |c| c.clear(UNTIL).done(), UNTIL),
    ("required-field-empty", "name", company, |c| c.clear(F::ResponsiblePersonName).done(), F::ResponsiblePersonName),
    ("required-field-empty", "postal_address", company, |c| c.clear(F::SubjectAddress).done(), F::SubjectAddress),
    ("required-field-empty", "mobile", three_people, |c| c.clear(F::OwnerMobile).done(), F::OwnerMobile),
    ("required-field-empty", "emergency_phone", three_people, |c| c.clear(F::OwnerEmergencyPhone).done(), F::OwnerEmergencyPhone),
    ("required-field-empty", "mail", company, |c| c.clear(MAIL).done(), MAIL),
    ("required-field-empty", "app_id", company, |c| c.clear(F::AppId).done(), F::AppId),
    ("required-field-empty", "mini_program_name", company, |c| c.clear(F::MiniProgramName).done(), F::MiniProgramName),
    ("required-field-empty", "remark", company, |c| c.clear(F::MiniProgramRemark).done(), F::MiniProgramRemark),
    ("required-field-empty", "service_contents", company, |c| c.clear(F::ServiceContents).done(), F::ServiceContents),
    ("required-field-empty", "chosen", company, |c| c.clear(F::SubjectCertificateKind).done(), F::SubjectCertificateKind),
    ("required-field-empty", "region", company, |c| c.clear(F::SubjectRegion).done(), F::SubjectRegion),
    ("required-field-empty", "file", company, |c| c.clear(PHOTO).done(), PHOTO),
    ("required-field-empty", "approvals", company, |c| c.clear(F::PriorApprovals).done(), F::PriorApprovals),
    ("required-field-empty", "legal_person", three_people, |c| c.clear(F::LegalPersonNumber).done(), F::LegalPersonNumber),
    (
        "required-field-empty",
        "letter",
        three_people,
        |c| c.clear(F::OwnerAuthorizationLetter).done(),
        F::OwnerAuthorizationLetter,
    ),
    (
        "expected-field-empty",
        "residence_permit",
        individual,
        |c| c.set(F::SubjectRegion, "440305").done(),
        F::SubjectResidencePermit,
    ),
    ("value-does-not-fit", "choice", company, |c| c.set(F::SubjectNature, "企业").done(), F::SubjectNature),
    ("value-does-not-fit", "choices", company, |c| c.set(F::ServiceContents, "音乐").done(), F::ServiceContents),
    ("value-does-not-fit", "flag", company, |c| c.set(F::IsLegalPerson, Value::Invalid("也许".into())).done(), F::IsLegalPerson),
    ("value-does-not-fit", "text", company, |c| c.set(MOBILE, Value::Invalid("13012340003".into())).done(), MOBILE),
    ("value-does-not-fit", "region", company, |c| c.set(F::SubjectRegion, Value::Code(510107)).done(), F::SubjectRegion),
    ("value-does-not-fit", "date", company, |c| c.set(UNTIL, Value::Invalid("20420401".into())).done(), UNTIL),
    ("value-does-not-fit", "time", company, |c| c.set(F::FaceCheckPassedAt, Value::Flag(true)).done(), F::FaceCheckPassedAt),
    ("value-does-not-fit", "path", company, |c| c.set(PHOTO, Value::Paths(vec!["a.jpg".into()])).done(), PHOTO),
    ("value-does-not-fit", "paths", company, |c| c.set(F::CommitmentLetter, "a.jpg").done(), F::CommitmentLetter),
    ("value-does-not-fit", "approvals", company, |c| c.set(F::PriorApprovals, Value::Codes(vec![24])).done(), F::PriorApprovals),
    ("choice-not-in-list", "filing_kind", company, |c| c.set(F::FilingKind, "renew").done(), F::FilingKind),
    ("choice-not-in-list", "nature", company, |c| c.set(F::SubjectNature, Value::Code(99)).done(), F::SubjectNature),
    ("choice-not-in-list", "region", company, |c| c.set(F::SubjectRegion, "999999").done(), F::SubjectRegion),
    ("choice-not-in-list", "region_above_district", company, |c| c.set(F::SubjectRegion, "510100").done(), F::SubjectRegion),
    (
        "choice-not-in-list",
        "service_content",
        company,
        |c| c.set(F::ServiceContents, Value::Codes(vec![44, 9999])).done(),
        F::ServiceContents,
    ),
    (
        "choice-not-in-list",
        "service_group",
        company,
        |c| c.set(F::ServiceContents, Value::Codes(vec![500])).done(),
        F::ServiceContents,
    ),
    (
        "choice-not-in-list",
        "prior_approval",
        company,
        |c| c.approvals(&[(Some(99), "川-1号", "a.jpg")]).done(),
        F::PriorApprovals,
    ),
    (
        "text-has-hidden-characters",
        "control",
        company,
        |c| c.set(F::SubjectName, "四川虚构\u{1B}有限公司").done(),
        F::SubjectName,
    ),
    (
        "text-has-hidden-characters",
        "line_break",
        company,
        |c| c.set(F::SubjectAddress, "虚构街\n88号801室").done(),
        F::SubjectAddress,
    ),
    ("text-has-hidden-characters", "invisible", company, |c| c.set(MOBILE, "\u{202D}13012340003\u{202C}").done(), MOBILE),
    ("text-is-placeholder", "", company, |c| c.set(F::MiniProgramName, "测试小程序").done(), F::MiniProgramName),
    (
        "certificate-kind-does-not-fit",
        "subject",
        company,
        |c| c.set(F::SubjectCertificateKind, Value::Code(4)).done(),
        F::SubjectCertificateKind,
    ),
    (
        "certificate-kind-does-not-fit",
        "person",
        company,
        |c| c.set(F::ResponsiblePersonCertificateKind, Value::Code(1)).done(),
        F::ResponsiblePersonCertificateKind,
    ),
    (
        "certificate-kind-does-not-fit",
        "unknown",
        company,
        |c| c.set(F::SubjectCertificateKind, Value::Code(99)).done(),
        F::SubjectCertificateKind,
    ),
    (
        "certificate-expires-soon",
        "expired",
        company,
        |c| c.set(F::SubjectCertificateValidUntil, "2026-11-22").done(),
        F::SubjectCertificateValidUntil,
    ),
    (
        "certificate-expires-soon",
        "today",
        company,
        |c| c.set(F::SubjectCertificateValidUntil, "2026-11-23").done(),
        F::SubjectCertificateValidUntil,
    ),
    (
        "certificate-expires-soon",
        "within_month",
        three_people,
        |c| c.set(F::OwnerCertificateValidUntil, "2026-12-23").done(),
        F::OwnerCertificateValidUntil,
    ),
    ("certificate-expires-soon", "within_three_months", company, |c| c.set(UNTIL, "2026-12-24").done(), UNTIL),
    ("date-invalid", "format", company, |c| c.set(UNTIL, "明年春天").done(), UNTIL),
    ("date-invalid", "range", company, |c| c.set(UNTIL, "3000-01-01").done(), UNTIL),
    ("date-invalid", "not_a_date", company, |c| c.set(UNTIL, "2026-13-40").done(), UNTIL),
    ("date-invalid", "long_term", company, |c| c.set(FROM, "长期").done(), FROM),
    ("date-invalid", "time", company, |c| c.set(F::FaceCheckPassedAt, "昨天上午").done(), F::FaceCheckPassedAt),
    ("certificate-period-impossible", "start_before_birth", company, |c| c.set(FROM, "1990-01-01").done(), FROM),
    ("certificate-period-impossible", "start_future", company, |c| c.set(FROM, "2026-11-24").done(), FROM),
    ("certificate-period-impossible", "first_generation", company, |c| c.set(FROM, "2003-12-31").done(), FROM),
    ("certificate-period-impossible", "end_before_start", company, |c| c.set(UNTIL, "2022-04-01").done(), UNTIL),
    ("certificate-period-impossible", "span_invalid", company, |c| c.set(UNTIL, "2041-04-01").done(), UNTIL),
    ("certificate-period-unlike-age", "years", company, |c| c.set(UNTIL, "2032-04-01").done(), UNTIL),
    ("certificate-period-unlike-age", "long_term", company, |c| c.set(NUMBER, resident("51010719600712992")).done(), UNTIL),
    ("credit-code-invalid", "organisation_code", company, |c| licence(c, 1, "D2143569-X"), CODE),
    ("organisation-code-invalid", "length", company, |c| licence(c, 12, "18520326"), CODE),
    ("organisation-code-invalid", "bad_char", company, |c| licence(c, 12, "63163557A"), CODE),
    ("organisation-code-invalid", "bad_char", company, |c| licence(c, 12, "8391#2469"), CODE),
    ("organisation-code-invalid", "check_digit", company, |c| licence(c, 12, "330272095"), CODE),
    ("organisation-code-invalid", "credit_code", company, |c| licence(c, 12, "91510107MA0000007C"), CODE),
    ("registration-number-invalid", "old_13", company, |c| licence(c, 1, "6209825092859"), CODE),
    ("registration-number-invalid", "length", company, |c| licence(c, 1, "61060384469165"), CODE),
    ("registration-number-invalid", "bad_char", company, |c| licence(c, 1, "150928556N92530"), CODE),
    ("registration-number-invalid", "province", company, |c| licence(c, 27, "470000414660747"), CODE),
    ("registration-number-invalid", "check_digit", company, |c| licence(c, 1, "440229362123149"), CODE),
    ("number-superseded", "superseded_by_uscc", company, |c| licence(c, 1, "659002178555990"), CODE),
    ("number-superseded", "organisation_code", company, |c| licence(c, 12, "D2143569-X"), CODE),
    ("subject-number-unlikely", "short", company, |c| licence(c, 38, "123"), CODE),
    ("subject-number-unlikely", "no_digit", company, |c| licence(c, 38, "成都示例诊所"), CODE),
    ("subject-number-unlikely", "resident_id", company, |c| licence(c, 38, "51010719920712992X"), CODE),
    ("subject-number-unlikely", "credit_code", company, |c| licence(c, 38, "12510107MA0000007D"), CODE),
    (
        "permit-period-unlikely",
        "before_2018",
        company,
        |c| permit_for(c, 41, "810000197101219937", "2018-08-31", "2027-08-31"),
        FROM,
    ),
    (
        "permit-period-unlikely",
        "not_five_years",
        company,
        |c| permit_for(c, 42, "830000195911079969", "2024-09-10", "2034-09-10"),
        UNTIL,
    ),
    (
        "permit-period-unlikely",
        "not_five_years",
        company,
        |c| permit_for(c, 42, "830000195911079969", "2024-09-10", "长期"),
        UNTIL,
    ),
    ("permit-period-unlikely", "old_card", company, |c| permit_for(c, 30, "GBR310051041272", "2023-05-01", "2034-05-01"), UNTIL),
    ("credit-code-invalid", "length", company, |c| c.set(CODE, "91510107MA0000007").done(), CODE),
    ("credit-code-invalid", "too_long", company, |c| c.set(CODE, "91510107MA0000007C1").done(), CODE),
    ("credit-code-invalid", "illegal_char", company, |c| c.set(CODE, "91510107MA000000IC").done(), CODE),
    ("credit-code-invalid", "looks_like_resident_id", company, |c| c.set(CODE, resident("44030519900101991")).done(), CODE),
    ("credit-code-invalid", "department", company, |c| c.set(CODE, "B1510107MA0000007C").done(), CODE),
    ("credit-code-invalid", "region_format", company, |c| c.set(CODE, "9151010AMA0000007C").done(), CODE),
    ("credit-code-invalid", "org_check", company, |c| c.set(CODE, "91510107MA0000006C").done(), CODE),
    ("credit-code-invalid", "check_digit", company, |c| c.set(CODE, "91510107MA0000007D").done(), CODE),
    ("credit-code-unusual", "category_unknown", company, |c| c.set(CODE, code("99510107MA000000")).done(), CODE),
    ("credit-code-unusual", "region_unknown", company, |c| c.set(CODE, code("91990107MA000000")).done(), CODE),
    ("credit-code-unusual", "fujian_pilot_check", company, |c| c.set(CODE, "91350203M0001FUE2P").done(), CODE),
    ("credit-code-of-another-nature", "", company, |c| c.set(CODE, code("51510107MA000000")).done(), CODE),
    (
        "address-repeats-region",
        "same",
        company,
        |c| c.set(F::SubjectAddress, "成都市武侯区虚构街88号801室").done(),
        F::SubjectAddress,
    ),
    (
        "address-repeats-region",
        "former",
        company,
        |c| {
            c.set(F::SubjectRegion, "110102").set(F::SubjectCertificateAddress, "北京市西城区虚构街88号801室");
            c.set(F::SubjectAddress, "宣武区虚构街88号801室").done();
        },
        F::SubjectAddress,
    ),
    ("address-repeats-region", "nothing_left", company, |c| c.set(F::SubjectAddress, "成都市武侯区").done(), F::SubjectAddress),
    (
        "certificate-address-without-region",
        "no_region",
        company,
        |c| c.set(F::SubjectCertificateAddress, "虚构街88号801室").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-without-region",
        "no_province",
        company,
        |c| c.set(F::SubjectCertificateAddress, "成都市武侯区虚构街88号801室").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-in-another-province",
        "",
        company,
        |c| c.set(F::SubjectRegion, "440305").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-in-another-district",
        "city",
        company,
        |c| c.set(F::SubjectCertificateAddress, "四川省绵阳市涪城区虚构街88号801室").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-in-another-district",
        "district",
        company,
        |c| c.set(F::SubjectCertificateAddress, "四川省成都市锦江区虚构街88号801室").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-in-another-district",
        "former",
        company,
        |c| {
            c.set(F::SubjectRegion, "110108");
            c.set(F::SubjectCertificateAddress, "北京市宣武区虚构街88号801室");
        },
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-in-another-district",
        "zone",
        company,
        |c| {
            c.set(F::SubjectRegion, "440403");
            c.set(F::SubjectCertificateAddress, "广东省珠海市横琴新区虚构路88号801室");
        },
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-in-another-district",
        "carved",
        company,
        |c| {
            c.set(F::SubjectRegion, "330113");
            c.set(F::SubjectCertificateAddress, "浙江省杭州市余杭区虚构街88号801室");
        },
        F::SubjectCertificateAddress,
    ),
    (
        "certificate-address-in-another-district",
        "carved_from",
        company,
        |c| {
            c.set(F::SubjectRegion, "330110");
            c.set(F::SubjectCertificateAddress, "浙江省杭州市临平区虚构街88号801室");
        },
        F::SubjectCertificateAddress,
    ),
    (
        "address-outside-mainland",
        "organisation",
        company,
        |c| c.set(F::SubjectCertificateAddress, "香港九龙弥敦道88号8层").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "address-outside-mainland",
        "individual",
        individual,
        |c| c.set(F::SubjectCertificateAddress, "日本东京都港区虚构1丁目2番3号").done(),
        F::SubjectCertificateAddress,
    ),
    ("address-outside-mainland", "postal", company, |c| c.set(F::SubjectAddress, "澳门虚构马路1号").done(), F::SubjectAddress),
    (
        "address-names-two-places",
        "twice_printed",
        company,
        |c| c.set(F::SubjectCertificateAddress, "四川省成都市武侯区虚构街88号801室虚构街88号801室").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "address-names-two-places",
        "twice",
        company,
        |c| c.set(F::SubjectAddress, "科技园南区37号附1号科技园南区37号附1号2单元501室").done(),
        F::SubjectAddress,
    ),
    (
        "address-names-two-places",
        "printed",
        company,
        |c| c.set(F::SubjectCertificateAddress, "四川省成都市武侯区虚构街88号；四川省成都市锦江区示例路9号").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "address-names-two-places",
        "doubled",
        company,
        |c| c.set(F::SubjectCertificateAddress, "四川省成都市武侯区四川省成都市武侯区虚构街88号").done(),
        F::SubjectCertificateAddress,
    ),
    (
        "address-names-two-places",
        "postal",
        company,
        |c| c.set(F::SubjectAddress, "虚构街88号；示例路9号").done(),
        F::SubjectAddress,
    ),
    ("address-implausible", "digits_only", company, |c| c.set(F::SubjectAddress, "1234567890").done(), F::SubjectAddress),
    ("address-in-another-district", "", company, |c| c.set(F::SubjectAddress, "锦江区虚构街88号801室").done(), F::SubjectAddress),
    (
        "address-in-another-district",
        "short",
        company,
        |c| c.set(F::SubjectAddress, "琼山市虚构街88号801室").done(),
        F::SubjectAddress,
    ),
    (
        "address-in-another-district",
        "card",
        individual,
        |c| {
            c.set(F::SubjectRegion, "440305")
                .set(F::SubjectCertificateAddress, "四川省成都市武侯区虚构街88号801室")
                .set(F::SubjectAddress, "虚构街88号801室")
                .done()
        },
        F::SubjectAddress,
    ),
    ("address-implausible", "too_short", company, |c| c.set(F::SubjectAddress, "街1号").done(), F::SubjectAddress),
    ("address-implausible", "too_long", company, |c| c.set(F::SubjectAddress, "虚构街88号".repeat(40)).done(), F::SubjectAddress),
    ("address-implausible", "no_chinese", company, |c| c.set(F::SubjectAddress, "Xugou Road 88").done(), F::SubjectAddress),
    ("address-implausible", "no_number", company, |c| c.set(F::SubjectAddress, "虚构街示例中心").done(), F::SubjectAddress),
    ("address-implausible", "no_street", company, |c| c.set(F::SubjectAddress, "天边很远8").done(), F::SubjectAddress),
    ("legal-person-is-responsible-person", "", three_people, |c| c.set(F::LegalPersonNumber, FIRST).done(), F::IsLegalPerson),
    ("legal-person-number-differs", "", three_people, |c| c.set(F::LegalPersonName, "测试丙").done(), F::LegalPersonNumber),
    ("person-left-out", "legal_person", three_people, |c| c.set(F::IsLegalPerson, Value::Flag(true)).done(), F::IsLegalPerson),
    (
        "person-left-out",
        "owner",
        three_people,
        |c| c.set(F::SameAsResponsiblePerson, Value::Flag(true)).done(),
        F::SameAsResponsiblePerson,
    ),
    (
        "person-name-invalid",
        "dot_position",
        company,
        |c| c.set(F::ResponsiblePersonName, "·测试丙").done(),
        F::ResponsiblePersonName,
    ),
    (
        "person-name-invalid",
        "bad_char",
        company,
        |c| c.set(F::ResponsiblePersonName, "Zhang San").done(),
        F::ResponsiblePersonName,
    ),
    (
        "person-name-invalid",
        "too_long",
        company,
        |c| c.set(F::ResponsiblePersonName, "测".repeat(51)).done(),
        F::ResponsiblePersonName,
    ),
    (
        "person-name-invalid",
        "too_short",
        company,
        |c| {
            paper(c, 7, "E12345678");
            c.set(F::ResponsiblePersonName, "Z");
        },
        F::ResponsiblePersonName,
    ),
    ("person-name-unusual", "single_char", company, |c| c.set(F::ResponsiblePersonName, "测").done(), F::ResponsiblePersonName),
    (
        "person-name-unusual",
        "long_name",
        company,
        |c| c.set(F::ResponsiblePersonName, "测试丙丁".repeat(7)).done(),
        F::ResponsiblePersonName,
    ),
    (
        "person-name-unusual",
        "private_use",
        company,
        |c| c.set(F::ResponsiblePersonName, "测\u{E123}").done(),
        F::ResponsiblePersonName,
    ),
    ("resident-id-invalid", "legacy_15", company, |c| c.set(NUMBER, "510107920712992").done(), NUMBER),
    ("resident-id-invalid", "length", company, |c| c.set(NUMBER, "5101071992071299").done(), NUMBER),
    ("resident-id-invalid", "too_long", company, |c| c.set(NUMBER, "5101071992071299211").done(), NUMBER),
    ("resident-id-invalid", "bad_char", company, |c| c.set(NUMBER, "510107.19920712.992X").done(), NUMBER),
    ("resident-id-invalid", "bad_char", company, |c| c.set(NUMBER, "5101O7199207129A2X").done(), NUMBER),
    ("resident-id-invalid", "kind_foreign_pr", company, |c| c.set(NUMBER, "911124198108030024").done(), NUMBER),
    ("resident-id-invalid", "kind_hmt_residence", company, |c| c.set(NUMBER, resident("81000019920712992")).done(), NUMBER),
    ("resident-id-invalid", "province", company, |c| c.set(NUMBER, resident("20010719920712992")).done(), NUMBER),
    ("resident-id-invalid", "birth_date", company, |c| c.set(NUMBER, resident("51010719920230992")).done(), NUMBER),
    ("resident-id-invalid", "birth_range", company, |c| c.set(NUMBER, resident("51010718991231992")).done(), NUMBER),
    ("resident-id-invalid", "birth_future", company, |c| c.set(NUMBER, resident("51010720261124992")).done(), NUMBER),
    (
        "resident-id-invalid",
        "check_digit",
        three_people,
        |c| c.set(F::LegalPersonNumber, "510107198003089934").done(),
        F::LegalPersonNumber,
    ),
    ("resident-id-unusual", "region_unknown", company, |c| c.set(NUMBER, resident("51998719920712992")).done(), NUMBER),
    ("resident-id-unusual", "region_upper", company, |c| c.set(NUMBER, resident("51000019920712992")).done(), NUMBER),
    ("resident-id-unusual", "over_100", company, |c| c.set(NUMBER, resident("51010719200712992")).done(), NUMBER),
    ("resident-id-invalid", "another_kind", company, |c| paper(c, 2, "H13281116"), NUMBER),
    ("residence-permit-invalid", "another_kind", company, |c| paper(c, 41, "830000195911079969"), NUMBER),
    ("residence-permit-invalid", "another_kind", company, |c| paper(c, 42, "51010719920712992X"), NUMBER),
    ("residence-permit-invalid", "length", company, |c| paper(c, 41, "81000019710121993"), NUMBER),
    ("residence-permit-invalid", "too_long", company, |c| paper(c, 41, "8100001971012199377"), NUMBER),
    ("residence-permit-invalid", "bad_char", company, |c| paper(c, 42, "83OO00195911079969"), NUMBER),
    ("residence-permit-invalid", "prefix", company, |c| paper(c, 42, "710000195005309948"), NUMBER),
    ("residence-permit-invalid", "birth_date", company, |c| paper(c, 41, "810000199302299995"), NUMBER),
    ("residence-permit-invalid", "birth_range", company, |c| paper(c, 42, "830000185805279992"), NUMBER),
    ("residence-permit-invalid", "birth_future", company, |c| paper(c, 42, "830000203612239958"), NUMBER),
    ("residence-permit-invalid", "check_digit", company, |c| paper(c, 42, "830000195911079968"), NUMBER),
    ("hk-macau-permit-invalid", "another_kind", company, |c| paper(c, 14, "E28539165"), NUMBER),
    ("hk-macau-permit-invalid", "regional_passport", company, |c| paper(c, 14, "K27545904"), NUMBER),
    ("hk-macau-permit-invalid", "prefix", company, |c| paper(c, 14, "07328350"), NUMBER),
    ("hk-macau-permit-invalid", "bad_char", company, |c| paper(c, 14, "H0851898O"), NUMBER),
    ("hk-macau-permit-invalid", "renewal_suffix", company, |c| paper(c, 14, "H7683121202"), NUMBER),
    ("hk-macau-permit-invalid", "length", company, |c| paper(c, 14, "H0754199"), NUMBER),
    ("taiwan-permit-invalid", "another_kind", company, |c| paper(c, 11, "830000195911079969"), NUMBER),
    ("taiwan-permit-invalid", "old_suffix", company, |c| paper(c, 11, "2508269841(B)"), NUMBER),
    ("taiwan-permit-invalid", "bad_char", company, |c| paper(c, 11, "6753825O"), NUMBER),
    ("taiwan-permit-invalid", "length", company, |c| paper(c, 11, "9103285"), NUMBER),
    ("foreigner-card-invalid", "another_kind", company, |c| paper(c, 30, "51010719920712992X"), NUMBER),
    ("foreigner-card-invalid", "length", company, |c| paper(c, 30, "96145819960214998"), NUMBER),
    ("foreigner-card-invalid", "bad_char", company, |c| paper(c, 30, "946764198O0528993X"), NUMBER),
    ("foreigner-card-invalid", "bad_char", company, |c| paper(c, 30, "US1100198001012"), NUMBER),
    ("foreigner-card-invalid", "prefix", company, |c| paper(c, 30, "861458199602149987"), NUMBER),
    ("foreigner-card-invalid", "province", company, |c| paper(c, 30, "947046194509289953"), NUMBER),
    ("foreigner-card-invalid", "birth_date", company, |c| paper(c, 30, "USA110080130112"), NUMBER),
    ("foreigner-card-invalid", "birth_range", company, |c| paper(c, 30, "954124188010109982"), NUMBER),
    ("foreigner-card-invalid", "birth_future", company, |c| paper(c, 30, "932276203010109906"), NUMBER),
    ("foreigner-card-invalid", "check_digit", company, |c| paper(c, 30, "911826199104189902"), NUMBER),
    ("passport-number-invalid", "another_kind", company, |c| paper(c, 7, "51010719920712992X"), NUMBER),
    ("passport-number-invalid", "bad_char", company, |c| paper(c, 7, "A1247<957"), NUMBER),
    ("passport-number-invalid", "length", company, |c| paper(c, 7, "0529"), NUMBER),
    ("passport-number-invalid", "no_digit", company, |c| paper(c, 7, "DGBDDHFGF"), NUMBER),
    ("passport-number-unusual", "long", company, |c| paper(c, 7, "954812849899"), NUMBER),
    ("passport-number-unusual", "official_passport", company, |c| paper(c, 7, "PE0655479"), NUMBER),
    ("passport-number-unusual", "superseded", company, |c| paper(c, 7, "G29918678"), NUMBER),
    ("passport-number-unusual", "format", company, |c| paper(c, 7, "EI0793760"), NUMBER),
    ("passport-number-unusual", "hong_kong", company, |c| paper(c, 7, "K85511163"), NUMBER),
    ("passport-number-unusual", "macau", company, |c| paper(c, 7, "MA4355349"), NUMBER),
    ("permit-number-tells", "foreign_national", company, |c| paper(c, 14, "HA2919018"), NUMBER),
    ("permit-number-tells", "old_format", company, |c| paper(c, 30, "GBR310051041272"), NUMBER),
    (
        "certificate-number-malformed",
        "length",
        company,
        |c| c.clear(F::ResponsiblePersonCertificateKind).set(NUMBER, "E12").done(),
        NUMBER,
    ),
    ("certificate-number-malformed", "length", three_people, |c| c.set(LEGAL_NUMBER, "E12").done(), LEGAL_NUMBER),
    ("certificate-number-malformed", "length", three_people, |c| c.set(LEGAL_NUMBER, "ABCDEFG").done(), LEGAL_NUMBER),
    ("certificate-number-malformed", "characters", three_people, |c| c.set(LEGAL_NUMBER, "E1234567八").done(), LEGAL_NUMBER),
    (
        "military-number-unlikely",
        "length",
        three_people,
        |c| c.set(LEGAL_NUMBER, "南字第123456789012345678号").done(),
        LEGAL_NUMBER,
    ),
    ("military-number-unlikely", "few_digits", three_people, |c| c.set(LEGAL_NUMBER, "南字第12号").done(), LEGAL_NUMBER),
    ("legal-person-document", "", three_people, |c| c.set(LEGAL_NUMBER, "H13281116").done(), LEGAL_NUMBER),
    ("legal-person-document", "military", three_people, |c| c.set(LEGAL_NUMBER, "南字第1234567号").done(), LEGAL_NUMBER),
    ("resident-id-invalid", "legacy_15", three_people, |c| c.set(LEGAL_NUMBER, "510107800308993").done(), LEGAL_NUMBER),
    ("hk-macau-permit-invalid", "renewal_suffix", three_people, |c| c.set(LEGAL_NUMBER, "H7683121202").done(), LEGAL_NUMBER),
    ("mobile-invalid", "foreign_number", company, |c| c.set(MOBILE, "+85261234567").done(), MOBILE),
    ("mobile-invalid", "bad_char", company, |c| c.set(MOBILE, "1301234OOO3").done(), MOBILE),
    ("mobile-invalid", "emergency_not_mobile", company, |c| c.set(EMERGENCY, "057187654321").done(), EMERGENCY),
    ("mobile-invalid", "emergency_device", company, |c| c.set(EMERGENCY, "14012340003").done(), EMERGENCY),
    ("mobile-invalid", "iot", company, |c| c.set(MOBILE, "14012340003").done(), MOBILE),
    ("mobile-invalid", "not_mobile", company, |c| c.set(MOBILE, "028-12345678").done(), MOBILE),
    ("mobile-invalid", "never_mobile", company, |c| c.set(MOBILE, "12345678901").done(), MOBILE),
    (
        "mobile-invalid",
        "never_mobile",
        three_people,
        |c| c.set(F::OwnerEmergencyPhone, "10086100861").done(),
        F::OwnerEmergencyPhone,
    ),
    ("mobile-invalid", "length", company, |c| c.set(MOBILE, "1301234000").done(), MOBILE),
    ("mobile-invalid", "too_long", company, |c| c.set(MOBILE, "130123400031").done(), MOBILE),
    ("mobile-invalid", "satellite", company, |c| c.set(MOBILE, "17412340003").done(), MOBILE),
    ("mobile-unusual", "unassigned", company, |c| c.set(MOBILE, "14212340003").done(), MOBILE),
    ("mobile-unusual", "mvno", company, |c| c.set(MOBILE, "17012340003").done(), MOBILE),
    ("mobile-unusual", "data_card", company, |c| c.set(MOBILE, "14512340003").done(), MOBILE),
    ("mobile-unusual", "placeholder", company, |c| c.set(MOBILE, "13800138000").done(), MOBILE),
    ("mobile-shared", "", three_people, |c| c.set(F::OwnerMobile, "+86 130-1234-0003").done(), F::OwnerMobile),
    (
        "emergency-phone-not-another",
        "own",
        individual,
        |c| c.set(MOBILE, "17712340004").done(),
        F::ResponsiblePersonEmergencyPhone,
    ),
    (
        "emergency-phone-not-another",
        "responsible_person",
        three_people,
        |c| c.set(F::OwnerEmergencyPhone, "13012340003").done(),
        F::OwnerEmergencyPhone,
    ),
    (
        "emergency-phone-not-another",
        "owner",
        three_people,
        |c| c.set(F::ResponsiblePersonEmergencyPhone, "13012340005").done(),
        F::ResponsiblePersonEmergencyPhone,
    ),
    ("emergency-phone-shared", "", three_people, |c| c.set(F::OwnerEmergencyPhone, "17712340004").done(), F::OwnerEmergencyPhone),
    ("mail-invalid", "non_ascii", company, |c| c.set(MAIL, "bing@example。com").done(), MAIL),
    ("mail-invalid", "at_sign", company, |c| c.set(MAIL, "bing.example.com").done(), MAIL),
    ("mail-invalid", "too_long", company, |c| c.set(MAIL, format!("{}@example.com", "b".repeat(65))).done(), MAIL),
    ("mail-invalid", "local_char", company, |c| c.set(MAIL, "bing,wu@example.com").done(), MAIL),
    ("mail-invalid", "domain", company, |c| c.set(MAIL, "bing@example,com").done(), MAIL),
    ("mail-invalid", "domain_single_label", company, |c| c.set(MAIL, "bing@qq").done(), MAIL),
    ("mail-invalid", "local_dot", company, |c| c.set(MAIL, ".bing@example.com").done(), MAIL),
    ("mail-invalid", "domain", company, |c| c.set(MAIL, "bing@example..com").done(), MAIL),
    ("mail-invalid", "domain_single_label", company, |c| c.set(MAIL, "bing@example").done(), MAIL),
    ("mail-invalid", "tld", company, |c| c.set(MAIL, "bing@example.c").done(), MAIL),
    ("mail-mistyped", "phone", company, |c| c.set(MAIL, "13012340003bing@qq.com").done(), MAIL),
    ("mail-mistyped", "", company, |c| c.set(MAIL, "bing@qq.con").done(), MAIL),
    ("mail-shared", "", three_people, |c| c.set(F::OwnerEmail, "Bing@Example.com").done(), F::OwnerEmail),
    ("app-id-invalid", "prefix", company, |c| c.set(F::AppId, "ab7f6e5d4c3b2a1908").done(), F::AppId),
    ("app-id-invalid", "length", company, |c| c.set(F::AppId, "wx7f6e5d4c3b2a190").done(), F::AppId),
    ("app-id-invalid", "bad_char", company, |c| c.set(F::AppId, "wx7f6e5d4c3b2a190g").done(), F::AppId),
    ("app-id-invalid", "secret", company, |c| c.set(F::AppId, "0123456789abcdef0123456789abcdef").done(), F::AppId),
    ("app-id-invalid", "wecom", company, |c| c.set(F::AppId, "ww7f6e5d4c3b2a1908").done(), F::AppId),
    ("app-id-invalid", "original_id", company, |c| c.set(F::AppId, "gh_7f6e5d4c3b2a").done(), F::AppId),
    ("app-id-invalid", "tourist", company, |c| c.set(F::AppId, "touristappid").done(), F::AppId),
    ("original-id-invalid", "prefix", company, |c| c.set(F::OriginalId, "wx7f6e5d4c3b2a1908").done(), F::OriginalId),
    ("original-id-invalid", "length", company, |c| c.set(F::OriginalId, "gh_7f6e5d4c3b2a19").done(), F::OriginalId),
    ("original-id-invalid", "bad_char", company, |c| c.set(F::OriginalId, "gh_7f6e5d4c3b2g").done(), F::OriginalId),
    ("mini-program-name-length", "too_short", company, |c| c.set(F::MiniProgramName, "乐").done(), F::MiniProgramName),
    (
        "mini-program-name-length",
        "too_long",
        company,
        |c| c.set(F::MiniProgramName, "虚构音乐厅".repeat(4)).done(),
        F::MiniProgramName,
    ),
    ("mini-program-name-unusual", "digits", company, |c| c.set(F::MiniProgramName, "8848").done(), F::MiniProgramName),
    ("mini-program-name-unusual", "letters", company, |c| c.set(F::MiniProgramName, "Music Hall").done(), F::MiniProgramName),
    ("mini-program-name-unusual", "domain", company, |c| c.set(F::MiniProgramName, "音乐厅.com").done(), F::MiniProgramName),
    (
        "service-contents-too-many",
        "",
        company,
        |c| c.set(F::ServiceContents, Value::Codes(vec![44, 45, 1, 2, 3, 4])).done(),
        F::ServiceContents,
    ),
    (
        "service-content-repeated",
        "",
        company,
        |c| c.set(F::ServiceContents, Value::Codes(vec![44, 45, 44])).done(),
        F::ServiceContents,
    ),
    ("prior-approval-incomplete", "kind", company, |c| c.approvals(&[(None, "川-1号", "a.jpg")]).done(), F::PriorApprovals),
    ("prior-approval-incomplete", "number", company, |c| c.approvals(&[(Some(9), " ", "a.jpg")]).done(), F::PriorApprovals),
    ("prior-approval-incomplete", "document", company, |c| c.approvals(&[(Some(9), "川-1号", "")]).done(), F::PriorApprovals),
    (
        "prior-approval-repeated",
        "",
        company,
        |c| c.approvals(&[(Some(9), "川-1号", "a.jpg"), (Some(9), "川-2号", "b.jpg")]).done(),
        F::PriorApprovals,
    ),
    (
        "prior-approval-none-not-alone",
        "",
        company,
        |c| c.approvals(&[(Some(9), "川-1号", "a.jpg"), (Some(NONE_INVOLVED), "", "")]).done(),
        F::PriorApprovals,
    ),
    (
        "prior-approval-none-not-alone",
        "rest",
        company,
        |c| c.approvals(&[(Some(NONE_INVOLVED), "", "a.jpg")]).done(),
        F::PriorApprovals,
    ),
    (UNLIKE, "brackets", company, |c| c.set(F::SubjectName, "四川虚构食谱(成都)有限公司").done(), F::SubjectName),
    (UNLIKE, "unbalanced", company, |c| c.set(F::SubjectName, "四川虚构食谱（成都有限公司").done(), F::SubjectName),
    (UNLIKE, "blank", company, |c| c.set(F::SubjectName, "四川 虚构食谱科技有限公司").done(), F::SubjectName),
    (UNLIKE, "mark", company, |c| c.set(F::SubjectName, "四川虚构食谱科技有限公司。").done(), F::SubjectName),
    (UNLIKE, "incomplete", company, |c| c.set(F::SubjectName, "四川虚构食谱科技").done(), F::SubjectName),
    (LIKELY, "nowhere", company, |c| c.set(F::MiniProgramName, "虚构食谱算命").done(), F::MiniProgramName),
    ("mini-program-name-unusual", "special", company, |c| c.set(F::MiniProgramName, "虚构食谱#").done(), F::MiniProgramName),
    ("mini-program-name-unusual", "blank", company, |c| c.set(F::MiniProgramName, "虚构 食谱").done(), F::MiniProgramName),
    ("mini-program-name-unusual", "trial", company, |c| c.set(F::MiniProgramName, "虚构食谱测试版").done(), F::MiniProgramName),
    ("mini-program-name-unusual", "platform", company, |c| c.set(F::MiniProgramName, "微信红包助手").done(), F::MiniProgramName),
    ("mini-program-name-unusual", "place", company, |c| c.set(F::MiniProgramName, "怒江网").done(), F::MiniProgramName),
    (
        "mini-program-name-unusual",
        "short",
        company,
        |c| c.set(F::SubjectRegion, "440305").set(F::MiniProgramName, "食谱").done(),
        F::MiniProgramName,
    ),
    ("mini-program-name-of-the-state", "unit", company, |c| c.set(F::MiniProgramName, "中华食谱").done(), F::MiniProgramName),
    (
        "mini-program-name-of-the-state",
        "individual",
        individual,
        |c| c.set(F::MiniProgramName, "国家食谱").done(),
        F::MiniProgramName,
    ),
    (
        REFUSED,
        "",
        company,
        |c| c.set(F::MiniProgramRemark, "面向成都的家庭，记录每天的菜谱和食材😀，可以按时令查找做法、列购物清单。").done(),
        F::MiniProgramRemark,
    ),
    (REFUSED, "markup", company, |c| c.set(F::SubjectAddress, "虚构街88号<b>8层</b>").done(), F::SubjectAddress),
    (REFUSED, "undefined", company, |c| c.set(F::SubjectAddress, "虚构街88号\u{E000}8层").done(), F::SubjectAddress),
    (REFUSED, "styled", company, |c| c.set(F::MiniProgramName, "虚构𝓜音乐厅").done(), F::MiniProgramName),
    (
        REFUSED,
        "face",
        company,
        |c| c.set(F::MiniProgramRemark, "面向成都的家庭，记录每天的菜谱和食材(^_^)，可以按时令查找做法、列购物清单。").done(),
        F::MiniProgramRemark,
    ),
    (
        REFUSED,
        "escape",
        company,
        |c| c.set(F::MiniProgramRemark, "面向成都的家庭，记录每天的菜谱&nbsp;和食材，可以按时令查找做法、列购物清单。").done(),
        F::MiniProgramRemark,
    ),
    (UNFIT, "office", individual, |c| c.set(F::MiniProgramName, "食谱维权").done(), F::MiniProgramName),
    (UNFIT, "trade", individual, |c| c.set(F::MiniProgramName, "食谱商城").done(), F::MiniProgramName),
    (UNFIT, "avoid", individual, |c| c.set(F::MiniProgramName, "食谱在线").done(), F::MiniProgramName),
    (UNFIT, "concern", individual, |c| c.set(F::MiniProgramName, "食谱论坛").done(), F::MiniProgramName),
    (
        "remark-unfit-for-individual",
        "concern",
        individual,
        |c| c.set(F::MiniProgramRemark, "面向成都的家庭，记录每天的菜谱和食材，访客可以在菜谱下面评论和留言。").done(),
        F::MiniProgramRemark,
    ),
    (
        "mini-program-name-unrelated",
        "name_and_scope",
        company,
        |c| c.set(F::MiniProgramName, "快乐出行").set(F::SubjectBusinessScope, "软件开发；食谱编写。").done(),
        F::MiniProgramName,
    ),
    ("mini-program-name-unrelated", "name", company, |c| c.set(F::MiniProgramName, "快乐出行").done(), F::MiniProgramName),
    (
        "service-content-unfit",
        "organisation",
        individual,
        |c| c.set(F::ServiceContents, Value::Codes(vec![3, 87])).done(),
        F::ServiceContents,
    ),
    (
        "service-content-unfit",
        "commercial",
        individual,
        |c| c.set(F::ServiceContents, Value::Codes(vec![163])).done(),
        F::ServiceContents,
    ),
    ("service-content-unfit", "state", company, |c| c.set(F::ServiceContents, Value::Codes(vec![94])).done(), F::ServiceContents),
    (
        "remark-unfit-for-individual",
        "",
        individual,
        |c| c.set(F::MiniProgramRemark, "面向成都的家庭，展示本店的菜品，可以按时令查找做法，在线下单并收费送货上门。").done(),
        F::MiniProgramRemark,
    ),
    ("mail-nobody-reads", "role", company, |c| c.set(MAIL, "Admin@example.com").done(), MAIL),
    ("mail-nobody-reads", "no_reply", company, |c| c.set(MAIL, "no-reply@example.com").done(), MAIL),
    ("mail-nobody-reads", "throwaway", company, |c| c.set(MAIL, "bing@yopmail.com").done(), MAIL),
    ("certificate-period-impossible", "temporary", company, |c| c.set(FROM, "2026-10-10").set(UNTIL, "2027-01-10").done(), UNTIL),
    (
        "remark-says-little",
        "no_function",
        company,
        |c| c.set(F::MiniProgramRemark, "一个很好很强大的食谱小程序，面向成都的家庭，天天都有新菜，欢迎大家来玩。").done(),
        F::MiniProgramRemark,
    ),
    (LIKELY, "ask", company, |c| c.set(F::MiniProgramName, "虚构影视").clear(F::PriorApprovals).done(), F::MiniProgramName),
    (
        LIKELY,
        "letter",
        company,
        |c| c.set(F::SubjectName, "四川虚构金融科技有限公司").clear(F::PriorApprovals).done(),
        F::SubjectName,
    ),
    (
        LIKELY,
        "permit_only",
        company,
        |c| c.set(F::SubjectRegion, "370102").set(F::SubjectBusinessScope, "食谱软件；图书销售").clear(F::PriorApprovals).done(),
        F::SubjectBusinessScope,
    ),
    (
        LIKELY,
        "refused",
        company,
        |c| c.set(F::SubjectRegion, "310104").set(F::MiniProgramName, "虚构彩票").done(),
        F::MiniProgramName,
    ),
    (LIKELY, "outside", company, |c| c.set(F::MiniProgramName, "虚构慈善").done(), F::MiniProgramName),
    (
        LIKELY,
        "game_paid",
        company,
        |c| c.set(F::ServiceContents, Value::Codes(vec![3, 37])).set(F::GameHasPayments, Value::Flag(true)).done(),
        F::ServiceContents,
    ),
    (LIKELY, "game", company, |c| c.set(F::ServiceContents, Value::Codes(vec![3, 37])).done(), F::ServiceContents),
    (LIKELY, "individual_content", individual, |c| c.set(F::ServiceContents, Value::Codes(vec![42])).done(), F::ServiceContents),
    (
        LIKELY,
        "individual",
        individual,
        |c| c.set(F::MiniProgramRemark, "面向成都的家庭，连载做菜的小说和漫画，可以按章节阅读，每周更新。").done(),
        F::MiniProgramRemark,
    ),
    (LIKELY, "none_ask", company, |c| c.set(F::MiniProgramRemark, ON_VIDEO).done(), F::MiniProgramRemark),
    (LIKELY, "none_letter", company, |c| c.set(F::SubjectName, "四川虚构金融科技有限公司").done(), F::SubjectName),
    (
        LIKELY,
        "none_permit_only",
        company,
        |c| c.set(F::SubjectRegion, "420106").set(F::SubjectName, "湖北虚构金融科技有限公司").done(),
        F::SubjectName,
    ),
    (
        "remark-denies-trade",
        "",
        company,
        |c| {
            c.set(
                F::MiniProgramRemark,
                "面向成都的家庭，记录每天的菜谱和食材，可以按时令查找做法、列清单。不涉及新闻、出版等内容。",
            )
            .done()
        },
        F::MiniProgramRemark,
    ),
    (
        "remark-length",
        "too_short",
        company,
        |c| c.set(F::MiniProgramRemark, "介绍音乐厅的曲目和场次，可以预约座位。").done(),
        F::MiniProgramRemark,
    ),
    (
        "remark-length",
        "too_long",
        company,
        |c| c.set(F::MiniProgramRemark, "介绍音乐厅的曲目和场次，可以预约座位。".repeat(11)).done(),
        F::MiniProgramRemark,
    ),
    (
        "remark-length",
        "barely_enough",
        company,
        |c| c.set(F::MiniProgramRemark, "介绍音乐厅的曲目和场次，可以预约座位入场。").done(),
        F::MiniProgramRemark,
    ),
    (
        "remark-length",
        "nearly_full",
        company,
        |c| c.set(F::MiniProgramRemark, format!("{}{}", "介绍音乐厅的曲目和场次，可以预约座位。".repeat(10), "入场")).done(),
        F::MiniProgramRemark,
    ),
    (
        "remark-says-little",
        "few_characters",
        company,
        |c| c.set(F::MiniProgramRemark, "音乐很好听".repeat(6)).done(),
        F::MiniProgramRemark,
    ),
    (
        "remark-says-little",
        "no_chinese",
        company,
        |c| c.set(F::MiniProgramRemark, "Programmes of a concert hall.").done(),
        F::MiniProgramRemark,
    ),
    (
        "remark-says-little",
        "unfinished",
        company,
        |c| c.set(F::MiniProgramRemark, "介绍音乐厅的曲目和场次，其余功能待补充，请先审核。").done(),
        F::MiniProgramRemark,
    ),
    (
        "one-certificate-for-two-people",
        "one_person",
        three_people,
        |c| {
            c.set(F::OwnerCertificateNumber, "510107 19920712 992x").set(F::OwnerName, "测试丙").clear(F::OwnerAdministrator);
        },
        F::SameAsResponsiblePerson,
    ),
    (
        "one-certificate-for-two-people",
        "two_names",
        three_people,
        |c| c.set(F::OwnerCertificateNumber, FIRST).done(),
        F::SameAsResponsiblePerson,
    ),
    ("owner-is-not-administrator", "", individual, |c| c.set(F::OwnerAdministrator, "测试己").done(), F::OwnerAdministrator),
    ("face-check-missing", "", company, |c| c.clear(F::FaceCheckTask).done(), F::FaceCheckTask),
    ("face-check-too-old", "expired", company, |c| c.today("2026-11-26").done(), F::FaceCheckPassedAt),
    ("face-check-too-old", "last_day", company, |c| c.today("2026-11-25").done(), F::FaceCheckPassedAt),
    (
        "face-check-too-old",
        "before_start",
        company,
        |c| c.set(F::FaceCheckStartedAt, "2026-11-22T10:30:00+08:00").done(),
        F::FaceCheckPassedAt,
    ),
    (
        "face-check-too-old",
        "notice_over",
        company,
        |c| c.clear(F::FaceCheckPassedAt).set(F::FaceCheckStartedAt, "2026-11-21T09:30:00+08:00").done(),
        F::FaceCheckStartedAt,
    ),
    ("face-check-too-old", "in_future", company, |c| c.today("2026-11-21").done(), F::FaceCheckPassedAt),
    (
        "files-too-many",
        "",
        company,
        |c| c.set(F::CommitmentLetter, Value::Paths(vec!["a.jpg".into(), "b.jpg".into()])).done(),
        F::CommitmentLetter,
    ),
    ("file-missing", "missing", company, |c| photo(c, FileFacts::of(Content::Missing)), PHOTO),
    ("file-missing", "not_a_file", company, |c| photo(c, FileFacts::of(Content::NotAFile)), PHOTO),
    ("file-missing", "outside", company, |c| photo(c, FileFacts::of(Content::Unreadable(Obstacle::Outside))), PHOTO),
    ("file-missing", "link_loop", company, |c| photo(c, FileFacts::of(Content::Unreadable(Obstacle::LinkLoop))), PHOTO),
    ("file-missing", "unreadable", company, |c| photo(c, FileFacts::of(Content::Unreadable(Obstacle::NoPermission))), PHOTO),
    ("file-missing", "empty", company, |c| photo(c, FileFacts::of(Content::Empty)), PHOTO),
    ("file-of-another-format", "picture", company, |c| photo(c, FileFacts::picture(Format::Webp, 1200, 1600, 150_000)), PHOTO),
    ("file-of-another-format", "pdf", company, |c| photo(c, FileFacts::picture(Format::Pdf, 0, 0, 150_000)), PHOTO),
    ("file-of-another-format", "heic", company, |c| photo(c, FileFacts::picture(Format::Heic, 1200, 1600, 150_000)), PHOTO),
    ("file-of-another-format", "avif", company, |c| photo(c, FileFacts::picture(Format::Avif, 1200, 1600, 150_000)), PHOTO),
    ("file-of-another-format", "video_for_picture", company, |c| photo(c, film(true)), PHOTO),
    ("file-of-another-format", "unknown", company, |c| photo(c, FileFacts::of(Content::Unknown)), PHOTO),
    ("file-of-another-format", "not_a_video", company, |c| video(c, picture()), F::PromiseVideo),
    ("file-of-another-format", "not_mp4", company, |c| video(c, film(false)), F::PromiseVideo),
    ("file-name-misleads", "", company, |c| photo(c, FileFacts::picture(Format::Png, 1200, 1600, 150_000)), PHOTO),
    ("file-damaged", "truncated", company, |c| photo(c, picture().with_damage(Damage::Truncated)), PHOTO),
    ("file-damaged", "undecodable", company, |c| photo(c, picture().with_damage(Damage::Undecodable)), PHOTO),
    ("file-damaged", "corrupt", company, |c| photo(c, picture().with_damage(Damage::Corrupt)), PHOTO),
    (
        "picture-has-too-many-pixels",
        "pixels",
        company,
        |c| photo(c, picture().with_damage(Damage::TooManyPixels { most: 25_000_000 })),
        PHOTO,
    ),
    ("scan-of-another-kind", "document", company, |c| reads(c, PHOTO, "kind = 'letter'"), PHOTO),
    ("scan-of-another-kind", "front", company, |c| reads(c, FRONT, "kind = 'resident_id'\nside = 'back'"), FRONT),
    ("scan-of-another-kind", "back", company, |c| reads(c, BACK, "kind = 'resident_id'\nside = 'front'"), BACK),
    (
        "scan-of-another-kind",
        "several",
        company,
        |c| reads(c, FRONT, "kind = 'resident_id'\nside = 'front'\nseveral = true"),
        FRONT,
    ),
    (
        "scan-of-another-person",
        "",
        company,
        |c| reads(c, FRONT, "kind = 'resident_id'\nside = 'front'\nname = '周大雪'\nnumber = '510104198811239961'"),
        FRONT,
    ),
    (
        "scan-sides-of-two-people",
        "kind",
        company,
        |c| {
            c.draft.set(F::ResponsiblePersonCertificateKind, None);
            sides(c, "kind = 'passport'\nnumber = 'E12345678'", "kind = 'resident_id'\nside = 'back'");
        },
        BACK,
    ),
    (
        "scan-sides-of-two-people",
        "number",
        company,
        |c| {
            sides(c, "kind = 'resident_id'\nnumber = '51010719920712992X'", "kind = 'resident_id'\nnumber = '510104198811239961'")
        },
        BACK,
    ),
    (
        "scan-sides-of-two-people",
        "term",
        company,
        |c| {
            let term = "kind = 'resident_id'\nvalid_from = '2020-03-01'\nvalid_until = '2030-03-01'";
            sides(c, "kind = 'resident_id'\nnumber = '51010719920712992X'", term);
        },
        BACK,
    ),
    ("scan-differs", "differs", company, |c| reads(c, PHOTO, "kind = 'licence'\ncompany = '另一家有限公司'"), F::SubjectName),
    // A draft that stops before the end of what is printed.
    (
        "scan-differs",
        "differs",
        company,
        |c| {
            let address = c.draft.text(F::SubjectCertificateAddress).to_owned();
            c.set(F::SubjectCertificateAddress, format!("{address}37号").as_str());
            reads(c, PHOTO, &format!("kind = 'licence'\naddress = '{address}37号附1号'"));
        },
        F::SubjectCertificateAddress,
    ),
    (
        "scan-differs",
        "character",
        company,
        |c| {
            let name = c.draft.text(F::SubjectName).replacen('有', "冇", 1);
            reads(c, PHOTO, &format!("kind = 'licence'\ncompany = '{name}'"));
        },
        F::SubjectName,
    ),
    (
        "scan-differs",
        "region",
        company,
        |c| {
            c.clear(F::SubjectRegion);
            reads(
                c,
                PHOTO,
                "kind = 'licence'\naddress = '四川省成都市武侯区虚构街88号801室'\ncredit_code = '91510107MA0000007C'",
            );
        },
        F::SubjectRegion,
    ),
    (
        "scan-differs",
        "empty",
        company,
        |c| {
            c.clear(F::SubjectName);
            reads(c, PHOTO, "kind = 'licence'\ncertainty = 'read'\ncompany = '虚构有限公司'");
        },
        F::SubjectName,
    ),
    (
        "scan-fills",
        "",
        company,
        |c| {
            c.clear(UNTIL);
            reads(c, BACK, "kind = 'resident_id'\nside = 'back'\nvalid_until = '2042-04-01'");
        },
        BACK,
    ),
    ("scan-has-watermark", "", company, |c| reads(c, PHOTO, "kind = 'licence'\nwatermark = true"), PHOTO),
    ("licence-code-differs", "differs", company, |c| photo(c, picture().with_code("91110105MA0000015F")), CODE),
    (
        "licence-code-differs",
        "empty",
        company,
        |c| {
            c.clear(CODE);
            photo(c, picture().with_code("91110105MA0000015F"));
        },
        CODE,
    ),
    ("picture-has-too-many-pixels", "side", company, |c| photo(c, picture().with_damage(Damage::TooLong)), PHOTO),
    ("file-too-large", "picture", company, |c| photo(c, FileFacts::picture(Format::Jpeg, 1200, 1600, 2_097_153)), PHOTO),
    ("file-too-large", "picture_unread", company, |c| photo(c, FileFacts::of(Content::TooLarge { limit: 1 })), PHOTO),
    ("file-too-large", "picture_wary", company, |c| photo(c, FileFacts::picture(Format::Jpeg, 1200, 1600, 2_097_152)), PHOTO),
    ("file-too-large", "video", company, |c| video(c, FileFacts { size: 10_485_761, ..film(true) }), F::PromiseVideo),
    ("picture-too-small", "refused", company, |c| photo(c, FileFacts::picture(Format::Jpeg, 1600, 719, 150_000)), PHOTO),
    ("picture-too-small", "advised", company, |c| photo(c, FileFacts::picture(Format::Jpeg, 1280, 720, 150_000)), PHOTO),
    ("picture-larger-than-advised", "", company, |c| photo(c, FileFacts::picture(Format::Jpeg, 1200, 1600, 600_000)), PHOTO),
    ("picture-hardly-legible", "", company, |c| photo(c, FileFacts::picture(Format::Jpeg, 1200, 1600, 99_999)), PHOTO),
    (
        "one-picture-twice",
        "sides",
        company,
        |c| {
            c.file(F::ResponsiblePersonCertificateBack, "b.jpg", picture().with_sha256("scans/ResponsiblePerson-Front.jpg"))
                .done()
        },
        F::ResponsiblePersonCertificateBack,
    ),
    (
        "one-picture-twice",
        "certificates",
        three_people,
        |c| c.file(F::OwnerCertificateFront, "b.jpg", picture().with_sha256("licence")).done(),
        F::OwnerCertificateFront,
    ),
    (
        "one-picture-twice",
        "letters",
        three_people,
        |c| c.file(F::OwnerAuthorizationLetter, "scans/letter-9.jpg", picture().with_sha256("letter-1")).done(),
        F::OwnerAuthorizationLetter,
    ),
    (
        "one-picture-saved-twice",
        "sides",
        company,
        |c| {
            slope(c, F::ResponsiblePersonCertificateFront, "front.jpg");
            slope(c, F::ResponsiblePersonCertificateBack, "back.jpg");
        },
        F::ResponsiblePersonCertificateBack,
    ),
    (
        "one-picture-saved-twice",
        "certificates",
        three_people,
        |c| {
            slope(c, PHOTO, "licence.jpg");
            slope(c, F::OwnerCertificateFront, "owner.jpg");
        },
        F::OwnerCertificateFront,
    ),
    ("picture-blank", "", company, |c| seen(c, |l| l.blank = true), PHOTO),
    ("picture-blurred", "blurred", company, |c| seen(c, |l| l.blur = Some(1.6)), PHOTO),
    ("picture-blurred", "shaken", company, |c| seen(c, |l| l.evenness = 0.3), PHOTO),
    ("picture-without-colour", "grey", company, |c| seen(c, |l| l.tone.colour = 3.0), PHOTO),
    ("picture-without-colour", "copy", company, |c| seen(c, |l| l.tone.document_colour = 2.0), PHOTO),
    ("picture-badly-lit", "dark", company, |c| seen(c, |l| l.tone.paper = 90), PHOTO),
    ("picture-badly-lit", "bright", company, |c| seen(c, |l| (l.tone.white, l.tone.ink, l.tone.paper) = (0.8, 60, 255)), PHOTO),
    ("picture-badly-lit", "pale", company, |c| seen(c, |l| l.tone.ink = 150), PHOTO),
    ("picture-badly-lit", "glare", company, |c| seen(c, |l| l.tone.glare = 0.02), PHOTO),
    ("document-cut-off", "top", company, |c| seen(c, |l| outlined(l, |o| o.cut[0] = 0.5)), PHOTO),
    ("document-cut-off", "right", company, |c| seen(c, |l| outlined(l, |o| o.cut[1] = 0.5)), PHOTO),
    ("document-cut-off", "bottom", company, |c| seen(c, |l| outlined(l, |o| o.cut[2] = 0.5)), PHOTO),
    ("document-cut-off", "left", company, |c| seen(c, |l| outlined(l, |o| o.cut[3] = 0.5)), PHOTO),
    ("document-cut-off", "several", company, |c| seen(c, |l| outlined(l, |o| o.cut = [0.5, 0.5, 0.0, 0.0])), PHOTO),
    ("document-cut-off", "right", company, |c| seen(c, |l| (l.outline, l.written) = (None, [0.0, 0.05, 0.0, 0.0])), PHOTO),
    ("document-covered", "", company, |c| seen(c, |l| l.covered = 0.02), PHOTO),
    ("document-askew", "turned", company, |c| seen(c, |l| outlined(l, |o| o.angle = -12.0)), PHOTO),
    ("document-askew", "aside", company, |c| seen(c, |l| outlined(l, |o| o.taper = 1.4)), PHOTO),
    (
        "document-askew",
        "on_end",
        company,
        |c| {
            seen_in(c, F::ResponsiblePersonCertificateFront, |l| {
                outlined(l, |o| o.proportion = 0.63);
                l.turn = Some(Turn { quarters: 3, sure: true });
            })
        },
        F::ResponsiblePersonCertificateFront,
    ),
    (
        "document-askew",
        "upside_down",
        company,
        |c| {
            seen_in(c, F::ResponsiblePersonCertificateFront, |l| {
                outlined(l, |o| o.proportion = 1.585);
                l.turn = Some(Turn { quarters: 2, sure: true });
            })
        },
        F::ResponsiblePersonCertificateFront,
    ),
    ("document-askew", "sideways", company, |c| seen(c, |l| l.lines = Some(0.3)), PHOTO),
    ("document-of-another-shape", "", company, |c| seen(c, |l| outlined(l, |o| o.proportion = 2.0)), PHOTO),
    ("picture-of-a-screen", "", company, |c| seen(c, |l| l.grid = 90.0), PHOTO),
    (
        "sides-swapped",
        "emblem",
        company,
        |c| seen_in(c, F::ResponsiblePersonCertificateFront, |l| l.side = Some(CardSide::Emblem)),
        F::ResponsiblePersonCertificateFront,
    ),
    (
        "sides-swapped",
        "portrait",
        company,
        |c| seen_in(c, F::ResponsiblePersonCertificateBack, |l| l.side = Some(CardSide::Portrait)),
        F::ResponsiblePersonCertificateBack,
    ),
    ("picture-turned-by-note", "", company, |c| seen(c, |l| l.notes.orientation = 6), PHOTO),
    ("picture-tells-where", "location", company, |c| seen(c, |l| (l.notes.location, l.notes.device) = (true, true)), PHOTO),
    ("picture-tells-where", "device", company, |c| seen(c, |l| l.notes.device = true), PHOTO),
    (
        "event-out-of-order",
        "stage",
        company,
        |c| c.event(EventKind::SmsVerified, "2026-11-23T10:00:00+08:00", "").done(),
        F::FilingKind,
    ),
    (
        "event-out-of-order",
        "time",
        company,
        |c| {
            c.event(EventKind::Submitted, "2026-11-23T10:00:00+08:00", "");
            c.event(EventKind::PlatformPassed, "2026-11-22T10:00:00+08:00", "");
        },
        F::FilingKind,
    ),
    ("rejection-open", "known", company, |c| returned(c, "subject.address", Some(42)), F::SubjectAddress),
    ("rejection-open", "words", company, |c| returned(c, "subject.address", None), F::SubjectAddress),
    ("rejection-open", "elsewhere", company, |c| returned(c, "", None), F::FilingKind),
    ("question-open", "answer", company, |c| c.clear(F::FiledBefore).done(), F::FiledBefore),
    ("question-open", "date", company, permit, F::ApprovalsValidUntil),
    ("subject-filed-in-another-province", "", company, |c| say(c, F::FiledInAnotherProvince, true), F::FiledInAnotherProvince),
    ("earlier-filing-must-agree", "agree", company, |c| say(c, F::FiledBefore, true), F::FiledBefore),
    ("earlier-filing-must-agree", "shell_taken", company, |c| say(c, F::FiledBefore, true), F::FiledBefore),
    (
        "earlier-filing-must-agree",
        "shell_refused",
        company,
        |c| {
            c.set(F::SubjectRegion, "440305");
            say(c, F::FiledBefore, true);
        },
        F::FiledBefore,
    ),
    ("another-filing-runs", "", company, |c| say(c, F::AnotherFilingRuns, true), F::AnotherFilingRuns),
    ("account-name-differs", "", company, |c| say(c, F::AccountNameAgrees, false), F::AccountNameAgrees),
    ("administrator-is-another", "", company, |c| say(c, F::AdministratorIsOwner, false), F::AdministratorIsOwner),
    ("licence-changed-lately", "", company, |c| say(c, F::LicenceChangedLately, true), F::LicenceChangedLately),
    ("registry-not-normal", "", company, |c| say(c, F::RegistryIsNormal, false), F::RegistryIsNormal),
    ("phone-not-answered", "", company, |c| say(c, F::PhonesAreAnswered, false), F::PhonesAreAnswered),
    (
        "phone-not-local",
        "",
        company,
        |c| {
            c.set(F::SubjectRegion, "320102");
            say(c, F::PhonesAreLocal, false);
        },
        F::PhonesAreLocal,
    ),
    ("mini-program-name-taken", "", company, |c| say(c, F::NameIsUnique, false), F::NameIsUnique),
    ("entrance-closed", "", company, |c| say(c, F::EntranceIsOpen, false), F::EntranceIsOpen),
    ("picture-not-of-original", "", company, |c| say(c, F::PicturesAreOriginals, false), F::PicturesAreOriginals),
    ("letter-not-in-order", "", three_people, |c| say(c, F::LettersAreSigned, false), F::LettersAreSigned),
    ("letter-date-unfit", "in_future", three_people, |c| c.set(F::LettersDated, "2026-11-24").done(), F::LettersDated),
    ("letter-date-unfit", "too_old", three_people, |c| c.set(F::LettersDated, "2026-08-22").done(), F::LettersDated),
    ("letter-date-unfit", "month_old", three_people, |c| c.set(F::LettersDated, "2026-10-23").done(), F::LettersDated),
    ("letter-date-unfit", "soon_too_old", three_people, |c| c.set(F::LettersDated, "2026-10-28").done(), F::LettersDated),
    (
        "approval-expires",
        "expired",
        company,
        |c| {
            permit(c);
            c.set(F::ApprovalsValidUntil, "2026-11-22");
        },
        F::ApprovalsValidUntil,
    ),
    (
        "approval-expires",
        "soon",
        company,
        |c| {
            permit(c);
            c.set(F::ApprovalsValidUntil, "2026-12-01");
        },
        F::ApprovalsValidUntil,
    ),
    (
        "phone-in-another-draft",
        "people",
        company,
        |c| c.other(|o| o.set(CODE, "x").set(NUMBER, SECOND).set(F::SubjectName, "别的公司").done()).done(),
        MOBILE,
    ),
    (
        "phone-in-another-draft",
        "subjects",
        company,
        |c| c.other(|o| o.set(CODE, "x").set(F::SubjectName, "别的公司").done()).done(),
        MOBILE,
    ),
    (
        "person-of-several-companies",
        "",
        company,
        |c| c.other(|o| o.set(CODE, "x").set(F::SubjectName, "别的公司").done()).done(),
        F::ResponsiblePersonName,
    ),
    ("value-does-not-fit", "word", company, |c| c.set(F::FilingKind, Value::Invalid("renew".into())).done(), F::FilingKind),
    ("choice-not-in-list", "scope", company, |c| ends(c, "everything"), F::DeregistrationScope),
    (
        "choice-not-in-list",
        "reason",
        company,
        |c| {
            ends(c, "subject");
            c.set(F::DeregistrationReason, Value::Code(3));
        },
        F::DeregistrationReason,
    ),
    (
        "choice-not-in-list",
        "source",
        company,
        |c| c.set(F::FilingKind, "change").set(F::RecordSource, "hearsay").done(),
        F::RecordSource,
    ),
    ("required-field-empty", "filing_number", company, |c| c.set(F::FilingKind, "deregister").done(), F::RecordNumber),
    (
        "required-field-empty",
        "code_receiver",
        company,
        |c| c.set(F::FilingKind, "deregister").done(),
        F::DeregistrationCodeReceiver,
    ),
    ("required-field-empty", "code_phone", company, |c| c.set(F::FilingKind, "deregister").done(), F::DeregistrationCodePhone),
    (
        "record-number-invalid",
        "malformed",
        company,
        |c| c.set(F::FilingKind, "deregister").set(F::RecordNumber, "2026000001").done(),
        F::RecordNumber,
    ),
    (
        "record-number-invalid",
        "character",
        company,
        |c| c.set(F::FilingKind, "deregister").set(F::RecordNumber, "川ICP备2026000001号-1X").done(),
        F::RecordNumber,
    ),
    (
        "record-number-invalid",
        "other_service",
        company,
        |c| c.set(F::FilingKind, "deregister").set(F::RecordNumber, "蜀ICP备2026000001号-1A").done(),
        F::RecordNumber,
    ),
    (
        "record-number-invalid",
        "province",
        company,
        |c| c.set(F::FilingKind, "change").set(F::RecordNumber, "粤ICP备2026000001号-1X").done(),
        F::RecordNumber,
    ),
    (
        "record-number-invalid",
        "province_of_other",
        company,
        |c| {
            c.draft.set_recorded(F::SubjectRegion, Some("510107".into()));
            c.set(F::FilingKind, "deregister").set(F::RecordNumber, "粤ICP备2026000001号-1X").done();
        },
        F::RecordNumber,
    ),
    (
        "change-of-what-is-fixed",
        "number",
        company,
        |c| {
            c.set(F::FilingKind, "change").draft.set_recorded(CODE, Some("91510104MA00000000".into()));
        },
        CODE,
    ),
    (
        "change-of-what-is-fixed",
        "nature",
        company,
        |c| {
            c.set(F::FilingKind, "change").draft.set_recorded(F::SubjectNature, Some(Value::Code(5)));
        },
        F::SubjectNature,
    ),
    ("deregistration-ends", "subject", company, |c| ends(c, "subject"), F::DeregistrationScope),
    ("deregistration-ends", "shell", company, |c| ends(c, "mini-program"), F::DeregistrationScope),
    ("deregistration-ends", "access", company, |c| ends(c, "access"), F::DeregistrationScope),
    (
        "deregistration-ends",
        "drafts",
        company,
        |c| {
            c.other(|o| {
                o.set(F::FilingKind, "change").set(F::AppId, "wx0a1b2c3d4e5f6071");
                o.set(F::RecordNumber, "蜀ICP备2026000001号-2X");
            });
            ends(c, "subject");
        },
        F::DeregistrationScope,
    ),
    (
        "filings-of-one-subject",
        "running",
        company,
        |c| {
            c.other(|o| {
                o.set(F::AppId, "wx0a1b2c3d4e5f6071");
                o.event(EventKind::Submitted, "2026-11-20T10:00:00+08:00", "");
            });
        },
        F::FilingKind,
    ),
    (
        "filings-of-one-subject",
        "ending",
        company,
        |c| {
            c.other(|o| {
                o.set(F::AppId, "wx0a1b2c3d4e5f6071").set(F::FilingKind, "deregister");
                o.event(EventKind::DeregistrationRequested, "2026-11-20T10:00:00+08:00", "");
            });
        },
        F::FilingKind,
    ),
    (
        "filings-of-one-subject",
        "both",
        company,
        |c| {
            c.other(|o| {
                o.set(F::AppId, "wx0a1b2c3d4e5f6071");
                o.event(EventKind::Submitted, "2026-11-20T10:00:00+08:00", "");
            });
            c.event(EventKind::Submitted, "2026-11-21T10:00:00+08:00", "");
        },
        F::FilingKind,
    ),
    (
        "filings-of-one-subject",
        "prepared",
        company,
        |c| c.other(|o| o.set(F::AppId, "wx0a1b2c3d4e5f6071").done()).done(),
        F::FilingKind,
    ),
    (
        "mini-program-name-of-two-subjects",
        "",
        company,
        |c| c.other(|o| o.set(CODE, "x").set(F::SubjectName, "别的公司").done()).done(),
        F::MiniProgramName,
    ),
    ("subject-in-two-provinces", "", company, |c| c.other(|o| o.set(F::SubjectRegion, "440305").done()).done(), F::SubjectRegion),
    (
        "person-differs-between-drafts",
        "name",
        company,
        |c| c.other(|o| o.set(F::ResponsiblePersonName, "测试乙").done()).done(),
        F::ResponsiblePersonName,
    ),
    ("person-differs-between-drafts", "number", company, |c| c.other(|o| o.set(NUMBER, SECOND).done()).done(), NUMBER),
    ("person-differs-between-drafts", "mobile", company, |c| c.other(|o| o.set(MOBILE, "13012340009").done()).done(), MOBILE),
    (
        "contact-in-another-draft",
        "mobile_is_emergency",
        company,
        |c| stranger(c, |o| o.set(F::ResponsiblePersonEmergencyPhone, "13012340003").done()),
        MOBILE,
    ),
    (
        "contact-in-another-draft",
        "emergency_is_mobile",
        company,
        |c| stranger(c, |o| o.set(MOBILE, "17712340004").done()),
        F::ResponsiblePersonEmergencyPhone,
    ),
    (
        "contact-in-another-draft",
        "emergency",
        company,
        |c| stranger(c, |o| o.set(F::ResponsiblePersonEmergencyPhone, "17712340004").done()),
        F::ResponsiblePersonEmergencyPhone,
    ),
    (
        "contact-in-another-draft",
        "mail",
        company,
        |c| stranger(c, |o| o.set(F::ResponsiblePersonEmail, "bing@example.com").done()),
        F::ResponsiblePersonEmail,
    ),
    (
        "subject-differs-between-drafts",
        "",
        company,
        |c| c.other(|o| o.set(F::SubjectCertificateAddress, "四川省成都市武侯区虚构街1号").done()).done(),
        F::SubjectCertificateAddress,
    ),
    ("subject-outside-mainland", "", company, |c| c.set(F::SubjectNature, Value::Code(16)).done(), F::SubjectNature),
    (
        "required-field-empty",
        "no_address",
        individual,
        |c| {
            paper(c, 14, "H76831212");
            c.clear(F::SubjectCertificateAddress).done();
        },
        F::SubjectCertificateAddress,
    ),
    ("needed-material-missing", "always", company, |c| c.set(F::SubjectRegion, "650102").done(), F::PartyBuildingLetter),
    ("needed-material-missing", "not_legal_person", three_people, |c| c.set(F::SubjectRegion, "110101").done(), OTHERS),
    ("needed-material-missing", "from_another_province", individual, |c| c.set(F::SubjectRegion, "310101").done(), OTHERS),
    (
        "needed-material-missing",
        "legal_person_from_another_province",
        company,
        |c| c.set(F::SubjectRegion, "150102").done(),
        F::HoldingCertificatePhoto,
    ),
    (
        "needed-material-missing",
        "legal_person_from_abroad",
        company,
        |c| {
            paper(c, 7, "E12345678");
            c.set(F::SubjectRegion, "310101").done();
        },
        OTHERS,
    ),
    (
        "needed-material-missing",
        "law_practice",
        company,
        |c| c.set(F::SubjectRegion, "110101").set(F::SubjectNature, Value::Code(11)).done(),
        OTHERS,
    ),
    (
        "needed-material-missing",
        "public_body",
        company,
        |c| c.set(F::SubjectRegion, "150102").set(F::SubjectNature, Value::Code(3)).done(),
        OTHERS,
    ),
    ("needed-material-missing", "renamed", company, |c| c.set(F::Renamed, Value::Flag(true)).done(), F::NameChangeLetter),
    ("needed-material-missing", "hospital", company, hospital, OTHERS),
    ("needed-material-missing", "age", individual, |c| c.set(NUMBER, resident("51010720091124992")).done(), OTHERS),
    (
        "needed-material-missing",
        "few",
        company,
        |c| {
            hospital(c);
            c.set(OTHERS, Value::Paths(vec!["licence.jpg".into()])).done();
        },
        OTHERS,
    ),
    ("filing-number-invalid", "malformed", company, |c| filed(c, "川备123号"), F::FilingKind),
    ("filing-number-invalid", "other_service", company, |c| filed(c, "蜀ICP备2026000001号-1"), F::FilingKind),
];

/// An answer.
fn say(case: &mut Case, question: F, answer: bool) {
    case.set(question, Value::Flag(answer));
}

/// A permit with its number and scan.
fn permit(case: &mut Case) {
    case.facts.insert("scans/permit.jpg", picture().with_sha256("permit"));
    case.approvals(&[(Some(9), "川网文〔2025〕9999-999号", "scans/permit.jpg")]);
}

/// A credit code whose first 16 places are given.
fn code(places: &str) -> String {
    use beian::identifiers::check_chars::{mod_31, organisation};
    let mut code = places.to_owned();
    code.push(organisation(&places[8..]).unwrap());
    code.push(mod_31(&code).unwrap());
    code
}

/// A resident ID whose first 17 places are given.
pub fn resident(places: &str) -> String {
    format!("{places}{}", beian::identifiers::check_chars::mod_11_2(places).unwrap())
}

/// The whole story, up to a filing number.
pub fn filed(case: &mut Case, number: &str) {
    use EventKind as E;
    for (hour, kind) in [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified].into_iter().enumerate() {
        case.event(kind, &format!("2026-11-20T1{hour}:00:00+08:00"), "");
    }
    case.event(E::BureauPassed, "2026-11-21T10:00:00+08:00", number);
}

/// Rejected by the platform for this, and nothing has changed since.
fn returned(c: &mut Case, field: &str, rejection: Option<u16>) {
    c.event(EventKind::Submitted, "2026-11-20T10:00:00+08:00", "");
    c.event(EventKind::PlatformReturned, "2026-11-21T10:00:00+08:00", "");
    let reason = Reason { field: field.to_owned(), rejection, text: "请修改".to_owned(), was: String::new() };
    c.reason(reason).done();
}
