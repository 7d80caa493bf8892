//! Merged cells of an ODS file, which the reader of its values does not tell of: the covered cells would look empty.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::MOST_ROWS;

/// Bytes of the content that are read at most.
const MOST_BYTES: u64 = 256 << 20;

/// First and last place of merged cells.
pub type Span = ((usize, usize), (usize, usize));

/// The merged cells of a sheet in the bytes of an ODS file. What cannot be read has none: whether it is a workbook was said before.
#[must_use]
pub fn of(bytes: &[u8], sheet: &str) -> Vec<Span> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let Ok(content) = archive.by_name("content.xml") else { return Vec::new() };
    let mut text = String::new();
    if content.take(MOST_BYTES).read_to_string(&mut text).is_err() {
        return Vec::new();
    }
    spans(&text, sheet)
}

fn spans(text: &str, sheet: &str) -> Vec<Span> {
    let mut reader = Reader::from_str(text);
    let (mut found, mut is_ours) = (Vec::new(), false);
    let (mut row, mut column, mut rows) = (0_usize, 0_usize, 1_usize);
    loop {
        let (tag, is_closed) = match reader.read_event() {
            Ok(Event::Start(tag)) => (tag, false),
            Ok(Event::Empty(tag)) => (tag, true),
            Ok(Event::End(tag)) => {
                match tag.name().as_ref() {
                    "table:table" => is_ours = false,
                    "table:table-row" => row = row.saturating_add(rows),
                    _ => {}
                }
                continue;
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => continue,
        };
        match tag.name().as_ref() {
            "table:table" => {
                is_ours = text_of(&tag, "table:name").is_some_and(|name| name == sheet);
                row = 0;
            }
            "table:table-row" => {
                rows = number(&tag, "table:number-rows-repeated");
                column = 0;
                if is_closed {
                    row = row.saturating_add(rows);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let (down, right) = (number(&tag, "table:number-rows-spanned"), number(&tag, "table:number-columns-spanned"));
                if is_ours && (down > 1 || right > 1) && row < MOST_ROWS {
                    found.push(((row, column), (row + down.min(MOST_ROWS) - 1, column + right.min(MOST_ROWS) - 1)));
                }
                column = column.saturating_add(number(&tag, "table:number-columns-repeated"));
            }
            _ => {}
        }
    }
}

fn text_of(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == key)?;
    let written = attribute.value;
    quick_xml::escape::unescape(&written).ok().map(std::borrow::Cow::into_owned)
}

/// A number of times: one where it does not say.
fn number(tag: &BytesStart<'_>, key: &str) -> usize {
    text_of(tag, key).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_are_found_behind_repeated_ones() {
        let text = r#"<a><table:table table:name="x"><table:table-row><table:table-cell table:number-columns-spanned="9"/></table:table-row></table:table>
            <table:table table:name="a&amp;b"><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
            <table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-rows-spanned="2"><p/></table:table-cell>
            <table:table-cell table:number-columns-spanned="3"/></table:table-row></table:table></a>"#;
        assert_eq!(spans(text, "a&b"), [((3, 2), (4, 2)), ((3, 3), (3, 5))]);
        assert!(spans(text, "none").is_empty() && spans("<a", "a").is_empty() && of(b"PK", "a").is_empty());
    }
}
