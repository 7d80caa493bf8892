//! `beian letters DRAFT`: the letters that a filing needs, to print, sign and seal.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::cli::args::Letters;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::filing::guard::is_ended;
use crate::fs::atomic::Target;
use crate::fs::made::Made;
use crate::locale::error::{HAS_ENDED, path as shown};
use crate::locale::letter as words;
use crate::package::export::over;
use crate::package::letters::{self, Letter};

/// Writes them into a folder, made where it is missing: the one that was named, else one beside the working folder's other files.
pub fn run(args: &Letters, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, &args.draft)?;
    let (draft, today) = (file.draft(), world.today());
    let list = letters::of(draft, today);
    let folder = folder(args, world, &store::stem(file.path()));
    if list.is_empty() {
        if out.is_json() {
            out.json(&json!({ "letters": [] }))?;
        } else {
            out.line(words::NONE.in_lang(out.lang))?;
        }
        return Ok(Status::Fine);
    }
    let targets: Vec<(&Letter, PathBuf)> = list.iter().map(|letter| (letter, folder.join(&letter.file))).collect();
    let pages: Vec<String> = list.iter().map(|letter| letter.to_html(draft, today, out.lang)).collect();
    let over: Vec<Target> = targets.iter().map(|(_, path)| over(path)).collect();
    // All or none: a folder half of which is new would be taken for the whole.
    for ((_, path), html) in targets.iter().zip(&pages) {
        store::refuse_over(world, &file, path, html, args.force)?;
    }
    let mut made = Made::default();
    made.folder(&folder).map_err(|error| Failure::not_written(&folder, error))?;
    for (((_, path), html), over) in targets.iter().zip(&pages).zip(over) {
        made.file(path, html.as_bytes(), over).map_err(|not| Failure::not_written(path, not.error))?;
    }
    made.keep();
    if out.is_json() {
        let rows: Vec<Json> = targets.iter().map(|(letter, path)| row(out, letter, path)).collect();
        out.json(&json!({ "letters": rows }))?;
        return Ok(Status::Fine);
    }
    for (_, path) in &targets {
        out.line(shown(path))?;
    }
    let on_demand: Vec<String> = list.iter().filter(|one| one.is_on_demand()).map(|one| one.called(out.lang)).collect();
    if !on_demand.is_empty() {
        out.line(words::on_demand(out.lang, &on_demand))?;
    }
    if is_ended(draft) {
        out.line(HAS_ENDED.in_lang(out.lang))?;
    }
    Ok(Status::Fine)
}

fn row(out: &Out<'_>, letter: &Letter, path: &Path) -> Json {
    let material = &letter.material;
    json!({
        "file": store::path_json(path),
        "name": material.title(out.lang),
        "field": material.field.path(),
        "demand": super::checklist::requirement(material.requirement),
        "who": material.signatory.words().in_lang(out.lang),
    })
}

fn folder(args: &Letters, world: &World, stem: &str) -> PathBuf {
    match &args.output {
        Some(folder) => world.absolute(folder),
        None => world.folder.join(format!("{stem}-letters")),
    }
}
