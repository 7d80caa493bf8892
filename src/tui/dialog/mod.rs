//! What opens on top of a screen. All dialogs share one frame, swallow every key meant for the screen below, and close with Esc,
//! which changes nothing: what was ticked, added or removed in one went to the draft at once.
//!
//! Four keys mean the same in everything one chooses from:
//!
//! - Enter chooses the line one stands on, and goes on; a folder or a level it opens. Where several are marked, it goes on with those.
//! - Space marks that line and stays: the mark stands in the draft at once. In what is typed it is a blank as long as something goes on
//!   with one ([`FilterList::takes_blank`](super::widget::list::FilterList::takes_blank)).
//! - Esc goes back one level: what was typed goes first, then what was opened, then the dialog. It takes no mark back.
//! - Tab goes to the next line and Shift+Tab to the one before; a path that is being typed Tab completes first.
//!
//! A table of all of them is held by `tests/keys.rs`.

pub mod across;
pub mod approvals;
pub mod ask;
pub mod calendar;
pub mod choose;
pub mod columns;
pub mod confirm;
pub mod contents;
pub mod event;
pub mod files;
pub mod findings;
pub mod fixes;
pub mod guarded;
pub mod help;
pub mod mini_program;
pub mod offers;
pub mod origin;
pub mod palette;
pub mod paths;
pub mod preview;
pub mod problems;
pub mod protect;
pub mod reason;
pub mod region;
pub mod rename;
pub mod search;

use std::path::Path;

use super::effect::Message;
use super::keymap::{Action, Context};
use super::picture::PreviewRequest;
use super::state::{Command, Input, State};
use super::widget::canvas::Canvas;
use crate::filing::{FieldId, Value};
use crate::locale::Text;

/// A dialog: what the app asks of every one.
pub trait Dialog: std::fmt::Debug {
    /// Where keys are looked up, innermost first, before those that hold in every dialog.
    fn contexts(&self) -> Vec<Context>;

    /// Takes an input. `Action::Back` never arrives here: it goes back a level, or closes the dialog.
    fn update(&mut self, input: &Input, state: &State) -> Vec<Command>;

    /// Whether this action, which has a key here, would do nothing now.
    fn is_idle(&self, _action: Action, _state: &State) -> bool {
        false
    }

    /// What it asks, for the help.
    fn help(&self) -> Option<Text> {
        None
    }

    /// Draws itself.
    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool);

    /// Takes an answer of a worker it waits for, such as a folder's lines.
    fn receive(&mut self, _message: &Message, _state: &State) -> Vec<Command> {
        Vec::new()
    }

    /// A scan was read: what it says may change what was said of files.
    fn scan_read(&mut self, _state: &State) {}

    /// The picture it wants to show.
    fn wanted_preview(&self, _state: &State) -> Option<PreviewRequest> {
        None
    }

    /// The folder that has to be read when it opens.
    fn wants_folder(&self) -> Option<&Path> {
        None
    }

    /// Whether it changes the draft as one goes, and lets that be taken back as one goes.
    fn edits_draft(&self) -> bool {
        false
    }

    /// Whether one may go elsewhere from it: nothing waits for its answer, and what was typed in it is kept.
    fn can_be_left(&self) -> bool {
        true
    }

    /// Whether saving waits for its answer.
    fn holds_saving(&self) -> bool {
        false
    }

    /// Whether pictures that are being sorted wait for its answer.
    fn holds_sorting(&self) -> bool {
        false
    }

    /// Another language is spoken from now on: what was worded when the dialog opened is said in it.
    fn speak(&mut self, _state: &State) {}

    /// Whether an edit of what is filed, under review or on record waits for its answer.
    fn holds_edits(&self) -> bool {
        false
    }

    /// Goes back a level inside, where one is open; `None` where there is none, so that the dialog closes.
    fn step_back(&mut self, _state: &State) -> Option<Vec<Command>> {
        None
    }

    /// The text that is selected in it, where one is.
    fn selected(&self) -> Option<&str> {
        None
    }

    /// What is typed in it and belongs to no field yet: the question that it answers, and the text. Both are kept until the question is
    /// answered, whatever closes the dialog.
    fn unfinished(&self) -> Option<(String, &str)> {
        None
    }

    /// Goes on with a text that was kept.
    fn take_up(&mut self, _text: &str) {}

    /// The action whose key opens it and closes it, too.
    fn toggled_by(&self) -> Option<Action> {
        None
    }
}

/// Whether this is what the open draft holds: putting it there changes nothing.
fn holds(state: &State, id: FieldId, value: &Value) -> bool {
    state.document.as_ref().is_some_and(|document| document.draft().get(id) == Some(value))
}

/// Whether an action takes the chosen line of a list, or ticks it: where nothing is found there is none.
const fn takes_line(action: Action) -> bool {
    matches!(action, Action::Enter | Action::Accept | Action::Toggle)
}

#[cfg(test)]
mod tests;
