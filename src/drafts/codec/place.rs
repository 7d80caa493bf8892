//! Where a field's value stands in the document: finding it, replacing it, making a place for it.

use std::sync::LazyLock;

use toml_edit::{Decor, InlineTable, Item, Key, Table, TableLike, Value};

use super::{lists, upgrade};
use crate::filing::FieldId;
use crate::filing::field::table;

/// The table of what is on record.
pub(super) const RECORD: &str = "record";

/// Paths of all tables that hold fields, outer ones first: `subject`, `subject.certificate` …
pub fn parents() -> &'static [String] {
    static PARENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut parents = Vec::new();
        let recorded = table().iter().filter(|field| field.is_recorded()).map(|field| recorded(field.id));
        for path in table().iter().map(|field| field.path.to_owned()).chain(recorded) {
            for (end, _) in path.match_indices('.') {
                let parent = path.get(..end).unwrap_or_default();
                if !parents.iter().any(|known| known == parent) {
                    parents.push(parent.to_owned());
                }
            }
        }
        parents
    });
    &PARENTS
}

/// Where the record's value of a field stands: under `record`, by the field's own path.
pub fn recorded(id: FieldId) -> String {
    format!("{RECORD}.{}", id.path())
}

/// The field whose value on record stands at a path.
pub fn recorded_at(path: &str) -> Option<FieldId> {
    let id = FieldId::from_path(path.strip_prefix(RECORD)?.strip_prefix('.')?)?;
    id.field().is_recorded().then_some(id)
}

/// The item at a dotted path.
pub fn find<'a>(root: &'a Table, path: &str) -> Option<&'a Item> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let mut item = root.get(first)?;
    for key in rest.into_iter().flat_map(|rest| rest.split('.')) {
        item = item.as_table_like()?.get(key)?;
    }
    Some(item)
}

/// The item at a dotted path, to be changed.
pub fn find_mut<'a>(root: &'a mut Table, path: &str) -> Option<&'a mut Item> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let mut item = root.get_mut(first)?;
    for key in rest.into_iter().flat_map(|rest| rest.split('.')) {
        item = item.as_table_like_mut()?.get_mut(key)?;
    }
    Some(item)
}

/// Puts a value in the place of another, keeping the blanks and comments around it.
pub fn replace(item: &mut Item, mut new: Value) {
    if let Some(old) = item.as_value() {
        *new.decor_mut() = old.decor().clone();
    }
    *item = Item::Value(new);
}

/// Puts a new item at a dotted path, making the tables on the way: `[subject]`, `[subject.certificate]`, so that each key has a line of
/// its own, in which two people can change two keys. A table that stands inline, or behind a dotted key, goes on as it is.
pub fn create(root: &mut Table, path: &str, new: Item) {
    let Some((parent, key)) = path.rsplit_once('.') else {
        insert(root, "", path, new);
        return;
    };
    let (first, rest) = parent.split_once('.').map_or((parent, None), |(first, rest)| (first, Some(rest)));
    if root.get(first).is_none() {
        insert(root, "", first, Item::Table(unheaded()));
    }
    let Some(mut item) = root.get_mut(first) else { return };
    let mut prefix = first.to_owned();
    for step in rest.into_iter().flat_map(|rest| rest.split('.')) {
        let missing = item.as_table_like().is_some_and(|table| table.get(step).is_none());
        if missing {
            let table = match &*item {
                Item::Table(parent) => {
                    let mut table = unheaded();
                    table.set_dotted(parent.is_dotted());
                    Item::Table(table)
                }
                _ => Item::Value(InlineTable::new().into()),
            };
            insert_into(item, &prefix, step, table);
        }
        let Some(next) = item.as_table_like_mut().and_then(|table| table.get_mut(step)) else { return };
        item = next;
        prefix = format!("{prefix}.{step}");
    }
    insert_into(item, &prefix, key, new);
}

/// A table whose heading shows once it has a key of its own.
fn unheaded() -> Table {
    let mut table = Table::new();
    table.set_implicit(true);
    table
}

/// Takes the key at a dotted path out, and the tables that then hold nothing, where no comment goes with them; whether it did. What
/// stands inline stays: its blanks belong to several keys.
pub fn remove(root: &mut Table, path: &str) -> bool {
    let Some((first, rest)) = path.split_once('.') else {
        let is_bare = root.get_key_value(path).is_some_and(|(key, item)| is_bare(key, item));
        return is_bare && root.remove(path).is_some();
    };
    let Some(Item::Table(inner)) = root.get_mut(first) else { return false };
    let is_gone = remove(inner, rest);
    if is_gone && inner.is_empty() && !has_comment(Some(inner.decor())) {
        // Between comments a heading says what they are about.
        let is_bare = root.key(first).is_none_or(|key| !has_comment(Some(key.leaf_decor())));
        if is_bare {
            root.remove(first);
        }
    }
    is_gone
}

/// Whether no comment belongs to a key and its value.
fn is_bare(key: &Key, item: &Item) -> bool {
    let inside = match item {
        Item::Value(Value::Array(array)) => array.to_string().contains('#'),
        Item::Value(Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_)) => false,
        _ => true,
    };
    !inside && !has_comment(Some(key.leaf_decor())) && !has_comment(item.as_value().map(Value::decor))
}

fn has_comment(decor: Option<&Decor>) -> bool {
    let text = |raw: Option<&toml_edit::RawString>| raw.and_then(|raw| raw.as_str()).is_some_and(|text| text.contains('#'));
    decor.is_some_and(|decor| text(decor.prefix()) || text(decor.suffix()))
}

fn insert_into(item: &mut Item, prefix: &str, key: &str, new: Item) {
    match item {
        Item::Value(Value::InlineTable(table)) => {
            let last = insert(table, prefix, key, new);
            if last {
                tidy_end(table, key);
            }
        }
        item => {
            if let Some(table) = item.as_table_like_mut() {
                insert(table, prefix, key, new);
            }
        }
    }
}

/// Inserts a key where the order of the field table wants it; whether it came to stand last.
pub fn insert(table: &mut dyn TableLike, prefix: &str, key: &str, new: Item) -> bool {
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let own = rank(prefix, key);
    let after = keys.iter().rposition(|other| rank(prefix, other).is_some_and(|rank| Some(rank) < own));
    let before = || keys.iter().position(|other| rank(prefix, other).is_some_and(|rank| Some(rank) > own));
    let at = after.map_or_else(|| before().unwrap_or(keys.len()), |index| index + 1);

    // The maps only append: what belongs behind is taken out and put back.
    let behind: Vec<(Key, Item)> =
        keys.iter().skip(at).filter_map(|key| Some((table.key(key)?.clone(), table.remove(key)?))).collect();
    table.insert(key, new);
    let last = behind.is_empty();
    for (key, item) in behind {
        table.entry_format(&key).or_insert(item);
    }
    last
}

/// The place of a key in the order of the field table; `None` for unknown ones.
fn rank(prefix: &str, key: &str) -> Option<usize> {
    match (prefix, key) {
        ("", upgrade::KEY) => return Some(0),
        ("", key) if lists::KEYS.contains(&key) => {
            return lists::KEYS.iter().rev().position(|list| *list == key).map(|behind| usize::MAX - behind);
        }
        _ => {}
    }
    let path = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
    let belongs = |field: &str| field.strip_prefix(&path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    table().iter().position(|field| belongs(field.path)).map(|index| index + 1)
}

/// After a key was appended to an inline table: the blanks (or the line end and its comment) that stood before the closing
/// brace move behind the new value, and in a table of several lines the new key gets its own line.
fn tidy_end(table: &mut InlineTable, key: &str) {
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let Some(previous) = keys.len().checked_sub(2).and_then(|index| keys.get(index)) else { return };
    let indent = prefix_of(table.key(previous).map(Key::leaf_decor));
    let mut end = table.trailing().as_str().unwrap_or_default().to_owned();
    if !table.trailing_comma() {
        let Some(value) = table.get_mut(previous) else { return };
        if end.is_empty() && value.decor().suffix().is_none() {
            return; // written by this program: spaced by itself
        }
        end.insert_str(0, value.decor().suffix().and_then(|raw| raw.as_str()).unwrap_or_default());
        value.decor_mut().set_suffix("");
    }
    let (before, after) = split_end(&end, &indent);
    if let Some(mut key) = table.key_mut(key) {
        key.leaf_decor_mut().set_prefix(before);
    }
    if table.trailing_comma() {
        table.set_trailing(after);
        if let Some(value) = table.get_mut(key) {
            *value.decor_mut() = Decor::new(" ", "");
        }
    } else {
        table.set_trailing("");
        if let Some(value) = table.get_mut(key) {
            *value.decor_mut() = Decor::new(" ", after);
        }
    }
}

/// Divides what stands between the last entry and the closing bracket: what goes before a new entry, and what stays behind
/// it. `indent` is what stands before an older entry.
pub fn split_end(end: &str, indent: &str) -> (String, String) {
    let Some(cut) = end.rfind('\n') else { return (" ".to_owned(), end.to_owned()) };
    let (comments, close) = end.split_at(cut);
    let indent = indent.rsplit_once('\n').map_or("  ", |(_, blanks)| blanks);
    (format!("{comments}\n{indent}"), close.to_owned())
}

fn prefix_of(decor: Option<&Decor>) -> String {
    decor.and_then(Decor::prefix).and_then(|raw| raw.as_str()).unwrap_or_default().to_owned()
}
