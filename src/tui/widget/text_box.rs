//! A text box: what keys do in it, and how it is drawn.

use ratatui::layout::Rect;

use super::canvas::{Canvas, to_cells};
use super::hit::Hit;
use super::theme::Role;
use crate::text::edit::{LineEdit, caret_in_wrapped, shown_row, wrap_for_edit};
use crate::tui::input::Input;
use crate::tui::keymap::Action;

/// Characters a text box holds at the most, as a field of a form does. What is looked at anew with every key must not grow without end.
pub const MOST: usize = 4_000;

/// Gives an input to a text box. Returns whether it had a use for it.
pub fn edit(line: &mut LineEdit, input: &Input) -> bool {
    match input {
        Input::Char(c) => insert(line, c.encode_utf8(&mut [0; 4])),
        Input::Run(text) | Input::Paste(text) => insert(line, text),
        Input::Action(action) => return act(line, *action),
    }
    true
}

/// Puts a text into a text box, as far as there is room for it.
pub fn insert(line: &mut LineEdit, text: &str) {
    let room = if line.is_selected() { MOST } else { MOST.saturating_sub(line.text().chars().count()) };
    let end = text.char_indices().nth(room).map_or(text.len(), |(end, _)| end);
    line.insert(text.get(..end).unwrap_or_default());
}

/// Does with a text box what a key stands for. Returns whether it had a use for it.
pub fn act(line: &mut LineEdit, action: Action) -> bool {
    match action {
        Action::Left => line.left(),
        Action::Right => line.right(),
        Action::WordLeft => line.word_left(),
        Action::WordRight => line.word_right(),
        Action::Start => line.home(),
        Action::End => line.end(),
        Action::Backspace => line.backspace(),
        Action::Delete => line.delete(),
        Action::KillWord => line.kill_word(),
        Action::KillToStart => line.kill_to_start(),
        Action::KillToEnd => line.kill_to_end(),
        Action::SelectAll => line.select_all(),
        _ => return false,
    }
    true
}

/// Draws a text box of one row; the real cursor is set where `active`. The first and the last cell tell that the text goes on.
pub fn draw(canvas: &mut Canvas<'_>, x: u16, y: u16, width: u16, line: &LineEdit, active: bool) {
    let Some(room) = width.checked_sub(2).filter(|room| *room > 0) else { return };
    let view = line.view(usize::from(room));
    let role = if line.is_selected() { Role::Marked } else { Role::Text };
    canvas.put(x, y, 1, if view.more_left { "<" } else { " " }, Role::Muted);
    canvas.put(x + 1, y, room, view.text.trim_end_matches(' '), role);
    if view.more_right {
        canvas.put(x + 1 + room, y, 1, ">", Role::Muted);
    }
    if active {
        canvas.set_cursor(x + 1 + to_cells(view.caret), y);
        let text = Hit::Text {
            origin: (i32::from(x) + 1, i32::from(y)),
            rows: vec![view.text.trim_end_matches(' ').to_owned()],
            caret: (0, view.caret),
        };
        canvas.hit(Rect::new(x, y, width, 1), text);
    }
}

/// Draws a text box of several rows, the caret's row always in view; the real cursor is set where `active`.
pub fn draw_long(canvas: &mut Canvas<'_>, area: Rect, line: &LineEdit, active: bool) {
    let width = usize::from(area.width.saturating_sub(1)).max(1);
    let rows = wrap_for_edit(line.text(), width);
    let (row, column) = caret_in_wrapped(line.text(), line.cursor(), width);
    let first = super::panel::first_row(row, rows.len(), usize::from(area.height));
    let role = if line.is_selected() { Role::Marked } else { Role::Text };
    if active && !line.is_selected() {
        let shown = rows.iter().map(|range| shown_row(line.text(), range.clone())).collect();
        let origin = (i32::from(area.x), i32::from(area.y) - i32::try_from(first).unwrap_or_default());
        canvas.hit(area, Hit::Text { origin, rows: shown, caret: (row, column) });
    }
    for (index, range) in rows.into_iter().enumerate().skip(first).take(usize::from(area.height)) {
        let y = area.y + to_cells(index - first);
        canvas.put(area.x, y, area.width, &shown_row(line.text(), range), role);
    }
    if active && row >= first && row - first < usize::from(area.height) {
        canvas.set_cursor(area.x + to_cells(column), area.y + to_cells(row - first));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_takes_what_it_has_room_for() {
        let mut line = LineEdit::new("");
        edit(&mut line, &Input::Paste("张".repeat(100_000)));
        assert_eq!(line.text().chars().count(), MOST);
        edit(&mut line, &Input::Char('x'));
        assert_eq!(line.text().chars().count(), MOST);
        line.backspace();
        edit(&mut line, &Input::Char('x'));
        assert!(line.text().ends_with("张x"));
        line.select_all();
        edit(&mut line, &Input::Paste("新".to_owned()));
        assert_eq!(line.text(), "新");
    }
}
