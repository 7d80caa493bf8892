//! The words of `completions` and `man`, and of the commands that move drafts.

use super::Text;

/// Headings of a manual page, and what they are called.
pub const MAN_HEADINGS: [(&str, Text); 8] = [
    ("NAME", Text::new("名称", "NAME")),
    ("SYNOPSIS", Text::new("用法", "SYNOPSIS")),
    ("EXAMPLES", Text::new("示例", "EXAMPLES")),
    ("DESCRIPTION", Text::new("说明", "DESCRIPTION")),
    ("OPTIONS", Text::new("选项", "OPTIONS")),
    ("SUBCOMMANDS", Text::new("命令", "COMMANDS")),
    ("VERSION", Text::new("版本", "VERSION")),
    ("EXTRA", Text::new("补充", "NOTES")),
];

crate::messages! {
    GITIGNORE = "草稿的旁边：扫描件、备案包和函件含证件信息，不进版本库", "Beside drafts: scans, packages and letters hold identity data and stay out of version control";
    NO_SHELL = "没有 {name} 的补全脚本。", "No completions for {name}.";
    NO_SHELL_HINT = "可以是：{names}", "There are: {names}";
    NO_NAME = "「{name}」不能作文件名。", "\"{name}\" cannot be the name of a file.";
    NO_NAME_HINT = "名称里要有字母、汉字或数字；要移到别的文件夹，写路径，如 archive/。", "A name has letters or digits in it; to move the draft, give a path, as in archive/.";
    MOVED = "草稿从 {from} 移到了 {to}。", "The draft moved from {from} to {to}.";
    SCANS_STAY = "照片还在 {folder}，草稿照旧引用；要放到新名称的文件夹里，用 beian collect {draft}。",
        "The scans stay in {folder}, and the draft refers to them there; to have them under the new name: beian collect {draft}.";
    MOVED_OUT = "草稿从草稿文件夹移到了 {to}：beian list 不再列出它，以后用路径指定。",
        "The draft moved out of the folder of drafts to {to}: beian list no longer shows it, and it is given by its path.";
    COPIED_OUT = "副本在草稿文件夹之外（{to}）：beian list 不列出它，用路径指定。",
        "The copy lies outside the folder of drafts, in {to}: beian list does not show it, and it is given by its path.";
    IS_LINK = "{path} 是一个链接。", "{path} is a link.";
    IS_LINK_HINT = "对它指向的文件改名。", "Rename the file that it leads to.";
    OLD_STAYS = "新文件已写好，但旧文件 {path} 没能删除：{trouble}", "The new file is there, but the old one could not be removed: {path}: {trouble}";
    OLD_STAYS_HINT = "自行删除旧文件。", "Remove the old one yourself.";
    NO_FILES = "没有材料", "no scans";
    STAYS = "已在这里：{path}", "is here: {path}";
    WRITTEN_AS = "路径改为相对：{was} → {is}", "now relative: {was} → {is}";
    COPIED = "已复制：{was} → {is}", "copied: {was} → {is}";
    WOULD_COPY = "将复制：{was} → {is}", "would copy: {was} → {is}";
    NOT_COLLECTED = "没能复制 {path}：{trouble}", "not copied: {path}: {trouble}";
    DELETED = "已删除：{path}", "Deleted: {path}";
    DELETED_PLACE = "保留在 {path}，用 beian {place}trash --restore {name} 恢复。", "It is kept as {path}; beian {place}trash --restore {name} brings it back.";
}
