//! One draft file: opening, noticing changes from outside, saving.
//!
//! A link is followed: the draft is the file it leads to, saved in that file's folder, with its lock beside it, and scans are
//! relative to that folder. A [`DraftFile`] can be handed to a worker thread while the screen keeps the [`Draft`].

pub mod foreign;
mod reading;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::reading::{Fingerprint, folder_trouble, is_marked_read_only, read_bytes};
pub use self::reading::{LIMIT, check_kind, glance_at, read_draft};
use super::anchor;
use super::codec::{self, Document};
use super::error::{OpenError, OutsideChange, ReadOnly, SaveError, Step};
use super::schema;
use crate::filing::Draft;
use crate::fs::atomic::{self, Target};
use crate::fs::lock::{self, Asked, Lock, Owner};
use crate::fs::path::folder_of;
use crate::fs::temporary::{self, Which};
use crate::fs::{IoTrouble, PRIVATE};

/// What a draft is opened for.
#[derive(Debug, Clone, Copy)]
pub enum Access<'a> {
    /// Reading and writing, by this owner. Where the file or its folder does not permit that, it is opened for reading
    /// only, and [`DraftFile::read_only`] says why.
    Write(&'a Owner),
    /// Reading, whoever else has it open.
    ReadOnly,
}

/// A draft file that is open.
#[derive(Debug)]
pub struct DraftFile {
    path: PathBuf,
    target: PathBuf,
    document: Document,
    seen: Fingerprint,
    mode: u32,
    lock: Option<Lock>,
    read_only: Option<ReadOnly>,
    not_durable: Option<IoTrouble>,
}

/// What a save may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// Nothing: the name must be free.
    Nothing,
    /// The file as it was read or saved last.
    Known,
    /// Whatever is there.
    Anything,
}

/// What a save did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// Whether anything had to be written.
    pub written: bool,
    /// The draft is saved, but the folder could not be synced: a power cut may still bring back the old version.
    pub not_durable: Option<IoTrouble>,
}

impl DraftFile {
    /// Opens a draft.
    ///
    /// # Errors
    /// When it cannot be read as a draft, or another process has it open for writing.
    pub fn open(path: &Path, access: Access<'_>) -> Result<Self, OpenError> {
        let target = fs::canonicalize(path).map_err(|error| OpenError::from_io(path, error))?;
        // Looked at before anything is created beside it: a lock for a folder or a device would be a stray file.
        reading::check_kind(path)?;
        let (lock, read_only) = match access {
            Access::ReadOnly => (None, Some(ReadOnly::Asked)),
            Access::Write(owner) => claim(path, &target, owner)?,
        };
        let (document, seen, mode) = reading::read_document(path)?;
        Ok(Self { path: path.to_owned(), target, document, seen, mode, lock, read_only, not_durable: None })
    }

    /// Makes a new draft file. Its folder must be there.
    ///
    /// # Errors
    /// When a file of this name is there already, or it cannot be written.
    pub fn create(path: &Path, draft: &Draft, owner: &Owner) -> Result<Self, SaveError> {
        Self::create_from(path, codec::new_document(draft, schema::is_in(folder_of(path))), owner)
    }

    /// Makes a new draft file of a document.
    ///
    /// # Errors
    /// As [`DraftFile::create`].
    pub(super) fn create_from(path: &Path, document: Document, owner: &Owner) -> Result<Self, SaveError> {
        if path.symlink_metadata().is_ok() {
            return Err(SaveError::Exists { path: path.to_owned() });
        }
        let folder = folder_of(path);
        let create = |error| io_error(path, Step::Create, error);
        let name = path.file_name().ok_or_else(|| create(io::ErrorKind::InvalidInput.into()))?;
        let target = fs::canonicalize(folder).map_err(create)?.join(name);
        let lock = match lock::ask(&target, owner) {
            Asked::Ours(lock) => Some(lock),
            Asked::Unsupported => None,
            Asked::Held(held) => return Err(SaveError::Held { path: path.to_owned(), held }),
            Asked::Occupied(place) => {
                return Err(io_error(&place, Step::Create, io::ErrorKind::AlreadyExists.into()));
            }
            Asked::Unwritable(trouble) => {
                return Err(SaveError::Io { path: path.to_owned(), step: Step::Create, trouble });
            }
        };
        let mut file = Self {
            path: path.to_owned(),
            target,
            document: Document::default(),
            seen: Fingerprint::default(),
            mode: PRIVATE,
            lock,
            read_only: None,
            not_durable: None,
        };
        file.put(document, Over::Nothing)?;
        Ok(file)
    }

    /// The path it was opened by.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that paths of scans are relative to: the one the file lies in, links followed.
    #[must_use]
    pub fn folder(&self) -> &Path {
        folder_of(&self.target)
    }

    /// The draft, as read or as last saved.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        self.document.draft()
    }

    /// The document, for what it knows beyond the draft: events that could not be read, unknown keys.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// Why it cannot be saved, if it cannot.
    #[must_use]
    pub const fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }

    /// Reads the file anew, forgetting what was read before.
    ///
    /// # Errors
    /// As [`DraftFile::open`]; what was read before then stays.
    pub fn reload(&mut self) -> Result<&Draft, OpenError> {
        let (document, seen, mode) = reading::read_document(&self.target)?;
        (self.document, self.seen, self.mode) = (document, seen, mode);
        Ok(self.document.draft())
    }

    /// What happened to the file since it was read or saved, by its content: a file that was only touched, or written anew
    /// with the same content, did not change.
    ///
    /// # Errors
    /// When it cannot be read for another reason than being gone.
    pub fn changed_outside(&self) -> Result<Option<OutsideChange>, OpenError> {
        match read_bytes(&self.target) {
            Ok((_, now, _)) if now.same_content(&self.seen) => Ok(None),
            Ok(_) | Err(OpenError::TooLarge { .. }) => Ok(Some(OutsideChange::Modified)),
            Err(OpenError::NotFound { .. }) => Ok(Some(OutsideChange::Deleted)),
            Err(OpenError::NotAFile { .. }) => Ok(Some(OutsideChange::Replaced)),
            Err(error) => Err(error),
        }
    }

    /// The draft as it is on the disk now, whatever was read before; `None` where it cannot be read.
    #[must_use]
    pub fn on_disk(&self) -> Option<Draft> {
        glance_at(&self.target).ok().map(|(said, _)| said.draft)
    }

    /// Saves the draft. Only what changed is written; nothing at all when nothing did.
    ///
    /// # Errors
    /// When the file changed outside, or the system fails. The file on disk is then still whole, and the next save starts
    /// afresh from the draft it is given.
    pub fn save(&mut self, draft: &Draft) -> Result<Saved, SaveError> {
        self.check_writable()?;
        match self.changed_outside() {
            Ok(None) => {}
            Ok(Some(change)) => return Err(SaveError::ChangedOutside { path: self.path.clone(), change }),
            Err(OpenError::Io { trouble, .. }) => return Err(self.trouble(Step::Compare, trouble)),
            Err(_) => return Err(self.trouble(Step::Compare, io::Error::from(io::ErrorKind::PermissionDenied).into())),
        }
        if draft == self.document.draft() && self.not_durable.is_none() {
            return Ok(Saved::default());
        }
        self.write(draft, Over::Known)
    }

    /// Saves the draft over whatever is there now, or makes the file anew when it is gone.
    ///
    /// # Errors
    /// When the system fails.
    pub fn save_over(&mut self, draft: &Draft) -> Result<Saved, SaveError> {
        self.check_writable()?;
        self.write(draft, Over::Anything)
    }

    /// Saves the draft under another name, which must be free, and goes on with that file. In another folder the relative
    /// paths of scans are rewritten to lead to the same files: go on with [`DraftFile::draft`] afterwards.
    ///
    /// # Errors
    /// When the name is taken or the system fails; everything then stays as it was.
    pub fn save_as(&mut self, path: &Path, draft: &Draft, owner: &Owner) -> Result<Saved, SaveError> {
        let folder = fs::canonicalize(folder_of(path)).map_err(|error| io_error(path, Step::Create, error))?;
        let mut document = self.document.clone();
        document.update(&anchor::moved(draft, self.folder(), &folder));
        *self = Self::create_from(path, document, owner)?;
        Ok(Saved { written: true, not_durable: self.not_durable.clone() })
    }

    fn check_writable(&self) -> Result<(), SaveError> {
        match &self.read_only {
            Some(reason) => Err(SaveError::ReadOnly { path: self.path.clone(), reason: reason.clone() }),
            None => Ok(()),
        }
    }

    fn write(&mut self, draft: &Draft, over: Over) -> Result<Saved, SaveError> {
        let mut document = self.document.clone();
        document.update(draft);
        self.put(document, over)
    }

    /// Puts a document on the disk; the one held here changes only when that succeeded.
    fn put(&mut self, document: Document, over: Over) -> Result<Saved, SaveError> {
        let text =
            document.faithful_text().map_err(|error| SaveError::NotFaithful { path: self.path.clone(), fields: error.fields })?;
        let size = text.len() as u64;
        if !reading::is_small_enough(&text) {
            return Err(SaveError::TooLarge { path: self.path.clone(), size, limit: LIMIT });
        }
        if self.lock.is_some() {
            temporary::sweep(&self.target, Which::All);
        }
        let (path, bytes, mode) = (&self.target, text.as_bytes(), self.mode);
        let replaced = match over {
            Over::Nothing => atomic::write(path, bytes, mode, Target::New),
            Over::Anything => atomic::write(path, bytes, mode, Target::Replace),
            // An editor that knows no lock may have saved while this was written: asked last.
            Over::Known => atomic::write_if(path, bytes, mode, &|| matches!(self.changed_outside(), Ok(None))),
        };
        let replaced = replaced.map_err(|not| match not.step {
            atomic::Step::Compare => {
                let change = self.changed_outside().ok().flatten().unwrap_or(OutsideChange::Modified);
                SaveError::ChangedOutside { path: self.path.clone(), change }
            }
            step => io_error(&self.path, step.into(), not.error),
        })?;
        self.seen = Fingerprint::of(&replaced.metadata, text.as_bytes());
        self.not_durable = replaced.not_yet_durable.map(IoTrouble::from);
        self.document = document;
        Ok(Saved { written: true, not_durable: self.not_durable.clone() })
    }

    fn trouble(&self, step: Step, trouble: IoTrouble) -> SaveError {
        SaveError::Io { path: self.path.clone(), step, trouble }
    }
}

fn io_error(path: &Path, step: Step, error: io::Error) -> SaveError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists { path },
        _ => SaveError::Io { path, step, trouble: error.into() },
    }
}

/// Takes the lock, or finds out why the draft can only be read.
fn claim(path: &Path, target: &Path, owner: &Owner) -> Result<(Option<Lock>, Option<ReadOnly>), OpenError> {
    if is_marked_read_only(target) {
        return Ok((None, Some(ReadOnly::File)));
    }
    match lock::ask(target, owner) {
        // A lock that was made just now shows that something can be made beside the file.
        Asked::Ours(lock) if lock.is_new() => Ok((Some(lock), None)),
        Asked::Ours(lock) => match folder_trouble(target) {
            Some(trouble) => Ok((Some(lock), Some(ReadOnly::Folder(trouble)))),
            None => Ok((Some(lock), None)),
        },
        Asked::Unsupported => Ok((None, None)),
        Asked::Held(held) => Err(OpenError::Held { path: path.to_owned(), held }),
        Asked::Unwritable(trouble) => Ok((None, Some(ReadOnly::Folder(trouble)))),
        Asked::Occupied(place) => Ok((None, Some(ReadOnly::Lock(place)))),
    }
}
