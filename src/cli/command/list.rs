//! `beian list`: the drafts, with stage, progress and number of findings.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::catalog::filing_region;
use crate::cli::args::List;
use crate::cli::deadline;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::findings;
use crate::cli::many;
use crate::cli::output::Out;
use crate::cli::own::Listings;
use crate::cli::report::VERSION;
use crate::cli::sentence::Sentence;
use crate::cli::stage_word;
use crate::cli::store;
use crate::cli::world::World;
use crate::compare::Compared;
use crate::drafts::Folder;
use crate::drafts::folder::{Listed, Running, Since, Summary};
use crate::filing::deadline::next;
use crate::filing::progress::Progress;
use crate::filing::reuse::kind_title;
use crate::filing::status::{FilingStatus, in_china};
use crate::filing::{Draft, FieldId};
use crate::locale::tui::common;
use crate::locale::{Lang, cli as words, deadline as deadline_words, error, many as words_many, record, value as value_words};
use crate::rules::peers::PeerIndex;
use crate::rules::{self, Context, Finding, Severity};
use crate::scan::facts::Facts;
use crate::text::clean::visible;

/// Cells of each column at most: one long name must not push the rest off the screen.
const WIDTHS: [usize; 10] = [32, 28, 14, 24, 12, 16, 20, 52, 6, 60];
/// The column of what is due, which is there once something is.
const DUE: usize = 7;
/// Columns that are left out where there is no room, the first first: the person, and what is filed.
const OPTIONAL: [usize; 2] = [4, 2];

/// Lists the folder of drafts, or what is named. One that cannot be read is listed with the reason. `is_named` says that the folder
/// was given on the command line, where one that is not there is a slip.
pub fn run(args: &List, is_named: bool, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let listing = if args.drafts.is_empty() {
        let folder = store::folder(world)?;
        if is_named && !folder.path().is_dir() {
            let sentence = Sentence::of(words_many::NO_FOLDER).with("path", error::path(folder.path()));
            return Err(Failure::usage(sentence).hint(words_many::NO_FOLDER_HINT).into());
        }
        folder.list().map_err(Failure::from)?
    } else {
        let mut paths = Vec::new();
        for wanted in many::expand(world, &args.drafts)? {
            paths.push(store::find(world, &wanted)?);
        }
        Folder::listing(&paths).map_err(Failure::from)?
    };
    let running = Running::among(&listing.entries);
    let compared = Compared::of(&listing.entries, world.today());
    // Where only some drafts are named, a change may lie beside them.
    let beside = Listings::default();
    let mut rows = Vec::new();
    let mut json = Vec::new();
    let gone = many::in_order(
        world,
        None,
        listing.entries.len(),
        |index| {
            let listed = listing.entries.get(index);
            listed.map(|listed| findings_of(args, world, listed, compared.peers(&listed.path))).unwrap_or_default()
        },
        |index, found| {
            let Some(listed) = listing.entries.get(index) else { return Ok(()) };
            match out.is_json() {
                true => json.push(to_json(lang, world, listed, &found, &running)),
                false => rows.push(row(lang, world, listed, &found, (&running, &beside))),
            }
            Ok(())
        },
    )?;
    if out.is_json() {
        let all: Vec<Json> = json;
        let json = if out.is_report {
            let failed = listing.entries.iter().filter(|listed| listed.summary.is_err()).count();
            let totals = json!({ "drafts": all.len(), "failed": failed, "interrupted": gone.is_cut_short() });
            json!({ "version": VERSION, "drafts": all, "totals": totals })
        } else {
            all.into()
        };
        out.json(&json)?;
    } else if listing.entries.is_empty() {
        out.line(words::NO_DRAFTS.in_lang(lang))?;
    } else {
        let columns = [
            words::COLUMN_DRAFT,
            words::COLUMN_TITLE,
            words_many::COLUMN_KIND,
            words_many::COLUMN_SUBJECT,
            words_many::COLUMN_PERSON,
            words_many::COLUMN_REGION,
            words::COLUMN_STAGE,
            deadline_words::COLUMN,
            words::COLUMN_PROGRESS,
            words::COLUMN_FINDINGS,
        ];
        let is_due = rows.iter().any(|row| row.get(DUE).is_some_and(|cell| !cell.is_empty()));
        rows.insert(0, columns.map(|column| column.in_lang(lang).to_owned()).to_vec());
        let mut widths = WIDTHS.to_vec();
        if !is_due {
            widths.remove(DUE);
            rows.iter_mut().for_each(|row| drop(row.remove(DUE)));
        }
        out.table_with_room(rows, &widths, &OPTIONAL)?;
    }
    if gone.is_cut_short() {
        let sentence = Sentence::of(words_many::CUT_SHORT).with("done", gone.done).with("of", gone.of);
        return Err(Failure::system(sentence).hint(words_many::CUT_SHORT_HINT).into());
    }
    Ok(Status::Fine)
}

/// Paths of scans start at the folder the file really lies in, links followed.
fn findings_of(args: &List, world: &World, listed: &Listed, among: PeerIndex<'_>) -> Vec<Finding> {
    match &listed.summary {
        Ok(Summary { draft, .. }) if args.no_files => {
            rules::check(&Context::new(draft, &Facts::new(), world.today()).with_peers(among))
        }
        Ok(summary) => store::findings_among(world, &summary.draft, &listed.path, among),
        Err(_) => Vec::new(),
    }
}

/// Where the filing stands. What happened to one with events that cannot be read, nobody knows.
fn stage_of(lang: Lang, world: &World, summary: &Summary, running: &Running<'_>, found: &[Finding]) -> String {
    let draft = &summary.draft;
    let since = running.since(draft, summary.stage);
    let is_whole = summary.unread_events == 0 && summary.progress.is_some_and(Progress::is_complete);
    stage_word::of(lang, draft, &FilingStatus::in_brief(draft, world.now), since, Some(rules::judged(found)), is_whole)
}

fn row(
    lang: Lang,
    world: &World,
    listed: &Listed,
    found: &[Finding],
    (running, beside): (&Running<'_>, &Listings),
) -> Vec<String> {
    let name = visible(&listed.name).into_owned();
    match &listed.summary {
        Ok(summary @ Summary { title, progress, draft, .. }) => vec![
            name,
            if title.trim().is_empty() { common::UNTITLED.in_lang(lang).to_owned() } else { visible(title).into_owned() },
            kind_title(draft).in_lang(lang).to_owned(),
            visible(subject_of(draft)).into_owned(),
            visible(draft.known_text(FieldId::ResponsiblePersonName)).into_owned(),
            region_of(lang, draft),
            stage_of(lang, world, summary, running, found),
            next(draft, world.now).map(|next| deadline::shown(lang, &next)).unwrap_or_default(),
            progress.map(|progress| format!("{}%", progress.percent())).unwrap_or_default(),
            counts(lang, world, (draft, &listed.path), beside, found),
        ],
        Err(problem) => {
            let mut row = vec![name, words::UNREADABLE.in_lang(lang).to_owned()];
            row.extend(std::iter::repeat_n(String::new(), WIDTHS.len() - 3));
            row.push(error::open(lang, problem).0);
            row
        }
    }
}

/// How many findings there are; of what is on record, that errors take a change, and which one where it has begun, as `beian check` says.
fn counts(lang: Lang, world: &World, (draft, file): (&Draft, &Path), beside: &Listings, found: &[Finding]) -> String {
    let counts = findings::counts(lang, found);
    if found.is_empty() {
        return "0".to_owned();
    }
    if findings::on_record(draft, found) == 0 {
        return counts;
    }
    let change = beside.change_of(world, draft, file);
    let named = change.as_ref().map(|change| {
        let name = change.path.file_name().unwrap_or_default().to_string_lossy();
        (visible(&name).into_owned(), change.stage)
    });
    record::wrong_on_record_brief(lang, &counts, named.as_ref().map(|(name, stage)| (name.as_str(), *stage)))
}

/// Who files: an individual is the responsible person.
fn subject_of(draft: &Draft) -> &str {
    draft.known_text(if draft.is_individual() { FieldId::ResponsiblePersonName } else { FieldId::SubjectName })
}

/// The region in words, by one name: a table has little room.
fn region_of(lang: Lang, draft: &Draft) -> String {
    let code = draft.known_text(FieldId::SubjectRegion);
    match filing_region::find(code) {
        Some(region) => value_words::region_brief(lang, region),
        None => visible(code).into_owned(),
    }
}

fn to_json(lang: Lang, world: &World, listed: &Listed, found: &[Finding], running: &Running<'_>) -> Json {
    let count = |weight| rules::count(found, weight);
    match &listed.summary {
        Ok(summary) => {
            let draft = &summary.draft;
            let status = FilingStatus::in_brief(draft, world.now);
            let modified =
                listed.modified.map(|at| in_china(chrono::DateTime::<chrono::Utc>::from(at).fixed_offset()).to_rfc3339());
            json!({
            "name": listed.name,
            "path": store::path_json(&listed.path),
            "title": summary.title,
            "kind": summary.kind,
            "nature": summary.nature,
            "stage": summary.stage.name(),
            "returned": status.sent_back_by.map(|event| event.kind.name()),
            "since": running.since(&summary.draft, summary.stage).map(Since::word),
            "progress": summary.progress.map(|progress| {
                json!({ "done": progress.done, "total": progress.total, "percent": progress.percent() })
            }),
            "findings": { "error": count(Severity::Error), "warning": count(Severity::Warning), "hint": count(Severity::Hint) },
            "subject": subject_of(draft),
            "responsible_person": draft.known_text(FieldId::ResponsiblePersonName),
            "owner": draft.known_text(FieldId::OwnerName),
            "app_id": draft.text(FieldId::AppId),
            "region": draft.known_text(FieldId::SubjectRegion),
            "number": status.number,
            "stage_since": status.since.map(|since| since.to_rfc3339()),
            "due": status.due_day().map(|day| day.to_string()),
            "overdue": status.is_late(),
            "deadline": next(draft, world.now).map(|next| deadline::to_json(&next, world.now)),
            "modified": modified,
            })
        }
        Err(problem) => {
            let (message, hint) = error::open(lang, problem);
            json!({ "name": listed.name, "path": store::path_json(&listed.path), "error": { "message": message, "hint": hint } })
        }
    }
}
