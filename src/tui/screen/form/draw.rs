//! A form on the screen: its title, its rows as far as there is room, and its help.

use ratatui::layout::Rect;

use super::Form;
use crate::filing::Section;
use crate::locale::tui::form as words;
use crate::locale::{paper, value};
use crate::text::edit::LineEdit;
use crate::text::wrap::wrap;
use crate::tui::chrome;
use crate::tui::document::Document;
use crate::tui::form::Layout;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::route::Step;
use crate::tui::state::State;
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::hit::Hit;
use crate::tui::widget::theme::Role;

impl Form {
    pub(super) fn title(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, document: &Document, alone: bool) {
        let step = Step::Form(self.section);
        let count = document.progress(self.section);
        // The list of materials counts those of all steps.
        let (done, total) = match self.section {
            Section::Materials => document.materials().count(),
            _ => (count.done, count.total),
        };
        let count = if total == 0 { String::new() } else { format!("{done} / {total}") };
        let title = if alone { chrome::step_title(step, state) } else { chrome::step_name(step, state).to_owned() };
        let left = canvas.put_right(area.right(), area.y, 12, &count, Role::Muted);
        canvas.put(area.x, area.y, left.saturating_sub(area.x + 1), &title, Role::Title);
    }

    pub(super) fn help(&self, state: &State) -> String {
        // Whoever dropped a folder waits for what becomes of it.
        if let Some(said) = state.sorting.as_ref().and_then(|sorting| sorting.said(state.lang, &state.readings)) {
            return said;
        }
        let help = match state.document.as_ref() {
            Some(document) => paper::help(state.lang, document.draft(), self.focus),
            None => self.focus.help().in_lang(state.lang).into(),
        };
        // A picker shows what there is; an example helps where one types.
        let example = value::example(state.lang, self.focus).filter(|_| self.editor.is_some());
        let example = example.map_or_else(String::new, |example| words::EXAMPLE.with(state.lang, &[("example", &example)]));
        let gap = if state.lang == crate::locale::Lang::En && !example.is_empty() { " " } else { "" };
        let both = format!("{help}{gap}{example}");
        // An example that has no room is in the help; half of one helps nobody.
        if chrome::has_room_for(state, &both) { both } else { help.into_owned() }
    }

    pub(super) fn body(&self, canvas: &mut Canvas<'_>, state: &State, form: &Layout, area: Rect, active: bool) {
        let heights: Vec<usize> = form.blocks.iter().map(|block| block.height()).collect();
        let tail = form.tail.as_deref().map(|tail| wrap(tail, usize::from(area.width))).unwrap_or_default();
        let tail: Vec<String> = if tail.is_empty() { tail } else { std::iter::once(String::new()).chain(tail).collect() };
        let total: usize = heights.iter().sum::<usize>() + tail.len();
        // What goes on below is said in a row of its own.
        let full = area;
        let area = Rect { height: area.height - u16::from(total > usize::from(area.height) && area.height > 1), ..area };
        let index = form.blocks.iter().position(|block| block.id == self.focus).unwrap_or_default();
        let top: usize = heights.iter().take(index).sum();
        let skipped =
            scroll(top, heights.get(index).copied().unwrap_or(1), total, usize::from(area.height), caret_row(form, index));
        let ways = [(Action::Previous, index.min(1)), (Action::Next, form.blocks.len().saturating_sub(index + 1).min(1))];
        canvas.hit(area, Hit::Wheel(ways));
        let mut row = 0;
        for block in &form.blocks {
            self.block(canvas, form, block, area, row, skipped, active);
            row += block.height();
        }
        for (n, line) in tail.iter().enumerate() {
            if let Some(y) = (row + n).checked_sub(skipped).filter(|y| *y < usize::from(area.height)) {
                canvas.put(area.x, area.y + to_cells(y), area.width, line, Role::Muted);
            }
        }
        let muted = Role::Muted;
        if skipped > 0 {
            canvas.put_right(area.right(), area.y.saturating_sub(1), 16, words::MORE_ABOVE.in_lang(state.lang), muted);
        }
        if total > skipped + usize::from(area.height) {
            let height = heights.get(index).copied().unwrap_or_default();
            let cut = top + height > skipped + usize::from(area.height);
            let key = keymap::key_for(&[Context::Global], Action::Help).filter(|_| cut).map(|key| key.to_string());
            let text = match key {
                // Moving on leaves the field: the rest of what is said under it stands in the help.
                Some(key) => words::MORE_IN_HELP.with(state.lang, &[("key", &key)]),
                None => words::MORE_BELOW.in_lang(state.lang).to_owned(),
            };
            canvas.put_right(full.right(), full.bottom().saturating_sub(1), full.width, &text, muted);
        }
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn block(
        &self,
        canvas: &mut Canvas<'_>,
        form: &Layout,
        block: &crate::tui::form::Block,
        area: Rect,
        first: usize,
        skipped: usize,
        active: bool,
    ) {
        let focused = block.id == self.focus;
        for (row, head) in block.head.iter().enumerate() {
            if let Some(y) = (first + row).checked_sub(skipped).filter(|y| *y < usize::from(area.height)) {
                canvas.put(area.x, area.y + to_cells(y), area.width, head, Role::Muted);
            }
        }
        let first = first + block.head.len();
        let at = |row: usize| {
            let y = (first + row).checked_sub(skipped)?;
            (y < usize::from(area.height)).then(|| area.y + to_cells(y))
        };
        let value_x = area.x + to_cells(form.label_width);
        let value_width = to_cells(block.width);
        for y in (0..block.height().saturating_sub(block.head.len())).filter_map(at) {
            canvas.hit(Rect::new(area.x, y, area.width, 1), Hit::Field(block.id));
        }
        self.hit_text(canvas, block, Rect::new(value_x, area.y, value_width, area.height), (first, skipped));
        if let Some(y) = at(0) {
            let (mark, role) = &block.mark;
            canvas.put_right(area.x + to_cells(form.mark_end).min(area.width), y, area.width / 3, mark, *role);
        }
        for (row, label) in block.labels.iter().enumerate() {
            if let Some(y) = at(row) {
                let role = if focused { Role::Focus } else { Role::Muted };
                canvas.put(area.x, y, to_cells(form.label_width.saturating_sub(1)), label, role);
            }
        }
        if let Some(((counter, role), y)) = block.counter.as_ref().zip(at(block.labels.len())) {
            canvas.put(area.x, y, to_cells(form.label_width.saturating_sub(1)), counter, *role);
        }
        for (row, text) in block.values.iter().enumerate() {
            let Some(y) = at(row) else { continue };
            canvas.put(value_x, y, value_width, text, block.role);
            if focused && self.editor.is_none() {
                let shown = crate::text::width::cells(text).max(1);
                canvas.paint(Rect::new(value_x, y, to_cells(shown).min(value_width), 1), Role::Selected);
            }
            if focused && self.editor.as_ref().is_some_and(LineEdit::is_selected) {
                let shown = crate::text::width::cells(text);
                canvas.paint(Rect::new(value_x, y, to_cells(shown).min(value_width), 1), Role::Marked);
            }
        }
        if focused && block.more.0 {
            canvas.put(value_x.saturating_sub(1), at(0).unwrap_or(area.y), 1, "<", Role::Accent);
        }
        if focused && block.more.1 {
            canvas.put(value_x + value_width, at(0).unwrap_or(area.y), 1, ">", Role::Accent);
        }
        for (row, (role, text)) in block.below.iter().enumerate() {
            if let Some(y) = at(block.rows() + row) {
                let x = area.x + to_cells(form.indent);
                canvas.put(x, y, area.right().saturating_sub(x), text, *role);
            }
        }
        if let (true, true, Some((row, column))) = (focused, active, block.caret)
            && let Some(y) = at(row)
        {
            canvas.set_cursor(value_x + to_cells(column), y);
        }
    }
}

impl Form {
    /// The text of the focused field takes clicks for its caret. It begins `first` rows below the top of the form, of which so many are
    /// skipped.
    fn hit_text(&self, canvas: &mut Canvas<'_>, block: &crate::tui::form::Block, area: Rect, (first, skipped): (usize, usize)) {
        let Some(caret) = block.caret.filter(|_| self.editor.as_ref().is_some_and(|editor| !editor.is_selected())) else {
            return;
        };
        let row = |rows: usize| i32::try_from(rows).unwrap_or(i32::MAX);
        let top = i32::from(area.y) + row(first) - row(skipped);
        let text = Hit::Text { origin: (i32::from(area.x), top), rows: block.values.clone(), caret };
        for line in 0..block.values.len() {
            if let Some(y) = (first + line).checked_sub(skipped).filter(|y| *y < usize::from(area.height)) {
                canvas.hit(Rect::new(area.x, area.y + to_cells(y), area.width, 1), text.clone());
            }
        }
    }
}

pub(super) fn caret_row(form: &Layout, index: usize) -> usize {
    form.blocks.get(index).map_or(0, |block| block.head.len() + block.caret.map_or(0, |(row, _)| row))
}

/// Rows to skip so that the focused block stands in the middle, and its caret on the screen where the block is higher than that.
pub(super) fn scroll(top: usize, height: usize, total: usize, room: usize, caret: usize) -> usize {
    let middle = (top + height.min(room) / 2).saturating_sub(room / 2).min(total.saturating_sub(room));
    let caret = top + caret;
    if caret < middle {
        caret
    } else if caret >= middle + room {
        (caret + 1).saturating_sub(room)
    } else {
        middle
    }
}
