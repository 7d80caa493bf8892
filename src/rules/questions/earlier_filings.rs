//! Answers about what was filed earlier.

use crate::catalog;
use crate::filing::{FieldId, FilingKind, Stage};
use crate::rules::engine::peers::Traits;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province;
use crate::rules::questions::answers::is_answered;
use crate::text::text;

/// A number stands in another subject's filing.
pub static PHONE_USED_ELSEWHERE: Rule = Rule {
    name: "phone-used-elsewhere",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: &[FieldId::PhonesUsedElsewhere],
    source: source::VENDORS,
    prevents: &[Rejection::PhoneOfAnotherSubject],
    title: text("号码已用于别的主体", "Number of another filing"),
    what: text("手机号码不要出现在别的主体的备案里。", "A number may be used in the filings of one entity only."),
    why: text("天津、山东、河南、广东等地会因此退回。", "Several provinces reject it."),
    fix: text("换一个没有用过的号码。", "Use another number."),
    messages: &[
        message(
            "anywhere",
            text(
                "号码已用在别的主体的备案里，可能被退回。",
                "A number is used in a filing of another entity: it may be rejected.",
            ),
            text("换号码，或先把那边的备案改成别的号码。", "Use another, or change the other filing first."),
        ),
        message(
            "refused_here",
            text(
                "号码已用在别的主体的备案里，{province}不收这样的号码。",
                "A number is used in a filing of another entity; {province} does not accept such numbers.",
            ),
            text("换号码，或先把那边的备案改成别的号码。", "Use another, or change the other filing first."),
        ),
    ],
    wrong: case(
        "answers.phones_used_elsewhere = true",
        text("代办公司给好几家用同一个号码。", "An agency uses one number for several clients."),
    ),
    right: case("answers.phones_used_elsewhere = false", text("号码只用于这个主体。", "The number is used by this entity only.")),
    check: phone_used_elsewhere,
};

/// The subject has filed before: what is entered here must agree with that record.
pub static EARLIER_FILING_MUST_AGREE: Rule = Rule {
    name: "earlier-filing-must-agree",
    topic: Topic::Question,
    severity: Severity::Hint,
    fields: &[FieldId::FiledBefore],
    source: source::STEP_BY_STEP_AND_EMPTY_SUBJECTS,
    prevents: &[Rejection::FiledInAnotherProvince, Rejection::EarlierRecordDiffers],
    title: text("与以前的备案一致", "Agree with the earlier filing"),
    what: text("主体备过案的，这里的主体资料要与原来的备案一致。", "An entity on record files with the data on record."),
    why: text(
        "主体信息不一致，或名下已经没有服务（空壳主体）时会被退回。",
        "Differing data or an empty record gets the filing rejected.",
    ),
    fix: text("对照原备案逐项核对；变了的先办变更。", "Compare with the record; file the change first where it differs."),
    messages: &[
        message(
            "agree",
            text(
                "主体备过案：名称、证件、地址、负责人要与原备案一致，备案省份也相同。",
                "On record already: name, certificate, address, responsible person and province must agree with it.",
            ),
            text(
                "对照原备案核对；变了的，先在原平台办变更备案。",
                "Compare them; file a change with the earlier provider first.",
            ),
        ),
        message(
            "shell_taken",
            text(
                "原备案下已没有任何服务的，{province}可以直接新增小程序。",
                "Where no service is left on the record, {province} accepts a new one directly.",
            ),
            text("不用先注销主体。", "No need to deregister first."),
        ),
        message(
            "shell_refused",
            text(
                "原备案下已没有任何服务的（空壳主体），{province}要先向通管局注销主体，约 5 个工作日。",
                "Where no service is left on the record, {province} requires it deregistered first: about 5 working days.",
            ),
            text("先查清名下还有没有服务。", "Find out whether any service is left."),
        ),
    ],
    wrong: case(
        "answers.filed_before = true",
        text("备过网站，主体资料要与那次一致。", "A website was filed before: the data must agree with it."),
    ),
    right: case("answers.filed_before = false", text("第一次备案。", "The first filing.")),
    check: earlier_filing_must_agree,
};

fn earlier_filing_must_agree(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // Of a subject taken from the record nothing can differ, and a service is left on it unless the drafts say otherwise.
    let reuses = context.reuses_subject();
    if !is_answered(context, FieldId::FiledBefore, true) || (reuses && !is_left_empty(context)) {
        return;
    }
    let mut finding = EARLIER_FILING_MUST_AGREE.finds(FieldId::FiledBefore);
    if !reuses {
        findings.push(finding.clone().with_message(message_of!(EARLIER_FILING_MUST_AGREE, "agree")));
    }
    let region = context.text(FieldId::SubjectRegion);
    if let Some(province) = catalog::province::province(region) {
        let reason = if province.shell_direct_add {
            message_of!(EARLIER_FILING_MUST_AGREE, "shell_taken")
        } else {
            // What was an answer is known here.
            finding = if reuses { finding.with_severity(Severity::Warning) } else { finding };
            message_of!(EARLIER_FILING_MUST_AGREE, "shell_refused")
        };
        findings.push(finding.with_message(reason).with("province", Arg::Name(province.short)));
    }
}

/// Whether every filing of the subject that is at hand has ended.
fn is_left_empty(context: &Context<'_>) -> bool {
    let Some(me) = context.traits() else { return false };
    let filed = || context.peers().ever_of_record(me.record).filter(|other| other.kind == FilingKind::New);
    filed().any(Traits::has_ended) && !filed().any(|other| other.stage == Stage::Filed)
}

fn phone_used_elsewhere(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_answered(context, FieldId::PhonesUsedElsewhere, true) {
        return;
    }
    let finding = PHONE_USED_ELSEWHERE.finds(FieldId::PhonesUsedElsewhere);
    findings.push(match province::here(context).filter(|province| province.phone_exclusive) {
        Some(province) => {
            finding.with_message(message_of!(PHONE_USED_ELSEWHERE, "refused_here")).with("province", Arg::Name(province.short))
        }
        None => finding.with_message(message_of!(PHONE_USED_ELSEWHERE, "anywhere")),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::event::Moment;
    use crate::filing::{Draft, Event, EventKind, Value};
    use crate::rules::peers::{PeerDrafts, PeerIndex};
    use crate::scan::facts::Facts;

    /// What is said to one more mini-program of a subject in this region, beside filings of it that have come so far.
    fn said(region: &str, ended: &[bool]) -> Vec<(&'static str, Severity)> {
        let number = |serial: usize| format!("蜀ICP备2026000001号-{serial}X");
        let at: Moment = "2026-11-20T10:00:00+08:00".parse().unwrap();
        let mut mine = Draft::new(4);
        for (id, value) in [
            (FieldId::SubjectRegion, Value::from(region)),
            (FieldId::FiledBefore, Value::Flag(true)),
            (FieldId::RecordNumber, number(1).as_str().into()),
            (FieldId::RecordSource, "draft".into()),
        ] {
            mine.set(id, Some(value));
        }
        mine.set_recorded(FieldId::SubjectName, Some("甲公司".into()));
        let mut others = PeerDrafts::default();
        let me = others.add("mine", &mine);
        for (index, has_ended) in ended.iter().enumerate() {
            let mut filed = Draft::new(4);
            let kinds = EventKind::TO_FILED.into_iter().chain(has_ended.then_some(EventKind::Deregistered));
            filed.events = kinds.map(|kind| Event::new(kind, at)).collect();
            filed.events[4].number = number(index + 1);
            others.add("filed", &filed);
        }
        let (facts, today) = (Facts::new(), "2026-11-25".parse().unwrap());
        let context = Context::new(&mine, &facts, today).with_peers(PeerIndex::new(&others, Some(me)));
        assert!(context.reuses_subject());
        let mut findings = Vec::new();
        earlier_filing_must_agree(&context, &mut findings);
        findings.into_iter().map(|finding| (finding.message.name, finding.severity)).collect()
    }

    #[test]
    fn one_more_of_a_subject_without_services_is_told_what_the_province_wants() {
        let (taken, refused) = ("510107", "440305");
        assert_eq!(said(refused, &[]), [], "no filing of it is at hand");
        assert_eq!(said(refused, &[false]), []);
        assert_eq!(said(refused, &[true, false]), []);
        assert_eq!(said(refused, &[true]), [("shell_refused", Severity::Warning)]);
        assert_eq!(said(taken, &[true, true]), [("shell_taken", Severity::Hint)]);
    }
}
