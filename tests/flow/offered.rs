//! Keys that are named at the foot of a screen or a dialog: each of them does something.

use beian::filing::{Draft, FieldId, Value};
use beian::tui::effect::Message;
use beian::tui::event::{Event, Mouse, MouseKind};
use beian::tui::keymap::Action;

use super::wizard::{PATH, Setup, Wizard, example};

/// A wizard in some state, made anew for each key.
type Place = (&'static str, fn() -> Wizard);

fn wide() -> Setup {
    Setup::new().sized(160, 40)
}

fn company() -> Wizard {
    wide().open(example("company")).start()
}

fn at(wizard: Wizard, id: FieldId) -> Wizard {
    let mut wizard = wizard;
    wizard.keys("Alt+1").go(id);
    wizard
}

fn pressed(mut wizard: Wizard, keys: &str) -> Wizard {
    wizard.keys(keys);
    wizard
}

fn typed(mut wizard: Wizard, text: &str) -> Wizard {
    wizard.text(text);
    wizard
}

const PLACES: &[Place] = &[
    ("no drafts", || wide().start()),
    ("the list", || pressed(wide().with(PATH, example("company")).start(), "Home")),
    ("the list, in which nothing is found", || typed(wide().with(PATH, example("company")).start(), "\u{9f98}\u{9f98}")),
    ("the list, in which one is found", || typed(wide().with(PATH, example("company")).start(), "虚构")),
    ("drafts that collide", || pressed(colliding(), "Home")),
    ("drafts that collide, in which nothing is found", || typed(colliding(), "\u{9f98}\u{9f98}")),
    ("conflicts of drafts", || pressed(colliding(), "F4")),
    ("a new filing", || pressed(wide().start(), "Ctrl+N")),
    ("a new draft", || wide().open(Draft::new(4)).start()),
    ("an empty draft", || wide().open(Draft::default()).start()),
    ("step 1", || pressed(company(), "Alt+1")),
    ("step 2", || pressed(company(), "Alt+2")),
    ("step 3", || pressed(company(), "Alt+3")),
    ("step 4", || pressed(company(), "Alt+4")),
    ("step 5", || pressed(company(), "Alt+5")),
    ("step 6", || pressed(company(), "Alt+6")),
    ("step 6, its last line", || pressed(company(), "Alt+6 End")),
    ("a yes or no", || at(company(), FieldId::IsLegalPerson)),
    ("a picture", || at(company(), FieldId::SubjectCertificatePhoto)),
    ("a picture, seen whole", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Ctrl+P")),
    ("a picture, pixel for pixel", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Ctrl+P 1")),
    ("a picture, as near as can be", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Ctrl+P +*9")),
    ("a picture, turned", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Ctrl+P Space")),
    ("a picture that is not there", || {
        let mut draft = example("company");
        draft.set(FieldId::SubjectCertificatePhoto, Some("scans/missing.jpg".into()));
        pressed(at(wide().open(draft).start(), FieldId::SubjectCertificatePhoto), "Ctrl+P")
    }),
    ("the only picture", || {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SubjectCertificatePhoto, Some("scans/licence.jpg".into()));
        pressed(at(wide().open(draft).start(), FieldId::SubjectCertificatePhoto), "Ctrl+P")
    }),
    ("a picture that may be chosen", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter Down Down Ctrl+P")),
    ("the status", || pressed(company(), "F9")),
    ("the status, its end", || pressed(company(), "F9 End")),
    ("copying", || pressed(company(), "F12")),
    ("copying, the last value", || pressed(company(), "F12 End")),
    ("copying, the first value", || pressed(company(), "F12 Home")),
    ("problems", || pressed(company(), "Alt+1 F4")),
    ("search", || pressed(company(), "Alt+1 Ctrl+F")),
    ("search without a hit", || typed(pressed(company(), "Alt+1 Ctrl+F"), "\u{9f98}\u{9f98}")),
    ("palette", || pressed(company(), "Alt+1 Ctrl+T")),
    ("palette without a hit", || typed(pressed(company(), "Alt+1 Ctrl+T"), "\u{9f98}\u{9f98}")),
    ("a choice", || pressed(at(company(), FieldId::SubjectNature), "Enter")),
    ("a choice without a hit", || typed(pressed(at(company(), FieldId::SubjectNature), "Enter"), "\u{9f98}\u{9f98}")),
    ("services", || pressed(at(company(), FieldId::ServiceContents), "Enter")),
    ("services without a hit", || typed(pressed(at(company(), FieldId::ServiceContents), "Enter"), "\u{9f98}\u{9f98}")),
    ("regions", || pressed(at(company(), FieldId::SubjectRegion), "Enter")),
    ("regions without a hit", || typed(pressed(at(company(), FieldId::SubjectRegion), "Enter"), "\u{9f98}\u{9f98}")),
    ("a calendar", || pressed(at(company(), FieldId::SubjectCertificateValidUntil), "Enter")),
    ("no permits", || pressed(at(company(), FieldId::PriorApprovals), "Enter")),
    ("pages of a letter", || pressed(at(company(), FieldId::CommitmentLetter), "Enter")),
    ("files", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter")),
    ("files, a picture", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter Down Down")),
    ("files, of which none is meant", || typed(pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter"), "\u{9f98}")),
    ("files, a path to nothing", || {
        typed(pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter"), "/nowhere/\u{9f98}.jpg")
    }),
    ("folders", || pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter Ctrl+R")),
    ("folders, of which none is meant", || {
        typed(pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter Ctrl+R"), "\u{9f98}")
    }),
    ("an empty folder", || {
        let mut wizard = pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter");
        wizard.told(Message::Folder { path: "/home/li/drafts/scans".into(), lines: Ok(Vec::new()) });
        wizard
    }),
    ("a folder that cannot be read", || {
        let mut wizard = pressed(at(company(), FieldId::SubjectCertificatePhoto), "Enter");
        wizard.told(Message::Folder { path: "/home/li/drafts/scans".into(), lines: Err("no".to_owned()) });
        wizard
    }),
    ("no files of a list", || pressed(at(wide().open(Draft::new(4)).start(), FieldId::SubjectOtherMaterials), "Enter")),
    ("no problems", || pressed(company(), "Alt+1 F4")),
    ("reasons without a hit", || typed(pressed(returned(), "F9 End Enter"), "\u{9f98}\u{9f98}")),
    ("a copy of a draft", || pressed(wide().with(PATH, example("company")).start(), "Ctrl+D")),
    ("columns", || pressed(wide().with(PATH, example("company")).start(), "Alt+C")),
    ("a file's name", || pressed(wide().with(PATH, example("company")).start(), "Ctrl+R")),
    ("help", || pressed(company(), "F1")),
    ("an event", || pressed(company(), "F9 Enter")),
    ("export", || pressed(company(), "F10 Enter")),
    ("a filed draft", || pressed(filed(), "Alt+1")),
    ("a filed draft's status", || pressed(filed(), "F9")),
    ("a record to choose, without a hit", || {
        typed(
            pressed(wide().with("/home/li/drafts/f.toml", filed_draft()).start(), "Ctrl+N Down Enter Enter Enter"),
            "\u{9f98}\u{9f98}",
        )
    }),
    ("one more mini-program", || {
        pressed(wide().with("/home/li/drafts/f.toml", filed_draft()).start(), "Ctrl+N Down Enter Enter Enter")
    }),
];

/// Two drafts of one mini-program, which cannot both be filed.
fn colliding() -> Wizard {
    wide().with(PATH, example("company")).with("/home/li/drafts/b.toml", example("company")).start()
}

fn returned() -> Wizard {
    let mut draft = example("company");
    let at = |day: u32| format!("2026-11-{day:02}T09:00:00+08:00").parse().unwrap();
    let kinds = [beian::filing::EventKind::Submitted, beian::filing::EventKind::PlatformReturned];
    draft.events = kinds.into_iter().zip(18..).map(|(kind, day)| beian::filing::Event::new(kind, at(day))).collect();
    wide().open(draft).start()
}

fn filed_draft() -> Draft {
    use beian::filing::{Event, EventKind as E};
    let mut draft = example("company");
    let at = |day: u32| format!("2026-10-{day:02}T09:00:00+08:00").parse().unwrap();
    let kinds = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];
    let events = kinds
        .into_iter()
        .zip(1..)
        .map(|(kind, day)| Event { number: "蜀ICP备2026000001号-1X".into(), ..Event::new(kind, at(day)) });
    draft.events = events.collect();
    draft.set(FieldId::Published, Some(Value::Flag(true)));
    draft
}

fn filed() -> Wizard {
    wide().open(filed_draft()).start()
}

/// What is named on the last row, or on the edge of what lies on top.
fn named(wizard: &Wizard) -> Vec<((u16, u16), Action)> {
    let rows = wizard.look().buffer.area.height;
    let mut named = wizard.app.named();
    named.retain(|((_, y), _)| wizard.has_dialog() || y + 1 == rows);
    named
}

#[test]
fn every_key_that_is_named_does_something() {
    let mut idle = Vec::new();
    for (place, make) in PLACES {
        let offered = named(&make());
        assert!(!offered.is_empty(), "{place} names no key");
        for ((column, row), action) in offered {
            let mut wizard = make();
            let before = (wizard.look().buffer, format!("{:?}", wizard.world), wizard.app.contexts());
            wizard.event(Event::Mouse(Mouse { kind: MouseKind::Press, column, row }));
            let after = (wizard.look().buffer, format!("{:?}", wizard.world), wizard.app.contexts());
            // The examples are written by a world with a disk.
            if before == after && !wizard.world.left && action != Action::Example {
                idle.push(format!("{place}: {action:?}"));
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn no_action_is_named_twice() {
    for (place, make) in PLACES {
        let mut actions: Vec<Action> = named(&make()).into_iter().map(|(_, action)| action).collect();
        let count = actions.len();
        let mut seen = std::collections::HashSet::new();
        actions.retain(|action| seen.insert(*action));
        assert_eq!(actions.len(), count, "{place}");
    }
}
