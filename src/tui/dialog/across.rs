//! Where drafts collide with each other.

use ratatui::layout::Rect;

use super::Dialog;
use crate::locale::finding as says;
use crate::locale::tui::dialog as words;
use crate::rules::Severity;
use crate::text::clean::visible;
use crate::text::wrap::wrap;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::hit::Hit;
use crate::tui::widget::panel::{Panel, first_row, more_marks, panel};
use crate::tui::widget::theme::Role;

/// Collisions a page key moves by.
const PAGE: usize = 5;

/// The list of all collisions.
#[derive(Debug, Default)]
pub struct Across {
    cursor: Cursor,
}

/// A row on the screen: the collision it belongs to, whether it is its head, what it says and how.
type Row = (usize, bool, String, Role);

impl Across {
    /// The list, at its start.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Dialog for Across {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::List]
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let count = state.compared.conflicts.len();
        self.cursor.travel(input, count, PAGE);
        if let Input::Action(Action::Enter) = input {
            let path = state.compared.conflicts.get(self.cursor.at(count)).map(|one| one.path.clone());
            let open = path.map(|path| Command::Run(DraftRequest::Open { path, read_only: false }.into()));
            return [Command::Close].into_iter().chain(open).collect();
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let lang = state.lang;
        let width = canvas.area().width.saturating_sub(10).min(90);
        let rows = rows(state, usize::from(width.saturating_sub(4)), self.cursor.at(state.compared.conflicts.len()));
        let count = state.compared.conflicts.len();
        let hints = [(Action::Enter, words::OPEN_DRAFT), (Action::Back, words::CLOSE)];
        let contexts = self.contexts();
        let aside = if count == 0 { String::new() } else { format!("{} / {count}", self.cursor.at(count) + 1) };
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: words::ACROSS_TITLE.in_lang(lang),
                aside: &aside,
                width,
                height: to_cells(rows.len()).max(1),
                hints: if count == 0 { hints.get(1..).unwrap_or_default() } else { &hints },
                contexts: &contexts,
            },
        );
        if count == 0 {
            canvas.put(area.x, area.y, area.width, words::ACROSS_NONE.in_lang(lang), Role::Good);
            return;
        }
        let chosen = self.cursor.at(count);
        let place = rows.iter().rposition(|(index, ..)| *index == chosen).unwrap_or_default();
        let shown = usize::from(area.height);
        let first = first_row(place, rows.len(), shown);
        canvas.hit(area, Hit::wheel(chosen, count));
        for (row, (index, head, text, role)) in rows.iter().enumerate().skip(first).take(shown) {
            let y = area.y + to_cells(row - first);
            canvas.hit(Rect::new(area.x, y, area.width, 1), Hit::line(*index, chosen));
            if *head {
                canvas.put(area.x, y, 1, if *index == chosen { ">" } else { " " }, Role::Focus);
                let weighs = state.compared.conflicts.get(*index).map(|one| one.finding.severity);
                let mark = if weighs == Some(Severity::Hint) { ("i", Role::Hint) } else { ("!", Role::Warning) };
                canvas.put(area.x + 2, y, 1, mark.0, mark.1);
            }
            canvas.put(area.x + 4, y, area.width.saturating_sub(4), text, *role);
        }
        more_marks(canvas, area, first, rows.len());
    }
}

fn rows(state: &State, width: usize, chosen: usize) -> Vec<Row> {
    let lang = state.lang;
    let mut rows = Vec::new();
    for (index, one) in state.compared.conflicts.iter().enumerate() {
        let label = visible(&one.label);
        let head = format!("{label} · {}", one.finding.field.full_label(lang));
        let role = if index == chosen { Role::Focus } else { Role::Text };
        rows.extend(wrap(&head, width).into_iter().enumerate().map(|(row, text)| (index, row == 0, text, role)));
        let said = wrap(&says::message(lang, &one.finding), width).into_iter();
        rows.extend(said.map(|text| (index, false, text, Role::Text)));
        if index == chosen {
            let mend = wrap(&says::fix(lang, &one.finding), width).into_iter();
            rows.extend(mend.map(|text| (index, false, text, Role::Muted)));
        }
    }
    rows
}
