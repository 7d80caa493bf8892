//! Packages beside each other, one more mini-program, and what several drafts of a subject say.

use serde_json::{Value as Json, json};

use super::Place;
use super::kinds::{NUMBER, entries, filed, json_in};

fn rules(found: &str) -> Vec<(String, String)> {
    let found: Json = serde_json::from_str(found).unwrap();
    let text = |one: &Json, key: &str| one[key].as_str().unwrap().to_owned();
    found.as_array().unwrap().iter().map(|one| (text(one, "rule"), text(one, "field"))).collect()
}

/// What `check` says of the first of these drafts.
fn beside(place: &Place, drafts: &[&str]) -> Vec<(String, String)> {
    let found: Json = serde_json::from_str(&place.call(&[&["check", "--format", "json"], drafts].concat()).out).unwrap();
    rules(&if found.is_array() { found } else { found["drafts"][0]["findings"].clone() }.to_string())
}

fn says(found: &[(String, String)], rule: &str) -> bool {
    found.iter().any(|(name, _)| name == rule)
}

#[test]
fn no_export_replaces_another_package_unasked() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    place.ok(&["export", "-o", "out.zip", "moved"]);
    let before = std::fs::read(place.path().join("out.zip")).unwrap();
    // The same content again is fine.
    assert!(!place.ok(&["export", "-o", "out.zip", "moved"]).contains("替换"));
    // Another kind, another state: refused, and said what is there.
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.ok(&["set", "end", "deregistration.scope=2", "deregistration.reason=1", "answers.another_filing_runs=no"]);
    place.ok(&["set", "moved", "responsible_person.email=bing@example.org"]);
    for (draft, is_same) in [("end", false), ("moved", true), ("filed", false)] {
        // An earlier package of the same filing gives way to a word, that of another filing to force alone.
        for flags in [&[][..], if is_same { &[] } else { &["--replace"] }] {
            let refused = place.call(&[&["export", "-o", "out.zip", draft], flags].concat());
            assert_eq!(refused.code, 2, "{draft}: {}", refused.out);
            let remedy = if is_same { "--replace" } else { "--force" };
            for fragment in ["变更，wx7f6e5d4c3b2a1908，虚构科技有限公司，2026-11-23", remedy] {
                assert!(refused.err.contains(fragment), "{draft}: {}", refused.err);
            }
            assert_eq!(std::fs::read(place.path().join("out.zip")).unwrap(), before);
        }
    }
    let replaced = place.json(&["export", "--replace", "-o", "out.zip", "moved"]);
    assert_eq!(json!([replaced["replaced"], replaced["replaced_package"]["kind"]]), json!([true, "change"]));
    // What is no package is not replaced by that word.
    place.file("notes.zip", "mine");
    assert_eq!(place.call(&["export", "--replace", "-o", "notes.zip", "end"]).code, 2);
}

/// Names of packages tell kinds apart, and states of one draft, such as before and after a rejection.
#[test]
fn every_package_has_a_name_of_its_own() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    let name = |args: &[&str]| {
        let path = place.json(&[&["export"], args].concat())["package"].as_str().unwrap().to_owned();
        path.rsplit('/').next().unwrap().to_owned()
    };
    assert_eq!(name(&["filed"]), "虚构助手-2026-11-23.zip");
    assert_eq!(name(&["moved"]), "虚构助手-变更-2026-11-23.zip");
    assert_eq!(name(&["moved"]), "虚构助手-变更-2026-11-23.zip");
    for (event, at) in [("submitted", "09:00"), ("platform-returned", "10:00")] {
        place.ok(&["status", "moved", event, "--at", &format!("2026-11-20 {at}")]);
    }
    assert_eq!(name(&["moved"]), "虚构助手-变更-2026-11-23-2.zip");
    assert_eq!(name(&["moved", "--today", "2026-11-24"]), "虚构助手-变更-2026-11-24.zip");
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.ok(&["set", "end", "deregistration.scope=2", "deregistration.reason=1", "answers.another_filing_runs=no"]);
    assert_eq!(name(&["end"]), "虚构助手-注销-2026-11-23.zip");
}

#[test]
fn a_change_says_which_picture_is_for_which_field() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&[
        "set",
        "moved",
        "subject.certificate.valid_until=2046-01-01",
        "subject.certificate.photo=drafts/scans/business-licence.jpg",
    ]);
    place.ok(&["export", "-o", "out.zip", "moved"]);
    let files = entries(&place.path().join("out.zip"));
    let media = json_in(&files, "request/media.json");
    let row = &media[0];
    assert_eq!(
        json!([row["file"], row["icp_order_field"], row["certificate_type"]]),
        json!(["materials/01-营业执照.jpg", "icp_subject.organize_info.certificate_photo", 1])
    );
    assert!(files.contains_key("materials/01-营业执照.jpg") && !files.contains_key("request/apply_icp_filing.json"));
}

#[test]
fn one_more_mini_program_begins_with_the_record() {
    let place = filed();
    for word in ["additional", "more", "再新增一个小程序"] {
        let made = place.call(&["new", "--kind", word, "--from", "filed"]);
        let path = made.out.trim();
        assert!(made.code == 0 && made.err.contains("取自备案记录"), "{}", made.err);
        assert!(path.contains("再新增一个小程序"), "{path}");
        assert_eq!(place.ok(&["get", path, "kind"]).trim(), "new");
        assert_eq!(place.ok(&["get", path, "subject.name"]).trim(), "虚构科技有限公司");
        assert_eq!(place.ok(&["get", path, "answers.filed_before"]).trim(), "yes");
        std::fs::remove_file(path).unwrap();
    }
    let refused = place.call(&["new", "--kind", "additional", "no"]);
    assert!(refused.code == 2 && refused.err.contains("--from") && refused.err.contains("--number"), "{}", refused.err);
    place.ok(&["new", "--kind", "additional", "--number", "蜀ICP备2026000001号", "--name", "虚构商城", "known"]);
    assert_eq!(place.ok(&["get", "known.toml", "answers.filed_before"]).trim(), "yes");
}

/// Reports C37 and D4: the second filing of a subject that is on record.
#[test]
fn a_second_filing_of_a_filed_subject_is_held_against_the_record() {
    let place = filed();
    std::fs::copy(place.draft("filed"), place.draft("second")).unwrap();
    let text = std::fs::read_to_string(place.draft("second")).unwrap();
    let events = text.find("[[events]]").unwrap();
    std::fs::write(place.draft("second"), &text[..events]).unwrap();
    place.ok(&["set", "second", "answers.filed_before=no"]);
    let found = beside(&place, &["second", "filed"]);
    assert!(says(&found, "filed-before-in-another-draft") && says(&found, "app-id-in-another-draft"), "{found:?}");
    assert!(!says(&found, "differs-from-subject-on-record"), "{found:?}");
    place.ok(&[
        "set",
        "second",
        "mini_program.app_id=wx0123456789abcdef",
        "--force",
        "answers.filed_before=yes",
        "subject.name=虚构数码有限公司",
        "subject.certificate.address=四川省成都市锦江区虚构街1号",
        "responsible_person.mobile=13012340007",
    ]);
    let found = beside(&place, &["second", "filed"]);
    let fields: Vec<&str> =
        found.iter().filter(|(rule, _)| rule == "differs-from-subject-on-record").map(|(_, field)| field.as_str()).collect();
    assert_eq!(fields, ["subject.name", "subject.certificate.address", "responsible_person.mobile"]);
    assert!(!says(&found, "filed-before-in-another-draft") && !says(&found, "app-id-in-another-draft"), "{found:?}");
    assert!(says(&found, "mini-program-name-of-two-app-ids"), "{found:?}");
    assert!(!says(&beside(&place, &["filed", "second"]), "app-id-in-another-draft"), "what is filed stays as it is");
}

#[test]
fn two_changes_of_one_record_and_a_lost_original_are_said() {
    let place = filed();
    for (name, mobile) in [("first", "13012340007"), ("second", "13012340009")] {
        // A second one is told of the first.
        assert_eq!(place.call(&["new", "--from", "filed", "--kind", "change", &format!("drafts/{name}")]).code, 0);
        place.ok(&["set", name, &format!("responsible_person.mobile={mobile}")]);
    }
    let found = beside(&place, &["first", "second", "filed"]);
    assert!(says(&found, "filings-of-one-subject") && !says(&found, "original-not-at-hand"), "{found:?}");
    std::fs::rename(place.draft("second"), place.path().join("second.toml")).unwrap();
    assert!(!says(&beside(&place, &["first", "filed"]), "filings-of-one-subject"));
    std::fs::rename(place.draft("filed"), place.path().join("filed.toml")).unwrap();
    assert!(says(&beside(&place, &["first", "./second.toml"]), "original-not-at-hand"));
}

/// A rule speaks of what a filing is about: in a deregistration neither contents nor the name.
#[test]
fn a_deregistration_is_not_judged_as_an_application() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.ok(&["set", "end", "mini_program.name=中国国家彩票借贷测试", "deregistration.scope=2", "deregistration.reason=1"]);
    let found = rules(&place.call(&["check", "--format", "json", "end"]).out);
    assert!(found.iter().all(|(_, field)| field != "mini_program.name"), "{found:?}");
    let diff = place.call(&["diff", "end"]);
    assert!(diff.code == 2 && diff.err.contains("是注销"), "{}", diff.err);
    assert!(place.call(&["diff", "filed"]).err.contains("新增备案"));
}

#[test]
fn the_code_of_a_deregistration_goes_to_the_person_its_scope_names() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.ok(&["set", "end", "deregistration.reason=1", "deregistration.code_receiver=路人甲"]);
    for (scope, speaks) in [("1", true), ("2", true), ("3", false)] {
        place.ok(&["set", "end", &format!("deregistration.scope={scope}")]);
        let found = rules(&place.call(&["check", "--format", "json", "end"]).out);
        assert_eq!(says(&found, "code-receiver-differs"), speaks, "{scope}: {found:?}");
    }
    place.ok(&["set", "end", "deregistration.scope=2"]);
    for event in ["submitted", "sms-received"] {
        place.ok(&["status", "end", event, "--at", "2026-11-10 09:00"]);
    }
    assert_eq!(place.json(&["status", "end"])["people"].as_array().unwrap().len(), 1);
}

#[test]
fn a_person_who_changes_only_in_part_is_asked_about() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    let kept = ["responsible_person.emergency_phone", "responsible_person.email"];
    for (settings, fields) in [
        (&["responsible_person.name=测试丁"][..], &["responsible_person.certificate.number"][..]),
        (
            &["responsible_person.certificate.number=510104198811239961"],
            &["responsible_person.certificate.valid_until", "responsible_person.mobile", kept[0], kept[1]],
        ),
        (
            &["responsible_person.certificate.valid_from=2021-05-20", "responsible_person.certificate.valid_until=2041-05-20"],
            &["responsible_person.mobile", kept[0], kept[1]],
        ),
        (&["responsible_person.mobile=13012340009"], &kept),
        (&["responsible_person.email=ding@example.com", "responsible_person.emergency_phone=17712340019"], &[]),
        (&["responsible_person.name=测试丙"], &["responsible_person.name"]),
    ] {
        place.ok(&[&["set", "moved"], settings].concat());
        let found = rules(&place.call(&["check", "--format", "json", "moved"]).out);
        let said: Vec<&str> =
            found.iter().filter(|(rule, _)| rule == "person-changed-in-part").map(|(_, field)| field.as_str()).collect();
        assert_eq!(said, fields, "{settings:?}");
    }
}

#[test]
fn fields_are_set_together_or_not_at_all() {
    let place = filed();
    let refused = place.call(&["set", "filed", "subject.name=甲公司", "subject.nmae=乙", "responsible_person.mobil=1"]);
    assert_eq!(refused.code, 2);
    for fragment in ["什么都没有写入", "subject.nmae", "responsible_person.mobil", "subject.name", "responsible_person.mobile"]
    {
        assert!(refused.err.contains(fragment), "{fragment}: {}", refused.err);
    }
    // Nor is one of two values taken in silence.
    let json = place.file("more.json", r#"{"subject":{"name":"乙公司"}}"#);
    let json = json.to_str().unwrap();
    for twice in [&["subject.name=甲公司", "subject.name=乙公司"][..], &["--json", json, "subject.name=甲公司"]] {
        let refused = place.call(&[&["set", "filed", "--force"], twice].concat());
        assert!(refused.code == 2 && refused.err.contains("subject.name"), "{}", refused.err);
    }
    assert_eq!(place.ok(&["get", "filed", "subject.name"]).trim(), "虚构科技有限公司");
    let fields = place.ok(&["fields"]);
    for fragment in ["mini-program 注销小程序", "1 不再运营", "change 变更"] {
        assert!(fields.contains(fragment), "{fragment}");
    }
}

/// A subject has as many as were filed with it.
#[test]
fn of_an_answer_about_several_mini_programs_the_number_tells_which_one_is_meant() {
    let place = Place::new();
    let applet = |app_id: &str, name: &str, number: &str| json!({ "base_info": { "appid": app_id, "name": name, "record_number": number, "comment": "面向公司的客户和员工。" } });
    let answer = json!({
        "errcode": 0,
        "icp_subject": { "base_info": { "type": 4, "name": "虚构科技有限公司", "province": "510000" } },
        "icp_applets": [
            applet("wx7f6e5d4c3b2a1908", "虚构助手", "蜀ICP备2026000001号-1X"),
            applet("wx7f6e5d4c3b2a1909", "虚构帮手", "蜀ICP备2026000001号-2X"),
        ],
    });
    place.file("answer.json", answer.to_string());
    let both = ["虚构助手 蜀ICP备2026000001号-1X wx7f6e5d4c3b2a1908", "虚构帮手 蜀ICP备2026000001号-2X wx7f6e5d4c3b2a1909"];
    for (lang, given, said) in [
        ("zh-CN", &[][..], &["用 --number 写明"][..]),
        ("en", &[], &["Say with --number"]),
        (
            "zh-CN",
            &["--number", "蜀ICP备2026000001号-3X"],
            &["没有备案号是「蜀ICP备2026000001号-3X」的小程序", "用 --number 写明"],
        ),
        ("zh-CN", &["--number", "蜀ICP备2026000001号"], &["没有备案号是「蜀ICP备2026000001号」的小程序", "这是主体的备案号"]),
        ("en", &["--number", "蜀ICP备2026000001号"], &["no mini-program with the number", "the filing entity's number"]),
    ] {
        let call = ["new", "--from", "answer.json", "--kind", "change", "moved", "--lang", lang];
        let refused = place.call(&[&call, given].concat());
        assert_eq!(refused.code, 2, "{}", refused.err);
        for fragment in said.iter().chain(&both) {
            assert!(refused.err.contains(fragment), "{fragment}: {}", refused.err);
        }
    }
    let number = "蜀ICP备2026000001号-2X";
    place.ok(&["new", "--from", "answer.json", "--kind", "change", "moved", "--number", number]);
    let moved = place.path().join("moved.toml");
    let value = |field: &str| place.ok(&["get", moved.to_str().unwrap(), field]).trim().to_owned();
    assert_eq!([value("mini_program.name"), value("record.number")], ["虚构帮手", number]);
}

/// What one more mini-program takes is their subject's, which they share.
#[test]
fn one_more_mini_program_begins_with_any_of_several() {
    let place = Place::new();
    let applet = |name: &str, number: &str| json!({ "base_info": { "name": name, "record_number": number } });
    let answer = json!({
        "errcode": 0,
        "icp_subject": { "base_info": { "type": 4, "name": "虚构科技有限公司", "province": "510000" } },
        "icp_applets": [
            applet("虚构草稿", ""), applet("虚构助手", "蜀ICP备2026000001号-1X"), applet("虚构帮手", "蜀ICP备2026000001号-2X"),
        ],
    });
    place.file("answer.json", answer.to_string());
    for (name, given, number) in [
        ("any", "", "蜀ICP备2026000001号-1X"),
        ("second", "蜀ICP备2026000001号-2X", "蜀ICP备2026000001号-2X"),
        ("subject", "蜀ICP备2026000001号", "蜀ICP备2026000001号"),
    ] {
        let path = place.path().join(name).with_extension("toml");
        let call = ["new", "--from", "answer.json", "--kind", "additional", path.to_str().unwrap()];
        let given: &[&str] = if given.is_empty() { &[] } else { &["--number", given] };
        let made = place.call(&[&call, given].concat());
        assert_eq!(made.code, 0, "{}", made.err);
        let value = |field: &str| place.ok(&["get", path.to_str().unwrap(), field]).trim().to_owned();
        assert_eq!([value("subject.name"), value("record.number")], ["虚构科技有限公司", number], "{name}");
        assert_eq!(value("mini_program.name"), "", "{name}");
    }
    let other = ["new", "--from", "answer.json", "--kind", "additional", "other", "--number", "蜀ICP备2026000009号"];
    let refused = place.call(&other);
    assert!(refused.code == 2 && refused.err.contains("没有备案号是「蜀ICP备2026000009号」"), "{}", refused.err);
}

/// What a change asks for is on record only once it is through.
#[test]
fn a_change_that_is_not_through_is_no_record_whatever_number_is_said() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    for kind in ["change", "deregister", "additional"] {
        let refused = place.call(&["new", "--from", "moved", "--kind", kind, "--number", NUMBER, "no"]);
        assert!(refused.code == 2 && refused.err.contains("从原备案的草稿开始"), "{kind}: {}", refused.err);
        assert!(!place.path().join("no.toml").exists(), "{kind}");
    }
}

/// The one who is deregistered must be the one that was meant.
#[test]
fn a_number_that_contradicts_the_record_is_refused() {
    let place = filed();
    for (number, kind, is_taken) in [
        ("蜀ICP备2026000001号-7X", "change", false),
        ("京ICP备2020000001号-1X", "deregister", false),
        ("京ICP备2020000001号", "additional", false),
        ("蜀 icp 备 2026000001 号－1x", "change", true),
        ("蜀ICP备2026000001号", "additional", true),
    ] {
        let name = format!("{kind}-{is_taken}");
        let called = place.call(&["new", "--from", "filed", "--kind", kind, "--number", number, &name]);
        assert_eq!(called.code, if is_taken { 0 } else { 2 }, "{number}: {}", called.err);
        // What is wrong with the number alone is said first.
        let said = if number.starts_with('蜀') { NUMBER } else { "四川" };
        assert!(is_taken || called.err.contains(said), "{}", called.err);
        assert!(is_taken || !place.path().join(format!("{name}.toml")).exists());
    }
}

/// The platform's answer about a filing, made of the request that was sent, with the number (`get_online_icp_order`).
#[test]
fn what_was_sent_comes_back_as_a_record() {
    for (example, number) in [("example-company", "蜀ICP备2026000001号-2X"), ("example-individual", "粤ICP备2026000001号-1X")]
    {
        let place = Place::with_examples();
        place.ok(&["export", "-o", "out.zip", example]);
        let mut answer = json_in(&entries(&place.path().join("out.zip")), "request/apply_icp_filing.json");
        answer["errcode"] = 0.into();
        answer["icp_applets"]["base_info"]["record_number"] = number.into();
        place.file("answer.json", answer.to_string());
        for (event, at) in
            [("submitted", "09:00"), ("platform-passed", "10:00"), ("sms-received", "11:00"), ("sms-verified", "12:00")]
        {
            place.ok(&["status", example, event, "--at", &format!("2026-11-20 {at}")]);
        }
        let status = place.json(&["status", example, "--import", "answer.json", "--at", "2026-11-21 09:00"]);
        assert_eq!((&status["stage"], &status["number"]), (&json!("filed"), &json!(number)), "{status}");
        assert_eq!(status["import"]["not_understood"], json!([]), "{status}");
        place.ok(&["new", "--from", "answer.json", "--kind", "change", "--number", number, "moved"]);
        let moved = place.path().join("moved.toml");
        assert_eq!(place.ok(&["get", moved.to_str().unwrap(), "record.number"]).trim(), number);
        assert!(NUMBER != number);
    }
}
