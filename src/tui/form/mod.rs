//! Draws any section of the field table: labels in one column, values in one, marks in one; findings under their field; scrolled
//! so that the focused field is always whole on the screen.

mod face_check;
mod listed;
pub mod live;
pub mod pane;
mod rows;
pub mod seen;

pub use listed::{listed, note};
pub use rows::{Block, Focused, Layout, layout, under, width_of};
