//! JSON on one line, written straight into its text.
//!
//! An answer of a batch is mostly sentences of ours: they are passed over sixteen bytes at a time to see that nothing in them has
//! to be escaped, and copied. A tree of values, or a serializer that goes byte by byte, costs ten times as much.

use std::borrow::Cow;
use std::fmt::Write;

use serde_json::Value as Json;

use crate::text::escape::may_need_escapes;
use crate::text::normalize::is_invisible;

/// Bytes that an answer usually takes.
const LINE: usize = 8 << 10;

/// JSON being written, without the line's end.
#[derive(Debug)]
pub struct JsonLine(String);

impl JsonLine {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self(String::with_capacity(LINE))
    }

    /// A value as one line.
    #[must_use]
    pub fn of(value: &Json) -> Vec<u8> {
        let mut line = Self::new();
        line.value(value);
        line.into_bytes()
    }

    /// Brackets, keys and words of ours, in which nothing has to be escaped.
    pub fn raw(&mut self, json: &str) {
        self.0.push_str(json);
    }

    /// A word of ours as a string: the name of a rule, the path of a field.
    pub fn word(&mut self, word: &str) {
        self.0.push('"');
        self.0.push_str(word);
        self.0.push('"');
    }

    /// Any text as a string.
    pub fn text(&mut self, text: &str) {
        if may_need_escapes(text) {
            self.value(&Json::from(text));
        } else {
            self.word(text);
        }
    }

    /// A text that is written in place.
    pub fn text_by(&mut self, write: impl FnOnce(&mut String)) {
        self.0.push('"');
        let start = self.0.len();
        write(&mut self.0);
        if may_need_escapes(self.0.get(start..).unwrap_or_default()) {
            let text = self.0.split_off(start);
            self.0.pop();
            self.text(&text);
        } else {
            self.0.push('"');
        }
    }

    /// A number.
    pub fn number(&mut self, number: usize) {
        // Writing to a String cannot fail.
        let _ = write!(self.0, "{number}");
    }

    /// Any value.
    pub fn value(&mut self, value: &Json) {
        self.0.push_str(&escaped(&value.to_string()));
    }

    /// An array.
    pub fn array<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        let mut before = "[";
        for item in items {
            self.raw(before);
            write(self, item);
            before = ",";
        }
        self.raw(if items.is_empty() { "[]" } else { "]" });
    }

    /// What was written.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// What was written, as a value; `null` if it is no JSON, which no caller writes.
    #[must_use]
    pub fn into_value(self) -> Json {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

/// JSON with everything invisible written as `\uXXXX`: what programs read is looked at on terminals, too. Such characters
/// stand only inside strings, where both ways of writing them mean the same.
pub fn escaped(json: &str) -> Cow<'_, str> {
    if !json.chars().any(hides) {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if hides(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    Cow::Owned(text)
}

/// Whether nobody sees the character.
fn hides(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}') || is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Format;
    use crate::cli::output::Out;
    use crate::locale::Lang;

    #[test]
    fn json_hides_nothing_and_means_the_same() {
        let hidden = "a\u{1b}\u{7f}\u{9b}\u{200b}\u{202e}\u{2028}\u{2066}\u{feff}\u{e0041}备\n案";
        let value = serde_json::json!({ hidden: [hidden, "备案"] });
        let mut pretty = Vec::new();
        Out::new(&mut pretty, Lang::Zh, Format::Json).json(&value).unwrap();
        for text in [JsonLine::of(&value), pretty].map(|text| String::from_utf8(text).unwrap()) {
            assert!(text.chars().all(|c| matches!(c, ' '..='~' | '\n' | '备' | '案')), "{text:?}");
            assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), value);
        }
    }

    #[test]
    fn a_text_is_written_as_any_value_is() {
        // The planes between have nothing that hides.
        for c in (0..=0xFFFF).chain(0x1F000..=0x1FBFF).chain(0xE0000..=0xE01FF).filter_map(char::from_u32) {
            let text = format!("备{c}");
            let mut line = JsonLine::new();
            line.text(&text);
            assert_eq!(line.into_bytes(), JsonLine::of(&Json::from(text.as_str())), "{:04X}", u32::from(c));
        }
    }

    #[test]
    fn ordinary_sentences_are_copied() {
        for text in ["", "备案：「好」，100 × 200（ok）。", "Enter it as on the certificate: 1–2 days."] {
            let mut line = JsonLine::new();
            line.text(text);
            assert_eq!(line.into_value(), text);
        }
        assert!(!may_need_escapes("备案：「好」，100 × 200（ok）。"));
    }
}
