//! Kinds of certificates (证件类型).

use super::lists::CERTIFICATE_KINDS;
use super::{INDIVIDUAL, Name};

/// The id of 居民身份证.
pub const RESIDENT_ID: u32 = 2;

/// The id of 护照.
pub const PASSPORT: u32 = 7;

/// One kind of certificate of the platform's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateKind {
    /// The platform's id, sent as `certificate_type`.
    pub id: u32,
    /// The nature under which it may be chosen.
    pub nature: u32,
    /// What it is called.
    pub name: Name,
    /// The platform's remark, in Chinese; often empty.
    pub remark: &'static str,
    /// It is a person's document: responsible persons and owners may use it.
    pub person: bool,
}

/// All kinds, by id.
pub fn certificate_kinds() -> &'static [CertificateKind] {
    CERTIFICATE_KINDS
}

/// The kinds that a subject of this nature may show; for [`INDIVIDUAL`] the persons' kinds.
pub fn certificate_kinds_for(nature: u32) -> impl Iterator<Item = &'static CertificateKind> {
    CERTIFICATE_KINDS.iter().filter(move |kind| kind.nature == nature)
}

/// The kinds for responsible persons and owners.
pub fn person_certificate_kinds() -> impl Iterator<Item = &'static CertificateKind> {
    certificate_kinds_for(INDIVIDUAL)
}

/// The kind with this id.
pub fn certificate_kind(id: u32) -> Option<&'static CertificateKind> {
    CERTIFICATE_KINDS.iter().find(|kind| kind.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{ENTERPRISE, nature, natures};

    #[test]
    fn the_list_is_complete_and_every_row_belongs_to_a_nature() {
        assert_eq!(certificate_kinds().len(), 38);
        for kind in certificate_kinds() {
            let nature = nature(kind.nature).unwrap();
            assert_eq!(kind.person, nature.personal, "{kind:?}");
        }
    }

    #[test]
    fn every_nature_has_a_certificate() {
        for nature in natures() {
            assert!(certificate_kinds_for(nature.id).count() > 0, "{nature:?}");
        }
        assert_eq!(certificate_kinds_for(7).count(), 0);
    }

    #[test]
    fn persons_show_persons_documents_only() {
        assert!(person_certificate_kinds().all(|kind| kind.person));
        assert!(person_certificate_kinds().any(|kind| kind.id == RESIDENT_ID));
        assert!(certificate_kinds_for(ENTERPRISE).all(|kind| !kind.person));
        assert_eq!(certificate_kind(RESIDENT_ID).unwrap().name.zh, "居民身份证");
        assert_eq!(certificate_kind(8), None);
    }
}
