//! The lines of a list, and finding among them.
//!
//! Folding a text and spelling it cost more than drawing it, and a key asks a list several times what is found in it. So lines remember how
//! they compare, and what was found last; whoever keeps them while they stay the same looks through them once a key.

use std::cell::{OnceCell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use crate::text::normalize::fold_fullwidth_str;
use crate::text::pinyin;

/// The first rank behind all names.
const FURTHER: u8 = 6;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is shown.
    pub words: String,
    /// What stands at the right, in the background.
    pub aside: String,
    /// What the filter looks at besides the words: the other language, initials, groups.
    pub keys: Vec<String>,
    /// Words that find it where nothing better does: they come behind all names.
    pub also: Vec<&'static str>,
    /// What stands before the words, such as a box to tick.
    pub mark: &'static str,
    /// A head over the lines that follow: cannot be chosen, and goes while there is a filter.
    pub head: bool,
    /// Shown in the background.
    pub quiet: bool,
}

impl Item {
    /// A line that says only this.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            aside: String::new(),
            keys: Vec::new(),
            also: Vec::new(),
            mark: "",
            head: false,
            quiet: false,
        }
    }

    /// Shows whether it is the one of all lines that is marked.
    #[must_use]
    pub fn marked(self, is_marked: bool) -> Self {
        Self { mark: if is_marked { "✓" } else { " " }, ..self }
    }

    /// A head over other lines.
    #[must_use]
    pub fn head(words: impl Into<String>) -> Self {
        Self { head: true, ..Self::new(words) }
    }

    /// Puts something at the right.
    #[must_use]
    pub fn aside(mut self, aside: impl Into<String>) -> Self {
        self.aside = aside.into();
        self
    }

    /// Lets the filter find it by how this is spelled, too: `yyzz` finds 营业执照.
    #[must_use]
    pub fn spelled(mut self, text: &str) -> Self {
        self.keys.extend(pinyin::keys(text).map(<[String; 2]>::from).into_iter().flatten());
        self
    }

    /// Lets the filter find it by these, behind what is found by name.
    #[must_use]
    pub fn also(mut self, words: impl Iterator<Item = &'static str>) -> Self {
        self.also.extend(words);
        self
    }

    /// Lets the filter find it by this, too.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.keys.push(key.into());
        self
    }
}

/// The lines of a list.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    items: Vec<Item>,
    /// How they compare; made when something is looked for.
    folded: OnceCell<Vec<Folded>>,
    /// What was looked for last, folded, and the indices of what was found by it, best first.
    found: RefCell<Option<(String, Rc<[usize]>)>>,
    /// Their texts that have blanks, in lower case with them; made when a blank might be typed.
    spaced: OnceCell<Vec<String>>,
}

/// What counts of a line when comparing.
#[derive(Debug, Clone, Default)]
struct Folded {
    words: String,
    keys: Vec<String>,
    also: Vec<String>,
}

impl From<Vec<Item>> for Lines {
    fn from(items: Vec<Item>) -> Self {
        Self { items, ..Self::default() }
    }
}

impl FromIterator<Item> for Lines {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

impl Deref for Lines {
    type Target = [Item];

    fn deref(&self) -> &[Item] {
        &self.items
    }
}

impl Lines {
    /// The indices of the lines that a folded text finds, best first; heads are none of them.
    pub(super) fn found(&self, wanted: &str) -> Rc<[usize]> {
        let mut last = self.found.borrow_mut();
        match &*last {
            Some((text, found)) if text == wanted => Rc::clone(found),
            _ => {
                let found = self.look_for(wanted);
                *last = Some((wanted.to_owned(), Rc::clone(&found)));
                found
            }
        }
    }

    /// Puts a line in the place of another one.
    pub fn replace(&mut self, index: usize, item: Item) {
        let Some(here) = self.items.get_mut(index) else { return };
        // Most often only a mark has changed, by which nothing is found.
        if (&here.words, &here.keys, &here.also, here.head) != (&item.words, &item.keys, &item.also, item.head) {
            (self.folded, self.found, self.spaced) = Default::default();
        }
        *here = item;
    }

    fn look_for(&self, wanted: &str) -> Rc<[usize]> {
        let lines = self.items.iter().zip(self.folded()).enumerate().filter(|(_, (item, _))| !item.head);
        let mut found: Vec<(u8, usize)> =
            lines.filter_map(|(index, (_, folded))| folded.rank(wanted).map(|rank| (rank, index))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, index)| index).collect()
    }

    /// Whether a blank follows somewhere on this text.
    pub(super) fn has_blank_behind(&self, text: &str) -> bool {
        let wanted = format!("{} ", lower(text));
        let texts = |item: &Item| {
            let further = item.keys.iter().map(String::as_str).chain(item.also.iter().copied());
            let all = std::iter::once(item.words.as_str()).chain(further);
            all.filter(|text| text.contains(' ')).map(lower).collect::<Vec<_>>()
        };
        let spaced = self.spaced.get_or_init(|| self.items.iter().flat_map(texts).collect());
        spaced.iter().any(|text| wanted.len() <= text.len() && text.contains(&wanted))
    }

    fn folded(&self) -> &[Folded] {
        self.folded.get_or_init(|| self.items.iter().map(Folded::of).collect())
    }
}

impl Folded {
    fn of(item: &Item) -> Self {
        Self {
            words: fold(&item.words),
            keys: item.keys.iter().map(|key| fold(key)).collect(),
            also: item.also.iter().map(|word| fold(word)).collect(),
        }
    }

    /// How well it fits: exact, then its beginning, then inside; its words before its other keys, and both before further words.
    fn rank(&self, wanted: &str) -> Option<u8> {
        let one = |text: &String, by: u8| {
            // Preparing a search takes as long as what is looked for.
            if text.len() < wanted.len() {
                return None;
            }
            let how = match text.find(wanted)? {
                0 if text.len() == wanted.len() => 0,
                0 => 1,
                _ => 2,
            };
            Some(if by == FURTHER { FURTHER + how } else { how * 2 + by })
        };
        let keys = self.keys.iter().filter_map(|key| one(key, 1));
        let named = one(&self.words, 0).into_iter().chain(keys).min();
        named.or_else(|| self.also.iter().filter_map(|word| one(word, FURTHER)).min())
    }
}

/// Lower case, narrow letters, no blanks: what counts when comparing.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    }
    fold_fullwidth_str(text).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The same with its blanks.
fn lower(text: &str) -> String {
    fold_fullwidth_str(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_last_is_forgotten_only_when_a_line_compares_otherwise() {
        let mut lines = Lines::from(vec![Item::new("餐饮"), Item::new("外卖")]);
        let found = lines.found("外");
        assert_eq!(*found, [1]);
        assert!(Rc::ptr_eq(&found, &lines.found("外")));
        lines.replace(0, Item { mark: "✓", ..Item::new("餐饮") });
        assert!(Rc::ptr_eq(&found, &lines.found("外")));
        assert_eq!(lines[0].mark, "✓");
        lines.replace(0, Item::new("外带"));
        assert_eq!(*lines.found("外"), [0, 1]);
        assert_eq!(*lines.found("卖"), [1]);
        lines.replace(9, Item::new("外"));
        assert_eq!(*lines.found("外"), [0, 1]);
    }

    #[test]
    fn what_cannot_hold_a_text_is_not_searched_for_it() {
        let lines = Lines::from(vec![Item::new("ＡＢ c").key("é"), Item::head("abc")]);
        for (wanted, expected) in [("abc", &[0][..]), ("é", &[0]), ("abcd", &[]), (&"a".repeat(100_000), &[])] {
            assert_eq!(*lines.found(wanted), *expected, "{:.9}", wanted);
        }
        assert!(lines.has_blank_behind("aB") && !lines.has_blank_behind("c") && !lines.has_blank_behind(&"a".repeat(100_000)));
    }
}
