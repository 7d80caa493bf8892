//! Words in names and remarks that bureaus look at.

use super::Confidence;
pub use super::vocabulary::List;

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
pub fn words(list: List) -> impl Iterator<Item = &'static NameWord> {
    WORDS.iter().filter(move |row| row.list == list)
}

/// The words of a list in a text, each with its first byte, in the order of the text. A word inside a harmless longer one or
/// inside another word of the list does not count, nor one in Latin letters inside a longer word. The text's letters are small.
pub fn find(text: &str, list: List) -> Vec<(usize, &'static NameWord)> {
    let mut found: Vec<(usize, &NameWord)> = Vec::new();
    for row in words(list) {
        let shields = || {
            let longer = words(list).map(|row| row.word).filter(|word| *word != row.word && word.contains(row.word));
            longer.chain(HARMLESS.iter().filter(|(word, _)| *word == row.word).map(|(_, phrase)| *phrase))
        };
        let covered = |at: usize| {
            shields().any(|longer| {
                text.match_indices(longer).any(|(from, _)| from <= at && at + row.word.len() <= from + longer.len())
            })
        };
        let first = text.match_indices(row.word).map(|(at, _)| at).find(|at| alone(text, *at, row.word) && !covered(*at));
        found.extend(first.map(|at| (at, row)));
    }
    found.sort_by_key(|(at, _)| *at);
    found
}

/// Whether a word in Latin letters is no part of a longer one.
fn alone(text: &str, at: usize, word: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let (before, after) =
        (text.get(..at).and_then(|t| t.chars().next_back()), text.get(at + word.len()..).and_then(|t| t.chars().next()));
    let runs_on = latin(before) && latin(word.chars().next()) || latin(after) && latin(word.chars().next_back());
    !runs_on
}

#[cfg(test)]
mod tests {
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
            ("成都维权投诉", List::Office, &["维权", "投诉"]),
            ("三餐小账", List::Trade, &[]),
            ("好货批发商城", List::Trade, &["批发", "商城"]),
            ("我的demo", List::Trial, &["demo"]),
            ("democracy", List::Trial, &[]),
            ("contest", List::Trial, &[]),
            ("test 1", List::Trial, &["test"]),
            ("", List::State, &[]),
        ] {
            assert_eq!(found(text, list), words, "{text}");
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
