//! `beian export`: the package of a draft without errors.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::cli::args::{Export, Switch};
use crate::cli::each::{self, Pace, each};
use crate::cli::encryption::{self, Asking};
use crate::cli::error::{Failure, Kind, Outcome, Status};
use crate::cli::findings;
use crate::cli::many;
use crate::cli::output::Out;
use crate::cli::own::OwnDrafts;
use crate::cli::report::Filter;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::{DraftFile, exported};
use crate::filing::draft::kind_name;
use crate::filing::guard::{is_ended, is_for_reference};
use crate::fs::made::Made;
use crate::fs::path::{Seen, is_same_file};
use crate::locale::{Lang, encryption as encrypted, error as words, many as many_words};
use crate::package::Package;
use crate::package::archive::{self, Contents, Held, WriteError};
use crate::package::encryption::{ENDING, Protection};
use crate::package::export::{ExportError, Source, assemble, occupant, over, place};
use crate::package::material::Naming;
use crate::reading::Readings;
use crate::rules::{Finding, Severity, Topic};
use crate::scan::resolve;
use crate::text::clean::visible;

/// Builds the package and writes it whole, or names what stands in its way.
pub fn run(args: &Export, world: &World, input: &mut dyn Read, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let _made = check_output(args, world)?;
    let filter = Filter::new(&args.wanted)?;
    let is_folder = args.output.as_ref().is_none_or(|output| world.absolute(output).is_dir());
    let is_several = many::is_several(world, &args.drafts)?;
    if !is_folder && is_several {
        return Err(Failure::usage(many_words::FOLDER_FOR_SEVERAL).hint(many_words::FOLDER_FOR_SEVERAL_HINT).into());
    }
    let own = OwnDrafts::default();
    let mut asking = Asking { world, input, err, lang: out.lang };
    let wanted = encryption::wanted(args, &mut asking)?;
    let is_encrypted = wanted.is_encrypted();
    if let ([draft], false, false) = (args.drafts.as_slice(), is_several, out.is_report) {
        return one(draft, args, (is_encrypted, || wanted.get(&mut asking)), filter, (world, &own), out);
    }
    // Of several all have the same, which is asked for once.
    let protection = wanted.get(&mut asking)?;
    // Packages of one name must not take it from each other.
    each(world, &args.drafts, Pace::OneByOne, each::PATHS, out, err, |draft, out| {
        one(draft, args, (is_encrypted, || Ok(protection.clone())), filter, (world, &own), out)
    })
}

/// Exports one draft; whether its package is encrypted is known before, and how only when nothing else stands in its way.
fn one(
    draft: &OsStr,
    args: &Export,
    (is_encrypted, protection): (bool, impl FnOnce() -> Result<Protection, Failure>),
    filter: Filter<'_>,
    (world, own): (&World, &OwnDrafts),
    out: &mut Out<'_>,
) -> Outcome {
    let file = store::read(world, draft)?;
    let text = file.document().to_text();
    let reach = store::reach(world, &file, args.allow_outside);
    let source = Source {
        folder: file.folder(),
        home: world.home.as_deref(),
        text: &text,
        today: world.today(),
        lang: out.lang,
        naming: match args.ascii_names {
            Some(Switch::Yes) => Naming::Ascii,
            Some(Switch::No) => Naming::Chinese,
            None => world.config.export.naming,
        },
        with_notes: args.with_notes.map_or(world.config.export.with_notes, |switch| switch == Switch::Yes),
        reach: &reach,
        readings: Readings::none(),
    };
    let (package, mut remaining) = match assemble(file.draft(), &source, &mut world.scans()) {
        Ok(made) => made,
        Err(ExportError::Refused(found)) => return refuse(out, &found),
        Err(ExportError::Outside(list)) => return Err(store::outside_failure(&list).into()),
        Err(ExportError::Package(error)) => return Err(Failure::from(error).into()),
        Err(ExportError::Occupied { path, holds }) => return Err(occupied(&path, &holds, false).into()),
        Err(ExportError::Write { path, error }) => return Err(Failure::not_written(&path, error).into()),
    };
    let target = target(args.output.as_deref(), world, &package, is_encrypted);
    if is_source(&file, world, &target) {
        let over = Sentence::of(words::OVER_SOURCE).with("path", words::path(&target));
        return Err(Failure::usage(over).hint(words::OVER_SOURCE_HINT).into());
    }
    let judged = || {
        // What is replaced is what was looked at: it is told of, and may be what somebody wants to keep.
        let seen = Seen::of(&target);
        let over = over(&target);
        let there = occupant(&target, &package);
        let Some(holds) = &there else { return Ok((over, there, seen)) };
        // Only an earlier package of this very filing gives way without force.
        let own = package.contents();
        let is_earlier = matches!(holds, Held::Package(held) if own.is_some_and(|own| own.is_same_filing(held)));
        let gives_way = args.force || args.replace && is_earlier;
        if gives_way { Ok((over, there, seen)) } else { Err(occupied(&target, holds, is_earlier)) }
    };
    let (mut over, mut there, mut seen) = judged()?;
    // Whoever types a passphrase has nothing else to mend.
    let protection = protection()?;
    loop {
        match archive::write_if(&target, &package, &protection, over, &|| Seen::of(&target) == seen) {
            Ok(()) => break,
            Err(WriteError::Package(error)) => return Err(Failure::from(error).into()),
            // Another export was quicker: what has the name now is looked at.
            Err(WriteError::Io(error)) if error.kind() == ErrorKind::AlreadyExists => (over, there, seen) = judged()?,
            Err(WriteError::Io(error)) => return Err(Failure::not_written(&target, error).into()),
        }
    }
    if let (Some(state), Some(made)) = (world.state_dir.as_deref(), package.exported_to(&target)) {
        // Without it the status does not know of the package.
        let _ = exported::keep(&world.absolute(state), file.path(), &made);
    }
    // What other drafts say stands in no package, which may go to somebody whom they do not concern.
    let beside = own.beside(world, file.path());
    let among = store::findings_among(world, file.draft(), file.path(), beside);
    remaining.extend(among.into_iter().filter(|finding| finding.rule.topic == Topic::Drafts));
    remaining.retain(|finding| filter.admits(finding));
    if out.is_json() {
        let held = match &there {
            Some(Held::Package(held)) => Some(contents_json(held)),
            _ => None,
        };
        out.json(&json!({
            "package": store::path_json(&target),
            "replaced": there.is_some(),
            "replaced_package": held,
            "encrypted": protection.is_some(),
            "findings": findings::list_json(out.lang, &remaining),
        }))?;
    } else {
        out.line(words::path(&target))?;
        match there {
            Some(Held::Package(held)) => out.line(words::REPLACED.with(out.lang, &[("held", &held_in(out.lang, &held))]))?,
            Some(Held::Encrypted | Held::Other) => out.line(words::REPLACED_FILE.in_lang(out.lang))?,
            None => {}
        }
        if is_ended(file.draft()) {
            out.line(words::HAS_ENDED.in_lang(out.lang))?;
        } else if is_for_reference(file.draft()) {
            out.line(words::FOR_REFERENCE.in_lang(out.lang))?;
        }
        findings::print(out, &remaining)?;
    }
    Ok(Status::Fine)
}

/// What has the name, and what to do instead; `is_earlier` of an earlier package of the same filing.
fn occupied(path: &Path, holds: &Held, is_earlier: bool) -> Failure {
    let about = |text| Sentence::of(text).with("path", words::path(path));
    match holds {
        Held::Other => Failure::usage(about(words::NOT_A_PACKAGE)).hint(words::NOT_A_PACKAGE_HINT),
        Held::Encrypted => Failure::usage(about(encrypted::HELD_ENCRYPTED)).hint(words::NOT_A_PACKAGE_HINT),
        Held::Package(held) => {
            let (zh, en) = (held_in(Lang::Zh, held), held_in(Lang::En, held));
            let (message, hint) = if is_earlier {
                (words::OCCUPIED, words::OCCUPIED_HINT)
            } else {
                (words::OCCUPIED_BY_ANOTHER, words::NOT_A_PACKAGE_HINT)
            };
            Failure::usage(about(message).with("held", Part::Both(zh, en))).hint(hint)
        }
    }
}

/// What a package holds, in a few words: kind, AppID, who files, and since when.
fn held_in(lang: Lang, held: &Contents) -> String {
    let kind = kind_name(if held.kind.is_empty() { "new" } else { &held.kind }).in_lang(lang);
    let parts = [kind, &held.app_id, &held.subject, &held.date].into_iter().filter(|part| !part.is_empty());
    visible(&parts.collect::<Vec<_>>().join(if lang == Lang::Zh { "，" } else { ", " })).into_owned()
}

fn contents_json(held: &Contents) -> Json {
    json!({ "kind": held.kind, "app_id": held.app_id, "subject": held.subject, "date": held.date })
}

/// Looks at where the package should go before anything is done. A folder that is made for it goes again if nothing comes into it.
fn check_output(args: &Export, world: &World) -> Result<Made, Failure> {
    let mut made = Made::default();
    let Some(output) = &args.output else {
        if let Some(folder) = &world.config.export.folder {
            made.folder(folder).map_err(|trouble| Failure::not_written(folder, trouble))?;
        }
        return Ok(made);
    };
    if output.as_os_str() == "-" {
        return Err(Failure::usage(words::NO_STDOUT).hint(words::NO_STDOUT_HINT));
    }
    let path = world.absolute(output);
    let meant_as_folder = output.as_os_str().as_encoded_bytes().ends_with(b"/");
    let folder = if meant_as_folder { Some(path.as_path()) } else { path.parent() };
    match folder.filter(|folder| !folder.is_dir() && !path.is_dir()) {
        None => Ok(made),
        Some(folder) => {
            let missing = Sentence::of(words::NO_FOLDER).with("path", words::path(folder));
            Err(Failure::usage(missing).hint(words::NO_FOLDER_HINT))
        }
    }
}

/// Whether the package would take the place of the draft or of one of its scans. Nothing makes that right.
fn is_source(file: &DraftFile, world: &World, target: &Path) -> bool {
    let scans = file.draft().files().into_iter().map(|(_, _, path)| path);
    let scans = scans.filter(|path| !path.is_empty()).map(|path| resolve(file.folder(), world.home.as_deref(), path));
    scans.chain([file.path().to_owned()]).any(|source| is_same_file(&source, target))
}

/// Where the package goes: the file or folder that was named, else the working folder. An encrypted one is called so.
fn target(output: Option<&Path>, world: &World, package: &Package, is_encrypted: bool) -> PathBuf {
    match output.map(|path| world.absolute(path)) {
        None => place(world.config.export.folder.as_deref().unwrap_or(&world.folder), package, is_encrypted),
        Some(folder) if folder.is_dir() => place(&folder, package, is_encrypted),
        Some(file) if !is_encrypted || file.extension().is_some_and(|end| end == ENDING) => file,
        Some(file) => {
            let mut name = file.into_os_string();
            name.push(".");
            name.push(ENDING);
            PathBuf::from(name)
        }
    }
}

/// Names the errors; nothing is written.
fn refuse(out: &mut Out<'_>, found: &[Finding]) -> Outcome {
    let errors: Vec<Finding> = found.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    if out.is_json() {
        out.json(&json!({ "package": Json::Null, "findings": findings::list_json(out.lang, found) }))?;
    } else {
        findings::print(out, &errors)?;
    }
    let refused = Sentence::of(words::REFUSED).with("count", errors.len());
    Err(Failure::new(Kind::Findings, refused).hint(words::REFUSED_HINT).into())
}
