//! Every check, a family a file. Rules return values: name, field, reason, arguments. `locale` has the words.

pub mod facts;
mod finding;
mod rule;

pub use finding::{Arg, Column, Finding, Severity, Spot};
pub use rule::{Confidence, Context, Rule, Source};
