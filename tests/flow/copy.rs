//! Copying value by value from a finished draft into the console, by keys.

use beian::Lang;
use beian::drafts::codec;
use beian::filing::{Draft, FieldId, Value};
use beian::locale::tui::copy as words;
use beian::package::sheet::{Row, Way};
use beian::tui::effect::Message;
use beian::tui::keymap::Action;
use beian_scan as scan;

use super::wizard::{LANGS, Setup, Wizard, example};

/// A draft of one of the kinds of filing.
fn kind(name: &str) -> Draft {
    let path = format!("{}/tests/fixtures/kinds/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    codec::parse(&std::fs::read_to_string(path).unwrap()).unwrap().draft().clone()
}

fn copying(name: &str) -> Wizard {
    let mut wizard = Setup::new().open(example(name)).start();
    wizard.keys("F12");
    wizard
}

/// What is to be typed or uploaded, in the order of the console: what is chosen there, or filled in by it, is not copied.
fn wanted(wizard: &Wizard) -> Vec<String> {
    let sheet = wizard.state().sheet().unwrap();
    sheet.rows().filter(|(_, row)| is_copied(row)).map(|(_, row)| row.copy.clone()).collect()
}

fn is_copied(row: &Row) -> bool {
    matches!(row.way, Way::Enter | Way::Upload)
}

#[test]
fn a_page_without_values_says_what_is_done_there_in_its_place() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).open(example("individual")).start();
        wizard.keys("F12");
        let sheet = wizard.state().sheet().unwrap();
        let owner = sheet.pages.iter().position(|page| page.page.word() == "owner").unwrap();
        let before: usize = sheet.pages[..owner].iter().map(|page| page.rows.len()).sum();
        assert!(sheet.pages[owner].rows.is_empty());
        wizard.keys(&format!("Right*{before}"));
        assert!(wizard.says(words::NO_VALUES.in_lang(lang)) && wizard.says("同主体负责人"), "{}", wizard.screen());
        let copied = wizard.world.copied.len();
        wizard.keys("Enter");
        assert_eq!(wizard.world.copied.len(), copied, "there is nothing to copy");
        assert!(!wizard.says("同主体负责人"), "it stands on its own page alone: {}", wizard.screen());
        wizard.keys("Left");
        assert!(wizard.says(words::TICKED.in_lang(lang)), "{}", wizard.screen());
    }
}

#[test]
fn values_are_counted_as_the_sheet_counts_them() {
    for name in ["one-more", "deregistration-of-a-mini-program"] {
        let mut wizard = Setup::new().open(kind(name)).start();
        wizard.keys("F12 Home");
        let all = wizard.state().sheet().unwrap().rows().count();
        let at = |at: usize| words::PLACE.with(Lang::Zh, &[("at", &at), ("all", &all)]);
        assert!(wizard.says(&at(1)), "{}", wizard.screen());
        let mut seen = 1;
        for _ in 0..all + 8 {
            wizard.keys("Right");
            seen += usize::from(wizard.says(&at(seen + 1)));
        }
        assert_eq!(seen, all, "{}", wizard.screen());
    }
}

#[test]
fn what_comes_from_the_record_is_passed_and_can_be_copied() {
    let mut wizard = Setup::new().open(kind("one-more")).start();
    wizard.keys("F12 Home");
    let sheet = wizard.state().sheet().unwrap();
    let (at, row) = sheet.rows().map(|(_, row)| row).enumerate().find(|(_, row)| row.is_reused).unwrap();
    wizard.keys(&format!("Right*{at}"));
    assert!(wizard.says("复用主体资料的") && wizard.says("略过"), "{}", wizard.screen());
    wizard.keys("Ctrl+X");
    assert_eq!(wizard.world.copied.last(), Some(&row.copy));
    let copied = wizard.world.copied.len();
    wizard.keys("Enter");
    assert_eq!(wizard.world.copied.len(), copied, "nothing is copied");
    assert!(wizard.state().is_ticked(&row.mark()));
}

#[test]
fn a_value_that_was_corrected_is_open_again() {
    let mut draft = example("company");
    let sheet_of = |wizard: &Wizard| wizard.state().sheet().unwrap();
    let mut wizard = Setup::new().open(draft.clone()).start();
    wizard.keys("F12");
    let one = sheet_of(&wizard);
    draft.set(FieldId::ResponsiblePersonMobile, Some("13012340009".into()));
    let other = sheet_of(&Setup::new().open(draft).start());
    let changed = |id: FieldId| {
        let of = |sheet: &beian::package::sheet::Sheet| {
            sheet.rows().find(|(_, row)| row.field == id).map(|(_, row)| row.mark()).unwrap()
        };
        of(&one) != of(&other)
    };
    assert!(changed(FieldId::ResponsiblePersonMobile) && !changed(FieldId::SubjectName));
}

#[test]
fn a_scan_with_another_content_under_the_same_path_is_open_again() {
    let draft = example("company");
    let mut wizard = Setup::new().open(draft.clone()).start();
    let path = draft.text(FieldId::SubjectCertificatePhoto).to_owned();
    let found = |sum: &str| {
        let mut facts = scan::facts::Facts::default();
        facts.insert(path.as_str(), scan::facts::FileFacts::picture(scan::facts::Format::Jpeg, 1600, 1200, 9).with_sha256(sum));
        Message::Inspected(facts)
    };
    let is_ticked = |wizard: &Wizard| {
        let sheet = wizard.state().sheet().unwrap();
        let (_, row) = sheet.rows().find(|(_, row)| row.field == FieldId::SubjectCertificatePhoto).unwrap();
        wizard.state().is_ticked(&row.mark())
    };
    wizard.told(found("first")).keys("F12");
    let place =
        wizard.state().sheet().unwrap().rows().position(|(_, row)| row.field == FieldId::SubjectCertificatePhoto).unwrap();
    wizard.keys(&format!("Right*{place} Enter"));
    assert!(is_ticked(&wizard));
    wizard.told(found("first"));
    assert!(is_ticked(&wizard), "looked at again, it is the same");
    wizard.told(found("second"));
    assert!(!is_ticked(&wizard), "another picture lies there now");
}

#[test]
fn each_value_takes_one_key_in_the_order_of_the_console() {
    for (name, count) in [("individual", 26), ("company", 46)] {
        let mut wizard = copying(name);
        let wanted = wanted(&wizard);
        assert_eq!(
            wizard.state().sheet().unwrap().rows().count(),
            count,
            "one key opens the mode, and each value takes one more"
        );
        // The page of the contact has no values where the contact is the responsible person: it is a stop of its own.
        wizard.keys(&format!("Enter*{}", count + usize::from(name == "individual")));
        assert_eq!(wizard.world.copied, wanted);
        assert!(wanted.contains(&wizard.value(FieldId::ResponsiblePersonCertificateNumber).to_owned()), "identity numbers, too");
        let sheet = wizard.state().sheet().unwrap();
        assert!(sheet.rows().all(|(_, row)| wizard.state().is_ticked(&row.mark())));
        wizard.must_say(words::ALL_DONE);
    }
}

#[test]
fn one_goes_back_ticks_off_and_comes_back_to_what_is_open() {
    let mut wizard = copying("company");
    let rows: Vec<Row> = wizard.state().sheet().unwrap().rows().map(|(_, row)| row.clone()).collect();
    // The region is chosen on the console: its name is copied only where that is asked for.
    assert!(!is_copied(&rows[0]) && !is_copied(&rows[1]), "{rows:?}");
    wizard.keys("Enter Enter Left Left Ctrl+X");
    assert_eq!(wizard.world.copied, ["四川省成都市武侯区"]);
    let ticks =
        |wizard: &Wizard| wizard.state().sheet().unwrap().rows().filter(|(_, row)| wizard.state().is_ticked(&row.mark())).count();
    assert_eq!(ticks(&wizard), 2);
    wizard.keys("Space");
    assert_eq!(ticks(&wizard), 1, "a tick can be taken back");
    wizard.keys("Space PageDown PageDown PageUp Esc");
    assert_eq!(wizard.world.copied.len(), 1, "moving copies nothing");
    assert!(wizard.state().document.is_some(), "back in the draft");
    wizard.keys("F12");
    let open = rows.iter().skip(2).position(is_copied).unwrap();
    wizard.keys(&format!("Enter*{}", open + 1));
    let wanted = wanted(&wizard);
    assert_eq!(wizard.world.copied.last(), wanted.first(), "it goes on with the first that is open");
}

#[test]
fn what_is_done_with_a_value_is_said_at_the_foot() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).open(example("company")).start();
        wizard.keys("F12");
        let rows: Vec<Row> = wizard.state().sheet().unwrap().rows().map(|(_, row)| row.clone()).collect();
        let mut seen = std::collections::BTreeSet::new();
        for row in &rows {
            let (action, help) = match row.way {
                Way::Choose => (Action::ChosenNext, words::HELP_CHOICE),
                Way::Compare => (Action::ComparedNext, words::HELP_COMPARE),
                Way::Upload => (Action::CopyNext, words::HELP_UPLOAD),
                Way::Enter => (Action::CopyNext, words::HELP),
            };
            seen.insert(row.way.word());
            let foot = wizard.screen().lines().last().unwrap_or_default().to_owned();
            let offers = |action: Action| foot.replace(' ', "").contains(&action.label().in_lang(lang).replace(' ', ""));
            assert!(offers(action) && (is_copied(row) || !offers(Action::CopyNext)), "{}: {foot}", row.label);
            assert!(!offers(Action::CopyValue) || is_copied(row), "{}: {foot}", row.label);
            let help = help.in_lang(lang);
            let part = help.split(['{', '}']).max_by_key(|part| part.len()).unwrap();
            assert!(wizard.says(part), "{part}: {}", wizard.screen());
            // Codes belong to the interface, and say nothing on the console.
            assert!(row.code.is_empty() || !wizard.says(&format!("（{}）", row.code)), "{}", wizard.screen());
            wizard.keys("Right");
        }
        assert!(seen.len() == 4 || !seen.contains("compare"), "{seen:?}");
    }
}

#[test]
fn files_are_named_as_in_the_package_once_there_is_one() {
    let mut wizard = copying("company");
    let uploads = |wizard: &Wizard| -> Vec<String> {
        let sheet = wizard.state().sheet().unwrap();
        sheet.rows().filter(|(_, row)| row.way == Way::Upload && row.file.is_some()).map(|(_, row)| row.copy.clone()).collect()
    };
    assert!(uploads(&wizard).iter().all(|copied| copied.starts_with('/')), "{:?}", uploads(&wizard));
    wizard.told(Message::Exported("/home/li/drafts/包.zip".into()));
    let named = uploads(&wizard);
    assert!(named.iter().any(|name| name.ends_with("-营业执照.jpg")), "{named:?}");
    assert!(named.iter().all(|name| !name.contains('/')), "{named:?}");
    let sheet = wizard.state().sheet().unwrap();
    let (_, row) = sheet.rows().find(|(_, row)| row.copy.ends_with("-营业执照.jpg")).unwrap();
    assert_eq!(row.beside, "scans/business-licence.jpg", "where it lies stands beside");
}

#[test]
fn the_clipboard_is_cleared_after_a_while_and_only_then() {
    let mut wizard = copying("company");
    let rows: Vec<Row> = wizard.state().sheet().unwrap().rows().map(|(_, row)| row.clone()).collect();
    let typed = rows.windows(2).position(|two| two.iter().all(is_copied)).unwrap();
    wizard.keys(&format!("Right*{typed} Enter")).wait(30_000);
    assert_eq!(wizard.world.copied.len(), 1);
    wizard.keys("Enter").wait(50_000);
    assert_eq!(wizard.world.copied.len(), 2, "another value starts the time anew");
    wizard.wait(11_000);
    assert_eq!(wizard.world.copied.last().map(String::as_str), Some(""));
    wizard.must_say(words::CLEARED);
    wizard.later(5);
    assert_eq!(wizard.world.copied.len(), 3, "once");
}

#[test]
fn a_key_copies_the_focused_value_of_any_form() {
    let mut wizard = Wizard::company();
    for (id, copied) in [
        (FieldId::SubjectName, "四川虚构音乐文化有限公司"),
        (FieldId::SubjectRegion, "四川省成都市武侯区"),
        (FieldId::OwnerMobile, "13012340005"),
        (FieldId::ServiceContents, "音乐、电台、有声读物\n文化场馆"),
        (FieldId::OwnerCertificateFront, "/home/li/drafts/scans/owner-id-front.jpg"),
    ] {
        wizard.go(id).keys("Ctrl+X");
        assert_eq!(wizard.world.copied.last().map(String::as_str), Some(copied), "{}", id.path());
    }
    let count = wizard.world.copied.len();
    wizard.go(FieldId::SubjectName).keys("Ctrl+U Ctrl+X");
    assert_eq!(wizard.world.copied.len(), count);
    wizard.must_say(words::NOTHING);
    assert!(wizard.draft().get(FieldId::SubjectName).is_none(), "copying changes nothing");
}

#[test]
fn what_was_typed_is_copied_in_the_form_that_is_sent() {
    let mut draft = example("company");
    draft.set(FieldId::OwnerMobile, Some("+86 130-1234-0005".into()));
    let mut wizard = Setup::new().open(draft).start();
    wizard.go(FieldId::OwnerMobile).keys("Ctrl+X");
    assert_eq!(wizard.world.copied, ["13012340005"]);
}

#[test]
fn a_value_too_long_for_a_terminal_is_refused() {
    let mut draft = example("company");
    draft.set(FieldId::MiniProgramRemark, Some("字".repeat(20_000).into()));
    let mut wizard = Setup::new().open(draft).start();
    wizard.go(FieldId::MiniProgramRemark).keys("Ctrl+X");
    assert!(wizard.world.copied.is_empty());
    wizard.must_say(words::TOO_LONG);
}

#[test]
fn a_missing_value_stays_open_and_errors_are_said() {
    for lang in LANGS {
        let mut draft = example("company");
        draft.set(FieldId::SubjectName, None);
        draft.set(FieldId::PriorApprovals, Some(Value::Approvals(Vec::new())));
        let mut wizard = Setup::new().lang(lang).open(draft).start();
        wizard.keys("F12");
        let before = wizard.state().sheet().unwrap().rows().position(|(_, row)| row.field == FieldId::SubjectName).unwrap();
        wizard.keys(&format!("Right*{before}"));
        assert!(wizard.says(words::MISSING.in_lang(lang)), "{}", wizard.screen());
        wizard.keys("Enter");
        assert!(wizard.world.copied.is_empty() && wizard.state().ticks.values().all(std::collections::BTreeSet::is_empty));
    }
}

#[test]
fn the_review_and_the_end_of_the_export_lead_there() {
    let mut wizard = Wizard::company();
    wizard.told(Message::Exported("/home/li/drafts/包.zip".into())).keys("Down Enter");
    assert!(wizard.says("选择地区"), "{}", wizard.screen());
    let mut wizard = Wizard::company();
    wizard.keys("Alt+6 Home Down Enter Ctrl+X");
    assert_eq!(wizard.world.copied, ["四川省成都市武侯区"]);
}

/// What is below the title of the wizard, as one text.
fn seen(wizard: &Wizard) -> String {
    wizard.screen().lines().skip(2).map(str::trim).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_has_no_room_is_read_on_row_by_row_and_nothing_is_passed_over() {
    for (lang, size) in LANGS.into_iter().flat_map(|lang| [(60, 16), (74, 17), (74, 24)].map(|size| (lang, size))) {
        let mut draft = example("company");
        let remark: String = (0..60).map(|number| format!("第{number:02}句话说明用途。")).collect();
        draft.set(FieldId::MiniProgramRemark, Some(remark.into()));
        let mut wizard = Setup::new().lang(lang).sized(size.0, size.1).open(draft).start();
        wizard.keys("F12");
        let sheet = wizard.state().sheet().unwrap();
        let count = sheet.rows().count();
        let place = |wizard: &Wizard, at: usize| {
            let words = words::PLACE.with(lang, &[("at", &at), ("all", &count)]);
            wizard.screen().replace(' ', "").contains(&words.replace(' ', ""))
        };
        let mut read = String::new();
        for at in 1..=count {
            assert!(place(&wizard, at), "{at} {}", wizard.screen());
            let mut keys = 0;
            while place(&wizard, at) && keys < 60 {
                read.push_str(&seen(&wizard));
                wizard.keys("Down");
                keys += 1;
                if at == count && seen(&wizard).lines().all(|line| read.contains(line)) {
                    break;
                }
            }
            assert!(keys < 60, "{}", wizard.screen());
        }
        let read = read.replace(['\n', ' '], "");
        for number in 0..60 {
            assert!(read.contains(&format!("第{number:02}句话")), "{lang:?} {size:?} {number}");
        }
        // What is said on the pages, down to the last word of each.
        for note in sheet.pages.iter().flat_map(|page| page.before.iter().chain(&page.after)) {
            let end: Vec<char> = note.text.chars().filter(|c| !c.is_whitespace()).collect();
            let end: String = end[end.len().saturating_sub(6)..].iter().collect();
            assert!(read.contains(&end), "{lang:?} {size:?}: {}", note.text);
        }
        // And back to the first.
        wizard.keys("Up*400");
        assert!(place(&wizard, 1), "{}", wizard.screen());
    }
}

#[test]
fn a_notice_hides_no_row_for_good() {
    // What was just copied takes rows away: the key that goes on first shows what they hid.
    let mut wizard = Setup::new().lang(Lang::En).sized(60, 16).open(example("company")).start();
    wizard.keys("F12 End Left Ctrl+X Right Ctrl+X");
    let mut read = String::new();
    for _ in 0..20 {
        read.push_str(&seen(&wizard));
        wizard.keys("Ctrl+X Down");
    }
    let sheet = wizard.state().sheet().unwrap();
    let read = read.replace(['\n', ' '], "");
    for note in sheet.pages.last().unwrap().after.iter() {
        let end: String = note.text.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(read.contains(end.get(end.len().saturating_sub(12)..).unwrap_or(&end)), "{}", note.text);
    }
}

#[test]
fn the_help_names_the_keys_of_this_mode_and_what_to_do_where_nothing_can_be_pasted() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).sized(100, 60).open(example("company")).start();
        wizard.keys("F12 F1");
        assert!(wizard.says("OSC 52") && wizard.says("tmux"), "{}", wizard.screen());
        for action in [Action::ChosenNext, Action::TickOff, Action::CopyValue, Action::Export] {
            assert!(wizard.says(action.label().in_lang(lang)), "{}", wizard.screen());
        }
        for action in [Action::Viewer, Action::Fix, Action::Confirm] {
            assert!(!wizard.says(action.label().in_lang(lang)), "no field is focused: {}", wizard.screen());
        }
    }
}
