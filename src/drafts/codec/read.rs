//! TOML → values. Generous where the meaning is plain (`"4"` for 4, one path for a list of one), odd otherwise.

use toml_edit::{Item, TableLike, Value as Toml};

use super::write;
use crate::filing::{Approval, Kind, Value};

/// The value of an item for a field of this kind; `None` for an empty text or list.
pub fn value(kind: Kind, item: &Item) -> Option<Value> {
    if is_nothing(item) {
        return None;
    }
    let read = match kind {
        Kind::Word(_) => item.as_str().map(|text| Value::Text(text.to_owned())),
        Kind::Choice(_) => code(item).map(Value::Code),
        Kind::Choices(_) => codes(item).map(Value::Codes),
        Kind::Flag(_) => flag(item).map(Value::Flag),
        Kind::Text(_) | Kind::Region => text(item).map(Value::Text),
        Kind::Date(_) | Kind::Time => text(item).or_else(|| datetime(item)).map(Value::Text),
        Kind::Picture => picture(item).map(Value::Text),
        Kind::Pictures(_) | Kind::Videos(_) => paths(item).map(Value::Paths),
        Kind::Approvals => approvals(item).map(Value::Approvals),
    };
    Some(read.unwrap_or_else(|| Value::Invalid(odd(item))))
}

/// Whether a value is of the form that fields of this kind hold.
pub const fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Word(_) | Kind::Text(_) | Kind::Region | Kind::Date(_) | Kind::Time | Kind::Picture => {
            matches!(value, Value::Text(_))
        }
        Kind::Choice(_) => matches!(value, Value::Code(_)),
        Kind::Choices(_) => matches!(value, Value::Codes(_)),
        Kind::Flag(_) => matches!(value, Value::Flag(_)),
        Kind::Pictures(_) | Kind::Videos(_) => matches!(value, Value::Paths(_)),
        Kind::Approvals => matches!(value, Value::Approvals(_)),
    }
}

/// Whether a value was read back as it was meant. What fits its kind must come back exactly; what does not may come back
/// in the form the file gives it (an odd `"4"` of a choice is read as the number).
pub fn same(kind: Kind, meant: Option<&Value>, back: Option<&Value>) -> bool {
    match meant {
        Some(value) if !fits(kind, value) && meant != back => {
            let item = Item::Value(write::toml(kind, value, None));
            self::value(kind, &item).as_ref() == back && back.is_some()
        }
        meant => meant == back,
    }
}

fn is_nothing(item: &Item) -> bool {
    match item {
        Item::None => true,
        Item::Value(Toml::String(text)) => text.value().is_empty(),
        Item::Value(Toml::Array(array)) => array.is_empty(),
        Item::ArrayOfTables(tables) => tables.is_empty(),
        Item::Value(_) | Item::Table(_) => false,
    }
}

/// What stands in the file, in its own words: a text's content, anything else as it is spelt.
pub fn odd(item: &Item) -> String {
    let spelt = match item.clone().into_value() {
        Ok(Toml::String(text)) => return text.into_value(),
        Ok(mut value) => {
            value.decor_mut().clear();
            value.to_string()
        }
        Err(item) => item.to_string(),
    };
    spelt.trim().to_owned()
}

/// A text, or a whole number written without quotes: `mobile = 13012344321`.
pub fn text(item: &Item) -> Option<String> {
    match item {
        Item::Value(Toml::String(text)) => Some(text.value().clone()),
        Item::Value(Toml::Integer(number)) => {
            let spelt = number.display_repr();
            (!spelt.is_empty() && spelt.bytes().all(|byte| byte.is_ascii_digit())).then(|| spelt.into_owned())
        }
        _ => None,
    }
}

fn datetime(item: &Item) -> Option<String> {
    match item {
        Item::Value(Toml::Datetime(moment)) => Some(moment.display_repr().into_owned()),
        _ => None,
    }
}

fn code(item: &Item) -> Option<u32> {
    match item {
        Item::Value(Toml::Integer(number)) => u32::try_from(*number.value()).ok(),
        Item::Value(Toml::String(text)) => code_in(text.value()),
        _ => None,
    }
}

/// The number that stands in a text.
pub fn code_in(text: &str) -> Option<u32> {
    let text = text.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn codes(item: &Item) -> Option<Vec<u32>> {
    match item {
        Item::Value(Toml::Array(array)) => array.iter().map(|value| code(&Item::Value(value.clone()))).collect(),
        item => code(item).map(|code| vec![code]),
    }
}

fn flag(item: &Item) -> Option<bool> {
    match item {
        Item::Value(Toml::Boolean(flag)) => Some(*flag.value()),
        Item::Value(Toml::String(text)) => flag_in(text.value()),
        _ => None,
    }
}

/// The answer that stands in a text.
pub fn flag_in(text: &str) -> Option<bool> {
    text.trim().parse().ok()
}

fn picture(item: &Item) -> Option<String> {
    match item {
        Item::Value(Toml::String(path)) => Some(path.value().clone()),
        Item::Value(Toml::Array(array)) if array.len() == 1 => array.get(0)?.as_str().map(str::to_owned),
        _ => None,
    }
}

fn paths(item: &Item) -> Option<Vec<String>> {
    match item {
        Item::Value(Toml::String(path)) => Some(vec![path.value().clone()]),
        Item::Value(Toml::Array(array)) => array.iter().map(|path| path.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

fn approvals(item: &Item) -> Option<Vec<Approval>> {
    match item {
        Item::ArrayOfTables(tables) => tables.iter().map(|row| approval(row)).collect(),
        Item::Value(Toml::Array(array)) => array.iter().map(|row| approval(row.as_inline_table()?)).collect(),
        _ => None,
    }
}

/// One row of the prior approvals; `None` when a value in it does not fit.
pub fn approval(row: &dyn TableLike) -> Option<Approval> {
    let words = |key| row.get(key).map_or(Some(String::new()), text);
    let kind = match row.get("kind") {
        Some(item) if !is_nothing(item) => Some(code(item)?),
        _ => None,
    };
    Some(Approval { kind, number: words("number")?, document: words("document")? })
}
