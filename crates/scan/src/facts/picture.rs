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

/// How many cells a [`Print`] has in each direction.
const SIDE: usize = 64;
/// Prints that vary less than this, in levels, are of blank pictures and say nothing.
const PLAIN: f32 = 4.0;
/// The residue, in levels of grey, up to which two pictures are one. Between encodings of one picture lie up to 1.7, between cards of
/// two people in the very same place of a scanner 3.7 and more (`docs/pictures.md`).
const ALIKE: f32 = 2.2;

/// A picture's lightness in 64 × 64 cells: the same for copies of another size or quality, turned for turned ones.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Print(Box<[u8]>);

impl Print {
    /// A print of the lightness of 64 × 64 cells, row by row; what is missing is black.
    pub fn new(cells: &[u8]) -> Self {
        let mut all = cells.to_vec();
        all.resize(SIDE * SIDE, 0);
        Self(all.into())
    }

    /// Whether both are of one picture: saved anew, made smaller, brightened, or turned by 90, 180 or 270 degrees.
    pub fn is_of_the_same_picture(&self, other: &Self) -> bool {
        self.residue(other).is_some_and(|residue| residue <= ALIKE)
    }

    /// What remains of the difference between two pictures in levels of grey, after the best turn and with light and contrast
    /// made equal; `None` if one of them shows nothing.
    pub fn residue(&self, other: &Self) -> Option<f32> {
        let turns: [fn(usize, usize) -> usize; 4] = [
            |x, y| y * SIDE + x,
            |x, y| x * SIDE + (SIDE - 1 - y),
            |x, y| (SIDE - 1 - y) * SIDE + (SIDE - 1 - x),
            |x, y| (SIDE - 1 - x) * SIDE + y,
        ];
        let residues = turns.into_iter().filter_map(|turn| self.residue_turned(other, turn));
        residues.min_by(f32::total_cmp)
    }

    /// By linear regression of one print on the other.
    fn residue_turned(&self, other: &Self, turn: fn(usize, usize) -> usize) -> Option<f32> {
        let (mut a, mut b, mut aa, mut bb, mut ab) = (0f64, 0f64, 0f64, 0f64, 0f64);
        for (place, mine) in self.0.iter().enumerate() {
            let theirs = other.0.get(turn(place % SIDE, place / SIDE)).copied().unwrap_or(0);
            let (mine, theirs) = (f64::from(*mine), f64::from(theirs));
            (a, b, aa, bb, ab) = (a + mine, b + theirs, aa + mine * mine, bb + theirs * theirs, ab + mine * theirs);
        }
        let count = (SIDE * SIDE) as f64;
        let (mine, theirs) = (aa / count - (a / count).powi(2), bb / count - (b / count).powi(2));
        let both = ab / count - a * b / count / count;
        let plain = f64::from(PLAIN * PLAIN);
        if mine < plain || theirs < plain || both <= 0.0 {
            return None;
        }
        let unexplained = 1.0 - (both * both / (mine * theirs)).min(1.0);
        Some((mine.max(theirs) * unexplained).sqrt() as f32)
    }
}

/// The cells would fill a screen.
impl std::fmt::Debug for Print {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sum = self.0.iter().fold(0u32, |sum, cell| sum.wrapping_mul(31).wrapping_add(u32::from(*cell)));
        write!(f, "Print({sum:08x})")
    }
}
