//! What files are that were read in this session, beside their names.

use std::path::Path;

use super::Files;
use super::place::Placed;
use crate::filing::FieldId;
use crate::fs::path::normalized;
use crate::locale::reading::{OF_NOBODY, WITH_SIDE, side};
use crate::reading::Reading;
use crate::rules::{SCAN_OF_ANOTHER_KIND, SCAN_SIDES_OF_TWO_PEOPLE, Severity};
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
        self.doubts(file, state).contains(&SCAN_OF_ANOTHER_KIND.name)
    }

    /// The rules by which what was read on a file speaks against it in the field: those that need nothing else of it.
    fn doubts(&self, file: &Path, state: &State) -> Vec<&'static str> {
        let (Some((sha256, _)), Some(document)) = (self.reading(file, state), &state.document) else { return Vec::new() };
        let Ok(Placed { id, value, written, .. }) = self.placed(file, document, state.home.as_deref()) else { return Vec::new() };
        if !FieldId::CERTIFICATES.contains(&id) {
            return Vec::new();
        }
        let facts = FileFacts::picture(Format::Jpeg, 0, 0, 0).with_sha256(sha256);
        let found = document.would_find(id, value, &written, &facts);
        let rules = found.iter().filter(|finding| finding.counts()).map(|finding| finding.rule.name);
        rules.filter(|rule| [SCAN_OF_ANOTHER_KIND.name, SCAN_SIDES_OF_TWO_PEOPLE.name].contains(rule)).collect()
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
        let doubts = self.doubts(file, state);
        if doubts.is_empty() {
            return Item { aside, ..item };
        }
        // What another field asks for stands back; a side that is doubted may be this one all the same.
        let quiet = item.quiet || doubts.contains(&SCAN_OF_ANOTHER_KIND.name);
        Item { mark: findings::mark(Severity::Warning).0, quiet, aside, ..item }
    }
}
