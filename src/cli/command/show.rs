//! `beian show`: the sheet of a draft, complete or not.

use std::ffi::OsStr;
use std::io::Write;

use crate::cli::args::{Format, Show};
use crate::cli::each::{self, Pace, each};
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::many;
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::fs::PRIVATE;
use crate::fs::atomic;
use crate::fs::made::Made;
use crate::locale::{error as words, many as many_words};
use crate::package::export::over;
use crate::package::sheet::{Inputs, Sheet, content_of, html, print};
use crate::rules::{self, Context};
use crate::scan::resolve;

/// Prints the sheet, or writes it into a file; of several drafts into a folder. A draft with errors has one too, which says so.
pub fn run(args: &Show, world: &World, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    // A folder that is made for the sheets goes again if none comes into it.
    let mut made = Made::default();
    if let Some(output) = args.output.as_ref().filter(|output| output.as_os_str().as_encoded_bytes().ends_with(b"/")) {
        let folder = world.absolute(output);
        made.folder(&folder).map_err(|trouble| Failure::not_written(&folder, trouble))?;
    }
    let is_folder = args.output.as_ref().is_some_and(|output| world.absolute(output).is_dir());
    if out.format == Format::Html && !is_folder && many::is_several(world, &args.drafts)? {
        return Err(Failure::usage(many_words::ONE_PAGE_EACH).hint(many_words::ONE_PAGE_EACH_HINT).into());
    }
    if args.output.is_some() && !is_folder && many::is_several(world, &args.drafts)? {
        return Err(Failure::usage(many_words::FOLDER_FOR_SEVERAL).hint(many_words::FOLDER_FOR_SEVERAL_HINT).into());
    }
    let key = if args.output.is_some() { each::PATHS } else { "sheet" };
    each(world, &args.drafts, Pace::Together, key, out, err, |draft, out| one(draft, args, world, out))
}

fn one(draft: &OsStr, args: &Show, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, draft)?;
    let (folder, home) = (file.folder().to_owned(), world.home.as_deref());
    let reach = store::reach(world, &file, false);
    let mut facts = store::facts_within(&reach, world, file.draft(), file.path());
    if out.format == Format::Html {
        world.scans().add_pictures(&folder, home, &mut facts);
    }
    let context = Context::new(file.draft(), &facts, world.today());
    let findings = rules::check(&context);
    let place = |path: &str| resolve(&folder, home, path);
    let where_it_lies = |path: &str| place(path).display().to_string();
    let content = |path: &str| content_of(&facts, path);
    let inputs =
        Inputs { lang: out.lang, day: world.today(), findings: &findings, file: &where_it_lies, content: &content, paths: true };
    let sheet = Sheet::of(&context.normalised_draft(), &inputs);
    let text = match out.format {
        Format::Markdown => print::markdown(&sheet),
        Format::Html => {
            let small =
                |path: &str| facts.get(path).and_then(|known| known.passed_on.as_ref()?.thumbnail.as_deref().map(<[u8]>::to_vec));
            html::page(&sheet, &small, false)
        }
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
    let target = match world.absolute(output) {
        folder if folder.is_dir() => {
            let ending = match out.format {
                Format::Markdown => "md",
                Format::Html => "html",
                Format::Json => "json",
                _ => "txt",
            };
            let mut name = file.path().file_stem().unwrap_or_default().to_owned();
            name.push(".");
            name.push(ending);
            folder.join(name)
        }
        file => file,
    };
    // Text says nothing of who made it; the same text again takes nothing away.
    let is_file = target.symlink_metadata().is_ok_and(|there| there.is_file() && there.len() == text.len() as u64);
    if is_file && std::fs::read(&target).is_ok_and(|there| there == text.as_bytes()) {
        out.line(words::path(&target))?;
        return Ok(Status::Fine);
    }
    let over = over(&target);
    store::refuse_over(world, &file, &target, &text, args.force)?;
    let written = atomic::write(&target, text.as_bytes(), PRIVATE, over);
    written.map_err(|not| Failure::not_written(&target, not.error))?;
    out.line(words::path(&target))?;
    Ok(Status::Fine)
}
