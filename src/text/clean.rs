//! Making foreign text safe to show and safe to put into a one-line field.
//!
//! A draft or a pasted text may hold escape sequences, right-to-left overrides and invisible characters: on a terminal
//! they would move the cursor or show something else than what is stored.

use std::borrow::Cow;
use std::fmt::Write;

use super::grapheme::is_plain;
use super::normalize::is_invisible;

/// Variation selectors pick a glyph of the character before them; they hide nothing.
fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether `c` is one that people see as a picture: only between these is a zero-width joiner meant.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}')
}

/// Whether the zero-width character `c` belongs to the glyph that its neighbours make.
fn belongs_to_glyph(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        '\u{200D}' => before.is_some_and(is_pictograph) && after.is_some_and(is_pictograph),
        _ => is_variation_selector(c) && before.is_some(),
    }
}

/// Whether `c` must not reach the screen as it is, judged without its neighbours.
fn is_suspect(c: char) -> bool {
    !is_plain(c) && (c.is_control() || is_separator(c) || is_invisible(c))
}

/// The line and paragraph separators outside the control characters.
fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Every `char` with its neighbours; `before` is the one in front of the text.
fn with_neighbours(mut before: Option<char>, text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> {
    let mut rest = text.chars().peekable();
    std::iter::from_fn(move || {
        let c = rest.next()?;
        let item = (before, c, rest.peek().copied());
        before = Some(c);
        Some(item)
    })
}

/// `text` as it may be shown: what would be invisible or would steer the terminal is replaced by something visible.
///
/// C0 controls and DEL become their pictures (`␊`, one cell each), other controls, line separators, bidirectional
/// controls and zero-width characters become `<U+202E>`. Everything that prints a value uses this.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_suspect) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for (before, c, after) in with_neighbours(None, text) {
        match c {
            '\0'..='\u{1F}' => shown.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('?')),
            '\u{7F}' => shown.push('\u{2421}'),
            c if is_suspect(c) && !belongs_to_glyph(before, c, after) => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "<U+{:04X}>", u32::from(c));
            }
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// `text` for a field of one line, and whether anything was changed.
///
/// Every run of line breaks, tabs and control characters becomes one blank, zero-width characters go. A line break at
/// the very end goes too: it comes along when a whole line is copied and is never meant.
pub fn one_line(text: &str) -> (String, bool) {
    let (line, changed) = one_line_behind(None, text);
    match line.strip_suffix('\u{200D}') {
        // Nothing follows that it could join.
        Some(rest) => (rest.to_owned(), true),
        None => (line, changed),
    }
}

/// The same for a text that is typed behind the character `before`. A glyph may come in pieces: a selector belongs to what stands there, and
/// a joiner behind a picture is kept, since what it joins is yet to come.
pub fn one_line_behind(before: Option<char>, text: &str) -> (String, bool) {
    if !text.chars().any(is_suspect) {
        return (text.to_owned(), false);
    }
    let mut line = String::with_capacity(text.len());
    let mut in_run = false;
    for (before, c, after) in with_neighbours(before, text.trim_end_matches(['\r', '\n'])) {
        let is_open = c == '\u{200D}' && after.is_none() && before.is_some_and(is_pictograph);
        if c.is_control() || is_separator(c) {
            if !in_run {
                line.push(' ');
            }
            in_run = true;
        } else if !is_invisible(c) || is_open || belongs_to_glyph(before, c, after) {
            line.push(c);
            in_run = false;
        }
    }
    let changed = line != text;
    (line, changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shows_what_hides() {
        for (text, expected) in [
            ("深圳市", "深圳市"),
            ("a\u{1b}[31mb", "a␛[31mb"),
            ("一\n二\t三", "一␊二␉三"),
            ("x\u{7f}", "x␡"),
            ("x\u{9b}y", "x<U+009B>y"),
            ("北京\u{202E}市", "北京<U+202E>市"),
            ("张\u{200D}三", "张<U+200D>三"),
            ("a\u{2028}b", "a<U+2028>b"),
            ("a\u{E0041}b", "a<U+E0041>b"),
            ("葛\u{E0100}城", "葛\u{E0100}城"),
            ("👨\u{200D}👩", "👨\u{200D}👩"),
        ] {
            assert_eq!(visible(text), expected, "{text:?}");
        }
    }

    #[test]
    fn makes_one_line() {
        for (text, expected, changed) in [
            ("张三", "张三", false),
            (" a  b ", " a  b ", false),
            ("一\r\n二", "一 二", true),
            ("一\t\t二", "一 二", true),
            ("13012344321\n", "13012344321", true),
            ("\u{202D}130\u{202C}", "130", true),
            ("a\u{1b}[0m", "a [0m", true),
            ("\t", " ", true),
            ("\n", "", true),
            ("❤\u{FE0F}", "❤\u{FE0F}", false),
        ] {
            assert_eq!(one_line(text), (expected.to_owned(), changed), "{text:?}");
        }
    }

    #[test]
    fn a_glyph_may_come_in_pieces() {
        for (before, text, expected) in [
            (Some('👨'), "\u{200D}", "\u{200D}"),
            (Some('\u{FE0F}'), "\u{200D}", "\u{200D}"),
            (Some('❤'), "\u{FE0F}", "\u{FE0F}"),
            (Some('葛'), "\u{E0100}", "\u{E0100}"),
            (Some('张'), "\u{200D}", ""),
            (None, "\u{FE0F}", ""),
            (Some('👨'), "\u{200B}", ""),
            (Some('张'), "三", "三"),
        ] {
            assert_eq!(one_line_behind(before, text), (expected.to_owned(), expected != text), "{before:?} {text:?}");
        }
        assert_eq!(one_line("👨\u{200D}"), ("👨".to_owned(), true), "nothing follows in a text that is whole");
    }

    proptest! {
        #[test]
        fn nothing_shown_steers_the_terminal(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(|c| c.is_control() || is_separator(c)));
            let (line, changed) = one_line(&text);
            prop_assert!(!line.chars().any(|c| c.is_control() || is_separator(c)));
            prop_assert_eq!(changed, line != text);
        }
    }
}
