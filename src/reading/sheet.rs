//! A page put straight: which way its lines run, what runs across them, and the pieces that it consists of.

use super::piece::{Frame, Piece, is_ideograph};
use crate::scan::read::{Line, Page};

/// Lines of a page that are looked at, the longest; a page of small print has some eighty.
const MOST_LINES: usize = 400;
/// Pieces that they may be cut into.
const MOST_PIECES: usize = 1_000;
/// A line longer than this, by its height, has a direction.
const LONG: f32 = 3.0;
/// Lines whose directions differ by less run the same way, in radians.
const SAME_WAY: f32 = 0.1;
/// Lines that lean so much against the page were written across it, in radians.
const ACROSS: f32 = 0.17;
/// The part of the long lines that shows which way a page runs.
const ENOUGH: f32 = 0.25;
/// Ideographs in a line of a watermark at least.
const IDEOGRAPHS: usize = 3;
/// Beyond this no place is taken for one, in pixels.
const FARTHEST: f32 = 1e6;

/// A page put straight.
pub(super) struct Sheet {
    /// The angle by which it was turned, in radians clockwise.
    lean: f32,
    /// What stands on it, without what runs across.
    pub pieces: Vec<Piece>,
    /// What was written across it, line by line.
    pub across: Vec<String>,
}

/// A line and its geometry.
struct Placed<'a> {
    line: &'a Line,
    middle: (f32, f32),
    width: f32,
    height: f32,
    angle: f32,
}

impl Sheet {
    /// Puts a page straight. Lines without a place or without a character are left out.
    pub(super) fn of(page: &Page) -> Self {
        let mut lines: Vec<Placed<'_>> = page.lines.iter().filter_map(placed).collect();
        if lines.len() > MOST_LINES {
            lines.sort_by(|one, other| other.width.total_cmp(&one.width));
            lines.truncate(MOST_LINES);
        }
        let lean = lean(&lines);
        let runs_across = |line: &Placed<'_>| line.width > 1.8 * line.height && (line.angle - lean).abs() > ACROSS;
        let across = lines.iter().filter(|line| runs_across(line));
        let across = repeated(across.collect());
        let mut pieces = Vec::new();
        for placed in lines.iter().filter(|line| !runs_across(line)) {
            let (x, y) = turned(placed.middle, -lean);
            let frame = Frame { left: x - placed.width / 2.0, right: x + placed.width / 2.0, y, height: placed.height };
            let is_long = placed.width > LONG * placed.height;
            let slope = if is_long { (placed.angle - lean).tan() } else { 0.0 };
            pieces.extend(Piece::of(placed.line, frame, slope).into_iter().flat_map(Piece::split_at_gaps));
        }
        pieces.retain(|piece| !is_scrap(piece, &across));
        pieces.truncate(MOST_PIECES);
        pieces.sort_by(|one, other| one.frame.y.total_cmp(&other.frame.y).then(one.frame.left.total_cmp(&other.frame.left)));
        Self { lean, pieces, across }
    }

    /// The corners of a frame on the page as it was read.
    pub(super) fn corners(&self, frame: &Frame) -> [(f32, f32); 4] {
        let (top, bottom) = (frame.y - frame.height / 2.0, frame.y + frame.height / 2.0);
        [(frame.left, top), (frame.right, top), (frame.right, bottom), (frame.left, bottom)]
            .map(|corner| turned(corner, self.lean))
    }
}

fn turned((x, y): (f32, f32), angle: f32) -> (f32, f32) {
    let (sin, cos) = angle.sin_cos();
    (x * cos - y * sin, x * sin + y * cos)
}

fn placed(line: &Line) -> Option<Placed<'_>> {
    let all = line.corners.iter().flat_map(|(x, y)| [*x, *y]);
    if line.text.trim().is_empty() || all.into_iter().any(|at| !at.is_finite() || at.abs() > FARTHEST) {
        return None;
    }
    let [a, b, c, d] = line.corners;
    let middle = ((a.0 + b.0 + c.0 + d.0) / 4.0, (a.1 + b.1 + c.1 + d.1) / 4.0);
    let between = |one: (f32, f32), other: (f32, f32)| (other.0 - one.0).hypot(other.1 - one.1);
    let (width, height) = (between(a, b), between(a, d));
    let angle = (b.1 - a.1).atan2(b.0 - a.0);
    (width > 0.0 && height > 0.0).then_some(Placed { line, middle, width, height, angle })
}

/// The direction of most long lines; of several that are likely, the one nearest to level.
fn lean(lines: &[Placed<'_>]) -> f32 {
    let mut angles: Vec<f32> = lines.iter().filter(|line| line.width > LONG * line.height).map(|line| line.angle).collect();
    angles.sort_by(f32::total_cmp);
    let enough = ((angles.len() as f32 * ENOUGH).ceil() as usize).max(1);
    let mut best: Option<f32> = None;
    let (mut from, mut to) = (0, 0);
    for angle in &angles {
        while angles.get(from).is_some_and(|other| *other < angle - SAME_WAY) {
            from += 1;
        }
        while angles.get(to).is_some_and(|other| *other <= angle + SAME_WAY) {
            to += 1;
        }
        let middle = angles.get(usize::midpoint(from, to)).or(angles.last()).copied().unwrap_or_default();
        if to - from >= enough && best.is_none_or(|best: f32| middle.abs() < best.abs()) {
            best = Some(middle);
        }
    }
    best.unwrap_or_default()
}

/// Whether a piece is but a scrap of a watermark, of one or two of its characters.
fn is_scrap(piece: &Piece, across: &[String]) -> bool {
    let is_of_mark = |c: char| c.is_ascii_uppercase() || across.iter().any(|line| line.contains(c));
    !across.is_empty() && piece.glyphs.len() <= 2 && piece.glyphs.iter().all(|glyph| is_of_mark(glyph.c))
}

/// The lines of a watermark: two or more of three ideographs or more that run the same way. The writing around a seal runs in
/// many ways, and a single line may be anything.
fn repeated(mut across: Vec<&Placed<'_>>) -> Vec<String> {
    across.retain(|line| line.line.text.chars().filter(|c| is_ideograph(*c)).count() >= IDEOGRAPHS);
    across.sort_by(|one, other| one.angle.total_cmp(&other.angle));
    let same = |pair: &&[&Placed<'_>]| matches!(pair, [one, other] if other.angle - one.angle < SAME_WAY);
    if across.windows(2).any(|pair| same(&pair)) {
        across.into_iter().map(|line| line.line.text.clone()).collect()
    } else {
        Vec::new()
    }
}
