//! The examples under `beian explain` are real: the wrong one makes its rule speak, the right one silences it.

use beian::drafts::codec;
use beian::filing::FieldId;
use beian::rules::{Case as Shown, Rule, Topic, register};

use super::drafts::{Case, company, individual, three_people};

/// Rules about what no line of a draft shows: the files themselves, and what several drafts say together.
fn may_lack_lines(rule: &Rule) -> bool {
    matches!(rule.topic, Topic::Material | Topic::Drafts)
}

/// Puts the lines of an example into a draft. A key without content empties its field.
fn put(case: &mut Case, rule: &Rule, example: Shown) {
    let document = codec::parse(example.draft).unwrap_or_else(|error| panic!("{}: {error}", rule.name));
    assert_eq!((document.unknown_keys(), document.unread_events()), (Vec::new(), &[][..]), "{}", rule.name);
    let table: toml::Table = toml::from_str(example.draft).unwrap();
    let names = |path: &str| {
        let mut steps = path.split('.');
        let first = steps.next().and_then(|key| table.get(key));
        steps.fold(first, |at, key| at.and_then(|value| value.get(key))).is_some()
    };
    for id in FieldId::ALL.iter().filter(|id| names(id.path())) {
        case.draft.set(*id, document.draft().get(*id).cloned());
    }
    if names("events") {
        case.draft.events.clone_from(&document.draft().events);
    }
}

/// Whether the wrong case of a rule makes it say this message.
pub fn says(rule: &Rule, message: &str) -> bool {
    [company as fn() -> Case, three_people, individual].into_iter().any(|start| {
        let mut case = start();
        put(&mut case, rule, rule.wrong);
        case.findings().iter().any(|finding| finding.rule == rule && finding.message.name == message)
    })
}

fn speaks(start: fn() -> Case, rule: &Rule, example: Shown) -> bool {
    let mut case = start();
    put(&mut case, rule, example);
    case.findings().iter().any(|finding| finding.rule.name == rule.name)
}

#[test]
fn examples_are_true() {
    let mut false_ones = Vec::new();
    for rule in register() {
        let Rule { wrong, right, .. } = **rule;
        if may_lack_lines(rule) && wrong.draft.is_empty() && right.draft.is_empty() {
            continue;
        }
        let shows = |start| speaks(start, rule, wrong) && !speaks(start, rule, right);
        if ![company as fn() -> Case, three_people, individual].into_iter().any(shows) {
            false_ones.push(rule.name);
        }
    }
    assert!(false_ones.is_empty(), "their examples show nothing: {false_ones:?}");
}

#[test]
fn an_example_can_be_read_at_a_glance() {
    for rule in register() {
        let Rule { wrong, right, .. } = **rule;
        assert_ne!(wrong.note, right.note, "{}", rule.name);
        for example in [wrong, right] {
            let fits = |line: &str| beian::text::width::cells(line) <= 120;
            assert!(example.draft.lines().all(fits) && example.draft.lines().count() <= 8, "{}: {}", rule.name, example.draft);
            assert!(example.note.zh.ends_with('。') && example.note.en.ends_with('.'), "{}: {:?}", rule.name, example.note);
        }
    }
}
