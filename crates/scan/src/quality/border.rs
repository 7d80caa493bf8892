//! Whether writing runs into the picture's border, as it does where a sheet is cut off, and not where a scan ends with the paper.

use image::RgbImage;

use super::{counts, grey, level};

/// How deep within the picture the border is looked at, as parts of the longer side: a scanner's shadow along the paper's edge is thinner.
const DEPTHS: [f32; 3] = [0.004, 0.006, 0.008];
/// Ink is so much darker than the paper at the border, in levels.
const INK: u8 = 60;
/// Paper differs from the usual by less than this, in levels.
const PAPER: u8 = 30;
/// A dark run longer than this part of the border is a shadow or the ground, not a stroke.
const STROKE: f32 = 0.05;
/// The border shows paper in this part at least; else what is there is not the document, or hardly any of it.
const SHOWN: f32 = 0.4;

/// The part of the picture's top, right, bottom and left border on which strokes of writing run into it, 0 to 1.
pub(super) fn written(fine: &RgbImage) -> [f32; 4] {
    let (width, height) = (fine.width(), fine.height());
    let longest = width.max(height) as f32;
    let line = |depth: u32, side: usize| -> Vec<[u8; 3]> {
        let (right, low) = ((width - 1).saturating_sub(depth), (height - 1).saturating_sub(depth));
        let (depth_x, depth_y) = (depth.min(width - 1), depth.min(height - 1));
        match side {
            0 => (0..width).map(|x| fine.get_pixel(x, depth_y).0).collect(),
            1 => (0..height).map(|y| fine.get_pixel(right, y).0).collect(),
            2 => (0..width).map(|x| fine.get_pixel(x, low).0).collect(),
            _ => (0..height).map(|y| fine.get_pixel(depth_x, y).0).collect(),
        }
    };
    // A stroke is met at every depth, a speck of dust at one.
    [0, 1, 2, 3].map(|side| {
        let parts = DEPTHS.map(|depth| strokes(&line((depth * longest).round() as u32, side)));
        parts.into_iter().fold(f32::MAX, f32::min)
    })
}

/// The part of a line of pixels that strokes cross.
fn strokes(line: &[[u8; 3]]) -> f32 {
    let all = line.len().max(1) as f32;
    let usual = level(&counts(line.iter().map(|pixel| grey(pixel))), 0.7);
    let is_ink = |pixel: &[u8; 3]| usual.saturating_sub(grey(pixel)) > INK && !is_red(*pixel);
    let shown = line.iter().filter(|pixel| grey(*pixel).abs_diff(usual) < PAPER).count() as f32;
    if shown < SHOWN * all {
        return 0.0;
    }
    // What lies in a corner of the picture runs along the next border as well: ground, not writing.
    let (mut at, mut strokes) = (0, 0);
    for run in line.chunk_by(|a, b| is_ink(a) == is_ink(b)) {
        let within = at > 0 && at + run.len() < line.len();
        if within && (run.len() as f32) < STROKE * all && run.first().is_some_and(is_ink) {
            strokes += run.len();
        }
        at += run.len();
    }
    strokes as f32 / all
}

/// A seal may be set across the edges of sheets on purpose (骑缝章).
fn is_red([red, green, blue]: [u8; 3]) -> bool {
    i32::from(red) > i32::from(green.max(blue)) + 50
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    /// A sheet of 1,000 × 700 with lines of writing from `left` to `right`.
    fn sheet(left: u32, right: u32, ink: [u8; 3]) -> RgbImage {
        RgbImage::from_fn(1000, 700, |x, y| {
            let written = (left..right).contains(&x) && (100..600).contains(&y) && y % 40 < 16 && (x / 3 + y / 5) % 3 != 0;
            Rgb(if written { ink } else { [245, 244, 240] })
        })
    }

    #[test]
    fn writing_at_a_border_is_seen_and_nothing_else() {
        let shadow = |mut picture: RgbImage, wide: u32| {
            for (x, _, pixel) in picture.enumerate_pixels_mut() {
                if x >= 1000 - wide {
                    pixel.0 = [90; 3];
                }
            }
            picture
        };
        let cases: [(&str, RgbImage, [bool; 4]); 7] = [
            ("with margins", sheet(100, 900, [40; 3]), [false; 4]),
            ("cut off on the right", sheet(100, 1000, [40; 3]), [false, true, false, false]),
            ("cut off on both sides", sheet(0, 1000, [40; 3]), [false, true, false, true]),
            ("a red seal across the edge", sheet(100, 1000, [190, 40, 40]), [false; 4]),
            ("a shadow along the edge", shadow(sheet(100, 900, [40; 3]), 3), [false; 4]),
            ("a dark ground along the edge", shadow(sheet(100, 900, [40; 3]), 40), [false; 4]),
            ("a single pixel", RgbImage::new(1, 1), [false; 4]),
        ];
        for (name, picture, expected) in cases {
            let found = written(&picture);
            assert_eq!(found.map(|part| part > 0.012), expected, "{name}: {found:?}");
        }
    }
}
