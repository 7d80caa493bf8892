//! Characters that the ministry's interface takes, for every text that is sent (its return code 5008: illegal characters).
//!
//! Which ones are illegal was never published. The table names what is known or near certain to be refused: markup, private
//! and undefined characters, pictures, letters made for mathematics or put into circles, scripts that no filing is written in,
//! faces made of marks, and escapes that a program left in the text. What GB 18030 prints in official forms stays: ①, Ⅳ, ㎡, ℃, ·.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Why a character, or a run of them, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// `<` and `>`: the report is XML.
    Markup,
    /// Private, undefined or replaced (U+FFFD): nobody else sees what was meant.
    Undefined,
    /// Emoji and other pictures, symbols, frames.
    Picture,
    /// Letters made for mathematics, in circles or squares, or of half the width.
    Styled,
    /// A script, or a combining mark, that no filing is written in.
    Foreign,
    /// A face made of marks: (^_^).
    Face,
    /// An escape that a program left: \\uD83D, &nbsp;.
    Escape,
}

/// The first thing in a text that is refused: why, and where its bytes are.
pub fn first_refused(text: &str) -> Option<(Why, std::ops::Range<usize>)> {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((why, length)) = refused_at(rest) {
            return Some((why, at..at + length));
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// The text as it may be sent: tags, pictures and faces go, styled letters become plain ones, escapes what they stand for.
pub fn reportable(text: &str) -> Cow<'_, str> {
    if first_refused(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match refused_at(rest) {
            Some((why, length)) => {
                kept.push_str(&replacement(why, rest.get(..length).unwrap_or_default(), rest.get(length..).unwrap_or_default()));
                length
            }
            None => {
                kept.push(c);
                c.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    // What stood for something may itself be refused, once: an escape of an emoji.
    kept.retain(|c| !is_refused(c));
    Cow::Owned(kept.trim().to_owned())
}

/// Whether a character is refused wherever it stands.
pub const fn is_refused(c: char) -> bool {
    why_refused(c).is_some()
}

/// The table.
const fn why_refused(c: char) -> Option<Why> {
    match c {
        '<' | '>' => Some(Why::Markup),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}' => {
            Some(Why::Undefined)
        }
        // ℃ ℅ ℉ № ℡ ™ Ω Å are printed in forms; the rest are letters of mathematics.
        '\u{2103}' | '\u{2105}' | '\u{2109}' | '\u{2116}' | '\u{2121}' | '\u{2122}' | '\u{2126}' | '\u{212B}' => None,
        '\u{2100}'..='\u{214F}'
        | '\u{249C}'..='\u{24FF}'
        | '\u{FF61}'..='\u{FFDF}'
        | '\u{FFE8}'..='\u{FFEF}'
        | '\u{1D400}'..='\u{1D7FF}'
        | '\u{1F100}'..='\u{1F1E5}' => Some(Why::Styled),
        // ∏ ∑ √ ∞ ∠ ∥ ∧ ∨ ∩ ∪ ∫ ∮ ∴ ∵ ∶ ∷ ∽ ≈ ≌ ≠ ≡ ≤ ≥ and their neighbours stand in GB 2312.
        '\u{2200}'..='\u{2207}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{2300}'..='\u{245F}'
        | '\u{2500}'..='\u{2BFF}'
        | '\u{1F000}'..='\u{1FBFF}' => Some(Why::Picture),
        '\u{0300}'..='\u{036F}'
        | '\u{0500}'..='\u{061B}'
        | '\u{0700}'..='\u{0EFF}'
        | '\u{1000}'..='\u{10FF}'
        | '\u{1200}'..='\u{17FF}'
        | '\u{18B0}'..='\u{1DFF}'
        | '\u{2C00}'..='\u{2E7F}'
        | '\u{A640}'..='\u{ABFF}'
        | '\u{10000}'..='\u{1D3FF}'
        | '\u{1D800}'..='\u{1EFFF}'
        | '\u{1FC00}'..='\u{1FFFF}' => Some(Why::Foreign),
        _ => None,
    }
}

/// What a text begins with that is refused, and its bytes.
fn refused_at(text: &str) -> Option<(Why, usize)> {
    let c = text.chars().next()?;
    let longer = match c {
        '<' => tag(text).map(|length| (Why::Markup, length)),
        '^' | 'T' | 'O' | 'o' | '=' if is_bare_face(text) => Some((Why::Face, 3)),
        '(' | '（' => face(text).map(|length| (Why::Face, length)),
        '\\' | '&' => escape(text).map(|length| (Why::Escape, length)),
        _ => None,
    };
    longer.or_else(|| why_refused(c).map(|why| (why, c.len_utf8())))
}

/// The length of a tag like `<b>` or `</div>`.
fn tag(text: &str) -> Option<usize> {
    let end = text.find('>').filter(|end| *end < 200)?;
    let name = text.get(1..end)?.trim_start_matches('/');
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!');
    (is_name && !name.contains('<')).then_some(end + 1)
}

/// Characters that faces are made of, beside those that are refused by themselves.
const OF_FACES: &str = "^_*`´˙ˊˋ;:=~｀～ー・･。、.,'\"-—+|/\\oOTQuwvVxX0> <＞＜≧≦∩ω≡▽□○дД﹏ε°◡◕ ̄￣・";

/// What times, ranges, lists and formulas in brackets are made of too: none of it alone makes a face.
const OF_PROSE: &str = "*`;:=~～ー・、。.,'\"-—+|/\\°＜＞ ";

/// The length of a face in brackets: no ideograph in it, and two marks at least, one of which prose does not have.
fn face(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = if open == '(' { ')' } else { '）' };
    let inside = text.get(open.len_utf8()..)?;
    let end = inside.find(close)?;
    let inside = inside.get(..end)?;
    let count = inside.chars().count();
    let is_of_face = |c: char| OF_FACES.contains(c) || why_refused(c).is_some();
    let marks =
        inside.chars().filter(|c| is_of_face(*c) && !c.is_ascii_alphanumeric() && !matches!(c, ' ' | '.' | '-' | '—')).count();
    let is_telling = |c: char| is_of_face(c) && !c.is_ascii_alphanumeric() && !OF_PROSE.contains(c);
    ((2..=12).contains(&count) && marks >= 2 && inside.chars().any(is_telling) && inside.chars().all(is_of_face))
        .then_some(open.len_utf8() + end + close.len_utf8())
}

/// Whether a text begins with a face without brackets: `^_^`, `T_T`.
fn is_bare_face(text: &str) -> bool {
    let mut bytes = text.bytes();
    let (eye, mouth, other) = (bytes.next(), bytes.next(), bytes.next());
    mouth == Some(b'_') && eye == other && !bytes.next().is_some_and(|b| b.is_ascii_alphanumeric())
}

/// The length of an escape: `\\uD83D`, `&#128512;`, `&nbsp;`.
fn escape(text: &str) -> Option<usize> {
    if let Some(digits) = text.strip_prefix("\\u") {
        let is_hex = digits.len() >= 4 && digits.bytes().take(4).all(|b| b.is_ascii_hexdigit());
        return is_hex.then_some(6);
    }
    let end = text.find(';').filter(|end| (3..=10).contains(end))?;
    let name = text.get(1..end)?;
    let is_number = name
        .strip_prefix('#')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit() || b == b'x'));
    let is_name = ["nbsp", "lt", "gt", "amp", "quot", "apos", "emsp", "ensp", "middot"].contains(&name);
    (is_number || is_name).then_some(end + 1)
}

/// What stands in its place.
fn replacement<'a>(why: Why, refused: &'a str, after: &str) -> Cow<'a, str> {
    match why {
        Why::Styled => refused.nfkc().collect::<String>().into(),
        Why::Markup if refused == "<" && after.starts_with(|c: char| c.is_ascii_digit()) => "小于".into(),
        Why::Markup if refused == ">" && after.starts_with(|c: char| c.is_ascii_digit()) => "大于".into(),
        Why::Escape => meant(refused).map_or(Cow::Borrowed(""), |c| c.to_string().into()),
        _ => Cow::Borrowed(""),
    }
}

/// The character that an escape stands for; none for half of a surrogate pair.
fn meant(escape: &str) -> Option<char> {
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    if let Some(digits) = escape.strip_prefix("\\u") {
        return hex(digits);
    }
    let name = escape.trim_start_matches('&').trim_end_matches(';');
    match name {
        "nbsp" | "emsp" | "ensp" => Some(' '),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "middot" => Some('·'),
        _ => {
            let digits = name.strip_prefix('#')?;
            match digits.strip_prefix('x') {
                Some(digits) => hex(digits),
                None => digits.parse().ok().and_then(char::from_u32),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_refused_is_named_and_replaced() {
        use Why::{Escape, Face, Foreign, Markup, Picture, Styled, Undefined};
        for (text, why, sent) in [
            ("记账🎉👍", Some(Picture), "记账"),
            ("点<b>更多</b>。", Some(Markup), "点更多。"),
            ("价格<100元", Some(Markup), "价格小于100元"),
            ("首页>列表", Some(Markup), "首页列表"),
            ("小店\u{E000}", Some(Undefined), "小店"),
            ("坏\u{FFFD}字", Some(Undefined), "坏字"),
            ("维护(*^▽^*)★。", Some(Face), "维护。"),
            ("维护(^_^)", Some(Face), "维护"),
            ("维护（＞_＜）", Some(Face), "维护"),
            ("谢谢^_^", Some(Face), "谢谢"),
            ("𝓗𝓮𝓵𝓵𝓸店", Some(Styled), "Hello店"),
            ("ⓐⓑ店", Some(Styled), "ab店"),
            ("ｱｲｳ店", Some(Styled), "アイウ店"),
            ("店\u{0e51}", Some(Foreign), "店"),
            ("z\u{0335}", Some(Foreign), "z"),
            ("笑\\uD83D\\uDE00", Some(Escape), "笑"),
            ("店\\u5c0f", Some(Escape), "店小"),
            ("甲&nbsp;乙&amp;丙", Some(Escape), "甲 乙&丙"),
            ("甲&#128512;乙", Some(Escape), "甲乙"),
            ("面积80㎡（含A座），℃、①、Ⅳ、№3、A&B·C+D", None, "面积80㎡（含A座），℃、①、Ⅳ、№3、A&B·C+D"),
            ("营业时间(9:00-21:00)，(一)", None, "营业时间(9:00-21:00)，(一)"),
            ("联系(OK)", None, "联系(OK)"),
            ("营业时间（00:00-00:00）", None, "营业时间（00:00-00:00）"),
            ("（、、）", None, "（、、）"),
            ("(x=0, v=0)", None, "(x=0, v=0)"),
            ("(o。。o)", None, "(o。。o)"),
            ("(￣Д￣;)", Some(Face), ""),
            ("O'Brien Zoë, Ünal, Иванов", None, "O'Brien Zoë, Ünal, Иванов"),
        ] {
            assert_eq!(first_refused(text).map(|found| found.0), why, "{text}");
            assert_eq!(reportable(text), sent, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_made_reportable_has_no_refused_character(text in any::<String>()) {
            let sent = reportable(&text);
            prop_assert!(!sent.chars().any(is_refused));
        }

        #[test]
        fn ordinary_texts_are_left_alone(text in "[一-鿿a-zA-Z0-9，。、；：（）—·~ :/.,-]{0,30}") {
            prop_assert_eq!(reportable(&text), text.as_str());
        }
    }
}
