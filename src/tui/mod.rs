//! The wizard.
//!
//! A whole session is a list of events: [`app::App::update`] turns each into a changed state and a list of effects, and does no
//! I/O itself; [`app::App::draw`] only reads. `worker` does what the effects ask for and answers with messages, which are
//! events again.

pub mod app;
pub mod canvas;
pub mod chrome;
pub mod dialog;
pub mod document;
pub mod effect;
pub mod event;
pub mod form;
pub mod keymap;
pub mod picture;
pub mod run;
pub mod screen;
pub mod state;
pub mod survey;
pub mod terminal;
pub mod theme;
pub mod worker;

pub use run::{Options, RunError, run};
pub use worker::Rescued;
