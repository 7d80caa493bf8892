//! Failures of the operating system as values.

use std::io;

use thiserror::Error;

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
}

impl From<io::Error> for IoTrouble {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&io::Error> for IoTrouble {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), code: error.raw_os_error(), message: error.to_string() }
    }
}
