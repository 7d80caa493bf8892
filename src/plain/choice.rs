//! Choosing from a list by number or by searching.

use std::io;

use super::console::Console;
use crate::locale::{Text, plain as words};
use crate::text::normalize::fold_fullwidth_str;
use crate::text::pinyin;

/// The longest list that is read out whole.
const SHORT: usize = 20;
/// Matches that are read out.
const MOST_FOUND: usize = 12;

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id in the platform's list.
    pub id: u32,
    /// Its name.
    pub name: Text,
    /// Words that find it where no name does.
    pub also: Vec<&'static str>,
}

impl Entry {
    /// An entry with this id and name.
    #[must_use]
    pub const fn new(id: u32, name: Text) -> Self {
        Self { id, name, also: Vec::new() }
    }

    /// Lets it be found by these where no name fits.
    #[must_use]
    pub fn also(self, words: Vec<&'static str>) -> Self {
        Self { also: words, ..self }
    }
}

/// A list of which entries are chosen by their place in it, counted from 1, or by a word.
#[derive(Debug)]
pub struct Choice {
    entries: Vec<Entry>,
}

impl Choice {
    /// A choice among these.
    #[must_use]
    pub const fn new(entries: Vec<Entry>) -> Self {
        Self { entries }
    }

    /// Whether it is read out whole.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.entries.len() <= SHORT
    }

    /// Reads out the list, or says how to search where it is long.
    ///
    /// # Errors
    /// When nothing can be written.
    pub fn list(&self, console: &mut Console<'_>, is_chosen: &dyn Fn(u32) -> bool) -> io::Result<()> {
        if !self.is_short() {
            return console.tell(words::SEARCH_CHOICES, &[("count", &self.entries.len())]);
        }
        for number in 0..self.entries.len() {
            self.read_out(console, number, is_chosen)?;
        }
        console.say(words::NUMBER_CHOICES)
    }

    fn read_out(&self, console: &mut Console<'_>, index: usize, is_chosen: &dyn Fn(u32) -> bool) -> io::Result<()> {
        let Some(entry) = self.entries.get(index) else { return Ok(()) };
        let chosen = if is_chosen(entry.id) { words::CHOSEN.in_lang(console.lang) } else { "" };
        let name = entry.name.in_lang(console.lang);
        console.line(format!("{}. {name}{chosen}", index + 1))
    }

    /// The id that is meant: by number, or by a word that only one name holds. Else what was found is read out.
    ///
    /// # Errors
    /// When nothing can be written.
    pub fn find(&mut self, console: &mut Console<'_>, typed: &str) -> io::Result<Option<u32>> {
        if let Ok(number) = typed.parse::<usize>() {
            let found = number.checked_sub(1).and_then(|index| self.entries.get(index)).map(|entry| entry.id);
            if found.is_none() {
                console.tell(words::NO_SUCH_NUMBER, &[("typed", &typed)])?;
            }
            return Ok(found);
        }
        let named = self.matches(typed);
        let found = if named.is_empty() { self.further(typed) } else { named.clone() };
        match found.as_slice() {
            [] => console.tell(words::FOUND_NONE, &[("typed", &typed)])?,
            // What is called otherwise is read out first: nobody chose it yet.
            [only] if !named.is_empty() => return Ok(self.entries.get(*only).map(|entry| entry.id)),
            several if several.len() > MOST_FOUND => console.tell(words::FOUND_MANY, &[("count", &several.len())])?,
            several => {
                for index in several {
                    self.read_out(console, *index, &|_| false)?;
                }
                console.say(words::NUMBER_CHOICES)?;
            }
        }
        Ok(None)
    }

    /// Places of the entries that a word finds which is in no name: those that have just this word first.
    fn further(&self, typed: &str) -> Vec<usize> {
        let wanted = fold(typed);
        let of = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let found = self.entries.iter().enumerate().filter(|(_, entry)| entry.also.iter().any(|word| fits(&fold(word))));
            found.map(|(index, _)| index).collect()
        };
        let exact = of(&|word| word == wanted);
        if exact.is_empty() { of(&|word| word.contains(&wanted)) } else { exact }
    }

    /// Places of the entries a word means: those called just so, else those that hold it.
    fn matches(&self, typed: &str) -> Vec<usize> {
        let wanted = fold(typed);
        let of = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let spelled = |name: &str| pinyin::keys(name).is_some_and(|(whole, initials)| fits(&fold(&whole)) || fits(&initials));
            let fits = |entry: &Entry| {
                let Text { zh, en } = entry.name;
                [zh, en].into_iter().any(|name| fits(&fold(name))) || spelled(zh)
            };
            self.entries.iter().enumerate().filter(|(_, entry)| fits(entry)).map(|(index, _)| index).collect()
        };
        let exact = of(&|name| name == wanted);
        if exact.len() == 1 { exact } else { of(&|name| name.contains(&wanted)) }
    }
}

fn fold(text: &str) -> String {
    fold_fullwidth_str(text).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn found(typed: &str) -> (Option<u32>, String) {
        let entries = [(5, "个人", "Individual"), (4, "企业", "Enterprise"), (7, "个体企业", "Own enterprise")];
        let mut choice = Choice::new(entries.map(|(id, zh, en)| Entry::new(id, Text::new(zh, en))).to_vec());
        let (mut input, mut out): (&[u8], Vec<u8>) = (b"", Vec::new());
        let mut console = Console::new(&mut input, &mut out, Lang::En, false);
        let found = choice.find(&mut console, typed).unwrap();
        (found, String::from_utf8(out).unwrap())
    }

    #[test]
    fn an_entry_is_meant_by_its_number_or_by_a_word_that_is_its_own() {
        for (typed, expected) in [
            ("1", Some(5)),
            ("3", Some(7)),
            ("个人", Some(5)),
            ("企业", Some(4)),
            ("OWN", Some(7)),
            ("geren", Some(5)),
            ("gtqy", Some(7)),
            ("ｉndiv", Some(5)),
        ] {
            assert_eq!(found(typed).0, expected, "{typed}");
        }
        for (typed, said) in
            [("0", "no number 0"), ("4", "no number 4"), ("x", "Nothing found: x"), ("nterprise", "2. Enterprise")]
        {
            let (found, out) = found(typed);
            assert!(found.is_none() && out.contains(said), "{typed}: {out}");
        }
    }
}
