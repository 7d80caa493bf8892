//! Sentences that wait for their language: what a command says when it fails is put into words where it is printed.

use std::borrow::Cow;
use std::fmt::Display;

use crate::filing::FieldId;
use crate::fs::IoTrouble;
use crate::locale::{Lang, Text, error};

/// A sentence in both languages, and what stands in its blanks.
#[derive(Debug, Clone)]
pub struct Sentence {
    text: Text,
    parts: Vec<(&'static str, Part)>,
}

/// What stands in a blank.
#[derive(Debug, Clone)]
pub enum Part {
    /// The same in both languages. What comes from outside must have been cleaned.
    Plain(String),
    /// Words.
    Text(Text),
    /// A sentence of its own.
    Sentence(Box<Sentence>),
    /// The name of a field.
    Field(FieldId),
    /// What the system said.
    Trouble(IoTrouble),
    /// In Chinese and in English. What comes from outside must have been cleaned.
    Both(String, String),
    /// Words that are looked up, such as the names of a list.
    Words(fn(Lang) -> String),
}

impl Sentence {
    /// The sentence without anything in its blanks yet.
    #[must_use]
    pub const fn of(text: Text) -> Self {
        Self { text, parts: Vec::new() }
    }

    /// Fills a blank.
    #[must_use]
    pub fn with(mut self, blank: &'static str, part: impl Into<Part>) -> Self {
        self.parts.push((blank, part.into()));
        self
    }

    /// The sentence in a language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> String {
        let parts: Vec<(&str, String)> = self.parts.iter().map(|(blank, part)| (*blank, part.in_lang(lang))).collect();
        let args: Vec<(&str, &dyn Display)> = parts.iter().map(|(blank, part)| (*blank, part as &dyn Display)).collect();
        self.text.with(lang, &args)
    }
}

impl Part {
    fn in_lang(&self, lang: Lang) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Text(text) => text.in_lang(lang).to_owned(),
            Self::Sentence(sentence) => sentence.in_lang(lang),
            Self::Field(id) => id.full_label(lang),
            Self::Trouble(trouble) => error::io(lang, trouble),
            Self::Both(zh, en) => if lang == Lang::Zh { zh } else { en }.clone(),
            Self::Words(words) => words(lang),
        }
    }
}

impl From<Text> for Sentence {
    fn from(text: Text) -> Self {
        Self::of(text)
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<Cow<'_, str>> for Part {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Plain(text.into_owned())
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl From<usize> for Part {
    fn from(number: usize) -> Self {
        Self::Plain(number.to_string())
    }
}

impl From<u64> for Part {
    fn from(number: u64) -> Self {
        Self::Plain(number.to_string())
    }
}

impl From<Text> for Part {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Sentence> for Part {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(Box::new(sentence))
    }
}

impl From<IoTrouble> for Part {
    fn from(trouble: IoTrouble) -> Self {
        Self::Trouble(trouble)
    }
}
