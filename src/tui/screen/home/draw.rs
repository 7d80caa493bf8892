//! The list of drafts on the screen: filter, rows, help, and what an empty folder says.

use ratatui::layout::Rect;

use super::columns::{Columns, Rooms};
use super::line::Line;
use super::{CONTEXTS, EMPTY, Home, Measured, height};
use super::{row, urgent};
use crate::drafts::example::is_called_so;
use crate::drafts::folder::{Listed, safe_name};
use crate::filing::FieldId;
use crate::filing::reuse::kind_title;
use crate::locale::tui::{common, home as words};
use crate::locale::{self, stage as says};
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::keymap::{self, Action};
use crate::tui::state::{ListColumn, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::hit::Hit;
use crate::tui::widget::theme::Role;

/// Columns of the screen that are not the list's: its borders, and the mark of the chosen row.
const BESIDE: u16 = 6;

impl Home {
    /// The filter, how many drafts it finds, and by what they are sorted where no heading of `columns` says so.
    pub(super) fn draw_filter(&self, canvas: &mut Canvas<'_>, state: &State, (area, active): (Rect, bool), columns: &Columns) {
        let sorted = columns.sorted_by(self.sort, state.lang).map(|sorted| format!("{sorted}   ")).unwrap_or_default();
        let place = if self.shown.is_empty() { 0 } else { self.chosen + 1 };
        let unchecked = self.to_be_judged(state.listed()).len();
        let checking =
            if unchecked == 0 { String::new() } else { words::CHECKING.with(state.lang, &[("count", &unchecked)]) + "   " };
        let more = self.top + height(state) < self.shown.len();
        let more = if more { common::MORE_BELOW.in_lang(state.lang) } else { "" };
        let count = format!("{checking}{sorted}{place} / {}  {more}", self.shown.len());
        let count = count.trim_end();
        let right = canvas.put_right(area.right(), area.y, area.width / 2, count, Role::Muted);
        let x = area.x + 2 + canvas.put(area.x + 2, area.y, area.width, words::FILTER.in_lang(state.lang), Role::Muted) + 2;
        let width = right.saturating_sub(x + 2);
        let view = self.filter.view(usize::from(width));
        let role = if self.filter.is_selected() { Role::Marked } else { Role::Text };
        canvas.put(x, area.y, width, view.text.trim_end(), role);
        if self.filter.text().is_empty() {
            let room = width.saturating_sub(1);
            let hints = [words::FILTER_HINT, words::FILTER_HINT_SHORT, words::FILTER_HINT_SHORTEST];
            let mut hints = hints.into_iter().map(|hint| hint.in_lang(state.lang));
            let hint = hints.find(|hint| cells(hint) <= usize::from(room)).unwrap_or_default();
            canvas.put(x + 1, area.y, room, hint, Role::Muted);
        }
        if active {
            canvas.set_cursor(x + to_cells(view.caret), area.y);
        }
    }

    /// The drafts that match, or that there are none. Returns the columns.
    pub(super) fn draw_list(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, drafts: &[Listed]) -> Columns {
        let lang = state.lang;
        let height = usize::from(area.height.saturating_sub(1));
        let (top, rows) = self.rows(state, drafts, height);
        let columns = self.columns(rows.iter().map(|(_, row)| row), area.width.saturating_sub(2), state);
        // The heading stays where it is, whatever the filter leaves.
        columns.heading(canvas, Rect { height: 1, ..area }, lang);
        if self.shown.is_empty() {
            let key = keymap::key_for(&CONTEXTS, Action::Back).map(|key| key.to_string()).unwrap_or_default();
            let text = words::NONE_MATCHES.with(lang, &[("filter", &self.filter.text()), ("key", &key)]);
            for (row, line) in wrap(&text, usize::from(area.width.saturating_sub(2))).iter().enumerate() {
                canvas.put(area.x + 2, area.y + 1 + to_cells(row), area.width, line, Role::Muted);
            }
            return columns;
        }
        canvas.hit(area, Hit::wheel(self.chosen, self.shown.len()));
        for (y, (chosen, row)) in rows.iter().enumerate() {
            canvas.hit(Rect { y: area.y + 1 + to_cells(y), height: 1, ..area }, Hit::line(top + y, self.chosen));
            columns.draw(canvas, Rect { y: area.y + 1 + to_cells(y), height: 1, ..area }, row, *chosen);
        }
        columns
    }

    /// The rows in view, whether each is the chosen one, and the place of the first.
    fn rows(&self, state: &State, drafts: &[Listed], height: usize) -> (usize, Vec<(bool, row::Row)>) {
        let top = self.top.max((self.chosen + 1).saturating_sub(height)).min(self.shown.len().saturating_sub(height));
        let visible = self.shown.iter().enumerate().skip(top).take(height);
        let rows = visible.filter_map(|(place, index)| {
            let line = self.lines.get(*index)?;
            Some((place == self.chosen, self.row(line, drafts.get(line.index)?, state)))
        });
        (top, rows.collect())
    }

    fn row(&self, line: &Line, draft: &Listed, state: &State) -> row::Row {
        row::Row::of(draft, self.counts_of(&line.path), line.twin, line.since, state)
    }

    /// The columns that are wanted and have no room on this screen.
    pub(super) fn gone_columns(&self, state: &State) -> Vec<ListColumn> {
        let (_, rows) = self.rows(state, state.listed(), height(state));
        self.columns(rows.iter().map(|(_, row)| row), state.size.0.saturating_sub(BESIDE), state).into_gone()
    }

    /// The columns for all drafts of the folder, those rows in view among them.
    fn columns<'a>(&self, in_view: impl Iterator<Item = &'a row::Row>, width: u16, state: &State) -> Columns {
        let mut rooms = self.measured.as_ref().map(|measured| measured.rooms.clone()).unwrap_or_default();
        in_view.for_each(|row| rooms.take_in(row, state.lang));
        Columns::fitting(&rooms, width, self.sort, state)
    }

    /// Measures all drafts, once the list, the language or the day is another; then what has been learned of those in view.
    pub(super) fn measure(&mut self, drafts: &[Listed], state: &State) {
        let key = (state.lang, state.today());
        let mut measured = match self.measured.take().filter(|measured| measured.key == key) {
            Some(measured) => measured,
            None => {
                let mut rooms = Rooms::default();
                let lines = self.lines.iter().filter_map(|line| Some((line, drafts.get(line.index)?)));
                lines.for_each(|(line, draft)| rooms.take_in(&self.row(line, draft, state), state.lang));
                Measured { key, rooms }
            }
        };
        for (_, row) in self.rows(state, drafts, height(state)).1 {
            measured.rooms.take_in(&row, state.lang);
        }
        self.measured = Some(measured);
    }

    /// What the columns have no room for: everything about the chosen draft.
    pub(super) fn help(&self, state: &State) -> String {
        let lang = state.lang;
        let draft = self.chosen_line().and_then(|line| state.drafts.as_ref()?.get(line.index));
        let Some(draft) = draft else { return String::new() };
        let file = draft.path.file_name().unwrap_or(draft.path.as_os_str()).to_string_lossy();
        let is_of_old_name = draft.summary.as_ref().is_ok_and(|summary| {
            let (own, stem) = (safe_name(&summary.title), draft.path.file_stem().unwrap_or_default().to_string_lossy());
            // Before the mini-program has a name, there is none that the file could bear. What an example is called says what it is.
            let has_name = !summary.draft.text(FieldId::MiniProgramName).trim().is_empty();
            has_name && !stem.starts_with(&own) && !is_called_so(&stem)
        });
        let file = words::FILE.with(lang, &[("file", &file)]);
        let rename = keymap::key_for(&CONTEXTS, Action::Rename).map(|key| key.to_string()).unwrap_or_default();
        match &draft.summary {
            Err(error) => {
                let hint = locale::error::open(lang, error).1;
                format!("{file} · {} {hint}", row::trouble(lang, error))
            }
            Ok(summary) => {
                let mut parts = urgent::said(lang, summary, state.clock());
                parts.extend([kind_title(&summary.draft).in_lang(lang).to_owned()]);
                parts.extend(summary.nature.and_then(row::nature).map(|name| name.in_lang(lang).to_owned()));
                let subject = summary.draft.text(FieldId::SubjectName);
                parts.extend((!subject.is_empty()).then(|| subject.to_owned()));
                parts.push(file);
                parts.extend(summary.last_event.as_ref().map(|event| {
                    let name = event.kind.label().in_lang(lang);
                    words::LAST_EVENT.with(lang, &[("event", &name), ("at", &says::moment(event.at))])
                }));
                let unread = summary.unread_events;
                parts.extend((unread > 0).then(|| words::UNREAD_EVENTS.with(lang, &[("count", &unread)])));
                parts.extend(is_of_old_name.then(|| words::OLD_NAME.with(lang, &[("key", &rename)])));
                parts.join(" · ")
            }
        }
    }
}

/// The folder of the drafts, in the title.
pub(super) fn folder(canvas: &mut Canvas<'_>, state: &State) {
    let area = canvas.area();
    let x = area.x + 3 + to_cells(cells(common::PRODUCT.in_lang(state.lang)));
    let short = state.home.as_ref().and_then(|home| state.folder.strip_prefix(home).ok());
    let text = match short {
        Some(rest) if !rest.as_os_str().is_empty() => format!("~/{}", rest.display()),
        _ => state.folder.display().to_string(),
    };
    let conflicts = state.compared.conflicts.len();
    let end = match conflicts {
        0 => area.right().saturating_sub(1),
        count => {
            let text = words::COLLISIONS.with(state.lang, &[("count", &count)]);
            canvas.put_right(area.right().saturating_sub(1), area.y, area.width / 2, &text, Role::Warning).saturating_sub(2)
        }
    };
    canvas.put(x, area.y, end.saturating_sub(x), &text, Role::Muted);
}

/// What an empty folder says: what this is, and two ways to begin.
pub(super) fn welcome(canvas: &mut Canvas<'_>, state: &State, area: Rect) {
    let key = |action| keymap::key_for(&EMPTY, action).map(|key| key.to_string()).unwrap_or_default();
    let lines = [
        (words::WELCOME.in_lang(state.lang).to_owned(), Role::Text),
        (words::WELCOME_LOCAL.in_lang(state.lang).to_owned(), Role::Muted),
        (String::new(), Role::Text),
        (words::WELCOME_NEW.with(state.lang, &[("key", &key(Action::New))]), Role::Accent),
        (words::WELCOME_EXAMPLE.with(state.lang, &[("key", &key(Action::Example))]), Role::Accent),
    ];
    let width = area.width.saturating_sub(4).min(68);
    let rows = lines.iter().flat_map(|(text, role)| wrap(text, usize::from(width)).into_iter().map(move |row| (row, *role)));
    for (y, (text, role)) in rows.take(usize::from(area.height.saturating_sub(1))).enumerate() {
        canvas.put(area.x + 2, area.y + 1 + to_cells(y), width, &text, role);
    }
}
