//! Events as the wizard sees them, and how the terminal's become them.
//!
//! The only place that knows the terminal library's keys: releases are dropped, repeats count as presses, shifted letters
//! are plain letters.

use std::fmt;

use crossterm::event as term;

use super::effect::Answer;
use super::picture::Graphics;
use super::picture::graphics::Answers;

/// What can happen to the wizard.
#[derive(Debug)]
pub enum Event {
    /// A key went down.
    Key(Key),
    /// Text was pasted, as one piece.
    Paste(String),
    /// The terminal has a new size, in cells.
    Resize(u16, u16),
    /// The terminal has answered what it can do.
    Answered(Answers),
    /// It became known what the terminal draws pictures with.
    Graphics(Graphics),
    /// A little time went by.
    Tick,
    /// A worker has finished something.
    Done(Box<Answer>),
    /// The terminal is gone or the program was asked to end: save and leave.
    Hangup,
}

/// A key by its name on the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// A key with what was held down. Letters carry no shift: `A` is `A`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; never for letters.
    pub shift: bool,
}

impl Key {
    /// A key with nothing held down.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character this key types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false, .. } => Some(c),
            _ => None,
        }
    }

    /// Reads a key from its words, e.g. `Ctrl+Z`, `Shift+Tab`, `PageDown`, `F8`.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = words;
        while let Some((held, tail)) = rest.split_once('+').filter(|(_, tail)| !tail.is_empty()) {
            match held {
                "Ctrl" => key.ctrl = true,
                "Alt" => key.alt = true,
                "Shift" => key.shift = true,
                _ => return None,
            }
            rest = tail;
        }
        key.code = NAMED.iter().find(|(name, _)| *name == rest).map(|(_, code)| *code).or_else(|| {
            let mut chars = rest.chars();
            match (chars.next(), chars.as_str()) {
                (Some('F'), number) if !number.is_empty() => number.parse().ok().map(Code::F),
                (Some(c), "") => Some(Code::Char(c.to_ascii_lowercase())),
                _ => None,
            }
        })?;
        Some(key)
    }
}

const NAMED: [(&str, Code); 15] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Space", Code::Char(' ')),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, word) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(word)?;
            }
        }
        match (self.code, NAMED.iter().find(|(_, code)| *code == self.code)) {
            (_, Some((name, _))) => f.write_str(name),
            (Code::F(number), _) => write!(f, "F{number}"),
            (Code::Char(c), _) => write!(f, "{}", c.to_ascii_uppercase()),
            _ => Ok(()),
        }
    }
}

/// The event a terminal event stands for; `None` for what the wizard has no use for.
#[must_use]
pub fn from_terminal(event: term::Event) -> Option<Event> {
    match event {
        term::Event::Key(key) if key.kind != term::KeyEventKind::Release => from_key(key).map(Event::Key),
        term::Event::Paste(text) => Some(Event::Paste(text)),
        term::Event::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        _ => None,
    }
}

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
mod tests {
    use super::*;
    use term::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    #[test]
    fn keys_are_spelled_as_words_and_read_back() {
        for words in ["Ctrl+Z", "Shift+Tab", "Alt+1", "F8", "Shift+F8", "PageDown", "Space", "Ctrl+Left", "Enter"] {
            assert_eq!(Key::parse(words).map(|key| key.to_string()).as_deref(), Some(words));
        }
        for words in ["", "Hyper+Z", "Fx", "Ctrl+", "Entr"] {
            assert_eq!(Key::parse(words), None, "{words}");
        }
    }

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
