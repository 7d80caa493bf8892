//! The wizard's state and how events change it. Does no I/O: what must be done outside is returned as effects.

mod answers;
mod build;
mod change;
mod choosing;
mod clipboard;
mod draw;
mod edit;
mod input;
mod mend;
mod mouse;
mod naming;
mod navigate;
mod possible;
mod prepare;
mod reading;
mod saving;
mod sorting;
mod undone;
mod unfinished;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};

use self::change::{Arrival, Edits, Next};
use super::dialog::Dialog;
use super::document::{Document, Guard, History};
use super::effect::{Both, DraftRequest, Effect, InspectRequest, RenderRequest, Request, Ticket};
use super::event::Event;
use super::keymap::{self, Action, Context};
use super::picture::{Graphics, PreviewState};
use super::question::Question;
use super::route::{Route, Step};
use super::screen::Screen;
use super::state::{Command, Input, Notice, Preferences, State, UsualFolders};
use super::widget::hit::Hits;
use super::widget::kept::{Kept, Wrapped};
use super::widget::theme::{Role, Theme};
use crate::drafts::recent::remember;
use crate::filing::Draft;
use crate::filing::event::Moment;
use crate::filing::status::in_china;
use crate::locale::tui::common as words;
use crate::locale::{Lang, Text};
use crate::package::outside::unread;
use crate::reading::Readings;
use crate::scan::Unseen;

/// How often the files and the draft are compared with the disk.
const WATCH_EVERY: TimeDelta = TimeDelta::seconds(2);

/// What the wizard starts with.
#[derive(Debug, Clone)]
pub struct Start {
    /// The language on the screen.
    pub lang: Lang,
    /// Whether colours are wanted.
    pub colour: bool,
    /// The folder of the drafts.
    pub folder: PathBuf,
    /// The user's own folder.
    pub home: Option<PathBuf>,
    /// Folders where scans may lie.
    pub usual_folders: UsualFolders,
    /// The present time.
    pub now: Moment,
    /// The day as of which is checked, where it is not the present one.
    pub today: Option<NaiveDate>,
    /// The draft to open at once.
    pub open: Option<PathBuf>,
    /// The terminal's size: columns, rows.
    pub size: (u16, u16),
}

/// How the draft's file differs from what is open here.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Conflict {
    /// It says something else: this, where it can be read.
    Changed(Option<Box<Draft>>),
    /// It is gone.
    Gone,
    /// It cannot be read any more.
    Damaged(Both),
}

/// The wizard.
#[derive(Debug)]
pub struct App {
    state: State,
    screens: Vec<Box<dyn Screen>>,
    dialogs: Vec<Box<dyn Dialog>>,
    effects: Vec<Request>,
    /// Leaving as soon as everything is on the disk.
    quitting: bool,
    /// Leaving the draft as soon as everything is on the disk.
    closing: bool,
    watched_at: Moment,
    /// Something was written beside the draft since.
    outside: bool,
    /// A draft is being opened: what is typed meanwhile is meant for it.
    opening: bool,
    ahead: Vec<Event>,
    /// The draft's file is another's, or gone, and nobody has said yet what is to be done: saving waits.
    conflict: Option<Conflict>,
    /// Edits of what is filed or on record that a person is asked about.
    held_back: Edits,
    /// Why they were held back, until that is asked.
    guarded: Option<Guard>,
    /// What is opened once the open draft is closed.
    next: Option<Next>,
    /// What happens in the draft that is being opened.
    arrival: Option<Arrival>,
    /// Whether it is opened for its status.
    at_status: bool,
    /// What could be taken back in drafts that were closed.
    histories: HashMap<PathBuf, History>,
    /// What a mouse can hit in the last frame, noted while it was drawn.
    hits: RefCell<Hits>,
    /// What was said last of what scans offer.
    offered: Option<String>,
    /// The scan for which there were no models: for the same one they are not looked for again.
    unreadable: Option<String>,
    /// There were models the last time that somebody looked.
    had_models: bool,
    /// It was said that a model is damaged.
    told_of_damage: bool,
    /// The last click that a second one makes a double one, and when it was.
    clicked: Option<((u16, u16), Moment)>,
}

impl App {
    /// The wizard at its start, and what must be done first.
    #[must_use]
    pub fn new(start: Start) -> (Self, Vec<Request>) {
        let state = State {
            lang: start.lang,
            theme: Theme::new(start.colour),
            wrapped: Wrapped::default(),
            hints: Kept::default(),
            now: start.now,
            fixed_today: start.today,
            size: start.size,
            folder: start.folder,
            home: start.home,
            usual_folders: start.usual_folders,
            recent_folders: Vec::new(),
            earlier_folders: Vec::new(),
            drafts: None,
            compared: Arc::default(),
            preferences: Preferences::default(),
            hidden_columns: BTreeSet::new(),
            columns_without_room: Vec::new(),
            background: super::background::BackgroundInspection::default(),
            readings: Readings::default(),
            read_files: std::collections::BTreeMap::new(),
            can_read: true,
            being_read: None,
            sorting: None,
            document: None,
            mouse: true,
            notice: None,
            seen_notice: None,
            busy: false,
            package: None,
            preparing: false,
            exported_to: None,
            undoable: 0,
            graphics: if start.colour { Graphics::default() } else { Graphics::NONE },
            preview: PreviewState::default(),
            ticks: BTreeMap::new(),
            packed: BTreeMap::new(),
            copied_at: None,
        };
        let app = Self {
            screens: vec![build::screen(Route::Home, &state)],
            dialogs: Vec::new(),
            effects: Vec::new(),
            quitting: false,
            closing: false,
            watched_at: start.now,
            outside: false,
            opening: start.open.is_some(),
            ahead: Vec::new(),
            conflict: None,
            held_back: Vec::new(),
            guarded: None,
            next: None,
            arrival: None,
            at_status: false,
            histories: HashMap::new(),
            hits: RefCell::default(),
            offered: None,
            unreadable: None,
            had_models: false,
            told_of_damage: false,
            clicked: None,
            state,
        };
        // What somebody waits for comes first.
        let open = start.open.map(|path| DraftRequest::Open { path, read_only: false }.into());
        let effects = open.into_iter().chain([DraftRequest::List.into(), Effect::LoadRecentFolders(Vec::new())]);
        (app, effects.map(Request::from).collect())
    }

    /// The ticket of what is asked now.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        self.state.document.as_ref().map(Document::ticket).unwrap_or_default()
    }

    /// Asks for something to be done outside, for the draft that is open now.
    fn send(&mut self, effect: impl Into<Effect>) {
        let request = Request { ticket: self.ticket(), effect: effect.into() };
        self.effects.push(request);
    }

    /// Has the files looked at that the open draft names.
    fn inspect(&mut self) {
        if let Some(document) = &self.state.document {
            let (folder, files) = (document.folder.clone(), document.scans());
            self.send(Effect::Inspect(InspectRequest { folder, files }));
        }
    }

    /// The state, for reading.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Tells the time; the loop does so before every event.
    pub fn set_time(&mut self, now: Moment) {
        self.state.now = now;
        let today = self.state.today();
        if let Some(document) = &mut self.state.document {
            document.set_today(today);
        }
    }

    /// Takes an event; returns what must be done outside.
    pub fn update(&mut self, event: Event) -> Vec<Request> {
        match event {
            Event::Key(key) if self.opening && keymap::action(&[Context::Global], key) != Some(Action::Quit) => {
                self.ahead.push(Event::Key(key));
            }
            Event::Run(_) | Event::Paste(_) if self.opening => self.ahead.push(event),
            Event::Run(run) => {
                self.tick();
                self.type_run(&run);
            }
            Event::Key(key) => {
                // Somebody is here: what was changed elsewhere meanwhile is of interest now.
                self.tick();
                self.key(key);
            }
            Event::Paste(text) => {
                self.tick();
                self.paste(text);
            }
            Event::Mouse(_) if self.opening => {}
            Event::Mouse(mouse) => {
                self.tick();
                self.mouse(mouse);
            }
            Event::Resize(columns, rows) => self.state.size = (columns, rows),
            Event::Graphics(graphics) => self.state.graphics = graphics,
            Event::Theme(theme) => self.state.theme = theme,
            // The loop makes graphics and a theme of it.
            Event::Answered(_) | Event::Resume => {}
            Event::Tick => self.tick(),
            Event::Outside => {
                self.outside = true;
                self.tick();
            }
            Event::Suspend => self.save(true),
            Event::Done(message) => self.receive(*message),
            Event::Hangup => {
                self.leave_field();
                self.set_all_aside();
                let unsaved = |document: &&Document| document.is_dirty() || document.is_saving();
                let draft = self.state.document.as_ref().filter(unsaved).map(|document| document.draft().clone());
                if let Some(draft) = draft {
                    self.send(DraftRequest::Rescue(Box::new(draft)));
                }
                self.send(Effect::Quit);
                return std::mem::take(&mut self.effects);
            }
        }
        self.ask_about_edits();
        // What was cancelled is gone.
        if !self.dialogs.iter().any(|dialog| dialog.holds_edits()) {
            self.held_back.clear();
        }
        if !self.opening {
            for event in std::mem::take(&mut self.ahead) {
                let effects = self.update(event);
                self.effects.extend(effects);
            }
        }
        self.save(self.quitting || self.closing);
        for screen in &mut self.screens {
            screen.follow(&self.state);
        }
        let without_room = self.screens.last().filter(|_| !self.dialogs.is_empty());
        self.state.columns_without_room = without_room.map(|screen| screen.columns_without_room(&self.state)).unwrap_or_default();
        self.follow_sorting();
        self.look();
        self.look_for_name();
        self.inspect_in_background();
        std::mem::take(&mut self.effects)
    }

    /// Asks for the picture that what lies on top wants to show.
    fn look(&mut self) {
        let look = match (self.dialogs.last(), self.screens.last()) {
            (Some(dialog), _) => dialog.wanted_preview(&self.state),
            (None, Some(screen)) => screen.wanted_preview(&self.state),
            (None, None) => None,
        };
        let (was_on, is_on) = (self.state.preview.is_on(), look.is_some());
        if let Some(number) = self.state.preview.want(look.clone()) {
            if let Some(look) = look {
                let document = self.state.document.as_ref();
                if document.is_some_and(|document| document.is_held_back(&look.path)) {
                    self.state.preview.receive(number, Err(Unseen::File(unread().content)));
                    return;
                }
                let folder = document.map(|document| document.folder.clone()).unwrap_or_default();
                self.send(Effect::RenderPreview(RenderRequest { number, preview: look, folder }));
            }
        } else if was_on && !is_on {
            self.send(Effect::CancelPreview);
        }
    }

    /// Where keys are looked up now, innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match (self.dialogs.last(), self.screens.last()) {
            (Some(dialog), _) => {
                let mut contexts = dialog.contexts();
                contexts.extend(dialog.selected().map(|_| Context::Selected));
                contexts.extend([Context::Dialog, Context::Global]);
                contexts
            }
            (None, Some(screen)) => screen.all_contexts(&self.state),
            (None, None) => vec![Context::Global],
        }
    }

    /// Actions of every screen that shows the open draft.
    fn act(&mut self, action: Action) {
        let (step, focus, kind) = (self.step(), self.focus(), self.state.filing_kind());
        match action {
            Action::Back => self.back(),
            Action::SaveNow => {
                self.leave_field();
                self.save(true);
                self.say(words::SAVED_BY_ITSELF, Role::Muted);
            }
            Action::Undo | Action::Redo => self.undo(action == Action::Redo),
            Action::NextProblem | Action::PreviousProblem => self.problem(focus, action == Action::PreviousProblem),
            Action::Problems => self.run(vec![Command::TouchAll, Command::Ask(Question::Problems)]),
            Action::Search => self.ask(Question::Search),
            Action::Fix => self.fix(focus),
            Action::Confirm => self.confirm(focus),
            Action::TakeCertain => self.take_certain(),
            Action::Offers => self.go_through_offers(),
            Action::Prepare => self.prepare_focused(focus),
            Action::PrepareAll => self.prepare(None),
            Action::StartChange => self.start_change(),
            Action::OneMore => self.start_one_more(),
            Action::FileAgain => self.file_again(),
            Action::StartDeregistration => self.start_deregistration(),
            Action::Status if self.route() != Some(Route::Status) => self.go(Route::Status),
            Action::Letters => self.write_letters(),
            Action::CopyMode => self.go(Route::Copy),
            Action::CopyValue => self.copy_focused(focus),
            Action::Export => self.go_to_step(Step::Review),
            Action::Viewer | Action::Preview => self.look_at(focus, action == Action::Viewer),
            Action::NextStep => self.go_to_step(step.map_or(Step::Review, |step| step.shifted(kind, 1))),
            Action::PreviousStep if step.is_some_and(|step| step.index(kind) == 0) => self.say(words::FIRST_STEP, Role::Muted),
            Action::PreviousStep => self.go_to_step(step.map_or(Step::Review, |step| step.shifted(kind, -1))),
            Action::Step1 => self.go_to_number(0),
            Action::Step2 => self.go_to_number(1),
            Action::Step3 => self.go_to_number(2),
            Action::Step4 => self.go_to_number(3),
            Action::Step5 => self.go_to_number(4),
            Action::Step6 => self.go_to_number(5),
            _ => {}
        }
    }

    fn run(&mut self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::Go(route) => self.go(route),
                Command::GoFrom(route) => {
                    self.close_dialogs();
                    self.go(route);
                }
                Command::Pop => self.back(),
                Command::ArriveAtStatus => self.at_status = self.opening,
                Command::Ask(question) => self.ask(question),
                Command::AskFor(question, text) => self.ask_for(question, &text),
                Command::Close => self.close_dialog(true),
                Command::Chosen(id) => {
                    self.close_dialog(true);
                    self.go_on(id);
                }
                Command::GoOn(id) => self.go_on(id),
                Command::Edit(id, value) => self.edit(id, value),
                Command::Apply(id, fix) => self.apply(id, fix),
                Command::SortFolder(path, begin) => self.sort_folder(&path, begin),
                Command::Sorted(choice) => self.choose_sorted(choice),
                Command::FromFolder(folder) => {
                    let commands = self.screens.last().map(|screen| screen.folder_chosen(folder)).unwrap_or_default();
                    self.run(commands);
                }
                Command::TakeCertain => self.take_certain(),
                Command::Confirm(finding, reason) => self.set_confirmed(&finding, reason.as_deref()),
                Command::Leave(id) => self.leave(id),
                Command::TouchAll => {
                    if let Some(document) = &mut self.state.document {
                        document.touch_all();
                    }
                }
                Command::Events(events) => {
                    if let Some(document) = &mut self.state.document {
                        document.set_events(events);
                    }
                }
                Command::Import(bytes) => self.import_answer(&bytes),
                Command::SaveCalendar => self.save_calendar(),
                Command::TakeBackEvent => self.take_back_event(),
                Command::BringBackEvent => self.bring_back_event(),
                Command::TookFrom(folder) => {
                    remember(&mut self.state.recent_folders, &folder);
                    self.send(DraftRequest::RememberFolder(folder));
                }
                Command::ToggleColumn(column) => {
                    if !self.state.hidden_columns.remove(&column) {
                        self.state.hidden_columns.insert(column);
                    }
                }
                Command::Prepare(id) => self.prepare_focused(Some(id)),
                Command::Act(action) => {
                    if !self.global(action) {
                        self.act(action);
                    }
                }
                Command::Language(lang) => self.speak(lang),
                Command::Press(action) => {
                    self.dialogs.pop();
                    self.input(&Input::Action(action));
                }
                Command::Copy { text, label } => self.copy(text, &label),
                Command::Tick(key, done) => self.tick_off(key, done),
                Command::Notice(notice) => self.state.notice = Some(notice),
                Command::View(path) => self.view(&path),
                Command::PrepareTurned(path, quarters) => self.prepare_turned(&path, quarters),
                Command::Run(effect) => {
                    self.state.busy |= matches!(effect, Effect::Draft(DraftRequest::Export { .. }));
                    if let Effect::Draft(DraftRequest::Create { draft, .. }) = &effect {
                        self.tell_what_is_taken(draft);
                    }
                    self.opening |= matches!(&effect, Effect::Draft(request) if request.opens());
                    self.send(effect);
                }
                Command::SaveOver => self.save_as_asked(|draft| DraftRequest::Save { draft, over: true }),
                Command::SaveCopy => self.save_as_asked(DraftRequest::SaveCopy),
                Command::QuitAnyway => self.send(Effect::Quit),
                Command::StartChange => self.start_change(),
                Command::HoldBack(id, value) => self.hold_back(id, value),
                Command::FileAgain => self.file_again(),
                Command::EditAnyway => self.edit_anyway(),
                Command::Refile => self.refile(),
                Command::AdmitOutside => self.admit_outside(),
            }
        }
    }

    /// Opens a dialog as a screen would; returns what must be done outside.
    #[cfg(test)]
    pub(super) fn show_for_test(&mut self, dialog: Box<dyn Dialog>) -> Vec<Request> {
        self.show(dialog);
        std::mem::take(&mut self.effects)
    }

    /// The focused field.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn focused(&self) -> Option<crate::filing::FieldId> {
        self.focus()
    }

    fn show(&mut self, mut dialog: Box<dyn Dialog>) {
        self.take_up(&mut *dialog);
        if let Some(folder) = dialog.wants_folder().map(Path::to_owned) {
            let recent = self.state.recent_folders.clone();
            self.send(Effect::ReadFolder(folder));
            self.send(Effect::LoadRecentFolders(recent));
        }
        self.dialogs.push(dialog);
    }

    /// Asks or tells a person something.
    fn ask(&mut self, question: Question) {
        if let Some(dialog) = build::dialog(question, &self.state) {
            self.show(dialog);
        }
    }

    fn tick(&mut self) {
        self.clear_clipboard();
        if self.state.now - self.watched_at >= WATCH_EVERY || self.state.now < self.watched_at {
            self.watched_at = self.state.now;
            let outside = std::mem::take(&mut self.outside);
            if self.state.document.is_some() {
                self.send(DraftRequest::CheckForOutsideChange);
                self.inspect();
            } else if outside && !self.opening {
                self.send(DraftRequest::List);
            }
        }
    }

    /// Whether a draft is being opened and not there yet.
    #[must_use]
    pub const fn is_opening(&self) -> bool {
        self.opening
    }

    /// Whether the open draft is on its way to the disk.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.state.document.as_ref().is_some_and(Document::is_saving)
    }

    /// The folder whose files are listed, while no draft is open: what others write there is of interest.
    #[must_use]
    pub fn listed_folder(&self) -> Option<&std::path::Path> {
        let is_listed = self.state.document.is_none() && !self.opening;
        is_listed.then_some(self.state.folder.as_path())
    }

    /// How long it is, from the time that was told last, until [`Event::Tick`] has something to do: a save, a look at the files, another
    /// day. Without any of them nothing has to happen before something does.
    #[must_use]
    pub fn due(&self) -> Option<Duration> {
        let now = self.state.now;
        let document = self.state.document.as_ref();
        let save = document.filter(|_| !self.is_asking_about_saving()).and_then(|document| document.save_in(now));
        let watched = if now < self.watched_at { TimeDelta::zero() } else { WATCH_EVERY - (now - self.watched_at) };
        let look = self.outside.then_some(watched);
        let here = in_china(now).naive_local();
        let midnight = (here.date() + Days::new(1)).and_time(NaiveTime::MIN) - here;
        let day = document.filter(|_| self.state.fixed_today.is_none()).map(|_| midnight);
        let behind = self.screens.last().is_some_and(|screen| screen.is_behind()).then(TimeDelta::zero);
        [save, look, day, behind].into_iter().flatten().min().map(|rest| rest.to_std().unwrap_or_default())
    }

    fn say(&mut self, text: Text, role: Role) {
        self.state.notice = Some(Notice { role, text: text.in_lang(self.state.lang).to_owned() });
    }
}
