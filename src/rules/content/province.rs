//! What provinces want to read in a remark.

use crate::catalog::province::Test;
use crate::catalog::{self, NONE_INVOLVED};
use crate::filing::{FieldId, Value};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::{here, reads, rows};
use crate::text::text;

/// Neither remark says what the province wants to read.
pub static REMARK_LACKS_PROVINCE_STATEMENT: Rule = Rule {
    name: "remark-lacks-province-statement",
    topic: Topic::Remark,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectRemark, FieldId::MiniProgramRemark],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::RemarkLacksProvinceStatement],
    title: text("备注里缺当地要的内容", "The remark lacks what the province requires"),
    what: text(
        "有的省要在备注里声明或说明一些事，写在哪个备注里都行，多写在主体备注里。",
        "Some provinces require a statement in a remark; either remark will do, usually the filing entity's.",
    ),
    why: text(
        "没有按当地要求备注的会退回。这些句子原是为网站写的，这里改成了小程序。",
        "Without it the filing is rejected. The sentences were made for websites; here they speak of mini-programs.",
    ),
    fix: text(
        "把现成的句子加到主体备注末尾，或照例子自己写。",
        "Append the ready sentence to the filing entity's remark, or write one like the example.",
    ),
    messages: &[
        message(
            "sentence",
            text("{province}：{asked}。", "{province}: {asked}."),
            text("在主体备注末尾加上「{sentence}」。", "Append \"{sentence}\" to the filing entity's remark."),
        ),
        message(
            "example",
            text("{province}：{asked}。", "{province}: {asked}."),
            text("在主体备注里写明，例如「{example}」。", "Write it into the filing entity's remark, such as \"{example}\"."),
        ),
        message(
            "too_short",
            text(
                "备注现在 {count} 字，不到 {least} 字。{province}：{asked}。",
                "The remark has {count} {count:character|characters}; at least {least} are required. {province}: {asked}.",
            ),
            text("写得更详细些。", "Write more."),
        ),
    ],
    wrong: case(
        "subject.region = '360102'\nsubject.remark = '公司曾经更名。'",
        text("江西要在备注里写明是否涉及前置审批。", "Jiangxi requires a statement whether a prior approval is involved."),
    ),
    right: case(
        "subject.region = '360102'\nsubject.remark = '公司曾经更名。本小程序不涉及前置审批内容。'",
        text("加上了这一句。", "With that sentence."),
    ),
    check: remark_lacks_province_statement,
};

fn remark_lacks_province_statement(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(province) = here(context) else { return };
    let rule = &REMARK_LACKS_PROVINCE_STATEMENT;
    let remarks = [FieldId::SubjectRemark, FieldId::MiniProgramRemark].map(|id| context.normal(id).unwrap_or_default());
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Remark { characters, needs, sentence, sentence_with_approvals, example } = *test else { continue };
            let length = remarks.last().map(|remark| remark.chars().count()).unwrap_or_default();
            if length > 0 && length < characters {
                let finding = reads(rule, FieldId::MiniProgramRemark, province, row)
                    .with_message(message_of!(REMARK_LACKS_PROVINCE_STATEMENT, "too_short"));
                let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
                findings.push(finding.with("count", number(length)).with("least", number(characters)));
            }
            let says = |words: &&[&str]| words.iter().any(|word| remarks.iter().any(|remark| remark.contains(word)));
            if needs.iter().all(says) {
                continue;
            }
            let finding = reads(rule, FieldId::SubjectRemark, province, row);
            let sentence = approvals(context)
                .filter(|_| !sentence_with_approvals.is_empty())
                .map_or_else(|| sentence.to_owned(), |names| sentence_with_approvals.replace("{approvals}", &names));
            findings.push(if sentence.is_empty() {
                finding.with_message(message_of!(REMARK_LACKS_PROVINCE_STATEMENT, "example")).with("example", quoted(example))
            } else {
                let longer = appended(context.text(FieldId::SubjectRemark), &sentence);
                finding
                    .with_message(message_of!(REMARK_LACKS_PROVINCE_STATEMENT, "sentence"))
                    .with("sentence", quoted(&sentence))
                    .with_fix_to(Value::Text(longer))
            });
        }
    }
}

/// A sentence as it stands between quotation marks.
fn quoted(sentence: &str) -> Arg {
    Arg::Sentence(sentence.trim_end_matches('。').to_owned())
}

/// The names of the chosen prior approvals, where there are any.
fn approvals(context: &Context<'_>) -> Option<String> {
    let rows = context.approvals().iter().filter_map(|row| row.kind).filter(|kind| *kind != NONE_INVOLVED);
    let names: Vec<&str> = rows.filter_map(catalog::prior_approval).map(|approval| approval.name.zh).collect();
    (!names.is_empty()).then(|| names.join("、"))
}

/// The remark with the sentence behind it.
fn appended(remark: &str, sentence: &str) -> String {
    match remark.trim_end() {
        "" => sentence.to_owned(),
        remark if remark.ends_with(['。', '；', '！', '.', ';', '\n']) => format!("{remark}{sentence}"),
        remark => format!("{}。{sentence}", remark.trim_end_matches(['，', '、', ','])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_appended_as_one_writes() {
        for (remark, whole) in [
            ("", "好。"),
            ("  ", "好。"),
            ("已更名。", "已更名。好。"),
            ("已更名 ", "已更名。好。"),
            ("已更名，", "已更名。好。"),
            ("已更名；", "已更名；好。"),
        ] {
            assert_eq!(appended(remark, "好。"), whole, "{remark:?}");
        }
    }
}
