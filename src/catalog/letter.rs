//! What stands in the letters that a filing needs (`filing-rules.md` section 4.3), in our own words.
//!
//! Data only: `package::letters` fills them in from a draft.

pub use super::vocabulary::{Blank, Form, Letter};
use super::{Circumstance, FilingKind, Vocabulary};
use crate::catalog::province::Audience;
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// A letter before it is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Which it is.
    pub key: Letter,
    /// What stands at its head.
    pub title: Text,
    /// Whom it is addressed to; empty for nobody.
    pub to: Text,
    /// Whether it bears a date.
    pub dated: bool,
    /// What stands in it.
    pub parts: &'static [Piece],
    /// What is signed.
    pub lines: &'static [Piece],
    /// Small print outside the letter.
    pub notes: &'static [Piece],
}

/// A part of a letter, a line to sign or a note, and when it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// How it looks.
    pub form: Form,
    /// Its text, with blanks.
    pub text: Text,
    /// What stands beside it, with blanks; empty for a line to write on.
    pub value: &'static str,
    /// How many lines there are to write on.
    pub count: u32,
    /// All of these hold.
    pub when: &'static [Circumstance],
    /// In one of these provinces; in any where none is named.
    pub provinces: &'static [&'static str],
    /// For whose letters.
    pub audience: Audience,
}

/// A bureau's own form of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnForm {
    /// Of which letters.
    pub letters: &'static [Letter],
    /// In which province.
    pub province: &'static str,
    /// Which form, and where to get it.
    pub text: Text,
}

/// A piece of a text with blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// Words.
    Words(&'a str),
    /// A blank.
    Blank(Blank),
}

/// The letter, unless it is a photo.
#[must_use]
pub fn paper(key: Letter) -> Option<&'static Paper> {
    PAPERS.iter().find(|paper| paper.key == key)
}

/// Small print of every letter.
#[must_use]
pub fn notes() -> &'static [Piece] {
    NOTES
}

/// The form that the bureau of this region has of a letter.
#[must_use]
pub fn own_form(key: Letter, region: &str) -> Option<&'static OwnForm> {
    FORMS.iter().find(|form| form.letters.contains(&key) && is_in(form.province, region))
}

/// Whether a region lies in a province.
#[must_use]
pub fn is_in(province: &str, region: &str) -> bool {
    region.get(..2).is_some_and(|digits| province.get(..2) == Some(digits))
}

/// The words and blanks of a text, in their order.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let blank = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        if let Some((blank, after)) = blank.and_then(|(word, after)| Some((Blank::from_word(word)?, after))) {
            rest = after;
            return Some(Token::Blank(blank));
        }
        // The build knows no other braces; one that is no blank is a word like any other.
        let start = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest.get(start..).and_then(|later| later.find('{')).map_or(rest.len(), |at| at + start);
        let (words, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after;
        Some(Token::Words(words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::material::materials;

    #[test]
    fn every_letter_that_a_material_names_can_be_printed() {
        for letter in materials().iter().filter_map(|row| row.letter).filter(|letter| *letter != Letter::HoldingPhoto) {
            let paper = paper(letter).unwrap_or_else(|| panic!("{letter:?}"));
            assert!(!paper.parts.is_empty() && !paper.notes.is_empty() && !paper.title.zh.is_empty(), "{letter:?}");
            assert_eq!(paper.lines.is_empty(), !paper.dated, "{letter:?}: what is dated is signed");
        }
        assert_eq!(paper(Letter::HoldingPhoto), None);
    }

    #[test]
    fn own_forms_are_found_by_any_code_of_the_province() {
        assert!(own_form(Letter::Commitment, "440305").is_some_and(|form| form.text.zh.contains("广东")));
        assert!(own_form(Letter::AuthorizationWithPost, "310101").is_some());
        for (letter, region) in [(Letter::Authorization, "440305"), (Letter::Commitment, "330106"), (Letter::Commitment, "")] {
            assert_eq!(own_form(letter, region), None, "{letter:?} {region}");
        }
    }

    #[test]
    fn texts_fall_into_words_and_blanks() {
        let table: &[(&str, &[Token<'_>])] = &[
            ("", &[]),
            ("由{owner}签", &[Token::Words("由"), Token::Blank(Blank::Owner), Token::Words("签")]),
            ("{owner}{hand}", &[Token::Blank(Blank::Owner), Token::Blank(Blank::Hand)]),
            ("{nobody}{", &[Token::Words("{nobody}"), Token::Words("{")]),
        ];
        for (text, wanted) in table {
            assert_eq!(tokens(text).collect::<Vec<_>>(), *wanted, "{text}");
        }
    }
}
