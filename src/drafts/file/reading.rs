//! Reading a draft file without being hurt by it: regular files of sane size only, never waiting, never guessing.

use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::super::codec::{self, Document, Glance};
use super::super::error::{Found, OpenError};
use super::foreign;
use crate::fs::{IoTrouble, PRIVATE, atomic};

/// The largest file that is read as a draft, in bytes: over a hundred times a full one.
pub const LIMIT: u64 = 1024 * 1024;
/// Tables a draft may hold, counted as braces and lines that start with a bracket. A megabyte of nothing but tables would
/// take hundreds of megabytes of memory.
const TABLES: usize = 20_000;

/// What a file was like when it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprint {
    size: u64,
    modified: Option<SystemTime>,
    inode: u64,
    digest: [u8; 32],
}

impl Fingerprint {
    /// Of a file with this content.
    pub fn of(metadata: &Metadata, bytes: &[u8]) -> Self {
        Self {
            size: bytes.len() as u64,
            modified: metadata.modified().ok(),
            inode: inode(metadata),
            digest: Sha256::digest(bytes).into(),
        }
    }

    /// Whether the content is the same. Times and inodes are no evidence: clocks jump, network file systems are coarse, and
    /// other programs replace files without changing them.
    pub fn same_content(&self, other: &Self) -> bool {
        self.size == other.size && self.digest == other.digest
    }
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}

/// Reads a draft without opening it for anything else, for lists and checks: document, and when it was changed.
///
/// # Errors
/// When it cannot be read as a draft.
pub fn read_draft(path: &Path) -> Result<(Document, Option<SystemTime>), OpenError> {
    let (document, seen, _) = read_document(path)?;
    Ok((document, seen.modified))
}

/// What a draft says, read without what is needed to edit it, for lists; and when it was changed.
///
/// # Errors
/// When it cannot be read as a draft.
pub fn glance_at(path: &Path) -> Result<(Glance, Option<SystemTime>), OpenError> {
    let read = read_raw(path);
    let text = text_of(path, read.as_ref().map(|(bytes, _)| bytes.as_slice()))?;
    let said = match codec::glance(text) {
        Some(said) => said,
        None => document_of(path, text)?.into(),
    };
    Ok((said, read.ok().and_then(|(_, metadata)| metadata.modified().ok())))
}

/// The document, what the file was like, and the mode to keep.
pub fn read_document(path: &Path) -> Result<(Document, Fingerprint, u32), OpenError> {
    let read = read_raw(path);
    let text = text_of(path, read.as_ref().map(|(bytes, _)| bytes.as_slice()))?;
    let document = document_of(path, text)?;
    let (bytes, metadata) = read?;
    Ok((document, Fingerprint::of(&metadata, &bytes), mode_to_keep(&metadata)))
}

fn document_of(path: &Path, text: &str) -> Result<Document, OpenError> {
    codec::parse(text).map_err(|error| OpenError::Content { path: path.to_owned(), error })
}

/// The text of what was read, where it may be a draft's.
fn text_of<'a>(path: &Path, read: Result<&'a [u8], &OpenError>) -> Result<&'a str, OpenError> {
    let what = match &read {
        Ok(bytes) => foreign::of(bytes.get(..foreign::START).unwrap_or(bytes)),
        // Packages are larger than any draft.
        Err(OpenError::TooLarge { .. }) => foreign::of(&start_of(path)),
        Err(_) => None,
    };
    if let Some(what) = what {
        return Err(OpenError::Foreign { path: path.to_owned(), what });
    }
    let bytes = read.map_err(OpenError::clone)?;
    if bytes.is_empty() {
        return Err(OpenError::Empty { path: path.to_owned() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let line = bytes.iter().take(offset).filter(|byte| **byte == b'\n').count() + 1;
        OpenError::NotUtf8 { path: path.to_owned(), offset, line }
    })?;
    let found = tables(text);
    if found > TABLES {
        return Err(OpenError::TooManyTables { path: path.to_owned(), found, limit: TABLES });
    }
    Ok(text)
}

/// How a file begins; nothing where it cannot be read.
fn start_of(path: &Path) -> Vec<u8> {
    let mut start = Vec::new();
    let _ = open(path).and_then(|file| file.take(foreign::START as u64).read_to_end(&mut start));
    start
}

/// Whether a text is small enough to be opened again.
pub fn is_small_enough(text: &str) -> bool {
    text.len() as u64 <= LIMIT && tables(text) <= TABLES
}

fn tables(text: &str) -> usize {
    // A table takes a byte at least: only a long text can hold too many.
    if text.len() <= TABLES {
        return 0;
    }
    text.matches('{').count() + text.lines().filter(|line| line.trim_start().starts_with('[')).count()
}

/// The content of a file, what it was like, and the mode to keep.
pub fn read_bytes(path: &Path) -> Result<(Vec<u8>, Fingerprint, u32), OpenError> {
    let (bytes, metadata) = read_raw(path)?;
    let seen = Fingerprint::of(&metadata, &bytes);
    Ok((bytes, seen, mode_to_keep(&metadata)))
}

fn read_raw(path: &Path) -> Result<(Vec<u8>, Metadata), OpenError> {
    let failed = |error| OpenError::from_io(path, error);
    check_kind(path)?;
    let file = open(path).map_err(failed)?;
    // Asked again of what was really opened: the name may lead elsewhere by now.
    let metadata = file.metadata().map_err(failed)?;
    check(path, &metadata)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(LIMIT)).unwrap_or_default());
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    let size = bytes.len() as u64;
    if size > LIMIT {
        return Err(OpenError::TooLarge { path: path.to_owned(), size, limit: LIMIT });
    }
    Ok((bytes, metadata))
}

/// Whether it is a regular file of a size that can be a draft's.
pub fn check_kind(path: &Path) -> Result<(), OpenError> {
    check(path, &fs::metadata(path).map_err(|error| OpenError::from_io(path, error))?)
}

fn check(path: &Path, metadata: &Metadata) -> Result<(), OpenError> {
    let path = path.to_owned();
    if !metadata.is_file() {
        return Err(OpenError::NotAFile { path, found: found(metadata.file_type()) });
    }
    if metadata.len() > LIMIT {
        return Err(OpenError::TooLarge { path, size: metadata.len(), limit: LIMIT });
    }
    Ok(())
}

#[cfg(unix)]
fn found(kind: FileType) -> Found {
    use std::os::unix::fs::FileTypeExt;
    match () {
        () if kind.is_dir() => Found::Folder,
        () if kind.is_fifo() => Found::Pipe,
        () if kind.is_block_device() || kind.is_char_device() => Found::Device,
        () if kind.is_socket() => Found::Socket,
        () => Found::Other,
    }
}

#[cfg(not(unix))]
fn found(kind: FileType) -> Found {
    if kind.is_dir() { Found::Folder } else { Found::Other }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
    options.open(path)
}

/// 0600, or narrower where the person made it so.
#[cfg(unix)]
fn mode_to_keep(metadata: &Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    match metadata.permissions().mode() & PRIVATE {
        0 => PRIVATE,
        mode => mode,
    }
}

#[cfg(not(unix))]
fn mode_to_keep(_: &Metadata) -> u32 {
    PRIVATE
}

/// Whether the file is not to be written: marked so, or somebody else's. Replacing it by renaming would get around that.
pub fn is_marked_read_only(path: &Path) -> bool {
    let marked = fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly());
    let refused = || {
        OpenOptions::new()
            .write(true)
            .open(path)
            .is_err_and(|error| matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem))
    };
    marked || refused()
}

/// Why nothing can be created beside the file, if nothing can: better known on opening than on the first save.
pub fn folder_trouble(path: &Path) -> Option<IoTrouble> {
    let error = atomic::probe(path).err()?;
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem).then(|| error.into())
}
