//! `beian check --fix`: makes the changes that cannot be wrong, and prints the others.

use std::ffi::OsStr;
use std::path::Path;

use super::error::Failure;
use super::store;
use super::world::World;
use crate::filing::guard::guard;
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
    /// Fields that were left alone: they are filed, or on record.
    pub held: Vec<FieldId>,
}

/// Makes the sure changes of a draft and saves it. What is filed, or on record, is left alone unless that `is_forced`.
///
/// # Errors
/// When it cannot be read or written.
pub fn mend(world: &World, wanted: &OsStr, is_forced: bool) -> Result<Mended, Failure> {
    let mut file = store::write(world, wanted)?;
    let (path, before) = (file.path().to_owned(), file.draft().clone());
    let may_edit = |id: FieldId| is_forced || guard(&before, [id]).is_none();
    let (draft, mended) = sure_changes(world, &path, before.clone(), &may_edit);
    if draft != before {
        store::save(&mut file, &draft)?;
    }
    Ok(mended)
}

/// The draft with all sure changes made.
fn sure_changes(world: &World, file: &Path, mut draft: Draft, may_edit: &dyn Fn(FieldId) -> bool) -> (Draft, Mended) {
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
                if let Some((held, _)) = fix.changes.iter().find(|(id, _)| !may_edit(*id)) {
                    if !mended.held.contains(held) {
                        mended.held.push(*held);
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
pub fn held(lang: Lang, fields: &[FieldId]) -> Option<String> {
    let names: Vec<String> = fields.iter().map(|id| id.full_label(lang)).collect();
    let between = if lang == Lang::Zh { "、" } else { ", " };
    (!names.is_empty()).then(|| record::FIXES_FILED.with(lang, &[("fields", &names.join(between))]))
}

/// What was changed, for people.
#[must_use]
pub fn note(lang: Lang, finding: &Finding) -> String {
    let label = finding.field.full_label(lang);
    let fix = finding.fixes.iter().find(|fix| fix.is_safe());
    let change = fix.map(|fix| locale::finding::change(lang, finding.field, fix)).unwrap_or_default();
    words::MENDED.with(lang, &[("field", &label), ("change", &change)])
}
