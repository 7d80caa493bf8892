//! What files are that were read in this session, beside their names.

use std::path::Path;

use super::Files;
use super::place::Placed;
use crate::filing::FieldId;
use crate::fs::path::normalized;
use crate::locale::reading::{OF_NOBODY, WITH_SIDE, side};
use crate::reading::Reading;
use crate::rules::{SCAN_OF_ANOTHER_KIND, Severity};
use crate::scan::facts::{FileFacts, Format};
use crate::tui::dialog::findings;
use crate::tui::state::State;
use crate::tui::widget::list::Item;

impl Files {
    /// What is known of the writing in a file, by where it lies; its bytes may be others by now, which is seen once it is looked at.
    fn reading<'a>(&self, file: &Path, state: &'a State) -> Option<(&'a str, &'a Reading)> {
        let sha256 = state.read_files.get(&normalized(file)).filter(|_| self.target.is_scan())?;
        Some((sha256, state.readings.get(sha256)?))
    }

    /// Whether a file was read as something that does not belong into the field.
    pub(super) fn is_of_another_kind(&self, file: &Path, state: &State) -> bool {
        let (Some((sha256, _)), Some(document)) = (self.reading(file, state), &state.document) else { return false };
        let Ok(Placed { id, value, written, .. }) = self.placed(file, document, state.home.as_deref()) else { return false };
        if !FieldId::CERTIFICATES.contains(&id) {
            return false;
        }
        let facts = FileFacts::picture(Format::Jpeg, 0, 0, 0).with_sha256(sha256);
        let found = document.would_find(id, value, &written, &facts);
        found.iter().any(|finding| finding.rule.name == SCAN_OF_ANOTHER_KIND.name)
    }

    /// A line with what the file was read as; marked where that does not belong into the field.
    pub(super) fn as_read(&self, item: Item, file: &Path, state: &State) -> Item {
        let lang = state.lang;
        let Some((kind, reading)) = self.reading(file, state).and_then(|(_, reading)| Some((reading.kind?, reading))) else {
            return item;
        };
        let side = reading.side.map(|of| WITH_SIDE.with(lang, &[("side", &side(of).in_lang(lang))])).unwrap_or_default();
        let what = OF_NOBODY.with(lang, &[("kind", &kind.name().in_lang(lang)), ("side", &side)]);
        let aside = format!("{what}  {}", item.aside);
        if self.is_of_another_kind(file, state) {
            return Item { mark: findings::mark(Severity::Warning).0, quiet: true, aside, ..item };
        }
        Item { aside, ..item }
    }
}
