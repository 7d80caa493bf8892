//! Reports of people who filed that take several drafts or a history; `tests/rules/replays.rs` has the others.

use serde_json::Value as Json;

use super::Place;
use super::kinds::filed;

/// Rule and field of what is found in each of these drafts.
fn found(place: &Place, drafts: &[&str]) -> Vec<Vec<String>> {
    let json = place.json(&[&["check", "--no-files"], drafts].concat());
    let of = |findings: &Json| -> Vec<String> {
        let findings = findings.as_array().unwrap().iter();
        findings.map(|one| format!("{} {}", one["rule"].as_str().unwrap(), one["field"].as_str().unwrap())).collect()
    };
    match drafts {
        [_] => vec![of(&json)],
        _ => json["drafts"].as_array().unwrap().iter().map(|one| of(&one["findings"])).collect(),
    }
}

/// A mail address, an emergency number and a mobile number that stand in two subjects' drafts at once.
#[test]
fn contacts_of_two_subjects_collide_in_both_drafts() {
    let place = Place::with_examples();
    let drafts = ["example-company", "example-individual"];
    let before = found(&place, &drafts);
    assert!(before.iter().flatten().all(|one| !one.starts_with("contact-in-another-draft")), "{before:?}");
    place.ok(&[
        "set",
        "example-individual",
        "responsible_person.email=bing@example.com",
        "responsible_person.mobile=17712340004",
        "responsible_person.emergency_phone=17712340006",
    ]);
    let collisions =
        |fields: &[&str]| -> Vec<String> { fields.iter().map(|field| format!("contact-in-another-draft {field}")).collect() };
    let of_rule = |found: &[String]| -> Vec<String> {
        found.iter().filter(|one| one.starts_with("contact-in-another-draft")).cloned().collect()
    };
    let found = found(&place, &drafts);
    assert_eq!(
        of_rule(&found[0]),
        collisions(&["responsible_person.emergency_phone", "responsible_person.email", "owner.emergency_phone"])
    );
    assert_eq!(
        of_rule(&found[1]),
        collisions(&["responsible_person.mobile", "responsible_person.emergency_phone", "responsible_person.email"])
    );
}

/// A filing number that begins with the sign of another province.
#[test]
fn a_number_of_another_province_is_doubted() {
    let place = filed();
    let doubts = |place: &Place| found(place, &["filed"])[0].iter().any(|one| one.starts_with("filing-number-invalid"));
    assert!(!doubts(&place));
    let path = place.draft("filed");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("蜀ICP备", "京ICP备")).unwrap();
    assert!(doubts(&place));
}
