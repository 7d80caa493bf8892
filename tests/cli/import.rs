//! `beian import`: a table of many filings becomes drafts, and every mistake in it has its cell.

use std::fmt::Write;

use serde_json::Value as Json;

use super::Place;

const HEADINGS: &str = "小程序名称,AppID,主体性质,subject.name,subject.region,subject.certificate.number,subject.certificate.valid_until,subject.certificate.photo,responsible_person.mobile,mini_program.service_contents\n";

/// A row without mistakes: cells by their columns A to J.
fn row(number: usize) -> Vec<String> {
    let mobile = format!("1301234{:04}", number % 10_000);
    let cells = [
        &format!("虚构小店{number}"),
        &format!("wx{number:016x}"),
        "企业",
        &format!("虚构第{number}公司"),
        "江苏省苏州市姑苏区",
        "",
        "2036-05-20",
        "*licence.jpg",
        &mobile,
        "\"3,4\"",
    ];
    cells.map(str::to_owned).to_vec()
}

fn table(rows: &[Vec<String>]) -> String {
    let mut text = HEADINGS.to_owned();
    for row in rows {
        writeln!(text, "{}", row.join(",")).unwrap();
    }
    text
}

#[test]
fn what_a_part_of_a_name_was_taken_for_is_told_once() {
    let place = place_with_scan();
    let mut rows = vec![row(1), row(2), row(3)];
    rows[0][4] = "苏州姑苏".to_owned();
    rows[1][4] = "苏州姑苏".to_owned();
    std::fs::write(place.path().join("t.csv"), table(&rows)).unwrap();
    let said = place.ok(&["import", "t.csv", "--dry-run", "--lang", "en"]);
    assert_eq!(said.matches("was taken as").count(), 1, "{said}");
    let sentence = "\"苏州姑苏\" was taken as 320508: 江苏省苏州市姑苏区 (Jiangsu Suzhou Gusu)";
    assert!(said.lines().any(|line| line.starts_with("E2  ") && line.ends_with(sentence)), "{said}");
}

fn place_with_scan() -> Place {
    let place = Place::with_examples();
    let scan = place.path().join("drafts/scans/business-licence.jpg");
    std::fs::copy(scan, place.path().join("a-licence.jpg")).unwrap();
    place
}

#[test]
fn five_hundred_rows_with_twenty_mistakes_name_each_cell() {
    let place = place_with_scan();
    let mut rows: Vec<Vec<String>> = (0..500).map(row).collect();
    // Row of the table (the heading is row 1), column, what stands there.
    let planted: [(usize, char, &str); 20] = [
        (2, 'C', "Enterprize"),
        (13, 'E', "火星市"),
        (24, 'G', "2020-02-30"),
        (35, 'H', "none.jpg"),
        (46, 'J', "没有这个"),
        (57, 'F', "9.13205E+17"),
        (68, 'C', "99"),
        (79, 'E', "999999"),
        (90, 'G', "去年"),
        (101, 'H', "*.gif"),
        (112, 'J', "\"3,999\""),
        (123, 'I', "1.30123E+10"),
        (134, 'C', "社团"),
        (145, 'E', "朝阳区"),
        (156, 'G', "2020/13/01"),
        (167, 'H', "scans/x.jpg"),
        (178, 'J', "99999"),
        (189, 'E', "320500"),
        (200, 'C', "?"),
        (501, 'G', "20200"),
    ];
    for (number, column, text) in planted {
        rows[number - 2][column as usize - 'A' as usize] = text.to_owned();
    }
    // A date as a spreadsheet counts it is no mistake: 20200 is 1955-04-21, so that one is made a word.
    rows[499][6] = "someday".to_owned();
    place.file("clients.csv", table(&rows));
    let called = place.call(&["import", "clients.csv"]);
    assert_eq!(called.code, 1, "{}{}", called.out, called.err);
    let named: Vec<&str> = called.out.lines().map(|line| line.split(' ').next().unwrap()).take(20).collect();
    let expected: Vec<String> = planted.iter().map(|(row, column, _)| format!("{column}{row}")).collect();
    let missed: Vec<&String> = expected.iter().filter(|cell| !named.contains(&cell.as_str())).collect();
    assert!(missed.is_empty(), "{missed:?}\n{}", called.out.lines().take(25).collect::<Vec<_>>().join("\n"));
    let json = place.json(&["import", "clients.csv"]);
    // A city where a district is asked for (E189) is a value, which a rule finds wrong.
    let mistakes = json["mistakes"].as_array().unwrap();
    assert_eq!(mistakes.len(), 20, "{}", json["mistakes"]);
    assert_eq!(mistakes.iter().filter(|mistake| mistake["rule"].is_string()).count(), 1, "{}", json["mistakes"]);
    // Nothing half made: only the examples are there.
    assert_eq!(place.json(&["list", "--no-files"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_second_import_updates_the_same_drafts() {
    let place = place_with_scan();
    let mut rows: Vec<Vec<String>> = (0..3).map(row).collect();
    place.file("clients.csv", table(&rows));
    let dry = place.json(&["import", "clients.csv", "--dry-run"]);
    assert_eq!(dry["rows"][0]["action"], "created");
    assert_eq!(place.json(&["list", "--no-files"]).as_array().unwrap().len(), 2, "a dry run writes nothing");
    place.ok(&["import", "clients.csv"]);
    let draft = place.json(&["get", "虚构小店1", "subject.certificate.photo"]);
    assert_eq!(draft["value"], "../a-licence.jpg");
    assert_eq!(place.ok(&["get", "虚构小店1", "subject.region"]), "320508\n");

    rows[1][8] = "13123456789".to_owned();
    rows[2][8] = String::new();
    place.file("clients.csv", table(&rows));
    let again = place.json(&["import", "clients.csv"]);
    let actions: Vec<&Json> = again["rows"].as_array().unwrap().iter().map(|row| &row["action"]).collect();
    assert_eq!(actions, ["unchanged", "updated", "unchanged"]);
    assert_eq!(again["rows"][1]["found_by"], "app_id");
    assert_eq!(place.ok(&["get", "虚构小店1", "responsible_person.mobile"]), "13123456789\n");
    assert_eq!(
        place.ok(&["get", "虚构小店2", "responsible_person.mobile"]),
        "13012340002\n",
        "an empty cell leaves what is there"
    );
    assert_eq!(place.json(&["list", "--no-files"]).as_array().unwrap().len(), 5);
}

#[test]
fn two_rows_for_one_draft_and_faulty_rows_are_left_out_when_that_is_asked_for() {
    let place = place_with_scan();
    let mut rows: Vec<Vec<String>> = (0..4).map(row).collect();
    rows[2] = rows[0].clone();
    rows[3][4] = "火星".to_owned();
    place.file("clients.csv", table(&rows));
    let json = place.json(&["import", "clients.csv", "--partial"]);
    let actions: Vec<&Json> = json["rows"].as_array().unwrap().iter().map(|row| &row["action"]).collect();
    assert_eq!(actions, ["created", "created", "none", "none"]);
    let places: Vec<(&Json, &Json)> =
        json["mistakes"].as_array().unwrap().iter().map(|mistake| (&mistake["row"], &mistake["cell"])).collect();
    assert_eq!(places, [(&4.into(), &"B4".into()), (&5.into(), &"E5".into())]);
}

#[test]
fn the_template_can_be_imported() {
    let place = Place::new();
    for lang in ["zh-CN", "en"] {
        let template = place.ok(&["import", "--template", "--lang", lang]);
        assert!(template.starts_with('\u{feff}'));
        place.file("t.csv", format!("{template}my-draft\n"));
        let json = place.json(&["import", "t.csv", "--dry-run"]);
        assert_eq!((&json["mistakes"], &json["rows"][0]["action"]), (&Json::Array(Vec::new()), &"created".into()), "{lang}");
    }
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    let place = Place::new();
    for (name, bytes, fragment) in
        [("empty.csv", &b""[..], "空"), ("zip.xlsx", b"PK\x03\x04nothing", "损坏"), ("bad.csv", b"a\n\x81\xff\xff", "编码")]
    {
        place.file(name, bytes);
        let called = place.call(&["import", name]);
        assert!(called.code == 2 && called.err.contains(fragment), "{name}: {}{}", called.out, called.err);
    }
    place.file("columns.csv", "AppID,subject.nam,手机号码\nwx1,a,b\n");
    let called = place.call(&["import", "columns.csv"]);
    assert!(called.code == 1 && called.out.contains("B1  ") && called.out.contains("C1  "), "{}", called.out);
}

#[test]
fn all_that_is_wrong_with_a_table_is_said_at_once_row_by_row() {
    let place = Place::new();
    let rows =
        "小店一,企业,1381234,2036-05-20\n小店二,企业,1381234,someday\n小店三,企业,13012340003,去年\n小店一,企业,13012340004,\n";
    let headings = "小程序名称,主体性质,responsible_person.mobile,subject.certificate.valid_until\n";
    place.file("t.csv", format!("{headings}{rows}"));
    let places = |out: &str| -> Vec<String> {
        let cells = out.lines().filter_map(|line| line.split_once("  ").map(|(place, _)| place.to_owned()));
        cells.filter(|place| !place.starts_with('第')).collect()
    };
    let called = place.call(&["import", "t.csv"]);
    assert_eq!(places(&called.out), ["C2", "C3", "D3", "D4", "A5"], "{}", called.out);
    assert_eq!(called.out.matches("在第 2 行已有一份").count(), 1, "{}", called.out);
    // What is missing is no mistake of the table, and not passed over.
    let called = place.call(&["import", "t.csv", "--partial", "--force"]);
    assert!(called.out.contains("填写的内容有问题 2 处") && called.out.contains("处错误，多是表格里没有"), "{}", called.out);
    // The draft of row 2 is there by now: that it has two rows is said once all the same.
    let called = place.call(&["import", "t.csv", "--dry-run", "--lang", "en"]);
    assert_eq!(called.out.matches("stands in row 2 already").count(), 1, "{}", called.out);
    assert!(called.out.contains("0 would be created"), "{}", called.out);

    place.file("t.csv", format!("{}{rows}", headings.replace("小程序名称", "小程序名子")));
    let called = place.call(&["import", "t.csv"]);
    assert_eq!(places(&called.out), ["A1", "C2", "C3", "D3", "D4"], "{}", called.out);
    assert!(called.out.contains("是不是：小程序 · 小程序名称") && called.out.contains("一份草稿也没有写入"), "{}", called.out);
}

#[test]
fn a_value_that_set_refuses_is_refused_in_a_table_too() {
    let place = Place::new();
    let headings = "小程序名称,主体性质,responsible_person.mobile,owner.mobile,responsible_person.certificate.number\n";
    let import = |rows: &str, more: &[&str]| {
        place.file("t.csv", format!("{headings}{rows}"));
        place.json(&[&["import", "t.csv"], more].concat())
    };
    let told = |json: &Json| -> Vec<String> {
        json["mistakes"].as_array().unwrap().iter().map(|one| one["cell"].as_str().unwrap_or("-").to_owned()).collect()
    };
    // The number that no document has and the phones are named beside a nature that is none.
    let rows = "小店一,Enterprize,1381234,123,1\n小店二,企业,13012340003,13012340003,E12345678\n";
    let json = import(rows, &[]);
    assert_eq!(told(&json), ["B2", "C2", "D2", "E2"], "{json}");
    assert_eq!(json["mistakes"][1]["rule"], "mobile-invalid");
    assert_eq!(json["rows"][1]["action"], "none", "nothing half made");
    let json = import(&rows.replace("Enterprize", "企业"), &["--force"]);
    assert_eq!((told(&json), &json["rows"][0]["action"]), (vec![], &"created".into()), "{json}");
    // What stands in a draft already is no mistake of the table.
    let json = import("小店一,企业,1381234,123,1\n", &[]);
    assert_eq!((told(&json), &json["rows"][0]["action"]), (vec![], &"unchanged".into()), "{json}");
}

#[test]
fn what_cannot_be_judged_yet_is_told_row_by_row() {
    let place = Place::new();
    let kind = "responsible_person.certificate.kind";
    let number = "responsible_person.certificate.number";
    let waits = serde_json::json!([{ "field": number, "waits_for": kind }]);
    for (row, more, expected) in [
        ("甲,企业,E12345678,", &["--dry-run"][..], waits.clone()),
        ("甲,企业,E12345678,", &["--dry-run", "--force"], waits),
        ("甲,企业,E12345678,7", &["--dry-run"], serde_json::json!([])),
        // The cell is wrong, not missing.
        ("甲,企业,E12345678,x", &["--dry-run"], serde_json::json!([])),
        // No document has such a number.
        ("甲,企业,1,", &["--dry-run"], serde_json::json!([])),
    ] {
        place.file("t.csv", format!("小程序名称,主体性质,{number},{kind}\n{row}\n"));
        let json = place.json(&[&["import", "t.csv"], more].concat());
        assert_eq!(json["rows"][0]["waiting"], expected, "{row} {more:?}: {json}");
        let is_told = expected != serde_json::json!([]);
        for (lang, said) in [("zh-CN", "才能检查"), ("en", "cannot be checked until")] {
            let called = place.call(&[&["import", "t.csv", "--lang", lang], more].concat());
            assert_eq!(called.out.contains(said) && called.out.contains(kind), is_told, "{row}: {}", called.out);
        }
    }
}

/// What a certificate is hangs on the entity type: beside one that is wrong or missing it is not called wrong itself.
#[test]
fn a_wrong_entity_type_makes_no_certificate_wrong() {
    let place = Place::new();
    let kind = "Business licence (individual or enterprise)";
    for (nature, mistakes) in [("Enterprise", 0), ("Enterprize", 1), ("", 0)] {
        let table = format!("AppID,Entity type,Certificate type\nwx0123456789abcdef,{nature},{kind}\n");
        let table = place.file("k.csv", table);
        let json = place.json(&["import", table.to_str().unwrap(), "--dry-run"]);
        let wrong: Vec<&str> = json["mistakes"].as_array().unwrap().iter().filter_map(|one| one["field"].as_str()).collect();
        assert_eq!(wrong, &["subject.nature"][..mistakes], "{nature}: {json}");
    }
}

/// Whoever imports a table has named its scans, into whatever folder the drafts go.
#[test]
fn scans_of_a_table_are_read_in_another_folder_too() {
    let place = place_with_scan();
    std::fs::write(place.path().join("t.csv"), table(&[row(1)])).unwrap();
    place.ok(&["import", "t.csv", "--drafts-dir", "elsewhere"]);
    let found = place.call(&["check", "elsewhere"]);
    assert!(!found.out.contains("没有读取") && found.out.contains("虚构小店1"), "{}", found.out);
}

/// Two ways to write one file are one draft.
#[test]
fn a_file_written_in_two_ways_is_two_rows_for_one_draft() {
    let place = Place::with_examples();
    place.file("t.csv", "file,小程序名称\na.toml,甲店\n./a.toml,乙店\na,丙店\n");
    let called = place.call(&["import", "t.csv"]);
    assert_eq!(called.code, 1, "{}", called.out);
    for cell in ["A3", "A4"] {
        assert!(called.out.lines().any(|line| line.starts_with(cell) && line.contains("第 2 行")), "{cell}: {}", called.out);
    }
}
