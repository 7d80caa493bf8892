//! What a file is, by its first bytes.

use super::bytes::{array, be32, le32};
use crate::facts::Format;

/// How many bytes from the start [`sniff`] wants to see.
pub(super) const HEAD: u64 = 4096;

/// What the first bytes promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A picture, or a PDF.
    Picture(Format),
    /// A film, MP4 or not.
    Video { mp4: bool },
    /// Neither.
    Unknown,
}

/// Tells pictures and films from their first bytes.
pub(super) fn sniff(head: &[u8]) -> Kind {
    if let Some(format) = picture(head) {
        return Kind::Picture(format);
    }
    if let Some(kind) = base_media(head) {
        return kind;
    }
    if other_video(head) { Kind::Video { mp4: false } } else { Kind::Unknown }
}

fn picture(head: &[u8]) -> Option<Format> {
    const MAGIC: [(&[u8], Format); 8] = [
        (b"\xff\xd8\xff", Format::Jpeg),
        (b"\x89PNG\r\n\x1a\n", Format::Png),
        (b"GIF87a", Format::Gif),
        (b"GIF89a", Format::Gif),
        (b"II*\0", Format::Tiff),
        (b"MM\0*", Format::Tiff),
        (b"II+\0", Format::Tiff),
        (b"MM\0+", Format::Tiff),
    ];
    let by_magic = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, format)| *format);
    by_magic
        .or_else(|| is_webp(head).then_some(Format::Webp))
        .or_else(|| is_bmp(head).then_some(Format::Bmp))
        .or_else(|| is_pdf(head).then_some(Format::Pdf))
}

fn is_webp(head: &[u8]) -> bool {
    head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP")
}

/// "BM" alone begins many a text; the size of the second header is one of a few.
fn is_bmp(head: &[u8]) -> bool {
    head.starts_with(b"BM") && matches!(le32(head, 14), Some(12 | 16 | 40 | 52 | 56 | 64 | 108 | 124))
}

/// Readers accept a byte order mark or blanks before the PDF header.
fn is_pdf(head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    start.trim_ascii_start().starts_with(b"%PDF-")
}

/// Files of the ISO base media family (first box `ftyp`) by their brands, and QuickTime films from before brands.
fn base_media(head: &[u8]) -> Option<Kind> {
    const HEIF: [&[u8; 4]; 7] = [b"heic", b"heix", b"heim", b"heis", b"mif1", b"hevc", b"hevx"];
    const AVIF: [&[u8; 4]; 2] = [b"avif", b"avis"];
    const NOT_FILM: [&[u8; 4]; 4] = [b"M4A ", b"M4B ", b"M4P ", b"crx "];
    match &array::<4>(head, 4)? {
        b"ftyp" => {}
        b"moov" | b"mdat" | b"wide" => return Some(Kind::Video { mp4: false }),
        _ => return None,
    }
    let major = array::<4>(head, 8)?;
    if NOT_FILM.contains(&&major) {
        return Some(Kind::Unknown);
    }
    let end = (be32(head, 0)? as usize).clamp(8, head.len());
    let mut brands = vec![major];
    brands.extend(head.get(16..end).unwrap_or_default().chunks_exact(4).filter_map(|brand| array(brand, 0)));
    // `mif1` only says that there is a still picture; the other brands say how it is packed.
    let still = |of: &[&[u8; 4]]| brands.iter().any(|brand| of.contains(&brand));
    if still(&AVIF) && &major != b"heic" {
        return Some(Kind::Picture(Format::Avif));
    }
    if still(&HEIF) {
        return Some(Kind::Picture(Format::Heic));
    }
    // A film that names QuickTime or 3GPP first is not an MP4 file, whatever it is also compatible with.
    let foreign = &major == b"qt  " || major.starts_with(b"3g");
    Some(Kind::Video { mp4: !foreign && brands.iter().any(is_mp4_brand) })
}

fn is_mp4_brand(brand: &[u8; 4]) -> bool {
    brand.starts_with(b"iso") || brand.starts_with(b"mp4") || matches!(brand, b"avc1" | b"M4V " | b"MSNV" | b"dash")
}

fn other_video(head: &[u8]) -> bool {
    let avi = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"AVI ");
    let magic: [&[u8]; 4] = [
        b"\x1a\x45\xdf\xa3",                 // Matroska, WebM
        b"FLV\x01",                          // Flash
        b"\x00\x00\x01\xba",                 // MPEG programme stream
        b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", // Windows Media
    ];
    avi || magic.iter().any(|magic| head.starts_with(magic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ftyp(major: &[u8; 4], compatible: &[&[u8; 4]]) -> Vec<u8> {
        let size = 16 + 4 * compatible.len() as u32;
        let mut bytes = [&size.to_be_bytes()[..], b"ftyp", major, &[0; 4]].concat();
        compatible.iter().for_each(|brand| bytes.extend_from_slice(*brand));
        bytes.extend_from_slice(b"\0\0\0\x08mdatheic");
        bytes
    }

    #[test]
    fn pictures_are_told_by_their_first_bytes() {
        let bmp = [&b"BM"[..], &[0; 12], &40u32.to_le_bytes()].concat();
        let cases: [(&[u8], Option<Format>); 16] = [
            (b"\xff\xd8\xff\xe0", Some(Format::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", Some(Format::Png)),
            (b"GIF89a", Some(Format::Gif)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(Format::Webp)),
            (b"II*\0\x08\0\0\0", Some(Format::Tiff)),
            (b"MM\0*\0\0\0\x08", Some(Format::Tiff)),
            (b"%PDF-1.7", Some(Format::Pdf)),
            (b"\xef\xbb\xbf\r\n%PDF-1.4", Some(Format::Pdf)),
            (&bmp, Some(Format::Bmp)),
            (b"BMW is a maker of cars", None),
            (b"\xff\xd8", None),
            (b"\x89PNG\n\x1a\n", None),
            (b"PK\x03\x04", None),
            (b"<svg xmlns=", None),
            (b"see %PDF-1.7", None),
            (b"", None),
        ];
        for (head, format) in cases {
            let expected = format.map_or(Kind::Unknown, Kind::Picture);
            assert_eq!(sniff(head), expected, "{}", head.escape_ascii());
        }
    }

    #[test]
    fn base_media_files_are_told_by_their_brands() {
        let cases = [
            (ftyp(b"isom", &[b"isom", b"avc1"]), Kind::Video { mp4: true }),
            (ftyp(b"mp42", &[]), Kind::Video { mp4: true }),
            (ftyp(b"XXXX", &[b"mp41"]), Kind::Video { mp4: true }),
            (ftyp(b"qt  ", &[b"qt  "]), Kind::Video { mp4: false }),
            (ftyp(b"3gp4", &[b"isom", b"3gp4"]), Kind::Video { mp4: false }),
            (ftyp(b"heic", &[b"mif1"]), Kind::Picture(Format::Heic)),
            (ftyp(b"mif1", &[b"heic"]), Kind::Picture(Format::Heic)),
            (ftyp(b"avif", &[]), Kind::Picture(Format::Avif)),
            (ftyp(b"mif1", &[b"avif", b"miaf"]), Kind::Picture(Format::Avif)),
            (ftyp(b"heic", &[b"mif1", b"avif"]), Kind::Picture(Format::Heic)),
            (ftyp(b"M4A ", &[b"isom"]), Kind::Unknown),
            (b"\0\0\0\x08wide\0\0\0\0mdat".to_vec(), Kind::Video { mp4: false }),
            (b"\x1a\x45\xdf\xa3".to_vec(), Kind::Video { mp4: false }),
            (b"RIFF\0\0\0\0AVI LIST".to_vec(), Kind::Video { mp4: false }),
            (b"RIFF\0\0\0\0WAVEfmt ".to_vec(), Kind::Unknown),
            (b"\0\0\0\x20ftyp".to_vec(), Kind::Unknown),
        ];
        for (head, kind) in cases {
            assert_eq!(sniff(&head), kind, "{}", head.escape_ascii());
        }
    }
}
