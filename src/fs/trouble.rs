//! Failures of the operating system as values.

use std::fs;
use std::io;
use std::path::Path;

use thiserror::Error;

use crate::scan::NotRegular;

/// A failure of the operating system, kept so that it can be compared, cloned and sent between threads.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct IoTrouble {
    /// What kind of failure: [`io::ErrorKind::StorageFull`], [`io::ErrorKind::PermissionDenied`] …
    pub kind: io::ErrorKind,
    /// The system's number for it, when it gave one.
    pub code: Option<i32>,
    /// The system's words, in the system's language.
    pub message: String,
    /// What stands there in the place of a file, where that is the trouble.
    pub odd: Option<Odd>,
}

/// What stands where a file was expected, besides a folder, of which the system tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// A pipe, a socket or a device.
    NoRegularFile,
    /// A link that leads to nothing.
    BrokenLink,
}

/// A link that leads to nothing, as an error of the system.
#[derive(Debug, Error)]
#[error("a broken link")]
struct BrokenLink;

/// Sees that a regular file is at `path`, links followed. What is no file is not opened: a pipe would wait for somebody who writes.
///
/// # Errors
/// What is there instead, or [`io::ErrorKind::NotFound`].
pub fn expect_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => Err(io::Error::new(io::ErrorKind::InvalidInput, NotRegular)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
            Err(io::Error::new(io::ErrorKind::NotFound, BrokenLink))
        }
        Err(error) => Err(error),
    }
}

/// Whether links led in a circle: the standard library has no stable name for this kind yet.
#[cfg(unix)]
#[must_use]
pub fn is_link_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::ELOOP)
}

/// Elsewhere the system does not tell.
#[cfg(not(unix))]
#[must_use]
pub fn is_link_loop(_: &io::Error) -> bool {
    false
}

impl From<io::Error> for IoTrouble {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&io::Error> for IoTrouble {
    fn from(error: &io::Error) -> Self {
        let odd = error.get_ref().and_then(|inner| match () {
            () if inner.is::<NotRegular>() => Some(Odd::NoRegularFile),
            () if inner.is::<BrokenLink>() => Some(Odd::BrokenLink),
            () => None,
        });
        Self { kind: error.kind(), code: error.raw_os_error(), message: error.to_string(), odd }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_is_called_what_it_is() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        fs::write(at("file"), "").unwrap();
        let socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        for (name, target) in [("to-file", "file"), ("to-nothing", "none"), ("to-socket", "socket")] {
            std::os::unix::fs::symlink(at(target), at(name)).unwrap();
        }
        assert!(expect_file(&at("file")).is_ok() && expect_file(&at("to-file")).is_ok());
        for (path, kind, odd) in [
            (place.path().to_owned(), io::ErrorKind::IsADirectory, None),
            (at("none"), io::ErrorKind::NotFound, None),
            (at("to-nothing"), io::ErrorKind::NotFound, Some(Odd::BrokenLink)),
            (at("socket"), io::ErrorKind::InvalidInput, Some(Odd::NoRegularFile)),
            (at("to-socket"), io::ErrorKind::InvalidInput, Some(Odd::NoRegularFile)),
            ("/dev/null".into(), io::ErrorKind::InvalidInput, Some(Odd::NoRegularFile)),
        ] {
            let trouble = IoTrouble::from(expect_file(&path).unwrap_err());
            assert_eq!((trouble.kind, trouble.odd), (kind, odd), "{path:?}");
        }
        drop(socket);
    }
}
