//! The owner: the administrator, the face check, and whether it is a second person at all.

use crate::filing::status::day_in_china;
use crate::filing::{FieldId, PersonField, Role, Stage, Value};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;
use chrono::TimeDelta;

/// The owner must be the mini-program's administrator.
pub static OWNER_IS_NOT_ADMINISTRATOR: Rule = Rule {
    name: "owner-is-not-administrator",
    topic: Topic::Owner,
    severity: Severity::Error,
    fields: &[FieldId::OwnerAdministrator],
    source: source::WECHAT_VERIFY_TASK,
    prevents: &[Rejection::OwnerIsNotAdministrator],
    title: text("小程序负责人不是管理员", "Mini-program contact is not the administrator"),
    what: text(
        "小程序负责人须是微信公众平台里的小程序管理员。",
        "The mini-program contact must be the mini-program's administrator.",
    ),
    why: text(
        "人脸核身发给管理员，由小程序负责人本人完成。",
        "The face check is sent to the administrator and done by the mini-program contact.",
    ),
    fix: text(
        "换小程序负责人，或先在微信公众平台换管理员。",
        "Change the mini-program contact, or change the administrator in the console first.",
    ),
    messages: &[message(
        "",
        text(
            "管理员是{administrator}，小程序负责人是{owner}。",
            "The administrator is {administrator}, the mini-program contact is {owner}.",
        ),
        text(
            "两者须是同一个人：换小程序负责人，或先在微信公众平台换管理员。",
            "They must be one person: change the mini-program contact, or the administrator in the console.",
        ),
    )],
    wrong: case(
        "owner.administrator = '测试己'",
        text("管理员是测试己，负责人是测试丙。", "The administrator is 测试己, the mini-program contact 测试丙."),
    ),
    right: case("owner.administrator = '测试丙'", text("管理员就是负责人。", "The administrator is the mini-program contact.")),
    check: owner_is_not_administrator,
};

/// Responsible person and owner, said to be two people, carry the same certificate. Under one name they are one person, which
/// is only entered twice; under two names one of the numbers is wrong.
pub static ONE_CERTIFICATE_FOR_TWO_PEOPLE: Rule = Rule {
    name: "one-certificate-for-two-people",
    topic: Topic::Owner,
    severity: Severity::Error,
    fields: &[FieldId::SameAsResponsiblePerson],
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("两位负责人同一个证件", "One ID document for two people"),
    what: text("小程序负责人与主体负责人的证件号码相同，就是同一个人。", "The same ID number means the same person."),
    why: text("同一个人不用填两遍，填两遍容易不一致。", "One person need not be entered twice, which invites differences."),
    fix: text("选「同主体负责人」。", "Answer that the mini-program contact is the responsible person."),
    messages: &[
        message(
            "one_person",
            text(
                "与主体负责人的姓名、证件号码相同，却填成了两个人。",
                "Same name and ID number as the responsible person, yet entered as two people.",
            ),
            text("选「同主体负责人」。", "Answer that the mini-program contact is the responsible person."),
        ),
        message(
            "two_names",
            text("两位负责人姓名不同，证件号码却相同。", "Two names, yet one ID number."),
            text(
                "核对两人的证件号码；是同一个人就选「同主体负责人」。",
                "Check both numbers; if they are one person, say that the mini-program contact is the responsible person.",
            ),
        ),
    ],
    wrong: case(
        "owner.same_as_responsible_person = false\nowner.certificate.number = '51010719920712992X'",
        text("说是另一个人，证件号码却与主体负责人相同。", "Said to be another person, with the responsible person's number."),
    ),
    right: case(
        "owner.same_as_responsible_person = false\nowner.certificate.number = '510104198811239961'",
        text("两个人，两个号码。", "Two people, two numbers."),
    ),
    check: one_certificate_for_two_people,
};

/// The face check is too old by the time the filing is handed in.
pub static FACE_CHECK_TOO_OLD: Rule = Rule {
    name: "face-check-too-old",
    topic: Topic::Owner,
    severity: Severity::Warning,
    fields: &[FieldId::FaceCheckStartedAt, FieldId::FaceCheckPassedAt],
    source: source::WECHAT_VERIFY_TASK,
    prevents: &[Rejection::FaceCheckExpired],
    title: text("人脸核身已过期或将过期", "Face check is too old"),
    what: text(
        "人脸核身的通知 24 小时内有效，任务从发起算起 3 天内有效。",
        "The link of a face check is valid for 24 hours and the task for three days from the start.",
    ),
    why: text("平台的核身任务 3 天后失效。", "The platform drops the task after three days."),
    fix: text("由小程序负责人重新做一次。", "The mini-program contact does it again."),
    messages: &[
        message(
            "expired",
            text("{since} 的核身只到 {last} 有效。", "The face check of {since} was good until {last} only."),
            text("提交前重做，并记下新的任务编号和时间。", "Repeat it before submitting and record the new task id and time."),
        ),
        message(
            "last_day",
            text("{since} 的核身今天是最后一天。", "Today is the last day of the face check of {since}."),
            text("今天提交，或重做。", "Submit today, or do it again."),
        ),
        message("in_future", text("{day} 还没有到。", "{day} lies in the future."), text("核对时间。", "Check the time.")),
        message(
            "before_start",
            text("通过时间早于发起时间。", "It was passed before it was started."),
            text("核对两个时间。", "Check both times."),
        ),
        message(
            "notice_over",
            text(
                "{since} 发起的核身，通知已过 24 小时，还没有记下通过时间。",
                "The link of the face check of {since} has expired, and it is not recorded as passed.",
            ),
            text("做完了就填通过时间，没做就重新发起。", "Record when it was passed, or start a new one."),
        ),
    ],
    wrong: case(
        "owner.face_check.passed_at = 2026-11-18T09:30:00+08:00",
        text("2026-11-23 提交，已过 3 天。", "Submitted on 2026-11-23: more than three days later."),
    ),
    right: case("owner.face_check.passed_at = 2026-11-22T09:30:00+08:00", text("前一天做的。", "Done the day before.")),
    check: face_check_too_old,
};

/// No face check is recorded yet.
pub static FACE_CHECK_MISSING: Rule = Rule {
    name: "face-check-missing",
    topic: Topic::Owner,
    severity: Severity::Hint,
    fields: &[FieldId::FaceCheckTask],
    source: source::WECHAT_VERIFY_TASK,
    prevents: &[],
    title: text("还没有人脸核身", "No face check yet"),
    what: text("提交前小程序负责人要完成人脸核身。", "The mini-program contact passes the face check before submission."),
    why: text("核身结果 3 天内有效。", "The result expires after three days."),
    fix: text(
        "其他都备齐后再做，做完记下任务编号和通过时间。",
        "Do it when everything else is ready, then record task id and time.",
    ),
    messages: &[message(
        "",
        text("还没有记录人脸核身。", "No face check is recorded yet."),
        text("其他都备齐后再做，做完 3 天内提交。", "Do it last, and submit within three days."),
    )],
    wrong: case("owner.face_check.task_id = ''", text("还没有做人脸核身。", "The face check has not been done.")),
    right: case("owner.face_check.task_id = 'VERIFY-TASK-EXAMPLE'", text("做完后记下任务编号。", "Its task id is noted down.")),
    check: face_check_missing,
};

fn owner_is_not_administrator(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let id = context.person_field(Role::Owner, PersonField::Name);
    let (Some(administrator), Some(owner)) = (context.typed(FieldId::OwnerAdministrator), context.typed(id)) else { return };
    if context.name(FieldId::OwnerAdministrator) != context.name(id) {
        let finding = OWNER_IS_NOT_ADMINISTRATOR.finds(FieldId::OwnerAdministrator);
        let finding = finding.with("administrator", Arg::Text(administrator.to_owned()));
        findings.push(finding.with("owner", Arg::Text(owner.to_owned())));
    }
}

fn one_certificate_for_two_people(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let finding = ONE_CERTIFICATE_FOR_TWO_PEOPLE.finds(FieldId::SameAsResponsiblePerson);
    if !context.owner_is_another() || !context.has_one_number() {
        return;
    }
    findings.push(if context.has_two_people() {
        finding.with_message(message_of!(ONE_CERTIFICATE_FOR_TWO_PEOPLE, "two_names"))
    } else {
        finding
            .with_message(message_of!(ONE_CERTIFICATE_FOR_TWO_PEOPLE, "one_person"))
            .with_severity(Severity::Warning)
            .with_fix_to(Value::Flag(true))
    });
}

/// Judged by days, as everything here: on the last day, and on the day after the start, only the clock on the screen can tell.
fn face_check_too_old(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let check = context.face_check();
    let [started, passed] = [check.started, check.passed].map(|at| at.map(day_in_china));
    let (Some(first), Some(last)) = (started.or(passed), check.task_until().map(day_in_china)) else { return };
    let field = if passed.is_some() { FieldId::FaceCheckPassedAt } else { FieldId::FaceCheckStartedAt };
    let finding = FACE_CHECK_TOO_OLD.finds(field).with("since", Arg::Date(first)).with("last", Arg::Date(last));
    let latest = passed.max(started).unwrap_or(first);
    let today = context.today();
    findings.push(match () {
        () if check.is_backwards() => finding.with_message(message_of!(FACE_CHECK_TOO_OLD, "before_start")),
        () if today < latest => finding.with_message(message_of!(FACE_CHECK_TOO_OLD, "in_future")).with("day", Arg::Date(latest)),
        () if today > last => finding.with_message(message_of!(FACE_CHECK_TOO_OLD, "expired")),
        () if passed.is_none() && first.checked_add_signed(TimeDelta::days(1)).is_some_and(|next| today > next) => {
            finding.with_message(message_of!(FACE_CHECK_TOO_OLD, "notice_over"))
        }
        () if today == last => finding.with_message(message_of!(FACE_CHECK_TOO_OLD, "last_day")),
        () => return,
    });
}

fn face_check_missing(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let preparing = context.stage() == Stage::Preparing;
    if preparing && context.asks(FieldId::FaceCheckTask) && context.typed(FieldId::FaceCheckTask).is_none() {
        findings.push(FACE_CHECK_MISSING.finds(FieldId::FaceCheckTask));
    }
}
