//! Waiting on Unix: one call for the terminal, the signals, the workers and the folders.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use rustix::stdio::stdin;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::super::decode::Decoder;
use crate::tui::event::{Event, EventSender};

/// Bytes read at once: so many keys are taken in between two looks at signals and answers.
const PIECE: usize = 4096;
/// Before the program ends, so long a silence means that everything typed has arrived …
const SILENCE: Duration = Duration::from_millis(5);
/// … and so long it is waited for it at the most.
const LAST_WORDS: Duration = Duration::from_millis(50);

/// What the loop waits for.
#[derive(Debug)]
pub struct Wait {
    inbox: Receiver<Event>,
    woken: UnixStream,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    decoder: Decoder,
    heard_at: Instant,
    #[cfg(target_os = "linux")]
    folders: super::folders::Folders,
    /// The program was told to end, or the terminal is gone.
    ended: bool,
}

/// What is ready.
#[derive(Debug, Clone, Copy, Default)]
struct Ready {
    keys: bool,
    signals: bool,
    inbox: bool,
    /// Folders are watched on Linux alone.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code))]
    folders: bool,
}

impl Wait {
    /// Begins to take signals. Events of workers are sent to what is returned beside it.
    ///
    /// # Errors
    /// When the system has no files or no signals left to give.
    pub fn new() -> io::Result<(Self, EventSender)> {
        let (waker, woken) = pair()?;
        let (writes, reads) = pair()?;
        let all = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH, SIGTSTP, SIGCONT];
        let signals = SignalDelivery::with_pipe(reads, writes, SignalOnly, all)?;
        // A limit on file sizes must come back as an error of the save, not end the program.
        signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
        let (events, inbox) = mpsc::channel();
        let wait = Self {
            inbox,
            woken,
            signals,
            decoder: Decoder::default(),
            heard_at: Instant::now(),
            #[cfg(target_os = "linux")]
            folders: super::folders::Folders::default(),
            ended: false,
        };
        Ok((wait, EventSender::waking(events, waker)))
    }

    /// Watches these folders and no others.
    pub fn watch(&mut self, folders: impl IntoIterator<Item = PathBuf>) {
        #[cfg(target_os = "linux")]
        self.folders.watch(folders);
        #[cfg(not(target_os = "linux"))]
        drop(folders);
    }

    /// Waits for what happens next, for so long at the most; that this is over is said by [`Event::Tick`]. The end of the program
    /// comes last, behind everything that was typed before it.
    pub fn next(&mut self, due: Option<Duration>) -> Vec<Event> {
        let mut events = Vec::new();
        let begun = self.decoder.patience().map(|patience| (self.heard_at + patience).saturating_duration_since(Instant::now()));
        let ready = self.wait(due.into_iter().chain(begun).min());
        let mut gone = false;
        if ready.keys {
            gone = !self.read(&mut events);
        } else if begun.is_some_and(|_| self.is_silent()) {
            events.extend(self.decoder.give_up());
        }
        if ready.inbox {
            drain(&self.woken);
        }
        events.extend(self.inbox.try_iter());
        #[cfg(target_os = "linux")]
        if ready.folders && self.folders.drain() {
            events.push(Event::Outside);
        }
        if ready.signals {
            self.take_signals(&mut events);
        }
        if gone || self.ended {
            self.end(gone, &mut events);
        } else if events.is_empty() && due.is_some() {
            events.push(Event::Tick);
        }
        events
    }

    fn take_signals(&mut self, events: &mut Vec<Event>) {
        for signal in self.signals.pending() {
            match signal {
                SIGWINCH => {
                    let (columns, rows) = super::super::size();
                    events.push(Event::Resize(columns, rows));
                }
                SIGTSTP => events.push(Event::Suspend),
                SIGCONT => events.push(Event::Resume),
                _ => self.ended = true,
            }
        }
    }

    /// What was typed before the end, then the end.
    fn end(&mut self, gone: bool, events: &mut Vec<Event>) {
        let until = Instant::now() + LAST_WORDS;
        while !gone && Instant::now() < until && is_readable(stdin(), SILENCE) && self.read(events) {}
        events.extend(self.decoder.give_up());
        events.extend(self.inbox.try_iter());
        events.push(Event::Hangup);
    }

    /// Takes what is there to read; whether the terminal is still there.
    fn read(&mut self, events: &mut Vec<Event>) -> bool {
        let mut buffer = [0; PIECE];
        match read(stdin(), &mut buffer) {
            Ok(0) => false,
            Ok(count) => {
                self.heard_at = Instant::now();
                events.extend(self.decoder.take(&buffer[..count]));
                true
            }
            Err(Errno::INTR | Errno::AGAIN) => true,
            Err(_) => false,
        }
    }

    /// Whether what was begun has waited long enough.
    fn is_silent(&self) -> bool {
        self.decoder.patience().is_some_and(|patience| self.heard_at.elapsed() >= patience)
    }

    fn wait(&self, patience: Option<Duration>) -> Ready {
        let terminal = stdin();
        let mut waiting = vec![
            PollFd::new(&terminal, PollFlags::IN),
            PollFd::new(self.signals.get_read(), PollFlags::IN),
            PollFd::new(&self.woken, PollFlags::IN),
        ];
        #[cfg(target_os = "linux")]
        let folders = self.folders.fd();
        #[cfg(target_os = "linux")]
        waiting.extend(folders.as_ref().map(|fd| PollFd::new(fd, PollFlags::IN)));
        // A signal interrupts it, and stands in its pipe by then: everything is looked at anew.
        let interrupted = poll(&mut waiting, timespec(patience).as_ref()).is_err();
        let at = |index: usize| interrupted || waiting.get(index).is_some_and(|fd| !fd.revents().is_empty());
        let keys = waiting.first().is_some_and(|fd| !fd.revents().is_empty());
        Ready { keys, signals: at(1), inbox: at(2), folders: at(3) }
    }
}

/// Stops the program as the system would have, until it is told to go on.
///
/// # Errors
/// What the system said.
pub fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}

fn pair() -> io::Result<(UnixStream, UnixStream)> {
    let (one, other) = UnixStream::pair()?;
    one.set_nonblocking(true)?;
    other.set_nonblocking(true)?;
    Ok((one, other))
}

fn drain(woken: &UnixStream) {
    let mut buffer = [0; PIECE];
    while read(woken, &mut buffer).is_ok_and(|count| count == PIECE) {}
}

fn is_readable(fd: BorrowedFd<'_>, patience: Duration) -> bool {
    let fd = fd.as_fd();
    let mut waiting = [PollFd::new(&fd, PollFlags::IN)];
    poll(&mut waiting, timespec(Some(patience)).as_ref()).is_ok_and(|count| count > 0)
}

/// A time in the system's form; a rest of a millisecond counts as one, so that nobody comes too early.
fn timespec(patience: Option<Duration>) -> Option<Timespec> {
    patience.and_then(|patience| Timespec::try_from(patience + Duration::from_millis(1)).ok())
}
