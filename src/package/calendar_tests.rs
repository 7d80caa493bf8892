use super::*;
use crate::filing::{Event as Happened, EventKind as E, Role, Value};
use crate::text::Lang;

/// With every character that a calendar escapes.
fn plain() -> CalendarWords {
    CalendarWords { lang: Lang::Zh, name: "甲; 小食记, \"一\"\\".to_owned() }
}

fn at(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn draft() -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::AppId, Some("wx7f6e5d4c3b2a1908".into()));
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    draft.events = [E::Submitted, E::PlatformPassed].map(|kind| Happened::new(kind, at("2026-11-26T09:00:00+08:00"))).to_vec();
    draft.events.extend(Role::BOTH.map(|role| Happened::new(E::SmsReceived, at("2026-11-26T10:00:00+08:00")).of(role)));
    draft.set(FieldId::SubjectCertificateValidUntil, Some("2027-06-30".into()));
    draft
}

fn made(draft: &Draft, now: &str) -> String {
    one(draft, "file", now).0
}

fn one(draft: &Draft, identity: &str, now: &str) -> (String, Counted) {
    calendar(&[Part { draft, identity, words: &plain() }], "期限", at(now)).unwrap()
}

/// The lines of a calendar with folds undone.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn uids(text: &str) -> Vec<String> {
    lines(text).into_iter().filter(|line| line.starts_with("UID:") && !line.contains("alarm")).collect()
}

#[test]
fn every_deadline_is_an_entry_with_alarms() {
    let text = made(&draft(), "2026-11-26T12:00:00+08:00");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.trim_end().ends_with("END:VCALENDAR"), "{text}");
    let lines = lines(&text);
    let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    assert_eq!((count("BEGIN:VEVENT"), count("BEGIN:VALARM"), count("TRIGGER")), (4, 6, 6), "the platform's review is over");
    assert!(lines.contains(&"DTSTART:20261127T020000Z".to_owned()), "24 hours after it arrived\n{text}");
    assert!(lines.iter().any(|line| line == "DTSTART;VALUE=DATE:20270630"), "{text}");
    assert!(lines.contains(&"TRIGGER:-PT1H".to_owned()) || lines.iter().any(|line| line.contains("-PT3600S")), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "lines are folded");
    assert!(
        lines.iter().any(|line| line.starts_with("SUMMARY:") && line.contains("\\; 小食记\\, ")),
        "texts are escaped\n{text}"
    );
    assert!(!text.contains("wx7f6e5d4c3b2a1908"));
}

#[test]
fn the_same_draft_and_moment_make_the_same_bytes() {
    let now = "2026-11-26T12:00:00+08:00";
    assert_eq!(made(&draft(), now), made(&draft(), now));
}

#[test]
fn a_later_calendar_changes_entries_instead_of_doubling_them() {
    let mut later = draft();
    let first = made(&later, "2026-11-26T12:00:00+08:00");
    later.events.push(Happened::new(E::SmsVerified, at("2026-11-26T13:00:00+08:00")).of(Role::Owner));
    let second = made(&later, "2026-11-26T14:00:00+08:00");
    assert_eq!(uids(&first), uids(&second));
    assert_eq!((cancelled(&first), cancelled(&second)), (1, 2));
    assert!(sequence_of(&first) < sequence_of(&second), "{first}\n{second}");
}

fn cancelled(text: &str) -> usize {
    lines(text).iter().filter(|line| *line == "STATUS:CANCELLED").count()
}

fn sequence_of(text: &str) -> Option<u32> {
    lines(text).iter().find_map(|line| line.strip_prefix("SEQUENCE:")?.parse().ok())
}

#[test]
fn what_has_ended_is_cancelled_by_either_draft_and_told_nothing_of() {
    let filed_on = "2026-11-26T12:00:00+08:00";
    let mut filed = draft();
    filed.events.extend(Role::BOTH.map(|role| Happened::new(E::SmsVerified, at("2026-11-26T11:00:00+08:00")).of(role)));
    filed.events.push(Happened::new(E::BureauPassed, at(filed_on)));
    let first = made(&filed, filed_on);
    let runs_out =
        |text: &str| uids(text).into_iter().filter(|uid| uid.contains("runs-out") || uid.contains("report")).collect::<Vec<_>>();
    assert_eq!(runs_out(&first).len(), 2);
    let end = "2026-11-27T12:00:00+08:00";
    filed.events.push(Happened::new(E::Deregistered, at(end)));
    let mut ending = Draft::default();
    ending.set(FieldId::FilingKind, Some("deregister".into()));
    ending.set(FieldId::AppId, Some("wx7f6e5d4c3b2a1908".into()));
    ending.set_recorded(FieldId::SubjectCertificateValidUntil, Some("2027-06-30".into()));
    ending.events =
        [E::DeregistrationRequested, E::SmsReceived, E::Deregistered].map(|kind| Happened::new(kind, at(end))).to_vec();
    for last in [&filed, &ending] {
        let text = made(last, end);
        assert_eq!(runs_out(&text), runs_out(&first));
        assert_eq!(cancelled(&text), uids(&text).len());
        assert!(!text.contains("VALARM") && !text.contains("DESCRIPTION") && sequence_of(&first) < sequence_of(&text), "{text}");
    }
    let words = plain();
    let parts = [&filed, &ending].map(|draft| Part { draft, identity: "file", words: &words });
    let (both, count) = calendar(&parts, "期限", at(end)).unwrap();
    let all: std::collections::HashSet<String> = uids(&both).into_iter().collect();
    let count = count.open + count.struck;
    assert_eq!((all.len(), uids(&both).len()), (count, count), "each entry once");
}

#[test]
fn drafts_have_entries_of_their_own() {
    let now = "2026-11-26T12:00:00+08:00";
    let (mut one, mut other) = (draft(), draft());
    other.set(FieldId::AppId, Some("wx1111111111111111".into()));
    assert!(uids(&made(&one, now)).iter().all(|uid| !uids(&made(&other, now)).contains(uid)));
    for draft in [&mut one, &mut other] {
        draft.set(FieldId::AppId, None);
    }
    assert_ne!(self::one(&one, "a", now), self::one(&other, "b", now));
}

#[test]
fn only_a_calendar_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file_name("a"));
    let text = made(&draft(), "2026-11-26T12:00:00+08:00");
    write(&path, &text).unwrap();
    write(&path, &text).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    std::fs::write(&path, "mine").unwrap();
    assert!(matches!(write(&path, &text), Err(NotWritten::NoCalendar)));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_draft_without_deadlines_makes_an_empty_calendar() {
    assert_eq!(one(&Draft::new(4), "a", "2026-11-26T12:00:00+08:00").1, Counted::default());
}

#[test]
fn one_card_runs_out_once_whoever_names_it() {
    let now = "2026-11-26T12:00:00+08:00";
    let of = |app_id: &str, number: &str, until: &str| {
        let mut draft = Draft::new(4);
        for (id, value) in [
            (FieldId::AppId, app_id),
            (FieldId::ResponsiblePersonCertificateNumber, number),
            (FieldId::ResponsiblePersonCertificateValidUntil, until),
        ] {
            draft.set(id, Some(value.into()));
        }
        draft
    };
    let first = of("wx7f6e5d4c3b2a1908", "51010719920712992x", "2030-06-30");
    for (number, until, expected) in [
        ("51010719920712992X", "2030-06-30", 1),
        ("51010719920712992X", "2031-06-30", 2),
        ("510104198811239961", "2030-06-30", 2),
    ] {
        let other = of("wx1111111111111111", number, until);
        let words = plain();
        let parts = [&first, &other].map(|draft| Part { draft, identity: "file", words: &words });
        let (text, count) = calendar(&parts, "期限", at(now)).unwrap();
        assert_eq!((count, uids(&text).len()), (Counted { open: expected, struck: 0 }, expected), "{number} {until}");
        let turned = [parts[1], parts[0]];
        let mut uids = [uids(&text), uids(&calendar(&turned, "期限", at(now)).unwrap().0)];
        uids.iter_mut().for_each(|list| list.sort());
        assert_eq!(uids[0], uids[1], "the same entry stays, in whatever order the drafts come");
    }
}
