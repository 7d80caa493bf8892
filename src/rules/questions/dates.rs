//! Dates that only the paper tells: of letters, and the end of permits.

use crate::filing::FieldId;
use crate::identifiers::date::When;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::questions::answers::is_preparing;
use crate::text::text;
use chrono::{Months, NaiveDate};

/// Months after which a bureau no longer takes a letter (`filing-rules.md` section 4.3).
const LETTER_MONTHS: Months = Months::new(3);
/// Months a permit should last at least: a review takes up to one.
const PERMIT_MONTHS: Months = Months::new(1);

/// A letter is dated in the future, or too long ago.
pub static LETTER_DATE_UNFIT: Rule = Rule {
    name: "letter-date-unfit",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: &[FieldId::LettersDated],
    source: source::VENDOR_TEMPLATES,
    prevents: &[Rejection::AuthorizationLetterDate],
    title: text("函件日期不合适", "Date of a letter"),
    what: text(
        "落款日期不晚于提交日，管局看到时不超过三个月。",
        "Dated not after the submission, and not older than three months when read.",
    ),
    why: text("过期或写了将来日期的函件会被退回。", "Old or post-dated letters are rejected."),
    fix: text("重新出具。", "Have it made again."),
    messages: &[
        message(
            "in_future",
            text("落款日期 {dated} 还没有到。", "{dated} has not come yet."),
            text("核对日期；写错了就重新出具。", "Check it; have the letter made again if it is wrong."),
        ),
        message(
            "too_old",
            text("落款日期 {dated} 已超过三个月（到 {last}）。", "{dated} is more than three months ago (until {last})."),
            text("重新出具，写近日的日期。", "Have it made again with a recent date."),
        ),
        message(
            "soon_too_old",
            text("到 {last} 就满三个月，审核可能拖过那一天。", "Three months end on {last}; the review may take longer."),
            text("尽快提交，或换新的函件。", "Submit it soon, or renew it."),
        ),
    ],
    wrong: case(
        "answers.letters_dated = '2026-08-22'",
        text("2026-11-23 检查，已超过三个月。", "Checked on 2026-11-23: older than three months."),
    ),
    right: case("answers.letters_dated = '2026-11-20'", text("最近签的。", "Signed lately.")),
    check: letter_date_unfit,
};

/// A permit has expired or is about to.
pub static APPROVAL_EXPIRES: Rule = Rule {
    name: "approval-expires",
    topic: Topic::PriorApproval,
    severity: Severity::Warning,
    fields: &[FieldId::ApprovalsValidUntil],
    source: source::VENDORS,
    prevents: &[Rejection::PriorApprovalExpired],
    title: text("审批文件到期", "A permit expires"),
    what: text("前置审批文件在审核期间要一直有效。", "Permits stay valid during the review."),
    why: text("过期的批文不被接受。", "Expired permits are not accepted."),
    fix: text("先续期，再备案。", "Renew it first."),
    messages: &[
        message(
            "expired",
            text("审批文件已于 {end} 到期。", "It expired on {end}."),
            text("续期后附上新的文件。", "Renew it and attach the new one."),
        ),
        message(
            "soon",
            text("审批文件 {end} 到期，审核期间可能失效。", "It ends on {end}, maybe during the review."),
            text("能续期就先续期。", "Renew it first if possible."),
        ),
    ],
    wrong: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]\nanswers.approvals_valid_until = '2026-12-01'",
        text("2026-11-23 检查，审核期间就到期了。", "Checked on 2026-11-23: it ends during the review."),
    ),
    right: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]\nanswers.approvals_valid_until = '2028-12-01'",
        text("还有两年。", "Two years are left."),
    ),
    check: approval_expires,
};

fn letter_date_unfit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(When::Day(dated)) = context.when(FieldId::LettersDated).filter(|_| is_preparing(context)) else { return };
    let Some(last) = dated.checked_add_months(LETTER_MONTHS) else { return };
    let finding = LETTER_DATE_UNFIT.finds(FieldId::LettersDated).with("dated", Arg::Date(dated)).with("last", Arg::Date(last));
    // A review takes up to a month: a letter that ages meanwhile is as good as old.
    let margin = |day: NaiveDate| day.checked_add_months(PERMIT_MONTHS).is_none_or(|then| then > last);
    match context.today() {
        today if today < dated => findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "in_future"))),
        today if today > last => findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "too_old"))),
        today if margin(today) => {
            findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "soon_too_old")).with_severity(Severity::Hint))
        }
        _ => {}
    }
}

fn approval_expires(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(When::Day(end)) = context.when(FieldId::ApprovalsValidUntil).filter(|_| is_preparing(context)) else { return };
    let finding = APPROVAL_EXPIRES.finds(FieldId::ApprovalsValidUntil).with("end", Arg::Date(end));
    if end < context.today() {
        findings.push(finding.with_message(message_of!(APPROVAL_EXPIRES, "expired")));
    } else if context.today().checked_add_months(PERMIT_MONTHS).is_some_and(|then| end <= then) {
        findings.push(finding.with_message(message_of!(APPROVAL_EXPIRES, "soon")));
    }
}
