//! `beian export`: the package of a draft without errors.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::cli::args::Export;
use crate::cli::error::{Failure, Kind, Outcome, Status};
use crate::cli::findings;
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::DraftFile;
use crate::fs::IoTrouble;
use crate::fs::path::is_same_file;
use crate::locale::error as words;
use crate::package::export::{ExportError, Source, assemble, holds, place};
use crate::package::outside::is_own;
use crate::package::{self, Package};
use crate::rules::{Finding, Severity};
use crate::scan::resolve;

/// Builds the package and writes it whole, or names what stands in its way.
pub fn run(args: &Export, world: &World, out: &mut Out<'_>) -> Outcome {
    check_output(args, world)?;
    let file = store::read(world, &args.draft)?;
    let text = file.document().to_text();
    let source = Source {
        folder: file.folder(),
        home: world.home.as_deref(),
        text: &text,
        today: world.today(),
        lang: out.lang,
        with_notes: args.with_notes,
        allow_outside: args.allow_outside || is_own(file.folder(), world.drafts_dir.as_deref()),
    };
    let (package, remaining) = match assemble(file.draft(), &source) {
        Ok(made) => made,
        Err(ExportError::Refused(found)) => return refuse(out, &found),
        Err(ExportError::Outside(list)) => return Err(store::outside_failure(&list).into()),
        Err(ExportError::Package(error)) => return Err(Failure::from(error).into()),
        Err(ExportError::Write { path, error }) => return Err(write_failed(&path, error).into()),
    };
    let target = target(args.output.as_deref(), world, &package);
    if is_source(&file, world, &target) {
        let over = Sentence::of(words::OVER_SOURCE).with("path", words::path(&target));
        return Err(Failure::usage(over).hint(words::OVER_SOURCE_HINT).into());
    }
    if target.exists() && !args.force && !package::archive::is_package(&target) {
        let other = Sentence::of(words::NOT_A_PACKAGE).with("path", words::path(&target));
        return Err(Failure::usage(other).hint(words::NOT_A_PACKAGE_HINT).into());
    }
    // A file that was named is written over; that another package was there is said.
    let replaced = target.exists() && !package.to_bytes().is_ok_and(|bytes| holds(&target, &bytes));
    package.write(&target).map_err(|error| write_failed(&target, error.into()))?;
    if out.is_json() {
        out.json(&json!({ "package": store::path_json(&target), "replaced": replaced, "findings": findings::list_json(out.lang, &remaining) }))?;
    } else {
        out.line(words::path(&target))?;
        if replaced {
            out.line(words::REPLACED.in_lang(out.lang))?;
        }
        findings::print(out, &remaining)?;
    }
    Ok(Status::Fine)
}

/// Looks at where the package should go before anything is done.
fn check_output(args: &Export, world: &World) -> Result<(), Failure> {
    let Some(output) = &args.output else { return Ok(()) };
    if output.as_os_str() == "-" {
        return Err(Failure::usage(words::NO_STDOUT).hint(words::NO_STDOUT_HINT));
    }
    let path = world.absolute(output);
    let meant_as_folder = output.as_os_str().as_encoded_bytes().ends_with(b"/");
    let folder = if meant_as_folder { Some(path.as_path()) } else { path.parent() };
    match folder.filter(|folder| !folder.is_dir() && !path.is_dir()) {
        None => Ok(()),
        Some(folder) => {
            let missing = Sentence::of(words::NO_FOLDER).with("path", words::path(folder));
            Err(Failure::system(missing).hint(words::NO_FOLDER_HINT))
        }
    }
}

/// Whether the package would take the place of the draft or of one of its scans. Nothing makes that right.
fn is_source(file: &DraftFile, world: &World, target: &Path) -> bool {
    let scans = file.draft().files().into_iter().map(|(_, _, path)| path);
    let scans = scans.filter(|path| !path.is_empty()).map(|path| resolve(file.folder(), world.home.as_deref(), path));
    scans.chain([file.path().to_owned()]).any(|source| is_same_file(&source, target))
}

/// Where the package goes: the file or folder that was named, else the working folder.
fn target(output: Option<&Path>, world: &World, package: &Package) -> PathBuf {
    match output.map(|path| world.absolute(path)) {
        None => place(&world.absolute(Path::new(".")), package),
        Some(folder) if folder.is_dir() => place(&folder, package),
        Some(file) => file,
    }
}

/// Names the errors; nothing is written.
fn refuse(out: &mut Out<'_>, found: &[Finding]) -> Outcome {
    let errors: Vec<Finding> = found.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    if out.is_json() {
        out.json(&json!({ "package": Json::Null, "findings": findings::list_json(out.lang, found) }))?;
    } else {
        findings::print(out, &errors)?;
    }
    let refused = Sentence::of(words::REFUSED).with("count", errors.len());
    Err(Failure::new(Kind::Findings, refused).hint(words::REFUSED_HINT).into())
}

fn write_failed(path: &Path, trouble: IoTrouble) -> Failure {
    Failure::system(Sentence::of(words::WRITE_FAILED).with("path", words::path(path)).with("trouble", trouble))
}
