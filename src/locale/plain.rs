//! The wizard without a screen: questions and answers, line by line.

crate::messages! {
    HELLO = "备案，逐行问答。每一步都会自动保存；随时可以停下，下次接着填。", "beian, line by line. Every answer is saved at once; stop whenever you like and go on later.";
    KEYS = "填写时：回车跳过，< 回到上一项，? 看说明，- 清空，. 回到目录。", "While filling in: Enter skips, < goes back, ? explains, - empties, . returns to the overview.";
    PROMPT = "> ", "> ";
    BAD_ANSWER = "没看懂：{typed}", "Not understood: {typed}";
    INPUT_ENDED = "输入结束。已填的内容都保存了。", "End of input. All that was filled in is saved.";
    INPUT_ENDED_UNSAVED = "输入结束。最后的改动没有存上。", "End of input. The last changes are not saved.";
    INPUT_ENDED_HOME = "输入结束。", "End of input.";

    NO_DRAFTS = "还没有草稿。", "There are no drafts yet.";
    DRAFTS = "草稿：", "Drafts:";
    DRAFT = "{name}，{stage}，必填已填 {percent}%", "{name}, {stage}, {percent}% of required fields filled in";
    DRAFT_UNREADABLE = "{name}：读不出来。{why} {hint}", "{name}: cannot be read. {why} {hint}";
    UNTITLED = "未命名（{file}）", "untitled ({file})";
    HOME_CHOICES = "输入编号打开；n 新建；q 退出。", "A number opens; n makes a new one; q quits.";
    HOME_CHOICES_EMPTY = "n 新建；q 退出。", "n makes a new one; q quits.";
    NEW_NATURE = "谁来备案？", "Who files?";
    HOME_HELP = "草稿是一份备案的全部内容，存在草稿文件夹里。n 新建一份：首次备案、再新增一个小程序、变更或注销；输入编号接着填一份。", "A draft holds all of one filing and lies in the folder of drafts. n makes one: a first filing, one more mini-program, a change or a deregistration; a number goes on with one.";
    NEW_WHAT = "这次备案要做什么？", "What is this filing about?";
    NEW_FIRST = "首次备案：这个主体还没有备过案", "A first filing: the entity has never filed";
    NEW_ADDITIONAL = "已备案的主体再新增一个小程序", "One more mini-program of an entity on record";
    NEW_CHANGE = "变更：备案后信息有变", "A change: what is on record has changed";
    NEW_DEREGISTRATION = "注销备案", "A deregistration";
    NEW_WHAT_CHOICES = "输入编号，回车选 1；< 返回，? 看说明。", "Type a number, Enter takes 1; < goes back, ? explains.";
    NEW_WHAT_HELP = "同一主体在同一省备过案的，再备小程序选 2；公司名称、地址、负责人等变了选 3；不再运营选 4。2 到 4 从已备案的信息开始，不用重填。", "Choose 2 where the entity has filed in this province before; 3 where its name, address, people or the like have changed; 4 where it is given up. 2 to 4 begin with what is on record, which need not be filled in again.";
    RECORD_FROM = "从哪份备案开始？", "Which filing does it begin with?";
    RECORD_CHOICES = "输入编号；也可以写草稿、备案包（zip）或保存的 get_online_icp_order 返回数据的路径，或只写备案号。回车返回。", "Type a number; or the path of a draft, of a package (zip) or of a saved answer of get_online_icp_order; or the filing number alone. Enter goes back.";
    RECORD_CHOICES_NONE = "写草稿、备案包（zip）或保存的 get_online_icp_order 返回数据的路径，或只写备案号。回车返回。", "Type the path of a draft, of a package (zip) or of a saved answer of get_online_icp_order; or the filing number alone. Enter goes back.";
    RECORD_HELP = "备案成功的草稿里有全部已备案的信息；只写备案号时，其余的自己填。", "A filed draft holds all that is on record; with the filing number alone the rest is filled in by hand.";
    CREATED = "新草稿：{path}", "New draft: {path}";
    OPENED = "已打开：{path}", "Opened: {path}";
    READ_ONLY = "这份草稿只能查看：{why}", "This draft can only be read: {why}";

    OVERVIEW = "目录。{title}，必填已填 {percent}%，错误 {errors}，警告 {warnings}，提示 {hints}。", "Overview. {title}, {percent}% of required fields filled in; errors {errors}, warnings {warnings}, hints {hints}.";
    STEP = "{name}，已填 {done} / {total}", "{name}, {done} of {total} filled in";
    STEP_ERRORS = "{name}，已填 {done} / {total}，错误 {errors}", "{name}, {done} of {total} filled in, errors {errors}";
    OVERVIEW_CHOICES = "输入编号填写那一步；回车从第一个没填的开始；/ 加文字找字段；r 检查；m 材料清单；s 进度；e 导出；q 回到草稿列表。", "A number fills in that step; Enter begins at the first empty field; / and a word finds a field; r reviews; m lists materials; s shows the status; e exports; q returns to the drafts.";
    ALL_FILLED = "要填的都填了。输入 r 检查，e 导出。", "Everything asked for is filled in. r reviews, e exports.";
    STEP_DONE = "{name}填完了。", "End of {name}.";

    FIELD = "{place}：{label}（{need}）", "{place}: {label} ({need})";
    REQUIRED = "必填", "required";
    EXPECTED = "通常要填", "usually needed";
    TO_ANSWER = "要回答", "to be answered";
    OPTIONAL = "可不填", "optional";
    NOW = "现在：{value}", "Now: {value}";
    EMPTY = "还没填。", "Empty.";
    FLAG_CHOICES = "y 是，n 否。", "y for yes, n for no.";
    NUMBER_CHOICES = "输入编号。", "Type a number.";
    SEARCH_CHOICES = "共 {count} 项，输入文字查找，再输入编号。", "{count} entries: type a word to search, then a number.";
    SEVERAL_CHOICES = "输入编号，多个用逗号隔开；也可以输入文字查找。", "Type numbers, with commas between; or a word to search.";
    REGION_CHOICES = "输入地名、拼音或首字母查找，如 南山 或 gdszns；也可以直接写全称。", "Type a name, pinyin or initials to search, such as 南山 or gdszns; or the full name.";
    DATE_CHOICES = "写成 20361201 或 2036-12-01。", "Write 20361201 or 2036-12-01.";
    DATE_OR_LONG_CHOICES = "写成 20361201 或 2036-12-01；没有截止日写 长期。", "Write 20361201 or 2036-12-01; for no end 长期.";
    FILE_CHOICES = "输入文件的路径，也可以把文件拖进来。", "Type the path of the file, or drop it here.";
    FILES_CHOICES = "一行一个文件的路径，回车结束；最多 {most} 个。", "The path of a file on each line, Enter ends; at most {most}.";
    FILES_FULL = "最多 {most} 个，这一个没有加进去。", "At most {most}: this one was not added.";
    TOO_MANY = "最多 {most} 项。", "At most {most}.";
    CHOSEN = "（已选）", " (chosen)";
    FOUND_NONE = "没有找到：{typed}", "Nothing found: {typed}";
    FOUND_MANY = "找到 {count} 项，写得更具体些。", "{count} found: be more specific.";
    NO_SUCH_NUMBER = "没有编号 {typed}。", "There is no number {typed}.";
    APPROVAL_NUMBER = "审批号，没有就回车", "Its number; Enter if there is none";
    APPROVAL_DOCUMENT = "审批文件的路径，没有就回车", "The path of its document; Enter if there is none";
    APPROVAL_MORE = "还有别的审批？有就输入文字查找，没有就回车。", "Another approval? Type a word to search; Enter if there is none.";
    NONE_SHORT = "0 不涉及前置审批。", "0 if no such permit is required.";

    ANSWERED = "{label}：{value}", "{label}: {value}";
    CLEARED = "{label}：已清空。", "{label}: emptied.";
    ERROR = "错误", "Error";
    WARNING = "警告", "Warning";
    HINT = "提示", "Hint";
    CONFIRMED = "已确认", "Confirmed";
    FINDING = "{weight}：{message}", "{weight}: {message}";
    FINDING_AT = "{weight}，{label}：{message}", "{weight}, {label}: {message}";
    REMEDY = "改法：{fix}", "Fix: {fix}";
    OFFER = "输入 ={number} 采用：{change}", "Type ={number} to apply: {change}";
    MAY_PREPARE = "输入 * 生成合格图片，原图不动。", "Type * to make a compliant copy; the original stays.";
    MAY_CONFIRM = "核对过没问题，输入 ! 加一句理由来确认警告。", "If it is right, type ! and a reason to confirm the warning.";
    STAYS = "改好再输入一次，或回车留着以后改。", "Type it again, or Enter leaves it for later.";
    NO_OFFER = "没有编号 {number} 的建议。", "There is no suggestion {number}.";
    APPLIED = "已采用建议。", "Suggestion applied.";
    NOTHING_TO_CONFIRM = "这里没有可以确认的警告。", "There is no warning here to confirm.";
    CONFIRM_NEEDS = "! 后面写一句理由。", "Write a reason behind the !.";
    WAS_CONFIRMED = "已确认。", "Confirmed.";
    NOTHING_TO_PREPARE = "这里没有要处理的图片。", "There is no picture here to prepare.";
    PREPARED = "已生成：{path}", "Made: {path}";
    PICTURE_FINE = "图片不用处理。", "The picture is fine as it is.";
    EXAMPLE = "例：{example}", "Example: {example}";
    CHECKED = "会检查：{titles}", "What is checked: {titles}";

    SAVED = "已保存。", "Saved.";
    NOT_SAVED = "没有存上：{why} {hint}", "Not saved: {why} {hint}";
    CHANGED_OUTSIDE = "草稿在别处改动过。y 用这里的覆盖，n 用磁盘上的（这里最后的改动丢弃），回车以后再说。", "The draft was changed elsewhere. y overwrites it with what is here, n takes the file's (dropping the last changes here), Enter decides later.";
    DELETED_OUTSIDE = "草稿文件已被删除或移走。y 重新写在原处，回车以后再说（这里的内容还在）。", "The draft's file was deleted or moved. y writes it again in its place, Enter decides later (what is here stays).";
    FILED = "这份备案已经成功，改草稿不会到达平台；要变更，用 beian new --kind change --from 建一份。仍要改草稿吗？y 改，回车不改。", "This filing is on record: edits here do not reach the platform. For a change make a draft with beian new --kind change --from. Edit all the same? y edits, Enter does not.";

    REVIEW = "检查。错误 {errors}，警告 {warnings}，提示 {hints}。", "Review. Errors {errors}, warnings {warnings}, hints {hints}.";
    REVIEW_CLEAR = "没有发现问题。按现有规则，没有看到会被驳回的原因。", "No problems found. As far as the rules know, nothing here would get the filing rejected.";
    REVIEW_CHOICES = "输入编号去改那一项；回车回到目录。", "A number goes to that field; Enter returns to the overview.";
    MATERIALS = "材料清单：", "Materials:";
    MATERIAL = "{title}：{state}。{why}", "{title}: {state}. {why}";

    EXPORT_REFUSED = "还有 {count} 个错误，不能导出：", "Errors left: {count}. There is no package yet:";
    EXPORT_OUTSIDE = "这些文件不在草稿的文件夹里：{files}。也放进备案包吗？y 放，回车不导出。", "These files lie outside the draft's folder: {files}. Pack them, too? y packs them, Enter exports nothing.";
    PROTECT = "加密吗？回车不加密；p 用口令加密；. 不导出；或贴上收件人的 age 公钥（age1…），多把用空格隔开。", "Encrypt it? Enter leaves it open; p encrypts it with a passphrase; . exports nothing; or paste the recipients' age public keys (age1…), with blanks between.";
    USUAL_RECIPIENTS = "配置里的收件人：{keys}", "Recipients in the configuration: {keys}";
    PROTECT_AS_USUAL = "加密吗？回车只让他们打开；n 不加密；p 用口令加密；. 不导出；或贴上别的 age 公钥（age1…），多把用空格隔开。", "Encrypt it? Enter encrypts it for them; n leaves it open; p encrypts it with a passphrase; . exports nothing; or paste other age public keys (age1…), with blanks between.";
    PROTECT_SOMEHOW = "加密吗？n 不加密；p 用口令加密；. 不导出；或贴上收件人的 age 公钥（age1…），多把用空格隔开。", "Encrypt it? n leaves it open; p encrypts it with a passphrase; . exports nothing; or paste the recipients' age public keys (age1…), with blanks between.";
    EXPORT_NOTHING = "没有导出。", "Nothing was exported.";
    EXPORTED = "备案包：{path}", "Package: {path}";
    EXPORTED_NEXT = "里面有填报表 sheet.html：打开 mp.weixin.qq.com，在「去备案」里照着录入。提交后在这里输入 s 记下来。", "It holds sheet.html, the values in the console's order: open mp.weixin.qq.com, go to the filing there and enter them. After submitting, record that here with s.";
    REMAINING = "剩下的提醒：{count} 条，输入 r 查看。", "Reminders left: {count}; r lists them.";

    STATUS = "进度。", "Status.";
    HISTORY = "办理记录：", "History:";
    POSSIBLE = "可以记录：", "What can be recorded:";
    STATUS_CHOICES = "输入编号记录；u 撤回最后一条；回车回到目录。", "A number records it; u takes the last one back; Enter returns to the overview.";
    AT = "时间，如 2026-11-23 10:42；回车是现在", "Time, e.g. 2026-11-23 10:42; Enter means now";
    REASONS = "驳回原因，照抄，一行一条，空行结束", "The reasons as they were given, one a line; an empty line ends";
    NUMBER = "备案号，可留空", "The filing number; may stay empty";
    NOT_A_TIME = "时间没看懂，没有记录。", "That is no time; nothing was recorded.";
    RECORDED = "已记录：{event}，{at}", "Recorded: {event}, {at}";
    TAKEN_BACK = "已撤回：{event}，{at}", "Taken back: {event}, {at}";
    NOTHING_TO_TAKE_BACK = "没有可撤回的记录。", "There is nothing to take back.";
}
