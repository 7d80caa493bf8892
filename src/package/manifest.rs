//! What is in a package and what made it, so that anyone can verify it later.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::media::sha256;
use crate::rules::{self, Finding};

/// The manifest's path inside the package. It lists every other file.
pub const PATH: &str = "manifest.json";

/// The layout of packages this program makes.
const FORMAT: u32 = 1;

/// The manifest of these files. Findings are named by rule, weight and place: no sentences, nothing personal.
#[must_use]
pub fn of(files: &BTreeMap<String, Vec<u8>>, date: NaiveDate, findings: &[Finding]) -> Json {
    let files: Vec<Json> =
        files.iter().map(|(path, bytes)| json!({ "path": path, "size": bytes.len(), "sha256": sha256(bytes) })).collect();
    let findings: Vec<Json> = findings
        .iter()
        .map(|finding| json!({ "rule": finding.rule, "severity": finding.severity.name(), "field": finding.path() }))
        .collect();
    json!({
        "format": FORMAT,
        "program": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "rules": rules::VERSION,
        "date": date.to_string(),
        "files": files,
        "findings": findings,
    })
}
