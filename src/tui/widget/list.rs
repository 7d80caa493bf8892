//! A list with a filter on top: the piece that every dialog that chooses from a list shares.
//!
//! The list keeps only the filter and which line is chosen. The lines are handed in with every call, so that they follow the
//! language and the draft by themselves.

use std::borrow::Cow;
use std::rc::Rc;

use ratatui::layout::Rect;

use super::canvas::{Canvas, to_cells};
use super::hit::Hit;
use super::lines::fold;
pub use super::lines::{Item, Lines};
use super::panel::first_row;
use super::theme::Role;
use super::{cursor, text_box};
use crate::locale::tui::dialog as words;
use crate::locale::{Lang, Text};
use crate::text::edit::LineEdit;
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::input::Input;
use crate::tui::keymap::{Action, Context};

/// Lines a page key moves by.
const PAGE: usize = 10;

/// The filter and the chosen line.
#[derive(Debug, Clone, Default)]
pub struct FilterList {
    filter: LineEdit,
    /// Index of the chosen line among all lines.
    chosen: usize,
    /// The lines handed in are already those found.
    found_elsewhere: bool,
    /// What an empty filter says may be typed.
    hint: Option<Text>,
    /// What is said where nothing was found; `None` for just that.
    nothing: Option<Text>,
    /// A step at either end leads nowhere.
    has_ends: bool,
    /// Lines that are wider than the list take several rows.
    wraps: bool,
    /// What stands aside is shown only beside what was found.
    aside_of_found: bool,
}

impl FilterList {
    /// A list in which this line is chosen.
    #[must_use]
    pub fn new(chosen: usize) -> Self {
        Self { chosen, ..Self::default() }
    }

    /// A list whose lines the caller finds by [`FilterList::text`], best first.
    #[must_use]
    pub fn found_elsewhere(chosen: usize) -> Self {
        Self { chosen, found_elsewhere: true, ..Self::default() }
    }

    /// Keeps a step at either end from leading to the other one.
    #[must_use]
    pub const fn with_ends(mut self) -> Self {
        self.has_ends = true;
        self
    }

    /// Lets lines that are wider than the list take several rows.
    #[must_use]
    pub const fn wrapping(mut self) -> Self {
        self.wraps = true;
        self
    }

    /// Shows what stands aside only beside what was found: among all lines their heads say it.
    #[must_use]
    pub const fn aside_of_found(mut self) -> Self {
        self.aside_of_found = true;
        self
    }

    /// Says in the empty filter what may be typed.
    #[must_use]
    pub fn hinting(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Says why nothing was found, where it might have been.
    #[must_use]
    pub fn finding_nothing(mut self, why: Option<Text>) -> Self {
        self.nothing = why;
        self
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.filter.text()
    }

    /// Puts a text into the filter, as if it had been typed.
    pub fn set_text(&mut self, text: &str, items: &Lines) {
        self.filter = LineEdit::new(text);
        self.after_typing(items);
    }

    /// Takes everything typed away.
    pub fn clear(&mut self) {
        self.filter = LineEdit::default();
    }

    /// Takes everything typed away, where anything is; the line that was found stays chosen. Whether there was anything.
    pub fn step_back(&mut self) -> bool {
        let typed = !self.text().is_empty();
        if typed {
            self.clear();
        }
        typed
    }

    /// Where the keys of a list are looked up that shows only what was typed.
    #[must_use]
    pub fn filtered(&self) -> Option<Context> {
        (!self.text().is_empty()).then_some(Context::Filtered)
    }

    /// Whether a blank goes on with what is typed: something that is looked through has it there. Elsewhere it is the key that marks.
    #[must_use]
    pub fn takes_blank(&self, items: &Lines) -> bool {
        let is_begun = !self.text().trim().is_empty() && !self.text().ends_with(' ');
        is_begun && items.has_blank_behind(self.text())
    }

    /// What the key that marks stands for: a blank, where that goes on with what is typed; else itself.
    #[must_use]
    pub fn blank_or_mark(&self, input: &Input, items: &Lines) -> Input {
        match input {
            Input::Action(Action::Toggle) if self.takes_blank(items) => Input::Char(' '),
            other => other.clone(),
        }
    }

    /// Chooses a line by its index among all lines.
    pub fn choose(&mut self, index: usize) {
        self.chosen = index;
    }

    /// The index of the chosen line, where there is any.
    #[must_use]
    pub fn chosen(&self, items: &Lines) -> Option<usize> {
        let found = self.choosable(items);
        found.get(self.place(&found)).copied()
    }

    /// The selected text of the filter, where it is selected.
    #[must_use]
    pub fn selected(&self) -> Option<&str> {
        self.filter.selection()
    }

    /// The indices of the lines that were found, best first.
    #[must_use]
    pub fn found(&self, items: &Lines) -> Rc<[usize]> {
        self.choosable(items)
    }

    /// The index of the only line that was found by what was typed, or of the only one that says exactly that.
    #[must_use]
    pub fn only(&self, items: &Lines) -> Option<usize> {
        let wanted = fold(self.text());
        let found = if wanted.is_empty() { Rc::default() } else { self.choosable(items) };
        let is_exact = |index: &&usize| items.get(**index).is_some_and(|item| fold(&item.words) == wanted);
        let exact: Vec<&usize> = found.iter().filter(is_exact).collect();
        match (exact.as_slice(), &*found) {
            ([only], _) => Some(**only),
            (_, [only]) => Some(*only),
            _ => None,
        }
    }

    /// Whether the chosen line says exactly what was typed.
    #[must_use]
    pub fn is_named(&self, items: &Lines) -> bool {
        let wanted = fold(self.text());
        let chosen = self.chosen(items).and_then(|index| items.get(index));
        !wanted.is_empty() && chosen.is_some_and(|item| fold(&item.words) == wanted)
    }

    /// How many lines were found, of how many: `12 / 346`, or the number alone while nothing is typed.
    #[must_use]
    pub fn count(&self, items: &Lines) -> String {
        let all = items.iter().filter(|item| !item.head).count();
        let found = self.choosable(items).len();
        let narrowed = !self.text().trim().is_empty() && !self.found_elsewhere;
        if narrowed { format!("{found} / {all}") } else { all.to_string() }
    }

    /// Takes an input; returns the index of the line that was confirmed, if one was.
    pub fn update(&mut self, input: &Input, items: &Lines) -> Option<usize> {
        let found = self.choosable(items);
        if let Input::Action(Action::Enter) = input {
            return self.chosen(items);
        }
        // A blank alone looks for nothing.
        let begun = match input {
            Input::Char(' ') if self.text().is_empty() => return None,
            Input::Run(text) if self.text().is_empty() => Some(Input::Run(text.trim_start_matches(' ').to_owned())),
            _ => None,
        };
        let input = begun.as_ref().unwrap_or(input);
        let action = if let Input::Action(action) = input { Some(*action) } else { None };
        let Some(place) = action.and_then(|action| cursor::moved(self.place(&found), found.len(), action, PAGE)) else {
            let before = self.text().to_owned();
            text_box::edit(&mut self.filter, input);
            if self.text() != before {
                self.after_typing(items);
            }
            return None;
        };
        let here = self.place(&found);
        let goes_round = match action {
            Some(Action::Up) => place > here,
            Some(Action::Down) => place < here,
            _ => false,
        };
        if !(self.has_ends && goes_round) {
            self.chosen = found.get(place).copied().unwrap_or(self.chosen);
        }
        None
    }

    /// The best line is chosen; once the filter is empty again, the line stays.
    fn after_typing(&mut self, items: &Lines) {
        if self.found_elsewhere {
            self.chosen = 0;
        } else if !self.text().trim().is_empty()
            && let Some(best) = self.choosable(items).first()
        {
            self.chosen = *best;
        }
    }

    /// Indices of the lines shown, in their order.
    fn shown(&self, items: &Lines) -> Rc<[usize]> {
        match fold(self.text()) {
            wanted if wanted.is_empty() || self.found_elsewhere => (0..items.len()).collect(),
            wanted => items.found(&wanted),
        }
    }

    /// Those of them that can be chosen: heads go by themselves while something is looked for.
    fn choosable(&self, items: &Lines) -> Rc<[usize]> {
        let shown = self.shown(items);
        let is_head = |index: &usize| items.get(*index).is_none_or(|item| item.head);
        if shown.iter().any(is_head) { shown.iter().copied().filter(|index| !is_head(index)).collect() } else { shown }
    }

    /// Where the chosen line stands among those found; the last one where it is gone from the end.
    fn place(&self, found: &[usize]) -> usize {
        let exact = found.iter().position(|index| *index == self.chosen);
        exact.or_else(|| found.iter().position(|index| *index > self.chosen)).unwrap_or_default()
    }

    /// Draws the filter and below it the lines, the chosen one in view.
    pub fn draw(&self, canvas: &mut Canvas<'_>, lang: Lang, area: Rect, items: &Lines, active: bool) {
        if area.height == 0 {
            return;
        }
        let label = words::FILTER.in_lang(lang);
        let used = canvas.put(area.x, area.y, area.width, label, Role::Muted) + 1;
        text_box::draw(canvas, area.x + used, area.y, area.width.saturating_sub(used), &self.filter, active);
        if let Some(hint) = self.hint.filter(|_| self.text().is_empty()) {
            let room = area.width.saturating_sub(used + 3);
            canvas.put(area.x + used + 3, area.y, room, hint.in_lang(lang), Role::Muted);
        }
        let gap = if area.height > 8 { 2 } else { 1 };
        let below = Rect::new(area.x, area.y + gap, area.width, area.height.saturating_sub(gap));
        self.draw_lines(canvas, lang, below, items);
    }

    fn draw_lines(&self, canvas: &mut Canvas<'_>, lang: Lang, area: Rect, items: &Lines) {
        let shown = self.shown(items);
        if shown.is_empty() {
            canvas.put(
                area.x + 2,
                area.y,
                area.width.saturating_sub(2),
                self.nothing.unwrap_or(words::NOTHING_FOUND).in_lang(lang),
                Role::Muted,
            );
            return;
        }
        let chosen = self.chosen(items);
        let width = area.width.saturating_sub(1);
        let listed = shown.iter().filter_map(|index| Some((*index, items.get(*index)?)));
        let lines: Vec<(usize, Cow<'_, Item>)> = if self.wraps {
            listed.flat_map(|(index, item)| rows_of(item, width).into_iter().map(move |row| (index, row))).collect()
        } else {
            listed.map(|(index, item)| (index, Cow::Borrowed(item))).collect()
        };
        // The last row of the chosen line is in view, and with it the first where there is room for both.
        let place = lines.iter().rposition(|(index, _)| Some(*index) == chosen).unwrap_or_default();
        let rows = usize::from(area.height);
        let first = first_row(place, lines.len(), rows);
        let cut = (first > 0, first + rows < lines.len());
        let found = self.choosable(items);
        let at = self.place(&found);
        canvas.hit(area, Hit::wheel(at, found.len()));
        for (row, (index, item)) in lines.iter().skip(first).take(rows).enumerate() {
            let y = area.y + to_cells(row);
            let bare = (self.aside_of_found && self.text().trim().is_empty())
                .then(|| Item { aside: String::new(), ..Item::clone(item) });
            draw_line(canvas, Rect::new(area.x, y, width, 1), bare.as_ref().unwrap_or(item), Some(*index) == chosen);
            let goes_on =
                (first + row).checked_sub(1).and_then(|before| lines.get(before)).is_some_and(|(other, _)| other == index);
            if goes_on {
                canvas.put(area.x, y, 1, " ", Role::Text);
            }
            if let Some(place) = found.iter().position(|found| found == index) {
                canvas.hit(Rect::new(area.x, y, area.width, 1), Hit::line(place, at));
            }
            let more = (cut.0 && row == 0, cut.1 && row + 1 == rows);
            canvas.put(area.right(), y, 1, more_mark(more), Role::Muted);
        }
    }
}

/// A line as it stands in rows of so many cells: one, unless it is too wide. What stands aside stands in the first.
fn rows_of(item: &Item, width: u16) -> Vec<Cow<'_, Item>> {
    let aside = if item.aside.is_empty() { 0 } else { cells(&item.aside) + 2 };
    let mark = if item.mark.is_empty() { 0 } else { cells(item.mark) + 1 };
    let room = usize::from(width).saturating_sub(2 + mark + aside);
    if cells(&item.words) <= room {
        return vec![Cow::Borrowed(item)];
    }
    let row = |(row, words): (usize, String)| {
        let (aside, mark) = if row == 0 { (item.aside.clone(), item.mark) } else { (String::new(), " ") };
        let mark = if item.mark.is_empty() { "" } else { mark };
        Cow::Owned(Item { aside, mark, ..Item::new(words) })
    };
    wrap(&item.words, room).into_iter().enumerate().map(row).collect()
}

/// Says that there is more above or below.
const fn more_mark(more: (bool, bool)) -> &'static str {
    match more {
        (true, _) => "^",
        (_, true) => "v",
        _ => "",
    }
}

/// Draws one line: mark of the choice, box, words, and what stands aside.
pub fn draw_line(canvas: &mut Canvas<'_>, area: Rect, item: &Item, chosen: bool) {
    let inner = area.width.saturating_sub(2);
    let role = match (item.head, item.quiet) {
        (true, _) => Role::Title,
        (_, true) if !chosen => Role::Muted,
        _ => Role::Text,
    };
    let words = if item.mark.is_empty() { item.words.clone() } else { format!("{} {}", item.mark, item.words) };
    if chosen {
        canvas.put(area.x, area.y, 1, ">", Role::Focus);
    }
    let x = if item.head { area.x } else { area.x + 2 };
    // The words come first: of what stands aside, columns give way from the left, each of them whole.
    let aside = beside(&item.aside, usize::from(inner).saturating_sub(cells(&words) + 2));
    let room = inner.saturating_sub(if aside.is_empty() { 0 } else { to_cells(cells(aside) + 2) });
    canvas.put(x, area.y, room, &words, role);
    let role = if chosen { Role::Text } else { Role::Muted };
    canvas.put_right(area.right(), area.y, to_cells(cells(aside)), aside, role);
    if chosen {
        canvas.paint(Rect::new(x.saturating_sub(1), area.y, area.width.saturating_sub(1), 1), Role::Selected);
    }
}

/// The last columns of what stands aside, as many as there is room for. Two blanks part them.
fn beside(aside: &str, room: usize) -> &str {
    let starts = aside.match_indices("  ").map(|(at, blanks)| at + blanks.len());
    let rests = std::iter::once(0).chain(starts).filter_map(|start| aside.get(start..)).map(str::trim_start);
    rests.into_iter().find(|rest| cells(rest) <= room).unwrap_or_default()
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
