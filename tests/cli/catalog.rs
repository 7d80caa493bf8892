//! `beian catalog`: lists that change.

use beian::catalog::renewal::{ListId, Row, answer, current};
use serde_json::{Value as Json, json};

use super::Place;

/// The platform's answer with a built-in list, changed.
fn answer_with(list: ListId, change: impl FnOnce(&mut Vec<Row>)) -> String {
    let mut rows = current::built_in_rows(list);
    change(&mut rows);
    answer::written(list, &rows).to_string()
}

fn row(id: u32, parent: u32, name: &str) -> Row {
    Row { id, parent, name: name.to_owned(), remark: String::new() }
}

/// The row about a list in `beian catalog`.
fn shown(place: &Place, list: &str) -> Json {
    let lists = place.json(&["catalog"]);
    lists.as_array().unwrap().iter().find(|shown| shown["list"] == list).unwrap().clone()
}

/// The rules that speak about a field of a draft.
fn rules_about(place: &Place, draft: &str, field: &str) -> Vec<String> {
    let findings = place.json(&["check", draft]);
    let about = findings.as_array().unwrap().iter().filter(|finding| finding["field"] == field);
    about.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_list_is_shown_with_rows_date_and_source() {
    let place = Place::new();
    let lists = place.json(&["catalog"]);
    let rows: Vec<(&str, u64)> =
        lists.as_array().unwrap().iter().map(|list| (list["list"].as_str().unwrap(), list["rows"].as_u64().unwrap())).collect();
    let known = [("natures", 18), ("certificates", 38), ("approvals", 13), ("service-contents", 192), ("districts", 3548)];
    assert_eq!(rows[..5], known);
    assert_eq!(rows[5..].iter().map(|list| list.0).collect::<Vec<_>>(), ["provinces", "keywords", "regions", "holidays"]);
    assert!(rows.iter().all(|list| list.1 > 0));
    assert!(lists.as_array().unwrap().iter().all(|list| list["date"] == "2026-11-23" && list["replaced"] == false));
    let text = place.ok(&["catalog"]);
    assert!(text.contains("主体性质") && text.contains("内置，query_icp_subject_types"), "{text}");
    assert!(place.ok(&["catalog", "--lang", "en"]).contains("built in, query_icp_subject_types"));
}

#[test]
fn a_renewed_list_is_the_one_in_use() {
    let place = Place::with_examples();
    place.file("natures.json", answer_with(ListId::Natures, |rows| rows.push(row(21, 0, "示例组织"))));
    place.file(
        "certificates.json",
        answer_with(ListId::Certificates, |rows| {
            rows.push(row(50, 21, "示例组织登记证书"));
            rows.iter_mut().filter(|row| row.id == 13).for_each(|row| row.name = "统一社会信用代码证".to_owned());
        }),
    );
    // The certificate's nature must be there first.
    let early = place.call(&["catalog", "update", "certificates.json"]);
    assert!(early.code == 2 && early.err.contains("编号 50 属于 21") && early.err.contains("先更新主体性质"), "{}", early.err);

    let told = place.ok(&["catalog", "update", "natures.json"]);
    assert!(told.contains("18 行 → 19 行") && told.contains("新增 1：") && told.contains("21 示例组织"), "{told}");
    let told = place.json(&["catalog", "update", "certificates.json"]);
    assert_eq!(told["added"], json!([{ "id": 50, "name": "示例组织登记证书" }]));
    assert_eq!(told["renamed"].as_array().unwrap().len(), 1);
    assert_eq!((&told["gone"], &told["moved"]), (&json!([]), &json!([])));
    let natures = shown(&place, "natures");
    assert_eq!((&natures["rows"], &natures["date"]), (&json!(19), &json!("2026-11-23")));
    assert_eq!((&natures["source"], &natures["replaced"]), (&json!("natures.json"), &json!(true)));

    // Commands choose from it and rules judge by it.
    assert_eq!(rules_about(&place, "example-company", "subject.nature"), [""; 0]);
    place.ok(&["set", "example-company", "subject.nature=示例组织", "subject.certificate.kind=50"]);
    assert_eq!(rules_about(&place, "example-company", "subject.nature"), [""; 0]);
    assert_eq!(rules_about(&place, "example-company", "subject.certificate.kind"), [""; 0]);

    assert!(place.ok(&["catalog", "reset", "natures"]).contains("已恢复内置的「主体性质」"));
    // Certificates of a nature that is gone again cannot be used either.
    let left = place.call(&["catalog", "--format", "json"]);
    assert!(left.err.contains("beian catalog reset certificates") && left.err.lines().count() == 1, "{}", left.err);
    place.ok(&["catalog", "reset"]);
    assert_eq!(rules_about(&place, "example-company", "subject.nature"), ["choice-not-in-list"]);
    assert!(place.ok(&["catalog", "reset"]).contains("本来就是内置的"));
}

#[test]
fn renewed_districts_are_found_and_exported() {
    let place = Place::with_examples();
    let answer = answer_with(ListId::Districts, |rows| {
        let at = rows.iter().position(|row| row.id == 440_305).unwrap();
        rows.insert(at + 1, row(440_399, 440_300, "示例新区"));
        rows[at].name = "南山新城区".to_owned();
    });
    let told = Place::from_output(place.fed(&["catalog", "update", "-", "--format", "json"], answer.as_bytes()));
    assert_eq!(told["added"], json!([{ "id": 440399, "name": "示例新区" }]));
    assert_eq!(told["renamed"], json!([{ "id": 440305, "from": "南山区", "to": "南山新城区" }]));
    place.ok(&["set", "example-individual", "subject.region=440399"]);
    assert!(!rules_about(&place, "example-individual", "subject.region").contains(&"choice-not-in-list".to_owned()));
    assert_eq!(shown(&place, "districts")["rows"], 3549);

    place.ok(&["export", "example-company", "-o", "p.zip"]);
    let mut archive = zip::ZipArchive::new(std::fs::File::open(place.path().join("p.zip")).unwrap()).unwrap();
    let manifest: Json = serde_json::from_reader(archive.by_name("manifest.json").unwrap()).unwrap();
    assert_eq!(manifest["lists"], json!([{ "list": "districts", "retrieved": "2026-11-23" }]));
}

#[test]
fn what_cannot_be_trusted_is_refused_with_the_reason() {
    let place = Place::new();
    let natures = |change: fn(&mut Vec<Row>)| answer_with(ListId::Natures, change).into_bytes();
    let edited = |list, from: &str, to: &str| {
        let answer = answer_with(list, |_| {});
        assert!(answer.contains(from), "{from}");
        answer.replacen(from, to, 1).into_bytes()
    };
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", Vec::new(), "不是 JSON"),
        ("prose", b"<html>".to_vec(), "不是 JSON（第 1 行第 1 列）"),
        ("cut off", natures(|_| {})[..300].to_vec(), "不是 JSON"),
        ("not UTF-8", b"{\"items\":[{\"type\":1,\"name\":\"\xff\"}]}".to_vec(), "不是 UTF-8"),
        ("too large", vec![b' '; (10 << 20) + 1], "超过 10 MB"),
        ("nested", "[".repeat(100_000).into_bytes(), "不是 JSON"),
        ("error", br#"{"errcode":40001,"errmsg":"invalid credential"}"#.to_vec(), "平台返回了错误 40001：invalid credential"),
        ("no items", br#"{"errcode":0,"errmsg":"ok"}"#.to_vec(), "没有 items"),
        ("no rows", br#"{"errcode":0,"items":[]}"#.to_vec(), "没有 items"),
        ("rows of numbers", br#"{"items":[1,2]}"#.to_vec(), "不像五个列表"),
        ("another list", br#"{"items":[{"id":1,"title":"x"}]}"#.to_vec(), "不像五个列表"),
        ("half gone", natures(|rows| rows.truncate(9)), "18 行少了 9 行"),
        ("twice", natures(|rows| rows.push(rows[0].clone())), "编号 1 出现了两次"),
        ("no individual", natures(|rows| rows.retain(|row| row.id != 5)), "缺少编号 5（个人）"),
        ("meaning", natures(|rows| rows[3].name = "工厂".into()), "编号 4 原是「企业」，这里成了「工厂」"),
        ("control", natures(|rows| rows[0].name.push('\u{1b}')), "编号 1 的名称"),
        ("key", edited(ListId::Natures, "\"type\":2,", "\"typ\":2,"), "第 2 行的 type"),
        ("kind", edited(ListId::Certificates, "\"subject_type\":5", "\"subject_type\":true"), "第 2 行的 subject_type"),
        ("resident ID", answer_with(ListId::Certificates, |rows| rows[1].name = "驾驶证".into()).into_bytes(), "「居民身份证」"),
        ("none", answer_with(ListId::Approvals, |rows| rows.retain(|row| row.id != 24)).into_bytes(), "缺少编号 24"),
        ("parent", answer_with(ListId::ServiceContents, |rows| rows.last_mut().unwrap().parent = 9999).into_bytes(), "属于 9999"),
        (
            "childless",
            answer_with(ListId::Districts, |rows| rows.retain(|row| row.parent != 440_300)).into_bytes(),
            "编号 440300 下面没有可选的项",
        ),
        ("branch", edited(ListId::Districts, "\"code\":440305", "\"code\":450305"), "编号 450305 属于 440300"),
        ("code", edited(ListId::Districts, "\"code\":440305", "\"code\":44"), "的 code"),
    ];
    for (name, bytes, fragment) in cases {
        place.file("answer.json", bytes);
        let called = place.call(&["catalog", "update", "answer.json"]);
        assert_eq!(called.code, 2, "{name}: {}{}", called.out, called.err);
        assert!(called.err.contains(fragment) && called.err.contains("answer.json"), "{name}: {}", called.err);
        assert!(called.out.is_empty(), "{name}: {}", called.out);
    }
    assert_eq!(place.json(&["catalog", "reset"]), json!({ "reset": [] }));
}

#[test]
fn wrong_use_is_told() {
    let place = Place::new();
    for (args, fragment) in [
        (&["catalog", "update"][..], "beian catalog update FILE"),
        (&["catalog", "update", "gone.json"], "不存在"),
        (&["catalog", "update", "."], "不是普通文件"),
        (&["catalog", "update", "/dev/zero"], "不是普通文件"),
        (&["catalog", "reset", "nature"], "natures"),
        (&["catalog", "reset", "xyz"], "service-contents"),
        (&["catalog", "renew"], "update"),
    ] {
        let called = place.call(args);
        assert!(called.code == 2 && called.err.contains(fragment), "{args:?} {}: {}", called.code, called.err);
    }
}

#[test]
fn a_damaged_list_is_told_in_one_line_and_the_built_in_one_used() {
    let place = Place::with_examples();
    place.file("natures.json", answer_with(ListId::Natures, |rows| rows.push(row(21, 0, "示例组织"))));
    place.ok(&["catalog", "update", "natures.json", "--lists-dir", "kept"]);
    let file = place.path().join("kept/natures.json");
    let good = std::fs::read_to_string(&file).unwrap();
    for spoilt in [&good[..200], "", "{}"] {
        std::fs::write(&file, spoilt).unwrap();
        let called = place.call(&["catalog", "--lists-dir", "kept", "--format", "json"]);
        let lists: Json = serde_json::from_str(&called.out).unwrap();
        assert_eq!((called.code, &lists[0]["rows"]), (0, &json!(18)));
        assert_eq!(called.err.lines().count(), 1, "{}", called.err);
        assert!(called.err.contains("更新的「主体性质」不能用") && called.err.contains("reset natures"), "{}", called.err);
    }
    let reset = place.call(&["catalog", "reset", "natures", "--lists-dir", "kept"]);
    assert_eq!((reset.code, reset.err.as_str()), (0, ""));
    assert!(!file.exists());
}

#[test]
fn an_answer_in_the_words_of_the_documentation_is_understood() {
    // As the platform writes it: with line breaks in remarks, numbers as text from some libraries, a mark at the start.
    let place = Place::new();
    let mut answer: Json = serde_json::from_str(&answer_with(ListId::Approvals, |_| {})).unwrap();
    answer["errmsg"] = "ok".into();
    for item in answer["items"].as_array_mut().unwrap() {
        item["type"] = item["type"].to_string().into();
        item["remark"] = "一行\n又一行".into();
    }
    place.file("answer.json", format!("\u{FEFF}{answer:#}\n"));
    assert!(place.ok(&["catalog", "update", "answer.json"]).contains("与现在用的一样"));
}
