//! Which entry of a list is chosen, and how keys move that.

use crate::tui::input::Input;
use crate::tui::keymap::Action;

/// The place in a list to which a key leads, for lists with so many entries to a page; `None` for what is no movement. At either end
/// one step leads to the other.
#[must_use]
pub fn moved(place: usize, count: usize, action: Action, page: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    Some(match action {
        Action::Up => place.checked_sub(1).unwrap_or(last).min(last),
        Action::Down if place >= last => 0,
        Action::Down => place + 1,
        Action::PageUp => place.saturating_sub(page),
        Action::PageDown => place.saturating_add(page).min(last),
        Action::Start => 0,
        Action::End => last,
        _ => return None,
    })
}

/// The chosen entry of a list whose entries may come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor(usize);

impl Cursor {
    /// The entry at this place is chosen.
    #[must_use]
    pub const fn on(place: usize) -> Self {
        Self(place)
    }

    /// The chosen one of so many entries; the last one where it is gone from the end.
    #[must_use]
    pub fn at(self, count: usize) -> usize {
        self.0.min(count.saturating_sub(1))
    }

    /// Moves among so many entries. Returns whether the input was a movement.
    pub fn travel(&mut self, input: &Input, count: usize, page: usize) -> bool {
        let Input::Action(action) = input else { return false };
        let to = moved(self.at(count), count, *action, page);
        self.0 = to.unwrap_or_else(|| self.at(count));
        to.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_round_and_pages_stop_at_the_ends() {
        let mut cursor = Cursor::default();
        for (action, place) in [
            (Action::Up, 6),
            (Action::Down, 0),
            (Action::Down, 1),
            (Action::PageDown, 4),
            (Action::PageDown, 6),
            (Action::PageUp, 3),
            (Action::End, 6),
            (Action::Start, 0),
            (Action::PageUp, 0),
        ] {
            assert!(cursor.travel(&Input::Action(action), 7, 3));
            assert_eq!(cursor.at(7), place, "{action:?}");
        }
        assert!(!cursor.travel(&Input::Action(Action::Enter), 7, 3) && !cursor.travel(&Input::Char('x'), 7, 3));
    }

    #[test]
    fn an_entry_that_is_gone_is_not_chosen() {
        let mut cursor = Cursor::default();
        cursor.travel(&Input::Action(Action::End), 7, usize::MAX);
        assert_eq!((cursor.at(3), cursor.at(0)), (2, 0));
        cursor.travel(&Input::Action(Action::Up), 3, usize::MAX);
        assert_eq!(cursor.at(7), 1, "one goes on from what was chosen");
        assert!(cursor.travel(&Input::Action(Action::Down), 0, 5));
        assert_eq!(cursor.at(0), 0);
    }
}
