//! Records, as commands read them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::error::Failure;
use super::sentence::Sentence;
use super::store;
use super::world::World;
use crate::filing::FilingKind;
use crate::filing::field::WordList;
use crate::locale::error::path as shown;
use crate::locale::record as words;
use crate::package::opened::OpenError;
use crate::package::record::{self, Record, RecordError};
use crate::text::clean::visible;

/// Reads what is on record from a draft, a package or a saved answer; the file that was meant comes with it.
///
/// # Errors
/// When there is no such file, or nothing on record in it.
pub fn read(world: &World, wanted: &OsStr) -> Result<(Record, PathBuf), Failure> {
    let written = world.absolute(Path::new(wanted));
    let path = if written.is_file() { written } else { store::find(world, wanted)? };
    match record::read(&path) {
        Ok(found) => Ok((found, path)),
        Err(error) => Err(failure(&path, error)),
    }
}

/// The kind of filing that a word means, by itself or by its name.
///
/// # Errors
/// When it means none.
pub fn kind(text: &str) -> Result<FilingKind, Failure> {
    let known = super::value::word(WordList::FilingKinds, text.trim());
    known.and_then(crate::catalog::Vocabulary::from_word).ok_or_else(|| {
        let names = WordList::FilingKinds.words().join(", ");
        Failure::usage(Sentence::of(words::NO_KIND).with("name", visible(text)))
            .hint(Sentence::of(words::NO_KIND_HINT).with("words", names))
    })
}

/// Why a package cannot be used.
pub fn package_failure(path: &Path, error: OpenError) -> Failure {
    failure(path, error.into())
}

fn failure(path: &Path, error: RecordError) -> Failure {
    let about = |text| Sentence::of(text).with("path", shown(path));
    match error {
        RecordError::Io(trouble) => Failure::system(about(words::UNREADABLE).with("trouble", trouble)),
        RecordError::TooLarge { limit } => Failure::usage(about(words::TOO_LARGE).with("limit", limit)),
        RecordError::NotFiled => Failure::usage(about(words::NOT_FILED)).hint(words::NOT_FILED_HINT),
        RecordError::NotADraft(trouble) => Failure::usage(about(words::NOT_A_DRAFT).with("trouble", visible(&trouble))),
        RecordError::NotAPackage(trouble) => Failure::usage(about(words::NOT_A_PACKAGE).with("trouble", visible(&trouble))),
        RecordError::Tampered { path: file } => {
            Failure::usage(about(words::TAMPERED).with("file", visible(&file))).hint(words::TAMPERED_HINT)
        }
        RecordError::Bomb { path: file } => {
            Failure::usage(about(words::BOMB).with("file", visible(&file))).hint(words::TAMPERED_HINT)
        }
        RecordError::NotAnAnswer(trouble) => {
            Failure::usage(about(words::NOT_AN_ANSWER).with("trouble", visible(&trouble))).hint(words::NOT_AN_ANSWER_HINT)
        }
        RecordError::Errcode(code) => Failure::usage(about(words::ERRCODE).with("code", code.to_string())),
    }
}
