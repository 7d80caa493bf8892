//! `beian check --fix`: makes the changes that cannot be wrong, and prints the others.

use std::ffi::OsStr;
use std::path::Path;

use super::error::Failure;
use super::store;
use super::world::World;
use crate::filing::Draft;
use crate::locale::{self, Lang, cli as words};
use crate::rules::Finding;

/// Rounds of mending: one change may make another one possible, and none may go on forever.
const ROUNDS: usize = 8;

/// Makes the sure changes of a draft and saves it; the findings that asked for them.
///
/// # Errors
/// When it cannot be read or written.
pub fn mend(world: &World, wanted: &OsStr) -> Result<Vec<Finding>, Failure> {
    let mut file = store::write(world, wanted)?;
    let (path, before) = (file.path().to_owned(), file.draft().clone());
    let (draft, made) = sure_changes(world, &path, before.clone());
    if draft != before {
        store::save(&mut file, &draft)?;
    }
    Ok(made)
}

/// The draft with all sure changes made, and the findings that asked for them.
fn sure_changes(world: &World, file: &Path, mut draft: Draft) -> (Draft, Vec<Finding>) {
    let mut made = Vec::new();
    for _ in 0..ROUNDS {
        let found = store::findings(world, &draft, file);
        let sure = found.into_iter().filter(|finding| finding.counts() && finding.fixes.iter().any(|fix| fix.is_safe()));
        let before = draft.clone();
        for finding in sure {
            let fix = finding.fixes.iter().find(|fix| fix.is_safe());
            // Two changes of one field were both thought out for what stood there before.
            let untouched = |fix: &crate::rules::Fix| fix.changes.iter().all(|(id, _)| draft.get(*id) == before.get(*id));
            if let Some(fix) = fix.filter(|fix| untouched(fix)).cloned() {
                for (id, value) in fix.changes {
                    draft.set(id, value);
                }
                made.push(finding);
            }
        }
        if draft == before {
            break;
        }
    }
    (draft, made)
}

/// What was changed, for people.
#[must_use]
pub fn note(lang: Lang, finding: &Finding) -> String {
    let label = finding.field.full_label(lang);
    let fix = finding.fixes.iter().find(|fix| fix.is_safe());
    let change = fix.map(|fix| locale::finding::change(lang, finding.field, fix)).unwrap_or_default();
    words::MENDED.with(lang, &[("field", &label), ("change", &change)])
}
