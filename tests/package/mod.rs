//! The packages of the example drafts, built the way the program builds them.

mod leaks;
mod posting;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::rc::Rc;

use beian::drafts::{Access, DraftFile};
use beian::package::material::Naming;
use beian::package::{self, Inputs, Package, PackageError};
use beian::rules::{self, Context};
use chrono::NaiveDate;
use serde_json::Value as Json;

fn example(name: &str) -> Result<Package, PackageError> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example").join(name);
    let file = DraftFile::open(&path, Access::ReadOnly).unwrap();
    let folder = file.folder().to_owned();
    let facts = beian_scan::inspect_all(&folder, None, file.draft().files().into_iter().map(|(_, _, path)| path));
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let (filing, findings) = rules::complete(&Context::new(file.draft(), &facts, today)).unwrap();
    let inputs = Inputs {
        today,
        findings: &findings,
        draft_text: &file.document().to_text(),
        facts: &facts,
        lang: beian::Lang::Zh,
        with_notes: false,
        naming: Naming::Chinese,
        read: Rc::new(move |path| std::fs::read(beian_scan::resolve(&folder, None, path))),
    };
    package::build(&filing, &inputs)
}

fn unpacked(package: &Package) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(package.to_bytes().unwrap())).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

#[test]
fn the_examples_make_whole_packages() {
    for name in ["company.toml", "individual.toml"] {
        let package = example(name).unwrap();
        let files = unpacked(&package);
        assert_eq!(package.to_bytes().unwrap(), example(name).unwrap().to_bytes().unwrap());
        let request: Json = serde_json::from_slice(&files["request/apply_icp_filing.json"]).unwrap();
        let media: Json = serde_json::from_slice(&files["request/media.json"]).unwrap();

        let calendar = std::str::from_utf8(&files["deadlines.ics"]).unwrap();
        assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.contains("BEGIN:VALARM"), "{calendar}");
        assert!(calendar.contains("DTSTAMP:20261122T160000Z"), "the day's beginning in China\n{calendar}");
        assert!(std::str::from_utf8(&files["checklist.html"]).unwrap().contains("deadlines.ics"));

        // Every file the request names is there, is in the list, and nothing else is.
        let mut named = Vec::new();
        references(&request, &mut named);
        named.sort();
        named.dedup();
        let listed: Vec<String> =
            media.as_array().unwrap().iter().map(|entry| entry["file"].as_str().unwrap().to_owned()).collect();
        let held: Vec<&String> = files.keys().filter(|path| path.starts_with("materials/")).collect();
        assert_eq!(named, listed);
        assert_eq!(listed.iter().collect::<Vec<_>>(), held);
    }
}

/// Whoever gets a package learns neither what was answered nor why a warning was confirmed, unless it is meant to be so.
#[test]
fn notes_leave_only_when_asked() {
    let files = unpacked(&example("company.toml").unwrap());
    let draft = std::str::from_utf8(&files["filing.toml"]).unwrap();
    assert!(!draft.contains("filed_before = false") && draft.contains("虚构音乐厅"), "{draft}");
    assert!(!String::from_utf8_lossy(&files["manifest.json"]).contains("reason"));
}

#[test]
fn letters_and_the_way_of_posting_are_packed() {
    let files = unpacked(&example("company.toml").unwrap());
    let letter = std::str::from_utf8(&files["letters/小程序负责人授权书.html"]).unwrap();
    assert!(letter.contains("测试戊") && letter.contains("default-src 'none'"), "{letter}");
    let post = std::str::from_utf8(&files["request/POST.md"]).unwrap();
    let media: Json = serde_json::from_slice(&files["request/media.json"]).unwrap();
    for row in media.as_array().unwrap() {
        assert!(post.contains(&format!("| `{}` |", row["file"].as_str().unwrap())), "{row}");
    }
}

#[test]
fn nothing_empty_is_sent() {
    for name in ["company.toml", "individual.toml"] {
        let files = unpacked(&example(name).unwrap());
        let request: Json = serde_json::from_slice(&files["request/apply_icp_filing.json"]).unwrap();
        walk(&request, "", &mut |path, value| {
            assert!(!value.is_null() && value.as_str() != Some(""), "{name} {path}");
            assert!(value.as_array().is_none_or(|list| !list.is_empty()), "{name} {path}");
            let number = path.ends_with("_type") || path.ends_with(".type") || path.ends_with("service_content_types[]");
            assert_eq!(value.is_number(), number, "{name} {path}");
        });
    }
}

#[test]
fn an_individual_is_subject_responsible_person_and_owner() {
    let files = unpacked(&example("individual.toml").unwrap());
    let request: Json = serde_json::from_slice(&files["request/apply_icp_filing.json"]).unwrap();
    let (subject, owner) = (&request["icp_subject"], &request["icp_applets"]["principal_info"]);
    let person = &subject["principal_info"];
    assert_eq!(subject["base_info"]["name"], person["name"]);
    assert_eq!(subject["organize_info"]["certificate_number"], person["certificate_number"]);
    assert_eq!(subject["organize_info"]["certificate_type"], 2);
    assert!(subject["organize_info"].get("certificate_photo").is_none());
    assert!(subject["personal_info"]["residence_permit"].is_string() && subject.get("legal_person_info").is_none());
    for (key, value) in person.as_object().unwrap() {
        assert_eq!(owner[key], *value, "{key}");
    }
}

/// A package of a draft without files.
fn packed(toml: &str) -> BTreeMap<String, Vec<u8>> {
    packed_with(toml, false)
}

/// The same, with the user's notes or without.
fn packed_with(toml: &str, with_notes: bool) -> BTreeMap<String, Vec<u8>> {
    let draft = beian::Draft::from_toml(toml).unwrap();
    let facts = beian_scan::facts::Facts::new();
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let (filing, findings) = rules::complete(&Context::new(&draft, &facts, today)).unwrap();
    let read = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    let inputs = Inputs {
        today,
        findings: &findings,
        draft_text: toml,
        facts: &facts,
        lang: beian::Lang::Zh,
        with_notes,
        naming: Naming::Chinese,
        read: Rc::new(read),
    };
    unpacked(&package::build(&filing, &inputs).unwrap())
}

fn json(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Json {
    serde_json::from_slice(&files[path]).unwrap()
}

/// What goes to the interface.
fn requests(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|path| path.starts_with("request/") && path.ends_with(".json")).collect()
}

const RECORD: &str = r#"
[record]
number = "蜀ICP备2026000001号-1X"
[record.subject]
nature = 4
region = "510107"
[record.responsible_person]
name = "测试丙"
mobile = "13012340003"
[record.mini_program]
name = "虚构助手"
service_contents = [161]
"#;

#[test]
fn a_change_is_what_differs_and_no_application() {
    let draft = format!(
        "format = 1\nkind = 'change'\n{RECORD}\n[subject]\nnature = 4\nregion = '510107'\n\
         [responsible_person]\nname = '测试丙'\nmobile = '13012340009'\n\
         [mini_program]\napp_id = 'wx7f6e5d4c3b2a1908'\nname = '虚构助手'\nservice_contents = [3, 161]\n\
         [answers]\nanother_filing_runs = false\n"
    );
    let files = packed(&draft);
    assert_eq!(requests(&files), ["request/changes.json"]);
    let expected = serde_json::json!({
        "sort": "both",
        "code_receivers": ["responsible_person", "owner"],
        "face_check": false,
        "changes": [
            {
                "field": "responsible_person.mobile",
                "path": "icp_subject.principal_info.mobile",
                "also": "icp_applets.principal_info.mobile",
                "old": "13012340003",
                "new": "13012340009",
            },
            {
                "field": "mini_program.service_contents",
                "path": "icp_applets.base_info.service_content_types",
                "old": [161],
                "new": [3, 161],
            },
        ],
    });
    assert_eq!(json(&files, "request/changes.json"), expected);
    let manifest = json(&files, "manifest.json");
    assert_eq!(
        serde_json::json!([manifest["kind"], manifest["app_id"], manifest["number"], manifest["open"]["face_check"]]),
        serde_json::json!(["change", "wx7f6e5d4c3b2a1908", "蜀ICP备2026000001号-1X", false])
    );
}

#[test]
fn a_deregistration_is_scope_and_reason() {
    for (scope, number) in [("subject", 1), ("mini-program", 2), ("access", 3)] {
        for reason in [1, 2] {
            let receiver = if scope == "access" { "" } else { "code_receiver = '测试丙'\ncode_phone = '13012340003'\n" };
            let draft = format!(
                "format = 1\nkind = 'deregister'\n{RECORD}\n\
                 [mini_program]\napp_id = 'wx7f6e5d4c3b2a1908'\nname = '虚构助手'\n\
                 [deregistration]\nscope = '{scope}'\nreason = {reason}\n{receiver}\
                 [answers]\nanother_filing_runs = false\n"
            );
            let files = packed(&draft);
            assert_eq!(requests(&files), ["request/cancel_icp_filing.json"]);
            let body = json(&files, "request/cancel_icp_filing.json");
            assert_eq!(body, serde_json::json!({ "cancel_type": number, "reason_type": reason }), "{scope}");
        }
    }
}

#[test]
fn an_application_has_the_platform_s_layout() {
    let files = unpacked(&example("individual.toml").unwrap());
    let request = json(&files, "request/apply_icp_filing.json");
    let expected = serde_json::json!({
        "base_info": {
            "type": 5,
            "name": "测试甲",
            "province": "440000",
            "city": "440300",
            "district": "440305",
            "address": "虚构路1号示例公寓1栋101室",
        },
        "personal_info": { "residence_permit": "media:materials/03-居住证明.jpg" },
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(request["icp_subject"][key], *value, "{key}");
    }
    assert_eq!(request["icp_applets"]["base_info"]["service_content_types"], serde_json::json!([3]));
    assert_eq!(request["icp_applets"]["base_info"]["nrlx_details"], serde_json::json!([{ "type": 24 }]));
}

fn references(value: &Json, found: &mut Vec<String>) {
    walk(value, "", &mut |_, value| {
        found.extend(value.as_str().and_then(|text| text.strip_prefix("media:")).map(str::to_owned));
    });
}

/// Every leaf with its path, and every list.
fn walk(value: &Json, path: &str, see: &mut impl FnMut(&str, &Json)) {
    match value {
        Json::Object(object) => object.iter().for_each(|(key, value)| walk(value, &format!("{path}.{key}"), see)),
        Json::Array(list) => list.iter().for_each(|value| walk(value, &format!("{path}[]"), see)),
        leaf => see(path, leaf),
    }
}

/// A draft with everything in it that is the user's own.
const NOTED: &str = "# 张三的手机 13900000000
format = 1
kind = 'deregister' # ask the boss
my_own_key = 'SECRET-A'
[record]
number = '蜀ICP备2026000001号-1X' # since last year
said_by = 'SECRET-B'
[record.subject]
nature = 4
region = '510107'
[mini_program]
app_id = 'wx7f6e5d4c3b2a1908'
name = '虚构助手'
budget = { year = 2026, note = 'SECRET-C' }
[deregistration]
scope = 'access'
reason = 1
[answers]
another_filing_runs = false # he told me so
[my_notes]
free = '''
SECRET-E
'''
# the end
";

#[test]
fn what_a_draft_holds_besides_the_filing_leaves_only_where_that_is_asked_for() {
    let secret =
        ["张三", "13900000000", "boss", "last year", "he told me", "the end", "SECRET-A", "SECRET-B", "SECRET-C", "SECRET-E"];
    let keys = ["my_own_key", "said_by", "budget", "my_notes", "another_filing_runs"];
    for with_notes in [false, true] {
        let files = packed_with(NOTED, with_notes);
        let text = std::str::from_utf8(&files["filing.toml"]).unwrap();
        for own in secret.iter().chain(&keys) {
            assert_eq!(text.contains(own), with_notes, "{own} in {text}");
        }
        // Nor does it stand anywhere else, such as in the pages or the manifest.
        for (path, bytes) in files.iter().filter(|(path, _)| path.as_str() != "filing.toml") {
            let said = String::from_utf8_lossy(bytes);
            assert!(secret.iter().all(|own| !said.contains(own)), "{path}");
        }
        let read = beian::Draft::from_toml(text).unwrap();
        assert_eq!(read.text(beian::filing::FieldId::AppId), "wx7f6e5d4c3b2a1908", "the filing itself is whole");
        assert_eq!(read.text(beian::filing::FieldId::RecordNumber), "蜀ICP备2026000001号-1X");
    }
}
