//! Bytes → one tree of objects, lists and values, from JSON or XML. Never deep, never large: both come from outside.

use quick_xml::Reader;
use quick_xml::events::Event as Xml;
use serde_json::{Map, Value as Json};

use super::{MOST_BYTES, Refusal};
use crate::text::json::{Trouble, strict};
use crate::text::position::position;

/// Levels of an XML message at most; those of the platform have two or three. JSON is bounded by its reader.
const DEEPEST: usize = 64;

/// The tree of an answer.
///
/// # Errors
/// When it is empty, too large or too deep, cut off, or neither JSON nor XML.
pub fn parse(bytes: &[u8]) -> Result<Json, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| Refusal::NotText(error.valid_up_to()))?;
    let text = text.trim_start_matches('\u{feff}').trim();
    match text.chars().next() {
        None => Err(Refusal::Empty),
        Some('<') => xml(text),
        Some(_) => json(text),
    }
}

fn json(text: &str) -> Result<Json, Refusal> {
    strict(text).map_err(|trouble| {
        let error = match trouble {
            Trouble::Malformed(error) => error,
            Trouble::Twice { key, line, column } => return Refusal::Twice { key, line, column },
        };
        let (line, column) = (error.line(), error.column());
        // The reader has no kind of error of its own for depth.
        if error.to_string().starts_with("recursion limit") {
            Refusal::TooDeep { line, column }
        } else if error.is_eof() {
            Refusal::Truncated { line, column }
        } else {
            Refusal::Malformed { line, column }
        }
    })
}

/// An element that is open: its name, its text so far, and its children.
struct Open {
    name: String,
    text: String,
    children: Map<String, Json>,
}

impl Open {
    fn new(name: String) -> Self {
        Self { name, text: String::new(), children: Map::new() }
    }

    fn value(self) -> Json {
        if self.children.is_empty() { Json::String(self.text.trim().to_owned()) } else { Json::Object(self.children) }
    }

    /// Elements of one name are a list.
    fn add(&mut self, name: String, value: Json) {
        match self.children.get_mut(&name) {
            Some(Json::Array(list)) => list.push(value),
            Some(one) => {
                let first = one.take();
                *one = Json::Array(vec![first, value]);
            }
            None => {
                self.children.insert(name, value);
            }
        }
    }
}

fn xml(text: &str) -> Result<Json, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Open::new(String::new())];
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let (line, column) = position(text, at);
        let event = reader.read_event().map_err(|error| match error {
            quick_xml::Error::Syntax(_) => Refusal::Truncated { line, column },
            _ => Refusal::Malformed { line, column },
        })?;
        match event {
            Xml::Start(start) => {
                if open.len() > DEEPEST {
                    return Err(Refusal::TooDeep { line, column });
                }
                open.push(Open::new(start.local_name().as_ref().to_owned()));
            }
            Xml::Empty(start) => {
                if let Some(last) = open.last_mut() {
                    last.add(start.local_name().as_ref().to_owned(), Json::String(String::new()));
                }
            }
            Xml::Text(part) => push(&mut open, &part),
            Xml::CData(part) => push(&mut open, &part),
            Xml::GeneralRef(part) => {
                let entity: &str = &part;
                let known = quick_xml::escape::resolve_predefined_entity(entity).map(str::to_owned);
                let known = known.or_else(|| part.resolve_char_ref().ok().flatten().map(String::from));
                push(&mut open, &known.unwrap_or_else(|| format!("&{entity};")));
            }
            Xml::End(_) => {
                let Some(closed) = open.pop().filter(|_| !open.is_empty()) else {
                    return Err(Refusal::Malformed { line, column });
                };
                if let Some(parent) = open.last_mut() {
                    let name = closed.name.clone();
                    parent.add(name, closed.value());
                }
            }
            Xml::Eof => break,
            Xml::DocType(_) => return Err(Refusal::Dtd { line, column }),
            Xml::Comment(_) | Xml::Decl(_) | Xml::PI(_) => {}
        }
    }
    let Some(root) = open.pop().filter(|_| open.is_empty()) else {
        let (line, column) = position(text, text.len());
        return Err(Refusal::Truncated { line, column });
    };
    // The one element around the message is no part of it.
    let mut children = root.children;
    Ok(match (children.len(), children.values_mut().next()) {
        (1, Some(message)) => message.take(),
        _ => Json::Object(children),
    })
}

fn push(open: &mut [Open], text: &str) {
    if let Some(last) = open.last_mut() {
        last.text.push_str(text);
    }
}
