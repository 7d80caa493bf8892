//! `config.toml`: what one wants everywhere, in a file of its own. [`read`](mod@read) takes it apart and names what is wrong with it,
//! [`edit`] changes single settings in it.
//!
//! Nothing hangs on it: a key nobody knows, a value that does not fit and a file that is no TOML are told with their places, and the
//! program goes on without them. A flag goes before a variable of the environment, that before this file, this file before what was
//! remembered, and that before what holds otherwise.

pub mod edit;
pub mod read;

use std::path::PathBuf;

use super::sentence::Sentence;
use crate::drafts::folder::Defaults;
use crate::filing::FieldId;
use crate::locale::{Lang, Text, config as words};
use crate::package::export::Wishes;
use crate::tui::widget::theme::Choice;

/// The file's name.
pub const NAME: &str = "config.toml";
/// The table of values that new drafts begin with.
pub const NEW: &str = "new";

/// Where a value comes from, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// An option of this call.
    Flag,
    /// A variable of the environment.
    Variable(&'static str),
    /// The file.
    Config,
    /// What was chosen in the wizard.
    Remembered,
    /// What the system says of its user, such as the locale.
    System,
    /// Nobody said anything.
    Default,
}

impl Origin {
    /// Its word in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Variable(_) => "environment",
            Self::Config => "config",
            Self::Remembered => "remembered",
            Self::System => "system",
            Self::Default => "default",
        }
    }
}

/// A setting: its key, what it takes, and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The language.
    Language,
    /// The wizard's colours.
    Theme,
    /// Whether the wizard uses the mouse.
    Mouse,
    /// The folder of drafts.
    DraftsDir,
    /// Where packages go.
    ExportFolder,
    /// Whether materials in a package are named in ASCII.
    ExportAsciiNames,
    /// Whether answers and reasons go into a package.
    ExportWithNotes,
    /// Whom packages are encrypted for.
    ExportEncrypt,
}

impl Setting {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Language,
        Self::Theme,
        Self::Mouse,
        Self::DraftsDir,
        Self::ExportFolder,
        Self::ExportAsciiNames,
        Self::ExportWithNotes,
        Self::ExportEncrypt,
    ];

    /// The key in the file, with its table.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Mouse => "mouse",
            Self::DraftsDir => "drafts_dir",
            Self::ExportFolder => "export.folder",
            Self::ExportAsciiNames => "export.ascii_names",
            Self::ExportWithNotes => "export.with_notes",
            Self::ExportEncrypt => "export.encrypt",
        }
    }

    /// What it is for.
    #[must_use]
    pub const fn meaning(self) -> Text {
        match self {
            Self::Language => words::LANGUAGE,
            Self::Theme => words::THEME,
            Self::Mouse => words::MOUSE,
            Self::DraftsDir => words::DRAFTS_DIR,
            Self::ExportFolder => words::EXPORT_FOLDER,
            Self::ExportAsciiNames => words::EXPORT_ASCII_NAMES,
            Self::ExportWithNotes => words::EXPORT_WITH_NOTES,
            Self::ExportEncrypt => words::EXPORT_ENCRYPT,
        }
    }

    /// What it takes.
    #[must_use]
    pub const fn takes(self) -> Text {
        match self {
            Self::Language => words::TAKES_LANGUAGE,
            Self::Theme => words::TAKES_THEME,
            Self::Mouse | Self::ExportAsciiNames | Self::ExportWithNotes => words::TAKES_FLAG,
            Self::DraftsDir | Self::ExportFolder => words::TAKES_FOLDER,
            Self::ExportEncrypt => words::TAKES_KEYS,
        }
    }

    /// The setting of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.key() == key)
    }
}

/// What a key of the file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A setting.
    Setting(Setting),
    /// A field that new drafts begin with.
    Field(FieldId),
}

impl Named {
    /// What a key names, if anything. A field of a record, and the kind of a filing, are no beginning of a draft.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let Some(path) = key.strip_prefix(NEW).and_then(|rest| rest.strip_prefix('.')) else {
            return Setting::from_key(key).map(Self::Setting);
        };
        let id = FieldId::from_path(path)?;
        Defaults::takes(id).then_some(Self::Field(id))
    }

    /// All keys there are.
    pub fn keys() -> impl Iterator<Item = String> {
        let fields = FieldId::ALL.iter().copied().filter(|id| Defaults::takes(*id));
        Setting::ALL.iter().map(|setting| setting.key().to_owned()).chain(fields.map(|id| format!("{NEW}.{}", id.path())))
    }
}

/// What the file says.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The language.
    pub language: Option<Lang>,
    /// The wizard's colours.
    pub theme: Option<Choice>,
    /// Whether the wizard uses the mouse.
    pub mouse: Option<bool>,
    /// The folder of drafts.
    pub drafts_dir: Option<PathBuf>,
    /// How packages are made.
    pub export: Wishes,
    /// What new drafts begin with.
    pub new: Defaults,
    /// The settings it holds, each with its value in words.
    pub said: Vec<(Setting, String)>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Something wrong in the file.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Line and column, from 1; `None` where it is the file as a whole.
    pub place: Option<(usize, usize)>,
    /// The key, as it stands there; empty where it is the file as a whole.
    pub key: String,
    /// What is wrong.
    pub why: Sentence,
    /// What would be right.
    pub hint: Sentence,
}
