//! A one-line text editor without a terminal: it moves and deletes by grapheme and can undo everything.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::clean::{one_line_behind, visible};
pub use super::edit_wrapped::{caret_in_wrapped, shown_row, wrap_for_edit};
use super::grapheme::{grapheme_cells, grapheme_indices, graphemes};
use super::width::cells;

/// How many steps can be undone.
const UNDO_DEPTH: usize = 1000;
/// Cells kept in view on both sides of the caret when possible.
const CONTEXT: usize = 2;

/// What a change was, to group the steps of undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// One grapheme typed.
    Typed,
    /// Deleting backwards, one by one.
    Backspace,
    /// Deleting forwards, one by one.
    Delete,
    /// Anything that is a step of its own: a paste, a killed word, a replaced text.
    Whole,
}

/// A state that undo comes back to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Snapshot {
    text: String,
    cursor: usize,
}

/// The part of a text that a field of some cells shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Exactly as many cells as asked for, padded with blanks; safe to print.
    pub text: String,
    /// The cell column of the caret, less than the width (0 when the width is 0).
    pub caret: usize,
    /// Something lies to the left of the view.
    pub more_left: bool,
    /// Something lies to the right of the view.
    pub more_right: bool,
}

/// The editor of one text field.
///
/// The cursor is a byte index and always stands on a grapheme border. Lengths are the field's business, not the editor's.
#[derive(Debug, Clone, Default)]
pub struct LineEdit {
    text: String,
    cursor: usize,
    selected: bool,
    undo: Vec<Snapshot>,
    redo: Vec<Snapshot>,
    last: Option<Change>,
    /// The column that `up` and `down` aim at.
    pub(super) goal: Option<usize>,
}

/// What a run of graphemes consists of, for motion by words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    Word,
    Wide,
    Mark,
}

fn class(grapheme: &str) -> Class {
    match grapheme.chars().next() {
        Some(c) if c.is_whitespace() => Class::Blank,
        Some(c) if c.is_alphanumeric() && grapheme_cells(grapheme) > 1 => Class::Wide,
        Some(c) if c.is_alphanumeric() || c == '_' => Class::Word,
        _ => Class::Mark,
    }
}

/// A grapheme as it is shown, and its cells: never none, so that the caret always has a place of its own.
pub(super) fn shown(grapheme: &str) -> (Cow<'_, str>, usize) {
    let shown = visible(grapheme);
    let width = cells(&shown);
    if width > 0 {
        return (shown, width);
    }
    // A combining mark without a letter before it.
    let named: String = grapheme.chars().map(|c| format!("<U+{:04X}>", u32::from(c))).collect();
    let width = cells(&named);
    (Cow::Owned(named), width)
}

impl LineEdit {
    /// An editor that holds `text` as it is, the cursor behind it, nothing to undo.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, ..Self::default() }
    }

    /// What the field holds.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cursor as a byte index, always on a grapheme border.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The selected text, where it is selected.
    #[must_use]
    pub fn selection(&self) -> Option<&str> {
        self.selected.then_some(self.text.as_str())
    }

    /// Whether the whole text is selected: the next insertion or deletion replaces it.
    pub fn is_selected(&self) -> bool {
        self.selected
    }

    /// Replaces the whole text as one step that can be undone; the text is taken as it is.
    pub fn set_text(&mut self, text: &str) {
        if text != self.text {
            self.remember(Change::Whole);
            text.clone_into(&mut self.text);
        }
        self.selected = false;
        self.move_to(self.text.len());
    }

    /// Puts `text` in at the cursor, made fit for one line. Says whether it had to be changed for that.
    pub fn insert(&mut self, text: &str) -> bool {
        self.put(text, false)
    }

    /// The same with characters that were typed faster than they were taken in: undo takes them back with those around them.
    pub fn insert_run(&mut self, text: &str) -> bool {
        self.put(text, true)
    }

    fn put(&mut self, text: &str, is_run: bool) -> bool {
        let before = if self.selected { None } else { self.text.get(..self.cursor).and_then(|text| text.chars().next_back()) };
        let (line, changed) = one_line_behind(before, text);
        if line.is_empty() {
            return changed;
        }
        let typed = (is_run || graphemes(&line).nth(1).is_none()) && !self.selected;
        self.remember(if typed { Change::Typed } else { Change::Whole });
        if self.selected {
            self.text.clear();
            self.cursor = 0;
            self.selected = false;
        }
        self.text.insert_str(self.cursor, &line);
        self.cursor = self.border_at_or_after(self.cursor + line.len());
        // A blank or a mark ends a group, so that undo takes back a phrase and not a whole text.
        if line.graphemes(true).next_back().is_some_and(|g| matches!(class(g), Class::Blank | Class::Mark)) {
            self.last = None;
        }
        changed
    }

    /// Deletes the grapheme before the cursor, or the selected text.
    pub fn backspace(&mut self) {
        let from = if self.selected { 0 } else { self.border_before(self.cursor) };
        self.remove(from, self.cursor, Change::Backspace);
    }

    /// Deletes the grapheme at the cursor, or the selected text.
    pub fn delete(&mut self) {
        let to = self.border_after(self.cursor);
        self.remove(self.cursor, to, Change::Delete);
    }

    /// Deletes everything before the cursor.
    pub fn kill_to_start(&mut self) {
        self.remove(0, self.cursor, Change::Whole);
    }

    /// Deletes everything behind the cursor.
    pub fn kill_to_end(&mut self) {
        self.remove(self.cursor, self.text.len(), Change::Whole);
    }

    /// Deletes back to where `word_left` would go.
    pub fn kill_word(&mut self) {
        self.remove(self.word_border_left(), self.cursor, Change::Whole);
    }

    /// One grapheme to the left; from a selection to its start.
    pub fn left(&mut self) {
        self.move_to(if self.selected { 0 } else { self.border_before(self.cursor) });
    }

    /// One grapheme to the right; from a selection to its end.
    pub fn right(&mut self) {
        self.move_to(if self.selected { self.text.len() } else { self.border_after(self.cursor) });
    }

    /// To the start of the text.
    pub fn home(&mut self) {
        self.move_to(0);
    }

    /// Behind the end of the text.
    pub fn end(&mut self) {
        self.move_to(self.text.len());
    }

    /// To the start of the run of ideographs, of letters and digits, or of marks before the cursor.
    pub fn word_left(&mut self) {
        self.move_to(self.word_border_left());
    }

    /// To the end of the run of ideographs, of letters and digits, or of marks behind the cursor.
    pub fn word_right(&mut self) {
        let rest = self.text.get(self.cursor..).unwrap_or_default();
        self.move_to(self.cursor + run_length(graphemes(rest)));
    }

    /// Selects the whole text, when there is any; the next insertion or deletion replaces it.
    pub fn select_all(&mut self) {
        self.move_to(self.text.len());
        self.selected = !self.text.is_empty();
    }

    /// Takes back the last group of changes. False when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.undo.pop() else {
            return false;
        };
        let now = self.restore(before);
        self.redo.push(now);
        true
    }

    /// Does again what was taken back. False when there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.redo.pop() else {
            return false;
        };
        let now = self.restore(after);
        self.undo.push(now);
        true
    }

    /// Puts the cursor on the grapheme border at or before a byte index.
    pub fn set_cursor(&mut self, at: usize) {
        self.move_to(self.border_at_or_before(at.min(self.text.len())));
    }

    /// What a field of `width` cells shows. The caret has a cell of its own also behind the last glyph.
    pub fn view(&self, width: usize) -> View {
        if width == 0 {
            return View { text: String::new(), caret: 0, more_left: self.cursor > 0, more_right: self.cursor < self.text.len() };
        }
        let glyphs = self.glyphs();
        let first = first_in_view(&glyphs, self.cursor, width);
        let start = glyphs.get(first).map_or(0, |glyph| glyph.column);
        let mut view = View { text: String::new(), caret: 0, more_left: first > 0, more_right: false };
        let mut used = 0;
        for glyph in glyphs.iter().skip(first) {
            if glyph.at == self.cursor {
                view.caret = used.min(width - 1);
            }
            if glyph.column + glyph.cells - start > width {
                view.more_right = true;
                break;
            }
            view.text.push_str(&glyph.shown);
            used += glyph.cells;
        }
        view.text.push_str(&" ".repeat(width.saturating_sub(used)));
        view
    }

    /// Every grapheme with its place, and an empty one behind the last that stands for the caret's cell.
    fn glyphs(&self) -> Vec<Glyph<'_>> {
        let mut column = 0;
        let mut glyphs = Vec::new();
        for (at, grapheme) in grapheme_indices(&self.text) {
            let (shown, cells) = shown(grapheme);
            glyphs.push(Glyph { at, column, cells, shown });
            column += cells;
        }
        glyphs.push(Glyph { at: self.text.len(), column, cells: 0, shown: Cow::Borrowed("") });
        glyphs
    }

    /// Moves the cursor, which ends the selection and the group of changes.
    pub(super) fn move_to(&mut self, at: usize) {
        self.cursor = at;
        self.selected = false;
        self.last = None;
        self.goal = None;
    }

    /// Deletes a range, or everything when everything is selected.
    fn remove(&mut self, from: usize, to: usize, change: Change) {
        let (from, to, change) = if self.selected { (0, self.text.len(), Change::Whole) } else { (from, to, change) };
        if from >= to {
            return;
        }
        self.remember(change);
        self.text.drain(from..to);
        self.selected = false;
        // What was apart may now be one grapheme.
        self.cursor = self.border_at_or_before(from);
    }

    /// Notes the state before a change, unless the change continues the last group.
    fn remember(&mut self, change: Change) {
        self.redo.clear();
        self.goal = None;
        if change == Change::Whole || self.last != Some(change) {
            if self.undo.len() == UNDO_DEPTH {
                self.undo.remove(0);
            }
            self.undo.push(Snapshot { text: self.text.clone(), cursor: self.cursor });
        }
        self.last = Some(change);
    }

    /// Goes to a remembered state and returns the present one.
    fn restore(&mut self, state: Snapshot) -> Snapshot {
        let now = Snapshot { text: std::mem::replace(&mut self.text, state.text), cursor: self.cursor };
        self.move_to(state.cursor);
        now
    }

    fn border_before(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.grapheme_indices(true).next_back().map_or(0, |(border, _)| border)
    }

    fn border_after(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + graphemes(rest).next().map_or(0, str::len)
    }

    fn border_at_or_after(&self, at: usize) -> usize {
        if at >= self.text.len() {
            return self.text.len();
        }
        grapheme_indices(&self.text).map(|(border, _)| border).find(|border| *border >= at).unwrap_or(self.text.len())
    }

    fn border_at_or_before(&self, at: usize) -> usize {
        if at >= self.text.len() {
            return self.text.len();
        }
        grapheme_indices(&self.text).map(|(border, _)| border).take_while(|border| *border <= at).last().unwrap_or(0)
    }

    fn word_border_left(&self) -> usize {
        let before = self.text.get(..self.cursor).unwrap_or_default();
        self.cursor - run_length(before.graphemes(true).rev())
    }
}

/// A grapheme of the text with its place on an endless row.
struct Glyph<'a> {
    at: usize,
    column: usize,
    cells: usize,
    shown: Cow<'a, str>,
}

/// The bytes of the blanks and the run of one class that `graphemes` begin with.
fn run_length<'a>(graphemes: impl Iterator<Item = &'a str>) -> usize {
    let mut run = None;
    let mut length = 0;
    for grapheme in graphemes {
        let class = class(grapheme);
        match run {
            None if class == Class::Blank => {}
            None => run = Some(class),
            Some(run) if run != class => break,
            Some(_) => {}
        }
        length += grapheme.len();
    }
    length
}

/// The index of the glyph that the view begins with.
///
/// A text that fits begins at its start; otherwise the caret stays in the middle, so that both sides are always in view
/// and the view depends on nothing but text, cursor and width.
fn first_in_view(glyphs: &[Glyph<'_>], cursor: usize, width: usize) -> usize {
    let caret = glyphs.partition_point(|glyph| glyph.at < cursor);
    let (Some(at), Some(end)) = (glyphs.get(caret), glyphs.last()) else {
        return 0;
    };
    // The caret needs a cell behind the text, too.
    if end.column < width {
        return 0;
    }
    let glyph = at.cells.max(1);
    let behind = (end.column + 1).saturating_sub(at.column);
    let context = CONTEXT.min(behind.saturating_sub(glyph));
    let most = if width >= glyph + context + CONTEXT { width - glyph - context } else { width.saturating_sub(glyph) };
    // Near the end of the text the view is filled from the left.
    let left = (width / 2).max(width.saturating_sub(behind)).min(most);
    glyphs.partition_point(|glyph| glyph.column + left < at.column).min(caret)
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
