//! In which sense a text names something: as offered, denied (「不涉及新闻、出版」), or in passing (「比看视频方便」).

use crate::catalog::{keyword, province};

/// The sense of a word in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// As something that is there.
    Offered,
    /// As something that is not there.
    Denied,
    /// As something of the past, something else to compare with, or something that a person notes for himself.
    Passing,
}

/// What begins a denial.
const NEGATIONS: &[&str] = &[
    "不涉及",
    "不涉",
    "不含",
    "不包含",
    "不包括",
    "不提供",
    "不从事",
    "不经营",
    "不开展",
    "不属于",
    "不发布",
    "不转载",
    "不销售",
    "不支持",
    "不设",
    "不做",
    "不进行",
    "不是",
    "不参与",
    "不代表",
    "不办理",
    "不开放",
    "不收取",
    "不允许",
    "不接受",
    "不具备",
    "不能",
    "不可",
    "无法",
    "并非",
    "没有",
    "无任何",
    "未涉及",
    "未开展",
    "未提供",
    "未设",
    "未开放",
    "禁止",
    "不得",
    "严禁",
];
/// Denials of a thing, not of an attribute: 「没有广告的小说」 offers novels.
const OF_A_THING: &[&str] = &["没有", "无法", "不能", "不可"];
/// What denies the word right behind it.
const ADJACENT: &[char] = &['非', '无', '不', '未', '勿'];
/// What ends a denial within its own clause: 「不能出门也可以问诊」, 「禁止未成年人玩游戏」.
const BREAKS: &[&str] = &["也", "还", "就", "即可", "却", "但", "而是", "未成年"];
/// What ends a denial that goes on after a comma: the sentence says again what is there.
const ASSERTIONS: &[&str] = &["提供", "仅", "只", "可", "用于", "支持", "为", "是", "但", "供", "介绍", "展示", "面向"];
/// An item of a list behind a comma has at most so many characters.
const ITEM: usize = 8;

/// What says that something was, and is no more.
const PAST: &[&str] = &["曾", "原为", "原是", "原先", "以前", "过去", "旧名", "旧称", "前身", "历史字号", "原名"];
/// What begins a comparison, and what may not follow it.
const COMPARISONS: [(&str, &str); 4] = [("像", "素机册"), ("比", "价较例赛如分重特亚基对心"), ("不同于", ""), ("而不是", "")];
/// A thing compared with stands so near.
const NEAR: usize = 5;
/// What somebody does with what has happened to him.
const NOTES: &[&str] = &["记录", "记下", "统计", "记账", "备忘"];
/// What is no note, although one is taken.
const OFFERS: &[&str] = &[
    "提供", "出售", "销售", "在线", "播放", "下载", "连载", "推荐", "发布", "预约", "购买", "申请", "投稿", "互相", "大家",
    "他人", "用户",
];

/// Whether the province of this region wants such sentences.
pub fn asked_for(region: &str) -> bool {
    province::rules_for(region).any(|row| row.remark_may_deny)
}

/// Whether the province of this region takes no denial for an answer.
pub fn without_effect(region: &str) -> bool {
    keyword::takes_no_letter(region)
}

/// The sense of the word between these bytes. Only who files as an individual notes things for himself.
pub fn sense(text: &str, start: usize, end: usize, individual: bool) -> Sense {
    if denied(text, start, end) {
        return Sense::Denied;
    }
    let (before, after) = clause(text, start, end);
    let passes = is_past(before, after) || is_compared(before) || (individual && is_noted(before, after));
    if passes { Sense::Passing } else { Sense::Offered }
}

/// Whether the word between these bytes is denied.
pub fn denied(text: &str, start: usize, end: usize) -> bool {
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    if before.ends_with(ADJACENT) || is_excluded(before, after) {
        return true;
    }
    let sentence = before.rsplit(is_full_stop).next().unwrap_or_default();
    let negation = NEGATIONS.iter().filter_map(|word| sentence.rfind(word).map(|at| (at + word.len(), *word))).max();
    if let Some((at, word)) = negation {
        let mut parts = sentence.get(at..).unwrap_or_default().split(is_comma);
        let listed = |part: &str| part.chars().count() <= ITEM && !ASSERTIONS.iter().any(|word| part.contains(word));
        let first = parts.next().unwrap_or_default();
        let reaches = !(BREAKS.iter().any(|word| first.contains(word)) || OF_A_THING.contains(&word) && first.contains('的'));
        if reaches && parts.all(listed) {
            return true;
        }
    }
    // 「新闻、出版等均不涉及」
    let clause = after.split(|c| is_full_stop(c) || is_comma(c)).next().unwrap_or_default();
    ["不涉及", "不提供", "没有涉及", "未涉及", "无关", "不做", "除外"].iter().any(|word| clause.ends_with(word))
}

/// Whether the word stands in brackets that say what is left out: 「（不含诊疗服务）」, 「（象牙除外）」.
fn is_excluded(before: &str, after: &str) -> bool {
    let Some(open) = before.rfind(['（', '(']) else { return false };
    let inside = before.get(open..).unwrap_or_default();
    if inside.contains(['）', ')']) {
        return false;
    }
    let inside = inside.trim_start_matches(['（', '(']);
    let rest = after.split(['）', ')']).next().unwrap_or_default();
    ["不含", "不包括", "不包含", "不得", "除", "非", "不涉及"].iter().any(|word| inside.starts_with(word))
        || rest.ends_with("除外")
}

/// The parts of the word's clause before and behind it.
fn clause(text: &str, start: usize, end: usize) -> (&str, &str) {
    let ends = |c: char| is_full_stop(c) || is_comma(c);
    let before = text.get(..start).unwrap_or_default().rsplit(ends).next().unwrap_or_default();
    let after = text.get(end..).unwrap_or_default().split(ends).next().unwrap_or_default();
    (before, after)
}

fn is_past(before: &str, after: &str) -> bool {
    PAST.iter().any(|word| before.contains(word)) || after.starts_with("为历史")
}

fn is_compared(before: &str) -> bool {
    COMPARISONS.iter().any(|(word, unlike)| {
        let Some(at) = before.rfind(word) else { return false };
        let between = before.get(at + word.len()..).unwrap_or_default();
        let is_other = between.chars().next().is_some_and(|c| unlike.contains(c))
            || before.get(..at).is_some_and(|b| b.ends_with(['对', '图', '头', '录', '肖', '影', '好']));
        !is_other && between.chars().count() <= NEAR
    })
}

fn is_noted(before: &str, after: &str) -> bool {
    let notes = NOTES.iter().any(|word| before.contains(word))
        || ["备忘", "记下", "记在", "记到"].iter().any(|word| after.contains(word));
    let sorts = before.contains("自己") && before.contains("整理");
    (notes || sorts) && !OFFERS.iter().any(|word| before.contains(word) || after.contains(word))
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n')
}

fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn denials_are_told_from_offers() {
        for (text, word, is) in [
            ("不涉及新闻、出版内容", "新闻", true),
            ("不涉及出版、新闻、视频等内容", "视频", true),
            ("不含出版，新闻，视频", "视频", true),
            ("本小程序不提供视频播放", "视频", true),
            ("不涉及出版，提供视频播放", "视频", false),
            ("不涉及出版。可以看视频", "视频", false),
            ("提供视频播放，不涉及新闻", "视频", false),
            ("新闻、出版等均不涉及", "新闻", true),
            ("本视频小程序不涉及出版", "视频", false),
            ("非新闻类内容", "新闻", true),
            ("内容无新闻", "新闻", true),
            ("健康咨询服务（不含诊疗服务）", "诊疗", true),
            ("工艺品零售（象牙除外）", "象牙", true),
            ("餐饮（含酒水）；诊疗服务", "诊疗", false),
            ("不能出门也可以在线问诊", "问诊", false),
            ("没有广告的小说阅读", "小说", false),
            ("禁止未成年人玩游戏", "游戏", false),
            ("访客不能评论", "评论", true),
            ("为家庭提供短视频", "视频", false),
            ("视频", "视频", false),
        ] {
            let start = text.find(word).unwrap();
            assert_eq!(denied(text, start, start + word.len()), is, "{text}: {word}");
        }
    }

    #[test]
    fn what_is_said_in_passing_is_told_from_offers() {
        use Sense::{Offered, Passing};
        for (text, word, individual, expected) in [
            ("比看视频方便，供家人使用", "视频", true, Passing),
            ("像朋友圈一样记录心情", "朋友圈", true, Passing),
            ("对比视频画质", "视频", true, Offered),
            ("录像视频剪辑", "视频", true, Offered),
            ("原为线下杂志栏目，现只展示产品", "杂志", false, Passing),
            ("记录看过的电影和读过的书", "电影", true, Passing),
            ("记录看过的电影和读过的书", "电影", false, Offered),
            ("记录心情并发布动态", "动态", true, Offered),
            ("把每月的房贷记下来", "房贷", true, Passing),
            ("房贷申请记下编号后推荐给用户", "房贷", true, Offered),
            ("供自己整理客户送的名片", "客户", true, Passing),
            ("整理各家银行的贷款利率", "贷款", true, Offered),
        ] {
            let start = text.find(word).unwrap();
            assert_eq!(sense(text, start, start + word.len(), individual), expected, "{text}: {word}");
        }
    }
}
