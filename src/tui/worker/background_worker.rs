//! Inspects the files of drafts in the list, for the numbers beside them: as `beian list` does, and each file once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::Trusted;
use super::mailbox::{Job, Policy, Work};
use crate::scan::facts::Facts;
use crate::scan::{Cache, Wanted};
use crate::tui::effect::{BackgroundRequest, Message};

/// Inspects the files of drafts that nobody has open.
pub(super) struct BackgroundWorker {
    home: Option<PathBuf>,
    trusted: Trusted,
    caches: HashMap<PathBuf, Cache>,
}

impl BackgroundWorker {
    /// `home` is what `~/` stands for.
    pub fn new(home: Option<PathBuf>, trusted: Trusted) -> Self {
        Self { home, trusted, caches: HashMap::new() }
    }
}

impl Work for BackgroundWorker {
    type Request = BackgroundRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<BackgroundRequest>) -> Vec<Message> {
        let BackgroundRequest { path, files } = &job.request;
        // Scans are relative to the folder of the file that a link leads to.
        let file = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        let folder = file.parent().unwrap_or(Path::new("."));
        let cache = self.caches.entry(path.clone()).or_insert_with(Cache::lean);
        let reach = self.trusted.reach(&file);
        let facts = reach.inspect(cache, folder, self.home.as_deref(), files.iter().map(Wanted::as_ref));
        vec![Message::InspectedInBackground { path: path.clone(), facts }]
    }

    fn failed(job: &Job<BackgroundRequest>) -> Message {
        Message::InspectedInBackground { path: job.request.path.clone(), facts: Facts::new() }
    }
}
