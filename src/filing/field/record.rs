//! A record of the field table, and how it is written.
//!
//! ```text
//! MiniProgramRemark = field("mini_program.remark", Text(TextKind::Long), when::required)
//!     .label("…", "…")
//!     .help("…", "…")
//!     .example("…")
//!     .chars(20..=200)
//!     .sent("icp_applets.base_info.comment", 280),
//! ```
//!
//! A field without its words does not compile: only [`Unnamed::label`] and [`Unexplained::help`] lead to a [`Record`].

use std::ops::RangeInclusive;

use super::console::Place;
use super::kind::{Kind, Need};
use super::length::{Counted, Length};
use super::person::{PersonField, Role};
use super::{FieldId, Section};
use crate::catalog::FilingKind;
use crate::filing::Draft;
use crate::scan::Limits;
use crate::text::{Lang, Text};

/// Whether a field is asked for, given the rest of the draft.
pub type NeedOf = fn(&Draft) -> Need;

/// A field of the table: everything that is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The field.
    pub id: FieldId,
    /// The form it stands on.
    pub section: Section,
    /// Its path in the draft, e.g. `responsible_person.mobile`.
    pub path: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it is asked for, given the rest of the draft.
    pub need: NeedOf,
    /// Its short name: 2 to 8 Chinese characters, or at most 24 columns of English.
    pub label: Text,
    /// Its short name among the materials of all steps, which tells whose it is; `None` where the label does.
    pub gathered: Option<Text>,
    /// What belongs into it, what the reviewer does with it, and its limit, in one or two sentences.
    pub help: Text,
    /// An invented value as it would be typed; empty where none helps.
    pub example: &'static str,
    /// How long its text may be, where that is limited.
    pub length: Option<Length>,
    /// Where its value goes in the platform's request; `None` when it is not sent.
    pub sent: Option<Sent>,
    /// What its files are and have to be; `None` for a field that names none.
    pub files: Option<Files>,
    /// Where it stands on the console's pages; `None` where the console does not ask for it.
    pub console: Option<Place>,
    /// Where it stands once more in the filing of an individual, who is subject and responsible person at once.
    pub console_of_individual: Option<Place>,
    /// Whose field it is, and which, where the same is asked of both people.
    pub person: Option<(Role, PersonField)>,
    /// The kinds of filing that ask for it.
    pub kinds: Kinds,
    /// Of a question the answer that lets the filing go on as it is.
    pub expected: Option<bool>,
    /// The contrary, where people are asked that; `None` where they are asked what the draft keeps.
    pub contrary: Option<Contrary>,
}

/// What people are asked instead of what the draft keeps, so that "no" lets the filing go on as it is, whichever question they are at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contrary {
    /// Its short name, of the same size as a label.
    pub label: Text,
    /// The question. It never holds a "not", so that yes and no to it mean one thing in both languages.
    pub question: Text,
}

/// A set of kinds of filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// What is filed: first, as one more, or changed.
    pub const APPLICATIONS: Self = Self::of(FilingKind::New).and(Self::of(FilingKind::Change));
    /// What refers to a record.
    pub const OF_RECORDS: Self = Self::of(FilingKind::Change).and(Self::DEREGISTRATION);
    /// A deregistration alone.
    pub const DEREGISTRATION: Self = Self::of(FilingKind::Deregistration);
    /// Every kind.
    pub const ALL: Self = Self::APPLICATIONS.and(Self::DEREGISTRATION);

    /// A new filing alone.
    pub const NEW: Self = Self::of(FilingKind::New);
    /// A change alone.
    pub const CHANGE: Self = Self::of(FilingKind::Change);

    const fn of(kind: FilingKind) -> Self {
        Self(1 << kind as u8)
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the kind is among them.
    #[must_use]
    pub const fn has(self, kind: FilingKind) -> bool {
        self.0 & Self::of(kind).0 != 0
    }
}

/// The place of a value in the platform's request (`apply_icp_filing`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// The path of its key.
    pub path: &'static str,
    /// Its rank among all keys, which is that of the platform's own samples. The steps of ten leave room for new fields.
    pub order: u16,
}

/// The files of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Files {
    /// What the platform takes.
    pub limits: &'static Limits,
    /// What the file is, as the stem of its name in the package: Chinese, as the console asks for it, and ASCII words. Neither tells
    /// anything about the person.
    pub stem: Text,
    /// Whether it is a letter that people sign and date.
    pub signed: bool,
}

impl Field {
    /// Whether a filing of this kind is about the field's value. In a deregistration the name only says which mini-program ends: it
    /// was judged when it was filed.
    #[must_use]
    pub fn is_filed_in(&self, kind: FilingKind) -> bool {
        self.kinds.has(kind) && !(kind == FilingKind::Deregistration && self.id == FieldId::MiniProgramName)
    }

    /// The short name of what people are asked.
    #[must_use]
    pub const fn asked_label(&self) -> Text {
        match self.contrary {
            Some(contrary) => contrary.label,
            None => self.label,
        }
    }

    /// What the draft keeps for an answer to what people are asked, and the answer for what it keeps.
    #[must_use]
    pub const fn turned(&self, answer: bool) -> bool {
        answer != self.contrary.is_some()
    }

    /// The path in the request; `None` when the field is not sent.
    #[must_use]
    pub const fn api(&self) -> Option<&'static str> {
        match self.sent {
            Some(sent) => Some(sent.path),
            None => None,
        }
    }

    /// How many files or rows the field takes.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        match self.kind {
            Kind::Pictures(most) | Kind::Videos(most) => most,
            Kind::Approvals => usize::MAX,
            _ => 1,
        }
    }

    /// The short name of what people are asked, with its section before it.
    #[must_use]
    pub fn full_asked_label(&self, lang: Lang) -> String {
        match self.contrary {
            Some(contrary) => format!("{} · {}", self.section.label().in_lang(lang), contrary.label.in_lang(lang)),
            None => self.full_label(lang),
        }
    }

    /// The label with its section before it, for places where the section does not show: `主体负责人 · 手机号码`.
    #[must_use]
    pub fn full_label(&self, lang: Lang) -> String {
        let mut full = String::new();
        self.write_full_label(lang, &mut full);
        full
    }

    /// Writes the same behind a text.
    pub fn write_full_label(&self, lang: Lang, out: &mut String) {
        let (section, label) = (self.section.label().in_lang(lang), self.label.in_lang(lang));
        if section != label {
            out.push_str(section);
            out.push_str(" · ");
        }
        out.push_str(label);
    }
}

/// A field as it is declared, before it has its place in the table.
#[derive(Clone, Copy)]
pub(super) struct Record {
    path: &'static str,
    kind: Kind,
    need: NeedOf,
    label: Text,
    gathered: Option<Text>,
    help: Text,
    example: &'static str,
    length: Option<Length>,
    sent: Option<Sent>,
    limits: Option<&'static Limits>,
    stem: Option<Text>,
    console: Option<Place>,
    console_of_individual: Option<Place>,
    signed: bool,
    person: Option<(Role, PersonField)>,
    kinds: Kinds,
    expected: Option<bool>,
    contrary: Option<Contrary>,
}

/// A record that lacks its label.
pub(super) struct Unnamed {
    path: &'static str,
    kind: Kind,
    need: NeedOf,
}

/// A record that lacks its help.
pub(super) struct Unexplained(Unnamed, Text);

/// Begins a record: its path in the draft, what it holds, and when it is asked for.
pub(super) const fn field(path: &'static str, kind: Kind, need: NeedOf) -> Unnamed {
    Unnamed { path, kind, need }
}

impl Unnamed {
    /// Its name.
    pub(super) const fn label(self, zh: &'static str, en: &'static str) -> Unexplained {
        Unexplained(self, Text::new(zh, en))
    }
}

impl Unexplained {
    /// What belongs into it.
    pub(super) const fn help(self, zh: &'static str, en: &'static str) -> Record {
        let Self(Unnamed { path, kind, need }, label) = self;
        Record {
            path,
            kind,
            need,
            label,
            gathered: None,
            help: Text::new(zh, en),
            example: "",
            length: None,
            sent: None,
            limits: None,
            stem: None,
            console: None,
            console_of_individual: None,
            signed: false,
            person: None,
            kinds: Kinds::APPLICATIONS,
            expected: None,
            contrary: None,
        }
    }
}

impl Record {
    /// An invented value as it would be typed.
    pub(super) const fn example(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    /// A question of which this is the answer that lets the filing go on as it is.
    pub(super) const fn expects(self, answer: bool) -> Self {
        Self { expected: Some(answer), ..self }
    }

    /// A question of which people are asked the contrary: its short name, and what they are asked; each in Chinese and in English.
    pub(super) const fn asks(self, label: [&'static str; 2], question: [&'static str; 2]) -> Self {
        let contrary = Contrary { label: Text::new(label[0], label[1]), question: Text::new(question[0], question[1]) };
        Self { contrary: Some(contrary), ..self }
    }

    /// So many characters between its outer blanks.
    pub(super) const fn chars(self, range: RangeInclusive<usize>) -> Self {
        self.counted(Counted::Characters, range)
    }

    /// So many units: an ASCII character is one, every other is two.
    pub(super) const fn units(self, range: RangeInclusive<usize>) -> Self {
        self.counted(Counted::Units, range)
    }

    /// Exactly so many characters, blanks not counted.
    pub(super) const fn marks(self, count: usize) -> Self {
        self.counted(Counted::Marks, count..=count)
    }

    /// Exactly so many digits.
    pub(super) const fn digits(self, count: usize) -> Self {
        self.counted(Counted::Digits, count..=count)
    }

    const fn counted(self, counted: Counted, range: RangeInclusive<usize>) -> Self {
        Self { length: Some(Length::new(counted, *range.start(), *range.end())), ..self }
    }

    /// Lengths that are surely within the limits, however the platform counts.
    pub(super) const fn safe(self, range: RangeInclusive<usize>) -> Self {
        match self.length {
            Some(length) => Self { length: Some(length.safe(*range.start(), *range.end())), ..self },
            None => self,
        }
    }

    /// Where it goes in the request, and its rank there.
    pub(super) const fn sent(self, path: &'static str, order: u16) -> Self {
        Self { sent: Some(Sent { path, order }), ..self }
    }

    /// Files of this class.
    pub(super) const fn scans(self, limits: &'static Limits) -> Self {
        Self { limits: Some(limits), ..self }
    }

    /// What its files are called in the package: in Chinese, and in ASCII.
    pub(super) const fn packed(self, zh: &'static str, ascii: &'static str) -> Self {
        Self { stem: Some(Text::new(zh, ascii)), ..self }
    }

    /// Where it stands on the console's pages.
    pub(super) const fn console(self, place: Place) -> Self {
        Self { console: Some(place), ..self }
    }

    /// Where it stands once more for an individual.
    pub(super) const fn console_of_individual(self, place: Place) -> Self {
        Self { console_of_individual: Some(place), ..self }
    }

    /// A letter that people sign and date.
    pub(super) const fn signed(self) -> Self {
        Self { signed: true, ..self }
    }

    /// Its name among the materials of all steps.
    pub(super) const fn gathered(self, zh: &'static str, en: &'static str) -> Self {
        Self { gathered: Some(Text::new(zh, en)), ..self }
    }

    /// Asked for in filings of these kinds; without this, in applications.
    pub(super) const fn kinds(self, kinds: Kinds) -> Self {
        Self { kinds, ..self }
    }

    /// What is asked of both people, and whose it is.
    pub(super) const fn asked_of(self, role: Role, part: PersonField) -> Self {
        Self { person: Some((role, part)), ..self }
    }

    /// The record in its place. The table is made while compiling, so a record that lacks something fails the build.
    pub(super) const fn placed(self, id: FieldId, section: Section) -> Field {
        let Self { path, kind, need, label, gathered, help, example, length, sent, .. } = self;
        let files = match (self.limits, self.stem) {
            (Some(limits), Some(stem)) => Some(Files { limits, stem, signed: self.signed }),
            _ => None,
        };
        let names_files = kind.is_file() || matches!(kind, Kind::Approvals);
        assert!(
            files.is_some() == names_files,
            "a field that names files has limits and a name in the package, and no other has"
        );
        Field {
            id,
            section,
            path,
            kind,
            need,
            label,
            gathered,
            help,
            example,
            length,
            sent,
            files,
            console: self.console,
            console_of_individual: self.console_of_individual,
            person: self.person,
            kinds: self.kinds,
            expected: self.expected,
            contrary: self.contrary,
        }
    }
}
