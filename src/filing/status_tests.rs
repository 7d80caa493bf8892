use super::*;
use crate::filing::Need;
use EventKind as E;
use chrono::DateTime;

fn moment(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn draft(events: &[(E, &str)]) -> Draft {
    let mut draft = Draft::new(4);
    draft.events = events.iter().map(|(kind, at)| Event::new(*kind, moment(at))).collect();
    draft
}

#[test]
fn every_stage_says_what_is_next() {
    let sent = (E::Submitted, "2026-11-23T10:00:00+08:00");
    let passed = (E::PlatformPassed, "2026-11-24T10:00:00+08:00");
    let code = (E::SmsReceived, "2026-11-24T11:00:00+08:00");
    let entered = (E::SmsVerified, "2026-11-24T12:00:00+08:00");
    let filed = (E::BureauPassed, "2026-11-25T12:00:00+08:00");
    let back = (E::PlatformReturned, "2026-11-24T10:00:00+08:00");
    let late = (E::SmsTimedOut, "2026-11-25T11:00:00+08:00");
    type Events<'a> = &'a [(E, &'a str)];
    let table: &[(Events<'_>, &[Step])] = &[
        (&[], &[Step::FillIn, Step::FaceCheck, Step::ExportAndSubmit]),
        (&[sent], &[Step::KeepPhonesOn, Step::MayWithdraw]),
        (&[sent, back], &[Step::Correct, Step::SubmitAgain]),
        (&[sent, passed], &[Step::WaitForCode]),
        (&[sent, passed, code], &[Step::EnterCode]),
        (&[sent, passed, code, late], &[Step::SubmitUnchanged]),
        (&[sent, passed, code, entered], &[Step::WaitForBureau, Step::KeepPhonesOn]),
        (&[sent, passed, code, entered, filed], &[Step::Publish, Step::ShowNumber, Step::KeepUpToDate]),
    ];
    for (events, next) in table {
        assert_eq!(FilingStatus::of(&draft(events), moment("2026-11-25T10:00:00+08:00")).next, *next, "{events:?}");
    }
}

#[test]
fn submitted_again_after_a_missed_code_nobody_says_by_when_the_platform_is_done() {
    let again = draft(&[
        (E::Submitted, "2026-11-23T10:00:00+08:00"),
        (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
        (E::SmsTimedOut, "2026-11-25T11:00:00+08:00"),
        (E::Submitted, "2026-11-25T12:00:00+08:00"),
    ]);
    let status = FilingStatus::of(&again, moment("2026-12-25T10:00:00+08:00"));
    assert_eq!((status.stage, status.due, status.overdue), (Stage::PlatformReview, None, false));
    assert_eq!(status.next, [Step::StraightToBureau, Step::KeepPhonesOn]);
}

#[test]
fn what_is_dealt_with_is_not_to_be_corrected() {
    let back = draft(&[(E::Submitted, "2026-11-23T10:00:00+08:00"), (E::PlatformReturned, "2026-11-24T10:00:00+08:00")]);
    let mut status = FilingStatus::of(&back, moment("2026-11-25T10:00:00+08:00"));
    status.all_is_corrected();
    assert_eq!(status.next, [Step::ExportAgain, Step::SubmitAgain]);
}

#[test]
fn a_code_of_nobody_in_particular_is_told_once_it_went_wrong() {
    let mut events = vec![
        (E::Submitted, "2026-11-23T10:00:00+08:00"),
        (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
    ];
    for wrong in 0..=5 {
        let draft = draft(&events);
        let status = FilingStatus::of(&draft, moment("2026-11-24T12:00:00+08:00"));
        let told: Vec<u8> = status.people.iter().filter(|one| one.is_told()).map(|one| one.verification.wrong).collect();
        assert_eq!(told, if wrong == 0 { vec![] } else { vec![wrong] });
        events.push((E::SmsWrongCode, "2026-11-24T11:30:00+08:00"));
    }
}

#[test]
fn what_is_to_be_filled_in_is_told_by_what_is_missing() {
    let complete = Draft::from_toml(include_str!("../../assets/example/company.toml")).unwrap();
    let likely = FieldId::ALL.iter().copied().find(|id| complete.need(*id) == Need::Expected && complete.get(*id).is_some());
    // (what is taken out, what is to be done about it)
    let table: &[(Option<FieldId>, &[Step])] = &[
        (None, &[Step::Check]),
        (Some(likely.unwrap()), &[Step::Check, Step::AddExpected]),
        (Some(FieldId::SubjectName), &[Step::FillIn]),
    ];
    for (missing, first) in table {
        let mut draft = complete.clone();
        draft.events.clear();
        if let Some(id) = missing {
            draft.set(*id, None);
        }
        let next = FilingStatus::of(&draft, moment("2026-11-25T10:00:00+08:00")).next;
        assert!(next.starts_with(first) && next[first.len()] == Step::FaceCheck, "{missing:?} {next:?}");
    }
}

#[test]
fn a_change_that_changes_nothing_is_told_to_enter_what_changes() {
    let mut change = Draft::from_toml(include_str!("../../assets/example/company.toml")).unwrap();
    change.set(FieldId::FilingKind, Some("change".into()));
    change.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
    for id in FieldId::ALL.iter().copied().filter(|id| id.field().is_recorded()) {
        let value = change.get(id).cloned();
        change.set_recorded(id, value);
    }
    let next = |draft: &Draft| {
        let mut status = FilingStatus::of(draft, moment("2026-11-25T10:00:00+08:00"));
        status.take_in(Judged { errors: 1, questions: 2, record_has_ended: false });
        status.next
    };
    let told = next(&change);
    assert_eq!(told.first(), Some(&Step::EnterChange), "{told:?}");
    assert!(!told.contains(&Step::Check) && !told.contains(&Step::Answer), "{told:?}");
    change.set(FieldId::ResponsiblePersonMobile, Some("13012340009".into()));
    assert!(!next(&change).contains(&Step::EnterChange));
    // A number that is missing has to be filled in besides.
    change.set(FieldId::ResponsiblePersonMobile, change.recorded(FieldId::ResponsiblePersonMobile).cloned());
    change.set(FieldId::RecordNumber, None);
    assert!(next(&change).starts_with(&[Step::EnterChange, Step::FillIn]));
}

#[test]
fn reviews_are_due_after_working_days_of_china() {
    // Friday evening in Berlin is Saturday in China: two working days after it is Tuesday.
    let draft = draft(&[(E::Submitted, "2026-11-20T19:00:00+01:00")]);
    let status = FilingStatus::of(&draft, moment("2026-11-24T23:00:00+08:00"));
    assert_eq!(status.due.map(|due| due.date.to_string()).as_deref(), Some("2026-11-24"));
    assert!(!status.overdue);
    let status = FilingStatus::of(&draft, moment("2026-11-24T23:00:00+00:00"));
    assert!(status.overdue && status.next.contains(&Step::AskWhy));
}

#[test]
fn the_code_counts_down_and_then_says_so() {
    let events = [
        (E::Submitted, "2026-11-23T10:00:00+08:00"),
        (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
    ];
    let draft = draft(&events);
    let status = FilingStatus::of(&draft, moment("2026-11-25T10:30:00+08:00"));
    assert_eq!(status.deadline.map(|d| d.left), Some(TimeDelta::minutes(30)));
    let status = FilingStatus::of(&draft, moment("2026-11-25T11:30:00+08:00"));
    assert_eq!(status.next, [Step::CodeIsLate]);
}

#[test]
fn reasons_of_the_reviewer_are_at_hand_until_it_goes_out_again() {
    let mut draft = draft(&[(E::Submitted, "2026-11-23T10:00:00+08:00"), (E::PlatformReturned, "2026-11-24T10:00:00+08:00")]);
    draft.events[1].note = "证件照片不清晰".to_owned();
    let now = moment("2026-11-25T10:00:00+08:00");
    assert_eq!(FilingStatus::of(&draft, now).sent_back_by.map(|event| event.note.as_str()), Some("证件照片不清晰"));
    draft.events.push(Event::new(E::Submitted, now));
    assert_eq!(FilingStatus::of(&draft, now).sent_back_by, None);
}

#[test]
fn a_filing_stays_filed_until_its_deregistration_is_done() {
    let filed: &[(E, &str)] = &[
        (E::Submitted, "2026-11-23T10:00:00+08:00"),
        (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
        (E::SmsVerified, "2026-11-24T12:00:00+08:00"),
        (E::BureauPassed, "2026-11-25T12:00:00+08:00"),
    ];
    let requested = (E::DeregistrationRequested, "2026-11-26T09:00:00+08:00");
    let code = (E::SmsReceived, "2026-11-26T10:00:00+08:00");
    let lapsed = (E::DeregistrationLapsed, "2026-11-27T10:00:00+08:00");
    let verified = (E::SmsVerified, "2026-11-26T11:00:00+08:00");
    type Row<'a> = (&'a [(E, &'a str)], Stage, &'a [Step]);
    let table: &[Row<'_>] = &[
        (&[], Stage::Filed, &[Step::StillFiled, Step::RequestDeregistration]),
        (&[requested], Stage::SmsVerification, &[Step::WaitForCode, Step::LapsesIfIgnored, Step::StillFiled]),
        (&[requested, code], Stage::SmsVerification, &[Step::EnterCode, Step::LapsesIfIgnored, Step::StillFiled]),
        (&[requested, code, lapsed], Stage::Filed, &[Step::StillFiled, Step::RequestDeregistration]),
        (&[requested, code, verified], Stage::Deregistered, &[Step::Gone]),
    ];
    for (events, stage, next) in table {
        let mut draft = draft(&[filed, events].concat());
        draft.set(FieldId::FilingKind, Some("deregister".into()));
        let status = FilingStatus::of(&draft, moment("2026-11-26T12:00:00+08:00"));
        assert_eq!((status.stage, status.next.as_slice()), (*stage, *next), "{events:?}");
        assert!(status.impossible.is_empty());
    }
}

#[test]
fn a_change_of_both_sides_waits_for_the_code_of_either() {
    use crate::filing::Value;
    let mut draft = draft(&[(E::Submitted, "2026-11-23T10:00:00+08:00"), (E::PlatformPassed, "2026-11-24T10:00:00+08:00")]);
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set(FieldId::SubjectNature, Some(Value::Code(4)));
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    draft.set_recorded(FieldId::MiniProgramName, Some("虚构助手".into()));
    draft.set(FieldId::MiniProgramName, Some("虚构帮手".into()));
    let now = moment("2026-11-24T14:00:00+08:00");
    let (first, owner) = (Some(Role::ResponsiblePerson), Some(Role::Owner));
    for (kind, who, next) in [
        (None, None, &[Step::WaitForCode, Step::CodeForBoth] as &[Step]),
        (Some(E::SmsReceived), first, &[Step::EnterCode, Step::CodeForBoth]),
        (Some(E::SmsVerified), first, &[Step::CodeForBoth]),
        (Some(E::SmsReceived), owner, &[Step::EnterCode, Step::WaitForOthers]),
        (Some(E::SmsVerified), owner, &[Step::WaitForBureauOnChange, Step::KeepPhonesOn]),
    ] {
        draft.events.extend(kind.map(|kind| Event { who, ..Event::new(kind, moment("2026-11-24T11:00:00+08:00")) }));
        let status = FilingStatus::of(&draft, now);
        assert_eq!(status.next, next, "{kind:?} {who:?}");
        let is_to_come = next.contains(&Step::CodeForBoth);
        assert_eq!(status.possible.contains(&E::SmsReceived), is_to_come, "{kind:?} {who:?}");
    }
}

#[test]
fn what_everyone_entered_each_has_entered() {
    let mut draft = draft(&[
        (E::Submitted, "2026-11-23T10:00:00+08:00"),
        (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
        (E::SmsVerified, "2026-11-24T13:00:00+08:00"),
    ]);
    draft.events[2].who = Some(Role::ResponsiblePerson);
    let status = FilingStatus::of(&draft, moment("2026-11-24T14:00:00+08:00"));
    assert_eq!(status.stage, Stage::BureauReview);
    assert!(status.people.iter().all(|person| person.verification.verified.is_some() && person.deadline.is_none()));
}

#[test]
fn each_person_has_a_deadline_of_their_own() {
    let mut draft = draft(&[
        (E::Submitted, "2026-11-23T10:00:00+08:00"),
        (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T11:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T13:00:00+08:00"),
    ]);
    draft.set(FieldId::SameAsResponsiblePerson, Some(crate::filing::Value::Flag(false)));
    draft.events[2].who = Some(Role::ResponsiblePerson);
    let now = moment("2026-11-24T14:00:00+08:00");
    draft.events.truncate(3);
    assert_eq!(FilingStatus::of(&draft, now).next, [Step::EnterCode, Step::OwnerMayGetCode]);
    draft.events.push(Event::new(E::SmsReceived, moment("2026-11-24T13:00:00+08:00")).of(Role::Owner));
    let hours = |draft: &Draft| -> Vec<Option<i64>> {
        FilingStatus::of(draft, now).people.iter().map(|person| person.deadline.map(|one| one.left.num_hours())).collect()
    };
    assert_eq!(hours(&draft), [Some(21), Some(23)]);
    draft.events.push(Event::new(E::SmsVerified, moment("2026-11-24T13:30:00+08:00")).of(Role::ResponsiblePerson));
    assert_eq!(hours(&draft), [None, Some(23)]);
    let status = FilingStatus::of(&draft, now);
    assert_eq!((status.stage, status.next), (Stage::SmsVerification, vec![Step::EnterCode, Step::WaitForOthers]));
}

/// The other's code, of which only the day is known, begins earlier and may end later.
#[test]
fn a_code_that_is_late_in_any_case_is_not_hidden_by_one_that_may_be() {
    let mut draft = draft(&[
        (E::Submitted, "2026-11-25T10:00:00+08:00"),
        (E::PlatformPassed, "2026-11-27T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-29T00:00:00+08:00"),
        (E::SmsReceived, "2026-11-29T08:00:00+08:00"),
    ]);
    draft.set(FieldId::SameAsResponsiblePerson, Some(crate::filing::Value::Flag(false)));
    draft.events[2].who = Some(Role::Owner);
    draft.events[3].who = Some(Role::ResponsiblePerson);
    for (now, at, is_over) in [
        ("2026-11-29T12:00:00+08:00", "2026-11-30T00:00:00+08:00", false),
        ("2026-11-30T07:59:00+08:00", "2026-11-30T00:00:00+08:00", false),
        ("2026-11-30T13:00:00+08:00", "2026-11-30T08:00:00+08:00", true),
    ] {
        let status = FilingStatus::of(&draft, moment(now));
        let deadline = status.deadline.unwrap();
        assert_eq!((deadline.at, deadline.is_over(), status.is_late()), (moment(at), is_over, is_over), "{now}");
        let next = crate::filing::deadline::next(&draft, moment(now)).unwrap();
        assert_eq!((next.passes_at(), next.is_over(moment(now))), (Some(moment(at)), is_over), "{now}");
    }
}

#[test]
fn a_day_alone_lies_before_nothing_on_that_day() {
    for (one, other, expected) in [
        ("2026-11-29T00:00:00+08:00", "2026-11-29T09:30:00+08:00", false),
        ("2026-11-29T00:00:01+08:00", "2026-11-29T09:30:00+08:00", true),
        ("2026-11-28T00:00:00+08:00", "2026-11-29T09:30:00+08:00", true),
        ("2026-11-29T09:30:00+08:00", "2026-11-29T00:00:00+08:00", false),
        ("2026-11-29T00:00:00+08:00", "2026-11-29T00:00:00+08:00", false),
        // Of China, wherever it was written.
        ("2026-11-28T16:00:00+00:00", "2026-11-29T01:00:00+00:00", false),
    ] {
        assert_eq!(lies_before(moment(one), moment(other)), expected, "{one} {other}");
    }
    let draft = draft(&[(E::Submitted, "2026-11-25T10:00:00+08:00"), (E::PlatformPassed, "2026-11-29T09:30:00+08:00")]);
    let now = moment("2026-11-30T13:00:00+08:00");
    let with = |at: &str| {
        let mut draft = draft.clone();
        let stage = History::push(&mut draft, Event::new(E::SmsReceived, moment(at)), now).ok()?;
        let deadline = FilingStatus::of(&draft, now).deadline?;
        Some((stage, deadline.latest.is_some(), deadline.is_over()))
    };
    assert_eq!(
        with("2026-11-29T00:00:00+08:00"),
        Some((Stage::SmsVerification, true, false)),
        "the hour is not that of the review"
    );
    assert_eq!(with("2026-11-29T09:40:00+08:00"), Some((Stage::SmsVerification, false, true)));
    assert_eq!(with("2026-11-29T09:20:00+08:00"), None);
    assert_eq!(with("2026-11-28T00:00:00+08:00"), None);
}

#[test]
fn a_code_whose_hour_nobody_recorded_is_over_only_when_the_whole_day_is() {
    let code = |at: &str| {
        draft(&[
            (E::Submitted, "2026-11-23T10:00:00+08:00"),
            (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
            (E::SmsReceived, at),
        ])
    };
    let (of_day, of_hour) = (code("2026-11-25T00:00:00+08:00"), code("2026-11-25T09:00:00+08:00"));
    for (draft, now, latest, is_over) in [
        (&of_day, "2026-11-25T12:00:00+08:00", Some("2026-11-27T00:00:00+08:00"), false),
        (&of_day, "2026-11-26T12:00:00+08:00", Some("2026-11-27T00:00:00+08:00"), false),
        (&of_day, "2026-11-27T00:00:01+08:00", Some("2026-11-27T00:00:00+08:00"), true),
        (&of_hour, "2026-11-26T08:00:00+08:00", None, false),
        (&of_hour, "2026-11-26T09:00:01+08:00", None, true),
    ] {
        let status = FilingStatus::of(draft, moment(now));
        let deadline = status.deadline.unwrap();
        assert_eq!((deadline.latest, deadline.is_over()), (latest.map(moment), is_over), "{now}");
        let step = if is_over { Step::CodeIsLate } else { Step::EnterCode };
        assert_eq!(status.next.first(), Some(&step), "{now}");
    }
    // The safe moment counts.
    assert_eq!(FilingStatus::of(&of_day, moment("2026-11-25T12:00:00+08:00")).deadline.unwrap().left, TimeDelta::hours(12));
}
