//! The draft with which a filing begins that refers to a record.

use super::Record;
use crate::filing::change::is_masked;
use crate::filing::field::table;
use crate::filing::record::Source;
use crate::filing::{Draft, FieldId, FilingKind, PersonField, Role, Section, Value};
use crate::filing::{EventKind, History};

/// A draft of this kind about what is on record.
///
/// A change begins with the values on record, and changes nothing yet; a deregistration knows number and mini-program; one more
/// mini-program has the subject's side, scans included, and says that the subject has filed before. Masked values are on record
/// and nowhere else. `place` says how the new draft names a file of the filed one; `None` leaves it out. Answers, confirmations, events, letters and the face check belong to the filing they were made for.
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
        let value = current(filed, field.id, record.source).cloned().map(without_documents);
        let begins = kind != FilingKind::Deregistration || matches!(field.id, FieldId::AppId | FieldId::MiniProgramName);
        if begins && !value.as_ref().is_some_and(is_masked) {
            draft.set(field.id, value.clone());
        }
        draft.set_recorded(field.id, value);
    }
    if kind == FilingKind::New {
        for id in FieldId::FILES.iter().copied().filter(|id| is_certificate(*id)) {
            let path = filed.get(id).and_then(Value::as_text).filter(|_| record.source == Source::Draft).and_then(place);
            draft.set(id, path.map(Value::Text));
        }
        draft.set(FieldId::FiledBefore, Some(Value::Flag(true)));
    } else {
        let passed = filed.events.iter().rev().find(|event| event.kind == EventKind::BureauPassed);
        let filed_on = passed.map(|event| event.at.date_naive().to_string());
        draft.set(FieldId::RecordFiledOn, filed_on.map(Value::from).or_else(|| filed.get(FieldId::RecordFiledOn).cloned()));
        draft.set(FieldId::RecordSource, Some(record.source.word().into()));
    }
    let number = History::of(filed).number().unwrap_or_else(|| filed.text(FieldId::RecordNumber));
    draft.set(FieldId::RecordNumber, Some(number.into()));
    if kind == FilingKind::Deregistration {
        receiver(&mut draft, filed);
    }
    draft
}

/// What is on record once a filing is through: what it changed, else what was there before.
fn current(filed: &Draft, id: FieldId, source: Source) -> Option<&Value> {
    let own = filed.get(id);
    let shown = own.filter(|_| source == Source::Answer || filed.filing_kind() != FilingKind::New || filed.asks(id));
    shown.or_else(|| filed.recorded(id))
}

/// Approvals are on record by kind and number.
fn without_documents(value: Value) -> Value {
    match value {
        Value::Approvals(mut rows) => {
            for row in &mut rows {
                row.document.clear();
            }
            Value::Approvals(rows)
        }
        value => value,
    }
}

/// Scans of certificates of the subject's side serve again; letters are dated, and made anew.
fn is_certificate(id: FieldId) -> bool {
    FieldId::CERTIFICATES.contains(&id) && matches!(id.field().section, Section::Subject | Section::ResponsiblePerson)
        || id == FieldId::SubjectResidencePermit
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
