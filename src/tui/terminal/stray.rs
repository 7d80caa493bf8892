//! Keys among the terminal's answers: what was typed while they were awaited, and answers that come when nobody awaits them any more.

use crate::tui::event::{Code, Event, Key};

/// Events for bytes that were typed. Covers what one types before the first screen stands: text, pasted text, and the common keys;
/// a sequence it does not know is dropped whole.
#[must_use]
pub fn events(bytes: &[u8]) -> Vec<Event> {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = text.as_ref();
    let mut events = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (event, length) = if first == '\u{1b}' { sequence(rest) } else { (plain(first), first.len_utf8()) };
        events.extend(event);
        rest = rest.get(length..).unwrap_or_default();
    }
    events
}

fn plain(c: char) -> Option<Event> {
    let code = match c {
        '\r' | '\n' => Code::Enter,
        '\t' => Code::Tab,
        '\u{7f}' | '\u{8}' => Code::Backspace,
        '\u{1}'..='\u{1a}' => {
            let letter = char::from(b'a' + (c as u8 - 1));
            return Some(Event::Key(Key { ctrl: true, ..Key::plain(Code::Char(letter)) }));
        }
        c if c.is_control() => return None,
        c => Code::Char(c),
    };
    Some(Event::Key(Key::plain(code)))
}

/// The event of an escape sequence, and its length in bytes.
fn sequence(text: &str) -> (Option<Event>, usize) {
    const PASTE: &str = "\u{1b}[200~";
    const PASTED: &str = "\u{1b}[201~";
    if let Some(rest) = text.strip_prefix(PASTE) {
        let end = rest.find(PASTED).unwrap_or(rest.len());
        let pasted = rest.get(..end).unwrap_or_default().to_owned();
        return (Some(Event::Paste(pasted)), (PASTE.len() + end + PASTED.len()).min(text.len()));
    }
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some('[') => {
            let tail: String = chars.take_while(|c| matches!(c, '0'..='9' | ';' | '?' | '<' | '>')).collect();
            let Some(last) = text.chars().nth(2 + tail.chars().count()) else { return (None, text.len()) };
            (csi(&tail, last).map(Event::Key), 2 + tail.len() + last.len_utf8())
        }
        Some('O') => match chars.next() {
            Some(last) => (csi("", last).map(Event::Key), 2 + last.len_utf8()),
            None => (None, 2),
        },
        Some(c) if !c.is_control() => {
            (Some(Event::Key(Key { alt: true, ..Key::plain(Code::Char(c.to_ascii_lowercase())) })), 1 + c.len_utf8())
        }
        _ => (Some(Event::Key(Key::plain(Code::Esc))), 1),
    }
}

fn csi(numbers: &str, last: char) -> Option<Key> {
    let mut parts = numbers.split(';');
    let first = parts.next().unwrap_or_default();
    let held: u8 = parts.next().and_then(|held| held.parse().ok()).unwrap_or(1);
    let code = match (last, first) {
        ('A', _) => Code::Up,
        ('B', _) => Code::Down,
        ('C', _) => Code::Right,
        ('D', _) => Code::Left,
        ('H', _) | ('~', "1" | "7") => Code::Home,
        ('F', _) | ('~', "4" | "8") => Code::End,
        ('Z', _) => return Some(Key { shift: true, ..Key::plain(Code::Tab) }),
        ('P'..='S', _) => Code::F(last as u8 - b'P' + 1),
        ('~', "2") => Code::Insert,
        ('~', "3") => Code::Delete,
        ('~', "5") => Code::PageUp,
        ('~', "6") => Code::PageDown,
        ('~', number) => match number.parse().ok()? {
            number @ 11..=15u8 => Code::F(number - 10),
            number @ 17..=21 => Code::F(number - 11),
            number @ 23..=24 => Code::F(number - 12),
            _ => return None,
        },
        _ => return None,
    };
    let bits = held.saturating_sub(1);
    Some(Key { code, shift: bits & 1 != 0, alt: bits & 2 != 0, ctrl: bits & 4 != 0 })
}

/// Keeps a late answer about kitty's protocol, which looks like typing, out of the fields.
#[derive(Debug, Default)]
pub struct Late {
    /// Where one is inside such an answer: so many keys were kept back.
    held: Vec<Event>,
    inside: bool,
}

/// The most keys a late answer is taken for.
const LONGEST: usize = 64;

impl Late {
    /// Takes an event; gives back those that are typing.
    pub fn pass(&mut self, event: Event) -> Vec<Event> {
        let key = match &event {
            Event::Key(key) => *key,
            _ => return self.release(event),
        };
        let is_alt = |c| key.alt && !key.ctrl && key.code == Code::Char(c);
        match (self.held.len(), self.inside) {
            (0, _) if is_alt('_') => self.held.push(event),
            (0, _) => return vec![event],
            (1, false) if key.typed() == Some('G') => {
                self.inside = true;
                self.held.push(event);
            }
            (_, true) if is_alt('\\') => {
                self.held.clear();
                self.inside = false;
            }
            (count, true) if count < LONGEST && key.typed().is_some_and(|c| c.is_ascii()) => self.held.push(event),
            _ => return self.release(event),
        }
        Vec::new()
    }

    fn release(&mut self, event: Event) -> Vec<Event> {
        self.inside = false;
        let mut events = std::mem::take(&mut self.held);
        events.push(event);
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(events: &[Event]) -> String {
        let words = events.iter().map(|event| match event {
            Event::Key(key) => key.to_string(),
            Event::Paste(text) => format!("“{text}”"),
            other => format!("{other:?}"),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn bytes_become_the_keys_they_were() {
        for (bytes, keys) in [
            ("a张B", "A 张 B"),
            ("\r\t\u{7f}", "Enter Tab Backspace"),
            ("\u{11}\u{1a}", "Ctrl+Q Ctrl+Z"),
            ("\u{1b}", "Esc"),
            ("\u{1b}\u{1b}[A", "Esc Up"),
            ("\u{1b}[A\u{1b}OB\u{1b}[1;5C\u{1b}[1;2D", "Up Down Ctrl+Right Shift+Left"),
            ("\u{1b}[5~\u{1b}[6~\u{1b}[3~\u{1b}[2~", "PageUp PageDown Delete Insert"),
            ("\u{1b}[H\u{1b}[4~\u{1b}[Z", "Home End Shift+Tab"),
            ("\u{1b}OP\u{1b}[15~\u{1b}[17~\u{1b}[20~\u{1b}[24~", "F1 F5 F6 F9 F12"),
            ("\u{1b}b\u{1b}1", "Alt+B Alt+1"),
            ("\u{1b}[200~虚构\r\n食谱\u{1b}[201~x", "“虚构\r\n食谱” X"),
            ("\u{1b}[200~半", "“半”"),
            ("\u{1b}[?1;2cx\u{1b}[99;9yz", "X Z"),
            ("\u{1b}[", ""),
            ("\u{0}\u{9c}", ""),
            ("", ""),
        ] {
            assert_eq!(spelled(&events(bytes.as_bytes())), keys, "{bytes:?}");
        }
        assert_eq!(spelled(&events(b"\xff\xfea")), "\u{fffd} \u{fffd} A");
    }

    fn passed(words: &[&str]) -> String {
        let mut late = Late::default();
        let mut out = Vec::new();
        for word in words {
            out.extend(late.pass(Event::Key(Key::parse(word).unwrap_or(Key::plain(Code::Char('?'))))));
        }
        spelled(&out)
    }

    #[test]
    fn a_late_answer_is_no_typing_and_typing_is_no_late_answer() {
        let capital = Key::plain(Code::Char('G'));
        let mut late = Late::default();
        let mut out = Vec::new();
        let answer = ["Alt+_", "G", "i", "=", "3", "1", ";", "o", "k", "Alt+\\", "x"];
        for word in answer {
            let key = if word == "G" { capital } else { Key::parse(word).unwrap() };
            out.extend(late.pass(Event::Key(key)));
        }
        assert_eq!(spelled(&out), "X");
        assert_eq!(passed(&["a", "Alt+B", "Ctrl+Z"]), "A Alt+B Ctrl+Z");
        assert_eq!(passed(&["Alt+_", "x"]), "Alt+_ X");
        let mut late = Late::default();
        let mut out = late.pass(Event::Key(Key::parse("Alt+_").unwrap()));
        out.extend(late.pass(Event::Key(capital)));
        assert!(out.is_empty());
        out.extend(late.pass(Event::Resize(80, 24)));
        assert_eq!(spelled(&out), "Alt+_ G Resize(80, 24)");
        let mut endless = Late::default();
        let mut out = endless.pass(Event::Key(Key::parse("Alt+_").unwrap()));
        out.extend((0..200).flat_map(|_| endless.pass(Event::Key(capital))));
        assert_eq!(out.len(), 201, "nothing is swallowed for ever");
    }
}
