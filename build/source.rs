//! Reading the files under `assets/` and writing the generated tables.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::PathBuf;
use std::str::FromStr;
use std::{env, fs};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::vocabulary::Vocabulary;

/// A result whose error only has to be printed: it stops the build.
pub type Fallible<T> = Result<T, Box<dyn Error>>;

/// Where the lists are read from and the tables are written to.
pub struct Sources {
    crate_dir: PathBuf,
    out_dir: PathBuf,
}

impl Sources {
    /// Takes both folders from what Cargo tells a build script.
    pub fn from_environment() -> Fallible<Self> {
        let crate_dir = env::var_os("CARGO_MANIFEST_DIR").ok_or("CARGO_MANIFEST_DIR is not set")?;
        let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
        Ok(Self::at(crate_dir, out_dir))
    }

    /// Reads below one folder and writes into another.
    pub fn at(crate_dir: impl Into<PathBuf>, out_dir: impl Into<PathBuf>) -> Self {
        Self { crate_dir: crate_dir.into(), out_dir: out_dir.into() }
    }

    fn text(&self, path: &str) -> Fallible<String> {
        println!("cargo::rerun-if-changed={path}");
        fs::read_to_string(self.crate_dir.join(path)).map_err(|error| format!("{path}: {error}").into())
    }

    /// Reads a TOML file, with the path given from the crate's folder.
    pub fn toml(&self, path: &'static str) -> Fallible<Document> {
        // Tables borrow the text they came from. A build script reads a dozen files and ends: they may stay.
        let text: &'static str = Box::leak(self.text(path)?.into_boxed_str());
        let root = DeTable::parse(text).map_err(|error| {
            let line = line_of(text, error.span().map_or(0, |span| span.start));
            format!("{path}:{line}: {}", error.message())
        })?;
        Ok(Document { path, text, table: root.into_inner() })
    }

    /// Reads a CSV file without quoting, whose first line must be `header`.
    pub fn csv(&self, path: &'static str, header: &str) -> Fallible<Vec<Record>> {
        let text = self.text(path)?;
        let mut lines = text.lines().enumerate();
        if lines.next().map(|(_, line)| line) != Some(header) {
            return Err(format!("{path}:1: the first line must be {header:?}").into());
        }
        let columns = header.split(',').count();
        let mut records = Vec::new();
        for (index, line) in lines.filter(|(_, line)| !line.is_empty()) {
            let record = Record { path, line: index + 1, cells: line.split(',').map(str::to_owned).collect() };
            if record.cells.len() != columns {
                return Err(record.wrong(&format!("{columns} fields are wanted")));
            }
            records.push(record);
        }
        Ok(records)
    }

    /// Writes one generated file.
    pub fn write(&self, name: &str, text: &str) -> Fallible<()> {
        Ok(fs::write(self.out_dir.join(name), text)?)
    }
}

/// One line of a CSV file.
pub struct Record {
    path: &'static str,
    line: usize,
    /// Its fields, as many as the header has.
    pub cells: Vec<String>,
}

impl Record {
    /// An error that names the file and the line.
    pub fn wrong(&self, what: &str) -> Box<dyn Error> {
        format!("{}:{}: {what}", self.path, self.line).into()
    }

    /// A field as a number.
    pub fn number<N: FromStr>(&self, text: &str) -> Fallible<N> {
        text.parse().map_err(|_| self.wrong(&format!("{text:?} is no number")))
    }
}

/// A TOML file and where it came from.
pub struct Document {
    path: &'static str,
    text: &'static str,
    table: DeTable<'static>,
}

impl Document {
    /// The rows of an array of tables.
    pub fn rows(&self, key: &str) -> Fallible<Vec<Row<'_>>> {
        self.root().rows(key)
    }

    /// The keys that stand before the first table.
    pub fn root(&self) -> Row<'_> {
        Row { document: self, table: &self.table, start: 0 }
    }
}

/// What is wrong with a word that is not one of these, and which are: who adds a row need not look for them.
pub fn unknown_word(word: &str, known: &[&str]) -> String {
    format!("unknown word {word:?}; it may be one of {}", known.join(", "))
}

/// A value and where it stands.
pub type Item<'t> = &'t Spanned<DeValue<'static>>;

/// One table of a TOML file.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    document: &'t Document,
    table: &'t DeTable<'static>,
    start: usize,
}

impl<'t> Row<'t> {
    /// An error that names the file and the line where the row begins.
    pub fn wrong(&self, what: &str) -> Box<dyn Error> {
        self.wrong_at(self.start, what)
    }

    /// An error at the line of a key's value; of the row where there is no such key.
    pub fn wrong_in(&self, key: &str, what: &str) -> Box<dyn Error> {
        self.wrong_at(self.table.get(key).map_or(self.start, |value| value.span().start), what)
    }

    /// An error at a value of this file.
    pub fn wrong_item(&self, item: Item<'_>, what: &str) -> Box<dyn Error> {
        self.wrong_at(item.span().start, what)
    }

    fn wrong_at(&self, start: usize, what: &str) -> Box<dyn Error> {
        format!("{}:{}: {what}", self.document.path, line_of(self.document.text, start)).into()
    }

    /// The value of a key that must be there.
    pub fn value(&self, key: &str) -> Fallible<Item<'t>> {
        self.table.get(key).ok_or_else(|| self.wrong(&format!("no {key}")))
    }

    /// Refuses keys that nobody reads: a slip of the pen in a list must not pass for a missing value.
    pub fn only(&self, keys: &[&str]) -> Fallible<()> {
        match self.table.keys().find(|key| !keys.contains(&key.get_ref().as_ref())) {
            Some(key) => Err(self.wrong_at(key.span().start, &format!("unknown key {:?}", key.get_ref()))),
            None => Ok(()),
        }
    }

    /// The only key, with its value.
    pub fn single(&self) -> Option<(&'t str, Item<'t>)> {
        let mut entries = self.table.iter();
        let (key, value) = entries.next()?;
        entries.next().is_none().then_some((key.get_ref().as_ref(), value))
    }

    /// Whether there is such a key.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A string.
    pub fn text(&self, key: &str) -> Fallible<&'t str> {
        self.value(key)?.get_ref().as_str().ok_or_else(|| self.wrong_in(key, &format!("{key} is not a string")))
    }

    /// A string that may be missing.
    pub fn optional_text(&self, key: &str) -> Fallible<Option<&'t str>> {
        if self.has(key) { self.text(key).map(Some) } else { Ok(None) }
    }

    /// A whole number from zero up.
    pub fn number(&self, key: &str) -> Fallible<u32> {
        let number = self.value(key)?.get_ref().as_integer();
        number
            .and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok())
            .ok_or_else(|| self.wrong_in(key, &format!("{key} is not a number")))
    }

    /// A whole number that may be missing.
    pub fn optional_number(&self, key: &str) -> Fallible<Option<u32>> {
        if self.has(key) { self.number(key).map(Some) } else { Ok(None) }
    }

    /// True or false.
    pub fn flag(&self, key: &str) -> Fallible<bool> {
        self.value(key)?.get_ref().as_bool().ok_or_else(|| self.wrong_in(key, &format!("{key} is not true or false")))
    }

    /// The same, false where it is missing.
    pub fn optional_flag(&self, key: &str) -> Fallible<bool> {
        if self.has(key) { self.flag(key) } else { Ok(false) }
    }

    /// A table inside this one, which may be missing.
    pub fn inner(&self, key: &str) -> Fallible<Option<Row<'t>>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        self.table_in(value).map(Some).ok_or_else(|| self.wrong_in(key, &format!("{key} is not a table")))
    }

    /// A value of this file as a table.
    pub fn table_in(&self, item: Item<'t>) -> Option<Row<'t>> {
        let table = item.get_ref().as_table()?;
        Some(Row { document: self.document, table, start: item.span().start })
    }

    /// A list that is not empty; nothing where it is missing.
    pub fn items(&self, key: &str) -> Fallible<Vec<Item<'t>>> {
        let Some(value) = self.table.get(key) else { return Ok(Vec::new()) };
        match value.get_ref().as_array() {
            Some(items) if !items.is_empty() => Ok(items.iter().collect()),
            _ => Err(self.wrong_in(key, &format!("{key} is not a list"))),
        }
    }

    /// A list of strings, none of them empty; nothing where it is missing.
    pub fn strings(&self, key: &str) -> Fallible<Vec<&'t str>> {
        let not_strings = || self.wrong_in(key, &format!("{key} is not a list of strings"));
        let items = self.items(key).map_err(|_| not_strings())?;
        let texts = items.into_iter().map(|item| item.get_ref().as_str().filter(|text| !text.is_empty()));
        texts.collect::<Option<_>>().ok_or_else(not_strings)
    }

    /// The rows of an array of tables inside this one.
    pub fn rows(&self, key: &str) -> Fallible<Vec<Row<'t>>> {
        let not_rows = || self.wrong_in(key, &format!("{key} is not an array of tables"));
        let values = self.value(key)?.get_ref().as_array().ok_or_else(not_rows)?;
        values.iter().map(|value| self.table_in(value)).collect::<Option<_>>().ok_or_else(not_rows)
    }

    /// The member of a closed set that the word under a key stands for.
    pub fn member<V: Vocabulary>(&self, key: &str) -> Fallible<V> {
        let word = self.text(key)?;
        V::from_word(word).ok_or_else(|| self.wrong_in(key, &unknown_word(word, V::WORDS)))
    }

    /// A word of a closed set, as the Rust path that stands for it.
    pub fn choice<V: Vocabulary>(&self, key: &str) -> Fallible<String> {
        self.choose::<V>(key, self.text(key)?)
    }

    /// The same with nothing for the empty word.
    pub fn optional_choice<V: Vocabulary>(&self, key: &str) -> Fallible<String> {
        if self.text(key)?.is_empty() { Ok("None".to_owned()) } else { Ok(format!("Some({})", self.choice::<V>(key)?)) }
    }

    /// A comma list of such words, as the source text of a static slice.
    pub fn choices<V: Vocabulary>(&self, key: &str) -> Fallible<String> {
        let chosen: Fallible<Vec<String>> = self.text(key)?.split(',').map(|word| self.choose::<V>(key, word.trim())).collect();
        Ok(format!("&[{}]", chosen?.join(", ")))
    }

    /// The Rust path that one of the words under a key stands for.
    pub fn choose<V: Vocabulary>(&self, key: &str, word: &str) -> Fallible<String> {
        V::from_word(word).map(|member| path(&member)).ok_or_else(|| self.wrong_in(key, &unknown_word(word, V::WORDS)))
    }

    /// The source text of a `Text` made of `name_zh` and `name_en`.
    pub fn name(&self) -> Fallible<String> {
        self.named("name_zh", "name_en")
    }

    /// The source text of a `Text` made of two keys, Chinese and English: both or neither are empty.
    pub fn named(&self, zh_key: &str, en_key: &str) -> Fallible<String> {
        let (zh, en) = (self.text(zh_key)?, self.text(en_key)?);
        if zh.trim().is_empty() != en.trim().is_empty() {
            let empty = if zh.trim().is_empty() { zh_key } else { en_key };
            return Err(self.wrong_in(empty, &format!("{empty} is empty")));
        }
        Ok(format!("Text {{ zh: {zh:?}, en: {en:?} }}"))
    }
}

/// The Rust path of a member of a closed set.
pub fn path<V: Vocabulary>(member: &V) -> String {
    format!("{}::{member:?}", V::NAME)
}

/// The line, from 1, in which a byte stands.
fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

/// Rows by id: sorted, and each id once.
pub fn by_id<'t>(rows: Vec<Row<'t>>) -> Fallible<BTreeMap<u32, Row<'t>>> {
    let mut sorted = BTreeMap::new();
    for row in rows {
        if sorted.insert(row.number("id")?, row).is_some() {
            return Err(row.wrong_in("id", "the id occurs twice"));
        }
    }
    Ok(sorted)
}

/// The texts of a table, each once in one long text.
#[derive(Default)]
pub struct Pieces {
    text: String,
    known: HashMap<String, String>,
}

impl Pieces {
    /// The source text of the piece that holds this text.
    pub fn piece(&mut self, text: &str) -> String {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let piece = format!("Piece::new({}, {})", self.text.len(), text.len());
        self.text.push_str(text);
        self.known.insert(text.to_owned(), piece.clone());
        piece
    }

    /// The source text of the long text.
    pub fn table(&self, name: &str) -> String {
        format!("static {name}: &str = {:?};\n", self.text)
    }
}

/// The source text of a static slice with one item a line.
pub fn table(name: &str, kind: &str, items: &[String]) -> String {
    let mut text = format!("static {name}: &[{kind}] = &[\n");
    for item in items {
        text.push_str(item);
        text.push_str(",\n");
    }
    text.push_str("];\n");
    text
}
