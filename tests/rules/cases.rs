//! Every rule speaks when it should, and only then.

use beian::filing::{FieldId as F, Value};
use beian::rules::{Finding, Severity, Spot, check_field, complete, find, normalised, register};
use beian_scan::facts::{Content, FileFacts};

use super::drafts::{Case, company, individual, picture, three_people};
use super::explained::says;
use super::triggers::{all, filed};

fn good() -> [(&'static str, Case); 4] {
    let mut filed_case = company();
    filed(&mut filed_case, "蜀ICP备2026000001号-1X");
    [("company", company()), ("three people", three_people()), ("individual", individual()), ("filed", filed_case)]
}

#[test]
fn good_drafts_have_no_findings() {
    for (name, case) in good() {
        assert_eq!(case.findings(), [], "{name}");
        let (filing, left) = complete(&case.context()).unwrap();
        assert_eq!((filing.draft(), left.len()), (&case.draft, 0), "{name}");
    }
}

/// The findings that a trigger adds to a good draft, of its own rule and reason.
fn triggered(trigger: &super::triggers::Trigger) -> (Case, Vec<Finding>) {
    let (rule, reason, start, spoil, _) = trigger;
    let mut case = start();
    spoil(&mut case);
    let findings =
        case.findings().into_iter().filter(|finding| finding.rule.name == *rule && finding.message.name == *reason).collect();
    (case, findings)
}

#[test]
fn every_rule_and_reason_is_triggered() {
    for trigger @ (rule, reason, _, _, field) in all() {
        let (case, findings) = triggered(trigger);
        assert!(findings.iter().any(|finding| finding.field == *field), "{rule} {reason}: {:#?}", case.findings());
    }
    // Sentences kept for fields and words to come, which no field and no word of today leads to.
    let spare = [
        ("expected-field-empty", "other"),
        ("required-field-empty", "typed"),
        ("prior-approval-likely-needed", "name_ban"),
        ("prior-approval-likely-needed", "remark"),
    ];
    for rule in register() {
        for reason in rule.messages.iter().map(|message| message.name) {
            let known = all().any(|trigger| (trigger.0, trigger.1) == (rule.name, reason)) || says(rule, reason);
            assert!(known || spare.contains(&(rule.name, reason)), "nothing triggers {} {reason:?}", rule.name);
        }
    }
}

#[test]
fn findings_keep_what_their_rule_promises() {
    for (turn, trigger) in all().enumerate() {
        let (case, _) = triggered(trigger);
        let findings = case.findings();
        for finding in &findings {
            let rule = find(finding.rule.name).unwrap();
            assert!(rule.fields.contains(&finding.field), "{finding:?}");
            assert!(rule.messages.contains(finding.message), "{finding:?}");
            assert!(finding.severity >= rule.severity, "{finding:?}");
            // What cannot be confirmed does not ask for it.
            for (lang, words) in [(beian::Lang::Zh, ["就确认", "可以确认"]), (beian::Lang::En, ["confirm it", "confirm what"])]
            {
                let asks = words.iter().any(|word| finding.fix(lang).contains(word));
                assert!(!asks || finding.can_be_confirmed(), "{finding:?}");
            }
        }
        assert!(findings.is_sorted_by_key(|finding| (finding.field, finding.severity)));
        // Fields without findings take turns.
        let looked_at = |id: &&F| **id as usize % 8 == turn % 8 || findings.iter().any(|finding| finding.field == **id);
        for id in F::ALL.iter().filter(looked_at) {
            let own: Vec<_> = findings.iter().filter(|finding| finding.field == *id).cloned().collect();
            assert_eq!(check_field(&case.context(), *id), own, "{id:?}");
        }
        let has_error = findings.iter().any(|finding| finding.severity == Severity::Error);
        assert_eq!(complete(&case.context()).is_err(), has_error, "{trigger:?}", trigger = (trigger.0, trigger.1));
    }
}

/// Taking a fix up silences the reason, and brings no new error with it.
#[test]
fn fixes_mend() {
    let mut fixes = 0;
    for trigger @ (rule, reason, ..) in all() {
        let (mut case, findings) = triggered(trigger);
        let before = case.findings();
        for finding in findings {
            for fix in finding.fixes {
                fixes += 1;
                let kept = case.draft.clone();
                for (id, value) in fix.changes {
                    case.draft.set(id, value);
                }
                let after = case.findings();
                assert!(
                    !after.iter().any(|f| (f.rule.name, f.message.name, f.field) == (*rule, *reason, finding.field)),
                    "{rule} {reason}"
                );
                let errors = |findings: &[Finding]| findings.iter().filter(|f| f.severity == Severity::Error).count();
                assert!(errors(&after) <= errors(&before), "{rule} {reason}: {after:#?}");
                case.draft = kept;
            }
        }
    }
    assert!(fixes >= 15, "{fixes}");
}

#[test]
fn only_the_required_rule_speaks_about_an_empty_field() {
    for (name, case) in good() {
        let asked: Vec<F> = case.draft.asked().filter(|id| case.draft.get(*id).is_some()).collect();
        for id in asked {
            let mut case = case.clone();
            case.clear(id);
            for finding in case.findings().iter().filter(|finding| finding.field == id) {
                // A question that counts as answered while nobody has is no empty field.
                let quiet = matches!(
                    finding.rule.name,
                    "required-field-empty" | "expected-field-empty" | "face-check-missing" | "question-open" | "person-left-out"
                );
                assert!(quiet, "{name} {id:?}: {finding:?}");
            }
        }
    }
}

#[test]
fn hidden_fields_are_never_checked() {
    let rubbish = |case: &mut Case, id: F| case.set(id, Value::Invalid("\u{1B}???".into())).done();
    let mut case = company();
    for id in F::ALL.iter().filter(|id| !case.draft.asks(**id)).copied().collect::<Vec<_>>() {
        rubbish(&mut case, id);
    }
    assert_eq!(case.findings(), []);
    let mut case = individual();
    case.set(F::SubjectCertificateValidUntil, "2020-01-01").set(F::OwnerMobile, "13012340003").set(F::LegalPersonNumber, "1");
    case.file(F::SubjectCertificatePhoto, "gone.jpg", FileFacts::of(Content::Missing));
    assert_eq!(case.findings(), []);
}

#[test]
fn files_nobody_has_looked_at_are_not_judged() {
    let mut case = company();
    case.facts = beian_scan::facts::Facts::new();
    assert_eq!(case.findings(), []);
}

#[test]
fn rows_are_pointed_at() {
    let mut case = company();
    case.facts.insert("b.jpg", FileFacts::of(Content::Missing));
    case.approvals(&[(Some(9), "川-1号", "a.jpg"), (Some(1), "川-2号", "b.jpg")]);
    case.set(F::ApprovalsValidUntil, "长期");
    let paths: Vec<String> = case.findings().iter().map(|finding| finding.path().into_owned()).collect();
    assert_eq!(paths, ["mini_program.prior_approvals[1].document"]);
    case.set(F::ServiceContents, Value::Codes(vec![44, 45, 45]));
    let spots: Vec<_> = case.findings().iter().filter(|f| f.field == F::ServiceContents).map(|f| f.spot).collect();
    assert_eq!(spots, [Some(Spot { row: 2, column: None })]);
}

#[test]
fn the_same_person_twice_is_one_finding_not_four() {
    let mut case = three_people();
    for (own, first) in [
        (F::OwnerCertificateNumber, F::ResponsiblePersonCertificateNumber),
        (F::OwnerMobile, F::ResponsiblePersonMobile),
        (F::OwnerEmail, F::ResponsiblePersonEmail),
        (F::OwnerEmergencyPhone, F::ResponsiblePersonEmergencyPhone),
        (F::OwnerName, F::ResponsiblePersonName),
        (F::OwnerCertificateValidFrom, F::ResponsiblePersonCertificateValidFrom),
        (F::OwnerCertificateValidUntil, F::ResponsiblePersonCertificateValidUntil),
        (F::OwnerAdministrator, F::ResponsiblePersonName),
    ] {
        let text = case.draft.text(first).to_owned();
        case.set(own, text);
    }
    let rules: Vec<_> = case.findings().iter().map(|finding| finding.rule.name).collect();
    assert_eq!(rules, ["one-certificate-for-two-people"]);
}

#[test]
fn a_passport_may_show_one_page_twice() {
    let mut case = company();
    case.set(F::ResponsiblePersonCertificateKind, Value::Code(7)).set(F::ResponsiblePersonCertificateNumber, "E12345678");
    case.set(F::ResponsiblePersonName, "ZHANG San").set(F::ResponsiblePersonCertificateValidUntil, "2032-03-31");
    case.file(F::ResponsiblePersonCertificateBack, "b.jpg", picture().with_sha256("scans/ResponsiblePerson-Front.jpg"));
    assert_eq!(case.findings(), []);
}

#[test]
fn a_handed_in_filing_no_longer_needs_a_fresh_face_check() {
    let (_, mut case) = good().into_iter().last().unwrap();
    case.today("2027-01-05").clear(F::FaceCheckTask);
    assert_eq!(case.findings(), []);
}

#[test]
fn values_take_their_normal_form() {
    let case = company();
    for (id, typed, stored) in [
        (F::ResponsiblePersonMobile, "＋86 130-1234-0003", "13012340003"),
        (F::ResponsiblePersonMobile, "14212340003 ", "14212340003"),
        (F::ResponsiblePersonMobile, "130 1234", "130 1234"),
        (F::ResponsiblePersonCertificateNumber, "510107 19920712 992x", "51010719920712992X"),
        (F::SubjectCertificateNumber, "９１510107ma0000007c", "91510107MA0000007C"),
        (F::ResponsiblePersonCertificateValidFrom, "2022年4月1日", "2022-04-01"),
        (F::ResponsiblePersonCertificateValidFrom, "长期", "长期"),
        (F::ResponsiblePersonCertificateValidUntil, "20420401", "2042-04-01"),
        (F::ResponsiblePersonCertificateValidUntil, "永久有效", "长期"),
        (F::ResponsiblePersonCertificateValidUntil, "No end ", "长期"),
        (F::ResponsiblePersonCertificateValidFrom, "none", "none"),
        (F::ResponsiblePersonCertificateValidUntil, "2026-13-40", "2026-13-40"),
        (F::ResponsiblePersonName, " 测 试 丙 ", "测试丙"),
        (F::ResponsiblePersonName, "艾力•努尔", "艾力·努尔"),
        (F::ResponsiblePersonName, "Zhang  San", "Zhang San"),
        (F::ResponsiblePersonEmail, " Bing@Example.COM", "Bing@example.com"),
        (F::AppId, "WX7F6E5D4C3B2A1908", "wx7f6e5d4c3b2a1908"),
        (F::SubjectAddress, "虚构街  88号\u{200B}", "虚构街 88号"),
        (F::SubjectRegion, " 510107 ", "510107"),
        (F::SubjectName, "四川\u{1B}公司", "四川\u{1B}公司"),
        (F::SubjectCertificatePhoto, " a b.jpg ", " a b.jpg "),
        (F::ResponsiblePersonMobile, "12345678901 ", "12345678901 "),
        (F::ResponsiblePersonEmail, "jia＠qq.com", "jia@qq.com"),
        (F::FaceCheckPassedAt, "2026-11-20 10:42", "2026-11-20T10:42:00+08:00"),
        (F::FaceCheckPassedAt, "2026-11-20T10:42", "2026-11-20T10:42:00+08:00"),
        (F::FaceCheckPassedAt, "2026-11-20 9:30:15", "2026-11-20T09:30:15+08:00"),
        (F::FaceCheckPassedAt, "2026-11-20", "2026-11-20T00:00:00+08:00"),
        (F::FaceCheckPassedAt, "2026-11-20T02:42:33Z", "2026-11-20T02:42:33Z"),
        (F::FaceCheckPassedAt, "昨天上午", "昨天上午"),
        (F::SubjectRemark, " \u{3000}\n\u{200B}", ""),
    ] {
        assert_eq!(normalised(&case.draft, id, &typed.into()), Value::from(stored), "{typed}");
        assert_eq!(normalised(&case.draft, id, &stored.into()), Value::from(stored), "{stored}");
    }
}

#[test]
fn a_filing_holds_normal_forms() {
    let mut case = company();
    case.set(F::ResponsiblePersonMobile, "+86 130 1234 0003").set(F::SubjectCertificateValidUntil, "2199.12.31");
    let (filing, left) = complete(&case.context()).unwrap();
    assert_eq!(left, []);
    assert_eq!(filing.draft().text(F::ResponsiblePersonMobile), "13012340003");
    assert_eq!(filing.draft().text(F::SubjectCertificateValidUntil), "2199-12-31");
}

#[test]
fn blank_texts_become_empty_in_every_field() {
    let case = company();
    for id in F::ALL {
        for blank in ["", " ", "\u{3000}\t", "\u{200B} \u{FEFF}", "\n\n"] {
            assert_eq!(normalised(&case.draft, *id, &blank.into()), Value::from(""), "{id:?} {blank:?}");
        }
    }
    let mut case = company();
    case.set(F::SubjectRemark, " \u{3000}");
    let (filing, _) = complete(&case.context()).unwrap();
    assert_eq!(filing.draft().get(F::SubjectRemark), None);
}

#[test]
fn times_of_the_face_check_are_read_as_typed() {
    let mut case = company();
    for (typed, today, reason) in [
        ("2026-11-20 10:42", "2026-11-23", Some("last_day")),
        ("2026-11-19", "2026-11-23", Some("expired")),
        ("2026-11-22 9:30:15", "2026-11-23", None),
        // Late in the evening in London is the next day in China.
        ("2026-11-19T20:00:00+00:00", "2026-11-23", Some("last_day")),
    ] {
        case.today(today).set(F::FaceCheckPassedAt, typed);
        let findings = case.findings();
        assert_eq!(findings.first().map(|finding| finding.message.name), reason, "{typed}");
    }
}

#[test]
fn periods_are_mended_to_fit_the_age() {
    // Born on 12 July 1992.
    for (from, until, fix) in [
        ("2022-04-01", "2032-04-01", Some("2042-04-01")),
        ("2022-04-01", "长期", Some("2042-04-01")),
        ("2022-04-01", "2042-03-31", Some("2042-04-01")),
        ("2017-09-01", "2037-09-01", Some("2027-09-01")),
        ("2008-09-01", "2028-09-01", None),
        // A card of twenty years from 2021, or from 2022: either date may be the wrong one.
        ("2022-04-01", "2041-04-01", None),
        ("2022-04-01", "2041-08-30", None),
        ("2022-04-01", "2049-04-01", Some("2042-04-01")),
    ] {
        let mut case = company();
        case.set(F::ResponsiblePersonCertificateValidFrom, from).set(F::ResponsiblePersonCertificateValidUntil, until);
        let findings = case.findings();
        let [finding] = findings.as_slice() else { panic!("{from} {until}: {findings:#?}") };
        assert_eq!(finding.field, F::ResponsiblePersonCertificateValidUntil);
        assert_eq!(
            finding.fixes.first().and_then(|fix| fix.value_of(finding.field).cloned()),
            fix.map(Value::from),
            "{from} {until}"
        );
    }
}
