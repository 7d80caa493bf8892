//! What was found in files, kept between runs: one small file for each scan in a folder that is only a cache.
//!
//! Nothing here may ever stand in the way: what cannot be read, is damaged, or was written by another version is looked at anew,
//! and where nothing can be written nothing is kept.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::facts::FileFacts;

/// Moves whenever an inspection may find something else in the same bytes.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "/1");
/// Bytes of an entry at most: several times what a picture takes.
const MOST: u64 = 256 << 10;

/// A folder of entries.
#[derive(Debug, Clone)]
pub struct Remembered {
    folder: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Entry<P> {
    version: String,
    path: P,
    stamp: String,
    facts: FileFacts,
}

impl Remembered {
    /// Entries in this folder, which is made when something is kept for the first time.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// What is known of the file at a path, as long as its stamp is the same.
    pub fn recall(&self, path: &Path, stamp: &str) -> Option<FileFacts> {
        let mut text = String::new();
        File::open(self.place(path)).ok()?.take(MOST).read_to_string(&mut text).ok()?;
        let entry: Entry<PathBuf> = serde_json::from_str(&text).ok()?;
        (entry.version == VERSION && entry.path == path && entry.stamp == stamp).then_some(entry.facts)
    }

    /// Keeps what was found, for the owner alone. Failing is no harm.
    pub fn keep(&self, path: &Path, stamp: &str, facts: &FileFacts) {
        let entry = Entry { version: VERSION.to_owned(), path, stamp: stamp.to_owned(), facts: facts.clone() };
        if let Ok(text) = serde_json::to_vec(&entry) {
            let _ = self.write(path, &text);
        }
    }

    /// Under a name of its own first, so that nobody reads half an entry.
    fn write(&self, path: &Path, text: &[u8]) -> std::io::Result<()> {
        private_folder(&self.folder)?;
        let place = self.place(path);
        let draft = place.with_extension(format!("{}.tmp", std::process::id()));
        let written = private_file(&draft).and_then(|mut file| file.write_all(text)).and_then(|()| fs::rename(&draft, &place));
        if written.is_err() {
            let _ = fs::remove_file(&draft);
        }
        written
    }

    fn place(&self, path: &Path) -> PathBuf {
        let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
        let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(name).with_extension("json")
    }
}

fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Content, Format};

    fn facts() -> FileFacts {
        FileFacts { modified: Some(std::time::SystemTime::now()), ..FileFacts::picture(Format::Jpeg, 3, 4, 5).with_sha256("ab") }
    }

    #[test]
    fn what_was_kept_is_recalled_while_the_file_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Remembered::in_folder(folder.path().join("deep/cache"));
        let path = Path::new("/scans/a.jpg");
        assert_eq!(cache.recall(path, "1"), None);
        cache.keep(path, "1", &facts());
        assert_eq!(cache.recall(path, "1").map(|found| found.content), Some(facts().content));
        assert_eq!(cache.recall(path, "2"), None, "the file changed");
        assert_eq!(cache.recall(Path::new("/scans/b.jpg"), "1"), None);
        cache.keep(path, "2", &FileFacts::of(Content::Unknown));
        assert_eq!(cache.recall(path, "2"), Some(FileFacts::of(Content::Unknown)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&cache.folder), mode(&cache.place(path))), (0o700, 0o600));
        }
    }

    #[test]
    fn a_damaged_foreign_or_closed_cache_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Remembered::in_folder(folder.path());
        let path = Path::new("/scans/a.jpg");
        for damage in [&b""[..], b"{", b"\xff\xfe", b"[1]", br#"{"version":"0","path":"/scans/a.jpg","stamp":"1","facts":{}}"#] {
            fs::write(cache.place(path), damage).unwrap();
            assert_eq!(cache.recall(path, "1"), None);
            cache.keep(path, "1", &facts());
            assert!(cache.recall(path, "1").is_some(), "it is built anew");
        }
        // A file where the folder should be.
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let closed = Remembered::in_folder(&file);
        closed.keep(path, "1", &facts());
        assert_eq!(closed.recall(path, "1"), None);
    }
}
