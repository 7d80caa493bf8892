//! Screens of the wizard, in both languages: the usual ones in the usual window and in the smallest, those of a filing's later life in
//! the usual and in a large one.

use std::fmt::Write as _;
use std::path::PathBuf;

use beian::answer::applet::Applet;
use beian::filing::{Draft, Event, EventKind, FieldId, FilingKind};
use beian::locale::Lang;
use beian::tui::effect::{Message, RecordRequest};
use beian::tui::widget::theme::{Role, Theme};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use super::{Snapshot, code, compare, with_slashes};
use crate::flow::life::filed;
use crate::flow::wizard::{LANGS, NOW, PATH, Picture, Setup, Wizard, example};

const SIZES: [(u16, u16); 2] = [(80, 24), (60, 16)];

/// The sizes in which the screens of a filing's later life are looked at.
const LIFE_SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];
/// The size in which copying is looked at, too.
const LARGE: (u16, u16) = (120, 36);

/// How one comes to a screen.
type Way = fn(Setup) -> Wizard;

const SCREENS: [(&str, Way); 8] = [
    ("drafts", drafts),
    ("subject", subject),
    ("findings", findings),
    ("owner", owner),
    ("materials", materials),
    ("review", review),
    ("status", status),
    ("copy", copy),
];

/// What is filed, changed, ended, and joined by one more mini-program.
const LIFE: [(&str, Way); 18] = [
    ("new", |setup| on(setup, "Ctrl+N")),
    ("new-change", |setup| on(setup, "Ctrl+N Down Down")),
    ("new-origin", |setup| on(setup, "Ctrl+N Down Down Enter")),
    ("new-mini-program", mini_programs),
    ("columns", |setup| on(setup, "Alt+C")),
    ("delete-filed", |setup| on(setup, "Delete")),
    ("duplicate", |setup| on(setup, "Ctrl+D")),
    ("drafts-of-all-kinds", |setup| on(setup, "")),
    ("reuse-taken", |setup| on(setup, "Ctrl+N Down Enter Enter")),
    ("reuse-subject", |setup| on(setup, "Ctrl+N Down Enter Enter Enter Alt+1")),
    ("reuse-mini-program", |setup| on(setup, "Ctrl+N Down Enter Enter Enter")),
    ("reuse-guarded", |setup| on(setup, "Ctrl+N Down Enter Enter Enter Alt+2 Space")),
    ("filed-guarded", |setup| on(setup, "Enter Esc Alt+3 Tab Tab Ctrl+U")),
    ("filed-status", |setup| on(setup, "Enter")),
    ("change", |setup| changed(setup, "Alt+2")),
    ("change-review", |setup| changed(setup, "Alt+6")),
    ("refile", refile),
    ("deregistration-review", |setup| on(setup, "Ctrl+N End Enter Enter Enter Enter Tab Enter Enter Alt+2")),
];

/// A filed company, first in the list, with a change of it and one more mini-program in preparation.
fn on(setup: Setup, keys: &str) -> Wizard {
    let of_kind = |kind: &str, name: &str| {
        let mut draft = example("company");
        draft.set(FieldId::FilingKind, Some(kind.into()));
        draft.set(FieldId::MiniProgramName, Some(name.into()));
        draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        draft
    };
    let mut more = of_kind("new", "虚构琴房");
    more.set_recorded(FieldId::SubjectName, more.get(FieldId::SubjectName).cloned());
    let setup = setup.with("/home/li/drafts/a.toml", filed(example("company"), "蜀ICP备2026000001号-1X"));
    let setup = setup.with("/home/li/drafts/b.toml", of_kind("change", "虚构音乐厅"));
    let setup = setup.with("/home/li/drafts/c.toml", more).with("/home/li/drafts/d.toml", of_kind("deregister", "虚构书架"));
    let mut wizard = setup.start();
    wizard.keys(keys);
    wizard
}

/// An answer about several mini-programs, of which one is to be chosen.
fn mini_programs(setup: Setup) -> Wizard {
    let mut wizard = on(setup, "Ctrl+N Down Down Enter");
    let folder = PathBuf::from("/home/li/drafts");
    let path = folder.join("answer.json");
    let request = RecordRequest { path, kind: FilingKind::Change, folder, home: None, opener: None, chosen: None };
    let applet =
        |name: &str, number: &str, app_id: &str| Applet { app_id: app_id.into(), name: name.into(), number: number.into() };
    let all = vec![
        applet("虚构音乐厅", "蜀ICP备2026000001号-1X", "wx00000000000000aa"),
        applet("虚构琴房", "蜀ICP备2026000001号-2X", "wx00000000000000bb"),
        applet("虚构书架", "", "wx00000000000000cc"),
    ];
    wizard.told(Message::Several { request, all });
    wizard
}

/// A change of the responsible person's phone.
fn changed(setup: Setup, keys: &str) -> Wizard {
    let mut wizard = on(setup, "Ctrl+N Down Down Enter Enter");
    wizard.go(FieldId::ResponsiblePersonMobile).keys("Ctrl+U").text("13012340019").keys(keys);
    wizard.go(FieldId::ResponsiblePersonMobile).keys(keys);
    wizard
}

/// A change of the number of the subject, which is none.
fn refile(setup: Setup) -> Wizard {
    let mut wizard = on(setup, "Ctrl+N Down Down Enter Enter");
    wizard.go(FieldId::SubjectCertificateNumber).keys("Ctrl+U").text("91510107MA00000157").keys("F5");
    wizard
}

/// A company and an individual in the list.
fn drafts(setup: Setup) -> Wizard {
    setup.with(PATH, example("company")).with("/home/li/drafts/b.toml", Draft::new(5)).start()
}

/// A form in which all is well.
fn subject(setup: Setup) -> Wizard {
    opened(setup, example("company"), "Alt+1")
}

/// A form with findings, at one of them.
fn findings(setup: Setup) -> Wizard {
    let mut wizard = opened(setup, bad_remark(), "Alt+3");
    wizard.go(FieldId::MiniProgramRemark);
    wizard
}

/// A form of a person.
fn owner(setup: Setup) -> Wizard {
    opened(setup, example("company"), "Alt+4")
}

/// Materials that are there, and those a province asks for, which are not.
fn materials(setup: Setup) -> Wizard {
    let mut draft = example("company");
    draft.set(FieldId::SubjectRegion, Some("320106".into()));
    opened(setup, draft, "Alt+5")
}

/// What is still wrong before the export.
fn review(setup: Setup) -> Wizard {
    opened(setup, bad_remark(), "Alt+6")
}

/// A filing that came back once and is under review.
fn status(setup: Setup) -> Wizard {
    let mut draft = example("company");
    draft.events = [
        (EventKind::Submitted, "2026-11-19T09:00:00+08:00"),
        (EventKind::PlatformReturned, "2026-11-20T09:00:00+08:00"),
        (EventKind::Submitted, NOW),
    ]
    .map(|(kind, at)| Event::new(kind, at.parse().unwrap()))
    .into();
    draft.events[1].note = "证件照片不清晰，请重新上传。".to_owned();
    opened(setup, draft, "")
}

/// Copying into the console, at a value in the middle.
fn copy(setup: Setup) -> Wizard {
    opened(setup, example("company"), "F12 Enter*12")
}

fn bad_remark() -> Draft {
    let mut draft = example("company");
    draft.set(FieldId::MiniProgramRemark, Some("测试".into()));
    draft
}

fn opened(setup: Setup, draft: Draft, keys: &str) -> Wizard {
    let mut wizard = setup.open(draft).start();
    wizard.keys(keys);
    wizard
}

fn name(screen: &str, (columns, rows): (u16, u16), lang: Lang) -> String {
    format!("screen-{screen}-{columns}x{rows}-{}", code(lang))
}

/// The names of all snapshots that are made here.
pub fn names() -> Vec<String> {
    let all = SCREENS.map(|one| (one.0, SIZES)).into_iter().chain(LIFE.map(|one| (one.0, LIFE_SIZES)));
    let all = all.flat_map(|(screen, sizes)| sizes.into_iter().flat_map(move |size| LANGS.map(|lang| name(screen, size, lang))));
    all.chain(LANGS.map(|lang| name("copy", LARGE, lang))).collect()
}

fn compare_in(lang: Lang) {
    let mut snapshots: Vec<Snapshot> = Vec::new();
    let all = SCREENS.map(|one| (one, SIZES)).into_iter().chain(LIFE.map(|one| (one, LIFE_SIZES)));
    for ((screen, way), sizes) in all {
        for size in sizes {
            let wizard = way(Setup::new().lang(lang).sized(size.0, size.1));
            snapshots.push((name(screen, size, lang), seen(&wizard.look())));
        }
    }
    let large = copy(Setup::new().lang(lang).sized(LARGE.0, LARGE.1));
    snapshots.push((name("copy", LARGE, lang), seen(&large.look())));
    compare(&snapshots);
}

#[test]
fn screens_look_as_they_did_in_chinese() {
    compare_in(Lang::Zh);
}

#[test]
fn screens_look_as_they_did_in_english() {
    compare_in(Lang::En);
}

/// The screen as text, and below it what stands out in each row and where the cursor is.
fn seen(picture: &Picture) -> String {
    let mut seen = with_slashes(&picture.text());
    seen.push_str("---- styles: row, role[text] ----\n");
    for y in 0..picture.buffer.area.height {
        let runs = styled(picture, y);
        if !runs.is_empty() {
            writeln!(seen, "{y:2} {}", runs.join(" ")).unwrap();
        }
    }
    if let Some((x, y)) = picture.cursor {
        writeln!(seen, "cursor: row {y}, column {x}").unwrap();
    }
    seen
}

/// What stands out in a row, as `role[text]`.
fn styled(picture: &Picture, y: u16) -> Vec<String> {
    let mut runs: Vec<(String, String)> = Vec::new();
    for (x, symbol) in picture.glyphs(y) {
        let role = role(&picture.buffer[(x, y)]);
        match runs.last_mut() {
            Some((last, text)) if *last == role => text.push_str(symbol),
            _ => runs.push((role, symbol.to_owned())),
        }
    }
    let stands_out = |(role, text): &(String, String)| !role.is_empty() && !text.trim().is_empty();
    runs.into_iter().filter(stands_out).map(|(role, text)| format!("{role}[{}]", text.trim())).collect()
}

/// The role of a cell by its style; empty for ordinary text and for what stays in the background.
fn role(cell: &Cell) -> String {
    const COLOURS: [(Role, &str); 5] = [
        (Role::Error, "error"),
        (Role::Warning, "warning"),
        (Role::Hint, "hint"),
        (Role::Good, "good"),
        (Role::Accent, "accent"),
    ];
    let colour = COLOURS.into_iter().find(|(role, _)| Theme::new(true).style(*role).fg == Some(cell.fg));
    let bold = cell.modifier.contains(Modifier::BOLD).then_some("bold");
    let reversed = cell.modifier.contains(Modifier::REVERSED).then_some("reversed");
    let parts: Vec<&str> = bold.into_iter().chain(reversed).chain(colour.map(|(_, name)| name)).collect();
    parts.join("+")
}
