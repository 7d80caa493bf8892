use crate::answer::applet::Applet;
use crate::catalog;
use crate::filing::{Draft, FieldId, FilingKind};
use crate::locale::Lang;
use crate::locale::tui::{new as words, protect};
use crate::package::encryption::Passphrase;
use crate::tui::effect::{Both, DraftRequest, Effect, FileEntry, Lock, Message, Opener, RecordRequest};
use crate::tui::screen::kit::{LANGS, SIZES, app, at, paste, press, screen, survives_every_size, tell};

fn created(keys: &str) -> Draft {
    let mut app = app(Lang::Zh, (80, 24));
    press(&mut app, "Ctrl+N");
    let effects = press(&mut app, keys);
    match effects.as_slice() {
        [Effect::Draft(DraftRequest::Create { draft, .. })] => draft.as_ref().clone(),
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn enter_goes_on_and_creates_at_the_end() {
    let draft = created("Enter Enter Enter");
    assert_eq!(draft, Draft::new(catalog::INDIVIDUAL));
    let table: &[(&str, u32, bool)] = &[
        ("Enter Down Enter Enter", catalog::ENTERPRISE, false),
        ("Tab Down Tab Right Enter", catalog::ENTERPRISE, true),
        ("Tab Tab Space Enter", catalog::INDIVIDUAL, true),
        ("Tab Tab Space Space Enter", catalog::INDIVIDUAL, false),
        ("Tab Tab Shift+Tab Shift+Tab Tab Down Tab Enter", catalog::ENTERPRISE, false),
        ("Tab Down Down Down Up Enter Enter", 1, false),
        ("Tab End Down Up Tab Enter", catalog::natures()[17].id, false),
        // In a list the line one stands on is chosen: a blank changes nothing.
        ("Tab Down Space Tab Enter", catalog::ENTERPRISE, false),
        // Past the ends of a list there are the other parts.
        ("Right Right Left Left Enter Up Enter Enter Enter", catalog::INDIVIDUAL, false),
    ];
    for (keys, nature, live) in table {
        let draft = created(keys);
        assert_eq!(draft.code(FieldId::SubjectNature), Some(*nature), "{keys}");
        assert_eq!(draft.flag(FieldId::Published), *live, "{keys}");
        assert_eq!(draft.text(FieldId::FilingKind), "new", "{keys}");
    }
}

/// A filed draft in the folder.
fn with_filed(lang: Lang, size: (u16, u16)) -> crate::tui::app::App {
    use crate::drafts::folder::{Listed, Summary};
    use crate::filing::{Event, EventKind as E, Stage};
    let mut draft = Draft::new(catalog::ENTERPRISE);
    for (id, value) in [
        (FieldId::MiniProgramName, "虚构助手"),
        (FieldId::AppId, "wx7f6e5d4c3b2a1908"),
        (FieldId::SubjectName, "虚构科技有限公司"),
        (FieldId::ResponsiblePersonMobile, "13012340003"),
        (FieldId::SubjectCertificatePhoto, "scans/licence.jpg"),
    ] {
        draft.set(id, Some(value.into()));
    }
    let kinds = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];
    draft.events = kinds.into_iter().map(|kind| Event::new(kind, at("2026-09-30T09:00:00+08:00"))).collect();
    draft.events[4].number = "蜀ICP备2026000001号-1X".into();
    let summary = Summary {
        title: draft.title().to_owned(),
        nature: Some(catalog::ENTERPRISE),
        kind: "new".into(),
        stage: Stage::Filed,
        progress: crate::filing::progress::of_draft(&draft),
        last_event: draft.events.last().cloned(),
        unread_events: 0,
        draft,
    };
    let mut app = app(lang, size);
    tell(
        &mut app,
        crate::tui::effect::Message::Listed(
            vec![Listed {
                path: "/home/li/drafts/filed.toml".into(),
                name: "filed".into(),
                modified: None,
                summary: Ok(summary),
            }]
            .into(),
        ),
    );
    app
}

#[test]
fn what_refers_to_a_record_begins_with_a_filed_draft() {
    // Keys to the purpose, the kind, whether the values go along, and the scans.
    for (keys, kind, mobile, photo) in [
        ("Down", "new", "13012340003", "scans/licence.jpg"),
        ("Down Down", "change", "13012340003", ""),
        ("Down Down Down", "deregister", "", ""),
    ] {
        let mut app = with_filed(Lang::Zh, (80, 24));
        press(&mut app, &format!("Ctrl+N {keys}"));
        let text = screen(&mut app, (80, 24));
        assert!(!text.contains("主体性质") && !text.contains("上架状态"), "the record tells them: {text}");
        press(&mut app, "Enter");
        let text = screen(&mut app, (80, 24));
        assert!(text.contains("从哪份备案开始") && text.contains("虚构助手  蜀ICP备2026000001号-1X"), "{text}");
        let effects = press(&mut app, "Enter");
        let [Effect::Draft(DraftRequest::Create { draft, .. })] = effects.as_slice() else { panic!("{keys}: {effects:?}") };
        assert_eq!(draft.text(FieldId::FilingKind), kind);
        assert_eq!(draft.text(FieldId::RecordNumber), "蜀ICP备2026000001号-1X", "{keys}");
        assert_eq!(draft.recorded(FieldId::SubjectName), Some(&"虚构科技有限公司".into()), "{keys}");
        assert_eq!(draft.text(FieldId::ResponsiblePersonMobile), mobile, "{keys}");
        assert_eq!(draft.text(FieldId::SubjectCertificatePhoto), photo, "{keys}");
        assert!(draft.events.is_empty(), "{keys}");
    }
}

#[test]
fn of_several_changes_of_one_filing_the_last_is_offered() {
    use crate::drafts::folder::{Listed, Summary};
    use crate::filing::{Event, EventKind as E, Stage};
    let kinds = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];
    let listed = ["2026-09-30", "2026-10-30"].map(|day| {
        let mut draft = Draft::new(catalog::ENTERPRISE);
        for (id, value) in [
            (FieldId::FilingKind, "change"),
            (FieldId::RecordNumber, "蜀ICP备2026000001号-1X"),
            (FieldId::MiniProgramName, "虚构助手"),
            (FieldId::SubjectName, day),
        ] {
            draft.set(id, Some(value.into()));
        }
        draft.events = kinds.map(|kind| Event::new(kind, at(&format!("{day}T09:00:00+08:00")))).to_vec();
        let summary = Summary {
            title: draft.title().to_owned(),
            nature: Some(catalog::ENTERPRISE),
            kind: "change".into(),
            stage: Stage::Filed,
            progress: crate::filing::progress::of_draft(&draft),
            last_event: draft.events.last().cloned(),
            unread_events: 0,
            draft,
        };
        (format!("{day}.toml"), summary)
    });
    let mut app = app(Lang::Zh, (80, 24));
    let entries = listed.map(|(name, summary)| Listed {
        path: std::path::PathBuf::from("/home/li/drafts").join(&name),
        name,
        summary: Ok(summary),
        modified: None,
    });
    tell(&mut app, crate::tui::effect::Message::Listed(std::sync::Arc::new(entries)));
    press(&mut app, "Ctrl+N Down Down Enter");
    let text = screen(&mut app, (80, 24));
    assert_eq!(text.matches("蜀ICP备2026000001号-1X").count(), 1, "{text}");
    assert!(text.contains("2026-10-30") && !text.contains("2026-09-30"), "{text}");
}

#[test]
fn without_a_draft_at_hand_a_file_is_chosen_or_it_is_typed() {
    for lang in LANGS {
        for (size, keys, kind) in [((80, 24), "Down", "new"), ((60, 16), "Down Down", "change"), ((120, 36), "End", "deregister")]
        {
            let mut app = app(lang, size);
            press(&mut app, &format!("Ctrl+N {keys} Enter"));
            let text = screen(&mut app, size);
            assert!(text.contains(words::TYPED.in_lang(lang)) && text.contains(".zip"), "{text}");
            let effects = press(&mut app, "Down Enter");
            let [Effect::Draft(DraftRequest::Create { draft, .. })] = effects.as_slice() else { panic!("{effects:?}") };
            assert_eq!(draft.text(FieldId::FilingKind), kind);
            assert_eq!((draft.text(FieldId::RecordNumber), draft.has_record()), ("", false));
            assert_eq!(draft.get(FieldId::SubjectNature), None, "nobody was asked yet");
            assert_eq!(draft.text(FieldId::RecordSource), if kind == "change" { "typed" } else { "" });
            assert_eq!(draft.answer(FieldId::FiledBefore), (kind == "new").then_some(true));
        }
    }
}

#[test]
fn a_file_is_read_for_the_kind_that_was_asked_for() {
    let mut app = app(Lang::En, (80, 24));
    let effects = press(&mut app, "Ctrl+N Down Down Enter Enter");
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::ReadFolder(folder) if folder.ends_with("drafts"))),
        "{effects:?}"
    );
    let file = |name: &str| FileEntry { name: name.to_owned(), folder: false, size: 9, modified: 1_760_000_000 };
    let lines = ["a.zip", "answer.json", "b.toml", "photo.jpg"].map(file).to_vec();
    tell(&mut app, Message::Folder { path: "/home/li/drafts".into(), lines: Ok(lines) });
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("a.zip") && text.contains("answer.json"), "{text}");
    // Filed drafts stand in the list before; what is no draft of a filing is no more to be chosen than a picture.
    assert!(!text.contains("photo.jpg") && !text.contains("b.toml") && text.contains(words::FILE_TITLE.en), "{text}");
    let effects = press(&mut app, "a . z Enter");
    let [Effect::ReadRecord(request)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((request.path.to_str(), request.kind), (Some("/home/li/drafts/a.zip"), FilingKind::Change));
    let begun = tell(&mut app, Message::Begun { draft: Box::new(Draft::new(catalog::ENTERPRISE)), from: "/d/x.zip".into() });
    assert_eq!(
        begun,
        [Effect::Draft(DraftRequest::Create { draft: Box::new(Draft::new(catalog::ENTERPRISE)), from: vec!["/d/x.zip".into()] })]
    );
}

#[test]
fn a_dropped_package_or_answer_is_taken_wherever_a_source_is_asked_for() {
    let kinds = [("Down", FilingKind::New), ("Down Down", FilingKind::Change), ("Down Down Down", FilingKind::Deregistration)];
    let paths = [
        ("/srv/answer.json", "/srv/answer.json"),
        ("'/srv/my filing.zip'", "/srv/my filing.zip"),
        ("~/a.zip.AGE", "/home/li/a.zip.AGE"),
        ("file:///srv/x.xml\n", "/srv/x.xml"),
        ("../other/filed.toml", "/home/li/other/filed.toml"),
    ];
    for ((keys, kind), (pasted, path)) in kinds.into_iter().flat_map(|kind| paths.map(|path| (kind, path))) {
        for opens in ["", " Enter"] {
            let mut app = app(Lang::En, (80, 24));
            press(&mut app, &format!("Ctrl+N {keys}{opens}"));
            let effects = paste(&mut app, pasted);
            let [Effect::ReadRecord(request)] = effects.as_slice() else { panic!("{keys}{opens} {pasted}: {effects:?}") };
            assert_eq!((request.path.to_str(), request.kind), (Some(path), kind), "{keys}{opens}");
            assert!(!screen(&mut app, (80, 24)).contains(words::ORIGIN.en), "it is closed");
        }
    }
    // A folder, a picture and a word are none of these.
    for pasted in ["/srv/scans", "/srv/licence.jpg", "answer.json", "音乐"] {
        let mut app = app(Lang::En, (80, 24));
        press(&mut app, "Ctrl+N Down Down Enter");
        assert!(paste(&mut app, pasted).is_empty(), "{pasted}");
    }
    // What is typed by hand is taken once that is confirmed.
    let mut app = app(Lang::En, (80, 24));
    press(&mut app, "Ctrl+N Down Down Enter / s / a . j s o n");
    assert!(matches!(press(&mut app, "Enter").as_slice(), [Effect::ReadRecord(request)] if request.path.ends_with("s/a.json")));
}

/// What is asked for to read an encrypted package for a change.
fn locked() -> RecordRequest {
    let folder = std::path::PathBuf::from("/home/li/drafts");
    let (path, kind) = (folder.join("a.zip.age"), FilingKind::Change);
    RecordRequest { path, kind, folder, home: None, opener: None, chosen: None }
}

#[test]
fn an_encrypted_package_is_opened_with_a_passphrase_that_is_never_drawn() {
    for (lang, size) in LANGS.into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))) {
        let mut app = app(lang, size);
        let asked = locked();
        for is_wrong in [false, true] {
            let refused = is_wrong.then(|| Both::of(|_| ("wrong one".to_owned(), "try again".to_owned())));
            tell(&mut app, Message::Locked { request: asked.clone(), lock: Lock::Passphrase, refused });
            let text = screen(&mut app, size);
            assert!(text.contains("a.zip.age") && text.contains(protect::UNLOCK_TITLE.in_lang(lang)), "{text}");
            assert_eq!(text.contains("wrong one") && text.contains("try again"), is_wrong, "{text}");
            assert!(press(&mut app, "Enter").is_empty(), "nothing was typed");
            press(&mut app, "s e c r e t");
            assert!(!screen(&mut app, size).contains("secret"));
            let effects = press(&mut app, "Enter");
            let [Effect::ReadRecord(request)] = effects.as_slice() else { panic!("{effects:?}") };
            let opener = Passphrase::new("secret").map(Opener::Passphrase);
            assert_eq!((&request.path, &request.opener), (&asked.path, &opener));
            let text = screen(&mut app, size);
            assert!(
                !text.contains(protect::UNLOCK_TITLE.in_lang(lang)) && text.contains(protect::OPENING.in_lang(lang)),
                "{text}"
            );
        }
        // Once that was tried the line goes, whatever came of it.
        let refused = Some(Both::of(|_| ("wrong one".to_owned(), "try again".to_owned())));
        let failed = Both::of(|_| ("damaged".to_owned(), String::new()));
        for answer in [Message::Locked { request: asked.clone(), lock: Lock::Passphrase, refused }, Message::Failed(failed)] {
            tell(&mut app, Message::Locked { request: asked.clone(), lock: Lock::Passphrase, refused: None });
            press(&mut app, "w r o n g Enter");
            assert!(screen(&mut app, size).contains(protect::OPENING.in_lang(lang)));
            tell(&mut app, answer);
            let asks = screen(&mut app, size);
            press(&mut app, "Esc");
            for text in [asks, screen(&mut app, size)] {
                assert!(!text.contains(protect::OPENING.in_lang(lang)), "{text}");
            }
        }
    }
}

#[test]
fn the_help_says_what_enter_does_at_each_question() {
    for (keys, words) in [("Ctrl+N", "下一项"), ("Ctrl+N Tab Tab", "创建"), ("Ctrl+N Down", "选择备案")] {
        let mut app = app(Lang::Zh, (80, 36));
        press(&mut app, keys);
        press(&mut app, "F1");
        let text = screen(&mut app, (80, 36));
        let line = text.lines().find(|line| line.contains("Enter") && line.contains(words));
        assert!(line.is_some() && !text.contains("打开"), "{text}");
    }
}

#[test]
fn esc_goes_back_and_makes_nothing() {
    let mut app = app(Lang::Zh, (80, 24));
    let effects = press(&mut app, "Ctrl+N Tab Esc");
    assert!(effects.is_empty(), "{effects:?}");
    assert!(press(&mut app, "Ctrl+N Down Enter Esc Esc").is_empty());
    assert!(!screen(&mut app, (80, 24)).contains("主体性质"));
}

#[test]
fn the_usual_natures_come_first_and_are_explained_in_full() {
    for (columns, rows) in SIZES {
        for lang in LANGS {
            let mut app = app(lang, (columns, rows));
            press(&mut app, "Ctrl+N Tab");
            let text = screen(&mut app, (columns, rows));
            let (first, second) = match lang {
                Lang::Zh => {
                    ("> (*) 个人  以个人名义备案，只能提供非经营性内容", "( ) 企业  公司、合伙企业等；个体工商户一般也选这项")
                }
                Lang::En => {
                    ("> (*) Individual  own name, nothing commercial", "( ) Enterprise  companies, partnerships, sole traders")
                }
            };
            assert!(text.contains(first) && text.contains(second) && (rows > 28 || text.contains("1 / 18")), "{text}");
            for (name, text_of) in super::Purpose::ALL.map(super::Purpose::words) {
                let line = format!(") {}  {}", name.in_lang(lang), text_of.in_lang(lang));
                assert!(text.contains(&line), "{line} in {text}");
            }
        }
    }
}

#[test]
fn every_nature_can_be_reached_and_seen() {
    let mut app = app(Lang::Zh, (60, 16));
    press(&mut app, "Ctrl+N Tab");
    for nature in super::ordered() {
        let text = screen(&mut app, (60, 16));
        assert!(text.contains(&format!("> (*) {}", nature.name.zh)), "{text}");
        press(&mut app, "Down");
    }
    assert!(screen(&mut app, (60, 16)).contains("> 上架状态"), "the part after the list follows");
}

#[test]
fn what_enter_does_is_said_in_full_on_the_smallest_screen() {
    for lang in LANGS {
        for keys in ["Ctrl+N", "Ctrl+N Tab", "Ctrl+N Tab Tab", "Ctrl+N Down", "Ctrl+N Down Down", "Ctrl+N End"] {
            let mut app = app(lang, (60, 16));
            press(&mut app, keys);
            let text = screen(&mut app, (60, 16));
            let ends =
                ["继续。", "创建草稿。", "开始。", "哪份备案。", "continues.", "creates the draft.", "chooses the filing."];
            assert!(ends.iter().any(|end| text.contains(end)), "{text}");
        }
    }
}

#[test]
fn any_size_will_do() {
    for keys in ["Ctrl+N Down Down Down", "Ctrl+N Tab Down Down Down", "Ctrl+N Down Enter"] {
        let mut app = app(Lang::En, (80, 24));
        press(&mut app, keys);
        survives_every_size(&mut app);
    }
}

#[test]
fn a_package_for_recipients_is_opened_with_the_file_of_a_private_key() {
    for (lang, size) in LANGS.into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))) {
        let mut app = app(lang, size);
        let asked = locked();
        tell(&mut app, Message::Locked { request: asked.clone(), lock: Lock::Recipients, refused: None });
        let text = screen(&mut app, size);
        assert!(text.contains("a.zip.age") && text.contains(protect::KEY_FILE_LABEL.in_lang(lang)), "{text}");
        assert!(press(&mut app, "Enter").is_empty(), "nothing was typed");
        assert!(screen(&mut app, size).contains("AGE-SECRET-KEY-1"));
        // A path as a terminal drops it; it is shown, since it is no secret.
        paste(&mut app, "'/home/li/my key.txt'");
        assert!(screen(&mut app, size).contains("my key.txt"));
        let effects = press(&mut app, "Enter");
        let [Effect::ReadRecord(request)] = effects.as_slice() else { panic!("{effects:?}") };
        let file = std::path::PathBuf::from("/home/li/my key.txt");
        assert_eq!(request.opener, Some(Opener::KeyFile(file)));
        // Another key: the path stays to be corrected.
        let refused = Some(Both::of(|_| ("another key".to_owned(), String::new())));
        tell(&mut app, Message::Locked { request: request.clone(), lock: Lock::Recipients, refused });
        let text = screen(&mut app, size);
        assert!(text.contains("another key") && text.contains("my key.txt"), "{text}");
    }
}

#[test]
fn of_several_mini_programs_in_an_answer_one_is_chosen() {
    let applet =
        |name: &str, number: &str, app_id: &str| Applet { app_id: app_id.into(), name: name.into(), number: number.into() };
    let all = vec![
        applet("音乐厅", "蜀ICP备2026000001号-1X", "wx1"),
        applet("抢票助手", "蜀ICP备2026000001号-2X", "wx2"),
        applet("", "", "wx00000000000000aa"),
    ];
    for (lang, size) in LANGS.into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))) {
        for (keys, chosen) in
            [("Enter", Some(0)), ("Down Enter", Some(1)), ("End Enter", Some(2)), ("q p Enter", Some(1)), ("Esc", None)]
        {
            let mut app = app(lang, size);
            press(&mut app, "Ctrl+N Down Down");
            let folder = std::path::PathBuf::from("/home/li/drafts");
            let path = folder.join("answer.json");
            let asked = RecordRequest { path, kind: FilingKind::Change, folder, home: None, opener: None, chosen: None };
            tell(&mut app, Message::Several { request: asked.clone(), all: all.clone() });
            let text = screen(&mut app, size);
            for said in ["音乐厅", "蜀ICP备2026000001号-2X", "wx00000000000000aa", words::WHICH_MINI_PROGRAM.in_lang(lang)]
            {
                assert!(text.contains(said), "{said}\n{text}");
            }
            let effects = press(&mut app, keys);
            let expected: Vec<Effect> = chosen
                .map(|index: usize| Effect::ReadRecord(RecordRequest { chosen: Some(all[index].clone()), ..asked.clone() }))
                .into_iter()
                .collect();
            assert_eq!(effects, expected, "{keys}");
            assert!(!screen(&mut app, size).contains("抢票助手"), "it is closed");
        }
    }
}
