//! Questions that nobody has answered yet.

use crate::filing::{FieldId, Kind, Section};
use crate::rules::engine::{Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::questions::answers::is_preparing;
use crate::text::text;

/// A question that nobody has answered yet.
pub static QUESTION_OPEN: Rule = Rule {
    name: "question-open",
    topic: Topic::Question,
    severity: Severity::Hint,
    fields: FieldId::QUESTIONS,
    source: source::UNKNOWABLE_OFFLINE,
    prevents: &[],
    title: text("有问题还没有回答", "A question is open"),
    what: text(
        "有些事离线查不到，只有本人知道：在检查页上问一次，答了就不再问。",
        "What no offline tool can know is asked once, on the review screen.",
    ),
    why: text("这些事每一件都有人因此被退回。", "Each of them has caused rejections."),
    fix: text(
        "在检查页上回答，答案记在草稿里，不会提交。",
        "Answer it on the review screen; the answer stays in the draft and is not sent.",
    ),
    messages: &[
        message(
            "answer",
            text("这个问题还没有回答。", "This question is not answered yet."),
            text("回答是或否。", "Answer yes or no."),
        ),
        message(
            "date",
            text("这个日期还没有填。", "This date is not filled in yet."),
            text("照纸面上的日期填写。", "Enter the date on the paper."),
        ),
    ],
    wrong: case(
        "answers.filed_before = ''",
        text("主体备没备过案，还没有回答。", "Whether the entity has filed before is not answered yet."),
    ),
    right: case("answers.filed_before = false", text("回答了：没有备过。", "Answered: it has not.")),
    check: question_open,
};

fn question_open(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_preparing(context) {
        return;
    }
    for field in Section::Questions.fields().filter(|field| context.asks(field.id)) {
        // One answer answers one question: signatures say nothing of the date.
        if context.get(field.id).is_none() {
            let reason = if matches!(field.kind, Kind::Flag(_)) {
                message_of!(QUESTION_OPEN, "answer")
            } else {
                message_of!(QUESTION_OPEN, "date")
            };
            findings.push(QUESTION_OPEN.finds(field.id).with_message(reason));
        }
    }
}
