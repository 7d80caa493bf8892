//! The model: what a filing is made of, and where it stands.
//!
//! - [`field`]: the field table, the one place in which a field is declared;
//! - [`draft`]: what was typed, complete or not, valid or not;
//! - [`value`]: the values that fields hold, and how text becomes one;
//! - [`complete`]: the [`Filing`], which exists only for drafts without errors;
//! - [`confirmation`]: warnings that a person has looked at and stands by;
//! - [`event`]: what happened to the filing; [`reason`]: why it was rejected, field by field;
//! - [`history`]: the stage that follows from the events, and what may come next; [`verification`]: the ministry's codes;
//! - [`deadline`]: every deadline it knows of, for a calendar;
//! - [`record`]: what is on file, which a change is measured against;
//! - [`change`]: what differs from it, and what follows;
//! - [`deregistration`]: what a deregistration ends;
//! - [`guard`]: what keeps edits from what is filed; [`reuse`]: what one more mini-program has from it;
//! - [`circumstance`]: which circumstances hold of a draft, for the field table, the checklist and provinces' rows;
//! - [`checklist`]: which materials it needs, and who makes them;
//! - [`face_check`]: how long the owner's face check is good for;
//! - [`status`]: where it stands as of a moment, and what is next;
//! - [`take_over`]: what becomes of a filed draft once a change or a deregistration of it is through;
//! - [`progress`]: how much of a draft is filled in.

pub mod ahead;
pub mod change;
pub mod checklist;
pub mod circumstance;
pub mod complete;
pub mod confirmation;
pub mod deadline;
pub mod deregistration;
pub mod draft;
pub mod event;
pub mod face_check;
pub mod field;
pub mod guard;
pub mod hidden;
pub mod history;
pub mod progress;
pub mod reason;
pub mod record;
pub mod reuse;
pub mod status;
mod step;
pub mod take_over;
pub mod value;
pub mod verification;

mod conditions;
mod values;

pub use crate::catalog::FilingKind;
pub use complete::{Application, Change, Deregistration, Filing};
pub use confirmation::Confirmation;
pub use draft::Draft;
pub use event::{Event, EventKind};
#[cfg(any(test, feature = "internals"))]
pub use field::Field;
pub use field::{FieldId, Kind, Need, PersonField, Role, Section};
pub use history::{Course, History, Stage};
pub use reason::Reason;
pub use status::FilingStatus;
pub use value::{Approval, Value};
