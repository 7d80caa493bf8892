//! Sessions: starting, typing, leaving in every way, and coming back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use beian::drafts::DraftFile;
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId};
use beian::fs::lock::Owner;
use beian::locale::tui::{common, home};
use regex::Regex;

use super::terminal::Terminal;

const SIZE: (u16, u16) = (80, 24);
const QUIT: &str = "\u{11}";
const NAME: &str = "mini_program.name";
/// No help and no example on the screen says this: where it stands, it was typed.
const TYPED: &str = "虚构食谱";

/// A folder with the draft of an enterprise in it.
fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    let since = Moment::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
    let owner = Owner { pid: std::process::id(), since, host: String::new() };
    drop(DraftFile::create(&path, &Draft::new(4), &owner).unwrap());
    (folder, path)
}

fn open(folder: &Path) -> Terminal {
    let mut terminal = Terminal::run(folder, &["a"], &[], SIZE);
    terminal.wait_for(FieldId::SubjectName.label().zh);
    terminal
}

fn holds(path: &Path, text: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|held| held.contains(text))
}

#[test]
fn it_starts_and_leaves_the_terminal_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), &[], &[], SIZE);
    terminal.wait_for(home::WELCOME_LOCAL.zh);
    assert!(terminal.screen().alternate_screen() && terminal.screen().bracketed_paste());
    assert!(terminal.send(QUIT).end().success());
    terminal.must_be_given_back();
    assert_eq!(terminal.text().trim(), "", "nothing is left on the first screen");
}

#[test]
fn what_is_typed_is_there_the_next_time() {
    let (folder, path) = folder();
    let mut terminal = open(folder.path());
    // The cursor stands behind the last glyph, in the second of whose cells it would be torn.
    terminal.go(NAME).send(TYPED).wait("the cursor behind the name", |screen| {
        let (row, column) = screen.cursor_position();
        let glyph = column.checked_sub(2).and_then(|column| screen.cell(row, column));
        row > 3 && glyph.is_some_and(|cell| cell.contents() == "谱")
    });
    assert!(terminal.send(QUIT).end().success());
    assert!(holds(&path, TYPED));
    let mut again = Terminal::run(folder.path(), &[], &[], SIZE);
    again.wait_for(TYPED).send("\r").wait_for(FieldId::SubjectName.label().zh);
    assert!(again.send(QUIT).end().success());
}

#[test]
fn a_pasted_text_is_one_piece() {
    let (folder, path) = folder();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send("\u{1b}[200~虚构\r\n食谱\u{1b}[201~").wait_for("虚构 食谱");
    assert!(terminal.send(QUIT).end().success());
    assert!(holds(&path, "虚构 食谱"));
}

#[test]
fn killed_in_the_middle_of_a_field_it_has_kept_what_was_typed() {
    let (folder, path) = folder();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send("前半句").until("the first save", || holds(&path, "前半句"));
    terminal.send("后半句").signal("KILL");
    assert!(!terminal.end().success());
    let mut again = open(folder.path());
    again.go(NAME).wait_for("前半句").send("了").until("the next save", || holds(&path, "了"));
    assert!(again.send(QUIT).end().success());
}

#[test]
fn asked_to_end_it_saves_and_gives_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let (folder, path) = folder();
        let mut terminal = open(folder.path());
        terminal.go(NAME).send(TYPED).wait_for(TYPED).signal(signal);
        let status = terminal.end();
        assert_eq!(status.signal(), None, "{signal} ended it before it could save");
        terminal.must_be_given_back();
        assert!(holds(&path, TYPED), "{signal}");
    }
}

#[test]
fn a_closed_window_loses_nothing() {
    let (folder, path) = folder();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send(TYPED).wait_for(TYPED).close();
    terminal.end();
    assert!(holds(&path, TYPED));
}

#[test]
fn any_size_and_any_change_of_size_will_do() {
    let (folder, _) = folder();
    let mut terminal = Terminal::run(folder.path(), &["a"], &[], (1, 1));
    terminal.wait("the other screen", vt100::Screen::alternate_screen);
    terminal.resize(80, 24).wait_for(FieldId::SubjectName.label().zh);
    let start = common::TOO_SMALL.zh.split('：').next().unwrap();
    terminal.resize(50, 10).wait_for(start);
    terminal.resize(130, 40).wait_for(FieldId::SubjectName.label().zh);
    let inside_the_help = beian::locale::tui::dialog::HELP_RULES.zh;
    terminal.send("\u{1b}OP").wait_for(inside_the_help).resize(2, 2).resize(60, 16).wait_for(inside_the_help);
    assert!(terminal.send(QUIT).end().success());
    terminal.must_be_given_back();
}

/// The numbers of all colours and styles that were switched on.
fn styles(raw: &str) -> Vec<u16> {
    let sequence = Regex::new("\u{1b}\\[([0-9;]*)m").unwrap();
    sequence
        .captures_iter(raw)
        .flat_map(|found| found[1].split(';').map(|n| n.parse().unwrap_or(0)).collect::<Vec<_>>())
        .collect()
}

#[test]
fn no_color_is_heeded_down_to_the_last_byte() {
    let (folder, _) = folder();
    let is_colour = |style: &u16| matches!(style, 30..=38 | 40..=48 | 90..=107);
    let session = |variables: &[(&str, &str)]| {
        let mut terminal = Terminal::run(folder.path(), &["a"], variables, SIZE);
        terminal.wait_for(FieldId::SubjectName.label().zh).go(NAME).send("x\t");
        terminal.send("\u{1b}OS").wait_for(beian::locale::tui::dialog::PROBLEMS_TITLE.zh);
        assert!(terminal.send(QUIT).end().success());
        styles(&terminal.raw())
    };
    let plain = session(&[("NO_COLOR", "1")]);
    assert!(!plain.iter().any(is_colour), "{plain:?}");
    assert!(plain.contains(&7), "the chosen line is not marked: {plain:?}");
    assert!(plain.contains(&1), "nothing is bold: {plain:?}");
    assert!(session(&[]).iter().any(is_colour), "with colours there are some");
}

#[test]
fn without_a_terminal_it_says_so_and_does_not_hang() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_beian"))
        .env("BEIAN_DRAFTS_DIR", folder.path())
        .env("LC_ALL", "en_US.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("check") && said.contains("export"), "{said}");
}

#[test]
fn asked_to_end_while_the_file_is_another_s_it_keeps_both() {
    let (folder, path) = folder();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send("一").until("the save", || holds(&path, "一"));
    let theirs = fs::read_to_string(&path).unwrap().replace("一", "别人的");
    fs::write(&path, &theirs).unwrap();
    terminal.send("二").wait_for("一二");
    let status = terminal.signal("TERM").end();
    assert_eq!(status.exit_code(), 3);
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let copy = fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.path()).find(|path| holds(path, "一二"));
    assert!(copy.is_some(), "{}", terminal.raw());
}

#[test]
fn two_terminals_do_not_write_into_one_draft() {
    let (folder, path) = folder();
    let mut first = open(folder.path());
    let mut second = Terminal::run(folder.path(), &["a"], &[], SIZE);
    second.wait_for(common::HELD_TITLE.zh).send("\r").wait_for(FieldId::SubjectName.label().zh).wait_for(common::READ_ONLY.zh);
    second.go(NAME).send("二").wait_for(common::IS_READ_ONLY.zh);
    first.go(NAME).send("一").until("the save", || holds(&path, "一"));
    assert!(second.send(QUIT).end().success());
    assert!(first.send(QUIT).end().success());
    assert!(holds(&path, "一") && !holds(&path, "二"));
}
