//! Drafts that could not be saved in their place when the program had to end: where they were put is kept until it was said.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::fs::atomic::{self, Target};
use crate::fs::{PRIVATE, make_private};

/// The folder, among what is kept between sessions, for drafts that no other folder took.
pub const FOLDER: &str = "rescued";
/// The file in which they are listed, one path a line.
const NAME: &str = "rescued.txt";
/// The longest list that is read, in bytes.
const LIMIT: u64 = 64 * 1024;

/// Keeps in mind where a draft is. A disk that does not take even this has been complained about already.
pub fn note(state: &Path, path: &Path) {
    // A path that is no text, or breaks the line, cannot be written down; the message at the end of that session has it.
    let Some(path) = path.to_str().filter(|path| !path.contains(['\n', '\r'])) else { return };
    let mut text = read(&state.join(NAME)).unwrap_or_default();
    text.push_str(path);
    text.push('\n');
    if make_private(state).is_ok() {
        let _ = atomic::write(&state.join(NAME), text.as_bytes(), PRIVATE, Target::Replace);
    }
}

/// The drafts that were put aside in earlier sessions and are still there. They are told once.
#[must_use]
pub fn take(state: &Path) -> Vec<PathBuf> {
    let Ok(text) = read(&state.join(NAME)) else { return Vec::new() };
    let _ = fs::remove_file(state.join(NAME));
    text.lines().map(PathBuf::from).filter(|path| path.is_file()).collect()
}

fn read(path: &Path) -> io::Result<String> {
    let metadata = path.symlink_metadata()?;
    if !metadata.is_file() || metadata.len() > LIMIT {
        return Err(io::ErrorKind::InvalidData.into());
    }
    fs::read_to_string(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_aside_is_told_once_while_it_is_there() {
        let place = tempfile::tempdir().unwrap();
        let state = place.path().join("state");
        assert!(take(&state).is_empty() && !state.exists(), "looking makes nothing");
        let [one, two] = ["一.toml", "two.toml"].map(|name| place.path().join(name));
        [&one, &two].into_iter().for_each(|path| fs::write(path, "x").unwrap());
        note(&state, &one);
        note(&state, &two);
        note(&state, Path::new("/a\nb"));
        fs::remove_file(&one).unwrap();
        assert_eq!(take(&state), [two]);
        assert!(take(&state).is_empty());
        assert_eq!(fs::read_dir(&state).unwrap().count(), 0);
    }
}
