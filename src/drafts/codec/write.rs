//! Values → TOML, one field at a time, touching nothing else.

use toml_edit::{Array, Datetime, Item, Table, Value as Toml};

use super::{array, place, read, rows};
use crate::filing::{Kind, Value};

/// Writes a field, or clears it: the key of a cleared field goes, unless a comment stands with it, which then stays with an empty
/// value. Gives back comments that lost their place.
pub fn set(root: &mut Table, path: &str, kind: Kind, (old, new): (Option<&Value>, Option<&Value>)) -> String {
    if new.is_none() && place::remove(root, path) {
        return String::new();
    }
    let Some(item) = place::find_mut(root, path) else {
        if let Some(new) = new {
            place::create(root, path, Item::Value(toml(kind, new, None)));
        }
        return String::new();
    };
    let Some(new) = new else { return clear(kind, item) };
    match (new, &mut *item) {
        (Value::Approvals(approvals), item) if matches!(old, Some(Value::Approvals(_)) | None) => {
            if let Some(orphans) = rows::write_approvals(item, approvals) {
                return orphans;
            }
        }
        (Value::Codes(codes), Item::Value(Toml::Array(array))) => {
            array::write(array, codes.iter().map(|code| Toml::from(i64::from(*code))).collect(), |item| {
                read::value(Kind::Choices(crate::filing::field::List::ServiceContents), item)
            });
            return String::new();
        }
        (Value::Paths(paths), Item::Value(Toml::Array(array))) => {
            array::write(array, paths.iter().map(|path| Toml::from(path.as_str())).collect(), |item| {
                item.as_str().map(|path| Value::Text(path.to_owned()))
            });
            return String::new();
        }
        _ => {}
    }
    let value = toml(kind, new, item.as_value());
    place::replace(item, value);
    String::new()
}

fn clear(kind: Kind, item: &mut Item) -> String {
    match item {
        Item::Value(Toml::Array(array)) => {
            array::write(array, Vec::new(), |_| None);
            String::new()
        }
        Item::ArrayOfTables(_) => rows::write_approvals(item, &[]).unwrap_or_default(),
        item => {
            let lists = matches!(kind, Kind::Choices(_) | Kind::Pictures(_) | Kind::Videos(_) | Kind::Approvals);
            place::replace(item, if lists { Array::new().into() } else { "".into() });
            String::new()
        }
    }
}

/// The TOML of a value. A date stays a date of TOML where it `was` one.
pub fn toml(kind: Kind, value: &Value, was: Option<&Toml>) -> Toml {
    match value {
        Value::Text(text) => native(text, was).unwrap_or_else(|| text.as_str().into()),
        Value::Code(code) => i64::from(*code).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Codes(codes) => Toml::Array(codes.iter().map(|code| i64::from(*code)).collect()),
        Value::Paths(paths) => Toml::Array(paths.iter().map(String::as_str).collect()),
        Value::Approvals(rows) => {
            let mut array = Array::new();
            for row in rows {
                array.push(rows::approval(row));
            }
            array.into()
        }
        Value::Invalid(text) => odd(kind, text).unwrap_or_else(|| text.as_str().into()),
    }
}

fn native(text: &str, was: Option<&Toml>) -> Option<Toml> {
    let date: Datetime = was.filter(|was| was.is_datetime()).and_then(|_| text.parse().ok())?;
    (date.to_string() == text).then(|| date.into())
}

/// An odd value as the TOML it once was, if it would be read as the same again.
fn odd(kind: Kind, text: &str) -> Option<Toml> {
    let mut value: Toml = text.parse().ok()?;
    value.decor_mut().clear();
    let back = read::value(kind, &Item::Value(value.clone()))?;
    (!value.is_str() && back == Value::Invalid(text.to_owned())).then_some(value)
}
