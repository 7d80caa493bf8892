//! What a reviewer says, understood: which of the known rejections a text speaks of, at which field, and whether what stands
//! there has changed since.

mod advice;
pub mod codes;
mod english;
mod fingerprint;
mod framing;
pub mod label;
mod open;
mod recognise;
mod search;
mod signs;

pub(in crate::rules) use fingerprint::inputs as fingerprint_inputs;
pub use fingerprint::stamp;
pub use open::{OPEN_RULE, Standing, State, count_open, known, standing};
pub use recognise::{place, reason, reasons, recognise};
pub use search::search_words;
