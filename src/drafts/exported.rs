//! Which package was made of a draft last, and of what: kept between sessions in one JSON file, readable by the user alone.
//!
//! It helps and nothing hangs on it: a file that is damaged, or of a newer layout, counts as none.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::{PRIVATE, make_private};

/// The file's name in the program's state folder.
pub const NAME: &str = "exports.json";

/// Drafts that are kept.
const MOST: usize = 5_000;
/// The layout of the file.
const FORMAT: u64 = 1;
/// More bytes than such a file ever has.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// One thread at a time reads the file and writes it again.
static WRITING: Mutex<()> = Mutex::new(());

/// A package that was made of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where it was written.
    pub package: PathBuf,
    /// The day of the export (China time).
    pub day: NaiveDate,
    /// What it was made of (`package::digest`).
    pub digest: String,
}

/// What is kept of one.
struct Kept {
    draft: PathBuf,
    exported: Exported,
    /// Of the package as it was written: what has its name now may be another file.
    stamp: String,
}

/// Length and time of a file, as it is told from another one under its name; `None` where there is none.
fn stamp(path: &Path) -> Option<String> {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let modified = found.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!("{} {}", found.len(), modified.as_nanos()))
}

/// What was made of a draft last, by what is kept in the state folder; `None` where that is not known, or the package is gone or another
/// file has its name.
#[must_use]
pub fn of(state: &Path, draft: &Path) -> Option<Exported> {
    let draft = real(draft);
    let found = load(&state.join(NAME)).into_iter().find(|kept| kept.draft == draft);
    let is_there = |kept: &&Kept| stamp(&kept.exported.package).as_ref() == Some(&kept.stamp);
    found.as_ref().filter(is_there).map(|kept| kept.exported.clone())
}

/// Keeps in mind what was made of a draft.
///
/// # Errors
/// When the file or its folder cannot be written; what was there stays.
pub fn keep(state: &Path, draft: &Path, exported: &Exported) -> io::Result<()> {
    let (path, draft) = (state.join(NAME), real(draft));
    let package = std::path::absolute(&exported.package)?;
    // What is no Unicode is not told of either.
    if draft.to_str().is_none() || package.to_str().is_none() {
        return Ok(());
    }
    let _one = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(stamp) = stamp(&package) else { return Ok(()) };
    let mut entries = match read(&path) {
        // What a later release keeps is not thrown away.
        None if is_of_another_format(&path) => return Ok(()),
        entries => entries.unwrap_or_default(),
    };
    entries.retain(|kept| kept.draft != draft);
    entries.insert(0, Kept { draft, exported: Exported { package, ..exported.clone() }, stamp });
    entries.truncate(MOST);
    let one = |Kept { draft, exported, stamp }: &Kept| {
        let day = exported.day.to_string();
        json!({ "draft": draft, "package": exported.package, "stamp": stamp, "day": day, "digest": exported.digest })
    };
    let text = json!({ "format": FORMAT, "exports": entries.iter().map(one).collect::<Vec<_>>() }).to_string();
    make_private(folder_of(&path))?;
    atomic::write(&path, text.as_bytes(), PRIVATE, Target::Replace)?;
    Ok(())
}

/// What was made of a draft at one path was made of it under its new name, too.
pub fn carry_over(state: &Path, from: &Path, to: &Path) {
    if let Some(exported) = of(state, from) {
        let _ = keep(state, to, &exported);
    }
}

fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn load(path: &Path) -> Vec<Kept> {
    read(path).unwrap_or_default()
}

fn json(path: &Path) -> Option<Json> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn is_of_another_format(path: &Path) -> bool {
    json(path).and_then(|json| json.get("format")?.as_u64()).is_some_and(|format| format > FORMAT)
}

fn read(path: &Path) -> Option<Vec<Kept>> {
    let json = json(path)?;
    if json.get("format")?.as_u64()? != FORMAT {
        return None;
    }
    let entry = |entry: &Json| {
        let text = |key: &str| entry.get(key).and_then(Json::as_str);
        let exported =
            Exported { package: text("package")?.into(), day: text("day")?.parse().ok()?, digest: text("digest")?.to_owned() };
        Some(Kept { draft: text("draft")?.into(), exported, stamp: text("stamp")?.to_owned() })
    };
    Some(json.get("exports")?.as_array()?.iter().filter_map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_package_of_each_draft_is_known_as_long_as_it_is_there() {
        let place = tempfile::tempdir().unwrap();
        let (state, at) = (place.path().join("state"), |name: &str| place.path().join(name));
        let exported =
            |package: &str| Exported { package: at(package), day: "2026-11-29".parse().unwrap(), digest: package.into() };
        for name in ["a.zip", "b.zip", "a.toml", "b.toml"] {
            fs::write(at(name), name).unwrap();
        }
        assert_eq!(of(&state, &at("a.toml")), None);
        keep(&state, &at("a.toml"), &exported("a.zip")).unwrap();
        keep(&state, &at("b.toml"), &exported("b.zip")).unwrap();
        keep(&state, &at("a.toml"), &exported("b.zip")).unwrap();
        assert_eq!(of(&state, &at("a.toml")), Some(exported("b.zip")));
        fs::rename(at("a.toml"), at("c.toml")).unwrap();
        carry_over(&state, &at("a.toml"), &at("c.toml"));
        assert_eq!(of(&state, &at("c.toml")), Some(exported("b.zip")));
        fs::write(at("a.zip"), "another file").unwrap();
        keep(&state, &at("b.toml"), &exported("a.zip")).unwrap();
        assert_eq!(of(&state, &at("b.toml")), Some(exported("a.zip")));
        fs::write(at("a.zip"), "somebody else's").unwrap();
        assert_eq!(of(&state, &at("b.toml")), None, "another file has its name");
        fs::remove_file(at("b.zip")).unwrap();
        assert_eq!((of(&state, &at("b.toml")), of(&state, &at("c.toml"))), (None, None));
        fs::write(state.join(NAME), "{ not JSON").unwrap();
        keep(&state, &at("a.toml"), &exported("a.zip")).unwrap();
        assert_eq!(of(&state, &at("a.toml")), Some(exported("a.zip")));
    }
}
