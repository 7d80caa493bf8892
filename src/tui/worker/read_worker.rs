//! Reads the writing on scans, one at a time. What is read stays in memory.

use std::path::PathBuf;

use super::mailbox::{Job, Policy, Work};
use crate::reading::{self, Reading};
use crate::scan;
use crate::scan::read::Reader;
use crate::tui::effect::{Message, ReadRequest};

/// Reads scans, as long as there are models to read them with.
pub(super) struct ReadWorker {
    models: Option<PathBuf>,
    home: Option<PathBuf>,
    reader: Option<Reader>,
}

impl ReadWorker {
    /// `models` is the folder of the models, `home` what `~/` stands for.
    pub const fn new(models: Option<PathBuf>, home: Option<PathBuf>) -> Self {
        Self { models, home, reader: None }
    }

    /// The reader; `None` where there are no models, or others.
    fn reader(&mut self) -> Option<&Reader> {
        if self.reader.is_none() {
            self.reader = Reader::open(self.models.as_deref()?).ok();
        }
        self.reader.as_ref()
    }
}

impl Work for ReadWorker {
    type Request = ReadRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<ReadRequest>) -> Vec<Message> {
        let ReadRequest { folder, path, sha256, is_last } = &job.request;
        let file = scan::resolve(folder, self.home.as_deref(), path);
        let Some(reader) = self.reader() else { return vec![Message::CannotRead] };
        let reading = reading::read(reader, &file, sha256);
        if *is_last {
            // The models take more memory than the rest of the program.
            self.reader = None;
        }
        vec![Message::ScanRead { sha256: sha256.clone(), reading: reading.into() }]
    }

    fn failed(job: &Job<ReadRequest>) -> Message {
        Message::ScanRead { sha256: job.request.sha256.clone(), reading: Reading::default().into() }
    }
}
