//! What can be seen in a picture, measured on small copies of it, so that looking costs little beside decoding.
//!
//! Everything is made of two copies: one of 1,280 pixels on the longer side for what is fine (text, edges), one of 320 for what
//! is coarse (the document's outline, colours, glare). `docs/pictures.md` says how well each measure tells good from bad.

mod border;
mod cover;
mod document;
mod edges;
mod geometry;
mod grid;
mod print;
mod reduce;
mod sharp;
mod side;
mod tone;
mod way;

pub(crate) use reduce::{reduce, stretch};

use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

use super::decode::Decoded;
use super::exif;
use crate::facts::Analysis;

/// The longer side of the copy for what is fine; the unit of [`Analysis::blur`] refers to it.
const FINE: u32 = 1280;
/// The longer side of the copy for what is coarse.
const COARSE: u32 = 320;
/// A picture whose lightest and darkest pixels lie nearer than this shows nothing: noise and compression make up as much.
const BLANK: u8 = 14;

/// The quality of a thumbnail: enough to tell documents apart.
const THUMBNAIL_QUALITY: u8 = 70;

/// The two copies of a picture, standing upright: for what is fine, and for what is coarse.
fn copies(decoded: &Decoded) -> (RgbImage, RgbImage) {
    let fine = DynamicImage::ImageRgb8(upright(reduce(&decoded.picture, FINE), decoded.orientation));
    let coarse = reduce(&fine, COARSE);
    (fine.into_rgb8(), coarse)
}

/// A decoded picture as it is shown beside its name: upright, its longer side 320 pixels at most.
pub(super) fn small(decoded: &Decoded) -> RgbImage {
    copies(decoded).1
}

/// The small copy of a picture as a JPEG; `None` when it cannot be encoded.
pub(super) fn encoded(small: &RgbImage) -> Option<Vec<u8>> {
    let side = |side: u32| u16::try_from(side).ok();
    let mut jpeg = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, THUMBNAIL_QUALITY);
    encoder.encode(small.as_raw(), side(small.width())?, side(small.height())?, jpeg_encoder::ColorType::Rgb).ok()?;
    Some(jpeg)
}

/// Looks at a decoded picture, and gives the [`small`] copy that it has made of it. Takes about 20 ms for 12 million pixels, and 8 MiB.
pub(super) fn analyse(decoded: &Decoded) -> (Analysis, RgbImage) {
    let (fine, coarse) = copies(decoded);
    let light = lightness(&fine);
    let found = document::find(&coarse);
    let tiles = sharp::tiles(&light, found.as_ref().map(|found| &found.outline));
    let edges = sharp::edges(&light, &tiles);
    let side = side::side(&coarse, found.as_ref());
    let lines = way::lines(&light);
    let analysis = Analysis {
        notes: exif::notes(decoded.exif.as_deref(), decoded.orientation),
        blank: is_blank(&light),
        lean: edges.lean,
        blur: edges.blur,
        evenness: edges.evenness,
        tone: tone::tone(&coarse, found.as_ref(), &light, &tiles),
        grid: grid::strength(&decoded.picture),
        written: border::written(&fine),
        covered: found.as_ref().map_or(0.0, |found| cover::covered(&coarse, found)),
        turn: way::turn(side, found.as_ref(), lines),
        lines,
        side: side.map(|(side, _)| side),
        print: print::print(&fine),
        outline: found.map(|found| found.outline),
    };
    (analysis, coarse)
}

fn upright(picture: RgbImage, orientation: Orientation) -> RgbImage {
    let mut picture = DynamicImage::ImageRgb8(picture);
    picture.apply_orientation(orientation);
    picture.into_rgb8()
}

/// Lightness, row by row.
struct Light {
    width: usize,
    height: usize,
    cells: Vec<u8>,
}

impl Light {
    /// The lightness at a place; the nearest one for places outside.
    fn at(&self, x: usize, y: usize) -> f32 {
        let place = y.min(self.height - 1) * self.width + x.min(self.width - 1);
        f32::from(self.cells.get(place).copied().unwrap_or(0))
    }
}

fn lightness(picture: &RgbImage) -> Light {
    let cells = picture.as_raw().chunks_exact(3).map(grey).collect();
    Light { width: picture.width() as usize, height: picture.height() as usize, cells }
}

/// How light a colour is (ITU-R BT.601).
fn grey(pixel: &[u8]) -> u8 {
    match pixel {
        [red, green, blue, ..] => ((u32::from(*red) * 77 + u32::from(*green) * 150 + u32::from(*blue) * 29) >> 8) as u8,
        _ => 0,
    }
}

/// Whether all but a thousandth of the pixels are equally light.
fn is_blank(light: &Light) -> bool {
    let counts = counts(light.cells.iter().copied());
    level(&counts, 0.9995) - level(&counts, 0.0005).min(level(&counts, 0.9995)) < BLANK
}

/// How often each level occurs.
fn counts(levels: impl Iterator<Item = u8>) -> [u32; 256] {
    let mut counts = [0; 256];
    for level in levels {
        if let Some(count) = counts.get_mut(usize::from(level)) {
            *count += 1;
        }
    }
    counts
}

/// The level below which this part of all lies.
fn level(counts: &[u32; 256], part: f64) -> u8 {
    let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    let wanted = (all as f64 * part) as u64;
    let mut passed = 0;
    for (level, count) in (0..=255u8).zip(counts) {
        passed += u64::from(*count);
        if passed > wanted {
            return level;
        }
    }
    255
}
