//! Pictures decoded within limits: bounded memory, and never a panic.

use std::io::{Cursor, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::metadata::Orientation;
use image::{ColorType, DynamicImage, GrayImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;

use super::header::{self, Skeleton};
use super::sniff::{HEAD, Kind, sniff};
use super::{DECODED_LIMIT, MAX_PIXELS, MAX_SIDE, cut};
use crate::facts::{Damage, Format};

/// The picture in the bytes of a JPEG, PNG, GIF, WebP, BMP or TIFF file, standing upright: turned and mirrored as its EXIF
/// data say. The first frame of an animation, the first page of a TIFF. Colours are those of the file: what an embedded ICC
/// profile says is not applied. Takes at most [`DECODED_LIMIT`] bytes for the pixels, twice that while it is turned.
///
/// # Errors
/// [`Damage::TooManyPixels`] and [`Damage::TooLong`] before anything is decoded, [`Damage::Truncated`] for a file without its end, and
/// [`Damage::Undecodable`], also for bytes of any other kind: HEIC, PDF, a film, a text.
pub(super) fn upright(bytes: &[u8]) -> Result<DynamicImage, Damage> {
    let head = bytes.get(..HEAD as usize).unwrap_or(bytes);
    let Kind::Picture(format) = sniff(head) else { return Err(Damage::Undecodable) };
    let Decoded { mut picture, orientation, .. } = decode(format, bytes, header::skeleton(format, bytes))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// How a picture is turned, as EXIF numbers it. Decodes nothing.
pub(super) fn orientation(format: Format, bytes: &[u8]) -> Option<u8> {
    let turned = || {
        let decoder = ImageReader::with_format(Cursor::new(bytes), decoder_of(format)?).into_decoder();
        decoder.ok()?.orientation().ok().map(Orientation::to_exif)
    };
    catch_unwind(AssertUnwindSafe(turned)).ok().flatten()
}

/// A picture as it is stored, and what its file says about it.
pub(super) struct Decoded {
    /// The pixels, not turned.
    pub picture: DynamicImage,
    /// How to turn them.
    pub orientation: Orientation,
    /// The EXIF data as they stand in the file; of a TIFF none.
    pub exif: Option<Vec<u8>>,
    /// The ICC profile that says what its colours mean.
    pub icc: Option<Vec<u8>>,
}

fn decoder_of(format: Format) -> Option<ImageFormat> {
    Some(match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Gif => ImageFormat::Gif,
        Format::Bmp => ImageFormat::Bmp,
        Format::Webp => ImageFormat::WebP,
        Format::Tiff => ImageFormat::Tiff,
        Format::Heic | Format::Avif | Format::Pdf => return None,
    })
}

/// Decodes a whole picture within the limits. A decoder that panics on a hostile file has only failed to decode it.
///
/// # Errors
/// [`Damage::TooManyPixels`] and [`Damage::TooLong`] before anything is decoded, [`Damage::Truncated`] for a file without its end, and
/// [`Damage::Undecodable`].
pub(super) fn decode(format: Format, bytes: &[u8], skeleton: Skeleton) -> Result<Decoded, Damage> {
    let format = decoder_of(format).ok_or(Damage::Undecodable)?;
    if let Some(damage) = too_big(skeleton) {
        return Err(damage);
    }
    if !skeleton.complete {
        return Err(Damage::Truncated);
    }
    match catch_unwind(AssertUnwindSafe(|| read(format, bytes))) {
        Ok(result) => result,
        Err(_) => Err(Damage::Undecodable),
    }
}

fn read(format: ImageFormat, bytes: &[u8]) -> Result<Decoded, Damage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(DECODED_LIMIT);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| meaning(&error))?;
    // Metadata that cannot be read say nothing; the pixels may be fine.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let exif = decoder.exif_metadata().ok().flatten();
    let icc = decoder.icc_profile().ok().flatten();
    if decoder.total_bytes() > DECODED_LIMIT {
        return Err(Damage::TooManyPixels { most: DECODED_LIMIT / u64::from(decoder.color_type().bytes_per_pixel()).max(1) });
    }
    let picture = match format {
        ImageFormat::Jpeg => jpeg(decoder, bytes)?,
        _ => DynamicImage::from_decoder(decoder).map_err(|error| meaning(&error))?,
    };
    Ok(Decoded { picture, orientation, exif, icc })
}

/// The pixels of a JPEG file. The library behind [`image`] goes over broken data in silence, as browsers do; a scan of which a part
/// shows wrong must not pass, so it is asked to be strict.
///
/// # Errors
/// [`Damage::Corrupt`] for data that no encoder writes, [`Damage::Truncated`] where they end before the picture does.
fn jpeg(decoder: impl ImageDecoder, bytes: &[u8]) -> Result<DynamicImage, Damage> {
    let (width, height) = decoder.dimensions();
    let grey = decoder.color_type() == ColorType::L8;
    let pixels = strictly(bytes, grey).or_else(|error| {
        // Stray bytes between headers harm nobody, and cameras leave them; what stands behind them has to be sound as well.
        let tidy = if is_about_stray_bytes(&error) { super::jpeg::copied(bytes, |_, _| true) } else { None };
        tidy.map_or(Err(error), |tidy| strictly(&tidy, grey))
    });
    let (row, channels) = if grey { (width as usize, 1) } else { (width as usize * 3, 3) };
    match pixels {
        Ok(pixels) if cut::ends_early(bytes, (&pixels, row, channels), |longer| strictly(longer, grey).ok()) => {
            Err(Damage::Truncated)
        }
        Ok(pixels) if grey => GrayImage::from_raw(width, height, pixels).map(Into::into).ok_or(Damage::Undecodable),
        Ok(pixels) => RgbImage::from_raw(width, height, pixels).map(Into::into).ok_or(Damage::Undecodable),
        Err(error) if is_about_stray_bytes(&error) => lenient(decoder),
        Err(_) => lenient(decoder).and(Err(Damage::Corrupt)),
    }
}

/// The pixels, if everything is as an encoder writes it.
fn strictly(bytes: &[u8], grey: bool) -> Result<Vec<u8>, DecodeErrors> {
    let options = DecoderOptions::default()
        .set_max_width(MAX_SIDE as usize)
        .set_max_height(MAX_SIDE as usize)
        .jpeg_set_out_colorspace(if grey { ColorSpace::Luma } else { ColorSpace::RGB })
        .set_strict_mode(true);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode()
}

fn is_about_stray_bytes(error: &DecodeErrors) -> bool {
    matches!(error, DecodeErrors::FormatStatic(said) if said.starts_with("[strict-mode]"))
}

fn lenient(decoder: impl ImageDecoder) -> Result<DynamicImage, Damage> {
    DynamicImage::from_decoder(decoder).map_err(|error| meaning(&error))
}

/// Three bytes a pixel; what shows through is white, as paper is.
pub(super) fn opaque(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let (width, height) = picture.dimensions();
    let mut flat = RgbImage::new(width, height);
    for (to, from) in flat.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        let on_white = |level: u32| u8::try_from((level * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX);
        to.0 = [red, green, blue].map(on_white);
    }
    flat
}

/// What speaks against decoding a picture of this size. A progressive JPEG keeps the coefficients of the whole picture besides its
/// pixels, so it gets half the pixels.
fn too_big(skeleton: Skeleton) -> Option<Damage> {
    let most = if skeleton.progressive { MAX_PIXELS / 2 } else { MAX_PIXELS };
    let pixels = u64::from(skeleton.width) * u64::from(skeleton.height);
    match () {
        () if pixels > most => Some(Damage::TooManyPixels { most }),
        () if skeleton.width.max(skeleton.height) > MAX_SIDE => Some(Damage::TooLong),
        () => None,
    }
}

fn meaning(error: &ImageError) -> Damage {
    match error {
        // So many fit with the most bytes a pixel has: four channels of 16 bits.
        ImageError::Limits(_) => Damage::TooManyPixels { most: DECODED_LIMIT / 8 },
        ImageError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => Damage::Truncated,
        _ => Damage::Undecodable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_the_last_size_that_is_decoded() {
        let of = |width, height, progressive| Skeleton { width, height, complete: true, progressive };
        for (skeleton, expected) in [
            (of(10_000, 5_000, false), None),
            (of(10_000, 5_001, false), Some(Damage::TooManyPixels { most: 50_000_000 })),
            (of(5_000, 5_000, true), None),
            (of(5_000, 5_001, true), Some(Damage::TooManyPixels { most: 25_000_000 })),
            (of(12_000, 1, false), None),
            (of(1, 12_001, false), Some(Damage::TooLong)),
            (of(u32::MAX, u32::MAX, false), Some(Damage::TooManyPixels { most: 50_000_000 })),
        ] {
            assert_eq!(too_big(skeleton), expected, "{skeleton:?}");
        }
    }

    /// A picture whose left half is dark and whose right half is light.
    fn halves() -> DynamicImage {
        let half = |x, _| image::Rgb(if x < 20 { [30, 40, 50] } else { [220, 210, 200] });
        DynamicImage::ImageRgb8(image::RgbImage::from_fn(40, 24, half))
    }

    fn encoded(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        halves().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn every_format_we_know_is_decoded_and_the_rest_refused() {
        use ImageFormat::{Bmp, Gif, Jpeg, Png, Tiff, WebP};
        for format in [Jpeg, Png, Gif, WebP, Bmp, Tiff] {
            let picture = upright(&encoded(format)).unwrap().to_rgb8();
            assert_eq!(picture.dimensions(), (40, 24), "{format:?}");
            assert!(picture.get_pixel(5, 12)[0] < 60 && picture.get_pixel(35, 12)[0] > 190, "{format:?}");
        }
        for format in Format::ALL {
            assert_eq!(decoder_of(format).is_some(), format.is_decoded(), "{format:?}");
        }
        for bytes in [&b"%PDF-1.7"[..], b"\0\0\0\x10ftypheic\0\0\0\0", b"a text", b""] {
            assert_eq!(upright(bytes).err(), Some(Damage::Undecodable));
        }
        let png = encoded(Png);
        assert_eq!(upright(&png[..png.len() - 9]).err(), Some(Damage::Truncated));
    }

    #[test]
    fn broken_data_are_noticed_and_stray_bytes_forgiven() {
        let noise = |x: u32, y: u32| image::Rgb([(x * 37 % 251) as u8, (y * 91 % 241) as u8, ((x * y) % 239) as u8]);
        for (width, height) in [(96, 64), (333, 200)] {
            let picture = image::RgbImage::from_fn(width, height, noise);
            let mut jpeg = Vec::new();
            picture.write_with_encoder(image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 80)).unwrap();
            assert!(upright(&jpeg).is_ok());
            // No code of Huffman's is all ones.
            let (start, rest) = jpeg.split_at(jpeg.len() * 2 / 3);
            let broken = [start, &b"\xff\0".repeat(20), &rest[40..]].concat();
            assert_eq!(upright(&broken).err(), Some(Damage::Corrupt));
            let first_segment = 4 + usize::from(jpeg[5]);
            let stray = [&jpeg[..first_segment], b"stray bytes", &jpeg[first_segment..]].concat();
            assert_eq!(upright(&stray).err(), None);
            let first_segment = 4 + usize::from(broken[5]);
            let both = [&broken[..first_segment], b"stray bytes", &broken[first_segment..]].concat();
            assert_eq!(upright(&both).err(), Some(Damage::Corrupt), "stray bytes hide nothing");
            let followed = [&jpeg[..], b"\0\0a film"].concat();
            assert!(upright(&followed).is_ok());
        }
    }

    #[test]
    fn pictures_are_turned_as_their_data_say() {
        // (orientation, size, whether the dark half is left, right, top or bottom)
        for (number, size, dark) in
            [(1, (40, 24), (2, 12)), (3, (40, 24), (37, 12)), (6, (24, 40), (12, 2)), (8, (24, 40), (12, 37))]
        {
            let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0".to_vec();
            exif[25] = number;
            let length = (exif.len() as u16 + 2).to_be_bytes();
            let jpeg = encoded(ImageFormat::Jpeg);
            let bytes = [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat();
            let picture = upright(&bytes).unwrap().to_rgb8();
            assert_eq!(picture.dimensions(), size, "{number}");
            assert!(picture.get_pixel(dark.0, dark.1)[0] < 60, "{number}");
        }
    }
}
