//! One more mini-program of a subject on record (新增, 复用资料): the subject's side comes from the record and is not asked again
//! (`filing-rules.md` section 1.2). Of its own side it begins with what is likely to be as that of the mini-program before, and
//! with nothing that never is.

use super::draft::{Draft, kind_name};
use super::field::{FieldId, Need, PersonField, Section};
use super::progress;
use super::reason::{asks_again, wants_papers};
use crate::catalog::FilingKind;
use crate::text::Text;

/// The sections of the subject's side.
pub const SECTIONS: [Section; 2] = [Section::Subject, Section::ResponsiblePerson];

/// Whether a field of the mini-program's side is likely to be the same for the next mini-program of the subject: what is offered, the
/// permits for it, the remark to begin with, and who answers. AppID and name are each mini-program's own; letters, face check and
/// the administrator belong to one account and one filing.
#[must_use]
pub fn is_likely_of_next(id: FieldId) -> bool {
    use FieldId as F;
    let field = id.field();
    match field.section {
        Section::MiniProgram => matches!(id, F::ServiceContents | F::PriorApprovals | F::MiniProgramRemark),
        Section::Owner => {
            let is_own = id == F::OwnerAdministrator || F::FACE_CHECK.contains(&id) || F::SIGNED.contains(&id);
            !is_own
        }
        _ => false,
    }
}

/// Whether a scan of the subject's side serves for the next mini-program of the subject: certificates do; letters are dated, and made anew.
#[must_use]
pub fn serves_again(id: FieldId) -> bool {
    (FieldId::CERTIFICATES.contains(&id) && SECTIONS.contains(&id.field().section)) || id == FieldId::SubjectResidencePermit
}

/// Whether it is a new filing whose subject is on record.
#[must_use]
pub fn reuses_subject(draft: &Draft) -> bool {
    draft.filing_kind() == FilingKind::New && draft.has_record()
}

/// What a draft files, in a word or two; one more mini-program is told from a first filing.
#[must_use]
pub fn kind_title(draft: &Draft) -> Text {
    const ONE_MORE: Text = Text::new("再新增一个小程序", "One more mini-program");
    match draft.text(FieldId::FilingKind) {
        _ if reuses_subject(draft) => ONE_MORE,
        "" => kind_name(draft.filing_kind().word()),
        word => kind_name(word),
    }
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

/// Whether a section is shown from the record and nothing in it is open: the person skips it.
#[must_use]
pub fn is_skipped(draft: &Draft, section: Section) -> bool {
    is_section_on_record(draft, section) && progress::of_section(draft, section, &|id| draft.need(id)).is_complete()
}

/// How strongly a field is asked for, where a first filing would ask for it this strongly. The pages of the subject are skipped
/// (`filing-rules.md` section 1.2), so its papers lie with the platform: they serve again where they are at hand, and are not asked
/// for where they are not. Nor is a question that the record answers, unless a reviewer speaks of it.
pub(super) fn need(draft: &Draft, id: FieldId, need: Need) -> Need {
    match id.field().section {
        Section::Questions if is_answered_by_record(draft, id) && !asks_again(draft, id) => Need::NotAsked,
        _ if lies_with_platform(draft, id) => need.min(Need::Optional),
        _ => need,
    }
}

/// Whether what a question is about was filed, passed the reviewers, and is as it was then: the name of the subject, the numbers of
/// everyone who is asked for one, the certificates. What may have happened since the filing is asked.
fn is_answered_by_record(draft: &Draft, id: FieldId) -> bool {
    use FieldId as F;
    let on_record = |of: &[PersonField]| {
        let numbers = of.iter().flat_map(|part| part.of_both()).filter(|id| draft.asks(*id));
        numbers.into_iter().all(|id| is_on_record(draft, id))
    };
    reuses_subject(draft)
        && match id {
            F::Renamed => is_on_record(draft, F::SubjectName),
            F::PhonesAreLocal => on_record(&[PersonField::Mobile]),
            F::PhonesUsedElsewhere => on_record(&[PersonField::Mobile, PersonField::EmergencyPhone]),
            F::PicturesAreOriginals => {
                let mut own = FieldId::CERTIFICATES.iter().filter(|file| draft.asks(**file) && draft.get(**file).is_some());
                own.all(|file| is_section_on_record(draft, file.field().section))
            }
            _ => false,
        }
}

fn lies_with_platform(draft: &Draft, id: FieldId) -> bool {
    id.field().kind.is_file() && is_section_on_record(draft, id.field().section)
}

/// Whether the field holds papers of the subject's side that were filed with the record, and are left to it: no reviewer asks for
/// them again.
#[must_use]
pub fn is_paper_on_record(draft: &Draft, id: FieldId) -> bool {
    lies_with_platform(draft, id) && !wants_papers(draft, id)
}

/// Papers of the subject's side that a first filing must bring and this one leaves to the record. The console takes them from there;
/// the interface has no way to refer to a record.
pub fn left_to_record(draft: &Draft) -> impl Iterator<Item = FieldId> {
    let papers = FieldId::FILES.iter().copied().filter(|id| is_paper_on_record(draft, *id));
    papers.filter(|id| draft.get(*id).is_none() && (id.field().need)(draft) == Need::Required)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind, Reason, Value};

    #[test]
    fn papers_of_the_subject_are_left_to_the_record() {
        for (recorded, need, left) in [(false, Need::Required, 0), (true, Need::Optional, 4)] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::IsLegalPerson, Some(Value::Flag(false)));
            draft.set_recorded(FieldId::SubjectName, recorded.then(|| "虚构科技有限公司".into()));
            for id in [FieldId::ResponsiblePersonAuthorizationLetter, FieldId::SubjectCertificatePhoto] {
                assert_eq!(draft.need(id), need, "{id:?} {recorded}");
            }
            // Values are sent whole: what the platform has masked is asked for. So are the papers of the mini-program.
            assert_eq!(draft.need(FieldId::ResponsiblePersonMobile), Need::Required);
            assert_eq!(draft.need(FieldId::OwnerAuthorizationLetter), Need::Required);
            assert_eq!(left_to_record(&draft).count(), left);
            draft.set(FieldId::SubjectCertificatePhoto, Some("licence.jpg".into()));
            assert!(left_to_record(&draft).all(|id| id != FieldId::SubjectCertificatePhoto));
        }
    }

    #[test]
    fn of_the_mini_program_s_side_only_what_is_likely_to_be_the_same_serves_again() {
        use FieldId as F;
        for (id, expected) in [
            (F::ServiceContents, true),
            (F::PriorApprovals, true),
            (F::MiniProgramRemark, true),
            (F::SameAsResponsiblePerson, true),
            (F::OwnerName, true),
            (F::OwnerMobile, true),
            (F::OwnerCertificateFront, true),
            (F::AppId, false),
            (F::OriginalId, false),
            (F::MiniProgramName, false),
            (F::Published, false),
            (F::OwnerAuthorizationLetter, false),
            (F::OwnerAdministrator, false),
            (F::FaceCheckTask, false),
            (F::MiniProgramOtherMaterials, false),
            (F::LettersDated, false),
            (F::NameIsUnique, false),
            // The subject's side comes from the record.
            (F::SubjectName, false),
        ] {
            assert_eq!(is_likely_of_next(id), expected, "{id:?}");
        }
    }

    #[test]
    fn what_the_record_answers_is_not_asked_again() {
        use FieldId as F;
        let mut filed = Draft::new(4);
        for (id, value) in [
            // 湖南 asks everyone for local numbers.
            (F::SubjectRegion, "430102".into()),
            (F::SubjectName, "虚构科技有限公司".into()),
            (F::ResponsiblePersonMobile, "13012340003".into()),
            (F::ResponsiblePersonEmergencyPhone, "13012340004".into()),
            (F::SameAsResponsiblePerson, Value::Flag(true)),
        ] {
            filed.set(id, Some(value));
        }
        let mut more = filed.clone();
        for id in [F::SubjectName, F::ResponsiblePersonMobile, F::ResponsiblePersonEmergencyPhone] {
            more.set_recorded(id, filed.get(id).cloned());
        }
        let changed: [(F, Value, &[F]); 5] = [
            (F::SubjectName, "虚构科技发展有限公司".into(), &[F::Renamed]),
            (F::ResponsiblePersonMobile, "13012340005".into(), &[F::PhonesAreLocal, F::PhonesUsedElsewhere]),
            (F::ResponsiblePersonEmergencyPhone, "13012340005".into(), &[F::PhonesUsedElsewhere]),
            (F::SameAsResponsiblePerson, Value::Flag(false), &[F::PhonesAreLocal, F::PhonesUsedElsewhere]),
            // The picture of the subject's licence has passed; that of another owner is of this filing.
            (F::SubjectCertificatePhoto, "licence.jpg".into(), &[]),
        ];
        let settled = [F::Renamed, F::PhonesAreLocal, F::PhonesUsedElsewhere, F::PicturesAreOriginals];
        let asked = |draft: &Draft| -> Vec<F> { settled.into_iter().filter(|id| draft.asks(*id)).collect() };
        assert_eq!(asked(&filed), settled, "a first filing is asked all of it");
        assert!(asked(&more).is_empty() && more.asks(F::AnotherFilingRuns) && more.asks(F::NameIsUnique));
        for (id, value, expected) in changed {
            let mut draft = more.clone();
            draft.set(id, Some(value));
            assert_eq!(asked(&draft), expected, "{id:?}");
        }
        let mut another = more.clone();
        another.set(F::SameAsResponsiblePerson, Some(Value::Flag(false)));
        another.set(F::OwnerCertificateFront, Some("front.jpg".into()));
        assert!(another.asks(F::PicturesAreOriginals));
        // A reviewer who speaks of it has the last word.
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-24T10:00:00+08:00").unwrap();
        let reason = Reason { field: F::PicturesAreOriginals.path().to_owned(), ..Reason::default() };
        more.events = vec![Event { reasons: vec![reason], ..Event::new(EventKind::PlatformReturned, at) }];
        assert!(more.asks(F::PicturesAreOriginals));
    }

    #[test]
    fn only_a_new_filing_with_a_record_reuses_the_subject() {
        for (kind, recorded, expected) in [("new", true, true), ("new", false, false), ("change", true, false)] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set(FieldId::SubjectName, Some("虚构科技有限公司".into()));
            draft.set_recorded(FieldId::SubjectName, recorded.then(|| "虚构科技有限公司".into()));
            assert_eq!(reuses_subject(&draft), expected, "{kind}");
            assert_eq!(is_on_record(&draft, FieldId::SubjectName), expected, "{kind}");
            assert_eq!(kind_title(&draft) != kind_name(kind), expected, "{kind}");
            assert!(!is_on_record(&draft, FieldId::SubjectAddress), "nothing is on record of it");
            draft.set(FieldId::SubjectName, Some("另一家公司".into()));
            assert!(!is_on_record(&draft, FieldId::SubjectName), "it differs");
            assert!(!is_section_on_record(&draft, Section::MiniProgram));
        }
    }
}
