//! Words in names and remarks: `names.rs`.

use std::collections::BTreeSet;

use super::provinces::literal;
use super::source::{Fallible, Sources, path, table};
use super::vocabulary::{Confidence, List};

/// Writes the words in the order of the file, and the longer words in which they say nothing.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let document = sources.toml("assets/catalog/name_words.toml")?;
    document.root().only(&["schema_version", "collected", "list", "harmless"])?;
    let (mut seen, mut all) = (BTreeSet::new(), BTreeSet::new());
    let mut words = Vec::new();
    for row in document.rows("list")? {
        row.only(&["key", "words", "source", "confidence"])?;
        let list = row.choice::<List>("key")?;
        row.text("source")?;
        for word in row.text("words")?.split('、') {
            if word.trim() != word || word.is_empty() || !seen.insert((list.clone(), word)) {
                return Err(row.wrong_in("words", &format!("{word:?} is empty or occurs twice")));
            }
            all.insert(word);
            let confidence = row.choice::<Confidence>("confidence")?;
            words.push(literal("NameWord", &[("list", list.clone()), ("word", format!("{word:?}")), ("confidence", confidence)]));
        }
    }
    if let Some(list) = List::ALL.iter().find(|list| !seen.iter().any(|(of, _)| *of == path(*list))) {
        return Err(document.root().wrong(&format!("the list {list:?} has no words")));
    }
    let mut harmless = Vec::new();
    for row in document.rows("harmless")? {
        row.only(&["word", "within"])?;
        let word = row.text("word")?;
        for phrase in row.text("within")?.split('、') {
            if !all.contains(word) || phrase == word || !phrase.contains(word) {
                return Err(row.wrong_in("within", &format!("{word:?} is no word of a list, or {phrase:?} does not hold it")));
            }
            harmless.push(format!("({word:?}, {phrase:?})"));
        }
    }
    sources.write("names.rs", &(table("WORDS", "NameWord", &words) + &table("HARMLESS", "(&str, &str)", &harmless)))
}
