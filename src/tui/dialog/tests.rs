//! The dialogs through the wizard itself: keys in, screen and draft out.

use std::path::PathBuf;

use chrono::DateTime;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use super::*;
use crate::filing::{Approval, Draft, EventKind, FieldId, FilingKind, Value};
use crate::locale::Lang;
use crate::scan::facts::{FileFacts, Format};
use crate::text::width::cells;
use crate::tui::app::{App, Start};
use crate::tui::effect::{Answer, Effect, FileEntry};
use crate::tui::event::{Event, Key};
use crate::tui::question::Target;
use crate::tui::state::UsualFolders;
use crate::tui::widget::canvas::to_cells;

#[cfg(test)]
mod keys;
#[cfg(test)]
mod picker;
#[cfg(test)]
#[path = "tests/region.rs"]
mod region_words;

/// A wizard with one draft open and, on top, one dialog.
struct Bench {
    app: App,
    effects: Vec<Effect>,
    size: (u16, u16),
}

fn draft() -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::SubjectRegion, Some("440305".into()));
    draft.set(FieldId::MiniProgramName, Some("小食记".into()));
    draft.set(FieldId::ResponsiblePersonMobile, Some("1301234".into()));
    draft
}

impl Bench {
    fn new(draft: Draft, lang: Lang, size: (u16, u16)) -> Self {
        let now = DateTime::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
        let (app, _) = App::new(Start {
            lang,
            colour: false,
            folder: PathBuf::from("/d"),
            home: Some(PathBuf::from("/home/li")),
            usual_folders: UsualFolders::default(),
            now,
            today: None,
            open: None,
            size,
        });
        let mut bench = Self { app, effects: Vec::new(), size };
        let (path, folder) = (PathBuf::from("/d/e/小食记.toml"), PathBuf::from("/d/e"));
        bench.told(Message::Opened {
            path,
            folder,
            draft: Box::new(draft),
            unfinished: Default::default(),
            read_only: None,
            strays: Vec::new(),
        });
        bench
    }

    fn event(&mut self, event: Event) {
        self.effects = self.app.update(event).into_iter().map(|request| request.effect).collect();
    }

    /// A worker answers what was asked for the open draft.
    fn told(&mut self, message: Message) {
        let ticket = self.app.ticket();
        self.event(Event::Done(Box::new(Answer { ticket, message })));
    }

    /// Opens a dialog the way a screen does.
    fn show(mut self, make: impl FnOnce(&State) -> Box<dyn Dialog>) -> Self {
        let dialog = make(self.app.state());
        self.effects = self.app.show_for_test(dialog).into_iter().map(|request| request.effect).collect();
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for word in keys.split(' ').filter(|word| !word.is_empty()) {
            match word.strip_prefix('"') {
                Some(text) => text.chars().for_each(|c| self.event(Event::Key(Key::plain(crate::tui::event::Code::Char(c))))),
                None => self.event(Event::Key(Key::parse(word).unwrap())),
            }
        }
        self
    }

    fn folder(&mut self, path: &str, lines: Result<Vec<FileEntry>, String>) -> &mut Self {
        self.told(Message::Folder { path: path.into(), lines });
        self
    }

    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| self.app.draw(frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut out = String::new();
        for y in 0..self.size.1 {
            let mut x = 0;
            while x < self.size.0 {
                let symbol = buffer[(x, y)].symbol();
                out.push_str(symbol);
                x += to_cells(cells(symbol).max(1));
            }
            out.push('\n');
        }
        out
    }

    fn shows(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(words), "{words} is not on the screen:\n{screen}");
        self
    }

    fn value(&self, id: FieldId) -> Option<Value> {
        self.app.state().document.as_ref().and_then(|document| document.draft().get(id).cloned())
    }

    fn is_closed(&self) -> bool {
        self.app.contexts().iter().all(|context| *context != Context::Dialog)
    }
}

fn bench() -> Bench {
    Bench::new(draft(), Lang::Zh, (80, 24))
}

fn entry(name: &str, modified: u64) -> FileEntry {
    FileEntry { name: name.to_owned(), folder: false, size: 2048, modified }
}

fn lines() -> Vec<FileEntry> {
    let folder = FileEntry { folder: true, size: 0, ..entry("旧照片", 9) };
    let video = entry("promise.mp4", 3);
    vec![entry("a.jpg", 1), entry("身份证.PNG", 5), entry("notes.txt", 7), entry(".secret.jpg", 8), folder, video]
}

type Make = fn(&State) -> Box<dyn Dialog>;

/// Every dialog, and words it must show in Chinese and English.
const ALL: &[(Make, &str, &str)] = &[
    (|state| Box::new(choose::Choose::new(FieldId::SubjectNature, state)), "企业", "Enterprise"),
    (|state| Box::new(choose::Choose::new(FieldId::FilingKind, state)), "变更", "Change"),
    (|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state)), "已选 0 / 5", "0 / 5 chosen"),
    (|state| Box::new(region::Region::new(FieldId::SubjectRegion, state)), "深圳市", "Region"),
    (|state| Box::new(calendar::Calendar::new(FieldId::OwnerCertificateValidUntil, state)), "长期", "No end"),
    (|state| Box::new(files::Files::new(Target::Field(FieldId::OwnerCertificateFront), state)), "正在读取", "Reading"),
    (|_| Box::new(paths::Paths::new(FieldId::SubjectOtherMaterials)), "0 / 10", "Add a file"),
    (|state| Box::new(approvals::Approvals::new(state)), "以上都不涉及", "None of the above"),
    (|_| Box::new(problems::Problems::new()), "全部问题", "All problems"),
    (|_| Box::new(search::Search::new()), "找字段", "Find a field"),
    (|state| Box::new(event::Record::new(EventKind::PlatformReturned, None, state)), "驳回原因", "Reasons"),
    (|state| Box::new(event::Record::new(EventKind::BureauPassed, None, state)), "2026-11-23 10:42", "Filing number"),
    (
        |_| Box::new(help::Help::new(&[Context::Form, Context::Global], Some(FieldId::AppId), Vec::new())),
        "会检查",
        "What is checked",
    ),
];

#[test]
fn every_dialog_shows_what_it_is_about_in_both_languages_and_at_every_common_size() {
    for (make, zh, en) in ALL {
        for size in [(80, 24), (60, 16), (120, 36)] {
            for (lang, words) in [(Lang::Zh, zh), (Lang::En, en)] {
                Bench::new(draft(), lang, size).show(make).shows(words);
            }
        }
    }
}

#[test]
fn every_dialog_draws_at_every_size() {
    for (make, ..) in ALL {
        let mut bench = bench().show(make);
        for width in [1, 9, 59, 60, 61, 73, 100] {
            for height in [1, 5, 15, 16, 17, 23, 40] {
                bench.event(Event::Resize(width, height));
                bench.size = (width, height);
                bench.screen();
            }
        }
    }
}

#[test]
fn small_areas_do_not_make_a_dialog_panic_even_without_the_wizards_least_size() {
    for (make, ..) in ALL {
        let bench = bench();
        let dialog = make(bench.app.state());
        for (width, height) in (1..40).step_by(3).flat_map(|width| (1..14).map(move |height| (width, height))) {
            let mut buffer = ratatui::buffer::Buffer::empty(Rect::new(0, 0, width, height));
            let mut canvas = Canvas::new(&mut buffer, bench.app.state().theme);
            dialog.draw(&mut canvas, bench.app.state(), true);
        }
    }
}

#[test]
fn leaving_a_dialog_changes_nothing() {
    for (make, ..) in ALL {
        let mut bench = bench().show(make);
        // What is typed may open a list on top.
        bench.keys("Down Down \"1 Left Esc");
        for _ in 0..3 {
            if !bench.is_closed() {
                bench.keys("Esc");
            }
        }
        assert!(bench.is_closed());
        assert_eq!(bench.app.state().document.as_ref().unwrap().draft(), &draft());
    }
}

#[test]
fn an_entry_is_chosen_from_the_entries_that_fit() {
    let mut bench = bench().show(|state| Box::new(choose::Choose::new(FieldId::SubjectNature, state)));
    bench.shows(">").keys("\"个人 Enter");
    assert_eq!(bench.value(FieldId::SubjectNature), Some(Value::Code(5)));
    assert!(bench.is_closed());
    let mut bench = bench.show(|state| Box::new(choose::Choose::new(FieldId::FilingKind, state)));
    bench.keys("Down Enter");
    assert_eq!(bench.value(FieldId::FilingKind), Some("change".into()));
}

#[test]
fn at_most_five_contents_are_ticked_in_order() {
    let mut bench = bench().show(|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state)));
    bench.keys("Space Down Space Down Space Down Space Down Space").shows("已选 5 / 5");
    bench.keys("Down Space").shows("最多选 5 项").shows("已选 5 / 5");
    bench.keys("Up Space Down Space Enter");
    let Some(Value::Codes(codes)) = bench.value(FieldId::ServiceContents) else { panic!("nothing chosen") };
    let group: Vec<u32> = crate::catalog::service_contents().iter().map(|content| content.id).collect();
    assert_eq!(codes.len(), 5);
    assert_eq!(codes.first(), group.first());
    assert_eq!(codes.last(), group.get(5));
}

#[test]
fn a_group_finds_its_entries_and_no_tick_is_lost() {
    let mut bench = bench().show(|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state)));
    bench.keys("\"家政 Space").shows("已选 1 / 5");
    assert_eq!(bench.value(FieldId::ServiceContents), Some(Value::Codes(vec![4])), "every tick counts at once");
    for (keys, left) in [("Esc", Some(Value::Codes(vec![4]))), ("Enter", Some(Value::Codes(vec![4]))), ("Space Esc", None)] {
        bench = bench.show(|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state)));
        bench.shows("家政").keys(keys);
        assert_eq!(bench.value(FieldId::ServiceContents), left, "{keys}");
    }
}

#[test]
fn enter_takes_what_was_looked_for_and_a_blank_belongs_to_words_that_go_on_with_one() {
    // Ticked or not before Enter, it is ticked after it.
    for keys in ["\"家政 Enter", "\"家政 Space Enter"] {
        let mut bench = bench().show(|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state)));
        bench.keys(keys);
        assert_eq!(bench.value(FieldId::ServiceContents), Some(Value::Codes(vec![4])), "{keys}");
        assert!(bench.is_closed());
    }
    let open: Make = |state| Box::new(contents::Contents::new(FieldId::ServiceContents, state));
    let mut bench = bench().show(open);
    bench.keys("\"wedding Space \"s").shows("wedding s").shows("已选 0 / 5");
    let mut bench = bench.show(open);
    bench.keys("\"tools Space").shows("已选 1 / 5").shows("婚庆");
}

#[test]
fn a_category_is_found_by_everyday_words_behind_those_named_so() {
    let open: Make = |state| Box::new(contents::Contents::new(FieldId::ServiceContents, state));
    for (typed, code) in [
        ("shopping", 163),
        ("shop", 163),
        ("diary", 3),
        ("日记", 3),
        ("记账", 3),
        ("点餐", 33),
        ("商城", 163),
        ("相亲", 41),
        ("gym", 39),
        ("Tickets", 48),
        ("game", 37),
        ("blog", 161),
    ] {
        let mut bench = bench().show(open);
        bench.keys(&format!("\"{typed} Enter"));
        assert_eq!(bench.value(FieldId::ServiceContents), Some(Value::Codes(vec![code])), "{typed}");
    }
}

#[test]
fn a_region_is_found_by_level_and_by_search() {
    let open: Make = |state| Box::new(region::Region::new(FieldId::SubjectRegion, state));
    let mut bench = bench().show(open);
    bench.shows("广东省 / 深圳市").shows("> ✓ 南山区");
    bench.keys("Left").shows("> 深圳市").keys("Left").shows("> 广东省").keys("Left").shows("> 广东省");
    bench.keys("Ctrl+Home Enter").shows("北京市 / 市辖区").keys("Left").shows("> 北京市");
    bench.keys("Right Enter");
    assert_eq!(bench.value(FieldId::SubjectRegion), Some("110101".into()));
    for (text, code) in [("szns", "440305"), ("深圳南山", "440305"), ("pudong", "310115")] {
        bench = bench.show(open);
        bench.keys(&format!("\"{text} Enter"));
        assert_eq!(bench.value(FieldId::SubjectRegion), Some(code.into()), "{text}");
    }
    bench = bench.show(open);
    bench.keys("\"成都市 Enter");
    assert!(!bench.is_closed(), "only a district is an answer");
    bench.shows("四川省 / 成都市");
}

#[test]
fn a_day_is_chosen_by_arrows_by_typing_and_without_end() {
    let open: Make = |state| Box::new(calendar::Calendar::new(FieldId::ResponsiblePersonCertificateValidUntil, state));
    let id = FieldId::ResponsiblePersonCertificateValidUntil;
    for (keys, value) in [
        ("Enter", "2036-11-23"),
        ("Home Enter", "2026-11-23"),
        ("Home Right Down Enter", "2026-12-01"),
        ("Home PageDown PageDown Shift+Left Enter", "2026-01-23"),
        ("\"20361201 Enter", "2036-12-01"),
        ("\"2036-12-01 Left Enter", "2036-11-30"),
        ("End Enter", "长期"),
        ("End Left Enter", "2036-11-22"),
        ("\"长期 Enter", "长期"),
    ] {
        let mut bench = bench().show(open);
        bench.keys(keys);
        assert_eq!(bench.value(id), Some(value.into()), "{keys}");
        assert!(bench.is_closed());
    }
    let mut bench = bench().show(open);
    bench.keys("\"2036-13-01 Enter").shows("不是日期");
    assert_eq!(bench.value(id), None);
    bench.keys("Ctrl+U \"20361201 Enter");
    assert_eq!(bench.value(id), Some("2036-12-01".into()));
}

#[test]
fn a_day_that_must_come_refuses_to_have_no_end() {
    let id = FieldId::ResponsiblePersonCertificateValidFrom;
    let mut bench =
        bench().show(|state| Box::new(calendar::Calendar::new(FieldId::ResponsiblePersonCertificateValidFrom, state)));
    bench.keys("End").shows("不能填「长期」").keys("\"长期 Enter").shows("不能填「长期」");
    assert_eq!(bench.value(id), None);
    bench.keys("Ctrl+U Enter");
    assert_eq!(bench.value(id), Some("2026-11-23".into()));
}

#[test]
fn none_of_the_approvals_is_one_tick() {
    let id = FieldId::PriorApprovals;
    let mut bench = bench().show(|state| Box::new(approvals::Approvals::new(state)));
    bench.shows("[ ] 以上都不涉及").keys("Space").shows("[x] 以上都不涉及");
    let none = Approval { kind: Some(24), ..Approval::default() };
    assert_eq!(bench.value(id), Some(Value::Approvals(vec![none])));
    bench.keys("Space").shows("[ ]");
    assert_eq!(bench.value(id), None);
    // Enter takes it and is done.
    bench.keys("Enter");
    assert!(bench.value(id).is_some() && bench.is_closed());
}

#[test]
fn an_approval_is_put_together_in_place() {
    let id = FieldId::PriorApprovals;
    let mut bench = bench().show(|state| Box::new(approvals::Approvals::new(state)));
    bench.keys("Space Ctrl+N Enter \"出版 Enter \"新出〔2025〕1号 Enter Enter");
    bench.folder("/d/e", Ok(lines())).keys("\"a.jpg Enter").shows("出版").shows("a.jpg");
    let row = Approval { kind: Some(2), number: "新出〔2025〕1号".to_owned(), document: "a.jpg".to_owned() };
    let Some(Value::Approvals(rows)) = bench.value(id) else { panic!("no rows") };
    let publishing = crate::catalog::prior_approvals().iter().find(|kind| kind.name.zh == "出版").map(|kind| kind.id);
    assert_eq!(rows, [Approval { kind: publishing, ..row }]);
    bench.keys("Ctrl+N Delete").shows("出版").keys("Delete");
    assert_eq!(bench.value(id), None);
}

#[test]
fn delete_in_the_number_deletes_a_character_and_not_the_row() {
    let mut with_row = draft();
    let row = Approval { kind: Some(2), number: "A12".to_owned(), document: String::new() };
    with_row.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![row.clone()])));
    let mut bench = Bench::new(with_row, Lang::Zh, (80, 24)).show(|state| Box::new(approvals::Approvals::new(state)));
    bench.keys("Down Home Delete");
    let shorter = Approval { number: "12".to_owned(), ..row };
    assert_eq!(bench.value(FieldId::PriorApprovals), Some(Value::Approvals(vec![shorter])));
}

#[test]
fn problems_lead_to_their_field() {
    let mut bench = bench().show(|_| Box::new(problems::Problems::new()));
    bench.shows("主体").shows("> ×").keys("End Enter");
    assert!(bench.is_closed());
    let (last, app) = (bench.app.state().document.as_ref().unwrap().findings().last().unwrap().field, &bench.app);
    assert_eq!(app.focused(), Some(last));
}

#[test]
fn a_field_is_found_by_label_path_and_other_language() {
    for (text, id) in [
        ("AppID", FieldId::AppId),
        ("mini_program.name", FieldId::MiniProgramName),
        ("remark on entity", FieldId::SubjectRemark),
        ("主体负责人手机", FieldId::ResponsiblePersonMobile),
        ("xiaochengxumingcheng", FieldId::MiniProgramName),
        ("xcxmc", FieldId::MiniProgramName),
    ] {
        let mut bench = bench().show(|_| Box::new(search::Search::new()));
        let text = text.split(' ').map(|part| format!("\"{part}")).collect::<Vec<_>>().join(" Space ");
        bench.keys(&text).keys("Enter");
        assert_eq!(bench.app.focused(), Some(id), "{text}");
    }
    let mut bench = bench().show(|_| Box::new(search::Search::new()));
    bench.keys("\"没有这种东西").shows("没有找到");
}

fn events(bench: &Bench) -> Vec<crate::filing::Event> {
    bench.app.state().document.as_ref().unwrap().draft().events.clone()
}

#[test]
fn an_event_is_recorded_with_its_time() {
    let mut bench = bench().show(|state| Box::new(event::Record::new(EventKind::Submitted, None, state)));
    // The draft has nothing in it: that is pointed out once.
    bench.shows("2026-11-23 10:42").keys("Enter").shows("草稿还不能提交：有").keys("Enter");
    assert_eq!(events(&bench)[0].at.to_rfc3339(), "2026-11-23T10:42:33+08:00");
    assert!(bench.is_closed());
    // Another one within the same minute is not refused.
    let mut bench = bench.show(|state| Box::new(event::Record::new(EventKind::PlatformPassed, None, state)));
    bench.keys("Up End Backspace \"2 Down Enter");
    assert_eq!(events(&bench).len(), 2, "{}", bench.screen());
}

#[test]
fn the_time_is_judged_when_its_line_is_left_and_stays_judged_in_either_language() {
    let mut bench = bench().show(|state| Box::new(event::Record::new(EventKind::BureauPassed, None, state)));
    bench.keys("Up End \"abc Down").shows("时间没看懂").keys("\"蜀").shows("时间没看懂");
    bench.keys("F2").shows("Not a time");
    bench.keys("Up Backspace Backspace Backspace Down");
    assert!(!bench.screen().contains("Not a time"), "{}", bench.screen());
}

#[test]
fn reasons_go_with_what_was_sent_back() {
    let mut bench = bench().show(|state| Box::new(event::Record::new(EventKind::Submitted, None, state)));
    bench.keys("Enter Enter");
    let mut bench = bench.show(|state| Box::new(event::Record::new(EventKind::PlatformReturned, None, state)));
    bench.keys("\"照片不清楚 Enter Enter");
    assert_eq!(events(&bench)[1].note, "照片不清楚");
}

#[test]
fn what_is_typed_in_the_record_of_an_event_is_its_time() {
    let opened = |bench: Bench| bench.show(|state| Box::new(event::Record::new(EventKind::Submitted, None, state)));
    // On the button, and on the line above that one has come up to, in any number of keys.
    for keys in ["", "Up ", "Shift+Tab ", "Up Down Up ", "Up Down ", "Space Space "] {
        let mut bench = opened(bench());
        bench.keys(&format!("{keys}\"2026-11-20 Space \"09:30 Enter Enter Enter"));
        assert!(bench.is_closed(), "{keys}");
        let [event] = &events(&bench)[..] else { panic!("{keys}") };
        assert_eq!(event.at.to_rfc3339(), "2026-11-20T09:30:00+08:00", "{keys}");
    }
    // What was typed is gone on with; moving in it keeps what stands there.
    for (keys, at) in [
        ("\"2026-11-20 Space \"09:3 Down \"5 Enter Enter Enter", "2026-11-20T09:35:00+08:00"),
        ("\"2026-11-20 Space \"09:35 Down Up Backspace \"6 Enter Enter Enter", "2026-11-20T09:36:00+08:00"),
    ] {
        let mut bench = opened(bench());
        bench.keys(keys);
        assert_eq!(events(&bench)[0].at.to_rfc3339(), at, "{keys}");
    }
}

#[test]
fn a_day_alone_is_a_time_and_never_before_what_happened_on_it() {
    let mut bench = bench().show(|state| Box::new(event::Record::new(EventKind::Submitted, None, state)));
    bench.keys("Up Ctrl+U \"2026-11-22 Enter Enter Enter");
    assert_eq!(events(&bench)[0].at.to_rfc3339(), "2026-11-22T00:00:00+08:00");
    let mut bench = bench.show(|state| Box::new(event::Record::new(EventKind::PlatformPassed, None, state)));
    bench.keys("Up Ctrl+U \"2026-11-22 Enter Enter");
    assert_eq!(events(&bench)[1].at.to_rfc3339(), "2026-11-22T00:00:00+08:00");
}

#[test]
fn what_was_rejected_and_is_as_it_was_makes_a_submission_doubtful_once() {
    let mut before = draft();
    let at = DateTime::parse_from_rfc3339("2026-11-20T10:00:00+08:00").unwrap();
    before.events = vec![crate::filing::Event::new(EventKind::Submitted, at)];
    let mut bench = Bench::new(before, Lang::Zh, (80, 24))
        .show(|state| Box::new(event::Record::new(EventKind::PlatformReturned, None, state)));
    bench.keys("\"通讯地址不详细，请填到门牌号").shows("识别：主体 · 通讯地址").keys("Enter Enter");
    let reason = events(&bench)[1].reasons[0].clone();
    assert_eq!((reason.field.as_str(), reason.rejection), ("subject.address", Some(42)));
    assert!(!reason.was.is_empty());
    let mut bench = bench.show(|state| Box::new(event::Record::new(EventKind::Submitted, None, state)));
    bench.keys("Enter").shows("还有 1 条驳回原因没有处理").shows("通讯地址").keys("Enter");
    assert!(bench.is_closed() && events(&bench).len() == 3);
}

#[test]
fn what_is_shown_as_understood_is_what_is_recorded() {
    let mut before = draft();
    let at = DateTime::parse_from_rfc3339("2026-11-20T10:00:00+08:00").unwrap();
    before.events = vec![crate::filing::Event::new(EventKind::Submitted, at)];
    let mut bench = Bench::new(before, Lang::Zh, (80, 24))
        .show(|state| Box::new(event::Record::new(EventKind::PlatformReturned, None, state)));
    bench.keys("\"您好，审核不通过，原因如下：1、通讯地址不详细；2、头像不合适。请修改后重新提交。");
    bench.shows("识别：主体 · 通讯地址").shows("头像不合适").keys("Enter Enter");
    let event = &events(&bench)[1];
    assert_eq!(event.reasons.iter().map(|reason| reason.text.as_str()).collect::<Vec<_>>(), ["通讯地址不详细", "头像不合适。"]);
    assert!(event.note.starts_with("您好") && event.note.ends_with("提交。"), "{}", event.note);
}

#[test]
fn a_reason_can_be_chosen_from_the_known_ones_and_pointed_elsewhere() {
    let mut before = draft();
    let at = DateTime::parse_from_rfc3339("2026-11-20T10:00:00+08:00").unwrap();
    before.events = [EventKind::Submitted, EventKind::PlatformReturned].map(|kind| crate::filing::Event::new(kind, at)).to_vec();
    let mut bench = Bench::new(before, Lang::Zh, (80, 24)).show(|_| Box::new(reason::RejectionReason::new(1, None)));
    bench.shows("是哪种驳回原因").keys("\"通讯地址不详细 Enter");
    assert_eq!(events(&bench)[1].reasons[0].field, "subject.address");
    let mut bench = bench.show(|_| Box::new(reason::RejectionReason::new(1, Some(0))));
    bench.shows("去修改：主体 · 通讯地址").keys("Down Down Enter").shows("说的是哪个字段").keys("\"主体备注 Enter");
    assert_eq!(events(&bench)[1].reasons[0].field, "subject.remark");
    let mut bench = bench.show(|_| Box::new(reason::RejectionReason::new(1, Some(0))));
    bench.keys("\"删去 Enter");
    assert!(events(&bench)[1].reasons.is_empty());
}

#[test]
fn what_cannot_have_happened_is_refused_in_words() {
    let mut bench = bench().show(|state| Box::new(event::Record::new(EventKind::SmsVerified, None, state)));
    bench.keys("Enter").shows("不能记录").keys("Esc");
    let mut bench = bench.show(|state| Box::new(event::Record::new(EventKind::Submitted, None, state)));
    for (time, words) in [("上周", "时间没看懂"), ("2027-01-01", "在将来")] {
        bench.keys("Up Ctrl+U").keys(&format!("\"{time}"));
        bench.keys("Enter Enter").shows(words);
    }
    assert_eq!(events(&bench), []);
}

#[test]
fn an_odd_filing_number_is_pointed_out_once() {
    let mut before = draft();
    let at = DateTime::parse_from_rfc3339("2026-11-20T10:00:00+08:00").unwrap();
    let kinds = [EventKind::Submitted, EventKind::PlatformPassed, EventKind::SmsReceived, EventKind::SmsVerified];
    before.events = kinds.into_iter().map(|kind| crate::filing::Event::new(kind, at)).collect();
    for (number, odd, stored) in [
        ("粤ICP备2026000001号-1x", "", "粤ICP备2026000001号-1X"),
        ("粤ICP备26号", "备案号看起来不对", "粤ICP备26号"),
        ("粤ICP备2026000001", "这是主体的备案号", "粤ICP备2026000001号"),
        ("粤ICP备2026000001号-1A", "这不是小程序的备案号", "粤ICP备2026000001号-1A"),
        ("浙ICP备2026000001号-1X", "应以「粤」开头", "浙ICP备2026000001号-1X"),
    ] {
        let mut bench = Bench::new(before.clone(), Lang::Zh, (80, 24))
            .show(|state| Box::new(event::Record::new(EventKind::BureauPassed, None, state)));
        bench.keys(&format!("\"{number}")).keys("Enter Enter");
        if !odd.is_empty() {
            // The cursor stands in the number: recording it all the same takes going on.
            bench.shows(odd).shows("再按一次「记录」").keys("Enter Enter");
        }
        assert_eq!(events(&bench).last().map(|event| event.number.clone()).as_deref(), Some(stored));
        assert!(bench.is_closed());
    }
}

#[test]
fn the_help_scrolls_to_its_end_and_names_keys_once() {
    let contexts = [Context::Text, Context::Form, Context::Document, Context::Global];
    let mut bench = bench().show(move |_| Box::new(help::Help::new(&contexts, Some(FieldId::AppId), Vec::new())));
    bench.shows("AppID").keys("Ctrl+End");
    let end = bench.screen();
    // What edits a text stands last, and under it what the mouse does.
    assert!(end.contains("Ctrl+Left / Alt+B") && end.contains("单击选中"), "{end}");
    bench.keys("PageDown").shows("单击选中").keys("Home").shows("AppID").keys("Enter");
    assert!(bench.is_closed());
}

#[test]
fn a_dialog_follows_the_language() {
    let mut bench = bench().show(|state| Box::new(choose::Choose::new(FieldId::SubjectNature, state)));
    bench.shows("企业").keys("F2").shows("Enterprise").shows("Entity type");
}
