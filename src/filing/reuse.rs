//! One more mini-program of a subject on record (新增, 复用资料): the subject's side comes from the record and is not asked again
//! (`filing-rules.md` section 1.2).

use super::draft::Draft;
use super::field::{FieldId, Section};
use crate::catalog::FilingKind;

/// The sections of the subject's side.
pub const SECTIONS: [Section; 2] = [Section::Subject, Section::ResponsiblePerson];

/// Whether it is a new filing whose subject is on record.
#[must_use]
pub fn reuses_subject(draft: &Draft) -> bool {
    draft.filing_kind() == FilingKind::New && draft.has_record()
}

/// Whether a section is shown from the record.
#[must_use]
pub fn is_section_on_record(draft: &Draft, section: Section) -> bool {
    SECTIONS.contains(&section) && reuses_subject(draft)
}

/// Whether what the field holds is what the record says. A value that the platform has masked is on record and not in the field: it
/// is asked for.
#[must_use]
pub fn is_on_record(draft: &Draft, id: FieldId) -> bool {
    let on_record = draft.recorded(id);
    is_section_on_record(draft, id.field().section) && on_record.is_some() && on_record == draft.get(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_new_filing_with_a_record_reuses_the_subject() {
        for (kind, recorded, expected) in [("new", true, true), ("new", false, false), ("change", true, false)] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set(FieldId::SubjectName, Some("虚构科技有限公司".into()));
            draft.set_recorded(FieldId::SubjectName, recorded.then(|| "虚构科技有限公司".into()));
            assert_eq!(reuses_subject(&draft), expected, "{kind}");
            assert_eq!(is_on_record(&draft, FieldId::SubjectName), expected, "{kind}");
            assert!(!is_on_record(&draft, FieldId::SubjectAddress), "nothing is on record of it");
            draft.set(FieldId::SubjectName, Some("另一家公司".into()));
            assert!(!is_on_record(&draft, FieldId::SubjectName), "it differs");
            assert!(!is_section_on_record(&draft, Section::MiniProgram));
        }
    }
}
