//! Texts of long tables without references.
//!
//! The loader writes every reference of a static table anew at each start of the program, page by page; of tables with thousands of
//! texts that was a fifth of the start. So the texts of such a table stand in one, and its rows say which piece of that is theirs.

/// A piece of one long text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    start: u32,
    length: u16,
}

impl Piece {
    /// The piece that begins at this byte and has so many.
    pub(super) const fn new(start: u32, length: u16) -> Self {
        Self { start, length }
    }

    /// The piece itself; empty where the text has none there.
    pub(super) fn of(self, text: &'static str) -> &'static str {
        let start = usize::try_from(self.start).unwrap_or(usize::MAX);
        text.get(start..start.saturating_add(usize::from(self.length))).unwrap_or_default()
    }

    /// Whether it lies in a text of this length.
    pub(super) fn is_within(self, length: usize) -> bool {
        usize::try_from(self.start).is_ok_and(|start| start + usize::from(self.length) <= length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_what_stands_there_and_never_half_a_character() {
        for (start, length, expected) in
            [(0, 3, "南"), (3, 6, "山区"), (9, 0, ""), (1, 3, ""), (3, 4, ""), (6, 9, ""), (99, 1, "")]
        {
            assert_eq!(Piece::new(start, length).of("南山区"), expected, "{start} {length}");
        }
        assert!(Piece::new(3, 6).is_within(9) && !Piece::new(3, 6).is_within(8) && !Piece::new(u32::MAX, 6).is_within(8));
    }
}
