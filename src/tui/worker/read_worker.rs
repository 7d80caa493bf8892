//! Reads the writing on scans, one at a time, and finds the pictures of a folder that are to be read. What is read stays in memory.

use std::path::{Path, PathBuf};

use super::mailbox::{Job, Policy, Work};
use crate::fs::path::normalized;
use crate::reading::folder::{NoPictures, pictures};
use crate::reading::{self, Reading};
use crate::scan::read::{NotReady, Reader};
use crate::scan::{self, relative_to};
use crate::tui::effect::{Found, Message, PicturesRequest, PlaceRequest, ReadRequest};

/// What is wanted of it.
pub(super) enum ReaderRequest {
    /// What a scan says.
    Scan(ReadRequest),
    /// Which pictures a folder has.
    Folder(PicturesRequest),
    /// Which of them are still there.
    Again(PlaceRequest),
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
        let file = self.place(&request.folder, &request.path);
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

    /// Where a picture lies that a draft in this folder names.
    fn place(&self, folder: &Path, path: &str) -> PathBuf {
        let file = scan::resolve(folder, self.home.as_deref(), path);
        // The folder that the draft is to lie in may not be there yet: through it the system finds nothing.
        if folder.is_dir() { file } else { normalized(&file) }
    }

    fn again(&self, request: &PlaceRequest) -> Message {
        let is_gone = |path: &&String| !self.place(&request.target, path).is_file();
        Message::PicturesGone { folder: request.folder.clone(), gone: request.paths.iter().filter(is_gone).cloned().collect() }
    }

    fn folder(&mut self, request: &PicturesRequest) -> Message {
        if let Err(message) = self.open() {
            return *message;
        }
        let written = |found: reading::folder::Found| {
            let path = relative_to(&request.target, self.home.as_deref(), &found.file);
            // What no draft can name is not read either.
            let sha256 = path.is_some().then_some(found.sha256).flatten();
            let path = path.unwrap_or_else(|| found.file.to_string_lossy().into_owned());
            Found { path, sha256, about: found.about }
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
            ReaderRequest::Again(request) => vec![self.again(request)],
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
            ReaderRequest::Again(request) => Message::PicturesGone { folder: request.folder.clone(), gone: Vec::new() },
            ReaderRequest::Rest => Message::CannotRead { damaged: None },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::scan::read::models::MODELS;

    #[test]
    fn models_that_go_or_change_between_two_scans_are_answered_for_each_time_and_spoil_nothing() {
        let place = tempfile::tempdir().unwrap();
        let models = place.path().join("models");
        let mut worker = ReadWorker::new(Some(models.clone()), None);
        let request = ReadRequest { folder: place.path().to_owned(), path: "a.jpg".into(), sha256: "a".into(), is_last: false };
        let folder = PicturesRequest { folder: place.path().to_owned(), target: place.path().to_owned() };
        let damaged = |message: Message| match message {
            Message::CannotRead { damaged } => damaged,
            other => panic!("{other:?}"),
        };
        let mut both = || [worker.scan(&request), worker.folder(&folder)].map(damaged);
        assert_eq!(both(), [None, None], "there never were any");
        fs::create_dir(&models).unwrap();
        assert_eq!(both(), [None, None], "an empty folder");
        let first = models.join(MODELS[0].file);
        fs::write(&first, "another").unwrap();
        fs::write(models.join(MODELS[1].file), "another").unwrap();
        assert_eq!(both(), [Some(first.clone()), Some(first.clone())]);
        fs::remove_file(&first).unwrap();
        assert_eq!(both(), [None, None], "one of them is gone");
        fs::create_dir(&first).unwrap();
        assert_eq!(both(), [Some(first.clone()), Some(first)], "what is no file");
        fs::remove_dir_all(&models).unwrap();
        assert_eq!(both(), [None, None], "the folder is gone");
        assert!(worker.reader.is_none());
    }
}
