//! Copying values into the console.

crate::messages! {
    PLACE = "第 {at} 项，共 {all} 项", "{at} of {all}";
    PLACE_OF_NONE = "共 {all} 项", "{all} {all:value|values}";
    HELP_REUSED = "复用主体资料的，这一项不用录入：按 {key} 略过；网页没有提供复用的，按 {copy} 复制。", "With 复用资料 (reuse) nothing is entered here: {key} goes on. Where the console offers no reuse, {copy} copies it.";
    COPIED = "已复制「{label}」，{seconds} 秒后清空剪贴板；贴不出来就用 sheet.html 或鼠标选取。", "Copied {label}; the clipboard is cleared in {seconds} seconds. If it cannot be pasted, use sheet.html or the mouse.";
    CLEARED = "剪贴板已清空。", "The clipboard was cleared.";
    NOTHING = "这一项没有可复制的内容。", "There is nothing to copy here.";
    TOO_LONG = "太长了，终端的剪贴板装不下：请打开备案包里的 sheet.html 复制。", "Too long for a terminal's clipboard: copy it from sheet.html in the package.";
    ALL_DONE = "到最后一项了。提交前把网页上的预览与这里逐项核对。", "This was the last one. Compare the console's preview with these values before submitting.";
    HELP = "按 {key} 复制并转到下一项；贴不出来按 {help}。", "{key} copies and goes on. If it cannot be pasted, see {help}.";
    HELP_CHOICE = "在公众平台的列表里选这一项，选好按 {key}；要搜索的，{copy} 复制名称。", "Choose it from the console's list, then press {key}; {copy} copies the name, to search for it.";
    HELP_COMPARE = "公众平台已自动带入：核对一致后按 {key}。", "The console has filled it in: compare, then press {key}.";
    HELP_MISSING = "这一项还没填：{key} 先转到下一项。", "Nothing is filled in here: {key} goes on.";
    HELP_SILENT = "看过这一页，按 {key} 转到下一项。", "Once you have read this page, {key} goes on.";
    HELP_UPLOAD = "按 {key} 复制文件的路径或名称，粘贴到上传窗口；贴不出来按 {help}。", "{key} copies the path or name of the file, for the upload window. If it cannot be pasted, see {help}.";
    HELP_PASTE = "贴不出来：终端不支持 OSC 52（macOS 终端等），或设置里没有允许（iTerm2、tmux）；改用备案包里的 sheet.html，或用鼠标选取。", "If a value cannot be pasted, the terminal lacks OSC 52 (such as Terminal on macOS) or its settings forbid it (iTerm2, tmux): use sheet.html in the package, or select the text with the mouse.";
    HELP_READ = "一屏放不下的，{down}、{up} 上下翻看，看完就到下一项、上一项；{next}、{previous} 直接换项，{page} 换到公众平台的下一页。", "{down} and {up} scroll what does not fit, then go to the next value or the one before; {next} and {previous} go there at once, {page} to the console's next page.";
    MORE = "还有 {count} 行：按 {key} 往下看。", "{count} more {count:row|rows}: press {key}.";
    MORE_ABOVE = "上面还有 {count} 行：按 {key}。", "{count} {count:row|rows} above: press {key}.";
    OLD = "原：{value}", "On record: {value}";
    BESIDE = "（{text}）", "({text})";
    GROUPED = "核对：{groups}", "To compare: {groups}";
    NO_VALUES = "这一页没有要录入的内容", "Nothing to enter on this page";
    MISSING = "（未填）", "(missing)";
    ERRORS = "草稿还有 {count} 个错误：只作预览，不要提交。", "The draft has {count} {count:error|errors}: a preview only, not to be submitted.";
    TICKED = "已录入", "entered";
    ITEM = "逐项复制到公众平台（{key}）", "Copy value by value into the console ({key})";
    SELECTION = "选中的文字", "the selection";
    ITEM_DETAIL = "按公众平台的页面顺序，一次一项，录好一项勾一项。", "In the order of the console's pages, one at a time, each ticked off.";
    START = "逐项复制到公众平台", "Copy values into the console";
}
