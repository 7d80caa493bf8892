//! Files that the draft has already, and what stands against them there.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::Files;
use crate::filing::FieldId;
use crate::fs::path::normalized;
use crate::rules::Severity;
use crate::scan::resolve;
use crate::tui::question::Target;
use crate::tui::state::State;

/// The names of files that the draft has, each with the gravest that stands against it there.
pub(super) type Used = HashMap<String, Option<Severity>>;

impl Files {
    /// The files that the draft names, and the fields that do.
    fn used<'a>(&self, state: &'a State) -> impl Iterator<Item = (FieldId, PathBuf)> + 'a {
        let document = state.document.as_ref().filter(|_| self.target.is_scan());
        document.into_iter().flat_map(|document| {
            let place = |written: &str| normalized(&resolve(&document.folder, state.home.as_deref(), written));
            document.draft().files().into_iter().map(move |(id, _, written)| (id, place(written)))
        })
    }

    /// The field that has the highlighted file, where that is another one.
    pub(super) fn taken_by(&self, state: &State) -> Option<FieldId> {
        let (here, _) = self.highlighted(state)?;
        self.taken(&here, state)
    }

    /// The field that has this file, where that is not the one that a file is chosen for.
    pub(super) fn taken(&self, file: &Path, state: &State) -> Option<FieldId> {
        let own = match self.target {
            Target::Field(id) | Target::Add(id) => Some(id),
            Target::Approval(_) => Some(FieldId::PriorApprovals),
            Target::Answer | Target::Record(_) | Target::Scans => None,
        };
        let fields: Vec<FieldId> = self.used(state).filter(|(_, path)| path == file).map(|(id, _)| id).collect();
        if own.is_some_and(|own| fields.contains(&own)) { None } else { fields.first().copied() }
    }

    /// The names of those of a folder, with what stands against them there.
    pub(super) fn used_in(&self, folder: &Path, state: &State) -> Used {
        let Some(document) = state.document.as_ref().filter(|_| self.target.is_scan()) else { return Used::new() };
        let files = document.draft().files().into_iter();
        let here = files.filter_map(|(.., written)| {
            let path = normalized(&resolve(&document.folder, state.home.as_deref(), written));
            let name = path.file_name().filter(|_| path.parent() == Some(folder))?.to_string_lossy().into_owned();
            Some((name, document.doubted(written)))
        });
        let mut used = Used::new();
        for (name, doubted) in here {
            let known = used.entry(name).or_default();
            *known = (*known).into_iter().chain(doubted).min();
        }
        used
    }
}
