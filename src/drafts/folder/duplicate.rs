//! What of a draft serves another filing.

use crate::filing::reuse::is_likely_of_next;
use crate::filing::{Draft, FieldId, FilingKind, Section};

/// What a copy of a draft is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// One more mini-program of the same subject: the subject, the people, and what is offered serve again.
    OneMore,
    /// The same sort of mini-program for another subject: what it offers and says serves again; permits are its subject's own.
    AnotherSubject,
}

/// Takes out of a copy what belongs to the filing it was made from, whatever it is for: the story, confirmations, answers (the
/// dates of letters among them), face check, AppID, name, letters and what is on record; and what does not serve the purpose.
pub(super) fn strip(copy: &mut Draft, purpose: Purpose) {
    copy.events.clear();
    copy.confirmed.clear();
    for id in FieldId::ALL.iter().copied() {
        copy.set_recorded(id, None);
        if is_of_one_filing(id) || !serves(id, purpose) {
            copy.set(id, None);
        }
    }
    copy.set(FieldId::FilingKind, Some(FilingKind::New.word().into()));
}

fn is_of_one_filing(id: FieldId) -> bool {
    use FieldId as F;
    let own = [F::AppId, F::OriginalId, F::MiniProgramName, F::Published, F::RecordNumber, F::RecordFiledOn, F::RecordSource];
    let sections = [Section::Questions, Section::Deregistration];
    own.contains(&id) || F::FACE_CHECK.contains(&id) || F::SIGNED.contains(&id) || sections.contains(&id.field().section)
}

fn serves(id: FieldId, purpose: Purpose) -> bool {
    match (purpose, id.field().section) {
        (Purpose::OneMore, Section::MiniProgram | Section::Owner) => is_likely_of_next(id),
        // What the registry says of a subject serves again; what was written, filmed or signed belongs to one filing.
        (Purpose::OneMore, Section::Materials) => matches!(id, FieldId::NameChangeLetter | FieldId::SubjectOtherMaterials),
        (Purpose::OneMore, _) => true,
        (Purpose::AnotherSubject, _) => {
            matches!(id, FieldId::SubjectNature | FieldId::ServiceContents | FieldId::MiniProgramRemark)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Approval, Confirmation, Event, EventKind, Value};

    fn source() -> Draft {
        let mut draft = Draft::new(4);
        for (id, value) in [
            (FieldId::SubjectName, "虚构科技有限公司"),
            (FieldId::ResponsiblePersonMobile, "13012340003"),
            (FieldId::OwnerName, "李四"),
            (FieldId::OwnerAdministrator, "李四"),
            (FieldId::AppId, "wx7f6e5d4c3b2a1908"),
            (FieldId::OriginalId, "gh_0123456789ab"),
            (FieldId::MiniProgramName, "虚构助手"),
            (FieldId::MiniProgramRemark, "查询虚构科技的门店与营业时间，供顾客预约到店。"),
            (FieldId::FaceCheckTask, "t"),
            (FieldId::LettersDated, "2026-11-20"),
            (FieldId::RecordNumber, "蜀ICP备2026000001号-1X"),
        ] {
            draft.set(id, Some(value.into()));
        }
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
        draft.set(FieldId::ServiceContents, Some(Value::Codes(vec![3])));
        let approval = Approval { kind: Some(1), number: "川网许0001号".into(), document: "permit.jpg".into() };
        draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![approval])));
        draft.set(FieldId::MiniProgramOtherMaterials, Some(Value::Paths(vec!["other.jpg".to_owned()])));
        draft.set(FieldId::OwnerAuthorizationLetter, Some(Value::Paths(vec!["letter.jpg".to_owned()])));
        draft.set(FieldId::FiledBefore, Some(Value::Flag(false)));
        draft.set(FieldId::Published, Some(Value::Flag(true)));
        draft.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        draft.events.push(Event::new(EventKind::Submitted, "2026-11-24T10:42:33+08:00".parse().unwrap()));
        draft.confirmed.push(Confirmation {
            rule: "mobile-unusual".into(),
            field: "owner.mobile".into(),
            value: "13012340005".into(),
            reason: "本人在用".into(),
            date: "2026-11-20".parse().unwrap(),
        });
        draft
    }

    #[test]
    fn what_belongs_to_one_filing_is_never_inherited() {
        for purpose in [Purpose::OneMore, Purpose::AnotherSubject] {
            let mut copy = source();
            strip(&mut copy, purpose);
            assert!(copy.events.is_empty() && copy.confirmed.is_empty() && !copy.has_record());
            for id in [
                FieldId::AppId,
                FieldId::OriginalId,
                FieldId::MiniProgramName,
                FieldId::Published,
                FieldId::FaceCheckTask,
                FieldId::LettersDated,
                FieldId::FiledBefore,
                FieldId::OwnerAuthorizationLetter,
                FieldId::OwnerAdministrator,
                FieldId::RecordNumber,
            ] {
                assert_eq!(copy.get(id), None, "{id:?} for {purpose:?}");
            }
            assert_eq!(copy.filing_kind(), FilingKind::New);
        }
    }

    #[test]
    fn each_purpose_keeps_what_serves_it() {
        use FieldId as F;
        for (purpose, subject) in [(Purpose::OneMore, true), (Purpose::AnotherSubject, false)] {
            let mut copy = source();
            strip(&mut copy, purpose);
            let of_subject =
                [F::SubjectName, F::ResponsiblePersonMobile, F::SameAsResponsiblePerson, F::OwnerName, F::PriorApprovals];
            for id in of_subject {
                assert_eq!(copy.get(id).is_some(), subject, "{id:?} for {purpose:?}");
            }
            for id in [F::ServiceContents, F::MiniProgramRemark] {
                assert!(copy.get(id).is_some(), "{id:?} for {purpose:?}");
            }
            assert_eq!(copy.get(F::MiniProgramOtherMaterials), None, "{purpose:?}");
            assert_eq!(copy.code(FieldId::SubjectNature), Some(4), "the nature serves always");
        }
    }
}
