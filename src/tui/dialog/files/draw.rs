//! The file picker on the screen: its list, what is said below it, what the highlighted file is, and the keys.

use ratatui::layout::Rect;

use super::super::Dialog;
use super::Files;
use super::glance::{HEIGHT, below_head, divide, width};
use super::lines::{FITS, Sort, USED};
use super::typed::Found;
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::rules::Column;
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::effect::FOLDER_LINES;
use crate::tui::keymap::{self, Action};
use crate::tui::question::Target;
use crate::tui::state::State;
use crate::tui::widget::canvas::{Canvas, left_truncated, to_cells};
use crate::tui::widget::list::{Item, Lines, draw_line};
use crate::tui::widget::panel::{Panel, clipped, more_marks, panel};
use crate::tui::widget::theme::Role;

/// Cells of a folder's path that are never given up for the legend.
const LEAST_FOLDER: usize = 20;

impl Files {
    /// Draws itself.
    pub(super) fn paint(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let title = match self.target {
            Target::Field(id) | Target::Add(id) => id.label(),
            Target::Approval(_) => Column::Document.label(),
            Target::Answer => crate::locale::answer::FILE_TITLE,
            Target::Record(_) => crate::locale::tui::new::FILE_TITLE,
            Target::Scans => crate::locale::tui::sorting::FOLDER_TITLE,
        };
        let typed = self.typed(state);
        let ways_on = typed.as_ref().map(|typed| self.candidates(typed)).unwrap_or_default();
        let other: Option<Lines> = match (&self.places, &typed) {
            (Some(_), _) => Some(self.place_items(state)),
            (None, Some(typed)) => {
                let used = self.used_in(&typed.folder, state);
                // A folder may have thousands, of which the screen shows the first.
                let seen = ways_on.iter().take(usize::from(state.size.1));
                Some(seen.map(|line| self.item(&typed.folder, line, &used, state)).collect())
            }
            (None, None) if self.marked => {
                let used = self.used_in(&self.folder, state);
                Some(self.shown.iter().map(|line| self.item(&self.folder, line, &used, state)).collect())
            }
            (None, None) => None,
        };
        let items = other.as_ref().unwrap_or(&self.items);
        let count = if typed.is_some() { ways_on.len().to_string() } else { self.list.count(items) };
        let hints = self.hints();
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: title.in_lang(lang),
                aside: &count,
                width: width(state, self.wants_video()),
                height: HEIGHT,
                hints: &hints,
                contexts: &self.contexts(),
            },
        );
        let head = match &self.places {
            Some(_) => words::PLACES.in_lang(lang).to_owned(),
            None => {
                let legend = cells(&words::MARKS.with(lang, &[("fits", &FITS), ("used", &USED)])) + 2;
                let room = usize::from(area.width).saturating_sub(if self.target.is_scan() { legend } else { 0 });
                left_truncated(&self.folder.to_string_lossy(), room.max(LEAST_FOLDER))
            }
        };
        let used = canvas.put(area.x, area.y, area.width, &head, Role::Accent);
        // What the marks mean, where there is room for it.
        let legend = words::MARKS.with(lang, &[("fits", &FITS), ("used", &USED)]);
        if self.target.is_scan() && self.places.is_none() && usize::from(used) + cells(&legend) + 2 <= usize::from(area.width) {
            canvas.put_right(area.right(), area.y, area.width, &legend, Role::Muted);
        }
        let below = below_head(area);
        if self.places.is_some() {
            self.list.draw(canvas, state.lang, below, items, active);
            return;
        }
        let room = divide(below, state, self.wants_video());
        let note = self.note(state);
        let columns = usize::from(room.list.width);
        let rows = to_cells(wrap(&note.0, columns).len()).min(room.list.height / 2);
        let rows = if note.0.is_empty() { 0 } else { rows };
        let list = Rect { height: room.list.height.saturating_sub(rows), ..room.list };
        self.list.draw(canvas, state.lang, list, items, active);
        if typed.is_some() || items.is_empty() && (rows > 0 || self.lines.is_none()) {
            // The list's own "nothing found" would say less than the note; and in a path nothing is chosen yet.
            canvas.blank(Rect::new(list.x, list.y + 1, list.width + 1, list.height.saturating_sub(1)));
        }
        if typed.is_some() {
            draw_ways_on(canvas, list, items, ways_on.len());
        }
        for (row, line) in clipped(wrap(&note.0, columns), (columns, usize::from(rows))).iter().enumerate() {
            canvas.put(list.x, list.bottom() + to_cells(row), list.width, line, note.1);
        }
        self.glance.draw_words(canvas, lang, room.words, self.taken_by(state).is_some());
        // A picture of the terminal's own would lie on whatever covers the picker.
        if let Some(picture) = room.picture.filter(|_| active) {
            self.glance.draw_picture(canvas, state, picture);
        }
    }

    /// What the lower edge offers.
    fn hints(&self) -> Vec<(Action, Text)> {
        let line = self.list.chosen(&self.items).and_then(|index| self.shown.get(index));
        let is_folder = self.places.is_some() || self.list.text().is_empty() && line.is_some_and(|line| line.folder);
        let mut hints = vec![(Action::Enter, if is_folder { words::OPEN } else { words::PICK })];
        let marks = self.marks() && self.list.text().is_empty() && !is_folder && line.is_some();
        hints.extend(marks.then_some((Action::Toggle, words::MARK)));
        if self.places.is_none() {
            let typing = !self.list.text().is_empty();
            hints.push(if typing { (Action::Complete, Action::Complete.label()) } else { (Action::Parent, words::ABOVE) });
            hints.push((Action::Sort, if self.sort == Sort::Newest { words::BY_NAME } else { words::NEWEST_FIRST }));
        }
        hints.push((Action::Recent, if self.places.is_some() { words::BACK_TO_FILES } else { words::FOLDERS }));
        if self.places.is_none() {
            hints.push((Action::Preview, Action::Preview.label()));
            hints.push((Action::Hidden, if self.all { words::FITTING_FILES } else { words::ALL_FILES }));
        }
        hints.push((Action::Back, words::CANCEL));
        hints
    }

    /// What is said below the list: what went wrong, what Enter would do, or why there is nothing.
    fn note(&self, state: &State) -> (String, Role) {
        let lang = state.lang;
        if self.places.is_some() {
            return (String::new(), Role::Muted);
        }
        if let Some(refusal) = self.refusal {
            return (refusal.in_lang(lang).to_owned(), Role::Warning);
        }
        if let Some(typed) = self.typed(state) {
            let key = keymap::key_for(&self.contexts(), Action::Enter).map(|key| key.to_string()).unwrap_or_default();
            return match self.found(&typed) {
                Found::Unknown if self.lines_of(&typed).is_some() => (String::new(), Role::Muted),
                Found::Unknown => (words::READING.in_lang(lang).to_owned(), Role::Muted),
                Found::Unreadable(reason) => (words::NOT_READ.with(lang, &[("reason", &reason)]), Role::Error),
                Found::File if self.is_wrong(&typed.path()) => {
                    (words::USE_FILE_ANYWAY.with(lang, &[("key", &key)]), Role::Warning)
                }
                Found::File => (words::USE_FILE.with(lang, &[("key", &key)]), Role::Good),
                Found::Folder => (words::OPEN_FOLDER.with(lang, &[("key", &key)]), Role::Muted),
                Found::Nothing => (words::NO_SUCH_FILE.in_lang(lang).to_owned(), Role::Warning),
            };
        }
        match &self.lines {
            None => (words::READING.in_lang(lang).to_owned(), Role::Muted),
            Some(Err(reason)) => (words::NOT_READ.with(lang, &[("reason", reason)]), Role::Error),
            Some(Ok(lines)) if self.shown.is_empty() && !lines.is_empty() => {
                (words::ONLY_HIDDEN.with(lang, &[("count", &lines.len())]), Role::Muted)
            }
            Some(Ok(lines)) if lines.is_empty() => (words::NO_FILES.in_lang(lang).to_owned(), Role::Muted),
            Some(Ok(lines)) if lines.len() >= FOLDER_LINES => {
                (words::FOLDER_CUT.with(lang, &[("count", &lines.len())]), Role::Warning)
            }
            Some(Ok(_)) => {
                let said = self.taken_by(state).map(|id| words::USED_BY.with(lang, &[("field", &id.full_label(lang))]));
                (said.unwrap_or_default(), Role::Warning)
            }
        }
    }
}

/// How a typed path may go on, below the box: the first of so many.
fn draw_ways_on(canvas: &mut Canvas<'_>, list: Rect, items: &[Item], count: usize) {
    let gap = if list.height > 8 { 2 } else { 1 };
    let area = Rect::new(list.x, list.y + gap, list.width.saturating_sub(1), list.height.saturating_sub(gap));
    for (row, item) in items.iter().take(usize::from(area.height)).enumerate() {
        draw_line(canvas, Rect::new(area.x, area.y + to_cells(row), area.width, 1), item, false);
    }
    more_marks(canvas, area, 0, count);
}
