//! `beian export`: the package of a draft without errors.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::cli::args::Export;
use crate::cli::error::{Failure, Kind, Outcome, Status};
use crate::cli::findings;
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::DraftFile;
use crate::filing::draft::kind_name;
use crate::fs::IoTrouble;
use crate::fs::path::is_same_file;
use crate::locale::{Lang, error as words};
use crate::package::Package;
use crate::package::archive::Contents;
use crate::package::export::{ExportError, Occupant, Source, assemble, occupant, place};
use crate::package::material::Naming;
use crate::package::outside::is_own;
use crate::rules::{Finding, Severity};
use crate::scan::resolve;
use crate::text::clean::visible;

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
        naming: if args.ascii_names { Naming::Ascii } else { Naming::Chinese },
        with_notes: args.with_notes,
        allow_outside: args.allow_outside || is_own(file.folder(), world.drafts_dir.as_deref()),
    };
    let (package, remaining) = match assemble(file.draft(), &source) {
        Ok(made) => made,
        Err(ExportError::Refused(found)) => return refuse(out, &found),
        Err(ExportError::Outside(list)) => return Err(store::outside_failure(&list).into()),
        Err(ExportError::Package(error)) => return Err(Failure::from(error).into()),
        Err(ExportError::Occupied { path, holds }) => return Err(occupied(&path, holds.as_ref()).into()),
        Err(ExportError::Write { path, error }) => return Err(write_failed(&path, error).into()),
    };
    let target = target(args.output.as_deref(), world, &package);
    if is_source(&file, world, &target) {
        let over = Sentence::of(words::OVER_SOURCE).with("path", words::path(&target));
        return Err(Failure::usage(over).hint(words::OVER_SOURCE_HINT).into());
    }
    let there = occupant(&target, &package);
    if let Some(Occupant { holds }) = &there {
        let is_admitted = args.force || (args.replace && holds.is_some());
        if !is_admitted {
            return Err(occupied(&target, holds.as_ref()).into());
        }
    }
    package.write(&target).map_err(|error| write_failed(&target, error.into()))?;
    if out.is_json() {
        let held = there.as_ref().and_then(|there| there.holds.as_ref()).map(contents_json);
        out.json(&json!({
            "package": store::path_json(&target),
            "replaced": there.is_some(),
            "replaced_package": held,
            "findings": findings::list_json(out.lang, &remaining),
        }))?;
    } else {
        out.line(words::path(&target))?;
        match there {
            Some(Occupant { holds: Some(held) }) => {
                out.line(words::REPLACED.with(out.lang, &[("held", &held_in(out.lang, &held))]))?
            }
            Some(Occupant { holds: None }) => out.line(words::REPLACED_FILE.in_lang(out.lang))?,
            None => {}
        }
        findings::print(out, &remaining)?;
    }
    Ok(Status::Fine)
}

/// What has the name, and what to do instead.
fn occupied(path: &Path, holds: Option<&Contents>) -> Failure {
    match holds {
        None => {
            Failure::usage(Sentence::of(words::NOT_A_PACKAGE).with("path", words::path(path))).hint(words::NOT_A_PACKAGE_HINT)
        }
        Some(held) => {
            let (zh, en) = (held_in(Lang::Zh, held), held_in(Lang::En, held));
            let held = Sentence::of(words::OCCUPIED).with("path", words::path(path)).with("held", Part::Both(zh, en));
            Failure::usage(held).hint(words::OCCUPIED_HINT)
        }
    }
}

/// What a package holds, in a few words: kind, AppID, who files, and since when.
fn held_in(lang: Lang, held: &Contents) -> String {
    let kind = kind_name(if held.kind.is_empty() { "new" } else { &held.kind }).in_lang(lang);
    let parts = [kind, &held.app_id, &held.subject, &held.date].into_iter().filter(|part| !part.is_empty());
    visible(&parts.collect::<Vec<_>>().join(if lang == Lang::Zh { "，" } else { ", " })).into_owned()
}

fn contents_json(held: &Contents) -> Json {
    json!({ "kind": held.kind, "app_id": held.app_id, "subject": held.subject, "date": held.date })
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
