//! Why a person stands by a value that a rule warns about.

use super::Dialog;
use crate::filing::field::TextKind;
use crate::filing::{FieldId, Kind};
use crate::locale::Text;
use crate::locale::finding as says;
use crate::locale::tui::dialog as words;
use crate::rules::Finding;
use crate::text::edit::LineEdit;
use crate::text::wrap::wrap;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::panel::{Panel, panel};
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;

/// Cells of the inside.
const WIDTH: u16 = 64;
/// Characters of a reason at most: a short one is asked for.
const MOST: usize = 100;

/// A warning, and the reason for which it is confirmed.
#[derive(Debug)]
pub struct Confirm {
    finding: Finding,
    reason: LineEdit,
    /// Confirming was tried without a reason.
    refused: bool,
    /// The reason was typed before, and not confirmed.
    kept: bool,
}

impl Confirm {
    /// The question about a warning.
    #[must_use]
    pub fn new(finding: Finding) -> Self {
        Self { finding, reason: LineEdit::default(), refused: false, kept: false }
    }
}

/// What a reason is like, by what kind of field it is about.
const fn hint(id: FieldId) -> Text {
    match id.field().kind {
        Kind::Text(TextKind::Phone) => words::CONFIRM_HINT_PHONE,
        Kind::Text(TextKind::Mail) => words::CONFIRM_HINT_MAIL,
        Kind::Date(_) | Kind::Time => words::CONFIRM_HINT_DATE,
        Kind::Picture | Kind::Pictures(_) | Kind::Videos(_) => words::CONFIRM_HINT_FILE,
        Kind::Choice(_) | Kind::Choices(_) | Kind::Word(_) => words::CONFIRM_HINT_CHOICE,
        _ => words::CONFIRM_HINT,
    }
}

impl Dialog for Confirm {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Text, Context::Question]
    }

    fn update(&mut self, input: &Input, _: &State) -> Vec<Command> {
        if let Input::Action(Action::Enter) = input {
            let reason: String = self.reason.text().trim().chars().take(MOST).collect();
            if reason.is_empty() {
                self.refused = true;
                return Vec::new();
            }
            return vec![Command::Confirm(Box::new(self.finding.clone()), Some(reason)), Command::Close];
        }
        if text_box::edit(&mut self.reason, input) {
            (self.refused, self.kept) = (false, false);
        }
        Vec::new()
    }

    fn unfinished(&self) -> Option<(String, &str)> {
        Some((format!("confirm {} {}", self.finding.field.path(), self.finding.rule.name), self.reason.text()))
    }

    fn take_up(&mut self, text: &str) {
        self.reason = LineEdit::new(text);
        self.kept = true;
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let width = WIDTH.min(canvas.area().width.saturating_sub(8));
        // What the rule says besides of the same place is confirmed with it.
        let is_said_with = |other: &&Finding| {
            (other.rule, other.path(), other.said_at) == (self.finding.rule, self.finding.path(), self.finding.said_at)
                && **other != self.finding
        };
        let others = state.document.iter().flat_map(|document| document.findings()).filter(is_said_with);
        let said = std::iter::once(&self.finding).chain(others).map(|finding| says::message(lang, finding));
        let message: Vec<String> = said.flat_map(|said| wrap(&said, usize::from(width))).collect();
        let note = if self.kept { words::KEPT_LONG } else { words::CONFIRM_NOTE };
        let note = wrap(note.in_lang(lang), usize::from(width));
        let height = to_cells(message.len() + note.len()) + 4;
        let hints = [(Action::Enter, words::CONFIRM), (Action::Back, words::CANCEL)];
        let title = format!("{} · {}", words::CONFIRM_TITLE.in_lang(lang), self.finding.field.asked_label().in_lang(lang));
        let contexts = self.contexts();
        let area =
            panel(canvas, state.lang, &Panel { title: &title, aside: "", width, height, hints: &hints, contexts: &contexts });
        let mut y = area.y;
        let mut lines = |canvas: &mut Canvas<'_>, texts: &[String], role: Role| {
            for text in texts {
                if y < area.bottom() {
                    canvas.put(area.x, y, area.width, text, role);
                }
                y += 1;
            }
            y
        };
        let at = lines(canvas, &message, Role::Warning) + 1;
        if at < area.bottom() {
            let label = words::CONFIRM_REASON.in_lang(lang);
            let used = canvas.put(area.x, at, area.width, label, if self.refused { Role::Error } else { Role::Focus }) + 1;
            let room = area.width.saturating_sub(used);
            if self.reason.text().is_empty() {
                canvas.put(area.x + used + 2, at, room.saturating_sub(2), hint(self.finding.field).in_lang(lang), Role::Muted);
            }
            text_box::draw(canvas, area.x + used, at, room, &self.reason, active);
        }
        for (row, text) in note.iter().enumerate() {
            let y = at + 2 + to_cells(row);
            if y < area.bottom() {
                canvas.put(area.x, y, area.width, text, Role::Muted);
            }
        }
    }
}
