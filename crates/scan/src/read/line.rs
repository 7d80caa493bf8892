//! One line: cut out of the picture, and read (connectionist temporal classification, Graves et al. 2006).

use image::RgbImage;

use super::Character;
use super::net::{Input, Output};
use super::rect::Place;

/// The height of a line that the recogniser takes.
const HEIGHT: usize = 48;
/// Its width is a multiple of this.
const STEP: usize = 8;
/// What the recogniser was trained with is no narrower; the rest is grey.
const LEAST: usize = 320;
/// The longest line that is read, by its height: longer ones are no writing.
const LONGEST: f32 = 60.0;
/// So many readings of a character are kept.
const READINGS: usize = 3;

/// A line as the recogniser takes it.
pub(super) struct Crop {
    pub input: Input,
    /// The part of its width that shows the line.
    pub used: f32,
}

/// How wide a line is for the recogniser: what it takes to read it.
pub(super) fn effort(place: &Place) -> f32 {
    shown(place).max(LEAST as f32)
}

/// How wide it is when it is as high as the recogniser takes it.
fn shown(place: &Place) -> f32 {
    HEIGHT as f32 * (place.width / place.height.max(1.0)).clamp(0.1, LONGEST)
}

/// Cuts a line out of the picture and puts it upright.
pub(super) fn crop(picture: &RgbImage, place: &Place) -> Crop {
    let shown = (shown(place).round() as usize).max(1);
    let width = shown.max(LEAST).next_multiple_of(STEP);
    let plane = HEIGHT * width;
    // Grey, where there is nothing.
    let mut planes = vec![0.0; 3 * plane];
    let step = (place.width / shown as f32, place.height / HEIGHT as f32);
    // Of a large picture several points make one pixel.
    let points = (step.0.max(step.1).round() as usize).clamp(1, 3);
    for y in 0..HEIGHT {
        for x in 0..shown {
            let mut sum = [0.0; 3];
            for (i, j) in (0..points).flat_map(|i| (0..points).map(move |j| (i, j))) {
                let part = |at: usize, n: usize| at as f32 + (n as f32 + 0.5) / points as f32;
                let at = place.at(part(x, i) * step.0 - place.width / 2.0, part(y, j) * step.1 - place.height / 2.0);
                let seen = sampled(picture, at);
                sum.iter_mut().zip(seen).for_each(|(sum, level)| *sum += level);
            }
            for (channel, sum) in sum.into_iter().rev().enumerate() {
                if let Some(to) = planes.get_mut(channel * plane + y * width + x) {
                    *to = sum / (points * points) as f32 / 127.5 - 1.0;
                }
            }
        }
    }
    Crop { input: Input { width, height: HEIGHT, planes }, used: shown as f32 / width as f32 }
}

/// The colour at a point between pixels; beyond the border that of the border.
fn sampled(picture: &RgbImage, (x, y): (f32, f32)) -> [f32; 3] {
    let (right, bottom) = (picture.width().max(1) - 1, picture.height().max(1) - 1);
    let (x, y) = ((x - 0.5).clamp(0.0, right as f32), (y - 0.5).clamp(0.0, bottom as f32));
    let (left, top) = (x as u32, y as u32);
    let (across, down) = (x - left as f32, y - top as f32);
    let at =
        |x: u32, y: u32| picture.get_pixel_checked(x.min(right), y.min(bottom)).map_or([0.0; 3], |pixel| pixel.0.map(f32::from));
    let (a, b, c, d) = (at(left, top), at(left + 1, top), at(left, top + 1), at(left + 1, top + 1));
    std::array::from_fn(|n| {
        (a[n] * (1.0 - across) + b[n] * across) * (1.0 - down) + (c[n] * (1.0 - across) + d[n] * across) * down
    })
}

/// The characters that a recogniser knows, from its list of one a line; the space is known besides.
pub(super) fn characters(list: &str) -> Option<Vec<char>> {
    let lines = list.lines().map(|line| line.chars().next().unwrap_or(' '));
    let mut characters: Vec<char> = lines.collect();
    characters.push(' ');
    (characters.len() > 1).then_some(characters)
}

/// What a recogniser's answer says: at each step the likeliest sign, the same one in a row only once, without the blanks between.
/// `used` is the part of the steps that shows the line. `None` where the answer is of another form.
pub(super) fn decode(output: &Output, characters: &[char], used: f32) -> Option<Vec<Character>> {
    let [1, steps, signs] = output.shape[..] else { return None };
    if signs != characters.len() + 1 || output.numbers.len() != steps * signs {
        return None;
    }
    let best: Vec<(usize, f32)> = output.numbers.chunks_exact(signs).map(likeliest).collect();
    let mut read = Vec::new();
    let mut step = 0;
    while let Some((sign, _)) = best.get(step).copied() {
        let run = best.iter().skip(step).take_while(|(other, _)| *other == sign).count();
        if sign > 0 {
            let (surest, _) = best
                .iter()
                .enumerate()
                .skip(step)
                .take(run)
                .fold((step, 0.0), |most, (at, (_, likely))| if *likely > most.1 { (at, *likely) } else { most });
            let middle = (step as f32 + run as f32 / 2.0) / steps as f32;
            let row = output.numbers.get(surest * signs..(surest + 1) * signs)?;
            read.push(Character((middle / used).min(1.0), readings(row, characters)));
        }
        step += run;
    }
    Some(read)
}

fn likeliest(row: &[f32]) -> (usize, f32) {
    row.iter().enumerate().fold((0, f32::MIN), |most, (sign, likely)| if *likely > most.1 { (sign, *likely) } else { most })
}

/// The likeliest characters of a step, the blank aside.
fn readings(row: &[f32], characters: &[char]) -> Vec<(char, f32)> {
    let mut best: Vec<(char, f32)> = Vec::with_capacity(READINGS + 1);
    for (character, likely) in characters.iter().zip(row.iter().skip(1)) {
        if best.len() == READINGS && best.last().is_some_and(|(_, least)| likely <= least) {
            continue;
        }
        let at = best.partition_point(|(_, other)| other >= likely);
        best.insert(at, (*character, *likely));
        best.truncate(READINGS);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An answer of so many signs, with these likeliest.
    fn answer(signs: usize, steps: &[&[(usize, f32)]]) -> Output {
        let row = |likely: &[(usize, f32)]| {
            let mut row = vec![0.0; signs];
            likely.iter().for_each(|(sign, likely)| row[*sign] = *likely);
            row
        };
        Output { shape: vec![1, steps.len(), signs], numbers: steps.iter().flat_map(|step| row(step)).collect() }
    }

    #[test]
    fn a_sign_in_a_row_is_one_character_and_a_blank_parts_two() {
        let known = characters("甲\n乙\n丙\n").unwrap();
        assert_eq!(known, ['甲', '乙', '丙', ' ']);
        let a: &[(usize, f32)] = &[(1, 0.8), (2, 0.1)];
        let sure: &[(usize, f32)] = &[(1, 0.9), (3, 0.05), (2, 0.04), (4, 0.01)];
        let blank: &[(usize, f32)] = &[(0, 1.0)];
        let space: &[(usize, f32)] = &[(4, 0.7)];
        let read = decode(&answer(5, &[blank, a, sure, blank, a, space, blank, blank]), &known, 1.0).unwrap();
        let text: String = read.iter().map(|character| character.1[0].0).collect();
        assert_eq!(text, "甲甲 ");
        assert_eq!(read[0], Character(0.25, vec![('甲', 0.9), ('丙', 0.05), ('乙', 0.04)]));
        assert_eq!(read[1].0, 4.5 / 8.0);
        let half = decode(&answer(5, &[blank, a, blank, blank]), &known, 0.5).unwrap();
        assert_eq!(half[0].0, 0.75);
    }

    #[test]
    fn an_answer_of_another_form_is_none() {
        let known = ['甲', ' '];
        for (shape, count) in [(vec![1, 2, 4], 8), (vec![2, 1, 3], 6), (vec![1, 2, 3], 5), (vec![3], 3), (vec![], 0)] {
            assert_eq!(decode(&Output { shape, numbers: vec![0.0; count] }, &known, 1.0), None);
        }
        assert_eq!(decode(&Output { shape: vec![1, 0, 3], numbers: Vec::new() }, &known, 1.0), Some(Vec::new()));
        assert_eq!(characters(""), None);
    }

    #[test]
    fn a_line_is_cut_out_upright_whichever_way_it_lies() {
        // Left half black, right half white.
        let picture = RgbImage::from_fn(96, 48, |x, _| image::Rgb([if x < 48 { 0 } else { 255 }; 3]));
        let flat = Place { middle: (48.0, 24.0), along: (1.0, 0.0), width: 96.0, height: 48.0 };
        let level = |crop: &Crop, x: usize| crop.input.planes[24 * crop.input.width + x];
        let seen = crop(&picture, &flat);
        assert_eq!((seen.input.width, seen.input.height), (320, 48));
        assert!((level(&seen, 10) + 1.0).abs() < 0.01 && (level(&seen, 80) - 1.0).abs() < 0.01);
        assert_eq!(level(&seen, 200), 0.0);
        let turned = crop(&picture, &flat.turned_half());
        assert!((level(&turned, 10) - 1.0).abs() < 0.01 && (level(&turned, 80) + 1.0).abs() < 0.01);
        // Nothing is asked of a rectangle that makes no sense.
        for (width, height) in [(0.0, 0.0), (1e9, 1.0), (1.0, 1e9)] {
            let odd = crop(&picture, &Place { width, height, ..flat });
            assert!(odd.input.width <= 2880 && odd.input.planes.len() == odd.input.width * 48 * 3);
        }
    }
}
