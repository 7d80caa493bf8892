//! Replacing a file so that it is always the old one or the new one, whatever happens.
//!
//! A temporary in the same folder (created exclusively, private), write, compare the length, fsync, ask once more whether the old
//! file is still the one that may be replaced, rename, fsync of the folder. Every error before the rename removes the temporary and
//! leaves the old file as it was. A failed fsync is never tried again on the same file: the kernel forgets what it could not write, and
//! the second attempt would succeed without the data.

use std::fs::Metadata;
use std::io;
use std::path::Path;

use super::path::folder_of;
use super::temporary::Temporaries;
use super::{PRIVATE, expect_file};

/// What a completed replacement leaves.
#[derive(Debug)]
pub struct Replaced {
    /// Of the new file.
    pub metadata: Metadata,
    /// The folder could not be synced: the new file is there, but a power cut may bring back the old one.
    pub not_yet_durable: Option<io::Error>,
}

/// Whether the target may be there already. What is no file is never replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// It is replaced.
    Replace,
    /// It must not be there: [`io::ErrorKind::AlreadyExists`] otherwise.
    New,
}

/// The step of a replacement that failed. The file on disk is still the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Creating the temporary file in the target's folder.
    Create,
    /// Writing it.
    Write,
    /// Having it put on the disk.
    Sync,
    /// Asking whether what is replaced is still what it was: somebody else has changed it meanwhile.
    Compare,
    /// Giving it the target's name.
    Rename,
}

/// Why a file was not replaced.
#[derive(Debug)]
pub struct NotReplaced {
    /// At which step.
    pub step: Step,
    /// What the system said.
    pub error: io::Error,
}

impl From<NotReplaced> for io::Error {
    fn from(not: NotReplaced) -> Self {
        not.error
    }
}

/// Writes `bytes` under `path`.
///
/// # Errors
/// When the system fails; what was there before stays.
pub fn write(path: &Path, bytes: &[u8], mode: u32, target: Target) -> Result<Replaced, NotReplaced> {
    write_by(&Temporaries::of(path), path, bytes, mode, target)
}

/// The same, if `may_replace` says so when everything else is done: between its answer and the rename lies nothing.
///
/// # Errors
/// As [`write`], and at [`Step::Compare`] where it says no.
pub fn write_if(path: &Path, bytes: &[u8], mode: u32, may_replace: &dyn Fn() -> bool) -> Result<Replaced, NotReplaced> {
    put(&Temporaries::of(path), path, &|out| out.write_all(bytes), mode, Target::Replace, may_replace)
}

/// The same by way of temporaries with a name of their own.
///
/// # Errors
/// As [`write`].
pub fn write_by(names: &Temporaries, path: &Path, bytes: &[u8], mode: u32, target: Target) -> Result<Replaced, NotReplaced> {
    put(names, path, &|out| out.write_all(bytes), mode, target, &|| true)
}

/// The same with what `fill` writes, if `may_replace` says so when everything else is done.
///
/// # Errors
/// As [`write`], at [`Step::Write`] what `fill` says, and at [`Step::Compare`] where `may_replace` says no.
pub fn fill_if(
    names: &Temporaries,
    path: &Path,
    fill: &Fill<'_>,
    (mode, target): (u32, Target),
    may_replace: &dyn Fn() -> bool,
) -> Result<Replaced, NotReplaced> {
    put(names, path, fill, mode, target, may_replace)
}

/// A rename takes the place of whatever has the name, of a device or a pipe as well: nothing but a file, or a link to one or to nothing,
/// gives way.
fn expect_nothing_else(path: &Path) -> io::Result<()> {
    match expect_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        found => found,
    }
}

/// Writes the content of a file.
pub type Fill<'a> = dyn Fn(&mut dyn io::Write) -> io::Result<()> + 'a;

/// Counts what goes through.
struct Counted<W> {
    out: W,
    count: u64,
}

impl<W: io::Write> io::Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.count += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn put(
    names: &Temporaries,
    path: &Path,
    fill: &Fill<'_>,
    mode: u32,
    target: Target,
    may_replace: &dyn Fn() -> bool,
) -> Result<Replaced, NotReplaced> {
    let at = |step| move |error| NotReplaced { step, error };
    if target == Target::Replace {
        expect_nothing_else(path).map_err(at(Step::Create))?;
    }
    let folder = folder_of(path);
    let mut temporary = names.create(folder, mode).map_err(at(Step::Create))?;
    let mut counted = Counted { out: &mut temporary, count: 0 };
    fill(&mut counted).map_err(at(Step::Write))?;
    let written = counted.count;
    let metadata = temporary.as_file().metadata().map_err(at(Step::Write))?;
    if metadata.len() != written {
        return Err(at(Step::Write)(io::ErrorKind::WriteZero.into()));
    }
    tolerate(temporary.as_file().sync_all()).map_err(at(Step::Sync))?;
    if !may_replace() {
        return Err(at(Step::Compare)(io::ErrorKind::AlreadyExists.into()));
    }
    // Dropping the temporary inside the error removes it.
    let file = match target {
        Target::Replace => temporary.persist(path),
        Target::New => temporary.persist_noclobber(path),
    }
    .map_err(|error| NotReplaced { step: Step::Rename, error: error.error })?;
    let metadata = file.metadata().unwrap_or(metadata);
    Ok(Replaced { metadata, not_yet_durable: sync_folder(folder).err() })
}

/// Whether a temporary can be created beside the file.
///
/// # Errors
/// Why it cannot.
pub fn probe(path: &Path) -> io::Result<()> {
    Temporaries::of(path).create(folder_of(path), PRIVATE).map(drop)
}

/// Puts a folder's entries on the disk.
///
/// # Errors
/// What the system said.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    tolerate(std::fs::File::open(folder)?.sync_all())
}

/// Puts a folder's entries on the disk; the system does that by itself here.
///
/// # Errors
/// Never.
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_was_changed_before_the_last_moment_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, b"1").unwrap();
        // As an editor does that saves while the temporary is put on the disk.
        let may_replace = || {
            let still = fs::read(&path).unwrap() == b"1";
            fs::write(&path, b"theirs").unwrap();
            still
        };
        assert!(write_if(&path, b"2", PRIVATE, &may_replace).is_ok());
        let not = write_if(&path, b"3", PRIVATE, &|| fs::read(&path).unwrap() == b"1").err().unwrap();
        assert_eq!((not.step, fs::read(&path).unwrap().as_slice()), (Step::Compare, b"2".as_slice()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_but_a_file_gives_way() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        fs::create_dir(at("folder")).unwrap();
        fs::write(at("file"), b"1").unwrap();
        for (link, to) in [("to-socket", "socket"), ("to-file", "file"), ("to-nothing", "none"), ("loop", "loop")] {
            std::os::unix::fs::symlink(at(to), at(link)).unwrap();
        }
        for (name, gives_way) in [
            ("socket", false),
            ("folder", false),
            ("to-socket", false),
            ("loop", false),
            ("file", true),
            ("to-file", true),
            ("to-nothing", true),
            ("new", true),
        ] {
            let before = at(name).symlink_metadata().ok().map(|found| found.file_type());
            assert_eq!(write(&at(name), b"2", PRIVATE, Target::Replace).is_ok(), gives_way, "{name}");
            let now = at(name).symlink_metadata().unwrap().file_type();
            assert!(if gives_way { now.is_file() } else { before == Some(now) }, "{name}");
        }
        drop(socket);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 8, "and nothing is left behind");
    }

    #[test]
    fn a_new_file_never_replaces_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        assert!(write(&path, b"1", PRIVATE, Target::New).is_ok());
        let NotReplaced { step, error } = write(&path, b"2", PRIVATE, Target::New).err().unwrap();
        assert_eq!((step, error.kind()), (Step::Rename, io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path).unwrap(), b"1");
        assert!(write(&path, b"2", PRIVATE, Target::Replace).is_ok());
        assert_eq!(fs::read(&path).unwrap(), b"2");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
