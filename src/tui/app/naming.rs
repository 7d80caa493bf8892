//! The name under which the package will be written: what was exported earlier keeps its own.

use std::path::Path;

use super::App;
use crate::package::name::archive;
use crate::tui::effect::Effect;
use crate::tui::route::Step;
use crate::tui::state::PackageName;

impl App {
    /// Has the name looked for, while the screen is on that says it.
    pub(super) fn look_for_name(&mut self) {
        let Some(document) = self.state.document.as_ref().filter(|_| self.step() == Some(Step::Review)) else {
            self.state.package = None;
            return;
        };
        let own = archive(document.draft(), self.state.today());
        let folder = self.state.preferences.export.folder.clone().unwrap_or_else(|| document.folder.clone());
        match &mut self.state.package {
            Some(known) if known.own == own && known.folder == folder => {
                if std::mem::replace(&mut known.is_asked, true) {
                    return;
                }
            }
            package => {
                *package = Some(PackageName { folder: folder.clone(), own: own.clone(), free: own.clone(), is_asked: true });
            }
        }
        self.send(Effect::FindPackageName(folder, own));
    }

    /// The name was found.
    pub(super) fn name_found(&mut self, folder: &Path, own: &str, free: String) {
        if let Some(known) = self.state.package.as_mut().filter(|known| known.folder == folder && known.own == own) {
            known.free = free;
        }
    }

    /// Something may have changed in the folder: the name is looked for again.
    pub(super) fn forget_name(&mut self) {
        if let Some(known) = &mut self.state.package {
            known.is_asked = false;
        }
    }
}
