//! To be written.
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Context;
use crate::tui::state::{Command, Input, State};

/// Files.
#[derive(Debug)]
pub struct Files;

impl Files {
    /// The folder shown.
    pub fn folder(&self) -> &std::path::Path {
        std::path::Path::new("/")
    }
    /// New.
    pub fn new(_: Target, _: &State) -> Self {
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
    /// Takes a folder's lines.
    pub fn receive(&mut self, _: &crate::tui::effect::Message, _: &State) {}
}
/// Target.
#[derive(Debug)]
pub enum Target {
    /// f
    Field(crate::filing::FieldId),
    /// a
    Add(crate::filing::FieldId),
    /// p
    Approval(usize),
}
