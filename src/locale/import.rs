//! The words of `beian import`.

crate::messages! {
    FILE_COLUMN = "草稿文件名", "Draft file";
    CANNOT_READ = "表格读取失败：{path}（{trouble}）", "Cannot read the table {path}: {trouble}";
    NO_TABLE = "文件超过 64 MB：{path}", "The file is larger than 64 MB: {path}";
    NO_TABLE_HINT = "可以导入 CSV（UTF-8、GBK、UTF-16）、XLSX 和 ODS；beian import --template 输出空表。",
        "CSV (UTF-8, GBK or UTF-16), XLSX and ODS can be imported; beian import --template prints an empty table.";
    BAD_TABLE = "表格无法导入：{path}：{detail}", "Cannot import {path}: {detail}";
    NOTHING_IN_IT = "表格是空的：{path}", "The table is empty: {path}";
    NOTHING_IN_IT_HINT = "第一行是各栏的名称，其余每行一份草稿；beian import --template 输出空表。",
        "The first row names the columns, every other row is a draft; beian import --template prints an empty table.";
    NO_ENCODING = "文字编码无法识别。另存为 UTF-8 的 CSV 或 XLSX", "its encoding is not known; save it as CSV in UTF-8 or as XLSX";
    BROKEN_LINE = "第 {line} 行不是完整的 CSV", "line {line} is no complete CSV";
    QUOTE_OPEN = "第 {row} 行的单元格 {cell} 里，开头的双引号没有配对，后面各行都会被并进这一格。补上结尾的双引号，或删去开头的",
        "the quotation mark that opens in cell {cell} (row {row}) is never closed, so that all rows behind it would be a part of the cell; close it or delete it";
    QUOTE_INSIDE = "第 {row} 行的单元格 {cell} 以双引号开头，引号却在格子中间结束。格内的双引号写成两个，或删去开头的；结尾缺引号的补上",
        "the quotation mark that opens in cell {cell} (row {row}) is closed before the cell ends; write quotation marks inside a cell twice, close the cell with one, or delete the first";
    NO_WORKBOOK = "工作簿损坏或加了密码", "the workbook is damaged or protected by a password";
    NO_SHEET = "没有工作表「{sheet}」，有：{sheets}", "there is no sheet \"{sheet}\" but: {sheets}";
    TOO_LONG = "超过 {limit} 行。分成几个表格导入", "it has more than {limit} rows; import it in parts";
    TOO_WIDE = "超过 {limit} 栏", "it has more than {limit} columns";
    NO_COLUMN = "没有「{name}」这一栏。{guess}", "No such column: \"{name}\". {guess}";
    NO_GUESS = "栏名写字段路径或中英文名称，见 beian fields；以 # 开头的栏不导入。",
        "Columns are named by the path or label of a field, see beian fields; those that begin with # are passed over.";
    GUESS = "是不是：{names}", "Did you mean: {names}";
    AMBIGUOUS = "「{name}」可以是几个字段，写全：{names}", "\"{name}\" may be several fields; write one of {names}";
    COLUMN_TWICE = "和 {other} 是同一栏。", "The same column as {other}.";
    NO_HEADING = "这一栏没有名称。不需要导入的，名称以 # 开头。",
        "This column has no heading. Give it one; a heading that begins with # is passed over.";
    MERGED = "{area} 是合并单元格。取消合并，逐格填写。", "{area} is merged; split it and fill in each cell.";
    NO_KEY = "这一行没有草稿文件名、AppID 或小程序名称，不知道是哪份草稿。",
        "This row needs a draft file, an AppID or a mini-program name to identify its draft.";
    ROW_TWICE = "「{key}」在第 {row} 行已有一份；一份草稿只能有一行。", "\"{key}\" stands in row {row} already; a draft has one row.";
    SEVERAL = "「{key}」对应几份草稿（{names}）。加一栏「草稿文件名」写明。", "\"{key}\" is several drafts ({names}); say which in a column \"Draft file\".";
    UNREADABLE = "要更新的草稿无法读取；用 beian check 查看原因。", "The draft to be updated cannot be read; beian check says why.";
    FILED = "这份草稿已备案，表格不能改它的内容：用 beian new --from 草稿 --kind change 办变更。",
        "This draft is filed, and a table does not change what is on record; beian new --from DRAFT --kind change begins a change.";
    ENDED = "这份草稿的备案已经注销，表格不能改它的内容；还要用的，用 beian new 重新备案。",
        "This filing was deregistered, and a table does not change it; to use it, file again with beian new.";
    UNDER_REVIEW = "这份备案正在审核，表格改的内容不会送到平台和通管局：已驳回或撤回的，先用 beian status 记录；草稿与已提交的对不上的，加 --force。",
        "This filing is under review, and changes from a table are not sent to the platform or bureau. If it was rejected or withdrawn, record that first with beian status; to make the draft match what was submitted, add --force.";
    FILE_NO_TEXT = "草稿文件名要写成文字。", "The name of a file is a text.";
    NO_RESULT = "公式没有结果。把这一格改成值（复制，选择性粘贴为数值）。", "The formula has no result; paste its value into the cell.";
    DIGITS_LOST = "{value} 存成了数字，后几位已经丢失。把这一栏设为文本格式，重新填写。",
        "{value} was stored as a number and lost its last digits; set the column to text and enter it again.";
    NO_CHOICE = "「{value}」不在可选项中。写编号或名称，见 beian fields --format json 的 {path}。",
        "\"{value}\" is not on the list; give an id or a name, see {path} in beian fields --format json.";
    NO_CHOICE_NEAR = "「{value}」不在可选项中。是不是：{names}？也可以写编号，见 beian fields --format json 的 {path}。",
        "\"{value}\" is not on the list. Did you mean: {names}? An id will do, too: see {path} in beian fields --format json.";
    SEVERAL_CHOICES = "「{value}」有好几个，连分组一起写：{names}。", "Several are called \"{value}\"; name it with its group: {names}.";
    NO_FLAG = "「{value}」应为是或否。", "\"{value}\" should be yes or no.";
    NO_FLAG_BOTH_WAYS = "「{value}」应为是或否：{yes}写是，{no}写否。", "\"{value}\" should be yes ({yes}) or no ({no}).";
    NO_REGION = "没有找到地区「{value}」。写六位代码或省、市、区县全名，如 320508 或江苏省苏州市姑苏区；也可以写拼音，如 Suzhou Gusu。",
        "No region \"{value}\"; give the six digits or the full name, e.g. 320508, 江苏省苏州市姑苏区 or Suzhou Gusu, down to the district.";
    NO_REGION_NEAR = "「{value}」没有说清是哪个区县。可能是：{names}。写六位代码，或省、市、区县全名。",
        "\"{value}\" does not say which district. There are: {names}. Give the six digits, or province, city and district.";
    AND_MORE = "另有 {count} 个", "and {count} more";
    NO_DATE = "「{value}」不是日期。写成 {example}。", "\"{value}\" is not a date. Use YYYY-MM-DD, e.g. {example}.";
    NO_FIT = "「{value}」不能填在{field}。", "\"{value}\" is no value of {field}.";
    NO_FILE = "没有这个文件：{path}（路径从表格所在的文件夹算起）", "No such file: {path} (paths start from the table's folder)";
    NO_MATCH = "没有文件符合 {pattern}。", "No file fits {pattern}.";
    SEVERAL_FILES = "{pattern} 有 {count} 个文件，这一项只要一个。", "{pattern} fits {count} {count:file|files}, and one is wanted.";
    CREATED = "新建", "created";
    UPDATED = "更新", "updated";
    SAME = "不变", "unchanged";
    FAILED = "失败", "failed";
    WOULD_CREATE = "将新建", "to be created";
    WOULD_UPDATE = "将更新", "to be updated";
    BY_FILE = "按文件名", "by file";
    BY_APP_ID = "按 AppID", "by AppID";
    BY_NAME = "按小程序名称", "by name";
    ROW = "第 {row} 行", "row {row}";
    TOTAL = "共 {rows} 行：新建 {created}，更新 {updated}，不变 {same}，未导入 {left}；表格错误 {mistakes} 处，填写的内容有问题 {findings} 处。",
        "{rows} {rows:row|rows}: {created} created, {updated} updated, {same} unchanged, {left} not imported; {mistakes} {mistakes:mistake|mistakes} in cells; {findings} {findings:problem|problems} found in the values of the table.";
    TOTAL_DRY = "共 {rows} 行：将新建 {created}，将更新 {updated}，不变 {same}，不导入 {left}；表格错误 {mistakes} 处，填写的内容有问题 {findings} 处。",
        "{rows} {rows:row|rows}: {created} would be created, {updated} would be updated, {same} unchanged, {left} would not be imported; {mistakes} {mistakes:mistake|mistakes} in cells; {findings} {findings:problem|problems} found in the values of the table.";
    LEFT = "草稿里另有 {count} 处错误，多是表格里没有、还要填的：用 beian check 查看。",
        "The drafts have {count} other {count:error|errors}, most of them for values missing from the table: see beian check.";
    WAITS = "先填{by}（{path}）才能检查：{fields}", "cannot be checked until {by} ({path}) is given: {fields}";
    NO_HEADING_KNOWN = "第一行里没有一个看得懂的栏名，没有导入。", "No heading in the first row is understood; nothing was imported.";
    NO_HEADING_KNOWN_HINT = "空表用 beian import --template 生成。", "beian import --template prints an empty table.";
    HEADINGS_REFUSED = "有的栏名看不懂，一份草稿也没有写入。改好栏名再导入。",
        "Some headings are not understood, so no draft was written. Correct them and import the table again.";
    NOTHING_DONE = "有错误，一份草稿也没有写入。改好表格再导入，或用 --partial 只导入没有错误的行。",
        "There are mistakes, so no draft was written. Fix the table and import it again, or use --partial for the rows without mistakes.";
    FORCE = "检查规则认为有错的值，加 --force 照样写入。", "--force stores values that break the rules anyway.";
    DRY = "只是试运行，什么都没有写入。", "A dry run: nothing was written.";
    DRY_STOPPED = "只是试运行，什么都没有写入。有错误时，正式导入要加 --partial 才会写入没有错误的行，否则一份也不写。",
        "A dry run: nothing was written. With mistakes in the table an import writes the other rows only with --partial, else none.";
}
