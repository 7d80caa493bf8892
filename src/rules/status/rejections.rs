//! What was rejected and is still as it was.

use crate::filing::FieldId;
use crate::filing::status::day_in_china;
use crate::rules::Rejection;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::rejection::{OPEN_RULE, Standing, fingerprint_inputs, known, standing};
use crate::text::{Text, text};

/// A reviewer rejected the filing for something that has not changed since.
pub static REJECTION_OPEN: Rule = Rule {
    name: OPEN_RULE,
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: FieldId::ALL,
    source: source::WECHAT_ENTRANCE,
    prevents: &[],
    title: text("驳回原因还没有处理", "Rejection reason not dealt with"),
    what: text(
        "记录驳回时的每条原因，对应的内容或处理办法提到的内容改动之前，一直算没有处理。",
        "Each reason of a recorded rejection stays open until what it is about, or anything that its advice names, changes.",
    ),
    why: text("原样再提交，多半会因为同样的原因被驳回。", "What is submitted unchanged is rejected for the same reason again."),
    fix: text(
        "按原因修改；内容本来就对，就确认这条警告并写明理由。",
        "Correct it; if it is right as it stands, confirm the warning and say why.",
    ),
    messages: &[
        message(
            "known",
            text("{date} 因「{words}」被驳回，之后没有改动。", "Rejected on {date} for \"{words}\", and unchanged since."),
            text("{advice}改好后再提交。", "{advice} Then submit again."),
        ),
        message(
            "words",
            text("{date} 因「{words}」被驳回，之后没有改动。", "Rejected on {date} for \"{words}\", and unchanged since."),
            text("按审核意见修改。", "Correct it as the reviewer says."),
        ),
        message(
            "elsewhere",
            text(
                "{date} 因「{words}」被驳回。认不出说的是哪一项，改没改好要你来确认。",
                "Rejected on {date} for \"{words}\". Which field that is about cannot be told, so only you can say whether it is fixed.",
            ),
            text(
                "按审核意见修改，再确认这一条，写明改了什么。",
                "Correct it as the reviewer says, then confirm this and say what was changed.",
            ),
        ),
    ],
    wrong: case(
        "events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  { at = 2026-11-21T10:00:00+08:00, kind = 'platform-returned', reasons = [\n    { field = 'subject.address', rejection = 42, text = '通讯地址不详细' },\n  ] },\n]",
        text("驳回之后地址没有改。", "The address is what it was when it was rejected."),
    ),
    right: case(
        "events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  { at = 2026-11-21T10:00:00+08:00, kind = 'platform-returned', reasons = [\n    { field = 'subject.address', rejection = 42, text = '通讯地址不详细', was = '0123456789ab' },\n  ] },\n]",
        text("驳回之后地址改过了。", "The address has changed since."),
    ),
    check: rejection_open,
};

fn rejection_open(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.events().iter().all(|event| event.reasons.is_empty()) {
        return;
    }
    let draft = context.whole(fingerprint_inputs(context.events()));
    for one in standing(draft, context.facts()).iter().filter(|one| one.is_unchanged()) {
        let finding = REJECTION_OPEN.finds(one.shown_at(draft));
        let finding = match known(one.reason) {
            _ if !one.has_place() => finding.with_message(message_of!(REJECTION_OPEN, "elsewhere")).with("words", words(one)),
            Some(rejection) => finding
                .with_message(message_of!(REJECTION_OPEN, "known"))
                .with("words", words(one))
                .with("advice", Arg::Name(rejection.record().fix)),
            None => finding.with_message(message_of!(REJECTION_OPEN, "words")).with("words", words(one)),
        };
        let at = context.events().get(one.event).map(|event| event.at).unwrap_or_default();
        findings.push(finding.with("date", Arg::Date(day_in_china(at))).said_at(at));
    }
}

/// The reviewer's words, else those of the known rejection.
fn words(one: &Standing<'_>) -> Arg {
    match known(one.reason) {
        _ if !one.reason.text.trim().is_empty() => Arg::Sentence(one.reason.text.clone()),
        Some(rejection) => Arg::Name(rejection.record().wording),
        None => Arg::Name(WORDS_LEFT_OUT),
    }
}

/// Stands for what a reviewer wrote where that is not said.
const WORDS_LEFT_OUT: Text = text("原话从略", "words left out");

/// Takes the reviewer's words out of a finding of this rule, for eyes that they are not meant for: those of the known rejection stand
/// in their place.
pub fn leave_words_out(finding: &mut Finding) {
    if finding.rule.name != OPEN_RULE {
        return;
    }
    let of_advice = |(_, arg): &(_, Arg)| match arg {
        Arg::Name(fix) => Rejection::ALL.into_iter().map(Rejection::record).find(|record| record.fix.zh == fix.zh),
        _ => None,
    };
    let known = finding.args.iter().find_map(of_advice).map_or(WORDS_LEFT_OUT, |record| record.wording);
    for (_, arg) in finding.args.iter_mut().filter(|(_, arg)| matches!(arg, Arg::Sentence(_))) {
        *arg = Arg::Name(known);
    }
}
