//! Events as the wizard sees them, how they reach the loop, and, where the terminal library reads keys, how its own become them:
//! releases are dropped, repeats count as presses, shifted letters are plain letters.

use std::sync::mpsc::{SendError, Sender};

#[cfg(not(unix))]
use crossterm::event as term;

use super::effect::Answer;
pub use super::key::{Code, Key};
use super::picture::Graphics;
use super::picture::graphics::Answers;
use super::widget::theme::Theme;

/// A report of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What was done.
    pub kind: MouseKind,
    /// In which column, from 0; it may lie outside the screen.
    pub column: u16,
    /// In which row, from 0.
    pub row: u16,
}

/// What can be done with a mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Press,
    /// The wheel was turned away from the user.
    WheelUp,
    /// The wheel was turned towards the user.
    WheelDown,
}

/// What can happen to the wizard.
#[derive(Debug)]
pub enum Event {
    /// A key went down.
    Key(Key),
    /// Characters were typed faster than they were read: by a terminal that passes a paste on as keys, or over a slow line.
    Run(String),
    /// Text was pasted, as one piece.
    Paste(String),
    /// The mouse was clicked, or its wheel turned.
    Mouse(Mouse),
    /// The terminal has a new size, in cells.
    Resize(u16, u16),
    /// The terminal has answered what it can do.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only a terminal of Unix tells"))]
    Answered(Answers),
    /// It became known what the terminal draws pictures with.
    Graphics(Graphics),
    /// It became known which colours can be read on the terminal's background.
    Theme(Theme),
    /// What was to be done at this time is due.
    Tick,
    /// Something beside the draft may have changed: a file was written, or somebody comes back to this terminal.
    Outside,
    /// The program is to be stopped for a while: what is typed is saved before.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only a terminal of Unix tells"))]
    Suspend,
    /// It goes on after it was stopped; the loop takes the terminal again.
    Resume,
    /// A worker has finished something.
    Done(Box<Answer>),
    /// The terminal is gone or the program was asked to end: save and leave.
    Hangup,
}

/// Events with the characters that follow each other put together, so that many cost no more than one.
#[must_use]
pub fn in_runs(events: Vec<Event>) -> Vec<Event> {
    let typed = |event: &Event| match event {
        Event::Key(key) => key.typed(),
        _ => None,
    };
    let mut together: Vec<Event> = Vec::with_capacity(events.len().min(64));
    for event in events {
        let (Some(c), Some(last)) = (typed(&event), together.last_mut()) else {
            together.push(event);
            continue;
        };
        match last {
            Event::Run(run) => run.push(c),
            Event::Key(key) if let Some(before) = key.typed() => *last = Event::Run([before, c].iter().collect()),
            _ => together.push(event),
        }
    }
    together
}

/// The way to the loop. Whoever sends something wakes it.
#[derive(Debug, Clone)]
pub struct EventSender {
    events: Sender<Event>,
    #[cfg(unix)]
    waker: Option<std::sync::Arc<std::os::unix::net::UnixStream>>,
}

impl From<Sender<Event>> for EventSender {
    fn from(events: Sender<Event>) -> Self {
        Self {
            events,
            #[cfg(unix)]
            waker: None,
        }
    }
}

impl EventSender {
    /// With every event a byte is written there, for a loop that waits for other things as well. It must not block.
    #[cfg(unix)]
    #[must_use]
    pub fn waking(events: Sender<Event>, waker: std::os::unix::net::UnixStream) -> Self {
        Self { events, waker: Some(std::sync::Arc::new(waker)) }
    }

    /// Sends an event.
    ///
    /// # Errors
    /// When nobody listens any more.
    pub fn send(&self, event: Event) -> Result<(), SendError<Event>> {
        self.events.send(event)?;
        #[cfg(unix)]
        if let Some(waker) = &self.waker {
            // Where it is full, the loop has been woken.
            let _ = std::io::Write::write(&mut waker.as_ref(), &[0]);
        }
        Ok(())
    }
}

/// The event a terminal event stands for; `None` for what the wizard has no use for.
#[cfg(not(unix))]
#[must_use]
pub fn from_terminal(event: term::Event) -> Option<Event> {
    match event {
        term::Event::Key(key) if key.kind != term::KeyEventKind::Release => from_key(key).map(Event::Key),
        term::Event::Paste(text) => Some(Event::Paste(text)),
        term::Event::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        term::Event::FocusGained => Some(Event::Outside),
        term::Event::Mouse(term::MouseEvent { kind, column, row, .. }) => {
            let kind = match kind {
                term::MouseEventKind::Down(term::MouseButton::Left) => MouseKind::Press,
                term::MouseEventKind::ScrollUp => MouseKind::WheelUp,
                term::MouseEventKind::ScrollDown => MouseKind::WheelDown,
                _ => return None,
            };
            Some(Event::Mouse(Mouse { kind, column, row }))
        }
        _ => None,
    }
}

#[cfg(not(unix))]
fn from_key(key: term::KeyEvent) -> Option<Key> {
    use term::{KeyCode, KeyModifiers};
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let code = match key.code {
        KeyCode::Char(c) => {
            shift = false;
            Code::Char(if ctrl || alt { c.to_ascii_lowercase() } else { c })
        }
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key { code, ctrl, alt, shift })
}

#[cfg(test)]
mod run_tests {
    use super::*;

    #[test]
    fn only_characters_that_follow_each_other_are_put_together() {
        let key = |words: &str| Event::Key(Key::parse(words).unwrap());
        let told = |events: Vec<Event>| {
            let name = |event: &Event| match event {
                Event::Run(run) => format!("run {run}"),
                Event::Key(key) => key.to_string(),
                Event::Paste(text) => format!("paste {text}"),
                _ => "tick".to_owned(),
            };
            in_runs(events).iter().map(name).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(told(vec![]), "");
        assert_eq!(told(vec![key("a")]), "A");
        assert_eq!(told(vec![key("a"), key("好"), key("B"), key("Enter"), key("c")]), "run a好b, Enter, C");
        assert_eq!(told(vec![key("a"), key("Ctrl+B"), key("Alt+c"), key("d")]), "A, Ctrl+B, Alt+C, D");
        let paste = Event::Paste("x".to_owned());
        assert_eq!(told(vec![key("a"), Event::Tick, key("b"), key("c"), paste, key("d")]), "A, tick, run bc, paste x, D");
    }
}

#[cfg(all(test, not(unix)))]
mod tests {
    use super::*;
    use term::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    #[test]
    fn releases_are_dropped_and_repeats_kept() {
        let event = |kind| term::Event::Key(KeyEvent::new_with_kind(KeyCode::Char('好'), KeyModifiers::NONE, kind));
        assert!(matches!(from_terminal(event(KeyEventKind::Press)), Some(Event::Key(_))));
        assert!(matches!(from_terminal(event(KeyEventKind::Repeat)), Some(Event::Key(_))));
        assert!(from_terminal(event(KeyEventKind::Release)).is_none());
    }

    #[test]
    fn shift_is_told_for_keys_and_not_for_letters() {
        let key = |code, modifiers| from_key(KeyEvent::new(code, modifiers)).unwrap().to_string();
        assert_eq!(key(KeyCode::Char('Q'), KeyModifiers::CONTROL | KeyModifiers::SHIFT), "Ctrl+Q");
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT), "Shift+Tab");
        assert_eq!(key(KeyCode::F(8), KeyModifiers::SHIFT), "Shift+F8");
        assert_eq!(key(KeyCode::F(13), KeyModifiers::NONE), "F13");
        assert_eq!(from_key(KeyEvent::new(KeyCode::Char('Q'), KeyModifiers::SHIFT)).unwrap().typed(), Some('Q'));
        assert_eq!(from_key(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT)).unwrap().typed(), None);
    }
}
