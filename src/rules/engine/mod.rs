//! What rules are made of: the record of a rule, what it sees, what it says, and how that is ordered. Knows no rule.

pub mod confirmation;
pub(in crate::rules) mod context;
mod finding;
pub(in crate::rules) mod inputs;
pub(in crate::rules) mod judge;
pub(in crate::rules) mod mark;
pub(in crate::rules) mod normalise;
pub mod peers;
pub(in crate::rules) mod reading;
mod rejection;
mod rule;
pub(in crate::rules) mod source;
mod wording;

pub use context::Context;
pub use finding::{Applicability, Arg, Column, Finding, Fix, Severity, Spot};
pub use rejection::Rejection;
pub(crate) use rule::message_of;
pub use rule::{Case, Confidence, Message, Rule, Source, Topic};
pub(in crate::rules) use rule::{case, message};
pub use wording::Sentence;
