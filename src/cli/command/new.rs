//! `beian new`: makes a draft, or the examples.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::catalog;
use crate::cli::args::{New, Unlock};
use crate::cli::command::scans::{Filled, Folder};
use crate::cli::encryption::{self, Asking};
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::record::{self, Purpose};
use crate::cli::sentence::{Part, Sentence};
use crate::cli::store;
use crate::cli::value;
use crate::cli::world::World;
use crate::drafts::folder::{Running, stem_of};
use crate::drafts::{self, DraftFile, example, schema};
use crate::filing::record::Source;
use crate::filing::reuse::reuses_subject;
use crate::filing::take_over::subject_of;
use crate::filing::{Course, Draft, FieldId, FilingKind, Value};
use crate::fs::path::folder_of;
use crate::identifiers::icp_no;
use crate::locale::record as words;
use crate::locale::{Lang, Text, cli, error, reuse, stage};
use crate::package::record::begin;
use crate::plain::Prepared;
use crate::rules;
use crate::scan::{relative_to, resolve};
use crate::text::clean::{one_line, visible};

/// Makes what was asked for and prints its path.
pub fn run(args: &New, world: &World, input: &mut dyn Read, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let scans = match &args.scans {
        Some(folder) => Some(Folder::read(folder, &target(args, world)?, world, out.lang, err)?),
        None => None,
    };
    let mut asking = Asking { world, input, err, lang: out.lang };
    let (mut filled, mut kind) = (None, None);
    let made = match args.example {
        true => examples(world)?,
        false => {
            let (file, placed) = draft(args, scans.as_ref(), &mut asking)?;
            filled = placed;
            kind = Some(if reuses_subject(file.draft()) { record::ADDITIONAL[0] } else { file.draft().filing_kind().word() });
            if reuses_subject(file.draft()) && !out.is_json() {
                // The path alone stands on standard output, for whoever goes on with it.
                if args.kind.is_none() {
                    let _ = writeln!(asking.err, "{}", words::MADE_ADDITIONAL.in_lang(out.lang));
                }
                for line in reuse::lines(out.lang, file.draft()) {
                    let _ = writeln!(err, "{line}");
                }
            }
            vec![file.path().to_owned()]
        }
    };
    if let Some(folder) = made.first().and_then(|path| path.parent()) {
        schema::renew(folder, &schema::text());
    }
    if out.is_json() {
        let mut json = json!({ "drafts": made.iter().map(|path| store::path_json(path)).collect::<Vec<_>>() });
        if let Some(kind) = kind {
            json["kind"] = kind.into();
        }
        if let Some(filled) = filled {
            json["scans"] = filled.to_json();
        }
        out.json(&json)?;
        return Ok(Status::Fine);
    }
    for path in &made {
        out.line(visible(&path.to_string_lossy()))?;
    }
    if let (Some(filled), Some(path)) = (filled, made.first()) {
        filled.tell(path, out, err);
    }
    Ok(Status::Fine)
}

/// Makes a draft that begins with a record, which is named by a draft, a file, or the filing number alone.
///
/// # Errors
/// When there is no such record, or the draft cannot be made.
pub fn from_record(prepared: Prepared, from: &str, asking: &mut Asking<'_>) -> Result<PathBuf, Failure> {
    let world = asking.world;
    let is_file =
        world.absolute(Path::new(from)).is_file() || store::find(world, from.as_ref()).is_ok_and(|found| found.exists());
    let kind = match prepared {
        Prepared::First => "new",
        Prepared::Additional => "additional",
        Prepared::Change => "change",
        Prepared::Deregistration => "deregister",
    };
    let args = New {
        nature: None,
        name: None,
        kind: Some(kind.to_owned()),
        from: is_file.then(|| from.into()),
        number: (!is_file).then(|| from.to_owned()),
        example: false,
        scans: None,
        responsible_person: None,
        owner: None,
        unlock: Unlock::default(),
        path: None,
    };
    draft(&args, None, asking).map(|(file, _)| file.path().to_owned())
}

/// The folder that the draft will lie in.
fn target(args: &New, world: &World) -> Result<PathBuf, Failure> {
    match &args.path {
        Some(path) => Ok(folder_of(&world.absolute(path)).to_owned()),
        None => Ok(store::folder(world)?.path().to_owned()),
    }
}

fn draft(args: &New, scans: Option<&Folder>, asking: &mut Asking<'_>) -> Result<(DraftFile, Option<Filled>), Failure> {
    let world = asking.world;
    let purpose = args.kind.as_deref().map_or(Ok(Purpose { kind: FilingKind::New, is_additional: false }), record::purpose)?;
    let kind = purpose.kind;
    let number = args.number.as_deref().map(|number| one_line(number).0.trim().to_owned()).unwrap_or_default();
    let number = plain_number(number, world);
    let name = args.name.as_deref().map(|name| one_line(name).0.trim().to_owned()).unwrap_or_default();
    let mut draft = match &args.from {
        Some(from) => {
            let key = encryption::key(&args.unlock, asking)?;
            let given = Some(number.as_str()).filter(|number| !number.is_empty());
            let (found, path) = record::read(world, from, &key, given, kind)?;
            let source = path.parent().unwrap_or(Path::new("")).to_owned();
            let target = target(args, world)?;
            store::refuse_unasked(world, &path, &target)?;
            let home = world.home.as_deref();
            let place = |written: &str| relative_to(&target, home, &resolve(&source, home, written));
            begin(&found, kind, &place)
        }
        None if purpose.is_additional && number.is_empty() => {
            return Err(Failure::usage(words::ADDITIONAL_NEEDS).hint(words::ADDITIONAL_NEEDS_HINT));
        }
        None => empty(args, scans.and_then(Folder::nature), purpose, &name, world)?,
    };
    if !number.is_empty() {
        let recorded = plain_number(draft.text(FieldId::RecordNumber).trim().to_owned(), world);
        draft.set(FieldId::RecordNumber, Some(number.as_str().into()));
        check_number(&draft, world)?;
        if contradict(&recorded, &number, kind) {
            let sentence = Sentence::of(words::NUMBER_DIFFERS).with("number", visible(&number).into_owned());
            return Err(Failure::usage(sentence.with("recorded", visible(&recorded))).hint(words::NUMBER_DIFFERS_HINT));
        }
    }
    if !name.is_empty() {
        draft.set(FieldId::MiniProgramName, Some(name.as_str().into()));
    }
    let in_way = running(&draft, args, world)?;
    let filled = scans.map(|scans| {
        let names = [(FieldId::ResponsiblePersonName, &args.responsible_person), (FieldId::OwnerName, &args.owner)];
        let names = names.map(|(field, name)| (field, name.as_deref().map(|name| one_line(name).0.trim().to_owned())));
        let filled = scans.fill(&mut draft, &names, world);
        filled.unnamed(&names).map_or(Ok(filled), Err)
    });
    let filled = filled.transpose()?;
    let file = match &args.path {
        Some(path) => {
            let path = with_ending(&world.absolute(path), &draft);
            world.config.new.fill(&mut draft);
            DraftFile::create(&path, &draft, &world.owner()).map_err(Failure::create)?
        }
        None => {
            let folder = store::folder(world)?;
            folder.create(&draft, "", &world.owner())?
        }
    };
    if let Some(said) = in_way {
        let _ = writeln!(asking.err, "{}", said.in_lang(asking.lang));
    }
    store::is_new(world, file.path());
    // What is made here names what whoever makes it has named.
    store::admit_new(world, &file, &Draft::default());
    Ok((file, filled))
}

/// What is said of a change or deregistration of the same filing that is on its way already.
///
/// # Errors
/// When nobody has named a file for a second one: the wizard opens the first, too.
fn running(draft: &Draft, args: &New, world: &World) -> Result<Option<Sentence>, Failure> {
    let kind = draft.filing_kind();
    if kind == FilingKind::New {
        return Ok(None);
    }
    let mut folders = vec![drafts::Folder::new(target(args, world)?)];
    folders.extend(store::folder(world).ok().filter(|own| folders.iter().all(|folder| folder.path() != own.path())));
    let entries: Vec<_> = folders.iter().filter_map(|folder| folder.list().ok()).flat_map(|listing| listing.entries).collect();
    let running = Running::among(&entries);
    let Some((listed, summary)) = running.of(draft, kind) else { return Ok(None) };
    let (sentence, course) = match kind {
        FilingKind::Deregistration => (cli::END_RUNS, Course::Deregistration),
        _ => (cli::CHANGE_RUNS, Course::Change),
    };
    let path = error::path(&listed.path);
    let said =
        Sentence::of(sentence).with("path", path.clone()).with("stage", Part::Text(stage::stage_of(course, summary.stage)));
    match args.path {
        Some(_) => Ok(Some(said)),
        None => Err(Failure::usage(said).hint(Sentence::of(words::RUNS_HINT).with("path", path))),
    }
}

/// A draft that begins with nothing but what was given. Of a typed record, number and name are on record.
fn empty(args: &New, seen: Option<u32>, purpose: Purpose, name: &str, world: &World) -> Result<Draft, Failure> {
    let kind = purpose.kind;
    let nature = match &args.nature {
        None => match (seen, world.config.new.get(FieldId::SubjectNature)) {
            (Some(nature), _) => nature,
            (None, Some(Value::Code(nature))) => *nature,
            _ => catalog::ENTERPRISE,
        },
        Some(text) => nature(text)?,
    };
    let mut draft = Draft::new(nature);
    draft.set(FieldId::FilingKind, Some(kind.word().into()));
    if purpose.is_additional {
        draft.set(FieldId::FiledBefore, Some(Value::Flag(true)));
    }
    if kind == FilingKind::Change {
        draft.set(FieldId::RecordSource, Some(Source::Typed.word().into()));
        draft.set_recorded(FieldId::MiniProgramName, Some(name.into()));
        draft.set_recorded(FieldId::SubjectNature, Some(Value::Code(nature)));
    }
    Ok(draft)
}

/// A filing number in its stored form, where one is given.
fn plain_number(number: String, world: &World) -> String {
    icp_no::contained(&number, world.today()).unwrap_or(number)
}

/// Whether a record that says this number is another one's than what was given: of a new filing the subject's part counts, and what is
/// masked may be anything.
fn contradict(recorded: &str, given: &str, kind: FilingKind) -> bool {
    let of = |number: &str| if kind == FilingKind::New { subject_of(number).to_uppercase() } else { number.to_uppercase() };
    !recorded.is_empty() && !recorded.contains('*') && of(recorded) != of(given)
}

/// Refuses a number that cannot be the one on record: a slip is best found where it is made.
fn check_number(draft: &Draft, world: &World) -> Result<(), Failure> {
    let Some(finding) = rules::record_number(draft, world.today()) else { return Ok(()) };
    let sentence = |said: &dyn Fn(Lang) -> String| Sentence::of(PLAIN).with("text", Part::Both(said(Lang::Zh), said(Lang::En)));
    let why = sentence(&|lang| finding.message(lang).into_owned());
    Err(Failure::usage(why).hint(sentence(&|lang| finding.fix(lang).into_owned())))
}

/// A sentence that is there already.
const PLAIN: Text = Text::new("{text}", "{text}");

/// A draft's file ends in `.toml`; into a folder goes a file with the draft's own name.
fn with_ending(path: &Path, draft: &Draft) -> PathBuf {
    let path = if path.is_dir() { path.join(stem_of(draft)) } else { path.to_owned() };
    match path.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("toml") => path,
        _ => {
            let mut name = path.into_os_string();
            name.push(".toml");
            PathBuf::from(name)
        }
    }
}

fn nature(text: &str) -> Result<u32, Failure> {
    let known = value::nature(text).filter(|id| catalog::nature(*id).is_some());
    known.ok_or_else(|| {
        Failure::usage(Sentence::of(error::NO_NATURE).with("name", visible(text)))
            .hint(Sentence::of(error::NO_NATURE_HINT).with("names", Part::Words(natures)))
    })
}

/// All natures with their numbers.
fn natures(lang: Lang) -> String {
    let names = catalog::natures().iter().map(|nature| format!("{} {}", nature.id, nature.name.in_lang(lang)));
    names.collect::<Vec<_>>().join(", ")
}

/// Writes the examples into the folder of drafts, without touching anything that is there.
fn examples(world: &World) -> Result<Vec<PathBuf>, Failure> {
    let folder = store::folder(world)?;
    Ok(example::write(&folder, &world.owner(), world.today())?.paths().map(Path::to_owned).collect())
}
