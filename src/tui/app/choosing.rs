//! What follows a choice, and boxes that open with something typed for them, or late.

use super::{App, build};
use crate::filing::FieldId;
use crate::tui::question::Question;
use crate::tui::state::Input;

impl App {
    /// Asks, and hands on what was typed or pasted for it already.
    pub(super) fn ask_for(&mut self, question: Question, input: &Input) {
        let before = self.dialogs.len();
        self.ask(question);
        if let Some(dialog) = self.dialogs.get_mut(before) {
            let commands = dialog.update(input, &self.state);
            self.run(commands);
        }
    }

    /// A value was chosen for a field: goes on to what follows it. What is asked about first is no choice yet.
    pub(super) fn go_on(&mut self, id: FieldId) {
        if let Some(document) = &mut self.state.document {
            document.leave(id);
        }
        if self.guarded.is_none() && self.dialogs.is_empty() && self.focus() == Some(id) {
            let commands = self.screens.last_mut().map(|screen| screen.go_on(&self.state)).unwrap_or_default();
            self.run(commands);
        }
    }

    /// Tells a person what became of something that took its time. A box that is open stays on top: its keys are meant for it.
    pub(super) fn tell(&mut self, question: Question) {
        if let Some(dialog) = build::dialog(question, &self.state) {
            self.dialogs.insert(0, dialog);
        }
    }
}
