//! Width and height from the headers of picture files.

use super::bytes::{be16, be32, le16, le32};
use super::{jpeg, png};
use crate::facts::Format;

/// What can be said about a picture without decoding it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Skeleton {
    /// Pixels; 0 if the header does not say.
    pub width: u32,
    /// Pixels; 0 if the header does not say.
    pub height: u32,
    /// Whether the file reaches its end. Only meaningful for JPEG, PNG and WebP.
    pub complete: bool,
    /// A JPEG that is sent in passes: decoding it takes twice the memory.
    pub progressive: bool,
}

/// Reads the skeleton of a picture whose format is known from its first bytes.
pub(super) fn skeleton(format: Format, bytes: &[u8]) -> Skeleton {
    let size = match format {
        Format::Jpeg => return jpeg::skeleton(bytes),
        Format::Png => return png::skeleton(bytes),
        Format::Gif => le16(bytes, 6).zip(le16(bytes, 8)).map(|(w, h)| (u32::from(w), u32::from(h))),
        Format::Bmp => bmp(bytes),
        Format::Webp => webp(bytes),
        Format::Tiff => tiff(bytes),
        Format::Heic | Format::Avif => heif(bytes),
        Format::Pdf => None,
    };
    let (width, height) = size.unwrap_or((0, 0));
    let complete = format != Format::Webp || has_whole_chunks(bytes);
    Skeleton { width, height, complete, progressive: false }
}

/// Whether the chunks of a WebP file fit into it: readers set as much memory aside as a chunk claims to have, up to 4 GiB.
fn has_whole_chunks(bytes: &[u8]) -> bool {
    let end_of_all = le32(bytes, 4).map_or(0, |length| u64::from(length) + 8);
    let mut at = 12usize;
    while let Some(length) = at.checked_add(4).filter(|at| (*at as u64) < end_of_all).and_then(|at| le32(bytes, at)) {
        let Some(end) = usize::try_from(length).ok().and_then(|length| at.checked_add(8)?.checked_add(length)) else {
            return false;
        };
        if end > bytes.len() {
            return false;
        }
        // Chunks begin at even places.
        at = end + end % 2;
    }
    true
}

/// The height is negative when the rows run from top to bottom.
fn bmp(bytes: &[u8]) -> Option<(u32, u32)> {
    if le32(bytes, 14)? == 12 {
        return Some((le16(bytes, 18)?.into(), le16(bytes, 20)?.into()));
    }
    let side = |at| le32(bytes, at).map(|side| side.cast_signed().unsigned_abs());
    side(18).zip(side(22))
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let le24 = |at| le32(bytes, at).map(|number| number & 0x00ff_ffff);
    match bytes.get(12..16)? {
        b"VP8X" => Some((le24(24)? + 1, le24(27)? + 1)),
        b"VP8L" => le32(bytes, 21).map(|bits| ((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)),
        b"VP8 " => Some((u32::from(le16(bytes, 26)? & 0x3fff), u32::from(le16(bytes, 28)? & 0x3fff))),
        _ => None,
    }
}

/// Classic TIFF only: tags 256 and 257 of the first directory. BigTIFF does not say.
fn tiff(bytes: &[u8]) -> Option<(u32, u32)> {
    let little = bytes.starts_with(b"II");
    if bytes.get(2..4) != Some(if little { b"*\0" } else { b"\0*" }) {
        return None;
    }
    let short = |at| {
        if little { le16(bytes, at) } else { be16(bytes, at) }
    };
    let long = |at| {
        if little { le32(bytes, at) } else { be32(bytes, at) }
    };
    let directory = long(4)? as usize;
    let entries = usize::from(short(directory)?);
    let side = |tag| {
        let place = |number: usize| directory.checked_add(2)?.checked_add(12 * number);
        let entry = (0..entries).filter_map(place).find(|at| short(*at) == Some(tag))?;
        match short(entry + 2)? {
            3 => short(entry + 8).map(u32::from),
            4 => long(entry + 8),
            _ => None,
        }
    };
    side(256).zip(side(257))
}

/// HEIF keeps a size (`ispe`) for the picture, its tiles and its thumbnail; the largest is the picture's.
/// The property boxes stand in the first kilobytes, so a search for the name is enough and needs no box tree.
fn heif(bytes: &[u8]) -> Option<(u32, u32)> {
    const SEARCHED: usize = 256 * 1024;
    let head = bytes.get(..SEARCHED).unwrap_or(bytes);
    let named = head.windows(4).enumerate().filter(|(_, name)| *name == b"ispe");
    let sizes = named.filter_map(|(at, _)| be32(head, at + 8).zip(be32(head, at + 12)));
    sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(format: Format, bytes: &[u8]) -> (u32, u32) {
        let found = skeleton(format, bytes);
        (found.width, found.height)
    }

    fn bmp_of(width: i32, height: i32) -> Vec<u8> {
        let header = [&b"BM"[..], &[0; 12], &40u32.to_le_bytes()].concat();
        [header, width.to_le_bytes().to_vec(), height.to_le_bytes().to_vec()].concat()
    }

    #[test]
    fn sizes_stand_where_each_format_keeps_them() {
        let vp8x = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xcf\x02\0\xff\x04\0\0";
        let vp8 = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\xd0\x02\x00\x05";
        let packed = (719u32 | (1279 << 14)).to_le_bytes();
        let vp8l = [&b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f"[..], &packed].concat();
        let tiff_ii = b"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\xd0\x02\0\0\x01\x01\x04\0\x01\0\0\0\x00\x05\0\0";
        let tiff_mm = b"MM\0*\0\0\0\x08\0\x02\x01\0\0\x03\0\0\0\x01\x02\xd0\0\0\x01\x01\0\x04\0\0\0\x01\0\0\x05\x00";
        let heif = b"....ispe\0\0\0\0\0\0\x02\0\0\0\x02\0....ispe\0\0\0\0\0\0\x02\xd0\0\0\x05\x00";
        let cases: [(Format, &[u8]); 9] = [
            (Format::Gif, b"GIF89a\xd0\x02\x00\x05"),
            (Format::Bmp, &bmp_of(720, 1280)),
            (Format::Bmp, &bmp_of(720, -1280)),
            (Format::Webp, vp8x),
            (Format::Webp, vp8),
            (Format::Webp, &vp8l),
            (Format::Tiff, tiff_ii),
            (Format::Tiff, tiff_mm),
            (Format::Heic, heif),
        ];
        for (format, bytes) in cases {
            assert_eq!(size(format, bytes), (720, 1280), "{format:?} {}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_webp_is_whole_when_its_chunks_fit() {
        let file = |chunks: &[(&[u8; 4], u32, usize)], after: &[u8]| {
            let chunk =
                |(name, claimed, real): &(&[u8; 4], u32, usize)| [&name[..], &claimed.to_le_bytes(), &vec![0; *real]].concat();
            let body: Vec<u8> = chunks.iter().flat_map(chunk).collect();
            [b"RIFF", &(body.len() as u32 + 4).to_le_bytes()[..], b"WEBP", &body, after].concat()
        };
        let whole = file(&[(b"VP8X", 10, 10), (b"VP8L", 5, 6), (b"EXIF", 8, 8)], b"");
        for (bytes, complete) in [
            (whole.clone(), true),
            (file(&[(b"VP8L", 6, 6)], b"more\xff\xff\xff\xffbehind"), true),
            (file(&[(b"VP8L", 6, 6), (b"EXIF", 0xff00_0000, 40)], b""), false),
            (file(&[(b"VP8L", u32::MAX, 6)], b""), false),
            (whole[..whole.len() - 1].to_vec(), false),
        ] {
            assert_eq!(skeleton(Format::Webp, &bytes).complete, complete, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_header_that_stops_or_lies_has_no_size() {
        let cases: [(Format, &[u8]); 6] = [
            (Format::Gif, b"GIF89a\xd0\x02\x00"),
            (Format::Tiff, b"II*\0\xff\xff\xff\xff"),
            (Format::Tiff, b"II*\0\x08\0\0\0\xff\xff"),
            (Format::Webp, b"RIFF\0\0\0\0WEBPVP8Q"),
            (Format::Heic, b"ispe"),
            (Format::Pdf, b"%PDF-1.7"),
        ];
        for (format, bytes) in cases {
            assert_eq!(size(format, bytes), (0, 0), "{format:?} {}", bytes.escape_ascii());
        }
    }
}
