//! The three normal forms in which values are checked and stored (`identifiers.md`, section 2).
//!
//! Deliberately narrower than NFKC and Unicode case mapping: `①`, `²`, `Ⅹ` or an Arabic digit in a number is a typing
//! accident that a check has to refuse, so it must survive normalisation.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// What kind of value is normalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Numbers printed on cards: full-width folded, spaces and dashes removed, ASCII letters raised.
    Compact,
    /// Phone, mail, AppID, filing numbers, dates: full-width folded, dashes unified, trimmed.
    Ascii,
    /// Names, addresses, remarks: NFC, radicals to ideographs, runs of blanks to one, trimmed.
    Text,
}

/// A normalised value and what had to be done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalized {
    /// The value in its normal form.
    pub value: String,
    /// An invisible character (zero-width, bidirectional control, variation selector …) was taken out.
    pub removed_invisible: bool,
    /// A radical or a compatibility ideograph was replaced by the ordinary ideograph (text mode only).
    pub replaced_ideograph: bool,
    /// The first control character that is not white space: the input is to be refused. It is still in `value`.
    pub control: Option<char>,
}

/// Whether `c` is one of the invisible characters that copy and paste brings along.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{FEFF}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether `c` is a dash or minus that stands for `-`. The full-width hyphen is full-width ASCII and not listed here.
pub fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}')
}

/// Full-width ASCII (U+FF01–FF5E) to ASCII; any other character as it is.
pub fn fold_fullwidth(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Full-width ASCII in a whole text to ASCII, nothing else changed.
pub fn fold_fullwidth_str(text: &str) -> String {
    text.chars().map(fold_fullwidth).collect()
}

/// The radicals that copies from PDF put in the place of ideographs, as far as they have a mapping.
fn is_mapped_radical(c: char) -> bool {
    matches!(c, '\u{2F00}'..='\u{2FD5}' | '\u{2E9F}' | '\u{2EF3}')
}

/// Any white space to a blank.
fn to_blank(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

/// Normalises what was typed. Never fails; what is to be refused is said in the result.
pub fn normalize(text: &str, mode: Mode) -> Normalized {
    match quick(text, mode) {
        Some(value) => {
            Normalized { value: value.into_owned(), removed_invisible: false, replaced_ideograph: false, control: None }
        }
        None => normalize_anew(text, mode),
    }
}

/// The normal form alone: the text itself, if it certainly is in it.
pub fn normal(text: &str, mode: Mode) -> Cow<'_, str> {
    quick(text, mode).unwrap_or_else(|| Cow::Owned(normalize_anew(text, mode).value))
}

/// The normal form where nothing has to be said of what was done: rules normalise the same values again and again.
fn quick(text: &str, mode: Mode) -> Option<Cow<'_, str>> {
    match mode {
        _ if is_plain(text, mode) => Some(Cow::Borrowed(text)),
        Mode::Compact if is_usual(text) => Some(Cow::Owned(compact(text))),
        _ => None,
    }
}

/// The text in small letters: the text itself, if it certainly has no others.
pub fn lowercase(text: &str) -> Cow<'_, str> {
    // No ideograph and no Chinese punctuation has a case; of the full-width forms, the letters have.
    let is_caseless = |c: char| c.is_ascii() || matches!(c, '\u{3001}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF20}');
    match text.chars().all(is_caseless) {
        true if text.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(text.to_ascii_lowercase()),
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.to_lowercase()),
    }
}

/// Whether a text certainly is in its normal form, as nearly every value is that was stored once.
fn is_plain(text: &str, mode: Mode) -> bool {
    match mode {
        Mode::Compact => text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()),
        Mode::Ascii => !text.starts_with(' ') && !text.ends_with(' ') && text.bytes().all(|byte| matches!(byte, b' '..=b'~')),
        Mode::Text => is_usual(text) && is_spaced(text),
    }
}

/// Whether a text has none but the usual characters: those of ASCII that are printed, ideographs, Chinese punctuation and full-width
/// forms. They are composed already and nothing among them composes, so a text of them in which [blanks](is_spaced) stand as they
/// should is in its normal form.
pub fn is_usual(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    // By bytes, for every text of every record is asked; all that follow a first byte are of the range that UTF-8 leaves them.
    loop {
        bytes = match bytes {
            [] => return true,
            [b' '..=b'~', rest @ ..]
            | [0xE5..=0xE9, _, _, rest @ ..]
            | [0xE4, 0xB8..=0xBF, _, rest @ ..]
            | [0xE3, 0x80, 0x81 | 0x82, rest @ ..]
            | [0xEF, 0xBC, 0x81..=0xBF, rest @ ..]
            | [0xEF, 0xBD, 0x80..=0x9E, rest @ ..] => rest,
            _ => return false,
        }
    }
}

/// Whether no blank of a text stands at an end or beside another.
pub fn is_spaced(text: &str) -> bool {
    let text = text.as_bytes();
    let ends = [text.first(), text.last()];
    !ends.contains(&Some(&b' ')) && (!text.contains(&b' ') || !text.windows(2).any(|two| two == b"  "))
}

fn normalize_anew(text: &str, mode: Mode) -> Normalized {
    let removed_invisible = text.contains(is_invisible);
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(to_blank);
    let mut replaced_ideograph = false;
    let value = match mode {
        Mode::Compact => seen.map(fold_ascii).filter(|c| !matches!(c, ' ' | '-')).map(|c| c.to_ascii_uppercase()).collect(),
        Mode::Ascii => seen.map(fold_ascii).collect::<String>().trim_matches(' ').to_owned(),
        Mode::Text => {
            let (value, replaced) = normalize_text(seen);
            replaced_ideograph = replaced;
            value
        }
    };
    let control = value.chars().find(|c| c.is_control());
    Normalized { value, removed_invisible, replaced_ideograph, control }
}

/// The compact form of a text of [usual](is_usual) characters, of which none is invisible or a control, and all blanks and dashes are ASCII's,
/// wide or not: remarks of thousands of drafts are compared in it.
fn compact(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let folded = text.chars().map(fold_fullwidth).filter(|c| !matches!(c, ' ' | '-'));
    folded.for_each(|c| value.push(c.to_ascii_uppercase()));
    value
}

/// Full-width ASCII and dashes to ASCII.
fn fold_ascii(c: char) -> char {
    let c = fold_fullwidth(c);
    if is_dash(c) { '-' } else { c }
}

/// The last four steps of the text mode, and whether an ideograph was replaced.
fn normalize_text(seen: impl Iterator<Item = char>) -> (String, bool) {
    let mut replaced = false;
    let mut mapped = String::new();
    for c in seen {
        if is_mapped_radical(c) {
            replaced = true;
            mapped.extend(std::iter::once(c).nfkc());
        } else {
            replaced |= matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}') && changes_under_nfc(c);
            mapped.push(c);
        }
    }
    let mut value = String::with_capacity(mapped.len());
    for c in mapped.nfc() {
        if c != ' ' || !value.ends_with(' ') {
            value.push(c);
        }
    }
    (value.trim_matches(' ').to_owned(), replaced)
}

/// Whether NFC turns a single character into another.
fn changes_under_nfc(c: char) -> bool {
    !std::iter::once(c).nfc().eq(std::iter::once(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str, mode: Mode) -> String {
        normalize(text, mode).value
    }

    #[test]
    fn usual_characters_are_told_by_their_bytes() {
        for c in (0..=0x2_FFFF).filter_map(char::from_u32) {
            let usual = matches!(c, ' '..='~' | '\u{4E00}'..='\u{9FFF}' | '\u{3001}' | '\u{3002}' | '\u{FF01}'..='\u{FF5E}');
            assert_eq!(is_usual(&format!("备{c}a")), usual, "{:04X}", u32::from(c));
        }
    }

    #[test]
    fn the_three_modes() {
        assert_eq!(value("１1０—1\u{3000}05x", Mode::Compact), "110105X");
        assert_eq!(value("Ⅹ①²ſıß", Mode::Compact), "Ⅹ①²ſıß");
        assert_eq!(value(" ＡppＩd — 1 ", Mode::Ascii), "AppId - 1");
        assert_eq!(value("  科技\u{3000}园  路 ", Mode::Text), "科技 园 路");
        assert_eq!(value("⽅案Ａ座㈱", Mode::Text), "方案Ａ座㈱");
    }

    #[test]
    fn reports_what_was_done() {
        assert!(normalize("a\u{200B}", Mode::Ascii).removed_invisible);
        assert!(!normalize("a b", Mode::Ascii).removed_invisible);
        assert!(normalize("⼈", Mode::Text).replaced_ideograph);
        assert!(normalize("\u{F9D1}", Mode::Text).replaced_ideograph);
        assert!(!normalize("人e\u{301}", Mode::Text).replaced_ideograph);
        assert!(!normalize("\u{FA0E}", Mode::Text).replaced_ideograph);
        assert_eq!(normalize("a\u{1b}b", Mode::Text).control, Some('\u{1b}'));
        assert_eq!(normalize("a\tb\r\n\u{85}", Mode::Text).control, None);
    }

    proptest! {
        #[test]
        fn what_is_told_at_a_glance_is_so(
            text in "[ -~]{0,6}|[0-9A-Z]{0,6}|[ -~一-鿿、。！-～]{0,6}",
            mode in prop::sample::select(vec![Mode::Compact, Mode::Ascii, Mode::Text]),
        ) {
            prop_assert_eq!(normalize(&text, mode), normalize_anew(&text, mode));
            prop_assert_eq!(normal(&text, mode), normalize_anew(&text, mode).value);
        }

        #[test]
        fn is_idempotent(text in any::<String>(), mode in prop::sample::select(vec![Mode::Compact, Mode::Ascii, Mode::Text])) {
            let once = value(&text, mode);
            prop_assert_eq!(value(&once, mode), once);
        }
    }
}
