//! Prepared copies of a draft's scans, beside the originals.
//!
//! An original is read and nothing else; no file that is there is ever replaced. A copy is called `NAME-beian.jpg`, with a
//! number where that name is taken: letters that survive every file system and archive, the same in every language. Where
//! the same copy is there already, it is used again. Copies are as private as the draft.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use crate::filing::{Draft, FieldId, Kind, Value};
use crate::fs::atomic::{self, NotReplaced, Target};
use crate::fs::path::folder_of;
use crate::fs::temporary::{self, Which};
use crate::fs::{IoTrouble, PRIVATE};
use crate::rules;
use crate::scan::facts::Format;
use crate::scan::prepare::{self, Prepared, Refusal, Report, Turned, Wanted};
use crate::scan::{COPY_MARK, resolve};

/// Names tried for a copy.
const NAMES: u32 = 1_000;
/// Bytes of the original's name that are taken over: with mark, number and ending it must fit the 255 of a file system.
const LONGEST: usize = 200;

/// A file that is to be prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path as it is written in the draft.
    pub written: String,
    /// The fields that name it.
    pub fields: Vec<FieldId>,
    /// How it is turned.
    pub turned: Turned,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// Which file.
    pub request: Request,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is fine as it is.
    Fine,
    /// There is a copy, or there would be one.
    Copied {
        /// The copy's path as it is to be written in the draft.
        written: String,
        /// Where it lies.
        path: PathBuf,
        /// Whether it was made just now; `false` if it was there, or is not to be written.
        new: bool,
        /// The original's folder takes no files, so it lies beside the draft.
        elsewhere: bool,
        /// What was done.
        report: Report,
    },
    /// There can be no copy.
    Refused(Refusal),
    /// The copy could not be written.
    Failed {
        /// Where it should lie.
        path: PathBuf,
        /// What the system said.
        trouble: IoTrouble,
    },
}

/// Where the files of a draft lie.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The folder that paths are relative to.
    pub folder: &'a Path,
    /// What `~/` stands for.
    pub home: Option<&'a Path>,
}

/// The pictures that a draft names and asks for, each once; only those that these fields name, if fields are given. Videos
/// are in it only when their field is given: they cannot be prepared, and that is said to whoever asks for it.
#[must_use]
pub fn requests(draft: &Draft, only: Option<&[FieldId]>) -> Vec<Request> {
    let mut requests: Vec<Request> = Vec::new();
    for (id, _, path) in draft.files() {
        if path.trim().is_empty() || (only.is_none() && matches!(id.field().kind, Kind::Videos(_))) {
            continue;
        }
        match requests.iter_mut().find(|request| request.written == path) {
            Some(request) if request.fields.contains(&id) => {}
            Some(request) => request.fields.push(id),
            None => requests.push(Request { written: path.to_owned(), fields: vec![id], turned: Turned::AsItLies }),
        }
    }
    // A file that a field outside names too keeps to what is asked there as well.
    requests.retain(|request| only.is_none_or(|only| request.fields.iter().any(|id| only.contains(id))));
    for request in &mut requests {
        if request.fields.iter().all(|id| rules::is_card(draft, *id)) {
            request.turned = Turned::AsACard;
        }
    }
    requests
}

/// One file that the draft names, to be turned by so many quarters clockwise as it is prepared; `None` if no field asks for it.
#[must_use]
pub fn turn(draft: &Draft, written: &str, quarters: u8) -> Option<Request> {
    let request = requests(draft, None).into_iter().find(|request| request.written == written)?;
    Some(Request { turned: Turned::By(quarters), ..request })
}

/// A file that was looked at, its copy not yet written.
#[derive(Debug)]
pub struct Ready {
    request: Request,
    path: PathBuf,
    prepared: Result<Prepared, Refusal>,
}

/// Reads one file and makes its copy in memory; takes seconds for a large picture.
#[must_use]
pub fn make(request: &Request, place: Place<'_>) -> Ready {
    let path = resolve(place.folder, place.home, &request.written);
    let wanted = Wanted::of(request.fields.iter().filter_map(|field| Some(field.files()?.limits))).turned(request.turned);
    let prepared = prepare::read(&path).and_then(|bytes| prepare::prepare(&request.written, &bytes, &wanted));
    Ready { request: request.clone(), path, prepared }
}

/// Writes the copy, if one is needed; with `write` unset only says where it would lie.
#[must_use]
pub fn store(ready: Ready, place: Place<'_>, write: bool) -> Done {
    let Ready { request, path, prepared } = ready;
    let outcome = match prepared {
        Err(refusal) => Outcome::Refused(refusal),
        Ok(Prepared::Fine) => Outcome::Fine,
        Ok(Prepared::Copy(report, bytes)) => stored(&request, place, &path, report, &bytes, write),
    };
    Done { request, outcome }
}

/// The changes that make the draft refer to the copies; none for files that it does not name any more.
#[must_use]
pub fn changes(draft: &Draft, done: &[Done]) -> Vec<(FieldId, Option<Value>)> {
    let copy_of = |path: &str| {
        done.iter().find(|done| done.request.written == path).and_then(|done| match &done.outcome {
            Outcome::Copied { written, .. } => Some(written.clone()),
            _ => None,
        })
    };
    let replaced = |path: &str| copy_of(path).unwrap_or_else(|| path.to_owned());
    let change = |id: FieldId| {
        let before = draft.get(id)?;
        let after = match before {
            Value::Text(path) if id.field().kind == Kind::Picture => Value::Text(replaced(path)),
            Value::Paths(paths) => Value::Paths(paths.iter().map(|path| replaced(path)).collect()),
            Value::Approvals(rows) => {
                let mut rows = rows.clone();
                rows.iter_mut().for_each(|row| row.document = replaced(&row.document));
                Value::Approvals(rows)
            }
            _ => return None,
        };
        (after != *before).then_some((id, Some(after)))
    };
    draft.asked().filter_map(change).collect()
}

/// Removes copies that were made just now: the draft that should refer to them could not be saved.
pub fn take_back(done: &[Done]) {
    for one in done {
        if let Outcome::Copied { path, new: true, .. } = &one.outcome {
            // What cannot be removed is a picture too many, nothing worse.
            let _ = fs::remove_file(path);
        }
    }
}

/// Puts the copy beside the original; beside the draft where the original's folder takes no files, as that of a camera's card.
fn stored(request: &Request, place: Place<'_>, original: &Path, report: Report, bytes: &[u8], write: bool) -> Outcome {
    let folder = folder_of(original);
    match put(folder, original, report.format, bytes, write) {
        Ok((path, new)) => {
            let written = beside(&request.written, &name_of(&path));
            Outcome::Copied { written, path, new, elsewhere: false, report }
        }
        Err((_, error)) if is_closed(&error) && folder != place.folder => {
            match put(place.folder, original, report.format, bytes, write) {
                Ok((path, new)) => Outcome::Copied { written: name_of(&path), path, new, elsewhere: true, report },
                Err((path, error)) => Outcome::Failed { path, trouble: error.into() },
            }
        }
        Err((path, error)) => Outcome::Failed { path, trouble: error.into() },
    }
}

fn is_closed(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

/// Writes the copy under the first name that is free or already has it. Says where, and whether it is new.
fn put(
    folder: &Path,
    original: &Path,
    format: Format,
    bytes: &[u8],
    write: bool,
) -> Result<(PathBuf, bool), (PathBuf, io::Error)> {
    let mut path = folder.to_owned();
    for name in names(original, format) {
        path = folder.join(name);
        match path.symlink_metadata() {
            Ok(_) if holds(&path, bytes) => return Ok((path, false)),
            Ok(_) => continue,
            Err(error) if error.kind() == ErrorKind::NotFound && !write => return Ok((path, false)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err((path, error)),
        }
        // What a killed process left of the same copy.
        temporary::sweep(&path, Which::Abandoned);
        match atomic::write(&path, bytes, PRIVATE, Target::New) {
            Ok(_) => return Ok((path, true)),
            // Somebody else was faster with a file of this name.
            Err(NotReplaced { error, .. }) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(NotReplaced { error, .. }) => return Err((path, error)),
        }
    }
    Err((path, ErrorKind::AlreadyExists.into()))
}

/// Whether a regular file has exactly this content.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = path.symlink_metadata().is_ok_and(|there| there.is_file() && there.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|there| there == bytes)
}

/// Names for a copy, the best first. A copy of a copy is not called so twice.
fn names(original: &Path, format: Format) -> impl Iterator<Item = String> {
    let stem = original.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = without_mark(&stem);
    let end = (0..=stem.len().min(LONGEST)).rev().find(|at| stem.is_char_boundary(*at)).unwrap_or_default();
    let start = format!("{}{COPY_MARK}", stem.get(..end).unwrap_or_default());
    let ending = format.extensions().first().copied().unwrap_or("jpg");
    (1..NAMES).map(move |number| if number == 1 { format!("{start}.{ending}") } else { format!("{start}-{number}.{ending}") })
}

/// `licence-beian` and `licence-beian-2` → `licence`.
fn without_mark(stem: &str) -> &str {
    let bare = match stem.rsplit_once('-') {
        Some((bare, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => bare,
        _ => stem,
    };
    bare.strip_suffix(COPY_MARK).filter(|bare| !bare.is_empty()).unwrap_or(stem)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A written path with another name at its end.
fn beside(written: &str, name: &str) -> String {
    match written.rfind(['/', MAIN_SEPARATOR]) {
        Some(at) => format!("{}{name}", written.get(..=at).unwrap_or_default()),
        None => name.to_owned(),
    }
}

#[cfg(test)]
#[path = "copies_tests.rs"]
mod tests;
