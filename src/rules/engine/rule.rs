//! A rule as a record: everything there is to know about it stands in one place.
//!
//! `beian explain`, `beian rules`, the schema, `docs/rejections.md`, the wizard's help and the tests read these records.

use super::context::Context;
use super::finding::{Finding, Severity};
use super::rejection::Rejection;
use crate::catalog::Publication;
pub use crate::catalog::{Confidence, Topic};
use crate::filing::FieldId;
use crate::text::Text;
use crate::text::escape::any_is_suspect;

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The document, e.g. `GB 11643-1999` or `微信小程序备案操作指引`.
    pub document: Text,
    /// How sure we are.
    pub confidence: Confidence,
    /// What it consists of, each with publisher, date and address; nothing where it is this program's own.
    pub publications: &'static [&'static Publication],
}

impl Source {
    /// A document, and how sure we are of it.
    #[must_use]
    pub const fn new(document: Text, confidence: Confidence) -> Self {
        Self { document, confidence, publications: &[] }
    }

    /// The same with what it consists of.
    #[must_use]
    pub const fn citing(self, publications: &'static [&'static Publication]) -> Self {
        Self { publications, ..self }
    }
}

/// One check.
///
/// A rule judges what a draft asks for, says what it finds as [`Finding`]s, and never panics. Blanks in its texts are written
/// `{name}`; a finding fills those of its message.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in words joined by `-`; says what is wrong, e.g. `certificate-expires-soon`. Never changes: drafts and scripts hold it.
    pub name: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The gravest it can find.
    pub severity: Severity,
    /// The fields it may speak about.
    pub fields: &'static [FieldId],
    /// Where it comes from.
    pub source: Source,
    /// The rejections that it finds beforehand, or a part of.
    pub prevents: &'static [Rejection],
    /// A name for people.
    pub title: Text,
    /// What it looks at.
    pub what: Text,
    /// Why it is there.
    pub why: Text,
    /// How to fix what it finds.
    pub fix: Text,
    /// What it can say about a field; the first is what it says unless told otherwise.
    pub messages: &'static [Message],
    /// A case in which it speaks: documentation, example and test at once.
    pub wrong: Case,
    /// The same in order: it is silent.
    pub right: Case,
    /// The check itself.
    pub check: fn(&Context<'_>, &mut Vec<Finding>),
}

/// Rules are told apart by their names.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.name == other.name
    }
}

impl Eq for Rule {}

impl Rule {
    /// A finding of this rule, with its severity and its first message.
    #[must_use]
    pub fn finds(&'static self, field: FieldId) -> Finding {
        Finding::new(self, self.severity, field)
    }

    /// The message with this name; `None` if the rule has none of it. Where the name is known beforehand use
    /// `message_of!`, which the compiler checks.
    #[must_use]
    pub fn find_message(&self, name: &str) -> Option<&'static Message> {
        self.messages.iter().find(|message| message.name == name)
    }

    /// The message with this name, for [`message_of!`](crate::rules::engine::message_of).
    ///
    /// Only evaluated while compiling: a name that the rule does not have is a compile error.
    #[must_use]
    pub(crate) const fn known_message(&self, name: &str) -> &'static Message {
        let mut index = 0;
        // Behind the last message there is none, which stops the compiler.
        while !is_same(self.messages[index].name, name) {
            index += 1;
        }
        &self.messages[index]
    }
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// The message of a rule by its name, looked up while compiling: a name that the rule does not have does not compile.
macro_rules! message_of {
    ($rule:path, $name:literal) => {
        const { $rule.known_message($name) }
    };
}
pub(crate) use message_of;

/// Something a rule can say about a field.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Which of the rule's messages it is, in JSON output; empty for a rule that has but one.
    pub name: &'static str,
    /// What is wrong here.
    pub text: Text,
    /// How to fix it here.
    pub fix: Text,
    /// What is known of the form of the first and of the second.
    pub(super) forms: (Form, Form),
}

/// What is known of a sentence, in both languages, while compiling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    /// Whether it has blanks to be filled.
    pub has_blanks: bool,
    /// Whether it can stand in JSON as it is.
    pub is_plain: bool,
}

impl Form {
    const fn of(text: Text) -> Self {
        let is_plain = !any_is_suspect(text.zh.as_bytes()) && !any_is_suspect(text.en.as_bytes());
        Self { has_blanks: text.has_blanks(), is_plain }
    }
}

/// A message of a rule: its name, what is wrong, and how to fix it.
#[must_use]
pub const fn message(name: &'static str, text: Text, fix: Text) -> Message {
    Message { name, text, fix, forms: (Form::of(text), Form::of(fix)) }
}

/// A case that shows a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// Lines of a draft, in TOML, put into a draft without faults. Beside them may stand what is known about `files`, the changes of
    /// a second draft that lies `beside` the first, fields to be emptied (`without`) and the day as of which is checked (`today`).
    pub draft: &'static str,
    /// What there is to see in them.
    pub note: Text,
}

/// A case: lines of a draft, and what there is to see in them.
#[must_use]
pub const fn case(draft: &'static str, note: Text) -> Case {
    Case { draft, note }
}
