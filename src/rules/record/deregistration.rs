//! What a deregistration ends, said before it goes out: it cannot be taken back.

use std::sync::Arc;

use crate::filing::deregistration::Scope;
use crate::filing::{FieldId, FilingKind, Stage};
use crate::rules::engine::mark::Mark;
use crate::rules::engine::peers::Traits;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// What is lost with the deregistration.
pub static DEREGISTRATION_ENDS: Rule = Rule {
    name: "deregistration-ends",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &[FieldId::DeregistrationScope],
    source: source::WECHAT_CANCEL,
    prevents: &[],
    title: text("注销的后果", "What a deregistration ends"),
    what: text(
        "注销主体会让名下所有网站、App 和小程序失去备案；注销不能撤回。",
        "Ending the entity ends every site, app and mini-program of it. A deregistration cannot be withdrawn.",
    ),
    why: text(
        "没有备案就不能提供服务；要再用只能从头备案。只有在 24 小时内不核验短信，注销才会作废。",
        "Nothing may be served without a filing, and the way back is a new one. Only an unanswered code lets it lapse, after 24 hours.",
    ),
    fix: text("只停一个小程序的，选「注销小程序」。", "To end one mini-program, choose that."),
    messages: &[
        message(
            "subject",
            text(
                "主体名下的所有网站、App 和小程序，在所有平台上都会失去备案，不能撤回。",
                "Every site, app and mini-program of the entity loses its filing, on all platforms. It cannot be withdrawn.",
            ),
            text(
                "先查清名下还有哪些服务；只停这一个的，选「注销小程序」。",
                "Find out what it has; to end this one only, choose the mini-program.",
            ),
        ),
        message(
            "drafts",
            text("「{drafts}」也会一起失去备案。", "These would lose the filing as well: {drafts}."),
            text("这些还要用的，选「注销小程序」。", "If they are still used, choose the mini-program."),
        ),
        message(
            "shell",
            text(
                "小程序在所有平台上都会失去备案，不能撤回；主体名下没有别的服务时，会成为空壳主体。",
                "A deregistration ends the filing on all platforms and cannot be withdrawn. An entity without other services stays as an empty record.",
            ),
            text(
                "名下没有别的备案，以后也不再备案的，现在就选「注销主体」：小程序注销后，就没有可以办理的备案了。",
                "If the entity has no other filing and nothing more will be filed, choose the entity now: once the mini-program has ended, there is no filing left to do it from.",
            ),
        ),
        message(
            "others_stand",
            text(
                "小程序在所有平台上都会失去备案，不能撤回；主体名下的「{drafts}」不受影响。",
                "A deregistration ends the filing on all platforms and cannot be withdrawn. These filings of the entity stand: {drafts}.",
            ),
            text("主体还有别的备案，不要注销主体。", "The entity has other filings: do not deregister the entity itself."),
        ),
        message(
            "access",
            text(
                "只取消微信接入；没有别的平台接入的，备案会被通管局清理。",
                "Only WeChat's access ends. Without another one the bureau clears the record.",
            ),
            text("确认这个小程序还在别的平台接入。", "Make sure that another platform gives access."),
        ),
    ],
    wrong: case(
        "kind = 'deregister'\nderegistration.scope = 'subject'",
        text("注销主体，名下的服务全部终止。", "The entity ends, and with it all its services."),
    ),
    right: case("kind = 'deregister'\nderegistration.scope = ''", text("还没有选范围。", "Nothing is chosen yet.")),
    check: deregistration_ends,
};

fn deregistration_ends(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !context.asks(FieldId::DeregistrationScope) {
        return;
    }
    let Some(scope) = context.typed(FieldId::DeregistrationScope).and_then(Scope::from_word) else { return };
    let finding = DEREGISTRATION_ENDS.finds(FieldId::DeregistrationScope);
    match scope {
        Scope::Subject => {
            findings.push(finding.clone().with_message(message_of!(DEREGISTRATION_ENDS, "subject")));
            let others = named(context);
            if !others.is_empty() {
                findings
                    .push(finding.with_message(message_of!(DEREGISTRATION_ENDS, "drafts")).with("drafts", Arg::Drafts(others)));
            }
        }
        Scope::MiniProgram => {
            let finding = finding.with_severity(Severity::Hint);
            let others = standing(context);
            findings.push(if others.is_empty() {
                finding.with_message(message_of!(DEREGISTRATION_ENDS, "shell"))
            } else {
                finding.with_message(message_of!(DEREGISTRATION_ENDS, "others_stand")).with("drafts", Arg::Drafts(others))
            });
        }
        Scope::Access => findings.push(finding.with_message(message_of!(DEREGISTRATION_ENDS, "access"))),
    }
}

/// The other mini-programs of the subject that are on record, and stay so.
fn standing(context: &Context<'_>) -> Vec<Arc<str>> {
    let Some(me) = context.traits() else { return Vec::new() };
    let is_filed = |other: &&Traits| (other.kind, other.stage) == (FilingKind::New, Stage::Filed);
    let differ = |one: Mark, other: Mark| !one.is_empty() && !other.is_empty() && one != other;
    let agree = |one: Mark, other: Mark| !one.is_empty() && one == other;
    let is_same = |other: &Traits| agree(me.app_id, other.app_id) || agree(me.service, other.service);
    // What is not known to be another one may be the one that ends.
    let is_other = |other: &&Traits| !is_same(other) && (differ(me.app_id, other.app_id) || differ(me.service, other.service));
    context.peers().of_record(me.record).filter(is_filed).filter(is_other).map(|other| Arc::clone(&other.label)).collect()
}

/// The other filed mini-programs of the subject, as far as drafts of them are at hand.
fn named(context: &Context<'_>) -> Vec<Arc<str>> {
    let Some(me) = context.traits() else { return Vec::new() };
    let is_other = |other: &&Traits| {
        // Of what is changed the filing stands, whether a draft of it is at hand or not.
        let stands = match other.kind {
            FilingKind::New => other.stage == Stage::Filed,
            FilingKind::Change => true,
            FilingKind::Deregistration => false,
        };
        stands && (me.app_id.is_empty() || other.app_id != me.app_id)
    };
    context.peers().of_record(me.record).filter(is_other).map(|other| Arc::clone(&other.label)).collect()
}
