//! Which sort of thing an action does.

use super::Action;

impl Action {
    /// The steps of the wizard, in order.
    pub const STEPS: [Self; 6] = [Self::Step1, Self::Step2, Self::Step3, Self::Step4, Self::Step5, Self::Step6];

    /// Whether it only moves about.
    #[must_use]
    pub const fn is_motion(self) -> bool {
        use Action as A;
        matches!(
            self,
            A::Next
                | A::Previous
                | A::Up
                | A::Down
                | A::Left
                | A::Right
                | A::PageUp
                | A::PageDown
                | A::Start
                | A::End
                | A::WordLeft
                | A::WordRight
        )
    }

    /// Whether it only moves about or edits text: nothing one would look up by its name.
    #[must_use]
    pub fn is_typing(self) -> bool {
        use Action as A;
        let edits = matches!(self, A::Backspace | A::Delete | A::KillWord | A::KillToStart | A::KillToEnd | A::Complete);
        self.is_motion() || edits || Self::STEPS.contains(&self)
    }
}
