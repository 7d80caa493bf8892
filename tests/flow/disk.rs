//! The draft and its file: saving, failing, leaving, and others that write into it.

use beian::filing::{Draft, FieldId};
use beian::locale::tui::common;
use beian::tui::event::Event;

use super::wizard::{PATH, Setup, Wizard, example};
use super::world::FULL;

const NAME: FieldId = FieldId::MiniProgramName;

fn named(name: &str) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(NAME, Some(name.into()));
    draft
}

fn saved(wizard: &Wizard) -> &str {
    wizard.world.on_disk(PATH).unwrap().text(NAME)
}

#[test]
fn what_is_typed_is_on_the_disk_a_moment_later() {
    let mut wizard = Wizard::enterprise();
    wizard.go(NAME).text("小食记").wait(1_000);
    assert_eq!(saved(&wizard), "小食记");
    wizard.must_say(common::SAVED_AT);
    let saves = wizard.world.saves;
    wizard.wait(30_000);
    assert_eq!(wizard.world.saves, saves, "nothing changed, nothing is written");
    // Typing without a pause is saved all the same, but not at every key.
    let mut typed = String::from("小食记");
    for _ in 0..10 {
        wizard.text("abcde");
        typed.push_str("abcde");
    }
    let during = wizard.world.saves - saves;
    assert!((1..20).contains(&during), "{during} saves for 50 keys in a second");
    wizard.wait(1_000);
    assert_eq!(saved(&wizard), typed);
}

#[test]
fn a_failed_save_is_shown_and_tried_again_and_nothing_is_lost() {
    let mut wizard = Wizard::enterprise();
    wizard.world.is_full = true;
    wizard.go(NAME).text("小食").wait(1_000).must_say(common::SAVE_FAILED);
    assert!(wizard.says(FULL), "{}", wizard.screen());
    wizard.must_say(common::SAVED_LATER);
    let tries = wizard.world.saves;
    wizard.text("记").wait(10_000).must_say(common::SAVE_FAILED);
    assert!((tries + 1..tries + 10).contains(&wizard.world.saves), "{} tries in ten seconds", wizard.world.saves);
    assert_eq!((wizard.value(NAME), saved(&wizard)), ("小食记", ""));
    wizard.world.is_full = false;
    wizard.wait(5_000).must_say(common::SAVED_AT);
    assert_eq!(saved(&wizard), "小食记");
    assert!(!wizard.says(FULL));
}

#[test]
fn leaving_waits_for_the_save_under_way() {
    for leave in ["Ctrl+Q", "Ctrl+C"] {
        let mut wizard = Wizard::enterprise();
        wizard.world.is_slow = true;
        wizard.go(NAME).text("小食").wait(1_000).text("记").keys(leave);
        assert!(!wizard.world.left);
        wizard.wait(1_000).release().wait(500);
        assert!(wizard.world.left);
        assert_eq!(saved(&wizard), "小食记", "{leave}");
    }
}

#[test]
fn stepping_out_waits_for_the_save_under_way() {
    let mut wizard = Wizard::enterprise();
    wizard.world.is_slow = true;
    wizard.go(NAME).text("小食记").keys("Esc");
    assert!(wizard.state().document.is_some());
    wizard.release().wait(500);
    assert!(wizard.state().document.is_none());
    assert_eq!(saved(&wizard), "小食记");
}

#[test]
fn leaving_with_a_full_disk_is_a_choice() {
    let mut wizard = Wizard::enterprise();
    wizard.world.is_full = true;
    wizard.go(NAME).text("小食记").keys("Ctrl+Q");
    assert!(!wizard.world.left && wizard.has_dialog());
    wizard.must_say(common::SUSPENDED_SAVE_TITLE);
    // Esc and the first answer stay.
    wizard.keys("Esc");
    assert!(!wizard.world.left && wizard.value(NAME) == "小食记");
    wizard.keys("Ctrl+Q").keys("Enter");
    assert!(!wizard.world.left && !wizard.has_dialog());
    wizard.world.is_full = false;
    wizard.keys("Ctrl+Q").wait(200);
    assert!(wizard.world.left);
    assert_eq!(saved(&wizard), "小食记");
}

#[test]
fn a_hangup_saves_and_leaves_at_once() {
    let mut wizard = Wizard::enterprise();
    wizard.go(NAME).text("小食记").event(Event::Hangup);
    assert!(wizard.world.left);
    assert_eq!(saved(&wizard), "小食记");
}

#[test]
fn a_hangup_does_not_leave_behind_what_was_typed_during_a_save() {
    let mut wizard = Wizard::enterprise();
    wizard.world.is_slow = true;
    wizard.go(NAME).text("小食").wait(1_000).text("记").event(Event::Hangup);
    assert!(wizard.world.left);
    // The program waits for its disk before it ends.
    wizard.release();
    assert_eq!(saved(&wizard), "小食记");
}

#[test]
fn a_hangup_in_the_middle_of_a_question_keeps_both_drafts() {
    let mut wizard = Wizard::enterprise();
    wizard.go(NAME).text("小食记");
    wizard.world.put(PATH, named("别处"));
    wizard.wait(3_000);
    assert!(wizard.has_dialog());
    wizard.event(Event::Hangup);
    assert_eq!((saved(&wizard), wizard.world.count()), ("别处", 2));
    assert_eq!(wizard.world.on_disk("/home/li/drafts/new-1.toml").unwrap().text(NAME), "小食记");
}

#[test]
fn a_change_outside_is_read_where_nothing_is_lost_by_it() {
    let mut wizard = Wizard::enterprise();
    wizard.world.put(PATH, named("别处"));
    wizard.wait(3_000).must_say(common::RELOADED);
    assert_eq!(wizard.value(NAME), "别处");
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.value(NAME), "", "undo brings back what stood here");
}

#[test]
fn a_change_outside_asks_where_something_was_typed_here() {
    let conflict = || {
        let mut wizard = Wizard::enterprise();
        wizard.go(NAME).text("小食记");
        wizard.world.put(PATH, named("别处"));
        wizard.wait(3_000);
        assert!(wizard.has_dialog());
        wizard.must_say(common::CHANGED_TITLE);
        assert!(wizard.screen().contains("小程序名称：这里 小食记，文件里 别处"), "{}", wizard.screen());
        assert_eq!((wizard.value(NAME), saved(&wizard)), ("小食记", "别处"), "neither is lost while it asks");
        wizard
    };
    let mut mine = conflict();
    mine.keys("Down Down Enter").wait(1_000);
    assert_eq!((mine.value(NAME), saved(&mine)), ("小食记", "小食记"));

    let mut theirs = conflict();
    theirs.keys("Down Enter").wait(1_000);
    assert_eq!((theirs.value(NAME), saved(&theirs)), ("别处", "别处"));
    theirs.keys("Ctrl+Z");
    assert_eq!(theirs.value(NAME), "小食记");

    let mut both = conflict();
    both.keys("Enter").wait(1_000);
    assert_eq!((both.value(NAME), saved(&both), both.world.count()), ("小食记", "别处", 2));

    // Putting the question off lets one type on; nothing is written over, and it comes again on leaving.
    let mut later = conflict();
    later.keys("Esc").wait(3_000);
    assert!(!later.has_dialog(), "{}", later.screen());
    later.must_say(common::SAVE_FAILED);
    later.text("二").wait(3_000);
    assert_eq!((later.value(NAME), saved(&later)), ("小食记二", "别处"));
    for leaving in ["Esc", "Ctrl+Q"] {
        later.keys(leaving);
        assert!(later.has_dialog() && !later.world.left, "{leaving}: {}", later.screen());
        later.keys("Esc");
    }
}

#[test]
fn a_draft_deleted_outside_is_written_again_when_asked() {
    let mut wizard = Wizard::enterprise();
    wizard.go(NAME).text("小食记").wait(1_000);
    wizard.world.remove(PATH.as_ref());
    wizard.wait(3_000);
    assert!(wizard.has_dialog());
    wizard.must_say(common::GONE_TEXT);
    wizard.keys("Enter").wait(1_000);
    assert_eq!(saved(&wizard), "小食记");
}

#[test]
fn a_draft_held_by_another_program_is_read_and_not_changed() {
    let mut wizard = Setup::new().with(PATH, example("company")).start();
    wizard.world.is_held = true;
    wizard.keys("Enter").must_say(common::HELD_TITLE);
    wizard.keys("Enter").must_say(common::READ_ONLY);
    let before = wizard.draft().clone();
    wizard.go(NAME).text("x").must_say(common::IS_READ_ONLY);
    wizard.keys("Tab Shift+Tab").paste("y").must_say(common::IS_READ_ONLY);
    wizard.keys("Backspace Ctrl+U Ctrl+K Ctrl+W Delete");
    wizard.go(FieldId::SameAsResponsiblePerson).keys("Space Left Delete");
    wizard.go(FieldId::SubjectRegion).keys("Enter Down Enter Enter Delete Backspace");
    wizard.keys("Ctrl+Z Ctrl+Y F5");
    assert!(!wizard.says(common::FIXED.zh), "{}", wizard.screen());
    assert_eq!(wizard.draft(), &before);
    wizard.wait(5_000);
    assert_eq!(wizard.world.saves, 0);
    wizard.keys("Ctrl+Q");
    assert!(wizard.world.left);
}

#[test]
fn suggestions_do_not_get_into_a_draft_that_is_only_read() {
    let mut draft = example("company");
    draft.set(FieldId::SubjectAddress, Some("四川省成都市武侯区虚构街88号示例中心8层801室".into()));
    draft.set(FieldId::OwnerMobile, Some("+86 13012340005".into()));
    let mut wizard = Setup::new().with(PATH, draft).start();
    wizard.world.is_held = true;
    wizard.keys("Enter Enter");
    let before = wizard.draft().clone();
    let offered: Vec<FieldId> =
        wizard.document().findings().iter().filter(|finding| !finding.fixes.is_empty()).map(|finding| finding.field).collect();
    assert!(!offered.is_empty(), "nothing is suggested: the test looks at nothing");
    for id in offered {
        wizard.go(id).keys("F5").must_say(common::IS_READ_ONLY);
        assert!(!wizard.says(common::FIXED.zh));
    }
    assert_eq!(wizard.draft(), &before);
}
