//! Where the filing stands.

crate::messages! {
    SENT_BACK_SINCE = "{event}，{at} 起", "{event}, since {at}";
    SINCE = "{at} 起", "since {at}";
    DONE_AT = "{at} 完成", "done {at}";
    NEXT_TOO = "还要注意", "Also";
    NEXT = "接下来", "What to do next";
    RECORD = "有了进展？选中后按 {key} 记下来", "Something happened? Choose it and press {key}";
    STORY = "办理记录", "History";
    NOTHING_YET = "还没有记录。", "Nothing is recorded yet.";
    NUMBER = "备案号：{number}", "Filing number: {number}";
    IGNORED = "与先后顺序不符，已忽略", "out of order, ignored";
    ONLY_LAST = "只能撤销最后一条记录，按 {key}。", "Only the last event can be undone: {key}.";
    TAKEN_BACK = "已撤销：{event}（{at}）。按 {key} 恢复。", "Undone: {event} ({at}). {key} restores it.";
    BROUGHT_BACK = "已恢复：{event}（{at}）。", "Restored: {event} ({at}).";
    NOTHING_TO_TAKE_BACK = "没有可撤销的记录。", "There is no event to undo.";
    NOTHING_TO_BRING_BACK = "没有可恢复的记录。", "There is no event to restore.";
    NUMBER_LATER = "备案号还没有记录：拿到后按 {key} 撤销，再记录一次「{event}」，填上备案号。", "The number is not recorded yet: once you have it, press {key} and record \"{event}\" again with the number.";
    HELP_BELOW = "可以记录的进展在下面，按 {key} 前往。", "Choose what happened below: {key} goes there.";
    HELP_RECORD = "按 {key}，填好时间后记录「{event}」。", "{key} asks when, then records \"{event}\".";
    CALENDAR_WITH = "按 {key} 把期限导出为日历。", "{key} writes the deadlines as a calendar.";
    CALENDAR_STRUCK_WITH = "没有期限了。以前导出过日历的，按 {key} 再导出一次，取消其中的日程。", "No deadlines are left. If a calendar has some, {key} writes one that cancels them.";
    REASONS = "驳回原因", "Reasons of the rejection";
    ADD_REASON = "从常见原因中补一条", "Add one from the known rejections";
    HELP_REASON = "按 {key} 去修改，或指明是哪种原因、哪个字段。", "{key}: go to the field, or change the reason or field.";
    HELP_ADD_REASON = "按 {key} 在常见的五十种原因里查找。", "{key} searches the fifty known rejections.";
    TAKE_BACK_TITLE = "撤销以前的记录", "Undo an earlier event";
    TAKE_BACK_TEXT = "这条是以前记录的。撤销后，在关闭草稿之前都可以恢复。", "It was recorded in an earlier session. Until the draft is closed it can be restored.";
    TAKE_BACK_FROM_FILED = "随它更新的草稿也一起恢复；后来又改过的保留。",
        "The drafts that were updated with it are taken back as well; what was edited there since stays.";
    UNDO_THERE_TITLE = "在变更草稿里撤销", "Undo it in the draft of the change";
    TAKE_BACK = "撤销", "Undo";
    IS_HERE_FROM_LIST = "这里就是进度。按 {key} 回到列表。", "This is the status. {key} goes back to the list.";
    IS_HERE = "这里就是进度。按 {key} 转到表单。", "This is the status. {key} goes to the form.";
    HELP_STORY = "记错了？按 {key} 撤销最后一条。", "A mistake? {key} undoes the last event.";
}
