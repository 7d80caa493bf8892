//! The screen stack, one file per screen.

pub mod copy;
pub mod form;
pub mod home;
pub mod new;
pub mod review;
pub mod status;

#[cfg(test)]
mod kit;

use super::document::Document;
use super::keymap::{Action, Context};
use super::picture::PreviewRequest;
use super::route::Route;
use super::state::{Command, Input, ListColumn, State};
use super::widget::canvas::Canvas;
use std::path::Path;

use crate::filing::FieldId;
use crate::text::edit::LineEdit;

/// A screen of the stack: what the app asks of every one.
pub trait Screen: std::fmt::Debug {
    /// Where keys are looked up, innermost first, before those that hold on every screen.
    fn contexts(&self, state: &State) -> Vec<Context>;

    /// Takes an input; `None` when it has no use for it.
    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>>;

    /// Whether this action, which has a key here, would do nothing now. The hint bar does not offer it then.
    fn is_idle(&self, _action: Action, _state: &State) -> bool {
        false
    }

    /// Whether it has work left that it does between events: it is woken for that.
    fn is_behind(&self) -> bool {
        false
    }

    /// Follows the state after it changed: the open draft, the list of drafts, the language.
    fn follow(&mut self, state: &State);

    /// Draws itself. The cursor is set only where `active`: no dialog lies on top.
    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool);

    /// The route that leads here, where one leads here again.
    fn route(&self) -> Option<Route> {
        None
    }

    /// Whether it shows the open draft.
    fn shows_draft(&self) -> bool {
        false
    }

    /// The focused field, where there is one.
    fn focus(&self) -> Option<FieldId> {
        None
    }

    /// The text box that is typed in, where there is one.
    fn typed(&self) -> Option<&LineEdit> {
        None
    }

    /// Whether one can go to this field without leaving the screen.
    fn lists(&self, _id: FieldId, _state: &State) -> bool {
        false
    }

    /// The text that is selected, where one is.
    fn selected(&self) -> Option<&str> {
        None
    }

    /// Moves the focus to a field, if it has that.
    fn set_focus(&mut self, _id: FieldId, _state: &State) {}

    /// A value was chosen for the focused field in a dialog: what follows, short of leaving the screen.
    fn go_on(&mut self, _state: &State) -> Vec<Command> {
        Vec::new()
    }

    /// The folder was chosen that it asked for.
    fn folder_chosen(&self, _folder: String) -> Vec<Command> {
        Vec::new()
    }

    /// The picture it wants to show.
    fn wanted_preview(&self, _state: &State) -> Option<PreviewRequest> {
        None
    }

    /// A draft's file has another name: this path now.
    fn renamed(&mut self, _path: &Path) {}

    /// The drafts in view whose files should be known, by their places in the state's list.
    fn drafts_in_view(&self, _state: &State) -> Vec<usize> {
        Vec::new()
    }

    /// The columns of its list that are wanted and have no room.
    fn columns_without_room(&self, _state: &State) -> Vec<ListColumn> {
        Vec::new()
    }

    /// Where keys are looked up, innermost first.
    fn all_contexts(&self, state: &State) -> Vec<Context> {
        let mut contexts = self.contexts(state);
        contexts.extend(self.selected().map(|_| Context::Selected));
        if self.shows_draft() {
            let is_filed = state.document.as_ref().is_some_and(Document::is_filed);
            contexts.extend(is_filed.then_some([Context::Filed, Context::Standing]).into_iter().flatten());
            let is_ended = state.document.as_ref().is_some_and(Document::is_ended);
            contexts.extend(is_ended.then_some(Context::Ended));
            let (certain, others) = state.document.as_ref().map_or((false, false), Document::has_offers);
            contexts.extend(certain.then_some(Context::SomeCertain));
            contexts.extend(others.then_some(Context::SomeOffered));
            contexts.push(Context::Document);
        }
        contexts.push(Context::Global);
        contexts
    }
}
