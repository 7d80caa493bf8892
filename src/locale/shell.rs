//! The words of `completions` and `man`, and of the commands that move drafts.

crate::messages! {
    NO_SHELL = "没有 {name} 的补全脚本。", "No completions for {name}.";
    NO_SHELL_HINT = "可以是：{names}", "There are: {names}";
    DELETED = "已删除：{path}", "Deleted: {path}";
    DELETED_PLACE = "保留在 {path}，用 beian trash --restore {name} 恢复。", "It is kept as {path}; beian trash --restore {name} brings it back.";
}
