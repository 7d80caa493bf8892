//! Dates that only the paper tells: of letters, and the end of permits.

use crate::catalog::threshold::{self, Concern, Threshold};
use crate::filing::FieldId;
use crate::identifiers::date::When;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::here;
use crate::rules::questions::answers::is_preparing;
use crate::text::text;
use chrono::{Days, Months};

/// Days before a letter becomes too old at which that is said.
const LETTER_MARGIN: Days = Days::new(7);
/// Months a permit should last at least: a review takes up to one.
const PERMIT_MONTHS: Months = Months::new(1);

/// A letter is dated in the future, or too long ago.
pub static LETTER_DATE_UNFIT: Rule = Rule {
    name: "letter-date-unfit",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: &[FieldId::LettersDated],
    source: source::MATERIALS_AND_TEMPLATES,
    prevents: &[Rejection::AuthorizationLetterDate],
    title: text("函件日期不合适", "Date of a letter"),
    what: text(
        "授权书、承诺书的落款日期是提交当天，或在那之前不满一个月。",
        "Letters and commitments are dated on the day of submission or less than one month before.",
    ),
    why: text(
        "微信的材料示例这样要求；通管局看到时还不能超过三个月。写了将来日期的也会被退回。",
        "WeChat's examples of materials require it, and bureaus take them for three months. Post-dated letters are rejected, too.",
    ),
    fix: text("重新出具。", "Have it made out again."),
    messages: &[
        message(
            "in_future",
            text("落款日期 {dated} 还没有到。", "{dated} has not come yet."),
            text("核对日期；写错了就重新出具。", "Check it; have the letter made out again if it is wrong."),
        ),
        message(
            "month_old",
            text(
                "落款日期 {dated} 距今已满 {months} 个月；微信要求提交时不满 {months} 个月。",
                "Dated {dated}. WeChat wants letters less than {months} month old on the day of submission.",
            ),
            text("重新出具，写近日的日期。", "Have it made out again with a recent date."),
        ),
        message(
            "too_old",
            text(
                "落款日期 {dated} 已超过 {months} 个月（到 {last}），微信和通管局都不收。",
                "{dated} is more than {months} {months:month|months} ago (until {last}): neither WeChat nor the bureau takes it.",
            ),
            text("重新出具，写近日的日期。", "Have it made out again with a recent date."),
        ),
        message(
            "soon_too_old",
            text("到 {last} 就满 {months} 个月，要在那之前提交。", "It is {months} month old on {last}: submit before."),
            text("尽快提交，或换新的函件。", "Submit it soon, or have it made out again."),
        ),
    ],
    wrong: case(
        "answers.letters_dated = '2026-10-23'",
        text("2026-11-23 检查，正好满一个月。", "Checked on 2026-11-23: one month old to the day."),
    ),
    right: case("answers.letters_dated = '2026-11-20'", text("最近签的。", "Signed recently.")),
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
    let today = context.today();
    let finding = LETTER_DATE_UNFIT.finds(FieldId::LettersDated).with("dated", Arg::Date(dated));
    if today < dated {
        findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "in_future")));
        return;
    }
    let figures = threshold::of(Concern::LetterAge, here(context).map(|province| province.code));
    // The first one, of the platform's own, is the strictest; one that breaks all of them is said to.
    let broken = |figure: &&&Threshold| {
        figure.months_after(dated).is_some_and(|last| if figure.strict { last <= today } else { last < today })
    };
    let (Some(first), widest) = (figures.first(), figures.iter().filter(broken).max_by_key(|figure| figure.value)) else {
        return;
    };
    let Some(last) = widest.unwrap_or(first).months_after(dated) else { return };
    let figure = widest.unwrap_or(first);
    let finding = finding.said_by(first.source).with("last", Arg::Date(last));
    let finding = finding.with("months", Arg::Number(i64::from(figure.value)));
    match widest {
        Some(widest) if widest == first => findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "month_old"))),
        Some(_) => findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "too_old"))),
        None if today.checked_add_days(LETTER_MARGIN).is_some_and(|then| then >= last) => {
            findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "soon_too_old")).with_severity(Severity::Hint));
        }
        None => {}
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
