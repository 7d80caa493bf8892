//! Rows: lists of tables, written as `[[events]]` or as `events = [{ … }]`. The prior approvals are such a list.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, TableLike, Value as Toml};

use super::{array, place, read};
use crate::filing::Approval;

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
pub fn fill(row: &mut dyn TableLike, pairs: &[(&str, Toml)]) {
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
pub enum Rows<'a> {
    /// As `[[rows]]`.
    Tables(&'a mut ArrayOfTables),
    /// As `rows = [{ … }]`.
    Inline(&'a mut Array),
}

impl<'a> Rows<'a> {
    /// The rows of an item; `None` when it holds none.
    pub fn of(item: &'a mut Item) -> Option<Self> {
        match item {
            Item::ArrayOfTables(tables) => Some(Self::Tables(tables)),
            Item::Value(Toml::Array(array)) => Some(Self::Inline(array)),
            _ => None,
        }
    }

    /// Makes the rows at `places` become `count` rows: equal ends stay, those between are filled anew.
    pub fn write(
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
