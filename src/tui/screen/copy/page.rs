//! One value as it is shown: big, with what belongs to it. What has no room is scrolled to, and never cut.

use ratatui::layout::Rect;

use crate::filing::field::Page as ConsolePage;
use crate::locale::Lang;
use crate::locale::tui::copy as words;
use crate::package::sheet::{Note, Page, Row, Sheet};
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::state::State;
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::hit::Hit;
use crate::tui::widget::theme::Role;

/// Screens narrower than this have no room for the list of pages.
const PAGES_FROM: u16 = 72;
/// Cells between the list of pages and the value.
const GAP: u16 = 3;
/// Rows that a frame with blank rows about it takes.
const AIR: usize = 9;
/// Characters in a group of a long number.
const GROUP: usize = 4;
/// Digits of a mobile number, and those of its first group.
const MOBILE: usize = 11;
const NETWORK: usize = 3;
/// Numbers from this length on are shown in groups, too.
const LONG: usize = 8;

/// Where one stops: at a value, or at a page of the console that has none and of which something is said.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'a> {
    /// The page.
    pub page: &'a Page,
    /// The value; `None` on a page without any.
    pub row: Option<&'a Row>,
}

impl Stop<'_> {
    /// Tells it from the others, while values change.
    #[must_use]
    pub fn key(&self) -> String {
        self.row.map_or_else(|| silent_key(self.page), |row| row.key.clone())
    }

    /// What its tick is kept under: another one for another value.
    #[must_use]
    pub fn mark(&self) -> String {
        self.row.map_or_else(|| silent_key(self.page), Row::mark)
    }
}

/// The key of a page without values.
fn silent_key(page: &Page) -> String {
    format!("{}:", page.page.word())
}

/// Whether a page without values is a stop of its own. What is said before the first page stands with the first value, and what is
/// said of the submission with the last.
fn is_silent_stop(page: &Page) -> bool {
    let is_between = !matches!(page.page, ConsolePage::Entrance | ConsolePage::Preview);
    is_between && page.rows.is_empty() && !(page.before.is_empty() && page.after.is_empty())
}

/// All stops, in the order of the console.
#[must_use]
pub fn stops(sheet: &Sheet) -> Vec<Stop<'_>> {
    let of_page = |page| {
        let silent = is_silent_stop(page).then_some(Stop { page, row: None });
        silent.into_iter().chain(page.rows.iter().map(move |row| Stop { page, row: Some(row) }))
    };
    sheet.pages.iter().flat_map(of_page).collect()
}

/// A line of the list of pages: its name, how much of it is ticked off, whether one is there, and whether all of it is.
type Line = (String, String, bool, bool);

/// The lines of the list of pages that have stops; the count is one of values.
fn list(state: &State, sheet: &Sheet, at: usize) -> Vec<Line> {
    let stops = stops(sheet);
    let here = stops.get(at).map(|stop| stop.page.page);
    let line = |page: &Page| {
        let of_page = stops.iter().filter(|stop| stop.page.page == page.page);
        let (all, done) = of_page.fold((0, 0), |(all, done), stop| (all + 1, done + usize::from(state.is_ticked(&stop.mark()))));
        let count = if page.rows.is_empty() { "–".to_owned() } else { format!("{done}/{all}") };
        let name = page.page.label().in_lang(state.lang).to_owned();
        (all > 0).then(|| (name, count, Some(page.page) == here, done == all))
    };
    sheet.pages.iter().filter_map(line).collect()
}

/// Cells of names and of counts in the list of pages.
fn columns(lines: &[Line]) -> (usize, usize) {
    let widest = |of: fn(&Line) -> &String| lines.iter().map(|line| cells(of(line))).max().unwrap_or_default();
    (widest(|line| &line.0), widest(|line| &line.1))
}

/// The part of the area that the value has: the list of pages stands before it where there is room.
#[must_use]
pub fn main(state: &State, sheet: &Sheet, area: Rect) -> Rect {
    if area.width < PAGES_FROM {
        return area;
    }
    let (names, counts) = columns(&list(state, sheet, 0));
    let side = to_cells(4 + names + counts) + GAP;
    Rect { x: area.x + side, width: area.width.saturating_sub(side), ..area }
}

/// The pages with how much of each is ticked off.
pub fn pages(canvas: &mut Canvas<'_>, state: &State, sheet: &Sheet, at: usize, area: Rect) {
    let lines = list(state, sheet, at);
    let (names, counts) = columns(&lines);
    let width = to_cells(4 + names + counts);
    for (row, (name, count, is_here, is_done)) in lines.iter().enumerate() {
        let y = area.y + 1 + to_cells(row);
        if y >= area.bottom() {
            break;
        }
        let (mark, role) = match (is_here, is_done) {
            (true, _) => (">", Role::Focus),
            (false, true) => ("✓", Role::Good),
            (false, false) => ("", Role::Text),
        };
        canvas.put(area.x, y, 2, mark, role);
        canvas.put(area.x + 2, y, to_cells(names), name, role);
        canvas.put_right(area.x + width, y, to_cells(counts), count, if *is_done { Role::Good } else { Role::Muted });
    }
}

/// A row of cells: where it begins, and what stands there.
type Cells = (u16, String, Role);

/// A value in its area.
#[derive(Debug)]
pub struct Shown {
    area: Rect,
    /// The console's page, and the place of the value among all.
    head: (String, String),
    rows: Vec<Cells>,
}

impl Shown {
    /// What is shown of the value with this place.
    #[must_use]
    pub fn of(state: &State, sheet: &Sheet, at: usize, area: Rect) -> Self {
        let stops = stops(sheet);
        let Some(stop) = stops.get(at) else {
            return Self { area, head: Default::default(), rows: Vec::new() };
        };
        // Values are counted as the sheet counts them: a page without any is read, and is no item of it.
        let values = |stops: &[Stop<'_>]| stops.iter().filter(|stop| stop.row.is_some()).count();
        let (before, all) = (values(stops.get(..at).unwrap_or_default()), values(&stops));
        let place = match stop.row {
            Some(_) => words::PLACE.with(state.lang, &[("at", &(before + 1)), ("all", &all)]),
            None => words::PLACE_OF_NONE.with(state.lang, &[("all", &all)]),
        };
        let head = (stop.page.title(state.lang), place);
        let rows = match stop.row {
            Some(row) => rows(state, sheet, (stop.page, row), area),
            None => silent(state, sheet, *stop, area),
        };
        Self { area, head, rows }
    }

    /// Rows under the head.
    fn room(&self) -> usize {
        usize::from(self.area.height).saturating_sub(1)
    }

    /// Rows that are in view at once: where not all are, the last row says so.
    fn in_view(&self) -> usize {
        if self.rows.len() > self.room() { self.room().saturating_sub(1).max(1) } else { self.rows.len() }
    }

    /// Rows that may be scrolled past.
    fn last(&self) -> usize {
        self.rows.len() - self.in_view()
    }

    /// So many rows are scrolled past after reading on, or back; `None` at the end, or the beginning. One row stays in view.
    #[must_use]
    pub fn read(&self, past: usize, forwards: bool) -> Option<usize> {
        let (past, step) = (past.min(self.last()), self.in_view().saturating_sub(1).max(1));
        match forwards {
            true => (past < self.last()).then(|| (past + step).min(self.last())),
            false => (past > 0).then(|| past.saturating_sub(step)),
        }
    }

    /// Draws it, so many rows scrolled past.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, past: usize) {
        let (area, past) = (self.area, past.min(self.last()));
        let (title, place) = &self.head;
        let left = canvas.put_right(area.right(), area.y, area.width, place, Role::Muted);
        canvas.put(area.x, area.y, left.saturating_sub(area.x + 1), title, Role::Accent);
        for (index, (x, text, role)) in self.rows.iter().skip(past).take(self.in_view()).enumerate() {
            canvas.put(area.x + x, area.y + 1 + to_cells(index), area.width - (*x).min(area.width), text, *role);
        }
        let below = self.last() - past;
        canvas.hit(area, Hit::Wheel([(Action::Up, past.min(1)), (Action::Down, below.min(1))]));
        if self.last() == 0 {
            return;
        }
        let (text, count, action) =
            if below > 0 { (words::MORE, below, Action::Down) } else { (words::MORE_ABOVE, past, Action::Up) };
        let key = keymap::key_for(&[Context::Copy], action).map(|key| key.to_string()).unwrap_or_default();
        let text = text.with(state.lang, &[("count", &count), ("key", &key)]);
        canvas.put(area.x, area.bottom().saturating_sub(1), area.width, &text, Role::Warning);
    }
}

/// The value in the middle, and around it what belongs to it.
fn rows(state: &State, sheet: &Sheet, (page, row): (&Page, &Row), area: Rect) -> Vec<Cells> {
    let (lang, width) = (state.lang, usize::from(area.width));
    let above = above(state, sheet, row, width);
    let value = {
        let shown = if row.value.is_empty() { words::MISSING.in_lang(lang) } else { &row.value };
        wrap(shown, width.saturating_sub(4))
    };
    let below = below(sheet, page, row, lang, width);
    // A value that would leave no room for its frame has none; with room to spare it stands out by itself.
    let (height, used) = (usize::from(area.height), above.len() + value.len());
    let (is_framed, is_airy) = (height > used + 4, height > used + below.len() + AIR);
    let gap = || is_airy.then(|| (0, String::new(), Role::Text));
    let rule = || is_framed.then(|| (0, "─".repeat(width), Role::Rule));
    let role = if row.value.is_empty() { Role::Error } else { Role::Focus };
    let mut rows: Vec<Cells> = Vec::new();
    rows.extend(gap());
    rows.extend(above);
    rows.extend(gap().into_iter().chain(rule()).chain(gap()));
    rows.extend(value.into_iter().map(|line| (2, line, role)));
    rows.extend(gap().into_iter().chain(rule()).chain(gap()));
    rows.extend(below);
    while rows.last().is_some_and(|(_, text, _)| text.is_empty()) {
        rows.pop();
    }
    rows
}

/// A page without values: what is to be known, or done, there.
fn silent(state: &State, sheet: &Sheet, stop: Stop<'_>, area: Rect) -> Vec<Cells> {
    let (lang, width) = (state.lang, usize::from(area.width));
    let mut rows = Vec::new();
    if sheet.is_preview() {
        rows.extend(said(&words::ERRORS.with(lang, &[("count", &sheet.errors)]), Role::Error, width));
    }
    rows.extend(said(words::NO_VALUES.in_lang(lang), Role::Title, width));
    if state.is_ticked(&stop.mark()) {
        rows.extend(said(&format!("✓ {}", words::TICKED.in_lang(lang)), Role::Good, width));
    }
    for note in stop.page.before.iter().chain(&stop.page.after) {
        rows.extend(said(&format!("* {}{}", note.lead(lang), note.text), Role::Text, width));
    }
    rows
}

fn said(text: &str, role: Role, width: usize) -> impl Iterator<Item = Cells> + use<> {
    wrap(text, width).into_iter().map(move |line| (0, line, role))
}

/// What is to be known before the value: what it is, how it is entered, what stood there.
fn above(state: &State, sheet: &Sheet, row: &Row, width: usize) -> Vec<Cells> {
    let lang = state.lang;
    let mut lines = Vec::new();
    if sheet.is_preview() {
        lines.extend(said(&words::ERRORS.with(lang, &[("count", &sheet.errors)]), Role::Error, width));
    }
    lines.extend(said(&row.full_label(lang), Role::Title, width));
    let ticked = if state.is_ticked(&row.mark()) { format!("  ✓ {}", words::TICKED.in_lang(lang)) } else { String::new() };
    let role = if ticked.is_empty() { Role::Muted } else { Role::Good };
    lines.extend(said(&format!("{}{ticked}", row.way_in(lang)), role, width));
    if let Some(old) = &row.old {
        lines.extend(said(&words::OLD.with(lang, &[("value", old)]), Role::Muted, width));
    }
    lines
}

/// What belongs to the value, and what is said on its page.
fn below(sheet: &Sheet, page: &Page, row: &Row, lang: Lang, width: usize) -> Vec<Cells> {
    let mut lines = Vec::new();
    if let Some(groups) = groups(row) {
        lines.extend(said(&words::GROUPED.with(lang, &[("groups", &groups)]), Role::Text, width));
    }
    if !row.beside.is_empty() && row.beside != row.value {
        lines.extend(said(&words::BESIDE.with(lang, &[("text", &row.beside)]), Role::Muted, width));
    }
    lines.extend(row.errors.iter().flat_map(|error| said(&format!("× {error}"), Role::Error, width)));
    for (of, note) in notes(sheet, page, row) {
        let whose = if of.page == page.page { String::new() } else { format!("{} › ", of.page.label().in_lang(lang)) };
        lines.extend(said(&format!("* {whose}{}{}", note.lead(lang), note.text), Role::Muted, width));
    }
    lines
}

/// What is said on the page: before its values at the first, behind them at the last; at the first and the last stop with what is
/// said of the pages around them that are no stops. Each with its page.
fn notes<'a>(sheet: &'a Sheet, page: &'a Page, row: &Row) -> Vec<(&'a Page, &'a Note)> {
    fn both(page: &Page) -> impl Iterator<Item = (&Page, &Note)> {
        page.before.iter().chain(&page.after).map(move |note| (page, note))
    }
    let Some(index) = sheet.pages.iter().position(|other| other.page == page.page) else { return Vec::new() };
    let is = |other: Option<&Row>| other.is_some_and(|other| other.key == row.key);
    let has_no_stop = |page: &&Page| page.rows.is_empty() && !is_silent_stop(page);
    let mut notes: Vec<(&Page, &Note)> = Vec::new();
    if is(page.rows.first()) {
        let leading: Vec<_> = sheet.pages.get(..index).unwrap_or_default().iter().rev().take_while(has_no_stop).collect();
        notes.extend(leading.into_iter().rev().flat_map(both));
        notes.extend(page.before.iter().map(|note| (page, note)));
    }
    if is(page.rows.last()) {
        notes.extend(page.after.iter().map(|note| (page, note)));
        let rest = sheet.pages.get(index + 1..).unwrap_or_default();
        if rest.iter().all(|page| has_no_stop(&page)) {
            notes.extend(rest.iter().flat_map(both));
        }
    }
    notes
}

/// Whether it is a mainland mobile number, which people read in groups of three, four and four.
fn is_mobile(text: &str) -> bool {
    text.len() == MOBILE && text.starts_with('1') && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A long number or code in groups, which are compared more easily than read.
fn groups(row: &Row) -> Option<String> {
    let text = row.value.as_str();
    if text.len() < LONG || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    if is_mobile(text) {
        let (network, rest) = chars.split_at(NETWORK);
        let parts = std::iter::once(network).chain(rest.chunks(GROUP));
        return Some(parts.map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(" "));
    }
    Some(chars.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(count: usize, height: u16) -> Shown {
        let rows = (0..count).map(|row| (0, row.to_string(), Role::Text)).collect();
        Shown { area: Rect::new(0, 0, 40, height), head: Default::default(), rows }
    }

    #[test]
    fn reading_on_passes_every_row_and_back_again() {
        for height in 2..20 {
            for count in 0..60 {
                let shown = shown(count, height);
                let (mut past, mut seen) = (0, 0);
                loop {
                    assert!(past <= seen, "{height} {count}: a row is passed over");
                    seen = past + shown.in_view();
                    match shown.read(past, true) {
                        Some(next) => assert!(std::mem::replace(&mut past, next) < next, "{height} {count}"),
                        None => break,
                    }
                }
                assert_eq!(seen, count, "{height}");
                while let Some(back) = shown.read(past, false) {
                    assert!(back < past);
                    past = back;
                }
                assert_eq!(past, 0);
            }
        }
    }

    #[test]
    fn what_fits_is_not_scrolled() {
        assert_eq!((shown(9, 10).read(0, true), shown(10, 10).read(0, true)), (None, Some(2)));
    }
}
