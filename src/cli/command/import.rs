//! `beian import`: a table of many filings → a draft a row.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::cli::args::Import;
use crate::cli::completed::{Completed, completed};
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::import::columns::{self, BadHeading, Column};
use crate::cli::import::plan::{self, Action, By, Mistake, Places, Planned};
use crate::cli::import::table::{self, Cell, Row, Table};
use crate::cli::output::Out;
use crate::cli::report::VERSION;
use crate::cli::store;
use crate::cli::world::World;
use crate::cli::wrong;
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
    /// How many other errors the draft has, as far as the scans are not asked: what is missing, most of them.
    left: usize,
    reopened: Vec<FieldId>,
    /// What cannot be judged before another field is filled in, which stands behind it.
    waiting: Vec<(FieldId, FieldId)>,
    failure: Option<Failure>,
}

/// So many headings that are not understood are told one by one, though none is.
const FEW: usize = 3;

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
    let (columns, bad) = columns::of(heading);
    // What is no table of drafts has as many mistakes as cells, and all are one. Few headings may be misspelt, which is told of each.
    let is_known = columns.iter().any(|column| column.field().is_some() || *column == Column::File);
    if !is_known && (bad.is_empty() || bad.len() > FEW) {
        return Err(Failure::usage(words::NO_HEADING_KNOWN).hint(words::NO_HEADING_KNOWN_HINT).into());
    }
    let listing = folder.list().map_err(Failure::from)?;
    let absolute = world.absolute(path);
    let places =
        Places { drafts: folder.path(), table: folder_of(&absolute), home: world.home.as_deref(), defaults: &world.config.new };
    let mut planned = plan::of(&table, &columns, &listing.entries, places);
    planned.iter_mut().for_each(|planned| planned.judge(bad.is_empty(), args.force, world.today()));
    if !bad.is_empty() {
        return headings_refused(out, heading, bad, &planned);
    }

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
        print(out, args, (&mistakes, &completions(&table, &planned)), &done, is_stopped)?;
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

/// Names the headings that nobody understands, and the cells that are wrong whatever those mean. What rows are about may stand under such a
/// heading: nothing is said of whole rows.
fn headings_refused(out: &mut Out<'_>, heading: &Row, bad: Vec<BadHeading>, planned: &[Planned]) -> Outcome {
    let lang = out.lang;
    let of_heading =
        |bad: BadHeading| Mistake { row: heading.number, column: Some(bad.column), field: None, why: bad.why, rule: None };
    let headings: Vec<Mistake> = bad.into_iter().map(of_heading).collect();
    let of_cells = planned.iter().flat_map(|planned| &planned.mistakes).filter(|mistake| mistake.column.is_some());
    let mistakes: Vec<&Mistake> = headings.iter().chain(of_cells).collect();
    if out.is_json() {
        let mistakes: Vec<Json> = mistakes.iter().map(|mistake| mistake_json(lang, mistake)).collect();
        out.json(&json!({ "version": VERSION, "mistakes": mistakes, "rows": [] }))?;
    } else {
        for mistake in mistakes {
            let line = mistake_line(out, mistake);
            out.line(line)?;
        }
        out.line(words::HEADINGS_REFUSED.in_lang(lang))?;
    }
    Ok(Status::Findings)
}

fn label(lang: Lang, field: Option<FieldId>) -> String {
    field.map(|id| format!("{}  ", id.full_label(lang))).unwrap_or_default()
}

fn mistake_line(out: &Out<'_>, mistake: &Mistake) -> String {
    format!("{}  {}{}", out.painted(31, &mistake.place()), label(out.lang, mistake.field), mistake.why.in_lang(out.lang))
}

fn mistake_json(lang: Lang, mistake: &Mistake) -> Json {
    json!({
        "cell": mistake.column.map(|_| mistake.place()),
        "row": mistake.row,
        "field": mistake.field.map(FieldId::path),
        "rule": mistake.rule,
        "message": mistake.why.in_lang(lang),
    })
}

/// Writes one draft, or says what would be written.
fn carry_out(planned: &Planned, folder: &Folder, world: &World, may_write: bool, is_dry: bool) -> Done {
    let (name, by) = match &planned.action {
        Action::Create(_) => (String::new(), None),
        Action::Update(path, by) | Action::Same(path, by) => (error::path(path), Some(*by)),
    };
    let (findings, left) = findings(planned, world);
    let waiting = planned.waiting.clone();
    let (word, reopened) = ("none", Vec::new());
    let mut done = Done { row: planned.row, word, draft: name, by, findings, left, reopened, waiting, failure: None };
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
            let made = folder.create(&planned.draft, stem, &world.owner());
            let made = made.inspect(|file| {
                store::is_new(world, file.path());
                // What the table names whoever imports it has named, wherever the drafts are put.
                store::admit_new(world, file, &Draft::default());
            });
            made.map(|file| error::path(file.path())).map_err(Failure::from)
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
    let before = file.draft().clone();
    store::save(&mut file, &planned.draft)?;
    store::admit_new(world, &file, &before);
    Ok(())
}

/// What the rules find wrong with what stands in cells of the row, and elsewhere in the draft because of them: of a draft that is updated,
/// what they did not find before. Whatever may come of a cell that is no value is left out, and what is a mistake already. What is missing in a new draft is left to
/// `beian check`: it is counted.
fn findings(planned: &Planned, world: &World) -> (Vec<(Option<usize>, Finding)>, usize) {
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
    let (refused, unfit): (Vec<&Mistake>, Vec<&Mistake>) =
        planned.mistakes.iter().filter(|mistake| mistake.field.is_some()).partition(|mistake| mistake.rule.is_some());
    let lacking: Vec<FieldId> = unfit.iter().filter_map(|mistake| mistake.field).collect();
    if lacking.iter().any(|id| matches!(id, FieldId::SubjectNature | FieldId::FilingKind)) {
        return (Vec::new(), 0);
    }
    let is_of_lacking = |finding: &Finding| {
        // What is wrong with a value itself is said once.
        refused.iter().any(|mistake| mistake.field == Some(finding.field))
            || lacking.iter().any(|id| *id == finding.field || finding.rule.fields.contains(id))
    };
    let found = of(&planned.draft).into_iter().filter(|finding| !is_of_lacking(finding));
    let found = found.map(|finding| (column(&finding), finding));
    let counts = |column: &Option<usize>, finding: &Finding| match finding.severity {
        Severity::Error => column.is_some() || is_made(finding),
        _ => is_made(finding),
    };
    let (shown, others): (Vec<_>, Vec<_>) = found.partition(|(column, finding)| counts(column, finding));
    (shown, others.iter().filter(|(_, finding)| finding.severity == Severity::Error).count())
}

/// What a text in a cell was completed to.
struct Completion {
    row: usize,
    /// The cell where it stands first.
    place: String,
    field: FieldId,
    what: Completed,
}

/// What cells were completed to, that is each text of a column once, with the row and the place where it stands first.
fn completions(table: &Table, planned: &[Planned]) -> Vec<Completion> {
    let mut found: Vec<Completion> = Vec::new();
    for planned in planned {
        let row = table.rows.iter().find(|row| row.number == planned.row);
        for (id, column) in &planned.cells {
            let Some(Cell::Text(text)) = row.and_then(|row| row.cells.get(*column)) else { continue };
            for one in completed(&planned.draft, *id, text) {
                if !found.iter().any(|known| known.field == *id && known.what == one) {
                    let place = table::place(planned.row, *column);
                    found.push(Completion { row: planned.row, place, field: *id, what: one });
                }
            }
        }
    }
    found
}

fn print(
    out: &mut Out<'_>,
    args: &Import,
    (mistakes, completions): (&[&Mistake], &[Completion]),
    done: &[Done],
    is_stopped: bool,
) -> std::io::Result<()> {
    let lang = out.lang;
    let mut lines: Vec<(usize, String)> = mistakes.iter().map(|mistake| (mistake.row, mistake_line(out, mistake))).collect();
    lines.extend(completions.iter().map(|Completion { row, place, field, what }| {
        (*row, format!("{}  {}{}", out.painted(33, place), label(lang, Some(*field)), what.sentence().in_lang(lang)))
    }));
    for done in done {
        lines.extend(done.findings.iter().map(|(column, finding)| {
            let place =
                column.map_or_else(|| words::ROW.with(lang, &[("row", &done.row)]), |column| table::place(done.row, column));
            let place = out.painted(33, &place);
            let said = format!("{}{}", label(lang, Some(finding.field)), finding.message(lang));
            (done.row, format!("{place}  {said}  ({})", finding.rule.name))
        }));
        let row = out.painted(33, &words::ROW.with(lang, &[("row", &done.row)]));
        lines.extend(waits(lang, &done.waiting).into_iter().map(|said| (done.row, format!("{row}  {said}"))));
    }
    // Whoever goes through the table finds a row's together.
    lines.sort_by_key(|(row, _)| *row);
    for (_, line) in lines {
        out.line(line)?;
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
            out.line(format!("    {}", said::reopened(lang, &done.reopened)))?;
        }
        if let Some(failure) = &done.failure {
            out.line(format!("    {}", failure.to_text(lang)))?;
        }
    }
    let count = |word: &str| done.iter().filter(|done| done.word == word).count();
    let found: usize = done.iter().map(|done| done.findings.len()).sum();
    let total = if args.dry_run { words::TOTAL_DRY } else { words::TOTAL };
    out.line(total.with(
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
    let is_whole = |done: &&Done| matches!(done.word, "created" | "updated");
    let left: usize = done.iter().filter(is_whole).map(|done| done.left).sum();
    if left > 0 {
        out.line(words::LEFT.with(lang, &[("count", &left)]))?;
    }
    match (is_stopped, args.dry_run) {
        (true, true) => out.line(words::DRY_STOPPED.in_lang(lang))?,
        (false, true) => out.line(words::DRY.in_lang(lang))?,
        (true, false) => out.line(words::NOTHING_DONE.in_lang(lang))?,
        _ => {}
    }
    if mistakes.iter().any(|mistake| mistake.rule.is_some()) {
        out.line(words::FORCE.in_lang(lang))?;
    }
    Ok(())
}

/// What cannot be judged yet, a sentence for each field that it waits for.
fn waits(lang: Lang, waiting: &[(FieldId, FieldId)]) -> Vec<String> {
    let mut for_what: Vec<FieldId> = waiting.iter().map(|(_, by)| *by).collect();
    for_what.sort_unstable();
    for_what.dedup();
    let sentence = |by: FieldId| {
        let fields: Vec<String> = waiting.iter().filter(|(_, other)| *other == by).map(|(id, _)| id.full_label(lang)).collect();
        let args: [(&str, &dyn std::fmt::Display); 3] =
            [("by", &by.full_label(lang)), ("path", &by.path()), ("fields", &fields.join(" / "))];
        words::WAITS.with(lang, &args)
    };
    for_what.into_iter().map(sentence).collect()
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
            "waiting": wrong::waiting_json(&done.waiting),
            "reopened": done.reopened.iter().map(|id| id.path()).collect::<Vec<_>>(),
            "error": done.failure.as_ref().map(|failure| failure.details(lang)),
        })
    };
    json!({
        "version": VERSION,
        "sheet": visible(sheet),
        "dry_run": args.dry_run,
        "mistakes": mistakes.iter().map(|mistake| mistake_json(lang, mistake)).collect::<Vec<Json>>(),
        "rows": done.iter().map(row).collect::<Vec<Json>>(),
    })
}
