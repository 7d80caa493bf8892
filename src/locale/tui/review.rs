//! Review and export.

crate::messages! {
    EXPORTED = "备案包已导出", "Package created";
    OUTSIDE_TITLE = "文件在草稿的文件夹以外", "Files outside the draft's folder";
    OUTSIDE_TEXT = "这份草稿不在你的草稿文件夹里，又引用了它所在文件夹以外的文件。不是你选的，就不要打包。", "This draft does not lie in your folder of drafts, and names files outside its own. If you did not choose them, do not pack them.";
    STRAYS_TEXT = "这份草稿不在你的草稿文件夹里，又引用了它所在文件夹以外的文件，还没有读取。不是你选的，就不要读取。", "This draft does not lie in your folder of drafts, and names files outside its own, which were not read yet. If you did not choose them, do not read them.";
    STRAYS_NO = "不读取", "Do not read them";
    STRAYS_YES = "是我选的，读取（以后不再问）", "I chose them: read them, and do not ask again";
    OUTSIDE_EXPORT = "确认打包这些文件", "Pack these files";
    EXPORTED_NEW = "打开包里的填报表 sheet.html，照着在微信公众平台逐项录入；服务商用 request 里的请求体。提交后回到这份草稿，在「进度」里记下时间。", "Open sheet.html in it and copy value by value into the console; providers post what is in request. After submitting the filing, record that here under Status.";
    EXPORTED_OPEN = "还有 {count} 个问题没有回答：在第 6 步答完，再提交。", "Questions not answered: {count}. Answer them in step 6 before submitting.";
    EXPORTED_ENDED = "这份备案已经注销，这个包只能留底；还要用的，在这份草稿里按 Ctrl+N 重新备案。", "This filing was deregistered: the package serves as a record only. To use the mini-program again, file it again; Ctrl+N in this draft does.";
    EXPORTED_CHANGE = "包里的填报表 sheet.html 有原值和新值，材料也在包里：在微信公众平台「小程序备案 › 变更」照此录入。提交后回到这份草稿，在「进度」里记下时间。", "Open sheet.html in it: old and new values to enter in the console (小程序备案 › 变更), with the materials they need. After submitting, record that here under Status.";
    EXPORTED_END = "包里的填报表 sheet.html 说明在哪里申请；服务商用 request 里的注销请求。不交材料。申请注销后不能撤回；申请后回到这份草稿，在「进度」里记下时间。", "Open sheet.html in it to see where to apply; providers post what is in request. No materials are asked for. A request cannot be withdrawn; after making it, record that here under Status.";
    COUNTS = "错误 {errors} · 警告 {warnings} · 提示 {hints}", "Errors: {errors} · Warnings: {warnings} · Hints: {hints}";
    ALL_GOOD = "没有发现问题，可以导出。", "No problems found: it can be exported.";
    MAY_EXPORT = "没有错误，可以导出；警告和提示不影响导出，但请看一遍。", "No errors: it can be exported. Warnings and hints do not block the export, but please read them.";
    MAY_NOT_EXPORT = "还有错误，处理完才能导出。", "Fix the errors to enable the export.";
    EXPORT = "导出备案包", "Export the package";
    EXPORT_KEY = "{key} 导出", "{key} exports";
    EXPORT_KEY_OPEN = "{key} 导出，还有 {count} 个问题", "{key} exports, {count} open";
    EXPORT_WITH = "导出备案包（{key}）", "Export the package ({key})";
    WHERE = "文件：{file}", "File: {file}";
    IS_THERE = "已有 {own}，内容没变就不另存", "{own} exists; no other is written if nothing has changed";
    FOLDER = "位置：{folder}", "Folder: {folder}";
    CONTENTS_NEW = "内容：填报表、函件、待办清单、材料（已改名）、接口用的数据、文件清单。", "Holds: the sheet to copy from, letters, the checklist, the renamed materials, the data for the interface, and a list of files.";
    CONTENTS_CHANGE = "内容：填报表、待办清单、变更对照（原值、新值）、有变化的材料、文件清单。没有新增备案的数据。", "Holds: the sheet to copy from, the checklist, the changes (old and new values), the materials they need, and a manifest. No data for a new filing.";
    CONTENTS_CHANGE_ALONE = "内容：填报表、待办清单、变更对照（原值、新值）、文件清单。没有材料。", "Holds: the sheet to copy from, the checklist, the changes (old and new values), and a manifest. No materials.";
    CONTENTS_END = "内容：填报表、待办清单、注销请求、文件清单。注销不交材料。", "Holds: the sheet to copy from, the checklist, the request for the deregistration, and a manifest. No materials are asked for.";
    OFFLINE = "离线查不了的：工商登记和账号认证是否一致、号码是否已用于别的备案、电话能否接通、照片与本人是否相符。", "What cannot be checked offline: whether the business registry and the account agree, whether a number is used in another filing, whether the phones are answered, whether photos show the right person.";
    OFFLINE_OF_INDIVIDUAL = "离线查不了的：姓名和证件号码与公安数据是否一致、账号是否已用同一人实名、号码是否已用于别的备案、电话能否接通、照片与本人是否相符。", "What cannot be checked offline: whether name and number agree with the police register, whether the account is verified for the same person, whether a number is used in another filing, whether the phones are answered, whether photos show the right person.";
    OFFLINE_OF_END = "离线查不了的：这个主体有没有别的订单在审、接收核验码的手机能否收到短信。", "What cannot be checked offline: whether another filing of the entity is in review, and whether the phone for the code receives messages.";
    ERRORS_LEFT = "还有 {count} 个错误，处理完才能导出。", "It cannot be exported yet; errors left: {count}.";
    HELP_EXPORT = "按 {key} 导出。", "{key} makes the package.";
    HELP_FIX = "按 {key} 采用建议。", "{key} applies the suggestion.";
    HELP_CONFIRM = "确认无误的，按 {key} 写明理由。", "{key} confirms it with a reason.";
    HELP_UNCONFIRM = "按 {key} 撤回确认。", "{key} withdraws the confirmation.";
    MAY_BE = "可改为：{change}", "Suggested: {change}";
    QUESTIONS_OPEN = "{heading}（还有 {count} 个没有回答）", "{heading} ({count} not answered)";
    QUESTIONS_NOTE = "答「否」的就这样办下去；答「是」的，下面会写明要做什么。", "A no lets the filing go on as it is; below a yes stands what to do.";
    ANSWER_FIRST = "下面还有 {count} 个问题要本人回答，答完再导出。", "Answer the questions below first; not answered: {count}.";
    NOT_ANSWERED = "未回答", "not answered";
    HELP_QUESTION = "按 {yes} 回答是，按 {no} 回答否，随后到下一个没有回答的问题；{toggle} 切换。", "{yes} answers yes, {no} answers no, and the next open question follows; {toggle} changes the answer.";
    NO_DAY = "这里要填日期，如 2026-12-01：没有放入。", "This takes a day such as 2026-12-01: nothing was entered.";
    HELP_DAY = "按 {key} 选日期。", "{key} opens the calendar.";
    HELP_FINDING = "按 {key} 转到这一项。", "{key} goes to the field.";
}
