//! Guesses for misspelt names.

use strsim::levenshtein;

/// More changes than this make another word; in words of three letters one is the most.
const MAX_CHANGES: usize = 2;
/// Letters that a beginning has at least.
const BEGINNING: usize = 3;
/// No name has more words.
const MOST_WORDS: usize = 9;
/// More guesses than this are no help.
const MAX_GUESSES: usize = 3;

/// The names most like `wanted`, best first.
#[must_use]
pub fn similar<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = wanted.to_lowercase();
    let mut scored: Vec<(usize, &str)> = names
        .into_iter()
        .filter_map(|name| {
            let letters = wanted.chars().count();
            let mut parts = std::iter::once(name).chain(name.split(['.', '-']));
            let part = letters >= BEGINNING && parts.any(|part| part.starts_with(&wanted));
            let changes = levenshtein(&wanted, name);
            let near = changes <= if letters > BEGINNING { MAX_CHANGES } else { 1 } && changes < letters;
            let shared = shared_words(&wanted, name);
            match (part, near, shared) {
                (true, ..) => Some((0, name)),
                (_, true, _) => Some((changes, name)),
                (.., 1..) => Some((MAX_CHANGES + MOST_WORDS.saturating_sub(shared), name)),
                _ => None,
            }
        })
        .collect();
    scored.sort_by_key(|(score, name)| (*score, name.len()));
    scored.into_iter().take(MAX_GUESSES).map(|(_, name)| name).collect()
}

/// How many words of some length two names have in common, counting those that differ by a slip.
fn shared_words(wanted: &str, name: &str) -> usize {
    let words = |text| str::split(text, ['.', '-', '_', ' ']).filter(|word| word.chars().count() > BEGINNING);
    words(wanted).filter(|word| words(name).any(|other| levenshtein(word, other) <= 1)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_misspellings_are_guessed() {
        let names = ["responsible_person.mobile", "owner.mobile", "subject.name"];
        assert_eq!(similar("mobile", names), ["owner.mobile", "responsible_person.mobile"]);
        assert_eq!(similar("subject.nmae", names), ["subject.name"]);
        assert_eq!(similar("owner.mob", names), ["owner.mobile"]);
        assert!(similar("bile", names).is_empty());
        for (wanted, guess) in [("chekc", Some("check")), ("sta", Some("status")), ("cat", None), ("rues", Some("rules"))] {
            assert_eq!(similar(wanted, ["check", "status", "get", "set", "rules"]).first().copied(), guess, "{wanted}");
        }
        assert_eq!(
            similar("mobile-wrong", ["mobile-invalid", "mail-invalid", "mobile-number-wrong"]).first(),
            Some(&"mobile-number-wrong")
        );
        assert_eq!(similar("certificate-expired", ["mail-invalid", "certificate-expires-soon"]), ["certificate-expires-soon"]);
        assert!(similar("x", names).is_empty());
        assert!(similar("completely different", names).is_empty());
    }
}
