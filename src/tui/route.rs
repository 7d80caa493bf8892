//! Where one can be in the wizard. Routes are data: the app makes screens of them.

use crate::filing::{FieldId, Section};

/// A step of the wizard: the four forms, the materials, and the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// A form.
    Form(Section),
    /// Review and export.
    Review,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 6] = [
        Self::Form(Section::Subject),
        Self::Form(Section::ResponsiblePerson),
        Self::Form(Section::MiniProgram),
        Self::Form(Section::Owner),
        Self::Form(Section::Materials),
        Self::Review,
    ];

    /// The step in which the fields of a section are filled in. Questions are answered on the review screen.
    #[must_use]
    pub const fn of(section: Section) -> Self {
        match section {
            Section::Questions => Self::Review,
            section => Self::Form(section),
        }
    }

    /// Its place, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    /// The step so many places on (or back); stays inside.
    #[must_use]
    pub fn shifted(self, by: isize) -> Self {
        let last = Self::ALL.len() - 1;
        let index = self.index().saturating_add_signed(by).min(last);
        Self::ALL.get(index).copied().unwrap_or(Self::Review)
    }
}

/// A place in the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The list of drafts.
    Home,
    /// A new filing: nature, and whether it is live.
    New,
    /// A step of the open draft.
    Step(Step),
    /// A field of the open draft, wherever it stands.
    Field(FieldId),
    /// Where the filing stands.
    Status,
}
