use super::*;
use chrono::DateTime;

const NUMBER: &str = "蜀ICP备2026000001号-1X";

fn moment(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn through(kinds: &[EventKind]) -> Vec<Event> {
    let at = |index: usize| moment("2026-11-20T10:00:00+08:00") + chrono::TimeDelta::hours(i64::try_from(index).unwrap());
    kinds.iter().enumerate().map(|(index, kind)| Event::new(*kind, at(index))).collect()
}

const PASSED: [EventKind; 5] =
    [EventKind::Submitted, EventKind::PlatformPassed, EventKind::SmsReceived, EventKind::SmsVerified, EventKind::BureauPassed];

fn filed(number: &str, app_id: &str) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::FilingKind, Some("new".into()));
    draft.set(FieldId::AppId, Some(app_id.into()));
    draft.set(FieldId::ResponsiblePersonMobile, Some("13012340003".into()));
    draft.set(FieldId::SubjectName, Some("甲公司".into()));
    draft.events = through(&PASSED);
    draft.events.last_mut().unwrap().number = number.to_owned();
    draft
}

fn change(at: &str) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set(FieldId::RecordNumber, Some(NUMBER.into()));
    draft.set_recorded(FieldId::SubjectNature, Some(Value::Code(4)));
    draft.set_recorded(FieldId::ResponsiblePersonMobile, Some("13012340003".into()));
    draft.set(FieldId::ResponsiblePersonMobile, Some("13012340009".into()));
    draft.events = through(&PASSED);
    draft.events.last_mut().unwrap().at = moment(at);
    draft
}

fn deregistration(scope: &str) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::FilingKind, Some("deregister".into()));
    draft.set(FieldId::RecordNumber, Some(NUMBER.into()));
    draft.set(FieldId::AppId, Some("wx7f6e5d4c3b2a1908".into()));
    draft.set(FieldId::DeregistrationScope, Some(scope.into()));
    draft.events = through(&[EventKind::DeregistrationRequested, EventKind::SmsReceived, EventKind::SmsVerified]);
    draft
}

#[test]
fn a_change_that_is_through_is_the_record() {
    let (finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, "wx7f6e5d4c3b2a1908"));
    assert!(concerns(&finished, &source));
    assert_eq!(take_over(&finished, &mut source, "变更").unwrap().fields, [FieldId::ResponsiblePersonMobile]);
    assert_eq!(source.text(FieldId::ResponsiblePersonMobile), "13012340009");
    assert_eq!(source.text(FieldId::SubjectName), "甲公司");
    let last = source.events.last().unwrap();
    assert_eq!((last.kind, last.note.as_str()), (EventKind::Changed, "变更"));
    assert_eq!(History::of(&source).stage(), Stage::Filed);
    assert!(History::of(&source).impossible().is_empty());
    assert_eq!(source.number(), NUMBER);
    assert_eq!(take_over(&finished, &mut source, ""), None, "only once");
    assert_eq!(take_back(&finished, &mut source, ""), Some(Followed::default()));
    assert_eq!(source, filed(NUMBER, "wx7f6e5d4c3b2a1908"));
    assert_eq!(take_back(&finished, &mut source, ""), None);
}

#[test]
fn two_changes_of_one_moment_are_two() {
    let (first, mut second) = (change("2026-11-21T10:00:00+08:00"), change("2026-11-21T10:00:00+08:00"));
    second.set(FieldId::SubjectName, Some("乙公司".into()));
    let mut source = filed(NUMBER, "");
    assert!(take_over(&first, &mut source, "变更").is_some());
    assert!(take_over(&second, &mut source, "变更-2").is_some_and(|taken| taken.fields.contains(&FieldId::SubjectName)));
    assert_eq!(source.events.iter().filter(|event| event.kind == EventKind::Changed).count(), 2);
    assert_eq!(take_back(&second, &mut source, "变更-2").unwrap().fields, []);
    assert_eq!(source.text(FieldId::SubjectName), "甲公司", "which the record does not have");
    assert_eq!(source.events.last().unwrap().note, "变更");
}

#[test]
fn documents_of_approvals_stay_where_the_change_names_none() {
    let approval = |number: &str, document: &str| Approval { kind: Some(2), number: number.into(), document: document.into() };
    let (mut finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, ""));
    source
        .set(FieldId::PriorApprovals, Some(Value::Approvals(vec![approval("甲", "scans/a.jpg"), approval("乙", "scans/b.jpg")])));
    let before = source.get(FieldId::PriorApprovals).cloned();
    finished.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![approval("甲", ""), approval("乙", "")])));
    finished.set_recorded(FieldId::PriorApprovals, finished.get(FieldId::PriorApprovals).cloned());
    assert_eq!(
        take_over(&finished, &mut source, ""),
        Some(Followed { fields: vec![FieldId::ResponsiblePersonMobile], ..Followed::default() })
    );
    assert_eq!(source.get(FieldId::PriorApprovals).cloned(), before);
    let anew = vec![approval("甲", "scans/new.jpg"), approval("丙", "scans/c.jpg")];
    assert_eq!(with_documents(Value::Approvals(anew.clone()), before.as_ref()), Value::Approvals(anew));
}

#[test]
fn nothing_follows_from_what_is_not_through() {
    let mut running = change("2026-11-21T10:00:00+08:00");
    running.events.pop();
    let new = filed(NUMBER, "");
    for finished in [&running, &new, &Draft::new(4)] {
        let mut source = filed(NUMBER, "");
        assert_eq!((outcome(finished), take_over(finished, &mut source, "")), (None, None));
        assert_eq!(source, filed(NUMBER, ""));
    }
}

#[test]
fn of_two_changes_the_later_one_has_the_last_word() {
    let (first, mut second) = (change("2026-11-21T10:00:00+08:00"), change("2026-11-22T10:00:00+08:00"));
    second.set(FieldId::ResponsiblePersonMobile, Some("13012340005".into()));
    for order in [[&first, &second], [&second, &first]] {
        let mut source = filed(NUMBER, "");
        for finished in order {
            assert!(take_over(finished, &mut source, "").is_some());
        }
        assert_eq!(source.text(FieldId::ResponsiblePersonMobile), "13012340005");
        assert!(History::of(&source).impossible().is_empty());
    }
}

#[test]
fn the_scope_of_a_deregistration_says_which_drafts_end() {
    let own = filed(NUMBER, "wx7f6e5d4c3b2a1908");
    let spaced = filed("蜀ICP备2026000001号 -1x", "wx7f6e5d4c3b2a1908");
    let sibling = filed("蜀ICP备2026000001号-2X", "wx0000000000000002");
    let other = filed("粤ICP备2026000001号-1X", "wx0000000000000003");
    for (scope, ends) in [("subject", [true, true, true, false]), ("mini-program", [true, true, false, false])] {
        let finished = deregistration(scope);
        for (source, is_over) in [&own, &spaced, &sibling, &other].into_iter().zip(ends) {
            assert_eq!(concerns(&finished, source), is_over, "{scope} {}", source.number());
        }
    }
    let mut source = own.clone();
    assert_eq!(take_over(&deregistration("access"), &mut source, ""), Some(Followed::default()));
    assert_eq!(History::of(&source).stage(), Stage::Deregistered);
    assert!(History::of(&source).impossible().is_empty());
    assert_eq!(take_back(&deregistration("access"), &mut source, ""), Some(Followed::default()));
    assert_eq!(source, own);
}

#[test]
fn without_a_number_the_app_id_tells() {
    let mut finished = change("2026-11-21T10:00:00+08:00");
    finished.set(FieldId::RecordNumber, None);
    assert!(!concerns(&finished, &filed(NUMBER, "wx7f6e5d4c3b2a1908")));
    finished.set(FieldId::AppId, Some("WX7f6e5d4c3b2a1908".into()));
    assert!(concerns(&finished, &filed(NUMBER, "wx7f6e5d4c3b2a1908")));
    assert!(!concerns(&finished, &filed(NUMBER, "wx0000000000000002")));
}

#[test]
fn a_number_that_two_mini_programs_have_ends_and_changes_only_the_one_that_is_meant() {
    let (own, sibling, unnamed) = (filed(NUMBER, "wx7f6e5d4c3b2a1908"), filed(NUMBER, "wx0000000000000002"), filed(NUMBER, ""));
    let mut finished = change("2026-11-21T10:00:00+08:00");
    finished.set(FieldId::AppId, Some("wx7f6e5d4c3b2a1908".into()));
    for finished in [&finished, &deregistration("mini-program")] {
        assert!(concerns(finished, &own) && concerns(finished, &unnamed));
        assert!(!concerns(finished, &sibling));
    }
}

#[test]
fn a_mistyped_number_does_not_hide_the_draft_of_the_same_app_id() {
    let mut finished = change("2026-11-21T10:00:00+08:00");
    finished.set(FieldId::AppId, Some("wx7f6e5d4c3b2a1908".into()));
    let source = filed("蜀ICP备2026000001号-1", "wx7f6e5d4c3b2a1908");
    assert!(concerns(&finished, &source));
    assert!(!concerns(&finished, &filed("蜀ICP备2026000001号-2X", "wx0000000000000002")));
    // What was deregistered and filed anew has the same AppID: the old filing is none of it.
    let mut old = filed("蜀ICP备2020000001号-1X", "wx7f6e5d4c3b2a1908");
    old.events.push(Event::new(EventKind::Deregistered, moment("2026-11-20T20:00:00+08:00")));
    assert!(!concerns(&finished, &old));
}

#[test]
fn a_deregistration_ends_the_changes_that_were_through_as_well() {
    let mut through = change("2026-11-21T10:00:00+08:00");
    let finished = deregistration("mini-program");
    assert!(concerns(&finished, &through));
    assert_eq!(take_over(&finished, &mut through, "注销"), Some(Followed::default()));
    assert_eq!(History::of(&through).stage(), Stage::Deregistered);
    assert!(concerns(&finished, &through), "it can be taken back");
    assert_eq!(take_back(&finished, &mut through, "注销"), Some(Followed::default()));
    assert_eq!(History::of(&through).stage(), Stage::Filed);
    let mut running = change("2026-11-21T10:00:00+08:00");
    running.events.pop();
    assert!(!concerns(&finished, &running));
    assert!(!concerns(&change("2026-11-22T10:00:00+08:00"), &through), "a change is no original of another");
}

#[test]
fn what_was_edited_since_stays_and_is_named() {
    let (finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, ""));
    assert!(take_over(&finished, &mut source, "变更").is_some());
    source.set(FieldId::ResponsiblePersonMobile, Some("13800138000".into()));
    assert_eq!(
        take_back(&finished, &mut source, "变更"),
        Some(Followed { fields: vec![FieldId::ResponsiblePersonMobile], ..Followed::default() })
    );
    assert_eq!(source.text(FieldId::ResponsiblePersonMobile), "13800138000");
}

#[test]
fn what_a_change_replaced_comes_back_when_it_is_undone() {
    let (mut finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, ""));
    finished.set(FieldId::ResponsiblePersonName, Some("李四".into()));
    finished.set_recorded(FieldId::ResponsiblePersonName, Some("张三".into()));
    finished.set(FieldId::ResponsiblePersonCertificateFront, Some("scans/li-front.jpg".into()));
    finished.set(FieldId::ResponsiblePersonCertificateBack, Some("scans/li-back.jpg".into()));
    source.set(FieldId::ResponsiblePersonName, Some("张三".into()));
    source.set(FieldId::ResponsiblePersonCertificateFront, Some("scans/zhang-front.jpg".into()));
    // Corrected by hand since it was filed.
    source.set(FieldId::ResponsiblePersonMobile, Some("13012340077".into()));
    let before = source.clone();
    let followed = take_over(&finished, &mut source, "变更").unwrap();
    assert_eq!(followed.fields.len(), 4, "{followed:?}");
    assert_eq!(source.text(FieldId::ResponsiblePersonCertificateFront), "scans/li-front.jpg");
    assert_eq!(take_back(&finished, &mut source, "变更"), Some(Followed::default()));
    assert_eq!(source, before, "the scans, the empty field and the edit as well");
}

#[test]
fn undone_in_any_order_two_changes_leave_what_stood_there_before_both() {
    let mobile = FieldId::ResponsiblePersonMobile;
    let mut second = change("2026-11-22T10:00:00+08:00");
    second.set_recorded(mobile, Some("13012340009".into()));
    second.set(mobile, Some("13012340010".into()));
    let first = change("2026-11-21T10:00:00+08:00");
    let (of_first, of_second) = ((&first, "一"), (&second, "二"));
    // The earlier one undone first: the value of the later one stays, and is told.
    for (order, kept) in [([of_first, of_second], [vec![mobile], vec![]]), ([of_second, of_first], [vec![], vec![]])] {
        let mut source = filed(NUMBER, "");
        let before = source.clone();
        assert!(take_over(&first, &mut source, "一").is_some() && take_over(&second, &mut source, "二").is_some());
        for ((finished, note), kept) in order.into_iter().zip(kept) {
            assert_eq!(take_back(finished, &mut source, note).unwrap().fields, kept, "{note}");
        }
        assert_eq!(source, before);
    }
}

#[test]
fn a_change_that_is_undone_and_redone_below_a_later_one_stands_where_it_stood() {
    let mobile = FieldId::ResponsiblePersonMobile;
    let first = change("2026-11-21T10:00:00+08:00");
    let mut second = change("2026-11-22T10:00:00+08:00");
    second.set_recorded(mobile, Some("13012340009".into()));
    second.set(mobile, Some("13012340010".into()));
    // The draft that was changed, and that of another mini-program of the subject.
    for number in [NUMBER, "蜀ICP备2026000001号-2X"] {
        let mut source = filed(number, "");
        assert!(take_over(&first, &mut source, "一").is_some() && take_over(&second, &mut source, "二").is_some());
        let both = source.clone();
        assert!(take_back(&first, &mut source, "一").is_some());
        assert!(take_over(&first, &mut source, "一").is_some(), "{number}");
        assert_eq!(source, both, "{number}");
        assert!(take_back(&second, &mut source, "二").is_some());
        assert_eq!(source.text(mobile), "13012340009", "{number}");
        assert!(take_back(&first, &mut source, "一").is_some());
        assert_eq!(source.text(mobile), "13012340003", "{number}");
    }
}

#[test]
fn of_what_stands_there_by_hand_only_what_the_change_replaced_is_put_back() {
    let (finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, ""));
    assert!(take_over(&finished, &mut source, "变更").is_some());
    let mobile = FieldId::ResponsiblePersonMobile;
    source.events.last_mut().unwrap().replaced = vec![
        (FieldId::SubjectName, Some("别的公司".into())),
        (FieldId::SubjectNature, Some(Value::Code(999))),
        (mobile, Some(Value::Invalid("[1]".into()))),
        (mobile, Some("13012340003".into())),
        (mobile, Some("13012340077".into())),
    ];
    assert_eq!(take_back(&finished, &mut source, "变更"), Some(Followed::default()));
    assert_eq!((source.text(mobile), source.text(FieldId::SubjectName)), ("13012340003", "甲公司"));
}

/// A version before this one kept nothing of what it replaced.
#[test]
fn without_what_was_replaced_the_record_is_put_back_and_the_files_are_named() {
    let (mut finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, ""));
    finished.set(FieldId::ResponsiblePersonName, Some("李四".into()));
    finished.set_recorded(FieldId::ResponsiblePersonName, Some("张三".into()));
    finished.set(FieldId::ResponsiblePersonCertificateFront, Some("scans/li-front.jpg".into()));
    assert!(take_over(&finished, &mut source, "变更").is_some());
    source.events.last_mut().unwrap().replaced.clear();
    let followed = take_back(&finished, &mut source, "变更").unwrap();
    assert_eq!(followed.files, [FieldId::ResponsiblePersonCertificateFront]);
    assert_eq!(source.text(FieldId::ResponsiblePersonName), "张三");
    assert_eq!(source.text(FieldId::ResponsiblePersonCertificateFront), "scans/li-front.jpg");
}

#[test]
fn an_edit_made_in_the_filed_draft_is_named_when_it_gives_way() {
    let mobile = FieldId::ResponsiblePersonMobile;
    for (held, overwritten) in [
        // As on record, and as the change has it: nothing is lost.
        (Some("13012340003"), None),
        (Some("13012340009"), None),
        (Some("13012340077"), Some((mobile, "13012340077".into()))),
        (None, None),
    ] {
        let (finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, ""));
        source.set(mobile, held.map(Value::from));
        let followed = take_over(&finished, &mut source, "变更").unwrap();
        assert_eq!(followed.overwritten, overwritten.into_iter().collect::<Vec<_>>(), "{held:?}");
        assert_eq!(source.text(mobile), "13012340009");
    }
    // What the platform has masked may be what was filed.
    let (mut finished, mut source) = (change("2026-11-21T10:00:00+08:00"), filed(NUMBER, ""));
    finished.set_recorded(mobile, Some("130****0003".into()));
    assert_eq!(take_over(&finished, &mut source, "变更").unwrap().overwritten, []);
}

#[test]
fn a_change_is_not_about_what_had_ended_when_it_came_through() {
    let mut source = filed(NUMBER, "wx7f6e5d4c3b2a1908");
    source.events.push(Event::new(EventKind::Deregistered, moment("2026-11-25T10:00:00+08:00")));
    assert!(!concerns(&change("2026-11-26T10:00:00+08:00"), &source));
    assert!(concerns(&change("2026-11-24T10:00:00+08:00"), &source), "recorded late, and of before");
    assert!(concerns(&deregistration("mini-program"), &source), "what ended it");
}

#[test]
fn what_told_of_the_owner_before_gives_way_to_the_new_one() {
    let old = |draft: &mut Draft| {
        draft.set(FieldId::OwnerName, Some("测试戊".into()));
        draft.set(FieldId::OwnerAdministrator, Some("测试戊".into()));
        draft.set(FieldId::FaceCheckTask, Some("task-1".into()));
    };
    let mut source = filed(NUMBER, "wx7f6e5d4c3b2a1908");
    old(&mut source);
    let before = source.clone();
    let mut finished = change("2026-11-21T10:00:00+08:00");
    // The same person: nothing of it changes.
    take_over(&finished, &mut source, "变更").unwrap();
    assert_eq!((source.text(FieldId::OwnerAdministrator), source.text(FieldId::FaceCheckTask)), ("测试戊", "task-1"));
    source = before.clone();
    finished.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    finished.set_recorded(FieldId::OwnerName, Some("测试戊".into()));
    finished.set(FieldId::OwnerName, Some("测试庚".into()));
    finished.set(FieldId::FaceCheckTask, Some("task-2".into()));
    let taken = take_over(&finished, &mut source, "变更").unwrap().fields;
    assert!(taken.contains(&FieldId::OwnerAdministrator) && taken.contains(&FieldId::FaceCheckTask), "{taken:?}");
    assert_eq!((source.get(FieldId::OwnerAdministrator), source.text(FieldId::FaceCheckTask)), (None, "task-2"));
    assert_eq!(source.text(FieldId::OwnerName), "测试庚");
    let kept = take_back(&finished, &mut source, "变更").unwrap().fields;
    assert_eq!((kept, source.text(FieldId::OwnerAdministrator)), (Vec::new(), "测试戊"));
    assert_eq!((source.text(FieldId::OwnerName), source.text(FieldId::FaceCheckTask)), ("测试戊", "task-1"));
    // Two changes of the owner, the earlier one undone first: the administrator of two owners ago is not back before both are.
    let mut later = finished.clone();
    later.events.last_mut().unwrap().at = moment("2026-11-22T10:00:00+08:00");
    later.set_recorded(FieldId::OwnerName, Some("测试庚".into()));
    later.set(FieldId::OwnerName, Some("测试辛".into()));
    source = before.clone();
    assert!(take_over(&finished, &mut source, "一").is_some() && take_over(&later, &mut source, "二").is_some());
    take_back(&finished, &mut source, "一").unwrap();
    assert_eq!((source.get(FieldId::OwnerAdministrator), source.text(FieldId::OwnerName)), (None, "测试辛"));
    take_back(&later, &mut source, "二").unwrap();
    assert_eq!(source, before);
}
