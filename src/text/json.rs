//! JSON in which no key stands twice in one object. The usual reader lets the later value win; whoever wrote both would lose one
//! without a word.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// What stands before the name of a key in the error for a repeated one.
const TWICE: &str = "twice: ";

/// Why a text is not taken.
#[derive(Debug)]
pub enum Trouble {
    /// It is no JSON.
    Malformed(serde_json::Error),
    /// A key stands twice in one object.
    Twice {
        /// The key.
        key: String,
        /// Line of the second one, from 1.
        line: usize,
        /// Column behind it, in bytes from 1.
        column: usize,
    },
}

/// The value that a text holds.
///
/// # Errors
/// When it is no JSON, or a key stands twice in one object.
pub fn strict(text: &str) -> Result<Value, Trouble> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Strict.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| match repeated(&error) {
        Some(key) => Trouble::Twice { key, line: error.line(), column: error.column() },
        None => Trouble::Malformed(error),
    })
}

/// The error for a key that stands twice; [`repeated`] finds the key in it.
pub fn twice<E: serde::de::Error>(key: &str) -> E {
    E::custom(format_args!("{TWICE}{key}"))
}

/// The key that stands twice, if that is what the error says.
#[must_use]
pub fn repeated(error: &serde_json::Error) -> Option<String> {
    let said = error.to_string();
    // The reader appends the place.
    said.strip_prefix(TWICE).map(|key| key.rsplit_once(" at line ").map_or(key, |(key, _)| key).to_owned())
}

struct Strict;

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(flag.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Self)? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !seen.insert(key.clone()) {
                return Err(twice::<A::Error>(&key));
            }
            object.insert(key, map.next_value_seed(Self)?);
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_the_usual_reader_reads() {
        for text in
            ["null", "[1,-2,3.5,18446744073709551615,true]", r#"{"a":{"b":null,"c":[{"a":"\u5907"},{"a":1}]},"b":""}"#, " \"x\" "]
        {
            assert_eq!(strict(text).unwrap(), serde_json::from_str::<Value>(text).unwrap(), "{text}");
        }
        for text in ["", "{", "{}x", "{\"a\":1,}", &"[".repeat(1000)] {
            assert!(matches!(strict(text), Err(Trouble::Malformed(_))), "{text}");
        }
    }

    #[test]
    fn a_key_stands_once_in_an_object() {
        for (text, wanted, on) in [
            ("{\"a\":1,\"a\":1}", "a", 1),
            ("{\"a\":null,\n\"a\":1}", "a", 2),
            ("[{\"b\":{\"c at line \":1,\n\n\"c at line \":null}}]", "c at line ", 3),
            ("{\"\u{5907}\":1,\"\\u5907\":2}", "\u{5907}", 1),
        ] {
            let Err(Trouble::Twice { key, line, .. }) = strict(text) else { panic!("{text}") };
            assert_eq!((key.as_str(), line), (wanted, on), "{text}");
        }
    }
}
