//! Where lines of writing are: the map that the detector draws, taken apart (Differentiable Binarization, Liao et al. 2020).

use image::RgbImage;

use super::net::{Engine, Input, Output};
use super::rect::{Place, around};
use crate::quality;

/// The longer side of what the detector is given. More finds no more on cards and licences.
const LONGEST: f32 = 736.0;
/// Sides are a multiple of this.
const STEP: f32 = 32.0;
/// What is likelier than this is writing.
const WRITING: f32 = 0.3;
/// The mean likelihood below which a rectangle holds no writing.
const LINE: f32 = 0.5;
/// The map shows lines thinner than they are: by their area by circumference, times this.
const THICKER: f32 = 1.6;
/// Rectangles thinner than this, in pixels of the map, are noise.
const THIN: f32 = 3.0;
/// Patches of writing that are looked at at most.
const MOST: usize = 2000;

/// Where lines lie in a picture, each with its longer side as its direction. `None` where the engine fails.
pub(super) fn places(detector: &dyn Engine, picture: &RgbImage) -> Option<Vec<Place>> {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let scale = (LONGEST / width.max(height)).min(1.0);
    let side = |side: f32| ((side * scale / STEP).round().max(1.0) * STEP) as u32;
    let (w, h) = (side(width), side(height));
    let map = detector.run(input(&quality::stretch(picture, w, h)))?;
    let (x, y) = (width / w as f32, height / h as f32);
    Some(patches(&map)?.into_iter().map(|place| scaled(place, x, y)).collect())
}

/// A picture as networks take it.
pub(super) fn input(picture: &RgbImage) -> Input {
    let plane = |channel: usize| picture.as_raw().iter().skip(channel).step_by(3).map(|level| f32::from(*level) / 127.5 - 1.0);
    let planes = [2, 1, 0].into_iter().flat_map(plane).collect();
    Input { width: picture.width() as usize, height: picture.height() as usize, planes }
}

/// A place in a picture that is stretched; the two factors hardly differ.
fn scaled(place: Place, x: f32, y: f32) -> Place {
    let along = (place.along.0 * x, place.along.1 * y);
    let length = along.0.hypot(along.1).max(f32::EPSILON);
    let down = place.down();
    let across = (down.0 * x).hypot(down.1 * y);
    Place {
        middle: (place.middle.0 * x, place.middle.1 * y),
        along: (along.0 / length, along.1 / length),
        width: place.width * length,
        height: place.height * across,
    }
}

/// The rectangles around patches of writing.
fn patches(map: &Output) -> Option<Vec<Place>> {
    let [.., height, width] = map.shape[..] else { return None };
    if width == 0 || map.numbers.len() < width * height {
        return None;
    }
    let mut seen = vec![false; width * height];
    let is_writing = |at: usize| map.numbers.get(at).is_some_and(|likely| *likely > WRITING);
    let mut places = Vec::new();
    let mut count = 0;
    for start in 0..width * height {
        if !is_writing(start) || std::mem::replace(&mut seen[start], true) {
            continue;
        }
        count += 1;
        if count > MOST {
            break;
        }
        let (mut todo, mut rows) = (vec![start], std::collections::BTreeMap::<usize, (usize, usize)>::new());
        while let Some(at) = todo.pop() {
            let (x, y) = (at % width, at / width);
            let row = rows.entry(y).or_insert((x, x));
            *row = (row.0.min(x), row.1.max(x));
            for (left, top) in [(0, 1), (2, 1), (1, 0), (1, 2), (0, 0), (2, 0), (0, 2), (2, 2)] {
                let (Some(x), Some(y)) = ((x + left).checked_sub(1), (y + top).checked_sub(1)) else { continue };
                if x < width && y < height && is_writing(y * width + x) && !std::mem::replace(&mut seen[y * width + x], true) {
                    todo.push(y * width + x);
                }
            }
        }
        places.extend(rectangle(&rows).filter(|place| mean(map, width, place) >= LINE).and_then(thicker));
    }
    Some(places)
}

/// The rectangle around the pixels of rows, given as the first and the last of each.
fn rectangle(rows: &std::collections::BTreeMap<usize, (usize, usize)>) -> Option<Place> {
    let ends = rows.iter().flat_map(|(y, (first, last))| {
        let (y, left, right) = (*y as f32, *first as f32, *last as f32 + 1.0);
        [(left, y), (right, y), (left, y + 1.0), (right, y + 1.0)]
    });
    around(&ends.collect::<Vec<_>>()).filter(|place| place.height >= THIN)
}

fn thicker(mut place: Place) -> Option<Place> {
    let more = place.width * place.height * THICKER / (2.0 * (place.width + place.height));
    place.width += 2.0 * more;
    place.height += 2.0 * more;
    (place.height >= THIN + 2.0).then_some(place)
}

/// The mean likelihood inside a rectangle.
fn mean(map: &Output, width: usize, place: &Place) -> f32 {
    let corners = place.corners();
    let least = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::INFINITY, f32::min).max(0.0) as usize;
    let most = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(0.0, f32::max).ceil() as usize;
    let (mut sum, mut count) = (0.0, 0u32);
    let down = place.down();
    for y in least(|c| c.1)..most(|c| c.1) {
        for x in least(|c| c.0)..most(|c| c.0).min(width) {
            let (dx, dy) = (x as f32 + 0.5 - place.middle.0, y as f32 + 0.5 - place.middle.1);
            let (along, across) = (dx * place.along.0 + dy * place.along.1, dx * down.0 + dy * down.1);
            if along.abs() <= place.width / 2.0 && across.abs() <= place.height / 2.0 {
                sum += map.numbers.get(y * width + x).copied().unwrap_or(0.0);
                count += 1;
            }
        }
    }
    if count == 0 { 0.0 } else { sum / count as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(rows: &[&str]) -> Output {
        let numbers = rows.iter().flat_map(|row| row.bytes().map(|byte| f32::from(byte - b'0') / 10.0)).collect();
        Output { shape: vec![1, 1, rows.len(), rows[0].len()], numbers }
    }

    #[test]
    fn patches_that_are_likely_and_thick_enough_are_lines() {
        let seen = map(&[
            "00000000000000000000",
            "09999999900000000000",
            "09999999900000400000",
            "09999999900000000000",
            "00000000000000000000",
            "00044444444400000000",
            "00044444444400000000",
            "00044444444400000000",
            "00000000000000000000",
            "00000000000000000990",
        ]);
        let places = patches(&seen).unwrap();
        assert_eq!(places.len(), 1, "faint, thin and small ones are none: {places:?}");
        let line = places[0];
        assert_eq!(line.middle, (5.0, 2.5));
        let more = 8.0 * 3.0 * THICKER / 22.0;
        assert!((line.width - 8.0 - 2.0 * more).abs() < 0.01 && (line.height - 3.0 - 2.0 * more).abs() < 0.01, "{line:?}");
    }

    #[test]
    fn what_is_no_map_has_no_lines() {
        for (shape, count) in [(vec![], 0), (vec![1], 1), (vec![1, 1, 4, 0], 0), (vec![1, 1, 9, 9], 3)] {
            assert!(patches(&Output { shape, numbers: vec![1.0; count] }).is_none());
        }
        assert_eq!(patches(&map(&["000", "000"])), Some(Vec::new()));
    }

    #[test]
    fn pictures_become_planes_of_blue_green_and_red() {
        let picture = RgbImage::from_fn(2, 1, |x, _| image::Rgb([255, 0, if x == 0 { 0 } else { 255 }]));
        let input = input(&picture);
        assert_eq!((input.width, input.height), (2, 1));
        assert_eq!(input.planes, [-1.0, 1.0, -1.0, -1.0, 1.0, 1.0]);
    }
}
