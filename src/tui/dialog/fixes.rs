//! The changes that would mend a field, where there is more than one.

use ratatui::layout::Rect;

use super::Dialog;
use crate::filing::FieldId;
use crate::locale::finding as says;
use crate::locale::tui::dialog as words;
use crate::rules::{Finding, Fix};
use crate::text::wrap::wrap;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::hit::Hit;
use crate::tui::widget::panel::{Panel, first_row, more_marks, panel};
use crate::tui::widget::theme::Role;

/// What may be done about a field.
#[derive(Debug)]
pub struct Fixes {
    id: FieldId,
    offers: Vec<(Finding, Fix)>,
    cursor: Cursor,
}

impl Fixes {
    /// The fixes of these findings about a field.
    #[must_use]
    pub fn new(id: FieldId, findings: &[Finding]) -> Self {
        let offers = findings.iter().flat_map(|finding| finding.fixes.iter().map(|fix| (finding.clone(), fix.clone())));
        Self { id, offers: offers.collect(), cursor: Cursor::default() }
    }
}

impl Dialog for Fixes {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::List]
    }

    fn update(&mut self, input: &Input, _: &State) -> Vec<Command> {
        let count = self.offers.len();
        self.cursor.travel(input, count, usize::MAX);
        if let Input::Action(Action::Enter) = input {
            let fix = self.offers.get(self.cursor.at(count)).map(|(_, fix)| Command::Apply(self.id, fix.clone()));
            return fix.into_iter().chain([Command::Close]).collect();
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let lang = state.lang;
        let width = canvas.area().width.saturating_sub(10).min(84);
        let room = usize::from(width.saturating_sub(2));
        let chosen = self.cursor.at(self.offers.len());
        let mut rows: Vec<(usize, bool, String)> = Vec::new();
        for (index, (finding, fix)) in self.offers.iter().enumerate() {
            let change = wrap(&says::change(lang, self.id, fix), room).into_iter().map(|text| (index, true, text));
            rows.extend(change);
            rows.extend(wrap(&says::message(lang, finding), room).into_iter().map(|text| (index, false, text)));
        }
        let title = format!("{} · {}", words::FIXES_TITLE.in_lang(lang), self.id.label().in_lang(lang));
        let hints = [(Action::Enter, words::APPLY), (Action::Back, words::CANCEL)];
        let contexts = self.contexts();
        let height = to_cells(rows.len());
        let area =
            panel(canvas, state.lang, &Panel { title: &title, aside: "", width, height, hints: &hints, contexts: &contexts });
        let place = rows.iter().position(|(index, ..)| *index == chosen).unwrap_or_default();
        let shown = usize::from(area.height);
        let first = first_row(place, rows.len(), shown);
        canvas.hit(area, Hit::wheel(chosen, self.offers.len()));
        let mut before = None;
        for (row, (index, is_change, text)) in rows.iter().enumerate().skip(first).take(shown) {
            let y = area.y + to_cells(row - first);
            canvas.hit(Rect::new(area.x, y, area.width, 1), Hit::line(*index, chosen));
            if *index == chosen && before != Some(*index) {
                canvas.put(area.x, y, 1, ">", Role::Focus);
            }
            before = Some(*index);
            let role = match (is_change, *index == chosen) {
                (true, true) => Role::Focus,
                (true, false) => Role::Text,
                (false, _) => Role::Muted,
            };
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), text, role);
        }
        more_marks(canvas, area, first, rows.len());
    }
}
