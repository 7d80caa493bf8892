//! `beian import`: a table of many filings → a draft a row.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::cli::args::Import;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::import::columns::{self, BadHeading};
use crate::cli::import::plan::{self, Action, By, Mistake, Places, Planned};
use crate::cli::import::table::{self, Row};
use crate::cli::output::Out;
use crate::cli::report::VERSION;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::{Access, DraftFile, Folder, schema};
use crate::filing::{Draft, FieldId};
use crate::fs::path::folder_of;
use crate::locale::{Lang, cli as said, error, import as words};
use crate::rules::{self, Context, Finding, Severity};
use crate::scan::facts::Facts;
use crate::text::clean::visible;

/// What became of a row.
struct Done {
    row: usize,
    word: &'static str,
    draft: String,
    by: Option<By>,
    /// With the column, where a cell is at fault; else it is the row that makes it so.
    findings: Vec<(Option<usize>, Finding)>,
    reopened: Vec<FieldId>,
    failure: Option<Failure>,
}

/// Reads the table, says what is wrong with it cell by cell, and makes or updates the drafts.
pub fn run(args: &Import, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    if args.template {
        return template(out);
    }
    let Some(path) = &args.table else { return template(out) };
    let table = table::read(world, path, args.sheet.as_deref())?;
    let folder = store::folder(world)?;
    let Some(heading) = table.rows.first() else { return Ok(Status::Fine) };
    let columns = match columns::of(heading) {
        Ok(columns) => columns,
        Err(bad) => return headings_refused(out, heading, &bad),
    };
    let listing = folder.list().map_err(Failure::from)?;
    let absolute = world.absolute(path);
    let places =
        Places { drafts: folder.path(), table: folder_of(&absolute), home: world.home.as_deref(), defaults: &world.config.new };
    let planned = plan::of(&table, &columns, &listing.entries, places);

    let mistakes: Vec<&Mistake> = planned.iter().flat_map(|planned| &planned.mistakes).collect();
    let is_stopped = !mistakes.is_empty() && !args.partial;
    let may_write = !args.dry_run && !is_stopped;
    let mut done: Vec<Done> = Vec::new();
    for planned in &planned {
        done.push(carry_out(planned, &folder, world, may_write, args.dry_run));
    }
    if may_write && done.iter().any(|done| done.word == "created") {
        schema::renew(folder.path(), &schema::text());
    }
    let failed = done.iter().filter_map(|done| done.failure.as_ref()).map(Failure::status).max();
    if out.is_json() {
        out.json(&to_json(lang, args, &table.sheet, &mistakes, &done))?;
    } else {
        print(out, args, &mistakes, &done, is_stopped)?;
    }
    Ok(match (failed, mistakes.is_empty()) {
        (Some(failed), _) => failed,
        (None, false) => Status::Findings,
        (None, true) => Status::Fine,
    })
}

/// An empty table: headings with a byte order mark, by which office programs know the encoding.
fn template(out: &mut Out<'_>) -> Outcome {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(columns::template(out.lang)).ok().and_then(|()| writer.into_inner().ok());
    out.raw("\u{feff}")?;
    out.bytes(&written.unwrap_or_default())?;
    Ok(Status::Fine)
}

fn headings_refused(out: &mut Out<'_>, heading: &Row, bad: &[BadHeading]) -> Outcome {
    let lang = out.lang;
    let place = |bad: &BadHeading| table::place(heading.number, bad.column);
    if out.is_json() {
        let mistake = |bad: &BadHeading| json!({ "cell": place(bad), "row": heading.number, "message": bad.why.in_lang(lang) });
        let mistakes: Vec<Json> = bad.iter().map(mistake).collect();
        out.json(&json!({ "version": VERSION, "mistakes": mistakes, "rows": [] }))?;
    } else {
        for bad in bad {
            out.line(format!("{}  {}", place(bad), bad.why.in_lang(lang)))?;
        }
    }
    Ok(Status::Findings)
}

/// Writes one draft, or says what would be written.
fn carry_out(planned: &Planned, folder: &Folder, world: &World, may_write: bool, is_dry: bool) -> Done {
    let (name, by) = match &planned.action {
        Action::Create(_) => (String::new(), None),
        Action::Update(path, by) | Action::Same(path, by) => (error::path(path), Some(*by)),
    };
    let findings = if planned.mistakes.is_empty() { findings(planned, world) } else { Vec::new() };
    let mut done = Done { row: planned.row, word: "none", draft: name, by, findings, reopened: Vec::new(), failure: None };
    if !planned.mistakes.is_empty() || !(may_write || is_dry) {
        return done;
    }
    done.word = match &planned.action {
        Action::Create(_) => "created",
        Action::Update(..) => "updated",
        Action::Same(..) => "unchanged",
    };
    done.reopened.clone_from(&planned.reopened);
    if !may_write {
        return done;
    }
    let written = match &planned.action {
        Action::Same(..) => Ok(done.draft.clone()),
        Action::Create(stem) => {
            folder.create(&planned.draft, stem, &world.owner()).map(|file| error::path(file.path())).map_err(Failure::from)
        }
        Action::Update(path, _) => update(path, planned, world).map(|()| done.draft.clone()),
    };
    match written {
        Ok(name) => done.draft = name,
        Err(failure) => {
            done.word = "failed";
            done.failure = Some(failure);
        }
    }
    done
}

fn update(path: &Path, planned: &Planned, world: &World) -> Result<(), Failure> {
    let mut file = DraftFile::open(path, Access::Write(&world.owner()))?;
    if let Some(reason) = file.read_only() {
        return Err(Failure::read_only(path, reason));
    }
    store::save(&mut file, &planned.draft)
}

/// What the rules find wrong with what stands in cells of the row, and elsewhere in the draft because of them: of a draft that is updated,
/// what they did not find before. What is missing in a new one is left to `beian check`.
fn findings(planned: &Planned, world: &World) -> Vec<(Option<usize>, Finding)> {
    let facts = Facts::new();
    let of = |draft: &Draft| {
        let mut found = rules::check(&Context::new(draft, &facts, world.today()));
        found.retain(|finding| matches!(finding.severity, Severity::Error | Severity::Warning));
        found
    };
    let before = planned.old.as_ref().map(of);
    let is_made = |finding: &Finding| {
        let is_it = |known: &Finding| known.rule.name == finding.rule.name && known.field == finding.field;
        before.as_ref().is_some_and(|before| !before.iter().any(is_it))
    };
    let column = |finding: &Finding| planned.cells.iter().find(|(id, _)| *id == finding.field).map(|(_, column)| *column);
    let found = of(&planned.draft).into_iter().map(|finding| (column(&finding), finding));
    let counts = |column: &Option<usize>, finding: &Finding| match finding.severity {
        Severity::Error => column.is_some() || is_made(finding),
        _ => is_made(finding),
    };
    found.filter(|(column, finding)| counts(column, finding)).collect()
}

fn print(out: &mut Out<'_>, args: &Import, mistakes: &[&Mistake], done: &[Done], is_stopped: bool) -> std::io::Result<()> {
    let lang = out.lang;
    let label = |field: Option<FieldId>| field.map(|id| format!("{}  ", id.full_label(lang))).unwrap_or_default();
    for mistake in mistakes {
        let place = out.painted(31, &mistake.place());
        out.line(format!("{place}  {}{}", label(mistake.field), mistake.why.in_lang(lang)))?;
    }
    for done in done {
        for (column, finding) in &done.findings {
            let place =
                column.map_or_else(|| words::ROW.with(lang, &[("row", &done.row)]), |column| table::place(done.row, column));
            let place = out.painted(33, &place);
            let said = format!("{}{}", label(Some(finding.field)), finding.message(lang));
            out.line(format!("{place}  {said}  ({})", finding.rule.name))?;
        }
    }
    // What is wrong stands first, and rows that nothing happened to bury nothing: they are counted.
    for done in done.iter().filter(|done| done.word != "none") {
        let word = match (done.word, args.dry_run) {
            ("created", false) => words::CREATED,
            ("created", true) => words::WOULD_CREATE,
            ("updated", false) => words::UPDATED,
            ("updated", true) => words::WOULD_UPDATE,
            ("unchanged", _) => words::SAME,
            _ => words::FAILED,
        };
        let by = done.by.map(|by| by_words(lang, by)).unwrap_or_default();
        let row = words::ROW.with(lang, &[("row", &done.row)]);
        out.line(format!("{row}  {}  {}  {by}", word.in_lang(lang), done.draft).trim_end())?;
        if !done.reopened.is_empty() {
            let paths: Vec<&str> = done.reopened.iter().map(|id| id.path()).collect();
            out.line(format!("    {}", said::REOPENED.with(lang, &[("questions", &paths.join(" "))])))?;
        }
        if let Some(failure) = &done.failure {
            out.line(format!("    {}", failure.to_text(lang)))?;
        }
    }
    let count = |word: &str| done.iter().filter(|done| done.word == word).count();
    let found: usize = done.iter().map(|done| done.findings.len()).sum();
    out.line(words::TOTAL.with(
        lang,
        &[
            ("rows", &done.len()),
            ("created", &count("created")),
            ("updated", &count("updated")),
            ("same", &count("unchanged")),
            ("left", &(count("none") + count("failed"))),
            ("mistakes", &mistakes.len()),
            ("findings", &found),
        ],
    ))?;
    match (is_stopped, args.dry_run) {
        (_, true) => out.line(words::DRY.in_lang(lang)),
        (true, false) => out.line(words::NOTHING_DONE.in_lang(lang)),
        _ => Ok(()),
    }
}

fn by_words(lang: Lang, by: By) -> &'static str {
    match by {
        By::File => words::BY_FILE,
        By::AppId => words::BY_APP_ID,
        By::Name => words::BY_NAME,
    }
    .in_lang(lang)
}

fn to_json(lang: Lang, args: &Import, sheet: &str, mistakes: &[&Mistake], done: &[Done]) -> Json {
    let mistake = |mistake: &&Mistake| {
        json!({
            "cell": mistake.column.map(|_| mistake.place()),
            "row": mistake.row,
            "field": mistake.field.map(FieldId::path),
            "message": mistake.why.in_lang(lang),
        })
    };
    let row = |done: &Done| {
        let by = done.by.map(|by| match by {
            By::File => "file",
            By::AppId => "app_id",
            By::Name => "name",
        });
        let found = |(column, finding): &(Option<usize>, Finding)| {
            json!({
                "cell": column.map(|column| table::place(done.row, column)),
                "field": finding.path(),
                "rule": finding.rule.name,
                "message": finding.message(lang),
            })
        };
        json!({
            "row": done.row,
            "action": done.word,
            "draft": Some(&done.draft).filter(|draft| !draft.is_empty()),
            "found_by": by,
            "findings": done.findings.iter().map(found).collect::<Vec<Json>>(),
            "reopened": done.reopened.iter().map(|id| id.path()).collect::<Vec<_>>(),
            "error": done.failure.as_ref().map(|failure| failure.details(lang)),
        })
    };
    json!({
        "version": VERSION,
        "sheet": visible(sheet),
        "dry_run": args.dry_run,
        "mistakes": mistakes.iter().map(mistake).collect::<Vec<Json>>(),
        "rows": done.iter().map(row).collect::<Vec<Json>>(),
    })
}
