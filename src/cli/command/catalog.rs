//! `beian catalog`: the official lists, and how they are renewed.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::catalog::renewal::answer::{self, Untrusted};
use crate::catalog::renewal::compare::{Difference, difference};
use crate::catalog::renewal::store::{self as lists, Damage};
use crate::catalog::renewal::{Kept, ListId, Row, current, trust};
use crate::catalog::{self, holiday, keyword, place, province};
use crate::cli::args::{Args, Catalog, CatalogAction, Command};
use crate::cli::error::{Failure, Kind, Outcome, Source, Status, kind_of};
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::world::World;
use crate::fs::IoTrouble;
use crate::locale::{Lang, Text, catalog as words};
use crate::text::clean::visible;

/// Of a change, so many rows are named.
const MOST_NAMED: usize = 20;
/// Cells of each column at most.
const WIDTHS: [usize; 5] = [16, 30, 6, 10, 56];

/// Shows the lists, takes a saved answer over, or goes back.
pub fn run(args: &Catalog, world: &World, input: &mut dyn Read, out: &mut Out<'_>) -> Outcome {
    match (args.action, args.what.as_deref()) {
        (None, _) => show(out),
        (Some(CatalogAction::Update), None) => Err(Failure::usage(words::NO_FILE).hint(words::NO_FILE_HINT).into()),
        (Some(CatalogAction::Update), Some(file)) => update(file, world, input, out),
        (Some(CatalogAction::Reset), which) => reset(which, world, out),
    }
}

/// Whether lists are to be removed: what is wrong with them is no news then.
#[must_use]
pub fn resets(args: &Args) -> bool {
    matches!(&args.command, Some(Command::Catalog(Catalog { action: Some(CatalogAction::Reset), .. })))
}

/// Puts the lists that were kept in the place of the built-in ones. One that cannot be used is told on one line and passed over.
pub fn install(world: &World, lang: Lang, err: &mut dyn Write) {
    let Some(folder) = &world.lists_dir else { return };
    let mut kept = Vec::new();
    for (list, found) in lists::all(&world.absolute(folder)) {
        match found {
            Ok(found) => kept.push(found),
            Err(damage) => {
                let args: [(&str, &dyn std::fmt::Display); 3] =
                    [("list", &words::list(list).in_lang(lang)), ("why", &words::damage(lang, &damage)), ("name", &list.name())];
                // If standard error is closed there is nobody to tell.
                let _ = writeln!(err, "{}", words::DAMAGED.with(lang, &args));
            }
        }
    }
    if !kept.is_empty() {
        current::install(&kept);
    }
}

/// A list as it is shown.
struct Shown {
    name: &'static str,
    meaning: Text,
    rows: usize,
    date: String,
    /// Where it is from: the platform's interface, documents, or the file it was taken from.
    source: String,
    replaced: bool,
}

fn all(lang: Lang) -> Vec<Shown> {
    let of_platform = ListId::ALL.map(|list| {
        let replaced = current::replaced().iter().find(|replaced| replaced.list == list);
        Shown {
            name: list.name(),
            meaning: words::list(list),
            rows: current::rows(list).len(),
            date: replaced.map_or_else(|| catalog::data_date().to_owned(), |replaced| replaced.retrieved.clone()),
            source: replaced.map_or_else(|| list.endpoint().to_owned(), |replaced| replaced.source.clone()),
            replaced: replaced.is_some(),
        }
    });
    let built_in = |name, meaning, rows, source: Text| Shown {
        name,
        meaning,
        rows,
        date: catalog::data_date().to_owned(),
        source: source.in_lang(lang).to_owned(),
        replaced: false,
    };
    let others = [
        built_in("provinces", words::PROVINCES, province::rules().len(), words::PROVINCES_SOURCE),
        built_in("keywords", words::KEYWORDS, keyword::keywords().len(), words::PROVINCES_SOURCE),
        built_in("regions", words::REGIONS, place::count(), words::REGIONS_SOURCE),
        built_in("holidays", words::HOLIDAYS, holiday::count(), words::HOLIDAYS_SOURCE),
    ];
    of_platform.into_iter().chain(others).collect()
}

fn show(out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let lists = all(lang);
    if out.is_json() {
        let json = |list: &Shown| {
            json!({
                "list": list.name,
                "meaning": list.meaning.in_lang(lang),
                "rows": list.rows,
                "date": list.date,
                "source": list.source,
                "replaced": list.replaced,
            })
        };
        out.json(&lists.iter().map(json).collect())?;
        return Ok(Status::Fine);
    }
    let columns = [words::COLUMN_LIST, words::COLUMN_MEANING, words::COLUMN_ROWS, words::COLUMN_DATE, words::COLUMN_ORIGIN];
    let mut rows = vec![columns.map(|column| column.in_lang(lang).to_owned()).to_vec()];
    rows.extend(lists.iter().map(|list| {
        let source = visible(&list.source).into_owned();
        let origin = if list.replaced {
            words::RENEWED_FROM.with(lang, &[("file", &source)])
        } else {
            words::BUILT_IN_OF.with(lang, &[("source", &source)])
        };
        let meaning = list.meaning.in_lang(lang).to_owned();
        vec![list.name.to_owned(), meaning, list.rows.to_string(), list.date.clone(), origin]
    }));
    out.table_within(rows, &WIDTHS)?;
    Ok(Status::Fine)
}

/// Takes a saved answer over, when it can be trusted, and shows what it changes.
fn update(file: &OsStr, world: &World, input: &mut dyn Read, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let folder = folder(world)?;
    let name = if file == "-" { words::STANDARD_INPUT.in_lang(lang).to_owned() } else { shown_name(file) };
    let bytes = if file == "-" { lists::read_from(input) } else { lists::read(&world.absolute(Path::new(file))) };
    let bytes = bytes.map_err(|damage| {
        let kind = if let Damage::Io(error) = &damage { kind_of(&IoTrouble::from(error)) } else { Kind::Usage };
        Failure::new(kind, Source::Unreadable { file: name.clone(), damage })
    })?;
    let (list, rows) = trusted(&bytes).map_err(|why| Failure::usage(Source::Refused { file: name.clone(), why }))?;
    let before = current::rows(list);
    let changes = difference(&before, &rows);
    let (from, to) = (before.len(), rows.len());
    let kept = Kept { list, retrieved: world.today().to_string(), source: name, rows };
    let path = lists::keep(&folder, &kept).map_err(|error| not_done(words::NOT_KEPT, list, &error))?;
    if out.is_json() {
        out.json(&to_json(list, from, to, &changes, &path))?;
        return Ok(Status::Fine);
    }
    let args: [(&str, &dyn std::fmt::Display); 3] =
        [("list", &words::list(list).in_lang(lang)), ("before", &from), ("after", &to)];
    out.line(words::UPDATED.with(lang, &args))?;
    tell(&changes, out)
}

/// The list in an answer, when it can take the place of the one in use.
fn trusted(bytes: &[u8]) -> Result<(ListId, Vec<Row>), Untrusted> {
    let (list, rows) = answer::read(bytes)?;
    let natures: Vec<u32> = catalog::natures().iter().map(|nature| nature.id).collect();
    trust::judge(list, &current::rows(list), &rows, &natures)?;
    Ok((list, rows))
}

fn tell(changes: &Difference, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    if changes.is_empty() {
        out.line(words::SAME.in_lang(lang))?;
    }
    let plain = |rows: &[Row]| -> Vec<String> { rows.iter().map(|row| format!("{} {}", row.id, visible(&row.name))).collect() };
    let pairs = |rows: &[(Row, Row)], of: fn(&Row) -> String| -> Vec<String> {
        let line = |(old, new): &(Row, Row)| format!("{} {} → {}", old.id, visible(&of(old)), visible(&of(new)));
        rows.iter().map(line).collect()
    };
    let parts = [
        (words::ADDED, plain(&changes.added)),
        (words::GONE, plain(&changes.gone)),
        (words::RENAMED, pairs(&changes.renamed, |row| row.name.clone())),
        (words::MOVED, pairs(&changes.moved, |row| format!("{} ({})", row.name, row.parent))),
    ];
    for (heading, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        out.line(heading.with(lang, &[("count", &lines.len())]))?;
        for line in lines.iter().take(MOST_NAMED) {
            out.line(format!("  {line}"))?;
        }
        if lines.len() > MOST_NAMED {
            out.line(format!("  {}", words::MORE.with(lang, &[("count", &(lines.len() - MOST_NAMED))])))?;
        }
    }
    Ok(Status::Fine)
}

fn to_json(list: ListId, from: usize, to: usize, changes: &Difference, path: &Path) -> Json {
    let plain = |rows: &[Row]| -> Json { rows.iter().map(|row| json!({ "id": row.id, "name": row.name })).collect() };
    json!({
        "list": list.name(),
        "rows": { "before": from, "after": to },
        "added": plain(&changes.added),
        "gone": plain(&changes.gone),
        "renamed": changes.renamed.iter().map(|(old, new)| json!({ "id": old.id, "from": old.name, "to": new.name })).collect::<Json>(),
        "moved": changes.moved.iter().map(|(old, new)| json!({ "id": old.id, "from": old.parent, "to": new.parent })).collect::<Json>(),
        "path": store::path_json(path),
    })
}

/// Goes back to the built-in list, or to all of them.
fn reset(which: Option<&OsStr>, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let folder = folder(world)?;
    let wanted = match which {
        None => ListId::ALL.to_vec(),
        Some(name) => vec![ListId::from_name(&name.to_string_lossy()).ok_or_else(|| no_list(name))?],
    };
    let mut gone = Vec::new();
    for list in wanted {
        if lists::forget(&folder, list).map_err(|error| not_done(words::NOT_REMOVED, list, &error))? {
            gone.push(list);
        }
    }
    if out.is_json() {
        out.json(&json!({ "reset": gone.iter().map(|list| list.name()).collect::<Vec<_>>() }))?;
        return Ok(Status::Fine);
    }
    if gone.is_empty() {
        out.line(words::NOTHING_TO_RESET.in_lang(lang))?;
    }
    for list in gone {
        out.line(words::RESET.with(lang, &[("list", &words::list(list).in_lang(lang))]))?;
    }
    Ok(Status::Fine)
}

fn folder(world: &World) -> Result<PathBuf, Failure> {
    let none = || Failure::usage(words::NO_FOLDER).hint(words::NO_FOLDER_HINT);
    world.lists_dir.as_ref().map(|dir| world.absolute(dir)).ok_or_else(none)
}

/// The name of a file, without the folders it lies in.
fn shown_name(file: &OsStr) -> String {
    let name = Path::new(file).file_name().unwrap_or(file);
    visible(&name.to_string_lossy()).into_owned()
}

fn not_done(what: Text, list: ListId, error: &std::io::Error) -> Failure {
    let trouble = IoTrouble::from(error);
    Failure::io(&trouble, Sentence::of(what).with("list", words::list(list)).with("why", Part::Trouble(trouble.clone())))
}

fn no_list(name: &OsStr) -> Failure {
    let name = name.to_string_lossy();
    let names = ListId::ALL.map(ListId::name);
    let meant = similar(&name, names);
    Failure::usage(Sentence::of(words::NO_LIST).with("name", visible(&name)))
        .guess(meant.get(..1).unwrap_or_default(), Sentence::of(words::NO_LIST_HINT).with("names", names.join(", ")))
}
