//! Words that are written apart, so that a search misses them: 免 费 小 说, 小.说, 短·剧, 小丨说, 小1说.
//!
//! Punctuation that ends a sentence or a clause parts words for good. Blanks and the marks that also stand between words
//! (`大小 说明`, `尺寸-说明`) count only where the word has one of its ends to itself; other marks count wherever they stand. A single
//! letter or digit means something nearly everywhere (`高3考生`): it counts only where the word stands by itself.

/// A text without the marks that may stand inside a word, and where each of its characters stood.
pub struct Joined {
    /// What is left.
    pub text: String,
    /// Byte in `text`, byte in the original: one pair a character, and one for the end.
    places: Vec<(usize, usize)>,
}

impl Joined {
    /// Where a word of the joined text stands in the original, if something was taken out of it that may part a word.
    pub fn written_apart(&self, original: &str, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = self.places.binary_search_by_key(&start, |place| place.0).ok()?;
        let last = self.places.binary_search_by_key(&end, |place| place.0).ok()?.checked_sub(1)?;
        let from = self.places.get(first)?.1;
        let last = self.places.get(last)?.1;
        let to = last + original.get(last..)?.chars().next()?.len_utf8();
        let word = original.get(from..to)?;
        let filler = word.chars().find(char::is_ascii_alphanumeric);
        if to - from == end - start || filler.is_none() && !word.chars().any(is_separator) {
            return None;
        }
        let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() || Some(c) == filler);
        let ends = [
            alone(original.get(..from).and_then(|text| text.chars().next_back())),
            alone(original.get(to..).and_then(|text| text.chars().next())),
        ];
        let counts = match filler {
            Some(_) => ends == [true, true],
            None => word.chars().any(is_hard) || ends.contains(&true),
        };
        counts.then_some((from, to))
    }
}

/// The text without separators between ideographs, of which no more than three in a row are taken out, and without single letters and
/// digits between them.
pub fn joined(text: &str) -> Joined {
    let mut joined = Joined { text: String::with_capacity(text.len()), places: Vec::new() };
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let rest = text.get(at..).unwrap_or_default();
        let run = rest.chars().take(4).take_while(|c| is_separator(*c)).count();
        if (1..=3).contains(&run) && is_ideograph(before) && rest.chars().nth(run).is_some_and(is_ideograph) {
            for _ in 1..run {
                chars.next();
            }
            continue;
        }
        if is_filler(before, c, rest.chars().nth(1)) {
            continue;
        }
        joined.places.push((joined.text.len(), at));
        joined.text.push(c);
        before = c;
    }
    joined.places.push((joined.text.len(), text.len()));
    joined
}

/// Whether a letter or digit stands alone between two ideographs.
pub fn is_filler(before: char, c: char, after: Option<char>) -> bool {
    c.is_ascii_alphanumeric() && is_ideograph(before) && after.is_some_and(is_ideograph)
}

/// Whether a character is an ideograph of the usual block, and no mere stroke.
pub const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}') && !is_stroke(c)
}

/// Strokes of which ideographs are made: no word is written with them.
const fn is_stroke(c: char) -> bool {
    matches!(c, '丨' | '丶' | '丿' | '乀' | '乁' | '乚' | '亅')
}

/// Whether a character may stand inside a word without ending it.
pub const fn is_separator(c: char) -> bool {
    is_hard(c) || matches!(c, ' ' | '-' | '/' | '·' | '•' | '・' | '—' | '–' | '~' | '～' | '…' | '－' | '／')
}

/// Marks that stand between two ideographs of one word and hardly anywhere else.
const fn is_hard(c: char) -> bool {
    is_stroke(c)
        || matches!(c,
        '.' | '*' | '_' | '|' | '+' | '^' | '#' | '=' | '$' | '`' | '\\'
        | '．' | '＊' | '＿' | '｜' | '＋' | '＾' | '＃' | '＝'
        | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2500}'..='\u{27BF}' | '\u{2900}'..='\u{2BFF}'
        | '\u{1F000}'..='\u{1FBFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_written_apart_are_told_from_neighbours() {
        for (text, word, found) in [
            ("免 费 小 说", "小说", Some("小 说")),
            ("看小.说吧", "小说", Some("小.说")),
            ("看小📖说吧", "小说", Some("小📖说")),
            ("短·剧剧场", "短剧", Some("短·剧")),
            ("大小 说明", "小说", None),
            ("大小-说明", "小说", None),
            ("大小，说明", "小说", None),
            ("小----说", "小说", None),
            ("小说", "小说", None),
            ("看小丨说吧", "小说", Some("小丨说")),
            ("小1说", "小说", Some("小1说")),
            ("阅读《小x说》", "小说", Some("小x说")),
            ("免1费1小1说", "小说", Some("小1说")),
            ("免1费1小1说", "免费", Some("免1费")),
            ("高3考生", "高考", None),
            ("看小1说吧", "小说", None),
            ("大小A说明", "小说", None),
            ("小12说", "小说", None),
        ] {
            let joined = joined(text);
            let start = joined.text.find(word);
            let place = start.and_then(|start| joined.written_apart(text, start, start + word.len()));
            assert_eq!(place.map(|(from, to)| &text[from..to]), found, "{text}");
        }
    }
}
