//! Typing: what is said while one types and after, and what can be taken back.

use beian::filing::{Draft, FieldId, Section, Value};
use beian::locale::tui::{common, form};
use beian::rules::Severity;
use beian::tui::document::Document;
use beian::tui::event::Event;

use super::wizard::{Setup, Wizard, example};

const MOBILE: FieldId = FieldId::ResponsiblePersonMobile;
const NAME: FieldId = FieldId::ResponsiblePersonName;

/// What marks a field that is wrong.
const WRONG: char = '×';

/// The row of a field on the form, marks and all.
fn row_of(wizard: &Wizard, id: FieldId) -> String {
    let label = id.label().in_lang(wizard.lang());
    let screen = wizard.screen();
    screen.lines().find(|line| line.contains(label)).unwrap_or_else(|| panic!("{label} is not on\n{screen}")).to_owned()
}

fn errors(document: &Document, id: FieldId) -> usize {
    document.findings_of(id).filter(|finding| finding.severity == Severity::Error).count()
}

#[test]
fn a_phone_is_counted_while_typed_and_checked_when_left() {
    let mut wizard = Wizard::enterprise();
    wizard.go(MOBILE);
    assert!(!row_of(&wizard, MOBILE).contains(WRONG), "an untouched field is neutral");
    for (typed, count) in [("1", 1), ("301", 4), ("234432", 10)] {
        wizard.text(typed);
        assert!(row_of(&wizard, MOBILE).ends_with(&format!("{count} / 11")), "{}", row_of(&wizard, MOBILE));
        assert!(!wizard.says(form::ONLY_DIGITS.in_lang(wizard.lang())), "incomplete is not wrong");
    }
    wizard.text("a").must_say(form::ONLY_DIGITS);
    wizard.keys("Backspace");
    assert!(!wizard.says(form::ONLY_DIGITS.in_lang(wizard.lang())));
    // Leaving with ten digits: now the rule speaks, under the field.
    wizard.keys("Tab");
    assert!(row_of(&wizard, MOBILE).ends_with(WRONG), "{}", wizard.screen());
    assert_eq!(errors(wizard.document(), MOBILE), 1);
    wizard.keys("Shift+Tab").text("1").keys("Tab");
    assert!(row_of(&wizard, MOBILE).ends_with('✓'), "{}", wizard.screen());
    assert_eq!(wizard.value(MOBILE), "13012344321");
}

#[test]
fn enter_moves_on_from_what_was_typed_and_opens_the_calendar_where_nothing_was() {
    let (from, until) = (FieldId::ResponsiblePersonCertificateValidFrom, FieldId::ResponsiblePersonCertificateValidUntil);
    let mut wizard = Wizard::enterprise();
    wizard.go(from).text("20200101").keys("Enter").text("20400101").keys("Enter");
    assert!(!wizard.has_dialog());
    assert_eq!((wizard.value(from), wizard.value(until)), ("2020-01-01", "2040-01-01"));
    // A path, too.
    wizard.text("scans/front.jpg").keys("Enter");
    assert!(!wizard.has_dialog());
    assert_eq!(wizard.value(FieldId::ResponsiblePersonCertificateFront), "scans/front.jpg");
    wizard.go(from).keys("Enter");
    assert!(wizard.has_dialog(), "untouched, it is picked");
}

#[test]
fn characters_that_come_at_once_do_what_they_do_one_by_one() {
    let places = [
        (FieldId::MiniProgramName, ""),
        (FieldId::SubjectRemark, ""),
        (MOBILE, ""),
        (FieldId::SubjectCertificateValidUntil, ""),
        (FieldId::SubjectCertificatePhoto, ""),
        (FieldId::SubjectRegion, ""),
        (FieldId::SubjectRegion, "Enter"),
        (FieldId::ServiceContents, "Enter"),
        (FieldId::SubjectCertificatePhoto, "Enter"),
        (FieldId::FiledInAnotherProvince, ""),
        (MOBILE, "Ctrl+F"),
        (MOBILE, "F1"),
        (MOBILE, "Esc"),
        (MOBILE, "F9"),
        (MOBILE, "F12"),
    ];
    for (field, keys) in places {
        for text in ["ab", "13812345678 ", "  小 食 记", "y n/~.20270131", "e\u{301}好👧x", &"长".repeat(30)] {
            let start = || {
                let mut wizard = Wizard::enterprise();
                wizard.go(field).keys(keys);
                wizard
            };
            let (mut one_by_one, mut at_once) = (start(), start());
            one_by_one.text(text);
            at_once.event(Event::Run(text.to_owned()));
            let place = format!("{field:?} {keys} {text:?}");
            let draft = |wizard: &Wizard| wizard.state().document.as_ref().map(|document| document.draft().clone());
            assert_eq!(draft(&one_by_one), draft(&at_once), "{place}");
            // The title tells when it was saved, which is later where more was typed.
            let below = |wizard: &Wizard| wizard.screen().lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(below(&one_by_one), below(&at_once), "{place}");
        }
    }
}

#[test]
fn what_is_stored_on_leaving_is_what_will_be_sent() {
    let mut wizard = Wizard::enterprise();
    wizard.go(MOBILE).text("１３０ 1234 4321");
    assert!(row_of(&wizard, MOBILE).ends_with("11 / 11"));
    wizard.keys("Tab");
    assert_eq!(wizard.value(MOBILE), "13012344321");
    wizard.go(FieldId::ResponsiblePersonCertificateValidFrom).text("20160815").keys("Tab");
    assert_eq!(wizard.value(FieldId::ResponsiblePersonCertificateValidFrom), "2016-08-15");
}

#[test]
fn an_error_never_holds_anybody_up() {
    let mut wizard = Wizard::enterprise();
    wizard.go(MOBILE).text("nonsense").keys("Tab");
    assert_eq!(wizard.focus(), Some(FieldId::ResponsiblePersonEmergencyPhone));
    wizard.text("x").keys("Down");
    assert_eq!(wizard.focus(), Some(FieldId::ResponsiblePersonEmail));
    wizard.text("@@").keys("PageDown");
    assert_eq!(wizard.focus().map(|id| id.field().section), Some(Section::MiniProgram));
    wizard.keys("Alt+1");
    assert_eq!(wizard.focus().map(|id| id.field().section), Some(Section::Subject));
    assert_eq!(wizard.value(MOBILE), "nonsense", "what is wrong is kept as it was typed");
}

#[test]
fn inside_a_field_undo_takes_the_typing_back() {
    let mut wizard = Wizard::enterprise();
    wizard.go(NAME).text("张三").keys("Backspace").text("四");
    assert_eq!(wizard.value(NAME), "张四");
    let mut seen = vec![wizard.value(NAME).to_owned()];
    while !wizard.value(NAME).is_empty() {
        wizard.keys("Ctrl+Z");
        assert!(seen.len() < 10, "{seen:?}");
        seen.push(wizard.value(NAME).to_owned());
        assert_eq!(wizard.focus(), Some(NAME));
    }
    assert!(seen.contains(&"张三".to_owned()), "{seen:?}");
    for back in seen.iter().rev().skip(1) {
        wizard.keys("Ctrl+Y");
        assert_eq!(wizard.value(NAME), back);
    }
}

#[test]
fn undo_and_redo_go_across_fields_steps_and_languages() {
    let mut wizard = Wizard::enterprise();
    let empty = wizard.draft().clone();
    wizard.go(NAME).text("张三").keys("Tab");
    wizard.go(MOBILE).text("13012344321").keys("Tab");
    wizard.go(FieldId::MiniProgramName).text("小食记").keys("Tab");
    let full = wizard.draft().clone();
    wizard.keys("F2 Alt+1 Ctrl+Z");
    assert_eq!(wizard.value(FieldId::MiniProgramName), "");
    assert_eq!(wizard.focus(), Some(FieldId::MiniProgramName), "one sees what was taken back");
    wizard.keys("Ctrl+Z");
    assert_eq!((wizard.value(MOBILE), wizard.value(NAME)), ("", "张三"));
    assert_eq!(wizard.focus(), Some(MOBILE));
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.draft(), &empty);
    wizard.keys("Ctrl+Z").must_say(common::NOTHING_TO_UNDO);
    wizard.keys("F2 Ctrl+Y*3");
    assert_eq!(wizard.draft(), &full);
    wizard.keys("Ctrl+Y").must_say(common::NOTHING_TO_REDO);
    wizard.keys("Ctrl+Z").text("x").keys("Ctrl+Y").must_say(common::NOTHING_TO_REDO);
}

#[test]
fn undo_reaches_what_a_picker_and_a_flag_did() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FieldId::IsLegalPerson).keys("Space");
    assert!(!wizard.draft().flag(FieldId::IsLegalPerson));
    wizard.keys("Ctrl+Z");
    assert!(wizard.draft().flag(FieldId::IsLegalPerson));
    wizard.go(FieldId::ResponsiblePersonCertificateKind).keys("Enter Enter");
    let chosen = wizard.draft().code(FieldId::ResponsiblePersonCertificateKind);
    assert!(chosen.is_some(), "{}", wizard.screen());
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.draft().code(FieldId::ResponsiblePersonCertificateKind), None);
    wizard.keys("Ctrl+Y");
    assert_eq!(wizard.draft().code(FieldId::ResponsiblePersonCertificateKind), chosen);
}

#[test]
fn a_suggestion_is_one_key_and_can_be_taken_back() {
    let mut draft = example("company");
    let broken = draft.text(FieldId::ResponsiblePersonCertificateNumber).replace('X', "1");
    draft.set(FieldId::ResponsiblePersonCertificateNumber, Some(Value::Text(broken.clone())));
    let mut wizard = Setup::new().open(draft).start();
    let id = FieldId::ResponsiblePersonCertificateNumber;
    wizard.go(id);
    let offered =
        wizard.document().findings_of(id).find_map(|finding| finding.fixes.first().and_then(|fix| fix.value_of(id).cloned()));
    if let Some(offered) = offered {
        wizard.keys("F5").must_say(common::FIXED);
        assert_eq!(wizard.draft().get(id), Some(&offered));
        wizard.keys("Ctrl+Z");
        assert_eq!(wizard.value(id), broken);
    }
    wizard.go(FieldId::ResponsiblePersonName).keys("F5").must_say(common::NOTHING_TO_FIX);
}

#[test]
fn the_language_switches_at_once_and_loses_nothing() {
    let mut wizard = Wizard::enterprise();
    wizard.go(NAME).text("张");
    let chinese = wizard.screen();
    wizard.keys("F2").text("三");
    assert!(wizard.says(NAME.label().en), "{}", wizard.screen());
    assert_eq!(wizard.value(NAME), "张三");
    wizard.keys("Backspace F2");
    assert_eq!(wizard.screen().lines().nth(5), chinese.lines().nth(5));
}

#[test]
fn an_individual_is_asked_once() {
    let wizard = Setup::new().open(Draft::new(5)).start();
    let asked: Vec<FieldId> = wizard.draft().asked().collect();
    assert!(asked.contains(&NAME) && !asked.contains(&FieldId::OwnerName) && !asked.contains(&FieldId::SubjectName));
}
