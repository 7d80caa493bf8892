//! From a draft to a package on disk: look at the scans, check, build, write. The wizard and the command share it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use thiserror::Error;

use super::{Inputs, Package, PackageError, build};
use crate::drafts::error::IoTrouble;
use crate::filing::Draft;
use crate::materials::{inspect_all, resolve};
use crate::rules::{self, Context, Finding};

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
}

/// A package that was written.
#[derive(Debug, Clone)]
pub struct Exported {
    /// Where it lies.
    pub path: PathBuf,
    /// Warnings and hints that remained.
    pub findings: Vec<Finding>,
}

/// Why there is no package.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The rules found errors; all findings are here.
    #[error("the draft has errors")]
    Refused(Vec<Finding>),
    /// It could not be built.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// It could not be written.
    #[error("cannot write {}: {error}", path.display())]
    Write {
        /// Where it should lie.
        path: PathBuf,
        /// What the system said.
        error: IoTrouble,
    },
}

/// Looks at the scans, checks the draft and builds its package; with it come the warnings and hints that remain.
///
/// # Errors
/// When the rules find errors, or a scan cannot be read.
pub fn assemble(draft: &Draft, source: &Source<'_>) -> Result<(Package, Vec<Finding>), ExportError> {
    let paths = draft.files().into_iter().map(|(_, _, path)| path);
    let facts = inspect_all(source.folder, source.home, paths);
    let context = Context { draft, facts: &facts, today: source.today };
    let (filing, findings) = rules::complete(&context).map_err(ExportError::Refused)?;
    let read = |path: &str| fs::read(resolve(source.folder, source.home, path));
    let inputs = Inputs { today: source.today, findings: &findings, draft_text: source.text, facts: &facts, read: &read };
    let package = build(&filing, &inputs)?;
    Ok((package, findings))
}

/// Exports a draft to `target`, or beside the draft under the package's own name. A package of that name is replaced in one step.
///
/// # Errors
/// When the rules find errors, a scan cannot be read, or the package not be written. Nothing is left behind then.
pub fn export(draft: &Draft, source: &Source<'_>, target: Option<&Path>) -> Result<Exported, ExportError> {
    let (package, findings) = assemble(draft, source)?;
    let path = target.map_or_else(|| source.folder.join(package.name()), Path::to_owned);
    package.write(&path).map_err(|error| ExportError::Write { path: path.clone(), error: error.into() })?;
    Ok(Exported { path, findings })
}
