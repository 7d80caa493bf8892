//! The wizard.
//!
//! A whole session is a list of events: [`app::App::update`] turns each into a changed state and a list of requests, and does no
//! I/O itself; [`app::App::draw`] only reads. `worker` does what the requests ask for and answers with messages, which are
//! events again. A part of the wizard uses only parts that stand below it in ARCHITECTURE.md.

pub mod app;
pub mod background;
pub mod chrome;
pub mod dialog;
pub mod document;
pub mod effect;
pub mod event;
pub mod form;
pub mod input;
pub mod key;
pub mod keymap;
pub mod picture;
pub mod question;
pub mod route;
pub mod run;
pub mod screen;
pub mod sorting;
pub mod state;
pub mod terminal;
pub mod widget;
pub mod worker;

pub use run::{Options, run};
pub use worker::Rescued;
