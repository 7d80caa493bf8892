//! Editing lists in place: equal beginnings and ends stay untouched, comments survive the entries they stood at.

use toml_edit::{Array, Decor, Item, Value as Toml};

use super::place::split_end;
use crate::filing::Value;

/// How many entries at the beginning and at the end of two lists are equal, without counting one twice.
pub fn common_ends(old: usize, new: usize, equal: impl Fn(usize, usize) -> bool) -> (usize, usize) {
    let short = old.min(new);
    let front = (0..short).take_while(|&index| equal(index, index)).count();
    let back = (1..=short - front).take_while(|&step| equal(old - step, new - step)).count();
    (front, back)
}

/// Makes the array hold these entries. `read` says what an entry means, so that equal ones keep their spelling.
pub fn write(array: &mut Array, new: Vec<Toml>, read: impl Fn(&Item) -> Option<Value>) {
    let meaning = |value: &Toml| read(&Item::Value(value.clone()));
    let old: Vec<Option<Value>> = array.iter().map(meaning).collect();
    let wanted: Vec<Option<Value>> = new.iter().map(meaning).collect();
    let equal = |a: usize, b: usize| {
        let (old, new) = (old.get(a).and_then(Option::as_ref), wanted.get(b).and_then(Option::as_ref));
        old.is_some() && old == new
    };
    let (front, back) = common_ends(old.len(), new.len(), equal);
    let (old_end, new_end) = (old.len() - back, new.len() - back);
    for (index, value) in new.into_iter().enumerate().take(new_end).skip(front) {
        if index < old_end {
            array.replace(index, value);
        } else {
            insert(array, index, value);
        }
    }
    for index in (new_end..old_end).rev() {
        remove(array, index);
    }
}

/// Inserts an entry, on a line of its own where the others have theirs.
pub fn insert(array: &mut Array, index: usize, mut value: Toml) {
    let last = index >= array.len();
    if !last {
        let lines = array.get(index).is_some_and(|next| raw(next.decor(), true).contains('\n'));
        let indent = array.get(index).map(|next| indent_of(raw(next.decor(), true))).unwrap_or_default();
        if index > 0 || lines {
            *value.decor_mut() = Decor::new(if lines { format!("\n{indent}") } else { " ".to_owned() }, "");
        }
        if index == 0
            && !lines
            && let Some(next) = array.get_mut(0)
            && raw(next.decor(), true).is_empty()
        {
            next.decor_mut().set_prefix(" ");
        }
        array.insert_formatted(index, value);
        return;
    }
    let indent = array.iter().last().map(|last| raw(last.decor(), true).to_owned()).unwrap_or_default();
    let mut end = array.trailing().as_str().unwrap_or_default().to_owned();
    if let Some(last) = index.checked_sub(1).and_then(|last| array.get_mut(last)) {
        end.insert_str(0, raw(last.decor(), false));
        last.decor_mut().set_suffix("");
    }
    let (before, after) = split_end(&end, &indent);
    let single = index == 0 && !before.contains('\n');
    *value.decor_mut() = Decor::new(if single { String::new() } else { before }, "");
    array.push_formatted(value);
    array.set_trailing(after);
}

/// Removes an entry; comments that stood at it move to what follows.
pub fn remove(array: &mut Array, index: usize) {
    if index >= array.len() {
        return;
    }
    let gone = array.remove(index);
    let (prefix, suffix) = (raw(gone.decor(), true), raw(gone.decor(), false));
    let commented = prefix.contains('#') || suffix.contains('#') || has_comment(&gone);
    let inside = inner_comments(&gone);
    match array.get_mut(index) {
        Some(next) => {
            let own = raw(next.decor(), true).to_owned();
            if commented {
                next.decor_mut().set_prefix(joined(&format!("{prefix}{inside}{suffix}"), &own));
            } else if index == 0 && !own.contains('#') {
                next.decor_mut().set_prefix(prefix);
            }
        }
        None => {
            let own = array.trailing().as_str().unwrap_or_default().to_owned();
            let kept = if commented {
                joined(&format!("{prefix}{inside}{suffix}"), &own)
            } else if own.is_empty() {
                suffix.to_owned()
            } else {
                own
            };
            array.set_trailing(if array.is_empty() && !kept.contains('#') { String::new() } else { kept });
        }
    }
}

/// What stood around a removed entry, and what follows. Where both begin a line, the indent of the first is no line of its own.
fn joined(kept: &str, own: &str) -> String {
    let bare = kept.trim_end_matches([' ', '\t']);
    let begins = own.trim_start_matches([' ', '\t']).starts_with('\n');
    match bare.strip_suffix('\n').filter(|_| begins) {
        Some(bare) => format!("{bare}{own}"),
        None => format!("{kept}{own}"),
    }
}

fn has_comment(value: &Toml) -> bool {
    !inner_comments(value).is_empty()
}

/// Comments inside a removed entry that is a table or a list of several lines, each on a line of its own.
fn inner_comments(value: &Toml) -> String {
    let mut found = String::new();
    let mut take = |raw: Option<&str>| {
        for line in raw.unwrap_or_default().lines().filter(|line| line.contains('#')) {
            found += &format!(" {}\n", line.trim());
        }
    };
    match value {
        Toml::InlineTable(table) => {
            for (key, value) in table.iter() {
                take(table.key(key).and_then(|key| key.leaf_decor().prefix()).and_then(|raw| raw.as_str()));
                take(Some(raw(value.decor(), true)));
                take(Some(raw(value.decor(), false)));
            }
            take(table.trailing().as_str());
        }
        Toml::Array(array) => {
            for value in array {
                take(Some(raw(value.decor(), true)));
                take(Some(raw(value.decor(), false)));
            }
            take(array.trailing().as_str());
        }
        _ => {}
    }
    found
}

fn raw(decor: &Decor, prefix: bool) -> &str {
    let raw = if prefix { decor.prefix() } else { decor.suffix() };
    raw.and_then(|raw| raw.as_str()).unwrap_or_default()
}

fn indent_of(prefix: &str) -> String {
    prefix.rsplit_once('\n').map_or(String::new(), |(_, indent)| indent.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(item: &Item) -> Option<Value> {
        item.as_integer().and_then(|code| u32::try_from(code).ok()).map(Value::Code)
    }

    #[test]
    fn lists_are_edited_in_place() {
        let cases: [(&str, &[i64], &str); 12] = [
            ("[3, 4]", &[3, 4, 5], "[3, 4, 5]"),
            ("[]", &[3], "[3]"),
            ("[3, 4]", &[4], "[4]"),
            ("[ 3, 4 ]", &[3], "[ 3 ]"),
            ("[3, 0x4]", &[1, 3, 4], "[1, 3, 0x4]"),
            ("[\n  3, # a\n  4, # b\n]", &[3, 4, 5], "[\n  3, # a\n  4, # b\n  5,\n]"),
            ("[\n  3, # a\n  4 # b\n]", &[3, 4, 5], "[\n  3, # a\n  4, # b\n  5\n]"),
            ("[\n  3, # a\n  4, # b\n]", &[4], "[\n  # a\n  4, # b\n]"),
            ("[\n  3, # a\n  4, # b\n]", &[], "[ # a\n   # b\n]"),
            ("[\n  # a\n  3,\n  # b\n  4,\n]", &[4], "[\n  # a\n  # b\n  4,\n]"),
            ("[\n  # a\n  3,\n  # b\n  4,\n]", &[3], "[\n  # a\n  3,\n  # b\n]"),
            ("[\n  # a\n  3,\n  4, # b\n]", &[4], "[\n  # a\n  4, # b\n]"),
        ];
        for (text, new, expected) in cases {
            let mut value: Toml = text.parse().unwrap();
            write(value.as_array_mut().unwrap(), new.iter().copied().map(Toml::from).collect(), codes);
            let written = value.to_string();
            for comment in ["# a", "# b"] {
                assert_eq!(written.contains(comment), expected.contains(comment), "{text} {new:?} {written}");
            }
            assert!(!written.lines().any(|line| !line.is_empty() && line.trim().is_empty()), "{text} → {new:?}: {written:?}");
            let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(squeeze(&written), squeeze(expected), "{text} → {new:?}");
            let back: Toml = written.parse().unwrap();
            assert_eq!(back.as_array().unwrap().iter().filter_map(Toml::as_integer).collect::<Vec<_>>(), new);
        }
    }

    #[test]
    fn equal_ends_are_counted_once() {
        let count = |a: &[u8], b: &[u8]| common_ends(a.len(), b.len(), |x, y| a[x] == b[y]);
        assert_eq!(count(b"aa", b"a"), (1, 0));
        assert_eq!(count(b"abc", b"axc"), (1, 1));
        assert_eq!(count(b"", b"a"), (0, 0));
        assert_eq!(count(b"abc", b"abc"), (3, 0));
    }
}
