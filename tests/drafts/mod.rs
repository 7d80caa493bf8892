//! Drafts on disk: files as people leave them, changes from outside, crashes, locks, permissions, folders.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // helpers of tests are tests

#[cfg(unix)]
mod crash;
mod file;
mod fixtures;
mod folder;

use std::path::Path;

use beian::drafts::{Access, DraftFile, OpenError};
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId, Value};
use beian::fs::lock::Owner;

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
