//! TOML ↔ draft.
//!
//! A [`Document`] holds the text's structure and the draft that was read from it. [`Document::update`] writes only what
//! differs, so that comments, order, spelling and unknown keys survive. What does not fit a field's
//! kind is read as [`Value::Invalid`] and stays in the file as it stood until the person changes that field.

mod array;
mod direct;
mod glance;
mod json;
mod keys;
mod lists;
mod place;
mod read;
mod reasons;
mod replaced;
mod rows;
mod upgrade;
mod whereabouts;
mod write;

use thiserror::Error;
use toml_edit::{DocumentMut, Item, Table, TableLike};

pub use self::direct::{Record, parse_record};
pub use self::glance::{Glance, glance};
pub use self::json::{JsonError, parse_json};
pub use self::lists::Unread;
#[cfg(any(test, feature = "internals"))]
pub use self::lists::Unreadable;
use self::lists::{Entry, read_all, write_all};
pub use self::upgrade::FORMAT;
pub use self::whereabouts::whereabouts;
use super::schema;
use crate::filing::field::table;
use crate::filing::{Confirmation, Draft, Event, FieldId, Value};
use crate::text::position::position;

/// Which form a part of the file must have for the fields in it to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A table, e.g. `[subject]`.
    Table,
    /// A list of tables, e.g. `[[events]]`.
    Tables,
}

/// Why a text is no draft. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodecError {
    /// It is not TOML.
    #[error("line {line}, column {column}: {message}")]
    NotToml {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What the parser said, in English.
        message: String,
    },
    /// A part that holds fields is something else, e.g. `subject = "me"`.
    #[error("line {line}, column {column}: `{path}` is not a {expected:?}")]
    WrongShape {
        /// The part, e.g. `subject.certificate`.
        path: String,
        /// What it has to be.
        expected: Shape,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// `format` is not a whole number from 1.
    #[error("line {line}: `format` is {found}")]
    BadFormat {
        /// What it is, as it stands in the file.
        found: String,
        /// The line.
        line: usize,
    },
    /// A newer version of this program wrote it.
    #[error("format {found}, newer than {known}")]
    NewerFormat {
        /// Its format.
        found: i64,
        /// The newest format this program knows.
        known: i64,
    },
}

/// The fields that would not read back as they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFaithful {
    /// Their paths, and `events` for the story.
    pub fields: Vec<String>,
}

/// A draft's text, taken apart, and the draft in it.
#[derive(Debug, Clone)]
pub struct Document {
    toml: DocumentMut,
    draft: Draft,
    unread: Vec<Unread>,
    byte_order_mark: bool,
    crlf: bool,
}

impl Default for Document {
    /// A document without content.
    fn default() -> Self {
        Self { toml: DocumentMut::new(), draft: Draft::default(), unread: Vec::new(), byte_order_mark: false, crlf: false }
    }
}

/// Takes a text apart.
///
/// # Errors
/// When it is not TOML, a part that holds fields is no table, or its format is unknown.
pub fn parse(text: &str) -> Result<Document, CodecError> {
    let byte_order_mark = text.starts_with('\u{feff}');
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Worked on with plain line ends, so that texts of several lines mean the same everywhere; given back as they were.
    let ends = text.matches("\r\n").count();
    let crlf = ends * 2 > text.matches('\n').count();
    let plain = if ends > 0 { text.replace("\r\n", "\n") } else { text.to_owned() };

    let spanned = toml_edit::Document::parse(plain.as_str()).map_err(|error| {
        let (line, column, message) = complaint(&plain, &error);
        CodecError::NotToml { line, column, message }
    })?;
    check_shapes(&plain, spanned.as_table())?;
    let format = upgrade::format_of(spanned.as_table(), &plain)?;
    let lines = lists::event_lines(spanned.as_table(), &plain);

    let mut document = Document { toml: spanned.into_mut(), byte_order_mark, crlf, ..Document::default() };
    document.read(format);
    for event in &mut document.unread {
        event.line = lines.get(event.index).copied().flatten();
    }
    Ok(document)
}

/// Line and column of what makes a text no TOML, and what it is, in English: the parser's words, but for a control character, which it
/// blames on the string around it, and a number without digits.
#[must_use]
pub fn complaint(text: &str, error: &toml_edit::TomlError) -> (usize, usize, String) {
    let span = error.span().unwrap_or_default();
    let (line, column) = position(text, span.start);
    let rest = text.get(span.start..).unwrap_or_default();
    let near = rest.char_indices().take_while(|(at, _)| *at <= span.len());
    // A prefix alone is said to be too large a number.
    let written = text.get(span.clone()).unwrap_or_default().trim();
    let base = [("0x", "hexadecimal"), ("0o", "octal"), ("0b", "binary")].into_iter().find(|(prefix, _)| *prefix == written);
    if let Some((_, base)) = base {
        return (line, column, format!("{base} number without digits"));
    }
    match near.map(|(_, c)| c).find(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
        Some(c) => (line, column, format!("control character U+{:04X}", u32::from(c))),
        None => (line, column, error.message().to_owned()),
    }
}

impl Draft {
    /// The draft in a TOML text. A value that does not fit its field is kept as it stands, for the rules to report.
    ///
    /// # Errors
    /// When the text is not TOML, has not the shape of a draft, or was written by a newer version; the error names the place.
    pub fn from_toml(text: &str) -> Result<Self, CodecError> {
        parse(text).map(|document| document.draft().clone())
    }
}

/// A document from a table that stands in no text.
///
/// # Errors
/// As [`parse`]; places in them mean nothing.
fn from_table(table: Table) -> Result<Document, CodecError> {
    check_shapes("", &table)?;
    let format = upgrade::format_of(&table, "")?;
    let mut document = Document { toml: table.into(), ..Document::default() };
    document.read(format);
    Ok(document)
}

/// The text of a draft that has no file yet.
#[must_use]
pub fn document_of(draft: &Draft) -> Document {
    let mut document = Document::default();
    document.update(draft);
    document
}

/// The text of a new draft, which names the schema in its first line where that lies beside it.
#[must_use]
pub fn new_document(draft: &Draft, has_schema: bool) -> Document {
    let document = document_of(draft);
    if has_schema { document.naming_schema() } else { document }
}

impl Document {
    /// The same with a first line that names the schema, for editors.
    #[must_use]
    pub(super) fn naming_schema(mut self) -> Self {
        let first = self.toml.iter().next().map(|(key, _)| key.to_owned());
        if let Some(mut key) = first.and_then(|first| self.toml.key_mut(&first)) {
            let decor = key.leaf_decor_mut();
            let before = decor.prefix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
            decor.set_prefix(schema::directive() + &before);
        }
        self
    }

    /// The draft, as read or as last updated.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Entries of `[[events]]` that are no events; they stay in the file as they are.
    #[must_use]
    pub fn unread_events(&self) -> &[Unread] {
        &self.unread
    }

    /// Paths of what means nothing to this program, e.g. misspelt keys and confirmations without a rule; it stays in the file
    /// as it is.
    #[must_use]
    pub fn unknown_keys(&self) -> Vec<String> {
        let mut unknown = Vec::new();
        collect_unknown(self.toml.as_table(), "", &mut unknown);
        let unread = read_all::<Confirmation>(self.toml.as_table()).1;
        unknown.extend(unread.iter().map(|entry| format!("{}[{}]", Confirmation::KEY, entry.index)));
        unknown
    }

    /// What stands under a key of the outermost table that means nothing to this program, where it is a text or a whole number.
    #[must_use]
    pub fn extra(&self, key: &str) -> Option<serde_json::Value> {
        match self.toml.get(key)?.as_value()? {
            toml_edit::Value::String(text) => Some(text.value().as_str().into()),
            toml_edit::Value::Integer(number) => Some((*number.value()).into()),
            _ => None,
        }
    }

    /// Writes what differs between the draft that was read and this one, and nothing else.
    pub fn update(&mut self, draft: &Draft) {
        if *draft == self.draft {
            return;
        }
        upgrade::stamp(self.toml.as_table_mut());
        let mut orphans = String::new();
        for id in FieldId::ALL.iter().copied() {
            let (old, new) = (self.draft.get(id), draft.get(id));
            if old != new {
                orphans += &write::set(self.toml.as_table_mut(), id.path(), id.field().kind, (old, new));
            }
            let (old, new) = (self.draft.recorded(id), draft.recorded(id));
            if old != new {
                orphans += &write::set(self.toml.as_table_mut(), &place::recorded(id), id.field().kind, (old, new));
            }
        }
        if self.draft.events != draft.events {
            orphans += &write_all(self.toml.as_table_mut(), &draft.events);
        }
        if self.draft.confirmed != draft.confirmed {
            orphans += &write_all(self.toml.as_table_mut(), &draft.confirmed);
        }
        if !orphans.is_empty() {
            let trailing = self.toml.trailing().as_str().unwrap_or_default().to_owned();
            self.toml.set_trailing(orphans + &trailing);
        }
        self.draft = draft.clone();
        self.unread = read_all::<Event>(self.toml.as_table()).1;
    }

    /// The text. [`Document::faithful_text`] is the one to save.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = self.toml.to_string();
        if self.crlf {
            text = text.replace('\n', "\r\n");
        }
        if self.byte_order_mark {
            text.insert(0, '\u{feff}');
        }
        text
    }

    /// The text, after it was read back and found to hold the same draft: a bug must not reach the disk.
    ///
    /// # Errors
    /// When it does not read back as the same draft, naming the fields.
    pub fn faithful_text(&self) -> Result<String, NotFaithful> {
        let text = self.to_text();
        let back = parse(&text).map_err(|error| NotFaithful { fields: vec![error.to_string()] })?;
        let differs = |id: &FieldId| !read::same(id.field().kind, self.draft.get(*id), back.draft.get(*id));
        let mut fields: Vec<String> = FieldId::ALL.iter().filter(|id| differs(id)).map(|id| id.path().to_owned()).collect();
        let differs = |id: &FieldId| !read::same(id.field().kind, self.draft.recorded(*id), back.draft.recorded(*id));
        fields.extend(FieldId::ALL.iter().copied().filter(differs).map(place::recorded));
        if back.draft.events != self.draft.events || back.unread.len() != self.unread.len() {
            fields.push(Event::KEY.to_owned());
        }
        if back.draft.confirmed != self.draft.confirmed {
            fields.push(Confirmation::KEY.to_owned());
        }
        if back.unknown_keys() != self.unknown_keys() {
            fields.push("*".to_owned());
        }
        if fields.is_empty() { Ok(text) } else { Err(NotFaithful { fields }) }
    }

    /// Reads the draft out of the table, which is of this layout.
    fn read(&mut self, format: i64) {
        upgrade::upgrade(&mut self.toml, format);
        self.draft = self.read_values();
        (self.draft.events, self.unread) = read_all(self.toml.as_table());
        self.draft.confirmed = read_all::<Confirmation>(self.toml.as_table()).0;
    }

    fn read_values(&self) -> Draft {
        let mut draft = Draft::default();
        for id in FieldId::ALL.iter().copied() {
            let value: Option<Value> =
                place::find(self.toml.as_table(), id.path()).and_then(|item| read::value(id.field().kind, item));
            draft.set(id, value);
        }
        if self.toml.get("record").is_some() {
            for field in table().iter().filter(|field| field.is_recorded()) {
                let item = place::find(self.toml.as_table(), &place::recorded(field.id));
                draft.set_recorded(field.id, item.and_then(|item| read::value(field.kind, item)));
            }
        }
        draft
    }
}

/// Fields are only found in tables: anything else in a table's place would hide them, and saving would destroy it.
fn check_shapes(text: &str, root: &Table) -> Result<(), CodecError> {
    let wrong = |path: &str, expected, item: &Item| {
        let (line, column) = position(text, item.span().map_or(0, |span| span.start));
        Err(CodecError::WrongShape { path: path.to_owned(), expected, line, column })
    };
    for path in place::parents() {
        match place::find(root, path) {
            Some(item) if !item.is_table_like() => return wrong(path, Shape::Table, item),
            _ => {}
        }
    }
    for key in lists::KEYS {
        match root.get(key) {
            Some(item) if !item.is_array() && !item.is_array_of_tables() => return wrong(key, Shape::Tables, item),
            _ => {}
        }
    }
    Ok(())
}

fn collect_unknown(table: &dyn TableLike, prefix: &str, unknown: &mut Vec<String>) {
    for (key, item) in table.iter() {
        let path = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
        if FieldId::from_path(&path).is_some()
            || place::recorded_at(&path).is_some()
            || path == upgrade::KEY
            || lists::KEYS.contains(&path.as_str())
        {
            continue;
        }
        match item.as_table_like() {
            Some(inner) if place::parents().contains(&path) => collect_unknown(inner, &path, unknown),
            _ => unknown.push(path),
        }
    }
}

#[cfg(test)]
mod tests;
