//! The draft with which a filing begins that refers to a record.

use std::borrow::Cow;

use super::Record;
use crate::catalog::province::province;
use crate::filing::change::is_masked;
use crate::filing::field::{Field, table};
use crate::filing::hidden::without_hidden;
use crate::filing::record::Source;
use crate::filing::status::day_in_china;
use crate::filing::{Approval, Draft, EventKind, FieldId, FilingKind, History, Kind, PersonField, Role, Section, Value, reuse};

/// A draft of this kind about what is on record.
///
/// A change begins with the values on record, and changes nothing yet; a deregistration knows number and mini-program; one more
/// mini-program has the subject's side, scans included, what of the mini-program's side is likely to be the same, and says that the
/// subject has filed before. Masked values are on record and nowhere else. `place` says how the new draft names a file of the filed
/// one; `None` leaves it out. Answers, confirmations, events, letters and the face check belong to the filing they were made for.
#[must_use]
pub fn begin(record: &Record, kind: FilingKind, place: &dyn Fn(&str) -> Option<String>) -> Draft {
    let filed = &record.filed;
    let mut draft = Draft::default();
    draft.set(FieldId::FilingKind, Some(kind.word().into()));
    for field in table().iter().filter(|field| field.is_recorded()) {
        let of_subject = matches!(field.section, Section::Subject | Section::ResponsiblePerson);
        if kind == FilingKind::New && !of_subject {
            continue;
        }
        let value = current(filed, field.id, record.source).cloned().map(Value::without_documents);
        let value = value.or_else(|| unsaid(record, field));
        let begins = kind != FilingKind::Deregistration || matches!(field.id, FieldId::AppId | FieldId::MiniProgramName);
        if begins && !value.as_ref().is_some_and(is_masked) {
            draft.set(field.id, value.clone());
        }
        draft.set_recorded(field.id, value);
    }
    if kind == FilingKind::New {
        let place = |path: &str| if record.source == Source::Draft { place(path) } else { None };
        for id in FieldId::FILES.iter().copied().filter(|id| reuse::serves_again(*id)) {
            let path = filed.get(id).and_then(Value::as_text).filter(|_| id.field().kind.is_file()).and_then(place);
            draft.set(id, path.map(Value::Text));
        }
        draft.set(FieldId::FiledBefore, Some(Value::Flag(true)));
        offer(&mut draft, record, &place);
    } else {
        let passed = filed.events.iter().rev().find(|event| event.kind == EventKind::BureauPassed);
        let filed_on = passed.map(|event| day_in_china(event.at).to_string());
        draft.set(FieldId::RecordFiledOn, filed_on.map(Value::from).or_else(|| filed.get(FieldId::RecordFiledOn).cloned()));
        draft.set(FieldId::RecordSource, Some(record.source.word().into()));
    }
    let number = History::of(filed).number().unwrap_or_else(|| filed.text(FieldId::RecordNumber));
    draft.set(FieldId::RecordNumber, Some(number.into()));
    if kind == FilingKind::New && is_of_region(number, draft.text(FieldId::SubjectRegion)) {
        // A subject is on record in one province, and its number says which.
        draft.set(FieldId::FiledInAnotherProvince, Some(Value::Flag(false)));
    }
    if kind == FilingKind::Deregistration {
        receiver(&mut draft, filed);
    }
    draft
}

/// What a draft knows to be on record, as a filing of its own.
#[must_use]
pub fn on_record(draft: &Draft) -> Record {
    let mut filed = Draft::default();
    filed.set(FieldId::FilingKind, Some(FilingKind::New.word().into()));
    for field in table().iter().filter(|field| field.is_recorded()) {
        filed.set(field.id, draft.recorded(field.id).cloned());
    }
    for id in [FieldId::RecordNumber, FieldId::RecordFiledOn] {
        filed.set(id, draft.get(id).cloned());
    }
    // Values that are masked stand on record, and nothing but that is known of them.
    Record { filed, source: Source::Answer }
}

/// A deregistration with what is on record where it holds nothing itself: it asks for little, and what is made of it for people names
/// people and places. Any other draft without what its form hides.
#[must_use]
pub fn with_record(draft: &Draft) -> Cow<'_, Draft> {
    if draft.filing_kind() != FilingKind::Deregistration {
        return without_hidden(draft);
    }
    let mut whole = draft.clone();
    // What stands in the draft beside its record was filed with it, or is left over: the record is what ends.
    for field in table().iter().filter(|field| field.is_recorded() && !draft.asks(field.id)) {
        if let Some(recorded) = draft.recorded(field.id) {
            whole.set(field.id, Some(recorded.clone()));
        }
    }
    Cow::Owned(whole)
}

/// Whether a filing number is of the province of a region.
fn is_of_region(number: &str, region: &str) -> bool {
    province(region).is_some_and(|province| number.trim().starts_with(province.prefix))
}

/// What is on record once a filing is through: what it changed, else what was there before.
fn current(filed: &Draft, id: FieldId, source: Source) -> Option<&Value> {
    let own = filed.get(id);
    let shown = own.filter(|_| source == Source::Answer || filed.filing_kind() != FilingKind::New || filed.asks(id));
    shown.or_else(|| filed.recorded(id))
}

/// What holds where nobody answered: of a draft that was filed the record has it, too. An answer of the platform tells it where it can.
fn unsaid(record: &Record, field: &Field) -> Option<Value> {
    match field.kind {
        Kind::Flag(Some(answer)) if record.source != Source::Answer && record.filed.asks(field.id) => Some(Value::Flag(answer)),
        _ => None,
    }
}

/// Begins the mini-program's side of one more with what is likely to be as that of the filed one. A person who is not asked for in
/// the filed one says nothing.
fn offer(draft: &mut Draft, record: &Record, place: &dyn Fn(&str) -> Option<String>) {
    let filed = &record.filed;
    for id in FieldId::ALL.iter().copied().filter(|id| reuse::is_likely_of_next(*id)) {
        let value = match current(filed, id, record.source).filter(|value| !is_masked(value)) {
            Some(Value::Text(path)) if id.field().kind.is_file() => place(path).map(Value::Text),
            Some(Value::Approvals(rows)) => {
                let document = |row: &Approval| Some(row.document.as_str()).filter(|path| !path.is_empty()).and_then(place);
                let moved = |row: &Approval| Approval { document: document(row).unwrap_or_default(), ..row.clone() };
                Some(Value::Approvals(rows.iter().map(moved).collect()))
            }
            value => value.cloned(),
        };
        draft.set(id, value);
    }
    let same = FieldId::SameAsResponsiblePerson;
    if draft.get(same).is_none() {
        draft.set(same, unsaid(record, same.field()));
    }
}

/// Whoever is both responsible person and owner receives the code, whatever ends.
fn receiver(draft: &mut Draft, filed: &Draft) {
    if filed.owner_is_another() {
        return;
    }
    let of = |part: PersonField| filed.get(part.of(Role::ResponsiblePerson)).filter(|value| !is_masked(value)).cloned();
    draft.set(FieldId::DeregistrationCodeReceiver, of(PersonField::Name));
    draft.set(FieldId::DeregistrationCodePhone, of(PersonField::Mobile));
}
