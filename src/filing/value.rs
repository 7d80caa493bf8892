//! The values that fields hold.

use crate::text::Text;

/// What a field holds in a draft. Which variant fits is settled by the field's `Kind`; what does not fit is
/// kept as [`Value::Invalid`] and reported, never dropped.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Text as typed; also dates (`2016-08-15`, `长期`, or whatever was typed), region codes, phone numbers and paths.
    Text(String),
    /// An id from an official list.
    Code(u32),
    /// Yes or no.
    Flag(bool),
    /// Several ids from an official list, in the order chosen.
    Codes(Vec<u32>),
    /// Paths of scans, in the order given.
    Paths(Vec<String>),
    /// The rows of the prior approvals.
    Approvals(Vec<Approval>),
    /// What stood in the file or was given, in its own words, although it does not fit the field's kind.
    Invalid(String),
}

/// One row of the prior approvals (前置审批).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Approval {
    /// Id in the list of prior approvals; `None` while it is not chosen.
    pub kind: Option<u32>,
    /// Number of the permit, or the title of the document.
    pub number: String,
    /// Path of the scan.
    pub document: String,
}

/// A column of the prior approvals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// Which approval.
    Kind,
    /// Its number.
    Number,
    /// Its scan.
    Document,
}

impl Column {
    /// The head of the column.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Kind => Text::new("审批类型", "Approval"),
            Self::Number => Text::new("审批号", "Number"),
            Self::Document => Text::new("审批文件", "Document"),
        }
    }
}

impl Value {
    /// The value as it is on record: approvals by kind and number, without their documents.
    #[must_use]
    pub fn without_documents(self) -> Self {
        match self {
            Self::Approvals(mut rows) => {
                for row in &mut rows {
                    row.document.clear();
                }
                Self::Approvals(rows)
            }
            value => value,
        }
    }

    /// Whether the value says nothing: no text, no entries. A flag always says something.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Invalid(text) => text.is_empty(),
            Self::Code(_) | Self::Flag(_) => false,
            Self::Codes(codes) => codes.is_empty(),
            Self::Paths(paths) => paths.is_empty(),
            Self::Approvals(rows) => rows.is_empty(),
        }
    }

    /// The text of [`Value::Text`] and [`Value::Invalid`].
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Invalid(text) => Some(text),
            _ => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
