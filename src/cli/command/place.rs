//! `beian copy`, `beian rename` and `beian collect`: drafts for another filing, under another name, and with their scans beside them.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::cli::args::{Collect, CopyDraft, CopyFor, Rename};
use crate::cli::each::{Pace, each};
use crate::cli::error::{Failure, Kind, Outcome, Status, kind_of};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::Folder;
use crate::drafts::collect::{self, Collected};
use crate::drafts::error::SaveError;
use crate::drafts::folder::{Purpose, safe_name, stem_of};
use crate::drafts::rename::NotRenamed;
use crate::filing::record::Source;
use crate::filing::{Draft, FieldId, FilingKind, History, Stage};
use crate::fs::made::Made;
use crate::fs::path::folder_of;
use crate::fs::{IoTrouble, path};
use crate::locale::{Lang, error, shell as words};
use crate::package::record::{Record, begin};
use crate::scan::{relative_to, resolve};
use crate::text::clean::{one_line, visible};

/// Makes a draft of another for another filing, and prints its path. One more mini-program of a subject whose filing is through refers
/// to the record, as it does in the wizard.
pub fn copy(args: &CopyDraft, world: &World, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let opened = store::read(world, &args.draft)?;
    let source = world.absolute(opened.path());
    let name = args.name.as_deref().map(|name| one_line(name).0.trim().to_owned()).filter(|name| !name.is_empty());
    let target = args.to.as_deref().map(|to| target(to, &source, world)).transpose()?;
    let purpose = match args.purpose {
        CopyFor::OneMore => Purpose::OneMore,
        CopyFor::AnotherEntity => Purpose::AnotherSubject,
    };
    let (folder, title) = match &target {
        Some(path) => (folder_of(path).to_owned(), store::stem(path)),
        None => (folder_of(&source).to_owned(), name.clone().unwrap_or_default()),
    };
    store::refuse_unasked(world, &source, &folder)?;
    let folder = Folder::new(folder);
    let mut file = match purpose {
        Purpose::OneMore if is_on_record(opened.draft()) => {
            let (from, home) = (folder_of(&source), world.home.as_deref());
            let place = |written: &str| relative_to(folder.path(), home, &resolve(from, home, written));
            let record = Record { filed: opened.draft().clone(), source: Source::Draft };
            folder.create(&begin(&record, FilingKind::New, &place), &title, &world.owner())
        }
        _ => folder.duplicate(&source, purpose, &title, &world.owner()),
    }
    .map_err(Failure::from)?;
    if let Some(name) = &name {
        let mut draft = file.draft().clone();
        draft.set(FieldId::MiniProgramName, Some(name.as_str().into()));
        store::save(&mut file, &draft)?;
    }
    store::is_new(world, file.path());
    // What the copy names its source has named.
    store::hand_on(world, &source, file.path());
    made(file.path(), out)?;
    say_where(Moved::Copy, world, &source, file.path(), out, err)
}

/// Whether the draft says that its filing, or its change, is through and has not ended.
fn is_on_record(draft: &Draft) -> bool {
    draft.filing_kind() != FilingKind::Deregistration && History::of(draft).stage() == Stage::Filed
}

/// Gives a draft's file another name, and prints its path.
pub fn rename(args: &Rename, world: &World, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let mut file = store::write(world, &args.draft)?;
    let source = world.absolute(file.path());
    let target = match args.to.as_deref() {
        Some(to) => target(to, &source, world)?,
        None => folder_of(&source).join(format!("{}.toml", stem_of(file.draft()))),
    };
    if path::is_same_file(&source, &target) {
        return made(&source, out);
    }
    store::refuse_unasked(world, &source, folder_of(&target))?;
    let state = world.state_dir.as_deref().map(|state| world.absolute(state));
    file.rename(&source, &target, &world.owner(), state.as_deref()).map_err(|not| match not {
        NotRenamed::Link => {
            Failure::usage(Sentence::of(words::IS_LINK).with("path", error::path(&source))).hint(words::IS_LINK_HINT)
        }
        NotRenamed::Save(error) => Failure::create(error),
        NotRenamed::OldStays(trouble) => {
            let sentence = Sentence::of(words::OLD_STAYS).with("path", error::path(&source));
            Failure::system(sentence.with("trouble", IoTrouble::from(trouble))).hint(words::OLD_STAYS_HINT)
        }
    })?;
    made(file.path(), out)?;
    let scans = folder_of(&source).join(format!("{}-scans", store::stem(&source)));
    if scans.is_dir() {
        out.flush()?;
        let args: &[(&str, &dyn std::fmt::Display)] = &[("folder", &error::path(&scans)), ("draft", &error::path(file.path()))];
        let _ = writeln!(err, "{}", words::SCANS_STAY.with(out.lang, args));
    }
    say_where(Moved::Rename, world, &source, file.path(), out, err)
}

/// How a draft came to lie where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moved {
    Copy,
    Rename,
}

/// Says on standard error that a draft lies in another folder than before, and that it is no longer among those that are listed: a slip in a path
/// would go unnoticed else.
fn say_where(moved: Moved, world: &World, from: &Path, to: &Path, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (was, is) = (real(folder_of(from)), real(folder_of(to)));
    if was == is {
        return Ok(Status::Fine);
    }
    let own = world.drafts_dir.as_deref().map(|own| real(&world.absolute(own)));
    let left = own.is_some_and(|own| own == was);
    let text = match (moved, left) {
        (Moved::Rename, true) => words::MOVED_OUT,
        (Moved::Rename, false) => words::MOVED,
        (Moved::Copy, true) => words::COPIED_OUT,
        (Moved::Copy, false) => return Ok(Status::Fine),
    };
    out.flush()?;
    // If standard error is closed there is nobody to tell.
    let _ = writeln!(err, "{}", text.with(out.lang, &[("from", &error::path(&was)), ("to", &error::path(&is))]));
    Ok(Status::Fine)
}

/// Brings the scans of drafts beside them, and says what became of each.
pub fn collect(args: &Collect, world: &World, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    each(world, &args.drafts, Pace::OneByOne, "files", out, err, |draft, out| one(draft, args, world, out))
}

fn one(draft: &OsStr, args: &Collect, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let mut file = if args.dry_run { store::read(world, draft)? } else { store::write(world, draft)? };
    store::refuse_outside(world, &file, args.allow_outside)?;
    let folder = file.folder().to_owned();
    let target = folder.join(format!("{}-scans", store::stem(file.path())));
    let mut made = Made::default();
    let copies = (!args.dry_run).then_some(&mut made);
    let (collected, all) = collect::collect(file.draft(), &folder, world.home.as_deref(), &target, copies);
    if !args.dry_run {
        store::save(&mut file, &collected)?;
    }
    made.keep();
    // A scan that is not there is found wrong with the draft; a disk that is full is the system's failure.
    let failed = all.iter().filter_map(|one| match &one.outcome {
        collect::Outcome::Failed(trouble) if kind_of(trouble) == Kind::System => Some(Status::System),
        collect::Outcome::Failed(_) => Some(Status::Findings),
        _ => None,
    });
    let status = failed.max().unwrap_or(Status::Fine);
    if out.is_json() {
        out.json(&json!({
            "draft": store::path_json(file.path()),
            "dry_run": args.dry_run,
            "files": all.iter().map(|one| one_json(lang, one)).collect::<Vec<_>>(),
        }))?;
    } else {
        out.line(error::path(file.path()))?;
        for one in &all {
            out.line(format!("  {}", said(lang, one, args.dry_run)))?;
        }
        let system = all.iter().find_map(|one| match &one.outcome {
            collect::Outcome::Failed(trouble) if kind_of(trouble) == Kind::System => Some(trouble),
            _ => None,
        });
        if let Some(trouble) = system {
            out.line(format!("  {}: {}", error::path(&target), error::write_hint(trouble).in_lang(lang)))?;
        }
        if all.is_empty() {
            out.line(format!("  {}", words::NO_FILES.in_lang(lang)))?;
        }
    }
    Ok(status)
}

fn said(lang: Lang, one: &Collected, is_rehearsal: bool) -> String {
    let (was, is) = (visible(&one.was), visible(&one.is));
    match &one.outcome {
        collect::Outcome::Here if one.was == one.is => words::STAYS.with(lang, &[("path", &was)]),
        collect::Outcome::Here => words::WRITTEN_AS.with(lang, &[("was", &was), ("is", &is)]),
        collect::Outcome::Copied(_) if is_rehearsal => words::WOULD_COPY.with(lang, &[("was", &was), ("is", &is)]),
        collect::Outcome::Copied(_) => words::COPIED.with(lang, &[("was", &was), ("is", &is)]),
        collect::Outcome::Failed(trouble) => {
            words::NOT_COLLECTED.with(lang, &[("path", &was), ("trouble", &error::io(lang, trouble))])
        }
    }
}

fn one_json(lang: Lang, one: &Collected) -> Json {
    let (word, trouble) = match &one.outcome {
        collect::Outcome::Here => ("here", None),
        collect::Outcome::Copied(_) => ("copied", None),
        collect::Outcome::Failed(trouble) => ("failed", Some(error::io(lang, trouble))),
    };
    json!({ "was": one.was, "is": one.is, "action": word, "error": trouble })
}

/// Where a draft goes: a path as it stands, a folder with the draft's own name, or a name beside the source.
fn target(to: &OsStr, source: &Path, world: &World) -> Result<PathBuf, Failure> {
    let written = Path::new(to);
    // `.` and `..` are folders, and no names.
    let is_folder = matches!(written.components().next_back(), Some(Component::CurDir | Component::ParentDir));
    let is_path = is_folder || written.components().count() > 1 || written.is_absolute() || to.as_encoded_bytes().ends_with(b"/");
    let name = store::stem(written);
    if !is_path && !is_name(&name) {
        let sentence = Sentence::of(words::NO_NAME).with("name", visible(&name));
        return Err(Failure::usage(sentence).hint(words::NO_NAME_HINT));
    }
    let path = if is_path { world.absolute(written) } else { folder_of(source).join(safe_name(&name)) };
    let path = if is_path && path.is_dir() { path.join(source.file_name().unwrap_or_default()) } else { path };
    let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let path = if is_toml {
        path
    } else {
        let mut name = path.into_os_string();
        name.push(".toml");
        PathBuf::from(name)
    };
    let folder = folder_of(&path);
    if !folder.is_dir() {
        return Err(Failure::usage(Sentence::of(error::NO_FOLDER).with("path", error::path(folder))).hint(error::NO_FOLDER_HINT));
    }
    if path.symlink_metadata().is_ok() && !path::is_same_file(&path, source) {
        return Err(Failure::create(SaveError::Exists { path }));
    }
    Ok(path)
}

/// Whether anything of a name can be the name of a file: not where it is empty, or nothing but blanks, dots and dashes.
fn is_name(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}

fn made(path: &Path, out: &mut Out<'_>) -> Outcome {
    match out.is_json() {
        true => out.json(&json!({ "draft": store::path_json(path) }))?,
        false => out.line(error::path(path))?,
    }
    Ok(Status::Fine)
}
