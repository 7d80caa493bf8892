//! `beian export`: the package of a draft without errors.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::args::Export;
use super::error::{Failure, Outcome, Status, Stop};
use super::findings;
use super::out::Out;
use super::store;
use super::world::World;
use crate::drafts::error::IoTrouble;
use crate::locale::{Lang, error as words};
use crate::package::{self, Inputs, Package};
use crate::rules::{self, Finding, Severity};

/// Builds the package and writes it whole, or names what stands in its way.
pub fn run(args: &Export, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let file = store::read(world, lang, &args.draft)?;
    let facts = store::facts(world, file.draft(), file.folder());
    let context = store::context(file.draft(), &facts, world.today());
    let (filing, remaining) = match rules::complete(&context) {
        Ok(complete) => complete,
        Err(found) => return refuse(out, &found),
    };
    let inputs = Inputs {
        today: world.today(),
        findings: &remaining,
        draft_text: &file.document().to_text(),
        facts: &facts,
        read: &|path| store::scan(world, file.folder(), path),
    };
    let package = package::build(&filing, &inputs).map_err(|error| Failure::package(lang, &error))?;
    let target = target(args.output.as_deref(), world, &package);
    if target.exists() && !args.force && !package::archive::is_package(&target) {
        let hint = words::NOT_A_PACKAGE_HINT.in_lang(lang).to_owned();
        return Err(Failure::usage(lang, words::NOT_A_PACKAGE, &[("path", &words::path(&target))], hint).into());
    }
    package.write(&target).map_err(|error| write_failed(lang, &target, error))?;
    if out.is_json() {
        out.json(&json!({ "package": target, "findings": findings::list_json(lang, &remaining) }))?;
    } else {
        out.line(words::path(&target))?;
        findings::print(out, &remaining)?;
    }
    Ok(Status::Fine)
}

/// Where the package goes: the file or folder that was named, else the working folder.
fn target(output: Option<&Path>, world: &World, package: &Package) -> PathBuf {
    match output.map(|path| world.absolute(path)) {
        None => world.absolute(Path::new(package.name())),
        Some(folder) if folder.is_dir() => folder.join(package.name()),
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
    let message = words::REFUSED.with(out.lang, &[("count", &errors.len())]);
    let hint = words::REFUSED_HINT.in_lang(out.lang).to_owned();
    Err(Stop::Failure(Failure { status: Status::Findings, message, hint }))
}

fn write_failed(lang: Lang, path: &Path, error: std::io::Error) -> Failure {
    let trouble = words::io(lang, &IoTrouble::from(error));
    let message = words::WRITE_FAILED.with(lang, &[("path", &words::path(path)), ("trouble", &trouble)]);
    Failure { status: Status::System, message, hint: String::new() }
}
