//! The reasons for which filings come back, as cases in `tests/fixtures/reasons`: a draft that has it, and one that just
//! escapes it. `CONTRIBUTING.md` says how to add one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use beian::filing::FieldId;
use beian::rules::{Finding, Rejection, find, rules_against};
use toml::Value as Toml;

use super::case::{Part, build};
use super::drafts::{Case, company, individual, three_people};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/reasons");

/// One file.
struct Reason {
    name: String,
    number: u8,
    rule: String,
    because: Option<String>,
    field: String,
    /// The draft without faults that the case begins with.
    base: fn() -> Case,
    /// What stands above the two cases is true of both.
    both: Part,
    has: Part,
    escapes: Part,
}

impl Reason {
    fn all() -> Vec<Self> {
        let mut paths: Vec<_> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut file = Part::parse(&name, &fs::read_to_string(path).unwrap());
        let number = file.take("reason").as_ref().and_then(Toml::as_integer).and_then(|number| u8::try_from(number).ok());
        let mut text = |key: &str| file.take_text(key).unwrap_or_else(|| panic!("{name}: no {key}"));
        let (rule, field, base) = (text("rule"), text("field"), text("base"));
        let mut case = |key: &str| file.take_part(key).unwrap_or_else(|| panic!("{name}: no [{key}]"));
        let (has, escapes) = (case("has"), case("escapes"));
        Self {
            number: number.unwrap_or_else(|| panic!("{name}: reason is a number from 1 to 50")),
            because: file.take_text("because"),
            base: match base.as_str() {
                "company" => company,
                "three-people" => three_people,
                "individual" => individual,
                other => panic!("{name}: base is company, three-people or individual, not {other}"),
            },
            both: file,
            name,
            rule,
            field,
            has,
            escapes,
        }
    }

    /// What the rule says about the base with the changes of a case.
    fn said(&self, case: &Part) -> Vec<Finding> {
        let mut findings = build(self.base, [self.both.clone(), case.clone()]).findings();
        let because = self.because.as_deref();
        findings.retain(|finding| finding.rule.name == self.rule && because.is_none_or(|name| finding.message.name == name));
        findings
    }
}

#[test]
fn who_has_the_reason_is_told_and_who_just_escapes_is_not() {
    for reason in Reason::all() {
        let name = &reason.name;
        let field = FieldId::from_path(&reason.field).unwrap_or_else(|| panic!("{name}: no such field"));
        let said = reason.said(&reason.has);
        assert!(said.iter().any(|finding| finding.field == field), "{name}: nothing is said under the field: {said:?}");
        let said = reason.said(&reason.escapes);
        assert!(said.is_empty(), "{name}: what escapes is caught: {said:?}");
    }
}

#[test]
fn cases_name_a_rule_of_their_reason() {
    for reason in Reason::all() {
        let (name, number, rule) = (&reason.name, reason.number, &reason.rule);
        assert!(name.starts_with(&format!("{number:02}-")) && name.ends_with(".toml"), "{name}: begins with the reason's number");
        let known = find(rule).unwrap_or_else(|| panic!("{name}: no rule {rule}"));
        if let Some(because) = &reason.because {
            assert!(known.find_message(because).is_some(), "{name}: {rule} knows no {because}");
        }
        let rejection = Rejection::ALL.into_iter().find(|rejection| rejection.record().number == number).unwrap();
        assert!(known.prevents.contains(&rejection), "{name}: {rule} is not among the rules of this reason");
    }
}

#[test]
fn every_reason_that_can_be_found_has_a_case() {
    let shown: BTreeSet<u8> = Reason::all().iter().map(|reason| reason.number).collect();
    for rejection in Rejection::ALL.into_iter().filter(|rejection| rules_against(*rejection).next().is_some()) {
        assert!(shown.contains(&rejection.record().number), "{rejection:?}: no case");
    }
}
