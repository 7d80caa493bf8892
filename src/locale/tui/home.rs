//! The list of drafts.

use crate::drafts::folder::Since;
use crate::filing::{Course, EventKind, Stage};
use crate::locale::{Lang, Text, stage};

/// The stage of what is filed, with what has become of it since.
#[must_use]
pub fn filed(lang: Lang, course: Course, since: Option<Since>) -> String {
    let name = stage::stage_of(course, Stage::Filed).in_lang(lang);
    let more = match since {
        None => return name.to_owned(),
        Some(Since::Ending) => MORE_ENDING,
        Some(Since::Changing) => MORE_CHANGING,
        Some(Since::EndPrepared) => MORE_END_PREPARED,
        Some(Since::ChangePrepared) => MORE_CHANGE_PREPARED,
        Some(Since::Changed) => MORE_CHANGED,
    };
    STAGE_MORE.with(lang, &[("stage", &name), ("more", &more.in_lang(lang))])
}

/// The same in a column that has no room for it: what has become of it says that it is filed.
#[must_use]
pub const fn filed_brief(lang: Lang, course: Course, since: Option<Since>) -> &'static str {
    let text = match (since, course) {
        (None, Course::Change) => BRIEF_CHANGE_FILED,
        (None, _) => return "",
        (Some(Since::Ending), _) => BRIEF_ENDING,
        (Some(Since::Changing), _) => BRIEF_CHANGING,
        (Some(Since::EndPrepared), _) => BRIEF_END_PREPARED,
        (Some(Since::ChangePrepared), _) => BRIEF_CHANGE_PREPARED,
        (Some(Since::Changed), _) => BRIEF_CHANGED,
    };
    text.in_lang(lang)
}

/// The name of a stage in such a column; none where it has no shorter one.
#[must_use]
pub const fn stage_brief(stage: Stage) -> Option<Text> {
    match stage {
        Stage::PlatformReview => Some(BRIEF_PLATFORM),
        Stage::SmsVerification => Some(BRIEF_SMS),
        Stage::BureauReview => Some(BRIEF_BUREAU),
        Stage::Preparing | Stage::Filed | Stage::Deregistered => None,
    }
}

/// That a filing was sent back, in such a column.
#[must_use]
pub const fn sent_back_brief(event: EventKind) -> Option<Text> {
    match event {
        EventKind::SubmissionRefused => Some(BRIEF_REFUSED),
        EventKind::PlatformReturned => Some(BRIEF_PLATFORM_RETURNED),
        EventKind::BureauReturned => Some(BRIEF_BUREAU_RETURNED),
        EventKind::SmsTimedOut => Some(BRIEF_TIMED_OUT),
        EventKind::DeregistrationLapsed => Some(BRIEF_LAPSED),
        _ => None,
    }
}

crate::messages! {
    READING = "正在读取草稿……", "Reading the drafts …";
    FILTER = "筛选", "Filter";
    /// Drafts that the filter may find yet.
    CHECKING = "还在检查 {count} 份", "checking {count}";
    FILTER_HINT = "名称、主体、类型、环节、地区、文件名、备案号，拼音也行", "name, entity, kind, stage, region, file, number or pinyin";
    FILTER_HINT_SHORT = "名称、主体、环节、文件名，拼音也行", "name, entity, stage, file, pinyin";
    FILTER_HINT_SHORTEST = "名称、主体、拼音", "name, entity, pinyin";
    NONE_MATCHES = "没有符合「{filter}」的草稿。按 {key} 清除筛选。", "No draft matches \"{filter}\". {key} clears the filter.";
    WELCOME = "微信小程序备案：逐项填写，提交前离线查出会被驳回的问题，再导出完整的备案包。", "Prepare a WeChat mini-program filing field by field. Problems that would get it rejected are found offline; then you export a complete package.";
    WELCOME_LOCAL = "草稿和照片只留在这台电脑上，不联网。", "Drafts and photos stay on this computer; nothing goes online.";
    WELCOME_NEW = "按 {key} 新建第一份备案。", "{key} starts your first filing.";
    WELCOME_EXAMPLE = "按 {key} 放入填好的示例，先看看成品。", "{key} adds complete examples, so you can see the result.";
    COLLISIONS = "各份草稿之间有 {count} 处冲突", "Conflicts between drafts: {count}";
    TITLE = "名称", "Name";
    FILE_NAME = "文件", "File";
    KIND = "类型", "Type";
    KIND_FIRST = "首次", "First";
    KIND_MORE = "再新增", "One more";
    KIND_CHANGE = "变更", "Change";
    KIND_END = "注销", "Deregister";
    ENTITY = "主体", "Entity";
    REGION = "地区", "Region";
    COLUMNS_TITLE = "显示哪些列", "Columns";
    NO_ROOM = "窗口窄，放不下", "no room";
    CODE_BY = "验证码须在 {at} 前输入", "code due by {at}";
    CODE_LATE = "验证码应在 {at} 前输入，已超时", "Overdue: code expected by {at}";
    REVIEW_BY = "审核应于 {at} 前有结果", "result due by {at}";
    REVIEW_LATE = "审核应于 {at} 前有结果，已超时", "Overdue: expected by {at}";
    PAPER_ENDS = "{what} {at} 到期", "{what}: expires {at}";
    PAPER_ENDED = "{what} {at} 已过期", "{what}: expired {at}";
    SORTED = "按{column}排序。", "Sorted by: {column}.";
    BY_CHANGED = "改动时间", "last change";
    BY_NAME = "名称", "name";
    BY_ENTITY = "主体", "entity";
    BY_REGION = "地区", "region";
    BY_DUE = "到期先后", "what is due first";
    DUE = "到期", "Due";
    STAGE_BY_DUE = "环节·到期", "Stage, due";
    NATURE = "性质", "Entity type";
    STAGE = "环节", "Stage";
    DONE = "已填", "Filled";
    PROBLEMS = "问题", "Issues";
    CHANGED = "改动", "Changed";
    RECORD_ENDED = "原备案已注销", "Record ended";
    READY = "可以提交", "Ready";
    STAGE_DUE = "{stage} {date} 前", "{stage} by {date}";
    STAGE_LEFT = "{stage} 剩 {span}", "{stage} {span} left";
    STAGE_LATE = "{stage} 已超时", "{stage} overdue";
    STAGE_MORE = "{stage}，{more}", "{stage}, {more}";
    MORE_CHANGING = "变更中", "being changed";
    MORE_END_PREPARED = "拟注销", "to be deregistered";
    MORE_CHANGE_PREPARED = "拟变更", "to be changed";
    MORE_CHANGED = "已变更", "changed";
    MORE_ENDING = "注销中", "being deregistered";
    STAGE_LATE_BRIEF = "{stage} 超时", "{stage} overdue";
    BRIEF_PLATFORM = "初审", "Platform";
    BRIEF_SMS = "核验", "SMS";
    BRIEF_BUREAU = "通管局", "Bureau";
    BRIEF_REFUSED = "未受理", "Not accepted";
    BRIEF_PLATFORM_RETURNED = "初审驳回", "Platform rejected";
    BRIEF_BUREAU_RETURNED = "通管局驳回", "Bureau rejected";
    BRIEF_TIMED_OUT = "核验超时", "SMS timed out";
    BRIEF_LAPSED = "注销失效", "Request lapsed";
    BRIEF_CHANGE_FILED = "变更成功", "Change filed";
    BRIEF_CHANGING = "变更中", "Changing";
    BRIEF_END_PREPARED = "拟注销", "To deregister";
    BRIEF_CHANGE_PREPARED = "拟变更", "To change";
    BRIEF_CHANGED = "已变更", "Changed";
    BRIEF_ENDING = "注销中", "Deregistering";
    /// What people call a limit that has passed, besides what the list says.
    LATE_TOO = "逾期", "late";
    /// The same of what is on record.
    FILED_TOO = "已备案", "on record";
    /// Of what is on record and about to be deregistered, or changed.
    END_PREPARED_TOO = "待注销", "awaiting deregistration";
    CHANGE_PREPARED_TOO = "待变更", "awaiting change";
    /// What people call an enterprise.
    ENTERPRISE_TOO = "公司", "company";
    UNREADABLE = "无法读取", "unreadable";
    FILE = "文件：{file}", "File: {file}";
    OLD_NAME = "文件名与小程序名称不同，按 {key} 改", "the file name differs from the mini-program's name: {key} renames it";
    LAST_EVENT = "最近：{event}（{at}）", "Last: {event} ({at})";
    UNREAD_EVENTS = "有 {count} 条进度记录无法读取", "status records that cannot be read: {count}";
}
