//! The zip: the same bytes for the same package, on disk whole or not at all.

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Write};
use std::path::Path;

use chrono::Datelike;
use serde::Deserialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::encryption::{self, Protection};
use super::{Package, manifest};
use crate::fs::PRIVATE;
use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::temporary::{Temporaries, Which};

/// Bytes that an entry takes beside its name and its content, in both of its headers.
const HEADERS: usize = 128;
/// Everyone who gets the archive may read what is in it; whoever may get it is decided by the archive's own mode.
const MODE: u32 = 0o644;

impl Package {
    /// The archive's bytes. Entries stand in the order of their names and carry the day of the export, nothing of the machine.
    ///
    /// # Errors
    /// When the parts do not fit into an archive (larger than its format can hold).
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        // Room for all of it at once: growing would take as much again.
        let size: usize = self.files().map(|(path, bytes)| bytes.len() + 2 * path.len() + HEADERS).sum();
        let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
        let options = SimpleFileOptions::default().unix_permissions(MODE).last_modified_time(self.time());
        for (path, bytes) in self.files() {
            // Pictures and videos are compressed already.
            let text = [".json", ".toml", ".html", ".ics", ".md", ".txt"].iter().any(|ending| path.ends_with(ending));
            let method = if text { CompressionMethod::Deflated } else { CompressionMethod::Stored };
            zip.start_file(path, options.compression_method(method))?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
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

/// Writes the bytes of an archive, protected as asked, readable by its owner only. What was there before is replaced in one step, or
/// stays when anything fails.
///
/// # Errors
/// What the system said: no such folder, no permission, no room.
pub fn write(path: &Path, bytes: Vec<u8>, protection: &Protection) -> io::Result<()> {
    let bytes = protection.apply(bytes)?;
    // One name for all packages: the next export has another day's name and sweeps what this one leaves all the same.
    let temporaries = Temporaries::named("beian-", 6);
    temporaries.sweep(folder_of(path), Which::Abandoned);
    let replaced = atomic::write_by(&temporaries, path, &bytes, PRIVATE, Target::Replace)?;
    replaced.not_yet_durable.map_or(Ok(()), Err)
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
        serde_json::from_slice(self.files.get(manifest::PATH)?).ok()
    }
}
