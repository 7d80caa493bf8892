//! What a rule sees of a draft: only what it asks for, and only values that are there.

use chrono::NaiveDate;

use super::peers::PeerIndex;
use crate::catalog;
use crate::filing::{Draft, FieldId, PersonField, Role, Value};
use crate::identifiers::date::{self, When};
use crate::identifiers::document::Document;
use crate::identifiers::{email, mobile_cn, person_name};
use crate::scan::facts::Facts;
use crate::text::normalize::{Mode, fold_fullwidth, is_invisible, normalize};

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
    pub peers: PeerIndex<'a>,
}

impl<'a> Context<'a> {
    /// A draft by itself.
    #[must_use]
    pub fn new(draft: &'a Draft, facts: &'a Facts, today: NaiveDate) -> Self {
        Self { draft, facts, today, peers: PeerIndex::nobody() }
    }
}

/// Whether a text says nothing: blanks and invisible characters only.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Characters of a text that are searched for words. The longest scope on a licence has some two thousand.
const MOST_CHARACTERS: usize = 4000;

/// A text as it is searched for words: in its normal form, wide letters and digits folded, and no longer than anyone writes it.
pub fn folded(text: &str) -> String {
    let text: String = text.chars().take(MOST_CHARACTERS).collect();
    let fold = |c: char| Some(fold_fullwidth(c)).filter(char::is_ascii_alphanumeric).unwrap_or(c);
    normalize(&text, Mode::Text).value.chars().map(fold).collect()
}

impl<'a> Context<'a> {
    /// What was typed into a field that is asked for; `None` when it is blank or holds something else than text.
    pub(in crate::rules) fn typed(&self, id: FieldId) -> Option<&'a str> {
        match self.draft.get(id) {
            Some(Value::Text(text)) if !is_blank(text) && self.draft.asks(id) => Some(text),
            _ => None,
        }
    }

    /// The id chosen in a field that is asked for.
    pub(in crate::rules) fn code(&self, id: FieldId) -> Option<u32> {
        self.draft.code(id).filter(|_| self.draft.asks(id))
    }

    /// The ids chosen in a field that is asked for.
    pub(in crate::rules) fn codes(&self, id: FieldId) -> &'a [u32] {
        if self.draft.asks(id) { self.draft.codes(id) } else { &[] }
    }

    /// The day in a date field, or 长期; `None` when it is empty or no date.
    pub(in crate::rules) fn when(&self, id: FieldId) -> Option<When> {
        self.typed(id).and_then(date::parse)
    }

    /// The phone number in a field in its normal form; `None` when it is empty or cannot be a number.
    pub(in crate::rules) fn phone(&self, id: FieldId) -> Option<String> {
        let verdict = mobile_cn::check(self.typed(id)?);
        mobile_cn::is_possible(&verdict).then_some(verdict.normalized)
    }

    /// The mail address in a field, in small letters, for comparing; `None` when it is empty or cannot be one.
    pub(in crate::rules) fn mail(&self, id: FieldId) -> Option<String> {
        let verdict = email::check(self.typed(id)?);
        verdict.valid.then(|| verdict.normalized.to_ascii_lowercase())
    }

    /// The name in a field in its normal form, for comparing. Names in letters are compared in capitals.
    pub(in crate::rules) fn name(&self, id: FieldId) -> Option<String> {
        Some(comparable_name(self.typed(id)?))
    }

    /// The number in a field in its normal form, for comparing.
    pub(in crate::rules) fn number(&self, id: FieldId) -> Option<String> {
        self.typed(id).map(|text| normalize(text, Mode::Compact).value)
    }

    /// The document whose kind was chosen for a role's own person; `None` where none is chosen, or one nothing is known about.
    pub(in crate::rules) fn document(&self, role: Role) -> Option<Document> {
        let kind = self.code(PersonField::CertificateKind.of(role))?;
        catalog::certificate_kind(kind)?.document()
    }

    /// The birthday of a role's own person, where a sound number tells it.
    pub(in crate::rules) fn birth(&self, role: Role) -> Option<NaiveDate> {
        self.document(role)?.birth(self.typed(PersonField::CertificateNumber.of(role))?, self.today)
    }

    /// Whether the draft names two people, as far as it tells: an owner with data of their own, and not the same name and
    /// number as the responsible person's.
    pub(in crate::rules) fn has_two_people(&self) -> bool {
        let [first, second] = Role::BOTH.map(|role| self.name(PersonField::Name.of(role)));
        let one_name = first == second || first.is_none() || second.is_none();
        self.draft.owner_is_another() && !(self.has_one_number() && one_name)
    }

    /// Whether responsible person and owner carry the same number although each has data of their own.
    pub(in crate::rules) fn has_one_number(&self) -> bool {
        let [first, second] = Role::BOTH.map(|role| self.number(PersonField::CertificateNumber.of(role)));
        first.is_some() && first == second
    }
}

/// A personal name as it is compared with another.
pub fn comparable_name(name: &str) -> String {
    let verdict = person_name::check(name);
    if verdict.valid { verdict.normalized } else { normalize(name, Mode::Text).value.to_ascii_uppercase() }
}
