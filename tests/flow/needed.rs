//! The step of the materials and the owner's face check: what is said there, and when.

use beian::filing::{Draft, FieldId, Value};
use beian::locale::tui::{protect, review};
use beian::locale::{Lang, encryption, face_check, finding, letter, material};
use beian::package::encryption::{Passphrase, Protection};
use beian::package::outside::Outside;
use beian::tui::effect::Message;
use beian_scan::facts::{Content, FileFacts, Format};

use super::wizard::{LANGS, Setup, Wizard, example};

/// A company in this region, with a responsible person who is not the legal person.
fn company(region: &str, lang: Lang) -> Wizard {
    let mut draft = Draft::new(4);
    draft.set(FieldId::SubjectRegion, Some(region.into()));
    draft.set(FieldId::IsLegalPerson, Some(Value::Flag(false)));
    let mut wizard = Setup::new().lang(lang).sized(80, 40).open(draft).start();
    wizard.keys("Alt+5");
    wizard
}

#[test]
fn what_the_province_asks_for_is_listed_with_who_makes_it() {
    let wizard = company("320106", Lang::Zh);
    wizard.must_say(material::NEEDED).must_say(material::MISSING);
    for words in ["真实性承诺书", "承诺视频", "小程序负责人本人出镜录制", "法定代表人手写签名", "0 / 8"]
    {
        assert!(wizard.says(words), "{words}\n{}", wizard.screen());
    }
    let elsewhere = company("510107", Lang::En);
    elsewhere.must_say(material::NEEDED);
    assert!(elsewhere.says("0 / 5") && !elsewhere.says("video"), "{}", elsewhere.screen());
}

#[test]
fn with_the_focus_one_reads_what_to_write_and_who_says_so() {
    let mut wizard = company("320106", Lang::Zh);
    wizard.go(FieldId::AuthenticityCommitmentLetter);
    for words in ["录承诺视频时要照着读", "江苏要求", "依据：", "腾讯云《备案文档》"] {
        assert!(wizard.says(words), "{words}\n{}", wizard.screen());
    }
    wizard.go(FieldId::AuthenticityCommitmentLetter).paste("/home/li/drafts/letter.jpg");
    wizard.go(FieldId::AuthenticityCommitmentLetter);
    assert!(wizard.says("已有：备案信息真实性承诺书") && wizard.says("1 / 8"), "{}", wizard.screen());
}

#[test]
fn what_nobody_needs_is_folded_away_until_one_goes_there() {
    let mut wizard = company("510107", Lang::Zh);
    assert!(wizard.says("项视情况提交或选填，下移即展开"), "{}", wizard.screen());
    assert!(!wizard.says("党建确认函"), "{}", wizard.screen());
    wizard.go(FieldId::PartyBuildingLetter);
    assert!(wizard.says("党建确认函") && wizard.focus() == Some(FieldId::PartyBuildingLetter), "{}", wizard.screen());
    wizard.paste("/home/li/drafts/a.jpg").go(FieldId::SubjectCertificatePhoto);
    wizard.must_say(material::UNNEEDED);
}

#[test]
fn a_material_with_an_error_is_not_simply_there() {
    for lang in [Lang::Zh, Lang::En] {
        let mut wizard = Setup::new().lang(lang).open(example("company")).start();
        let ticked = format!("✓ 5 {}", beian::filing::Section::Materials.label().in_lang(lang));
        assert!(wizard.says(&ticked) && wizard.document().materials().count() == (9, 9), "{}", wizard.screen());
        let photo = wizard.value(FieldId::SubjectCertificatePhoto).to_owned();
        wizard.world.facts.insert(photo, FileFacts::picture(Format::Heic, 1100, 1500, 300_000));
        wizard.told(Message::Inspected(wizard.world.facts.clone())).keys("Alt+1");
        assert!(!wizard.says(&ticked) && wizard.document().materials().count() == (8, 9), "{}", wizard.screen());
        wizard.keys("Alt+5").go(FieldId::SubjectCertificatePhoto).must_say(material::FAULTY);
    }
}

#[test]
fn without_a_region_one_is_told_that_the_list_is_short() {
    let mut wizard = Setup::new().open(Draft::new(4)).start();
    wizard.keys("Alt+5").must_say(material::NO_REGION);
}

#[test]
fn what_is_missing_is_a_warning_in_the_list_of_problems() {
    let wizard = company("650102", Lang::En);
    let found: Vec<_> = wizard.document().findings_of(FieldId::PartyBuildingLetter).collect();
    assert_eq!(found.len(), 1);
    let message = finding::message(Lang::En, found[0]);
    assert!(message.contains("Xinjiang") && message.contains("Party-building letter"), "{message}");
    assert!(finding::fix(Lang::En, found[0]).contains("cyberspace office"));
}

#[test]
fn the_face_check_has_a_clock_and_a_checklist() {
    let mut wizard = Setup::new().sized(80, 40).open(Draft::new(5)).start();
    wizard.go(FieldId::FaceCheckStartedAt).must_say(face_check::CHECKLIST).must_say(face_check::POINTS[4]);
    wizard.keys("Ctrl+N");
    assert!(wizard.value(FieldId::FaceCheckStartedAt).starts_with("2026-"), "{}", wizard.screen());
    assert!(wizard.says("通知还剩 23 小时 59 分钟"), "{}", wizard.screen());
    wizard.later(121);
    assert!(wizard.says("通知还剩 21 小时 58 分钟"), "{}", wizard.screen());
    wizard.go(FieldId::FaceCheckPassedAt).keys("Ctrl+N");
    assert!(wizard.says("核身还剩 2 天 21 小时"), "{}", wizard.screen());
    wizard.later(70 * 60).must_say(face_check::TASK_OVER);
}

#[test]
fn a_letter_whose_scan_is_gone_is_to_be_signed() {
    let draft = example("company");
    let path = draft.paths(FieldId::OwnerAuthorizationLetter).first().expect("it is attached").to_string();
    for (content, is_asked) in [(Content::Unknown, false), (Content::Missing, true)] {
        let mut wizard = Setup::new().sized(100, 40).open(draft.clone()).start();
        wizard.told(Message::Inspected([(path.clone(), FileFacts::of(content))].into_iter().collect()));
        wizard.keys("Ctrl+G").must_say(letter::WRITTEN_TITLE);
        assert_eq!(wizard.says("小程序负责人授权书"), is_asked, "{}", wizard.screen());
    }
}

#[test]
fn letters_are_written_from_the_step_of_the_materials_by_a_key() {
    for lang in [Lang::Zh, Lang::En] {
        let mut wizard = Setup::new().lang(lang).sized(100, 40).open(example("company")).start();
        wizard.keys("Alt+5");
        assert!(wizard.says(beian::tui::keymap::Action::Letters.label().in_lang(lang)), "{}", wizard.screen());
        wizard.keys("Ctrl+G").must_say(letter::WRITTEN_TITLE);
        let names: Vec<String> =
            wizard.world.letters.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert!(names.contains(&"小程序负责人授权书.html".to_owned()), "{names:?}");
    }
    let mut draft = example("company");
    draft.set(FieldId::FilingKind, Some("deregister".into()));
    let mut wizard = Setup::new().open(draft).start();
    wizard.keys("Ctrl+G").must_say(letter::NONE);
    assert!(wizard.world.letters.is_empty());
}

#[test]
fn what_is_wrong_with_a_passphrase_is_said_in_the_language_of_the_moment() {
    let mut wizard = Setup::new().open(example("company")).start();
    wizard.keys("F10 F10 Down Enter").text("ab").keys("Enter");
    assert!(wizard.says("口令太短"), "{}", wizard.screen());
    wizard.keys("F2");
    assert!(wizard.says("The passphrase is too short") && !wizard.says("口令太短"), "{}", wizard.screen());
}

#[test]
fn with_open_questions_the_export_leads_back_to_them_first() {
    let mut draft = example("company");
    draft.set(FieldId::Renamed, None);
    let mut wizard = Setup::new().open(draft).start();
    let open: Vec<FieldId> = FieldId::QUESTIONS.iter().copied().filter(|id| wizard.document().is_open_question(*id)).collect();
    assert!(!open.is_empty());
    wizard.keys("F10 F10").must_say(beian::locale::tui::protect::ANSWER_FIRST);
    wizard.keys("Enter");
    assert!(
        wizard.world.exports == 0 && !wizard.has_dialog() && wizard.app.focused() == open.first().copied(),
        "{}",
        wizard.screen()
    );
    wizard.keys("F10 Down Enter");
    assert_eq!(wizard.world.exports, 1, "{}", wizard.screen());
}

#[test]
fn files_outside_a_drafts_folder_are_packed_only_once_the_user_says_so() {
    let mut wizard = Setup::new().sized(80, 24).open(example("company")).start();
    wizard.world.outside = vec![Outside {
        field: FieldId::OwnerCertificateFront,
        path: "../../photos/a.jpg".into(),
        file: "/home/someone/photos/a.jpg".into(),
    }];
    wizard.keys("F10 F10 Enter").must_say(review::OUTSIDE_TITLE);
    assert!(wizard.says("/home/someone/photos/a.jpg"), "{}", wizard.screen());
    // The first answer is no.
    wizard.keys("Enter");
    assert_eq!(wizard.world.exports, 0);
    wizard.keys("F10 Enter Down Enter").must_say(review::EXPORTED);
    assert_eq!(wizard.world.exports, 1);
}

#[test]
fn a_package_is_encrypted_only_where_that_is_asked_for_and_nothing_secret_is_drawn() {
    for (keys, texts, expected) in [
        ("Enter", &[][..], "None"),
        ("Down Enter", &["geheim 很长的口令", "geheim 很长的口令"], "Passphrase"),
        ("Down Down Enter", &["age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"], "Recipients"),
    ] {
        let mut wizard = Setup::new().sized(80, 24).open(example("company")).start();
        wizard.keys("F10 F10").must_say(protect::WHAT_IT_HOLDS);
        wizard.keys(keys);
        for text in texts {
            assert_eq!(wizard.world.exports, 0);
            wizard.text(text);
            assert!(expected != "Passphrase" || !wizard.says("geheim"), "{}", wizard.screen());
            wizard.keys("Enter");
        }
        wizard.must_say(review::EXPORTED);
        assert_eq!(wizard.world.exports, 1);
        assert!(format!("{:?}", wizard.world.leaving.protection).starts_with(expected), "{:?}", wizard.world.leaving);
    }
}

#[test]
fn notes_leave_only_where_that_is_ticked_and_whichever_way_the_package_goes() {
    for (keys, phrase, expected) in [
        ("Enter", None, false),
        ("Space Enter", None, true),
        ("Space Space Enter", None, false),
        ("Space Down Enter", Some("geheim und lang"), true),
    ] {
        let mut wizard = Setup::new().sized(80, 24).open(example("company")).start();
        wizard.keys("F10 F10").must_say(protect::WITH_NOTES);
        wizard.keys(keys);
        for text in phrase.iter().chain(&phrase) {
            wizard.text(text).keys("Enter");
        }
        wizard.must_say(review::EXPORTED);
        assert_eq!(wizard.world.leaving.with_notes, expected, "{keys}");
    }
    // The question about files outside does not forget it.
    let mut wizard = Setup::new().sized(80, 24).open(example("company")).start();
    wizard.world.outside =
        vec![Outside { field: FieldId::OwnerCertificateFront, path: "../a.jpg".into(), file: "/home/someone/a.jpg".into() }];
    wizard.keys("F10 F10 Space Enter Down Enter").must_say(review::EXPORTED);
    assert!(wizard.world.leaving.with_notes);
}

#[test]
fn a_slip_in_a_passphrase_or_a_key_exports_nothing() {
    let mut wizard = Setup::new().sized(80, 24).open(example("company")).start();
    wizard.keys("F10 F10 Down Enter").text("13012340003").keys("Enter");
    assert!(wizard.says("口令太短"), "{}", wizard.screen());
    wizard.keys("Ctrl+U").text("1212121212121212").keys("Enter").must_say(encryption::REPEATS);
    wizard.keys("Ctrl+U").text("one long sentence").keys("Enter").text("two long sentences").keys("Enter");
    wizard.must_say(encryption::DIFFER);
    // Both are typed anew.
    wizard.text("one long sentence").keys("Enter").text("one").keys("Esc");
    assert_eq!(wizard.world.exports, 0);
    wizard.keys("F10 Down Down Enter").text("li@example.cn").keys("Enter").must_say(protect::NO_KEY);
    wizard.keys("Ctrl+U").text("AGE-SECRET-KEY-1QQQ").keys("Enter").must_say(encryption::PRIVATE_KEY);
    assert_eq!(wizard.world.exports, 0);
}

#[test]
fn a_passphrase_is_made_shown_once_and_copied_where_nothing_is_typed() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).sized(80, 24).open(example("company")).start();
        wizard.keys("F10 F10 Down Enter Enter");
        assert!(wizard.says(encryption::MADE_HINT.in_lang(lang).split(['：', ':']).next().unwrap()), "{}", wizard.screen());
        assert_eq!(wizard.world.exports, 0, "not before it can be written down");
        wizard.keys("Ctrl+C");
        let made = wizard.world.copied.last().cloned().unwrap();
        assert!(made.len() == 29 && wizard.says(&made), "{made} {}", wizard.screen());
        wizard.keys("Enter");
        assert!(wizard.world.exports == 1 && !wizard.says(&made), "{}", wizard.screen());
        assert_eq!(wizard.world.leaving.protection, Protection::Passphrase(Passphrase::new(&made).unwrap()));
        // Whoever leaves it has no package.
        let mut wizard = Setup::new().lang(lang).open(example("company")).start();
        wizard.keys("F10 F10 Down Enter Enter Esc");
        assert!(wizard.world.exports == 0 && !wizard.has_dialog(), "{}", wizard.screen());
    }
}

#[test]
fn what_a_draft_from_elsewhere_names_is_neither_inspected_nor_shown_before_its_user_says_so() {
    let stray = Outside {
        field: FieldId::OwnerCertificateFront,
        path: "scans/owner-id-front.jpg".into(),
        file: "/home/someone/.ssh/id_rsa".into(),
    };
    let path = example("company").text(FieldId::OwnerCertificateFront).to_owned();
    let strays = vec![Outside { path: path.clone(), ..stray }];
    let opened = |strays: Vec<Outside>| {
        let mut wizard = Setup::new().sized(80, 24).open(example("company")).start();
        let (path, folder) = (wizard.document().path.clone(), wizard.document().folder.clone());
        wizard.told(Message::Opened {
            path,
            folder,
            draft: Box::new(example("company")),
            unfinished: Default::default(),
            read_only: None,
            strays,
        });
        wizard
    };
    let mut wizard = opened(strays.clone());
    wizard.must_say(review::OUTSIDE_TITLE);
    assert!(wizard.says("/home/someone/.ssh/id_rsa"), "{}", wizard.screen());
    // The first answer is no; the file is held back, and a finding says so.
    wizard.keys("Enter");
    assert!(wizard.document().is_held_back(&path) && !wizard.document().scans().iter().any(|scan| scan.path == path));
    let mut findings = wizard.document().findings_of(FieldId::OwnerCertificateFront);
    assert!(findings.any(|finding| finding.rule.name == "file-missing"));
    drop(findings);
    wizard.go(FieldId::OwnerCertificateFront).keys("Ctrl+P");
    assert!(!wizard.world.viewed.iter().any(|seen| seen.ends_with("owner-id-front.jpg")));
    // Once allowed it is a file like any other.
    let mut wizard = opened(strays);
    wizard.keys("Down Enter");
    assert!(!wizard.document().is_held_back(&path) && wizard.document().scans().iter().any(|scan| scan.path == path));
}

/// A face check is of whoever passed it: with another number it goes, which is said, and undo brings it back.
#[test]
fn another_contact_loses_the_face_check_and_is_told() {
    let draft = example("company");
    assert!(!draft.text(FieldId::FaceCheckTask).is_empty());
    let mut wizard = Setup::new().open(draft.clone()).start();
    wizard.go(FieldId::OwnerCertificateNumber).keys("Ctrl+U").text("510107198003089933");
    wizard.must_say(review::FACE_CHECK_GONE);
    wizard.keys("Down").must_say(review::FACE_CHECK_GONE);
    assert_eq!(wizard.value(FieldId::FaceCheckTask), "");
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.value(FieldId::FaceCheckTask), draft.text(FieldId::FaceCheckTask));
}

#[test]
fn the_status_knows_the_package_that_was_made() {
    let mut draft = example("individual");
    FieldId::FILES.iter().for_each(|id| drop(draft.set(*id, None)));
    let mut wizard = Setup::new().open(draft).start();
    let path = wizard.document().path.clone();
    let digest = beian::package::digest::digest(wizard.document().draft(), wizard.document().facts()).unwrap();
    let made = beian::drafts::exported::Exported { package: "/drafts/x.zip".into(), day: "2026-11-23".parse().unwrap(), digest };
    wizard.keys("F9").told(Message::WasExported("/drafts/other.toml".into(), Box::new(made.clone())));
    assert!(!wizard.says("/drafts/x.zip"), "of another draft");
    wizard.told(Message::WasExported(path, Box::new(made)));
    assert!(wizard.says("备案包已在 2026-11-23 导出") && wizard.says("/drafts/x.zip"));
    wizard.keys("Esc").go(FieldId::ResponsiblePersonEmail).keys("x").keys("F9");
    assert!(wizard.says("已经过时"), "{}", wizard.screen());
}

#[test]
fn a_package_with_open_questions_says_so() {
    let exported = |answered: bool| {
        let mut draft = example("company");
        if !answered {
            draft.set(FieldId::LettersAreSigned, None);
        }
        let mut wizard = Setup::new().open(draft).start();
        wizard.told(Message::Exported("/drafts/x.zip".into())).must_say(review::EXPORTED);
        wizard.says("还有 1 问未答")
    };
    assert_eq!((exported(true), exported(false)), (false, true));
}
