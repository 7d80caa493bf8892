//! A rule as a record.

use chrono::NaiveDate;

use super::finding::{Finding, Severity};
use super::others::Among;
use crate::filing::{Draft, FieldId};
use crate::scan::facts::Facts;

/// How sure we are of a rule (`filing-rules.md` section 0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// The platform's guide or the ministry, also second hand.
    Official,
    /// The platform's interface documentation, or another platform of the same ministry system.
    Platform,
    /// A published standard, such as a check digit.
    Standard,
    /// A cloud provider's documents on the same system.
    Vendor,
    /// Blogs, agencies, forums.
    Anecdotal,
    /// Our own conclusion.
    Inferred,
}

impl Confidence {
    /// The word in JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Platform => "platform",
            Self::Standard => "standard",
            Self::Vendor => "vendor",
            Self::Anecdotal => "anecdotal",
            Self::Inferred => "inferred",
        }
    }
}

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

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// Whether a value is there and fits its field.
    Form,
    /// Certificates: kind, validity.
    Certificate,
    /// Names of subjects and people.
    Name,
    /// Numbers of certificates and accounts.
    Number,
    /// People's ages.
    Age,
    /// Phone numbers.
    Phone,
    /// Mail addresses.
    Mail,
    /// Addresses and regions.
    Address,
    /// Who may be the responsible person.
    ResponsiblePerson,
    /// The owner, the administrator, the face check.
    Owner,
    /// The name of the mini-program.
    MiniProgramName,
    /// Remarks.
    Remark,
    /// Sole traders (个体工商户).
    SoleTrader,
    /// How many services, numbers or files.
    Count,
    /// Service contents.
    ServiceContents,
    /// Prior approvals and the words that call for them.
    PriorApproval,
    /// Scans, letters, videos.
    Material,
    /// Where the filing stands: events, numbers, changes.
    Status,
    /// What only the person can answer.
    Question,
    /// What several drafts say together.
    Drafts,
}

impl Topic {
    /// All topics, in the order in which they are listed.
    pub const ALL: [Self; 20] = [
        Self::Form,
        Self::Certificate,
        Self::Name,
        Self::Number,
        Self::Age,
        Self::Phone,
        Self::Mail,
        Self::Address,
        Self::ResponsiblePerson,
        Self::Owner,
        Self::MiniProgramName,
        Self::Remark,
        Self::SoleTrader,
        Self::Count,
        Self::ServiceContents,
        Self::PriorApproval,
        Self::Material,
        Self::Status,
        Self::Question,
        Self::Drafts,
    ];

    /// The word in JSON output, e.g. `mini-program-name`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Certificate => "certificate",
            Self::Name => "name",
            Self::Number => "number",
            Self::Age => "age",
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Address => "address",
            Self::ResponsiblePerson => "responsible-person",
            Self::Owner => "owner",
            Self::MiniProgramName => "mini-program-name",
            Self::Remark => "remark",
            Self::SoleTrader => "sole-trader",
            Self::Count => "count",
            Self::ServiceContents => "service-contents",
            Self::PriorApproval => "prior-approval",
            Self::Material => "material",
            Self::Status => "status",
            Self::Question => "question",
            Self::Drafts => "drafts",
        }
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
