use super::*;
use crate::drafts::codec;
use crate::filing::Value;
use crate::rules::required_materials::materials;
use crate::rules::{Context, check};
use crate::scan::facts::Facts;

fn example(name: &str) -> Draft {
    let text = match name {
        "company" => include_str!("../../../assets/example/company.toml"),
        _ => include_str!("../../../assets/example/individual.toml"),
    };
    codec::parse(text).unwrap().draft().clone()
}

fn page(draft: &Draft, lang: Lang) -> String {
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let facts = Facts::new();
    let context = Context::new(draft, &facts, today);
    let findings = check(&context);
    let list = materials(&context).judged(&findings);
    html(&Inputs {
        draft,
        materials: &list,
        findings: &findings,
        open: None,
        has_calendar: false,
        naming: Naming::Chinese,
        today,
        lang,
    })
}

/// Where the texts stand in the page, which have to be there in this order.
fn in_order(page: &str, texts: &[&str]) {
    let mut rest = page;
    for text in texts {
        rest = rest.split_once(text).unwrap_or_else(|| panic!("{text} is missing, or stands too early: {page}")).1;
    }
}

#[test]
fn a_new_filing_has_its_steps_with_people_and_days() {
    let page = page(&example("company"), Lang::Zh);
    let steps =
        ["核对小程序账号", "在微信公众平台录入", "人脸核身，放在最后做", "预览、核对、提交", "平台初审", "最晚 2026-12-01"];
    in_order(&page, &steps);
    in_order(&page, &["工信部短信核验", "测试丙 13012340003", "24 小时内", "通管局审核", "最晚约 2026-12-30"]);
    in_order(&page, &["材料和函件", "审核来电会问什么", "虚构音乐厅", "办结之后", "标明备案号", "蜀ICP备"]);
    assert!(!page.contains("申请注销") && !page.contains("录入变更"));
}

#[test]
fn a_letter_goes_from_printed_to_scanned() {
    let mut draft = example("company");
    assert!(!page(&draft, Lang::Zh).contains("还缺扫描件"));
    draft.set(FieldId::OwnerAuthorizationLetter, None);
    let without = page(&draft, Lang::Zh);
    in_order(&without, &["签署并扫描还缺的函件", "小程序负责人授权书", "还缺扫描件", "用向导的「生成函件」（Ctrl+G）"]);
    assert_eq!(without.matches("还缺扫描件").count(), 1, "{without}");
}

#[test]
fn a_change_names_only_what_it_has() {
    let mut draft = example("company");
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set_recorded(FieldId::OwnerEmail, Some("old@example.com".into()));
    let page = page(&draft, Lang::Zh);
    in_order(&page, &["看准时间", "30 天", "录入变更", "工信部短信核验", "通管局审核", "备案号不变"]);
    assert!(!page.contains("核对小程序账号") && !page.contains("发布小程序"), "{page}");
}

#[test]
fn a_deregistration_says_what_ends_and_who_gets_the_code() {
    let mut draft = example("individual");
    for (id, text) in [
        (FieldId::FilingKind, "deregister"),
        (FieldId::DeregistrationScope, "subject"),
        (FieldId::DeregistrationCodeReceiver, "测试甲"),
        (FieldId::DeregistrationCodePhone, "13012340001"),
    ] {
        draft.set(id, Some(text.into()));
    }
    draft.set(FieldId::DeregistrationReason, Some(Value::Code(2)));
    let page_of = |draft: &Draft| page(draft, Lang::Zh);
    let text = page_of(&draft);
    in_order(
        &text,
        &["没有其他申请在审", "所有平台的网站", "申请注销", "注销主体", "工信部短信核验", "测试甲 13012340001", "重新备案"],
    );
    assert!(!text.contains("审核来电") && !text.contains("人脸核身") && !text.contains("材料和函件"), "{text}");
    draft.set(FieldId::DeregistrationScope, Some("access".into()));
    assert!(!page_of(&draft).contains("工信部短信核验"));
}

#[test]
fn hostile_values_stay_text() {
    let mut draft = example("company");
    for id in [FieldId::SubjectName, FieldId::MiniProgramName, FieldId::OwnerName, FieldId::MiniProgramRemark, FieldId::AppId] {
        draft.set(id, Some("\"><script>alert(1)</script>\u{202e}\u{1b}[31m".into()));
    }
    for lang in [Lang::Zh, Lang::En] {
        let page = page(&draft, lang);
        assert_eq!(page.matches("<script").count(), 1, "the page's own");
        assert!(!page.contains("alert(1)</script") && !page.contains('\u{202e}') && !page.contains('\u{1b}'), "{page}");
        assert!(page.contains("&lt;script&gt;"));
    }
}

#[test]
fn what_else_is_attached_is_listed_and_nothing_twice() {
    let mut draft = example("company");
    let other = FieldId::MiniProgramOtherMaterials;
    draft.set(other, Some(Value::Paths(vec!["a.jpg".into(), "b.jpg".into()])));
    for lang in [Lang::Zh, Lang::En] {
        let page = page(&draft, lang);
        assert_eq!(page.matches(&other.full_label(lang)).count(), 1, "{page}");
        assert!(page.contains(&ATTACHED.with(lang, &[("count", &2)])), "{page}");
        // A paper that the list has a line for stands there alone.
        assert_eq!(page.matches("attached").count() + page.matches("已附").count(), 1, "{page}");
    }
    draft.set(other, None);
    assert!(!page(&draft, Lang::Zh).contains("已附"));
}

#[test]
fn a_deregistration_names_people_and_places_of_the_record() {
    let text = include_str!("../../../tests/fixtures/kinds/deregistration-of-a-mini-program.toml");
    let draft = codec::parse(text).unwrap().draft().clone();
    let page = page(&draft, Lang::Zh);
    in_order(&page, &["虚构科技有限公司", "申请注销", "测试丙 13012340003", "办结之后", "空壳主体"]);
    assert!(!page.contains("谁做：</span>小程序负责人"), "{page}");
}

#[test]
fn the_emergency_number_is_nobodys_until_it_is_said_whose_it_is() {
    let draft = example("individual");
    let (zh, en) = (page(&draft, Lang::Zh), page(&draft, Lang::En));
    assert!(zh.contains("是谁的，在这里写明"), "{zh}");
    assert!(en.contains("write down here whose it is") && en.contains("小程序做什么，给谁用？"), "{en}");
}

#[test]
fn a_face_check_that_was_passed_is_not_done_again_until_it_is_too_old() {
    let mut draft = example("individual");
    let with_task = page(&draft, Lang::Zh);
    in_order(&with_task, &["人脸核身，放在最后做", "草稿里记着一个核身任务", "预览、核对、提交"]);
    draft.set(FieldId::FaceCheckPassedAt, Some("2026-11-26 09:30".into()));
    let passed = page(&draft, Lang::Zh);
    assert!(!passed.contains("放在最后做") && passed.contains("人脸核身 2026-11-29 09:30 前有效"), "{passed}");
    draft.set(FieldId::FaceCheckPassedAt, Some("2026-11-20 09:30".into()));
    let old = page(&draft, Lang::Zh);
    in_order(&old, &["放在最后做", "有效期到 2026-11-23 09:30，已经过了"]);
    assert!(!old.contains("前有效"), "{old}");
}

#[test]
fn what_is_over_is_not_listed_as_left_to_do() {
    use crate::filing::{Event, EventKind};
    let mut draft = example("company");
    for (kind, at) in EventKind::TO_FILED.into_iter().zip(["20", "23", "24", "25", "26"]) {
        let at = chrono::DateTime::parse_from_rfc3339(&format!("2026-11-{at}T10:00:00+08:00")).unwrap();
        draft.events.push(Event::new(kind, at));
        let page = page(&draft, Lang::En);
        let is_filed = kind == EventKind::BureauPassed;
        assert_eq!(page.contains("Submitted, and in"), !is_filed, "{page}");
        assert_eq!(page.contains("It is on record"), is_filed, "{page}");
        for step in ["Compare the account", "Preview, compare, submit", "The face check", "Sign and scan"] {
            assert!(!page.contains(step), "{kind:?} {step}: {page}");
        }
        assert_eq!(page.contains(">Bureau review<"), !is_filed, "{page}");
    }
    // So it is with a change, and with what has ended.
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set_recorded(FieldId::OwnerEmail, Some("old@example.com".into()));
    assert!(page(&draft, Lang::En).contains("It is on record"));
}
