//! Why a command failed, as values. They are put into words once, where they are printed.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::args;
use super::sentence::Sentence;
use super::similar::similar;
use super::usage;
use crate::answer::Refusal;
use crate::catalog::renewal::answer::Untrusted;
use crate::catalog::renewal::store::Damage;
use crate::drafts::codec::JsonError;
use crate::drafts::error::{FolderError, OpenError, ReadOnly, ResolveError, SaveError};
use crate::filing::EventKind;
use crate::filing::history::OutOfOrder;
use crate::fs::IoTrouble;
use crate::locale::error::{self as words, Complaint};
use crate::locale::{Lang, answer, catalog, stage};
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

/// What kind of failure it is; it decides the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The draft has errors.
    Findings,
    /// Wrong use or unreadable input.
    Usage,
    /// A failure of the operating system.
    System,
}

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    /// What kind of failure it is.
    pub kind: Kind,
    /// What went wrong; boxed, since the errors of drafts are large and every command returns one.
    pub source: Box<Source>,
    /// What to do, besides what the source itself suggests.
    pub hints: Vec<Sentence>,
}

/// What went wrong.
#[derive(Debug)]
pub enum Source {
    /// What the command itself has to say.
    Sentence(Sentence),
    /// A draft could not be opened.
    Open(OpenError),
    /// A draft was not saved.
    Save(SaveError),
    /// A new draft was not made.
    Create(SaveError),
    /// A draft can only be read.
    ReadOnly {
        /// Its file.
        path: PathBuf,
        /// Why.
        reason: ReadOnly,
    },
    /// Something about the folder of drafts.
    Folder(FolderError),
    /// A name leads to no draft.
    Resolve(ResolveError),
    /// A package could not be built.
    Package(PackageError),
    /// A line of standard input is no draft.
    Record {
        /// Its number, from 1.
        line: usize,
        /// Why.
        error: JsonError,
    },
    /// An event cannot have happened now.
    Event {
        /// The event.
        kind: EventKind,
        /// Why.
        reason: OutOfOrder,
    },
    /// What the platform answered cannot be taken into a draft.
    Answer {
        /// Its file.
        file: String,
        /// Why.
        refusal: Refusal,
    },
    /// A saved answer cannot take the place of a list.
    Refused {
        /// Its file.
        file: String,
        /// Why.
        why: Untrusted,
    },
    /// A saved answer cannot be read.
    Unreadable {
        /// Its file.
        file: String,
        /// Why.
        damage: Damage,
    },
    /// Arguments nobody understands.
    Arguments(clap::Error),
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

impl From<Sentence> for Source {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(sentence)
    }
}

impl From<crate::locale::Text> for Source {
    fn from(text: crate::locale::Text) -> Self {
        Self::Sentence(text.into())
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::new(kind_of_open(&error), Source::Open(error))
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::new(kind_of_save(&error), Source::Save(error))
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        Self::new(kind_of_folder(&error), Source::Folder(error))
    }
}

impl From<ResolveError> for Failure {
    fn from(error: ResolveError) -> Self {
        let kind = if let ResolveError::Folder(error) = &error { kind_of_folder(error) } else { Kind::Usage };
        Self::new(kind, Source::Resolve(error))
    }
}

impl From<PackageError> for Failure {
    fn from(error: PackageError) -> Self {
        Self::new(Kind::System, Source::Package(error))
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Self::usage(Source::Arguments(error))
    }
}

/// Whether nothing can lie where a file was to be written, whoever asks.
const fn is_wrong_place(kind: io::ErrorKind) -> bool {
    matches!(
        kind,
        io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::IsADirectory
            | io::ErrorKind::AlreadyExists
            | io::ErrorKind::InvalidFilename
            | io::ErrorKind::InvalidInput
    )
}

/// What a failure of the system comes to, whatever was read or written: a place that cannot be is wrong use, and a file that is not
/// what it should be is bad input; what the system will not do (no permission, a full disk, a device that fails) is its failure.
#[must_use]
pub fn kind_of(trouble: &IoTrouble) -> Kind {
    match trouble.kind {
        kind if is_wrong_place(kind) => Kind::Usage,
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Kind::Usage,
        _ => Kind::System,
    }
}

/// What it comes to that a draft cannot be opened.
#[must_use]
pub fn kind_of_open(error: &OpenError) -> Kind {
    match error {
        OpenError::Io { trouble, .. } => kind_of(trouble),
        OpenError::Denied { .. } => Kind::System,
        _ => Kind::Usage,
    }
}

fn kind_of_save(error: &SaveError) -> Kind {
    match error {
        SaveError::Io { trouble, .. } => kind_of(trouble),
        SaveError::NotFaithful { .. } => Kind::System,
        SaveError::ReadOnly { reason, .. } => kind_of_read_only(reason),
        _ => Kind::Usage,
    }
}

fn kind_of_read_only(reason: &ReadOnly) -> Kind {
    match reason {
        ReadOnly::File => Kind::System,
        ReadOnly::Folder(trouble) => kind_of(trouble),
        ReadOnly::Asked | ReadOnly::Lock(_) => Kind::Usage,
    }
}

fn kind_of_folder(error: &FolderError) -> Kind {
    match error {
        FolderError::Open(error) => kind_of_open(error),
        FolderError::Save(error) => kind_of_save(error),
        FolderError::Elsewhere { .. } => Kind::Usage,
        FolderError::Io { trouble, .. } => kind_of(trouble),
    }
}

impl Failure {
    /// A failure of this kind.
    #[must_use]
    pub fn new(kind: Kind, source: impl Into<Source>) -> Self {
        Self { kind, source: Box::new(source.into()), hints: Vec::new() }
    }

    /// Wrong use.
    #[must_use]
    pub fn usage(source: impl Into<Source>) -> Self {
        Self::new(Kind::Usage, source)
    }

    /// A failure of the system.
    #[must_use]
    pub fn system(source: impl Into<Source>) -> Self {
        Self::new(Kind::System, source)
    }

    /// What the system will not read or write, in the words of `source`.
    #[must_use]
    pub fn io(trouble: &IoTrouble, source: impl Into<Source>) -> Self {
        Self::new(kind_of(trouble), source)
    }

    /// A draft that was to be changed and can only be read.
    #[must_use]
    pub fn read_only(path: &Path, reason: &ReadOnly) -> Self {
        Self::new(kind_of_read_only(reason), Source::ReadOnly { path: path.to_owned(), reason: reason.clone() })
    }

    /// A file that was not written. A place that cannot be is wrong use; what the system will not do is its failure.
    #[must_use]
    pub fn not_written(path: &Path, error: impl Into<IoTrouble>) -> Self {
        let trouble = error.into();
        let kind = kind_of(&trouble);
        let hint = match trouble.kind {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => words::NO_FOLDER_HINT,
            _ if kind == Kind::Usage => words::OTHER_PLACE_HINT,
            _ => words::write_hint(&trouble),
        };
        let sentence = Sentence::of(words::WRITE_FAILED).with("path", words::path(path)).with("trouble", trouble);
        Self::new(kind, sentence).hint(hint)
    }

    /// A new draft that was not made.
    #[must_use]
    pub fn create(error: SaveError) -> Self {
        Self::new(kind_of_save(&error), Source::Create(error))
    }

    /// A word that should be a command and is none.
    #[must_use]
    pub fn no_command(word: &OsStr) -> Self {
        let word = word.to_string_lossy();
        let failure = Self::usage(Sentence::of(words::NO_COMMAND).with("name", visible(&word)));
        match similar(&word, args::commands()).first() {
            Some(command) => failure.hint(Sentence::of(words::SIMILAR).with("names", format!("beian {command}"))),
            None => failure.hint(Sentence::of(words::USAGE_HINT).with("command", "beian")),
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Sentence>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Names what may have been meant; where nothing is like it, says what to do.
    #[must_use]
    pub fn guess(self, guesses: &[&str], otherwise: impl Into<Sentence>) -> Self {
        match guesses {
            [] => self.hint(otherwise),
            guesses => self.hint(Sentence::of(words::SIMILAR).with("names", guesses.join(", "))),
        }
    }

    /// The exit status.
    #[must_use]
    pub const fn status(&self) -> Status {
        match self.kind {
            Kind::Findings => Status::Findings,
            Kind::Usage => Status::Usage,
            Kind::System => Status::System,
        }
    }

    /// What went wrong, and what to do, one sentence a line.
    fn complaint(&self, lang: Lang) -> Complaint {
        let (message, own) = self.source.complaint(lang);
        let hints = self.hints.iter().map(|hint| hint.in_lang(lang));
        let hints: Vec<String> = std::iter::once(own).chain(hints).filter(|hint| !hint.is_empty()).collect();
        (message, hints.join("\n"))
    }

    /// The failure as lines for standard error.
    #[must_use]
    pub fn to_text(&self, lang: Lang) -> String {
        let (message, hints) = self.complaint(lang);
        let mut text = words::ERROR.with(lang, &[("message", &message)]);
        for hint in hints.lines() {
            text.push_str("\n  ");
            text.push_str(hint);
        }
        text
    }

    /// Message and hint for programs.
    #[must_use]
    pub fn details(&self, lang: Lang) -> Json {
        let (message, hint) = self.complaint(lang);
        json!({ "message": message, "hint": hint })
    }

    /// The failure for programs.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> Json {
        json!({ "error": self.details(lang) })
    }
}

impl Source {
    fn complaint(&self, lang: Lang) -> Complaint {
        match self {
            Self::Sentence(sentence) => (sentence.in_lang(lang), String::new()),
            Self::Open(error) => words::open(lang, error),
            Self::Save(error) => words::save(lang, error),
            Self::Create(error) => words::create(lang, error),
            Self::ReadOnly { path, reason } => words::read_only(lang, &words::path(path), reason),
            Self::Folder(error) => words::folder(lang, error),
            Self::Resolve(error) => words::resolve(lang, error),
            Self::Package(error) => words::package(lang, error),
            Self::Record { line, error } => record(lang, *line, error),
            Self::Answer { file, refusal } => {
                let (why, hint) = answer::refusal(lang, refusal);
                (answer::FAILED.with(lang, &[("file", file), ("why", &why)]), hint)
            }
            Self::Event { kind, reason } => stage::refusal(lang, *kind, reason),
            Self::Refused { file, why } | Self::Unreadable { file, damage: Damage::Untrusted(why) } => {
                let why = catalog::untrusted(lang, why);
                let message = catalog::REFUSED.with(lang, &[("file", file), ("why", &why)]);
                (message, catalog::REFUSED_HINT.in_lang(lang).to_owned())
            }
            Self::Unreadable { file, damage } => {
                let why = catalog::damage(lang, damage);
                let message = catalog::UNREADABLE.with(lang, &[("file", file), ("why", &why)]);
                (message, catalog::UNREADABLE_HINT.in_lang(lang).to_owned())
            }
            Self::Arguments(error) => usage::complaint(lang, error),
        }
    }
}

/// Why a line of standard input is no draft.
fn record(lang: Lang, line: usize, error: &JsonError) -> Complaint {
    let (detail, hint) = match error {
        JsonError::Codec(error) => words::object(lang, error),
        error => {
            let detail = match error {
                JsonError::Codec(_) | JsonError::NotAnObject => words::LINE_NEITHER.in_lang(lang).to_owned(),
                JsonError::NotJson { at } => words::LINE_NOT_JSON.with(lang, &[("at", at)]),
                JsonError::Incomplete => words::LINE_INCOMPLETE.in_lang(lang).to_owned(),
                JsonError::TooDeep => words::LINE_TOO_DEEP.in_lang(lang).to_owned(),
                JsonError::TooMany { limit } => words::LINE_TOO_MANY.with(lang, &[("limit", limit)]),
                JsonError::Twice { key } => words::LINE_TWICE.with(lang, &[("key", &visible(key))]),
            };
            (detail, words::BAD_LINE_HINT.in_lang(lang).to_owned())
        }
    };
    (words::BAD_LINE.with(lang, &[("line", &line), ("detail", &detail)]), hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::error::Step;

    #[test]
    fn the_kind_follows_the_source() {
        let path = PathBuf::from("a");
        let trouble = || io::Error::from(io::ErrorKind::StorageFull).into();
        let open = |trouble| OpenError::Io { path: "a".into(), trouble };
        for (failure, status) in [
            (Failure::from(OpenError::NotFound { path: path.clone() }), Status::Usage),
            (Failure::from(open(trouble())), Status::System),
            (Failure::from(FolderError::Open(open(trouble()))), Status::System),
            (Failure::from(ResolveError::Folder(FolderError::Elsewhere { path: path.clone() })), Status::Usage),
            (Failure::from(SaveError::NotFaithful { path: path.clone(), fields: Vec::new() }), Status::System),
            (Failure::from(SaveError::Exists { path }), Status::Usage),
            (Failure::new(Kind::Findings, words::REFUSED), Status::Findings),
        ] {
            assert_eq!(failure.status(), status, "{failure:?}");
        }
    }

    #[test]
    fn one_trouble_comes_to_one_status_whatever_was_done() {
        use io::ErrorKind as E;
        for (kind, status) in [
            (E::NotFound, Status::Usage),
            (E::NotADirectory, Status::Usage),
            (E::IsADirectory, Status::Usage),
            (E::InvalidInput, Status::Usage),
            (E::PermissionDenied, Status::System),
            (E::ReadOnlyFilesystem, Status::System),
            (E::StorageFull, Status::System),
            (E::TimedOut, Status::System),
        ] {
            let path = PathBuf::from("a");
            let trouble = || IoTrouble::from(io::Error::from(kind));
            for failure in [
                Failure::io(&trouble(), words::NO_RULE_HINT),
                Failure::not_written(&path, trouble()),
                Failure::create(SaveError::Io { path: path.clone(), step: Step::Create, trouble: trouble() }),
                Failure::from(SaveError::Io { path: path.clone(), step: Step::Write, trouble: trouble() }),
                Failure::from(OpenError::Io { path: path.clone(), trouble: trouble() }),
                Failure::from(FolderError::Io { path: path.clone(), trouble: trouble() }),
                Failure::read_only(&path, &ReadOnly::Folder(trouble())),
            ] {
                assert_eq!(failure.status(), status, "{kind:?}: {failure:?}");
            }
        }
        assert_eq!(Failure::read_only(Path::new("a"), &ReadOnly::File).status(), Status::System);
        assert_eq!(Failure::from(OpenError::Denied { path: "a".into() }).status(), Status::System);
    }

    #[test]
    fn one_failure_is_told_in_both_languages() {
        let failure = Failure::usage(Sentence::of(words::NO_RULE).with("name", "x")).guess(&["a", "b"], words::NO_RULE_HINT);
        assert_eq!(failure.to_text(Lang::En), "error: No rule \"x\".\n  Did you mean: a, b");
        assert_eq!(failure.to_text(Lang::Zh), "错误：没有规则「x」。\n  是不是：a, b");
        assert_eq!(failure.to_json(Lang::En)["error"]["hint"], "Did you mean: a, b");
        assert_eq!(Failure::system(words::NO_RULE_HINT).details(Lang::En)["hint"], "");
    }
}
