//! Reads folders for the file picker, and opens files outside.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::mailbox::{Job, Policy, Work};
use super::{internal, outside};
use crate::answer::MOST_BYTES;
use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::{PRIVATE, expect_file};
use crate::locale::{Lang, answer, deadline, error as words, letter, record};
use crate::package::calendar::{self, NotWritten};
use crate::package::encryption::{Closed, Key};
use crate::package::html::is_ours;
use crate::package::record::{self as records, RecordError, begin};
use crate::scan::{relative_to, resolve};
use crate::tui::effect::{FOLDER_LINES, FileEntry, Message, RecordRequest};

/// What is wanted of the file system.
pub(super) enum FolderRequest {
    /// What a folder holds.
    Read(PathBuf),
    /// A file in the system's own viewer.
    OpenInViewer(PathBuf),
    /// What the platform answered.
    ReadAnswer(PathBuf),
    /// What is on record, and what begins with it.
    ReadRecord(RecordRequest),
    /// A calendar, to be written.
    WriteCalendar {
        /// Where.
        path: PathBuf,
        /// What.
        text: String,
    },
    /// Letters, to be written.
    WriteLetters {
        /// Where.
        folder: PathBuf,
        /// The names of their files, and what these hold.
        files: Vec<(String, String)>,
    },
}

/// Reads folders.
pub(super) struct FolderWorker;

impl Work for FolderWorker {
    type Request = FolderRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<FolderRequest>) -> Vec<Message> {
        match &job.request {
            FolderRequest::Read(path) => {
                let lines = read_folder(path).map_err(|error| words::io(job.lang, &error.into()));
                vec![Message::Folder { path: path.clone(), lines }]
            }
            FolderRequest::ReadAnswer(path) => vec![read_answer(path, job.lang)],
            FolderRequest::ReadRecord(request) => vec![read_record(request, job.lang)],
            FolderRequest::WriteCalendar { path, text } => vec![write_calendar(path, text, job.lang)],
            FolderRequest::WriteLetters { folder, files } => vec![write_letters(folder, files, job.lang)],
            FolderRequest::OpenInViewer(path) => outside::view(path, job.lang).into_iter().collect(),
        }
    }

    fn failed(job: &Job<FolderRequest>) -> Message {
        Message::Failed(internal(job.lang))
    }
}

/// The bytes of an answer: no more than one can have, and one.
fn read_answer(path: &Path, lang: Lang) -> Message {
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    match expect_file(path).and_then(|()| fs::File::open(path)).and_then(|file| file.take(most).read_to_end(&mut bytes)) {
        Ok(_) => Message::AnswerRead(bytes),
        Err(error) => {
            let (file, why) = (words::path(path), words::io(lang, &error.into()));
            Message::Failed((answer::FAILED.with(lang, &[("file", &file), ("why", &why)]), String::new()).into())
        }
    }
}

/// The draft that begins with what is on record in a file.
fn read_record(request: &RecordRequest, lang: Lang) -> Message {
    let RecordRequest { path, kind, folder, home, passphrase } = request;
    let key = passphrase.clone().map_or(Key::None, Key::Passphrase);
    match records::read(path, &key, true) {
        Ok(found) => {
            let source = folder_of(path);
            let place = |written: &str| relative_to(folder, home.as_deref(), &resolve(source, home.as_deref(), written));
            Message::Begun(Box::new(begin(&found, *kind, &place)))
        }
        Err(RecordError::Closed(Closed::NoKey { by_passphrase: true })) => {
            Message::Locked { request: request.clone(), is_wrong: false }
        }
        Err(RecordError::Closed(Closed::WrongPassphrase)) => Message::Locked { request: request.clone(), is_wrong: true },
        Err(error) => Message::Failed(record::refusal(lang, path, &error).into()),
    }
}

fn write_calendar(path: &Path, text: &str, lang: Lang) -> Message {
    match calendar::write(path, text) {
        Ok(()) => Message::CalendarWritten(path.to_owned()),
        Err(NotWritten::NoCalendar) => {
            let message = deadline::NOT_A_CALENDAR.with(lang, &[("path", &words::path(path))]);
            Message::Failed((message, deadline::NOT_A_CALENDAR_HINT.in_lang(lang).to_owned()).into())
        }
        Err(NotWritten::System(error)) => {
            let args: &[(&str, &dyn std::fmt::Display)] =
                &[("path", &words::path(path)), ("why", &words::io(lang, &error.into()))];
            Message::Failed((deadline::NOT_WRITTEN.with(lang, args), String::new()).into())
        }
    }
}

/// All of them, or none where a file of somebody else's has one of the names.
fn write_letters(folder: &Path, files: &[(String, String)], lang: Lang) -> Message {
    let mut paths = files.iter().map(|(name, _)| folder.join(name));
    if let Some(other) = paths.find(|path| path.symlink_metadata().is_ok() && !is_ours(path)) {
        let message = letter::NOT_OURS.with(lang, &[("path", &words::path(&other))]);
        return Message::Failed((message, letter::MOVE_IT.in_lang(lang).to_owned()).into());
    }
    let failed = |path: &Path, error: std::io::Error| {
        let args: &[(&str, &dyn std::fmt::Display)] = &[("path", &words::path(path)), ("why", &words::io(lang, &error.into()))];
        Message::Failed((letter::NOT_WRITTEN.with(lang, args), String::new()).into())
    };
    if let Err(error) = fs::create_dir_all(folder) {
        return failed(folder, error);
    }
    for (name, text) in files {
        let path = folder.join(name);
        if let Err(not) = atomic::write(&path, text.as_bytes(), PRIVATE, Target::Replace) {
            return failed(&path, not.error);
        }
    }
    Message::LettersWritten { folder: folder.to_owned(), count: files.len() }
}

fn read_folder(path: &Path) -> std::io::Result<Vec<FileEntry>> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(path)?.take(FOLDER_LINES) {
        let entry = entry?;
        // Names that are not text cannot be written into a draft.
        let Ok(name) = entry.file_name().into_string() else { continue };
        let Ok(metadata) = fs::metadata(entry.path()) else { continue };
        if !metadata.is_dir() && !metadata.is_file() {
            continue;
        }
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map(|since| since.as_secs()).unwrap_or_default();
        lines.push(FileEntry { name, folder: metadata.is_dir(), size: metadata.len(), modified });
    }
    Ok(lines)
}
