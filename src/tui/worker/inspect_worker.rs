//! Inspects the files of the open draft.

use std::path::PathBuf;

use super::internal;
use super::mailbox::{Job, Policy, Work};
use crate::scan::{Cache, Wanted};
use crate::tui::effect::{InspectRequest, Message};

/// Inspects files; what has not changed since is not read again.
pub(super) struct InspectWorker {
    cache: Cache,
    home: Option<PathBuf>,
}

impl InspectWorker {
    /// What is seen goes into `cache`; `home` is what `~/` stands for.
    pub fn new(cache: Cache, home: Option<PathBuf>) -> Self {
        Self { cache, home }
    }
}

impl Work for InspectWorker {
    type Request = InspectRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<InspectRequest>) -> Vec<Message> {
        let InspectRequest { folder, files } = &job.request;
        let files = files.iter().map(Wanted::as_ref);
        vec![Message::Inspected(self.cache.inspect_all(folder, self.home.as_deref(), files))]
    }

    fn failed(_: &Job<InspectRequest>) -> Message {
        Message::Failed(internal())
    }
}
