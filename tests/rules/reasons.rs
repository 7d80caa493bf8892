//! The reasons for which filings come back, as cases in `tests/fixtures/reasons`: a draft that has it, and one that just
//! escapes it. `CONTRIBUTING.md` says how to add one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use beian::drafts::codec;
use beian::filing::{FieldId, field::table};
use beian::rules::{Finding, Rejection, find, rules_against};
use beian_scan::facts::{Content, Damage, FileFacts, Format};
use toml::{Table, Value as Toml};

use super::drafts::{Case, company, individual, three_people};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/reasons");

/// One file.
struct Reason {
    name: String,
    table: Table,
}

impl Reason {
    fn all() -> Vec<Self> {
        let mut paths: Vec<_> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let table = fs::read_to_string(path).unwrap().parse::<Table>();
        let reason = Self { table: table.unwrap_or_else(|error| panic!("{name}: {error}")), name };
        let known = ["reason", "rule", "because", "field", "base", "today", "files", "beside", "has", "escapes"];
        for key in reason.table.keys() {
            assert!(known.contains(&key.as_str()), "{}: unknown key {key}", reason.name);
        }
        reason
    }

    fn text(&self, key: &str) -> Option<&str> {
        let value = self.table.get(key)?;
        Some(value.as_str().unwrap_or_else(|| panic!("{}: {key} is no text", self.name)))
    }

    fn wanted(&self, key: &str) -> &str {
        self.text(key).unwrap_or_else(|| panic!("{}: no {key}", self.name))
    }

    fn number(&self) -> u8 {
        let number = self.table.get("reason").and_then(Toml::as_integer).and_then(|number| u8::try_from(number).ok());
        number.unwrap_or_else(|| panic!("{}: reason is a number from 1 to 50", self.name))
    }

    /// The draft without faults that the case begins with, and the files it knows about.
    fn base(&self) -> Case {
        let mut case = match self.wanted("base") {
            "company" => company(),
            "three-people" => three_people(),
            "individual" => individual(),
            other => panic!("{}: base is company, three-people or individual, not {other}", self.name),
        };
        if let Some(day) = self.text("today") {
            case.today(day);
        }
        for (path, facts) in self.table.get("files").and_then(Toml::as_table).into_iter().flatten() {
            case.facts.insert(path.clone(), self.facts(facts.as_table().unwrap()));
        }
        case
    }

    /// What is known about a file; a sound picture where nothing is said.
    fn facts(&self, given: &Table) -> FileFacts {
        let number = |key: &str, usual: i64| given.get(key).map_or(usual, |value| value.as_integer().unwrap());
        for key in given.keys() {
            let known = ["width", "height", "bytes", "format", "sha256", "missing", "truncated"];
            assert!(known.contains(&key.as_str()), "{}: unknown key {key}", self.name);
        }
        if given.contains_key("missing") {
            return FileFacts::of(Content::Missing);
        }
        let name = given.get("format").and_then(Toml::as_str).unwrap_or("JPEG");
        let format = Format::ALL.into_iter().find(|format| format.name() == name);
        let format = format.unwrap_or_else(|| panic!("{}: unknown format {name}", self.name));
        let size = |key, usual| u32::try_from(number(key, usual)).unwrap();
        let bytes = u64::try_from(number("bytes", 600_000)).unwrap();
        let facts = FileFacts::picture(format, size("width", 1200), size("height", 1600), bytes);
        let facts = facts.with_sha256(given.get("sha256").and_then(Toml::as_str).unwrap_or("another picture"));
        if given.contains_key("truncated") { facts.with_damage(Damage::Truncated) } else { facts }
    }

    /// Makes the changes of a part: lines as in a draft, and `without`, fields to be emptied.
    fn change(&self, case: &mut Case, part: &str) {
        let mut changes = self.table.get(part).and_then(Toml::as_table).cloned();
        let changes = changes.get_or_insert_with(|| panic!("{}: no [{part}]", self.name));
        for path in changes.remove("without").and_then(|paths| paths.as_array().cloned()).unwrap_or_default() {
            let path = path.as_str().unwrap();
            case.draft.set(FieldId::from_path(path).unwrap_or_else(|| panic!("{}: no field {path}", self.name)), None);
        }
        let text = format!("format = 1\n{}", toml::to_string(changes).unwrap());
        let document = codec::parse(&text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", self.name));
        let mut put = 0;
        for record in table() {
            if let Some(value) = document.draft().get(record.id) {
                case.draft.set(record.id, Some(value.clone()));
                put += 1;
            }
        }
        assert_eq!(put, fields_in(changes), "{}: [{part}] holds something that is no field", self.name);
    }

    /// What the rule says about the base with the changes of a part, beside the other draft where there is one.
    fn said(&self, part: &str) -> Vec<Finding> {
        let mut case = self.base();
        if self.table.contains_key("beside") {
            let mut other = self.base();
            self.change(&mut other, "beside");
            case.others.add("another draft", &other.draft);
        }
        self.change(&mut case, part);
        let (rule, because) = (self.wanted("rule"), self.text("because"));
        let mut findings = case.findings();
        findings.retain(|finding| finding.rule.name == rule && because.is_none_or(|because| finding.message.name == because));
        findings
    }
}

/// How many fields a piece of a draft speaks of.
fn fields_in(table: &Table) -> usize {
    fn count(path: &str, value: &Toml) -> usize {
        match (FieldId::from_path(path), value) {
            (Some(_), _) => 1,
            (None, Toml::Table(inner)) => inner.iter().map(|(key, value)| count(&format!("{path}.{key}"), value)).sum(),
            // Something that no field takes: counted, so that it is missed.
            _ => 1,
        }
    }
    table.iter().map(|(key, value)| count(key, value)).sum()
}

#[test]
fn who_has_the_reason_is_told_and_who_just_escapes_is_not() {
    for reason in Reason::all() {
        let name = &reason.name;
        let field = FieldId::from_path(reason.wanted("field")).unwrap_or_else(|| panic!("{name}: no such field"));
        let said = reason.said("has");
        assert!(said.iter().any(|finding| finding.field == field), "{name}: nothing is said under the field: {said:?}");
        let said = reason.said("escapes");
        assert!(said.is_empty(), "{name}: what escapes is caught: {said:?}");
    }
}

#[test]
fn cases_name_a_rule_of_their_reason() {
    for reason in Reason::all() {
        let (name, number, rule) = (&reason.name, reason.number(), reason.wanted("rule"));
        assert!(name.starts_with(&format!("{number:02}-")) && name.ends_with(".toml"), "{name}: begins with the reason's number");
        let known = find(rule).unwrap_or_else(|| panic!("{name}: no rule {rule}"));
        if let Some(because) = reason.text("because") {
            assert!(known.find_message(because).is_some(), "{name}: {rule} knows no {because}");
        }
        let rejection = Rejection::ALL.into_iter().find(|rejection| rejection.record().number == number).unwrap();
        assert!(known.prevents.contains(&rejection), "{name}: {rule} is not among the rules of this reason");
    }
}

#[test]
fn every_reason_that_can_be_found_has_a_case() {
    let shown: BTreeSet<u8> = Reason::all().iter().map(Reason::number).collect();
    for rejection in Rejection::ALL.into_iter().filter(|rejection| rules_against(*rejection).next().is_some()) {
        assert!(shown.contains(&rejection.record().number), "{rejection:?}: no case");
    }
}
