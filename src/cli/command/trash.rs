//! `beian trash`: the drafts that were deleted in the wizard.

use serde_json::json;

use crate::cli::args::Trash as Args;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::folder::{KEPT_FOR, Trash};
use crate::filing::status::in_china;
use crate::locale::cli as words;
use crate::text::clean::visible;

/// Lists what was deleted and can be restored; restores one of them, or deletes all for good.
pub fn run(args: &Args, world: &World, out: &mut Out<'_>) -> Outcome {
    let folder = store::folder(world)?;
    // A day given by hand is for trying things out: nothing is deleted for its sake.
    if world.fixed_today.is_none() {
        let _ = folder.purge(world.now - KEPT_FOR);
    }
    let deleted = folder.deleted().map_err(Failure::from)?;
    let lang = out.lang;
    if let Some(wanted) = &args.restore {
        let is_meant = |trash: &&Trash| {
            [trash.from.file_name(), trash.from.file_stem(), trash.kept.file_name()].contains(&Some(wanted.as_os_str()))
        };
        let trash = deleted.iter().find(is_meant).ok_or_else(|| {
            let sentence = Sentence::of(words::TRASH_NOT_THERE).with("name", visible(&wanted.to_string_lossy()));
            Failure::usage(sentence).hint(words::TRASH_NOT_THERE_HINT)
        })?;
        let path = folder.restore(trash).map_err(Failure::from)?;
        if out.is_json() {
            out.json(&json!({ "draft": store::path_json(&path) }))?;
        } else {
            out.line(words::TRASH_RESTORED.with(lang, &[("path", &visible(&path.to_string_lossy()))]))?;
        }
    } else if args.empty {
        let mut count = 0;
        for trash in &deleted {
            folder.delete_for_good(trash).map_err(Failure::from)?;
            count += 1;
        }
        if out.is_json() {
            out.json(&json!({ "purged": count }))?;
        } else {
            out.line(words::TRASH_PURGED.with(lang, &[("count", &count)]))?;
        }
    } else if out.is_json() {
        let entry = |trash: &Trash| json!({ "draft": store::path_json(&trash.from), "kept": store::path_json(&trash.kept), "deleted": trash.at.to_rfc3339() });
        out.json(&deleted.iter().map(entry).collect())?;
    } else if deleted.is_empty() {
        out.line(words::TRASH_EMPTY.in_lang(lang))?;
    } else {
        let mut rows = vec![[words::COLUMN_DRAFT, words::COLUMN_DELETED].map(|column| column.in_lang(lang).to_owned()).to_vec()];
        rows.extend(deleted.iter().map(|trash| {
            let name = trash.from.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            vec![visible(&name).into_owned(), in_china(trash.at).format("%Y-%m-%d %H:%M").to_string()]
        }));
        out.table_within(rows, &[60, 20])?;
        let place = visible(&folder.trash().to_string_lossy()).into_owned();
        out.line(words::TRASH_PLACE.with(lang, &[("path", &place), ("days", &KEPT_FOR.num_days())]))?;
    }
    Ok(Status::Fine)
}
