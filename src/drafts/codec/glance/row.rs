//! A row of a draft's lists: a prior approval, or an event of the story.

use super::super::keys::{COLUMNS, Met};
use super::scalar::Scalar;
use crate::filing::event::{Moment, role_from_name};
use crate::filing::{Approval, Event, EventKind, Role};

/// The columns of an event that says only who did what and when, and one text or two. What else one may have makes a closer look needed.
const OF_EVENT: [&str; 5] = ["at", "kind", "number", "note", "who"];

/// What the rows of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    Approvals,
    Events,
}

/// A row that is being read.
pub(super) struct Row {
    met: Met,
    says: Says,
}

enum Says {
    Approval(Approval),
    Event { at: Option<Moment>, kind: Option<EventKind>, who: Option<Role>, number: String, note: String },
}

/// What a row turned out to be.
pub(super) enum Whole {
    Approval(Approval),
    Event(Event),
}

impl Row {
    pub(super) fn new(rows: Rows) -> Self {
        let says = match rows {
            Rows::Approvals => Says::Approval(Approval::default()),
            Rows::Events => Says::Event { at: None, kind: None, who: None, number: String::new(), note: String::new() },
        };
        Self { met: Met::default(), says }
    }

    /// The number of a column that is met for the first time.
    pub(super) fn column(&mut self, name: &str) -> Option<usize> {
        let columns: &[&str] = match &self.says {
            Says::Approval(_) => &COLUMNS,
            Says::Event { .. } => &OF_EVENT,
        };
        let column = columns.iter().position(|column| *column == name)?;
        self.met.note(column).then_some(column)
    }

    /// Takes in the value of a column; `None` where it does not fit.
    pub(super) fn take(&mut self, column: usize, scalar: &Scalar<'_>) -> Option<()> {
        match (&mut self.says, column) {
            (Says::Approval(row), 0) => {
                let is_nothing = scalar.text().is_some_and(str::is_empty);
                row.kind = if is_nothing { None } else { Some(scalar.code()?) };
            }
            (Says::Approval(row), 1) => row.number = scalar.words(true)?,
            (Says::Approval(row), _) => row.document = scalar.words(true)?,
            (Says::Event { at, .. }, 0) => *at = Some(scalar.moment()?),
            (Says::Event { kind, .. }, 1) => *kind = Some(EventKind::from_name(scalar.text()?)?),
            (Says::Event { number, .. }, 2) => *number = scalar.words(true)?,
            (Says::Event { note, .. }, 3) => *note = scalar.words(true)?,
            (Says::Event { who, .. }, _) => *who = Some(role_from_name(scalar.text()?)?),
        }
        Some(())
    }

    /// The row at its end; `None` for an event of which it is not said what it was and when.
    pub(super) fn whole(self) -> Option<Whole> {
        match self.says {
            Says::Approval(row) => Some(Whole::Approval(row)),
            Says::Event { at, kind, who, number, note } => {
                Some(Whole::Event(Event { who, number, note, ..Event::new(kind?, at?) }))
            }
        }
    }
}
