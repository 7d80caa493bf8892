//! What is read on scans, taken into the fields by keys.

use beian::filing::{FieldId as F, Value};
use beian::identifiers::document::Document;
use beian::reading::{Certainty, DocumentKind, Reading, Seen, Side, What};
use beian::tui::effect::Message;
use beian_scan::facts::{FileFacts, Format};

use super::wizard::{Setup, Wizard};

const NAME: F = F::ResponsiblePersonName;
const NUMBER: F = F::ResponsiblePersonCertificateNumber;
const FRONT: F = F::ResponsiblePersonCertificateFront;
const ADDRESS: F = F::SubjectCertificateAddress;

fn card() -> Reading {
    let seen = |what, text: &str, certainty| Seen { what, text: text.into(), certainty, corners: [(0.0, 0.0); 4] };
    Reading {
        kind: Some(DocumentKind::Person(Document::ResidentId)),
        side: Some(Side::Front),
        has_watermark: false,
        values: vec![
            seen(What::Name, "林小满", Certainty::Read),
            seen(What::Number, "51010719920712992X", Certainty::Checked),
            seen(What::Address, "四川省成都市武侯区虚构路8号", Certainty::Checked),
        ],
    }
}

/// An individual whose card is attached, and says this.
fn with_card(reading: Option<Reading>) -> Wizard {
    let mut draft = beian::filing::Draft::new(5);
    draft.set(FRONT, Some("front.jpg".into()));
    let mut wizard = Setup::new().open(draft).start();
    wizard.world.facts.insert("front.jpg", FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256("ab"));
    wizard.world.readings.extend(reading.map(|reading| ("ab".to_owned(), reading)));
    wizard.told(Message::Inspected(wizard.world.facts.clone()));
    wizard
}

#[test]
fn one_key_takes_what_is_certain_and_undo_takes_it_back_whole() {
    let mut wizard = with_card(Some(card()));
    wizard.go(FRONT).keys("F5");
    let taken = |wizard: &Wizard| [NUMBER, ADDRESS, NAME].map(|id| wizard.draft().text(id).to_owned());
    assert_eq!(taken(&wizard), ["51010719920712992X", "四川省成都市武侯区虚构路8号", ""], "{}", wizard.screen());
    assert_eq!(wizard.draft().get(F::ResponsiblePersonCertificateKind), Some(&Value::Code(beian::catalog::RESIDENT_ID)));
    wizard.keys("Ctrl+Z");
    assert_eq!(taken(&wizard), ["", "", ""], "in one step");
}

#[test]
fn what_is_only_read_is_taken_at_its_own_field() {
    let mut wizard = with_card(Some(card()));
    wizard.go(NAME);
    assert!(wizard.says("front.jpg 上好像是「林小满」"), "{}", wizard.screen());
    wizard.keys("F5");
    assert_eq!(wizard.draft().text(NAME), "林小满");
}

#[test]
fn a_name_that_differs_in_one_character_is_asked_about() {
    let mut wizard = with_card(Some(card()));
    wizard.go(NAME).text("林小蒲").keys("Tab").go(NAME);
    assert!(wizard.says("是「蒲」还是「满」"), "{}", wizard.screen());
    wizard.keys("F5");
    assert_eq!(wizard.draft().text(NAME), "林小满");
}

#[test]
fn without_models_nothing_is_said_and_nothing_is_asked_for_again() {
    let mut wizard = with_card(None);
    wizard.go(NAME).keys("F5");
    assert_eq!(wizard.draft().text(NAME), "");
    assert!(!wizard.app.state().can_read);
}
