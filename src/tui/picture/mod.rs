//! Pictures on the screen: in the terminal's own protocol where it has one, as coloured half blocks elsewhere.
//!
//! A look is asked for as data ([`PreviewRequest`]); a worker decodes, scales and encodes; the answer ([`RenderedPreview`]) is drawn. Half blocks are
//! cells like any other. A protocol's picture lies on the terminal's cells without being one of them: [`layer`] puts it there after
//! the frame, and takes it away.

pub mod blocks;
pub mod graphics;
pub mod hints;
pub mod layer;
mod rows;
pub mod sequence;
pub mod view;

use std::sync::Arc;
use std::time::SystemTime;

use ratatui::layout::Rect;

pub use graphics::{Colours, Graphics, Protocol};
pub use view::{View, Zoom};

use super::widget::canvas::{Canvas, to_cells};
use crate::scan::{Part, Picture, Pixels, Unseen};
use rows::Rows;
use view::Frame;

/// The most pixels that are drawn at once; more of them are drawn coarser. Writing them must not hold a key up.
const MOST_PIXELS: u32 = 1_500_000;

/// Pixels between the rows of a long line of writing: a cell of half blocks.
const GAP: u32 = 2;

/// What is to be looked at, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewRequest {
    /// The picture's path, as written in the draft.
    pub path: String,
    /// Bytes and age of the file when it was last inspected: another file under the same name is another look.
    pub stamp: Option<(u64, Option<SystemTime>)>,
    /// The part of it.
    pub view: View,
    /// Cells there is room for: columns, rows.
    pub room: (u16, u16),
    /// What the terminal can do.
    pub graphics: Graphics,
}

impl PreviewRequest {
    /// Pixels of the room: width, height.
    #[must_use]
    pub fn pixels(&self) -> (u32, u32) {
        let (columns, rows) = (u32::from(self.room.0), u32::from(self.room.1));
        if self.graphics.protocol == Protocol::Blocks {
            return (columns, rows * 2);
        }
        let coarse = self.coarse();
        let (width, height) = (u32::from(self.graphics.cell.0), u32::from(self.graphics.cell.1));
        ((columns * width / coarse).max(1), (rows * height / coarse).max(1))
    }

    /// Pixels of the terminal for one that is drawn, along a side.
    fn coarse(&self) -> u32 {
        let (columns, rows) = (u32::from(self.room.0), u32::from(self.room.1));
        let (width, height) = (columns * u32::from(self.graphics.cell.0), rows * u32::from(self.graphics.cell.1));
        (1..16).find(|coarse| (width / coarse) * (height / coarse) <= MOST_PIXELS).unwrap_or(16)
    }

    /// What is seen of the picture, already turned as the look wants it. `turn` tells one answer from the next. `None` where the
    /// terminal's protocol does not take it.
    #[must_use]
    pub fn at(&self, picture: &Picture, turn: u64) -> Option<RenderedPreview> {
        let size = picture.size();
        let (part, drawn, scale) = self.view.shown(Frame { size, room: self.pixels() });
        let rows =
            matches!(self.view.zoom, Zoom::Span(..)).then(|| Rows::of(part, self.pixels(), GAP, f64::from(1 << view::NEAREST)));
        let (pixels, drawn, scale) = match rows.flatten() {
            Some(rows) => {
                let pixels = rows.stacked(rows.parts.iter().map(|part| picture.part(*part, rows.drawn)));
                (pixels, rows.size(), rows.scale)
            }
            None => (picture.part(part, drawn), drawn, scale),
        };
        let turns = self.view.turns;
        if self.graphics.protocol == Protocol::Blocks {
            let cells = blocks::cells(drawn);
            return Some(RenderedPreview { size, turns, part, scale, cells, body: Body::Blocks(Arc::new(pixels)) });
        }
        let coarse = self.coarse();
        let along = |drawn: u32, cell: u16| to_cells((drawn * coarse).div_ceil(u32::from(cell.max(1))) as usize);
        let (cell, room) = (self.graphics.cell, self.room);
        let cells = (along(drawn.0, cell.0).clamp(1, room.0), along(drawn.1, cell.1).clamp(1, room.1));
        let bytes = Arc::new(sequence::encode(self.graphics, &pixels, cells, coarse, turn)?);
        Some(RenderedPreview { size, turns, part, scale, cells, body: Body::Sequence { bytes, id: sequence::id_of(turn) } })
    }

    /// Whether an answer to the other look answers this one too.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let as_new = self.stamp.is_none() || other.stamp.is_none() || self.stamp == other.stamp;
        as_new && (&self.path, self.view, self.room, self.graphics) == (&other.path, other.view, other.room, other.graphics)
    }
}

/// What is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderedPreview {
    /// Width and height of the whole picture as turned, in pixels.
    pub size: (u32, u32),
    /// Quarters it is turned clockwise.
    pub turns: u8,
    /// The part that is shown.
    pub part: Part,
    /// Pixels of the screen for one of the picture.
    pub scale: f64,
    /// Cells it takes: columns, rows.
    pub cells: (u16, u16),
    /// What is drawn.
    pub body: Body,
}

/// A picture as the terminal takes it.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Two pixels in every cell.
    Blocks(Arc<Pixels>),
    /// A protocol's own.
    Sequence {
        /// What is written where the picture's upper left corner shall be.
        bytes: Arc<Vec<u8>>,
        /// The number under which the terminal keeps it, where it does.
        id: u32,
    },
}

/// The look that is wanted now, and what was seen last.
#[derive(Debug, Default)]
pub struct PreviewState {
    /// The look wanted; nothing is looked at without one.
    wanted: Option<PreviewRequest>,
    number: u64,
    seen: Option<(PreviewRequest, Result<Arc<RenderedPreview>, Unseen>)>,
}

impl RenderedPreview {
    /// Bytes of memory it takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        match &self.body {
            Body::Blocks(pixels) => pixels.rgb.len(),
            Body::Sequence { bytes, .. } => bytes.len(),
        }
    }
}

/// Draws a picture in the middle of an area, as far as it fits there. One that the terminal draws itself gets its cells reserved.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, sight: &RenderedPreview, colours: Colours) {
    let area = area.intersection(canvas.area());
    let (columns, rows) = (sight.cells.0.min(area.width), sight.cells.1.min(area.height));
    let place = Rect::new(area.x + (area.width - columns) / 2, area.y + (area.height - rows) / 2, columns, rows);
    match &sight.body {
        Body::Blocks(pixels) => blocks::draw(canvas, place, pixels, colours),
        // A picture cannot be cut by the cell: where the room has become smaller, the next answer fits.
        Body::Sequence { .. } if (columns, rows) != sight.cells => {}
        Body::Sequence { .. } => canvas.reserve(place),
    }
}

impl PreviewState {
    /// Wants a look, or none any more. Returns the number under which it must be asked for, if it is a new one.
    pub fn want(&mut self, look: Option<PreviewRequest>) -> Option<u64> {
        if let (Some(old), Some(new)) = (&self.wanted, &look)
            && old.is_same(new)
        {
            self.wanted = look;
            return None;
        }
        if look.is_none() {
            self.seen = None;
        }
        self.wanted = look;
        self.number += 1;
        self.wanted.as_ref().map(|_| self.number)
    }

    /// Whether anything is being looked at.
    #[must_use]
    pub const fn is_on(&self) -> bool {
        self.wanted.is_some()
    }

    /// Takes an answer; one to an older look is dropped.
    pub fn receive(&mut self, number: u64, seen: Result<RenderedPreview, Unseen>) {
        if number == self.number
            && let Some(look) = &self.wanted
        {
            self.seen = Some((look.clone(), seen.map(Arc::new)));
        }
    }

    /// What was last seen, of whichever picture.
    #[must_use]
    pub fn last_seen(&self) -> Option<&Arc<RenderedPreview>> {
        self.seen.as_ref().and_then(|(_, seen)| seen.as_ref().ok())
    }

    /// What was last seen of this picture, also from nearer or farther; `None` while nothing was.
    #[must_use]
    pub fn seen(&self, path: &str) -> Option<&Result<Arc<RenderedPreview>, Unseen>> {
        self.seen.as_ref().filter(|(look, _)| look.path == path).map(|(_, seen)| seen)
    }

    /// Whether what was last seen is what is wanted now.
    #[must_use]
    pub fn is_up_to_date(&self) -> bool {
        match (&self.wanted, &self.seen) {
            (Some(wanted), Some((look, _))) => wanted.is_same(look),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(path: &str) -> PreviewRequest {
        PreviewRequest {
            path: path.to_owned(),
            stamp: None,
            view: View::default(),
            room: (40, 20),
            graphics: Graphics::default(),
        }
    }

    #[test]
    fn only_the_newest_look_is_answered() {
        let mut looking = PreviewState::default();
        assert_eq!(looking.want(Some(look("a.jpg"))), Some(1));
        assert_eq!(looking.want(Some(look("a.jpg"))), None, "the same again");
        assert_eq!(looking.want(Some(look("b.jpg"))), Some(2));
        looking.receive(1, Err(Unseen::File(crate::scan::facts::Content::Empty)));
        assert!(looking.seen("a.jpg").is_none() && looking.seen("b.jpg").is_none());
        looking.receive(2, Err(Unseen::File(crate::scan::facts::Content::Missing)));
        assert!(looking.seen("b.jpg").is_some() && looking.is_up_to_date());
        assert_eq!(looking.want(None), None);
        assert!(looking.seen("b.jpg").is_none() && !looking.is_on());
        looking.receive(3, Err(Unseen::File(crate::scan::facts::Content::Missing)));
        assert!(looking.seen("b.jpg").is_none(), "nobody looks any more");
    }

    #[test]
    fn a_file_that_changed_is_looked_at_again_and_one_just_inspected_is_not() {
        let mut looking = PreviewState::default();
        let stamped = |size| PreviewRequest { stamp: Some((size, None)), ..look("a.jpg") };
        assert_eq!(looking.want(Some(look("a.jpg"))), Some(1));
        assert_eq!(looking.want(Some(stamped(5))), None);
        assert_eq!(looking.want(Some(stamped(5))), None);
        assert_eq!(looking.want(Some(stamped(6))), Some(2));
    }
}
