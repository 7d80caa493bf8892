//! What each command takes, one structure a command.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

/// `beian new`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct New {
    #[arg(long)]
    pub nature: Option<String>,
    #[arg(long)]
    pub name: Option<String>,
    #[arg(long, value_name = "new|additional|change|deregister")]
    pub kind: Option<String>,
    #[arg(long, value_name = "RECORD", conflicts_with = "nature")]
    pub from: Option<OsString>,
    #[arg(long)]
    pub number: Option<String>,
    #[arg(long, conflicts_with_all = ["nature", "name", "path", "kind", "from", "number", "scans"])]
    pub example: bool,
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["from", "kind", "number"])]
    pub scans: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "scans")]
    pub responsible_person: Option<String>,
    #[arg(long, value_name = "NAME", requires = "scans")]
    pub owner: Option<String>,
    #[command(flatten)]
    pub unlock: Unlock,
    pub path: Option<PathBuf>,
}

/// What an encrypted package is opened with.
#[derive(Debug, Default, ClapArgs)]
#[allow(missing_docs)]
pub struct Unlock {
    #[arg(long, value_name = "FILE")]
    pub identity: Vec<PathBuf>,
    #[arg(long, conflicts_with = "identity")]
    pub passphrase: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["identity", "passphrase"])]
    pub passphrase_file: Option<OsString>,
}

/// `beian list`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct List {
    #[arg(value_name = "DRAFT|FOLDER")]
    pub drafts: Vec<OsString>,
    #[arg(long)]
    pub no_files: bool,
}

/// What of the findings is wanted.
#[derive(Debug, Clone, Default, ClapArgs)]
#[allow(missing_docs)]
pub struct Wanted {
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    #[arg(long, value_enum, value_name = "error|warning|hint")]
    pub severity: Option<Weight>,
    #[arg(short, long)]
    pub quiet: bool,
}

/// The lightest findings that are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Weight {
    /// Errors alone.
    Error,
    /// Errors and warnings.
    Warning,
    /// Everything.
    Hint,
}

/// `beian diff`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Diff {
    pub draft: OsString,
}

/// `beian check`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Check {
    #[arg(required = true, value_name = "DRAFT|FOLDER")]
    pub drafts: Vec<OsString>,
    #[command(flatten)]
    pub wanted: Wanted,
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    #[arg(long)]
    pub no_files: bool,
    #[arg(long, conflicts_with = "no_files")]
    pub read: bool,
    #[arg(long)]
    pub allow_outside: bool,
    #[arg(long)]
    pub exit_zero: bool,
    #[arg(long)]
    pub fix: bool,
    #[arg(long, requires = "fix")]
    pub force: bool,
}

/// `beian confirm`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Confirm {
    pub draft: OsString,
    pub rule: String,
    pub field: Option<String>,
    #[arg(long, value_name = "TEXT", required_unless_present = "undo")]
    pub reason: Option<String>,
    #[arg(long, conflicts_with = "reason")]
    pub undo: bool,
}

/// `beian export`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Export {
    #[arg(required = true, value_name = "DRAFT|FOLDER")]
    pub drafts: Vec<OsString>,
    #[command(flatten)]
    pub wanted: Wanted,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub replace: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    pub ascii_names: Option<Switch>,
    #[arg(long, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    pub with_notes: Option<Switch>,
    #[arg(long)]
    pub allow_outside: bool,
    #[arg(long, value_name = "RECIPIENT")]
    pub encrypt: Vec<String>,
    #[arg(long, conflicts_with_all = ["encrypt", "passphrase", "passphrase_file"])]
    pub no_encrypt: bool,
    #[arg(long, conflicts_with = "encrypt")]
    pub passphrase: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["encrypt", "passphrase"])]
    pub passphrase_file: Option<OsString>,
}

/// A switch that may be said to be off, where it is on without being said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// On.
    Yes,
    /// Off.
    No,
}

/// `beian letters`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Letters {
    pub draft: OsString,
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// `beian checklist`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Checklist {
    pub draft: OsString,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// `beian fill`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Fill {
    pub package: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub media: Option<OsString>,
    #[arg(long, value_name = "ID")]
    pub task: Option<String>,
    #[command(flatten)]
    pub unlock: Unlock,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// `beian show`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Show {
    #[arg(required = true, value_name = "DRAFT|FOLDER")]
    pub drafts: Vec<OsString>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// `beian materials`
#[derive(Debug, ClapArgs)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[allow(missing_docs)]
pub struct Materials {
    #[arg(required = true, value_name = "DRAFT|FOLDER")]
    pub drafts: Vec<OsString>,
    #[command(subcommand)]
    pub command: Option<MaterialsCommand>,
}

/// What is done with a draft's files.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum MaterialsCommand {
    List(ListMaterials),
    Prepare(Prepare),
}

/// `beian materials list`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct ListMaterials {
    #[arg(required = true, value_name = "DRAFT|FOLDER")]
    pub drafts: Vec<OsString>,
}

/// `beian read`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct ReadScan {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// `beian models`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Models {
    #[command(subcommand)]
    pub command: Option<ModelsCommand>,
}

/// What is done with the models.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ModelsCommand {
    Add(AddModels),
    Remove,
}

/// `beian models add`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct AddModels {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// `beian materials prepare`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Prepare {
    pub draft: OsString,
    #[arg(value_name = "FIELD")]
    pub fields: Vec<String>,
    #[arg(long, value_name = "DEGREES", requires = "fields", value_parser = ["90", "180", "270"])]
    pub turn: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub allow_outside: bool,
    #[arg(long)]
    pub force: bool,
}

/// `beian status`
#[derive(Debug, Clone, ClapArgs)]
#[allow(missing_docs)]
pub struct Status {
    #[arg(value_name = "DRAFT|FOLDER")]
    pub draft: OsString,
    #[arg(group = "what", value_name = "EVENT")]
    pub event: Option<String>,
    #[arg(requires = "event", value_name = "MORE", hide = true)]
    pub more: Vec<OsString>,
    #[arg(long, value_name = "TIME", requires = "what")]
    pub at: Option<String>,
    #[arg(long, value_name = "FILE", groups = ["what", "brings_number"])]
    pub import: Option<OsString>,
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "", conflicts_with = "import")]
    pub calendar: Option<OsString>,
    #[arg(long, visible_alias = "reason", value_name = "TEXT", requires = "event")]
    pub note: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "event", group = "brings_number")]
    pub number: Option<String>,
    #[arg(long, value_name = "PERSON", requires = "event")]
    pub who: Option<String>,
    #[arg(long, requires = "brings_number")]
    pub force: bool,
}

/// `beian rules`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Rules {
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
}

/// `beian explain`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Explain {
    pub rule: String,
}

/// `beian set`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Set {
    #[arg(value_name = "DRAFT|FOLDER")]
    pub draft: OsString,
    #[arg(required_unless_present = "json", value_name = "FIELD=VALUE")]
    pub values: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub json: Option<OsString>,
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub wanted: Wanted,
}

/// `beian import`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Import {
    #[arg(required_unless_present = "template")]
    pub table: Option<PathBuf>,
    #[arg(long, conflicts_with = "table")]
    pub template: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub partial: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

/// `beian copy`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct CopyDraft {
    pub draft: OsString,
    #[arg(value_name = "TO")]
    pub to: Option<OsString>,
    #[arg(long = "for", value_enum, value_name = "one-more|another-entity", default_value_t = CopyFor::OneMore)]
    pub purpose: CopyFor,
    #[arg(long)]
    pub name: Option<String>,
}

/// What a copy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CopyFor {
    /// One more mini-program of the same entity.
    OneMore,
    /// The same sort of mini-program for another entity.
    AnotherEntity,
}

/// `beian rename`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Rename {
    pub draft: OsString,
    #[arg(value_name = "TO")]
    pub to: Option<OsString>,
}

/// `beian collect`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Collect {
    #[arg(required = true, value_name = "DRAFT|FOLDER")]
    pub drafts: Vec<OsString>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub allow_outside: bool,
}

/// `beian delete`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Delete {
    #[arg(required = true, value_name = "DRAFT")]
    pub drafts: Vec<OsString>,
}

/// `beian completions`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Completions {
    #[arg(value_name = "bash|zsh|fish|powershell")]
    pub shell: String,
}

/// `beian man`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Man {
    pub command: Option<String>,
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
}

/// `beian get`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Get {
    pub draft: OsString,
    #[arg(value_name = "FIELD")]
    pub fields: Vec<String>,
}

/// `beian trash`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Trash {
    #[arg(long, value_name = "DRAFT", conflicts_with = "empty")]
    pub restore: Option<OsString>,
    #[arg(long)]
    pub empty: bool,
}

/// `beian catalog`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Catalog {
    #[arg(value_enum, value_name = "update|reset")]
    pub action: Option<CatalogAction>,
    #[arg(value_name = "FILE|LIST", requires = "action")]
    pub what: Option<OsString>,
}

/// What is to be done to the platform's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CatalogAction {
    /// Take a saved answer over.
    Update,
    /// Go back to the built-in lists.
    Reset,
}

/// `beian config`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Config {
    #[command(subcommand)]
    pub command: Option<ConfigCommand>,
}

/// What is done with the settings.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ConfigCommand {
    Show,
    Path,
    Get(ConfigKey),
    Set(ConfigSet),
    Unset(ConfigKey),
}

/// `beian config get`, `beian config unset`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct ConfigKey {
    pub key: String,
}

/// `beian config set`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct ConfigSet {
    pub key: String,
    #[arg(allow_hyphen_values = true)]
    pub value: String,
    #[arg(long)]
    pub force: bool,
}

/// `beian help`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Help {
    pub command: Vec<OsString>,
}
