//! What is in a package and what made it, so that anyone can verify it later.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::media::Media;
use super::{Inputs, Part};
use crate::catalog::renewal::current::replaced;
use crate::filing::reuse::left_to_record;
use crate::filing::{FieldId, Filing};
use crate::rules;
use crate::scan::sha256;

/// The manifest's path inside the package. It lists every other file.
pub const PATH: &str = "manifest.json";

/// The layout of packages this program makes, and the newest that it reads.
pub(super) const FORMAT: u32 = 1;

/// The manifest as it is written; the order of the fields is that of the file.
#[derive(Debug, Serialize)]
pub struct Manifest<'a> {
    format: u32,
    program: Program,
    /// Version of the rules that passed the draft.
    rules: &'a str,
    /// What is filed: `new`, `change`, `deregister`.
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    app_id: &'a str,
    /// The name of who files.
    #[serde(skip_serializing_if = "str::is_empty")]
    subject: &'a str,
    /// The filing number, where there is one.
    #[serde(skip_serializing_if = "str::is_empty")]
    number: &'a str,
    /// The platform's lists that stood in the place of those that come with the program.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lists: Vec<ListEntry>,
    /// The day of the export.
    date: NaiveDate,
    files: Vec<FileEntry<'a>>,
    /// What the rules left: no sentences, nothing personal but the reasons a person gave, where these may leave.
    findings: Vec<Remaining<'a>>,
    /// What stands between this package and a submission.
    open: &'a Open,
}

/// What is left to do before the package can be submitted.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Open {
    /// Files whose place in the request is held until the upload gives an id.
    placeholders: Vec<String>,
    /// Whether the owner's face check is due, and nothing is noted of it.
    face_check: bool,
    /// Questions without an answer, by their paths.
    questions: Vec<&'static str>,
    /// Papers of a subject on record that are not in the request, by their paths: the console takes them from the record, the
    /// interface does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_to_record: Vec<&'static str>,
}

impl Open {
    /// Questions without an answer, by their paths.
    #[must_use]
    pub fn questions(&self) -> &[&'static str] {
        &self.questions
    }

    /// Whether the owner's face check is due, and nothing is noted of it.
    #[must_use]
    pub const fn face_check(&self) -> bool {
        self.face_check
    }

    /// What is open in a filing.
    #[must_use]
    pub fn of(filing: &Filing, media: &Media) -> Self {
        let draft = filing.draft();
        let placeholders = match filing {
            Filing::Application(_) => media.uploads().into_iter().map(|upload| upload.file).collect(),
            Filing::Change(_) | Filing::Deregistration(_) => Vec::new(),
        };
        let asked = FieldId::FACE_CHECK.iter().copied().filter(|id| draft.asks(*id));
        // The interface wants the task; in the console, that it was passed says enough.
        let noted = |id: FieldId| draft.get(id).is_some();
        let wanted = match filing {
            Filing::Application(_) => FieldId::FaceCheckTask,
            Filing::Change(_) | Filing::Deregistration(_) => FieldId::FaceCheckPassedAt,
        };
        let face_check = asked.count() > 0 && !noted(wanted);
        let questions = FieldId::QUESTIONS.iter().copied().filter(|id| draft.asks(*id) && draft.get(*id).is_none());
        let left_to_record = left_to_record(draft).map(FieldId::path).collect();
        Self { placeholders, face_check, questions: questions.map(FieldId::path).collect(), left_to_record }
    }
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
    size: u64,
    sha256: String,
}

impl<'a> FileEntry<'a> {
    fn of(path: &'a str, part: &Part) -> Self {
        match part {
            Part::Made(bytes) => Self { path, size: bytes.len() as u64, sha256: sha256(bytes) },
            Part::Scan(scan) => {
                let (sha256, size) = scan.sum();
                Self { path, size, sha256: sha256.to_owned() }
            }
        }
    }
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
    /// Only where notes may leave.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    date: NaiveDate,
}

/// The manifest of these files.
#[must_use]
pub fn of<'a>(filing: &'a Filing, files: &'a BTreeMap<String, Part>, inputs: &Inputs<'a>, open: &'a Open) -> Manifest<'a> {
    let draft = filing.draft();
    let name = if draft.is_individual() { FieldId::ResponsiblePersonName } else { FieldId::SubjectName };
    Manifest {
        format: FORMAT,
        program: Program { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        rules: rules::VERSION,
        kind: draft.filing_kind().word(),
        app_id: draft.text(FieldId::AppId),
        subject: draft.text(name),
        number: draft.number(),
        lists: replaced().iter().map(|of| ListEntry { list: of.list.name(), retrieved: &of.retrieved }).collect(),
        date: inputs.today,
        files: files.iter().map(|(path, part)| FileEntry::of(path, part)).collect(),
        findings: inputs
            .findings
            .iter()
            .map(|found| Remaining {
                rule: found.rule.name,
                severity: found.severity.name(),
                field: found.path().into_owned(),
                confirmed: found
                    .confirmed
                    .as_ref()
                    .map(|one| Confirmed { reason: inputs.with_notes.then_some(one.reason.as_str()), date: one.date }),
            })
            .collect(),
        open,
    }
}
