//! What a mouse can hit: recorded while it is drawn, so that nothing is measured twice.
//!
//! A hit says which actions lead from the state that was drawn to what was clicked: a screen or dialog needs to know nothing of
//! mice. After one hit was acted on, those drawn with it are void until the next frame.

use crate::filing::FieldId;
use crate::text::grapheme::graphemes;
use crate::text::width::take_cells;
use crate::tui::keymap::Action;
use ratatui::layout::{Position, Rect};

/// Lines that one notch of the wheel moves by.
pub const NOTCH: usize = 3;

/// What lies under the pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hit {
    /// Something that these actions lead to, each so many times; with `opens` one click opens it as Enter does, else a double one.
    Moves {
        /// The actions.
        actions: Vec<(Action, usize)>,
        /// Whether it is a button.
        opens: bool,
    },
    /// A field.
    Field(FieldId),
    /// Text one types into, with the caret in it.
    Text {
        /// Column of its left edge, and row of its first line, which may lie above the screen.
        origin: (i32, i32),
        /// Its rows.
        rows: Vec<String>,
        /// Row and column of the caret.
        caret: (usize, usize),
    },
    /// What the wheel scrolls: the action for each direction, up and down, and how many times there is room for it.
    Wheel([(Action, usize); 2]),
}

impl Hit {
    /// A line so many lines below (or above) the chosen one.
    #[must_use]
    pub fn line(place: usize, chosen: usize) -> Self {
        Self::Moves { actions: vec![between(place, chosen, [Action::Up, Action::Down])], opens: false }
    }

    /// A button so many buttons below (or above) the chosen one.
    #[must_use]
    pub fn button(place: usize, chosen: usize) -> Self {
        Self::Moves { actions: vec![between(place, chosen, [Action::Up, Action::Down])], opens: true }
    }

    /// What a key does that is named there.
    #[must_use]
    pub fn action(action: Action) -> Self {
        Self::Moves { actions: vec![(action, 1)], opens: false }
    }

    /// A list of so many lines, of which this one is chosen.
    #[must_use]
    pub fn wheel(chosen: usize, count: usize) -> Self {
        let below = count.saturating_sub(chosen + 1);
        Self::Wheel([(Action::Up, chosen.min(NOTCH)), (Action::Down, below.min(NOTCH))])
    }

    /// The actions that bring the caret of a text to a cell.
    #[must_use]
    pub fn to_caret((x, y): (i32, i32), rows: &[String], caret: (usize, usize), at: (u16, u16)) -> Vec<(Action, usize)> {
        let last = rows.len().saturating_sub(1);
        let row = usize::try_from(i32::from(at.1) - y).unwrap_or_default().min(last);
        let column = usize::try_from(i32::from(at.0) - x).unwrap_or_default();
        let wanted = graphemes_before(rows, (row, column));
        vec![between(wanted, graphemes_before(rows, caret), [Action::Left, Action::Right])]
    }
}

/// How often which of two actions, back and forth, leads from one place to another.
#[must_use]
pub fn between(to: usize, from: usize, [back, forth]: [Action; 2]) -> (Action, usize) {
    if to < from { (back, from - to) } else { (forth, to - from) }
}

/// How many characters stand before a cell of a text shown in rows.
fn graphemes_before(rows: &[String], (row, column): (usize, usize)) -> usize {
    let above: usize = rows.iter().take(row).map(|row| graphemes(row).count()).sum();
    above + rows.get(row).map_or(0, |row| graphemes(take_cells(row, column)).count())
}

/// All hits of a frame.
#[derive(Debug, Clone, Default)]
pub struct Hits(Vec<(Rect, Hit)>);

impl Hits {
    /// Adds one; it lies on top of those before.
    pub fn add(&mut self, area: Rect, hit: Hit) {
        if !area.is_empty() {
            self.0.push((area, hit));
        }
    }

    /// Forgets all: something lies over them.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The cells in which an action is named, and the action.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn named(&self) -> Vec<((u16, u16), Action)> {
        let named = self.0.iter().filter_map(|(area, hit)| match hit {
            Hit::Moves { actions, opens: false } if matches!(actions.as_slice(), [(_, 1)]) => {
                Some(((area.x, area.y), actions.first()?.0))
            }
            _ => None,
        });
        named.collect()
    }

    /// What a click at this place hits.
    #[must_use]
    pub fn clicked(&self, (x, y): (u16, u16)) -> Option<&Hit> {
        self.find((x, y), |hit| !matches!(hit, Hit::Wheel(_)))
    }

    /// What the wheel scrolls at this place; where it scrolls nothing there, the only thing that can be scrolled.
    #[must_use]
    pub fn wheel(&self, at: (u16, u16)) -> Option<[(Action, usize); 2]> {
        match self.find(at, |hit| matches!(hit, Hit::Wheel(_))) {
            Some(Hit::Wheel(ways)) => Some(*ways),
            _ => None,
        }
    }

    fn find(&self, (x, y): (u16, u16), wanted: impl Fn(&Hit) -> bool) -> Option<&Hit> {
        let found = self.0.iter().rev().find(|(area, hit)| area.contains(Position::new(x, y)) && wanted(hit));
        found.map(|(_, hit)| hit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_on_top_is_hit_and_nothing_outside() {
        let mut hits = Hits::default();
        hits.add(Rect::new(0, 0, 10, 5), Hit::wheel(0, 9));
        hits.add(Rect::new(0, 1, 10, 1), Hit::line(1, 0));
        hits.add(Rect::new(2, 1, 3, 1), Hit::Field(FieldId::SubjectName));
        hits.add(Rect::new(0, 4, 0, 1), Hit::line(4, 0));
        assert_eq!(hits.clicked((3, 1)), Some(&Hit::Field(FieldId::SubjectName)));
        assert_eq!(hits.clicked((9, 1)), Some(&Hit::line(1, 0)));
        for nowhere in [(0, 0), (0, 4), (10, 1), (u16::MAX, u16::MAX)] {
            assert_eq!(hits.clicked(nowhere), None, "{nowhere:?}");
        }
        assert_eq!(hits.wheel((3, 1)), Some([(Action::Up, 0), (Action::Down, 3)]));
        assert_eq!(hits.wheel((3, 7)), None);
    }

    #[test]
    fn the_wheel_stops_at_the_ends() {
        for (chosen, count, expected) in [(0, 0, [0, 0]), (0, 1, [0, 0]), (1, 3, [1, 1]), (8, 20, [3, 3]), (19, 20, [3, 0])] {
            assert_eq!(Hit::wheel(chosen, count), Hit::Wheel([(Action::Up, expected[0]), (Action::Down, expected[1])]));
        }
    }

    #[test]
    fn the_caret_goes_to_the_character_that_was_clicked() {
        let rows = ["广东省深圳".to_owned(), "abc".to_owned()];
        for (at, expected) in [
            ((10, 5), (Action::Left, 6)),
            ((12, 5), (Action::Left, 5)),
            ((13, 5), (Action::Left, 5)),
            ((99, 5), (Action::Left, 1)),
            ((10, 6), (Action::Left, 1)),
            ((11, 6), (Action::Right, 0)),
            ((99, 99), (Action::Right, 2)),
            ((0, 0), (Action::Left, 6)),
        ] {
            assert_eq!(Hit::to_caret((10, 5), &rows, (1, 1), at), [expected], "{at:?}");
        }
        assert_eq!(Hit::to_caret((10, 5), &[], (0, 0), (12, 5)), [(Action::Right, 0)]);
    }
}
