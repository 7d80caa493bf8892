//! `beian status DRAFT|FOLDER … --calendar [FILE]`: the deadlines as a calendar; of several drafts as one.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::store;
use crate::cli::world::World;
use crate::fs::IoTrouble;
use crate::locale::deadline as words;
use crate::locale::error;
use crate::package::calendar::words::{CalendarWords, title as calendar_title};
use crate::package::calendar::{self, NotWritten};

/// The word for standard output.
const STDOUT: &str = "-";

/// The name of a calendar of several drafts.
const SEVERAL: &str = "beian";

/// Writes the calendar; without a file into the present folder, under the draft's name. A draft that cannot be read ends it: a calendar
/// without its deadlines would look like a whole one.
pub fn run(drafts: &[OsString], file: &OsStr, world: &World, out: &mut Out<'_>) -> Outcome {
    let files = drafts.iter().map(|draft| store::read(world, draft)).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<String> = files.iter().map(|file| store::stem(file.path())).collect();
    let told = files.iter().zip(&names).map(|(file, name)| CalendarWords::of(out.lang, file.draft(), name));
    let words: Vec<CalendarWords> = told.collect();
    let all = files.iter().zip(&names).zip(&words);
    let parts: Vec<calendar::Part<'_>> =
        all.map(|((file, identity), words)| calendar::Part { draft: file.draft(), identity, words }).collect();
    let (name, title) = match (names.as_slice(), words.as_slice()) {
        ([name], [words]) => (name.as_str(), words.name.as_str()),
        _ => (SEVERAL, SEVERAL),
    };
    let Ok((text, count)) = calendar::calendar(&parts, &calendar_title(out.lang, title), world.now) else {
        return Err(Failure::system(words::NOT_MADE).into());
    };
    if file == STDOUT {
        out.raw(&text)?;
        return Ok(Status::Fine);
    }
    let path = target(file, world, name);
    if count.is_empty() {
        if out.is_json() {
            out.json(&json!({ "calendar": null, "count": 0, "cancelled": 0 }))?;
        } else {
            out.line(words::NOTHING.in_lang(out.lang))?;
        }
        return Ok(Status::Fine);
    }
    calendar::write(&path, &text).map_err(|error| failed(&path, error))?;
    if out.is_json() {
        out.json(&json!({ "calendar": store::path_json(&path), "count": count.open, "cancelled": count.struck }))?;
    } else if count.open == 0 {
        out.line(words::ONLY_STRUCK.with(out.lang, &[("count", &count.struck), ("path", &error::path(&path))]))?;
    } else {
        out.line(words::WRITTEN.with(out.lang, &[("count", &count.open), ("path", &error::path(&path))]))?;
        if count.struck > 0 {
            out.line(words::STRUCK.with(out.lang, &[("count", &count.struck)]))?;
        }
    }
    Ok(Status::Fine)
}

fn target(file: &OsStr, world: &World, name: &str) -> PathBuf {
    let path = if file.is_empty() { world.folder.clone() } else { world.absolute(Path::new(file)) };
    if path.is_dir() { path.join(calendar::file_name(name)) } else { path }
}

fn failed(path: &Path, error: NotWritten) -> Failure {
    match error {
        NotWritten::NoCalendar => {
            Failure::usage(Sentence::of(words::NOT_A_CALENDAR).with("path", error::path(path))).hint(words::NOT_A_CALENDAR_HINT)
        }
        NotWritten::System(error) => {
            let trouble = IoTrouble::from(error);
            let sentence = Sentence::of(words::NOT_WRITTEN).with("path", error::path(path));
            Failure::io(&trouble, sentence.with("why", Part::Trouble(trouble.clone())))
        }
    }
}
