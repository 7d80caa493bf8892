//! Looks at the files of drafts in the list, for the numbers beside them: as `beian list` does, and each file once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::Job;
use crate::scan::Cache;
use crate::tui::effect::{Effect, Message};

/// Looks at the files of drafts that nobody has open.
pub(super) struct Surveyor {
    home: Option<PathBuf>,
    caches: HashMap<PathBuf, Cache>,
}

impl Surveyor {
    /// `home` is what `~/` stands for.
    pub fn new(home: Option<PathBuf>) -> Self {
        Self { home, caches: HashMap::new() }
    }

    pub fn answer(&mut self, job: &Job) -> Vec<Message> {
        let Effect::Survey { path, files } = &job.effect else { return Vec::new() };
        // Scans are relative to the folder of the file that a link leads to.
        let file = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        let folder = file.parent().unwrap_or(Path::new("."));
        let cache = self.caches.entry(path.clone()).or_default();
        let facts = cache.inspect_all(folder, self.home.as_deref(), files.iter().map(String::as_str));
        vec![Message::Surveyed { path: path.clone(), facts }]
    }
}
