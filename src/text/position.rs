//! Where a byte of a text stands, for people.

/// Line and column of a byte offset, from 1, the column in characters. An offset within a character counts as its start, one behind
/// the text as its end.
#[must_use]
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_offsets_may_be_anywhere() {
        let text = "备案\nab";
        for (offset, expected) in [(0, (1, 1)), (3, (1, 2)), (4, (1, 2)), (6, (1, 3)), (7, (2, 1)), (9, (2, 3)), (99, (2, 3))] {
            assert_eq!(position(text, offset), expected, "{offset}");
        }
    }
}
