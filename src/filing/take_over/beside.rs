//! What becomes of the subject's other drafts once a change of its data is through. The ministry keeps one record of a subject: what a
//! change of one mini-program says about the subject and its responsible person holds for all of them.
//!
//! Another mini-program's filing takes the data over as the one does that was changed. What is still being prepared is measured against
//! the new record, and says the same where it said what was on record before.

use super::{Followed, Outcome, is_about, is_over, outcome};
use crate::filing::change::{Difference, differences, is_masked, is_same};
use crate::filing::field::{FieldId, PersonField};
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
/// be done. What is on record now the filed draft tells, where one is at hand: it knows of all changes.
///
/// The files of both must be named as they are in the other draft's folder.
pub fn renew(finished: &Draft, prepared: &mut Draft, filed: Option<&Draft>) -> Option<Followed> {
    let (mut fields, mut overwritten) = (Vec::new(), Vec::new());
    for one in changes(finished) {
        let filed = filed.filter(|filed| tells(finished, filed, one.id));
        let now = filed.map_or(Some(one.new), |filed| filed.get(one.id));
        let is_before = filed.is_some() || is_alike(one.old, prepared.recorded(one.id));
        if reaches(finished, prepared, one.id) && is_before && put(prepared, one.id, now) {
            fields.push(one.id);
        }
    }
    for (id, new) in papers(finished, prepared) {
        if prepared.get(id) != Some(new) {
            // Whether that is the paper on record before, or one of this draft's own, nobody knows.
            overwritten.extend(prepared.get(id).cloned().map(|was| (id, was)));
            prepared.set(id, Some(new.clone()));
            fields.push(id);
        }
    }
    (!fields.is_empty()).then(|| Followed { fields, overwritten, ..Followed::default() })
}

/// Takes back what [`renew`] did, when the change is taken back. Values that were edited since stay. Papers are those of the filed
/// draft again, where one is at hand, else those of the change stay: nothing tells which ones lay here before. `None` where nothing was to
/// be taken back. `filed` is the filed draft once it was taken back there.
pub fn renew_back(finished: &Draft, prepared: &mut Draft, filed: Option<&Draft>) -> Option<Followed> {
    let mut followed = Followed::default();
    let mut is_done = false;
    for one in changes(finished) {
        let filed = filed.filter(|filed| tells(finished, filed, one.id));
        let now = filed.map_or(one.old, |filed| filed.get(one.id));
        if !reaches(finished, prepared, one.id)
            || !is_alike(Some(one.new), prepared.recorded(one.id))
            || !put(prepared, one.id, now)
        {
            continue;
        }
        is_done = true;
        let is_edited = prepared.get(one.id).is_some_and(|value| !now.is_some_and(|now| is_same(now, value)));
        if is_edited { followed.fields.push(one.id) } else { followed.restored.push(one.id) }
    }
    let theirs: Vec<_> = papers(finished, prepared).filter(|(id, new)| prepared.get(*id) == Some(*new)).collect();
    for (id, new) in theirs {
        match filed.and_then(|filed| filed.get(id)).filter(|paper| *paper != new) {
            Some(paper) => {
                prepared.set(id, Some(paper.clone()));
                followed.restored.push(id);
            }
            None => followed.files.push(id),
        }
    }
    (is_done || !followed.files.is_empty()).then_some(followed)
}

/// Puts on record what is there now, and into the field where it said what was on record; whether that is anything new.
fn put(prepared: &mut Draft, id: FieldId, now: Option<&Value>) -> bool {
    let before = prepared.recorded(id).cloned();
    if is_alike(before.as_ref(), now) && !before.as_ref().is_some_and(is_masked) {
        return false;
    }
    prepared.set_recorded(id, now.cloned().map(Value::without_documents));
    // A deregistration holds hardly anything of what is on record.
    let is_held = prepared.filing_kind() != FilingKind::Deregistration || prepared.get(id).is_some();
    let follows = match (&before, prepared.get(id)) {
        (Some(before), Some(value)) => is_same(before, value),
        (Some(before), None) => is_masked(before),
        (None, value) => value.is_none(),
    };
    if is_held && follows {
        prepared.set(id, shown(now).cloned().map(Value::without_documents));
    }
    // A deregistration says who receives the code, as on record.
    let receives =
        [(PersonField::Name, FieldId::DeregistrationCodeReceiver), (PersonField::Mobile, FieldId::DeregistrationCodePhone)];
    for (_, receiver) in receives.into_iter().filter(|(part, _)| part.of_both().contains(&id)) {
        if before.is_some() && before.as_ref() == prepared.get(receiver) {
            prepared.set(receiver, shown(now).cloned());
        }
    }
    true
}

/// Whether this filing knows what is on record of the field: another mini-program's knows of the subject alone.
fn tells(finished: &Draft, filed: &Draft, id: FieldId) -> bool {
    is_of_subject(id) || is_about(finished, filed)
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
