//! The version of the draft's layout: what is known, and how older ones become the newest.

use toml_edit::{DocumentMut, Item, Table, value};

use super::{CodecError, place, read};
use crate::text::position::position;

/// The layout this program writes.
pub const FORMAT: i64 = 1;
/// The key that names it.
pub const KEY: &str = "format";

/// Steps from each layout to the next: the first leads from 1 to 2. A new layout appends its step and raises [`FORMAT`].
const UPGRADES: &[fn(&mut DocumentMut)] = &[];

/// The layout of a text; 1 where it does not say.
pub fn format_of(root: &Table, text: &str) -> Result<i64, CodecError> {
    let Some(item) = root.get(KEY) else { return Ok(1) };
    let bad = || {
        let span = item.span();
        let found = span.clone().and_then(|span| text.get(span)).map_or_else(|| read::odd(item), str::to_owned);
        Err(CodecError::BadFormat { found, line: position(text, span.unwrap_or_default().start).0 })
    };
    match item.as_integer() {
        Some(found) if found > FORMAT => Err(CodecError::NewerFormat { found, known: FORMAT }),
        Some(found) if found >= 1 => Ok(found),
        _ => bad(),
    }
}

/// Brings an older layout up to [`FORMAT`].
pub fn upgrade(document: &mut DocumentMut, from: i64) {
    let done = usize::try_from(from - 1).unwrap_or_default();
    for step in UPGRADES.iter().skip(done) {
        step(document);
    }
}

/// Writes [`FORMAT`] into the document.
pub fn stamp(root: &mut Table) {
    match root.get_mut(KEY) {
        Some(item) if item.as_integer() == Some(FORMAT) => {}
        Some(item) => place::replace(item, FORMAT.into()),
        None => {
            place::insert(root, "", KEY, Item::Value(FORMAT.into()));
        }
    }
    debug_assert_eq!(root.get(KEY).and_then(Item::as_integer), value(FORMAT).as_integer());
}
