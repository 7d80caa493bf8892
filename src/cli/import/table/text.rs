//! Tables as text: commas, semicolons or tabs, in any encoding that office programs in China write.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::{Cell, MOST_COLUMNS, MOST_ROWS, Row, Table, place};
use crate::cli::sentence::Sentence;
use crate::locale::import as said;

/// Reads the rows of a text.
pub fn read(bytes: &[u8]) -> Result<Table, Sentence> {
    let text = decoded(bytes).ok_or_else(|| Sentence::of(said::NO_ENCODING))?;
    if text.contains('\0') {
        return Err(Sentence::of(said::NO_ENCODING));
    }
    let between = delimiter(&text);
    if let Some(open) = open_quote(&text, between) {
        return Err(open);
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between).from_reader(text.as_bytes());
    let mut table = Table::default();
    // The reader passes over empty lines and counts the lines inside a cell; spreadsheets count rows.
    let (mut row, mut line) = (0usize, 0usize);
    for record in reader.records() {
        let record = record.map_err(|error| {
            let at = error.position().map_or(0, csv::Position::line);
            Sentence::of(said::BROKEN_LINE).with("line", at.to_string())
        })?;
        // Empty lines are passed over after the place is noted.
        let begins = record.position().map_or(0, |position| {
            let before = usize::try_from(position.byte()).ok().and_then(|byte| text.get(byte..)).unwrap_or_default();
            let empty = before.chars().take_while(|c| matches!(c, '\r' | '\n')).filter(|c| *c == '\n').count();
            usize::try_from(position.line()).unwrap_or_default() + empty
        });
        row += begins.saturating_sub(line).max(1);
        line = begins + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        if record.len() > MOST_COLUMNS {
            return Err(Sentence::of(said::TOO_WIDE).with("limit", MOST_COLUMNS));
        }
        let cells: Vec<Cell> = record.iter().map(cell).collect();
        if cells.iter().any(|cell| *cell != Cell::Empty) {
            if table.rows.len() > MOST_ROWS {
                return Err(Sentence::of(said::TOO_LONG).with("limit", MOST_ROWS));
            }
            table.rows.push(Row { number: row, cells });
        }
    }
    Ok(table)
}

/// The cell whose quotation mark is not closed where the cell ends. A reader of such a text takes the rows behind it for a part of the cell, or
/// leaves the mark out, and says nothing.
fn open_quote(text: &str, between: u8) -> Option<Sentence> {
    let between = char::from(between);
    let mut rest = text.chars().peekable();
    let (mut row, mut column) = (1usize, 0usize);
    let mut begins = true;
    while let Some(c) = rest.next() {
        match c {
            '"' if begins => {
                let said = |text| Sentence::of(text).with("cell", place(row, column)).with("row", row);
                loop {
                    match rest.next() {
                        None => return Some(said(said::QUOTE_OPEN)),
                        // Two of them stand for one.
                        Some('"') if rest.next_if_eq(&'"').is_none() => break,
                        Some(_) => {}
                    }
                }
                while rest.next_if(|c| *c != between && matches!(c, ' ' | '\t')).is_some() {}
                if rest.peek().is_some_and(|c| *c != between && !matches!(c, '\r' | '\n')) {
                    return Some(said(said::QUOTE_INSIDE));
                }
                begins = false;
            }
            '\n' | '\r' => {
                if c == '\r' {
                    rest.next_if_eq(&'\n');
                }
                (row, column, begins) = (row + 1, 0, true);
            }
            c if c == between => (column, begins) = (column + 1, true),
            _ => begins = false,
        }
    }
    None
}

fn cell(text: &str) -> Cell {
    let text = text.trim();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// The text in the encoding that its mark says, else UTF-8, UTF-16 by its zeros, or GB 18030, which GBK and GB 2312 are parts of.
fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?).map(|text| text.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Some(text.to_owned());
    }
    let zeros = |start: usize| bytes.iter().skip(start).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let encoding = match (even, odd) {
        (0, 0) => GB18030,
        (even, odd) if odd > even => UTF_16LE,
        _ => UTF_16BE,
    };
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

/// What stands between cells: whatever the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    [b';', b',', b'\t'].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &Table) -> Vec<(usize, Vec<&str>)> {
        table
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|cell| match cell {
                    Cell::Text(text) => text.as_str(),
                    _ => "",
                });
                (row.number, cells.collect())
            })
            .collect()
    }

    #[test]
    fn every_encoding_says_the_same() {
        let text = "名称,地区\n小食记,江苏省苏州市姑苏区\n";
        let utf16 = |little: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        };
        let (gbk, _, _) = encoding_rs::GBK.encode(text);
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            gbk.into_owned(),
            [b"\xff\xfe".to_vec(), utf16(true)].concat(),
            [b"\xfe\xff".to_vec(), utf16(false)].concat(),
        ] {
            let table = read(&bytes).unwrap();
            assert_eq!(texts(&table), [(1, vec!["名称", "地区"]), (2, vec!["小食记", "江苏省苏州市姑苏区"])], "{bytes:?}");
        }
        assert!(read(b"a,b\n\x81\xff\xff").is_err());
    }

    #[test]
    fn rows_have_the_numbers_that_spreadsheets_show() {
        let table = read("a;b\n\n\"x\ny\";1\n;\nlast;2\n".as_bytes()).unwrap();
        assert_eq!(texts(&table), [(1, vec!["a", "b"]), (3, vec!["x\ny", "1"]), (5, vec!["last", "2"])]);
        assert_eq!(texts(&read(b"a\tb,c\n").unwrap()), [(1, vec!["a", "b,c"])]);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_named_with_its_cell() {
        let refused = |text: &str| read(text.as_bytes()).err().map(|why| why.in_lang(crate::locale::Lang::En));
        for (text, cell) in [
            ("a,b\n1,\"one\n2,two\n3,three\n", "B2"),
            ("a,b\n1,\"one\n2,\"two\"\n", "B2"),
            ("a;b\r\n\r\n\"x\r\ny\";\"", "B3"),
            ("a,b\n\"tw\"o,1\n", "A2"),
            ("\"a,b\n1,2\n", "A1"),
            ("a\tb\nx\t\"y\"z\n", "B2"),
        ] {
            let said = refused(text).unwrap_or_default();
            assert!(said.contains(&format!("in cell {cell} ")), "{text:?}: {said}");
        }
        for text in ["a,b\n\"x \"\"y\"\" z\",\"\"\n", "a,b\nin 5\" size, \"x\n", "a,b\n\"x\" ,\"1\n2\"", "a\tb\n\"x\"\t\"y\"\n"] {
            assert_eq!(refused(text), None, "{text:?}");
        }
    }

    #[test]
    fn too_much_is_refused() {
        let rows = format!("a,b\n{}", "x,y\n".repeat(100_000));
        assert!(read(rows.as_bytes()).is_err());
        assert_eq!(
            read(format!("a,b\n{}", ",\n".repeat(100_000)).as_bytes()).unwrap().rows.len(),
            1,
            "empty rows count for nothing"
        );
    }
}
