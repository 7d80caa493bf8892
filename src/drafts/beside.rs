//! What is known of a draft beside its file, by the file's path: the files it may read, the package that was made of it, texts not
//! finished; and the folder of its letters. Under another name a draft takes all of it along, and a new draft where another lay gets none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{admitted, exported, unfinished};
use crate::fs::path::folder_of;

/// Takes what is kept in the folder `state` of the draft at one path along to another. Where that fails the next session asks once more.
pub fn take_along(state: &Path, from: &Path, to: &Path) {
    admitted::carry_over(state, from, to);
    exported::carry_over(state, from, to);
    let _ = unfinished::keep(state, to, &unfinished::of(state, from));
    forget(state, from);
}

/// Forgets what is kept in the folder `state` of the draft at this path. Where that fails a new draft there is told of the old one's.
pub fn forget(state: &Path, draft: &Path) {
    admitted::forget(state, draft);
    exported::forget(state, draft);
    let _ = unfinished::keep(state, draft, &unfinished::Unfinished::default());
}

/// The folder of a draft's letters: beside it, with its name.
#[must_use]
pub fn letters(draft: &Path) -> PathBuf {
    let name = draft.file_stem().unwrap_or_default().to_string_lossy();
    folder_of(draft).join(format!("{name}-letters"))
}

/// Gives the folder of letters the draft's new name, unless that is taken or anything else than letters lies there: this draft or another one
/// may name it.
pub fn take_letters_along(from: &Path, to: &Path) {
    let (old, new) = (letters(from), letters(to));
    let is_folder = old.symlink_metadata().is_ok_and(|found| found.is_dir());
    if is_folder && !new.exists() && holds_letters_alone(&old) {
        // They are made again at any time.
        let _ = fs::rename(old, new);
    }
}

/// Whether a folder has pages in it and nothing else. No scan is a page.
fn holds_letters_alone(folder: &Path) -> bool {
    let is_page = |entry: io::Result<fs::DirEntry>| {
        entry.is_ok_and(|entry| {
            entry.file_type().is_ok_and(|kind| kind.is_file()) && entry.path().extension().is_some_and(|end| end == "html")
        })
    };
    fs::read_dir(folder).is_ok_and(|mut entries| entries.all(is_page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_along_unless_something_else_lies_with_them() {
        for (beside, is_taken, goes_along) in [("", false, true), ("signed.jpg", false, false), ("", true, false)] {
            let place = tempfile::tempdir().unwrap();
            let (from, to) = (place.path().join("a.toml"), place.path().join("b.toml"));
            fs::create_dir(letters(&from)).unwrap();
            fs::write(letters(&from).join("letter.html"), "").unwrap();
            if is_taken {
                fs::create_dir(letters(&to)).unwrap();
            }
            if !beside.is_empty() {
                fs::write(letters(&from).join(beside), "").unwrap();
            }
            take_letters_along(&from, &to);
            assert_eq!(letters(&to).join("letter.html").exists(), goes_along, "{beside} {is_taken}");
            assert_eq!(letters(&from).exists(), !goes_along);
        }
    }
}
