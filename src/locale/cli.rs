//! The words that commands print; their help is in `help`.

use super::{Lang, Text};
use crate::filing::field::{Kind, TextKind};
use crate::filing::{FieldId, Need};
use crate::rules::{Confidence, Severity, Topic};

/// How much a finding weighs.
#[must_use]
pub const fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => Text::new("错误", "error"),
        Severity::Warning => Text::new("警告", "warning"),
        Severity::Hint => Text::new("提示", "hint"),
    }
}

/// Which questions are asked again, by their names and their paths.
#[must_use]
pub fn reopened(lang: Lang, questions: &[FieldId]) -> String {
    let between = lang.between();
    let one = |id: &FieldId| {
        let asked = id.field().contrary.map(|contrary| contrary.label.in_lang(lang)).unwrap_or_default();
        let sentence = if asked.is_empty() { QUESTION } else { QUESTION_ASKED_AS };
        sentence.with(lang, &[("label", &id.label().in_lang(lang)), ("path", &id.path()), ("asked", &asked)])
    };
    REOPENED.with(lang, &[("questions", &questions.iter().map(one).collect::<Vec<_>>().join(between))])
}

/// What a rule is about.
#[must_use]
pub const fn topic(topic: Topic) -> Text {
    match topic {
        Topic::Form => Text::new("填写", "filling in"),
        Topic::Certificate => Text::new("证件", "certificates"),
        Topic::Name => Text::new("名称与姓名", "names"),
        Topic::Number => Text::new("号码", "numbers"),
        Topic::Age => Text::new("年龄", "age"),
        Topic::Phone => Text::new("电话", "phones"),
        Topic::Mail => Text::new("邮箱", "mail"),
        Topic::Address => Text::new("地址", "addresses"),
        Topic::ResponsiblePerson => Text::new("主体负责人", "responsible person"),
        Topic::Owner => Text::new("小程序负责人", "mini-program contact"),
        Topic::MiniProgramName => Text::new("小程序名称", "mini-program's name"),
        Topic::Remark => Text::new("备注", "remarks"),
        Topic::SoleTrader => Text::new("个体工商户", "sole traders"),
        Topic::Count => Text::new("数量", "counts"),
        Topic::ServiceContents => Text::new("服务内容", "service contents"),
        Topic::PriorApproval => Text::new("前置审批", "prior approvals"),
        Topic::Material => Text::new("材料", "materials"),
        Topic::Status => Text::new("进度", "status"),
        Topic::Question => Text::new("须本人回答", "questions"),
        Topic::Drafts => Text::new("多份草稿", "several drafts"),
    }
}

/// How sure a rule's source is.
#[must_use]
pub const fn confidence(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Official => Text::new("官方", "official"),
        Confidence::Platform => Text::new("平台文档", "platform documentation"),
        Confidence::Standard => Text::new("标准", "standard"),
        Confidence::Vendor | Confidence::OldVendor => Text::new("云服务商文档", "cloud providers' documents"),
        Confidence::Anecdotal => Text::new("经验分享", "reports of other filers"),
        Confidence::Inferred => Text::new("本程序推断", "our own conclusion"),
    }
}

/// What kind of value a field holds.
#[must_use]
pub const fn kind(kind: Kind) -> Text {
    match kind {
        Kind::Choice(_) | Kind::Word(_) => Text::new("单选", "choice"),
        Kind::Choices(_) => Text::new("多选", "choices"),
        Kind::Flag(_) => Text::new("是否", "yes or no"),
        Kind::Text(TextKind::Phone) => Text::new("手机号码", "phone"),
        Kind::Text(TextKind::Mail) => Text::new("邮箱", "mail"),
        Kind::Text(_) => Text::new("文本", "text"),
        Kind::Region => Text::new("地区", "region"),
        Kind::Date(false) => Text::new("日期", "date"),
        Kind::Date(true) => Text::new("日期或长期", "date or 长期"),
        Kind::Time => Text::new("时间", "time"),
        Kind::Picture => Text::new("图片", "picture"),
        Kind::Pictures(_) => Text::new("图片（可多张）", "pictures"),
        Kind::Videos(_) => Text::new("视频", "video"),
        Kind::Approvals => Text::new("审批列表", "approvals"),
    }
}

/// The word for a field's need in JSON output.
#[must_use]
pub const fn need_name(need: Need) -> &'static str {
    match need {
        Need::NotAsked => "not-asked",
        Need::Optional => "optional",
        Need::Expected => "expected",
        Need::Required => "required",
    }
}

/// `3 个错误，1 个警告`, in the order of weight; says so when there is nothing.
#[must_use]
pub fn counts(lang: Lang, errors: usize, warnings: usize, hints: usize) -> String {
    if errors + warnings + hints == 0 {
        return NO_FINDINGS.in_lang(lang).to_owned();
    }
    let parts = [(errors, Severity::Error), (warnings, Severity::Warning), (hints, Severity::Hint)];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, weight)| match lang {
            Lang::Zh => format!("{count} 个{}", severity(weight).zh),
            Lang::En => format!("{count} {}{}", severity(weight).en, if count == 1 { "" } else { "s" }),
        })
        .collect();
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

crate::messages! {
    USAGE = "用法：", "Usage: ";
    EXAMPLES = "示例：", "Examples:";
    COMMANDS = "命令", "Commands";
    ARGUMENTS = "参数", "Arguments";
    OPTIONS = "选项", "Options";
    COMPLETED = "「{typed}」按 {code}（{name}）填写", "\"{typed}\" was taken as {code}: {name}";
    NO_FINDINGS = "没有发现问题。", "Nothing found.";
    TRASH_EMPTY = "没有已删除的草稿。", "There are no deleted drafts.";
    TRASH_PLACE = "在 {path}，删除 {days} 天后彻底删除。", "They are in {path} and are removed permanently {days} days after deletion.";
    TRASH_RESTORED = "已恢复：{path}", "Restored: {path}";
    TRASH_PURGED = "彻底删除的草稿：{count}", "Drafts permanently deleted: {count}";
    TRASH_NOT_THERE = "没有这份已删除的草稿：{name}", "no deleted draft {name}";
    TRASH_NOT_THERE_HINT = "beian trash 列出全部。", "beian trash lists all of them.";
    COLUMN_DELETED = "删除时间", "Deleted";
    NO_DRAFTS = "还没有草稿。用 beian new 新建，或 beian new --example 看示例。",
        "No drafts yet. Make one with beian new, or look at beian new --example.";
    LINE = "第 {line} 行", "line {line}";
    COLUMN_DRAFT = "草稿", "Draft";
    COLUMN_TITLE = "名称", "Title";
    COLUMN_STAGE = "环节", "Stage";
    COLUMN_PROGRESS = "已填", "Filled";
    COLUMN_FINDINGS = "问题", "Findings";
    COLUMN_FIELD = "字段", "Field";
    COLUMN_LABEL = "名称", "Label";
    COLUMN_KIND = "类型", "Kind";
    KIND_OF = "{kind}：{entries}", "{kind}: {entries}";
    KIND_LONG = "{kind}：{count} 项，见 beian fields --format json", "{kind} of {count}, see beian fields --format json";
    COLUMN_RULE = "规则", "Rule";
    COLUMN_WEIGHT = "级别", "Severity";
    COLUMN_CONFIDENCE = "可信度", "Confidence";
    COLUMN_SOURCE = "依据", "Source";
    COLUMN_MEANING = "说明", "Meaning";
    UNREADABLE = "无法读取", "unreadable";
    POSSIBLE_NEXT = "可以记录：{events}", "Next possible events: {events}";
    EVENT_KEY = "{event}（{key}）", "{event} ({key})";
    STORY = "办理记录", "History";
    QUESTION = "{label}（{path}）", "{label} ({path})";
    ASKED_TURNED = "提问按这里的问法回答，如 beian set 草稿 \"{asked}=否\"；草稿里有的记的是相反的说法（{path}），见 beian fields。",
        "Answer questions as they are put here: beian set DRAFT \"{asked}=no\". The draft keeps some of them the other way round ({path}); see beian fields.";
    QUESTION_ASKED_AS = "{label}（{path}，向导里问：{asked}）", "{label} ({path}, in the wizard: {asked})";
    REOPENED = "要重新回答：{questions}", "To be answered again: {questions}";
    CHANGE_RUNS = "变更正在准备或审核：{path}（{stage}）", "A change has begun: {path} ({stage})";
    END_RUNS = "注销正在准备或办理：{path}（{stage}）", "A deregistration has begun: {path} ({stage})";
    STAGE_LATE = "{stage} 逾期", "{stage}, overdue";
    ALL_FIELDS = "全部字段", "all fields";
    ALL_OF = "{section}（全部）", "{section} (all)";
    UNCHANGED = "注意：还有 {count} 条驳回原因没有处理，原样提交多半会再次被驳回：{fields}",
        "Mind: reasons of the rejection are open ({count}); unchanged, it is likely to be rejected again: {fields}";
    WITH_ERRORS = "注意：草稿还有 {count} 个错误，事件已照样记录；还没有提交的，用 undo 撤销。",
        "Note: recorded, but the draft still has {count} {count:error|errors}. If it has not been submitted, take the event back with undo.";
    TAKEN_BACK = "已撤销：{event}（{at}）", "Undone: {event} ({at})";
    NUMBER_TAKEN_BACK = "备案号 {number} 也一起撤销了。要再记上：beian status {path} bureau-passed --number {number}", "The number {number} went with it. To record it again: beian status {path} bureau-passed --number {number}";
    NUMBER_CORRECTED = "备案号由「{old}」更正为「{new}」。", "The number is corrected: {new} instead of {old}.";
    NUMBER_REFERRED = "这些草稿还用着「{old}」：{drafts}。改它们：beian set 草稿 record.number={new}", "Drafts that still refer to {old}: {drafts}. Correct them with beian set DRAFT record.number={new}";
    NUMBER_ADDED = "已补上备案号：{event}（{at}）", "The number was added: {event} ({at})";
    NUMBER_LATER = "备案号还没有记录。拿到后用 beian status {path} bureau-passed --number 备案号 补上；没有备案号，以后的变更和注销找不到这一份。", "The filing number is not recorded. Add it with beian status {path} bureau-passed --number NUMBER: without it, changes and deregistrations do not find this draft.";
    RECORDED = "已记录：{event}（{at}）", "Recorded: {event} ({at})";
    RULE_MEND = "怎么改：", "Fix: ";
    RULE_WHY = "为什么：", "Why: ";
    RULE_WRONG = "错误示例：", "Wrong: ";
    RULE_RIGHT = "正确示例：", "Right: ";
    RULE_REJECTION = "能避免的退回 {number}：{said}", "Prevents rejection {number}: {said}";
    RULE_FIELDS = "涉及字段：{fields}", "Fields: {fields}";
    MENDED = "已改：{field} → {change}", "Changed: {field} → {change}";
    FIELDS_ALIKE = "{count} 项", "{count} fields";
    MAY_BE = "可改为：{value}", "Suggested value: {value}";
    UNKNOWN_KEYS = "草稿里有不认识的键，保留但不检查：{keys}", "Unknown keys (kept, not checked): {keys}";
    UNREAD_EVENTS = "草稿里有 {count} 条事件无法读取，保留原样。", "Events in the draft that cannot be read, kept as they are: {count}.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_speak_both_languages() {
        assert_eq!(counts(Lang::Zh, 3, 1, 0), "3 个错误，1 个警告");
        assert_eq!(counts(Lang::En, 1, 0, 2), "1 error, 2 hints");
        assert_eq!(counts(Lang::Zh, 0, 0, 0), "没有发现问题。");
    }
}
