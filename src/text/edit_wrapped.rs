//! Editing a text that is shown in several rows.
//!
//! Unlike `wrap`, nothing is dropped at a row's border and marks may begin a row: every position of the cursor is one
//! cell and every cell is one position.

use std::ops::Range;

use super::edit::{LineEdit, shown};
use super::grapheme::{grapheme_indices, graphemes};

/// What parts the names of a path.
const STROKES: [char; 2] = ['/', '\\'];
/// What no path holds, and a text of sentences does.
const PROSE: [char; 6] = ['\n', '，', '。', '；', '、', '！'];

/// The byte ranges of the rows in which `text` is shown, filled by graphemes up to `width` cells; at least one.
///
/// They cover the text without gaps. When the last row is full, an empty row follows it for the caret. A path ends its rows behind its
/// strokes, as far as its names are no longer than a row; other texts do not break inside a word in Latin letters that a row has room for.
pub fn wrap_for_edit(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let is_path = text.contains(STROKES) && !text.contains(PROSE);
    let mut rows = Vec::new();
    let mut start = 0;
    let mut used = 0;
    for (at, grapheme) in grapheme_indices(text) {
        let (_, cells) = shown(grapheme);
        if used + cells > width && at > start {
            let before = if is_path { name_before(text, start, at, width) } else { word_before(text, start, at, width) };
            let end = before.unwrap_or(at);
            rows.push(start..end);
            start = end;
            used = text.get(end..at).map_or(0, row_cells);
        }
        used += cells;
    }
    rows.push(start..text.len());
    if used >= width {
        rows.push(text.len()..text.len());
    }
    rows
}

/// Where in the row `start..at`, which is full, a name begins that the next row has room for as a whole.
fn name_before(text: &str, start: usize, at: usize, width: usize) -> Option<usize> {
    let begins = start + text.get(start..at)?.rfind(STROKES)? + 1;
    let rest = text.get(begins..)?;
    let name = rest.split_inclusive(STROKES).next().unwrap_or(rest);
    (begins < at && row_cells(name) <= width).then_some(begins)
}

/// Where in the row `start..at`, which is full, a word begins that goes on behind it and that the next row has room for as a whole.
fn word_before(text: &str, start: usize, at: usize, width: usize) -> Option<usize> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '\'';
    let (row, rest) = (text.get(start..at)?, text.get(at..)?);
    let head = row.len() - row.trim_end_matches(is_part).len();
    let tail = rest.len() - rest.trim_start_matches(is_part).len();
    // All of these are one cell wide.
    (head > 0 && tail > 0 && head < row.len() && head + tail <= width).then_some(at - head)
}

/// The cells that a part of a row takes.
fn row_cells(part: &str) -> usize {
    graphemes(part).map(|grapheme| shown(grapheme).1).sum()
}

/// The row and the cell column of the caret when the cursor stands at byte `cursor` of `text`.
pub fn caret_in_wrapped(text: &str, cursor: usize, width: usize) -> (usize, usize) {
    let rows = wrap_for_edit(text, width);
    let row = rows.iter().rposition(|row| row.start <= cursor).unwrap_or(0);
    let start = rows.get(row).map_or(0, |row| row.start);
    (row, row_cells(text.get(start..cursor).unwrap_or_default()))
}

/// A row of `wrap_for_edit` as it is shown: measured exactly as the caret is, safe to print.
pub fn shown_row(text: &str, row: Range<usize>) -> String {
    let row = text.get(row).unwrap_or_default();
    graphemes(row).map(|grapheme| shown(grapheme).0).collect()
}

/// The cursor that lies at `column` of a row, or at the last position of that row before it.
fn cursor_at(text: &str, row: &Range<usize>, is_last: bool, column: usize) -> usize {
    let mut used = 0;
    let mut cursor = row.start;
    for (at, grapheme) in grapheme_indices(text.get(row.clone()).unwrap_or_default()) {
        if used > column {
            return cursor;
        }
        cursor = row.start + at;
        used += shown(grapheme).1;
    }
    // Behind the last glyph of an inner row the caret would already stand on the next one.
    if is_last && used <= column { row.end } else { cursor }
}

impl LineEdit {
    /// One visual row up in rows of `width` cells, keeping the column. False in the first row.
    pub fn up(&mut self, width: usize) -> bool {
        self.move_rows(width, |row| row.checked_sub(1))
    }

    /// One visual row down in rows of `width` cells, keeping the column. False in the last row.
    pub fn down(&mut self, width: usize) -> bool {
        self.move_rows(width, |row| row.checked_add(1))
    }

    fn move_rows(&mut self, width: usize, step: impl Fn(usize) -> Option<usize>) -> bool {
        let rows = wrap_for_edit(self.text(), width);
        let (row, column) = caret_in_wrapped(self.text(), self.cursor(), width);
        let goal = self.goal.unwrap_or(column);
        let Some((target, range)) = step(row).and_then(|target| Some((target, rows.get(target)?))) else {
            return false;
        };
        let cursor = cursor_at(self.text(), range, target + 1 == rows.len(), goal);
        self.move_to(cursor);
        self.goal = Some(goal);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rows_cover_the_text() {
        for (text, width, expected) in [
            ("", 4, vec![(0, 0)]),
            ("一二", 5, vec![(0, 6)]),
            ("一二", 4, vec![(0, 6), (6, 6)]),
            ("一二三", 5, vec![(0, 6), (6, 9)]),
            ("a b  c", 2, vec![(0, 2), (2, 4), (4, 6), (6, 6)]),
            ("一", 1, vec![(0, 3), (3, 3)]),
            ("docs/IMG_2005.jpg", 12, vec![(0, 5), (5, 17), (17, 17)]),
            ("docs/IMG_2005.jpg", 10, vec![(0, 10), (10, 17)]),
            ("docs/a/b.jpg", 9, vec![(0, 7), (7, 12)]),
            ("查询/预约，下单", 9, vec![(0, 13), (13, 22)]),
            ("It sells tea", 5, vec![(0, 3), (3, 8), (8, 12)]),
            ("填写AppID号", 6, vec![(0, 6), (6, 11), (11, 14)]),
            ("authorisation", 5, vec![(0, 5), (5, 10), (10, 13)]),
        ] {
            let rows: Vec<_> = wrap_for_edit(text, width).into_iter().map(|row| (row.start, row.end)).collect();
            assert_eq!(rows, expected, "{text:?} in {width}");
        }
    }

    #[test]
    fn up_and_down_keep_the_column() {
        // Rows of two ideographs, and an empty one for the caret.
        let mut edit = LineEdit::new("一二三四五六");
        assert_eq!(caret_in_wrapped(edit.text(), edit.cursor(), 4), (3, 0));
        assert!(!edit.down(4));
        assert!(edit.up(4));
        assert_eq!(edit.cursor(), 12);
        edit.right();
        assert!(edit.up(4) && edit.up(4));
        assert_eq!(edit.cursor(), 3);
        assert!(!edit.up(4));
        assert!(edit.down(4) && edit.down(4) && edit.down(4));
        assert_eq!(edit.cursor(), 18);
        // The column aimed at survives a shorter row.
        assert!(edit.up(4));
        assert_eq!(caret_in_wrapped(edit.text(), edit.cursor(), 4), (2, 2));
    }

    #[test]
    fn up_stops_before_the_end_of_a_shorter_row() {
        let mut edit = LineEdit::new("abcd一ef-hi");
        // Rows of 5 cells: "abcd", "一ef-", "hi".
        edit.home();
        for _ in 0..7 {
            edit.right();
        }
        assert_eq!(caret_in_wrapped(edit.text(), edit.cursor(), 5), (1, 4));
        assert!(edit.up(5));
        assert_eq!(edit.cursor(), 3);
    }

    proptest! {
        #[test]
        fn every_position_round_trips(text in "[a-c张三，。 \n𠮷·]{0,40}|[a-c张三/. ]{0,40}|[a-c ]{0,40}", width in 2usize..20) {
            let rows = wrap_for_edit(&text, width);
            for row in &rows {
                let shown = shown_row(&text, row.clone());
                prop_assert!(crate::text::width::cells(&shown) <= width, "{:?}", shown);
            }
            prop_assert_eq!(rows.iter().map(|row| &text[row.clone()]).collect::<String>(), text.clone());
            let mut seen = std::collections::BTreeSet::new();
            let borders = grapheme_indices(&text).map(|(at, _)| at).chain([text.len()]);
            for cursor in borders {
                let (row, column) = caret_in_wrapped(&text, cursor, width);
                prop_assert!(column < width);
                prop_assert!(seen.insert((row, column)));
                prop_assert_eq!(cursor_at(&text, &rows[row], row + 1 == rows.len(), column), cursor);
            }
        }

        #[test]
        fn never_panics(text in any::<String>(), width in 0usize..20, ups in 0usize..5) {
            let mut edit = LineEdit::new(text);
            for _ in 0..ups {
                edit.up(width);
            }
            edit.down(width);
            prop_assert!(edit.text().is_char_boundary(edit.cursor()));
        }
    }
}
