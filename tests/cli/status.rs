//! `beian status`: the way of a filing from the first draft to the number.

use super::Place;

#[test]
fn a_filing_goes_its_way_event_by_event() {
    let place = Place::with_examples();
    let draft = "example-company";
    assert!(place.ok(&["status", draft]).contains("准备资料"));
    // Event, its arguments, the stage after it, what the output says.
    let table: &[(&str, &[&str], &str, &str)] = &[
        ("submitted", &["--at", "2026-11-16 10:00"], "platform-review", "2026-11-18"),
        ("platform-returned", &["--at", "2026-11-17 09:00", "--reason", "证件照片不清晰"], "preparing", "证件照片不清晰"),
        ("submitted", &["--at", "2026-11-17"], "platform-review", "可以撤回"),
        ("platform_passed", &["--at", "2026-11-18 15:00"], "sms-verification", "12381"),
        ("sms-received", &["--at", "2026-11-18 15:30"], "sms-verification", "24 小时已过"),
        ("sms-verified", &["--at", "2026-11-18T16:00:00+08:00"], "bureau-review", "2026-12-16"),
        ("bureau-passed", &["--at", "2026-11-20", "--number", "川ICP备2026000001号-1X"], "filed", "川ICP备2026000001号-1X"),
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
        (&["sms-received"], "platform-passed, platform-returned, withdrawn"),
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
    place.ok(&["set", "example-company", "owner.mobile=123"]);
    let out = place.ok(&["status", "example-company", "submitted", "--at", "2026-11-16 10:00"]);
    assert!(out.contains("mobile-invalid") && out.contains("platform-passed 平台初审通过"), "{out}");
    assert!(!place.ok(&["status", "example-company"]).contains("mobile-invalid"));
    for (event, day) in [("platform-passed", 17), ("sms-received", 17), ("sms-verified", 17)] {
        let out = place.ok(&["status", "example-company", event, "--at", &format!("2026-11-{day}")]);
        assert!(!out.contains("[错误]"), "{out}");
    }
    let args = ["status", "example-company", "bureau-passed", "--at", "2026-11-20", "--number", "abc"];
    let json = place.json(&args);
    assert_eq!(json["findings"][0]["rule"], "filing-number-invalid", "{json}");
}
