//! Which way a picture lies: whether its lines of writing run across, and how far a card is turned.
//!
//! Writing is set in lines with blank strips between them, so what is summed up along the lines rises and falls more than what is
//! summed up across them. Whether a line runs up or down cannot be told like that; a card tells it by where its portrait or its emblem
//! stands.

use super::Light;
use super::document::Found;
use super::side::Place;
use crate::facts::{CardSide, LINES_UP, Turn};

/// The side of a block in pixels of the fine copy: some three lines of a card or a letter.
const BLOCK: usize = 160;
/// Differences between neighbours below this are paper, noise or pattern.
const LEAST: f32 = 24.0;
/// The mean of them in a block on which something is written.
const WRITTEN: f32 = 1.5;
/// The profile is smoothed over so many pixels: strokes inside a character are no lines.
const SMOOTH: usize = 5;
/// Below this many blocks nothing can be said.
const ENOUGH: usize = 4;
/// A card whose width by its height is less than this stands on end.
const ON_END: f32 = 0.8;
/// A portrait or an emblem nearer than this to the middle of the card says nothing.
const CENTRAL: f32 = 0.1;

/// How the lines of writing run, from 0 (all up or down) to 1 (all across); `None` where too little is written to tell.
pub(super) fn lines(light: &Light) -> Option<f32> {
    let (mut across, mut down, mut count) = (0.0, 0.0, 0);
    for y in (BLOCK / 2..light.height.saturating_sub(BLOCK + BLOCK / 4)).step_by(BLOCK / 2) {
        for x in (BLOCK / 2..light.width.saturating_sub(BLOCK + BLOCK / 4)).step_by(BLOCK / 2) {
            let Some((rows, columns)) = profiles(light, x, y) else { continue };
            across += unrest(&rows);
            down += unrest(&columns);
            count += 1;
        }
    }
    (count >= ENOUGH && across + down > 0.0).then(|| across / (across + down))
}

/// How much is written on each row and each column of a block, if anything is.
fn profiles(light: &Light, x: usize, y: usize) -> Option<([f32; BLOCK], [f32; BLOCK])> {
    let (mut rows, mut columns, mut all) = ([0.0; BLOCK], [0.0; BLOCK], 0.0);
    for (down, row) in rows.iter_mut().enumerate() {
        for (along, column) in columns.iter_mut().enumerate() {
            let here = light.at(x + along, y + down);
            let right = (light.at(x + along + 1, y + down) - here).abs();
            let below = (light.at(x + along, y + down + 1) - here).abs();
            let steep = right.max(below);
            if steep >= LEAST {
                let steep = steep.min(80.0);
                *row += steep;
                *column += steep;
                all += steep;
            }
        }
    }
    (all >= WRITTEN * (BLOCK * BLOCK) as f32).then_some((rows, columns))
}

/// The standard deviation of a smoothed profile, as a part of its mean.
fn unrest(profile: &[f32; BLOCK]) -> f32 {
    let smooth: Vec<f32> = profile.windows(SMOOTH).map(|part| part.iter().sum::<f32>() / SMOOTH as f32).collect();
    let count = smooth.len().max(1) as f32;
    let mean = smooth.iter().sum::<f32>() / count;
    let variance = smooth.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / count;
    if mean > 0.0 { variance.sqrt() / mean } else { 0.0 }
}

/// What would put a card upright: its portrait stands on the right, its emblem on the left.
pub(super) fn turn(side: Option<(CardSide, Place)>, found: Option<&Found>, lines: Option<f32>) -> Option<Turn> {
    if let Some(quarters) = side.and_then(|(side, place)| quarters(side, place, found)) {
        return Some(Turn { quarters, sure: true });
    }
    let stands = match (lines, found) {
        (Some(lines), _) => lines < LINES_UP,
        (None, Some(found)) => found.outline.proportion < ON_END,
        (None, None) => false,
    };
    stands.then_some(Turn { quarters: 1, sure: false })
}

fn quarters(side: CardSide, place: Place, found: Option<&Found>) -> Option<u8> {
    let [top, right, bottom, left] = found.map_or([0.0; 4], |found| found.outline.margins);
    let part = |at: f32, from: f32, to: f32| (at - from) / (1.0 - from - to).max(0.01);
    let (x, y) = (part(place.x, left, right), part(place.y, top, bottom));
    let along = if place.lies { x } else { y };
    if (along - 0.5).abs() < CENTRAL {
        return None;
    }
    Some(match (side, place.lies, along > 0.5) {
        (CardSide::Portrait, true, true) | (CardSide::Emblem, true, false) => 0,
        (CardSide::Portrait, true, false) | (CardSide::Emblem, true, true) => 2,
        (CardSide::Portrait, false, false) | (CardSide::Emblem, false, true) => 1,
        (CardSide::Portrait, false, true) | (CardSide::Emblem, false, false) => 3,
    })
}

#[cfg(test)]
mod tests {
    use super::super::analyse;
    use super::{LINES_UP, Turn};
    use crate::decode::{Decoded, decode};
    use crate::facts::Format;
    use crate::header;

    /// Their portraits and emblems are only hinted at, so which end is up stays open.
    #[test]
    fn example_scans_are_told_from_turned_ones() {
        let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/example/scans"));
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for path in files {
            let bytes = std::fs::read(&path).unwrap();
            let decoded = decode(Format::Jpeg, &bytes, header::skeleton(Format::Jpeg, &bytes)).unwrap();
            for quarter in 0..4u8 {
                let picture = match quarter {
                    0 => decoded.picture.clone(),
                    1 => decoded.picture.rotate90(),
                    2 => decoded.picture.rotate180(),
                    _ => decoded.picture.rotate270(),
                };
                let turned = Decoded { picture, orientation: decoded.orientation, icc: None, exif: None };
                let (look, _) = analyse(&turned);
                let on_its_side = quarter % 2 == 1;
                let name = path.file_name().unwrap().to_string_lossy();
                let lines = look.lines.unwrap();
                assert_eq!(lines < LINES_UP, on_its_side, "{name} {quarter}: {lines}");
                assert!((lines - LINES_UP).abs() > 0.1, "{name} {quarter}: {lines} is hardly told");
                assert_eq!(look.turn, on_its_side.then_some(Turn { quarters: 1, sure: false }), "{name} {quarter}");
            }
        }
    }
}
