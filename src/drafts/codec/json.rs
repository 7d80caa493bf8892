//! JSON → draft: the same layout as the file's, as programs write it. What is read goes through the same functions as a file's
//! TOML, so that a draft means the same either way; only the text of TOML is left out.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use thiserror::Error;
use toml_edit::{Array, InlineTable, Item, Table, Value as Toml};

use super::{CodecError, Document, from_table};
use crate::text::json::{repeated, twice};

/// Brackets and braces that a text may hold: each becomes a list or a table, which take hundreds of bytes.
pub(super) const BRACKETS: usize = 20_000;
/// How the parser's word for too much nesting begins.
const TOO_DEEP: &str = "recursion limit exceeded";

/// Why a JSON text is no draft.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JsonError {
    /// It stops being JSON at this character, counted from 1.
    #[error("not JSON at character {at}")]
    NotJson {
        /// The character.
        at: usize,
    },
    /// It ends before it is complete.
    #[error("incomplete")]
    Incomplete,
    /// It is nested deeper than the parser follows.
    #[error("nested too deeply")]
    TooDeep,
    /// It holds more lists and objects than any draft.
    #[error("more than {limit} lists and objects")]
    TooMany {
        /// How many are read.
        limit: usize,
    },
    /// A key stands twice in one object.
    #[error("`{key}` stands twice")]
    Twice {
        /// The key.
        key: String,
    },
    /// It is JSON, but no object.
    #[error("not an object")]
    NotAnObject,
    /// It is an object, but no draft.
    #[error(transparent)]
    Codec(#[from] CodecError),
}

/// Reads a draft from an object in the shape of the file's TOML. Null is nothing.
///
/// # Errors
/// When it is no JSON object, or no draft. Places in a [`CodecError`] mean nothing here.
pub fn parse_json(text: &str) -> Result<Document, JsonError> {
    // Shorter texts cannot hold as many.
    if text.len() > BRACKETS && text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() > BRACKETS {
        return Err(JsonError::TooMany { limit: BRACKETS });
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let table = Root.deserialize(&mut deserializer).map_err(|error| trouble(text, &error))?;
    deserializer.end().map_err(|error| trouble(text, &error))?;
    Ok(from_table(table)?)
}

fn trouble(text: &str, error: &serde_json::Error) -> JsonError {
    let said = error.to_string();
    match error.classify() {
        Category::Eof => JsonError::Incomplete,
        _ if said.starts_with(TOO_DEEP) => JsonError::TooDeep,
        Category::Data => repeated(error).map_or(JsonError::NotAnObject, |key| JsonError::Twice { key }),
        Category::Syntax | Category::Io => {
            let before: usize = text.lines().take(error.line().saturating_sub(1)).map(|line| line.chars().count() + 1).sum();
            let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
            // The parser counts bytes.
            let column = line.char_indices().take_while(|(at, _)| *at < error.column()).count();
            JsonError::NotJson { at: (before + column).max(1) }
        }
    }
}

/// The outermost object.
struct Root;

impl<'de> DeserializeSeed<'de> for Root {
    type Value = Table;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Table, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Root {
    type Value = Table;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table, A::Error> {
        let mut table = Table::new();
        each_once(&mut map, |key, value| drop(table.insert(key, Item::Value(value))))?;
        Ok(table)
    }
}

/// Puts what an object holds; null is nothing, but its key stands there all the same.
fn each_once<'de, A: MapAccess<'de>>(map: &mut A, mut put: impl FnMut(&str, Toml)) -> Result<(), A::Error> {
    let mut seen = HashSet::new();
    while let Some(key) = map.next_key::<String>()? {
        if seen.contains(&key) {
            return Err(twice::<A::Error>(&key));
        }
        if let Some(value) = map.next_value_seed(Any)? {
            put(&key, value);
        }
        seen.insert(key);
    }
    Ok(())
}

/// Any value; `None` for null.
struct Any;

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Option<Toml>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Option<Toml>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Some(flag.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(number.into()))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        // TOML has no larger whole numbers.
        Ok(Some(i64::try_from(number).map_or_else(|_| (number as f64).into(), Toml::from)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(number.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Some(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut array = Array::new();
        while let Some(value) = list.next_element_seed(Self)? {
            array.extend(value);
        }
        Ok(Some(array.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut table = InlineTable::new();
        each_once(&mut map, |key, value| drop(table.insert(key, value)))?;
        Ok(Some(table.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Shape, parse};
    use super::*;

    #[test]
    fn an_object_means_what_the_same_toml_means() {
        let json = r#"{"format":1,"kind":"new","subject":{"nature":"4","region":440305,"certificate":{"kind":1,"x":null}},
            "mini_program":{"service_contents":[3,null,4],"prior_approvals":[{"kind":24}],"remark":"第一段\n第二段"},
            "owner":{"face_check":{"passed_at":"2026-11-23T10:42:33+08:00"},"mobile":1.5,"name":{"a":[1,{"b":2}]}},
            "events":[{"at":"2026-11-23T10:42:33+08:00","kind":"submitted"},{"at":"never","kind":"submitted"}],"ghost":1}"#;
        let toml = "format = 1\nkind = \"new\"\nghost = 1\n\
            events = [{ at = \"2026-11-23T10:42:33+08:00\", kind = \"submitted\" }, { at = \"never\", kind = \"submitted\" }]\n\
            [subject]\nnature = \"4\"\nregion = 440305\ncertificate = { kind = 1 }\n\
            [mini_program]\nservice_contents = [3, 4]\nprior_approvals = [{ kind = 24 }]\nremark = \"第一段\\n第二段\"\n\
            [owner]\nface_check = { passed_at = \"2026-11-23T10:42:33+08:00\" }\nmobile = 1.5\nname = { a = [1, { b = 2 }] }\n";
        let (one, other) = (parse_json(json).unwrap(), parse(toml).unwrap());
        assert_eq!(one.draft(), other.draft());
        assert_eq!(one.unknown_keys(), ["ghost"]);
        assert_eq!(one.unread_events().len(), 1);
    }

    #[test]
    fn what_is_no_draft_is_called_what_it_is() {
        let deep = format!("{{\"x\":{}", "[".repeat(10_000));
        let many = format!("{{\"x\":[{}[]]}}", "[],".repeat(BRACKETS));
        for (text, error) in [
            ("{\"备案\":x}", JsonError::NotJson { at: 7 }),
            ("{} x", JsonError::NotJson { at: 4 }),
            ("", JsonError::Incomplete),
            ("{\"a\":[1", JsonError::Incomplete),
            ("[1]", JsonError::NotAnObject),
            ("7", JsonError::NotAnObject),
            ("{\"a\":{\"b\":1,\"c\":2,\"b\":3}}", JsonError::Twice { key: "b".into() }),
            ("{\"a\":null,\"a\":1}", JsonError::Twice { key: "a".into() }),
            ("{\"a\":{\"b\":1,\"b\":null}}", JsonError::Twice { key: "b".into() }),
            ("{\"a at line \":1,\"a at line \":1}", JsonError::Twice { key: "a at line ".into() }),
            (&deep, JsonError::TooDeep),
            (&many, JsonError::TooMany { limit: BRACKETS }),
            ("{\"format\":2}", JsonError::Codec(CodecError::NewerFormat { found: 2, known: 1 })),
        ] {
            assert_eq!(parse_json(text).map(|_| ()), Err(error), "{:?}", text.get(..40).unwrap_or(text));
        }
        let wrong = parse_json("{\"subject\":{\"certificate\":5}}");
        assert!(
            matches!(wrong, Err(JsonError::Codec(CodecError::WrongShape { path, expected: Shape::Table, .. })) if path == "subject.certificate")
        );
        let odd = parse_json("{\"format\":\"x\"}");
        assert!(matches!(odd, Err(JsonError::Codec(CodecError::BadFormat { found, .. })) if found == "x"));
    }
}
