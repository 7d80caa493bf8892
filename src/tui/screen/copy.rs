//! Copying into the console: one value after another, in the order of its pages, each ticked off.

use ratatui::layout::Rect;

use crate::locale::tui::copy as words;
use crate::package::sheet::{Note, Row, Sheet};
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::chrome;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::theme::Role;

const CONTEXTS: [Context; 1] = [Context::Copy];

/// Screens narrower than this have no room for the list of pages.
const PAGES_FROM: u16 = 72;
/// Cells between the list of pages and the value.
const GAP: u16 = 3;
/// Rows that a frame with blank rows about it takes.
const AIR: usize = 9;
/// Characters in a group of a long number.
const GROUP: usize = 4;
/// Numbers from this length on are shown in groups, too.
const LONG: usize = 8;

/// Copying, at one value.
#[derive(Debug)]
pub struct Copy {
    /// The value's place among all.
    at: usize,
    /// Its key: values may come and go.
    key: Option<String>,
}

impl Copy {
    /// At the first value that is not ticked.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let sheet = state.sheet();
        let open = sheet.iter().flat_map(Sheet::rows).position(|(_, row)| !state.is_ticked(&row.key));
        let mut made = Self { at: open.unwrap_or_default(), key: None };
        made.follow(state);
        made
    }

    fn go(&mut self, sheet: &Sheet, at: usize) {
        self.at = at.min(sheet.rows().count().saturating_sub(1));
        self.key = sheet.rows().nth(self.at).map(|(_, row)| row.key.clone());
    }

    /// The first value of the next page that has one, or of the page before.
    fn page(&self, sheet: &Sheet, forwards: bool) -> usize {
        let pages: Vec<_> = sheet.rows().map(|(page, _)| page.page).collect();
        let here = pages.get(self.at);
        if forwards {
            let rest = pages.iter().enumerate().skip(self.at).find(|(_, page)| Some(*page) != here);
            return rest.map_or(self.at, |(index, _)| index);
        }
        let start = |page: Option<&_>| pages.iter().position(|other| Some(other) == page).unwrap_or_default();
        let first = start(here);
        if self.at > first { first } else { start(first.checked_sub(1).and_then(|before| pages.get(before))) }
    }

    /// Copies the value; `further` ticks it off and goes to the next.
    fn copy(&mut self, sheet: &Sheet, state: &State, further: bool) -> Vec<Command> {
        let Some((_, row)) = sheet.rows().nth(self.at) else { return Vec::new() };
        let (label, key) = (row.full_label(sheet.lang), row.key.clone());
        let copies = (!row.copy.is_empty()).then(|| Command::Copy { text: row.copy.clone(), label });
        let mut commands: Vec<Command> = copies.into_iter().collect();
        if !further {
            return commands;
        }
        let is_last = self.at + 1 >= sheet.rows().count();
        if is_last {
            let text = words::ALL_DONE.in_lang(state.lang).to_owned();
            commands.push(Command::Notice(Notice { role: Role::Good, text }));
        }
        // What is missing stays open.
        if !row.copy.is_empty() {
            commands.push(Command::Tick(key, true));
        }
        self.go(sheet, self.at + 1);
        commands
    }
}

impl Screen for Copy {
    fn contexts(&self, _: &State) -> Vec<Context> {
        CONTEXTS.to_vec()
    }

    fn follow(&mut self, state: &State) {
        let Some(sheet) = state.sheet() else { return };
        let same = self.key.as_ref().and_then(|key| sheet.rows().position(|(_, row)| row.key == *key));
        self.go(&sheet, same.unwrap_or(self.at));
    }

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        let sheet = state.sheet()?;
        let Input::Action(action) = input else { return Some(Vec::new()) };
        match action {
            Action::CopyNext => return Some(self.copy(&sheet, state, true)),
            Action::CopyValue => return Some(self.copy(&sheet, state, false)),
            Action::CopyMode => return Some(vec![Command::Pop]),
            Action::TickOff => {
                let key = self.key.clone()?;
                let ticked = state.is_ticked(&key);
                return Some(vec![Command::Tick(key, !ticked)]);
            }
            Action::Previous => self.go(&sheet, self.at.saturating_sub(1)),
            Action::Next => self.go(&sheet, self.at + 1),
            Action::PageUp => self.go(&sheet, self.page(&sheet, false)),
            Action::PageDown => self.go(&sheet, self.page(&sheet, true)),
            Action::Start => self.go(&sheet, 0),
            Action::End => self.go(&sheet, usize::MAX),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let Some(sheet) = state.sheet() else { return };
        let contexts = self.all_contexts(state);
        let key = keymap::key_for(&CONTEXTS, Action::CopyNext).map(|key| key.to_string()).unwrap_or_default();
        let help = words::HELP.with(state.lang, &[("key", &key)]);
        let area = chrome::draw(canvas, state, &contexts, &help, false).main;
        let side = if area.width >= PAGES_FROM { pages(canvas, state, &sheet, self.at, area) + GAP } else { 0 };
        let main = Rect { x: area.x + side, width: area.width.saturating_sub(side), ..area };
        self.value(canvas, state, &sheet, main);
    }

    fn route(&self) -> Option<Route> {
        Some(Route::Copy)
    }

    fn shows_draft(&self) -> bool {
        true
    }
}

/// The pages with how much of each is ticked off; returns the cells it takes.
fn pages(canvas: &mut Canvas<'_>, state: &State, sheet: &Sheet, at: usize, area: Rect) -> u16 {
    let here = sheet.rows().nth(at).map(|(page, _)| page.page);
    let pages = sheet.pages.iter().filter(|page| !page.rows.is_empty());
    let lines: Vec<(String, String, bool, bool)> = pages
        .map(|page| {
            let done = page.rows.iter().filter(|row| state.is_ticked(&row.key)).count();
            let name = page.page.label().in_lang(state.lang).to_owned();
            (name, format!("{done}/{}", page.rows.len()), Some(page.page) == here, done == page.rows.len())
        })
        .collect();
    let names = lines.iter().map(|(name, ..)| cells(name)).max().unwrap_or_default();
    let counts = lines.iter().map(|(_, count, ..)| cells(count)).max().unwrap_or_default();
    let width = to_cells(2 + names + 2 + counts);
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
    width
}

impl Copy {
    /// The value in the middle, and around it what belongs to it.
    fn value(&self, canvas: &mut Canvas<'_>, state: &State, sheet: &Sheet, area: Rect) {
        let Some((page, row)) = sheet.rows().nth(self.at) else { return };
        let (lang, width) = (state.lang, usize::from(area.width));
        let mut lines: Vec<(String, Role)> = Vec::new();
        let mut say = |text: &str, role: Role| lines.extend(wrap(text, width).into_iter().map(|line| (line, role)));
        if sheet.is_preview() {
            say(&words::ERRORS.with(lang, &[("count", &sheet.errors)]), Role::Error);
        }
        say(&row.full_label(lang), Role::Title);
        let ticked = if state.is_ticked(&row.key) { format!("  ✓ {}", words::TICKED.in_lang(lang)) } else { String::new() };
        say(&format!("{}{ticked}", row.way.label().in_lang(lang)), if ticked.is_empty() { Role::Muted } else { Role::Good });
        if let Some(old) = &row.old {
            say(&words::OLD.with(lang, &[("value", old)]), Role::Muted);
        }
        let above = lines.len();
        let shown = if row.value.is_empty() { words::MISSING.in_lang(lang) } else { &row.value };
        let role = if row.value.is_empty() { Role::Error } else { Role::Focus };
        let value = wrap(shown, width.saturating_sub(4));
        let mut below: Vec<(String, Role)> = Vec::new();
        let mut say = |text: &str, role: Role| below.extend(wrap(text, width).into_iter().map(|line| (line, role)));
        if let Some(groups) = groups(row) {
            say(&words::GROUPED.with(lang, &[("groups", &groups)]), Role::Text);
        }
        if !row.beside.is_empty() && row.beside != row.value {
            say(&words::BESIDE.with(lang, &[("text", &row.beside)]), Role::Muted);
        }
        row.errors.iter().for_each(|error| say(&format!("× {error}"), Role::Error));
        for note in self.notes(sheet, page) {
            say(&format!("* {}{}", note.lead(lang), note.text), Role::Muted);
        }
        let all = sheet.rows().count();
        let place = words::PLACE.with(lang, &[("at", &(self.at + 1)), ("all", &all)]);
        let left = canvas.put_right(area.right(), area.y, area.width, &place, Role::Muted);
        canvas.put(area.x, area.y, left.saturating_sub(area.x + 1), &page.title(lang), Role::Accent);
        // What has no room is not cut silently: the last row says how much more there is.
        let mut rows: Vec<(u16, String, Role)> = Vec::new();
        let mut put = |_: &mut Canvas<'_>, x: u16, text: &str, role: Role| rows.push((x, text.to_owned(), role));
        // A value that would leave no room for its frame has none.
        let roomy = usize::from(area.height) > lines.len() + value.len() + 4;
        // With room to spare the value stands out by itself.
        let is_airy = usize::from(area.height) > lines.len() + value.len() + below.len() + AIR;
        let gap = |canvas: &mut Canvas<'_>, put: &mut dyn FnMut(&mut Canvas<'_>, u16, &str, Role)| {
            if is_airy {
                put(canvas, 0, "", Role::Text);
            }
        };
        gap(canvas, &mut put);
        for (line, role) in lines.iter().take(above) {
            put(canvas, 0, line, *role);
        }
        gap(canvas, &mut put);
        let rule = "─".repeat(width);
        if roomy {
            put(canvas, 0, &rule, Role::Rule);
        }
        gap(canvas, &mut put);
        for line in &value {
            put(canvas, 2, line, role);
        }
        gap(canvas, &mut put);
        if roomy {
            put(canvas, 0, &rule, Role::Rule);
        }
        gap(canvas, &mut put);
        for (line, role) in &below {
            put(canvas, 0, line, *role);
        }
        let room = usize::from(area.height).saturating_sub(1);
        while rows.last().is_some_and(|(_, text, _)| text.is_empty()) {
            rows.pop();
        }
        if rows.len() > room {
            let shown = room.saturating_sub(1);
            let more = words::MORE.with(lang, &[("count", &(rows.len() - shown))]);
            rows.truncate(shown);
            rows.push((0, more, Role::Warning));
        }
        for (index, (x, text, role)) in rows.iter().enumerate() {
            canvas.put(area.x + x, area.y + 1 + to_cells(index), area.width - (*x).min(area.width), text, *role);
        }
    }

    /// What is said on the page: before its values at the first, behind them at the last, with those of pages that have no values.
    fn notes<'a>(&self, sheet: &'a Sheet, page: &'a crate::package::sheet::Page) -> Vec<&'a Note> {
        let Some((index, row)) = sheet.pages.iter().position(|other| other.page == page.page).zip(sheet.rows().nth(self.at))
        else {
            return Vec::new();
        };
        let is = |other: Option<&Row>| other.is_some_and(|other| other.key == row.1.key);
        let mut notes: Vec<&Note> = Vec::new();
        if is(page.rows.first()) {
            let silent = sheet.pages.get(..index).unwrap_or_default().iter().rev().take_while(|page| page.rows.is_empty());
            let silent: Vec<_> = silent.collect();
            notes.extend(silent.into_iter().rev().flat_map(|page| page.before.iter().chain(&page.after)));
            notes.extend(&page.before);
        }
        if is(page.rows.last()) {
            notes.extend(&page.after);
            let rest = sheet.pages.get(index + 1..).unwrap_or_default();
            if rest.iter().all(|page| page.rows.is_empty()) {
                notes.extend(rest.iter().flat_map(|page| page.before.iter().chain(&page.after)));
            }
        }
        notes
    }
}

/// A long number or code in groups, which are compared more easily than read.
fn groups(row: &Row) -> Option<String> {
    let text = row.value.as_str();
    if text.len() < LONG || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    Some(chars.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" "))
}
