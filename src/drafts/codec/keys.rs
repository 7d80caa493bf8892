//! The keys of a draft's layout as a tree, for readers that go through a text once and keep no document of it.

use std::sync::LazyLock;

use super::place::RECORD;
use crate::filing::field::table;
use crate::filing::{Draft, FieldId, Kind, Value};

/// A table of the layout.
pub(super) struct Table {
    /// Its number among all tables.
    pub(super) number: usize,
    keys: Vec<(&'static str, Place)>,
}

/// What stands under a key.
pub(super) enum Place {
    Field(Leaf),
    Table(Table),
}

/// Where a value belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leaf {
    id: FieldId,
    /// It is what is on record.
    is_recorded: bool,
}

impl Leaf {
    /// The kind of the values.
    pub(super) fn kind(self) -> Kind {
        self.id.field().kind
    }

    /// Puts a value in its place.
    pub(super) fn set(self, draft: &mut Draft, value: Option<Value>) {
        if self.is_recorded {
            draft.set_recorded(self.id, value);
        } else {
            draft.set(self.id, value);
        }
    }
}

/// The outermost table.
pub(super) static ROOT: LazyLock<Table> = LazyLock::new(|| {
    let mut count = 0;
    let mut root = Table::new(&mut count);
    for field in table() {
        root.insert(field.path, Leaf { id: field.id, is_recorded: false }, &mut count);
    }
    // The record has fields of its own beside what it holds of others.
    if let Some(record) = root.inner(RECORD, &mut count) {
        for field in table().iter().filter(|field| field.is_recorded()) {
            record.insert(field.path, Leaf { id: field.id, is_recorded: true }, &mut count);
        }
    }
    root
});

impl Table {
    fn new(count: &mut usize) -> Self {
        let number = *count;
        *count += 1;
        Self { number, keys: Vec::new() }
    }

    fn insert(&mut self, path: &'static str, leaf: Leaf, count: &mut usize) {
        match path.split_once('.') {
            None => self.keys.push((path, Place::Field(leaf))),
            Some((first, rest)) => {
                if let Some(inner) = self.inner(first, count) {
                    inner.insert(rest, leaf, count);
                }
            }
        }
    }

    /// The table under a key, made where there is nothing; `None` where a field stands there.
    fn inner(&mut self, name: &'static str, count: &mut usize) -> Option<&mut Self> {
        if self.position(name).is_none() {
            self.keys.push((name, Place::Table(Self::new(count))));
        }
        self.keys.iter_mut().find(|(key, _)| *key == name).and_then(|(_, place)| match place {
            Place::Table(inner) => Some(inner),
            Place::Field(_) => None,
        })
    }

    /// The number of a key among those of the table.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.keys.iter().position(|(key, _)| *key == name)
    }

    /// What stands under the key of this number.
    pub(super) fn place(&self, position: usize) -> Option<&Place> {
        self.keys.get(position).map(|(_, place)| place)
    }
}

/// The columns of a row of the prior approvals.
pub(super) const COLUMNS: [&str; 3] = ["kind", "number", "document"];

/// Numbers that were met, of which each may come once.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Met(u64);

impl Met {
    /// Notes a number; whether it is new. Numbers there is no room for count as repeated.
    pub(super) fn note(&mut self, number: usize) -> bool {
        let bit = u32::try_from(number).ok().and_then(|number| 1_u64.checked_shl(number)).unwrap_or_default();
        let new = bit != 0 && self.0 & bit == 0;
        self.0 |= bit;
        new
    }
}
