//! Pixels made smaller, and pixels made into a JPEG file.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder};

/// The picture in a smaller size. `None` if there is no memory for it, or no pixel.
pub(super) fn smaller(picture: &RgbImage, (width, height): (u32, u32)) -> Option<RgbImage> {
    let source = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), PixelType::U8x3).ok()?;
    let mut target = Image::new(width, height, PixelType::U8x3);
    // Lanczos keeps strokes of letters sharp.
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    RgbImage::from_raw(width, height, target.into_vec())
}

/// A JPEG file of the picture: no metadata, only what is needed to show it. In one scan with the standard's tables, which every
/// reader understands; tables of its own would save a twentieth and put each colour into a scan of its own.
pub(super) fn jpeg(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let (width, height) = (u16::try_from(picture.width()).ok()?, u16::try_from(picture.height()).ok()?);
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, quality).encode(picture.as_raw(), width, height, ColorType::Rgb).ok()?;
    Some(bytes)
}
