//! Each kind of certificate takes the check of its own number: what is said, and what is offered.

use beian::filing::{FieldId as F, Value};
use beian::locale::{Lang, finding};
use beian::rules::{Finding, Severity};

use super::drafts::{Case, company, individual, three_people};

const NUMBER: F = F::ResponsiblePersonCertificateNumber;
const KIND: F = F::ResponsiblePersonCertificateKind;

/// The findings about a person's number on a certificate of a kind; the name is in letters where none is given in Chinese.
fn about_person(kind: u32, number: &str, name: &str) -> Vec<Finding> {
    let mut case = company();
    case.set(KIND, Value::Code(kind)).set(NUMBER, number).set(F::ResponsiblePersonName, name);
    of_field(&case, NUMBER)
}

fn of_field(case: &Case, field: F) -> Vec<Finding> {
    let mut findings = case.findings();
    findings.retain(|finding| finding.field == field);
    findings
}

fn reasons(findings: &[Finding]) -> Vec<(&str, &str, Severity)> {
    findings.iter().map(|finding| (finding.rule.name, finding.message.name, finding.severity)).collect()
}

/// What is offered, as `field=value`, one fix after the other.
fn offers(findings: &[Finding]) -> Vec<String> {
    let fixes = findings.iter().flat_map(|finding| &finding.fixes);
    let change = |(field, value): &(F, Option<Value>)| match value {
        Some(Value::Text(text)) => format!("{}={text}", field.path()),
        Some(Value::Code(code)) => format!("{}={code}", field.path()),
        other => format!("{}={other:?}", field.path()),
    };
    fixes.inspect(|fix| assert!(!fix.is_safe())).map(|fix| fix.changes.iter().map(change).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn sound_numbers_of_every_kind_pass() {
    for (kind, number, name) in [
        (2, "51010719920712992X", "测试丙"),
        (7, "E12345678", "测试丙"),
        (7, "EN6551044", "测试丙"),
        (7, "G67476726", "John Smith"),
        (7, "H31527328", "John Smith"),
        (7, "637131730", "John Smith"),
        (11, "59252042", "测试丙"),
        (11, "5925 2042", "测试丙"),
        (14, "H13281116", "测试丙"),
        (14, "m94352042", "测试丙"),
        (30, "911124198108030024", "John Smith"),
        (41, "810000197101219937", "测试丙"),
        (41, "820000198108169916", "测试丙"),
        (42, "83000019471024998x", "测试丙"),
    ] {
        assert_eq!(about_person(kind, number, name), [], "{kind} {number}");
    }
}

#[test]
fn what_was_meant_is_offered() {
    for (kind, number, name, rule, offered) in [
        (2, "32032419470102994Х", "测试丙", "resident-id-invalid", "number=32032419470102994X"),
        (2, "510107920712992", "测试丙", "resident-id-invalid", "number=51010719920712992X"),
        (2, "911124198108030024", "测试丙", "resident-id-invalid", "kind=30"),
        (2, "810000197101219937", "测试丙", "resident-id-invalid", "kind=41"),
        (2, "830000195911079969", "测试丙", "resident-id-invalid", "kind=42"),
        (2, "H13281116", "测试丙", "resident-id-invalid", "kind=14"),
        (2, "E12345678", "测试丙", "resident-id-invalid", "kind=7"),
        (7, "51010719920712992X", "测试丙", "passport-number-invalid", "kind=2"),
        (7, "EI0793760", "测试丙", "passport-number-unusual", "number=E10793760"),
        (7, "MA4355349", "John Smith", "passport-number-unusual", "kind=14"),
        (11, "2508269841(B)", "测试丙", "taiwan-permit-invalid", "number=25082698"),
        (11, "6753825O", "测试丙", "taiwan-permit-invalid", "number=67538250"),
        (11, "830000195911079969", "测试丙", "taiwan-permit-invalid", "kind=42"),
        (14, "H7683121202", "测试丙", "hk-macau-permit-invalid", "number=H76831212"),
        (14, "H0851898O", "测试丙", "hk-macau-permit-invalid", "number=H08518980"),
        (14, "E28539165", "测试丙", "hk-macau-permit-invalid", "kind=7"),
        (14, "820000198108169916", "测试丙", "hk-macau-permit-invalid", "kind=41"),
        (30, "91112419810803OO24", "John Smith", "foreigner-card-invalid", "number=911124198108030024"),
        (30, "51010719920712992X", "测试丙", "foreigner-card-invalid", "kind=2"),
        (41, "830000195911079969", "测试丙", "residence-permit-invalid", "kind=42"),
        (42, "180000197101219937", "测试丙", "residence-permit-invalid", ""),
        (41, "180000197101219937", "测试丙", "residence-permit-invalid", ""),
        (14, "K27545904", "测试丙", "hk-macau-permit-invalid", ""),
        (11, "9103285", "测试丙", "taiwan-permit-invalid", ""),
    ] {
        let findings = about_person(kind, number, name);
        assert_eq!(findings.first().map(|finding| finding.rule.name), Some(rule), "{kind} {number}: {findings:#?}");
        assert_eq!(findings.len(), 1, "{kind} {number}: {findings:#?}");
        let offered = if offered.is_empty() { vec![] } else { vec![format!("responsible_person.certificate.{offered}")] };
        assert_eq!(offers(&findings), offered, "{kind} {number}");
    }
}

#[test]
fn another_kind_is_called_by_its_name() {
    let findings = about_person(2, "H13281116", "测试丙");
    assert_eq!(finding::message(Lang::Zh, &findings[0]), "这是「港澳居民来往内地通行证」的号码。");
    let findings = about_person(14, "HI2345678", "测试丙");
    assert_eq!(finding::message(Lang::Zh, &findings[0]), "第 2 位是「I」，开头的字母之后应是数字。");
}

#[test]
fn the_legal_person_may_show_any_document() {
    use Severity::{Error, Hint};
    for (number, said) in [
        ("510107198003089933", vec![]),
        ("H13281116", vec![("legal-person-document", "", Hint)]),
        ("HA2919018", vec![("permit-number-tells", "foreign_national", Hint), ("legal-person-document", "", Hint)]),
        ("59252042", vec![("legal-person-document", "", Hint)]),
        ("545594446", vec![("legal-person-document", "", Hint)]),
        ("E44755584", vec![("legal-person-document", "", Hint)]),
        ("810000197101219937", vec![("legal-person-document", "", Hint)]),
        ("911124198108030024", vec![("legal-person-document", "", Hint)]),
        ("南字第1234567号", vec![("legal-person-document", "military", Hint)]),
        ("510107198003089934", vec![("resident-id-invalid", "check_digit", Error)]),
        ("51010719800308993", vec![("resident-id-invalid", "length", Error)]),
        ("810000197101219938", vec![("residence-permit-invalid", "check_digit", Error)]),
        ("911124198108030025", vec![("foreigner-card-invalid", "check_digit", Error)]),
        ("H7683121202", vec![("hk-macau-permit-invalid", "renewal_suffix", Error)]),
        ("A1", vec![("certificate-number-malformed", "length", Error)]),
        ("A1247<957", vec![("certificate-number-malformed", "characters", Error)]),
        ("ABCDEFG", vec![("certificate-number-malformed", "length", Error)]),
    ] {
        let mut case = three_people();
        case.set(F::LegalPersonNumber, number);
        assert_eq!(reasons(&of_field(&case, F::LegalPersonNumber)), said, "{number}");
    }
}

#[test]
fn a_birthday_is_read_from_every_number_that_has_one() {
    for (kind, number, from, until, said) in [
        (41, "810000197101219937", "2024-09-10", "2029-09-10", vec![]),
        (41, "810000197101219937", "2024-09-10", "2029-09-09", vec![]),
        (41, "810000197101219937", "2018-09-01", "2028-09-01", vec!["permit-period-unlikely"]),
        (
            41,
            "81000020191020999X",
            "2019-10-19",
            "2029-10-19",
            vec!["person-outside-ages-of-province", "certificate-period-impossible"],
        ),
        (30, "911124198108030024", "2024-09-10", "2034-09-10", vec![]),
        (30, "GBR310051041272", "2023-09-10", "2033-09-10", vec!["permit-number-tells"]),
        (14, "H13281116", "2024-09-10", "2034-09-10", vec![]),
    ] {
        let mut case = individual();
        case.set(KIND, Value::Code(kind)).set(NUMBER, number);
        case.set(F::ResponsiblePersonCertificateValidFrom, from).set(F::ResponsiblePersonCertificateValidUntil, until);
        let mut found: Vec<&str> = case.findings().iter().map(|finding| finding.rule.name).collect();
        found.retain(|rule| *rule != "permit-period-unlikely" || said.contains(rule));
        assert_eq!(found, said, "{number} {from} {until}");
    }
}

#[test]
fn the_subjects_certificate_decides_about_its_number() {
    use Severity::{Error, Warning};
    for (nature, kind, number, said, offered) in [
        (4, 1, "91510107MA0000007C", vec![], vec![]),
        (4, 1, "659002178555990", vec![("number-superseded", "superseded_by_uscc", Warning)], vec![]),
        (4, 1, "D2143569-X", vec![("credit-code-invalid", "organisation_code", Error)], vec![]),
        (4, 12, "D2143569-X", vec![("number-superseded", "organisation_code", Warning)], vec![]),
        (4, 12, "D2143659-X", vec![("organisation-code-invalid", "check_digit", Error)], vec![]),
        (4, 12, "91510107MA0000007C", vec![("organisation-code-invalid", "credit_code", Error)], vec!["kind=1", "kind=27"]),
        (2, 9, "91510107MA0000007C", vec![("organisation-code-invalid", "credit_code", Error)], vec!["kind=13"]),
        (4, 1, "65900217855599O", vec![("registration-number-invalid", "bad_char", Error)], vec!["number=659002178555990"]),
        (17, 38, "PDY00012-344010517A1002", vec![], vec![]),
        (17, 38, "51010719920712992X", vec![("subject-number-unlikely", "resident_id", Warning)], vec![]),
        (1, 5, "32105部队", vec![], vec![]),
        (20, 44, "91510107MA0000007C", vec![("credit-code-of-another-nature", "", Warning)], vec![]),
    ] {
        let mut case = company();
        case.set(F::SubjectNature, Value::Code(nature)).set(F::SubjectCertificateKind, Value::Code(kind));
        case.set(F::SubjectCertificateNumber, number);
        let findings = of_field(&case, F::SubjectCertificateNumber);
        assert_eq!(reasons(&findings), said, "{kind} {number}");
        let offered: Vec<String> = offered.iter().map(|offer| format!("subject.certificate.{offer}")).collect();
        assert_eq!(offers(&findings), offered, "{kind} {number}");
    }
}
