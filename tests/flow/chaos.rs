//! Any keys at all, in any order: nothing panics, and what comes out is a draft that can be written and read again.

use beian::drafts::codec;
use beian::filing::FieldId;
use beian::tui::event::{Event, Key};
use proptest::prelude::*;

use super::wizard::{Setup, Wizard, example};

/// What can happen, as a person or a cat on the keyboard would have it.
#[derive(Debug, Clone)]
enum Happening {
    Key(&'static str),
    Char(char),
    Paste(String),
    Run(String),
    Resize(u16, u16),
    Field(FieldId),
    Wait(i64),
    Full(bool),
    Slow(bool),
    Outside,
}

const KEYS: [&str; 60] = [
    "Tab",
    "Tab",
    "Tab",
    "Shift+Tab",
    "Enter",
    "Enter",
    "Enter",
    "Enter",
    "Esc",
    "Esc",
    "Up",
    "Down",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Backspace",
    "Backspace",
    "Delete",
    "Insert",
    "Space",
    "Space",
    "F1",
    "F2",
    "F4",
    "F5",
    "F7",
    "F8",
    "F8",
    "F9",
    "F10",
    "F12",
    "Alt+1",
    "Alt+2",
    "Alt+3",
    "Alt+4",
    "Alt+5",
    "Alt+6",
    "Ctrl+Z",
    "Ctrl+Z",
    "Ctrl+Y",
    "Ctrl+A",
    "Ctrl+U",
    "Ctrl+K",
    "Ctrl+W",
    "Ctrl+N",
    "Ctrl+D",
    "Ctrl+E",
    "Ctrl+F",
    "Ctrl+H",
    "Ctrl+L",
    "Ctrl+Home",
    "Ctrl+End",
    "Ctrl+Left",
    "Ctrl+Right",
    "Alt+Backspace",
    "Shift+Left",
];

fn happening() -> impl Strategy<Value = Happening> {
    let chars = prop::sample::select("张三李四小程序0123456789abcXx@.-／１Ａ é👩\u{301}\u{200d}".chars().collect::<Vec<_>>());
    let pastes = prop_oneof![
        "[a-z0-9张三\n\t\u{1b}\u{202e} '\"/\\\\.%]{0,30}",
        Just("file:///home/li/drafts/a%20b.jpg".to_owned()),
        Just("好".repeat(5_000)),
        Just("0f1e2d3c4b5a69788796a5b4c3d2e1f0".to_owned()),
    ];
    prop_oneof![
        60 => prop::sample::select(KEYS.to_vec()).prop_map(Happening::Key),
        25 => chars.prop_map(Happening::Char),
        4 => pastes.clone().prop_map(Happening::Paste),
        4 => pastes.prop_map(Happening::Run),
        3 => (1u16..140, 1u16..45).prop_map(|(columns, rows)| Happening::Resize(columns, rows)),
        4 => prop::sample::select(FieldId::ALL.to_vec()).prop_map(Happening::Field),
        4 => (1i64..30).prop_map(Happening::Wait),
        1 => any::<bool>().prop_map(Happening::Full),
        1 => any::<bool>().prop_map(Happening::Slow),
        1 => Just(Happening::Outside),
    ]
}

fn happen(wizard: &mut Wizard, what: &Happening) {
    match what {
        Happening::Key(key) => wizard.keys(key),
        Happening::Char(c) => wizard.text(c.encode_utf8(&mut [0; 4])),
        Happening::Paste(text) => wizard.paste(text),
        // The terminal makes keys of line breaks and the like.
        Happening::Run(text) => wizard.event(Event::Run(text.replace(char::is_control, ""))),
        Happening::Resize(columns, rows) => wizard.resize(*columns, *rows),
        Happening::Field(id) => wizard.keys("Ctrl+F").paste(id.path()).event(Event::Key(Key::parse("Enter").unwrap())),
        Happening::Wait(tenths) => wizard.wait(tenths * 100),
        Happening::Full(full) => {
            wizard.world.is_full = *full;
            wizard
        }
        Happening::Slow(slow) => {
            wizard.world.is_slow = *slow;
            if *slow { wizard } else { wizard.release() }
        }
        Happening::Outside => {
            wizard.world.put(super::wizard::PATH, example("individual"));
            wizard
        }
    };
}

/// The draft as it would come back from its file.
fn read_again(wizard: &Wizard) {
    if let Some(document) = &wizard.state().document {
        let draft = document.draft();
        let text = codec::document_of(draft).to_text();
        let back = codec::parse(&text).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
        assert_eq!(back.draft(), draft, "{text}");
    }
}

/// Few sessions with every run of the tests; `PROPTEST_CASES=1000` for a long look.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(8);
    ProptestConfig { cases, max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_keys_leave_the_wizard_and_the_draft_whole(
        draft in prop::sample::select(vec!["company", "individual", ""]),
        happenings in prop::collection::vec(happening(), 150),
    ) {
        let setup = Setup::new().with("/home/li/drafts/b.toml", example("individual"));
        let setup = if draft.is_empty() { setup } else { setup.open(example(draft)) };
        let mut wizard = setup.start();
        for (index, what) in happenings.iter().enumerate() {
            happen(&mut wizard, what);
            if index % 5 == 0 {
                wizard.look();
            }
            if wizard.world.left {
                break;
            }
        }
        wizard.look();
        read_again(&wizard);
    }
}
