//! All problems, form by form.

use ratatui::layout::Rect;

use super::{Dialog, findings};
use crate::filing::FieldId;
use crate::locale::finding::message;
use crate::locale::tui::dialog as words;
use crate::rules::{self, Finding, Severity};
use crate::text::width::{cells, pad_end, truncate};
use crate::text::wrap::wrap;
use crate::tui::keymap::{Action, Context};
use crate::tui::route::Route;
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::hit::Hit;
use crate::tui::widget::panel::{Panel, first_row, more_marks, panel};
use crate::tui::widget::theme::Role;

/// Problems a page key moves by.
const PAGE: usize = 5;

/// The list of all findings.
#[derive(Debug, Default)]
pub struct Problems {
    cursor: Cursor,
}

/// A row on the screen: the finding it belongs to, where it is not a head or a free row.
struct Row {
    finding: Option<usize>,
    mark: &'static str,
    label: String,
    text: String,
    role: Role,
}

impl Problems {
    /// The list, at its start.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Dialog for Problems {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::List]
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let found = all(state);
        let count = found.len();
        self.cursor.travel(input, count, PAGE);
        if let Input::Action(Action::Enter) = input {
            let field: Option<FieldId> = found.get(self.cursor.at(count)).map(|finding| finding.field);
            return vec![field.map_or(Command::Close, |id| Command::Go(Route::Field(id)))];
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let lang = state.lang;
        let found = all(state);
        let count = |severity| rules::count(found, severity);
        let counts = words::COUNTS.with(
            lang,
            &[("errors", &count(Severity::Error)), ("warnings", &count(Severity::Warning)), ("hints", &count(Severity::Hint))],
        );
        let width = canvas.area().width.saturating_sub(10).min(90);
        let rows = rows(state, found, usize::from(width));
        let hints = [(Action::Enter, words::GO_THERE), (Action::Back, words::CLOSE)];
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: words::PROBLEMS_TITLE.in_lang(lang),
                aside: if found.is_empty() { "" } else { &counts },
                width,
                height: to_cells(rows.len()).max(3),
                hints: if found.is_empty() { hints.get(1..).unwrap_or_default() } else { &hints },
                contexts: &self.contexts(),
            },
        );
        if found.is_empty() {
            let lines = wrap(words::ALL_CLEAR_MORE.in_lang(lang), usize::from(area.width));
            canvas.put(area.x, area.y, area.width, words::ALL_CLEAR.in_lang(lang), Role::Good);
            for (row, line) in lines.iter().take(usize::from(area.height.saturating_sub(1))).enumerate() {
                canvas.put(area.x, area.y + 1 + to_cells(row), area.width, line, Role::Muted);
            }
            return;
        }
        let chosen = self.cursor.at(found.len());
        let place = rows.iter().position(|row| row.finding == Some(chosen)).unwrap_or_default();
        let room = usize::from(area.height);
        let first = first_row(place, rows.len(), room);
        let label_width = label_width(state, found);
        canvas.hit(area, Hit::wheel(chosen, found.len()));
        for (index, row) in rows.iter().skip(first).take(room).enumerate() {
            let y = area.y + to_cells(index);
            if let Some(finding) = row.finding {
                canvas.hit(Rect::new(area.x, y, area.width, 1), Hit::line(finding, chosen));
            }
            let Some(finding) = row.finding else {
                canvas.put(area.x, y, area.width, &row.text, row.role);
                continue;
            };
            if finding == chosen && !row.mark.is_empty() {
                canvas.put(area.x, y, 1, ">", Role::Focus);
            }
            canvas.put(area.x + 2, y, 1, row.mark, row.role);
            let role = if finding == chosen { Role::Focus } else { Role::Text };
            canvas.put(area.x + 4, y, to_cells(label_width), &row.label, role);
            let x = area.x + 4 + to_cells(label_width) + 2;
            canvas.put(x, y, area.right().saturating_sub(x), &row.text, if finding == chosen { Role::Focus } else { Role::Text });
        }
        more_marks(canvas, area, first, rows.len());
    }
}

fn all(state: &State) -> &[Finding] {
    state.document.as_ref().map(|document| document.findings()).unwrap_or_default()
}

/// Cells of the labels' column: the widest label, but never more than a third of a small screen.
fn label_width(state: &State, found: &[Finding]) -> usize {
    let widest = found.iter().map(|finding| cells(finding.field.asked_label().in_lang(state.lang))).max();
    widest.unwrap_or_default().min(24).min(usize::from(state.size.0 / 4).max(8))
}

/// Everything on the screen: a head for each form, and each finding in as many rows as its message needs.
fn rows(state: &State, found: &[Finding], width: usize) -> Vec<Row> {
    let plain = |text: String| Row { finding: None, mark: "", label: String::new(), text, role: Role::Title };
    let label_width = label_width(state, found);
    let mut rows = Vec::new();
    let mut section = None;
    for (index, finding) in found.iter().enumerate() {
        let own = finding.field.field().section;
        let here = state.document.as_ref().map_or(own, |document| document.draft().section_of(finding.field));
        if section != Some(here) {
            if section.is_some() {
                rows.push(plain(String::new()));
            }
            rows.push(plain(here.label().in_lang(state.lang).to_owned()));
            section = Some(here);
        }
        let (mark, role) = findings::mark(finding.severity);
        let text = message(state.lang, finding);
        for (row, line) in wrap(&text, width.saturating_sub(label_width + 6)).into_iter().enumerate() {
            let label = if row == 0 { finding.field.asked_label().in_lang(state.lang) } else { "" };
            let label = pad_end(&truncate(label, label_width), label_width);
            rows.push(Row { finding: Some(index), mark: if row == 0 { mark } else { "" }, label, text: line, role });
        }
    }
    rows
}
