//! What lists say of deadlines, and what is said when they are written as a calendar; the words in it are [`crate::package::calendar::words`].

crate::messages! {
    COLUMN = "期限", "Due";
    CODE = "短信核验", "SMS code";
    PLATFORM = "平台初审", "platform review";
    BUREAU = "通管局审核", "bureau review";
    FACE = "人脸核身", "face check";
    RUNS_OUT = "证件到期", "document expires";
    REPORT = "办理变更", "file the change";
    NOT_MADE = "生成不了日历。", "The calendar could not be made.";
    NOT_A_CALENDAR = "{path} 已经存在，而且不是本程序生成的日历。", "{path} exists and is no calendar of this program.";
    NOT_A_CALENDAR_HINT = "换一个文件名。", "Give another name.";
    CALENDAR_TITLE = "日历已写好", "Calendar written";
    CALENDAR_TEXT = "导入手机或电脑的日历；期限变了再导出一次，会更新原来的日程。", "Import it into your calendar. When deadlines change, export it again: the entries are updated.";
    NOTHING = "草稿里没有期限。", "There are no deadlines.";
    ONLY_STRUCK_TITLE = "没有期限了", "No deadlines are left";
    ONLY_STRUCK_TEXT = "已过或已办结的 {count} 个期限写成了取消：以前导入过日历的，再导入这一份，原有的日程一并取消；没有导入过就不用。", "Deadlines that are past or done are written as cancelled ({count}): import it where a calendar has them, and they are struck out; otherwise it is of no use.";
    ONLY_STRUCK = "没有期限了。已过或已办结的 {count} 个写成取消，好让日历里原有的日程一并取消：{path}", "No deadlines are left. Those past or done are written as cancelled, so that a calendar that has them strikes them out ({count}): {path}";
    WRITTEN = "已写入 {count} 个期限：{path}", "Deadlines written: {count}, to {path}";
    STRUCK = "另有 {count} 个已过或已办结，写成取消，好让日历里原有的日程一并取消。", "Past or done, and written as cancelled so that a calendar that has them strikes them out: {count}.";
    NOT_WRITTEN = "写不了日历文件 {path}：{why}", "The calendar {path} could not be written: {why}";
}
