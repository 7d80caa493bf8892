//! `beian help`: the overview, or the help of a command.

use std::ffi::{OsStr, OsString};

use crate::cli::args;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;

/// Prints what `--help` prints.
pub fn run(command: &[OsString], out: &mut Out<'_>) -> Outcome {
    let command = command.join(OsStr::new(" "));
    let name = (!command.is_empty()).then(|| command.to_string_lossy());
    match args::help_of(name.as_deref(), out.lang) {
        Some(text) => out.raw(&text)?,
        None => return Err(Failure::no_command(&command).into()),
    }
    Ok(Status::Fine)
}
