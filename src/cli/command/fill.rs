//! `beian fill PACKAGE`: the body that a service provider posts, with the ids of the uploads in it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use crate::cli::args::Fill;
use crate::cli::encryption::{self, Asking};
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::record;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::fs::atomic::{self, Target};
use crate::fs::path::is_same_file;
use crate::fs::{IoTrouble, PRIVATE};
use crate::locale::error::path as shown;
use crate::locale::{encryption as encrypted, fill as words};
use crate::package::fill::{FillError, Given, IdsError, fill};
use crate::package::opened::OpenError;
use crate::text::clean::visible;
use crate::text::width::truncate;

/// The word for standard input and output.
const STREAM: &str = "-";
/// Names that are said; of more, how many there are.
const NAMED: usize = 12;
/// Cells of a name that are said.
const SHOWN: usize = 80;
/// Bytes of ids that are read: a filing has some forty files.
const MOST: u64 = 1024 * 1024;

/// Prints the body, or writes it; nothing while anything is open.
pub fn run(args: &Fill, world: &World, input: &mut dyn Read, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let package = world.absolute(&args.package);
    let from_input = |file: &Option<std::ffi::OsString>| file.as_deref().is_some_and(|file| file == STREAM);
    if from_input(&args.media) && from_input(&args.unlock.passphrase_file) {
        return Err(Failure::usage(encrypted::TWO_FROM_INPUT).hint(encrypted::TWO_FROM_INPUT_HINT).into());
    }
    let key = encryption::key(&args.unlock, &mut Asking { world, input, err, lang: out.lang })?;
    let ids = args.media.as_deref().map(|file| read(file, world, input)).transpose()?;
    let given = Given { ids: ids.as_deref(), task: args.task.as_deref().map(str::trim) };
    let named = args.media.as_deref().map(|file| visible(&file.to_string_lossy()).into_owned()).unwrap_or_default();
    let body = fill(&package, &key, &given).map_err(|error| failure(&package, &named, error))?;
    let Some(output) = args.output.as_deref().filter(|path| path.as_os_str() != STREAM) else {
        out.json(&body)?;
        return Ok(Status::Fine);
    };
    let target = world.absolute(output);
    let ids_file = args.media.as_deref().map(|file| world.absolute(Path::new(file)));
    let is_source = [Some(package), ids_file].into_iter().flatten().any(|source| is_same_file(&source, &target));
    if is_source || (!args.force && target.symlink_metadata().is_ok()) {
        let there = Sentence::of(if is_source { words::OVER_SOURCE } else { words::EXISTS }).with("path", shown(&target));
        return Err(Failure::usage(there).hint(if is_source { words::OVER_SOURCE_HINT } else { words::EXISTS_HINT }).into());
    }
    let mut bytes = serde_json::to_vec_pretty(&body).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    let written = atomic::write(&target, &bytes, PRIVATE, Target::Replace);
    written.map_err(|not| Failure::not_written(&target, not.error))?;
    if out.is_json() {
        out.json(&serde_json::json!({ "body": crate::cli::store::path_json(&target) }))?;
    } else {
        out.line(shown(&target))?;
    }
    Ok(Status::Fine)
}

/// The text of a file or of standard input.
fn read(file: &OsStr, world: &World, input: &mut dyn Read) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let mut from: Box<dyn Read + '_> = if file == STREAM {
        Box::new(input)
    } else {
        let path = world.absolute(Path::new(file));
        Box::new(File::open(&path).map_err(|error| unreadable(&shown(&path), error))?)
    };
    let name = visible(&file.to_string_lossy()).into_owned();
    from.by_ref().take(MOST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&name, error))?;
    let too_large = bytes.len() as u64 > MOST;
    String::from_utf8(bytes).ok().filter(|_| !too_large).ok_or_else(|| {
        let bad = Sentence::of(words::NO_IDS).with("file", name).with("why", words::NOT_TEXT);
        Failure::usage(bad).hint(words::IDS_HINT)
    })
}

fn unreadable(name: &str, error: std::io::Error) -> Failure {
    let trouble = IoTrouble::from(error);
    let sentence = Sentence::of(crate::locale::record::UNREADABLE).with("path", name.to_owned());
    Failure::io(&trouble, sentence.with("trouble", trouble.clone())).hint(words::IDS_HINT)
}

/// What came from outside, cleaned, and no longer than a line.
fn short(text: &str) -> String {
    truncate(&visible(text), SHOWN).into_owned()
}

fn failure(package: &Path, ids: &str, error: FillError) -> Failure {
    let about = |text| Sentence::of(text).with("path", shown(package));
    let names = |list: &[String]| {
        let shown = list.iter().take(NAMED).map(|name| short(name));
        let more = (list.len() > NAMED).then(|| format!("… ({})", list.len()));
        shown.chain(more).collect::<Vec<_>>().join(", ")
    };
    match error {
        FillError::Package(OpenError::Io(trouble)) => {
            let sentence = Sentence::of(crate::locale::record::UNREADABLE).with("path", shown(package));
            Failure::usage(sentence.with("trouble", trouble)).hint(words::NO_PACKAGE_HINT)
        }
        FillError::Package(error) => record::package_failure(package, error),
        FillError::Change => Failure::usage(about(words::CHANGE)).hint(words::CHANGE_HINT),
        FillError::NothingToFill => Failure::usage(about(words::NOTHING_TO_FILL)).hint(words::NOTHING_TO_FILL_HINT),
        FillError::Unknown(list) => {
            let sentence = Sentence::of(words::UNKNOWN).with("file", ids.to_owned()).with("names", names(&list));
            Failure::usage(sentence).hint(words::UNKNOWN_HINT)
        }
        FillError::Missing(list) => Failure::usage(about(words::MISSING).with("names", names(&list))).hint(words::MISSING_HINT),
        FillError::Shared { one, other } => {
            let sentence = Sentence::of(words::SHARED).with("file", ids.to_owned());
            Failure::usage(sentence.with("one", short(&one)).with("other", short(&other))).hint(words::SHARED_HINT)
        }
        FillError::NoTask => Failure::usage(about(words::NO_TASK)).hint(words::NO_TASK_HINT),
        FillError::BadTask(task) => {
            Failure::usage(Sentence::of(words::BAD_TASK).with("task", short(&task))).hint(words::NO_TASK_HINT)
        }
        FillError::Ids(error) => {
            let why = match error {
                IdsError::Shape { line, column, what } => {
                    Sentence::of(words::SHAPE).with("line", line).with("column", column).with("what", short(&what))
                }
                IdsError::Twice(name) => Sentence::of(words::TWICE).with("name", short(&name)),
                IdsError::NoId { name, found } => {
                    Sentence::of(words::NO_ID).with("name", short(&name)).with("found", short(&found))
                }
            };
            Failure::usage(why.with("file", ids.to_owned())).hint(words::IDS_HINT)
        }
    }
}
