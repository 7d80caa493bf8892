//! What people who filed reported, drafted again (`tests/fixtures/replays`): what is found, and that nothing else is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use beian::drafts::codec;
use beian::filing::Draft;
use beian::locale::{Lang, finding};
use beian::rules::{Context, Finding, check};
use beian_scan::facts::Facts;
use chrono::NaiveDate;
use serde::Deserialize;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/replays");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    replay: Vec<Replay>,
}

/// A line of `expected.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replay {
    draft: String,
    finds: Vec<String>,
    #[serde(default)]
    says: String,
    #[serde(default)]
    zh: String,
}

fn replays() -> Vec<Replay> {
    let text = fs::read_to_string(Path::new(FOLDER).join("expected.toml")).unwrap();
    toml::from_str::<Table>(&text).unwrap_or_else(|error| panic!("expected.toml: {error}")).replay
}

/// The draft of a replay, as it is read from its file.
fn draft(name: &str) -> Draft {
    let text = fs::read_to_string(Path::new(FOLDER).join(format!("{name}.toml"))).unwrap();
    let document = codec::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!((document.unknown_keys(), document.unread_events()), (Vec::new(), &[][..]), "{name}");
    document.draft().clone()
}

/// All that is found without the files, but for questions that were not answered.
fn found(draft: &Draft) -> Vec<Finding> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let mut found = check(&Context::new(draft, &Facts::new(), today));
    found.retain(|finding| finding.rule.name != "question-open");
    found
}

#[test]
fn every_report_is_found_and_nothing_else() {
    for replay in replays() {
        let name = &replay.draft;
        let found = found(&draft(name));
        let line = |finding: &Finding| {
            format!("{} {} {}", format!("{:?}", finding.severity).to_lowercase(), finding.rule.name, finding.field.path())
        };
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), replay.finds, "{name}");
        for (lang, words) in [(Lang::En, &replay.says), (Lang::Zh, &replay.zh)] {
            assert_eq!(words.is_empty(), replay.finds.is_empty(), "{name}: what does it say?");
            let sentences: Vec<String> =
                found.iter().map(|one| format!("{} {}", finding::message(lang, one), finding::fix(lang, one))).collect();
            assert!(words.is_empty() || sentences.iter().any(|said| said.contains(words.as_str())), "{name}: {sentences:?}");
        }
    }
}

#[test]
fn every_draft_has_its_line() {
    let named: Vec<String> = replays().into_iter().map(|replay| format!("{}.toml", replay.draft)).collect();
    let files: BTreeSet<String> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".toml") && name != "expected.toml")
        .collect();
    assert_eq!(named.iter().cloned().collect::<BTreeSet<_>>(), files);
    assert_eq!(named.len(), files.len(), "a line twice");
}
