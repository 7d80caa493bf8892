//! Where results go.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value as Json;

use super::args::Format;
use crate::locale::Lang;
use crate::text::normalize::is_invisible;
use crate::text::width::{cells, pad_end, truncate};

/// Standard output, in a language and a format.
pub struct Out<'a> {
    writer: &'a mut dyn Write,
    /// The language of everything printed.
    pub lang: Lang,
    /// For people, or for programs.
    pub format: Format,
}

impl<'a> Out<'a> {
    /// Prints to `writer`.
    pub fn new(writer: &'a mut dyn Write, lang: Lang, format: Format) -> Self {
        Self { writer, lang, format }
    }

    /// Whether a program reads it.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// One line. What comes from outside must have been cleaned.
    ///
    /// # Errors
    /// When it cannot be written, e.g. because nobody reads any more.
    pub fn line(&mut self, line: impl AsRef<str>) -> io::Result<()> {
        self.writer.write_all(line.as_ref().as_bytes())?;
        self.writer.write_all(b"\n")
    }

    /// Text as it is.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn raw(&mut self, text: &str) -> io::Result<()> {
        self.writer.write_all(text.as_bytes())
    }

    /// Bytes that were made for this output.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer.write_all(bytes)
    }

    /// The one document of a call.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn json(&mut self, value: &Json) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value)?;
        self.writer.write_all(escaped(&text).as_bytes())?;
        self.writer.write_all(b"\n")
    }

    /// A table, its columns as wide as their widest cell, but none wider than its limit in cells; longer texts are cut.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn table_within(&mut self, rows: Vec<Vec<String>>, limits: &[usize]) -> io::Result<()> {
        let cut = |(cell, limit): (String, &usize)| truncate(&cell, *limit).into_owned();
        let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.into_iter().zip(limits).map(cut).collect()).collect();
        self.table(&rows)
    }

    /// A table, its columns as wide as their widest cell.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let mut widths: Vec<usize> = Vec::new();
        for row in rows {
            for (index, cell) in row.iter().enumerate() {
                match widths.get_mut(index) {
                    Some(width) => *width = (*width).max(cells(cell)),
                    None => widths.push(cells(cell)),
                }
            }
        }
        for row in rows {
            let padded: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| pad_end(cell, *width)).collect();
            self.line(padded.join("  ").trim_end())?;
        }
        Ok(())
    }

    /// Sends everything on its way.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// JSON on one line, without the line's end. What cannot be written as JSON, which nothing here is, gives an empty line.
#[must_use]
pub fn json_line(value: &impl Serialize) -> Vec<u8> {
    let mut line = Vec::with_capacity(LINE);
    if serde_json::to_writer(&mut line, value).is_err() {
        line.clear();
    }
    if may_hide(&line)
        && let Cow::Owned(plain) = escaped(&String::from_utf8_lossy(&line))
    {
        line = plain.into_bytes();
    }
    line
}

/// Bytes that an answer usually takes.
const LINE: usize = 8 << 10;

/// Whether there is something invisible among these bytes of UTF-8: the same as [`hides`], told by the bytes, since nearly no
/// text has any.
fn may_hide(text: &[u8]) -> bool {
    const SUSPECT: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            table[byte] = byte < 0x20 || matches!(byte, 0x7F | 0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xEF | 0xF3);
            byte += 1;
        }
        table
    };
    text.iter().enumerate().any(|(at, byte)| SUSPECT[usize::from(*byte)] && begins_hidden(text.get(at..).unwrap_or_default()))
}

/// Whether the first character of these bytes of UTF-8 is invisible, or may be.
const fn begins_hidden(text: &[u8]) -> bool {
    matches!(
        text,
        [0..0x20 | 0x7F, ..]
            | [0xC2, 0x80..=0x9F | 0xAD, ..]
            | [0xCD, 0x8F, ..]
            | [0xD8, 0x9C, ..]
            | [0xE1, 0xA0, 0x8E, ..]
            | [0xE2, 0x80, 0x8B..=0x8F | 0xA8..=0xAE, ..]
            | [0xE2, 0x81, 0xA0..=0xAF, ..]
            | [0xEF, 0xB8, 0x80..=0x8F, ..]
            | [0xEF, 0xBB, 0xBF, ..]
            | [0xEF, 0xBF, 0xB9..=0xBB, ..]
            | [0xF3, 0xA0, ..]
    )
}

/// JSON with everything invisible written as `\uXXXX`: what programs read is looked at on terminals, too. Such characters
/// stand only inside strings, where both ways of writing them mean the same.
fn escaped(json: &str) -> Cow<'_, str> {
    if !json.chars().any(hides) {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if hides(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    Cow::Owned(text)
}

/// Whether nobody sees the character.
fn hides(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}') || is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_hides_nothing_and_means_the_same() {
        let hidden = "a\u{1b}\u{7f}\u{9b}\u{200b}\u{202e}\u{2028}\u{2066}\u{feff}\u{e0041}备\n案";
        let value = serde_json::json!({ hidden: [hidden, "备案"] });
        let mut pretty = Vec::new();
        Out::new(&mut pretty, Lang::Zh, Format::Json).json(&value).unwrap();
        for text in [json_line(&value), pretty].map(|text| String::from_utf8(text).unwrap()) {
            assert!(text.chars().all(|c| matches!(c, ' '..='~' | '\n' | '备' | '案')), "{text:?}");
            assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), value);
        }
    }

    #[test]
    fn whatever_hides_is_looked_for() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32).filter(|c| hides(*c)) {
            let text = format!("备{c}案");
            assert!(may_hide(text.as_bytes()), "{:04X}", u32::from(c));
        }
        assert!(!may_hide("备案：「好」，100 × 200（ok）…—“”。".as_bytes()));
    }

    #[test]
    fn columns_count_cells() {
        let mut written = Vec::new();
        let mut out = Out::new(&mut written, Lang::Zh, Format::Text);
        let rows = [["小食记", "a"], ["x", "b"]].map(|row| row.map(str::to_owned).to_vec());
        out.table(&rows).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "小食记  a\nx       b\n");
    }
}
