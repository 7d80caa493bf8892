//! The words of commands that take many drafts.

use super::{Lang, cli};

crate::messages! {
    EMPTY_FOLDER = "这个文件夹里没有草稿：{path}", "No drafts in this folder: {path}";
    EMPTY_FOLDER_HINT = "草稿是以 .toml 结尾的文件，名称不以点开头。", "Drafts are the files whose names end in .toml and do not begin with a dot.";
    TOTAL = "共 {drafts} 份草稿：{counts}", "{drafts} {drafts:draft|drafts}: {counts}";
    TOTAL_UNREAD = "另有 {count} 份无法读取。", "Drafts that could not be read: {count}.";
    FOLDER_FOR_SEVERAL = "多份草稿要写到一个文件夹里。", "Several drafts go into a folder.";
    FOLDER_FOR_SEVERAL_HINT = "-o 后面写一个已有的文件夹。", "Name a folder that is there after -o.";
    ONE_PAGE_EACH = "每份草稿各是一个网页，不能连在一起输出。", "Each draft is a page of its own; they cannot be printed one behind the other.";
    ONE_PAGE_EACH_HINT = "用 -o 指定一个已有的文件夹。", "Name a folder that is there with -o.";
    EVENT_ONCE = "这些选项和要记录的事件一起用。", "These options belong to an event that is recorded.";
    EVENT_ONCE_HINT = "事件写在草稿之后，如 beian status 小食记 submitted --at 2026-11-23。", "The event stands behind the drafts, as in beian status my-draft submitted --at 2026-11-23.";
    ONE_AT_A_TIME = "--import 一次只能用于一份草稿。", "--import takes one draft at a time.";
    ONE_AT_A_TIME_HINT = "对每份草稿分别运行。", "Call it for each of them.";
    NAMED = "{name}：", "{name}:";
    NAMED_AND_SAID = "{name}：{said}", "{name}: {said}";
    EACH_TOTAL = "完成 {done} 份，共 {of} 份", "Done: {done} of {of}";
    CUT_SHORT = "已中断：做完 {done} 份，共 {of} 份。上面的结果有效。", "Interrupted: {done} of {of} done; the results above hold.";
    CUT_SHORT_HINT = "再运行一次，看过的材料不用重看。", "Run it again: scans that were looked at are remembered.";
    NO_FOLDER = "没有这个草稿文件夹：{path}", "No such folder of drafts: {path}";
    NO_FOLDER_HINT = "检查 --drafts-dir 的路径。", "Check the path after --drafts-dir.";
    ONLY_CHECK = "sarif 和 github 格式只用于 beian check，且不与 - 同用。", "The formats sarif and github belong to beian check alone, without -.";
    ONLY_CHECK_HINT = "其他命令用 text 或 json。", "Other commands take text or json.";
    COLUMN_SUBJECT = "主体", "Entity";
    COLUMN_KIND = "备案类型", "Filing";
    COLUMN_PERSON = "主体负责人", "Person";
    COLUMN_REGION = "地区", "Region";
}

/// The line below all drafts.
#[must_use]
pub fn total(lang: Lang, drafts: usize, [errors, warnings, hints]: [usize; 3]) -> String {
    TOTAL.with(lang, &[("drafts", &drafts), ("counts", &cli::counts(lang, errors, warnings, hints))])
}
