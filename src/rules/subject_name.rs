//! The organisation's name, as it stands on the licence (`filing-rules.md` section 3.2).

use super::look::folded;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog::name_word::{self, List};
use crate::filing::{FieldId, Value};
use crate::text::normalize::{Mode, normalize};

/// The name is written otherwise than licences write names.
pub static SUBJECT_NAME_UNLIKE_LICENCE: Rule = Rule {
    name: "subject-name-unlike-licence",
    topic: Topic::Name,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectName],
    source: Source::new("手把手教你备案微信小程序（非个人主体备案）；云服务商备案文档", Confidence::Vendor),
    reasons: &["brackets", "unbalanced", "blank", "mark", "incomplete"],
    check: subject_name_unlike_licence,
};

/// Marks that stand in no registered name; they come along when a name is copied out of a sentence.
const MARKS: &[char] =
    &['。', '，', ',', '；', ';', '：', ':', '！', '!', '？', '?', '、', '"', '“', '”', '「', '」', '《', '》', '*', '/'];
/// The first two places of a sole trader's credit code. Sole traders without a trade name go by the owner's.
const SOLE_TRADER: &str = "92";

fn subject_name_unlike_licence(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::SubjectName) else { return };
    let name = normalize(text, Mode::Text).value;
    let finding = || SUBJECT_NAME_UNLIKE_LICENCE.finds(FieldId::SubjectName);
    let count = |c: [char; 2]| name.matches(c).count();
    if count(['(', '（']) != count([')', '）']) {
        findings.push(finding().because("unbalanced"));
    } else if name.contains(['(', ')']) && name.chars().any(super::name::is_ideograph) {
        let wide = name.replace('(', "（").replace(')', "）");
        findings.push(finding().because("brackets").mended_by(Value::Text(wide)));
    }
    if let Some(closed) = without_blanks(&name) {
        findings.push(finding().because("blank").mended_by(Value::Text(closed)));
    }
    if let Some(mark) = name.chars().find(|c| MARKS.contains(c)) {
        let rest: String = name.chars().filter(|c| !MARKS.contains(c)).collect();
        let finding = finding().because("mark").with("character", Arg::Text(mark.to_string()));
        findings.push(if rest.trim().is_empty() { finding } else { finding.mended_by(Value::Text(rest)) });
    }
    let sole_trader = context.number(FieldId::SubjectCertificateNumber).is_some_and(|code| code.starts_with(SOLE_TRADER));
    if !sole_trader && is_incomplete(&name) {
        findings.push(finding().because("incomplete").weighing(Severity::Hint));
    }
}

/// The name without the blanks between ideographs, if there are any.
fn without_blanks(name: &str) -> Option<String> {
    let chars: Vec<char> = name.chars().collect();
    let ideograph = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| super::name::is_ideograph(*c));
    let is_stray = |at: usize, c: char| c == ' ' && ideograph(at.checked_sub(1)) && ideograph(Some(at + 1));
    let closed: String = chars.iter().enumerate().filter(|(at, c)| !is_stray(*at, **c)).map(|(_, c)| *c).collect();
    (closed != name).then_some(closed)
}

/// Whether a Chinese name ends like none of an organisation. What stands in brackets at the end does not count.
fn is_incomplete(name: &str) -> bool {
    let name = folded(name);
    let bare = name.trim_end_matches(['）', ')']);
    let bare = if bare.len() < name.len() { bare.rsplit_once(['（', '(']).map_or(bare, |(before, _)| before) } else { bare };
    let chinese = bare.chars().next_back().is_some_and(super::name::is_ideograph);
    chinese && !name_word::words(List::Suffix).any(|row| bare.ends_with(row.word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_end_like_none() {
        for (name, is) in [
            ("四川虚构食谱科技有限公司", false),
            ("四川虚构食谱", true),
            ("成都虚构企业管理合伙企业（有限合伙）", false),
            ("虚构食谱（成都）", true),
            ("虚构大学", false),
            ("Example Ltd", false),
            ("", false),
        ] {
            assert_eq!(is_incomplete(name), is, "{name}");
        }
    }

    #[test]
    fn blanks_between_ideographs_go_and_others_stay() {
        for (name, closed) in
            [("四川 虚构 有限公司", Some("四川虚构有限公司")), ("四川Example Food有限公司", None), ("四川 A 有限公司", None)]
        {
            assert_eq!(without_blanks(name).as_deref(), closed, "{name}");
        }
    }
}
