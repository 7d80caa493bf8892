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
pub fn folder() -> (tempfile::TempDir, PathBuf) {
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
    terminal.go(NAME).send("\u{1b}[200~虚构\r\n食谱\u{1b}[201~").wait_for("虚构食谱");
    assert!(terminal.send(QUIT).end().success());
    assert!(holds(&path, "虚构食谱"));
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
    let copy = copy.unwrap_or_else(|| panic!("{}", terminal.raw()));
    // The next session says where it is, once.
    let name = copy.file_name().unwrap().to_string_lossy().into_owned();
    let mut again = Terminal::run(folder.path(), &[], &[], SIZE);
    again.wait_for(common::RESCUED_TITLE.zh).wait_for(&name).send("\r").wait_for_gone(common::RESCUED_TITLE.zh);
    assert!(again.send(QUIT).end().success());
    assert!(!folder.path().join("state/rescued.txt").exists());
}

/// What an editor does that knows no locks.
#[test]
fn a_copy_made_at_the_end_keeps_comments_and_unknown_keys() {
    let (folder, path) = folder();
    let text = format!("# 三号柜\nx_unknown = 1\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &text).unwrap();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send("一").until("the save", || holds(&path, "一"));
    fs::write(&path, &text).unwrap();
    terminal.send("二").wait_for("一二").signal("TERM");
    assert_eq!(terminal.end().exit_code(), 3);
    let copies = fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.path());
    let copy = copies.into_iter().find(|path| holds(path, "一二")).expect("no copy");
    assert!(holds(&copy, "# 三号柜") && holds(&copy, "x_unknown"));
}

#[test]
fn keys_that_come_with_the_signal_are_saved() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let (folder, path) = folder();
        let mut terminal = open(folder.path());
        terminal.go(NAME).send("虚构食谱一二三四五六七八").signal(signal);
        terminal.end();
        assert!(holds(&path, "虚构食谱一二三四五六七八"), "{signal}");
    }
}

#[test]
fn nothing_makes_the_keyboard_dead() {
    for begun in
        ["\u{1b}[200~abc", "\u{1b}[?2026;2$y", "\u{1b}[?997;1n", "\u{1b}[<", "\u{1b}]11;rgb:", "\u{1b}P>|x", "\u{1b}_Gi=3"]
    {
        let (folder, path) = folder();
        let mut terminal = open(folder.path());
        // Behind an answer without an end one waits a moment, as a person does; behind a paste a little longer.
        terminal.go(NAME).send(begun).send("虚").until("the first save", || holds(&path, "虚"));
        terminal.send("构").wait_for("虚构");
        assert!(terminal.send(QUIT).end().success(), "{begun:?}");
        assert!(holds(&path, "虚构"), "{begun:?}");
        let (folder, _) = self::folder();
        let mut terminal = open(folder.path());
        terminal.go(NAME).send(begun).wait_for(FieldId::MiniProgramName.label().zh).send(QUIT);
        assert!(terminal.end().success(), "Ctrl+Q within {begun:?}");
    }
}

#[test]
fn stopped_it_gives_the_terminal_back_and_going_on_it_draws_everything_again() {
    let (folder, path) = folder();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send(TYPED).wait_for(TYPED).signal("TSTP").wait("the first screen", |screen| !screen.alternate_screen());
    terminal.until_it("the end of raw mode", |terminal| terminal.is_cooked());
    assert!(holds(&path, TYPED), "stopped before it was saved");
    terminal.must_be_given_back();
    terminal.signal("CONT").wait("the other screen", vt100::Screen::alternate_screen).wait_for(TYPED);
    terminal.send("二").wait_for("虚构食谱二");
    assert!(terminal.send(QUIT).end().success());
    terminal.must_be_given_back();
    // Also where nobody asked it first: whoever had the terminal meanwhile may have cleared it.
    let mut terminal = open(folder.path());
    terminal.go(NAME).wait_for("虚构食谱二").signal("STOP").clear();
    terminal.signal("CONT").wait_for("虚构食谱二").send("三").wait_for("虚构食谱二三");
    assert!(terminal.send(QUIT).end().success());
}

#[test]
fn a_terminal_that_is_gone_is_no_failure_wherever_one_was() {
    // A field, the help, a list, a picker: with the cursor and without.
    for keys in ["", "\u{1b}OP", "\u{1b}OS", "\u{6}"] {
        let (folder, path) = folder();
        let mut terminal = open(folder.path());
        terminal.go(NAME).send(TYPED).wait_for(TYPED).send(keys).close();
        let status = terminal.end();
        assert_eq!((status.signal(), status.exit_code()), (None, 0), "{keys:?}");
        assert!(holds(&path, TYPED), "{keys:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn with_nothing_to_do_it_sleeps() {
    let (folder, path) = folder();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send(TYPED).wait_for(TYPED).until("the save", || holds(&path, TYPED));
    // What is due after a save, a look at the files, is over after a few seconds; then nothing wakes anything.
    let mut before = terminal.wakeups();
    terminal.until_it("a second without a wake-up", |terminal| {
        terminal.rest(std::time::Duration::from_secs(1));
        let now = terminal.wakeups();
        std::mem::replace(&mut before, now) == now
    });
    // What somebody else writes does.
    let theirs = fs::read_to_string(&path).unwrap().replace(TYPED, "别人的");
    fs::write(&path, theirs).unwrap();
    terminal.wait_for("别人的");
    assert!(terminal.send(QUIT).end().success());
}

#[test]
fn nothing_stays_beside_a_draft() {
    let (folder, _) = folder();
    let mut terminal = open(folder.path());
    terminal.go(NAME).send(TYPED).wait_for(TYPED);
    assert!(terminal.send(QUIT).end().success());
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    names.retain(|name| name != "state");
    assert_eq!(names, ["a.toml"]);
}

#[test]
fn ten_at_once_in_one_folder_each_have_their_draft() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminals: Vec<_> = (0..10)
        .map(|number| {
            let path = folder.path().join(format!("d{number}.toml"));
            let since = Moment::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
            let owner = Owner { pid: std::process::id(), since, host: String::new() };
            drop(DraftFile::create(&path, &Draft::new(4), &owner).unwrap());
            (Terminal::run(folder.path(), &[&format!("d{number}")], &[], SIZE), path)
        })
        .collect();
    for (number, (terminal, _)) in terminals.iter_mut().enumerate() {
        terminal.wait_for(FieldId::SubjectName.label().zh).go(NAME).send(&format!("{TYPED}{number}"));
    }
    for (number, (terminal, path)) in terminals.iter_mut().enumerate() {
        terminal.wait_for(&format!("{TYPED}{number}"));
        assert!(terminal.send(QUIT).end().success());
        assert!(holds(path, &format!("{TYPED}{number}")));
    }
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

#[test]
fn on_a_terminal_that_only_prints_lines_it_asks_line_by_line() {
    let (folder, path) = folder();
    let mut terminal = Terminal::run(folder.path(), &["a"], &[("TERM", "dumb")], (100, 40));
    terminal.wait_for(beian::locale::plain::OVERVIEW_CHOICES.zh.split('；').next().unwrap());
    terminal.send("/mini_program.name\n").wait_for(FieldId::MiniProgramName.label().zh);
    terminal.send("虚构食谱\n");
    terminal.send("q\nq\n");
    assert!(terminal.end().success());
    let raw = terminal.raw();
    assert!(!raw.contains('\u{1b}'), "{raw:?}");
    assert!(holds(&path, TYPED));
}

#[test]
fn the_mouse_is_reported_unless_it_is_not_wanted() {
    for (args, variables, reported) in [
        (&[][..], &[][..], true),
        (&["--no-mouse"][..], &[][..], false),
        (&[][..], &[("BEIAN_MOUSE", "0")][..], false),
        (&[][..], &[("BEIAN_MOUSE", "1")][..], true),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::run(folder.path(), args, variables, SIZE);
        terminal.wait_for(home::WELCOME_LOCAL.zh);
        assert_eq!(terminal.raw().contains("\u{1b}[?1000h"), reported, "{args:?} {variables:?}");
        assert!(terminal.send(QUIT).end().success());
        terminal.must_be_given_back();
    }
    let folder = tempfile::tempdir().unwrap();
    let mut odd = Terminal::run(folder.path(), &[], &[("BEIAN_MOUSE", "perhaps")], SIZE);
    assert_eq!(odd.end().exit_code(), 2);
}

#[test]
fn where_nothing_tells_the_language_it_is_asked_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let unknown = [("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8")];
    let mut terminal = Terminal::run(folder.path(), &[], &unknown, SIZE);
    terminal.wait_for(common::LANGUAGE_TITLE.en).wait_for("中文").wait_for("English");
    terminal.send("\r").wait_for(home::WELCOME_LOCAL.zh);
    assert!(terminal.send(QUIT).end().success());
    let mut again = Terminal::run(folder.path(), &[], &unknown, SIZE);
    again.wait_for(home::WELCOME_LOCAL.zh);
    assert!(!again.text().contains("Language"), "{}", again.text());
    again.send("\u{1b}l").wait_for(home::WELCOME_LOCAL.en);
    assert!(again.send(QUIT).end().success());
    let mut kept = Terminal::run(folder.path(), &[], &[], SIZE);
    kept.wait_for(home::WELCOME_LOCAL.en);
    assert!(kept.send(QUIT).end().success());
}
