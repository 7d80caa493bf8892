//! Where, and with what, a picture or a film was taken, as its file says it beside EXIF: in XMP, in texts of a PNG, in the boxes of an MP4;
//! and files without any of it.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

use super::bytes::{array, be32, be64};
use super::jpeg::{EOI, SOS, is_bare, next_marker};
use super::prepare::strip;
use super::sniff::{HEAD, Kind, sniff};
use super::{decode, header, memory};
use crate::facts::Format;

/// What stands for a place, in XMP and in the texts that programs for pictures write.
const PLACES: [&[u8]; 5] = [b"GPSLatitude", b"GPSLongitude", b"GPSPosition", b"photoshop:City", b"Iptc4xmpCore:Location"];
/// What stands for a device.
const DEVICES: [&[u8]; 5] = [b"tiff:Make", b"tiff:Model", b"SerialNumber", b"aux:OwnerName", b"exifEX:CameraOwnerName"];
/// What stands for a place in an MP4: Android's and Apple's ways, and that of the standard for phones.
const FILM_PLACES: [&[u8]; 4] = [b"\xa9xyz", b"loci", b"com.apple.quicktime.location", b"GPSCoordinates"];
/// A text that is packed is looked at so far, in bytes.
const MOST_TEXT: u64 = 1 << 20;
/// How deep boxes stand in each other where notes are looked for: a track inside the contents.
const DEPTH: usize = 2;

/// Whether a picture's file tells place and device, beside what its EXIF data say.
pub(super) fn of_picture(format: Format, bytes: &[u8]) -> (bool, bool) {
    let mut told = (false, false);
    let mut look = |text: &[u8]| {
        told.0 |= PLACES.iter().any(|word| holds(text, word));
        told.1 |= DEVICES.iter().any(|word| holds(text, word));
    };
    match format {
        Format::Jpeg => segments(bytes, &mut look),
        Format::Png => texts(bytes, &mut look),
        _ => {}
    }
    told
}

fn holds(text: &[u8], word: &[u8]) -> bool {
    text.len() >= word.len() && text.windows(word.len()).any(|part| part == word)
}

/// The application data of a JPEG, up to its pixels.
fn segments(bytes: &[u8], look: &mut impl FnMut(&[u8])) {
    let mut at = 2;
    while let Some((marker, after)) = next_marker(bytes, at) {
        if matches!(marker, SOS | EOI) {
            return;
        }
        if is_bare(marker) {
            at = after;
            continue;
        }
        let Some(length) = array(bytes, after).map(u16::from_be_bytes) else { return };
        let end = after + usize::from(length).max(2);
        if matches!(marker, 0xe1 | 0xed | 0xfe) {
            look(bytes.get(after + 2..end.min(bytes.len())).unwrap_or_default());
        }
        at = end;
    }
}

/// The texts of a PNG, those that are packed as well.
fn texts(bytes: &[u8], look: &mut impl FnMut(&[u8])) {
    let mut at = 8usize;
    while let (Some(length), Some(name)) = (be32(bytes, at), array::<4>(bytes, at + 4)) {
        let Some(end) = at.checked_add(12).and_then(|end| end.checked_add(length as usize)).filter(|end| *end <= bytes.len())
        else {
            return;
        };
        let content = bytes.get(at + 8..end - 4).unwrap_or_default();
        if matches!(&name, b"tEXt" | b"iTXt" | b"zTXt") {
            look(content);
            look(&unpacked(&name, content).unwrap_or_default());
        }
        at = end;
    }
}

/// The packed text of a chunk, as far as it is one.
fn unpacked(name: &[u8; 4], content: &[u8]) -> Option<Vec<u8>> {
    let mut rest = content.split_at_checked(content.iter().position(|byte| *byte == 0)? + 1)?.1;
    match name {
        b"zTXt" => rest = rest.get(1..)?,
        b"iTXt" if rest.first() == Some(&1) => {
            rest = rest.get(2..)?;
            for _ in 0..2 {
                rest = rest.get(rest.iter().position(|byte| *byte == 0)? + 1..)?;
            }
        }
        _ => return None,
    }
    let mut text = Vec::new();
    // What is damaged tells what stands before the damage.
    let _ = ZlibDecoder::new(rest).take(MOST_TEXT).read_to_end(&mut text);
    Some(text)
}

/// Whether a film's file tells where it was taken.
pub(super) fn of_film(bytes: &[u8]) -> bool {
    notes(bytes, 0..bytes.len(), 0).into_iter().any(|range| {
        let note = bytes.get(range).unwrap_or_default();
        FILM_PLACES.iter().chain(&PLACES).any(|word| holds(note, word))
    })
}

/// Where the boxes lie that hold notes for people, whole, in a range of the file (ISO 14496-12, section 8.10): `udta`, `meta` below the
/// contents, and `uuid`.
fn notes(bytes: &[u8], range: std::ops::Range<usize>, depth: usize) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let (Some(size), Some(name)) = (be32(bytes, at), array::<4>(bytes, at + 4)) {
        let (head, size) = match size {
            0 => (8, range.end.saturating_sub(at)),
            1 => (16, be64(bytes, at + 8).and_then(|size| usize::try_from(size).ok()).unwrap_or(usize::MAX)),
            size => (8, size as usize),
        };
        let Some(end) = at.checked_add(size).filter(|end| size >= head && *end <= range.end) else { break };
        match &name {
            b"udta" | b"uuid" => found.push(at..end),
            b"meta" if depth > 0 => found.push(at..end),
            b"moov" | b"trak" if depth < DEPTH => found.extend(notes(bytes, at + head..end, depth + 1)),
            _ => {}
        }
        at = end;
    }
    found
}

/// The same picture or film without place, device and other notes: pixel for pixel, and turned as before. Formats that are not passed on,
/// and files that cannot be followed to their end, stay as they are.
#[must_use]
pub fn without_traces(bytes: Vec<u8>) -> Vec<u8> {
    let Kind::Picture(format @ (Format::Jpeg | Format::Png)) = sniff(bytes.get(..HEAD as usize).unwrap_or(&bytes)) else {
        return without_traces_of_sound(bytes);
    };
    let stripped = without_traces_of_sound(bytes.clone());
    // Of a damaged picture not every decoder makes the same; what was judged is what is passed on.
    let _held = memory::hold(of(format, &bytes));
    let is_sound = stripped == bytes || decode::decode(format, &stripped, header::skeleton(format, &stripped)).is_ok();
    if is_sound { stripped } else { bytes }
}

/// The same of what an inspection has found sound, which is not decoded for it: what stands between the marks that a decoder needs is
/// copied as it is, so it decodes to the same pixels.
#[must_use]
pub fn without_traces_of_sound(mut bytes: Vec<u8>) -> Vec<u8> {
    match sniff(bytes.get(..HEAD as usize).unwrap_or(&bytes)) {
        Kind::Picture(format @ (Format::Jpeg | Format::Png)) => {
            let Some(mut stripped) = strip(format, &bytes, true) else { return bytes };
            if stripped == bytes {
                return bytes;
            }
            let turned = decode::orientation(format, &bytes).filter(|orientation| *orientation > 1);
            if let Some(orientation) = turned {
                turn(format, &mut stripped, orientation);
            }
            stripped
        }
        Kind::Video { mp4: true } => {
            // Free space of the same size: nothing else in the file moves.
            for range in notes(&bytes, 0..bytes.len(), 0) {
                let is_long = be32(&bytes, range.start) == Some(1);
                let head = range.start + if is_long { 16 } else { 8 };
                if let Some(name) = bytes.get_mut(range.start + 4..range.start + 8) {
                    name.copy_from_slice(b"free");
                }
                if let Some(content) = bytes.get_mut(head..range.end) {
                    content.fill(0);
                }
            }
            bytes
        }
        _ => bytes,
    }
}

/// What decoding a picture takes, in bytes of memory.
fn of(format: Format, bytes: &[u8]) -> u64 {
    let size = header::skeleton(format, bytes);
    memory::of_pixels(size.width, size.height)
}

/// Puts in how a picture is turned, and nothing else: EXIF data of one entry.
fn turn(format: Format, bytes: &mut Vec<u8>, orientation: u8) {
    let exif = [&b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation], &[0; 6]].concat();
    match format {
        Format::Jpeg => {
            let content = [&b"Exif\0\0"[..], &exif].concat();
            let length = (content.len() as u16 + 2).to_be_bytes();
            bytes.splice(2..2, [&b"\xff\xe1"[..], &length, &content].concat());
        }
        _ => {
            // Behind the header, which has 13 bytes and comes first.
            let body = [&b"eXIf"[..], &exif].concat();
            let mut sum = flate2::Crc::new();
            sum.update(&body);
            let chunk = [&(exif.len() as u32).to_be_bytes()[..], &body, &sum.sum().to_be_bytes()].concat();
            if bytes.len() > 33 {
                bytes.splice(33..33, chunk);
            }
        }
    }
}

#[cfg(test)]
#[path = "traces_tests.rs"]
mod tests;
