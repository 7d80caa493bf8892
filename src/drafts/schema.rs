//! The schema beside drafts: a hidden file that their first line names, so that editors complete and check them offline.

mod json;

use std::fs;
use std::path::Path;

pub use json::{schema, text};

use crate::fs::PRIVATE;
use crate::fs::atomic::{self, Target};

/// The schema's file in a folder of drafts.
pub const NAME: &str = ".beian.schema.json";

/// The first line of a new draft, as taplo and the editors that build on it understand it.
pub(super) fn directive() -> String {
    format!("#:schema ./{NAME}\n")
}

/// Puts the schema into a folder of drafts, unless the same one is there. Only a convenience: a folder that does not take it
/// keeps its drafts all the same, so a failure is no matter.
pub fn put(folder: &Path, text: &str) {
    let path = folder.join(NAME);
    if fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
        return;
    }
    // A link or a folder of that name is somebody's own.
    if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
        return;
    }
    let _ = atomic::write(&path, text.as_bytes(), PRIVATE, Target::Replace);
}
