//! What reaches screens, dialogs and text boxes.

use super::keymap::Action;

/// What reaches a screen or a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key with a meaning.
    Action(Action),
    /// A typed character.
    Char(char),
    /// Pasted text.
    Paste(String),
}
