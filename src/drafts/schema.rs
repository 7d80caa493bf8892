//! The schema beside drafts, for those who want it there: a hidden file that the first line of new drafts names, so that editors
//! complete and check them offline. Nobody who has not put it there finds it in their folder.

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

/// Whether somebody has put the schema into this folder of drafts. A link or a folder of that name is their own.
#[must_use]
pub fn is_in(folder: &Path) -> bool {
    folder.join(NAME).symlink_metadata().is_ok_and(|found| found.is_file())
}

/// Renews the schema in a folder of drafts, where somebody has put it there. Only a convenience: a failure is no matter.
pub fn renew(folder: &Path, text: &str) {
    let path = folder.join(NAME);
    if !is_in(folder) || fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
        return;
    }
    let _ = atomic::write(&path, text.as_bytes(), PRIVATE, Target::Replace);
}
