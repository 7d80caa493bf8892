//! The hint bar in words.

use super::canvas::to_cells;
use super::panel::key_name;
use crate::locale::Lang;
use crate::text::width::cells;
use crate::tui::keymap::{self, Action, Context};

/// One entry of it.
#[derive(Debug)]
pub struct HintInWords {
    /// What the key does.
    pub action: Action,
    /// The key.
    pub key: String,
    /// What that is called.
    pub label: &'static str,
    /// Cells of both, with the blank between them.
    pub width: u16,
}

/// What has a place in the hint bar in these contexts, by rank.
#[must_use]
pub fn in_words(lang: Lang, contexts: &[Context]) -> Vec<HintInWords> {
    let said = |hint: keymap::Hint| {
        let (key, label) = (key_name(lang, &hint.key.to_string()), hint.action.label().in_lang(lang));
        let width = to_cells(cells(&key) + 1 + cells(label));
        HintInWords { action: hint.action, key, label, width }
    };
    keymap::hints(contexts).into_iter().map(said).collect()
}
