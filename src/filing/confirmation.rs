//! Warnings that a person has looked at and stands by.

use chrono::NaiveDate;

/// One of them, as it stands in the draft under `[[confirmed]]`.
///
/// It holds for what it names and nothing else: another value, another field or another rule is another matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// The rule that warned.
    pub rule: String,
    /// The place it warned about, as [`Finding::path`](crate::rules::Finding::path) writes it.
    pub field: String,
    /// What stood there, as the rules write it down; empty for nothing.
    pub value: String,
    /// Why the person stands by it.
    pub reason: String,
    /// The day on which it was confirmed.
    pub date: NaiveDate,
}
