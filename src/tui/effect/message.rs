//! What the world answers.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Found, Leaving, Lock, RecordRequest};
use crate::answer::applet::Applet;
use crate::compare::Compared;
use crate::drafts::copies::Done;
use crate::drafts::exported::Exported;
use crate::drafts::folder::Listed;
use crate::drafts::unfinished::Unfinished;
use crate::filing::Draft;
use crate::filing::event::Moment;
use crate::locale::Lang;
use crate::package::calendar::Counted;
use crate::package::outside::Outside;
use crate::reading::Reading;
use crate::reading::folder::NoPictures;
use crate::rules::Finding;
use crate::scan::Unseen;
use crate::scan::facts::{Facts, FileFacts};
use crate::tui::picture::RenderedPreview;

/// Lines of a folder that are shown at the most; whoever has more types a path.
pub const FOLDER_LINES: usize = 20_000;

/// One line of the file picker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// Its name, as the system has it.
    pub name: String,
    /// Whether it is a folder.
    pub folder: bool,
    /// Its size in bytes.
    pub size: u64,
    /// When it was changed last, in seconds since 1970.
    pub modified: u64,
}

/// A message for people: what happened, and how to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserMessage {
    /// What happened.
    pub message: String,
    /// How to go on; may be empty.
    pub hint: String,
}

/// The same message in both languages: what stays on the screen follows when the language is switched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    zh: UserMessage,
    en: UserMessage,
}

impl Both {
    /// What is said in each language.
    #[must_use]
    pub fn of<M: Into<UserMessage>>(said: impl Fn(Lang) -> M) -> Self {
        Self { zh: said(Lang::Zh).into(), en: said(Lang::En).into() }
    }

    /// It in a language.
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> &UserMessage {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// An answer of a worker.
#[derive(Debug)]
pub enum Message {
    /// The list of drafts.
    Listed(Arc<[Listed]>),
    /// What the drafts say together.
    Compared(Arc<Compared>),
    /// A draft is open.
    Opened {
        /// Where it lies.
        path: PathBuf,
        /// The folder its files are relative to; another one than that of `path` where that is a link.
        folder: PathBuf,
        /// What it says.
        draft: Box<Draft>,
        /// What was being typed in dialogs about it.
        unfinished: Unfinished,
        /// Why it may only be read, if so.
        read_only: Option<UserMessage>,
        /// Files outside its folder that nobody has said are meant. They are not read before.
        strays: Vec<Outside>,
    },
    /// A draft is held by another program.
    Held {
        /// Where it lies.
        path: PathBuf,
        /// Who has it.
        said: Both,
    },
    /// Something could not be done.
    Failed(Both),
    /// The examples were written.
    Examples,
    /// In an earlier session these drafts could not be saved in their place, and were put here.
    Rescued(Vec<PathBuf>),
    /// A draft was put aside; it can be brought back.
    Deleted(String),
    /// A draft was copied.
    Placed(PathBuf),
    /// The last thing that was done in the list was taken back.
    Undone(Undone),
    /// A draft's file has another name.
    Renamed(PathBuf),
    /// The open draft is on the disk, in the state that the ticket names.
    Saved {
        /// When.
        at: Moment,
        /// The folder could not be synced: a power cut may still bring the old version back.
        at_risk: bool,
    },
    /// The open draft could not be saved.
    SaveFailed(Both),
    /// The open draft was changed outside; deleted, if `gone`.
    ChangedOutside {
        /// Whether it is gone altogether.
        gone: bool,
        /// What stands there now, where it can be read.
        theirs: Option<Box<Draft>>,
    },
    /// The open draft as it now stands on the disk.
    Reloaded {
        /// What it says.
        draft: Box<Draft>,
        /// Files outside its folder that nobody has said are meant.
        strays: Vec<Outside>,
    },
    /// The open draft was changed outside and cannot be read any more.
    Damaged(Both),
    /// What is known about the files.
    Inspected(Facts),
    /// What is known about the files of a draft in the list.
    InspectedInBackground {
        /// The draft.
        path: PathBuf,
        /// What is known.
        facts: Facts,
    },
    /// What the scan with this SHA-256 says; nothing, where it could not be read.
    ScanRead {
        /// The scan.
        sha256: String,
        /// What it says.
        reading: Arc<Reading>,
    },
    /// There are no models to read scans with.
    CannotRead {
        /// The model that is there and cannot be used, where that is why.
        damaged: Option<PathBuf>,
    },
    /// The pictures of a folder, or why there are none to read.
    PicturesFound {
        /// Which folder.
        folder: PathBuf,
        /// The pictures.
        found: Result<Vec<Found>, NoPictures>,
    },
    /// Which pictures of a folder are not there any more.
    PicturesGone {
        /// Which folder.
        folder: PathBuf,
        /// Their paths.
        gone: Vec<String>,
    },
    /// The name under which a package would be written into a folder.
    PackageName {
        /// The folder.
        folder: PathBuf,
        /// The package's own name.
        own: String,
        /// That which is free.
        free: String,
    },
    /// Pictures were prepared: what became of each.
    Prepared(Vec<Done>),
    /// Which package was made last of the draft in this file.
    WasExported(PathBuf, Box<Exported>),
    /// The package is made.
    Exported(PathBuf),
    /// There is no package yet: the draft names files outside its folder.
    Outside {
        /// The files, and the fields that name them.
        files: Vec<Outside>,
        /// What was to be exported.
        draft: Box<Draft>,
        /// The day of the export.
        today: NaiveDate,
        /// How it was to leave.
        leaving: Leaving,
    },
    /// The letters are written into this folder.
    LettersWritten {
        /// The folder.
        folder: PathBuf,
        /// What is said of them, in both languages.
        said: [Vec<String>; 2],
    },
    /// The package is refused: these errors are left.
    Refused(Vec<Finding>),
    /// What is seen of a picture, or why nothing is.
    Previewed {
        /// The look it answers.
        number: u64,
        /// What is seen.
        seen: Result<RenderedPreview, Unseen>,
    },
    /// What a folder holds, or why it cannot be read.
    Folder {
        /// Which folder.
        path: PathBuf,
        /// Its lines, or why it cannot be read.
        lines: Result<Vec<FileEntry>, String>,
    },
    /// What is known about a file that may be chosen.
    Probed {
        /// Which file.
        path: PathBuf,
        /// What is known about it.
        facts: FileFacts,
    },
    /// The bytes of what the platform answered.
    AnswerRead(Vec<u8>),
    /// Filed drafts were brought up to date with what has just come through, or taken back to what they were before.
    TakenOver {
        /// Names of those that were.
        taken: Vec<String>,
        /// Names of those that were not: they could not be written or read, or had ended before.
        failed: Vec<String>,
        /// Why they were not, what gave way to the change though it was put there since, or what was not taken back; one sentence each,
        /// in both languages.
        told: [Vec<String>; 2],
        /// Whether something was taken back.
        is_undone: bool,
    },
    /// A change came through, and no draft of what was filed is at hand that it could be taken over into.
    NobodyToUpdate,
    /// What is on record was read: the draft that begins with it.
    Begun {
        /// What it holds.
        draft: Box<Draft>,
        /// The file that was read.
        from: PathBuf,
    },
    /// It stands in a package that is encrypted.
    Locked {
        /// What was asked for.
        request: RecordRequest,
        /// What opens it.
        lock: Lock,
        /// Why what was given does not, and what to do.
        refused: Option<Both>,
    },
    /// It stands in an answer about several mini-programs: which one is meant?
    Several {
        /// What was asked for.
        request: RecordRequest,
        /// The mini-programs.
        all: Vec<Applet>,
    },
    /// The calendar is written.
    CalendarWritten(PathBuf, Counted),
    /// Folders that files were taken from.
    RecentFolders {
        /// In earlier sessions, the last one first; all of them are there.
        earlier: Vec<PathBuf>,
        /// In this session, and not there any more.
        gone: Vec<PathBuf>,
    },
}

/// What was taken back in the list of drafts.
#[derive(Debug, Clone, PartialEq)]
pub enum Undone {
    /// A draft that was put aside is back.
    Restored(PathBuf),
    /// The examples are gone.
    ExamplesGone,
    /// The copy of this name is gone.
    CopyGone(String),
    /// A file has its name from before.
    Renamed(PathBuf),
    /// It was edited since, and stays.
    Stays,
    /// It could not be taken back.
    Failed(Both),
}

impl Message {
    /// Whether it tells of one draft and is of no use to another. What tells of the folder, of a file that it names, or of something that
    /// a person waits for wherever they are, is for everybody.
    #[must_use]
    pub const fn is_about_one_draft(&self) -> bool {
        match self {
            Self::Saved { .. }
            | Self::SaveFailed(_)
            | Self::ChangedOutside { .. }
            | Self::Reloaded { .. }
            | Self::Damaged(_)
            | Self::Inspected(_)
            | Self::Prepared(_)
            | Self::Refused(_)
            | Self::Outside { .. }
            | Self::AnswerRead(_)
            | Self::Previewed { .. } => true,
            Self::Listed(_)
            | Self::Compared(_)
            | Self::Opened { .. }
            | Self::Held { .. }
            | Self::Failed(_)
            | Self::Examples
            | Self::Rescued(_)
            | Self::Deleted(_)
            | Self::Placed(_)
            | Self::Undone(_)
            | Self::Renamed(_)
            | Self::InspectedInBackground { .. }
            | Self::ScanRead { .. }
            | Self::CannotRead { .. }
            | Self::PicturesFound { .. }
            | Self::PicturesGone { .. }
            | Self::PackageName { .. }
            | Self::WasExported(..)
            | Self::Exported(_)
            | Self::CalendarWritten(..)
            | Self::LettersWritten { .. }
            | Self::Begun { .. }
            | Self::Locked { .. }
            | Self::Several { .. }
            | Self::TakenOver { .. }
            | Self::NobodyToUpdate
            | Self::Folder { .. }
            | Self::Probed { .. }
            | Self::RecentFolders { .. } => false,
        }
    }
}
