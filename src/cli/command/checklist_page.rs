//! `beian checklist DRAFT`: the page of what is left to do.

use std::path::PathBuf;

use serde_json::json;

use crate::cli::args::Checklist;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::fs::PRIVATE;
use crate::fs::atomic;
use crate::locale::error::path as shown;
use crate::package::checklist;
use crate::package::export::over;
use crate::package::material::Naming;
use crate::rules::required_materials::materials;
use crate::rules::{Context, check};

/// The word for standard output.
const STDOUT: &str = "-";

/// Writes the page, of a draft with errors, too: what is missing is then among what is left to do.
pub fn run(args: &Checklist, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, &args.draft)?;
    let draft = file.draft();
    let facts = store::facts(world, draft, file.path());
    let context = Context::new(draft, &facts, world.today());
    let findings = check(&context);
    let materials = materials(&context).judged(&findings);
    let inputs = checklist::Inputs {
        draft,
        materials: &materials,
        findings: &findings,
        open: None,
        has_calendar: false,
        naming: Naming::default(),
        today: world.today(),
        lang: out.lang,
    };
    let page = checklist::html(&inputs);
    if args.output.as_ref().is_some_and(|path| path.as_os_str() == STDOUT) {
        out.raw(&page)?;
        return Ok(Status::Fine);
    }
    let target = target(args, world, &store::stem(file.path()));
    let over = over(&target);
    store::refuse_over(world, &file, &target, &page, args.force)?;
    let written = atomic::write(&target, page.as_bytes(), PRIVATE, over);
    written.map_err(|not| Failure::not_written(&target, not.error))?;
    if out.is_json() {
        out.json(&json!({ "checklist": store::path_json(&target) }))?;
    } else {
        out.line(shown(&target))?;
    }
    Ok(Status::Fine)
}

fn target(args: &Checklist, world: &World, stem: &str) -> PathBuf {
    let own = format!("{stem}-checklist.html");
    match args.output.as_ref().map(|path| world.absolute(path)) {
        None => world.folder.join(own),
        Some(folder) if folder.is_dir() => folder.join(own),
        Some(file) => file,
    }
}
