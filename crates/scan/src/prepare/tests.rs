//! Every copy passes the inspection of what it is for; what cannot be mended is refused.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};
use moxcms::ColorProfile;
use proptest::prelude::*;

use super::*;
use crate::decode::upright;

const PHOTO: &Limits = &Limits::CERTIFICATE;

fn wanted() -> Wanted {
    Wanted::of([PHOTO])
}

/// A picture with a red corner at the top left, and grey noise elsewhere.
fn marked(width: u32, height: u32, noise: u32) -> RgbImage {
    // One row of noise, shifted from row to row: millions of pixels are made row by row.
    let mut seed = 1u32;
    let mut level = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if noise == 0 { 180 } else { (90 + (seed >> 16) % noise) as u8 }
    };
    let (wide, high) = (width as usize, height as usize);
    let row: Vec<u8> = (0..2 * wide).flat_map(|_| [level(); 3]).collect();
    let red = [230, 20, 20].repeat(wide / 4);
    let mut pixels = Vec::with_capacity(3 * wide * high);
    for y in 0..high {
        let at = pixels.len();
        let shift = 3 * (y * 7919 % wide);
        pixels.extend_from_slice(&row[shift..shift + 3 * wide]);
        if y < high / 4 {
            pixels[at..at + red.len()].copy_from_slice(&red);
        }
    }
    RgbImage::from_raw(width, height, pixels).unwrap()
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    encode::jpeg(picture, quality).unwrap()
}

/// EXIF data with an orientation, a device and a place.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let entries =
        [entry(0x010f, 2, 4, *b"Ake\0"), entry(0x0112, 3, 1, [0, orientation, 0, 0]), entry(0x8825, 4, 1, [0, 0, 0, 50])];
    let place = [&1u16.to_be_bytes()[..], &entry(1, 2, 2, *b"N\0\0\0"), &[0; 4]].concat();
    [b"MM\0*\0\0\0\x08", &3u16.to_be_bytes()[..], &entries.concat(), &[0; 4], &place].concat()
}

/// The same JPEG with further segments behind its beginning.
fn with_segments(jpeg: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    for (marker, content) in segments {
        bytes.extend([0xff, *marker]);
        bytes.extend((content.len() as u16 + 2).to_be_bytes());
        bytes.extend(*content);
    }
    [bytes, jpeg[2..].to_vec()].concat()
}

fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let exif = [b"Exif\0\0".to_vec(), exif(orientation)].concat();
    with_segments(jpeg, &[(0xe1, &exif)])
}

fn with_profile(jpeg: &[u8], icc: &[u8]) -> Vec<u8> {
    with_segments(jpeg, &[(0xe2, &[b"ICC_PROFILE\0\x01\x01", icc].concat())])
}

/// The copy, which must pass everything that can be asked of it.
fn copy_of(name: &str, bytes: &[u8]) -> (Report, Vec<u8>) {
    let (report, copy) = match prepare(name, bytes, &wanted()) {
        Ok(Prepared::Copy(report, copy)) => (report, copy),
        other => panic!("{name}: {other:?}"),
    };
    assert_sound(&report, &copy);
    (report, copy)
}

fn assert_sound(report: &Report, copy: &[u8]) {
    let name = format!("copy.{}", report.format.extensions()[0]);
    assert_eq!(prepare(&name, copy, &wanted()), Ok(Prepared::Fine), "a copy needs no copy: {report:?}");
    assert_eq!(report.size, copy.len() as u64);
    assert!(report.size <= 2_000_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(&name);
    std::fs::write(&path, copy).unwrap();
    let Content::Picture { format, width, height, damage: None, .. } = crate::inspect(&path).content else {
        panic!("{report:?}");
    };
    assert_eq!((format, width, height), (report.format, report.width, report.height));
    assert!(width.min(height) >= 720 && width.max(height) >= 1280, "{report:?}");
    for trace in [&b"Exif"[..], b"Ake", b"GPS", b"eXIf", b"ns.adobe"] {
        // Metadata stand in front; in the noise behind any three letters may occur.
        assert!(!copy[..copy.len().min(2_000)].windows(trace.len()).any(|part| part == trace), "{report:?}");
    }
}

/// In which corner the red mark stands: from the left, from the top.
fn corner(copy: &[u8]) -> (bool, bool) {
    let picture = upright(copy).unwrap().to_rgb8();
    let (width, height) = picture.dimensions();
    let red = |(x, y): &(u32, u32)| {
        let [r, g, _] = picture.get_pixel(*x, *y).0;
        r > 180 && g < 90
    };
    let corners = [(true, true), (false, true), (true, false), (false, false)];
    let place = |(left, top)| (if left { width / 8 } else { width * 7 / 8 }, if top { height / 8 } else { height * 7 / 8 });
    let found: Vec<_> = corners.into_iter().filter(|corner| red(&place(*corner))).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]
}

#[test]
fn every_orientation_is_turned_upright() {
    // Where the stored picture's first corner is to be seen (EXIF 2.3, tag 274), and whether the sides are swapped.
    let cases = [
        (1, (true, true), false),
        (2, (false, true), false),
        (3, (false, false), false),
        (4, (true, false), false),
        (5, (true, true), true),
        (6, (false, true), true),
        (7, (false, false), true),
        (8, (true, false), true),
    ];
    let plain = jpeg(&marked(800, 1300, 40), 90);
    for (orientation, expected, swapped) in cases {
        let (report, copy) = copy_of("a.jpg", &with_exif(&plain, orientation));
        assert_eq!(corner(&copy), expected, "{orientation}");
        assert_eq!((report.width, report.height), if swapped { (1300, 800) } else { (800, 1300) }, "{orientation}");
        assert_eq!(report.steps.contains(&Step::Turned), orientation != 1);
        assert!(report.steps.contains(&Step::Metadata));
    }
    // A file that only has to lose its metadata loses no quality.
    let (report, copy) = copy_of("a.jpg", &with_exif(&plain, 1));
    assert_eq!((report.quality, copy), (None, plain));
}

#[test]
fn every_format_becomes_a_picture_that_is_taken() {
    let picture = marked(900, 1300, 0);
    for (name, image, format) in [
        ("a.webp", ImageFormat::WebP, Format::Webp),
        ("a.bmp", ImageFormat::Bmp, Format::Bmp),
        ("a.tiff", ImageFormat::Tiff, Format::Tiff),
        ("a.gif", ImageFormat::Gif, Format::Gif),
    ] {
        let (report, copy) = copy_of(name, &encoded(picture.clone(), image));
        assert_eq!((report.format, report.width, report.height), (Format::Jpeg, 900, 1300));
        assert!(report.steps.contains(&Step::Format(format)), "{report:?}");
        assert_eq!(corner(&copy), (true, true));
    }
    for (name, image) in [("a.jpg", ImageFormat::Jpeg), ("a.JPEG", ImageFormat::Jpeg), ("a.png", ImageFormat::Png)] {
        let bytes = encoded(picture.clone(), image);
        assert_eq!(prepare(name, &bytes, &wanted()), Ok(Prepared::Fine), "{name}");
        for wrong in ["a", "a.txt", "a.gif"] {
            let (report, copy) = copy_of(wrong, &bytes);
            assert_eq!((report.steps, &copy), (vec![Step::Name], &bytes));
        }
    }
}

#[test]
fn a_png_loses_its_texts_and_keeps_its_pixels() {
    let plain = encoded(marked(900, 1300, 0), ImageFormat::Png);
    let text = [&20u32.to_be_bytes()[..], b"tEXtAuthor\0Ake Example!!", b"\0\0\0\0"].concat();
    let end = plain.len() - 12;
    let written = [&plain[..end], &text, &plain[end..]].concat();
    let (report, copy) = copy_of("a.png", &written);
    assert_eq!((report.format, report.quality, copy), (Format::Png, None, plain));
    assert!(report.steps.contains(&Step::Metadata));
}

#[test]
fn noise_of_twelve_megapixels_gets_under_the_limit() {
    let large = jpeg(&marked(4000, 3000, 160), 95);
    assert!(large.len() > 6_000_000);
    let (report, copy) = copy_of("a.jpg", &large);
    assert!(report.size > 1_900_000, "{report:?}");
    assert!(report.steps.contains(&Step::Smaller { from: (4000, 3000) }));
    assert_eq!(corner(&copy), (true, true));
    let (report, _) = copy_of("a.png", &encoded(marked(1600, 1300, 160), ImageFormat::Png));
    assert!(report.steps.contains(&Step::Format(Format::Png)));
}

#[test]
fn a_licence_keeps_the_pixels_that_are_advised() {
    let wanted = Wanted::of([&Limits::LICENCE]);
    let bytes = encoded(marked(1700, 1300, 166), ImageFormat::Bmp);
    let Ok(Prepared::Copy(report, _)) = prepare("a.bmp", &bytes, &wanted) else { panic!("no copy") };
    assert!(report.width >= 1500 && report.height >= 1100 && report.size <= 2_000_000, "{report:?}");
}

#[test]
fn every_quality_shows_the_same_picture() {
    let picture = marked(160, 120, 60);
    for quality in [1, 50, 80, 89, 90, 100] {
        assert_eq!(corner(&jpeg(&picture, quality)), (true, true), "{quality}");
        let small = encode::smaller(&picture, (80, 60)).unwrap();
        assert_eq!(corner(&jpeg(&small, quality)), (true, true), "{quality}, smaller");
    }
}

#[test]
fn too_few_pixels_are_not_made_up() {
    for (width, height) in [(719, 1280), (1279, 720), (400, 3000), (1, 1)] {
        for (name, format) in [("a.jpg", ImageFormat::Jpeg), ("a.bmp", ImageFormat::Bmp)] {
            let refused = prepare(name, &encoded(marked(width, height, 9), format), &wanted());
            assert_eq!(refused, Err(Refusal::TooFewPixels { size: (width, height), least: (720, 1280) }));
        }
    }
    let lying = with_exif(&jpeg(&marked(1280, 719, 9), 90), 6);
    let refused = prepare("a.jpg", &lying, &wanted());
    assert_eq!(refused, Err(Refusal::TooFewPixels { size: (719, 1280), least: (720, 1280) }));
}

#[test]
fn what_shows_through_becomes_white() {
    let glass = RgbaImage::from_fn(800, 1300, |x, _| Rgba([10, 20, 200, if x < 400 { 0 } else { 255 }]));
    let bytes = encoded(glass, ImageFormat::Png);
    let (report, copy) = copy_of("a.png", &bytes);
    assert!(report.steps.contains(&Step::Flattened));
    let picture = upright(&copy).unwrap().to_rgb8();
    assert!(picture.get_pixel(100, 600).0.iter().all(|level| *level > 250));
    assert!(picture.get_pixel(700, 600).0[0] < 30);
    // A layer of transparency that lets nothing through harms nobody.
    let opaque = encoded(RgbaImage::from_pixel(800, 1300, Rgba([10, 20, 200, 255])), ImageFormat::Png);
    assert_eq!(prepare("a.png", &opaque, &wanted()), Ok(Prepared::Fine));
}

#[test]
fn sixteen_bits_and_four_inks_become_ordinary_colours() {
    let deep = DynamicImage::ImageRgb8(marked(900, 1300, 0)).into_rgb16();
    for (name, format) in [("a.png", ImageFormat::Png), ("a.tif", ImageFormat::Tiff)] {
        let (report, copy) = copy_of(name, &encoded(deep.clone(), format));
        assert!(report.steps.contains(&Step::Depth));
        assert_eq!(corner(&copy), (true, true));
    }
    for colours in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let inks: Vec<u8> = marked(800, 1300, 0).pixels().flat_map(|p| [255 - p.0[0], 255 - p.0[1], 255 - p.0[2], 0]).collect();
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 95).encode(&inks, 800, 1300, colours).unwrap();
        let (report, copy) = copy_of("a.jpg", &bytes);
        assert!(report.steps.contains(&Step::Inks), "{report:?}");
        assert_eq!(corner(&copy), (true, true));
    }
}

#[test]
fn profiles_are_applied_and_rubbish_is_ignored_with_a_note() {
    let plain = jpeg(&RgbImage::from_pixel(800, 1300, Rgb([200, 40, 40])), 95);
    let (report, copy) = copy_of("a.jpg", &with_profile(&plain, &ColorProfile::new_display_p3().encode().unwrap()));
    assert!(report.steps.contains(&Step::Colours), "{report:?}");
    assert!(upright(&copy).unwrap().to_rgb8().get_pixel(9, 9).0[0] > 210);
    let srgb = with_profile(&plain, &ColorProfile::new_srgb().encode().unwrap());
    assert_eq!(prepare("a.jpg", &srgb, &wanted()), Ok(Prepared::Fine));
    let (report, copy) = copy_of("a.jpg", &with_profile(&plain, b"rubbish"));
    assert_eq!((report.notes, copy), (vec![Note::BadProfile], plain));
}

#[test]
fn of_several_frames_the_first_is_taken_and_that_is_said() {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for picture in [marked(800, 1300, 0), RgbImage::new(800, 1300)] {
        let picture = DynamicImage::ImageRgb8(picture).into_rgba8();
        encoder.encode_frame(image::Frame::new(picture)).unwrap();
    }
    drop(encoder);
    let (report, copy) = copy_of("a.gif", &bytes);
    assert_eq!(report.notes, [Note::FirstFrame]);
    assert_eq!(corner(&copy), (true, true));
}

#[test]
fn what_is_no_sound_picture_is_refused() {
    let sound = jpeg(&marked(800, 1300, 40), 90);
    let mut bomb = encoded(marked(8, 8, 0), ImageFormat::Png);
    bomb[16..24].copy_from_slice(b"\0\0\x75\x30\0\0\x75\x30");
    let mut empty = encoded(marked(8, 8, 0), ImageFormat::Png);
    empty[16..24].fill(0);
    let mut giant = sound.clone();
    let frame = giant.windows(2).position(|pair| pair == b"\xff\xc0").unwrap();
    giant[frame + 5..frame + 9].copy_from_slice(b"\xff\xdc\xff\xdc");
    let gif = [&b"GIF89a\xff\xff\xff\xff\0\0\0\x2c\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;"[..]].concat();
    let cases: [(&str, &[u8], Refusal); 12] = [
        ("cut", &sound[..sound.len() / 2], Refusal::Damaged(Damage::Truncated)),
        ("bomb", &bomb, Refusal::Damaged(Damage::TooManyPixels { most: crate::MAX_PIXELS })),
        ("0x0", &empty, Refusal::Damaged(Damage::Undecodable)),
        ("65,500 x 65,500", &giant, Refusal::Damaged(Damage::TooManyPixels { most: crate::MAX_PIXELS })),
        ("giant gif", &gif, Refusal::Damaged(Damage::TooManyPixels { most: crate::MAX_PIXELS })),
        ("bare jpeg", b"\xff\xd8\xff\xd9", Refusal::Damaged(Damage::Undecodable)),
        ("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Refusal::Heic),
        ("avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf", Refusal::Avif),
        ("pdf", b"%PDF-1.7\n", Refusal::Pdf),
        ("film", b"\0\0\0\x10ftypisom\0\0\0\0", Refusal::Video),
        ("text", b"not a picture", Refusal::NoPicture),
        ("nothing", b"", Refusal::NoPicture),
    ];
    for (name, bytes, refusal) in cases {
        assert_eq!(prepare(name, bytes, &wanted()), Err(refusal), "{name}");
    }
}

#[test]
fn one_file_for_several_fields_keeps_to_all_of_them() {
    let both = Wanted::of([&Limits::PICTURE, &Limits::LICENCE]);
    assert_eq!((both.most_bytes, both.sides, both.advised), (2_000_000, (720, 1280), (1100, 1500)));
    assert!(both.least_bytes > 0);
    assert_eq!(Wanted::of([PHOTO]), Wanted::of([PHOTO, PHOTO]));
}

#[test]
fn shapes_are_kept() {
    assert_eq!(within((4000, 3000), 12_000_000), (4000, 3000));
    assert_eq!(within((8000, 6000), 12_000_000), (4000, 3000));
    assert_eq!(within((100_000, 1), 100), (3162, 1));
    assert_eq!(least_size((4000, 3000), (720, 1280)), (1280, 960));
    assert_eq!(least_size((3000, 1500), (720, 1280)), (1440, 720));
    assert_eq!(least_size((600, 9000), (720, 1280)), (600, 9000));
    assert_eq!(least_size((720, 1280), (720, 1280)), (720, 1280));
}

/// Found by the fuzzer: taken by the decoder with its EXIF data, and not without.
#[test]
fn a_copy_of_a_damaged_picture_is_fine_as_it_is() {
    let bytes = include_bytes!("../../../../fuzz/seeds/prepare/damaged-progressive.jpg");
    let small = Wanted { most_bytes: 100_000, least_bytes: 0, sides: (1, 1), advised: (1, 1), ..wanted() };
    if let Ok(Prepared::Copy(report, copy)) = prepare("a.jpg", bytes, &small) {
        let ending = report.format.extensions().first().unwrap();
        assert_eq!(prepare(&format!("a.{ending}"), &copy, &small), Ok(Prepared::Fine), "{:?}", report.steps);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn broken_bytes_never_panic(at in 0usize..4000, value: u8, cut in 0usize..4000) {
        let whole = with_exif(&jpeg(&marked(60, 90, 60), 60), 6);
        let mut bytes = whole.clone();
        let at = at % bytes.len();
        bytes[at] = value;
        let small = Wanted { sides: (1, 1), advised: (1, 1), ..wanted() };
        let _ = prepare("a.jpg", &bytes, &small);
        let _ = prepare("a.jpg", &whole[..cut % whole.len()], &small);
    }
}
