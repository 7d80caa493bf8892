//! The examples under `beian explain` are real: the wrong one makes its rule speak, the right one silences it.

use beian::rules::{Case as Shown, Rule, register};

use super::case::{Part, build};
use super::drafts::{Case, company, individual, three_people};

/// Whether the wrong case of a rule makes it say this message.
pub fn says(rule: &Rule, message: &str) -> bool {
    [company as fn() -> Case, three_people, individual].into_iter().any(|start| {
        let case = build(start, [Part::parse(&format!("{}, wrong", rule.name), rule.wrong.draft)]);
        case.findings().iter().any(|finding| finding.rule == rule && finding.message.name == message)
    })
}

fn speaks(start: fn() -> Case, rule: &Rule, which: &str, example: Shown) -> bool {
    let case = build(start, [Part::parse(&format!("{}, {which}", rule.name), example.draft)]);
    case.findings().iter().any(|finding| finding.rule.name == rule.name)
}

#[test]
fn examples_are_true() {
    let mut false_ones = Vec::new();
    for rule in register() {
        let Rule { wrong, right, .. } = **rule;
        let starts = [company as fn() -> Case, three_people, individual];
        let shown = starts.map(|start| (speaks(start, rule, "wrong", wrong), speaks(start, rule, "right", right)));
        if !shown.contains(&(true, false)) {
            false_ones.push((rule.name, shown));
        }
    }
    assert!(false_ones.is_empty(), "(wrong speaks, right speaks) in a draft of each kind: {false_ones:#?}");
}

#[test]
fn an_example_can_be_read_at_a_glance() {
    for rule in register() {
        let Rule { wrong, right, .. } = **rule;
        assert_ne!(wrong.note, right.note, "{}", rule.name);
        for example in [wrong, right] {
            assert!(!example.draft.is_empty(), "{}: shows no lines", rule.name);
            let fits = |line: &str| beian::text::width::cells(line) <= 120;
            assert!(example.draft.lines().all(fits) && example.draft.lines().count() <= 8, "{}: {}", rule.name, example.draft);
            assert!(example.note.zh.ends_with('。') && example.note.en.ends_with('.'), "{}: {:?}", rule.name, example.note);
        }
    }
}
