//! Edits of the open draft: whether they may be made, and what follows.

use super::App;
use super::change::Edits;
use crate::filing::deregistration::with_receiver;
use crate::filing::{FieldId, Value};
use crate::locale::tui::review as words;
use crate::tui::document::Saved;
use crate::tui::state::Notice;
use crate::tui::widget::theme::Role;

impl App {
    /// Changes the value of a field. What is being typed is judged when it is left, and what dialogs edit when they are done; what was
    /// chosen at once.
    pub(super) fn edit(&mut self, id: FieldId, value: Option<Value>) {
        let is_typed = self.focus() == Some(id) && self.screens.last().is_some_and(|screen| screen.typed().is_some());
        self.put(vec![(id, value)], self.dialogs.is_empty() && !is_typed);
    }

    /// Changes several fields as one step of undo, and has what they hold then judged at once: nobody types in several fields. False
    /// where that may not be done, or is asked about first.
    pub(super) fn edit_all(&mut self, changes: Edits) -> bool {
        self.put(changes, true)
    }

    fn put(&mut self, changes: Edits, is_chosen: bool) -> bool {
        if self.refuses_edits() || self.is_guarded(&changes) {
            return false;
        }
        let edited: Vec<FieldId> = changes.iter().map(|(id, _)| *id).collect();
        let Some(document) = &mut self.state.document else { return false };
        let (before, answered) = (document.scans(), document.answered());
        document.edit_all(with_receiver(document.draft(), changes));
        if is_chosen {
            document.touch_filled(&edited);
        }
        let (after, left) = (document.scans(), document.answered());
        let is_edited = |id: &FieldId| edited.contains(id);
        let mut reopened: Vec<FieldId> = answered.into_iter().filter(|id| !left.contains(id) && !is_edited(id)).collect();
        // It stands there as long as somebody is typing, and once more when the field is left.
        reopened.extend(document.reopened_here());
        self.tell_reopened(reopened);
        if before != after {
            self.inspect();
        }
        true
    }

    /// Puts other files of the same picture in the place of those that fields name.
    pub(super) fn exchange(&mut self, changes: Edits) {
        if self.refuses_edits() || self.is_guarded(&changes) {
            return;
        }
        if self.state.document.as_mut().is_some_and(|document| document.exchange(changes)) {
            self.inspect();
        }
    }

    /// Whether the draft may only be read; the reason is said.
    pub(super) fn refuses_edits(&mut self) -> bool {
        let Some(Saved::ReadOnly(reason)) = self.state.document.as_ref().map(|document| &document.saved) else { return false };
        self.state.notice = Some(Notice { role: Role::Warning, text: reason.clone() });
        true
    }

    /// Leaves a field, and says what asks again because of what was done there.
    pub(super) fn leave(&mut self, id: FieldId) {
        let Some(document) = &mut self.state.document else { return };
        let reopened = document.reopened_here();
        document.leave(id);
        self.tell_reopened(reopened);
    }

    /// Answers were given about something else than what stands there now.
    fn tell_reopened(&mut self, mut questions: Vec<FieldId>) {
        if questions.is_empty() {
            return;
        }
        questions.sort_unstable();
        questions.dedup();
        let lang = self.state.lang;
        let (checks, questions): (Vec<FieldId>, Vec<FieldId>) =
            questions.into_iter().partition(|id| FieldId::FACE_CHECK.contains(id));
        let names: Vec<&str> = questions.iter().map(|id| id.asked_label().in_lang(lang)).collect();
        let asked = words::REOPENED.with(lang, &[("questions", &names.join(words::BETWEEN_QUESTIONS.in_lang(lang)))]);
        let text = match (checks.is_empty(), questions.is_empty()) {
            (true, _) => asked,
            (false, true) => words::FACE_CHECK_GONE.in_lang(lang).to_owned(),
            (false, false) => [words::FACE_CHECK_GONE.in_lang(lang), &asked].join(" "),
        };
        self.state.notice = Some(Notice { role: Role::Warning, text });
    }
}
