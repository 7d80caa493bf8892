//! Pickers, lists and the other dialogs.

crate::messages! {
    FILTER = "筛选", "Filter";
    NOTHING_FOUND = "没有找到，换个说法试试。", "Nothing found. Try other words.";
    PICK = "选定", "Choose";
    MARK = "标记", "Mark";
    CANCEL = "返回", "Back";
    DONE = "完成", "Done";
    CLOSE = "关闭", "Close";
    GO_THERE = "前往", "Go there";
    OPEN = "打开", "Open";
    ADD = "添加", "Add";
    REMOVE = "删除", "Remove";
    TICK = "勾选", "Tick";
    MOVE_ON = "下一行", "Next line";
    NOT_OFFICIAL = "现在的值不在名单里：{value}", "The present value is not on the list: {value}";

    TICKED = "已选 {count} / {most}：{names}", "{count} / {most} chosen: {names}";
    TICKED_NONE = "已选 0 / {most}", "0 / {most} chosen";
    TICKED_ALL = "最多选 {most} 项；先取消一项，再选这一项。", "At most {most}: untick one before ticking this one.";

    LEVELS = "省 / 市 / 区县", "Province / city / district";
    RENAME_TITLE = "改文件名", "Rename the file";
    RENAME_NOW = "现在：{file}", "Now: {file}";
    RENAME_LABEL = "新文件名", "New name";
    RENAME_THEN = "改为：{file}。扫描件和导出的包不动。", "Then: {file}. Scans and packages stay as they are.";
    RENAME_TAKEN = "已有同名的草稿，请换一个名称。", "Another draft has this name: choose another.";
    RENAME_EMPTY = "请输入文件名。", "Type a name.";
    RENAME = "改名", "Rename";
    PLACES_CLOSED = "先回答这里的提问，才能转到栏目和步骤", "Answer the question first, then go to fields and steps";
    PINYIN = "可输入汉字、拼音或拼音首字母", "Type characters, pinyin or its initials";
    LEVEL_UP = "上一级", "Up one level";

    WEEK = "一 二 三 四 五 六 日", "Mo Tu We Th Fr Sa Su";
    MONTH = "{year} 年 {month} 月", "{year}-{month}";
    TYPE_DATE = "输入日期", "Date";
    DATE_HINT = "如 20361201", "e.g. 20361201";
    /// Of a day that is not far off, such as that on a letter.
    DAY_HINT = "如 20261120", "e.g. 20261120";
    TODAY_IS = "今天 {date}（*）", "Today {date} (*)";
    NOT_A_DATE = "不是日期，写成 20361201 或 2036-12-01。", "Not a date: write 20361201 or 2036-12-01.";
    NOT_LONG_TERM = "这一项必须有具体日期，不能填「长期」。", "This date needs a day: 长期 (no end) does not fit.";
    LONG_TERM_SET = "长期：没有截止日", "长期: no end date";
    MONTHS = "换月", "Month";
    YEARS = "换年", "Year";
    LONG_TERM = "长期", "No end";
    TODAY = "今天", "Today";

    READING = "正在读取……", "Reading …";
    NO_FILES = "这里没有可用的文件。", "No suitable files here.";
    ONLY_HIDDEN = "这里没有可用的文件；还有 {count} 个其他文件没有列出。", "No suitable files here; other files that are not listed: {count}.";
    NOT_READ = "打不开这个文件夹：{reason}", "This folder cannot be opened: {reason}";
    FITTING_FILES = "只看图片", "Suitable files";
    BY_NAME = "按名称", "By name";
    NEWEST_FIRST = "新的在前", "Newest first";
    FOLDERS = "文件夹", "Folders";
    BACK_TO_FILES = "回到文件", "Files";
    PLACES = "去哪个文件夹", "Which folder";
    FIND_FOLDER = "输入文字筛选", "Type to filter";
    MARKS = "{fits} 格式可用  {used} 已在用", "{fits} right format  {used} in use";
    USED_BY = "已用于：{field}", "Already used for: {field}";
    PLACE_WORKING = "启动程序时所在", "where you started";
    PLACE_PICTURES = "图片", "pictures";
    PLACE_DOWNLOADS = "下载", "downloads";
    PLACE_DESKTOP = "桌面", "desktop";
    PLACE_EXPORTED = "导出到这里", "packages go here";
    PLACE_DRAFTS = "草稿文件夹", "the drafts";
    PLACE_LATELY = "刚用过", "used lately";
    PLACE_EARLIER = "以前用过", "used before";
    PLACE_SCANS = "本草稿的材料在这里", "this draft's scans";
    PLACE_DRAFT = "草稿所在", "the draft's own";
    PLACE_HOME = "用户文件夹", "your own";
    FOLDER_CUT = "文件太多，只读了前 {count} 个；其余的请直接输入路径。", "Too many files: only {count} were read. Type the path of others.";
    ALL_FILES = "全部文件", "All files";
    ABOVE = "上级文件夹", "Folder above";
    FILE_OR_PATH = "输入文件名，或粘贴、拖入路径", "Type a name, or paste or drop a path";
    USE_FILE = "按 {key} 使用这个文件。", "{key} uses this file.";
    USE_FILE_ANYWAY = "按 {key} 仍可用这个文件，但它有下面的错误。", "{key} uses this file anyway; its errors are listed below.";
    OPEN_FOLDER = "按 {key} 打开这个文件夹。", "{key} opens this folder.";
    SUITS = "文件符合要求", "The file meets the requirements";
    NO_SUCH_FILE = "没有这个文件。", "There is no such file.";
    NOT_UNICODE = "这个路径不是有效的文字，写不进草稿。", "This path is not valid text and cannot stand in the draft.";
    TOO_MANY_FILES = "最多 {most} 个文件，先删除一个。", "At most {most} {most:file|files}: remove one first.";
    NO_MORE_FILES = "这一项已满，先取消标记一个文件。", "No more files fit here: unmark one first.";
    ALREADY_THERE = "这个文件已经在里面了。", "This file is already there.";

    NO_PATHS = "还没有文件。", "No files yet.";
    ADD_FILE = "添加文件……", "Add a file …";
    FILE_MISSING = "找不到文件", "file not found";

    NONE_INVOLVED = "以上都不涉及", "None of the above";
    NONE_HELP = "不需要前置审批", "no permit is needed";
    ADD_APPROVAL = "添加一项审批……", "Add an approval …";
    NOT_CHOSEN = "未选择", "not chosen";

    PROBLEMS_TITLE = "全部问题", "All problems";
    COUNTS = "错误 {errors}  警告 {warnings}  提示 {hints}", "Errors {errors}  Warnings {warnings}  Hints {hints}";
    ALL_CLEAR = "没有发现问题。", "No problems found.";
    ALL_CLEAR_MORE = "按现有规则，没有看到会被驳回的原因。", "As far as the rules know, nothing here would get the filing rejected.";

    FIXES_TITLE = "可以这样改", "Possible fixes";
    APPLY = "采用", "Apply";
    CONFIRM_TITLE = "确认这项无误", "Confirm this warning";
    CONFIRM = "确认", "Confirm";
    CONFIRM_REASON = "理由", "Reason";
    CONFIRM_HINT = "一句话，如：核对过，确实如此", "one sentence, e.g. checked, it is so";
    CONFIRM_HINT_PHONE = "一句话，如：本人在用，已试过能收短信", "one sentence, e.g. in use, tested with an SMS";
    CONFIRM_HINT_MAIL = "一句话，如：本人在用，已试过能收邮件", "one sentence, e.g. in use, tested with a message";
    CONFIRM_HINT_DATE = "一句话，如：与证件上印的一致", "one sentence, e.g. as printed on the document";
    CONFIRM_HINT_FILE = "一句话，如：原件就是这样，字都看得清", "one sentence, e.g. the original is like this, and legible";
    CONFIRM_HINT_CHOICE = "一句话，如：选的就是这一项，已问过通管局", "one sentence, e.g. this is the right one, the bureau was asked";
    CONFIRM_NOTE = "确认后这条警告仍然显示，但不再计数；这一项改了，警告会回来。理由和日期记在草稿里；备案包的清单只写日期。", "The warning stays visible but no longer counts; it returns if the value changes. Reason and date are kept in the draft; the package lists only the date.";
    ACROSS_TITLE = "比对各份草稿", "Conflicts between drafts";
    ACROSS_NONE = "各份草稿之间没有冲突。", "No conflicts between drafts.";
    OPEN_DRAFT = "打开草稿", "Open the draft";

    PALETTE_TITLE = "查找命令、字段和步骤", "Find a command, field or step";
    RUN = "执行、前往", "Run or go";
    STEP = "步骤", "Step";
    SEARCH_TITLE = "找字段", "Find a field";

    WHEN = "时间", "Time";
    WHEN_HINT = "北京时间，如 2026-11-23 10:42", "Beijing time, e.g. 2026-11-23 10:42";
    REASONS = "驳回原因", "Reasons";
    REASONS_HINT = "照抄审核意见，改完后可以对照；也可以留空，记录后再选常见原因", "as the reviewer wrote them, to compare while fixing; or leave it empty and choose among the known rejections afterwards";
    NUMBER = "备案号", "Filing number";
    NUMBER_HINT = "如 {number}，可留空", "e.g. {number}; may stay empty";
    NUMBER_STAYS = "变更后备案号不变，可留空", "a change keeps the number; may stay empty";
    RECORD = "记录", "Record";
    KEPT = "框里是上次没有记录的内容：输入就会替换，按左右键可以接着改。", "This was typed before and not recorded: typing replaces it, the arrow keys let you edit it.";
    KEPT_LONG = "框里是上次没有写完的内容，可以接着写。", "This was typed before and left unfinished: you can go on with it.";
    WHICH_REJECTION = "是哪种驳回原因", "Which rejection is it";
    WHICH_FIELD = "说的是哪个字段", "Which field is it about";
    GO_TO_FIELD = "去修改：{field}", "Go to {field}";
    CHOOSE_REJECTION = "选择是哪种驳回原因", "Choose which rejection it is";
    CHOOSE_FIELD = "选择说的是哪个字段", "Choose which field it is about";
    REMOVE_REASON = "删去这条原因", "Remove this reason";
    UNDERSTOOD_AT = "{field}（{rejection}）", "{field} ({rejection})";
    UNDERSTOOD_AS_WRITTEN = "「{words}」（未对应到某一项）", "\"{words}\" (no field recognised)";
    BETWEEN_REASONS = "；", "; ";
    UNDERSTOOD = "识别：{reasons}", "Understood as: {reasons}";
    UNCHANGED = "还有 {count} 条驳回原因没有处理，原样提交多半会再次被驳回：{reasons}", "Reasons of the rejection still open: {count}. Unchanged, it is likely to be rejected again: {reasons}";
    UNCHANGED_ANYWAY = "核对无误，再按一次「记录」。", "Check it; confirm again to record it anyway.";
    UNREADY = "草稿还不能提交：有 {errors} 个错误，还有 {questions} 问未答。", "The draft is not ready: errors {errors}, open questions {questions}.";
    UNREADY_ERRORS = "草稿还不能提交：有 {errors} 个错误。", "The draft is not ready: errors {errors}.";
    UNREADY_QUESTIONS = "草稿还不能提交：还有 {questions} 问未答。", "The draft is not ready: open questions {questions}.";
    HAS_ENDED = "原备案已经注销，平台不会受理。", "The filing it is about has ended: the platform takes no order for it.";
    NOT_A_TIME = "时间没看懂，写成 2026-11-23 10:42，或只写日期。", "Not a time: write 2026-11-23 10:42, or only the day.";
    NOT_POSSIBLE = "先在进度里核对已经记录的事件。", "Check the events recorded under Status first.";
    TIME_BEFORE = "改成上一条事件之后的时间。", "Give a time after that event.";
    TIME_AHEAD = "只能记录已经发生的事，改一下时间。", "Record only what has happened: change the time.";
    NUMBER_ODD = "备案号看起来不对：{reason}。", "The number looks wrong: {reason}.";
    NUMBER_OF_SUBJECT = "这是主体的备案号；小程序的备案号后面还有「-1X」这样的序号。", "That is the entity's number: a mini-program's has an ending such as -1X.";
    NUMBER_OF_ANOTHER = "这不是小程序的备案号；小程序的备案号以「-1X」这样的序号结尾。", "That is not a mini-program's number: those end in -1X or the like.";
    NUMBER_ELSEWHERE = "主体在{province}，备案号应以「{prefix}」开头。", "The filing entity is in {province}, so the number should begin with {prefix}.";
    NUMBER_CHANGED = "变更不改备案号：原备案号是 {number}。", "A change keeps the number: on record it is {number}.";
    NUMBER_OTHER_ENTITY = "与主体的备案号 {number} 不是同一个主体：同一主体的小程序只有序号（-1X、-2X）不同。", "That is another filing entity than {number}: numbers of one entity differ in their serials (-1X, -2X) alone.";
    NUMBER_TAKEN = "这是「{drafts}」的备案号，那是另一个小程序；每个小程序的序号（-1X、-2X）各不相同。", "That is the number of {drafts}, another mini-program: each has a serial of its own (-1X, -2X).";
    NUMBER_ANYWAY = "核对改正；确认无误，再按一次「记录」。", "Correct it; if it is right, record it again.";
    NUMBER_FORMAT = "应像「{number}」", "it should look like {number}";
    NUMBER_CHARACTER = "备案号里用「{right}」，不用「{other}」", "filing numbers have {right}, not {other}";
    NUMBER_PROVINCE = "开头不是省份简称（如 粤、京、沪）", "it does not begin with a province, such as 粤, 京 or 沪";
    NUMBER_YEAR = "年份不可能", "its year is impossible";
    NUMBER_LENGTH = "数字的位数不对", "it has a wrong number of digits";
    NUMBER_SUFFIX = "「号」后面的部分不对", "the part behind 号 is wrong";

    HELP_TITLE = "帮助", "Help";
    HELP_EXAMPLE = "例：{example}", "Example: {example}";
    HELP_NOW = "目前的情况", "At present";
    HELP_RULES = "会检查", "What is checked";
    HELP_GOING_ON = "Enter 完成一项就到下一项：在列表里选定、选好或拖入文件、按 Y 或 N 回答，也一样；一步的最后一项会停住，看过问题再走。", "What completes a field goes on to the next: Enter after typing, a choice from a list, a file chosen or dropped, Y or N. The last field of a step waits, so that you see what was found.";
    HELP_MOUSE = "鼠标：单击选中，双击进入，滚轮滚动，点击底部的按键提示等于按键。按住 Shift（macOS 的终端按住 Fn 或 Option）拖动，可选中屏幕上的文字；{key} 停用或启用鼠标。", "Mouse: click to choose, double-click to open, turn the wheel to scroll; a key named at the bottom can be clicked. To select text on the screen, drag with Shift held (Fn or Option in terminals on macOS); {key} switches the mouse off and on.";
    HELP_KEYS = "按键", "Keys";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    fn blanks(sentence: &str) -> BTreeSet<&str> {
        let names = sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
        names.filter(|name| crate::text::counted(name).is_none()).collect()
    }

    #[test]
    fn both_languages_have_the_same_blanks_and_say_something() {
        for (name, text) in super::ALL {
            assert_eq!(blanks(text.zh), blanks(text.en), "{name}");
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{name}");
        }
        assert_eq!(super::WEEK.zh.split(' ').count(), 7);
        assert_eq!(super::WEEK.en.split(' ').count(), 7);
    }
}
