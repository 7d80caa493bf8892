//! What a person waits for: a key, a check, a save, a search, the list of drafts, the first frame. `benches/README.md` has the
//! figures and how they were measured.

#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::hint::black_box;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use beian::catalog::filing_region;
use beian::drafts::{Access, DraftFile, Folder, codec};
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId};
use beian::fs::lock::Owner;
use beian::locale::Lang;
use beian::rules::{self, Context};
use beian::tui::app::{App, Start};
use beian::tui::effect::Message;
use beian::tui::event::{Code, Event, Key};
use beian_scan::facts::Facts;
use beian_scan::{Limits, prepare};
use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const TEXT: &str = include_str!("../assets/example/company.toml");
const MANY: usize = 2_000;

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn owner() -> Owner {
    Owner { pid: std::process::id(), since: now(), host: String::new() }
}

fn example() -> Draft {
    codec::parse(TEXT).unwrap().draft().clone()
}

/// A folder on the disk the program is built on; the system's temporary one may live in memory.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

fn app((columns, rows): (u16, u16)) -> App {
    let start = Start {
        lang: Lang::Zh,
        colour: true,
        folder: PathBuf::from("/drafts"),
        home: None,
        usual_folders: beian::tui::state::UsualFolders::default(),
        now: now(),
        today: None,
        open: None,
        size: (columns, rows),
    };
    App::new(start).0
}

fn press(app: &mut App, words: &str) {
    app.update(Event::Key(Key::parse(words).unwrap()));
}

/// The full draft, open, with this field in the focus.
fn at_field(size: (u16, u16), id: FieldId) -> App {
    let folder = folder();
    let path = folder.path().join("a.toml");
    fs::write(&path, TEXT).unwrap();
    let mut app = app(size);
    let file = DraftFile::open(&path, Access::ReadOnly).unwrap();
    let opened = Message::Opened {
        path,
        folder: folder.path().to_owned(),
        draft: Box::new(file.draft().clone()),
        unfinished: Default::default(),
        strays: Default::default(),
        read_only: None,
    };
    app.update(Event::Done(Box::new(opened.into())));
    press(&mut app, "Ctrl+F");
    app.update(Event::Paste(id.path().to_owned()));
    press(&mut app, "Enter");
    app
}

/// Measures two keys that undo each other, pressed in turns, each with drawing; what was drawn last.
fn in_turns(
    criterion: &mut Criterion,
    name: &str,
    app: &mut App,
    (columns, rows): (u16, u16),
    keys: [Key; 2],
) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let mut turn = 0;
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| {
            turn += 1;
            app.update(Event::Key(keys[turn % 2]));
            terminal.draw(|frame| app.draw(frame)).unwrap();
        });
    });
    terminal
}

/// A key typed into a field of a full draft, taken in, checked and drawn.
fn a_key(criterion: &mut Criterion) {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let mut app = at_field((columns, rows), FieldId::OwnerMobile);
        let keys = [Key::plain(Code::Char('1')), Key::plain(Code::Backspace)];
        in_turns(criterion, &format!("key, {columns}x{rows}"), &mut app, (columns, rows), keys);
        let value = app.state().document.as_ref().unwrap().draft().text(FieldId::OwnerMobile).to_owned();
        assert!(value.starts_with("1301234"), "the keys went elsewhere: {value}");
    }
}

/// A letter typed into the filter of a dialog and taken out again, with drawing.
fn a_key_in_a_list(criterion: &mut Criterion) {
    for (list, id, key, typed) in [
        ("regions", FieldId::SubjectRegion, "Enter", "shenzhen"),
        ("service contents", FieldId::ServiceContents, "Enter", "gong"),
        ("fields", FieldId::OwnerMobile, "Ctrl+F", "shouji"),
        ("commands", FieldId::OwnerMobile, "Ctrl+T", "shouji"),
    ] {
        let mut app = at_field((120, 36), id);
        press(&mut app, key);
        app.update(Event::Paste(typed.to_owned()));
        let keys = [Key::plain(Code::Backspace), Key::plain(Code::Char('n'))];
        let terminal = in_turns(criterion, &format!("key in a list: {list}"), &mut app, (120, 36), keys);
        let shown: String = terminal.backend().buffer().content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(shown.contains(typed.get(..4).unwrap()), "the keys went elsewhere: {shown}");
    }
}

fn a_check(criterion: &mut Criterion) {
    let (draft, facts) = (example(), Facts::default());
    criterion.bench_function("check of a full draft", |bencher| {
        bencher.iter(|| rules::check(black_box(&Context::new(&draft, &facts, today()))));
    });
}

fn a_draft(criterion: &mut Criterion) {
    let (one, mut other) = (example(), example());
    other.set(FieldId::MiniProgramName, Some("另一个名字".into()));
    criterion.bench_function("draft: read", |bencher| bencher.iter(|| codec::parse(black_box(TEXT)).unwrap()));
    let document = codec::parse(TEXT).unwrap();
    criterion.bench_function("draft: change and write as text", |bencher| {
        bencher.iter(|| {
            let mut document = document.clone();
            document.update(black_box(&other));
            document.to_text()
        });
    });
    let folder = folder();
    let path = folder.path().join("a.toml");
    fs::write(&path, TEXT).unwrap();
    let mut file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    let mut turn = 0;
    criterion.bench_function("draft: save, with fsync of file and folder", |bencher| {
        bencher.iter(|| {
            turn += 1;
            file.save(if turn % 2 == 0 { &one } else { &other }).unwrap();
        });
    });
}

fn a_region(criterion: &mut Criterion) {
    for query in ["南山", "nanshan", "ns"] {
        assert!(!filing_region::search(query, 50).is_empty());
        criterion.bench_function(&format!("region search: {query}"), |bencher| {
            bencher.iter(|| filing_region::search(black_box(query), 50));
        });
    }
}

fn many_drafts(criterion: &mut Criterion) {
    let home = folder();
    for number in 0..MANY {
        let text = TEXT.replace("虚构音乐厅", &format!("虚构音乐厅{number}"));
        fs::write(home.path().join(format!("{number}.toml")), text).unwrap();
    }
    let drafts = Folder::new(home.path());
    criterion.bench_function("list of 2,000 drafts", |bencher| bencher.iter(|| drafts.list().unwrap()));
    let entries = drafts.list().unwrap().entries;
    assert_eq!(entries.iter().filter(|entry| entry.summary.is_ok()).count(), MANY);
    let mut app = app((80, 24));
    app.update(Event::Done(Box::new(Message::Listed(entries.into()).into())));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut turn = 0;
    criterion.bench_function("key in the filter of 2,000 drafts", |bencher| {
        bencher.iter(|| {
            turn += 1;
            let code = if turn % 2 == 1 { Code::Char('7') } else { Code::Backspace };
            app.update(Event::Key(Key::plain(code)));
            terminal.draw(|frame| app.draw(frame)).unwrap();
        });
    });
}

/// A photo of twelve megapixels, noisy as a phone's, made fit for the platform: decoded, shrunk, encoded until it fits.
fn a_picture(criterion: &mut Criterion) {
    let mut seed = 1u32;
    let mut noise = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (110 + (seed >> 16) % 40) as u8
    };
    let picture = image::RgbImage::from_fn(4_000, 3_000, |_, _| image::Rgb([noise(), noise(), noise()]));
    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 92).encode(picture.as_raw(), 4_000, 3_000, jpeg_encoder::ColorType::Rgb).unwrap();
    let wanted = prepare::Wanted::of([&Limits::CERTIFICATE]);
    criterion.bench_function("picture of 12 megapixels: prepare", |bencher| {
        bencher.iter(|| prepare::prepare("a.jpg", black_box(&bytes), &wanted).unwrap());
    });
}

/// Starts the program in a terminal; the time until its first frame stands there.
fn first_frame(folder: &Path) -> Duration {
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_beian"));
    command.env("BEIAN_DRAFTS_DIR", folder);
    command.env("LC_ALL", "zh_CN.UTF-8");
    command.env("TERM", "xterm-256color");
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let wanted = beian::locale::tui::home::WELCOME_LOCAL.zh;
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut parser = vt100::Parser::new(24, 80, 0);
    let mut buffer = [0; 8192];
    while !parser.screen().contents().contains(wanted) {
        let count = reader.read(&mut buffer).unwrap();
        assert!(count > 0, "it ended before it drew anything");
        parser.process(&buffer[..count]);
    }
    let took = start.elapsed();
    writer.write_all(b"\x11").unwrap();
    writer.flush().unwrap();
    while reader.read(&mut buffer).is_ok_and(|count| count > 0) {}
    assert!(child.wait().unwrap().success());
    took
}

fn the_start(criterion: &mut Criterion) {
    let folder = folder();
    criterion.bench_function("start to the first frame", |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| first_frame(folder.path())).sum());
    });
}

fn quick() -> Criterion {
    Criterion::default().sample_size(30).measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1))
}

criterion_group! {
    name = benches;
    config = quick();
    targets = a_key, a_key_in_a_list, a_check, a_draft, a_region, many_drafts, a_picture, the_start
}
criterion_main!(benches);
