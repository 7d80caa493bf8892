//! To be written.
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::state::{Command, Input, State};

/// Form.
#[derive(Debug)]
pub struct Form;

impl Form {
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
    pub fn new(_: crate::filing::Section, _: &State) -> Self {
        Self
    }
    /// Focus.
    pub fn focus(&self) -> Option<crate::filing::FieldId> {
        None
    }
    /// Focus.
    pub fn set_focus(&mut self, _: crate::filing::FieldId, _: &State) {}
    /// Section.
    pub fn section(&self) -> crate::filing::Section {
        crate::filing::Section::Subject
    }
}
