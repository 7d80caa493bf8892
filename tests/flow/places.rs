//! Every place one can be in: screens, and dialogs on top of them. What must hold everywhere walks this list.

use beian::drafts::codec;
use beian::filing::{Draft, FieldId};
use beian::tui::effect::{Both, Message};

use super::wizard::{PATH, Setup, Wizard, example, picked};

/// A place: its name, and a wizard that is there.
pub type Place = (String, Wizard);

/// A draft that is wrong wherever it can be.
pub fn wrong() -> Draft {
    let text = codec::document_of(&example("company")).to_text();
    let text: String = text
        .lines()
        .map(|line| match line.split_once('=') {
            Some((key, value)) if value.trim().starts_with('"') && key.trim() != "kind" => {
                format!("{key}= \"很长的、放不进去的、错误的内容——{}\"\n", "错".repeat(60))
            }
            _ => format!("{line}\n"),
        })
        .collect();
    codec::parse(&text).unwrap().draft().clone()
}

/// All screens.
pub fn screens(setup: &Setup) -> Vec<Place> {
    let mut places = vec![
        ("no drafts".to_owned(), setup.clone().start()),
        ("drafts".to_owned(), setup.clone().with(PATH, example("company")).with("/home/li/drafts/b.toml", Draft::new(5)).start()),
    ];
    let mut new = setup.clone().start();
    new.keys("Ctrl+N");
    places.push(("new".to_owned(), new));
    for (name, draft) in [("company", example("company")), ("individual", example("individual")), ("wrong", wrong())] {
        for step in 1..=6 {
            let mut wizard = setup.clone().open(draft.clone()).start();
            wizard.keys(&format!("Alt+{step}"));
            places.push((format!("{name} {step}"), wizard));
        }
        let mut status = setup.clone().open(draft).start();
        status.keys("F9");
        places.push((format!("{name} status"), status));
    }
    places
}

fn dialogs(setup: &Setup) -> Vec<Place> {
    let mut places = Vec::new();
    let open = || setup.clone().open(example("company")).start();
    for (name, keys) in [("help", "F1"), ("problems", "F4"), ("search", "Ctrl+F"), ("event", "F9 Enter"), ("export", "Alt+6 F10")]
    {
        let mut wizard = open();
        wizard.keys(keys);
        places.push((name.to_owned(), wizard));
    }
    let mut preview = open();
    preview.go(FieldId::SubjectCertificatePhoto).keys("Ctrl+P");
    places.push(("preview".to_owned(), preview));
    let mut kinds = Vec::new();
    for id in picked(&example("company")) {
        if !kinds.contains(&id.field().kind) {
            kinds.push(id.field().kind);
            let mut wizard = open();
            wizard.go(id).keys("Enter");
            places.push((id.path().to_owned(), wizard));
        }
    }
    let mut failed = open();
    failed.told(Message::Failed(Both::of(|_| ("磁盘坏了。".repeat(20), "换一块磁盘。".repeat(20)))));
    places.push(("failed".to_owned(), failed));
    let mut outside = open();
    outside
        .go(FieldId::MiniProgramName)
        .text("xy")
        .told(Message::ChangedOutside { gone: false, theirs: Some(Box::new(example("individual"))) });
    places.push(("changed outside".to_owned(), outside));
    let mut full = open();
    full.world.is_full = true;
    full.go(FieldId::MiniProgramName).text("x").keys("Ctrl+Q");
    places.push(("full disk".to_owned(), full));
    for (name, wizard) in &places {
        assert!(wizard.has_dialog(), "{name} opens no dialog:\n{}", wizard.screen());
    }
    places
}

/// All places.
pub fn all(setup: &Setup) -> Vec<Place> {
    let mut places = screens(setup);
    places.extend(dialogs(setup));
    places
}
