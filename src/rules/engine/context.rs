//! What a rule sees of a draft: only what it asks for, and only values that are there. What it has read is noted.

use chrono::NaiveDate;
use std::cell::Cell;

use super::inputs::Inputs;
use super::normalise::{self, normalised};
use super::peers::{PeerIndex, Traits};
use super::reading::{Memo, Place, Reading};
use crate::catalog;
use crate::catalog::filing_region::{self, Region};
use crate::catalog::name_word::{self, List, NameWord};
use crate::catalog::place::Book;
use crate::catalog::words::Hits;
use crate::catalog::{FilingKind, Vocabulary};
use crate::filing::change::{self, Difference};
use crate::filing::checklist::{RequiredMaterial, checklist_with};
use crate::filing::circumstance::Circumstances;
use crate::filing::face_check::FaceCheck;
use crate::filing::reuse::reuses_subject;
use crate::filing::{Approval, Course, Draft, Event, FieldId, History, Need, PersonField, Role, Stage, Value};
use crate::identifiers::date::When;
use crate::identifiers::document::Document;
use crate::identifiers::{Verdict, mobile_cn, resident_id};
use crate::reading::{self, Readings};
use crate::scan::facts::{Facts, FileFacts};
use crate::text::normalize::is_invisible;

/// What rules may look at. Nothing else: no clock, no files.
///
/// A context reads its draft once (`Reading`) and notes what each rule reads (`Inputs`): after an edit only rules that
/// read what has changed have to run again.
#[derive(Debug)]
pub struct Context<'a> {
    draft: &'a Draft,
    facts: &'a Facts,
    readings: &'a Readings,
    today: NaiveDate,
    peers: PeerIndex<'a>,
    /// The draft is in the state in which it stands among its peers.
    is_as_listed: bool,
    pub(in crate::rules) reading: Reading,
    seen: Cell<Inputs>,
}

impl<'a> Context<'a> {
    /// A draft by itself, with what is known about its files, as of a day (China time).
    #[must_use]
    pub fn new(draft: &'a Draft, facts: &'a Facts, today: NaiveDate) -> Self {
        let (reading, seen) = (Reading::default(), Cell::default());
        Self { draft, facts, readings: Readings::none(), today, peers: PeerIndex::nobody(), is_as_listed: false, reading, seen }
    }

    /// The same draft with what was read on its scans.
    #[must_use]
    pub fn with_readings(self, readings: &'a Readings) -> Self {
        Self { readings, ..self }
    }

    /// The same draft beside others.
    #[must_use]
    pub fn with_peers(self, peers: PeerIndex<'a>) -> Self {
        Self { peers, ..self }
    }

    /// The same draft, which is in the state in which it stands among the others: what is known of it there need not be found out again.
    #[must_use]
    pub fn as_listed(self) -> Self {
        Self { is_as_listed: true, ..self }
    }
}

/// What circumstances follow from, as their evaluator reads it (`filing/circumstance.rs`).
const CIRCUMSTANCES: Inputs = Inputs::fields(&[
    FieldId::FilingKind,
    FieldId::SubjectNature,
    FieldId::SubjectRegion,
    FieldId::SubjectName,
    FieldId::SubjectCertificateNumber,
    FieldId::SubjectBusinessScope,
    FieldId::SubjectRemark,
    FieldId::IsLegalPerson,
    FieldId::LegalPersonName,
    FieldId::LegalPersonNumber,
    FieldId::ResponsiblePersonName,
    FieldId::ResponsiblePersonCertificateKind,
    FieldId::ResponsiblePersonCertificateNumber,
    FieldId::MiniProgramName,
    FieldId::PriorApprovals,
    FieldId::MiniProgramRemark,
    FieldId::SameAsResponsiblePerson,
    FieldId::OwnerName,
    FieldId::OwnerCertificateKind,
    FieldId::OwnerCertificateNumber,
    FieldId::OwnerAdministrator,
    FieldId::FiledBefore,
    FieldId::Renamed,
])
.and(Inputs::fields(FieldId::SIGNED))
.and(Inputs::DAY)
.and(Inputs::EVENTS);

/// Whether a text says nothing: blanks and invisible characters only.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// What is noted while rules read.
impl<'a> Context<'a> {
    /// The draft, for what is no rule: nothing is noted.
    pub(in crate::rules) const fn draft(&self) -> &'a Draft {
        self.draft
    }

    /// The draft as a whole, for a rule that reads these of it.
    pub(in crate::rules) fn whole(&self, inputs: Inputs) -> &'a Draft {
        self.note(inputs | Inputs::EVENTS);
        self.draft
    }

    /// The day, for what is no rule: nothing is noted.
    pub(in crate::rules) const fn day(&self) -> NaiveDate {
        self.today
    }

    /// Reads anew what follows from the draft as a whole, where an earlier reading had read it, and says what of it has changed.
    pub(in crate::rules) fn renew_whole(&mut self) -> Inputs {
        let mut changed = Inputs::NONE;
        if let Some(before) = self.reading.needs.take() {
            let fields = FieldId::ALL.iter().copied().zip(before.iter().zip(self.needs()));
            changed = fields.filter(|(_, (old, new))| old != new).fold(changed, |set, (id, _)| set | Inputs::field(id));
            self.reading.forget(changed);
        }
        if let Some(before) = self.reading.materials.take()
            && before != self.needed()
        {
            changed |= Inputs::MATERIALS;
        }
        changed
    }

    fn note(&self, inputs: Inputs) {
        self.seen.set(self.seen.get() | inputs);
    }

    /// Runs something and gives what it has read.
    pub(in crate::rules) fn observed<T>(&self, run: impl FnOnce() -> T) -> (T, Inputs) {
        let before = self.seen.replace(Inputs::NONE);
        let value = run();
        let inputs = self.seen.replace(before);
        self.note(inputs);
        (value, inputs)
    }

    /// A value of the reading: computed if nobody has asked before; either way all that it followed from counts as read.
    pub(in crate::rules) fn memo<'s, T>(&'s self, memo: &'s Memo<T>, make: impl FnOnce() -> T) -> &'s T {
        if let Some((value, inputs)) = memo.get() {
            self.note(inputs);
            return value;
        }
        let (value, inputs) = self.observed(make);
        memo.keep(value, inputs)
    }

    /// How strongly all fields are asked for.
    fn needs(&self) -> &[Need] {
        &self.reading.needs.get_or_init(|| Box::new(std::array::from_fn(|at| self.draft.need(FieldId::ALL[at]))))[..]
    }

    /// What has been read of a field.
    fn place(&self, id: FieldId) -> Option<&Place> {
        Some(self.reading.places.get(id as usize)?.get_or_init(Box::default))
    }
}

/// What stands in the draft.
impl<'a> Context<'a> {
    /// The day as of which is checked (China time).
    pub(in crate::rules) fn today(&self) -> NaiveDate {
        self.note(Inputs::DAY);
        self.today
    }

    /// What is known about the files.
    pub(in crate::rules) fn facts(&self) -> &'a Facts {
        self.note(Inputs::FACTS);
        self.facts
    }

    /// What was read on a file; it counts as a fact about it.
    pub(in crate::rules) fn read_on(&self, file: &FileFacts) -> Option<&'a reading::Reading> {
        self.note(Inputs::FACTS);
        self.readings.get(file.sha256()?)
    }

    /// The other drafts at hand.
    pub(in crate::rules) fn peers(&self) -> PeerIndex<'a> {
        self.note(Inputs::PEERS);
        self.peers
    }

    /// The filing's story.
    pub(in crate::rules) fn events(&self) -> &'a [Event] {
        self.note(Inputs::EVENTS);
        &self.draft.events
    }

    /// The filing's history.
    pub(in crate::rules) fn history(&self) -> History<'a> {
        let events = self.events();
        // Who enters a code in a change goes by what it changes.
        if Course::of_kind(self.text(FieldId::FilingKind)) == Course::Change && !events.is_empty() {
            self.note(Inputs::fields(FieldId::ALL));
        }
        History::of_events(self.draft, events)
    }

    /// What differs from the record. Each field takes part in it.
    pub(in crate::rules) fn differences(&self) -> Vec<Difference<'a>> {
        self.note(Inputs::fields(FieldId::ALL));
        change::differences(self.draft)
    }

    /// Whether the document of an approval is handed in: a change brings those of what it changes.
    pub(in crate::rules) fn proves_approval(&self, row: &Approval) -> bool {
        self.note(Inputs::field(FieldId::FilingKind));
        self.note(Inputs::field(FieldId::PriorApprovals));
        self.note(Inputs::EVENTS);
        change::proves_approval(self.draft, row)
    }

    /// What is on record of a field.
    pub(in crate::rules) fn recorded(&self, id: FieldId) -> Option<&'a Value> {
        self.note(Inputs::field(id));
        self.draft.recorded(id)
    }

    /// What is filed. An unknown kind is taken for a new filing.
    pub(in crate::rules) fn kind(&self) -> FilingKind {
        FilingKind::from_word(self.text(FieldId::FilingKind)).unwrap_or(FilingKind::New)
    }

    /// Whether it is one more mini-program of a subject on record. The record itself is no input: it changes with the whole draft only.
    pub(in crate::rules) fn reuses_subject(&self) -> bool {
        self.note(Inputs::field(FieldId::FilingKind));
        reuses_subject(self.draft)
    }

    /// Where the filing stands.
    pub(in crate::rules) fn stage(&self) -> Stage {
        *self.memo(&self.reading.stage, || self.history().stage())
    }

    /// What the field holds, whether it is asked for or not.
    pub(in crate::rules) fn get(&self, id: FieldId) -> Option<&'a Value> {
        self.note(Inputs::field(id));
        self.draft.get(id)
    }

    /// How strongly the field is asked for.
    pub(in crate::rules) fn need(&self, id: FieldId) -> Need {
        self.note(Inputs::field(id));
        self.needs().get(id as usize).copied().unwrap_or(Need::NotAsked)
    }

    /// Whether the field is asked for.
    pub(in crate::rules) fn asks(&self, id: FieldId) -> bool {
        self.need(id) != Need::NotAsked
    }

    /// The text of a field as typed, whether it is asked for or not; empty when there is none.
    pub(in crate::rules) fn text(&self, id: FieldId) -> &'a str {
        self.get(id).and_then(Value::as_text).unwrap_or_default()
    }

    /// The chosen id, whether the field is asked for or not.
    pub(in crate::rules) fn chosen(&self, id: FieldId) -> Option<u32> {
        self.note(Inputs::field(id));
        self.draft.code(id)
    }

    /// The answer to a question; `None` while it is open.
    pub(in crate::rules) fn answer(&self, id: FieldId) -> Option<bool> {
        self.note(Inputs::field(id));
        self.draft.answer(id)
    }

    /// The answer to a yes-or-no question, or its default while there is none.
    pub(in crate::rules) fn flag(&self, id: FieldId) -> bool {
        self.note(Inputs::field(id));
        self.draft.flag(id)
    }

    /// The paths of a field, whether it holds one or several.
    pub(in crate::rules) fn paths(&self, id: FieldId) -> Vec<&'a str> {
        self.note(Inputs::field(id));
        self.draft.paths(id)
    }

    /// The rows of the prior approvals, whether they are asked for or not.
    pub(in crate::rules) fn approvals(&self) -> &'a [Approval] {
        self.note(Inputs::field(FieldId::PriorApprovals));
        self.draft.approvals()
    }

    /// Whether the subject is an individual (个人).
    pub(in crate::rules) fn is_individual(&self) -> bool {
        self.chosen(FieldId::SubjectNature) == Some(catalog::INDIVIDUAL)
    }

    /// Whether the owner's data are the owner's own.
    pub(in crate::rules) fn owner_is_another(&self) -> bool {
        !self.is_individual() && !self.flag(FieldId::SameAsResponsiblePerson)
    }

    /// The field that holds this of the role's person.
    pub(in crate::rules) fn person_field(&self, role: Role, part: PersonField) -> FieldId {
        self.note(const { Inputs::fields(&[FieldId::SubjectNature, FieldId::SameAsResponsiblePerson]) });
        self.draft.person_field(role, part)
    }

    /// Whether the owner is the legal person: as the responsible person, or by the same name and number.
    pub(in crate::rules) fn owner_is_legal_person(&self) -> bool {
        self.note(
            const {
                Inputs::fields(&[
                    FieldId::SubjectNature,
                    FieldId::SameAsResponsiblePerson,
                    FieldId::IsLegalPerson,
                    FieldId::OwnerName,
                    FieldId::OwnerCertificateNumber,
                    FieldId::LegalPersonName,
                    FieldId::LegalPersonNumber,
                ])
            },
        );
        self.draft.owner_is_legal_person()
    }

    /// When the face check was started and passed.
    pub(in crate::rules) fn face_check(&self) -> FaceCheck {
        self.note(const { Inputs::fields(&[FieldId::FaceCheckStartedAt, FieldId::FaceCheckPassedAt]).and(Inputs::EVENTS) });
        FaceCheck::of(self.draft)
    }

    /// The draft as of the day, to be asked about its circumstances: all that they follow from counts as read.
    pub(in crate::rules) fn circumstances(&self) -> Circumstances<'a> {
        self.note(CIRCUMSTANCES);
        Circumstances::of(self.draft, Some(self.today))
    }

    /// Everything this filing needs or may need.
    pub(in crate::rules) fn needed(&self) -> &[RequiredMaterial] {
        self.note(Inputs::MATERIALS);
        let need = |id: FieldId| self.needs().get(id as usize).copied().unwrap_or(Need::NotAsked);
        self.reading.materials.get_or_init(|| checklist_with(self.draft, Some(self.today), need))
    }

    /// What other drafts may say too; `None` where there are no others.
    pub(in crate::rules) fn traits(&self) -> Option<&Traits> {
        let make = || {
            if self.peers().is_alone() {
                return None;
            }
            self.note(Traits::INPUTS);
            let known = self.peers.own().filter(|_| self.is_as_listed);
            let own = known.cloned().unwrap_or_else(|| Traits::of("", self.draft));
            Some(own).filter(|me| !me.has_ended())
        };
        self.memo(&self.reading.traits, make).as_ref()
    }

    /// A value in the form in which it is stored.
    pub(in crate::rules) fn normalised(&self, id: FieldId, value: &Value) -> Value {
        self.note(normalise::INPUTS);
        normalised(self.draft, id, value)
    }

    /// The draft with every value that is asked for in its normal form.
    #[must_use]
    pub fn normalised_draft(&self) -> Draft {
        let mut draft = self.draft.clone();
        for id in self.draft.asked() {
            if let Some(value) = self.draft.get(id) {
                draft.set(id, Some(normalised(self.draft, id, value)));
            }
        }
        draft
    }
}

/// What the values say, each judged once.
impl<'a> Context<'a> {
    /// What was typed into a field that is asked for; `None` when it is blank or holds something else than text.
    pub(in crate::rules) fn typed(&self, id: FieldId) -> Option<&'a str> {
        let Some(Value::Text(text)) = self.get(id) else { return None };
        self.is_typed(id, text).then_some(text)
    }

    /// Whether the field is asked for and its text says something; looked at once.
    fn is_typed(&self, id: FieldId, text: &str) -> bool {
        let (field, (known, there)) = (Inputs::field(id), self.reading.typed.get());
        if known.meets(field) {
            return there.meets(field);
        }
        let is_there = self.asks(id) && !is_blank(text);
        self.reading.typed.set((known | field, if is_there { there | field } else { there }));
        is_there
    }

    /// The id chosen in a field that is asked for.
    pub(in crate::rules) fn code(&self, id: FieldId) -> Option<u32> {
        self.chosen(id).filter(|_| self.asks(id))
    }

    /// The ids chosen in a field that is asked for.
    pub(in crate::rules) fn codes(&self, id: FieldId) -> &'a [u32] {
        if self.asks(id) { self.draft.codes(id) } else { &[] }
    }

    /// What was typed, and what has been read of it.
    fn placed(&self, id: FieldId) -> Option<(&'a str, &Place)> {
        self.typed(id).zip(self.place(id))
    }

    /// Whether a text has none but usual characters: what hides or is refused need not be looked for.
    pub(in crate::rules) fn is_usual(&self, id: FieldId) -> bool {
        self.placed(id).is_some_and(|(text, place)| place.is_usual(text))
    }

    /// A text in its normal form.
    pub(in crate::rules) fn normal(&self, id: FieldId) -> Option<&str> {
        self.placed(id).map(|(text, place)| place.normal(text))
    }

    /// A text as it is searched for words.
    pub(in crate::rules) fn folded(&self, id: FieldId) -> Option<&str> {
        self.placed(id).map(|(text, place)| place.folded(text))
    }

    /// A text as it is searched for words, its letters small.
    pub(in crate::rules) fn small(&self, id: FieldId) -> Option<&str> {
        self.placed(id).map(|(text, place)| place.small(text))
    }

    /// The chosen region, as far as the code is known.
    pub(in crate::rules) fn region(&self) -> Option<&'static Region> {
        *self.memo(&self.reading.region, || filing_region::find(self.typed(FieldId::SubjectRegion)?.trim()))
    }

    /// The words of all lists in a text as it is searched.
    pub(in crate::rules) fn hits(&self, id: FieldId) -> Option<&Hits> {
        self.placed(id).map(|(text, place)| place.words(text))
    }

    /// The words of a list in a text as it is searched, each with its first byte.
    pub(in crate::rules) fn words(&self, id: FieldId, list: List) -> Vec<(usize, &'static NameWord)> {
        let found = |(text, place): (&str, &Place)| name_word::find_in(place.folded(text), place.words(text), list);
        self.placed(id).map(found).unwrap_or_default()
    }

    /// The words of all lists in a text as it is searched, its letters small.
    pub(in crate::rules) fn small_hits(&self, id: FieldId) -> Option<&Hits> {
        self.placed(id).map(|(text, place)| place.small_words(text))
    }

    /// The words of a list in a text as it is searched, its letters small, each with its first byte.
    pub(in crate::rules) fn small_words(&self, id: FieldId, list: List) -> Vec<(usize, &'static NameWord)> {
        let found = |(text, place): (&str, &Place)| name_word::find_in(place.small(text), place.small_words(text), list);
        self.placed(id).map(found).unwrap_or_default()
    }

    /// The day in a date field, or 长期; `None` when it is empty or no date.
    pub(in crate::rules) fn when(&self, id: FieldId) -> Option<When> {
        self.placed(id).and_then(|(text, place)| place.when(text))
    }

    /// The verdict on the mobile number in a field.
    pub(in crate::rules) fn mobile(&self, id: FieldId) -> Option<&Verdict> {
        self.placed(id).map(|(text, place)| place.mobile(text))
    }

    /// The phone number in a field in its normal form; `None` when it is empty or cannot be a number.
    pub(in crate::rules) fn phone(&self, id: FieldId) -> Option<&str> {
        self.mobile(id).filter(|verdict| mobile_cn::is_possible(verdict)).map(|verdict| verdict.normalized.as_str())
    }

    /// The verdict on the mail address in a field.
    pub(in crate::rules) fn mail_verdict(&self, id: FieldId) -> Option<&Verdict> {
        self.placed(id).map(|(text, place)| place.mail(text))
    }

    /// The mail address in a field, in small letters, for comparing; `None` when it is empty or cannot be one.
    pub(in crate::rules) fn mail(&self, id: FieldId) -> Option<&str> {
        self.placed(id).and_then(|(text, place)| place.mailbox(text))
    }

    /// The verdict on the Chinese personal name in a field.
    pub(in crate::rules) fn person_name(&self, id: FieldId) -> Option<&Verdict> {
        self.placed(id).map(|(text, place)| place.person(text))
    }

    /// The name in a field in its normal form, for comparing. Names in letters are compared in capitals.
    pub(in crate::rules) fn name(&self, id: FieldId) -> Option<&str> {
        self.placed(id).map(|(text, place)| place.comparable(text))
    }

    /// The number in a field in its normal form, for comparing.
    pub(in crate::rules) fn number(&self, id: FieldId) -> Option<&str> {
        self.placed(id).map(|(text, place)| place.compact(text))
    }

    /// The document whose kind was chosen for a role's own person; `None` where none is chosen, or one nothing is known about.
    pub(in crate::rules) fn document(&self, role: Role) -> Option<Document> {
        let [first, second] = &self.reading.documents;
        let memo = if role == Role::Owner { second } else { first };
        *self.memo(memo, || catalog::certificate_kind(self.code(PersonField::CertificateKind.of(role))?)?.document())
    }

    /// The document that the legal person's number has the form of.
    pub(in crate::rules) fn legal_document(&self) -> Option<Document> {
        *self.memo(&self.reading.legal_document, || self.typed(FieldId::LegalPersonNumber).map(Document::of_form))
    }

    /// The verdict on the number in one of the fields for numbers of people, seen as one of this document: the document that the
    /// field's kind or form says.
    pub(in crate::rules) fn document_number(&self, id: FieldId, document: Document) -> Option<&Verdict> {
        let [legal, first, second] = &self.reading.numbers;
        let memo = match id {
            FieldId::LegalPersonNumber => legal,
            FieldId::ResponsiblePersonCertificateNumber => first,
            FieldId::OwnerCertificateNumber => second,
            _ => return None,
        };
        let make = || {
            // The document follows from these, which the caller may have read before.
            self.note(const { Inputs::fields(&[FieldId::ResponsiblePersonCertificateKind, FieldId::OwnerCertificateKind]) });
            Some(document.check(self.typed(id)?, self.today(), &Book))
        };
        self.memo(memo, make).as_ref()
    }

    /// The birthday of a role's own person, where a sound number tells it.
    pub(in crate::rules) fn birth(&self, role: Role) -> Option<NaiveDate> {
        let [first, second] = &self.reading.births;
        let memo = if role == Role::Owner { second } else { first };
        *self.memo(memo, || {
            let (field, document) = (PersonField::CertificateNumber.of(role), self.document(role)?);
            if document != Document::ResidentId {
                return document.birth(self.typed(field)?, self.today());
            }
            let verdict = self.document_number(field, document).filter(|verdict| verdict.valid)?;
            resident_id::parts(&verdict.normalized).map(|parts| parts.birth)
        })
    }

    /// Whether the draft names two people, as far as it tells: an owner with data of their own, and not the same name and
    /// number as the responsible person's.
    pub(in crate::rules) fn has_two_people(&self) -> bool {
        *self.memo(&self.reading.two_people, || {
            let [first, second] = Role::BOTH.map(|role| self.name(PersonField::Name.of(role)));
            let one_name = first == second || first.is_none() || second.is_none();
            self.owner_is_another() && !(self.has_one_number() && one_name)
        })
    }

    /// Whether responsible person and owner carry the same number although each has data of their own.
    pub(in crate::rules) fn has_one_number(&self) -> bool {
        let [first, second] = Role::BOTH.map(|role| self.number(PersonField::CertificateNumber.of(role)));
        first.is_some() && first == second
    }
}
