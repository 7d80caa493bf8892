//! `beian delete`: moves drafts into the trash of their folder, from where they can be restored.

use serde_json::{Value as Json, json};

use crate::cli::args::Delete;
use crate::cli::config::Origin;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::Folder;
use crate::fs::path::{folder_of, is_same_file};
use crate::locale::{error, shell as words};
use crate::text::clean::visible;

/// Deletes what is named, and says where it is kept. Folders are not taken for the drafts in them: that is too much for a slip.
pub fn run(args: &Delete, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    // All are looked up before the first goes.
    let paths = args.drafts.iter().map(|wanted| Ok(store::read(world, wanted)?.path().to_owned()));
    let paths = paths.collect::<Result<Vec<_>, Failure>>()?;
    let mut done: Vec<Json> = Vec::new();
    for path in paths {
        let path = world.absolute(&path);
        let trash = Folder::new(folder_of(&path)).delete(&path, &world.owner(), world.present()).map_err(Failure::from)?;
        if out.is_json() {
            done.push(json!({ "draft": store::path_json(&trash.from), "kept": store::path_json(&trash.kept) }));
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        out.line(words::DELETED.with(lang, &[("path", &error::path(&trash.from))]))?;
        let folder = folder_of(&path);
        // Where the trash is, a call finds that is told so or has it from where this one does.
        let is_found =
            world.drafts_from != Origin::Flag && world.drafts_dir.as_deref().is_some_and(|dir| is_same_file(dir, folder));
        let place = if is_found { String::new() } else { format!("--drafts-dir {} ", error::path(folder)) };
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("path", &error::path(&trash.kept)), ("name", &visible(&name)), ("place", &place)];
        out.line(words::DELETED_PLACE.with(lang, args))?;
    }
    if out.is_json() {
        out.json(&done.into_iter().collect())?;
    }
    Ok(Status::Fine)
}
