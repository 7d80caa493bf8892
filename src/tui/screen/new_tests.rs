use crate::catalog;
use crate::filing::{Draft, FieldId};
use crate::locale::Lang;
use crate::tui::effect::{DraftRequest, Effect};
use crate::tui::screen::kit::{LANGS, SIZES, app, at, press, screen, survives_every_size, tell};

fn created(keys: &str) -> Draft {
    let mut app = app(Lang::Zh, (80, 24));
    press(&mut app, "Ctrl+N");
    let effects = press(&mut app, keys);
    match effects.as_slice() {
        [Effect::Draft(DraftRequest::Create(draft))] => draft.as_ref().clone(),
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn enter_goes_on_and_creates_at_the_end() {
    let draft = created("Enter Enter Enter");
    assert_eq!(draft, Draft::new(catalog::INDIVIDUAL));
    assert_eq!(created("Tab Tab Right Enter").answer(FieldId::FiledBefore), Some(true));
    let table: &[(&str, u32, bool, &str)] = &[
        ("Down Enter Enter Enter", catalog::ENTERPRISE, false, "new"),
        ("Down Tab Right Tab Right Right Enter", catalog::ENTERPRISE, true, "change"),
        ("Tab Space Tab Space Space Space Enter", catalog::INDIVIDUAL, true, "deregister"),
        ("Tab Tab Space Space Space Space Enter", catalog::INDIVIDUAL, false, "new"),
        ("Tab Tab Right Right Right Right Left Enter", catalog::INDIVIDUAL, false, "change"),
        ("Tab Tab Shift+Tab Shift+Tab Down Tab Tab Enter", catalog::ENTERPRISE, false, "new"),
        ("Down Down Down Up Enter Enter Enter", 1, false, "new"),
        ("End Down Down Enter", catalog::natures()[17].id, false, "new"),
    ];
    for (keys, nature, live, kind) in table {
        let draft = created(keys);
        assert_eq!(draft.code(FieldId::SubjectNature), Some(*nature), "{keys}");
        assert_eq!(draft.flag(FieldId::Published), *live, "{keys}");
        assert_eq!(draft.text(FieldId::FilingKind), *kind, "{keys}");
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
        crate::tui::effect::Message::Listed(vec![Listed {
            path: "/home/li/drafts/filed.toml".into(),
            name: "filed".into(),
            modified: None,
            summary: Ok(summary),
        }]),
    );
    app
}

#[test]
fn what_refers_to_a_record_begins_with_a_filed_draft() {
    // Keys to the purpose, the kind, whether the values go along, and the scans.
    for (keys, kind, mobile, photo) in [
        ("Right", "new", "13012340003", "scans/licence.jpg"),
        ("Right Right", "change", "13012340003", ""),
        ("Right Right Right", "deregister", "", ""),
    ] {
        let mut app = with_filed(Lang::Zh, (80, 24));
        press(&mut app, &format!("Ctrl+N Tab Tab {keys} Enter"));
        let text = screen(&mut app, (80, 24));
        assert!(text.contains("从哪份备案开始") && text.contains("虚构助手  蜀ICP备2026000001号-1X"), "{text}");
        let effects = press(&mut app, "Enter");
        let [Effect::Draft(DraftRequest::Create(draft))] = effects.as_slice() else { panic!("{keys}: {effects:?}") };
        assert_eq!(draft.text(FieldId::FilingKind), kind);
        assert_eq!(draft.text(FieldId::RecordNumber), "蜀ICP备2026000001号-1X", "{keys}");
        assert_eq!(draft.recorded(FieldId::SubjectName), Some(&"虚构科技有限公司".into()), "{keys}");
        assert_eq!(draft.text(FieldId::ResponsiblePersonMobile), mobile, "{keys}");
        assert_eq!(draft.text(FieldId::SubjectCertificatePhoto), photo, "{keys}");
        assert!(draft.events.is_empty(), "{keys}");
    }
    let mut app = with_filed(Lang::En, (60, 16));
    press(&mut app, "Ctrl+N Tab Tab Right Right Enter");
    assert!(screen(&mut app, (60, 16)).contains("type it in"));
    let effects = press(&mut app, "Down Enter");
    let [Effect::Draft(DraftRequest::Create(draft))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((draft.text(FieldId::RecordSource), draft.text(FieldId::RecordNumber)), ("typed", ""));
}

#[test]
fn the_help_says_what_enter_does_at_each_question() {
    for (keys, words) in [("Ctrl+N", "下一项"), ("Ctrl+N Tab Tab", "创建")] {
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
    assert!(!screen(&mut app, (80, 24)).contains("主体性质"));
}

#[test]
fn the_usual_natures_come_first_and_are_explained_in_full() {
    for (columns, rows) in SIZES {
        for lang in LANGS {
            let mut app = app(lang, (columns, rows));
            press(&mut app, "Ctrl+N");
            let text = screen(&mut app, (columns, rows));
            let (first, second) = match lang {
                Lang::Zh => {
                    ("> (*) 个人  以个人名义备案，只能提供非经营性内容", "( ) 企业  公司、合伙企业等；个体工商户一般也选这项")
                }
                Lang::En => {
                    ("> (*) Individual  own name, nothing commercial", "( ) Enterprise  companies, partnerships, sole traders")
                }
            };
            assert!(text.contains(first) && text.contains(second) && text.contains("1 / 18"), "{text}");
            let kind = match lang {
                Lang::Zh => "(*) 首次  ( ) 再备一个  ( ) 变更  ( ) 注销",
                Lang::En => "(*) New  ( ) More  ( ) Change  ( ) Deregister",
            };
            assert!(text.contains(kind), "{text}");
        }
    }
}

#[test]
fn every_nature_can_be_reached_and_seen() {
    let mut app = app(Lang::Zh, (60, 16));
    press(&mut app, "Ctrl+N");
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
        let mut app = app(lang, (60, 16));
        press(&mut app, "Ctrl+N");
        for keys in ["", "Tab", "Tab", "Right", "Right", "Right"] {
            press(&mut app, keys);
            let text = screen(&mut app, (60, 16));
            let ends = ["Enter 继续。", "Enter 创建草稿。", "Enter continues.", "Enter creates the draft."];
            assert!(ends.iter().any(|end| text.contains(end)), "{text}");
        }
    }
}

#[test]
fn any_size_will_do() {
    let mut app = app(Lang::En, (80, 24));
    press(&mut app, "Ctrl+N Down Down Down");
    survives_every_size(&mut app);
}
