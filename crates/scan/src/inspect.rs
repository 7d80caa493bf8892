//! A careful look at one file.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use image::RgbImage;
use sha2::{Digest, Sha256};

use super::sniff::{HEAD, Kind, sniff};
use super::{PICTURE_LIMIT, VIDEO_LIMIT, code, decode, header, memory, quality, traces, video};
use crate::facts::{Content, FileFacts, Format, Obstacle, PassedOn, PrintedCode};

/// Looks at the file at `path` (links are followed) and says what is really there. Every trouble is a fact, not an
/// error. Blocks as long as the disk takes, never on a pipe or device; takes a few hundred MiB for
/// a moment, for the largest pictures that are decoded at all.
pub fn inspect(path: &Path) -> FileFacts {
    look(path, false)
}

/// As [`inspect`]; with `code` the picture is also looked through for the QR code of a business licence.
pub(super) fn look(path: &Path, code: bool) -> FileFacts {
    match open(path) {
        Ok((file, metadata)) => {
            let modified = metadata.modified().ok();
            let mut found = if code { PrintedCode::None } else { PrintedCode::NotSought };
            let facts = match read(file, metadata.len(), &mut found) {
                Ok(facts) => FileFacts { modified, ..facts },
                Err(error) => FileFacts { size: metadata.len(), modified, ..FileFacts::of(obstacle(&error)) },
            };
            FileFacts { code: found, ..facts }
        }
        Err(error) => FileFacts::of(obstacle(&error)),
    }
}

/// What stands at a path is a pipe, a socket or a device, or a file that the system makes up: nothing that is read as a scan.
#[derive(Debug)]
pub struct NotRegular;

impl std::fmt::Display for NotRegular {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a regular file")
    }
}

impl std::error::Error for NotRegular {}

/// Opens a regular file, and nothing else: asked before opening, because opening a device can have effects, and after,
/// because the name may have come to mean something else in between. `O_NONBLOCK` keeps a pipe from holding us.
pub(super) fn open(path: &Path) -> io::Result<(File, Metadata)> {
    let regular = |metadata: Metadata| match () {
        () if metadata.is_file() => Ok(metadata),
        () if metadata.is_dir() => Err(ErrorKind::IsADirectory.into()),
        () => Err(io::Error::new(ErrorKind::InvalidInput, NotRegular)),
    };
    fs::metadata(path).and_then(regular)?;
    if is_of_the_system(path) {
        return Err(io::Error::new(ErrorKind::InvalidInput, NotRegular));
    }
    let file = options().open(path)?;
    let metadata = file.metadata().and_then(regular)?;
    Ok((file, metadata))
}

/// Whether the system makes up what is read there, whatever links lead to it: `/proc/self/environ` looks like a file, too.
fn is_of_the_system(path: &Path) -> bool {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    cfg!(unix) && ["/proc", "/sys", "/dev"].iter().any(|folder| real.starts_with(folder)) && !real.starts_with("/dev/shm")
}

#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

/// Reads as much as the kind of file deserves: its size in bytes, what it is, and what of it is passed on.
fn read(mut file: File, size: u64, code: &mut PrintedCode) -> io::Result<FileFacts> {
    let of = |size, content| FileFacts { size, ..FileFacts::of(content) };
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    let kind = sniff(&bytes);
    let limit = match kind {
        Kind::Picture(_) => PICTURE_LIMIT,
        Kind::Video { .. } => VIDEO_LIMIT,
        Kind::Unknown if bytes.is_empty() => return Ok(of(0, Content::Empty)),
        Kind::Unknown => return Ok(of(size, Content::Unknown)),
    };
    if size > limit {
        return Ok(of(size, Content::TooLarge { limit }));
    }
    // The file may grow while it is read; the bytes that were read are what is described.
    file.take(limit + 1 - bytes.len() as u64).read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    if read > limit {
        return Ok(of(read, Content::TooLarge { limit }));
    }
    let (content, small) = describe(kind, &bytes, code);
    let passed_on = passed_on(&content, small.as_ref(), bytes);
    Ok(FileFacts { passed_on, ..of(read, content) })
}

/// What of a file is passed on; `None` of what is damaged or is no picture that was decoded and no film.
fn passed_on(content: &Content, small: Option<&RgbImage>, bytes: Vec<u8>) -> Option<PassedOn> {
    if !matches!(content, Content::Picture { damage: None, analysis: Some(_), .. } | Content::Video { damage: None, .. }) {
        return None;
    }
    let bytes = traces::without_traces_of_sound(bytes);
    let thumbnail = small.and_then(quality::encoded).map(Into::into);
    Some(PassedOn { sha256: sha256(&bytes), size: bytes.len() as u64, thumbnail })
}

/// The bytes of a file that [`inspect`] would look at, and no more of them than that: never of a pipe or a device, whatever the name has
/// come to mean since.
///
/// # Errors
/// When it is no regular file, is larger than any that is taken, or cannot be read.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let (file, metadata) = open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(VIDEO_LIMIT)).unwrap_or_default());
    file.take(VIDEO_LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > VIDEO_LIMIT { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// What these bytes are, as [`inspect`] says it of a file that holds them: their content, never an error.
pub fn inspect_bytes(bytes: &[u8]) -> Content {
    let head = bytes.get(..HEAD as usize).unwrap_or(bytes);
    if bytes.is_empty() { Content::Empty } else { describe(sniff(head), bytes, &mut PrintedCode::NotSought).0 }
}

/// What the bytes of a whole file are, and a small copy of the picture, upright, where one was decoded; the code that is printed in it
/// where that is sought.
fn describe(kind: Kind, bytes: &[u8], code: &mut PrintedCode) -> (Content, Option<RgbImage>) {
    match kind {
        Kind::Picture(format) => picture(format, bytes, code),
        Kind::Video { mp4 } => {
            let damage = if mp4 { video::damage(bytes) } else { None };
            (Content::Video { mp4, damage, location: mp4 && traces::of_film(bytes), sha256: sha256(bytes) }, None)
        }
        Kind::Unknown => (Content::Unknown, None),
    }
}

/// Only JPEG and PNG are judged by more than their headers: nothing else is taken anyway.
fn picture(format: Format, bytes: &[u8], code: &mut PrintedCode) -> (Content, Option<RgbImage>) {
    let header::Skeleton { width, height, .. } = header::skeleton(format, bytes);
    // Held until the look is over.
    let _held = memory::hold(memory::of_pixels(width, height));
    let (damage, seen) = match format {
        Format::Jpeg | Format::Png => match decode::decode(format, bytes, header::skeleton(format, bytes)) {
            Ok(decoded) => {
                let (mut seen, small) = quality::analyse(&decoded);
                if *code != PrintedCode::NotSought {
                    *code = code::printed(&decoded.picture);
                }
                let (location, device) = traces::of_picture(format, bytes);
                seen.notes.location |= location;
                seen.notes.device |= device;
                (None, Some((Box::new(seen), small)))
            }
            Err(damage) => (Some(damage), None),
        },
        _ => (None, None),
    };
    let (analysis, small) = seen.unzip();
    (Content::Picture { format, width, height, damage, sha256: sha256(bytes), analysis }, small)
}

/// SHA-256 of these bytes, as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What an error of the operating system says about the file.
pub(super) fn obstacle(error: &io::Error) -> Content {
    match error.kind() {
        _ if error.get_ref().is_some_and(|inner| inner.is::<NotRegular>()) => Content::NotAFile,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Content::Missing,
        ErrorKind::PermissionDenied => Content::Unreadable(Obstacle::NoPermission),
        ErrorKind::InvalidInput | ErrorKind::InvalidFilename => Content::Unreadable(Obstacle::BadName),
        ErrorKind::IsADirectory => Content::NotAFile,
        _ if is_link_loop(error) => Content::Unreadable(Obstacle::LinkLoop),
        _ => Content::Unreadable(Obstacle::Failed),
    }
}

/// The standard library has no stable name for this kind yet.
#[cfg(unix)]
fn is_link_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::ELOOP)
}

/// Elsewhere the system does not tell.
#[cfg(not(unix))]
fn is_link_loop(_: &io::Error) -> bool {
    false
}

#[cfg(test)]
#[path = "inspect_tests.rs"]
mod tests;
