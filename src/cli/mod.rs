//! Commands without a screen: [`command`] has one file each, what they share stands beside it.
//!
//! [`main`] reads the world, [`run`] does everything else and can be called with any world and any output.

mod args;
mod batch;
mod command;
mod complete;
mod completed;
mod config;
mod deadline;
mod each;
mod encryption;
mod error;
mod findings;
mod fix;
mod import;
mod json;
mod many;
mod output;
mod own;
mod record;
mod report;
mod sentence;
mod similar;
mod stage_word;
mod store;
mod time;
mod usage;
mod value;
mod world;
mod wrong;

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use args::{Args, Colour, Command, Format, MaterialsCommand};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use command::{
    catalog, check, checklist, checklist_page, config as config_command, confirm, delete, diff, explain, export, fields, fill,
    get, help, import as import_command, letters, list, new, open, place, prepare, reading, rules, schema, set, shell, show,
    status, trash,
};
pub use error::Status;
use error::{Failure, Outcome, Stop};
use json::JsonLine;
use output::Out;
use sentence::Sentence;
pub use world::World;

use crate::fs::IoTrouble;
use crate::locale::{Lang, error as words, many as many_words};

/// Runs the program: arguments, environment and clock are read here and nowhere below.
#[must_use]
pub fn main() -> ExitCode {
    // A limit on file sizes comes back as an error of what is written, instead of ending the program half way.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    let args: Vec<OsString> = std::env::args_os().collect();
    let mut world = World::read();
    if world.is_completing {
        world.configure();
    }
    if world.is_completing && complete::answer(&args, world.lang) {
        return ExitCode::SUCCESS;
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let kept = world.clone();
    let status = run(&args, world, &mut io::stdin(), &mut out, &mut io::stderr().lock());
    kept.prune_scans();
    ExitCode::from(status as u8)
}

/// Runs one command: `args` with the program's name first. Results go to `out`, complaints to `err`.
pub fn run(
    args: &[OsString],
    mut world: World,
    input: &mut (dyn Read + Send),
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Status {
    world.configure();
    let lang = args::lang_flag(args).unwrap_or(world.lang);
    let command = args::first_word(args).and_then(OsStr::to_str).unwrap_or_default();
    let args = match args::parse(args, lang) {
        Ok(args) => args,
        Err(error) if !error.use_stderr() => {
            return show(out, err, lang, &args::with_wide_colons(error.render().to_string(), lang));
        }
        Err(mut error) => {
            args::name_command(args, &mut error);
            let failure = no_command(args, &error).unwrap_or_else(|| Failure::from(error));
            return tell(err, lang, args::format_flag(args), &failure);
        }
    };
    let format = args.global.format;
    if matches!(format, Format::Markdown | Format::Html) && !matches!(args.command, Some(Command::Show(_))) {
        return tell(
            err,
            lang,
            Format::Text,
            &Failure::usage(Sentence::of(words::NO_SUCH_FORMAT).with("possible", Format::names_of(command).join(", ")))
                .hint(words::NO_SUCH_FORMAT_HINT),
        );
    }
    if matches!(format, Format::Sarif | Format::Github) && !matches!(args.command, Some(Command::Check(_))) {
        return tell(err, lang, Format::Text, &Failure::usage(many_words::ONLY_CHECK).hint(many_words::ONLY_CHECK_HINT));
    }
    let mut quiet = io::sink();
    if let Err(failure) = take_over(&mut world, &args, lang) {
        return tell(err, lang, format, &failure);
    }
    catalog::install(&world, lang, if catalog::resets(&args) { &mut quiet } else { &mut *err });
    if !matches!(args.command, Some(Command::Config(_))) {
        config_command::warn(&world, lang, err);
    }
    let mut printer = Out::new(out, lang, format);
    printer.columns = world.columns;
    printer.is_coloured = match args.global.color {
        Colour::Auto => world.shows_colour,
        Colour::Always => true,
        Colour::Never => false,
    };
    let outcome = run_command(args, &world, input, &mut printer, err);
    match outcome.and_then(|status| printer.flush().map(|()| status).map_err(Stop::Output)) {
        Ok(status) => status,
        Err(Stop::Failure(failure)) => {
            let flushed = printer.flush();
            let status = tell(err, lang, format, &failure);
            if flushed.is_err() { Status::System } else { status }
        }
        Err(Stop::Output(error)) => output_failed(err, lang, &error),
    }
}

fn run_command(args: Args, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    match args.command {
        None => open::run(&args, world, input, out),
        Some(Command::Help(args)) => help::run(&args.command, out),
        Some(_) if args.wizard.draft.is_some() => {
            let stray = args.wizard.draft.unwrap_or_default();
            Err(Failure::no_command(&stray).into())
        }
        Some(Command::New(args)) => new::run(&args, world, input, out, err),
        Some(Command::Diff(args)) => diff::run(&args, world, out),
        Some(Command::List(given)) => list::run(&given, args.global.drafts_dir.is_some(), world, out),
        Some(Command::Check(args)) => check::run(&args, world, input, out, err),
        Some(Command::Confirm(args)) => confirm::run(&args, world, out),
        Some(Command::Export(args)) => export::run(&args, world, input, out, err),
        Some(Command::Letters(args)) => letters::run(&args, world, out),
        Some(Command::Checklist(args)) => checklist_page::run(&args, world, out),
        Some(Command::Fill(args)) => fill::run(&args, world, input, out, err),
        Some(Command::Show(args)) => show::run(&args, world, out, err),
        Some(Command::Materials(args)) => match args.command {
            Some(MaterialsCommand::List(args)) => checklist::run(&args.drafts, world, out, err),
            Some(MaterialsCommand::Prepare(args)) => prepare::run(&args, world, out),
            None => checklist::run(&args.drafts, world, out, err),
        },
        Some(Command::Status(args)) => status::run(args, world, input, out, err),
        Some(Command::Read(args)) => reading::read(&args, world, out, err),
        Some(Command::Models(args)) => reading::models(&args, world, out),
        Some(Command::Fields) => fields::run(out),
        Some(Command::Rules(args)) => rules::run(args.topic.as_deref(), out),
        Some(Command::Explain(args)) => explain::run(&args.rule, out),
        Some(Command::Schema) => schema::run(out),
        Some(Command::Set(args)) => set::run(&args, world, input, out, err),
        Some(Command::Get(args)) => get::run(&args, world, out),
        Some(Command::Import(args)) => import_command::run(&args, world, out),
        Some(Command::Copy(args)) => place::copy(&args, world, out, err),
        Some(Command::Rename(args)) => place::rename(&args, world, out, err),
        Some(Command::Collect(args)) => place::collect(&args, world, out, err),
        Some(Command::Delete(args)) => delete::run(&args, world, out),
        Some(Command::Completions(args)) => shell::completions(&args, out),
        Some(Command::Gitignore) => shell::gitignore(out),
        Some(Command::Man(args)) => shell::man(&args, world, out),
        Some(Command::Trash(args)) => trash::run(&args, world, out),
        Some(Command::Config(args)) => config_command::run(&args, world, out),
        Some(Command::Catalog(args)) => catalog::run(&args, world, input, out),
    }
}

/// A word that is no command, with more words behind it: a misspelt command, not a draft.
fn no_command(args: &[OsString], error: &clap::Error) -> Option<Failure> {
    let kind = error.kind();
    let stray = match error.get(ContextKind::InvalidArg).or_else(|| error.get(ContextKind::InvalidSubcommand)) {
        Some(ContextValue::String(stray)) => !stray.starts_with('-'),
        _ => false,
    };
    let word = args::first_word(args)?;
    let known = args::commands().any(|command| word == command);
    (matches!(kind, ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand) && stray && !known)
        .then(|| Failure::no_command(word))
}

/// Takes over what the flags say about the world.
fn take_over(world: &mut World, args: &Args, lang: Lang) -> Result<(), Failure> {
    if let Some(tag) = args.global.lang.as_deref().filter(|tag| Lang::from_tag(tag).is_none()) {
        let value = crate::text::clean::visible(tag);
        return Err(Failure::usage(Sentence::of(words::BAD_LANG).with("value", value)).hint(words::BAD_LANG_HINT));
    }
    if args.global.lang.is_none()
        && let Some(tag) = world.lang_variable.as_deref().filter(|tag| Lang::from_tag(tag).is_none())
    {
        let message = Sentence::of(words::SWITCH).with("setting", "BEIAN_LANG").with("word", crate::text::clean::visible(tag));
        return Err(Failure::usage(message).hint(words::BAD_LANG_HINT));
    }
    world.lang = lang;
    if args.global.lang.is_some() {
        world.lang_from = config::Origin::Flag;
    }
    if let Some(dir) = &args.global.drafts_dir {
        world.is_other_folder = world.drafts_dir.as_ref().is_none_or(|own| own != dir);
        (world.drafts_dir, world.drafts_from) = (Some(dir.clone()), config::Origin::Flag);
    }
    if let Some(dir) = &args.global.lists_dir {
        world.lists_dir = Some(dir.clone());
    }
    world.drafts_dir = world.drafts_dir.take().map(|dir| from_home(&dir, world.home.as_deref())).transpose()?;
    world.lists_dir = world.lists_dir.take().map(|dir| from_home(&dir, world.home.as_deref())).transpose()?;
    if let Some(day) = args.global.today.clone().or(world.today_variable.clone()) {
        world.set_today(time::day(&day)?);
    }
    Ok(())
}

/// A folder as it was named, with `~/` for the home folder, which a shell leaves alone in quotation marks and variables do not know. Another
/// user's, or one that the shell did not find, is refused: a folder called `~nobody` would be made else.
fn from_home(dir: &Path, home: Option<&Path>) -> Result<PathBuf, Failure> {
    let mut parts = dir.components();
    match (parts.next().and_then(|first| first.as_os_str().to_str()), home) {
        (Some("~"), Some(home)) => Ok(home.join(parts.as_path())),
        (Some(first), _) if first.starts_with('~') => {
            let sentence =
                Sentence::of(words::NO_SUCH_HOME).with("path", words::path(dir)).with("user", words::path(first.as_ref()));
            Err(Failure::usage(sentence).hint(words::NO_SUCH_HOME_HINT))
        }
        _ => Ok(dir.to_owned()),
    }
}

/// Help and version: they go to standard output.
fn show(out: &mut dyn Write, err: &mut dyn Write, lang: Lang, text: &str) -> Status {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Status::Fine,
        Err(error) => output_failed(err, lang, &error),
    }
}

/// A complaint on standard error. If even that fails there is nobody left to tell.
fn tell(err: &mut dyn Write, lang: Lang, format: Format, failure: &Failure) -> Status {
    let text = match format {
        Format::Json | Format::Report => JsonLine::of(&failure.to_json(lang)),
        _ => failure.to_text(lang).into_bytes(),
    };
    let _ = err.write_all(&text).and_then(|()| err.write_all(b"\n"));
    failure.status()
}

/// A reader that has seen enough (`| head`) is no failure; a full disk is.
fn output_failed(err: &mut dyn Write, lang: Lang, error: &io::Error) -> Status {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Status::Fine;
    }
    let sentence = Sentence::of(words::OUTPUT_LOST).with("trouble", IoTrouble::from(error));
    tell(err, lang, Format::Text, &Failure::system(sentence).hint(words::OUTPUT_LOST_HINT))
}
