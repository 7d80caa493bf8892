//! The skeleton of a JPEG file: its size, and whether it reaches its end.
//!
//! Decoders of JPEG are lenient: half a scan decodes without complaint, the rest grey. So the markers are walked
//! here (ITU T.81, annex B). Bytes after the end marker are fine: phones put films and maps of depth there.

use super::bytes::{array, be16};
use super::header::Skeleton;

pub(super) const EOI: u8 = 0xd9;
pub(super) const SOS: u8 = 0xda;

/// Walks the markers of a file that begins with SOI.
pub(super) fn skeleton(bytes: &[u8]) -> Skeleton {
    let mut found = Skeleton::default();
    let mut at = 2;
    while let Some((marker, after)) = next_marker(bytes, at) {
        if marker == EOI {
            found.complete = true;
            break;
        }
        if is_bare(marker) {
            at = after;
            continue;
        }
        let Some(length) = be16(bytes, after) else {
            break;
        };
        if is_frame(marker) && found.width == 0 {
            found.height = be16(bytes, after + 3).map_or(0, u32::from);
            found.width = be16(bytes, after + 5).map_or(0, u32::from);
            found.progressive = matches!(marker, 0xc2 | 0xc6 | 0xca | 0xce);
        }
        at = after + usize::from(length).max(2);
        if marker == SOS {
            at = end_of_scan(bytes, at);
        }
    }
    found
}

/// The file with those segments that are to be kept, by marker and content, and without stray bytes between them or anything behind
/// its end; pixel for pixel the same as long as a decoder needs no other segment. `None` for a file that cannot be followed to its end.
pub(super) fn copied(bytes: &[u8], keep: impl Fn(u8, &[u8]) -> bool) -> Option<Vec<u8>> {
    let mut kept = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let (marker, after) = next_marker(bytes, at)?;
        if marker == EOI {
            kept.extend([0xff, EOI]);
            return Some(kept);
        }
        if is_bare(marker) {
            kept.extend([0xff, marker]);
            at = after;
            continue;
        }
        let length = usize::from(u16::from_be_bytes(array(bytes, after)?));
        let mut end = after.checked_add(length.max(2))?;
        let content = bytes.get(after..end)?.get(2..)?;
        let keep = keep(marker, content);
        if marker == SOS {
            end = end_of_scan(bytes, end);
        }
        if keep {
            kept.extend([0xff, marker]);
            kept.extend(bytes.get(after..end)?);
        }
        at = end;
    }
}

/// The next marker from `at` on, and the place behind it. Fill bytes and stray bytes are passed over, as decoders do.
pub(super) fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let mut rest = bytes.get(at..)?.iter().enumerate().skip_while(|(_, byte)| **byte != 0xff);
    let (offset, code) = rest.find(|(_, byte)| **byte != 0xff)?;
    Some((*code, at + offset + 1))
}

/// Where the compressed data that begins at `at` ends: at the next marker that is not part of it.
pub(super) fn end_of_scan(bytes: &[u8], at: usize) -> usize {
    let data = bytes.get(at..).unwrap_or_default();
    let ends = |offset: &usize| data.get(offset + 1).is_some_and(|code| *code != 0xff && !is_bare(*code));
    memchr::memchr_iter(0xff, data).find(ends).map_or(bytes.len(), |offset| at + offset)
}

/// Markers without a length: stuffed bytes, TEM and restart markers.
pub(super) fn is_bare(marker: u8) -> bool {
    matches!(marker, 0x00 | 0x01 | 0xd0..=0xd8)
}

/// Start of frame, of any kind; C4, C8 and CC are something else.
pub(super) fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOF: &[u8] = b"\xff\xc0\x00\x0b\x08\x05\x00\x02\xd0\x01\x01\x11\x00"; // 720 × 1280
    const SCAN: &[u8] = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\xff\x00\xff\xd0\x34\xff\xff\xd1";

    fn file(parts: &[&[u8]]) -> Vec<u8> {
        [&[&b"\xff\xd8"[..]], parts].concat().concat()
    }

    #[test]
    fn a_whole_file_is_complete_and_has_its_size() {
        let thumbnail = b"\xff\xe1\x00\x08\xff\xd8\xff\xc0\xff\xd9"; // an end marker inside a segment is not the end
        for bytes in [
            file(&[SOF, SCAN, b"\xff\xd9"]),
            file(&[thumbnail, SOF, SCAN, SCAN, b"\xff\xff\xff\xd9"]),
            file(&[SOF, SCAN, b"\xff\xd9", b"trailing film"]),
            file(&[b"stray", SOF, SCAN, b"\xff\xd9"]),
        ] {
            let found = skeleton(&bytes);
            assert!(found.complete && !found.progressive, "{}", bytes.escape_ascii());
            assert_eq!((found.width, found.height), (720, 1280));
        }
    }

    #[test]
    fn a_file_cut_off_anywhere_is_not_complete() {
        let whole = file(&[b"\xff\xe1\x00\x08\xff\xd8\xff\xc0\xff\xd9", SOF, SCAN, b"\xff\xd9"]);
        for length in 2..whole.len() {
            assert!(!skeleton(&whole[..length]).complete, "cut to {length}");
        }
    }

    #[test]
    fn a_progressive_frame_is_recognised() {
        let sof2 = b"\xff\xc2\x00\x0b\x08\x00\x01\x00\x02\x01\x01\x11\x00";
        let found = skeleton(&file(&[sof2, SCAN, b"\xff\xd9"]));
        assert!(found.progressive);
        assert_eq!((found.width, found.height), (2, 1));
    }
}
