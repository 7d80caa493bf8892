//! Values: what stands beside, below or after a label, gathered by rows and columns.

use super::label::{Anchored, Mark, is_speck};
use super::piece::{Frame, Glyph, Piece, is_ideograph};

/// A character less likely than this makes a value doubtful.
const LIKELY: f32 = 0.70;
/// The mean likelihood of the characters below which a value is doubtful.
const LIKELY_ON_THE_WHOLE: f32 = 0.82;

/// A character as likely as this is misread hardly ever.
const CERTAIN: f32 = 0.95;

/// Characters that belong together, in the order in which they are read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    pub glyphs: Vec<Glyph>,
    pub frame: Frame,
}

/// Where a value may stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Nothing from here on to the right.
    pub right: f32,
    /// Nothing from here on down.
    pub low: f32,
    /// How far from its label it may begin, by the label's height.
    pub reach: f32,
}

impl Bounds {
    pub(super) const NONE: Self = Self { right: f32::MAX, low: f32::MAX, reach: 6.0 };
}

impl Value {
    pub(super) fn of(piece: &Piece) -> Self {
        Self { glyphs: piece.glyphs.clone(), frame: piece.frame }
    }

    /// The pieces one after the other, a blank between two of a row; `None` for no pieces.
    fn joined(pieces: &[Piece]) -> Option<Self> {
        let (first, others) = pieces.split_first()?;
        let mut value = Self::of(first);
        for piece in others {
            let blank = Glyph { c: ' ', likely: 1.0, others: Vec::new(), x: piece.frame.left };
            value.glyphs.push(blank);
            value.glyphs.extend(piece.glyphs.iter().cloned());
            value.frame = value.frame.with(piece.frame);
        }
        Some(value)
    }

    /// What it says, without blanks.
    pub(super) fn text(&self) -> String {
        self.glyphs.iter().filter(|glyph| !glyph.is_blank()).map(|glyph| glyph.c).collect()
    }

    /// What it says, with one blank between its parts.
    pub(super) fn spaced(&self) -> String {
        let text: String = self.glyphs.iter().map(|glyph| glyph.c).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Without the specks that stand before it.
    pub(super) fn without_specks(mut self) -> Self {
        let count = self.glyphs.iter().take_while(|glyph| glyph.is_blank() || is_speck(glyph.c)).count();
        if count < self.glyphs.len() {
            self.glyphs.drain(..count);
        }
        self
    }

    /// Whether it is of words and begins with a single letter that belongs to none of them: what was read of a label or a line.
    pub(super) fn begins_oddly(&self) -> bool {
        matches!(&self.glyphs[..], [one, next, ..] if one.c.is_ascii_alphanumeric() && is_ideograph(next.c))
    }

    /// Only those characters that are wanted; `None` where there are none.
    pub(super) fn only(mut self, wanted: impl Fn(char) -> bool) -> Option<Self> {
        self.glyphs.retain(|glyph| wanted(glyph.c));
        (!self.glyphs.is_empty()).then_some(self)
    }

    /// Without what a watermark left at its ends: two or more of its ideographs in their order.
    pub(super) fn without(mut self, across: &[String]) -> Self {
        let is_of_mark = |glyphs: &[Glyph]| {
            let text: String = glyphs.iter().map(|glyph| glyph.c).collect();
            across.iter().any(|line| line.contains(&text))
        };
        let count = self.glyphs.len();
        let head = (2..count).take_while(|end| is_of_mark(self.glyphs.get(..*end).unwrap_or_default())).last();
        self.glyphs.drain(..head.unwrap_or(0));
        let count = self.glyphs.len();
        let tail = (2..count).take_while(|end| is_of_mark(self.glyphs.get(count - end..).unwrap_or_default())).last();
        self.glyphs.truncate(count - tail.unwrap_or(0));
        self
    }

    /// Whether each of its characters was read with some certainty.
    pub(super) fn is_likely(&self) -> bool {
        let seen: Vec<f32> = self.glyphs.iter().filter(|glyph| !glyph.is_blank()).map(|glyph| glyph.likely).collect();
        let mean = seen.iter().sum::<f32>() / seen.len().max(1) as f32;
        mean >= LIKELY_ON_THE_WHOLE && seen.iter().all(|likely| *likely >= LIKELY)
    }

    /// Whether there is hardly any doubt about any of its characters.
    pub(super) fn is_certain(&self) -> bool {
        self.glyphs.iter().all(|glyph| glyph.is_blank() || glyph.likely >= CERTAIN)
    }

    /// The same with the likelier reading that print of the mainland has, where a character was read in its traditional form.
    pub(super) fn simplified(mut self) -> Self {
        for glyph in &mut self.glyphs {
            if is_ideograph(glyph.c) && !is_simplified_print(glyph.c) && is_traditional(glyph.c) {
                let meant = glyph.others.iter().find(|(other, _)| is_simplified_print(*other)).copied();
                if let Some((other, _)) = meant {
                    glyph.c = other;
                }
            }
        }
        self
    }
}

impl Anchored {
    /// What stands on the row of a label, to its right.
    pub(super) fn beside(&self, mark: Mark, reach: f32) -> Option<Value> {
        let label = self.label(mark)?;
        Value::joined(&self.row(&label, &Bounds { reach, ..Bounds::NONE }))
    }

    /// The pieces on the row of a label, from left to right, without a gap wider than the reach before the first.
    fn row(&self, label: &Frame, bounds: &Bounds) -> Vec<Piece> {
        let edge = label.right;
        let mut found: Vec<Piece> = self
            .rest
            .iter()
            .filter(|piece| piece.frame.is_beside(label) && piece.frame.right > edge && piece.frame.left > edge - label.height)
            // What was read of the label a second time is none of the value.
            .filter_map(|piece| if piece.frame.left < edge { piece.cut_at(edge).1 } else { Some(piece.clone()) })
            .filter_map(|piece| within(&piece, f32::MIN, bounds))
            .collect();
        // Close rows below may be beside a tall label, too.
        let reach = label.right + bounds.reach * label.height;
        let lead = found.iter().filter(|piece| piece.frame.left < reach).map(|piece| piece.frame);
        let lead = lead.min_by(|one, other| (one.y - label.y).abs().total_cmp(&(other.y - label.y).abs()));
        found.retain(|piece| lead.is_none_or(|lead| piece.frame.shares_row(&lead)));
        found.sort_by(|one, other| one.frame.left.total_cmp(&other.frame.left));
        let mut end = label.right + bounds.reach * label.height;
        let size = label.height;
        found
            .into_iter()
            .take_while(|piece| {
                let goes_on = piece.frame.left < end;
                end = piece.frame.right + 6.0 * size.max(piece.frame.height);
                goes_on
            })
            .collect()
    }

    /// A value of several rows: what stands beside a label, and the rows below that begin where it does.
    pub(super) fn paragraph(&self, mark: Mark, bounds: &Bounds) -> Option<Value> {
        let label = self.label(mark)?;
        let mut rows = self.row(&label, bounds);
        let first = rows.first()?.frame;
        let (left, size) = (first.left, first.height);
        let mut end = f32::MIN;
        // A gap in its first row ends it: what follows belongs to another column.
        rows.retain(|piece| {
            let goes_on = end == f32::MIN || piece.frame.left - end < 2.5 * size;
            end = if goes_on { piece.frame.right } else { f32::MAX };
            goes_on
        });
        let mut last = first.y;
        let mut pitch = None;
        let mut below: Vec<Piece> = self
            .rest
            .iter()
            .filter(|piece| piece.frame.y > first.y && !piece.frame.shares_row(&first) && piece.frame.y < bounds.low)
            .filter_map(|piece| within(piece, left - 1.6 * size, bounds))
            .collect();
        below.sort_by(|one, other| one.frame.y.total_cmp(&other.frame.y));
        while let Some(lead) = below.first().map(|piece| piece.frame) {
            let beside = |piece: &Piece| piece.frame.shares_row(&lead);
            let count = below.iter().take_while(|piece| beside(piece)).count().max(1);
            let mut row: Vec<Piece> = below.drain(..count).collect();
            row.sort_by(|one, other| one.frame.left.total_cmp(&other.frame.left));
            let Some(start) = row.first().map(|piece| piece.frame) else { break };
            if (start.left - left).abs() > 1.6 * size {
                continue;
            }
            // Rows stand at one distance from each other.
            let step = start.y - last;
            if step > 2.6 * size || pitch.is_some_and(|pitch: f32| step > 1.6 * pitch) || start.height > 1.7 * size {
                break;
            }
            pitch = Some(pitch.unwrap_or(step).max(step));
            last = start.y;
            let mut end = start.left;
            for piece in row {
                if piece.frame.left - end < 2.5 * size {
                    end = piece.frame.right;
                    rows.push(piece);
                }
            }
        }
        Value::joined(&rows)
    }

    /// What stands below a label and begins where it does, nearest first.
    pub(super) fn below(&self, mark: Mark) -> Vec<Value> {
        let Some(label) = self.label(mark) else { return Vec::new() };
        let mut found: Vec<&Piece> = self
            .rest
            .iter()
            .filter(|piece| {
                let (right, down) = (piece.frame.left - label.left, piece.frame.y - label.y);
                (-1.2 * label.height..3.0 * label.height).contains(&right)
                    && down > 0.3 * label.height
                    && down < 3.4 * label.height
            })
            .collect();
        found.sort_by(|one, other| one.frame.y.total_cmp(&other.frame.y));
        found.into_iter().map(Value::of).collect()
    }

    /// What stands beside a label, then what stands below it.
    pub(super) fn near(&self, mark: Mark) -> Vec<Value> {
        let beside = self.beside(mark, 6.0);
        beside.into_iter().chain(self.below(mark)).collect()
    }
}

/// The part of a piece between a place on the left and the bounds on the right.
fn within(piece: &Piece, left: f32, bounds: &Bounds) -> Option<Piece> {
    if piece.frame.y >= bounds.low || piece.frame.left >= bounds.right || piece.frame.right <= left {
        return None;
    }
    let cut = if piece.frame.right > bounds.right { piece.cut_at(bounds.right).0? } else { piece.clone() };
    (cut.frame.left >= left).then_some(cut)
}

/// Whether print of the mainland has a character: those of GB 2312.
fn is_simplified_print(c: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = encoding_rs::GBK.encode(c.encode_utf8(&mut buffer));
    !unknown && matches!(*bytes, [0xB0..=0xF7, 0xA1..=0xFE])
}

/// Whether print of Taiwan and Hong Kong usually has a character: the first level of Big5.
fn is_traditional(c: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = encoding_rs::BIG5.encode(c.encode_utf8(&mut buffer));
    !unknown && matches!(*bytes, [0xA4..=0xC6, _])
}
