//! What becomes of a filed draft once a change or a deregistration of it is through: the changed values are the record from then
//! on, and what was deregistered is filed no more.
//!
//! Which draft that is, the filing number says, and else the AppID: a draft may have been renamed or moved since, and a number left out
//! or mistyped.

use super::change::{difference, differences, is_another_person, is_masked, is_same};
use super::deregistration::Scope;
use super::draft::Draft;
use super::event::{Event, EventKind, Moment};
use super::field::{FieldId, PersonField, Role};
use super::history::{History, Stage};
use super::value::{Approval, Value};
use crate::catalog::FilingKind;
use crate::text::normalize::{Mode, normalize};

pub mod beside;

/// What a filing that is through does to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A change: its values are the record.
    Changed,
    /// A deregistration: nothing is on record any more.
    Deregistered,
    /// The end of WeChat's access alone (取消接入): nothing more can be done with the filing at WeChat, and its number stands only where
    /// another provider gives access (`facts-2026-11-27.md` section 2.2).
    AccessCancelled,
}

impl Outcome {
    /// The event that says so in the filed draft.
    #[must_use]
    pub const fn event(self) -> EventKind {
        match self {
            Self::Changed => EventKind::Changed,
            Self::Deregistered => EventKind::Deregistered,
            Self::AccessCancelled => EventKind::AccessCancelled,
        }
    }

    /// Whether an event of a filed draft can tell of it: the end of an access was once written as that of the whole filing.
    fn is_told_by(self, kind: EventKind) -> bool {
        kind == self.event() || (self == Self::AccessCancelled && kind.ends())
    }
}

/// What became of a filed draft.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Followed {
    /// The fields that are not as they were; when something is taken back, those that were edited since and stay.
    pub fields: Vec<FieldId>,
    /// What had been put there since it was filed and gave way, field by field.
    pub overwritten: Vec<(FieldId, Value)>,
    /// When something is taken back, the files of the change that stay, where nothing was kept of those before them.
    pub files: Vec<FieldId>,
    /// When something is taken back in a draft in preparation, the fields that say again what was on record before.
    pub restored: Vec<FieldId>,
    /// The questions whose answers went, because they were given about what stood here before; when something is taken back, all about
    /// what it changed that have no answer now.
    pub reopened: Vec<FieldId>,
}

/// What a draft does to the record, and since when; `None` while it is not through, or where it is a new filing.
#[must_use]
pub fn outcome(draft: &Draft) -> Option<(Outcome, Moment)> {
    let (outcome, stage) = match draft.filing_kind() {
        FilingKind::New => return None,
        FilingKind::Change => (Outcome::Changed, Stage::Filed),
        FilingKind::Deregistration if Scope::of(draft) == Some(Scope::Access) => (Outcome::AccessCancelled, Stage::Deregistered),
        FilingKind::Deregistration => (Outcome::Deregistered, Stage::Deregistered),
    };
    if History::of(draft).stage() != stage {
        return None;
    }
    let passed = |event: &&Event| match outcome {
        Outcome::Changed => event.kind == EventKind::BureauPassed,
        Outcome::Deregistered | Outcome::AccessCancelled => event.kind.ends() || event.kind == EventKind::SmsVerified,
    };
    draft.events.iter().rev().find(passed).map(|event| (outcome, event.at))
}

/// Whether a filing that is through is about what this draft filed.
#[must_use]
pub fn concerns(finished: &Draft, filed: &Draft) -> bool {
    // A change that is through is on record as well; only the end of the filing ends it.
    let is_through = match (filed.filing_kind(), finished.filing_kind()) {
        (FilingKind::New, _) => History::of(filed).number().is_some(),
        (FilingKind::Change, FilingKind::Deregistration) => outcome(filed).is_some() || is_over(filed),
        _ => false,
    };
    is_through && !has_ended_before(finished, filed) && is_about(finished, filed)
}

/// Whether a change is about what this draft filed, which had ended when it came through.
#[must_use]
pub fn is_about_ended(finished: &Draft, filed: &Draft) -> bool {
    filed.filing_kind() == FilingKind::New && has_ended_before(finished, filed) && is_about(finished, filed)
}

fn is_about(finished: &Draft, filed: &Draft) -> bool {
    let (ours, theirs) = (number(finished.number()), number(filed.number()));
    if Scope::of(finished) == Some(Scope::Subject) && finished.filing_kind() == FilingKind::Deregistration {
        return !ours.is_empty() && subject_of(&ours) == subject_of(&theirs);
    }
    let app_id = |draft: &Draft| draft.text(FieldId::AppId).trim().to_ascii_lowercase();
    let (our_app, their_app) = (app_id(finished), app_id(filed));
    if !ours.is_empty() && ours == theirs {
        // One number in drafts of two mini-programs is a slip in one of them: whatever ends or changes is not written into the other.
        return our_app.is_empty() || their_app.is_empty() || our_app == their_app;
    }
    // A number is left out or mistyped in one of them; one AppID has one filing at a time.
    !is_over(filed) && !our_app.is_empty() && our_app == their_app
}

/// Whether two drafts tell of one mini-program's filing: the number says so, else the AppID.
#[must_use]
pub fn is_of_one_filing(one: &Draft, other: &Draft) -> bool {
    let [ours, theirs] = [one, other].map(|draft| number(draft.number()));
    let [our_app, their_app] = [one, other].map(|draft| draft.text(FieldId::AppId).trim().to_ascii_lowercase());
    let differ = !our_app.is_empty() && !their_app.is_empty() && our_app != their_app;
    !differ && ((!ours.is_empty() && ours == theirs) || (!our_app.is_empty() && our_app == their_app))
}

/// Whether two drafts tell of one subject: the certificate's number says so, else what stands before the serial of the filing number.
#[must_use]
pub fn is_of_one_subject(one: &Draft, other: &Draft) -> bool {
    let certificate = |draft: &Draft| {
        let id =
            if draft.is_individual() { FieldId::ResponsiblePersonCertificateNumber } else { FieldId::SubjectCertificateNumber };
        number(draft.known_text(id))
    };
    let [ours, theirs] = [one, other].map(certificate);
    if !ours.is_empty() && !theirs.is_empty() {
        return ours == theirs;
    }
    let [ours, theirs] = [one, other].map(|draft| number(draft.number()));
    !ours.is_empty() && subject_of(&ours) == subject_of(&theirs)
}

/// Whether a change came through when what this draft filed was no more: it cannot be about that.
fn has_ended_before(finished: &Draft, filed: &Draft) -> bool {
    let Some((Outcome::Changed, at)) = outcome(finished) else { return false };
    is_over(filed) && filed.events.iter().any(|event| event.kind.ends() && event.at <= at)
}

fn is_over(draft: &Draft) -> bool {
    History::of(draft).stage() == Stage::Deregistered
}

/// Brings a filed draft up to date with a filing that is through: its new values, the files that prove them, and the event. The draft of
/// another mini-program takes what tells of their subject. Returns the fields that are not as they were, and what they held beside what
/// was on record; `None` where that was done before, or nothing follows.
///
/// `note` says in the event which draft it was. The files of `finished` must be named as they are in the filed draft's folder.
pub fn take_over(finished: &Draft, filed: &mut Draft, note: &str) -> Option<Followed> {
    let (outcome, at) = outcome(finished)?;
    if filed.events.iter().any(|event| tells_of(event, outcome, at, note)) {
        return None;
    }
    let is_whole = is_about(finished, filed);
    let is_told = filed.events.iter().any(|event| outcome.is_told_by(event.kind) && event.at == at);
    let reaches = |id: FieldId| is_whole || beside::is_of_subject(id);
    // A later change has the last word, whichever is taken over first.
    let is_latest = !filed.events.iter().any(|event| event.kind == EventKind::Changed && event.at > at);
    let mut taken = Followed::default();
    let mut replaced = Vec::new();
    if outcome == Outcome::Changed {
        let changed = differences(finished).into_iter().map(|one| (one.id, one.new.clone()));
        let files = FieldId::FILES.iter().copied().filter(|id| finished.asks(*id));
        let files = files.filter_map(|id| Some((id, finished.get(id)?.clone())));
        for (id, value) in changed.chain(files).filter(|(id, value)| reaches(*id) && !is_masked(value)) {
            let is_later = later(filed, at, id).is_some();
            let value = with_documents(value, found(filed, at, id));
            if found(filed, at, id) == Some(&value) {
                continue;
            }
            let before = found(filed, at, id).cloned();
            // The record has no files: those of the filing give way to those of the change.
            let is_edited = |before: &&Value| !id.field().kind.is_file() && !is_as_recorded(finished, id, before);
            if !is_latest && !is_later && before.as_ref().filter(is_edited).is_some() {
                continue;
            }
            taken.overwritten.extend(before.as_ref().filter(is_edited).map(|before| (id, before.clone())));
            leave(filed, at, id, Some(value));
            replaced.push((id, before));
            taken.fields.extend((!is_later).then_some(id));
        }
        for id in of_the_owner(finished).filter(|_| is_whole) {
            let before = found(filed, at, id).cloned();
            let is_later = later(filed, at, id).is_some();
            if before.as_ref() == finished.get(id) || (!is_latest && !is_later) {
                continue;
            }
            leave(filed, at, id, finished.get(id).cloned());
            replaced.push((id, before));
            taken.fields.extend((!is_later).then_some(id));
        }
    }
    // Where nothing is to be done, an event of that moment tells of this one, under the name that its draft had then.
    if replaced.is_empty() && (!is_whole || is_told) {
        return None;
    }
    let number = History::of(finished).number().unwrap_or_default().to_owned();
    let number = if is_whole && outcome == Outcome::Changed { number } else { String::new() };
    let event = Event { note: note.to_owned(), number, replaced, ..Event::new(outcome.event(), at) };
    // Behind what it follows, whatever day was written there.
    let behind = |is: &dyn Fn(&Event) -> bool| filed.events.iter().rposition(is).map_or(0, |last| last + 1);
    let place = behind(&|event| event.at <= at).max(behind(&|event| event.kind == EventKind::BureauPassed));
    filed.events.insert(place, event);
    Some(taken)
}

/// What the next change after a moment has replaced of a field, where one has.
fn later(filed: &Draft, at: Moment, id: FieldId) -> Option<&Option<Value>> {
    let events = filed.events.iter().filter(|event| event.at > at);
    events.flat_map(|event| &event.replaced).find(|(other, _)| *other == id).map(|(_, value)| value)
}

/// What a change of a moment finds in a field: what stands there now, or what the next change after it has replaced.
fn found(filed: &Draft, at: Moment, id: FieldId) -> Option<&Value> {
    later(filed, at, id).map_or_else(|| filed.get(id), Option::as_ref)
}

/// Leaves a value where a change of a moment has it: in the field, or for the next change after it to have replaced.
fn leave(filed: &mut Draft, at: Moment, id: FieldId, value: Option<Value>) {
    let mut events = filed.events.iter_mut().filter(|event| event.at > at).flat_map(|event| &mut event.replaced);
    match events.find(|(other, _)| *other == id) {
        Some((_, replaced)) => *replaced = value,
        None => drop(filed.set(id, value)),
    }
}

/// Whether what a change replaced tells who a person is.
fn tells_who((id, _): &(FieldId, Option<Value>)) -> bool {
    let fields = [PersonField::Name, PersonField::CertificateNumber].map(PersonField::of_both);
    fields.as_flattened().contains(id)
}

/// What is no part of a filing and tells of the owner: with another one, the account's administrator and the face check of the one
/// before say nothing any more.
fn of_the_owner(finished: &Draft) -> impl Iterator<Item = FieldId> {
    let is_another = is_another_person(finished, Role::Owner);
    let fields = std::iter::once(FieldId::OwnerAdministrator).chain(FieldId::FACE_CHECK.iter().copied());
    fields.filter(move |_| is_another)
}

/// Whether a value of the filed draft is what the change has on record: nobody has edited it since.
fn is_as_recorded(finished: &Draft, id: FieldId, value: &Value) -> bool {
    finished.recorded(id).is_some_and(|old| is_same(old, value))
}

/// Approvals with the documents that the filed draft has for them: a change names only those that it proves anew.
pub fn with_documents(value: Value, filed: Option<&Value>) -> Value {
    let (Value::Approvals(mut rows), Some(Value::Approvals(known))) = (value.clone(), filed) else { return value };
    for row in rows.iter_mut().filter(|row| row.document.is_empty()) {
        let same = |other: &&Approval| other.kind == row.kind && other.number.trim() == row.number.trim();
        if let Some(other) = known.iter().find(same) {
            row.document.clone_from(&other.document);
        }
    }
    Value::Approvals(rows)
}

/// Takes back what [`take_over`] did, when the last event of `finished` is withdrawn; `finished` still has it. Values that were
/// changed since stay, and are returned; `None` where nothing was to be taken back.
pub fn take_back(finished: &Draft, filed: &mut Draft, note: &str) -> Option<Followed> {
    let (outcome, at) = outcome(finished)?;
    let place = place_of(filed, outcome, at, note)?;
    let event = filed.events.remove(place);
    let (mut kept, mut files) = (Vec::new(), Vec::new());
    // The file may have been edited by hand: only what this change can have replaced is put back, once, and only a value of its field.
    let mut replaced = event.replaced;
    replaced.retain(|(id, before)| is_replaceable(finished, *id) && !matches!(before, Some(Value::Invalid(_))));
    if !replaced.is_empty() {
        let mut done = Vec::new();
        for (id, before) in replaced {
            if done.contains(&id) {
                continue;
            }
            done.push(id);
            let Some(new) = finished.get(id) else {
                // A later change of the owner found nothing to replace: what stood there is its to put back.
                let is_empty = filed.get(id).is_none();
                let heir = filed.events.iter_mut().find(|event| event.at > at && event.replaced.iter().any(tells_who));
                match heir {
                    Some(heir) => heir.replaced.push((id, before)),
                    None if is_empty => drop(filed.set(id, before)),
                    None => kept.push(id),
                }
                continue;
            };
            if filed.get(id).is_some_and(|now| is_same(new, now)) {
                filed.set(id, before);
                continue;
            }
            kept.push(id);
            // A later change has replaced it again: what stood there before both is what that one is to put back.
            let later = filed.events.iter_mut().flat_map(|event| &mut event.replaced);
            for (other, value) in later {
                if *other == id && value.as_ref().is_some_and(|value| is_same(new, value)) {
                    value.clone_from(&before);
                }
            }
        }
    } else if outcome == Outcome::Changed && is_about(finished, filed) {
        // Taken over by a version that kept nothing of what it replaced: what was on record is put back.
        for id in FieldId::ALL.iter().copied() {
            let Some(change) = difference(finished, id) else { continue };
            let old = change.old.filter(|old| !is_masked(old));
            if filed.get(id) == Some(change.new) && old.is_some() {
                filed.set(id, old.cloned());
            } else if filed.get(id) != old {
                kept.push(id);
            }
        }
        let is_of_change =
            |id: &FieldId| finished.asks(*id) && finished.get(*id).is_some() && filed.get(*id) == finished.get(*id);
        files.extend(FieldId::FILES.iter().copied().filter(|id| id.field().kind.is_file()).filter(is_of_change));
    }
    Some(Followed { fields: kept, files, ..Followed::default() })
}

/// Whether a change puts its value of this field into the filed draft.
fn is_replaceable(finished: &Draft, id: FieldId) -> bool {
    let is_of_the_owner = of_the_owner(finished).any(|other| other == id);
    is_of_the_owner
        || difference(finished, id).is_some()
        || (FieldId::FILES.contains(&id) && finished.asks(id) && finished.get(id).is_some())
}

/// Whether an event of a filed draft tells of this one's end. Two may have come through in the same minute: the note tells them apart.
fn tells_of(event: &Event, outcome: Outcome, at: Moment, note: &str) -> bool {
    outcome.is_told_by(event.kind) && event.at == at && (event.note == note || event.note.is_empty() || note.is_empty())
}

/// Where the event that tells of this one's end stands. A draft may have been renamed since: an only event of that moment is of it.
fn place_of(filed: &Draft, outcome: Outcome, at: Moment, note: &str) -> Option<usize> {
    let exactly = filed.events.iter().position(|event| tells_of(event, outcome, at, note));
    let mut of_then = (0..).zip(&filed.events).filter(|(_, event)| outcome.is_told_by(event.kind) && event.at == at);
    exactly.or_else(|| of_then.next().map(|(place, _)| place).filter(|_| of_then.next().is_none()))
}

/// Whether a draft was brought up to date with this one, whatever became of it since.
#[must_use]
pub fn has_followed(finished: &Draft, filed: &Draft, note: &str) -> bool {
    let is_of_subject = || is_about(finished, filed) || is_of_one_subject(finished, filed);
    outcome(finished).is_some_and(|(outcome, at)| place_of(filed, outcome, at, note).is_some()) && is_of_subject()
}

/// A filing number as it is compared.
fn number(text: &str) -> String {
    normalize(text, Mode::Compact).value.to_uppercase()
}

/// The subject's part of a number that is compared.
#[must_use]
pub fn subject_of(number: &str) -> &str {
    number.find('号').and_then(|at| number.get(..at)).unwrap_or(number)
}

#[cfg(test)]
#[path = "take_over_tests.rs"]
mod tests;
