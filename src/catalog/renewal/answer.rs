//! The answers of the platform's list interfaces (`wechat-api.md` sections 2 and 9), read strictly: an answer that is cut off, an
//! error or something else altogether must not become a list.

use serde_json::{Map, Value as Json, json};

use super::{ListId, Row};
use crate::catalog::{approval, nature};
use crate::text::normalize::is_invisible;

/// A larger text is no list: the longest has a quarter of a megabyte.
pub const MOST_BYTES: usize = 10 << 20;
/// More rows than any list will ever have.
const MOST_ROWS: usize = 15_000;
/// More characters than any name has.
const LONGEST_NAME: usize = 60;

/// Why a text is no list that can be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Untrusted {
    /// Larger than [`MOST_BYTES`].
    TooLarge,
    /// Not UTF-8.
    NotUtf8,
    /// Not JSON, from this line and column on.
    NotJson(usize, usize),
    /// The platform answered with an error: its code and message.
    ErrorAnswer(i64, String),
    /// No `items`, or none in it.
    NoItems,
    /// Like none of the five lists.
    UnknownShape,
    /// The row with this number, from 1, lacks this key or has something else than its kind in it.
    BadRow(usize, &'static str),
    /// The name or remark of this id is empty, too long or has control characters.
    BadText(u32),
    /// The id stands twice.
    Twice(u32),
    /// The id belongs to something that is not there.
    NoParent(u32, u32),
    /// Nothing can be chosen below the province, city or group.
    Childless(u32),
    /// More rows than such a list has.
    TooManyRows(usize),
    /// So many of the list's rows are missing.
    HalfGone(usize, usize),
    /// So many of the list's rows have another name.
    MostRenamed(usize, usize),
    /// A row that rules depend on is missing: its id and name.
    Missing(u32, &'static str),
    /// An id that rules depend on means something else: its id, the name known and the name given.
    MeansSomethingElse(u32, String, String),
}

/// Reads an answer: which list it is, by its shape, and the rows in their order.
///
/// # Errors
/// The first reason why it is no such answer.
pub fn read(bytes: &[u8]) -> Result<(ListId, Vec<Row>), Untrusted> {
    if bytes.len() > MOST_BYTES {
        return Err(Untrusted::TooLarge);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // Cut off within a character: what is wrong is that the end is missing.
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
        Err(_) => return Err(Untrusted::NotUtf8),
    };
    let text = text.trim_start_matches('\u{FEFF}');
    let json: Json = serde_json::from_str(text).map_err(|error| Untrusted::NotJson(error.line(), error.column()))?;
    rows(&json)
}

/// The same, of an answer that is JSON already.
///
/// # Errors
/// As [`read`].
pub fn rows(answer: &Json) -> Result<(ListId, Vec<Row>), Untrusted> {
    if let Some(code) = answer.get("errcode").filter(|code| code.as_i64() != Some(0)) {
        let message = answer.get("errmsg").and_then(Json::as_str).unwrap_or_default();
        return Err(Untrusted::ErrorAnswer(code.as_i64().unwrap_or(-1), message.to_owned()));
    }
    let items = answer.get("items").and_then(Json::as_array).filter(|items| !items.is_empty()).ok_or(Untrusted::NoItems)?;
    if items.len() > MOST_ROWS {
        return Err(Untrusted::TooManyRows(items.len()));
    }
    let items: Vec<&Map<String, Json>> =
        items.iter().map(Json::as_object).collect::<Option<_>>().ok_or(Untrusted::UnknownShape)?;
    let list = recognise(&items).ok_or(Untrusted::UnknownShape)?;
    let rows = match list {
        ListId::Districts => tree(&items)?,
        _ => items.iter().enumerate().map(|(at, item)| row(list, at + 1, item)).collect::<Result<_, _>>()?,
    };
    sound(list, &rows)?;
    Ok((list, rows))
}

/// Which list it is: each has a key of its own, but for natures and approvals, which are told apart by what is in them.
fn recognise(items: &[&Map<String, Json>]) -> Option<ListId> {
    let first = items.first()?;
    if first.contains_key("sub_list") || first.contains_key("code") {
        return Some(ListId::Districts);
    }
    if first.contains_key("parent_type") {
        return Some(ListId::ServiceContents);
    }
    if first.contains_key("subject_type") {
        return Some(ListId::Certificates);
    }
    let name = |item: &Map<String, Json>| item.get("name").and_then(Json::as_str).unwrap_or_default().to_owned();
    let known = |list: &[&str]| items.iter().filter(|item| list.contains(&name(item).as_str())).count();
    let natures: Vec<&str> = nature::BUILT_IN.iter().map(|row| row.name.zh).collect();
    let approvals: Vec<&str> = approval::BUILT_IN.iter().map(|row| row.name.zh).collect();
    match (known(&natures), known(&approvals)) {
        (0, 0) => None,
        (natures, approvals) if natures > approvals => Some(ListId::Natures),
        _ => Some(ListId::Approvals),
    }
}

fn row(list: ListId, at: usize, item: &Map<String, Json>) -> Result<Row, Untrusted> {
    let id = number(item, "type").ok_or(Untrusted::BadRow(at, "type"))?;
    let parent = match list {
        ListId::Certificates => number(item, "subject_type").ok_or(Untrusted::BadRow(at, "subject_type"))?,
        ListId::ServiceContents => number(item, "parent_type").ok_or(Untrusted::BadRow(at, "parent_type"))?,
        _ => 0,
    };
    let name = text(item, "name").ok_or(Untrusted::BadRow(at, "name"))?;
    let remark =
        if item.contains_key("remark") { text(item, "remark").ok_or(Untrusted::BadRow(at, "remark"))? } else { String::new() };
    Ok(Row { id, parent, name, remark })
}

/// Provinces with their cities with their districts, one after the other.
fn tree(items: &[&Map<String, Json>]) -> Result<Vec<Row>, Untrusted> {
    let mut rows = Vec::new();
    branch(items.iter().copied(), 1, 0, &mut rows)?;
    Ok(rows)
}

fn branch<'a>(
    items: impl Iterator<Item = &'a Map<String, Json>>,
    level: u32,
    parent: u32,
    rows: &mut Vec<Row>,
) -> Result<(), Untrusted> {
    for item in items {
        let at = rows.len() + 1;
        let code = number(item, "code").ok_or(Untrusted::BadRow(at, "code"))?;
        if !(100_000..1_000_000).contains(&code) {
            return Err(Untrusted::BadRow(at, "code"));
        }
        if item.contains_key("type") && number(item, "type") != Some(level) {
            return Err(Untrusted::BadRow(at, "type"));
        }
        // Codes of a branch begin alike, so that sorting by code keeps every branch together.
        let shared = if level == 2 { 10_000 } else { 100 };
        if parent != 0 && code / shared != parent / shared {
            return Err(Untrusted::NoParent(code, parent));
        }
        let name = text(item, "name").ok_or(Untrusted::BadRow(at, "name"))?;
        rows.push(Row { id: code, parent, name, remark: String::new() });
        if rows.len() > MOST_ROWS {
            return Err(Untrusted::TooManyRows(rows.len()));
        }
        let below = match item.get("sub_list") {
            None | Some(Json::Null) => &[],
            Some(list) => list.as_array().ok_or(Untrusted::BadRow(at, "sub_list"))?.as_slice(),
        };
        if below.is_empty() != (level == 3) {
            return Err(if level == 3 { Untrusted::BadRow(at, "sub_list") } else { Untrusted::Childless(code) });
        }
        let below: Vec<&Map<String, Json>> =
            below.iter().map(Json::as_object).collect::<Option<_>>().ok_or(Untrusted::BadRow(at, "sub_list"))?;
        branch(below.into_iter(), level + 1, code, rows)?;
    }
    Ok(())
}

/// What holds for every list: each id once, names that can be shown, parents that are there.
fn sound(list: ListId, rows: &[Row]) -> Result<(), Untrusted> {
    let mut ids: Vec<u32> = rows.iter().map(|row| row.id).collect();
    ids.sort_unstable();
    if let Some([id, _]) = ids.windows(2).find(|pair| pair.first() == pair.last()) {
        return Err(Untrusted::Twice(*id));
    }
    let shown = |text: &str| !text.chars().any(|c| c.is_control() || is_invisible(c));
    for row in rows {
        let fits = !row.name.is_empty() && row.name.chars().count() <= LONGEST_NAME;
        if !fits || !shown(&row.name) || !shown(&row.remark) {
            return Err(Untrusted::BadText(row.id));
        }
    }
    if list == ListId::ServiceContents {
        let is_group = |id: u32| rows.iter().any(|row| row.id == id && row.parent == 0);
        if let Some(lost) = rows.iter().find(|row| row.parent != 0 && !is_group(row.parent)) {
            return Err(Untrusted::NoParent(lost.id, lost.parent));
        }
        if let Some(group) = rows.iter().find(|group| group.parent == 0 && !rows.iter().any(|row| row.parent == group.id)) {
            return Err(Untrusted::Childless(group.id));
        }
    }
    Ok(())
}

/// A whole number, also one written as text.
fn number(item: &Map<String, Json>, key: &str) -> Option<u32> {
    match item.get(key)? {
        Json::Number(number) => number.as_u64().and_then(|number| u32::try_from(number).ok()),
        Json::String(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok(),
        _ => None,
    }
}

/// A text in one line, without blanks around it.
fn text(item: &Map<String, Json>, key: &str) -> Option<String> {
    let text = item.get(key)?.as_str()?;
    Some(text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

/// The rows as an answer of the platform, which [`rows`] reads again.
#[must_use]
pub fn written(list: ListId, rows: &[Row]) -> Json {
    let items: Vec<Json> = match list {
        ListId::Districts => written_branch(rows, 0, 1),
        _ => rows.iter().map(|row| written_row(list, row)).collect(),
    };
    json!({ "errcode": 0, "items": items })
}

fn written_row(list: ListId, row: &Row) -> Json {
    let mut item = json!({ "type": row.id, "name": row.name });
    match list {
        ListId::Certificates => item["subject_type"] = row.parent.into(),
        ListId::ServiceContents => item["parent_type"] = row.parent.into(),
        _ => {}
    }
    if list != ListId::Approvals {
        item["remark"] = row.remark.as_str().into();
    }
    item
}

fn written_branch(rows: &[Row], parent: u32, level: u32) -> Vec<Json> {
    // Rows of a branch follow its head, so each is looked for only there.
    let mut items = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.parent == parent) {
        let mut item = json!({ "type": level, "code": row.id, "name": row.name });
        if level < 3 {
            let rest = rows.get(at + 1..).unwrap_or_default();
            let end = rest.iter().position(|other| other.parent == parent).unwrap_or(rest.len());
            item["sub_list"] = written_branch(rest.get(..end).unwrap_or_default(), row.id, level + 1).into();
        }
        items.push(item);
    }
    items
}
