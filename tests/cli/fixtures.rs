//! Drafts of every kind (`tests/fixtures/kinds`) and answers of the platform (`tests/fixtures/answers`), each tested by being there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::Place;
use super::kinds::entries;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// What the head of a fixture says after this word, line by line.
fn said<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    text.lines().filter_map(|line| line.strip_prefix("# ")?.strip_prefix(word)).map(str::trim).collect()
}

/// The head of each file says which errors it has, or which requests leave with its package.
#[test]
fn every_kind_passes_and_fails_as_its_fixtures_say() {
    let place = Place::with_examples();
    let mut kinds = BTreeSet::new();
    for file in fs::read_dir(folder("kinds")).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        fs::write(place.draft(name), &text).unwrap();
        let found = place.json(&["check", name]);
        let is_error = |one: &&Json| one["severity"] == "error";
        let text_of = |one: &Json| format!("{} {}", one["rule"].as_str().unwrap(), one["field"].as_str().unwrap());
        let errors: Vec<String> = found.as_array().unwrap().iter().filter(is_error).map(text_of).collect();
        assert_eq!(errors, said(&text, "error:"), "{name}");
        let exported = place.call(&["export", "-o", &format!("{name}.zip"), name]);
        assert_eq!(exported.code == 0, errors.is_empty(), "{name}: {}{}", exported.out, exported.err);
        let leaves = said(&text, "leaves:");
        assert_eq!(leaves.is_empty(), !errors.is_empty(), "{name} says what it comes to");
        if let Some(leaves) = leaves.first() {
            let files = entries(&place.path().join(format!("{name}.zip")));
            let requests: Vec<&str> = files.keys().filter(|path| path.starts_with("request/")).map(String::as_str).collect();
            assert_eq!(requests, leaves.split(' ').collect::<Vec<_>>(), "{name}");
        }
        kinds.insert((name.split('-').next().unwrap().to_owned(), errors.is_empty()));
        fs::remove_file(place.draft(name)).unwrap();
    }
    assert_eq!(kinds.len(), 8, "each of four kinds passes and fails: {kinds:?}");
}

/// The event, the fields and the reasons of every answer.
#[test]
fn every_answer_means_what_is_written_beside_it() {
    let text = fs::read_to_string(folder("answers").join("expected.toml")).unwrap();
    let expected: toml_edit::DocumentMut = text.parse().unwrap();
    let expected = expected["answer"].as_array_of_tables().unwrap();
    let count = fs::read_dir(folder("answers")).unwrap().count();
    assert_eq!(expected.len() + 1, count, "every answer is in the list");
    for answer in expected {
        let text = |key: &str| answer.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let list = |key: &str| -> Vec<String> {
            let values = answer.get(key).and_then(|value| value.as_array());
            values.into_iter().flatten().map(|value| value.as_str().unwrap().to_owned()).collect()
        };
        let file = text("file");
        let place = Place::with_examples();
        for (hour, event) in list("before").iter().enumerate() {
            place.ok(&["status", "example-company", event, "--at", &format!("2026-11-20 {:02}:00", 8 + hour)]);
        }
        let path = folder("answers").join(&file);
        let said = place.json(&["status", "example-company", "--import", path.to_str().unwrap()]);
        let import = &said["import"];
        let strings = |json: &Json, key: &str| -> Vec<String> {
            json.as_array()
                .unwrap()
                .iter()
                .map(|one| if key.is_empty() { one } else { &one[key] }.as_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(strings(&import["events"], "kind"), list("events"), "{file}: {said}");
        assert_eq!(strings(&import["fields"], ""), list("fields"), "{file}");
        assert_eq!(strings(&import["not_understood"], "place"), list("unknown"), "{file}");
        let reasons = answer.get("reasons").and_then(|value| value.as_array());
        let wanted: Vec<Json> = reasons
            .into_iter()
            .flatten()
            .map(|reason| {
                let reason = reason.as_array().unwrap();
                let part = |at: usize| reason.get(at).unwrap();
                json!([part(0).as_str().unwrap(), part(1).as_integer().unwrap(), part(2).as_str().unwrap()])
            })
            .collect();
        let found =
            import["events"].as_array().unwrap().iter().flat_map(|event| event["reasons"].as_array().into_iter().flatten());
        let found: Vec<Json> = found
            .map(|reason| {
                json!([reason["field"].as_str().unwrap_or_default(), reason["rejection"].as_u64().unwrap_or(0), reason["text"]])
            })
            .collect();
        assert_eq!(found, wanted, "{file}");
        assert_eq!(said["number"].as_str().unwrap_or_default(), text("number"), "{file}");
        // The same answer a second time tells nothing new.
        let again = place.json(&["status", "example-company", "--import", path.to_str().unwrap()]);
        assert_eq!((&again["import"]["events"], &again["import"]["added_reasons"]), (&json!([]), &json!(0)), "{file}");
    }
}

/// What stands open after a rejection is at its field, wherever one looks, until something there changes.
#[test]
fn the_reasons_of_a_rejection_stand_at_their_fields_until_something_changes() {
    let place = Place::with_examples();
    place.ok(&["status", "example-company", "submitted", "--at", "2026-11-20 08:00"]);
    let path = folder("answers").join("entrance-rejected.json");
    place.ok(&["status", "example-company", "--import", path.to_str().unwrap()]);
    let open = || -> Vec<String> {
        let found = place.json(&["check", "example-company"]);
        let open = found.as_array().unwrap().iter().filter(|one| one["rule"] == "rejection-open");
        open.map(|one| one["field"].as_str().unwrap().to_owned()).collect()
    };
    assert!(
        open().contains(&"subject.address".to_owned()) && open().contains(&"owner.certificate.back".to_owned()),
        "{:?}",
        open()
    );
    place.ok(&["set", "example-company", "subject.address=虚构街88号示例中心8层801室甲"]);
    assert!(!open().contains(&"subject.address".to_owned()), "{:?}", open());
    let said = place.ok(&["status", "example-company", "submitted"]);
    assert!(said.contains("证件背面"), "what is as it was is doubted: {said}");
}
