//! What people read keeps to the words of `docs/glossary.md`.

use std::fs;
use std::path::Path;

use beian::filing::field::table;
use beian::locale;
use beian::rules::{Rejection, register};
use beian::text::Text;

/// What the glossary replaces, in small letters, and what it says instead.
const ENGLISH: &[(&str, &str)] = &[
    ("legal person", "legal representative"),
    ("hand in", "submit"),
    ("handed in", "submitted"),
    ("comes back", "is rejected"),
    ("come back", "be rejected"),
    ("sent back", "rejected"),
    ("send back", "reject"),
    ("whoever", "the user, anyone"),
    ("nobody", "no one, or a passive"),
    ("anew", "again"),
    ("stand by", "confirm"),
    ("stands by", "confirms"),
    ("mend", "fix"),
    ("take back", "undo"),
    ("taken back", "undone"),
    ("put in", "apply"),
    ("nature of subject", "entity type"),
];

/// The same for Chinese.
const CHINESE: &[(&str, &str)] = &[
    ("控制台", "微信公众平台"),
    ("主办者性质", "主体性质"),
    ("反面", "背面"),
    ("后台", "微信公众平台"),
    ("法人姓名", "法定代表人姓名"),
];

/// Words in which one of those stands by right.
const EXCEPTIONS: &[&str] = &["amend", "recommend", "commend", "mending"];

/// The sentences of commands and screens. `every_area_is_held` sees that none is forgotten.
const AREAS: &[&[(&str, Text)]] = &[
    locale::catalog::ALL,
    locale::cli::ALL,
    locale::error::ALL,
    locale::face_check::ALL,
    locale::finding::ALL,
    locale::material::ALL,
    locale::prepare::ALL,
    locale::province::ALL,
    locale::stage::ALL,
    locale::tui::action::ALL,
    locale::tui::common::ALL,
    locale::tui::dialog::ALL,
    locale::tui::form::ALL,
    locale::tui::home::ALL,
    locale::tui::new::ALL,
    locale::tui::prepare::ALL,
    locale::tui::preview::ALL,
    locale::tui::review::ALL,
    locale::tui::status::ALL,
];

#[test]
fn every_area_is_held() {
    fn count(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(|path| {
                if path.is_dir() { count(&path) } else { usize::from(fs::read_to_string(&path).unwrap().contains("messages! {")) }
            })
            .sum()
    }
    assert_eq!(AREAS.len(), count(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locale")), "add the new area to AREAS");
}

fn held(place: &str, Text { zh, en }: Text, wrong: &mut Vec<String>) {
    let mut small = en.to_lowercase();
    for exception in EXCEPTIONS {
        small = small.replace(exception, "");
    }
    let english = ENGLISH.iter().filter(|(word, _)| small.contains(word));
    let chinese = CHINESE.iter().filter(|(word, _)| zh.contains(word));
    wrong.extend(english.chain(chinese).map(|(word, instead)| format!("{place}: {word:?}, say {instead:?}: {zh} / {en}")));
}

#[test]
fn what_people_read_keeps_to_the_glossary() {
    let mut wrong = Vec::new();
    for rule in register() {
        let own = [rule.title, rule.what, rule.why, rule.fix, rule.wrong.note, rule.right.note, rule.source.document];
        let messages = rule.messages.iter().flat_map(|message| [message.text, message.fix]);
        for text in own.into_iter().chain(messages) {
            held(rule.name, text, &mut wrong);
        }
    }
    for field in table() {
        held(field.path, field.id.label(), &mut wrong);
        held(field.path, field.id.help(), &mut wrong);
    }
    for rejection in Rejection::ALL {
        held("rejection", rejection.record().wording, &mut wrong);
    }
    for (name, text) in AREAS.iter().copied().flatten() {
        held(name, *text, &mut wrong);
    }
    for row in beian::catalog::material::materials() {
        held("needed_materials.toml", row.name, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
