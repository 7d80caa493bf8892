//! `beian status DRAFT --import FILE`: what the platform answered, taken into the draft.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::answer::{Import, MOST_BYTES, Note};
use crate::cli::error::{Failure, Outcome, Source, kind_of_open};
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::world::World;
use crate::cli::{store, time};
use crate::drafts::error::OpenError;
use crate::filing::Draft;
use crate::fs::IoTrouble;
use crate::locale::{Lang, answer as words};
use crate::text::clean::visible;

/// The word for standard input.
const STDIN: &str = "-";

/// Takes an answer into the draft and shows where it stands then.
pub fn run(args: &super::Args, file: &OsStr, world: &World, input: &mut dyn Read, out: &mut Out<'_>) -> Outcome {
    let bytes = read(file, world, input)?;
    let mut draft_file = store::write(world, &args.draft)?;
    let mut draft = draft_file.draft().clone();
    let at = match &args.at {
        Some(text) => time::moment(text, world.now)?,
        None => world.now,
    };
    let facts = store::facts(world, &draft, draft_file.path());
    let import = crate::answer::import(&bytes, &draft, &facts, at, world.latest())
        .map_err(|refusal| Failure::usage(Source::Answer { file: named(file), refusal }))?;
    // As where a number is given: it is looked for in the other drafts and written with nobody between.
    let turn = super::sync::turn(&draft_file, world);
    if !args.force {
        super::number::imported(&import, &draft, (&draft_file, world))?;
    }
    take(&import, &mut draft);
    if !import.is_nothing_new() {
        store::save(&mut draft_file, &draft)?;
    }
    drop(turn);
    if !out.is_json() {
        for line in words::import(out.lang, &import) {
            out.line(line)?;
        }
    }
    let synced = super::sync::forward(&draft, &draft_file, world);
    super::show(&draft_file, &draft, super::Told { found: None, import: Some(&import), synced: synced.as_ref() }, world, out)
}

/// Puts what follows from an answer into a draft.
pub fn take(import: &Import, draft: &mut Draft) {
    draft.events.clone_from(&import.events);
    for (id, value) in &import.changes {
        draft.set(*id, Some(value.clone()));
    }
}

fn named(file: &OsStr) -> String {
    visible(&file.to_string_lossy()).into_owned()
}

/// The bytes of a file or of standard input; no more than an answer can have, and one.
fn read(file: &OsStr, world: &World, input: &mut dyn Read) -> Result<Vec<u8>, Failure> {
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if file == STDIN {
        input.take(most).read_to_end(&mut bytes)
    } else {
        match crate::drafts::file::check_kind(&world.absolute(Path::new(file))) {
            // How large an answer may be is another matter.
            Ok(()) | Err(OpenError::TooLarge { .. }) => {}
            Err(error) => return Err(not_read(error)),
        }
        File::open(world.absolute(Path::new(file))).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    // One exit status for one failure, whatever is read.
    read.map(|_| bytes).map_err(|error| match file == STDIN {
        true => {
            let trouble = IoTrouble::from(error);
            let sentence = Sentence::of(words::FAILED).with("file", named(file));
            Failure::io(&trouble, sentence.with("why", Part::Trouble(trouble.clone())))
        }
        false => not_read(OpenError::from_io(&world.absolute(Path::new(file)), error)),
    })
}

/// Why there is no answer to read. What is said of drafts does not hold for it.
fn not_read(error: OpenError) -> Failure {
    let why = Part::Both(crate::locale::error::open(Lang::Zh, &error).0, crate::locale::error::open(Lang::En, &error).0);
    let sentence = Sentence::of(words::NOT_READ).with("why", why);
    Failure::new(kind_of_open(&error), sentence).hint(words::NOT_READ_HINT)
}

/// What was taken in, for programs.
#[must_use]
pub fn to_json(lang: Lang, import: &Import) -> Json {
    let unknown: Vec<Json> = import
        .notes
        .iter()
        .filter_map(|note| match note {
            Note::Unknown { place, text } => Some(json!({ "place": place, "text": text })),
            _ => None,
        })
        .collect();
    json!({
        "events": import.new_events().iter().map(super::json::event_json).collect::<Vec<_>>(),
        "added_reasons": import.added_reasons,
        "fields": import.changes.iter().map(|(id, _)| id.path()).collect::<Vec<_>>(),
        "notes": import.notes.iter().map(|note| words::note(lang, note)).collect::<Vec<_>>(),
        "not_understood": unknown,
    })
}
