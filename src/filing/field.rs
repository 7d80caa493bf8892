//! The field table: every field of a filing, declared once.
//!
//! Forms, commands, checks, search, the sheet, the request body and the documentation all read [`table`]. A field is one
//! record in `table.rs`, two labels in `locale`, and its rules.

use super::Draft;
pub use super::table::{FieldId, table};
use crate::catalog;

/// A step of the wizard, and the part of the filing a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// 主体: the individual or organisation that files.
    Subject,
    /// 主体负责人: the person who answers for the subject.
    ResponsiblePerson,
    /// 小程序: the service being filed.
    MiniProgram,
    /// 小程序负责人: the person who answers for the mini-program.
    Owner,
    /// 材料: letters and other documents.
    Materials,
    /// 须本人回答: what only the person can know. Asked on the review screen; nothing of it is sent.
    Questions,
}

impl Section {
    /// All sections, in the order of the wizard's steps; the questions belong to the last one, the review.
    pub const ALL: [Self; 6] =
        [Self::Subject, Self::ResponsiblePerson, Self::MiniProgram, Self::Owner, Self::Materials, Self::Questions];

    /// The fields of this section, in the order in which they are asked.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        table().iter().filter(move |field| field.section == self)
    }
}

/// An official list a choice is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// New, change, deregister: `"new"`, `"change"`, `"deregister"`, held as text.
    FilingKinds,
    /// Natures of subjects (主办者性质).
    Natures,
    /// Certificates that fit the subject's nature.
    SubjectCertificates,
    /// Certificates of persons.
    PersonCertificates,
    /// Service contents (服务内容类型), second level.
    ServiceContents,
}

impl List {
    /// The numbers of its entries, whatever fits the subject; none for [`List::FilingKinds`], which are texts.
    #[must_use]
    pub fn ids(self) -> Vec<u32> {
        match self {
            Self::FilingKinds => Vec::new(),
            Self::Natures => catalog::natures().iter().map(|row| row.id).collect(),
            Self::SubjectCertificates => {
                catalog::certificate_kinds().iter().filter(|row| !row.person).map(|row| row.id).collect()
            }
            Self::PersonCertificates => catalog::person_certificate_kinds().map(|row| row.id).collect(),
            Self::ServiceContents => catalog::service_contents().iter().map(|row| row.id).collect(),
        }
    }
}

/// Which kind of text a field wants; decides how typed text is folded and which help the form gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Words for people, in one line: names, addresses.
    Words,
    /// Words for people that may take several rows on the screen.
    Long,
    /// A number printed on a certificate.
    CertificateNumber,
    /// A Chinese or foreign personal name.
    PersonName,
    /// A mainland mobile number.
    Phone,
    /// A mail address.
    Mail,
    /// A mini-program's AppID.
    AppId,
    /// An identifier the platform gave, in ASCII.
    Token,
}

/// The kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One entry of a list; [`Value::Code`](super::Value::Code), or `Text` for the filing's kind.
    Choice(List),
    /// Several entries of a list; [`Value::Codes`](super::Value::Codes).
    Choices(List),
    /// Yes or no, with what holds while nothing was said; a question without such a default stays open until it is answered.
    /// [`Value::Flag`](super::Value::Flag).
    Flag(Option<bool>),
    /// Typed text; [`Value::Text`](super::Value::Text).
    Text(TextKind),
    /// A district of the platform's list, as its six-digit code; `Text`.
    Region,
    /// A day, `YYYY-MM-DD`, and `长期` where `true`; `Text`.
    Date(bool),
    /// A moment, RFC 3339; `Text`.
    Time,
    /// One picture, as its path; `Text`.
    Picture,
    /// Up to so many pictures; [`Value::Paths`](super::Value::Paths).
    Pictures(usize),
    /// Up to so many videos; `Paths`.
    Videos(usize),
    /// The rows of the prior approvals; [`Value::Approvals`](super::Value::Approvals).
    Approvals,
}

impl Kind {
    /// Whether the value is one or more paths of files.
    #[must_use]
    pub const fn is_file(self) -> bool {
        matches!(self, Self::Picture | Self::Pictures(_) | Self::Videos(_))
    }

    /// Whether the value is typed character by character.
    #[must_use]
    pub const fn is_typed(self) -> bool {
        matches!(self, Self::Text(_) | Self::Date(_) | Self::Time | Self::Picture)
    }
}

/// Whether a field is asked for in a draft as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Hidden: keeps its value, is neither checked nor exported.
    NotAsked,
    /// May stay empty.
    Optional,
    /// May stay empty, but the filing is likely to come back without it.
    Expected,
    /// Must be filled in.
    Required,
}

/// One record of the field table.
#[derive(Debug)]
pub struct Field {
    /// The field.
    pub id: FieldId,
    /// Its path in the draft, e.g. `responsible_person.mobile`.
    pub path: &'static str,
    /// The form it stands on.
    pub section: Section,
    /// What it holds.
    pub kind: Kind,
    /// Whether it is asked for, given the rest of the draft.
    pub need: fn(&Draft) -> Need,
    /// Its path in the platform's request (`apply_icp_filing`); `None` when it is not sent.
    pub api: Option<&'static str>,
}

impl FieldId {
    /// The field with this path.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        table().iter().find(|field| field.path == path).map(|field| field.id)
    }

    /// The path in the draft, e.g. `responsible_person.mobile`.
    #[must_use]
    pub fn path(self) -> &'static str {
        self.field().path
    }
}

/// The two people of a filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// 主体负责人.
    ResponsiblePerson,
    /// 小程序负责人.
    Owner,
}

impl Role {
    /// Both, in the order in which they are asked for.
    pub const BOTH: [Self; 2] = [Self::ResponsiblePerson, Self::Owner];
}

/// What is asked of a person; the same for both roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum PersonField {
    Name,
    CertificateKind,
    CertificateNumber,
    ValidFrom,
    ValidUntil,
    Front,
    Back,
    Mobile,
    EmergencyPhone,
    Email,
    AuthorizationLetter,
}

impl PersonField {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::CertificateKind,
        Self::CertificateNumber,
        Self::ValidFrom,
        Self::ValidUntil,
        Self::Front,
        Self::Back,
        Self::Mobile,
        Self::EmergencyPhone,
        Self::Email,
        Self::AuthorizationLetter,
    ];

    /// The field of this person.
    #[must_use]
    pub const fn of(self, role: Role) -> FieldId {
        use FieldId as F;
        match (role, self) {
            (Role::ResponsiblePerson, Self::Name) => F::ResponsiblePersonName,
            (Role::ResponsiblePerson, Self::CertificateKind) => F::ResponsiblePersonCertificateKind,
            (Role::ResponsiblePerson, Self::CertificateNumber) => F::ResponsiblePersonCertificateNumber,
            (Role::ResponsiblePerson, Self::ValidFrom) => F::ResponsiblePersonCertificateValidFrom,
            (Role::ResponsiblePerson, Self::ValidUntil) => F::ResponsiblePersonCertificateValidUntil,
            (Role::ResponsiblePerson, Self::Front) => F::ResponsiblePersonCertificateFront,
            (Role::ResponsiblePerson, Self::Back) => F::ResponsiblePersonCertificateBack,
            (Role::ResponsiblePerson, Self::Mobile) => F::ResponsiblePersonMobile,
            (Role::ResponsiblePerson, Self::EmergencyPhone) => F::ResponsiblePersonEmergencyPhone,
            (Role::ResponsiblePerson, Self::Email) => F::ResponsiblePersonEmail,
            (Role::ResponsiblePerson, Self::AuthorizationLetter) => F::ResponsiblePersonAuthorizationLetter,
            (Role::Owner, Self::Name) => F::OwnerName,
            (Role::Owner, Self::CertificateKind) => F::OwnerCertificateKind,
            (Role::Owner, Self::CertificateNumber) => F::OwnerCertificateNumber,
            (Role::Owner, Self::ValidFrom) => F::OwnerCertificateValidFrom,
            (Role::Owner, Self::ValidUntil) => F::OwnerCertificateValidUntil,
            (Role::Owner, Self::Front) => F::OwnerCertificateFront,
            (Role::Owner, Self::Back) => F::OwnerCertificateBack,
            (Role::Owner, Self::Mobile) => F::OwnerMobile,
            (Role::Owner, Self::EmergencyPhone) => F::OwnerEmergencyPhone,
            (Role::Owner, Self::Email) => F::OwnerEmail,
            (Role::Owner, Self::AuthorizationLetter) => F::OwnerAuthorizationLetter,
        }
    }

    /// Which person's field this is, if it is a person's.
    #[must_use]
    pub fn find(id: FieldId) -> Option<(Role, Self)> {
        Role::BOTH.into_iter().find_map(|role| Self::ALL.into_iter().find(|part| part.of(role) == id).map(|part| (role, part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_stands_at_its_own_index() {
        for (index, field) in table().iter().enumerate() {
            assert_eq!(field.id as usize, index, "{}", field.path);
            assert_eq!(FieldId::from_path(field.path), Some(field.id));
        }
        assert_eq!(FieldId::from_path("subject.no_such_field"), None);
    }

    #[test]
    fn paths_are_unique_and_spell_their_section() {
        for field in table() {
            assert_eq!(table().iter().filter(|other| other.path == field.path).count(), 1, "{}", field.path);
            let prefix = match field.section {
                Section::Subject if !field.path.contains('.') => continue,
                Section::Subject => "subject.",
                Section::ResponsiblePerson if field.path.starts_with("subject.legal_person.") => continue,
                Section::ResponsiblePerson => "responsible_person.",
                Section::MiniProgram => "mini_program.",
                Section::Owner => "owner.",
                Section::Materials => "materials.",
                Section::Questions => "answers.",
            };
            assert!(field.path.starts_with(prefix), "{}", field.path);
        }
    }

    #[test]
    fn both_people_are_asked_the_same() {
        for part in PersonField::ALL {
            let [first, second] = Role::BOTH.map(|role| part.of(role).field());
            assert_eq!(first.kind, second.kind, "{}", first.path);
            assert_eq!(first.path.split_once('.').map(|p| p.1), second.path.split_once('.').map(|p| p.1));
            assert_eq!(PersonField::find(second.id), Some((Role::Owner, part)));
        }
        assert_eq!(PersonField::find(FieldId::SubjectName), None);
    }
}
