//! What can go wrong with a draft on disk, as values with everything a message in any language needs.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

pub use super::codec::CodecError;
#[cfg(any(test, feature = "internals"))]
pub use super::codec::Shape;
use super::file::foreign::Foreign;
use crate::fs::lock::Held;
use crate::fs::{IoTrouble, atomic, is_link_loop};

/// What stands where a draft file was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), allow(dead_code, reason = "only Unix has them among its files"))]
pub enum Found {
    /// A folder.
    Folder,
    /// A named pipe.
    Pipe,
    /// A device, such as `/dev/zero`.
    Device,
    /// A socket.
    Socket,
    /// A link that leads nowhere or in a circle.
    BrokenLink,
    /// Something else that is no regular file.
    Other,
}

/// Why a draft cannot be opened. The file itself is never touched by a failed opening.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("{}: no such file", path.display())]
    NotFound {
        /// The file.
        path: PathBuf,
    },
    /// It is no regular file.
    #[error("{}: not a regular file ({found:?})", path.display())]
    NotAFile {
        /// The file.
        path: PathBuf,
        /// What it is.
        found: Found,
    },
    /// It is larger than any draft can be.
    #[error("{}: {size} bytes, more than {limit}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes, as far as it was read.
        size: u64,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// It holds more tables than any draft, which would take too much memory.
    #[error("{}: {found} tables, more than {limit}", path.display())]
    TooManyTables {
        /// The file.
        path: PathBuf,
        /// How many tables, roughly.
        found: usize,
        /// How many are read.
        limit: usize,
    },
    /// It is something else altogether.
    #[error("{}: not a draft ({what:?})", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is.
        what: Foreign,
    },
    /// It has no content at all: most likely another program was cut short while it wrote the file.
    #[error("{}: empty file", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// It is not text in UTF-8.
    #[error("{}: not UTF-8 at byte {offset} (line {line})", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// Bytes before the first one that does not fit.
        offset: usize,
        /// The line that byte stands in, from 1.
        line: usize,
    },
    /// Its content cannot be read as a draft.
    #[error("{}: {error}", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        error: CodecError,
    },
    /// Reading is not permitted.
    #[error("{}: permission denied", path.display())]
    Denied {
        /// The file.
        path: PathBuf,
    },
    /// Another process has it open for writing. It can still be opened for reading.
    #[error("{}: open elsewhere (process {:?})", path.display(), held.pid)]
    Held {
        /// The file.
        path: PathBuf,
        /// Who has it.
        held: Held,
    },
    /// The system failed in another way.
    #[error("{}: {trouble}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// How.
        trouble: IoTrouble,
    },
}

impl OpenError {
    /// The file it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::NotFound { path }
            | Self::NotAFile { path, .. }
            | Self::TooLarge { path, .. }
            | Self::TooManyTables { path, .. }
            | Self::Foreign { path, .. }
            | Self::Empty { path }
            | Self::NotUtf8 { path, .. }
            | Self::Content { path, .. }
            | Self::Denied { path }
            | Self::Held { path, .. }
            | Self::Io { path, .. } => path,
        }
    }

    /// The error for a failed system call on this file.
    pub(crate) fn from_io(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        let is_loop = is_link_loop(&error);
        match error.kind() {
            kind if (kind == io::ErrorKind::NotFound || is_loop) && path.is_symlink() => {
                Self::NotAFile { path, found: Found::BrokenLink }
            }
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::PermissionDenied => Self::Denied { path },
            _ => Self::Io { path, trouble: error.into() },
        }
    }
}

/// Why a draft is open for reading only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// It was opened so.
    Asked,
    /// The file is marked as not to be written, or belongs to somebody else.
    File,
    /// Nothing can be written into its folder.
    Folder(IoTrouble),
    /// Something that is no lock stands where its lock belongs.
    Lock(PathBuf),
}

/// What happened to the file since it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutsideChange {
    /// Its content is another.
    Modified,
    /// It is gone.
    Deleted,
    /// Something that is no regular file stands in its place.
    Replaced,
}

/// The step of a save that failed. The file on disk is still the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading the file, to compare it with what was loaded.
    Compare,
    /// Creating the temporary file in the draft's folder.
    Create,
    /// Writing it.
    Write,
    /// Having it put on the disk.
    Sync,
    /// Giving it the draft's name.
    Rename,
}

impl From<atomic::Step> for Step {
    fn from(step: atomic::Step) -> Self {
        match step {
            atomic::Step::Create => Self::Create,
            atomic::Step::Write => Self::Write,
            atomic::Step::Sync => Self::Sync,
            atomic::Step::Compare => Self::Compare,
            atomic::Step::Rename => Self::Rename,
        }
    }
}

/// Why a draft was not saved. Nothing typed is lost by it: the caller still has the draft, the disk the old file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SaveError {
    /// It is open for reading only.
    #[error("{}: open for reading only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: ReadOnly,
    },
    /// The file is not the one that was read. [`DraftFile::save_over`](super::DraftFile::save_over) writes all the same.
    #[error("{}: changed outside ({change:?})", path.display())]
    ChangedOutside {
        /// The file.
        path: PathBuf,
        /// What happened to it.
        change: OutsideChange,
    },
    /// A file of this name is there already.
    #[error("{}: exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Another process has the file open for writing.
    #[error("{}: open elsewhere (process {:?})", path.display(), held.pid)]
    Held {
        /// The file.
        path: PathBuf,
        /// Who has it.
        held: Held,
    },
    /// The text would not read back as the same draft: a fault of this program, caught before it reached the disk.
    #[error("{}: would not read back: {fields:?}", path.display())]
    NotFaithful {
        /// The file.
        path: PathBuf,
        /// Paths of the fields that would differ, e.g. `subject.name`.
        fields: Vec<String>,
    },
    /// The draft has become larger, or in a way more complicated, than what can be opened again.
    #[error("{}: {size} bytes, more than {limit}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Size of the text in bytes.
        size: u64,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// The system failed: disk full, no permission, input/output error …
    #[error("{}: {step:?}: {trouble}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// At which step.
        step: Step,
        /// How.
        trouble: IoTrouble,
    },
}

impl SaveError {
    /// The file it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::ReadOnly { path, .. }
            | Self::ChangedOutside { path, .. }
            | Self::Exists { path }
            | Self::Held { path, .. }
            | Self::NotFaithful { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Io { path, .. } => path,
        }
    }
}

/// Why something in the folder of drafts could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FolderError {
    /// The draft could not be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The draft could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The draft lies in another folder: only drafts of this folder are moved into its trash.
    #[error("{}: not in the folder of drafts", path.display())]
    Elsewhere {
        /// The file.
        path: PathBuf,
    },
    /// The folder, or something in it, could not be read or changed.
    #[error("{}: {trouble}", path.display())]
    Io {
        /// The folder or the file.
        path: PathBuf,
        /// How.
        trouble: IoTrouble,
    },
}

impl FolderError {
    pub(super) fn io(path: &Path, error: io::Error) -> Self {
        Self::Io { path: path.to_owned(), trouble: error.into() }
    }
}

/// Why a name on the command line leads to no draft.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ResolveError {
    /// No draft has this name or title.
    #[error("no draft {name:?}")]
    NotFound {
        /// What was asked for.
        name: String,
        /// Names that look like it, at most five.
        similar: Vec<String>,
    },
    /// Several have it.
    #[error("{name:?} may be any of {candidates:?}")]
    Ambiguous {
        /// What was asked for.
        name: String,
        /// Their files.
        candidates: Vec<PathBuf>,
    },
    /// The folder of drafts could not be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
}
