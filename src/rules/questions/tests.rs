//! Questions and dates, day by day.

use super::dates::{APPROVAL_EXPIRES, LETTER_DATE_UNFIT};
use super::open::QUESTION_OPEN;
use crate::filing::{Draft, FieldId, Kind, Section, Value};
use crate::rules::Context;
use crate::scan::facts::Facts;
use crate::text::Text;

fn said(draft: &Draft, today: &str) -> Vec<(&'static str, &'static str)> {
    let facts = Facts::new();
    let context = Context::new(draft, &facts, today.parse().unwrap());
    let mut findings = Vec::new();
    for rule in [&LETTER_DATE_UNFIT, &APPROVAL_EXPIRES, &QUESTION_OPEN] {
        (rule.check)(&context, &mut findings);
    }
    findings.into_iter().map(|finding| (finding.rule.name, finding.message.name)).collect()
}

#[test]
fn every_question_is_in_the_list() {
    let fields: Vec<FieldId> = Section::Questions.fields().map(|field| field.id).collect();
    assert_eq!(fields, FieldId::QUESTIONS);
}

#[test]
fn no_is_the_answer_that_lets_a_filing_go_on_at_every_question() {
    for field in Section::Questions.fields().filter(|field| matches!(field.kind, Kind::Flag(_))) {
        assert_eq!(field.expected.map(|expected| field.turned(expected)), Some(false), "{}", field.path);
    }
    // What people are asked holds no "not", to which yes and no say different things in both languages.
    for contrary in FieldId::ALL.iter().filter_map(|id| id.field().contrary) {
        let Text { zh, en } = contrary.question;
        assert!(zh.contains("吗？") && !zh.contains("不是") && !zh.contains("没"), "{zh}");
        assert!(en.contains('?') && !en.contains(" not ") && !en.contains("n't"), "{en}");
    }
    let turned = FieldId::ALL.iter().filter(|id| id.field().contrary.is_some());
    assert!(turned.clone().all(|id| id.field().section == Section::Questions) && turned.count() == 9);
}

#[test]
fn a_letter_is_good_from_its_date_for_less_than_a_month() {
    let mut draft = Draft::new(4);
    draft.set(FieldId::IsLegalPerson, Some(Value::Flag(false)));
    draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec!["a.jpg".into()])));
    draft.set(FieldId::LettersDated, Some("2026-08-24".into()));
    for (today, reason) in [
        ("2026-08-23", Some("in_future")),
        ("2026-08-24", None),
        ("2026-09-16", None),
        ("2026-09-17", Some("soon_too_old")),
        ("2026-09-23", Some("soon_too_old")),
        ("2026-09-24", Some("month_old")),
        ("2026-11-24", Some("month_old")),
        ("2026-11-25", Some("too_old")),
    ] {
        let said = said(&draft, today);
        let found = said.iter().find(|(rule, _)| *rule == "letter-date-unfit").map(|(_, reason)| *reason);
        assert_eq!(found, reason, "{today}");
    }
}

#[test]
fn a_permit_lasts_longer_than_the_review() {
    let mut draft = Draft::new(4);
    let approval = crate::filing::Approval { kind: Some(9), number: "x".into(), document: "a.jpg".into() };
    draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![approval])));
    for (end, reason) in [
        ("2026-11-24", Some("expired")),
        ("2026-11-25", Some("soon")),
        ("2026-12-25", Some("soon")),
        ("2026-12-26", None),
        ("长期", None),
    ] {
        draft.set(FieldId::ApprovalsValidUntil, Some(end.into()));
        let said = said(&draft, "2026-11-25");
        let found = said.iter().find(|(rule, _)| *rule == "approval-expires").map(|(_, reason)| *reason);
        assert_eq!(found, reason, "{end}");
    }
}

#[test]
fn only_what_concerns_the_draft_is_asked() {
    let open = |draft: &Draft| said(draft, "2026-11-25").into_iter().filter(|(rule, _)| *rule == "question-open").count();
    let (individual, mut company) = (Draft::new(5), Draft::new(4));
    assert!(open(&individual) < open(&company));
    let before = open(&company);
    company.set(FieldId::SubjectRegion, Some("320102".into()));
    assert_eq!(open(&company), before + 1, "江苏 asks for local numbers");
    company.set(FieldId::OwnerAdministrator, Some("张三".into()));
    assert_eq!(open(&company), before);
    company.set(FieldId::FiledBefore, Some(Value::Flag(false)));
    assert_eq!(open(&company), before - 1);
}
