//! `beian list`: the drafts, with stage, progress and number of findings.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use chrono::TimeDelta;
use serde_json::{Value as Json, json};

use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::findings;
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::compare::Compared;
use crate::drafts::folder::{Listed, Summary};
use crate::filing::Draft;
use crate::filing::status::FilingStatus;
use crate::locale::tui::common;
use crate::locale::{Lang, cli as words, error, stage};
use crate::rules::peers::PeerIndex;
use crate::rules::{self, Finding, Severity};
use crate::text::clean::visible;

/// Cells of each column at most: one long name must not push the rest off the screen.
const WIDTHS: [usize; 5] = [32, 28, 20, 4, 60];

/// Lists the folder of drafts. One that cannot be read is listed with the reason.
pub fn run(world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let folder = store::folder(world)?;
    let listing = folder.list().map_err(Failure::from)?;
    let found = all_findings(world, &listing.entries);
    let entries = || listing.entries.iter().zip(&found);
    if out.is_json() {
        out.json(&entries().map(|(listed, found)| to_json(lang, listed, found)).collect())?;
    } else if listing.entries.is_empty() {
        out.line(words::NO_DRAFTS.in_lang(lang))?;
    } else {
        let columns =
            [words::COLUMN_DRAFT, words::COLUMN_TITLE, words::COLUMN_STAGE, words::COLUMN_PROGRESS, words::COLUMN_FINDINGS];
        let mut rows = vec![columns.map(|column| column.in_lang(lang).to_owned()).to_vec()];
        rows.extend(entries().map(|(listed, found)| row(lang, world, listed, found)));
        out.table_within(rows, &WIDTHS)?;
    }
    Ok(Status::Fine)
}

/// The findings of every draft, held against the others, in the order of the list. Looking at scans takes long, so every core takes part.
fn all_findings(world: &World, entries: &[Listed]) -> Vec<Vec<Finding>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).clamp(1, entries.len().max(1));
    let next = AtomicUsize::new(0);
    let compared = Compared::of(entries, world.today());
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(listed) = entries.get(index) else { return done };
            done.push((index, findings_of(world, listed, compared.peers(&listed.path))));
        }
    };
    let mut found = vec![Vec::new(); entries.len()];
    thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let done = work().into_iter().chain(helpers.into_iter().filter_map(|helper| helper.join().ok()).flatten());
        for (index, findings) in done {
            if let Some(slot) = found.get_mut(index) {
                *slot = findings;
            }
        }
    });
    found
}

/// Paths of scans start at the folder the file really lies in, links followed.
fn findings_of(world: &World, listed: &Listed, among: PeerIndex<'_>) -> Vec<Finding> {
    match &listed.summary {
        Ok(summary) => store::findings_among(world, &summary.draft, &listed.path, among),
        Err(_) => Vec::new(),
    }
}

/// Where the filing stands: who sent it back, or the stage, and whether its limit has passed.
fn stage_of(lang: Lang, world: &World, draft: &Draft) -> String {
    let status = FilingStatus::of(draft, world.now);
    let name = stage::stage(status.stage).in_lang(lang);
    let late = status.overdue || status.deadline.is_some_and(|sms| sms.left < TimeDelta::zero());
    match status.sent_back_by {
        Some(back) => back.kind.label().in_lang(lang).to_owned(),
        None if late => words::STAGE_LATE.with(lang, &[("stage", &name)]),
        None => name.to_owned(),
    }
}

fn row(lang: Lang, world: &World, listed: &Listed, found: &[Finding]) -> Vec<String> {
    let name = visible(&listed.name).into_owned();
    match &listed.summary {
        Ok(Summary { title, progress, draft, .. }) => vec![
            name,
            if title.trim().is_empty() { common::UNTITLED.in_lang(lang).to_owned() } else { visible(title).into_owned() },
            stage_of(lang, world, draft),
            format!("{}%", progress.percent()),
            if found.is_empty() { "0".to_owned() } else { findings::counts(lang, found) },
        ],
        Err(problem) => {
            vec![name, words::UNREADABLE.in_lang(lang).to_owned(), String::new(), String::new(), error::open(lang, problem).0]
        }
    }
}

fn to_json(lang: Lang, listed: &Listed, found: &[Finding]) -> Json {
    let count = |weight| rules::count(found, weight);
    match &listed.summary {
        Ok(summary) => json!({
            "name": listed.name,
            "path": store::path_json(&listed.path),
            "title": summary.title,
            "kind": summary.kind,
            "nature": summary.nature,
            "stage": summary.stage.name(),
            "progress": { "done": summary.progress.done, "total": summary.progress.total, "percent": summary.progress.percent() },
            "findings": { "error": count(Severity::Error), "warning": count(Severity::Warning), "hint": count(Severity::Hint) },
        }),
        Err(problem) => {
            let (message, hint) = error::open(lang, problem);
            json!({ "name": listed.name, "path": store::path_json(&listed.path), "error": { "message": message, "hint": hint } })
        }
    }
}
