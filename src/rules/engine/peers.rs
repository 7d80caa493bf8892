//! What the other drafts at hand say about the same people, subjects and numbers.
//!
//! Of each draft only what can collide is kept, under the form in which it is compared, so that one look finds the few drafts
//! that matter among thousands.

use std::sync::Arc;

use crate::filing::deregistration::Scope;
use crate::filing::{Draft, EventKind, FieldId, FilingKind, History, PersonField, Role, Stage, Value};
use crate::identifiers::mobile_cn;
use crate::rules::engine::context::is_blank;
use crate::rules::engine::inputs::Inputs;
use crate::rules::engine::mark::Mark;
use crate::rules::engine::reading::Place;
use crate::text::normalize::{Mode, lowercase, normal, normalize};
use std::collections::HashMap;

/// A person as one draft knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The field that holds the name.
    pub role: Role,
    /// The name; empty while there is none.
    pub name: Mark,
    /// The certificate's number; empty while there is none.
    pub number: Mark,
    /// The mobile number; empty while there is none.
    pub mobile: Mark,
    /// In the order of [`CONTACTS`]; empty where there is none.
    contacts: [Mark; CONTACTS.len()],
}

/// How the credit codes of sole traders begin (GB 32100-2015).
const SOLE_TRADER: &str = "92";

/// Ways to reach a person that stand in the filings of one subject only, the mobile number first.
pub(in crate::rules) const CONTACTS: [PersonField; 3] = [PersonField::Mobile, PersonField::EmergencyPhone, PersonField::Email];

/// What every filing of a subject says alike.
pub(in crate::rules) const AGREED: [FieldId; 8] = [
    FieldId::SubjectNature,
    FieldId::SubjectName,
    FieldId::SubjectCertificateKind,
    FieldId::SubjectCertificateAddress,
    FieldId::LegalPersonName,
    FieldId::LegalPersonNumber,
    FieldId::ResponsiblePersonName,
    FieldId::ResponsiblePersonCertificateNumber,
];

impl Person {
    /// Mobile number, emergency number and mail address, as far as there are any.
    pub fn contacts(&self) -> impl Iterator<Item = (PersonField, Mark)> {
        CONTACTS.into_iter().zip(self.contacts).filter(|(_, mark)| !mark.is_empty())
    }

    /// Whether the two can be told to be one person, or two: by the number, else by the name. `None` where nothing tells.
    #[must_use]
    pub fn is(&self, other: &Self) -> Option<bool> {
        match (self.number.is_empty() || other.number.is_empty(), self.name.is_empty() || other.name.is_empty()) {
            (false, _) => Some(self.number == other.number),
            (true, false) => Some(self.name == other.name),
            (true, true) => None,
        }
    }
}

/// What is kept of a draft: of texts, what they are compared by.
#[derive(Debug, Clone)]
pub struct Traits {
    /// What people know it by.
    pub label: Arc<str>,
    /// The subject's number, else its name; empty while there is neither.
    pub subject: Mark,
    /// The name of the subject.
    pub subject_name: Mark,
    /// Whether the subject is an individual.
    pub individual: bool,
    /// Whether the subject is a sole trader, by its credit code.
    pub is_sole_trader: bool,
    /// The province of its region; empty while none is chosen.
    pub province: Mark,
    /// The mini-program's name; empty while there is none.
    pub mini_program: Mark,
    /// The remark on the mini-program; empty while there is none.
    pub remark: Mark,
    /// The mini-program's AppID: two drafts of one AppID are one filing at two times.
    pub app_id: Mark,
    /// The subject's part of the filing number, given or on record; empty while there is none.
    pub record: Mark,
    /// The whole number of the mini-program: the one that was given to it, or the one that a change or a deregistration is about;
    /// empty while there is none.
    pub service: Mark,
    /// What the draft asks for.
    pub kind: FilingKind,
    /// Where the filing stands.
    pub stage: Stage,
    /// Whether what has ended is WeChat's access alone.
    pub without_access: bool,
    /// Whether it has ended its subject, with all services of it.
    pub ends_subject: bool,
    /// Responsible person, and the owner where that is another.
    pub people: Box<[Person]>,
    /// Of a filing that is on record: what it says about the subject.
    pub on_record: Box<[(FieldId, Mark)]>,
    /// Of a filing that is on record: the paths of the letters of authorisation that it was made with.
    pub letters: Box<[Mark]>,
    /// When changes of it came through: of a filing on record, those that it tells of; of a change, its own.
    pub changed: Box<[Mark]>,
    /// What is [`AGREED`] among the filings of a subject, as far as it is filled in.
    pub agreed: Box<[(FieldId, Mark)]>,
}

/// What is on record about a subject, and the same in each of its filings.
pub(in crate::rules) const OF_SUBJECT: [FieldId; 7] = [
    FieldId::SubjectName,
    FieldId::SubjectCertificateAddress,
    FieldId::SubjectAddress,
    FieldId::ResponsiblePersonName,
    FieldId::ResponsiblePersonMobile,
    FieldId::ResponsiblePersonEmergencyPhone,
    FieldId::ResponsiblePersonEmail,
];

impl Traits {
    /// What the traits follow from.
    pub(in crate::rules) const INPUTS: Inputs = Inputs::fields(&[
        FieldId::FilingKind,
        FieldId::RecordNumber,
        FieldId::SubjectNature,
        FieldId::SubjectRegion,
        FieldId::SubjectName,
        FieldId::SubjectCertificateNumber,
        FieldId::ResponsiblePersonName,
        FieldId::ResponsiblePersonCertificateNumber,
        FieldId::ResponsiblePersonMobile,
        FieldId::ResponsiblePersonEmergencyPhone,
        FieldId::ResponsiblePersonEmail,
        FieldId::SubjectCertificateKind,
        FieldId::SubjectCertificateAddress,
        FieldId::IsLegalPerson,
        FieldId::LegalPersonName,
        FieldId::LegalPersonNumber,
        FieldId::MiniProgramName,
        FieldId::MiniProgramRemark,
        FieldId::AppId,
        FieldId::SameAsResponsiblePerson,
        FieldId::OwnerName,
        FieldId::OwnerCertificateNumber,
        FieldId::OwnerMobile,
        FieldId::OwnerEmergencyPhone,
        FieldId::OwnerEmail,
        FieldId::ResponsiblePersonAuthorizationLetter,
        FieldId::OwnerAuthorizationLetter,
        FieldId::DeregistrationScope,
    ])
    .and(Inputs::EVENTS);

    /// What a draft says that others may say too.
    #[must_use]
    pub fn of(label: &str, draft: &Draft) -> Self {
        let text = |id: FieldId| if draft.asks(id) { draft.text(id).trim() } else { "" };
        let is_end = draft.filing_kind() == FilingKind::Deregistration;
        // A deregistration does not ask who its subject is; its record tells, as far as it is not masked.
        let told = |id: FieldId| {
            if is_end { Some(draft.known_text(id)).filter(|text| !text.contains('*')).unwrap_or_default() } else { text(id) }
        };
        let number = |id| normalize(told(id), Mode::Compact).value;
        let individual = draft.is_individual();
        let (own_number, own_name) = match individual {
            true => (FieldId::ResponsiblePersonCertificateNumber, FieldId::ResponsiblePersonName),
            false => (FieldId::SubjectCertificateNumber, FieldId::SubjectName),
        };
        let subject_name = told(own_name);
        let subject = Some(number(own_number)).filter(|number| !number.is_empty());
        let subject = subject.unwrap_or_else(|| normalize(subject_name, Mode::Text).value);
        let stage = History::of(draft).stage();
        let is_on_record = (stage, draft.filing_kind()) == (Stage::Filed, FilingKind::New);
        let said = |id: FieldId| Some((id, comparable(text(id)))).filter(|(_, value)| !value.is_empty());
        let on_record = OF_SUBJECT.into_iter().filter(|_| is_on_record).filter_map(said).collect();
        let letters = PersonField::AuthorizationLetter.of_both().into_iter().filter(|_| is_on_record);
        let letters = letters.map(|id| Mark::of(draft.text(id).trim())).filter(|path| !path.is_empty()).collect();
        let mut people: Vec<Person> = vec![person(draft, Role::ResponsiblePerson)];
        people.extend(draft.owner_is_another().then(|| person(draft, Role::Owner)));
        Self {
            label: label.into(),
            subject: Mark::of(&subject),
            subject_name: Mark::of(subject_name),
            individual,
            is_sole_trader: !individual && subject.starts_with(SOLE_TRADER),
            province: Mark::of(text(FieldId::SubjectRegion).get(..2).unwrap_or_default()),
            mini_program: Mark::of(&lowercase(&normal(text(FieldId::MiniProgramName), Mode::Text))),
            remark: comparable(text(FieldId::MiniProgramRemark)),
            app_id: Mark::of(&text(FieldId::AppId).to_ascii_lowercase()),
            record: subject_of(draft.number()),
            service: service_of(draft),
            kind: draft.filing_kind(),
            stage,
            without_access: History::of(draft).is_without_access(),
            ends_subject: is_end && stage == Stage::Deregistered && Scope::of(draft) == Some(Scope::Subject),
            people: people.into(),
            on_record,
            letters,
            changed: changed(draft, stage),
            agreed: AGREED.into_iter().filter_map(|id| Some((id, agreed(draft, id)?))).collect(),
        }
    }

    /// Whether the two are known to be of different mini-programs: their AppIDs tell, and of new filings without one the names.
    #[must_use]
    pub fn is_another_mini_program(&self, other: &Self) -> bool {
        let differ = |one: Mark, other: Mark| !one.is_empty() && !other.is_empty() && one != other;
        if !self.app_id.is_empty() && !other.app_id.is_empty() {
            return self.app_id != other.app_id;
        }
        // A change may be one of the name.
        let are_new = self.kind == FilingKind::New && other.kind == FilingKind::New;
        are_new && differ(self.mini_program, other.mini_program)
    }

    /// Whether the filing was deregistered, or it is a deregistration that is done.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.stage == Stage::Deregistered
    }

    /// Whether the filing is prepared or on its way: neither filed nor ended.
    #[must_use]
    pub fn is_to_come(&self) -> bool {
        !matches!(self.stage, Stage::Filed | Stage::Deregistered)
    }

    /// Whether a filing of it is on its way: handed in, and not decided.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.stage.is_under_way()
    }
}

/// When the changes came through that a filing on record tells of, or when a change did.
fn changed(draft: &Draft, stage: Stage) -> Box<[Mark]> {
    let wanted = match (draft.filing_kind(), stage) {
        (FilingKind::New, Stage::Filed) => EventKind::Changed,
        (FilingKind::Change, Stage::Filed) => EventKind::BureauPassed,
        _ => return Box::default(),
    };
    let told = draft.events.iter().filter(|event| event.kind == wanted);
    told.map(|event| Mark::of(&event.at.timestamp().to_string())).collect()
}

/// How a text is compared between drafts.
pub(in crate::rules) fn comparable(text: &str) -> Mark {
    Mark::of(&lowercase(&normal(text, Mode::Compact)))
}

/// The subject's part of a filing number, 蜀ICP备2026000001号 of 蜀ICP备2026000001号-1X; empty for what is no number.
fn subject_of(number: &str) -> Mark {
    let number = normalize(number, Mode::Compact).value.to_uppercase();
    let end = number.find('号').map(|at| at + '号'.len_utf8());
    Mark::of(end.and_then(|end| number.get(..end)).unwrap_or_default())
}

/// The whole filing number of a draft's own mini-program. One more mini-program of a subject on record names the number of another
/// one until it has its own.
fn service_of(draft: &Draft) -> Mark {
    match draft.filing_kind() {
        FilingKind::New => whole_number(History::of(draft).number().unwrap_or_default()),
        FilingKind::Change | FilingKind::Deregistration => whole_number(draft.number()),
    }
}

/// A filing number with the serial of its service, as it is compared; empty for what is none, or the subject's alone.
#[must_use]
pub fn whole_number(number: &str) -> Mark {
    let number = normalize(number, Mode::Compact).value.to_uppercase();
    let serial = number.find('号').and_then(|at| number.get(at + '号'.len_utf8()..)).unwrap_or_default();
    if serial.is_empty() { Mark::default() } else { Mark::of(&number) }
}

/// A value that is agreed among the filings of a subject.
fn agreed(draft: &Draft, id: FieldId) -> Option<Mark> {
    let mark = match draft.get(id).filter(|_| draft.asks(id))? {
        Value::Code(code) => Mark::of(&code.to_string()),
        Value::Text(text) => comparable(text),
        _ => return None,
    };
    Some(mark).filter(|mark| !mark.is_empty())
}

/// A way to reach someone; empty for what is none.
fn contact(part: PersonField, text: &str) -> Mark {
    if part == PersonField::Email {
        let mail = normalize(text, Mode::Compact).value.to_lowercase();
        return if mail.contains('@') { Mark::of(&mail) } else { Mark::default() };
    }
    mobile(text)
}

/// A mobile number, however it is written; empty for what is none.
pub(in crate::rules) fn mobile(text: &str) -> Mark {
    let mobile = mobile_cn::check(text);
    if mobile_cn::is_possible(&mobile) { Mark::of(&mobile.normalized) } else { Mark::default() }
}

fn person(draft: &Draft, role: Role) -> Person {
    let text = |part: PersonField| if draft.asks(part.of(role)) { draft.text(part.of(role)) } else { "" };
    let name = text(PersonField::Name);
    let contacts = CONTACTS.map(|part| contact(part, text(part)));
    Person {
        role,
        name: if is_blank(name) { Mark::default() } else { Mark::of(Place::default().comparable(name)) },
        number: Mark::of(&normalize(text(PersonField::CertificateNumber), Mode::Compact).value),
        mobile: contacts[0],
        contacts,
    }
}

/// The drafts at hand, found by what they have in common.
#[derive(Debug, Clone, Default)]
pub struct PeerDrafts {
    drafts: Vec<Traits>,
    by: HashMap<(Key, Mark), Places>,
    /// The first draft of each title, and what it is called beside another one of that title.
    titles: HashMap<Box<str>, (usize, Arc<str>)>,
}

/// Where the drafts of one key stand: few keys are of more than one.
#[derive(Debug, Clone)]
enum Places {
    One(u32),
    Many(Box<[u32]>),
}

impl Places {
    fn push(&mut self, place: u32) {
        match self {
            Self::One(first) if *first == place => {}
            Self::One(first) => *self = Self::Many(Box::new([*first, place])),
            Self::Many(places) if places.last() == Some(&place) => {}
            Self::Many(places) => *places = places.iter().copied().chain([place]).collect(),
        }
    }

    fn all(&self) -> &[u32] {
        match self {
            Self::One(place) => std::slice::from_ref(place),
            Self::Many(places) => places,
        }
    }
}

/// What drafts are found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Subject,
    Record,
    Service,
    MiniProgram,
    AppId,
    Mobile,
    Contact,
    PersonNumber,
    PersonName,
}

impl PeerDrafts {
    /// No other drafts.
    #[must_use]
    pub fn none() -> &'static Self {
        static NONE: std::sync::LazyLock<PeerDrafts> = std::sync::LazyLock::new(PeerDrafts::default);
        &NONE
    }

    /// Takes a draft in that lies in a file of this name (without its ending); returns the place by which it can be left out again.
    /// It is called by its title; drafts of one title by their files, too.
    pub fn add_file(&mut self, file: &str, draft: &Draft) -> usize {
        let title = draft.title().trim();
        // Without a title it is called by its file: another one of that title is told apart from it, too.
        let (title, label) = if title.is_empty() { (file, file.to_owned()) } else { (title, label_beside(title, file)) };
        match self.titles.get(title) {
            None => {
                let index = self.add(title, draft);
                self.titles.insert(title.into(), (index, label.into()));
                index
            }
            Some((first, of_first)) => {
                if let Some(first) = self.drafts.get_mut(*first) {
                    first.label.clone_from(of_first);
                }
                self.add(&label, draft)
            }
        }
    }

    /// What the draft at this place is called.
    #[must_use]
    pub fn label(&self, place: usize) -> &str {
        self.drafts.get(place).map_or("", |traits| &traits.label)
    }

    /// Takes a draft in under a name; returns the place by which it can be left out again.
    pub fn add(&mut self, label: &str, draft: &Draft) -> usize {
        let (index, traits) = (self.drafts.len(), Traits::of(label, draft));
        // A folder that holds more drafts than that holds no drafts.
        let place = u32::try_from(index).unwrap_or(u32::MAX);
        for key in keys(&traits) {
            self.by.entry(key).and_modify(|there| there.push(place)).or_insert(Places::One(place));
        }
        self.drafts.push(traits);
        index
    }

    /// How many drafts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.drafts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    fn found(&self, key: Key, value: Mark) -> impl Iterator<Item = (usize, &Traits)> {
        let places = if value.is_empty() { None } else { self.by.get(&(key, value)) };
        let indices = places.into_iter().flat_map(Places::all).filter_map(|place| usize::try_from(*place).ok());
        indices.filter_map(|index| Some((index, self.drafts.get(index)?)))
    }
}

fn keys(traits: &Traits) -> Vec<(Key, Mark)> {
    let mut keys = vec![
        (Key::Subject, traits.subject),
        (Key::Record, traits.record),
        (Key::Service, traits.service),
        (Key::MiniProgram, traits.mini_program),
        (Key::AppId, traits.app_id),
    ];
    for person in &traits.people {
        keys.push((Key::Mobile, person.mobile));
        keys.extend(person.contacts().map(|(_, value)| (Key::Contact, value)));
        keys.push((Key::PersonNumber, person.number));
        keys.push((Key::PersonName, person.name));
    }
    keys.retain(|(_, value)| !value.is_empty());
    keys
}

/// The other drafts as one draft sees them: all but itself, and those of filings that have ended.
#[derive(Debug, Clone, Copy)]
pub struct PeerIndex<'a> {
    others: &'a PeerDrafts,
    me: Option<usize>,
}

impl<'a> PeerIndex<'a> {
    /// All these drafts but the one at this place.
    #[must_use]
    pub const fn new(others: &'a PeerDrafts, me: Option<usize>) -> Self {
        Self { others, me }
    }

    /// Nobody else.
    #[must_use]
    pub fn nobody() -> Self {
        Self { others: PeerDrafts::none(), me: None }
    }

    /// What is known of the draft that is left out.
    #[must_use]
    pub fn own(self) -> Option<&'a Traits> {
        self.others.drafts.get(self.me?)
    }

    /// Whether there is nobody else.
    #[must_use]
    pub fn is_alone(self) -> bool {
        self.others.len() <= usize::from(self.me.is_some())
    }

    /// What has ended collides with nothing, and counts for nothing.
    fn all(self, key: Key, value: Mark) -> impl Iterator<Item = &'a Traits> {
        self.ever(key, value).filter(|other| !other.has_ended())
    }

    fn ever(self, key: Key, value: Mark) -> impl Iterator<Item = &'a Traits> {
        self.others.found(key, value).filter(move |(index, _)| Some(*index) != self.me).map(|(_, traits)| traits)
    }

    /// Other drafts of the same subject.
    pub fn of_subject(self, subject: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::Subject, subject)
    }

    /// Other drafts whose filing numbers are of the same subject.
    pub fn of_record(self, record: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::Record, record)
    }

    /// The same, with those of filings that have ended.
    pub fn ever_of_record(self, record: Mark) -> impl Iterator<Item = &'a Traits> {
        self.ever(Key::Record, record)
    }

    /// Other drafts with this filing number, with those of filings that have ended: a number is never given twice.
    pub fn ever_of_service(self, number: Mark) -> impl Iterator<Item = &'a Traits> {
        self.ever(Key::Service, number)
    }

    /// Other drafts of a mini-program of the same name.
    pub fn of_mini_program(self, name: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::MiniProgram, name)
    }

    /// Other drafts of the mini-program with this AppID.
    pub fn of_app_id(self, app_id: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::AppId, app_id)
    }

    /// Other drafts in which someone has this mobile number.
    pub fn with_mobile(self, mobile: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::Mobile, mobile)
    }

    /// Other drafts in which someone is reached by this number or address.
    pub fn with_contact(self, value: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::Contact, value)
    }

    /// Other drafts in which someone has this certificate number.
    pub fn with_person(self, number: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::PersonNumber, number)
    }

    /// Other drafts in which someone has this name.
    pub fn with_name(self, name: Mark) -> impl Iterator<Item = &'a Traits> {
        self.all(Key::PersonName, name)
    }
}

/// What a draft is called beside others of its title: by its file, which mostly begins with the title, 杭城小食记-注销, else by both.
#[must_use]
pub fn label_beside(title: &str, file: &str) -> String {
    if title.is_empty() || file.starts_with(title) { file.to_owned() } else { format!("{title} ({file})") }
}
