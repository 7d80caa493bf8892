//! Whether something lies over the document's edge: a finger, mostly.
//!
//! A patch that reaches in from an edge and has neither the paper's colour nor that of the ground lies on top.

use image::RgbImage;

use super::document::Found;
use super::geometry::{area, distance};
use super::tone::tint;
use super::{counts, level};

/// So far within the edges the paper begins: nearer, pixels are mixed of paper and ground.
const RIM: f32 = 2.0;
/// A patch that reaches in from the edge begins within this distance of it.
const BEGINS: f32 = 5.0;
/// How far its colour strays from the paper's: red and blue against green, by lightness.
const STRAYS: f32 = 0.15;
/// How far it is from the ground's colour, in levels; what has the ground's colour is ground, behind a bent edge.
const FROM_GROUND: f32 = 24.0;
/// It reaches in by this part of the document's shorter side at least: the print of a frame is not so wide.
const REACHES: f32 = 0.04;
/// It is of one colour: within this of that at its edge, as [`STRAYS`] is measured.
const ALIKE: f32 = 0.15;
/// It is no longer, along either side, than this part of the document: a printed frame or band is.
const COMPACT: f32 = 0.6;

/// The part of the document under the largest patch that reaches in from an edge; 0 where there is none, or no edge can be told.
pub(super) fn covered(coarse: &RgbImage, found: &Found) -> f32 {
    measure(coarse, found).unwrap_or(0.0)
}

fn measure(coarse: &RgbImage, found: &Found) -> Option<f32> {
    let (width, height) = (coarse.width() as usize, coarse.height() as usize);
    let edges = found.edges.as_ref()?;
    let depth = |place: usize| edges.depth(((place % width) as f32 + 0.5, (place / width) as f32 + 0.5));
    let depths: Vec<f32> = (0..width * height).map(depth).collect();
    let pixels: Vec<&[u8]> = coarse.as_raw().chunks_exact(3).collect();
    let of = |wanted: &dyn Fn(f32) -> bool| {
        let chosen = pixels.iter().zip(&depths).filter(|(_, depth)| wanted(**depth));
        usual(chosen.map(|(pixel, _)| *pixel))
    };
    let paper = of(&|depth| depth > RIM)?;
    let ground = of(&|depth| depth < -RIM);
    let usual_tint = tint(&paper);
    let on_top = |(pixel, depth): (&&[u8], &f32)| {
        let own = tint(pixel);
        let lies_on_top =
            *depth > RIM && strays(own, usual_tint) > STRAYS && ground.is_none_or(|ground| apart(pixel, &ground) > FROM_GROUND);
        lies_on_top.then_some(own)
    };
    let mut left: Vec<Option<[f32; 2]>> = pixels.iter().zip(&depths).map(on_top).collect();
    let [a, b, c, _] = edges.corners;
    let sides = [distance(a, b), distance(b, c)];
    let reaches = REACHES * sides[0].min(sides[1]);
    let longest = COMPACT * sides[0].max(sides[1]);
    let mut largest = 0;
    for start in 0..left.len() {
        if depths.get(start).is_none_or(|depth| *depth > BEGINS) {
            continue;
        }
        let patch = Patch::from(start, &mut left, width, &depths);
        if patch.depth > reaches && patch.wide.max(patch.high) as f32 <= longest {
            largest = largest.max(patch.count);
        }
    }
    Some(largest as f32 / area(&edges.corners).max(1.0))
}

/// A connected part of what lies on top.
struct Patch {
    count: usize,
    depth: f32,
    wide: usize,
    high: usize,
}

impl Patch {
    /// The patch that a place belongs to, taken out of those `left`.
    fn from(start: usize, left: &mut [Option<[f32; 2]>], width: usize, depths: &[f32]) -> Self {
        let colour = left.get(start).copied().flatten();
        let (mut count, mut depth) = (0, 0f32);
        let (mut x_range, mut y_range) = ((usize::MAX, 0), (usize::MAX, 0));
        let mut open = vec![start];
        while let Some(place) = open.pop() {
            let alike = |own: &Option<[f32; 2]>| own.zip(colour).is_some_and(|(own, colour)| strays(own, colour) <= ALIKE);
            match left.get_mut(place).filter(|own| alike(own)) {
                Some(own) => *own = None,
                None => continue,
            }
            let (x, y) = (place % width, place / width);
            count += 1;
            depth = depth.max(depths.get(place).copied().unwrap_or(0.0));
            x_range = (x.min(x_range.0), x.max(x_range.1));
            y_range = (y.min(y_range.0), y.max(y_range.1));
            // What lies on top keeps away from the picture's border by the rim, so no neighbour is in another row.
            open.extend([place.saturating_sub(1), place + 1, place.saturating_sub(width), place + width]);
        }
        let length = |(from, to): (usize, usize)| (to + 1).saturating_sub(from);
        Self { count, depth, wide: length(x_range), high: length(y_range) }
    }
}

/// The usual colour, channel by channel; `None` of none.
fn usual<'a>(pixels: impl Iterator<Item = &'a [u8]>) -> Option<[u8; 3]> {
    let pixels: Vec<&[u8]> = pixels.collect();
    let channel = |of: usize| level(&counts(pixels.iter().map(|pixel| pixel.get(of).copied().unwrap_or(0))), 0.5);
    (pixels.len() > 50).then(|| [channel(0), channel(1), channel(2)])
}

/// How far two tints are apart.
fn strays(one: [f32; 2], other: [f32; 2]) -> f32 {
    (one[0] - other[0]).hypot(one[1] - other[1])
}

fn apart(one: &[u8], other: &[u8]) -> f32 {
    one.iter().zip(other).map(|(a, b)| f32::from(a.abs_diff(*b)).powi(2)).sum::<f32>().sqrt()
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::super::document;
    use super::*;

    const DESK: [u8; 3] = [112, 92, 74];
    const PAPER: [u8; 3] = [226, 233, 236];
    const SKIN: [u8; 3] = [214, 168, 140];
    const GOLD: [u8; 3] = [190, 150, 80];

    /// A card with lines of writing on a desk, and whatever `over` puts on it.
    fn picture(over: impl Fn(f32, f32) -> Option<[u8; 3]>) -> RgbImage {
        RgbImage::from_fn(320, 240, |column, row| {
            let (x, y) = (column as f32, row as f32);
            let on_card = (30.0..290.0).contains(&x) && (38.0..202.0).contains(&y);
            let written = (60..260).contains(&column) && (60..180).contains(&row) && row % 12 < 4 && column % 5 < 3;
            let usual = match (on_card, written) {
                (true, true) => [40; 3],
                (true, false) => PAPER,
                (false, _) => DESK,
            };
            Rgb(over(x, y).unwrap_or(usual))
        })
    }

    #[test]
    fn only_what_reaches_in_from_an_edge_covers() {
        let disc =
            |x: f32, y: f32, radius: f32, colour| move |px: f32, py: f32| ((px - x).hypot(py - y) < radius).then_some(colour);
        let is_frame = |x: f32, y: f32| {
            let inset = (x - 30.0).min(289.0 - x).min(y - 38.0).min(201.0 - y);
            (3.0..12.0).contains(&inset).then_some(GOLD)
        };
        let cases: [(&str, RgbImage, bool); 7] = [
            ("nothing", picture(|_, _| None), false),
            ("a finger on a corner", picture(disc(290.0, 202.0, 24.0, SKIN)), true),
            ("a thumb on an edge", picture(disc(26.0, 120.0, 26.0, SKIN)), true),
            ("a stamp in the middle", picture(disc(160.0, 120.0, 30.0, SKIN)), false),
            ("a tiny speck on the edge", picture(disc(290.0, 120.0, 5.0, SKIN)), false),
            ("a printed frame", picture(is_frame), false),
            ("a torn corner, through which the desk is seen", picture(disc(290.0, 202.0, 30.0, DESK)), false),
        ];
        for (name, picture, expected) in cases {
            let found = document::find(&picture).expect(name);
            let part = covered(&picture, &found);
            assert_eq!(part > 0.003, expected, "{name}: {part}");
        }
    }
}
