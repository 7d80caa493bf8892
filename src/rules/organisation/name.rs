//! The organisation's name, as it stands on the licence (`filing-rules.md` section 3.2).

use crate::catalog::words::{self, List};
use crate::filing::{FieldId, Value};
use crate::rules::engine::reading::folded;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::organisation::sole_trader;
use crate::text::text;

/// The name is written otherwise than licences write names.
pub static SUBJECT_NAME_UNLIKE_LICENCE: Rule = Rule {
    name: "subject-name-unlike-licence",
    topic: Topic::Name,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectName],
    source: source::STEP_BY_STEP_AND_VENDORS,
    prevents: &[Rejection::SubjectDiffersFromAccount, Rejection::RegistryCheckFailed],
    title: text("单位名称与执照的写法不同", "Name differs from the licence"),
    what: text(
        "单位名称要与执照一字不差，括号也一样。",
        "The organisation's name is the licence's, character by character, brackets included.",
    ),
    why: text(
        "名称与执照或账号主体不一致，会被退回：「主办者与小程序主体不一致」；北京还核对括号的宽窄。",
        "A name unlike the licence or the account is rejected; Beijing also compares the width of brackets.",
    ),
    fix: text("对着执照逐字核对。", "Compare it with the licence, character by character."),
    messages: &[
        message(
            "brackets",
            text(
                "名称里的括号是半角，执照上一般是全角「（）」。",
                "The brackets are half-width; licences mostly have full-width ones.",
            ),
            text("对着执照核对，用执照上的括号。", "Compare with the licence and use its brackets."),
        ),
        message(
            "unbalanced",
            text("名称里的括号不成对。", "The brackets do not match."),
            text("对着执照补上或去掉。", "Add or remove one, as on the licence."),
        ),
        message(
            "blank",
            text("名称的汉字之间有空格。", "There are blanks between the characters."),
            text("执照上没有空格，去掉它。", "Licences have none: remove them."),
        ),
        message(
            "mark",
            text("名称里有「{character}」，登记的名称不会有。", "There is \"{character}\", which no registered name has."),
            text("只留执照上的名称。", "Keep the name on the licence only."),
        ),
        message(
            "incomplete",
            text("不像单位的全称。", "It does not look like a full name."),
            text("填执照上的全称，不用简称。", "Enter the full name from the licence, not a short form."),
        ),
    ],
    wrong: case("subject.name = '四川虚构食谱(成都)有限公司'", text("执照上是全角括号。", "The licence has Chinese brackets.")),
    right: case(
        "subject.name = '四川虚构食谱（成都）有限公司'",
        text("照执照逐字填写。", "As on the licence, character by character."),
    ),
    check: subject_name_unlike_licence,
};

/// Marks that stand in no registered name; they come along when a name is copied out of a sentence.
const MARKS: &[char] =
    &['。', '，', ',', '；', ';', '：', ':', '！', '!', '？', '?', '、', '"', '“', '”', '「', '」', '《', '》', '*', '/'];
/// The first two places of a sole trader's credit code. Sole traders without a trade name go by the owner's.
const SOLE_TRADER: &str = "92";

fn subject_name_unlike_licence(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(name) = context.normal(FieldId::SubjectName) else { return };
    // What a sole trader's licence prints instead of a name has a rule of its own.
    if sole_trader::stands_in(context) {
        return;
    }
    let finding = || SUBJECT_NAME_UNLIKE_LICENCE.finds(FieldId::SubjectName);
    let count = |c: [char; 2]| name.matches(c).count();
    if count(['(', '（']) != count([')', '）']) {
        findings.push(finding().with_message(message_of!(SUBJECT_NAME_UNLIKE_LICENCE, "unbalanced")));
    } else if name.contains(['(', ')']) && name.chars().any(crate::rules::person::name::is_ideograph) {
        let wide = name.replace('(', "（").replace(')', "）");
        findings
            .push(finding().with_message(message_of!(SUBJECT_NAME_UNLIKE_LICENCE, "brackets")).with_fix_to(Value::Text(wide)));
    }
    if let Some(closed) = without_blanks(name) {
        findings.push(finding().with_message(message_of!(SUBJECT_NAME_UNLIKE_LICENCE, "blank")).with_fix_to(Value::Text(closed)));
    }
    if let Some(mark) = name.chars().find(|c| MARKS.contains(c)) {
        let rest: String = name.chars().filter(|c| !MARKS.contains(c)).collect();
        let finding = finding()
            .with_message(message_of!(SUBJECT_NAME_UNLIKE_LICENCE, "mark"))
            .with("character", Arg::Text(mark.to_string()));
        findings.push(if rest.trim().is_empty() { finding } else { finding.with_fix_to(Value::Text(rest)) });
    }
    let sole_trader = context.number(FieldId::SubjectCertificateNumber).is_some_and(|code| code.starts_with(SOLE_TRADER));
    if !sole_trader && is_incomplete(name) {
        findings
            .push(finding().with_message(message_of!(SUBJECT_NAME_UNLIKE_LICENCE, "incomplete")).with_severity(Severity::Hint));
    }
}

/// The name without the blanks between ideographs, if there are any.
pub(in crate::rules) fn without_blanks(name: &str) -> Option<String> {
    if !name.contains(' ') {
        return None;
    }
    let chars: Vec<char> = name.chars().collect();
    let ideograph =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| crate::rules::person::name::is_ideograph(*c));
    let is_stray = |at: usize, c: char| c == ' ' && ideograph(at.checked_sub(1)) && ideograph(Some(at + 1));
    let closed: String = chars.iter().enumerate().filter(|(at, c)| !is_stray(*at, **c)).map(|(_, c)| *c).collect();
    (closed != name).then_some(closed)
}

/// Whether a Chinese name ends like none of an organisation. What stands in brackets at the end does not count.
fn is_incomplete(name: &str) -> bool {
    let name = folded(name);
    let bare = name.trim_end_matches(['）', ')']);
    let bare = if bare.len() < name.len() { bare.rsplit_once(['（', '(']).map_or(bare, |(before, _)| before) } else { bare };
    let chinese = bare.chars().next_back().is_some_and(crate::rules::person::name::is_ideograph);
    chinese && !words::scan(bare).of(List::Suffix).any(|hit| hit.end == bare.len())
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
