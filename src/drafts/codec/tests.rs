use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeZone};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::filing::{Approval, Event, EventKind, Kind, Reason, Role};
use FieldId as F;

const COMMENTED: &str = r#"# 1 my draft, do not touch

format = 1 # 2 layout
kind = "new" # 3 kind
mine = { a = 1, b = [1, 2] } # 4 unknown at the top

# 5 before the subject
[subject] # 6 beside the header
nature = "4" # 7 spelt as text
name = '深圳市示例科技有限公司' # 8 literal
region = 440305
colour = "red" # 9 unknown in a table
certificate = { kind = 1, number = "91440300MA5EXAMPLE", own = true, valid_until = 2036-08-15 } # 10 inline

[responsible_person] # 11
# 12 above the name
name = "张三"
mobile = 13012344321 # 13 a number
certificate.kind = 2 # 14 dotted
certificate.valid_until = 2036-08-15 # 15 native date
note = """
several
# not a comment
lines"""

[mini_program]
service_contents = [ # 16 opening
  3, # 17 tools
  4, # 18 games
  # 19 alone
]
prior_approvals = [
  { kind = 1, number = "a", mine = "x" }, # 20 first
  { kind = 2, document = "b.jpg" }, # 21 second
]
remark = "一" # 22

[materials]
commitment_letter = "one.jpg" # 23
subject_other_materials = ["a.jpg", 'b.jpg'] # 24

[strange.table] # 25
deep = true

# 26 before the story
[[events]] # 27
at = 2026-11-23T10:42:33+08:00 # 28
kind = "submitted" # 29
who = "me"

[[events]]
at = 2026-11-24 # 30 not a moment
kind = "no-such"
# 31 the end
"#;

const UNKNOWN: [&str; 6] = ["mine", "subject.colour", "subject.certificate.own", "responsible_person.note", "strange", "who"];

fn read(text: &str) -> Document {
    parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

#[test]
fn the_commented_file_is_read() {
    let document = read(COMMENTED);
    let draft = document.draft();
    assert_eq!(draft.code(F::SubjectNature), Some(4));
    assert_eq!(draft.text(F::SubjectRegion), "440305");
    assert_eq!(draft.text(F::SubjectCertificateValidUntil), "2036-08-15");
    assert_eq!(draft.text(F::ResponsiblePersonMobile), "13012344321");
    assert_eq!(draft.code(F::ResponsiblePersonCertificateKind), Some(2));
    assert_eq!(draft.codes(F::ServiceContents), [3, 4]);
    assert_eq!(draft.approvals().len(), 2);
    assert_eq!(draft.paths(F::CommitmentLetter), ["one.jpg"]);
    assert_eq!(draft.events, [Event::new(EventKind::Submitted, at("2026-11-23T10:42:33+08:00"))]);
    let unread = &document.unread_events()[0];
    assert_eq!((unread.index, unread.line), (1, COMMENTED.lines().position(|l| l.contains("# 30"))));
    assert_eq!(unread.reason, Unreadable::BadTime("2026-11-24".into()));
    assert_eq!(
        document.unknown_keys(),
        ["mine", "subject.colour", "subject.certificate.own", "responsible_person.note", "strange"]
    );
    assert_eq!(document.to_text(), COMMENTED);
    assert_eq!(document.faithful_text().as_deref(), Ok(COMMENTED));
}

#[test]
fn one_change_changes_one_place() {
    type Change = (FieldId, Option<Value>, &'static str, &'static str);
    let changes: [Change; 13] = [
        (F::SubjectName, Some("新".into()), "name = '深圳市示例科技有限公司' # 8", "name = \"新\" # 8"),
        (F::SubjectName, None, "name = '深圳市示例科技有限公司' # 8", "name = \"\" # 8"),
        (F::SubjectNature, Some(Value::Code(5)), "nature = \"4\"", "nature = 5"),
        (
            F::ResponsiblePersonCertificateValidUntil,
            Some("2040-01-02".into()),
            "valid_until = 2036-08-15 # 15",
            "valid_until = 2040-01-02 # 15",
        ),
        (
            F::ResponsiblePersonCertificateValidUntil,
            Some("长期".into()),
            "valid_until = 2036-08-15 # 15",
            "valid_until = \"长期\" # 15",
        ),
        (F::ServiceContents, Some(Value::Codes(vec![3, 4, 5])), "# 19 alone\n]", "# 19 alone\n  5,\n]"),
        (F::CommitmentLetter, None, "commitment_letter = \"one.jpg\"", "commitment_letter = []"),
        (F::CommitmentLetter, Some(Value::Paths(vec!["x".into()])), "letter = \"one.jpg\"", "letter = [\"x\"]"),
        (
            F::SubjectAddress,
            Some("科技中一路".into()),
            "own = true, valid_until = 2036-08-15 } # 10 inline\n",
            "own = true, valid_until = 2036-08-15 } # 10 inline\naddress = \"科技中一路\"\n",
        ),
        (
            F::SubjectCertificateAddress,
            Some("广东省".into()),
            "number = \"91440300MA5EXAMPLE\", own",
            "number = \"91440300MA5EXAMPLE\", address = \"广东省\", own",
        ),
        (
            F::SubjectCertificatePhoto,
            Some("p.jpg".into()),
            "valid_until = 2036-08-15 } # 10",
            "valid_until = 2036-08-15, photo = \"p.jpg\" } # 10",
        ),
        (F::Published, Some(Value::Flag(true)), "mine = ", "published = true\nmine = "),
        (F::MiniProgramRemark, Some(Value::Invalid("1.5".into())), "remark = \"一\"", "remark = 1.5"),
    ];
    for (id, value, old, new) in changes {
        let mut document = read(COMMENTED);
        let mut draft = document.draft().clone();
        draft.set(id, value);
        document.update(&draft);
        let expected = COMMENTED.replacen(old, new, 1);
        assert_ne!(expected, COMMENTED, "{old}");
        assert_eq!(document.faithful_text().unwrap(), expected);
    }
}

#[test]
fn new_drafts_look_like_the_example() {
    let mut draft = Draft::default();
    draft.set(F::FilingKind, Some("new".into()));
    draft.set(F::SubjectNature, Some(Value::Code(4)));
    draft.set(F::SubjectCertificateNumber, Some("9144".into()));
    draft.set(F::SubjectCertificateKind, Some(Value::Code(1)));
    draft.set(F::ServiceContents, Some(Value::Codes(vec![3, 4])));
    draft.set(F::PriorApprovals, Some(Value::Approvals(vec![Approval { kind: Some(24), ..Approval::default() }])));
    draft.events.push(Event::new(EventKind::Submitted, at("2026-11-23T10:42:33+08:00")));
    let expected = "format = 1\nkind = \"new\"\n\n[subject]\nnature = 4\n\n[subject.certificate]\nkind = 1\nnumber = \"9144\"\n\n\
        [mini_program]\nservice_contents = [3, 4]\nprior_approvals = [{ kind = 24 }]\n\n\
        [[events]]\nat = 2026-11-23T10:42:33+08:00\nkind = \"submitted\"\n";
    assert_eq!(document_of(&draft).faithful_text().as_deref(), Ok(expected));
}

#[test]
fn keys_come_in_the_order_of_the_field_table_whatever_is_set_first() {
    let mut document = Document::default();
    let mut draft = Draft::default();
    for id in [F::OwnerName, F::MiniProgramName, F::SubjectRegion, F::FilingKind, F::SubjectNature, F::LegalPersonName] {
        draft.set(id, Some(if id == F::SubjectNature { Value::Code(4) } else { "x".into() }));
        document.update(&draft);
    }
    let text = document.faithful_text().unwrap();
    let places: Vec<usize> = ["format", "kind", "[subject]", "nature", "region", "legal_person", "[mini_program]", "[owner]"]
        .iter()
        .map(|key| text.find(key).unwrap())
        .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn odd_values_are_kept_and_told() {
    let cases: [(&str, FieldId, Option<Value>); 22] = [
        ("subject.nature = \"四\"", F::SubjectNature, Some(Value::Invalid("四".into()))),
        ("subject.nature = \"4\"", F::SubjectNature, Some(Value::Code(4))),
        ("subject.nature = -1", F::SubjectNature, Some(Value::Invalid("-1".into()))),
        ("subject.nature = 99999999999", F::SubjectNature, Some(Value::Invalid("99999999999".into()))),
        ("subject.nature = 1.5", F::SubjectNature, Some(Value::Invalid("1.5".into()))),
        ("subject.nature = \"\"", F::SubjectNature, None),
        ("subject.name = true", F::SubjectName, Some(Value::Invalid("true".into()))),
        ("subject.name = 0xff", F::SubjectName, Some(Value::Invalid("0xff".into()))),
        ("subject.name = {}", F::SubjectName, Some(Value::Invalid("{}".into()))),
        ("subject.name = 007", F::SubjectName, None),
        ("owner.certificate.valid_from = 2026-13-40", F::OwnerCertificateValidFrom, None),
        ("owner.certificate.valid_from = \"2026-13-40\"", F::OwnerCertificateValidFrom, Some("2026-13-40".into())),
        ("owner.certificate.valid_from = 2026-01-02", F::OwnerCertificateValidFrom, Some("2026-01-02".into())),
        ("owner.face_check.passed_at = 2026-01-02T03:04:05Z", F::FaceCheckPassedAt, Some("2026-01-02T03:04:05Z".into())),
        ("published = \"true\"", F::Published, Some(Value::Flag(true))),
        ("published = \"ja\"", F::Published, Some(Value::Invalid("ja".into()))),
        ("mini_program.service_contents = 3", F::ServiceContents, Some(Value::Codes(vec![3]))),
        ("mini_program.service_contents = [3, \"x\"]", F::ServiceContents, Some(Value::Invalid("[3, \"x\"]".into()))),
        ("mini_program.service_contents = []", F::ServiceContents, None),
        ("mini_program.prior_approvals = [24]", F::PriorApprovals, Some(Value::Invalid("[24]".into()))),
        ("subject.residence_permit = [\"a.jpg\"]", F::SubjectResidencePermit, Some("a.jpg".into())),
        ("materials.promise_video = [1]", F::PromiseVideo, Some(Value::Invalid("[1]".into()))),
    ];
    for (text, id, expected) in cases {
        let Ok(mut document) = parse(text) else {
            assert!(expected.is_none(), "{text}");
            continue;
        };
        assert_eq!(document.draft().get(id), expected.as_ref(), "{text}");
        let mut draft = document.draft().clone();
        draft.set(F::MiniProgramName, Some("x".into()));
        document.update(&draft);
        assert!(document.faithful_text().unwrap().contains(text), "{text}");
        // Taken out and put back, as undo does.
        let odd = draft.set(id, None);
        document.update(&draft);
        draft.set(id, odd);
        document.update(&draft);
        assert_eq!(read(&document.faithful_text().unwrap()).draft(), &draft, "{text}");
    }
}

#[test]
fn both_notations_of_rows_are_edited() {
    let tables = "# a\n[[mini_program.prior_approvals]]\nkind = 1 # b\n\n# c\n[[mini_program.prior_approvals]]\nkind = 2 # d\n";
    let mut document = read(tables);
    let mut draft = document.draft().clone();
    let row = |kind| Approval { kind: Some(kind), number: "n".into(), document: String::new() };
    draft.set(F::PriorApprovals, Some(Value::Approvals(vec![row(1), row(2), row(3)])));
    document.update(&draft);
    let text = document.faithful_text().unwrap();
    assert_eq!(text.matches("[[mini_program.prior_approvals]]").count(), 3, "{text}");
    draft.set(F::PriorApprovals, None);
    document.update(&draft);
    let text = document.faithful_text().unwrap();
    assert!(text.contains("# a") && text.contains("# c"), "{text}");
    assert!(!text.contains("prior_approvals"), "{text}");

    let mut document = read("events = [{ at = \"2026-11-23T10:42:33+08:00\", kind = \"submitted\" }] # e\n");
    let mut draft = document.draft().clone();
    draft
        .events
        .push(Event {
            note: "驳回\n两处".into(), ..Event::new(EventKind::PlatformReturned, at("2026-11-24T10:00:00+08:00"))
        });
    document.update(&draft);
    let text = document.faithful_text().unwrap();
    assert!(text.contains("kind = \"submitted\" }, { at = 2026-11-24T10:00:00+08:00, kind = \"platform-returned\""), "{text}");
    draft.events.clear();
    document.update(&draft);
    assert_eq!(document.faithful_text().unwrap(), "format = 1\nevents = [] # e\n");
}

#[test]
fn undoing_an_event_gives_the_old_text_back() {
    let mut document = read(COMMENTED);
    let before = document.draft().clone();
    let mut draft = before.clone();
    draft.events.push(Event::new(EventKind::PlatformPassed, at("2026-11-25T09:00:00+08:00")));
    document.update(&draft);
    let text = document.faithful_text().unwrap();
    assert!(
        text.ends_with(
            "kind = \"no-such\"\n\n[[events]]\nat = 2026-11-25T09:00:00+08:00\nkind = \"platform-passed\"\n# 31 the end\n"
        ),
        "{text}"
    );
    document.update(&before);
    assert_eq!(document.faithful_text().unwrap(), COMMENTED);
}

#[test]
fn marks_and_line_ends_survive() {
    for text in
        [COMMENTED.replace('\n', "\r\n"), format!("\u{feff}{COMMENTED}"), format!("\u{feff}{}", COMMENTED.replace('\n', "\r\n"))]
    {
        let mut document = read(&text);
        assert_eq!(document.to_text(), text);
        let mut draft = document.draft().clone();
        draft.set(F::SubjectRemark, Some("一\n二\r\n三\u{1b}\u{7f}\"''''\"\"\"\\".into()));
        document.update(&draft);
        let saved = document.faithful_text().unwrap();
        assert_eq!(saved.contains("\r\n"), text.contains("\r\n"));
        assert_eq!(saved.matches('\n').count() > 10 && saved.replace("\r\n", "").contains('\n'), !text.contains("\r\n"));
    }
}

#[test]
fn what_is_no_draft_is_refused_with_its_place() {
    let shape = |path: &str, expected, line, column| CodecError::WrongShape { path: path.into(), expected, line, column };
    let cases = [
        ("kind = 1\nsubject = 3", shape("subject", Shape::Table, 2, 11)),
        ("[subject]\ncertificate = \"x\"", shape("subject.certificate", Shape::Table, 2, 15)),
        ("[[subject]]", shape("subject", Shape::Table, 1, 1)),
        ("events = \"x\"", shape("events", Shape::Tables, 1, 10)),
        ("[events]", shape("events", Shape::Tables, 1, 1)),
        ("format = 2", CodecError::NewerFormat { found: 2, known: 1 }),
        ("\nformat = 0", CodecError::BadFormat { found: "0".into(), line: 2 }),
        ("format = \"1\"", CodecError::BadFormat { found: "\"1\"".into(), line: 1 }),
    ];
    for (text, expected) in cases {
        assert_eq!(parse(text).err(), Some(expected), "{text}");
    }
    for (text, line, column) in
        [("a = 1\n名 = ", 2, 1), ("a = 1\nb = 名", 2, 5), ("a = \"", 1, 6), ("[", 1, 2), ("a = 1\r\nb = ]", 2, 5)]
    {
        match parse(text).err() {
            Some(CodecError::NotToml { line: l, column: c, message }) => {
                assert_eq!((l, c), (line, column), "{text}: {message}");
                assert!(!message.is_empty());
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_draft_without_format_gets_it_with_the_first_change() {
    let mut document = read("[subject]\nname = \"x\"\n");
    document.update(&document.draft().clone());
    assert_eq!(document.to_text(), "[subject]\nname = \"x\"\n");
    let mut draft = document.draft().clone();
    draft.set(F::SubjectName, Some("y".into()));
    document.update(&draft);
    assert_eq!(document.to_text(), "format = 1\n[subject]\nname = \"y\"\n");
}

/// The check before saving must be able to fail.
#[test]
fn what_does_not_read_back_is_caught() {
    let mut document = read(COMMENTED);
    document.draft.set(F::SubjectName, Some("another".into()));
    document.draft.events.clear();
    assert_eq!(document.faithful_text(), Err(NotFaithful { fields: vec!["subject.name".into(), "events".into()] }));
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            "小食记",
            "长期",
            "2026-08-15",
            "4",
            "true",
            "[1, 2]",
            "'",
            "\"\"\"",
            "a # b",
            "\r\n",
            "\u{0}",
            "x.jpg",
            " "
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
        any::<String>(),
    ]
}

fn fitting(kind: Kind) -> BoxedStrategy<Value> {
    match kind {
        Kind::Word(_) => select(vec!["new", "change", "x"]).prop_map(Value::from).boxed(),
        Kind::Choice(_) => any::<u32>().prop_map(Value::Code).boxed(),
        Kind::Choices(_) => prop::collection::vec(0u32..9, 0..6).prop_map(Value::Codes).boxed(),
        Kind::Flag(_) => any::<bool>().prop_map(Value::Flag).boxed(),
        Kind::Text(_) | Kind::Region | Kind::Date(_) | Kind::Time | Kind::Picture => text().prop_map(Value::Text).boxed(),
        Kind::Pictures(_) | Kind::Videos(_) => prop::collection::vec(text(), 0..4).prop_map(Value::Paths).boxed(),
        Kind::Approvals => prop::collection::vec(
            (prop::option::of(0u32..30), text(), text()).prop_map(|(kind, number, document)| Approval { kind, number, document }),
            0..4,
        )
        .prop_map(Value::Approvals)
        .boxed(),
    }
}

fn edit() -> impl Strategy<Value = (FieldId, Option<Value>)> {
    select(FieldId::ALL.to_vec()).prop_flat_map(|id| {
        let value = prop_oneof![4 => fitting(id.field().kind).prop_map(Some), 1 => Just(None)];
        (Just(id), value)
    })
}

fn event() -> impl Strategy<Value = Event> {
    let moment = (0i64..4_000_000_000, 0u32..2, -14i32..15).prop_map(|(second, half, hours)| {
        FixedOffset::east_opt(hours * 3600).unwrap().timestamp_opt(second, half * 500_000_000).unwrap()
    });
    let who = select(vec![None, Some(Role::ResponsiblePerson), Some(Role::Owner)]);
    let reason = (text(), prop::option::of(1u16..60), text(), text()).prop_map(|(field, rejection, text, was)| Reason {
        field,
        rejection,
        text,
        was,
    });
    let said = (who, text(), text(), prop::collection::vec(reason, 0..3), prop::collection::vec(edit(), 0..3));
    (moment, select(EventKind::ALL.to_vec()), said).prop_map(|(at, kind, (who, note, number, reasons, replaced))| Event {
        at,
        kind,
        who,
        note,
        number,
        reasons,
        replaced: replaced.into_iter().map(|(id, value)| (id, value.filter(|value| !value.is_empty()))).collect(),
    })
}

fn draft() -> impl Strategy<Value = Draft> {
    (prop::collection::vec(edit(), 0..40), prop::collection::vec(event(), 0..5)).prop_map(|(edits, events)| {
        let mut draft = Draft::default();
        draft.events = events;
        for (id, value) in edits {
            draft.set(id, value);
        }
        draft
    })
}

fn check_kept(document: &Document, comments: bool) {
    let text = document.faithful_text().unwrap_or_else(|error| panic!("{error:?}\n{}", document.to_text()));
    if comments {
        for comment in COMMENTED.lines().filter_map(|line| line.split("# ").nth(1)).filter(|c| c.starts_with(char::is_numeric)) {
            let comment = format!("# {comment}");
            assert!(text.contains(&comment), "{comment} lost:\n{text}");
        }
    }
    let found = document.unknown_keys();
    for key in UNKNOWN.iter().filter(|key| **key != "who") {
        assert!(found.iter().any(|found| found == key), "{key} lost:\n{text}");
    }
    assert!(text.contains("kind = \"no-such\""), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_draft_comes_back(draft in draft()) {
        let text = document_of(&draft).faithful_text().unwrap();
        let back = parse(&text).unwrap();
        prop_assert_eq!(back.draft(), &draft);
        prop_assert!(back.unread_events().is_empty() && back.unknown_keys().is_empty());
    }

    #[test]
    fn any_draft_becomes_any_other(first in draft(), second in draft(), crlf in any::<bool>()) {
        let mut text = document_of(&first).to_text();
        // Spoils texts of several lines the same way for writing and reading.
        if crlf { text = text.replace('\n', "\r\n"); }
        let mut document = parse(&text).unwrap();
        prop_assert_eq!(document.draft(), &first);
        document.update(&second);
        let text = document.faithful_text().unwrap();
        let again = parse(&text).unwrap();
        prop_assert_eq!(again.draft(), &second);
    }

    #[test]
    fn any_edits_keep_what_a_person_wrote(edits in prop::collection::vec(edit(), 1..12), events in prop::collection::vec(event(), 0..4)) {
        let mut document = parse(COMMENTED).unwrap();
        let mut draft = document.draft().clone();
        for (id, value) in edits {
            draft.set(id, value);
            document.update(&draft);
            check_kept(&document, true);
        }
        draft.events.extend(events);
        document.update(&draft);
        check_kept(&document, true);
        // A removed event takes the comments inside it along, no others.
        draft.events.clear();
        document.update(&draft);
        check_kept(&document, false);
        prop_assert!(document.to_text().contains("# 26 before the story"));
    }

    #[test]
    fn odd_values_never_stand_in_the_way(id in select(FieldId::ALL.to_vec()), words in text(), start in any::<bool>()) {
        let mut document = if start { parse(COMMENTED).unwrap() } else { Document::default() };
        let mut draft = document.draft().clone();
        draft.set(id, Some(Value::Invalid(words)));
        document.update(&draft);
        prop_assert!(document.faithful_text().is_ok(), "{}", document.to_text());
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), cut in 0usize..2000, junk in "[\\[\\]{}=\"'#,.\n a0é-]{0,20}") {
        let _ = parse(&text);
        let mut cut = cut.min(COMMENTED.len());
        while !COMMENTED.is_char_boundary(cut) { cut -= 1; }
        if let Ok(mut document) = parse(&format!("{}{junk}{}", &COMMENTED[..cut], &COMMENTED[cut..])) {
            let mut draft = document.draft().clone();
            draft.set(F::SubjectRemark, Some("x".into()));
            document.update(&draft);
            let _ = document.faithful_text();
        }
    }
}

#[test]
fn every_field_is_written_where_it_is_read() {
    let values: BTreeMap<FieldId, Value> = FieldId::ALL
        .iter()
        .map(|id| {
            let value = match id.field().kind {
                Kind::Word(_) => "new".into(),
                Kind::Choice(_) => Value::Code(7),
                Kind::Choices(_) => Value::Codes(vec![1, 2]),
                Kind::Flag(default) => Value::Flag(!default.unwrap_or_default()),
                Kind::Pictures(_) | Kind::Videos(_) => Value::Paths(vec!["a".into(), "b".into()]),
                Kind::Approvals => Value::Approvals(vec![Approval { kind: None, number: "1".into(), document: "c".into() }]),
                _ => "文".into(),
            };
            (*id, value)
        })
        .collect();
    let mut draft = Draft::default();
    for (id, value) in &values {
        draft.set(*id, Some(value.clone()));
    }
    let back = read(&document_of(&draft).faithful_text().unwrap());
    for (id, value) in &values {
        assert_eq!(back.draft().get(*id), Some(value), "{}", id.path());
    }
}

#[test]
fn confirmations_are_read_written_and_kept_where_they_are_none() {
    let text = "[[confirmed]]\nrule = \"mobile-unusual\"\nfield = \"owner.mobile\"\nvalue = 16212345678\n# 本人在用\nreason = \"在用\"\ndate = 2026-11-25\n\n[[confirmed]]\nfield = \"owner.mobile\"\n";
    let mut document = parse(text).unwrap();
    let [one] = document.draft().confirmed.as_slice() else { panic!("{:?}", document.draft().confirmed) };
    assert_eq!(
        (one.rule.as_str(), one.value.as_str(), one.date.to_string().as_str()),
        ("mobile-unusual", "16212345678", "2026-11-25")
    );
    assert_eq!(document.unknown_keys(), ["confirmed[1]"]);
    assert_eq!(document.faithful_text().unwrap(), text);

    let mut draft = document.draft().clone();
    draft.confirmed.push(Confirmation { rule: "mail-shared".into(), field: "owner.email".into(), ..one.clone() });
    document.update(&draft);
    let saved = document.faithful_text().unwrap();
    assert!(saved.contains("# 本人在用") && saved.contains("rule = \"mail-shared\""), "{saved}");
    assert_eq!(parse(&saved).unwrap().draft(), &draft);

    draft.confirmed.clear();
    document.update(&draft);
    let saved = document.faithful_text().unwrap();
    assert!(!saved.contains("mobile-unusual") && saved.contains("field = \"owner.mobile\""), "{saved}");
}

/// What is on record stands under `record`, by the fields' own paths; comments, order and unknown keys in it survive.
#[test]
fn what_is_on_record_is_kept_as_it_was_written() {
    let text = "# 变更\nformat = 1\nkind = \"change\"\n\n[record] # 原备案\nnumber = \"蜀ICP备2026000001号-1X\"\nfiled_on = 2026-09-30\nmine = 1\n\n\
                [record.responsible_person]\nmobile = \"130****0003\" # 平台隐去\nx = true\n\n[responsible_person]\nmobile = \"13012340009\"\n";
    let mut document = parse(text).unwrap();
    assert_eq!(document.to_text(), text);
    assert_eq!(document.draft().recorded(FieldId::ResponsiblePersonMobile), Some(&"130****0003".into()));
    assert_eq!(document.draft().text(FieldId::RecordNumber), "蜀ICP备2026000001号-1X");
    assert_eq!(document.unknown_keys(), ["record.mine", "record.responsible_person.x"]);
    let mut draft = document.draft().clone();
    draft.set(FieldId::ResponsiblePersonMobile, Some("13012340008".into()));
    draft.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
    draft.set_recorded(FieldId::SubjectNature, Some(Value::Code(4)));
    document.update(&draft);
    let saved = document.faithful_text().unwrap();
    let expected = text.replace("13012340009", "13012340008");
    let without: String =
        saved.replace("[record.subject]\nnature = 4\nname = \"虚构科技有限公司\"\n", "").replace("\n\n\n", "\n\n");
    assert!(saved.contains("[record.subject]\nnature = 4\nname = \"虚构科技有限公司\"\n"), "{saved}");
    assert_eq!(without.trim_end(), expected.trim_end(), "{saved}");
    assert_eq!(parse(&saved).unwrap().draft(), &draft);
}
