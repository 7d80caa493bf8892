//! Which package was made of a draft last, and of what: kept between sessions, one small JSON file a draft, readable by the user alone.
//!
//! It helps and nothing hangs on it: a file that is damaged, or of another layout, counts as none. A file a draft, so that exports at the
//! same time do not take each other's.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::{PRIVATE, make_private};

/// The folder in the program's state folder.
pub const FOLDER: &str = "exports";

/// The layout of a file.
const FORMAT: u64 = 1;
/// More bytes than such a file ever has.
const MOST_BYTES: u64 = 64 * 1024;
/// Bytes of a digest that tell one draft's file from another's.
const BYTES: usize = 12;

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

/// What was made of a draft last, by what is kept in the state folder; `None` where that is not known, or the package is gone or another
/// file has its name.
#[must_use]
pub fn of(state: &Path, draft: &Path) -> Option<Exported> {
    let draft = real(draft);
    let mut bytes = Vec::new();
    File::open(place(state, &draft)).ok()?.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    let json: Json = serde_json::from_slice(&bytes).ok()?;
    let text = |key: &str| json.get(key).and_then(Json::as_str);
    if json.get("format")?.as_u64()? != FORMAT || Path::new(text("draft")?) != draft {
        return None;
    }
    let package = PathBuf::from(text("package")?);
    let is_it = stamp(&package).as_deref() == text("stamp");
    is_it.then_some(Exported { package, day: text("day")?.parse().ok()?, digest: text("digest")?.to_owned() })
}

/// Keeps in mind what was made of a draft.
///
/// # Errors
/// When the file or its folder cannot be written; what was there stays.
pub fn keep(state: &Path, draft: &Path, exported: &Exported) -> io::Result<()> {
    let (draft, package) = (real(draft), std::path::absolute(&exported.package)?);
    // What is no Unicode is not told of either.
    let (Some(name), Some(written), Some(stamp)) = (draft.to_str(), package.to_str(), stamp(&package)) else { return Ok(()) };
    let path = place(state, &draft);
    let text = json!({
        "format": FORMAT,
        "draft": name,
        "package": written,
        "stamp": stamp,
        "day": exported.day.to_string(),
        "digest": exported.digest,
    });
    make_private(folder_of(&path))?;
    atomic::write(&path, text.to_string().as_bytes(), PRIVATE, Target::Replace)?;
    Ok(())
}

/// What was made of a draft at one path was made of it under its new name, too.
pub fn carry_over(state: &Path, from: &Path, to: &Path) {
    if let Some(exported) = of(state, from) {
        let _ = keep(state, to, &exported);
    }
}

/// Keeps of a draft no longer what was made of it.
pub fn forget(state: &Path, draft: &Path) {
    let _ = fs::remove_file(place(state, &real(draft)));
}

/// Where what is known of a draft lies.
fn place(state: &Path, draft: &Path) -> PathBuf {
    let digest = Sha256::digest(draft.as_os_str().as_encoded_bytes());
    let name: String = digest.iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect();
    state.join(FOLDER).join(format!("{name}.json"))
}

/// Length and time of a file, as it is told from another one under its name; `None` where there is none.
fn stamp(path: &Path) -> Option<String> {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let modified = found.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!("{} {}", found.len(), modified.as_nanos()))
}

fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_package_of_each_draft_is_known_as_long_as_it_is_there() {
        let place_of = tempfile::tempdir().unwrap();
        let (state, at) = (place_of.path().join("state"), |name: &str| place_of.path().join(name));
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
        keep(&state, &at("b.toml"), &exported("a.zip")).unwrap();
        assert_eq!(of(&state, &at("b.toml")), Some(exported("a.zip")));
        fs::write(at("a.zip"), "somebody else's").unwrap();
        assert_eq!(of(&state, &at("b.toml")), None, "another file has its name");
        fs::remove_file(at("b.zip")).unwrap();
        assert_eq!(of(&state, &at("c.toml")), None);
        fs::write(place(&state, &at("b.toml")), "{ not JSON").unwrap();
        assert_eq!(of(&state, &at("b.toml")), None);
        keep(&state, &at("b.toml"), &exported("a.zip")).unwrap();
        assert_eq!(of(&state, &at("b.toml")), Some(exported("a.zip")));
    }
}
