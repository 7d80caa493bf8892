//! Files outside a draft's folder of which its user has said that they are meant: kept between sessions in one JSON file, readable by
//! the user alone.
//!
//! A file that is damaged, or of a newer layout, counts as none: one is asked again.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::{PRIVATE, make_private};

/// The file's name in the program's state folder.
pub const NAME: &str = "outside-files.json";

/// Drafts that are kept.
const MOST: usize = 500;
/// Files that are kept of one draft.
const MOST_FILES: usize = 200;
/// The layout of the file.
const FORMAT: u64 = 1;
/// More bytes than such a file ever has.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// A draft, and the files outside its folder that are meant.
type Entry = (PathBuf, BTreeSet<PathBuf>);

/// The files that may be read for this draft, by what is kept in the file at `path`.
#[must_use]
pub fn of(path: &Path, draft: &Path) -> BTreeSet<PathBuf> {
    load(path).into_iter().find(|(known, _)| known == draft).map(|(_, files)| files).unwrap_or_default()
}

/// Keeps in mind that these files are meant by this draft. All paths are absolute and have their links followed.
///
/// # Errors
/// When the file or its folder cannot be written; what was there stays.
pub fn keep(path: &Path, draft: &Path, files: &[PathBuf]) -> io::Result<()> {
    let mut entries = load(path);
    let place = entries.iter().position(|(known, _)| known == draft);
    let mut own = place.map(|place| entries.remove(place).1).unwrap_or_default();
    let before = own.len();
    // What is no Unicode cannot stand in a draft either.
    own.extend(files.iter().filter(|file| file.to_str().is_some()).cloned());
    if place.is_some() && own.len() == before || own.is_empty() || own.len() > MOST_FILES || draft.to_str().is_none() {
        return Ok(());
    }
    entries.insert(0, (draft.to_owned(), own));
    entries.truncate(MOST);
    write(path, &entries)
}

/// What is meant by a draft at one path is meant by it at another, too: by its copy, or under its new name. `state` is the folder that
/// the list is kept in. Where that fails the next session asks once more.
pub fn carry_over(state: &Path, from: &Path, to: &Path) {
    let list = state.join(NAME);
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let files: Vec<PathBuf> = of(&list, &real(from)).into_iter().collect();
    let _ = keep(&list, &real(to), &files);
}

/// Keeps of a draft no longer what it may read. `state` is the folder that the list is kept in.
pub fn forget(state: &Path, draft: &Path) {
    let list = state.join(NAME);
    let draft = fs::canonicalize(draft).unwrap_or_else(|_| draft.to_owned());
    let mut entries = load(&list);
    let before = entries.len();
    entries.retain(|(known, _)| *known != draft);
    if entries.len() < before {
        let _ = write(&list, &entries);
    }
}

fn write(path: &Path, entries: &[Entry]) -> io::Result<()> {
    let drafts: Vec<Json> = entries.iter().map(|(draft, files)| json!({ "draft": draft, "files": files })).collect();
    make_private(folder_of(path))?;
    let text = json!({ "format": FORMAT, "drafts": drafts }).to_string();
    atomic::write(path, text.as_bytes(), PRIVATE, Target::Replace)?;
    Ok(())
}

fn load(path: &Path) -> Vec<Entry> {
    read(path).unwrap_or_default()
}

fn read(path: &Path) -> Option<Vec<Entry>> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    let json: Json = serde_json::from_slice(&bytes).ok()?;
    if json.get("format")?.as_u64()? != FORMAT {
        return None;
    }
    let entry = |entry: &Json| {
        let files = entry.get("files")?.as_array()?.iter().filter_map(Json::as_str).map(PathBuf::from);
        Some((PathBuf::from(entry.get("draft")?.as_str()?), files.collect()))
    };
    Some(json.get("drafts")?.as_array()?.iter().filter_map(entry).collect())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_one_draft_may_read_another_may_not() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("state").join(NAME);
        let (ours, theirs) = (Path::new("/d/ours.toml"), Path::new("/d/theirs.toml"));
        assert!(of(&path, ours).is_empty());
        for files in [&["/scans/a.jpg", "/scans/乙.jpg"][..], &["/scans/a.jpg"], &["/c.jpg"]] {
            keep(&path, ours, &files.iter().map(PathBuf::from).collect::<Vec<_>>()).unwrap();
        }
        assert_eq!(of(&path, ours).len(), 3);
        assert!(of(&path, theirs).is_empty());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&path, "{ not JSON").unwrap();
        assert!(of(&path, ours).is_empty(), "a damaged file admits nothing");
    }
}
