//! A rule as a record.

use chrono::NaiveDate;

use super::finding::{Finding, Severity};
use super::others::Among;
pub use crate::catalog::{Confidence, Topic};
use crate::filing::{Draft, FieldId};
use crate::scan::facts::Facts;

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The document, e.g. `GB 11643-1999` or `微信小程序备案操作指引`.
    pub document: &'static str,
    /// How sure we are.
    pub confidence: Confidence,
}

impl Source {
    /// A document, and how sure we are of it.
    #[must_use]
    pub const fn new(document: &'static str, confidence: Confidence) -> Self {
        Self { document, confidence }
    }
}

/// What rules may look at. Nothing else: no clock, no files.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What was typed.
    pub draft: &'a Draft,
    /// What is known about the files it names.
    pub facts: &'a Facts,
    /// The day as of which is checked (China time).
    pub today: NaiveDate,
    /// The other drafts at hand.
    pub among: Among<'a>,
}

impl<'a> Context<'a> {
    /// A draft by itself.
    #[must_use]
    pub fn new(draft: &'a Draft, facts: &'a Facts, today: NaiveDate) -> Self {
        Self { draft, facts, today, among: Among::nobody() }
    }
}

/// One check.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in words joined by `-`; says what is wrong, e.g. `certificate-expires-soon`.
    pub name: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The gravest it can find.
    pub severity: Severity,
    /// The fields it may speak about.
    pub fields: &'static [FieldId],
    /// Where it comes from.
    pub source: Source,
    /// The sentences it can say: the reasons of its findings. `[""]` where it has but one.
    pub reasons: &'static [&'static str],
    /// The check itself.
    pub check: fn(&Context<'_>, &mut Vec<Finding>),
}

impl Rule {
    /// A finding of this rule, with the rule's severity.
    #[must_use]
    pub fn finds(&self, field: FieldId) -> Finding {
        Finding::new(self.name, self.severity, field)
    }
}
