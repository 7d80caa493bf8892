//! Waiting where the terminal cannot be waited for together with other things: a thread reads it.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::tui::event::{Event, EventSender, from_terminal};

/// How often it is looked whether the program was told to end.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What the loop waits for.
#[derive(Debug)]
pub struct Wait {
    inbox: Receiver<Event>,
    ended: Arc<AtomicBool>,
}

impl Wait {
    /// Begins to read the terminal. Events of workers are sent to what is returned beside it.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn new() -> io::Result<(Self, EventSender)> {
        let ended = Arc::new(AtomicBool::new(false));
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            signal_hook::flag::register(signal, Arc::clone(&ended))?;
        }
        let (events, inbox) = mpsc::channel();
        let events = EventSender::from(events);
        let keys = events.clone();
        thread::spawn(move || {
            loop {
                let event = crossterm::event::read().map_or(Some(Event::Hangup), from_terminal);
                let gone = matches!(event, Some(Event::Hangup));
                if event.is_some_and(|event| keys.send(event).is_err()) || gone {
                    return;
                }
            }
        });
        Ok((Self { inbox, ended }, events))
    }

    /// Watching folders is not known here: they are looked at when the next key comes.
    pub fn watch(&mut self, folders: impl IntoIterator<Item = PathBuf>) {
        drop(folders);
    }

    /// Waits for what happens next, for so long at the most; that this is over is said by [`Event::Tick`]. The end of the program
    /// comes last, behind everything that was typed before it.
    pub fn next(&mut self, due: Option<Duration>) -> Vec<Event> {
        let patience = due.unwrap_or(LOOK_EVERY).min(LOOK_EVERY);
        let mut events = match self.inbox.recv_timeout(patience) {
            Ok(event) => vec![event],
            Err(RecvTimeoutError::Timeout) if due.is_some_and(|due| due <= patience) => vec![Event::Tick],
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => vec![Event::Hangup],
        };
        events.extend(self.inbox.try_iter());
        if self.ended.load(Ordering::Relaxed) {
            events.push(Event::Hangup);
        }
        events
    }
}

/// Programs are not stopped here.
///
/// # Errors
/// Never.
pub fn stop() -> io::Result<()> {
    Ok(())
}
