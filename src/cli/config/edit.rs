//! Changing single settings in the file, with its comments and its order.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value as Json;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value as Toml};

use super::read::{accepted, field_value, text_of};
use super::{Named, read};
use crate::cli::error::Failure;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::value;
use crate::cli::wrong::{self, Judged};
use crate::drafts::codec;
use crate::filing::{Draft, FieldId, Value};
use crate::fs::atomic::{self, Target};
use crate::fs::path::folder_of;
use crate::fs::{PRIVATE, make_private};
use crate::locale::{Lang, config as words, error, toml as toml_words};
use crate::text::clean::visible;

/// Puts a value into the file, which is made where there is none.
///
/// # Errors
/// When the key does not take the value, the rules of the day call it wrong in itself, or the file is no TOML or cannot be written; it then
/// stays as it was. Without a day the rules are not asked.
pub fn set(
    path: &Path,
    home: Option<&Path>,
    key: &str,
    named: Named,
    text: &str,
    judged_on: Option<NaiveDate>,
) -> Result<(), Failure> {
    let folder = folder_of(path);
    let no_value = |hint: Sentence| {
        let why = Sentence::of(words::REFUSED).with("key", key).with("value", visible(text));
        Failure::usage(why).hint(hint)
    };
    let value = match named {
        Named::Setting(setting) => {
            accepted(setting, text, folder, home).ok_or_else(|| no_value(Sentence::of(setting.takes())))?.to_toml()
        }
        Named::Field(id) => {
            // What the other fields say decides what this one may be.
            let mut draft = Draft::default();
            read::load(path, home).new.fill(&mut draft);
            match field_value(&draft, id, text, folder, home) {
                Ok(value) => {
                    if let Some(today) = judged_on {
                        judge(&draft, id, &value, today)?;
                    }
                    toml(&value::to_json(&value))
                }
                Err(Some(why)) => return Err(Failure::usage(why).hint(words::FIELD_HINT)),
                Err(None) => return Err(no_value(Sentence::of(words::EMPTY_HINT).with("key", key))),
            }
        }
    };
    change(path, |root| {
        let mut table = root;
        let (parents, last) = key.rsplit_once('.').map_or((None, key), |(parents, last)| (Some(parents), last));
        for step in parents.into_iter().flat_map(|parents| parents.split('.')) {
            let next = table.entry(step).or_insert_with(|| {
                let mut table = Table::new();
                table.set_implicit(true);
                Item::Table(table)
            });
            if let Item::Value(Toml::InlineTable(inline)) = next {
                *next = Item::Table(std::mem::take(inline).into_table());
            }
            let Some(inner) = next.as_table_mut() else { return false };
            table = inner;
        }
        match table.get_mut(last) {
            Some(Item::Value(old)) => {
                let decor = old.decor().clone();
                *old = value;
                *old.decor_mut() = decor;
            }
            _ => drop(table.insert(last, Item::Value(value))),
        }
        true
    })
}

/// Sees that a value which every new draft is to begin with is not wrong in itself, as `beian set` does.
fn judge(before: &Draft, id: FieldId, value: &Value, today: NaiveDate) -> Result<(), Failure> {
    let mut draft = before.clone();
    draft.set(id, Some(value.clone()));
    // What stands there already is given anew.
    let mut before = before.clone();
    before.set(id, None);
    match Judged::of(&before, &draft, &[id], today).wrong.first() {
        Some(finding) => Err(Failure::usage(wrong::sentence(finding)).hint(error::MISFIT_HINT)),
        None => Ok(()),
    }
}

/// Takes a key out of the file; `false` where it was not there.
///
/// # Errors
/// As [`set`].
pub fn unset(path: &Path, key: &str) -> Result<bool, Failure> {
    let mut was_there = false;
    change(path, |root| {
        was_there = remove(root, key);
        was_there
    })?;
    Ok(was_there)
}

fn remove(table: &mut dyn toml_edit::TableLike, key: &str) -> bool {
    let Some((first, rest)) = key.split_once('.') else {
        // A table is not one setting: what is in it was not named.
        let is_table = table.get(key).and_then(Item::as_table_like).is_some_and(|inner| !inner.is_empty());
        return !is_table && table.remove(key).is_some();
    };
    let Some(inner) = table.get_mut(first).and_then(Item::as_table_like_mut) else { return false };
    let was_there = remove(inner, rest);
    if was_there && inner.is_empty() {
        table.remove(first);
    }
    was_there
}

/// Changes the file where `edit` says that it did.
fn change(path: &Path, edit: impl FnOnce(&mut Table) -> bool) -> Result<(), Failure> {
    let unread = |trouble| {
        let why = Sentence::of(words::UNREADABLE).with("trouble", trouble);
        Failure::usage(Sentence::of(words::AT).with("path", error::path(path)).with("why", why)).hint(words::UNREADABLE_HINT)
    };
    let text = text_of(path).map_err(unread)?.unwrap_or_default();
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let (line, column, message) = codec::complaint(&text, &error);
        let said = |lang| toml_words::complaint(lang, &message);
        let why = Sentence::of(words::NO_TOML).with("message", Part::Both(said(Lang::Zh), said(Lang::En)));
        let place = Sentence::of(words::AT_PLACE).with("path", error::path(path)).with("line", line).with("column", column);
        Failure::usage(place.with("why", why)).hint(words::NO_TOML_HINT)
    })?;
    if !edit(document.as_table_mut()) {
        return Ok(());
    }
    // A link is followed, as with drafts: the settings stay where they are kept.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    make_private(folder_of(&target)).map_err(|trouble| Failure::not_written(path, trouble))?;
    atomic::write(&target, document.to_string().as_bytes(), PRIVATE, Target::Replace)
        .map(drop)
        .map_err(|failed| Failure::not_written(path, failed.error))
}

/// A value of JSON as TOML writes it.
fn toml(json: &Json) -> Toml {
    match json {
        Json::Bool(flag) => (*flag).into(),
        Json::Number(number) => number.as_i64().unwrap_or_default().into(),
        Json::Array(list) => Toml::Array(list.iter().map(toml).collect::<Array>()),
        Json::Object(entries) => {
            let mut table = InlineTable::new();
            for (key, value) in entries.iter().filter(|(_, value)| !value.is_null() && value.as_str() != Some("")) {
                table.insert(key, toml(value));
            }
            table.into()
        }
        Json::String(text) => text.as_str().into(),
        Json::Null => "".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_one_that_leads_nowhere_refused() {
        let place = tempfile::tempdir().unwrap();
        let (kept, path) = (place.path().join("dotfiles.toml"), place.path().join("config.toml"));
        std::os::unix::fs::symlink(&kept, &path).unwrap();
        let put = || set(&path, None, "language", Named::from_key("language").unwrap(), "en", None);
        assert!(put().is_err() && path.is_symlink() && !kept.exists());
        std::fs::write(&kept, "# mine\n").unwrap();
        put().unwrap();
        assert!(path.is_symlink() && unset(&path, "nothing").is_ok());
        let text = std::fs::read_to_string(&kept).unwrap();
        assert!(text.contains("language = \"en\"") && text.contains("# mine"), "{text}");
    }

    #[test]
    fn single_settings_change_and_the_rest_stays() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("beian").join("config.toml");
        let put = |key: &str, value: &str| set(&path, None, key, Named::from_key(key).unwrap(), value, "2026-11-30".parse().ok());
        put("language", "en").unwrap();
        put("new.owner.mobile", "13012340005").unwrap();
        put("new.subject.nature", "企业").unwrap();
        put("export.ascii_names", "是").unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("language = \"en\"\n") && text.contains("[new.owner]\nmobile = \"13012340005\""), "{text}");
        assert!(text.contains("[new.subject]\nnature = 4") && text.contains("[export]\nascii_names = true"), "{text}");
        std::fs::write(&path, format!("# mine\n{text}")).unwrap();
        put("language", "zh-CN").unwrap();
        assert!(put("language", "fr").is_err() && put("new.subject.nature", "nothing").is_err() && put("mouse", "").is_err());
        assert!(unset(&path, "new.owner.mobile").unwrap() && !unset(&path, "new.owner.mobile").unwrap());
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# mine\nlanguage = \"zh-CN\"\n") && !text.contains("owner"), "{text}");
        assert!(put("new.owner.mobile", "12").is_err(), "every draft would begin with what is wrong");
        assert!(set(&path, None, "new.owner.mobile", Named::from_key("new.owner.mobile").unwrap(), "12", None).is_ok());
        std::fs::write(&path, "language = ").unwrap();
        assert!(put("language", "en").is_err() && unset(&path, "language").is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "language = ", "what is no TOML is never written over");
    }
}
