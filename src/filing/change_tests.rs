use super::*;
use crate::filing::Need;
use FieldId as F;

/// A company on record, as a change of it begins.
fn change() -> Draft {
    let mut draft = Draft::new(4);
    draft.set(F::FilingKind, Some("change".into()));
    for (id, value) in [
        (F::SubjectRegion, "510107"),
        (F::SubjectName, "虚构科技有限公司"),
        (F::SubjectCertificateNumber, "91510107MA0000007C"),
        (F::ResponsiblePersonName, "测试丙"),
        (F::ResponsiblePersonCertificateNumber, "51010719920712992X"),
        (F::ResponsiblePersonMobile, "13012340003"),
        (F::MiniProgramName, "虚构助手"),
        (F::MiniProgramRemark, "面向公司的客户"),
    ] {
        draft.set(id, Some(value.into()));
        draft.set_recorded(id, Some(value.into()));
    }
    draft.set_recorded(F::SubjectNature, Some(Value::Code(4)));
    draft
}

fn changed(draft: &Draft) -> Vec<FieldId> {
    differences(draft).iter().map(|one| one.id).collect()
}

#[test]
fn a_value_equal_to_the_record_is_no_change() {
    let mut draft = change();
    assert_eq!((changed(&draft), sort(&draft)), (vec![], None));
    draft.set(F::ResponsiblePersonMobile, Some(" 13012340003 ".into()));
    draft.set(F::MiniProgramRemark, None);
    assert_eq!(changed(&draft), []);
    draft.set(F::ResponsiblePersonMobile, Some("13012340009".into()));
    let found = differences(&draft);
    assert_eq!(found[0].old, Some(&"13012340003".into()));
    assert_eq!((found.len(), found[0].new), (1, &"13012340009".into()));
}

#[test]
fn a_masked_value_is_a_difference_only_where_it_cannot_be_the_same() {
    for (masked, new, differs) in [
        ("130****0003", "130****0003", false),
        ("130****0003", "13012340003", false),
        ("130****0003", "13912340003", true),
        ("130****0003", "1301234000", true),
        ("测*", "测试丙", true),
        ("测*丙", "测试丙", false),
    ] {
        let mut draft = change();
        draft.set_recorded(F::ResponsiblePersonMobile, Some(masked.into()));
        draft.set(F::ResponsiblePersonMobile, Some(new.into()));
        assert_eq!(difference(&draft, F::ResponsiblePersonMobile).is_some(), differs, "{masked} {new}");
    }
}

#[test]
fn without_a_record_what_is_entered_changes_and_what_names_it_does_not() {
    let mut draft = Draft::new(4);
    draft.set(F::FilingKind, Some("change".into()));
    draft.set(F::MiniProgramName, Some("虚构助手".into()));
    draft.set(F::SubjectRegion, Some("510107".into()));
    assert_eq!(changed(&draft), []);
    draft.set(F::ResponsiblePersonEmail, Some("new@example.com".into()));
    assert_eq!(changed(&draft), [F::ResponsiblePersonEmail]);
}

#[test]
fn sort_codes_and_face_check_follow_from_the_differences() {
    use Role::{Owner, ResponsiblePerson};
    type Row = (&'static [(FieldId, &'static str)], Sort, &'static [Role], bool);
    let table: &[Row] = &[
        (&[(F::SubjectName, "虚构数码有限公司")], Sort::Subject, &[ResponsiblePerson], false),
        (&[(F::ResponsiblePersonMobile, "13012340009")], Sort::Subject, &[ResponsiblePerson], false),
        (&[(F::MiniProgramRemark, "面向公司的员工")], Sort::Service, &[Owner], false),
        (&[(F::MiniProgramName, "虚构帮手")], Sort::Service, &[ResponsiblePerson, Owner], false),
        (&[(F::SubjectName, "虚构数码有限公司"), (F::MiniProgramRemark, "员工")], Sort::Both, &[ResponsiblePerson, Owner], false),
        // The responsible person is the owner: another one is both.
        (&[(F::ResponsiblePersonName, "测试丁")], Sort::Both, &[ResponsiblePerson, Owner], true),
    ];
    for (values, expected, receivers, face_check) in table {
        let mut draft = change();
        for (id, value) in *values {
            draft.set(*id, Some((*value).into()));
        }
        assert_eq!(sort(&draft), Some(*expected), "{values:?}");
        assert_eq!((code_receivers(&draft).as_slice(), face_check_is_due(&draft)), (*receivers, *face_check), "{values:?}");
    }
}

#[test]
fn only_what_changes_is_proved() {
    let mut draft = change();
    let files = [
        F::NameChangeLetter,
        F::SubjectCertificatePhoto,
        F::ResponsiblePersonCertificateFront,
        F::ResponsiblePersonCertificateBack,
    ];
    for id in files.into_iter().chain(FieldId::FACE_CHECK.iter().copied()) {
        assert_eq!(draft.need(id), Need::NotAsked, "{id:?}");
    }
    draft.set(F::SubjectName, Some("虚构数码有限公司".into()));
    assert_eq!(draft.need(F::SubjectCertificatePhoto), Need::Required);
    assert_eq!(draft.need(F::NameChangeLetter), Need::Expected);
    assert_eq!(draft.need(F::ResponsiblePersonCertificateFront), Need::NotAsked);
    draft.set(F::ResponsiblePersonName, Some("测试丁".into()));
    draft.set(F::IsLegalPerson, Some(Value::Flag(false)));
    for id in [F::ResponsiblePersonCertificateFront, F::ResponsiblePersonAuthorizationLetter] {
        assert_eq!(draft.need(id), Need::Required, "{id:?}");
    }
    assert_ne!(draft.need(F::FaceCheckTask), Need::NotAsked);
}

#[test]
fn a_deregistration_asks_for_its_own_fields() {
    let mut draft = Draft::new(4);
    draft.set(F::FilingKind, Some("deregister".into()));
    let required: Vec<FieldId> = draft.asked().filter(|id| draft.need(*id) == Need::Required).collect();
    assert_eq!(
        required,
        [
            F::FilingKind,
            F::RecordNumber,
            F::AppId,
            F::MiniProgramName,
            F::DeregistrationScope,
            F::DeregistrationReason,
            F::DeregistrationCodeReceiver,
            F::DeregistrationCodePhone,
        ]
    );
    assert_eq!(draft.asked().filter(|id| !required.contains(id)).collect::<Vec<_>>(), [F::AnotherFilingRuns]);
    draft.set(F::DeregistrationScope, Some("access".into()));
    assert_eq!(draft.need(F::DeregistrationCodePhone), Need::Optional);
}

#[test]
fn what_is_never_sent_is_no_change() {
    let mut draft = change();
    draft.set(F::SubjectBusinessScope, Some("软件开发".into()));
    draft.set(F::OriginalId, Some("gh_0123456789ab".into()));
    assert_eq!((changed(&draft), sort(&draft)), (vec![], None));
}

#[test]
fn a_change_asks_only_what_concerns_what_changes() {
    type Row = (FieldId, Value, &'static [FieldId]);
    let always = [F::AnotherFilingRuns];
    let table: &[Row] = &[
        (F::ResponsiblePersonMobile, "13012340009".into(), &[F::PhonesAreAnswered, F::PhonesUsedElsewhere]),
        (F::MiniProgramRemark, "面向公司的员工".into(), &[]),
        (F::SubjectName, "虚构数码有限公司".into(), &[F::AccountNameAgrees, F::LicenceChangedLately, F::RegistryIsNormal]),
        (F::SubjectCertificateAddress, "四川省成都市武侯区虚构街9号".into(), &[F::LicenceChangedLately]),
        (F::ResponsiblePersonName, "测试丁".into(), &[F::AdministratorIsOwner]),
    ];
    for (id, value, expected) in table {
        let mut draft = change();
        draft.set(*id, Some(value.clone()));
        let asked: Vec<FieldId> = F::QUESTIONS.iter().copied().filter(|id| draft.asks(*id) && !always.contains(id)).collect();
        assert_eq!(asked, *expected, "{id:?}");
    }
    let mut draft = change();
    draft.set(F::ResponsiblePersonName, Some("测试丁".into()));
    draft.set(F::ResponsiblePersonCertificateFront, Some("front.jpg".into()));
    assert!(draft.asks(F::PicturesAreOriginals));
}

#[test]
fn an_approval_is_proved_where_it_is_not_the_one_on_record() {
    let row = |kind, number: &str| Approval { kind: Some(kind), number: number.into(), document: format!("{kind}.jpg") };
    let mut draft = change();
    draft.set_recorded(F::PriorApprovals, Some(Value::Approvals(vec![row(9, "甲1号")])));
    draft.set(F::PriorApprovals, Some(Value::Approvals(vec![row(9, " 甲1号"), row(10, "乙2号")])));
    let due: Vec<bool> = draft.approvals().iter().map(|row| proves_approval(&draft, row)).collect();
    assert_eq!(due, [false, true]);
    let packed: Vec<&str> = draft.files().into_iter().map(|(.., path)| path).collect();
    assert_eq!(packed, ["10.jpg"]);
    let listed: Vec<Option<usize>> = crate::filing::checklist::checklist(&draft, None)
        .into_iter()
        .filter(|one| one.field == F::PriorApprovals && one.row.is_some())
        .map(|one| one.row)
        .collect();
    assert_eq!(listed, [Some(1)]);
    // A new filing proves all of them.
    draft.set(F::FilingKind, Some("new".into()));
    assert!(draft.approvals().iter().all(|row| proves_approval(&draft, row)));
}

#[test]
fn once_it_is_filed_nothing_departs_from_the_record() {
    let mut more = Draft::new(4);
    more.set(FieldId::ResponsiblePersonMobile, Some("13912348804".into()));
    more.set_recorded(FieldId::ResponsiblePersonMobile, Some("13012340003".into()));
    assert_eq!(departures(&more).len(), 1);
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-20T10:00:00+08:00").unwrap();
    use crate::filing::EventKind as E;
    for kind in [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed] {
        assert_eq!(departures(&more).len(), 1, "{kind:?}");
        more.events.push(crate::filing::Event::new(kind, at));
    }
    assert_eq!(departures(&more).len(), 0);
    let draft = more.clone();
    more.events.push(crate::filing::Event::new(E::DeregistrationRequested, at));
    assert_eq!((departures(&more).len(), departures(&draft).len()), (0, 0), "on record until it has ended");
}

#[test]
fn a_new_name_of_the_mini_program_may_be_taken() {
    let mut draft = Draft::new(4);
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set_recorded(FieldId::MiniProgramName, Some("虚构助手".into()));
    for (name, asks) in [("虚构助手", false), ("虚构旅行", true)] {
        draft.set(FieldId::MiniProgramName, Some(name.into()));
        assert_eq!(draft.asks(FieldId::NameIsUnique), asks, "{name}");
    }
}
