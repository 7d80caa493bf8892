//! Passphrases as a person types them: asked for on the terminal, never shown, and only once nothing else stands in the way.

use std::path::Path;
use std::process::Command;

use beian::locale::encryption as words;
use beian::locale::tui::{home, protect};

use super::terminal::Terminal;

const SIZE: (u16, u16) = (80, 24);
const PHRASE: &str = "马到成功 geheim";

/// A folder with both examples in it.
fn examples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_beian"));
    command.args(["new", "--example"]).env("BEIAN_DRAFTS_DIR", folder.path()).env("BEIAN_TODAY", "2026-11-23");
    assert!(command.env("HOME", folder.path()).output().unwrap().status.success());
    folder
}

fn packages(folder: &Path) -> Vec<String> {
    let names = folder.read_dir().unwrap().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.contains(".zip")).collect()
}

fn export(folder: &Path, draft: &str) -> Terminal {
    Terminal::run(folder, &["export", draft, "--passphrase", "-o", "p.zip.age"], &[], SIZE)
}

/// Encrypts the individual's example with the phrase.
fn encrypted(folder: &Path) {
    let mut terminal = export(folder, "example-individual");
    terminal.wait_for("一个汉字算两个").send(&format!("{PHRASE}\r"));
    terminal.wait_for(words::ASK_AGAIN.zh.trim()).send(&format!("{PHRASE}\r")).wait_for("p.zip.age");
    assert!(terminal.end().success(), "{}", terminal.text());
    assert!(!terminal.raw().contains("geheim"), "what is typed is not shown");
    assert_eq!(packages(folder), ["p.zip.age"]);
}

#[test]
fn a_package_is_encrypted_with_what_was_typed_and_opens_with_nothing_else() {
    let folder = examples();
    encrypted(folder.path());
    for (phrase, said) in [("another phrase", "口令不对"), (PHRASE, "media_id")] {
        let mut terminal = Terminal::run(folder.path(), &["fill", "p.zip.age", "--passphrase"], &[], SIZE);
        terminal.wait_for(words::ASK.zh.trim()).send(&format!("{phrase}\r")).wait_for(said);
        assert_eq!(terminal.end().exit_code(), 2);
        assert!(!terminal.raw().contains("phrase") && !terminal.raw().contains("geheim"));
    }
}

#[test]
fn whoever_slips_is_asked_again_and_whoever_gives_up_leaves_nothing() {
    let folder = examples();
    let mut terminal = export(folder.path(), "example-individual");
    terminal.wait_for("一个汉字算两个").send("one long sentence\rtwo long sentences\r");
    terminal.wait_for(words::ASK_AGAIN.zh.trim()).send("\u{3}").wait_for(words::GIVEN_UP.zh);
    assert_eq!(terminal.end().exit_code(), 2);
    assert!(packages(folder.path()).is_empty());
    let mut slips = export(folder.path(), "example-individual");
    let slip = "one long sentence\ranother long sentence\r";
    slips.wait_for("一个汉字算两个").send(&slip.repeat(3)).wait_for(words::DIFFER.zh);
    assert_eq!(slips.end().exit_code(), 2);
    assert!(packages(folder.path()).is_empty());
}

#[test]
fn a_short_passphrase_is_refused_and_one_is_made_where_nothing_is_typed() {
    let folder = examples();
    let mut short = export(folder.path(), "example-individual");
    short.wait_for("一个汉字算两个").send("13012340003\r马到成功\rabcabcabcabcabcabc\r").wait_for(words::REPEATS.zh);
    assert_eq!(short.end().exit_code(), 2);
    assert!(packages(folder.path()).is_empty());
    let mut terminal = export(folder.path(), "example-individual");
    terminal.wait_for("一个汉字算两个").send("\r").wait_for("只显示这一次").wait_for("p.zip.age");
    assert!(terminal.end().success(), "{}", terminal.text());
    let text = terminal.text();
    let made =
        text.lines().find_map(|line| line.trim().strip_prefix("口令：").filter(|made| made.len() == 29)).unwrap().to_owned();
    let mut opened = Terminal::run(folder.path(), &["fill", "p.zip.age", "--passphrase"], &[], SIZE);
    opened.wait_for(words::ASK.zh.trim()).send(&format!("{made}\r")).wait_for("media_id");
    assert_eq!(opened.end().exit_code(), 2);
}

#[test]
fn nobody_types_a_passphrase_for_a_draft_with_errors() {
    let folder = examples();
    let draft = folder.path().join("example-company.toml");
    let text = std::fs::read_to_string(&draft).unwrap().replace("13012340003", "1301234");
    std::fs::write(&draft, text).unwrap();
    let mut terminal = export(folder.path(), "example-company");
    terminal.wait_for("没有导出");
    assert_eq!(terminal.end().exit_code(), 1);
    assert!(!terminal.raw().contains(words::ASK.zh.trim()), "{}", terminal.text());
}

#[test]
fn the_wizard_opens_an_encrypted_package_for_one_more_mini_program() {
    let folder = examples();
    encrypted(folder.path());
    let mut terminal = Terminal::run(folder.path(), &[], &[], SIZE);
    terminal.wait_for("三餐小账").send("\u{e}").wait_for("注销");
    // One more mini-program, from a file, by its name.
    terminal.send("\u{1b}[B\r").wait_for(beian::locale::tui::new::FROM_FILE.zh);
    terminal.send("\r").wait_for("p.zip.age").send("p.zip\r").wait_for(protect::UNLOCK_TITLE.zh);
    terminal.send("wrong\r").wait_for("口令不对");
    terminal.send(&format!("{PHRASE}\r")).wait("the new draft", |screen| {
        let text = screen.contents();
        text.contains("测试甲") || text.contains("小程序名称")
    });
    assert!(!terminal.raw().contains("geheim"));
    assert!(terminal.send("\u{11}").end().success());
    let made =
        folder.path().read_dir().unwrap().flatten().filter(|entry| entry.path().extension().is_some_and(|end| end == "toml"));
    assert_eq!(made.count(), 3, "{}", home::WELCOME_LOCAL.zh);
}
