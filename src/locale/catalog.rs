//! The words about the official lists: what they are called, and why an answer is not taken over.

use super::{Lang, Text};
use crate::catalog::renewal::ListId;
use crate::catalog::renewal::answer::Untrusted;
use crate::catalog::renewal::store::Damage;
use crate::text::clean::visible;

/// What a list is called.
#[must_use]
pub const fn list(list: ListId) -> Text {
    match list {
        ListId::Natures => Text::new("主体性质", "entity types"),
        ListId::Certificates => Text::new("证件类型", "certificate types"),
        ListId::Approvals => Text::new("前置审批", "prior approvals"),
        ListId::ServiceContents => Text::new("服务内容类型", "service contents"),
        ListId::Districts => Text::new("备案地区", "districts for filing"),
    }
}

/// What is wrong with a list that was kept.
#[must_use]
pub fn damage(lang: Lang, damage: &Damage) -> String {
    match damage {
        Damage::Io(error) => super::error::io(lang, &error.into()),
        Damage::NotAFile => NOT_A_FILE.in_lang(lang).to_owned(),
        Damage::Layout => LAYOUT.in_lang(lang).to_owned(),
        Damage::Untrusted(why) => untrusted(lang, why),
    }
}

/// Why an answer is not trusted, without a full stop.
#[must_use]
pub fn untrusted(lang: Lang, why: &Untrusted) -> String {
    match why {
        Untrusted::TooLarge => TOO_LARGE.in_lang(lang).to_owned(),
        Untrusted::NotUtf8 => NOT_UTF8.in_lang(lang).to_owned(),
        Untrusted::NotJson(line, column) => NOT_JSON.with(lang, &[("line", line), ("column", column)]),
        Untrusted::ErrorAnswer(code, message) => ERROR_ANSWER.with(lang, &[("code", code), ("message", &short(message))]),
        Untrusted::NoItems => NO_ITEMS.in_lang(lang).to_owned(),
        Untrusted::UnknownShape => UNKNOWN_SHAPE.in_lang(lang).to_owned(),
        Untrusted::BadRow(row, key) => BAD_ROW.with(lang, &[("row", row), ("key", key)]),
        Untrusted::BadText(id) => BAD_TEXT.with(lang, &[("id", id)]),
        Untrusted::Twice(id) => TWICE.with(lang, &[("id", id)]),
        Untrusted::NoParent(id, parent) => NO_PARENT.with(lang, &[("id", id), ("parent", parent)]),
        Untrusted::Childless(id) => CHILDLESS.with(lang, &[("id", id)]),
        Untrusted::TooManyRows(rows) => TOO_MANY_ROWS.with(lang, &[("rows", rows)]),
        Untrusted::HalfGone(gone, of) => HALF_GONE.with(lang, &[("gone", gone), ("of", of)]),
        Untrusted::MostRenamed(renamed, of) => MOST_RENAMED.with(lang, &[("renamed", renamed), ("of", of)]),
        Untrusted::Missing(id, name) => MISSING.with(lang, &[("id", id), ("name", name)]),
        Untrusted::MeansSomethingElse(id, known, found) => {
            MEANS_SOMETHING_ELSE.with(lang, &[("id", id), ("known", known), ("found", &short(found))])
        }
    }
}

/// A text from outside as it may be shown, not too much of it.
fn short(text: &str) -> String {
    crate::text::width::truncate(&visible(text), 60).into_owned()
}

crate::messages! {
    NOT_A_FILE = "不是普通文件", "it is not a regular file";
    LAYOUT = "内容不是保存的列表", "it is not laid out as a kept list";
    TOO_LARGE = "超过 10 MB，不会是列表", "it is larger than 10 MB, which no list is";
    NOT_UTF8 = "不是 UTF-8 文本", "it is not UTF-8 text";
    NOT_JSON = "不是 JSON（第 {line} 行第 {column} 列）", "it is not JSON (line {line}, column {column})";
    ERROR_ANSWER = "平台返回了错误 {code}：{message}", "the platform answered with error {code}: {message}";
    NO_ITEMS = "没有 items，或 items 是空的", "there is no items, or nothing in it";
    UNKNOWN_SHAPE = "不像五个列表中的任何一个", "it is like none of the five lists";
    BAD_ROW = "第 {row} 行的 {key} 缺失或不对", "row {row}: {key} is missing or wrong";
    BAD_TEXT = "编号 {id} 的名称为空、太长或有控制字符", "id {id}: the name is empty, too long or has control characters";
    TWICE = "编号 {id} 出现了两次", "id {id} stands twice";
    NO_PARENT = "编号 {id} 属于 {parent}，而列表里没有它", "id {id} belongs to {parent}, which is not there";
    CHILDLESS = "编号 {id} 下面没有可选的项", "nothing can be chosen below {id}";
    TOO_MANY_ROWS = "有 {rows} 行，太多了", "{rows} rows are too many";
    HALF_GONE = "现有的 {of} 行少了 {gone} 行，多半没有存全", "{gone} of {of} {of:row|rows} are gone: it was probably cut off";
    MOST_RENAMED = "现有的 {of} 行有 {renamed} 行改了名，不像同一个列表", "{renamed} of {of} {of:row|rows} have another name: it is hardly the same list";
    MISSING = "缺少编号 {id}（{name}），规则要用到它", "id {id} ({name}) is missing, which rules depend on";
    MEANS_SOMETHING_ELSE = "编号 {id} 原是「{known}」，这里成了「{found}」，规则会判断错", "id {id} was {known} and is {found} here: rules would judge wrongly";
    REFUSED = "没有更新，{file} 不可信：{why}。", "Not imported, {file} cannot be trusted: {why}.";
    REFUSED_HINT = "重新保存平台接口的完整返回；列表之间有引用时，先更新主体性质，再更新证件类型。",
        "Save the whole answer of the platform's interface again; where lists refer to each other, update entity types before certificate types.";
    STANDARD_INPUT = "标准输入", "standard input";
    UNREADABLE = "无法读取 {file}：{why}。", "Cannot read {file}: {why}.";
    UNREADABLE_HINT = "核对路径；- 为标准输入。", "Check the path; - is standard input.";
    NO_FILE = "没有写要用哪个文件更新。", "Which file to update from is missing.";
    NO_FILE_HINT = "用法：beian catalog update FILE", "Usage: beian catalog update FILE";
    NO_LIST = "没有叫「{name}」的列表。", "There is no list called \"{name}\".";
    NO_LIST_HINT = "可以是：{names}", "It can be: {names}";
    NO_FOLDER = "不知道列表保存在哪里。", "Where lists are kept is not known.";
    NO_FOLDER_HINT = "用 --lists-dir 指定文件夹。", "Name a folder with --lists-dir.";
    NOT_KEPT = "没能保存「{list}」：{why}。", "The list ({list}) was not kept: {why}.";
    NOT_REMOVED = "没能去掉更新的「{list}」：{why}。", "The renewed list ({list}) was not removed: {why}.";
    DAMAGED = "更新的「{list}」不能用：{why}。改用内置的；beian catalog reset {name} 可去掉它。",
        "The renewed list ({list}) cannot be used: {why}. The built-in one is used; beian catalog reset {name} removes it.";
    COLUMN_LIST = "列表", "List";
    COLUMN_MEANING = "内容", "Contents";
    COLUMN_ROWS = "行数", "Rows";
    COLUMN_DATE = "日期", "Date";
    COLUMN_ORIGIN = "来源", "Source";
    PROVINCES = "各省规则", "rules of the provinces";
    KEYWORDS = "前置审批关键词", "words of prior approvals";
    REGIONS = "全国行政区划（今昔）", "national divisions";
    HOLIDAYS = "节假日和调休", "holidays and worked weekends";
    BUILT_IN_OF = "内置，{source}", "built in, {source}";
    RENEWED_FROM = "已更新，{file}", "renewed, {file}";
    PROVINCES_SOURCE = "云服务商备案文档", "filing documents of cloud providers";
    REGIONS_SOURCE = "民政部区划代码的公开整理", "public compilations of the ministry's codes";
    HOLIDAYS_SOURCE = "国务院办公厅通知", "notices of the State Council";
    UPDATED = "已更新「{list}」：{before} 行 → {after} 行，从下次运行起生效。", "Renewed ({list}): {before} rows → {after}; in use from the next start on.";
    SAME = "内容与现在用的一样。", "Nothing differs from the list in use.";
    ADDED = "新增 {count}：", "Added: {count}";
    GONE = "去掉 {count}：", "Gone: {count}";
    RENAMED = "改名 {count}：", "Renamed: {count}";
    MOVED = "改归属 {count}：", "Moved: {count}";
    MORE = "还有 {count} 项", "{count} more";
    RESET = "已恢复内置的「{list}」。", "Back to the built-in list ({list}).";
    NOTHING_TO_RESET = "用的本来就是内置的列表。", "The built-in lists are in use already.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_outside_is_cleaned_and_cut() {
        let why = Untrusted::ErrorAnswer(40001, format!("\u{1b}[31m{}", "很长".repeat(100)));
        let said = untrusted(Lang::Zh, &why);
        assert!(said.starts_with("平台返回了错误 40001：") && !said.contains('\u{1b}') && said.chars().count() < 60, "{said}");
        let why = Untrusted::MeansSomethingElse(5, "个人".to_owned(), "单位".to_owned());
        assert_eq!(untrusted(Lang::En, &why), "id 5 was 个人 and is 单位 here: rules would judge wrongly");
    }
}
