//! What the wizard draws: the top screen, and the dialogs on it.

use std::sync::Arc;

use ratatui::buffer::Buffer;

use super::App;
use crate::locale::tui::common as words;
use crate::text::wrap::wrap;
use crate::tui::chrome;
use crate::tui::picture::layer::Placed;
use crate::tui::terminal::Drawn;
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::theme::Role;

impl App {
    /// Draws the whole screen onto a frame of the library. A picture that the terminal draws itself is [`App::draw_on`]'s business.
    #[cfg(any(test, feature = "internals"))]
    pub fn draw(&self, frame: &mut ratatui::Frame<'_>) {
        if let Some(cursor) = self.draw_on(frame.buffer_mut()).cursor {
            frame.set_cursor_position(cursor);
        }
    }

    /// Draws the whole screen; returns where the cursor goes, and the picture that must lie on it where the terminal draws it itself.
    pub fn draw_on(&self, buffer: &mut Buffer) -> Drawn {
        let mut canvas = Canvas::new(buffer, self.state.theme).without(self.idle_on_screen());
        self.paint(&mut canvas);
        let (cursor, reserved, rows) = (canvas.cursor(), canvas.reserved(), canvas.rows());
        self.hits.replace(canvas.into_hits());
        let sight = self.state.preview.last_seen().map(Arc::clone);
        Drawn { cursor, rows, picture: reserved.zip(sight).map(|(area, sight)| Placed { area, sight }) }
    }

    pub(super) fn paint(&self, canvas: &mut Canvas<'_>) {
        let area = canvas.area();
        let (columns, rows) = chrome::LEAST;
        if area.width < columns || area.height < rows {
            let text = words::TOO_SMALL.with(
                self.state.lang,
                &[("columns", &columns), ("rows", &rows), ("now_columns", &area.width), ("now_rows", &area.height)],
            );
            for (row, line) in wrap(&text, usize::from(area.width)).iter().enumerate() {
                canvas.put(area.x, area.y + to_cells(row), area.width, line, Role::Text);
            }
            return;
        }
        if let Some(screen) = self.screens.last() {
            screen.draw(canvas, &self.state, self.dialogs.is_empty());
        }
        if !self.dialogs.is_empty() {
            canvas.offer_all_but(self.idle());
        }
        for (index, dialog) in self.dialogs.iter().enumerate() {
            canvas.cover();
            dialog.draw(canvas, &self.state, index + 1 == self.dialogs.len());
        }
    }
}
