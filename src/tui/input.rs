//! What reaches screens, dialogs and text boxes.

use super::keymap::Action;

/// What reaches a screen or a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key with a meaning.
    Action(Action),
    /// A typed character.
    Char(char),
    /// Characters that were typed faster than they could be taken in one by one. Only what has a text box gets them so.
    Run(String),
    /// Pasted text.
    Paste(String),
}
