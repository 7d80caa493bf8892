//! `beian show`: the sheet of a draft, complete or not.

use std::path::Path;

use crate::cli::args::{Format, Show};
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::fs::PRIVATE;
use crate::fs::atomic::{self, Target};
use crate::locale::error as words;
use crate::package::outside::Reach;
use crate::package::sheet::{Inputs, Sheet, html, print};
use crate::package::thumbnail;
use crate::rules::{self, Context};
use crate::scan::{PICTURE_LIMIT, read_file, resolve};

/// Prints the sheet, or writes it into a file. A draft with errors has one too, which says so.
pub fn run(args: &Show, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, &args.draft)?;
    let (folder, home) = (file.folder().to_owned(), world.home.as_deref());
    let reach = store::reach(world, &file, false);
    let facts = store::facts_within(&reach, world, file.draft(), file.path());
    let context = Context::new(file.draft(), &facts, world.today());
    let findings = rules::check(&context);
    let place = |path: &str| resolve(&folder, home, path);
    let where_it_lies = |path: &str| place(path).display().to_string();
    let inputs = Inputs { lang: out.lang, day: world.today(), findings: &findings, file: &where_it_lies };
    let sheet = Sheet::of(&context.normalised_draft(), &inputs);
    let text = match out.format {
        Format::Markdown => print::markdown(&sheet),
        Format::Html => html::page(&sheet, &|path| picture(&reach, &place(path)), false),
        Format::Json => {
            let mut text = serde_json::to_string_pretty(&print::json(&sheet)).map_err(std::io::Error::from)?;
            text.push('\n');
            text
        }
        _ => print::text(&sheet),
    };
    let Some(output) = &args.output else {
        match out.format {
            Format::Json => out.json(&print::json(&sheet))?,
            _ => out.raw(&text)?,
        }
        return Ok(Status::Fine);
    };
    let target = world.absolute(output);
    store::refuse_over(world, &file, &target, args.force)?;
    let written = atomic::write(&target, text.as_bytes(), PRIVATE, Target::Replace);
    written.map_err(|not| Failure::not_written(&target, not.error))?;
    out.line(words::path(&target))?;
    Ok(Status::Fine)
}

/// A small picture of a file that may be read, of which no more is read than of any scan.
fn picture(reach: &Reach, path: &Path) -> Option<Vec<u8>> {
    let is_small = |path: &Path| std::fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() <= PICTURE_LIMIT);
    if !reach.admits(path) || !is_small(path) {
        return None;
    }
    thumbnail(&read_file(path).ok()?)
}
