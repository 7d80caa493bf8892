//! Folders that scans were taken from, kept between sessions: one small JSON file, readable by the user alone.
//!
//! It helps and nothing hangs on it: a file that is damaged, or of a newer layout, counts as none.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::{PRIVATE, make_private};

/// The file's name in the program's state folder.
pub const NAME: &str = "recent-folders.json";

/// Folders that are kept.
const MOST: usize = 12;
/// The layout of the file.
const FORMAT: u64 = 1;
/// More bytes than so many paths take, however they are escaped.
const MOST_BYTES: u64 = 512 * 1024;

/// The folder goes to the front of the list; the list stays short.
pub fn remember(folders: &mut Vec<PathBuf>, folder: &Path) {
    folders.retain(|other| other != folder);
    folders.insert(0, folder.to_owned());
    folders.truncate(MOST);
}

/// The folders kept in the file at `path`, the last one first, whether they are still there or not.
#[must_use]
pub fn load(path: &Path) -> Vec<PathBuf> {
    read(path).unwrap_or_default()
}

fn read(path: &Path) -> Option<Vec<PathBuf>> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MOST_BYTES + 1).read_to_end(&mut bytes).ok()?;
    if bytes.len() as u64 > MOST_BYTES {
        return None;
    }
    let json: Json = serde_json::from_slice(&bytes).ok()?;
    if json.get("format")?.as_u64()? != FORMAT {
        return None;
    }
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in json.get("folders")?.as_array()?.iter().filter_map(Json::as_str).map(PathBuf::from) {
        if folder.is_absolute() && !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders.truncate(MOST);
    Some(folders)
}

/// Puts the folder first among those kept in the file at `path`, which is made if it is not there. Another program may have
/// written it meanwhile, so it is read anew.
///
/// # Errors
/// When the file or its folder cannot be written; what was there stays.
pub fn keep(path: &Path, folder: &Path) -> io::Result<()> {
    // A path that is no Unicode cannot stand in a draft either, so no file was taken from there.
    if !folder.is_absolute() || folder.to_str().is_none() {
        return Ok(());
    }
    let mut folders = load(path);
    if folders.first().is_some_and(|first| first == folder) {
        return Ok(());
    }
    remember(&mut folders, folder);
    make_private(folder_of(path))?;
    let text = json!({ "format": FORMAT, "folders": folders }).to_string();
    atomic::write(path, text.as_bytes(), PRIVATE, Target::Replace)?;
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_last_folder_comes_first_and_none_twice() {
        let mut folders = Vec::new();
        for n in 0..20 {
            remember(&mut folders, Path::new(&format!("/{n}")));
        }
        remember(&mut folders, Path::new("/15"));
        assert_eq!((folders.len(), folders[0].as_path(), folders[1].as_path()), (12, Path::new("/15"), Path::new("/19")));
        assert_eq!(folders.iter().filter(|folder| folder.as_path() == Path::new("/15")).count(), 1);
    }

    #[test]
    fn folders_are_kept_newest_first_in_a_file_for_the_user_alone() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("state/beian").join(NAME);
        assert!(load(&path).is_empty());
        for folder in ["/a", "/扫描 件", "/a", "relative"] {
            keep(&path, Path::new(folder)).unwrap();
        }
        assert_eq!(load(&path), [Path::new("/a"), Path::new("/扫描 件")]);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no temporary is left");
        for n in 0..30 {
            keep(&path, Path::new(&format!("/{n}"))).unwrap();
        }
        assert_eq!((load(&path).len(), load(&path)[0].as_path()), (MOST, Path::new("/29")));
    }

    #[test]
    fn a_damaged_file_counts_as_none_and_is_written_anew() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join(NAME);
        let large = format!(r#"{{"format":1,"folders":["/{}"]}}"#, "x".repeat(600_000));
        for (text, expected) in [
            ("", 0),
            ("{", 0),
            ("[]", 0),
            (r#"{"format":2,"folders":["/a"]}"#, 0),
            (r#"{"folders":["/a"]}"#, 0),
            (r#"{"format":1,"folders":"/a"}"#, 0),
            (&large, 0),
            (r#"{"format":1,"folders":["/a","relative",7,"/a","/b"]}"#, 2),
        ] {
            fs::write(&path, text).unwrap();
            assert_eq!(load(&path).len(), expected, "{text:.60}");
            keep(&path, Path::new("/new")).unwrap();
            assert_eq!((load(&path).len(), load(&path)[0].as_path()), (expected + 1, Path::new("/new")), "{text:.60}");
        }
        fs::write(&path, [0xff, 0xfe]).unwrap();
        assert!(load(&path).is_empty());
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(load(&path).is_empty() && keep(&path, Path::new("/a")).is_err());
    }
}
