//! `beian rules` and `beian explain`: what is checked, and why.

use serde_json::{Value as Json, json};

use super::error::{Failure, Outcome, Status};
use super::out::Out;
use super::similar::similar;
use crate::filing::Section;
use crate::filing::field::table;
use crate::locale::province::{self, Asked};
use crate::locale::{Lang, Text, cli as words, error};
use crate::rules::{self, Case, Rule, Topic};
use crate::text::clean::visible;

/// Prints the rules by topic: name, weight, title, how sure they are, and their source. With a topic, only those about it.
pub fn rules(topic: Option<&str>, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let topic = topic.map(|name| find_topic(lang, name)).transpose()?;
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
fn find_topic(lang: Lang, name: &str) -> Result<Topic, Failure> {
    let called = |topic: &Topic| {
        let Text { zh, en } = words::topic(*topic);
        [topic.name(), zh, en].into_iter().any(|known| known.eq_ignore_ascii_case(name.trim()))
    };
    Topic::ALL.into_iter().find(called).ok_or_else(|| {
        let guesses = similar(name, Topic::ALL.iter().map(|topic| topic.name()));
        let hint = match guesses.as_slice() {
            [] => error::NO_TOPIC_HINT.with(lang, &[("names", &Topic::ALL.map(Topic::name).join(", "))]),
            guesses => error::SIMILAR.with(lang, &[("names", &guesses.join(", "))]),
        };
        Failure::usage(lang, error::NO_TOPIC, &[("name", &visible(name))], hint)
    })
}

/// Prints one rule in full.
pub fn run(name: &str, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let Some(rule) = rules::find(name.trim()) else { return Err(no_rule(lang, name).into()) };
    if out.is_json() {
        out.json(&to_json(lang, rule))?;
        return Ok(Status::Fine);
    }
    let weight = words::severity(rule.severity).in_lang(lang);
    out.line(format!("{}  [{weight}]  {}", rule.name, words::topic(rule.topic).in_lang(lang)))?;
    out.line(format!("  {}", rule.title.in_lang(lang)))?;
    out.line(format!("  {}", rule.what.in_lang(lang)))?;
    out.line(format!("  {}{}", words::RULE_MEND.in_lang(lang), rule.fix.in_lang(lang)))?;
    out.line(format!("  {}{}", words::RULE_WHY.in_lang(lang), rule.why.in_lang(lang)))?;
    for (heading, case) in [(words::RULE_WRONG, rule.wrong), (words::RULE_RIGHT, rule.right)] {
        out.line(format!("  {}{}", heading.in_lang(lang), case.note.in_lang(lang)))?;
        for line in case.draft.lines() {
            out.line(format!("      {line}"))?;
        }
    }
    let confidence = words::confidence(rule.source.confidence).in_lang(lang);
    out.line(format!(
        "  {}",
        words::RULE_SOURCE.with(lang, &[("source", &rule.source.document.in_lang(lang)), ("confidence", &confidence)])
    ))?;
    out.line(format!("  {}", words::RULE_FIELDS.with(lang, &[("fields", &fields_of(lang, rule))])))?;
    let asked = province::asked(lang, rule.name);
    if !asked.is_empty() {
        out.line(format!("  {}", province::BY_PROVINCE.in_lang(lang)))?;
    }
    for row in asked {
        let key = row.row.map(|key| format!(" {key}")).unwrap_or_default();
        out.line(format!("    {}{key}  {}  [{}, {}]", row.province, row.sentence, row.source, row.confidence))?;
    }
    for rejection in rule.prevents.iter().map(|rejection| rejection.record()) {
        let said = rejection.wording.in_lang(lang);
        out.line(format!("  {}", words::RULE_REJECTION.with(lang, &[("number", &rejection.number), ("said", &said)])))?;
    }
    Ok(Status::Fine)
}

fn no_rule(lang: Lang, name: &str) -> Failure {
    let guesses = similar(name, rules::register().iter().map(|rule| rule.name));
    let hint = match guesses.as_slice() {
        [] => error::NO_RULE_HINT.in_lang(lang).to_owned(),
        guesses => error::SIMILAR.with(lang, &[("names", &guesses.join(", "))]),
    };
    Failure::usage(lang, error::NO_RULE, &[("name", &visible(name))], hint)
}

/// The fields of a rule by their names; a section of which it takes every field by its own.
fn fields_of(lang: Lang, rule: &Rule) -> String {
    if rule.fields.len() == table().len() {
        return words::ALL_FIELDS.in_lang(lang).to_owned();
    }
    let mut names = Vec::new();
    for section in Section::ALL {
        let here = || rule.fields.iter().filter(|id| id.field().section == section);
        if here().count() > 1 && section.fields().all(|field| rule.fields.contains(&field.id)) {
            names.push(words::ALL_OF.with(lang, &[("section", &section.label().in_lang(lang))]));
        } else {
            names.extend(here().map(|id| id.full_label(lang)));
        }
    }
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

fn to_json(lang: Lang, rule: &Rule) -> Json {
    json!({
        "rule": rule.name,
        "topic": rule.topic.name(),
        "severity": rule.severity.name(),
        "title": rule.title.in_lang(lang),
        "what": rule.what.in_lang(lang),
        "mend": rule.fix.in_lang(lang),
        "why": rule.why.in_lang(lang),
        "wrong": case_json(lang, rule.wrong),
        "right": case_json(lang, rule.right),
        "source": rule.source.document.in_lang(lang),
        "confidence": rule.source.confidence.name(),
        "rejections": rule.prevents.iter().map(|rejection| rejection.record().number).collect::<Vec<_>>(),
        "fields": rule.fields.iter().map(|id| id.path()).collect::<Vec<_>>(),
        "provinces": province::asked(lang, rule.name).iter().map(asked_json).collect::<Vec<_>>(),
    })
}

fn asked_json(asked: &Asked) -> Json {
    json!({
        "row": asked.row,
        "province": asked.province,
        "asked": asked.sentence,
        "source": asked.source,
        "confidence": asked.confidence,
    })
}

fn case_json(lang: Lang, case: Case) -> Json {
    let lines = Some(case.draft).filter(|lines| !lines.is_empty());
    json!({ "draft": lines, "note": case.note.in_lang(lang) })
}
