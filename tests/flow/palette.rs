//! The search over all that can be done.

use beian::filing::{FieldId, Section};
use beian::locale::tui::{action, dialog};
use beian::locale::{Lang, Text};
use beian::tui::keymap::Action;

use super::wizard::{LANGS, Setup, Wizard, example};

fn label(wizard: &Wizard, text: Text) -> &'static str {
    text.in_lang(wizard.lang())
}

#[test]
fn an_action_is_found_and_done_and_its_keys_are_shown() {
    for lang in LANGS {
        for typed in ["导出备案包", "export the", "f10", "alt+e"] {
            let mut wizard = Setup::new().lang(lang).sized(80, 24).open(example("company")).start();
            wizard.keys("Alt+1 Ctrl+T").must_say(dialog::PALETTE_TITLE);
            assert!(wizard.says("Alt+"), "{}", wizard.screen());
            // Of English labels some words are enough.
            let typed = if typed == "export the" { action::EXPORT.en } else { typed };
            wizard.text(typed);
            assert!(wizard.says("F10 / Alt+E"), "{typed}: {}", wizard.screen());
            wizard.keys("Enter");
            assert!(!wizard.has_dialog(), "{}", wizard.screen());
            assert!(wizard.says(beian::locale::tui::common::STEP_REVIEW.in_lang(lang)));
            assert_eq!(wizard.focus(), None, "the review has no field in focus: {}", wizard.screen());
        }
    }
}

#[test]
fn a_field_and_a_step_are_gone_to() {
    let mut wizard = Setup::new().lang(Lang::En).open(example("company")).start();
    wizard.keys("Ctrl+T").text("owner.mobile").keys("Enter");
    assert_eq!(wizard.focus(), Some(FieldId::OwnerMobile));
    wizard.keys("Alt+X").text(Section::Subject.label().zh).keys("Enter");
    assert_eq!(wizard.focus().map(|id| id.field().section), Some(Section::Subject));
}

#[test]
fn only_what_can_be_done_is_listed() {
    let mut home = Setup::new().lang(Lang::En).with("/home/li/drafts/a.toml", example("company")).start();
    home.keys("Ctrl+T").text(Action::New.label().en);
    assert!(home.says("Ctrl+N"), "{}", home.screen());
    home.keys("Ctrl+U").text(Action::Export.label().en);
    home.must_say(dialog::NOTHING_FOUND);
    let mut form = Setup::new().lang(Lang::En).open(example("company")).start();
    form.keys("Ctrl+T").text(Action::Undo.label().en);
    form.must_say(dialog::NOTHING_FOUND);
    form.keys("Esc").go(FieldId::SubjectName).text("x").keys("Ctrl+T").text(Action::Undo.label().en).keys("Enter");
    assert!(!form.value(FieldId::SubjectName).contains('x'), "{}", form.value(FieldId::SubjectName));
}

#[test]
fn it_opens_on_a_dialog_and_does_what_that_can() {
    let mut wizard = Setup::new().lang(Lang::En).open(example("company")).start();
    wizard.go(FieldId::ResponsiblePersonCertificateFront).keys("Enter");
    assert!(wizard.has_dialog());
    wizard.keys("Ctrl+T").text(Action::Recent.label().en).keys("Enter");
    wizard.must_say(dialog::PLACES);
    let mut closed = Setup::new().open(example("company")).start();
    closed.keys("Ctrl+T Ctrl+T");
    assert!(!closed.has_dialog(), "{}", closed.screen());
    let mut left = Setup::new().open(example("company")).start();
    left.keys("Ctrl+T Esc");
    assert!(!left.has_dialog());
}

#[test]
fn the_foot_of_a_list_says_what_the_key_does_at_that_moment() {
    let clear = Action::ClearFilter.label();
    for open in ["Ctrl+T", "Ctrl+F"] {
        let mut wizard = Setup::new().open(example("company")).start();
        wizard.keys(open);
        assert!(!wizard.says(clear.in_lang(wizard.lang())), "{}", wizard.screen());
        wizard.text("a").must_say(clear);
        wizard.keys("Esc");
        assert!(wizard.has_dialog() && !wizard.says(clear.in_lang(wizard.lang())), "{}", wizard.screen());
        wizard.keys("Esc");
        assert!(!wizard.has_dialog());
    }
    let mut wizard = Setup::new().open(example("company")).start();
    wizard.go(FieldId::SubjectRegion).keys("Enter");
    wizard.text("shenzhen").must_say(clear);
}

#[test]
fn fields_and_steps_are_reached_from_a_picker_and_not_past_a_question() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).open(example("company")).start();
        for picker in
            [FieldId::SubjectNature, FieldId::ServiceContents, FieldId::SubjectRegion, FieldId::ResponsiblePersonCertificateFront]
        {
            wizard.go(picker).keys("Enter");
            assert!(wizard.has_dialog(), "{}", wizard.screen());
            wizard.keys("Ctrl+T").text("owner.mobile").keys("Enter");
            assert_eq!((wizard.focus(), wizard.has_dialog()), (Some(FieldId::OwnerMobile), false), "{}", wizard.screen());
            wizard.go(picker).keys("Enter Ctrl+T").text(Section::Subject.label().zh).keys("Enter");
            assert!(!wizard.has_dialog(), "{}", wizard.screen());
        }
        let before = wizard.draft().clone();
        wizard.keys("F10 F10");
        assert!(wizard.has_dialog(), "{}", wizard.screen());
        wizard.keys("Ctrl+T").text("owner.mobile");
        wizard.must_say(dialog::PLACES_CLOSED);
        wizard.keys("Enter Ctrl+T");
        assert!(wizard.has_dialog() && *wizard.draft() == before, "the question stands: {}", wizard.screen());
    }
}

#[test]
fn it_can_be_read_at_every_size() {
    for lang in LANGS {
        for (columns, rows) in [(60, 16), (80, 24), (120, 36)] {
            let mut wizard = Setup::new().lang(lang).sized(columns, rows).open(example("company")).start();
            wizard.keys("Ctrl+T");
            assert!(wizard.says(label(&wizard, dialog::PALETTE_TITLE)), "{}", wizard.screen());
        }
    }
}
