//! The pieces screens and dialogs are drawn with. They know keys and languages, and nothing of the wizard's state.

pub mod calendar;
pub mod canvas;
pub mod cursor;
pub mod hint;
pub mod hit;
pub mod kept;
pub mod lines;
pub mod list;
pub mod page;
pub mod panel;
pub mod text_box;
pub mod theme;
