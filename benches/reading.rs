//! What a person notices of pictures being read: keys, saves and previews while the wizard inspects twenty scans of twelve megapixels.
//! Prints a table; `benches/README.md` has the figures and how they were measured.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use beian::drafts::{Access, DraftFile};
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId};
use beian::fs::lock::Owner;
use beian::locale::Lang;
use beian::tui::app::{App, Start};
use beian::tui::effect::{DraftRequest, Effect, InspectRequest, Message, RenderRequest, Request};
use beian::tui::event::{Code, Event, Key};
use beian::tui::picture::{Graphics, PreviewRequest, Protocol, View};
use beian::tui::state::Preferences;
use beian::tui::worker::{Places, Worker};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const TEXT: &str = include_str!("../assets/example/company.toml");
const SCANS: usize = 20;
/// Between two keys; faster than anybody types.
const PAUSE: Duration = Duration::from_millis(8);

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap()
}

fn owner() -> Owner {
    Owner { pid: std::process::id(), since: now(), host: String::new() }
}

/// A scan of twelve megapixels that is small enough to be read whole: paper with lines of print.
fn draw_scan(path: &Path, number: u32) {
    let print = |x: u32, y: u32| y % 60 < 24 && (x / 7 + y / 9 * number).wrapping_mul(2_654_435_761) >> 30 == 0;
    let image = RgbImage::from_fn(4000, 3000, |x, y| {
        let paper = 225 + ((x + y) / 500) as u8;
        if print(x, y) { Rgb([50, 50, 60]) } else { Rgb([paper, paper, paper - 8]) }
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 40).encode_image(&image).unwrap();
    assert!(bytes.len() < 2_000_000, "{} bytes: only its beginning would be read", bytes.len());
    fs::write(path, bytes).unwrap();
}

struct Stage {
    worker: Worker,
    answers: Receiver<Event>,
    app: App,
    folder: PathBuf,
    path: PathBuf,
    scans: Vec<String>,
}

impl Stage {
    /// Has the worker do something for the open draft.
    fn run(&self, effect: Effect) {
        self.worker.run(Request { ticket: self.app.ticket(), effect }, Lang::Zh, now());
    }

    fn inspect(&self) {
        self.run(Effect::Inspect(InspectRequest {
            folder: self.folder.clone(),
            files: self.scans.iter().cloned().map(Into::into).collect(),
        }));
    }
}

/// The wizard with a full draft open in a field one types into, its worker behind it. `size` in cells.
fn stage(folder: &Path, (columns, rows): (u16, u16)) -> Stage {
    let path = folder.join("a.toml");
    let (events, answers) = mpsc::channel();
    let worker = Worker::start(
        Places {
            drafts: folder.to_owned(),
            state: None,
            own: None,
            home: None,
            models: None,
            preferences: Preferences::default(),
        },
        owner(),
        events.into(),
    );
    let start = Start {
        lang: Lang::Zh,
        colour: true,
        folder: folder.to_owned(),
        home: None,
        usual_folders: beian::tui::state::UsualFolders::default(),
        now: now(),
        today: None,
        open: None,
        size: (columns, rows),
    };
    let (mut app, _) = App::new(start);
    let open = DraftRequest::Open { path: path.clone(), read_only: false };
    worker.run(Effect::Draft(open).into(), Lang::Zh, now());
    app.update(answers.recv().unwrap());
    app.update(Event::Key(Key::parse("Ctrl+F").unwrap()));
    app.update(Event::Paste(FieldId::OwnerMobile.path().to_owned()));
    app.update(Event::Key(Key::parse("Enter").unwrap()));
    let scans = (0..SCANS).map(|n| format!("scan-{n}.jpg")).collect();
    Stage { worker, answers, app, folder: folder.to_owned(), path, scans }
}

/// Middle, slowest but one in a hundred, and slowest, in milliseconds.
fn line(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    println!("| {what} | {} | {:.2} ms | {:.2} ms | {:.2} ms |", times.len(), at(50), at(99), at(100));
}

/// Keys, each taken in, checked and drawn, until the scans are inspected (or for three seconds where none are).
fn keys(folder: &Path, size: (u16, u16), reading: bool) -> (Vec<Duration>, Duration) {
    let mut stage = stage(folder, size);
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    let begin = Instant::now();
    if reading {
        stage.inspect();
    }
    let mut times = Vec::new();
    loop {
        thread::sleep(PAUSE);
        let key = if times.len() % 2 == 0 { Code::Char('1') } else { Code::Backspace };
        let start = Instant::now();
        stage.app.update(Event::Key(Key::plain(key)));
        terminal.draw(|frame| stage.app.draw(frame)).unwrap();
        times.push(start.elapsed());
        let inspected = |event| matches!(event, Event::Done(answer) if matches!(answer.message, Message::Inspected(_)));
        let done = stage.answers.try_iter().any(inspected);
        if done || (!reading && begin.elapsed() > Duration::from_secs(3)) {
            return (times, begin.elapsed());
        }
    }
}

/// How long answers take that are asked for one after the other while the scans are inspected.
fn answers(folder: &Path, mut ask: impl FnMut(usize, &Path) -> Effect, is_answer: impl Fn(&Message) -> bool) -> Vec<Duration> {
    let stage = stage(folder, (80, 24));
    stage.inspect();
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        stage.run(ask(times.len(), &stage.path));
        loop {
            let Event::Done(answer) = stage.answers.recv().unwrap() else { continue };
            if matches!(answer.message, Message::Inspected(_)) {
                return times;
            }
            if is_answer(&answer.message) {
                break;
            }
        }
        times.push(start.elapsed());
        thread::sleep(PAUSE);
    }
}

fn look(number: usize, folder: &Path, protocol: Protocol) -> Effect {
    let graphics = Graphics { protocol, ..Graphics::default() };
    let path = format!("scan-{}.jpg", number % SCANS);
    // Another view every time, so that nothing comes from what is kept.
    let view = View { middle: (0.4 + number as f64 * 1e-6, 0.5), ..View::default() };
    let preview = PreviewRequest { path, stamp: None, view, room: (78, 18), graphics };
    Effect::RenderPreview(RenderRequest { number: number as u64, preview, folder: folder.to_owned() })
}

fn main() {
    // `cargo test --benches` builds and starts it as well.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    fs::write(folder.path().join("a.toml"), TEXT).unwrap();
    for number in 0..SCANS {
        draw_scan(&folder.path().join(format!("scan-{number}.jpg")), number as u32 + 1);
    }
    let folder = folder.path();
    println!("| what | times | middle | 99 of 100 | slowest |\n|---|---|---|---|---|");
    for size in [(80, 24), (120, 36)] {
        let (columns, rows) = size;
        line(&format!("a key at {columns}x{rows}, nothing being read"), keys(folder, size, false).0);
        let (times, took) = keys(folder, size, true);
        line(&format!("the same while {SCANS} scans are inspected, which takes {:.1} s", took.as_secs_f64()), times);
    }
    let draft = |number: usize, path: &Path| -> Box<Draft> {
        let mut draft = DraftFile::open(path, Access::ReadOnly).unwrap().draft().clone();
        draft.set(FieldId::MiniProgramName, Some(format!("名字{number}").as_str().into()));
        Box::new(draft)
    };
    let save = |number: usize, path: &Path| DraftRequest::Save { draft: draft(number, path), over: false }.into();
    let saved = |message: &Message| matches!(message, Message::Saved { .. });
    line("a save meanwhile, until it is on the disk", answers(folder, save, saved));
    for (protocol, name) in [(Protocol::Blocks, "half blocks"), (Protocol::Kitty, "kitty"), (Protocol::Sixel, "sixel")] {
        let seen = |message: &Message| matches!(message, Message::Previewed { seen: Ok(_), .. });
        line(&format!("another scan seen meanwhile, {name}"), answers(folder, |number, _| look(number, folder, protocol), seen));
    }
}
