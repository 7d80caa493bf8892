//! The forms in which a draft stores what was seen, and the fields that a value may fill.

use super::{DocumentKind, Reading, Seen, What};
use crate::catalog;
use crate::filing::{FieldId, PersonField};
use crate::identifiers::date::{LONG_TERM, When};
use crate::text::{Text, text};

/// Words in Chinese: no blanks, and the brackets that are printed around Chinese words.
pub(super) fn words(text: &str) -> String {
    let chinese = text.chars().any(super::piece::is_ideograph);
    let form = |c: char| match c {
        '(' if chinese => '（',
        ')' if chinese => '）',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(form).collect()
}

/// Sentences in Chinese: as [`words`], with the punctuation of Chinese.
pub(super) fn sentences(text: &str) -> String {
    let form = |c: char| match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        c => c,
    };
    words(text).chars().map(form).collect()
}

/// A day as a draft has it, or 长期.
pub(super) fn when(when: When) -> String {
    match when {
        When::Day(day) => day.to_string(),
        When::LongTerm => LONG_TERM.to_owned(),
    }
}

impl DocumentKind {
    /// What people know it by.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Person(document) => catalog::kind_of_document(document).map_or(text("证件", "ID document"), |kind| kind.name),
            Self::Licence => text("营业执照", "Business licence"),
            Self::PublicInstitution => text("事业单位法人证书", "Certificate of a public institution"),
            Self::SocialOrganisation => text("社会团体法人登记证书", "Certificate of a social organisation"),
            Self::PrivateNonEnterprise => text("民办非企业单位登记证书", "Certificate of a private non-enterprise organisation"),
            Self::Foundation => text("基金会法人登记证书", "Certificate of a foundation"),
            Self::CreditCodeCertificate => text("统一社会信用代码证书", "Certificate of a credit code"),
            Self::Letter => text("授权书、承诺书等", "Letter"),
            Self::Approval => text("许可证件", "Permit"),
        }
    }

    /// The platform's id of this kind of certificate, for a subject of this nature where it is an organisation's; `None` for
    /// letters and permits, and for what the platform's list does not have.
    #[must_use]
    pub fn certificate(self, nature: Option<u32>) -> Option<u32> {
        let name = match self {
            Self::Person(document) => return catalog::kind_of_document(document).map(|kind| kind.id),
            Self::Licence => "营业执照",
            Self::PublicInstitution => "事业单位法人证书",
            Self::SocialOrganisation => "社会团体法人登记证书",
            Self::PrivateNonEnterprise => "民办非企业单位登记证书",
            Self::Foundation => "基金会法人登记证书",
            Self::CreditCodeCertificate => "统一社会信用代码证书",
            Self::Letter | Self::Approval => return None,
        };
        let fits = |kind: &&catalog::CertificateKind| {
            !kind.person && kind.name.zh.contains(name) && nature.is_none_or(|nature| kind.nature == nature)
        };
        let mut found = catalog::certificate_kinds().iter().filter(fits);
        // Without a nature the kind may stand under several.
        found.next().filter(|_| found.next().is_none()).map(|kind| kind.id)
    }
}

impl What {
    /// The field of a person that this value of a person's document fills.
    #[must_use]
    pub const fn person_field(self) -> Option<PersonField> {
        match self {
            Self::Name | Self::LatinName => Some(PersonField::Name),
            Self::Number => Some(PersonField::CertificateNumber),
            Self::ValidFrom => Some(PersonField::ValidFrom),
            Self::ValidTo => Some(PersonField::ValidUntil),
            _ => None,
        }
    }

    /// The field of the subject that this value of its certificate fills: of an organisation's certificate, or of the card of an
    /// individual, whose address alone is asked for there.
    #[must_use]
    pub const fn subject_field(self, kind: DocumentKind) -> Option<FieldId> {
        match (kind, self) {
            (DocumentKind::Letter | DocumentKind::Approval, _) => None,
            (_, Self::Address) => Some(FieldId::SubjectCertificateAddress),
            (DocumentKind::Person(_), _) => None,
            (_, Self::CreditCode | Self::RegistrationNumber) => Some(FieldId::SubjectCertificateNumber),
            (_, Self::Company) => Some(FieldId::SubjectName),
            (_, Self::ValidTo) => Some(FieldId::SubjectCertificateValidUntil),
            (_, Self::LegalPerson) => Some(FieldId::LegalPersonName),
            (_, Self::Scope) => Some(FieldId::SubjectBusinessScope),
            _ => None,
        }
    }
}

impl Seen {
    /// The value as a draft stores it: days as `2036-08-15` or 长期, a Latin name as surname and given names.
    #[must_use]
    pub fn stored(&self) -> String {
        match self.what {
            What::LatinName => self.text.split(',').map(str::trim).collect::<Vec<_>>().join(" "),
            _ => self.text.clone(),
        }
    }
}

impl Reading {
    /// The value that fills a person's field, in the form in which a draft stores it. The name in ideographs comes before the
    /// one in Latin letters; a number without its check digit is worth what its certainty says.
    #[must_use]
    pub fn for_person(&self, field: PersonField) -> Option<(&Seen, String)> {
        if !matches!(self.kind, Some(DocumentKind::Person(_))) {
            return None;
        }
        let seen = self.values.iter().find(|seen| seen.what.person_field() == Some(field))?;
        Some((seen, seen.stored()))
    }

    /// The value that fills a field of the subject, in the form in which a draft stores it.
    #[must_use]
    pub fn for_subject(&self, field: FieldId) -> Option<(&Seen, String)> {
        let kind = self.kind?;
        let seen = self.values.iter().find(|seen| seen.what.subject_field(kind) == Some(field))?;
        Some((seen, seen.stored()))
    }
}
