//! What is being typed in a dialog and belongs to no field yet: kept with the draft until the dialog is answered.

use super::App;
use crate::tui::dialog::Dialog;
use crate::tui::effect::DraftRequest;

impl App {
    /// Opens a dialog, with what was typed in it when it was closed unanswered.
    pub(super) fn take_up(&self, dialog: &mut dyn Dialog) {
        let question = dialog.unfinished().map(|(question, _)| question);
        let document = self.state.document.as_ref();
        if let Some(text) = document.zip(question).and_then(|(document, question)| document.unfinished.get(&question)) {
            dialog.take_up(text);
        }
    }

    /// Closes the dialog on top. Whether it is answered, or what was typed in it is kept for the next time.
    pub(super) fn close_dialog(&mut self, is_answered: bool) {
        let Some(dialog) = self.dialogs.pop() else { return };
        if self.set_aside(&*dialog, is_answered) {
            self.keep_unfinished();
        }
    }

    /// Closes all dialogs, unanswered.
    pub(super) fn close_dialogs(&mut self) {
        self.set_all_aside();
        self.dialogs.clear();
    }

    /// Keeps what is typed in open dialogs: the program may end.
    pub(super) fn set_all_aside(&mut self) {
        let dialogs = std::mem::take(&mut self.dialogs);
        let changes = dialogs.iter().filter(|dialog| self.set_aside(&***dialog, false)).count();
        self.dialogs = dialogs;
        if changes > 0 {
            self.keep_unfinished();
        }
    }

    /// Whether something else is kept now.
    fn set_aside(&mut self, dialog: &dyn Dialog, is_answered: bool) -> bool {
        let (Some((question, text)), Some(document)) = (dialog.unfinished(), &mut self.state.document) else { return false };
        if is_answered || text.trim().is_empty() {
            return document.unfinished.remove(&question).is_some();
        }
        document.unfinished.insert(question, text.to_owned()).as_deref() != Some(text)
    }

    fn keep_unfinished(&mut self) {
        if let Some(document) = &self.state.document {
            let texts = document.unfinished.clone();
            self.send(DraftRequest::KeepUnfinished(texts));
        }
    }
}
