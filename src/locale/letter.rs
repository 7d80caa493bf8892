//! What is said about letters.

use super::{Lang, Text};

/// Which of the letters that were written are needed, and which only on demand; one sentence a line.
#[must_use]
pub fn written(lang: Lang, needed: &[String], on_demand: &[String]) -> Vec<String> {
    let first = if needed.is_empty() { NOTHING_NEEDED.in_lang(lang).to_owned() } else { named(lang, NEEDED, needed) };
    std::iter::once(first).chain((!on_demand.is_empty()).then(|| self::on_demand(lang, on_demand))).collect()
}

/// That these are signed only once somebody asks for them.
#[must_use]
pub fn on_demand(lang: Lang, letters: &[String]) -> String {
    named(lang, ON_DEMAND, letters)
}

fn named(lang: Lang, text: Text, letters: &[String]) -> String {
    let list = letters.join(lang.between());
    text.with(lang, &[("count", &letters.len()), ("letters", &list)])
}

crate::messages! {
    NONE = "这次备案不需要函件。", "This filing needs no letters.";
    WRITTEN_TITLE = "函件已生成", "Letters written";
    NEEDED = "现在要签的 {count} 份：{letters}。用浏览器打开，打印成 A4，签字盖章后扫描。", "Needed now ({count}): {letters}. Open them in a browser, print on A4, sign, seal and scan.";
    NOTHING_NEEDED = "都可以先放着，现在没有必须签的。", "None of them has to be signed now.";
    ON_DEMAND = "平台、审核人员或备案地要求时才签的 {count} 份：{letters}。", "Only where platform, reviewer or province asks for it ({count}): {letters}.";
    NOT_WRITTEN = "函件写不了 {path}：{why}", "The letter {path} could not be written: {why}";
    NOT_OURS = "{path} 已经存在，没有覆盖：只替换同一份备案的、生成后没有改过的网页。", "{path} exists and stays: what is replaced unasked is a page of the same filing that was not changed.";
    MOVE_IT = "先把它移走或改名，再生成一次。", "Move or rename it, then write the letters again.";
    NOT_OURS_HINT = "用 -o 换一个地方，或用 --force 覆盖；文件以外的东西不会覆盖。", "Choose another place with -o, or overwrite a file with --force; what is no file is never overwritten.";
}
