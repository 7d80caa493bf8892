use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use chrono::TimeDelta;

use super::*;
use crate::catalog;
use crate::drafts::error::OpenError;
use crate::drafts::folder::{Purpose, Summary};
use crate::filing::{Draft, Event as Told, EventKind as E, FieldId};
use crate::locale;
use crate::locale::Lang;
use crate::tui::app::App;
use crate::tui::effect::{Both, DraftRequest, Effect, Message, Request, Undone};
use crate::tui::event::{Event, Key};
use crate::tui::screen::kit::{LANGS, SIZES, app, at, paste, press, screen, survives_every_size, tell};

pub(super) fn path(name: &str) -> PathBuf {
    Path::new("/home/li/drafts").join(format!("{name}.toml"))
}

/// Changed so many hours before now.
pub(super) fn changed(hours: u64) -> Option<SystemTime> {
    let now = SystemTime::from(at("2026-11-25T10:00:00+08:00"));
    now.checked_sub(Duration::from_secs(hours * 3600))
}

pub(super) fn listed(name: &str, title: &str, nature: u32, hours: u64, events: &[(E, &str)]) -> Listed {
    let mut draft = Draft::new(nature);
    draft.set(FieldId::MiniProgramName, Some(title.into()));
    draft.set(FieldId::SubjectName, Some(format!("{title}有限公司").as_str().into()));
    draft.events = events.iter().map(|(kind, moment)| Told::new(*kind, at(moment))).collect();
    Listed { path: path(name), name: name.to_owned(), modified: changed(hours), summary: Ok(Summary::of(draft.clone(), 0)) }
}

pub(super) fn unreadable(name: &str, hours: u64) -> Listed {
    let summary = Err(OpenError::Empty { path: path(name) });
    Listed { path: path(name), name: name.to_owned(), modified: changed(hours), summary }
}

/// Five drafts, not in order.
pub(super) fn drafts() -> Vec<Listed> {
    let sent = (E::Submitted, "2026-11-23T09:00:00+08:00");
    let passed = (E::PlatformPassed, "2026-11-24T10:00:00+08:00");
    let code = (E::SmsReceived, "2026-11-24T15:12:00+08:00");
    vec![
        listed("one", "小食记", catalog::ENTERPRISE, 30, &[]),
        listed("two", "晨跑打卡", catalog::INDIVIDUAL, 1, &[sent]),
        listed("three", "社区图书", catalog::ENTERPRISE, 2, &[sent, passed, code]),
        unreadable("broken", 3),
        listed("old", "Old Shop", catalog::ENTERPRISE, 24 * 500, &[]),
    ]
}

pub(super) fn with(lang: Lang, size: (u16, u16), drafts: Vec<Listed>) -> App {
    let mut app = app(lang, size);
    tell(&mut app, Message::Listed(drafts.into()));
    app
}

/// The file that Enter opens.
pub(super) fn chosen(app: &mut App) -> Option<PathBuf> {
    let opened = press(app, "Enter").into_iter().find_map(|effect| match effect {
        Effect::Draft(DraftRequest::Open { path, .. }) => Some(path),
        _ => None,
    });
    // It cannot be opened after all, so that the list stays.
    tell(app, Message::Failed(Both::of(|_| ("no".to_owned(), String::new()))));
    press(app, "Esc");
    opened
}

#[test]
fn the_newest_comes_first_with_its_stage_and_limit() {
    for size in SIZES {
        let mut app = with(Lang::Zh, size, drafts());
        (0..3).for_each(|_| drop(app.update(Event::Tick)));
        let text = screen(&mut app, size);
        let places: Vec<Option<usize>> =
            ["晨跑打卡", "社区图书", "broken", "小食记", "Old Shop"].map(|name| text.find(name)).to_vec();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{text}");
        for part in ["> 晨跑打卡", "初审 11-25 前", "核验 剩 5 小时", "无法读取", "1 / 5", "~/drafts", "×"] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        // Where there is room, in full.
        let is_wide = size.0 >= 120;
        assert_eq!(text.contains("平台初审 11-25 前") && text.contains("短信核验 剩 5 小时 12 分钟"), is_wide, "{text}");
        let mut app = with(Lang::En, size, drafts());
        let text = screen(&mut app, size);
        for part in ["by 11-25", "5 h", "left", "unreadable", "Preparing"] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert_eq!(text.contains("Platform review by 11-25") && text.contains("5 h 12 min left"), is_wide, "{text}");
    }
}

#[test]
fn examples_join_one_s_own_drafts_only_when_asked_for_and_go_again() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert_eq!(press(&mut app, "Ctrl+E"), []);
    assert!(screen(&mut app, (80, 24)).contains("放入示例"));
    assert_eq!(press(&mut app, "Esc"), [], "nothing is written");
    tell(&mut app, Message::Deleted("社区图书".to_owned()));
    press(&mut app, "Ctrl+E Enter");
    tell(&mut app, Message::Examples);
    for (undone, said) in [(Undone::ExamplesGone, "示例已从"), (Undone::Restored(path("three")), "已恢复：three")] {
        assert_eq!(press(&mut app, "Ctrl+Z"), [Effect::Draft(DraftRequest::Undo)]);
        tell(&mut app, Message::Undone(undone));
        assert!(screen(&mut app, (80, 24)).contains(said), "{}", screen(&mut app, (80, 24)));
    }
    assert_eq!(press(&mut app, "Ctrl+Z"), [], "that was all");
}

#[test]
fn before_the_mini_program_has_a_name_its_file_needs_none() {
    let mut draft = Draft::new(catalog::ENTERPRISE);
    draft.set(FieldId::SubjectName, Some("虚构有限公司".into()));
    let one =
        Listed { path: path("draft"), name: "draft".into(), modified: changed(1), summary: Ok(Summary::of(draft.clone(), 0)) };
    let mut app = with(Lang::Zh, (120, 36), vec![one]);
    assert!(!screen(&mut app, (120, 36)).contains("文件名与小程序名称不同"));
    draft.set(FieldId::MiniProgramName, Some("小食记".into()));
    for (name, is_told) in
        [("draft", true), ("example-company", false), ("example-company-2", false), ("example-companies", true)]
    {
        let named =
            Listed { path: path(name), name: name.into(), modified: changed(1), summary: Ok(Summary::of(draft.clone(), 0)) };
        let mut app = with(Lang::Zh, (120, 36), vec![named]);
        assert_eq!(screen(&mut app, (120, 36)).contains("文件名与小程序名称不同"), is_told, "{name}");
    }
}

/// Of several filings of its entity the one that it changes comes first.
#[test]
fn a_copy_of_a_change_begins_with_what_stands() {
    let through = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];
    let filed = |name: &str, app_id: &str, number: &str| {
        let mut listed = listed(name, name, catalog::ENTERPRISE, 1, &through.map(|kind| (kind, "2026-09-30T09:00:00+08:00")));
        let Ok(summary) = &mut listed.summary else { panic!("it can be read") };
        let mut draft = summary.draft.clone();
        draft.set(FieldId::AppId, Some(app_id.into()));
        draft.set(FieldId::SubjectCertificateNumber, Some("91510107MA0000007C".into()));
        draft.events.last_mut().unwrap().number = number.into();
        *summary = Summary::of(draft.clone(), 0);
        listed
    };
    let other = filed("other", "wx0000000000000002", "蜀ICP备2026000001号-2X");
    let own = filed("own", "wx0000000000000001", "蜀ICP备2026000001号-1X");
    let mut change = filed("change", "wx0000000000000001", "");
    if let Ok(summary) = &mut change.summary {
        let mut draft = summary.draft.clone();
        draft.events.clear();
        draft.set(FieldId::FilingKind, Some("change".into()));
        draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        *summary = Summary::of(draft.clone(), 0);
    }
    for (drafts, begins) in [
        (vec![change.clone(), other.clone(), own], Some("own")),
        (vec![change.clone(), other], Some("other")),
        (vec![change], None),
    ] {
        let mut app = with(Lang::Zh, (80, 24), drafts);
        paste(&mut app, "change");
        press(&mut app, "Ctrl+D");
        assert_eq!(screen(&mut app, (80, 24)).contains("再新增一个小程序（主体已备案）"), begins.is_some(), "{begins:?}");
        match press(&mut app, "Enter").as_slice() {
            [Effect::Draft(DraftRequest::Create { from, .. })] => assert_eq!(from, &[path(begins.unwrap())]),
            [Effect::Draft(DraftRequest::Duplicate { .. })] => assert_eq!(begins, None),
            effects => panic!("{begins:?}: {effects:?}"),
        }
    }
}

#[test]
fn each_key_asks_for_its_work() {
    let two = path("two");
    for (keys, effect) in [
        ("Enter", DraftRequest::Open { path: two.clone(), read_only: false }),
        ("F9", DraftRequest::Open { path: two.clone(), read_only: false }),
        ("Ctrl+D Enter", DraftRequest::Duplicate { path: two.clone(), purpose: Purpose::OneMore }),
        ("Ctrl+D Down Enter", DraftRequest::Duplicate { path: two.clone(), purpose: Purpose::AnotherSubject }),
        ("Delete Down Enter", DraftRequest::Delete(two)),
        ("Down Down Down Delete", DraftRequest::Delete(path("one"))),
        ("Ctrl+E Enter", DraftRequest::WriteExamples(at("2026-11-25T10:00:00+08:00").date_naive())),
        ("Down Enter", DraftRequest::Open { path: path("three"), read_only: false }),
        ("End Enter", DraftRequest::Open { path: path("old"), read_only: false }),
        ("PageDown PageUp Down Down Enter", DraftRequest::Open { path: path("broken"), read_only: false }),
    ] {
        let mut app = with(Lang::Zh, (80, 24), drafts());
        assert_eq!(press(&mut app, keys), [Effect::from(effect)], "{keys}");
    }
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert!(press(&mut app, "Ctrl+D Down Down Enter Ctrl+D Esc").is_empty(), "nothing is copied");
    press(&mut app, "Ctrl+N");
    assert!(screen(&mut app, (80, 24)).contains("要办什么"));
}

#[test]
fn only_of_what_is_filed_deleting_takes_what_others_begin_with() {
    let told = [
        (E::Submitted, "2026-11-18T09:00:00+08:00"),
        (E::PlatformPassed, "2026-11-20T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-21T09:12:00+08:00"),
        (E::SmsVerified, "2026-11-21T09:30:00+08:00"),
        (E::BureauPassed, "2026-11-24T09:40:00+08:00"),
    ];
    let returned = [told[0], (E::PlatformReturned, "2026-11-19T09:00:00+08:00")];
    for (events, [begins, is_sent]) in
        [(&told[..], [true, false]), (&told[..1], [false, true]), (&told[..3], [false, true]), (&returned[..], [false, false])]
    {
        let mut app = with(Lang::En, (120, 36), vec![listed("one", "Noodle", catalog::ENTERPRISE, 1, events)]);
        press(&mut app, "Delete");
        let text = screen(&mut app, (120, 36));
        assert_eq!([text.contains("nothing to begin with"), text.contains("What was submitted")], [begins, is_sent], "{text}");
        assert!(text.contains("30 days"), "{text}");
    }
}

#[test]
fn a_deleted_draft_comes_back_and_is_chosen() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert!(press(&mut app, "Ctrl+Z").is_empty(), "nothing was deleted yet");
    press(&mut app, "Down Delete Down Enter");
    tell(&mut app, Message::Deleted("社区图书".to_owned()));
    tell(&mut app, Message::Listed(drafts().into_iter().filter(|draft| draft.name != "three").collect()));
    assert!(screen(&mut app, (80, 24)).contains("2 / 4"));
    assert_eq!(press(&mut app, "Up Ctrl+Z"), [Effect::Draft(DraftRequest::Undo)]);
    tell(&mut app, Message::Undone(Undone::Restored(path("three"))));
    tell(&mut app, Message::Listed(drafts().into()));
    assert_eq!(chosen(&mut app), Some(path("three")));
}

#[test]
fn what_others_write_in_the_folder_is_listed_anew_soon_and_once() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert_eq!(app.listed_folder(), Some(Path::new("/home/li/drafts")));
    let later = |seconds| at("2026-11-25T10:00:00+08:00") + TimeDelta::seconds(seconds);
    let lists = |requests: Vec<Request>| requests.iter().filter(|one| one.effect == DraftRequest::List.into()).count();
    // Several files written at once are one change.
    assert_eq!(lists(app.update(Event::Outside)) + lists(app.update(Event::Outside)), 0);
    let due = app.due().expect("it is due soon");
    assert!(due <= Duration::from_secs(2), "{due:?}");
    app.set_time(later(2));
    assert_eq!(lists(app.update(Event::Tick)), 1);
    assert_eq!(app.due(), None, "an idle list wakes up for nothing");
    app.set_time(later(9));
    assert_eq!(lists(app.update(Event::Tick)) + lists(app.update(Event::Key(Key::parse("Down").unwrap()))), 0);
}

#[test]
fn a_file_is_renamed_after_the_mini_program_or_as_one_likes() {
    for lang in LANGS {
        let mut app = with(lang, (80, 24), drafts());
        press(&mut app, "Ctrl+R");
        // The draft that was changed last.
        let text = screen(&mut app, (80, 24));
        assert!(text.contains("two.toml") && text.contains("晨跑打卡.toml"), "{text}");
        let effects = press(&mut app, "Enter");
        assert_eq!(effects, [Effect::Draft(DraftRequest::Rename { path: path("two"), name: "晨跑打卡".into() })]);
        let mut later = drafts();
        for one in later.iter_mut().filter(|one| one.name == "two") {
            (one.path, one.name) = (path("晨跑打卡"), "晨跑打卡".into());
        }
        assert!(tell(&mut app, Message::Renamed(path("晨跑打卡"))).contains(&DraftRequest::List.into()));
        tell(&mut app, Message::Listed(later.into()));
        assert_eq!(chosen(&mut app), Some(path("晨跑打卡")), "it stays chosen");
        // A name that another has, and none, change nothing; a name that is no file's is made one.
        let mut app = with(lang, (80, 24), drafts());
        assert!(press(&mut app, "Ctrl+R Ctrl+U Enter").is_empty());
        assert!(press(&mut app, "o n e Enter").is_empty());
        let effects = press(&mut app, "/ 2 . t o m l Enter");
        assert_eq!(effects, [Effect::Draft(DraftRequest::Rename { path: path("two"), name: "one-2".into() })]);
    }
}

#[test]
fn the_choice_follows_its_draft_through_new_lists() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    press(&mut app, "End");
    let mut later = drafts();
    later.push(listed("new", "新来的", catalog::ENTERPRISE, 0, &[]));
    tell(&mut app, Message::Listed(later.clone().into()));
    assert_eq!(chosen(&mut app), Some(path("old")), "a draft from elsewhere does not take the choice");
    press(&mut app, "Ctrl+D Enter");
    later.push(listed("old-2", "Old Shop", catalog::ENTERPRISE, 0, &[]));
    tell(&mut app, Message::Placed(path("old-2")));
    tell(&mut app, Message::Listed(later.into()));
    assert_eq!(chosen(&mut app), Some(path("old-2")), "a copy that was asked for does");
}

#[test]
fn an_empty_folder_welcomes_and_says_how_to_begin() {
    for size in SIZES {
        for lang in LANGS {
            let mut app = app(lang, size);
            let reading = if lang == Lang::Zh { "正在读取草稿" } else { "Reading the drafts" };
            assert!(screen(&mut app, size).contains(reading));
            tell(&mut app, Message::Listed(Arc::default()));
            let text = screen(&mut app, size);
            for part in ["Ctrl+N", "Ctrl+E", if lang == Lang::Zh { "微信小程序备案" } else { "WeChat mini-program" }] {
                assert!(text.contains(part), "{part}\n{text}");
            }
            let foot = text.lines().last().unwrap_or_default();
            let (offered, not) = match lang {
                Lang::Zh => (["新建", "打开示例"], ["复制", "删除", "撤销"]),
                Lang::En => (["New", "Examples"], ["Duplicate", "Delete", "Undo"]),
            };
            assert!(offered.iter().all(|word| foot.contains(word)) && !not.iter().any(|word| foot.contains(word)), "{foot}");
            press(&mut app, "a");
            assert!(press(&mut app, "Enter Delete Ctrl+D").is_empty(), "there is nothing to open");
        }
    }
}

#[test]
fn drafts_of_one_title_are_told_apart_by_their_files() {
    let long = "a-very-long-name-of-a-mini-program-that-was-copied-2";
    for size in SIZES {
        let twins = vec![
            listed("小食记", "小食记", catalog::ENTERPRISE, 1, &[]),
            listed("小食记-2", "小食记", catalog::ENTERPRISE, 2, &[]),
            listed(long, "小食记", catalog::ENTERPRISE, 3, &[]),
            listed("alone", "晨跑打卡", catalog::ENTERPRISE, 4, &[]),
        ];
        let mut app = with(Lang::Zh, size, twins);
        let text = screen(&mut app, size);
        let row = |of: &str| text.lines().any(|line| line.contains(" 小食记 ") && line.contains(&format!("{of} ")));
        assert!(["小食记-2", "copied-2"].into_iter().all(row), "{text}");
        let alone = text.lines().find(|line| line.contains("晨跑打卡")).unwrap();
        assert!(alone.contains("alone"), "what is called by its title alone in one row is called by its file in all\n{text}");
    }
}

#[test]
fn the_foot_says_what_is_wrong_with_an_unreadable_draft() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    press(&mut app, "Down Down");
    let (message, hint) = locale::error::open(Lang::Zh, &OpenError::Empty { path: path("broken") });
    let flat = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("无法读取 · 文件是空的"), "the row has no room for the path\n{text}");
    assert!(message.contains("文件是空的") && flat(&text).contains(&flat(&hint)), "{hint}\n{text}");
}

#[test]
fn problems_are_counted_for_what_is_in_view_a_few_at_a_time() {
    let many: Vec<Listed> = (0..200).map(|n| listed(&format!("d{n}"), "名", catalog::ENTERPRISE, n, &[])).collect();
    let mut state = with(Lang::Zh, (80, 24), many);
    let mut home = Home::new();
    home.follow(state.state());
    assert_eq!(home.checked.len(), CHECKED_AT_ONCE);
    (0..50).for_each(|_| home.follow(state.state()));
    assert_eq!(home.checked.len(), height(state.state()));
    assert!(home.checked.values().all(|checked| checked.counts.errors > 0));
    tell(&mut state, Message::Listed(drafts().into()));
    home.follow(state.state());
    assert!(home.checked.keys().all(|checked| drafts().iter().any(|draft| draft.path == *checked)));
}

#[test]
fn thousands_of_drafts_do_not_hold_a_key_up() {
    let many: Vec<Listed> =
        (0..2000).map(|n| listed(&format!("d{n}"), &format!("小程序{n}"), catalog::ENTERPRISE, n, &[])).collect();
    let mut app = with(Lang::Zh, (80, 24), many);
    (0..50).for_each(|_| drop(app.update(Event::Tick)));
    let start = Instant::now();
    press(&mut app, "程 序 1 9 9");
    let took = start.elapsed();
    assert!(screen(&mut app, (80, 24)).contains("1 / 11"), "{}", screen(&mut app, (80, 24)));
    // Unoptimised and on a busy machine; what is measured is that no key waits for a reading or checking of all drafts.
    assert!(took < Duration::from_secs(2), "{took:?}");
    for _ in 0..11 {
        assert!(screen(&mut app, (80, 24)).contains("> 小程序"));
        press(&mut app, "Down");
    }
}

#[test]
fn control_characters_in_a_title_do_not_reach_the_screen() {
    let mut app = with(Lang::Zh, (80, 24), vec![listed("x", "坏\u{1b}[31m名", catalog::ENTERPRISE, 1, &[])]);
    assert!(!screen(&mut app, (80, 24)).contains('\u{1b}'));
}

#[test]
fn any_size_will_do() {
    let mut app = with(Lang::En, (80, 24), drafts());
    press(&mut app, "Down Down");
    survives_every_size(&mut app);
}

#[test]
fn what_is_typed_while_a_draft_is_being_opened_is_meant_for_it() {
    let mut app = with(Lang::Zh, (80, 24), drafts());
    assert!(matches!(press(&mut app, "Enter").as_slice(), [Effect::Draft(DraftRequest::Open { .. })]));
    // Neither a filter nor the deletion of another draft.
    assert_eq!(press(&mut app, "Down Delete"), []);
    paste(&mut app, "小食");
    let draft = Box::new(Draft::new(catalog::ENTERPRISE));
    tell(
        &mut app,
        Message::Opened {
            path: path("a"),
            folder: "/home/li/drafts".into(),
            draft,
            unfinished: Default::default(),
            read_only: None,
            strays: Vec::new(),
        },
    );
    let document = app.state().document.as_ref();
    assert_eq!(document.map(|document| document.draft().text(FieldId::SubjectName)), Some("小食"));
    // Leaving works all the same.
    let mut app = with(Lang::Zh, (80, 24), drafts());
    press(&mut app, "Enter");
    assert_eq!(press(&mut app, "Ctrl+Q"), [Effect::Quit]);
}
