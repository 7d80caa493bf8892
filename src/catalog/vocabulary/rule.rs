//! What every rule has, whether it stands in the program or in a province's row.

use super::vocabulary;

vocabulary! {
    /// How much a finding weighs, the gravest first.
    Severity {
        /// The filing would be rejected: it cannot be exported.
        Error = "error",
        /// It may be rejected, or a person should look.
        Warning = "warn",
        /// Good to know.
        Hint = "info",
    }
}

impl Severity {
    /// The word in JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

vocabulary! {
    /// How sure a source is, the surest first.
    Confidence {
        /// The platform's guide or the ministry, also second hand.
        Official = "official",
        /// The platform's interface documentation, or another platform of the same ministry system.
        Platform = "platform",
        /// A published standard or law, such as a check digit.
        Standard = "standard",
        /// A cloud provider's documents on the same system.
        Vendor = "vendor",
        /// The same, some years old.
        OldVendor = "vendor-old",
        /// Blogs, agencies, forums.
        Anecdotal = "anecdotal",
        /// Our own conclusion, read nowhere.
        Inferred = "inferred",
    }
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
            Self::OldVendor => "vendor-old",
            Self::Anecdotal => "anecdotal",
            Self::Inferred => "inferred",
        }
    }
}

vocabulary! {
    /// What a rule is about, in the order in which topics are listed.
    Topic {
        /// Whether a value is there and fits its field.
        Form,
        /// Certificates: kind, validity.
        Certificate = "certificate",
        /// Names of subjects and people; in provinces' rows of mini-programs too.
        Name = "name",
        /// Numbers of certificates and accounts.
        Number,
        /// People's ages.
        Age = "age",
        /// Phone numbers.
        Phone = "phone",
        /// Mail addresses.
        Mail,
        /// Addresses and regions.
        Address = "address",
        /// Who may be the responsible person, or the owner.
        ResponsiblePerson = "principal",
        /// The owner, the administrator, the face check.
        Owner,
        /// The name of the mini-program.
        MiniProgramName,
        /// Remarks.
        Remark = "remark",
        /// Sole traders (个体工商户).
        SoleTrader = "individual_business",
        /// How many services, numbers or files.
        Count = "count",
        /// Service contents.
        ServiceContents,
        /// Prior approvals and the words that call for them.
        PriorApproval = "prior_approval",
        /// Scans, letters, videos.
        Material = "material",
        /// Where the filing stands: events, numbers, changes, the ministry's text message.
        Status = "change" | "sms",
        /// What only the person can answer.
        Question,
        /// What several drafts say together.
        Drafts,
    }
}

impl Topic {
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
