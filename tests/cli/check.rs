//! `beian check`: what it finds, how it prints it, and what it reads.

use serde_json::Value as Json;

use super::Place;

#[test]
fn findings_are_grouped_for_people_and_exact_for_programs() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    let called = place.call(&["check", "example-company"]);
    assert_eq!((called.code, called.err.as_str()), (1, ""));
    assert!(
        called.out.contains("小程序负责人") && called.out.contains("手机号码") && called.out.contains("1 个错误"),
        "{}",
        called.out
    );
    let english = place.call(&["check", "example-company", "--lang", "en"]);
    assert!(
        english.out.contains("Mini-program contact") && english.out.contains("Mobile number") && english.out.contains("1 error"),
        "{}",
        english.out
    );

    let json = place.json(&["check", "example-company"]);
    let finding = &json.as_array().unwrap()[0];
    let keys: Vec<&String> = finding.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["rule", "severity", "field", "message", "fix", "sources"]);
    let source = &finding["sources"][0];
    for key in ["title", "publisher", "published", "read", "address"] {
        assert!(source.get(key).is_some(), "{key}: {source}");
    }
    assert_eq!((&finding["severity"], &finding["field"]), (&"error".into(), &"owner.mobile".into()));
}

#[test]
fn the_day_decides_about_certificates() {
    let place = Place::with_examples();
    place.ok(&["check", "example-individual"]);
    let later = place.call(&["check", "example-individual", "--today", "2099-01-01"]);
    assert_eq!(later.code, 1, "{}", later.out);
    assert!(later.out.contains("certificate-expire"), "{}", later.out);
}

#[test]
fn several_drafts_are_checked_even_if_one_cannot_be_read() {
    let place = Place::with_examples();
    std::fs::write(place.draft("broken"), "kind = ").unwrap();
    let called = place.call(&["check", "broken", "example-company"]);
    assert_eq!(called.code, 2);
    assert!(called.err.contains("TOML") && called.out.contains("example-company"), "{}{}", called.out, called.err);
    let json = place.json(&["check", "broken", "example-company"]);
    let list = json["drafts"].as_array().unwrap();
    assert!(list[0]["error"]["message"].is_string());
    assert_eq!(list[1]["findings"], Json::Array(Vec::new()));
}

#[test]
fn names_and_keys_from_the_file_cannot_steer_the_terminal() {
    let place = Place::new();
    let text = "format = 1\nkind = \"new\"\n\"bad\\u001b[31mkey\" = 1\n[subject]\nnature = 4\nname = \"\\u001b]0;owned\\u0007\\u202e\"\n";
    place.file("evil.toml", text);
    let called = place.call(&["check", "./evil.toml"]);
    assert_eq!(called.code, 1);
    assert!(!called.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", called.out);
    assert!(called.out.contains("不认识的键"), "{}", called.out);
    let got = place.call(&["get", "./evil.toml", "subject.name"]);
    assert!(!got.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", got.out);
}

#[cfg(unix)]
#[test]
fn input_that_cannot_be_read_is_told_once() {
    let place = Place::new();
    for format in ["text", "json"] {
        let folder = std::fs::File::open(place.path()).unwrap();
        let output = place.command(&["check", "-", "--format", format]).stdin(folder).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert_eq!(said.matches("标准输入读取失败：这是文件夹").count(), 1, "{said}");
    }
}

#[test]
fn an_object_that_is_no_draft_is_told_about_in_its_own_terms() {
    let place = Place::new();
    for (line, fragments) in [
        (r#"{"format":2}"#, &["升级 beian"][..]),
        (r#"{"subject":5}"#, &["subject 的写法不对", "对象"]),
        (r#"{"events":{}}"#, &["events", "数组"]),
        (r#"{"format":"x"}"#, &["format", "整数"]),
    ] {
        let called = place.fed(&["check", "-"], line.as_bytes());
        assert_eq!(called.code, 2, "{line}");
        assert!(fragments.iter().all(|fragment| called.err.contains(fragment)), "{line}: {}", called.err);
        assert!(!called.err.contains("列") && called.err.matches("行").count() == 1, "{line}: {}", called.err);
    }
}

#[test]
fn a_draft_by_itself_is_a_list_of_findings_and_all_else_has_totals() {
    let place = Place::with_examples();
    place.file("odd.toml", "format = 1\nkind = \"new\"\nmobiel = 1\n[subject]\nnature = 5\n");
    assert!(place.json(&["check", "./odd.toml"]).is_array());
    std::fs::create_dir(place.path().join("one")).unwrap();
    place.file("one/odd.toml", "format = 1\nkind = \"new\"\nmobiel = 1\n[subject]\nnature = 5\n");
    for (args, count) in [(&["check", "one"][..], 1), (&["check", "drafts"], 2), (&["check", "drafts", "./odd.toml"], 3)] {
        let json = place.json(args);
        assert_eq!(json.as_object().unwrap().keys().collect::<Vec<_>>(), ["version", "drafts", "totals"], "{args:?}");
        assert_eq!((&json["version"], &json["totals"]["drafts"]), (&1.into(), &count.into()), "{args:?}");
        let errors: usize = json["drafts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|draft| draft["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error").count())
            .sum();
        assert_eq!(json["totals"]["error"], errors, "{args:?}");
    }
    let one = &place.json(&["check", "one"])["drafts"][0];
    assert_eq!(one["unknown_keys"], serde_json::json!(["mobiel"]));
    assert!(one["findings"][0]["line"].is_number(), "{one}");
}

#[test]
fn only_what_is_wanted_is_printed_and_counted() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    let selected = place.json(&["check", "drafts", "--select", "mobile-invalid"]);
    assert_eq!(selected["totals"]["error"], 1, "{selected}");
    // Who asks about one rule hears of the drafts that break it, and nothing else.
    let said = place.call(&["check", "drafts", "--select", "mobile-invalid", "--lang", "en"]).out;
    assert!(!said.contains("checked offline") && !said.contains("Nothing found"), "{said}");
    assert_eq!(place.call(&["check", "drafts", "--select", "name-short"]).code, 2, "no such rule");
    assert_eq!(place.call(&["check", "drafts", "--select", "mobile-shared"]).code, 0);
    let quiet = place.call(&["check", "drafts", "-q"]);
    assert!(quiet.out.contains("mobile-invalid") && !quiet.out.contains("example-individual"), "{}", quiet.out);
    assert!(place.call(&["check", "drafts"]).out.contains("共 2 份草稿："));
}

#[test]
fn other_tools_are_given_their_formats() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    let log = place.call(&["check", "example-company", "--format", "github", "--severity", "error"]);
    assert!(log.code == 1 && log.out.starts_with("::error file=") && log.out.contains(",line="), "{}", log.out);
    let sarif: Json = serde_json::from_str(&place.call(&["check", "drafts", "--format", "sarif"]).out).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().any(|result| result["ruleId"] == "mobile-invalid" && result["level"] == "error"), "{sarif}");
    assert_eq!(place.call(&["list", "--format", "sarif"]).code, 2);
}

#[test]
fn colours_come_when_they_are_asked_for() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    assert!(!place.call(&["check", "example-company"]).out.contains('\u{1b}'));
    assert!(place.call(&["check", "example-company", "--color", "always"]).out.contains("\u{1b}[31m[错误]"));
}

#[test]
fn what_was_found_in_scans_is_kept_and_never_trusted_blindly() {
    let place = Place::with_examples();
    let cache = place.path().join("cache");
    let check =
        || place.command(&["check", "drafts", "--format", "json"]).env("BEIAN_CACHE_DIR", &cache).output().unwrap().stdout;
    let first = check();
    let kept = || std::fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    assert!(!kept().is_empty());
    assert!(check() == first);
    for path in kept() {
        std::fs::write(path, "damaged").unwrap();
    }
    assert!(check() == first);
    // A picture that is gone is gone, whatever is remembered of it.
    std::fs::remove_file(place.path().join("drafts/scans/business-licence.jpg")).unwrap();
    assert!(check() != first);
}
