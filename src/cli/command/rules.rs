//! `beian rules`: what is checked.

use super::explain::to_json;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::locale::{Lang, Text, cli as words, error};
use crate::rules::{self, Rule, Topic};
use crate::text::clean::visible;

/// Prints the rules by topic: name, weight, title, how sure they are, and their source. With a topic, only those about it.
pub fn run(topic: Option<&str>, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let topic = topic.map(find_topic).transpose()?;
    let shown: Vec<&Rule> =
        rules::register().iter().copied().filter(|rule| topic.is_none_or(|topic| rule.topic == topic)).collect();
    if out.is_json() {
        out.json(&shown.iter().map(|rule| to_json(lang, rule)).collect())?;
        return Ok(Status::Fine);
    }
    let columns =
        [words::COLUMN_RULE, words::COLUMN_WEIGHT, words::COLUMN_MEANING, words::COLUMN_CONFIDENCE, words::COLUMN_SOURCE];
    let mut rows = vec![columns.map(|column| column.in_lang(lang).to_owned()).to_vec()];
    for topic in Topic::ALL {
        let mut here = shown.iter().filter(|rule| rule.topic == topic).peekable();
        if here.peek().is_some() {
            rows.push(vec![format!("{} ({})", words::topic(topic).in_lang(lang), topic.name())]);
        }
        rows.extend(here.map(|rule| row(lang, rule)));
    }
    out.table(&rows)?;
    Ok(Status::Fine)
}

fn row(lang: Lang, rule: &Rule) -> Vec<String> {
    vec![
        format!("  {}", rule.name),
        words::severity(rule.severity).in_lang(lang).to_owned(),
        rule.title.in_lang(lang).to_owned(),
        words::confidence(rule.source.confidence).in_lang(lang).to_owned(),
        rule.source.document.in_lang(lang).to_owned(),
    ]
}

/// A topic by its word in JSON or by its name in either language.
fn find_topic(name: &str) -> Result<Topic, Failure> {
    let called = |topic: &Topic| {
        let Text { zh, en } = words::topic(*topic);
        [topic.name(), zh, en].into_iter().any(|known| known.eq_ignore_ascii_case(name.trim()))
    };
    Topic::ALL.into_iter().find(called).ok_or_else(|| {
        Failure::usage(Sentence::of(error::NO_TOPIC).with("name", visible(name))).guess(
            &similar(name, Topic::ALL.iter().map(|topic| topic.name())),
            Sentence::of(error::NO_TOPIC_HINT).with("names", Topic::ALL.map(Topic::name).join(", ")),
        )
    })
}
