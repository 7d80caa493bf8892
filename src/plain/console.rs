//! Lines in and lines out.

use std::fmt::Display;
use std::io::{self, BufRead, Read, Write};

use super::Secret;
use crate::locale::plain as words;
use crate::locale::{Lang, Text};
use crate::text::clean::visible;

/// The longest line that is read, in bytes; the rest of it is another line. No field takes as much.
const LONGEST: u64 = 1 << 16;

/// Where the user is asked and told. Nothing is redrawn and nothing moved: each line is written once.
pub struct Console<'a> {
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    /// The language.
    pub lang: Lang,
    /// Whether what is typed must be written, too: no terminal does it.
    echo: bool,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// What was typed, without blanks around it.
    Typed(String),
    /// There is nothing more to come.
    End,
}

impl<'a> Console<'a> {
    /// Asks and tells in a language; what is typed is written again where no terminal does it.
    pub fn new(input: &'a mut dyn BufRead, out: &'a mut dyn Write, lang: Lang, echo: bool) -> Self {
        Self { input, out, lang, echo }
    }

    /// One line. Control characters in it become visible.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn line(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        for line in text.as_ref().split('\n') {
            writeln!(self.out, "{}", visible(line).trim_end())?;
        }
        Ok(())
    }

    /// A sentence of the program.
    ///
    /// # Errors
    /// As [`Console::line`].
    pub fn say(&mut self, text: Text) -> io::Result<()> {
        self.line(text.in_lang(self.lang))
    }

    /// A sentence with blanks filled in.
    ///
    /// # Errors
    /// As [`Console::line`].
    pub fn tell(&mut self, text: Text, args: &[(&str, &dyn Display)]) -> io::Result<()> {
        let text = text.with(self.lang, args);
        self.line(text)
    }

    /// Waits for a line.
    ///
    /// # Errors
    /// When nothing can be written or read.
    pub fn read(&mut self) -> io::Result<Line> {
        self.out.write_all(words::PROMPT.in_lang(self.lang).as_bytes())?;
        self.out.flush()?;
        let mut bytes = Vec::new();
        let read = Read::take(&mut *self.input, LONGEST).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            writeln!(self.out)?;
            return Ok(Line::End);
        }
        let typed = String::from_utf8_lossy(&bytes);
        let typed = typed.trim_start_matches('\u{feff}').trim().to_owned();
        if self.echo {
            self.line(&typed)?;
        }
        Ok(Line::Typed(typed))
    }

    /// Asks something that is answered by a line of its own.
    ///
    /// # Errors
    /// As [`Console::read`].
    pub fn ask(&mut self, question: Text) -> io::Result<Line> {
        self.say(question)?;
        self.read()
    }

    /// A line that nobody is to see; `None` where the input ended or the person gave up. Without a terminal it is read as any other.
    ///
    /// # Errors
    /// When nothing can be written or read.
    pub fn secret(&mut self, prompt: &str, ask: Secret) -> io::Result<Option<String>> {
        if !self.echo {
            return ask(prompt, &mut self.input, self.out);
        }
        self.out.write_all(prompt.as_bytes())?;
        self.out.flush()?;
        let mut line = String::new();
        let read = Read::take(&mut *self.input, LONGEST).read_line(&mut line)?;
        writeln!(self.out)?;
        Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
    }

    /// Whether `y` was typed; anything else is no.
    ///
    /// # Errors
    /// As [`Console::read`].
    pub fn agrees(&mut self) -> io::Result<bool> {
        Ok(matches!(self.read()?, Line::Typed(typed) if matches!(typed.as_str(), "y" | "Y" | "是" | "yes")))
    }
}

impl std::fmt::Debug for Console<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console").field("lang", &self.lang).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_whatever_they_hold_and_the_end_is_told() {
        let mut input: &[u8] = b"\xef\xbb\xbf  a b \r\n\xff\xfe\n\nlast";
        let mut out = Vec::new();
        let mut console = Console::new(&mut input, &mut out, Lang::En, true);
        let typed = |text: &str| Line::Typed(text.to_owned());
        for expected in [typed("a b"), typed("\u{fffd}\u{fffd}"), typed(""), typed("last"), Line::End, Line::End] {
            assert_eq!(console.read().unwrap(), expected);
        }
        console.line("a\u{1b}[31mb").unwrap();
        assert!(!String::from_utf8(out).unwrap().contains('\u{1b}'));
        let long = "x".repeat(200_000);
        let (mut input, mut out) = (long.as_bytes(), Vec::new());
        let mut console = Console::new(&mut input, &mut out, Lang::En, false);
        let Line::Typed(first) = console.read().unwrap() else { panic!("there is a line") };
        assert_eq!(first.len(), 1 << 16);
    }
}
