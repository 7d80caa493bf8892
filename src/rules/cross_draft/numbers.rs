//! Filing numbers of several drafts: each mini-program has its own, and a subject has one that all of them begin with.

use super::collisions::{about, own, same_subject};
use crate::filing::{FieldId, FilingKind};
use crate::rules::engine::peers::{Traits, whole_number};
use crate::rules::engine::{Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// One filing number for two mini-programs or two subjects, or two numbers of one subject.
pub static FILING_NUMBER_IN_ANOTHER_DRAFT: Rule = Rule {
    name: "filing-number-in-another-draft",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind, FieldId::RecordNumber],
    source: source::MIIT_NUMBERING,
    prevents: &[],
    title: text("备案号与别的草稿冲突", "Filing number of another draft"),
    what: text(
        "每个小程序有自己的备案号，序号（-1X、-2X）各不相同；「号」之前是主体备案号，同一主体都一样。",
        "Each mini-program has a number with a serial of its own (-1X, -2X); what stands before is the entity's, the same in all of them.",
    ),
    why: text(
        "记错备案号，变更和注销就会办到另一个小程序上。",
        "With a wrong number, a change or a deregistration is about another mini-program.",
    ),
    fix: text(
        "到微信公众平台或 beian.miit.gov.cn 核对，改正记错的一份。",
        "Compare with the console or beian.miit.gov.cn, and correct the draft that is wrong.",
    ),
    messages: &[
        message(
            "service",
            text("「{drafts}」是另一个小程序，记的是同一个备案号。", "The number of another mini-program: {drafts}."),
            text(
                "到公众平台核对；记错的那份，在「进度」里撤销再记一次，变更、注销的改备案号。",
                "Check the number in the console. In the draft that is wrong undo the event under Status and record it again; in a change or deregistration, correct the number.",
            ),
        ),
        message(
            "subject",
            text(
                "「{drafts}」是另一个主体，主体备案号（「号」之前）却一样。",
                "Another filing entity with the same number before the serial: {drafts}.",
            ),
            text("到公众平台核对，改正记错的一份。", "Check the number in the console, and correct the draft that is wrong."),
        ),
        message(
            "two-numbers",
            text(
                "同一主体的「{drafts}」，主体备案号（「号」之前）不一样。",
                "A different main number (before the serial) for the same filing entity: {drafts}.",
            ),
            text(
                "一个主体只有一个主体备案号：到公众平台核对，改正记错的一份。",
                "An entity has one: check it in the console, and correct the draft that is wrong.",
            ),
        ),
    ],
    wrong: case(
        "mini_program.app_id = 'wx0000000000000001'\nbeside.mini_program.app_id = 'wx0000000000000002'\n\
         events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n]\n\
         beside.events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n]",
        text("两个小程序记了同一个备案号 -1X。", "Two mini-programs are recorded under -1X."),
    ),
    right: case(
        "mini_program.app_id = 'wx0000000000000001'\nbeside.mini_program.app_id = 'wx0000000000000002'\n\
         events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-2X' },\n]\n\
         beside.events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n]",
        text("第二个小程序是 -2X。", "The second one has -2X."),
    ),
    check: filing_number_in_another_draft,
};

/// Drafts of other mini-programs under a number that one is about to record for a draft, as people know them.
#[must_use]
pub fn drafts_with_number(context: &Context<'_>, number: &str) -> Vec<String> {
    let Some(me) = own(context) else { return Vec::new() };
    let others = context.peers().ever_of_service(whole_number(number)).filter(|other| me.is_another_mini_program(other));
    others.map(|other| other.label.to_string()).collect()
}

fn filing_number_in_another_draft(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| !me.service.is_empty()) else { return };
    // The number that a new filing was given stands in its story.
    let field = if me.kind == FilingKind::New { FieldId::FilingKind } else { FieldId::RecordNumber };
    let finding = FILING_NUMBER_IN_ANOTHER_DRAFT.finds(field);
    let of_service = about(
        finding.clone().with_message(message_of!(FILING_NUMBER_IN_ANOTHER_DRAFT, "service")),
        context.peers().ever_of_service(me.service).filter(|other| me.is_another_mini_program(other)),
    );
    let of_subject = || {
        // Changes and deregistrations name what they are about; what a new filing says of its subject is its own.
        let is_own = |traits: &Traits| traits.kind == FilingKind::New && !traits.service.is_empty();
        let others = context.peers().of_record(me.record).filter(|other| is_own(me) && is_own(other) && !same_subject(me, other));
        about(finding.clone().with_message(message_of!(FILING_NUMBER_IN_ANOTHER_DRAFT, "subject")), others)
    };
    let two_numbers = || {
        let others =
            context.peers().of_subject(me.subject).filter(|other| !other.service.is_empty() && other.record != me.record);
        about(finding.clone().with_message(message_of!(FILING_NUMBER_IN_ANOTHER_DRAFT, "two-numbers")), others)
    };
    findings.extend(of_service.or_else(of_subject).or_else(two_numbers));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, Event, EventKind};
    use crate::rules::peers::{PeerDrafts, PeerIndex};
    use crate::scan::facts::Facts;

    const A: &str = "wx0000000000000001";
    const B: &str = "wx0000000000000002";

    fn draft(kind: &str, app_id: &str, subject: &str, number: &str, is_over: bool) -> Draft {
        let mut draft = Draft::new(4);
        for (id, text) in [
            (FieldId::FilingKind, kind),
            (FieldId::AppId, app_id),
            (FieldId::SubjectCertificateNumber, subject),
            (FieldId::SubjectName, subject),
        ] {
            draft.set(id, Some(text.into()));
        }
        let at = "2026-11-20T10:00:00+08:00".parse().unwrap();
        if kind == "new" {
            let kinds: Vec<EventKind> = EventKind::TO_FILED.into_iter().chain([EventKind::Deregistered]).collect();
            draft.events = kinds[..5 + usize::from(is_over)].iter().map(|kind| Event::new(*kind, at)).collect();
            draft.events[4].number = number.to_owned();
        } else {
            draft.set(FieldId::RecordNumber, Some(number.into()));
        }
        draft
    }

    fn said(mine: &Draft, other: &Draft) -> Vec<(FieldId, &'static str)> {
        let mut peers = PeerDrafts::default();
        let me = peers.add("mine", mine);
        peers.add("other", other);
        let (facts, today) = (Facts::new(), "2026-11-25".parse().unwrap());
        let context = Context::new(mine, &facts, today).with_peers(PeerIndex::new(&peers, Some(me)));
        let mut findings = Vec::new();
        filing_number_in_another_draft(&context, &mut findings);
        findings.into_iter().map(|finding| (finding.field, finding.message.name)).collect()
    }

    #[test]
    fn a_number_is_of_one_mini_program_and_begins_with_that_of_its_subject() {
        let (one, two, elsewhere) = ("蜀ICP备2026000001号-1X", "蜀ICP备2026000001号-2X", "蜀ICP备2026000009号-1X");
        let mine = draft("new", A, "甲", one, false);
        for (other, expected) in [
            (draft("new", B, "甲", one, false), Some("service")),
            (draft("new", B, "甲", " 蜀icp备2026000001号-1x ", false), Some("service")),
            (draft("new", B, "甲", one, true), Some("service")),
            (draft("new", B, "乙", one, false), Some("service")),
            (draft("change", B, "甲", one, false), Some("service")),
            (draft("deregister", B, "甲", one, false), Some("service")),
            (draft("new", B, "甲", two, false), None),
            (draft("new", B, "甲", "", false), None),
            (draft("change", A, "甲", one, false), None),
            (draft("deregister", A, "甲", one, false), None),
            // A copy that was kept of the same filing.
            (draft("new", A, "甲", one, false), None),
            (draft("new", B, "乙", two, false), Some("subject")),
            (draft("new", B, "甲", elsewhere, false), Some("two-numbers")),
            (draft("new", B, "乙", elsewhere, false), None),
            // It ended, and the subject filed again.
            (draft("new", B, "甲", elsewhere, true), None),
        ] {
            let found: Vec<_> = said(&mine, &other).into_iter().map(|(_, message)| message).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{:?} {}", other.filing_kind(), other.number());
        }
        let change = draft("change", B, "甲", one, false);
        assert_eq!(said(&change, &mine), [(FieldId::RecordNumber, "service")]);
    }
}
