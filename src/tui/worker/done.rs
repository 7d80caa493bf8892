//! What was done in the list of drafts and can be taken back, the last thing first.

use std::fs;
use std::path::{Path, PathBuf};

use crate::drafts::error::FolderError;
use crate::drafts::example::Examples;
use crate::drafts::folder::{Folder, Trash};
use crate::filing::event::Moment;
use crate::fs::lock::Owner;
use crate::text::clean::visible;
use crate::tui::effect::Undone;

/// One of these things.
pub(super) enum Done {
    /// A draft was put aside.
    Deleted(Trash),
    /// The examples were written.
    Examples(Examples),
    /// A draft was copied.
    Copied {
        /// The copy.
        path: PathBuf,
        /// What it held then.
        bytes: Vec<u8>,
    },
    /// A draft's file was given another name.
    Renamed {
        /// Where it is.
        path: PathBuf,
        /// Its name before.
        was: String,
    },
}

impl Done {
    /// A copy, as it lies there.
    pub fn copied(path: &Path) -> Self {
        Self::Copied { path: path.to_owned(), bytes: fs::read(path).unwrap_or_default() }
    }

    /// Takes it back. What was edited since stays.
    pub fn undo(self, folder: &Folder, owner: &Owner, now: Moment, state: Option<&Path>) -> Result<Undone, FolderError> {
        match self {
            Self::Deleted(trash) => folder.restore(&trash).map(Undone::Restored),
            Self::Examples(examples) => {
                let stays = examples.take_away(folder, owner, now)?;
                Ok(if stays { Undone::Stays } else { Undone::ExamplesGone })
            }
            Self::Copied { path, bytes } if fs::read(&path).is_ok_and(|there| there == bytes) => {
                folder.delete(&path, owner, now)?;
                Ok(Undone::CopyGone(
                    path.file_stem().map(|name| visible(&name.to_string_lossy()).into_owned()).unwrap_or_default(),
                ))
            }
            Self::Copied { .. } => Ok(Undone::Stays),
            Self::Renamed { path, was } => folder.rename(&path, &was, owner, state).map(Undone::Renamed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::example;
    use crate::drafts::folder::Purpose;
    use crate::filing::Draft;
    use std::collections::BTreeSet;

    fn owner() -> Owner {
        Owner { pid: 1, since: "2026-11-28T10:00:00+08:00".parse().unwrap(), host: "here".into() }
    }

    fn now() -> Moment {
        "2026-11-28T10:00:00+08:00".parse().unwrap()
    }

    /// What lies in the folder, hidden files aside.
    fn names(folder: &Folder) -> BTreeSet<String> {
        let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        entries.filter(|name| !name.starts_with('.')).collect()
    }

    #[test]
    fn examples_go_again_with_their_scans_and_what_was_there_stays() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path().to_owned());
        drop(folder.create(&Draft::new(4), "mine", &owner()).unwrap());
        let before = names(&folder);
        let write = || Done::Examples(example::write(&folder, &owner(), now().date_naive()).unwrap());
        let undo = |done: Done| done.undo(&folder, &owner(), now(), None).unwrap();
        assert_eq!(undo(write()), Undone::ExamplesGone);
        assert_eq!(names(&folder), before);
        // What was edited keeps its scans; what names one of them, too.
        let done = write();
        let mine = folder.path().join("example-company.toml");
        fs::write(&mine, format!("{}\n# mine\n", fs::read_to_string(&mine).unwrap())).unwrap();
        assert_eq!(undo(done), Undone::Stays);
        assert!(mine.exists() && folder.path().join("scans/business-licence.jpg").exists());
        assert!(!folder.path().join("scans/individual-id-back.jpg").exists());
    }

    #[test]
    fn a_copy_goes_unless_it_was_edited_and_a_file_gets_its_name_back() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path().to_owned());
        let path = folder.create(&Draft::new(4), "mine", &owner()).unwrap().path().to_owned();
        let undo = |done: Done| done.undo(&folder, &owner(), now(), None).unwrap();
        let copy = || folder.duplicate(&path, Purpose::OneMore, "", &owner()).unwrap().path().to_owned();
        let first = copy();
        assert!(matches!(undo(Done::copied(&first)), Undone::CopyGone(_)) && !first.exists());
        let second = copy();
        let done = Done::copied(&second);
        fs::write(&second, "schema_version = 1\n").unwrap();
        assert_eq!(undo(done), Undone::Stays);
        assert!(second.exists());
        let renamed = folder.rename(&path, "other", &owner(), None).unwrap();
        let was = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert_eq!(undo(Done::Renamed { path: renamed, was }), Undone::Renamed(path.clone()));
        let trash = folder.delete(&path, &owner(), now()).unwrap();
        assert_eq!(undo(Done::Deleted(trash)), Undone::Restored(path.clone()));
        assert!(path.exists());
    }
}
