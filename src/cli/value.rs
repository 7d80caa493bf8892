//! Values given on the command line, and values written so that they can be given again.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::catalog::filing_region::Region;
use crate::catalog::{self, filing_region};
use crate::cli::similar::similar;
use crate::filing::field::{List, WordList};
use crate::filing::{Approval, Draft, FieldId, Kind, Value};
use crate::identifiers::moment;
use crate::locale::value::{self as shown, LONG_TERM};
use crate::locale::{Lang, Text, import as said};
use crate::rules;
use crate::scan;
use crate::text::clean::one_line;
use crate::text::json::strict;
use crate::text::normalize::fold_fullwidth_str;
use crate::text::path::dropped;

/// What stands between several entries.
pub(super) const BETWEEN: [char; 5] = [',', '，', '、', ';', '；'];

/// What stands for a date without an end.
const NO_END: &str = "长期";

/// Where paths of scans come from and go to.
#[derive(Debug, Clone, Copy)]
pub struct Folders<'a> {
    /// The draft's.
    pub draft: &'a Path,
    /// The one relative paths on the command line are relative to.
    pub working: &'a Path,
    /// What `~/` stands for.
    pub home: Option<&'a Path>,
}

/// The value a text means in a field; `None` for an empty one, which clears the field. What does not fit the field is kept
/// as it was typed: the rules will say so.
#[must_use]
pub fn parse(draft: &Draft, id: FieldId, text: &str, folders: Folders<'_>) -> Option<Value> {
    let (text, _) = one_line(text);
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let odd = || Value::Invalid(text.to_owned());
    Some(match id.field().kind {
        Kind::Word(list) => word(list, text).map_or_else(odd, Value::from),
        Kind::Choice(list) => choice(draft, list, text).map_or_else(odd, Value::Code),
        Kind::Choices(list) if text.starts_with('[') => codes(draft, list, text).map_or_else(odd, Value::Codes),
        Kind::Approvals if text.starts_with('[') => approvals_json(text, folders).map_or_else(odd, Value::Approvals),
        Kind::Choices(list) => {
            choices(draft, list, text).map_or_else(odd, |chosen| Value::Codes(chosen.into_iter().map(|(_, code)| code).collect()))
        }
        Kind::Flag(_) => flag(text).map_or_else(odd, Value::Flag),
        Kind::Region => Value::Text(region(text).unwrap_or(text).to_owned()),
        Kind::Picture => Value::Text(file(text, folders)),
        Kind::Pictures(_) | Kind::Videos(_) => Value::Paths(files(text, folders)),
        Kind::Approvals => approvals(text, folders).map_or_else(odd, Value::Approvals),
        Kind::Date(true) if is_without_end(text) => Value::Text(NO_END.to_owned()),
        Kind::Text(_) | Kind::Date(_) | Kind::Time => rules::normalised(draft, id, &Value::Text(text.to_owned())),
    })
}

/// The value as it could be given to [`parse`] again.
#[must_use]
pub fn raw(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Invalid(text) => text.clone(),
        Value::Code(code) => code.to_string(),
        Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Value::Codes(codes) => codes.iter().map(u32::to_string).collect::<Vec<_>>().join(","),
        Value::Paths(paths) if paths.iter().any(|path| path.contains(',')) => json!(paths).to_string(),
        Value::Paths(paths) => paths.join(","),
        Value::Approvals(rows) => rows.iter().map(raw_approval).collect::<Vec<_>>().join(";"),
    }
}

/// The value for programs, in the draft's layout.
#[must_use]
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Text(text) | Value::Invalid(text) => json!(text),
        Value::Code(code) => json!(code),
        Value::Flag(flag) => json!(flag),
        Value::Codes(codes) => json!(codes),
        Value::Paths(paths) => json!(paths),
        Value::Approvals(rows) => {
            let row = |row: &Approval| json!({ "kind": row.kind, "number": row.number, "document": row.document });
            rows.iter().map(row).collect()
        }
    }
}

/// Whether this can be a value of the field at all: a choice that is on the list, a region there is, a day of the calendar. What the
/// rules say of it is another matter.
#[must_use]
pub fn fits(id: FieldId, value: &Value) -> bool {
    match (value, id.field().kind) {
        (Value::Invalid(_), _) => false,
        (Value::Code(code), Kind::Choice(list)) => list.name(*code).is_some(),
        (Value::Codes(codes), Kind::Choices(list)) => codes.iter().all(|code| list.name(*code).is_some()),
        (Value::Approvals(rows), _) => {
            let is_known = |kind: u32| catalog::prior_approvals().iter().any(|row| row.id == kind);
            rows.iter().all(|row| row.kind.is_none_or(is_known))
        }
        (Value::Text(code), Kind::Region) => filing_region::find(code).is_some(),
        (Value::Text(day), Kind::Date(may_be_open)) => {
            (may_be_open && day == NO_END) || chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok()
        }
        (Value::Text(time), Kind::Time) => moment::read(time).is_some(),
        _ => true,
    }
}

fn raw_approval(row: &Approval) -> String {
    let kind = row.kind.map(|kind| kind.to_string()).unwrap_or_default();
    match (row.number.as_str(), row.document.as_str()) {
        ("", "") => kind,
        (number, "") => format!("{kind}:{number}"),
        (number, document) => format!("{kind}:{number}:{document}"),
    }
}

/// The id a text means in the list of natures, by number or name.
#[must_use]
pub fn nature(text: &str) -> Option<u32> {
    choice(&Draft::default(), List::Natures, text)
}

pub(super) fn parts<'a>(text: &'a str, separators: &'a [char]) -> impl Iterator<Item = &'a str> {
    text.split(separators).map(str::trim).filter(|part| !part.is_empty())
}

/// A word of a list, by itself, by its name in either language, or by the platform's number where it has one.
#[must_use]
pub fn word(list: WordList, text: &str) -> Option<&'static str> {
    let is_meant = |word: &&str| {
        let named = |Text { zh, en }| text == zh || text.eq_ignore_ascii_case(en);
        text.eq_ignore_ascii_case(word) || list.name(word).is_some_and(named)
    };
    let numbered = || text.parse().ok().and_then(|number| list.numbered(number));
    list.words().iter().copied().find(is_meant).or_else(numbered)
}

/// Whether a text says in words that there is no end, as it is shown or as people write it in English.
fn is_without_end(text: &str) -> bool {
    let plain = text.to_lowercase().replace('-', " ");
    let known = ["no end date", "no end", "no expiry", "no expiration", "long term", "permanent", "indefinite"];
    text == LONG_TERM.zh || text.eq_ignore_ascii_case(LONG_TERM.en) || known.contains(&plain.as_str())
}

/// A switch in the words that people use for one.
#[must_use]
pub fn flag(text: &str) -> Option<bool> {
    // Behind it may stand what the wizard asks instead, as the answer is shown.
    let shown = text.split_once(['(', '（']).map_or(text, |(answer, _)| answer.trim());
    match shown.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "on" | "是" => Some(true),
        "no" | "n" | "false" | "0" | "off" | "否" | "不是" => Some(false),
        _ => None,
    }
}

/// A name without blanks, marks and case, by which labels are compared.
#[must_use]
pub fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The question that is named as people are asked it, where the draft keeps the contrary: by its short name in either language, with or without
/// its section, or as a key of the draft would be written (`answers.account_name_differs`).
#[must_use]
pub fn turned(name: &str) -> Option<FieldId> {
    let wanted = plain(name);
    let is_named = |id: &FieldId| {
        let field = id.field();
        let Some(Text { zh, en }) = field.contrary.map(|contrary| contrary.label) else { return false };
        let section = field.path.split('.').next().unwrap_or_default();
        let whole = [Lang::Zh, Lang::En].map(|lang| plain(&field.full_asked_label(lang)));
        [plain(zh), plain(en), format!("{}{}", plain(section), plain(en))].contains(&wanted) || whole.contains(&wanted)
    };
    FieldId::ALL.iter().copied().find(is_named)
}

/// The fields that are called so in either language: with their section before the name, or else by the name alone, which several may have.
#[must_use]
pub fn labelled(name: &str) -> Vec<FieldId> {
    let wanted = plain(name);
    let all = || FieldId::ALL.iter().copied();
    let whole = all().filter(|id| [Lang::Zh, Lang::En].iter().any(|lang| plain(&id.full_label(*lang)) == wanted));
    let short = all().filter(|id| [id.label().zh, id.label().en].iter().any(|label| plain(label) == wanted));
    let whole: Vec<FieldId> = whole.collect();
    if whole.is_empty() { short.collect() } else { whole }
}

/// An answer to what people are asked, as it is given for the contrary. What is no answer stays what it is.
#[must_use]
pub fn turned_round(text: &str) -> String {
    flag(text.trim()).map_or_else(|| text.to_owned(), |answer| if answer { "no" } else { "yes" }.to_owned())
}

/// An entry by number, by name in either language, or by the beginning of a name where only one begins so. A number nobody
/// knows stays a number.
pub(super) fn choice(draft: &Draft, list: List, text: &str) -> Option<u32> {
    if let Ok(id) = text.parse() {
        return Some(id);
    }
    // Which certificates there are hangs on the nature; before that is known, any of them is one.
    let is_open = list == List::SubjectCertificates && draft.code(FieldId::SubjectNature).is_none();
    let offered = if is_open { list.ids() } else { draft.options(list) };
    let named = |id: u32| list.name(id).map(|name| (id, name));
    by_name(text, offered.iter().copied().filter_map(named)).or_else(|| {
        // A company is an enterprise; the words that merely find a service content choose none.
        let wanted = text.to_lowercase();
        let is_called = |id: &u32| list != List::ServiceContents && list.also(*id).contains(&wanted.as_str());
        offered
            .iter()
            .copied()
            .find(is_called)
            .or_else(|| if list == List::ServiceContents { by_path(text, &offered) } else { None })
    })
}

/// No name of a service content with its group has as many bytes: a long text is none, and need not be compared with all of them.
const LONGEST_PATH: usize = 256;

/// The service content that a text names with its group, as letters and the sheet have it: 生活服务-家政.
pub(super) fn by_path(text: &str, offered: &[u32]) -> Option<u32> {
    const BETWEEN: [char; 8] = ['-', '/', '›', '>', '－', '—', '–', '→'];
    if text.len() > LONGEST_PATH || !text.contains(BETWEEN) {
        return None;
    }
    let plain = |text: &str| -> String {
        let joined = text.chars().map(|c| if BETWEEN.contains(&c) { '-' } else { c });
        joined.filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase()
    };
    let wanted = plain(text);
    let is_it =
        |id: &u32| [true, false].into_iter().filter_map(|zh| catalog::service_path(*id, zh)).any(|path| plain(&path) == wanted);
    offered.iter().copied().find(is_it)
}

/// The names, with their groups, of the service contents that one name fits; empty where it fits one or none.
#[must_use]
pub fn alternatives(list: List, text: &str, zh: bool) -> Vec<String> {
    let wanted = text.trim().to_lowercase();
    let is_it = |row: &&catalog::ServiceContent| row.name.zh == text.trim() || row.name.en.to_lowercase() == wanted;
    let found: Vec<u32> = catalog::service_contents().iter().filter(is_it).map(|row| row.id).collect();
    let several = list == List::ServiceContents && found.len() > 1;
    found.into_iter().filter(|_| several).filter_map(|id| catalog::service_path(id, zh)).collect()
}

/// What may be meant by a text that names no entry of a list: names that hold it or are spelled like it, and those that are found by it.
#[must_use]
pub fn choices_near(list: List, text: &str, zh: bool) -> Vec<String> {
    const MOST: usize = 4;
    let known = |part: &str| part.parse::<u32>().is_ok_and(|id| list.name(id).is_some());
    let name = |id: u32| match list {
        List::ServiceContents => catalog::service_path(id, zh),
        _ => list.name(id).map(|name| if zh { name.zh } else { name.en }.to_owned()),
    };
    let mut found: Vec<u32> = Vec::new();
    for part in parts(text, &BETWEEN) {
        if part.len() > LONGEST_PATH || known(part) {
            continue;
        }
        let wanted = part.to_lowercase();
        let is_word = |id: &&u32| list.also(**id).contains(&wanted.as_str());
        let holds = |id: &&u32| {
            let is_near = |Text { zh, en }: Text| zh.contains(part) || wanted.chars().count() > 2 && begins_word(en, &wanted);
            // The group, too, says what is meant: 餐饮.
            let path = |zh| catalog::service_path(**id, zh).filter(|_| list == List::ServiceContents).unwrap_or_default();
            let in_path = || path(true).contains(part) || wanted.chars().count() > 2 && begins_word(&path(false), &wanted);
            list.name(**id).is_some_and(is_near) || in_path()
        };
        let ids = list.ids();
        // What is the name itself needs no guess.
        let is_name = |id: &u32| list.name(*id).is_some_and(|name| name.zh == part || name.en.to_lowercase() == wanted);
        if ids.iter().any(is_name) || list == List::ServiceContents && by_path(part, &ids).is_some() {
            continue;
        }
        let before = found.len();
        found.extend(ids.iter().filter(is_word).chain(ids.iter().filter(holds)));
        if found.len() == before {
            let names: Vec<(u32, String)> = ids.iter().filter_map(|id| Some((*id, list.name(*id)?.en.to_lowercase()))).collect();
            let like = similar(&wanted, names.iter().map(|(_, name)| name.as_str()));
            found.extend(like.iter().filter_map(|like| names.iter().find(|(_, name)| name == like)).map(|(id, _)| *id));
        }
        if found.len() == before {
            // A part of what was typed is a name, or a word by which one is found: 网上点餐.
            let is_in = |id: &&u32| {
                let in_text = |word: &str| word.chars().count() > 1 && !word.is_ascii() && part.contains(word);
                list.name(**id).is_some_and(|name| in_text(name.zh)) || list.also(**id).into_iter().any(in_text)
            };
            found.extend(ids.iter().filter(is_in));
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|id| seen.insert(*id));
    cut(found.into_iter().filter_map(name).collect(), MOST, zh)
}

/// Whether a word of an English name, or several, begin so: "other" says nothing of mothers.
fn begins_word(name: &str, wanted: &str) -> bool {
    let name = name.to_lowercase();
    let begins = |at: usize| !name.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    name.match_indices(wanted).any(|(at, _)| begins(at))
}

/// The first of several names, and behind them how many more there are.
fn cut(mut names: Vec<String>, most: usize, zh: bool) -> Vec<String> {
    let left = names.len().saturating_sub(most);
    if left > 0 {
        names.truncate(most);
        let lang = if zh { Lang::Zh } else { Lang::En };
        names.push(said::AND_MORE.with(lang, &[("count", &left)]));
    }
    names
}

fn by_name(text: &str, entries: impl Iterator<Item = (u32, Text)>) -> Option<u32> {
    let wanted = text.to_lowercase();
    let entries: Vec<(u32, Text)> = entries.collect();
    let only = |fits: &dyn Fn(&Text) -> bool| {
        let mut ids = entries.iter().filter(|(_, name)| fits(name)).map(|(id, _)| *id);
        ids.next().filter(|_| ids.next().is_none())
    };
    only(&|name| name.zh == text || name.en.to_lowercase() == wanted)
        .or_else(|| only(&|name| name.zh.starts_with(text) || name.en.to_lowercase().starts_with(&wanted)))
}

/// Several entries, separated by commas or semicolons. A name may hold separators itself: the longest run of parts that is a name is one.
/// Each with what was typed for it.
pub(super) fn choices<'t>(draft: &Draft, list: List, text: &'t str) -> Option<Vec<(&'t str, u32)>> {
    let is_between = |c: char| BETWEEN.contains(&c);
    let mut ends: Vec<usize> = text.match_indices(is_between).map(|(at, _)| at).collect();
    ends.push(text.len());
    let mut codes = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let rest = text.get(from..)?;
        let named = |end: &usize| {
            let typed = text.get(from..*end)?.trim();
            choice(draft, list, typed).map(|code| ((typed, code), *end))
        };
        if let Some(separator) = rest.chars().next().filter(|c| is_between(*c) || c.is_whitespace()) {
            from += separator.len_utf8();
            continue;
        }
        let (named, end) = ends.iter().rev().filter(|end| **end > from).find_map(named)?;
        codes.push(named);
        from = end;
    }
    Some(codes)
}

/// A district by its code, its full name, or its own name where only one has it.
pub(super) fn region(text: &str) -> Option<&'static str> {
    let text = &fold_fullwidth_str(text);
    let or_its_only_district = |region: &'static Region| filing_region::sole_district(region).unwrap_or(region).code();
    if let Some(region) = filing_region::find(text) {
        return Some(or_its_only_district(region));
    }
    let compact = compact(text);
    let districts = || filing_region::regions().iter().filter(|region| region.level == 3 && !region.double);
    let only = |fits: &dyn Fn(&str, &str) -> bool| {
        let mut found = districts().filter(|region| fits(region.code(), region.name())).map(|region| region.code());
        found.next().filter(|_| found.next().is_none())
    };
    let with_all = |code: &str| filing_region::path(code).iter().map(|region| region.name()).collect::<String>();
    let in_full = only(&|code, _| filing_region::full_name(code) == compact || with_all(code) == compact);
    // What is the name of a city, too, or spelled as one, says no district: who writes Suzhou does not mean 肃州区.
    let by_name = || match filing_region::upper(&compact).or_else(|| filing_region::upper(text)) {
        Some(upper) => filing_region::sole_district(upper).map(|district| district.code()),
        None => only(&|_, name| name == compact).or_else(|| {
            filing_region::orders(text).find_map(|order| located(&self::compact(&order)).or_else(|| spelled(&order)))
        }),
    };
    in_full.or_else(by_name).or_else(|| region(read_aloud(text)?))
}

/// A name of a region without what may stand between its parts.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '/' | '-' | ',' | '，' | '、')).collect()
}

/// A region without the reading that stands behind it where it is shown in English.
fn read_aloud(text: &str) -> Option<&str> {
    let (name, reading) = text.strip_suffix(')')?.rsplit_once(" (")?;
    (!name.is_empty() && reading.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '-'))).then_some(name)
}

/// Districts that may be meant by a text that names none, with their codes; with their reading for whom `zh` is not.
#[must_use]
pub fn regions_near(text: &str, zh: bool) -> Vec<String> {
    const MOST: usize = 8;
    let mut near = filing_region::orders(text).map(|order| filing_region::districts_near(&order, usize::MAX));
    let near = near.find(|near| !near.is_empty()).unwrap_or_default();
    let lang = if zh { Lang::Zh } else { Lang::En };
    let found = near.into_iter().map(|region| format!("{} {}", shown::region(lang, region), region.code()));
    cut(found.collect(), MOST, zh)
}

/// The one district that is spelled out in pinyin, from the province down.
fn spelled(text: &str) -> Option<&'static str> {
    filing_region::spelled(text).map(|region| region.code())
}

/// The one district that a name with upper levels left out or shortened means: 深圳市南山区.
fn located(text: &str) -> Option<&'static str> {
    let found = filing_region::locate(text)?;
    (found.rest.is_empty() && found.region.level == 3 && !found.region.double).then_some(found.region.code())
}

/// Several paths: separated by commas, or a JSON list where a name has one.
fn files(text: &str, folders: Folders<'_>) -> Vec<String> {
    let listed: Option<Vec<String>> = text.starts_with('[').then(|| serde_json::from_str(text).ok()).flatten();
    match listed {
        Some(paths) => paths.iter().filter(|path| !path.is_empty()).map(|path| file(path, folders)).collect(),
        None => parts(text, &[',', '，']).map(|part| file(part, folders)).collect(),
    }
}

/// A path as it stands in a draft: relative to the draft's folder where that leads to a file, else to the working folder's.
fn file(text: &str, folders: Folders<'_>) -> String {
    let path = dropped(text);
    let from_working = folders.working.join(&path);
    if scan::resolve(folders.draft, folders.home, &path).exists() || !from_working.exists() {
        return path;
    }
    scan::relative_to(folders.draft, folders.home, &from_working).unwrap_or(path)
}

/// A JSON list of ids and names.
fn codes(draft: &Draft, list: List, text: &str) -> Option<Vec<u32>> {
    let entries: Vec<Json> = serde_json::from_str(text).ok()?;
    let code = |entry: &Json| match entry {
        Json::String(name) => choice(draft, list, name),
        entry => entry.as_u64().and_then(|id| u32::try_from(id).ok()),
    };
    entries.iter().map(code).collect()
}

/// A JSON list of rows, as [`to_json`] writes it; names that no separator can part.
fn approvals_json(text: &str, folders: Folders<'_>) -> Option<Vec<Approval>> {
    // A key that stands twice in a row makes it none.
    let Json::Array(rows) = strict(text).ok()? else { return None };
    let row = |row: &Json| {
        let row = row.as_object()?;
        if row.keys().any(|key| !["kind", "number", "document"].contains(&key.as_str())) {
            return None;
        }
        let text = |key: &str| row.get(key).and_then(Json::as_str).unwrap_or_default().trim().to_owned();
        let kind = match row.get("kind")? {
            Json::String(name) => approval_kind(name)?,
            kind => kind.as_u64().and_then(|id| u32::try_from(id).ok())?,
        };
        let document = text("document");
        let document = if document.is_empty() { document } else { file(&document, folders) };
        Some(Approval { kind: Some(kind), number: text("number"), document })
    };
    rows.iter().map(row).collect()
}

/// Rows `kind[:number[:document]]`, separated by semicolons.
fn approvals(text: &str, folders: Folders<'_>) -> Option<Vec<Approval>> {
    parts(text, &[';', '；']).map(|row| approval(row, folders)).collect()
}

/// The kind of approval that a text means, by number or name.
pub(super) fn approval_kind(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| by_name(text, catalog::prior_approvals().iter().map(|row| (row.id, row.name))))
}

fn approval(row: &str, folders: Folders<'_>) -> Option<Approval> {
    let mut columns = row.splitn(3, [':', '：']).map(str::trim);
    let kind = columns.next().filter(|kind| !kind.is_empty())?;
    let kind = approval_kind(kind)?;
    let number = columns.next().unwrap_or_default().to_owned();
    let document = columns.next().filter(|path| !path.is_empty()).map(|path| file(path, folders)).unwrap_or_default();
    Some(Approval { kind: Some(kind), number, document })
}

#[cfg(test)]
#[path = "value_tests.rs"]
mod tests;
