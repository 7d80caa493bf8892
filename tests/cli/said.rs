//! What commands say beside what was asked: what values make elsewhere, what is due first, whose number it is, what was begun.

use std::process::Stdio;

use serde_json::{Value as Json, json};

use super::{Called, Place};

fn rules(found: &Json) -> Vec<&str> {
    found.as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

#[test]
fn set_empties_a_field_and_says_that_it_is_required() {
    let place = Place::with_examples();
    let called = place.call(&["set", "example-company", "mini_program.name=", "--lang", "en"]);
    assert!(called.code == 0 && called.err.contains("is empty now, and the filing requires it"), "{}", called.err);
    assert_eq!(place.json(&["set", "example-company", "mini_program.name="])["emptied"], json!([]), "it was empty before");
    let optional = place.call(&["set", "example-company", "subject.remark=", "--lang", "en"]);
    assert!(optional.code == 0 && !optional.err.contains("is empty now"), "{}", optional.err);
}

#[test]
fn set_says_what_a_value_makes_elsewhere_and_what_it_waits_for() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "responsible_person.mobile=13012340001", "owner.mobile=13012340002"]);
    let called = place.call(&["set", "example-company", "responsible_person.mobile=13012340002", "--lang", "en"]);
    assert!(called.code == 0 && !called.out.contains("mobile-shared"), "{}", called.out);
    assert!(called.err.contains("(owner.mobile): The same as") && called.err.contains("(mobile-shared)"), "{}", called.err);
    assert_eq!(place.ok(&["get", "example-company", "responsible_person.mobile"]), "13012340002\n", "it is stored");
    let again = place.json(&["set", "example-company", "responsible_person.mobile=13012340002"]);
    assert_eq!(again["elsewhere"], json!([]), "it was there before: {again}");
    place.call(&["set", "example-company", "responsible_person.mobile=13012340001"]);
    let made = place.json(&["set", "example-company", "responsible_person.mobile=13012340002"]);
    assert_eq!(rules(&made["elsewhere"]), ["mobile-shared"], "{made}");

    let path = place.path().join("n.toml");
    let draft = path.to_str().unwrap();
    place.ok(&["new", draft]);
    let number = "responsible_person.certificate.number=E12345678";
    let waiting = place.json(&["set", draft, number]);
    let kind = "responsible_person.certificate.kind";
    assert_eq!(waiting["waiting"], json!([{ "field": "responsible_person.certificate.number", "waits_for": kind }]));
    // In one call the order is nothing.
    for values in [[&format!("{kind}=7"), number], [number, &format!("{kind}=7")]] {
        place.ok(&[&["set", draft], &values[..]].concat());
    }
    let called = place.call(&["set", draft, number, &format!("{kind}=2")]);
    assert!(called.code == 2 && called.err.contains("responsible_person.certificate.number"), "{}", called.err);
    // Whoever names somebody is not asked first whether there is somebody.
    let called = place.call(&["set", draft, "owner.mobile=123"]);
    assert!(called.code == 2 && called.err.contains("owner.mobile"), "{}", called.err);
}

#[test]
fn set_says_what_a_part_of_a_name_was_taken_for() {
    let place = Place::with_examples();
    let contents = "mini_program.service_contents";
    for (lang, food, region) in [
        ("zh-CN", "「food」按 114（", "「深圳南山」按 440305（广东省深圳市南山区）填写"),
        (
            "en",
            "\"food\" was taken as 114: ",
            "\"深圳南山\" was taken as 440305: 广东省深圳市南山区 (Guangdong Shenzhen Nanshan)",
        ),
    ] {
        let Called { out: said, .. } =
            place.call(&["set", "example-company", &format!("{contents}=food"), "subject.region=深圳南山", "--lang", lang]);
        assert!(said.contains(food) && said.contains(region), "{said}");
        assert_eq!(place.ok(&["get", "example-company", contents]), "114\n");
        // A code or a whole name was chosen by whoever wrote it.
        let Called { out: said, .. } = place.call(&[
            "set",
            "example-company",
            &format!("{contents}=114"),
            "subject.region=广东省深圳市南山区",
            "--lang",
            lang,
        ]);
        assert!(!said.contains("按 ") && !said.contains("was taken as"), "{said}");
    }
}

#[test]
fn set_names_what_the_draft_does_not_ask_for() {
    let place = Place::with_examples();
    let field = "subject.certificate.number";
    for (lang, said) in [("zh-CN", "不在备案内容里"), ("en", "Stored but not used")] {
        let value = format!("{field}=123");
        let called = place.call(&["set", "example-individual", &value, "--lang", lang]);
        assert!(called.code == 0 && called.err.contains(said) && called.err.contains(field), "{}", called.err);
        let other = place.call(&["set", "example-individual", "responsible_person.mobile=13012340003", "--lang", lang]);
        assert!(other.code == 0 && !other.err.contains(said), "{}", other.err);
    }
    let json = |value: &str| place.json(&["set", "example-individual", &format!("{field}={value}")])["unasked"].clone();
    assert_eq!((json("123"), json("")), (json!([field]), json!([])));
}

fn pass(place: &Place, draft: &str, until: usize) {
    let steps = ["submitted", "platform-passed", "sms-received", "sms-verified"];
    for (step, hour) in steps.iter().zip(9..).take(until) {
        place.ok(&["status", draft, step, "--at", &format!("2026-11-20 {hour:02}:00")]);
    }
}

#[test]
fn the_number_of_another_mini_program_is_refused() {
    let place = Place::with_examples();
    let number = "蜀ICP备2026000001号-1X";
    for draft in ["example-company", "example-individual"] {
        pass(&place, draft, 4);
    }
    let record = |draft: &str, number: &str, more: &[&str]| {
        let call = ["status", draft, "bureau-passed", "--at", "2026-11-20 15:00", "--number", number];
        place.call(&[&call, more].concat())
    };
    assert_eq!(record("example-company", number, &[]).code, 0);
    for lang in ["zh-CN", "en"] {
        let refused = record("example-individual", number, &["--lang", lang]);
        assert!(refused.code == 2 && refused.err.contains(number) && refused.err.contains("--force"), "{}", refused.err);
    }
    // What the platform answers is held against the same.
    let app_id = place.ok(&["get", "example-individual", "mini_program.app_id"]);
    let applet = json!({ "base_info": { "appid": app_id.trim(), "record_number": number } });
    place.file("answer.json", json!({ "errcode": 0, "icp_applets": [applet] }).to_string());
    let refused = place.call(&["status", "example-individual", "--import", "answer.json", "--at", "2026-11-20 15:00"]);
    assert!(refused.code == 2 && refused.err.contains(number) && refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(place.json(&["status", "example-individual"])["stage"], "bureau-review", "nothing was recorded");
    let another = record("example-individual", "粤ICP备2026000001号-2X", &[]);
    assert_eq!(another.code, 0, "{}", another.err);
    place.ok(&["status", "example-individual", "undo"]);
    let forced = record("example-individual", number, &["--force"]);
    assert!(forced.code == 0 && forced.out.contains("filing-number-in-another-draft"), "{}{}", forced.out, forced.err);
}

/// The check and the write are one step, whoever else is at it.
#[test]
#[cfg(unix)]
fn of_two_that_record_one_number_at_a_time_one_is_refused() {
    let place = Place::with_examples();
    let number = "蜀ICP备2026000001号-1X";
    let drafts = ["example-company", "example-individual"];
    drafts.iter().for_each(|draft| pass(&place, draft, 4));
    for round in 0..8 {
        let call = |draft| {
            let args = ["status", draft, "bureau-passed", "--at", "2026-11-20 15:00", "--number", number];
            place.command(&args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let ended = drafts.map(call).map(|child| Called::from(child.wait_with_output().unwrap()));
        let mut codes: Vec<i32> = ended.iter().map(|called| called.code).collect();
        codes.sort_unstable();
        assert_eq!(codes, [0, 2], "round {round}");
        let refused = ended.iter().find(|called| called.code == 2).unwrap();
        assert!(refused.err.contains(number) && refused.err.contains("--force"), "{}", refused.err);
        let winner = if ended[0].code == 0 { drafts[0] } else { drafts[1] };
        place.ok(&["status", winner, "undo"]);
    }
}

#[test]
fn a_change_keeps_its_number() {
    let place = Place::with_examples();
    let number = "蜀ICP备2026000001号-1X";
    pass(&place, "example-company", 4);
    place.ok(&["status", "example-company", "bureau-passed", "--at", "2026-11-20 15:00", "--number", number]);
    place.ok(&["new", "--from", "example-company", "--kind", "change", "drafts/moved"]);
    pass(&place, "moved", 4);
    let record = |number: &str, more: &[&str]| {
        let call = ["status", "moved", "bureau-passed", "--at", "2026-11-20 16:00", "--number", number];
        place.call(&[&call, more].concat())
    };
    for other in ["蜀ICP备2026000001号-7X", "蜀ICP备2026000009号-1X"] {
        for (lang, said) in [("zh-CN", "变更不改备案号"), ("en", "a change keeps the number")] {
            let refused = record(other, &["--lang", lang]);
            let has = |fragment: &str| refused.err.contains(fragment);
            assert!(refused.code == 2 && [said, other, number, "--force"].into_iter().all(has), "{}", refused.err);
        }
    }
    assert_eq!(place.json(&["status", "moved"])["stage"], "bureau-review", "nothing was recorded");
    assert_eq!(place.json(&["status", "example-company"])["number"], number);
    for (given, more) in [(number, &[][..]), ("蜀icp备2026000001号-1x", &[]), ("蜀ICP备2026000001号-7X", &["--force"])] {
        let recorded = record(given, more);
        assert_eq!(recorded.code, 0, "{given}: {}", recorded.err);
        place.ok(&["status", "moved", "undo"]);
    }
}

#[test]
fn an_answer_with_the_number_of_another_mini_program_is_refused() {
    let place = Place::with_examples();
    let number = "蜀ICP备2026000001号-1X";
    for draft in ["example-company", "example-individual"] {
        pass(&place, draft, 4);
    }
    place.ok(&["status", "example-company", "bureau-passed", "--at", "2026-11-20 15:00", "--number", number]);
    let app_id = place.ok(&["get", "example-individual", "mini_program.app_id"]);
    let answer = |number: &str| {
        let applet = json!({ "base_info": { "appid": app_id.trim(), "record_number": number } });
        let whole = json!({ "errcode": 0, "icp_subject": { "base_info": {} }, "icp_applets": [applet] });
        place.file("answer.json", whole.to_string());
    };
    let import = |more: &[&str]| {
        let call = ["status", "example-individual", "--import", "answer.json", "--at", "2026-11-20 16:00"];
        place.call(&[&call, more].concat())
    };
    answer(number);
    for lang in ["zh-CN", "en"] {
        let refused = import(&["--lang", lang]);
        let has = |fragment: &str| refused.err.contains(fragment);
        assert!(refused.code == 2 && [number, "虚构音乐厅", "--force"].into_iter().all(has), "{}", refused.err);
    }
    assert_eq!(place.json(&["status", "example-individual"])["stage"], "bureau-review", "nothing was recorded");
    for (given, more) in [(number, &["--force"][..]), ("蜀ICP备2026000001号-2X", &[])] {
        answer(given);
        let taken = import(more);
        assert_eq!(taken.code, 0, "{given}: {}", taken.err);
        assert_eq!(place.json(&["status", "example-individual"])["number"], given);
        place.ok(&["status", "example-individual", "undo"]);
    }
    assert_eq!(place.call(&["status", "example-individual", "--force"]).code, 2, "there is nothing to insist on");
}

#[test]
fn what_is_due_first_comes_first() {
    let place = Place::with_examples();
    assert!(!place.ok(&["list", "--lang", "en", "--no-files"]).contains("Due"), "nothing is due");
    pass(&place, "example-company", 1);
    pass(&place, "example-individual", 2);
    place.ok(&["status", "example-individual", "sms-received", "--at", "2026-11-20"]);
    let list = place.ok(&["list", "--lang", "en", "--no-files"]);
    let heading = list.lines().next().unwrap();
    assert!(heading.contains("Due") && list.contains("platform review") && list.contains("SMS code"), "{list}");
    let json = place.json(&["list", "--no-files"]);
    let of = |name: &str| json.as_array().unwrap().iter().find(|draft| draft["name"] == name).unwrap()["deadline"].clone();
    assert_eq!(of("example-company")["what"], "platform-review");
    assert_eq!(of("example-individual")["what"], "code");
    let status = place.json(&["status", "drafts"]);
    let order: Vec<&str> = status["drafts"].as_array().unwrap().iter().map(|one| one["draft"].as_str().unwrap()).collect();
    assert!(order[0].contains("individual") && order[1].contains("company"), "{order:?}");
    // What was rejected takes somebody's hands, and comes before what others have to do.
    place.call(&[
        "status",
        "example-company",
        "platform-returned",
        "--at",
        "2026-11-20",
        "--note",
        "The seal on the letter of authorisation cannot be read in full",
    ]);
    std::fs::copy(place.draft("example-company"), place.draft("a")).unwrap();
    place.call(&["status", "a", "undo"]);
    let status = place.json(&["status", "drafts"]);
    let order: Vec<&str> = status["drafts"].as_array().unwrap().iter().map(|one| one["draft"].as_str().unwrap()).collect();
    assert!(order[0].contains("individual") && order[1].contains("company") && order[2].ends_with("a.toml"), "{order:?}");
    let said = place.call(&["status", "example-company", "--lang", "en"]).out;
    assert!(said.contains("Stage: Preparing · Rejected by the platform"), "one stage has one name: {said}");
    let late = place.call(&["status", "a", "--lang", "en", "--today", "2026-12-30"]).out;
    assert!(late.contains("overdue (began ") && !late.contains("overdue (since"), "{late}");
    let found = place.call(&["check", "example-company", "--lang", "en", "--no-files", "--select", "rejection-open"]).out;
    assert!(found.contains("cannot be read in full"), "nothing is cut: {found}");
    place.call(&["status", "example-company", "undo"]);
    // Those that are named stand as they were named.
    let status = place.json(&["status", "example-company", "example-individual"]);
    assert!(status["drafts"][0]["draft"].as_str().unwrap().contains("company"), "{status}");
}

#[test]
fn errors_in_what_is_filed_take_a_change() {
    let place = Place::with_examples();
    pass(&place, "example-company", 4);
    place.ok(&["status", "example-company", "bureau-passed", "--at", "2026-11-20 15:00", "--number", "蜀ICP备2026000001号-1X"]);
    let call = ["check", "example-company", "--no-files", "--lang", "en"];
    assert!(!place.call(&call).out.contains("--kind change"), "there is no error");
    let forced = ["set", "example-company", "responsible_person.mobile=1301234", "--force"];
    assert_eq!(place.call(&forced).code, 0);
    let checked = place.call(&call);
    assert!(checked.code == 1 && checked.out.contains("--kind change"), "{}", checked.out);
    let status = place.ok(&["status", "example-company", "--lang", "en"]);
    assert!(status.contains("Errors in what is filed: 1") && status.contains("--kind change"), "{status}");
    assert_eq!(place.json(&["status", "example-company"])["errors_on_record"], 1);
    let list = place.ok(&["list", "--no-files", "--lang", "en"]);
    assert!(list.contains("1 error") && list.contains("(file a change)"), "{list}");
    let list = place.ok(&["list", "--no-files", "--lang", "zh-CN"]);
    assert!(list.contains("（办变更）"), "{list}");
    // A change that has begun is the place for it.
    place.ok(&["new", "--from", "example-company", "--kind", "change", "drafts/moved"]);
    for (lang, prepared, under_way) in [("en", "in preparation", "under way"), ("zh-CN", "准备中的变更", "正在办理的变更")]
    {
        for is_submitted in [false, true] {
            if is_submitted {
                place.ok(&["status", "moved", "submitted", "--at", "2026-11-21 09:00"]);
            }
            let said = if is_submitted { under_way } else { prepared };
            let brief = match (lang, is_submitted) {
                ("en", false) => "1 error (change in preparation: moved.toml)",
                ("en", true) => "1 error (change under way: moved.toml)",
                (_, false) => "（变更在准备：moved.toml）",
                (_, true) => "（变更在办理：moved.toml）",
            };
            // Named alone, too: the change lies beside it.
            for call in [&["list", "--no-files"][..], &["list", "--no-files", "drafts/example-company.toml"]] {
                let out = place.ok(&[call, &["--lang", lang]].concat());
                assert!(out.contains(brief) && !out.contains("file a change") && !out.contains("（办变更）"), "{out}");
            }
            for call in [&["check", "--no-files", "example-company"][..], &["status", "example-company"]] {
                let out = place.call(&[call, &["--lang", lang]].concat()).out;
                assert!(out.contains(said) && out.contains("moved.toml") && !out.contains("--kind change"), "{out}");
            }
        }
        place.ok(&["status", "moved", "undo"]);
    }
}

#[test]
fn what_begins_with_an_answer_says_what_it_is() {
    let place = Place::new();
    let answer = |applets: Json| json!({ "errcode": 0, "icp_subject": { "base_info": { "type": 4, "name": "虚构科技有限公司" } }, "icp_applets": applets });
    let applet =
        json!([{ "base_info": { "appid": "wx0000000000000001", "name": "小食记", "record_number": "蜀ICP备2026000001号-1X" } }]);
    place.file("answer.json", answer(applet).to_string());
    place.file("empty.json", answer(json!([])).to_string());
    let called = place.call(&["new", "--from", "answer.json", "a", "--lang", "en"]);
    assert!(called.code == 0 && called.out.lines().count() == 1, "{}{}", called.out, called.err);
    assert!(called.err.contains("--kind change") && called.err.contains("one more mini-program"), "{}", called.err);
    assert_eq!(place.json(&["new", "--from", "answer.json", "b"])["kind"], "additional");
    assert_eq!(place.json(&["new", "--from", "answer.json", "c", "--kind", "change"])["kind"], "change");
    let numberless = json!([{ "base_info": { "appid": "wx0000000000000001", "name": "小食记" } }]);
    place.file("numberless.json", answer(numberless).to_string());
    for (lang, said) in [("en", "From the record"), ("zh-CN", "取自备案记录")] {
        for (file, has_number) in [("answer.json", true), ("numberless.json", false)] {
            let called = place.call(&["new", "--from", file, &format!("{lang}-{has_number}"), "--lang", lang]);
            let told = called.err.lines().find(|line| line.starts_with(said)).unwrap_or_default();
            assert!(called.code == 0 && !told.is_empty(), "{}", called.err);
            assert_eq!(told.contains("蜀ICP备2026000001号-1X"), has_number, "{told}");
            assert!(!told.contains("()") && !told.contains("（）"), "{told}");
        }
    }
    let empty = place.call(&["new", "--from", "empty.json", "d", "--lang", "en"]);
    assert!(empty.code == 2 && empty.err.contains("no mini-programs") && !empty.err.contains("missing"), "{}", empty.err);
    // Another number of the entity is one of its numbers; that of another entity is not, and both are named.
    for (number, code) in [("蜀ICP备2026000001号-9X", 0), ("蜀ICP备2026000002号-1X", 2)] {
        let called = place.call(&["new", "--from", "answer.json", "--kind", "additional", "--number", number, &number[3..12]]);
        assert_eq!(called.code, code, "{}", called.err);
        assert!(code == 0 || called.err.contains(number) && called.err.contains("蜀ICP备2026000001号-1X"), "{}", called.err);
    }
}
