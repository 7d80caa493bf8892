//! Text without a terminal: how wide it is, where it breaks, what is typed and what is shown.
//!
//! Everything here is pure: strings in, strings out. Nothing knows a screen or a field. [`Text`] is a sentence in both languages.

pub mod clean;
pub mod edit;
mod edit_wrapped;
pub mod escape;
pub mod grapheme;
pub mod json;
mod lang;
pub mod normalize;
pub mod path;
pub mod pinyin;
pub mod position;
pub mod reportable;
pub mod width;
pub mod wrap;

pub use lang::{Lang, Text, counted, fill, text};
