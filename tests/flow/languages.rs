//! A question that is open when the other language is switched to is said in it as a whole.

use beian::filing::{Draft, EventKind, FieldId as F};
use beian::locale::Lang;
use beian::package::outside::Outside;
use beian::tui::effect::{Both, Message};

use super::life::{NUMBER, filed};
use super::wizard::{PATH, Setup, Wizard, example};

fn outside() -> Vec<Outside> {
    vec![Outside {
        field: F::OwnerCertificateFront,
        path: "../../photos/a.jpg".into(),
        file: "/home/someone/photos/a.jpg".into(),
    }]
}

fn home(lang: Lang, draft: Draft) -> Wizard {
    Setup::new().lang(lang).with("/home/li/drafts/a.toml", draft).start()
}

fn form(lang: Lang, draft: Draft) -> Wizard {
    Setup::new().lang(lang).open(draft).start()
}

fn sent() -> Draft {
    let mut draft = filed(example("company"), NUMBER);
    draft.events.retain(|event| event.kind == EventKind::Submitted);
    draft
}

fn asked(mut wizard: Wizard, keys: &str) -> Wizard {
    wizard.keys(keys);
    wizard
}

/// Opens a question in a language.
type Open = fn(Lang) -> Wizard;

/// What is asked, and how one comes to be asked it.
const QUESTIONS: [(&str, Open); 11] = [
    ("delete what was looked for", |lang| {
        let mut wizard = home(lang, example("company"));
        wizard.text("a");
        asked(wizard, "Delete")
    }),
    ("delete what was sent", |lang| asked(home(lang, sent()), "Delete")),
    ("copy", |lang| asked(home(lang, example("company")), "Ctrl+D")),
    ("copy of what is filed", |lang| asked(home(lang, filed(example("company"), NUMBER)), "Ctrl+D")),
    ("examples", |lang| asked(home(lang, Draft::new(4)), "Ctrl+E")),
    ("take back", |lang| asked(form(lang, filed(example("company"), NUMBER)), "Ctrl+Z")),
    ("exported", |lang| asked(form(lang, example("company")), "F10 F10 Enter")),
    ("refile", |lang| {
        let mut wizard = home(lang, filed(example("company"), NUMBER));
        wizard.keys("Ctrl+N Down Down Enter Enter").go(F::SubjectCertificateNumber).keys("Ctrl+U").text("91510107MA00000157");
        asked(wizard, "Tab Shift+Tab F5")
    }),
    ("files outside, exporting", |lang| {
        let mut wizard = form(lang, example("company"));
        wizard.world.outside = outside();
        asked(wizard, "F10 F10 Enter")
    }),
    ("files outside, opening", |lang| {
        let mut wizard = form(lang, example("company"));
        let (path, folder) = (wizard.document().path.clone(), wizard.document().folder.clone());
        let draft = Box::new(example("company"));
        let (unfinished, read_only) = (Default::default(), None);
        wizard.told(Message::Opened { path, folder, draft, unfinished, read_only, strays: outside() });
        wizard
    }),
    ("changed outside", |lang| {
        let mut wizard = form(lang, Draft::new(4));
        wizard.go(F::MiniProgramName).text("小食记");
        let mut theirs = Draft::new(4);
        theirs.set(F::MiniProgramName, Some("别处".into()));
        wizard.world.put(PATH, theirs);
        wizard.wait(3_000);
        wizard
    }),
];

#[test]
fn an_open_question_changes_its_language_as_a_whole() {
    for (what, open) in QUESTIONS {
        for lang in Lang::BOTH {
            let expected = open(lang);
            assert!(expected.has_dialog(), "{what}: {}", expected.screen());
            let mut switched = open(lang.other());
            switched.keys("F2");
            assert_eq!(switched.lang(), lang);
            assert_eq!(dialog(&switched), dialog(&expected), "{what}");
            // And back again.
            switched.keys("F2");
            assert_ne!(dialog(&switched), dialog(&expected), "{what}");
            assert_eq!(dialog(&switched), dialog(&open(lang.other())), "{what}");
        }
    }
}

/// The rows of a screen that the frame of a dialog takes.
fn dialog(wizard: &Wizard) -> Vec<String> {
    let screen = wizard.screen();
    let inner = |row: &str| Some(row.split_once('│')?.1.rsplit_once('│')?.0.trim().to_owned());
    screen.lines().filter_map(inner).collect()
}

#[test]
fn messages_change_their_language_as_a_whole() {
    let letters = |lang: Lang| asked(form(lang, example("company")), "Ctrl+G");
    let calendar = |lang: Lang| asked(form(lang, sent()), "F9 Ctrl+E");
    let failed = |lang: Lang| {
        let mut wizard = home(lang, example("company"));
        wizard.told(Message::Failed(Both::of(|lang| (lang.tag().to_owned(), "x".to_owned()))));
        wizard
    };
    for open in [&letters as &dyn Fn(Lang) -> Wizard, &calendar, &failed] {
        for lang in Lang::BOTH {
            let expected = open(lang);
            assert!(expected.has_dialog(), "{}", expected.screen());
            let mut switched = open(lang.other());
            switched.keys("F2");
            assert_eq!(dialog(&switched), dialog(&expected));
        }
    }
}

#[test]
fn what_a_dialog_covers_names_the_same_keys_as_before() {
    for lang in Lang::BOTH {
        let mut wizard = form(lang, example("company"));
        wizard.keys("Alt+6");
        let bar = |wizard: &Wizard| wizard.screen().lines().last().map(str::to_owned);
        let before = bar(&wizard);
        wizard.keys("F10");
        assert!(wizard.has_dialog());
        assert_eq!(bar(&wizard), before);
    }
}
