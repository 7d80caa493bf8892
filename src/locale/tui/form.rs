//! Forms.

use crate::locale::Lang;
use crate::text::clean::TakenOut;

/// What was taken out of a text to make it one line; `None` where nothing was.
pub fn taken_out(lang: Lang, out: TakenOut) -> Option<String> {
    let said = match (out.breaks, out.spaced, out.hidden) {
        (false, _, false) => return None,
        (false, _, true) => HIDDEN_GONE,
        (true, true, _) => BREAKS_SPACED,
        (true, false, false) => BREAKS_GONE,
        (true, false, true) => BOTH_GONE,
    };
    Some(said.in_lang(lang).to_owned())
}

crate::messages! {
    ON_RECORD = "原备案：{value}", "On record: {value}";
    YES_OR_NO = "这一项只能回答是或否：没有放入。按 Y 答是，按 N 答否。", "This takes yes or no: nothing was entered. Y answers yes, N answers no.";
    HOLDS_PICTURE = "这一项已有照片，没有改动。要换：按 Enter 选，或把新照片拖进来；要改路径：先按退格。", "The scan stays as it is. To replace it press Enter or drop another; to edit its path begin with Backspace.";
    NO_PATH = "这不是图片的路径：没有放入。", "This is not the path of a picture: nothing was entered.";
    NOT_TYPED = "这一项不能直接输入：没有放入。按 Enter 打开。", "Text cannot be entered here: press Enter to open it.";
    OPTIONAL = "选填", "optional";
    ONLY_DIGITS = "手机号码是 11 位数字。", "A mobile number has 11 digits.";
    ONLY_ASCII = "证件号码只有数字、字母和连字符。", "A certificate number has only digits, letters and hyphens.";
    APP_ID_SHAPE = "AppID 以 wx 开头，后跟 16 位十六进制字符，共 18 位。", "An AppID is wx and 16 hexadecimal digits, 18 characters in all.";
    MAIL_SHAPE = "邮箱地址只用英文字符，且只有一个 @。", "A mail address has ASCII characters only, and one @.";
    DATE_SHAPE = "日期写成 2026-12-01 这样。", "Write a date as 2026-12-01.";
    PREPARE = "生成合格的副本并改用它，原图不动", "makes a compliant copy and uses it; the original is kept";
    MORE_ABOVE = "上面还有", "more above";
    MORE_BELOW = "下面还有", "more below";
    MORE_IN_HELP = "下面还有，按 {key} 看全文", "more below, {key} shows all of it";
    TOO_LONG = "这段文字有 {count} 字，放不进这一项；没有放入，原来的内容没有变。", "That text has {count} characters, too many for this field; nothing was inserted and the value is unchanged.";
    SECRET = "这是 AppSecret，不是 AppID：没有放入，也不会保存。请到微信公众平台「开发管理」里复制 AppID。", "That is an AppSecret, not an AppID: it was not inserted and is not kept. Copy the AppID from the console's development settings.";
    BREAKS_GONE = "粘贴内容里的换行已去掉。", "The line breaks in what you pasted were taken out.";
    BREAKS_SPACED = "粘贴内容里的换行已去掉，需要隔开的地方留了一个空格。", "The line breaks in what you pasted were taken out; a blank was left where words meet.";
    HIDDEN_GONE = "粘贴内容里看不见的字符已去掉。", "The invisible characters in what you pasted were taken out.";
    BOTH_GONE = "粘贴内容里的换行和看不见的字符已去掉。", "The line breaks and invisible characters in what you pasted were taken out.";
    BOTH_ENDS = "有效期的起止两项都已填好。", "Both days of the period were filled in.";
    REGION_LEFT_OUT = "开头的「{region}」在备案地区里已经有了，没有放入。", "\"{region}\" is in the region already and was left out.";
    LEFT_OUT = "看不见的字符没有放入。", "An invisible character was not inserted.";
    LIST_FULL = "最多 {most} 个文件。", "No more than {most} {most:file|files}.";
    SAME_PERSON = "小程序负责人就是主体负责人，资料不用再填；要与小程序管理员一致。", "The responsible person is also the mini-program contact, so their details are not asked for twice. They must be the mini-program's administrator.";
    EXAMPLE = "例：{example}", "e.g. {example}";
}
