//! The filter above the list: what it finds, and how it is edited.

use super::tests::{changed, chosen, drafts, listed, path, with};
use super::*;
use crate::catalog;
use crate::drafts::folder::Summary;
use crate::filing::{Draft, EventKind as E, FieldId};
use crate::locale::Lang;
use crate::tui::effect::{DraftRequest, Effect, Message};
use crate::tui::event::Event;
use crate::tui::screen::kit::{paste, press, screen, tell};

#[test]
fn typing_filters_by_title_subject_file_and_stage() {
    for (typed, expected) in [
        ("晨跑", "two"),
        ("社区图书有限", "three"),
        ("OLD", "old"),
        ("短信核验", "three"),
        ("sms", "three"),
        ("企业 小食", "one"),
        ("无法读取", "broken"),
    ] {
        let mut app = with(Lang::Zh, (80, 24), drafts());
        paste(&mut app, typed);
        assert!(screen(&mut app, (80, 24)).contains("1 / 1"), "{typed}");
        assert_eq!(chosen(&mut app), Some(path(expected)), "{typed}");
    }
    let mut app = with(Lang::Zh, (80, 24), drafts());
    press(&mut app, "o l d x");
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("没有符合「oldx」的草稿。按 Esc 清除筛选。") && text.contains("0 / 0"), "{text}");
    assert_eq!(chosen(&mut app), None);
    press(&mut app, "Backspace");
    assert_eq!(chosen(&mut app), Some(path("old")));
}

#[test]
fn kinds_stages_natures_and_regions_are_found_as_they_are_spelled() {
    let set = |name: &str, values: &[(FieldId, &str)]| {
        let mut draft = Draft::new(catalog::ENTERPRISE);
        values.iter().for_each(|(id, text)| drop(draft.set(*id, Some((*text).into()))));
        Listed { path: path(name), name: name.to_owned(), modified: changed(1), summary: Ok(Summary::of(draft.clone(), 0)) }
    };
    let mut all = drafts();
    all.push(set("c", &[(FieldId::FilingKind, "change"), (FieldId::SubjectRegion, "330106")]));
    all.push(set("d", &[(FieldId::FilingKind, "deregister"), (FieldId::SubjectRegion, "440305")]));
    for (typed, expected) in [
        ("biangeng", "c"),
        ("bg", "c"),
        ("zhuxiao", "d"),
        ("zx", "d"),
        ("hangzhou", "c"),
        ("zhejiang", "c"),
        ("gdsszs", "d"),
        ("szs", "d"),
        ("dxhy", "three"),
        ("duanxinheyan", "three"),
        ("geren", "two"),
        ("qiye bg", "c"),
        ("shequtushu", "three"),
    ] {
        let mut app = with(Lang::Zh, (80, 24), all.clone());
        paste(&mut app, typed);
        if typed == "gdsszs" {
            assert!(screen(&mut app, (80, 24)).contains("0 / 0"), "a name at a time");
            continue;
        }
        assert!(screen(&mut app, (80, 24)).contains("1 / 1"), "{typed}\n{}", screen(&mut app, (80, 24)));
        assert_eq!(chosen(&mut app), Some(path(expected)), "{typed}");
    }
}

#[test]
fn regions_stand_in_english_as_they_are_read_and_are_found_so() {
    let mut draft = Draft::new(catalog::ENTERPRISE);
    drop(draft.set(FieldId::SubjectRegion, Some("610113".into())));
    let mut all = drafts();
    let summary = Ok(Summary::of(draft.clone(), 0));
    all.push(Listed { path: path("x"), name: "x".to_owned(), modified: changed(1), summary });
    for (lang, shown) in [(Lang::En, "Shaanxi Xi'an"), (Lang::Zh, "陕西省西安市")] {
        assert_eq!(crate::tui::screen::home::row::region(lang, &draft), shown);
        let mut app = with(lang, (120, 36), all.clone());
        paste(&mut app, "xi'an");
        assert_eq!(chosen(&mut app), Some(path("x")));
    }
}

#[test]
fn what_the_list_shows_is_found() {
    let back = (E::PlatformReturned, "2026-11-24T10:00:00+08:00");
    let mut draft = listed("back", "望京猫屋", catalog::ENTERPRISE, 1, &[(E::Submitted, "2026-11-23T09:00:00+08:00"), back]);
    if let Ok(summary) = &mut draft.summary {
        summary.draft.set(FieldId::SubjectRegion, Some("510107".into()));
        summary.draft.set(FieldId::FilingKind, Some("change".into()));
        summary.draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        *summary = Summary::of(summary.draft.clone(), 0);
    }
    for (typed, found) in [
        ("驳回", true),
        ("pingtaichushenbohui", true),
        ("rejected", true),
        ("准备资料", false),
        ("武侯区", true),
        ("wuhou", true),
        ("成都市武侯", true),
        ("2026000001号-1x", true),
        ("西湖", false),
    ] {
        let mut app = with(Lang::Zh, (80, 24), vec![draft.clone()]);
        paste(&mut app, typed);
        assert_eq!(screen(&mut app, (80, 24)).contains("望京猫屋"), found, "{typed}");
    }
}

#[test]
fn where_drafts_stand_is_found_out_ahead_and_then_nothing_is_left_to_do() {
    let sent = [(E::Submitted, "2026-11-25T09:00:00+08:00")];
    let mut many: Vec<Listed> = (0..350).map(|n| listed(&format!("d{n}"), "晨跑", catalog::ENTERPRISE, n, &sent)).collect();
    many.push(super::tests::unreadable("broken", 1));
    let mut app = with(Lang::Zh, (80, 24), many);
    let mut ticks = 0;
    while app.due() == Some(std::time::Duration::ZERO) {
        drop(app.update(Event::Tick));
        ticks += 1;
        assert!(ticks < 40, "it ends");
    }
    assert!(ticks >= 2, "some at a time: {ticks}");
    // What is found is the same as where a filter was first.
    paste(&mut app, "初审");
    let found = screen(&mut app, (80, 24));
    assert!(found.contains("1 / 350"), "{found}");
}

#[test]
fn what_changed_behind_the_same_time_is_found_as_it_is_now() {
    let draft = |events: &[(E, &str)]| vec![listed("a", "晨跑", catalog::ENTERPRISE, 1, events)];
    let mut app = with(Lang::Zh, (80, 24), draft(&[(E::Submitted, "2026-11-25T09:00:00+08:00")]));
    paste(&mut app, "初审");
    assert!(screen(&mut app, (80, 24)).contains("1 / 1"));
    drop(tell(&mut app, Message::Listed(draft(&[]).into())));
    assert!(screen(&mut app, (80, 24)).contains("0 / 0"), "{}", screen(&mut app, (80, 24)));
}

#[test]
fn what_is_typed_before_the_drafts_are_read_looks_for_them() {
    let mut app = crate::tui::screen::kit::app(Lang::Zh, (80, 24));
    press(&mut app, "o l d");
    drop(tell(&mut app, Message::Listed(drafts().into())));
    assert_eq!(chosen(&mut app), Some(path("old")));
}

#[test]
fn delete_in_the_filter_deletes_there_and_what_is_under_way_is_asked_about() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert!(press(&mut app, "o l d Left Delete").is_empty());
    assert!(screen(&mut app, (80, 24)).contains(" ol"), "{}", screen(&mut app, (80, 24)));
    // A key that is held stops there. With another one between, there is nothing to delete but the draft: that is asked.
    assert!(press(&mut app, "Delete Delete").is_empty());
    assert!(press(&mut app, "End Delete").is_empty());
    assert_eq!(press(&mut app, "Down Enter"), [Effect::from(DraftRequest::Delete(path("old")))]);
    // What cannot be read is asked about as well.
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert!(press(&mut app, "b r o k e n Delete").is_empty());
    assert_eq!(press(&mut app, "Down Enter"), [Effect::from(DraftRequest::Delete(path("broken")))]);
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert!(press(&mut app, "o l Home Delete Delete Delete Delete").is_empty(), "not when it is empty either");
    for (lang, stage) in [(Lang::Zh, "平台初审"), (Lang::En, "Platform review")] {
        let mut app = with(lang, (80, 24), drafts());
        assert!(press(&mut app, "Delete").is_empty());
        assert!(screen(&mut app, (80, 24)).contains(stage), "{}", screen(&mut app, (80, 24)));
        assert!(press(&mut app, "Enter").is_empty(), "the harmless answer comes first");
    }
}

#[test]
fn esc_clears_the_filter_keeps_the_choice_and_never_quits() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    press(&mut app, "o l d");
    assert!(press(&mut app, "Esc").is_empty());
    assert!(screen(&mut app, (80, 24)).contains("5 / 5"));
    assert_eq!(chosen(&mut app), Some(path("old")));
    let effects = press(&mut app, "Esc Esc Esc");
    assert!(effects.is_empty(), "{effects:?}");
}

#[test]
fn a_draft_that_was_open_is_chosen_afterwards_even_under_a_filter() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    press(&mut app, "晨");
    let draft = Box::new(Draft::new(catalog::ENTERPRISE));
    tell(
        &mut app,
        Message::Opened {
            path: path("fresh"),
            folder: "/home/li/drafts".into(),
            draft,
            unfinished: Default::default(),
            read_only: None,
            strays: Vec::new(),
        },
    );
    let effects = press(&mut app, "Esc");
    assert!(effects.contains(&Effect::Draft(DraftRequest::List)), "{effects:?}");
    let mut later = drafts();
    later.push(listed("fresh", "刚建的", catalog::ENTERPRISE, 0, &[]));
    tell(&mut app, Message::Listed(later.into()));
    assert_eq!(chosen(&mut app), Some(path("fresh")));
}
