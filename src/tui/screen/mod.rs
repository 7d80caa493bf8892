//! The screen stack, one file per screen.

pub mod form;
pub mod home;
pub mod new;
mod page;
pub mod review;
pub mod status;

#[cfg(test)]
mod kit;

use super::canvas::Canvas;
use super::keymap::Context;
use super::picture::PreviewRequest;
use super::state::{Command, Input, State};
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

/// A screen of the stack.
#[derive(Debug)]
pub enum Screen {
    /// The list of drafts.
    Home(home::Home),
    /// A new filing: nature, and whether it is live.
    New(new::New),
    /// One of the forms.
    Form(form::Form),
    /// Review and export.
    Review(review::Review),
    /// Where the filing stands.
    Status(status::Status),
}

/// Gives the same call to whichever screen it is.
macro_rules! each {
    ($screen:expr, $inner:ident => $call:expr) => {
        match $screen {
            Screen::Home($inner) => $call,
            Screen::New($inner) => $call,
            Screen::Form($inner) => $call,
            Screen::Review($inner) => $call,
            Screen::Status($inner) => $call,
        }
    };
}

impl Screen {
    /// The screen of a step, focused on its first field.
    #[must_use]
    pub fn of_step(step: Step, state: &State) -> Self {
        match step {
            Step::Form(section) => Self::Form(form::Form::new(section, state)),
            Step::Review => Self::Review(review::Review::new()),
        }
    }

    /// The step this screen is, if it is one.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        match self {
            Self::Form(form) => Some(Step::Form(form.section())),
            Self::Review(_) => Some(Step::Review),
            _ => None,
        }
    }

    /// The focused field, where there is one.
    #[must_use]
    pub fn focus(&self) -> Option<FieldId> {
        match self {
            Self::Form(form) => form.focus(),
            Self::Review(review) => review.focus(),
            _ => None,
        }
    }

    /// Whether the screen shows the open draft.
    #[must_use]
    pub const fn needs_document(&self) -> bool {
        matches!(self, Self::Form(_) | Self::Review(_) | Self::Status(_))
    }

    /// Where keys are looked up, innermost first.
    #[must_use]
    pub fn contexts(&self, state: &State) -> Vec<Context> {
        let mut contexts = each!(self, screen => screen.contexts(state));
        if self.needs_document() {
            contexts.push(Context::Document);
        }
        contexts.push(Context::Global);
        contexts
    }

    /// Takes an input; `None` when it has no use for it.
    pub fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        each!(self, screen => screen.update(input, state))
    }

    /// Follows the state after it changed: the open draft, the list of drafts, the language.
    pub fn follow(&mut self, state: &State) {
        each!(self, screen => screen.follow(state));
    }

    /// The picture it wants to show.
    #[must_use]
    pub fn look(&self, state: &State) -> Option<PreviewRequest> {
        if let Self::Form(form) = self { form.look(state) } else { None }
    }

    /// Draws itself. The cursor is set only where `active`: no dialog lies on top.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        each!(self, screen => screen.draw(canvas, state, active));
    }
}
