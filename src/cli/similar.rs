//! Guesses for misspelt names.

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
            let changes = distance(&wanted, name);
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
    words(wanted).filter(|word| words(name).any(|other| distance(word, other) <= 1)).count()
}

/// How many letters must be added, taken or changed to get from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (to, above) in b.iter().zip(row.iter().skip(1)) {
            left = (left + 1).min(above + 1).min(diagonal + usize::from(from != *to));
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changes() {
        for (a, b, changes) in
            [("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("check", "chekc", 2), ("", "ab", 2), ("备案", "备", 1)]
        {
            assert_eq!(distance(a, b), changes, "{a} {b}");
        }
    }

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
