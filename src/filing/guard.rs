//! What keeps an edit from a draft in which it would reach nobody: what is filed is changed by a filing of its own.

use super::change::KEPT_HERE;
use super::draft::Draft;
use super::field::FieldId;
use super::history::{History, Stage};
use super::reuse::is_on_record;
use crate::catalog::FilingKind;

/// Why an edit is asked about before it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// The draft is filed: platform and bureau do not hear of an edit.
    Filed,
    /// The filing has ended: there is nothing left that an edit could be about.
    Ended,
    /// The filing was submitted and is not decided yet: platform and bureau judge what they were given.
    UnderReview,
    /// The field is on record for a subject that files one more mini-program.
    OnRecord,
}

/// Whether a draft is on record with the ministry, as a filing or as a change. Not so a deregistration, which ends one.
#[must_use]
pub fn is_filed(draft: &Draft) -> bool {
    let happened = !draft.events.is_empty() && draft.filing_kind() != FilingKind::Deregistration;
    happened && History::of(draft).stage() == Stage::Filed
}

/// Whether there is nothing to hand in of a draft: it is a filing that is on record.
#[must_use]
pub fn is_for_reference(draft: &Draft) -> bool {
    draft.filing_kind() == FilingKind::New && is_filed(draft)
}

/// Whether what a draft filed was deregistered since, or the draft is a deregistration that is done.
#[must_use]
pub fn is_ended(draft: &Draft) -> bool {
    !draft.events.is_empty() && History::of(draft).stage() == Stage::Deregistered
}

/// Whether what a draft holds is with the platform, the ministry or the bureau: submitted, and neither rejected nor taken back.
#[must_use]
pub fn is_under_review(draft: &Draft) -> bool {
    !draft.events.is_empty() && History::of(draft).stage().is_under_way()
}

/// What keeps these fields of a draft from being edited without a question. Whether the mini-program was published is no part of a
/// filing, and what is never sent is none either.
#[must_use]
pub fn guard(draft: &Draft, ids: impl IntoIterator<Item = FieldId>) -> Option<Guard> {
    let whole = match (is_filed(draft), is_ended(draft)) {
        (true, _) => Some(Guard::Filed),
        (_, true) => Some(Guard::Ended),
        _ => is_under_review(draft).then_some(Guard::UnderReview),
    };
    let guards = |id: FieldId| match id {
        FieldId::Published => None,
        _ if KEPT_HERE.contains(&id) => None,
        _ => whole.or_else(|| is_on_record(draft, id).then_some(Guard::OnRecord)),
    };
    ids.into_iter().find_map(guards)
}

/// What the guard keeps from `after` having other values than `before`: why, and the fields.
#[must_use]
pub fn guarded(before: &Draft, after: &Draft) -> Option<(Guard, Vec<FieldId>)> {
    let edited = FieldId::ALL.iter().copied().filter(|id| before.get(*id) != after.get(*id));
    let held: Vec<FieldId> = edited.filter(|id| guard(before, [*id]).is_some()).collect();
    guard(before, held.iter().copied()).map(|guard| (guard, held))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind, Value};

    fn filed(mut draft: Draft) -> Draft {
        draft.events = EventKind::TO_FILED.map(|kind| Event::new(kind, "2026-09-30T09:00:00+08:00".parse().unwrap())).into();
        draft
    }

    #[test]
    fn what_an_edit_would_alter_of_what_is_filed_is_named() {
        for (is_filed, edits, held) in [
            (true, &[FieldId::ResponsiblePersonMobile][..], &[FieldId::ResponsiblePersonMobile][..]),
            (true, &[FieldId::Published], &[]),
            (true, &[FieldId::SubjectBusinessScope, FieldId::OriginalId], &[]),
            (true, &[FieldId::SubjectName, FieldId::OriginalId], &[FieldId::SubjectName]),
            (true, &[], &[]),
            (false, &[FieldId::ResponsiblePersonMobile], &[]),
        ] {
            let before = if is_filed { filed(Draft::new(4)) } else { Draft::new(4) };
            let mut after = before.clone();
            for id in edits {
                after.set(*id, Some(if *id == FieldId::Published { Value::Flag(true) } else { "1".into() }));
            }
            let expected = (!held.is_empty()).then(|| (Guard::Filed, held.to_vec()));
            assert_eq!(guarded(&before, &after), expected, "{is_filed} {edits:?}");
        }
    }

    #[test]
    fn what_has_ended_is_guarded_as_such() {
        let at = "2026-10-30T09:00:00+08:00".parse().unwrap();
        let mut over = filed(Draft::new(4));
        over.events.push(Event::new(EventKind::Deregistered, at));
        let mut end = Draft::default();
        end.set(FieldId::FilingKind, Some("deregister".into()));
        assert!(!is_ended(&end));
        end.events = [EventKind::DeregistrationRequested, EventKind::SmsReceived, EventKind::SmsVerified]
            .map(|kind| Event::new(kind, at))
            .into();
        for (draft, id) in [(&over, FieldId::ResponsiblePersonMobile), (&end, FieldId::DeregistrationReason)] {
            assert!(is_ended(draft) && !is_filed(draft));
            assert_eq!(guard(draft, [id]), Some(Guard::Ended));
            assert_eq!(guard(draft, [FieldId::Published]), None);
        }
        assert!(!is_ended(&filed(Draft::new(4))));
    }

    #[test]
    fn what_is_under_review_is_guarded_until_it_comes_back() {
        let at = "2026-10-30T09:00:00+08:00".parse().unwrap();
        let new = |count: usize| EventKind::TO_FILED[..count].to_vec();
        let sent_back = [new(1), vec![EventKind::PlatformReturned]].concat();
        let again = [sent_back.clone(), vec![EventKind::Submitted]].concat();
        let by_bureau = [new(4), vec![EventKind::BureauReturned]].concat();
        let requested = vec![EventKind::DeregistrationRequested];
        let lapsed = [requested.clone(), vec![EventKind::SmsReceived, EventKind::DeregistrationLapsed]].concat();
        for (kind, events, guarded) in [
            ("new", new(0), false),
            ("new", new(1), true),
            ("new", new(2), true),
            ("new", new(3), true),
            ("new", new(4), true),
            ("change", new(1), true),
            ("new", [new(1), vec![EventKind::Withdrawn]].concat(), false),
            ("new", [new(3), vec![EventKind::SmsTimedOut]].concat(), false),
            ("new", sent_back, false),
            ("new", again, true),
            ("new", by_bureau, false),
            ("deregister", requested, true),
            ("deregister", lapsed, false),
        ] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.events = events.iter().map(|kind| Event::new(*kind, at)).collect();
            let expected = guarded.then_some(Guard::UnderReview);
            assert_eq!(guard(&draft, [FieldId::ResponsiblePersonMobile]), expected, "{kind} {events:?}");
            assert_eq!(guard(&draft, [FieldId::Published, FieldId::OriginalId]), None, "{kind} {events:?}");
        }
    }

    #[test]
    fn of_one_more_mini_program_what_is_on_record_is_named() {
        let mut before = Draft::new(4);
        before.set(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        before.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        let mut after = before.clone();
        after.set(FieldId::MiniProgramName, Some("虚构助手".into()));
        assert_eq!(guarded(&before, &after), None);
        after.set(FieldId::SubjectName, Some("另一家公司".into()));
        assert_eq!(guarded(&before, &after), Some((Guard::OnRecord, vec![FieldId::SubjectName])));
    }
}
