//! The arguments, and their help in the user's language.

mod commands;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::Str;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{
    Arg, ArgAction, Args as ClapArgs, Command as ClapCommand, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
};

pub use self::commands::*;
use super::complete;
use crate::locale::{Lang, Text, cli as words, example, help as says};

/// Everything the command line can say. The sentences of the help stand in `locale::help`.
#[derive(Debug, Parser)]
#[command(name = "beian", version, disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[allow(missing_docs)]
pub struct Args {
    #[command(flatten)]
    pub wizard: Wizard,
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the wizard is opened with.
#[derive(Debug, ClapArgs)]
#[allow(missing_docs)]
pub struct Wizard {
    pub draft: Option<OsString>,
    #[arg(long, value_name = "auto|dark|light|high-contrast")]
    pub theme: Option<String>,
    #[arg(long)]
    pub no_mouse: bool,
    #[arg(long)]
    pub plain: bool,
}

/// The arguments without any command. All commands with their options and helps take longer to put together than the wizard needs for
/// everything else before its first frame.
#[derive(Debug, Parser)]
#[command(name = "beian", disable_help_flag = true)]
struct Alone {
    #[command(flatten)]
    wizard: Wizard,
    #[command(flatten)]
    global: Global,
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
    /// For programs: one document of one shape, whatever the number of drafts.
    Report,
    /// For people who keep notes: `show` alone has it.
    Markdown,
    /// For browsers: `show` alone has it.
    Html,
    /// For what collects findings of many tools: `check` alone has it.
    Sarif,
    /// For the log of a GitHub action: `check` alone has it.
    Github,
}

impl Format {
    /// Whether a command, by its name, has it; a command that has no name opens the wizard.
    fn is_of(self, command: &str) -> bool {
        match self {
            Self::Text | Self::Json => true,
            Self::Report => ["show", "check", "list", "export", "status", "materials", "set", "collect"].contains(&command),
            Self::Markdown | Self::Html => command == "show",
            Self::Sarif | Self::Github => command == "check",
        }
    }

    /// The names of those that a command has.
    #[must_use]
    pub fn names_of(command: &str) -> Vec<String> {
        let own = Self::value_variants().iter().filter(|format| format.is_of(command));
        own.filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned())).collect()
    }
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
    Read(ReadScan),
    Models(Models),
    Fields,
    Rules(Rules),
    Explain(Explain),
    Schema,
    Set(Set),
    Get(Get),
    Import(Import),
    Copy(CopyDraft),
    Rename(Rename),
    Collect(Collect),
    Delete(Delete),
    Trash(Trash),
    Completions(Completions),
    Man(Man),
    Gitignore,
    Catalog(Catalog),
    Config(Config),
    Help(Help),
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
    // Reading all options takes longer than opening a draft.
    word.starts_with('-') && OPTIONS.iter().any(|option| option == word)
}

/// The option that says how results are printed.
const FORMAT: &str = "format";

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
    let json = values_of(args, "--format").last().is_some_and(|value| value == "json" || value == "report");
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
        Some(name) => {
            let mut found = &mut command;
            for word in name.split_whitespace() {
                found = found.find_subcommand_mut(word)?;
            }
            found.render_help()
        }
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

/// The command that the arguments name, as it is typed: `beian config set`.
fn command_named(args: &[OsString]) -> String {
    let whole = <Args as CommandFactory>::command();
    let (mut command, mut name) = (&whole, "beian".to_owned());
    for word in args.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(found) = command.find_subcommand(word) {
            command = found;
            name.push(' ');
            name.push_str(found.get_name());
        }
    }
    name
}

/// Says in a complaint which command it is about, and of the formats names only those of that.
pub fn name_command(args: &[OsString], error: &mut clap::Error) {
    error.insert(ContextKind::Custom, ContextValue::String(command_named(args)));
    let is_about_formats =
        matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(arg)) if arg.starts_with("--format"));
    if is_about_formats && error.kind() == ErrorKind::InvalidValue {
        let command = first_word(args).and_then(OsStr::to_str).unwrap_or_default();
        let own = Format::names_of(command);
        if let Some(ContextValue::String(guess)) = error.get(ContextKind::SuggestedValue)
            && !own.contains(guess)
        {
            error.remove(ContextKind::SuggestedValue);
        }
        error.insert(ContextKind::ValidValue, ContextValue::Strings(own));
    }
}

/// Reads the arguments, the program's own name first.
///
/// # Errors
/// What clap has to say, which is also how `--help` and `--version` come.
pub fn parse(args: &[OsString], lang: Lang) -> Result<Args, clap::Error> {
    if let Some(alone) = alone(args) {
        return Ok(alone);
    }
    let is_named = |name: &str| args.iter().any(|word| word == name);
    let matches = command_with(lang, &is_named).try_get_matches_from(args)?;
    Args::from_arg_matches(&matches)
}

/// The arguments where they name no command and are understood without one; whatever is not, the whole command has to explain.
fn alone(args: &[OsString]) -> Option<Args> {
    if args.iter().skip(1).any(|word| word.to_str().is_some_and(Command::has_subcommand)) {
        return None;
    }
    let Alone { wizard, global } = Alone::try_parse_from(args).ok()?;
    Some(Args { wizard, global, command: None })
}

/// The whole command with the help of a language.
#[must_use]
pub fn command(lang: Lang) -> ClapCommand {
    command_with(lang, &|_| true)
}

/// The command, of its commands only what stands in the overview but for those that are `wanted`.
fn command_with(lang: Lang, wanted: &dyn Fn(&str) -> bool) -> ClapCommand {
    let plain = Args::command();
    let formats = plain.get_arguments().find(|arg| arg.get_id() == FORMAT).cloned();
    let command = localised(plain, lang, "beian");
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(LAST);
    command.arg(described(version, lang, "beian")).mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        if !wanted(&name) {
            return sub.about(says::about(&name).in_lang(lang));
        }
        // What every command has is explained once, for all of them alike: where other formats are to be had, the command has its own.
        let own = formats.clone().filter(|_| says::argument(&name, FORMAT) != says::argument("", FORMAT));
        let sub = own.into_iter().fold(sub, ClapCommand::arg);
        localised(sub, lang, &name)
    })
}

fn localised(command: ClapCommand, lang: Lang, name: &str) -> ClapCommand {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(LAST);
    let usage = words::USAGE.in_lang(lang);
    let examples = example::of(name).map(|examples| {
        let lines: String = examples.in_lang(lang).lines().map(|line| format!("  {line}\n")).collect();
        format!("{}\n{lines}\n", words::EXAMPLES.in_lang(lang))
    });
    // What most people look for stands first.
    let examples = examples.unwrap_or_default();
    let template = format!("{{about}}\n\n{examples}{usage}{{usage}}\n\n{{all-args}}{{after-help}}\n");
    let mut command = command
        .about(says::about(name).in_lang(lang))
        .help_template(template)
        .subcommand_help_heading(words::COMMANDS.in_lang(lang))
        .disable_help_flag(true)
        .mut_args(|arg| described(arg, lang, name))
        .arg(described(help, lang, name));
    if let Some(after) = says::after(name) {
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
    let help: Text = says::argument(command, arg.get_id().as_str());
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
    fn without_a_command_the_arguments_are_understood_alike() {
        let table: &[(&[&str], bool)] = &[
            (&["beian"], true),
            (&["beian", "小食记"], true),
            (&["beian", "--plain", "--lang", "en", "a.toml"], true),
            (&["beian", "--theme=dark", "--no-mouse", "--drafts-dir", "d", "--today", "2026-11-28"], true),
            (&["beian", "--", "--odd"], true),
            // A draft may be called as a command is.
            (&["beian", "--", "list"], false),
            (&["beian", "list"], false),
            (&["beian", "--help"], false),
            (&["beian", "-V"], false),
            (&["beian", "a", "b"], false),
            (&["beian", "--nonsense"], false),
            (&["beian", "--format", "yaml"], false),
        ];
        for (args, is_alone) in table {
            let args = os(args);
            let (alone, whole) = (alone(&args), command(Lang::En).try_get_matches_from(&args));
            assert_eq!(alone.is_some(), *is_alone, "{args:?}");
            let whole = whole.and_then(|matches| Args::from_arg_matches(&matches)).ok();
            if let Some(alone) = alone {
                assert_eq!(Some(format!("{alone:?}")), whole.map(|whole| format!("{whole:?}")), "{args:?}");
            }
        }
    }

    #[test]
    fn a_command_says_which_formats_it_has() {
        for (name, word) in [("check", "sarif"), ("show", "markdown"), ("export", "report"), ("list", "report")] {
            let help = help_of(Some(name), Lang::En).unwrap();
            let line = help.lines().find(|line| line.contains("--format <")).unwrap_or_default();
            assert!(line.contains(word) && help.matches("--format <FORMAT>").count() == 1, "{name}: {line}");
        }
        for args in [&["beian", "check", "x", "--format", "json"][..], &["beian", "--format", "json", "check", "x"]] {
            assert_eq!(parse(&os(args), Lang::En).unwrap().global.format, Format::Json, "{args:?}");
        }
        assert_eq!(parse(&os(&["beian", "check", "x"]), Lang::En).unwrap().global.format, Format::Text);
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

    /// The words of an example, as a shell reads it: without what is said about it, and without pipes and files.
    fn words_of(line: &str) -> Vec<OsString> {
        let line = line.split(" # ").next().unwrap_or_default().trim();
        let line = line.strip_prefix("source <(").and_then(|line| line.strip_suffix(')')).unwrap_or(line);
        let line = line.split(['|', '>', '<']).next().unwrap_or_default();
        let quoted: Vec<&str> = line.split('"').collect();
        let words = quoted.iter().enumerate().flat_map(|(place, part)| match place % 2 {
            0 => part.split_whitespace().collect(),
            _ => vec![*part],
        });
        words.map(OsString::from).collect()
    }

    #[test]
    fn every_command_has_examples_that_can_be_called() {
        let root = Args::command();
        let nested = root.get_subcommands().flat_map(|sub| {
            sub.get_subcommands().map(|inner| format!("{} {}", sub.get_name(), inner.get_name())).collect::<Vec<_>>()
        });
        let names = root.get_subcommands().map(|sub| sub.get_name().to_owned()).chain(nested).chain(["beian".to_owned()]);
        for name in names {
            let examples = example::of(&name).unwrap_or_else(|| panic!("{name} has no example"));
            for lang in [Lang::Zh, Lang::En] {
                for line in examples.in_lang(lang).lines() {
                    let words = words_of(line);
                    assert!(parse(&words, lang).is_ok(), "{line}: {words:?}");
                    assert!(name == "beian" || line.contains(&format!("beian {name}")), "{line}");
                    assert!(line.chars().count() <= 88, "{line}");
                }
            }
        }
    }

    #[test]
    fn a_draft_may_stand_where_a_command_could() {
        assert_eq!(parse(&os(&["beian", "小食记"]), Lang::Zh).unwrap().wizard.draft, Some("小食记".into()));
        assert!(matches!(parse(&os(&["beian", "list"]), Lang::Zh).unwrap().command, Some(Command::List(_))));
        let args = parse(&os(&["beian", "check", "-", "--format", "json"]), Lang::Zh).unwrap();
        assert_eq!(args.global.format, Format::Json);
        assert!(parse(&os(&["beian", "status", "d", "--at", "2026-11-23"]), Lang::Zh).is_err());
    }
}
