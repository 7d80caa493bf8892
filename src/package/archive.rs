//! The zip: the same bytes for the same package, on disk whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, ErrorKind, IntoInnerError, Read, Write};
use std::path::Path;

use chrono::Datelike;
use serde::Deserialize;
use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::encryption::{self, Protection};
use super::window::Window;
use super::{Package, PackageError, Part, manifest};
use crate::fs::PRIVATE;
use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::temporary::{Temporaries, Which};

/// Everyone who gets the archive may read what is in it; whoever may get it is decided by the archive's own mode.
const MODE: u32 = 0o644;

/// Bytes of a text from which on it is compressed in a hurry.
const LARGE: usize = 64 * 1024;

impl Package {
    /// Writes the archive, one file after the other: no more of it is in memory than the largest of them. Entries stand in the order of
    /// their names and carry the day of the export, nothing of the machine.
    ///
    /// # Errors
    /// When a scan cannot be read or is no longer what was inspected, the parts do not fit into an archive (larger than its format can
    /// hold), or `out` takes no more.
    pub fn write_to(&self, out: impl Write) -> Result<(), PackageError> {
        let mut zip = ZipWriter::new(Window::new(out));
        // What is finished leaves the window.
        zip.set_flush_on_finish_file(true);
        let options = SimpleFileOptions::default().unix_permissions(MODE).last_modified_time(self.time());
        for file in self.files() {
            let (path, bytes) = file?;
            // Pictures and videos are compressed already.
            let text = [".json", ".toml", ".html", ".ics", ".md", ".txt"].iter().any(|ending| path.ends_with(ending));
            let method = if text { CompressionMethod::Deflated } else { CompressionMethod::Stored };
            // What is large is the sheet with its pictures: pressing it harder makes it a fiftieth smaller and takes much longer.
            let level = (text && bytes.len() > LARGE).then_some(3);
            let options = options.compression_method(method).compression_level(level);
            let entry = zip.start_file(path, options).map_err(io::Error::from);
            entry.and_then(|()| zip.write_all(&bytes)).map_err(PackageError::Archive)?;
        }
        let window = zip.finish().map_err(|error| PackageError::Archive(error.into()))?;
        window.finish().map_err(PackageError::Archive)
    }

    /// The archive's bytes.
    ///
    /// # Errors
    /// As [`Package::write_to`].
    #[cfg(any(test, feature = "internals"))]
    pub fn to_bytes(&self) -> Result<Vec<u8>, PackageError> {
        let mut bytes = Vec::new();
        self.write_to(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether a file holds just this package.
    #[must_use]
    pub fn is_in(&self, path: &Path) -> bool {
        if !path.metadata().is_ok_and(|found| found.is_file()) {
            return false;
        }
        let Ok(file) = File::open(path) else { return false };
        let mut same = Same(BufReader::with_capacity(BLOCK, file));
        self.write_to(&mut same).is_ok() && same.0.fill_buf().is_ok_and(<[u8]>::is_empty)
    }

    /// Midnight of the day of the export; the format's earliest moment for days it cannot hold.
    fn time(&self) -> DateTime {
        let date = self.date();
        let part = |value: u32| u8::try_from(value).unwrap_or(1);
        u16::try_from(date.year())
            .ok()
            .and_then(|year| DateTime::from_date_and_time(year, part(date.month()), part(date.day()), 0, 0, 0).ok())
            .unwrap_or_default()
    }
}

/// Bytes that go to or come from the disk at once.
const BLOCK: usize = 64 * 1024;

/// Takes bytes only as long as they are those that can be read.
struct Same<R>(BufReader<R>);

impl<R: Read> Write for Same<R> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let there = self.0.fill_buf()?;
        let count = there.len().min(bytes.len());
        if count == 0 && !bytes.is_empty() || there.get(..count) != bytes.get(..count) {
            return Err(ErrorKind::InvalidData.into());
        }
        self.0.consume(count);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a package, protected as asked, readable by its owner only. What was there before is replaced in one step where `target` says
/// so, or stays when anything fails.
///
/// # Errors
/// When a scan cannot be read any more, and what the system said: no such folder, no permission, no room, and
/// [`io::ErrorKind::AlreadyExists`] where somebody else was quicker.
pub fn write(path: &Path, package: &Package, protection: &Protection, target: Target) -> Result<(), WriteError> {
    write_if(path, package, protection, target, &|| true)
}

/// The same, if `may_replace` says so once everything but the name is done.
///
/// # Errors
/// As [`write`], and that there is another file already where it says no.
pub fn write_if(
    path: &Path,
    package: &Package,
    protection: &Protection,
    target: Target,
    may_replace: &dyn Fn() -> bool,
) -> Result<(), WriteError> {
    // One name for all packages: the next export has another day's name and sweeps what this one leaves all the same.
    let temporaries = Temporaries::named("beian-", 6);
    temporaries.sweep(folder_of(path), Which::Abandoned);
    let fill = |file: &mut dyn Write| {
        let mut out = protection.over(BufWriter::with_capacity(BLOCK, file))?;
        package.write_to(&mut out).map_err(io::Error::other)?;
        out.finish()?.into_inner().map(drop).map_err(IntoInnerError::into_error)
    };
    let replaced = atomic::fill_if(&temporaries, path, &fill, (PRIVATE, target), may_replace).map_err(io::Error::from)?;
    replaced.not_yet_durable.map_or(Ok(()), |error| Err(error.into()))
}

/// Why a package was not written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// A scan is not there any more, or is another one.
    #[error(transparent)]
    Package(PackageError),
    /// What the system said.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        match error.downcast::<PackageError>() {
            // The archive is put together while it is written: what stops that is the disk.
            Ok(PackageError::Archive(error)) | Err(error) => Self::Io(error),
            Ok(error) => Self::Package(error),
        }
    }
}

/// What a package holds, by its manifest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Contents {
    /// What is filed: `new`, `change`, `deregister`; empty in packages of earlier versions.
    #[serde(default)]
    pub kind: String,
    /// The mini-program.
    #[serde(default)]
    pub app_id: String,
    /// The name of who files.
    #[serde(default)]
    pub subject: String,
    /// The filing number, where there is one.
    #[serde(default)]
    pub number: String,
    /// The day of its export.
    #[serde(default)]
    pub date: String,
}

impl Contents {
    /// Whether both are packages of one filing, made on whichever day: of the same kind, mini-program and entity. Packages that name
    /// neither mini-program nor number are nobody's for certain.
    #[must_use]
    pub fn is_same_filing(&self, other: &Self) -> bool {
        let of = |one: &Self| {
            let kind = if one.kind.is_empty() { "new" } else { &one.kind };
            [kind, &one.app_id, &one.subject, &one.number].map(|part| part.trim().to_owned())
        };
        let named = !self.app_id.trim().is_empty() || !self.number.trim().is_empty();
        named && of(self) == of(other)
    }
}

/// Bytes of a manifest at most.
const MANIFEST_LIMIT: u64 = 4 * 1024 * 1024;

/// What has a name on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// A package, of this filing.
    Package(Box<Contents>),
    /// Something that is encrypted: what it holds cannot be told without its key.
    Encrypted,
    /// Anything else.
    Other,
}

/// What lies here; a package says so by its manifest.
#[must_use]
pub fn held(path: &Path) -> Held {
    let start = || {
        let mut start = Vec::new();
        File::open(path).ok()?.take(encryption::START as u64).read_to_end(&mut start).ok()?;
        Some(start)
    };
    match contents(path) {
        Some(contents) => Held::Package(Box::new(contents)),
        None if path.is_file() && start().is_some_and(|start| encryption::is_encrypted(&start)) => Held::Encrypted,
        None => Held::Other,
    }
}

/// What the package in this file holds; `None` where it is no package this program made.
#[must_use]
pub fn contents(path: &Path) -> Option<Contents> {
    if !fs::metadata(path).is_ok_and(|found| found.is_file()) {
        return None;
    }
    let mut zip = ZipArchive::new(File::open(path).ok()?).ok()?;
    zip.by_name("filing.toml").ok()?;
    let mut text = String::new();
    zip.by_name(manifest::PATH).ok()?.take(MANIFEST_LIMIT).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

impl Package {
    /// What this package will be known by.
    #[must_use]
    pub fn contents(&self) -> Option<Contents> {
        let Part::Made(bytes) = self.files.get(manifest::PATH)? else { return None };
        serde_json::from_slice(bytes).ok()
    }
}
