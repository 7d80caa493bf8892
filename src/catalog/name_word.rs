//! Words in names and remarks that bureaus look at.

use super::Confidence;
pub use super::words::List;
use super::words::{Hit, Hits};

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// One word of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameWord {
    /// The list.
    pub list: List,
    /// The word; Latin letters are small.
    pub word: &'static str,
    /// How sure the source is.
    pub confidence: Confidence,
}

/// The words of a list, in the order of the file.
#[cfg(test)]
fn words(list: List) -> impl Iterator<Item = &'static NameWord> {
    WORDS.iter().filter(move |row| row.list == list)
}

/// As [`find_in`], in a text that was not searched yet.
#[cfg(test)]
fn find(text: &str, list: List) -> Vec<(usize, &'static NameWord)> {
    find_in(text, &super::words::scan(text), list)
}

/// The words of a list in a text as it is searched, with what was found in it, each with its first byte, in the order of the text. A
/// word inside a harmless longer one or inside another word of the list does not count, nor one in Latin letters inside a longer word.
/// The text's letters are small.
pub fn find_in(text: &str, hits: &Hits, list: List) -> Vec<(usize, &'static NameWord)> {
    let mut found: Vec<(usize, &NameWord)> = Vec::new();
    // A word written apart is looked for among those of the state alone: the others say something about sound texts.
    for hit in hits.of(list).filter(|hit| !hit.apart || list == List::State) {
        let Some(row) = WORDS.get(usize::from(hit.word)) else { continue };
        let is_new = !found.iter().any(|(_, other)| other.word == row.word);
        if is_new && alone(text, hit.start, hit.end) && !hits.iter().any(|longer| shields(longer, hit, row)) {
            found.push((hit.start, row));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found
}

/// Whether a word does not count because it stands inside this longer one.
fn shields(longer: &Hit, hit: &Hit, row: &NameWord) -> bool {
    longer.covers(hit)
        && match longer.list {
            List::Harmless => HARMLESS.get(usize::from(longer.word)).is_some_and(|(word, _)| *word == row.word),
            list => list == row.list && longer.length() > hit.length(),
        }
}

/// Whether a word in Latin letters is no part of a longer one.
fn alone(text: &str, at: usize, end: usize) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let (before, after) = (text.get(..at).and_then(|t| t.chars().next_back()), text.get(end..).and_then(|t| t.chars().next()));
    let word = text.get(at..end).unwrap_or_default();
    let runs_on = latin(before) && latin(word.chars().next()) || latin(after) && latin(word.chars().next_back());
    !runs_on
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str, list: List) -> Vec<&'static str> {
        find(text, list).into_iter().map(|(_, row)| row.word).collect()
    }

    #[test]
    fn words_are_found_and_longer_ones_shield_them() {
        for (text, list, words) in [
            ("中华美食", List::State, &["中华"][..]),
            ("人民币换算", List::State, &[]),
            ("个人大全", List::State, &[]),
            ("人民政府办事", List::State, &["人民政府"]),
            ("中 華美食", List::State, &["中华"]),
            ("旗下品牌", List::Relation, &["旗下", "品牌"]),
            ("我的demo", List::Trial, &["demo"]),
            ("democracy", List::Trial, &[]),
            ("contest", List::Trial, &[]),
            ("test 1", List::Trial, &["test"]),
            ("", List::State, &[]),
        ] {
            assert_eq!(found(text, list), words, "{text}");
        }
    }

    /// The same by searching for one word after the other.
    fn find_slowly(text: &str, list: List) -> Vec<(usize, &'static NameWord)> {
        let mut found: Vec<(usize, &NameWord)> = Vec::new();
        for row in super::words(list) {
            let shields = || {
                let longer = super::words(list).map(|row| row.word).filter(|word| *word != row.word && word.contains(row.word));
                longer.chain(HARMLESS.iter().filter(|(word, _)| *word == row.word).map(|(_, phrase)| *phrase))
            };
            let covered = |at: usize| {
                shields().any(|longer| {
                    text.match_indices(longer).any(|(from, _)| from <= at && at + row.word.len() <= from + longer.len())
                })
            };
            let first =
                text.match_indices(row.word).map(|(at, _)| at).find(|at| alone(text, *at, *at + row.word.len()) && !covered(*at));
            found.extend(first.map(|at| (at, row)));
        }
        found.sort_by_key(|(at, _)| *at);
        found
    }

    fn piece() -> impl Strategy<Value = &'static str> {
        let words = WORDS.iter().map(|row| row.word).chain(HARMLESS.iter().map(|(_, phrase)| *phrase));
        let halves = words.clone().filter_map(|word| word.get(..word.len() / 6 * 3)).filter(|half| !half.is_empty());
        let others = ["大人大", "人大", "Test", "DEMO", "a", "est", "食", "，"];
        prop::sample::select(words.chain(halves).chain(others).collect::<Vec<_>>())
    }

    proptest! {
        #[test]
        fn the_same_words_are_found_as_one_by_one(
            text in prop::collection::vec(piece(), 0..8).prop_map(|pieces| pieces.concat()),
            list in prop::sample::select(&List::ALL[..7]),
        ) {
            prop_assert_eq!(find(&text, list), find_slowly(&text, list), "{}", text);
        }
    }

    #[test]
    fn every_word_is_found_by_itself_and_latin_ones_are_small() {
        for row in WORDS {
            assert_eq!(found(row.word, row.list), [row.word]);
            assert_eq!(row.word, row.word.to_ascii_lowercase());
        }
    }
}
