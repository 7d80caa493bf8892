//! A file's place in the draft: what it holds with the file in it, and marking files one after the other.

use std::path::Path;

use super::super::paths::most;
use super::Files;
use crate::filing::{Approval, FieldId, Kind, Value};
use crate::fs::path::normalized;
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::scan::{relative_to, resolve};
use crate::tui::document::Document;
use crate::tui::question::Target;
use crate::tui::state::{Command, State};

/// What a draft holds with a file in its place.
pub(super) struct Placed {
    pub(super) id: FieldId,
    pub(super) row: Option<usize>,
    pub(super) value: Value,
    /// The file's path, as written there.
    pub(super) written: String,
}

impl Files {
    /// Puts the highlighted file into the draft and stays; one of several that is there already it takes out again.
    pub(super) fn mark(&mut self, state: &State) -> Vec<Command> {
        let Some((path, _)) = self.highlighted(state).filter(|(_, line)| !line.folder) else { return Vec::new() };
        let Some(document) = state.document.as_ref().filter(|_| self.marks()) else { return Vec::new() };
        let (id, value) = match self.without(&path, document, state.home.as_deref()) {
            Some(left) => left,
            None => match self.placed(&path, document, state.home.as_deref()) {
                Ok(Placed { value: Value::Paths(paths), id, .. }) if paths.len() > most(id) => {
                    self.refusal = Some(words::NO_MORE_FILES);
                    return Vec::new();
                }
                Ok(Placed { id, value, .. }) => (id, value),
                Err(refusal) => {
                    self.refusal = Some(refusal);
                    return Vec::new();
                }
            },
        };
        self.marked = true;
        let folder = path.parent().map(|folder| Command::TookFrom(folder.to_owned()));
        [Command::Edit(id, Some(value)), Command::Leave(id)].into_iter().chain(folder).collect()
    }

    /// The files of a field that holds several, without this one; `None` where it is not among them.
    fn without(&self, path: &Path, document: &Document, home: Option<&Path>) -> Option<(FieldId, Value)> {
        let Target::Add(id) = self.target else { return None };
        let there = |written: &str| normalized(&resolve(&document.folder, home, written));
        let paths = document.draft().paths(id);
        let left: Vec<String> = paths.iter().filter(|other| there(other) != path).map(|&other| other.to_owned()).collect();
        (left.len() < paths.len()).then_some((id, Value::Paths(left)))
    }

    /// Whether a file is put into the draft as it stands there, so that it can be marked.
    pub(super) const fn marks(&self) -> bool {
        matches!(self.target, Target::Field(_) | Target::Add(_) | Target::Approval(_))
    }

    /// What the draft would hold with this file, written as the draft wants it; or why it cannot.
    pub(super) fn placed(&self, path: &Path, document: &Document, home: Option<&Path>) -> Result<Placed, Text> {
        let folder = document.folder.as_path();
        let written = relative_to(folder, home, path).ok_or(words::NOT_UNICODE)?;
        let draft = document.draft();
        let (id, row, value) = match self.target {
            Target::Field(id) if id.field().kind == Kind::Picture => (id, None, Value::Text(written.clone())),
            Target::Field(id) => (id, Some(0), Value::Paths(vec![written.clone()])),
            Target::Add(id) => {
                let mut paths: Vec<String> = draft.paths(id).into_iter().map(str::to_owned).collect();
                // One file may be written in several ways.
                let there = |written: &str| normalized(&resolve(folder, home, written));
                if paths.iter().any(|other| there(other) == there(&written)) {
                    return Err(words::ALREADY_THERE);
                }
                paths.push(written.clone());
                (id, Some(paths.len() - 1), Value::Paths(paths))
            }
            Target::Approval(row) => {
                let mut rows: Vec<Approval> = draft.approvals().to_vec();
                if let Some(row) = rows.get_mut(row) {
                    row.document.clone_from(&written);
                }
                (FieldId::PriorApprovals, Some(row), Value::Approvals(rows))
            }
            Target::Answer | Target::Record(_) | Target::Scans => (FieldId::FilingKind, None, Value::Text(written.clone())),
        };
        Ok(Placed { id, row, value, written })
    }
}
