//! Where drafts collide with each other.

use super::{Panel, first_row, more_marks, panel};
use crate::locale::finding as says;
use crate::locale::tui::dialog as words;
use crate::rules::Severity;
use crate::text::clean::visible;
use crate::text::wrap::wrap;
use crate::tui::canvas::{Canvas, to_cells};
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::theme::Role;

/// Collisions a page key moves by.
const PAGE: usize = 5;

/// The list of all collisions.
#[derive(Debug, Default)]
pub struct Across {
    chosen: usize,
}

/// A row on the screen: the collision it belongs to, whether it is its head, what it says and how.
type Row = (usize, bool, String, Role);

impl Across {
    /// The list, at its start.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where keys are looked up.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        vec![Context::List]
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let last = state.compared.collisions.len().saturating_sub(1);
        self.chosen = self.chosen.min(last);
        match input {
            Input::Action(Action::Up) => self.chosen = self.chosen.checked_sub(1).unwrap_or(last),
            Input::Action(Action::Down) => self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 },
            Input::Action(Action::PageUp) => self.chosen = self.chosen.saturating_sub(PAGE),
            Input::Action(Action::PageDown) => self.chosen = (self.chosen + PAGE).min(last),
            Input::Action(Action::Start) => self.chosen = 0,
            Input::Action(Action::End) => self.chosen = last,
            Input::Action(Action::Enter) => {
                let path = state.compared.collisions.get(self.chosen).map(|one| one.path.clone());
                let open = path.map(|path| Command::Run(Effect::Open { path, read_only: false }));
                return [Command::Close].into_iter().chain(open).collect();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Draws itself: the draft and the field, and what is said about them.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let lang = state.lang;
        let width = canvas.area().width.saturating_sub(10).min(90);
        let rows = rows(state, usize::from(width.saturating_sub(4)), self.chosen);
        let count = state.compared.collisions.len();
        let hints = [(Action::Enter, words::OPEN_DRAFT), (Action::Back, words::CLOSE)];
        let contexts = self.contexts();
        let aside = if count == 0 { String::new() } else { format!("{} / {count}", self.chosen.min(count - 1) + 1) };
        let area = panel(
            canvas,
            state,
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
        let chosen = self.chosen.min(count - 1);
        let place = rows.iter().rposition(|(index, ..)| *index == chosen).unwrap_or_default();
        let shown = usize::from(area.height);
        let first = first_row(place, rows.len(), shown);
        for (row, (index, head, text, role)) in rows.iter().enumerate().skip(first).take(shown) {
            let y = area.y + to_cells(row - first);
            if *head {
                canvas.put(area.x, y, 1, if *index == chosen { ">" } else { " " }, Role::Focus);
                let weighs = state.compared.collisions.get(*index).map(|one| one.finding.severity);
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
    for (index, one) in state.compared.collisions.iter().enumerate() {
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
