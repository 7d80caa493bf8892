//! Texts that were being typed in a dialog when it was closed or the program had to end, kept until the dialog is answered: why a value
//! is stood by, what a reviewer said, a filing number. They belong to no field yet, so they cannot stand in the draft.
//!
//! It helps and nothing hangs on it: a file that is damaged, or of a newer layout, counts as none.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::fs::atomic::{self, Target};
use crate::fs::{PRIVATE, make_private};

/// The texts of one draft, by the question that each answers.
pub type Unfinished = BTreeMap<String, String>;

/// The file's name in the program's state folder.
const NAME: &str = "unfinished.json";
/// The layout of the file.
const FORMAT: u64 = 1;
/// The longest file that is read, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// What the file holds.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    format: u64,
    /// The texts by the path of their draft.
    drafts: BTreeMap<String, Unfinished>,
}

/// The texts kept for the draft at `path`; none where nothing is kept.
#[must_use]
pub fn of(state: &Path, path: &Path) -> Unfinished {
    let name = path.to_str().unwrap_or_default();
    read(&state.join(NAME)).and_then(|mut drafts| drafts.remove(name)).unwrap_or_default()
}

/// Keeps these texts for the draft at `path`, in the place of those kept before. Texts of drafts that are gone are let go.
///
/// # Errors
/// When the file or its folder cannot be written; what was there stays.
pub fn keep(state: &Path, path: &Path, texts: &Unfinished) -> io::Result<()> {
    let file = state.join(NAME);
    // A path that is no text cannot be written down.
    let Some(name) = path.to_str() else { return Ok(()) };
    let before = read(&file).unwrap_or_default();
    let mut drafts = before.clone();
    drafts.retain(|draft, _| draft != name && Path::new(draft).is_file());
    if !texts.is_empty() {
        drafts.insert(name.to_owned(), texts.clone());
    }
    if drafts == before {
        return Ok(());
    }
    if drafts.is_empty() {
        return fs::remove_file(&file);
    }
    make_private(state)?;
    let text = serde_json::to_string(&Kept { format: FORMAT, drafts })?;
    atomic::write(&file, text.as_bytes(), PRIVATE, Target::Replace)?;
    Ok(())
}

fn read(path: &Path) -> Option<BTreeMap<String, Unfinished>> {
    let metadata = path.symlink_metadata().ok()?;
    if !metadata.is_file() || metadata.len() > LIMIT {
        return None;
    }
    let kept: Kept = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    (kept.format == FORMAT).then_some(kept.drafts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pairs: &[(&str, &str)]) -> Unfinished {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn texts_are_kept_by_draft_until_they_are_answered_or_the_draft_is_gone() {
        let place = tempfile::tempdir().unwrap();
        let state = place.path().join("state");
        let [one, two] = ["一.toml", "two.toml"].map(|name| place.path().join(name));
        [&one, &two].into_iter().for_each(|path| fs::write(path, "x").unwrap());
        assert!(of(&state, &one).is_empty());
        keep(&state, &one, &texts(&[])).unwrap();
        assert!(!state.exists(), "nothing to keep makes nothing");

        let said = texts(&[("confirm a", "客户确认过"), ("event b", "证件模糊")]);
        keep(&state, &one, &said).unwrap();
        keep(&state, &two, &texts(&[("c", "x")])).unwrap();
        assert_eq!((of(&state, &one), of(&state, &two)), (said, texts(&[("c", "x")])));
        keep(&state, &one, &texts(&[("event b", "y")])).unwrap();
        assert_eq!(of(&state, &one), texts(&[("event b", "y")]));

        fs::remove_file(&two).unwrap();
        keep(&state, &one, &texts(&[])).unwrap();
        assert!(of(&state, &one).is_empty() && of(&state, &two).is_empty());
        assert_eq!(fs::read_dir(&state).unwrap().count(), 0, "an empty list is no file");
    }

    #[cfg(unix)]
    #[test]
    fn they_are_for_the_user_alone() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let (state, draft) = (place.path().join("state"), place.path().join("a.toml"));
        fs::write(&draft, "x").unwrap();
        keep(&state, &draft, &texts(&[("a", "b")])).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&state.join(NAME)), mode(&state)), (0o600, 0o700));
    }

    #[test]
    fn a_damaged_file_counts_as_none_and_is_written_anew() {
        let place = tempfile::tempdir().unwrap();
        let draft = place.path().join("a.toml");
        fs::write(&draft, "x").unwrap();
        let name = serde_json::to_string(draft.to_str().unwrap()).unwrap();
        let large = format!(r#"{{"format":1,"drafts":{{{name}:{{"a":"{}"}}}}}}"#, "x".repeat(1 << 20));
        let newer = format!(r#"{{"format":2,"drafts":{{{name}:{{"a":"b"}}}}}}"#);
        let right = format!(r#"{{"format":1,"drafts":{{{name}:{{"a":"b"}}}}}}"#);
        for (text, expected) in [("", 0), ("{", 0), ("[]", 0), (&*newer, 0), (&*large, 0), (&*right, 1)] {
            fs::write(place.path().join(NAME), text).unwrap();
            assert_eq!(of(place.path(), &draft).len(), expected, "{text:.40}");
            keep(place.path(), &draft, &texts(&[("a", "new")])).unwrap();
            assert_eq!(of(place.path(), &draft), texts(&[("a", "new")]), "{text:.40}");
        }
    }
}
