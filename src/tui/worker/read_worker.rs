//! Reads the writing on scans, one at a time, and finds the pictures of a folder that are to be read. What is read stays in memory.

use std::path::PathBuf;

use super::mailbox::{Job, Policy, Work};
use crate::fs::path::normalized;
use crate::reading::folder::{NoPictures, pictures};
use crate::reading::{self, Reading};
use crate::scan::read::{NotReady, Reader};
use crate::scan::{self, relative_to};
use crate::tui::effect::{Message, PicturesRequest, ReadRequest};

/// What is wanted of it.
pub(super) enum ReaderRequest {
    /// What a scan says.
    Scan(ReadRequest),
    /// Which pictures a folder has.
    Folder(PicturesRequest),
    /// Nothing for now.
    Rest,
}

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

    /// Opens the models if they are not; says why they cannot be.
    fn open(&mut self) -> Result<&Reader, Box<Message>> {
        if self.reader.is_none() {
            let Some(folder) = &self.models else { return Err(Box::new(Message::CannotRead { damaged: None })) };
            let opened = Reader::open(folder).map_err(|why| match why {
                NotReady::Unusable(file) | NotReady::Unreadable(file, _) => Some(folder.join(file)),
                NotReady::Missing(_) => None,
            });
            self.reader = Some(opened.map_err(|damaged| Box::new(Message::CannotRead { damaged }))?);
        }
        self.reader.as_ref().ok_or_else(|| Box::new(Message::CannotRead { damaged: None }))
    }

    fn scan(&mut self, request: &ReadRequest) -> Message {
        let file = scan::resolve(&request.folder, self.home.as_deref(), &request.path);
        // The folder that the draft is to lie in may not be there yet: through it the system finds nothing.
        let file = if request.folder.is_dir() { file } else { normalized(&file) };
        let reading = match self.open() {
            Ok(reader) => reading::read(reader, &file, &request.sha256),
            Err(message) => return *message,
        };
        if request.is_last {
            // The models take more memory than the rest of the program.
            self.reader = None;
        }
        Message::ScanRead { sha256: request.sha256.clone(), reading: reading.into() }
    }

    fn folder(&mut self, request: &PicturesRequest) -> Message {
        if let Err(message) = self.open() {
            return *message;
        }
        let written = |found: reading::folder::Found| {
            let path = relative_to(&request.target, self.home.as_deref(), &found.file);
            // What no draft can name is not read either.
            let sha256 = path.is_some().then_some(found.sha256).flatten();
            (path.unwrap_or_else(|| found.file.to_string_lossy().into_owned()), sha256)
        };
        let found: Result<Vec<_>, NoPictures> =
            pictures(&request.folder).map(|pictures| pictures.into_iter().map(written).collect());
        if found.is_err() {
            self.reader = None;
        }
        Message::PicturesFound { folder: request.folder.clone(), found }
    }
}

impl Work for ReadWorker {
    type Request = ReaderRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<ReaderRequest>) -> Vec<Message> {
        match &job.request {
            ReaderRequest::Scan(request) => vec![self.scan(request)],
            ReaderRequest::Folder(request) => vec![self.folder(request)],
            ReaderRequest::Rest => {
                self.reader = None;
                Vec::new()
            }
        }
    }

    fn failed(job: &Job<ReaderRequest>) -> Message {
        match &job.request {
            ReaderRequest::Scan(request) => {
                Message::ScanRead { sha256: request.sha256.clone(), reading: Reading::default().into() }
            }
            ReaderRequest::Folder(request) => {
                Message::PicturesFound { folder: request.folder.clone(), found: Err(NoPictures::None) }
            }
            ReaderRequest::Rest => Message::CannotRead { damaged: None },
        }
    }
}
