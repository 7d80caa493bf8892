//! The language that was chosen in the wizard, kept between sessions: a tag in a file of its own, readable by the user alone.
//!
//! As with the folders used lately, nothing hangs on it: a file that says something else counts as none.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::{PRIVATE, make_private};
use crate::text::Lang;

/// The file's name in the program's state folder.
pub const NAME: &str = "language";

/// More bytes than a tag takes.
const MOST_BYTES: u64 = 64;

/// The language kept in the file at `path`.
#[must_use]
pub fn load(path: &Path) -> Option<Lang> {
    if !path.metadata().ok()?.is_file() {
        return None;
    }
    let mut text = String::new();
    File::open(path).ok()?.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    Lang::from_tag(text.trim())
}

/// Keeps a language in the file at `path`, which is made if it is not there.
///
/// # Errors
/// When the file or its folder cannot be written; what was there stays.
pub fn keep(path: &Path, lang: Lang) -> io::Result<()> {
    make_private(folder_of(path))?;
    atomic::write(path, format!("{}\n", lang.tag()).as_bytes(), PRIVATE, Target::Replace)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_last_is_kept_and_nothing_else_counts() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("state").join(NAME);
        assert_eq!(load(&path), None);
        for lang in [Lang::En, Lang::Zh] {
            keep(&path, lang).unwrap();
            assert_eq!(load(&path), Some(lang));
        }
        for other in ["fr", "", "\u{0}", "english please, and more than sixty-four bytes of it, which is no tag at all"] {
            std::fs::write(&path, other).unwrap();
            assert_eq!(load(&path), None, "{other}");
        }
        std::fs::write(&path, [0xff, 0xfe]).unwrap();
        assert_eq!(load(&path), None);
        assert_eq!(load(place.path()), None, "a folder is none");
    }
}
