//! `beian check`: what it finds, how it prints it, and what it reads.

use serde_json::Value as Json;

use super::Place;

#[test]
fn findings_are_grouped_for_people_and_exact_for_programs() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "owner.mobile=123"]);
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
    let list = json.as_array().unwrap();
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
        assert_eq!(output.status.code(), Some(3), "{said}");
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
