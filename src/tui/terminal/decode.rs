//! What comes from the terminal, taken apart: keys, pasted text, and answers to what it was asked.
//!
//! No bytes may make the keyboard dead. Whatever is begun and not ended, a paste as well, is over after a short while of silence;
//! answers that nobody asked for are dropped; and a Ctrl+Q behind which nothing comes is heard inside of anything.

mod mouse;
mod sequence;

use std::time::Duration;

use self::sequence::{Found, look};
use crate::tui::event::{Code, Event, Key};
use crate::tui::picture::graphics::Answers;

/// What begins and ends pasted text.
const PASTE_END: &[u8] = b"\x1b[201~";
/// Bytes of a paste that are kept; no field takes as much, so that it says that this is too long.
const LONGEST_PASTE: usize = 1 << 20;
/// Ctrl+Q as a byte.
const QUIT: u8 = 0x11;

/// How long a lone Esc may be the beginning of a sequence.
const AFTER_ESC: Duration = Duration::from_millis(25);
/// How long a sequence that was begun may take to go on: as long as a slow line may halt, and not longer than between two keys.
const WITHIN_SEQUENCE: Duration = Duration::from_millis(100);
/// How long a paste may halt.
const WITHIN_PASTE: Duration = Duration::from_secs(1);

/// Takes bytes from the terminal apart.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    /// Pasted text whose end has not come.
    paste: Option<Vec<u8>>,
    answers: Answers,
}

impl Decoder {
    /// The events that these bytes are, or complete.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        let (before, quit) = match bytes {
            // Nobody pastes this, and nothing follows it: a person wants to leave.
            [before @ .., QUIT] => (before, Some(QUIT)),
            _ => (bytes, None),
        };
        self.pending.extend_from_slice(before);
        self.work(&mut events);
        if let Some(quit) = quit {
            self.give_up_into(&mut events);
            self.pending.push(quit);
            self.work(&mut events);
        }
        // What is no text says nothing, however much of it there is; each key would be looked at by itself.
        let broken = |event: &Event| matches!(event, Event::Key(key) if key.code == Code::Char(char::REPLACEMENT_CHARACTER));
        events.dedup_by(|one, before| broken(one) && broken(before));
        events
    }

    /// How long to wait for more before [`Decoder::give_up`]; `None` where nothing is begun.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match (&self.paste, self.pending.as_slice()) {
            (Some(_), _) => Some(WITHIN_PASTE),
            (None, []) => None,
            (None, [0x1b]) => Some(AFTER_ESC),
            (None, _) => Some(WITHIN_SEQUENCE),
        }
    }

    /// Nothing more has come: what was begun stands for itself.
    pub fn give_up(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        self.give_up_into(&mut events);
        events
    }

    fn give_up_into(&mut self, events: &mut Vec<Event>) {
        if let Some(mut paste) = self.paste.take() {
            paste.append(&mut self.pending);
            events.push(pasted(&paste));
        }
        while !self.pending.is_empty() {
            let length = sequence::given_up(&self.pending, events);
            self.pending.drain(..length.max(1));
            self.work(events);
        }
    }

    fn work(&mut self, events: &mut Vec<Event>) {
        let mut pending = std::mem::take(&mut self.pending);
        let mut start = 0;
        while start < pending.len() {
            let rest = &pending[start..];
            if let Some(paste) = &mut self.paste {
                let (taken, ended) = end_of_paste(rest);
                let room = LONGEST_PASTE.saturating_sub(paste.len()).min(taken);
                paste.extend_from_slice(&rest[..room]);
                start += taken;
                if !ended {
                    break;
                }
                start += PASTE_END.len();
                events.extend(self.paste.take().map(|paste| pasted(&paste)));
                continue;
            }
            match look(rest, &mut self.answers) {
                Found::Unfinished => break,
                Found::Nothing(length) => start += length,
                Found::Event(event, length) => {
                    events.push(event);
                    start += length;
                }
                Found::Paste(length) => {
                    self.paste = Some(Vec::new());
                    start += length;
                }
            }
        }
        pending.drain(..start);
        self.pending = pending;
    }
}

/// How many bytes belong to a paste for sure, and whether its end follows them.
fn end_of_paste(bytes: &[u8]) -> (usize, bool) {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == 0x1b).map(|at| at + from) {
        let tail = &bytes[at..];
        if tail.starts_with(PASTE_END) {
            return (at, true);
        }
        if PASTE_END.starts_with(tail) {
            return (at, false);
        }
        from = at + 1;
    }
    (bytes.len(), false)
}

fn pasted(bytes: &[u8]) -> Event {
    // What was cut off in the middle of a character ends before it.
    let whole = if bytes.len() < LONGEST_PASTE {
        bytes
    } else {
        match std::str::from_utf8(bytes) {
            Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
            _ => bytes,
        }
    };
    Event::Paste(String::from_utf8_lossy(whole).into_owned())
}

/// The key of one character.
fn plain(c: char) -> Option<Key> {
    let code = match c {
        '\r' | '\n' => Code::Enter,
        '\t' => Code::Tab,
        '\u{7f}' => Code::Backspace,
        '\u{1}'..='\u{1a}' => {
            let letter = char::from(b'a' + (c as u8 - 1));
            return Some(Key { ctrl: true, ..Key::plain(Code::Char(letter)) });
        }
        c if c.is_control() => return None,
        c => Code::Char(c),
    };
    Some(Key::plain(code))
}

#[cfg(test)]
mod tests;
