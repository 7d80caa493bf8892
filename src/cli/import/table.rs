//! A table → rows of cells with their places, whatever program saved it.

mod spans;
mod text;
mod workbook;

use std::path::Path;

use crate::cli::error::Failure;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::fs::{IoTrouble, expect_file};
use crate::locale::error as words;
use crate::locale::import as said;

/// Bytes of a file at most.
const MOST_BYTES: u64 = 64 << 20;
/// Rows with something in them at most: each becomes a file.
pub const MOST_ROWS: usize = 10_000;
/// Columns at most: several times the fields there are.
const MOST_COLUMNS: usize = 1_000;

/// What a file holds.
#[derive(Debug, Default, PartialEq)]
pub struct Table {
    /// The sheet's name; empty for a text.
    pub sheet: String,
    /// Rows with something in them, from above.
    pub rows: Vec<Row>,
    /// Cells that were merged, as first and last place.
    pub merged: Vec<((usize, usize), (usize, usize))>,
}

/// A row.
#[derive(Debug, Default, PartialEq)]
pub struct Row {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Its cells, from column A.
    pub cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, a date as `YYYY-MM-DD`.
    Text(String),
    /// A number, which may be a date, or a code.
    Number(f64),
    /// The result of a formula that the file does not hold, or an error in its place.
    NoResult,
}

/// Reads a table.
///
/// # Errors
/// When it cannot be read, is no table, or has more rows than can be meant.
pub fn read(world: &World, path: &Path, sheet: Option<&str>) -> Result<Table, Failure> {
    let path = world.absolute(path);
    let failed = |error: std::io::Error| {
        let trouble = IoTrouble::from(error);
        let sentence = Sentence::of(said::CANNOT_READ).with("path", words::path(&path)).with("trouble", trouble.clone());
        Failure::io(&trouble, sentence).hint(said::NO_TABLE_HINT)
    };
    expect_file(&path).map_err(failed)?;
    if std::fs::metadata(&path).map_err(failed)?.len() > MOST_BYTES {
        let sentence = Sentence::of(said::NO_TABLE).with("path", words::path(&path));
        return Err(Failure::usage(sentence).hint(said::NO_TABLE_HINT));
    }
    let bytes = std::fs::read(&path).map_err(failed)?;
    let table = if is_archive(&bytes) { workbook::read(bytes, sheet) } else { text::read(&bytes) };
    let table = table.map_err(|sentence| {
        let detail = sentence;
        Failure::usage(Sentence::of(said::BAD_TABLE).with("path", words::path(&path)).with("detail", detail))
            .hint(said::NO_TABLE_HINT)
    })?;
    if table.rows.is_empty() {
        let sentence = Sentence::of(said::NOTHING_IN_IT).with("path", words::path(&path));
        return Err(Failure::usage(sentence).hint(said::NOTHING_IN_IT_HINT));
    }
    Ok(table)
}

/// What XLSX and ODS begin with, and XLS, whose reader says what it is.
fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// The place of a cell as spreadsheets write it: row 3 of column 2 is `C3`. The row is counted from 1, the column from 0.
#[must_use]
pub fn place(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let digit = (left - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or_default()));
        left = (left - 1) / 26;
    }
    letters.reverse();
    format!("{}{row}", letters.into_iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_spreadsheets_write_them() {
        for (row, column, written) in
            [(1, 0, "A1"), (3, 2, "C3"), (9, 25, "Z9"), (9, 26, "AA9"), (1, 701, "ZZ1"), (1, 702, "AAA1")]
        {
            assert_eq!(place(row, column), written);
        }
    }
}
