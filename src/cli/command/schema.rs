//! `beian schema`: the JSON Schema of a draft.

use crate::cli::error::{Outcome, Status};
use crate::cli::output::Out;
use crate::drafts::schema;

/// Prints the schema; it is JSON whatever the format.
pub fn run(out: &mut Out<'_>) -> Outcome {
    out.json(&schema::schema())?;
    Ok(Status::Fine)
}
