//! The sheet: its values in the order of the console, what hostile drafts make of it, and what a browser makes of it.

mod browser;
mod pages;

use beian::filing::{Draft, FieldId, Value};
use beian::package::sheet::{Inputs, Sheet, Uploads, Way, html, print};
use beian::rules::{self, Context};
use beian::{Lang, scan};
use chrono::NaiveDate;

use crate::flow::wizard::{LANGS, example};

/// What must not get out of a value.
pub const HOSTILE: [&str; 5] = [
    "\"><script>document.title='broken'</script>",
    "</style><img src=x onerror=\"document.title='broken'\">",
    "''; `${1}` &lt;b&gt; \\",
    "مرحبا \u{202e}倒过来\u{1b}[31m\u{0}\u{7f}",
    "👩\u{200d}👩\u{200d}👧 e\u{301}",
];

/// The sheet of a draft, with everything that the rules find.
pub fn sheet_of(draft: &Draft, lang: Lang) -> Sheet {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let facts = scan::facts::Facts::default();
    let context = Context::new(draft, &facts, day);
    let findings = rules::check(&context);
    let file = |path: &str| path.to_owned();
    let content = |_: &str| String::new();
    let inputs = Inputs { lang, day, findings: &findings, file: &file, content: &content, paths: true };
    Sheet::of(&context.normalised_draft(), &inputs)
}

/// A company's draft in which every text is hostile.
pub fn hostile() -> Draft {
    let mut draft = example("company");
    for (number, id) in
        FieldId::ALL.iter().copied().filter(|id| draft.get(*id).is_some_and(is_text)).collect::<Vec<_>>().iter().enumerate()
    {
        draft.set(*id, Some(HOSTILE[number % HOSTILE.len()].into()));
    }
    draft.set(FieldId::MiniProgramRemark, Some("字".repeat(10_000).into()));
    draft.set(FieldId::FilingKind, Some("new".into()));
    draft
}

const fn is_text(value: &Value) -> bool {
    matches!(value, Value::Text(_))
}

fn keys(sheet: &Sheet) -> Vec<&str> {
    sheet.rows().map(|(_, row)| row.key.as_str()).collect()
}

#[test]
fn of_one_more_mini_program_the_number_is_the_subject_s_and_its_values_are_not_entered() {
    let text = std::fs::read_to_string(format!("{}/tests/fixtures/kinds/one-more.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let draft = beian::drafts::codec::parse(&text).unwrap().draft().clone();
    for (lang, number, reused) in
        [(Lang::Zh, "主体已有的备案", "复用主体资料的不用录入"), (Lang::En, "Entity already on record as", "unless reused")]
    {
        let sheet = sheet_of(&draft, lang);
        let text = print::text(&sheet);
        assert!(text.contains(number) && text.contains(reused), "{text}");
        assert!(!text.contains("\n备案号："), "{text}");
        for (_, row) in sheet.rows().filter(|(_, row)| row.is_reused) {
            assert!(["subject.", "responsible_person."].iter().any(|of| row.field.path().starts_with(of)), "{}", row.key);
        }
        let is_entered = |path: &str| sheet.rows().any(|(_, row)| row.field.path() == path && !row.is_reused);
        assert!(is_entered("mini_program.name") && !is_entered("subject.name"), "{text}");
    }
    assert!(sheet_of(&example("company"), Lang::Zh).rows().all(|(_, row)| !row.is_reused));
}

#[test]
fn values_stand_in_the_order_of_the_console() {
    let sheet = sheet_of(&example("individual"), Lang::Zh);
    let first: Vec<(&str, &str)> = sheet.rows().map(|(_, row)| (row.label.as_str(), row.copy.as_str())).take(8).collect();
    assert_eq!(
        first,
        [
            ("选择地区", "广东省深圳市南山区"),
            ("主办者性质", "个人"),
            ("证件类型", "居民身份证"),
            ("上传证件（正面）", "scans/individual-id-front.jpg"),
            ("上传证件（背面）", "scans/individual-id-back.jpg"),
            ("姓名", "测试甲"),
            ("证件号码", "110105199003079919"),
            ("证件住所", "北京市朝阳区虚构路2号院3号楼401室"),
        ]
    );
    let titles: Vec<String> = sheet.pages.iter().map(|page| page.title(Lang::Zh)).collect();
    let pages = ["进入备案", "验证备案类型", "主体信息", "主体负责人", "小程序信息", "小程序负责人", "其他材料", "预览与提交"];
    assert_eq!(titles, pages);
}

#[test]
fn every_key_is_there_once_and_every_value_that_is_sent_stands_somewhere() {
    for name in ["individual", "company"] {
        let draft = example(name);
        let sheet = sheet_of(&draft, Lang::Zh);
        let mut found = keys(&sheet);
        let count = found.len();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), count);
        for id in draft.asked().filter(|id| id.field().sent.is_some() && draft.get(*id).is_some()) {
            let is_there = sheet.rows().any(|(_, row)| row.field == id && !row.copy.is_empty());
            assert!(is_there || FieldId::FACE_CHECK.contains(&id), "{name}: {}", id.path());
        }
    }
}

#[test]
fn what_is_missing_or_wrong_is_said_and_makes_a_preview() {
    let mut draft = example("individual");
    assert!(!sheet_of(&draft, Lang::Zh).rows().any(|(_, row)| row.copy.is_empty()));
    draft.set(FieldId::ResponsiblePersonMobile, None);
    draft.set(FieldId::ResponsiblePersonEmail, Some("x".into()));
    for lang in LANGS {
        let sheet = sheet_of(&draft, lang);
        let row = |id: FieldId| sheet.rows().find(|(_, row)| row.field == id).unwrap().1.clone();
        assert!(sheet.is_preview() && row(FieldId::ResponsiblePersonMobile).value.is_empty());
        assert!(!row(FieldId::ResponsiblePersonEmail).errors.is_empty());
        let page = html::page(&sheet, &|_| None, false);
        let mark = print::preview(&sheet).unwrap();
        assert!(page.contains(&mark) && page.contains("class=\"preview\"") && print::text(&sheet).contains(&mark));
    }
}

#[test]
fn a_draft_without_scans_says_so() {
    let mut draft = example("company");
    for id in FieldId::FILES.iter().copied().filter(|id| *id != FieldId::PriorApprovals) {
        draft.set(id, None);
    }
    draft.set(FieldId::PriorApprovals, None);
    let sheet = sheet_of(&draft, Lang::En);
    assert!(sheet.uploads() == Uploads::Missing && html::page(&sheet, &|_| None, false).contains("No scans at all"));
    assert_eq!(sheet_of(&example("company"), Lang::En).uploads(), Uploads::There);
}

#[test]
fn a_change_shows_what_differs_and_what_is_on_record() {
    let mut draft = example("company");
    for id in FieldId::ALL.iter().copied().filter(|id| id.field().is_recorded()) {
        draft.set_recorded(id, draft.get(id).cloned());
    }
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
    draft.set(FieldId::ResponsiblePersonMobile, Some("13012349999".into()));
    let sheet = sheet_of(&draft, Lang::Zh);
    let changed: Vec<_> = sheet.rows().filter(|(_, row)| row.old.is_some()).map(|(_, row)| row).collect();
    let [mobile] = changed.as_slice() else { panic!("{changed:?}") };
    assert_eq!((mobile.copy.as_str(), mobile.old.as_deref()), ("13012349999", Some("13012340003")));
    let text = print::text(&sheet);
    assert!(text.contains("这一页没有变化") && text.contains("变更") && text.contains("蜀ICP备2026000001号-1X"), "{text}");
}

#[test]
fn a_deregistration_says_what_ends_and_why() {
    let mut draft = Draft::new(4);
    draft.set(FieldId::FilingKind, Some("deregister".into()));
    draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
    draft.set(FieldId::DeregistrationScope, Some("subject".into()));
    draft.set(FieldId::DeregistrationReason, Some(Value::Code(1)));
    let sheet = sheet_of(&draft, Lang::Zh);
    let copies: Vec<&str> = sheet.rows().map(|(_, row)| row.copy.as_str()).filter(|copy| !copy.is_empty()).collect();
    assert_eq!(copies, ["蜀ICP备2026000001号-1X", "注销主体", "不再运营"]);
    assert!(print::text(&sheet).contains("名下全部网站"));
}

#[test]
fn hostile_values_stay_text_in_every_form() {
    for lang in LANGS {
        let sheet = sheet_of(&hostile(), lang);
        let page = html::page(&sheet, &|_| None, false);
        assert_eq!((page.matches("<script").count(), page.matches("<img").count(), page.matches("</style>").count()), (1, 0, 1));
        assert!(!page.contains(['\u{202e}', '\u{1b}', '\u{0}']), "nothing steers");
        assert_eq!(page, html::page(&sheet_of(&hostile(), lang), &|_| None, false), "the same bytes twice");
        let text = print::text(&sheet);
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text}");
        let markdown = print::markdown(&sheet);
        assert!(!markdown.contains("\n<img") && markdown.chars().all(|c| c == '\n' || !c.is_control()));
        assert!(sheet.rows().all(|(_, row)| row.copy.chars().all(|c| !c.is_control())), "what is copied types nothing");
    }
}

#[test]
fn files_are_there_to_be_uploaded_and_the_rest_is_not() {
    let sheet = sheet_of(&example("company"), Lang::Zh);
    for (_, row) in sheet.rows() {
        assert_eq!(row.file.is_some(), row.way == Way::Upload, "{}", row.key);
    }
    let codes = ["4", "510107"];
    for code in codes {
        assert!(
            sheet.rows().any(|(_, row)| row.code == code && row.copy != code && row.beside.is_empty()),
            "the name is copied, and {code} is for the interface alone"
        );
    }
}

#[test]
fn a_sheet_says_whether_files_are_uploaded() {
    let mut change = example("company");
    change.set(FieldId::FilingKind, Some("change".into()));
    for field in beian::filing::field::table().iter().filter(|field| field.is_recorded()) {
        change.set_recorded(field.id, change.get(field.id).cloned());
    }
    for id in FieldId::FILES.iter().filter(|id| **id != FieldId::PriorApprovals) {
        change.set(*id, None);
    }
    change.set(FieldId::ResponsiblePersonMobile, Some("13012340009".into()));
    let mut bare = change.clone();
    bare.set(FieldId::SubjectName, Some("四川虚构数码有限公司".into()));
    let mut renamed = bare.clone();
    renamed.set(FieldId::SubjectCertificatePhoto, Some("scans/business-licence.jpg".into()));
    for (draft, uploads, said, unsaid) in [
        (&change, Uploads::None, Some("No files have to be uploaded"), "No scans at all"),
        (&renamed, Uploads::There, None, "No scans at all"),
        (&bare, Uploads::Missing, Some("No scans at all"), "No files have to be"),
    ] {
        let sheet = sheet_of(draft, Lang::En);
        assert_eq!(sheet.uploads(), uploads);
        let page = html::page(&sheet, &|_| None, true);
        assert!(said.is_none_or(|said| page.contains(said)) && !page.contains(unsaid), "{uploads:?}");
    }
}
