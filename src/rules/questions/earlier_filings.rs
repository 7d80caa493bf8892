//! Answers about what was filed earlier.

use crate::catalog;
use crate::filing::FieldId;
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
                "原备案下已没有任何服务的（空壳主体），{province}要先向管局注销主体，约 5 个工作日。",
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
    // Of a subject taken from the record nothing can differ, and a service is left on it.
    if !is_answered(context, FieldId::FiledBefore, true) || context.reuses_subject() {
        return;
    }
    let finding = EARLIER_FILING_MUST_AGREE.finds(FieldId::FiledBefore);
    findings.push(finding.clone().with_message(message_of!(EARLIER_FILING_MUST_AGREE, "agree")));
    let region = context.text(FieldId::SubjectRegion);
    if let Some(province) = catalog::province::province(region) {
        let reason = if province.shell_direct_add {
            message_of!(EARLIER_FILING_MUST_AGREE, "shell_taken")
        } else {
            message_of!(EARLIER_FILING_MUST_AGREE, "shell_refused")
        };
        findings.push(finding.with_message(reason).with("province", Arg::Name(province.short)));
    }
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
