//! What a mini-program says of itself and another one of its subject says as well.

use super::collisions::{about, own};
use crate::filing::{FieldId, FilingKind};
use crate::rules::engine::peers::Traits;
use crate::rules::engine::{Context, Finding, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// The remark of another mini-program of the subject, word for word.
pub static REMARK_OF_ANOTHER_MINI_PROGRAM: Rule = Rule {
    name: "remark-of-another-mini-program",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramRemark],
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("备注与另一个小程序相同", "The remark of another mini-program"),
    what: text("备注写这个小程序自己的功能。", "The remark says what this mini-program does."),
    why: text(
        "通管局主要看备注审核；照抄另一个小程序的，往往与实际不符。",
        "The bureau judges by the remark; one that was copied seldom fits what it sees.",
    ),
    fix: text("改成这个小程序的功能和内容。", "Describe what this mini-program does and shows."),
    messages: &[message(
        "",
        text("与同一主体的「{drafts}」一字不差。", "Identical to the remark of {drafts} (same filing entity)."),
        text(
            "改成这个小程序的功能和内容；当地有指定写法的，可以确认。",
            "Describe this mini-program; where the bureau prescribes the text, confirm it.",
        ),
    )],
    wrong: case(
        "mini_program.app_id = 'wx0000000000000001'\n\
         mini_program.remark = '本小程序供顾客查询门店地址和营业时间，并预约到店。'\n\
         beside.mini_program.app_id = 'wx0000000000000002'\n\
         beside.mini_program.remark = '本小程序供顾客查询门店地址和营业时间，并预约到店。'",
        text("甲公司的第二个小程序照抄了第一个的备注。", "The second mini-program of company A has the remark of the first."),
    ),
    right: case(
        "mini_program.app_id = 'wx0000000000000001'\n\
         mini_program.remark = '本小程序供顾客查询门店地址和营业时间，并预约到店。'\n\
         beside.mini_program.app_id = 'wx0000000000000002'\n\
         beside.mini_program.remark = '本小程序供员工登记报修、查看处理进度和填写回访意见。'",
        text("两个小程序各写各的。", "Each says what it does."),
    ),
    check: remark_of_another_mini_program,
};

fn remark_of_another_mini_program(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let is_open = |me: &&Traits| me.kind == FilingKind::New && me.is_to_come() && !me.remark.is_empty();
    let Some(me) = own(context).filter(is_open) else { return };
    let says_the_same = |other: &&Traits| {
        // Two drafts of one AppID are one mini-program.
        let another = other.app_id != me.app_id || other.app_id.is_empty();
        another && other.kind == FilingKind::New && other.remark == me.remark
    };
    let others = context.peers().of_subject(me.subject).filter(says_the_same);
    findings.extend(about(REMARK_OF_ANOTHER_MINI_PROGRAM.finds(FieldId::MiniProgramRemark), others));
}
