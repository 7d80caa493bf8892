//! Deleting that can be taken back: drafts move into a hidden folder, and out of it again. What lies there longer than
//! [`KEPT_FOR`] goes for good.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};

use super::super::error::{FolderError, OpenError};
use super::{ATTEMPTS, Folder};
use crate::filing::event::Moment;
use crate::fs::atomic::sync_folder;
use crate::fs::entries;
use crate::fs::lock::{self, Asked, Owner};
use crate::fs::make_private;
use crate::fs::path::folder_of;
use crate::fs::temporary::{self, Which};

/// The folder inside the folder of drafts.
const NAME: &str = ".trash";
/// How long deleted drafts are kept.
pub const KEPT_FOR: TimeDelta = TimeDelta::days(30);
/// When something was deleted, in UTC, in front of its name.
const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// A deleted draft, which can be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trash {
    /// Where the draft was.
    pub from: PathBuf,
    /// Where it is kept.
    pub kept: PathBuf,
    /// When it was deleted.
    pub at: Moment,
}

impl Folder {
    /// Deletes a draft of this folder: moves it into the trash, from where [`Folder::restore`] brings it back. A link is
    /// moved itself, not what it leads to.
    ///
    /// # Errors
    /// When the draft is not in this folder, another process has it open, or it cannot be moved.
    pub fn delete(&self, path: &Path, owner: &Owner, now: Moment) -> Result<Trash, FolderError> {
        let failed = |error| FolderError::io(path, error);
        let missing = |error| FolderError::Open(OpenError::from_io(path, error));
        let (Some(name), Ok(home)) = (path.file_name(), fs::canonicalize(&self.path)) else {
            return Err(FolderError::Elsewhere { path: path.to_owned() });
        };
        if fs::canonicalize(folder_of(path)).map_err(missing)? != home {
            return Err(FolderError::Elsewhere { path: path.to_owned() });
        }
        let metadata = path.symlink_metadata().map_err(missing)?;
        if metadata.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let lock = match lock::ask(&target, owner) {
            Asked::Ours(lock) => Some(lock),
            Asked::Held(held) => return Err(OpenError::Held { path: path.to_owned(), held }.into()),
            Asked::Unsupported | Asked::Unwritable(_) | Asked::Occupied(_) => None,
        };
        let bin = self.trash();
        make_private(&bin).map_err(|error| FolderError::io(&bin, error))?;
        let stamp = now.naive_utc().format(STAMP);
        let name = name.to_string_lossy();
        let kept = rename_free(path, |attempt| match attempt {
            1 => bin.join(format!("{stamp}-{name}")),
            attempt => bin.join(format!("{stamp}.{attempt}-{name}")),
        })
        .map_err(failed)?;
        if let Some(lock) = lock {
            temporary::sweep(&target, Which::All);
            drop(lock);
        }
        let _ = sync_folder(&bin).and_then(|()| sync_folder(&self.path));
        let _ = self.purge(now - KEPT_FOR);
        Ok(Trash { from: path.to_owned(), kept, at: now })
    }

    /// Brings a deleted draft back, under its old name or, where that is taken, one with a number; says which.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn restore(&self, trash: &Trash) -> Result<PathBuf, FolderError> {
        let stem = trash.from.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let back =
            rename_free(&trash.kept, |attempt| if attempt == 1 { trash.from.clone() } else { self.numbered(&stem, attempt) })
                .map_err(|error| FolderError::io(&trash.kept, error))?;
        let _ = sync_folder(&self.path);
        Ok(back)
    }

    /// Deletes for good what was deleted before `before`; how many.
    ///
    /// # Errors
    /// When the trash cannot be read, or something in it not be removed.
    pub fn purge(&self, before: Moment) -> Result<usize, FolderError> {
        let mut purged = 0;
        for trash in self.deleted()?.into_iter().filter(|trash| trash.at < before) {
            self.delete_for_good(&trash)?;
            purged += 1;
        }
        Ok(purged)
    }

    /// Removes a deleted draft from the disk.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn delete_for_good(&self, trash: &Trash) -> Result<(), FolderError> {
        fs::remove_file(&trash.kept).map_err(|error| FolderError::io(&trash.kept, error))
    }

    /// The deleted drafts that are still there, the last one first. Other files in the trash are somebody's own.
    ///
    /// # Errors
    /// When the trash cannot be read.
    pub fn deleted(&self) -> Result<Vec<Trash>, FolderError> {
        let bin = self.trash();
        let names = match entries::names(&bin) {
            Ok(names) => names,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(FolderError::io(&bin, error)),
        };
        let mut deleted: Vec<Trash> = names
            .iter()
            .filter_map(|name| {
                let (stamp, from) = name.to_str()?.split_once('-')?;
                // A number tells two of one second apart.
                let stamp = stamp.split_once('.').map_or(stamp, |(stamp, _)| stamp);
                let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc().fixed_offset();
                Some(Trash { from: self.path.join(from), kept: bin.join(name), at })
            })
            .collect();
        deleted.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.kept.cmp(&b.kept)));
        Ok(deleted)
    }

    /// Where deleted drafts are kept.
    #[must_use]
    pub fn trash(&self) -> PathBuf {
        self.path.join(NAME)
    }
}

/// Moves a file to the first of these names that is free.
fn rename_free(from: &Path, name: impl Fn(usize) -> PathBuf) -> io::Result<PathBuf> {
    for attempt in 1..=ATTEMPTS {
        let to = name(attempt);
        match rename_new(from, &to) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => return result.map(|()| to),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Renames without replacing: a hard link first, which fails where something is, then the old name goes. Where the file
/// system has no hard links, the name is looked up instead.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from).inspect_err(|_| {
            let _ = fs::remove_file(to);
        }),
        Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) => Err(error),
        Err(_) if to.symlink_metadata().is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}
