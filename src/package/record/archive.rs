//! The draft in a package, after every file in it was found to be the one that the manifest lists.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;

use serde::Deserialize;
use sha2::{Digest, Sha256};
use zip::ZipArchive;
use zip::result::ZipError;

use super::RecordError;
use crate::drafts::{codec, file};
use crate::filing::Draft;
use crate::package::manifest;

/// Files of a package at most.
const ENTRIES: usize = 1000;
/// Bytes of one file, unpacked: the platform takes videos of 20 MB at most.
const FILE_LIMIT: u64 = 64 * 1024 * 1024;
/// Bytes of all files, unpacked.
const TOTAL_LIMIT: u64 = 512 * 1024 * 1024;
/// Bytes of a manifest.
const MANIFEST_LIMIT: u64 = 4 * 1024 * 1024;
const DRAFT: &str = "filing.toml";

#[derive(Deserialize)]
struct Manifest {
    files: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    path: String,
    size: u64,
    sha256: String,
}

/// The draft in the package.
pub(super) fn draft(path: &Path) -> Result<Draft, RecordError> {
    let opened = File::open(path).map_err(|error| RecordError::Io(error.into()))?;
    let mut zip = ZipArchive::new(BufReader::new(opened)).map_err(unpackable)?;
    if zip.len() > ENTRIES {
        return Err(RecordError::Bomb { path: path.to_string_lossy().into_owned() });
    }
    let manifest = text(&mut zip, manifest::PATH, MANIFEST_LIMIT)?;
    let manifest: Manifest =
        serde_json::from_str(&manifest).map_err(|error| RecordError::NotAPackage(format!("{}: {error}", manifest::PATH)))?;
    let names: Vec<String> =
        zip.file_names().map(|name| name.map(|name| name.into_owned())).collect::<Result<_, _>>().map_err(unpackable)?;
    let listed = |name: &str| name == manifest::PATH || manifest.files.iter().any(|entry| entry.path == name);
    if let Some(path) = names.into_iter().find(|name| !listed(name)) {
        return Err(RecordError::Tampered { path });
    }
    let mut total = 0;
    for entry in &manifest.files {
        total += verify(&mut zip, entry)?;
        if total > TOTAL_LIMIT {
            return Err(RecordError::Bomb { path: entry.path.clone() });
        }
    }
    if !manifest.files.iter().any(|entry| entry.path == DRAFT) {
        return Err(RecordError::Tampered { path: DRAFT.to_owned() });
    }
    let text = text(&mut zip, DRAFT, file::LIMIT)?;
    let document = codec::parse(&text).map_err(|error| RecordError::NotADraft(error.to_string()))?;
    Ok(document.draft().clone())
}

fn unpackable(error: ZipError) -> RecordError {
    RecordError::NotAPackage(error.to_string())
}

fn text<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str, limit: u64) -> Result<String, RecordError> {
    let mut text = String::new();
    let entry = zip.by_name(name).map_err(|error| RecordError::NotAPackage(format!("{name}: {error}")))?;
    let read = entry.take(limit + 1).read_to_string(&mut text);
    read.map_err(|error| RecordError::NotAPackage(format!("{name}: {error}")))?;
    if text.len() as u64 > limit { Err(RecordError::Bomb { path: name.to_owned() }) } else { Ok(text) }
}

/// Reads a file through, piece by piece, and compares it with what the manifest says of it; its size.
fn verify<R: Read + Seek>(zip: &mut ZipArchive<R>, entry: &Entry) -> Result<u64, RecordError> {
    let tampered = || RecordError::Tampered { path: entry.path.clone() };
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
        return Err(RecordError::Bomb { path: entry.path.clone() });
    }
    let sum = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    if size == entry.size && sum == entry.sha256 { Ok(size) } else { Err(tampered()) }
}
