//! What a shell offers after Tab: drafts, fields and rules, besides the commands and options that clap knows.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use clap::Arg;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter};
use clap_complete::env::{CompleteEnv, Shells};

use super::args;
use super::config::Named;
use super::world::World;
use crate::drafts::Folder;
use crate::filing::EventKind;
use crate::filing::field::table;
use crate::locale::Lang;
use crate::rules;

/// The variable by which a shell asks.
pub const VARIABLE: &str = "COMPLETE";

/// The shells there are scripts for.
#[must_use]
pub fn shells() -> Vec<&'static str> {
    Shells::builtins().names().collect()
}

/// The script that makes a shell ask; `None` for one we do not know.
///
/// # Errors
/// When it cannot be written, which memory never says.
pub fn script(shell: &str) -> io::Result<Option<Vec<u8>>> {
    let shells = Shells::builtins();
    let Some(completer) = shells.completer(shell) else { return Ok(None) };
    let mut script = Vec::new();
    completer.write_registration(VARIABLE, "beian", "beian", "beian", &mut script)?;
    Ok(Some(script))
}

/// Answers a shell that asks; `false` where none does.
#[must_use]
pub fn answer(args: &[OsString], lang: Lang) -> bool {
    let folder = std::env::current_dir().ok();
    let answered =
        CompleteEnv::with_factory(|| args::command(lang)).var(VARIABLE).try_complete(args.iter().cloned(), folder.as_deref());
    // What a shell cannot be told it does not offer; an error would stand in the middle of somebody's line.
    answered.unwrap_or(true)
}

/// Says what may stand in an argument.
#[must_use]
pub fn completed(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "draft" | "drafts" => arg.add(ArgValueCompleter::new(drafts)),
        "event" | "more" => arg.add(ArgValueCompleter::new(events)),
        "values" => arg.add(ArgValueCompleter::new(fields_to_set)),
        "field" | "fields" => arg.add(ArgValueCompleter::new(fields)),
        "key" => arg.add(ArgValueCompleter::new(settings)),
        "rule" | "select" => arg.add(ArgValueCompleter::new(rule_names)),
        "table" | "path" | "output" | "to" => arg.add(ArgValueCompleter::new(PathCompleter::any())),
        _ => arg,
    }
}

fn drafts(typed: &OsStr) -> Vec<CompletionCandidate> {
    let mut world = World::read();
    world.configure();
    let paths = world.drafts_dir.map(|dir| Folder::new(world.folder.join(dir)).paths().unwrap_or_default()).unwrap_or_default();
    let begins = |name: &OsStr| name.as_encoded_bytes().starts_with(typed.as_encoded_bytes());
    let names = paths.iter().filter_map(|path| path.file_stem()).filter(|name| begins(name)).map(CompletionCandidate::new);
    let is_draft = |path: &Path| path.is_dir() || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    names.chain(PathCompleter::any().filter(is_draft).complete(typed)).collect()
}

/// What can be recorded, or one more draft.
fn events(typed: &OsStr) -> Vec<CompletionCandidate> {
    let lang = lang();
    let begins = |name: &str| typed.to_str().is_some_and(|typed| name.starts_with(typed));
    let kinds = EventKind::ALL.into_iter().filter(|kind| begins(kind.name()));
    let kinds = kinds.map(|kind| CompletionCandidate::new(kind.name()).help(Some(kind.label().in_lang(lang).into())));
    kinds.chain(drafts(typed)).collect()
}

fn fields(typed: &OsStr) -> Vec<CompletionCandidate> {
    of_fields(typed, "")
}

fn fields_to_set(typed: &OsStr) -> Vec<CompletionCandidate> {
    of_fields(typed, "=")
}

fn of_fields(typed: &OsStr, ending: &str) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let lang = lang();
    let begins = table().iter().filter(|field| field.path.starts_with(typed));
    begins
        .map(|field| CompletionCandidate::new(format!("{}{ending}", field.path)).help(Some(field.full_label(lang).into())))
        .collect()
}

/// The language of explanations.
fn lang() -> Lang {
    let mut world = World::read();
    world.configure();
    world.lang
}

fn rule_names(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let lang = lang();
    let begins = rules::register().iter().filter(|rule| rule.name.starts_with(typed));
    begins.map(|rule| CompletionCandidate::new(rule.name).help(Some(rule.title.in_lang(lang).into()))).collect()
}

fn settings(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    Named::keys().filter(|key| key.starts_with(typed)).map(CompletionCandidate::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_rules_are_offered_by_their_beginning() {
        let values = |found: Vec<CompletionCandidate>| -> Vec<String> {
            found.iter().map(|one| one.get_value().to_string_lossy().into_owned()).collect()
        };
        assert_eq!(values(fields_to_set(OsStr::new("owner.mob"))), ["owner.mobile="]);
        assert!(values(fields(OsStr::new("subject.certificate."))).len() == 5);
        assert!(values(rule_names(OsStr::new("mobile-"))).contains(&"mobile-shared".to_owned()));
        assert!(values(fields(OsStr::new("nothing"))).is_empty());
    }

    #[test]
    fn there_is_a_script_for_every_shell() {
        for shell in ["bash", "zsh", "fish", "powershell"] {
            let script = script(shell).unwrap().unwrap();
            assert!(String::from_utf8(script).unwrap().contains("beian"), "{shell}");
        }
        assert!(script("dos").unwrap().is_none());
    }
}
