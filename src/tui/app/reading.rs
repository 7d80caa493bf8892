//! Reading the scans of the open draft, one after the other, and taking what they offer.

use super::App;
use crate::locale::tui::offers as words;
use crate::tui::document::Document;
use crate::tui::effect::{Effect, ReadRequest};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::state::Notice;
use crate::tui::widget::theme::Role;

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

    /// Says what scans offer that have just been read; beneath a dialog and beside another notice it waits in the hint bar.
    pub(super) fn offer(&mut self) {
        let Some(document) = self.state.document.as_ref().filter(|document| document.is_writable()) else { return };
        let offers = document.offers();
        let certain = offers.iter().filter(|offer| offer.is_certain()).count();
        let lang = self.state.lang;
        let said = [(words::CERTAIN, certain, Action::TakeCertain), (words::OTHERS, offers.len() - certain, Action::Offers)];
        let said = said.into_iter().filter(|(_, count, _)| *count > 0).map(|(text, count, action)| {
            let key = keymap::key_for(&[Context::Document], action).map(|key| key.to_string()).unwrap_or_default();
            text.with(lang, &[("count", &count), ("key", &key)])
        });
        let text = said.collect::<Vec<_>>().join(if lang == crate::locale::Lang::En { " " } else { "" });
        let is_free = self.state.notice.as_ref().is_none_or(|notice| Some(&notice.text) == self.offered.as_ref());
        if is_free && !text.is_empty() {
            self.state.notice = Some(Notice { role: Role::Text, text: text.clone() });
            self.offered = Some(text);
        }
    }

    /// Fills in what the scans say for certain, as one change.
    pub(super) fn take_certain(&mut self) {
        let offers = self.state.document.as_ref().map(Document::offers).unwrap_or_default();
        let findings = self.state.document.iter().flat_map(|document| document.findings());
        let filling = findings.filter(|said| said.rule.name == crate::rules::SCAN_FILLS.name && said.counts());
        let changes: Vec<_> = filling.flat_map(|said| &said.fixes).flat_map(|fix| fix.changes.clone()).collect();
        if changes.is_empty() {
            return self.say(if offers.is_empty() { words::NONE } else { words::NONE_CERTAIN }, Role::Muted);
        }
        self.end_visit();
        let fields: Vec<_> = changes.iter().map(|(id, _)| *id).collect();
        if self.edit_all(changes) {
            if let Some(document) = &mut self.state.document {
                document.end_visit();
                fields.iter().for_each(|id| document.touch(*id));
            }
            let text = words::TAKEN.with(self.state.lang, &[("count", &fields.len())]);
            self.state.notice = Some(Notice { role: Role::Good, text });
        }
    }

    /// Goes through what the scans offer, one by one.
    pub(super) fn go_through_offers(&mut self) {
        if self.refuses_edits() {
            return;
        }
        match self.state.document.as_ref().is_some_and(|document| !document.offers().is_empty()) {
            true => {
                self.leave_field();
                self.ask(Question::Offers);
            }
            false => self.say(words::NONE, Role::Muted),
        }
    }
}
