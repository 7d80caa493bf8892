//! Every rule has words, in both languages, and findings fill all their blanks.

use std::collections::BTreeSet;

use beian::locale::rule::{sentence, words};
use beian::locale::{Lang, Text, finding};
use beian::rules::register;

use super::triggers::TRIGGERS;

fn blanks(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

/// Both languages say something, with the same blanks, and keep the house's style.
fn assert_sound(place: &str, text: Text) {
    assert!(!text.zh.trim().is_empty() && !text.en.trim().is_empty(), "{place}");
    assert_eq!(blanks(text.zh), blanks(text.en), "{place}");
    for word in ["您", "！", "!", "请输入"] {
        assert!(!text.zh.contains(word) && !text.en.contains(word), "{place}: {word}");
    }
    assert!(
        !text.en.chars().any(|c| ('\u{3000}'..='\u{303F}').contains(&c) || ('\u{FF01}'..='\u{FF5E}').contains(&c)),
        "{place}"
    );
}

#[test]
fn every_rule_and_reason_has_words() {
    for rule in register() {
        let words = words(rule.name).unwrap_or_else(|| panic!("{} has no words", rule.name));
        for text in [words.title, words.what, words.mend, words.why] {
            assert_sound(rule.name, text);
            assert!(blanks(text.zh).is_empty(), "{}", rule.name);
        }
        let said: Vec<&str> = words.sentences.iter().map(|sentence| sentence.reason).collect();
        assert_eq!(said.iter().collect::<BTreeSet<_>>(), rule.reasons.iter().collect::<BTreeSet<_>>(), "{}", rule.name);
        for reason in rule.reasons {
            let sentence = sentence(rule.name, reason).unwrap();
            assert_sound(rule.name, sentence.message);
            assert_sound(rule.name, sentence.fix);
            assert!(sentence.message.zh.ends_with('。') && sentence.fix.zh.ends_with('。'), "{} {reason}", rule.name);
            assert!(sentence.message.en.ends_with('.') && sentence.fix.en.ends_with('.'), "{} {reason}", rule.name);
        }
    }
    assert!(words("no-such-rule").is_none());
}

#[test]
fn names_of_rules_are_words_and_stand_once() {
    let mut names = BTreeSet::new();
    for rule in register() {
        assert!(names.insert(rule.name), "{}", rule.name);
        assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()), "{}", rule.name);
        assert!(!rule.source.document.is_empty() && !rule.fields.is_empty() && !rule.reasons.is_empty(), "{}", rule.name);
    }
}

#[test]
fn findings_fill_every_blank() {
    for (rule, reason, start, spoil, _) in TRIGGERS {
        let mut case = start();
        spoil(&mut case);
        for said in case.findings() {
            for lang in [Lang::Zh, Lang::En] {
                for sentence in [finding::message(lang, &said), finding::fix(lang, &said)] {
                    assert!(!sentence.contains(['{', '}']) && !sentence.is_empty(), "{rule} {reason}: {sentence}");
                }
            }
        }
    }
}

#[test]
fn a_secret_is_never_repeated() {
    let mut case = super::drafts::company();
    let secret = "0123456789abcdef0123456789abcdef";
    case.set(beian::filing::FieldId::AppId, secret);
    for said in case.findings() {
        assert!(!finding::message(Lang::Zh, &said).contains(secret) && !format!("{said:?}").contains(secret));
    }
}
