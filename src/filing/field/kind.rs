//! What a field holds, and how much it is wanted.

use crate::catalog;
use crate::filing::deregistration::{REASONS, Scope};
use crate::filing::draft::{FILING_KINDS, kind_name};
use crate::filing::record::Source;
use crate::text::Text;

/// An official list a choice is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Natures of subjects (主办者性质).
    Natures,
    /// Certificates that fit the subject's nature.
    SubjectCertificates,
    /// Certificates of persons.
    PersonCertificates,
    /// Service contents (服务内容类型), second level.
    ServiceContents,
    /// Reasons of a deregistration.
    DeregistrationReasons,
}

/// A short list whose entries stand in the draft as words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordList {
    /// What a filing asks for.
    FilingKinds,
    /// What a deregistration ends.
    Scopes,
    /// Where a record comes from.
    Sources,
}

impl WordList {
    /// Its words, in order.
    #[must_use]
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::FilingKinds => &FILING_KINDS,
            Self::Scopes => &Scope::WORDS,
            Self::Sources => &Source::WORDS,
        }
    }

    /// The word of the platform's number; `None` where the platform has none for the list, or no such.
    #[must_use]
    pub fn numbered(self, number: u32) -> Option<&'static str> {
        match self {
            Self::Scopes => {
                let scopes = Scope::ALL.into_iter().zip(Scope::WORDS);
                scopes.into_iter().find(|(scope, _)| scope.cancel_type() == number).map(|(_, word)| word)
            }
            Self::FilingKinds | Self::Sources => None,
        }
    }

    /// The name of an entry; `None` for a word the list does not have.
    #[must_use]
    pub fn name(self, word: &str) -> Option<Text> {
        match self {
            Self::FilingKinds => FILING_KINDS.contains(&word).then(|| kind_name(word)),
            Self::Scopes => Scope::from_word(word).map(Scope::name),
            Self::Sources => Source::from_word(word).map(Source::name),
        }
    }
}

/// Words by which people mean the resident identity card, and no other.
const RESIDENT_ID_WORDS: [&str; 6] = ["身份证", "二代身份证", "第二代居民身份证", "id card", "identity card", "chinese id card"];

impl List {
    /// The ids of the whole list, in its order.
    #[must_use]
    pub fn ids(self) -> Vec<u32> {
        match self {
            Self::Natures => catalog::natures().iter().map(|row| row.id).collect(),
            Self::SubjectCertificates => {
                catalog::certificate_kinds().iter().filter(|row| !row.person).map(|row| row.id).collect()
            }
            Self::PersonCertificates => catalog::person_certificate_kinds().map(|row| row.id).collect(),
            Self::ServiceContents => catalog::service_contents().iter().map(|row| row.id).collect(),
            Self::DeregistrationReasons => REASONS.iter().map(|(id, _)| *id).collect(),
        }
    }

    /// Words besides its name by which an entry is found.
    #[must_use]
    pub fn also(self, id: u32) -> Vec<&'static str> {
        match self {
            Self::Natures => catalog::nature_words(id).to_vec(),
            Self::ServiceContents => catalog::service_words(id).collect(),
            Self::SubjectCertificates | Self::PersonCertificates if id == catalog::RESIDENT_ID => RESIDENT_ID_WORDS.to_vec(),
            Self::SubjectCertificates | Self::PersonCertificates | Self::DeregistrationReasons => Vec::new(),
        }
    }

    /// The name of an entry; `None` for an id the list does not have.
    #[must_use]
    pub fn name(self, id: u32) -> Option<Text> {
        match self {
            Self::Natures => catalog::nature(id).map(|nature| nature.name),
            Self::SubjectCertificates | Self::PersonCertificates => catalog::certificate_kind(id).map(|kind| kind.name),
            Self::ServiceContents => catalog::service_content(id).map(|content| content.name),
            Self::DeregistrationReasons => REASONS.iter().find(|(known, _)| *known == id).map(|(_, name)| *name),
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
    /// One entry of a list; [`Value::Code`](crate::filing::Value::Code).
    Choice(List),
    /// One word of a list; `Text`.
    Word(WordList),
    /// Several entries of a list; [`Value::Codes`](crate::filing::Value::Codes).
    Choices(List),
    /// Yes or no, with what holds while nothing was said; a question without such a default stays open until it is answered.
    /// [`Value::Flag`](crate::filing::Value::Flag).
    Flag(Option<bool>),
    /// Typed text; [`Value::Text`](crate::filing::Value::Text).
    Text(TextKind),
    /// A district of the platform's list, as its six-digit code; `Text`.
    Region,
    /// A day, `YYYY-MM-DD`, and `长期` where `true`; `Text`.
    Date(bool),
    /// A moment, RFC 3339; `Text`.
    Time,
    /// One picture, as its path; `Text`.
    Picture,
    /// Up to so many pictures; [`Value::Paths`](crate::filing::Value::Paths).
    Pictures(usize),
    /// Up to so many videos; `Paths`.
    Videos(usize),
    /// The rows of the prior approvals; [`Value::Approvals`](crate::filing::Value::Approvals).
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

    /// Whether there is something to pick the value from: a list, a calendar, the files of a folder.
    #[must_use]
    pub const fn has_picker(self) -> bool {
        !matches!(self, Self::Text(_) | Self::Time | Self::Flag(_))
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
