//! The examples that come with the program pass, and a thoroughly bad draft reads well.

use std::path::Path;

use beian::drafts::codec;
use beian::locale::{Lang, finding};
use beian::rules::{Context, Severity, check};
use beian_scan::facts::Facts;
use beian_scan::inspect_all;

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/example");

#[test]
fn the_examples_have_no_errors_or_warnings() {
    for name in ["individual.toml", "company.toml"] {
        let document = codec::parse(&std::fs::read_to_string(Path::new(EXAMPLES).join(name)).unwrap()).unwrap();
        let paths = document.draft().files();
        let facts = inspect_all(Path::new(EXAMPLES), None, paths.iter().map(|(_, _, path)| *path));
        let today = "2026-11-23".parse().unwrap();
        let findings = check(&Context::new(document.draft(), &facts, today));
        let grave: Vec<_> = findings.iter().filter(|finding| finding.severity < Severity::Hint).collect();
        assert!(grave.is_empty(), "{name}: {grave:#?}");
    }
}

/// A draft with every kind of slip; the sentences are held to the letter, as people read them.
#[test]
fn what_people_read() {
    let text = r#"
format = 1
kind = "new"
[subject]
nature = 4
region = "440305"
name = "测试"
address = "广东省深圳市南山区科技路"
certificate = { kind = 1, number = "91440300MA5EXAMPLE", address = "四川省成都市", valid_until = "2026-12-01" }
[responsible_person]
name = "Zhang三"
mobile = 13012344321
emergency_phone = "13012344321"
email = "a@qq.con"
certificate = { kind = 2, number = "110105199001011234", valid_from = "2026-13-40", valid_until = "2026-12-01" }
[mini_program]
app_id = "gh_12"
name = "乐"
service_contents = [3, 3, 500]
prior_approvals = [{ kind = 9 }, { kind = 24 }]
remark = "好"
[owner]
administrator = "李四"
"#;
    let document = codec::parse(text).unwrap();
    let facts = Facts::new();
    let context = Context::new(document.draft(), &facts, "2026-11-23".parse().unwrap());
    let mut read = String::new();
    for said in check(&context) {
        let label = said.field.full_label(Lang::Zh);
        read += &format!("{label}：{}{}\n", finding::message(Lang::Zh, &said), finding::fix(Lang::Zh, &said));
    }
    for sentence in [
        "还有 8 天到期；须多于一个月，即晚于 2026-12-23。先换证，再填新证件的有效期。",
        "证件住所在四川省，备案地区却选在广东省。",
        "开头的「广东省深圳市南山区」与所选地区重复。",
        "管理员是李四，小程序负责人是Zhang三。",
    ] {
        assert!(read.contains(sentence), "{sentence}\n\n{read}");
    }
}
