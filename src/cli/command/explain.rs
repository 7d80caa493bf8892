//! `beian explain`: one rule in full, and why it is checked.

use serde_json::{Value as Json, json};

use crate::catalog::province::EVERYWHERE;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::filing::field::table;
use crate::filing::{FieldId, Section};
use crate::locale::cited::{self, Cited, Figure};
use crate::locale::province::{self, Asked};
use crate::locale::value::both_ways;
use crate::locale::{Lang, cli as words, error, material};
use crate::rules::{self, Case, Rule};
use crate::text::clean::visible;

/// Prints one rule in full.
pub fn run(name: &str, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let Some(rule) = rules::find(name.trim()) else { return Err(no_rule(name).into()) };
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
        material::SOURCE.with(lang, &[("source", &material::qualified(lang, rule.source.document.in_lang(lang), confidence))])
    ))?;
    for source in cited::of_source(lang, &rule.source) {
        out.line(format!("    {}", source.in_one_line(lang)))?;
        if !source.address.is_empty() {
            out.line(format!("      {}", source.address))?;
        }
    }
    let figures = cited::figures(lang, rule.name);
    if !figures.is_empty() {
        out.line(format!("  {}", cited::FIGURES.in_lang(lang)))?;
    }
    for figure in figures {
        out.line(format!("    {}", figure.in_one_line(lang)))?;
    }
    out.line(format!("  {}", words::RULE_FIELDS.with(lang, &[("fields", &fields_of(lang, rule))])))?;
    let asked = province::asked(lang, rule.name);
    if !asked.is_empty() {
        out.line(format!("  {}", province::BY_PROVINCE.in_lang(lang)))?;
    }
    for row in asked {
        let key = row.row.map(|key| format!(" {key}")).unwrap_or_default();
        let sources: Vec<String> = row.sources.iter().map(|source| source.in_one_line(lang)).collect();
        let sources = sources.join(match lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        });
        out.line(format!("    {}{key}  {}  [{sources}; {}]", row.province, row.sentence, row.confidence))?;
    }
    for rejection in rule.prevents.iter().map(|rejection| rejection.record()) {
        let said = rejection.wording.in_lang(lang);
        out.line(format!("  {}", words::RULE_REJECTION.with(lang, &[("number", &rejection.number), ("said", &said)])))?;
    }
    Ok(Status::Fine)
}

pub fn no_rule(name: &str) -> Failure {
    let guesses = similar(name, rules::register().iter().map(|rule| rule.name));
    Failure::usage(Sentence::of(error::NO_RULE).with("name", visible(name))).guess(&guesses, error::NO_RULE_HINT)
}

/// A field in full; of a question also what people are asked, where that is the contrary.
fn asked_too(lang: Lang, id: FieldId) -> String {
    match id.field().contrary {
        Some(_) => format!("{} · {}", id.field().section.label().in_lang(lang), both_ways(lang, id)),
        None => id.full_label(lang),
    }
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
            names.extend(here().map(|id| asked_too(lang, *id)));
        }
    }
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// A rule for programs.
#[must_use]
pub fn to_json(lang: Lang, rule: &Rule) -> Json {
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
        "sources": sources_json(&cited::of_source(lang, &rule.source)),
        "thresholds": cited::figures(lang, rule.name).iter().map(figure_json).collect::<Vec<_>>(),
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
        "sources": sources_json(&asked.sources),
        "confidence": asked.confidence,
    })
}

fn sources_json(sources: &[Cited]) -> Json {
    sources.iter().map(source_json).collect()
}

/// A source; `null` where it bears no date or is not public.
fn source_json(source: &Cited) -> Json {
    let optional = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    json!({
        "title": source.title,
        "publisher": source.publisher,
        "published": optional(source.published),
        "read": optional(source.read),
        "address": optional(source.address),
    })
}

fn figure_json(figure: &Figure) -> Json {
    let threshold = figure.threshold;
    json!({
        "concern": threshold.concern.word(),
        "value": threshold.value,
        "unit": threshold.unit.word(),
        "strict": threshold.strict,
        "said": figure.value,
        "province": Some(threshold.code).filter(|code| *code != EVERYWHERE),
        "severity": threshold.severity.name(),
        "date": threshold.date,
        "source": source_json(&figure.source),
    })
}

fn case_json(lang: Lang, case: Case) -> Json {
    let lines = Some(case.draft).filter(|lines| !lines.is_empty());
    json!({ "draft": lines, "note": case.note.in_lang(lang) })
}
