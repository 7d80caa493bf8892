//! Pieces of lines: characters in a row that stand upright and can be cut at any of them.

use crate::scan::read::{Character, Line};
use crate::text::normalize::fold_fullwidth;

/// Characters of a line that are looked at; no line of a document has more.
const MOST_GLYPHS: usize = 200;
/// How far half of an ideograph reaches, by the distance from one to the next.
const HALF: f32 = 0.5;
/// Two ideographs that stand so much farther apart than their neighbours belong to two columns.
const IDEOGRAPH_GAP: f32 = 1.7;
/// The same for Latin letters and digits, whose widths differ.
const LETTER_GAP: f32 = 2.4;

/// Whether a character is an ideograph.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3347F}')
}

/// One character of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// What it was read as, full-width ASCII folded.
    pub c: char,
    /// How likely that is, 0 to 1.
    pub likely: f32,
    /// What else it may be.
    pub others: Vec<(char, f32)>,
    /// Where its middle is, from left to right on the straightened page.
    pub x: f32,
}

impl Glyph {
    /// Whether it was read, or may be read, as this character.
    pub(super) fn may_be(&self, c: char) -> bool {
        self.c == c || self.others.iter().any(|(other, _)| *other == c)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.c.is_whitespace()
    }
}

/// Where something stands on the straightened page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// The left end.
    pub left: f32,
    /// The right end.
    pub right: f32,
    /// The middle between top and bottom.
    pub y: f32,
    /// The height.
    pub height: f32,
}

impl Frame {
    /// The smallest frame around both.
    pub(super) fn with(self, other: Self) -> Self {
        let top = (self.y - self.height / 2.0).min(other.y - other.height / 2.0);
        let bottom = (self.y + self.height / 2.0).max(other.y + other.height / 2.0);
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            y: (top + bottom) / 2.0,
            height: bottom - top,
        }
    }

    /// Whether both are of one line of writing: their middles are nearer than lines stand to each other.
    pub(super) fn shares_row(&self, other: &Self) -> bool {
        (self.y - other.y).abs() < 0.45 * self.height.min(other.height).max(0.5 * other.height)
    }

    /// Whether a label and a value, which may be of different sizes, stand side by side.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        (self.y - other.y).abs() < 0.3 * (self.height + other.height)
    }
}

/// A part of a line, or the whole of it. It has at least one character, and none at its ends is blank.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub glyphs: Vec<Glyph>,
    pub frame: Frame,
    /// How far it falls for each step to the right, on the straightened page.
    pub slope: f32,
    /// The distance from one ideograph to the next.
    pub pitch: f32,
}

impl Piece {
    /// A line that lies in a frame; `None` where there is nothing to be seen.
    pub(super) fn of(line: &Line, frame: Frame, slope: f32) -> Option<Self> {
        let width = frame.right - frame.left;
        let glyphs: Vec<Glyph> = if line.chars.len() == line.text.chars().count() {
            line.text.chars().zip(&line.chars).take(MOST_GLYPHS).map(|(c, seen)| glyph(c, seen, line.score, &frame)).collect()
        } else {
            // No places: as if all were of one width.
            let count = line.text.chars().count().max(1) as f32;
            let at = |index: usize| frame.left + width * (index as f32 + 0.5) / count;
            let chars = line.text.chars().take(MOST_GLYPHS).enumerate();
            chars.map(|(index, c)| Glyph { c: plain(c), likely: sound(line.score), others: Vec::new(), x: at(index) }).collect()
        };
        let pitch = pitch(&glyphs, frame.height);
        let piece = Self { glyphs, frame, slope, pitch };
        piece.part(0, piece.glyphs.len()).map(|trimmed| {
            let whole = trimmed.glyphs.len() == piece.glyphs.len();
            if whole { piece } else { trimmed }
        })
    }

    /// The characters `from..to` as a piece of its own, without blanks at its ends; `None` where nothing is left.
    pub(super) fn part(&self, from: usize, to: usize) -> Option<Self> {
        let glyphs = self.glyphs.get(from..to.min(self.glyphs.len()))?;
        let first = glyphs.iter().position(|glyph| !glyph.is_blank())?;
        let last = glyphs.iter().rposition(|glyph| !glyph.is_blank())?;
        let glyphs = glyphs.get(first..=last)?.to_vec();
        let reach = |glyph: &Glyph| HALF * self.pitch * advance(glyph.c);
        let left = glyphs.first().map(|glyph| glyph.x - reach(glyph))?.max(self.frame.left);
        let right = glyphs.last().map(|glyph| glyph.x + reach(glyph))?.min(self.frame.right).max(left);
        let middle = (self.frame.left + self.frame.right) / 2.0;
        let y = self.frame.y + ((left + right) / 2.0 - middle) * self.slope;
        Some(Self { glyphs, frame: Frame { left, right, y, ..self.frame }, slope: self.slope, pitch: self.pitch })
    }

    /// The parts of the piece left and right of a place.
    pub(super) fn cut_at(&self, x: f32) -> (Option<Self>, Option<Self>) {
        let at = self.glyphs.iter().position(|glyph| glyph.x >= x).unwrap_or(self.glyphs.len());
        (self.part(0, at), self.part(at, self.glyphs.len()))
    }

    /// The piece in two wherever a gap shows that two columns were taken for one line.
    pub(super) fn split_at_gaps(self) -> Vec<Self> {
        let seen: Vec<usize> = (0..self.glyphs.len()).filter(|at| !self.glyphs[*at].is_blank()).collect();
        if seen.len() < 3 {
            return vec![self];
        }
        let mut parts = Vec::new();
        let mut from = 0;
        for pair in seen.windows(2) {
            let [here, next] = pair else { continue };
            let (one, other) = (&self.glyphs[*here], &self.glyphs[*next]);
            let expected = self.pitch * (advance(one.c) + advance(other.c)) / 2.0;
            let ideographs = is_ideograph(one.c) && is_ideograph(other.c);
            let gap = if ideographs { IDEOGRAPH_GAP } else { LETTER_GAP };
            // Between halves of a line a quarter of a character is no gap, however close letters stand.
            if other.x - one.x > gap * expected && other.x - one.x - expected > 0.55 * self.frame.height {
                parts.extend(self.part(from, *next));
                from = *next;
            }
        }
        parts.extend(self.part(from, self.glyphs.len()));
        parts
    }

    /// What it says, without blanks.
    pub(super) fn text(&self) -> String {
        self.glyphs.iter().filter(|glyph| !glyph.is_blank()).map(|glyph| glyph.c).collect()
    }
}

fn glyph(c: char, seen: &Character, score: f32, frame: &Frame) -> Glyph {
    let c = plain(c);
    let readings = || seen.1.iter().map(|(other, likely)| (plain(*other), sound(*likely)));
    let likely = readings().find(|(other, _)| *other == c).map_or(sound(score), |(_, likely)| likely);
    let at = if seen.0.is_finite() { seen.0.clamp(0.0, 1.0) } else { 0.5 };
    let others = readings().filter(|(other, _)| *other != c).take(3).collect();
    Glyph { c, likely, others, x: frame.left + at * (frame.right - frame.left) }
}

/// Full-width letters, digits and signs as those of ASCII: which of both was printed cannot be told from a picture.
fn plain(c: char) -> char {
    if c == '\u{3000}' { ' ' } else { fold_fullwidth(c) }
}

fn sound(likely: f32) -> f32 {
    if likely.is_finite() { likely.clamp(0.0, 1.0) } else { 0.0 }
}

/// The width of a character by that of an ideograph.
fn advance(c: char) -> f32 {
    match c {
        '.' | ',' | ':' | ';' | '-' | '\'' | '·' | ' ' | '(' | ')' | 'I' | '1' | '/' => 0.5,
        'M' | 'W' => 0.75,
        _ if c.is_ascii() => 0.55,
        _ => 1.0,
    }
}

/// The usual distance from one ideograph to the next.
fn pitch(glyphs: &[Glyph], height: f32) -> f32 {
    let seen: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.is_blank()).collect();
    let mut steps: Vec<f32> = seen
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] => Some((other.x - one.x) / ((advance(one.c) + advance(other.c)) / 2.0)),
            _ => None,
        })
        .collect();
    // Two characters may be a label that is spread out.
    if steps.len() < 2 {
        return 0.9 * height;
    }
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(height).clamp(0.4 * height, 2.5 * height)
}
