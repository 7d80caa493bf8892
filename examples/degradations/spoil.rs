//! Spoils pictures in known steps.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};

/// Out of focus: a Gaussian blur of so many dots for every 1,280 of the longer side.
pub fn blur(picture: &RgbImage, sigma: f32) -> RgbImage {
    let sigma = sigma * picture.width().max(picture.height()) as f32 / 1280.0;
    let weights: Vec<f32> = (-24..=24).map(|n| (-(n as f32).powi(2) / (2.0 * sigma * sigma)).exp()).collect();
    let across = along(picture, &weights, (1, 0));
    along(&across, &weights, (0, 1))
}

/// Shaken: every dot is drawn out over so many in 1,280, level.
pub fn shake(picture: &RgbImage, length: f32) -> RgbImage {
    let length = (length * picture.width().max(picture.height()) as f32 / 1280.0) as usize;
    along(picture, &vec![1.0; length | 1], (1, 0))
}

fn along(picture: &RgbImage, weights: &[f32], step: (i64, i64)) -> RgbImage {
    let total: f32 = weights.iter().sum();
    let half = weights.len() as i64 / 2;
    let (wide, high) = (i64::from(picture.width()), i64::from(picture.height()));
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let mut sum = [0f32; 3];
        for (n, weight) in (-half..).zip(weights) {
            let x = (i64::from(x) + n * step.0).clamp(0, wide - 1) as u32;
            let y = (i64::from(y) + n * step.1).clamp(0, high - 1) as u32;
            for (sum, level) in sum.iter_mut().zip(picture.get_pixel(x, y).0) {
                *sum += weight * f32::from(level);
            }
        }
        Rgb(sum.map(|level| (level / total) as u8))
    })
}

/// Every colour by a function.
pub fn each(picture: &RgbImage, change: impl Fn([f32; 3]) -> [f32; 3]) -> RgbImage {
    let mut picture = picture.clone();
    for pixel in picture.pixels_mut() {
        pixel.0 = change(pixel.0.map(f32::from)).map(|level| level.clamp(0.0, 255.0) as u8);
    }
    picture
}

/// Loses colour: 1 is grey.
pub fn bleach(picture: &RgbImage, part: f32) -> RgbImage {
    each(picture, |colour| {
        let grey = 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2];
        colour.map(|level| level + (grey - level) * part)
    })
}

/// Taken with so many stops more or less light, in linear light.
pub fn expose(picture: &RgbImage, stops: f32) -> RgbImage {
    each(picture, |colour| colour.map(|level| 255.0 * ((level / 255.0).powf(2.2) * stops.exp2()).powf(1.0 / 2.2)))
}

/// Fogged: all levels drawn towards a light grey.
pub fn fog(picture: &RgbImage, part: f32) -> RgbImage {
    each(picture, |colour| colour.map(|level| level + (205.0 - level) * part))
}

/// A lamp mirrored in the document: a spot of this radius (part of the width) that fades out.
pub fn glare(picture: &RgbImage, (x, y): (f32, f32), radius: f32) -> RgbImage {
    let (wide, high) = (picture.width() as f32, picture.height() as f32);
    let mut picture = picture.clone();
    for (px, py, pixel) in picture.enumerate_pixels_mut() {
        let far = (px as f32 - x * wide).hypot(py as f32 - y * high) / (radius * wide);
        let light = 600.0 * (-far * far * 1.2).exp();
        pixel.0 = pixel.0.map(|level| (f32::from(level) + light).min(255.0) as u8);
    }
    picture
}

/// Taken off a screen: the grid of its pixels, this strong.
pub fn screen(picture: &RgbImage, strength: f32) -> RgbImage {
    let mut picture = picture.clone();
    let (sin, cos) = 4f32.to_radians().sin_cos();
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (u, v) = (x as f32 * cos - y as f32 * sin, x as f32 * sin + y as f32 * cos);
        for (channel, level) in (0u8..).zip(&mut pixel.0) {
            let stripe = (std::f32::consts::TAU * (u / 3.4 + f32::from(channel) / 3.0)).sin();
            let row = (std::f32::consts::TAU * v / 3.4).sin();
            *level = (f32::from(*level) * (1.0 + strength * 0.5 * (stripe + row))).clamp(0.0, 255.0) as u8;
        }
    }
    picture
}

/// Made smaller by a factor and then larger again.
pub fn enlarge(picture: &RgbImage, factor: f32) -> RgbImage {
    let size = |side: u32| ((side as f32 / factor) as u32).max(1);
    let small = imageops::resize(picture, size(picture.width()), size(picture.height()), FilterType::Triangle);
    imageops::resize(&small, picture.width(), picture.height(), FilterType::CatmullRom)
}

/// A finger, or another thing of one colour, over a place: a disc of this radius (part of the width).
pub fn cover(picture: &RgbImage, (x, y): (f32, f32), radius: f32) -> RgbImage {
    let (wide, high) = (picture.width() as f32, picture.height() as f32);
    let mut picture = picture.clone();
    for (px, py, pixel) in picture.enumerate_pixels_mut() {
        let far = (px as f32 - x * wide).hypot(py as f32 - y * high) / (radius * wide);
        if far < 1.0 {
            pixel.0 = [214, 168, 140].map(|level: u8| level - (40.0 * far) as u8);
        }
    }
    picture
}

/// A part of the picture, cut off on the right.
pub fn crop_right(picture: &RgbImage, part: f32) -> RgbImage {
    let wide = (picture.width() as f32 * (1.0 - part)) as u32;
    imageops::crop_imm(picture, 0, 0, wide, picture.height()).to_image()
}

/// As a JPEG file.
pub fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail but for sizes that no picture here has.
    let _ = picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality));
    bytes
}
