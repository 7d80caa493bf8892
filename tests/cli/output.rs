//! What programs get, held against `docs/output.schema.json`: one shape whatever the number of drafts.

use serde_json::{Value as Json, json};

use super::Place;
use super::schema::complaints;

/// The schema of a command's answer, with what it refers to put in its place.
fn schema(of: Option<&str>) -> Json {
    fn put(node: &Json, all: &Json) -> Json {
        match node {
            Json::Object(map) => match map.get("$ref").and_then(Json::as_str) {
                Some(place) => put(all.pointer(place.trim_start_matches('#')).unwrap_or_else(|| panic!("{place}")), all),
                None => {
                    map.iter().filter(|(key, _)| *key != "$defs").map(|(key, inner)| (key.clone(), put(inner, all))).collect()
                }
            },
            Json::Array(list) => list.iter().map(|inner| put(inner, all)).collect(),
            other => other.clone(),
        }
    }
    let all: Json = serde_json::from_str(include_str!("../../docs/output.schema.json")).unwrap();
    put(of.map_or(&all, |name| &all["$defs"][name]), &all)
}

/// What a call prints, whatever its status.
fn printed(place: &Place, args: &[&str]) -> Json {
    Place::from_output(place.call(args))
}

fn place() -> Place {
    let place = Place::with_examples();
    place.ok(&["new", "--name", "empty"]);
    place.file("broken.toml", "format = ");
    place.ok(&["status", "example-individual", "submitted", "--at", "2026-11-20"]);
    place
}

/// Commands that take drafts, each with what else it needs, and the name of its answer; `check` is the whole schema.
const COMMANDS: [(&[&str], &[&str], Option<&str>); 9] = [
    (&["check"], &[], None),
    (&["check", "--fix"], &[], None),
    (&["list"], &[], Some("list")),
    (&["status"], &[], Some("status")),
    (&["materials"], &[], Some("materials")),
    (&["show"], &[], Some("show")),
    (&["export", "--replace"], &[], Some("export")),
    (&["set"], &["published=no", "--force"], Some("set")),
    (&["collect"], &[], Some("collect")),
];

#[test]
fn a_report_has_one_shape_whatever_the_number_of_drafts() {
    let place = place();
    for drafts in [&["empty"][..], &["example-company"], &["example-company", "empty"], &["drafts"], &["empty", "./broken.toml"]]
    {
        for (command, rest, name) in COMMANDS {
            let report = printed(&place, &[command, drafts, rest, &["--format", "report"]].concat());
            assert_eq!(complaints(&schema(name), &report, ""), Vec::<String>::new(), "{command:?} {drafts:?}: {report}");
            let count = if drafts == ["drafts"] { 3 } else { drafts.len() };
            assert_eq!(report["drafts"].as_array().map(Vec::len), Some(count), "{command:?} {drafts:?}");
            assert_eq!(report["totals"]["drafts"], count, "{command:?} {drafts:?}");
        }
    }
}

#[test]
fn a_rejected_draft_is_told_from_a_new_one() {
    let place = place();
    for (event, rest) in [("submitted", &[][..]), ("platform-returned", &["--note", "小程序名称不合规"])] {
        place.ok(&[&["status", "example-company", event, "--at", "2026-11-20"], rest].concat());
    }
    let report = |command: &str, draft: &str| {
        let report = printed(&place, &[command, draft, "--format", "report"]);
        assert_eq!(complaints(&schema(Some(command)), &report, ""), Vec::<String>::new(), "{command} {draft}: {report}");
        report["drafts"][0].clone()
    };
    assert_eq!(report("status", "example-company")["reasons"], "小程序名称不合规");
    assert_eq!(report("list", "example-company")["returned"], "platform-returned");
    assert_eq!(report("list", "empty")["returned"], Json::Null);
}

#[test]
fn what_programs_were_told_before_they_are_told_still() {
    let place = place();
    for (command, rest, name) in COMMANDS {
        let several = printed(&place, &[command, &["example-company", "empty"], rest, &["--format", "json"]].concat());
        let report = printed(&place, &[command, &["example-company"], rest, &["--format", "report"]].concat());
        let alone = printed(&place, &[command, &["example-company"], rest, &["--format", "json"]].concat());
        match (command, name) {
            (["list"], _) => assert_eq!(alone, report["drafts"], "the bare list"),
            (["check"], _) => {
                let bare = |finding: &Json| {
                    let mut finding = finding.clone();
                    finding.as_object_mut().unwrap().retain(|key, _| !["line", "column"].contains(&key.as_str()));
                    finding
                };
                let found: Vec<Json> = report["drafts"][0]["findings"].as_array().unwrap().iter().map(bare).collect();
                assert_eq!(alone, Json::from(found), "the bare findings");
            }
            (["export", ..], _) => assert!(alone["package"].is_string() && alone.get("version").is_none(), "{alone}"),
            _ => {
                let keys = alone.as_object().unwrap();
                assert!(keys.iter().all(|(key, value)| report["drafts"][0][key] == *value), "{command:?}: {alone} {report}");
                assert!(!keys.contains_key("version"), "{command:?}");
            }
        }
        assert!(several["version"] == 1 || *command == ["list"], "{command:?}");
    }
}

#[test]
fn tables_and_settings_fit_their_schema() {
    let place = place();
    place.file("a.csv", "小程序名称,主体性质,手机号\n甲,企业,1\n");
    place.file("b.csv", "小程序名称,主体性质\n乙,nothing\n");
    for table in ["a.csv", "b.csv"] {
        for rest in [&["--dry-run"][..], &[]] {
            let json = place.json(&[&["import", table], rest].concat());
            assert_eq!(complaints(&schema(Some("import")), &json, ""), Vec::<String>::new(), "{table}: {json}");
        }
    }
    let json = place.json(&["config"]);
    assert_eq!(complaints(&schema(Some("config")), &json, ""), Vec::<String>::new(), "{json}");
}

#[test]
fn the_schema_refuses_what_is_something_else() {
    let whole = json!({ "version": 1, "drafts": [], "totals": { "drafts": 0, "failed": 0, "interrupted": false } });
    assert!(complaints(&schema(Some("list")), &whole, "").is_empty());
    for (pointer, wrong) in
        [("/version", json!(2)), ("/drafts", json!([{}])), ("/totals", json!({})), ("/totals/failed", json!("0"))]
    {
        let mut other = whole.clone();
        *other.pointer_mut(pointer).unwrap() = wrong;
        assert!(!complaints(&schema(Some("list")), &other, "").is_empty(), "{other}");
    }
}
