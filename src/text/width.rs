//! How many terminal cells a text takes, and cutting and padding by cells.
//!
//! A text is measured by whole graphemes, as the screen library draws it: summing `char`s counts joined emoji
//! and variation sequences wrongly, and padding by `char`s shifts every column that holds Chinese.

use std::borrow::Cow;

use super::grapheme::{grapheme_cells, grapheme_indices, graphemes, plain_cells};

/// What stands at the end of a text that was cut. ASCII: the width of `…` differs between terminals.
const CUT: &str = "..";

/// The cells that `text` takes on one row.
pub fn cells(text: &str) -> usize {
    plain_glyphs(text).map_or_else(|| graphemes(text).map(grapheme_cells).sum(), |(_, all)| all)
}

/// What is drawn of `text`, glyph by glyph, with the cells of each: 1 or 2.
pub fn glyphs(text: &str) -> impl Iterator<Item = (&str, usize)> {
    graphemes(text).map(|grapheme| (grapheme, grapheme_cells(grapheme))).filter(|(_, cells)| *cells > 0)
}

/// The characters of a text in which each is a glyph of its own and shown as it is, with the cells of each, and their sum; `None` for a text
/// with any other.
pub fn plain_glyphs(text: &str) -> Option<(impl Iterator<Item = (char, usize)>, usize)> {
    let all = text.chars().try_fold(0, |all, c| Some(all + plain_cells(c)?))?;
    Some((text.chars().map(|c| (c, plain_cells(c).unwrap_or_default())), all))
}

/// The byte length of the longest start of `text` that fits into `limit` cells.
fn fitting(text: &str, limit: usize) -> usize {
    // No character takes more cells than bytes.
    if text.len() <= limit {
        return text.len();
    }
    let mut used = 0;
    for (at, grapheme) in grapheme_indices(text) {
        used += grapheme_cells(grapheme);
        if used > limit {
            return at;
        }
    }
    text.len()
}

/// The longest start of `text` that fits into `limit` cells; never half a glyph.
pub fn take_cells(text: &str, limit: usize) -> &str {
    text.get(..fitting(text, limit)).unwrap_or_default()
}

/// What is left of `text` without the glyphs that lie in its first `count` cells.
///
/// A wide glyph that begins before the border and ends behind it is skipped whole.
pub fn skip_cells(text: &str, count: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in grapheme_indices(text) {
        if used >= count {
            return text.get(at..).unwrap_or_default();
        }
        used += grapheme_cells(grapheme);
    }
    ""
}

/// `text` in at most `limit` cells. A text that was cut ends with `..`, as far as there is room for it.
pub fn truncate(text: &str, limit: usize) -> Cow<'_, str> {
    if fitting(text, limit) == text.len() {
        return Cow::Borrowed(text);
    }
    let Some(room) = limit.checked_sub(CUT.len()) else {
        return Cow::Borrowed(take_cells(CUT, limit));
    };
    Cow::Owned(format!("{}{CUT}", take_cells(text, room)))
}

/// As much of the beginning of `text` as fits into `limit` cells, without a part of a word that is written in letters or digits.
pub fn take_words(text: &str, limit: usize) -> &str {
    let taken = take_cells(text, limit);
    let is_of_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && cells(c.encode_utf8(&mut [0; 4])) < 2);
    let rest = text.get(taken.len()..).unwrap_or_default();
    if !is_of_word(taken.chars().next_back()) || !is_of_word(rest.chars().next()) {
        return taken;
    }
    // One word alone is cut where it must be.
    taken.rfind(|c| !is_of_word(Some(c))).map_or(taken, |end| {
        let end = end + taken.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        taken.get(..end).unwrap_or(taken)
    })
}

/// `text` in at most `limit` cells: of a longer one its first `head` cells and its end are left, with `..` between them.
pub fn without_middle(text: &str, head: usize, limit: usize) -> Cow<'_, str> {
    let all = cells(text);
    if all <= limit {
        return Cow::Borrowed(text);
    }
    let head = take_cells(text, head.min(limit.saturating_sub(CUT.len())));
    Cow::Owned(format!("{head}{CUT}{}", skip_cells(text, all + cells(head) + CUT.len() - limit.max(CUT.len()))))
}

/// `text` with blanks behind it up to `width` cells; a wider text comes back as it is.
pub fn pad_end(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(cells(text));
    format!("{text}{}", " ".repeat(blanks))
}

/// `text` in exactly `width` cells: cut with `..` or padded with blanks.
pub fn fit(text: &str, width: usize) -> String {
    pad_end(&truncate(text, width), width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_taken_whole_where_one_is_whole() {
        for (text, limit, expected) in [
            ("which some provinces want", 14, "which some "),
            ("which some provinces want", 10, "which some"),
            ("which some provinces want", 80, "which some provinces want"),
            ("不小于 720×1280 像素", 11, "不小于 "),
            ("不小于每天都看", 7, "不小于"),
            ("照片JPG", 6, "照片"),
            ("unbroken", 4, "unbr"),
            ("", 4, ""),
            ("a b", 0, ""),
        ] {
            assert_eq!(take_words(text, limit), expected, "{text} {limit}");
        }
    }

    #[test]
    fn measures_cells_not_characters() {
        for (text, expected) in [
            ("", 0),
            ("abc", 3),
            ("主体名称", 8),
            ("张三·李", 7),
            ("，。", 4),
            ("\u{3000}", 2),
            ("𠮷野", 4),
            ("葛\u{E0100}城", 4),
            ("e\u{301}", 1),
            ("👨\u{200D}👩\u{200D}👧", 2),
            ("❤\u{FE0F}", 2),
            ("─│┌", 3),
            ("\u{200B}", 0),
            ("a\tb\u{1b}", 2),
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
    }

    #[test]
    fn of_a_long_text_the_middle_goes() {
        for (text, head, limit, expected) in [
            ("小食记-变更-2", 4, 20, "小食记-变更-2"),
            ("小食记点餐助手-变更-2", 4, 14, "小食..-变更-2"),
            ("小食记点餐助手-变更-2", 4, 3, "."),
            ("abcdef", 9, 4, "ab.."),
        ] {
            let short = without_middle(text, head, limit);
            assert!(cells(&short) <= limit.max(2), "{short}");
            if limit > 3 {
                assert_eq!(short, expected);
            }
        }
    }

    #[test]
    fn truncates_without_half_glyphs() {
        for (text, limit, expected) in [
            ("小程序", 6, "小程序"),
            ("小程序", 5, "小.."),
            ("小程序", 4, "小.."),
            ("小程序", 3, ".."),
            ("小程序", 2, ".."),
            ("小程序", 1, "."),
            ("小程序", 0, ""),
            ("abcdef", 5, "abc.."),
            ("", 0, ""),
        ] {
            assert_eq!(truncate(text, limit), expected, "{text:?} in {limit}");
        }
    }

    #[test]
    fn takes_skips_and_pads() {
        assert_eq!(take_cells("小程序", 3), "小");
        assert_eq!(skip_cells("小程序", 2), "程序");
        assert_eq!(skip_cells("小程序", 3), "序");
        assert_eq!(skip_cells("小程序", 9), "");
        assert_eq!(pad_end("小", 4), "小  ");
        assert_eq!(pad_end("小程序", 4), "小程序");
        assert_eq!(fit("小程序", 5), "小.. ");
    }

    proptest! {
        #[test]
        fn truncation_fits(text in "\\PC{0,20}", limit in 0usize..30) {
            let cut = truncate(&text, limit);
            prop_assert!(cells(&cut) <= limit);
            if cells(&text) <= limit {
                prop_assert_eq!(cut.as_ref(), text.as_str());
            }
        }

        #[test]
        fn fit_is_exact(text in "[a-z张三，。·𠮷 ]{0,20}", width in 0usize..30) {
            prop_assert_eq!(cells(&fit(&text, width)), width);
        }
    }
}
