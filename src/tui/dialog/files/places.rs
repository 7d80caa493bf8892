//! Folders one may want to go to: where scans came from lately, where those of the draft lie, the draft's own, those of earlier
//! sessions, the user's. Packages, records and answers lie where the program writes them, and are looked for there first.

use std::path::{Path, PathBuf};

use crate::fs::path::normalized;
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::scan::resolve;
use crate::tui::question::Target;
use crate::tui::state::State;

/// A folder, and why it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    pub(super) why: Text,
}

/// The folder in which the program was started, where that says something: people who go to no folder start in their own, and who
/// starts it in the folder of drafts keeps no scans there.
fn working(state: &State) -> Option<&PathBuf> {
    let says_nothing = |folder: &&PathBuf| {
        let is_root = folder.parent().is_none();
        is_root || Some(*folder) == state.home.as_ref() || **folder == state.folder
    };
    state.usual_folders.working.as_ref().filter(|folder| !says_nothing(folder))
}

/// Where packages are written: where the last one was, or will be by the settings; and the folder of drafts.
fn written(state: &State) -> impl Iterator<Item = (&PathBuf, Text)> {
    let exported = state.exported_to.as_ref().or(state.preferences.export.folder.as_ref());
    exported.map(|folder| (folder, words::PLACE_EXPORTED)).into_iter().chain([(&state.folder, words::PLACE_DRAFTS)])
}

/// The folders, each once, the likeliest first.
pub(super) fn places(target: Target, state: &State) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut add = |folder: PathBuf, why: Text| {
        if folder.is_absolute() && places.iter().all(|place| place.folder != folder) {
            places.push(Place { folder, why });
        }
    };
    if target.is_written_here() {
        written(state).for_each(|(folder, why)| add(folder.clone(), why));
    }
    for folder in &state.recent_folders {
        add(folder.clone(), words::PLACE_LATELY);
    }
    if let Some(folder) = working(state) {
        add(folder.clone(), words::PLACE_WORKING);
    }
    if let Some(document) = &state.document {
        let here = document.folder.as_path();
        for (_, _, path) in document.draft().files().into_iter().filter(|(_, _, path)| !document.is_held_back(path)) {
            let file = normalized(&resolve(here, state.home.as_deref(), path));
            if let Some(folder) = file.parent() {
                add(folder.to_owned(), words::PLACE_SCANS);
            }
        }
        add(normalized(here), words::PLACE_DRAFT);
    }
    for folder in &state.earlier_folders {
        add(folder.clone(), words::PLACE_EARLIER);
    }
    let usual = &state.usual_folders;
    for (folder, why) in [
        (&usual.pictures, words::PLACE_PICTURES),
        (&usual.downloads, words::PLACE_DOWNLOADS),
        (&usual.desktop, words::PLACE_DESKTOP),
    ] {
        folder.iter().for_each(|folder| add(folder.clone(), why));
    }
    if let Some(home) = &state.home {
        add(home.clone(), words::PLACE_HOME);
    }
    places
}

/// The folder to open, and the line to choose in it.
pub(super) fn start(target: Target, state: &State) -> (PathBuf, Option<String>) {
    if let Some((folder, _)) = written(state).next().filter(|_| target.is_written_here()) {
        return (folder.clone(), None);
    }
    let Some(document) = &state.document else {
        let usual = &state.usual_folders;
        let likely = [state.recent_folders.first(), working(state), state.earlier_folders.first(), usual.pictures.as_ref()];
        let mut likely = likely.into_iter().chain([usual.downloads.as_ref(), usual.desktop.as_ref()]).flatten();
        return (likely.next().or(state.home.as_ref()).unwrap_or(&state.folder).clone(), None);
    };
    let draft = document.draft();
    let present = match target {
        Target::Field(id) | Target::Add(id) => draft.paths(id).last().map(|path| (*path).to_owned()),
        Target::Approval(row) => draft.approvals().get(row).map(|row| row.document.clone()).filter(|path| !path.is_empty()),
        Target::Answer | Target::Record(_) | Target::Scans => None,
    }
    // Nobody is led to where a draft from elsewhere points.
    .filter(|path| !document.is_held_back(path));
    let folder = document.folder.as_path().to_owned();
    // Scans lie together: without a file of its own the field begins where the last one was found.
    let present = match (present, state.recent_folders.first()) {
        (None, Some(lately)) => return (lately.clone(), None),
        (present, _) => {
            let mut others = draft.files().into_iter().map(|(_, _, path)| path).filter(|path| !document.is_held_back(path));
            present.or_else(|| others.next_back().map(str::to_owned))
        }
    };
    let Some(present) = present else {
        let usual = &state.usual_folders;
        // A draft that was opened elsewhere lies beside what it is about.
        let beside = (folder != state.folder).then_some(&folder);
        let likely = [working(state), beside, state.earlier_folders.first(), usual.pictures.as_ref(), usual.downloads.as_ref()];
        let likely = likely.into_iter().chain([usual.desktop.as_ref(), state.home.as_ref()]).flatten().next();
        return (likely.unwrap_or(&folder).clone(), None);
    };
    let path = normalized(&resolve(&folder, state.home.as_deref(), &present));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    (path.parent().map_or(folder, Path::to_owned), name)
}
