//! The ids that the uploads gave, by the files of the package: `{"materials/a.jpg": "ID", …}`, or the list `media.json` with a
//! `media_id` in each entry.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;
use thiserror::Error;

/// Characters of an id at most: real ones have some eighty.
const LONGEST: usize = 512;

/// The ids, in the order of their file.
#[derive(Debug, Default)]
pub struct Ids(Vec<(String, String)>);

/// Why the ids cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum IdsError {
    /// No JSON, or of no known shape: where, and what was met.
    #[error("line {line}, column {column}: {what}")]
    Shape {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser said.
        what: String,
    },
    /// A file stands there twice.
    #[error("{0} stands there twice")]
    Twice(String),
    /// What stands beside a file is no id.
    #[error("{name}: {found} is no id")]
    NoId {
        /// The file.
        name: String,
        /// What stands there.
        found: String,
    },
}

impl Ids {
    /// Reads them.
    ///
    /// # Errors
    /// When the text is neither shape, a file stands there twice, or an id is none.
    pub fn read(text: &str) -> Result<Self, IdsError> {
        let pairs: Pairs = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| IdsError::Shape {
            line: error.line(),
            column: error.column(),
            what: error.to_string(),
        })?;
        let mut ids = Self::default();
        for (name, id) in pairs.0 {
            if ids.get(&name).is_some() {
                return Err(IdsError::Twice(name));
            }
            match id.as_str().filter(|id| is_id(id)) {
                Some(id) => ids.0.push((name, id.to_owned())),
                None => return Err(IdsError::NoId { name, found: id.to_string() }),
            }
        }
        Ok(ids)
    }

    /// The id of a file.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, id)| id.as_str())
    }

    /// The files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Two files with one id: an upload gives each its own.
    pub fn shared(&self) -> Option<(&str, &str)> {
        self.0.iter().enumerate().find_map(|(index, (name, id))| {
            let later = self.0.iter().skip(index + 1).find(|(_, other)| other == id);
            later.map(|(other, _)| (name.as_str(), other.as_str()))
        })
    }
}

/// Whether this can be an id of the platform: opaque, but neither empty nor a placeholder, and without blanks.
pub fn is_id(text: &str) -> bool {
    let is_placeholder = text.starts_with(super::PLACEHOLDER);
    !text.is_empty() && text.chars().count() <= LONGEST && !is_placeholder && text.chars().all(|c| c.is_ascii_graphic())
}

/// Names and what stands beside them, repeated ones kept: a map would forget them.
struct Pairs(Vec<(String, Json)>);

#[derive(Deserialize)]
#[serde(expecting = "an entry {\"file\": …, \"media_id\": …}")]
struct Row {
    file: String,
    media_id: Json,
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Pairs;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("an object of files and ids, or a list of {file, media_id}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(Row { file, media_id }) = list.next_element()? {
                    pairs.push((file, media_id));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_any(Either)
    }
}
