//! To be written.
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::state::{Command, Input, State};

/// Record.
#[derive(Debug)]
pub struct Record;

impl Record {
    /// New.
    pub fn new(_: crate::filing::EventKind, _: &State) -> Self {
        Self
    }
    /// Where keys are looked up.
    pub fn contexts(&self) -> Vec<Context> {
        Vec::new()
    }
    /// Takes an input.
    pub fn update(&mut self, _: &Input, _: &State) -> Vec<Command> {
        Vec::new()
    }
    /// Draws itself.
    pub fn draw(&self, _: &mut Canvas<'_>, _: &State, _: bool) {}
}
