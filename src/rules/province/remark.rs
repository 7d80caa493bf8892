//! What provinces want to read in a remark.

use super::{VENDORS, here, reads, rows};
use crate::catalog::province::Test;
use crate::catalog::{self, NONE_INVOLVED};
use crate::filing::{FieldId, Value};
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Arg, Finding, Severity};

/// Neither remark says what the province wants to read.
pub static REMARK_LACKS_PROVINCE_STATEMENT: Rule = Rule {
    name: "remark-lacks-province-statement",
    topic: Topic::Remark,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectRemark, FieldId::MiniProgramRemark],
    source: VENDORS,
    reasons: &["sentence", "example", "too_short"],
    check: remark_lacks_province_statement,
};

fn remark_lacks_province_statement(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(province) = here(context) else { return };
    let rule = &REMARK_LACKS_PROVINCE_STATEMENT;
    let remarks = [FieldId::SubjectRemark, FieldId::MiniProgramRemark].map(|id| context.name_text(id).unwrap_or_default());
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Remark { characters, needs, sentence, sentence_with_approvals, example } = *test else { continue };
            let length = remarks.last().map(|remark| remark.chars().count()).unwrap_or_default();
            if length > 0 && length < characters {
                let finding = reads(rule, FieldId::MiniProgramRemark, province, row).because("too_short");
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
                finding.because("example").with("example", quoted(example))
            } else {
                let longer = appended(context.draft.text(FieldId::SubjectRemark), &sentence);
                finding.because("sentence").with("sentence", quoted(&sentence)).mended_by(Value::Text(longer))
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
    let rows = context.draft.approvals().iter().filter_map(|row| row.kind).filter(|kind| *kind != NONE_INVOLVED);
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
