//! The list of drafts.

use crate::drafts::folder::Since;
use crate::filing::{Course, Stage};
use crate::locale::{Lang, stage};

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

crate::messages! {
    READING = "正在读取草稿……", "Reading the drafts …";
    FILTER = "筛选", "Filter";
    FILTER_HINT = "名称、主体、类型、环节、地区、文件名、备案号，拼音也行", "name, entity, kind, stage, region, file, number or pinyin";
    FILTER_HINT_SHORT = "名称、主体、环节、文件名，拼音也行", "name, entity, stage, file, pinyin";
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
    SORTED = "按{column}排序。", "Sorted by: {column}.";
    BY_CHANGED = "改动时间", "last change";
    BY_NAME = "名称", "name";
    BY_ENTITY = "主体", "entity";
    BY_REGION = "地区", "region";
    BY_DUE = "到期先后", "what is due first";
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
    UNREADABLE = "无法读取", "unreadable";
    FILE = "文件：{file}", "File: {file}";
    OLD_NAME = "文件名与小程序名称不同，按 {key} 改", "the file does not bear the mini-program's name: {key} renames it";
    LAST_EVENT = "最近：{event}（{at}）", "Last: {event} ({at})";
    UNREAD_EVENTS = "有 {count} 条进度记录无法读取", "status records that cannot be read: {count}";
}
