//! The lists beside the fields: the filing's story (`[[events]]`) and what a person stands by (`[[confirmed]]`).

use chrono::{DateTime, NaiveDate, SecondsFormat};
use toml_edit::{Array, ArrayOfTables, Datetime, Item, Table, TableLike, Value as Toml};

use super::rows::{Rows, fill};
use super::{place, read, reasons, replaced};
use crate::filing::event::Moment;
use crate::filing::{Confirmation, Event, EventKind};

/// The keys of the lists, in the order in which they stand at the end of a draft.
pub const KEYS: [&str; 2] = [Confirmation::KEY, Event::KEY];

/// What one row of a list says.
pub trait Entry: Sized + PartialEq {
    /// The key of the list.
    const KEY: &'static str;

    /// The entry that a row is.
    ///
    /// # Errors
    /// Why it is none.
    fn read(row: &dyn TableLike) -> Result<Self, Unreadable>;

    /// Its keys and values; empty texts need not be written.
    fn pairs(&self) -> Vec<(&'static str, Toml)>;

    /// Writes it into a row.
    fn fill(&self, row: &mut dyn TableLike) {
        fill(row, &self.pairs());
    }
}

/// An entry of a list that cannot be read. It stays in the file as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its place in the list, from 0.
    pub index: usize,
    /// The line it stands in, from 1, where known.
    pub line: Option<usize>,
    /// What is wrong with it.
    pub reason: Unreadable,
}

/// Why an entry cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not a table.
    NotATable,
    /// `at` is missing.
    NoTime,
    /// `at` is no moment with an offset; what it is.
    BadTime(String),
    /// `kind` is missing.
    NoKind,
    /// `kind` is no event; what it is.
    BadKind(String),
    /// What this names is missing or no text.
    NotText(&'static str),
}

/// Lines of the entries of the story, in one pass over the text.
pub fn event_lines(root: &Table, text: &str) -> Vec<Option<usize>> {
    let spans: Vec<_> = match root.get(Event::KEY) {
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(Table::span).collect(),
        Some(Item::Value(Toml::Array(array))) => array.iter().map(Toml::span).collect(),
        _ => Vec::new(),
    };
    let (mut seen, mut line) = (0, 1);
    let mut line_at = |offset: usize| {
        let between = text.as_bytes().get(seen..offset)?;
        line += between.iter().filter(|byte| **byte == b'\n').count();
        seen = offset;
        Some(line)
    };
    spans.into_iter().map(|span| span.and_then(|span| line_at(span.start))).collect()
}

/// The entries of a list, and the rows that are none.
pub fn read_all<T: Entry>(root: &Table) -> (Vec<T>, Vec<Unread>) {
    let (mut read, mut unread) = (Vec::new(), Vec::new());
    for (index, entry) in entries(root.get(T::KEY)).into_iter().enumerate() {
        match entry {
            Ok(entry) => read.push(entry),
            Err(reason) => unread.push(Unread { index, line: None, reason }),
        }
    }
    (read, unread)
}

fn entries<T: Entry>(item: Option<&Item>) -> Vec<Result<T, Unreadable>> {
    match item {
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|row| T::read(row)).collect(),
        Some(Item::Value(Toml::Array(array))) => {
            array.iter().map(|row| row.as_inline_table().map_or(Err(Unreadable::NotATable), |row| T::read(row))).collect()
        }
        _ => Vec::new(),
    }
}

/// Writes a list over the one that is there. Gives back comments that stood before a removed entry.
pub fn write_all<T: Entry>(root: &mut Table, list: &[T]) -> String {
    if root.get(T::KEY).is_none() {
        place::insert(root, "", T::KEY, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let old = entries::<T>(root.get(T::KEY));
    // Places of the rows that are entries: the others are stepped over.
    let places: Vec<usize> = old.iter().enumerate().filter(|(_, entry)| entry.is_ok()).map(|(place, _)| place).collect();
    let old: Vec<&T> = old.iter().filter_map(|entry| entry.as_ref().ok()).collect();
    let Some(mut rows) = root.get_mut(T::KEY).and_then(Rows::of) else { return String::new() };
    rows.write(
        &places,
        list.len(),
        |a, b| old.get(a).copied() == list.get(b),
        |index, row| {
            if let Some(entry) = list.get(index) {
                entry.fill(row);
            }
        },
    )
}

impl Entry for Event {
    const KEY: &'static str = "events";

    fn read(row: &dyn TableLike) -> Result<Self, Unreadable> {
        let at = row.get("at").ok_or(Unreadable::NoTime)?;
        let at = moment(at).ok_or_else(|| Unreadable::BadTime(read::odd(at)))?;
        let kind = row.get("kind").ok_or(Unreadable::NoKind)?;
        let kind = kind.as_str().and_then(EventKind::from_name).ok_or_else(|| Unreadable::BadKind(read::odd(kind)))?;
        Ok(Self {
            at,
            kind,
            who: reasons::who(row),
            note: words(row, "note")?,
            number: words(row, "number")?,
            reasons: reasons::reasons(row)?,
            replaced: replaced::replaced(row)?,
        })
    }

    fn pairs(&self) -> Vec<(&'static str, Toml)> {
        let at = self.at.to_rfc3339_opts(SecondsFormat::AutoSi, false);
        vec![
            ("at", datetime(&at)),
            ("kind", self.kind.name().into()),
            ("number", self.number.as_str().into()),
            ("note", self.note.as_str().into()),
        ]
    }

    fn fill(&self, row: &mut dyn TableLike) {
        fill(row, &self.pairs());
        reasons::fill(row, self.who, &self.reasons);
        replaced::fill(row, &self.replaced);
    }
}

impl Entry for Confirmation {
    const KEY: &'static str = "confirmed";

    fn read(row: &dyn TableLike) -> Result<Self, Unreadable> {
        let date = row.get("date").ok_or(Unreadable::NoTime)?;
        let date = day(date).ok_or_else(|| Unreadable::BadTime(read::odd(date)))?;
        let must = |key| words(row, key).and_then(|text| if text.is_empty() { Err(Unreadable::NotText(key)) } else { Ok(text) });
        Ok(Self { rule: must("rule")?, field: must("field")?, value: words(row, "value")?, reason: words(row, "reason")?, date })
    }

    fn pairs(&self) -> Vec<(&'static str, Toml)> {
        vec![
            ("rule", self.rule.as_str().into()),
            ("field", self.field.as_str().into()),
            ("value", self.value.as_str().into()),
            ("reason", self.reason.as_str().into()),
            ("date", datetime(&self.date.to_string())),
        ]
    }
}

/// The entries of a list that stands inside an entry, in either notation of TOML; none where there is no such key.
///
/// # Errors
/// When it is no list of tables, or one of them cannot be read.
pub(super) fn nested<T>(
    row: &dyn TableLike,
    key: &'static str,
    one: impl Fn(&dyn TableLike) -> Result<T, Unreadable>,
) -> Result<Vec<T>, Unreadable> {
    let wrong = || Unreadable::NotText(key);
    match row.get(key) {
        None => Ok(Vec::new()),
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|row| one(row)).collect(),
        Some(Item::Value(Toml::Array(array))) => {
            array.iter().map(|row| row.as_inline_table().map_or_else(|| Err(wrong()), |row| one(row))).collect()
        }
        Some(_) => Err(wrong()),
    }
}

/// Gives each entry of a list a line of its own, so that they can be read and compared.
pub(super) fn one_a_line(array: &mut Array) {
    for value in array.iter_mut() {
        value.decor_mut().set_prefix("\n  ");
    }
    array.set_trailing_comma(true);
    array.set_trailing("\n");
}

/// The text of a key; empty where it is missing.
fn words(row: &dyn TableLike, key: &'static str) -> Result<String, Unreadable> {
    row.get(key).map_or(Ok(String::new()), |item| read::text(item).ok_or(Unreadable::NotText(key)))
}

/// A day or moment as TOML writes it.
fn datetime(text: &str) -> Toml {
    text.parse::<Datetime>().map_or_else(|_| Toml::from(text), Toml::from)
}

fn spelt(item: &Item) -> Option<String> {
    match item {
        Item::Value(Toml::Datetime(moment)) => Some(moment.value().to_string()),
        Item::Value(Toml::String(text)) => Some(text.value().trim().to_owned()),
        _ => None,
    }
}

fn moment(item: &Item) -> Option<Moment> {
    DateTime::parse_from_rfc3339(&spelt(item)?).ok()
}

fn day(item: &Item) -> Option<NaiveDate> {
    spelt(item)?.parse().ok()
}
