//! Preparing pictures in the wizard: offered where it helps, done beside the keys, one step of undo.

use beian::filing::FieldId;
use beian::locale::error;
use beian::locale::tui::{action, form, prepare as words};
use beian::tui::event::Key;
use beian::tui::keymap::{self, Action};
use beian_scan::facts::{FileFacts, Format};
use beian_scan::prepare::Turned;

use super::wizard::{LANGS, PATH, Setup, Wizard, example};

const PHOTO: FieldId = FieldId::SubjectCertificatePhoto;
const FRONT: FieldId = FieldId::ResponsiblePersonCertificateFront;

/// A company whose licence is in this file, about which the world knows that it is of this format.
fn with_photo(name: &str, format: Format) -> Wizard {
    let mut draft = example("company");
    draft.set(PHOTO, Some(name.into()));
    let mut wizard = Setup::new().open(draft).start();
    for name in [name, "b.gif"] {
        wizard.world.facts.insert(name, FileFacts::picture(format, 1100, 1500, 300_000));
    }
    wizard.told(beian::tui::effect::Message::Inspected(wizard.world.facts.clone()));
    wizard
}

/// The key that prepares the focused picture, as the hint bar has it.
fn hinted(wizard: &Wizard) -> Option<Key> {
    let hints = keymap::hints(&wizard.app.contexts());
    hints.iter().find(|hint| matches!(hint.action, Action::Prepare | Action::PrepareAll)).map(|hint| hint.key)
}

#[test]
fn the_key_is_offered_where_it_mends_something_and_only_there() {
    for lang in LANGS {
        let mut wizard = with_photo("a.gif", Format::Gif);
        if wizard.lang() != lang {
            wizard.keys("F2");
        }
        wizard.go(PHOTO).must_say(form::PREPARE).must_say(action::PREPARE);
        assert!(hinted(&wizard).is_some());
        wizard.go(FRONT);
        assert!(hinted(&wizard).is_none() && !wizard.says(form::PREPARE.in_lang(lang)));
        let mut heic = with_photo("a.heic", Format::Heic);
        heic.go(PHOTO);
        assert!(hinted(&heic).is_none(), "nothing here can prepare a HEIC picture");
    }
}

#[test]
fn the_copy_takes_the_pictures_place_and_undo_brings_the_original_back() {
    let mut wizard = with_photo("a.gif", Format::Gif);
    wizard.go(PHOTO).keys("F3").must_say(words::PREPARED);
    assert!(wizard.says("a-beian.jpg"), "{}", wizard.screen());
    assert_eq!(wizard.value(PHOTO), "a-beian.jpg");
    wizard.wait(1_000);
    assert_eq!(wizard.world.on_disk(PATH).unwrap().text(PHOTO), "a-beian.jpg");
    wizard.keys("F3").must_say(words::FINE);
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.value(PHOTO), "a.gif");
    wizard.keys("Ctrl+Y");
    assert_eq!(wizard.value(PHOTO), "a-beian.jpg");
}

#[test]
fn everything_that_needs_it_is_prepared_from_the_review_as_one_step() {
    let mut wizard = with_photo("a.gif", Format::Gif);
    wizard.go(FRONT).keys("Ctrl+U").paste("b.gif").keys("Alt+6");
    assert!(hinted(&wizard).is_some(), "{}", wizard.screen());
    wizard.keys("F3").must_say(words::SEVERAL_PREPARED);
    assert_eq!((wizard.value(PHOTO), wizard.value(FRONT)), ("a-beian.jpg", "b-beian.jpg"));
    wizard.keys("Ctrl+Z");
    assert_eq!((wizard.value(PHOTO), wizard.value(FRONT)), ("a.gif", "b.gif"));
    // Ctrl+R comes from every terminal; the others are what Shift+F3 arrives as, where it arrives.
    for key in ["Ctrl+R", "Shift+F3", "F13"] {
        wizard.keys(key);
        assert_eq!((wizard.value(PHOTO), wizard.value(FRONT)), ("a-beian.jpg", "b-beian.jpg"), "{key}");
        wizard.keys("Ctrl+Z");
    }
}

#[test]
fn the_key_for_the_focused_picture_leaves_the_others_alone() {
    for elsewhere in [FieldId::ResponsiblePersonName, FieldId::SubjectNature, FieldId::OwnerAdministrator] {
        let mut wizard = with_photo("a.gif", Format::Gif);
        wizard.go(elsewhere).keys("F3").must_say(words::NOT_ON_A_PICTURE);
        assert_eq!(wizard.value(PHOTO), "a.gif", "{}", elsewhere.path());
    }
}

#[test]
fn what_cannot_be_prepared_says_why_and_what_to_do_and_the_rest_is_done() {
    let mut wizard = with_photo("a.heic", Format::Heic);
    wizard.go(FRONT).keys("Ctrl+U").paste("b.gif").keys("Shift+F3");
    assert!(wizard.has_dialog());
    wizard.must_say(words::NOT_PREPARED).must_say(words::OTHERS_PREPARED);
    assert!(wizard.says("a.heic") && wizard.says("iPhone"), "{}", wizard.screen());
    assert_eq!((wizard.value(PHOTO), wizard.value(FRONT)), ("a.heic", "b-beian.jpg"));
    wizard.keys("Enter");
    assert!(!wizard.has_dialog());
}

#[test]
fn a_copy_that_cannot_be_written_names_the_remedy_for_its_cause_and_nothing_else_is_left_on_the_screen() {
    for lang in LANGS {
        let mut wizard = with_photo("locked.gif", Format::Gif);
        if wizard.lang() != lang {
            wizard.keys("F2");
        }
        wizard.go(PHOTO).keys("F3").must_say(words::NOT_PREPARED).must_say(error::ALLOW_WRITING);
        for other in [error::MAKE_ROOM, words::PREPARING] {
            assert!(!wizard.says(other.in_lang(lang)), "{}", wizard.screen());
        }
    }
}

#[test]
fn keys_work_on_while_pictures_are_prepared() {
    let mut wizard = with_photo("a.gif", Format::Gif);
    wizard.world.is_slow = true;
    wizard.go(PHOTO).keys("F3").must_say(words::PREPARING);
    wizard.keys("F3").must_say(words::STILL_PREPARING);
    // Somebody chooses another picture meanwhile: that one stands.
    wizard.keys("Ctrl+U").paste("c.jpg").release();
    assert_eq!(wizard.value(PHOTO), "c.jpg");
    // And what is typed elsewhere is neither lost nor joined with the change.
    let mut wizard = with_photo("a.gif", Format::Gif);
    wizard.world.is_slow = true;
    wizard.go(PHOTO).keys("F3").go(FieldId::SubjectRemark).keys("Ctrl+U").text("甲").release().text("乙");
    assert_eq!((wizard.value(PHOTO), wizard.value(FieldId::SubjectRemark)), ("a-beian.jpg", "甲乙"));
    // The field's own steps first, then the change of the picture.
    let back = (0..8).any(|_| wizard.keys("Ctrl+Z").value(PHOTO) == "a.gif");
    assert!(back, "{}", wizard.screen());
}

#[test]
fn without_a_picture_or_a_right_to_write_nothing_happens() {
    let mut wizard = Wizard::enterprise();
    wizard.go(PHOTO).keys("F3").must_say(words::NO_PICTURE_HERE);
    wizard.keys("Shift+F3").must_say(words::NO_PICTURES);
    wizard.paste("a.jpg").go(PHOTO).keys("F3").must_say(words::FINE);
    wizard.keys("Shift+F3").must_say(words::FINE);
    let mut held = Setup::new().with(PATH, example("company")).start();
    held.world.is_held = true;
    held.keys("Enter Enter").go(PHOTO).keys("F3");
    assert!(!held.state().preparing);
}

/// What is turned in the preview is what the copy becomes.
#[test]
fn a_picture_turned_in_the_preview_is_prepared_turned() {
    for (turns, expected) in [(0, Turned::AsItLies), (1, Turned::By(1)), (3, Turned::By(3)), (4, Turned::AsItLies)] {
        let mut wizard = with_photo("a.gif", Format::Gif);
        wizard.go(PHOTO).keys("Ctrl+P").must_say(action::PREPARE);
        wizard.keys(&("Space ".repeat(turns) + "F3"));
        assert!(!wizard.has_dialog(), "{}", wizard.screen());
        let asked: Vec<_> = wizard.world.prepared.iter().map(|one| (one.written.as_str(), one.turned)).collect();
        assert_eq!(asked, [("a.gif", expected)], "{turns}");
        assert_eq!(wizard.value(PHOTO), "a-beian.jpg");
    }
}

/// The sides of a card are put upright without being asked; what is no card only where a person turned it.
#[test]
fn cards_are_prepared_as_cards() {
    let mut wizard = with_photo("a.gif", Format::Gif);
    wizard.go(FRONT).keys("F3").go(PHOTO).keys("F3");
    let asked: Vec<_> = wizard.world.prepared.iter().map(|one| one.turned).collect();
    assert_eq!(asked, [Turned::AsACard, Turned::AsItLies]);
}
