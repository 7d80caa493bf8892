//! Where results go.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::Value as Json;

use super::args::Format;
use super::json::escaped;
use crate::locale::Lang;
use crate::text::width::{cells, pad_end, truncate};

/// Cells that a title takes on a terminal at most.
const TITLE: usize = 60;
/// Cells between two columns.
const GAP: usize = 2;

/// Standard output, in a language and a format.
pub struct Out<'a> {
    writer: &'a mut dyn Write,
    /// The language of everything printed.
    pub lang: Lang,
    /// For people, or for programs.
    pub format: Format,
    /// Whether programs get one shape of answer whatever the number of drafts.
    pub is_report: bool,
    /// Whether what weighs most is coloured.
    pub is_coloured: bool,
    /// Cells of a line where it is read on a terminal; what goes elsewhere is never cut.
    pub columns: Option<usize>,
    /// Talk that goes to standard error behind what is printed.
    aside: Vec<u8>,
}

impl<'a> Out<'a> {
    /// Prints to `writer`.
    pub fn new(writer: &'a mut dyn Write, lang: Lang, format: Format) -> Self {
        let (format, is_report) = if format == Format::Report { (Format::Json, true) } else { (format, false) };
        Self { writer, lang, format, is_report, is_coloured: false, columns: None, aside: Vec::new() }
    }

    /// A piece of text in one of the terminal's own colours, where colours are wanted.
    #[must_use]
    pub fn painted(&self, colour: u8, text: &str) -> String {
        if self.is_coloured { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// A title: on a terminal it is cut where it would fill the screen, elsewhere never.
    #[must_use]
    pub fn shortened<'t>(&self, title: &'t str) -> Cow<'t, str> {
        if self.columns.is_some() { truncate(title, TITLE) } else { Cow::Borrowed(title) }
    }

    /// Where lines go, for what writes them by itself.
    pub fn writer(&mut self) -> &mut dyn Write {
        &mut *self.writer
    }

    /// Keeps talk for standard error, which is written once the data are.
    pub fn aside(&mut self, text: &[u8]) {
        self.aside.extend_from_slice(text);
    }

    /// Takes that talk.
    pub fn take_aside(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.aside)
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

    /// A table, its columns as wide as their widest cell. On a terminal that is too narrow for it no column is wider than its limit in
    /// cells; longer texts are cut.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn table_within(&mut self, rows: Vec<Vec<String>>, limits: &[usize]) -> io::Result<()> {
        let widest =
            |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cells(cell)).max().unwrap_or_default();
        let whole: usize = (0..limits.len()).map(widest).sum::<usize>() + GAP * limits.len().saturating_sub(1);
        if self.columns.is_none_or(|columns| whole <= columns) {
            return self.table(&rows);
        }
        let cut = |(cell, limit): (String, &usize)| truncate(&cell, *limit).into_owned();
        let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.into_iter().zip(limits).map(cut).collect()).collect();
        self.table(&rows)
    }

    /// The same with columns that are left out, one after the other, on a terminal that has no room for them.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn table_with_room(&mut self, mut rows: Vec<Vec<String>>, limits: &[usize], optional: &[usize]) -> io::Result<()> {
        let mut limits = limits.to_vec();
        let mut left = optional.to_vec();
        let cut = |rows: &[Vec<String>], limits: &[usize]| -> usize {
            let widest = |(column, limit): (usize, &usize)| {
                rows.iter().filter_map(|row| row.get(column)).map(|cell| cells(cell).min(*limit)).max().unwrap_or_default()
            };
            limits.iter().enumerate().map(widest).sum::<usize>() + GAP * limits.len().saturating_sub(1)
        };
        while !left.is_empty() && self.columns.is_some_and(|columns| cut(&rows, &limits) > columns) {
            let gone = left.remove(0);
            limits.remove(gone);
            for row in rows.iter_mut().filter(|row| gone < row.len()) {
                row.remove(gone);
            }
            left.iter_mut().filter(|other| **other > gone).for_each(|other| *other -= 1);
        }
        self.table_within(rows, &limits)
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
            self.line(padded.join(&" ".repeat(GAP)).trim_end())?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_cells() {
        let mut written = Vec::new();
        let mut out = Out::new(&mut written, Lang::Zh, Format::Text);
        let rows = [["小食记", "a"], ["x", "b"]].map(|row| row.map(str::to_owned).to_vec());
        out.table(&rows).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "小食记  a\nx       b\n");
    }

    #[test]
    fn columns_that_may_go_make_room() {
        let printed = |columns| {
            let mut written = Vec::new();
            let mut out = Out::new(&mut written, Lang::En, Format::Text);
            out.columns = columns;
            let row = ["name", "kind", "person", "end"].map(str::to_owned).to_vec();
            out.table_with_room(vec![row], &[8, 8, 8, 8], &[2, 1]).unwrap();
            String::from_utf8(written).unwrap()
        };
        assert_eq!(printed(None), "name  kind  person  end\n");
        assert_eq!(printed(Some(23)), "name  kind  person  end\n");
        assert_eq!(printed(Some(22)), "name  kind  end\n");
        assert_eq!(printed(Some(14)), "name  end\n");
    }

    #[test]
    fn only_a_narrow_terminal_cuts() {
        let printed = |columns| {
            let mut written = Vec::new();
            let mut out = Out::new(&mut written, Lang::En, Format::Text);
            out.columns = columns;
            out.table_within(vec![vec!["a long name".to_owned(), "Filled".to_owned()]], &[6, 6]).unwrap();
            String::from_utf8(written).unwrap()
        };
        for columns in [None, Some(19), Some(80)] {
            assert_eq!(printed(columns), "a long name  Filled\n", "{columns:?}");
        }
        assert_eq!(printed(Some(18)), "a lo..  Filled\n");
    }
}
