//! What can be seen in a picture, measured. Rules say what is too much or too little.

use serde::{Deserialize, Serialize};

/// Where lines of writing run across less than this, they run up or down. Of drawn cards and letters, upright ones have 0.67 and more,
/// those on their side 0.33 and less.
pub const LINES_UP: f32 = 0.45;

/// What an analysis of the pixels found. All lengths are parts of the picture standing upright, as its EXIF data say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// What the file says besides its pixels.
    pub notes: Notes,
    /// Nothing at all can be seen: the whole picture is of one colour.
    pub blank: bool,
    /// The document, where its edges stand out from what lies around it; `None` where the document fills the picture, as in
    /// a scan, or cannot be told from its surroundings.
    pub outline: Option<Outline>,
    /// How far the lines of text stand off the level, in degrees, -45 to 45; `None` where nothing has a direction.
    pub lean: Option<f32>,
    /// How the lines of writing run, from 0 (up or down) to 1 (across); `None` where too little is written to tell.
    pub lines: Option<f32>,
    /// What would put it upright, if it were an identity card; `None` where that cannot be told.
    pub turn: Option<Turn>,
    /// How far a sharp edge is smeared: the standard deviation of the blur in pixels of a picture whose longer side has
    /// 1,280. The direction that is worse. `None` where there are too few edges to tell.
    pub blur: Option<f32>,
    /// How strong the edges of the writing are in their weaker direction by the stronger one, squared, 0 to 1: strokes run both
    /// ways, and what is drawn out by a shaken hand loses those that stand across.
    pub evenness: f32,
    /// Colours and light.
    pub tone: Tone,
    /// How strongly a fine regular grid stands out, as on photos of a screen: 1 is nothing.
    pub grid: f32,
    /// How much of the picture's top, right, bottom and left border is crossed by strokes of writing, 0 to 1.
    pub written: [f32; 4],
    /// The part of the document under a patch of another colour that reaches in from its edge, as a finger does, 0 to 1.
    pub covered: f32,
    /// Which side of an identity card this seems to be.
    pub side: Option<CardSide>,
    /// What tells this picture from others.
    pub print: Print,
}

/// A turn that puts a card upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Quarter turns clockwise, 0 to 3.
    pub quarters: u8,
    /// Whether the portrait or the emblem was seen; else it is only known that the card stands on end, not which end is up.
    pub sure: bool,
}

/// What a picture's file says besides its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// How to turn the stored pixels, as EXIF numbers it: 1 is upright, 2 to 8 are turned or mirrored.
    pub orientation: u8,
    /// Where it was taken (GPS).
    pub location: bool,
    /// With what it was taken: maker, model, serial number or the name of the camera's owner.
    pub device: bool,
}

/// The document inside the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// The corners: top left, top right, bottom right, bottom left; x and y as parts of width and height.
    pub corners: [(f32, f32); 4],
    /// The smallest distance from the picture's top, right, bottom and left, as parts of its height or width.
    pub margins: [f32; 4],
    /// How much of the picture's top, right, bottom and left side the document runs into, 0 to 1.
    pub cut: [f32; 4],
    /// Width by height of the document.
    pub proportion: f32,
    /// How far its edges stand off the level, in degrees, -45 to 45.
    pub angle: f32,
    /// The longer of two opposite edges by the shorter, the worse pair: 1 is a rectangle, more is seen from aside.
    pub taper: f32,
    /// The part of the picture that it takes.
    pub area: f32,
}

/// Colours and light of the document (of the whole picture where there is no outline), 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tone {
    /// The greatest difference between the channels that more than a hundredth of the picture has: 0 is grey.
    pub colour: f32,
    /// How far the document's colours stray from that of its paper: near 0 for a copy in grey, whatever the light.
    pub document_colour: f32,
    /// How light the paper is.
    pub paper: u8,
    /// How light the ink is.
    pub ink: u8,
    /// The part of the document that is as white as can be, 0 to 1.
    pub white: f32,
    /// The part of the document under the largest spot of glare, 0 to 1.
    pub glare: f32,
}

/// Sides of a resident identity card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardSide {
    /// With the portrait (人像面): the front, in the platform's words.
    Portrait,
    /// With the national emblem (国徽面): the back.
    Emblem,
}

/// How many cells a [`Print`] is made of in each direction.
const SIDE: usize = 64;
/// How many sums a print holds for each of the four ways a picture can lie.
const SUMS: usize = 64;
/// Parts of a level of grey that sums are rounded to.
const PARTS: f32 = 16.0;
/// Prints that vary less than this, in levels, are of blank pictures and say nothing.
const PLAIN: f32 = 4.0;
/// The residue, in levels of grey, up to which two pictures are one. Between encodings of one drawn card lie up to 2.1, between
/// the fronts of two people in the very same place of a scanner 7 and more, their backs 2.3 and more.
const ALIKE: f32 = 2.2;

/// What tells a picture from others: alike for copies of another size or quality, and for turned ones.
///
/// Entries of the cache hold it, so nobody's face may be drawn of it. It does not hold the 64 × 64 cells that it is made of, only 256
/// sums over all of them with random signs: two prints lie as far apart as the cells do, within a twentieth (Johnson and
/// Lindenstrauss, 1984), and no more can be drawn of it than of a picture of 16 × 16.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Print(Box<[i16]>);

impl Print {
    /// A print of the lightness of 64 × 64 cells, row by row; what is missing is black.
    pub fn new(cells: &[u8]) -> Self {
        let cell = |place: usize| cells.get(place).copied().map_or(0.0, f32::from);
        let mean = (0..SIDE * SIDE).map(cell).sum::<f32>() / (SIDE * SIDE) as f32;
        let sums = TURNS.iter().flat_map(|turn| {
            let mut sums = [0.0_f32; SUMS];
            for place in 0..SIDE * SIDE {
                let (level, signs) = (cell(place) - mean, signs(turn(place % SIDE, place / SIDE)));
                for (bit, sum) in sums.iter_mut().enumerate() {
                    *sum += if signs >> bit & 1 == 0 { level } else { -level };
                }
            }
            // So a sum varies as much as a cell does, whatever the picture.
            sums.map(|sum| (sum / SIDE as f32 * PARTS).round() as i16)
        });
        Self(sums.collect())
    }

    /// Whether both are of one picture: saved anew, made smaller, brightened, or turned by 90, 180 or 270 degrees.
    pub fn is_of_the_same_picture(&self, other: &Self) -> bool {
        self.residue(other).is_some_and(|residue| residue <= ALIKE)
    }

    /// What remains of the difference between two pictures in levels of grey, after the best turn and with light and contrast
    /// made equal; `None` if one of them shows nothing.
    pub fn residue(&self, other: &Self) -> Option<f32> {
        // A picture that is turned has the sums of another way to lie in the place of each.
        (0..TURNS.len()).filter_map(|turn| self.residue_turned(other, turn * SUMS)).min_by(f32::total_cmp)
    }

    /// By linear regression of one print on the other. Sums need no mean: the cells that they are of have none.
    fn residue_turned(&self, other: &Self, first: usize) -> Option<f32> {
        let (mut mine, mut theirs, mut both) = (0.0_f32, 0.0_f32, 0.0_f32);
        for (one, other) in self.0.iter().zip(other.0.iter().cycle().skip(first)) {
            let (one, other) = (f32::from(*one) / PARTS, f32::from(*other) / PARTS);
            (mine, theirs, both) = (mine + one * one, theirs + other * other, both + one * other);
        }
        let count = (TURNS.len() * SUMS) as f32;
        let (mine, theirs, both) = (mine / count, theirs / count, both / count);
        if mine < PLAIN * PLAIN || theirs < PLAIN * PLAIN || both <= 0.0 {
            return None;
        }
        let unexplained = 1.0 - (both * both / (mine * theirs)).min(1.0);
        Some((mine.max(theirs) * unexplained).sqrt())
    }
}

/// Where a cell comes to lie when the picture is turned by none to three quarters.
const TURNS: [fn(usize, usize) -> usize; 4] = [
    |x, y| y * SIDE + x,
    |x, y| x * SIDE + (SIDE - 1 - y),
    |x, y| (SIDE - 1 - y) * SIDE + (SIDE - 1 - x),
    |x, y| (SIDE - 1 - x) * SIDE + y,
];

/// The signs that a cell has in the sums, one bit each: `SplitMix64` (Steele, Lea and Flood, 2014) of its place.
fn signs(place: usize) -> u64 {
    let mut bits = (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// The sums would fill a screen.
impl std::fmt::Debug for Print {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sum = self.0.iter().fold(0u32, |sum, part| sum.wrapping_mul(31).wrapping_add(u32::from(part.cast_unsigned())));
        write!(f, "Print({sum:08x})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_holds_too_little_to_draw_the_picture_of() {
        let cells: Vec<u8> = (0..SIDE * SIDE).map(|place| (place * 7 % 251) as u8).collect();
        let print = Print::new(&cells);
        assert_eq!(print.0.len(), 256, "a sixteenth of the cells");
        // Each sum is of all cells: one that changes moves every one of them.
        let mut changed = cells;
        changed[2000] ^= 0xff;
        let moved = print.0.iter().zip(&Print::new(&changed).0).filter(|(one, other)| one != other).count();
        assert!(moved > 250, "{moved}");
    }

    #[test]
    fn prints_lie_as_far_apart_as_their_pictures() {
        let noise = |seed: usize, strength: usize| move |place: usize| signs(place * 31 + seed) as usize % (strength + 1);
        let of = |extra: &dyn Fn(usize) -> usize| {
            let level = |place: usize| (place % SIDE * 2 + place / SIDE / 9 * 12 + extra(place)) as u8;
            Print::new(&(0..SIDE * SIDE).map(level).collect::<Vec<_>>())
        };
        let plain = of(&|_| 0);
        for strength in [1, 4, 9, 20, 60] {
            // The standard deviation of whole numbers from 0 to n, each as likely as the others.
            let expected = (((strength + 1) * (strength + 1) - 1) as f32 / 12.0).sqrt();
            for seed in 0..8 {
                let found = plain.residue(&of(&noise(seed, strength))).unwrap();
                assert!((found / expected - 1.0).abs() < 0.2, "{strength}, {seed}: {found} for {expected}");
            }
        }
    }
}
