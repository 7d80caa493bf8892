//! Instructions and allocations, counted by valgrind: figures that hold on a busy machine, where times do not.
//! `benches/README.md` has them.
//!
//!     cargo bench --bench instructions                   # everything, about two minutes
//!     cargo bench --bench instructions -- key            # only what has `key` in its name
//!
//! Everything is run twice under valgrind, the second time with twice as many repetitions. The difference is what the
//! repetitions cost, without the start of the program and the first use of its tables.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod records;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use beian::drafts::codec;
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId};
use beian::locale::Lang;
use beian::rules::{self, Context};
use beian::tui::app::{App, Start};
use beian::tui::effect::Message;
use beian::tui::event::{Code, Event, Key};
use beian_scan::facts::Facts;
use records::{records, write_lines};
use serde_json::Value as Json;

const TEXT: &str = include_str!("../assets/example/company.toml");
const NOW: &str = "2026-11-23T10:42:33+08:00";
const TODAY: &str = "2026-11-23";
/// With this flag the program does the work itself, and measures nothing.
const REPEAT: &str = "--repeat";

/// Something that can be repeated.
struct Subject {
    name: &'static str,
    /// Repetitions in the shorter of both runs; even, since keys come in pairs.
    repetitions: usize,
    work: Work,
}

/// What is repeated, and where.
enum Work {
    /// As many lines through `beian check -`.
    Lines,
    /// In this program, called anew.
    Here(fn(usize)),
}

const SUBJECTS: [Subject; 4] = [
    Subject { name: "check -, a record", repetitions: 1_000, work: Work::Lines },
    Subject {
        name: "key in the remark, update",
        repetitions: 50,
        work: Work::Here(|times| keys(FieldId::MiniProgramRemark, times)),
    },
    Subject { name: "key in the name, update", repetitions: 50, work: Work::Here(|times| keys(FieldId::MiniProgramName, times)) },
    Subject { name: "all rules over a full draft", repetitions: 50, work: Work::Here(checks) },
];

fn now() -> Moment {
    Moment::parse_from_rfc3339(NOW).unwrap()
}

fn example() -> Draft {
    codec::parse(TEXT).unwrap().draft().clone()
}

/// Types a letter into a field of the example and takes it away again, by turns: `times` keys in all.
fn keys(field: FieldId, times: usize) {
    let start = Start {
        lang: Lang::Zh,
        colour: true,
        folder: PathBuf::from("/drafts"),
        home: None,
        usual_folders: beian::tui::state::UsualFolders::default(),
        now: now(),
        today: None,
        open: None,
        size: (80, 24),
    };
    let mut app = App::new(start).0;
    let opened = Message::Opened {
        path: PathBuf::from("/drafts/a.toml"),
        folder: PathBuf::from("/drafts"),
        draft: Box::new(example()),
        unfinished: Default::default(),
        strays: Default::default(),
        read_only: None,
    };
    app.update(Event::Done(Box::new(opened.into())));
    for event in [
        Event::Key(Key::parse("Ctrl+F").unwrap()),
        Event::Paste(field.path().to_owned()),
        Event::Key(Key::parse("Enter").unwrap()),
    ] {
        app.update(event);
    }
    let typed = [Key::plain(Code::Char('曲')), Key::plain(Code::Backspace)];
    for turn in 0..times {
        app.update(Event::Key(typed[turn % 2]));
    }
    app.update(Event::Key(typed[0]));
    let document = app.state().document.as_ref().unwrap();
    assert_eq!(document.draft().text(field), format!("{}曲", example().text(field)), "the keys went elsewhere");
}

fn checks(times: usize) {
    let (draft, facts) = (example(), Facts::default());
    for _ in 0..times {
        black_box(rules::check(black_box(&Context::new(&draft, &facts, now().date_naive()))));
    }
}

/// A record as it stands, and by turns one as a spreadsheet has it: no scans, no questions answered.
fn as_imported((number, mut record): (usize, Json)) -> Json {
    if number % 2 == 1 {
        let tables = record.as_object_mut().unwrap();
        tables.retain(|key, _| key != "answers" && key != "materials");
        tables.values_mut().for_each(without_scans);
    }
    record
}

fn without_scans(value: &mut Json) {
    if let Some(table) = value.as_object_mut() {
        table.retain(|_, value| !value.as_str().is_some_and(|text| text.starts_with("scans/")));
        table.values_mut().for_each(without_scans);
    }
}

/// The call of valgrind's tool with the work, repeated.
fn valgrind(tool: &[&str], subject: &Subject, times: usize, folder: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command.args(tool).stdout(Stdio::null());
    match subject.work {
        Work::Here(_) => {
            command.arg(std::env::current_exe().unwrap()).args([REPEAT, subject.name, &times.to_string()]);
        }
        Work::Lines => {
            let lines = folder.join(format!("{times}.jsonl"));
            let file = &mut BufWriter::new(File::create(&lines).unwrap());
            write_lines(records(times).enumerate().map(as_imported), file).unwrap();
            command
                .arg(env!("CARGO_BIN_EXE_beian"))
                .args(["check", "-", "--format", "json", "--no-files", "--exit-zero", "--jobs", "1", "--today", TODAY])
                // Lists that somebody keeps on this machine change what is checked.
                .env("BEIAN_LISTS_DIR", folder.join("lists"))
                .stdin(File::open(&lines).unwrap());
        }
    }
    command
}

/// What all threads did together.
fn instructions(subject: &Subject, times: usize, folder: &Path) -> u64 {
    let profile = folder.join("callgrind.out");
    let tool = ["--tool=callgrind", &format!("--callgrind-out-file={}", profile.display())];
    let output = valgrind(&tool, subject, times, folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(&profile).unwrap();
    text.lines().find_map(|line| line.strip_prefix("totals: ")).unwrap().trim().parse().unwrap()
}

/// How often memory was asked for, and how many bytes.
fn allocations(subject: &Subject, times: usize, folder: &Path) -> (u64, u64) {
    let tool = ["--tool=dhat", &format!("--dhat-out-file={}", folder.join("dhat.out").display())];
    let output = valgrind(&tool, subject, times, folder).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    // ==1== Total:     1,234,567 bytes in 8,901 blocks
    let total = told.lines().find_map(|line| line.split_once("Total:")).unwrap().1.replace(',', "");
    let numbers: Vec<u64> = total.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    (numbers[1], numbers[0])
}

fn measure(subject: &Subject, folder: &Path) {
    let times = subject.repetitions;
    let each = |twice: u64, once: u64| (twice as f64 - once as f64) / times as f64;
    let (once, twice) = (instructions(subject, times, folder), instructions(subject, times * 2, folder));
    let (blocks, bytes) = allocations(subject, times, folder);
    let (more_blocks, more_bytes) = allocations(subject, times * 2, folder);
    println!(
        "{:<28} {:>12.0} {:>12.1} {:>12.0}",
        subject.name,
        each(twice, once),
        each(more_blocks, blocks),
        each(more_bytes, bytes)
    );
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [flag, name, times] = args.as_slice()
        && flag == REPEAT
    {
        let subject = SUBJECTS.iter().find(|subject| subject.name == name).unwrap();
        if let Work::Here(work) = subject.work {
            work(times.parse().unwrap());
        }
        return;
    }
    let found = Command::new("valgrind").arg("--version").output();
    if !found.is_ok_and(|output| output.status.success()) {
        println!("valgrind is not installed: nothing was counted");
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    println!("{:<28} {:>12} {:>12} {:>12}", "", "instructions", "allocations", "bytes");
    for subject in &SUBJECTS {
        if args.is_empty() || args.iter().any(|arg| subject.name.contains(arg.as_str())) {
            measure(subject, folder.path());
        }
    }
}
