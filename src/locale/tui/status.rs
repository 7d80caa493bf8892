//! Where the filing stands.

crate::messages! {
    SINCE = "{at} 起", "since {at}";
    DONE_AT = "{at} 完成", "done {at}";
    NEXT = "接下来", "What to do next";
    RECORD = "有了进展？选中后按 {key} 记下来", "Something happened? Choose it and press {key}";
    STORY = "经过", "History";
    NOTHING_YET = "还没有记录。", "Nothing is recorded yet.";
    NUMBER = "备案号：{number}", "Filing number: {number}";
    IGNORED = "与先后顺序不符，已忽略", "out of order, ignored";
    ONLY_LAST = "只能撤销最后一条记录，按 {key}。", "Only the last event can be undone: {key}.";
    TAKEN_BACK = "已撤销：{event}（{at}）。按 {key} 恢复。", "Undone: {event} ({at}). {key} restores it.";
    BROUGHT_BACK = "已恢复：{event}（{at}）。", "Restored: {event} ({at}).";
    NOTHING_TO_TAKE_BACK = "没有可撤销的记录。", "There is no event to undo.";
    NOTHING_TO_BRING_BACK = "没有可恢复的记录。", "There is no event to restore.";
    NUMBER_LATER = "备案号还没有记录：拿到后按 {key} 撤销，再记录一次「{event}」，填上备案号。", "The number is not recorded yet: once you have it, press {key} and record \"{event}\" again with the number.";
    HELP_BELOW = "可以记录的进展在下面，按 {key} 转过去。", "Choose what happened below: {key} goes there.";
    HELP_RECORD = "按 {key} 记录「{event}」，再填时间。", "{key} records \"{event}\"; the time is asked next.";
    HELP_STORY = "记错了？按 {key} 撤销最后一条。", "A mistake? {key} undoes the last event.";
}
