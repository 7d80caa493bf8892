//! Records, as commands read them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::encryption;
use super::error::Failure;
use super::sentence::{Part, Sentence};
use super::store;
use super::world::World;
use crate::answer::applet::Applet;
use crate::filing::FilingKind;
use crate::filing::field::WordList;
use crate::identifiers::icp_no;
use crate::locale::error::path as shown;
use crate::locale::{Lang, answer, record as words};
use crate::package::encryption::Key;
use crate::package::opened::OpenError;
use crate::package::record::{self, Record, RecordError, Told};
use crate::text::clean::visible;

/// Reads what is on record from a draft, a package or a saved answer; the file that was meant comes with it. With a `number` a
/// draft or a package that does not say that it is filed is taken as well, and of several mini-programs that one; for a new filing any
/// of them serves. `key` opens an encrypted package.
///
/// # Errors
/// When there is no such file, or nothing on record in it.
pub fn read(
    world: &World,
    wanted: &OsStr,
    key: &Key,
    number: Option<&str>,
    kind: FilingKind,
) -> Result<(Record, PathBuf), Failure> {
    let written = world.absolute(Path::new(wanted));
    let path = if written.is_file() { written } else { store::find(world, wanted)? };
    match record::read(&path, key, number.map_or(Told::Nothing, Told::Number), kind) {
        Ok(found) => Ok((found, path)),
        Err(RecordError::SeveralMiniPrograms(all)) => Err(several(&path, &all, number.unwrap_or_default(), world)),
        Err(error) => Err(failure(&path, error)),
    }
}

/// The word for one more mini-program of a subject on record, and a shorter one.
pub const ADDITIONAL: [&str; 2] = ["additional", "more"];

/// What is to be prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purpose {
    /// The kind of filing.
    pub kind: FilingKind,
    /// A new filing of a subject that is on record.
    pub is_additional: bool,
}

/// The kind of filing that a word means, by itself or by its name.
///
/// # Errors
/// When it means none.
pub fn purpose(text: &str) -> Result<Purpose, Failure> {
    let word = text.trim();
    if ADDITIONAL.iter().any(|known| word.eq_ignore_ascii_case(known)) || word == words::ADDITIONAL.zh {
        return Ok(Purpose { kind: FilingKind::New, is_additional: true });
    }
    kind(word).map(|kind| Purpose { kind, is_additional: false })
}

fn kind(text: &str) -> Result<FilingKind, Failure> {
    let known = super::value::word(WordList::FilingKinds, text.trim());
    known.and_then(crate::catalog::Vocabulary::from_word).ok_or_else(|| {
        let names = [WordList::FilingKinds.words(), &ADDITIONAL[..1]].concat().join(", ");
        Failure::usage(Sentence::of(words::NO_KIND).with("name", visible(text)))
            .hint(Sentence::of(words::NO_KIND_HINT).with("words", names))
    })
}

/// Why a package cannot be used.
pub fn package_failure(path: &Path, error: OpenError) -> Failure {
    failure(path, RecordError::of_package(path, error))
}

/// Why of several mini-programs none was chosen by this number, which may be empty.
fn several(path: &Path, all: &[Applet], number: &str, world: &World) -> Failure {
    if number.is_empty() || all.iter().any(|applet| applet.has_number(number)) {
        return failure(path, RecordError::SeveralMiniPrograms(all.to_vec()));
    }
    let why = Sentence::of(words::NUMBER_OF_NONE).with("path", shown(path)).with("number", visible(number));
    let is_of_subject = icp_no::check(number, world.today()).reason == "subject";
    let hint = if is_of_subject { words::NUMBER_OF_SUBJECT_HINT } else { words::SEVERAL_NUMBER_HINT };
    Failure::usage(why.with("all", listed(all))).hint(hint)
}

fn listed(all: &[Applet]) -> Part {
    Part::Both(answer::mini_programs(Lang::Zh, all), answer::mini_programs(Lang::En, all))
}

fn failure(path: &Path, error: RecordError) -> Failure {
    let about = |text| Sentence::of(text).with("path", shown(path));
    match error {
        RecordError::Open(error) => Failure::from(error),
        RecordError::TooLarge { limit } => {
            Failure::usage(about(words::TOO_LARGE).with("limit", limit)).hint(words::NOT_AN_ANSWER_HINT)
        }
        RecordError::NotFiled => Failure::usage(about(words::NOT_FILED)).hint(words::NOT_FILED_HINT),
        RecordError::Ended => Failure::usage(about(words::ENDED)).hint(words::ENDED_HINT),
        RecordError::NotAPackage => Failure::usage(about(words::NOT_A_PACKAGE)).hint(words::TAMPERED_HINT),
        RecordError::Newer(format) => {
            Failure::usage(about(words::NEWER).with("format", format.to_string())).hint(words::NEWER_HINT)
        }
        RecordError::Tampered { path: file } => {
            Failure::usage(about(words::TAMPERED).with("file", visible(&file))).hint(words::TAMPERED_HINT)
        }
        RecordError::Bomb { path: file } => {
            Failure::usage(about(words::BOMB).with("file", visible(&file))).hint(words::TAMPERED_HINT)
        }
        RecordError::Closed(why) => encryption::closed(path, &why),
        RecordError::NotAnAnswer(refusal) => {
            let why = |lang| answer::refusal(lang, &refusal).0;
            let part = Part::Both(why(Lang::Zh), why(Lang::En));
            Failure::usage(about(words::NOT_AN_ANSWER).with("trouble", part)).hint(words::NOT_AN_ANSWER_HINT)
        }
        RecordError::SeveralMiniPrograms(all) => {
            Failure::usage(about(words::SEVERAL).with("all", listed(&all))).hint(words::SEVERAL_NUMBER_HINT)
        }
        RecordError::NoMiniProgram => Failure::usage(about(words::NO_MINI_PROGRAM)).hint(words::NO_MINI_PROGRAM_HINT),
        RecordError::PartMissing { part } => {
            Failure::usage(about(words::PART_MISSING).with("part", part)).hint(words::NOT_AN_ANSWER_HINT)
        }
        RecordError::NothingOnRecord => Failure::usage(about(words::NOTHING_ON_RECORD)).hint(words::NOTHING_ON_RECORD_HINT),
        RecordError::Errcode(code) => {
            let failure = Failure::usage(about(words::ERRCODE).with("code", code.to_string()));
            failure.hint(words::NOTHING_ON_RECORD_HINT)
        }
    }
}
