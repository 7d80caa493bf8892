//! Lists of tables: the events and the prior approvals, written as `[[events]]` or as `events = [{ … }]`.

use chrono::{DateTime, SecondsFormat};
use toml_edit::{Array, ArrayOfTables, Datetime, InlineTable, Item, Table, TableLike, Value as Toml};

use super::{array, place, read};
use crate::filing::event::Moment;
use crate::filing::{Approval, Event, EventKind};

/// The key of the filing's story.
pub const EVENTS: &str = "events";

/// An entry of the story that is no event. It stays in the file as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadEvent {
    /// Its place in the list, from 0.
    pub index: usize,
    /// The line it stands in, from 1, where known.
    pub line: Option<usize>,
    /// What is wrong with it.
    pub reason: Unreadable,
}

/// Why an entry of the story is no event.
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
    /// `note` or `number`, whichever this names, is no text.
    NotText(&'static str),
}

/// Lines of the entries of the story, in one pass over the text.
pub fn event_lines(root: &Table, text: &str) -> Vec<Option<usize>> {
    let spans: Vec<_> = match root.get(EVENTS) {
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

/// The events, and the entries that are none.
pub fn read_events(root: &Table) -> (Vec<Event>, Vec<UnreadEvent>) {
    let (mut events, mut unread) = (Vec::new(), Vec::new());
    for (index, event) in entries(root.get(EVENTS)).into_iter().enumerate() {
        match event {
            Ok(event) => events.push(event),
            Err(reason) => unread.push(UnreadEvent { index, line: None, reason }),
        }
    }
    (events, unread)
}

fn entries(item: Option<&Item>) -> Vec<Result<Event, Unreadable>> {
    match item {
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|row| event(row)).collect(),
        Some(Item::Value(Toml::Array(array))) => {
            array.iter().map(|row| row.as_inline_table().map_or(Err(Unreadable::NotATable), |row| event(row))).collect()
        }
        _ => Vec::new(),
    }
}

fn event(row: &dyn TableLike) -> Result<Event, Unreadable> {
    let at = row.get("at").ok_or(Unreadable::NoTime)?;
    let at = moment(at).ok_or_else(|| Unreadable::BadTime(read::odd(at)))?;
    let kind = row.get("kind").ok_or(Unreadable::NoKind)?;
    let kind = kind.as_str().and_then(EventKind::from_name).ok_or_else(|| Unreadable::BadKind(read::odd(kind)))?;
    let words = |key: &'static str| match row.get(key) {
        Some(item) => read::text(item).ok_or(Unreadable::NotText(key)),
        None => Ok(String::new()),
    };
    Ok(Event { at, kind, note: words("note")?, number: words("number")? })
}

fn moment(item: &Item) -> Option<Moment> {
    let text = match item {
        Item::Value(Toml::Datetime(moment)) => moment.value().to_string(),
        Item::Value(Toml::String(text)) => text.value().trim().to_owned(),
        _ => return None,
    };
    DateTime::parse_from_rfc3339(&text).ok()
}

/// Writes the story. Gives back comments that stood before a removed entry.
pub fn write_events(root: &mut Table, events: &[Event]) -> String {
    if root.get(EVENTS).is_none() {
        place::insert(root, "", EVENTS, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let old = entries(root.get(EVENTS));
    // Places of the entries that are events: the others are stepped over.
    let places: Vec<usize> = old.iter().enumerate().filter(|(_, event)| event.is_ok()).map(|(place, _)| place).collect();
    let old: Vec<&Event> = old.iter().filter_map(|event| event.as_ref().ok()).collect();
    let Some(mut rows) = root.get_mut(EVENTS).and_then(Rows::of) else { return String::new() };
    rows.write(
        &places,
        events.len(),
        |a, b| old.get(a).copied() == events.get(b),
        |index, row| {
            if let Some(event) = events.get(index) {
                fill(row, &event_pairs(event));
            }
        },
    )
}

fn event_pairs(event: &Event) -> [(&'static str, Toml); 4] {
    let at = event.at.to_rfc3339_opts(SecondsFormat::AutoSi, false);
    let at = at.parse::<Datetime>().map_or_else(|_| Toml::from(at.as_str()), Toml::from);
    [
        ("at", at),
        ("kind", event.kind.name().into()),
        ("number", event.number.as_str().into()),
        ("note", event.note.as_str().into()),
    ]
}

/// Writes the rows of the prior approvals over those that are there. `None` when what is there are no rows.
pub fn write_approvals(item: &mut Item, approvals: &[Approval]) -> Option<String> {
    let old: Vec<Option<Approval>> = match &*item {
        Item::ArrayOfTables(tables) => tables.iter().map(|row| read::approval(row)).collect(),
        Item::Value(Toml::Array(array)) => {
            array.iter().map(|row| row.as_inline_table().and_then(|row| read::approval(row))).collect()
        }
        _ => return None,
    };
    if old.iter().any(Option::is_none) {
        return None;
    }
    let places: Vec<usize> = (0..old.len()).collect();
    let equal = |a: usize, b: usize| old.get(a).and_then(Option::as_ref) == approvals.get(b);
    let orphans = Rows::of(item)?.write(&places, approvals.len(), equal, |index, row| {
        if let Some(approval) = approvals.get(index) {
            fill(row, &approval_pairs(approval));
        }
    });
    Some(orphans)
}

fn approval_pairs(approval: &Approval) -> [(&'static str, Toml); 3] {
    [
        ("kind", approval.kind.map_or_else(|| "".into(), |kind| i64::from(kind).into())),
        ("number", approval.number.as_str().into()),
        ("document", approval.document.as_str().into()),
    ]
}

/// A row of the prior approvals, as it is written when new.
pub fn approval(approval: &Approval) -> InlineTable {
    let mut row = InlineTable::new();
    fill(&mut row, &approval_pairs(approval));
    row
}

/// Writes these keys into a row; what is empty is only written where the key is there already.
fn fill(row: &mut dyn TableLike, pairs: &[(&str, Toml)]) {
    for (key, value) in pairs {
        match row.get_mut(key) {
            Some(item) if means(item) == means(&Item::Value(value.clone())) => {}
            Some(item) => place::replace(item, value.clone()),
            None if value.as_str() == Some("") => {}
            None => {
                row.insert(key, Item::Value(value.clone()));
            }
        }
    }
}

/// What a value of a row says, whichever way it is spelt.
fn means(item: &Item) -> Option<String> {
    match item {
        Item::Value(Toml::Datetime(moment)) => Some(moment.value().to_string()),
        item => read::text(item),
    }
}

/// Rows in either notation.
enum Rows<'a> {
    Tables(&'a mut ArrayOfTables),
    Inline(&'a mut Array),
}

impl<'a> Rows<'a> {
    fn of(item: &'a mut Item) -> Option<Self> {
        match item {
            Item::ArrayOfTables(tables) => Some(Self::Tables(tables)),
            Item::Value(Toml::Array(array)) => Some(Self::Inline(array)),
            _ => None,
        }
    }

    /// Makes the rows at `places` become `count` rows: equal ends stay, those between are filled anew.
    fn write(
        &mut self,
        places: &[usize],
        count: usize,
        equal: impl Fn(usize, usize) -> bool,
        fill: impl Fn(usize, &mut dyn TableLike),
    ) -> String {
        let (front, back) = array::common_ends(places.len(), count, equal);
        let (old_end, new_end) = (places.len() - back, count - back);
        for index in front..new_end.min(old_end) {
            if let Some(row) = places.get(index).and_then(|place| self.get(*place)) {
                fill(index, row);
            }
        }
        // New rows stand behind the last one that is kept before them.
        let after = new_end.min(old_end).checked_sub(1).and_then(|index| places.get(index)).map(|place| place + 1);
        let at = if back == 0 { self.len() } else { after.unwrap_or_default() };
        for (step, index) in (old_end.min(new_end)..new_end).enumerate() {
            self.insert(at + step, |row| fill(index, row));
        }
        let mut orphans = String::new();
        for place in places.get(new_end.min(old_end)..old_end).unwrap_or_default().iter().rev() {
            orphans.insert_str(0, &self.remove(*place));
        }
        orphans
    }

    fn len(&self) -> usize {
        match self {
            Self::Tables(tables) => tables.len(),
            Self::Inline(array) => array.len(),
        }
    }

    fn get(&mut self, index: usize) -> Option<&mut dyn TableLike> {
        match self {
            Self::Tables(tables) => tables.get_mut(index).map(|row| row as &mut dyn TableLike),
            Self::Inline(array) => array.get_mut(index)?.as_inline_table_mut().map(|row| row as &mut dyn TableLike),
        }
    }

    fn insert(&mut self, index: usize, fill: impl Fn(&mut dyn TableLike)) {
        match self {
            Self::Tables(tables) => {
                let mut row = Table::new();
                // Tables are printed by their position, and those of equal position in the order of the list.
                let before = index.checked_sub(1).and_then(|before| tables.get(before));
                row.set_position(before.and_then(Table::position));
                fill(&mut row);
                tables.insert(index.min(tables.len()), row);
            }
            Self::Inline(array) => {
                let mut row = InlineTable::new();
                fill(&mut row);
                array::insert(array, index.min(array.len()), row.into());
            }
        }
    }

    fn remove(&mut self, index: usize) -> String {
        match self {
            Self::Tables(tables) if index < tables.len() => {
                let gone = tables.remove(index);
                let before = gone.decor().prefix().and_then(|raw| raw.as_str()).unwrap_or_default();
                if before.contains('#') { before.to_owned() } else { String::new() }
            }
            Self::Tables(_) => String::new(),
            Self::Inline(array) => {
                array::remove(array, index);
                String::new()
            }
        }
    }
}
