//! What the wizard asks of the world, and what the world answers. Both are data; `worker.rs` does the work.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::picture::{Look, Sight};
use crate::compare::Compared;
use crate::drafts::copies::{Done, Request};
use crate::drafts::folder::Listed;
use crate::filing::Draft;
use crate::filing::event::Moment;
use crate::rules::Finding;
use crate::scan::Unseen;
use crate::scan::facts::{Facts, FileFacts};

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
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
    Create(Box<Draft>),
    /// Write the complete examples into the folder.
    Example,
    /// Copy a draft.
    Duplicate(PathBuf),
    /// Put a draft aside.
    Delete(PathBuf),
    /// Bring the draft that was put aside last back.
    Restore,
    /// Save the open draft.
    Save {
        /// Which state of it.
        revision: u64,
        /// The state.
        draft: Box<Draft>,
        /// Also over a file that was changed outside.
        over: bool,
    },
    /// The program must end now: save the open draft, or put it somewhere else where that fails.
    Rescue(Box<Draft>),
    /// Save the open draft as a new file in the folder, and go on with that.
    SaveCopy(Box<Draft>),
    /// Read the open draft again.
    Reload,
    /// See whether the open draft was changed outside.
    Watch,
    /// Let the open draft go.
    Close,
    /// Look at the files the open draft names.
    Inspect(Vec<String>),
    /// Look at the files that a draft of the list names.
    Survey {
        /// The draft.
        path: PathBuf,
        /// The files, as written in it.
        files: Vec<String>,
    },
    /// Make copies of pictures that are taken, beside their originals.
    Prepare {
        /// The draft that names them.
        draft: PathBuf,
        /// Which pictures.
        requests: Vec<Request>,
    },
    /// Make the package of the open draft.
    Export {
        /// What is exported.
        draft: Box<Draft>,
        /// The day of the export.
        today: NaiveDate,
    },
    /// Read a folder for the file picker.
    ReadFolder(PathBuf),
    /// Look at a file that may be chosen; a glance asked for before and not yet answered is of no use any more.
    Glance(PathBuf),
    /// Keep in mind that a file was taken from this folder.
    Remember(PathBuf),
    /// Look which folders of earlier sessions are there, and which of these are not any more.
    Recall(Vec<PathBuf>),
    /// Look at a picture; a look asked for before and not yet answered is of no use any more.
    Look {
        /// Tells this look from others.
        number: u64,
        /// At what, and how.
        look: Look,
    },
    /// Open a file in the system's own viewer.
    View(PathBuf),
    /// Nobody looks at a picture any more.
    LookAway,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}

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
pub struct Said {
    /// What happened.
    pub message: String,
    /// How to go on; may be empty.
    pub hint: String,
}

/// An answer of a worker.
#[derive(Debug)]
pub enum Message {
    /// The list of drafts.
    Listed(Vec<Listed>),
    /// What the drafts say together.
    Compared(Arc<Compared>),
    /// A draft is open.
    Opened {
        /// Where it lies.
        path: PathBuf,
        /// What it says.
        draft: Box<Draft>,
        /// Why it may only be read, if so.
        read_only: Option<Said>,
    },
    /// A draft is held by another program.
    Held {
        /// Where it lies.
        path: PathBuf,
        /// Who has it.
        said: Said,
    },
    /// Something could not be done.
    Failed(Said),
    /// The examples were written, under these paths.
    Examples(Vec<PathBuf>),
    /// A draft was put aside; it can be brought back.
    Deleted(String),
    /// A draft was brought back or copied.
    Placed(PathBuf),
    /// The open draft is on the disk.
    Saved {
        /// Which state of it.
        revision: u64,
        /// When.
        at: Moment,
        /// The folder could not be synced: a power cut may still bring the old version back.
        at_risk: bool,
    },
    /// The open draft could not be saved.
    SaveFailed(Said),
    /// The open draft was changed outside; deleted, if `gone`.
    ChangedOutside {
        /// Whether it is gone altogether.
        gone: bool,
    },
    /// The open draft as it now stands on the disk.
    Reloaded(Box<Draft>),
    /// The open draft was changed outside and cannot be read any more.
    Damaged(Said),
    /// What is known about the files.
    Inspected(Facts),
    /// What is known about the files of a draft in the list.
    Surveyed {
        /// The draft.
        path: PathBuf,
        /// What is known.
        facts: Facts,
    },
    /// Pictures were prepared.
    Prepared {
        /// The draft that names them.
        draft: PathBuf,
        /// What became of each.
        done: Vec<Done>,
    },
    /// The package is made.
    Exported(PathBuf),
    /// The package is refused: these errors are left.
    Refused(Vec<Finding>),
    /// What is seen of a picture, or why nothing is.
    Seen {
        /// The look it answers.
        number: u64,
        /// What is seen.
        seen: Result<Sight, Unseen>,
    },
    /// What a folder holds, or why it cannot be read.
    Folder {
        /// Which folder.
        path: PathBuf,
        /// Its lines, or why it cannot be read.
        lines: Result<Vec<FileEntry>, String>,
    },
    /// What is known about a file that may be chosen.
    Glanced {
        /// Which file.
        path: PathBuf,
        /// What is known about it.
        facts: FileFacts,
    },
    /// Folders that files were taken from.
    Recalled {
        /// In earlier sessions, the last one first; all of them are there.
        earlier: Vec<PathBuf>,
        /// In this session, and not there any more.
        gone: Vec<PathBuf>,
    },
}
