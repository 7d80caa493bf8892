//! What follows from the value of one field alone.

use crate::catalog::words::{self, Hits};
use crate::identifiers::Verdict;
use crate::identifiers::date::{self, When};
use crate::identifiers::{email, mobile_cn, person_name};
use crate::text::normalize::{Mode, fold_fullwidth, is_spaced, is_usual, lowercase, normal};
use std::borrow::Cow;
use std::cell::OnceCell;

/// A text that was derived from another; nothing is held where the two are the same.
#[derive(Debug, Default)]
pub struct Derived(OnceCell<Option<Box<str>>>);

impl Derived {
    /// The text, given the one that it is derived from.
    fn of<'a>(&'a self, text: &'a str, derive: impl FnOnce(&str) -> Cow<'_, str>) -> &'a str {
        let derived = self.0.get_or_init(|| match derive(text) {
            Cow::Owned(derived) if derived != text => Some(derived.into_boxed_str()),
            _ => None,
        });
        derived.as_deref().unwrap_or(text)
    }
}

/// What has been read of one field's text. Every method takes that text again: a reading holds no reference to its draft.
#[derive(Debug, Default)]
pub struct Place {
    usual: OnceCell<bool>,
    normal: Derived,
    compact: Derived,
    folded: Derived,
    small: Derived,
    comparable: Derived,
    mailbox: Derived,
    words: OnceCell<Hits>,
    small_words: OnceCell<Hits>,
    when: OnceCell<Option<When>>,
    mobile: OnceCell<Verdict>,
    mail: OnceCell<Verdict>,
    person: OnceCell<Verdict>,
}

impl Place {
    /// Whether there are none but usual characters in it.
    pub fn is_usual(&self, text: &str) -> bool {
        *self.usual.get_or_init(|| is_usual(text))
    }

    /// In the normal form of texts.
    pub fn normal<'a>(&'a self, text: &'a str) -> &'a str {
        if self.is_usual(text) && is_spaced(text) {
            return text;
        }
        self.normal.of(text, |text| normal(text, Mode::Text))
    }

    /// In the normal form of numbers.
    pub fn compact<'a>(&'a self, text: &'a str) -> &'a str {
        self.compact.of(text, |text| normal(text, Mode::Compact))
    }

    /// As it is searched for words.
    pub fn folded<'a>(&'a self, text: &'a str) -> &'a str {
        if text.len() <= MOST_CHARACTERS && self.is_usual(text) && is_spaced(text) && !has_wide_letter(text) {
            return text;
        }
        self.folded.of(text, folded)
    }

    /// As it is searched for words, its letters small.
    pub fn small<'a>(&'a self, text: &'a str) -> &'a str {
        let folded = self.folded(text);
        self.small.of(folded, lowercase)
    }

    /// The words of all lists in the text as it is searched.
    pub fn words(&self, text: &str) -> &Hits {
        self.words.get_or_init(|| words::scan(self.folded(text)))
    }

    /// The words of all lists in the same text with small letters.
    pub fn small_words(&self, text: &str) -> &Hits {
        let (folded, small) = (self.folded(text), self.small(text));
        if folded == small { self.words(text) } else { self.small_words.get_or_init(|| words::scan(small)) }
    }

    /// As a personal name is compared with another. Names in letters are compared in capitals.
    pub fn comparable<'a>(&'a self, text: &'a str) -> &'a str {
        let verdict = self.person(text);
        if verdict.valid {
            &verdict.normalized
        } else {
            self.comparable.of(self.normal(text), |text| text.to_ascii_uppercase().into())
        }
    }

    /// The day, or 长期.
    pub fn when(&self, text: &str) -> Option<When> {
        *self.when.get_or_init(|| date::parse(text))
    }

    /// The verdict on a mainland mobile number.
    pub fn mobile(&self, text: &str) -> &Verdict {
        self.mobile.get_or_init(|| mobile_cn::check(text))
    }

    /// The verdict on a mail address.
    pub fn mail(&self, text: &str) -> &Verdict {
        self.mail.get_or_init(|| email::check(text))
    }

    /// A valid mail address in small letters.
    pub fn mailbox<'a>(&'a self, text: &'a str) -> Option<&'a str> {
        let verdict = self.mail(text);
        verdict.valid.then(|| self.mailbox.of(&verdict.normalized, |text| text.to_ascii_lowercase().into()))
    }

    /// The verdict on a Chinese personal name.
    pub fn person(&self, text: &str) -> &Verdict {
        self.person.get_or_init(|| person_name::check(text))
    }
}

/// Characters of a text that are searched for words. The longest scope on a licence has some two thousand.
const MOST_CHARACTERS: usize = 4000;

/// Whether a text of usual characters has a letter or digit in full width.
fn has_wide_letter(text: &str) -> bool {
    let letter = |three: &[u8]| matches!(three, [0xEF, 0xBC, 0x90..=0x99 | 0xA1..=0xBA] | [0xEF, 0xBD, 0x81..=0x9A]);
    text.as_bytes().contains(&0xEF) && text.as_bytes().windows(3).any(letter)
}

/// A text as it is searched for words: in its normal form, wide letters and digits folded, and no longer than anyone writes it.
pub fn folded(text: &str) -> Cow<'_, str> {
    // A character takes a byte at least.
    let end = if text.len() <= MOST_CHARACTERS { None } else { text.char_indices().nth(MOST_CHARACTERS) };
    let fold = |c: char| Some(fold_fullwidth(c)).filter(char::is_ascii_alphanumeric).unwrap_or(c);
    let normal = normal(end.and_then(|(at, _)| text.get(..at)).unwrap_or(text), Mode::Text);
    if normal.contains(|c| fold(c) != c) { normal.chars().map(fold).collect() } else { normal }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_told_by_their_bytes() {
        for c in ('\u{FF01}'..='\u{FF5E}').chain("备a、。".chars()) {
            let folds = Some(fold_fullwidth(c)).filter(char::is_ascii_alphanumeric).is_some_and(|folded| folded != c);
            assert_eq!(has_wide_letter(&format!("备{c}案")), folds, "{c}");
            assert_eq!(Place::default().folded(&format!("备{c}案")), folded(&format!("备{c}案")));
        }
    }
}
