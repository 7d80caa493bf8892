//! The credit code that is printed on the licence, taken into its field by a key.

use beian::filing::FieldId;
use beian::tui::effect::Message;
use beian_scan::facts::{FileFacts, Format};

use super::wizard::{Setup, Wizard};

const NUMBER: FieldId = FieldId::SubjectCertificateNumber;
const CODE: &str = "91110105MA0000015F";

fn with_code(code: &str) -> Wizard {
    let mut draft = beian::filing::Draft::new(4);
    draft.set(FieldId::SubjectCertificateKind, Some(beian::filing::Value::Code(1)));
    draft.set(FieldId::SubjectCertificatePhoto, Some("licence.jpg".into()));
    let facts = FileFacts::picture(Format::Jpeg, 1600, 1200, 300_000).with_code(code);
    let mut wizard = Setup::new().open(draft).start();
    wizard.world.facts.insert("licence.jpg", facts);
    wizard.told(Message::Inspected(wizard.world.facts.clone()));
    wizard
}

#[test]
fn the_empty_field_takes_it_and_undo_takes_it_back() {
    let mut wizard = with_code(CODE);
    wizard.go(NUMBER);
    assert!(wizard.says("二维码里的代码是"), "where it comes from: {}", wizard.screen());
    wizard.keys("F5");
    assert_eq!(wizard.draft().text(NUMBER), CODE, "{}", wizard.screen());
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.draft().text(NUMBER), "");
}

#[test]
fn what_was_typed_stays_until_the_code_is_taken() {
    let mut wizard = with_code(CODE);
    wizard.go(NUMBER).text("91510107MA0000007C").keys("Tab");
    assert_eq!(wizard.draft().text(NUMBER), "91510107MA0000007C");
    wizard.go(NUMBER).keys("F5");
    assert_eq!(wizard.draft().text(NUMBER), CODE, "{}", wizard.screen());
}

#[test]
fn a_code_that_fails_its_own_check_is_nothing() {
    let mut wizard = with_code("91110105MA0000015A");
    wizard.go(NUMBER).keys("F5");
    assert_eq!(wizard.draft().text(NUMBER), "");
    assert!(!wizard.screen().contains("91110105MA0000015A"));
}
