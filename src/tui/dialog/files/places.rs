//! Folders one may want to go to: where scans came from lately, where those of the draft lie, the draft's own, the user's.

use std::path::{Path, PathBuf};

use super::plain;
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::materials::resolve;
use crate::tui::state::State;

/// A folder, and why it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    pub(super) why: Text,
}

/// The folders, each once, the likeliest first.
pub(super) fn places(state: &State) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut add = |folder: PathBuf, why: Text| {
        if folder.is_absolute() && places.iter().all(|place| place.folder != folder) {
            places.push(Place { folder, why });
        }
    };
    for folder in &state.recent_folders {
        add(folder.clone(), words::PLACE_LATELY);
    }
    if let Some(document) = &state.document {
        let here = document.path.parent().unwrap_or(&state.folder);
        for (_, _, path) in document.draft().files() {
            let file = plain(&resolve(here, state.home.as_deref(), path));
            if let Some(folder) = file.parent() {
                add(folder.to_owned(), words::PLACE_SCANS);
            }
        }
        add(plain(here), words::PLACE_DRAFT);
    }
    if let Some(home) = &state.home {
        add(home.clone(), words::PLACE_HOME);
    }
    places
}

/// The folder that a file was taken from goes to the front of the list; the list stays short.
pub fn remember(folders: &mut Vec<PathBuf>, folder: &Path) {
    /// Folders that are remembered.
    const MOST: usize = 12;
    folders.retain(|other| other != folder);
    folders.insert(0, folder.to_owned());
    folders.truncate(MOST);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_folder_comes_first_and_none_twice() {
        let mut folders = Vec::new();
        for n in 0..20 {
            remember(&mut folders, Path::new(&format!("/{n}")));
        }
        remember(&mut folders, Path::new("/15"));
        assert_eq!((folders.len(), folders[0].as_path(), folders[1].as_path()), (12, Path::new("/15"), Path::new("/19")));
        assert_eq!(folders.iter().filter(|folder| folder.as_path() == Path::new("/15")).count(), 1);
    }
}
