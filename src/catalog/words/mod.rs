//! All words that texts are searched for, found in one pass.
//!
//! `build.rs` makes an automaton (Aho-Corasick) of the words of all lists and writes it as a table, so nothing is built at start.
//! [`super::name_word`] and [`super::keyword`] say what a hit means.

mod apart;
mod table;

pub use super::vocabulary::List;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A state of the automaton: the longest start of a word that the text read so far ends with.
struct State {
    /// The state of the next shorter one.
    fallback: u16,
    /// Where its outputs stand: the words that the text read so far ends with, longest first.
    outputs: (u16, u16),
}

/// A word that ends in a state.
struct Output {
    list: List,
    /// Which word of the list, by its place in the list's own table.
    word: u16,
    /// Its bytes.
    length: u8,
    /// How the letters of the text are compared with it: as they are. `None` for either case, or where there are no letters.
    exact: Option<&'static str>,
    /// Whether the word can overlap itself; then only hits side by side count.
    overlaps_itself: bool,
}

/// A word of a list in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The list.
    pub list: List,
    /// Which word of the list, by its place in the list's own table.
    pub word: u16,
    /// Byte where it starts in the text.
    pub start: usize,
    /// Byte behind its end.
    pub end: usize,
    /// Whether blanks or marks stand between its characters: 免 费, 小.说.
    pub apart: bool,
}

impl Hit {
    /// Whether another hit lies within this one.
    #[must_use]
    pub const fn covers(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Bytes of the word.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.end - self.start
    }
}

/// Every word of every list in a text, by their ends, of those with one end the longest first. Words inside others are among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits(Vec<Hit>);

impl Hits {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.0.iter()
    }

    /// Those of one list.
    pub fn of(&self, list: List) -> impl Iterator<Item = &Hit> {
        self.0.iter().filter(move |hit| hit.list == list)
    }

    fn add(&mut self, output: &Output, hit: Hit) {
        let clashes = |other: &Hit| (other.list, other.word) == (hit.list, hit.word) && other.end > hit.start;
        if !(output.overlaps_itself && self.0.iter().any(clashes)) {
            self.0.push(hit);
        }
    }
}

/// The words in a text whose widths are folded. Latin letters of either case are found in words of concerns; in the
/// other lists all words are small, and so must the text be. Traditional characters are found as simplified ones, and words
/// written [apart] as what they are.
#[must_use]
pub fn scan(text: &str) -> Hits {
    let mut hits = Hits::default();
    if !pass(text, &mut |output, start, end| {
        hits.add(output, Hit { list: output.list, word: output.word, start, end, apart: false });
    }) {
        return hits;
    }
    let joined = apart::joined(text);
    pass(&joined.text, &mut |output, start, end| {
        if let Some((start, end)) = joined.written_apart(text, start, end) {
            hits.add(output, Hit { list: output.list, word: output.word, start, end, apart: true });
        }
    });
    hits
}

/// Runs the automaton over a text once and reports each word with its bytes. Says whether something between two ideographs was passed
/// that may part a word.
fn pass(text: &str, report: &mut impl FnMut(&Output, usize, usize)) -> bool {
    let (mut state, mut parted, mut before, mut earlier) = (0, false, ' ', ' ');
    for (at, character) in text.char_indices() {
        state = step(state, character.to_ascii_lowercase());
        parted |=
            apart::is_separator(character) && apart::is_ideograph(before) || apart::is_filler(earlier, before, Some(character));
        (earlier, before) = (before, character);
        let (from, to) = STATES.get(usize::from(state)).map_or((0, 0), |state| state.outputs);
        if from == to {
            continue;
        }
        let end = at + character.len_utf8();
        for output in OUTPUTS.get(usize::from(from)..usize::from(to)).unwrap_or_default() {
            let start = end.saturating_sub(usize::from(output.length));
            if output.exact.is_none_or(|word| text.get(start..end) == Some(word)) {
                report(output, start, end);
            }
        }
    }
    parted
}

/// The state after one more character.
fn step(mut state: u16, character: char) -> u16 {
    loop {
        if let Some(next) = edge(state, character) {
            return next;
        }
        if state == 0 {
            return 0;
        }
        state = STATES.get(usize::from(state)).map_or(0, |state| state.fallback);
    }
}

/// The state that a character leads to, where some word goes on with it.
fn edge(state: u16, character: char) -> Option<u16> {
    let key = table::key(state, character);
    let mut slot = table::slot(key, EDGES.len());
    loop {
        // The table is never full, so the search comes upon an empty entry.
        match EDGES.get(slot) {
            Some(&entry) if table::has_key(entry, key) => return Some(table::reached(entry)),
            Some(&table::EMPTY) | None => return None,
            Some(_) => slot = (slot + 1) & (EDGES.len() - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_within_words_are_found_by_their_ends() {
        let text = "股份有限公司";
        let found: Vec<&str> = scan(text).of(List::Generic).map(|hit| &text[hit.start..hit.end]).collect();
        assert_eq!(found, ["股份有限公司", "有限公司", "公司"]);
    }

    #[test]
    fn letters_are_found_as_their_list_wants() {
        for (text, list, count) in [
            ("a demo", List::Trial, 1),
            ("a DEMO", List::Trial, 0),
            ("testest", List::Trial, 1),
            ("testtest", List::Trial, 2),
            ("GAME", List::Concern, 1),
            ("p2P2p", List::Concern, 2),
            ("遊戲", List::Concern, 1),
            ("小.说、免 费 小 说", List::Concern, 2),
            ("大小 说明，大、小，说明", List::Concern, 0),
            ("小丨说，小1说", List::Concern, 2),
            ("看小1说吧", List::Concern, 0),
            ("大人大人大", List::Harmless, 1),
            ("", List::Concern, 0),
        ] {
            assert_eq!(scan(text).of(list).count(), count, "{text}");
        }
    }

    #[test]
    fn the_table_is_sound() {
        assert!(EDGES.len().is_power_of_two() && EDGES.contains(&table::EMPTY));
        for (place, state) in STATES.iter().enumerate().skip(1) {
            // Going back always ends at the root.
            assert!(usize::from(state.fallback) < STATES.len() && usize::from(state.fallback) != place);
            assert!(state.outputs.0 <= state.outputs.1 && usize::from(state.outputs.1) <= OUTPUTS.len());
        }
    }
}
