//! How much of a draft a person has filled in.

use super::change::alters_nothing;
use super::draft::Draft;
use super::field::{FieldId, Kind, Need, PersonField, Role, Section};
use super::history::{History, Stage};
use super::reuse::{is_likely_of_next, reuses_subject, serves_again};

/// What a draft is made with: it says what is filed, and about what.
const MADE_WITH: [FieldId; 5] =
    [FieldId::FilingKind, FieldId::SubjectNature, FieldId::RecordNumber, FieldId::RecordFiledOn, FieldId::RecordSource];
/// Questions that the record of the subject answers when one more mini-program is begun.
const TOLD_BY_RECORD: [FieldId; 2] = [FieldId::FiledBefore, FieldId::FiledInAnotherProvince];

/// Fields filled in, of those that must or should be. What stands there by itself counts in neither: an answer that is taken for granted
/// until somebody gives one, what a draft is made with, and what is as the record has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Filled in.
    pub done: usize,
    /// Asked for, not counting what may stay empty.
    pub total: usize,
}

impl Progress {
    /// Whole percent, rounded down, so that 100 means all.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.done * 100).checked_div(self.total).unwrap_or(100)
    }

    /// Whether nothing is left to fill in.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.done >= self.total
    }
}

/// Whether the field says something: a value, or a flag's default.
#[must_use]
pub fn is_filled(draft: &Draft, id: FieldId) -> bool {
    matches!(id.field().kind, Kind::Flag(Some(_))) || draft.get(id).is_some()
}

/// Progress of one form. `need` says how strongly the draft asks for a field.
#[must_use]
pub fn of_section(draft: &Draft, section: Section, need: &dyn Fn(FieldId) -> Need) -> Progress {
    count(draft, FieldId::ALL.iter().copied().filter(|id| draft.section_of(*id) == section), need)
}

/// Progress of the whole draft while it is in preparation, once more after it was sent back. Of what was submitted there is none: nobody
/// fills that in any more, and what was left open then stays so.
#[must_use]
pub fn of_draft(draft: &Draft) -> Option<Progress> {
    of_draft_by(draft, &|id| draft.need(id))
}

/// The same where somebody knows already how strongly each field is asked for.
#[must_use]
pub fn of_draft_by(draft: &Draft, need: &dyn Fn(FieldId) -> Need) -> Option<Progress> {
    if History::of(draft).stage() != Stage::Preparing {
        return None;
    }
    let mut progress = count(draft, FieldId::ALL.iter().copied(), need);
    // What a change is to alter is asked for, whichever field it is in: the first one is that which was missing.
    progress.total += usize::from(alters_nothing(draft));
    Some(progress)
}

/// Whether nothing is missing that must be there; what is likely to be asked for may be.
#[must_use]
pub fn has_all_required(draft: &Draft) -> bool {
    has_all(draft, Need::Required)
}

/// Whether nothing is missing that must be there or is likely to be asked for; questions may be open.
#[must_use]
pub fn has_all_expected(draft: &Draft) -> bool {
    has_all(draft, Need::Expected)
}

fn has_all(draft: &Draft, need: Need) -> bool {
    FieldId::ALL.iter().copied().all(|id| draft.need(id) < need || is_filled(draft, id))
}

/// Whether what the field holds stood there when the draft was made.
fn was_there(draft: &Draft, id: FieldId) -> bool {
    let Some(held) = draft.get(id) else { return false };
    let of_person = |part: PersonField| draft.recorded(part.of(Role::ResponsiblePerson));
    let on_record = match id {
        FieldId::DeregistrationCodeReceiver => of_person(PersonField::Name),
        FieldId::DeregistrationCodePhone => of_person(PersonField::Mobile),
        _ => draft.recorded(id),
    };
    let is_told = || TOLD_BY_RECORD.contains(&id) && reuses_subject(draft);
    MADE_WITH.contains(&id) || on_record == Some(held) || is_told() || is_copied(draft, id)
}

/// Whether the field is one that one more mini-program begins with as the filing before has it, where that was at hand and not its number
/// alone. What was copied is not kept apart, so what stands there is no work even where somebody has written it anew.
fn is_copied(draft: &Draft, id: FieldId) -> bool {
    let names = [FieldId::SubjectName, FieldId::ResponsiblePersonName];
    let has_values = names.into_iter().any(|name| draft.recorded(name).is_some());
    has_values && reuses_subject(draft) && (is_likely_of_next(id) || serves_again(id))
}

fn count(draft: &Draft, fields: impl Iterator<Item = FieldId>, need: &dyn Fn(FieldId) -> Need) -> Progress {
    let mut progress = Progress::default();
    for id in fields {
        let is_held = draft.get(id).is_some();
        let counts = match need(id) {
            _ if !is_held && is_filled(draft, id) => false,
            _ if was_there(draft, id) => false,
            Need::Required | Need::Expected => true,
            // What may stay empty counts once it is there, so that filling it in never lowers the share; a question counts at once.
            Need::Optional => is_held || draft.section_of(id) == Section::Questions,
            Need::NotAsked => false,
        };
        progress.total += usize::from(counts);
        progress.done += usize::from(counts && is_held);
    }
    progress
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind, Value};

    /// What is done, and what is asked for in all.
    fn counted(draft: &Draft) -> (usize, usize) {
        let progress = of_draft(draft).unwrap();
        (progress.done, progress.total)
    }

    fn with(draft: &Draft, id: FieldId, value: impl Into<Value>) -> Draft {
        let mut draft = draft.clone();
        draft.set(id, Some(value.into()));
        draft
    }

    #[test]
    fn what_a_person_has_answered_counts_of_what_is_asked() {
        let draft = Draft::new(4);
        let (done, total) = counted(&draft);
        for (name, id, value, more) in [
            ("what must be there", FieldId::SubjectName, Value::from("晨星"), (1, 0)),
            ("an open question", FieldId::FiledBefore, Value::Flag(false), (1, 0)),
            ("what may stay empty", FieldId::SubjectRemark, Value::from("无"), (1, 1)),
            ("an answer taken for granted, given", FieldId::IsLegalPerson, Value::Flag(true), (1, 1)),
        ] {
            assert_eq!(counted(&with(&draft, id, value)), (done + more.0, total + more.1), "{name}");
        }
    }

    #[test]
    fn all_means_that_no_question_is_open() {
        let mut draft = Draft::new(4);
        while let Some(id) = FieldId::ALL.iter().copied().find(|id| draft.need(*id) >= Need::Expected && !is_filled(&draft, *id))
        {
            draft.set(id, Some(Value::from("x")));
        }
        assert!(has_all_required(&draft) && has_all_expected(&draft));
        let (progress, is_whole) = (of_draft(&draft).unwrap(), |draft: &Draft| of_draft(draft).unwrap().percent() == 100);
        assert!(!progress.is_complete() && !is_whole(&draft));
        for id in Section::Questions.fields().map(|field| field.id) {
            let is_flag = matches!(id.field().kind, Kind::Flag(_));
            if draft.asks(id) {
                draft.set(id, Some(if is_flag { Value::Flag(false) } else { Value::from("2026-11-01") }));
            }
        }
        let open: Vec<&str> =
            draft.asked_in(Section::Questions).filter(|id| draft.get(*id).is_none()).map(FieldId::path).collect();
        assert_eq!((is_whole(&draft), open.is_empty()), (true, true), "{open:?}");
    }

    #[test]
    fn what_is_on_record_was_not_done_here() {
        let mut draft = with(&Draft::new(4), FieldId::SubjectAddress, "虚构路 1 号");
        draft.set_recorded(FieldId::SubjectAddress, Some("虚构路 1 号".into()));
        let (done, total) = counted(&draft);
        let changed = with(&draft, FieldId::SubjectAddress, "虚构路 2 号");
        assert_eq!(counted(&changed), (done + 1, total + 1));
        draft.set(FieldId::SubjectAddress, None);
        assert_eq!(counted(&draft), (done, total + 1), "what the platform has masked is asked for");
    }
    #[test]
    fn events_do_not_move_the_share() {
        let mut draft = with(&Draft::new(4), FieldId::SubjectName, "晨星");
        let before = of_draft(&draft);
        let at = |kind| Event::new(kind, "2026-11-23T10:00:00+08:00".parse().unwrap());
        draft.events = vec![at(EventKind::Submitted)];
        assert_eq!(of_draft(&draft), None, "nobody fills in what was submitted");
        draft.events.push(at(EventKind::PlatformReturned));
        assert_eq!(of_draft(&draft), before, "sent back, it is prepared as before");
        draft
            .events
            .extend([EventKind::Submitted, EventKind::PlatformPassed, EventKind::SmsVerified, EventKind::BureauPassed].map(at));
        assert_eq!(of_draft(&draft), None);
    }

    #[test]
    fn what_a_draft_is_made_with_counts_in_neither_number() {
        assert_eq!(counted(&Draft::new(4)).0, 0);
        let mut change = Draft::new(4);
        for (id, value) in [
            (FieldId::FilingKind, "change"),
            (FieldId::RecordNumber, "蜀ICP备2026000001号-1X"),
            (FieldId::RecordFiledOn, "2026-09-30"),
            (FieldId::RecordSource, "draft"),
            (FieldId::MiniProgramRemark, "无"),
            (FieldId::SubjectRemark, "无"),
        ] {
            change.set(id, Some(value.into()));
            if !MADE_WITH.contains(&id) {
                change.set_recorded(id, Some(value.into()));
            }
        }
        let (done, total) = counted(&change);
        assert_eq!(done, 0);
        assert!(total > 0 && of_draft(&change).unwrap().percent() == 0, "it is to change something");
        // The first change is what was missing; a second one is more of both.
        let first = with(&change, FieldId::MiniProgramRemark, "点餐");
        assert_eq!(counted(&first), (1, total));
        assert_eq!(counted(&with(&first, FieldId::SubjectRemark, "餐饮")), (2, total + 1));
        // A number that nobody has given is asked for.
        change.set(FieldId::RecordNumber, None);
        assert_eq!(counted(&change), (0, total + 1));
    }

    #[test]
    fn what_one_more_mini_program_begins_with_was_not_done() {
        let mut draft = Draft::new(4);
        draft.set_recorded(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        let copied = [
            (FieldId::ServiceContents, Value::Codes(vec![4])),
            (FieldId::MiniProgramRemark, "点餐".into()),
            (FieldId::SubjectCertificatePhoto, "licence.jpg".into()),
        ];
        let filled = |mut draft: Draft| {
            copied.iter().for_each(|(id, value)| drop(draft.set(*id, Some(value.clone()))));
            draft
        };
        // Of a number alone nothing was copied: whoever fills them in has done so.
        assert_eq!(counted(&filled(draft.clone())).0, copied.len());
        draft.set_recorded(FieldId::SubjectName, Some("晨星".into()));
        draft.set(FieldId::SubjectName, Some("晨星".into()));
        let (done, total) = counted(&filled(draft.clone()));
        assert_eq!((done, of_draft(&filled(draft.clone())).unwrap().percent()), (0, 0));
        // Its own name and AppID are its work; a copied value that was emptied is asked for again.
        let named = with(&filled(draft.clone()), FieldId::MiniProgramName, "小食记");
        assert_eq!(counted(&named), (1, total));
        let mut emptied = filled(draft);
        emptied.set(FieldId::MiniProgramRemark, None);
        assert_eq!(counted(&emptied), (0, total + 1));
    }

    #[test]
    fn a_code_receiver_from_the_record_was_not_named_here() {
        let mut draft = Draft::default();
        draft.set(FieldId::FilingKind, Some("deregister".into()));
        draft.set_recorded(FieldId::ResponsiblePersonName, Some("李某某".into()));
        draft.set(FieldId::DeregistrationCodeReceiver, Some("李某某".into()));
        assert_eq!(counted(&draft).0, 0);
        draft.set(FieldId::DeregistrationCodeReceiver, Some("张某某".into()));
        assert_eq!(counted(&draft).0, 1);
    }
}
