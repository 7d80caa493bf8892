//! The change and the deregistration of what is filed that are at hand and not done.

use std::path::PathBuf;

use serde_json::{Value as Json, json};

use super::sync;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::DraftFile;
use crate::drafts::folder::{Running, Since};
use crate::filing::{Course, Draft, FilingKind, Stage};
use crate::locale::{Lang, cli as words, error, stage};

/// What changes or ends a filing: its kind, its draft, and where that stands.
pub(super) struct FollowUp {
    kind: FilingKind,
    path: PathBuf,
    stage: Stage,
}

impl FollowUp {
    /// Its draft and where that stands, where it is a change.
    pub(super) fn change(&self) -> Option<(PathBuf, Stage)> {
        (self.kind == FilingKind::Change).then(|| (self.path.clone(), self.stage))
    }
}

/// Those of a filed draft, among the drafts beside it and in the folder of drafts, of each kind the one that is furthest, and what they
/// have made of it. None for what is not filed.
pub(super) fn of(file: &DraftFile, draft: &Draft, stage: Stage, world: &World) -> (Vec<FollowUp>, Option<Since>) {
    if stage != Stage::Filed {
        return (Vec::new(), None);
    }
    let listings = sync::folders(file, world).into_iter().filter_map(|folder| folder.list().ok());
    let entries: Vec<_> = listings.flat_map(|listing| listing.entries).collect();
    let running = Running::among(&entries);
    let since = running.since(draft, stage);
    if draft.filing_kind() != FilingKind::New {
        return (Vec::new(), since);
    }
    let kinds = [FilingKind::Change, FilingKind::Deregistration].into_iter();
    let found = kinds.filter_map(|kind| running.of(draft, kind).map(|found| (kind, found)));
    let found = found.map(|(kind, (listed, summary))| FollowUp { kind, path: listed.path.clone(), stage: summary.stage });
    (found.collect(), since)
}

/// One of them in a sentence.
pub(super) fn line(lang: Lang, one: &FollowUp) -> String {
    let (sentence, course) = match one.kind {
        FilingKind::Deregistration => (words::END_RUNS, Course::Deregistration),
        _ => (words::CHANGE_RUNS, Course::Change),
    };
    let stage = stage::stage_of(course, one.stage).in_lang(lang);
    sentence.with(lang, &[("path", &error::path(&one.path)), ("stage", &stage)])
}

/// All of them for programs.
pub(super) fn to_json(all: &[FollowUp]) -> Json {
    let one =
        |one: &FollowUp| json!({ "kind": one.kind.word(), "draft": store::path_json(&one.path), "stage": one.stage.name() });
    all.iter().map(one).collect()
}
