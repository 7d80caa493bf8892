//! What opens on top of a screen. All dialogs share one frame, swallow every key meant for the screen below, and close with Esc
//! without changing anything.

pub mod approvals;
pub mod ask;
pub mod calendar;
pub mod choose;
pub mod contents;
pub mod event;
pub mod files;
pub mod help;
pub mod list;
pub mod paths;
pub mod problems;
pub mod region;
pub mod search;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::effect::Message;
use super::keymap::Context;
use super::state::{Command, Input, State};
use super::theme::Role;

/// A dialog.
#[derive(Debug)]
pub enum Dialog {
    /// A question with its answers, or a message with one.
    Ask(ask::Ask),
    /// One entry of a list.
    Choose(choose::Choose),
    /// Service contents: several entries of a list of two levels.
    Contents(contents::Contents),
    /// A region in three levels.
    Region(region::Region),
    /// A day.
    Calendar(calendar::Calendar),
    /// A file.
    Files(files::Files),
    /// The files of a field that holds several.
    Paths(paths::Paths),
    /// The rows of the prior approvals.
    Approvals(approvals::Approvals),
    /// All problems.
    Problems(problems::Problems),
    /// A field by its name.
    Search(search::Search),
    /// What happened to the filing.
    Event(event::Record),
    /// The help.
    Help(help::Help),
}

/// Gives the same call to whichever dialog it is.
macro_rules! each {
    ($dialog:expr, $inner:ident => $call:expr) => {
        match $dialog {
            Dialog::Ask($inner) => $call,
            Dialog::Choose($inner) => $call,
            Dialog::Contents($inner) => $call,
            Dialog::Region($inner) => $call,
            Dialog::Calendar($inner) => $call,
            Dialog::Files($inner) => $call,
            Dialog::Paths($inner) => $call,
            Dialog::Approvals($inner) => $call,
            Dialog::Problems($inner) => $call,
            Dialog::Search($inner) => $call,
            Dialog::Event($inner) => $call,
            Dialog::Help($inner) => $call,
        }
    };
}

impl Dialog {
    /// Where keys are looked up, innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = each!(self, dialog => dialog.contexts());
        contexts.extend([Context::Dialog, Context::Global]);
        contexts
    }

    /// Takes an input. `Action::Back` never arrives here: it closes the dialog.
    pub fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        each!(self, dialog => dialog.update(input, state))
    }

    /// Takes an answer of a worker it waits for, such as a folder's lines.
    pub fn receive(&mut self, message: &Message, state: &State) {
        if let Self::Files(files) = self {
            files.receive(message, state);
        }
    }

    /// Draws itself.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        each!(self, dialog => dialog.draw(canvas, state, active));
    }
}

/// Draws the frame of a dialog over the middle of the screen and returns the area inside it.
///
/// `width` and `height` are those wanted for the inside, in cells; the dialog takes less where the screen is smaller.
pub fn frame(canvas: &mut Canvas<'_>, title: &str, width: u16, height: u16) -> Rect {
    let screen = canvas.area();
    let width = width.saturating_add(4).min(screen.width.saturating_sub(2)).max(8.min(screen.width));
    let height = height.saturating_add(3).min(screen.height.saturating_sub(1)).max(4.min(screen.height));
    let area = Rect::new((screen.width - width) / 2, (screen.height - height) / 2, width, height);
    canvas.blank(area);
    canvas.rule(area.x, area.y, area.width);
    canvas.put(area.x + 2, area.y, area.width.saturating_sub(4), &format!(" {title} "), Role::Title);
    canvas.rule(area.x, area.bottom().saturating_sub(1), area.width);
    Rect::new(area.x + 2, area.y + 1, area.width.saturating_sub(4), area.height.saturating_sub(2))
}
