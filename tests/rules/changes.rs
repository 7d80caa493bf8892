//! What provinces ask of a change.

use beian::catalog::filing_region::regions;
use beian::catalog::province::{Audience, Occasion, ProvinceRule, rules};
use beian::catalog::{Circumstance, FilingKind};
use beian::filing::checklist::{Requirement, checklist};
use beian::filing::{Approval, Draft, FieldId as F, Value};
use beian::locale::Lang;
use beian::rules::{Context, province};
use beian::scan::facts::Facts;

/// A filing of this kind, by an enterprise of a province.
fn draft(kind: FilingKind, code: &str) -> Draft {
    let district = regions().iter().find(|region| region.level == 3 && region.code().starts_with(&code[..2])).unwrap();
    let mut draft = Draft::new(4);
    draft.set(F::FilingKind, Some(kind.word().into()));
    draft.set(F::SubjectRegion, Some(district.code().into()));
    draft.set(F::FiledBefore, Some(Value::Flag(kind != FilingKind::New)));
    draft.set_recorded(F::SubjectRegion, Some(district.code().into()));
    draft
}

/// Rows that are said, or judged by a rule.
fn reached(draft: &Draft) -> Vec<&'static str> {
    let facts = Facts::new();
    let context = Context::new(draft, &facts, "2026-11-27".parse().unwrap());
    province::reminders(&context).into_iter().map(|row| row.id).collect()
}

fn is_about_changes(row: &&ProvinceRule) -> bool {
    row.occasions.contains(&Occasion::Change) && !row.occasions.contains(&Occasion::New)
}

#[test]
fn every_row_about_changes_reaches_a_change_of_its_province_and_no_first_filing() {
    let rows: Vec<&ProvinceRule> = rules().iter().filter(is_about_changes).collect();
    let codes: std::collections::BTreeSet<&str> = rows.iter().map(|row| &row.code[..2]).collect();
    for known in ["34", "37", "43", "51", "52", "61", "63", "13"] {
        assert!(codes.contains(known), "{known}: {codes:?}");
    }
    for row in rows {
        // What a rule judges is said by the rule.
        let is_judged = !row.rules.is_empty() && !row.remind;
        let needs = |circumstance: &Circumstance| *circumstance != Circumstance::FiledBefore;
        if is_judged || row.when.iter().any(needs) {
            continue;
        }
        let of_its_audience = |kind, code: &str| {
            let mut draft = draft(kind, code);
            if row.audience == Audience::Individuals {
                draft.set(F::SubjectNature, Some(Value::Code(beian::catalog::INDIVIDUAL)));
            }
            draft
        };
        assert!(reached(&of_its_audience(FilingKind::Change, row.code)).contains(&row.id), "{}", row.id);
        assert!(!reached(&of_its_audience(FilingKind::New, row.code)).contains(&row.id), "{}", row.id);
        assert!(!reached(&of_its_audience(FilingKind::Change, "310000")).contains(&row.id), "{}", row.id);
    }
}

/// Everywhere a change of nothing is an error, and one of a phone number is none.
#[test]
fn a_change_of_a_phone_number_goes_through_in_every_province() {
    let facts = Facts::new();
    for province in beian::catalog::province::provinces() {
        let mut draft = draft(FilingKind::Change, province.code);
        let number = format!("{}ICP备2026000001号-1X", province.prefix);
        draft.set(F::RecordNumber, Some(number.as_str().into()));
        draft.set(F::AppId, Some("wx7f6e5d4c3b2a1908".into()));
        draft.set_recorded(F::SubjectNature, Some(Value::Code(4)));
        draft.set_recorded(F::ResponsiblePersonMobile, Some("13012340003".into()));
        let errors = |draft: &Draft| -> Vec<&'static str> {
            let found = beian::rules::check(&Context::new(draft, &facts, "2026-11-27".parse().unwrap()));
            let errors = found.into_iter().filter(|one| one.severity == beian::rules::Severity::Error);
            errors.map(|one| one.rule.name).collect()
        };
        assert_eq!(errors(&draft), ["change-changes-nothing"], "{}", province.code);
        draft.set(F::ResponsiblePersonMobile, Some("13012340009".into()));
        assert_eq!(errors(&draft), [""; 0], "{}", province.code);
    }
}

/// A company of the province, with all on record that a change may change.
fn on_record(code: &str) -> Draft {
    let mut draft = draft(FilingKind::Change, code);
    for (id, value) in [
        (F::SubjectNature, Value::Code(4)),
        (F::SubjectName, "虚构厨具有限公司".into()),
        (F::SubjectCertificateNumber, "91510107MA0000007C".into()),
        (F::IsLegalPerson, Value::Flag(true)),
        (F::ResponsiblePersonName, "测试丙".into()),
        (F::ResponsiblePersonCertificateKind, Value::Code(2)),
        (F::ResponsiblePersonCertificateNumber, "51010719920712992X".into()),
        (F::ResponsiblePersonMobile, "13012340003".into()),
        (F::SameAsResponsiblePerson, Value::Flag(false)),
        (F::OwnerName, "测试戊".into()),
        (F::OwnerCertificateKind, Value::Code(2)),
        (F::OwnerCertificateNumber, "510104198811239961".into()),
        (F::PriorApprovals, Value::Approvals(vec![approval("川网文〔2025〕1号")])),
    ] {
        draft.set_recorded(id, Some(value.clone()));
        draft.set(id, Some(value));
    }
    draft
}

fn approval(number: &str) -> Approval {
    Approval { kind: Some(9), number: number.into(), document: String::new() }
}

/// The materials that a change wants, province by province, as they were reviewed; `BEIAN_RENEW=1` writes them anew.
#[test]
fn what_a_change_has_to_bring_was_reviewed_in_every_province() {
    type Variant = (&'static str, fn(&mut Draft));
    let variants: [Variant; 4] = [
        ("手机号码", |draft| drop(draft.set(F::ResponsiblePersonMobile, Some("13012340009".into())))),
        ("主体名称", |draft| drop(draft.set(F::SubjectName, Some("虚构炊具有限公司".into())))),
        ("小程序负责人", |draft| {
            draft.set(F::OwnerName, Some("测试己".into()));
            draft.set(F::OwnerCertificateNumber, Some("510104198811230000".into()));
        }),
        ("前置审批", |draft| {
            drop(draft.set(F::PriorApprovals, Some(Value::Approvals(vec![approval("川网文〔2026〕2号")]))));
        }),
    ];
    let mut text = String::new();
    for province in beian::catalog::province::provinces() {
        text += &format!("{} {}\n", province.code, province.short.zh);
        for (what, change) in variants {
            let mut draft = on_record(province.code);
            change(&mut draft);
            let list = checklist(&draft, Some("2026-11-27".parse().unwrap()));
            let wanted: Vec<_> = list.into_iter().filter(|one| one.requirement != Requirement::Perhaps).collect();
            // What is the same everywhere is about what changes, and nothing else.
            let everywhere = wanted.iter().filter(|one| one.rule.is_none()).map(|one| one.field).collect::<Vec<_>>();
            let expected: &[F] = match what {
                "主体名称" => &[F::SubjectCertificatePhoto, F::NameChangeLetter],
                "小程序负责人" => &[F::OwnerCertificateFront, F::OwnerCertificateBack, F::OwnerAuthorizationLetter],
                "前置审批" => &[F::PriorApprovals],
                _ => &[],
            };
            assert!(everywhere.iter().all(|field| expected.contains(field)), "{} {what}: {everywhere:?}", province.code);
            let names: Vec<_> = wanted.iter().map(|one| one.title(Lang::Zh)).collect();
            text += &format!("  {what}：{}\n", if names.is_empty() { "无".to_owned() } else { names.join("、") });
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/walk/change.txt");
    if std::env::var_os("BEIAN_RENEW").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(path).unwrap_or_default(), "{path} differs");
}

/// What a province wants where the texts say a word: with each of the words, and not without. Texts of individuals are no business of it.
#[test]
fn a_row_about_words_reaches_a_draft_that_says_one_of_them() {
    let mut seen = Vec::new();
    for row in rules().iter().filter(|row| row.rules.is_empty() || row.remind) {
        let [Circumstance::TextsSay(words)] = row.when else { continue };
        seen.push(row.id);
        let of = |remark: &str, code: &str| {
            let mut draft = draft(FilingKind::New, code);
            draft.set(F::MiniProgramRemark, Some(remark.into()));
            reached(&draft)
        };
        for word in *words {
            let remark = format!("介绍公司的厨艺{word}，可以查看安排和场次。");
            assert!(of(&remark, row.code).contains(&row.id), "{} {word}", row.id);
            let elsewhere = if row.code == "310000" { "320000" } else { "310000" };
            assert!(!of(&remark, elsewhere).contains(&row.id), "{} elsewhere", row.id);
        }
        assert!(!of("介绍公司的厨艺，可以查看安排和场次。", row.code).contains(&row.id), "{}", row.id);
    }
    assert!(seen.contains(&"bj-09"), "{seen:?}");
}

/// The number of the person before stands in the drafts of what is on record until the change is through: it is no stranger's.
#[test]
fn the_number_of_the_person_before_is_told_once() {
    use super::drafts::{FIRST, SECOND, company};
    let number = "蜀ICP备2026000001号-1X";
    for (record, expected) in [
        (number, &["person-changed-in-part"] as &[&str]),
        ("蜀ICP备2026000009号-1X", &["phone-in-another-draft", "person-changed-in-part"]),
    ] {
        let mut case = company();
        case.other(|filed| filed.set(F::RecordNumber, number).set(F::FilingKind, "change").done());
        let mobile = case.draft.text(F::ResponsiblePersonMobile).to_owned();
        case.set(F::FilingKind, "change").set(F::RecordNumber, record);
        case.draft.set_recorded(F::ResponsiblePersonCertificateNumber, Some(FIRST.into()));
        let name = case.draft.text(F::ResponsiblePersonName).to_owned();
        case.draft.set_recorded(F::ResponsiblePersonName, Some(name.as_str().into()));
        case.draft.set_recorded(F::ResponsiblePersonMobile, Some(mobile.as_str().into()));
        case.set(F::ResponsiblePersonCertificateNumber, SECOND).set(F::ResponsiblePersonName, "测试己");
        let mut names: Vec<&str> =
            case.findings().iter().filter(|one| one.field == F::ResponsiblePersonMobile).map(|one| one.rule.name).collect();
        names.retain(|name| expected.contains(name) || *name == "phone-in-another-draft");
        assert_eq!(names, expected, "{record}");
    }
}
