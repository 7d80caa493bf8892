//! The open draft, and the one funnel through which it changes.
//!
//! Undo, autosave, findings and the notice of outside changes hang on [`Document::edit`]. Nothing here does I/O.

mod answers;
mod asked;
mod guard;
mod offers;
mod pictures;
mod problems;
mod undo;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

pub use self::guard::Guard;
pub use self::pictures::DraftPicture;
use super::effect::Ticket;
use crate::compare::Compared;
use crate::drafts::exported::Exported;
use crate::drafts::unfinished::Unfinished;
use crate::filing::event::Moment;
use crate::filing::{self, Draft, Event, FieldId, Kind, Section, Value};
use crate::package::digest::{Freshness, digest};
use crate::package::outside::{Outside, paths, unread};
use crate::reading::Readings;
use crate::rules::confirmation::confirmation;
use crate::rules::required_materials::Materials;
use crate::rules::{self, Context, Finding, QUESTION_OPEN, Recheck, Severity};
use crate::scan::facts::{Facts, FileFacts};
use crate::scan::{Wanted, relative_to};

/// Least time between two saves while someone types.
const SAVE_EVERY: TimeDelta = TimeDelta::milliseconds(400);
/// Least time between a save that failed and the next attempt.
const RETRY_EVERY: TimeDelta = TimeDelta::seconds(3);

/// What the disk knows of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Opened and not changed since.
    Unchanged,
    /// All changes are on the disk, since then.
    At(Moment),
    /// The last attempt failed, for this reason; what was typed is still here.
    Failed([String; 2]),
    /// It may be read and not written, for this reason.
    ReadOnly(String),
}

/// A whole draft as it was, and the field in which the change after it happened.
#[derive(Debug, Clone)]
struct Snapshot {
    draft: Draft,
    field: Option<FieldId>,
}

/// What can be taken back in a draft that was closed, kept while the wizard runs.
#[derive(Debug)]
pub struct History {
    draft: Draft,
    undo: Vec<Snapshot>,
    redo: Vec<Snapshot>,
    taken: Vec<Event>,
    /// The field one was in.
    pub focus: Option<FieldId>,
}

/// The open draft.
#[derive(Debug)]
pub struct Document {
    /// Where it lies.
    pub path: PathBuf,
    /// The folder its files are relative to.
    pub folder: PathBuf,
    /// What the disk knows.
    pub saved: Saved,
    /// What was typed in dialogs about it that are not answered yet.
    pub unfinished: Unfinished,
    /// The package that was made of it last, if that is known.
    pub exported: Option<Exported>,
    draft: Draft,
    /// Paths, as written, of files outside its folder that nobody has said are meant.
    held_back: BTreeSet<String>,
    /// Paths that were put into fields since it was opened, the last one last.
    attached: Vec<String>,
    facts: Facts,
    /// Paths that were there when facts last came: of these there is no more to be known for now.
    inspected: BTreeSet<String>,
    readings: Readings,
    findings: Vec<Finding>,
    materials: Materials,
    recheck: Recheck,
    undo: Vec<Snapshot>,
    redo: Vec<Snapshot>,
    /// Events that were taken back, the last one first to come back; recording something else forgets them.
    taken: Vec<Event>,
    /// How many of the events, from the first on, were there when it was opened.
    from_before: usize,
    /// What a person has chosen to edit all the same. What becomes of the draft later is asked about again.
    unlocked: Option<Guard>,
    /// The field whose visit the last snapshot belongs to.
    visit: Option<FieldId>,
    touched: BTreeSet<FieldId>,
    /// Fields that somebody has been at.
    visited: BTreeSet<FieldId>,
    revision: u64,
    saved_revision: u64,
    saving: Option<u64>,
    tried_at: Option<Moment>,
    today: NaiveDate,
    compared: Arc<Compared>,
}

impl Document {
    /// The package that was made of it last, and whether it is what would be made of it now; `None` while that is not known.
    #[must_use]
    pub fn package(&self) -> Option<(&Exported, Freshness)> {
        let exported = self.exported.as_ref()?;
        Some((exported, Freshness::of(&exported.digest, &digest(&self.draft, &self.facts)?)))
    }

    /// A draft as it was read. Fields that hold something count as visited, so that what is wrong with them shows.
    #[must_use]
    pub fn new(path: PathBuf, draft: Draft, today: NaiveDate) -> Self {
        let mut document = Self {
            folder: path.parent().map(Path::to_owned).unwrap_or_default(),
            path,
            saved: Saved::Unchanged,
            unfinished: Unfinished::new(),
            exported: None,
            visited: BTreeSet::new(),
            touched: FieldId::ALL.iter().copied().filter(|id| draft.get(*id).is_some()).collect(),
            draft,
            held_back: BTreeSet::new(),
            attached: Vec::new(),
            facts: Facts::default(),
            inspected: BTreeSet::new(),
            readings: Readings::default(),
            findings: Vec::new(),
            materials: Materials::default(),
            recheck: Recheck::default(),
            undo: Vec::new(),
            redo: Vec::new(),
            taken: Vec::new(),
            from_before: 0,
            unlocked: None,
            visit: None,
            revision: 0,
            saved_revision: 0,
            saving: None,
            tried_at: None,
            today,
            compared: Arc::default(),
        };
        document.from_before = document.draft.events.len();
        document.check();
        document
    }

    /// What can be taken back, for when it is opened again.
    #[must_use]
    pub fn into_history(self, focus: Option<FieldId>) -> (PathBuf, History) {
        (self.path, History { draft: self.draft, undo: self.undo, redo: self.redo, taken: self.taken, focus })
    }

    /// Takes up what could be taken back when it was closed, if the draft is still the same. Returns the field one was in.
    pub fn take_up(&mut self, history: History) -> Option<FieldId> {
        if history.draft != self.draft {
            return None;
        }
        (self.undo, self.redo, self.taken) = (history.undo, history.redo, history.taken);
        history.focus.filter(|id| self.draft.asks(*id))
    }

    /// Its files are relative to another folder than the one it lies in: it is a link.
    #[must_use]
    pub fn in_folder(self, folder: PathBuf) -> Self {
        Self { folder, ..self }
    }

    /// Tells it, in its present state, from others.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        Ticket { draft: Some(self.path.as_path().into()), revision: self.revision }
    }

    /// The draft, for reading.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The files it names and asks for and that may be read, as written.
    #[must_use]
    pub fn scans(&self) -> Vec<Wanted<String>> {
        self.draft.scans().filter(|scan| !self.is_held_back(scan.path)).map(Wanted::into_owned).collect()
    }

    /// These files are not read until their user says that they are meant; all others may be.
    pub fn hold_back(&mut self, files: &[Outside]) {
        self.held_back = files.iter().map(|one| one.path.clone()).collect();
        let inspected = std::mem::take(&mut self.inspected);
        self.set_facts(self.facts.clone());
        self.inspected = inspected;
    }

    /// Whether nothing is known yet of a file that a form names, or any form. What is held back is known to be that.
    #[must_use]
    pub fn has_unseen_files(&self, section: Option<Section>) -> bool {
        let mut files = self.draft.files().into_iter();
        let is_here = |id| section.is_none_or(|section| self.draft.section_of(id) == section);
        files.any(|(id, _, path)| !path.is_empty() && is_here(id) && !self.is_held_back(path) && !self.inspected.contains(path))
    }

    /// Whether this file, as written, may not be read yet.
    #[must_use]
    pub fn is_held_back(&self, path: &str) -> bool {
        self.held_back.contains(path)
    }

    /// What is known about the files it names.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The materials this filing needs, and which of them are there.
    #[must_use]
    pub const fn materials(&self) -> &Materials {
        &self.materials
    }

    /// What was read on its scans.
    #[must_use]
    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// What the rules look at.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        let peers = self.compared.peers(&self.path);
        Context::new(&self.draft, &self.facts, self.today).with_readings(&self.readings).with_peers(peers)
    }

    /// What the rules would say under a field that held this value, with this known of the file it names. Changes nothing.
    #[must_use]
    pub fn would_find(&self, id: FieldId, value: Value, path: &str, about: &FileFacts) -> Vec<Finding> {
        let (mut draft, mut facts) = (self.draft.clone(), self.facts.clone());
        draft.set(id, Some(value));
        facts.insert(path, about.clone());
        let peers = self.compared.peers(&self.path);
        rules::check_field(&Context::new(&draft, &facts, self.today).with_readings(&self.readings).with_peers(peers), id)
    }

    /// Everything the rules found, in the order of the fields.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What the rules found in one field.
    pub fn findings_of(&self, id: FieldId) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.field == id)
    }

    /// How many findings of this weight a form has.
    #[must_use]
    pub fn count(&self, section: Option<Section>, severity: Severity) -> usize {
        let here = |finding: &&Finding| section.is_none_or(|section| self.draft().section_of(finding.field) == section);
        self.findings.iter().filter(here).filter(|finding| finding.severity == severity && finding.counts()).count()
    }

    /// How many reasons of the last rejection are open in a form, and nobody stands by them.
    #[must_use]
    pub fn open_rejections(&self, section: Section) -> usize {
        let here = |finding: &&Finding| finding.rule.name == "rejection-open" && finding.field.field().section == section;
        self.findings.iter().filter(here).filter(|finding| finding.counts()).count()
    }

    /// Whether the field was visited or came filled in: only then its findings are shown.
    #[must_use]
    pub fn is_touched(&self, id: FieldId) -> bool {
        self.touched.contains(&id)
    }

    /// Marks a field as visited.
    pub fn touch(&mut self, id: FieldId) {
        self.touched.insert(id);
        self.visited.insert(id);
    }

    /// Has what was put into these fields judged at once.
    pub fn touch_filled(&mut self, fields: &[FieldId]) {
        self.touched.extend(fields.iter().copied().filter(|id| self.draft.get(*id).is_some()));
    }

    /// Marks every field that is asked as visited: the person wants to see all that is missing.
    pub fn touch_all(&mut self) {
        self.touched.extend(self.draft.asked());
    }

    /// Whether it may be changed.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        !matches!(self.saved, Saved::ReadOnly(_))
    }

    /// Puts a value into a field: the funnel. Typing on in the same field is one step of undo. Returns whether anything
    /// changed; a draft that may only be read never does.
    pub fn edit(&mut self, id: FieldId, value: Option<Value>) -> bool {
        self.edit_all(vec![(id, value)])
    }

    /// The same with several fields at once, which are one step of undo. Answers that were given about what changes are asked for
    /// again.
    pub fn edit_all(&mut self, changes: Vec<(FieldId, Option<Value>)>) -> bool {
        let edited: Vec<FieldId> = changes.iter().map(|(id, _)| *id).collect();
        let is_changed = self.put_all(changes);
        if is_changed {
            self.reopen_answers(&edited);
            self.changed();
        }
        is_changed
    }

    /// Puts other files, which show the same, in the place of those that fields name: one step of undo, and no answer is asked for
    /// again.
    pub fn exchange(&mut self, changes: Vec<(FieldId, Option<Value>)>) -> bool {
        let is_changed = self.put_all(changes);
        if is_changed {
            self.changed();
        }
        is_changed
    }

    fn put_all(&mut self, changes: Vec<(FieldId, Option<Value>)>) -> bool {
        let changes = changes.into_iter().map(|(id, value)| (id, value.filter(|value| !value.is_empty())));
        let changes: Vec<_> = changes.collect();
        // What is chosen here is meant.
        for path in changes.iter().filter_map(|(_, value)| value.as_ref()).flat_map(paths) {
            self.held_back.remove(path);
            self.attached.retain(|other| other != path);
            self.attached.push(path.to_owned());
        }
        let changes: Vec<_> = changes.into_iter().filter(|(id, value)| self.draft.get(*id) != value.as_ref()).collect();
        let Some((first, _)) = changes.first().filter(|_| self.is_writable()) else { return false };
        // Only typing in one field goes on from where the visit began.
        if changes.len() > 1 || self.visit != Some(*first) {
            self.remember(Some(*first));
            self.visit = Some(*first).filter(|_| changes.len() == 1);
        }
        self.redo.clear();
        for (id, value) in changes {
            self.draft.set(id, value);
        }
        true
    }

    /// Ends the visit of a field: stores its value in the form in which it will be sent, and lets its findings show.
    pub fn leave(&mut self, id: FieldId) {
        self.touch(id);
        if let Some(value) = self.draft.get(id) {
            let tidy = self.seen_from_folder(id, rules::normalised(&self.draft, id, value));
            if self.visit == Some(id) {
                self.edit(id, Some(tidy));
            }
        }
        self.visit = None;
    }

    /// A value as the draft wants it: what was typed as the whole path of a scan, from the draft's folder, so that both can be moved together.
    fn seen_from_folder(&self, id: FieldId, value: Value) -> Value {
        match value {
            Value::Text(path) if id.field().kind == Kind::Picture && Path::new(&path).is_absolute() => {
                Value::Text(relative_to(&self.folder, None, Path::new(&path)).unwrap_or(path))
            }
            value => value,
        }
    }

    /// What follows in the focused field is a step of undo of its own.
    pub const fn end_visit(&mut self) {
        self.visit = None;
    }

    /// Replaces the events. What happened is no edit: undo of a form never touches it.
    pub fn set_events(&mut self, events: Vec<Event>) {
        if self.is_writable() && events != self.draft.events {
            self.taken.clear();
            self.put_events(events);
        }
    }

    fn put_events(&mut self, events: Vec<Event>) {
        self.visit = None;
        self.from_before = self.from_before.min(events.len());
        self.draft.events = events;
        self.changed();
    }

    /// Whether the event with this place was there when the draft was opened.
    #[must_use]
    pub const fn is_from_before(&self, index: usize) -> bool {
        index < self.from_before
    }

    /// Whether an event was taken back that can be brought back.
    #[must_use]
    pub const fn has_taken_back(&self) -> bool {
        !self.taken.is_empty()
    }

    /// Takes the last event back; returns it.
    pub fn take_back_event(&mut self) -> Option<Event> {
        let mut events = self.draft.events.clone();
        let event = filing::History::undo(&mut events).filter(|_| self.is_writable())?;
        self.taken.push(event.clone());
        self.put_events(events);
        Some(event)
    }

    /// Records the event again that was taken back last; returns it.
    pub fn bring_back_event(&mut self) -> Option<Event> {
        if !self.is_writable() {
            return None;
        }
        let event = self.taken.pop()?;
        let mut events = self.draft.events.clone();
        events.push(event.clone());
        self.put_events(events);
        Some(event)
    }

    /// Takes what stands on the disk, after it was changed outside. Undo brings back what was here.
    pub fn replace(&mut self, draft: Draft) {
        if draft != self.draft {
            self.remember(None);
            self.visit = None;
            self.taken.clear();
            self.from_before = draft.events.len();
            self.draft = draft;
            self.touched.extend(FieldId::ALL.iter().copied().filter(|id| self.draft.get(*id).is_some()));
            self.revision += 1;
            self.check();
        }
        self.saved_revision = self.revision;
        self.saved = Saved::Unchanged;
    }

    /// Takes in what is known about the files.
    pub fn set_facts(&mut self, mut facts: Facts) {
        self.inspected = self.draft.files().into_iter().map(|(_, _, path)| path.to_owned()).collect();
        for path in &self.held_back {
            facts.insert(path.as_str(), unread());
        }
        if facts != self.facts {
            self.facts = facts;
            self.recheck.facts_changed();
            self.check();
        }
    }

    /// Takes in what was read on scans.
    pub fn set_readings(&mut self, readings: &Readings) {
        if *readings != self.readings {
            self.readings = readings.clone();
            self.recheck.facts_changed();
            self.check();
        }
    }

    /// Takes in what the other drafts say.
    pub fn set_compared(&mut self, compared: Arc<Compared>) {
        self.compared = compared;
        self.recheck.peers_changed();
        self.check();
    }

    /// Whether a question still asks for an answer; another one may have settled it.
    #[must_use]
    pub fn is_open_question(&self, id: FieldId) -> bool {
        self.findings_of(id).any(|finding| finding.rule.name == QUESTION_OPEN.name)
    }

    /// How many questions nobody has answered.
    #[must_use]
    pub fn open_questions(&self) -> usize {
        FieldId::QUESTIONS.iter().filter(|id| self.is_open_question(**id)).count()
    }

    /// Stands by what a warning is about, for a reason; or no longer, without one. One step of undo.
    pub fn confirm(&mut self, finding: &Finding, reason: Option<&str>) {
        if !self.is_writable() {
            return;
        }
        self.remember(Some(finding.field));
        self.visit = None;
        self.redo.clear();
        match reason {
            Some(reason) => {
                let newer = confirmation(&self.draft, &self.facts, finding, reason, self.today);
                self.draft.stand_by(newer);
            }
            None => self.draft.stand_by_no_more(finding.rule.name, &finding.path()),
        }
        self.changed();
    }

    /// The day as of which is checked.
    pub fn set_today(&mut self, today: NaiveDate) {
        if today != self.today {
            self.today = today;
            self.check();
        }
    }

    /// Whether something is not on the disk yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.is_writable() && self.revision != self.saved_revision
    }

    /// Which state of the draft this is; grows with every change.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether a save is under way.
    #[must_use]
    pub const fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// How long it is until the next save may begin; `None` where there is nothing to save, or a save is under way.
    #[must_use]
    pub fn save_in(&self, now: Moment) -> Option<TimeDelta> {
        if !self.is_dirty() || self.saving.is_some() {
            return None;
        }
        let rest = if matches!(self.saved, Saved::Failed(_)) { RETRY_EVERY } else { SAVE_EVERY };
        // A clock that was set back must not hold saving up.
        let rested = self.tried_at.filter(|at| *at <= now).map_or(rest, |at| now - at);
        Some((rest - rested).max(TimeDelta::zero()))
    }

    /// Begins a save, if it is time to: changes are there, no save is under way, and the last one is a moment ago.
    pub fn save_due(&mut self, now: Moment, at_once: bool) -> bool {
        if self.save_in(now).is_none_or(|rest| !at_once && rest > TimeDelta::zero()) {
            return false;
        }
        self.saving = Some(self.revision);
        self.tried_at = Some(now);
        true
    }

    /// A save has ended well.
    pub fn save_done(&mut self, revision: u64, at: Moment) {
        self.saving = None;
        self.saved_revision = revision;
        self.saved = Saved::At(at);
    }

    /// What the disk has is not this draft any more, whatever was saved before.
    pub fn set_unsaved(&mut self, reason: [String; 2]) {
        self.saving = None;
        self.saved_revision = u64::MAX;
        self.saved = Saved::Failed(reason);
    }

    /// A save has failed. The next attempt comes by itself, in a while.
    pub fn save_failed(&mut self, reason: [String; 2], now: Moment) {
        self.saving = None;
        self.saved = Saved::Failed(reason);
        self.tried_at = Some(now);
    }

    fn changed(&mut self) {
        self.revision += 1;
        self.check();
    }

    fn check(&mut self) {
        let peers = self.compared.peers(&self.path);
        let context = Context::new(&self.draft, &self.facts, self.today).with_readings(&self.readings).with_peers(peers);
        (self.findings, self.materials) = self.recheck.check(context);
    }
}
