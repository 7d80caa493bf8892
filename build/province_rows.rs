//! The rows of single rules: who judges them, whom they concern, and with what figures.

use super::circumstances::when;
use super::provinces::literal;
use super::source::{Fallible, Row, path, unknown_word};
use super::vocabulary::{Audience, Confidence, Holders, Occasion, Precision, Refused, Severity, Topic};

/// The keys of the tables that say what is judged, with how each is read.
type Reader = fn(&Row<'_>, &str) -> Fallible<Option<String>>;
const TESTS: [(&str, Reader); 10] = [
    ("ages", ages),
    ("oldest", oldest),
    ("validity", validity),
    ("numbers", numbers),
    ("address", address),
    ("documents", documents),
    ("exception", exception),
    ("remark", remark),
    ("name", name),
    ("trade_name", trade_name),
];

/// The keys that every row has, and those it may have.
const KEYS: [&str; 15] = [
    "id",
    "adcode",
    "subject",
    "topic",
    "kinds",
    "summary_zh",
    "summary_en",
    "material",
    "severity",
    "source",
    "confidence",
    "rules",
    "remind",
    "when",
    "remark_may_deny",
];

/// The source text of one rule.
pub fn rule(row: &Row<'_>) -> Fallible<String> {
    let keys: Vec<&str> = KEYS.into_iter().chain(TESTS.map(|(key, _)| key)).collect();
    row.only(&keys)?;
    let mut tests = Vec::new();
    for (key, read) in TESTS {
        tests.extend(read(row, key)?);
    }
    if !tests.is_empty() && !row.has("rules") {
        return Err(row.wrong("no rule is named that could judge"));
    }
    if row.has("remind") && !row.has("rules") {
        return Err(row.wrong_in("remind", "remind says nothing about a row without rules"));
    }
    for key in ["id", "summary_zh", "summary_en", "source"] {
        if row.text(key)?.trim().is_empty() {
            return Err(row.wrong_in(key, &format!("{key} is empty")));
        }
    }
    let fields = [
        ("id", format!("{:?}", row.text("id")?)),
        ("code", format!("{:?}", row.text("adcode")?)),
        ("audience", row.choice::<Audience>("subject")?),
        ("topic", row.choice::<Topic>("topic")?),
        ("occasions", occasions(row)?),
        ("summary", row.named("summary_zh", "summary_en")?),
        ("material", format!("{:?}", row.text("material")?)),
        ("severity", row.choice::<Severity>("severity")?),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice::<Confidence>("confidence")?),
        ("rules", slice(&row.strings("rules")?)),
        ("remind", row.optional_flag("remind")?.to_string()),
        ("when", when(row, "when")?),
        ("remark_may_deny", row.optional_flag("remark_may_deny")?.to_string()),
        ("tests", format!("&[{}]", tests.join(", "))),
    ];
    Ok(literal("ProvinceRule", &fields))
}

/// The occasions of a comma list, in which "all" stands for every one.
pub fn occasions(row: &Row<'_>) -> Fallible<String> {
    let words = row.text("kinds")?.split(',').map(str::trim);
    let chosen = words.map(|word| if word == "all" { Ok(listed(&Occasion::ALL)) } else { row.choose::<Occasion>("kinds", word) });
    Ok(format!("&[{}]", chosen.collect::<Fallible<Vec<String>>>()?.join(", ")))
}

/// These occasions as the source text of a static slice.
pub fn all(occasions: &[Occasion]) -> String {
    format!("&[{}]", listed(occasions))
}

fn listed(occasions: &[Occasion]) -> String {
    occasions.iter().map(path).collect::<Vec<_>>().join(", ")
}

fn slice(texts: &[&str]) -> String {
    format!("&{texts:?}")
}

fn ages(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["from", "to", "except_legal_person"])?;
    let (from, to) = (row.number("from")?, row.number("to")?);
    if from > to || to > 120 {
        return Err(row.wrong("the ages run backwards"));
    }
    let except = row.optional_flag("except_legal_person")?;
    Ok(Some(format!("Test::Ages {{ from: {from}, to: {to}, except_legal_person: {except} }}")))
}

fn oldest(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["men", "women"])?;
    Ok(Some(format!("Test::OldestOwner {{ men: {}, women: {} }}", row.number("men")?, row.number("women")?)))
}

fn validity(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["months", "of", "more_than"])?;
    let fields = [
        ("months", row.number("months")?.to_string()),
        ("of", row.choice::<Holders>("of")?),
        ("more_than", row.optional_flag("more_than")?.to_string()),
    ];
    Ok(Some(literal("Test::Validity", &fields)))
}

fn numbers(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    Ok(row.optional_number(key)?.map(|least| format!("Test::PhoneNumbers {{ least: {least} }}")))
}

fn address(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["precision", "mentions"])?;
    let fields = [("precision", row.choice::<Precision>("precision")?), ("mentions", slice(&row.strings("mentions")?))];
    Ok(Some(literal("Test::Address", &fields)))
}

fn documents(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["refused", "of"])?;
    let of_owner = match row.text("of")? {
        "responsible_person" => false,
        "owner" => true,
        word => return Err(row.wrong_in("of", &unknown_word(word, &["responsible_person", "owner"]))),
    };
    let fields = [("refused", row.choice::<Refused>("refused")?), ("of_owner", of_owner.to_string())];
    Ok(Some(literal("Test::Documents", &fields)))
}

fn exception(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    if !row.has(key) {
        return Ok(None);
    }
    Ok(Some(format!("Test::LetterAccepted {{ when: {} }}", when(row, key)?)))
}

fn remark(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["characters", "needs", "sentence", "sentence_with_approvals", "example"])?;
    let text = |key| if row.has(key) { row.text(key) } else { Ok("") };
    let (sentence, with_approvals, example) = (text("sentence")?, text("sentence_with_approvals")?, text("example")?);
    if sentence.is_empty() == example.is_empty() {
        return Err(row.wrong("either a sentence or an example"));
    }
    if !with_approvals.is_empty() && !with_approvals.contains("{approvals}") {
        return Err(row.wrong("sentence_with_approvals has no place for them"));
    }
    let needs: Vec<String> = row.strings("needs")?.iter().map(|words| slice(&words.split('|').collect::<Vec<_>>())).collect();
    // What the row itself proposes must be enough for it.
    let holds =
        |text: &str| row.strings("needs").map(|needs| needs.iter().all(|words| words.split('|').any(|word| text.contains(word))));
    for proposal in [sentence, with_approvals, example].into_iter().filter(|text| !text.is_empty()) {
        if !holds(proposal)? {
            return Err(row.wrong("the sentence does not say what is needed"));
        }
    }
    let fields = [
        ("characters", row.optional_number("characters")?.unwrap_or_default().to_string()),
        ("needs", format!("&[{}]", needs.join(", "))),
        ("sentence", format!("{sentence:?}")),
        ("sentence_with_approvals", format!("{with_approvals:?}")),
        ("example", format!("{example:?}")),
    ];
    Ok(Some(literal("Test::Remark", &fields)))
}

fn name(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["words", "own_name", "shortest", "no_letters", "place"])?;
    let fields = [
        ("words", slice(&row.strings("words")?)),
        ("own_name", row.optional_flag("own_name")?.to_string()),
        ("shortest", row.optional_number("shortest")?.unwrap_or_default().to_string()),
        ("no_letters", row.optional_flag("no_letters")?.to_string()),
        ("place", row.optional_flag("place")?.to_string()),
    ];
    Ok(Some(literal("Test::Name", &fields)))
}

fn trade_name(row: &Row<'_>, key: &str) -> Fallible<Option<String>> {
    let Some(row) = row.inner(key)? else { return Ok(None) };
    row.only(&["required", "individual", "name", "remark"])?;
    let name = if row.has("name") { row.text("name")? } else { "" };
    if !name.is_empty() && !name.contains("{operator}") {
        return Err(row.wrong_in("name", "name has no place for the {operator}"));
    }
    let remark: Vec<String> = row.strings("remark")?.iter().map(|words| slice(&words.split('|').collect::<Vec<_>>())).collect();
    let fields = [
        ("required", row.optional_flag("required")?.to_string()),
        ("individual", row.optional_flag("individual")?.to_string()),
        ("name", format!("{name:?}")),
        ("remark", format!("&[{}]", remark.join(", "))),
    ];
    Ok(Some(literal("Test::TradeName", &fields)))
}
