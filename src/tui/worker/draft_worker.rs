//! Has the open draft, and does everything that is written, in order.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::done::Done;
use super::export_worker::{ExportWorker, Package};
use super::mailbox::{Closed, Job, Mailbox, Policy, Work};
use super::{Rescued, Trusted, internal};
use crate::compare::Compared;
use crate::drafts::beside;
use crate::drafts::error::{FolderError, OpenError, OutsideChange, SaveError};
use crate::drafts::folder::{Folder, KEPT_FOR, Listed};
use crate::drafts::take_over::{apply, undo};
use crate::drafts::{Access, DraftFile, example, exported, language, recent, rescued, schema, unfinished};
use crate::filing::Draft;
use crate::filing::take_over::{Outcome, outcome};
use crate::fs::lock::Owner;
use crate::fs::path::folder_of;
use crate::locale::take_over::{FILED_NOT_BACK, had_ended, kept, not_updated, overwritten, reopened};
use crate::locale::{Lang, error as words};
use crate::package::outside::{Outside, Reach};
use crate::reading::Readings;
use crate::scan::Cache;
use crate::text::clean::visible;
use crate::tui::effect::{Both, DraftRequest, Leaving, Message, Undone};
use crate::tui::event::EventSender;
use crate::tui::state::Preferences;

/// Has the open draft.
pub(super) struct DraftWorker {
    exports: Mailbox<ExportWorker>,
    folder: Folder,
    /// The folder of what is kept between sessions.
    state: Option<PathBuf>,
    home: Option<PathBuf>,
    trusted: Trusted,
    owner: Owner,
    open: Option<DraftFile>,
    /// Files outside the folder of the open draft that nobody has said are meant.
    held_back: BTreeSet<PathBuf>,
    /// The drafts as they were last listed.
    listed: Arc<[Listed]>,
    /// What was done in the list, the last thing last.
    done: Vec<Done>,
    rescued: Option<Rescued>,
}

impl DraftWorker {
    /// A worker for the drafts in a folder. `home` is what `~/` stands for, `seen` what is known of scans;
    /// what comes of exports goes to `events`.
    pub fn new(
        (drafts, preferences): (PathBuf, Preferences),
        trusted: Trusted,
        (home, seen): (Option<PathBuf>, Cache),
        owner: Owner,
        events: EventSender,
    ) -> Self {
        Self {
            exports: Mailbox::new(ExportWorker::new(preferences.export, seen, trusted.state.clone()), events),
            folder: Folder::new(drafts).with_defaults(preferences.new),
            state: trusted.state.clone(),
            home,
            trusted,
            owner,
            open: None,
            held_back: BTreeSet::new(),
            listed: Arc::default(),
            done: Vec::new(),
            rescued: None,
        }
    }

    /// Waits for the package that was begun, if one was. Returns where the draft is if not in its own file.
    pub fn finish(self) -> Option<Rescued> {
        let _ = self.exports.close().and_then(Closed::join);
        self.rescued
    }

    /// Renews the schema that new drafts name, where somebody has put it beside them.
    fn renew_schema(&self) {
        if schema::is_in(self.folder.path()) {
            schema::renew(self.folder.path(), &schema::text());
        }
    }

    fn list(&mut self, job: &Job<DraftRequest>) -> Vec<Message> {
        // What was deleted long ago; what cannot be removed stays for the next time.
        let _ = self.folder.purge(job.now - KEPT_FOR);
        let mut messages = match self.folder.list() {
            Ok(listing) => {
                self.listed = listing.entries.into();
                vec![Message::Listed(Arc::clone(&self.listed))]
            }
            Err(error) => vec![Message::Listed(Arc::default()), Message::Failed(Both::of(|lang| words::folder(lang, &error)))],
        };
        let rescued = self.state.as_deref().map(rescued::take).unwrap_or_default();
        if !rescued.is_empty() {
            messages.push(Message::Rescued(rescued));
        }
        messages
    }

    fn open(&mut self, path: &Path, read_only: bool, lang: Lang) -> Vec<Message> {
        let access = if read_only { Access::ReadOnly } else { Access::Write(&self.owner) };
        match DraftFile::open(path, access) {
            Ok(file) => self.opened(file, lang),
            Err(error @ OpenError::Held { .. }) => {
                vec![Message::Held { path: path.to_owned(), said: Both::of(|lang| words::open(lang, &error)) }]
            }
            Err(error) => vec![Message::Failed(Both::of(|lang| words::open(lang, &error)))],
        }
    }

    /// Files of the open draft, in this state, that may not be read.
    fn strays(&self, file: &DraftFile, draft: &Draft) -> Vec<Outside> {
        self.trusted.reach(file.path()).refused_ever(draft, file.folder(), self.home.as_deref())
    }

    /// What a person has put into the open draft here is meant; what was there before has to be asked about.
    fn admit_chosen(&self, draft: &Draft) {
        let Some(file) = &self.open else { return };
        let mut chosen = self.strays(file, draft);
        chosen.retain(|one| !self.held_back.contains(&one.file));
        self.trusted.admit(file.path(), &chosen);
    }

    /// What was known of another draft that lay here is not known of this one.
    fn is_new(&self, draft: &Path) {
        if let Some(state) = &self.state {
            beside::forget(state, draft);
        }
    }

    fn hand_on(&self, from: &Path, to: &Path) {
        self.trusted.hand_on(from, to, self.home.as_deref());
    }

    /// Why nothing is made of a draft here: it names files that it may not read itself, and what is made of it in the user's own folder
    /// would have them read unasked.
    fn unasked(&self, from: &Path) -> Option<Both> {
        let files = self.trusted.unasked(from, self.folder.path(), self.home.as_deref());
        if files.is_empty() {
            return None;
        }
        let names: Vec<String> = files.iter().map(|one| visible(&one.path).into_owned()).collect();
        let names = names.join("; ");
        let said = |lang| (words::OUTSIDE.with(lang, &[("files", &names)]), words::OUTSIDE_BEGIN_HINT.in_lang(lang).to_owned());
        Some(Both::of(said))
    }

    fn admit_all(&mut self, draft: &Draft) {
        let Some(file) = &self.open else { return };
        self.trusted.admit(file.path(), &self.strays(file, draft));
        self.held_back.clear();
    }

    fn opened(&mut self, file: DraftFile, lang: Lang) -> Vec<Message> {
        let strays = self.strays(&file, file.draft());
        self.held_back = strays.iter().map(|one| one.file.clone()).collect();
        let message = Message::Opened {
            path: file.path().to_owned(),
            folder: file.folder().to_owned(),
            draft: Box::new(file.draft().clone()),
            unfinished: self.state.as_deref().map(|state| unfinished::of(state, file.path())).unwrap_or_default(),
            read_only: file.read_only().map(|reason| words::read_only(lang, &words::path(file.path()), reason).into()),
            strays,
        };
        let known = self.state.as_deref().and_then(|state| exported::of(state, file.path()));
        let known = known.map(|made| Message::WasExported(file.path().to_owned(), Box::new(made)));
        self.open = Some(file);
        std::iter::once(message).chain(known).collect()
    }

    /// Makes a draft, or several that belong together: the last one first, so that the one to open is held when all are there. `from`
    /// are the drafts that they begin with.
    fn create(&mut self, drafts: &[Draft], from: &[PathBuf], lang: Lang) -> Vec<Message> {
        if let Some(refused) = from.iter().find_map(|from| self.unasked(from)) {
            return vec![Message::Failed(refused)];
        }
        let mut first = None;
        for draft in drafts.iter().rev() {
            match self.folder.create(draft, "", &self.owner) {
                Ok(file) => {
                    self.is_new(file.path());
                    from.iter().for_each(|from| self.hand_on(from, file.path()));
                    first = Some(file);
                }
                Err(error) => return vec![Message::Failed(Both::of(|lang| words::folder(lang, &error)))],
            }
        }
        self.renew_schema();
        first.map_or_else(Vec::new, |file| self.opened(file, lang))
    }

    fn save(&mut self, draft: &Draft, over: bool, job: &Job<DraftRequest>) -> Vec<Message> {
        // What belongs to another draft must not get into this one's file.
        let Some(file) = self.open.as_mut().filter(|file| job.ticket.draft.as_deref() == Some(file.path())) else {
            return Vec::new();
        };
        let before = file.draft().clone();
        let saved = if over { file.save_over(draft) } else { file.save(draft) };
        let is_saved = saved.is_ok();
        let mut messages = vec![match saved {
            Ok(saved) => Message::Saved { at: job.now, at_risk: saved.not_durable.is_some() },
            Err(SaveError::ChangedOutside { change, .. }) => changed_outside(file, change),
            Err(error) => Message::SaveFailed(Both::of(|lang| words::save(lang, &error))),
        }];
        if is_saved {
            self.admit_chosen(draft);
        }
        if is_saved && before.events != draft.events {
            messages.extend(self.take_over(&before, draft));
        }
        messages
    }

    /// Brings the drafts of the subject up to date with a change or a deregistration that has just come through, or takes that back.
    fn take_over(&self, before: &Draft, draft: &Draft) -> Option<Message> {
        let path = self.open.as_ref()?.path();
        let folders = [self.folder.clone(), Folder::new(folder_of(path).to_owned())];
        let (done, is_undone) = match (outcome(before).is_some(), outcome(draft).is_some()) {
            (false, true) => (apply(draft, path, &folders, &self.owner), false),
            (true, false) => (undo(before, path, &folders, &self.owner), true),
            _ => return None,
        };
        done.taken.iter().chain(&done.beside).for_each(|(taken, _)| self.hand_on(path, taken));
        let name = |path: &PathBuf| visible(&done.label(path)).into_owned();
        let taken: Vec<String> = done.taken.iter().chain(&done.beside).map(|(path, _)| name(path)).collect();
        let mut failed: Vec<String> = done.failed.iter().map(|(path, _)| name(path)).collect();
        if !is_undone {
            failed.extend(done.ended.iter().map(name));
        }
        if !is_undone && done.is_nobody_s() && done.beside.is_empty() && done.outcome == Some(Outcome::Changed) {
            return Some(Message::NobodyToUpdate);
        }
        let tell = if is_undone { kept } else { overwritten };
        let told = Lang::BOTH.map(|lang| {
            let mut told: Vec<String> = done.failed.iter().map(|(path, why)| not_updated(lang, &name(path), why)).collect();
            if !is_undone {
                told.extend(done.ended.iter().map(|path| had_ended(lang, &name(path))));
            }
            told.extend(done.taken.iter().chain(&done.beside).flat_map(|(path, followed)| tell(lang, &name(path), followed)));
            told.extend(done.beside.iter().flat_map(|(path, followed)| reopened(lang, &name(path), followed)));
            told.extend((is_undone && done.misses_the_filed()).then(|| FILED_NOT_BACK.in_lang(lang).to_owned()));
            told
        });
        (!taken.is_empty() || !failed.is_empty()).then_some(Message::TakenOver { taken, failed, told, is_undone })
    }

    /// Nothing typed may be lost because the program must end: where the draft's own file cannot be saved, or was changed by somebody
    /// else, the draft goes beside the others, else to what is kept between sessions, and at last into the system's folder for temporary
    /// files. The next session says where.
    fn rescue(&mut self, draft: &Draft) {
        let Some(file) = &mut self.open else { return };
        if file.save(draft).is_ok() {
            return;
        }
        let kept = self.state.as_ref().map(|state| Folder::new(state.join(rescued::FOLDER)));
        let places = [Some(self.folder.clone()), kept, Some(Folder::new(std::env::temp_dir()))];
        let copied = places.into_iter().flatten().any(|folder| folder.save_copy(file, draft, &self.owner).is_ok());
        if copied && let Some(state) = &self.state {
            rescued::note(state, file.path());
        }
        self.rescued = Some(if copied { Rescued::Copy(file.path().to_owned()) } else { Rescued::Lost });
    }

    fn save_copy(&mut self, draft: &Draft, job: &Job<DraftRequest>) -> Vec<Message> {
        // As with saving: what belongs to another draft is not this one's.
        let Some(mut file) = self.open.take_if(|file| job.ticket.draft.as_deref() == Some(file.path())) else {
            return Vec::new();
        };
        // What its file on the disk says is somebody else's: what is meant here was chosen here.
        let here = file.path().to_owned();
        let may_read = self.trusted.reach(&here);
        let chosen = self.strays(&file, draft).into_iter().map(|one| one.file).filter(|file| !self.held_back.contains(file));
        let may_read = may_read.and(chosen.collect::<Vec<_>>().into_iter());
        match self.folder.save_copy(&mut file, draft, &self.owner) {
            Ok(()) => {
                self.is_new(file.path());
                let mut meant = self.strays(&file, file.draft());
                meant.retain(|one| may_read.admits(&one.file));
                self.trusted.admit(file.path(), &meant);
                self.opened(file, job.lang)
            }
            Err(error) => {
                self.open = Some(file);
                vec![Message::Failed(Both::of(|lang| words::folder(lang, &error)))]
            }
        }
    }

    fn reload(&mut self) -> Vec<Message> {
        let Some(mut file) = self.open.take() else { return Vec::new() };
        let message = match file.reload().cloned() {
            Ok(draft) => {
                let strays = self.strays(&file, &draft);
                self.held_back = strays.iter().map(|one| one.file.clone()).collect();
                Message::Reloaded { draft: Box::new(draft), strays }
            }
            Err(error) => Message::Damaged(Both::of(|lang| words::open(lang, &error))),
        };
        self.open = Some(file);
        vec![message]
    }

    fn check_for_outside_change(&mut self) -> Vec<Message> {
        let Some(file) = &self.open else { return Vec::new() };
        let change = file.changed_outside().ok().flatten();
        change.map(|change| changed_outside(file, change)).into_iter().collect()
    }

    /// Hands the open draft over to be packed; the answer comes from there.
    fn export(
        &mut self,
        draft: &Draft,
        today: chrono::NaiveDate,
        (allow_outside, leaving, readings): (bool, &Leaving, &Readings),
        job: &Job<DraftRequest>,
    ) {
        let Some(file) = &self.open else { return };
        let mut document = file.document().clone();
        document.update(draft);
        let (text, folder) = (document.to_text(), file.folder().to_owned());
        let home = self.home.clone();
        let mut reach = self.trusted.reach(file.path());
        let strays = self.strays(file, draft);
        if allow_outside {
            self.trusted.admit(file.path(), &strays);
            reach = Reach::everywhere();
        }
        let reach = reach.and(strays.into_iter().map(|one| one.file).filter(|file| !self.held_back.contains(file)));
        let (leaving, readings, path) = (leaving.clone(), readings.clone(), file.path().to_owned());
        let request = Package { draft: Box::new(draft.clone()), text, path, folder, home, today, reach, leaving, readings };
        self.exports.send(Job { ticket: job.ticket.clone(), lang: job.lang, now: job.now, request });
    }
}

/// Tells what somebody else did to the file.
fn changed_outside(file: &DraftFile, change: OutsideChange) -> Message {
    Message::ChangedOutside { gone: change == OutsideChange::Deleted, theirs: file.on_disk().map(Box::new) }
}

impl Work for DraftWorker {
    type Request = DraftRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<DraftRequest>) -> Vec<Message> {
        let lang = job.lang;
        let folder_failed = |error: FolderError| vec![Message::Failed(Both::of(|lang| words::folder(lang, &error)))];
        match &job.request {
            DraftRequest::List => self.list(job),
            DraftRequest::Compare(today) => vec![Message::Compared(Arc::new(Compared::of(&self.listed, *today)))],
            DraftRequest::Open { path, read_only } => self.open(path, *read_only, lang),
            DraftRequest::Create { draft, from } => self.create(std::slice::from_ref(draft), from, lang),
            DraftRequest::CreateSeveral { drafts, from } => self.create(drafts, from, lang),
            DraftRequest::WriteExamples(today) => match example::write(&self.folder, &self.owner, *today) {
                Ok(examples) => {
                    self.renew_schema();
                    self.done.push(Done::Examples(examples));
                    vec![Message::Examples]
                }
                Err(error) => folder_failed(error),
            },
            DraftRequest::Duplicate { path, .. } if let Some(refused) = self.unasked(path) => {
                vec![Message::Failed(refused)]
            }
            DraftRequest::Duplicate { path, purpose } => match self.folder.duplicate(path, *purpose, "", &self.owner) {
                Ok(file) => {
                    self.is_new(file.path());
                    self.hand_on(path, file.path());
                    self.done.push(Done::copied(file.path()));
                    vec![Message::Placed(file.path().to_owned())]
                }
                Err(error) => folder_failed(error),
            },
            DraftRequest::Rename { path, name } => match self.folder.rename(path, name, &self.owner, self.state.as_deref()) {
                Ok(renamed) => {
                    let was = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                    self.done.push(Done::Renamed { path: renamed.clone(), was });
                    vec![Message::Renamed(renamed)]
                }
                Err(error) => folder_failed(error),
            },
            DraftRequest::Delete(path) => match self.folder.delete(path, &self.owner, job.now) {
                Ok(trash) => {
                    let name = path.file_stem().map(|name| visible(&name.to_string_lossy()).into_owned()).unwrap_or_default();
                    self.done.push(Done::Deleted(trash));
                    vec![Message::Deleted(name)]
                }
                Err(error) => folder_failed(error),
            },
            DraftRequest::Undo => {
                let undo = |done: Done| done.undo(&self.folder, &self.owner, job.now, self.state.as_deref());
                match self.done.pop().map(undo) {
                    Some(Ok(undone)) => vec![Message::Undone(undone)],
                    Some(Err(error)) => vec![Message::Undone(Undone::Failed(Both::of(|lang| words::folder(lang, &error))))],
                    None => Vec::new(),
                }
            }
            DraftRequest::Save { draft, over } => self.save(draft, *over, job),
            DraftRequest::SaveCopy(draft) => self.save_copy(draft, job),
            DraftRequest::Rescue(draft) => {
                self.rescue(draft);
                Vec::new()
            }
            DraftRequest::AdmitOutside(draft) => {
                self.admit_all(draft);
                Vec::new()
            }
            DraftRequest::Reload => self.reload(),
            DraftRequest::CheckForOutsideChange => self.check_for_outside_change(),
            DraftRequest::Close => {
                self.open = None;
                Vec::new()
            }
            DraftRequest::Export { draft, today, allow_outside, leaving, readings } => {
                self.export(draft, *today, (*allow_outside, leaving, readings), job);
                Vec::new()
            }
            DraftRequest::KeepUnfinished(texts) => {
                // A disk that does not take this is complained about when the draft is saved.
                let (state, draft) = (self.state.as_deref(), job.ticket.draft.as_deref());
                let _ = state.zip(draft).map(|(state, draft)| unfinished::keep(state, draft, texts));
                Vec::new()
            }
            DraftRequest::RememberLanguage(lang) => {
                // Without it the next session asks again, or follows the locale.
                let _ = self.state.as_deref().map(|state| language::keep(&state.join(language::NAME), *lang));
                Vec::new()
            }
            DraftRequest::RememberFolder(folder) => {
                // Without it the next session is a little less handy; there is nothing to be said.
                let _ = self.state.as_deref().map(|state| recent::keep(&state.join(recent::NAME), folder));
                Vec::new()
            }
        }
    }

    fn failed(job: &Job<DraftRequest>) -> Message {
        match job.request {
            DraftRequest::Save { .. } => Message::SaveFailed(internal()),
            _ => Message::Failed(internal()),
        }
    }
}
