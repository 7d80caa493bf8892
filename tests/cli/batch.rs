//! `beian check -`: drafts line by line, in order, on all cores, whatever the lines are.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{ChildStdin, Stdio};

use beian::filing::FieldId;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value as Json, json};

use super::Place;

const EXAMPLES: [&str; 2] =
    [include_str!("../../assets/example/company.toml"), include_str!("../../assets/example/individual.toml")];

/// What `beian check - --format json` answers, line by line.
fn answers(place: &Place, flags: &[&str], input: &[u8]) -> (i32, Vec<Json>) {
    let called = place.fed(&[&["check", "-", "--format", "json"], flags].concat(), input);
    assert_eq!(called.err, "");
    (called.code, called.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn a_line_is_a_draft_or_the_path_of_one() {
    let place = Place::with_examples();
    let object = r#"{"format":1,"kind":"new","id":"A-17","subject":{"nature":5,"region":440305},"responsible_person":{"name":"张三","mobile":null}}"#;
    let path = serde_json::to_string(place.draft("example-company").to_str().unwrap()).unwrap();
    let input = format!("{object}\n\n{path}\r\nnonsense\n[1]\n\"no-such-draft\"");
    let (code, list) = answers(&place, &[], input.as_bytes());
    assert_eq!(code, 2);
    let lines: Vec<u64> = list.iter().map(|answer| answer["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [1, 3, 4, 5, 6]);
    assert_eq!(list[0]["id"], "A-17");
    let fields: Vec<&str> = list[0]["findings"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    assert!(fields.contains(&"responsible_person.mobile") && !fields.contains(&"responsible_person.name"), "{fields:?}");
    assert!(list[1]["draft"].as_str().unwrap().ends_with("example-company.toml"), "{}", list[1]);
    assert_eq!(list[1]["findings"], json!([]));
    assert!(list[2..].iter().all(|answer| answer["error"]["message"].is_string()), "{list:?}");

    let text = place.fed(&["check", "-"], input.as_bytes());
    assert_eq!(text.code, 2);
    assert!(text.err.contains("第 4 行") && text.out.contains("第 1 行"), "{}{}", text.out, text.err);
    assert_eq!(answers(&place, &[], b""), (0, Vec::new()));
    assert_eq!(answers(&place, &[], b"\n \n"), (0, Vec::new()));
    assert_eq!(place.fed(&["check", "-"], &[0xff, b'\n']).code, 2);
}

#[test]
fn drafts_of_the_own_folder_are_told_what_they_collide_with_as_if_they_were_named() {
    let place = Place::with_examples();
    std::fs::copy(place.draft("example-company"), place.draft("again")).unwrap();
    let paths = ["again", "example-company", "example-individual"].map(|name| place.draft(name));
    let named: Vec<&str> = paths.iter().map(|path| path.to_str().unwrap()).collect();
    let input: String = named.iter().map(|path| serde_json::to_string(path).unwrap() + "\n").collect();
    let (_, list) = answers(&place, &[], input.as_bytes());
    let whole = place.json(&[&["check"][..], &named].concat());
    let findings = |list: &[Json]| -> Vec<Vec<String>> {
        let rules = |answer: &Json| answer["findings"].as_array().unwrap().iter().map(|f| f["rule"].to_string()).collect();
        list.iter().map(rules).collect()
    };
    assert_eq!(findings(&list), findings(whole["drafts"].as_array().unwrap()));
    assert!(!findings(&list)[0].is_empty() && findings(&list)[2].is_empty(), "{list:?}");
}

#[test]
fn what_is_no_draft_gets_one_error_with_its_line_and_the_rest_is_checked() {
    let place = Place::new();
    let long = format!("{{\"x\":\"{}\"}}", "x".repeat(10 << 20));
    let many = format!("{{\"x\":[{}0]}}", "[],".repeat(100_000));
    let deep = ["{\"x\":".repeat(10_000), "[".repeat(10_000), format!("{{\"x\":{}", "[".repeat(10_000))];
    let table: &[(&str, &str)] = &[
        ("nonsense", "从第 2 个字符起不是合法的 JSON"),
        ("{\"subject\": {\"name\": \"张三\"}, kind}", "从第 29 个字符起不是合法的 JSON"),
        ("{\"subject\":", "没有写完"),
        ("\"abc", "没有写完"),
        ("[1]", "既不是对象也不是字符串"),
        ("7", "既不是对象也不是字符串"),
        ("null", "既不是对象也不是字符串"),
        ("{} {}", "从第 4 个字符起不是合法的 JSON"),
        ("{\"kind\":\"new\",\"kind\":\"change\"}", "kind 写了两次"),
        ("{\"format\":2}", "升级 beian"),
        ("{\"subject\":5}", "subject 的写法不对"),
        (&long, "超过 1048576 字节"),
        (&many, "多于 20000 个"),
        (&deep[0], "嵌套太深"),
        (&deep[1], "既不是对象也不是字符串"),
        (&deep[2], "嵌套太深"),
    ];
    let mut input = Vec::new();
    for (line, _) in table {
        input.extend_from_slice(format!("{line}\n{{}}\n").as_bytes());
    }
    input.extend_from_slice(b"{\"kind\":\"\xff\"}\n{}\n");
    for jobs in ["1", "3"] {
        let (code, list) = answers(&place, &["--jobs", jobs], &input);
        assert_eq!((code, list.len()), (2, 2 * table.len() + 2));
        for (index, answer) in list.iter().enumerate() {
            assert_eq!(answer["line"], index + 1);
            let said = |key| answer["error"][key].as_str().unwrap_or_default();
            let message = format!("{} {}", said("message"), said("hint"));
            let fragment = if index % 2 == 1 { "" } else { table.get(index / 2).map_or("不是 UTF-8 文本", |row| row.1) };
            assert!(message.contains(fragment), "{fragment}: {answer}");
            assert_eq!(answer["findings"].is_array(), index % 2 == 1, "{answer}");
            assert!(message.len() < 300, "{message}");
        }
    }
}

#[test]
fn many_workers_answer_as_one_does() {
    let place = Place::with_examples();
    let examples = EXAMPLES.map(|text| toml::from_str::<Json>(text).unwrap());
    let mut input = String::new();
    for number in 0..700 {
        let mut record = examples[number % 2].clone();
        record["id"] = number.into();
        record["responsible_person"]["mobile"] = format!("1301234{:04}", number * 7).into();
        input += &format!("{record}\n");
    }
    let (code, one) = answers(&place, &["--jobs", "1", "--no-files"], input.as_bytes());
    assert!(one.iter().enumerate().all(|(index, answer)| answer["id"] == index && answer["line"] == index + 1));
    assert_eq!(one.len(), 700);
    for jobs in ["2", "7", "100000"] {
        assert!(answers(&place, &["--jobs", jobs, "--no-files"], input.as_bytes()) == (code, one.clone()), "{jobs}");
    }
    let text = |jobs| place.fed(&["check", "-", "--jobs", jobs, "--no-files"], input.as_bytes()).out;
    assert!(text("1") == text("4"));
}

#[test]
fn status_and_files_can_be_left_aside() {
    let place = Place::new();
    let record = toml::from_str::<Json>(EXAMPLES[0]).unwrap().to_string();
    let (code, list) = answers(&place, &[], record.as_bytes());
    assert_eq!(code, 1);
    assert!(list[0]["findings"].as_array().unwrap().iter().all(|finding| finding["rule"] == "file-missing"), "{}", list[0]);
    assert_eq!(answers(&place, &["--no-files"], record.as_bytes()), (0, vec![json!({ "line": 1, "findings": [] })]));
    assert_eq!(answers(&place, &["--exit-zero"], record.as_bytes()).0, 0);
    assert_eq!(answers(&place, &["--exit-zero"], b"nonsense").0, 0);
    assert_eq!(place.call(&["check", "--exit-zero", "no-such-draft"]).code, 2);
    for jobs in ["0", "-1", "x"] {
        let called = place.fed(&["check", "-", &format!("--jobs={jobs}")], b"");
        assert!(called.code == 2 && called.err.contains("--jobs"), "{jobs}: {}", called.err);
    }
}

/// Starts a batch; what goes in, and the lines that come out.
fn start(place: &Place) -> (std::process::Child, ChildStdin, impl Iterator<Item = std::io::Result<String>> + use<>) {
    let mut command = place.command(&["check", "-", "--format", "json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, input, BufReader::new(output).lines())
}

#[test]
fn an_answer_comes_before_the_next_line_is_written() {
    let place = Place::new();
    let (mut child, mut input, mut output) = start(&place);
    for number in 1..4 {
        writeln!(input, "{{\"kind\":\"new\"}}").unwrap();
        let answer: Json = serde_json::from_str(&output.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["line"], number);
    }
    drop(input);
    assert!(output.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn whoever_stops_reading_ends_it_quietly() {
    let place = Place::new();
    let (mut child, mut input, mut output) = start(&place);
    let line = format!("{{\"kind\":\"new\",\"x\":\"{}\"}}", "x".repeat(10_000));
    writeln!(input, "{line}").unwrap();
    output.next().unwrap().unwrap();
    drop(output);
    while writeln!(input, "{line}").is_ok() {}
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9X ]{0,20}",
        "[\u{4e00}-\u{4eff}省市区路号 ]{0,12}",
        "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]",
        Just("长期".to_owned()),
        Just("scans/business-licence.jpg".to_owned()),
        Just("true".to_owned()),
    ]
}

fn value() -> impl Strategy<Value = Json> {
    // Inside lists and tables only what can be spelt in one way: findings repeat such values as they are spelt.
    let leaf = prop_oneof![
        "[a-z0-9 备案]{0,8}".prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        (0..60_i64).prop_map(Json::from),
        any::<bool>().prop_map(Json::from),
        (-1000..1000_i32).prop_map(|halves| Json::from(f64::from(halves) / 2.0)),
    ];
    let nested = leaf.prop_recursive(3, 12, 4, |inner| {
        let key = prop_oneof![Just("kind"), Just("number"), Just("document"), Just("备案")];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            proptest::collection::btree_map(key.prop_map(str::to_owned), inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    });
    prop_oneof![text().prop_map(Json::from), nested]
}

/// Puts a value at a field's path, making the tables on the way.
fn put(record: &mut Json, path: &str, value: Json) {
    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
    let mut at = record;
    for step in table.split('.').filter(|step| !step.is_empty()) {
        at = at.as_object_mut().unwrap().entry(step).or_insert_with(|| json!({}));
    }
    at[key] = value;
}

/// The same value in TOML, in one line.
fn toml(value: &Json) -> String {
    // TOML wants one character more to be escaped than JSON does.
    let quoted = |text: &str| Json::from(text).to_string().replace('\u{7f}', "\\u007f");
    match value {
        Json::String(text) => quoted(text),
        Json::Array(list) => format!("[{}]", list.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Json::Object(map) => {
            let bare = |key: &str| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
            let key = |key: &str| if bare(key) { key.to_owned() } else { quoted(key) };
            let pairs: Vec<String> = map.iter().map(|(name, value)| format!("{} = {}", key(name), toml(value))).collect();
            if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
        }
        value => value.to_string(),
    }
}

/// The findings of drafts as files, and as lines.
fn both_ways(place: &Place, records: &[Json]) -> [Vec<Json>; 2] {
    let folder = place.path().join("drafts");
    let mut files = vec!["check".to_owned()];
    let mut lines = String::new();
    for (number, record) in records.iter().enumerate() {
        let tables = record.as_object().unwrap().iter();
        let text: String = tables.map(|(key, value)| format!("{key} = {}\n", toml(value))).collect();
        std::fs::write(folder.join(format!("{number}.toml")), text).unwrap();
        files.push(format!("./{number}.toml"));
        lines += &format!("{record}\n");
    }
    files.extend(["--format", "json"].map(str::to_owned));
    let run = |args: &[&str], input: Option<&Path>| {
        let mut command = place.command(args);
        let input = input.map_or_else(Stdio::null, |path| std::fs::File::open(path).unwrap().into());
        command.current_dir(&folder).stdin(input).output().unwrap()
    };
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let files: Json = serde_json::from_slice(&run(&files, None).stdout).unwrap();
    let files: Vec<Json> = files["drafts"].as_array().unwrap().clone();
    let input = place.file("lines.jsonl", lines);
    let lines = run(&["check", "-", "--format", "json"], Some(&input)).stdout;
    let lines = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    // Several files are compared with each other, which lines are not.
    let alone = |finding: &&Json| {
        let rule = finding["rule"].as_str().and_then(beian::rules::find);
        rule.is_none_or(|rule| rule.topic != beian::rules::Topic::Drafts)
    };
    // Only what lies in a file has places in it.
    let bare = |finding: &Json| {
        let mut finding = finding.clone();
        if let Some(object) = finding.as_object_mut() {
            object.retain(|key, _| key != "line" && key != "column");
        }
        finding
    };
    let findings =
        |answer: &Json| answer["findings"].as_array().map_or(Json::Null, |all| all.iter().filter(alone).map(bare).collect());
    [files.iter().map(findings).collect(), lines.map(|line| findings(&serde_json::from_slice(line).unwrap())).collect()]
}

#[test]
fn a_line_is_judged_as_the_same_draft_in_a_file() {
    let place = Place::with_examples();
    let mut records: Vec<Json> = EXAMPLES.iter().map(|text| toml::from_str(text).unwrap()).collect();
    let mut runner = TestRunner::default();
    let changes = proptest::collection::vec((proptest::sample::select(FieldId::ALL), value()), 1..6);
    // Neighbours name the same scans, which are then looked at once.
    for number in 0..80 {
        let mut record = records[number / 40].clone();
        for (id, value) in changes.new_tree(&mut runner).unwrap().current() {
            put(&mut record, id.path(), value);
        }
        records.push(record);
    }
    let [files, lines] = both_ways(&place, &records);
    assert_eq!((files.len(), lines.len()), (records.len(), records.len()));
    for ((file, line), record) in files.iter().zip(&lines).zip(&records) {
        assert_eq!(file, line, "{record}");
        assert!(file.is_array(), "{record}");
    }
    assert!(lines[..2].iter().all(|findings| *findings == json!([])));
}
