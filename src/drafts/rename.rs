//! Another name for a draft's file. Nothing of it is lost: the new file is whole and on the disk before the old one goes.

use std::fs;
use std::io;
use std::path::Path;

use super::beside;
use super::error::SaveError;
use super::file::DraftFile;
use crate::fs::lock::Owner;

/// Why a draft's file has no other name.
#[derive(Debug)]
pub enum NotRenamed {
    /// It is a link: others may know the file that it leads to by its own name.
    Link,
    /// The new one cannot be written. Nothing was changed.
    Save(SaveError),
    /// The old one cannot be removed. There are both.
    OldStays(io::Error),
}

impl DraftFile {
    /// Gives the file at `source`, which is this one's, the path `target`, which must be free, and goes on with that file. What is known
    /// of the draft beside it ([`beside`]; in the folder `state`) goes with it, and so do its letters.
    ///
    /// # Errors
    /// When it is a link, the target is taken, or the system fails.
    pub fn rename(&mut self, source: &Path, target: &Path, owner: &Owner, state: Option<&Path>) -> Result<(), NotRenamed> {
        if source.is_symlink() {
            return Err(NotRenamed::Link);
        }
        let draft = self.draft().clone();
        self.save_as(target, &draft, owner).map_err(NotRenamed::Save)?;
        if let Some(state) = state {
            beside::take_along(state, source, self.path());
        }
        beside::take_letters_along(source, self.path());
        fs::remove_file(source).map_err(NotRenamed::OldStays)
    }
}
