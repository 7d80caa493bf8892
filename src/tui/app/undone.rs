//! What was taken back in the list of drafts, and the files that got another name there.

use std::path::Path;

use super::App;
use crate::locale::tui::common as words;
use crate::text::clean::visible;
use crate::tui::effect::{DraftRequest, Undone};
use crate::tui::state::Notice;
use crate::tui::widget::theme::Role;

impl App {
    /// The last thing that was done in the list was taken back.
    pub(super) fn undone(&mut self, undone: Undone) {
        self.state.undoable = self.state.undoable.saturating_sub(1);
        let lang = self.state.lang;
        let (role, text) = match undone {
            Undone::Failed(said) => return self.failed(said),
            Undone::Renamed(path) => return self.renamed(&path),
            Undone::Restored(path) => {
                let name = path.file_stem().map(|name| visible(&name.to_string_lossy()).into_owned()).unwrap_or_default();
                self.choose(&path);
                (Role::Good, words::RESTORED.with(lang, &[("name", &name)]))
            }
            Undone::ExamplesGone => (Role::Good, words::EXAMPLES_GONE.in_lang(lang).to_owned()),
            Undone::CopyGone(name) => (Role::Good, words::COPY_GONE.with(lang, &[("name", &name)])),
            Undone::Stays => (Role::Warning, words::UNDO_STAYS.in_lang(lang).to_owned()),
        };
        self.state.notice = Some(Notice { role, text });
        self.send(DraftRequest::List);
    }

    /// A draft's file has another name.
    pub(super) fn renamed(&mut self, path: &Path) {
        let name = path.file_name().map(|name| visible(&name.to_string_lossy()).into_owned()).unwrap_or_default();
        let text = words::RENAMED.with(self.state.lang, &[("name", &name)]);
        self.state.notice = Some(Notice { role: Role::Good, text });
        self.choose(path);
        self.send(DraftRequest::List);
    }

    /// The draft in this file is chosen as soon as it is listed.
    fn choose(&mut self, path: &Path) {
        if let Some(screen) = self.screens.last_mut() {
            screen.renamed(path);
        }
    }
}
