use crate::catalog;
use crate::filing::{Draft, FieldId, Value};
use crate::locale::Lang;
use crate::rules::Severity;
use crate::tui::app::App;
use crate::tui::effect::{DraftRequest, Effect, Leaving, Message};
use crate::tui::screen::Screen as _;
use crate::tui::screen::kit::{LANGS, SIZES, press, screen, survives_every_size, tell, with_draft};

fn open(lang: Lang, size: (u16, u16), draft: Draft) -> App {
    let mut app = with_draft(lang, size, draft, false);
    press(&mut app, "Alt+6");
    app
}

/// The example of an individual, in which nothing about values is wrong.
fn sound() -> Draft {
    let text = include_str!("../../../assets/example/individual.toml");
    crate::drafts::codec::parse(text).unwrap().draft().clone()
}

#[test]
fn findings_stand_by_step_and_lead_to_their_fields() {
    for size in SIZES {
        for lang in LANGS {
            let mut app = open(lang, size, Draft::new(catalog::ENTERPRISE));
            let text = screen(&mut app, size);
            let errors = app.state().document.as_ref().unwrap().count(None, Severity::Error);
            assert!(errors > 10);
            let (counts, refusal) = match lang {
                Lang::Zh => (format!("错误 {errors} ·"), "还有错误，处理完才能导出。"),
                Lang::En => (format!("Errors: {errors} ·"), "Fix the errors to enable the export."),
            };
            assert!(text.contains(&counts) && text.contains("×"), "{text}");
            // At the side of the steps the sentence may take two rows.
            let words: Vec<&str> = refusal.split(' ').collect();
            assert!(words.iter().all(|word| text.contains(word)), "{text}");
            let of = app.state().document.as_ref().unwrap().findings().len();
            assert!(text.contains(&format!("1 / {of}")), "{text}");
        }
    }
    let mut app = open(Lang::Zh, (80, 24), Draft::new(catalog::ENTERPRISE));
    let first = by_section(app.state().document.as_ref().unwrap()).nth(2).unwrap().field;
    press(&mut app, "Down Down");
    let commands = {
        let mut review = super::Review { place: super::Place::at(2), focus: None };
        review.update(&crate::tui::state::Input::Action(super::Action::Enter), app.state()).unwrap()
    };
    assert!(matches!(commands.as_slice(), [super::Command::Go(super::Route::Field(id))] if id == &first), "{commands:?}");
}

#[test]
fn every_finding_comes_into_view() {
    let size = (60, 16);
    let mut app = open(Lang::Zh, size, Draft::new(catalog::ENTERPRISE));
    let labels: Vec<String> =
        by_section(app.state().document.as_ref().unwrap()).map(|finding| finding.field.label().zh.to_owned()).collect();
    for label in &labels {
        let text = screen(&mut app, size);
        let marks = ["×", "!", "i"].map(|mark| format!("> {mark} {label}"));
        assert!(marks.iter().any(|line| text.contains(line.as_str())), "{label}: {text}");
        press(&mut app, "Down");
    }
    press(&mut app, "End");
    assert!(screen(&mut app, size).contains("照片与本人是否相符"), "the end of the page comes with the last one");
}

#[test]
fn errors_hold_the_export_and_are_shown() {
    let mut app = open(Lang::Zh, (80, 24), Draft::new(catalog::ENTERPRISE));
    let effects = press(&mut app, "Ctrl+End F10");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Draft(DraftRequest::Export { .. }))));
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("个错误，处理完才能导出。") && text.contains("> ×"), "{text}");
}

#[test]
fn a_sound_draft_goes_out_once_with_its_warnings() {
    for lang in LANGS {
        for keys in ["F10", "Enter", "Ctrl+E"] {
            let mut app = open(lang, (80, 24), sound());
            let document = app.state().document.as_ref().unwrap();
            assert_eq!(document.count(None, Severity::Error), 0, "{:?}", document.findings());
            let draft = document.draft().clone();
            let text = screen(&mut app, (80, 24));
            let file = crate::package::name::archive(&draft, app.state().today());
            assert!(text.contains(&file) && text.contains("/home/li/drafts") && text.contains("F10"), "{text}");
            let asked = press(&mut app, keys);
            assert!(asked.is_empty(), "{keys}: {asked:?}");
            let effects = press(&mut app, "Enter");
            let (today, leaving) = (app.state().today(), Leaving::default());
            let readings = app.state().document.as_ref().unwrap().readings().clone();
            let export = DraftRequest::Export { draft: Box::new(draft), today, allow_outside: false, leaving, readings };
            assert!(effects.contains(&export.into()), "{keys}: {effects:?}");
            let busy = if lang == Lang::Zh { "正在导出" } else { "Exporting" };
            assert!(screen(&mut app, (80, 24)).contains(busy));
            assert!(press(&mut app, "F10 Enter").is_empty(), "one export at a time");
            tell(&mut app, Message::Exported("/home/li/drafts/x.zip".into()));
            assert!(screen(&mut app, (80, 24)).contains("/home/li/drafts/x.zip"));
        }
    }
}

#[test]
fn of_a_change_only_the_materials_that_it_has_are_named() {
    let mut change = Draft::new(catalog::ENTERPRISE);
    for (id, value) in [(FieldId::FilingKind, "change"), (FieldId::SubjectName, "甲公司")] {
        change.set(id, Some(value.into()));
        change.set_recorded(id, Some(value.into()));
    }
    for (name, has) in [("甲公司", false), ("乙公司", true)] {
        change.set(FieldId::SubjectName, Some(name.into()));
        change.set(FieldId::SubjectCertificatePhoto, has.then(|| "licence.jpg".into()));
        let text = super::contents(&change, "2026-11-25".parse().unwrap(), Lang::En);
        assert_eq!((text.contains("the materials they need"), text.contains("No materials.")), (has, !has), "{text}");
        let has_letters = !crate::package::letters::packed(&change, "2026-11-25".parse().unwrap()).is_empty();
        assert_eq!(text.contains("letters"), has_letters, "{text}");
    }
}

#[test]
fn warnings_are_listed_under_the_export_line() {
    let mut draft = sound();
    draft.set(FieldId::ResponsiblePersonMobile, Some(Value::Text("17012345678".to_owned())));
    let mut app = open(Lang::Zh, (80, 24), draft);
    let document = app.state().document.as_ref().unwrap();
    assert_eq!((document.count(None, Severity::Error), document.count(None, Severity::Warning) > 0), (0, true));
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("> 导出备案包") && text.contains("! 手机号码"), "{text}");
}

#[test]
fn the_page_key_leaves_at_the_top_and_scrolls_elsewhere() {
    let mut app = open(Lang::Zh, (80, 24), Draft::new(catalog::ENTERPRISE));
    press(&mut app, "PageDown PageUp");
    assert!(screen(&mut app, (80, 24)).contains("处理完才能导出"));
    press(&mut app, "PageUp");
    assert!(!screen(&mut app, (80, 24)).contains("处理完才能导出"));
}

#[test]
fn any_size_will_do() {
    let mut app = open(Lang::En, (80, 24), Draft::new(catalog::INDIVIDUAL));
    press(&mut app, "Down Down Down");
    survives_every_size(&mut app);
}

/// The findings as they stand on the page, without those under questions.
fn by_section(document: &super::Document) -> impl Iterator<Item = &crate::rules::Finding> {
    crate::filing::Section::ALL.into_iter().flat_map(|section| super::of_section(document, section)).map(|(_, finding)| finding)
}
