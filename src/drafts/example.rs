//! The complete examples, which come with the program.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::error::{FolderError, SaveError};
use super::folder::Folder;
use crate::filing::event::Moment;
use crate::fs::atomic::Target;
use crate::fs::lock::Owner;
use crate::fs::made::Made;
use crate::fs::path::normalized;

/// The drafts, by their file names.
const DRAFTS: [(&str, &str); 2] = [
    ("example-individual", include_str!("../../assets/example/individual.toml")),
    ("example-company", include_str!("../../assets/example/company.toml")),
];

/// Whether a draft's file is called as an example is, the second of the same name too.
#[must_use]
pub fn is_called_so(stem: &str) -> bool {
    let follows = |rest: &str| rest.is_empty() || rest.starts_with('-');
    DRAFTS.iter().any(|(name, _)| stem.strip_prefix(name).is_some_and(follows))
}

macro_rules! scans {
    ($($name:literal)+) => {
        /// The scans they name, by their file names.
        const SCANS: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../../assets/example/scans/", $name))),)+];
    };
}

scans! {
    "business-licence.jpg" "company-commitment-letter.jpg" "individual-commitment-letter.jpg" "individual-id-back.jpg"
    "individual-id-front.jpg" "name-change.jpg" "owner-authorization.jpg" "owner-id-back.jpg" "owner-id-front.jpg"
    "prior-approval.jpg" "residence-permit.jpg" "responsible-authorization.jpg" "responsible-id-back.jpg"
    "responsible-id-front.jpg" "statement-rights.jpg" "statement-scope.jpg"
}

/// The day that stands on the letters of the examples. A letter ages within a month, so each example is signed on its own day.
const SIGNED: &str = "2026-11-20";

/// Writes both examples into the folder, as drafts of their own, with their scans in `scans`, the letters signed on this day.
/// Returns what was written.
///
/// # Errors
/// When something cannot be written.
pub fn write(folder: &Folder, owner: &Owner, today: NaiveDate) -> Result<Examples, FolderError> {
    let scans = folder.path().join("scans");
    // Half of the examples would be none.
    let mut made = Made::default();
    let mut written = Examples::default();
    made.folder(&scans).map_err(|error| FolderError::io(&scans, error))?;
    for (name, bytes) in SCANS {
        let path = scans.join(name);
        // Pressed twice, the scans are there already. Another file of that name is the person's own: it is not touched.
        if fs::read(&path).is_ok_and(|there| there == *bytes) {
            continue;
        }
        if path.symlink_metadata().is_ok() {
            return Err(SaveError::Exists { path }.into());
        }
        made.file(&path, bytes, Target::New).map_err(|not| FolderError::io(&path, not.error))?;
        written.scans.push((path, bytes));
    }
    for (name, text) in DRAFTS {
        let text = text.replace(SIGNED, &today.to_string());
        let path = folder.create_text(&text, name, owner)?.path().to_owned();
        made.note(path.clone());
        written.drafts.push((path, text));
    }
    made.keep();
    Ok(written)
}

/// How many scans the examples have.
pub const SCANS_COUNT: usize = SCANS.len();

/// What was written.
#[derive(Debug, Default)]
pub struct Examples {
    /// The drafts, and what they say.
    drafts: Vec<(PathBuf, String)>,
    /// Those of the scans that were not there before.
    scans: Vec<(PathBuf, &'static [u8])>,
}

impl Examples {
    /// The files of the drafts.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.drafts.iter().map(|(path, _)| path.as_path())
    }

    /// Takes the examples out of the folder again: the drafts go into the trash, and the scans that no draft names go. What was edited
    /// since stays; whether anything does.
    ///
    /// # Errors
    /// When a draft cannot be put aside.
    pub fn take_away(&self, folder: &Folder, owner: &Owner, now: Moment) -> Result<bool, FolderError> {
        let mut stays = false;
        for (path, text) in &self.drafts {
            match fs::read(path) {
                Ok(there) if there == text.as_bytes() => drop(folder.delete(path, owner, now)?),
                Ok(_) => stays = true,
                // It was put aside before.
                Err(_) => {}
            }
        }
        let listed = folder.list()?.entries;
        let named: HashSet<PathBuf> = listed
            .iter()
            .filter_map(|entry| entry.summary.as_ref().ok())
            .flat_map(|summary| summary.draft.files())
            .map(|(_, _, written)| normalized(&folder.path().join(written)))
            .collect();
        let unread = listed.iter().any(|entry| entry.summary.is_err());
        for (path, bytes) in &self.scans {
            let is_ours = || fs::read(path).is_ok_and(|there| there == *bytes);
            if !unread && !named.contains(&normalized(path)) && is_ours() {
                // A picture too many harms nobody.
                let _ = fs::remove_file(path);
            }
        }
        // Only where nothing lies in it.
        let _ = fs::remove_dir(folder.path().join("scans"));
        Ok(stays)
    }
}
