//! Pictures in terminals that draw them themselves, and in those that answer nothing.

use std::io::Read;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use beian::drafts::DraftFile;
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId};
use beian::fs::lock::Owner;
use beian::locale::tui::preview;
use flate2::read::ZlibDecoder;
use image::{Rgb, RgbImage};

use super::terminal::{Kind, Terminal};

const SIZE: (u16, u16) = (80, 24);
const PREVIEW: &str = "\u{10}";
const QUIT: &str = "\u{11}";

/// The picture of the draft, smaller than the screen: what is drawn must be it, pixel for pixel.
fn scan() -> RgbImage {
    RgbImage::from_fn(300, 200, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, if x < 150 { 200 } else { 20 }]))
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    scan().save(folder.path().join("证 件.png")).unwrap();
    let mut draft = Draft::new(4);
    draft.set(FieldId::ResponsiblePersonCertificateFront, Some("证 件.png".into()));
    let since = Moment::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
    let owner = Owner { pid: std::process::id(), since, host: String::new() };
    drop(DraftFile::create(&folder.path().join("a.toml"), &draft, &owner).unwrap());
    folder
}

/// Looks at the picture in a terminal of this kind.
fn look(folder: &Path, kind: Kind, variables: &[(&str, &str)]) -> Terminal {
    let mut terminal = Terminal::run(folder, &["a"], variables, SIZE).of_kind(kind);
    terminal.wait_for(FieldId::SubjectName.label().zh);
    terminal.go("responsible_person.certificate.front").send(PREVIEW).wait_for("1 ");
    terminal
}

/// Waits until the program has written this.
fn written(terminal: &mut Terminal, what: &str) {
    terminal.wait_for_raw(what);
}

#[test]
fn kitty_shows_the_picture_itself_and_is_rid_of_it_afterwards() {
    let folder = folder();
    let mut terminal = look(folder.path(), Kind::Kitty, &[]);
    written(&mut terminal, "\u{1b}\\\u{1b}8");
    let raw = terminal.raw();
    let (keys, _) = raw.split("\u{1b}_Ga=T,").nth(1).expect("nothing was transmitted").split_once(';').unwrap();
    assert!(keys.contains("s=300,v=200"), "{keys}");
    let data: String = raw
        .split("\u{1b}_G")
        .filter(|part| part.contains("q=2,m="))
        .map(|part| part.split_once(';').unwrap().1.split_once('\u{1b}').unwrap().0)
        .collect();
    let mut rgb = Vec::new();
    ZlibDecoder::new(STANDARD.decode(data).unwrap().as_slice()).read_to_end(&mut rgb).unwrap();
    assert!(rgb == scan().into_raw(), "other pixels were shown");
    let before = raw.len();
    // The help lies on top: the picture goes, and comes back.
    terminal.send("\u{1b}OP");
    written(&mut terminal, "a=d,d=I,");
    assert!(terminal.send(QUIT).wait_for_raw("\u{1b}[?1049l").end().success());
    let after = terminal.raw()[before..].to_owned();
    let left = after.rfind("\u{1b}[?1049l").unwrap();
    assert!(after.rfind("a=d,d=I,").is_some_and(|deleted| deleted < left), "pictures stay in the terminal's memory");
    terminal.must_be_given_back();
}

#[test]
fn the_picker_shows_the_highlighted_picture_and_keeps_its_folder_in_mind() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let variables = [("BEIAN_TODAY", "2026-11-23")];
    let mut terminal = Terminal::run(folder.path(), &["a"], &variables, (108, 36)).of_kind(Kind::Kitty);
    terminal.wait_for(FieldId::SubjectName.label().zh);
    terminal.go("responsible_person.certificate.front").send("\r").wait_for("300x200");
    written(&mut terminal, "\u{1b}_Ga=T,");
    assert!(!terminal.raw().contains("a=d,d=I,"));
    terminal.send("\r");
    written(&mut terminal, "a=d,d=I,");
    assert!(terminal.send(QUIT).wait_for_raw("\u{1b}[?1049l").end().success());
    terminal.must_be_given_back();
    let kept = folder.path().join("state/recent-folders.json");
    assert_eq!(std::fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(beian::drafts::recent::load(&kept), [folder.path()]);
}

#[test]
fn sixels_are_drawn_where_the_terminal_knows_them() {
    let folder = folder();
    let mut terminal = look(folder.path(), Kind::Sixel, &[]);
    written(&mut terminal, "\u{1b}\\\u{1b}8");
    let raw = terminal.raw();
    let (_, sixels) = raw.split_once("\u{1b}P").expect("no sixels");
    assert!(sixels.split_once('q').is_some_and(|(_, body)| body.starts_with("\"1;1;300;200")), "{:?}", &sixels[..40]);
    assert!(!raw.contains("a=T"));
    assert!(terminal.send(QUIT).end().success());
    terminal.must_be_given_back();
}

#[test]
fn a_terminal_that_answers_nothing_gets_half_blocks_and_loses_no_key() {
    let folder = folder();
    let mut terminal = Terminal::run(folder.path(), &["a"], &[], SIZE).of_kind(Kind::Mute);
    // Typed while answers are awaited: the search for a field, and its path.
    terminal.wait_for_raw("\u{1b}[c").send("\u{6}\u{1b}[200~mini_program.name\u{1b}[201~\r").send("虚构食谱");
    terminal.wait_for("虚构食谱");
    terminal.go("responsible_person.certificate.front").send(PREVIEW).wait_for("▀");
    // The answer comes at last: it is no typing.
    terminal.send("\u{1b}").wait("the form", |screen| !screen.contents().contains('▀'));
    terminal.send("\u{1b}_Gi=31;OK\u{1b}\\").go("mini_program.name").wait_for("虚构食谱");
    assert!(!terminal.text().contains("Gi=31"), "{}", terminal.text());
    assert!(terminal.send(QUIT).end().success());
    let text = std::fs::read_to_string(folder.path().join("a.toml")).unwrap();
    assert!(text.contains("\"虚构食谱\"") && text.contains("\"证 件.png\""), "{text}");
}

#[test]
fn the_user_has_the_last_word() {
    let folder = folder();
    let mut blocks = look(folder.path(), Kind::Kitty, &[("BEIAN_GRAPHICS", "blocks")]);
    blocks.wait_for("▀");
    assert!(!blocks.raw().contains("\u{1b}_G"), "nothing is asked where nothing is open");
    assert!(blocks.send(QUIT).end().success());
    for variables in [&[("BEIAN_GRAPHICS", "none")], &[("NO_COLOR", "1")]] {
        let mut none = look(folder.path(), Kind::Plain, variables);
        none.wait_for(preview::NO_GRAPHICS.zh.split('，').next().unwrap());
        assert!(none.send(QUIT).end().success());
    }
    let mut unknown = Terminal::run(folder.path(), &["a"], &[("BEIAN_GRAPHICS", "sixels")], SIZE);
    unknown.wait_for("auto, kitty, iterm2, sixel, blocks, none");
    assert_eq!(unknown.end().exit_code(), 2);
}
