//! The complete examples, which come with the program.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::error::{FolderError, SaveError};
use super::folder::Folder;
use crate::fs::atomic::Target;
use crate::fs::lock::Owner;
use crate::fs::made::Made;

/// The drafts, by their file names.
const DRAFTS: [(&str, &str); 2] = [
    ("example-individual", include_str!("../../assets/example/individual.toml")),
    ("example-company", include_str!("../../assets/example/company.toml")),
];

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
/// Returns the drafts' paths.
///
/// # Errors
/// When something cannot be written.
pub fn write(folder: &Folder, owner: &Owner, today: NaiveDate) -> Result<Vec<PathBuf>, FolderError> {
    let scans = folder.path().join("scans");
    // Half of the examples would be none.
    let mut made = Made::default();
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
    }
    let mut paths = Vec::new();
    for (name, text) in DRAFTS {
        let text = text.replace(SIGNED, &today.to_string());
        let path = folder.create_text(&text, name, owner)?.path().to_owned();
        made.note(path.clone());
        paths.push(path);
    }
    made.keep();
    Ok(paths)
}
