//! `when`: the circumstances of a row, one syntax for every file.

use super::source::{Fallible, Item, Row, unknown_word};
use super::vocabulary::{Circumstance, FilingKind, Vocabulary};

/// The circumstances that are tables, as an error shows them; the header of `provincial_rules.toml` says what goes in.
const TABLES: [&str; 6] = [
    "{ kind = … }",
    "{ age = … }",
    "{ services = … }",
    "{ name_suggests = … }",
    "{ name_suggests_approval = … }",
    "{ texts_say = … }",
];

/// The source text of a static slice of circumstances: a list of words and inline tables; empty where the key is missing.
pub fn when(row: &Row<'_>, key: &str) -> Fallible<String> {
    let circumstances: Fallible<Vec<String>> = row.items(key)?.into_iter().map(|item| circumstance(row, item)).collect();
    Ok(format!("&[{}]", circumstances?.join(", ")))
}

fn circumstance(row: &Row<'_>, item: Item<'_>) -> Fallible<String> {
    let unknown = |word: &str| {
        let words: Vec<&str> = Circumstance::WORDS.iter().map(|(word, _)| *word).chain(TABLES).collect();
        row.wrong_item(item, &unknown_word(word, &words))
    };
    let text = if let Some(word) = item.get_ref().as_str() {
        format!("{:?}", Circumstance::from_word(word).ok_or_else(|| unknown(word))?).replace("([])", "(&[])")
    } else {
        let not_one = || row.wrong_item(item, "a circumstance is a word, or a table of one key");
        let table = row.table_in(item).ok_or_else(not_one)?;
        match table.single().ok_or_else(not_one)? {
            ("age", _) => age(&table)?,
            ("kind", kind) => {
                let word = kind.get_ref().as_str().unwrap_or_default();
                format!("Kind(FilingKind::{:?})", FilingKind::from_word(word).ok_or_else(|| unknown(word))?)
            }
            ("services", _) => services(&table)?,
            ("name_suggests", _) => format!("NameSuggests(&{:?})", table.strings("name_suggests")?),
            ("name_suggests_approval", _) => format!("NameSuggestsApproval(&{:?})", table.strings("name_suggests_approval")?),
            ("texts_say", _) => format!("TextsSay(&{:?})", table.strings("texts_say")?),
            (word, _) => return Err(unknown(word)),
        }
    };
    Ok(format!("Circumstance::{text}"))
}

fn age(table: &Row<'_>) -> Fallible<String> {
    let Some(ages) = table.inner("age")? else { return Err(table.wrong("no age")) };
    ages.only(&["from", "to"])?;
    let (from, to) = (ages.number("from")?, ages.number("to")?);
    if from > to {
        return Err(ages.wrong("the ages run backwards"));
    }
    Ok(format!("Age {{ from: {from}, to: {to} }}"))
}

fn services(table: &Row<'_>) -> Fallible<String> {
    let Some(counts) = table.inner("services")? else { return Err(table.wrong("no services")) };
    counts.only(&["unit", "personal"])?;
    Ok(format!("Services {{ organisation: {}, individual: {} }}", counts.number("unit")?, counts.number("personal")?))
}
