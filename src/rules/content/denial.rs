//! Whether a remark denies what it names: 「不涉及新闻、出版」.

use crate::catalog::{keyword, province};

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
    "并非",
    "没有",
    "无任何",
    "未涉及",
    "未开展",
    "未提供",
    "禁止",
    "不得",
    "严禁",
];
/// What denies the word right behind it.
const ADJACENT: &[char] = &['非', '无'];
/// What ends a denial that goes on after a comma: the sentence says again what is there.
const ASSERTIONS: &[&str] = &["提供", "仅", "只", "可", "用于", "支持", "为", "是", "但", "供", "介绍", "展示", "面向"];
/// An item of a list behind a comma has at most so many characters.
const ITEM: usize = 8;

/// Whether the province of this region wants such sentences.
pub fn asked_for(region: &str) -> bool {
    province::rules_for(region).any(|row| row.remark_may_deny)
}

/// Whether the province of this region takes no denial for an answer.
pub fn without_effect(region: &str) -> bool {
    keyword::takes_no_letter(region)
}

/// Whether the word between these bytes is denied.
pub fn denied(text: &str, start: usize, end: usize) -> bool {
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    if before.ends_with(ADJACENT) {
        return true;
    }
    let sentence = before.rsplit(is_full_stop).next().unwrap_or_default();
    let negation = NEGATIONS.iter().filter_map(|word| sentence.rfind(word).map(|at| at + word.len())).max();
    if let Some(at) = negation {
        let mut parts = sentence.get(at..).unwrap_or_default().split(is_comma);
        let listed = |part: &str| part.chars().count() <= ITEM && !ASSERTIONS.iter().any(|word| part.contains(word));
        parts.next();
        if parts.all(listed) {
            return true;
        }
    }
    // 「新闻、出版等均不涉及」
    let clause = after.split(|c| is_full_stop(c) || is_comma(c)).next().unwrap_or_default();
    ["不涉及", "不提供", "没有涉及", "未涉及"].iter().any(|word| clause.ends_with(word))
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
            ("为家庭提供短视频", "视频", false),
            ("视频", "视频", false),
        ] {
            let start = text.find(word).unwrap();
            assert_eq!(denied(text, start, start + word.len()), is, "{text}: {word}");
        }
    }
}
