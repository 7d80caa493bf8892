//! What triggers the rules about single provinces.

use beian::catalog::filing_region::full_name;
use beian::filing::{FieldId as F, Value};

use super::drafts::{Case, company, individual, three_people};
use super::papers::credit_code;
use super::triggers::{Trigger, resident};

const NUMBER: F = F::ResponsiblePersonCertificateNumber;
const KIND: F = F::ResponsiblePersonCertificateKind;

/// Moves a draft with all its addresses, so that nothing of its old province is left but the people's numbers.
pub fn move_to(case: &mut Case, district: &str) {
    let address = case.draft.text(F::SubjectAddress).to_owned();
    case.set(F::SubjectRegion, district);
    case.set(F::SubjectCertificateAddress, format!("{}{address}", full_name(district)).as_str());
}

/// Only the region changes: an individual from elsewhere.
fn away(case: &mut Case, district: &str) {
    case.set(F::SubjectRegion, district);
}

fn minor(case: &mut Case) {
    case.set(NUMBER, resident("51010720081124992").as_str());
}

fn trader(case: &mut Case, district: &str, name: &str) {
    move_to(case, district);
    case.set(F::SubjectCertificateNumber, credit_code("92").as_str()).set(F::SubjectName, name);
}

fn passport(case: &mut Case) {
    case.set(KIND, Value::Code(7)).set(NUMBER, "E12345678");
}

fn named(case: &mut Case, district: &str, name: &str) {
    move_to(case, district);
    case.set(F::MiniProgramName, name);
}

pub const PROVINCE_TRIGGERS: &[Trigger] = &[
    ("responsible-person-must-be-legal-person", "required", three_people, |c| move_to(c, "430102"), F::IsLegalPerson),
    ("responsible-person-must-be-legal-person", "required", three_people, |c| move_to(c, "440305"), F::IsLegalPerson),
    ("responsible-person-must-be-legal-person", "unsettled", three_people, |c| move_to(c, "110105"), F::IsLegalPerson),
    ("responsible-person-must-be-legal-person", "row", three_people, |c| move_to(c, "230102"), F::IsLegalPerson),
    (
        "responsible-person-must-be-legal-person",
        "row",
        three_people,
        |c| {
            move_to(c, "320102");
            c.set(F::SubjectCertificateNumber, "92320102MA0000007X");
        },
        F::IsLegalPerson,
    ),
    (
        "responsible-person-must-be-legal-person",
        "required",
        three_people,
        // The legal person is the owner already, and can step in.
        |c| {
            move_to(c, "430102");
            let (name, number) = (c.draft.text(F::OwnerName).to_owned(), c.draft.text(F::OwnerCertificateNumber).to_owned());
            c.set(F::LegalPersonName, name.as_str()).set(F::LegalPersonNumber, number.as_str());
        },
        F::IsLegalPerson,
    ),
    (
        "responsible-person-must-be-legal-person",
        "exception",
        three_people,
        |c| {
            move_to(c, "440305");
            c.set(F::SubjectNature, Value::Code(3));
        },
        F::IsLegalPerson,
    ),
    (
        "responsible-person-must-be-legal-person",
        "exception",
        three_people,
        |c| {
            move_to(c, "130102");
            c.set(F::LegalPersonNumber, "E12345678");
        },
        F::IsLegalPerson,
    ),
    (
        "owner-must-be-responsible-person",
        "",
        three_people,
        |c| {
            move_to(c, "320102");
            c.clear(F::OwnerAdministrator);
        },
        F::SameAsResponsiblePerson,
    ),
    ("individual-from-another-province", "refused", individual, |c| away(c, "150102"), NUMBER),
    ("individual-from-another-province", "disagree", individual, |c| away(c, "360102"), NUMBER),
    ("individual-from-another-province", "refused", individual, |c| away(c, "500103"), NUMBER),
    ("individual-from-another-province", "disagree", individual, |c| away(c, "640104"), NUMBER),
    ("responsible-person-must-be-legal-person", "disagree", three_people, |c| move_to(c, "210102"), F::IsLegalPerson),
    ("responsible-person-must-be-legal-person", "disagree", three_people, |c| move_to(c, "460105"), F::IsLegalPerson),
    ("sole-trader-without-trade-name", "stands_in", company, |c| trader(c, "510107", "*****"), F::SubjectName),
    ("sole-trader-without-trade-name", "named", company, |c| trader(c, "330102", "无"), F::SubjectName),
    ("sole-trader-without-trade-name", "named", company, |c| trader(c, "330102", "测试丙"), F::SubjectName),
    ("sole-trader-without-trade-name", "required", company, |c| trader(c, "370102", "测试丙"), F::SubjectName),
    ("sole-trader-without-trade-name", "individual", company, |c| trader(c, "440305", "测试丙"), F::SubjectName),
    ("sole-trader-without-trade-name", "remark", company, |c| trader(c, "340102", "测试丙"), F::SubjectRemark),
    ("needed-material-missing", "principal_from_another_province", company, |c| move_to(c, "360102"), F::SubjectOtherMaterials),
    ("individual-from-another-province", "unknown", individual, |c| away(c, "110105"), NUMBER),
    (
        "person-outside-ages-of-province",
        "too_young",
        individual,
        |c| {
            move_to(c, "110105");
            minor(c);
        },
        NUMBER,
    ),
    ("person-outside-ages-of-province", "row", individual, minor, NUMBER),
    (
        "person-outside-ages-of-province",
        "too_old",
        company,
        |c| {
            move_to(c, "120101");
            c.set(NUMBER, resident("51010719601124991").as_str());
        },
        NUMBER,
    ),
    (
        "person-under-18",
        "likely_back",
        individual,
        |c| {
            move_to(c, "520102");
            minor(c);
        },
        NUMBER,
    ),
    (
        "person-under-18",
        "taken_here",
        individual,
        |c| {
            move_to(c, "360102");
            minor(c);
        },
        NUMBER,
    ),
    (
        "certificate-expires-soon",
        "within_months_of_province",
        company,
        |c| {
            move_to(c, "640104");
            c.set(F::SubjectCertificateValidUntil, "2027-05-23");
        },
        F::SubjectCertificateValidUntil,
    ),
    (
        "certificate-shorter-than-province-wants",
        "",
        company,
        |c| {
            move_to(c, "310101");
            c.set(F::SubjectCertificateValidUntil, "2027-04-01");
        },
        F::SubjectCertificateValidUntil,
    ),
    (
        "address-in-another-city",
        "",
        individual,
        |c| {
            move_to(c, "440106");
            c.set(F::SubjectRegion, "440305");
        },
        F::SubjectCertificateAddress,
    ),
    (
        "address-imprecise-for-province",
        "imprecise",
        company,
        |c| {
            move_to(c, "110105");
            c.set(F::SubjectAddress, "建国路3段虚构广场");
        },
        F::SubjectAddress,
    ),
    (
        "address-imprecise-for-province",
        "row",
        company,
        |c| {
            move_to(c, "120104");
            c.set(F::SubjectAddress, "华苑产业区虚构道1号");
        },
        F::SubjectAddress,
    ),
    (
        "address-says-shixiaqu",
        "no_place",
        company,
        |c| c.set(F::SubjectAddress, "市辖区虚构街88号801室").done(),
        F::SubjectAddress,
    ),
    (
        "address-says-shixiaqu",
        "refused",
        company,
        |c| {
            move_to(c, "110105");
            c.set(F::SubjectAddress, "市辖区虚构街88号801室");
        },
        F::SubjectAddress,
    ),
    (
        "too-few-phone-numbers",
        "",
        three_people,
        |c| {
            move_to(c, "420102");
            c.set(F::OwnerEmergencyPhone, "17712340004");
        },
        F::OwnerEmergencyPhone,
    ),
    (
        "certificate-kind-against-province",
        "person",
        company,
        |c| {
            move_to(c, "370102");
            passport(c);
        },
        KIND,
    ),
    (
        "certificate-kind-against-province",
        "individual",
        individual,
        |c| {
            move_to(c, "130102");
            passport(c);
        },
        KIND,
    ),
    ("remark-lacks-province-statement", "sentence", individual, |c| move_to(c, "450102"), F::SubjectRemark),
    ("remark-lacks-province-statement", "sentence", company, |c| move_to(c, "360102"), F::SubjectRemark),
    (
        "remark-lacks-province-statement",
        "example",
        individual,
        |c| {
            move_to(c, "500103");
            c.set(F::SubjectRemark, "已更名");
        },
        F::SubjectRemark,
    ),
    (
        "remark-lacks-province-statement",
        "too_short",
        individual,
        |c| {
            move_to(c, "150102");
            c.set(F::MiniProgramRemark, "面向成都乐迷，介绍自有音乐厅的曲目，可以预约座位。");
        },
        F::MiniProgramRemark,
    ),
    ("name-against-province", "word", company, |c| named(c, "370102", "虚构乐迷平台"), F::MiniProgramName),
    ("name-against-province", "own_name", company, |c| c.set(F::MiniProgramName, "测试丙的菜谱").done(), F::MiniProgramName),
    ("name-against-province", "short", company, |c| c.set(F::MiniProgramName, "菜谱").done(), F::MiniProgramName),
    ("name-against-province", "letters", company, |c| named(c, "500103", "虚构abc菜谱"), F::MiniProgramName),
    ("name-against-province", "place", company, |c| named(c, "530102", "怒江网"), F::MiniProgramName),
    (
        "phone-used-elsewhere",
        "anywhere",
        company,
        |c| {
            move_to(c, "430102");
            c.set(F::PhonesUsedElsewhere, Value::Flag(true));
        },
        F::PhonesUsedElsewhere,
    ),
    (
        "phone-used-elsewhere",
        "refused_here",
        company,
        |c| c.set(F::PhonesUsedElsewhere, Value::Flag(true)).done(),
        F::PhonesUsedElsewhere,
    ),
];
