//! Small copies of pictures.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, Rgb, RgbImage};

/// A copy whose longer side has at most `longest` pixels, each the mean of those it stands for; what is transparent becomes white.
/// A picture that cannot be reduced (it has no pixels) becomes one white dot.
pub fn reduce(picture: &DynamicImage, longest: u32) -> RgbImage {
    let (width, height) = (picture.width(), picture.height());
    let scale = f64::from(longest) / f64::from(width.max(height).max(1));
    let side = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    let size = if scale < 1.0 { (side(width), side(height)) } else { (width, height) };
    let (pixel, bytes) = match picture {
        DynamicImage::ImageLuma8(picture) => (PixelType::U8, picture.as_raw()),
        DynamicImage::ImageLumaA8(picture) => (PixelType::U8x2, picture.as_raw()),
        DynamicImage::ImageRgb8(picture) => (PixelType::U8x3, picture.as_raw()),
        DynamicImage::ImageRgba8(picture) => (PixelType::U8x4, picture.as_raw()),
        other if other.color().has_alpha() => return reduce(&DynamicImage::ImageRgba8(other.to_rgba8()), longest),
        other => return reduce(&DynamicImage::ImageRgb8(other.to_rgb8()), longest),
    };
    let reduced = resized((width, height), bytes, pixel, size).map(|bytes| coloured(&bytes, pixel));
    let copy = reduced.and_then(|bytes| RgbImage::from_raw(size.0, size.1, bytes));
    copy.unwrap_or_else(|| RgbImage::from_pixel(1, 1, Rgb([255; 3])))
}

/// A square copy of `side` pixels, whatever the proportions.
pub(super) fn squeeze(picture: &RgbImage, side: u32) -> RgbImage {
    stretch(picture, side, side)
}

/// A copy of this size, whatever the proportions; white where it cannot be made.
pub(crate) fn stretch(picture: &RgbImage, width: u32, height: u32) -> RgbImage {
    let size = (picture.width(), picture.height());
    let bytes = resized(size, picture.as_raw(), PixelType::U8x3, (width, height));
    bytes
        .and_then(|bytes| RgbImage::from_raw(width, height, bytes))
        .unwrap_or_else(|| RgbImage::from_pixel(width, height, Rgb([255; 3])))
}

fn resized(from: (u32, u32), bytes: &[u8], pixel: PixelType, to: (u32, u32)) -> Option<Vec<u8>> {
    if from == to {
        return Some(bytes.to_vec());
    }
    let source = ImageRef::new(from.0, from.1, bytes, pixel).ok()?;
    let mut target = Image::new(to.0, to.1, pixel);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Box));
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    Some(target.into_vec())
}

/// Red, green and blue of pixels of any kind.
fn coloured(bytes: &[u8], pixel: PixelType) -> Vec<u8> {
    let over_white = |level: u8, alpha: u8| {
        let (level, alpha) = (u32::from(level), u32::from(alpha));
        ((level * alpha + 255 * (255 - alpha)) / 255) as u8
    };
    match pixel {
        PixelType::U8 => bytes.iter().flat_map(|level| [*level; 3]).collect(),
        PixelType::U8x2 => {
            let pairs = bytes.chunks_exact(2);
            pairs.flat_map(|pair| if let [level, alpha] = pair { [over_white(*level, *alpha); 3] } else { [255; 3] }).collect()
        }
        PixelType::U8x4 => {
            let pixels = bytes.chunks_exact(4);
            let solid = |pixel: &[u8]| match pixel {
                [red, green, blue, alpha] => [*red, *green, *blue].map(|level| over_white(level, *alpha)),
                _ => [255; 3],
            };
            pixels.flat_map(solid).collect()
        }
        _ => bytes.to_vec(),
    }
}
