//! The owner: the administrator, the face check, and whether it is a second person at all.

use chrono::TimeDelta;

use super::look::comparable_name;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::filing::event::Story;
use crate::filing::face_check::FaceCheck;
use crate::filing::outlook::day_in_china;
use crate::filing::{FieldId, PersonField, Role, Stage, Value};

/// The owner must be the mini-program's administrator.
pub static OWNER_IS_NOT_ADMINISTRATOR: Rule = Rule {
    name: "owner-is-not-administrator",
    topic: Topic::Owner,
    severity: Severity::Error,
    fields: &[FieldId::OwnerAdministrator],
    source: Source::new("微信开放平台 createIcpVerifyTask", Confidence::Platform),
    reasons: &[""],
    check: owner_is_not_administrator,
};

/// Responsible person and owner, said to be two people, carry the same certificate. Under one name they are one person, which
/// is only entered twice; under two names one of the numbers is wrong.
pub static ONE_CERTIFICATE_FOR_TWO_PEOPLE: Rule = Rule {
    name: "one-certificate-for-two-people",
    topic: Topic::Owner,
    severity: Severity::Error,
    fields: &[FieldId::SameAsResponsiblePerson],
    source: Source::new("微信小程序备案操作指引", Confidence::Official),
    reasons: &["one_person", "two_names"],
    check: one_certificate_for_two_people,
};

/// The face check is too old by the time the filing is handed in.
pub static FACE_CHECK_TOO_OLD: Rule = Rule {
    name: "face-check-too-old",
    topic: Topic::Owner,
    severity: Severity::Warning,
    fields: &[FieldId::FaceCheckStartedAt, FieldId::FaceCheckPassedAt],
    source: Source::new("微信开放平台 createIcpVerifyTask", Confidence::Platform),
    reasons: &["expired", "last_day", "in_future", "before_start", "notice_over"],
    check: face_check_too_old,
};

/// No face check is noted yet.
pub static FACE_CHECK_MISSING: Rule = Rule {
    name: "face-check-missing",
    topic: Topic::Owner,
    severity: Severity::Hint,
    fields: &[FieldId::FaceCheckTask],
    source: Source::new("微信开放平台 createIcpVerifyTask", Confidence::Platform),
    reasons: &[""],
    check: face_check_missing,
};

fn owner_is_not_administrator(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let owner = context.draft.person_field(Role::Owner, PersonField::Name);
    let (Some(administrator), Some(owner)) = (context.typed(FieldId::OwnerAdministrator), context.typed(owner)) else { return };
    if comparable_name(administrator) != comparable_name(owner) {
        let finding = OWNER_IS_NOT_ADMINISTRATOR.finds(FieldId::OwnerAdministrator);
        let finding = finding.with("administrator", Arg::Text(administrator.to_owned()));
        findings.push(finding.with("owner", Arg::Text(owner.to_owned())));
    }
}

fn one_certificate_for_two_people(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let finding = ONE_CERTIFICATE_FOR_TWO_PEOPLE.finds(FieldId::SameAsResponsiblePerson);
    if !context.draft.owner_is_another() || !context.has_one_number() {
        return;
    }
    findings.push(if context.has_two_people() {
        finding.because("two_names")
    } else {
        finding.because("one_person").weighing(Severity::Warning).mended_by(Value::Flag(true))
    });
}

/// Judged by days, as everything here: on the last day, and on the day after the start, only the clock on the screen can tell.
fn face_check_too_old(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let check = FaceCheck::of(context.draft);
    let [started, passed] = [check.started, check.passed].map(|at| at.map(day_in_china));
    let (Some(first), Some(last)) = (started.or(passed), check.task_until().map(day_in_china)) else { return };
    let field = if passed.is_some() { FieldId::FaceCheckPassedAt } else { FieldId::FaceCheckStartedAt };
    let finding = FACE_CHECK_TOO_OLD.finds(field).with("since", Arg::Date(first)).with("last", Arg::Date(last));
    let latest = passed.max(started).unwrap_or(first);
    let today = context.today;
    findings.push(match () {
        () if check.is_backwards() => finding.because("before_start"),
        () if today < latest => finding.because("in_future").with("day", Arg::Date(latest)),
        () if today > last => finding.because("expired"),
        () if passed.is_none() && first.checked_add_signed(TimeDelta::days(1)).is_some_and(|next| today > next) => {
            finding.because("notice_over")
        }
        () if today == last => finding.because("last_day"),
        () => return,
    });
}

fn face_check_missing(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let preparing = Story::of(&context.draft.events).stage() == Stage::Preparing;
    if preparing && context.draft.asks(FieldId::FaceCheckTask) && context.typed(FieldId::FaceCheckTask).is_none() {
        findings.push(FACE_CHECK_MISSING.finds(FieldId::FaceCheckTask));
    }
}
