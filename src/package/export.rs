//! From a draft to a package on disk: look at the scans, check, build, write. The wizard and the command share it.

use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use thiserror::Error;

use super::archive::{self, Held, WriteError, held};
use super::encryption::{self, Protection};
use super::material::Naming;
use super::outside::{Outside, Reach};
use super::{Inputs, Package, PackageError, build};
use crate::drafts::exported;
use crate::filing::Draft;
use crate::fs::IoTrouble;
use crate::fs::atomic::Target;
use crate::reading::Readings;
use crate::rules::{self, Context, Finding};
use crate::scan::{Cache, read_file, resolve};
use crate::text::Lang;

/// Names tried for a package.
const NAMES: u32 = 1_000;

/// Where an export comes from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The folder that paths of scans are relative to.
    pub folder: &'a Path,
    /// The user's own folder, for paths that begin with `~`.
    pub home: Option<&'a Path>,
    /// The draft as it stands on disk.
    pub text: &'a str,
    /// The day of the export (China time).
    pub today: NaiveDate,
    /// The language of what people read in the package.
    pub lang: Lang,
    /// Whether answers to questions and reasons of confirmations leave.
    pub with_notes: bool,
    /// Which of the draft's files may be read and packed.
    pub reach: &'a Reach,
    /// In which letters the scans are named.
    pub naming: Naming,
    /// What was read on the scans, as far as anything was: findings that come of it are in the package, what was read is not.
    pub readings: &'a Readings,
}

/// How somebody wants packages made who says nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The folder they go to; it is made where it is missing.
    pub folder: Option<PathBuf>,
    /// In which letters the scans are named.
    pub naming: Naming,
    /// Whether answers to questions and reasons of confirmations leave.
    pub with_notes: bool,
    /// Whom they are encrypted for: public keys of age, or files of such.
    pub recipients: Vec<String>,
    /// Whether somebody may have said whom they are encrypted for, and cannot be understood: then none leaves in the clear unasked.
    pub is_doubtful: bool,
}

/// A package that was written.
#[derive(Debug, Clone)]
pub struct Exported {
    /// Where it lies.
    pub path: PathBuf,
    /// What is kept in mind of it.
    pub kept: Option<exported::Exported>,
}

/// Why there is no package.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The rules found errors; all findings are here.
    #[error("the draft has errors")]
    Refused(Vec<Finding>),
    /// The draft names files outside its folder, of which nobody has said that they are meant.
    #[error("the draft names files outside its folder")]
    Outside(Vec<Outside>),
    /// It could not be built.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// The file that was named holds something else, which stays.
    #[error("{} holds something else", path.display())]
    Occupied {
        /// The file.
        path: PathBuf,
        /// What it holds.
        holds: Held,
    },
    /// It could not be written.
    #[error("cannot write {}: {error}", path.display())]
    Write {
        /// Where it should lie.
        path: PathBuf,
        /// What the system said.
        error: IoTrouble,
    },
}

/// Looks at the scans, checks the draft and builds its package; with it come the warnings and hints that remain. What `cache` knows of
/// a scan is not looked at again: what is packed is compared with it by its hash.
///
/// # Errors
/// When the rules find errors, or a scan cannot be read.
pub fn assemble(draft: &Draft, source: &Source<'_>, cache: &mut Cache) -> Result<(Package, Vec<Finding>), ExportError> {
    let strays = source.reach.refused(draft, source.folder, source.home);
    if !strays.is_empty() {
        return Err(ExportError::Outside(strays));
    }
    let mut facts = cache.inspect_all(source.folder, source.home, draft.scans());
    let context = Context::new(draft, &facts, source.today).with_readings(source.readings);
    let (filing, findings) = rules::complete(&context).map_err(ExportError::Refused)?;
    cache.add_pictures(source.folder, source.home, &mut facts);
    let (folder, home) = (source.folder.to_owned(), source.home.map(Path::to_owned));
    let read = move |path: &str| read_file(&resolve(&folder, home.as_deref(), path));
    let inputs = Inputs {
        today: source.today,
        findings: &findings,
        draft_text: source.text,
        facts: &facts,
        read: Rc::new(read),
        lang: source.lang,
        with_notes: source.with_notes,
        naming: source.naming,
    };
    let package = build(&filing, &inputs)?;
    Ok((package, findings))
}

/// Exports a draft to `target`, a file or a folder, or beside the draft under the package's own name, so that those may open it whom
/// `protection` lets. What was exported earlier is never replaced, unless it is the very same package.
///
/// # Errors
/// When the rules find errors, a scan cannot be read, something else has the name, or the package cannot be written. Nothing is left
/// behind then.
pub fn export(
    draft: &Draft,
    source: &Source<'_>,
    cache: &mut Cache,
    protection: &Protection,
    target: Option<&Path>,
) -> Result<Exported, ExportError> {
    let (package, _) = assemble(draft, source, cache)?;
    put(&package, source.folder, protection, target)
}

/// Writes a package to `target`, a file or a folder, else into `folder` under its own name, as [`export`].
///
/// # Errors
/// When something else has the name, or it cannot be written.
pub fn put(package: &Package, folder: &Path, protection: &Protection, target: Option<&Path>) -> Result<Exported, ExportError> {
    loop {
        let path = match target {
            Some(file) if !file.is_dir() => file.to_owned(),
            into => place(into.unwrap_or(folder), package, protection.is_some()),
        };
        let over = over(&path);
        if let Some(holds) = occupant(&path, package) {
            return Err(ExportError::Occupied { path, holds });
        }
        match archive::write(&path, package, protection, over) {
            Ok(()) => return Ok(Exported { kept: package.exported_to(&path), path }),
            Err(WriteError::Package(error)) => return Err(error.into()),
            // Another export was quicker: what has the name now is looked at, and the next name tried.
            Err(WriteError::Io(error)) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(WriteError::Io(error)) => return Err(ExportError::Write { path, error: error.into() }),
        }
    }
}

/// Whether a file may be replaced that is to be looked at: where none is before, none may be when it comes to it.
#[must_use]
pub fn over(path: &Path) -> Target {
    if path.symlink_metadata().is_ok() { Target::Replace } else { Target::New }
}

/// Where a package goes in a folder: its own name, with a number where anything but the very same package has that name. What was
/// exported earlier may have been handed in, and is kept. No encrypted package is the same as another.
#[must_use]
pub fn place(folder: &Path, package: &Package, is_encrypted: bool) -> PathBuf {
    let named = |name: String| folder.join(encryption::name(&name, is_encrypted));
    let free = |path: &PathBuf| path.symlink_metadata().is_err() || !is_encrypted && package.is_in(path);
    names(package.name()).map(named).find(free).unwrap_or_else(|| named(package.name().to_owned()))
}

/// The name that a package gets in a folder in which nothing is the very same package.
#[must_use]
pub fn free_name(folder: &Path, own: &str) -> String {
    names(own).find(|name| folder.join(name).symlink_metadata().is_err()).unwrap_or_else(|| own.to_owned())
}

/// The names that a package may get, in their order.
fn names(own: &str) -> impl Iterator<Item = String> {
    let stem = own.strip_suffix(".zip").unwrap_or(own);
    std::iter::once(own.to_owned()).chain((2..NAMES).map(move |number| format!("{stem}-{number}.zip")))
}

/// What lies where the package should go, unless it is the very same; `None` where the name is free.
#[must_use]
pub fn occupant(path: &Path, package: &Package) -> Option<Held> {
    path.symlink_metadata().ok()?;
    (!package.is_in(path)).then(|| held(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Remembered;

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example")
    }

    /// The individual of the examples, as text and as a draft.
    fn individual() -> (String, Draft) {
        let text = std::fs::read_to_string(folder().join("individual.toml")).unwrap();
        let draft = crate::drafts::codec::parse(&text).unwrap().draft().clone();
        (text, draft)
    }

    fn source<'a>(folder: &'a Path, text: &'a str, reach: &'a Reach, readings: &'a Readings) -> Source<'a> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let naming = Naming::Chinese;
        Source { folder, home: None, text, today, lang: Lang::Zh, naming, with_notes: false, reach, readings }
    }

    #[test]
    fn what_an_earlier_run_has_looked_at_gives_the_same_package() {
        let (folder, (text, draft)) = (folder(), individual());
        let reach = Reach::within(&folder);
        let from = source(&folder, &text, &reach, Readings::none());
        let kept = tempfile::tempdir().unwrap();
        let run = || Cache::kept_in(Some(Remembered::in_folder(kept.path(), std::time::SystemTime::now())));
        let [first, later] = [run(), run()].map(|mut cache| assemble(&draft, &from, &mut cache).unwrap().0.to_bytes().unwrap());
        assert!(first == later);
    }

    #[test]
    fn what_was_read_is_found_in_the_package_as_on_the_review() {
        let (folder, (text, draft)) = (folder(), individual());
        let (reach, mut readings) = (Reach::within(&folder), Readings::default());
        let front = draft.text(crate::filing::FieldId::ResponsiblePersonCertificateFront);
        let facts = Cache::new().inspect_all(&folder, None, draft.scans());
        let sha256 = facts.get(front).and_then(|facts| facts.sha256()).unwrap().to_owned();
        let back = crate::reading::Reading {
            kind: Some(crate::reading::DocumentKind::Person(crate::identifiers::document::Document::ResidentId)),
            side: Some(crate::reading::Side::Back),
            ..crate::reading::Reading::default()
        };
        readings.insert(sha256, back);
        let found = |readings: &Readings| {
            let from = source(&folder, &text, &reach, readings);
            let context = Context::new(&draft, &facts, from.today).with_readings(readings);
            let (_, found) = assemble(&draft, &from, &mut Cache::new()).unwrap();
            assert_eq!(found, rules::check(&context));
            found.len()
        };
        assert!(found(&readings) > found(Readings::none()));
    }

    #[test]
    fn only_the_very_same_package_is_written_again() {
        let out = tempfile::tempdir().unwrap();
        let (folder, (text, draft)) = (folder(), individual());
        let reach = Reach::within(&folder);
        let from = source(&folder, &text, &reach, Readings::none());
        let place = |folder: &Path, package: &Package| place(folder, package, false);
        let (package, _) = assemble(&draft, &from, &mut Cache::new()).unwrap();
        let first = place(out.path(), &package);
        assert_eq!(first.file_name().unwrap(), package.name());
        archive::write(&first, &package, &Protection::None, Target::New).unwrap();
        let again = archive::write(&first, &package, &Protection::None, Target::New).unwrap_err();
        assert!(matches!(again, WriteError::Io(error) if error.kind() == io::ErrorKind::AlreadyExists));
        assert_eq!(place(out.path(), &package), first);
        // The same draft in another state, such as after a rejection.
        let again = text.replacen("format = 1\n", "format = 1\npublished = true\n", 1);
        assert_ne!(again, text);
        let draft = crate::drafts::codec::parse(&again).unwrap().draft().clone();
        let (other, _) = assemble(&draft, &Source { text: &again, ..from }, &mut Cache::new()).unwrap();
        let second = place(out.path(), &other);
        assert!(second.to_string_lossy().ends_with("-2.zip"), "{second:?}");
        let own = first.file_name().unwrap().to_string_lossy().into_owned();
        assert!(free_name(first.parent().unwrap(), &own).ends_with("-2.zip"));
        assert_eq!(free_name(first.parent().unwrap(), "other.zip"), "other.zip");
        // By name, too, nothing is replaced but the same.
        assert_eq!(occupant(&first, &package), None);
        let Some(Held::Package(there)) = occupant(&first, &other) else { panic!("no package") };
        assert!(other.contents().is_some_and(|own| own.is_same_filing(&there)));
        assert_eq!((there.kind.as_str(), there.date.as_str()), ("new", "2026-11-23"));
        let refused = export(&draft, &Source { text: &again, ..from }, &mut Cache::new(), &Protection::None, Some(&first));
        assert!(matches!(refused, Err(ExportError::Occupied { holds: Held::Package(_), .. })), "{refused:?}");
        std::fs::write(&second, "someone's own file").unwrap();
        assert_eq!(occupant(&second, &other), Some(Held::Other));
        assert!(place(out.path(), &other).to_string_lossy().ends_with("-3.zip"));
    }
}
