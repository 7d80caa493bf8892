//! [`VERSION`] moves when the rules judge differently: a hash of what they know and say is kept beside it.
//!
//! After raising `VERSION`, renew the hash with `BEIAN_RENEW=1 cargo test --test all version`.

use std::fmt::Write;
use std::fs;

use beian::rules::{VERSION, register};
use sha2::{Digest, Sha256};

use super::triggers;

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules/version.toml");
/// What renews it.
const RENEW: &str = "run BEIAN_RENEW=1 cargo test --test all version";
/// The data that rules judge by.
const DATA: [&str; 4] = ["assets/catalog", "assets/catalog/words", "assets/regions", "assets/holidays"];

/// The hash of the register, of the data, and of what is found in every draft that triggers a rule.
fn hash() -> String {
    let mut said = String::new();
    for rule in register() {
        let messages: Vec<&str> = rule.messages.iter().map(|message| message.name).collect();
        writeln!(said, "{} {:?} {:?} {:?} {messages:?}", rule.name, rule.severity, rule.topic, rule.fields).unwrap();
    }
    for (rule, reason, start, spoil, _) in triggers::all() {
        let mut case = start();
        spoil(&mut case);
        for found in case.findings() {
            let (name, message) = (found.rule.name, found.message.name);
            writeln!(said, "{rule} {reason}: {name} {message} {:?} {} {}", found.severity, found.path(), found.fixes.len())
                .unwrap();
        }
    }
    let mut hash = Sha256::new_with_prefix(said);
    for folder in DATA {
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|end| end == "toml" || end == "csv"));
        files.sort();
        for file in files {
            // Comments and blank lines are for people.
            let text = fs::read_to_string(&file).unwrap();
            let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'));
            hash.update(lines.collect::<Vec<_>>().join("\n"));
        }
    }
    hash.finalize().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The version and the hash that are kept.
fn kept() -> (String, String) {
    let table: toml::Table = fs::read_to_string(KEPT).unwrap_or_default().parse().unwrap();
    let text = |key: &str| table.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    (text("version"), text("hash"))
}

#[test]
fn the_version_moves_with_the_rules() {
    let (version, known) = kept();
    let now = hash();
    if now == known && version == VERSION {
        return;
    }
    assert!(
        now == known || version != VERSION,
        "the rules or their data judge differently than in {VERSION}: raise VERSION in src/rules/mod.rs to today, then {RENEW}; \
         if it is today's already, delete tests/rules/version.toml instead, then {RENEW}"
    );
    assert!(std::env::var_os("BEIAN_RENEW").is_some(), "tests/rules/version.toml is out of date: {RENEW}");
    let text = format!("# Made by tests/rules/version.rs.\nversion = \"{VERSION}\"\nhash = \"{now}\"\n");
    fs::write(KEPT, text).unwrap();
}
