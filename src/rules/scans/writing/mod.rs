//! What was read on scans, held against what was typed. Readings are there only where the models are; without them nothing here says
//! a word. Nothing here holds an export: what is read may be misread.

pub(in crate::rules) mod kind;
pub(in crate::rules) mod legal;
pub(in crate::rules) mod letter;
pub mod offers;
pub(in crate::rules) mod person;
mod region;
pub(in crate::rules) mod sides;
pub(in crate::rules) mod values;

use crate::filing::{FieldId, PersonField, Role};
use crate::reading::{DocumentKind, Reading, Seen, What};
use crate::rules::engine::Context;
use crate::rules::scans::file::{Scan, scans};

/// A value that was read, and the field that it belongs into.
struct Read<'a> {
    field: FieldId,
    seen: &'a Seen,
    /// In the form in which drafts store it.
    stored: String,
}

/// The certificates that were read.
fn certificates<'a>(context: &Context<'a>) -> Vec<(Scan<'a>, &'a Reading)> {
    let certificates = scans(context).filter(|scan| FieldId::CERTIFICATES.contains(&scan.id));
    certificates.filter_map(|scan| context.read_on(scan.facts).map(|reading| (scan, reading))).collect()
}

/// Whether the scan shows the kind of document that belongs there, as far as both are known.
fn is_expected(context: &Context<'_>, scan: &Scan<'_>, kind: DocumentKind) -> bool {
    match (PersonField::find(scan.id), kind) {
        (Some((role, _)), DocumentKind::Person(document)) => context.document(role).is_none_or(|typed| typed == document),
        (Some(_), _) => false,
        (None, DocumentKind::Person(_) | DocumentKind::Letter | DocumentKind::Approval) => false,
        (None, _) => true,
    }
}

/// The values on a scan with the fields that ask for them.
fn values<'a>(context: &Context<'_>, scan: &Scan<'_>, reading: &'a Reading) -> Vec<Read<'a>> {
    if !reading.kind.is_some_and(|kind| is_expected(context, scan, kind)) {
        return Vec::new();
    }
    let mut found: Vec<Read<'a>> = Vec::new();
    let mut add = |field: FieldId, value: Option<(&'a Seen, String)>| {
        if let Some((seen, stored)) = value.filter(|_| context.asks(field)) {
            found.push(Read { field, seen, stored });
        }
    };
    let Some((role, _)) = PersonField::find(scan.id) else {
        for field in [
            FieldId::SubjectCertificateNumber,
            FieldId::SubjectName,
            FieldId::SubjectCertificateAddress,
            FieldId::SubjectCertificateValidUntil,
        ] {
            add(field, reading.for_subject(field));
        }
        // The person on the licence is asked for by name, unless it is the responsible person: which somebody must have said, since the
        // answer stands there to begin with.
        let name = match context.get(FieldId::IsLegalPerson).is_some() {
            _ if !context.flag(FieldId::IsLegalPerson) => Some(FieldId::LegalPersonName),
            true => Some(FieldId::ResponsiblePersonName),
            false => None,
        };
        // Who is the responsible person is no second person: that is said of the answer (`legal`).
        let seen = reading.value(What::LegalPerson).map(|seen| seen.text.as_str());
        let responsible = context.typed(FieldId::ResponsiblePersonName).unwrap_or_default();
        let is_one = name == Some(FieldId::LegalPersonName) && seen.is_some_and(|seen| legal::is_same(responsible, seen));
        if let Some(name) = name.filter(|_| !is_one) {
            add(name, reading.for_subject(FieldId::LegalPersonName));
        }
        return found;
    };
    for part in [PersonField::Name, PersonField::CertificateNumber, PersonField::ValidFrom, PersonField::ValidUntil] {
        add(part.of(role), reading.for_person(part));
    }
    // An individual's own card has the address of the subject.
    if role == Role::ResponsiblePerson && context.is_individual() {
        add(FieldId::SubjectCertificateAddress, reading.for_subject(FieldId::SubjectCertificateAddress));
    }
    found
}
