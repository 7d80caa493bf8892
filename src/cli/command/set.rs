//! `beian set`: fills in fields.

use std::io::Read;

use serde_json::json;

use crate::cli::args::Set;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::findings;
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::value::{self, Folders};
use crate::cli::world::World;
use crate::filing::FieldId;
use crate::filing::field::table;
use crate::fs::IoTrouble;
use crate::locale::{error as words, value as shown};
use crate::package::outside::Reach;
use crate::rules::{self, Context, Finding};
use crate::scan::Cache;
use crate::text::clean::visible;

/// Stores the values, then says what the rules find in these fields. A value that does not fit is stored nevertheless; the
/// call has still done what it was asked for. Of scans it looks only at those that are set.
pub fn run(args: &Set, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let lines = if args.values.iter().any(|arg| arg == STDIN) { read_lines(input)? } else { Vec::new() };
    let values: Vec<String> = args.values.iter().filter(|arg| *arg != STDIN).cloned().chain(lines).collect();
    let edits = edits(&values)?;
    let mut file = store::write(world, &args.draft)?;
    let mut draft = file.draft().clone();
    let draft_folder = file.folder().to_owned();
    let folders = Folders { draft: &draft_folder, working: &world.folder, home: world.home.as_deref() };
    for (id, text) in &edits {
        let value = value::parse(&draft, *id, text, folders);
        draft.set(*id, value);
    }
    let before = file.draft().clone();
    store::save_edited(&mut file, &draft, args.force)?;
    // What was set just now was chosen by whoever set it.
    store::admit_new(world, &file, &before);

    let is_set = |field: FieldId| edits.iter().any(|(id, _)| *id == field);
    let files = draft.files().into_iter().filter(|(id, ..)| is_set(*id)).map(|(_, _, path)| path);
    let reach = Reach::of(file.path(), world.own_drafts(), world.state_dir.as_deref());
    let facts = reach.inspect(&mut Cache::new(), file.folder(), world.home.as_deref(), files);
    let mut found = rules::check(&Context::new(&draft, &facts, world.today()));
    found.retain(|finding: &Finding| is_set(finding.field));
    if out.is_json() {
        out.json(&json!({ "draft": store::path_json(file.path()), "findings": findings::list_json(lang, &found) }))?;
        return Ok(Status::Fine);
    }
    for (id, _) in &edits {
        let text = draft.get(*id).map(|value| shown::show(lang, *id, value)).unwrap_or_default();
        out.line(format!("{} = {text}", id.full_label(lang)))?;
    }
    findings::print(out, &found)?;
    Ok(Status::Fine)
}

/// All fields and their texts. Nothing is stored where one of them is wrong: every wrong one is named.
fn edits(values: &[String]) -> Result<Vec<(FieldId, &str)>, Failure> {
    let unknown: Vec<&str> =
        values.iter().filter_map(|arg| Some(arg.split_once('=')?.0)).filter(|name| named(name).is_err()).collect();
    if values.len() > 1 && !unknown.is_empty() {
        let names = unknown.iter().map(|name| visible(name)).collect::<Vec<_>>().join(", ");
        let mut guesses: Vec<&str> = unknown.iter().flat_map(|name| alike(name)).collect();
        guesses.dedup();
        let failure = Failure::usage(Sentence::of(words::NO_FIELDS).with("names", names));
        return Err(failure.guess(&guesses, words::NO_FIELD_HINT));
    }
    values.iter().map(|arg| edit(arg)).collect()
}

/// Fields whose paths are like this.
fn alike(name: &str) -> Vec<&'static str> {
    similar(&name.trim().replace('-', "_"), table().iter().map(|field| field.path))
}

/// What stands for standard input, from which values come that neither the list of processes nor the shell's memory should have.
const STDIN: &str = "-";
/// The most that is read from there, in bytes: as much as a draft has.
const MOST: u64 = 1024 * 1024;

/// The lines of standard input that hold something.
fn read_lines(input: &mut (dyn Read + Send)) -> Result<Vec<String>, Failure> {
    let mut bytes = Vec::new();
    input.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| {
        let sentence = Sentence::of(words::INPUT_FAILED).with("trouble", IoTrouble::from(error));
        Failure::system(sentence).hint(words::INPUT_FAILED_HINT)
    })?;
    if bytes.len() as u64 > MOST {
        return Err(Failure::usage(words::VALUES_TOO_LONG).hint(words::VALUES_HINT));
    }
    let text = String::from_utf8(bytes).map_err(|_| Failure::usage(words::VALUES_NOT_TEXT).hint(words::VALUES_HINT))?;
    Ok(text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
}

/// Field and text of `field=value`.
fn edit(arg: &str) -> Result<(FieldId, &str), Failure> {
    let Some((name, text)) = arg.split_once('=') else {
        let no_value = Sentence::of(words::NO_VALUE).with("arg", visible(arg));
        return Err(Failure::usage(no_value).hint(words::NO_VALUE_HINT));
    };
    Ok((named(name)?, text))
}

/// The field with this path, `-` standing for `_`.
///
/// # Errors
/// When there is none; the hint names similar ones.
pub fn named(name: &str) -> Result<FieldId, Failure> {
    let path = name.trim().replace('-', "_");
    FieldId::from_path(&path).ok_or_else(|| {
        let guesses = alike(&path);
        Failure::usage(Sentence::of(words::NO_FIELD).with("name", visible(name))).guess(&guesses, words::NO_FIELD_HINT)
    })
}
