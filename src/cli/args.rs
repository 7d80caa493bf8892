//! The arguments, and their help in the user's language.

use std::ffi::{OsStr, OsString};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::Str;
use clap::{
    Arg, ArgAction, Args as ClapArgs, Command as ClapCommand, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
};

use super::complete;
use crate::locale::{Lang, Text, cli as words};

/// Everything the command line can say. The sentences of the help stand in `locale::cli`.
#[derive(Debug, Parser)]
#[command(name = "beian", version, disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[allow(missing_docs)]
pub struct Args {
    pub draft: Option<OsString>,
    #[arg(long, value_name = "auto|dark|light|high-contrast")]
    pub theme: Option<String>,
    #[arg(long)]
    pub no_mouse: bool,
    #[arg(long)]
    pub plain: bool,
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, Clone, ClapArgs)]
#[allow(missing_docs)]
pub struct Global {
    #[arg(long, global = true, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
    #[arg(long, global = true, value_enum, value_name = "auto|always|never", default_value_t = Colour::Auto)]
    pub color: Colour,
    #[arg(long, global = true, value_name = "zh-CN|en")]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "DIR")]
    pub drafts_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    pub lists_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: one document per call.
    Json,
    /// For people who keep notes: `show` alone has it.
    Markdown,
    /// For browsers: `show` alone has it.
    Html,
    /// For what collects findings of many tools: `check` alone has it.
    Sarif,
    /// For the log of a GitHub action: `check` alone has it.
    Github,
}

/// When text for people is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum Command {
    New(New),
    List(List),
    Diff(Diff),
    Check(Check),
    Confirm(Confirm),
    Export(Export),
    Letters(Letters),
    Checklist(Checklist),
    Fill(Fill),
    Show(Show),
    Materials(Materials),
    Status(Status),
    Fields,
    Rules(Rules),
    Explain(Explain),
    Schema,
    Set(Set),
    Get(Get),
    Import(Import),
    Delete(Delete),
    Trash(Trash),
    Completions(Completions),
    Man(Man),
    Catalog(Catalog),
    Help(Help),
}

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
    #[arg(long, conflicts_with_all = ["nature", "name", "path", "kind", "from", "number"])]
    pub example: bool,
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
    pub draft: OsString,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub replace: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub ascii_names: bool,
    #[arg(long)]
    pub with_notes: bool,
    #[arg(long)]
    pub allow_outside: bool,
    #[arg(long, value_name = "RECIPIENT")]
    pub encrypt: Vec<String>,
    #[arg(long, conflicts_with = "encrypt")]
    pub passphrase: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["encrypt", "passphrase"])]
    pub passphrase_file: Option<OsString>,
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
    pub draft: OsString,
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
    #[arg(required = true)]
    pub draft: Option<OsString>,
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
    pub draft: OsString,
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
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Status {
    pub draft: OsString,
    #[arg(group = "what")]
    pub event: Option<String>,
    #[arg(long, value_name = "TIME", requires = "what")]
    pub at: Option<String>,
    #[arg(long, value_name = "FILE", group = "what")]
    pub import: Option<OsString>,
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "", conflicts_with = "what")]
    pub calendar: Option<OsString>,
    #[arg(long, visible_alias = "reason", value_name = "TEXT", requires = "event")]
    pub note: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "event")]
    pub number: Option<String>,
    #[arg(long, value_name = "PERSON", requires = "event")]
    pub who: Option<String>,
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
    pub draft: OsString,
    #[arg(required = true, value_name = "FIELD=VALUE")]
    pub values: Vec<String>,
    #[arg(long)]
    pub force: bool,
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
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
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

/// `beian help`
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Help {
    pub command: Option<OsString>,
}

/// Names of all commands, for the line that tells people without a terminal what there is, and for guesses.
pub fn commands() -> impl Iterator<Item = &'static str> + Clone {
    static NAMES: LazyLock<Vec<String>> =
        LazyLock::new(|| Args::command().get_subcommands().map(|command| command.get_name().to_owned()).collect());
    NAMES.iter().map(String::as_str)
}

/// Whether this is an option that stands before a command and takes the next word as its value.
fn takes_next(word: &str) -> bool {
    static OPTIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let command = Args::command();
        let options = command.get_arguments().filter(|arg| !arg.is_positional() && arg.get_action().takes_values());
        let names = |arg: &Arg| {
            let long = arg.get_long().map(|long| format!("--{long}"));
            long.into_iter().chain(arg.get_short().map(|short| format!("-{short}"))).collect::<Vec<_>>()
        };
        options.flat_map(names).collect()
    });
    OPTIONS.iter().any(|option| option == word)
}

/// Where help and version stand among the options.
const LAST: usize = 900;

/// The language named on the command line, before anything else is understood: help and complaints are in it, too.
#[must_use]
pub fn lang_flag(args: &[OsString]) -> Option<Lang> {
    values_of(args, "--lang").find_map(Lang::from_tag)
}

/// The format named on the command line: complaints about arguments are in it, too.
#[must_use]
pub fn format_flag(args: &[OsString]) -> Format {
    let json = values_of(args, "--format").last().is_some_and(|value| value == "json");
    if json { Format::Json } else { Format::Text }
}

/// What stands after an option, wherever it stands.
fn values_of<'a>(args: &'a [OsString], option: &'static str) -> impl Iterator<Item = &'a str> {
    let mut args = args.iter().filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--");
    std::iter::from_fn(move || {
        loop {
            match args.next()?.strip_prefix(option) {
                Some("") => return args.next(),
                Some(rest) if rest.starts_with('=') => return rest.strip_prefix('='),
                _ => {}
            }
        }
    })
}

/// The first word that is no option and no option's value: a command or a draft.
#[must_use]
pub fn first_word(args: &[OsString]) -> Option<&OsStr> {
    let mut args = args.iter().skip(1);
    loop {
        let arg = args.next()?;
        match arg.to_str() {
            Some(option) if takes_next(option) => drop(args.next()),
            Some(option) if option.starts_with('-') => {}
            _ => return Some(arg),
        }
    }
}

/// The help of a command, or the overview; `None` when there is no such command.
#[must_use]
pub fn help_of(name: Option<&str>, lang: Lang) -> Option<String> {
    let mut command = command(lang);
    command.build();
    let text = match name {
        None => command.render_help(),
        Some(name) => command.find_subcommand_mut(name)?.render_help(),
    };
    Some(with_wide_colons(text.to_string(), lang))
}

/// The colons that clap puts behind headings, as wide as Chinese text has them.
#[must_use]
pub fn with_wide_colons(help: String, lang: Lang) -> String {
    let headings = [words::COMMANDS, words::ARGUMENTS, words::OPTIONS];
    match lang {
        Lang::En => help,
        Lang::Zh => headings
            .iter()
            .fold(help, |help, heading| help.replace(&format!("{}:\n", heading.zh), &format!("{}：\n", heading.zh))),
    }
}

/// Reads the arguments, the program's own name first.
///
/// # Errors
/// What clap has to say, which is also how `--help` and `--version` come.
pub fn parse(args: &[OsString], lang: Lang) -> Result<Args, clap::Error> {
    let matches = command(lang).try_get_matches_from(args)?;
    Args::from_arg_matches(&matches)
}

/// The whole command with the help of a language.
#[must_use]
pub fn command(lang: Lang) -> ClapCommand {
    let command = localised(Args::command(), lang, "beian");
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(LAST);
    command.arg(described(version, lang, "beian")).mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        localised(sub, lang, &name)
    })
}

fn localised(command: ClapCommand, lang: Lang, name: &str) -> ClapCommand {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(LAST);
    let usage = words::USAGE.in_lang(lang);
    let template = format!("{{about}}\n\n{usage}{{usage}}\n\n{{all-args}}{{after-help}}\n");
    let mut command = command
        .about(words::about(name).in_lang(lang))
        .help_template(template)
        .subcommand_help_heading(words::COMMANDS.in_lang(lang))
        .disable_help_flag(true)
        .mut_args(|arg| described(arg, lang, name))
        .arg(described(help, lang, name));
    if let Some(after) = words::after(name) {
        command = command.after_help(after.in_lang(lang));
    }
    // A command of a command is explained under both names.
    command.mut_subcommands(|sub| {
        let name = format!("{name} {}", sub.get_name());
        if name.starts_with("beian ") { sub } else { localised(sub, lang, &name) }
    })
}

fn described(arg: Arg, lang: Lang, command: &str) -> Arg {
    let heading = if arg.is_positional() { words::ARGUMENTS } else { words::OPTIONS };
    let help: Text = words::argument(command, arg.get_id().as_str());
    let takes_value = arg.get_action().takes_values();
    let arg = arg.help(help.in_lang(lang)).help_heading(Str::from(heading.in_lang(lang)));
    let arg = complete::completed(arg);
    // What may be given, and what holds otherwise, is said in the help's own sentence.
    if takes_value { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::error::ErrorKind;

    fn os(args: &[&str]) -> Vec<OsString> {
        args.iter().map(OsString::from).collect()
    }

    #[test]
    fn the_language_is_known_before_anything_else() {
        let table: &[(&[&str], Option<Lang>)] = &[
            (&["beian", "--lang", "en"], Some(Lang::En)),
            (&["beian", "list", "--lang=zh-CN", "--nonsense"], Some(Lang::Zh)),
            (&["beian", "--lang"], None),
            (&["beian", "--lang", "fr"], None),
            (&["beian", "--", "--lang=en"], None),
            (&["beian", "--language=en"], None),
        ];
        for (args, lang) in table {
            assert_eq!(lang_flag(&os(args)), *lang, "{args:?}");
        }
    }

    #[test]
    fn the_first_word_is_no_option() {
        let table: &[(&[&str], Option<&str>)] = &[
            (&["beian", "chekc", "x"], Some("chekc")),
            (&["beian", "--lang", "en", "--format=json", "-h", "chekc"], Some("chekc")),
            (&["beian", "--today", "x"], None),
            (&["beian"], None),
        ];
        for (args, word) in table {
            assert_eq!(first_word(&os(args)), word.map(OsStr::new), "{args:?}");
        }
        assert_eq!(format_flag(&os(&["beian", "--format", "json", "x"])), Format::Json);
        assert_eq!(format_flag(&os(&["beian", "--", "--format=json"])), Format::Text);
    }

    /// Which options take a value is asked of clap: given alone, such an option complains that its value is missing.
    #[test]
    fn no_option_s_value_is_taken_for_the_first_word() {
        let root = Args::command();
        let mut asked = Vec::new();
        for arg in root.get_arguments().filter(|arg| !arg.is_positional()) {
            let option = format!("--{}", arg.get_long().unwrap());
            let alone = root.clone().try_get_matches_from(["beian", &option]);
            let takes_value = alone.is_err_and(|error| error.kind() == ErrorKind::InvalidValue);
            let word = if takes_value { "chekc" } else { "X" };
            assert_eq!(first_word(&os(&["beian", &option, "X", "chekc", "foo"])), Some(OsStr::new(word)), "{option}");
            assert_eq!(first_word(&os(&["beian", &format!("{option}=X"), "chekc"])), Some(OsStr::new("chekc")), "{option}");
            asked.extend(takes_value.then_some(option));
        }
        assert_eq!(asked, ["--theme", "--format", "--color", "--lang", "--drafts-dir", "--lists-dir", "--today"]);
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            let root = command(lang);
            root.clone().debug_assert();
            let names: Vec<&str> = root.get_subcommands().map(ClapCommand::get_name).collect();
            assert_eq!(names, commands().collect::<Vec<_>>());
            let nested = root.get_subcommands().flat_map(ClapCommand::get_subcommands);
            for command in root.get_subcommands().chain(nested).chain([&root]) {
                assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{}", command.get_name());
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {}", command.get_name(), arg.get_id());
                }
            }
        }
    }

    #[test]
    fn a_draft_may_stand_where_a_command_could() {
        assert_eq!(parse(&os(&["beian", "小食记"]), Lang::Zh).unwrap().draft, Some("小食记".into()));
        assert!(matches!(parse(&os(&["beian", "list"]), Lang::Zh).unwrap().command, Some(Command::List(_))));
        let args = parse(&os(&["beian", "check", "-", "--format", "json"]), Lang::Zh).unwrap();
        assert_eq!(args.global.format, Format::Json);
        assert!(parse(&os(&["beian", "status", "d", "--at", "2026-11-23"]), Lang::Zh).is_err());
    }
}
