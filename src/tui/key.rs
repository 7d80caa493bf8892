//! Keys by their names on the keyboard.

use std::fmt;

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

    /// The key that is meant where a question is answered: capitals, full-width letters and the words themselves count as well.
    #[must_use]
    pub const fn answer(self) -> Self {
        let letter = match self.typed() {
            Some('Y' | 'ｙ' | 'Ｙ' | '是') => 'y',
            Some('N' | 'ｎ' | 'Ｎ' | '否') => 'n',
            _ => return self,
        };
        Self::plain(Code::Char(letter))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_spelled_as_words_and_read_back() {
        for words in ["Ctrl+Z", "Shift+Tab", "Alt+1", "F8", "Shift+F8", "PageDown", "Space", "Ctrl+Left", "Enter"] {
            assert_eq!(Key::parse(words).map(|key| key.to_string()).as_deref(), Some(words));
        }
        for words in ["", "Hyper+Z", "Fx", "Ctrl+", "Entr"] {
            assert_eq!(Key::parse(words), None, "{words}");
        }
    }
}
