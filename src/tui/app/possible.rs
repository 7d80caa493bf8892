//! What can be done now, as far as that is known without doing it; the dialogs that tell; and in which language.

use std::collections::HashSet;

use super::App;
use crate::locale::Lang;
use crate::package::letters;
use crate::tui::document::Document;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{self, Action};
use crate::tui::question::Question;
use crate::tui::route::Route;

impl App {
    /// Asks which language is wanted, where nothing tells.
    pub fn ask_language(&mut self) {
        self.ask(Question::Language);
    }

    /// Shows a language, now and the next time.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.state.lang = lang;
        self.dialogs.iter_mut().for_each(|dialog| dialog.speak(&self.state));
        self.send(DraftRequest::RememberLanguage(lang));
    }

    /// Whether whatever lies on top can be left for a field, with nothing lost: a question waits for its answer.
    pub(super) fn can_go_anywhere(&self) -> bool {
        self.dialogs.iter().all(|dialog| dialog.can_be_left())
    }

    /// What has a key here and would do nothing now: no key is named for it.
    pub(super) fn idle(&self) -> Vec<Action> {
        let contexts = self.contexts();
        let lines = contexts.iter().copied().flat_map(keymap::bindings_of);
        let named = lines.filter(|binding| binding.rank > 0 || !self.dialogs.is_empty()).map(|binding| binding.action);
        let mut seen = HashSet::new();
        named.filter(|action| seen.insert(*action) && !self.can(*action)).collect()
    }

    /// The same on the screen, whatever lies over it: what it names stays as it was.
    pub(super) fn idle_on_screen(&self) -> Vec<Action> {
        let contexts = self.screens.last().map(|screen| screen.all_contexts(&self.state)).unwrap_or_default();
        let lines = contexts.into_iter().flat_map(keymap::bindings_of);
        let named = lines.filter(|binding| binding.rank > 0).map(|binding| binding.action);
        let mut seen = HashSet::new();
        named.filter(|action| seen.insert(*action) && !self.screen_can(*action)).collect()
    }

    /// Opens the help or the palette, or closes it where it is open.
    pub(super) fn toggle(&mut self, action: Action) {
        if self.dialogs.last().is_some_and(|dialog| dialog.toggled_by() == Some(action)) {
            self.dialogs.pop();
            return;
        }
        let dialog = if action == Action::Help { self.help() } else { self.palette() };
        self.dialogs.push(dialog);
    }

    /// Whether an action that has a key here would do something, and not only say why it does nothing.
    pub(super) fn can(&self, action: Action) -> bool {
        // What a dialog offers it can do; what it lets through is the screen's, and closed to keys meanwhile.
        match self.dialogs.last() {
            Some(dialog) => !dialog.is_idle(action, &self.state),
            None => self.screen_can(action),
        }
    }

    fn screen_can(&self, action: Action) -> bool {
        if self.screens.last().is_some_and(|screen| screen.is_idle(action, &self.state)) {
            return false;
        }
        let Some(document) = &self.state.document else { return true };
        let focus = self.focus();
        let findings = || focus.into_iter().flat_map(|id| document.findings_of(id));
        let writable = document.is_writable();
        let shows_draft = self.screens.last().is_some_and(|screen| screen.shows_draft());
        let on_status = self.route() == Some(Route::Status);
        match action {
            _ if !shows_draft => true,
            // The status takes events back, not edits.
            Action::Undo | Action::Redo if on_status => writable,
            Action::Undo | Action::Redo => writable && document.has_step(action == Action::Redo),
            Action::NextProblem | Action::PreviousProblem => document.has_problems(),
            Action::Fix => writable && findings().any(|finding| finding.counts() && !finding.fixes.is_empty()),
            Action::Confirm => writable && findings().any(crate::rules::Finding::can_be_confirmed),
            Action::TakeCertain => writable && document.has_offers().0,
            Action::Offers => writable && document.has_offers() != (false, false),
            Action::Prepare => writable && focus.is_some_and(|id| id.files().is_some() && document.has_picture(id)),
            Action::PrepareAll => writable && !document.pictures().is_empty(),
            Action::Preview | Action::Viewer => focus.is_some_and(|id| document.has_picture(id)),
            // There the screen copies what it shows.
            Action::CopyValue if self.route() == Some(Route::Copy) => true,
            Action::CopyValue => focus.is_some_and(|id| !document.draft().text(id).is_empty()),
            Action::Letters => !letters::of(document.draft(), self.state.today()).is_empty(),
            Action::Status => !on_status,
            Action::PreviousStep => self.step().is_none_or(|step| step.index(self.state.filing_kind()) > 0),
            Action::FileAgain => Document::is_ended(document),
            _ => true,
        }
    }
}
