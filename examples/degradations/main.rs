//! Draws documents, spoils them in known steps and counts what the rules find:
//! `cargo run --release --example degradations > docs/pictures.md`. With a folder, the pictures are saved there too.

mod page;
mod scene;
mod spoil;
mod table;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use scene::Paper;
use table::{GOOD, KINDS, Original, see};

const PAPERS: [Paper; 4] = [Paper::Portrait, Paper::Emblem, Paper::Licence, Paper::Letter];
const LONGEST: u32 = 2000;

/// A row of the table, its document, its step; the good pictures come after all kinds.
type Cell = (usize, usize, usize);

fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let originals = PAPERS.map(|paper| Original::new(paper, LONGEST));
    let of_kinds = (0..KINDS.len()).flat_map(|kind| (0..4).flat_map(move |paper| (0..5).map(move |step| (kind, paper, step))));
    let good = (0..GOOD.len()).flat_map(|row| (0..4).map(move |paper| (KINDS.len() + row, paper, 0)));
    let cells: Vec<Cell> = of_kinds.chain(good).collect();
    let (next, results) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        while let Some(cell) = cells.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (row, paper, step) = *cell;
            let original = &originals[paper];
            let picture = match KINDS.get(row) {
                Some(kind) => (kind.spoil)(original, kind.steps[step]),
                None => (GOOD[row - KINDS.len()].1)(original),
            };
            if let Some(folder) = &folder {
                let _ = picture.save(folder.join(format!("{row:02}-{:?}-{step}.jpg", original.paper)));
            }
            let seen = see(original.paper, &picture);
            if let Ok(mut results) = results.lock() {
                results.insert(*cell, seen);
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    let results = results.into_inner().unwrap_or_default();
    page::print(&results);
}
