//! What is on record, read from where it is at hand: a filed draft, a package, or a saved answer of the platform; and the drafts
//! that begin with it.

mod again;
mod answer;
mod begin;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use thiserror::Error;

pub use self::again::{again, complete, one_more, refile};
pub use self::begin::{begin, on_record, with_record};
use crate::answer::Refusal;
use crate::answer::applet::{Applet, Meant};
use crate::drafts::codec;
use crate::drafts::error::OpenError;
use crate::drafts::file::{self, read_draft};
use crate::filing::History;
use crate::filing::record::Source;
use crate::filing::{Draft, FilingKind, Stage};
use crate::package::encryption::{self, Closed, Key};
use crate::package::opened::{self, Opened};

/// The draft in a package.
const DRAFT: &str = "filing.toml";
/// Bytes of an answer that are read: real ones have some kilobytes.
const ANSWER_LIMIT: u64 = 4 * 1024 * 1024;

/// A record, as far as its source knows it: the filed values are those of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What was filed.
    pub filed: Draft,
    /// Where it was read.
    pub source: Source,
}

/// What is said of the filing number by whoever wants a record read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'a> {
    /// Nothing: what is read has to say it.
    Nothing,
    /// There is one, which is asked for later.
    Later,
    /// This is it.
    Number(&'a str),
    /// It is asked for later; of several mini-programs in an answer this one is meant.
    This(&'a Applet),
}

/// Why nothing on record could be read.
#[derive(Debug, Error)]
pub enum RecordError {
    /// It cannot be read as a draft, or not at all.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Larger than anything of its sort.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// What is read at most.
        limit: u64,
    },
    /// A draft or a package of a filing that has no number.
    #[error("not filed")]
    NotFiled,
    /// A draft or a package of a deregistration, or of a filing that has ended.
    #[error("ended")]
    Ended,
    /// A zip that is no package of this program, or a broken one.
    #[error("no package")]
    NotAPackage,
    /// A file in the package is not the one that its manifest lists.
    #[error("{path} is not what the manifest lists")]
    Tampered {
        /// The file inside the package.
        path: String,
    },
    /// A package that grows beyond all bounds when it is unpacked.
    #[error("{path} is larger than it may be")]
    Bomb {
        /// The file inside the package.
        path: String,
    },
    /// A package that is encrypted, and stays closed.
    #[error(transparent)]
    Closed(Closed),
    /// Text that is no answer of the platform, with what is wrong and where.
    #[error("no answer: {0:?}")]
    NotAnAnswer(Refusal),
    /// An answer about several mini-programs, of which one is meant.
    #[error("several mini-programs: {0:?}")]
    SeveralMiniPrograms(Vec<Applet>),
    /// JSON without a part that the answer of `get_online_icp_order` has.
    #[error("{part} is missing")]
    PartMissing {
        /// The part.
        part: &'static str,
    },
    /// An answer with a list of mini-programs in which there is none.
    #[error("no mini-programs")]
    NoMiniProgram,
    /// A package in the layout of a later release.
    #[error("format {0} is newer than this program")]
    Newer(u32),
    /// An answer in which nothing is said of a filing.
    #[error("nothing on record")]
    NothingOnRecord,
    /// The platform answered with an error.
    #[error("errcode {0}")]
    Errcode(i64),
}

impl RecordError {
    /// Why this package cannot be used.
    #[must_use]
    pub fn of_package(path: &Path, error: opened::OpenError) -> Self {
        match error {
            opened::OpenError::Io(trouble) => Self::Open(OpenError::Io { path: path.to_owned(), trouble }),
            // What the reader of archives says is of no use to whoever exported one.
            opened::OpenError::NotAPackage(_) => Self::NotAPackage,
            opened::OpenError::Newer(format) => Self::Newer(format),
            opened::OpenError::Tampered { path } => Self::Tampered { path },
            opened::OpenError::Bomb { path } => Self::Bomb { path },
            opened::OpenError::Closed(why) => Self::Closed(why),
        }
    }
}

/// Reads what is on record from a file: what it is, its content tells. Who files knows more than a draft or a package that was made
/// before there was a number: where that is `told` it is taken nevertheless, a package even while it is still to be asked for.
/// Of an answer about several mini-programs the number, or what else is told, says which one is meant; a new filing asks for the subject, which they have in
/// common, so for that `kind` any of them serves. `key` opens a package that is encrypted.
///
/// # Errors
/// When it cannot be read, is none of the three, was tampered with, or nothing of it is filed.
pub fn read(path: &Path, key: &Key, told: Told<'_>, kind: FilingKind) -> Result<Record, RecordError> {
    match file::check_kind(path) {
        // Packages are larger than any draft.
        Ok(()) | Err(OpenError::TooLarge { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let trouble = |error: std::io::Error| RecordError::Open(OpenError::from_io(path, error));
    let mut opened = File::open(path).map_err(trouble)?;
    let mut bytes = Vec::new();
    opened.by_ref().take(encryption::START as u64).read_to_end(&mut bytes).map_err(trouble)?;
    if bytes.starts_with(b"PK") || encryption::is_encrypted(&bytes) {
        return Ok(Record { filed: filed(packed(path, key)?, told != Told::Nothing)?, source: Source::Package });
    }
    opened.take(ANSWER_LIMIT).read_to_end(&mut bytes).map_err(trouble)?;
    if bytes.len() as u64 > ANSWER_LIMIT {
        return Err(RecordError::TooLarge { limit: ANSWER_LIMIT });
    }
    let first = bytes.trim_ascii_start();
    let first = first.strip_prefix("\u{feff}".as_bytes()).unwrap_or(first).trim_ascii_start();
    // No draft begins with either.
    if first.starts_with(b"{") || first.starts_with(b"<") {
        let meant = match told {
            Told::Number(number) => Meant { number, ..Meant::default() },
            Told::This(applet) => Meant { app_id: &applet.app_id, number: &applet.number, name: &applet.name },
            Told::Nothing | Told::Later => Meant::default(),
        };
        return Ok(Record { filed: answer::draft(&bytes, meant, kind)?, source: Source::Answer });
    }
    let (document, _) = read_draft(path)?;
    // Of a change that is not through nothing is on record but what it changes, whatever number is said.
    let is_new = document.draft().filing_kind() == FilingKind::New;
    let has_number = is_new && matches!(told, Told::Number(_));
    Ok(Record { filed: filed(document.draft().clone(), has_number)?, source: Source::Draft })
}

/// The draft in a package, after every file in it was found to be the one that the manifest lists.
fn packed(path: &Path, key: &Key) -> Result<Draft, RecordError> {
    let text = Opened::open(path, key).and_then(|mut package| package.text(DRAFT));
    let text = text.map_err(|error| RecordError::of_package(path, error))?;
    let document = codec::parse(&text).map_err(|error| OpenError::Content { path: path.join(DRAFT), error })?;
    Ok(document.draft().clone())
}

/// The draft, if it says that it is filed: with its number, and not ended since.
fn filed(draft: Draft, has_number: bool) -> Result<Draft, RecordError> {
    let stage = History::of(&draft).stage();
    if draft.filing_kind() == FilingKind::Deregistration || stage == Stage::Deregistered {
        return Err(RecordError::Ended);
    }
    // A change refers to a number, which stands whether it is through or not; but what it changes is on record only then.
    let is_filed = stage == Stage::Filed && !draft.number().trim().is_empty();
    if is_filed || has_number { Ok(draft) } else { Err(RecordError::NotFiled) }
}
