//! What becomes of the subject's other drafts once a change of its data is through. The ministry keeps one record of a subject: what a
//! change of one mini-program says about the subject and its responsible person holds for all of them.
//!
//! Another mini-program's filing takes the data over as the one does that was changed. What is still being prepared is measured against
//! the new record, and says the same where it said what was on record before.

use super::{Followed, Outcome, is_about, is_over, outcome};
use crate::filing::change::{Difference, differences, is_masked, is_same};
use crate::filing::field::FieldId;
use crate::filing::history::{History, Stage};
use crate::filing::reuse::{self, reuses_subject};
use crate::filing::take_over::{is_of_one_filing, is_of_one_subject};
use crate::filing::{Draft, FilingKind, Value};

/// Whether the field tells of the subject, which the record of every mini-program shares.
#[must_use]
pub fn is_of_subject(id: FieldId) -> bool {
    reuse::SECTIONS.contains(&id.field().section)
}

/// Whether a change that is through says something about the subject that this filing of another mini-program has on record, too.
#[must_use]
pub fn concerns_filed(finished: &Draft, filed: &Draft) -> bool {
    let is_filed = filed.filing_kind() == FilingKind::New && History::of(filed).number().is_some() && !is_over(filed);
    is_filed && changes_subject(finished) && !is_about(finished, filed) && is_of_one_subject(finished, filed)
}

/// Whether what is being prepared is measured against a record that a change which is through has changed. What has been submitted says
/// what was submitted.
#[must_use]
pub fn concerns_prepared(finished: &Draft, prepared: &Draft) -> bool {
    let is_prepared = prepared.has_record() && History::of(prepared).stage() == Stage::Preparing;
    let is_same = || is_of_one_subject(finished, prepared) || is_of_one_filing(finished, prepared);
    is_prepared && is_same() && changes(finished).any(|one| reaches(finished, prepared, one.id))
}

/// Renews the record that a draft in preparation is measured against, and the values that were as on record; `None` where nothing was to
/// be done.
///
/// The files of `finished` must be named as they are in the other draft's folder.
pub fn renew(finished: &Draft, prepared: &mut Draft) -> Option<Followed> {
    let mut fields = Vec::new();
    for one in changes(finished) {
        if !is_on_record(finished, prepared, one.id, one.old) {
            continue;
        }
        put(prepared, one.id, one.old, Some(one.new));
        fields.push(one.id);
    }
    for (id, new) in papers(finished, prepared) {
        if prepared.get(id) != Some(new) {
            prepared.set(id, Some(new.clone()));
            fields.push(id);
        }
    }
    (!fields.is_empty()).then(|| Followed { fields, ..Followed::default() })
}

/// Takes back what [`renew`] did, when the change is taken back. Values that were edited since stay, and are returned; `None` where
/// nothing was to be taken back.
pub fn renew_back(finished: &Draft, prepared: &mut Draft) -> Option<Followed> {
    let (mut kept, mut is_done) = (Vec::new(), false);
    for one in changes(finished) {
        if !is_on_record(finished, prepared, one.id, Some(one.new)) {
            continue;
        }
        let is_edited = !put(prepared, one.id, Some(one.new), one.old);
        kept.extend((is_edited && prepared.get(one.id).is_some()).then_some(one.id));
        is_done = true;
    }
    for (id, new) in papers(finished, prepared) {
        if prepared.get(id) == Some(new) {
            // Which paper lay here before is not known; those on record serve as well.
            prepared.set(id, None);
            is_done = true;
        }
    }
    is_done.then(|| Followed { fields: kept, ..Followed::default() })
}

/// Whether this is on record there. Where it is neither what was before a change nor what came of it, another change has the last word.
fn is_on_record(finished: &Draft, prepared: &Draft, id: FieldId, value: Option<&Value>) -> bool {
    reaches(finished, prepared, id) && is_alike(value, prepared.recorded(id))
}

/// Puts on record what was not, and into the field where it said what was on record; whether it did.
fn put(prepared: &mut Draft, id: FieldId, from: Option<&Value>, to: Option<&Value>) -> bool {
    prepared.set_recorded(id, to.cloned());
    // A deregistration holds hardly anything of what is on record.
    let is_held = prepared.filing_kind() != FilingKind::Deregistration || prepared.get(id).is_some();
    let follows = is_held && is_alike(shown(from), prepared.get(id));
    if follows {
        prepared.set(id, shown(to).cloned());
    }
    follows
}

/// What a change that is through says anew.
fn changes(finished: &Draft) -> impl Iterator<Item = Difference<'_>> {
    let is_through = matches!(outcome(finished), Some((Outcome::Changed, _)));
    let all = if is_through { differences(finished) } else { Vec::new() };
    all.into_iter().filter(|one| !is_masked(one.new))
}

fn changes_subject(finished: &Draft) -> bool {
    changes(finished).any(|one| is_of_subject(one.id))
}

/// Whether a field of a draft in preparation follows: all of the same mini-program, else those that tell of the subject.
fn reaches(finished: &Draft, prepared: &Draft, id: FieldId) -> bool {
    let is_of_same = prepared.filing_kind() != FilingKind::New && is_of_one_filing(finished, prepared);
    is_of_same || is_of_subject(id)
}

/// The papers of the subject's side that serve again for its next mini-program; for anything else, none.
fn papers<'a>(finished: &'a Draft, prepared: &Draft) -> impl Iterator<Item = (FieldId, &'a Value)> + use<'a> {
    let all = if reuses_subject(prepared) { FieldId::FILES } else { &[] };
    let serving = all.iter().copied().filter(|id| reuse::serves_again(*id) && finished.asks(*id));
    serving.filter_map(|id| Some((id, finished.get(id)?)))
}

fn is_alike(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => is_same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// What a field holds of what is on record: nothing that is masked.
fn shown(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !is_masked(value))
}

#[cfg(test)]
#[path = "beside_tests.rs"]
mod tests;
