//! The loop: waits for what happens, updates, draws once, hands the effects over.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};

use super::app::{App, Start};
use super::effect::{DraftRequest, Effect, InspectRequest, Request};
use super::event::{Event, in_runs};
use super::picture::Graphics;
use super::picture::graphics::Answers;
use super::picture::hints::Hints;
use super::state::{Preferences, UsualFolders};
use super::terminal::clipboard::Between;
use super::terminal::wait::{Wait, stop};
use super::terminal::{self, Screen, ask};
use super::widget::theme::palette::Background;
use super::widget::theme::{Choice, Theme};
use super::worker::{Places, Rescued, Worker};
use crate::filing::event::Moment;
use crate::filing::status::in_china;
use crate::fs::lock::Owner;
use crate::locale::Lang;
use crate::scan::read::models;
use crate::scan::{Wanted, resolve};

/// With a draft to open nothing is drawn before it is there, for so long at the most.
const FIRST_FRAME: Duration = Duration::from_millis(20);
/// So long events are taken in without a frame, at the most.
const LONGEST_UNSEEN: Duration = Duration::from_millis(100);
/// So long the program is not stopped while a save is under way.
const BEFORE_STOP: Duration = Duration::from_millis(500);

/// How the wizard is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The language on the screen.
    pub lang: Lang,
    /// Whether anybody said so; else it is asked.
    pub lang_is_known: bool,
    /// The folder of the drafts.
    pub drafts_dir: PathBuf,
    /// Where folders used lately are kept between sessions, if anywhere.
    pub state_dir: Option<PathBuf>,
    /// The user's own folder of drafts: what a draft there names, the user has chosen.
    pub own_drafts: Option<PathBuf>,
    /// The user's own folder, for paths that begin with `~`.
    pub home: Option<PathBuf>,
    /// The folder of the models that scans are read with.
    pub models_dir: Option<PathBuf>,
    /// Folders where scans may lie.
    pub usual_folders: UsualFolders,
    /// The day as of which is checked, where it is not the present one.
    pub today: Option<NaiveDate>,
    /// The draft to open at once.
    pub open: Option<PathBuf>,
    /// Whether no colours are wanted.
    pub no_color: bool,
    /// Which colours are wanted.
    pub theme: Choice,
    /// Whether the mouse is wanted.
    pub mouse: bool,
    /// What the environment says about pictures in this terminal.
    pub hints: Hints,
    /// What new drafts begin with, and how packages are made.
    pub preferences: Preferences,
}

/// Runs the wizard until it is left, told to end, or its terminal is gone. Returns where the draft was put if it had to end while its
/// file could not be saved.
///
/// # Errors
/// Where there is no terminal, or it cannot be set up.
pub fn run(options: Options) -> Result<Option<Rescued>, RunError> {
    if !terminal::is_there() {
        return Err(RunError::NoTerminal);
    }
    let (mut wait, events) = Wait::new()?;
    let mut screen = Screen::take(options.mouse)?;
    let owner = Owner { pid: std::process::id(), since: now(), host: String::new() };
    let places = Places {
        drafts: options.drafts_dir.clone(),
        own: options.own_drafts,
        state: options.state_dir,
        home: options.home.clone(),
        models: options.models_dir,
        preferences: options.preferences.clone(),
    };
    let has_models = places.models.as_deref().is_some_and(models::are_in);
    let worker = Worker::start(places, owner, events);
    let (mut app, effects) = App::new(Start {
        lang: options.lang,
        colour: !options.no_color,
        folder: options.drafts_dir,
        home: options.home,
        usual_folders: options.usual_folders,
        now: now(),
        today: options.today,
        open: options.open,
        size: screen.size(),
    });
    app.prefer(options.preferences);
    if !options.mouse {
        app.without_mouse();
    }
    if has_models {
        app.with_models();
    } else {
        app.without_models();
    }
    if !options.lang_is_known {
        app.ask_language();
    }
    // The console of Windows does not pass questions on reliably: what the environment says must do.
    let question = if cfg!(unix) { ask::question(&options.hints, options.theme) } else { String::new() };
    let known = Known { hints: options.hints, theme: options.theme, answers: Answers::default() };
    let watched = BTreeSet::new();
    let mut session =
        Session { app: &mut app, worker: &worker, screen: &mut screen, left: false, watched, known, later: Some(Vec::new()) };
    session.carry_out(effects);
    session.tell();
    let ended = session.screen.ask(&question).and_then(|()| session.turn(&mut wait));
    if ended.is_err() && !session.left {
        // The terminal is gone, which ends the program as closing it does: what was typed is not.
        session.take(Event::Hangup);
    }
    let rescued = worker.finish();
    drop(screen);
    Ok(rescued)
}

/// Why the wizard could not run, or go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// There is no terminal to run it in.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal cannot be set up or drawn on.
    #[error(transparent)]
    Terminal(#[from] std::io::Error),
}

/// The present time, in China.
fn now() -> Moment {
    in_china(Utc::now().fixed_offset())
}

/// What stands between us and the terminal's clipboard.
const fn between(hints: &Hints) -> Between {
    match (hints.tmux, hints.multiplexer) {
        (true, _) => Between::Tmux,
        (false, true) => Between::Screen,
        (false, false) => Between::Nothing,
    }
}

/// What is known about pictures and colours in this terminal.
struct Known {
    hints: Hints,
    theme: Choice,
    answers: Answers,
}

struct Session<'a> {
    app: &'a mut App,
    worker: &'a Worker,
    screen: &'a mut Screen,
    left: bool,
    /// The folders in which something is of interest: the draft, and its scans.
    watched: BTreeSet<PathBuf>,
    known: Known,
    /// What can wait until the first frame is on the screen; nothing once it is.
    later: Option<Vec<Request>>,
}

impl Session<'_> {
    fn turn(&mut self, wait: &mut Wait) -> std::io::Result<()> {
        let begun = Instant::now();
        while !self.left {
            let still = FIRST_FRAME.saturating_sub(begun.elapsed());
            let held = self.later.is_some() && self.app.is_opening() && !still.is_zero();
            if !held && let Some(later) = self.later.take() {
                self.draw()?;
                self.carry_out(later);
            }
            if !held {
                match self.app.listed_folder() {
                    Some(folder) => wait.watch([folder.to_owned()]),
                    None => wait.watch(self.watched.iter().cloned()),
                }
            }
            let due = self.app.due().into_iter().chain(held.then_some(still)).min();
            let events = wait.next(due);
            let stops = events.iter().any(|event| matches!(event, Event::Suspend));
            let mut drawn = Instant::now();
            for event in in_runs(events) {
                if self.left {
                    break;
                }
                self.take(event);
                // Who holds a key, or sends much, sees what becomes of it.
                if !self.left && self.later.is_none() && drawn.elapsed() > LONGEST_UNSEEN {
                    self.draw()?;
                    drawn = Instant::now();
                }
            }
            if stops && !self.left {
                self.stop(wait)?;
            }
            if !self.left && self.later.is_none() {
                self.draw()?;
            }
        }
        Ok(())
    }

    /// Stops, with what was typed on the disk and the terminal given back, and goes on.
    fn stop(&mut self, wait: &mut Wait) -> std::io::Result<()> {
        let until = Instant::now() + BEFORE_STOP;
        while self.app.is_saving() && !self.left && Instant::now() < until {
            for event in in_runs(wait.next(Some(until.saturating_duration_since(Instant::now())))) {
                self.take(event);
            }
        }
        if self.left {
            return Ok(());
        }
        self.screen.lend();
        stop()?;
        self.take(Event::Resume);
        Ok(())
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Answered(answers) => {
                self.known.answers = answers;
                return self.tell();
            }
            Event::Resize(columns, rows) => {
                let _ = self.screen.resize(columns, rows);
                // With another size of letters the cells have another size too, and the system knows it first.
                if self.screen.cell().is_some() {
                    self.known.answers.cell = None;
                    self.tell();
                }
            }
            // Whoever had the terminal meanwhile may have changed everything about it. Where it is gone, drawing says so.
            Event::Resume => {
                let _ = self.screen.take_again();
                let (columns, rows) = self.screen.size();
                return self.take(Event::Resize(columns, rows));
            }
            _ => {}
        }
        self.app.set_time(now());
        let effects = self.app.update(event);
        self.carry_out(effects);
    }

    /// Tells the wizard what to draw pictures with, and in which colours.
    fn tell(&mut self) {
        let Known { hints, theme, answers } = &self.known;
        let background = answers.background.map(Background::of).or(hints.background);
        let theme = Theme::of(*theme, hints.depth(), background);
        let graphics = Graphics::of(hints, *answers, self.screen.cell());
        if self.app.state().graphics != graphics {
            let effects = self.app.update(Event::Graphics(graphics));
            self.carry_out(effects);
        }
        if self.app.state().theme != theme {
            let effects = self.app.update(Event::Theme(theme));
            self.carry_out(effects);
        }
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let app = &*self.app;
        self.screen.draw(app.state().graphics.protocol, |buffer| app.draw_on(buffer))
    }

    fn carry_out(&mut self, requests: Vec<Request>) {
        for request in requests {
            match request.effect {
                Effect::Quit => self.left = true,
                Effect::Copy(text) => {
                    let _ = self.screen.copy(&text, between(&self.known.hints));
                }
                Effect::Mouse(on) => {
                    let _ = self.screen.report_mouse(on);
                }
                Effect::Redraw => {
                    let _ = self.screen.forget();
                }
                _ => {
                    if let Effect::Inspect(InspectRequest { folder, files }) = &request.effect {
                        let state = self.app.state();
                        let draft = state.document.as_ref().map(|document| &*document.path);
                        self.watched = folders(folder, state.home.as_deref(), files, draft);
                    }
                    let (lang, now) = (self.app.state().lang, self.app.state().now);
                    match &mut self.later {
                        // The draft is what the first frame shows; a thread for anything else would only keep it from the processor.
                        Some(later) if can_wait(&request.effect) => later.push(request),
                        Some(_) => self.worker.open(request, lang, now),
                        None => self.worker.run(request, lang, now),
                    }
                }
            }
        }
    }
}

/// Whether something is not for the draft that is open or opened: what is typed into that is kept in any case.
const fn can_wait(effect: &Effect) -> bool {
    !matches!(effect, Effect::Draft(_)) || matches!(effect, Effect::Draft(DraftRequest::List | DraftRequest::Compare(_)))
}

/// Where a draft and the files that it names lie.
fn folders(folder: &Path, home: Option<&Path>, files: &[Wanted<String>], draft: Option<&Path>) -> BTreeSet<PathBuf> {
    let of = |path: &Path| path.parent().map(Path::to_owned);
    let files = files.iter().filter_map(|file| of(&resolve(folder, home, &file.path)));
    std::iter::once(folder.to_owned()).chain(draft.and_then(of)).chain(files).collect()
}
