//! Failures of commands: message, hint and exit status.

use std::ffi::OsStr;
use std::io;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde_json::{Value as Json, json};

use super::args::COMMANDS;
use super::similar::similar;
use crate::drafts::error::{FolderError, OpenError, ResolveError, SaveError};
use crate::locale::error as words;
use crate::locale::error::Complaint;
use crate::locale::{Lang, Text};
use crate::package::PackageError;
use crate::text::clean::visible;

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// Fine.
    Fine = 0,
    /// Findings with severity error, or a refused export.
    Findings = 1,
    /// Wrong use or unreadable input.
    Usage = 2,
    /// A failure of the operating system.
    System = 3,
}

/// Why a command failed, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The exit status.
    pub status: Status,
    /// What went wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

/// What a command comes to: a status, a failure, or an output nobody takes.
pub type Outcome = Result<Status, Stop>;

/// Why a command stopped.
#[derive(Debug)]
pub enum Stop {
    /// A failure to tell.
    Failure(Failure),
    /// The output could not be written.
    Output(io::Error),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// A failure from a complaint.
    #[must_use]
    pub fn new(status: Status, (message, hint): Complaint) -> Self {
        Self { status, message, hint }
    }

    /// Wrong use: a sentence with one blank, and a hint.
    #[must_use]
    pub fn usage(lang: Lang, message: Text, args: &[(&str, &dyn std::fmt::Display)], hint: String) -> Self {
        Self { status: Status::Usage, message: message.with(lang, args), hint }
    }

    /// A draft that cannot be opened.
    #[must_use]
    pub fn open(lang: Lang, error: &OpenError) -> Self {
        let status = if matches!(error, OpenError::Io { .. }) { Status::System } else { Status::Usage };
        Self::new(status, words::open(lang, error))
    }

    /// A draft that was not saved.
    #[must_use]
    pub fn save(lang: Lang, error: &SaveError) -> Self {
        let status =
            if matches!(error, SaveError::Io { .. } | SaveError::NotFaithful { .. }) { Status::System } else { Status::Usage };
        Self::new(status, words::save(lang, error))
    }

    /// Something about the folder of drafts.
    #[must_use]
    pub fn folder(lang: Lang, error: &FolderError) -> Self {
        match error {
            FolderError::Open(error) => Self::open(lang, error),
            FolderError::Save(error) => Self::create(lang, error),
            FolderError::Elsewhere { .. } => Self::new(Status::Usage, words::folder(lang, error)),
            FolderError::Io { .. } => Self::new(Status::System, words::folder(lang, error)),
        }
    }

    /// A name that leads to no draft.
    #[must_use]
    pub fn resolve(lang: Lang, error: &ResolveError) -> Self {
        match error {
            ResolveError::Folder(error) => Self::folder(lang, error),
            _ => Self::new(Status::Usage, words::resolve(lang, error)),
        }
    }

    /// A package that could not be built.
    #[must_use]
    pub fn package(lang: Lang, error: &PackageError) -> Self {
        Self::new(Status::System, words::package(lang, error))
    }

    /// Arguments nobody understands, in the user's language.
    #[must_use]
    pub fn arguments(lang: Lang, error: &clap::Error) -> Self {
        let context = |kind| match error.get(kind) {
            Some(ContextValue::String(text)) => visible(text).into_owned(),
            Some(ContextValue::Strings(texts)) => visible(&texts.join(" ")).into_owned(),
            _ => String::new(),
        };
        let arg = context(ContextKind::InvalidArg);
        let value = context(ContextKind::InvalidValue);
        let message = match error.kind() {
            ErrorKind::UnknownArgument if !arg.starts_with('-') => words::USAGE_EXTRA.with(lang, &[("arg", &arg)]),
            ErrorKind::UnknownArgument => words::USAGE_UNKNOWN.with(lang, &[("arg", &arg)]),
            ErrorKind::InvalidSubcommand => words::USAGE_UNKNOWN.with(lang, &[("arg", &context(ContextKind::InvalidSubcommand))]),
            ErrorKind::MissingRequiredArgument => words::USAGE_MISSING.with(lang, &[("arg", &arg)]),
            ErrorKind::InvalidValue if value.is_empty() => words::USAGE_NO_VALUE.with(lang, &[("arg", &arg)]),
            ErrorKind::InvalidValue => {
                let possible = context(ContextKind::ValidValue).replace(' ', ", ");
                words::USAGE_VALUE.with(lang, &[("arg", &arg), ("value", &value), ("possible", &possible)])
            }
            ErrorKind::ArgumentConflict => {
                words::USAGE_CONFLICT.with(lang, &[("arg", &arg), ("other", &context(ContextKind::PriorArg))])
            }
            ErrorKind::InvalidUtf8 => words::USAGE_NOT_UNICODE.in_lang(lang).to_owned(),
            _ => {
                let text = error.render().to_string();
                let detail = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
                words::USAGE_OTHER.with(lang, &[("detail", &visible(detail))])
            }
        };
        let hint = match context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedSubcommand) {
            _ if error.kind() == ErrorKind::InvalidUtf8 => words::USAGE_NOT_UNICODE_HINT.in_lang(lang).to_owned(),
            names if names.is_empty() => words::USAGE_HINT.with(lang, &[("command", &"beian")]),
            names => words::SIMILAR.with(lang, &[("names", &names)]),
        };
        Self { status: Status::Usage, message, hint }
    }

    /// A word that should be a command and is none.
    #[must_use]
    pub fn no_command(lang: Lang, word: &OsStr) -> Self {
        let word = word.to_string_lossy();
        let hint = match similar(&word, COMMANDS).first() {
            Some(command) => words::SIMILAR.with(lang, &[("names", &format!("beian {command}"))]),
            None => words::USAGE_HINT.with(lang, &[("command", &"beian")]),
        };
        Self::usage(lang, words::NO_COMMAND, &[("name", &visible(&word))], hint)
    }

    /// A new draft that was not made.
    #[must_use]
    pub fn create(lang: Lang, error: &SaveError) -> Self {
        let (message, hint) = words::create(lang, error);
        Self { message, hint, ..Self::save(lang, error) }
    }

    /// The failure as lines for standard error.
    #[must_use]
    pub fn to_text(&self, lang: Lang) -> String {
        let mut text = words::ERROR.with(lang, &[("message", &self.message)]);
        if !self.hint.is_empty() {
            text.push_str("\n  ");
            text.push_str(&self.hint);
        }
        text
    }

    /// The failure for programs.
    #[must_use]
    pub fn to_json(&self) -> Json {
        json!({ "error": { "message": self.message, "hint": self.hint } })
    }
}
