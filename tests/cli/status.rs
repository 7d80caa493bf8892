//! `beian status`: the way of a filing from the first draft to the number.

use super::Place;

#[test]
fn a_filing_goes_its_way_event_by_event() {
    let place = Place::with_examples();
    let draft = "example-company";
    assert!(place.ok(&["status", draft]).contains("可以提交"));
    // Event, its arguments, the stage after it, what the output says.
    let table: &[(&str, &[&str], &str, &str)] = &[
        ("submitted", &["--at", "2026-11-16 10:00"], "platform-review", "2026-11-18"),
        ("platform-returned", &["--at", "2026-11-17 09:00", "--reason", "证件照片不清晰"], "preparing", "证件照片不清晰"),
        ("submitted", &["--at", "2026-11-17"], "platform-review", "可以撤回"),
        ("platform_passed", &["--at", "2026-11-18 15:00"], "sms-verification", "12381"),
        ("sms-received", &["--at", "2026-11-18 15:30"], "sms-verification", "24 小时已过"),
        ("sms-verified", &["--at", "2026-11-18T16:00:00+08:00"], "bureau-review", "2026-12-16"),
        (
            "bureau-passed",
            &["--at", "2026-11-20", "--number", "川ICP备2026000001号-1X", "--force"],
            "filed",
            "川ICP备2026000001号-1X",
        ),
    ];
    for (event, flags, stage, fragment) in table {
        let out = place.ok(&[&["status", draft, event], *flags].concat());
        assert!(out.contains("已记录") && out.contains(fragment), "{event}: {out}");
        assert_eq!(place.json(&["status", draft])["stage"], *stage, "{event}");
    }
    let status = place.json(&["status", draft]);
    assert_eq!(status["number"], "川ICP备2026000001号-1X");
    assert_eq!(status["events"].as_array().unwrap().len(), table.len());
    assert_eq!(status["events"][1]["note"], "证件照片不清晰");
    assert_eq!(status["possible"].as_array().unwrap().len(), 0);

    let undone = place.ok(&["status", draft, "undo"]);
    assert!(undone.contains("已撤销"), "{undone}");
    assert_eq!(place.json(&["status", draft])["stage"], "bureau-review");
}

#[test]
fn what_was_exported_is_known_until_something_changes() {
    let place = Place::with_examples();
    let draft = "example-individual";
    let told = || {
        let json = place.json(&["status", draft]);
        let next: Vec<String> = json["next"].as_array().unwrap().iter().map(|step| step.as_str().unwrap().to_owned()).collect();
        (json["package"]["is_current"].as_bool(), next.iter().any(|step| step == "submit"))
    };
    assert_eq!(told(), (None, false));
    place.ok(&["export", draft, "-o", "out.zip"]);
    assert_eq!(told(), (Some(true), true));
    assert!(place.ok(&["status", draft]).contains("out.zip"));
    // Letters and checklist follow from answers.
    let answer = place.ok(&["get", draft, "answers.pictures_are_originals"]);
    place.ok(&["set", draft, "answers.pictures_are_originals="]);
    assert_eq!(told().0, Some(false));
    place.ok(&["set", draft, &format!("answers.pictures_are_originals={}", answer.trim())]);
    assert_eq!(told(), (Some(true), true));
    let email = place.ok(&["get", draft, "responsible_person.email"]);
    place.ok(&["set", draft, "responsible_person.email=another@example.com"]);
    assert_eq!(told(), (Some(false), false));
    assert!(place.ok(&["status", draft]).contains("已经过时"));
    place.ok(&["set", draft, &format!("responsible_person.email={}", email.trim())]);
    assert_eq!(told(), (Some(true), true));
    let scan = place.ok(&["get", draft, "responsible_person.certificate.front"]);
    let scan = place.path().join("drafts").join(scan.trim());
    let mut picture = std::fs::read(&scan).unwrap();
    picture.extend(b"more");
    std::fs::write(&scan, picture).unwrap();
    assert_eq!(told(), (Some(false), false));
    // Renamed, it is the same draft.
    place.ok(&["rename", draft, "other"]);
    assert_eq!(place.json(&["status", "other"])["package"]["is_current"], false);
    // What lies under the old name now is another draft, and so is one where another was deleted.
    let begin = |name: &str| place.ok(&["new", "--nature", "5", &format!("drafts/{name}")]);
    begin(draft);
    assert!(place.json(&["status", draft])["package"].is_null());
    place.ok(&["delete", draft]);
    begin(draft);
    assert!(place.json(&["status", draft])["package"].is_null());
    std::fs::remove_file(place.path().join("out.zip")).unwrap();
    assert!(place.json(&["status", "other"])["package"].is_null());
}

#[test]
fn a_number_that_another_mini_program_has_is_told_as_it_is_recorded() {
    let place = Place::with_examples();
    let number = "蜀ICP备2026000001号-1X";
    let file = |draft: &str, number: &str| {
        for event in ["submitted", "platform-passed", "sms-received", "sms-verified"] {
            place.ok(&["status", draft, event, "--at", "2026-11-18 10:00"]);
        }
        place.ok(&["status", draft, "bureau-passed", "--at", "2026-11-20", "--number", number, "--force"])
    };
    assert!(!file("example-company", number).contains("同一个备案号"));
    let said = file("example-individual", number);
    assert!(said.contains("记的是同一个备案号") && said.contains("虚构音乐厅"), "{said}");
    // Corrected, nothing is left to say.
    place.ok(&["status", "example-individual", "undo"]);
    let said =
        place.ok(&["status", "example-individual", "bureau-passed", "--at", "2026-11-20", "--number", "粤ICP备2026000002号-1X"]);
    assert!(!said.contains("同一个备案号"), "{said}");
    let json = place.json(&["status", "example-individual"]);
    assert_eq!(json["number"], "粤ICP备2026000002号-1X");
}

#[test]
fn the_code_counts_down() {
    let place = Place::with_examples();
    for (event, at) in [("submitted", "10:00"), ("platform-passed", "11:00"), ("sms-received", "12:00")] {
        place.ok(&["status", "example-company", event, "--at", &format!("2026-11-22 {at}")]);
    }
    let status = place.json(&["status", "example-company"]);
    assert_eq!(status["sms"]["deadline"], "2026-11-23T12:00:00+08:00");
    assert!(status["sms"]["seconds_left"].is_i64());
    let english = place.ok(&["status", "example-company", "--lang", "en", "--today", "2026-11-22"]);
    assert!(english.contains("by 2026-11-23 12:00") && english.contains("left"), "{english}");
}

#[test]
fn events_keep_the_order_of_time() {
    let place = Place::with_examples();
    place.ok(&["status", "example-company", "submitted", "--at", "2026-11-20 10:00"]);
    for (args, fragment) in [
        (&["platform-passed", "--at", "2026-11-19"][..], "早于上一条"),
        (&["platform-passed", "--at", "2026-11-25"], "在将来"),
        (&["sms-received"], "platform-passed（平台初审通过）、platform-returned（平台初审驳回）、withdrawn（已撤回）"),
    ] {
        let called = place.call(&[&["status", "example-company"], args].concat());
        assert_eq!(called.code, 2);
        assert!(called.err.contains(fragment), "{args:?}: {}", called.err);
    }
    assert_eq!(place.json(&["status", "example-company"])["events"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_recorded_is_looked_at() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    let out = place.ok(&["status", "example-company", "submitted", "--at", "2026-11-16 10:00"]);
    assert!(out.contains("mobile-invalid") && out.contains("platform-passed 平台初审通过"), "{out}");
    assert!(!place.ok(&["status", "example-company"]).contains("mobile-invalid"));
    for (event, day) in [("platform-passed", 17), ("sms-received", 17), ("sms-verified", 17)] {
        let out = place.ok(&["status", "example-company", event, "--at", &format!("2026-11-{day}")]);
        assert!(!out.contains("[错误]"), "{out}");
    }
    let args = ["status", "example-company", "bureau-passed", "--at", "2026-11-20", "--number", "abc"];
    let refused = place.call(&args);
    assert!(refused.code == 2 && refused.err.contains("abc") && refused.err.contains("--force"), "{}", refused.err);
    assert!(!place.ok(&["status", "example-company"]).contains("abc"));
    for (lang, number, said) in [
        ("zh-CN", "蜀ICP备2026012345号", "是主体的备案号"),
        ("en", "蜀ICP备2026012345号", "the filing entity's number"),
        ("zh-CN", "蜀ICP备2026012345号-1", "不是小程序的备案号"),
    ] {
        let call = ["status", "example-company", "bureau-passed", "--at", "2026-11-20", "--number", number, "--lang", lang];
        let refused = place.call(&call);
        for fragment in [said, number, "-1X", "--force"] {
            assert!(refused.code == 2 && refused.err.contains(fragment), "{fragment}: {}", refused.err);
        }
    }
    let json = place.json(&[&args[..], &["--force"]].concat());
    assert_eq!(json["findings"][0]["rule"], "filing-number-invalid", "{json}");
}

#[test]
fn a_rejection_leads_to_fields_and_an_unchanged_draft_is_not_called_clean() {
    let place = Place::with_examples();
    let draft = "example-company";
    place.ok(&["status", draft, "submitted", "--at", "2026-11-16 09:00"]);
    let words = "证件住所校验不通过；应急电话无法接通";
    let out = place.ok(&["status", draft, "platform-returned", "--at", "2026-11-17 09:00", "--note", words]);
    assert!(out.contains("! 主体 · 证件住所：证件住所校验不通过（还没有改动）"), "{out}");
    let found = |place: &Place| -> Vec<String> {
        let found = place.json(&["check", draft]);
        let found = found.as_array().unwrap().iter().filter(|finding| finding["rule"] == "rejection-open");
        found.map(|finding| finding["field"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(found(&place), ["subject.certificate.address", "responsible_person.emergency_phone"]);
    place.ok(&["set", draft, "responsible_person.emergency_phone=17712340009"]);
    assert_eq!(found(&place), ["subject.certificate.address"]);
    let status = place.json(&["status", draft]);
    assert_eq!(status["standing_reasons"][0]["open"], true);
    assert_eq!(
        (&status["standing_reasons"][1]["open"], &status["standing_reasons"][1]["rejection"]),
        (&false.into(), &20.into())
    );
    let told = place.ok(&["status", draft, "submitted", "--at", "2026-11-18 09:00"]);
    assert!(told.contains("还有 1 条驳回原因没有处理，原样提交多半会再次被驳回：主体 · 证件住所"), "{told}");
    place.ok(&["status", draft, "undo"]);
    let doubted = place.json(&["status", draft, "submitted", "--at", "2026-11-18 09:00"]);
    assert_eq!(doubted["findings"][0]["rule"], "rejection-open", "{doubted}");
    assert_eq!(doubted["stage"], "platform-review");
    assert!(found(&place).is_empty(), "it is under review again");
}

#[test]
fn a_filing_stays_filed_until_its_deregistration_is_confirmed() {
    let place = Place::with_examples();
    let draft = "example-company";
    let events = ["submitted", "platform-passed", "sms-received", "sms-verified", "bureau-passed"];
    for event in events {
        place.ok(&["status", draft, event, "--at", "2026-11-16 10:00"]);
    }
    place.ok(&["set", draft, "--force", "kind=deregister"]);
    let status = place.json(&["status", draft]);
    assert_eq!((&status["stage"], &status["impossible"]), (&"filed".into(), &serde_json::json!([])));
    let out = place.ok(&["status", draft, "submitted", "--at", "2026-11-17 09:00"]);
    assert!(out.contains("已记录：已申请注销") && out.contains("原备案仍然有效"), "{out}");
    assert_eq!(place.json(&["status", draft, "sms-received", "--at", "2026-11-17 10:00"])["stage"], "sms-verification");
    assert_eq!(place.json(&["status", draft, "sms-verified", "--at", "2026-11-17 11:00"])["stage"], "deregistered");
}

#[test]
fn each_person_enters_a_code() {
    let place = Place::with_examples();
    let draft = "example-company";
    for event in ["submitted", "platform-passed"] {
        place.ok(&["status", draft, event, "--at", "2026-11-16 10:00"]);
    }
    let record = |event: &str, who: &str| place.json(&["status", draft, event, "--who", who, "--at", "2026-11-16 11:00"]);
    record("sms-received", "responsible_person");
    record("sms-received", "owner");
    let status = record("sms-verified", "owner");
    assert_eq!((&status["stage"], &status["people"][1]["who"]), (&"sms-verification".into(), &"owner".into()));
    let out = place.ok(&["status", draft]);
    assert!(out.contains("小程序负责人 13012340005：2026-11-16 11:00 核验完成"), "{out}");
    for _ in 0..2 {
        record("sms-resent", "responsible-person");
    }
    let call = |who: &[&str]| place.call(&[&["status", draft, "sms-resent", "--at", "2026-11-16 11:00"], who].concat());
    for (who, words) in [(&["--who", "responsible_person"][..], "最多重发两次"), (&["--who", "ownr"], "owner")] {
        let called = call(who);
        assert!(called.code == 2 && called.err.contains(words), "{}", called.err);
    }
    assert!(place.call(&["status", draft, "bureau-returned", "--who", "owner"]).err.contains("--who"));
    assert_eq!(record("sms-verified", "responsible_person")["stage"], "bureau-review");
}

#[test]
fn what_the_platform_answered_is_imported() {
    let place = Place::with_examples();
    let draft = "example-company";
    let file = place.path().join("answer.json");
    let text = r#"{"errcode":0,"info":{"status":3,"available":1,"audit_data":[
        {"key_name":"通讯地址","error":"通讯地址不详细","suggest":"填到门牌号"},{"key_name":"天气","error":"不好","suggest":""}]}}"#;
    std::fs::write(&file, text).unwrap();
    let path = file.to_string_lossy().into_owned();
    let imported = place.json(&["status", draft, "--import", &path]);
    assert_eq!(
        (&imported["stage"], &imported["import"]["events"][1]["kind"]),
        (&"preparing".into(), &"platform-returned".into())
    );
    assert_eq!(imported["standing_reasons"][0]["field"], "subject.address");
    assert_eq!(imported["import"]["not_understood"][0]["place"], "info.audit_data[1].天气");
    let events = imported["events"].clone();
    assert!(place.ok(&["status", draft, "--import", &path]).contains("没有新的进展"));
    for (text, words) in [
        (text.replace(r#""errcode":0"#, r#""authorizer_appid":"wx1111111111111111""#), "另一个小程序"),
        (text[..40].to_owned(), "中断"),
        ("[".repeat(10_000), "嵌套太深"),
        (" ".repeat(50 * 1024 * 1024), "MB"),
    ] {
        std::fs::write(&file, text).unwrap();
        let called = place.call(&["status", draft, "--import", &path]);
        assert!(called.code == 2 && called.err.contains(words), "{}", called.err);
        assert_eq!(place.json(&["status", draft])["events"], events);
    }
    let called = place.call(&["status", draft, "--import", "nowhere.json"]);
    assert!(called.code == 2 && called.err.contains("nowhere.json"), "{}", called.err);
}

#[test]
fn deadlines_leave_as_a_calendar() {
    let place = Place::with_examples();
    let draft = "example-company";
    place.ok(&["status", draft, "submitted", "--at", "2026-11-20 10:00"]);
    let text = place.ok(&["status", draft, "--calendar", "-"]);
    assert!(text.starts_with("BEGIN:VCALENDAR") && text.contains("DTSTART;VALUE=DATE:20261124"), "{text}");
    let file = place.path().join("mine.ics");
    let path = file.to_string_lossy().into_owned();
    for _ in 0..2 {
        assert!(place.ok(&["status", draft, "--calendar", &path]).contains("个期限"));
    }
    // Several drafts, and those of a folder, go into one.
    place.ok(&["status", "example-individual", "submitted", "--at", "2026-11-20 10:00"]);
    let both = place.ok(&["status", draft, "example-individual", "--calendar", "-"]);
    let reviews = |text: &str| text.matches("DTSTART;VALUE=DATE:20261124").count();
    assert_eq!((both.matches("BEGIN:VCALENDAR").count(), reviews(&text), reviews(&both)), (1, 1, 2), "{both}");
    assert_eq!(reviews(&place.ok(&["status", "drafts", "--calendar", "-"])), 2);
    for mine in ["mine", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mozilla.org//EN\r\nEND:VCALENDAR\r\n"] {
        std::fs::write(&file, mine).unwrap();
        let called = place.call(&["status", draft, "--calendar", &path]);
        assert!(called.code == 2 && called.err.contains("不是本程序生成的日历"), "{}", called.err);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), mine);
    }
}

#[test]
fn an_event_that_cannot_be_read_keeps_earlier_ones_from_being_undone() {
    let place = Place::with_examples();
    place.ok(&["status", "example-company", "submitted", "--at", "2026-11-20 10:00"]);
    let path = place.draft("example-company");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.push_str("\n[[events]]\nkind = \"submittd\"\nat = 1\n");
    std::fs::write(&path, &text).unwrap();
    let refused = place.call(&["--lang", "en", "status", "example-company", "undo"]);
    assert_eq!(refused.code, 2, "{}", refused.out);
    assert!(refused.err.contains("[[events]]") && refused.err.contains("example-company.toml"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

/// A number of another province is another filing's; and one that was recorded wrong is put right without taking the approval back.
#[test]
fn a_number_is_of_the_province_of_its_draft_and_can_be_corrected() {
    let place = Place::with_examples();
    for event in ["submitted", "platform-passed", "sms-received", "sms-verified"] {
        place.call(&["status", "example-company", event, "--at", "2026-11-18"]);
    }
    let passed = ["status", "example-company", "bureau-passed", "--at", "2026-11-20", "--lang", "en", "--number"];
    let give = |number: &str, more: &[&str]| place.call(&[&passed[..], &[number], more].concat());
    let refused = give("沪ICP备2026123456号-1X", &[]);
    assert_eq!(refused.code, 2, "{}", refused.out);
    for said in ["沪ICP备2026123456号-1X", "Sichuan", "--force"] {
        assert!(refused.err.contains(said), "{said}: {}", refused.err);
    }
    assert_eq!(place.json(&["status", "example-company"])["stage"], "bureau-review");
    give("沪ICP备2026123456号-1X", &["--force"]);
    let number = "蜀ICP备2026000001号-1X";
    place.call(&["new", "--from", "example-company", "--kind", "change", "drafts/its-change"]);
    let refused = give(number, &[]);
    let correct = format!("beian status example-company bureau-passed --number {number} --force");
    assert!(refused.code == 2 && refused.err.contains(&correct), "{}", refused.err);
    let corrected = give(number, &["--force"]);
    assert!(corrected.out.contains("its-change"), "who refers to it is named: {}", corrected.out);
    let json = place.json(&["status", "example-company"]);
    assert_eq!((&json["number"], &json["stage"]), (&number.into(), &"filed".into()), "{json}");
    assert_eq!(json["events"].as_array().map(Vec::len), Some(5), "nothing else changes: {json}");
}

#[test]
fn a_code_is_counted_for_whoever_has_one() {
    let place = Place::with_examples();
    let draft = "example-company";
    for event in ["submitted", "platform-passed"] {
        place.ok(&["status", draft, event, "--at", "2026-11-18 10:00"]);
    }
    place.ok(&["status", draft, "sms-received", "--who", "owner", "--at", "2026-11-18 11:00"]);
    place.ok(&["status", draft, "sms-wrong-code", "--at", "2026-11-18 11:05"]);
    let codes = place.json(&["status", draft])["people"].clone();
    let codes = codes.as_array().unwrap();
    assert!(codes.len() == 1 && codes[0]["who"] == "owner" && codes[0]["wrong"] == 1, "{codes:?}");
    place.ok(&["status", draft, "sms-received", "--who", "responsible-person", "--at", "2026-11-18 11:06"]);
    let whose = place.call(&["status", draft, "sms-wrong-code", "--at", "2026-11-18 11:07"]);
    assert!(whose.code == 2 && whose.err.contains("--who"), "{}", whose.err);
}
