//! A package read again: every file in it is the one that its manifest lists, in bounded memory.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use thiserror::Error;
use zip::ZipArchive;
use zip::result::ZipError;

use super::encryption::{self, Closed, Key};
use super::manifest;
use crate::fs::{IoTrouble, expect_file};

/// Files of a package at most.
const ENTRIES: usize = 1000;
/// Bytes of one file, unpacked: the platform takes videos of 20 MB at most.
const FILE_LIMIT: u64 = 64 * 1024 * 1024;
/// Bytes of all files, unpacked.
const TOTAL_LIMIT: u64 = 512 * 1024 * 1024;
/// Bytes of a manifest, and of a text that is read whole.
const TEXT_LIMIT: u64 = 4 * 1024 * 1024;

/// Why a package cannot be used.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The system did not give the file.
    #[error("cannot read the file: {0}")]
    Io(IoTrouble),
    /// It is no zip, or there is no manifest that can be read in it.
    #[error("no package: {0}")]
    NotAPackage(String),
    /// A later release made it, in a layout that this one does not know.
    #[error("format {0} is newer than this program")]
    Newer(u32),
    /// A file is not the one that the manifest lists, is missing, or is not listed.
    #[error("{path} is not the file of the manifest")]
    Tampered {
        /// Its path inside the package.
        path: String,
    },
    /// Unpacked it would be larger than any package is.
    #[error("{path} is too large")]
    Bomb {
        /// Where that was noticed.
        path: String,
    },
    /// It is encrypted, and stays closed.
    #[error(transparent)]
    Closed(#[from] Closed),
}

/// What a package is read from: a file, or what decrypts it piece by piece.
trait Bytes: Read + Seek {}

impl<T: Read + Seek> Bytes for T {}

/// A package whose files are those of its manifest.
pub struct Opened {
    zip: ZipArchive<Box<dyn Bytes>>,
    manifest: Manifest,
}

/// What a reader wants to know of the manifest.
#[derive(Debug, Deserialize)]
struct Manifest {
    #[serde(default)]
    kind: String,
    files: Vec<Entry>,
}

/// The layout of a package: what else stands in the manifest depends on it.
#[derive(Debug, Deserialize)]
struct Layout {
    #[serde(default)]
    format: u32,
}

#[derive(Debug, Deserialize)]
struct Entry {
    path: String,
    size: u64,
    sha256: String,
}

impl Opened {
    /// Opens a package and reads it through; an encrypted one with `key`.
    ///
    /// # Errors
    /// When it is none, is encrypted and the key does not fit, or a file in it is not what the manifest says.
    pub fn open(path: &Path, key: &Key) -> Result<Self, OpenError> {
        let mut zip = ZipArchive::new(bytes(path, key)?).map_err(unpackable)?;
        if zip.len() > ENTRIES {
            return Err(OpenError::Bomb { path: path.to_string_lossy().into_owned() });
        }
        let written = text(&mut zip, manifest::PATH)?;
        let unreadable = |error: serde_json::Error| OpenError::NotAPackage(format!("{}: {error}", manifest::PATH));
        let layout: Layout = serde_json::from_str(&written).map_err(unreadable)?;
        if layout.format > manifest::FORMAT {
            return Err(OpenError::Newer(layout.format));
        }
        let manifest: Manifest = serde_json::from_str(&written).map_err(unreadable)?;
        let names: Vec<String> =
            zip.file_names().map(|name| name.map(|name| name.into_owned())).collect::<Result<_, _>>().map_err(unpackable)?;
        let listed = |name: &str| name == manifest::PATH || manifest.files.iter().any(|entry| entry.path == name);
        if let Some(path) = names.into_iter().find(|name| !listed(name)) {
            return Err(OpenError::Tampered { path });
        }
        let mut total = 0;
        for entry in &manifest.files {
            total += verify(&mut zip, entry)?;
            if total > TOTAL_LIMIT {
                return Err(OpenError::Bomb { path: entry.path.clone() });
            }
        }
        Ok(Self { zip, manifest })
    }

    /// What is filed: `new`, `change`, `deregister`; empty in packages that do not say.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.manifest.kind
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.manifest.files.iter().any(|entry| entry.path == path)
    }

    /// A text of the package.
    ///
    /// # Errors
    /// When it is not there, is no text, or is too large.
    pub fn text(&mut self, path: &str) -> Result<String, OpenError> {
        if !self.has(path) {
            return Err(OpenError::Tampered { path: path.to_owned() });
        }
        text(&mut self.zip, path)
    }

    /// JSON of the package.
    ///
    /// # Errors
    /// As [`Opened::text`], and when it is no JSON.
    pub fn json(&mut self, path: &str) -> Result<Json, OpenError> {
        let text = self.text(path)?;
        serde_json::from_str(&text).map_err(|error| OpenError::NotAPackage(format!("{path}: {error}")))
    }
}

/// The bytes of the archive.
fn bytes(path: &Path, key: &Key) -> Result<Box<dyn Bytes>, OpenError> {
    let trouble = |error: std::io::Error| OpenError::Io(error.into());
    expect_file(path).map_err(trouble)?;
    let mut file = File::open(path).map_err(trouble)?;
    let mut start = Vec::new();
    file.by_ref().take(encryption::START as u64).read_to_end(&mut start).map_err(trouble)?;
    file.seek(SeekFrom::Start(0)).map_err(trouble)?;
    Ok(if encryption::is_encrypted(&start) { Box::new(encryption::open(file, key)?) } else { Box::new(BufReader::new(file)) })
}

fn unpackable(error: ZipError) -> OpenError {
    OpenError::NotAPackage(error.to_string())
}

fn text<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str) -> Result<String, OpenError> {
    let mut text = String::new();
    let entry = zip.by_name(name).map_err(|error| OpenError::NotAPackage(format!("{name}: {error}")))?;
    let read = entry.take(TEXT_LIMIT + 1).read_to_string(&mut text);
    read.map_err(|error| OpenError::NotAPackage(format!("{name}: {error}")))?;
    if text.len() as u64 > TEXT_LIMIT { Err(OpenError::Bomb { path: name.to_owned() }) } else { Ok(text) }
}

/// Reads a file through, piece by piece, and compares it with what the manifest says of it; its size.
fn verify<R: Read + Seek>(zip: &mut ZipArchive<R>, entry: &Entry) -> Result<u64, OpenError> {
    let tampered = || OpenError::Tampered { path: entry.path.clone() };
    let mut file = zip.by_name(&entry.path).map_err(|_| tampered())?.take(FILE_LIMIT + 1);
    let (mut hash, mut size, mut piece) = (Sha256::new(), 0_u64, vec![0; 64 * 1024]);
    loop {
        let length = file.read(&mut piece).map_err(|_| tampered())?;
        if length == 0 {
            break;
        }
        size += length as u64;
        hash.update(piece.get(..length).unwrap_or_default());
    }
    if size > FILE_LIMIT {
        return Err(OpenError::Bomb { path: entry.path.clone() });
    }
    let sum = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    if size == entry.size && sum == entry.sha256 { Ok(size) } else { Err(tampered()) }
}
