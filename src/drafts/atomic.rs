//! Replacing a file so that it is always the old one or the new one, whatever happens.
//!
//! Temporary in the same folder (`.NAME.RANDOM.PID.tmp`, created exclusively, private), write, compare the length, fsync,
//! rename, fsync of the folder. Every error before the rename removes the temporary and leaves the old file as it was. A
//! failed fsync is never tried again on the same file: the kernel forgets what it could not write, and the second attempt
//! would succeed without the data.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::error::{IoTrouble, Step};

/// The mode of a draft: it holds numbers of identity cards.
pub const PRIVATE: u32 = 0o600;
const SUFFIX: &str = ".tmp";
const RANDOM: usize = 12;
/// Names of the files beside a draft must fit the 255 bytes that file systems allow.
const LONGEST_NAME: usize = 180;

/// What a completed replacement leaves.
pub struct Replaced {
    /// Of the new file.
    pub metadata: Metadata,
    /// The folder could not be synced: the new file is there, but a power cut may bring back the old one.
    pub unsafe_yet: Option<IoTrouble>,
}

/// Whether the target may be there already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// It is replaced.
    Replace,
    /// It must not be there: [`io::ErrorKind::AlreadyExists`] otherwise.
    New,
}

/// Writes `bytes` under `path`.
pub fn write(path: &Path, bytes: &[u8], mode: u32, target: Target) -> Result<Replaced, (Step, io::Error)> {
    let folder = folder_of(path);
    let mut temporary = create(folder, path, mode).map_err(|error| (Step::Create, error))?;
    temporary.write_all(bytes).map_err(|error| (Step::Write, error))?;
    let metadata = temporary.as_file().metadata().map_err(|error| (Step::Write, error))?;
    if metadata.len() != bytes.len() as u64 {
        return Err((Step::Write, io::ErrorKind::WriteZero.into()));
    }
    tolerate(temporary.as_file().sync_all()).map_err(|error| (Step::Sync, error))?;
    // Dropping the temporary inside the error removes it.
    let file = match target {
        Target::Replace => temporary.persist(path),
        Target::New => temporary.persist_noclobber(path),
    }
    .map_err(|error| (Step::Rename, error.error))?;
    let metadata = file.metadata().unwrap_or(metadata);
    Ok(Replaced { metadata, unsafe_yet: sync_folder(folder).err().map(IoTrouble::from) })
}

/// The folder a file lies in; `.` for a bare name.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Puts a folder's entries on the disk.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    tolerate(File::open(folder)?.sync_all())
}

/// Puts a folder's entries on the disk; the system does that by itself here.
#[cfg(not(unix))]
pub fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Some file systems have no fsync, for folders above all; that is no failure of theirs.
fn tolerate(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
        result => result,
    }
}

fn create(folder: &Path, path: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let (prefix, suffix) = (format!(".{}.", side_stem(path)), format!(".{}{SUFFIX}", std::process::id()));
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(&suffix).rand_bytes(RANDOM);
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

/// Whether a temporary can be created beside the file.
pub fn probe(path: &Path) -> io::Result<()> {
    create(folder_of(path), path, PRIVATE).map(drop)
}

/// Removes temporaries of saves that were cut short. Only for whoever holds the draft's lock: then nobody is writing them.
/// What cannot be removed stays for the next time.
pub fn sweep(path: &Path) {
    sweep_if(path, |_| true);
}

/// The same for whoever holds no lock: only those that no process writes any more.
pub fn sweep_abandoned(path: &Path) {
    sweep_if(path, is_abandoned);
}

fn sweep_if(path: &Path, may_go: impl Fn(&Path) -> bool) {
    let prefix = format!(".{}.", side_stem(path));
    let Ok(entries) = fs::read_dir(folder_of(path)) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().and_then(|name| name.strip_prefix(&prefix)).is_some_and(is_temporary);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) && may_go(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether nobody holds the lock on a temporary. An empty one tells nothing to anybody, and may be about to be locked.
pub fn is_abandoned(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| file.metadata().is_ok_and(|metadata| metadata.len() > 0) && file.try_lock().is_ok())
}

/// `RANDOM.PID.tmp`
fn is_temporary(rest: &str) -> bool {
    let Some((random, pid)) = rest.strip_suffix(SUFFIX).and_then(|rest| rest.split_once('.')) else { return false };
    random.len() == RANDOM
        && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !pid.is_empty()
        && pid.bytes().all(|byte| byte.is_ascii_digit())
}

/// A file beside the draft: `.NAME` and this ending.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    folder_of(path).join(format!(".{}{ending}", side_stem(path)))
}

/// The draft's name inside names of files beside it: itself, or shortened and told apart by its digest.
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
    use super::*;

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
        sweep(&draft);
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
            let temporary = create(folder.path(), &path, PRIVATE).unwrap();
            let (_, left) = temporary.keep().unwrap();
            sweep(&path);
            assert!(!left.exists(), "{name}");
        }
    }

    #[test]
    fn a_new_file_never_replaces_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        assert!(write(&path, b"1", PRIVATE, Target::New).is_ok());
        let (step, error) = write(&path, b"2", PRIVATE, Target::New).err().unwrap();
        assert_eq!((step, error.kind()), (Step::Rename, io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path).unwrap(), b"1");
        assert!(write(&path, b"2", PRIVATE, Target::Replace).is_ok());
        assert_eq!(fs::read(&path).unwrap(), b"2");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
