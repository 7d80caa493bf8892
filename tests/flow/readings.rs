//! What is read on scans, taken into the fields by keys.

use beian::filing::{FieldId as F, Value};
use beian::identifiers::document::Document;
use beian::locale::Lang;
use beian::locale::tui::{offers, sorting};
use beian::reading::{Certainty, DocumentKind, Reading, Seen, Side, What};
use beian::tui::document::Document as OpenDraft;
use beian::tui::effect::Message;
use beian::tui::picture::Zoom;
use beian_scan::facts::{FileFacts, Format};

use super::wizard::{LANGS, Setup, Wizard};
use super::world::found;

const NAME: F = F::ResponsiblePersonName;
const NUMBER: F = F::ResponsiblePersonCertificateNumber;
const FRONT: F = F::ResponsiblePersonCertificateFront;
const ADDRESS: F = F::SubjectCertificateAddress;

fn card() -> Reading {
    let corners = [(100.0, 50.0), (300.0, 50.0), (300.0, 100.0), (100.0, 100.0)];
    let seen = |what, text: &str, certainty| Seen { what, text: text.into(), certainty, corners };
    Reading {
        kind: Some(DocumentKind::Person(Document::ResidentId)),
        side: Some(Side::Front),
        size: (1000.0, 600.0),
        values: vec![
            seen(What::Name, "林小满", Certainty::Read),
            seen(What::Number, "51010719920712992X", Certainty::Checked),
            seen(What::Address, "四川省成都市武侯区虚构路8号", Certainty::Checked),
        ],
        ..Reading::default()
    }
}

/// An individual whose card is attached, and says this.
fn with_card(reading: Option<Reading>) -> Wizard {
    with_card_in(Lang::Zh, reading)
}

fn with_card_in(lang: Lang, reading: Option<Reading>) -> Wizard {
    let mut draft = beian::filing::Draft::new(5);
    draft.set(FRONT, Some("front.jpg".into()));
    let mut wizard = Setup::new().lang(lang).open(draft).start();
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
    assert!([NUMBER, ADDRESS].iter().all(|id| wizard.document().is_touched(*id)), "what was filled in is judged at once");
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
fn what_is_offered_is_said_and_one_key_takes_what_is_certain_wherever_one_is() {
    for lang in LANGS {
        let mut wizard = with_card_in(lang, Some(card()));
        assert!(wizard.says("Alt+G") && wizard.says("Alt+V"), "{}", wizard.screen());
        wizard.go(F::MiniProgramName).keys("Alt+G");
        let taken = |wizard: &Wizard| [NUMBER, ADDRESS, NAME].map(|id| wizard.draft().text(id).to_owned());
        assert_eq!(taken(&wizard), ["51010719920712992X", "四川省成都市武侯区虚构路8号", ""], "{}", wizard.screen());
        wizard.keys("Ctrl+Z");
        assert_eq!(taken(&wizard), ["", "", ""], "in one step");
        wizard.keys("Ctrl+Y Alt+G");
        assert!(wizard.says(offers::NONE_CERTAIN.in_lang(lang)), "{}", wizard.screen());
    }
}

#[test]
fn the_others_are_gone_through_one_by_one() {
    let mut wizard = with_card(Some(card()));
    wizard.go(NAME).text("林小蒲").go(F::MiniProgramName).keys("Alt+V");
    // What differs in one character shows both of them; where it was read is looked at.
    assert!(wizard.says("│  蒲  │") && wizard.says("│  满  │") && wizard.says("1 / 4"), "{}", wizard.screen());
    assert!(wizard.world.seen_part.is_some_and(|view| matches!(view.zoom, Zoom::Span(..))));
    wizard.keys("Enter");
    assert_eq!((wizard.value(NAME), wizard.has_dialog()), ("林小满", true));
    assert!(wizard.says("2 / 4") && wizard.says("51010719920712992X"), "{}", wizard.screen());
    // Undo takes it back, and it is offered again.
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.value(NAME), "林小蒲");
    assert!(wizard.says("1 / 4") && wizard.says("│  满  │"), "{}", wizard.screen());
    // Leaving one changes nothing; one goes back to it.
    wizard.keys("Tab");
    assert!(wizard.says("2 / 4"), "{}", wizard.screen());
    wizard.keys("Left");
    assert!(wizard.says("1 / 4") && wizard.says("│  满  │"), "{}", wizard.screen());
    wizard.keys("N Y Y");
    assert!(
        wizard.says("四川省成都市武侯区") && wizard.says("已识别"),
        "the region follows from the address: {}",
        wizard.screen()
    );
    wizard.keys("Y");
    assert_eq!(
        [NAME, NUMBER, ADDRESS, F::SubjectRegion].map(|id| wizard.value(id)),
        ["林小蒲", "51010719920712992X", "四川省成都市武侯区虚构路8号", "510107"]
    );
    assert!(!wizard.has_dialog() && wizard.says("已采用 3 项，另外 1 项没有采用"), "{}", wizard.screen());
    // Each is taken back whole.
    wizard.keys("Ctrl+Z");
    assert_eq!([ADDRESS, F::SubjectRegion].map(|id| wizard.value(id)), ["四川省成都市武侯区虚构路8号", ""]);
    wizard.keys("Ctrl+Z");
    assert_eq!([NUMBER, ADDRESS].map(|id| wizard.value(id)), ["51010719920712992X", ""]);
}

#[test]
fn those_that_are_certain_are_taken_at_once_on_the_way_and_doubtful_ones_are_not_offered() {
    let mut reading = card();
    reading.values[2].certainty = Certainty::Doubtful;
    let mut wizard = with_card(Some(reading));
    wizard.keys("Alt+V");
    assert!(wizard.says("1 / 2") && !wizard.says("虚构路"), "{}", wizard.screen());
    wizard.keys("Alt+G");
    assert_eq!([NAME, NUMBER].map(|id| wizard.value(id)), ["", "51010719920712992X"]);
    assert!(wizard.says("2 / 2") && wizard.says("林小满"), "{}", wizard.screen());
    wizard.keys("Esc");
    assert!(!wizard.has_dialog());
    wizard.keys("Alt+V Enter");
    assert_eq!(wizard.value(NAME), "林小满");
    wizard.keys("Alt+V");
    assert!(wizard.says(offers::NONE.zh), "{}", wizard.screen());
}

#[test]
fn the_scan_attached_last_is_read_first() {
    let mut wizard = Setup::new().open(beian::filing::Draft::new(5)).start();
    wizard.world.readings.insert("front".to_owned(), card());
    for (name, id) in [("front", FRONT), ("back", F::ResponsiblePersonCertificateBack)] {
        let path = format!("{name}.jpg");
        wizard.world.facts.insert(&path, FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256(name));
        wizard.go(id).paste(&path);
    }
    let document = wizard.document();
    assert!(document.unread_scans().is_empty());
    let mut draft = beian::filing::Draft::new(5);
    draft.set(FRONT, Some("front.jpg".into()));
    let facts = wizard.world.facts.clone();
    let mut document = OpenDraft::new("a.toml".into(), draft, wizard.state().today());
    document.set_facts(facts);
    document.edit(F::ResponsiblePersonCertificateBack, Some("back.jpg".into()));
    assert_eq!(document.unread_scans(), [("back.jpg", "back"), ("front.jpg", "front")]);
}

/// A world with a folder of scans: two sides of a card and a cat.
fn with_folder(mut wizard: Wizard) -> Wizard {
    let back = Reading { side: Some(Side::Back), values: Vec::new(), ..card() };
    wizard.world.readings.extend([("f".to_owned(), card()), ("b".to_owned(), back), ("c".to_owned(), Reading::default())]);
    let pictures = [("/scans/1.jpg", "f"), ("/scans/2.jpg", "b"), ("/scans/cat.jpg", "c")];
    wizard.world.pictures = pictures.map(|(path, sha256)| found(path, sha256)).to_vec();
    for (path, sha256) in pictures {
        wizard.world.facts.insert(path, FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256(sha256));
    }
    wizard
}

#[test]
fn a_folder_dropped_on_a_new_filing_becomes_a_draft_and_undo_takes_all_of_it_back() {
    for lang in LANGS {
        let mut wizard = with_folder(Setup::new().lang(lang).start());
        wizard.keys("Ctrl+N");
        assert!(wizard.says("Ctrl+O"), "{}", wizard.screen());
        wizard.paste("'/scans'");
        assert_eq!(wizard.value(FRONT), "/scans/1.jpg", "{}", wizard.screen());
        assert_eq!(wizard.value(F::ResponsiblePersonCertificateBack), "/scans/2.jpg");
        assert_eq!(wizard.value(NUMBER), "51010719920712992X");
        assert_eq!(wizard.value(NAME), "", "what is only read is looked at first");
        assert!(
            wizard.says(&format!("cat.jpg{}", if lang == Lang::En { ": no certificate" } else { "：没有认出" })),
            "{}",
            wizard.screen()
        );
        wizard.keys("Enter Ctrl+Z");
        assert_eq!([FRONT, NUMBER].map(|id| wizard.value(id)), ["", ""]);
    }
}

#[test]
fn a_folder_is_told_that_it_must_wait_or_that_only_a_first_filing_takes_it() {
    for lang in LANGS {
        let mut wizard = with_folder(Setup::new().lang(lang).start());
        wizard.keys("Ctrl+N Down Down").paste("/scans");
        assert!(wizard.says(sorting::FIRST_ONLY.in_lang(lang)), "{}", wizard.screen());
        assert!(wizard.state().sorting.is_none());
        wizard.world.hold_pictures = true;
        wizard.keys("Up Up").paste("/scans").paste("/other");
        assert!(wizard.state().sorting.as_ref().is_some_and(|sorting| sorting.folder.ends_with("scans")));
        assert!(
            wizard.screen().contains(if lang == Lang::En { "is still being read" } else { "还在识别" }),
            "{}",
            wizard.screen()
        );
    }
}

#[test]
fn a_folder_dropped_on_a_field_for_a_scan_fills_the_empty_ones() {
    let mut draft = beian::filing::Draft::new(5);
    draft.set(F::ResponsiblePersonCertificateBack, Some("own.jpg".into()));
    let mut wizard = with_folder(Setup::new().open(draft).start());
    wizard.go(FRONT).paste("/scans");
    assert_eq!(
        [FRONT, F::ResponsiblePersonCertificateBack, NUMBER].map(|id| wizard.value(id)),
        ["/scans/1.jpg", "own.jpg", "51010719920712992X"]
    );
    assert!(wizard.says("2.jpg") && wizard.says("cat.jpg"), "{}", wizard.screen());
    // Dropped once more, what is where it belongs is not called left over.
    wizard.keys("Enter").go(NAME).go(FRONT).paste("/scans");
    assert!(!wizard.says("1.jpg：") && wizard.says("cat.jpg"), "{}", wizard.screen());
    wizard.keys("Enter Ctrl+Z");
    assert_eq!(wizard.value(FRONT), "");
    // What is no folder is a path, as ever.
    wizard.world.pictures.clear();
    wizard.go(FRONT).paste("/scans/front");
    assert_eq!(wizard.value(FRONT), "/scans/front");
}

#[test]
fn without_models_a_folder_is_told_where_to_get_them() {
    let mut wizard = Setup::new().start();
    wizard.keys("Ctrl+N").paste("/scans");
    assert!(wizard.says("beian models") && wizard.world.count() == 0, "{}", wizard.screen());
    // Also before anything is dropped, by now.
    wizard.keys("Down Up");
    assert!(wizard.says("beian models"), "{}", wizard.screen());
}

#[test]
fn a_damaged_model_is_told_once_and_models_added_meanwhile_are_found() {
    let mut wizard = with_card(None);
    wizard.told(Message::CannotRead { damaged: Some("/m/det.onnx".into()) });
    assert!(wizard.says("/m/det.onnx"), "{}", wizard.screen());
    wizard.keys("Tab").told(Message::CannotRead { damaged: Some("/m/det.onnx".into()) });
    assert!(!wizard.says("/m/det.onnx"), "{}", wizard.screen());
    // The next scan is tried again.
    wizard.world.readings.insert("cd".to_owned(), card());
    wizard.world.facts.insert("new.jpg", FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256("cd"));
    wizard.go(FRONT).paste("new.jpg").keys("Alt+G");
    assert_eq!(wizard.value(NUMBER), "51010719920712992X", "{}", wizard.screen());
    assert!(wizard.state().can_read);
}

#[test]
fn why_nothing_is_offered_is_said_as_it_is() {
    for lang in LANGS {
        // Not looked at yet, looked at and without anything to say, and no models.
        let mut draft = beian::filing::Draft::new(5);
        draft.set(FRONT, Some("front.jpg".into()));
        let mut wizard = Setup::new().lang(lang).open(draft).start();
        wizard.told(Message::Inspected(beian_scan::facts::Facts::new()));
        wizard.keys("Alt+V");
        assert!(wizard.says(offers::NOT_YET.in_lang(lang)), "{}", wizard.screen());
        let mut wizard = with_card_in(lang, Some(Reading::default()));
        wizard.keys("Alt+V");
        assert!(wizard.says(offers::NONE.in_lang(lang)), "{}", wizard.screen());
        wizard.keys("Alt+G");
        assert!(wizard.says(offers::NONE.in_lang(lang)), "{}", wizard.screen());
        let mut wizard = with_card_in(lang, None);
        wizard.keys("Alt+G");
        assert!(wizard.says("beian models"), "{}", wizard.screen());
    }
}

#[test]
fn without_models_nothing_is_said_and_nothing_is_asked_for_again() {
    let mut wizard = with_card(None);
    wizard.go(NAME).keys("F5");
    assert_eq!(wizard.draft().text(NAME), "");
    assert!(!wizard.app.state().can_read);
}

#[test]
fn in_a_terminal_too_small_to_show_anything_keys_do_nothing_that_nobody_sees() {
    let mut wizard = with_card(Some(card()));
    wizard.keys("Alt+V").resize(40, 10).keys("Enter Y Space Esc F9");
    wizard.resize(80, 24);
    assert!(wizard.has_dialog() && wizard.says("1 / 4"), "{}", wizard.screen());
    assert_eq!([NAME, NUMBER, ADDRESS].map(|id| wizard.value(id)), ["", "", ""]);
    // Nor do letters and pastes answer, where they do in a terminal of size.
    wizard.keys("Esc").go(F::Published);
    wizard.resize(40, 10).text("y").paste("是");
    wizard.resize(80, 24);
    assert_eq!(wizard.draft().get(F::Published), None, "{}", wizard.screen());
    // What is typed into a text is kept, and leaving is possible.
    wizard.go(NAME);
    wizard.resize(40, 10).text("林小满").keys("Tab F9 Ctrl+Q");
    assert!(wizard.world.left);
    assert_eq!(wizard.draft().text(NAME), "林小满");
}

/// A card of somebody, either side.
fn card_of(name: &str, number: &str) -> Reading {
    let mut reading = card();
    reading.values[0].text = name.to_owned();
    reading.values[1].text = number.to_owned();
    reading
}

fn back_of(authority: &str) -> Reading {
    let mut reading = Reading { side: Some(Side::Back), ..card() };
    reading.values.truncate(1);
    reading.values[0].what = What::Authority;
    reading.values[0].text = authority.to_owned();
    reading
}

/// A world with the folder of a company: its licence, and the cards of two people.
fn with_company(mut wizard: Wizard, legal: &str) -> Wizard {
    let mut licence = Reading { kind: Some(DocumentKind::Licence), side: None, ..card() };
    licence.values.truncate(1);
    licence.values[0].what = What::LegalPerson;
    licence.values[0].text = legal.to_owned();
    for (name, reading) in [
        ("1-licence", licence),
        ("2-front", card_of("周大雪", "510104198811239961")),
        ("3-front", card_of("林小满", "51010719920712992X")),
        ("4-back", back_of("成都市公安局武侯区分局")),
        ("5-back", back_of("成都市公安局武侯区分局")),
    ] {
        let path = format!("/scans/{name}.jpg");
        wizard.world.readings.insert(name.to_owned(), reading);
        wizard.world.facts.insert(&path, FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256(name));
        wizard.world.pictures.push(found(&path, name));
    }
    wizard
}

const OWNER_FRONT: F = F::OwnerCertificateFront;
const BACKS: [F; 2] = [F::ResponsiblePersonCertificateBack, F::OwnerCertificateBack];

#[test]
fn whoever_drops_the_cards_of_two_people_says_who_is_who() {
    for (lang, is_new) in LANGS.into_iter().flat_map(|lang| [(lang, true), (lang, false)]) {
        let setup = Setup::new().lang(lang);
        let setup = if is_new { setup } else { setup.open(beian::filing::Draft::new(4)) };
        let mut wizard = with_company(setup.start(), "林小满");
        match is_new {
            true => wizard.keys("Ctrl+N").paste("/scans"),
            false => wizard.go(FRONT).paste("/scans"),
        };
        wizard.must_say(sorting::WHO);
        // The legal representative comes first, and nothing is placed before that is answered.
        let screen = wizard.screen();
        assert!(screen.find("3-front.jpg") < screen.find("2-front.jpg") && wizard.says("林小满"), "{screen}");
        wizard.keys("Down Enter");
        wizard.must_say(sorting::WHOSE);
        assert!(wizard.says("4-back.jpg") && wizard.says("武侯区分局"), "{}", wizard.screen());
        wizard.keys("Enter");
        assert!(!wizard.has_dialog(), "{}", wizard.screen());
        let names = [NAME, F::OwnerName, F::LegalPersonName].map(|id| wizard.value(id).to_owned());
        assert_eq!(names, ["周大雪", "林小满", "林小满"]);
        assert_eq!([FRONT, OWNER_FRONT].map(|id| wizard.value(id)), ["/scans/2-front.jpg", "/scans/3-front.jpg"]);
        assert_eq!(BACKS.map(|id| wizard.value(id)), ["/scans/4-back.jpg", "/scans/5-back.jpg"]);
        let numbers = [NUMBER, F::OwnerCertificateNumber, F::LegalPersonNumber].map(|id| wizard.value(id));
        assert_eq!(numbers, ["510104198811239961", "51010719920712992X", "51010719920712992X"]);
        assert_eq!(wizard.draft().get(F::SameAsResponsiblePerson), Some(&Value::Flag(false)));
        assert_eq!(wizard.draft().get(F::IsLegalPerson), Some(&Value::Flag(false)));
        wizard.keys("Ctrl+Z");
        let all = [NAME, F::OwnerName, FRONT, OWNER_FRONT, NUMBER, F::SubjectCertificatePhoto, F::LegalPersonName];
        assert_eq!(all.map(|id| wizard.value(id)), [""; 7], "in one step");
    }
}

#[test]
fn who_is_who_may_stay_open_and_whose_card_is_left_is_said() {
    // Neither, or out of the question.
    for keys in ["Up Enter", "Esc"] {
        let mut wizard = with_company(Setup::new().open(beian::filing::Draft::new(4)).start(), "丙丁");
        wizard.go(FRONT).paste("/scans").keys(keys);
        assert_eq!([FRONT, OWNER_FRONT, NAME].map(|id| wizard.value(id)), [""; 3], "{keys}");
        assert_eq!(wizard.value(F::SubjectCertificatePhoto), "/scans/1-licence.jpg");
        for said in ["周大雪的", "林小满的", "武侯区分局签发"] {
            assert!(wizard.says(said), "{keys}: {said}\n{}", wizard.screen());
        }
        assert!(wizard.state().sorting.is_none());
        // Names that were typed answer it.
        wizard.keys("Enter").go(NAME).text("林小满").go(FRONT).paste("/scans");
        wizard.must_say(sorting::WHOSE);
        wizard.keys("Esc");
        assert_eq!([FRONT, OWNER_FRONT].map(|id| wizard.value(id)), ["/scans/3-front.jpg", "/scans/2-front.jpg"]);
    }
}

#[test]
fn a_second_picture_of_a_card_is_named_and_hinders_nobody() {
    for lang in LANGS {
        let mut wizard = with_company(Setup::new().lang(lang).open(beian::filing::Draft::new(4)).start(), "周大雪");
        for (path, sha256) in [("/scans/6-again.jpg", "2-front"), ("/scans/7-licence.jpg", "1-licence")] {
            wizard.world.pictures.push(found(path, sha256));
        }
        wizard.world.readings.insert("8".to_owned(), card_of("周大雪", "510104198811239961"));
        wizard.world.pictures.push(found("/scans/8-retake.jpg", "8"));
        wizard.go(FRONT).paste("/scans").keys("Enter Esc");
        assert_eq!(
            [F::SubjectCertificatePhoto, FRONT, OWNER_FRONT].map(|id| wizard.value(id)),
            ["/scans/1-licence.jpg", "/scans/2-front.jpg", "/scans/3-front.jpg"]
        );
        let (same, another) = if lang == Lang::En {
            ("the same file as 2-front.jpg", "another picture of the same side as 2-front.jpg")
        } else {
            ("与 2-front.jpg 是同一个文件", "与 2-front.jpg 拍的是同一面")
        };
        // Without the breaks of lines.
        let plain = |text: &str| text.replace(|c: char| c.is_whitespace() || c == '│', "");
        let screen = plain(&wizard.screen());
        for said in ["6-again.jpg", "7-licence.jpg", "8-retake.jpg", same, another] {
            assert!(screen.contains(&plain(said)), "{said}\n{}", wizard.screen());
        }
    }
}

#[test]
fn what_is_gone_by_the_time_of_the_answer_is_not_placed() {
    for lang in LANGS {
        let mut wizard = with_company(Setup::new().lang(lang).open(beian::filing::Draft::new(4)).start(), "周大雪");
        wizard.world.pictures.truncate(3);
        wizard.go(FRONT).paste("/scans");
        wizard.must_say(sorting::WHO);
        wizard.world.gone = vec!["/scans/1-licence.jpg".to_owned()];
        wizard.keys("Enter");
        assert_eq!([FRONT, OWNER_FRONT].map(|id| wizard.value(id)), ["/scans/2-front.jpg", "/scans/3-front.jpg"]);
        assert_eq!(wizard.value(F::SubjectCertificatePhoto), "");
        let gone = if lang == Lang::En { "it is gone from where it was" } else { "已经不在原处" };
        assert!(wizard.says("1-licence.jpg") && wizard.says(gone), "{}", wizard.screen());
    }
}

#[test]
fn that_a_folder_is_being_read_is_not_said_once_it_is() {
    let mut wizard = with_company(Setup::new().open(beian::filing::Draft::new(4)).start(), "周大雪");
    wizard.world.is_slow_to_read = true;
    wizard.go(FRONT).paste("/scans").paste("/other");
    assert!(wizard.screen().contains("还在识别"), "{}", wizard.screen());
    wizard.release();
    wizard.must_say(sorting::WHO);
    assert!(!wizard.screen().contains("还在识别"), "{}", wizard.screen());
    wizard.keys("Esc Enter");
    assert!(!wizard.screen().contains("还在识别"), "{}", wizard.screen());
}

#[test]
fn how_far_reading_a_folder_has_come_is_said_at_the_field_it_was_dropped_on() {
    for lang in LANGS {
        let mut wizard = with_folder(Setup::new().lang(lang).open(beian::filing::Draft::new(5)).start());
        wizard.world.hold_pictures = true;
        wizard.go(FRONT).paste("/scans");
        assert!(wizard.says(&sorting::FINDING.with(lang, &[("path", &"/scans")])), "{}", wizard.screen());
        let found = Ok(wizard.world.pictures.clone());
        wizard.world.is_slow_to_read = true;
        wizard.told(Message::PicturesFound { folder: "/scans".into(), found });
        assert!(wizard.says("0 / 3") && wizard.says("/scans"), "{}", wizard.screen());
        wizard.release();
        assert_eq!(wizard.value(FRONT), "/scans/1.jpg");
        assert!(!wizard.says("3 / 3"), "{}", wizard.screen());
    }
}

/// The side of a card that has its term.
fn back_valid(from: &str, to: &str) -> Reading {
    let mut reading = Reading { side: Some(Side::Back), ..card() };
    let checked = |what, text: &str| Seen { what, text: text.into(), certainty: Certainty::Checked, ..reading.values[0].clone() };
    reading.values = vec![checked(What::ValidFrom, from), checked(What::ValidTo, to)];
    reading
}

#[test]
fn a_back_that_was_doubted_is_not_ticked_in_the_picker() {
    const SCAN: &str = "身份证 正面.jpg";
    for lang in LANGS {
        for (term, doubted) in [(("2020-03-01", "2030-03-01"), true), (("2020-03-01", "2040-03-01"), false)] {
            let mut draft = beian::filing::Draft::new(4);
            draft.set(F::SameAsResponsiblePerson, Some(Value::Flag(false)));
            draft.set(FRONT, Some("front.jpg".into()));
            draft.set(BACKS[0], Some(SCAN.into()));
            let mut wizard = Setup::new().lang(lang).open(draft).start();
            for (path, sha256, reading) in [("front.jpg", "ab", card()), (SCAN, "cd", back_valid(term.0, term.1))] {
                let facts = FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256(sha256);
                wizard.world.facts.insert(path, facts);
                wizard.world.readings.insert(sha256.to_owned(), reading);
            }
            wizard.told(Message::Inspected(wizard.world.facts.clone()));
            let found = wizard.document().findings_of(BACKS[0]).any(|finding| finding.rule.name == "scan-sides-of-two-people");
            assert_eq!(found, doubted);
            let line = |wizard: &Wizard| {
                let screen = wizard.screen();
                screen.lines().find(|line| line.contains("身份证 正面.jpg")).map(str::to_owned).unwrap_or(screen)
            };
            // In use, and doubted there: wherever one chooses a file.
            for id in [F::OwnerCertificateBack, BACKS[0], F::SubjectCertificatePhoto] {
                wizard.go(id).keys("Enter");
                let line = line(&wizard);
                let is_of_another_kind = id == F::SubjectCertificatePhoto;
                assert_eq!(line.contains("! 身份证"), doubted || is_of_another_kind, "{id:?}\n{line}");
                assert_eq!(line.contains("✓ 身份证"), !doubted && !is_of_another_kind, "{id:?}\n{line}");
                wizard.keys("Esc");
            }
            // Left out, it is doubted before anybody goes to its line, and nothing says that it suits.
            wizard.go(BACKS[0]).keys("Ctrl+U Tab").go(BACKS[0]).keys("Enter");
            assert_eq!(line(&wizard).contains("! 身份证"), doubted, "{}", wizard.screen());
            wizard.keys("Esc");
        }
    }
}

#[test]
fn what_is_read_while_the_picker_is_open_is_told_there() {
    let mut wizard = with_card(Some(card()));
    wizard.go(BACKS[0]).keys("Enter Down Down");
    assert!(wizard.says("文件符合要求"), "{}", wizard.screen());
    let before = wizard.document().readings().clone();
    // The world says of a file that its hash is its name.
    let sha256 = "身份证 正面.jpg".to_owned();
    wizard.told(Message::ScanRead { sha256, reading: back_valid("2020-03-01", "2030-03-01").into() });
    assert_ne!(*wizard.document().readings(), before);
    assert!(!wizard.says("文件符合要求") && wizard.says("! 身份证"), "{}", wizard.screen());
}

#[test]
fn models_that_go_while_the_wizard_runs_are_missed_in_one_line_and_work_goes_on() {
    for lang in LANGS {
        let gone = sorting::MODELS_GONE.in_lang(lang);
        let mut wizard = with_card_in(lang, Some(card()));
        assert!(wizard.state().can_read);
        // Removed: the next scan cannot be read.
        wizard.world.readings.clear();
        let attach = |wizard: &mut Wizard, id: F, n: usize| {
            let facts = FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256(&format!("new-{n}"));
            wizard.world.facts.insert(format!("new-{n}.jpg"), facts);
            wizard.go(id).keys("Ctrl+U").paste(&format!("new-{n}.jpg")).wait(1000);
        };
        attach(&mut wizard, BACKS[0], 1);
        assert!(!wizard.state().can_read && wizard.says(gone), "{}", wizard.screen());
        // Said once; it neither waits for an answer nor asks on.
        for n in 2..5 {
            wizard.keys("Tab");
            attach(&mut wizard, BACKS[0], n);
            assert!(!wizard.says(gone) && !wizard.has_dialog(), "{}", wizard.screen());
        }
        let asked = wizard.world.scans_read;
        wizard.keys("Tab").wait(5000).keys("Alt+6 Alt+2").wait(5000);
        assert_eq!(wizard.world.scans_read, asked, "nobody tries the same again and again");
        assert!(wizard.state().being_read.is_none());
        wizard.go(NAME).text("周大雪").keys("Tab");
        assert_eq!(wizard.draft().text(NAME), "周大雪");
        // What was read before still holds, and so do models that come back.
        assert!(wizard.document().readings().get("ab").is_some());
        wizard.world.readings.insert("new-9".to_owned(), Reading::default());
        attach(&mut wizard, BACKS[0], 9);
        assert!(wizard.state().can_read, "{}", wizard.screen());
    }
}

#[test]
fn models_that_go_before_a_folder_is_dropped_leave_the_draft_as_it_is() {
    for lang in LANGS {
        let mut wizard = with_card_in(lang, Some(card()));
        wizard.world.readings.clear();
        let before = wizard.draft().clone();
        wizard.go(FRONT).paste("/scans");
        assert!(wizard.says(sorting::MODELS_GONE.in_lang(lang)), "{}", wizard.screen());
        assert!(wizard.state().sorting.is_none() && wizard.state().being_read.is_none());
        assert_eq!(wizard.draft().text(NAME), before.text(NAME));
    }
}
