//! Every nature with every certificate it may show, and every document of a person: what is asked, and what is said of a wrong draft.

use beian::catalog::{self, CertificateKind, Sides, certificate_kinds, certificate_kinds_for, natures, person_certificate_kinds};
use beian::filing::{FieldId as F, Value};
use beian::locale::{Lang, finding, paper};
use beian::rules::{Finding, Severity};

use super::drafts::{Case, company, individual};

/// The check character of a credit code (GB 32100-2015).
pub fn credit_code(category: &str) -> String {
    const SET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("{category}510107MA0000007");
    let value = |c: char| SET.find(c).unwrap();
    let sum: usize = body.chars().enumerate().map(|(place, c)| value(c) * (3usize.pow(u32::try_from(place).unwrap()) % 31)).sum();
    format!("{body}{}", SET.chars().nth((31 - sum % 31) % 31).unwrap())
}

/// The first two places of the codes that bodies of a nature have.
fn category(nature: u32) -> &'static str {
    match nature {
        2 => "11",
        3 => "12",
        6 => "51",
        9 => "52",
        10 => "53",
        11 => "31",
        13 => "13",
        14 => "34",
        15 => "72",
        17 => "12",
        18 => "32",
        19 => "N1",
        20 => "35",
        _ => "91",
    }
}

/// A draft of an organisation with this certificate, in order as far as the certificate goes.
fn organisation(kind: &CertificateKind) -> Case {
    let mut case = company();
    let code = if kind.nature == 17 { credit_code("52") } else { credit_code(category(kind.nature)) };
    let number = if kind.name.zh == "组织机构代码证" { "MA000000-7".to_owned() } else { code };
    case.set(F::SubjectNature, Value::Code(kind.nature));
    case.set(F::SubjectCertificateKind, Value::Code(kind.id));
    case.set(F::SubjectCertificateNumber, number.as_str());
    case
}

fn at(case: &Case, field: F) -> Vec<Finding> {
    case.findings().into_iter().filter(|finding| finding.field == field).collect()
}

fn names(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.name).collect()
}

#[test]
fn a_certificate_of_its_nature_raises_no_alarm_and_one_of_another_does() {
    for nature in natures().iter().filter(|nature| !nature.personal) {
        for kind in certificate_kinds_for(nature.id) {
            let case = organisation(kind);
            assert_eq!(names(&at(&case, F::SubjectCertificateKind)), [""; 0], "{kind:?}");
            assert_eq!(names(&at(&case, F::SubjectCertificateAddress)), [""; 0], "{kind:?}");
            let abroad = nature.id == catalog::OVERSEAS;
            assert_eq!(names(&at(&case, F::SubjectNature)).contains(&"subject-outside-mainland"), abroad, "{kind:?}");

            let other = certificate_kinds().iter().find(|other| other.nature != nature.id).unwrap();
            let mut wrong = organisation(kind);
            wrong.set(F::SubjectCertificateKind, Value::Code(other.id));
            assert_eq!(names(&at(&wrong, F::SubjectCertificateKind)), ["certificate-kind-does-not-fit"], "{kind:?}");
            let mut empty = organisation(kind);
            empty.clear(F::SubjectCertificateAddress);
            let found = at(&empty, F::SubjectCertificateAddress);
            assert_eq!(found.first().map(|one| (one.rule.name, one.severity)), Some(("required-field-empty", Severity::Error)));
        }
    }
}

#[test]
fn the_address_is_named_as_the_certificate_names_it() {
    for kind in certificate_kinds().iter().filter(|kind| !kind.person && kind.nature != catalog::OVERSEAS) {
        let words = paper::help(Lang::Zh, &organisation(kind).draft, F::SubjectCertificateAddress);
        match kind.paper().address {
            Some(label) => assert!(words.contains(label) && words.contains(kind.name.zh), "{words}"),
            None => assert!(words.contains("没有住所"), "{words}"),
        }
    }
}

/// A document of a person: its kind, a sound number, a name as it prints it.
const DOCUMENTS: [(u32, &str, &str); 7] = [
    (2, "51010719920712992X", "测试丙"),
    (7, "E12345678", "CHAN TAI MAN"),
    (11, "25082698", "陈大文"),
    (14, "H76831212", "陈大文"),
    (30, "911124198108030024", "SMITH JOHN"),
    (41, "810000197101219937", "陈大文"),
    (42, "830000197101219930", "陈大文"),
];

fn person((kind, number, name): (u32, &str, &str)) -> Case {
    let mut case = individual();
    case.set(F::ResponsiblePersonCertificateKind, Value::Code(kind));
    case.set(F::ResponsiblePersonCertificateNumber, number);
    case.set(F::ResponsiblePersonName, name);
    case.set(F::OwnerAdministrator, name);
    case
}

#[test]
fn all_documents_of_the_list_are_tried() {
    let all: Vec<u32> = person_certificate_kinds().map(|kind| kind.id).collect();
    assert_eq!(all, DOCUMENTS.map(|(id, ..)| id));
}

#[test]
fn as_many_sides_are_asked_for_as_a_document_has() {
    for document in DOCUMENTS {
        let paper = catalog::certificate_kind(document.0).unwrap().paper();
        let mut case = person(document);
        case.clear(F::ResponsiblePersonCertificateBack);
        let said = names(&at(&case, F::ResponsiblePersonCertificateBack));
        assert_eq!(said.contains(&"required-field-empty"), paper.sides != Sides::One, "{document:?}: {said:?}");
        let mut case = person(document);
        case.clear(F::ResponsiblePersonCertificateFront);
        assert!(names(&at(&case, F::ResponsiblePersonCertificateFront)).contains(&"required-field-empty"), "{document:?}");
    }
}

#[test]
fn who_has_no_address_printed_is_told_what_to_enter() {
    for document in DOCUMENTS {
        let kind = catalog::certificate_kind(document.0).unwrap();
        assert_eq!(names(&at(&person(document), F::SubjectCertificateAddress)), [""; 0], "{document:?}");
        let mut case = person(document);
        case.clear(F::SubjectCertificateAddress);
        let said = at(&case, F::SubjectCertificateAddress);
        let [said] = said.as_slice() else { panic!("{document:?}: {said:?}") };
        if kind.paper().address.is_some() {
            assert_eq!((said.message.name, said.fixes.len()), ("certificate", 0), "{document:?}");
            continue;
        }
        assert_eq!(said.message.name, "no_address", "{document:?}");
        assert!(finding::message(Lang::En, said).contains(kind.name.en), "{document:?}");
        let offered = said.fixes.first().and_then(|fix| fix.value_of(F::SubjectCertificateAddress));
        assert_eq!(offered, Some(&Value::Text("四川省成都市武侯区虚构街88号8栋801室".into())), "{document:?}");
    }
}

#[test]
fn names_follow_the_script_of_the_document() {
    for document in DOCUMENTS {
        let said = at(&person(document), F::ResponsiblePersonName);
        assert!(said.iter().all(|one| one.severity == Severity::Hint), "{document:?}: {said:?}");
    }
    // Of a resident no name is in letters.
    let wrong = person((2, "51010719920712992X", "CESHI BING"));
    assert!(names(&at(&wrong, F::ResponsiblePersonName)).contains(&"person-name-invalid"));
}
