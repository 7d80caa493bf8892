//! Where one can be in the wizard. Routes are data: the app makes screens of them.

use crate::filing::{FieldId, FilingKind, Section};

/// A step of the wizard: a form of the filing, or the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// A form.
    Form(Section),
    /// Review and export.
    Review,
}

impl Step {
    /// The steps of a filing of this kind, in order.
    pub fn of_kind(kind: FilingKind) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        Section::of_kind(kind).iter().map(|section| Self::of(*section))
    }

    /// The step in which the fields of a section are filled in. Questions are answered on the review screen.
    #[must_use]
    pub const fn of(section: Section) -> Self {
        match section {
            Section::Questions => Self::Review,
            section => Self::Form(section),
        }
    }

    /// Its place among those of a kind, from 0.
    #[must_use]
    pub fn index(self, kind: FilingKind) -> usize {
        Self::of_kind(kind).position(|step| step == self).unwrap_or_default()
    }

    /// The step so many places on (or back); stays inside.
    #[must_use]
    pub fn shifted(self, kind: FilingKind, by: isize) -> Self {
        let last = Self::of_kind(kind).len() - 1;
        let index = self.index(kind).saturating_add_signed(by).min(last);
        Self::of_kind(kind).nth(index).unwrap_or(Self::Review)
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
    /// Copying value by value into the console.
    Copy,
}
