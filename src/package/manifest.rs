//! What is in a package and what made it, so that anyone can verify it later.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::media::sha256;
use crate::catalog::renewal::current::replaced;
use crate::rules::{self, Finding};

/// The manifest's path inside the package. It lists every other file.
pub const PATH: &str = "manifest.json";

/// The layout of packages this program makes.
const FORMAT: u32 = 1;

/// The manifest as it is written; the order of the fields is that of the file.
#[derive(Debug, Serialize)]
pub struct Manifest<'a> {
    format: u32,
    program: Program,
    /// Version of the rules that passed the draft.
    rules: &'a str,
    /// The platform's lists that stood in the place of those that come with the program.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lists: Vec<ListEntry>,
    /// The day of the export.
    date: NaiveDate,
    files: Vec<FileEntry<'a>>,
    /// What the rules left: no sentences, nothing personal but the reasons a person gave.
    findings: Vec<Remaining<'a>>,
}

#[derive(Debug, Serialize)]
struct Program {
    name: &'static str,
    version: &'static str,
}

#[derive(Debug, Serialize)]
struct ListEntry {
    list: &'static str,
    retrieved: &'static str,
}

#[derive(Debug, Serialize)]
struct FileEntry<'a> {
    path: &'a str,
    size: usize,
    sha256: String,
}

#[derive(Debug, Serialize)]
struct Remaining<'a> {
    rule: &'a str,
    severity: &'static str,
    field: String,
    /// Why the person who files stands by it, and since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed: Option<Confirmed<'a>>,
}

#[derive(Debug, Serialize)]
struct Confirmed<'a> {
    reason: &'a str,
    date: NaiveDate,
}

/// The manifest of these files.
#[must_use]
pub fn of<'a>(files: &'a BTreeMap<String, Vec<u8>>, date: NaiveDate, findings: &'a [Finding]) -> Manifest<'a> {
    Manifest {
        format: FORMAT,
        program: Program { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        rules: rules::VERSION,
        lists: replaced().iter().map(|of| ListEntry { list: of.list.name(), retrieved: &of.retrieved }).collect(),
        date,
        files: files.iter().map(|(path, bytes)| FileEntry { path, size: bytes.len(), sha256: sha256(bytes) }).collect(),
        findings: findings
            .iter()
            .map(|found| Remaining {
                rule: found.rule.name,
                severity: found.severity.name(),
                field: found.path().into_owned(),
                confirmed: found.confirmed.as_ref().map(|one| Confirmed { reason: &one.reason, date: one.date }),
            })
            .collect(),
    }
}
