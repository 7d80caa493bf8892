//! The frame on the screen and the next one, and what has to be written to come from one to the other.
//!
//! Most rows of a frame are those of the frame before. They are found by what was drawn there, which costs a fraction of comparing their
//! cells; rows that differ go the library's way, which knows how terminals treat wide glyphs.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};

/// Both frames, of one size.
#[derive(Debug)]
pub struct Frames {
    shown: Buffer,
    next: Buffer,
    /// What was drawn on each row that is shown.
    rows: Vec<u64>,
}

impl Frames {
    /// Nothing stands on a screen of this size.
    pub fn new(size: Size) -> Self {
        let empty = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        Self { shown: empty.clone(), next: empty, rows: Vec::new() }
    }

    /// The next frame, empty, to be drawn on.
    pub fn next(&mut self) -> &mut Buffer {
        self.next.reset();
        &mut self.next
    }

    /// Hands over the cells that differ, with their place, row by row from the top; then the next frame is the one that is shown. `rows` has a
    /// number for each row, which is that of the frame before only where the same was drawn.
    ///
    /// # Errors
    /// Those of `write`, and then everything stays as it was.
    pub fn show<E>(&mut self, rows: Vec<u64>, mut write: impl FnMut(Vec<(u16, u16, &Cell)>) -> Result<(), E>) -> Result<(), E> {
        let width = usize::from(self.next.area.width).max(1);
        let is_same = |y: usize| rows.get(y).is_some_and(|row| self.rows.get(y) == Some(row));
        if (0..rows.len()).filter(|y| is_same(*y)).count() < rows.len() / 2 {
            // Copying so many rows to look at each alone would take longer.
            write(self.shown.diff(&self.next))?;
        } else {
            let contents = self.shown.content.chunks(width).zip(self.next.content.chunks(width)).enumerate();
            for (y, (before, after)) in contents.filter(|(y, _)| !is_same(*y)) {
                let y = u16::try_from(y).unwrap_or(u16::MAX);
                let [before, after] = [before, after].map(|cells| row(y, cells));
                write(before.diff(&after))?;
            }
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        self.rows = rows;
        Ok(())
    }
}

fn row(y: u16, cells: &[Cell]) -> Buffer {
    let width = u16::try_from(cells.len()).unwrap_or(u16::MAX);
    Buffer { area: Rect::new(0, y, width, 1), content: cells.to_vec() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::widget::canvas::Canvas;
    use crate::tui::widget::theme::{Role, Theme};

    /// What is written to come to a frame of these lines, as places and glyphs.
    fn shown(frames: &mut Frames, lines: &[&str]) -> Vec<(u16, u16, String)> {
        let mut canvas = Canvas::new(frames.next(), Theme::new(false));
        for (y, line) in (0..).zip(lines) {
            canvas.put(0, y, u16::MAX, line, Role::Text);
        }
        let rows = canvas.rows();
        let mut all = Vec::new();
        let write = |changed: Vec<(u16, u16, &Cell)>| -> Result<(), ()> {
            all.extend(changed.into_iter().map(|(x, y, cell)| (x, y, cell.symbol().to_owned())));
            Ok(())
        };
        frames.show(rows, write).unwrap();
        all
    }

    #[test]
    fn only_what_differs_is_written() {
        let mut frames = Frames::new(Size { width: 6, height: 3 });
        let at = |x, y, glyph: &str| (x, y, glyph.to_owned());
        assert_eq!(shown(&mut frames, &["ab", "备"]), [at(0, 0, "a"), at(1, 0, "b"), at(0, 1, "备")]);
        assert_eq!(shown(&mut frames, &["ab", "备"]), []);
        assert_eq!(shown(&mut frames, &["ab", "a"]), [at(0, 1, "a")]);
        assert_eq!(shown(&mut frames, &[]), [at(0, 0, " "), at(1, 0, " "), at(0, 1, " ")]);
    }

    #[test]
    fn what_could_not_be_written_is_written_again() {
        let mut frames = Frames::new(Size { width: 4, height: 1 });
        let mut canvas = Canvas::new(frames.next(), Theme::new(false));
        canvas.put(0, 0, 4, "a", Role::Text);
        let rows = canvas.rows();
        assert!(frames.show(rows, |_| Err(())).is_err());
        assert_eq!(shown(&mut frames, &["a"]).len(), 1);
    }

    #[test]
    fn a_screen_without_cells_is_no_trouble() {
        for (width, height) in [(0, 0), (0, 5), (5, 0)] {
            assert_eq!(shown(&mut Frames::new(Size { width, height }), &[]), []);
        }
    }

    proptest! {
        #[test]
        fn it_writes_what_the_library_would(
            before in prop::collection::vec("[a小 ❤\u{fe0f}]{0,8}", 3),
            after in prop::collection::vec("[a小 ❤\u{fe0f}]{0,8}", 3),
        ) {
            let mut frames = Frames::new(Size { width: 8, height: 3 });
            let [before, after] = [&before, &after].map(|lines| lines.iter().map(String::as_str).collect::<Vec<_>>());
            shown(&mut frames, &before);
            let shown_before = frames.shown.clone();
            let written = shown(&mut frames, &after);
            let expected: Vec<_> =
                shown_before.diff(&frames.shown).into_iter().map(|(x, y, cell)| (x, y, cell.symbol().to_owned())).collect();
            prop_assert_eq!(written, expected);
        }
    }
}
