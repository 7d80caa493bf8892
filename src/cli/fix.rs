//! `beian check --fix`: makes the changes that cannot be wrong, and prints the others.

use std::ffi::OsStr;
use std::path::Path;

use super::error::Failure;
use super::store;
use super::world::World;
use crate::filing::guard::{Guard, guard};
use crate::filing::{Draft, FieldId};
use crate::locale::{self, Lang, cli as words, record};
use crate::rules::Finding;

/// Rounds of mending: one change may make another one possible, and none may go on forever.
const ROUNDS: usize = 8;

/// What became of a draft.
#[derive(Debug, Clone, Default)]
pub struct Mended {
    /// The findings whose changes were made.
    pub made: Vec<Finding>,
    /// Fields that were left alone, and why.
    pub held: Vec<(FieldId, Guard)>,
}

/// Makes the sure changes of a draft and saves it. What is filed, or on record, is left alone unless that `is_forced`.
///
/// # Errors
/// When it cannot be read or written.
pub fn mend(world: &World, wanted: &OsStr, is_forced: bool) -> Result<Mended, Failure> {
    let mut file = store::write(world, wanted)?;
    let (path, before) = (file.path().to_owned(), file.draft().clone());
    let keeps = |id: FieldId| guard(&before, [id]).filter(|_| !is_forced);
    let (draft, mended) = sure_changes(world, &path, before.clone(), &keeps);
    if draft != before {
        store::save(&mut file, &draft)?;
    }
    Ok(mended)
}

/// The draft with all sure changes made.
fn sure_changes(world: &World, file: &Path, mut draft: Draft, keeps: &dyn Fn(FieldId) -> Option<Guard>) -> (Draft, Mended) {
    let mut mended = Mended::default();
    for _ in 0..ROUNDS {
        let found = store::findings(world, &draft, file);
        let sure = found.into_iter().filter(|finding| finding.counts() && finding.fixes.iter().any(|fix| fix.is_safe()));
        let before = draft.clone();
        for finding in sure {
            let fix = finding.fixes.iter().find(|fix| fix.is_safe());
            // Two changes of one field were both thought out for what stood there before.
            let untouched = |fix: &crate::rules::Fix| fix.changes.iter().all(|(id, _)| draft.get(*id) == before.get(*id));
            if let Some(fix) = fix.filter(|fix| untouched(fix)).cloned() {
                let held = fix.changes.iter().find_map(|(id, _)| Some((*id, keeps(*id)?)));
                if let Some(held) = held {
                    if !mended.held.contains(&held) {
                        mended.held.push(held);
                    }
                    continue;
                }
                for (id, value) in fix.changes {
                    draft.set(id, value);
                }
                mended.made.push(finding);
            }
        }
        if draft == before {
            break;
        }
    }
    (draft, mended)
}

/// What was left alone, for people.
#[must_use]
pub fn held(lang: Lang, fields: &[(FieldId, Guard)]) -> Option<String> {
    // One draft has one reason: what is on record is one filing, or the subject of it.
    let (_, guard) = fields.first()?;
    let sentence = match guard {
        Guard::Filed => record::FIXES_FILED,
        Guard::Ended => record::FIXES_ENDED,
        Guard::UnderReview => record::FIXES_REVIEWED,
        Guard::OnRecord => record::FIXES_RECORD,
    };
    let names: Vec<String> = fields.iter().map(|(id, _)| id.full_label(lang)).collect();
    let between = lang.between();
    Some(sentence.with(lang, &[("fields", &names.join(between))]))
}

/// What was changed, for people.
#[must_use]
pub fn note(lang: Lang, finding: &Finding) -> String {
    let label = finding.field.full_label(lang);
    let fix = finding.fixes.iter().find(|fix| fix.is_safe());
    let change = fix.map(|fix| locale::finding::change(lang, finding.field, fix)).unwrap_or_default();
    words::MENDED.with(lang, &[("field", &label), ("change", &change)])
}
