//! The changes that would mend a field, where there is more than one.

use super::{Panel, first_row, more_marks, panel};
use crate::filing::FieldId;
use crate::locale::finding as says;
use crate::locale::tui::dialog as words;
use crate::rules::{Finding, Fix};
use crate::text::wrap::wrap;
use crate::tui::canvas::{Canvas, to_cells};
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::theme::Role;

/// What may be done about a field.
#[derive(Debug)]
pub struct Fixes {
    id: FieldId,
    offers: Vec<(Finding, Fix)>,
    chosen: usize,
}

impl Fixes {
    /// The fixes of these findings about a field.
    #[must_use]
    pub fn new<'a>(id: FieldId, findings: impl Iterator<Item = &'a Finding>) -> Self {
        let of = |finding: &'a Finding| finding.fixes.iter().map(move |fix| (finding.clone(), fix.clone()));
        Self { id, offers: findings.flat_map(of).collect(), chosen: 0 }
    }

    /// The only fix, if there is just one; nothing to choose then.
    #[must_use]
    pub fn only(&self) -> Option<&Fix> {
        match self.offers.as_slice() {
            [(_, fix)] => Some(fix),
            _ => None,
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.offers.is_empty()
    }

    /// Where keys are looked up.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        vec![Context::List]
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, _: &State) -> Vec<Command> {
        let last = self.offers.len().saturating_sub(1);
        match input {
            Input::Action(Action::Up) => self.chosen = self.chosen.checked_sub(1).unwrap_or(last),
            Input::Action(Action::Down) => self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 },
            Input::Action(Action::Start | Action::PageUp) => self.chosen = 0,
            Input::Action(Action::End | Action::PageDown) => self.chosen = last,
            Input::Action(Action::Enter) => {
                let fix = self.offers.get(self.chosen).map(|(_, fix)| Command::Apply(self.id, fix.clone()));
                return fix.into_iter().chain([Command::Close]).collect();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Draws itself: the change, and what it mends.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let lang = state.lang;
        let width = canvas.area().width.saturating_sub(10).min(84);
        let room = usize::from(width.saturating_sub(2));
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
        let area = panel(canvas, state, &Panel { title: &title, aside: "", width, height, hints: &hints, contexts: &contexts });
        let place = rows.iter().position(|(index, ..)| *index == self.chosen).unwrap_or_default();
        let shown = usize::from(area.height);
        let first = first_row(place, rows.len(), shown);
        let mut before = None;
        for (row, (index, is_change, text)) in rows.iter().enumerate().skip(first).take(shown) {
            let y = area.y + to_cells(row - first);
            if *index == self.chosen && before != Some(*index) {
                canvas.put(area.x, y, 1, ">", Role::Focus);
            }
            before = Some(*index);
            let role = match (is_change, *index == self.chosen) {
                (true, true) => Role::Focus,
                (true, false) => Role::Text,
                (false, _) => Role::Muted,
            };
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), text, role);
        }
        more_marks(canvas, area, first, rows.len());
    }
}
