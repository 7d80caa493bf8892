//! The loop: waits for an event, updates, draws once, hands the effects over.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use chrono::{NaiveDate, Utc};

use super::app::{App, Start};
use super::effect::{Effect, Request};
use super::event::{Event, from_terminal};
use super::picture::Graphics;
use super::picture::graphics::Answers;
use super::picture::hints::Hints;
use super::terminal::ask;
use super::terminal::stray::Late;
use super::terminal::{self, Screen};
use super::worker::{Places, Rescued, Worker};
use crate::filing::event::Moment;
use crate::filing::status::in_china;
use crate::fs::lock::Owner;
use crate::locale::Lang;

/// How long the loop sleeps at most; signals and autosave are looked at this often.
const TICK: Duration = Duration::from_millis(100);

/// Seconds between two drawings of an idle screen, for the clocks on it.
const CLOCK_EVERY: i64 = 5;

/// How long answers to questions about the terminal are waited for, in milliseconds. Keys are taken meanwhile.
const PATIENCE: u64 = 300;

/// How the wizard is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The language on the screen.
    pub lang: Lang,
    /// The folder of the drafts.
    pub drafts_dir: PathBuf,
    /// Where folders used lately are kept between sessions, if anywhere.
    pub state_dir: Option<PathBuf>,
    /// The user's own folder, for paths that begin with `~`.
    pub home: Option<PathBuf>,
    /// The day as of which is checked, where it is not the present one.
    pub today: Option<NaiveDate>,
    /// The draft to open at once.
    pub open: Option<PathBuf>,
    /// Whether no colours are wanted.
    pub no_color: bool,
    /// What the environment says about pictures in this terminal.
    pub hints: Hints,
}

/// Runs the wizard until it is left. Returns where the draft was put if it had to end while its file could not be saved.
///
/// # Errors
/// Where there is no terminal, or it cannot be set up or drawn on. By then everything typed is on the disk, if the disk takes it.
pub fn run(options: Options) -> Result<Option<Rescued>, RunError> {
    if !terminal::is_there() {
        return Err(RunError::NoTerminal);
    }
    let signals = signals()?;
    let mut screen = Screen::take()?;
    let (events, inbox) = mpsc::channel();
    let owner = Owner { pid: std::process::id(), since: now(), host: String::new() };
    let places = Places { drafts: options.drafts_dir.clone(), state: options.state_dir, home: options.home.clone() };
    let worker = Worker::start(places, owner, events.clone());
    let (mut app, effects) = App::new(Start {
        lang: options.lang,
        colour: !options.no_color,
        folder: options.drafts_dir,
        home: options.home,
        now: now(),
        today: options.today,
        open: options.open,
        size: screen.size(),
    });
    let question = ask::question(&options.hints);
    let graphics = Known { hints: options.hints, answers: Answers::default() };
    let mut session = Session { app: &mut app, worker: &worker, screen: &mut screen, left: false, clock: 0, graphics };
    session.carry_out(effects);
    session.tell_graphics();
    let drawn = session.screen.ask(&question).and_then(|()| session.draw());
    thread::spawn(move || listen(&events, !question.is_empty()));
    let ended = drawn.and_then(|()| session.turn(&inbox, &signals));
    if ended.is_err() {
        // The terminal is gone: what was typed is not.
        session.take(Event::Hangup);
    }
    let rescued = worker.finish();
    drop(screen);
    ended?;
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

fn signals() -> std::io::Result<Arc<AtomicBool>> {
    let ended = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
            signal_hook::flag::register(signal, Arc::clone(&ended))?;
        }
        // A limit on file sizes must come back as an error of the save, not end the program.
        signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    }
    Ok(ended)
}

/// Passes the terminal's events on, until it is gone; first its answers, if it was asked something.
fn listen(events: &Sender<Event>, asked: bool) {
    // However late an answer comes, it is no typing.
    let mut late = hear(events, asked).then(Late::default);
    // Nobody has heard of changes of the size so far.
    if asked && let Ok((columns, rows)) = crossterm::terminal::size() {
        let _ = events.send(Event::Resize(columns, rows));
    }
    loop {
        let event = match crossterm::event::read() {
            Ok(event) => from_terminal(event),
            Err(_) => Some(Event::Hangup),
        };
        let gone = matches!(event, Some(Event::Hangup));
        let typed = match &mut late {
            Some(late) => event.map(|event| late.pass(event)).unwrap_or_default(),
            None => event.into_iter().collect(),
        };
        if typed.into_iter().any(|event| events.send(event).is_err()) || gone {
            return;
        }
    }
}

/// Hears the terminal's answers. Returns whether some may still come.
#[cfg(unix)]
fn hear(events: &Sender<Event>, asked: bool) -> bool {
    if !asked {
        return false;
    }
    let answers = ask::hear(Duration::from_millis(PATIENCE), |typed| {
        for event in super::terminal::stray::events(typed) {
            // Whoever has stopped listening has left.
            let _ = events.send(event);
        }
    });
    let _ = events.send(Event::Answered(answers));
    !answers.complete
}

/// The console of Windows does not pass questions on reliably: what the environment says must do.
#[cfg(not(unix))]
fn hear(_: &Sender<Event>, asked: bool) -> bool {
    asked
}

/// What is known about pictures in this terminal.
struct Known {
    hints: Hints,
    answers: Answers,
}

struct Session<'a> {
    app: &'a mut App,
    worker: &'a Worker,
    screen: &'a mut Screen,
    left: bool,
    /// The last turn of the clock that was drawn.
    clock: i64,
    graphics: Known,
}

impl Session<'_> {
    fn turn(&mut self, inbox: &Receiver<Event>, signals: &AtomicBool) -> std::io::Result<()> {
        while !self.left {
            let first = match inbox.recv_timeout(TICK) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => Event::Tick,
                Err(RecvTimeoutError::Disconnected) => Event::Hangup,
            };
            let first = if signals.load(Ordering::Relaxed) { Event::Hangup } else { first };
            let mut idle = matches!(first, Event::Tick);
            self.take(first);
            while let Some(event) = (!self.left).then(|| inbox.try_recv().ok()).flatten() {
                idle = false;
                self.take(event);
            }
            // A tick alone changes the picture only where a clock runs; drawing nothing keeps an idle wizard silent.
            let clock = self.app.state().now.timestamp() / CLOCK_EVERY;
            if !self.left && (!idle || clock != self.clock) {
                self.clock = clock;
                self.draw()?;
            }
        }
        Ok(())
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Answered(answers) => {
                self.graphics.answers = answers;
                return self.tell_graphics();
            }
            // With another size of letters the cells have another size too, and the system knows it first.
            Event::Resize(..) if self.screen.cell().is_some() => {
                self.graphics.answers.cell = None;
                self.tell_graphics();
            }
            _ => {}
        }
        self.app.set_time(now());
        let effects = self.app.update(event);
        self.carry_out(effects);
    }

    /// Tells the wizard what to draw pictures with.
    fn tell_graphics(&mut self) {
        let Known { hints, answers } = &self.graphics;
        let graphics = Graphics::of(hints, *answers, self.screen.cell());
        if self.app.state().graphics != graphics {
            let effects = self.app.update(Event::Graphics(graphics));
            self.carry_out(effects);
        }
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let app = &*self.app;
        self.screen.draw(app.state().graphics.protocol, |frame| app.draw_with_picture(frame))
    }

    fn carry_out(&mut self, requests: Vec<Request>) {
        for request in requests {
            match request.effect {
                Effect::Quit => self.left = true,
                Effect::Redraw => {
                    let _ = self.screen.forget();
                }
                _ => self.worker.run(request, self.app.state().lang, self.app.state().now),
            }
        }
    }
}
