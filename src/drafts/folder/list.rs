//! Reading a folder full of drafts at once.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::SystemTime;

use super::super::error::{FolderError, OpenError};
use super::super::file::glance_at;
use crate::filing::History;
use crate::filing::deregistration::Scope;
use crate::filing::progress::{self, Progress};
use crate::filing::take_over::is_of_one_filing;
use crate::filing::take_over::subject_of;
use crate::filing::{Draft, Event, EventKind, FieldId, FilingKind, Stage};

/// The drafts of a folder.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The last changed first, then by name.
    pub entries: Vec<Listed>,
}

/// A file that is or should be a draft.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// Its name without `.toml`.
    pub name: String,
    /// When it was last changed; `None` where that is unknown.
    pub modified: Option<SystemTime>,
    /// What is in it, or why that cannot be read.
    pub summary: Result<Summary, OpenError>,
}

/// What a list shows of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The name people know the filing by; may be empty.
    pub title: String,
    /// The subject's nature, once chosen.
    pub nature: Option<u32>,
    /// `new`, `change` or `deregister`; empty or anything else while it is not or wrongly chosen.
    pub kind: String,
    /// Where the filing stands.
    pub stage: Stage,
    /// How much is filled in, while it is in preparation.
    pub progress: Option<Progress>,
    /// What happened last.
    pub last_event: Option<Event>,
    /// Entries of the story that could not be read.
    pub unread_events: usize,
    /// The draft itself, for the rules.
    pub draft: Draft,
}

/// What has become of a filing since it was filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// A deregistration of it was requested.
    Ending,
    /// A change of it is under review.
    Changing,
    /// A deregistration of it is in preparation.
    EndPrepared,
    /// A change of it is in preparation.
    ChangePrepared,
    /// A change of it is through.
    Changed,
}

impl Since {
    /// What has become of the filing of a draft at this stage; `runs` gives the stage of a change or a deregistration of its number that
    /// is at hand and not done. `None` for what is not filed, and where nothing happened.
    #[must_use]
    pub fn of(draft: &Draft, stage: Stage, runs: impl Fn(FilingKind) -> Option<Stage>) -> Option<Self> {
        let is_filed = stage == Stage::Filed && draft.filing_kind() == FilingKind::New;
        if !is_filed {
            return None;
        }
        let handed_in = |kind| runs(kind).map(Stage::is_under_way);
        match (handed_in(FilingKind::Deregistration), handed_in(FilingKind::Change)) {
            (Some(true), _) => Some(Self::Ending),
            (_, Some(true)) => Some(Self::Changing),
            (Some(false), _) => Some(Self::EndPrepared),
            (_, Some(false)) => Some(Self::ChangePrepared),
            (None, None) => draft.events.iter().any(|event| event.kind == EventKind::Changed).then_some(Self::Changed),
        }
    }

    /// The word in JSON output.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ending => "ending",
            Self::Changing => "changing",
            Self::EndPrepared => "end-prepared",
            Self::ChangePrepared => "change-prepared",
            Self::Changed => "changed",
        }
    }
}

impl Summary {
    /// Whether it is on its way to change or end, as this kind says, what a draft has filed.
    #[must_use]
    pub fn runs_about(&self, draft: &Draft, kind: FilingKind) -> bool {
        let number = draft.number().trim();
        match self.runs() {
            // The end of the subject is that of all its filings.
            Some((of, about)) if self.ends_subject() => of == kind && about == subject_of(number),
            // One number in drafts of two mini-programs is a slip: what runs is about one of them.
            about => about == Some((kind, number)) && is_of_one_filing(draft, &self.draft),
        }
    }

    /// Whether anything may still be done with it: what has ended and a change or deregistration that is through are kept for reference.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        let is_through = self.draft.filing_kind() != FilingKind::New && self.stage == Stage::Filed;
        self.stage != Stage::Deregistered && !is_through
    }

    /// Whether it is to end the subject, with all its filings.
    fn ends_subject(&self) -> bool {
        self.draft.filing_kind() == FilingKind::Deregistration && Scope::of(&self.draft) == Some(Scope::Subject)
    }

    /// What is on its way to change or end a filing, and the number of that, or the subject's part of it; `None` for a new filing and for
    /// what is done.
    #[must_use]
    pub fn runs(&self) -> Option<(FilingKind, &str)> {
        let kind = self.draft.filing_kind();
        let is_done = matches!(self.stage, Stage::Filed | Stage::Deregistered);
        let number = self.draft.number().trim();
        let number = if self.ends_subject() { subject_of(number) } else { number };
        (kind != FilingKind::New && !is_done && !number.is_empty()).then_some((kind, number))
    }
}

/// Files are taken in turns of this many, so that threads seldom meet.
const TURN: usize = 16;
/// Below this many files a second thread costs more than it gives.
const WORTH_THREADS: usize = 32;

/// Reads all these files, on as many threads as the machine has.
pub fn list(files: &[PathBuf]) -> Result<Listing, FolderError> {
    let threads = if files.len() < WORTH_THREADS { 1 } else { thread::available_parallelism().map_or(1, NonZero::get).min(8) };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut read = Vec::new();
        loop {
            let start = next.fetch_add(TURN, Ordering::Relaxed);
            let Some(rest) = files.get(start..).filter(|rest| !rest.is_empty()) else { return read };
            read.extend(rest.iter().take(TURN).map(|path| read_one(path)));
        }
    };
    let mut entries: Vec<Listed> = thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut entries = work();
        entries.extend(helpers.into_iter().filter_map(|helper| helper.join().ok()).flatten());
        entries
    });
    entries.sort_by(|a, b| b.modified.cmp(&a.modified).then_with(|| a.name.cmp(&b.name)));
    Ok(Listing { entries })
}

fn read_one(path: &Path) -> Listed {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (summary, modified) = match glance_at(path) {
        Ok((said, modified)) => (Ok(Summary::of(said.draft, said.unread_events)), modified),
        Err(error) => (Err(error), path.symlink_metadata().and_then(|metadata| metadata.modified()).ok()),
    };
    Listed { path: path.to_owned(), name, modified, summary }
}

impl Summary {
    /// The summary of a draft.
    #[must_use]
    pub fn of(draft: Draft, unread_events: usize) -> Self {
        let history = History::of(&draft);
        Self {
            title: draft.title().to_owned(),
            nature: draft.code(FieldId::SubjectNature),
            kind: draft.text(FieldId::FilingKind).to_owned(),
            stage: history.stage(),
            progress: progress::of_draft(&draft),
            last_event: history.last().cloned(),
            unread_events,
            draft,
        }
    }
}
