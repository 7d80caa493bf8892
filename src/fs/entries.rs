//! The names in a folder.
//!
//! The standard library panics where a folder that was read cannot be closed (`EIO` of a failing disk): none of our business, the names
//! are here by then.

use std::ffi::OsString;
use std::io;
use std::path::Path;

/// The names in a folder, in no order, without `.` and `..`.
///
/// # Errors
/// When it cannot be read.
#[cfg(unix)]
pub fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    use std::os::unix::ffi::OsStringExt;
    let mut names = Vec::new();
    for entry in rustix::fs::Dir::new(std::fs::File::open(folder)?)? {
        let name = entry?.file_name().to_bytes().to_vec();
        if name != b"." && name != b".." {
            names.push(OsString::from_vec(name));
        }
    }
    Ok(names)
}

/// The names in a folder, in no order.
///
/// # Errors
/// When it cannot be read.
#[cfg(not(unix))]
pub fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_are_there_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        assert!(names(folder.path()).unwrap().is_empty());
        for name in ["a", ".hidden", "虚构"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let mut found = names(folder.path()).unwrap();
        found.sort();
        assert_eq!(found, [".hidden", "a", "虚构"]);
        assert_eq!(names(&folder.path().join("none")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(names(&folder.path().join("a")).is_err());
    }
}
