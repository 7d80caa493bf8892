//! What screens and dialogs may look at, and what they may ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::background::BackgroundInspection;
use super::document::Document;
use super::effect::Effect;
pub use super::input::Input;
use super::keymap::{Action, Context};
use super::picture::{Graphics, PreviewRequest, PreviewState, Protocol, View};
use super::question::Question;
use super::route::Route;
use super::sorting::Sorting;
use super::widget::hint::HintInWords;
use super::widget::kept::{Kept, Wrapped};
use super::widget::theme::{Role, Theme};
use crate::compare::Compared;
use crate::drafts::folder::{Defaults, Listed, Summary, furthest};
use crate::filing::event::Moment;
use crate::filing::status::{day_in_china, in_china};
use crate::filing::take_over::{concerns, is_of_one_filing, is_of_one_subject, outcome};
use crate::filing::{Draft, Event, FieldId, FilingKind, Stage, Value};
use crate::locale::tui::home as words;
use crate::locale::{Lang, Text};
use crate::package::export::Wishes;
use crate::package::material::materials;
use crate::package::sheet::{Inputs, Sheet, content_of};
use crate::reading::{Choice, Readings};
use crate::rules::{Finding, Fix};
use crate::scan::{relative_to, resolve};

/// A line that tells what just happened, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it means.
    pub role: Role,
    /// The words.
    pub text: String,
}

/// A column of the list of drafts that may be left out. Names always stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListColumn {
    /// The name of the file, where it is not the draft's own.
    File,
    /// What is filed.
    Kind,
    /// Who files.
    Entity,
    /// Where.
    Region,
    /// Of what type the entity is.
    Nature,
    /// Where the filing stands.
    Stage,
    /// How much is filled in.
    Done,
    /// Errors and warnings.
    Problems,
    /// The last change.
    Changed,
}

impl ListColumn {
    /// All, from left to right.
    pub const ALL: [Self; 9] = [
        Self::File,
        Self::Kind,
        Self::Entity,
        Self::Region,
        Self::Nature,
        Self::Stage,
        Self::Done,
        Self::Problems,
        Self::Changed,
    ];

    /// What stands over it.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::File => words::FILE_NAME,
            Self::Kind => words::KIND,
            Self::Entity => words::ENTITY,
            Self::Region => words::REGION,
            Self::Nature => words::NATURE,
            Self::Stage => words::STAGE,
            Self::Done => words::DONE,
            Self::Problems => words::PROBLEMS,
            Self::Changed => words::CHANGED,
        }
    }
}

/// What the user wants everywhere, from the settings.
#[derive(Debug, Clone, Default)]
pub struct Preferences {
    /// What new drafts begin with.
    pub new: Defaults,
    /// How packages are made.
    pub export: Wishes,
}

/// Folders in which people keep what they have photographed or been sent, as far as there are any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsualFolders {
    /// Where the program was started.
    pub working: Option<PathBuf>,
    /// Pictures.
    pub pictures: Option<PathBuf>,
    /// Downloads.
    pub downloads: Option<PathBuf>,
    /// What lies on the desktop.
    pub desktop: Option<PathBuf>,
}

/// The name under which the package of the open draft will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageName {
    /// The folder.
    pub folder: PathBuf,
    /// The package's own name.
    pub own: String,
    /// That which is free, as far as is known.
    pub free: String,
    /// Whether it was looked for since something may have changed there.
    pub is_asked: bool,
}

/// Everything screens read. Only [`App`](super::app::App) changes it.
#[derive(Debug)]
pub struct State {
    /// The language on the screen.
    pub lang: Lang,
    /// The styles in force.
    pub theme: Theme,
    /// Texts in rows, as they were drawn last.
    pub wrapped: Wrapped,
    /// The hint bar in words, by language and contexts.
    pub hints: Kept<(Lang, Vec<Context>), Vec<HintInWords>>,
    /// The time, as last told.
    pub now: Moment,
    /// The day as of which is checked, where it is not the present one.
    pub fixed_today: Option<NaiveDate>,
    /// The terminal's size: columns, rows.
    pub size: (u16, u16),
    /// The folder of the drafts.
    pub folder: PathBuf,
    /// The user's own folder.
    pub home: Option<PathBuf>,
    /// Folders where scans may lie.
    pub usual_folders: UsualFolders,
    /// What the user wants everywhere.
    pub preferences: Preferences,
    /// Folders that files were taken from in this session, the last one first.
    pub recent_folders: Vec<PathBuf>,
    /// Folders that files were taken from in earlier sessions, the last one first.
    pub earlier_folders: Vec<PathBuf>,
    /// The drafts, once they were read.
    pub drafts: Option<Arc<[Listed]>>,
    /// What the drafts say together, once they were held against each other.
    pub compared: Arc<Compared>,
    /// Columns of the list that are not wanted.
    pub hidden_columns: BTreeSet<ListColumn>,
    /// Its columns that are wanted and have no room.
    pub columns_without_room: Vec<ListColumn>,
    /// What is known about the files of the drafts in the list.
    pub background: BackgroundInspection,
    /// What was read on scans in this session; never written anywhere.
    pub readings: Readings,
    /// The files that readings are of, as far as they are known: where each lay, and its SHA-256 then.
    pub read_files: BTreeMap<PathBuf, String>,
    /// Whether scans are read, as far as is known.
    pub can_read: bool,
    /// The scan that is being read.
    pub being_read: Option<String>,
    /// The folder whose pictures are being sorted into a draft.
    pub sorting: Option<Sorting>,
    /// The open draft.
    pub document: Option<Document>,
    /// Whether the mouse is reported.
    pub mouse: bool,
    /// What just happened.
    pub notice: Option<Notice>,
    /// What had just happened when the present input came: the screen was drawn with it then.
    pub seen_notice: Option<Notice>,
    /// Whether something takes its time, such as an export.
    pub busy: bool,
    /// The package that is about to be made; none where nobody looks at that.
    pub package: Option<PackageName>,
    /// Whether pictures are being prepared.
    pub preparing: bool,
    /// The folder of the package that was made last in this session.
    pub exported_to: Option<PathBuf>,
    /// How many things that were done in the list of drafts can be taken back.
    pub undoable: usize,
    /// What pictures are drawn with.
    pub graphics: Graphics,
    /// The picture that is looked at.
    pub preview: PreviewState,
    /// What was ticked off as entered into the console, of each draft.
    pub ticks: BTreeMap<PathBuf, BTreeSet<String>>,
    /// What the files of drafts that were exported in this session are called in the package, by their paths in the draft.
    pub packed: BTreeMap<PathBuf, BTreeMap<String, String>>,
    /// When something was copied that is still on the clipboard.
    pub copied_at: Option<Moment>,
}

impl State {
    /// The drafts as they were last read; none before that.
    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        self.drafts.as_deref().unwrap_or_default()
    }

    /// The day as of which is checked.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.fixed_today.unwrap_or_else(|| day_in_china(self.now))
    }

    /// The present moment on the day as of which is checked: what events and deadlines are seen from.
    #[must_use]
    pub fn clock(&self) -> Moment {
        let now = in_china(self.now);
        let fixed = self.fixed_today.and_then(|day| day.and_time(now.time()).and_local_timezone(*now.offset()).single());
        fixed.unwrap_or(self.now)
    }

    /// Until when something can have happened: not after the present moment, whatever day is checked.
    #[must_use]
    pub fn latest(&self) -> Moment {
        self.clock().min(self.now)
    }

    /// The drafts at hand that are filed, and can be referred to. Of a filing and its changes that are through, the filing counts:
    /// it has taken over their values; of several changes of a filing that is not at hand, the one that came through last.
    pub fn filed(&self) -> impl Iterator<Item = (&Listed, &Draft)> {
        let all = || {
            let read = self.listed().iter().filter_map(|listed| Some((listed, listed.summary.as_ref().ok()?)));
            let filed = read.filter(|(_, summary)| summary.stage == Stage::Filed);
            filed.map(|(listed, summary)| (listed, &summary.draft))
        };
        let passed = |draft: &Draft| outcome(draft).map(|(_, at)| at);
        let is_known = move |draft: &Draft| {
            let same = |other: &Draft| other.filing_kind() == FilingKind::New && other.number() == draft.number();
            let is_later = |other: &Draft| {
                other.filing_kind() == FilingKind::Change && other.number() == draft.number() && passed(other) > passed(draft)
            };
            draft.filing_kind() == FilingKind::Change && all().any(|(_, other)| same(other) || is_later(other))
        };
        all().filter(move |(_, draft)| {
            draft.filing_kind() != FilingKind::Deregistration && !is_known(draft) && !self.has_ended(draft)
        })
    }

    /// Whether another draft at hand says that this filing has ended: its deregistration, or the draft of the same number.
    fn has_ended(&self, draft: &Draft) -> bool {
        let mut read = self.drafts.iter().flat_map(|drafts| drafts.iter()).filter_map(|listed| listed.summary.as_ref().ok());
        read.any(|other| {
            let ended = other.stage == Stage::Deregistered;
            let same = !draft.number().trim().is_empty() && other.draft.number().trim() == draft.number().trim();
            ended && ((same && other.draft.filing_kind() != FilingKind::Deregistration) || concerns(&other.draft, draft))
        })
    }

    /// The draft that was filed in the first place, for a change or a deregistration of it, if it is at hand; of several the one with
    /// the same number.
    #[must_use]
    pub fn original(&self, draft: &Draft) -> Option<(&Listed, &Draft)> {
        let read = || self.listed().iter().filter_map(|listed| Some((listed, &listed.summary.as_ref().ok()?.draft)));
        let is_it = |(_, other): &(&Listed, &Draft)| other.filing_kind() == FilingKind::New && is_of_one_filing(draft, other);
        read().filter(is_it).find(|(_, other)| other.number() == draft.number()).or_else(|| read().find(is_it))
    }

    /// Whether a draft that is filed again has no scans of its own, and those of what was filed are not at hand.
    #[must_use]
    pub fn lacks_scans(&self, draft: &Draft) -> bool {
        draft.filing_kind() != FilingKind::New && self.original(draft).is_none()
    }

    /// Another filing of a draft's subject that is on record, if one is at hand: as long as it stands, the subject is on record, too.
    #[must_use]
    pub fn standing_beside(&self, draft: &Draft) -> Option<&Draft> {
        let mut others = self.filed().map(|(_, other)| other).filter(|other| !is_of_one_filing(draft, other));
        others.find(|other| is_of_one_subject(draft, other))
    }

    /// The change of what a draft has on record that is in preparation or under review, if one is at hand.
    #[must_use]
    pub fn running_change(&self, draft: &Draft) -> Option<(&Listed, &Summary)> {
        self.running(draft, FilingKind::Change)
    }

    /// The change or deregistration of what a draft has on record that is in preparation or under review, if one is at hand.
    #[must_use]
    pub fn running(&self, draft: &Draft, kind: FilingKind) -> Option<(&Listed, &Summary)> {
        let read = self.listed().iter().filter_map(|listed| Some((listed, listed.summary.as_ref().ok()?)));
        let is_open = |path: &Path| self.document.as_ref().is_some_and(|document| document.path == path);
        furthest(read.filter(|(listed, summary)| summary.runs_about(draft, kind) && !is_open(&listed.path)))
    }

    /// Keeps in mind what the files of the open draft are called in the package that was just made of it.
    pub fn note_packed(&mut self) {
        let Some(document) = &self.document else { return };
        let packed = materials(document.draft(), document.facts(), self.preferences.export.naming).into_iter();
        let names = packed.flat_map(|material| material.paths.into_iter().map(move |path| (path, material.name.clone())));
        self.packed.insert(document.path.clone(), names.collect());
    }

    /// The sheet of the open draft, its files named by what they are called in the package, once there is one, and by where they lie
    /// until then.
    #[must_use]
    pub fn sheet(&self) -> Option<Sheet> {
        let document = self.document.as_ref()?;
        let packed = self.packed.get(&document.path);
        let place = |path: &str| {
            let name = packed.and_then(|names| names.get(path)).cloned();
            name.unwrap_or_else(|| resolve(&document.folder, self.home.as_deref(), path).display().to_string())
        };
        let content = |path: &str| content_of(document.facts(), path);
        let inputs = Inputs {
            lang: self.lang,
            day: self.today(),
            findings: document.findings(),
            file: &place,
            content: &content,
            paths: true,
        };
        Some(Sheet::of(&document.context().normalised_draft(), &inputs))
    }

    /// A path as it is written in the open draft: relative to the draft's folder where it lies near it.
    #[must_use]
    pub fn near(&self, path: &str) -> String {
        let folder = self.document.as_ref().map(|document| document.folder.as_path());
        let written = Path::new(path);
        match folder {
            Some(folder) if written.is_absolute() => {
                relative_to(folder, self.home.as_deref(), written).unwrap_or_else(|| path.to_owned())
            }
            _ => path.to_owned(),
        }
    }

    /// Whether a value of the open draft's sheet is ticked off.
    #[must_use]
    pub fn is_ticked(&self, key: &str) -> bool {
        let of_draft = self.document.as_ref().and_then(|document| self.ticks.get(&document.path));
        of_draft.is_some_and(|ticks| ticks.contains(key))
    }

    /// What the open draft asks for.
    #[must_use]
    pub fn filing_kind(&self) -> FilingKind {
        self.document.as_ref().map_or(FilingKind::New, |document| document.draft().filing_kind())
    }

    /// A preview of a picture of the open draft, where pictures are drawn and there is room for one.
    #[must_use]
    pub fn preview_of(&self, path: String, view: View, room: (u16, u16)) -> Option<PreviewRequest> {
        let graphics = self.graphics;
        if graphics.protocol == Protocol::None || room.0 == 0 || room.1 == 0 {
            return None;
        }
        let facts = self.document.as_ref().and_then(|document| document.facts().get(&path));
        let stamp = facts.map(|facts| (facts.size, facts.modified));
        Some(PreviewRequest { path, stamp, view, room, graphics })
    }
}

/// What the pictures of a folder are sorted into.
#[derive(Debug, Clone, PartialEq)]
pub enum Begin {
    /// A new draft.
    New {
        /// What it begins with.
        draft: Box<Draft>,
        /// Whether its nature was chosen, and did not just stand there: the pictures do not overrule it then.
        nature_is_chosen: bool,
    },
    /// The open draft. What was dropped goes into the field as a path where it is no folder.
    Open(FieldId),
}

/// What a screen or dialog asks for.
#[derive(Debug)]
pub enum Command {
    /// Go somewhere.
    Go(Route),
    /// Closes all dialogs, keeping what was typed in them, and goes somewhere.
    GoFrom(Route),
    /// Leave the top screen.
    Pop,
    /// Show the status of the draft that is being opened, once it is there.
    ArriveAtStatus,
    /// Ask or tell a person something, in a dialog.
    Ask(Question),
    /// Ask a person something, with this typed or pasted already.
    AskFor(Question, Input),
    /// Close the top dialog.
    Close,
    /// Close the top dialog, in which a value was chosen for a field, and go on to what follows it.
    Chosen(FieldId),
    /// A value was given to a field as a whole: go on to what follows it.
    GoOn(FieldId),
    /// Put a value into a field.
    Edit(FieldId, Option<Value>),
    /// Make a change that mends a field.
    Apply(FieldId, Fix),
    /// Sort the pictures of a folder into a draft that begins with this, or into the open one.
    SortFolder(String, Begin),
    /// What the user says of the pictures that are being sorted.
    Sorted(Choice),
    /// The folder was chosen that the screen below asked for.
    FromFolder(String),
    /// Fill in what scans say for certain.
    TakeCertain,
    /// Stand by what a warning is about for this reason, or no longer.
    Confirm(Box<Finding>, Option<String>),
    /// The field was left.
    Leave(FieldId),
    /// Every field counts as visited.
    TouchAll,
    /// Replace the filing's events.
    Events(Vec<Event>),
    /// Take in what the platform answered.
    Import(Vec<u8>),
    /// Write the deadlines as a calendar.
    SaveCalendar,
    /// Take the last event back.
    TakeBackEvent,
    /// Record the event again that was taken back last.
    BringBackEvent,
    /// A file was taken from this folder.
    TookFrom(PathBuf),
    /// Put a text onto the clipboard.
    Copy {
        /// The text.
        text: String,
        /// What it is called.
        label: String,
    },
    /// A value of the sheet, by its key, was entered into the console, or was not.
    Tick(String, bool),
    /// Show a column of the list of drafts, or leave it out.
    ToggleColumn(ListColumn),
    /// Make fit copies of the pictures of a field.
    Prepare(FieldId),
    /// Do this as if its key had been pressed.
    Act(Action),
    /// Do this as if its key had been pressed on what lies below the top dialog, which closes.
    Press(Action),
    /// Show this language, now and the next time.
    Language(Lang),
    /// Say something.
    Notice(Notice),
    /// Open a file of the draft in the system's own viewer.
    View(String),
    /// Have a file of the draft prepared, turned by so many quarters clockwise.
    PrepareTurned(String, u8),
    /// Do something outside.
    Run(Effect),
    /// Save the draft over a file that was changed outside.
    SaveOver,
    /// Save the draft as a new file, and go on with that.
    SaveCopy,
    /// Leave, although what was typed last is not on the disk.
    QuitAnyway,
    /// Prepare a change of what is filed, with the edit that was asked about.
    StartChange,
    /// What was typed on in the edit that is asked about.
    HoldBack(FieldId, Option<Value>),
    /// Prepare a new filing of what has ended, with the edit that was asked about.
    FileAgain,
    /// Make the edit that was asked about, although it is filed or on record.
    EditAnyway,
    /// Prepare the deregistration and the new filing that take the place of a change.
    Refile,
    /// Have the files read that lie outside the draft's folder: they are meant.
    AdmitOutside,
}
