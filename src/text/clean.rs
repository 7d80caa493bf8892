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
/// A run with a line break in it goes, with the blanks around it: lines of a terminal or a page end anywhere in a Chinese text. Between what
/// is written with blanks, such as Latin words, one blank is left. A run of other control characters becomes one blank, zero-width
/// characters go. A line break at the very end comes along when a whole line is copied and is never meant.
pub fn one_line(text: &str) -> (String, bool) {
    let (line, out) = made_one_line(text);
    (line, out.is_any())
}

/// The same for a text that is typed behind the character `before`. A glyph may come in pieces: a selector belongs to what stands there, and
/// a joiner behind a picture is kept, since what it joins is yet to come.
pub fn one_line_behind(before: Option<char>, text: &str) -> (String, bool) {
    let (line, out) = joined(before, text);
    (line, out.is_any())
}

/// What was taken out of a text to make it one line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TakenOut {
    /// Line breaks, tabs and other control characters, with the blanks around a break.
    pub breaks: bool,
    /// The place of some of them is held by a blank.
    pub spaced: bool,
    /// Characters without a width.
    pub hidden: bool,
}

impl TakenOut {
    fn is_any(self) -> bool {
        self.breaks || self.hidden
    }
}

/// `text` for a field of one line, and what was taken out.
pub fn made_one_line(text: &str) -> (String, TakenOut) {
    let (line, out) = joined(None, text);
    match line.strip_suffix('\u{200D}') {
        // Nothing follows that it could join.
        Some(rest) => (rest.to_owned(), TakenOut { hidden: true, ..out }),
        None => (line, out),
    }
}

/// What stands between two characters of a line that is being made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    /// Control characters that end no line.
    Control,
    /// A line break, perhaps among others.
    Break,
}

fn joined(before: Option<char>, text: &str) -> (String, TakenOut) {
    let mut out = TakenOut::default();
    if !text.chars().any(is_suspect) {
        return (text.to_owned(), out);
    }
    let whole = text.trim_end_matches(['\r', '\n']);
    out.breaks = whole.len() < text.len();
    let mut line = String::with_capacity(text.len());
    let mut gap = Gap::None;
    for (left, c, right) in with_neighbours(before, whole) {
        if c.is_control() || is_separator(c) {
            out.breaks = true;
            if is_line_break(c) {
                line.truncate(line.trim_end().len());
                gap = Gap::Break;
            } else if gap == Gap::None {
                gap = Gap::Control;
            }
            continue;
        }
        let is_open = c == '\u{200D}' && right.is_none() && left.is_some_and(is_pictograph);
        if is_invisible(c) && !is_open && !belongs_to_glyph(left, c, right) {
            out.hidden = true;
            continue;
        }
        if gap == Gap::Break && c.is_whitespace() {
            continue;
        }
        let last = line.chars().next_back().or(before);
        if gap == Gap::Control || gap == Gap::Break && last.is_some_and(|last| !last.is_whitespace() && are_apart(last, c)) {
            line.push(' ');
            out.spaced = true;
        }
        gap = Gap::None;
        line.push(c);
    }
    if gap == Gap::Control {
        line.push(' ');
        out.spaced = true;
    }
    (line, out)
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}') || is_separator(c)
}

/// Whether a blank belongs between two characters, of which a line break stood between. An ideograph and a digit or a mark follow each other
/// closely (3栋 behind 780号); beside a Latin word Chinese is often written with a blank.
fn are_apart(left: char, right: char) -> bool {
    let is_word = |c: char| c.is_alphabetic() && !is_wide(c);
    is_word(left) || is_word(right) || !(is_wide(left) || is_wide(right))
}

/// Ideographs, and marks that are as wide as these.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3347F}')
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
            ("一\r\n二", "一二", true),
            ("小满 \n  记账本", "小满记账本", true),
            ("桂花街780号\n3栋", "桂花街780号3栋", true),
            ("小工具。\n\n可以", "小工具。可以", true),
            ("two\nwords", "two words", true),
            ("two \u{2028} words", "two words", true),
            ("用 Rust\n编写", "用 Rust 编写", true),
            ("13012340003\n13012340005", "13012340003 13012340005", true),
            ("\n张三\n ", "张三", true),
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
    fn what_was_taken_out_is_told() {
        let out = |text| made_one_line(text).1;
        let none = TakenOut::default();
        for (text, expected) in [
            ("张三", none),
            ("张\n三", TakenOut { breaks: true, ..none }),
            ("张三\n", TakenOut { breaks: true, ..none }),
            ("two\nwords", TakenOut { breaks: true, spaced: true, ..none }),
            ("\u{202D}130", TakenOut { hidden: true, ..none }),
            ("张\n三\u{200B}", TakenOut { breaks: true, hidden: true, ..none }),
        ] {
            assert_eq!(out(text), expected, "{text:?}");
        }
        assert_eq!(one_line_behind(Some('满'), "\n记账本"), ("记账本".to_owned(), true), "what stands before counts");
        assert_eq!(one_line_behind(Some('a'), "\nb"), (" b".to_owned(), true));
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
