//! Keys and characters, on their way to what lies on top.

use super::App;
use crate::tui::chrome;
use crate::tui::effect::Effect;
use crate::tui::event::{Code, Key};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::state::Input;

impl App {
    pub(super) fn key(&mut self, key: Key) {
        self.state.seen_notice = self.state.notice.take();
        match (keymap::action(&self.contexts(), key), key.typed()) {
            // Nobody sees what a key would do. Leaving is possible, and what is typed into a text is kept.
            (Some(action), _) if self.is_unseen() && !matches!(action, Action::Quit | Action::Language | Action::Redraw) => {}
            (Some(action), _) => self.input(&Input::Action(action)),
            (None, Some(_)) if self.is_unseen() && !self.contexts().contains(&Context::Text) => {}
            (None, Some(c)) => self.input(&Input::Char(c)),
            (None, None) => {}
        }
    }

    /// Takes what was pasted: only as a text while nothing is shown, since elsewhere it may choose something.
    pub(super) fn paste(&mut self, text: String) {
        if !self.is_unseen() || self.contexts().contains(&Context::Text) {
            self.input(&Input::Paste(text));
        }
    }

    /// Whether the terminal is too small for anything to be shown.
    fn is_unseen(&self) -> bool {
        let ((columns, rows), (least_columns, least_rows)) = (self.state.size, chrome::LEAST);
        columns < least_columns || rows < least_rows
    }

    /// Takes characters in: all that go into a text box at once, each other one as a key.
    pub(super) fn type_run(&mut self, run: &str) {
        self.state.seen_notice = self.state.notice.take();
        let mut rest = run;
        while let Some(c) = rest.chars().next() {
            let contexts = self.contexts();
            let types = |c: char| keymap::action(&contexts, Key::plain(Code::Char(c))).is_none();
            let end = match contexts.contains(&Context::Text) {
                true => rest.find(|c| !types(c)).unwrap_or(rest.len()),
                false => 0,
            };
            let (text, after) = rest.split_at(if end > 0 { end } else { c.len_utf8() });
            rest = after;
            if end > 0 {
                self.input(&Input::Run(text.to_owned()));
            } else {
                self.key(Key::plain(Code::Char(c)));
            }
        }
    }

    /// Hands an input to what lies on top; what that has no use for is the wizard's own.
    pub(super) fn input(&mut self, input: &Input) {
        if let Input::Action(action) = input
            && self.global(*action)
        {
            return;
        }
        if let Some(dialog) = self.dialogs.last_mut() {
            if matches!(input, Input::Action(Action::Back | Action::ClearFilter | Action::LevelUp)) {
                match dialog.step_back(&self.state) {
                    Some(commands) => self.run(commands),
                    None => self.close_dialog(false),
                }
            } else {
                let commands = dialog.update(input, &self.state);
                let edits = dialog.edits_draft();
                match input {
                    Input::Action(action @ (Action::Undo | Action::Redo)) if edits && commands.is_empty() => {
                        self.step_back(*action == Action::Redo);
                    }
                    _ => self.run(commands),
                }
            }
            return;
        }
        let taken = self.screens.last_mut().and_then(|screen| screen.update(input, &self.state));
        match (taken, input) {
            (Some(commands), _) => self.run(commands),
            (None, Input::Action(action)) => self.act(*action),
            (None, _) => {}
        }
    }

    /// What holds everywhere, also under a dialog.
    pub(super) fn global(&mut self, action: Action) -> bool {
        match action {
            Action::Language => self.speak(self.state.lang.other()),
            Action::Redraw => self.send(Effect::Redraw),
            Action::Mouse => self.toggle_mouse(),
            Action::Quit => self.quit(),
            Action::CopySelected => self.copy_selected(),
            Action::Help | Action::Palette => self.toggle(action),
            _ => return false,
        }
        true
    }
}
