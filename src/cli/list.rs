//! `beian list`: the drafts, with stage, progress and number of findings.

use serde_json::{Value as Json, json};

use super::error::{Failure, Outcome, Status};
use super::findings;
use super::out::Out;
use super::store;
use super::world::World;
use crate::drafts::folder::{Listed, Summary};
use crate::locale::{Lang, cli as words, error, stage};
use crate::rules::{Finding, Severity};
use crate::text::clean::visible;

/// Lists the folder of drafts. One that cannot be read is listed with the reason, and is the call's failure only for `check`.
pub fn run(world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let folder = store::folder(world, lang)?;
    let listing = folder.list().map_err(|error| Failure::folder(lang, &error))?;
    let found = |listed: &Listed| match &listed.summary {
        Ok(summary) => store::findings(world, &summary.draft, folder.path()),
        Err(_) => Vec::new(),
    };
    if out.is_json() {
        out.json(&listing.entries.iter().map(|listed| to_json(lang, listed, &found(listed))).collect())?;
    } else if listing.entries.is_empty() {
        out.line(words::NO_DRAFTS.in_lang(lang))?;
    } else {
        let columns =
            [words::COLUMN_DRAFT, words::COLUMN_TITLE, words::COLUMN_STAGE, words::COLUMN_PROGRESS, words::COLUMN_FINDINGS];
        let mut rows = vec![columns.map(|column| column.in_lang(lang).to_owned()).to_vec()];
        rows.extend(listing.entries.iter().map(|listed| row(lang, listed, &found(listed))));
        out.table(&rows)?;
    }
    Ok(Status::Fine)
}

fn row(lang: Lang, listed: &Listed, found: &[Finding]) -> Vec<String> {
    let name = visible(&listed.name).into_owned();
    match &listed.summary {
        Ok(Summary { title, stage: at, progress, .. }) => vec![
            name,
            visible(title).into_owned(),
            stage::stage(*at).in_lang(lang).to_owned(),
            format!("{}%", progress.percent()),
            if found.is_empty() { "0".to_owned() } else { findings::counts(lang, found) },
        ],
        Err(problem) => {
            vec![name, words::UNREADABLE.in_lang(lang).to_owned(), String::new(), String::new(), error::open(lang, problem).0]
        }
    }
}

fn to_json(lang: Lang, listed: &Listed, found: &[Finding]) -> Json {
    let count = |weight| found.iter().filter(|finding| finding.severity == weight).count();
    match &listed.summary {
        Ok(summary) => json!({
            "name": listed.name,
            "path": listed.path,
            "title": summary.title,
            "kind": summary.kind,
            "nature": summary.nature,
            "stage": summary.stage.name(),
            "progress": { "done": summary.progress.done, "total": summary.progress.total, "percent": summary.progress.percent() },
            "findings": { "error": count(Severity::Error), "warning": count(Severity::Warning), "hint": count(Severity::Hint) },
        }),
        Err(problem) => {
            let (message, hint) = error::open(lang, problem);
            json!({ "name": listed.name, "path": listed.path, "error": { "message": message, "hint": hint } })
        }
    }
}
