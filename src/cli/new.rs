//! `beian new`: makes a draft, or the examples.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::New;
use super::error::{Failure, Outcome, Status};
use super::out::Out;
use super::store;
use super::value;
use super::world::World;
use crate::catalog;
use crate::drafts::DraftFile;
use crate::drafts::error::{FolderError, IoTrouble, SaveError, Step};
use crate::filing::{Draft, FieldId};
use crate::locale::{Lang, Text, error as words};
use crate::text::clean::{one_line, visible};

/// The example drafts and their scans, as they come with the program.
const EXAMPLES: &[(&str, &[u8])] = &[
    example!("individual.toml"),
    example!("company.toml"),
    example!("scans/business-licence.jpg"),
    example!("scans/company-commitment-letter.jpg"),
    example!("scans/individual-commitment-letter.jpg"),
    example!("scans/individual-id-back.jpg"),
    example!("scans/individual-id-front.jpg"),
    example!("scans/name-change.jpg"),
    example!("scans/owner-authorization.jpg"),
    example!("scans/owner-id-back.jpg"),
    example!("scans/owner-id-front.jpg"),
    example!("scans/prior-approval.jpg"),
    example!("scans/residence-permit.jpg"),
    example!("scans/responsible-authorization.jpg"),
    example!("scans/responsible-id-back.jpg"),
    example!("scans/responsible-id-front.jpg"),
    example!("scans/statement-rights.jpg"),
    example!("scans/statement-scope.jpg"),
];

/// Makes what was asked for and prints its path.
pub fn run(args: &New, world: &World, out: &mut Out<'_>) -> Outcome {
    let made = if args.example { examples(world, out.lang)? } else { vec![draft(args, world, out.lang)?] };
    if out.is_json() {
        out.json(&json!({ "drafts": made }))?;
    } else {
        for path in &made {
            out.line(visible(&path.to_string_lossy()))?;
        }
    }
    Ok(Status::Fine)
}

fn draft(args: &New, world: &World, lang: Lang) -> Result<PathBuf, Failure> {
    let nature = match &args.nature {
        None => catalog::ENTERPRISE,
        Some(text) => nature(lang, text)?,
    };
    let mut draft = Draft::new(nature);
    let name = args.name.as_deref().map(|name| one_line(name).0).unwrap_or_default();
    if !name.trim().is_empty() {
        draft.set(FieldId::MiniProgramName, Some(name.trim().into()));
    }
    let file = match &args.path {
        Some(path) => {
            let path = with_ending(&world.absolute(path), &draft);
            DraftFile::create(&path, &draft, &world.owner()).map_err(|error| Failure::save(lang, &error))?
        }
        None => {
            let folder = store::folder(world, lang)?;
            folder.create(&draft, &name, &world.owner()).map_err(|error| Failure::folder(lang, &error))?
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

fn nature(lang: Lang, text: &str) -> Result<u32, Failure> {
    let known = value::nature(text).filter(|id| catalog::nature(*id).is_some());
    known.ok_or_else(|| {
        let names = catalog::natures().iter().map(|nature| format!("{} {}", nature.id, Text::from(nature.name).in_lang(lang)));
        let hint = words::NO_NATURE_HINT.with(lang, &[("names", &names.collect::<Vec<_>>().join(", "))]);
        Failure::usage(lang, words::NO_NATURE, &[("name", &visible(text))], hint)
    })
}

/// Writes the examples into a folder of their own, without touching anything that is there.
fn examples(world: &World, lang: Lang) -> Result<Vec<PathBuf>, Failure> {
    let folder = store::folder(world, lang)?.path().to_owned();
    let mut made = Vec::new();
    for (name, bytes) in EXAMPLES {
        let is_draft = name.ends_with(".toml");
        let path = folder.join(if is_draft { format!("example-{name}") } else { (*name).to_owned() });
        place(&path, bytes, is_draft).map_err(|error| Failure::folder(lang, &error))?;
        if is_draft {
            made.push(path);
        }
    }
    Ok(made)
}

/// Writes a file that is not there yet. A scan that is there with the same content is fine; a draft that is there is kept.
fn place(path: &Path, bytes: &[u8], is_draft: bool) -> Result<(), FolderError> {
    if !is_draft && fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let trouble = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => FolderError::Save(SaveError::Exists { path: path.to_owned() }),
        _ => SaveError::Io { path: path.to_owned(), step: Step::Write, trouble: IoTrouble::from(error) }.into(),
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
        private_folder(folder).map_err(trouble)?;
    }
    let mut file = private_file(path).map_err(trouble)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(trouble)
}

fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn private_file(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A file of `assets/example` with its name.
macro_rules! example {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../assets/example/", $name)))
    };
}
use example;
