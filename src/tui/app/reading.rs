//! Reading the scans of the open draft, one after the other, and taking what they offer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::App;
use crate::filing::FieldId;
use crate::fs::path::normalized;
use crate::locale::Text;
use crate::locale::tui::offers as words;
use crate::locale::tui::sorting as sorting_words;
use crate::scan::resolve;
use crate::text::clean::visible;
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

    /// Starts with models: where they are gone later, that is said.
    pub const fn with_models(&mut self) {
        self.had_models = true;
    }

    /// Hands the open draft what its scans say, and has the next one read: of a folder that is being sorted, else of the draft.
    pub(super) fn read_scans(&mut self) {
        if let Some(document) = &mut self.state.document {
            document.set_readings(&self.state.readings);
        }
        if self.state.being_read.is_some() {
            return;
        }
        if let Some(request) = self.next_to_read() {
            self.state.being_read = Some(request.sha256.clone());
            self.note_file(&request.folder, &request.path, &request.sha256);
            self.send(Effect::ReadScan(request));
        }
    }

    /// Notes what a file holds that is read, or is of the same bytes as one that was: for whoever chooses among files.
    pub(super) fn note_file(&mut self, folder: &Path, path: &str, sha256: &str) {
        let file = normalized(&resolve(folder, self.state.home.as_deref(), path));
        self.state.read_files.insert(file, sha256.to_owned());
    }

    /// What is to be read next.
    fn next_to_read(&self) -> Option<ReadRequest> {
        let sorting = self.state.sorting.as_ref();
        let sorted = sorting.into_iter().flat_map(|sorting| {
            sorting.unread(&self.state.readings).map(|(path, sha256)| (sorting.target.as_path(), path, sha256))
        });
        let document = self.state.document.as_ref();
        let named = document.into_iter().flat_map(|document| {
            document.unread_scans().into_iter().map(|(path, sha256)| (document.folder.as_path(), path, sha256))
        });
        let mut unread = sorted.chain(named);
        let (folder, path, sha256) = unread.next()?;
        // Where there were no models they are looked for again once another scan is there.
        if !self.state.can_read && self.unreadable.as_deref() == Some(sha256) {
            return None;
        }
        let is_last = unread.next().is_none() && sorting.is_none();
        Some(ReadRequest { folder: folder.to_owned(), path: path.into(), sha256: sha256.into(), is_last })
    }

    /// A scan was read: goes on with the next, and says what is offered.
    pub(super) fn scan_read(&mut self) {
        (self.state.can_read, self.had_models, self.unreadable) = (true, true, None);
        self.go_on_sorting();
        self.offer();
    }

    /// There are no models. One that is there and cannot be used is told of, once; and so is that those are gone which were there before.
    pub(super) fn cannot_read(&mut self, damaged: Option<PathBuf>) {
        let sorting = self.state.sorting.clone();
        self.take_as_path();
        self.unreadable = self.state.being_read.take();
        self.state.can_read = false;
        let lang = self.state.lang;
        let are_gone = std::mem::take(&mut self.had_models);
        let text = match damaged {
            Some(model) if !self.told_of_damage || sorting.is_some() => {
                self.told_of_damage = true;
                sorting_words::DAMAGED.with(lang, &[("path", &visible(&model.to_string_lossy()))])
            }
            None if are_gone => sorting_words::MODELS_GONE.in_lang(lang).to_owned(),
            None if sorting.is_some() => sorting_words::ENTRY_NOT_READ.in_lang(lang).to_owned(),
            _ => return,
        };
        self.state.notice = Some(Notice { role: Role::Warning, text });
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
            return self.say(if offers.is_empty() { self.nothing_offered() } else { words::NONE_CERTAIN }, Role::Muted);
        }
        self.end_visit();
        let fields: BTreeSet<FieldId> = changes.iter().map(|(id, _)| *id).collect();
        if self.edit_all(changes) {
            self.end_visit();
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
            false => self.say(self.nothing_offered(), Role::Muted),
        }
    }

    /// Why nothing is offered: a scan that has not been looked at yet may still have something to say, and without models none has.
    fn nothing_offered(&self) -> Text {
        let document = self.state.document.as_ref();
        let is_unseen =
            document.is_some_and(|document| document.scans().iter().any(|scan| document.facts().get(&scan.path).is_none()));
        let is_unread = document.is_some_and(|document| !document.unread_scans().is_empty());
        match self.state.can_read {
            false => words::NO_MODELS,
            true if is_unseen || is_unread => words::NOT_YET,
            true => words::NONE,
        }
    }
}
