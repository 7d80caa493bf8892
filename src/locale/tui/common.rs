//! What stands on every screen.

crate::messages! {
    PRODUCT = "备案", "beian";
    TOO_SMALL = "窗口太小：至少需要 {columns}×{rows}，现在是 {now_columns}×{now_rows}。", "Window too small: {columns}x{rows} needed, now {now_columns}x{now_rows}.";
    SAVED_AT = "已保存 {time}", "Saved {time}";
    READING = "正在识别扫描件……", "Reading the scans …";
    SAVED_BY_ITSELF = "内容会自动保存，不用按键；现在已存。", "Everything is saved automatically; it was saved just now.";
    EMPTIED = "已清除「{field}」，按 {key} 恢复。", "{field} is empty now; {key} brings it back.";
    NOT_SAVED = "未保存", "Not saved yet";
    SAVE_FAILED = "保存失败", "Save failed";
    SAVED_LATER = "打的字还在，会自动再存。", "What you typed is still here; saving is tried again.";
    SAVED_AT_RISK = "已保存，但系统没有确认写入磁盘：断电时可能回到旧版本。", "Saved, but the system did not confirm it: a power cut may bring the old version back.";
    READ_ONLY = "只读", "Read-only";
    UNTITLED = "未命名", "Untitled";
    COMPLETE = "已填 {percent}%", "{percent}% filled in";
    MORE_BELOW = "更多", "more";
    MORE_ABOVE = "上面还有", "more above";
    MORE_AROUND = "上下都还有", "more above and below";
    STEP_REVIEW = "检查与导出", "Review and export";
    FIRST_STEP = "这已是第一步。", "This is the first step.";
    NO_PROBLEMS = "没有错误和警告，该回答的都回答了。", "No errors, no warnings, no open questions.";
    ONLY_HINTS = "没有错误和警告，该回答的都回答了；还有 {count} 条提示，按 {key} 查看。", "No errors, no warnings, no open questions. Hints: {count}; {key} lists them.";
    NOTHING_TO_UNDO = "没有可撤销的改动。", "Nothing to undo.";
    NOTHING_TO_REDO = "没有可重做的改动。", "Nothing to redo.";
    NOTHING_TO_FIX = "这一项没有现成的建议。", "There is no suggestion for this field.";
    NOTHING_TO_CONFIRM = "这一项没有可以确认的警告。", "There is no warning here to confirm.";
    CONFIRMED = "已确认；改了这一项，警告会回来。", "Confirmed; the warning is back once this changes.";
    UNCONFIRMED = "已撤回确认。", "No longer confirmed.";
    FIXED = "已采用建议。", "Suggestion applied.";
    LANGUAGE_TITLE = "语言 / Language", "Language / 语言";
    LANGUAGE_TEXT = "系统没有说明用哪种语言。选定以后会记住；随时可以按 {key} 切换。", "The system does not say which language you read. Your choice is kept; {key} switches at any time.";
    MOUSE_ON = "已启用鼠标；按住 Shift 拖动可选中文字。", "The mouse is on; hold Shift and drag to select text.";
    MOUSE_OFF = "已停用鼠标；可直接拖动选中文字。", "The mouse is off; drag to select text.";
    IS_READ_ONLY = "这份草稿只能查看。", "This draft can only be read.";
    RESCUED = "程序被要求结束，草稿原处存不进去；最后的内容另存为 {path}。", "The program had to end and the draft could not be saved in its place; what was there last is in {path}.";
    RESCUED_HINT = "核对两份，把要用的内容合到一份里。", "Compare the two and keep what you need in one.";
    RESCUED_TITLE = "上次没能存进原处的草稿", "A draft that could not be saved in its place";
    RESCUED_TEXT = "上次程序被要求结束时，草稿原处存不进去。最后的内容在：", "When the program had to end last time, this draft could not be saved in its place. What was there last is in:";
    LOST = "程序被要求结束，草稿存不进任何地方，最后的改动丢失。", "The program had to end and no place would take the draft: the last changes are lost.";
    SUSPENDED_SAVE_TITLE = "最后的改动没有存上", "The last changes are not saved";
    SAVE_COPY = "另存到草稿文件夹", "Save a copy among the drafts";
    QUIT_ANYWAY = "不保存，退出", "Leave without saving";
    KEEP_OPEN = "不退出", "Stay";
    CHANGED_TITLE = "草稿在别处改动过", "The draft was changed elsewhere";
    CHANGED_TEXT = "磁盘上的文件已被另一个程序改动。要用哪一份？", "Another program has changed the file on disk. Which one do you want?";
    GONE_TEXT = "磁盘上的文件已被删除或移走。", "The file on disk was deleted or moved away.";
    USE_DISK = "用磁盘上的（可撤销）", "Use the version on disk (undo restores yours)";
    USE_MINE = "用我的，覆盖文件", "Use mine and overwrite the file";
    USE_DISK_LATER = "文件已改好，再读一次", "The file is fixed: read it again";
    CHANGED_MARK = "草稿在别处改动过，还没有决定用哪一份：暂不保存。退出时会再问。", "The draft was changed elsewhere and it is not decided which version to keep: nothing is saved for now. You are asked again on leaving.";
    KEEP_BOTH = "我的另存一份", "Save mine as another draft";
    WRITE_AGAIN = "重新写入原处", "Write it there again";
    HELD_TITLE = "草稿正在别处打开", "The draft is open elsewhere";
    OPEN_READ_ONLY = "只读打开", "Open read-only";
    CANCEL = "取消", "Cancel";
    OK = "知道了", "OK";
    FAILED_TITLE = "操作没有完成", "That did not work";
    RELOADED = "已读入磁盘上的文件。", "The file on disk was read in.";
    INTERNAL = "程序内部出错，这一步没有完成。", "Internal error: this was not done.";
    INTERNAL_HINT = "草稿还在，可以继续。请把刚才的步骤告诉开发者。", "Your draft is still here and you can go on. Please tell the developers what you did.";
    NO_VIEWER = "{path} 打不开：{trouble}。", "{path} cannot be opened: {trouble}.";
    NO_FILE_TO_VIEW_HINT = "检查路径和权限，或重新选这个文件。", "Look at its path and permissions, or choose the file again.";
    NO_VIEWER_WITH = "这里没有能打开它的看图程序：{path}", "No program here can open it: {path}";
    NO_VIEWER_HINT = "按 {key} 在终端里预览；或在有桌面的电脑上，从文件管理器里打开这个文件。", "{key} shows it in the terminal; or open this file by hand, in the file manager of a computer with a desktop.";
    WRITE_FAILED = "写不进 {path}：{trouble}。", "{path} cannot be written: {trouble}.";
    WRITE_FAILED_HINT = "检查文件夹的写入权限和磁盘的剩余空间，再导出一次。", "Check that the folder is writable and the disk has room, then export again.";
    EXPORTING = "正在导出……", "Exporting …";
    COPIED = "已复制为：{name}。", "Copied as: {name}.";
    DELETED = "已删除：{name}。按 {key} 恢复；30 天内也可用 beian trash 恢复。", "Deleted: {name}. {key} restores it, and so does beian trash for 30 days.";
    RENAMED = "文件名已改为：{name}。", "File renamed to {name}.";
    RESTORED = "已恢复：{name}。", "Restored: {name}.";
    EXAMPLES_WRITTEN = "示例已放入草稿文件夹。", "The examples are now among your drafts.";
}

/// The languages' own names, whatever language the rest is in; in the order of [`crate::locale::Lang::BOTH`].
pub const LANGUAGE_NAMES: [crate::locale::Text; 2] =
    [crate::locale::Text::new("中文", "中文"), crate::locale::Text::new("English", "English")];
