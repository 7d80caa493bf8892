//! Files as they come: whole, cut off, mislabelled, hostile, and things that are no files at all.

use std::error::Error;
use std::io::Cursor;
use std::path::PathBuf;

use image::{DynamicImage, ImageFormat, RgbImage};
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::facts::Damage;

type Outcome = Result<(), Box<dyn Error>>;

fn encoded(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let speckled = |x: u32, y: u32| image::Rgb([(x * 7) as u8, (y * 11) as u8, (x * y) as u8]);
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, speckled));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn written(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// (format, width, height, damage) of what is found in a file with these bytes.
fn look(bytes: &[u8]) -> Option<(Format, u32, u32, Option<Damage>)> {
    let folder = tempfile::tempdir().unwrap();
    match inspect(&written(&folder, "scan", bytes)).content {
        Content::Picture { format, width, height, damage, .. } => Some((format, width, height, damage)),
        _ => None,
    }
}

#[test]
fn sound_pictures_are_sound_whatever_their_name() -> Outcome {
    let folder = tempfile::tempdir()?;
    for (format, expected) in [(ImageFormat::Jpeg, Format::Jpeg), (ImageFormat::Png, Format::Png)] {
        let bytes = encoded(format, 72, 128);
        let facts = inspect(&written(&folder, "licence.pdf", &bytes));
        assert_eq!(facts.size, bytes.len() as u64);
        assert!(facts.modified.is_some());
        let Content::Picture { format, width, height, damage, sha256, .. } = facts.content else {
            return Err("not a picture".into());
        };
        assert_eq!((format, width, height, damage), (expected, 72, 128, None));
        assert_eq!(sha256, super::sha256(&bytes));
    }
    Ok(())
}

#[test]
fn the_hash_is_sha_256_in_lower_case() {
    assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_picture_cut_off_anywhere_is_truncated() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let bytes = encoded(format, 72, 128);
        for length in [9, 30, bytes.len() / 3, bytes.len() / 2, bytes.len() - 30, bytes.len() - 1] {
            let (_, _, _, damage) = look(&bytes[..length]).unwrap();
            assert_eq!(damage, Some(Damage::Truncated), "{format:?} cut to {length} of {}", bytes.len());
        }
    }
}

#[test]
fn bytes_behind_the_end_do_no_harm() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let bytes = [encoded(format, 8, 8), b"a film, as phones put it there".to_vec()].concat();
        assert_eq!(look(&bytes).unwrap().3, None, "{format:?}");
    }
}

#[test]
fn a_picture_with_garbage_inside_is_undecodable() {
    let mut png = encoded(ImageFormat::Png, 72, 128);
    let middle = png.len() / 2;
    png[middle..middle + 20].fill(0x55);
    assert_eq!(look(&png).unwrap().3, Some(Damage::Undecodable));
    assert_eq!(look(b"\xff\xd8\xff\xd9").unwrap().3, Some(Damage::Undecodable));
    assert_eq!(look(b"\xff\xd8\xff\xe0\x00\x04ab\xff\xd9").unwrap().3, Some(Damage::Undecodable));
}

#[test]
fn pictures_that_claim_too_much_are_not_decoded() {
    let mut png = encoded(ImageFormat::Png, 8, 8);
    png[16..24].copy_from_slice(b"\0\0\x75\x30\0\0\x75\x30");
    assert_eq!(look(&png), Some((Format::Png, 30_000, 30_000, Some(Damage::TooManyPixels { most: crate::MAX_PIXELS }))));
    png[16..24].copy_from_slice(b"\x80\0\0\0\xff\xff\xff\xff");
    assert_eq!(
        look(&png),
        Some((Format::Png, 0x8000_0000, 0xffff_ffff, Some(Damage::TooManyPixels { most: crate::MAX_PIXELS })))
    );
    let mut jpeg = encoded(ImageFormat::Jpeg, 8, 8);
    let frame = jpeg.windows(2).position(|pair| pair == b"\xff\xc0").unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(b"\xff\xdc\xff\xdc");
    assert_eq!(look(&jpeg), Some((Format::Jpeg, 65_500, 65_500, Some(Damage::TooManyPixels { most: crate::MAX_PIXELS }))));
}

#[test]
fn pictures_that_claim_nothing_are_undecodable() {
    let mut png = encoded(ImageFormat::Png, 8, 8);
    png[16..24].fill(0);
    assert_eq!(look(&png), Some((Format::Png, 0, 0, Some(Damage::Undecodable))));
    let mut jpeg = encoded(ImageFormat::Jpeg, 8, 8);
    let frame = jpeg.windows(2).position(|pair| pair == b"\xff\xc0").unwrap();
    jpeg[frame + 5..frame + 9].fill(0);
    assert_eq!(look(&jpeg), Some((Format::Jpeg, 0, 0, Some(Damage::Undecodable))));
}

#[test]
fn other_formats_are_named_and_not_decoded() {
    assert_eq!(look(b"GIF89a\x02\x00\x03\x00"), Some((Format::Gif, 2, 3, None)));
    assert_eq!(look(b"%PDF-1.7\n"), Some((Format::Pdf, 0, 0, None)));
}

#[test]
fn films_texts_and_nothing() -> Outcome {
    let folder = tempfile::tempdir()?;
    let film = b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x08moov";
    let facts = inspect(&written(&folder, "film.mp4", film));
    assert!(matches!(facts.content, Content::Video { mp4: true, damage: None, .. }));
    let facts = inspect(&written(&folder, "cut.mp4", &film[..20]));
    assert!(matches!(facts.content, Content::Video { mp4: true, damage: Some(Damage::Truncated), .. }));
    assert_eq!(inspect(&written(&folder, "a.jpg", b"")).content, Content::Empty);
    let text = inspect(&written(&folder, "b.jpg", "身份证".as_bytes()));
    assert_eq!((text.size, text.content), (9, Content::Unknown));
    Ok(())
}

#[test]
fn what_is_bigger_than_the_limits_is_not_read() -> Outcome {
    let folder = tempfile::tempdir()?;
    let picture = written(&folder, "a.jpg", &encoded(ImageFormat::Jpeg, 8, 8));
    File::options().write(true).open(&picture)?.set_len(PICTURE_LIMIT + 1)?;
    let facts = inspect(&picture);
    assert_eq!((facts.size, facts.content), (PICTURE_LIMIT + 1, Content::TooLarge { limit: PICTURE_LIMIT }));
    let film = written(&folder, "a.mp4", b"\0\0\0\x10ftypisom\0\0\0\0");
    File::options().write(true).open(&film)?.set_len(1 << 40)?;
    assert_eq!(inspect(&film).content, Content::TooLarge { limit: VIDEO_LIMIT });
    Ok(())
}

#[test]
fn pictures_of_more_bytes_than_are_taken_are_looked_at_too() -> Outcome {
    let folder = tempfile::tempdir()?;
    let picture = written(&folder, "a.jpg", &encoded(ImageFormat::Jpeg, 72, 128));
    File::options().write(true).open(&picture)?.set_len(5 * 1024 * 1024)?;
    let facts = inspect(&picture);
    assert_eq!(facts.size, 5 * 1024 * 1024);
    assert!(facts.analysis().is_some() && facts.sha256().is_some_and(|digest| digest.len() == 64));
    Ok(())
}

#[test]
fn a_file_that_grows_or_shrinks_while_it_is_read_is_what_was_read() -> Outcome {
    let folder = tempfile::tempdir()?;
    let bytes = encoded(ImageFormat::Jpeg, 72, 128);
    let path = written(&folder, "a.jpg", &bytes);
    for claimed in [0, 9, bytes.len() as u64 * 3] {
        let FileFacts { size, content, .. } = read(File::open(&path)?, claimed, &mut PrintedCode::NotSought)?;
        assert_eq!(size, bytes.len() as u64);
        assert!(matches!(content, Content::Picture { damage: None, .. }), "{claimed}");
    }
    Ok(())
}

#[test]
fn unusual_pictures_are_looked_at() {
    let grey = DynamicImage::ImageLuma8(image::GrayImage::from_fn(300, 200, |x, y| image::Luma([(x ^ y) as u8])));
    let clear =
        DynamicImage::ImageRgba8(image::RgbaImage::from_fn(300, 200, |x, y| image::Rgba([x as u8, y as u8, 0, (x + y) as u8])));
    let deep = DynamicImage::ImageRgb16(image::ImageBuffer::from_fn(300, 200, |x, y| {
        image::Rgb([(x * 200) as u16, (y * 300) as u16, 9])
    }));
    let thin = DynamicImage::ImageLuma16(image::ImageBuffer::from_fn(1, 700, |_, y| image::Luma([(y * 90) as u16])));
    for picture in [grey, clear, deep, thin] {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        let Content::Picture { damage: None, analysis: Some(analysis), .. } = inspect_bytes(bytes.get_ref()) else {
            panic!("{:?} was not looked at", picture.color());
        };
        assert!(!analysis.blank, "{:?}", picture.color());
    }
    let white = DynamicImage::ImageRgb8(RgbImage::from_pixel(400, 300, image::Rgb([250; 3])));
    let mut bytes = Cursor::new(Vec::new());
    white.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    let Content::Picture { analysis: Some(analysis), .. } = inspect_bytes(bytes.get_ref()) else { panic!("not looked at") };
    assert!(analysis.blank && analysis.outline.is_none() && analysis.blur.is_none());
}

#[test]
fn what_is_not_there_is_missing() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = written(&folder, "file", b"x");
    assert_eq!(inspect(&folder.path().join("none.jpg")), FileFacts::of(Content::Missing));
    assert_eq!(inspect(&file.join("below-a-file.jpg")).content, Content::Missing);
    assert_eq!(inspect(Path::new("")).content, Content::Missing);
    assert_eq!(inspect(folder.path()).content, Content::NotAFile);
    assert_eq!(inspect(Path::new("a\0b")).content, Content::Unreadable(Obstacle::BadName));
    Ok(())
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    #[test]
    fn pipes_sockets_and_devices_are_no_files_and_never_wait() -> Outcome {
        let folder = tempfile::tempdir()?;
        let pipe = folder.path().join("pipe.jpg");
        assert!(Command::new("mkfifo").arg(&pipe).status()?.success());
        let socket = folder.path().join("socket.jpg");
        let _listener = UnixListener::bind(&socket)?;
        symlink(&pipe, folder.path().join("link.jpg"))?;
        for path in [pipe, socket, folder.path().join("link.jpg"), "/dev/zero".into(), "/dev/tty".into()] {
            assert_eq!(inspect(&path).content, Content::NotAFile, "{}", path.display());
        }
        Ok(())
    }

    /// The name may come to mean a pipe between asking and opening.
    #[test]
    fn opening_a_pipe_does_not_wait() -> Outcome {
        let folder = tempfile::tempdir()?;
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status()?.success());
        let file = options().open(&pipe)?;
        assert!(!file.metadata()?.is_file());
        Ok(())
    }

    #[test]
    fn links_are_followed_and_circles_are_named() -> Outcome {
        let folder = tempfile::tempdir()?;
        let picture = written(&folder, "a.jpg", &encoded(ImageFormat::Jpeg, 8, 8));
        let at = |name: &str| folder.path().join(name);
        symlink(&picture, at("good.jpg"))?;
        symlink(at("gone.jpg"), at("dangling.jpg"))?;
        symlink(at("two.jpg"), at("one.jpg"))?;
        symlink(at("one.jpg"), at("two.jpg"))?;
        assert_eq!(inspect(&at("good.jpg")), inspect(&picture));
        assert_eq!(inspect(&at("dangling.jpg")).content, Content::Missing);
        assert_eq!(inspect(&at("one.jpg")).content, Content::Unreadable(Obstacle::LinkLoop));
        let long = "长".repeat(100);
        assert_eq!(inspect(&at(&long)).content, Content::Unreadable(Obstacle::BadName));
        Ok(())
    }

    #[test]
    fn what_may_not_be_read_says_so() -> Outcome {
        let folder = tempfile::tempdir()?;
        let path = written(&folder, "secret.jpg", &encoded(ImageFormat::Jpeg, 8, 8));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000))?;
        // The superuser may read everything; then there is nothing to see here.
        if File::open(&path).is_err() {
            assert_eq!(inspect(&path).content, Content::Unreadable(Obstacle::NoPermission));
        }
        let refused = io::Error::from(ErrorKind::PermissionDenied);
        assert_eq!(obstacle(&refused), Content::Unreadable(Obstacle::NoPermission));
        let broken = io::Error::from_raw_os_error(libc::EIO);
        assert_eq!(obstacle(&broken), Content::Unreadable(Obstacle::Failed));
        Ok(())
    }
}

const MAGIC: [&[u8]; 12] = [
    b"",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\0\0\0\x01\0\x08\x02\0\0\0",
    b"GIF89a",
    b"BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0",
    b"RIFF\0\0\0\0WEBPVP8X",
    b"RIFF\0\0\0\0WEBPVP8L",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"\0\0\0\x10ftypheic\0\0\0\0",
    b"\0\0\0\x10ftypisom\0\0\0\0",
    b"%PDF-",
];

proptest! {
    #[test]
    fn any_bytes_are_described(magic in 0..MAGIC.len(), rest in prop::collection::vec(any::<u8>(), 0..600)) {
        inspect_bytes(&[MAGIC[magic], &rest].concat());
    }

    #[test]
    fn pictures_with_any_damage_are_described(
        png in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = encoded(if png { ImageFormat::Png } else { ImageFormat::Jpeg }, 24, 24);
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        inspect_bytes(&bytes);
        inspect_bytes(&bytes[..cut.index(bytes.len())]);
    }

    #[test]
    fn a_picture_is_described_whatever_its_exif_data(
        little in any::<bool>(),
        data in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let jpeg = encoded(ImageFormat::Jpeg, 24, 24);
        let start: &[u8] = if little { b"Exif\0\0II*\0\x08\0\0\0" } else { b"Exif\0\0MM\0*\0\0\0\x08" };
        let segment = [start, &data].concat();
        let length = (segment.len() as u16 + 2).to_be_bytes();
        let bytes = [&jpeg[..2], b"\xff\xe1", &length, &segment, &jpeg[2..]].concat();
        let content = inspect_bytes(&bytes);
        let is_sound = matches!(content, Content::Picture { width: 24, height: 24, damage: None, analysis: Some(_), .. });
        prop_assert!(is_sound, "{content:?}");
    }
}
