//! `beian models` and `beian read`: the writing on scans, and what it is read with.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::cli::args::{AddModels, Models, ModelsCommand, ReadScan};
use crate::cli::error::{Failure, Outcome, Status, Stop};
use crate::cli::json::JsonLine;
use crate::cli::output::Out;
use crate::cli::report::VERSION;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::store;
use crate::cli::world::World;
use crate::fs::IoTrouble;
use crate::fs::atomic::Target;
use crate::fs::made::Made;
use crate::locale::tui::preview::unseen;
use crate::locale::{Lang, error, reading as words};
use crate::reading::understand;
use crate::scan::Picture;
use crate::scan::read::models::{MODELS, Model, Refusal, found_in};
use crate::scan::read::{NotReady, Page, Reader};
use crate::text::clean::visible;

/// What there is of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Present,
    Absent,
    Damaged,
    Unreadable,
}

/// Says which models there are and how to get them, or adds some.
pub fn models(args: &Models, world: &World, out: &mut Out<'_>) -> Outcome {
    let folder = folder(world)?;
    match &args.command {
        Some(ModelsCommand::Add(args)) => return add(args, &folder, world, out),
        Some(ModelsCommand::Remove) => return remove(&folder, out),
        None => {}
    }
    let found: Vec<(&Model, State)> = MODELS.iter().map(|model| (model, state(&folder, model))).collect();
    let is_ready = found.iter().all(|(_, state)| *state == State::Present);
    if out.is_json() {
        out.json(&json!({
            "ready": is_ready,
            "folder": store::path_json(&folder),
            "models": found.iter().map(|(model, state)| model_json(model, *state)).collect::<Vec<_>>(),
            "licence": "Apache-2.0",
        }))?;
        return Ok(Status::Fine);
    }
    let lang = out.lang;
    out.line(if is_ready { words::READY } else { words::NOT_READY }.in_lang(lang))?;
    for (model, state) in found {
        let size = format!("{:.1}", model.bytes as f64 / 1e6);
        let state = match state {
            State::Present => words::PRESENT,
            State::Absent => words::ABSENT,
            State::Damaged => words::DAMAGED,
            State::Unreadable => words::UNREADABLE,
        };
        let line = words::MODEL.with(lang, &[("file", &model.file), ("size", &size), ("state", &state.in_lang(lang))]);
        out.line(format!("  {line}"))?;
    }
    out.line(words::FOLDER.with(lang, &[("path", &error::path(&folder))]))?;
    for text in [words::BRINGS, words::HOW, words::LICENCE] {
        out.line(text.in_lang(lang))?;
    }
    Ok(Status::Fine)
}

/// Prints the writing on pictures. Nothing of it is kept. One that cannot be read does not keep the others from being read.
pub fn read(args: &ReadScan, world: &World, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let reader = reader(world)?;
    if let [file] = args.files.as_slice() {
        let (path, page) = page(&reader, file, world)?;
        if out.is_json() {
            out.json(&page_json(&path, &page))?;
        } else {
            print(&page, out)?;
        }
        return Ok(Status::Fine);
    }
    let (lang, is_json, mut worst, mut failed) = (out.lang, out.is_json(), Status::Fine, 0_usize);
    if is_json {
        out.raw(&format!("{{\"version\":{VERSION},\"files\":["))?;
    }
    for (index, file) in args.files.iter().enumerate() {
        let read = page(&reader, file, world);
        if let Err(failure) = &read {
            worst = worst.max(failure.status());
            failed += 1;
        }
        if is_json {
            out.raw(if index == 0 { "\n" } else { ",\n" })?;
            let json = read.map_or_else(
                |failure| json!({ "file": store::path_json(&world.absolute(file)), "error": failure.details(lang) }),
                |(path, page)| page_json(&path, &page),
            );
            out.bytes(&JsonLine::of(&json))?;
        } else {
            match read {
                Ok((path, page)) => {
                    out.line(words::FILE.with(lang, &[("path", &error::path(&path))]))?;
                    print(&page, out)?;
                    out.line("")?;
                }
                Err(failure) => {
                    out.flush()?;
                    // If standard error is closed there is nobody to tell.
                    let _ = writeln!(err, "{}", failure.to_text(lang));
                }
            }
        }
        // What is read is said, whatever comes next.
        out.flush()?;
    }
    if is_json {
        out.raw("\n],\"totals\":")?;
        out.bytes(&JsonLine::of(&json!({ "files": args.files.len(), "failed": failed })))?;
        out.raw("}\n")?;
    }
    Ok(worst)
}

/// The writing on one picture, and where it lies.
fn page(reader: &Reader, file: &Path, world: &World) -> Result<(PathBuf, Page), Failure> {
    let path = world.absolute(file);
    let shown = error::path(&path);
    let picture = Picture::read(&path).map_err(|why| {
        let why = Part::Both(unseen(Lang::Zh, &why), unseen(Lang::En, &why));
        Failure::usage(Sentence::of(words::NOT_SEEN).with("path", shown.clone()).with("why", why))
    })?;
    let failed = || Failure::system(Sentence::of(words::FAILED).with("path", shown.clone())).hint(words::FAILED_HINT);
    let page = reader.read(&picture).ok_or_else(failed)?;
    Ok((path, page))
}

/// What a page says, and its lines.
fn print(page: &Page, out: &mut Out<'_>) -> Result<(), Stop> {
    let reading = understand(page);
    if let Some(kind) = reading.kind {
        let side = reading.side.map(words::side);
        let kind = kind.name().in_lang(out.lang);
        out.line(match side {
            Some(side) => words::DOCUMENT_SIDE.with(out.lang, &[("kind", &kind), ("side", &side.in_lang(out.lang))]),
            None => words::DOCUMENT.with(out.lang, &[("kind", &kind)]),
        })?;
    }
    if reading.is_double {
        out.line(words::SEVERAL.in_lang(out.lang))?;
    }
    if reading.has_watermark {
        out.line(words::WATERMARK.in_lang(out.lang))?;
    }
    for seen in &reading.values {
        let (what, certainty) =
            (words::what(seen.what, &reading).in_lang(out.lang), words::certainty(seen.certainty).in_lang(out.lang));
        let text = words::value(out.lang, seen);
        out.line(words::VALUE.with(out.lang, &[("what", &what), ("text", &text), ("certainty", &certainty)]))?;
    }
    out.line("")?;
    if page.lines.is_empty() {
        out.line(words::NO_WRITING.in_lang(out.lang))?;
    }
    for line in &page.lines {
        out.line(visible(&line.text))?;
    }
    Ok(())
}

/// Takes the models away, and nothing else that lies beside them.
fn remove(folder: &Path, out: &mut Out<'_>) -> Outcome {
    let mut removed = Vec::new();
    for model in &MODELS {
        let path = folder.join(model.file);
        match std::fs::remove_file(&path) {
            Ok(()) => removed.push(path),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                // What has gone is said as well.
                let removed = if out.is_json() { Vec::new() } else { removed };
                for path in &removed {
                    out.line(words::REMOVED.with(out.lang, &[("path", &error::path(path))]))?;
                }
                let trouble = Sentence::of(words::NOT_REMOVED).with("path", error::path(&path));
                return Err(Failure::system(trouble.with("trouble", IoTrouble::from(error))).into());
            }
        }
    }
    // The folder goes with what it was made for, if nothing else is in it.
    let _ = std::fs::remove_dir(folder);
    if out.is_json() {
        out.json(&json!({ "removed": removed.iter().map(|path| store::path_json(path)).collect::<Vec<_>>() }))?;
        return Ok(Status::Fine);
    }
    if removed.is_empty() {
        out.line(words::NONE_TO_REMOVE.in_lang(out.lang))?;
    }
    for path in removed {
        out.line(words::REMOVED.with(out.lang, &[("path", &error::path(&path))]))?;
    }
    Ok(Status::Fine)
}

/// The folder of the models.
fn folder(world: &World) -> Result<PathBuf, Failure> {
    let none = || Failure::usage(words::NO_FOLDER).hint(words::NO_FOLDER_HINT);
    world.models_dir.as_ref().map(|dir| world.absolute(dir)).ok_or_else(none)
}

fn state(folder: &Path, model: &Model) -> State {
    match model.read(folder) {
        Ok(bytes) if model.is(&bytes) => State::Present,
        Ok(_) | Err(NotReady::Unusable(_)) => State::Damaged,
        Err(NotReady::Missing(_)) => State::Absent,
        Err(NotReady::Unreadable(..)) => State::Unreadable,
    }
}

fn model_json(model: &Model, state: State) -> Json {
    let state = match state {
        State::Present => "present",
        State::Absent => "missing",
        State::Damaged => "damaged",
        State::Unreadable => "unreadable",
    };
    json!({ "file": model.file, "bytes": model.bytes, "sha256": model.sha256, "state": state })
}

/// Takes the models in files, all of them or none.
fn add(args: &AddModels, folder: &Path, world: &World, out: &mut Out<'_>) -> Outcome {
    let mut found = Vec::new();
    for file in &args.files {
        found.extend(models_in(&world.absolute(file))?);
    }
    let mut made = Made::default();
    made.folder(folder).map_err(|trouble| Failure::not_written(folder, trouble))?;
    let mut added = Vec::new();
    for (model, bytes) in found {
        let path = folder.join(model.file);
        made.file(&path, &bytes, Target::Replace).map_err(|not| Failure::not_written(&path, not.error))?;
        added.push(path);
    }
    made.keep();
    if out.is_json() {
        out.json(&json!({ "added": added.iter().map(|path| store::path_json(path)).collect::<Vec<_>>() }))?;
        return Ok(Status::Fine);
    }
    for path in added {
        out.line(words::ADDED.with(out.lang, &[("path", &error::path(&path))]))?;
    }
    Ok(Status::Fine)
}

/// The models in a file.
fn models_in(file: &Path) -> Result<Vec<(&'static Model, Vec<u8>)>, Failure> {
    let refused = |why: Refusal| {
        let (text, inside) = words::refusal(why);
        let why = Part::Sentence(Box::new(Sentence::of(text).with("file", inside.to_owned())));
        Failure::usage(Sentence::of(words::REFUSED).with("path", error::path(file)).with("why", why)).hint(words::HOW)
    };
    let bytes = crate::scan::read_file(file).map_err(|trouble| match trouble.kind() {
        ErrorKind::FileTooLarge => refused(Refusal::TooLarge),
        _ => {
            let trouble = IoTrouble::from(trouble);
            Failure::usage(Sentence::of(words::CANNOT_READ).with("path", error::path(file)).with("trouble", trouble))
        }
    })?;
    found_in(&bytes).map_err(refused)
}

/// A reader of the models that are there.
///
/// # Errors
/// When there are none, or others than the known ones.
pub fn reader(world: &World) -> Result<Reader, Failure> {
    let folder = &folder(world)?;
    Reader::open(folder).map_err(|why| match why {
        NotReady::Unreadable(file, error) => {
            let path = error::path(&folder.join(file));
            Failure::usage(Sentence::of(words::CANNOT_READ).with("path", path).with("trouble", IoTrouble::from(error)))
        }
        NotReady::Missing(_) => Failure::usage(words::MISSING).hint(words::HOW),
        NotReady::Unusable(file) => {
            let path = error::path(&folder.join(file));
            Failure::usage(Sentence::of(words::CHANGED).with("path", path)).hint(words::HOW)
        }
    })
}

fn page_json(path: &Path, page: &Page) -> Json {
    let mut json = json!({ "file": store::path_json(path) });
    let reading = understand(page);
    let values = reading.values.iter().map(|seen| {
        let corners = seen.corners;
        json!({ "what": words::what_key(seen.what), "text": seen.text, "certainty": words::certainty_key(seen.certainty), "box": corners })
    });
    json["document"] = json!({
        "kind": reading.kind.map(words::kind_key),
        "side": reading.side.map(words::side_key),
        "several": reading.is_double,
        "watermark": reading.has_watermark,
        "values": values.collect::<Vec<_>>(),
    });
    if let (Some(all), Ok(Json::Object(page))) = (json.as_object_mut(), serde_json::to_value(page)) {
        all.extend(page);
    }
    json
}
