//! The draft as it stands in its package: files are named where they lie in it, and no path of this computer leaves.

use super::PackageError;
use super::media::Media;
use crate::drafts::codec;
use crate::filing::{Draft, FieldId, Value};

/// The text of the draft with its files named by their places in the package. The user's notes leave only if asked: answers,
/// reasons of confirmations, remarks on events, and whatever the file holds besides the draft, which are comments and unknown keys.
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

/// Takes out what a package is not made for: answers that only the user needs, why a warning was confirmed, and remarks on events
/// other than the words of a reviewer.
fn without_notes(draft: &mut Draft) {
    for id in FieldId::QUESTIONS {
        draft.set(*id, None);
    }
    draft.confirmed.clear();
    for event in draft.events.iter_mut().filter(|event| !event.kind.has_reasons()) {
        event.note.clear();
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
