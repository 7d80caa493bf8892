//! Drafts on disk: files as people leave them, changes from outside, crashes, locks, permissions, folders.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // helpers of tests are tests

mod crash;
mod file;
mod fixtures;
mod folder;

use std::path::Path;
use std::process::Command;

use beian::drafts::{Access, DraftFile, OpenError};
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId, Value};
use beian::fs::lock::Owner;

/// Where a child process finds the draft it is to work on.
const DRAFT: &str = "BEIAN_TEST_DRAFT";

fn moment(text: &str) -> Moment {
    Moment::parse_from_rfc3339(text).unwrap()
}

fn owner() -> Owner {
    Owner { pid: std::process::id(), since: moment("2026-11-23T10:42:33+08:00"), host: "here".into() }
}

fn named(name: &str) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::MiniProgramName, Some(name.into()));
    draft
}

fn with(draft: &Draft, id: FieldId, value: impl Into<Value>) -> Draft {
    let mut draft = draft.clone();
    draft.set(id, Some(value.into()));
    draft
}

/// Whether nobody else can open the draft for writing.
fn keeps_others_away(file: &DraftFile) -> bool {
    matches!(DraftFile::open(file.path(), Access::Write(&owner())), Err(OpenError::Held { .. }))
}

/// Names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// This test binary, about to run one of its ignored tests on a draft, through `sh -c "$script"` (ending in `exec "$@"`).
fn child(script: &str, test: &str, draft: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).arg(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", test]).env(DRAFT, draft);
    command
}

/// Runs a child to its end; its test must have run and passed.
fn must_pass(mut command: Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}\n{complained}");
}
