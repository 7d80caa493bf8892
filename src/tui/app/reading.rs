//! Reading the scans of the open draft, one after the other.

use super::App;
use crate::tui::effect::{Effect, ReadRequest};

impl App {
    /// Starts without models: no scan is read.
    pub fn without_models(&mut self) {
        self.state.can_read = false;
    }

    /// Hands the open draft what its scans say, and has the next one read.
    pub(super) fn read_scans(&mut self) {
        let Some(document) = &mut self.state.document else { return };
        document.set_readings(&self.state.readings);
        if !self.state.can_read || self.state.being_read.is_some() {
            return;
        }
        let unread = document.unread_scans();
        let Some((path, sha256)) = unread.first().copied() else { return };
        let is_last = unread.len() == 1;
        let request = ReadRequest { folder: document.folder.clone(), path: path.into(), sha256: sha256.into(), is_last };
        self.state.being_read = Some(request.sha256.clone());
        self.send(Effect::ReadScan(request));
    }
}
