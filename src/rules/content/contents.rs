//! What the mini-program offers: service contents, prior approvals, remark.

use crate::catalog;
use crate::catalog::name_word::List;
use crate::filing::{Approval, FieldId, Value};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{
    Arg, Column, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source,
};
use crate::text::normalize::lowercase;
use crate::text::text;
use std::collections::HashSet;

/// Too many service contents.
pub static SERVICE_CONTENTS_TOO_MANY: Rule = Rule {
    name: "service-contents-too-many",
    topic: Topic::ServiceContents,
    severity: Severity::Error,
    fields: &[FieldId::ServiceContents],
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("服务内容太多", "Too many service contents"),
    what: text("服务内容最多选 5 项。", "Five service contents at most."),
    why: text("平台的限制。", "The platform's limit."),
    fix: text("留下最主要的。", "Keep the main ones."),
    messages: &[message(
        "",
        text("选了 {count} 项，最多 {most} 项。", "{count} chosen, {most} at most."),
        text("留下最主要的。", "Keep the main ones."),
    )],
    wrong: case("mini_program.service_contents = [44, 45, 1, 2, 3, 4]", text("6 项，最多 5 项。", "Six; five at most.")),
    right: case("mini_program.service_contents = [44, 45]", text("只选实际提供的。", "Only what is really offered.")),
    check: service_contents_too_many,
};

/// A service content is named twice.
pub static SERVICE_CONTENT_REPEATED: Rule = Rule {
    name: "service-content-repeated",
    topic: Topic::ServiceContents,
    severity: Severity::Error,
    fields: &[FieldId::ServiceContents],
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("服务内容重复", "Service content repeated"),
    what: text("同一项服务内容只选一次。", "Each service content is chosen once."),
    why: text("平台不收重复的项。", "The platform refuses repetitions."),
    fix: text("去掉重复的。", "Remove the repetition."),
    messages: &[message("", text("这一项选了两次。", "This one is chosen twice."), text("去掉重复的一项。", "Remove one."))],
    wrong: case("mini_program.service_contents = [44, 45, 44]", text("44 选了两次。", "44 is chosen twice.")),
    right: case("mini_program.service_contents = [44, 45]", text("各选一次。", "Each once.")),
    check: service_content_repeated,
};

/// A row of the prior approvals lacks something.
pub static PRIOR_APPROVAL_INCOMPLETE: Rule = Rule {
    name: "prior-approval-incomplete",
    topic: Topic::PriorApproval,
    severity: Severity::Error,
    fields: &[FieldId::PriorApprovals],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::PriorApprovalMissing],
    title: text("前置审批没有填全", "Prior approval is incomplete"),
    what: text(
        "除「以上都不涉及」外，每项都要有审批号（或文件名称）和审批文件。",
        "Every approval but \"None of the above\" has a number (or title) and a document.",
    ),
    why: text("平台要求每项前置审批都附文件。", "The platform requires a document for each."),
    fix: text("补上审批号和文件；不涉及就删去这一行。", "Add number and document, or remove the row."),
    messages: &[
        message(
            "kind",
            text("还没有选审批类型。", "No kind of approval chosen yet."),
            text("从列表里选。", "Choose from the list."),
        ),
        message(
            "number",
            text("还没有填审批号或文件名称。", "Number or title is missing."),
            text("照审批文件填写。", "Enter it from the document."),
        ),
        message(
            "document",
            text("还没有附上审批文件。", "The document is missing."),
            text("附上审批文件的照片或扫描件，JPG 或 PNG。", "Attach a photo or scan of it."),
        ),
    ],
    wrong: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '', document = 'permit.jpg' }]",
        text("没有审批号。", "The number is missing."),
    ),
    right: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]",
        text("有审批号，也有文件。", "Number and document."),
    ),
    check: prior_approval_incomplete,
};

/// A prior approval is named twice.
pub static PRIOR_APPROVAL_REPEATED: Rule = Rule {
    name: "prior-approval-repeated",
    topic: Topic::PriorApproval,
    severity: Severity::Error,
    fields: &[FieldId::PriorApprovals],
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("前置审批重复", "Prior approval repeated"),
    what: text("同一种前置审批只列一次。", "Each approval is listed once."),
    why: text("平台不收重复的项。", "The platform refuses repetitions."),
    fix: text("删去重复的一行。", "Remove the repeated row."),
    messages: &[message(
        "",
        text("这一种审批前面已经列过。", "This one is listed above already."),
        text("删去这一行。", "Remove this row."),
    )],
    wrong: case(
        "mini_program.prior_approvals = [\n  { kind = 9, number = '川-1号', document = 'a.jpg' },\n  { kind = 9, number = '川-2号', document = 'b.jpg' },\n]",
        text("同一种审批列了两次。", "One kind of approval, twice."),
    ),
    right: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '川-1号', document = 'a.jpg' }]",
        text("每种列一次。", "Each kind once."),
    ),
    check: prior_approval_repeated,
};

/// 以上都不涉及 stands beside an approval.
pub static PRIOR_APPROVAL_NONE_NOT_ALONE: Rule = Rule {
    name: "prior-approval-none-not-alone",
    topic: Topic::PriorApproval,
    severity: Severity::Error,
    fields: &[FieldId::PriorApprovals],
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("「以上都不涉及」与其他项同选", "\"None of the above\" beside another"),
    what: text("选了「以上都不涉及」，就不能再选其他项。", "\"None of the above\" stands alone."),
    why: text("两个回答互相矛盾。", "The two answers contradict each other."),
    fix: text("只留其中一种回答。", "Keep one or the other."),
    messages: &[
        message(
            "",
            text("「以上都不涉及」不能与其他审批项同时选。", "\"None of the above\" cannot stand beside an approval."),
            text("去掉「以上都不涉及」，或去掉其他项。", "Remove it, or the others."),
        ),
        message(
            "rest",
            text(
                "「以上都不涉及」没有审批号和文件，这里还留着。",
                "\"None of the above\" has no number and no document, and these are left over.",
            ),
            text("清空审批号和文件；涉及审批的，选它的类型。", "Clear number and document, or choose which approval it is."),
        ),
    ],
    wrong: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '川-1号', document = 'a.jpg' }, { kind = 24 }]",
        text("又有许可，又「以上都不涉及」。", "A permit, and \"None of the above\"."),
    ),
    right: case(
        "mini_program.prior_approvals = [{ kind = 24 }]",
        text("「以上都不涉及」单独选。", "\"None of the above\" by itself."),
    ),
    check: prior_approval_none_not_alone,
};

/// The mini-program's remark is too short or too long.
pub static REMARK_LENGTH: Rule = Rule {
    name: "remark-length",
    topic: Topic::Remark,
    severity: Severity::Error,
    fields: &[FieldId::MiniProgramRemark],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::RemarkTooVague],
    title: text("小程序备注的长度不对", "Remark length"),
    what: text("小程序备注 20 到 200 个字。", "20 to 200 characters."),
    why: text(
        "平台的限制；标点和空格怎么算没有说明，所以接近上下限时也提醒。",
        "The platform's limit; how marks and blanks count is not said, so values near it get a hint.",
    ),
    fix: text("写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows."),
    messages: &[
        message(
            "too_short",
            text(
                "太短：现在 {count} 个字，至少 20 个，还差 {missing} 个。",
                "Too short: {count} {count:character|characters}, at least 20; {missing} missing.",
            ),
            text("写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows."),
        ),
        message(
            "too_long",
            text(
                "太长：现在 {count} 个字，最多 200 个，多了 {surplus} 个。",
                "Too long: {count} characters, at most 200; {surplus} too many.",
            ),
            text("删去不要紧的话。", "Cut what matters less."),
        ),
        message(
            "barely_enough",
            text(
                "现在 {count} 个字，刚够 20 个；若不算标点就可能不够。",
                "{count} characters, just over 20; without punctuation it may be too few.",
            ),
            text("再写具体些。", "Be a little more specific."),
        ),
        message(
            "nearly_full",
            text("现在 {count} 个字，接近 200 个的上限。", "{count} characters, close to 200."),
            text("稍微短一些更稳妥。", "A little shorter is safer."),
        ),
    ],
    wrong: case(
        "mini_program.remark = '介绍音乐厅的曲目和场次，可以预约座位。'",
        text("19 个字，少一个。", "Nineteen characters, one too few."),
    ),
    right: case(
        "mini_program.remark = '面向成都乐迷，介绍自有音乐厅的曲目和场次，可以预约座位、凭码入场，并查看每场的说明。'",
        text("20 到 200 个字。", "Between 20 and 200 characters."),
    ),
    check: remark_length,
};

/// The mini-program's remark says little.
pub static REMARK_SAYS_LITTLE: Rule = Rule {
    name: "remark-says-little",
    topic: Topic::Remark,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramRemark],
    source: source::REJECTION_CASES,
    prevents: &[Rejection::RemarkTooVague],
    title: text("备注内容太空", "Remark says little"),
    what: text("小程序备注要具体，不能凑字数。", "The remark must be specific, not filler."),
    why: text(
        "通管局审核主要看这段备注，写得不详细是常见的驳回原因。",
        "Bureaus judge by the remark; a vague one is a common reason for rejection.",
    ),
    fix: text("写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows."),
    messages: &[
        message(
            "few_characters",
            text("翻来覆去只有几个字，像是凑字数。", "The same few characters over and over: it looks like filler."),
            text("写真实的服务内容。", "Describe the real service."),
        ),
        message("no_chinese", text("没有汉字。", "There is no Chinese in it."), text("用中文写。", "Write it in Chinese.")),
        message(
            "unfinished",
            text("像是还没有写完。", "It looks unfinished."),
            text("把占位的文字换成真实内容。", "Replace the placeholder words."),
        ),
        message(
            "no_function",
            text("看不出小程序能做什么。", "It does not say what the mini-program does."),
            text(
                "写出主要功能，如查询、预约、记录、展示什么。",
                "Name the main functions: what can be looked up, booked, noted or seen.",
            ),
        ),
    ],
    wrong: case("mini_program.remark = '音乐很好听音乐很好听音乐很好听音乐很好听音乐很好听'", text("凑字数。", "Filler.")),
    right: case(
        "mini_program.remark = '面向成都乐迷，介绍自有音乐厅的曲目和场次，可以预约座位、凭码入场，并查看每场的说明。'",
        text("给谁用、做什么，写清楚了。", "It says for whom it is and what it does."),
    ),
    check: remark_says_little,
};

/// A remark of 20 characters that says something has at least so many different ones.
const DISTINCT: usize = 12;
/// Words of a remark that its writer meant to come back to.
const UNFINISHED: &[&str] = &[
    "待填写",
    "待补充",
    "待完善",
    "凑字数",
    "字数不够",
    "测试测试",
    "xxxx",
    "某某某",
    "lorem ipsum",
    "todo",
    "敬请期待",
    "尽请期待",
];
/// Words that say so only where their clause ends: 「仅用于测试。」, but 「用于测试网速」.
const UNFINISHED_AT_AN_END: &[&str] =
    &["用于测试", "仅供测试", "测试使用", "开发中", "建设中", "尚未上线", "即将上线", "暂未开放", "功能完善中"];

fn service_contents_too_many(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (count, (_, most)) = (context.codes(FieldId::ServiceContents).len(), catalog::service_content_limits());
    if count > most {
        let finding = SERVICE_CONTENTS_TOO_MANY.finds(FieldId::ServiceContents);
        findings.push(finding.with("count", number(count)).with("most", number(most)));
    }
}

fn service_content_repeated(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let ids = context.codes(FieldId::ServiceContents);
    let mut seen = HashSet::new();
    let mut once = Vec::new();
    let mut repeated = Vec::new();
    for (row, id) in ids.iter().enumerate() {
        if seen.insert(*id) { once.push(*id) } else { repeated.push(row) }
    }
    // Every finding carries the whole list mended; a list of any length does not get that many.
    for row in repeated.into_iter().take(crate::rules::MOST_OF_A_RULE) {
        let finding = SERVICE_CONTENT_REPEATED.finds(FieldId::ServiceContents).at(row, None);
        findings.push(finding.with_safe_fix(Value::Codes(once.clone())));
    }
}

/// The rows of the prior approvals, if they are asked for.
fn rows<'a>(context: &Context<'a>) -> &'a [Approval] {
    if context.asks(FieldId::PriorApprovals) { context.approvals() } else { &[] }
}

fn prior_approval_incomplete(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (row, approval) in rows(context).iter().enumerate() {
        let mut miss = |reason, column| {
            let finding = PRIOR_APPROVAL_INCOMPLETE.finds(FieldId::PriorApprovals);
            findings.push(finding.at(row, Some(column)).with_message(reason));
        };
        if approval.kind.is_none() {
            miss(message_of!(PRIOR_APPROVAL_INCOMPLETE, "kind"), Column::Kind);
        }
        if approval.kind == Some(catalog::NONE_INVOLVED) {
            continue;
        }
        if is_blank(&approval.number) {
            miss(message_of!(PRIOR_APPROVAL_INCOMPLETE, "number"), Column::Number);
        }
        if is_blank(&approval.document) && context.proves_approval(approval) {
            miss(message_of!(PRIOR_APPROVAL_INCOMPLETE, "document"), Column::Document);
        }
    }
}

fn prior_approval_repeated(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for (row, approval) in rows(context).iter().enumerate() {
        if let Some(kind) = approval.kind
            && !seen.insert(kind)
        {
            findings.push(PRIOR_APPROVAL_REPEATED.finds(FieldId::PriorApprovals).at(row, Some(Column::Kind)));
        }
    }
}

fn prior_approval_none_not_alone(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let is_none = |row: &Approval| row.kind == Some(catalog::NONE_INVOLVED);
    let rows = rows(context);
    let others: Vec<Approval> = rows.iter().filter(|row| !is_none(row)).cloned().collect();
    if others.is_empty() {
        let has_rest = |row: &Approval| !is_blank(&row.number) || !is_blank(&row.document);
        if let Some(row) = rows.iter().position(has_rest) {
            let finding = PRIOR_APPROVAL_NONE_NOT_ALONE.finds(FieldId::PriorApprovals).at(row, Some(Column::Number));
            let bare = Approval { kind: Some(catalog::NONE_INVOLVED), ..Approval::default() };
            findings.push(
                finding
                    .with_message(message_of!(PRIOR_APPROVAL_NONE_NOT_ALONE, "rest"))
                    .with_fix_to(Value::Approvals(vec![bare])),
            );
        }
        return;
    }
    if let Some(row) = rows.iter().position(is_none) {
        let finding = PRIOR_APPROVAL_NONE_NOT_ALONE.finds(FieldId::PriorApprovals).at(row, Some(Column::Kind));
        findings.push(finding.with_fix_to(Value::Approvals(others)));
    }
}

fn remark_length(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(limits) = FieldId::MiniProgramRemark.length() else { return };
    let Some(text) = context.normal(FieldId::MiniProgramRemark) else { return };
    let count = text.chars().count();
    let (reason, severity) = match count {
        _ if count < limits.least => (message_of!(REMARK_LENGTH, "too_short"), Severity::Error),
        _ if count > limits.most => (message_of!(REMARK_LENGTH, "too_long"), Severity::Error),
        _ if count < limits.safe_least => (message_of!(REMARK_LENGTH, "barely_enough"), Severity::Hint),
        _ if count > limits.safe_most => (message_of!(REMARK_LENGTH, "nearly_full"), Severity::Hint),
        _ => return,
    };
    let finding = REMARK_LENGTH.finds(FieldId::MiniProgramRemark).with_message(reason).with_severity(severity);
    let finding = finding.with("count", number(count)).with("missing", number(limits.least.saturating_sub(count)));
    findings.push(finding.with("surplus", number(count.saturating_sub(limits.most))));
}

fn remark_says_little(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let id = FieldId::MiniProgramRemark;
    let Some(remark) = context.normal(id) else { return };
    // A remark that is too short is told so, which is enough.
    if FieldId::MiniProgramRemark.length().is_some_and(|limits| remark.chars().count() < limits.least) {
        return;
    }
    let finding = REMARK_SAYS_LITTLE.finds(FieldId::MiniProgramRemark);
    if let Some(reason) = emptiness(remark) {
        findings.push(finding.with_message(reason));
    } else if context.words(id, List::Function).is_empty() {
        findings.push(finding.with_message(message_of!(REMARK_SAYS_LITTLE, "no_function")).with_severity(Severity::Hint));
    }
}

/// Why a remark of sufficient length still says little.
fn emptiness(remark: &str) -> Option<&'static Message> {
    let small = lowercase(remark);
    match () {
        () if is_unfinished(&small) => Some(message_of!(REMARK_SAYS_LITTLE, "unfinished")),
        () if has_few_characters(&small) => Some(message_of!(REMARK_SAYS_LITTLE, "few_characters")),
        () if !small.chars().any(crate::rules::person::name::is_ideograph) => Some(message_of!(REMARK_SAYS_LITTLE, "no_chinese")),
        () => None,
    }
}

/// Whether a text in small letters holds one of the words of [`UNFINISHED`].
fn is_unfinished(small: &str) -> bool {
    // Nearly no character begins one of them.
    let begins = |c: char| matches!(c, '待' | '凑' | '字' | '测' | '敬' | '尽' | 'x' | '某' | 'l' | 't');
    let ends = |rest: &str| rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    if UNFINISHED_AT_AN_END
        .iter()
        .any(|word| small.match_indices(word).any(|(at, _)| ends(small.get(at + word.len()..).unwrap_or_default())))
    {
        return true;
    }
    let mut starts = small.char_indices().filter(|(_, c)| begins(*c)).filter_map(|(at, _)| small.get(at..));
    starts.any(|rest| UNFINISHED.iter().any(|word| rest.starts_with(word)))
}

/// Whether a text in small letters has fewer than [`DISTINCT`] different letters, digits and ideographs.
fn has_few_characters(small: &str) -> bool {
    let mut seen = Vec::with_capacity(DISTINCT);
    for c in small.chars().filter(|c| c.is_alphanumeric()) {
        if !seen.contains(&c) {
            seen.push(c);
        }
        if seen.len() >= DISTINCT {
            return false;
        }
    }
    true
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfinished_words_are_found_wherever_they_stand() {
        for word in UNFINISHED {
            assert!(is_unfinished(word) && is_unfinished(&format!("为用户提供{word}服务")), "{word}");
        }
        for word in UNFINISHED_AT_AN_END {
            assert!(is_unfinished(word) && is_unfinished(&format!("本小程序{word}，请审核")), "{word}");
        }
        for sound in
            ["测试服务，待客之道，某某", "", "用于测试网速和丢包率", "软件开发中心的报修", "建设中心的公告", "即将上线的新书预告"]
        {
            assert!(!is_unfinished(sound), "{sound}");
        }
    }

    #[test]
    fn remarks_that_say_little() {
        for (remark, reason) in [
            ("为社区居民提供菜谱浏览、收藏和分享，按时令推荐食材，不涉及交易。", None),
            ("小程序小程序小程序小程序小程序小程序小程序", Some("few_characters")),
            ("。。。。。。。。。。。。。。。。。。。。。。", Some("few_characters")),
            ("A mini-program that shows recipes of the season.", Some("no_chinese")),
            ("本小程序提供菜谱浏览和收藏，其余功能待补充，请先审核。", Some("unfinished")),
        ] {
            assert_eq!(emptiness(remark).map(|message| message.name), reason, "{remark}");
        }
    }
}
