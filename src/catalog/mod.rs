//! Official lists: natures, certificates, prior approvals, service contents, regions, provinces, holidays.
//!
//! `build.rs` turns the files under `assets/` into static tables, so nothing is read or parsed at start.
//! `assets/README.md` says where each list comes from and how to renew it.

mod approval;
mod certificate;
pub mod filing_region;
pub mod holiday;
pub mod keyword;
mod lists;
pub mod material;
pub mod name_word;
mod nature;
pub mod place;
pub mod province;
pub mod renewal;
mod service;

pub use approval::{NONE_INVOLVED, PriorApproval, prior_approval, prior_approvals};
pub use certificate::{
    CertificateKind, PASSPORT, RESIDENT_ID, certificate_kind, certificate_kinds, certificate_kinds_for, kind_of_document,
    person_certificate_kinds,
};
pub use nature::{ENTERPRISE, INDIVIDUAL, LAW_PRACTICE, Nature, is_public_body, nature, natures};
pub use service::{
    ServiceContent, service_content, service_content_limits, service_contents, service_contents_of, service_groups, service_path,
};

/// How sure the source of a provincial rule or a keyword is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// Text of the platform's own guide or of the ministry.
    Official,
    /// Documentation of the platform's interface or of a platform like it.
    Platform,
    /// Documents of a cloud provider that files into the same system.
    Vendor,
    /// The same, some years old.
    OldVendor,
    /// Blogs, agencies, forum posts.
    Anecdotal,
    /// Concluded by analogy, read nowhere.
    Inferred,
}

/// The day on which the platform's lists were retrieved, as `YYYY-MM-DD`; the oldest where they differ.
pub fn data_date() -> &'static str {
    lists::DATA_DATE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_a_date() {
        assert_eq!(data_date(), "2026-11-23");
    }

    #[test]
    fn every_name_is_there_in_both_languages() {
        let names = natures()
            .iter()
            .map(|row| row.name)
            .chain(certificate_kinds().iter().map(|row| row.name))
            .chain(prior_approvals().iter().map(|row| row.name))
            .chain(service_groups().iter().map(|row| row.name))
            .chain(service_contents().iter().map(|row| row.name));
        for name in names {
            assert!(!name.zh.trim().is_empty(), "{name:?}");
            assert!(!name.en.trim().is_empty(), "{name:?}");
            assert!(!name.en.chars().any(|c| ('一'..='鿿').contains(&c)), "{name:?}");
        }
    }
}
