//! When the open draft goes to the disk, and in which way.

use super::App;
use crate::filing::Draft;
use crate::tui::effect::DraftRequest;

impl App {
    /// A failed save that a dialog asks about is not tried again behind its back, nor one over somebody else's file.
    pub(super) fn is_asking_about_saving(&self) -> bool {
        self.conflict.is_some() || self.dialogs.iter().any(|dialog| dialog.holds_saving())
    }

    pub(super) fn save(&mut self, at_once: bool) {
        let now = self.state.now;
        let asked = self.is_asking_about_saving();
        if let Some(document) = &mut self.state.document
            && !asked
            && document.save_due(now, at_once)
        {
            let draft = Box::new(document.draft().clone());
            self.send(DraftRequest::Save { draft, over: false });
        }
    }

    /// Saves the draft as it is now in the way a person has chosen.
    pub(super) fn save_as_asked(&mut self, request: impl FnOnce(Box<Draft>) -> DraftRequest) {
        let draft = self.state.document.as_ref().map(|document| Box::new(document.draft().clone()));
        if let Some(draft) = draft {
            self.send(request(draft));
        }
    }
}
