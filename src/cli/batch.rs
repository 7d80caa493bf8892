//! Drafts on standard input, one a line, checked on all cores: a stage in a pipe.
//!
//! One thread reads lines and hands them out in bundles, workers check them, and the caller's thread writes the answers in
//! the order of the lines. Only so many bundles are under way at a time, so the memory needed does not grow with the input.
//! A bundle is handed on as soon as reading would have to wait, so whoever writes a line and waits gets the answer.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use serde_json::Value as Json;

use super::args::Format;
use super::command::check::{Checked, Checker};
use super::error::{Failure, Outcome, Source, Status};
use super::findings;
use super::json::JsonLine;
use super::output::Out;
use super::own::OwnDrafts;
use super::sentence::{Part, Sentence};
use crate::drafts::codec::{Record, parse_json, parse_record};
use crate::fs::IoTrouble;
use crate::locale::{Lang, cli as words, error};
use crate::scan::Cache;

/// Bytes of a line at most: a draft without its scans is some kilobytes.
const MAX_LINE: u64 = 1 << 20;
/// Lines of a bundle.
const BUNDLE_LINES: usize = 64;
/// Bytes of lines after which a bundle is full.
const BUNDLE_BYTES: usize = 1 << 16;
/// Bundles under way for each worker.
const AHEAD: usize = 4;
/// Workers at most.
const MOST_JOBS: usize = 256;
/// Bytes read at a time.
const BUFFER: usize = 1 << 16;
/// What stands for a draft that comes from standard input: it lies in the working folder.
const STDIN: &str = "-";
/// The key whose value is given back with the findings, so that they can be joined to the records they come from.
const ID: &str = "id";

/// How many lines are checked at the same time: as asked for, else as many as there are cores for this process.
#[must_use]
pub fn jobs(asked: Option<NonZeroUsize>) -> usize {
    asked.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get).min(MOST_JOBS)
}

/// What a worker looks things up in.
struct Tools<'a> {
    /// The drafts of the user's own folder.
    own: &'a OwnDrafts,
    /// What is known of scans.
    cache: Cache,
}

/// Lines to be checked, and where the answer is waited for.
struct Bundle {
    lines: Vec<(usize, Line)>,
    reply: SyncSender<Vec<Answer>>,
}

/// What is to be written for one line, or for programs for all lines of a bundle.
struct Answer {
    out: Vec<u8>,
    err: Vec<u8>,
    status: Status,
}

/// Checks all lines. In JSON, every line but a blank one is answered by one line.
pub fn run(jobs: usize, checker: Checker<'_>, input: &mut (dyn Read + Send), out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let format = out.format;
    let (give, bundles) = sync_channel::<Bundle>(jobs * AHEAD);
    let (line_up, answers) = sync_channel::<Receiver<Vec<Answer>>>(jobs * AHEAD);
    let (bundles, own) = (Mutex::new(bundles), OwnDrafts::default());
    thread::scope(|scope| {
        for number in 0..jobs {
            match thread::Builder::new().spawn_scoped(scope, || work(&bundles, checker, &own, format)) {
                Ok(_) => {}
                Err(error) if number == 0 => return Err(no_thread(error).into()),
                // As many as the system allows do.
                Err(_) => break,
            }
        }
        // Reading a scan takes seconds, which nobody waits for behind another draft.
        let most = if checker.reader.is_some() { 1 } else { BUNDLE_LINES };
        let read = move || read(BufReader::with_capacity(BUFFER, input), most, &give, &line_up);
        thread::Builder::new().spawn_scoped(scope, read).map_err(no_thread)?;
        Ok(deliver(answers, out, err)?)
    })
}

fn no_thread(error: io::Error) -> Failure {
    let trouble = IoTrouble::from(error);
    Failure::system(Sentence::of(error::NO_THREAD).with("trouble", trouble)).hint(error::NO_THREAD_HINT)
}

/// Writes the answers in the order of the lines; what is written goes on its way before anything is waited for. The gravest
/// status counts.
fn deliver(answers: Receiver<Receiver<Vec<Answer>>>, out: &mut Out<'_>, err: &mut dyn Write) -> io::Result<Status> {
    let mut worst = Status::Fine;
    while let Some(bundle) = next(&answers, out)? {
        // Nothing comes when a worker panicked, which ends everything when the threads are joined.
        for answer in next(&bundle, out)?.into_iter().flatten() {
            out.bytes(&answer.out)?;
            if !answer.err.is_empty() {
                out.flush()?;
                err.write_all(&answer.err)?;
            }
            worst = worst.max(answer.status);
        }
    }
    Ok(worst)
}

fn next<T>(channel: &Receiver<T>, out: &mut Out<'_>) -> io::Result<Option<T>> {
    match channel.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            out.flush()?;
            Ok(channel.recv().ok())
        }
    }
}

/// Reads lines to the end, or until nobody wants more answers; at most so many are a bundle. A draft that is named by its path has a file
/// and scans to be looked at, and ends its bundle.
fn read(mut reader: BufReader<impl Read>, most: usize, give: &SyncSender<Bundle>, line_up: &SyncSender<Receiver<Vec<Answer>>>) {
    let mut number = 0;
    loop {
        let mut lines = Vec::new();
        let mut bytes = 0;
        let more = loop {
            let line = next_line(&mut reader);
            // What could not be read once will not be read the next time.
            let last = matches!(line, Line::End | Line::Failed(_));
            let is_path = matches!(&line, Line::Text(text) if text.starts_with('"'));
            number += 1;
            bytes += if let Line::Text(text) = &line { text.len() } else { 0 };
            lines.push((number, line));
            let would_wait = !reader.buffer().contains(&b'\n');
            if last || would_wait || is_path || lines.len() >= most || bytes >= BUNDLE_BYTES {
                break !last;
            }
        };
        let (reply, answer) = sync_channel(1);
        if line_up.send(answer).is_err() || give.send(Bundle { lines, reply }).is_err() || !more {
            return;
        }
    }
}

/// Checks bundles until there are no more.
fn work(bundles: &Mutex<Receiver<Bundle>>, checker: Checker<'_>, own: &OwnDrafts, format: Format) {
    let mut tools = Tools { own, cache: checker.world.scans() };
    loop {
        let bundle = bundles.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Bundle { lines, reply }) = bundle else { return };
        let answers = match format {
            Format::Json => vec![answer_json(checker, &mut tools, lines)],
            _ => lines.into_iter().filter_map(|(number, line)| answer(checker, &mut tools, number, line)).collect(),
        };
        // When nobody waits any more, the reader stops by itself.
        let _ = reply.send(answers);
    }
}

/// The draft of an ordinary record. People are told, too, what stands beside a draft, which takes the whole document.
fn straight(checker: Checker<'_>, text: &str) -> Option<Record> {
    if checker.people { None } else { parse_record(text, ID) }
}

/// What came of a line.
struct Judged {
    number: usize,
    id: Option<Json>,
    /// Whether the line was the path of a draft.
    path: bool,
    checked: Checked,
}

/// The answers to the lines of a bundle for programs, one line each.
fn answer_json(checker: Checker<'_>, tools: &mut Tools<'_>, lines: Vec<(usize, Line)>) -> Answer {
    let mut out = JsonLine::new();
    let mut status = Status::Fine;
    for (number, line) in lines {
        let Some(judged) = judge(checker, tools, number, line) else { continue };
        status = status.max(judged.checked.status());
        write_json(&mut out, checker.lang, &judged);
    }
    Answer { out: out.into_bytes(), err: Vec::new(), status }
}

/// The answer to a line for people; `None` to a blank one, and to the end.
fn answer(checker: Checker<'_>, tools: &mut Tools<'_>, number: usize, line: Line) -> Option<Answer> {
    let checked = judge(checker, tools, number, line)?.checked;
    let mut answer = Answer { out: Vec::new(), err: Vec::new(), status: checked.status() };
    let mut out = Out::new(&mut answer.out, checker.lang, Format::Text);
    // Writing into memory does not fail.
    let _ = checked.print(&mut out, &mut answer.err);
    Some(answer)
}

/// Checks a line; `None` for a blank one, and for the end.
fn judge(checker: Checker<'_>, tools: &mut Tools<'_>, number: usize, line: Line) -> Option<Judged> {
    let mut id = None;
    let mut path = false;
    let name = || words::LINE.with(checker.lang, &[("line", &number)]);
    let checked = match line {
        Line::End => return None,
        Line::Text(text) if text.trim().is_empty() => return None,
        Line::Text(text) => match straight(checker, text.trim_end()) {
            Some(record) => {
                id = record.id;
                // Programs are told the number of the line, not its name.
                checker.draft(String::new(), &record.draft, &checker.world.folder.join(STDIN), &mut tools.cache)
            }
            None => match serde_json::from_str::<String>(text.trim_end()) {
                Ok(written) => {
                    path = true;
                    checker.named(OsStr::new(&written), tools.own, &mut tools.cache)
                }
                Err(_) => match parse_json(text.trim_end()) {
                    Ok(document) => {
                        id = document.extra(ID);
                        checker.document(name(), &document, &checker.world.folder.join(STDIN), &mut tools.cache)
                    }
                    Err(error) => Checked::failed(name(), Failure::usage(Source::Record { line: number, error })),
                },
            },
        },
        Line::TooLong => Checked::failed(name(), bad_line(number, Sentence::of(error::LINE_TOO_LONG).with("limit", MAX_LINE))),
        Line::NotText => Checked::failed(name(), bad_line(number, error::LINE_NOT_TEXT)),
        Line::Failed(trouble) => Checked::failed(name(), input_failed(trouble)),
    };
    Some(Judged { number, id, path, checked })
}

/// What programs get for a line: its number from 1, the record's own id, the path where the line was one, and the findings.
fn write_json(line: &mut JsonLine, lang: Lang, judged: &Judged) {
    let Judged { number, id, path, checked } = judged;
    line.raw("{\"line\":");
    line.number(*number);
    if let Some(id) = id {
        line.raw(",\"id\":");
        line.value(id);
    }
    if *path {
        line.raw(",\"draft\":");
        line.text(&checked.name);
    }
    match &checked.result {
        Ok(found) => {
            line.raw(",\"findings\":");
            line.array(found, |line, finding| findings::write_json(line, lang, finding));
        }
        Err(failure) => {
            line.raw(",\"error\":");
            line.value(&failure.details(lang));
        }
    }
    line.raw("}\n");
}

fn bad_line(number: usize, detail: impl Into<Part>) -> Failure {
    Failure::usage(Sentence::of(error::BAD_LINE).with("line", number).with("detail", detail)).hint(error::BAD_LINE_HINT)
}

fn input_failed(trouble: io::Error) -> Failure {
    let trouble = IoTrouble::from(trouble);
    Failure::io(&trouble, Sentence::of(error::INPUT_FAILED).with("trouble", trouble.clone())).hint(error::INPUT_FAILED_HINT)
}

#[derive(Debug)]
enum Line {
    Text(String),
    TooLong,
    NotText,
    Failed(io::Error),
    End,
}

/// The next line, without ever holding more of it than a draft could need.
fn next_line(reader: &mut impl BufRead) -> Line {
    let mut bytes = Vec::new();
    match reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes) {
        Ok(0) => return Line::End,
        Err(error) => return Line::Failed(error),
        Ok(_) => {}
    }
    if bytes.len() as u64 == MAX_LINE && bytes.last() != Some(&b'\n') {
        return match reader.skip_until(b'\n') {
            Ok(_) => Line::TooLong,
            Err(error) => Line::Failed(error),
        };
    }
    // A mark that Windows tools begin a file with, and each file that was joined to others.
    let unmarked = bytes.strip_prefix("\u{feff}".as_bytes()).map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(unmarked).map_or(Line::NotText, Line::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_one_by_one_and_never_too_much() {
        let long = "x".repeat(MAX_LINE as usize + 5);
        let text = format!("\u{feff}one\n\n{long}\n\u{feff}last");
        let mut reader = BufReader::new(text.as_bytes());
        assert!(matches!(next_line(&mut reader), Line::Text(text) if text == "one\n"));
        assert!(matches!(next_line(&mut reader), Line::Text(text) if text == "\n"));
        assert!(matches!(next_line(&mut reader), Line::TooLong));
        assert!(matches!(next_line(&mut reader), Line::Text(text) if text == "last"));
        assert!(matches!(next_line(&mut reader), Line::End));
        assert!(matches!(next_line(&mut BufReader::new(&b"\xff\n"[..])), Line::NotText));
    }

    #[test]
    fn jobs_are_those_asked_for_within_reason() {
        assert_eq!(jobs(NonZeroUsize::new(3)), 3);
        assert_eq!(jobs(NonZeroUsize::new(100_000)), MOST_JOBS);
        assert!(jobs(None) >= 1);
    }

    /// A reader that gives one line at a time and says how many bundles came so far.
    #[test]
    fn a_bundle_does_not_wait_for_lines_that_are_not_there() {
        struct Slowly<'a>(std::slice::Iter<'a, &'a str>);
        impl Read for Slowly<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let Some(piece) = self.0.next() else { return Ok(0) };
                buffer[..piece.len()].copy_from_slice(piece.as_bytes());
                Ok(piece.len())
            }
        }
        let pieces = ["1\n2\n", "3", "\n", "4"];
        let (give, bundles) = sync_channel(10);
        let (line_up, _answers) = sync_channel(10);
        read(BufReader::new(Slowly(pieces.iter())), BUNDLE_LINES, &give, &line_up);
        drop(give);
        let counts: Vec<usize> = bundles.iter().map(|bundle| bundle.lines.len()).collect();
        // The last two are the line without an end, and the end.
        assert_eq!(counts, [2, 1, 1, 1]);
    }

    #[test]
    fn what_takes_its_time_is_handed_out_by_itself() {
        for (text, most, expected) in [
            ("{}\n{}\n{}\n", BUNDLE_LINES, vec![3, 1]),
            ("\"a.toml\"\n\"b.toml\"\n{}\n{}\n", BUNDLE_LINES, vec![1, 1, 2, 1]),
            ("{}\n{}\n", 1, vec![1, 1, 1]),
        ] {
            let (give, bundles) = sync_channel(10);
            let (line_up, _answers) = sync_channel(10);
            read(BufReader::new(text.as_bytes()), most, &give, &line_up);
            drop(give);
            assert_eq!(bundles.iter().map(|bundle| bundle.lines.len()).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
