//! `beian rules` and `beian explain`: what is checked, and why.

use serde_json::{Value as Json, json};

use super::error::{Failure, Outcome, Status};
use super::out::Out;
use super::similar::similar;
use crate::filing::Section;
use crate::filing::field::table;
use crate::locale::rule::words as words_of;
use crate::locale::{Lang, cli as words, error, field};
use crate::rules::{self, Rule};
use crate::text::clean::visible;

/// Prints every rule with its weight and title.
pub fn rules(out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    if out.is_json() {
        out.json(&rules::register().iter().map(|rule| to_json(lang, rule)).collect())?;
        return Ok(Status::Fine);
    }
    let columns = [words::COLUMN_RULE, words::COLUMN_WEIGHT, words::COLUMN_TOPIC, words::COLUMN_MEANING];
    let mut rows = vec![columns.map(|column| column.in_lang(lang).to_owned()).to_vec()];
    rows.extend(rules::register().iter().map(|rule| {
        let title = words_of(rule.name).map(|words| words.title.in_lang(lang)).unwrap_or_default();
        vec![
            rule.name.to_owned(),
            words::severity(rule.severity).in_lang(lang).to_owned(),
            words::topic(rule.topic).in_lang(lang).to_owned(),
            title.to_owned(),
        ]
    }));
    out.table(&rows)?;
    Ok(Status::Fine)
}

/// Prints one rule in full.
pub fn run(name: &str, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let Some(rule) = rules::find(name) else {
        let guesses = similar(name, rules::register().iter().map(|rule| rule.name));
        let hint = match guesses.as_slice() {
            [] => error::NO_RULE_HINT.in_lang(lang).to_owned(),
            guesses => error::SIMILAR.with(lang, &[("names", &guesses.join(", "))]),
        };
        return Err(Failure::usage(lang, error::NO_RULE, &[("name", &visible(name))], hint).into());
    };
    if out.is_json() {
        out.json(&to_json(lang, rule))?;
        return Ok(Status::Fine);
    }
    out.line(format!("{}  [{}]", rule.name, words::severity(rule.severity).in_lang(lang)))?;
    if let Some(said) = words_of(rule.name) {
        out.line(format!("  {}", said.title.in_lang(lang)))?;
        out.line(format!("  {}", said.what.in_lang(lang)))?;
        out.line(format!("  {}{}", words::RULE_MEND.in_lang(lang), said.mend.in_lang(lang)))?;
        out.line(format!("  {}{}", words::RULE_WHY.in_lang(lang), said.why.in_lang(lang)))?;
    }
    let confidence = words::confidence(rule.source.confidence).in_lang(lang);
    out.line(format!("  {}", words::RULE_SOURCE.with(lang, &[("source", &rule.source.document), ("confidence", &confidence)])))?;
    out.line(format!("  {}", words::RULE_FIELDS.with(lang, &[("fields", &fields_of(lang, rule))])))?;
    Ok(Status::Fine)
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
            names.push(words::ALL_OF.with(lang, &[("section", &field::section(section).in_lang(lang))]));
        } else {
            names.extend(here().map(|id| field::full_label(lang, *id)));
        }
    }
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

fn to_json(lang: Lang, rule: &Rule) -> Json {
    let said = words_of(rule.name);
    json!({
        "rule": rule.name,
        "topic": rule.topic.name(),
        "severity": rule.severity.name(),
        "title": said.map(|words| words.title.in_lang(lang)),
        "what": said.map(|words| words.what.in_lang(lang)),
        "mend": said.map(|words| words.mend.in_lang(lang)),
        "why": said.map(|words| words.why.in_lang(lang)),
        "source": rule.source.document,
        "confidence": words::confidence(rule.source.confidence).in_lang(lang),
        "fields": rule.fields.iter().map(|id| id.path()).collect::<Vec<_>>(),
    })
}
