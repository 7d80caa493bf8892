use super::*;
use crate::filing::Value;
use EventKind as E;
use chrono::{DateTime, TimeDelta};

const RESPONSIBLE: Role = Role::ResponsiblePerson;

fn at(hour: i64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-11-23T08:00:00+08:00").unwrap();
    start + TimeDelta::hours(hour)
}

/// Adds an event to those of a filing that takes this course.
fn push(course: Course, events: &mut Vec<Event>, event: Event, now: Moment) -> Result<Stage, OutOfOrder> {
    History::new(course, events).admits(&event, now)?;
    events.push(event);
    Ok(History::new(course, events).stage())
}

/// These events, each an hour after the one before; every one has to be admitted.
fn recorded(course: Course, kinds: &[E]) -> Vec<Event> {
    let mut events = Vec::new();
    for (hour, kind) in kinds.iter().enumerate() {
        let pushed = push(course, &mut events, Event::new(*kind, at(hour as i64)), at(1000));
        assert!(pushed.is_ok(), "{course:?} {kinds:?}: {kind:?} {pushed:?}");
    }
    events
}

const FILED: [E; 5] = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];

#[test]
fn stages_follow_from_events() {
    use Stage as S;
    let table: &[(&[E], Stage)] = &[
        (&[], S::Preparing),
        (&[E::Submitted], S::PlatformReview),
        (&[E::SubmissionRefused], S::Preparing),
        (&[E::SubmissionRefused, E::Submitted], S::PlatformReview),
        (&[E::Submitted, E::PlatformReturned], S::Preparing),
        (&[E::Submitted, E::Withdrawn], S::Preparing),
        (&[E::Submitted, E::PlatformReturned, E::Submitted, E::PlatformPassed], S::SmsVerification),
        (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsResent], S::SmsVerification),
        (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsTimedOut], S::Preparing),
        (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified], S::BureauReview),
        (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauReturned], S::Preparing),
        (&FILED, S::Filed),
    ];
    for (kinds, stage) in table {
        for course in [Course::New, Course::Change] {
            assert_eq!(History::new(course, &recorded(course, kinds)).stage(), *stage, "{kinds:?}");
        }
    }
}

#[test]
fn a_deregistration_has_a_course_of_its_own() {
    use Stage as S;
    let requested = E::DeregistrationRequested;
    let table: &[(&[E], Stage)] = &[
        (&[], S::Preparing),
        (&[requested], S::SmsVerification),
        (&[requested, E::SmsReceived], S::SmsVerification),
        (&[requested, E::SmsReceived, E::SmsVerified], S::Deregistered),
        (&[requested, E::Deregistered], S::Deregistered),
        (&[requested, E::SmsReceived, E::DeregistrationLapsed], S::Preparing),
        (&[requested, E::DeregistrationLapsed, requested], S::SmsVerification),
        (&[requested, E::BureauReturned], S::Preparing),
        (&[E::SubmissionRefused], S::Preparing),
    ];
    let course = Course::Deregistration;
    for (kinds, stage) in table {
        assert_eq!(History::new(course, &recorded(course, kinds)).stage(), *stage, "{kinds:?}");
    }
    for (before, kind) in [
        (&[] as &[E], E::Submitted),
        (&[], E::SmsReceived),
        (&[requested], E::Withdrawn),
        (&[requested], E::SmsTimedOut),
        (&[requested], requested),
        (&[requested, E::SmsReceived, E::SmsVerified], requested),
    ] {
        let events = recorded(course, before);
        let refused = History::new(course, &events).admits(&Event::new(kind, at(900)), at(1000));
        assert!(matches!(refused, Err(OutOfOrder::NotNow { .. })), "{before:?} {kind:?}");
    }
}

#[test]
fn a_filing_stays_filed_until_it_is_deregistered() {
    let filed = recorded(Course::New, &FILED);
    for (more, stage, on_record) in [
        (&[] as &[E], Stage::Filed, true),
        (&[E::DeregistrationRequested, E::SmsReceived], Stage::SmsVerification, true),
        (&[E::DeregistrationRequested, E::SmsReceived, E::DeregistrationLapsed], Stage::Filed, true),
        (&[E::DeregistrationRequested, E::SmsReceived, E::SmsVerified], Stage::Deregistered, false),
    ] {
        let mut events = filed.clone();
        for (hour, kind) in (100..).zip(more) {
            push(Course::Deregistration, &mut events, Event::new(*kind, at(hour)), at(1000)).unwrap();
        }
        let history = History::new(Course::Deregistration, &events);
        assert_eq!((history.stage(), history.is_on_record()), (stage, on_record), "{more:?}");
        assert!(history.impossible().is_empty());
        assert!(History::new(Course::New, &events).impossible().is_empty(), "whatever kind it is called later");
    }
    let new = History::new(Course::New, &filed);
    assert!(new.possible().is_empty(), "{:?}", new.possible());
}

#[test]
fn a_change_begins_where_something_is_filed() {
    let change = Course::Change;
    // As earlier versions recorded it, in the draft that was filed.
    let twice: Vec<Event> = FILED.iter().chain(&FILED).zip(0..).map(|(kind, hour)| Event::new(*kind, at(hour))).collect();
    let history = History::new(change, &twice);
    assert_eq!((history.stage(), history.impossible()), (Stage::Filed, vec![]));
    // Now a change is a draft of its own, and through once it is filed.
    assert!(History::new(change, &recorded(change, &FILED)).possible().is_empty());
    let refused = History::new(Course::New, &recorded(Course::New, &FILED)).admits(&Event::new(E::Submitted, at(9)), at(99));
    assert!(matches!(refused, Err(OutOfOrder::NotNow { stage: Stage::Filed, .. })));
}

#[test]
fn the_order_of_the_world_is_held() {
    let table: &[(&[E], E)] = &[
        (&[], E::PlatformPassed),
        (&[], E::Withdrawn),
        (&[], E::DeregistrationRequested),
        (&[E::Submitted], E::Submitted),
        (&[E::Submitted], E::SmsVerified),
        (&[E::Submitted], E::SmsReceived),
        (&[E::Submitted], E::SubmissionRefused),
        (&[E::Submitted, E::PlatformPassed], E::Withdrawn),
        (&[E::Submitted, E::PlatformPassed], E::SmsVerified),
        (&[E::Submitted, E::PlatformPassed], E::SmsWrongCode),
        (&[E::Submitted, E::PlatformPassed], E::DeregistrationLapsed),
        (&[E::Submitted, E::PlatformPassed, E::SmsReceived], E::SmsReceived),
        (&[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified], E::SmsTimedOut),
        (&FILED, E::BureauReturned),
    ];
    for (before, kind) in table {
        let mut events = recorded(Course::New, before);
        let kept = events.clone();
        let refused = push(Course::New, &mut events, Event::new(*kind, at(900)), at(1000));
        assert!(!matches!(refused, Ok(_) | Err(OutOfOrder::InFuture | OutOfOrder::BeforeLast { .. })), "{before:?} {kind:?}");
        assert_eq!(events, kept);
    }
}

#[test]
fn time_only_goes_forward() {
    let mut events = recorded(Course::New, &[E::Submitted]);
    let mut push = |hour| self::push(Course::New, &mut events, Event::new(E::Withdrawn, at(hour)), at(10));
    assert_eq!(push(-1), Err(OutOfOrder::BeforeLast { last: at(0) }));
    assert_eq!(push(11), Err(OutOfOrder::InFuture));
    assert_eq!(push(10), Ok(Stage::Preparing));
}

#[test]
fn the_code_must_be_entered_within_a_day_of_its_first_arrival() {
    let mut events = recorded(Course::New, &[E::Submitted, E::PlatformPassed]);
    let deadline = |events: &[Event]| History::new(Course::New, events).round().deadline();
    assert_eq!(deadline(&events), None);
    events.extend([Event::new(E::SmsReceived, at(5)), Event::new(E::SmsResent, at(9))]);
    assert_eq!(deadline(&events), Some(at(29)));
    events.push(Event::new(E::SmsVerified, at(10)));
    assert_eq!(deadline(&events), None);
    assert_eq!(History::new(Course::New, &events).since(), Some(at(10)));
}

#[test]
fn the_code_is_sent_again_twice_for_each_person_and_the_sixth_wrong_one_rejects() {
    let mut events = recorded(Course::New, &[E::Submitted, E::PlatformPassed]);
    let mut push = |kind, who: Option<Role>| {
        let event = Event { who, ..Event::new(kind, at(20)) };
        self::push(Course::New, &mut events, event, at(1000))
    };
    for who in [Some(RESPONSIBLE), Some(Role::Owner)] {
        push(E::SmsReceived, who).unwrap();
        for _ in 0..2 {
            push(E::SmsResent, who).unwrap();
        }
        assert_eq!(push(E::SmsResent, who), Err(OutOfOrder::NoMoreResends));
    }
    for _ in 0..5 {
        assert_eq!(push(E::SmsWrongCode, Some(Role::Owner)), Ok(Stage::SmsVerification));
    }
    assert_eq!(push(E::SmsWrongCode, Some(RESPONSIBLE)), Ok(Stage::SmsVerification));
    assert_eq!(push(E::SmsWrongCode, Some(Role::Owner)), Ok(Stage::Preparing));
    assert!(History::new(Course::New, &events).sent_back_by().is_some_and(|event| event.kind == E::SmsWrongCode));
}

#[test]
fn more_resends_than_are_allowed_stay_what_they_were_in_an_old_draft() {
    let mut events = recorded(Course::New, &[E::Submitted, E::PlatformPassed, E::SmsReceived]);
    events.extend([1, 2, 3, 4].map(|hour| Event::new(E::SmsResent, at(10 + hour))));
    let history = History::new(Course::New, &events);
    assert!(history.impossible().is_empty() && !history.possible().contains(&E::SmsResent));
}

#[test]
fn each_person_enters_a_code_and_a_missed_one_can_be_recorded_until_all_have() {
    let mut events = recorded(Course::New, &[E::Submitted, E::PlatformPassed]);
    let mut push = |kind, who| self::push(Course::New, &mut events, Event::new(kind, at(20)).of(who), at(1000));
    push(E::SmsReceived, RESPONSIBLE).unwrap();
    assert_eq!(push(E::SmsVerified, RESPONSIBLE), Ok(Stage::BureauReview));
    let mut late = events.clone();
    let missed_later = self::push(Course::New, &mut late, Event::new(E::SmsTimedOut, at(21)).of(Role::Owner), at(1000));
    assert_eq!(missed_later, Ok(Stage::Preparing), "the owner's code had not been recorded");
    let mut push = |kind, who| self::push(Course::New, &mut events, Event::new(kind, at(20)).of(who), at(1000));
    assert_eq!(push(E::SmsReceived, Role::Owner), Ok(Stage::SmsVerification), "the owner got one as well");
    let mut missed = events.clone();
    let timed_out = self::push(Course::New, &mut missed, Event::new(E::SmsTimedOut, at(21)).of(Role::Owner), at(1000));
    assert_eq!(timed_out, Ok(Stage::Preparing));
    events.push(Event::new(E::SmsVerified, at(20)).of(Role::Owner));
    let history = History::new(Course::New, &events);
    assert_eq!(history.stage(), Stage::BureauReview);
    assert!(!history.possible().contains(&E::SmsTimedOut) && !history.possible().contains(&E::SmsReceived));
}

/// A change of a company whose owner is another person; it renames the mini-program where both people get a code.
fn change(renames: bool) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set(FieldId::SubjectNature, Some(Value::Code(4)));
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    let id = if renames { FieldId::MiniProgramName } else { FieldId::MiniProgramRemark };
    draft.set_recorded(id, Some("虚构助手".into()));
    draft.set(id, Some("虚构帮手".into()));
    draft.events = recorded(Course::Change, &[E::Submitted, E::PlatformPassed]);
    draft
}

#[test]
fn two_people_enter_their_codes_independently_of_each_other() {
    let mut draft = Draft::new(4);
    let events = [
        (E::Submitted, None),
        (E::PlatformPassed, None),
        (E::SmsReceived, Some(RESPONSIBLE)),
        (E::SmsVerified, Some(RESPONSIBLE)),
    ];
    draft.events = events.iter().zip(0..).map(|((kind, who), hour)| Event { who: *who, ..Event::new(*kind, at(hour)) }).collect();
    let mut record = |kind, who, hour| History::push(&mut draft, Event::new(kind, at(hour)).of(who), at(1000));
    // Before the platform passed it there was no code; nor does one person's story run backwards.
    assert_eq!(record(E::SmsReceived, Role::Owner, 0), Err(OutOfOrder::BeforeLast { last: at(3) }));
    assert_eq!(record(E::SmsReceived, Role::Owner, 2), Ok(Stage::SmsVerification));
    assert_eq!(record(E::SmsVerified, Role::Owner, 1), Err(OutOfOrder::BeforeLast { last: at(3) }));
    assert_eq!(record(E::SmsVerified, Role::Owner, 2), Ok(Stage::BureauReview));
    let order: Vec<_> = draft.events.iter().map(|event| (event.kind, event.who)).collect();
    let owner = Some(Role::Owner);
    assert_eq!(
        order[2..],
        [
            (E::SmsReceived, Some(RESPONSIBLE)),
            (E::SmsReceived, owner),
            (E::SmsVerified, owner),
            (E::SmsVerified, Some(RESPONSIBLE)),
        ]
    );
    assert!(History::of(&draft).impossible().is_empty());
    let passed = History::push(&mut draft, Event::new(E::BureauPassed, at(2)), at(1000));
    assert_eq!(passed, Err(OutOfOrder::BeforeLast { last: at(3) }));
}

#[test]
fn the_bureau_begins_with_a_change_once_both_have_entered_their_codes_where_both_get_one() {
    let now = at(1000);
    for (renames, after_first) in [(true, Stage::SmsVerification), (false, Stage::BureauReview)] {
        let mut draft = change(renames);
        let mut push = |kind, who| History::push(&mut draft, Event::new(kind, at(20)).of(who), now);
        assert_eq!(push(E::SmsReceived, RESPONSIBLE), Ok(Stage::SmsVerification));
        assert_eq!(push(E::SmsVerified, RESPONSIBLE), Ok(after_first), "renames: {renames}");
        // A number that came although the other code was never recorded is a number.
        let mut decided = draft.clone();
        assert_eq!(History::push(&mut decided, Event::new(E::BureauPassed, at(21)), now), Ok(Stage::Filed));
        let mut push = |kind, who| History::push(&mut draft, Event::new(kind, at(22)).of(who), now);
        assert_eq!(push(E::SmsReceived, Role::Owner), Ok(Stage::SmsVerification));
        assert_eq!(push(E::SmsVerified, Role::Owner), Ok(Stage::BureauReview));
        assert!(History::of(&draft).impossible().is_empty());
        assert_eq!(History::of(&draft).since(), Some(at(22)));
    }
    // Said of nobody in particular, it was everyone's.
    let mut both = change(true);
    both.events.extend([Event::new(E::SmsReceived, at(20)), Event::new(E::SmsVerified, at(20))]);
    assert_eq!(History::of(&both).stage(), Stage::BureauReview);
    // The second code can be missed, and the bureau may return the change before it.
    for kind in [E::SmsTimedOut, E::BureauReturned] {
        let mut back = change(true);
        back.events.extend([E::SmsReceived, E::SmsVerified].map(|kind| Event::new(kind, at(20)).of(RESPONSIBLE)));
        assert_eq!(History::push(&mut back, Event::new(kind, at(30)).of(Role::Owner), now), Ok(Stage::Preparing), "{kind:?}");
    }
}

#[test]
fn after_a_missed_code_unchanged_data_go_straight_to_the_bureau() {
    let missed = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsTimedOut, E::Submitted];
    let direct = recorded(Course::New, &[&missed[..], &[E::SmsReceived, E::SmsVerified]].concat());
    assert_eq!(History::new(Course::New, &direct).stage(), Stage::BureauReview);
    let changed = recorded(Course::New, &[&missed[..], &[E::PlatformReturned, E::Submitted]].concat());
    assert!(!History::new(Course::New, &changed).possible().contains(&E::SmsReceived), "the platform reviews it again");
    assert!(History::new(Course::New, &recorded(Course::New, &missed)).is_direct());
}

#[test]
fn offers_name_each_of_two_people() {
    let events = recorded(Course::New, &[E::Submitted, E::PlatformPassed]);
    let history = History::new(Course::New, &events);
    let codes = |two| -> Vec<_> {
        history.offers(two).into_iter().filter(|(kind, _)| *kind == E::SmsReceived).map(|(_, who)| who).collect()
    };
    assert_eq!(codes(false), [None]);
    assert_eq!(codes(true), [Some(RESPONSIBLE), Some(Role::Owner)]);
    let mut events = events.clone();
    for (kind, who) in [(E::SmsReceived, RESPONSIBLE), (E::SmsReceived, Role::Owner), (E::SmsVerified, RESPONSIBLE)] {
        events.push(Event::new(kind, at(9)).of(who));
    }
    let offers = History::new(Course::New, &events).offers(true);
    let of = |role| offers.iter().filter(|(_, who)| *who == Some(role)).count();
    assert_eq!((of(RESPONSIBLE), of(Role::Owner)), (0, 4), "whoever is done has nothing more to record: {offers:?}");
}

#[test]
fn a_mistake_is_taken_back() {
    let mut events = recorded(Course::New, &[E::Submitted, E::PlatformPassed]);
    assert_eq!(History::undo(&mut events).map(|event| event.kind), Some(E::PlatformPassed));
    assert_eq!(History::new(Course::New, &events).stage(), Stage::PlatformReview);
}

#[test]
fn events_written_by_hand_out_of_order_are_named() {
    let events = [Event::new(E::SmsVerified, at(0)), Event::new(E::Submitted, at(1))];
    let history = History::new(Course::New, &events);
    assert_eq!(history.impossible(), [0]);
    assert_eq!(history.stage(), Stage::PlatformReview);
}

#[test]
fn rejections_stand_until_it_comes_under_review_again() {
    let kinds = [E::Submitted, E::PlatformReturned, E::SubmissionRefused];
    let events = recorded(Course::New, &kinds);
    let returns =
        |events: &[Event]| -> Vec<E> { History::new(Course::New, events).returns().iter().map(|event| event.kind).collect() };
    assert_eq!(returns(&events), [E::PlatformReturned, E::SubmissionRefused]);
    let again = recorded(Course::New, &[&kinds[..], &[E::Submitted]].concat());
    assert!(returns(&again).is_empty());
}

#[test]
fn what_leads_on_is_offered_before_what_leads_back() {
    for (kinds, first) in [
        (&FILED[..1], E::PlatformPassed),
        (&FILED[..2], E::SmsReceived),
        (&FILED[..3], E::SmsVerified),
        (&FILED[..4], E::BureauPassed),
    ] {
        let events = recorded(Course::New, kinds);
        let offers = History::new(Course::New, &events).offers(true);
        assert_eq!(
            offers.iter().map(|(kind, _)| *kind).find(|kind| *kind != E::SmsReceived || first == E::SmsReceived),
            Some(first)
        );
    }
    let mut events = recorded(Course::New, &FILED[..3]);
    events[2].who = Some(RESPONSIBLE);
    let verified = Event { who: Some(RESPONSIBLE), ..Event::new(E::SmsVerified, at(3)) };
    assert!(push(Course::New, &mut events, verified, at(1000)).is_ok());
    let offers = History::new(Course::New, &events).offers(true);
    assert_eq!(offers.first().map(|(kind, _)| *kind), Some(E::BureauPassed), "{offers:?}");
}

#[test]
fn a_code_out_of_turn_is_refused_for_its_own_reason() {
    let owner = Some(Role::Owner);
    let first = Some(Role::ResponsiblePerson);
    let passed = recorded(Course::New, &[E::Submitted, E::PlatformPassed]);
    let with = |more: &[(E, Option<Role>)]| {
        let mut events = passed.clone();
        events.extend(more.iter().zip(10..).map(|((kind, who), hour)| Event { who: *who, ..Event::new(*kind, at(hour)) }));
        events
    };
    for (more, kind, who, reason) in [
        (&[][..], E::SmsVerified, None, OutOfOrder::NoCodeYet),
        (&[], E::SmsWrongCode, owner, OutOfOrder::NoCodeYet),
        (&[(E::SmsReceived, first)], E::SmsVerified, owner, OutOfOrder::NoCodeYet),
        (&[(E::SmsReceived, first)], E::SmsReceived, first, OutOfOrder::CodeArrived),
        (
            &[(E::SmsReceived, first), (E::SmsReceived, owner), (E::SmsVerified, first)],
            E::SmsVerified,
            first,
            OutOfOrder::CodeEntered,
        ),
        (
            &[(E::SmsReceived, first), (E::SmsReceived, owner), (E::SmsVerified, first)],
            E::SmsTimedOut,
            first,
            OutOfOrder::CodeEntered,
        ),
    ] {
        let events = with(more);
        let refused = History::new(Course::New, &events).admits(&Event { who, ..Event::new(kind, at(50)) }, at(99));
        assert_eq!(refused, Err(reason), "{more:?} {kind:?} {who:?}");
    }
}

#[test]
fn a_number_that_came_late_goes_into_the_record_that_lacks_it() {
    let kinds = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];
    let at = "2026-09-30T09:00:00+08:00".parse().unwrap();
    let mut events = kinds.map(|kind| Event::new(kind, at)).to_vec();
    assert_eq!(History::add_number(Course::New, &mut events[..4], "1X"), None, "not filed");
    assert_eq!(History::add_number(Course::New, &mut events, ""), None);
    assert_eq!(History::add_number(Course::New, &mut events, "1X").map(|event| event.number.as_str()), Some("1X"));
    assert_eq!(History::add_number(Course::New, &mut events, "2X"), None, "it has one");
    assert_eq!(History::new(Course::New, &events).number(), Some("1X"));
}
