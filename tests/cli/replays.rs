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

/// Six mini-programs of an individual, of which the platform takes five: said in each draft.
#[test]
fn a_sixth_mini_program_of_an_individual_is_one_too_many() {
    let place = Place::with_examples();
    let names = ["甲", "乙", "丙", "丁", "戊", "己"];
    for (index, name) in names.iter().enumerate() {
        std::fs::copy(place.draft("example-individual"), place.draft(name)).unwrap();
        let of = [format!("mini_program.name=练字小本{name}"), format!("mini_program.app_id=wx1a2b3c4d5e6f708{index}")];
        place.ok(&["set", name, &of[0], &of[1]]);
    }
    let too_many = |found: &[String]| found.iter().any(|one| one == "too-many-mini-programs mini_program.name");
    assert!(found(&place, &names).iter().all(|found| too_many(found)));
    // Whatever lies beside a draft counts.
    for gone in ["己", "example-individual"] {
        std::fs::remove_file(place.draft(gone)).unwrap();
    }
    assert!(!found(&place, &names[..5]).iter().any(|found| too_many(found)), "five are admitted");
}

/// A further mini-program of a subject on record: what is answered and entered is held against the record.
#[test]
fn a_second_service_is_held_against_the_record_of_its_subject() {
    let place = filed();
    std::fs::copy(place.draft("filed"), place.draft("second")).unwrap();
    // A draft of its own, that nothing has happened to yet.
    let text = std::fs::read_to_string(place.draft("second")).unwrap();
    std::fs::write(place.draft("second"), text.split("[[events]]").next().unwrap()).unwrap();
    place.ok(&[
        "set",
        "second",
        "mini_program.name=虚构商城",
        "mini_program.app_id=wx0123456789abcdef",
        "answers.filed_before=no",
    ]);
    let both = found(&place, &["filed", "second"]);
    let has = |found: &[String], one: &str| found.iter().any(|found| found == one);
    assert!(has(&both[1], "filed-before-in-another-draft answers.filed_before"), "{both:?}");
    assert!(!both[1].iter().any(|one| one.starts_with("differs-from-subject-on-record")), "{both:?}");
    place.ok(&[
        "set",
        "second",
        "--force",
        "answers.filed_before=yes",
        "subject.name=虚构数码有限公司",
        "subject.certificate.address=四川省成都市锦江区虚构街1号",
        "responsible_person.mobile=13012340007",
    ]);
    let found = found(&place, &["second", "filed"]).remove(0);
    for field in ["subject.name", "subject.certificate.address", "responsible_person.mobile"] {
        assert!(has(&found, &format!("differs-from-subject-on-record {field}")), "{field}: {found:?}");
    }
    assert!(!found.iter().any(|one| one.starts_with("filed-before-in-another-draft")), "{found:?}");
}

/// The reason of a rejection stands at the field that it means until that changes, also when it is submitted again.
#[test]
fn what_was_rejected_and_is_unchanged_is_not_called_clean() {
    let place = Place::with_examples();
    let draft = "example-company";
    place.ok(&["status", draft, "submitted", "--at", "2026-09-21 09:00"]);
    place.ok(&["status", draft, "platform-returned", "--at", "2026-09-22 09:00", "--note", "证件住所校验不通过"]);
    let open = |place: &Place| found(place, &[draft])[0].iter().any(|one| one == "rejection-open subject.certificate.address");
    assert!(open(&place));
    let again = place.ok(&["status", draft, "submitted", "--at", "2026-09-23 09:00", "--lang", "en"]);
    assert!(again.contains("unchanged, it is likely to be rejected again"), "{again}");
    place.ok(&["status", draft, "undo"]);
    place.ok(&["set", draft, "subject.certificate.address=四川省成都市武侯区虚构街88号示例中心8层802室"]);
    assert!(!open(&place), "what has changed is open no longer");
}

/// A deregistration asks for what ends and why, never for scans; it is not packed as an application.
#[test]
fn a_deregistration_wants_its_own_data_and_makes_no_application() {
    let place = Place::with_examples();
    let old = place.draft("旧店");
    place.ok(&["new", old.to_str().unwrap(), "--nature", "4", "--name", "虚构旧店"]);
    place.ok(&["set", "旧店", "kind=deregister", "mini_program.app_id=wx7f6e5d4c3b2a1908"]);
    let asked = found(&place, &["旧店"]).remove(0);
    let mut missing: Vec<&str> = asked.iter().filter_map(|one| one.strip_prefix("required-field-empty ")).collect();
    missing.sort_unstable();
    assert_eq!(
        missing,
        [
            "deregistration.code_phone",
            "deregistration.code_receiver",
            "deregistration.reason",
            "deregistration.scope",
            "record.number"
        ]
    );
    let refused = place.call(&["export", "旧店", "-o", "out.zip"]);
    assert!(refused.code == 1 && !place.path().join("out.zip").exists(), "{}", refused.err);
    assert!(!place.ok(&["status", "旧店", "--lang", "en"]).contains("face check"));
}

/// What is on record stays on record until a deregistration of its own is through.
#[test]
fn a_filed_draft_is_not_turned_into_a_deregistration() {
    let place = filed();
    let refused = place.call(&["set", "filed", "kind=deregister", "--lang", "en"]);
    assert!(refused.code != 0 && refused.err.contains("is on record"), "{}", refused.err);
    assert!(place.ok(&["status", "filed", "--lang", "en"]).contains("Stage: Filed"));
    let submitted = place.call(&["status", "filed", "submitted", "--at", "2026-10-26 09:00", "--lang", "en"]);
    assert!(submitted.code != 0 && submitted.err.contains("beian new --from"), "{}", submitted.err);
    place.ok(&["new", "销", "--from", "filed", "--kind", "deregister"]);
    assert!(place.ok(&["status", "filed", "--lang", "en"]).contains("Stage: Filed"));
}
