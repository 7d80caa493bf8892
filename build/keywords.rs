//! The words of the concerns, a file each under `assets/catalog/words/`, and longer words that say nothing: `keywords.rs`.

use std::collections::BTreeSet;

use super::provinces::{EVERYWHERE, literal};
use super::source::{Document, Fallible, Pieces, Row, Sources, by_id, table};
use super::vocabulary::{Audience, Confidence, Effect, List, Spot, Status, WhyUnfit};
use super::words::Pattern;

/// The files, in the order in which concerns are reported.
const FILES: [&str; 33] = [
    "assets/catalog/words/news.toml",
    "assets/catalog/words/publish.toml",
    "assets/catalog/words/map.toml",
    "assets/catalog/words/education.toml",
    "assets/catalog/words/tutoring.toml",
    "assets/catalog/words/health.toml",
    "assets/catalog/words/drug.toml",
    "assets/catalog/words/bbs.toml",
    "assets/catalog/words/culture.toml",
    "assets/catalog/words/av.toml",
    "assets/catalog/words/drama.toml",
    "assets/catalog/words/ridehail.toml",
    "assets/catalog/words/finance.toml",
    "assets/catalog/words/religion.toml",
    "assets/catalog/words/game.toml",
    "assets/catalog/words/charity.toml",
    "assets/catalog/words/travel.toml",
    "assets/catalog/words/lottery.toml",
    "assets/catalog/words/superstition.toml",
    "assets/catalog/words/ghostwriting.toml",
    "assets/catalog/words/tobacco.toml",
    "assets/catalog/words/ai.toml",
    "assets/catalog/words/none.toml",
    "assets/catalog/words/company.toml",
    "assets/catalog/words/trade.toml",
    "assets/catalog/words/social.toml",
    "assets/catalog/words/comments.toml",
    "assets/catalog/words/forum.toml",
    "assets/catalog/words/blog.toml",
    "assets/catalog/words/medical.toml",
    "assets/catalog/words/office.toml",
    "assets/catalog/words/body.toml",
    "assets/catalog/words/avoid.toml",
];

/// What the files hold, as source text.
#[derive(Default)]
struct Tables {
    categories: Vec<String>,
    keys: Vec<String>,
    /// The words, in the order of their rows.
    words: Vec<String>,
    keywords: Vec<String>,
    /// What is said of all words of a row.
    rows: Vec<String>,
    /// Words and phrases.
    texts: Pieces,
    contents: Vec<String>,
    no_letter: Vec<String>,
    phrases: Vec<String>,
    patterns: Vec<Pattern>,
    seen_contents: BTreeSet<u32>,
    seen_phrases: BTreeSet<String>,
}

/// Writes categories, words, service contents and harmless phrases in the order of the files. Words and phrases are to be found.
pub fn generate(sources: &Sources) -> Fallible<Vec<Pattern>> {
    let provinces = sources.toml("assets/catalog/provincial_rules.toml")?;
    let regions: Fallible<Vec<&str>> = provinces.rows("province")?.iter().map(|row| row.text("adcode")).collect();
    let regions = regions?;
    let mut tables = Tables::default();
    let documents: Fallible<Vec<Document>> = FILES.iter().map(|path| sources.toml(path)).collect();
    let documents = documents?;
    for document in &documents {
        document.root().only(&["schema_version", "category", "words", "content", "harmless", "no_letter"])?;
        let key = category(sources, document, &mut tables)?;
        keywords(document, &key, &regions, &mut tables)?;
        contents(sources, document, &key, &mut tables)?;
        no_letter(document, &regions, &mut tables)?;
    }
    // A phrase may shield a word of another file.
    for document in &documents {
        phrases(document, &mut tables)?;
    }
    let words = tables.words.clone();
    // A word of several rows is found once, as that of the first.
    for (row, word) in words.iter().enumerate().filter(|(row, word)| words.iter().position(|other| other == *word) == Some(*row))
    {
        tables.patterns.push(Pattern { list: List::Concern, word: row, text: word.clone(), any_case: true });
    }
    let text = [
        table("CATEGORIES", "Category", &tables.categories),
        table("KEYWORDS", "Keyword", &tables.keywords),
        table("KEYWORD_ROWS", "KeywordRow", &tables.rows),
        tables.texts.table("WORDS"),
        table("NEXT_ROWS", "Option<u16>", &next_rows(&words)),
        table("CONTENTS", "ContentTrade", &tables.contents),
        table("NO_LETTER", "&str", &tables.no_letter),
        table("PHRASES", "(Piece, Piece)", &tables.phrases),
        table("UNFIT", "Unfit", &unfit(sources)?),
    ];
    sources.write("keywords.rs", &text.concat())?;
    Ok(tables.patterns)
}

/// The rows of an array of tables that a file need not have.
fn rows<'d>(document: &'d Document, key: &str) -> Fallible<Vec<Row<'d>>> {
    if document.root().has(key) { document.rows(key) } else { Ok(Vec::new()) }
}

/// The source text of the place of the next row with the same word, for each row.
fn next_rows(words: &[String]) -> Vec<String> {
    let next = |row: usize| words.iter().enumerate().skip(row + 1).find(|(_, word)| Some(*word) == words.get(row));
    (0..words.len()).map(|row| format!("{:?}", next(row).map(|(next, _)| next))).collect()
}

/// The one category of a file: its key.
fn category(sources: &Sources, document: &Document, tables: &mut Tables) -> Fallible<String> {
    let rows = document.rows("category")?;
    let [row] = rows.as_slice() else { return Err(document.root().wrong("one [[category]] is wanted")) };
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
        "audience",
        "exempt",
        "statement_zh",
        "statement_en",
        "excuses",
        "as_individual",
    ])?;
    let key = row.text("key")?.to_owned();
    if tables.keys.contains(&key) {
        return Err(row.wrong_in("key", "the key occurs twice"));
    }
    let statement = if row.has("statement_zh") {
        row.named("statement_zh", "statement_en")?
    } else {
        format!("Text {{ zh: {:?}, en: {:?} }}", "盖章的不涉及说明", "a sealed statement that it is not involved")
    };
    let individuals = row.has("audience") && row.member::<Audience>("audience")? == Audience::Individuals;
    let fields = [
        ("approval", format!("{:?}", approval(sources, row)?)),
        ("key", format!("{key:?}")),
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
        ("of_individuals", individuals.to_string()),
        ("exempt", format!("&{:?}", natures(sources, row)?)),
        ("as_individual", format!("{:?}", row.optional_text("as_individual")?)),
        ("statement", statement),
        (
            "excuses",
            format!("&{:?}", row.optional_text("excuses")?.map_or(Vec::new(), |text| text.split('、').collect::<Vec<_>>())),
        ),
    ];
    tables.categories.push(literal("Category", &fields));
    tables.keys.push(key.clone());
    Ok(key)
}

/// The id of a category in the platform's list. The two files disagree about one id; the list of approvals knows the other one as well.
fn approval(sources: &Sources, row: &Row<'_>) -> Fallible<Option<u32>> {
    let id = row.number("api_type")?;
    let approvals = sources.toml("assets/catalog/prior_approval_types.toml")?;
    for (known, approval) in by_id(approvals.rows("item")?)? {
        if known == id || approval.optional_number("alt_id")? == Some(id) {
            return Ok(Some(known));
        }
    }
    if id == 0 { Ok(None) } else { Err(row.wrong_in("api_type", "unknown api_type")) }
}

/// The natures of which the permit of a category is not asked.
fn natures(sources: &Sources, row: &Row<'_>) -> Fallible<Vec<u32>> {
    let subjects = sources.toml("assets/catalog/subject_types.toml")?;
    let subjects = by_id(subjects.rows("item")?)?;
    let Some(text) = row.optional_text("exempt")? else { return Ok(Vec::new()) };
    let id = |part: &str| part.trim().parse::<u32>().ok().filter(|id| subjects.contains_key(id));
    text.split(',').map(|part| id(part).ok_or_else(|| row.wrong_in("exempt", &format!("{part:?} is no nature")))).collect()
}

/// The source text of the words: each once in a category, a region and a place.
fn keywords(document: &Document, key: &str, regions: &[&str], tables: &mut Tables) -> Fallible<()> {
    let mut seen = BTreeSet::new();
    for row in rows(document, "words")? {
        row.only(&["words", "adcode", "fields", "effect", "weight", "subject", "source", "confidence"])?;
        let region = row.optional_text("adcode")?.unwrap_or(EVERYWHERE);
        if region != EVERYWHERE && !regions.contains(&region) {
            return Err(row.wrong_in("adcode", "unknown province"));
        }
        if !(1..=3).contains(&row.number("weight")?) {
            return Err(row.wrong_in("weight", "the weight is 1, 2 or 3"));
        }
        let subject = if row.has("subject") { row.choice::<Audience>("subject")? } else { "Audience::Everyone".to_owned() };
        let fields = [
            ("category", format!("{key:?}")),
            ("region", format!("{region:?}")),
            ("spots", row.choices::<Spot>("fields")?),
            ("effect", row.choice::<Effect>("effect")?),
            ("weight", row.number("weight")?.to_string()),
            ("subject", subject),
            ("source", format!("{:?}", row.text("source")?)),
            ("confidence", row.choice::<Confidence>("confidence")?),
        ];
        let place = tables.rows.len();
        tables.rows.push(literal("KeywordRow", &fields));
        for word in row.text("words")?.split('、') {
            if word.trim() != word || word.is_empty() || !seen.insert((word, region, row.text("fields")?)) {
                return Err(row.wrong_in("words", &format!("{word:?} is empty or occurs twice")));
            }
            tables.keywords.push(format!("Keyword {{ word: {}, row: {place} }}", tables.texts.piece(word)));
            tables.words.push(word.to_owned());
        }
    }
    Ok(())
}

/// The source text of the service contents that say a trade by themselves.
fn contents(sources: &Sources, document: &Document, key: &str, tables: &mut Tables) -> Fallible<()> {
    let services = sources.toml("assets/catalog/service_content_types.toml")?;
    let services = by_id(services.rows("item")?)?;
    for row in rows(document, "content")? {
        row.only(&["content", "weight", "source", "confidence"])?;
        let id = row.number("content")?;
        let second_level = services.get(&id).map(|service| service.number("parent_id")).transpose()?.is_some_and(|of| of != 0);
        if !second_level || !tables.seen_contents.insert(id) {
            return Err(row.wrong_in("content", "no second-level service content, or named twice"));
        }
        let fields = [
            ("content", id.to_string()),
            ("category", format!("{key:?}")),
            ("weight", row.number("weight")?.to_string()),
            ("confidence", row.choice::<Confidence>("confidence")?),
        ];
        tables.contents.push(literal("ContentTrade", &fields));
    }
    Ok(())
}

/// The provinces where a letter that denies a trade is no way out.
fn no_letter(document: &Document, regions: &[&str], tables: &mut Tables) -> Fallible<()> {
    for row in rows(document, "no_letter")? {
        row.only(&["adcode", "source", "confidence"])?;
        row.choice::<Confidence>("confidence")?;
        let region = row.text("adcode")?;
        if !regions.contains(&region) {
            return Err(row.wrong_in("adcode", "unknown province"));
        }
        tables.no_letter.push(format!("{region:?}"));
    }
    Ok(())
}

/// Pairs of a word and a longer one that shields it, as source text, and the longer ones to be found.
fn phrases(document: &Document, tables: &mut Tables) -> Fallible<()> {
    for row in rows(document, "harmless")? {
        row.only(&["word", "within"])?;
        let word = row.text("word")?;
        if !tables.words.iter().any(|known| known == word) {
            return Err(row.wrong_in("word", &format!("{word:?} is no word of a concern")));
        }
        if !tables.seen_phrases.insert(word.to_owned()) {
            return Err(row.wrong_in("word", &format!("{word:?} has a row already: add the longer word to its `within`")));
        }
        for phrase in row.text("within")?.split('、') {
            if phrase == word || !phrase.contains(word) {
                return Err(row.wrong_in("within", &format!("{phrase:?} does not hold the word")));
            }
            let text = phrase.to_owned();
            tables.patterns.push(Pattern { list: List::HarmlessConcern, word: tables.phrases.len(), text, any_case: true });
            let (word, phrase) = (tables.texts.piece(word), tables.texts.piece(phrase));
            tables.phrases.push(format!("({word}, {phrase})"));
        }
    }
    Ok(())
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
