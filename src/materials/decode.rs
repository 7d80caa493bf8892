//! One full decode of a JPEG or PNG, within limits, to find out whether the picture is really there.

use std::io::{Cursor, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits};

use super::header::Skeleton;
use super::{DECODED_LIMIT, MAX_PIXELS, MAX_SIDE};
use crate::rules::facts::{Damage, Format};

/// What is wrong with a picture; `None` if nothing is, or if the format is not one we decode.
pub(super) fn damage(format: Format, bytes: &[u8], skeleton: Skeleton) -> Option<Damage> {
    let format = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        _ => return None,
    };
    if too_big(skeleton) {
        return Some(Damage::TooManyPixels);
    }
    if !skeleton.complete {
        return Some(Damage::Truncated);
    }
    decode(format, bytes).err()
}

pub fn upright(bytes: &[u8]) -> Result<DynamicImage, Damage> {
    let Kind::Picture(format) = super::sniff::sniff(bytes) else { return Err(Damage::Undecodable) };
    let skeleton = super::header::skeleton(format, bytes);
    if too_big(skeleton) {
        return Err(Damage::TooManyPixels);
    }
    if !skeleton.complete {
        return Err(Damage::Truncated);
    }
    decode(if format == Format::Png { ImageFormat::Png } else { ImageFormat::Jpeg }, bytes)
}
use super::sniff::Kind;

/// A progressive JPEG keeps the coefficients of the whole picture besides its pixels, so it gets half the pixels.
fn too_big(skeleton: Skeleton) -> bool {
    let limit = if skeleton.progressive { MAX_PIXELS / 2 } else { MAX_PIXELS };
    let pixels = u64::from(skeleton.width) * u64::from(skeleton.height);
    skeleton.width.max(skeleton.height) > MAX_SIDE || pixels > limit
}

/// Decodes within the limits. A decoder that panics on a hostile file has only failed to decode it.
fn decode(format: ImageFormat, bytes: &[u8]) -> Result<DynamicImage, Damage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(DECODED_LIMIT);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    match catch_unwind(AssertUnwindSafe(|| reader.decode())) {
        Ok(result) => result.map_err(|error| meaning(&error)),
        Err(_) => Err(Damage::Undecodable),
    }
}

fn meaning(error: &ImageError) -> Damage {
    match error {
        ImageError::Limits(_) => Damage::TooManyPixels,
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
            (of(10_000, 5_000, false), false),
            (of(10_000, 5_001, false), true),
            (of(5_000, 5_000, true), false),
            (of(5_000, 5_001, true), true),
            (of(12_000, 1, false), false),
            (of(1, 12_001, false), true),
            (of(u32::MAX, u32::MAX, false), true),
        ] {
            assert_eq!(too_big(skeleton), expected, "{skeleton:?}");
        }
    }
}
