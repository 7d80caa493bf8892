//! The files that a replacement is written to before it gets its name, `.NAME.RANDOM.PID.tmp`.
//!
//! They hold what the file will hold, scans of identity cards among it, so none may stay behind: what a process that was
//! killed has left, the next one sweeps up. Whoever writes one holds the system's lock on it, which ends with the process.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::entries;
use super::path::folder_of;

const SUFFIX: &str = ".tmp";
/// Letters and digits of the random part of a name.
const RANDOM: usize = 12;
/// Names of the files beside a file must fit the 255 bytes that file systems allow.
const LONGEST_NAME: usize = 180;

/// So long after it was made, a temporary that is still empty is no longer about to be written.
const NEW: Duration = Duration::from_secs(60);

/// Which temporaries are swept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All of them. Only for whoever holds the file's lock: then nobody is writing them.
    All,
    /// Those that no process writes any more.
    Abandoned,
}

/// What the temporaries of a file, or of a kind of files, are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Temporaries {
    prefix: String,
    random: usize,
}

impl Temporaries {
    /// Those of one file.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        Self { prefix: format!(".{}.", side_stem(path)), random: RANDOM }
    }

    /// Those of a kind of files whose names change: `.` and this name, then so many random letters and digits.
    #[must_use]
    pub fn named(name: &str, random: usize) -> Self {
        Self { prefix: format!(".{name}"), random }
    }

    /// Makes one in the folder, exclusively and with this mode.
    pub(super) fn create(&self, folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
        let suffix = format!(".{}{SUFFIX}", std::process::id());
        let mut builder = tempfile::Builder::new();
        builder.prefix(&self.prefix).suffix(&suffix).rand_bytes(self.random);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(mode));
        }
        #[cfg(not(unix))]
        let _ = mode;
        let file = builder.tempfile_in(folder)?;
        // For [`is_abandoned`]; where there are no locks nothing is taken for abandoned either.
        let _ = file.as_file().try_lock();
        Ok(file)
    }

    /// Removes temporaries of writers that were cut short. What cannot be removed stays for the next time.
    pub fn sweep(&self, folder: &Path, which: Which) {
        let Ok(names) = entries::names(folder) else { return };
        for name in names.into_iter().filter(|name| name.to_str().is_some_and(|name| self.is_one(name))) {
            let path = folder.join(name);
            let is_file = path.symlink_metadata().is_ok_and(|found| found.is_file());
            if is_file && (which == Which::All || is_abandoned(&path)) {
                let _ = fs::remove_file(path);
            }
        }
    }

    /// That a process of the number in a name runs proves nothing, numbers are used again: the lock decides.
    fn is_one(&self, name: &str) -> bool {
        let rest = name.strip_prefix(&self.prefix).and_then(|rest| rest.strip_suffix(SUFFIX));
        let Some((random, pid)) = rest.and_then(|rest| rest.split_once('.')) else { return false };
        random.len() == self.random
            && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && !pid.is_empty()
            && pid.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Sweeps the temporaries of one file.
pub fn sweep(path: &Path, which: Which) {
    Temporaries::of(path).sweep(folder_of(path), which);
}

/// Whether nobody holds the lock on a temporary. An empty one may be about to be locked: it is left alone while it is new.
fn is_abandoned(path: &Path) -> bool {
    File::open(path)
        .is_ok_and(|file| file.metadata().is_ok_and(|found| found.len() > 0 || is_old(&found)) && file.try_lock().is_ok())
}

/// Whether a file has been as it is for a minute, by the clock that its own file system sets.
fn is_old(metadata: &fs::Metadata) -> bool {
    metadata.modified().ok().and_then(|at| at.elapsed().ok()).is_some_and(|age| age > NEW)
}

/// A file beside another: `.NAME` and this ending.
#[must_use]
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    folder_of(path).join(format!(".{}{ending}", side_stem(path)))
}

/// A file's name inside names of files beside it: itself, or shortened and told apart by its digest.
fn side_stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_else(|| OsStr::new("draft"));
    match name.to_str() {
        Some(name) if name.len() <= LONGEST_NAME => name.to_owned(),
        _ => {
            let digest = Sha256::digest(name.as_encoded_bytes());
            let mut short: String = name.to_string_lossy().chars().take(40).collect();
            short.push('-');
            for byte in digest.iter().take(8) {
                let _ = write!(short, "{byte:02x}");
            }
            short
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::PRIVATE;
    use super::*;
    use std::io::Write;

    #[test]
    fn only_temporaries_of_this_draft_are_swept() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("a.toml");
        let gone = [".a.toml.abcdefghij12.999999.tmp", ".a.toml.ABCDEFGHIJKL.1.tmp"];
        let kept = [
            "a.toml",
            ".a.toml.lock",
            ".b.toml.abcdefghij12.1.tmp",
            ".a.toml.abcdefghij12.tmp",
            ".a.toml.abcdefghij12.x.tmp",
            ".a.toml.x.abcdefghij12.1.tmp",
            ".a.toml.notes.tmp",
        ];
        for name in gone.iter().chain(&kept) {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        Temporaries::of(&draft).sweep(folder.path(), Which::All);
        for name in gone {
            assert!(!folder.path().join(name).exists(), "{name}");
        }
        for name in kept {
            assert!(folder.path().join(name).exists(), "{name}");
        }
    }

    #[test]
    fn its_own_temporaries_are_recognised() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.toml".to_owned(), "长".repeat(80)] {
            let path = folder.path().join(&name);
            let temporary = Temporaries::of(&path).create(folder.path(), PRIVATE).unwrap();
            let (_, left) = temporary.keep().unwrap();
            Temporaries::of(&path).sweep(folder.path(), Which::All);
            assert!(!left.exists(), "{name}");
        }
    }

    #[test]
    fn only_what_nobody_writes_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let gone = [".beian-abc123.999999.tmp", ".beian-ABCDEF.1.tmp"];
        let kept = ["a.zip", ".beian-abc123.tmp", ".beian-abc.1.tmp", ".beian-abc123.x.tmp", ".beian-abc123.7.tmp.zip"];
        for name in gone.iter().chain(&kept) {
            fs::write(path(name), "x").unwrap();
        }
        fs::write(path(".beian-empty1.1.tmp"), "").unwrap();
        let writing = File::create(path(".beian-locked.1.tmp")).unwrap();
        writing.lock().unwrap();
        (&writing).write_all(b"x").unwrap();
        let names = Temporaries::named("beian-", 6);
        let own = names.create(folder.path(), PRIVATE).unwrap();
        { own.as_file() }.write_all(b"x").unwrap();
        names.sweep(folder.path(), Which::Abandoned);
        assert!(gone.iter().all(|name| !path(name).exists()));
        assert!(kept.iter().all(|name| path(name).exists()));
        assert!(path(".beian-empty1.1.tmp").exists() && path(".beian-locked.1.tmp").exists() && own.path().exists());
        drop(writing);
        let hour = std::time::SystemTime::now() - Duration::from_secs(3600);
        File::options().write(true).open(path(".beian-empty1.1.tmp")).unwrap().set_modified(hour).unwrap();
        names.sweep(folder.path(), Which::Abandoned);
        assert!(!path(".beian-locked.1.tmp").exists() && !path(".beian-empty1.1.tmp").exists());
    }
}
