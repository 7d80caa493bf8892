//! The list of drafts: what its filter finds, and what a key does to the draft one stands on.

use beian::filing::{Draft, FieldId as F, Stage};
use beian::locale::Lang;
use beian::locale::stage::stage;
use beian::locale::tui::{home as words, new};

use super::life::{NUMBER, filed};
use super::wizard::{LANGS, Setup, Wizard, example};

/// Many drafts that nobody has filled in, changed after one that is ready: that one is out of view.
fn many(lang: Lang) -> Wizard {
    let mut setup = Setup::new().lang(lang).with("/home/li/drafts/a.toml", example("company"));
    for n in 0..40 {
        let mut draft = Draft::new(4);
        draft.set(F::MiniProgramName, Some(format!("空白{n}").as_str().into()));
        setup = setup.with(&format!("/home/li/drafts/b{n:02}.toml"), draft);
    }
    setup.start()
}

#[test]
fn what_is_ready_is_found_by_that_word_wherever_it_stands() {
    for (lang, typed) in LANGS.into_iter().flat_map(|lang| ["可以提交", "ready", "keyitijiao", "kytj"].map(|typed| (lang, typed)))
    {
        let mut wizard = many(lang);
        wizard.text(typed);
        for _ in 0..40 {
            wizard.wait(100);
        }
        assert!(wizard.says("1 / 1") && wizard.says("虚构音乐厅"), "{typed}\n{}", wizard.screen());
        wizard.must_say(words::READY);
    }
}

#[test]
fn columns_that_have_no_room_say_so() {
    for lang in LANGS {
        for (columns, is_told) in [(60, true), (200, false)] {
            let mut wizard =
                Setup::new().lang(lang).sized(columns, 24).with("/home/li/drafts/a.toml", example("company")).start();
            wizard.keys("Alt+C");
            assert_eq!(wizard.says(words::NO_ROOM.in_lang(lang)), is_told, "{}", wizard.screen());
        }
    }
}

#[test]
fn a_draft_without_a_name_gets_that_of_its_mini_program() {
    let draft = example("company");
    let name = draft.title().to_owned();
    for (path, renamed) in [("/home/li/drafts/draft.toml", true), ("/home/li/drafts/mine.toml", false)] {
        let mut wizard = Setup::new().with(path, draft.clone()).start();
        wizard.keys("Enter").keys("Esc");
        let listed: Vec<String> = wizard.state().listed().iter().map(|listed| listed.name.clone()).collect();
        let expected = if renamed { name.as_str() } else { "mine" };
        assert_eq!(listed, [expected], "{}", wizard.screen());
    }
}

#[test]
fn no_key_deletes_a_draft_while_something_is_typed() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).with("/home/li/drafts/a.toml", example("company")).start();
        wizard.text("a").keys("Delete");
        assert_eq!(wizard.world.count(), 1);
        wizard.must_say(new::REMOVE_TITLE).must_say(new::RESTORE_LATER);
        // The harmless answer is the first.
        wizard.keys("Enter");
        assert_eq!(wizard.world.count(), 1);
        wizard.keys("Delete Down Enter");
        assert_eq!(wizard.world.count(), 0, "{}", wizard.screen());
    }
}

#[test]
fn whoever_deletes_a_filed_draft_hears_of_its_change() {
    let filed = filed(example("company"), NUMBER);
    let mut change = example("company");
    change.set(F::FilingKind, Some("change".into()));
    change.set(F::RecordNumber, Some(NUMBER.into()));
    for lang in LANGS {
        let setup = Setup::new().lang(lang).with("/home/li/drafts/a.toml", filed.clone());
        let mut wizard = setup.with("/home/li/drafts/b.toml", change.clone()).start();
        if !wizard.says("a.toml") {
            wizard.keys("Down");
        }
        wizard.keys("Delete");
        let said = if lang == Lang::Zh { "它的变更还在办" } else { "A change of it is not done" };
        assert!(wizard.says(said), "{}", wizard.screen());
        wizard.must_say(stage(Stage::Preparing));
    }
}
