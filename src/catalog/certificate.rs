//! Kinds of certificates (证件类型).

use super::INDIVIDUAL;
use super::lists;
use super::renewal::current::lists as current;
use crate::identifiers::document::Document;
use crate::identifiers::registration::Registration;
use crate::text::Text;

/// The id of 居民身份证.
pub const RESIDENT_ID: u32 = 2;

/// The id of 外国企业常驻代表机构登记证.
pub const REPRESENTATIVE_OFFICE: u32 = 27;

/// The id of 护照.
pub const PASSPORT: u32 = 7;

/// The id of 港澳居民来往内地通行证.
pub const HONG_KONG_MACAO_PERMIT: u32 = 14;

/// The ids of the certificates of residents of Hong Kong, Macao and Taiwan, and of the passport.
pub const HMT_OR_PASSPORT: [u32; 5] = [PASSPORT, 11, HONG_KONG_MACAO_PERMIT, 41, 42];

/// One kind of certificate of the platform's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateKind {
    /// The platform's id, sent as `certificate_type`.
    pub id: u32,
    /// The nature under which it may be chosen.
    pub nature: u32,
    /// What it is called.
    pub name: Text,
    /// The platform's remark, in Chinese; often empty.
    pub remark: &'static str,
    /// It is a person's document: responsible persons and owners may use it.
    pub person: bool,
}

/// The documents of people by what their kinds are called. The list is the platform's and changes: names say what an id means.
const DOCUMENTS: [(&str, Document); 10] = [
    ("居民身份证", Document::ResidentId),
    ("永久居留", Document::ForeignPr),
    ("港澳居民居住证", Document::HkMacauResidence),
    ("台湾居民居住证", Document::TaiwanResidence),
    ("港澳居民来往", Document::HkMacauPermit),
    ("台湾居民来往", Document::TaiwanPermit),
    ("护照", Document::Passport),
    ("军官证", Document::Military),
    ("士兵证", Document::Military),
    ("警官证", Document::Military),
];

/// What certificates of organisations are numbered by, by what their kinds are called; any other has a number of its own.
const REGISTRATIONS: [(&str, Registration); 12] = [
    ("营业执照", Registration::Licence),
    ("外国企业常驻代表机构登记证", Registration::Licence),
    ("组织机构代码", Registration::OrganisationCode),
    ("社会信用代码", Registration::CreditCode),
    ("事业单位法人证书", Registration::CreditCode),
    ("社会团体法人登记证书", Registration::CreditCode),
    ("民办非企业单位登记证书", Registration::CreditCode),
    ("社会服务机构登记证书", Registration::CreditCode),
    ("基金会法人登记证书", Registration::CreditCode),
    ("律师事务所执业许可证", Registration::CreditCode),
    ("司法鉴定许可证", Registration::CreditCode),
    ("农村集体经济组织登记证", Registration::CreditCode),
];

impl CertificateKind {
    /// The person's document that this is; `None` for organisations' certificates and for documents nothing is known about.
    pub fn document(&self) -> Option<Document> {
        let known = DOCUMENTS.iter().find(|(name, _)| self.name.zh.contains(name));
        known.map(|(_, document)| *document).filter(|_| self.person)
    }

    /// What the certificate of an organisation is numbered by.
    pub fn registration(&self) -> Registration {
        let known = REGISTRATIONS.iter().find(|(name, _)| self.name.zh.contains(name));
        known.map(|(_, registration)| *registration).filter(|_| !self.person).unwrap_or(Registration::Own)
    }
}

/// The kind to choose for a person's document, when the list has one.
pub fn kind_of_document(document: Document) -> Option<&'static CertificateKind> {
    person_certificate_kinds().find(|kind| kind.document() == Some(document))
}

/// The kinds of the list that comes with the program.
pub(super) static BUILT_IN: &[CertificateKind] = lists::CERTIFICATE_KINDS;

/// All kinds, by id.
pub fn certificate_kinds() -> &'static [CertificateKind] {
    current().certificates
}

/// The kinds that a subject of this nature may show; for [`INDIVIDUAL`] the persons' kinds.
pub fn certificate_kinds_for(nature: u32) -> impl Iterator<Item = &'static CertificateKind> {
    current().certificates.iter().filter(move |kind| kind.nature == nature)
}

/// The kinds for responsible persons and owners.
pub fn person_certificate_kinds() -> impl Iterator<Item = &'static CertificateKind> {
    certificate_kinds_for(INDIVIDUAL)
}

/// The kind with this id.
pub fn certificate_kind(id: u32) -> Option<&'static CertificateKind> {
    current().certificates.iter().find(|kind| kind.id == id)
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
    fn every_kind_for_people_is_a_known_document() {
        let known: Vec<(u32, Option<Document>)> = person_certificate_kinds().map(|kind| (kind.id, kind.document())).collect();
        let expected = [
            (2, Document::ResidentId),
            (7, Document::Passport),
            (11, Document::TaiwanPermit),
            (14, Document::HkMacauPermit),
            (30, Document::ForeignPr),
            (41, Document::HkMacauResidence),
            (42, Document::TaiwanResidence),
        ];
        assert_eq!(known, expected.map(|(id, document)| (id, Some(document))));
        for (id, document) in expected {
            assert_eq!(kind_of_document(document).map(|kind| kind.id), Some(id));
        }
        assert_eq!(kind_of_document(Document::Military), None);
    }

    #[test]
    fn organisations_certificates_and_their_numbers() {
        let of = |registration| -> Vec<u32> {
            let kinds = certificate_kinds().iter().filter(|kind| !kind.person && kind.registration() == registration);
            kinds.map(|kind| kind.id).collect()
        };
        assert_eq!(of(Registration::Licence), [1, 27]);
        assert_eq!(of(Registration::OrganisationCode), [3, 9, 10, 12, 16, 18, 20]);
        assert_eq!(of(Registration::CreditCode), [4, 6, 13, 15, 17, 19, 21, 24, 28, 36, 43]);
        assert_eq!(of(Registration::Own), [5, 22, 23, 25, 34, 35, 37, 38, 39, 40, 44]);
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
