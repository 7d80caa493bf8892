//! A text by its graphemes, what people take for one character, quickly where it is ordinary.
//!
//! Where one grapheme ends and the next begins is Unicode's to say (UAX #29), and `unicode-segmentation` says it. Its tables cost some
//! sixty instructions a character, which drawing a screen pays thousands of times for a key. Between two characters that neither join
//! nor are joined, there is always a border: of these no table needs to be asked.

use std::iter::FusedIterator;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The cells of a character that is a grapheme by itself whatever stands beside it, as long as that is such a character, too; `None`
/// for all others. What it says of these is what the libraries say, which a test holds character by character.
pub(super) const fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        // Ideographs, their punctuation, kana, full-width forms. Hangul is left out: its syllables may be joined.
        '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' => Some(2),
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}' => Some(2),
        // Marks of Chinese and of screens.
        '·' | '—' | '‘' | '’' | '“' | '”' | '…' | '\u{2500}'..='\u{257f}' => Some(1),
        _ => None,
    }
}

/// Whether it is shown as it is, joined to nothing, and takes room.
pub(super) const fn is_plain(c: char) -> bool {
    plain_cells(c).is_some()
}

/// The cells of one grapheme: 0, 1 or 2. Control characters are never drawn and take none.
#[inline]
pub(super) fn grapheme_cells(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    match (chars.next().and_then(plain_cells), chars.next()) {
        (Some(cells), None) => cells,
        _ => unusual_cells(grapheme),
    }
}

fn unusual_cells(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    grapheme.width()
}

/// The graphemes of a text, each with where it begins, in bytes.
pub fn grapheme_indices(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

/// The graphemes of a text.
pub fn graphemes(text: &str) -> impl FusedIterator<Item = &str> {
    grapheme_indices(text).map(|(_, grapheme)| grapheme)
}

/// What [`grapheme_indices`] goes through.
#[derive(Debug, Clone)]
pub struct Graphemes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..)?;
        let length = match *rest.as_bytes() {
            [first, second, ..] if is_printable(first) && is_printable(second) => 1,
            [first] if is_printable(first) => 1,
            _ => length_of_first(rest)?,
        };
        self.at = start + length;
        Some((start, rest.get(..length)?))
    }
}

const fn is_printable(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// The bytes of the first grapheme.
fn length_of_first(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let alone = is_plain(first) && chars.next().is_none_or(is_plain);
    if alone { Some(first.len_utf8()) } else { text.graphemes(true).next().map(str::len) }
}

impl FusedIterator for Graphemes<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One character that joins in each of Unicode's ways, and some that do not.
    const NEIGHBOURS: &[&str] = &[
        "\u{301}",
        "\u{200d}",
        "\u{fe0f}",
        "\u{e0100}",
        "\u{903}",
        "\u{600}",
        "\u{1f1e8}",
        "\u{1f468}",
        "❤",
        "\r",
        "\n",
        "\u{1b}",
        "\u{1100}",
        "\u{1161}",
        "\u{11a8}",
        "가",
        "\u{3099}",
        "\u{302a}",
        "\u{ff9e}",
        "\u{915}\u{94d}",
        "é",
        "a",
        "小",
    ];

    #[test]
    fn a_plain_character_is_what_the_libraries_say_it_is() {
        let mut plain = 0;
        for c in (char::MIN..=char::MAX).filter(|c| is_plain(*c)) {
            plain += 1;
            let alone = c.to_string();
            assert_eq!(plain_cells(c), Some(alone.width()), "{c:?}");
            assert!(!c.is_control());
            for other in [c, 'a', '小', '─', '—', '。'] {
                let pair = format!("{c}{other}{c}");
                assert_eq!(pair.graphemes(true).count(), 3, "{pair:?}");
            }
        }
        assert!(plain > 27_000, "{plain}");
        assert!(['\u{301}', '\u{200d}', '❤', '\u{7f}', '\t', '\u{ff9e}', '✓', '©', '\u{30fc}'].iter().all(|c| !is_plain(*c)));
    }

    #[test]
    fn borders_are_the_librarys_whatever_stands_beside() {
        for plain in ["a", "小", "—", "─", "　", "～"] {
            for first in NEIGHBOURS {
                for second in NEIGHBOURS {
                    let text = format!("{plain}{first}{plain}{plain}{first}{second}{plain}{second}");
                    assert!(text.grapheme_indices(true).eq(grapheme_indices(&text)), "{text:?}");
                }
            }
        }
        assert_eq!(graphemes("").next(), None);
    }

    proptest! {
        #[test]
        fn borders_are_the_librarys(text in "([ -~]|[一-龥]|\\PC|\\pM|\u{200d}|[🇦-🇿]|[👨👩❤\u{fe0f}]|[ᄀ-ᇿ]){0,24}") {
            prop_assert!(text.grapheme_indices(true).eq(grapheme_indices(&text)));
        }
    }
}
