//! The words of commands that take many drafts.

use super::{Lang, cli};

crate::messages! {
    EMPTY_FOLDER = "这个文件夹里没有草稿：{path}", "No drafts in this folder: {path}";
    EMPTY_FOLDER_HINT = "草稿是以 .toml 结尾的文件，名称不以点开头。", "Drafts are the files whose names end in .toml and do not begin with a dot.";
    TOTAL = "共 {drafts} 份草稿：{counts}", "{drafts} drafts: {counts}";
    TOTAL_UNREAD = "另有 {count} 份无法读取。", "Drafts that could not be read: {count}.";
    CUT_SHORT = "已中断：做完 {done} 份，共 {of} 份。上面的结果有效。", "Interrupted: {done} of {of} done; the results above hold.";
    CUT_SHORT_HINT = "再运行一次，看过的材料不用重看。", "Run it again: scans that were looked at are remembered.";
    NO_FOLDER = "没有这个草稿文件夹：{path}", "No such folder of drafts: {path}";
    NO_FOLDER_HINT = "检查 --drafts-dir 的路径。", "Check the path after --drafts-dir.";
    ONLY_CHECK = "sarif 和 github 格式只用于 beian check，且不与 - 同用。", "The formats sarif and github belong to beian check alone, without -.";
    ONLY_CHECK_HINT = "其他命令用 text 或 json。", "Other commands take text or json.";
    COLUMN_SUBJECT = "主体", "Entity";
    COLUMN_REGION = "地区", "Region";
}

/// The line below all drafts.
#[must_use]
pub fn total(lang: Lang, drafts: usize, [errors, warnings, hints]: [usize; 3]) -> String {
    TOTAL.with(lang, &[("drafts", &drafts), ("counts", &cli::counts(lang, errors, warnings, hints))])
}
