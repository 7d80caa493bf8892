//! The platform's lists change: a saved answer of its list interfaces takes the place of a built-in list.
//!
//! - [`answer`]: the text of an answer → rows, or why it cannot be one;
//! - [`trust`]: whether rows may take the place of a list: what rules depend on is still there and means the same;
//! - [`compare`]: what is added, gone and renamed;
//! - [`store`]: the lists that were taken over, on disk;
//! - [`current`]: the lists in use, settled once when the program starts: by whoever starts it, who also knows the folder.

pub mod answer;
pub mod compare;
pub mod current;
pub mod store;
pub mod trust;

/// One of the platform's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListId {
    /// Natures of subjects (主办者性质).
    Natures,
    /// Kinds of certificates (证件类型). They refer to natures.
    Certificates,
    /// Prior approvals (前置审批).
    Approvals,
    /// Service contents (服务内容类型).
    ServiceContents,
    /// Provinces, cities and districts for filing (备案地区).
    Districts,
}

impl ListId {
    /// All of them, natures before the certificates that refer to them.
    pub const ALL: [Self; 5] = [Self::Natures, Self::Certificates, Self::Approvals, Self::ServiceContents, Self::Districts];

    /// The word in commands, JSON and names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Natures => "natures",
            Self::Certificates => "certificates",
            Self::Approvals => "approvals",
            Self::ServiceContents => "service-contents",
            Self::Districts => "districts",
        }
    }

    /// The list with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }

    /// The platform's interface that answers with it (`wechat-api.md` section 2).
    #[must_use]
    pub const fn endpoint(self) -> &'static str {
        match self {
            Self::Natures => "query_icp_subject_types",
            Self::Certificates => "query_icp_certificate_types",
            Self::Approvals => "query_icp_nrlx_types",
            Self::ServiceContents => "query_icp_service_content_types",
            Self::Districts => "query_icp_district_code",
        }
    }
}

/// One row, whatever the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The platform's id; of a district its six-digit code.
    pub id: u32,
    /// What it belongs to: a certificate's nature, a content's group, a district's city; 0 where it belongs to nothing.
    pub parent: u32,
    /// The official name.
    pub name: String,
    /// The platform's remark; often empty.
    pub remark: String,
}

/// A list as it was kept: what, of which day, from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which list.
    pub list: ListId,
    /// The day on which it was taken over, `YYYY-MM-DD`.
    pub retrieved: String,
    /// The name of the file it was taken from.
    pub source: String,
    /// Its rows, in the platform's order.
    pub rows: Vec<Row>,
}
