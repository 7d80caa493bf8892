//! What an open draft asks for. A frame asks for that hundreds of times, so it comes from the last check.

use super::Document;
use crate::filing::progress::{self, Progress};
use crate::filing::{FieldId, Need, Section};

impl Document {
    /// How strongly a field is asked for.
    #[must_use]
    pub fn need(&self, id: FieldId) -> Need {
        self.recheck.need(id).unwrap_or_else(|| self.draft.need(id))
    }

    /// The fields that are asked for in a step, in order.
    pub fn asked_in(&self, section: Section) -> impl Iterator<Item = FieldId> + '_ {
        let of_step = FieldId::ALL.iter().copied().filter(move |id| self.draft.section_of(*id) == section);
        of_step.filter(|id| self.need(*id) != Need::NotAsked)
    }

    /// How much of a step is filled in.
    #[must_use]
    pub fn progress(&self, section: Section) -> Progress {
        progress::of_section(&self.draft, section, &|id| self.need(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, Value};

    #[test]
    fn it_is_what_the_draft_asks_for_after_every_edit() {
        let today = "2026-11-30".parse().unwrap();
        let mut document = Document::new("/d/a.toml".into(), Draft::new(4), today);
        let edits: [(FieldId, Value); 8] = [
            (FieldId::SubjectRegion, "440305".into()),
            (FieldId::SameAsResponsiblePerson, Value::Flag(true)),
            (FieldId::SubjectNature, Value::Code(1)),
            (FieldId::ResponsiblePersonCertificateKind, Value::Code(11)),
            (FieldId::MiniProgramName, "小食记".into()),
            (FieldId::FilingKind, "change".into()),
            (FieldId::FilingKind, "deregister".into()),
            (FieldId::SubjectRegion, "310115".into()),
        ];
        let holds = |document: &Document, what: &str| {
            for id in FieldId::ALL.iter().copied() {
                assert_eq!(document.need(id), document.draft().need(id), "{what} {}", id.path());
            }
            for section in Section::ALL {
                let asked: Vec<FieldId> = document.draft().asked_in(section).collect();
                assert_eq!(document.asked_in(section).collect::<Vec<_>>(), asked, "{what} {section:?}");
            }
        };
        for (id, value) in edits {
            document.edit(id, Some(value));
            holds(&document, id.path());
        }
        while document.undo().is_some() {
            holds(&document, "undone");
        }
        document.replace(Draft::new(1));
        holds(&document, "replaced");
    }
}
