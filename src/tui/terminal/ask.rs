//! Asking the terminal what it can do, and telling its answers from what is typed meanwhile.
//!
//! The answers come on the same way as keys. So they are read before anything else reads keys, for as long as the last question,
//! which every terminal knows, is not answered and a short while is not over. What is no answer is passed on at once.

use crate::tui::picture::graphics::{Answers, Wish};
use crate::tui::picture::hints::Hints;

/// Whether the terminal knows kitty's protocol: a picture of one pixel, only asked about (`a=q`).
const KITTY: &str = "\u{1b}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\\";
/// How large a cell is, in pixels.
const CELL: &str = "\u{1b}[16t";
/// What it is; one of the numbers of the answer says whether it knows sixels. Every terminal answers this.
const KIND: &str = "\u{1b}[c";
/// Takes off the screen what a terminal that knows no such question has printed instead.
const CLEAR: &str = "\u{1b}[2J\u{1b}[H";
/// The longest answer waited for, in bytes; what is longer is none.
const LONGEST: usize = 256;

/// What is written to ask; nothing where the user has said what to use.
#[must_use]
pub fn question(hints: &Hints) -> String {
    match hints.wish {
        Wish::Only(_) => String::new(),
        // tmux and screen answer for themselves, and know only sixels.
        Wish::Auto if hints.multiplexer => format!("{CELL}{KIND}{CLEAR}"),
        Wish::Auto => format!("{KITTY}{CELL}{KIND}{CLEAR}"),
    }
}

/// Takes what comes from the terminal and picks the answers out.
#[derive(Debug, Default)]
pub struct Listener {
    /// What was answered so far.
    pub answers: Answers,
    /// The beginning of what may become an answer.
    pending: Vec<u8>,
}

/// What the beginning of some bytes is.
enum Found {
    /// An answer, so many bytes long.
    Answer(usize),
    /// Perhaps one; more must come.
    Unfinished,
    /// Something else.
    Other,
}

impl Listener {
    /// Takes bytes; gives back those that are no answers, in their order.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.pending.extend_from_slice(bytes);
        let (mut others, mut start) = (Vec::new(), 0);
        while start < self.pending.len() {
            match self.look(start) {
                Found::Answer(length) => start += length,
                Found::Unfinished => break,
                Found::Other => {
                    others.push(self.pending[start]);
                    start += 1;
                }
            }
        }
        self.pending.drain(..start);
        others
    }

    /// Nothing more will be taken: gives back what was held back as the beginning of an answer.
    pub fn end(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.pending)
    }

    fn look(&mut self, start: usize) -> Found {
        let rest = &self.pending[start..];
        let whole = rest.len().min(LONGEST);
        let (head, rest) = match rest {
            [0x1b] => return Found::Unfinished,
            [0x1b, b'_'] | [0x1b, b'['] => return Found::Unfinished,
            [0x1b, b'_', b'G', ..] => (b'_', &rest[3..whole.max(3)]),
            [0x1b, b'[', ..] => (b'[', &rest[2..whole]),
            _ => return Found::Other,
        };
        if head == b'_' {
            let end = rest.windows(2).position(|pair| pair == b"\x1b\\");
            return match end {
                Some(end) => {
                    self.answers.kitty |= rest[..end].ends_with(b";OK");
                    Found::Answer(end + 5)
                }
                None if rest.len() + 3 >= LONGEST => Found::Other,
                None => Found::Unfinished,
            };
        }
        let length = rest.iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b';' | b'?')).count();
        let asked = rest[..length].first().is_none_or(|byte| matches!(byte, b'?' | b'6'));
        let Some(last) = rest.get(length) else {
            return if asked && rest.len() < LONGEST - 2 { Found::Unfinished } else { Found::Other };
        };
        let numbers = String::from_utf8_lossy(&rest[..length]).into_owned();
        match (last, numbers.strip_prefix('?'), numbers.strip_prefix("6;")) {
            (b'c', Some(numbers), _) => {
                self.answers.sixel |= numbers.split(';').any(|number| number == "4");
                self.answers.complete = true;
            }
            (b't', _, Some(size)) => {
                let size = size.split_once(';').and_then(|(height, width)| Some((width.parse().ok()?, height.parse().ok()?)));
                self.answers.cell = size.filter(|(width, height)| *width > 0 && *height > 0);
            }
            _ => return Found::Other,
        }
        Found::Answer(length + 3)
    }
}

#[cfg(unix)]
pub use unix::hear;

/// Reading what the terminal answers, on Unix.
#[cfg(unix)]
mod unix {
    use std::time::{Duration, Instant};

    use rustix::io::{Errno, read};
    use rustix::stdio::stdin;
    use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

    use super::{Answers, Listener};

    /// Reads what comes from the terminal until it has answered or `patience` is over. What is no answer goes to `pass_on` at once,
    /// an unfinished rest at the end. The terminal must be raw, and nobody else may read from it meanwhile.
    pub fn hear(patience: Duration, mut pass_on: impl FnMut(&[u8])) -> Answers {
        let mut listener = Listener::default();
        let Ok(before) = tcgetattr(stdin()) else { return listener.answers };
        let until = Instant::now() + patience;
        if tcsetattr(stdin(), OptionalActions::Now, &impatient(before.clone())).is_ok() {
            let mut buffer = [0; 1024];
            while !listener.answers.complete && Instant::now() < until {
                // Nothing within a tenth of a second, and a terminal that is gone, both read as 0 bytes.
                let count = match read(stdin(), &mut buffer) {
                    Ok(count) => count,
                    Err(Errno::INTR) => continue,
                    Err(_) => break,
                };
                let others = listener.take(&buffer[..count]);
                if !others.is_empty() {
                    pass_on(&others);
                }
            }
            let _ = tcsetattr(stdin(), OptionalActions::Now, &before);
        }
        let rest = listener.end();
        if !rest.is_empty() {
            pass_on(&rest);
        }
        listener.answers
    }

    /// Reading returns after a tenth of a second at the latest.
    fn impatient(mut modes: Termios) -> Termios {
        modes.special_codes[SpecialCodeIndex::VMIN] = 0;
        modes.special_codes[SpecialCodeIndex::VTIME] = 1;
        modes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KITTY_OK: &str = "\u{1b}_Gi=31;OK\u{1b}\\";
    const SIZE: &str = "\u{1b}[6;18;9t";

    /// What is passed on and what is understood of these bytes, in one piece and byte by byte.
    fn hears(bytes: &str, others: &str, answers: Answers) {
        let mut whole = Listener::default();
        let mut passed = whole.take(bytes.as_bytes());
        passed.extend(whole.end());
        assert_eq!((String::from_utf8_lossy(&passed).as_ref(), whole.answers), (others, answers), "{bytes:?}");
        let mut slow = Listener::default();
        let mut passed: Vec<u8> = bytes.bytes().flat_map(|byte| slow.take(&[byte])).collect();
        passed.extend(slow.end());
        assert_eq!((String::from_utf8_lossy(&passed).as_ref(), slow.answers), (others, answers), "{bytes:?} byte by byte");
    }

    #[test]
    fn recorded_answers_of_terminals_are_understood() {
        let done = Answers { complete: true, ..Answers::default() };
        // kitty, foot (sixels), xterm with sixels, xterm without, Windows Terminal, a terminal that has kitty's protocol switched off.
        for (bytes, answers) in [
            (format!("{KITTY_OK}{SIZE}\u{1b}[?62;52;c"), Answers { kitty: true, cell: Some((9, 18)), ..done }),
            (format!("{SIZE}\u{1b}[?62;4;22;28;29c"), Answers { sixel: true, cell: Some((9, 18)), ..done }),
            ("\u{1b}[?63;1;2;4;6;9;15;16;22;28c".to_owned(), Answers { sixel: true, ..done }),
            ("\u{1b}[?64;1;2;6;9;15;16;17;18;21;22;28c".to_owned(), done),
            ("\u{1b}[?61;4;6;7;14;21;22;23;24;28;32;42c".to_owned(), Answers { sixel: true, ..done }),
            (format!("\u{1b}_Gi=31;ENOTSUPPORTED:off\u{1b}\\{SIZE}\u{1b}[?62c"), Answers { cell: Some((9, 18)), ..done }),
            ("\u{1b}[6;0;0t\u{1b}[?62c".to_owned(), done),
        ] {
            hears(&bytes, "", answers);
        }
    }

    #[test]
    fn what_is_typed_meanwhile_is_passed_on_in_its_order() {
        let done = Answers { complete: true, kitty: true, ..Answers::default() };
        let silent = Answers::default();
        hears(&format!("张{KITTY_OK}三\u{1b}[A\u{1b}[?62cx"), "张三\u{1b}[Ax", done);
        for typed in
            ["abc", "\u{1b}", "\u{1b}[6~", "\u{1b}OP", "\u{1b}[1;5C", "\u{1b}[200~\u{1b}_x\u{1b}[201~", "\u{1b}_", "备案\r"]
        {
            hears(typed, typed, silent);
        }
    }

    #[test]
    fn an_answer_without_an_end_is_not_waited_for_for_ever() {
        let endless = format!("\u{1b}_G{}", "x".repeat(LONGEST));
        let mut listener = Listener::default();
        let mut passed = listener.take(endless.as_bytes());
        passed.extend(listener.end());
        assert_eq!(passed, endless.as_bytes());
    }

    #[test]
    fn who_has_chosen_is_not_asked_about_and_a_multiplexer_only_what_it_knows() {
        let auto = Hints::default();
        let chosen = Hints { wish: Wish::Only(super::super::Protocol::Sixel), ..auto };
        assert_eq!(question(&chosen), "");
        let tmux = question(&Hints { multiplexer: true, ..auto });
        assert!(tmux.contains(KIND) && !tmux.contains("_G"));
        assert!(question(&auto).starts_with(KITTY) && question(&auto).ends_with(&format!("{KIND}{CLEAR}")));
    }
}
