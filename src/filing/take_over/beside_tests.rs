use super::*;
use crate::filing::take_over::{take_back, take_over};
use crate::filing::{Approval, Event, EventKind};
use FieldId as F;

const CODE: &str = "91510107MA0000007C";
const OLD: &str = "13012340003";
const NEW: &str = "13012340009";

fn passed(number: &str) -> Vec<Event> {
    let at = |index: i64| {
        "2026-11-20T10:00:00+08:00".parse::<crate::filing::event::Moment>().unwrap() + chrono::TimeDelta::hours(index)
    };
    let mut events: Vec<Event> =
        EventKind::TO_FILED.into_iter().zip(0..).map(|(kind, index)| Event::new(kind, at(index))).collect();
    events.last_mut().unwrap().number = number.to_owned();
    events
}

/// A draft of one company: its kind, the mini-program, and the mobile number of the responsible person.
fn draft(kind: &str, app_id: &str, mobile: &str) -> Draft {
    let mut draft = Draft::new(4);
    for (id, text) in [
        (F::FilingKind, kind),
        (F::SubjectName, "甲公司"),
        (F::SubjectCertificateNumber, CODE),
        (F::ResponsiblePersonMobile, mobile),
        (F::AppId, app_id),
    ] {
        draft.set(id, Some(text.into()));
    }
    draft
}

fn recorded(mut draft: Draft, mobile: &str, number: &str) -> Draft {
    draft.set(F::RecordNumber, Some(number.into()));
    draft.set_recorded(F::SubjectName, Some("甲公司".into()));
    draft.set_recorded(F::SubjectCertificateNumber, Some(CODE.into()));
    draft.set_recorded(F::ResponsiblePersonMobile, Some(mobile.into()));
    draft
}

/// A change of the responsible person's mobile number and of the remark, made for one mini-program, that is through.
fn finished() -> Draft {
    let mut change = recorded(draft("change", "wx01", NEW), OLD, "蜀ICP备2026000001号-1X");
    change.set_recorded(F::MiniProgramRemark, Some("旧".into()));
    change.set(F::MiniProgramRemark, Some("新".into()));
    change.events = passed("");
    change
}

#[test]
fn the_filing_of_another_mini_program_takes_what_tells_of_the_subject() {
    let filed = || {
        let mut filed = draft("new", "wx02", OLD);
        filed.set(F::MiniProgramRemark, Some("旧".into()));
        filed.events = passed("蜀ICP备2026000001号-2X");
        filed
    };
    let mut other = filed();
    assert!(concerns_filed(&finished(), &other) && !concerns_prepared(&finished(), &other));
    assert_eq!(take_over(&finished(), &mut other, "变更").unwrap().fields, [F::ResponsiblePersonMobile]);
    assert_eq!((other.text(F::ResponsiblePersonMobile), other.text(F::MiniProgramRemark)), (NEW, "旧"));
    assert_eq!(other.number(), "蜀ICP备2026000001号-2X", "it keeps its own");
    assert!(take_over(&finished(), &mut other, "变更").is_none(), "once");
    assert_eq!(take_back(&finished(), &mut other, "变更"), Some(Followed::default()));
    assert_eq!(other, filed());
}

#[test]
fn who_has_nothing_to_take_has_no_event() {
    let mut other = draft("new", "wx02", NEW);
    other.events = passed("蜀ICP备2026000001号-2X");
    let before = other.clone();
    assert_eq!(take_over(&finished(), &mut other, "变更"), None);
    assert_eq!(other, before);
}

#[test]
fn drafts_of_others_and_changes_of_the_mini_program_alone_concern_nobody() {
    let mut of_service = finished();
    of_service.set(F::ResponsiblePersonMobile, Some(OLD.into()));
    let mut running = finished();
    running.events.pop();
    let mut other_subject = draft("new", "wx02", OLD);
    other_subject.events = passed("蜀ICP备2026000002号-1X");
    other_subject.set(F::SubjectCertificateNumber, Some("91510104MA00000000".into()));
    let mut filed = draft("new", "wx02", OLD);
    filed.events = passed("蜀ICP备2026000001号-2X");
    let mut ended = filed.clone();
    ended.events.push(Event::new(EventKind::Deregistered, filed.events[4].at));
    for (finished, other) in [
        (&of_service, &filed),
        (&running, &filed),
        (&finished(), &other_subject),
        (&finished(), &ended),
        (&finished(), &draft("new", "", OLD)),
    ] {
        assert!(!concerns_filed(finished, other) && !concerns_prepared(finished, other));
    }
}

#[test]
fn what_is_prepared_is_measured_against_the_new_record() {
    // What is in the field before, what comes of it, and what is taken back of it.
    for (typed, after, undone, kept) in [(OLD, NEW, OLD, 0), (NEW, NEW, OLD, 0), ("13012340005", "13012340005", "13012340005", 1)]
    {
        let mut more = recorded(draft("new", "", typed), OLD, "蜀ICP备2026000001号-1X");
        assert!(concerns_prepared(&finished(), &more));
        assert_eq!(renew(&finished(), &mut more, None).unwrap().fields, [F::ResponsiblePersonMobile]);
        assert_eq!(more.text(F::ResponsiblePersonMobile), after);
        assert_eq!(more.recorded(F::ResponsiblePersonMobile), Some(&NEW.into()));
        assert_eq!(more.get(F::MiniProgramRemark), None, "another mini-program's");
        assert_eq!(renew(&finished(), &mut more, None), None, "once");
        assert_eq!(renew_back(&finished(), &mut more, None).unwrap().fields.len(), kept);
        assert_eq!(more.text(F::ResponsiblePersonMobile), undone);
        assert_eq!(more.recorded(F::ResponsiblePersonMobile), Some(&OLD.into()));
        assert_eq!(renew_back(&finished(), &mut more, None), None);
    }
}

#[test]
fn another_change_of_the_same_mini_program_follows_in_all_fields() {
    let mut second = recorded(draft("change", "wx01", OLD), OLD, "蜀ICP备2026000001号-1X");
    second.set_recorded(F::MiniProgramRemark, Some("旧".into()));
    second.set(F::MiniProgramRemark, Some("旧".into()));
    assert_eq!(renew(&finished(), &mut second, None).unwrap().fields, [F::ResponsiblePersonMobile, F::MiniProgramRemark]);
    assert!(differences(&second).is_empty());
}

#[test]
fn a_deregistration_has_the_new_record_and_no_more_to_fill_in() {
    let mut end = recorded(Draft::new(4), OLD, "蜀ICP备2026000001号-1X");
    end.set(F::FilingKind, Some("deregister".into()));
    end.set(F::AppId, Some("wx01".into()));
    end.set(F::DeregistrationCodePhone, Some(OLD.into()));
    renew(&finished(), &mut end, None).unwrap();
    assert_eq!(end.text(F::DeregistrationCodePhone), NEW, "who receives the code is who is on record");
    assert_eq!((end.recorded(F::ResponsiblePersonMobile), end.get(F::ResponsiblePersonMobile)), (Some(&NEW.into()), None));
}

#[test]
fn what_was_submitted_and_what_another_change_recorded_stays() {
    let mut under_way = recorded(draft("new", "wx02", OLD), OLD, "蜀ICP备2026000001号-1X");
    under_way.events = passed("")[..1].to_vec();
    assert!(!concerns_prepared(&finished(), &under_way));
    let mut later = recorded(draft("new", "wx02", "13012340007"), "13012340007", "蜀ICP备2026000001号-1X");
    assert_eq!(renew(&finished(), &mut later, None), None);
    assert_eq!(later.text(F::ResponsiblePersonMobile), "13012340007");
}

#[test]
fn certificates_follow_and_letters_do_not() {
    let mut change = finished();
    change.set_recorded(F::ResponsiblePersonName, Some("张三".into()));
    change.set(F::ResponsiblePersonName, Some("李四".into()));
    change.set(F::ResponsiblePersonCertificateFront, Some("new.jpg".into()));
    change.set(F::ResponsiblePersonAuthorizationLetter, Some("letter.jpg".into()));
    let mut more = recorded(draft("new", "", OLD), OLD, "蜀ICP备2026000001号-1X");
    more.set_recorded(F::ResponsiblePersonName, Some("张三".into()));
    more.set(F::ResponsiblePersonName, Some("张三".into()));
    more.set(F::ResponsiblePersonCertificateFront, Some("old.jpg".into()));
    assert!(renew(&change, &mut more, None).unwrap().fields.contains(&F::ResponsiblePersonCertificateFront));
    assert_eq!(more.text(F::ResponsiblePersonName), "李四");
    assert_eq!(more.text(F::ResponsiblePersonCertificateFront), "new.jpg");
    assert_eq!(more.get(F::ResponsiblePersonAuthorizationLetter), None);
    let mut filed = draft("new", "wx01", OLD);
    filed.set(F::ResponsiblePersonName, Some("张三".into()));
    filed.set(F::ResponsiblePersonCertificateFront, Some("old.jpg".into()));
    for (filed, left) in [(None, "new.jpg"), (Some(&filed), "old.jpg")] {
        let mut more = more.clone();
        let followed = renew_back(&change, &mut more, filed).unwrap();
        let front = F::ResponsiblePersonCertificateFront;
        assert_eq!((followed.files.contains(&front), followed.restored.contains(&front)), (filed.is_none(), filed.is_some()));
        assert_eq!((more.text(F::ResponsiblePersonName), more.text(front)), ("张三", left), "nothing is emptied");
    }
}

#[test]
fn the_filed_draft_tells_what_is_on_record_whatever_stood_there() {
    let mut filed = draft("new", "wx01", NEW);
    filed.events = passed("蜀ICP备2026000001号-1X");
    // On record there before, in the field, and in the field then: a change that came between, and what the platform had masked.
    for (recorded_there, typed, after) in
        [("13012340007", "13012340007", NEW), ("130****0003", OLD, NEW), ("130****0003", "13012340005", "13012340005")]
    {
        let mut more = recorded(draft("new", "", typed), recorded_there, "蜀ICP备2026000001号-1X");
        assert!(renew(&finished(), &mut more, Some(&filed)).is_some(), "{recorded_there}");
        assert_eq!(more.text(F::ResponsiblePersonMobile), after);
        assert_eq!(more.recorded(F::ResponsiblePersonMobile), Some(&NEW.into()));
    }
    // Taken back, what was on record before this change is not what it says itself.
    let mut before = filed.clone();
    before.set(F::ResponsiblePersonMobile, Some("13012340007".into()));
    let mut more = recorded(draft("new", "", NEW), NEW, "蜀ICP备2026000001号-1X");
    let back = Followed { restored: vec![F::ResponsiblePersonMobile], ..Followed::default() };
    assert_eq!(renew_back(&finished(), &mut more, Some(&before)), Some(back));
    assert_eq!(more.text(F::ResponsiblePersonMobile), "13012340007");
}

#[test]
fn the_filing_of_another_mini_program_tells_of_the_subject_alone() {
    let mut sister = draft("new", "wx02", NEW);
    sister.set(F::MiniProgramRemark, Some("另一个的".into()));
    sister.events = passed("蜀ICP备2026000001号-2X");
    let mut second = recorded(draft("change", "wx01", OLD), OLD, "蜀ICP备2026000001号-1X");
    second.set_recorded(F::MiniProgramRemark, Some("旧".into()));
    second.set(F::MiniProgramRemark, Some("旧".into()));
    let before = second.clone();
    renew(&finished(), &mut second, Some(&sister)).unwrap();
    assert_eq!((second.text(F::ResponsiblePersonMobile), second.text(F::MiniProgramRemark)), (NEW, "新"));
    let mut sister_before = sister.clone();
    sister_before.set(F::ResponsiblePersonMobile, Some(OLD.into()));
    assert!(renew_back(&finished(), &mut second, Some(&sister_before)).is_some());
    assert_eq!(second, before);
}

#[test]
fn permits_are_on_record_without_their_scans() {
    let permit =
        |document: &str| Value::Approvals(vec![Approval { kind: Some(2), number: "甲".into(), document: document.into() }]);
    let mut filed = draft("new", "wx01", NEW);
    filed.events = passed("蜀ICP备2026000001号-1X");
    filed.set(F::PriorApprovals, Some(permit("scans/permit.jpg")));
    let mut change = finished();
    change.set(F::PriorApprovals, Some(permit("scans/permit.jpg")));
    let mut second = recorded(draft("change", "wx01", OLD), OLD, "蜀ICP备2026000001号-1X");
    renew(&change, &mut second, Some(&filed)).unwrap();
    assert_eq!(second.recorded(F::PriorApprovals), Some(&permit("")));
}
