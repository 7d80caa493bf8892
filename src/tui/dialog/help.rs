//! To be written.
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::state::{Command, Input, State};

/// Help.
#[derive(Debug)]
pub struct Help;

impl Help {
    /// Help for these contexts and this field.
    pub fn new(_: &[Context], _: Option<crate::filing::FieldId>) -> Self {
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
