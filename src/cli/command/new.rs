//! `beian new`: makes a draft, or the examples.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::catalog;
use crate::cli::args::New;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::store;
use crate::cli::value;
use crate::cli::world::World;
use crate::drafts::{DraftFile, example, schema};
use crate::filing::{Draft, FieldId};
use crate::locale::{Lang, error as words};
use crate::text::clean::{one_line, visible};

/// Makes what was asked for and prints its path.
pub fn run(args: &New, world: &World, out: &mut Out<'_>) -> Outcome {
    let made = if args.example { examples(world)? } else { vec![draft(args, world)?] };
    if let Some(folder) = made.first().and_then(|path| path.parent()) {
        schema::put(folder, &schema::text());
    }
    if out.is_json() {
        out.json(&json!({ "drafts": made.iter().map(|path| store::path_json(path)).collect::<Vec<_>>() }))?;
    } else {
        for path in &made {
            out.line(visible(&path.to_string_lossy()))?;
        }
    }
    Ok(Status::Fine)
}

fn draft(args: &New, world: &World) -> Result<PathBuf, Failure> {
    let nature = match &args.nature {
        None => catalog::ENTERPRISE,
        Some(text) => nature(text)?,
    };
    let mut draft = Draft::new(nature);
    let name = args.name.as_deref().map(|name| one_line(name).0).unwrap_or_default();
    if !name.trim().is_empty() {
        draft.set(FieldId::MiniProgramName, Some(name.trim().into()));
    }
    let file = match &args.path {
        Some(path) => {
            let path = with_ending(&world.absolute(path), &draft);
            DraftFile::create(&path, &draft, &world.owner()).map_err(Failure::create)?
        }
        None => {
            let folder = store::folder(world)?;
            folder.create(&draft, &name, &world.owner())?
        }
    };
    Ok(file.path().to_owned())
}

/// A draft's file ends in `.toml`; into a folder goes a file with the draft's own name.
fn with_ending(path: &Path, draft: &Draft) -> PathBuf {
    let path = if path.is_dir() { path.join(crate::package::name::safe(draft.title())) } else { path.to_owned() };
    match path.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("toml") => path,
        _ => {
            let mut name = path.into_os_string();
            name.push(".toml");
            PathBuf::from(name)
        }
    }
}

fn nature(text: &str) -> Result<u32, Failure> {
    let known = value::nature(text).filter(|id| catalog::nature(*id).is_some());
    known.ok_or_else(|| {
        Failure::usage(Sentence::of(words::NO_NATURE).with("name", visible(text)))
            .hint(Sentence::of(words::NO_NATURE_HINT).with("names", Part::Words(natures)))
    })
}

/// All natures with their numbers.
fn natures(lang: Lang) -> String {
    let names = catalog::natures().iter().map(|nature| format!("{} {}", nature.id, nature.name.in_lang(lang)));
    names.collect::<Vec<_>>().join(", ")
}

/// Writes the examples into the folder of drafts, without touching anything that is there.
fn examples(world: &World) -> Result<Vec<PathBuf>, Failure> {
    let folder = store::folder(world)?;
    Ok(example::write(&folder, &world.owner())?)
}
