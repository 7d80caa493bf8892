//! A new filing of what has ended, or of what a change cannot alter.

use super::Record;
use super::begin::{begin, on_record};
use crate::filing::change::is_masked;
use crate::filing::record::Source;
use crate::filing::take_over::with_documents;
use crate::filing::{Draft, FieldId, FilingKind, Section, Value};

/// The platform's number of the reason that the subject's data have changed and are filed again (`deregistration::REASONS`).
const TO_BE_FILED_AGAIN: u32 = 2;

/// What takes the place of a change of what is fixed, in the order in which it is filed: the deregistration of what is on record, to be
/// filed again, and the new filing with the values that the change has. What ends is left to the person.
#[must_use]
pub fn refile(change: &Draft) -> [Draft; 2] {
    let mut end = begin(&on_record(change), FilingKind::Deregistration, &|_| None);
    end.set(FieldId::RecordNumber, change.get(FieldId::RecordNumber).cloned());
    end.set(FieldId::DeregistrationReason, Some(Value::Code(TO_BE_FILED_AGAIN)));
    [end, again(change)]
}

/// A new filing with the values that a draft has, or knows to be on record: of what has ended, or takes the place of what ends. What
/// belongs to the order it was made for is left out: number, answers, events, signed letters, the face check.
#[must_use]
pub fn again(draft: &Draft) -> Draft {
    let mut anew = Draft::default();
    anew.set(FieldId::FilingKind, Some(FilingKind::New.word().into()));
    for id in FieldId::ALL.iter().copied().filter(|id| !is_of_the_order(*id)) {
        let value = draft.get(id).or_else(|| draft.recorded(id)).filter(|value| !is_masked(value));
        anew.set(id, value.cloned());
    }
    anew
}

/// Whether a field belongs to the order it was filled in for, and to no other.
fn is_of_the_order(id: FieldId) -> bool {
    let own = [FieldId::FilingKind, FieldId::RecordNumber, FieldId::RecordFiledOn, FieldId::RecordSource];
    own.contains(&id)
        || FieldId::FACE_CHECK.contains(&id)
        || FieldId::SIGNED.contains(&id)
        || matches!(id.field().section, Section::Questions | Section::Deregistration)
}

/// Fills a new filing up with what the draft has that was filed in the first place: a deregistration holds no scans, and a change only
/// those of what changes. Scans of another subject or another person than the new filing names stay behind. Both drafts name their files
/// as from one folder.
pub fn complete(anew: &mut Draft, filed: &Draft) {
    let bearers = [Section::Subject, Section::ResponsiblePerson, Section::Owner, Section::Materials];
    let others: Vec<Section> = bearers.into_iter().filter(|section| is_of_another(*section, anew, filed)).collect();
    for id in FieldId::ALL.iter().copied().filter(|id| !is_of_the_order(*id) && !others.contains(&id.field().section)) {
        let value = match (anew.get(id).cloned(), filed.get(id)) {
            (Some(value @ Value::Approvals(_)), known) => with_documents(value, known),
            (None, Some(value)) if !is_masked(value) => value.clone(),
            _ => continue,
        };
        anew.set(id, Some(value));
    }
}

/// Whether what a section holds is of somebody else in the other draft, by the certificate's number.
fn is_of_another(section: Section, one: &Draft, other: &Draft) -> bool {
    let number = match section {
        Section::Subject | Section::Materials if !one.is_individual() => FieldId::SubjectCertificateNumber,
        Section::Owner => FieldId::OwnerCertificateNumber,
        _ => FieldId::ResponsiblePersonCertificateNumber,
    };
    let [one, other] = [one, other].map(|draft| draft.text(number).trim().to_uppercase());
    !one.is_empty() && !other.is_empty() && one != other
}

/// A new filing as one more mini-program of a subject that is still on record with `standing`, another filing of it: the subject's side
/// comes from there. Both drafts name their files as from one folder.
#[must_use]
pub fn one_more(anew: &Draft, standing: &Draft) -> Draft {
    let record = Record { filed: standing.clone(), source: Source::Draft };
    let mut more = begin(&record, FilingKind::New, &|path| Some(path.to_owned()));
    let own = [Section::MiniProgram, Section::Owner, Section::Materials];
    for id in FieldId::ALL.iter().copied().filter(|id| own.contains(&id.field().section)) {
        more.set(id, anew.get(id).cloned());
    }
    more
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Approval;
    use crate::filing::reuse::reuses_subject;

    fn filed() -> Draft {
        let mut draft = Draft::new(4);
        let approval = Approval { kind: Some(1), number: "甲".into(), document: "scans/permit.jpg".into() };
        for (id, value) in [
            (FieldId::SubjectName, Value::from("甲公司")),
            (FieldId::SubjectCertificateNumber, "91510104MA00000000".into()),
            (FieldId::SubjectCertificatePhoto, "scans/licence.jpg".into()),
            (FieldId::ResponsiblePersonCertificateNumber, "51010719920712992X".into()),
            (FieldId::ResponsiblePersonCertificateFront, "scans/front.jpg".into()),
            (FieldId::AppId, "wx0000000000000001".into()),
            (FieldId::MiniProgramName, "小食记".into()),
            (FieldId::PriorApprovals, Value::Approvals(vec![approval])),
            (FieldId::CommitmentLetter, Value::Paths(vec!["scans/letter.jpg".into()])),
            (FieldId::FiledBefore, Value::Flag(false)),
            (FieldId::FilingKind, "new".into()),
        ] {
            draft.set(id, Some(value));
        }
        draft
    }

    fn record() -> Record {
        Record { filed: filed(), source: Source::Draft }
    }

    #[test]
    fn what_a_deregistration_does_not_hold_comes_from_what_was_filed() {
        let mut anew = again(&begin(&record(), FilingKind::Deregistration, &|_| None));
        assert_eq!(anew.text(FieldId::MiniProgramName), "小食记");
        assert_eq!(anew.get(FieldId::SubjectCertificatePhoto), None);
        complete(&mut anew, &filed());
        assert_eq!(anew.text(FieldId::SubjectCertificatePhoto), "scans/licence.jpg");
        assert_eq!(anew.text(FieldId::ResponsiblePersonCertificateFront), "scans/front.jpg");
        assert_eq!(anew.approvals()[0].document, "scans/permit.jpg");
        for id in [FieldId::CommitmentLetter, FieldId::FiledBefore, FieldId::RecordNumber] {
            assert_eq!(anew.get(id), None, "{id:?}");
        }
        assert!(!anew.has_record());
    }

    #[test]
    fn scans_of_somebody_else_stay_behind() {
        let mut change = begin(&record(), FilingKind::Change, &|_| None);
        change.set(FieldId::SubjectCertificateNumber, Some("91510104MA00000001".into()));
        let mut anew = again(&change);
        complete(&mut anew, &filed());
        assert_eq!(anew.get(FieldId::SubjectCertificatePhoto), None);
        assert_eq!(anew.text(FieldId::ResponsiblePersonCertificateFront), "scans/front.jpg");
    }

    #[test]
    fn where_the_subject_is_still_on_record_it_is_one_more_mini_program() {
        let mut standing = filed();
        standing.set(FieldId::AppId, Some("wx0000000000000002".into()));
        standing.set(FieldId::MiniProgramName, Some("点餐记".into()));
        standing.set(FieldId::SubjectCertificatePhoto, Some("scans/licence-2.jpg".into()));
        standing.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-2X".into()));
        let more = one_more(&again(&filed()), &standing);
        assert!(reuses_subject(&more));
        for (id, text) in [
            (FieldId::AppId, "wx0000000000000001"),
            (FieldId::MiniProgramName, "小食记"),
            (FieldId::SubjectCertificatePhoto, "scans/licence-2.jpg"),
            (FieldId::RecordNumber, "蜀ICP备2026000001号-2X"),
        ] {
            assert_eq!(more.text(id), text);
        }
        assert_eq!(more.answer(FieldId::FiledBefore), Some(true));
    }
}
