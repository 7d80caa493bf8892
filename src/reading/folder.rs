//! The pictures in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::scan;
use crate::scan::facts::{FileFacts, Format};

/// Pictures of a folder that are read at most: a filing has ten or so.
pub const MOST: usize = 60;
/// Entries of a folder that are looked at at most.
const MOST_ENTRIES: usize = 20_000;

/// A picture that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Where it lies.
    pub file: PathBuf,
    /// The SHA-256 of its bytes; `None` where they cannot be read, or its format cannot be decoded.
    pub sha256: Option<String>,
    /// What can be seen in it; `None` where nothing could be looked at.
    pub about: Option<FileFacts>,
}

/// Why a folder has no pictures to read.
#[derive(Debug)]
pub enum NoPictures {
    /// It is none, or cannot be read.
    Unreadable(io::Error),
    /// It holds none.
    None,
    /// It holds so many, more than [`MOST`].
    TooMany(usize),
}

/// The pictures in a folder, those of formats that are not read here among them, in the order of their names; not those in folders inside it. Blocks as long as the disk
/// takes.
///
/// # Errors
/// When the folder cannot be read, or holds no pictures or too many.
pub fn pictures(folder: &Path) -> Result<Vec<Found>, NoPictures> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(NoPictures::Unreadable)?.take(MOST_ENTRIES) {
        let path = entry.map_err(NoPictures::Unreadable)?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        // Formats that are not decoded here are found too: what lies there is never passed over in silence.
        let is_picture = Format::promised_by(&path.to_string_lossy()).is_some();
        if is_picture && !is_hidden && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    let files = without_copied(files);
    match files.len() {
        0 => Err(NoPictures::None),
        count if count > MOST => Err(NoPictures::TooMany(count)),
        _ => Ok(files.into_iter().map(found).collect()),
    }
}

/// Without those of which a copy was prepared that lies beside them: it shows the same, and is what will be uploaded.
fn without_copied(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let name = |file: &Path| file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let copied: Vec<String> =
        files.iter().filter_map(|file| name(file).strip_suffix(scan::COPY_MARK).map(str::to_owned)).collect();
    files.into_iter().filter(|file| !copied.contains(&name(file))).collect()
}

fn found(file: PathBuf) -> Found {
    if !Format::promised_by(&file.to_string_lossy()).is_some_and(Format::is_decoded) {
        return Found { file, sha256: None, about: None };
    }
    let Ok(bytes) = scan::read_file(&file) else { return Found { file, sha256: None, about: None } };
    let modified = fs::metadata(&file).and_then(|about| about.modified()).ok();
    let about = FileFacts { size: bytes.len() as u64, modified, ..FileFacts::of(scan::inspect_bytes(&bytes)) };
    Found { sha256: Some(scan::sha256(&bytes)), about: Some(about), file }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_found_by_their_names_and_nothing_else_is() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path();
        assert!(matches!(pictures(&folder.join("none")), Err(NoPictures::Unreadable(_))));
        assert!(matches!(pictures(folder), Err(NoPictures::None)));
        for name in ["b.JPG", "a.png", "notes.txt", ".hidden.jpg", "video.mp4", "paper.pdf"] {
            fs::write(folder.join(name), name).unwrap();
        }
        fs::create_dir(folder.join("inside.jpg")).unwrap();
        let found = pictures(folder).unwrap();
        let names: Vec<_> = found.iter().map(|found| found.file.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(names, ["a.png", "b.JPG", "paper.pdf"]);
        assert_eq!(found[0].sha256, Some(scan::sha256(b"a.png")));
        assert_eq!(found[2].sha256, None);
        for name in ["c.heic", "c-beian.jpg"] {
            fs::write(folder.join(name), name).unwrap();
        }
        let found = pictures(folder).unwrap();
        assert!(found.iter().any(|found| found.file.ends_with("c-beian.jpg")));
        assert!(!found.iter().any(|found| found.file.ends_with("c.heic")), "its copy is there");
        for index in 0..MOST {
            fs::write(folder.join(format!("{index}.jpg")), "").unwrap();
        }
        assert!(matches!(pictures(folder), Err(NoPictures::TooMany(64))));
    }
}
