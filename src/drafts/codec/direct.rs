//! JSON → draft without a document between, for records that look as programs usually write them.
//!
//! A batch reads thousands of drafts and gives none back, so the document that [`parse_json`](super::parse_json) keeps for
//! editing is made and thrown away. What is read here is only what means the same either way; at the first thing out of the
//! ordinary (an unknown or repeated key, a value that does not fit its field, a story, a newer layout, an error) this gives
//! up, and the caller reads the line by way of the document, which alone decides what such a line means.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::json::BRACKETS;
use super::keys::{COLUMNS, Met, Place, ROOT, Table};
use super::{read, upgrade};
use crate::filing::{Approval, Draft, Kind, Value};

/// A draft that was read straight from a record.
#[derive(Debug)]
pub struct Record {
    /// The draft.
    pub draft: Draft,
    /// What stands under the key asked for, a text or a whole number.
    pub id: Option<Json>,
}

/// The draft in an object of the file's layout, and what stands under `id`, a key that means nothing to a draft; `None` when
/// anything in it needs a closer look.
#[must_use]
pub fn parse_record(text: &str, id: &'static str) -> Option<Record> {
    // Only a longer text can hold too many brackets.
    if text.len() > BRACKETS {
        return None;
    }
    let mut record = Record { draft: Draft::default(), id: None };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let root = Object { table: &ROOT, id: Some(id), record: &mut record };
    deserializer.deserialize_map(root).and_then(|()| deserializer.end()).ok()?;
    Some(record)
}

/// Ends the reading. Nobody sees the words.
fn unusual<T, E: Error>() -> Result<T, E> {
    Err(E::custom("unusual"))
}

/// Reads with the named visitor, whatever the next value is.
macro_rules! seed {
    ($visitor:ty, $value:ty, $how:ident) => {
        impl<'de> DeserializeSeed<'de> for $visitor {
            type Value = $value;

            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<$value, D::Error> {
                deserializer.$how(self)
            }
        }
    };
}

seed!(KeyOf, Key, deserialize_str);
seed!(Object<'_>, (), deserialize_map);
seed!(Id, Json, deserialize_any);
seed!(FieldValue, Option<Value>, deserialize_any);
seed!(CodeOf, Option<u32>, deserialize_any);
seed!(Words, Option<String>, deserialize_any);
seed!(Column, usize, deserialize_str);
seed!(Row, Option<Approval>, deserialize_any);

/// A key of an object, as far as it is known.
enum Key {
    /// By its number among the keys of the table.
    Known(usize),
    Format,
    Id,
}

/// Looks a key up without keeping it.
struct KeyOf {
    table: &'static Table,
    /// The name of the foreign key; `None` below the outermost object, where the layout's own key has no place, either.
    id: Option<&'static str>,
}

impl Visitor<'_> for KeyOf {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a known key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        match self.table.position(name) {
            Some(index) => Ok(Key::Known(index)),
            None if self.id.is_some() && name == upgrade::KEY => Ok(Key::Format),
            None if self.id == Some(name) => Ok(Key::Id),
            None => unusual(),
        }
    }
}

/// An object that is a table of the file.
struct Object<'r> {
    table: &'static Table,
    id: Option<&'static str>,
    record: &'r mut Record,
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { table, id, record } = self;
        let (mut met, mut format) = (Met::default(), None);
        while let Some(key) = map.next_key_seed(KeyOf { table, id })? {
            match key {
                Key::Known(index) if met.note(index) => match table.place(index) {
                    Some(Place::Field(leaf)) => {
                        let value = map.next_value_seed(FieldValue(leaf.kind()))?;
                        leaf.set(&mut record.draft, value);
                    }
                    Some(Place::Table(table)) => map.next_value_seed(Object { table, id: None, record })?,
                    None => return unusual(),
                },
                Key::Format if format.is_none() => format = Some(map.next_value::<i64>()?),
                Key::Id if record.id.is_none() => record.id = Some(map.next_value_seed(Id)?),
                _ => return unusual(),
            }
        }
        // Only the layout of today is read without a step between.
        if format.is_some_and(|format| format != upgrade::FORMAT) { unusual() } else { Ok(()) }
    }
}

/// The record's own id.
struct Id;

impl Visitor<'_> for Id {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a whole number")
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Json, E> {
        // A larger one is no whole number to TOML.
        i64::try_from(number).map_or_else(|_| unusual(), |number| Ok(number.into()))
    }
}

/// The value of a field of this kind; `None` for nothing.
pub(super) struct FieldValue(pub(super) Kind);

impl<'de> Visitor<'de> for FieldValue {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that fits")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        match self.0 {
            Kind::Flag(_) => Ok(Some(Value::Flag(flag))),
            _ => unusual(),
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        let code = || u32::try_from(number).map_or_else(|_| unusual(), Ok);
        match self.0 {
            Kind::Word(_) => unusual(),
            Kind::Choice(_) => Ok(Some(Value::Code(code()?))),
            Kind::Choices(_) => Ok(Some(Value::Codes(vec![code()?]))),
            Kind::Text(_) | Kind::Region | Kind::Date(_) | Kind::Time => digits(number).map(|text| Some(Value::Text(text))),
            _ => unusual(),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() {
            return Ok(None);
        }
        let value = match self.0 {
            Kind::Word(_) | Kind::Text(_) | Kind::Region | Kind::Date(_) | Kind::Time | Kind::Picture => Some(Value::from(text)),
            Kind::Choice(_) => read::code_in(text).map(Value::Code),
            Kind::Choices(_) => read::code_in(text).map(|code| Value::Codes(vec![code])),
            Kind::Flag(_) => read::flag_in(text).map(Value::Flag),
            Kind::Pictures(_) | Kind::Videos(_) => Some(Value::Paths(vec![text.to_owned()])),
            Kind::Approvals => None,
        };
        value.map_or_else(unusual, |value| Ok(Some(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        Ok(Some(match self.0 {
            Kind::Choices(_) => Value::Codes(entries(list, || CodeOf)?),
            Kind::Pictures(_) | Kind::Videos(_) => Value::Paths(entries(list, || Words { numbers: false })?),
            Kind::Approvals => Value::Approvals(entries(list, || Row)?),
            _ => return unusual(),
        }))
    }
}

/// A whole number where a text belongs, in digits.
fn digits<E: Error>(number: u64) -> Result<String, E> {
    i64::try_from(number).map_or_else(|_| unusual(), |number| Ok(number.to_string()))
}

/// All entries of a list but null, which is nothing.
fn entries<'de, A, S, T>(mut list: A, entry: impl Fn() -> S) -> Result<Vec<T>, A::Error>
where
    A: SeqAccess<'de>,
    S: DeserializeSeed<'de, Value = Option<T>>,
{
    let mut all = Vec::new();
    while let Some(one) = list.next_element_seed(entry())? {
        all.extend(one);
    }
    Ok(all)
}

/// A number of an official list.
pub(super) struct CodeOf;

impl Visitor<'_> for CodeOf {
    type Value = Option<u32>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of a list")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        u32::try_from(number).map_or_else(|_| unusual(), |code| Ok(Some(code)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        read::code_in(text).map_or_else(unusual, |code| Ok(Some(code)))
    }
}

/// A text in a list or a row, where digits may stand without quotes.
pub(super) struct Words {
    pub(super) numbers: bool,
}

impl Visitor<'_> for Words {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        if self.numbers { digits(number).map(Some) } else { unusual() }
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }
}

/// A key of a row, by its number.
struct Column;

impl Visitor<'_> for Column {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a column")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        COLUMNS.iter().position(|column| *column == name).map_or_else(unusual, Ok)
    }
}

/// A row of the prior approvals.
struct Row;

impl<'de> Visitor<'de> for Row {
    type Value = Option<Approval>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut row, mut met) = (Approval::default(), Met::default());
        while let Some(column) = map.next_key_seed(Column)? {
            if !met.note(column) {
                return unusual();
            }
            match column {
                0 => row.kind = map.next_value_seed(CodeOf)?,
                1 => row.number = map.next_value_seed(Words { numbers: true })?.unwrap_or_default(),
                2 => row.document = map.next_value_seed(Words { numbers: true })?.unwrap_or_default(),
                _ => return unusual(),
            }
        }
        Ok(Some(row))
    }
}

#[cfg(test)]
#[path = "direct_tests.rs"]
mod tests;
