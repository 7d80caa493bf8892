//! Sees which folders used lately are there.

use std::path::PathBuf;

use super::internal;
use super::mailbox::{Job, Policy, Work};
use crate::drafts::recent;
use crate::tui::effect::Message;

/// Folders of this session; those of earlier ones are read.
pub(super) struct RecentRequest {
    pub lately: Vec<PathBuf>,
}

/// Reads the file of folders used lately.
pub(super) struct RecentWorker {
    pub file: Option<PathBuf>,
}

impl Work for RecentWorker {
    type Request = RecentRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<RecentRequest>) -> Vec<Message> {
        let mut earlier = self.file.as_deref().map(recent::load).unwrap_or_default();
        earlier.retain(|folder| folder.is_dir());
        let gone = job.request.lately.iter().filter(|folder| !folder.is_dir()).cloned().collect();
        vec![Message::RecentFolders { earlier, gone }]
    }

    fn failed(_: &Job<RecentRequest>) -> Message {
        Message::Failed(internal())
    }
}
