//! Questions answered, warnings confirmed, changes taken, and drafts that collide.

use beian::filing::{FieldId, Section, Value};
use beian::locale::tui::common;
use beian::locale::{Lang, finding};
use beian::rules::{Severity, count};

use std::path::Path;

use beian::tui::event::Event;

use super::wizard::{LANGS, PATH, Setup, Wizard, example};

const PHONE: FieldId = FieldId::OwnerMobile;

/// The company's example with a number that forms refuse at times.
fn doubtful() -> Wizard {
    let mut draft = example("company");
    draft.set(PHONE, Some("16212340005".into()));
    Setup::new().open(draft).start()
}

fn warnings(wizard: &Wizard) -> usize {
    count(wizard.document().findings(), Severity::Warning)
}

#[test]
fn a_warning_is_confirmed_with_a_reason_and_is_back_with_another_value() {
    let mut wizard = doubtful();
    assert_eq!(warnings(&wizard), 1);
    wizard.go(PHONE).keys("F6 Enter");
    assert!(wizard.draft().confirmed.is_empty(), "a reason is asked for");
    wizard.text("本人在用").keys("Enter").must_say(common::CONFIRMED);
    assert_eq!(warnings(&wizard), 0);
    let said = wizard.document().findings_of(PHONE).find_map(|found| found.confirmed.as_ref()).cloned().unwrap();
    assert_eq!(
        (said.reason.as_str(), said.rule.as_str(), said.date.to_string().as_str()),
        ("本人在用", "mobile-unusual", "2026-11-23")
    );
    assert!(wizard.says(&finding::stands(Lang::Zh, &said)), "{}", wizard.screen());

    wizard.keys("Backspace").text("6").keys("Tab");
    assert_eq!(warnings(&wizard), 1, "another number is another matter");
    wizard.go(PHONE).keys("Backspace").text("5").keys("Tab");
    assert_eq!(warnings(&wizard), 0);
    wizard.go(PHONE).keys("F6").must_say(common::UNCONFIRMED);
    assert_eq!(warnings(&wizard), 1);
    wizard.keys("Ctrl+Z");
    assert_eq!(warnings(&wizard), 0);
}

#[test]
fn a_reason_that_was_being_typed_is_there_again_however_the_dialog_was_left() {
    for leave in ["Esc", "Ctrl+Q", "hang-up"] {
        let mut wizard = doubtful();
        wizard.go(PHONE).keys("F6").text("客户确认");
        let mut wizard = match leave {
            "Esc" => wizard,
            _ => {
                if leave == "hang-up" {
                    wizard.event(Event::Hangup)
                } else {
                    wizard.keys("Ctrl+Q")
                };
                assert!(wizard.world.left, "{leave}");
                let mut draft = example("company");
                draft.set(PHONE, Some("16212340005".into()));
                Setup::new().open(draft).unfinished(wizard.world.unfinished).start()
            }
        };
        if leave == "Esc" {
            wizard.keys("Esc");
        }
        assert!(!wizard.says("客户确认") && wizard.draft().confirmed.is_empty(), "{leave}");
        wizard.go(PHONE).keys("F6");
        assert!(wizard.says("客户确认"), "{leave}: {}", wizard.screen());
        wizard.text("过").keys("Enter").must_say(common::CONFIRMED);
        assert_eq!(wizard.draft().confirmed[0].reason, "客户确认过", "{leave}");
        assert!(wizard.world.unfinished[Path::new(PATH)].is_empty(), "{leave}: nothing is kept of what is answered");
    }
}

#[test]
fn what_a_reviewer_said_is_kept_while_it_is_typed_and_an_emptied_box_stays_empty() {
    let mut wizard = Wizard::company();
    wizard.keys("F9 Enter Enter");
    assert_eq!(wizard.draft().events.len(), 1, "submitted: {}", wizard.screen());
    wizard.keys("Down Enter Esc");
    assert!(wizard.world.unfinished.is_empty(), "nothing typed, nothing kept");
    wizard.keys("Enter").text("证件模糊").keys("Esc");
    assert!(!wizard.says("证件模糊"));
    // Another event has a box of its own.
    wizard.keys("Up Enter");
    assert!(!wizard.says("证件模糊"), "{}", wizard.screen());
    wizard.keys("Esc Down Enter");
    assert!(wizard.says("证件模糊"), "{}", wizard.screen());
    wizard.keys("Ctrl+U Esc Enter");
    assert!(!wizard.says("证件模糊"), "{}", wizard.screen());
    assert!(wizard.world.unfinished[Path::new(PATH)].is_empty());
}

#[test]
fn the_review_asks_once_and_each_answer_turns_into_a_finding_or_silence() {
    let mut draft = example("company");
    for field in Section::Questions.fields() {
        draft.set(field.id, None);
    }
    let mut wizard = Setup::new().open(draft).start();
    let question = FieldId::FiledInAnotherProvince;
    wizard.go(question).keys("Space");
    assert_eq!(wizard.draft().answer(question), Some(false), "the first press does no harm");
    wizard.keys("Space");
    assert_eq!(wizard.draft().answer(question), Some(true));
    let rule = |wizard: &Wizard| wizard.document().findings_of(question).map(|found| found.rule.name).collect::<Vec<_>>();
    assert_eq!(rule(&wizard), ["subject-filed-in-another-province"]);
    wizard.keys("Space");
    assert_eq!((wizard.draft().answer(question), rule(&wizard)), (None, vec!["question-open"]));
    wizard.keys("Space");
    assert_eq!((wizard.draft().answer(question), rule(&wizard)), (Some(false), Vec::new()));
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.draft().answer(question), None);
}

#[test]
fn the_review_mends_what_it_shows() {
    let mut draft = example("company");
    draft.set(FieldId::OwnerEmail, Some("wu@qq.con".into()));
    let mut wizard = Setup::new().sized(100, 40).open(draft).start();
    wizard.keys("Alt+6 Down Down F5").must_say(common::FIXED);
    assert_eq!(wizard.value(FieldId::OwnerEmail), "wu@qq.com");
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.value(FieldId::OwnerEmail), "wu@qq.con");
}

#[test]
fn drafts_that_collide_are_told_at_home_and_in_the_form() {
    let mut other = example("individual");
    other.set(FieldId::ResponsiblePersonMobile, Some("13012340003".into()));
    for lang in LANGS {
        let mut wizard =
            Setup::new().lang(lang).with(PATH, example("company")).with("/home/li/drafts/b.toml", other.clone()).start();
        assert!(wizard.says(if lang == Lang::Zh { "处冲突" } else { "Conflicts between drafts" }), "{}", wizard.screen());
        wizard.keys("F4");
        assert!(wizard.says("三餐小账") && wizard.says("虚构音乐厅"), "{}", wizard.screen());
        wizard.keys("Enter");
        let found = wizard.document().findings().iter().filter(|found| found.rule.name == "phone-in-another-draft").count();
        assert_eq!(found, 1);
    }
}

#[test]
fn a_draft_that_is_only_read_is_not_confirmed() {
    let mut draft = example("company");
    draft.set(PHONE, Some("16212340005".into()));
    let mut wizard = Setup::new().with(PATH, draft).start();
    wizard.world.is_held = true;
    wizard.keys("Enter Enter").go(PHONE).keys("F6").must_say(common::IS_READ_ONLY);
    wizard.go(FieldId::FiledBefore).keys("Space");
    assert_eq!(wizard.draft().get(FieldId::FiledBefore), Some(&Value::Flag(false)));
}

#[test]
fn the_focused_file_opens_in_the_systems_viewer() {
    let mut wizard = Wizard::company();
    wizard.go(FieldId::SubjectCertificatePhoto).keys("Ctrl+O");
    wizard.keys("Ctrl+P Ctrl+O Esc").go(FieldId::SubjectName).keys("Ctrl+O");
    let file = std::path::PathBuf::from("/home/li/drafts/scans/business-licence.jpg");
    assert_eq!(wizard.world.viewed, [file.clone(), file]);
}
