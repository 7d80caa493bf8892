//! Colours, light and glare.

use image::RgbImage;

use super::document::Found;
use super::sharp::{TILE, Tile};
use super::{Light, counts, grey, level};
use crate::facts::Tone;

/// As white as can be, but for noise.
const WHITE: u8 = 250;
/// Where the paper itself is lighter than this, a spot of glare cannot be told from it.
const PAPER: u8 = 225;

/// Measures the document on the coarse copy; its ink on tiles of the fine one, where strokes are not yet mixed with paper.
pub(super) fn tone(coarse: &RgbImage, found: Option<&Found>, light: &Light, tiles: &[Tile]) -> Tone {
    let own = |place: usize| found.is_none_or(|found| found.mask.get(place) == Some(&true));
    let pixels: Vec<&[u8]> = coarse.as_raw().chunks_exact(3).collect();
    let inside: Vec<&[u8]> = pixels.iter().enumerate().filter(|(place, _)| own(*place)).map(|(_, pixel)| *pixel).collect();
    let lights = counts(inside.iter().map(|pixel| grey(pixel)));
    let paper = level(&lights, 0.7);
    let white = inside.iter().filter(|pixel| pixel.iter().all(|level| *level >= WHITE)).count();
    Tone {
        colour: f32::from(level(&counts(pixels.iter().map(|pixel| spread(pixel))), 0.99)),
        document_colour: strays(&inside),
        paper,
        ink: ink(light, tiles).unwrap_or_else(|| level(&lights, 0.02)),
        white: white as f32 / inside.len().max(1) as f32,
        glare: glare(coarse, &own, level(&lights, 0.5)) as f32 / inside.len().max(1) as f32,
    }
}

fn spread(pixel: &[u8]) -> u8 {
    pixel.iter().max().zip(pixel.iter().min()).map_or(0, |(most, least)| most - least)
}

/// How dark the writing is on the tiles with the most of it.
fn ink(light: &Light, tiles: &[Tile]) -> Option<u8> {
    let places = tiles.iter().flat_map(|(x, y)| (0..TILE * TILE).map(move |n| (x + n % TILE, y + n / TILE)));
    (!tiles.is_empty()).then(|| level(&counts(places.map(|(x, y)| light.at(x, y) as u8)), 0.02))
}

/// How far colours stray from the usual one, in the hundredth that strays most. Light of a colour tints all alike, in
/// proportion to their lightness, and is taken out.
fn strays(pixels: &[&[u8]]) -> f32 {
    let tints: Vec<[f32; 2]> = pixels.iter().map(|pixel| tint(pixel)).collect();
    let usual = |of: usize| {
        let mut all: Vec<f32> = tints.iter().map(|tint| tint.get(of).copied().unwrap_or(0.0)).collect();
        let half = all.len() / 2;
        if half == 0 { 0.0 } else { *all.select_nth_unstable_by(half, f32::total_cmp).1 }
    };
    let usual = [usual(0), usual(1)];
    let far = tints.iter().zip(pixels).map(|(tint, pixel)| {
        let strays = (tint[0] - usual[0]).hypot(tint[1] - usual[1]);
        (strays * f32::from(grey(pixel))).min(255.0) as u8
    });
    f32::from(level(&counts(far), 0.985))
}

/// Red and blue against green, by lightness.
pub(super) fn tint(pixel: &[u8]) -> [f32; 2] {
    let light = f32::from(grey(pixel)).max(24.0);
    match pixel {
        [red, green, blue, ..] => {
            [f32::from(*red) - f32::from(*green), f32::from(*blue) - f32::from(*green)].map(|part| part / light)
        }
        _ => [0.0; 2],
    }
}

/// The size of the largest spot of glare: white where the paper is not, and fading out around it, which print does not.
fn glare(coarse: &RgbImage, own: &dyn Fn(usize) -> bool, paper: u8) -> usize {
    if paper > PAPER {
        return 0;
    }
    let (width, height) = (coarse.width() as usize, coarse.height() as usize);
    let light: Vec<u8> = coarse.as_raw().chunks_exact(3).map(grey).collect();
    let mut seen: Vec<bool> = light.iter().enumerate().map(|(place, light)| *light < WHITE || !own(place)).collect();
    let halo = paper + (255 - paper) / 3;
    let mut largest = 0;
    for start in 0..seen.len() {
        let (mut size, mut rim, mut bright) = (0, 0, 0);
        let mut open = vec![start];
        while let Some(place) = open.pop() {
            match seen.get_mut(place) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            size += 1;
            let (x, y) = (place % width, place / width);
            for (dx, dy) in [(-1isize, 0isize), (1, 0), (0, -1), (0, 1)] {
                let step = |far: isize| {
                    let x = x.checked_add_signed(dx * far).filter(|x| *x < width)?;
                    let y = y.checked_add_signed(dy * far).filter(|y| *y < height)?;
                    Some(y * width + x)
                };
                let Some(next) = step(1) else { continue };
                if light.get(next).is_some_and(|light| *light >= WHITE) {
                    open.push(next);
                } else if let Some(beyond) = step(3).and_then(|beyond| light.get(beyond)) {
                    rim += 1;
                    bright += usize::from(*beyond >= halo);
                }
            }
        }
        if size > largest && 2 * bright >= rim {
            largest = size;
        }
    }
    largest
}
