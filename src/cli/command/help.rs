//! `beian help`: the overview, or the help of a command.

use std::ffi::OsStr;

use crate::cli::args;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;

/// Prints what `--help` prints.
pub fn run(command: Option<&OsStr>, out: &mut Out<'_>) -> Outcome {
    let name = command.map(OsStr::to_string_lossy);
    match args::help_of(name.as_deref(), out.lang) {
        Some(text) => out.raw(&text)?,
        None => return Err(Failure::no_command(command.unwrap_or_default()).into()),
    }
    Ok(Status::Fine)
}
