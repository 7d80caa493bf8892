//! A filing that may go out.

use super::draft::Draft;
use super::field::FieldId;
use super::value::Value;

/// A draft in which no rule found an error, its values in the form in which they are sent.
///
/// Only [`crate::rules::complete`] makes one, and only a `Filing` can be exported: an incomplete export does not compile.
///
/// ```compile_fail
/// let filing = beian::Filing { draft: beian::Draft::default() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    draft: Draft,
}

impl Filing {
    /// Wraps a draft that the rules have passed.
    pub(crate) fn vouch(draft: Draft) -> Self {
        Self { draft }
    }

    /// The draft, for everything that reads.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Fields that are sent: asked for and filled in, in order.
    pub fn values(&self) -> impl Iterator<Item = (FieldId, &Value)> {
        self.draft.asked().filter_map(|id| self.draft.get(id).map(|value| (id, value)))
    }
}
