//! Paths compared and simplified.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

/// The folder a file lies in; `.` for a bare name.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// The path without `.` and, where it can be told from the text alone, without `..`.
#[must_use]
pub fn normalized(path: &Path) -> PathBuf {
    let mut normalized = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(normalized.components().next_back(), Some(Component::Normal(_))) => {
                normalized.pop();
            }
            part => normalized.push(part),
        }
    }
    normalized
}

/// Whether both paths lead to the same file, which writing one of them would destroy.
#[must_use]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let same_path = || fs::canonicalize(one).ok().zip(fs::canonicalize(other).ok()).is_some_and(|(one, other)| one == other);
    let same_inode = || identity(one).zip(identity(other)).is_some_and(|(one, other)| one == other);
    same_inode() || same_path()
}

/// What tells a file from one that takes its place: which it is, its size, when it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen((u64, u64), u64, Option<SystemTime>);

impl Seen {
    /// The file as it is now; `None` where there is none.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        Some(Self(identity(path).unwrap_or_default(), metadata.len(), metadata.modified().ok()))
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_took_the_place_of_another_is_told_from_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a"), folder.path().join("b"));
        assert_eq!(Seen::of(&path), None);
        fs::write(&path, b"1").unwrap();
        let seen = Seen::of(&path);
        assert!(seen.is_some() && seen == Seen::of(&path));
        fs::write(&other, b"2").unwrap();
        fs::rename(&other, &path).unwrap();
        assert_ne!(seen, Seen::of(&path));
    }

    #[test]
    fn dots_in_paths_are_resolved_by_name_where_that_is_safe() {
        for (path, expected) in [("/a/./b/../c", "/a/c"), ("/a/b/..", "/a"), ("../a", "../a"), ("/../a", "/../a")] {
            assert_eq!(normalized(Path::new(path)), Path::new(expected), "{path}");
        }
    }
}
