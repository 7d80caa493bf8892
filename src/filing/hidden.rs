//! What a draft still holds of questions that its form no longer asks: typed once, and no part of the filing since.

use std::borrow::Cow;

use super::draft::Draft;
use super::field::{FieldId, Need, Section};
use crate::catalog::FilingKind;

/// What says of a deregistration which filing it ends, whether the form asks for it or not.
const KEPT: [FieldId; 4] = [FieldId::FilingKind, FieldId::RecordNumber, FieldId::AppId, FieldId::MiniProgramName];

/// Whether the form does not ask for a field, so that the filing has no place for what it holds: another answer hides it, or it is of
/// another kind of filing. What a deregistration ends is on record, and nothing of it is asked for.
#[must_use]
pub fn is_hidden(draft: &Draft, id: FieldId) -> bool {
    let (kind, field) = (draft.filing_kind(), id.field());
    if kind == FilingKind::Deregistration {
        return field.is_recorded() && field.section != Section::Deregistration && !draft.asks(id) && !KEPT.contains(&id);
    }
    let is_of_form = field.kinds.has(kind);
    field.section == Section::Deregistration || (is_of_form && (field.need)(draft) == Need::NotAsked && !draft.asks(id))
}

/// The draft without what is hidden.
#[must_use]
pub fn without_hidden(draft: &Draft) -> Cow<'_, Draft> {
    let hidden: Vec<FieldId> =
        FieldId::ALL.iter().copied().filter(|id| draft.get(*id).is_some() && is_hidden(draft, *id)).collect();
    if hidden.is_empty() {
        return Cow::Borrowed(draft);
    }
    let mut shown = draft.clone();
    for id in hidden {
        shown.set(id, None);
    }
    Cow::Owned(shown)
}
