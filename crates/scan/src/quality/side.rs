//! Which side of an identity card this is: one has a large red emblem, the other a portrait and nothing red.

use image::RgbImage;

use super::document::Found;
use super::{counts, level};
use crate::facts::CardSide;

/// Parts of the card: the emblem is 0.04 of it.
const EMBLEM: std::ops::Range<f32> = 0.012..0.1;
/// The portrait is about 0.17 of the card, without its light background about half of it.
const PORTRAIT: std::ops::Range<f32> = 0.05..0.35;

/// Where on the picture the side shows what it is known by.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The middle of the emblem or the portrait, as parts of the picture's width and height.
    pub x: f32,
    /// See above.
    pub y: f32,
    /// Whether the card lies across.
    pub lies: bool,
}

/// The side, if one is recognised without doubt, and where that shows.
pub(super) fn side(coarse: &RgbImage, found: Option<&Found>) -> Option<(CardSide, Place)> {
    let own = |place: usize| found.is_none_or(|found| found.mask.get(place) == Some(&true));
    let width = coarse.width() as usize;
    let pixels: Vec<&[u8]> = coarse.as_raw().chunks_exact(3).collect();
    let all = (0..pixels.len()).filter(|place| own(*place)).count().max(1) as f32;
    let usual = |of: usize| {
        let inside = pixels.iter().enumerate().filter(|(place, _)| own(*place));
        level(&counts(inside.map(|(_, pixel)| pixel.get(of).copied().unwrap_or(0))), 0.6)
    };
    let paper = [usual(0), usual(1), usual(2)];
    let red = largest(&pixels, width, &|place, pixel| own(place) && is_red(pixel));
    let red_part = red.count as f32 / all;
    let (wide, high) = (coarse.width() as f32, coarse.height() as f32);
    let lies = found.map_or(wide / high, |found| found.outline.proportion) >= 1.0;
    let place = |part: Part| Place { x: part.middle.0 / wide, y: part.middle.1 / high, lies };
    if EMBLEM.contains(&red_part) && red.is_compact(0.6..1.6) {
        return Some((CardSide::Emblem, place(red)));
    }
    let printed = largest(&pixels, width, &|place, pixel| own(place) && is_other(pixel, paper));
    let proportions = if lies { 0.45..1.5 } else { 1.0 / 1.5..1.0 / 0.45 };
    let is_portrait = PORTRAIT.contains(&(printed.count as f32 / all)) && printed.is_compact(proportions);
    (red_part < 0.004 && is_portrait).then(|| (CardSide::Portrait, place(printed)))
}

fn is_red(pixel: &[u8]) -> bool {
    match pixel {
        [red, green, blue, ..] => {
            let most = i32::from(*green).max(i32::from(*blue));
            i32::from(*red) > most + 50 && i32::from(*red) > most * 3 / 2
        }
        _ => false,
    }
}

/// Whether this is clearly not the paper.
fn is_other(pixel: &[u8], paper: [u8; 3]) -> bool {
    pixel.iter().zip(paper).map(|(level, paper)| u32::from(level.abs_diff(paper))).sum::<u32>() > 75
}

/// A connected part of the picture.
#[derive(Clone, Copy, Default)]
struct Part {
    count: usize,
    wide: usize,
    high: usize,
    /// The middle of its frame.
    middle: (f32, f32),
}

impl Part {
    /// Whether it fills its frame, and the frame has such a proportion.
    fn is_compact(self, proportions: std::ops::Range<f32>) -> bool {
        let frame = (self.wide * self.high).max(1) as f32;
        self.count as f32 / frame > 0.42 && proportions.contains(&(self.wide as f32 / self.high.max(1) as f32))
    }
}

/// The largest connected part of the pixels that are `wanted`; a gap of one pixel does not part it.
fn largest(pixels: &[&[u8]], width: usize, wanted: &dyn Fn(usize, &[u8]) -> bool) -> Part {
    let mut left: Vec<bool> = pixels.iter().enumerate().map(|(place, pixel)| wanted(place, pixel)).collect();
    let mut best = Part::default();
    for start in 0..left.len() {
        let (mut count, mut frame) = (0, (usize::MAX, 0, usize::MAX, 0));
        let mut open = vec![start];
        while let Some(place) = open.pop() {
            match left.get_mut(place) {
                Some(left) if *left => *left = false,
                _ => continue,
            }
            let (x, y) = (place % width, place / width);
            count += 1;
            frame = (x.min(frame.0), x.max(frame.1), y.min(frame.2), y.max(frame.3));
            for dy in y.saturating_sub(2)..=y + 2 {
                open.extend((x.saturating_sub(2)..=(x + 2).min(width - 1)).map(|x| dy * width + x));
            }
        }
        if count > best.count {
            let middle = ((frame.0 + frame.1) as f32 / 2.0, (frame.2 + frame.3) as f32 / 2.0);
            best = Part { count, wide: frame.1 - frame.0 + 1, high: frame.3 - frame.2 + 1, middle };
        }
    }
    best
}
