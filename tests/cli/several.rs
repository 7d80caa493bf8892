//! Commands that take several drafts, and those that copy, rename and collect.

use std::fs;

use super::Place;

#[test]
fn several_drafts_are_answered_as_each_alone() {
    let place = Place::with_examples();
    let both = ["example-company", "example-individual"];
    for command in [&["status"][..], &["materials"], &["show"]] {
        let alone = place.json(&[command, &both[..1]].concat());
        let json = place.json(&[command, &both].concat());
        assert_eq!((&json["version"], &json["totals"]["drafts"]), (&1.into(), &2.into()), "{command:?}");
        for (key, value) in alone.as_object().unwrap() {
            assert_eq!(&json["drafts"][0][key], value, "{command:?} {key}");
        }
        let folder = place.json(&[command, &["drafts"]].concat());
        assert_eq!(folder["totals"]["drafts"], 2, "{command:?}");
        let text = place.call(&[command, &["drafts"]].concat());
        assert_eq!(text.code, 0, "{}", text.err);
    }
}

#[test]
fn one_that_cannot_be_read_keeps_no_other_from_being_done() {
    let place = Place::with_examples();
    place.file("broken.toml", "format = ");
    let called = place.call(&["export", "example-company", "./broken.toml", "example-individual"]);
    assert_eq!(called.code, 2, "{}", called.err);
    let made: Vec<&str> = called.out.lines().filter(|line| line.ends_with(".zip")).collect();
    assert_eq!(made.len(), 2, "{}", called.out);
    assert!(made.iter().all(|path| fs::metadata(path).is_ok()) && called.err.contains("broken.toml"), "{}", called.err);
    // What is found wrong with one that is refused stands under its name.
    place.ok(&["set", "example-individual", "--force", "responsible_person.mobile=123"]);
    let called = place.call(&["export", "example-company", "example-individual", "-o", ".", "--replace"]);
    let lines: Vec<&str> = called.out.lines().collect();
    let named = lines.iter().position(|line| *line == "example-individual：").unwrap();
    let found = lines.iter().position(|line| line.contains("mobile-invalid")).unwrap();
    assert!(lines[0].ends_with(".zip") && named < found, "{}", called.out);
    assert!(called.err.contains("example-individual：错误："), "{}", called.err);
    let json = place.json(&["export", "example-company", "./broken.toml"]);
    assert!(json["drafts"][0]["package"].is_string() && json["drafts"][1]["error"]["message"].is_string(), "{json}");
    assert_eq!(place.call(&["export", "drafts", "-o", "one.zip"]).code, 2, "two packages are no one file");
}

#[test]
fn values_and_events_go_into_several_drafts() {
    let place = Place::with_examples();
    place.ok(&["new", "--name", "甲"]);
    place.ok(&["new", "--name", "乙"]);
    let called = place.call(&["set", "甲", "乙", "responsible_person.mobile=13012340003", "--quiet"]);
    assert_eq!(called.code, 0, "{}", called.err);
    for draft in ["甲", "乙"] {
        assert_eq!(place.ok(&["get", draft, "responsible_person.mobile"]), "13012340003\n");
    }
    assert_eq!(place.call(&["set", "甲", "丙", "responsible_person.mobile=1"]).code, 2, "a word that is no draft is no value");
    let called = place.call(&["status", "example-company", "example-individual", "submitted", "--at", "2026-11-20"]);
    assert_eq!(called.code, 0, "{}", called.err);
    for draft in ["example-company", "example-individual"] {
        assert_eq!(place.json(&["status", draft])["stage"], "platform-review");
    }
    assert_eq!(place.call(&["status", "example-company", "submited"]).code, 2);
    assert_eq!(place.call(&["status", "example-company", "example-individual", "--note", "x"]).code, 2);
}

#[test]
fn a_value_that_does_not_fit_is_refused_unless_it_is_forced() {
    let place = Place::new();
    place.ok(&["new", "--name", "甲"]);
    let before = fs::read(place.draft("甲")).unwrap();
    let called = place.call(&["set", "甲", "subject.nature=Enterprize", "responsible_person.mobile=1", "subject.region=火星"]);
    assert_eq!(called.code, 2, "{}", called.out);
    assert!(
        called.err.contains("Enterprize") && called.err.contains("火星") && !called.err.contains("--force"),
        "{}",
        called.err
    );
    assert_eq!(fs::read(place.draft("甲")).unwrap(), before, "nothing is written");
    // Nor is anything where a value is what its field takes, and wrong.
    for (lang, said) in
        [("zh-CN", ["主体负责人 · 手机号码", "11 位", "什么都没有写入"]), ("en", ["mobile", "11 digits", "Nothing was stored"])]
    {
        let values = ["responsible_person.mobile=1381234", "mini_program.remark=记账小工具", "owner.name=测试丙"];
        let called = place.call(&[&["set", "甲", "--lang", lang][..], &values].concat());
        assert_eq!(called.code, 2, "{}", called.out);
        for fragment in said.iter().chain(&["responsible_person.mobile", "mini_program.remark", "--force"]) {
            assert!(called.err.contains(fragment), "{fragment}: {}", called.err);
        }
        assert!(!called.err.contains("owner.name"), "{}", called.err);
        assert_eq!(fs::read(place.draft("甲")).unwrap(), before, "nothing is written");
    }
    place.call(&["set", "甲", "subject.nature=Enterprize", "--force"]);
    assert_eq!(place.ok(&["get", "甲", "subject.nature"]), "Enterprize\n");

    let json = r#"{"subject": {"nature": "企业", "region": "江苏省苏州市姑苏区"}, "mini_program.name": "虚构小店", "mini_program.service_contents": [3], "published": true}"#;
    let called = place.fed(&["set", "甲", "-"], json.as_bytes());
    assert_eq!(called.code, 0, "{}", called.err);
    place.file("values.json", place.json(&["get", "甲"]).to_string());
    place.ok(&["new", "--name", "乙"]);
    assert_eq!(place.call(&["set", "乙", "--json", "values.json"]).code, 0);
    assert_eq!(place.ok(&["get", "乙"]), place.ok(&["get", "甲"]), "what get prints set takes");
    let called = place.fed(&["set", "甲", "--json", "-"], b"{\n \"subject\": }");
    assert!(called.code == 2 && called.err.contains("第 2 行"), "{}", called.err);
    let called = place.fed(&["set", "甲", "-"], br#"{"subject": {"nam": "x"}}"#);
    assert!(called.code == 2 && called.err.contains("subject.nam"), "{}", called.err);
}

#[test]
fn drafts_are_copied_and_renamed() {
    let place = Place::with_examples();
    let copy = place.ok(&["copy", "example-company", "--name", "第二个小程序"]);
    assert!(copy.trim_end().ends_with("第二个小程序.toml"), "{copy}");
    assert_eq!(place.ok(&["get", "第二个小程序", "mini_program.name"]), "第二个小程序\n");
    assert_eq!(place.ok(&["get", "第二个小程序", "mini_program.app_id"]), "\n", "the AppID belongs to the other");
    assert_eq!(place.ok(&["get", "第二个小程序", "subject.name"]), place.ok(&["get", "example-company", "subject.name"]));
    assert_eq!(place.call(&["copy", "example-company", "第二个小程序"]).code, 2, "what is there stays");

    // A number in a name is that of a copy only where there is the draft it is a copy of.
    fs::copy(place.draft("example-individual"), place.draft("client-10")).unwrap();
    for (from, copy) in
        [("client-10", "client-10-2.toml"), ("client-10-2", "client-10-3.toml"), ("client-10", "client-10-4.toml")]
    {
        let made = place.call(&["copy", from, "--for", "another-entity"]).out;
        assert!(made.trim_end().ends_with(copy), "{from}: {made}");
    }

    let before = fs::read(place.draft("example-individual")).unwrap();
    place.ok(&["rename", "example-individual", "个人"]);
    assert!(!place.draft("example-individual").exists());
    assert_eq!(fs::read(place.draft("个人")).unwrap(), before, "the same bytes under another name");
    place.ok(&["rename", "个人"]);
    assert_eq!(place.call(&["rename", "example-company", "第二个小程序"]).code, 2);
    assert!(place.draft("example-company").exists());
    // In another folder its scans are still found.
    fs::create_dir(place.path().join("archive")).unwrap();
    assert_eq!(place.call(&["rename", "example-company", "archive/"]).code, 0);
    let found = place.json(&[
        "check",
        "archive/example-company.toml",
        "--allow-outside",
        "--select",
        "needed-material-missing,file-missing",
    ]);
    assert_eq!(found.as_array().map(Vec::len), Some(0), "{found}");
}

#[test]
fn scans_are_collected_beside_their_draft() {
    let place = Place::with_examples();
    let client = place.path().join("client");
    fs::create_dir(&client).unwrap();
    let scan = fs::read(place.path().join("drafts/scans/business-licence.jpg")).unwrap();
    fs::write(client.join("x.jpg"), &scan).unwrap();
    place.call(&["set", "example-company", "subject.certificate.photo=client/x.jpg"]);
    assert_eq!(place.ok(&["get", "example-company", "subject.certificate.photo"]), "../client/x.jpg\n");
    let dry = place.json(&["collect", "example-company", "--dry-run"]);
    assert!(dry["files"].as_array().unwrap().iter().any(|file| file["action"] == "copied"), "{dry}");
    assert!(!place.path().join("drafts/example-company-scans").exists());
    place.ok(&["collect", "example-company"]);
    assert_eq!(place.ok(&["get", "example-company", "subject.certificate.photo"]), "example-company-scans/x.jpg\n");
    assert_eq!(fs::read(place.path().join("drafts/example-company-scans/x.jpg")).unwrap(), scan);
    assert_eq!(fs::read(client.join("x.jpg")).unwrap(), scan);
    fs::remove_file(place.path().join("drafts/example-company-scans/x.jpg")).unwrap();
    let called = place.call(&["collect", "example-company", "example-individual"]);
    assert_eq!(called.code, 1, "one that is gone is named: {}", called.out);
}

#[test]
fn in_a_pipe_nothing_is_cut() {
    let place = Place::new();
    let long = "一个名称特别特别长的小程序用来看列表会不会截断它的名称";
    place.ok(&["new", "--name", long]);
    place.call(&["set", long, "subject.region=320508"]);
    let list = place.ok(&["list"]);
    assert!(list.contains(long) && list.contains("江苏省苏州市姑苏区") && !list.contains(".."), "{list}");
}

/// Ctrl+C as a terminal sends it, after the first package was told: what is done is whole, and the rest was not begun.
#[cfg(unix)]
#[test]
fn an_interrupt_keeps_what_is_done() {
    use std::io::{BufRead, BufReader, Read};
    use std::process::Stdio;

    const DRAFTS: usize = 40;
    let place = Place::with_examples();
    place.ok(&["delete", "example-individual"]);
    let text = fs::read_to_string(place.draft("example-company")).unwrap();
    for number in 1..DRAFTS {
        let app_id = format!("wx{number:016x}");
        fs::write(place.draft(&format!("n{number:02}")), text.replace("wx7f6e5d4c3b2a1908", &app_id)).unwrap();
    }
    let out = place.path().join("out");
    fs::create_dir(&out).unwrap();
    let mut child = place
        .command(&["export", "drafts", "-o", "out", "--lang", "en"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    told.read_line(&mut first).unwrap();
    let pid = rustix::process::Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let (mut rest, mut said) = (String::new(), String::new());
    told.read_to_string(&mut rest).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(3), "{said}");
    let all = format!("{first}{rest}");
    let packages: Vec<&str> = all.lines().filter(|line| line.ends_with(".zip")).collect();
    assert!(!packages.is_empty() && packages.len() < DRAFTS, "{}: {said}", packages.len());
    assert!(said.contains(&format!("Interrupted: {} of {DRAFTS} done", packages.len())), "{said}");
    for package in &packages {
        let bytes = fs::read(package).unwrap();
        assert!(bytes.starts_with(b"PK") && bytes.windows(4).any(|end| end == b"PK\x05\x06"), "{package} is whole");
    }
    assert_eq!(fs::read_dir(&out).unwrap().count(), packages.len(), "nothing half made is left");
}

#[test]
fn an_empty_folder_is_answered_with_an_empty_document_of_every_format() {
    let place = Place::new();
    fs::create_dir(place.path().join("none")).unwrap();
    let asked = |format: &str| place.call(&["check", "none", "--format", format, "--lang", "en"]);
    for format in ["json", "report", "sarif", "github", "text"] {
        let said = asked(format);
        assert_eq!(said.code, 2, "{format}: {}", said.err);
        assert!(said.err.contains("No drafts in this folder"), "{format}: {}", said.err);
        let document = || -> serde_json::Value { serde_json::from_str(&said.out).unwrap() };
        match format {
            "json" | "report" => {
                assert_eq!(document()["drafts"], serde_json::json!([]), "{format}");
                assert_eq!(document()["totals"]["drafts"], 0, "{format}");
            }
            "sarif" => {
                assert_eq!(document()["version"], "2.1.0");
                assert_eq!(document()["runs"][0]["results"], serde_json::json!([]));
            }
            _ => assert_eq!(said.out, "", "{format}"),
        }
    }
}

#[test]
fn neither_a_path_nor_a_title_is_cut_where_no_person_reads() {
    let place = Place::with_examples();
    let folder = "a-folder-of-a-long-name/".repeat(4);
    fs::create_dir_all(place.path().join(&folder)).unwrap();
    let path = format!("{folder}draft.toml");
    fs::copy(place.draft("example-company"), place.path().join(&path)).unwrap();
    let scan = format!("{folder}no-such-scan-of-a-licence.jpg");
    let title = "很长的名称".repeat(20);
    place.call(&["set", &path, &format!("subject.certificate.photo={scan}"), &format!("mini_program.name={title}"), "--force"]);
    for lang in ["zh", "en"] {
        let said = place.call(&["check", &path, "--lang", lang]).out;
        assert!(said.contains(&path) && said.contains(&title) && said.contains(&scan), "{said}");
    }
}

#[test]
fn a_copy_of_what_is_filed_refers_to_the_record() {
    let place = Place::with_examples();
    let story = ["submitted", "platform-passed", "sms-received", "sms-verified", "bureau-passed"];
    for (day, event) in (16..).zip(story) {
        place.ok(&["status", "example-company", event, "--at", &format!("2026-11-{day}")]);
    }
    place.ok(&["copy", "example-company", "--for", "one-more", "--name", "第二个小程序"]);
    assert_eq!(place.ok(&["get", "第二个小程序", "mini_program.name"]), "第二个小程序\n");
    let text = fs::read_to_string(place.draft("第二个小程序")).unwrap();
    assert!(text.contains("[record") && text.contains("filed_before = true") && !text.contains("[[events]]"), "{text}");
    let said = place.ok(&["diff", "第二个小程序"]);
    assert!(said.contains("与原备案一致") && said.lines().count() == 1, "{said}");
    place.call(&["set", "第二个小程序", "responsible_person.email=another@example.com", "--force"]);
    let said = place.ok(&["diff", "第二个小程序"]);
    assert!(said.contains("+ another@example.com") && said.lines().count() == 4, "{said}");
    let json = place.json(&["diff", "第二个小程序"]);
    assert_eq!(json["changes"].as_array().map(Vec::len), Some(1), "{json}");
    // For another entity nothing is on record.
    let own = fs::read_to_string(place.draft("example-company")).unwrap();
    fs::write(place.draft("example-company"), format!("# a note on whom it was for\n{own}\nmine = 'SECRET'\n")).unwrap();
    place.ok(&["copy", "example-company", "--for", "another-entity", "--name", "别家的"]);
    let text = fs::read_to_string(place.draft("别家的")).unwrap();
    assert!(!text.contains("a note") && !text.contains("SECRET"), "{text}");
    assert!(!fs::read_to_string(place.draft("别家的")).unwrap().contains("[record"));
    assert_eq!(place.call(&["diff", "别家的"]).code, 2);
}
