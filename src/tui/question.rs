//! What a person can be asked or told on top of a screen. Questions are data: the app makes dialogs of them.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::document::Guard;
use super::effect::{Both, Leaving, Lock, RecordRequest};
use crate::answer::applet::Applet;
use crate::filing::{Draft, Event, EventKind, FieldId, FilingKind, Role, Value};
use crate::package::outside::Outside;
use crate::reading::Open;
use crate::rules::Finding;
use crate::scan::facts::FileFacts;
use crate::text::Text;
use crate::text::edit::LineEdit;

/// Where the chosen path goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Into a field, in the place of what is there.
    Field(FieldId),
    /// To the end of a field that holds several.
    Add(FieldId),
    /// Into the row of the prior approvals with this index, as its document.
    Approval(usize),
    /// Into the history: it is what the platform answered.
    Answer,
    /// Into a new draft of this kind: it says what is on record.
    Record(FilingKind),
    /// Into a new draft with all pictures that lie beside it.
    Scans,
}

impl Target {
    /// Whether the file is a scan of the open draft.
    #[must_use]
    pub const fn is_scan(self) -> bool {
        !matches!(self, Self::Answer | Self::Record(_) | Self::Scans)
    }

    /// Whether it lies where the program writes packages, mostly.
    #[must_use]
    pub const fn is_written_here(self) -> bool {
        matches!(self, Self::Answer | Self::Record(_))
    }

    /// How the names of files end that are listed, where they are no scans.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Answer => &[".json", ".xml", ".txt"],
            Self::Record(_) => &[".zip", ".age", ".json", ".txt"],
            Self::Scans => &[".jpg", ".jpeg", ".png", ".bmp", ".webp"],
            Self::Field(_) | Self::Add(_) | Self::Approval(_) => &[],
        }
    }
}

/// A file that may be chosen for a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The field.
    pub id: FieldId,
    /// The file's absolute path.
    pub path: String,
    /// What is known of it, once it was glanced at.
    pub facts: Option<FileFacts>,
    /// What the rules would say of it, the gravest first.
    pub findings: Vec<Finding>,
}

/// A question, or a message that is to be read.
#[derive(Debug, Clone)]
pub enum Question {
    /// Which entry of the list of a field.
    Choice(FieldId),
    /// Which kind the row of the prior approvals with this index is of.
    ApprovalKind(usize),
    /// Which service contents.
    Contents(FieldId),
    /// Which region.
    Region(FieldId),
    /// Which day.
    Day(FieldId),
    /// Which file.
    File(Target),
    /// Which files a field that holds several has.
    Paths(FieldId),
    /// Which prior approvals.
    Approvals,
    /// What a picture of a field looks like: that in this row, else its first.
    Picture(FieldId, Option<usize>),
    /// What a picture looks like that may be chosen.
    Candidate(Candidate),
    /// Which of all problems to go to.
    Problems,
    /// Which of the changes to make that these findings about a field offer.
    Fixes(FieldId, Vec<Finding>),
    /// Which of the values to take that scans offer, one by one.
    Offers,
    /// Who is who on pictures that are being sorted, or whose a back is; with what is known of that, in both languages.
    Who(Open, [Vec<String>; 2]),
    /// Why a warning is confirmed.
    Reason(Box<Finding>),
    /// From what a filing of this kind begins that refers to a record.
    Origin(FilingKind),
    /// What to do with an edit of what is filed or on record: the field it begins with, what was to be put there, and the text box in
    /// which it is being typed.
    Guarded(Guard, FieldId, Option<Value>, Option<LineEdit>),
    /// Whether to deregister and file again what cannot be changed.
    Refile,
    /// What a copy of the draft in this file is for.
    Duplicate(PathBuf),
    /// Whether to delete the draft in this file, of whose filing something is recorded.
    Remove(PathBuf),
    /// Whether the examples are to lie among one's own drafts.
    Examples,
    /// What a draft's file is to be called.
    Rename(PathBuf),
    /// Which of the drafts that collide to open.
    Across,
    /// Which columns the list of drafts has.
    Columns,
    /// Which field to go to, by its name.
    Search,
    /// What happened to the filing, and when.
    Event(EventKind, Option<Role>),
    /// What a reason of the rejection with this place among the events is; without one of its own, one more.
    RejectionReason {
        /// Place of the event.
        event: usize,
        /// Place of the reason in it.
        index: Option<usize>,
    },
    /// Whether to take an event back that was recorded before this session.
    TakeBack(Box<Event>),
    /// Which language is wanted.
    Language,
    /// Something to be read.
    Told {
        /// What it is about.
        title: Text,
        /// What it says.
        lines: [Vec<String>; 2],
    },
    /// Something could not be done.
    Failed(Both),
    /// Pictures of which no copy can be made, and what to do about it.
    NotPrepared(Vec<String>),
    /// The draft is open in another program: whether to read it only.
    Held(Both, PathBuf),
    /// Whether the package is to be encrypted, and how.
    Protect,
    /// The package is made.
    Exported(PathBuf),
    /// Whether files outside the draft's folder are to be read.
    Strays(Vec<Outside>),
    /// Whether files outside the draft's folder are to be packed.
    Outside {
        /// The files, and the fields that name them.
        files: Vec<Outside>,
        /// What is to be exported.
        draft: Box<Draft>,
        /// The day of the export.
        today: NaiveDate,
        /// How the package leaves.
        leaving: Leaving,
    },
    /// What opens an encrypted package that is to be read.
    Unlock {
        /// What is read then.
        request: RecordRequest,
        /// What it is closed with.
        lock: Lock,
        /// Why what was given does not open it, and what to do.
        refused: Option<Both>,
    },
    /// Which of several mini-programs of an answer a filing begins with.
    MiniProgram {
        /// What is read then.
        request: RecordRequest,
        /// The mini-programs.
        all: Vec<Applet>,
    },
    /// The last changes could not be saved while leaving.
    SaveFailed(Both),
    /// The draft's file was changed outside, or is gone, while something here is not saved.
    ChangedOutside {
        /// Whether it is gone.
        gone: bool,
        /// What stands there now, where it can be read.
        theirs: Option<Box<Draft>>,
    },
    /// The draft's file was changed outside and cannot be read any more.
    Damaged(Both),
}

impl Question {
    /// Whether what is typed narrows its list down.
    #[must_use]
    pub const fn has_filter(&self) -> bool {
        matches!(self, Self::Choice(_) | Self::Contents(_) | Self::Region(_))
    }
}
