//! The list of drafts: what its filter finds, and what a key does to the draft one stands on.

use beian::filing::{Draft, FieldId as F};
use beian::locale::Lang;
use beian::locale::tui::home as words;

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
