//! Words that hint at a trade which needs a permit first, and longer words that do not: `keywords.rs`.

use std::collections::BTreeSet;

use super::provinces::{EVERYWHERE, literal};
use super::source::{Fallible, Row, Sources, by_id, table};
use super::vocabulary::{Confidence, Effect, List, Spot, Status, WhyUnfit};
use super::words::Pattern;

/// Writes categories, words, service contents and harmless phrases in the order of the files. Words and phrases are to be found.
pub fn generate(sources: &Sources) -> Fallible<Vec<Pattern>> {
    let document = sources.toml("assets/catalog/prior_approval_keywords.toml")?;
    document.root().only(&["schema_version", "collected", "category", "keyword", "content", "no_letter"])?;
    let provinces = sources.toml("assets/catalog/provincial_rules.toml")?;
    let regions: Fallible<Vec<&str>> = provinces.rows("province")?.iter().map(|row| row.text("adcode")).collect();
    let regions = regions?;

    let (keys, categories) = categories(sources, document.rows("category")?)?;
    let words = document.rows("keyword")?;
    let keywords = keywords(&words, &keys, &regions)?;
    let contents = contents(sources, document.rows("content")?, &keys)?;
    let mut no_letter = Vec::new();
    for row in document.rows("no_letter")? {
        row.only(&["adcode", "source", "confidence"])?;
        row.choice::<Confidence>("confidence")?;
        let region = row.text("adcode")?;
        if !regions.contains(&region) {
            return Err(row.wrong_in("adcode", "unknown province"));
        }
        no_letter.push(format!("{region:?}"));
    }
    let words: Fallible<Vec<&str>> = words.iter().map(|row| row.text("word")).collect();
    let words = words?;
    let (phrases, mut patterns) = phrases(sources, &words)?;
    // A word of several rows is found once, as that of the first.
    for (row, word) in words.iter().enumerate().filter(|(row, word)| words.iter().position(|other| other == *word) == Some(*row))
    {
        patterns.push(Pattern { list: List::Permit, word: row, text: (*word).to_owned(), any_case: true });
    }
    let tables = [
        table("CATEGORIES", "Category", &categories),
        table("KEYWORDS", "Keyword", &keywords),
        table("NEXT_ROWS", "Option<u16>", &next_rows(&words)),
        table("CONTENTS", "ContentTrade", &contents),
        table("NO_LETTER", "&str", &no_letter),
        table("PHRASES", "(&str, &str)", &phrases),
        table("UNFIT", "Unfit", &unfit(sources)?),
    ];
    sources.write("keywords.rs", &tables.concat())?;
    Ok(patterns)
}

/// The source text of the place of the next row with the same word, for each row.
fn next_rows(words: &[&str]) -> Vec<String> {
    let next = |row: usize| words.iter().enumerate().skip(row + 1).find(|(_, word)| Some(*word) == words.get(row));
    (0..words.len()).map(|row| format!("{:?}", next(row).map(|(next, _)| next))).collect()
}

/// The keys of the categories, and their source text.
fn categories<'t>(sources: &Sources, rows: Vec<Row<'t>>) -> Fallible<(Vec<&'t str>, Vec<String>)> {
    let approvals = sources.toml("assets/catalog/prior_approval_types.toml")?;
    let approvals = by_id(approvals.rows("item")?)?;
    // The two files disagree about one id; the list of approvals knows the other one as well.
    let resolve = |id: u32| -> Fallible<Option<u32>> {
        for (known, row) in &approvals {
            if *known == id || row.optional_number("alt_id")? == Some(id) {
                return Ok(Some(*known));
            }
        }
        Ok(None)
    };
    let (mut keys, mut categories) = (Vec::new(), Vec::new());
    for row in rows {
        let id = row.number("api_type")?;
        let approval = resolve(id)?;
        if approval.is_none() && id != 0 {
            return Err(row.wrong_in("api_type", "unknown api_type"));
        }
        if keys.contains(&row.text("key")?) {
            return Err(row.wrong_in("key", "the key occurs twice"));
        }
        keys.push(row.text("key")?);
        categories.push(category(&row, approval)?);
    }
    Ok((keys, categories))
}

fn category(row: &Row<'_>, approval: Option<u32>) -> Fallible<String> {
    row.only(&[
        "api_type",
        "key",
        "name",
        "name_en",
        "authority",
        "document",
        "office_zh",
        "office_en",
        "paper_zh",
        "paper_en",
        "number_hint",
        "status",
        "note",
        "source",
        "confidence",
    ])?;
    let fields = [
        ("approval", format!("{approval:?}")),
        ("key", format!("{:?}", row.text("key")?)),
        ("name", row.named("name", "name_en")?),
        ("authority", format!("{:?}", row.text("authority")?)),
        ("document", format!("{:?}", row.text("document")?)),
        ("office", row.named("office_zh", "office_en")?),
        ("paper", row.named("paper_zh", "paper_en")?),
        ("number_hint", format!("{:?}", row.text("number_hint")?)),
        ("status", row.choice::<Status>("status")?),
        ("note", format!("{:?}", row.text("note")?)),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice::<Confidence>("confidence")?),
    ];
    Ok(literal("Category", &fields))
}

/// The source text of the words: each once in a category and a region.
fn keywords(rows: &[Row<'_>], keys: &[&str], regions: &[&str]) -> Fallible<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut keywords = Vec::new();
    for row in rows {
        let (word, category, region) = (row.text("word")?, row.text("category")?, row.text("adcode")?);
        if word.is_empty() || !seen.insert((word, category, region)) {
            return Err(row.wrong_in("word", "the word is empty or occurs twice"));
        }
        if region != EVERYWHERE && !regions.contains(&region) {
            return Err(row.wrong_in("adcode", "unknown province"));
        }
        known(row, keys)?;
        keywords.push(keyword(row)?);
    }
    Ok(keywords)
}

/// Refuses a category that is not listed, and a weight that is none.
fn known(row: &Row<'_>, keys: &[&str]) -> Fallible<()> {
    if !keys.contains(&row.text("category")?) {
        return Err(row.wrong_in("category", "unknown category"));
    }
    if !(1..=3).contains(&row.number("weight")?) {
        return Err(row.wrong_in("weight", "the weight is 1, 2 or 3"));
    }
    Ok(())
}

fn keyword(row: &Row<'_>) -> Fallible<String> {
    row.only(&["word", "category", "adcode", "fields", "effect", "weight", "source", "confidence"])?;
    let fields = [
        ("word", format!("{:?}", row.text("word")?)),
        ("category", format!("{:?}", row.text("category")?)),
        ("region", format!("{:?}", row.text("adcode")?)),
        ("spots", row.choices::<Spot>("fields")?),
        ("effect", row.choice::<Effect>("effect")?),
        ("weight", row.number("weight")?.to_string()),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice::<Confidence>("confidence")?),
    ];
    Ok(literal("Keyword", &fields))
}

/// The source text of the service contents that say a trade by themselves.
fn contents(sources: &Sources, rows: Vec<Row<'_>>, keys: &[&str]) -> Fallible<Vec<String>> {
    let services = sources.toml("assets/catalog/service_content_types.toml")?;
    let services = by_id(services.rows("item")?)?;
    let mut seen = BTreeSet::new();
    let mut contents = Vec::new();
    for row in rows {
        row.only(&["content", "category", "weight", "source", "confidence"])?;
        let id = row.number("content")?;
        let second_level = services.get(&id).map(|service| service.number("parent_id")).transpose()?.is_some_and(|of| of != 0);
        if !second_level || !seen.insert(id) {
            return Err(row.wrong_in("content", "no second-level service content, or named twice"));
        }
        known(&row, keys)?;
        let fields = [
            ("content", id.to_string()),
            ("category", format!("{:?}", row.text("category")?)),
            ("weight", row.number("weight")?.to_string()),
            ("confidence", row.choice::<Confidence>("confidence")?),
        ];
        contents.push(literal("ContentTrade", &fields));
    }
    Ok(contents)
}

/// Pairs of a word and a longer one that shields it, as source text, and the longer ones to be found.
fn phrases(sources: &Sources, words: &[&str]) -> Fallible<(Vec<String>, Vec<Pattern>)> {
    let document = sources.toml("assets/catalog/harmless_phrases.toml")?;
    document.root().only(&["schema_version", "collected", "phrase"])?;
    let mut seen = BTreeSet::new();
    let (mut phrases, mut patterns) = (Vec::new(), Vec::new());
    for row in document.rows("phrase")? {
        row.only(&["word", "within"])?;
        let word = row.text("word")?;
        if !words.contains(&word) {
            return Err(row.wrong_in("word", &format!("{word:?} is no word of prior_approval_keywords.toml")));
        }
        if !seen.insert(word) {
            return Err(row.wrong_in("word", &format!("{word:?} has a row already: add the longer word to its `within`")));
        }
        for phrase in row.text("within")?.split('、') {
            if phrase == word || !phrase.contains(word) {
                return Err(row.wrong_in("within", &format!("{phrase:?} does not hold the word")));
            }
            let text = phrase.to_owned();
            patterns.push(Pattern { list: List::HarmlessPermit, word: phrases.len(), text, any_case: true });
            phrases.push(format!("({word:?}, {phrase:?})"));
        }
    }
    Ok((phrases, patterns))
}

/// The source text of the service contents that do not fit every nature.
fn unfit(sources: &Sources) -> Fallible<Vec<String>> {
    let services = sources.toml("assets/catalog/service_content_types.toml")?;
    let services = by_id(services.rows("item")?)?;
    let document = sources.toml("assets/catalog/unfit_contents.toml")?;
    document.root().only(&["schema_version", "collected", "unfit"])?;
    let mut seen = BTreeSet::new();
    let mut unfit = Vec::new();
    for row in document.rows("unfit")? {
        row.only(&["contents", "why", "source", "confidence"])?;
        row.text("source")?;
        for content in row.text("contents")?.split(',') {
            let id = content.trim().parse::<u32>().map_err(|_| row.wrong_in("contents", &format!("{content:?} is no id")))?;
            if !services.contains_key(&id) || !seen.insert(id) {
                return Err(row.wrong_in("contents", &format!("{id} is no service content, or named twice")));
            }
            let fields = [
                ("content", id.to_string()),
                ("why", row.choice::<WhyUnfit>("why")?),
                ("confidence", row.choice::<Confidence>("confidence")?),
            ];
            unfit.push(literal("Unfit", &fields));
        }
    }
    Ok(unfit)
}
