//! Values on the clipboard: put there, and taken off again.

use chrono::TimeDelta;

use super::App;
use crate::filing::FieldId;
use crate::locale::tui::copy as words;
use crate::tui::effect::Effect;
use crate::tui::state::Notice;
use crate::tui::terminal::clipboard::MOST_BYTES;
use crate::tui::widget::theme::Role;

/// How long a value stays on the clipboard: identity numbers are among them.
const KEPT: TimeDelta = TimeDelta::seconds(60);

impl App {
    /// Puts a text onto the clipboard and says so; what lies on top may say more.
    pub(super) fn copy(&mut self, text: String, label: &str) {
        if text.is_empty() {
            return self.say(words::NOTHING, Role::Warning);
        }
        if text.len() > MOST_BYTES {
            return self.say(words::TOO_LONG, Role::Error);
        }
        self.send(Effect::Copy(text));
        self.state.copied_at = Some(self.state.now);
        let said = words::COPIED.with(self.state.lang, &[("label", &label), ("seconds", &KEPT.num_seconds())]);
        self.state.notice = Some(Notice { role: Role::Good, text: said });
    }

    /// Copies the selected text as it stands.
    pub(super) fn copy_selected(&mut self) {
        let selected = match self.dialogs.last() {
            Some(dialog) => dialog.selected(),
            None => self.screens.last().and_then(|screen| screen.selected()),
        };
        let text = selected.unwrap_or_default().to_owned();
        self.copy(text, words::SELECTION.in_lang(self.state.lang));
    }

    /// Copies the value of the focused field as it goes into the console.
    pub(super) fn copy_focused(&mut self, focus: Option<FieldId>) {
        let (Some(id), Some(sheet)) = (focus, self.state.sheet()) else { return self.say(words::NOTHING, Role::Warning) };
        let page = sheet.rows().find(|(_, row)| row.field == id).map(|(page, _)| page.page);
        let rows = sheet.rows().filter(|(on, row)| Some(on.page) == page && row.field == id && !row.copy.is_empty());
        let texts: Vec<&str> = rows.map(|(_, row)| row.copy.as_str()).collect();
        // What the console does not ask for is copied as it stands.
        let typed = self.state.document.as_ref().map(|document| document.draft().text(id).trim().to_owned());
        let text = if page.is_some() { texts.join("\n") } else { typed.unwrap_or_default() };
        self.copy(text, id.label().in_lang(self.state.lang));
    }

    /// Ticks a value of the sheet off, or no longer.
    pub(super) fn tick_off(&mut self, key: String, done: bool) {
        let Some(document) = &self.state.document else { return };
        let ticks = self.state.ticks.entry(document.path.clone()).or_default();
        if done {
            ticks.insert(key);
        } else {
            ticks.remove(&key);
        }
    }

    /// Takes a value off the clipboard once it was there long enough.
    pub(super) fn clear_clipboard(&mut self) {
        let now = self.state.now;
        if self.state.copied_at.is_some_and(|at| now - at >= KEPT || now < at) {
            self.state.copied_at = None;
            self.send(Effect::Copy(String::new()));
            self.say(words::CLEARED, Role::Muted);
        }
    }
}
