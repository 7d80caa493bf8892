//! The lists that the user took over, on disk: one JSON file a list, in a folder of their own.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::answer::{self, MOST_BYTES, Untrusted};
use super::current::built_in_rows;
use super::{Kept, ListId, Row, trust};
use crate::fs::PRIVATE;
use crate::fs::atomic::{self, Target};

/// The layout of these files.
const FORMAT: u64 = 1;
/// What stands around the answer in a file is short.
const MOST_AROUND: usize = 4096;

/// Why a kept list is not used.
#[derive(Debug)]
pub enum Damage {
    /// The file cannot be read.
    Io(io::Error),
    /// It is a folder, pipe or device.
    NotAFile,
    /// It is not laid out as such a file.
    Layout,
    /// Its rows cannot be trusted.
    Untrusted(Untrusted),
}

/// The file in which a list is kept.
#[must_use]
pub fn path(folder: &Path, list: ListId) -> PathBuf {
    folder.join(format!("{}.json", list.name()))
}

/// Every list that is kept in the folder, natures first: certificates must fit them.
#[must_use]
pub fn all(folder: &Path) -> Vec<(ListId, Result<Kept, Damage>)> {
    let mut natures: Vec<Row> = built_in_rows(ListId::Natures);
    let mut found = Vec::new();
    for list in ListId::ALL {
        let path = path(folder, list);
        if fs::symlink_metadata(&path).is_err() {
            continue;
        }
        let kept = load(&path, list, &natures);
        if let (ListId::Natures, Ok(kept)) = (list, &kept) {
            natures.clone_from(&kept.rows);
        }
        found.push((list, kept));
    }
    found
}

fn load(path: &Path, list: ListId, natures: &[Row]) -> Result<Kept, Damage> {
    let bytes = read(path)?;
    let json: Json =
        serde_json::from_slice(&bytes).map_err(|error| Damage::Untrusted(Untrusted::NotJson(error.line(), error.column())))?;
    let text = |key: &str| json.get(key).and_then(Json::as_str).map(str::to_owned).ok_or(Damage::Layout);
    if json.get("format").and_then(Json::as_u64) != Some(FORMAT) || text("list")? != list.name() {
        return Err(Damage::Layout);
    }
    let (found, rows) = answer::rows(json.get("answer").ok_or(Damage::Layout)?).map_err(Damage::Untrusted)?;
    if found != list {
        return Err(Damage::Layout);
    }
    let natures: Vec<u32> = natures.iter().map(|row| row.id).collect();
    // How many rows there were before was looked at when it was taken over.
    trust::judge(list, &rows, &rows, &natures).map_err(Damage::Untrusted)?;
    let retrieved = text("retrieved")?;
    if retrieved.parse::<chrono::NaiveDate>().is_err() {
        return Err(Damage::Layout);
    }
    Ok(Kept { list, retrieved, source: text("source")?, rows })
}

/// The bytes of a file that is one, and no larger than a list may be.
///
/// # Errors
/// When it cannot be read, is no plain file or is too large.
pub fn read(path: &Path) -> Result<Vec<u8>, Damage> {
    let metadata = fs::metadata(path).map_err(Damage::Io)?;
    if !metadata.is_file() {
        return Err(Damage::NotAFile);
    }
    read_from(&mut File::open(path).map_err(Damage::Io)?)
}

/// The same, of anything that can be read.
///
/// # Errors
/// As [`read`].
pub fn read_from(input: &mut dyn Read) -> Result<Vec<u8>, Damage> {
    let most = MOST_BYTES + MOST_AROUND;
    let mut bytes = Vec::new();
    input.take(most as u64 + 1).read_to_end(&mut bytes).map_err(Damage::Io)?;
    if bytes.len() > most { Err(Damage::Untrusted(Untrusted::TooLarge)) } else { Ok(bytes) }
}

/// Keeps a list, in the place of one that was kept before.
///
/// # Errors
/// When the folder or the file cannot be written; what was there stays.
pub fn keep(folder: &Path, kept: &Kept) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = path(folder, kept.list);
    let json = json!({
        "format": FORMAT,
        "list": kept.list.name(),
        "retrieved": kept.retrieved,
        "source": kept.source,
        "answer": answer::written(kept.list, &kept.rows),
    });
    let text = json.to_string();
    atomic::write(&path, text.as_bytes(), PRIVATE, Target::Replace)?;
    Ok(path)
}

/// Removes a kept list; whether there was one.
///
/// # Errors
/// When the file is there and cannot be removed.
pub fn forget(folder: &Path, list: ListId) -> io::Result<bool> {
    match fs::remove_file(path(folder, list)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(list: ListId) -> Kept {
        Kept { list, retrieved: "2026-11-25".to_owned(), source: "answer.json".to_owned(), rows: built_in_rows(list) }
    }

    #[test]
    fn every_list_is_kept_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("lists");
        assert!(all(&folder).is_empty());
        for list in ListId::ALL {
            keep(&folder, &kept(list)).unwrap();
        }
        let found: Vec<Kept> = all(&folder).into_iter().map(|(_, kept)| kept.unwrap()).collect();
        assert_eq!(found, ListId::ALL.map(kept));
        assert!(forget(&folder, ListId::Districts).unwrap());
        assert!(!forget(&folder, ListId::Districts).unwrap());
        assert_eq!(all(&folder).len(), 4);
    }

    #[test]
    fn damaged_files_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let good = fs::read_to_string(keep(folder, &kept(ListId::Approvals)).unwrap()).unwrap();
        for spoilt in [
            String::new(),
            good.replace("\"format\":1", "\"format\":2"),
            good.replace("\"list\":\"approvals\"", "\"list\":\"natures\""),
            good.replace("2026-11-25", "yesterday"),
            good.replace("\"answer\"", "\"answers\""),
            good.replace("以上都不涉及", "其他"),
            good.chars().take(200).collect(),
        ] {
            fs::write(path(folder, ListId::Approvals), &spoilt).unwrap();
            let found = all(folder);
            assert!(matches!(found.as_slice(), [(ListId::Approvals, Err(_))]), "{spoilt}");
        }
        fs::remove_file(path(folder, ListId::Approvals)).unwrap();
        fs::create_dir(path(folder, ListId::Natures)).unwrap();
        assert!(matches!(all(folder).as_slice(), [(ListId::Natures, Err(Damage::NotAFile))]));
    }
}
