//! Drafts and their scans, as commands want them.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::error::Failure;
use super::output::Out;
use super::sentence::Sentence;
use super::world::World;
use crate::drafts::beside;
use crate::drafts::error::ResolveError;
use crate::drafts::{Access, DraftFile, Folder};
use crate::filing::guard::{Guard, guarded};
use crate::filing::{Draft, FieldId};
use crate::fs::path::{folder_of, is_same_file};
use crate::locale::error as words;
use crate::locale::letter::{NOT_OURS, NOT_OURS_HINT};
use crate::locale::record;
use crate::package::html;
use crate::package::outside::{self, Outside, Reach, admit};
use crate::rules::peers::PeerIndex;
use crate::rules::{self, Context, Finding};
use crate::scan::facts::Facts;
use crate::scan::resolve;
use crate::text::clean::visible;

/// The folder of drafts.
///
/// # Errors
/// When there is none: no home folder, and none was given.
pub fn folder(world: &World) -> Result<Folder, Failure> {
    match &world.drafts_dir {
        Some(path) => Ok(Folder::new(world.absolute(path)).with_defaults(world.config.new.clone())),
        None => Err(Failure::usage(words::NO_HOME).hint(words::NO_HOME_HINT)),
    }
}

/// The file of a draft given by path or by name.
///
/// # Errors
/// When nothing, or more than one draft, is meant.
pub fn find(world: &World, wanted: &OsStr) -> Result<PathBuf, Failure> {
    if wanted.to_str().is_some_and(|wanted| wanted.trim().is_empty()) {
        return Err(ResolveError::NotFound { name: String::new(), similar: Vec::new() }.into());
    }
    // A folder is no draft, but saying so helps more than "no draft called this".
    let written = Path::new(wanted);
    if world.absolute(written).is_dir() && world.drafts_dir.as_ref().is_none_or(|dir| !dir.join(with_ending(wanted)).is_file()) {
        return Ok(written.to_owned());
    }
    Ok(folder(world)?.resolve(wanted)?)
}

fn with_ending(name: &OsStr) -> OsString {
    let mut name = name.to_owned();
    name.push(".toml");
    name
}

/// Opens a draft for reading, whoever else has it open.
///
/// # Errors
/// When it is not there or cannot be read as a draft.
pub fn read(world: &World, wanted: &OsStr) -> Result<DraftFile, Failure> {
    let path = find(world, wanted)?;
    Ok(DraftFile::open(&path, Access::ReadOnly)?)
}

/// Opens a draft for writing.
///
/// # Errors
/// As [`read`], and when somebody else has it open or it cannot be written.
pub fn write(world: &World, wanted: &OsStr) -> Result<DraftFile, Failure> {
    // Read first: a file that is no draft gets no lock beside it.
    let path = read(world, wanted)?.path().to_owned();
    let file = DraftFile::open(&path, Access::Write(&world.owner()))?;
    match file.read_only() {
        Some(reason) => Err(Failure::read_only(file.path(), reason)),
        None => Ok(file),
    }
}

/// Sees that a draft from elsewhere names no file outside its own folder, unless these are meant; the user's own folder of drafts
/// is no elsewhere. Nothing is read before. See [`reach`].
///
/// # Errors
/// Names the files and their fields.
pub fn refuse_outside(world: &World, file: &DraftFile, are_meant: bool) -> Result<(), Failure> {
    match reach(world, file, are_meant).refused(file.draft(), file.folder(), world.home.as_deref()) {
        list if list.is_empty() => Ok(()),
        list => Err(outside_failure(&list)),
    }
}

/// Which of a draft's files may be read. Where these are meant, that is kept in mind for the next time.
#[must_use]
pub fn reach(world: &World, file: &DraftFile, are_meant: bool) -> Reach {
    let reach = Reach::of(file.path(), world.own_drafts(), world.state_dir.as_deref());
    if !are_meant {
        return reach;
    }
    admit(file.path(), world.state_dir.as_deref(), &reach.refused(file.draft(), file.folder(), world.home.as_deref()));
    Reach::everywhere()
}

/// What was known of another draft that lay here is not known of this one, which was just made.
pub fn is_new(world: &World, draft: &Path) {
    if let Some(state) = &world.state_dir {
        beside::forget(&world.absolute(state), draft);
    }
}

/// Keeps in mind that the files are meant that were put into a draft just now, and were not there before.
pub fn admit_new(world: &World, file: &DraftFile, before: &Draft) {
    let reach = Reach::of(file.path(), world.own_drafts(), world.state_dir.as_deref());
    let old: Vec<&str> = before.files().into_iter().map(|(_, _, path)| path).collect();
    let mut new = reach.refused(file.draft(), file.folder(), world.home.as_deref());
    new.retain(|one| !old.contains(&one.path.as_str()));
    admit(file.path(), world.state_dir.as_deref(), &new);
}

/// Sees that a page may be written here: never over the draft or one of its scans, nor over what is no file, and over any other file
/// only where it is a page of ours or that was asked for.
///
/// # Errors
/// Names what is there, and the remedy.
pub fn refuse_over(world: &World, file: &DraftFile, target: &Path, text: &str, is_forced: bool) -> Result<(), Failure> {
    let scans = file.draft().files().into_iter().map(|(_, _, path)| path).filter(|path| !path.is_empty());
    let mut sources = scans.map(|path| resolve(file.folder(), world.home.as_deref(), path)).chain([file.path().to_owned()]);
    if sources.any(|source| is_same_file(&source, target)) {
        let over = Sentence::of(words::OVER_SOURCE).with("path", words::path(target));
        return Err(Failure::usage(over).hint(words::SHEET_OVER_SOURCE_HINT));
    }
    let is_file = |there: &std::fs::Metadata| there.is_file();
    match target.symlink_metadata() {
        Ok(there) if !is_file(&there) || !is_forced && !html::may_replace(target, text) => {
            let other = Sentence::of(NOT_OURS).with("path", words::path(target));
            Err(Failure::usage(other).hint(NOT_OURS_HINT))
        }
        _ => Ok(()),
    }
}

/// Sees that nothing is made of a draft in the user's own folder, where what it names is read unasked, as long as it names files that it may
/// not read itself.
///
/// # Errors
/// Names the files, and the remedy.
pub fn refuse_unasked(world: &World, from: &Path, target: &Path) -> Result<(), Failure> {
    if !outside::is_own(target, world.own_drafts()) {
        return Ok(());
    }
    let list = outside::unasked(from, world.own_drafts(), world.state_dir.as_deref(), world.home.as_deref());
    if list.is_empty() {
        return Ok(());
    }
    Err(Failure::usage(Sentence::of(words::OUTSIDE).with("files", outside_names(&list))).hint(words::OUTSIDE_UNREAD_HINT))
}

/// Which files outside its folder a draft means, another one means that begins with it or follows it. It helps and nothing hangs on it.
pub fn hand_on(world: &World, from: &Path, to: &Path) {
    outside::hand_on(from, to, world.own_drafts(), world.state_dir.as_deref(), world.home.as_deref());
}

/// What is said about files outside a draft's folder.
#[must_use]
pub fn outside_failure(list: &[Outside]) -> Failure {
    Failure::usage(Sentence::of(words::OUTSIDE).with("files", outside_names(list))).hint(words::OUTSIDE_HINT)
}

/// Those of the files of a draft in this file that were not read, because they lie outside its folder and nobody has said that they
/// are meant.
#[must_use]
pub fn unread(world: &World, draft: &Draft, file: &Path) -> Vec<Outside> {
    let real = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let reach = Reach::of(file, world.own_drafts(), world.state_dir.as_deref());
    reach.refused(draft, folder_of(&real), world.home.as_deref())
}

/// What is said where something else is told of a draft of which not all files were read; nothing where all were.
///
/// # Errors
/// When it cannot be written.
pub fn print_unread(out: &mut Out<'_>, list: &[Outside]) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    let lang = out.lang;
    out.line(words::OUTSIDE.with(lang, &[("files", &outside_names(list))]))?;
    out.line(words::OUTSIDE_UNREAD_HINT.in_lang(lang))
}

/// The same for programs.
#[must_use]
pub fn unread_json(list: &[Outside]) -> Json {
    list.iter().map(|one| serde_json::json!({ "field": one.field.path(), "file": one.path })).collect()
}

fn outside_names(list: &[Outside]) -> String {
    let one = |one: &Outside| format!("{} {}", one.field.path(), visible(&one.path));
    list.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A path for programs. One that is no Unicode cannot stand in JSON; it is given as near as can be.
#[must_use]
pub fn path_json(path: &Path) -> Json {
    path.to_string_lossy().into()
}

/// Saves a draft.
///
/// # Errors
/// When it changed meanwhile, or the system fails.
pub fn save(file: &mut DraftFile, draft: &Draft) -> Result<(), Failure> {
    file.save(draft)?;
    Ok(())
}

/// The name of a draft's file without its ending; a name may have dots. What is made of a draft is called after it, since drafts of one
/// mini-program bear one title.
#[must_use]
pub fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(".toml").unwrap_or(&name).to_owned()
}

/// Saves a draft after an edit of the `given` fields. What is filed, or on record, is changed by a filing of its own, and what is under review
/// is judged as it was submitted: such an edit is refused unless it is forced.
///
/// # Errors
/// As [`save`], and when the edit would reach nobody; nothing is saved then.
pub fn save_edited(file: &mut DraftFile, draft: &Draft, given: &[FieldId], is_forced: bool) -> Result<(), Failure> {
    match guarded(file.draft(), draft).filter(|_| !is_forced) {
        Some((guard, mut fields)) => {
            // Answers that the edit would have asked again are not what somebody gave; they are named where nothing else is kept back.
            if fields.iter().any(|id| given.contains(id)) {
                fields.retain(|id| given.contains(id));
            }
            Err(guarded_failure(file, guard, &fields))
        }
        None => save(file, draft),
    }
}

/// Which fields are not edited, and what to do instead.
fn guarded_failure(file: &DraftFile, guard: Guard, fields: &[FieldId]) -> Failure {
    let (why, hint) = match guard {
        Guard::Filed => (record::EDITS_FILED, record::EDITS_FILED_HINT),
        Guard::Ended => (record::EDITS_ENDED, record::EDITS_ENDED_HINT),
        Guard::UnderReview => (record::EDITS_REVIEWED, record::EDITS_REVIEWED_HINT),
        Guard::OnRecord => (record::EDITS_RECORD, record::EDITS_RECORD_HINT),
    };
    let names = fields.iter().map(|id| id.path()).collect::<Vec<_>>().join(", ");
    let path = words::path(file.path());
    Failure::usage(Sentence::of(why).with("path", path.clone()).with("fields", names)).hint(Sentence::of(hint).with("path", path))
}

/// What is known about the files that a draft names, which is that of `file` in its present state; of those that may not be read,
/// that they were not.
#[must_use]
pub fn facts(world: &World, draft: &Draft, file: &Path) -> Facts {
    facts_within(&Reach::of(file, world.own_drafts(), world.state_dir.as_deref()), world, draft, file)
}

/// The same, where it is known what may be read.
#[must_use]
pub fn facts_within(reach: &Reach, world: &World, draft: &Draft, file: &Path) -> Facts {
    let real = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    reach.inspect(&mut world.scans(), folder_of(&real), world.home.as_deref(), draft.scans())
}

/// All findings about a draft; `file` is the one it lies in, links followed.
#[must_use]
pub fn findings(world: &World, draft: &Draft, file: &Path) -> Vec<Finding> {
    findings_among(world, draft, file, PeerIndex::nobody())
}

/// All findings about a draft among others.
#[must_use]
pub fn findings_among(world: &World, draft: &Draft, file: &Path, peers: PeerIndex<'_>) -> Vec<Finding> {
    let facts = facts(world, draft, file);
    rules::check(&Context::new(draft, &facts, world.today()).with_peers(peers))
}
