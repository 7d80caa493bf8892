//! Clicks and the wheel: what was drawn under the pointer says which actions they stand for.

use chrono::TimeDelta;

use super::App;
use crate::filing::{FieldId, Kind};
use crate::locale::tui::common as words;
use crate::tui::effect::Effect;
use crate::tui::event::{Mouse, MouseKind};
use crate::tui::keymap::Action;
use crate::tui::state::{Input, Preferences};
use crate::tui::widget::hit::Hit;
use crate::tui::widget::theme::Role;

/// A second click on the same cell within this time opens.
const DOUBLE: TimeDelta = TimeDelta::milliseconds(400);

impl App {
    /// The cells in which an action is named, and the action, as they were drawn last.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn named(&self) -> Vec<((u16, u16), Action)> {
        self.hits.borrow().named()
    }

    /// Starts without the mouse: the terminal is not asked to report it.
    pub fn without_mouse(&mut self) {
        self.state.mouse = false;
    }

    /// Takes over what the user wants everywhere.
    pub fn prefer(&mut self, preferences: Preferences) {
        self.state.preferences = preferences;
    }

    /// Has the mouse reported, or no longer.
    pub(super) fn toggle_mouse(&mut self) {
        self.state.mouse = !self.state.mouse;
        self.send(Effect::Mouse(self.state.mouse));
        self.say(if self.state.mouse { words::MOUSE_ON } else { words::MOUSE_OFF }, Role::Muted);
    }

    pub(super) fn mouse(&mut self, Mouse { kind, column, row }: Mouse) {
        if !self.state.mouse {
            return;
        }
        let at = (column, row);
        let again = self.clicked.take().is_some_and(|(before, when)| before == at && self.state.now - when <= DOUBLE);
        if kind == MouseKind::Press && again {
            self.acted();
            self.input(&Input::Action(Action::Enter));
            return;
        }
        let (hit, wheel) = {
            let hits = self.hits.borrow();
            (hits.clicked(at).cloned(), hits.wheel(at))
        };
        match (kind, hit, wheel) {
            (MouseKind::WheelUp, _, Some([way, _])) | (MouseKind::WheelDown, _, Some([_, way])) => self.make(&[way]),
            (MouseKind::Press, Some(hit), _) => self.click(hit, at),
            _ => {}
        }
    }

    fn click(&mut self, hit: Hit, at: (u16, u16)) {
        let opens_again = match hit {
            Hit::Moves { actions, opens } => {
                self.make(&actions);
                if opens {
                    self.input(&Input::Action(Action::Enter));
                }
                // A key that is named somewhere was pressed; a line was only chosen.
                !opens && actions.iter().all(|(action, _)| action.is_motion())
            }
            Hit::Field(id) => {
                self.click_field(id);
                true
            }
            Hit::Text { origin, rows, caret } => {
                self.make(&Hit::to_caret(origin, &rows, caret, at));
                true
            }
            Hit::Wheel(_) => false,
        };
        self.clicked = opens_again.then_some((at, self.state.now));
    }

    /// A field is gone to; a yes-or-no field that is there already is answered.
    fn click_field(&mut self, id: FieldId) {
        self.acted();
        match self.focus() == Some(id) {
            true if matches!(id.field().kind, Kind::Flag(_)) => self.input(&Input::Action(Action::Toggle)),
            true => {}
            false => {
                self.leave_field();
                self.go_to(id);
            }
        }
    }

    /// Does these actions, each so many times.
    fn make(&mut self, actions: &[(Action, usize)]) {
        self.acted();
        for (action, times) in actions {
            for _ in 0..*times {
                self.input(&Input::Action(*action));
            }
        }
    }

    /// What was drawn is no longer what is there.
    fn acted(&mut self) {
        self.state.seen_notice = self.state.notice.take();
        self.hits.borrow_mut().clear();
    }
}
