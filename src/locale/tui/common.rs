//! What stands on every screen.

crate::messages! {
    PRODUCT = "备案", "beian";
    TOO_SMALL = "窗口太小：至少需要 {columns}×{rows}，现在是 {now_columns}×{now_rows}。", "Window too small: {columns}x{rows} needed, now {now_columns}x{now_rows}.";
    SAVED_AT = "已保存 {time}", "Saved {time}";
    NOT_SAVED = "未保存", "Not saved yet";
    SAVE_FAILED = "保存失败", "Save failed";
    READ_ONLY = "只读", "Read-only";
    UNTITLED = "未命名", "Untitled";
    COMPLETE = "完成 {percent}%", "{percent}% done";
    MORE_BELOW = "更多", "more";
    NEED_TERMINAL = "向导需要在终端里运行。", "The wizard needs a terminal.";
    STEP_REVIEW = "检查与导出", "Review and export";
    NO_PROBLEMS = "没有问题。", "No problems.";
    NOTHING_TO_UNDO = "没有可撤销的改动。", "Nothing to undo.";
    NOTHING_TO_REDO = "没有可重做的改动。", "Nothing to redo.";
    NOTHING_TO_FIX = "这一项没有现成的建议。", "There is no suggestion for this field.";
    FIXED = "已采用建议。", "Suggestion applied.";
    IS_READ_ONLY = "这份草稿由另一个程序打开，只能查看。", "Another program has this draft open: you can only read it.";
    SUSPENDED_SAVE_TITLE = "最后的改动没有存上", "The last changes are not saved";
    SAVE_AGAIN = "再试一次", "Try again";
    SAVE_COPY = "另存到草稿文件夹", "Save a copy among the drafts";
    QUIT_ANYWAY = "不保存，退出", "Leave without saving";
    KEEP_OPEN = "不退出", "Stay";
    CHANGED_TITLE = "草稿在别处改动过", "The draft was changed elsewhere";
    CHANGED_TEXT = "磁盘上的文件已被另一个程序改动。要用哪一份？", "Another program has changed the file on disk. Which one do you want?";
    GONE_TEXT = "磁盘上的文件已被删除或移走。", "The file on disk was deleted or moved away.";
    USE_DISK = "用磁盘上的（可撤销）", "Take the file's (undo brings yours back)";
    USE_MINE = "用我的，覆盖文件", "Keep mine, overwrite the file";
    KEEP_BOTH = "我的另存一份", "Save mine as another draft";
    WRITE_AGAIN = "重新写入原处", "Write it there again";
    HELD_TITLE = "草稿正在别处打开", "The draft is open elsewhere";
    OPEN_READ_ONLY = "只读打开", "Open read-only";
    CANCEL = "取消", "Cancel";
    YES = "是", "Yes";
    NO = "否", "No";
    OK = "好", "OK";
    CLOSE = "关闭", "Close";
    FAILED_TITLE = "没有做成", "It could not be done";
    RELOADED = "已读入磁盘上的文件。", "The file on disk was read in.";
    EXPORTING = "正在导出……", "Exporting …";
    COPIED = "已复制为：{name}", "Copied as: {name}";
    DELETED = "已删除：{name}。按 {key} 恢复。", "Deleted: {name}. {key} brings it back.";
    RESTORED = "已恢复。", "Brought back.";
    EXAMPLES_WRITTEN = "示例已放入草稿文件夹。", "The examples are among your drafts now.";
}
