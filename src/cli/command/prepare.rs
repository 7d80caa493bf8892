//! `beian materials prepare`: copies of a draft's scans that the platform takes.

use std::io;

use serde_json::{Value as Json, json};

use super::set;
use crate::cli::args::Prepare;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::DraftFile;
use crate::drafts::copies::{self, Done, Outcome as Became, Place, Request};
use crate::filing::FieldId;
use crate::locale::{Lang, prepare as words};
use crate::scan::prepare::{Note, Refusal, Report, Step, Turned};
use crate::text::clean::visible;

/// Prepares the pictures of a draft and lets the draft refer to the copies.
pub fn run(args: &Prepare, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let only = args.fields.iter().map(|name| picture_field(name)).collect::<Result<Vec<_>, _>>()?;
    let open = if args.dry_run { store::read } else { store::write };
    let mut file = open(world, &args.draft)?;
    store::refuse_outside(world, &file, args.allow_outside)?;
    let mut requests = copies::requests(file.draft(), (!only.is_empty()).then_some(&only));
    if let Some(degrees) = args.turn.as_deref().and_then(|text| text.parse::<u16>().ok()) {
        let quarters = u8::try_from(degrees / 90).unwrap_or_default();
        requests.iter_mut().for_each(|request| request.turned = Turned::By(quarters));
    }
    let done = made(&file, world, &requests, args.dry_run);
    if !args.dry_run {
        save(&mut file, &done, world, args.force)?;
    }
    if out.is_json() {
        let files: Vec<Json> = done.iter().map(|done| to_json(lang, done)).collect();
        out.json(&json!({ "draft": store::path_json(file.path()), "dry_run": args.dry_run, "files": files }))?;
    } else {
        print(out, &done, args.dry_run)?;
    }
    Ok(status(&done))
}

/// A field of pictures by its path.
fn picture_field(name: &str) -> Result<FieldId, Failure> {
    let id = set::named(name)?;
    if id.files().is_some() {
        return Ok(id);
    }
    let other = Sentence::of(words::NOT_A_PICTURE_FIELD).with("field", Part::Field(id));
    Err(Failure::usage(other).hint(words::NOT_A_PICTURE_FIELD_HINT))
}

fn made(file: &DraftFile, world: &World, requests: &[Request], dry_run: bool) -> Vec<Done> {
    let place = Place { folder: file.folder(), home: world.home.as_deref() };
    requests.iter().map(|request| copies::store(copies::make(request, place), place, !dry_run)).collect()
}

/// Lets the draft refer to the copies. Where it cannot be saved, no copy stays behind.
fn save(file: &mut DraftFile, done: &[Done], world: &World, is_forced: bool) -> Result<(), Failure> {
    let mut draft = file.draft().clone();
    let changes = copies::changes(&draft, done);
    let given: Vec<FieldId> = changes.iter().map(|(id, _)| *id).collect();
    for (id, value) in changes {
        draft.set(id, value);
    }
    let before = file.draft().clone();
    store::save_edited(file, &draft, &given, is_forced).inspect_err(|_| copies::take_back(done))?;
    // A copy lies beside its original, which was admitted before.
    store::admit_new(world, file, &before);
    Ok(())
}

/// A copy that could not be written is the system's failure, a picture that cannot be prepared a finding.
fn status(done: &[Done]) -> Status {
    let of = |done: &Done| match &done.outcome {
        Became::Fine | Became::Copied { .. } => Status::Fine,
        Became::Refused(_) => Status::Findings,
        Became::Failed { .. } => Status::System,
    };
    done.iter().map(of).max().unwrap_or(Status::Fine)
}

fn print(out: &mut Out<'_>, done: &[Done], dry_run: bool) -> io::Result<()> {
    let lang = out.lang;
    for one in done {
        out.line(format!("{}  {}", labels(lang, one), visible(&one.request.written)))?;
        for line in lines(lang, one, dry_run) {
            out.line(format!("    {line}"))?;
        }
    }
    let count = |wanted: fn(&Became) -> bool| done.iter().filter(|done| wanted(&done.outcome)).count();
    let copied = count(|became| matches!(became, Became::Copied { .. }));
    let fine = count(|became| matches!(became, Became::Fine));
    let refused = count(|became| matches!(became, Became::Refused(_) | Became::Failed { .. }));
    let summary = if dry_run { words::DRY_SUMMARY } else { words::SUMMARY };
    match done.is_empty() {
        true => out.line(words::NO_FILES.in_lang(lang)),
        false => out.line(summary.with(lang, &[("copied", &copied), ("fine", &fine), ("refused", &refused)])),
    }
}

fn labels(lang: Lang, done: &Done) -> String {
    let labels: Vec<String> = done.request.fields.iter().map(|id| id.full_label(lang)).collect();
    labels.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

fn lines(lang: Lang, done: &Done, dry_run: bool) -> Vec<String> {
    match &done.outcome {
        Became::Fine => vec![words::FINE.in_lang(lang).to_owned()],
        Became::Copied { written, new, elsewhere, report, .. } => {
            let sentence = match (dry_run, new) {
                (true, _) => words::WOULD_COPY,
                (false, true) => words::COPY,
                (false, false) => words::AGAIN,
            };
            let path = sentence.with(lang, &[("path", &visible(written))]);
            let mut lines = vec![path, words::facts(lang, report), words::steps(lang, report)];
            lines.extend(elsewhere.then(|| words::ELSEWHERE.in_lang(lang).to_owned()));
            lines.extend(report.notes.iter().map(|note| words::note(lang, *note).to_owned()));
            lines
        }
        Became::Refused(_) | Became::Failed { .. } => {
            words::complaint(lang, done).map(|(message, hint)| vec![message, hint]).unwrap_or_default()
        }
    }
}

fn to_json(lang: Lang, done: &Done) -> Json {
    let fields: Vec<&str> = done.request.fields.iter().map(|id| id.path()).collect();
    let mut json = json!({ "path": done.request.written, "fields": fields });
    let complaint = words::complaint(lang, done);
    let more = match &done.outcome {
        Became::Fine => json!({ "outcome": "fine" }),
        Became::Copied { written, new, report, .. } => {
            let mut more = json!({ "outcome": "copied", "copy": written, "new": new });
            merge(&mut more, report_json(report));
            more
        }
        Became::Refused(refusal) => json!({ "outcome": "refused", "reason": reason(refusal) }),
        Became::Failed { path, .. } => json!({ "outcome": "failed", "copy": store::path_json(path) }),
    };
    merge(&mut json, more);
    if let Some((message, hint)) = complaint {
        merge(&mut json, json!({ "message": message, "hint": hint }));
    }
    json
}

fn report_json(report: &Report) -> Json {
    let steps: Vec<&str> = report.steps.iter().map(|step| step_name(*step)).collect();
    let notes: Vec<&str> = report.notes.iter().map(|note| note_name(*note)).collect();
    json!({
        "format": report.format.name(),
        "width": report.width,
        "height": report.height,
        "size": report.size,
        "quality": report.quality,
        "steps": steps,
        "notes": notes,
    })
}

fn merge(into: &mut Json, from: Json) {
    if let (Json::Object(into), Json::Object(from)) = (into, from) {
        into.extend(from);
    }
}

/// The word for a step in JSON output.
const fn step_name(step: Step) -> &'static str {
    match step {
        Step::Turned => "turned",
        Step::Rotated(_) => "rotated",
        Step::Colours => "colours",
        Step::Inks => "inks",
        Step::Flattened => "flattened",
        Step::Depth => "depth",
        Step::Smaller { .. } => "smaller",
        Step::Format(_) => "format",
        Step::Bytes(_) => "bytes",
        Step::Metadata => "metadata",
        Step::Name => "name",
    }
}

/// The word for a note in JSON output.
const fn note_name(note: Note) -> &'static str {
    match note {
        Note::FirstFrame => "first-frame",
        Note::BadProfile => "bad-profile",
        Note::MayBeUpsideDown => "may-be-upside-down",
    }
}

/// The word for a refusal in JSON output.
const fn reason(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Unreadable(_) => "unreadable",
        Refusal::TooLarge { .. } => "too-large",
        Refusal::Heic => "heic",
        Refusal::Avif => "avif",
        Refusal::Pdf => "pdf",
        Refusal::Video => "video",
        Refusal::NoPicture => "no-picture",
        Refusal::Damaged(_) => "damaged",
        Refusal::TooFewPixels { .. } => "too-few-pixels",
        Refusal::WillNotFit { .. } => "will-not-fit",
    }
}
