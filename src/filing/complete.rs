//! A filing that may go out.

use super::draft::Draft;
use super::field::FieldId;
use super::value::Value;
use crate::catalog::FilingKind;

/// A draft in which no rule found an error, its values in the form in which they are sent, by what it asks for.
///
/// Only [`crate::rules::complete`] makes one, and only a `Filing` can be exported: an incomplete export does not compile.
///
/// ```compile_fail
/// let filing = beian::Application { draft: beian::Draft::default() };
/// ```
///
/// Each kind has a request of its own. An application has a body:
///
/// ```
/// fn pack(filing: &beian::Application, facts: &beian::scan::facts::Facts) -> Result<serde_json::Value, beian::PackageError> {
///     beian::request_body(filing, facts, &|path| std::fs::read(path))
/// }
/// ```
///
/// The same with a deregistration does not compile, nor with a change, for which the platform has no interface:
///
/// ```compile_fail,E0308
/// fn pack(filing: &beian::Deregistration, facts: &beian::scan::facts::Facts) -> Result<serde_json::Value, beian::PackageError> {
///     beian::request_body(filing, facts, &|path| std::fs::read(path))
/// }
/// ```
///
/// ```compile_fail,E0308
/// fn pack(filing: &beian::Change, facts: &beian::scan::facts::Facts) -> Result<serde_json::Value, beian::PackageError> {
///     beian::request_body(filing, facts, &|path| std::fs::read(path))
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filing {
    /// A new filing.
    Application(Application),
    /// A change of what is on record.
    Change(Change),
    /// The end of what is on record.
    Deregistration(Deregistration),
}

/// Declares a kind of filing: a draft that the rules have passed as one.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $name {
                draft: Draft,
            }

            impl $name {
                /// The draft, for everything that reads.
                #[must_use]
                pub const fn draft(&self) -> &Draft {
                    &self.draft
                }
            }
        )+
    };
}

kinds! {
    /// A new filing (新增备案): what `apply_icp_filing` takes.
    Application,
    /// A change (变更备案): the differences from the record, entered in the console.
    Change,
    /// A deregistration (注销备案): what `cancel_icp_filing` takes.
    Deregistration,
}

impl Filing {
    /// Wraps a draft that the rules have passed.
    pub(crate) fn vouch(draft: Draft) -> Self {
        match draft.filing_kind() {
            FilingKind::New => Self::Application(Application { draft }),
            FilingKind::Change => Self::Change(Change { draft }),
            FilingKind::Deregistration => Self::Deregistration(Deregistration { draft }),
        }
    }

    /// The draft, for everything that reads.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        match self {
            Self::Application(Application { draft })
            | Self::Change(Change { draft })
            | Self::Deregistration(Deregistration { draft }) => draft,
        }
    }

    /// Fields that are asked for and filled in, in order.
    pub fn values(&self) -> impl Iterator<Item = (FieldId, &Value)> {
        let draft = self.draft();
        draft.asked().filter_map(|id| draft.get(id).map(|value| (id, value)))
    }
}
