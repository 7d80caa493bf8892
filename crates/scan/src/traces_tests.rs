use std::io::{Cursor, Write as _};

use image::{ImageFormat, Rgb, RgbImage};

use super::*;
use crate::facts::Content;
use crate::inspect::inspect_bytes;

const XMP: &[u8] = b"<rdf:Description tiff:Model='MARK' exif:GPSLatitude='30,40.2N'/>";

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(40, 30, |x, y| Rgb([x as u8 * 6, y as u8 * 8, 90])).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &(content.len() as u16 + 2).to_be_bytes(), content].concat()
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let body = [&name[..], content].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&body);
    [&(content.len() as u32).to_be_bytes()[..], &body, &sum.sum().to_be_bytes()].concat()
}

fn jpeg_with(segments: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = picture(ImageFormat::Jpeg);
    bytes.splice(2..2, segments.concat());
    bytes
}

fn png_with(chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = picture(ImageFormat::Png);
    bytes.splice(33..33, chunks.concat());
    bytes
}

fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(8 + content.len() as u32).to_be_bytes()[..], name, content].concat()
}

fn film(notes: &[u8]) -> Vec<u8> {
    let trak = boxed(b"trak", &[boxed(b"tkhd", b"head"), boxed(b"udta", b"name of the track")].concat());
    let moov = boxed(b"moov", &[&boxed(b"mvhd", b"head")[..], &trak, notes].concat());
    [boxed(b"ftyp", b"mp42\0\0\0\0mp42isom"), moov, boxed(b"mdat", &[7; 500])].concat()
}

/// EXIF data that say a device and how the picture is turned.
fn exif(orientation: u8) -> Vec<u8> {
    let entries = [&b"\x01\x10\0\x02\0\0\0\x04MARK"[..], &b"\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation, 0, 0]].concat();
    [&b"MM\0*\0\0\0\x08\0\x02"[..], &entries, &[0; 4]].concat()
}

fn told(bytes: &[u8]) -> (bool, bool) {
    match inspect_bytes(bytes) {
        Content::Picture { analysis: Some(seen), .. } => (seen.notes.location, seen.notes.device),
        Content::Video { location, .. } => (location, false),
        other => panic!("{other:?}"),
    }
}

fn zipped(text: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text).unwrap();
    packed.finish().unwrap()
}

#[test]
fn places_and_devices_are_noticed_wherever_they_stand_and_gone_from_what_is_passed_on() {
    let xmp = [&b"http://ns.adobe.com/xap/1.0/\0"[..], XMP].concat();
    let packed = [&b"XML:com.adobe.xmp\0\x01\0\0\0"[..], &zipped(XMP)].concat();
    let profile = [&b"Raw profile type xmp\0\0"[..], &zipped(XMP)].concat();
    let android = boxed(b"udta", &boxed(b"\xa9xyz", b"\0\x12\x15\xc7+30.6700+104.0600/"));
    let apple = boxed(b"meta", b"keys com.apple.quicktime.location.ISO6709 +30.6700+104.0600/");
    for (bytes, expected) in [
        (jpeg_with(&[]), (false, false)),
        (jpeg_with(&[segment(0xe1, &xmp)]), (true, true)),
        (jpeg_with(&[segment(0xe1, &[b"Exif\0\0", exif(1).as_slice()].concat())]), (false, true)),
        (jpeg_with(&[segment(0xfe, b"a comment")]), (false, false)),
        (png_with(&[]), (false, false)),
        (png_with(&[chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", XMP].concat())]), (true, true)),
        (png_with(&[chunk(b"iTXt", &packed)]), (true, true)),
        (png_with(&[chunk(b"zTXt", &profile)]), (true, true)),
        (png_with(&[chunk(b"tEXt", b"Software\0x")]), (false, false)),
        (film(b""), (false, false)),
        (film(&android), (true, false)),
        (film(&apple), (true, false)),
        ([film(b""), boxed(b"uuid", XMP)].concat(), (true, false)),
    ] {
        assert_eq!(told(&bytes), expected, "{}", bytes[..200].escape_ascii());
        let clean = without_traces(bytes.clone());
        assert_eq!(told(&clean), (false, false));
        for trace in [&b"MARK"[..], b"GPSLatitude", b"+30.67"] {
            assert!(!holds(&clean, trace), "{} stays", trace.escape_ascii());
        }
        if matches!(inspect_bytes(&bytes), Content::Video { .. }) {
            assert_eq!(clean.len(), bytes.len(), "nothing moves in a film");
            assert!(holds(&clean, &[7; 500]) && holds(&clean, b"mvhd") && holds(&clean, b"tkhd"));
        } else {
            let pixels = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgb8();
            assert_eq!(pixels(&clean), pixels(&bytes));
        }
        assert_eq!(without_traces(clean.clone()), clean);
        assert_eq!(without_traces_of_sound(bytes), clean, "what is sound needs no second look");
    }
}

#[test]
fn a_picture_stays_turned_as_it_was() {
    for orientation in 1..=8 {
        let jpeg = jpeg_with(&[segment(0xe1, &[b"Exif\0\0", exif(orientation).as_slice()].concat())]);
        let png = png_with(&[chunk(b"eXIf", &exif(orientation))]);
        for bytes in [jpeg, png] {
            let Content::Picture { analysis: Some(seen), damage: None, .. } = inspect_bytes(&without_traces(bytes)) else {
                panic!()
            };
            assert_eq!((seen.notes.orientation, seen.notes.device), (orientation, false));
        }
    }
}

#[test]
fn what_is_no_picture_and_what_is_damaged_stays_as_it_is() {
    let whole = jpeg_with(&[segment(0xe1, XMP)]);
    for bytes in [&b""[..], b"Dear Sir", &whole[..whole.len() / 2], b"%PDF-1.7 GPSLatitude", b"\0\0\0\x18ftypmp42"] {
        assert_eq!(without_traces(bytes.to_vec()), bytes);
    }
}

proptest::proptest! {
    #[test]
    fn no_bytes_do_any_harm(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
        let kind = [&b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"[..], &bytes].concat();
        let clean = without_traces(kind.clone());
        proptest::prop_assert_eq!(clean.len(), kind.len());
        let _ = of_picture(Format::Jpeg, &bytes);
        let _ = of_picture(Format::Png, &bytes);
        let _ = without_traces([&b"\x89PNG\r\n\x1a\n"[..], &bytes].concat());
        let _ = without_traces([&b"\xff\xd8\xff"[..], &bytes].concat());
    }
}
