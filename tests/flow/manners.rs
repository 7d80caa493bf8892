//! Nothing is done by surprise: answers, choices, selections and the folders in which a picker opens.

use beian::filing::{Draft, FieldId, Value};
use beian::locale::Lang;
use beian::locale::tui::{common, dialog as words, review};
use beian::rules::Severity;
use beian::tui::effect::Message;
use beian::tui::keymap::Context;
use beian::tui::state::UsualFolders;

use super::wizard::{LANGS, Setup, Wizard, example};

const FRONT: FieldId = FieldId::ResponsiblePersonCertificateFront;
const BACK: FieldId = FieldId::ResponsiblePersonCertificateBack;

/// The example of an individual without its answers.
fn unanswered() -> Draft {
    let mut draft = example("individual");
    FieldId::QUESTIONS.iter().for_each(|id| drop(draft.set(*id, None)));
    draft
}

fn open_questions(wizard: &Wizard) -> usize {
    FieldId::QUESTIONS.iter().filter(|id| wizard.document().is_open_question(**id)).count()
}

#[test]
fn one_letter_answers_every_question_of_a_usual_filing_until_the_export_is_left() {
    for lang in LANGS {
        for size in [(60, 16), (80, 24), (120, 36)] {
            let mut wizard = Setup::new().lang(lang).sized(size.0, size.1).open(unanswered()).start();
            wizard.keys("Alt+6");
            let asked = open_questions(&wizard);
            assert!(asked > 8 && wizard.document().count(None, Severity::Error) == 0);
            while open_questions(&wizard) > 0 {
                let id = wizard.app.focused().expect("a question");
                assert!(wizard.document().is_open_question(id), "{}", id.path());
                // The question itself stands there, not only its name.
                let help = beian::locale::paper::help(lang, wizard.draft(), id);
                let start: String = help.chars().take(12).collect();
                assert!(wizard.says(&start), "{}: {start}\n{}", id.path(), wizard.screen());
                if id == FieldId::LettersDated {
                    match lang {
                        Lang::Zh => wizard.paste("2026年11月20日"),
                        Lang::En => wizard.text("2026-11-20").keys("Enter"),
                    };
                    assert_eq!(wizard.value(id), "2026-11-20");
                } else {
                    let yes = id.field().expected.expect("an answer that lets it go on");
                    wizard.keys("N");
                    assert_eq!(wizard.draft().answer(id), Some(yes), "{}", id.path());
                }
            }
            assert_eq!(wizard.app.focused(), None, "{}", wizard.screen());
            wizard.keys("Enter Enter");
            assert_eq!(wizard.world.exports, 1);
        }
    }
}

#[test]
fn an_answer_keeps_in_the_draft_what_it_meant() {
    for (lang, label, [yes, no]) in [(Lang::Zh, "名称有人用", ["是", "否"]), (Lang::En, "Name already filed", ["yes", "no"])]
    {
        let id = FieldId::NameIsUnique;
        let mut draft = example("individual");
        draft.set(id, Some(Value::Flag(true)));
        let mut wizard = Setup::new().lang(lang).open(draft).start();
        let shows = |wizard: &Wizard, answer: &str| {
            wizard.screen().lines().any(|line| line.contains(label) && line.split_whitespace().any(|word| word == answer))
        };
        wizard.go(id);
        assert!(shows(&wizard, no), "{}", wizard.screen());
        for (key, said, kept) in [("Y", yes, false), ("N", no, true), ("Left", yes, false), ("Right", no, true)] {
            wizard.go(id).keys(key).go(id);
            assert!(shows(&wizard, said) && wizard.draft().answer(id) == Some(kept), "{key}: {}", wizard.screen());
        }
        wizard.go(id).paste(yes).go(id);
        assert_eq!(wizard.draft().answer(id), Some(false));
        assert!(wizard.document().findings_of(id).any(|finding| finding.rule.name == "mini-program-name-taken"));
    }
}

#[test]
fn the_name_that_the_next_package_gets_is_said_before_it_is_made() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).open(example("individual")).start();
        wizard.go(FieldId::MiniProgramName).keys("F10");
        let [own, next] = ["", "-2"].map(|number| format!("三餐小账-2026-11-23{number}.zip"));
        assert!(wizard.says(&own) && !wizard.says(&next), "{}", wizard.screen());
        wizard.world.exports = 1;
        // What changed in the folder is looked at anew, on this screen and when one comes back to it.
        wizard.told(Message::Inspected(wizard.world.facts.clone()));
        assert!(wizard.says(&next) && wizard.says(&own), "{}", wizard.screen());
        wizard.world.exports = 0;
        wizard.go(FieldId::MiniProgramName).keys("F10");
        assert!(wizard.says(&own) && !wizard.says(&next), "{}", wizard.screen());
    }
}

#[test]
fn the_first_press_gives_the_answer_that_does_no_harm() {
    for id in FieldId::QUESTIONS.iter().copied().filter(|id| id.field().expected.is_some()) {
        let mut draft = example("company");
        draft.set(id, None);
        if !draft.asks(id) {
            continue;
        }
        let worst = |wizard: &Wizard| wizard.document().findings_of(id).map(|finding| finding.severity).min();
        let mut wizard = Setup::new().open(draft).start();
        wizard.keys("Alt+6").go(id).keys("Space");
        let first = worst(&wizard);
        wizard.keys("Space");
        let second = worst(&wizard);
        assert!(first.is_none() || second.is_some_and(|second| second <= first.unwrap()), "{}: {first:?} {second:?}", id.path());
    }
}

#[test]
fn f8_leads_to_questions_nobody_has_answered_and_then_says_that_all_is_done() {
    let mut wizard = Setup::new().open(unanswered()).start();
    wizard.keys("Alt+1 F8");
    let id = wizard.app.focused().unwrap();
    assert!(wizard.document().is_open_question(id) && !wizard.says("没有问题"), "{}", wizard.screen());
    let mut wizard = Setup::new().open(example("individual")).start();
    wizard.keys("Alt+1 F8").must_say(common::NO_PROBLEMS);
}

#[test]
fn choosing_moves_on_and_typing_on_a_list_looks_for_an_entry() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FieldId::SubjectRegion).text("hzxh");
    assert!(wizard.has_dialog(), "typing opens the list");
    wizard.keys("Enter");
    assert_eq!(wizard.value(FieldId::SubjectRegion), "330106");
    assert_eq!(wizard.focus(), Some(FieldId::SubjectName), "{}", wizard.screen());
    wizard.keys("Tab").paste("营业执照");
    assert_eq!(wizard.draft().code(FieldId::SubjectCertificateKind), Some(1), "{}", wizard.screen());
    assert_eq!(wizard.focus(), Some(FieldId::SubjectCertificateNumber));
    // What is no entry's whole name only narrows the list down.
    wizard.keys("Shift+Tab").paste("证");
    assert!(wizard.has_dialog() && wizard.draft().code(FieldId::SubjectCertificateKind) == Some(1), "{}", wizard.screen());
    wizard.keys("Esc Esc");
    assert_eq!(wizard.focus(), Some(FieldId::SubjectCertificateKind), "what is not chosen moves nowhere");
    // Pinyin finds what is there, in every list.
    wizard.go(FieldId::ServiceContents).text("gj").must_say(beian::text::Text::new("工具", "Tools"));
}

#[test]
fn the_district_that_an_address_names_comes_first() {
    let in_gusu = "江苏省苏州市姑苏区虚构路1号";
    for (printed, postal, district) in [
        (in_gusu, "", "320508"),
        ("", in_gusu, "320508"),
        ("江苏省苏州市虚构路1号", "姑苏区虚构路1号", "320508"),
        ("", "", "320501"),
    ] {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SubjectCertificateAddress, Some(printed.into()));
        draft.set(FieldId::SubjectAddress, Some(postal.into()));
        let mut wizard = Setup::new().open(draft.clone()).start();
        // Where nothing is named, the city is opened first.
        wizard.go(FieldId::SubjectRegion).text("suzhou").keys(if district == "320508" { "Enter" } else { "Enter Enter" });
        assert_eq!(wizard.value(FieldId::SubjectRegion), district, "{printed} {postal}: {}", wizard.screen());
        // Level by level, Enter leads there, too.
        if district == "320508" {
            let mut wizard = Setup::new().open(draft).start();
            wizard.go(FieldId::SubjectRegion).keys("Enter Enter Enter Enter");
            assert_eq!(wizard.value(FieldId::SubjectRegion), district, "{printed} {postal}: {}", wizard.screen());
        }
    }
}

#[test]
fn a_dropped_picture_makes_room_for_the_next_one() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FRONT).paste("/home/li/drafts/a.jpg");
    assert_eq!(wizard.focus(), Some(BACK), "{}", wizard.screen());
    wizard.paste("/home/li/drafts/b.jpg");
    assert_eq!((wizard.value(FRONT), wizard.value(BACK)), ("a.jpg", "b.jpg"));
}

#[test]
fn ctrl_c_copies_what_is_selected_and_leaves_only_without_a_selection() {
    for dialog in [false, true] {
        let mut wizard = Wizard::enterprise();
        wizard.go(FieldId::SubjectName).text("虚构公司");
        if dialog {
            wizard.go(FieldId::SubjectRegion).text("xh");
        }
        wizard.keys("Ctrl+A Ctrl+C");
        assert!(!wizard.world.left);
        let expected = if dialog { "xh" } else { "虚构公司" };
        assert_eq!(wizard.world.copied.last().map(String::as_str), Some(expected));
        if dialog {
            wizard.keys("Esc");
        }
        wizard.keys("End Ctrl+C");
        assert!(wizard.world.left, "what was typed is saved first");
        assert_eq!(wizard.world.drafts().next().unwrap().text(FieldId::SubjectName), "虚构公司");
    }
}

#[test]
fn the_picker_opens_where_the_user_is() {
    let all = UsualFolders {
        working: Some("/home/li/client".into()),
        pictures: Some("/home/li/Pictures".into()),
        downloads: Some("/home/li/Downloads".into()),
        desktop: Some("/home/li/Desktop".into()),
    };
    let of_home = UsualFolders { working: Some("/home/li".into()), ..all.clone() };
    let of_drafts = UsualFolders { working: Some("/home/li/drafts".into()), pictures: None, ..all.clone() };
    for (folders, earlier, expected) in [
        (all.clone(), None, "/home/li/client"),
        (all, Some("/home/li/before"), "/home/li/client"),
        (of_home.clone(), Some("/home/li/before"), "/home/li/before"),
        (of_home, None, "/home/li/Pictures"),
        (of_drafts, None, "/home/li/Downloads"),
        (UsualFolders::default(), None, "/home/li"),
    ] {
        let mut wizard = Setup::new().folders(folders).sized(120, 36).open(Draft::new(5)).start();
        wizard.world.remembered.extend(earlier.map(Into::into));
        // What was used in earlier sessions is read when a picker opens.
        wizard.go(FRONT).keys("Enter Esc Enter");
        assert!(wizard.says(&format!("{expected} ")) || wizard.says(expected), "{expected}\n{}", wizard.screen());
    }
}

#[test]
fn a_folder_of_scans_is_looked_for_where_the_program_was_started() {
    let all = UsualFolders {
        working: Some("/home/li/client".into()),
        pictures: Some("/home/li/Pictures".into()),
        downloads: None,
        desktop: None,
    };
    let of_home = UsualFolders { working: Some("/home/li".into()), ..all.clone() };
    for (folders, expected) in [(all, "/home/li/client"), (of_home, "/home/li/Pictures"), (UsualFolders::default(), "/home/li")] {
        let mut wizard = Setup::new().folders(folders).sized(120, 36).start();
        wizard.keys("Ctrl+N Ctrl+O");
        assert!(wizard.says(&format!("{expected} ")) || wizard.says(expected), "{expected}\n{}", wizard.screen());
        assert!(expected != "/home/li" || !wizard.says("/home/li/client"), "{}", wizard.screen());
    }
}

#[test]
fn esc_goes_back_from_the_folders_to_the_files_and_then_out() {
    let mut wizard = Setup::new().open(Draft::new(5)).start();
    wizard.go(FRONT).keys("Enter Ctrl+R").must_say(words::PLACES);
    wizard.keys("Esc");
    assert!(wizard.app.contexts().contains(&Context::Files) && !wizard.says(words::PLACES.zh), "{}", wizard.screen());
    wizard.keys("Esc");
    assert!(!wizard.has_dialog());
    // What was looked for among the files is still looked for.
    for back in ["Esc", "Ctrl+R"] {
        wizard.go(FRONT).keys("Enter").text("sfz").keys("Ctrl+R").text("li").keys("Ctrl+U").keys(back);
        assert!(wizard.says("sfz") && !wizard.says(words::PLACES.zh), "{}", wizard.screen());
        wizard.keys("Esc Esc");
    }
}

#[test]
fn the_picker_finds_by_pinyin_and_marks_what_is_in_use() {
    let mut draft = Draft::new(5);
    draft.set(BACK, Some(Value::from("/home/li/身份证 正面.jpg")));
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).sized(120, 36).open(draft.clone()).start();
        wizard.go(FRONT).keys("Enter").text("sfz");
        assert!(wizard.says("✓ 身份证 正面.jpg"), "{}", wizard.screen());
        wizard.must_say(words::USED_BY);
        let marks = words::MARKS.with(lang, &[("fits", &"*"), ("used", &"✓")]);
        assert!(wizard.says(&marks), "{}", wizard.screen());
        wizard.keys("Enter");
        assert_eq!(wizard.value(FRONT), "../身份证 正面.jpg", "it may be meant");
        // What the field has itself is no other's.
        let mut own = Setup::new().lang(lang).sized(120, 36).open(draft.clone()).start();
        own.go(BACK).keys("Enter").text("sfz");
        let used = words::USED_BY.in_lang(lang).split('{').next().unwrap().to_owned();
        assert!(!own.says(&used), "{}", own.screen());
    }
}

#[test]
fn an_address_is_offered_from_the_certificate() {
    for lang in LANGS {
        let mut draft = example("company");
        draft.set(FieldId::SubjectAddress, None);
        let mut wizard = Setup::new().lang(lang).open(draft).start();
        wizard.go(FieldId::SubjectAddress);
        assert!(wizard.says("虚构街88号示例中心8层801室") && wizard.says("F5"), "{}", wizard.screen());
        wizard.keys("F5");
        assert_eq!(wizard.value(FieldId::SubjectAddress), "虚构街88号示例中心8层801室");
    }
    let mut draft = example("company");
    draft.set(FieldId::SubjectAddress, None);
    draft.set(FieldId::SubjectRegion, Some("510104".into()));
    let mut wizard = Setup::new().open(draft).start();
    wizard.go(FieldId::SubjectAddress).keys("F5");
    assert_eq!(wizard.value(FieldId::SubjectAddress), "", "of another district nothing is offered");
}

#[test]
fn a_box_that_comes_late_takes_no_key_of_the_one_that_is_open() {
    let mut wizard = Setup::new().open(example("individual")).start();
    wizard.keys("Alt+6 F1");
    wizard.told(Message::Exported("/home/li/drafts/x.zip".into()));
    assert!(!wizard.says("x.zip"), "{}", wizard.screen());
    wizard.keys("Esc").must_say(review::EXPORTED);
}

#[test]
fn no_value_is_cut_while_there_is_room() {
    let long = "四川省成都市武侯区虚构街八十八号示例中心八层八百零一室乙座东侧二零二六年新编门牌三百二十一号附楼";
    for lang in LANGS {
        for (columns, rows) in [(60, 16), (80, 24), (119, 36), (120, 36), (200, 50)] {
            let mut draft = example("company");
            draft.set(FieldId::SubjectCertificateAddress, Some(long.into()));
            let mut wizard = Setup::new().lang(lang).sized(columns, rows).open(draft).start();
            wizard.go(FieldId::SubjectCertificateAddress);
            let squeezed: String = wizard
                .screen()
                .chars()
                .filter(|c| "四川省成都武侯区虚构街八十号示例中心层百零一室乙座东侧二六年新编门牌三附楼一市".contains(*c))
                .collect();
            assert!(squeezed.contains(long), "{columns}x{rows}\n{}", wizard.screen());
        }
    }
}

#[test]
fn marks_stand_by_the_values_and_on_no_value() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 36), (200, 50)] {
        let mut wizard = Setup::new().sized(columns, rows).open(example("company")).start();
        wizard.go(FieldId::OwnerMobile);
        let row = wizard.screen().lines().find(|row| row.contains("13012340005")).unwrap().to_owned();
        let (_, behind) = row.split_once("13012340005").unwrap();
        assert!(behind.trim() == "✓" && beian::text::width::cells(behind) < 50, "{columns}: {row}");
    }
}

#[test]
fn the_form_is_not_narrower_where_there_is_no_picture() {
    let draft = example("company");
    let address = draft.text(FieldId::SubjectCertificateAddress);
    for columns in [110, 118, 119, 120, 143] {
        let mut wizard = Setup::new().sized(columns, 36).open(draft.clone()).start();
        wizard.go(FieldId::SubjectName);
        // One row holds all of it.
        assert!(wizard.screen().lines().any(|row| row.contains(address)), "{columns}\n{}", wizard.screen());
    }
}
