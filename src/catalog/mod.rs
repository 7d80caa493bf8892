//! Official lists: natures, certificates, prior approvals, service contents, regions, provinces, holidays.
//!
//! `build.rs` turns the files under `assets/` into static tables, so nothing is read or parsed at start.
//! `assets/README.md` says where each list comes from and how to renew it.

mod approval;
mod certificate;
pub mod filing_region;
pub mod holiday;
pub mod keyword;
pub mod letter;
mod lists;
pub mod material;
pub mod name_word;
mod nature;
mod paper;
mod piece;
pub mod place;
pub mod province;
pub mod renewal;
mod service;
pub mod source;
pub mod threshold;
mod vocabulary;
pub mod words;

pub use approval::{NONE_INVOLVED, PriorApproval, prior_approval, prior_approvals};
pub use certificate::{
    CertificateKind, HMT_OR_PASSPORT, HONG_KONG_MACAO_PERMIT, REPRESENTATIVE_OFFICE, RESIDENT_ID, certificate_kind,
    certificate_kinds, certificate_kinds_for, kind_of_document, person_certificate_kinds,
};
pub use nature::{
    ENTERPRISE, INDIVIDUAL, LAW_PRACTICE, Nature, OVERSEAS, is_exempt_from_permits, is_public_body, may_offer_state_services,
    may_use_state_words, nature, nature_words, natures,
};
pub use paper::{Paper, Script, Sides};
pub use service::{
    ServiceContent, remark_in, service_content, service_content_limits, service_contents, service_contents_of, service_groups,
    service_path, service_words,
};
pub use source::Publication;
pub use vocabulary::{Circumstance, Confidence, FilingKind, Severity, Topic, Vocabulary};

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
