//! What a change or a deregistration that is through does to the filed draft it is about.

use serde_json::{Value as Json, json};

use super::{Args, Told, show};
use crate::cli::error::{Failure, Outcome};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::value;
use crate::cli::world::World;
use crate::drafts::take_over::{TakenOver, apply, undo};
use crate::drafts::{DraftFile, Folder};
use crate::filing::take_over::{Followed, outcome};
use crate::filing::{Draft, FieldId, Value};
use crate::fs::lock::{self, Turn};
use crate::locale::{Lang, error as errors, take_over as words};

/// The word that brings filed drafts up to date, where that failed before.
pub const WORD: &str = "sync";

/// Brings the filed drafts up to date that a finished change or deregistration concerns.
pub fn run(args: &Args, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, &args.draft)?;
    let Some(synced) = forward(file.draft(), &file, world) else {
        return Err(Failure::usage(words::NOT_THROUGH).hint(words::NOT_THROUGH_HINT).into());
    };
    show(&file, file.draft(), Told { synced: Some(&synced), ..Told::default() }, world, out)
}

/// The folders in which the filed draft may lie: that of the draft, and the folder of drafts.
pub(super) fn folders(file: &DraftFile, world: &World) -> Vec<Folder> {
    let own = Folder::new(file.folder());
    std::iter::once(own).chain(store::folder(world).ok()).collect()
}

/// The turn in these folders, to see that no other draft has a number and write it.
pub(super) fn turn(file: &DraftFile, world: &World) -> Turn {
    let folders = folders(file, world);
    lock::turn(&folders.iter().map(Folder::path).collect::<Vec<_>>())
}

/// Brings filed drafts up to date; `None` where nothing follows from this draft.
pub fn forward(draft: &Draft, file: &DraftFile, world: &World) -> Option<TakenOver> {
    let synced = apply(draft, file.path(), &folders(file, world), &world.owner());
    synced.taken.iter().chain(&synced.beside).for_each(|(path, _)| store::hand_on(world, file.path(), path));
    synced.outcome.map(|_| synced)
}

/// Takes back what was done to filed drafts; `before` still has the event that is taken back. `None` where nothing followed from it.
pub fn back(before: &Draft, file: &DraftFile, world: &World) -> Option<TakenOver> {
    if outcome(before).is_none() || outcome(file.draft()).is_some() {
        return None;
    }
    let synced = undo(before, file.path(), &folders(file, world), &world.owner());
    Some(TakenOver { outcome: None, ..synced })
}

/// What was done, one sentence a line.
pub fn lines(lang: Lang, synced: &TakenOver) -> Vec<String> {
    let mut lines = words::lines(lang, synced);
    lines.extend(synced.failed.iter().map(|(path, failed)| {
        let (why, hint) = words::complaint(lang, failed);
        let sentence = if synced.outcome.is_some() { words::FAILED } else { words::FAILED_BACK };
        sentence.with(lang, &[("path", &errors::path(path)), ("why", &why), ("hint", &hint), ("word", &WORD)])
    }));
    lines
}

/// The same for programs.
pub fn to_json(lang: Lang, synced: &TakenOver) -> Json {
    let updated = |(path, followed): &(std::path::PathBuf, Followed)| {
        let fields: Vec<_> = followed.fields.iter().map(|id| id.path()).collect();
        let was = |(id, was): &(FieldId, Value)| json!({ "field": id.path(), "was": value::to_json(was) });
        let mut json = json!({ "draft": store::path_json(path), "fields": fields });
        if let (Some(object), false) = (json.as_object_mut(), followed.overwritten.is_empty()) {
            object.insert("overwritten".to_owned(), followed.overwritten.iter().map(was).collect());
        }
        if let (Some(object), false) = (json.as_object_mut(), followed.files.is_empty()) {
            object.insert("files_left".to_owned(), followed.files.iter().map(|id| id.path()).collect());
        }
        if let (Some(object), false) = (json.as_object_mut(), followed.reopened.is_empty()) {
            object.insert("reopened".to_owned(), followed.reopened.iter().map(|id| id.path()).collect());
        }
        json
    };
    json!({
        "updated": synced.taken.iter().map(updated).collect::<Vec<_>>(),
        "same_entity": synced.beside.iter().map(updated).collect::<Vec<_>>(),
        "unchanged": synced.known.iter().map(|path| store::path_json(path)).collect::<Vec<_>>(),
        "failed": synced
            .failed
            .iter()
            .map(|(path, failed)| json!({ "draft": store::path_json(path), "why": words::complaint(lang, failed).0 }))
            .collect::<Vec<_>>(),
    })
}
