//! Standing by a warning, mending what cannot be wrong, and drafts held against each other.

use super::Place;

#[test]
fn a_confirmed_warning_stays_in_sight_and_comes_back_with_another_value() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "owner.mobile=16212340005"]);
    let before = place.ok(&["check", "example-company"]);
    assert!(before.contains("mobile-unusual") && before.contains("1 个警告"), "{before}");

    let said = place.ok(&["confirm", "example-company", "mobile-unusual", "--reason", "本人在用"]);
    assert!(said.contains("已确认（2026-11-23）：本人在用"), "{said}");
    let after = place.ok(&["check", "example-company"]);
    assert!(after.contains("mobile-unusual") && after.contains("本人在用") && !after.contains("个警告"), "{after}");
    let json = place.json(&["check", "example-company"]);
    let found = json.as_array().unwrap().iter().find(|finding| finding["rule"] == "mobile-unusual").unwrap();
    assert_eq!(found["confirmed"]["reason"], "本人在用");
    let text = std::fs::read_to_string(place.draft("example-company")).unwrap();
    assert!(text.contains("[[confirmed]]") && text.contains("16212340005"), "{text}");

    place.ok(&["set", "example-company", "owner.mobile=16212340006"]);
    assert!(place.ok(&["check", "example-company"]).contains("1 个警告"));
    place.ok(&["set", "example-company", "owner.mobile=16212340005"]);
    place.ok(&["confirm", "example-company", "mobile-unusual", "owner.mobile", "--undo"]);
    assert!(place.ok(&["check", "example-company"]).contains("1 个警告"));
}

#[test]
fn only_a_warning_that_is_there_can_be_confirmed() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    for (args, word) in [
        (vec!["confirm", "example-company", "mobile-invalid", "--reason", "x"], "不能确认"),
        (vec!["confirm", "example-company", "mobile-unusual", "--reason", "x"], "没有 mobile-unusual"),
        (vec!["confirm", "example-company", "mobile-invalid", "--reason", " "], "不能确认"),
    ] {
        let called = place.call(&args);
        assert_eq!(called.code, 2, "{args:?}");
        assert!(called.err.contains(word), "{args:?}: {}", called.err);
    }
}

#[test]
fn what_a_rule_says_twice_of_one_place_is_confirmed_at_once() {
    let place = Place::with_examples();
    place.call(&["set", "example-individual", "responsible_person.mobile=17012345678"]);
    let confirmed = place.ok(&["confirm", "example-individual", "mobile-unusual", "--reason", "一直在用", "--lang", "en"]);
    assert_eq!(confirmed.matches("(mobile-unusual)").count(), 2, "{confirmed}");
    let found = place.json(&["check", "example-individual"]);
    let found = found.as_array().unwrap().iter().filter(|one| one["rule"] == "mobile-unusual");
    assert!(found.clone().count() == 2 && found.clone().all(|one| one["confirmed"].is_object()), "{found:?}");
}

#[test]
fn what_cannot_be_wrong_is_mended_and_the_rest_is_offered() {
    let place = Place::with_examples();
    place.ok(&[
        "set",
        "--force",
        "example-company",
        "subject.address=四川省成都市武侯区虚构街88号示例中心8层801室",
        "owner.email=wu@qq.con",
    ]);
    let called = place.call(&["check", "example-company", "--fix"]);
    assert!(called.out.contains("已改：主体 · 通讯地址 → 虚构街88号示例中心8层801室"), "{}", called.out);
    assert!(called.out.contains("可改为：wu@qq.com"), "{}", called.out);
    assert_eq!(place.ok(&["get", "example-company", "subject.address"]).trim(), "虚构街88号示例中心8层801室");
    assert_eq!(place.ok(&["get", "example-company", "owner.email"]).trim(), "wu@qq.con");
    let again = place.json(&["check", "example-company", "--fix"]);
    assert_eq!(again["mended"], serde_json::json!([]));
    assert!(
        again["findings"].as_array().unwrap().iter().any(|finding| finding["fixes"][0]["changes"]["owner.email"] == "wu@qq.com")
    );
}

#[test]
fn drafts_named_together_are_held_against_each_other() {
    let place = Place::with_examples();
    place.ok(&["set", "example-individual", "responsible_person.mobile=13012340003"]);
    let both = place.call(&["check", "example-company", "example-individual"]);
    assert!(both.out.contains("phone-in-another-draft") && both.out.contains("三餐小账"), "{}", both.out);
    // Alone, a draft in the folder of drafts is told what the list counts; one elsewhere has no others beside it.
    let alone = place.call(&["check", "example-company"]);
    assert!(alone.out.contains("phone-in-another-draft"), "{}", alone.out);
    let counted = |draft: &str| {
        let list = place.json(&["list"]);
        list.as_array().unwrap().iter().find(|one| one["name"] == draft).unwrap()["findings"].clone()
    };
    for draft in ["example-company", "example-individual"] {
        let report = Place::from_output(place.call(&["check", draft, "--format", "report"]));
        for weight in ["error", "warning", "hint"] {
            assert_eq!(report["totals"][weight], counted(draft)[weight], "{draft} {weight}");
        }
    }
    std::fs::copy(place.draft("example-company"), place.path().join("elsewhere.toml")).unwrap();
    let elsewhere = place.call(&["check", "./elsewhere.toml"]);
    assert!(!elsewhere.out.contains("phone-in-another-draft"), "{}", elsewhere.out);
    let twice = place.call(&["check", "example-company", "example-company"]);
    assert!(!twice.out.contains("filings-of-one-subject"), "{}", twice.out);
}
