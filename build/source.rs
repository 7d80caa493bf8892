//! Reading the files under `assets/` and writing the generated tables.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use toml::{Table, Value};

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
        let table = self.text(path)?.parse::<Table>().map_err(|error| format!("{path}: {error}"))?;
        Ok(Document { path, table })
    }

    /// Reads a CSV file without quoting, whose first line must be `header`.
    pub fn csv(&self, path: &str, header: &str) -> Fallible<Vec<Vec<String>>> {
        let text = self.text(path)?;
        let mut lines = text.lines();
        if lines.next() != Some(header) {
            return Err(format!("{path}: the first line must be {header:?}").into());
        }
        let columns = header.split(',').count();
        let mut rows = Vec::new();
        for line in lines.filter(|line| !line.is_empty()) {
            let row: Vec<String> = line.split(',').map(str::to_owned).collect();
            if row.len() != columns {
                return Err(format!("{path}: {columns} fields are wanted in {line:?}").into());
            }
            rows.push(row);
        }
        Ok(rows)
    }

    /// Writes one generated file.
    pub fn write(&self, name: &str, text: &str) -> Fallible<()> {
        Ok(fs::write(self.out_dir.join(name), text)?)
    }
}

/// A TOML file and where it came from.
pub struct Document {
    path: &'static str,
    table: Table,
}

impl Document {
    /// The rows of an array of tables.
    pub fn rows(&self, key: &str) -> Fallible<Vec<Row<'_>>> {
        self.root().rows(key)
    }

    /// The keys that stand before the first table.
    pub fn root(&self) -> Row<'_> {
        Row { path: self.path, table: &self.table }
    }
}

/// One table of a TOML file.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    path: &'static str,
    table: &'t Table,
}

impl<'t> Row<'t> {
    /// An error that names the file and shows the row.
    pub fn wrong(&self, what: &str) -> Box<dyn Error> {
        format!("{}: {what} in {:?}", self.path, self.table).into()
    }

    /// The value of a key that must be there.
    pub fn value(&self, key: &str) -> Fallible<&'t Value> {
        self.table.get(key).ok_or_else(|| self.wrong(&format!("no {key}")))
    }

    /// Refuses keys that nobody reads: a slip of the pen in a list must not pass for a missing value.
    pub fn only(&self, keys: &[&str]) -> Fallible<()> {
        match self.table.keys().find(|key| !keys.contains(&key.as_str())) {
            Some(key) => Err(self.wrong(&format!("unknown key {key:?}"))),
            None => Ok(()),
        }
    }

    /// Whether there is such a key.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A string.
    pub fn text(&self, key: &str) -> Fallible<&'t str> {
        self.value(key)?.as_str().ok_or_else(|| self.wrong(&format!("{key} is not a string")))
    }

    /// A string that may be missing.
    pub fn optional_text(&self, key: &str) -> Fallible<Option<&'t str>> {
        if self.table.contains_key(key) { self.text(key).map(Some) } else { Ok(None) }
    }

    /// A whole number from zero up.
    pub fn number(&self, key: &str) -> Fallible<u32> {
        self.value(key)?
            .as_integer()
            .and_then(|number| u32::try_from(number).ok())
            .ok_or_else(|| self.wrong(&format!("{key} is not a number")))
    }

    /// A whole number that may be missing.
    pub fn optional_number(&self, key: &str) -> Fallible<Option<u32>> {
        if self.table.contains_key(key) { self.number(key).map(Some) } else { Ok(None) }
    }

    /// True or false.
    pub fn flag(&self, key: &str) -> Fallible<bool> {
        self.value(key)?.as_bool().ok_or_else(|| self.wrong(&format!("{key} is not true or false")))
    }

    /// The same, false where it is missing.
    pub fn optional_flag(&self, key: &str) -> Fallible<bool> {
        if self.has(key) { self.flag(key) } else { Ok(false) }
    }

    /// A table inside this one, which may be missing.
    pub fn inner(&self, key: &str) -> Fallible<Option<Row<'t>>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let table = value.as_table().ok_or_else(|| self.wrong(&format!("{key} is not a table")))?;
        Ok(Some(Row { path: self.path, table }))
    }

    /// A list of strings, none of them empty; empty where it is missing.
    pub fn strings(&self, key: &str) -> Fallible<Vec<&'t str>> {
        let Some(value) = self.table.get(key) else { return Ok(Vec::new()) };
        let texts = value.as_array().and_then(|values| values.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
        match texts {
            Some(texts) if !texts.is_empty() && texts.iter().all(|text| !text.is_empty()) => Ok(texts),
            _ => Err(self.wrong(&format!("{key} is not a list of strings"))),
        }
    }

    /// The rows of an array of tables inside this one.
    pub fn rows(&self, key: &str) -> Fallible<Vec<Row<'t>>> {
        let not_rows = || self.wrong(&format!("{key} is not an array of tables"));
        let values = self.value(key)?.as_array().ok_or_else(not_rows)?;
        let rows = values.iter().map(|value| value.as_table().map(|table| Row { path: self.path, table }));
        rows.collect::<Option<_>>().ok_or_else(not_rows)
    }

    /// A word of a closed set, as the Rust path that stands for it.
    pub fn choice(&self, key: &str, choices: &[(&str, &str)]) -> Fallible<String> {
        self.choose(self.text(key)?, choices)
    }

    /// A comma list of such words, as the source text of a static slice.
    pub fn choices(&self, key: &str, choices: &[(&str, &str)]) -> Fallible<String> {
        Ok(format!("&[{}]", self.words(key, choices)?))
    }

    /// The same without the slice around it.
    pub fn words(&self, key: &str, choices: &[(&str, &str)]) -> Fallible<String> {
        let chosen: Fallible<Vec<String>> = self.text(key)?.split(',').map(|word| self.choose(word.trim(), choices)).collect();
        Ok(chosen?.join(", "))
    }

    /// A list of such words, as the source text of a static slice; empty where it is missing.
    pub fn chosen(&self, key: &str, choices: &[(&str, &str)]) -> Fallible<String> {
        let chosen: Fallible<Vec<String>> = self.strings(key)?.into_iter().map(|word| self.choose(word, choices)).collect();
        Ok(format!("&[{}]", chosen?.join(", ")))
    }

    /// The Rust path that stands for a word of a closed set.
    pub fn choose(&self, word: &str, choices: &[(&str, &str)]) -> Fallible<String> {
        choices
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, path)| (*path).to_owned())
            .ok_or_else(|| self.wrong(&format!("unknown word {word:?}")))
    }

    /// The source text of a `Text` made of `name_zh` and `name_en`.
    pub fn name(&self) -> Fallible<String> {
        self.named("name_zh", "name_en")
    }

    /// The source text of a `Text` made of two keys, Chinese and English.
    pub fn named(&self, zh: &str, en: &str) -> Fallible<String> {
        let (zh, en) = (self.text(zh)?, self.text(en)?);
        Ok(format!("Text {{ zh: {zh:?}, en: {en:?} }}"))
    }
}

/// Rows by id: sorted, and each id once.
pub fn by_id<'t>(rows: Vec<Row<'t>>) -> Fallible<BTreeMap<u32, Row<'t>>> {
    let mut sorted = BTreeMap::new();
    for row in rows {
        if sorted.insert(row.number("id")?, row).is_some() {
            return Err(row.wrong("the id occurs twice"));
        }
    }
    Ok(sorted)
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
