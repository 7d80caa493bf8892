//! Reading the file.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use toml_edit::{Document, Item, TableLike, Value as Toml};

use super::{Config, NEW, Named, Problem, Setting};
use crate::cli::import::plan::misfit;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::similar::similar;
use crate::cli::value::{self, Folders};
use crate::drafts::codec;
use crate::drafts::folder::Defaults;
use crate::filing::{Draft, FieldId, Kind, Value};
use crate::fs::path::folder_of;
use crate::fs::{IoTrouble, expect_file};
use crate::locale::{Lang, config as words, toml as toml_words};
use crate::package::encryption::Recipient;
use crate::package::material::Naming;
use crate::scan::resolve;
use crate::text::clean::visible;
use crate::text::position::position;
use crate::tui::widget::theme::Choice;

/// The most bytes that are read: more than so many settings take.
const MOST_BYTES: u64 = 1024 * 1024;

/// What the file at `path` says; one that is not there says nothing. `home` is what `~/` stands for.
#[must_use]
pub fn load(path: &Path, home: Option<&Path>) -> Config {
    let failed = |why: Sentence, hint: Sentence| Config {
        problems: vec![Problem { place: None, key: String::new(), why, hint }],
        ..Config::default()
    };
    let mut config = match text_of(path) {
        Ok(Some(text)) => parse(&text, path, home),
        Ok(None) => Config::default(),
        Err(trouble) => failed(Sentence::of(words::UNREADABLE).with("trouble", trouble), Sentence::of(words::UNREADABLE_HINT)),
    };
    config.export.is_doubtful = config.problems.iter().any(is_about_export);
    config
}

/// Whether what is wrong may be whom packages are encrypted for: something about the export, in whatever spelling and wherever it
/// stands, or the file as a whole.
fn is_about_export(problem: &Problem) -> bool {
    let (first, last) = problem.key.split_once('.').unwrap_or((&problem.key, &problem.key));
    let is_like = |word, name| !similar(word, [name]).is_empty();
    problem.key.is_empty() || first.eq_ignore_ascii_case("export") || is_like(first, "export") || is_like(last, "encrypt")
}

/// The text of the file; `None` where there is none.
///
/// # Errors
/// When it cannot be read, is no text, or too long.
pub fn text_of(path: &Path) -> Result<Option<String>, IoTrouble> {
    match expect_file(path) {
        Ok(()) => {}
        // A link that leads nowhere is no missing file: whoever made it keeps the settings elsewhere.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) && !path.is_symlink() => {
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    }
    let mut text = String::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MOST_BYTES {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
    }
    Ok(Some(text))
}

/// A value in the file: what it is, where its key stands, and its text as it could be given on the command line.
struct Leaf {
    named: Named,
    key: String,
    at: usize,
    text: Result<String, ()>,
    form: Form,
}

/// What sort of value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    List,
    Table,
    Other,
}

impl Form {
    fn of(item: &Item) -> Self {
        match item.as_value() {
            Some(Toml::String(_)) => Self::Text,
            Some(Toml::Array(_)) => Self::List,
            Some(Toml::InlineTable(_)) | None => Self::Table,
            Some(_) => Self::Other,
        }
    }

    /// Whether a setting can be written so: a folder called `3` is a text, too.
    const fn suits(self, setting: Setting) -> bool {
        match setting {
            Setting::Mouse | Setting::ExportAsciiNames | Setting::ExportWithNotes => !matches!(self, Self::List | Self::Table),
            Setting::ExportEncrypt => matches!(self, Self::Text | Self::List),
            _ => matches!(self, Self::Text),
        }
    }
}

/// What a text says; `path` is its file.
#[must_use]
pub fn parse(text: &str, path: &Path, home: Option<&Path>) -> Config {
    let mut config = Config::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let (line, column, message) = codec::complaint(text, &error);
            let place = (line, column);
            let both = Part::Both(toml_words::complaint(Lang::Zh, &message), toml_words::complaint(Lang::En, &message));
            let why = Sentence::of(words::NO_TOML).with("message", both);
            config.problems.push(Problem { place: Some(place), key: String::new(), why, hint: words::NO_TOML_HINT.into() });
            return config;
        }
    };
    let mut leaves = Vec::new();
    collect(document.as_table(), "", text, &mut leaves, &mut config.problems);
    // What a value means may depend on the nature: fields in their order, not in the file's.
    leaves.sort_by_key(|leaf| match leaf.named {
        Named::Setting(_) => 0,
        Named::Field(id) => 1 + FieldId::ALL.iter().position(|other| *other == id).unwrap_or_default(),
    });
    let folder = folder_of(path);
    let mut draft = Draft::default();
    let mut fields = Vec::new();
    for leaf in leaves {
        let problem =
            |why: Sentence, hint: Sentence| Problem { place: Some(position(text, leaf.at)), key: leaf.key.clone(), why, hint };
        match leaf.named {
            Named::Setting(setting) => {
                let written = leaf.text.as_deref().unwrap_or("{…}");
                match accepted(setting, written, folder, home).filter(|_| leaf.form.suits(setting)) {
                    Some(accepted) => {
                        config.said.push((setting, accepted.shown()));
                        config.take(accepted);
                    }
                    None => {
                        let why = Sentence::of(words::BAD_VALUE).with("value", visible(written));
                        config.problems.push(problem(why, Sentence::of(setting.takes())));
                    }
                }
            }
            Named::Field(id) => match field_value(&draft, id, leaf.text.as_deref().unwrap_or_default(), folder, home) {
                Ok(value) => {
                    draft.set(id, Some(value.clone()));
                    fields.push((id, value));
                }
                Err(Some(why)) => config.problems.push(problem(why, Sentence::of(words::FIELD_HINT))),
                // An empty value is none.
                Err(None) => {}
            },
        }
    }
    config.said.sort_by_key(|(setting, _)| Setting::ALL.iter().position(|other| other == setting));
    config.problems.sort_by_key(|problem| problem.place);
    config.new = Defaults::new(fields);
    config
}

/// All values of a table, and complaints about keys that name nothing.
fn collect(table: &dyn TableLike, prefix: &str, text: &str, leaves: &mut Vec<Leaf>, problems: &mut Vec<Problem>) {
    for (name, _) in table.iter() {
        let Some((key, item)) = table.get_key_value(name) else { continue };
        let full = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") };
        let at = key.span().or_else(|| item.span()).unwrap_or(Range { start: 0, end: 0 }).start;
        match (Named::from_key(&full), item.as_table_like()) {
            (Some(named), _) => leaves.push(Leaf { named, key: full, at, text: text_of_item(item), form: Form::of(item) }),
            (None, Some(inner)) if is_table(&full) => collect(inner, &full, text, leaves, problems),
            (None, _) => {
                let keys: Vec<String> = Named::keys().collect();
                let guesses = similar(&full, keys.iter().map(String::as_str)).join(", ");
                let hint = if guesses.is_empty() {
                    Sentence::of(words::UNKNOWN_KEY_HINT)
                } else {
                    Sentence::of(crate::locale::error::SIMILAR).with("names", guesses)
                };
                let why = Sentence::of(words::UNKNOWN_KEY).with("key", visible(&full));
                problems.push(Problem { place: Some(position(text, at)), key: full, why, hint });
            }
        }
    }
}

/// Whether a key is a table on the way to something.
fn is_table(key: &str) -> bool {
    let inside = format!("{key}.");
    key == NEW || Named::keys().any(|known| known.starts_with(&inside))
}

/// A value as it could be given on the command line.
fn text_of_item(item: &Item) -> Result<String, ()> {
    match item.as_value().ok_or(())? {
        Toml::String(text) => Ok(text.value().clone()),
        Toml::Integer(number) => Ok(number.value().to_string()),
        Toml::Boolean(flag) => Ok(if *flag.value() { "yes" } else { "no" }.to_owned()),
        Toml::Datetime(date) => Ok(date.value().to_string()),
        value => to_json(value).map(|json| json.to_string()).ok_or(()),
    }
}

fn to_json(value: &Toml) -> Option<Json> {
    Some(match value {
        Toml::String(text) => text.value().as_str().into(),
        Toml::Integer(number) => (*number.value()).into(),
        Toml::Boolean(flag) => (*flag.value()).into(),
        Toml::Datetime(date) => date.value().to_string().into(),
        Toml::Float(_) => return None,
        Toml::Array(list) => list.iter().map(to_json).collect::<Option<Vec<Json>>>()?.into(),
        Toml::InlineTable(table) => {
            let entries = table.iter().map(|(key, value)| Some((key.to_owned(), to_json(value)?)));
            Json::Object(entries.collect::<Option<_>>()?)
        }
    })
}

/// A value that a setting takes.
#[derive(Debug, Clone)]
pub enum Accepted {
    /// A language.
    Language(Lang),
    /// Colours.
    Theme(Choice, &'static str),
    /// A switch, of this setting.
    Flag(Setting, bool),
    /// A folder, of this setting: as it was written, and where that is.
    Folder(Setting, String, PathBuf),
    /// Keys, or files of keys.
    Keys(Vec<String>),
}

impl Accepted {
    /// The value in words.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Language(lang) => lang.tag().to_owned(),
            Self::Theme(_, word) => (*word).to_owned(),
            Self::Flag(_, flag) => flag.to_string(),
            Self::Folder(_, _, path) => path.to_string_lossy().into_owned(),
            Self::Keys(keys) => keys.join(", "),
        }
    }

    /// The value for the file.
    #[must_use]
    pub fn to_toml(&self) -> Toml {
        match self {
            Self::Language(lang) => lang.tag().into(),
            Self::Theme(_, word) => (*word).into(),
            Self::Flag(_, flag) => (*flag).into(),
            Self::Folder(_, written, _) => written.as_str().into(),
            Self::Keys(keys) => Toml::Array(keys.iter().map(String::as_str).collect()),
        }
    }
}

/// What a text means for a setting; `None` for one that it does not take. Folders start at the file's `folder`.
#[must_use]
pub fn accepted(setting: Setting, text: &str, folder: &Path, home: Option<&Path>) -> Option<Accepted> {
    let text = text.trim();
    // Another user's home is nothing that is known here; a folder called `~name` would be made.
    let is_other_home = |text: &str| text.starts_with('~') && text != "~" && !text.starts_with("~/");
    let place = |text: &str| match home {
        Some(home) if text == "~" => Some(home.to_owned()),
        _ => (!text.is_empty() && !is_other_home(text)).then(|| resolve(folder, home, text)),
    };
    match setting {
        Setting::Language => Lang::from_tag(text).filter(|_| !text.is_empty()).map(Accepted::Language),
        Setting::Theme => {
            let word = Choice::WORDS.into_iter().find(|word| word.eq_ignore_ascii_case(text))?;
            Choice::parse(word).map(|choice| Accepted::Theme(choice, word))
        }
        Setting::Mouse | Setting::ExportAsciiNames | Setting::ExportWithNotes => {
            value::flag(text).map(|flag| Accepted::Flag(setting, flag))
        }
        Setting::DraftsDir | Setting::ExportFolder => place(text).map(|path| Accepted::Folder(setting, text.to_owned(), path)),
        Setting::ExportEncrypt => {
            let keys: Vec<String> = match text.starts_with('[') {
                true => serde_json::from_str(text).ok()?,
                false => text.split([',', ' ']).map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect(),
            };
            let key = |key: &String| match key.parse::<Recipient>() {
                Ok(_) => Some(key.clone()),
                // A file of keys, wherever the program is called.
                Err(_) => resolve(folder, home, key).is_file().then(|| resolve(folder, home, key).to_string_lossy().into_owned()),
            };
            keys.iter().map(key).collect::<Option<Vec<String>>>().map(Accepted::Keys)
        }
    }
}

/// What a text means in a field of new drafts.
///
/// # Errors
/// Why it is no value of the field; nothing for an empty one.
pub fn field_value(
    draft: &Draft,
    id: FieldId,
    text: &str,
    folder: &Path,
    home: Option<&Path>,
) -> Result<Value, Option<Sentence>> {
    // Drafts lie elsewhere than this file: its paths are whole ones.
    let whole = |path: String| if path.starts_with('~') { path } else { folder.join(path).to_string_lossy().into_owned() };
    let parsed = value::parse(draft, id, text, Folders { draft: folder, working: folder, home }).ok_or(None)?;
    let parsed = match (id.field().kind, parsed) {
        (Kind::Picture, Value::Text(path)) => Value::Text(whole(path)),
        (_, Value::Paths(paths)) => Value::Paths(paths.into_iter().map(whole).collect()),
        (_, other) => other,
    };
    if value::fits(id, &parsed) { Ok(parsed) } else { Err(Some(misfit(id, text))) }
}

impl Config {
    fn take(&mut self, accepted: Accepted) {
        match accepted {
            Accepted::Language(lang) => self.language = Some(lang),
            Accepted::Theme(choice, _) => self.theme = Some(choice),
            Accepted::Flag(Setting::ExportAsciiNames, flag) => {
                self.export.naming = if flag { Naming::Ascii } else { Naming::Chinese };
            }
            Accepted::Flag(Setting::ExportWithNotes, flag) => self.export.with_notes = flag,
            Accepted::Flag(_, flag) => self.mouse = Some(flag),
            Accepted::Folder(Setting::ExportFolder, _, path) => self.export.folder = Some(path),
            Accepted::Folder(_, _, path) => self.drafts_dir = Some(path),
            Accepted::Keys(keys) => self.export.recipients = keys,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Config {
        parse(text, Path::new("/etc/me/config.toml"), Some(Path::new("/home/me")))
    }

    #[test]
    fn what_fits_is_taken() {
        let config = read(
            "language = \"en\"\ntheme = \"light\"\nmouse = false\ndrafts_dir = \"~/filings\"\n\
             export = { ascii_names = true, folder = \"out\" }\n\
             [new]\nsubject.nature = \"企业\"\n[new.owner]\nadministrator = \"yes\"\nmobile = \"13012340005\"\n",
        );
        assert!(config.problems.iter().all(|problem| problem.key == "new.owner.administrator"), "{:?}", config.problems);
        assert_eq!((config.language, config.theme, config.mouse), (Some(Lang::En), Some(Choice::Light), Some(false)));
        assert_eq!(config.drafts_dir.as_deref(), Some(Path::new("/home/me/filings")));
        assert_eq!(config.export.folder.as_deref(), Some(Path::new("/etc/me/out")));
        assert_eq!(config.export.naming, Naming::Ascii);
        let mut draft = Draft::default();
        config.new.fill(&mut draft);
        assert_eq!(draft.get(FieldId::SubjectNature), Some(&Value::Code(4)));
        assert_eq!(draft.text(FieldId::OwnerMobile), "13012340005");
    }

    #[test]
    fn what_does_not_is_named_with_its_place_and_the_rest_holds() {
        for (text, key, place) in [
            ("langauge = \"en\"\nmouse = true\n", "langauge", (1, 1)),
            ("mouse = true\nlanguage = \"fr\"\n", "language", (2, 1)),
            ("mouse = true\ntheme = 3\n", "theme", (2, 1)),
            ("mouse = true\ndrafts_dir = \"~nobody/x\"\n", "drafts_dir", (2, 1)),
            ("mouse = true\n[export]\nfolder = \"~nobody\"\n", "export.folder", (3, 1)),
            ("mouse = true\ndrafts_dir = {}\n", "drafts_dir", (2, 1)),
            ("mouse = true\n[export]\n  colour = 1\n", "export.colour", (3, 3)),
            ("mouse = true\n[new]\nsubject.nature = \"Enterprize\"\n", "new.subject.nature", (3, 9)),
            ("mouse = true\n[new]\nsubject.nam = \"x\"\n", "new.subject.nam", (3, 9)),
            ("mouse = true\n[new]\nrecord.number = \"x\"\n", "new.record.number", (3, 8)),
            ("mouse = true\n[new]\nkind = \"change\"\n", "new.kind", (3, 1)),
            ("mouse = true\n[export]\nencrypt = [\"age1nonsense\"]\n", "export.encrypt", (3, 1)),
        ] {
            let config = read(text);
            let found: Vec<_> = config.problems.iter().map(|problem| (problem.key.as_str(), problem.place)).collect();
            assert_eq!(config.mouse, Some(true), "{text}");
            let is_near = |(found, at): &(&str, Option<(usize, usize)>)| {
                (*found == key || key.starts_with(found)) && at.map(|at| at.0) == Some(place.0)
            };
            assert!(found.len() == 1 && found.iter().all(is_near), "{text}: {found:?}");
        }
        let broken = read("mouse = true\nlanguage = \n");
        assert_eq!(broken.problems.iter().map(|problem| problem.place.map(|at| at.0)).collect::<Vec<_>>(), [Some(2)]);
        assert_eq!(broken.mouse, None);
    }

    #[test]
    fn a_file_that_is_none_says_nothing_and_one_that_cannot_be_read_is_told() {
        let place = tempfile::tempdir().unwrap();
        assert!(load(&place.path().join("none.toml"), None).problems.is_empty());
        assert_eq!(load(place.path(), None).problems.len(), 1);
        let path = place.path().join("config.toml");
        std::fs::write(&path, [0xff, 0xfe, 0x00]).unwrap();
        assert_eq!(load(&path, None).problems.len(), 1);
        std::fs::write(&path, "# long\n".repeat(200_000)).unwrap();
        assert_eq!(load(&path, None).problems.len(), 1);
    }
}
