//! What is on record, read from where it is at hand: a filed draft, a package, or a saved answer of the platform; and the drafts
//! that begin with it.

mod answer;
mod begin;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use thiserror::Error;

pub use self::begin::begin;
use crate::drafts::{codec, file};
use crate::filing::History;
use crate::filing::record::Source;
use crate::filing::{Draft, FilingKind, Stage};
use crate::fs::IoTrouble;
use crate::package::opened::{OpenError, Opened};

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

/// Why nothing on record could be read.
#[derive(Debug, Error)]
pub enum RecordError {
    /// The system would not let it be read.
    #[error("{0}")]
    Io(#[from] IoTrouble),
    /// Larger than anything of its sort.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// What is read at most.
        limit: u64,
    },
    /// A draft or a package of a filing that has no number.
    #[error("not filed")]
    NotFiled,
    /// No draft: the text is none.
    #[error("no draft: {0}")]
    NotADraft(String),
    /// A zip that is no package of this program, or a broken one.
    #[error("no package: {0}")]
    NotAPackage(String),
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
    /// JSON that is no answer of `get_online_icp_order`, with what is wrong and where.
    #[error("no answer: {0}")]
    NotAnAnswer(String),
    /// The platform answered with an error.
    #[error("errcode {0}")]
    Errcode(i64),
}

impl From<OpenError> for RecordError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Io(trouble) => Self::Io(trouble),
            OpenError::NotAPackage(what) => Self::NotAPackage(what),
            OpenError::Tampered { path } => Self::Tampered { path },
            OpenError::Bomb { path } => Self::Bomb { path },
        }
    }
}

/// Reads what is on record from a file: what it is, its content tells.
///
/// # Errors
/// When it cannot be read, is none of the three, was tampered with, or nothing of it is filed.
pub fn read(path: &Path) -> Result<Record, RecordError> {
    let trouble = |error: std::io::Error| RecordError::Io(error.into());
    let mut opened = File::open(path).map_err(trouble)?;
    let mut start = [0; 4];
    let length = opened.read(&mut start).map_err(trouble)?;
    if start.get(..length).is_some_and(|start| start.starts_with(b"PK")) {
        return Ok(Record { filed: of_kind(packed(path)?)?, source: Source::Package });
    }
    let limit = ANSWER_LIMIT.max(file::LIMIT);
    let mut bytes = start.get(..length).unwrap_or_default().to_vec();
    opened.take(limit).read_to_end(&mut bytes).map_err(trouble)?;
    if bytes.len() as u64 > limit {
        return Err(RecordError::TooLarge { limit });
    }
    let text = String::from_utf8(bytes).map_err(|error| RecordError::NotADraft(error.to_string()))?;
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return Ok(Record { filed: answer::draft(&text)?, source: Source::Answer });
    }
    let document = codec::parse(&text).map_err(|error| RecordError::NotADraft(error.to_string()))?;
    Ok(Record { filed: filed(document.draft().clone())?, source: Source::Draft })
}

/// The draft in a package, after every file in it was found to be the one that the manifest lists.
fn packed(path: &Path) -> Result<Draft, RecordError> {
    let text = Opened::open(path)?.text(DRAFT)?;
    let document = codec::parse(&text).map_err(|error| RecordError::NotADraft(error.to_string()))?;
    Ok(document.draft().clone())
}

/// The draft, if its story says that it is filed.
fn filed(draft: Draft) -> Result<Draft, RecordError> {
    let is_filed = History::of(&draft).stage() == Stage::Filed && !draft.number().is_empty();
    if is_filed { of_kind(draft) } else { Err(RecordError::NotFiled) }
}

/// The draft, unless it is a deregistration, after which nothing is on record. A package is made before there is a number, so its
/// story is not asked: whoever begins with it enters the number.
fn of_kind(draft: Draft) -> Result<Draft, RecordError> {
    if draft.filing_kind() == FilingKind::Deregistration { Err(RecordError::NotFiled) } else { Ok(draft) }
}
