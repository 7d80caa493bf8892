//! What follows from the value of one field alone.

use crate::catalog::words::{self, Hits};
use crate::identifiers::Verdict;
use crate::identifiers::date::{self, When};
use crate::identifiers::{email, mobile_cn, person_name};
use crate::text::normalize::{Mode, fold_fullwidth, normalize};
use std::cell::OnceCell;

/// A text that was derived from another; nothing is held where the two are the same.
#[derive(Debug, Default)]
pub struct Derived(OnceCell<Option<Box<str>>>);

impl Derived {
    /// The text, given the one that it is derived from.
    fn of<'a>(&'a self, text: &'a str, derive: impl FnOnce(&str) -> String) -> &'a str {
        let derived = self.0.get_or_init(|| Some(derive(text)).filter(|derived| derived != text).map(String::into_boxed_str));
        derived.as_deref().unwrap_or(text)
    }
}

/// What has been read of one field's text. Every method takes that text again: a reading holds no reference to its draft.
#[derive(Debug, Default)]
pub struct Place {
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
    /// In the normal form of texts.
    pub fn normal<'a>(&'a self, text: &'a str) -> &'a str {
        self.normal.of(text, |text| normalize(text, Mode::Text).value)
    }

    /// In the normal form of numbers.
    pub fn compact<'a>(&'a self, text: &'a str) -> &'a str {
        self.compact.of(text, |text| normalize(text, Mode::Compact).value)
    }

    /// As it is searched for words.
    pub fn folded<'a>(&'a self, text: &'a str) -> &'a str {
        self.folded.of(text, folded)
    }

    /// As it is searched for words, its letters small.
    pub fn small<'a>(&'a self, text: &'a str) -> &'a str {
        let folded = self.folded(text);
        self.small.of(folded, str::to_lowercase)
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
        if verdict.valid { &verdict.normalized } else { self.comparable.of(self.normal(text), str::to_ascii_uppercase) }
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
        verdict.valid.then(|| self.mailbox.of(&verdict.normalized, str::to_ascii_lowercase))
    }

    /// The verdict on a Chinese personal name.
    pub fn person(&self, text: &str) -> &Verdict {
        self.person.get_or_init(|| person_name::check(text))
    }
}

/// Characters of a text that are searched for words. The longest scope on a licence has some two thousand.
const MOST_CHARACTERS: usize = 4000;

/// A text as it is searched for words: in its normal form, wide letters and digits folded, and no longer than anyone writes it.
pub fn folded(text: &str) -> String {
    let end = text.char_indices().nth(MOST_CHARACTERS).map_or(text.len(), |(at, _)| at);
    let fold = |c: char| Some(fold_fullwidth(c)).filter(char::is_ascii_alphanumeric).unwrap_or(c);
    let normal = normalize(text.get(..end).unwrap_or(text), Mode::Text).value;
    if normal.contains(|c| fold(c) != c) { normal.chars().map(fold).collect() } else { normal }
}
