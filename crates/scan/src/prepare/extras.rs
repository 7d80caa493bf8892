//! What a file carries besides its picture: places and devices, thumbnails, films, further frames.

use crate::bytes::{array, be32, le16, le32};
use crate::facts::Format;
use crate::jpeg::{EOI, SOS, copied, is_bare, is_frame, next_marker};

/// The same picture, pixel for pixel, without anything that is not needed to show it: EXIF, XMP, IPTC, comments,
/// thumbnails, further frames, whatever stands behind its end. The colour profile stays if `keep_profile`.
/// `None` for formats that are not passed on as they are, and for files that cannot be followed to their end.
pub(in super::super) fn strip(format: Format, bytes: &[u8], keep_profile: bool) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => copied(bytes, |marker, content| is_needed(marker, content, keep_profile)),
        Format::Png => strip_png(bytes, keep_profile),
        _ => None,
    }
}

/// Whether a decoder needs the segment: application data and comments are not needed, but for these.
fn is_needed(marker: u8, content: &[u8], keep_profile: bool) -> bool {
    match marker {
        0xe0 => content.starts_with(b"JFIF\0"),
        0xe2 => keep_profile && content.starts_with(b"ICC_PROFILE\0"),
        // Says which of two ways the colours are stored in.
        0xee => content.starts_with(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// Whether a JPEG is made for printing presses: four inks instead of three colours.
pub(super) fn has_four_inks(format: Format, bytes: &[u8]) -> bool {
    let mut at = 2;
    while let (Format::Jpeg, Some((marker, after))) = (format, next_marker(bytes, at)) {
        if is_bare(marker) {
            at = after;
            continue;
        }
        let Some(length) = array(bytes, after).map(u16::from_be_bytes) else { break };
        if is_frame(marker) {
            return bytes.get(after + 7) == Some(&4);
        }
        if marker == SOS || marker == EOI {
            break;
        }
        at = after + usize::from(length).max(2);
    }
    false
}

fn strip_png(bytes: &[u8], keep_profile: bool) -> Option<Vec<u8>> {
    const NEEDED: [&[u8; 4]; 12] =
        [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"cICP", b"sBIT", b"pHYs", b"bKGD"];
    let mut kept = bytes.get(..8)?.to_vec();
    let mut at = 8usize;
    loop {
        let name: [u8; 4] = array(bytes, at.checked_add(4)?)?;
        let end = at.checked_add(12)?.checked_add(usize::try_from(be32(bytes, at)?).ok()?)?;
        if NEEDED.contains(&&name) || (keep_profile && &name == b"iCCP") {
            kept.extend(bytes.get(at..end)?);
        }
        if &name == b"IEND" {
            return Some(kept);
        }
        at = end;
    }
}

/// Whether only the first of several frames or pages is looked at. Walks the file; decodes nothing.
pub(super) fn has_more_frames(format: Format, bytes: &[u8]) -> bool {
    match format {
        Format::Gif => gif_frames(bytes).unwrap_or(false),
        Format::Png => bytes.get(..4096).unwrap_or(bytes).windows(4).any(|name| name == b"acTL"),
        Format::Webp => bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0),
        Format::Tiff => tiff_pages(bytes).unwrap_or(false),
        _ => false,
    }
}

/// Whether a GIF has a second image (GIF89a, section 18 and following).
fn gif_frames(bytes: &[u8]) -> Option<bool> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3usize << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut images = 0;
    loop {
        at += match bytes.get(at)? {
            0x21 => 2,
            0x2c if images == 1 => return Some(true),
            0x2c => {
                images += 1;
                11 + table(*bytes.get(at + 9)?)
            }
            _ => return Some(false),
        };
        // Data follow in blocks of up to 255 bytes; an empty one is the last.
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

/// Whether a TIFF has a second page: the first directory names another.
fn tiff_pages(bytes: &[u8]) -> Option<bool> {
    let little = bytes.starts_with(b"II*\0");
    if !little && !bytes.starts_with(b"MM\0*") {
        return None;
    }
    let short = |at| if little { le16(bytes, at) } else { array(bytes, at).map(u16::from_be_bytes) };
    let long = |at| if little { le32(bytes, at) } else { be32(bytes, at) };
    let directory = usize::try_from(long(4)?).ok()?;
    let next = directory.checked_add(2 + 12 * usize::from(short(directory)?))?;
    Some(long(next)? != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = (content.len() as u16 + 2).to_be_bytes();
        [&[0xff, marker][..], &length, content].concat()
    }

    const SCAN: &[u8] = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\xff\x00\xff\xd0\x34";

    #[test]
    fn a_jpeg_keeps_its_picture_and_loses_the_rest() {
        let frame = segment(0xc0, b"\x08\x05\x00\x02\xd0\x01\x01\x11\x00");
        let jfif = segment(0xe0, b"JFIF\0\x01\x02\x00\x00\x01\x00\x01\x00\x00");
        let (icc, adobe) = (segment(0xe2, b"ICC_PROFILE\0\x01\x01..."), segment(0xee, b"Adobe\0\x64\0\0\0\0\x02"));
        let gone = [
            segment(0xe1, b"Exif\0\0MM\0*GPS"),
            segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x/>"),
            segment(0xed, b"Photoshop 3.0\0"),
            segment(0xe2, b"MPF\0"),
            segment(0xe0, b"JFXX\0\x10"),
            segment(0xfe, b"a comment"),
        ]
        .concat();
        let whole = [&b"\xff\xd8"[..], &gone, &jfif, &icc, &adobe, &frame, SCAN, &gone, SCAN, b"\xff\xd9", b"film"].concat();
        let wanted = [&b"\xff\xd8"[..], &jfif, &icc, &adobe, &frame, SCAN, SCAN, b"\xff\xd9"].concat();
        assert_eq!(strip(Format::Jpeg, &whole, true).unwrap(), wanted);
        assert_eq!(strip(Format::Jpeg, &wanted, true).unwrap(), wanted);
        let without = strip(Format::Jpeg, &whole, false).unwrap();
        assert_eq!(without.len(), wanted.len() - icc.len());
        for length in 0..whole.len() - b"\xff\xd9film".len() {
            assert_eq!(strip(Format::Jpeg, &whole[..length], true), None, "cut to {length}");
        }
    }

    #[test]
    fn a_png_keeps_its_picture_and_loses_the_rest() {
        let chunk = |name: &[u8; 4]| [&3u32.to_be_bytes()[..], name, b"abc", &[0; 4]].concat();
        let start = b"\x89PNG\r\n\x1a\n".to_vec();
        let all = [b"IHDR", b"tEXt", b"iCCP", b"eXIf", b"acTL", b"IDAT", b"fdAT", b"tIME", b"IEND", b"IDAT"];
        let kept = [b"IHDR", b"iCCP", b"IDAT", b"IEND"];
        let whole = [start.clone(), all.map(chunk).concat()].concat();
        let wanted = [start, kept.map(chunk).concat()].concat();
        assert_eq!(strip(Format::Png, &whole, true).unwrap(), wanted);
        assert_eq!(strip(Format::Png, &wanted, true).unwrap(), wanted);
        assert!(!strip(Format::Png, &whole, false).unwrap().windows(4).any(|name| name == b"iCCP"));
        assert_eq!(strip(Format::Png, &wanted[..wanted.len() - 20], true), None);
        assert!(has_more_frames(Format::Png, &whole) && !has_more_frames(Format::Png, &wanted));
        assert_eq!(strip(Format::Gif, b"GIF89a", true), None);
    }

    #[test]
    fn further_frames_and_pages_are_noticed() {
        let frame = b"\x2c\0\0\0\0\x01\0\x01\0\x80abcdef\x02\x02\x44\x01\0";
        let gif = |frames: usize| {
            let start = b"GIF89a\x01\0\x01\0\x80\0\0abcdef\x21\xf9\x04\0\0\0\0\0".to_vec();
            [start, frame.repeat(frames), b";".to_vec()].concat()
        };
        let tiff = |next: u8| [&b"MM\0*\0\0\0\x08\0\x01"[..], &[0; 12], &[0, 0, 0, next]].concat();
        for (format, bytes, expected) in [
            (Format::Gif, gif(1), false),
            (Format::Gif, gif(2), true),
            (Format::Gif, gif(2)[..30].to_vec(), false),
            (Format::Tiff, tiff(0), false),
            (Format::Tiff, tiff(9), true),
            (Format::Tiff, b"II+\0".to_vec(), false),
            (Format::Webp, b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02".to_vec(), true),
            (Format::Webp, b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10".to_vec(), false),
            (Format::Jpeg, b"\xff\xd8".to_vec(), false),
        ] {
            assert_eq!(has_more_frames(format, &bytes), expected, "{format:?} {}", bytes.escape_ascii());
        }
    }
}
