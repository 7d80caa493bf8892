//! To be written.
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::state::{Command, Input, State};

/// Status.
#[derive(Debug)]
pub struct Status;

impl Status {
    /// Where keys are looked up.
    pub fn contexts(&self, _: &State) -> Vec<Context> {
        Vec::new()
    }
    /// Takes an input.
    pub fn update(&mut self, _: &Input, _: &State) -> Option<Vec<Command>> {
        None
    }
    /// Draws itself.
    pub fn draw(&self, _: &mut Canvas<'_>, _: &State, _: bool) {}
    /// Follows the state.
    pub fn follow(&mut self, _: &State) {}
    /// New.
    pub fn new() -> Self {
        Self
    }
}
