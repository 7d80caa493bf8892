//! What the wizard asks of the world, and what the world answers. Both are data; `worker.rs` does the work.

mod message;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::picture::PreviewRequest;
use crate::answer::applet::Applet;
use crate::drafts::copies;
use crate::drafts::folder::Purpose;
use crate::drafts::unfinished::Unfinished;
use crate::filing::{Draft, FilingKind};
use crate::locale::Lang;
use crate::package::calendar::Counted;
use crate::package::encryption::{Passphrase, Protection};
use crate::reading::Readings;
use crate::scan::Wanted;
use crate::scan::facts::FileFacts;

pub use message::{Both, FOLDER_LINES, FileEntry, Message, Undone, UserMessage};

/// Whom a request was made for: the draft that was open then, and its state. The answer bears it as well, so that what was asked for one
/// draft is never taken for another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticket {
    /// The file of the draft; `None` where none was open.
    pub draft: Option<Arc<Path>>,
    /// Which state of it; grows with every change.
    pub revision: u64,
}

/// An effect, and whom it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Whom it is for.
    pub ticket: Ticket,
    /// What is to be done.
    pub effect: Effect,
}

/// What a worker has to say, and to which request.
#[derive(Debug)]
pub struct Answer {
    /// The ticket of the request.
    pub ticket: Ticket,
    /// What it says.
    pub message: Message,
}

/// Something no draft is needed for.
impl From<Effect> for Request {
    fn from(effect: Effect) -> Self {
        Self { ticket: Ticket::default(), effect }
    }
}

/// News that nobody asked for.
impl From<Message> for Answer {
    fn from(message: Message) -> Self {
        Self { ticket: Ticket::default(), message }
    }
}

/// Something to be done outside. Each worker takes requests of its own type, so that none can get into the queue of another.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Do something with drafts, in order.
    Draft(DraftRequest),
    /// Inspect the files the open draft names.
    Inspect(InspectRequest),
    /// Read the writing on a scan.
    ReadScan(ReadRequest),
    /// Find the pictures in a folder, to be read and sorted into a draft.
    FindPictures(PicturesRequest),
    /// Look whether pictures that were read are still there, before they are put into a draft.
    LookAgain(PlaceRequest),
    /// Find the name under which a package would be written into a folder: the folder, and the package's own name.
    FindPackageName(PathBuf, String),
    /// Nothing is to be read for now: let the models go.
    CloseReader,
    /// Inspect the files that a draft of the list names.
    InspectInBackground(BackgroundRequest),
    /// Make copies of pictures that are taken, beside their originals.
    Prepare(PrepareRequest),
    /// Read a folder for the file picker.
    ReadFolder(PathBuf),
    /// Inspect a file that may be chosen; a probe asked for before and not yet answered is of no use any more.
    ProbeFile(PathBuf),
    /// Look which folders of earlier sessions are there, and which of these are not any more.
    LoadRecentFolders(Vec<PathBuf>),
    /// Render a picture; a preview asked for before and not yet answered is of no use any more.
    RenderPreview(RenderRequest),
    /// Nobody looks at a picture any more.
    CancelPreview,
    /// Open a file in the system's own viewer.
    OpenInViewer(PathBuf),
    /// Read what the platform answered out of a file.
    ReadAnswer(PathBuf),
    /// Read what is on record out of a file: a package, an answer of the platform, or a draft.
    ReadRecord(RecordRequest),
    /// Write a calendar into this file.
    WriteCalendar {
        /// The file.
        path: PathBuf,
        /// What it is to hold.
        text: String,
        /// How many entries that is.
        count: Counted,
    },
    /// Write letters into this folder.
    WriteLetters {
        /// The folder; made where it is missing.
        folder: PathBuf,
        /// The names of their files, and what these hold.
        files: Vec<(String, String)>,
        /// What is said of them once they are there, in both languages.
        said: [Vec<String>; 2],
    },
    /// Put a text onto the clipboard; an empty one clears it.
    Copy(String),
    /// Have the terminal report the mouse, or no longer.
    Mouse(bool),
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}

/// Something to be done with drafts.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftRequest {
    /// Read the list of drafts.
    List,
    /// Hold the drafts of the list against each other, as of this day.
    Compare(NaiveDate),
    /// Open a draft.
    Open {
        /// Where it lies.
        path: PathBuf,
        /// Only for reading: another program has it.
        read_only: bool,
    },
    /// Make a new draft and open it.
    Create {
        /// What it holds.
        draft: Box<Draft>,
        /// The files of the drafts that it begins with: which files outside their folders these mean, it means as well.
        from: Vec<PathBuf>,
    },
    /// Make new drafts and open the first.
    CreateSeveral {
        /// What they hold.
        drafts: Vec<Draft>,
        /// As of one.
        from: Vec<PathBuf>,
    },
    /// Write the complete examples into the folder, their letters signed on this day.
    WriteExamples(NaiveDate),
    /// Copy a draft.
    Duplicate {
        /// Which.
        path: PathBuf,
        /// What for.
        purpose: Purpose,
    },
    /// Give a draft's file another name.
    Rename {
        /// Which.
        path: PathBuf,
        /// The name, without its ending; what no file may be called is left out.
        name: String,
    },
    /// Put a draft aside.
    Delete(PathBuf),
    /// Take the last thing back that was done in the list: bring back what was put aside, take away examples or a copy, give a file its
    /// name back.
    Undo,
    /// Save the open draft.
    Save {
        /// The state that the ticket names.
        draft: Box<Draft>,
        /// Also over a file that was changed outside.
        over: bool,
    },
    /// The program must end now: save the open draft, or put it somewhere else where that fails.
    Rescue(Box<Draft>),
    /// Save the open draft as a new file in the folder, and go on with that.
    SaveCopy(Box<Draft>),
    /// The files outside the folder of the open draft are meant: the user was asked.
    AdmitOutside(Box<Draft>),
    /// Read the open draft again.
    Reload,
    /// See whether the open draft was changed outside.
    CheckForOutsideChange,
    /// Let the open draft go.
    Close,
    /// Make the package of the open draft.
    Export {
        /// What is exported.
        draft: Box<Draft>,
        /// The day of the export.
        today: NaiveDate,
        /// Whether files outside the draft's folder may be packed: the user was asked.
        allow_outside: bool,
        /// How it leaves.
        leaving: Leaving,
        /// What was read on its scans.
        readings: Readings,
    },
    /// Keep in mind that a file was taken from this folder.
    RememberFolder(PathBuf),
    /// Keep in mind which language was chosen.
    RememberLanguage(Lang),
    /// Keep what is being typed in dialogs about the draft that the ticket names.
    KeepUnfinished(Unfinished),
}

impl DraftRequest {
    /// Whether a draft is open once it is done.
    #[must_use]
    pub const fn opens(&self) -> bool {
        matches!(self, Self::Open { .. } | Self::Create { .. } | Self::CreateSeveral { .. })
    }
}

impl From<DraftRequest> for Effect {
    fn from(request: DraftRequest) -> Self {
        Self::Draft(request)
    }
}

/// How a package leaves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Leaving {
    /// Who may open it.
    pub protection: Protection,
    /// Whether answers to questions and the reasons of confirmations leave with it.
    pub with_notes: bool,
}

/// The files the open draft names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectRequest {
    /// The folder its paths are relative to.
    pub folder: PathBuf,
    /// The files, as written in it.
    pub files: Vec<Wanted<String>>,
}

/// A scan to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRequest {
    /// The folder its path is relative to.
    pub folder: PathBuf,
    /// Its path, as written in the draft.
    pub path: String,
    /// Its SHA-256, under which the reading is kept.
    pub sha256: String,
    /// Whether no other scan waits to be read.
    pub is_last: bool,
}

/// A folder whose pictures are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturesRequest {
    /// The folder.
    pub folder: PathBuf,
    /// The folder of the draft that will name them.
    pub target: PathBuf,
}

/// A picture that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its path, as the draft names it.
    pub path: String,
    /// Its SHA-256; `None` where it cannot be read.
    pub sha256: Option<String>,
    /// What can be seen in it; `None` where it could not be looked at.
    pub about: Option<FileFacts>,
}

/// Pictures of a folder that are to be put into a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRequest {
    /// The folder.
    pub folder: PathBuf,
    /// The folder that their paths are relative to.
    pub target: PathBuf,
    /// Their paths.
    pub paths: Vec<String>,
}

/// A file with what is on record, and what begins with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRequest {
    /// The file.
    pub path: PathBuf,
    /// The kind of filing that begins.
    pub kind: FilingKind,
    /// The folder that the new draft is to lie in.
    pub folder: PathBuf,
    /// What `~/` stands for.
    pub home: Option<PathBuf>,
    /// What opens it, where it is a package that is encrypted.
    pub opener: Option<Opener>,
    /// Which one is meant, where it is an answer about several mini-programs.
    pub chosen: Option<Applet>,
}

/// What opens an encrypted package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opener {
    /// The passphrase it was exported with.
    Passphrase(Passphrase),
    /// A file with the private key of one whom it was exported for.
    KeyFile(PathBuf),
}

/// What an encrypted package is closed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// A passphrase.
    Passphrase,
    /// Public keys.
    Recipients,
}

/// The files that a draft of the list names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackgroundRequest {
    /// The draft.
    pub path: PathBuf,
    /// The files, as written in it.
    pub files: Vec<Wanted<String>>,
}

/// Pictures to be prepared.
#[derive(Debug, Clone, PartialEq)]
pub struct PrepareRequest {
    /// The folder of the draft that names them.
    pub folder: PathBuf,
    /// Which pictures.
    pub requests: Vec<copies::Request>,
}

/// A picture to be rendered.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderRequest {
    /// Tells this preview from others.
    pub number: u64,
    /// Of what, and how.
    pub preview: PreviewRequest,
    /// The folder its path is relative to.
    pub folder: PathBuf,
}
