//! Files and folders made together: what belongs together stays whole, or nothing of it does.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic::{self, NotReplaced, Target};
use super::{PRIVATE, make_private};

/// What was made so far. Unless it is kept, files that were not there before go again when this goes, and in any case folders that were
/// made for them and in which nothing lies.
#[derive(Debug, Default)]
pub struct Made {
    /// The outer ones first.
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    /// Makes a folder and those above it, for their owner alone; one that is there stays as it is.
    ///
    /// # Errors
    /// What the system said; nothing of it is left then.
    pub fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let is_named = |path: &&Path| !path.as_os_str().is_empty();
        let missing: Vec<PathBuf> =
            folder.ancestors().filter(is_named).take_while(|path| path.symlink_metadata().is_err()).map(Path::to_owned).collect();
        self.folders.extend(missing.into_iter().rev());
        make_private(folder)
    }

    /// Writes a file, readable by its owner only.
    ///
    /// # Errors
    /// As [`atomic::write`].
    pub fn file(&mut self, path: &Path, bytes: &[u8], target: Target) -> Result<(), NotReplaced> {
        let is_new = path.symlink_metadata().is_err();
        atomic::write(path, bytes, PRIVATE, target)?;
        if is_new {
            self.note(path.to_owned());
        }
        Ok(())
    }

    /// Notes a file that somebody else has just made.
    pub fn note(&mut self, path: PathBuf) {
        self.files.push(path);
    }

    /// All of it stays.
    pub fn keep(mut self) {
        self.files.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        // What cannot be removed is a file too many, nothing worse; a folder in which something lies stays.
        for file in &self.files {
            let _ = std::fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_kept_goes_with_its_folders_and_nothing_else_does() {
        let place = tempfile::tempdir().unwrap();
        let (old, new) = (place.path().join("old"), place.path().join("new/inner"));
        std::fs::create_dir(&old).unwrap();
        std::fs::write(old.join("a"), "before").unwrap();
        let make = || {
            let mut made = Made::default();
            for folder in [&old, &new] {
                made.folder(folder).unwrap();
                made.file(&folder.join("a"), b"now", Target::Replace).unwrap();
                made.file(&folder.join("b"), b"now", Target::New).unwrap();
            }
            made
        };
        drop(make());
        assert!(!place.path().join("new").exists() && !old.join("b").exists());
        assert_eq!(std::fs::read(old.join("a")).unwrap(), b"now");
        make().keep();
        assert!(new.join("b").exists() && old.join("b").exists());
        // A folder that cannot be made leaves nothing of those above it.
        let mut made = Made::default();
        std::fs::write(place.path().join("file"), "").unwrap();
        assert!(made.folder(&place.path().join("file/inner")).is_err());
        made.folder(&place.path().join("empty/inner")).unwrap();
        made.keep();
        assert!(!place.path().join("empty").exists() && place.path().join("file").exists());
    }
}
