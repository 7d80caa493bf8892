//! Does what the effects ask for, each kind on a thread of its own, so that none waits for another: one has the open draft and
//! everything that is written, in order; one makes packages; one inspects the draft's files, which may be slow; one reads folders; one
//! glances at files that may be chosen; one looks at pictures for the screen; one prepares pictures, which takes seconds; one sees which
//! folders used lately are still there, which may be on a disk that does not answer; one looks at the files of the drafts in the list.
//! Answers come back as events.

mod glancer;
mod outside;
mod packer;
mod prepare;
mod survey;
mod viewer;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::UNIX_EPOCH;

use self::prepare::{Gate, Preparer};
use self::survey::Surveyor;
use super::effect::{Effect, FileEntry, Message, Said};
use super::event::Event;
use crate::compare::Compared;
use crate::drafts::error::{FolderError, OpenError, OutsideChange, SaveError};
use crate::drafts::folder::{Folder, Listed, Trash};
use crate::drafts::{Access, DraftFile, example, recent, schema};
use crate::filing::Draft;
use crate::filing::event::Moment;
use crate::fs::lock::Owner;
use crate::locale::tui::common::{INTERNAL, INTERNAL_HINT, WRITE_FAILED, WRITE_FAILED_HINT};
use crate::locale::{self, Lang, error as words};
use crate::package::export::ExportError;
use crate::scan;
use crate::scan::facts::Facts;
use crate::text::clean::visible;
use glancer::Glancer;
use packer::Package;
use viewer::Viewer;

/// Lines of a folder that are shown at the most; whoever has more types a path.
pub(super) const FOLDER_LINES: usize = 20_000;

struct Job {
    effect: Effect,
    lang: Lang,
    now: Moment,
}

/// Where a draft was put whose own file could not be saved while the program had to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rescued {
    /// In this file.
    Copy(PathBuf),
    /// Nowhere: no place would take it.
    Lost,
}

/// Where things are kept.
#[derive(Debug, Clone)]
pub struct Places {
    /// The folder of the drafts.
    pub drafts: PathBuf,
    /// The folder of what is kept between sessions, if anything is.
    pub state: Option<PathBuf>,
    /// The user's own folder.
    pub home: Option<PathBuf>,
}

/// The threads behind the wizard.
#[derive(Debug)]
pub struct Worker {
    disk: Sender<Job>,
    side: Sender<Job>,
    folders: Sender<Job>,
    wishes: Sender<Effect>,
    glances: Sender<PathBuf>,
    memory: Sender<Job>,
    scans: Sender<Job>,
    surveys: Sender<Job>,
    gate: Gate,
    disk_thread: JoinHandle<()>,
    packer: JoinHandle<()>,
    rescued: Arc<Mutex<Option<Rescued>>>,
}

impl Worker {
    /// Starts the threads. `owner` is written into the locks of drafts; answers go to `events`.
    #[must_use]
    pub fn start(places: Places, owner: Owner, events: Sender<Event>) -> Self {
        let Places { drafts, state, home } = places;
        let recent = state.map(|folder| folder.join(recent::NAME));
        let here = Arc::new(Mutex::new(PathBuf::new()));
        let rescued = Arc::new(Mutex::new(None));
        let (disk, jobs) = mpsc::channel();
        let (packages, wanted) = mpsc::channel();
        let mut keeper = Keeper {
            packages,
            folder: Folder::new(drafts),
            recent: recent.clone(),
            home: home.clone(),
            owner,
            open: None,
            listed: Vec::new(),
            trash: Vec::new(),
            here: Arc::clone(&here),
            rescued: Arc::clone(&rescued),
        };
        let answers = events.clone();
        let disk_thread = thread::spawn(move || serve(&jobs, &answers, |job| keeper.answer(job)));
        let answers = events.clone();
        let packer = thread::spawn(move || packer::serve(&wanted, &answers));
        let (side, jobs) = mpsc::channel();
        let mut looker = Looker { cache: scan::Cache::new(), home: home.clone(), here: Arc::clone(&here) };
        let answers = events.clone();
        thread::spawn(move || serve(&jobs, &answers, |job| looker.answer(job)));
        let (folders, jobs) = mpsc::channel();
        let answers = events.clone();
        thread::spawn(move || serve(&jobs, &answers, folder_lines));
        let (memory, jobs) = mpsc::channel();
        let answers = events.clone();
        thread::spawn(move || serve(&jobs, &answers, |job| recalled(job, recent.as_deref())));
        let (glances, waiting) = mpsc::channel();
        let answers = events.clone();
        thread::spawn(move || Glancer::default().serve(&waiting, &answers));
        let (scans, jobs) = mpsc::channel();
        let gate = Gate::default();
        let (answers, preparer) = (events.clone(), Preparer { home: home.clone(), gate: gate.clone() });
        thread::spawn(move || serve(&jobs, &answers, |job| preparer.answer(job)));
        let (surveys, jobs) = mpsc::channel();
        let (answers, mut surveyor) = (events.clone(), Surveyor::new(home.clone()));
        thread::spawn(move || serve(&jobs, &answers, |job| surveyor.answer(job)));
        let (wishes, waiting) = mpsc::channel();
        thread::spawn(move || Viewer::new(home, here).serve(&waiting, &events));
        Self { disk, side, folders, scans, surveys, gate, wishes, glances, memory, disk_thread, packer, rescued }
    }

    /// Hands over what is to be done.
    pub fn run(&self, effect: Effect, lang: Lang, now: Moment) {
        // A thread that is gone has reported why; there is nobody else to tell.
        let queue = match effect {
            Effect::Look { .. } | Effect::LookAway => {
                let _ = self.wishes.send(effect);
                return;
            }
            Effect::Glance(path) => {
                let _ = self.glances.send(path);
                return;
            }
            Effect::Inspect(_) => &self.side,
            Effect::Recall(_) => &self.memory,
            Effect::ReadFolder(_) | Effect::View(_) => &self.folders,
            Effect::Prepare { .. } => &self.scans,
            Effect::Survey { .. } => &self.surveys,
            _ => &self.disk,
        };
        let _ = queue.send(Job { effect, lang, now });
    }

    /// Waits until everything handed over has been written. Returns where the draft is if not in its own file.
    #[must_use]
    pub fn finish(self) -> Option<Rescued> {
        drop(self.disk);
        drop(self.scans);
        // What is being written is written; no further copy is begun.
        self.gate.close();
        // The other threads only look and reckon; a slow disk they wait for must not keep the program.
        let _ = self.disk_thread.join();
        // A package that was begun is made.
        let _ = self.packer.join();
        self.rescued.lock().ok().and_then(|mut rescued| rescued.take())
    }
}

fn serve(jobs: &Receiver<Job>, answers: &Sender<Event>, mut answer: impl FnMut(&Job) -> Vec<Message>) {
    while let Ok(job) = jobs.recv() {
        let given = catch_unwind(AssertUnwindSafe(|| answer(&job))).unwrap_or_else(|_| {
            vec![match job.effect {
                Effect::Save { .. } => Message::SaveFailed(internal(job.lang)),
                // Nothing is known of any file; the draft stays as it is.
                Effect::Prepare { draft, .. } => Message::Prepared { draft: draft.clone(), done: Vec::new() },
                Effect::Survey { path, .. } => Message::Surveyed { path: path.clone(), facts: Facts::new() },
                _ => Message::Failed(internal(job.lang)),
            }]
        });
        for message in given {
            if answers.send(Event::Done(Box::new(message))).is_err() {
                return;
            }
        }
    }
}

fn internal(lang: Lang) -> Said {
    Said { message: INTERNAL.in_lang(lang).to_owned(), hint: INTERNAL_HINT.in_lang(lang).to_owned() }
}

/// Has the open draft.
struct Keeper {
    packages: Sender<Package>,
    folder: Folder,
    /// The file of folders used lately.
    recent: Option<PathBuf>,
    home: Option<PathBuf>,
    owner: Owner,
    open: Option<DraftFile>,
    /// The drafts as they were last listed.
    listed: Vec<Listed>,
    trash: Vec<Trash>,
    here: Arc<Mutex<PathBuf>>,
    rescued: Arc<Mutex<Option<Rescued>>>,
}

impl Keeper {
    /// Has the schema that new drafts name lie beside them.
    fn put_schema(&self) {
        schema::put(self.folder.path(), &locale::schema::text());
    }

    fn answer(&mut self, job: &Job) -> Vec<Message> {
        let lang = job.lang;
        let folder_failed = |error: FolderError| vec![Message::Failed(words::folder(lang, &error).into())];
        match &job.effect {
            Effect::List => match self.folder.list() {
                Ok(listing) => {
                    self.listed.clone_from(&listing.entries);
                    vec![Message::Listed(listing.entries)]
                }
                Err(error) => vec![Message::Listed(Vec::new()), Message::Failed(words::folder(lang, &error).into())],
            },
            Effect::Compare(today) => vec![Message::Compared(Arc::new(Compared::of(&self.listed, *today)))],
            Effect::Open { path, read_only } => self.open(path, *read_only, lang),
            Effect::Create(draft) => match self.folder.create(draft, "", &self.owner) {
                Ok(file) => {
                    self.put_schema();
                    self.opened(file, lang)
                }
                Err(error) => folder_failed(error),
            },
            Effect::Example => match example::write(&self.folder, &self.owner) {
                Ok(paths) => {
                    self.put_schema();
                    vec![Message::Examples(paths)]
                }
                Err(error) => folder_failed(error),
            },
            Effect::Duplicate(path) => match self.folder.duplicate(path, "", &self.owner) {
                Ok(file) => vec![Message::Placed(file.path().to_owned())],
                Err(error) => folder_failed(error),
            },
            Effect::Delete(path) => match self.folder.delete(path, &self.owner, job.now) {
                Ok(trash) => {
                    let name = path.file_stem().map(|name| visible(&name.to_string_lossy()).into_owned()).unwrap_or_default();
                    self.trash.push(trash);
                    vec![Message::Deleted(name)]
                }
                Err(error) => folder_failed(error),
            },
            Effect::Restore => match self.trash.pop().map(|trash| self.folder.restore(&trash)) {
                Some(Ok(path)) => vec![Message::Placed(path)],
                Some(Err(error)) => folder_failed(error),
                None => Vec::new(),
            },
            Effect::Save { revision, draft, over } => self.save(*revision, draft, *over, job),
            Effect::SaveCopy(draft) => match self.folder.create(draft, "", &self.owner) {
                Ok(file) => self.opened(file, lang),
                Err(error) => folder_failed(error),
            },
            Effect::Rescue(draft) => {
                self.rescue(draft);
                Vec::new()
            }
            Effect::Reload => self.reload(lang),
            Effect::Watch => self.watch(),
            Effect::Close => {
                self.open = None;
                Vec::new()
            }
            Effect::Export { draft, today } => {
                self.export(draft, *today, lang);
                Vec::new()
            }
            Effect::Remember(folder) => {
                // Without it the next session is a little less handy; there is nothing to be said.
                let _ = self.recent.as_deref().map(|path| recent::keep(path, folder));
                Vec::new()
            }
            Effect::Inspect(_)
            | Effect::Glance(_)
            | Effect::Recall(_)
            | Effect::ReadFolder(_)
            | Effect::View(_)
            | Effect::Prepare { .. }
            | Effect::Survey { .. }
            | Effect::Look { .. }
            | Effect::LookAway
            | Effect::Redraw
            | Effect::Quit => Vec::new(),
        }
    }

    fn open(&mut self, path: &Path, read_only: bool, lang: Lang) -> Vec<Message> {
        let access = if read_only { Access::ReadOnly } else { Access::Write(&self.owner) };
        match DraftFile::open(path, access) {
            Ok(file) => self.opened(file, lang),
            Err(error @ OpenError::Held { .. }) => {
                vec![Message::Held { path: path.to_owned(), said: words::open(lang, &error).into() }]
            }
            Err(error) => vec![Message::Failed(words::open(lang, &error).into())],
        }
    }

    fn opened(&mut self, file: DraftFile, lang: Lang) -> Vec<Message> {
        if let Ok(mut here) = self.here.lock() {
            here.clone_from(&file.folder().to_owned());
        }
        let message = Message::Opened {
            path: file.path().to_owned(),
            draft: Box::new(file.draft().clone()),
            read_only: file.read_only().map(|reason| words::read_only(lang, &words::path(file.path()), reason).into()),
        };
        self.open = Some(file);
        vec![message]
    }

    fn save(&mut self, revision: u64, draft: &Draft, over: bool, job: &Job) -> Vec<Message> {
        let Some(file) = &mut self.open else { return Vec::new() };
        let saved = if over { file.save_over(draft) } else { file.save(draft) };
        vec![match saved {
            Ok(saved) => Message::Saved { revision, at: job.now, at_risk: saved.unsafe_yet.is_some() },
            Err(SaveError::ChangedOutside { change, .. }) => Message::ChangedOutside { gone: change == OutsideChange::Deleted },
            Err(error) => Message::SaveFailed(words::save(job.lang, &error).into()),
        }]
    }

    /// Nothing typed may be lost because the program must end: where the draft's own file cannot be saved, or was changed by somebody
    /// else, the draft goes beside the others, and at last into the system's folder for temporary files.
    fn rescue(&mut self, draft: &Draft) {
        let Some(file) = &mut self.open else { return };
        if file.save(draft).is_ok() {
            return;
        }
        let elsewhere = Folder::new(std::env::temp_dir());
        let copy = [&self.folder, &elsewhere].into_iter().find_map(|folder| folder.create(draft, "", &self.owner).ok());
        if let Ok(mut rescued) = self.rescued.lock() {
            *rescued = Some(copy.map_or(Rescued::Lost, |copy| Rescued::Copy(copy.path().to_owned())));
        }
    }

    fn reload(&mut self, lang: Lang) -> Vec<Message> {
        let Some(file) = &mut self.open else { return Vec::new() };
        vec![match file.reload() {
            Ok(draft) => Message::Reloaded(Box::new(draft.clone())),
            Err(error) => Message::Damaged(words::open(lang, &error).into()),
        }]
    }

    fn watch(&mut self) -> Vec<Message> {
        let change = self.open.as_ref().and_then(|file| file.changed_outside().ok()).flatten();
        change.map(|change| Message::ChangedOutside { gone: change == OutsideChange::Deleted }).into_iter().collect()
    }

    /// Hands the open draft over to be packed; the answer comes from there.
    fn export(&mut self, draft: &Draft, today: chrono::NaiveDate, lang: Lang) {
        let Some(file) = &self.open else { return };
        let mut document = file.document().clone();
        document.update(draft);
        let (text, folder) = (document.to_text(), file.folder().to_owned());
        let package = Package { draft: Box::new(draft.clone()), text, folder, home: self.home.clone(), today, lang };
        let _ = self.packages.send(package);
    }
}

/// Inspects the files of a draft.
struct Looker {
    cache: scan::Cache,
    home: Option<PathBuf>,
    here: Arc<Mutex<PathBuf>>,
}

impl Looker {
    fn answer(&mut self, job: &Job) -> Vec<Message> {
        match &job.effect {
            Effect::Inspect(paths) => {
                let here = self.here.lock().map(|here| here.clone()).unwrap_or_default();
                let paths = paths.iter().map(String::as_str);
                vec![Message::Inspected(self.cache.inspect_all(&here, self.home.as_deref(), paths))]
            }
            _ => Vec::new(),
        }
    }
}

/// Which folders used lately are there.
fn recalled(job: &Job, recent: Option<&Path>) -> Vec<Message> {
    let Effect::Recall(lately) = &job.effect else { return Vec::new() };
    let mut earlier = recent.map(recent::load).unwrap_or_default();
    earlier.retain(|folder| folder.is_dir());
    let gone = lately.iter().filter(|folder| !folder.is_dir()).cloned().collect();
    vec![Message::Recalled { earlier, gone }]
}

fn folder_lines(job: &Job) -> Vec<Message> {
    match &job.effect {
        Effect::ReadFolder(path) => {
            let lines = read_folder(path).map_err(|error| words::io(job.lang, &error.into()));
            vec![Message::Folder { path: path.clone(), lines }]
        }
        Effect::View(path) => outside::view(path, job.lang).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn read_folder(path: &Path) -> std::io::Result<Vec<FileEntry>> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(path)?.take(FOLDER_LINES) {
        let entry = entry?;
        // Names that are not text cannot be written into a draft.
        let Ok(name) = entry.file_name().into_string() else { continue };
        let Ok(metadata) = fs::metadata(entry.path()) else { continue };
        if !metadata.is_dir() && !metadata.is_file() {
            continue;
        }
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map(|since| since.as_secs()).unwrap_or_default();
        lines.push(FileEntry { name, folder: metadata.is_dir(), size: metadata.len(), modified });
    }
    Ok(lines)
}

fn said_of_export(lang: Lang, error: &ExportError) -> Said {
    match error {
        ExportError::Package(error) => words::package(lang, error).into(),
        ExportError::Write { path, error } => {
            let message = WRITE_FAILED.with(lang, &[("path", &words::path(path)), ("trouble", &words::io(lang, error))]);
            Said { message, hint: WRITE_FAILED_HINT.in_lang(lang).to_owned() }
        }
        // Refusals come back with their findings.
        ExportError::Refused(_) => Said { message: String::new(), hint: String::new() },
    }
}

/// A message for people, from a sentence and a hint.
impl From<(String, String)> for Said {
    fn from((message, hint): (String, String)) -> Self {
        Self { message, hint }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_remembered_from_one_worker_to_the_next_and_those_that_are_gone_are_not_told() {
        let place = tempfile::tempdir().unwrap();
        let (state, drafts) = (place.path().join("state"), place.path().join("drafts"));
        let folders = ["一", "two", "three"].map(|name| place.path().join(name));
        folders.iter().for_each(|folder| fs::create_dir(folder).unwrap());
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
        let start = |state: Option<PathBuf>| {
            let owner = Owner { pid: 1, since: now, host: String::new() };
            let (events, answers) = mpsc::channel();
            (Worker::start(Places { drafts: drafts.clone(), state, home: None }, owner, events), answers)
        };
        let recalled = |state: Option<PathBuf>, lately: &[PathBuf]| {
            let (worker, answers) = start(state);
            worker.run(Effect::Recall(lately.to_vec()), Lang::Zh, now);
            let Ok(Event::Done(message)) = answers.recv() else { panic!("no answer") };
            let Message::Recalled { earlier, gone } = *message else { panic!("{message:?}") };
            (earlier, gone)
        };
        assert_eq!(recalled(Some(state.clone()), &[]), (Vec::new(), Vec::new()));
        assert!(!state.exists(), "looking makes nothing");
        let (worker, _answers) = start(Some(state.clone()));
        for folder in &folders {
            worker.run(Effect::Remember(folder.clone()), Lang::Zh, now);
        }
        assert_eq!(worker.finish(), None, "leaving waits until it is written");
        fs::remove_dir(&folders[1]).unwrap();
        let there = vec![folders[2].clone(), folders[0].clone()];
        assert_eq!(recalled(Some(state.clone()), &folders), (there, vec![folders[1].clone()]));
        assert_eq!(recalled(None, &folders).0, Vec::<PathBuf>::new());
        let (worker, _answers) = start(None);
        worker.run(Effect::Remember(folders[0].clone()), Lang::Zh, now);
        let _ = worker.finish();
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1, "nothing else is stored");
    }
}
