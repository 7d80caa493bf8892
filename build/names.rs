//! Words in names and remarks: `names.rs`.

use std::collections::BTreeSet;

use super::provinces::literal;
use super::source::{Fallible, Sources, table};
use super::vocabulary::{Confidence, List};
use super::words::Pattern;

/// Writes the words in the order of the file, and the longer words in which they say nothing. All of them are to be found.
pub fn generate(sources: &Sources) -> Fallible<Vec<Pattern>> {
    let document = sources.toml("assets/catalog/name_words.toml")?;
    document.root().only(&["schema_version", "collected", "list", "harmless"])?;
    let (mut seen, mut all) = (BTreeSet::new(), BTreeSet::new());
    let (mut words, mut patterns) = (Vec::new(), Vec::new());
    for row in document.rows("list")? {
        row.only(&["key", "words", "source", "confidence"])?;
        let list = row.member::<List>("key")?;
        row.text("source")?;
        for word in row.text("words")?.split('、') {
            if word.trim() != word || word.is_empty() || !seen.insert((list, word)) {
                return Err(row.wrong_in("words", &format!("{word:?} is empty or occurs twice")));
            }
            all.insert(word);
            let confidence = row.choice::<Confidence>("confidence")?;
            patterns.push(Pattern { list, word: words.len(), text: word.to_owned(), any_case: false });
            let fields = [("list", format!("List::{list:?}")), ("word", format!("{word:?}")), ("confidence", confidence)];
            words.push(literal("NameWord", &fields));
        }
    }
    // The lists beside those of the file have no word there.
    let of_file = List::ALL.into_iter().filter(|list| !matches!(list, List::Harmless | List::Concern | List::HarmlessConcern));
    if let Some(list) = of_file.into_iter().find(|list| !seen.iter().any(|(of, _)| of == list)) {
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
            patterns.push(Pattern { list: List::Harmless, word: harmless.len(), text: phrase.to_owned(), any_case: false });
            harmless.push(format!("({word:?}, {phrase:?})"));
        }
    }
    sources.write("names.rs", &(table("WORDS", "NameWord", &words) + &table("HARMLESS", "(&str, &str)", &harmless)))?;
    Ok(patterns)
}
