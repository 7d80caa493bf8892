use crate::catalog;
use crate::filing::{Draft, FieldId};
use crate::locale::Lang;
use crate::tui::effect::{DraftRequest, Effect};
use crate::tui::screen::kit::{LANGS, SIZES, app, press, screen, survives_every_size};

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
    let table: &[(&str, u32, bool, &str)] = &[
        ("Down Enter Enter Enter", catalog::ENTERPRISE, false, "new"),
        ("Down Tab Right Tab Right Enter", catalog::ENTERPRISE, true, "change"),
        ("Tab Space Tab Space Space Enter", catalog::INDIVIDUAL, true, "deregister"),
        ("Tab Tab Space Space Space Enter", catalog::INDIVIDUAL, false, "new"),
        ("Tab Tab Right Right Right Left Enter", catalog::INDIVIDUAL, false, "change"),
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
            let kind =
                if lang == Lang::Zh { "(*) 新增  ( ) 变更  ( ) 注销" } else { "(*) New  ( ) Change  ( ) Deregister" };
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
        for keys in ["", "Tab", "Tab", "Right", "Right"] {
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
