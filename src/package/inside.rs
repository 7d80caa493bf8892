//! The draft as it stands in its package: files are named where they lie in it, and no path of this computer leaves.

use super::PackageError;
use super::media::Media;
use crate::drafts::codec;
use crate::filing::hidden::without_hidden;
use crate::filing::{Draft, FieldId, Value};

/// The text of the draft with its files named by their places in the package. The user's notes leave only if asked: answers,
/// reasons of confirmations, remarks on events, a reviewer's words, data of people that the filing does not ask for, and whatever the
/// file holds besides the draft, which are comments and unknown keys.
///
/// # Errors
/// When the text is no draft, or would not read back as the same.
pub fn text(text: &str, media: &Media, with_notes: bool) -> Result<String, PackageError> {
    let mut document = codec::parse(text).map_err(|error| PackageError::Draft(error.to_string()))?;
    let mut moved = moved(document.draft(), media);
    // What stood here before a change serves whoever takes that back, in this draft.
    moved.events.iter_mut().for_each(|event| event.replaced.clear());
    if with_notes {
        document.update(&moved);
    } else {
        without_notes(&mut moved);
        document = codec::document_of(&moved);
    }
    document.faithful_text().map_err(|error| PackageError::Draft(error.fields.join(", ")))
}

/// Takes out what a package is not made for: answers that only the user needs, why a warning was confirmed, remarks on events, what a
/// reviewer wrote, and what was typed of people and things that are no part of the filing. At which field a filing was rejected, and for
/// which of the known reasons, stays: what is asked for follows from it.
fn without_notes(draft: &mut Draft) {
    *draft = without_hidden(draft).into_owned();
    for id in FieldId::QUESTIONS {
        draft.set(*id, None);
    }
    draft.confirmed.clear();
    for event in &mut draft.events {
        event.note.clear();
        for reason in &mut event.reasons {
            reason.text.clear();
            // Few enough phones and numbers exist to find out what was shortened.
            reason.was.clear();
        }
    }
}

/// The draft with other paths. A file that the filing does not ask for is not packed, so its path goes as well.
fn moved(draft: &Draft, media: &Media) -> Draft {
    let mut moved = draft.clone();
    for id in FieldId::FILES.iter().copied() {
        let asked = draft.asks(id);
        let place = |path: &str| media.place(path).filter(|_| asked);
        let value = match draft.get(id) {
            Some(Value::Text(path)) => place(path).map(Value::Text),
            Some(Value::Paths(paths)) => Some(Value::Paths(paths.iter().filter_map(|path| place(path)).collect())),
            Some(Value::Approvals(rows)) => Some(Value::Approvals(
                rows.iter()
                    .map(|row| {
                        let mut row = row.clone();
                        row.document = place(&row.document).unwrap_or_default();
                        row
                    })
                    .collect(),
            )),
            // What is no path is not asked for either, or the rules would have refused it.
            _ => None,
        };
        moved.set(id, value);
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::FilingKind;
    use FieldId as F;

    const PEOPLE: [F; 4] = [F::LegalPersonName, F::LegalPersonNumber, F::OwnerName, F::OwnerMobile];

    fn packed(kind: FilingKind, nature: u32, are_one: bool) -> Draft {
        let mut draft = Draft::new(nature);
        draft.set(F::FilingKind, Some(kind.word().into()));
        for id in PEOPLE.into_iter().chain([F::ResponsiblePersonName, F::SubjectName, F::SubjectCertificateNumber]) {
            draft.set(id, Some("somebody".into()));
        }
        for question in [F::IsLegalPerson, F::SameAsResponsiblePerson] {
            draft.set(question, Some(Value::Flag(are_one)));
        }
        without_notes(&mut draft);
        draft
    }

    #[test]
    fn who_is_no_part_of_the_filing_stays_behind() {
        for (kind, nature, are_one, people, organisation) in [
            (FilingKind::New, 4, false, true, true),
            (FilingKind::New, 4, true, false, true),
            (FilingKind::Change, 4, true, false, true),
            (FilingKind::New, crate::catalog::INDIVIDUAL, false, false, false),
            // What is deregistered is on record; what a draft holds beside is asked for nowhere.
            (FilingKind::Deregistration, 4, true, false, false),
        ] {
            let draft = packed(kind, nature, are_one);
            for id in PEOPLE {
                assert_eq!(draft.get(id).is_some(), people, "{kind:?} {nature} {are_one} {id:?}");
            }
            for id in [F::SubjectName, F::SubjectCertificateNumber] {
                assert_eq!(draft.get(id).is_some(), organisation, "{kind:?} {nature} {id:?}");
            }
            assert_eq!(draft.get(F::ResponsiblePersonName).is_some(), kind != FilingKind::Deregistration);
        }
    }
}
