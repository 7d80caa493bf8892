//! Does what the effects ask for. Each worker has a mailbox that takes only its own requests and a thread, so that none waits for
//! another: one has the open draft and everything that is written, in order; one makes packages; one inspects the draft's files, which
//! may be slow; one reads folders; one probes files that may be chosen; one renders previews; one prepares pictures, which takes
//! seconds; one reads the writing on scans, which takes seconds, too; one sees which folders used lately are still there, which may be on a disk that does not answer; one inspects the files of
//! the drafts in the list. Answers come back as events.

mod background_worker;
mod done;
mod draft_worker;
mod export_worker;
mod folder_worker;
mod inspect_worker;
mod mailbox;
mod outside;
mod prepare_worker;
mod probe_worker;
mod read_worker;
mod recent_worker;
mod viewer_worker;

use std::path::{Path, PathBuf};

use self::background_worker::BackgroundWorker;
use self::draft_worker::DraftWorker;
use self::folder_worker::{FolderRequest, FolderWorker};
use self::inspect_worker::InspectWorker;
use self::mailbox::{Closed, Job, Mailbox};
use self::prepare_worker::{Gate, PrepareWorker};
use self::probe_worker::{ProbeRequest, ProbeWorker};
use self::read_worker::{ReadWorker, ReaderRequest};
use self::recent_worker::{RecentRequest, RecentWorker};
use self::viewer_worker::{ViewerRequest, ViewerWorker};
use super::effect::{Both, DraftRequest, Effect, Request, UserMessage};
use super::event::EventSender;
use super::state::Preferences;
use crate::drafts::recent;
use crate::filing::event::Moment;
use crate::fs::lock::Owner;
use crate::locale::Lang;
use crate::locale::tui::common::{INTERNAL, INTERNAL_HINT};
use crate::package::outside::{Outside, Reach, admit, hand_on, is_own, unasked};
use crate::scan::Cache;

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
    /// The user's own folder of drafts: what a draft there names, the user has chosen.
    pub own: Option<PathBuf>,
    /// The folder of what is kept between sessions, if anything is.
    pub state: Option<PathBuf>,
    /// The user's own folder.
    pub home: Option<PathBuf>,
    /// The folder of the models that scans are read with.
    pub models: Option<PathBuf>,
    /// What new drafts begin with, and how packages are made.
    pub preferences: Preferences,
}

/// By what it is told which files outside its folder a draft may have read.
#[derive(Debug, Clone)]
struct Trusted {
    own: Option<PathBuf>,
    state: Option<PathBuf>,
}

impl Trusted {
    /// What the draft in this file may have read.
    fn reach(&self, draft: &Path) -> Reach {
        Reach::of(draft, self.own.as_deref(), self.state.as_deref())
    }

    /// Keeps in mind that this draft means these files.
    fn admit(&self, draft: &Path, files: &[Outside]) {
        admit(draft, self.state.as_deref(), files);
    }

    /// The files that a draft names and may not read, where what is made of it in this folder would have them read unasked.
    fn unasked(&self, from: &Path, folder: &Path, home: Option<&Path>) -> Vec<Outside> {
        if !is_own(folder, self.own.as_deref()) {
            return Vec::new();
        }
        unasked(from, self.own.as_deref(), self.state.as_deref(), home)
    }

    /// What one draft means, another one means that begins with it or follows it.
    fn hand_on(&self, from: &Path, to: &Path, home: Option<&Path>) {
        hand_on(from, to, self.own.as_deref(), self.state.as_deref(), home);
    }
}

/// The threads behind the wizard.
pub struct Worker {
    drafts: Mailbox<DraftWorker>,
    inspections: Mailbox<InspectWorker>,
    background: Mailbox<BackgroundWorker>,
    preparations: Mailbox<PrepareWorker>,
    folders: Mailbox<FolderWorker>,
    probes: Mailbox<ProbeWorker>,
    previews: Mailbox<ViewerWorker>,
    recent: Mailbox<RecentWorker>,
    readings: Mailbox<ReadWorker>,
    gate: Gate,
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Worker")
    }
}

impl Worker {
    /// Makes the workers ready. `owner` is written into the locks of drafts; answers go to `events`.
    #[must_use]
    pub fn start(places: Places, owner: Owner, events: EventSender) -> Self {
        let trusted = Trusted { own: places.own.clone(), state: places.state.clone() };
        let Places { drafts, state, home, models, preferences, .. } = places;
        let recent = state.as_ref().map(|folder| folder.join(recent::NAME));
        let gate = Gate::default();
        // What the inspections have seen the packages need not look at again.
        let seen = Cache::new();
        let drafts =
            DraftWorker::new((drafts, preferences), trusted.clone(), (home.clone(), seen.clone()), owner, events.clone());
        Self {
            drafts: Mailbox::new(drafts, events.clone()),
            inspections: Mailbox::new(InspectWorker::new(seen, home.clone()), events.clone()),
            background: Mailbox::new(BackgroundWorker::new(home.clone(), trusted), events.clone()),
            preparations: Mailbox::new(PrepareWorker { home: home.clone(), gate: gate.clone() }, events.clone()),
            folders: Mailbox::new(FolderWorker, events.clone()),
            probes: Mailbox::new(ProbeWorker::default(), events.clone()),
            previews: Mailbox::new(ViewerWorker::new(home.clone()), events.clone()),
            readings: Mailbox::new(ReadWorker::new(models, home), events.clone()),
            recent: Mailbox::new(RecentWorker { file: recent }, events),
            gate,
        }
    }

    /// Opens the first draft: a thread for that would only be waited for. Anything else is handed over.
    pub fn open(&self, request: Request, lang: Lang, now: Moment) {
        match request.effect {
            Effect::Draft(open @ DraftRequest::Open { .. }) => {
                self.drafts.answer(Job { ticket: request.ticket, lang, now, request: open });
            }
            effect => self.run(Request { effect, ..request }, lang, now),
        }
    }

    /// Hands over what is to be done.
    pub fn run(&self, request: Request, lang: Lang, now: Moment) {
        let Request { ticket, effect } = request;
        /// The request in the envelope that every mailbox takes.
        macro_rules! job {
            ($request:expr) => {
                Job { ticket, lang, now, request: $request }
            };
        }
        match effect {
            Effect::Draft(request) => self.drafts.send(job!(request)),
            Effect::Inspect(request) => self.inspections.send(job!(request)),
            Effect::InspectInBackground(request) => self.background.send(job!(request)),
            Effect::Prepare(request) => self.preparations.send(job!(request)),
            Effect::ReadFolder(path) => self.folders.send(job!(FolderRequest::Read(path))),
            Effect::FindPackageName(folder, own) => self.folders.send(job!(FolderRequest::PackageName { folder, own })),
            Effect::OpenInViewer(path) => self.folders.send(job!(FolderRequest::OpenInViewer(path))),
            Effect::ReadAnswer(path) => self.folders.send(job!(FolderRequest::ReadAnswer(path))),
            Effect::ReadRecord(request) => self.folders.send(job!(FolderRequest::ReadRecord(request))),
            Effect::WriteCalendar { path, text, count } => {
                self.folders.send(job!(FolderRequest::WriteCalendar { path, text, count }));
            }
            Effect::WriteLetters { folder, files, said } => {
                self.folders.send(job!(FolderRequest::WriteLetters { folder, files, said }));
            }
            Effect::ProbeFile(path) => self.probes.send(job!(ProbeRequest(path))),
            Effect::LoadRecentFolders(lately) => self.recent.send(job!(RecentRequest { lately })),
            Effect::RenderPreview(request) => self.previews.send(job!(ViewerRequest::Render(request))),
            Effect::ReadScan(request) => self.readings.send(job!(ReaderRequest::Scan(request))),
            Effect::FindPictures(request) => self.readings.send(job!(ReaderRequest::Folder(request))),
            Effect::LookAgain(request) => self.readings.send(job!(ReaderRequest::Again(request))),
            Effect::CloseReader => self.readings.send(job!(ReaderRequest::Rest)),
            Effect::CancelPreview => self.previews.send(job!(ViewerRequest::Cancel)),
            // The loop's own.
            Effect::Copy(_) | Effect::Mouse(_) | Effect::Redraw | Effect::Quit => {}
        }
    }

    /// Waits until everything handed over has been written. Returns where the draft is if not in its own file.
    #[must_use]
    pub fn finish(self) -> Option<Rescued> {
        let drafts = self.drafts.close();
        drop(self.preparations);
        // What is being written is written; no further copy is begun.
        self.gate.close();
        // The other threads only look and reckon; a slow disk they wait for must not keep the program.
        drafts.and_then(Closed::join).and_then(DraftWorker::finish)
    }
}

fn internal() -> Both {
    Both::of(|lang| (INTERNAL.in_lang(lang).to_owned(), INTERNAL_HINT.in_lang(lang).to_owned()))
}

/// A message for people, from a sentence and a hint.
impl From<(String, String)> for UserMessage {
    fn from((message, hint): (String, String)) -> Self {
        Self { message, hint }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc;

    use super::*;
    use crate::tui::effect::Message;
    use crate::tui::event::Event;

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
            (
                Worker::start(
                    Places {
                        drafts: drafts.clone(),
                        own: Some(drafts.clone()),
                        state,
                        home: None,
                        models: None,
                        preferences: Preferences::default(),
                    },
                    owner,
                    events.into(),
                ),
                answers,
            )
        };
        let recalled = |state: Option<PathBuf>, lately: &[PathBuf]| {
            let (worker, answers) = start(state);
            worker.run(Effect::LoadRecentFolders(lately.to_vec()).into(), Lang::Zh, now);
            let Ok(Event::Done(answer)) = answers.recv() else { panic!("no answer") };
            let Message::RecentFolders { earlier, gone } = answer.message else { panic!("{answer:?}") };
            (earlier, gone)
        };
        assert_eq!(recalled(Some(state.clone()), &[]), (Vec::new(), Vec::new()));
        assert!(!state.exists(), "looking makes nothing");
        let (worker, _answers) = start(Some(state.clone()));
        for folder in &folders {
            worker.run(Effect::Draft(DraftRequest::RememberFolder(folder.clone())).into(), Lang::Zh, now);
        }
        assert_eq!(worker.finish(), None, "leaving waits until it is written");
        fs::remove_dir(&folders[1]).unwrap();
        let there = vec![folders[2].clone(), folders[0].clone()];
        assert_eq!(recalled(Some(state.clone()), &folders), (there, vec![folders[1].clone()]));
        assert_eq!(recalled(None, &folders).0, Vec::<PathBuf>::new());
        let (worker, _answers) = start(None);
        worker.run(Effect::Draft(DraftRequest::RememberFolder(folders[0].clone())).into(), Lang::Zh, now);
        let _ = worker.finish();
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1, "nothing else is stored");
    }
    /// A draft that lies outside the user's own folder asks about files elsewhere: not again in what is begun with it.
    #[test]
    fn what_was_chosen_in_a_draft_is_not_asked_about_in_what_begins_with_it() {
        use crate::filing::{Draft, FieldId as F};
        let place = tempfile::tempdir().unwrap();
        let (drafts, state) = (place.path().join("drafts"), place.path().join("state"));
        fs::create_dir_all(&drafts).unwrap();
        fs::write(place.path().join("front.jpg"), "x").unwrap();
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
        let owner = Owner { pid: 1, since: now, host: String::new() };
        let (events, answers) = mpsc::channel();
        let places = Places {
            drafts: drafts.clone(),
            own: Some(place.path().join("elsewhere")),
            state: Some(state),
            home: None,
            models: None,
            preferences: Preferences::default(),
        };
        let worker = Worker::start(places, owner, events.into());
        let ask = |path: Option<&PathBuf>, request: DraftRequest| {
            let ticket = crate::tui::effect::Ticket { draft: path.map(|path| path.clone().into()), revision: 1 };
            worker.run(Request { ticket, effect: request.into() }, Lang::En, now);
            match answers.recv() {
                Ok(Event::Done(answer)) => answer.message,
                other => panic!("{other:?}"),
            }
        };
        let opened = |message: Message| match message {
            Message::Opened { path, strays, .. } => (path, strays.len()),
            other => panic!("{other:?}"),
        };
        let create =
            |draft: &Draft, from: Vec<PathBuf>| opened(ask(None, DraftRequest::Create { draft: Box::new(draft.clone()), from }));
        let mut draft = Draft::new(4);
        let (first, asked) = create(&draft, Vec::new());
        assert_eq!(asked, 0);
        draft.set(F::ResponsiblePersonCertificateFront, Some("../front.jpg".into()));
        let save = DraftRequest::Save { draft: Box::new(draft.clone()), over: false };
        assert!(matches!(ask(Some(&first), save), Message::Saved { .. }));
        assert_eq!(create(&draft, vec![first.clone()]).1, 0, "it was chosen in the first");
        let (stranger, asked) = create(&draft, Vec::new());
        assert_eq!(asked, 1, "nobody has chosen it here");
        assert_eq!(create(&draft, vec![stranger]).1, 1, "nor there");
        let Message::Placed(copy) =
            ask(None, DraftRequest::Duplicate { path: first, purpose: crate::drafts::folder::Purpose::OneMore })
        else {
            panic!("no copy")
        };
        assert_eq!(opened(ask(None, DraftRequest::Open { path: copy, read_only: false })).1, 0);
        let _ = worker.finish();
    }

    /// The values of a change go into the draft that was filed once it is through, and out again when that is taken back.
    #[test]
    fn a_filed_draft_follows_a_change_and_what_is_taken_back() {
        use crate::filing::{Draft, Event as Happened, EventKind as E, FieldId as F, FilingKind, Value};
        let place = tempfile::tempdir().unwrap();
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
        let owner = Owner { pid: 1, since: now, host: String::new() };
        let through = |day: &str| {
            let kinds = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];
            let at = format!("{day}T09:00:00+08:00").parse().unwrap();
            kinds.map(|kind| Happened { number: "蜀ICP备2026000001号-1X".into(), ..Happened::new(kind, at) }).to_vec()
        };
        let mut filed = Draft::new(4);
        filed.set(F::AppId, Some("wx7f6e5d4c3b2a1908".into()));
        filed.set(F::ResponsiblePersonMobile, Some("13012340003".into()));
        filed.set(F::ResponsiblePersonCertificateFront, Some("old.jpg".into()));
        filed.events = through("2026-09-30");
        let folder = crate::drafts::Folder::new(place.path().to_owned());
        let original = folder.create(&filed, "filed", &owner).unwrap().path().to_owned();
        let mut change = filed.clone();
        change.events.clear();
        change.set(F::FilingKind, Some(FilingKind::Change.word().into()));
        change.set(F::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        change.set_recorded(F::ResponsiblePersonMobile, Some("13012340003".into()));
        change.set_recorded(F::ResponsiblePersonName, Some("测试丙".into()));
        change.set(F::ResponsiblePersonName, Some("测试己".into()));
        change.set(F::ResponsiblePersonMobile, Some("13012340019".into()));
        change.set(F::ResponsiblePersonCertificateFront, Some("new.jpg".into()));
        let path = folder.create(&change, "change", &owner).unwrap().path().to_owned();
        let on_disk = |id: F| {
            let (document, _) = crate::drafts::file::read_draft(&original).unwrap();
            document.draft().get(id).and_then(Value::as_text).unwrap_or_default().to_owned()
        };

        let (events, answers) = mpsc::channel();
        let places = Places {
            drafts: place.path().to_owned(),
            own: Some(place.path().to_owned()),
            state: None,
            home: None,
            models: None,
            preferences: Preferences::default(),
        };
        let worker = Worker::start(places, owner.clone(), events.into());
        let ask = |request: DraftRequest, count: usize| {
            let ticket = crate::tui::effect::Ticket { draft: Some(path.clone().into()), revision: 1 };
            worker.run(Request { ticket, effect: request.into() }, Lang::En, now);
            let answered = (0..count).map(|_| match answers.recv() {
                Ok(Event::Done(answer)) => answer.message,
                other => panic!("{other:?}"),
            });
            answered.collect::<Vec<Message>>()
        };
        ask(DraftRequest::Open { path: path.clone(), read_only: false }, 1);
        let mut finished = change.clone();
        finished.events = through("2026-11-20");
        let save = |draft: &Draft| ask(DraftRequest::Save { draft: Box::new(draft.clone()), over: false }, 2);
        // While it is away, nobody is updated, and that is said.
        let away = original.with_extension("away");
        fs::rename(&original, &away).unwrap();
        let said = save(&finished);
        assert!(matches!(said.as_slice(), [Message::Saved { .. }, Message::NobodyToUpdate]), "{said:?}");
        ask(DraftRequest::Save { draft: Box::new(change.clone()), over: false }, 1);
        fs::rename(&away, &original).unwrap();
        let said = save(&finished);
        let [Message::Saved { .. }, Message::TakenOver { taken, is_undone: false, .. }] = said.as_slice() else {
            panic!("{said:?}")
        };
        assert_eq!(taken, &["filed"]);
        assert_eq!(
            (on_disk(F::ResponsiblePersonMobile), on_disk(F::ResponsiblePersonName)),
            ("13012340019".into(), "测试己".into())
        );
        assert_eq!(on_disk(F::ResponsiblePersonCertificateFront), "new.jpg");
        let mut undone = finished.clone();
        undone.events.pop();
        let said = save(&undone);
        let [Message::Saved { .. }, Message::TakenOver { taken, failed, told, is_undone: true }] = said.as_slice() else {
            panic!("{said:?}")
        };
        assert_eq!((taken.as_slice(), failed.len()), (&["filed".to_owned()][..], 0));
        // Nobody had entered the name in the filed draft.
        assert_eq!(
            (on_disk(F::ResponsiblePersonMobile), on_disk(F::ResponsiblePersonName)),
            ("13012340003".into(), String::new())
        );
        assert_eq!((on_disk(F::ResponsiblePersonCertificateFront), told[1].len()), ("old.jpg".into(), 0), "{told:?}");
        // Brought back, it is followed again; a draft that somebody else has open is left alone, and named.
        save(&finished);
        assert_eq!(on_disk(F::ResponsiblePersonMobile), "13012340019");
        let held = crate::drafts::DraftFile::open(&original, crate::drafts::Access::Write(&owner)).unwrap();
        let said = save(&undone);
        let [Message::Saved { .. }, Message::TakenOver { failed, told, is_undone: true, .. }] = said.as_slice() else {
            panic!("{said:?}")
        };
        assert_eq!(failed, &["filed"]);
        assert!(told[1].len() == 1 && told[1][0].starts_with("filed: "), "why: {told:?}");
        drop(held);
        assert_eq!(on_disk(F::ResponsiblePersonMobile), "13012340019");
        // What had ended when the change came through is left alone, and so said.
        let mut over = filed.clone();
        over.events.push(Happened::new(E::Deregistered, "2026-11-01T09:00:00+08:00".parse().unwrap()));
        std::fs::remove_file(&original).unwrap();
        let ended = folder.create(&over, "ended", &owner).unwrap().path().to_owned();
        let before = std::fs::read(&ended).unwrap();
        let said = save(&finished);
        let [Message::Saved { .. }, Message::TakenOver { taken, failed, told, is_undone: false }] = said.as_slice() else {
            panic!("{said:?}")
        };
        assert_eq!((taken.len(), failed.as_slice(), told[1].len()), (0, &["ended".to_owned()][..], 1));
        assert!(told[1][0].contains("deregistered before the change"), "{told:?}");
        assert_eq!(std::fs::read(&ended).unwrap(), before);
        let _ = worker.finish();
    }
}
