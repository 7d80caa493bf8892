//! The life of a filing: a change or a deregistration that is through, and the draft that was filed.

use serde_json::Value as Json;

use super::Place;
use super::kinds::{NUMBER, filed};

/// Records these events, an hour apart, and returns what the last call said.
fn record(place: &Place, draft: &str, day: &str, events: &[&str]) -> String {
    let mut said = String::new();
    for (index, event) in events.iter().enumerate() {
        said = place.ok(&["status", draft, event, "--at", &format!("{day} {:02}:00", 8 + index)]);
    }
    said
}

const THROUGH: [&str; 5] = ["submitted", "platform-passed", "sms-received", "sms-verified", "bureau-passed"];

/// A change of the phone that is through, in the draft `moved`.
fn changed(place: &Place) -> String {
    // Of another change that is in preparation it would tell.
    assert_eq!(place.call(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]).code, 0);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    record(place, "moved", "2026-11-10", &THROUGH)
}

#[test]
fn a_filed_draft_follows_its_change_and_keeps_what_a_person_wrote() {
    let place = filed();
    let path = place.draft("filed");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("# by hand\nshop = 7 # unknown\n{text}")).unwrap();
    assert_eq!(place.json(&["status", "filed"])["stage"], "filed");
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    record(&place, "moved", "2026-11-10", &THROUGH[..4]);
    assert_eq!(place.json(&["status", "filed"])["stage"], "filed", "while the change runs");
    assert_eq!(place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), "13012340003");
    let said = place.ok(&["status", "moved", "bureau-passed", "--at", "2026-11-10 20:00"]);
    assert!(said.contains("已更新") && said.contains("手机号码") && said.contains(NUMBER), "{said}");
    assert!(!said.contains("现在可以发布"), "{said}");
    assert_eq!(place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), "13012340009");
    let status = place.json(&["status", "filed"]);
    assert_eq!((&status["stage"], &status["number"]), (&"filed".into(), &NUMBER.into()));
    assert_eq!(status["events"].as_array().unwrap().last().unwrap()["kind"], "changed");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# by hand\nshop = 7 # unknown\n"), "{text}");
    assert_eq!(place.json(&["status", "moved"])["number"], NUMBER);
    // What is on record now is where the next one begins.
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/next"]);
    assert_eq!(place.ok(&["get", "next", "responsible_person.mobile"]).trim(), "13012340009");
    assert!(place.ok(&["diff", "next"]).contains("没有差别"));
}

#[test]
fn an_edit_in_the_filed_draft_that_gives_way_is_named() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    place.ok(&["set", "filed", "--force", "responsible_person.mobile=13012340077"]);
    let said = record(&place, "moved", "2026-11-10", &THROUGH);
    assert!(said.contains("13012340077") && said.contains("不是备案记录的值"), "{said}");
    place.ok(&["status", "moved", "undo"]);
    place.ok(&["set", "filed", "--force", "responsible_person.mobile=13012340077"]);
    let json = place.json(&["status", "moved", "bureau-passed", "--at", "2026-11-10 12:00"]);
    let was = serde_json::json!([{ "field": "responsible_person.mobile", "was": "13012340077" }]);
    assert_eq!(json["synced"]["updated"][0]["overwritten"], was);
}

/// A change of the subject's data concerns whatever else there is of the subject.
#[test]
fn what_is_prepared_and_filed_beside_has_the_new_record_of_the_subject() {
    let place = filed();
    let text = std::fs::read_to_string(place.draft("filed")).unwrap();
    let other = text.replace(NUMBER, &NUMBER.replace("-1X", "-2X")).replace("wx7f6e5d4c3b2a1908", "wx7f6e5d4c3b2a1909");
    std::fs::write(place.draft("other"), other).unwrap();
    assert_eq!(place.call(&["new", "--from", "filed", "--kind", "additional", "drafts/more"]).code, 0);
    let prepared = std::fs::read_to_string(place.draft("more")).unwrap();
    let said = changed(&place);
    assert!(said.contains("同一主体的草稿") && said.contains("more.toml") && said.contains("other.toml"), "{said}");
    for draft in ["filed", "other", "more"] {
        assert_eq!(place.ok(&["get", draft, "responsible_person.mobile"]).trim(), "13012340009", "{draft}");
    }
    let differs = |draft: &str| {
        let found = place.json(&["check", draft]);
        let of_mobile = found.as_array().unwrap().iter().filter(|one| one["field"] == "responsible_person.mobile");
        let rules = of_mobile.filter_map(|one| one["rule"].as_str().map(str::to_owned));
        rules.filter(|rule| rule.contains("record")).collect::<Vec<_>>()
    };
    assert_eq!(differs("more"), Vec::<String>::new());
    // A draft that was not at hand is told what is on record now, and no more once it says so.
    std::fs::write(place.draft("more"), prepared).unwrap();
    assert_eq!(differs("more"), ["differs-from-subject-on-record"]);
    place.call(&["set", "more", "--force", "responsible_person.mobile=13012340009"]);
    assert_eq!(differs("more"), Vec::<String>::new());
    let synced = place.json(&["status", "moved", "sync"]);
    assert_eq!(synced["synced"]["same_entity"][0]["fields"], serde_json::json!(["responsible_person.mobile"]), "{synced}");
    assert!(place.ok(&["status", "moved", "undo"]).contains("more.toml"));
    for draft in ["filed", "other", "more"] {
        assert_eq!(place.ok(&["get", draft, "responsible_person.mobile"]).trim(), "13012340003", "{draft}");
    }
}

/// What was answered about the old number says nothing of the new one.
#[test]
fn answers_in_preparation_are_asked_again_when_a_change_reaches_what_they_are_about() {
    let place = filed();
    for (kind, draft) in [("additional", "drafts/more"), ("change", "drafts/later")] {
        assert_eq!(place.call(&["new", "--from", "filed", "--kind", kind, draft]).code, 0);
    }
    for draft in ["more", "later"] {
        place.call(&["set", draft, "--force", "answers.phones_are_answered=true", "answers.name_is_unique=true"]);
    }
    let said = changed(&place);
    let answered = |draft: &str, question: &str| place.call(&["get", draft, question]).out.trim().to_owned();
    for draft in ["more", "later"] {
        assert!(
            said.lines().any(|line| line.contains(&format!("{draft}.toml")) && line.contains("要照现在的内容重新回答")),
            "{draft}: {said}"
        );
        assert_eq!(answered(draft, "answers.phones_are_answered"), "", "{draft}");
        assert_eq!(answered(draft, "answers.name_is_unique"), "yes", "{draft}: not about numbers");
    }
    // Answered about the new number, it is asked again when that is taken back; JSON names it.
    place.call(&["set", "more", "--force", "answers.phones_are_answered=true"]);
    let json = place.json(&["status", "moved", "undo"]);
    let of_more =
        json["synced"]["same_entity"].as_array().unwrap().iter().find(|one| one["draft"].as_str().unwrap().contains("more"));
    assert_eq!(of_more.unwrap()["reopened"], serde_json::json!(["answers.phones_are_answered"]), "{json}");
    assert_eq!(answered("more", "answers.phones_are_answered"), "");
    // What went with the change does not come back with its end, and nobody says that it did.
    for (word, is_open) in [("bureau-passed", false), ("undo", true)] {
        let time: &[&str] = if is_open { &[] } else { &["--at", "2026-11-10 12:00"] };
        let said = place.ok(&[&["status", "moved", word], time].concat());
        let of_more: Vec<&str> = said.lines().filter(|line| line.contains("more.toml")).collect();
        assert_eq!(
            of_more.iter().any(|line| line.contains("要照现在的内容重新回答：须本人回答 · 电话都能接通")),
            is_open,
            "{said}"
        );
        assert!(
            !is_open || of_more.iter().any(|line| line.contains("也改回了变更之前备案的内容：主体负责人 · 手机号码")),
            "{said}"
        );
    }
}

/// Nobody knows which paper lay there before: the one that gives way is named, and none is emptied.
#[test]
fn a_paper_that_gives_way_in_what_is_prepared_is_named_and_none_is_lost() {
    let place = filed();
    assert_eq!(place.call(&["new", "--from", "filed", "--kind", "additional", "drafts/more"]).code, 0);
    std::fs::copy(place.path().join("drafts/scans/responsible-id-front.jpg"), place.path().join("drafts/scans/own.jpg")).unwrap();
    let front = "responsible_person.certificate.front";
    place.call(&["set", "more", "--force", &format!("{front}=scans/own.jpg")]);
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    let until = "responsible_person.certificate.valid_until=2044-04-01";
    place.call(&[
        "set",
        "moved",
        "--force",
        until,
        "responsible_person.mobile=13012340009",
        &format!("{front}=scans/owner-id-front.jpg"),
    ]);
    let said = record(&place, "moved", "2026-11-10", &THROUGH);
    assert!(said.lines().any(|line| line.contains("more.toml") && line.contains("scans/own.jpg")), "{said}");
    let undone = place.ok(&["status", "moved", "undo"]);
    assert!(
        undone.lines().any(|line| line.contains("more.toml") && line.contains("改回了") && line.contains("证件正面")),
        "{undone}"
    );
    let of = |draft| place.ok(&["get", draft, front]).trim().to_owned();
    assert!(!of("more").is_empty() && of("more") == of("filed"), "{}", of("more"));
}

/// The face check is one person's: with another one it goes both ways, and neither time in silence.
#[test]
fn a_face_check_goes_with_its_person_and_that_is_said() {
    let place = filed();
    assert_eq!(place.call(&["new", "--from", "filed", "--kind", "additional", "drafts/more"]).code, 0);
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    let number = "responsible_person.certificate.number=510107198805123013";
    place.call(&["set", "moved", "--force", "responsible_person.name=测试丁", number]);
    let noted = || place.call(&["get", "more", "owner.face_check.task_id"]).out.trim().to_owned();
    let note = || assert_eq!(place.call(&["set", "more", "--force", "owner.face_check.task_id=abcdef"]).code, 0);
    note();
    assert_eq!(noted(), "abcdef");
    let said = record(&place, "moved", "2026-11-10", &THROUGH);
    assert!(said.lines().any(|line| line.contains("more.toml") && line.contains("人脸核身已清空")), "{said}");
    assert_eq!(noted(), "");
    note();
    let undone = place.ok(&["status", "moved", "undo"]);
    assert!(undone.lines().any(|line| line.contains("more.toml") && line.contains("人脸核身已清空")), "{undone}");
    assert_eq!(noted(), "");
}

/// It would say for good what the change said.
#[test]
fn a_filed_draft_that_is_away_when_its_change_is_taken_back_is_missed() {
    let place = filed();
    assert_eq!(place.call(&["new", "--from", "filed", "--kind", "additional", "drafts/more"]).code, 0);
    changed(&place);
    let away = place.path().join("away.toml");
    std::fs::rename(place.draft("filed"), &away).unwrap();
    let said = place.ok(&["status", "moved", "undo"]);
    assert!(said.contains("more.toml") && said.contains("手边没有原备案的草稿"), "{said}");
    // As it says.
    std::fs::rename(&away, place.draft("filed")).unwrap();
    place.ok(&["status", "moved", "bureau-passed", "--at", "2026-11-10 12:00"]);
    assert!(!place.ok(&["status", "moved", "undo"]).contains("手边没有"));
    assert_eq!(place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), "13012340003");
}

/// It is written behind the end of the review, with the day on which the change came through.
#[test]
fn a_change_that_came_through_while_another_filing_was_in_review_is_no_slip_there() {
    let place = filed();
    let text = std::fs::read_to_string(place.draft("filed")).unwrap();
    let other = text.replace(NUMBER, &NUMBER.replace("-1X", "-2X")).replace("wx7f6e5d4c3b2a1908", "wx7f6e5d4c3b2a1909");
    std::fs::write(place.draft("other"), other).unwrap();
    place.ok(&["status", "other", "undo"]);
    let number = NUMBER.replace("-1X", "-2X");
    place.ok(&["status", "other", "bureau-passed", "--at", "2026-11-20 09:00", "--number", &number]);
    assert!(changed(&place).contains("other.toml"));
    let events = place.json(&["status", "other"])["events"].clone();
    let last = events.as_array().unwrap().last().unwrap().clone();
    assert!(last["kind"] == "changed" && last["at"].as_str().unwrap().starts_with("2026-11-10"), "{last}");
    let found = place.json(&["check", "other"]).to_string();
    assert!(!found.contains("event-out-of-order"), "{found}");
}

#[test]
fn a_change_that_was_renamed_is_taken_back_and_told_once() {
    let place = filed();
    changed(&place);
    place.ok(&["rename", "moved", "drafts/other-name"]);
    let told = |draft: &str| {
        let events = place.json(&["status", draft])["events"].clone();
        events.as_array().unwrap().iter().filter(|event| event["kind"] == "changed").count()
    };
    place.ok(&["status", "other-name", "sync"]);
    assert_eq!(told("filed"), 1, "not once more under the new name");
    place.ok(&["status", "other-name", "undo"]);
    assert_eq!((place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), told("filed")), ("13012340003", 0));
}

/// What is on record then is what the last one says, also where it was made against the record before the first.
#[test]
fn what_is_prepared_follows_two_changes_that_were_under_way_at_once() {
    let place = filed();
    assert_eq!(place.call(&["new", "--from", "filed", "--kind", "additional", "drafts/more"]).code, 0);
    for (name, mobile) in [("first", "13012340009"), ("second", "13012340005")] {
        // A second one is told of the first.
        assert_eq!(place.call(&["new", "--from", "filed", "--kind", "change", &format!("drafts/{name}")]).code, 0);
        place.ok(&["set", name, &format!("responsible_person.mobile={mobile}")]);
        record(&place, name, "2026-11-09", &THROUGH[..4]);
    }
    let mobile = || ["filed", "more"].map(|draft| place.ok(&["get", draft, "responsible_person.mobile"]).trim().to_owned());
    place.ok(&["status", "first", "bureau-passed", "--at", "2026-11-10 12:00"]);
    place.ok(&["status", "second", "bureau-passed", "--at", "2026-11-11 12:00"]);
    assert_eq!(mobile(), ["13012340005"; 2]);
    place.ok(&["status", "second", "undo"]);
    assert_eq!(mobile(), ["13012340009"; 2], "what the first one says");
}

#[test]
fn a_change_that_began_with_what_another_said_follows_when_that_is_taken_back() {
    let place = filed();
    changed(&place);
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/later"]);
    place.ok(&["set", "later", "mini_program.name=虚构帮手"]);
    let recorded = || {
        let text = std::fs::read_to_string(place.draft("later")).unwrap();
        let mut mobiles = text.lines().filter(|line| line.starts_with("mobile = ")).map(str::to_owned).collect::<Vec<_>>();
        mobiles.sort();
        mobiles
    };
    assert_eq!(recorded(), [r#"mobile = "13012340009""#; 2], "the value, and what is on record");
    place.ok(&["status", "moved", "undo"]);
    assert_eq!(recorded(), [r#"mobile = "13012340003""#; 2]);
    assert!(place.ok(&["diff", "later"]).contains("虚构帮手"));
}

#[test]
fn a_code_that_never_came_cannot_be_entered_and_it_is_said_why() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    record(&place, "moved", "2026-11-10", &THROUGH[..2]);
    let refused = place.call(&["status", "moved", "sms-verified", "--at", "2026-11-10 12:00"]);
    assert!(refused.code == 2 && refused.err.contains("sms-received"), "{}", refused.err);
    record(&place, "moved", "2026-11-11", &THROUGH[2..]);
    // A change that is through is through: the next one is a draft of its own.
    let refused = place.call(&["status", "moved", "submitted", "--at", "2026-11-12 12:00"]);
    assert!(refused.code == 2 && refused.err.contains("--from"), "{}", refused.err);
}

#[test]
fn a_change_taken_back_far_from_what_it_changed_says_so() {
    let place = filed();
    changed(&place);
    let away = place.draft("filed").parent().unwrap().with_file_name("elsewhere");
    std::fs::create_dir(&away).unwrap();
    std::fs::rename(place.draft("moved"), away.join("moved.toml")).unwrap();
    let away = away.to_str().unwrap();
    let said = place.ok(&["status", "moved", "undo", "--drafts-dir", away]);
    assert!(said.contains("别的草稿没有动") && said.contains("--drafts-dir"), "{said}");
    assert_eq!(place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), "13012340009");
    // As it says: recorded again and undone where both are at hand.
    let moved = format!("{away}/moved.toml");
    place.ok(&["status", &moved, "bureau-passed", "--at", "2026-11-10 12:00"]);
    assert!(!place.ok(&["status", &moved, "undo"]).contains("别的草稿没有动"));
    assert_eq!(place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), "13012340003");
    // Of what had no consequences nothing is said.
    assert!(!place.ok(&["status", &moved, "undo"]).contains("别的草稿"));
}

#[test]
fn taking_the_event_back_takes_the_values_back() {
    let place = filed();
    changed(&place);
    let before = std::fs::read_to_string(place.draft("filed")).unwrap();
    let said = place.ok(&["status", "moved", "undo"]);
    assert!(said.contains("恢复成记录这一条之前的样子"), "{said}");
    assert_eq!(place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), "13012340003");
    assert_eq!(place.json(&["status", "filed"])["events"].as_array().unwrap().len(), 5);
    place.ok(&["status", "moved", "bureau-passed", "--at", "2026-11-10 12:00"]);
    assert_eq!(std::fs::read_to_string(place.draft("filed")).unwrap(), before);
}

#[test]
fn a_change_whose_original_is_gone_or_cannot_be_written_says_so() {
    let place = filed();
    let text = std::fs::read_to_string(place.draft("filed")).unwrap();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    std::fs::remove_file(place.draft("filed")).unwrap();
    let said = record(&place, "moved", "2026-11-10", &THROUGH);
    assert!(said.contains("这份变更就是最新的备案信息"), "{said}");
    // The change is a record itself.
    place.ok(&["new", "--from", "moved", "--kind", "change", "drafts/next"]);
    assert_eq!(place.ok(&["get", "next", "responsible_person.mobile"]).trim(), "13012340009");
    // It turns up under another name, first for reading only.
    let elsewhere = place.draft("renamed");
    std::fs::write(&elsewhere, &text).unwrap();
    let writable = elsewhere.metadata().unwrap().permissions();
    let mut locked = writable.clone();
    locked.set_readonly(true);
    std::fs::set_permissions(&elsewhere, locked).unwrap();
    let said = place.ok(&["status", "moved", "sync"]);
    assert!(said.contains("没有更新") && said.contains("sync"), "{said}");
    assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), text);
    std::fs::set_permissions(&elsewhere, writable).unwrap();
    let synced = place.json(&["status", "moved", "sync"]);
    assert_eq!(synced["synced"]["updated"][0]["fields"], serde_json::json!(["responsible_person.mobile"]), "{synced}");
    assert_eq!(place.ok(&["get", "renamed", "responsible_person.mobile"]).trim(), "13012340009");
    let again = place.json(&["status", "moved", "sync"]);
    assert_eq!(
        (again["synced"]["updated"].as_array().unwrap().len(), again["synced"]["unchanged"].as_array().unwrap().len()),
        (0, 1)
    );
    let none = place.call(&["status", "renamed", "sync"]);
    assert!(none.code == 2 && none.err.contains("bureau-passed"), "{}", none.err);
}

#[test]
fn what_a_deregistration_ends_is_marked_in_its_drafts() {
    for (scope, ends) in [("2", [true, false]), ("1", [true, true])] {
        let place = filed();
        let other = place.draft("other");
        let text = std::fs::read_to_string(place.draft("filed")).unwrap();
        std::fs::write(&other, text.replace("号-1X", "号-2X").replace("wx7f6e5d4c3b2a1908", "wx0a1b2c3d4e5f6071")).unwrap();
        place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
        place.ok(&["set", "end", &format!("deregistration.scope={scope}"), "deregistration.reason=1"]);
        let said = record(&place, "end", "2026-11-10", &["deregistration-requested", "sms-received", "sms-verified"]);
        assert!(said.contains("已注销"), "{said}");
        for (draft, is_over) in ["filed", "other"].into_iter().zip(ends) {
            let stage = place.json(&["status", draft])["stage"].clone();
            assert_eq!(stage, if is_over { "deregistered" } else { "filed" }, "{scope} {draft}");
        }
        let refused = place.call(&["new", "--from", "filed", "--kind", "change", "no"]);
        assert!(refused.code == 2 && refused.err.contains("已经注销"), "{}", refused.err);
    }
}

/// The end of the entity is that of all its filings: each of them hears of it before it is done.
#[test]
fn the_end_of_an_entity_that_is_under_way_is_told_of_all_its_filings() {
    let place = filed();
    let text = std::fs::read_to_string(place.draft("filed")).unwrap();
    let other = text.replace("号-1X", "号-2X").replace("wx7f6e5d4c3b2a1908", "wx0a1b2c3d4e5f6071");
    std::fs::write(place.draft("other"), other).unwrap();
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    let told = |draft: &str| {
        let json = place.json(&["status", draft]);
        json["follow_ups"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (scope, ends) in [("2", [1, 0]), ("1", [1, 1]), ("3", [1, 0])] {
        place.ok(&["set", "end", &format!("deregistration.scope={scope}"), "deregistration.reason=1"]);
        assert_eq!(["filed", "other"].map(|draft| told(draft).len()), ends, "{scope}");
        let list = place.ok(&["list"]);
        assert_eq!(
            list.lines().filter(|line| line.contains("备案成功，")).count(),
            ends.iter().sum::<usize>(),
            "{scope}: {list}"
        );
    }
}

#[test]
fn the_end_of_an_access_is_no_end_of_the_number() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.ok(&["set", "end", "deregistration.scope=3", "deregistration.reason=1"]);
    place.ok(&["status", "end", "deregistration-requested", "--at", "2026-11-10 09:00"]);
    let refused = place.call(&["status", "end", "nonsense"]);
    assert!(refused.err.contains("access-cancelled") && !refused.err.contains(" deregistered"), "{}", refused.err);
    let said = place.ok(&["status", "end", "access-cancelled", "--at", "2026-11-10 10:00"]);
    assert!(said.contains("微信接入已取消"), "{said}");
    for draft in ["filed", "end"] {
        let status = place.json(&["status", draft]);
        assert_eq!((&status["stage"], &status["next"][0]), (&"deregistered".into(), &"access-gone".into()), "{draft}: {status}");
    }
    let text = std::fs::read_to_string(place.draft("filed")).unwrap();
    assert_eq!(text.matches("access-cancelled").count(), 1, "{text}");
    // Written by an earlier version, which knew one end only.
    std::fs::write(place.draft("filed"), text.replace("access-cancelled", "deregistered")).unwrap();
    let again = place.json(&["status", "end", "sync"]);
    assert_eq!(again["synced"]["updated"].as_array().map(Vec::len), Some(0), "{again}");
    place.ok(&["status", "end", "undo"]);
    assert_eq!(place.json(&["status", "filed"])["stage"], "filed");
}

#[test]
fn what_goes_out_with_errors_is_recorded_and_doubted_whatever_its_kind() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.ok(&["new", "--name", "空白", "drafts/blank"]);
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/same"]);
    for draft in ["end", "blank", "same"] {
        let said = place.ok(&["status", draft, "submitted", "--at", "2026-11-10 09:00"]);
        assert!(said.contains("已照样记录") && said.contains("undo"), "{draft}: {said}");
    }
}

#[test]
fn a_number_of_another_province_is_said_where_it_is_given() {
    let place = filed();
    let said = |number: &str| {
        place.ok(&["status", "filed", "undo"]);
        place.ok(&["status", "filed", "bureau-passed", "--at", "2026-09-30 09:00", "--number", number, "--force"])
    };
    let first: String = said("京ICP备2026000001号-1X").lines().take(4).collect();
    assert!(first.contains("不是四川的备案号"), "before the status: {first}");
    assert!(place.call(&["check", "filed"]).out.contains("(filing-number-invalid)"));
    assert!(!said(NUMBER).contains("filing-number-invalid"));
    for (number, fragment) in [("京ICP备2026000001号-1X", "四川"), ("12", "不像备案号"), ("蜀ICP备2026000001号-1", "不是小程序")]
    {
        let refused = place.call(&["new", "--from", "filed", "--kind", "change", "--number", number, "no"]);
        assert!(refused.code == 2 && refused.err.contains(fragment), "{number}: {}", refused.err);
        assert!(!place.path().join("no.toml").exists());
    }
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    assert!(place.ok(&["set", "moved", "--force", "record.number=粤ICP备2026000001号-1X"]).contains("不是四川的备案号"));
}

/// An answer that the draft cannot place leaves no trace but its own words, once.
#[test]
fn what_the_platform_says_and_no_one_knows_is_kept() {
    let place = Place::with_examples();
    let kept = |place: &Place| -> Vec<Json> {
        let events = place.json(&["status", "example-company"])["events"].as_array().unwrap().clone();
        events.into_iter().filter(|event| event["kind"] == "answered").collect()
    };
    place.file("odd.json", r#"{"errcode":0,"info":{"status":9,"newkey":"新内容","audit_data":[]}}"#);
    for _ in 0..2 {
        let said = place.ok(&["status", "example-company", "--import", "odd.json"]);
        assert!(said.contains("不认识") && said.contains("status") && said.contains("newkey"), "{said}");
        assert_eq!(kept(&place).len(), 1);
    }
    let note = kept(&place)[0]["note"].as_str().unwrap().to_owned();
    assert!(note.contains("status: 9") && note.contains("info.newkey: 新内容"), "{note}");
    assert_eq!(place.json(&["status", "example-company"])["stage"], "preparing");
    place.file(
        "entity.xml",
        "<xml><InfoType>notify_apply_icpfiling_result</InfoType><beian_status>&state;</beian_status><more><a>1</a></more></xml>",
    );
    place.ok(&["status", "example-company", "--import", "entity.xml"]);
    let note = kept(&place)[1]["note"].as_str().unwrap().to_owned();
    assert!(note.contains("beian_status: &state;") && note.contains("more"), "{note}");
    place.file("dtd.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><xml><InfoType>notify_apply_icpfiling_result</InfoType></xml>");
    let refused = place.call(&["status", "example-company", "--import", "dtd.xml"]);
    assert!(refused.code == 2 && refused.err.contains("DTD"), "{}", refused.err);
    // One failure, one exit status, whatever is read.
    std::fs::create_dir(place.path().join("folder")).unwrap();
    for file in ["folder", "nowhere.json"] {
        assert_eq!(place.call(&["status", "example-company", "--import", file]).code, 2, "{file}");
    }
}

/// Report C38: a rejection in the reviewer's words leads to a field, and what is as it was is not called clean.
#[test]
fn a_rejection_in_words_leads_to_a_field_and_is_not_forgotten() {
    let place = Place::with_examples();
    place.ok(&["status", "example-company", "submitted", "--at", "2026-11-20 09:00"]);
    let said =
        place.ok(&["status", "example-company", "platform-returned", "--at", "2026-11-21 09:00", "--note", "证件住所校验不通过"]);
    assert!(said.contains("证件住所") && said.contains("还没有改动"), "{said}");
    let found = place.json(&["check", "example-company"]);
    let open = found.as_array().unwrap().iter().find(|one| one["rule"] == "rejection-open").unwrap();
    assert_eq!(open["field"], "subject.certificate.address");
    let said = place.ok(&["status", "example-company", "submitted", "--at", "2026-11-22 09:00"]);
    assert!(said.lines().take(2).any(|line| line.contains("证件住所")), "doubted: {said}");
}

/// Report C40: what is filed stays so until its deregistration was requested and the code entered.
#[test]
fn a_filing_stands_until_its_deregistration_is_confirmed() {
    let place = filed();
    place.ok(&["set", "filed", "--force", "kind=deregister"]);
    let stage = || place.json(&["status", "filed"])["stage"].as_str().unwrap().to_owned();
    assert_eq!(stage(), "filed");
    for (event, after) in
        [("submitted", "sms-verification"), ("sms-received", "sms-verification"), ("sms-verified", "deregistered")]
    {
        place.ok(&["status", "filed", event, "--at", "2026-11-20 09:00"]);
        assert_eq!(stage(), after, "{event}");
    }
}

/// Report C41: a change names the filing that it changes; of what never was filed, nothing can change.
#[test]
fn a_change_of_what_was_never_filed_is_none() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "kind=change"]);
    let found = place.call(&["check", "example-company"]);
    assert!(found.code == 1 && found.out.contains("还没有填备案号"), "{}", found.out);
    assert_eq!(place.call(&["export", "example-company"]).code, 1);
}

#[test]
fn a_number_that_came_late_is_added_to_what_is_recorded() {
    let place = Place::with_examples();
    let said = record(&place, "example-company", "2026-10-01", &THROUGH);
    assert!(said.contains("备案号还没有记录") && said.contains("--number"), "{said}");
    let labelled = format!("小程序备案号：{NUMBER}");
    let moved = place.call(&["status", "example-company", "bureau-passed", "--number", &labelled, "--at", "2026-10-01 08:00"]);
    assert!(moved.code == 2 && moved.err.contains("补备案号不改时间"), "{}", moved.err);
    let added = place.ok(&["status", "example-company", "bureau-passed", "--number", &labelled]);
    assert!(added.contains("已补上备案号") && !added.contains("还没有记录"), "{added}");
    let status = place.json(&["status", "example-company"]);
    assert_eq!((&status["number"], status["events"].as_array().unwrap().len()), (&NUMBER.into(), THROUGH.len()));
    let again = place.call(&["status", "example-company", "bureau-passed", "--number", NUMBER]);
    assert!(again.code == 2 && again.err.contains("不能记录"), "{}", again.err);
    let other = place.call(&["status", "example-company", "bureau-passed", "--number", "蜀ICP备2026000001号-9X"]);
    for fragment in [NUMBER, "没有改动", "beian status example-company bureau-passed --number 蜀ICP备2026000001号-9X --force"]
    {
        assert!(other.code == 2 && other.err.contains(fragment), "{fragment}: {}", other.err);
    }
    let undone = place.ok(&["status", "example-company", "undo"]);
    assert!(undone.contains(&format!("bureau-passed --number {NUMBER}")), "what went with the event is said: {undone}");
    place.ok(&["status", "example-company", "bureau-passed", "--number", NUMBER]);
    place.ok(&["new", "--from", "example-company", "--kind", "change", "drafts/next"]);
}

#[test]
fn what_has_ended_is_neither_edited_nor_changed() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.call(&["set", "end", "deregistration.scope=2", "deregistration.reason=1"]);
    record(&place, "end", "2026-11-10", &["deregistration-requested", "sms-received", "sms-verified"]);
    for (draft, edit) in [("filed", "responsible_person.mobile=13012340077"), ("end", "deregistration.reason=2")] {
        let refused = place.call(&["set", draft, edit]);
        assert!(refused.code == 2 && refused.err.contains("已经注销"), "{draft}: {}", refused.err);
        place.call(&["set", draft, "--force", edit]);
        assert!(place.ok(&["get", draft, edit.split_once('=').unwrap().0]).contains(edit.split_once('=').unwrap().1));
    }
    let found = place.call(&["check", "filed", "end", "moved"]).out;
    assert!(found.contains("(record-has-ended)") && !found.contains("(original-not-at-hand)"), "{found}");
    // Whatever is recorded of the change, the filing stays ended.
    let said = record(&place, "moved", "2026-11-12", &THROUGH);
    assert!(said.contains("变更之前已经注销") && !said.contains("手边没有"), "{said}");
    let status = place.json(&["status", "filed"]);
    assert_eq!((&status["stage"], &status["impossible"]), (&"deregistered".into(), &serde_json::json!([])));
}

#[test]
fn the_record_says_who_receives_the_code() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.call(&["set", "end", "deregistration.scope=2", "deregistration.code_receiver=", "deregistration.code_phone="]);
    let found = place.call(&["check", "end"]).out;
    for known in ["responsible_person.name", "responsible_person.mobile"] {
        let known = place.ok(&["get", "filed", known]);
        assert!(found.contains(&format!("可改为：{}", known.trim())), "{found}");
    }
}

/// The plain mode asks before an edit that would reach no one, as the wizard does.
#[test]
fn without_a_screen_what_is_on_record_is_asked_about_too() {
    let place = filed();
    place.call(&["new", "--from", "filed", "--kind", "additional", "--name", "虚构商城", "drafts/more"]);
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    for (draft, asked) in [("filed", "已经成功"), ("more", "取自备案记录")] {
        let before = place.ok(&["get", draft, "responsible_person.mobile"]);
        let typed = "/responsible_person.mobile\n13012340077\n\nq\nq\n";
        let called = place.fed(&["--plain", draft], typed.as_bytes());
        assert!(called.out.contains(asked), "{draft}: {}", called.out);
        assert_eq!(place.ok(&["get", draft, "responsible_person.mobile"]), before, "{draft}: Enter leaves it");
        let agreed = "/responsible_person.mobile\n13012340077\ny\n.\nq\nq\n";
        place.fed(&["--plain", draft], agreed.as_bytes());
        assert_eq!(place.ok(&["get", draft, "responsible_person.mobile"]).trim(), "13012340077", "{draft}");
    }
    // The mini-program's side of one more is not on record, and no one is asked.
    let own = place.fed(&["--plain", "more"], "/mini_program.name\n虚构书店\n.\nq\nq\n".as_bytes());
    assert!(!own.out.contains("取自备案记录，不一致"), "{}", own.out);
    place.call(&["set", "end", "deregistration.scope=2", "deregistration.reason=1"]);
    record(&place, "end", "2026-11-10", &["deregistration-requested", "sms-received", "sms-verified"]);
    let over = place.fed(&["--plain", "filed"], "/owner.administrator\n测试乙\n\nq\nq\n".as_bytes());
    assert!(over.out.contains("已经注销，改草稿没有作用"), "{}", over.out);
}

#[test]
fn what_a_change_wrote_is_undone_in_the_change_and_never_over_what_cannot_be_read() {
    let place = filed();
    changed(&place);
    let refused = place.call(&["status", "filed", "undo"]);
    assert!(refused.code == 2 && refused.err.contains("moved") && refused.err.contains("没有撤销"), "{}", refused.err);
    let plain = place.fed(&["--plain", "filed"], b"s\nu\n\nq\nq\n");
    assert!(plain.out.contains("没有撤销") && plain.out.contains("在那份变更草稿里撤销"), "{}", plain.out);
    let path = place.draft("filed");
    let text = std::fs::read_to_string(&path).unwrap();
    let list = text.find("replaced = [").unwrap();
    let end = list + text[list..].find("]\n").unwrap() + 1;
    let broken = format!("{}replaced = 1{}", &text[..list], &text[end..]);
    std::fs::write(&path, &broken).unwrap();
    let said = place.ok(&["status", "moved", "undo"]);
    assert!(said.contains("没有恢复") && said.contains("读不出来"), "{said}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), broken);
}

#[test]
fn nothing_is_left_to_see_to_in_what_is_over() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    place.ok(&["set", "end", "deregistration.scope=1", "deregistration.reason=1"]);
    let mild = |draft: &str| {
        let found = place.json(&["check", draft]);
        let all = found.as_array().unwrap().iter();
        all.filter(|one| one["severity"] != "error" && one["rule"] != "person-differs-between-drafts")
            .cloned()
            .collect::<Vec<Json>>()
    };
    assert!(!mild("moved").is_empty() || !mild("end").is_empty());
    record(&place, "moved", "2026-11-09", &THROUGH);
    assert_eq!(mild("moved"), [Json::Null; 0]);
    record(&place, "end", "2026-11-10", &["deregistration-requested", "sms-received", "sms-verified"]);
    for draft in ["filed", "moved", "end"] {
        assert_eq!(mild(draft), [Json::Null; 0], "{draft}");
    }
    let calendar = place.ok(&["status", "filed", "end", "--calendar", "-"]);
    assert!(calendar.contains("STATUS:CANCELLED") && !calendar.contains("STATUS:CONFIRMED"), "{calendar}");
}
