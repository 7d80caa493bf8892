//! What new drafts begin with.

use std::sync::Arc;

use crate::filing::reuse::reuses_subject;
use crate::filing::{Draft, FieldId, FilingKind, Need, Value};

/// Values for fields that nobody has filled in yet, in the order of the field table. Cheap to copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Defaults(Arc<[(FieldId, Value)]>);

impl Defaults {
    /// These values, each once.
    #[must_use]
    pub fn new(fields: Vec<(FieldId, Value)>) -> Self {
        Self(fields.into())
    }

    /// Whether a draft may begin with a value of this field: it belongs to a new filing and is not what makes it one.
    #[must_use]
    pub fn takes(id: FieldId) -> bool {
        let field = id.field();
        id != FieldId::FilingKind && field.kinds.has(FilingKind::New) && !field.path.starts_with("record.")
    }

    /// The values.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &Value)> {
        self.0.iter().map(|(id, value)| (*id, value))
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, id: FieldId) -> Option<&Value> {
        self.iter().find(|(other, _)| *other == id).map(|(_, value)| value)
    }

    /// Puts them where a new filing has no value. What is not asked yet may be asked later, such as of a mini-program contact who
    /// is somebody else: its texts are filled in, too, but not its files, and nothing of a subject that is taken from the record. What
    /// changes or ends a filing begins with the record alone.
    pub fn fill(&self, draft: &mut Draft) {
        if draft.filing_kind() != FilingKind::New {
            return;
        }
        for (id, value) in self.iter() {
            let may_be_asked = !reuses_subject(draft) && !id.field().kind.is_file();
            if draft.get(id).is_none() && (draft.need(id) != Need::NotAsked || may_be_asked) {
                draft.set(id, Some(value.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_asked_and_empty_is_filled() {
        let defaults = Defaults::new(vec![
            (FieldId::SubjectNature, Value::Code(4)),
            (FieldId::OwnerCertificateFront, "~/front.jpg".into()),
            (FieldId::OwnerMobile, "13012340005".into()),
        ]);
        let filled = |mut draft: Draft| {
            defaults.fill(&mut draft);
            draft
        };
        let company = filled(Draft::default());
        assert_eq!(company.get(FieldId::SubjectNature), Some(&Value::Code(4)));
        assert_eq!(company.text(FieldId::OwnerMobile), "13012340005", "may be asked later");
        let individual = filled(Draft::new(5));
        assert_eq!(individual.get(FieldId::SubjectNature), Some(&Value::Code(5)), "what was chosen stays");
        assert_eq!(individual.get(FieldId::OwnerCertificateFront), None, "a file that is not asked for is not filled in");
        let mut change = Draft::new(4);
        change.set(FieldId::FilingKind, Some("change".into()));
        assert_eq!(filled(change.clone()), change);
    }
}
